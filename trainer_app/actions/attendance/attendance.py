"""Marks of a course: the grid, setting marks and remarks, the history of a mark; one person's courses."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from msgspec import Struct

from trainer_app.actions.attendance.grid_rows import grid_sessions, row_cells, shown_rows, within_a_day
from trainer_app.actions.base import sync_status
from trainer_app.actions.base.history import row_histories, row_history
from trainer_app.actions.base.naming import Names, told_by_whom
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.saying import say, say_beside
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.courses.one_person import PersonPlace, attendance_write, place_of
from trainer_app.domain.attendance.marks import (
    IN_THE_ROOM,
    Attendance,
    AttendanceGrid,
    GridRow,
    GridSession,
    Mark,
    has_begun,
    held_minutes,
    share_of_held,
)
from trainer_app.domain.attendance.same_person import with_leading
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.schema import DELETED
from trainer_app.domain.base.structs import ChangedMeanwhile, Meanwhile, replace
from trainer_app.domain.certificates.certificates import Certificate
from trainer_app.domain.courses.courses import (
    FINISHED,
    Course,
    Enrolment,
    EnrolmentState,
    EnrolmentStatus,
    Session,
    SessionState,
    as_listed,
    status_of,
)
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.people.persons import Person, names_apart, namesake_details
from trainer_app.domain.review.contradictions import RowHistory
from trainer_app.store.attendance.marks import marked_among, marks_of_course
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.entry_history import WrittenEntry, written_when
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.courses.courses import list_courses_from
from trainer_app.store.people import people
from trainer_app.system.clock import civil_minute

GRID_TABLES = ("course", "session", "enrolment", "person", "pair", "attendance", "contradiction")
"""What a course's grid is read from: it stays as it is until something of these is written."""


def grid(work: Workplace, course: str) -> AttendanceGrid:
    """Return a course's grid. Who was replaced or withdrew stays with marks, or where some are missing.

    Read once until something of it is written: whoever shows a course asks for it again and again.
    """
    return work.database.remembered(f"grid {course}", lambda: _read_grid(work, course), GRID_TABLES)


def _read_grid(work: Workplace, course: str) -> AttendanceGrid:
    found = courses.get_course(work.database, course)
    if found is None:
        raise TrainerError("course.unknown")
    sessions = grid_sessions(courses.list_sessions(work.database, course))
    marks = marks_of_course(work.database, course)
    marked = {enrolment for (enrolment, _), cell in marks.items() if cell.mark}
    persons = people.find_people(work.database)
    rows, held = [], held_minutes(sessions)
    enrolled = courses.list_enrolments(work.database, course)
    people_then = [as_listed(persons, item.enrolment) for item in enrolled]
    apart = namesake_details(people_then)
    instead = {own.replaces: own.number for item in enrolled if (own := item.enrolment).replaces}
    numbers = {item.enrolment.key: item.enrolment.number for item in enrolled}
    at = {session.key for session in sessions}
    for item, person, name in zip(enrolled, people_then, names_apart(people_then), strict=True):
        enrolment = item.enrolment
        first, end = enrolment.span(sessions)
        cells = row_cells(enrolment.key, sessions, (first, end), marks)
        rows.append(
            GridRow(
                enrolment=enrolment.key,
                person=person.key,
                number=enrolment.number,
                name=name,
                full_name=person.name,
                rank=person.rank,
                unit=person.unit,
                from_day=sessions[first].day_number if 0 < first < len(sessions) else 1,
                from_session=within_a_day(sessions, first),
                walk_in=enrolment.state is EnrolmentState.WALK_IN,
                cells=cells,
                share=None,
                gone=enrolment.gone,
                gone_from=sessions[end].number if enrolment.gone and enrolment.gone_from in at else 0,
                replaced_by=instead.get(enrolment.key, 0),
                replaces=numbers.get(enrolment.replaces or "", 0),
                apart=apart.get(person.key, ""),
                expected=(first, end),
            )
        )
    counted = tuple(
        row if row.same_as else replace(row, share=share_of_held(held, row.cells))
        for row in shown_rows(with_leading(rows), marked)
    )
    # Those that cells show: what contradicts itself in another row of a joined person is told in Review.
    conflicts = sum(cell.conflict for row in counted for cell in row.cells if cell is not None)
    return AttendanceGrid(course, sessions, counted, found.rule.share, conflicts)


