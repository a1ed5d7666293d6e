"""`session ...` and `course agenda ...` from outside: documents, exit codes, what is written."""

import io
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trainer_app.actions.base import workplace
from trainer_app.actions.courses import courses, sessions
from trainer_app.cli.context import DONE, PASSPHRASE, REFUSED, CliContext
from trainer_app.cli.program import run
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder

SECRET = "a passphrase of the tests"
ONE = ("--course", "DSH1", "--session", "1")


@dataclass
class Desk:
    """A data folder with two courses, and the command line over it."""

    folder: DataFolder

    def run(self, *arguments: str) -> tuple[int, dict[str, Any]]:
        """Run a command; return exit code and the one JSON document."""
        session = CliContext(out=io.StringIO(), err=io.StringIO())
        code = run(["--data", str(self.folder.root), "--json", "--lang", "en", *arguments], session)
        assert isinstance(session.out, io.StringIO)
        return code, dict(json.loads(session.out.getvalue()))

    def first(self) -> dict[str, Any]:
        """Return the first session as `course show` says it."""
        return dict(self.run("course", "show", "DSH1")[1]["sessions"][0])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv(PASSPHRASE, SECRET)
    folder = DataFolder(tmp_path / "data")
    clock = fixed_at(date(2018, 10, 1), 9, workplace.ZONE)
    work = workplace.create(folder, SECRET, user_name="D. Nazarova", clock=clock, cost=KdfCost())
    draft = CourseDraft("DSH1", Texts(en="Course"), date(2018, 10, 15), date(2018, 10, 18))
    sessions.create_course_with_sessions(work, draft, DayPlan(per_day=2))
    courses.create_course(work, CourseDraft("NEW", Texts(), date(2018, 11, 5), date(2018, 11, 6)))
    work.close()
    return Desk(folder)


def test_cancel_and_restore(desk: Desk) -> None:
    code, document = desk.run("session", "cancel", *ONE, "--reason", "no light")
    assert code == DONE
    assert document["sessions"][0]["state"] == "cancelled"
    assert document["sessions"][0]["cancel_reason"] == "no light"
    code, document = desk.run("session", "shorten", *ONE, "--end", "10:00")
    assert (code, document["error"]["code"]) == (REFUSED, "session.is_cancelled")
    assert desk.run("session", "restore", *ONE)[1]["sessions"][0]["state"] == "planned"


def test_shorten_split_and_move(desk: Desk) -> None:
    assert desk.run("session", "shorten", *ONE, "--end", "10:00")[1]["sessions"][0]["end"] == "10:00"
    code, document = desk.run("session", "split", *ONE, "--at", "09:20", "--break", "10")
    times = [(each["start"], each["end"]) for each in document["sessions"]]
    assert (code, times) == (DONE, [("09:00", "09:20"), ("09:30", "10:00")])
    outside = ("--day", "2018-10-19", "--start", "09:00")
    code, document = desk.run("session", "move", *ONE, *outside)
    assert (code, document["error"]["code"]) == (REFUSED, "session.outside_course")
    code, document = desk.run("session", "move", *ONE, *outside, "--extend")
    assert (code, document["sessions"][0]["day"]) == (DONE, "2018-10-19")
    assert desk.run("course", "show", "DSH1")[1]["last_day"] == "2018-10-19"


def test_hold_count_lock_and_unlock(desk: Desk) -> None:
    assert desk.run("session", "hold", *ONE)[1]["sessions"][0]["state"] == "held"
    assert desk.run("session", "count", *ONE, "--heads", "19")[1]["sessions"][0]["counted"] == 19
    assert desk.run("session", "count", *ONE)[1]["sessions"][0]["counted"] is None
    locked = desk.run("session", "lock", *ONE)[1]["sessions"][0]
    assert (locked["locked"], locked["locked_by"]) == (True, "D. Nazarova")
    assert desk.run("session", "hold", *ONE)[1]["error"]["code"] == "session.locked"
    assert desk.run("session", "unlock", *ONE, "--reason", "typo")[1]["sessions"][0]["locked"] is False
    code, document = desk.run("session", "lock", "--course", "DSH1", "--session", "99")
    assert (code, document["error"]["code"]) == (REFUSED, "session.unknown_number")


def test_an_agenda_is_checked_then_taken_in(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    path.write_text("Day;Time;Topic\n1;9-10;A\n2;later;B\n1;10:00-10:15;Coffee\n", encoding="utf-8")
    code, document = desk.run("course", "agenda", "import", str(path), "--course", "NEW", "--check")
    assert code == DONE
    assert {name: document[name] for name in ("rows", "taken", "left_out", "refused")} == {
        "rows": 3,
        "taken": 1,
        "left_out": 1,
        "refused": 1,
    }
    assert document["problems"][0] == {
        "row": 3,
        "column": "Time",
        "value": "later",
        "code": "agenda.no_time",
        "severity": "refused",
        "message": "There is no time in this row that can be read: later",
    }
    assert desk.run("course", "show", "NEW")[1]["sessions"] == []
    code, document = desk.run("course", "agenda", "import", str(path), "--course", "NEW")
    assert (code, document["added"]) == (DONE, 1)
    assert len(desk.run("course", "show", "NEW")[1]["sessions"]) == 1


def test_an_agenda_without_sessions_is_refused_with_its_problems(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    path.write_text("a;b\nc;d\n", encoding="utf-8")
    code, document = desk.run("course", "agenda", "import", str(path), "--course", "NEW")
    assert (code, document["error"]["code"]) == (REFUSED, "agenda.nothing")
    assert [each["code"] for each in document["problems"]] == ["agenda.no_columns"]


def test_the_template_and_the_copy(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "own.xlsx"
    assert desk.run("course", "agenda", "template", "--out", str(out), "--course", "DSH1")[0] == DONE
    code, document = desk.run(
        "course", "agenda", "import", str(out), "--course", "NEW", "--check", "--extend"
    )
    assert (code, document["taken"]) == (DONE, 8)
    code, document = desk.run("course", "agenda", "copy", "--course", "NEW", "--from", "DSH1")
    assert (code, len(document["sessions"])) == (DONE, 8)
    assert document["sessions"][-1]["day"] == "2018-11-08"
