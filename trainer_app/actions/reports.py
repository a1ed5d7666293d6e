"""Figures of a course, a project or everything, each with the rows behind it; as CSV, xlsx and PDF."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from trainer_app.actions import newer
from trainer_app.actions.courses import get_course
from trainer_app.actions.report_records import Gatherer, Taught, Tests
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.amounts import Percent, exact_percent
from trainer_app.domain.changes import Label
from trainer_app.domain.counting import count
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.learning import compare, learning_figures
from trainer_app.domain.participations import Period, Records
from trainer_app.domain.reports import Figure, Report
from trainer_app.domain.splits import By
from trainer_app.domain.texts import Texts
from trainer_app.store.courses import list_courses, list_projects

DEFAULT_SPLITS = (By.SEX, By.COURSE)


def report(
    work: Workplace,
    *,
    project: str | None = None,
    course: str | None = None,
    first: date | None = None,
    last: date | None = None,
    by: Sequence[By] = DEFAULT_SPLITS,
) -> Report:
    """Return the report of a course, of a project's courses, or of all courses.

    With a period, the tests are those of the participations that lie in it. Raises counting.period_reversed.
    """
    if first is not None and last is not None and last < first:
        raise TrainerError("counting.period_reversed", first=first.isoformat(), last=last.isoformat())
    taught = _taught(work, project, course)
    gatherer = Gatherer(work, taught) if taught else None
    sources = [gatherer.records(each) for each in taught] if gatherer else []
    records = Records(
        courses=tuple(source.taught for source in sources),
        participations=tuple(row for source in sources for row in source.participations),
        sessions=tuple(session for source in sources for session in source.sessions),
        trainer_names=gatherer.trainer_names if gatherer else {},
    )
    counted = count(records, Period(first, last), by)
    title = _title(taught, project)
    organiser = taught[0].project.organiser if taught and taught[0].project else Texts()
    tests = {place: score for source in sources for place, score in source.tests.items()}
    if first is not None or last is not None:
        inside = {row for figure in counted.figures if figure.code == "participations" for row in figure.rows}
        tests = {place: score for place, score in tests.items() if place[0] in inside}
    learnt = _learning(tests)
    return Report(
        title=title,
        figures=(*counted.figures, *learnt),
        splits=counted.splits,
        notes=(*counted.notes, *_not_counted(work)),
        persons=tuple(row for source in sources for row in source.rows),
        organiser=organiser,
        courses=tuple(each.course.code for each in taught),
        first=first or min((each.course.first_day for each in taught), default=None),
        last=last or max((each.course.last_day for each in taught), default=None),
        made_on=work.today(),
    )


def _not_counted(work: Workplace) -> tuple[Label, ...]:
    """Say that changes of a newer version of the program may be missing in the figures."""
    waiting = sum(one.count for one in newer.waiting(work))
    return (Label("newer.not_counted", {"count": waiting}),) if waiting else ()


def _taught(work: Workplace, project: str | None, course: str | None) -> list[Taught]:
    if course is not None:
        view = get_course(work, course)
        return [Taught(view.course, view.project)]
    projects = {each.key: each for each in list_projects(work.database)}
    found = [each for each in list_courses(work.database) if project in (None, each.project)]
    return [Taught(each, projects.get(each.project or "")) for each in found]


def _title(taught: Sequence[Taught], project: str | None) -> Texts:
    if len(taught) == 1:
        return taught[0].course.title
    if project is not None and taught and taught[0].project:
        return taught[0].project.title
    return Texts(tg="Ҳамаи курсҳо", ru="Все курсы", en="All courses")


def _learning(tests: Tests) -> tuple[Figure, ...]:
    """Return what the tests say, matched pairs only, each figure with the pairs behind it."""
    pre, post = _percents(tests, Occasion.PRE), _percents(tests, Occasion.POST)
    paired = tuple(pre.keys() & post.keys())
    behind = {
        "tests_only_pre": tuple(pre.keys() - post.keys()),
        "tests_only_post": tuple(post.keys() - pre.keys()),
    }
    return tuple(
        replace(figure, rows=tuple(sorted(behind.get(figure.code, paired))))
        for figure in learning_figures(compare(pre, post))
    )


def _percents(tests: Tests, occasion: Occasion) -> dict[str, Percent]:
    """Return the scores of one test, not rounded; a paper out of nothing says nothing."""
    scores = {enrolment: score for (enrolment, held), score in tests.items() if held is occasion}
    found = {key: exact_percent(score.points, score.out_of) for key, score in scores.items()}
    return {key: percent for key, percent in found.items() if percent is not None}
