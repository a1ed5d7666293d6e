"""What people read from the command line in Russian and Tajik: no word of the code and no ISO day."""

import importlib
import io
import json
import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from trainer_app import domain
from trainer_app.cli.context import DONE, IN_REVIEW, CliContext, field_lines, number_text, size_text
from trainer_app.cli.program import run
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.texts import LANGUAGES, find_words
from trainer_app.domain.certificates.certificates import CertificateKind, CheckResult, DesignKind
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.exchange.laptops import KdfCost, OfficeRequestState
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.office.backups import why_words
from trainer_app.system.clock import fixed_at
from trainer_app.system.messages import label_text

type Call = Callable[..., Any]

ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
LATIN = re.compile(r"(?<![\w./\\-])[a-z][a-z_]{2,}(?:-[a-z]+)*(?![\w./\\])")


def enums() -> Iterator[type[StrEnum]]:
    """Yield every enumeration of words in the domain."""
    for module in pkgutil.walk_packages(domain.__path__, "trainer_app.domain."):
        for found in vars(importlib.import_module(module.name)).values():
            if isinstance(found, type) and issubclass(found, StrEnum) and found is not StrEnum:
                yield found


RAW = {word.value for found in enums() for word in found if len(word.value) > 2}
"""What the code calls things."""


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run a command for an office or its laptop K7; JSON in English, lines in other languages."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", "a passphrase of the tests")
    clock = fixed_at(date(2018, 10, 18), 12, "Asia/Dushanbe", step=7)

    def made(who: str, *arguments: object, lang: str = "") -> Any:
        session = CliContext(out=io.StringIO(), err=io.StringIO(), clock=clock, cost=KdfCost())
        form = ["--lang", lang] if lang else ["--lang", "en", "--json"]
        code = run(["--data", str(tmp_path / who), *form, *map(str, arguments)], session)
        assert code in (DONE, IN_REVIEW), (arguments, session.out)
        assert isinstance(session.out, io.StringIO)
        return session.out.getvalue() if lang else json.loads(session.out.getvalue())

    return made


@pytest.fixture
def story(call: Call, tmp_path: Path) -> Call:
    """Make an office and its laptop with a course, a form in use, certificates and requests."""
    listed = tmp_path / "list.csv"
    listed.write_text("№;Ном ва насаб\n1;Ҳакимов Баҳром\n2;Азизов Фаррух\n", encoding="utf-8")
    call("office", "office", "init", "--name", "Идора", "--code", "DSH")
    course = ("--project", "P1", "--code", "C1", "--title", "Курс", "--town", "Душанбе")
    days = ("--from", "2018-10-17", "--to", "2018-10-17", "--sessions-per-day", 2)
    call("K7", "course", "create", *course, *days)
    asked = call("K7", "device", "request", "--out", tmp_path / "K7.json")
    words = ("--device", "K7", "--out", tmp_path, "--digits", asked["fingerprint"])
    given = call("office", "office", "enrol", asked["file"], *words)
    call("K7", "device", "join", given["file"], "--digits", given["office_fingerprint"])
    call("K7", "roster", "import", listed, "--course", "C1")
    for number, mark in ((1, "present"), (2, "late")):
        call("K7", "attendance", "mark-all", "--course", "C1", "--session", number, "--mark", mark)
    for occasion, points in (("pre", 8), ("post", 18)):
        score = ("--course", "C1", "--occasion", occasion, "--points", points)
        call("K7", "evaluation", "score", *score, "--number", 1)
    call("K7", "evaluation", "choose", "--course", "C1", "--form", "feedback_short", "--occasion", "end")
    call("K7", "certificate", "issue", "--course", "C1", "--out", tmp_path / "out.pdf")
    call("K7", "backup", "create")
    call("office", "bundle", "import", call("K7", "bundle", "export", "--to", tmp_path)["file"])
    for kind, text in (("call", ""), ("other", "Занг занед")):
        call("office", "office", "ask", "--device", "K7", "--kind", kind, "--text", text)
    call("office", "office", "withdraw", call("office", "office", "asked")["errands"][0]["id"])
    call("office", "retention", "set", "--months", 12)
    return call


