"""Badges: a scanned or typed code marks a person in the session under way, or says why not.

scan(work, "412 903 7756")               # the session under way in the badge's course
scan(work, code, course, session)        # a session that is open on the screen
read_image(work, path, course, session)  # all badges on a photo, a scan or a PDF
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.attendance.same_person import leading_row
from trainer_app.domain.attendance.sheets import (
    ScanKind,
    ScanResult,
    find_badge,
    is_badge_code,
    mark_of_arrival,
    next_start,
    plain_code,
    session_at,
)
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import Course, EnrolmentState, Session, SessionState, as_listed
from trainer_app.store.attendance.marks import get_attendance
from trainer_app.store.courses import courses
from trainer_app.store.courses.courses import StoredEnrolment
from trainer_app.store.people import people
from trainer_app.system.clock import civil_date, civil_minute

_GONE = {EnrolmentState.WITHDRAWN: ScanKind.WITHDRAWN, EnrolmentState.REPLACED: ScanKind.REPLACED}
_CAME = (Mark.PRESENT, Mark.LATE)


class _Now(Struct, frozen=True):
    """The moment of a scan as the clocks at the course show it."""

    day: date
    minute: int


@guarded
def scan(
    work: Workplace,
    text: str,
    course: str | None = None,
    session: str | None = None,
    *,
    overwrite: bool = False,
) -> ScanResult:
    """Mark the person of a badge by the time of the scan; one undo step if anything was written.

    With a course only its own badges mark; with a session, in that one. `overwrite` is a person's answer to
    `ScanKind.ASK`. Refusals are results; an unknown course or session raises course.unknown,
    attendance.unknown_session.
    """
    code = plain_code(text)
    item = _find(work, code, course)
    if item is None:
        return ScanResult(ScanKind.UNKNOWN, code)
    own = courses.get_course(work.database, item.enrolment.course)
    if own is None:
        return ScanResult(ScanKind.UNKNOWN, code)
    # A badge of a joined person's other row marks the person, in the row that counts.
    lead = leading_row(attendance.grid(work, own.key), item.enrolment.key)
    item = courses.get_enrolment(work.database, lead) or item
    now = _now(work, own.zone)
    result = _told(work, item, own, ScanResult(ScanKind.UNKNOWN, code, minute=now.minute))
    if course is not None and own.key != course:
        return replace(result, kind=ScanKind.OTHER_COURSE)
    gone = _GONE.get(item.enrolment.state)
    if gone is not None:
        return replace(result, kind=gone)
    place = _session(work, own, session, now)
    if place is None:
        sessions = courses.list_sessions(work.database, own.key)
        starts = next_start(sessions, now.day, now.minute)
        return replace(result, kind=ScanKind.NO_SESSION, starts=starts)
    result = replace(result, session=place.key, session_number=place.number, ends=place.end)
    return _mark(work, own, place, now, result, overwrite=overwrite)


def read_image(
    work: Workplace, path: Path, course: str | None = None, session: str | None = None
) -> list[ScanResult]:
    """Scan every badge on a picture or PDF, in the order of the pages. Raises as `badges_on`."""
    return [scan(work, code, course, session) for code in badges_on(work, path)]


def badges_on(work: Workplace, path: Path, *, progress: Progress = no_progress) -> tuple[str, ...]:
    """Return the codes of all badges on a picture or PDF, in the order of the pages; each once.

    Raises codes.unreadable, codes.too_big, strange_file.*, scan.no_badges where nothing or only other codes
    are on it.
    """
    # Here, so that starting the program does not wait for readers of pictures.
    from trainer_app.intake.pictures import read_pages

    pages = work.child.run(progress, read_pages, path)
    texts = (text for page in pages for text in (*page.bars, *page.qr))
    found = dict.fromkeys(plain_code(text) for text in texts if is_badge_code(text))
    if not found:
        raise TrainerError("scan.no_badges", file=path.name)
    return tuple(found)


def takes_scans(work: Workplace, session: str) -> bool:
    """Tell whether a session is today's and not over: another one is no place for whoever comes now."""
    found, now = _session_now(work, session)
    return found is not None and found.day == now.day and now.minute < found.end


