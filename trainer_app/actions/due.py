"""What is due in one course: missing marks, sheets, names, tests, certificates, trainers of tomorrow."""

from collections.abc import Iterator
from datetime import date, timedelta

from trainer_app.actions.certificates import board
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.evaluations import evaluation
from trainer_app.actions.reconciliation import open_sheets
from trainer_app.actions.session_clashes import clash_notes
from trainer_app.actions.signoff import sign_off
from trainer_app.actions.sittings import list_sittings
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.domain.attendance import AttendanceGrid, count_heads
from trainer_app.domain.completing import name_only
from trainer_app.domain.courses import CourseLine, SessionState
from trainer_app.domain.forms import FormKind
from trainer_app.domain.people import Sex
from trainer_app.domain.today import Due, DueKind
from trainer_app.store import courses as stored

_OFFICE = (DueKind.CERTIFICATES, DueKind.UNFIT, DueKind.SEX_UNKNOWN, DueKind.NO_LATIN_NAME)
"""What the office can do something about: marks, sheets and tests come to it with the trainers' files."""


def due_of(work: Workplace, line: CourseLine, table: AttendanceGrid, day: date) -> tuple[Due, ...]:
    """Return what is due in a course on a day, the most urgent first."""
    found = [
        *_marks(line, table, day),
        *_sheets(work, line, day),
        *_people(work, line),
        *_evaluations(work, line, day),
        *_certificates(work, line, day),
        *_tomorrow(work, line, day),
    ]
    order = list(DueKind)
    wanted = [each for each in found if each.count and (work.role is Role.TRAINER or each.kind in _OFFICE)]
    return tuple(sorted(wanted, key=lambda each: order.index(each.kind)))


def _marks(line: CourseLine, table: AttendanceGrid, day: date) -> Iterator[Due]:
    """Count the marks that are missing in sessions of earlier days."""
    count, first = 0, None
    for place, session in enumerate(table.sessions):
        if session.day >= day or session.cancelled or session.locked:
            continue
        missing = count_heads([row.cells[place] for row in table.rows]).unmarked
        if missing and first is None:
            first = session.key
        count += missing
    yield Due(DueKind.UNMARKED, line.course.key, count, first)


def _sheets(work: Workplace, line: CourseLine, day: date) -> Iterator[Due]:
    if day < line.course.first_day or line.participants == 0:
        return
    sheets = open_sheets(work, line.course.key)
    if not sheets:
        return
    sessions = stored.list_sessions(work.database, line.course.key)
    first = next((session.key for session in sessions if session.day == sheets[0].day), None)
    yield Due(DueKind.SHEETS, line.course.key, len(sheets), first)


def _people(work: Workplace, line: CourseLine) -> Iterator[Due]:
    course = line.course.key
    listed = [found for found in list_enrolments(work, course) if found.expected]
    bare = [found for found in listed if name_only(found)]
    yield Due(DueKind.NAME_ONLY, course, len(bare))
    others = [found.person for found in listed if found not in bare]
    yield Due(DueKind.SEX_UNKNOWN, course, sum(person.sex is Sex.UNKNOWN for person in others))
    yield Due(DueKind.NO_LATIN_NAME, course, sum(not found.person.latin for found in listed))


def _evaluations(work: Workplace, line: CourseLine, day: date) -> Iterator[Due]:
    course = line.course
    if day < course.first_day or line.participants == 0:
        return
    found = evaluation(work, course.key)
    yield Due(DueKind.PRE_TEST, course.key, sum(row.pre is None for row in found.rows))
    if day < course.last_day:
        return
    yield Due(DueKind.POST_TEST, course.key, sum(row.post is None for row in found.rows))
    keyed = _has_feedback(work, course.key)
    yield Due(DueKind.FEEDBACK, course.key, 0 if keyed else line.participants)


def _has_feedback(work: Workplace, course: str) -> bool:
    """Tell whether any sheet of nobody was keyed in for the end of the course, waiting ones too."""
    return any(
        view.papers for view in list_sittings(work, course) if view.form.form.kind is FormKind.FEEDBACK
    )


def _certificates(work: Workplace, line: CourseLine, day: date) -> Iterator[Due]:
    if day < line.course.last_day or line.participants == 0:
        return
    rows = board(work, line.course.key)
    ready = [row for row in rows if row.due]
    names = sign_off(work, line.course.key, rows)
    yield Due(DueKind.CERTIFICATES, line.course.key, len(ready), names=names)
    yield Due(DueKind.UNFIT, line.course.key, sum(row.unfit is not None for row in rows))


def _tomorrow(work: Workplace, line: CourseLine, day: date) -> Iterator[Due]:
    """Count tomorrow's sessions that cannot be held as planned.

    A trainer is only missed in courses whose sessions have trainers at all.
    """
    course = line.course.key
    sessions = stored.list_sessions(work.database, course)
    coming = [
        each.key
        for each in sessions
        if each.day == day + timedelta(1) and each.state is not SessionState.CANCELLED
    ]
    if not coming:
        return
    noted = clash_notes(work, course)
    clashing = [key for key in coming if key in noted]
    taught = {each.key for each in sessions if each.trainers}
    alone = [key for key in coming if taught and key not in taught]
    for kind, keys in ((DueKind.CLASHES, clashing), (DueKind.NO_TRAINER, alone)):
        yield Due(kind, course, len(keys), next(iter(keys), None))
