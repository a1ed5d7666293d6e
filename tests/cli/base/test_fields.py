"""What a command says without --json: in the language of whoever reads, without codes and milliseconds."""

import io
import json
from pathlib import Path

import pytest

from trainer_app.cli import bundles
from trainer_app.cli.context import CliContext, field_lines
from trainer_app.domain.base.texts import LANGUAGES, resource
from trainer_app.domain.exchange.sending import FileOutcome, FileResult, ImportReport
from trainer_app.system.messages import text

DOCUMENT = {"ok": True, "at": 1_539_946_800_000, "holds": {"entries": 12, "last": None}, "problems": []}


def test_fields_stand_in_words_and_moments_as_days() -> None:
    assert field_lines(DOCUMENT, "ru") == [
        "Цело: да",
        "Сделано: 19.10.2018 16:00",
        "Содержит:",
        "  Изменений: 12",
        "  Последнее изменение: –",
        "Неполадки: –",
    ]
    assert field_lines({"code": "K7"}, "tg") == ["Рамз: K7"]


def test_every_field_has_words_in_every_language() -> None:
    words = json.loads(resource("i18n", "messages", "field.json").read_text(encoding="utf-8"))
    assert all(each[language] for each in words.values() for language in LANGUAGES)


@pytest.mark.parametrize("as_json", [True, False])
def test_json_stays_as_it_is(as_json: bool, tmp_path: Path) -> None:
    out = io.StringIO()
    session = CliContext(out=out)
    session.json, session.language = as_json, "ru"
    session.result({"at": 1_539_946_800_000})
    assert ("1539946800000" in out.getvalue()) is as_json


def test_what_became_of_a_file_is_said_in_words_for_each() -> None:
    report = ImportReport(
        (
            FileResult("a.tsync", FileOutcome.IMPORTED, new_entries=7),
            FileResult("b.tsync", FileOutcome.REFUSED, "bundle.not_a_bundle"),
            FileResult("c.tsync", FileOutcome.DUPLICATE),
        )
    )
    said = bundles._lines(report, "ru", rehearsed=False)
    assert said[0].startswith("b.tsync: не принят. Это не файл этой программы, или он скопирован не")
    assert "a.tsync: принят, новых изменений: 7." in said
    assert any(line.startswith("c.tsync: уже был принят") for line in said)
    assert any("можно принять" in line for line in bundles._lines(report, "ru", rehearsed=True))
    for language in LANGUAGES:
        for state in ("kept", "due", "erased"):
            assert text(f"cli.names_{state}", language) != text("cli.names_kept", "en") or language == "en"
        for outcome in FileOutcome:
            assert "a.tsync" in text(f"cli.file_{outcome}", language, file="a.tsync", count=1)
