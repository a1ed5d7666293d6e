"""The shared table of certificates, checked by the command line: result, facts, lists, exit code."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.credential_cases import Case
from tests.credential_folder import cases, clock_of, take_lists
from tests.kit.world import computer
from trainer_app.actions.courses import courses, enrolments
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CheckResult
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.people.persons import Sex

PASSPHRASE = "a passphrase of the tests"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a trainer's data folder with a course of one participant."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", PASSPHRASE)
    return tmp_path / "data"


def verify(folder: Path, case: Case) -> tuple[int, Any]:
    """Run `certificate verify` on the day of a case; return the exit code and the document."""
    out = io.StringIO()
    session = CliContext(out=out, err=io.StringIO(), clock=clock_of(case), cost=KdfCost())
    code = run(["--json", "--data", str(folder), "certificate", "verify", case.text], session)
    return code, json.loads(out.getvalue())


def check(folder: Path, case: Case) -> None:
    code, said = verify(folder, case)
    if case.code:
        assert (code, said["error"]["code"]) == (1, case.code), case.name
        return
    (one,) = said.pop("checks")
    assert one.items() <= said.items()
    assert said == {
        "valid": code == 0,
        "result": case.result,
        "facts": case.facts,
        "lists_of": "2018-11-01" if case.lists else None,
        "lists_old": case.old,
        "erased": False,
        "mismatch": False,
        "misfits": [],
        "replaced_by": "",
        "reason": "",
    }, case.name
    assert code == (0 if CheckResult(case.result).good else 1), case.name


def test_the_command_line_says_what_the_table_says(folder: Path) -> None:
    clock = clock_of(next(cases(lists=True)))
    work = computer(folder, "D. Nazarova", clock=clock, passphrase=PASSPHRASE)
    day = date(2018, 10, 15)
    course = courses.create_course(work, CourseDraft("C1", Texts(tg="Курс"), day, day)).key or ""
    enrolments.add_walk_in(work, course, "Азизов Фаррух", sex=Sex.MALE, first_day=day)
    (enrolled,) = enrolments.list_enrolments(work, course)
    take_lists(work, enrolled.enrolment.key)
    work.close()
    for case in cases(lists=True):
        check(folder, case)


def test_where_no_list_ever_came_it_says_so(folder: Path) -> None:
    for case in cases(lists=False):
        check(folder, case)
