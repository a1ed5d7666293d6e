"""Every setting of the program: its key is its own, its default of its kind, its value comes back."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest

import trainer_app
from trainer_app.bundle.trust import RevocationList
from trainer_app.domain.base.authority import Authority, AuthorRights
from trainer_app.domain.base.settings import Setting, SettingOfEach
from trainer_app.domain.base.texts import find_words
from trainer_app.domain.exchange.laptops import (
    ClockReading,
    Divergence,
    DropNote,
    NewerFile,
    NewerFiles,
    RecoverySlot,
    WaitingFile,
)
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.crossing import AskedReport, ReportLayout, TableQuery
from trainer_app.domain.office.erasing import HeldPapers, WaitingKeys
from trainer_app.domain.office.reports import ReportExtent
from trainer_app.system.preferences import Preferences

_LAYERS = ("domain", "system", "store", "bundle", "actions")


def _declared() -> Iterator[tuple[str, Setting[Any] | SettingOfEach[Any]]]:
    """Yield where each setting stands and the setting, once for all the modules that import it."""
    seen: set[int] = set()
    for layer in _LAYERS:
        package = importlib.import_module(f"trainer_app.{layer}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, found in vars(importlib.import_module(module.name)).items():
                if isinstance(found, (Setting, SettingOfEach)) and id(found) not in seen:
                    seen.add(id(found))
                    yield f"{module.name}.{name}", found


KEPT = dict(_declared())


def _value(kind: Any) -> Any:
    """Return a value of a kind that is not its default."""
    values: dict[Any, Any] = {
        str: "Ҷ 1",
        int: 7,
        bool: True,
        bytes: b"\x00\xff",
        list[bytes]: [b"\x00\xff"],
        list[str]: ["b", "a"],
        tuple[str, bytes]: ("targets", b"\x00\xff"),
        tuple[str, str]: ("list", "signature"),
        frozenset[str]: frozenset({"b", "a"}),
        dict[str, int]: {"b": 2, "a": 1},
        dict[str, str]: {"K7": "a"},
        dict[str, list[str]]: {"K7": ["b", "a"]},
        dict[str, tuple[str, ...]]: {"ab": ("name", "rank")},
        dict[str, dict[str, int]]: {"people": {"name": 240}},
        dict[str, dict[str, str]]: {"c": {"ab": "p"}},
        dict[str, ClockReading]: {"r": ClockReading(1, 2, 3, 4)},
        dict[str, DropNote]: {"c": DropNote(since="2026-10-15")},
        dict[str, list[RecoverySlot]]: {"ab": [RecoverySlot(b"\x00\xff", b"age", 3), RecoverySlot(b"s")]},
        WaitingFile: WaitingFile("f", "ab", "Идора", "DSH", (1, 6), 2),
        list[ReportLayout]: [
            ReportLayout(
                "Ҷ", ReportExtent(("p",), first=date(2018, 10, 1)), (SplitBy.SEX,), TableQuery(SplitBy.TOWN)
            )
        ],
        list[AskedReport]: [AskedReport("Ҷ", ReportLayout("", view="charts"), "women")],
        list[Divergence]: [Divergence("c", "C", ("K7",), 1, 2)],
        NewerFiles: NewerFiles("2.0", {3: NewerFile("K7", "2.0", 5)}),
        Authority: Authority({"ab" * 8: AuthorRights("K7", b"k" * 32, ends={"c": 4})}, "DSH"),
        RevocationList: RevocationList("DSH", "2026-10-15", 3),
        HeldPapers: HeldPapers("again", "2026-10-15"),
        WaitingKeys: WaitingKeys("step", "2026-10-15", root=b"\x00\xff"),
    }
    return values[kind]


def test_all_settings_are_found() -> None:
    assert len(KEPT) > 40
    assert trainer_app.__path__, "the package that is walked"


def test_no_two_settings_have_one_key() -> None:
    keys = [setting.key for setting in KEPT.values()]
    assert len(set(keys)) == len(keys)
    begins = tuple(f"{each.key}." for each in KEPT.values() if isinstance(each, SettingOfEach))
    assert not [key for key in keys if key.startswith(begins)]


@pytest.mark.parametrize("place", KEPT)
def test_a_setting_comes_back_as_it_was_kept(place: str) -> None:
    found = KEPT[place]
    setting = found.of("a", 1) if isinstance(found, SettingOfEach) else found
    assert setting.key == (f"{found.key}.a.1" if found is not setting else found.key)
    assert setting.default is None or msgspec.convert(setting.default, setting.kind) == setting.default
    assert setting.read("") == setting.default
    assert setting.read(setting.text_of(setting.default)) == setting.default
    value = _value(setting.kind)
    assert value != setting.default
    assert setting.read(setting.text_of(value)) == value


def test_a_collection_belongs_to_whoever_reads_it() -> None:
    setting = Setting("known", {}, dict[str, int])
    setting.read("")["a"] = 1
    assert setting.read("") == {}


def test_texts_are_kept_as_every_version_has_kept_them() -> None:
    assert Setting("a", "", str).text_of("Ҷ") == "Ҷ"
    assert Setting("a", 0, int).text_of(0) == "0"
    assert [Setting("a", False, bool).text_of(each) for each in (True, False)] == ["1", ""]
    assert Setting[int | None]("a", None, int).text_of(None) == ""
    assert Setting("a", frozenset(), frozenset[str]).text_of(frozenset({"b", "a"})) == '["a","b"]'
    assert Setting("a", {}, dict[str, int]).text_of({"b": 2, "a": 1}) == '{"b":2,"a":1}'


def test_every_preference_comes_back_and_has_its_words() -> None:
    declared = Preferences.declared()
    assert len({each.key for each in declared}) == len(declared) > 5
    for name, each in vars(Preferences).items():
        assert each not in declared or each.key == name, "the key is the name by which it is read"
    for each in declared:
        assert each.checked(each.default) == each.default
        value = (
            each.choices[-1] if each.choices else not each.default if each.kind is bool else _value(each.kind)
        )
        changed = Preferences().changed(each, value)
        assert changed.value_of(each) == each.checked(changed.values()[each.key]) == value
        assert changed != Preferences()
        assert all(find_words(code) for code in (each.title, each.hint) if code)
