"""A joined person who stands twice on a course's list: told everywhere, decided once, one certificate."""

import pytest

from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility, printing
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.courses import enrolments
from trainer_app.actions.courses.sessions import cancel_session
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import approval, reports
from trainer_app.actions.people import joining
from trainer_app.actions.people.directory import Directory
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import EnrolmentState
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.approvals import OpenMatter
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind
from trainer_app.store.base.drafts import Write
from trainer_app.system.messages import label_text


@pytest.fixture
def held(trainer: Workplace, room: Room) -> Room:
    """Let everybody complete; the third was absent once."""
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    attendance.mark(trainer, room.enrolments[2], room.sessions[0], Mark.ABSENT)
    for each in room.enrolments:
        scores.set_score(trainer, each, Occasion.POST, 1800, 2000)
    return room


def person_of(work: Workplace, enrolment: str) -> str:
    return enrolments.get_enrolment(work, enrolment).person


def join(work: Workplace, room: Room) -> None:
    joining.join(work, person_of(work, room.enrolments[1]), person_of(work, room.enrolments[2]))


def figures(work: Workplace) -> dict[str, object]:
    return {figure.code: figure.value for figure in reports.report(work).figures}


def waiting(work: Workplace) -> list[ReviewItem]:
    return [each for each in review.list_items(work) if each.kind is ReviewKind.TWICE_ON_LIST]


def test_what_joining_leaves_is_told_before_it(trainer: Workplace, held: Room) -> None:
    first, second = (person_of(trainer, held.enrolments[place]) for place in (1, 2))
    told = joining.preview(trainer, Directory(trainer), first, second)
    assert told.shared == told.marked != ()
    attendance_free = enrolments.add_by_name(trainer, held.course, "Юсуфов Алишер").key or ""
    told = joining.preview(trainer, Directory(trainer), first, person_of(trainer, attendance_free))
    assert (len(told.shared), told.marked) == (1, ())


def test_both_rows_wait_in_review_with_their_marks(trainer: Workplace, held: Room) -> None:
    assert waiting(trainer) == []
    join(trainer, held)
    (item,) = waiting(trainer)
    assert review.counts(trainer)[ReviewKind.TWICE_ON_LIST] == 1
    assert review.find_item(trainer, item.id) == item
    sessions = len(held.sessions)
    words = [label_text(side.words, "en") for side in item.sides if side.words]
    assert words[0].startswith("No.\N{NO-BREAK SPACE}2 ")
    assert words[0].endswith(f"in {sessions} of {sessions} marked sessions")
    assert words[1].startswith("No.\N{NO-BREAK SPACE}3 ")
    assert words[1].endswith(f"in {sessions - 1} of {sessions} marked sessions")
    assert item.course == held.course


def test_marks_that_differ_are_told_before_one_answers(trainer: Workplace, held: Room) -> None:
    join(trainer, held)
    (item,) = waiting(trainer)
    assert label_text(item.place, "en").endswith(
        ". The marks differ: session 1 \N{EM DASH} No.\N{NO-BREAK SPACE}2: present, "
        "No.\N{NO-BREAK SPACE}3: absent. The mark of the row that is kept counts"
    )
    attendance.mark(trainer, held.enrolments[1], held.sessions[0], Mark.ABSENT)
    (item,) = waiting(trainer)
    assert item.place.code == "review.place.twice_on_list", "they say the same"


def test_a_cancelled_session_counts_for_neither_row(trainer: Workplace, held: Room) -> None:
    cancel_session(trainer, held.sessions[1], "Бе барқ")
    join(trainer, held)
    (item,) = waiting(trainer)
    left = len(held.sessions) - 1
    words = [label_text(side.words, "en") for side in item.sides if side.words]
    assert words[0].endswith(f"in {left} of {left} marked sessions")
    assert words[1].endswith(f"in {left - 1} of {left} marked sessions")


@pytest.mark.parametrize("place", [0, 1])
def test_one_row_is_kept_and_the_other_leaves_with_its_marks(
    trainer: Workplace, held: Room, place: int
) -> None:
    join(trainer, held)
    before = figures(trainer)
    (item,) = waiting(trainer)
    review.settle(trainer, item.id, f"#{place}", "the same woman, typed twice")
    listed = {each.enrolment.key: each for each in enrolments.list_enrolments(trainer, held.course)}
    kept, gone = (listed[held.enrolments[1 + at]] for at in (place, 1 - place))
    assert kept.expected
    assert gone.enrolment.state is EnrolmentState.WITHDRAWN
    assert gone.marks == len(held.sessions), "no mark is moved or lost"
    assert waiting(trainer) == []
    after = figures(trainer)
    absent = attendance.grid(trainer, held.course).sessions[0].minutes if place else 0
    assert after.pop("person_hours") == before.pop("person_hours") - absent, "as the row that is kept says"
    counted = ("unique_persons", "participations", "sessions_held")
    assert [after[code] for code in counted] == [before[code] for code in counted], "counted once, as before"
    row = next(row for row in eligibility.board(trainer, held.course) if row.enrolment == kept.enrolment.key)
    assert row.due
    history.undo(trainer)
    assert len(waiting(trainer)) == 1


