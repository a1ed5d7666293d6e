"""Upcasters: registered by version, applied one after the other, pure, and never to the line."""

import msgspec
import pytest

from trainer_app.domain.base import schema
from trainer_app.domain.base.journal import Entry, new_key
from trainer_app.domain.base.schema import UPCASTERS, raise_version, upgrade

OLD = Entry(r="0" * 32, n=1, t=(5, 0), v=1, u="u", e="person", k=new_key(), s={"name": "Зарина Саидова"})


def split_name(entry: Entry) -> Entry:
    """Invented: version 2 holds the two parts of a name apart."""
    if entry.e != "person" or "name" not in entry.s:
        return raise_version(entry)
    given, family = entry.s["name"].split(" ", 1)
    rest = {name: value for name, value in entry.s.items() if name != "name"}
    return raise_version(entry, s={**rest, "given": given, "family": family})


def rename_entity(entry: Entry) -> Entry:
    """Invented: version 3 calls a person an officer."""
    return raise_version(entry, e="officer" if entry.e == "person" else entry.e)


FAKE = {1: split_name, 2: rename_entity}


def test_versions_are_climbed_one_by_one() -> None:
    newest = upgrade(OLD, FAKE, 3)
    assert (newest.v, newest.e) == (3, "officer")
    assert newest.s == {"given": "Зарина", "family": "Саидова"}
    assert upgrade(OLD, FAKE, 2).e == "person"


def test_the_original_is_not_touched() -> None:
    upgrade(OLD, FAKE, 3)
    assert OLD.s == {"name": "Зарина Саидова"}
    assert OLD.v == 1


def test_entries_of_this_or_a_newer_version_and_erased_ones_stay_as_they_are() -> None:
    newer = msgspec.structs.replace(OLD, v=9)
    erased = Entry(r="0" * 32, n=1, x="0" * 64)
    assert upgrade(OLD, FAKE, 1) is OLD
    assert upgrade(newer, FAKE, 3) is newer
    assert upgrade(erased, FAKE, 3) is erased


def test_a_missing_upcaster_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="no upcaster from version 2"):
        upgrade(OLD, {1: split_name}, 3)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda entry: entry,
        lambda entry: msgspec.structs.replace(entry, v=3),
        lambda entry: raise_version(entry, n=7),
        lambda entry: raise_version(entry, t=(6, 0)),
        lambda entry: raise_version(entry, r="1" * 32),
    ],
)
def test_an_upcaster_may_change_neither_identity_nor_time(wrong: object) -> None:
    with pytest.raises(ValueError, match="changed more than it may"):
        upgrade(OLD, {1: wrong}, 2)  # type: ignore[dict-item]


def test_every_earlier_version_has_its_upcaster() -> None:
    assert sorted(UPCASTERS) == list(range(1, schema.VERSION))