@guarded
def mark(
    work: Workplace,
    enrolment: str,
    session: str,
    value: Mark | None,
    missed: int = 0,
    *,
    early: int = 0,
    arrived: int | None = None,
    seen: Attendance | None = None,
    goes_on: int | None = None,
) -> Changes:
    """Set one mark; None takes it away. `missed` are minutes, only for people who came.

    `early` of them were missed at the end; `arrived` is the minute after midnight of a scanned badge. `seen`
    is what whoever marks saw there: another mark that came meanwhile is not overwritten unseen. `goes_on` is
    the step whose typing this goes on with, as the next digit of minutes does: undo takes back both as one.

    Raises attendance.locked, attendance.cancelled, attendance.missed_too_long,
    attendance.unknown_participant, attendance.changed_meanwhile.
    """
    with work.journal.transaction():
        done = _mark(work, (enrolment, session), value, (missed, early, arrived), seen)
        return work.journal.go_on(goes_on, done)


def _mark(
    work: Workplace,
    place: tuple[str, str],
    value: Mark | None,
    given: tuple[int, int, int | None],
    seen: Attendance | None,
) -> Changes:
    enrolment, session = place
    missed, early, _ = given
    column = open_session(work, session)
    theirs = _place_of(work, enrolment, column)
    own, before = theirs.lead, theirs.own
    if own.key != enrolment:
        enrolment, place, seen = own.key, (own.key, session), None
    if (missed or early) and not 0 <= early <= missed <= column.minutes:
        raise TrainerError("attendance.missed_too_long", minutes=column.minutes)
    minutes = given if value in (Mark.PRESENT, Mark.LATE) else (0, 0, None)
    if seen is not None and seen.taken_from:
        seen = Attendance()  # that row's mark was seen where this one had none
    if seen is not None and not seen.conflict:
        _check_seen(work, place, seen, before, (value, *minutes[:2]))
    # A reason for a difference to the signed sheet stands as long as the mark that it was given for.
    counted = theirs.counted
    settled = counted.settled if counted.mark is value else ""
    writes = [attendance_write(enrolment, session, value, *minutes, settled=settled), *hold_session(column)]
    if value is None:
        writes += no_marks(theirs.others, session)
    values = {
        "enrolment": enrolment,
        "number": own.number,
        "session": column.number,
        "mark": mark_label(value),
        "missed": missed - early,
        "early": early,
    }
    code = f"attendance.step.mark{'_minutes' if missed > early else ''}{'_early' if early else ''}"
    return work.journal.record_step(Label(code, values), "do", None, writes)


def no_marks(rows: Iterable[tuple[str, Attendance]], session: str) -> list[Write]:
    """Return what takes away the marks of a person's other rows: none of them comes up again."""
    return [attendance_write(row, session, None) for row, cell in rows if not cell.bare]


def _place_of(work: Workplace, enrolment: str, session: Session) -> PersonPlace:
    place = place_of(work, enrolment, session.key)
    if place is None or place.lead.course != session.course:
        raise TrainerError("attendance.unknown_participant")
    return place


def _check_seen(
    work: Workplace,
    place: tuple[str, str],
    seen: Attendance,
    now: Attendance,
    wanted: tuple[Mark | None, int, int],
) -> None:
    """Raise attendance.changed_meanwhile where another mark stands than was seen, and than is wanted."""
    stands, shown = (now.mark, now.missed, now.early), (seen.mark, seen.missed, seen.early)
    if now.conflict or stands in (shown, wanted):
        return
    key = derive_key("attendance", *place)
    try:
        with told_by_whom(work, "attendance", key):
            raise ChangedMeanwhile((Meanwhile("mark", now.mark, now.mark, wanted[0], seen.mark),))
    except ChangedMeanwhile as changed:
        raise TrainerError(
            "attendance.changed_meanwhile",
            by=", ".join(changed.by) or "–",
            was=mark_label(seen.mark),
            now=mark_label(now.mark),
        ) from changed


@guarded
def mark_rest(work: Workplace, session: str, value: Mark = Mark.PRESENT) -> Changes:
    """Give everybody expected at a session who has no mark yet the same one, as one step.

    Whoever offers it asks first where the session has not begun (`is_ahead`).
    """
    column = open_session(work, session)
    table = grid(work, column.course)
    index = next(index for index, found in enumerate(table.sessions) if found.key == session)
    writes = [
        attendance_write(row.enrolment, session, value)
        for row in table.rows
        if (cell := row.cells[index]) is not None and cell.bare
    ]
    label = Label(
        "attendance.step.rest",
        {"count": len(writes), "session": column.number, "mark": mark_label(value)},
    )
    return work.journal.record(label, [*writes, *(hold_session(column) if writes else [])])


