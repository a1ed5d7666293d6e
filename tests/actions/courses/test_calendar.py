"""A course as a calendar: sessions at their times, cancelled ones as cancelled, nobody named."""

from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import ics
import pytest

from tests.kit.samples import FAMILIES
from tests.kit.writing import Room
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, sessions
from trainer_app.actions.courses.course_life import course_calendar, save_calendar
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft


def events(data: bytes) -> list[icalendar.Event]:
    return sorted(icalendar.Calendar.from_ical(data).events, key=lambda each: str(each.start))


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_every_session_stands_at_its_time(trainer: Workplace, room: Room, language: str) -> None:
    view = courses.get_course(trainer, room.course)
    data = course_calendar(trainer, room.course, language)
    found = events(data)
    assert len(found) == len(view.sessions) > 2
    for session, event in zip(view.sessions, found, strict=True):
        # Dushanbe is five hours before.
        begin = datetime(session.day.year, session.day.month, session.day.day, tzinfo=UTC).timestamp()
        assert event.start.timestamp() == begin + (session.start - 5 * 60) * 60
        assert (event.end - event.start).total_seconds() == session.minutes * 60
        assert str(event["summary"]).startswith(f"{view.course.code}: ")
        assert str(event["uid"]).startswith(session.key)
    where = str(found[0]["location"])
    assert where.isascii() is (language == "en")
    assert not any(family.encode() in data for family in FAMILIES)


@pytest.mark.filterwarnings("ignore:'maxsplit' is passed:DeprecationWarning")
def test_a_second_library_reads_the_same(trainer: Workplace, room: Room) -> None:
    data = course_calendar(trainer, room.course, "ru")
    other = {each.uid: each for each in ics.Calendar(data.decode()).events}
    for event in events(data):
        found = other[str(event["uid"])]
        assert (found.begin.datetime, found.end.datetime) == (event.start, event.end)
        assert (found.name, found.location) == (str(event["summary"]), str(event["location"]))


def test_a_cancelled_session_is_cancelled_in_it(trainer: Workplace, room: Room) -> None:
    sessions.cancel_session(trainer, room.sessions[1], "No light")
    states = [str(event["status"]) for event in events(course_calendar(trainer, room.course, "en"))]
    assert states == ["CONFIRMED", "CANCELLED", *["CONFIRMED"] * (len(room.sessions) - 2)]


def test_a_course_without_sessions_lasts_all_its_days(trainer: Workplace) -> None:
    draft = CourseDraft("NEW", Texts(en="A new one"), date(2018, 10, 3), date(2018, 10, 5), town="Ғарм")
    course = courses.create_course(trainer, draft).key or ""
    (event,) = events(course_calendar(trainer, course, "en"))
    assert (event.start, event.end) == (date(2018, 10, 3), date(2018, 10, 6))
    assert (str(event["summary"]), str(event["location"])) == ("NEW: A new one", "Gharm")


def test_an_unknown_zone_is_utc_and_midnight_is_the_next_day(trainer: Workplace, room: Room) -> None:
    held = courses.get_course(trainer, room.course).sessions[0]
    sessions.change_session(trainer, held.key, replace(sessions.draft_of(held), start=22 * 60, end=24 * 60))
    first = next(e for e in events(course_calendar(trainer, room.course, "en")) if held.key in str(e["uid"]))
    assert (first.start.hour, first.end.hour) == (17, 19)


def test_the_file_is_new_and_checked(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    first = save_calendar(trainer, room.course, "tg", tmp_path / "DSH.ics")
    assert first == tmp_path / "DSH.ics"
    assert save_calendar(trainer, room.course, "tg", tmp_path / "DSH.ics") == tmp_path / "DSH-2.ics"
    assert len(events(first.read_bytes())) == len(room.sessions)
    with pytest.raises(TrainerError) as refused:
        save_calendar(trainer, "nobody", "tg", tmp_path / "x.ics")
    assert refused.value.code == "course.unknown"
