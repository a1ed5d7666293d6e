"""Figures as numbers, a report as a document."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.recounts import World, worlds
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Learning
from trainer_app.domain.office.counting import SplitBy, count
from trainer_app.domain.office.participations import ALL_FIGURES
from trainer_app.domain.office.report_json import SHOWN_UNITS, number_of, report_document
from trainer_app.domain.office.reports import (
    SILENT_DAYS,
    Figure,
    Report,
    Split,
    SplitLine,
    Unit,
    learning_figures,
)
from trainer_app.system.messages import label_text


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        (65, Unit.COUNT, 65),
        (24_975, Unit.MINUTES, 416.25),
        (50, Unit.MINUTES, 0.83),
        (55, Unit.MINUTES, 0.92),
        (3, Unit.HALF_DAYS, 1.5),
        (6543, Unit.PERCENT, 65.43),
        (-2500, Unit.GAIN, -0.25),
        (None, Unit.PERCENT, None),
    ],
)
def test_numbers_as_people_read_them(value: int | None, unit: Unit, number: float | None) -> None:
    assert number_of(Figure("any", value, unit)) == number


@given(st.integers(0, 10**9), st.sampled_from([Unit.MINUTES, Unit.HALF_DAYS, Unit.PERCENT, Unit.GAIN]))
def test_the_number_is_the_nearest_with_its_decimals(value: int, unit: Unit) -> None:
    stored = {Unit.MINUTES: 60, Unit.HALF_DAYS: 2, Unit.PERCENT: 100, Unit.GAIN: 10_000}[unit]
    shown = number_of(Figure("any", value, unit))
    assert shown is not None
    assert abs(Fraction(str(shown)) - Fraction(value, stored)) <= Fraction(1, 200)


@given(worlds(), st.sampled_from(["tg", "ru", "en"]))
def test_a_report_as_a_document_is_json_and_keeps_every_row(world: World, language: str) -> None:
    counted = count(world.records(), by=(SplitBy.SEX, SplitBy.TOWN))
    report = Report(
        Texts(en="Series"), counted.figures, counted.splits, counted.notes, first=date(2018, 10, 1)
    )
    document = json.loads(json.dumps(report_document(report, lambda label: label_text(label, language))))
    assert set(document["figures"]) == set(document["rows"]) == set(document["units"])
    for figure in counted.figures:
        assert document["rows"][figure.code] == list(figure.rows)
        if figure.unit is Unit.COUNT:
            assert document["figures"][figure.code] == figure.value
    assert set(document["by"]["sex"]) == {"female", "male", "unknown"}
    assert (document["first"], document["last"]) == ("2018-10-01", None)
    notes = [split.note for split in counted.splits if split.note]
    assert len(document["notes"]) == len(counted.notes) + len(notes)
    assert not any("{" in note for note in document["notes"])


def test_lines_of_one_name_are_all_kept() -> None:
    lines = tuple(SplitLine("Саидова", (Figure("courses", number),)) for number in (3, 1, 2))
    report = Report(Texts(), (), (Split("trainer", lines),))
    document = report_document(report, lambda label: label.code)
    assert document["by"] == {
        "trainer": {"Саидова": {"courses": 3}, "Саидова (2)": {"courses": 1}, "Саидова (3)": {"courses": 2}}
    }


def test_every_unit_has_a_name_when_shown() -> None:
    assert set(SHOWN_UNITS) == set(Unit)


def test_the_format_says_what_every_figure_counts() -> None:
    text = (Path(__file__).parents[3] / "trainer_app" / "bundle" / "FORMAT.md").read_text()
    chapter = text.partition("## What is counted")[2].partition("\n## ")[0]
    said = {line.split("|")[1] for line in chapter.splitlines() if line.startswith("| `")}
    codes = (*ALL_FIGURES, *(figure.code for figure in learning_figures(Learning(0, 0, 0))))
    missing = [code for code in codes if not any(f"`{code}`" in heads for heads in said)]
    assert missing == []
    assert f"more than {SILENT_DAYS} days" in " ".join(chapter.split())
    assert [by for by in SplitBy if f"`{by}`" not in chapter] == []
