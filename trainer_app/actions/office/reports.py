"""Figures of a course, a project or everything, with the rows behind each; as CSV, xlsx and PDF.

The course report gathers what is counted elsewhere for one paper.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.certificates.printing import CERTIFICATE_PAPERS
from trainer_app.actions.courses.courses import course_facts, get_course
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations.feedback import feedback_lines
from trainer_app.actions.exchange import losses
from trainer_app.actions.office import approvals
from trainer_app.actions.office.report_records import (
    CourseRecords,
    RecordsGatherer,
    Taught,
    completeness,
    with_doubts,
)
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
from trainer_app.actions.people.directory import root_of
from trainer_app.documents.base import fonts
from trainer_app.documents.office.course_report import course_report_pdf
from trainer_app.documents.office.report import report_csv, report_pdf, report_xlsx
from trainer_app.domain.attendance.marks import AttendanceGrid, count_heads
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Percent, exact_percent
from trainer_app.domain.base.structs import gc_paused, replace
from trainer_app.domain.base.texts import DEFAULT, SOURCE, Texts, resource, words
from trainer_app.domain.certificates.certificates import BoardRow
from trainer_app.domain.courses.courses import Course, EnrolmentState, Participant, SessionState
from trainer_app.domain.evaluations.forms import NeverCame, Occasion, TestScore, left_out_note
from trainer_app.domain.evaluations.statistics import compare_tests
from trainer_app.domain.office.approvals import Approval
from trainer_app.domain.office.counting import Counted, SplitBy, count
from trainer_app.domain.office.participations import Period, Records
from trainer_app.domain.office.reports import (
    Basis,
    Completeness,
    CourseReport,
    FeedbackLine,
    Figure,
    ListCounts,
    Release,
    Report,
    ReportExtent,
    ReportPerson,
    ReportRow,
    ReportSession,
    learning_figures,
    with_learners,
)
from trainer_app.domain.papers.course_papers import pages_for
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import record_fields
from trainer_app.store.courses.courses import list_courses, list_projects
from trainer_app.store.office.reports import list_releases
from trainer_app.store.people import people
from trainer_app.system.messages import label_text

_SCOPE = 20
"""Courses whose codes are noted."""
DEFAULT_SPLITS = (SplitBy.SEX, SplitBy.COURSE)


@gc_paused()
def report(
    work: Workplace,
    *,
    project: str | None = None,
    course: str | None = None,
    first: date | None = None,
    last: date | None = None,
    by: Sequence[SplitBy] = DEFAULT_SPLITS,
    names: bool = False,
    basis: Basis = Basis.TODAY,
    doubts: bool = True,
    progress: Progress = no_progress,
) -> Report:
    """Return the report of a course, of a project's courses, or of all courses.

    Without `names` nothing that is made of it lists participants, and its notes name nobody; with them, see
    `note_names`. With a period, the tests are those of the participations that lie in it. As approved, only
    approved courses are counted, of what their approvals keep. Without `doubts` nothing is said of how whole
    the data are, which looks at all people. Raises counting.period_reversed, report.none_approved.
    """
    if first is not None and last is not None and last < first:
        raise TrainerError("counting.period_reversed", first=first.isoformat(), last=last.isoformat())
    scope = _taught(work, project, course)
    approved = approvals.approved_courses(work, scope)
    taught = [each for each in scope if basis is Basis.TODAY or each.course.key in approved]
    if basis is Basis.APPROVED and not taught:
        raise TrainerError("report.none_approved")
    sources, trainers = _sources(work, taught, approved if basis is Basis.APPROVED else None, progress)
    records = Records(
        courses=tuple(source.taught for source in sources),
        participations=tuple(row for source in sources for row in source.participations),
        sessions=tuple(session for source in sources for session in source.sessions),
        trainer_names=trainers,
    )
    counted = count(records, Period(first, last), by)
    title = _title(taught, project)
    organiser = taught[0].project.organiser if taught and taught[0].project else Texts()
    tests = [score for source in sources for score in source.tests.counted]
    if first is not None or last is not None:
        inside = _inside(records, counted)
        tests = [score for score in tests if score.enrolment in inside]
    left_out = [each for source in sources for each in source.tests.left_out]
    learnt = _learning(tests, left_out)
    note = left_out_note("counting.note_left_out", left_out, names=names)
    whole = Completeness()
    if doubts:
        whole = completeness(
            work,
            [(each.course, source.marked) for each, source in zip(taught, sources, strict=True)],
            Period(first, last),
            counted.figure("unique_persons").rows,
            everything=project is None and course is None,
        )
    since: tuple[Label, ...] = ()
    days = [day for each in taught for day in (each.course.first_day, each.course.last_day)]
    if basis is Basis.APPROVED:
        since = _joined_since(work, counted)
        days = [day for each in approved.values() for day in (each.first_day, each.last_day) if day]
    return Report(
        title=title,
        figures=(*(with_doubts(work, counted.figures) if doubts else counted.figures), *learnt),
        splits=counted.splits,
        notes=(*counted.notes, *([note] if note else []), *since, *_not_counted(work)),
        persons=tuple(row for source in sources for row in source.rows),
        organiser=organiser,
        courses=tuple(each.code for each in records.courses),
        first=first or min(days, default=None),
        last=last or max(days, default=None),
        made_on=work.today(),
        names=names,
        open=whole,
        extent=ReportExtent(project, course, first, last),
        basis=basis,
        approved=tuple(approvals.as_stated(work, each) for each in approved.values()),
        unapproved=tuple(each.course.code for each in scope if each.course.key not in approved),
    )


def _sources(
    work: Workplace, taught: Sequence[Taught], approved: Mapping[str, Approval] | None, progress: Progress
) -> tuple[list[CourseRecords], dict[str, str]]:
    """Return what courses give to a report, as approved or as they are now, and the names of trainers."""

    def told(places: Sequence[Taught]) -> Iterator[Taught]:
        for place, each in enumerate(places):
            progress("counting.progress", place / len(places))
            yield each

    if approved is not None:
        kept = [approvals.kept_records(work, approved[each.course.key]) for each in told(taught)]
        return kept, approvals.trainer_names(work, approved.values())
    if not taught:
        return [], {}
    gatherer = RecordsGatherer(work, taught)
    return [gatherer.records(each) for each in told(taught)], gatherer.trainer_names


def _joined_since(work: Workplace, counted: Counted) -> tuple[Label, ...]:
    """Say how many fewer people there would be with what was joined after the approvals."""
    keys, everybody = counted.figure("unique_persons").rows, people.people_by_key(work.database)
    fewer = len(keys) - len({root_of(everybody, key) if key in everybody else key for key in keys})
    return (Label("report.joined_since", {"count": fewer}),) if fewer else ()


def note_names(work: Workplace, found: Report, form: str, kind: str = "report") -> Changes:
    """Note that a report with names leaves the program: by whom, when, on which courses. Nothing for others.

    It belongs into the transaction in which the file is written: neither is there without the other.
    """
    if not found.listed:
        return Changes(Label("report.step.names", {"count": 0}))
    return note_release(work, kind, form, found.courses, (found.first, found.last), len(found.listed))


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


def _not_counted(work: Workplace) -> tuple[Label, ...]:
    """Say that changes of a newer version of the program may be missing in the figures."""
    waiting = sum(one.count for one in losses.waiting(work))
    return (Label("newer.not_counted", {"count": waiting}),) if waiting else ()


def _taught(work: Workplace, project: str | None, course: str | None) -> list[Taught]:
    if course is not None:
        view = get_course(work, course)
        return [Taught(view.course, view.project)]
    projects = {each.key: each for each in list_projects(work.database)}
    found = [each for each in list_courses(work.database) if project in (None, each.project)]
    return [Taught(each, projects.get(each.project or "")) for each in found]


def courses_of(work: Workplace, extent: ReportExtent) -> list[Course]:
    """Return the courses of an extent; of a period those of which a day lies in it."""
    first, last = extent.first or date.min, extent.last or date.max
    found = (each.course for each in _taught(work, extent.project, extent.course))
    return [course for course in found if course.first_day <= last and course.last_day >= first]


def _title(taught: Sequence[Taught], project: str | None) -> Texts:
    if len(taught) == 1:
        return taught[0].course.title
    if project is not None and taught and taught[0].project:
        return taught[0].project.title
    return words("report.all_courses")


def _inside(records: Records, counted: Counted) -> frozenset[str]:
    """Return the enrolments of those whose participation lies in the period, under whichever name."""
    found = set(counted.figure("participations").rows)
    people = {(each.course, each.person) for each in records.participations if each.enrolment in found}
    return frozenset(
        each.enrolment for each in records.participations if (each.course, each.person) in people
    )


def _learning(tests: Sequence[TestScore], left_out: Sequence[NeverCame]) -> tuple[Figure, ...]:
    """Return what the tests say, matched pairs only, each figure with the pairs behind it.

    The first tells who is not counted, since they never came.
    """
    pre, post = _percents(tests, Occasion.PRE), _percents(tests, Occasion.POST)
    first, *rest = (with_learners(figure, pre, post) for figure in learning_figures(compare_tests(pre, post)))
    rows = tuple(sorted(each.enrolment for each in left_out))
    label = Label("counting.excluded.tests_left_out", {"count": len(rows), "rows": rows})
    return (replace(first, exclusions=(label,)) if rows else first, *rest)


def _percents(tests: Iterable[TestScore], occasion: Occasion) -> dict[str, Percent]:
    """Return the scores of one test, not rounded; a paper out of nothing says nothing."""
    scores = {score.enrolment: score for score in tests if score.occasion is occasion}
    found = {key: exact_percent(score.points, score.out_of) for key, score in scores.items()}
    return {key: percent for key, percent in found.items() if percent is not None}


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
    """Return a report as PDF."""
    fonts.use(resource("fonts"))
    return report_pdf(report, language, partial(label_text, language=language))


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
