"""An independent recount equals every figure and every split of a report, in worlds made at random."""

import os
import re
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.recount.figures import SPLITS, Lines, Numbers, Recount, Scope, recount
from tests.recount.folding import Rows, fold
from tests.recount.random_worlds import LAST, Lived, live, world
from trainer_app.actions.office.reports import report
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.report_json import report_document
from trainer_app.system.messages import label_text

WORLDS = 200 if os.environ.get("TRAINER_PROPERTIES") == "full" else 12
COMPLETE = {"sex", "course", "project", "donor", "town", "district"}
"""Splits of which every line is shown; of others those in which nothing is counted may be left out."""


def scopes(rows: Rows, chance: Random) -> list[Scope]:
    """Return what is asked: all, all in a period, a course, a project in a period."""
    first = date(2018, 10, 14) + timedelta(chance.randrange(120))
    last = first + timedelta(chance.randrange((LAST - first).days))
    found = [Scope(), Scope(first=first, last=last), Scope(course=chance.choice(sorted(rows["course"])))]
    if rows["project"]:
        project = chance.choice(sorted(rows["project"]))
        found.append(
            Scope(project=project, first=chance.choice((None, first)), last=chance.choice((None, last)))
        )
    return found


def as_lines(by: dict[str, Numbers]) -> Lines:
    """Return the lines of a split in JSON, where the second one of a name is called "name (2)"."""
    return [(re.sub(r" \(\d+\)$", "", name), numbers) for name, numbers in by.items()]


def in_order(lines: Lines, *, complete: bool) -> list[tuple[str, list[tuple[str, object]]]]:
    """Return lines to be compared, in whatever order they came."""
    kept = [(name, sorted(numbers.items())) for name, numbers in lines if complete or any(numbers.values())]
    return sorted(kept, key=repr)


def compare(lived: Lived, scope: Scope, expected: Recount) -> None:
    """Compare a report as the command line prints it with the recount."""
    asked = {"course": scope.course, "project": scope.project, "first": scope.first, "last": scope.last}
    found = report(lived.work, **asked, by=(*SplitBy,))  # type: ignore[arg-type]
    told = report_document(found, partial(label_text, language="en"))
    assert told["figures"] == expected.figures.numbers, scope
    rows = {name: frozenset(keys) for name, keys in told["rows"].items()}  # type: ignore[attr-defined]
    assert rows == expected.figures.rows, scope
    assert tuple(told["by"]) == SPLITS or {*told["by"]} == {*SPLITS}  # type: ignore[arg-type,misc]
    for by, lines in told["by"].items():  # type: ignore[attr-defined]
        complete = by in COMPLETE
        shown, own = as_lines(lines), expected.by[by]
        assert in_order(shown, complete=complete) == in_order(own, complete=complete), (scope, by)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_every_figure_and_split_is_what_a_recount_says(tmp_path: Path, seed: int) -> None:
    with world(tmp_path, seed).open() as story:
        lived = live(story, seed)
        rows = fold(lived.lines)
        for scope in scopes(rows, Random(seed)):
            compare(lived, scope, recount(rows, scope))
