"""Four states of a change, what the office lost, when patience ends, and courses that differ in silence."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.exchange import archiving, importing, losses, outstanding, packs, sending
from trainer_app.actions.people import people
from trainer_app.bundle.trust import Receipt, read_receipts, write_receipts
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.exchange.laptops import CourseDigest
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.store.base import upgrade
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.course_scope import Scopes
from trainer_app.system.messages import label_text

DAY = 24 * 60


def counts(work: Workplace) -> tuple[int, ...]:
    return tuple(sync_status.own_changes(work).counts.values())


def answer(bureau: Workplace, laptop: Workplace, stick: Path) -> tuple[str, ...]:
    pack = packs.export_pack(bureau, laptop.device_code, stick)
    return tuple(label_text(one, "en") for one in importing.import_files(laptop, [pack.file]).news)


def test_a_change_goes_through_four_states(
    joined: Workplace, bureau: Workplace, stick: Path, room: Room
) -> None:
    made = joined.journal.number
    replica = joined.journal.replica
    assert counts(joined) == (made, 0, 0, 0)
    assert sync_status.state_of(joined, replica, made) is ChangeState.UNSENT
    sent = sending.export(joined, stick)
    assert counts(joined) == (0, made, 0, 0)
    assert sync_status.state_of(joined, replica, made) is ChangeState.SENT
    archiving.choose_safety(bureau, elsewhere=True)
    importing.import_files(bureau, [sent.file])
    answer(bureau, joined, stick)
    assert counts(joined) == (0, 0, made, 0)
    assert sync_status.state_of(joined, replica, made) is ChangeState.RECEIVED
    assert sending.history(joined)[0].received
    archiving.copy_archive(bureau, stick)
    assert answer(bureau, joined, stick) == (f"Safe at the office: {made} changes of yours.",)
    assert counts(joined) == (0, 0, 0, made)
    assert sync_status.state_of(joined, replica, made) is ChangeState.SAFE
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    assert counts(joined) == (joined.journal.number - made, 0, 0, made)
    assert sync_status.state_of(bureau, replica, 1) is None, "the office asks for nobody"
    assert sync_status.state_of(joined, bureau.journal.replica, 1) is None


def test_the_changes_of_one_course_are_counted_apart(
    joined: Workplace, bureau: Workplace, stick: Path, room: Room
) -> None:
    """With its people, and with what was deleted again; another course has its own."""
    archiving.choose_safety(bureau, elsewhere=True)
    whole = sync_status.course_changes(joined, room.course)
    made = joined.journal.number - 1
    assert whole == {ChangeState.UNSENT: made}, "all but the project"
    importing.import_files(bureau, [sending.export(joined, stick).file])
    assert sync_status.course_changes(joined, room.course) == {ChangeState.SENT: made}
    answer(bureau, joined, stick)
    assert sync_status.course_changes(joined, room.course) == {ChangeState.RECEIVED: made}
    archiving.copy_archive(bureau, stick)
    answer(bureau, joined, stick)
    assert sync_status.course_changes(joined, room.course) == {}
    before = joined.journal.number
    attendance.mark(joined, room.enrolments[0], room.sessions[1], Mark.LATE, 5)
    history.undo(joined)
    person = list_enrolments(joined, room.course)[0].person.key
    people.change_person(joined, person, {"unit": "ШВКД"})
    draft = CourseDraft("K2", Texts(en="Another"), date(2018, 11, 1), date(2018, 11, 2))
    courses.create_course(joined, draft)
    waiting = joined.journal.number - before - 1
    assert sync_status.course_changes(joined, room.course) == {ChangeState.UNSENT: waiting}
    assert sync_status.course_changes(joined, courses.find_course(joined, "K2")) == {ChangeState.UNSENT: 1}
    assert sync_status.course_changes(bureau, room.course) == {}, "nothing waits at the office"


def test_what_the_office_lost_goes_again(
    joined: Workplace, bureau: Workplace, stick: Path, room: Room
) -> None:
    importing.import_files(bureau, [sending.export(joined, stick).file])
    old = packs.export_pack(bureau, "K7", stick).file
    attendance.mark_rest(joined, room.sessions[0])
    importing.import_files(bureau, [sending.export(joined, stick).file])
    answer(bureau, joined, stick)
    whole = sync_status.own_receipts(joined)
    lost = whole - sending.history(joined)[1].last
    number = importing.imports(bureau)[0].number
    importing.undo_import(bureau, number)
    (told,) = answer(bureau, joined, stick)
    assert told.startswith(f"The office no longer has {lost} changes of yours")
    assert sync_status.own_receipts(joined) == whole - lost
    importing.import_files(joined, [old])
    assert sync_status.own_receipts(joined) == whole - lost
    importing.import_files(bureau, [sending.export(joined, stick).file])
    answer(bureau, joined, stick)
    assert sync_status.own_receipts(joined) == whole
    importing.import_files(joined, [old])
    assert sync_status.own_receipts(joined) == whole, "an old pack takes nothing back"


def test_patience_ends_in_words(joined: Workplace, bureau: Workplace, stick: Path, room: Room) -> None:
    assert outstanding.warnings(joined) == ()
    joined.clock.advance(minutes=15 * DAY)  # type: ignore[attr-defined]
    (warned,) = outstanding.warnings(joined)
    assert label_text(warned, "en").startswith("For 15 days changes wait here that the office does not have")
    sent = sending.export(joined, stick)
    (warned,) = outstanding.warnings(joined)
    assert warned.code == "sending.warn.days_sent"
    importing.import_files(bureau, [sent.file])
    answer(bureau, joined, stick)
    assert outstanding.warnings(joined) == ()


def test_the_disk_ends_in_words(joined: Workplace, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outstanding, "MANY", 10)
    monkeypatch.setattr(outstanding, "MAX_TOTAL", 10_000)
    assert [warned.code for warned in outstanding.warnings(joined)] == [
        "sending.warn.many",
        "sending.warn.full",
    ]


# Divergence


def test_both_sides_agree_and_news_is_no_fault(
    joined: Workplace, bureau: Workplace, stick: Path, room: Room
) -> None:
    importing.import_files(bureau, [sending.export(joined, stick).file])
    attendance.mark_rest(joined, room.sessions[0])
    attendance.mark(bureau, room.enrolments[0], room.sessions[1], Mark.ABSENT)
    answer(bureau, joined, stick)
    assert losses.divergences(joined) == []
    importing.import_files(bureau, [sending.export(joined, stick).file])
    answer(bureau, joined, stick)
    assert losses.divergences(joined) == []


def test_a_change_that_the_laptop_shows_otherwise_is_found(
    joined: Workplace, bureau: Workplace, stick: Path, room: Room
) -> None:
    attendance.mark_rest(joined, room.sessions[0])
    importing.import_files(bureau, [sending.export(joined, stick).file])
    with joined.database.write():
        joined.database.run(
            "UPDATE attendance SET mark = 'absent' WHERE rowid = (SELECT min(rowid) FROM attendance)"
        )
    told = answer(bureau, joined, stick)
    assert told[0].startswith("Not the same here and at the office: DSH1.")
    (found,) = losses.divergences(joined)
    assert (found.code, found.devices) == ("DSH1", ())
    with joined.journal.transaction():
        upgrade.rebuild(joined.journal)
    answer(bureau, joined, stick)
    assert losses.divergences(joined) == [], "once it is the same again, nothing is said any more"


def test_a_pack_that_forgets_a_change_is_found(
    joined: Workplace, bureau: Workplace, stick: Path, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing.import_files(bureau, [sending.export(joined, stick).file])
    answer(bureau, joined, stick)
    attendance.mark(bureau, room.enrolments[0], room.sessions[1], Mark.ABSENT)
    attendance.mark(bureau, room.enrolments[1], room.sessions[1], Mark.ABSENT)
    whole, newest = Scopes.lines_about, transfers.lines_of(bureau.database, bureau.journal.replica, 0)[-1][1]

    def forgetful(*given: Any) -> list[tuple[int, bytes]]:
        return [pair for pair in whole(*given) if pair[1] != newest]

    monkeypatch.setattr(Scopes, "lines_about", forgetful)
    answer(bureau, joined, stick)
    (found,) = losses.divergences(joined)
    assert (found.devices, found.here, found.there) == (("A1",), found.there - 1, found.there)
    monkeypatch.undo()
    answer(bureau, joined, stick)
    assert losses.divergences(joined) == []


def test_an_older_laptop_passes_over_what_it_does_not_know() -> None:
    written = write_receipts((Receipt("a" * 32, 3, "2018-10-01"),), (), (CourseDigest("x"),))
    assert read_receipts(written)[0][0].to == 3
    assert "courses" in msgspec.json.decode(written)
