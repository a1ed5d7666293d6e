"""What is printed: certificates, the sign-in sheet, the report. Each returns the bytes of a PDF."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from trainer_app.actions import identity
from trainer_app.actions.courses import get_course
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import fonts
from trainer_app.documents.certificate import PrintItem, certificates_pdf, warnings
from trainer_app.documents.report import report_pdf
from trainer_app.documents.signin import signin_pdf
from trainer_app.documents.tables import report_csv, report_xlsx
from trainer_app.documents.template import Template, load_template
from trainer_app.domain.certificates import Certificate, CertificateKind
from trainer_app.domain.changes import Label, Progress, no_progress
from trainer_app.domain.courses import CourseKind, CourseView, SessionState
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.latin import to_latin
from trainer_app.domain.papers import SheetRow, SheetSession, SignInSheet
from trainer_app.domain.ranks import rank_name
from trainer_app.domain.reports import Report
from trainer_app.domain.texts import Texts
from trainer_app.system.messages import label_text
from trainer_app.system.resources import resource


def print_certificates(certificates: Sequence[Certificate], progress: Progress = no_progress) -> bytes:
    """Return one PDF of certificates in the order given, from their frozen text."""
    fonts.use(resource("fonts"))
    items = [PrintItem(found.facts, found.credential) for found in certificates]
    return certificates_pdf(items, _designs(certificates), progress)


def print_warnings(certificates: Sequence[Certificate]) -> list[Label]:
    """Return what will not look as designed: names that break or get small."""
    fonts.use(resource("fonts"))
    designs = _designs(certificates)
    return [label for found in certificates for label in warnings(found.facts, designs)]


def sign_in(work: Workplace, course: str, day: date | None = None, language: str = "tg") -> bytes:
    """Return the sign-in sheet of a day: by default today, or else the course's first day with sessions.

    Raises paper.no_sessions.
    """
    view = get_course(work, course)
    days = sorted({session.day for session in view.sessions if session.state is not SessionState.CANCELLED})
    if not days:
        raise TrainerError("paper.no_sessions")
    today = work.clock.today(view.course.zone)
    chosen = day or (today if today in days else days[0])
    if chosen not in days:
        raise TrainerError("paper.no_sessions")
    fonts.use(resource("fonts"))
    return signin_pdf(_sheet(work, view, chosen, days, language), language)


def sign_in_days(work: Workplace, course: str) -> list[date]:
    """Return the days of a course that have a sheet."""
    sessions = get_course(work, course).sessions
    return sorted({found.day for found in sessions if found.state is not SessionState.CANCELLED})


def print_report(report: Report, language: str = "en") -> bytes:
    """Return a report as PDF."""
    fonts.use(resource("fonts"))
    return report_pdf(report, language, partial(label_text, language=language))


def write_report_csv(report: Report, language: str = "en") -> bytes:
    """Return a report's figures as CSV."""
    return report_csv(report, language, partial(label_text, language=language))


def write_report_xlsx(report: Report, language: str = "en") -> bytes:
    """Return a report as an xlsx workbook."""
    return report_xlsx(report, language, partial(label_text, language=language))


def _designs(certificates: Sequence[Certificate]) -> dict[CertificateKind, Template]:
    designs = {}
    for found in certificates:
        name = found.kind.value
        if found.facts.course_kind == CourseKind.TRAINING_OF_TRAINERS and name == "completion":
            name = "trainer"
        designs[found.kind] = load_template(resource("certificates", name))
    return designs


def _sheet(work: Workplace, view: CourseView, day: date, days: Sequence[date], language: str) -> SignInSheet:
    number = days.index(day) + 1
    rows = [
        SheetRow(
            number=found.enrolment.number,
            name=found.person.name,
            rank=rank_name(found.person.rank, language),
            unit=found.person.unit,
            sex=found.person.sex,
        )
        for found in list_enrolments(work, view.course.key)
        if found.expected and (found.from_day is None or found.from_day <= day)
    ]
    sessions = [
        SheetSession(session.number, session.start, session.end)
        for session in view.sessions
        if session.day == day and session.state is not SessionState.CANCELLED
    ]
    place = ", ".join(part for part in (view.course.town, view.course.venue) if part)
    return SignInSheet(
        code=f"{identity.office_code(work)}-{day:%m%d}-{view.course.code}",
        title=view.course.title,
        day=day,
        day_number=number,
        day_count=len(days),
        sessions=tuple(sessions),
        rows=tuple(rows),
        venue=_both(place),
        trainers=tuple(_both(teacher.name) for teacher in view.teachers),
    )


def _both(text: str) -> Texts:
    """Return a text as typed for Tajik and Russian readers, in Latin letters for English ones."""
    return Texts(tg=text, ru=text, en=to_latin(text))
