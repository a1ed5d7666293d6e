"""Whose tests learning counts: of participants, who came at all; the same wherever it is asked."""

from datetime import date

import pytest

from tests.actions.sheets import choose, single
from tests.kit.samples import FIRST, LAST, PEOPLE, SERIES, Guest
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.actions.evaluations import keying, progress, results, scores
from trainer_app.actions.office import building, reports
from trainer_app.actions.people import joining, people
from trainer_app.documents.evaluations.results_tables import results_csv
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.report_json import results_document
from trainer_app.system.messages import label_text

CAME, LATE, ABSENT, EXCUSED, UNMARKED, REPLACED, CANCELLED = range(7)
NAMES = ("Азизов Али", "Бобоев Бек", "Восиев Вали", "Гулов Гул", "Даврон Дод", "Ёров Ёр", "Зоиров Зоҳир")


@pytest.fixture
def parts() -> tuple[str, ...]:
    return ("trainer",)


@pytest.fixture
def room(trainer: Workplace) -> Room:
    """Write a course of which two came, and five who did not for different reasons; all have both tests."""
    made = write_course(trainer, replace(SERIES, people=tuple(map(Guest, NAMES))))
    first, second, third, *_ = made.sessions
    people_there = made.enrolments
    for place, mark in ((CAME, Mark.PRESENT), (ABSENT, Mark.ABSENT), (EXCUSED, Mark.EXCUSED)):
        attendance.mark(trainer, people_there[place], first, mark)
    attendance.mark(trainer, people_there[LATE], second, Mark.LATE, 10)
    attendance.mark(trainer, people_there[CANCELLED], third, Mark.PRESENT)
    sessions.cancel_session(trainer, third, "Ҳаво")
    for place, enrolment in enumerate(people_there):
        before, after = (500, 1500) if place in (CAME, LATE) else (2000, 0)
        scores.set_score(trainer, enrolment, Occasion.PRE, before, 2000)
        scores.set_score(trainer, enrolment, Occasion.POST, after, 2000)
    enrolments.add_walk_in(trainer, made.course, "Исмоилов Исо")
    new = attendance.grid(trainer, made.course).rows[-1].enrolment
    enrolments.replace(trainer, people_there[REPLACED], new)
    return made


def learning_of(work: Workplace, course: str, first: date | None, last: date | None) -> tuple[object, ...]:
    figures = {
        each.code: each for each in building.report(work, course=course, first=first, last=last).figures
    }
    return tuple(
        figures[code].value for code in ("tests_matched", "tests_only_pre", "tests_only_post", "gain_points")
    )


def test_only_who_came_counts_and_everywhere_the_same(trainer: Workplace, room: Room) -> None:
    wanted = (2, 0, 0, 5000)
    assert learning_of(trainer, room.course, None, None) == wanted
    assert learning_of(trainer, room.course, FIRST, LAST) == wanted
    for found in (
        scores.evaluation(trainer, room.course).result,
        scores.overview(trainer).result,
        results.gather(trainer).learning,
        results.gather(trainer, course=room.course).learning,
    ):
        assert (found.matched, found.only_pre, found.only_post, found.gain_points) == wanted
    counted = reports.gather_report(trainer, room.course).counted
    assert counted.figure("tests_matched") == building.report(trainer).figure("tests_matched")
    assert [row.pre is not None for row in scores.evaluation(trainer, room.course).rows[:7]] == [True] * 7


def test_who_is_left_out_is_named_or_only_counted(trainer: Workplace, room: Room) -> None:
    others = [room.enrolments[place] for place in range(2, 7)]
    assert [each.enrolment for each in scores.evaluation(trainer, room.course).left_out] == others
    assert [each.enrolment for each in scores.overview(trainer).left_out] == others
    found = results.gather(trainer, course=room.course)
    assert [each.enrolment for each in found.left_out] == others
    report = building.report(trainer, names=True)
    (excluded,) = next(each for each in report.figures if each.code == "tests_matched").exclusions
    assert excluded.values == {"count": 5, "rows": tuple(sorted(others))}
    for notes in (report.notes, found.told(), reports.gather_report(trainer, room.course, names=True).notes):
        said = " ".join(label_text(note, "en") for note in notes)
        assert all(f"{name} (DSH1, no. {place})" in said for place, name in enumerate(NAMES[2:], 3)), said
    for notes in (
        reports.gather_report(trainer, room.course, names=False).notes,
        building.report(trainer, names=False).notes,
        found.told(names=False),
    ):
        said = " ".join(label_text(note, "en") for note in notes)
        assert "5 people who never came" in said
        assert not any(name.split()[0] in said for name in NAMES)
    document = results_document(found, lambda label: label_text(label, "en"), "en")
    assert "Зоиров Зоҳир" in str(document["notes"])
    assert results_csv(found, "en").decode("utf-8-sig").count("left_out") == 5


