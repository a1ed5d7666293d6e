"""Builds reports: gathers once what a scope holds, then counts it in any way that is asked for.

`gather` reads the courses of a scope; splits, periods, tables and figures are counted from what it returned
without another look at the database, so that a report that is being put together answers at once. `report`
does both. What is asked for again and again is kept by name on this computer, as a layout.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from trainer_app import VERSION
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import emblems, get_course, in_both_scripts
from trainer_app.actions.exchange import losses
from trainer_app.actions.office import approvals
from trainer_app.actions.office.report_records import (
    COUNTING,
    CourseRecords,
    RecordsGatherer,
    Taught,
    completeness,
    with_doubts,
)
from trainer_app.actions.people.directory import root_of
from trainer_app.domain.base.changes import Label, Progress, no_progress, part_of
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Percent
from trainer_app.domain.base.structs import gc_paused, replace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.texts import Texts, words
from trainer_app.domain.courses.courses import Course
from trainer_app.domain.evaluations.forms import NeverCame, Occasion, TestScore, left_out_note
from trainer_app.domain.office.approvals import Approval
from trainer_app.domain.office.counting import Counted, SplitBy, count
from trainer_app.domain.office.crossing import (
    ASKED,
    LAYOUTS,
    AskedReport,
    ReportLayout,
    TableQuery,
    chart_tables,
    cross,
    learnt,
)
from trainer_app.domain.office.participations import Period, Records, ScorePair
from trainer_app.domain.office.reports import (
    Basis,
    Figure,
    Report,
    ReportAbout,
    ReportExtent,
    ScopeNames,
    Target,
)
from trainer_app.domain.people.persons import COMPARING
from trainer_app.domain.people.places import one_spelling
from trainer_app.store.courses.courses import list_courses, list_projects
from trainer_app.store.people import people

EVERYTHING = ReportExtent()
"""All courses, whenever."""
_ASKED = 0.8
"""The part of reading courses in which the database is asked."""
_READ = 0.3
"""The part of a report's work in which its courses are read; in the rest people are compared."""
DEFAULT_SPLITS = (SplitBy.SEX, SplitBy.COURSE)


class Material(NamedTuple):
    """All that reports of one scope are counted from, whatever their period.

    `scope` are its courses with their projects, `taught` those of them that are counted; `approved` the
    approvals of those that have one, by key.
    """

    extent: ReportExtent
    basis: Basis
    scope: Sequence[Taught]
    taught: Sequence[Taught]
    sources: Sequence[CourseRecords]
    records: Records
    approved: Mapping[str, Approval]
    left_out: Sequence[NeverCame]


@gc_paused()
def gather(
    work: Workplace,
    extent: ReportExtent = EVERYTHING,
    *,
    basis: Basis = Basis.TODAY,
    progress: Progress = no_progress,
) -> Material:
    """Read what the courses of a scope give to reports. Raises report.none_approved, course.unknown."""
    scope = _in_scope(work, extent)
    approved = approvals.approved_courses(work, scope)
    taught = [each for each in scope if basis is Basis.TODAY or each.course.key in approved]
    if basis is Basis.APPROVED and not taught:
        raise TrainerError("report.none_approved")
    sources, trainers = _sources(work, taught, approved if basis is Basis.APPROVED else None, progress)
    records = Records(
        courses=tuple(source.taught for source in sources),
        participations=tuple(chain.from_iterable(source.participations for source in sources)),
        sessions=tuple(chain.from_iterable(source.sessions for source in sources)),
        trainer_names=trainers,
        tests=_pairs(score for source in sources for score in source.tests.counted),
    )
    left_out = [each for source in sources for each in source.tests.left_out]
    return Material(extent, basis, scope, taught, sources, records, approved, left_out)


