"""What a trainer wrote and took back before anybody saw it is no answer; one record is asked about once."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.actions.exchange.test_losses import contradict, to_laptop, to_office
from tests.actions.exchange.test_losses import parts as parts
from tests.actions.exchange.test_losses import room as room
from tests.actions.exchange.test_losses import second as second
from tests.kit.world import Story
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import sessions
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.schema import DELETED
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind


def values_of(item: ReviewItem) -> list[tuple[str, str | None]]:
    """Return (laptop, mark) of each side in the order shown; None for one that lets the row go."""
    return [
        (side.device, None if side.values.get(DELETED) else str(side.values.get("mark")))
        for side in item.sides
    ]


def questions(work: Workplace, room: Room) -> list[ReviewItem]:
    """Return what is asked about the third session."""
    return [one for one in review.list_items(work) if one.session == room.sessions[2]]


def mark_of(work: Workplace, room: Room, row: int) -> Mark | None:
    cell = attendance.grid(work, room.course).rows[row].cells[2]
    return cell.mark if cell is not None else None


def hold(story: Story) -> None:
    """Let all know that the third session is held, so that only its marks differ."""
    joined, second, bureau = (story.works[name] for name in ("trainer", "second", "office"))
    assert story.room is not None
    sessions.hold_session(joined, story.room.sessions[2])
    to_office(joined, bureau, story.stick)
    to_laptop(bureau, second, story.stick, story.room)


def take_back(story: Story) -> None:
    """K7 wrote "present" for two people and took it back, for one it wrote "late" then; K9 wrote "absent"."""
    joined, second, held = story.works["trainer"], story.works["second"], story.room
    assert held is not None
    for row in (1, 2):
        attendance.mark(joined, held.enrolments[row], held.sessions[2], Mark.PRESENT)
        history.undo(joined)
    attendance.mark(joined, held.enrolments[2], held.sessions[2], Mark.LATE, 15)
    for row in (1, 2):
        attendance.mark(second, held.enrolments[row], held.sessions[2], Mark.ABSENT)


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    steps = {"room": contradict, "held": hold, "taken_back": take_back}
    return [step for name, step in steps.items() if name in request.fixturenames]


@pytest.fixture
def held(room: Room) -> Room:
    """Return the course of which the third session is held."""
    return room


@pytest.fixture
def taken_back(held: Room) -> Room:
    """Return it where K7 took back what it wrote for two people."""
    return held


@pytest.mark.parametrize("first", [0, 1])
def test_a_value_taken_back_is_no_answer(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, taken_back: Room, first: int
) -> None:
    laptops = [joined, second]
    for laptop in (laptops[first], laptops[1 - first]):
        to_office(laptop, bureau, stick)
    by_row = {item.key: item for item in questions(bureau, taken_back)}
    assert len(by_row) == 2, "one question for one mark"
    said = {tuple(values_of(item)) for item in by_row.values()}
    assert said == {(("K9", "absent"), ("K7", None)), (("K7", "late"), ("K9", "absent"))}
    gone = next(item for item in by_row.values() if item.kind is ReviewKind.DELETED)
    assert [side.taken_back for side in gone.sides] == [False, True]
    assert review.count(bureau) == len(review.list_items(bureau))


@pytest.mark.parametrize(("place", "left"), [("#0", Mark.ABSENT), ("#1", None)])
def test_what_was_taken_back_is_decided_by_one_answer(
    joined: Workplace,
    bureau: Workplace,
    second: Workplace,
    stick: Path,
    taken_back: Room,
    place: str,
    left: Mark | None,
) -> None:
    for laptop in (joined, second):
        to_office(laptop, bureau, stick)
    item = next(one for one in questions(bureau, taken_back) if one.kind is ReviewKind.DELETED)
    review.settle(bureau, item.id, place)
    assert mark_of(bureau, taken_back, 1) is left
    assert [one.kind for one in questions(bureau, taken_back)] == [ReviewKind.CONTRADICTION]
    assert sync_status.check(bureau).ok
    history.undo(bureau)
    (again,) = [one for one in questions(bureau, taken_back) if one.kind is ReviewKind.DELETED]
    assert {each for _, each in values_of(again)} == {"absent", None}, "undone, it is asked again"


@pytest.mark.parametrize("word", ["absent", "excused", None])
def test_a_deleted_mark_with_two_values_is_one_question_with_three_answers(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, held: Room, word: str | None
) -> None:
    enrolment, session = held.enrolments[1], held.sessions[2]
    attendance.mark(joined, enrolment, session, Mark.PRESENT)
    history.undo(joined)
    attendance.mark(second, enrolment, session, Mark.ABSENT)
    attendance.mark(bureau, enrolment, session, Mark.EXCUSED)
    for laptop in (joined, second):
        to_office(laptop, bureau, stick)
    (item,) = questions(bureau, held)
    assert {each for _, each in values_of(item)} == {"absent", "excused", None}
    assert item.contested
    place = next(at for at, (_, each) in enumerate(values_of(item)) if each == word)
    review.settle(bureau, item.id, f"#{place}")
    assert mark_of(bureau, held, 1) == (Mark(word) if word else None)
    assert questions(bureau, held) == [], "one decision for one record"
    history.undo(bureau)
    (again,) = questions(bureau, held)
    assert {each for _, each in values_of(again)} == {"absent", "excused", None}


def test_one_press_settles_marks_that_differ_and_those_that_were_taken_back(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, taken_back: Room
) -> None:
    for laptop in (joined, second):
        to_office(laptop, bureau, stick)
    before = review.count(bureau)
    for item in questions(bureau, taken_back):
        assert review.count_alike(bureau, item) == before - 1 == 2
    item = next(one for one in questions(bureau, taken_back) if one.kind is ReviewKind.CONTRADICTION)
    place = next(at for at, side in enumerate(item.sides) if side.device == "K9")
    review.settle_alike(bureau, item.id, f"#{place}")
    assert review.count(bureau) == 0
    assert [mark_of(bureau, taken_back, row) for row in (1, 2)] == [Mark.ABSENT, Mark.ABSENT]
    history.undo(bureau)
    assert review.count(bureau) == before
