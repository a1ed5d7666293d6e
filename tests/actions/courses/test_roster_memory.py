"""What was said of the rows of a list is known when the list comes again."""

from datetime import date
from pathlib import Path

import pytest

from tests.actions.lists import write_list
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, roster
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.roster_plan import RowDecision

HEADING = ("Ному насаб", "Рутба", "Шуъба", "Ҷинс")
ROWS = (
    ("Каримова Нилуфар Саидовна", "лейтенант", "ШКД н. Сино", "З"),
    ("Раҳимов Фаррух Саидович", "майор", "ШВКД Рӯдакӣ", "М"),
    ("Рахимов Фарух Саидович", "майор", "ШВКД Рӯдакӣ", "М"),
)


@pytest.fixture
def course(trainer: Workplace) -> str:
    """Make a course with nobody on it."""
    days = (date(2018, 11, 5), date(2018, 11, 8))
    return courses.create_course(trainer, CourseDraft("NEW1", Texts(en="Course"), *days)).key or ""


def test_rows_of_one_person_are_so_when_the_list_comes_again(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    path = write_list(tmp_path, ROWS, HEADING)
    preview = roster.check(trainer, path, course)
    assert [line.alike for line in preview.plan.lines] == [None, None, 3]
    first = roster.apply(trainer, preview, {4: RowDecision(same_as=3)})
    assert first.added == 2
    again = roster.check(trainer, path, course)
    assert again.questions() == []
    second = roster.apply(trainer, again)
    assert (second.added, second.created, second.matched) == (0, (), 3)
    assert len(enrolments.list_enrolments(trainer, course)) == 2


def test_a_name_that_was_put_right_is_known_as_it_is_written(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    path = write_list(tmp_path, ROWS[:1], HEADING)
    corrected = RowDecision(fields={"family": "Холматова"})
    roster.apply(trainer, roster.check(trainer, path, course), {2: corrected})
    again = roster.apply(trainer, roster.check(trainer, path, course))
    assert (again.added, again.created) == (0, ())


def test_after_the_import_was_taken_back_it_is_asked_again(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    path = write_list(tmp_path, ROWS, HEADING)
    result = roster.apply(trainer, roster.check(trainer, path, course), {4: RowDecision(same_as=3)})
    roster.undo_import(trainer, result)
    assert [line.alike for line in roster.check(trainer, path, course).plan.lines] == [None, None, 3]


def test_whom_nobody_told_apart_are_nobody_new_when_the_list_comes_again(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    path = write_list(tmp_path, ROWS, HEADING)
    roster.apply(trainer, roster.check(trainer, path, course))
    again = roster.apply(trainer, roster.check(trainer, path, course))
    assert (again.added, again.created) == (0, ())