@gc_paused()
def build(
    work: Workplace,
    material: Material,
    *,
    first: date | None = None,
    last: date | None = None,
    by: Sequence[SplitBy] = DEFAULT_SPLITS,
    table: TableQuery | None = None,
    names: bool = False,
    doubts: bool = True,
    progress: Progress = no_progress,
) -> Report:
    """Count what was gathered, in a period. Raises counting.period_reversed. See `report`.

    Whether people may be one takes long to find out among very many: `add_doubts` does it apart.
    """
    if first is not None and last is not None and last < first:
        raise TrainerError("counting.period_reversed", first=first.isoformat(), last=last.isoformat())
    records, taught, basis = material.records, material.taught, material.basis
    extent = replace(material.extent, first=first, last=last)
    period = Period(first, last)
    counted = count(records, period, by, today=work.today())
    note = left_out_note("counting.note_left_out", material.left_out, names=names)
    since: tuple[Label, ...] = ()
    begun = [each.course for each in taught if each.course.first_day <= work.today()]
    days = [day for one in begun or [each.course for each in taught] for day in (one.first_day, one.last_day)]
    if basis is Basis.APPROVED:
        since = _joined_since(work, counted)
        days = [day for each in material.approved.values() for day in (each.first_day, each.last_day) if day]
    made = Report(
        title=_title(material),
        figures=(*counted.figures, *_learning(material, counted, period)),
        splits=counted.splits,
        notes=(*counted.notes, *([note] if note else []), *since, *_not_counted(work)),
        persons=tuple(chain.from_iterable(source.rows for source in material.sources)),
        organiser=taught[0].project.organiser if taught and taught[0].project else Texts(),
        courses=tuple(each.code for each in records.courses),
        first=first or min(days, default=None),
        last=last or max(days, default=None),
        made_on=work.today(),
        names=names,
        extent=extent,
        scope=_scope_names(work, material),
        about=_about(work, material, counted, period),
        targets=_targets(material, counted, period),
        table=cross(records, period, table) if table is not None else None,
        mapped=table.mapped if table is not None else "",
        basis=basis,
        approved=tuple(approvals.as_stated(work, each) for each in material.approved.values()),
        unapproved=tuple(
            each.course.code for each in material.scope if each.course.key not in material.approved
        ),
    )
    return add_doubts(work, material, made, progress) if doubts else made


def add_charts(material: Material, made: Report) -> Report:
    """Return a report with its charts: over time, by sex, by district, by what else it is split by."""
    period = Period(made.extent.first, made.extent.last)
    return replace(made, charts=chart_tables(material.records, period, made))


def add_doubts(work: Workplace, material: Material, made: Report, progress: Progress = no_progress) -> Report:
    """Return a report that says how whole the data behind it are, and how many people may be one."""
    # It can be stopped as soon as it says how far it is.
    progress(COMPARING, 0.0)
    persons = made.figure("unique_persons")
    whole = completeness(
        work,
        [
            (each.course, source.marked)
            for each, source in zip(material.taught, material.sources, strict=True)
        ],
        Period(made.extent.first, made.extent.last),
        persons.rows if persons else (),
        everything=made.extent.everything,
        progress=progress,
    )
    return replace(made, open=whole, figures=with_doubts(work, made.figures))


def doubted_like(made: Report, known: Report) -> Report:
    """Return a report with the doubts and charts of another one of the same courses and period."""
    beside = {figure.code: figure.beside for figure in known.figures}
    figures = tuple(replace(figure, beside=beside.get(figure.code, ())) for figure in made.figures)
    return replace(made, open=known.open, figures=figures, charts=made.charts or known.charts)