class DayRest(Struct, frozen=True):
    """What one press would mark: the sessions by their numbers, how many people, how many marks."""

    sessions: tuple[int, ...]
    people: int
    marks: int


def rest_of_day(work: Workplace, course: str, day: date) -> DayRest:
    """Return who has no mark yet in the sessions of a day that have begun and are open."""
    found = _rest_of_day(work, grid(work, course), day)
    return DayRest(
        sessions=tuple(session.number for session, rows in found if rows),
        people=len({row.enrolment for _, rows in found for row in rows}),
        marks=sum(len(rows) for _, rows in found),
    )


@guarded
def mark_rest_of_day(work: Workplace, course: str, day: date, value: Mark = Mark.PRESENT) -> Changes:
    """Give everybody of a day's begun sessions who has no mark yet the same one, as one step."""
    found = [(session, rows) for session, rows in _rest_of_day(work, grid(work, course), day) if rows]
    writes = [attendance_write(row.enrolment, session.key, value) for session, rows in found for row in rows]
    for session, _ in found:
        writes += hold_session(open_session(work, session.key))
    label = Label(
        "attendance.step.rest_of_day",
        {
            "count": sum(len(rows) for _, rows in found),
            "sessions": len(found),
            "mark": mark_label(value),
        },
    )
    return work.journal.record(label, writes)


def _rest_of_day(
    work: Workplace, table: AttendanceGrid, day: date
) -> list[tuple[GridSession, list[GridRow]]]:
    """Return the open sessions of a day that have begun, each with the people without a mark."""
    return [
        (session, [row for row in table.rows if (cell := row.cells[index]) is not None and cell.bare])
        for index, session in enumerate(table.sessions)
        if session.day == day and not session.locked and not is_ahead(work, session)
    ]


def is_ahead(work: Workplace, session: GridSession) -> bool:
    """Tell whether a session has not begun yet by the clock of this computer."""
    return not has_begun(session, work.clock.today(ZONE), civil_minute(work.clock.millis(), ZONE))


LONG_AHEAD = 60
"""So many minutes before its session a single mark is asked about: who comes early is there sooner."""


def is_long_ahead(work: Workplace, session: GridSession) -> bool:
    """Tell whether a session begins so much later that a mark in it is likely meant for another one."""
    days = (session.day - work.clock.today(ZONE)).days
    minutes = days * 24 * 60 + session.start - civil_minute(work.clock.millis(), ZONE)
    return is_ahead(work, session) and minutes > LONG_AHEAD


@guarded
def set_remark(work: Workplace, enrolment: str, session: str, text: str) -> Changes:
    """Keep a remark beside a mark."""
    column = open_session(work, session)
    place, remark = _place_of(work, enrolment, column), text.strip() or None
    cleared = [key for key, cell in place.others if cell.remark and remark is None and place.own.bare]
    writes = []
    for key in (place.lead.key, *cleared):
        fields = {"enrolment": key, "session": session, "remark": remark}
        writes.append(Write("attendance", derive_key("attendance", key, session), fields))
    return work.journal.record(Label("attendance.step.remark", {"session": column.number}), writes)


def mark_label(mark: Mark | None) -> Label:
    """Return a mark in words; None is "not marked"."""
    return Label(f"attendance.mark.{mark.value if mark else 'none'}")


def open_session(work: Workplace, key: str) -> Session:
    """Return a session that may be marked. Raises attendance.locked, attendance.cancelled."""
    session = courses.get_session(work.database, key)
    if session is None:
        raise TrainerError("attendance.unknown_session")
    if session.locked:
        raise TrainerError("attendance.locked", session=session.number)
    if session.state is SessionState.CANCELLED:
        raise TrainerError("attendance.cancelled", session=session.number)
    return session


def came_after_count(work: Workplace, session: str, enrolments: Collection[str]) -> int:
    """Return how many of some enrolments were made after somebody counted the heads of a session.

    It rests on the entries themselves, so it is the same after a new start, and on whichever laptop.
    """
    counted = ("session", session)
    rows = [("enrolment", key) for key in enrolments]
    at = written_when(work.journal, [counted], "counted").get(counted)
    if at is None:
        return 0
    return sum(made > at for made in written_when(work.journal, rows, "course").values())


def hold_session(session: Session | GridSession) -> list[Write]:
    """Say that a planned session is held, since somebody marks it."""
    if session.state is SessionState.HELD:
        return []
    return [Write("session", session.key, {"state": SessionState.HELD.value})]


