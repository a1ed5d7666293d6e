"""What becomes of a report: the rows behind each figure, CSV, xlsx and PDF; what is noted of names in it.

`building` counts it. The course report gathers what is counted elsewhere for one paper.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.base.rights import guarded
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
from trainer_app.documents.office.report import report_pdf
from trainer_app.documents.office.report_tables import report_csv, report_xlsx
from trainer_app.documents.office.report_words import DonorWords, donor_words
from trainer_app.domain.attendance.marks import AttendanceGrid, count_heads, count_once, doubled_rows
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import DEFAULT, SOURCE, PaperName, resource
from trainer_app.domain.certificates.certificates import BoardRow
from trainer_app.domain.courses.courses import Enrolment, EnrolmentState, Participant, SessionState
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.place_maps import PlaceMap
from trainer_app.domain.office.reports import (
    Basis,
    CourseReport,
    FeedbackLine,
    ListCounts,
    Release,
    Report,
    ReportPerson,
    ReportRow,
    ReportSession,
)
from trainer_app.domain.papers.course_papers import ChartColours, pages_for
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import record_fields
from trainer_app.store.office.reports import list_releases
from trainer_app.system.messages import label_text

_SCOPE = 20
"""Courses whose codes are noted."""


@guarded
def note_names(work: Workplace, found: Report, form: str, kind: str = "report") -> Changes:
    """Note that a report with names leaves the program: by whom, when, on which courses. Nothing for others.

    It belongs into the transaction in which the file is written: neither is there without the other.
    """
    if not found.listed:
        return Changes(Label("report.step.names", {"count": 0}))
    return note_release(work, kind, form, found.courses, (found.first, found.last), len(found.listed))


@guarded
def note_release(
    work: Workplace,
    kind: str,
    form: str,
    courses: Sequence[str],
    days: tuple[date | None, date | None],
    people: int,
) -> Changes:
    """Note that something that names so many people leaves: a report, or open data. See `Release`."""
    release = Release(
        key=work.journal.make_key(),
        kind=kind,
        form=form,
        at=work.clock.millis(),
        by=work.user,
        scope=_scope(courses),
        first_day=days[0],
        last_day=days[1],
        people=people,
    )
    # A note: undo takes back no file that somebody has in hand.
    write = Write("release", release.key, record_fields("release", release))
    return work.journal.record(Label("report.step.names", {"count": people}), [write], note=True)


def releases(work: Workplace) -> list[Release]:
    """Return when reports with names left, here and on laptops whose files came, the newest first."""
    return list_releases(work.database)


def _scope(codes: Sequence[str]) -> str:
    """Return the codes of courses; of very many only the first, and how many more there are."""
    more = len(codes) - _SCOPE
    return ", ".join([*codes[:_SCOPE], *([f"+{more}"] if more > 0 else [])])


MOST_NAMED = 500
"""So many lines with names a paper has at most; a workbook can be searched and filtered."""


def course_report(work: Workplace, course: str, language: str = DEFAULT, chosen: Chosen = USUAL) -> bytes:
    """Return the report of a course as PDF; without names its annex names nobody.

    `language` is one of `PAPER_LANGUAGES`. Raises course.unknown, paper.unknown_language.
    """
    found = gather_report(work, course, names=chosen[NAMES])
    fonts.use(resource("fonts"))
    return course_report_pdf(found, language, label_text)


_BODY, _SESSIONS, _PERSONS, _NAMED = 2, 20, 28, 24
"""Pages of a course's report without sessions and people; so many of these, named or not, a page holds."""


def _report_line(_work: Workplace, course: PrintedCourse, chosen: Chosen) -> PaperLine:
    """Estimate the pages: they depend on how far texts run."""
    people = pages_for(course.people, _NAMED if chosen[NAMES] else _PERSONS)
    pages = _BODY + pages_for(len(course.view.sessions), _SESSIONS) + people
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
    names=NAMES,
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
    doubled = doubled_rows(table.rows)
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
            heads=count_heads(count_once((row.cells[index] for row in table.rows), doubled)),
        )
        for index, session in enumerate(table.sessions)
    )


def _listed(people: Sequence[Participant]) -> ListCounts:
    """Count how the list came about; joined people once, left only where no row of theirs stays."""
    here: dict[str, list[Enrolment]] = {}
    for found in people:
        if found.expected:
            here.setdefault(found.person.key, []).append(found.enrolment)
    states = [found.enrolment.state for found in people]
    withdrawn = {found.person.key for found in people if found.enrolment.state is EnrolmentState.WITHDRAWN}
    return ListCounts(
        expected=len(here),
        walk_ins=sum(all(own.walked_in for own in rows) for rows in here.values()),
        in_place=sum(any(own.replaces is not None for own in rows) for rows in here.values()),
        replaced=states.count(EnrolmentState.REPLACED),
        withdrawn=len(withdrawn - here.keys()),
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
                share=None if line.repeats else line.share,
                result=line.result,
                serial=row.serial,
                voided=line.voided,
                repeats=line.repeats,
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


def report_name(report: Report, language: str, ending: str = "pdf") -> PaperName:
    """Return what a report is called, as PDF or as another file: by the course, if it is one, and nobody."""
    what = report.courses[0] if len(report.courses) == 1 else "courses"
    day = report.made_on.isoformat() if report.made_on else "report"
    basis = "-approved" if report.basis is Basis.APPROVED else ""
    return PaperName(report.title.best(language), f"report-{what}{basis}-{day}.{ending}")


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


def print_map(
    found: PlaceMap, language: str, inks: ChartColours, width: float, height: float
) -> bytes | None:
    """Return the map of a report as a PDF of a size in millimetres; None where nothing has a point."""
    from trainer_app.documents.office.place_map import map_pdf

    fonts.use(resource("fonts"))
    return map_pdf(found, language, partial(label_text, language=language), inks, width, height)


def map_in_words(found: PlaceMap, language: str) -> tuple[str, tuple[str, ...]]:
    """Return what a map shows for whoever does not see it, and what is told under it in any case."""
    from trainer_app.documents.office.place_map import map_title, spot_text, told_beside

    speak = partial(label_text, language=language)
    spots = ", ".join(spot_text(spot, found, language, speak) for spot in found.drawn)
    return f"{map_title(found, language, speak)}: {spots}", told_beside(found, language, speak)


def charts_in_words(report: Report, language: str) -> str:
    """Return what the charts show for whoever does not see them."""
    from trainer_app.documents.office.charts import spoken

    speak = partial(label_text, language=language)
    return "; ".join(spoken(table, language, speak) for table in report.charts)


def charts_told(report: Report, language: str) -> str:
    """Return what stands below the charts: which bars add up to more than the total, and why."""
    from trainer_app.documents.office.charts import told_below

    return "\n".join(told_below(report.charts, language, partial(label_text, language=language)))


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