def report(
    work: Workplace,
    extent: ReportExtent = EVERYTHING,
    *,
    project: str | None = None,
    course: str | None = None,
    first: date | None = None,
    last: date | None = None,
    by: Sequence[SplitBy] = DEFAULT_SPLITS,
    table: TableQuery | None = None,
    names: bool = False,
    basis: Basis = Basis.TODAY,
    doubts: bool = True,
    charts: bool = False,
    progress: Progress = no_progress,
) -> Report:
    """Return the report of an extent; of a course, of a project's courses, or of all courses.

    Without `names` nothing that is made of it lists participants, and its notes name nobody; with them, see
    `note_names`. With a period, the tests are those of the participations that lie in it. As approved, only
    approved courses are counted, of what their approvals keep. Without `doubts` nothing is said of how whole
    the data are, which looks at all people. Raises counting.period_reversed, report.none_approved.
    """
    if project is not None or course is not None:
        # A course is meant alone, also where its project is named beside it.
        extent = ReportExtent((), (course,)) if course is not None else ReportExtent((project or "",))
    first, last = first or extent.first, last or extent.last
    read = part_of(progress, 0.0, _READ) if doubts else progress
    material = gather(work, extent, basis=basis, progress=read)
    made = build(
        work,
        material,
        first=first,
        last=last,
        by=by,
        table=table,
        names=names,
        doubts=doubts,
        progress=part_of(progress, _READ, 1.0),
    )
    return add_charts(material, made) if charts else made


def _in_scope(work: Workplace, extent: ReportExtent) -> list[Taught]:
    """Return the courses that are asked for; one that is not there raises course.unknown."""
    projects = {each.key: each for each in list_projects(work.database)}
    found = []
    for course in list_courses(work.database):
        project = projects.get(course.project or "")
        donor, field = (project.donor, project.field_of_work) if project else ("", "")
        if extent.takes(course.key, course.project, donor, field):
            found.append(Taught(course, project))
    known = {each.course.key for each in found}
    for key in extent.courses:
        if key not in known:
            get_course(work, key)
    return found


def courses_of(work: Workplace, extent: ReportExtent) -> list[Course]:
    """Return the courses of an extent; of a period those of which a day lies in it."""
    first, last = extent.first or date.min, extent.last or date.max
    found = (each.course for each in _in_scope(work, extent))
    return [course for course in found if course.first_day <= last and course.last_day >= first]


def _sources(
    work: Workplace, taught: Sequence[Taught], approved: Mapping[str, Approval] | None, progress: Progress
) -> tuple[list[CourseRecords], dict[str, str]]:
    """Return what courses give to a report, as approved or as they are now, and the names of trainers."""

    def told(tell: Progress) -> Iterator[Taught]:
        for place, each in enumerate(taught):
            tell(COUNTING, place / len(taught))
            yield each

    if approved is not None:
        kept = [approvals.kept_records(work, approved[each.course.key]) for each in told(progress)]
        return kept, approvals.trainer_names(work, approved.values())
    if not taught:
        return [], {}
    gatherer = RecordsGatherer(work, taught, part_of(progress, 0.0, _ASKED))
    courses = told(part_of(progress, _ASKED, 1.0))
    return [gatherer.records(each) for each in courses], gatherer.trainer_names


def _pairs(scores: Iterable[TestScore]) -> dict[str, ScorePair]:
    """Return the tests by enrolment; a paper out of nothing says nothing."""
    found: dict[str, ScorePair] = {}
    for score in scores:
        percent = score.share
        if percent is not None:
            place = "pre" if score.occasion is Occasion.PRE else "post"
            found[score.enrolment] = found.get(score.enrolment, ScorePair())._replace(**{place: percent})
    return found


def _learning(material: Material, counted: Counted, period: Period) -> tuple[Figure, ...]:
    """Return what the tests say; the first figure tells who is not counted, since they never came."""
    tests = material.records.tests
    kept = tests.keys() if period.open else tests.keys() & _inside(material.records, counted)
    pre: dict[str, Percent] = {key: one for key in kept if (one := tests[key].pre) is not None}
    post: dict[str, Percent] = {key: one for key in kept if (one := tests[key].post) is not None}
    first, *rest = learnt(pre, post)
    rows = tuple(sorted(each.enrolment for each in material.left_out))
    label = Label("counting.excluded.tests_left_out", {"count": len(rows), "rows": rows})
    return (replace(first, exclusions=(label,)) if rows else first, *rest)


