"""An independent recount equals every figure and every split of a report, in worlds made at random.

What it found that was counted wrongly is told one by one in `tests/actions/office/test_who_is_counted.py`.
"""

import ast
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.questions_made import ANY
from tests.kit import samples
from tests.recount import registers
from tests.recount.figures import SPLITS, Lines, Numbers, Recount, Scope, recount
from tests.recount.folding import Rows, fold
from tests.recount.random_worlds import LAST, Lived, live, world
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations.scores import CountedTests
from trainer_app.actions.office import report_records
from trainer_app.actions.office.reports import report
from trainer_app.cli import program
from trainer_app.cli.context import PASSPHRASE, CliContext
from trainer_app.domain.attendance.same_person import JoinedRows
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.eligibility import result_of
from trainer_app.domain.evaluations.questions import BOUNDS, Question, credit_of, options_text
from trainer_app.domain.office import counting, participations
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.report_json import report_document
from trainer_app.store.base.database import Database
from trainer_app.store.people import people
from trainer_app.store.people.people import CountedPerson, people_as_written, people_counted
from trainer_app.system.messages import label_text

WORLDS = 200 if os.environ.get("TRAINER_PROPERTIES") == "full" else 12
COMPLETE = {"sex", "course", "project", "donor", "field_of_work", "town", "district"}
"""Splits of which every line is shown; of others those in which nothing is counted may be left out."""
USES_THE_PROGRAM = {"random_worlds", "test_every_figure"}


def scopes(rows: Rows, chance: Random) -> list[Scope]:
    """Return what is asked: all, all in a period, a course, a project in a period."""
    first = date(2018, 10, 14) + timedelta(chance.randrange(120))
    last = first + timedelta(chance.randrange((LAST - first).days))
    found = [Scope(), Scope(first=first, last=last), Scope(course=chance.choice(sorted(rows["course"])))]
    if rows["project"]:
        project = chance.choice(sorted(rows["project"]))
        ends = chance.choice(((first, None), (None, last), (first, last)))
        found.append(Scope(project, *ends))
    return found


def as_lines(by: dict[str, Numbers]) -> Lines:
    """Return the lines of a split in JSON, where the second one of a name is called "name (2)"."""
    return [(re.sub(r" \(\d+\)$", "", name), numbers) for name, numbers in by.items()]


def in_order(lines: Lines, *, complete: bool) -> list[tuple[str, list[tuple[str, Any]]]]:
    """Return lines to be compared, in whatever order they came."""
    kept = [(name, sorted(numbers.items())) for name, numbers in lines if complete or any(numbers.values())]
    return sorted(kept, key=repr)


def told(work: Workplace, scope: Scope) -> dict[str, Any]:
    """Return a report as the command line prints it."""
    found = report(
        work,
        course=scope.course,
        project=scope.project,
        first=scope.first,
        last=scope.last,
        by=(*SplitBy,),
    )
    return report_document(found, partial(label_text, language="en"))


def differences(shown: dict[str, Any], own: Recount) -> list[str]:
    """Return which figures, rows behind them and splits are not as the recount has them."""
    found = []
    for code in {*shown["figures"], *own.figures.numbers}:
        values = [numbers.get(code, "none") for numbers in (shown["figures"], own.figures.numbers)]
        if values[0] != values[1]:
            found.append(f"{code}: {values[0]} is {values[1]}")
        elif frozenset(shown["rows"].get(code, ())) != own.figures.rows.get(code):
            found.append(f"{code}: other rows")
    for by in {*shown["by"], *own.by}:
        lines = [as_lines(shown["by"].get(by, {})), own.by.get(by, [])]
        first, second = (in_order(each, complete=by in COMPLETE) for each in lines)
        if first != second:
            found.append(
                f"by {by}: {[each for each in first if each not in second]} is "
                f"{[each for each in second if each not in first]}"
            )
    return sorted(found)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_every_figure_and_split_is_what_a_recount_says(tmp_path: Path, seed: int) -> None:
    with world(tmp_path, seed).open() as story:
        lived = live(story, seed)
        rows = fold(lived.lines)
        for scope in scopes(rows, Random(seed)):
            own = recount(rows, scope)
            assert {*own.by} == {*SPLITS} == {*SplitBy}
            assert differences(told(lived.work, scope), own) == [], scope


def test_the_command_line_prints_what_a_recount_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with world(tmp_path, 0).open() as story:
        own = recount(fold(live(story, 0).lines), Scope())
    monkeypatch.setenv(PASSPHRASE, samples.PASSPHRASE)
    out = io.StringIO()
    session = CliContext(out=out, err=io.StringIO(), clock=story.clock)
    asked = ["--json", "--data", str(tmp_path / "k7"), "report", "--by", ",".join(SPLITS)]
    assert program.run(asked, session) == 0
    assert differences(json.loads(out.getvalue()), own) == []


# A recount that finds nothing proves nothing: whoever counts wrongly is found out.


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[Lived, Recount]]]:
    """Return some worlds with what is counted in them."""
    stories = [world(tmp_path_factory.mktemp("world"), seed).open() for seed in SOME]
    found = [live(story, seed) for story, seed in zip(stories, SOME, strict=True)]
    yield [(lived, recount(fold(lived.lines), Scope())) for lived in found]
    for story in stories:
        story.close()


