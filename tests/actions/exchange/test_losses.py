"""What a laptop wrote and others replaced is shown there with both values and who, until it was seen."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.kit.world import Story
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.attendance.attendance import mark_history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, sessions
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.exchange import importing, losses, packs, sending
from trainer_app.actions.people import people
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.system.messages import label_text

pytestmark = pytest.mark.both_homes


@pytest.fixture
def parts() -> tuple[str, ...]:
    return ("trainer", "bureau", "joined", "second_laptop")


def contradict(story: Story) -> None:
    """Write one course on both laptops, with one mark that contradicts the other."""
    joined, bureau, second = (story.works[name] for name in ("trainer", "office", "second"))
    story.room = made = write_course(joined)
    to_office(joined, bureau, story.stick)
    to_laptop(bureau, second, story.stick, made)
    attendance.mark(joined, made.enrolments[0], made.sessions[0], Mark.LATE, 20)
    attendance.mark(second, made.enrolments[0], made.sessions[0], Mark.ABSENT)
    for laptop in (joined, second):
        to_office(laptop, bureau, story.stick)


@pytest.fixture
def begins(request: pytest.FixtureRequest, on_server: bool) -> Sequence[Callable[[Story], None]]:
    """Do it once for all tests of an office in its file; on a server what comes is taken in there."""
    return (contradict,) if "room" in request.fixturenames and not on_server else ()


@pytest.fixture
def second(second_laptop: Workplace) -> Workplace:
    return second_laptop


@pytest.fixture
def room(story: Story, on_server: bool) -> Room:
    """Return the course of both laptops."""
    if on_server:
        contradict(story)
    assert story.room is not None
    return story.room


def to_office(laptop: Workplace, bureau: Workplace, stick: Path) -> None:
    importing.import_files(bureau, [sending.export(laptop, stick).file])


def to_laptop(bureau: Workplace, laptop: Workplace, stick: Path, room: Room) -> tuple[str, ...]:
    pack = packs.export_pack(bureau, laptop.device_code, stick, courses=[room.course])
    return tuple(label_text(one, "en") for one in importing.import_files(laptop, [pack.file]).news)


def settle(bureau: Workplace, word: str, reason: str = "") -> None:
    (item,) = [one for one in review.list_items(bureau) if one.entity == "attendance"]
    take = next(place for place, side in enumerate(item.sides) if side.values["mark"] == word)
    review.settle(bureau, item.id, f"#{take}", reason)


def test_who_lost_by_a_settlement_learns_of_it(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    settle(bureau, "late")
    assert "1 of your values was replaced; see Review." in to_laptop(bureau, second, stick, room)
    (loss,) = losses.list_losses(second)
    assert loss.settled
    assert (loss.own.values["mark"], loss.own.user, loss.own.device) == ("absent", "F. Saidzoda", "K9")
    assert (loss.new.values["mark"], loss.new.values["missed"], loss.new.user) == ("late", 20, "M. Saidova")
    assert loss.other is not None
    assert (loss.other.user, loss.other.device) == ("D. Nazarova", "K7")
    assert label_text(loss.title, "en").startswith("Азизов")
    assert loss.course == room.course
    assert not any("replaced" in told for told in to_laptop(bureau, joined, stick, room)), "K7's value stands"
    assert losses.count(joined) == 0


def test_why_it_was_decided_comes_along(
    bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    settle(bureau, "late", " Варақаро дидем: имзо кардааст ")
    to_laptop(bureau, second, stick, room)
    (loss,) = losses.list_losses(second)
    assert loss.new.reason == "Варақаро дидем: имзо кардааст"
    assert (loss.own.reason, loss.other and loss.other.reason) == ("", "")
    told = mark_history(second, room.enrolments[0], room.sessions[0]).changes
    assert [change.reason for change in told] == ["Варақаро дидем: имзо кардааст", "", ""]
    assert told[0].decided
    (step,) = [step for step in review.settled(bureau) if "settle" in step.label.code]
    assert "Варақаро дидем" in label_text(step.label, "en"), "the office's own list says the same"


def test_a_third_value_is_a_loss_of_both(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    (item,) = [one for one in review.list_items(bureau) if one.entity == "attendance"]
    review.settle(bureau, item.id, "excused")
    for laptop in (joined, second):
        to_laptop(bureau, laptop, stick, room)
        assert [loss.new.values["mark"] for loss in losses.list_losses(laptop)] == ["excused"]


def test_a_correction_of_the_office_is_told_too(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    person = list_enrolments(bureau, room.course)[1].person.key
    people.change_person(bureau, person, {"unit": "Шуъбаи №2"})
    people.change_person(joined, list_enrolments(joined, room.course)[2].person.key, {"unit": "ШКД"})
    to_office(joined, bureau, stick)
    people.change_person(bureau, list_enrolments(bureau, room.course)[2].person.key, {"unit": "ШКД-2"})
    to_laptop(bureau, joined, stick, room)
    # Of the person and of what they are at this course with the same words: once, and seen together.
    (loss,) = losses.list_losses(joined)
    assert (loss.entity, loss.settled, losses.count(joined)) == ("person", False, 1)
    assert (loss.own.values, loss.new.values) == ({"unit": "ШКД"}, {"unit": "ШКД-2"}), "a blank was no value"
    assert losses.acknowledge(joined, loss.id) == 1
    assert losses.count(joined) == 0


def test_what_was_seen_is_kept_apart_and_comes_no_more(
    bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    settle(bureau, "late")
    to_laptop(bureau, second, stick, room)
    assert losses.acknowledge(second, losses.list_losses(second)[0].id) == 1
    assert losses.count(second) == 0
    assert len(losses.list_losses(second, seen=True)) == 1
    to_laptop(bureau, second, stick, room)
    assert losses.count(second) == 0


def test_what_is_written_again_is_no_loss_any_more(
    bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    settle(bureau, "late")
    to_laptop(bureau, second, stick, room)
    attendance.mark(second, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    assert losses.count(second) == 0


def test_what_the_office_deleted_is_one_loss(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    session = room.sessions[-1]
    sessions.remove_session(bureau, session)
    to_laptop(bureau, joined, stick, room)
    found = [loss for loss in losses.list_losses(joined) if loss.entity == "session"]
    assert len(found) == 1


def test_the_office_has_no_losses(bureau: Workplace, joined: Workplace, stick: Path, room: Room) -> None:
    assert losses.list_losses(bureau) == []
    assert courses.list_courses(bureau)


def test_what_was_written_anew_here_was_taken_away_by_nobody(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    place = (room.enrolments[2], room.sessions[1])
    attendance.mark(joined, *place, Mark.PRESENT)
    to_office(joined, bureau, stick)
    to_laptop(bureau, second, stick, room)
    attendance.mark(second, *place, Mark.EXCUSED)
    attendance.mark(joined, *place, Mark.ABSENT)
    for laptop in (joined, second):
        to_office(laptop, bureau, stick)
    to_laptop(bureau, joined, stick, room)
    assert losses.list_losses(joined) == [], "a conflict waits, nothing is lost yet"
    assert {side.device for side in review.list_items(joined)[0].sides} >= {"K7"}


def test_a_laptop_knows_the_others_by_their_codes(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    to_laptop(bureau, joined, stick, room)
    (item,) = [one for one in review.list_items(joined) if one.entity == "attendance"]
    assert {side.device for side in item.sides} == {"K7", "K9"}


def test_each_side_says_what_it_had_seen(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    place = (room.enrolments[2], room.sessions[1])
    attendance.mark(joined, *place, Mark.PRESENT)
    to_office(joined, bureau, stick)
    to_laptop(bureau, second, stick, room)
    attendance.mark(second, *place, Mark.EXCUSED)
    to_office(second, bureau, stick)
    (item,) = [one for one in review.list_items(bureau) if one.entity == "attendance"]
    assert [side.saw for side in review.earlier(bureau, item)] == [(), ()], "neither had seen the other"
    settle(bureau, "late")
    newest = review.earlier(bureau, item)[0]
    assert newest.saw is not None
    assert {(user, label_text(words, "en")) for user, words in newest.saw} == {
        ("D. Nazarova", "late, 20 min"),
        ("F. Saidzoda", "absent"),
    }
