"""Reports of any scope: what is inside, what was planned, charts over time, what is kept by name."""

from datetime import date, timedelta

import pytest

from tests.documents import samples
from tests.kit.samples import FIRST, SERIES
from tests.kit.writing import write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, projects, sessions
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import approval, building, reports
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.crossing import ReportLayout, TableQuery
from trainer_app.domain.office.reports import Basis, ReportExtent, Target


class Season:
    """Three courses: DSH1 and EMPTY of project A, ALONE of project B, OUT of none. DSH1 was taught."""

    def __init__(self, work: Workplace) -> None:
        self.work = work
        self.room = write_course(work)
        for session in self.room.sessions:
            attendance.mark_rest(work, session)
        self.a = self._project("A", "Fund", "Policing", planned_women=10, planned_districts=2)
        self.b = self._project("B", "Bank", "Policing", planned_courses=4)
        course = courses.get_course(work, self.room.course).course
        draft = replace(courses.draft_of(course), project=self.a, district="Сино", town="Душанбе")
        courses.change_course(work, self.room.course, draft)
        self.alone = self._course("ALONE", self.b)
        self.out = self._course("OUT", None)

    def _project(self, code: str, donor: str, field: str, **planned: int) -> str:
        draft = ProjectDraft(code, Texts(en=f"Project {code}"), donor=donor, field_of_work=field, **planned)
        return projects.create_project(self.work, draft).key or ""

    def _course(self, code: str, project: str | None) -> str:
        draft = CourseDraft(code, Texts(en=code), FIRST, FIRST, project)
        return courses.create_course(self.work, draft).key or ""

    def codes(self, extent: ReportExtent) -> tuple[str, ...]:
        """Return the courses of a report."""
        return tuple(sorted(building.report(self.work, extent, doubts=False).courses))


@pytest.fixture
def season(trainer: Workplace) -> Season:
    return Season(trainer)


def test_courses_are_taken_besides_projects_and_narrowed_by_donor_and_field(season: Season) -> None:
    a, b, out = season.a, season.b, season.out
    assert season.codes(ReportExtent()) == ("ALONE", "DSH1", "OUT")
    assert season.codes(ReportExtent((a, b))) == ("ALONE", "DSH1")
    assert season.codes(ReportExtent((b,), (out,))) == ("ALONE", "OUT")
    assert season.codes(ReportExtent(donors=("Fund",))) == ("DSH1",)
    assert season.codes(ReportExtent(fields=("Policing",))) == ("ALONE", "DSH1")
    assert season.codes(ReportExtent((a,), donors=("Bank",))) == ()
    assert season.codes(ReportExtent(donors=("Bank", "Fund"), fields=("Policing",))) == ("ALONE", "DSH1")
    with pytest.raises(TrainerError) as told:
        season.codes(ReportExtent(courses=("0" * 32,)))
    assert told.value.code == "course.unknown"


def test_a_report_says_of_what_it_is(season: Season) -> None:
    extent = ReportExtent((season.a, season.b), donors=("Fund", "Bank"))
    found = building.report(season.work, extent)
    assert found.title["en"] == "Chosen courses"
    assert [label.code for label in found.scope.labels] == ["report.scope.projects", "report.scope.donors"]
    assert found.scope.labels[0].values == {"which": ("A", "B")}
    assert building.report(season.work).scope.labels[0].code == "report.all_courses"
    about = found.about
    assert (about.towns, about.first, about.last is not None) == (("Душанбе",), FIRST, True)
    assert [name["en"] for name in about.donors] == ["Fund"], "a course without a session held is not told of"


def test_a_town_in_several_spellings_is_told_once(season: Season) -> None:
    """S2: "two training courses (Bokhtar and Bokhtar; …)", of "Bokhtar" and "Bokhtarr"."""
    work = season.work
    for number, town in enumerate(("Bokhtar", "Bokhtarr", "Чорбоғ")):
        draft = replace(SERIES.draft, code=f"K{number}", project=None, town=town)
        room = write_course(work, replace(SERIES, draft=draft, project=None))
        for session in room.sessions:
            attendance.mark_rest(work, session)
    found = building.report(work)
    assert sorted(found.about.towns) == sorted(("Душанбе", "Бохтар", "Чорбоғ"))
    assert reports.words_for_donor(found, "en").sentence.count("Bokhtar") == 1


def test_targets_stand_beside_what_each_project_reached(season: Season) -> None:
    found = building.report(season.work)
    women = found.figure("women")
    assert women is not None
    assert set(found.targets) == {
        Target("B", "courses", 4, 0),
        Target("A", "women", 10, int(women.value or 0)),
        Target("A", "districts", 2, 1),
    }
    # A course without its district is named: figures count none of it.
    course = courses.get_course(season.work, season.room.course).course
    courses.change_course(season.work, season.room.course, replace(courses.draft_of(course), district=""))
    found = building.report(season.work)
    assert Target("A", "districts", 2, 0, (course.code,)) in found.targets
    assert building.report(season.work, ReportExtent((season.b,))).targets == (Target("B", "courses", 4, 0),)
    assert building.report(season.work, ReportExtent(courses=(season.out,))).targets == ()


def test_a_targets_number_is_a_number(season: Season) -> None:
    draft = projects.draft_of_project(projects.get_project(season.work, season.a))
    projects.change_project(season.work, season.a, replace(draft, planned_women=None, planned_districts=None))
    assert projects.get_project(season.work, season.a).targets == {}


