"""What becomes of a report: the rows behind each figure, CSV, xlsx and PDF; what is noted of names in it.

`building` counts it. The course report gathers what is counted elsewhere for one paper.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.certificates.printing import CERTIFICATE_PAPERS
from trainer_app.actions.courses.courses import course_facts, get_course
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations.feedback import feedback_lines
from trainer_app.actions.office.building import report
from trainer_app.actions.papers.course_papers import COURSE_PAPERS
from trainer_app.actions.papers.papers import (
    USUAL,
    Chosen,
    CoursePaper,
    PaperLine,
    PaperOption,
    PrintedCourse,
    Stage,
)
from trainer_app.documents.base import fonts
from trainer_app.documents.office.course_report import course_report_pdf
from trainer_app.documents.office.donor_words import DonorWords, donor_words
from trainer_app.documents.office.report import report_pdf
from trainer_app.documents.office.report_tables import report_csv, report_xlsx
from trainer_app.domain.attendance.marks import AttendanceGrid, count_heads
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import percent_label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.texts import DEFAULT, SOURCE, resource
from trainer_app.domain.certificates.certificates import BoardRow
from trainer_app.domain.courses.courses import EnrolmentState, Participant, SessionState
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.reports import (
    CourseReport,
    FeedbackLine,
    Figure,
    ListCounts,
    Release,
    Report,
    ReportPerson,
    ReportRow,
    ReportSession,
    Unit,
)
from trainer_app.domain.papers.course_papers import ChartColours, pages_for
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import record_fields
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.office.reports import list_releases
from trainer_app.store.people import people
from trainer_app.system.messages import label_text

_SCOPE = 20
"""Courses whose codes are noted."""


def note_names(work: Workplace, found: Report, form: str, kind: str = "report") -> Changes:
    """Note that a report with names leaves the program: by whom, when, on which courses. Nothing for others.

    It belongs into the transaction in which the file is written: neither is there without the other.
    """
    label = Label("report.step.names", {"count": len(found.listed)})
    if not found.listed:
        return Changes(label)
    release = Release(
        key=work.journal.make_key(),
        kind=kind,
        form=form,
        at=work.clock.millis(),
        by=work.user,
        scope=_scope(found.courses),
        first_day=found.first,
        last_day=found.last,
        people=len(found.listed),
    )
    # A note: undo takes back no file that somebody has in hand.
    write = Write("release", release.key, record_fields("release", release))
    return work.journal.record(label, [write], note=True)


def releases(work: Workplace) -> list[Release]:
    """Return when reports with names left, here and on laptops whose files came, the newest first."""
    return list_releases(work.database)


def _scope(codes: Sequence[str]) -> str:
    """Return the codes of courses; of very many only the first, and how many more there are."""
    more = len(codes) - _SCOPE
    return ", ".join([*codes[:_SCOPE], *([f"+{more}"] if more > 0 else [])])


MOST_NAMED = 500
"""So many lines with names a paper has at most; a workbook can be searched and filtered."""


class DrilldownRow(Struct, frozen=True):
    """One row: a participation, a person, a certificate, a session or a course.

    `rank` is a stored rank; `detail` says what the figure looks at: the share, the serial, the time.
    """

    key: str
    name: str
    rank: str = ""
    unit: str = ""
    course: str = ""
    detail: Label | None = None


class Drilldown:
    """Looks rows up by their keys; made once for a report."""

    def __init__(self, work: Workplace, report: Report) -> None:
        self._work = work
        self._participations = {row.key: row for row in report.persons}
        self._people = people.people_by_key(work.database)
        self._courses = {course.key: course for course in courses.list_courses(work.database)}
        self._issued = {found.key: found for found in certificates.list_certificates(work.database)}

    def behind(self, figure: Figure) -> list[DrilldownRow]:
        """Return the rows behind a figure; of hours each with its own, where they add up to the figure.

        In a period, or under two names of one person, a row is more or less than what was counted of it.
        """
        rows = self.rows(figure.rows)
        if figure.unit is not Unit.MINUTES:
            return rows
        known = (self._participations[key] for key in figure.rows if key in self._participations)
        minutes = {row.key: row.minutes for row in known}
        if sum(minutes.values()) != figure.value:
            return rows
        return [replace(row, detail=_hours(minutes[row.key])) for row in rows]

    def rows(self, keys: Iterable[str]) -> list[DrilldownRow]:
        """Return the rows of keys in the order of their names; a key that nothing is known of is left out."""
        found = filter(None, (self._row(key) for key in dict.fromkeys(keys)))
        return sorted(found, key=lambda row: (sort_key(row.name), row.course))

    def _row(self, key: str) -> DrilldownRow | None:
        return (
            self._participation(key)
            or self._person(key)
            or self._certificate(key)
            or self._course(key)
            or self._session(key)
        )

    def _participation(self, key: str) -> DrilldownRow | None:
        row = self._participations.get(key)
        if row is None:
            return None
        return DrilldownRow(key, row.name, row.rank, row.unit, row.course, _share(row))

    def _person(self, key: str) -> DrilldownRow | None:
        person = self._people.get(key)
        if person is None:
            return None
        return DrilldownRow(key, person.name, person.rank, person.unit)

    def _certificate(self, key: str) -> DrilldownRow | None:
        found = self._issued.get(key)
        if found is None:
            return None
        row = self._participations.get(found.enrolment)
        course = row.course if row else found.facts.course_code
        serial = Label("review.value.text", {"text": found.serial})
        rank, unit = (row.rank, row.unit) if row else ("", "")
        return DrilldownRow(key, found.facts.name, rank, unit, course, serial)

    def _course(self, key: str) -> DrilldownRow | None:
        course = self._courses.get(key)
        if course is None:
            return None
        days = {"first": course.first_day, "last": course.last_day}
        return DrilldownRow(key, course.code, course=course.town, detail=Label("behind.days", days))

    def _session(self, key: str) -> DrilldownRow | None:
        session = courses.get_session(self._work.database, key)
        if session is None:
            return None
        course = self._courses.get(session.course)
        topic = session.topic.best("")
        values = {"day": session.day, "start": _clock(session.start), "end": _clock(session.end)}
        name = f"{session.number:>2}. {topic}".rstrip(". ")
        return DrilldownRow(
            key, name, course=course.code if course else "", detail=Label("behind.time", values)
        )


def _hours(minutes: int) -> Label:
    hours, rest = divmod(minutes, 60)
    return Label("behind.hours", {"hours": hours, "minutes": rest})


def _share(row: ReportRow) -> Label | None:
    if row.share is None:
        return None
    return Label("behind.share", {"share": percent_label(row.share)})


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def course_report(work: Workplace, course: str, language: str = DEFAULT, chosen: Chosen = USUAL) -> bytes:
    """Return the report of a course as PDF; without names its annex names nobody.

    `language` is one of `PAPER_LANGUAGES`. Raises course.unknown, paper.unknown_language.
    """
    found = gather_report(work, course, names=chosen[NAMES])
    fonts.use(resource("fonts"))
    return course_report_pdf(found, language, label_text)


_BODY, _SESSIONS, _PERSONS = 2, 20, 28
"""Pages of a course's report without sessions and people, and how many of these a page of it holds."""


