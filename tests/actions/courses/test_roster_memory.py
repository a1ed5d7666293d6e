"""What was said of the rows of a list is known when the list comes again."""

from datetime import date
from pathlib import Path

import pytest

from tests.actions.lists import write_list
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, roster
from trainer_app.actions.exchange import dropping, importing, packs, sending
from trainer_app.actions.office import erasing
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import ROSTER_ANSWERS, CourseDraft
from trainer_app.domain.courses.roster_plan import RowDecision
from trainer_app.domain.office.erasing import NOTICE_DAYS, RetentionRules
from trainer_app.system.clock import FixedClock

HEADING = ("Ному насаб", "Рутба", "Шуъба", "Ҷинс")
ROWS = (
    ("Каримова Нилуфар Саидовна", "лейтенант", "ШКД н. Сино", "З"),
    ("Раҳимов Фаррух Саидович", "майор", "ШВКД Рӯдакӣ", "М"),
    ("Рахимов Фарух Саидович", "майор", "ШВКД Рӯдакӣ", "М"),
)


def empty_course(work: Workplace) -> str:
    """Make a course with nobody on it."""
    days = (date(2018, 11, 5), date(2018, 11, 8))
    return courses.create_course(work, CourseDraft("NEW1", Texts(en="Course"), *days)).key or ""


@pytest.fixture
def course(trainer: Workplace) -> str:
    """Make a course with nobody on it."""
    return empty_course(trainer)


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


def answer(work: Workplace, course: str, folder: Path) -> str:
    """Import a list and say of two people whose rows theirs are; return who the first one is."""
    preview = roster.check(work, write_list(folder, ROWS, HEADING), course)
    decided = {2: RowDecision(fields={"family": "Холматова"}), 4: RowDecision(same_as=3)}
    roster.apply(work, preview, decided)
    rows = enrolments.list_enrolments(work, course)
    return next(each.person.key for each in rows if each.person.family == "Холматова")


def kept(work: Workplace, *keys: str) -> str:
    """Return what stands in the table of settings, in all of it or below some keys."""
    table = dict(work.database.rows("SELECT name, value FROM setting"))
    return "\n".join(str(value) for key, value in table.items() if key in (keys or table))


def answers_kept(work: Workplace) -> str:
    return kept(work, ROSTER_ANSWERS.key)


def marks_of(work: Workplace, person: str) -> list[str]:
    """Return what stands for the rows of somebody."""
    known = work.store.setting(ROSTER_ANSWERS).values()
    found = [mark for rows in known for mark, key in rows.items() if key == person]
    assert found
    return found


def people_kept(work: Workplace) -> set[str]:
    return {key for rows in work.store.setting(ROSTER_ANSWERS).values() for key in rows.values()}


def test_what_stands_for_a_row_goes_with_whoever_is_erased_here(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    person = answer(trainer, course, tmp_path)
    marks = marks_of(trainer, person)
    assert len(people_kept(trainer)) == 2
    erasing.erase_person(trainer, person, "asked in writing")
    assert len(people_kept(trainer) - {person}) == 1, "of others it stays"
    assert not any(mark in kept(trainer) for mark in marks)
    assert person not in answers_kept(trainer)
    (other,) = people_kept(trainer)
    erasing.erase_person(trainer, other, "asked in writing")
    assert course not in answers_kept(trainer)


@pytest.mark.both_homes
def test_it_goes_too_where_the_erasing_comes_by_a_file(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path
) -> None:
    course = empty_course(joined)
    person = answer(joined, course, tmp_path)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    # The same list comes to the office's table, too: what is answered there is of the same people.
    bureau.store.change_setting(ROSTER_ANSWERS, joined.store.setting(ROSTER_ANSWERS))
    marks = marks_of(joined, person)
    erasing.erase_person(bureau, person, "asked in writing")
    assert not any(mark in kept(bureau) for mark in marks)
    assert all(mark in kept(joined) for mark in marks)
    pack = packs.export_pack(bureau, "K7", stick, courses=[course]).file
    importing.import_files(joined, [pack])
    assert not any(mark in kept(joined) for mark in marks)
    assert len(people_kept(joined)) == 1


def test_it_goes_with_the_names_of_a_course_whose_time_has_come(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    course = empty_course(joined)
    answer(joined, course, tmp_path)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    bureau.store.change_setting(ROSTER_ANSWERS, joined.store.setting(ROSTER_ANSWERS))
    clock.advance(minutes=30 * 24 * 60)
    erasing.purge(bureau, [course], "two years are over")
    assert course not in answers_kept(bureau)
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick, courses=[course]).file])
    assert course not in answers_kept(joined)


def test_it_leaves_a_laptop_with_the_names_of_a_closed_course(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    course = empty_course(joined)
    answer(joined, course, tmp_path)
    clock.advance(minutes=30 * 24 * 60)
    courses.close_course(joined, course)
    erasing.set_rules(bureau, RetentionRules(None, NOTICE_DAYS))
    importing.import_files(bureau, [sending.export(joined, stick).file])
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick, courses=[course]).file])
    assert dropping.notices(joined)
    assert course in answers_kept(joined)
    clock.advance(minutes=NOTICE_DAYS * 24 * 60)
    assert dropping.drop_due(joined) == ["NEW1"]
    assert course not in answers_kept(joined)