def test_the_number_of_one_person_is_no_question_beside_which_row_stays(
    trainer: Workplace, held: Room
) -> None:
    """S2: one walk-in typed twice took three questions; after two of them both rows had number 3."""

    def doubles() -> int:
        return review.counts(trainer)[ReviewKind.DOUBLE_NUMBER]

    trainer.journal.record(Label("test"), [Write("enrolment", held.enrolments[1], {"number": 3})])
    assert doubles() == 1
    join(trainer, held)
    assert doubles() == 0
    (item,) = waiting(trainer)
    review.settle(trainer, item.id, "#0")
    assert doubles() == len(waiting(trainer)) == 0
    trainer.journal.record(Label("test"), [Write("enrolment", held.enrolments[0], {"number": 3})])
    assert doubles() == 1, "two people who stand on the list"
    enrolments.withdraw(trainer, held.enrolments[0])
    assert doubles() == 0, "who left the list has no number there"


def test_nobody_gets_two_certificates_for_one_course(trainer: Workplace, held: Room) -> None:
    join(trainer, held)
    board = {row.enrolment: row for row in eligibility.board(trainer, held.course)}
    both = [board[key] for key in held.enrolments[1:3]]
    assert [row.twice for row in both] == [(3,), (2,)]
    assert [row.held_back for row in both] == [True, True]
    assert "No.\N{NO-BREAK SPACE}3" in label_text(both[0].reasons[-1], "en")
    (told,) = eligibility.twice_told(trainer, [Batch(held.course)])
    assert "No.\N{NO-BREAK SPACE}2 " in label_text(told, "en")
    issued = certificates.issue(trainer, held.course).certificates
    assert len(issued) == len(held.enrolments) - 2, "nobody else waits"
    with pytest.raises(TrainerError, match=r"certificate\.twice_on_list"):
        certificates.issue(trainer, held.course, only=frozenset(held.enrolments[1:2]))
    with pytest.raises(TrainerError, match=r"certificate\.twice_on_list"):
        certificates.issue(trainer, held.course)
    (item,) = waiting(trainer)
    review.settle(trainer, item.id, "#0")
    (one,) = certificates.issue(trainer, held.course).certificates
    assert one.enrolment == held.enrolments[1]
    assert printing.proof_list(trainer, held.course)


def test_a_certificate_of_the_row_that_left_is_declared_void_first(trainer: Workplace, held: Room) -> None:
    only = frozenset([held.enrolments[2]])
    (given,) = certificates.issue(trainer, held.course, only=only).certificates
    join(trainer, held)
    (item,) = waiting(trainer)
    review.settle(trainer, item.id, "#0")
    kept = frozenset([held.enrolments[1]])
    with pytest.raises(TrainerError, match=r"certificate\.twice_on_list"):
        certificates.issue(trainer, held.course, only=kept)
    left = {each.matter: each.count for each in approval.open_items(trainer, held.course)}
    assert left[OpenMatter.CERTIFICATES] == 1, "the one that the figures give no longer"
    certificates.void(trainer, given.serial, "issued on a row of the same person")
    assert len(certificates.issue(trainer, held.course, only=kept).certificates) == 1


def test_the_approval_asks_why_it_may_stay_so(trainer: Workplace, held: Room) -> None:
    certificates.issue(trainer, held.course)
    join(trainer, held)
    left = {each.matter: each for each in approval.open_items(trainer, held.course)}
    assert left[OpenMatter.TWICE].count == 1
    assert label_text(left[OpenMatter.TWICE].label, "en") == "people who stand on the list twice (Review): 1"
    (item,) = waiting(trainer)
    review.settle(trainer, item.id, "#1")
    left = {each.matter: each for each in approval.open_items(trainer, held.course)}
    assert OpenMatter.TWICE not in left
    assert OpenMatter.CERTIFICATES in left


def test_a_row_that_stands_alone_is_not_kept(trainer: Workplace, held: Room) -> None:
    with pytest.raises(TrainerError, match=r"enrolment\.not_twice"):
        enrolments.keep_one_row(trainer, held.enrolments[0])
