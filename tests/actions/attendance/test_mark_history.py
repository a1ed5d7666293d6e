"""One mark's own history: every value, who, when, on which laptop, and how far each change has come."""

from pathlib import Path

import pytest

from tests.actions.exchange.test_losses import settle, to_laptop, to_office
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.attendance.attendance import mark_history, mark_state
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import archiving, importing, sending
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.review.contradictions import RowChange, RowHistory
from trainer_app.system.messages import label_text


@pytest.fixture
def second(second_laptop: Workplace) -> Workplace:
    return second_laptop


def changes(work: Workplace, room: Room) -> tuple[RowChange, ...]:
    return mark_history(work, room.enrolments[0], room.sessions[0]).changes


def told(work: Workplace, room: Room) -> list[list[str]]:
    return [[label_text(words, "en") for words in change.said] for change in changes(work, room)]


def state(work: Workplace, room: Room) -> ChangeState | None:
    return mark_state(work, room.enrolments[0], room.sessions[0])


def test_every_value_is_told_the_newest_first(trainer: Workplace, room: Room) -> None:
    where = room.enrolments[0], room.sessions[0]
    assert changes(trainer, room) == ()
    assert state(trainer, room) is None
    attendance.mark(trainer, *where, Mark.LATE, 20)
    attendance.set_remark(trainer, *where, "Роҳ баста буд")
    attendance.mark(trainer, *where, Mark.PRESENT)
    attendance.mark(trainer, *where, None)
    assert told(trainer, room) == [["not marked"], ["present"], ["remark: Роҳ баста буд"], ["late, 20 min"]]
    found = changes(trainer, room)
    assert {change.user for change in found} == {"D. Nazarova"}
    assert [change.at for change in found] == sorted((change.at for change in found), reverse=True)
    assert [change.stands for change in found] == [True, False, True, False]
    assert not any(change.contradicts or change.decided for change in found)
    other = mark_history(trainer, room.enrolments[1], room.sessions[0])
    assert other.changes == (), "another person's mark has its own history"


def test_what_was_undone_and_done_again_is_told(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.LATE, 20)
    history.undo(trainer)
    history.redo(trainer)
    assert told(trainer, room) == [["late, 20 min"], ["not marked"], ["late, 20 min"]]


def test_each_change_goes_through_four_states(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    room = write_course(joined)
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.LATE, 20)

    def states() -> list[ChangeState | None]:
        return [change.state for change in changes(joined, room)]

    assert (states(), state(joined, room)) == ([ChangeState.UNSENT], ChangeState.UNSENT)
    archiving.choose_safety(bureau, elsewhere=True)
    file = sending.export(joined, stick).file
    assert (states(), state(joined, room)) == ([ChangeState.SENT], ChangeState.SENT)
    importing.import_files(bureau, [file])
    assert [(change.state, change.device) for change in changes(bureau, room)] == [(None, "K7")]
    assert changes(bureau, room)[0].file == file.name
    assert state(bureau, room) is None
    to_laptop(bureau, joined, stick, room)
    assert (states(), state(joined, room)) == ([ChangeState.RECEIVED], ChangeState.RECEIVED)
    archiving.copy_archive(bureau, stick)
    to_laptop(bureau, joined, stick, room)
    assert (states(), state(joined, room)) == ([ChangeState.SAFE], ChangeState.SAFE)
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    assert states() == [ChangeState.UNSENT, ChangeState.SAFE]
    assert state(joined, room) is ChangeState.UNSENT


def test_a_contradiction_is_told_until_somebody_decides(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path
) -> None:
    room = write_course(joined)
    to_office(joined, bureau, stick)
    to_laptop(bureau, second, stick, room)
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.LATE, 20)
    attendance.mark(second, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    for laptop in (joined, second):
        to_office(laptop, bureau, stick)
    to_laptop(bureau, second, stick, room)
    open_now = mark_history(second, room.enrolments[0], room.sessions[0])
    assert open_now.contradicts
    sides = {(change.device, change.contradicts, change.state) for change in open_now.changes}
    assert sides == {("K9", True, ChangeState.SAFE), ("K7", True, None)}
    assert state(second, room) is ChangeState.SAFE
    settle(bureau, "late")
    to_laptop(bureau, second, stick, room)
    settled = mark_history(second, room.enrolments[0], room.sessions[0])
    assert not settled.contradicts
    newest = settled.changes[0]
    assert (newest.user, newest.stands) == ("M. Saidova", True)
    between = {(user, label_text(words, "en")) for user, words in newest.decided}
    assert between == {("D. Nazarova", "late, 20 min"), ("F. Saidzoda", "absent")}


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ({}, 1),
        ({"at": 62_001}, 2),
        ({"user": "F. S."}, 2),
        ({"device": "K9"}, 2),
        ({"state": ChangeState.SAFE}, 2),
        ({"undone": True}, 2),
        ({"contradicts": True}, 2),
        ({"values": {"mark": "present", "missed": 20}}, 2),
        ({"values": {"remark": "Роҳ баста буд"}}, 2),
    ],
)
def test_what_was_finished_leaves_out_the_digits_on_the_way(other: dict[str, object], count: int) -> None:
    def late(minutes: int, at: int) -> RowChange:
        values = {"mark": "late", "missed": minutes}
        return RowChange((), values, "D. N.", at, "K7", state=ChangeState.UNSENT)

    newest = replace(late(20, 2_000), **other)
    found = RowHistory((newest, late(2, 2_000), late(0, 1_000))).finished(("missed", "early")).changes
    assert len(found) == count
    assert found[0] == newest
    assert found[-1].values["missed"] == (20 if count == 1 else 2), "of those before the last one is told"