@pytest.mark.parametrize(("days", "by"), [(0, "month"), (500, "quarter"), (2000, "year")])
def test_a_chart_over_time_has_few_bars(season: Season, days: int, by: str) -> None:
    if days:
        view = courses.get_course(season.work, season.room.course)
        last = view.sessions[-1]
        moved = replace(sessions.draft_of(last), day=FIRST - timedelta(days))
        sessions.change_session(season.work, last.key, moved, extend=True)
        attendance.mark_rest(season.work, last.key)
    found = building.report(season.work, charts=True)
    assert [table.rows for table in found.charts] == [by, "sex", "district"]
    assert all(len(table.lines) <= 14 for table in found.charts)


def test_a_report_does_not_run_to_courses_that_have_not_begun(season: Season) -> None:
    before = building.report(season.work)
    view = courses.get_course(season.work, season.out).course
    draft = courses.draft_of(view)
    later = replace(draft, first_day=FIRST + timedelta(300), last_day=FIRST + timedelta(303))
    courses.change_course(season.work, season.out, later)
    after = building.report(season.work)
    assert before.last is not None
    assert after.last is not None
    assert after.last <= before.last


def test_charts_follow_what_a_report_is_split_by(season: Season) -> None:
    """Whoever chooses another split sees it in the charts; the usual three stay."""
    work, room = season.work, season.room
    person = people.create_person(work, {"family": "Саидова", "given": "Малика", "unit": "ОВД"}).key or ""
    place = enrolments.enrol(work, room.course, person, first_day=FIRST).key or ""
    attendance.mark(work, place, room.sessions[0], Mark.LATE, 15)
    by = (SplitBy.PROJECT, SplitBy.UNIT, SplitBy.QUARTER, SplitBy.SEX)
    found = building.report(work, by=by, charts=True)
    assert [table.rows for table in found.charts] == ["quarter", "sex", "district", "project", "unit"]
    known = building.report(season.work, charts=True)
    bare = replace(found, charts=())
    assert building.doubted_like(found, known).charts == found.charts
    assert building.doubted_like(bare, known).charts == known.charts


def test_tests_are_in_tables_of_approved_courses_too(season: Season) -> None:
    work, room = season.work, season.room
    for place, key in enumerate(room.enrolments[:3]):
        scores.set_score(work, key, Occasion.PRE, 800 + place, 2000)
        scores.set_score(work, key, Occasion.POST, 1500, 2000)
    query = TableQuery(SplitBy.SEX, SplitBy.COURSE, ("gain_points", "tests_matched"))
    extent = ReportExtent(courses=(room.course,))
    today = building.report(work, extent, table=query)
    work.clock.advance(days=40)  # type: ignore[attr-defined]
    approval.close(work, room.course, "scans are on file")
    approval.approve(work, room.course, "scans are on file")
    kept = building.report(work, extent, table=query, basis=Basis.APPROVED)
    assert kept.table == today.table
    assert kept.table is not None
    whole = kept.table.total.parts[-1]
    assert (whole[0].value, whole[1].n, whole[1].value) == (3, 3, today.figure("gain_points").value)  # type: ignore[union-attr]


def test_a_paper_names_five_hundred_at_most_and_a_workbook_all() -> None:
    many = samples.report(reports.MOST_NAMED + 1)
    with pytest.raises(TrainerError) as told:
        reports.print_report(many, "en")
    assert told.value.code == "report.too_many_names"
    assert reports.print_report(replace(many, names=False), "en").startswith(b"%PDF-")
    assert reports.write_report_xlsx(many, "en").startswith(b"PK")


def test_what_is_kept_by_name(trainer: Workplace) -> None:
    assert building.list_layouts(trainer) == []
    extent = ReportExtent(donors=("Fund",), first=date(2018, 1, 1))
    table = TableQuery(SplitBy.TOWN, SplitBy.SEX, ("women",))
    kept = building.keep_layout(
        trainer, ReportLayout("  Every   quarter ", extent, (SplitBy.RANK,), table, Basis.APPROVED)
    )
    assert kept.name == "Every quarter"
    assert building.find_layout(trainer, "EVERY QUARTER") == kept
    building.keep_layout(trainer, replace(kept, name="every quarter", by=()))
    (replaced,) = building.list_layouts(trainer)
    assert replaced.by == ()
    building.keep_layout(trainer, replace(kept, name="Other"))
    for act, code in (
        (lambda: building.keep_layout(trainer, ReportLayout("  ")), "report.layout_no_name"),
        (lambda: building.rename_layout(trainer, "other", "Every Quarter"), "report.layout_taken"),
        (lambda: building.rename_layout(trainer, "nothing", "x"), "report.layout_unknown"),
        (lambda: building.remove_layout(trainer, "nothing"), "report.layout_unknown"),
    ):
        with pytest.raises(TrainerError) as told:
            act()
        assert told.value.code == code
    building.rename_layout(trainer, "other", "Another")
    building.remove_layout(trainer, "every quarter")
    assert [each.name for each in building.list_layouts(trainer)] == ["Another"]


@pytest.mark.parametrize(
    ("told", "extent"),
    [
        (
            {"project": "p", "course": None, "first": "2018-10-01", "last": None},
            ReportExtent(("p",), first=date(2018, 10, 1)),
        ),
        ({"project": None, "course": "c", "first": None, "last": None}, ReportExtent((), ("c",))),
        (
            {"projects": ["p"], "courses": [], "donors": ["d"], "fields": []},
            ReportExtent(("p",), donors=("d",)),
        ),
    ],
)
def test_reports_of_earlier_versions_say_what_they_were_asked_for(
    told: dict[str, object], extent: ReportExtent
) -> None:
    assert ReportExtent.read(told) == extent
