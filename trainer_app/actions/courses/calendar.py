"""A course as a calendar file: its sessions at their times, cancelled ones as cancelled. It names nobody."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import get_course
from trainer_app.documents.courses.calendar import CalendarEvent, calendar_ics
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses.courses import Course, CourseView, Session, SessionState
from trainer_app.domain.people.names import to_latin
from trainer_app.system.clock import zone_of
from trainer_app.system.files import write_checked


def course_calendar(work: Workplace, course: str, language: str) -> bytes:
    """Return a course as iCalendar, texts in a language. Raises course.unknown.

    Without sessions the course itself is the one event, over all its days.
    """
    view = get_course(work, course)
    title = view.course.title.best(language) or view.course.code
    events = [_of_session(view, session, language) for session in view.sessions]
    stamp = datetime.fromtimestamp(work.clock.millis() // 1000, UTC)
    return calendar_ics(title, events or [_of_course(view.course, title, language)], stamp)


def save_calendar(work: Workplace, course: str, language: str, path: Path) -> Path:
    """Write it into a new file, read it back, and return where it lies. Raises course.unknown, files.*."""
    return write_checked(path, course_calendar(work, course, language))


def _of_session(view: CourseView, session: Session, language: str) -> CalendarEvent:
    course = view.course
    title = course.title.best(language)
    summary = f"{course.code}: {session.topic.best(language) or title or session.number}"
    start, end = _moments(course.zone, session)
    return CalendarEvent(
        key=session.key,
        start=start,
        end=end,
        summary=summary,
        location=_place(course, language, session.room),
        about=f"{title}\n{session.number} / {len(view.sessions)}".strip(),
        cancelled=session.state is SessionState.CANCELLED,
    )


def _moments(zone: str, session: Session) -> tuple[date, date]:
    """Return begin and end in UTC; one without times lasts all day."""
    if session.end <= session.start:
        return session.day, session.day + timedelta(days=1)
    midnight = datetime.combine(session.day, time(), zone_of(zone))
    begin, end = (midnight + timedelta(minutes=minutes) for minutes in (session.start, session.end))
    return begin.astimezone(UTC), end.astimezone(UTC)


def _of_course(course: Course, title: str, language: str) -> CalendarEvent:
    after = course.last_day + timedelta(days=1)
    summary = f"{course.code}: {title}" if title != course.code else title
    return CalendarEvent(course.key, course.first_day, after, summary, _place(course, language))


def _place(course: Course, language: str, room: str = "") -> str:
    """Return where something takes place, from the room to the town, in the letters of a language."""
    parts = [part for part in (room, course.venue, course.town) if part]
    return ", ".join(to_latin(part) if LANGUAGES[language].latin else part for part in parts)
