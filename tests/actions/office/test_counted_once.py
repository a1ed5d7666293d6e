"""S1: somebody in two rows of one course is one person in each session, on the list and in the annex."""

from dataclasses import replace

import pytest

from tests.documents.reading import words as read
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.courses import enrolments
from trainer_app.actions.courses.one_person import attendance_write
from trainer_app.actions.office import reports
from trainer_app.actions.papers.papers import USUAL, Chosen
from trainer_app.actions.people import joining
from trainer_app.domain.attendance.marks import Mark, count_session
from trainer_app.domain.base.changes import Label
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.certificates.eligibility import count_results
from trainer_app.system.messages import label_text

FOURTH = 3
LANGUAGES = ("en", "ru", "tg")


@pytest.fixture
def twice(trainer: Workplace, room: Room) -> Room:
    """Let everybody come to four sessions; the last on the list was typed anew in the fourth, and joined."""
    for session in room.sessions[: FOURTH + 1]:
        attendance.mark_rest(trainer, session)
    since = room.sessions[FOURTH]
    again = enrolments.add_walk_in(trainer, room.course, "Азизов Фарух", since=since).key or ""
    attendance.mark(trainer, again, since, Mark.LATE, 10)
    first, second = (enrolments.get_enrolment(trainer, key).person for key in (room.enrolments[2], again))
    joining.join(trainer, first, second)
    return replace(room, enrolments=(*room.enrolments, again))


def own_mark(work: Workplace, enrolment: str, session: str, mark: Mark | None) -> None:
    """Let another laptop, which knew of no join, mark a row."""
    work.journal.record(Label("test"), [attendance_write(enrolment, session, mark)])


def came(work: Workplace, room: Room) -> list[tuple[int, int, int]]:
    """Return who is present, late and expected in the sessions marked, as the course report counts them."""
    found = reports.gather_report(work, room.course).sessions[: FOURTH + 1]
    return [(each.heads.present, each.heads.late, each.heads.expected) for each in found]


@pytest.mark.parametrize("kept", [None, 2, 3])
def test_a_session_counts_a_person_in_two_rows_once(
    trainer: Workplace, twice: Room, kept: int | None
) -> None:
    if kept is not None:
        enrolments.keep_one_row(trainer, twice.enrolments[kept])
    counted = (2, 1, 3) if kept == 3 else (3, 0, 3)
    assert came(trainer, twice) == [*[(3, 0, 3)] * FOURTH, counted], "as the row that is kept says"
    rows = attendance.grid(trainer, twice.course).rows
    heads = count_session(rows, FOURTH)
    assert (heads.in_room, heads.expected, heads.left) == (3, 3, 0), "nobody left"


def test_what_the_leading_row_says_counts_and_else_the_other(trainer: Workplace, twice: Room) -> None:
    first, session = twice.enrolments[2], twice.sessions[FOURTH]
    for mark, heads in ((Mark.ABSENT, (2, 0, 3)), (Mark.EXCUSED, (2, 0, 3)), (None, (2, 1, 3))):
        own_mark(trainer, first, session, mark)
        assert came(trainer, twice)[FOURTH] == heads
    own_mark(trainer, twice.enrolments[3], session, None)
    heads = reports.gather_report(trainer, twice.course).sessions[FOURTH].heads
    assert (heads.unmarked, heads.expected) == (1, 3), "missing where it is missing under both"


def test_nobody_left_who_is_on_the_list_in_another_row(trainer: Workplace, twice: Room) -> None:
    listed = reports.gather_report(trainer, twice.course).listed
    assert (listed.expected, listed.walk_ins, listed.withdrawn) == (3, 3, 0)
    enrolments.keep_one_row(trainer, twice.enrolments[2])
    listed = reports.gather_report(trainer, twice.course).listed
    assert (listed.expected, listed.walk_ins, listed.withdrawn) == (3, 3, 0)
    enrolments.withdraw(trainer, twice.enrolments[2])
    listed = reports.gather_report(trainer, twice.course).listed
    assert (listed.expected, listed.withdrawn) == (2, 1), "one person left, of two rows"
    heads = count_session(attendance.grid(trainer, twice.course).rows, FOURTH)
    assert (heads.in_room, heads.left) == (3, 1)


def test_a_row_that_was_given_up_is_nobody_who_came_after_leaving(trainer: Workplace, twice: Room) -> None:
    """It was marked in the last session: "came to the end, and was taken off the list" was untrue."""
    own_mark(trainer, twice.enrolments[3], twice.sessions[-1], Mark.PRESENT)
    enrolments.keep_one_row(trainer, twice.enrolments[2])
    after = [each.came_after for each in enrolments.list_enrolments(trainer, twice.course)]
    assert after == [0, 0, 0, 0]
    enrolments.withdraw(trainer, twice.enrolments[2])
    assert enrolments.list_enrolments(trainer, twice.course)[2].came_after > 0


def test_the_board_counts_a_person_once_and_the_other_row_says_whose_it_is(
    trainer: Workplace, twice: Room
) -> None:
    enrolments.keep_one_row(trainer, twice.enrolments[2])
    board = eligibility.board(trainer, twice.course)
    assert [row.repeats for row in board] == [0, 0, 0, 3]
    assert sum(count_results(board).values()) == len(board) - 1 == 3
    said = [label_text(board[3].reasons[0], language) for language in LANGUAGES]
    assert said == [
        "the same person as No.\N{NO-BREAK SPACE}3",
        "тот же человек, что и №\N{NO-BREAK SPACE}3",
        "ҳамон шахс, ки дар №\N{NO-BREAK SPACE}3 аст",
    ]
    assert "eligibility.gone" not in {reason.code for reason in board[3].reasons}
    assert not any(row.repeats for row in eligibility.board(trainer, twice.course)[:3])


def test_a_certificate_of_either_row_is_the_one_that_counts(trainer: Workplace, twice: Room) -> None:
    eligibility.override(trainer, twice.enrolments[3], CertificateKind.COMPLETION, "she led the practice")
    assert [row.repeats for row in eligibility.board(trainer, twice.course)] == [0, 0, 0, 3]
    counted = count_results(eligibility.board(trainer, twice.course))
    assert counted[CertificateKind.COMPLETION] == 1
    enrolments.keep_one_row(trainer, twice.enrolments[2])
    assert count_results(eligibility.board(trainer, twice.course)) == counted


def test_the_annex_says_whose_the_other_row_is(trainer: Workplace, twice: Room) -> None:
    enrolments.keep_one_row(trainer, twice.enrolments[2])
    for chosen in (USUAL, Chosen({reports.NAMES: True})):
        for language, words in (("en", "the same person as No. 3"), ("ru", "тот же человек, что и № 3")):
            text = " ".join(read(reports.course_report(trainer, twice.course, language, chosen)).split())
            assert text.count(words) == 1
