"""Nomination lists: what is planned, what is written, what is taken back, what is never overwritten."""

from datetime import date
from pathlib import Path

import pytest

from tests.actions.lists import HEADING, LIST, write_list
from tests.kit.writing import Room, newest_label
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.courses import courses, enrolments, roster, teachers
from trainer_app.actions.people import joining, people
from trainer_app.actions.people.directory import Directory
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, EnrolmentState, Participant, TeachingRole
from trainer_app.domain.courses.roster_columns import RosterColumn
from trainer_app.domain.courses.roster_plan import NEW, NOBODY, RowDecision, RowOutcome
from trainer_app.domain.courses.roster_reader import RowRepair
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base.drafts import Write

DAYS = (date(2018, 11, 5), date(2018, 11, 8))


@pytest.fixture
def course(trainer: Workplace) -> str:
    """Make a course with nobody on it."""
    return new_course(trainer, "NEW1")


def new_course(work: Workplace, code: str) -> str:
    return courses.create_course(work, CourseDraft(code, Texts(en="Course"), *DAYS)).key or ""


def listed(work: Workplace, course: str) -> dict[str, Participant]:
    return {item.person.name: item for item in enrolments.list_enrolments(work, course)}


def take(work: Workplace, path: Path, course: str, **values: bool) -> roster.RosterResult:
    return roster.apply(work, roster.check(work, path, course), **values)


def test_every_row_ends_in_one_of_three_ways(trainer: Workplace, course: str, tmp_path: Path) -> None:
    preview = roster.check(trainer, write_list(tmp_path), course)
    settlement = preview.settle()
    assert {line.number: settlement.outcomes[line.number] for line in preview.plan.lines} == {
        2: RowOutcome.IMPORTED,
        3: RowOutcome.IMPORTED,
        4: RowOutcome.IMPORTED,
        5: RowOutcome.REFUSED,
        6: RowOutcome.MATCHED,
        7: RowOutcome.REFUSED,
    }
    codes = {(problem.row, problem.code) for problem in preview.problems}
    assert {(5, "roster.no_name"), (6, "roster.double"), (7, "roster.total")} <= codes
    assert enrolments.list_enrolments(trainer, course) == []


def test_a_list_becomes_people_with_numbers(trainer: Workplace, course: str, tmp_path: Path) -> None:
    result = take(trainer, write_list(tmp_path), course)
    assert (result.rows, result.imported, result.matched, result.refused) == (6, 3, 1, 2)
    assert (result.added, result.already, result.joined) == (3, 0, 1)
    found = enrolments.list_enrolments(trainer, course)
    assert [item.enrolment.number for item in found] == [1, 2, 3]
    assert {item.enrolment.state for item in found} == {EnrolmentState.NOMINATED}
    first = found[0].person
    assert (first.family, first.given, first.patronymic) == ("Азизов", "Фаррух", "Бахтиёрович")
    assert (first.rank, first.unit, first.sex) == ("captain", "ШКД н. Сино", Sex.MALE)
    assert found[2].person.sex is Sex.UNKNOWN


def test_the_whole_is_one_step(trainer: Workplace, course: str, tmp_path: Path) -> None:
    before = len(history.recent(trainer))
    result = take(trainer, write_list(tmp_path), course)
    assert len(history.recent(trainer)) == before + 1
    assert newest_label(trainer) == Label("roster_action.step.import", {"count": 3})
    roster.undo_import(trainer, result)
    assert enrolments.list_enrolments(trainer, course) == []
    assert people.search(trainer, "Каримова") == []
    history.redo(trainer)
    assert len(enrolments.list_enrolments(trainer, course)) == 3


def test_the_same_list_again_doubles_nobody(trainer: Workplace, course: str, tmp_path: Path) -> None:
    path = write_list(tmp_path)
    take(trainer, path, course)
    number = trainer.journal.number
    again = take(trainer, path, course)
    assert (again.rows, again.imported, again.matched, again.refused) == (6, 0, 4, 2)
    assert (again.added, again.already, again.joined) == (0, 3, 1)
    assert again.filled == 0, "nothing was blank, so nothing was filled"
    assert again.changes.step is None
    assert trainer.journal.number == number
    with pytest.raises(TrainerError, match="history.unknown_step"):
        roster.undo_import(trainer, again)


