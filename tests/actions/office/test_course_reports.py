"""The course report says what is counted elsewhere: the same figures as reports, the board and the grid."""

from fractions import Fraction

import pytest

from tests.actions.evaluated import choose, hand_in, make_form, scale
from tests.actions.sheets import enter_alone, feed_back
from tests.documents.reading import words
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.evaluations import forms, scores
from trainer_app.actions.office import building, reports
from trainer_app.actions.papers.papers import Chosen
from trainer_app.domain.attendance.marks import Mark, count_heads
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.courses.courses import SessionState
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import Question, QuestionKind
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES
from trainer_app.domain.people.persons import Sex


def text_of(pdf: bytes) -> str:
    return words(pdf)


@pytest.fixture
def taught(trainer: Workplace, room: Room) -> Room:
    """Mark in every way, cancel a session, leave one, test, take feedback, let a walk-in leave."""
    first, second, third = room.enrolments
    for key in room.sessions[:10]:
        attendance.mark(trainer, first, key, Mark.PRESENT)
    attendance.mark(trainer, second, room.sessions[0], Mark.LATE, 25)
    attendance.mark(trainer, second, room.sessions[1], Mark.EXCUSED)
    attendance.mark(trainer, third, room.sessions[0], Mark.ABSENT)
    sessions.cancel_session(trainer, room.sessions[10], "барқ набуд")
    extra = enrolments.add_walk_in(trainer, room.course, "Ҷалилова Нигина", sex=Sex.UNKNOWN).key or ""
    attendance.mark(trainer, extra, room.sessions[8], Mark.PRESENT)
    enrolments.withdraw(trainer, extra)
    scores.set_score(trainer, first, Occasion.PRE, 800, 2000)
    scores.set_score(trainer, first, Occasion.POST, 1500, 2000)
    scores.set_score(trainer, second, Occasion.PRE, 700, 2000)
    feed_back(trainer, room.course, *[("4", "")] * 3, *[("5", "")] * 2, *[("5", "5")] * 2)
    certificates.issue(trainer, room.course, "tg")
    return room


def test_its_figures_are_those_of_the_reports(trainer: Workplace, taught: Room) -> None:
    found = reports.gather_report(trainer, taught.course)
    counted = building.report(trainer, course=taught.course, by=(SplitBy.SEX, SplitBy.UNIT))
    assert found.counted == counted
    for figure in counted.figures:
        assert found.figure(figure.code) == figure
    by_sex = {line.name: line for line in counted.splits[0].lines}
    for sex in Sex:
        for figure in by_sex[sex.value].figures:
            assert found.of_sex(sex, figure.code) == figure
    assert list(found.notes[: len(counted.told)]) == list(counted.told) != []


def test_its_shares_and_results_are_those_of_the_board(trainer: Workplace, taught: Room) -> None:
    found = reports.gather_report(trainer, taught.course, names=True)
    board = eligibility.board(trainer, taught.course)
    assert [(each.number, each.name, each.share, each.result) for each in found.persons] == [
        (row.number, row.name, row.share, row.result) for row in board
    ]
    serials = {row.number: row.certificate.serial for row in board if row.certificate}
    assert {each.number: each.serial for each in found.persons if each.serial} == serials
    completed = sum(row.result is CertificateKind.COMPLETION for row in board)
    assert found.figure("completions").value == completed == 1


def test_a_void_certificate_leaves_the_completion_counted_and_is_told(
    trainer: Workplace, taught: Room
) -> None:
    before = reports.gather_report(trainer, taught.course)
    given = next(each for each in before.persons if each.result is CertificateKind.COMPLETION)
    certificates.void(trainer, given.serial, "spoiled in the printer")
    found = reports.gather_report(trainer, taught.course)
    assert [each.number for each in found.persons if each.voided] == [given.number]
    row = next(each for each in found.persons if each.voided)
    assert (row.result, row.serial) == (CertificateKind.COMPLETION, "")
    assert found.figure("completions").value == before.figure("completions").value == 1


def test_its_marks_are_those_of_the_grid(trainer: Workplace, taught: Room) -> None:
    found = reports.gather_report(trainer, taught.course)
    table = attendance.grid(trainer, taught.course)
    assert len(found.sessions) == len(table.sessions) == 12
    for place, session in enumerate(found.sessions):
        assert session.heads == count_heads([row.cells[place] for row in table.rows])
    held = [
        each
        for each in courses.get_course(trainer, taught.course).sessions
        if each.state is SessionState.HELD
    ]
    assert found.minutes_held == sum(each.minutes for each in held)
    assert len(found.in_state(SessionState.HELD)) == found.figure("sessions_held").value == len(held)
    assert [each.reason for each in found.in_state(SessionState.CANCELLED)] == ["барқ набуд"]


