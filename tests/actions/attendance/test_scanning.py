"""A badge marks its person in the session under way, by the time; everything else is refused in words."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import zxingcpp
from PIL import Image

from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance, scanning
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.courses import agendas, courses, enrolments, sessions
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.attendance.sheets import ScanKind, badge_code, is_badge_code, spaced_code
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.system.clock import FixedClock

DAY = date(2018, 10, 17)
type At = Callable[[int, int], None]


@pytest.fixture
def at(clock: FixedClock) -> At:
    """Put the clock at a time of the third day; its sessions 7, 8, 9 begin at 9:00, 11:00 and 14:00."""

    def put(hour: int, minute: int, day: date = DAY) -> None:
        clock.set(datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(ZONE)))

    return put


def cell(work: Workplace, room: Room, person: int, session: int) -> Attendance:
    found = attendance.grid(work, room.course).rows[person].cells[session]
    assert found is not None
    return found


def steps(work: Workplace) -> int:
    return len(history.recent(work, 1000))


def test_a_scan_marks_the_person_in_the_session_under_way(trainer: Workplace, room: Room, at: At) -> None:
    at(11, 4)
    before = steps(trainer)
    found = scanning.scan(trainer, spaced_code(badge_code(room.enrolments[0])))
    assert (found.kind, found.mark, found.missed) == (ScanKind.PRESENT, Mark.PRESENT, 0)
    assert (found.number, found.rank, found.session_number) == (1, "captain", 8)
    assert found.name == "Азизов Фаррух Бахтиёрович"
    assert found.changes is not None
    assert found.changes.step is not None
    assert steps(trainer) == before + 1
    kept = cell(trainer, room, 0, 7)
    assert (kept.mark, kept.missed, kept.arrived) == (Mark.PRESENT, 0, 11 * 60 + 4)
    history.undo(trainer)
    assert cell(trainer, room, 0, 7) == Attendance()


def test_the_rule_of_the_course_decides_who_is_late(trainer: Workplace, room: Room, at: At) -> None:
    at(11, 10)
    assert scanning.scan(trainer, badge_code(room.enrolments[0])).kind is ScanKind.PRESENT
    at(11, 11)
    found = scanning.scan(trainer, badge_code(room.enrolments[1]))
    assert (found.kind, found.mark, found.missed) == (ScanKind.LATE, Mark.LATE, 11)
    kept = cell(trainer, room, 1, 7)
    assert (kept.mark, kept.missed, kept.arrived) == (Mark.LATE, 11, 671)


def test_a_second_scan_changes_nothing_and_tells_since_when(trainer: Workplace, room: Room, at: At) -> None:
    code = badge_code(room.enrolments[0])
    at(10, 55)
    scanning.scan(trainer, code)
    at(12, 0)
    before = steps(trainer)
    found = scanning.scan(trainer, code)
    assert (found.kind, found.mark, found.missed) == (ScanKind.ALREADY, Mark.PRESENT, 0)
    assert (found.arrived, found.changes, steps(trainer)) == (655, None, before)
    assert cell(trainer, room, 0, 7).missed == 0


def test_a_mark_by_hand_counts_as_marked_already(trainer: Workplace, room: Room, at: At) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[7], Mark.LATE, 5)
    at(11, 40)
    found = scanning.scan(trainer, badge_code(room.enrolments[0]))
    assert (found.kind, found.mark, found.missed, found.arrived) == (ScanKind.ALREADY, Mark.LATE, 5, None)


@pytest.mark.parametrize("mark", [Mark.ABSENT, Mark.EXCUSED])
def test_absent_by_hand_is_asked_about_and_not_overwritten(
    trainer: Workplace, room: Room, at: At, mark: Mark
) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[7], mark)
    at(11, 30)
    code = badge_code(room.enrolments[0])
    asked = scanning.scan(trainer, code)
    assert (asked.kind, asked.mark, asked.changes) == (ScanKind.ASK, mark, None)
    assert cell(trainer, room, 0, 7).mark is mark
    agreed = scanning.scan(trainer, code, overwrite=True)
    assert (agreed.kind, agreed.missed) == (ScanKind.LATE, 30)
    history.undo(trainer)
    assert cell(trainer, room, 0, 7).mark is mark


def test_overwriting_never_touches_who_is_there_already(trainer: Workplace, room: Room, at: At) -> None:
    code = badge_code(room.enrolments[0])
    at(11, 0)
    scanning.scan(trainer, code)
    at(12, 0)
    assert scanning.scan(trainer, code, overwrite=True).kind is ScanKind.ALREADY


def test_codes_that_belong_to_nobody_are_unknown(trainer: Workplace, room: Room, at: At) -> None:
    at(11, 0)
    own = badge_code(room.enrolments[0])
    mistyped = own[:-1] + str((int(own[-1]) + 1) % 10)
    for code in (mistyped, badge_code("nobody"), "", "41290377561", "TRC1:ABC"):
        found = scanning.scan(trainer, code)
        assert (found.kind, found.number, found.changes) == (ScanKind.UNKNOWN, None, None)


def test_the_badge_of_another_course_is_named_and_marks_nobody(
    trainer: Workplace, room: Room, at: At
) -> None:
    draft = CourseDraft("KHJ1", Texts(en="Another"), date(2018, 10, 17), date(2018, 10, 18), town="Хуҷанд")
    other = courses.create_course(trainer, draft).key or ""
    agendas.plan_sessions(trainer, other, DayPlan(per_day=3))
    guest = enrolments.add_walk_in(trainer, other, "Саидов Алӣ").key or ""
    at(11, 0)
    found = scanning.scan(trainer, badge_code(guest), room.course)
    assert (found.kind, found.course, found.changes) == (ScanKind.OTHER_COURSE, "KHJ1", None)
    # Without a course the badge itself says which one is meant.
    marked = scanning.scan(trainer, badge_code(guest))
    assert (marked.kind, marked.course, marked.session_number) == (ScanKind.PRESENT, "KHJ1", 2)


def test_who_left_the_list_is_not_marked(trainer: Workplace, room: Room, at: At) -> None:
    enrolments.withdraw(trainer, room.enrolments[0])
    enrolments.replace(trainer, room.enrolments[1], room.enrolments[2])
    at(11, 0)
    kinds = [scanning.scan(trainer, badge_code(key)).kind for key in room.enrolments]
    assert kinds == [ScanKind.WITHDRAWN, ScanKind.REPLACED, ScanKind.PRESENT]


def test_locked_and_cancelled_sessions_say_so(trainer: Workplace, room: Room, at: At) -> None:
    sessions.lock_session(trainer, room.sessions[7])
    sessions.cancel_session(trainer, room.sessions[8], "барқ набуд")
    code = badge_code(room.enrolments[0])
    at(11, 5)
    locked = scanning.scan(trainer, code)
    at(14, 5)
    cancelled = scanning.scan(trainer, code)
    assert (locked.kind, locked.session_number) == (ScanKind.LOCKED, 8)
    assert (cancelled.kind, cancelled.session_number) == (ScanKind.CANCELLED, 9)
    assert cell(trainer, room, 0, 7).mark is None


@pytest.mark.parametrize(
    ("hour", "minute", "number", "starts"),
    [(8, 29, None, 540), (8, 30, 7, None), (10, 31, 8, None), (12, 30, None, 840), (15, 30, None, None)],
)
def test_the_session_is_the_one_under_way_or_soon(
    trainer: Workplace, room: Room, at: At, hour: int, minute: int, number: int | None, starts: int | None
) -> None:
    at(hour, minute)
    found = scanning.scan(trainer, badge_code(room.enrolments[0]))
    assert (found.session_number, found.starts) == (number, starts)
    assert (found.kind is ScanKind.NO_SESSION) == (number is None)


def test_a_given_session_takes_early_comers_and_refuses_late_ones(
    trainer: Workplace, room: Room, at: At
) -> None:
    code, nine = badge_code(room.enrolments[0]), room.sessions[8]
    at(9, 0)
    early = scanning.scan(trainer, code, room.course, nine)
    assert (early.kind, early.session_number, early.arrived) == (ScanKind.PRESENT, 9, 540)
    over = scanning.scan(trainer, code, room.course, room.sessions[0])
    assert (over.kind, over.ends) == (ScanKind.OVER, 630)
    assert scanning.scan(trainer, code, room.course, room.sessions[11]).kind is ScanKind.NOT_YET
    at(15, 30)
    other = badge_code(room.enrolments[1])
    assert scanning.scan(trainer, other, room.course, nine).kind is ScanKind.OVER


def test_a_session_that_is_gone_is_an_error(trainer: Workplace, room: Room, at: At) -> None:
    at(11, 0)
    with pytest.raises(TrainerError, match=r"attendance\.unknown_session"):
        scanning.scan(trainer, badge_code(room.enrolments[0]), room.course, "gone")
    with pytest.raises(TrainerError, match=r"course\.unknown"):
        scanning.scan(trainer, badge_code(room.enrolments[0]), "gone")


def bars(texts: list[str], path: Path, form: zxingcpp.BarcodeFormat) -> Path:
    """Draw codes below each other on one page, as a photo of badges would show them."""
    page = Image.new("L", (700, 260 * len(texts)), 255)
    for place, text in enumerate(texts):
        code = zxingcpp.create_barcode(text, form).to_image(scale=4)
        picture = Image.fromarray(code)
        page.paste(picture.resize((min(600, picture.width * 2), 180)), (50, 260 * place + 40))
    page.save(path)
    return path


def test_badges_are_read_from_a_picture_each_once(
    trainer: Workplace, room: Room, at: At, tmp_path: Path
) -> None:
    codes = [badge_code(key) for key in room.enrolments]
    assert all(map(is_badge_code, codes))
    path = bars([codes[0], codes[1], codes[0]], tmp_path / "badges.png", zxingcpp.BarcodeFormat.Code128)
    at(11, 20)
    found = scanning.read_image(trainer, path, room.course)
    assert {(each.number, each.kind, each.missed) for each in found} == {
        (1, ScanKind.LATE, 20),
        (2, ScanKind.LATE, 20),
    }
    again = scanning.read_image(trainer, path, room.course)
    assert {each.kind for each in again} == {ScanKind.ALREADY}


def test_a_picture_with_other_codes_or_none_says_so(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    other = bars(["SHEET-1"], tmp_path / "other.png", zxingcpp.BarcodeFormat.Code128)
    blank = tmp_path / "blank.png"
    Image.new("L", (200, 200), 255).save(blank)
    for path in (other, blank):
        with pytest.raises(TrainerError, match=r"scan\.no_badges"):
            scanning.read_image(trainer, path, room.course)
    text = tmp_path / "text.txt"
    text.write_text("no picture")
    with pytest.raises(TrainerError, match=r"codes\.unreadable"):
        scanning.read_image(trainer, text, room.course)
