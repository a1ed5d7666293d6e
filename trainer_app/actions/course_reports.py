"""The report of one course: what the program has counted elsewhere, gathered for one paper."""

from collections.abc import Sequence

from trainer_app.actions import certificates, reports
from trainer_app.actions.attendance import grid
from trainer_app.actions.course_facts import course_facts
from trainer_app.actions.courses import get_course, get_line
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.feedback_lines import feedback_lines
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import fonts
from trainer_app.documents.course_report import course_report_pdf
from trainer_app.domain.attendance import AttendanceGrid, count_heads
from trainer_app.domain.certificates import BoardRow
from trainer_app.domain.changes import Label
from trainer_app.domain.course_reports import (
    CourseReport,
    FeedbackLine,
    ListCounts,
    ReportPerson,
    ReportSession,
)
from trainer_app.domain.courses import SessionState
from trainer_app.domain.enrolments import EnrolmentState, Participant
from trainer_app.domain.reports import ReportRow
from trainer_app.domain.splits import By
from trainer_app.system.messages import label_text
from trainer_app.system.resources import resource


def course_report(work: Workplace, course: str, language: str = "tg", *, names: bool = True) -> bytes:
    """Return the report of a course as PDF; without `names` its annex names nobody.

    `language` is one of `PAPER_LANGUAGES`. Raises course.unknown, paper.unknown_language.
    """
    found = gather_report(work, course, names=names)
    fonts.use(resource("fonts"))
    return course_report_pdf(found, language, label_text)


def gather_report(work: Workplace, course: str, *, names: bool = True) -> CourseReport:
    """Return the report of a course as plain data. Raises course.unknown."""
    view = get_course(work, course)
    counted = reports.report(work, course=course, by=(By.SEX, By.UNIT))
    board = certificates.board(work, course)
    table = grid(work, course)
    feedback = feedback_lines(work, course)
    sessions = _sessions(table)
    return CourseReport(
        facts=course_facts(work, view),
        counted=counted,
        rule=view.course.rule,
        listed=_listed(list_enrolments(work, course)),
        sessions=sessions,
        feedback=feedback,
        persons=_persons(board, counted.persons, names=names),
        notes=(*counted.notes, *_notes(sessions, board, feedback, get_line(work, course).conflicts)),
        names=names,
    )


def _sessions(table: AttendanceGrid) -> tuple[ReportSession, ...]:
    return tuple(
        ReportSession(
            number=session.number,
            day=session.day,
            start=session.start,
            end=session.end,
            minutes=session.minutes,
            topic=session.topic,
            state=session.state,
            reason=session.cancel_reason,
            heads=count_heads([row.cells[place] for row in table.rows]),
        )
        for place, session in enumerate(table.sessions)
    )


def _listed(people: Sequence[Participant]) -> ListCounts:
    states = [found.enrolment.state for found in people]
    return ListCounts(
        expected=sum(found.expected for found in people),
        walk_ins=states.count(EnrolmentState.WALK_IN),
        replaced=states.count(EnrolmentState.REPLACED),
        withdrawn=states.count(EnrolmentState.WITHDRAWN),
    )


def _persons(
    board: Sequence[BoardRow], rows: Sequence[ReportRow], *, names: bool
) -> tuple[ReportPerson, ...]:
    """Join the board with the list of the figures; without names what could name somebody stays out too."""
    known = {row.key: row for row in rows}
    persons = []
    for line in board:
        row = known[line.enrolment]
        persons.append(
            ReportPerson(
                number=line.number,
                name=line.name if names else "",
                sex=row.sex,
                rank=row.rank if names else "",
                unit=row.unit if names else "",
                share=line.share,
                result=line.result,
                serial=row.serial,
            )
        )
    return tuple(persons)


def _notes(
    sessions: Sequence[ReportSession],
    board: Sequence[BoardRow],
    feedback: Sequence[FeedbackLine],
    conflicts: int,
) -> list[Label]:
    """Say what a reader must know before quoting the report, besides what its figures say themselves."""
    counts = {
        "planned": sum(session.state is SessionState.PLANNED for session in sessions),
        "conflicts": conflicts,
        "overrides": sum(row.override for row in board),
        "feedback": sum(line.hidden for line in feedback),
    }
    return [Label(f"course_note.{name}", {"count": count}) for name, count in counts.items() if count]
