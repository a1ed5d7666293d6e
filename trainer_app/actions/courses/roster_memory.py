"""What was said of the rows of a list, for when it comes again: nobody is asked twice, or added twice."""

from collections.abc import Collection, Mapping

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.people.directory import root_of
from trainer_app.domain.courses.roster_columns import ROSTER_ANSWERS
from trainer_app.domain.courses.roster_doubles import row_mark
from trainer_app.domain.courses.roster_plan import RosterPlan, RowDecision
from trainer_app.domain.people.persons import Person

_MOST_COURSES = 50


def remembered_answers(
    work: Workplace, course: str, everybody: Mapping[str, Person], enrolled: Collection[str]
) -> dict[str, str]:
    """Return who was said at an earlier import to be the person of a row, by the row's mark.

    Whoever is not on the list any more is asked about again, as after the import was taken back.
    """
    found = work.store.setting(ROSTER_ANSWERS).get(course, {})
    people = {mark: root_of(everybody, key) for mark, key in found.items() if key in everybody}
    return {mark: key for mark, key in people.items() if key in enrolled}


def remember_answers(
    work: Workplace,
    plan: RosterPlan,
    course: str,
    decisions: Mapping[int, RowDecision],
    keys: Mapping[int, str],
) -> None:
    """Keep whose rows those are of which something was decided; `keys` are the people of rows.

    Rows that say the same and are two people are told apart by nothing: they stay questions.
    """
    people: dict[str, set[str]] = {}
    for line in plan.lines:
        if line.row is not None and line.number in keys:
            people.setdefault(row_mark(line.row), set()).add(keys[line.number])
    decided = {
        row_mark(line.row)
        for line in plan.lines
        if line.row is not None and decisions.get(line.number, RowDecision()) != RowDecision()
    }
    told = {mark: next(iter(found)) for mark, found in people.items() if mark in decided and len(found) == 1}
    if not told:
        return
    known = work.store.setting(ROSTER_ANSWERS)
    kept = {**known.pop(course, {}), **told}
    latest = list(known.items())[-_MOST_COURSES + 1 :]
    work.store.change_setting(ROSTER_ANSWERS, {**dict(latest), course: kept})