def _inside(records: Records, counted: Counted) -> frozenset[str]:
    """Return the enrolments of those whose participation lies in the period, under whichever name."""
    found = set(counted.figure("participations").rows)
    people = {(each.course, each.person) for each in records.participations if each.enrolment in found}
    return frozenset(
        each.enrolment for each in records.participations if (each.course, each.person) in people
    )


def _joined_since(work: Workplace, counted: Counted) -> tuple[Label, ...]:
    """Say how many fewer people there would be with what was joined after the approvals."""
    keys, everybody = counted.figure("unique_persons").rows, people.people_unsorted(work.database)
    fewer = len(keys) - len({root_of(everybody, key) if key in everybody else key for key in keys})
    return (Label("report.joined_since", {"count": fewer}),) if fewer else ()


def _not_counted(work: Workplace) -> tuple[Label, ...]:
    """Say that changes of a newer version of the program may be missing in the figures."""
    waiting = sum(one.count for one in losses.waiting(work))
    return (Label("newer.not_counted", {"count": waiting}),) if waiting else ()


def _title(material: Material) -> Texts:
    """Return what a report is about: its only course, its only project, or that it is of several."""
    taught, extent = material.taught, material.extent
    if len(taught) == 1:
        return taught[0].course.title
    projects = {each.project.key: each.project for each in taught if each.project}
    if not extent.everything and len(projects) == 1 and all(each.project for each in taught):
        return next(iter(projects.values())).title
    return words("report.all_courses" if extent.everything or not taught else "report.chosen_courses")


def _targets(material: Material, counted: Counted, period: Period) -> tuple[Target, ...]:
    """Return what the projects of the courses counted planned, and what of it they reached in the report."""
    projects = {each.project.code: each.project for each in material.taught if each.project}
    planned = {code: project.targets for code, project in projects.items() if project.targets}
    if not planned:
        return ()
    codes = ("unique_persons", "women", "courses")
    # Those of one project are those of all: nothing is counted a second time.
    whole = {code: counted.figure(code) for code in codes}
    parts = {"": whole}
    if len(projects) > 1:
        asked = TableQuery(SplitBy.PROJECT, None, codes)
        lines = cross(material.records, period, asked).lines
        parts = {line.name: {each.code: each for each in line.parts[-1]} for line in lines}
    known = {each.key: each for each in material.records.courses}
    found = []
    for project, targets in planned.items():
        figures = parts.get(project) or parts.get("") or {}
        courses = figures["courses"].rows if figures else ()
        reached = {code: int(figure.value or 0) for code, figure in figures.items()}
        reached["districts"] = len({known[key].district for key in courses} - {""})
        lacks = {"districts": tuple(known[key].code for key in courses if not known[key].district)}
        wanted = [(code, number) for code, number in targets.items() if number]
        found += [Target(project, code, n, reached.get(code, 0), lacks.get(code, ())) for code, n in wanted]
    return tuple(found)


def _about(work: Workplace, material: Material, counted: Counted, period: Period) -> ReportAbout:
    """Return what is told of the courses in which anything was held, beside their figures."""
    held = frozenset(counted.figure("courses").rows)
    taught = sorted(
        (each for each in material.taught if each.course.key in held), key=lambda each: each.course.first_day
    )
    towns = {each.key: one_spelling(each.town) for each in material.records.courses}
    projects = list({each.project.key: each.project for each in taught if each.project}.values())
    days = [each.day for each in material.records.sessions if each.held and period.holds(each.day)]
    rows = frozenset(counted.figure("participations").rows)
    came = [each for each in material.records.participations if each.enrolment in rows]
    officers, rank_erased = approvals.count_officers(work, came, material.approved.values())
    return ReportAbout(
        towns=tuple(dict.fromkeys(filter(None, (towns[each.course.key] for each in taught)))),
        titles=tuple(dict.fromkeys(each.course.title for each in taught)),
        organisers=_named(each.organiser for each in projects),
        donors=_named(in_both_scripts(each.donor) for each in projects),
        partners=_named(each.partner for each in projects),
        officers=officers,
        rank_erased=rank_erased,
        first=min(days, default=None),
        last=max(days, default=None),
        emblems=emblems(work, projects[0]) if len(projects) == 1 else (),
        office=office_name(work),
        version=VERSION,
    )