def test_a_period_leaves_out_who_came_at_another_time(trainer: Workplace, room: Room) -> None:
    assert learning_of(trainer, room.course, LAST, LAST) == (0, 0, 0, None)


def test_two_enrolments_of_joined_people_are_one_participant(trainer: Workplace) -> None:
    room = write_course(trainer, replace(SERIES, people=tuple(Guest(*each) for each in PEOPLE)))
    named, came, other = room.enrolments
    scores.set_score(trainer, named, Occasion.PRE, 500, 2000)
    scores.set_score(trainer, came, Occasion.POST, 1000, 2000)
    scores.set_score(trainer, named, Occasion.POST, 2000, 2000)
    attendance.mark(trainer, came, room.sessions[0], Mark.PRESENT)
    attendance.mark(trainer, other, room.sessions[0], Mark.PRESENT)
    assert learning_of(trainer, room.course, None, None) == (0, 0, 1, None)
    rows = attendance.grid(trainer, room.course).rows
    joining.join(trainer, rows[0].person, rows[1].person)
    wanted = (1, 0, 0, 7500)
    assert learning_of(trainer, room.course, None, None) == wanted
    assert learning_of(trainer, room.course, FIRST, LAST) == wanted
    found = results.gather(trainer, course=room.course)
    assert (found.learning.matched, found.learning.gain_points, found.left_out) == (1, 7500, ())


def test_namesakes_are_told_apart_wherever_their_papers_are(trainer: Workplace, room: Room) -> None:
    whole = ("Раҳимов Фаррух Аҳмадович", "Раҳимов Фаррух Саидович", "Раҳимов Фаррух Саидович")
    added = [enrolments.add_walk_in(trainer, room.course, name, first_day=FIRST).key or "" for name in whole]
    persons = {
        item.enrolment.key: item.person.key for item in enrolments.list_enrolments(trainer, room.course)
    }
    for enrolment, year in zip(added[1:], (1985, 1990), strict=True):
        people.change_person(trainer, persons[enrolment], {"birth_year": year})
    told = {
        added[0]: "Раҳимов Фаррух Аҳмадович",
        added[1]: "Раҳимов Фаррух Саидович, 1985",
        added[2]: "Раҳимов Фаррух Саидович, 1990",
    }
    attendance.mark_rest(trainer, room.sessions[0])
    rows = {row.enrolment: row.name for row in scores.evaluation(trainer, room.course).rows}
    assert {key: rows[key] for key in added} == told
    assert "Азизов Али" in rows.values(), "whoever has no namesake keeps the short name"
    sheet = choose(trainer, room.course, [single("one")])
    lines = {line.enrolment: line.name for line in progress.paper_list(trainer, sheet.sitting).lines}
    assert lines == rows
    view = keying.open_paper_of(trainer, sheet.sitting, added[1])
    assert view.name == told[added[1]]
    keying.key_answer(trainer, view, sheet.questions[0], "1")
    assert [each.name for each in keying.list_papers(trainer, sheet.sitting)] == [told[added[1]]]
    found = {each.enrolment: each.name for each in results.gather(trainer, course=room.course).people}
    assert found[added[1]] == told[added[1]]


def test_who_came_and_left_is_listed_for_a_paper_that_may_still_be_entered(trainer: Workplace) -> None:
    """Whoever sat in on the first day may have written the first test; who never came wrote none."""
    made = write_course(trainer, replace(SERIES, people=tuple(map(Guest, NAMES))))
    came, never, withdrawn, later, *_ = made.enrolments
    for each in (came, withdrawn):
        attendance.mark(trainer, each, made.sessions[0], Mark.PRESENT)
    attendance.mark(trainer, later, made.sessions[-1], Mark.PRESENT)
    for gone, name in ((came, "Исмоилов Исо"), (never, "Каримов Карим")):
        enrolments.add_walk_in(trainer, made.course, name)
        enrolments.replace(trainer, gone, attendance.grid(trainer, made.course).rows[-1].enrolment)
    enrolments.withdraw(trainer, withdrawn, made.sessions[3])
    listed = [row.enrolment for row in scores.evaluation(trainer, made.course).rows]
    assert {came, withdrawn} < {*listed}
    assert never not in listed
    # A test with a form is expected of whoever was in the room that day, also of who has left since.
    for occasion, there in ((Occasion.PRE, {came, withdrawn}), (Occasion.POST, set[str]())):
        sitting = choose(trainer, made.course, [single(str(occasion))], occasion=occasion).sitting
        lines = progress.paper_list(trainer, sitting).lines
        waits = {line.enrolment for line in lines if line.state is progress.PaperState.MISSING}
        assert waits & {came, never, withdrawn} == there, occasion