def _report_line(_work: Workplace, course: PrintedCourse, _chosen: Chosen) -> PaperLine:
    """Estimate the pages: they depend on how far texts run."""
    pages = _BODY + pages_for(len(course.view.sessions), _SESSIONS) + pages_for(course.people, _PERSONS)
    return PaperLine(pages, Label("paper.line.report", {"pages": pages}))


def _note_course_report(work: Workplace, course: str, chosen: Chosen) -> object:
    """Note that the report of a course left with names, where they were asked for."""
    found = report(work, course=course, names=chosen[NAMES])
    return note_names(work, found, "pdf", "course_report")


NAMES = PaperOption(
    name="names",
    usual=False,
    flag="--with-names/--no-names",
    help="Name the participants; it is noted.",
    words="paper.option.names",
    hint="paper.option.names_hint",
)
COURSE_REPORT = CoursePaper(
    name="report",
    stage=Stage.AFTER,
    title="paper.title.report",
    help="Write the report of a course.",
    make=course_report,
    line=_report_line,
    options=(NAMES,),
    noted=_note_course_report,
)


def gather_report(work: Workplace, course: str, *, names: bool = False) -> CourseReport:
    """Return the report of a course as plain data. Raises course.unknown."""
    view = get_course(work, course)
    counted = report(work, course=course, by=(SplitBy.SEX, SplitBy.UNIT), names=names)
    board = eligibility.board(work, course)
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
        notes=(*counted.told, *_notes(sessions, board, feedback)),
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
            heads=count_heads([row.cells[index] for row in table.rows]),
        )
        for index, session in enumerate(table.sessions)
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
) -> list[Label]:
    """Say what a reader must know before quoting the report, besides what its figures say themselves."""
    counts = {
        "planned": sum(session.state is SessionState.PLANNED for session in sessions),
        "overrides": sum(row.override for row in board),
        "feedback": sum(line.hidden for line in feedback),
    }
    return [Label(f"course_note.{name}", {"count": count}) for name, count in counts.items() if count]


def print_report(report: Report, language: str = SOURCE) -> bytes:
    """Return a report as PDF. Raises report.too_many_names."""
    if len(report.listed) > MOST_NAMED:
        raise TrainerError("report.too_many_names", count=len(report.listed), most=MOST_NAMED)
    fonts.use(resource("fonts"))
    return report_pdf(report, language, partial(label_text, language=language))


def words_for_donor(report: Report, language: str) -> DonorWords:
    """Return the donor's sentence and paragraph of a report."""
    return donor_words(report, language, partial(label_text, language=language))


def print_charts(
    report: Report, language: str, inks: ChartColours, width: float, height: float
) -> bytes | None:
    """Return the charts of a report as a PDF of a size in millimetres; None where there are none."""
    # Only whoever looks at charts waits for what draws them.
    from trainer_app.documents.office.charts import charts_pdf

    fonts.use(resource("fonts"))
    speak = partial(label_text, language=language)
    return charts_pdf(report.charts, language, speak, inks, width, height)


def charts_in_words(report: Report, language: str) -> str:
    """Return what the charts show for whoever does not see them."""
    from trainer_app.documents.office.charts import spoken

    speak = partial(label_text, language=language)
    return "; ".join(spoken(table, language, speak) for table in report.charts)


def write_report_csv(report: Report, language: str = SOURCE) -> bytes:
    """Return a report's figures as CSV."""
    return report_csv(report, language, partial(label_text, language=language))


def write_report_xlsx(report: Report, language: str = SOURCE) -> bytes:
    """Return a report as an xlsx workbook."""
    return report_xlsx(report, language, partial(label_text, language=language))


PAPERS: tuple[CoursePaper, ...] = (*COURSE_PAPERS, *CERTIFICATE_PAPERS, COURSE_REPORT)


def papers_of(stage: Stage) -> tuple[CoursePaper, ...]:
    """Return the papers that are needed at a stage of a course."""
    return tuple(paper for paper in PAPERS if paper.stage is stage)


def paper_lines(work: Workplace, course: PrintedCourse) -> Mapping[CoursePaper, PaperLine]:
    """Return what is said of each paper of a course."""
    return {paper: paper.line(work, course, USUAL) for paper in PAPERS}
