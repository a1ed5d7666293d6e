"""Marks on the command line: of several people at once, and by badges that are scanned."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.kit.world import computer
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, workplace
from trainer_app.actions.courses import agendas, courses, enrolments
from trainer_app.actions.people import joining
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.attendance.sheets import badge_code, spaced_code
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder

PASSPHRASE = "a passphrase of the tests"
DAY = date(2018, 10, 17)
CLOCK = fixed_at(DAY, 11, workplace.ZONE, step=1)


@pytest.fixture
def codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make a course of one day, sessions at 9:00, 11:00 and 14:00, and two people; return their badges."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", PASSPHRASE)
    work = computer(tmp_path / "data", clock=CLOCK, passphrase=PASSPHRASE)
    course = courses.create_course(work, CourseDraft("DSH1", Texts(en="Course"), DAY, DAY)).key or ""
    agendas.plan_sessions(work, course, DayPlan(per_day=3))
    keys = [enrolments.add_walk_in(work, course, name).key or "" for name in ("Азизов", "Раҳимов")]
    work.close()
    return [badge_code(key) for key in keys]


def call(folder: Path, *words: str, as_json: bool = True) -> tuple[int, Any]:
    out = io.StringIO()
    session = CliContext(out=out, err=io.StringIO(), clock=CLOCK, cost=KdfCost())
    flags = ["--json"] if as_json else []
    code = run([*flags, "--data", str(folder / "data"), "attendance", "scan", *words], session)
    text = out.getvalue()
    return code, (json.loads(text) if as_json and text else text)


def test_codes_mark_people_once(tmp_path: Path, codes: list[str]) -> None:
    words = ("--course", "DSH1", "--code", spaced_code(codes[0]), "--code", codes[0], "--code", "1234567890")
    assert call(tmp_path, *words) == (
        0,
        {
            "results": [
                {"kind": "present", "number": 1, "mark": "present", "missed": 0, "code": codes[0]},
                {"kind": "already", "number": 1, "mark": "present", "missed": 0, "code": codes[0]},
                {"kind": "unknown", "number": None, "mark": None, "missed": 0, "code": "1234567890"},
            ]
        },
    )


def test_a_session_can_be_named(tmp_path: Path, codes: list[str]) -> None:
    _, early = call(tmp_path, "--course", "DSH1", "--session", "3", "--code", codes[1])
    _, over = call(tmp_path, "--course", "DSH1", "--session", "1", "--code", codes[1])
    assert [each["results"][0]["kind"] for each in (early, over)] == ["present", "over"]


def test_lines_for_people_carry_no_names(tmp_path: Path, codes: list[str]) -> None:
    _, shown = call(tmp_path, "--course", "DSH1", "--code", codes[0], as_json=False)
    assert shown == f"{spaced_code(codes[0]):<14}   1  Present\n"


def test_nothing_to_scan_is_wrong_usage(tmp_path: Path, codes: list[str]) -> None:
    assert call(tmp_path, "--course", "DSH1")[0] == 2


def test_the_history_of_a_mark_is_told(tmp_path: Path, codes: list[str]) -> None:
    """On a laptop without an office nothing was sent yet; the plain lines say the same."""

    def ask(*words: str, as_json: bool = True) -> Any:
        out = io.StringIO()
        session = CliContext(out=out, err=io.StringIO(), clock=CLOCK, cost=KdfCost())
        flags = ["--json"] if as_json else []
        assert run([*flags, "--data", str(tmp_path / "data"), "attendance", *words], session) == 0
        return json.loads(out.getvalue()) if as_json else out.getvalue()

    where = ("--course", "DSH1", "--session", "2", "--number", "1")
    ask("mark", *where, "--mark", "late", "--missed", "15")
    ask("mark", *where, "--mark", "absent")
    found = ask("history", *where)
    assert (found["number"], found["session"], found["contradicts"]) == (1, 2, False)
    assert [change["words"] for change in found["changes"]] == [["absent"], ["late, 15 min"]]
    newest = found["changes"][0]
    assert (newest["state"], newest["stands"], newest["values"]["mark"]) == ("unsent", True, "absent")
    assert newest["at"] > found["changes"][1]["at"]
    first, second = ask("history", *where, as_json=False).splitlines()
    assert first.startswith("* absent · ")
    assert "17.10.2018" in first
    assert first.endswith("not sent yet")
    assert "late, 15 min" in second
    assert ask("history", "--course", "DSH1", "--session", "1", "--number", "2")["changes"] == []


def attend(folder: Path, *words: str) -> tuple[int, Any]:
    out = io.StringIO()
    session = CliContext(out=out, err=io.StringIO(), clock=CLOCK, cost=KdfCost())
    code = run(["--json", "--data", str(folder / "data"), *words], session)
    text = out.getvalue()
    return code, json.loads(text) if text else text


def test_several_people_are_marked_in_several_sessions_by_one_call(tmp_path: Path, codes: list[str]) -> None:
    attend(tmp_path, "session", "lock", "--course", "DSH1", "--session", "3")
    several = ("attendance", "mark", "--course", "DSH1", "--session", "1-3", "--number", "1,2")
    assert attend(tmp_path, *several, "--mark", "late", "--missed", "7") == (
        0,
        {"marked": 4, "mark": "late", "left_out": {"locked": 2}},
    )
    work = workplace.open_workplace(DataFolder(tmp_path / "data"), PASSPHRASE, clock=CLOCK)
    table = attendance.grid(work, courses.find_course(work, "DSH1"))
    late = [[cell and (cell.mark, cell.missed) for cell in row.cells] for row in table.rows]
    assert late == [[(Mark.LATE, 7), (Mark.LATE, 7), (None, 0)]] * 2
    assert [each.label.code for each in history.recent(work, 1)] == ["attendance.step.cells"], "one step"
    work.close()
    one = ("attendance", "mark", "--course", "DSH1", "--session", "2", "--number", "2", "--mark", "none")
    assert attend(tmp_path, *one) == (0, {"marked": 1, "mark": "none", "left_out": {}})
    code, _ = attend(tmp_path, *several[:-1], "1-9", "--mark", "present")
    assert code == 1, "a number that is not on the list stops all of it"


def replace_first(folder: Path, *words: str, session: str = "1") -> tuple[int, Any, str]:
    err, out = io.StringIO(), io.StringIO()
    context = CliContext(out=out, err=err, clock=CLOCK, cost=KdfCost())
    where = ("--course", "DSH1", "--number", "1", "--by", "2", "--from-session", session)
    code = run(["--json", "--data", str(folder / "data"), "roster", "replace", *where, *words], context)
    return code, json.loads(out.getvalue()), err.getvalue()


def marks_of_first(folder: Path) -> list[str | None]:
    found = attend(folder, "attendance", "show", "--course", "DSH1")[1]["rows"]
    marks: list[str | None] = next(row["marks"] for row in found if row["number"] == 1)
    return marks


def test_what_becomes_of_later_marks_can_be_said_and_is_told_where_it_is_not(
    tmp_path: Path, codes: list[str]
) -> None:
    """The window asks; a call from before the option does what it did, and a note names the marks."""
    for session, mark in (("1", "present"), ("2", "absent"), ("3", "absent")):
        where = ("--course", "DSH1", "--session", session, "--number", "1")
        attend(tmp_path, "attendance", "mark", *where, "--mark", mark)
    code, said, note = replace_first(tmp_path)
    assert (code, said["from_session"], said["marks_left"], said["marks_taken"]) == (0, 1, [1, 2, 3], [])
    assert "marks in sessions 1–3" in note
    assert "--later-marks" in note
    assert marks_of_first(tmp_path) == ["present", "absent", "absent"]
    attend(tmp_path, "roster", "stop-replacing", "--course", "DSH1", "--number", "2")
    code, said, note = replace_first(tmp_path, "--later-marks", "keep")
    assert (code, said["from_session"], said["marks_left"], said["marks_taken"]) == (0, 2, [], [2, 3])
    assert note == ""
    assert marks_of_first(tmp_path) == ["present", None, None]
    attend(tmp_path, "roster", "stop-replacing", "--course", "DSH1", "--number", "2")
    code, said, _ = replace_first(tmp_path, "--later-marks", "take-away")
    assert (code, said["from_session"], said["marks_left"], said["marks_taken"]) == (0, 1, [], [1])


def test_marks_up_to_the_last_session_cannot_be_kept_beside_a_replacement(
    tmp_path: Path, codes: list[str]
) -> None:
    where = ("--course", "DSH1", "--session", "3", "--number", "1")
    attend(tmp_path, "attendance", "mark", *where, "--mark", "late")
    code, said, _ = replace_first(tmp_path, "--later-marks", "keep")
    assert (code, said["error"]["code"]) == (1, "enrolment.marked_to_the_end")
    assert marks_of_first(tmp_path) == [None, None, "late"]
    code, said, note = replace_first(tmp_path, session="3")
    assert (code, said["marks_left"], "a mark in session 3" in note) == (0, [3], True)


def test_who_was_joined_is_counted_in_one_row_and_the_other_names_it(
    tmp_path: Path, codes: list[str]
) -> None:
    for number, sessions, mark in (("1", "1", "absent"), ("2", "1-2", "present")):
        where = ("--course", "DSH1", "--session", sessions, "--number", number)
        attend(tmp_path, "attendance", "mark", *where, "--mark", mark)
    work = workplace.open_workplace(DataFolder(tmp_path / "data"), PASSPHRASE, clock=CLOCK)
    first, second = enrolments.list_enrolments(work, courses.find_course(work, "DSH1"))
    joining.join(work, first.person.key, second.person.key)
    work.close()
    rows = attend(tmp_path, "attendance", "show", "--course", "DSH1")[1]["rows"]
    assert [(row["number"], row["marks"], row["same_as"]) for row in rows] == [
        (1, ["absent", "present", None], None),
        (2, [None, None, None], 1),
    ]
    out = io.StringIO()
    session = CliContext(out=out, err=io.StringIO(), clock=CLOCK, cost=KdfCost())
    run(["--lang", "en", "--data", str(tmp_path / "data"), "attendance", "show", "--course", "DSH1"], session)
    lines = out.getvalue().splitlines()
    assert [line.endswith("the same person as No.\xa01") for line in lines] == [False, True]
