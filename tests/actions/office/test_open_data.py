"""Open data: read by other people's programs, nobody named unless asked, all or nothing, of one moment."""

import hashlib
import json
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.actions.open_worlds import (
    FORMULA,
    OPINION,
    WORDS,
    descriptor_of,
    examples,
    rows_of,
    sqlite_rows,
    told,
)
from tests.kit.world import Story, World
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace, open_with_key
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.office import open_data, reports
from trainer_app.actions.office.open_data import SQLITE, export_open, open_folder_name
from trainer_app.actions.people import joining
from trainer_app.domain.attendance.marks import IN_THE_ROOM, Mark
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.office.open_data import TABLES, table
from trainer_app.domain.office.reports import ReportExtent
from trainer_app.store.certificates.certificates import list_certificates
from trainer_app.store.people.people import people_by_key

SCHEMA = Path(sys.prefix) / "readers" / "check_datapackage" / "schemas" / "data-package-2-0.json"
_FRICTIONLESS = """
import json, sys
from frictionless import validate
report = validate(sys.argv[1])
found = {task.name: [task.stats.get("rows"), [each.message for each in task.errors]] for task in report.tasks}
print(json.dumps({"valid": report.valid, "tasks": found, "errors": [each.message for each in report.errors]}))
"""


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open the finished course with something of everything."""
    with told(tmp_path / "world").open() as made:
        yield made


@pytest.fixture
def work(story: Story) -> Workplace:
    return story.work


def official_schema() -> Any:
    """Give the schema of Data Package 2.0, which `packaging/dev.py` brings into the environment."""
    assert SCHEMA.is_file(), "run `python3 packaging/dev.py test` once: it brings the schema"
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def read_by_frictionless(folder: Path) -> dict[str, Any]:
    """Let frictionless-py judge a package, in a process of its own: it warns of what is not ours."""
    command = [sys.executable, "-c", _FRICTIONLESS, str(folder / "datapackage.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def all_bytes(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.iterdir()))


@pytest.mark.parametrize("names", [False, True])
def test_other_programs_find_the_package_whole_and_every_key_leading_somewhere(
    work: Workplace, tmp_path: Path, names: bool
) -> None:
    done = export_open(work, tmp_path / "out", names=names, sqlite=True)
    found = read_by_frictionless(done.folder)
    assert found["valid"], found
    assert {name: count for name, (count, _) in found["tasks"].items()} == dict(done.rows)
    assert set(done.rows) == {each.name for each in TABLES}
    assert all(done.rows.values()), "a table that is empty would prove nothing"
    official_schema().validate(descriptor_of(done.folder))


def test_what_is_spoiled_is_found_by_the_same_judges(work: Workplace, tmp_path: Path) -> None:
    folder = export_open(work, tmp_path / "out").folder
    marks = (folder / "marks.csv").read_bytes()
    (folder / "marks.csv").write_bytes(marks.replace(b",present,", b",presant,", 1))
    assert not read_by_frictionless(folder)["valid"]
    document = descriptor_of(folder)
    del document["resources"][0]["path"]
    with pytest.raises(jsonschema.ValidationError):
        official_schema().validate(document)


def test_the_descriptor_holds_size_and_hash_of_each_file(work: Workplace, tmp_path: Path) -> None:
    folder = export_open(work, tmp_path / "out").folder
    resources = descriptor_of(folder)["resources"]
    assert [each["name"] for each in resources] == [each.name for each in TABLES]
    for each in resources:
        data = (folder / each["path"]).read_bytes()
        assert (each["bytes"], each["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")


def test_nothing_that_could_name_somebody_is_in_it(story: Story, work: Workplace, tmp_path: Path) -> None:
    data = all_bytes(export_open(work, tmp_path / "out", sqlite=True).folder)
    everybody = people_by_key(work.database).values()
    secrets = {
        name for each in everybody for name in (each.family, each.given, each.latin, each.unit) if name
    }
    secrets |= {each.serial for each in list_certificates(work.database)}
    secrets |= {each.key for each in everybody} | set(story.enrolments)
    secrets |= {WORDS, OPINION, work.user}
    assert len(secrets) > 100
    assert [each for each in secrets if len(each) > 1 and each.encode() in data] == []
    with_names = all_bytes(export_open(work, tmp_path / "named", names=True).folder)
    families = {each.family for each in everybody if each.family and each.family != "Назарова"}
    assert all(family.encode() in with_names for family in families)
    assert WORDS.encode() in with_names
    assert OPINION.encode() not in with_names, "nobody may know whose an opinion is"


def test_rows_do_not_stand_in_the_order_of_the_list(work: Workplace, story: Story, tmp_path: Path) -> None:
    folder = export_open(work, tmp_path / "out", extent=ReportExtent(courses=(story.course,))).folder
    for name in ("people", "enrolments", "certificates", "tests"):
        keys = [next(iter(row.values())) for row in rows_of(folder, name)]
        assert keys == sorted(keys)
    listed = [each.enrolment.key for each in enrolments.list_enrolments(work, story.course)]
    named = export_open(
        work, tmp_path / "named", extent=ReportExtent(courses=(story.course,)), names=True
    ).folder
    numbers = [int(row["number"]) for row in rows_of(named, "enrolments")]
    assert sorted(numbers) == list(range(1, len(listed) + 1))
    assert numbers != sorted(numbers)


def test_facts_are_told_only_where_five_share_them(work: Workplace, story: Story, tmp_path: Path) -> None:
    folder = export_open(work, tmp_path / "out").folder
    groups = Counter(
        (row["course"], row["sex"], row["rank"], row["duty_district"], row["unit"])
        for row in rows_of(folder, "enrolments")
    )
    small = story.notes["small"]
    assert all(count >= 5 for group, count in groups.items() if group[0] != small)
    assert [group[1:] for group in groups if group[0] == small] == [("", "", "", "")]
    assert any(group[1] for group in groups), "the sex of the large course is told"
    named = export_open(work, tmp_path / "named", names=True).folder
    assert {row["sex"] for row in rows_of(named, "enrolments") if row["course"] == small} == {
        "female",
        "male",
    }


def test_feedback_of_fewer_than_five_is_not_opened(work: Workplace, story: Story, tmp_path: Path) -> None:
    rows = rows_of(export_open(work, tmp_path / "out").folder, "feedback")
    small = [row for row in rows if row["course"] == story.notes["small"]]
    assert {(row["option"], row["hidden"], row["answers"], row["count"]) for row in small} == {
        ("0", "true", "", "")
    }
    large = [row for row in rows if row["course"] == story.course and row["place"] == "1"]
    assert [(row["option"], row["count"]) for row in large] == [
        ("0", ""), ("1", "1"), ("2", "0"), ("3", "1"), ("4", "2"), ("5", "2"),
    ]  # fmt: skip
    assert large[0]["mean"] == "3.666667"


def test_keys_stay_in_one_scope_and_lead_nowhere_from_another(
    work: Workplace, story: Story, tmp_path: Path
) -> None:
    def keys(name: str, **asked: Any) -> set[str]:
        folder = export_open(work, tmp_path / name, **asked).folder
        return {row["person"] for row in rows_of(folder, "people")}

    first = keys("one")
    assert keys("two") == first
    assert not keys("named", names=True) & first
    project = courses.get_course(work, story.course).course.project
    of_project = keys("project", extent=ReportExtent((project,)))
    assert len(of_project) == 25
    assert not of_project & first
    assert not keys("course", extent=ReportExtent(courses=(story.course,))) & (first | of_project)


def test_places_have_their_codes_and_points(work: Workplace, tmp_path: Path) -> None:
    folder = export_open(work, tmp_path / "out").folder
    found = {(row["town"], row["district"]): row for row in rows_of(folder, "places")}
    dushanbe = next(row for (town, _), row in found.items() if town == "Душанбе")
    assert (dushanbe["code"], dushanbe["latitude"], dushanbe["longitude"]) == ("TJ-DU", "38.5358", "68.7791")


def test_the_figures_of_the_program_follow_from_it(work: Workplace, story: Story, tmp_path: Path) -> None:
    folder = export_open(work, tmp_path / "out", sqlite=True).folder
    report = reports.report(work)
    figures = {figure.code: figure for figure in report.figures}
    came = {row["enrolment"] for row in rows_of(folder, "marks") if row["mark"] in ("present", "late")}
    person_of = {row["enrolment"]: row["person"] for row in rows_of(folder, "enrolments")}
    assert len(came) == figures["participations"].value
    assert len({person_of[each] for each in came}) == figures["unique_persons"].value
    minutes = {row["session"]: int(row["minutes"]) for row in rows_of(folder, "sessions")}
    attended = sum(
        max(0, minutes[row["session"]] - int(row["missed"]))
        for row in rows_of(folder, "marks")
        if row["mark"] in ("present", "late")
    )
    assert attended == figures["person_hours"].value
    tests = [row for row in rows_of(folder, "tests") if row["counts"] == "true"]
    pairs = {each["enrolment"] for each in tests if each["occasion"] == "pre"} & {
        each["enrolment"] for each in tests if each["occasion"] == "post"
    }
    assert len(pairs) == figures["tests_matched"].value
    issued = [row for row in rows_of(folder, "certificates") if row["state"] == "issued"]
    assert len(issued) == figures["certificates"].value


def test_answers_have_their_credit_and_words_are_withheld(work: Workplace, tmp_path: Path) -> None:
    rows = rows_of(export_open(work, tmp_path / "out").folder, "answers")
    assert Counter((row["answer"], row["credit"], row["withheld"]) for row in rows) == {
        ("2", "1.0", "false"): 3,
        ("3", "0.0", "false"): 1,
        ("", "", "true"): 4,
    }


def test_the_sqlite_file_says_the_same_and_texts_are_as_they_were_typed(
    work: Workplace, tmp_path: Path
) -> None:
    done = export_open(work, tmp_path / "out", sqlite=True)
    assert done.sqlite == done.folder / SQLITE
    for each in TABLES:
        rows, plain = rows_of(done.folder, each.name), sqlite_rows(done.folder / SQLITE, each.name)
        assert len(rows) == len(plain) == done.rows[each.name]
        assert list(rows[0]) == list(plain[0])
    titles = {row["title_en"] for row in sqlite_rows(done.folder / SQLITE, "courses")}
    assert FORMULA in titles
    assert f"'{FORMULA}" in {row["title_en"] for row in rows_of(done.folder, "courses")}
    about = {row["name"]: row["value"] for row in sqlite_rows(done.folder / SQLITE, "about")}
    assert about["description"] == descriptor_of(done.folder)["description"]


def test_people_who_were_joined_are_one(work: Workplace, story: Story, tmp_path: Path) -> None:
    before = export_open(work, tmp_path / "before").rows
    small = [each.enrolment.person for each in enrolments.list_enrolments(work, story.notes["small"])]
    joining.join(work, enrolments.get_enrolment(work, story.enrolments[0]).person, small[0])
    after = export_open(work, tmp_path / "after")
    assert (after.rows["people"], after.rows["enrolments"]) == (before["people"] - 1, before["enrolments"])
    assert Counter(row["courses"] for row in rows_of(after.folder, "people"))["2"] == 1


def test_who_stands_on_a_list_twice_is_counted_once(work: Workplace, story: Story, tmp_path: Path) -> None:
    first, second = story.enrolments[:2]
    attendance.mark(work, first, story.sessions[0], None)
    attendance.mark(work, first, story.sessions[1], Mark.ABSENT)
    one, other = (enrolments.get_enrolment(work, each).person for each in (first, second))
    joining.join(work, other, one)
    file = export_open(work, tmp_path / "out", sqlite=True).folder / SQLITE
    (question,) = (each for each in examples() if "each person once a session" in each)
    added = "SELECT sum(came), sum(minutes), sum(expected), count(DISTINCT person) FROM participations"
    marks = "SELECT count(*) FROM marks WHERE counts AND mark IN ('present', 'late')"
    code = courses.get_course(work, story.course).course.code
    with closing(sqlite3.connect(file)) as database:
        asked = {row[0]: row[2:] for row in database.execute(question.replace("analysis.", ""))}
        sums = database.execute(f"{added} WHERE course_code = ?", (code,)).fetchone()
        (counted,) = database.execute(
            f"{marks} AND session IN (SELECT session FROM sessions WHERE course = ?)", (story.course,)
        ).fetchone()
        rows = database.execute(
            "SELECT enrolment = leading, expected FROM enrolments WHERE person IN "
            "(SELECT person FROM enrolments GROUP BY person, course HAVING count(*) > 1)"
        ).fetchall()
    table = attendance.grid(work, story.course)
    cells = [row.cells for row in table.rows if not row.same_as]
    came = sum(cell is not None and cell.mark in IN_THE_ROOM for row in cells for cell in row)
    minutes = sum(
        max(0, session.minutes - cell.missed)
        for row in cells
        for session, cell in zip(table.sessions, row, strict=True)
        if cell is not None and cell.mark in IN_THE_ROOM
    )
    expected = sum(cell is not None for row in cells for cell in row)
    assert sums == (came, minutes, expected, len(cells))
    assert asked[code] == (len(cells), came, minutes / 60)
    assert counted == came
    assert sorted(rows) == [(0, 0), (1, len(story.sessions))]


def test_names_are_noted_with_the_folder_and_said_in_it(
    work: Workplace, story: Story, tmp_path: Path
) -> None:
    export_open(work, tmp_path / "out")
    assert reports.releases(work) == []
    done = export_open(work, tmp_path / open_folder_name(work, names=True), names=True, sqlite=True)
    (release,) = reports.releases(work)
    assert (release.kind, release.form, release.people) == ("open_data", "csv, sqlite", done.named)
    assert (release.by, release.scope) == (work.user, "DSH-1, SMALL")
    assert done.named == done.rows["people"] == 28
    assert "IT NAMES PEOPLE" in descriptor_of(done.folder)["description"]
    assert "with-names" in done.folder.name


def test_a_folder_that_could_not_be_written_leaves_nothing_and_no_note(
    work: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_more: object) -> None:
        raise TrainerError("files.full", file="x")

    monkeypatch.setattr(open_data, "write_sqlite", fails)
    with pytest.raises(TrainerError) as refused:
        export_open(work, tmp_path / "out", names=True, sqlite=True)
    assert refused.value.code == "files.full"
    monkeypatch.setattr(open_data.NewFolder, "place", fails)
    with pytest.raises(TrainerError):
        export_open(work, tmp_path / "out", names=True)
    assert reports.releases(work) == []
    assert [each.name for each in tmp_path.iterdir() if each.name != "world" and each.name != "state"] == []


def test_it_can_be_stopped_at_any_step_and_leaves_nothing(work: Workplace, tmp_path: Path) -> None:
    calls = 0

    def count(_code: str, fraction: float) -> None:
        nonlocal calls
        calls += 1
        assert 0 <= fraction <= 1

    export_open(work, tmp_path / "whole", sqlite=True, progress=count)
    assert calls > 10
    for at in (1, calls // 2, calls):
        left = at

        def stop(_code: str, _fraction: float) -> None:
            nonlocal left
            left -= 1
            if not left:
                raise Cancelled

        with pytest.raises(Cancelled):
            export_open(work, tmp_path / "out", sqlite=True, progress=stop)
        assert not list(tmp_path.glob("out*"))
        assert not work.database.in_transaction()


def test_what_is_written_meanwhile_is_in_none_of_the_tables(
    work: Workplace, story: Story, tmp_path: Path
) -> None:
    other = open_with_key(work.folder, work.key, story.clock)
    before = export_open(work, tmp_path / "before").rows

    def write(_code: str, _fraction: float) -> None:
        key = enrolments.add_walk_in(other, story.course, f"Нав {story.clock.millis()}").key or ""
        attendance.mark(other, key, story.sessions[0], Mark.PRESENT)

    try:
        done = export_open(work, tmp_path / "out", sqlite=True, progress=write)
    finally:
        other.close()
    assert dict(done.rows) == dict(before)
    assert read_by_frictionless(done.folder)["valid"]
    assert export_open(work, tmp_path / "after").rows["enrolments"] > before["enrolments"] + 10


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_written_over(
    work: Workplace, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    assert export_open(work, tmp_path / "empty").folder == tmp_path / "empty"
    (tmp_path / "empty" / "note.txt").write_text("mine", encoding="ascii")
    assert export_open(work, tmp_path / "empty").folder == tmp_path / "empty-2"
    assert (tmp_path / "empty" / "note.txt").read_text(encoding="ascii") == "mine"


def test_without_a_course_nothing_is_written(tmp_path: Path) -> None:
    with World(tmp_path / "empty").trainer().open() as empty, pytest.raises(TrainerError) as refused:
        export_open(empty.work, tmp_path / "out")
    assert refused.value.code == "open_data.nothing"
    assert not (tmp_path / "out").exists()


def test_a_table_is_found_by_its_name() -> None:
    assert [table(each.name) for each in TABLES] == list(TABLES)