def is_under_way(work: Workplace, session: str) -> bool:
    """Tell whether a session takes place at this minute."""
    found, now = _session_now(work, session)
    return found is not None and found.day == now.day and found.start <= now.minute < found.end


def _mark(
    work: Workplace, course: Course, session: Session, now: _Now, result: ScanResult, *, overwrite: bool
) -> ScanResult:
    """Decide by the session and by what is marked already, and write."""
    refused = _refusal(session, now.day)
    arrival = mark_of_arrival(session.start, session.end, now.minute, course.late_after)
    if refused is not None or arrival is None:
        return replace(result, kind=refused or ScanKind.OVER)
    cell = _cell(work, result.enrolment, session.key)
    if cell.mark in _CAME:
        return replace(
            result, kind=ScanKind.ALREADY, mark=cell.mark, missed=cell.missed, arrived=cell.arrived
        )
    if cell.mark is not None and not overwrite:
        return replace(result, kind=ScanKind.ASK, mark=cell.mark)
    mark, missed = arrival
    changes = attendance.mark(work, result.enrolment, session.key, mark, missed, arrived=now.minute)
    kind = ScanKind.LATE if mark is Mark.LATE else ScanKind.PRESENT
    return replace(result, kind=kind, mark=mark, missed=missed, arrived=now.minute, changes=changes)


def _refusal(session: Session, today: date) -> ScanKind | None:
    """Return why nobody can be marked by a scan in a session today; None if people can."""
    if session.state is SessionState.CANCELLED:
        return ScanKind.CANCELLED
    if session.locked:
        return ScanKind.LOCKED
    if session.day != today:
        return ScanKind.OVER if session.day < today else ScanKind.NOT_YET
    return None


def _session(work: Workplace, course: Course, wanted: str | None, now: _Now) -> Session | None:
    if wanted is None:
        return session_at(courses.list_sessions(work.database, course.key), now.day, now.minute)
    session = courses.get_session(work.database, wanted)
    if session is None or session.course != course.key:
        raise TrainerError("attendance.unknown_session")
    return session


def _find(work: Workplace, code: str, course: str | None) -> StoredEnrolment | None:
    """Return whose badge a code is: of this course first, then of those under way, then of any."""
    if not is_badge_code(code):
        return None
    if course is not None and courses.get_course(work.database, course) is None:
        raise TrainerError("course.unknown")
    own = _with_badge(code, courses.list_enrolments(work.database, course)) if course else []
    if own:
        return own[0]
    found = _with_badge(code, courses.list_enrolments(work.database))
    running = {
        each.key
        for each in courses.list_courses(work.database)
        if each.first_day <= work.clock.today(each.zone) <= each.last_day
    }
    # Two badges have the same code only by rare chance; a course that takes place now is meant.
    found.sort(key=lambda item: item.enrolment.course not in running)
    return next(iter(found), None)


def _with_badge(code: str, items: Sequence[StoredEnrolment]) -> list[StoredEnrolment]:
    wanted = set(find_badge(code, [item.enrolment.key for item in items]))
    return [item for item in items if item.enrolment.key in wanted]


def _told(work: Workplace, item: StoredEnrolment, course: Course, result: ScanResult) -> ScanResult:
    """Add who the person is."""
    person = as_listed(people.find_people(work.database), item.enrolment)
    return replace(
        result,
        name=person.name,
        rank=person.rank,
        unit=person.unit,
        number=item.enrolment.number,
        enrolment=item.enrolment.key,
        course=course.code,
    )


def _cell(work: Workplace, enrolment: str, session: str) -> Attendance:
    return get_attendance(work.database, derive_key("attendance", enrolment, session))


def _session_now(work: Workplace, key: str) -> tuple[Session | None, _Now]:
    """Return a session, None if it is gone, and the moment as the clocks there show it."""
    session = courses.get_session(work.database, key)
    course = courses.get_course(work.database, session.course) if session else None
    return session, _now(work, course.zone if course else ZONE)


def _now(work: Workplace, zone: str) -> _Now:
    millis = work.clock.millis()
    return _Now(civil_date(millis, zone), civil_minute(millis, zone))