def test_marks_forbid_taking_it_back(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    result = take(trainer, write_list(tmp_path), room.course)
    brought = result.enrolled[0]
    attendance.mark(trainer, brought, room.sessions[0], Mark.PRESENT)
    with pytest.raises(TrainerError) as refused:
        roster.undo_import(trainer, result)
    assert refused.value.code == "roster_action.used_since"
    assert refused.value.values["count"] == 1
    assert len(enrolments.list_enrolments(trainer, room.course)) == 5
    attendance.mark(trainer, brought, room.sessions[0], None)
    roster.undo_import(trainer, result)
    assert len(enrolments.list_enrolments(trainer, room.course)) == 3


def test_a_place_on_another_course_forbids_taking_it_back(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    result = take(trainer, write_list(tmp_path), course)
    person = listed(trainer, course)["Шокиров Алишер Валиевич"].person.key
    assert person in result.created
    enrolments.enrol(trainer, new_course(trainer, "NEW2"), person)
    with pytest.raises(TrainerError, match="roster_action.used_since"):
        roster.undo_import(trainer, result)
    history.undo(trainer)
    other = people.create_person(trainer, {"family": "Шакиров", "given": "Алишер"}).key or ""
    joining.join(trainer, person, other)
    with pytest.raises(TrainerError, match="roster_action.used_since"):
        roster.undo_import(trainer, result)
    joining.unjoin(trainer, other)
    teachers.assign(trainer, course, person, TeachingRole.OBSERVER)
    with pytest.raises(TrainerError, match="roster_action.used_since"):
        roster.undo_import(trainer, result)
    history.undo(trainer)
    roster.undo_import(trainer, result)
    assert enrolments.list_enrolments(trainer, course) == []


def test_a_correction_since_forbids_taking_it_back(trainer: Workplace, course: str, tmp_path: Path) -> None:
    result = take(trainer, write_list(tmp_path), course)
    person = listed(trainer, course)["Шокиров Алишер Валиевич"].person
    people.change_person(trainer, person.key, {"unit": "ШКД н. Рӯдакӣ"})
    with pytest.raises(TrainerError, match="history.changed_since"):
        roster.undo_import(trainer, result)
    assert len(enrolments.list_enrolments(trainer, course)) == 3


def test_known_people_come_onto_the_list_as_they_are(
    trainer: Workplace, room: Room, course: str, tmp_path: Path
) -> None:
    before = len(people.search(trainer, ""))
    rows = [("1", "Азизов Фаррух Бахтиёрович", "майор", "ШКД н. Сино", "М")]
    preview = roster.check(trainer, write_list(tmp_path, rows), course)
    assert preview.plan.lines[0].person in preview.known
    result = roster.apply(trainer, preview)
    assert (result.imported, result.matched, result.added) == (0, 1, 1)
    assert len(people.search(trainer, "")) == before
    person = listed(trainer, course)["Азизов Фаррух Бахтиёрович"].person
    # At this course it is as the list says.
    assert (person.unit, person.rank) == ("ШКД н. Сино", "major")
    known = people.get_person(trainer, person.key)
    # Of the person the unit was not known and is filled; the rank was, and stays.
    assert (known.unit, known.rank) == ("ШКД н. Сино", "captain")


def test_newer_ranks_are_taken_only_when_asked_for(
    trainer: Workplace, room: Room, course: str, tmp_path: Path
) -> None:
    path = write_list(tmp_path, [("1", "Азизов Фаррух Бахтиёрович", "майор", "ШКД н. Сино", "М")])
    take(trainer, path, course, take_newer=True)
    assert listed(trainer, course)["Азизов Фаррух Бахтиёрович"].person.rank == "major"
    # On the course already: what was corrected there is not overwritten by the old list.
    person = listed(trainer, course)["Азизов Фаррух Бахтиёрович"].person
    people.change_person(trainer, person.key, {"rank": "colonel"})
    take(trainer, path, course, take_newer=True)
    assert people.get_person(trainer, person.key).rank == "colonel"


def test_no_blank_overwrites_a_value(trainer: Workplace, room: Room, course: str, tmp_path: Path) -> None:
    key = listed(trainer, room.course)["Азизов Фаррух Бахтиёрович"].person.key
    people.change_person(trainer, key, {"unit": "ШКД н. Сино", "latin": "Farrukh Azizov"})
    before = people.get_person(trainer, key)
    take(trainer, write_list(tmp_path, [("1", "Азизов Фаррух Бахтиёрович", "", "", "")]), course)
    assert people.get_person(trainer, key) == before


def test_likely_people_are_proposed_and_new_by_default(
    trainer: Workplace, room: Room, course: str, tmp_path: Path
) -> None:
    rows = [("1", "Рахимов Некруз Файзуллоевич", "капитан", "ОВД р-на Рашт", "М")]
    preview = roster.check(trainer, write_list(tmp_path, rows), course)
    line = preview.plan.lines[0]
    assert line.person is None
    known = line.known[0].b
    assert preview.known[known].name == "Раҳимов Некрӯз Файзуллоевич"
    assert line.known[0].reasons
    assert preview.settle().count(RowOutcome.IMPORTED) == 1
    result = roster.apply(trainer, preview, {line.number: RowDecision(person=known)})
    assert (result.imported, result.matched) == (0, 1)
    assert listed(trainer, course).keys() == {"Раҳимов Некрӯз Файзуллоевич"}


def test_decisions_are_followed(trainer: Workplace, course: str, tmp_path: Path) -> None:
    preview = roster.check(trainer, write_list(tmp_path), course)
    decisions = {
        2: RowDecision(leave_out=True),
        4: RowDecision(repairs=frozenset({RowRepair.SEX})),
        6: RowDecision(same_as=0),
    }
    result = roster.apply(trainer, preview, decisions)
    assert (result.rows, result.imported, result.matched, result.refused) == (6, 3, 0, 3)
    names = [item.person.name for item in enrolments.list_enrolments(trainer, course)]
    assert names.count("Каримова Нилуфар Саидовна") == 2
    assert listed(trainer, course)["Шокиров Алишер Валиевич"].person.sex is Sex.MALE


def test_a_sure_match_can_be_refused(trainer: Workplace, room: Room, course: str, tmp_path: Path) -> None:
    rows = [("1", "Азизов Фаррух Бахтиёрович", "", "", "М")]
    preview = roster.check(trainer, write_list(tmp_path, rows), course)
    roster.apply(trainer, preview, {2: RowDecision(person=NEW)})
    assert len(people.search(trainer, "Азизов")) == 2


def test_joined_people_are_matched_as_one(
    trainer: Workplace, room: Room, course: str, tmp_path: Path
) -> None:
    kept = listed(trainer, room.course)["Раҳимов Некрӯз Файзуллоевич"].person.key
    other = people.create_person(
        trainer, {"family": "Рахимов", "given": "Некруз", "patronymic": "Файзуллоевич"}
    )
    joining.join(trainer, kept, other.key or "")
    enrolments.enrol(trainer, course, other.key or "")
    rows = [("1", "Раҳимов Некрӯз Файзуллоевич", "", "", "М")]
    result = take(trainer, write_list(tmp_path, rows), course)
    assert (result.added, result.already) == (0, 1)


def test_joined_people_are_known_under_each_of_their_names(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    rows = (
        ("1", "Гулмуродова Зарина Ҳакимовна", "капитан", "ШКД н. Сино", "З"),
        ("2", "Шарифзода Зарина Ҳакимовна", "капитан", "ШКД н. Сино", "З"),
    )
    path = write_list(tmp_path, rows)
    take(trainer, path, course)
    keep, other = (listed(trainer, course)[row[1]].person.key for row in rows)
    joining.join(trainer, keep, other)
    married = write_list(tmp_path, rows[1:], name="married.csv")
    preview = roster.check(trainer, married, new_course(trainer, "NEW2"))
    assert [(line.person, line.known) for line in preview.plan.lines] == [(keep, ())]
    assert preview.known[keep].name == rows[0][1]
    roster.apply(trainer, preview)
    assert len(people.search(trainer, "", 100)) == 1
    # The very list again: both rows are the one who is on it.
    again = roster.check(trainer, path, course)
    assert [line.person for line in again.plan.lines] == [keep, keep]
    roster.apply(trainer, again)
    assert len(people.search(trainer, "", 100)) == 1


def test_private_columns_are_off_until_somebody_wants_them(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    heading = ("Ному насаб", "Телефон", "Соли таваллуд")
    path = write_list(tmp_path, [("Шокиров Алишер Валиевич", "918 11 22 33", "1980")], heading)
    preview = roster.check(trainer, path, course)
    # The year of birth tells namesakes apart: it is taken, and can be left out as any column.
    assert preview.plan.mapping.columns == (RosterColumn.NAME, RosterColumn.NOTHING, RosterColumn.BIRTH_YEAR)
    assert preview.problems[0].code == "roster.column_asked_for", "it is said before all else"
    assert preview.problems[0].values["headings"] == ["Телефон"]
    mapping = preview.plan.mapping.remap([RosterColumn.NAME, "phone", RosterColumn.NOTHING])
    roster.apply(trainer, roster.plan(trainer, preview.table, course, mapping))
    person = listed(trainer, course)["Шокиров Алишер Валиевич"].person
    assert (person.phone, person.birth_year) == ("918 11 22 33", None)


def test_all_private_columns_are_told_in_one_line(trainer: Workplace, course: str, tmp_path: Path) -> None:
    heading = ("Номер заявки", "Ному насаб", "Тел.", "E-mail", "Личный номер")
    row = ("А-1", "Шокиров Алишер Валиевич", "918 11 22 33", "a@b.tj", "12-34")
    rows = [row, ("",) * 5, ("А-2", "Умаров Али Саидович", "", "", "")]
    preview = roster.check(trainer, write_list(tmp_path, rows, heading), course)
    assert len(preview.problems) > 1, "an empty row is told too, after it"
    told = [each for each in preview.problems if each.code == "roster.column_asked_for"]
    assert [each.values["headings"] for each in told] == [["Тел", "E-mail", "Личный номер"]]
    assert preview.problems.index(told[0]) == 0


NAMESAKES = (
    ("Раҳимов Фаррух", "майор", "ШВКД Рӯдакӣ", "1985"),
    ("Раҳимов Фаррух", "майор", "ШВКД Рӯдакӣ", "1991"),
)
BORN = ("Ному насаб", "Рутба", "Шуъба", "Соли таваллуд")


def test_an_answer_that_two_rows_are_two_people_is_kept(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    preview = roster.check(trainer, write_list(tmp_path, NAMESAKES, BORN), course)
    assert [line.alike for line in preview.plan.lines] == [None, 2]
    result = roster.apply(trainer, preview, {3: RowDecision(same_as=NOBODY)})
    born = {people.get_person(trainer, key).birth_year: key for key in result.created}
    assert set(born) == {1985, 1991}
    (pair,) = joining.joins_of(trainer).apart
    assert pair.people == set(born.values())
    assert joining.candidates(trainer) == []
    roster.undo_import(trainer, result)
    assert joining.joins_of(trainer).apart == ()


def test_namesakes_of_a_course_are_told_apart_in_every_list(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    take(trainer, write_list(tmp_path, NAMESAKES, BORN), course)
    told = {"Раҳимов Фаррух, 1985", "Раҳимов Фаррух, 1991"}
    grid = attendance.grid(trainer, course)
    assert {row.name for row in grid.rows} == {row.called for row in grid.rows} == told
    assert {row.called for row in eligibility.board(trainer, course)} == told
    directory = Directory(trainer)
    assert {line.name for line in directory.lines(directory.keys("Раҳимов")).values()} == told


def test_what_nobody_answered_stays_a_question(trainer: Workplace, course: str, tmp_path: Path) -> None:
    take(trainer, write_list(tmp_path, NAMESAKES, BORN), course)
    assert joining.joins_of(trainer).apart == ()


def test_years_of_birth_say_which_namesake_a_row_is(trainer: Workplace, course: str, tmp_path: Path) -> None:
    first = take(trainer, write_list(tmp_path, NAMESAKES, BORN), course)
    later = roster.check(
        trainer, write_list(tmp_path, NAMESAKES[::-1], BORN, "b.csv"), new_course(trainer, "NEW2")
    )
    assert [line.person for line in later.plan.lines] == list(reversed(first.created))


def test_rank_and_unit_alone_do_not_choose_among_namesakes(
    trainer: Workplace, course: str, tmp_path: Path
) -> None:
    third = ("Раҳимов Фаррух", "лейтенанти калон", "ШВКД Ваҳдат", "")
    take(trainer, write_list(tmp_path, (*NAMESAKES, third), BORN), course)
    later = new_course(trainer, "NEW2")
    preview = roster.check(trainer, write_list(tmp_path, (third,), BORN, "b.csv"), later)
    (line,) = preview.plan.lines
    assert line.person is None
    assert len(line.known) == 3
    result = roster.apply(trainer, preview, {2: RowDecision(person=NEW)})
    apart = joining.joins_of(trainer).apart
    assert [pair.people for pair in apart if result.created[0] not in pair.people] == []
    assert len(apart) == 3


def test_a_corrected_mapping_is_remembered(trainer: Workplace, course: str, tmp_path: Path) -> None:
    heading = ("Ному насаб", "Кор")
    rows = [("Шокиров Алишер Валиевич", "н. Сино")]
    first = roster.check(trainer, write_list(tmp_path, rows, heading), course)
    assert not first.corrected
    mapping = first.plan.mapping.remap([RosterColumn.NAME, RosterColumn.UNIT])
    planned = roster.plan(trainer, first.table, course, mapping)
    assert planned.corrected
    assert roster.remembered_columns(trainer) == {}
    roster.apply(trainer, planned)
    assert roster.remembered_columns(trainer) == {mapping.fingerprint: ("name", "unit")}
    other = [("Пирова Шаҳноза Ҳикматовна", "ш. Хуҷанд")]
    second = roster.check(trainer, write_list(tmp_path, other, heading, "second.csv"), course)
    assert second.plan.mapping.columns == (RosterColumn.NAME, RosterColumn.UNIT)
    assert not second.corrected


def test_a_list_without_a_course_is_only_looked_at(trainer: Workplace, tmp_path: Path) -> None:
    preview = roster.check(trainer, write_list(tmp_path))
    assert preview.settle().count(RowOutcome.IMPORTED) == 3
    with pytest.raises(TrainerError, match="roster_action.no_course"):
        roster.apply(trainer, preview)


def test_a_list_of_nobody_is_refused(trainer: Workplace, course: str, tmp_path: Path) -> None:
    number = trainer.journal.number
    preview = roster.check(trainer, write_list(tmp_path, LIST[3:4]), course)
    with pytest.raises(TrainerError, match="roster_action.nothing"):
        roster.apply(trainer, preview)
    assert trainer.journal.number == number


def test_a_stop_leaves_nothing_behind(trainer: Workplace, course: str, tmp_path: Path) -> None:
    preview = roster.check(trainer, write_list(tmp_path), course)
    number = trainer.journal.number

    def stop(code: str, fraction: float) -> None:
        if code == "roster_action.writing" and fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        roster.apply(trainer, preview, progress=stop)
    assert trainer.journal.number == number
    assert enrolments.list_enrolments(trainer, course) == []
    assert people.search(trainer, "") == []


def test_progress_goes_forward(trainer: Workplace, course: str, tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    preview = roster.check(trainer, write_list(tmp_path), course, progress=lambda *step: told.append(step))
    roster.apply(trainer, preview, progress=lambda *step: told.append(step))
    assert [code for code, _ in told][:1] == ["roster_action.reading"]
    for code in ("roster_action.comparing", "roster_action.writing"):
        fractions = [fraction for name, fraction in told if name == code]
        assert fractions == sorted(fractions)
        assert fractions[-1] == 1.0


def test_somebody_taken_away_meanwhile_is_told(
    trainer: Workplace, room: Room, course: str, tmp_path: Path
) -> None:
    created = people.create_person(
        trainer, {"family": "Тоирова", "given": "Лола", "patronymic": "Ғиёсовна", "sex": "female"}
    )
    rows = [("1", "Тоирова Лола Ғиёсовна", "", "", "З")]
    preview = roster.check(trainer, write_list(tmp_path, rows), course)
    assert preview.plan.lines[0].person == created.key
    trainer.journal.record(Label("test"), [Write("person", created.key or "", delete=True)])
    with pytest.raises(TrainerError, match="person.unknown"):
        roster.apply(trainer, preview)
    assert enrolments.list_enrolments(trainer, course) == []


def test_an_unknown_course_is_refused(trainer: Workplace, tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="course.unknown"):
        roster.check(trainer, write_list(tmp_path), "01890000-0000-7000-8000-000000000000")
    with pytest.raises(TrainerError, match="table.missing"):
        roster.check(trainer, tmp_path / "nothing.xlsx")


def test_a_large_list_is_one_step(trainer: Workplace, course: str, tmp_path: Path) -> None:
    families = [f"{stem}{end}" for stem in ("Азиз", "Карим", "Раҳим", "Назар") for end in ("ов", "зода")]
    rows = [
        (str(place), f"{families[place % 8]} Ном{chr(1072 + place % 31)}{chr(1072 + place // 31)} Саидович",
         "капитан", f"ШКД {place % 40}", "М")
        for place in range(900)
    ]  # fmt: skip
    result = take(trainer, write_list(tmp_path, rows, HEADING), course)
    assert result.rows == 900 == result.imported + result.matched + result.refused
    assert len(enrolments.list_enrolments(trainer, course)) == result.added > 700
    roster.undo_import(trainer, result)
    assert people.search(trainer, "") == []