def test_the_list_is_counted_by_how_people_came_and_went(trainer: Workplace, taught: Room) -> None:
    listed = reports.gather_report(trainer, taught.course).listed
    people = enrolments.list_enrolments(trainer, taught.course)
    assert listed.expected == sum(each.expected for each in people) == 3
    assert (listed.walk_ins, listed.in_place, listed.replaced, listed.withdrawn) == (3, 0, 0, 1)
    here = next(each.enrolment.key for each in people if each.expected)
    enrolments.add_walk_in(trainer, taught.course, "Бахромов Давлат", replaces=here)
    listed = reports.gather_report(trainer, taught.course).listed
    assert listed.expected == 3
    assert (listed.walk_ins, listed.in_place, listed.replaced, listed.withdrawn) == (2, 1, 1, 1)


def test_it_says_what_is_missing(trainer: Workplace, taught: Room) -> None:
    codes = {label.code for label in reports.gather_report(trainer, taught.course).notes}
    assert {"course_note.planned", "course_note.feedback", "counting.note_unmarked"} <= codes
    assert "course_note.overrides" not in codes
    second = taught.enrolments[1]
    eligibility.override(trainer, second, CertificateKind.COMPLETION, "she led the practice")
    codes = {label.code for label in reports.gather_report(trainer, taught.course).notes}
    assert "course_note.overrides" in codes


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_the_paper_says_the_figures(trainer: Workplace, taught: Room, language: str) -> None:
    named = Chosen({reports.NAMES: True})
    text = text_of(reports.course_report(trainer, taught.course, language, named))
    pairs = {
        "tg": "супорида бошанд: 1. Танҳо санҷиши аввал: 1. Танҳо санҷиши ниҳоӣ: 0.",
        "ru": "кто проходил оба теста: 1. Только входной тест: 1. Только итоговый: 0.",
        "en": "both tests count: 1. Pre-test only: 1. Post-test only: 0.",
    }
    assert pairs[language[:2]] in text
    assert [code for code in pairs if pairs[code] in text] == language.split("+")
    assert "барқ набуд" in text
    assert "Гулмуродова Зарина Ҳакимовна" in text
    assert "{" not in text


def test_without_names_no_participant_is_named(trainer: Workplace, taught: Room) -> None:
    text = text_of(reports.course_report(trainer, taught.course, "tg"))
    for name in ("Гулмуродова", "Раҳимов", "Азизов", "капитан"):
        assert name not in text
    assert "-00001-" in text


def test_a_course_in_which_nothing_happened_has_a_report_too(trainer: Workplace, room: Room) -> None:
    text = text_of(reports.course_report(trainer, room.course, "en"))
    assert "Nobody has both tests" in text
    assert "Held: 0 (0 hours). Cancelled: 0. Still to come: 12." in text
    with pytest.raises(TrainerError, match="course.unknown"):
        reports.course_report(trainer, "nothing")


def test_feedback_is_told_form_by_form_from_the_sheets(trainer: Workplace, taught: Room) -> None:
    asked = [scale("Фаҳмо буд"), Question("", QuestionKind.TEXT, Texts(tg="Боз чӣ?"))]
    form = make_form(trainer, FormKind.FEEDBACK, "Баҳо", asked)
    hand_in(
        trainer, choose(trainer, taught.course, form, Occasion.END), [("5", "a"), ("4", ""), ("2", "b")] * 2
    )
    newer = forms.add_version(trainer, form).key or ""
    sheets = [("1", "")] * 2
    hand_in(trainer, choose(trainer, taught.course, newer, Occasion.END), sheets)
    enter_alone(trainer)
    lines = reports.gather_report(trainer, taught.course).feedback
    first, second = (line for line in lines if line.statement["tg"] == "Фаҳмо буд")
    assert first.statement["tg"] == "Фаҳмо буд"
    assert first.scale is not None
    assert (first.answers, first.scale.median, first.scale.top) == (6, 4, Fraction(20_000, 3))
    assert (second.answers, second.hidden) == (2, True)
    assert first.form["en"] == "Баҳо · version 1"
    assert second.form["ru"] == "Баҳо · версия 2"
    assert [line.answers for line in lines if line not in (first, second)] == [7, 2]
    whole = " ".join(text_of(reports.course_report(trainer, taught.course, "en")).split())
    assert "Фаҳмо буд 6 4 66.7 % 33.3 %" in whole
    assert "Баҳо · version 2" in whole


def test_sessions_that_are_marked_before_their_date_are_told(trainer: Workplace, taught: Room) -> None:
    """S2: the hours of a day to come stood in the figures, and nothing said so."""
    found = reports.gather_report(trainer, taught.course)
    ahead = [each for each in found.in_state(SessionState.HELD) if each.day > trainer.today()]
    assert ahead
    told = next(note for note in found.notes if note.code == "counting.note_ahead")
    code = courses.get_course(trainer, taught.course).course.code
    assert told.values == {"count": len(ahead), "courses": (code,)}
    assert text_of(reports.course_report(trainer, taught.course, "ru")).count("раньше своей даты") == 1