def commands(call: Call, folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield, for each folder, every command that shows something and leaves all as it is."""
    serial = call("K7", "certificate", "board", "--course", "C1")["rows"][0]["serial"]
    file = call("office", "pack", "export", "--device", "K7", "--to", folder)["file"]
    call("K7", "certificate", "export", serial, "--out", folder / "badge.jwt")
    copy = call("K7", "backup", "list")["backups"][0]["file"]
    course = ("--course", "C1")
    yield "K7", "certificate", "verify", str(folder / "badge.jwt")
    yield "K7", "bundle", "inspect", file
    yield "K7", "backup", "verify", copy
    yield "K7", "device", "standing"
    yield "K7", "device", "standing", *course
    yield "K7", "attendance", "history", *course, "--session", "1", "--number", "1"
    yield "K7", "paper", "agenda", *course, "--out", str(folder / "agenda.pdf")
    yield "office", "office", "asked"
    yield "office", "office", "incoming"
    yield "office", "office", "archive", "show"
    yield "office", "office", "rebuild"
    for who in ("K7", "office"):
        yield who, "course", "list"
        yield who, "course", "show", "C1"
        yield who, "attendance", "show", *course
        yield who, "sheet", "list", *course
        yield who, "sheet", "differences", *course
        yield who, "attachment", "list", *course
        yield who, "evaluation", "forms"
        yield who, "evaluation", "forms", *course
        yield who, "evaluation", "results", *course
        yield who, "certificate", "board", *course
        yield who, "certificate", "numbers"
        yield who, "template", "list"
        yield who, "review", "list"
        yield who, "review", "replaced"
        yield who, "people", "candidates"
        yield who, "erasure", "list"
        yield who, "retention", "show"
        yield who, "backup", "list"
        yield who, "report", *course
        yield who, "check"


def unreadable(said: str, folder: Path) -> list[str]:
    """Return what a person who reads no English stumbles over: words of the code, other words, ISO days."""
    rest = "\n".join(line for line in said.replace(str(folder), "").splitlines() if not is_reference(line))
    ids = re.sub(r"\b[0-9a-zA-Z]{16,}\b|\S+\.(?:db|pdf|tsync|jwt)\b|\S*/\S+", "", rest)
    words = {word for word in re.findall(r"[A-Za-z_]+(?:-[a-z]+)*", ids) if word in RAW}
    return sorted(words | set(ISO_DAY.findall(ids)) | set(LATIN.findall(ids)))


def is_reference(line: str) -> bool:
    """Tell whether a line is nothing but the path of a file."""
    return line.startswith("/")


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_no_command_says_a_word_of_the_code(story: Call, tmp_path: Path, language: str) -> None:
    wrong = {}
    for who, *command in commands(story, tmp_path):
        said = story(who, *command, lang=language)
        # Names of the program's own forms and designs are what other commands take: the first or last word.
        if command[:2] in (["evaluation", "forms"], ["template", "list"]):
            shown = [re.split(r"\s{2,}", line.strip()) for line in said.splitlines()]
            said = "\n".join(" ".join(row[1:] if command[0] == "evaluation" else row[:-1]) for row in shown)
        if found := unreadable(said, tmp_path):
            wrong[" ".join(map(str, (who, *command)))] = found
    assert not wrong


def test_the_walk_sees_what_is_raw(tmp_path: Path) -> None:
    assert {"completion", "withdrawn", "valid_confirmed", "unsent", "post"} <= RAW
    for said in ("ждёт withdrawn", "C1  2018-10-17  –", "до before-import 7 КБ", "tests_matched: 4"):
        assert unreadable(said, tmp_path)
    assert not unreadable("K7  17.10.2018  ждёт  DSH-2018-K7-00001", tmp_path)


def test_what_is_shown_has_a_sentence_for_every_value() -> None:
    codes = {
        "errand.state": OfficeRequestState,
        "sending.state": ChangeState,
        "eligibility.kind": CertificateKind,
        "certificate.check": CheckResult,
        "template.kind": DesignKind,
        "form.kind": FormKind,
        "evaluation.occasion": Occasion,
    }
    for topic, found in codes.items():
        assert all(find_words(f"{topic}.{word.value}") for word in found)
    assert all(find_words(f"review.entity.{entity}") for entity in ENTITIES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_says_why_it_was_made(language: str) -> None:
    whys = ("backup", "day", "before-import", "before-rebuild", "carried", "after-new-year")
    said = [label_text(why_words(why), language) for why in whys]
    assert all(one != two for one, two in pairwise(said))
    assert not set(whys) & set(said)
    assert label_text(why_words("after-new-year"), "ru") == "сделана по другой причине"


def test_fields_numbers_and_sizes_are_written_as_in_the_language() -> None:
    document = {"kind": "pack", "counts": {"attendance": 3}, "last": "2018-10-17", "lost": {}}
    assert field_lines({**document, "safe": "here"}, "ru") == [
        "Направление: из офиса на ноутбук",
        "Изменения по видам:",
        "  Отметка: 3",
        "Последнее изменение: 17.10.2018",
        "Не хватало бы: –",
        "Когда изменения считаются надёжно сохранёнными: Когда они есть в базе данных и архиве этого "
        "компьютера",
    ]
    assert (number_text(16.5, "tg"), number_text(16.5, "en"), number_text(None, "ru")) == (
        "16,5",
        "16.5",
        "–",
    )
    assert (size_text(147_600, "ru"), size_text(3_140_000, "tg")) == ("148 КБ", "3,1 МБ")