_BESIDE = ("remark", "signed", "settled")
"""What may stand beside a mark, in the order in which it is told."""
_TOLD = ("mark", "missed", "early", "arrived", *_BESIDE, DELETED)
_STATES = tuple(ChangeState)


def mark_history(work: Workplace, enrolment: str, session: str) -> RowHistory:
    """Return what was ever written about a mark; see `row_history`."""
    key = derive_key("attendance", enrolment, session)
    return row_history(work, "attendance", key, _TOLD, _said)


def mark_histories(
    work: Workplace, names: Names, written: Mapping[RowKey, Sequence[WrittenEntry]]
) -> dict[str, RowHistory]:
    """Return the same of many marks by their keys, of what `written_of_rows` found; not how far it came."""
    marks = {row: entries for row, entries in written.items() if row[0] == "attendance"}
    return {key: found for (_, key), found in row_histories(work, names, marks, _TOLD, _said).items()}


def mark_state(work: Workplace, enrolment: str, session: str) -> ChangeState | None:
    """Return how far a mark has come to the office, without reading the journal.

    Of several values that contradict each other it is the one that has come least far. None at the office,
    for a mark that another laptop has written, and where none was ever made.
    """
    key = derive_key("attendance", enrolment, session)
    rests_on = entry_history.newest_entry(work.journal, "attendance", key, "mark")
    found = [sync_status.state_of(work, replica, number) for replica, number in rests_on]
    return min((state for state in found if state), key=_STATES.index, default=None)


def _said(names: Names, values: Mapping[str, Any], known: Mapping[str, Any]) -> tuple[Label, ...]:
    """Return what an entry says, after others had written what is `known`."""
    if values.get(DELETED) is True:
        return (Label("attendance.mark.none"),)
    said: tuple[Label, ...] = ()
    if "mark" in values:
        said = (say(names, "attendance", values),)
    elif values.get(DELETED) is False:
        said = (say(names, "attendance", {"mark": None, **known, DELETED: False}),)
    for name in _BESIDE:
        said += say_beside(names, "attendance", name, values, known)
    return said


class PersonCourse(Struct, frozen=True):
    """One enrolment of a person. `share` is in hundredths of a per cent, None before the first mark.

    `entered_as` is the name of the record that was enrolled, where another one stands for it by now.
    `standing` is what the person is in this course by now.
    """

    course: Course
    enrolment: Enrolment
    share: Fraction | None
    limit: int | None
    certificates: tuple[Certificate, ...] = ()
    entered_as: str = ""
    standing: EnrolmentStatus = EnrolmentStatus.NOMINATED


def courses_of_person(work: Workplace, key: str, joined: Sequence[Person] = ()) -> list[PersonCourse]:
    """Return a person's courses, the newest first; also those of the people `joined` into them."""
    names = {key: "", **{person.key: person.name for person in joined}}
    known = {course.key: course for course in courses.list_courses(work.database)}
    found = []
    for item in courses.list_enrolments(work.database):
        own = item.enrolment
        course = known.get(own.course)
        if course is None or own.person not in names:
            continue
        table = grid(work, course.key)
        row = next((row for row in table.rows if row.enrolment == own.key), None)
        given = [
            each
            for each in certificates.list_certificates(work.database, course.key)
            if each.enrolment == own.key
        ]
        found.append(
            PersonCourse(
                course=course,
                enrolment=own,
                share=row.share if row and any(cell and cell.mark for cell in row.cells) else None,
                limit=course.rule.share,
                certificates=tuple(given),
                entered_as=names[own.person],
                standing=status_of(own.state, came=row is not None and _came(table, row)),
            )
        )
    return sorted(found, key=lambda each: (each.course.first_day, each.course.code), reverse=True)


def _came(table: AttendanceGrid, row: GridRow) -> bool:
    """Tell whether somebody was present or late in a session that was not cancelled."""
    return any(
        cell is not None and cell.mark in IN_THE_ROOM and not session.cancelled
        for session, cell in zip(table.sessions, row.cells, strict=True)
    )


_YEAR = timedelta(365)


def unmarked_courses(work: Workplace) -> dict[str, str]:
    """Return the codes of open courses, by key, that ended within a year without any mark: no file came."""
    day = work.today()
    ended = {
        course.key: course.code
        for course in list_courses_from(work.database, day - _YEAR)
        if course.last_day < day and course.state not in FINISHED and not course.archived
    }
    marked = marked_among(work.database, ended)
    return {key: code for key, code in ended.items() if key not in marked}
