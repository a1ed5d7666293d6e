"""Figures for other systems: the tidy table with HXL tags, results of projects for IATI. Nobody is named."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from msgspec import Struct

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office.building import EVERYTHING, office_name, report
from trainer_app.documents.office.open_files import hxl_csv, iati_xml
from trainer_app.domain.base.changes import Progress, no_progress, part_of
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import FINISHED, Course, Project
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.humanitarian import (
    COUNTRIES,
    IATI_REF,
    IATI_TYPE,
    Activity,
    OrganisationType,
    Reporter,
    indicators,
    read_ref,
)
from trainer_app.domain.office.reports import Basis, Report, ReportExtent
from trainer_app.store.courses.courses import list_courses, list_projects
from trainer_app.system.messages import label_text


def write_hxl(work: Workplace, found: Report, language: str) -> bytes:
    """Return a report as CSV with HXL tags, in a language."""
    scope = found.courses[0] if len(found.courses) == 1 else ""
    if len(found.extent.projects) == 1 and not found.extent.courses:
        projects = {each.key: each.code for each in list_projects(work.database)}
        scope = projects.get(found.extent.projects[0], scope)
    speak = partial(label_text, language=language)
    return hxl_csv(found, office_name(work).best(language), scope, language, speak)


class IatiFile(Struct, frozen=True):
    """What was made: the file, codes of its projects, and of courses of no project, which are not in it."""

    data: bytes
    projects: tuple[str, ...]
    left_out: tuple[str, ...]


def last_organisation(work: Workplace) -> tuple[str, OrganisationType]:
    """Return identifier and type of the organisation as they were last given; "" before that."""
    return work.store.setting(IATI_REF), OrganisationType(work.store.setting(IATI_TYPE))


def make_iati(
    work: Workplace,
    ref: str,
    kind: OrganisationType,
    *,
    extent: ReportExtent = EVERYTHING,
    basis: Basis = Basis.TODAY,
    progress: Progress = no_progress,
) -> IatiFile:
    """Return the results of the projects of an extent that have courses, as an IATI file; keep who reports.

    Single courses are no projects. With a period they are those of these days. As approved, projects without
    an approved course are left out.
    Raises iati.bad_ref, iati.no_project, counting.period_reversed.
    """
    ref = read_ref(ref)
    courses: dict[str, list[Course]] = {}
    for course in list_courses(work.database):
        courses.setdefault(course.project or "", []).append(course)
    wanted = [
        each
        for each in list_projects(work.database)
        if extent.takes("", each.key, each.donor, each.field_of_work)
    ]
    taken = [each for each in wanted if each.key in courses]
    activities = []
    for place, each in enumerate(taken):
        tell = part_of(progress, place / len(taken), (place + 1) / len(taken))
        counted = _counted(work, each, extent, basis, tell)
        if counted is not None:
            activities.append(_activity(work, each, courses[each.key], counted))
    if not activities:
        raise TrainerError("iati.no_project")
    at = datetime.fromtimestamp(work.clock.millis() // 1000, UTC).isoformat().replace("+00:00", "Z")
    reporter = Reporter(ref, kind, office_name(work), at)
    made = iati_xml(reporter, activities)
    _keep(work, ref, kind)
    alone = () if not extent.everything else tuple(each.code for each in courses.get("", ()))
    return IatiFile(made, tuple(each.code for each in activities), alone)


def _counted(
    work: Workplace, project: Project, extent: ReportExtent, basis: Basis, progress: Progress
) -> Report | None:
    """Return a project's figures by sex; None where nothing of it was approved."""
    try:
        return report(
            work,
            project=project.key,
            first=extent.first,
            last=extent.last,
            by=(SplitBy.SEX,),
            basis=basis,
            doubts=False,
            progress=progress,
        )
    except TrainerError as problem:
        if problem.code != "report.none_approved":
            raise
        return None


def _activity(work: Workplace, project: Project, courses: Sequence[Course], counted: Report) -> Activity:
    began, ended = min(each.first_day for each in courses), max(each.last_day for each in courses)
    first, last = counted.first or began, counted.last or ended
    over = project.last_day is None or project.last_day < work.today()
    countries = {COUNTRIES.get(each.zone, "") for each in courses}
    return Activity(
        code=project.code,
        title=project.title,
        about=project.field_of_work,
        donor=project.donor,
        organiser=project.organiser,
        partner=project.partner,
        first=first,
        last=max(first, last),
        began=began,
        ended=max(began, ended),
        closed=over and all(each.state in FINISHED for each in courses),
        planned_first=project.first_day,
        planned_last=project.last_day,
        country=countries.pop() if len(countries) == 1 else "",
        results=indicators(counted),
    )


def _keep(work: Workplace, ref: str, kind: OrganisationType) -> None:
    if (ref, kind) != last_organisation(work):
        work.store.change_setting(IATI_REF, ref)
        work.store.change_setting(IATI_TYPE, kind.value)


def file_name(work: Workplace, form: str, code: str = "") -> str:
    """Return the name proposed for a file of figures: "figures-hxl-DV2018-2026-11-29.csv"."""
    end = "xml" if form == "iati" else "csv"
    what = f"{code}-" if code else ""
    return f"figures-{form}-{what}{work.today().isoformat()}.{end}"