SOME = (0, 4, 8, 9, 11)
"""Worlds among which each mistake below shows. World 8 stands where 6 stood: since a blank row of a joined
person reads what the person is, no rank of then in world 6 is another one than today's.
"""


@dataclass(frozen=True)
class Wrong:
    """A mistake that somebody could make: what stands in the place of what, and where."""

    name: str
    place: Any
    attribute: str
    instead: Any


def half_of_the_day_is_all(attended: int, planned: int) -> int:
    return 2 if attended * 2 >= planned else 0


def nobody_twice(_people: Any) -> JoinedRows[Any]:
    return JoinedRows(())


def one_name_alone(rows: JoinedRows[Any], found: Any) -> Any:
    return {place: cell for place, cell in found.items() if not rows.is_led(place[0])}


def everybody_is_tested(_work: Workplace, _course: str, found: Any) -> CountedTests:
    return CountedTests(tuple(found), ())


def nobody_decides_by_hand(*values: Any, gone: bool) -> Any:
    return result_of(*values[:4], gone=gone)


def observers_teach(gatherer: Any, course: str, session: Any) -> tuple[str, ...]:
    here = [person for place, person in gatherer._observers if place == course]
    return (*session.trainers, *gatherer._teachers.get(course, ()), *here)


def whole_sessions(planned: int, cell: Any) -> int:
    return planned if cell.mark in ("present", "late") else 0


def rank_today(each: Any) -> str:
    return str(each.rank_now)


def heads_alone(database: Database) -> dict[int, CountedPerson]:
    own = people_as_written(database)
    return {
        number: replace(own[number], joined=each.joined) for number, each in people_counted(database).items()
    }


WRONG = (
    Wrong("half of a day is a day", participations, "half_days", half_of_the_day_is_all),
    Wrong("joined people are two", report_records, "JoinedRows", nobody_twice),
    Wrong("joined people say what one row says", JoinedRows, "cells", one_name_alone),
    Wrong("joined trainers are two", report_records, "root_of", lambda _people, key: key),
    Wrong("joined people say only what the head says", people, "people_counted", heads_alone),
    Wrong("a joined person's row stays blank", report_records, "then_or_now", lambda then, _now: then),
    Wrong("observers teach", report_records.RecordsGatherer, "_trainers", observers_teach),
    Wrong("tests of strangers count", report_records, "counted_tests", everybody_is_tested),
    Wrong("nobody decides by hand", report_records, "result_of", nobody_decides_by_hand),
    Wrong("nobody is late", report_records, "attended_minutes", whole_sessions),
    Wrong(
        "rank is that of today", counting, "PERSON_NAMES", {**counting.PERSON_NAMES, SplitBy.RANK: rank_today}
    ),
    Wrong(
        "the year begins in July",
        counting,
        "TIME_NAMES",
        {**counting.TIME_NAMES, SplitBy.YEAR: counting.quarter_of},
    ),
)


def all_differences(counted: list[tuple[Lived, Recount]]) -> list[str]:
    return [each for lived, own in counted for each in differences(told(lived.work, Scope()), own)]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_whoever_counts_wrongly_is_found_out(
    counted: list[tuple[Lived, Recount]], wrong: Wrong, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert all_differences(counted) == []
    monkeypatch.setattr(wrong.place, wrong.attribute, wrong.instead)
    assert all_differences(counted) != []


def test_worlds_have_something_of_everything(counted: list[tuple[Lived, Recount]]) -> None:
    numbers = [own.figures.numbers for _, own in counted]
    assert {code for found in numbers for code, value in found.items() if value} == {*numbers[0]}


@given(ANY, st.data())
def test_every_kind_of_question_counts_by_the_rule_that_the_format_names(
    question: Question, data: st.DataObject
) -> None:
    chosen = st.sets(st.integers(1, max(1, len(question.options))), min_size=1).map(options_text)
    typed = st.sampled_from([each.value.partition(BOUNDS)[0] for each in question.accepted] or ["5"])
    answer = data.draw(chosen if question.options else typed)
    row = {
        "kind": question.kind.value,
        "points": question.points,
        "credits": [each.credit for each in question.options or question.accepted],
        "accepted": [each.value for each in question.accepted],
    }
    credit = credit_of(question, answer)
    assert credit is None or registers._points(row, answer) == credit * question.points


def test_a_kind_that_the_format_does_not_name_is_not_counted() -> None:
    with pytest.raises(LookupError, match="slider"):
        registers._credit({"kind": "slider", "credits": [], "accepted": []}, "1")


def test_the_recount_imports_nothing_of_the_program() -> None:
    own = Path(__file__).parent
    modules = [path for path in own.glob("*.py") if path.stem not in USES_THE_PROGRAM]
    assert {path.stem for path in modules} == {"folding", "registers", "figures"}
    imported = {name for path in modules for name in imports(path.read_text("utf-8"))}
    strange = {name for name in imported if name.partition(".")[0] not in sys.stdlib_module_names}
    assert strange == {"tests.recount.folding", "tests.recount.registers"}
    assert "trainer_app.domain" in imports("def late():\n    import trainer_app.domain\n")
    assert "importlib" not in imported


def imports(text: str) -> set[str]:
    """Return the modules that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found