def office_name(work: Workplace) -> Texts:
    """Return the office's name, or its code; nothing on a laptop without one."""
    trust = identity.trust_list(work)
    if trust is None:
        return Texts()
    return trust.office.name if any(trust.office.name.values()) else Texts.same(trust.office.code)


def _named(names: Iterable[Texts]) -> tuple[Texts, ...]:
    return tuple(dict.fromkeys(name for name in names if any(name.values())))


def _scope_names(work: Workplace, material: Material) -> ScopeNames:
    """Return what was asked for in codes and names."""
    extent = material.extent
    projects = {each.key: each.code for each in list_projects(work.database)} if extent.projects else {}
    courses = {each.course.key: each.course.code for each in material.scope}
    return ScopeNames(
        projects=tuple(sorted(projects.get(key, "?") for key in extent.projects)),
        courses=tuple(sorted(courses.get(key, "?") for key in extent.courses)),
        donors=extent.donors,
        fields=extent.fields,
    )


def put_by(work: Workplace, layout: ReportLayout, figure: str) -> None:
    """Keep what is looked at while the program is locked."""
    work.store.change_setting(ASKED, [AskedReport(work.user, layout, figure)])


def take_up(work: Workplace) -> AskedReport | None:
    """Return, once, what was put by; None where nothing was, or by somebody else."""
    kept: list[AskedReport] = work.store.setting(ASKED)
    if kept:
        work.store.forget_setting(ASKED)
    return next((one for one in kept if one.user == work.user), None)


LONGEST_NAME = 80
"""Letters of a name."""


def list_layouts(work: Workplace) -> list[ReportLayout]:
    """Return what is kept, by name."""
    kept: list[ReportLayout] = work.store.setting(LAYOUTS)
    return sorted(kept, key=lambda each: sort_key(each.name))


def find_layout(work: Workplace, name: str) -> ReportLayout:
    """Return the layout of a name, in whatever case. Raises report.layout_unknown."""
    found = next((each for each in list_layouts(work) if _same(each.name, name)), None)
    if found is None:
        raise TrainerError("report.layout_unknown", name=name.strip())
    return found


def keep_layout(work: Workplace, layout: ReportLayout) -> ReportLayout:
    """Keep a layout; one of the same name is replaced. Raises report.layout_no_name."""
    layout = replace(layout, name=_checked(layout.name))
    others = [each for each in list_layouts(work) if not _same(each.name, layout.name)]
    work.store.change_setting(LAYOUTS, [*others, layout])
    return layout


def rename_layout(work: Workplace, name: str, new: str) -> ReportLayout:
    """Give a layout another name. Raises report.layout_unknown, .layout_no_name, .layout_taken."""
    found, new = find_layout(work, name), _checked(new)
    others = [each for each in list_layouts(work) if each != found]
    if any(_same(each.name, new) for each in others):
        raise TrainerError("report.layout_taken", name=new)
    renamed = replace(found, name=new)
    work.store.change_setting(LAYOUTS, [*others, renamed])
    return renamed


def remove_layout(work: Workplace, name: str) -> None:
    """Forget a layout; the figures stay. Raises report.layout_unknown."""
    found = find_layout(work, name)
    work.store.change_setting(LAYOUTS, [each for each in list_layouts(work) if each != found])


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _checked(name: str) -> str:
    name = " ".join(name.split())[:LONGEST_NAME].strip()
    if not name:
        raise TrainerError("report.layout_no_name")
    return name
