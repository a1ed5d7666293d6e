"""Wrong clocks and laptops set up anew, through real files: all arrives, once, and people are told."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.kit.world import computer
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import building, office
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.exchange.laptops import ClockOffset
from trainer_app.system.clock import FixedClock, fixed_at


@pytest.fixture
def own() -> FixedClock:
    """Give the laptop a clock of its own, beside the office's."""
    return fixed_at(date(2018, 10, 17), 11, workplace.ZONE, step=1)


@pytest.fixture
def laptop(
    bureau: Workplace, stick: Path, tmp_path: Path, own: FixedClock
) -> Iterator[tuple[Workplace, Room]]:
    work = computer(tmp_path / "laptop", clock=own)
    enrol(bureau, work, "K7", stick)
    yield work, write_course(work)
    work.close()


def exchange(bureau: Workplace, work: Workplace, stick: Path) -> None:
    importing.import_files(bureau, [sending.export(work, stick).file])
    importing.import_files(work, [packs.export_pack(bureau, work.device_code, stick).file])


def figures(bureau: Workplace, room: Room) -> dict[str, object]:
    found = {one.code: one.value for one in building.report(bureau, course=room.course).figures}
    # An own mark may come late; heads, papers and certificates may not come twice.
    return {code: found[code] for code in ("participations", "unique_persons", "completions", "certificates")}


def clock_days(bureau: Workplace, code: str = "K7") -> int:
    return next(line.clock_days for line in office.devices(bureau) if line.code == code)


def test_a_clock_three_years_ahead_loses_nothing_and_wins_nothing_for_good(
    laptop: tuple[Workplace, Room], bureau: Workplace, stick: Path, own: FixedClock
) -> None:
    work, room = laptop
    exchange(bureau, work, stick)
    assert clock_days(bureau) == 0
    own.advance(days=3 * 365)
    doubt = sync_status.doubt_clock(work)
    assert doubt is not None
    assert doubt.oddity is ClockOffset.AHEAD
    for enrolment in room.enrolments:
        attendance.mark(work, enrolment, room.sessions[0], Mark.ABSENT)
    exchange(bureau, work, stick)
    assert clock_days(bureau) == 3 * 365
    # The office corrects what came from the future: its change is the later one all the same.
    attendance.mark(bureau, room.enrolments[0], room.sessions[0], Mark.EXCUSED)
    importing.import_files(work, [packs.export_pack(bureau, "K7", stick).file])
    cell = attendance.grid(work, room.course).rows[0].cells[0]
    assert cell is not None
    assert cell.mark is Mark.EXCUSED
    assert review.count(bureau) == review.count(work) == 0
    # Set right, the laptop goes on; what it writes comes after what it wrote.
    own.advance(days=-3 * 365)
    back = sync_status.doubt_clock(work)
    assert back is not None
    assert back.oddity is ClockOffset.BEHIND
    sync_status.believe_clock(work)
    assert sync_status.doubt_clock(work) is None
    attendance.mark(work, room.enrolments[1], room.sessions[0], Mark.LATE)
    exchange(bureau, work, stick)
    marks = [row.cells[0] for row in attendance.grid(bureau, room.course).rows]
    assert [found.mark if found else None for found in marks] == [Mark.EXCUSED, Mark.LATE, Mark.ABSENT]
    assert sync_status.check(work).digest == sync_status.check(bureau).digest
    assert sync_status.check(work).ok


def test_a_clock_set_back_in_the_middle_of_a_session_keeps_the_order_of_things(
    laptop: tuple[Workplace, Room], bureau: Workplace, stick: Path, own: FixedClock
) -> None:
    work, room = laptop
    attendance.mark(work, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    exchange(bureau, work, stick)
    own.advance(days=-400)
    assert attendance.mark(work, room.enrolments[0], room.sessions[0], Mark.PRESENT).step is not None
    attendance.mark(work, room.enrolments[1], room.sessions[0], Mark.LATE)
    history.undo(work)
    attendance.mark(work, room.enrolments[1], room.sessions[0], Mark.EXCUSED)
    exchange(bureau, work, stick)
    assert clock_days(bureau) == -400
    for found in (work, bureau):
        cells = [row.cells[0] for row in attendance.grid(found, room.course).rows]
        assert [cell.mark if cell else None for cell in cells] == [Mark.PRESENT, Mark.EXCUSED, None]
        assert review.count(found) == 0
    own.advance(days=400)
    attendance.mark(work, room.enrolments[2], room.sessions[0], Mark.ABSENT)
    exchange(bureau, work, stick)
    assert clock_days(bureau) == 0, "the next file tells that it was set right"
    assert sync_status.check(work).digest == sync_status.check(bureau).digest


def test_a_laptop_set_up_anew_stands_beside_its_old_self_and_nothing_counts_twice(
    laptop: tuple[Workplace, Room], bureau: Workplace, stick: Path, tmp_path: Path, own: FixedClock
) -> None:
    work, room = laptop
    for session in room.sessions:
        attendance.mark_rest(work, session)
    for enrolment in room.enrolments:
        scores.set_score(work, enrolment, Occasion.POST, 1500, 2000)
    first = {one.serial for one in certificates.issue(work, room.course).certificates}
    exchange(bureau, work, stick)
    work.close()
    before = figures(bureau, room)
    anew = computer(tmp_path / "anew", clock=own)
    enrol(bureau, anew, "K8", stick, [room.course])
    lines = {line.code: line for line in office.devices(bureau)}
    assert {"K7", "K8"} <= lines.keys()
    assert lines["K7"].fingerprint != lines["K8"].fingerprint
    assert lines["K7"].entries > 0
    assert {one.serial for one in certificates.register(anew)} == first
    attendance.mark(anew, room.enrolments[0], room.sessions[0], Mark.LATE)
    with pytest.raises(TrainerError, match=r"certificate\.nothing_to_issue"):
        certificates.issue(anew, room.course)
    importing.import_files(bureau, [sending.export(anew, stick).file])
    importing.import_files(anew, [packs.export_pack(bureau, "K8", stick).file])
    assert figures(bureau, room) == before
    assert before["certificates"] == before["participations"] == 3
    assert sync_status.check(anew).digest == sync_status.check(bureau).digest
    # An old file of the old laptop turns up on a stick: it changes nothing.
    late = [path for path in sorted(stick.glob("DSH-K7-*.tsync")) if path.stat().st_size]
    report = importing.import_files(bureau, late[:1])
    assert report.files[0].new_entries == 0
    assert review.count(bureau) == 0
    anew.close()


def test_the_office_is_told_of_a_clock_where_it_takes_the_file_in(
    laptop: tuple[Workplace, Room], bureau: Workplace, stick: Path, own: FixedClock
) -> None:
    work, room = laptop
    (right,) = importing.import_files(bureau, [sending.export(work, stick).file]).files
    assert right.clock is None
    own.advance(days=10 * 365)
    attendance.mark(work, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    (ahead,) = importing.import_files(bureau, [sending.export(work, stick).file]).files
    assert ahead.clock == Label("import.clock_ahead", {"device": "K7", "days": 3650})
    assert ahead.clock in ahead.notes
