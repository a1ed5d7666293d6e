"""`roster check` and `roster import` from outside: the document, the exit code, what is written."""

import io
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.actions.lists import LIST, write_list
from trainer_app.actions.base import workplace
from trainer_app.actions.courses import courses, enrolments
from trainer_app.cli.context import DONE, PASSPHRASE, REFUSED, WRONG_USAGE, CliContext
from trainer_app.cli.program import run
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder

SECRET = "a passphrase of the tests"


@dataclass
class Desk:
    """A data folder with one course, and the command line over it."""

    folder: DataFolder

    def run(self, *arguments: str, json_wanted: bool = True) -> tuple[int, str, str]:
        """Run a command; return exit code, standard output, standard error."""
        session = CliContext(out=io.StringIO(), err=io.StringIO())
        common = ["--data", str(self.folder.root), *(["--json"] if json_wanted else [])]
        code = run([*common, *arguments], session)
        out, err = session.out, session.err
        assert isinstance(out, io.StringIO)
        assert isinstance(err, io.StringIO)
        return code, out.getvalue(), err.getvalue()

    def document(self, *arguments: str) -> tuple[int, dict[str, Any]]:
        """Run a command; return exit code and the one JSON document."""
        code, out, _ = self.run(*arguments)
        return code, dict(json.loads(out))

    def people(self) -> int:
        work = workplace.open_workplace(self.folder, SECRET)
        try:
            return len(enrolments.list_enrolments(work, courses.find_course(work, "DSH1")))
        finally:
            work.close()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv(PASSPHRASE, SECRET)
    folder = DataFolder(tmp_path / "data")
    clock = fixed_at(date(2018, 10, 1), 9, workplace.ZONE)
    work = workplace.create(folder, SECRET, user_name="D. Nazarova", clock=clock, cost=KdfCost())
    draft = CourseDraft("DSH1", Texts(en="Course"), date(2018, 10, 15), date(2018, 10, 18))
    courses.create_course(work, draft)
    work.close()
    return Desk(folder)


def test_a_check_counts_every_row_and_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    code, document = desk.document("roster", "check", str(write_list(tmp_path)), "--course", "DSH1")
    assert code == DONE
    assert {name: document[name] for name in ("rows", "imported", "matched", "refused")} == {
        "rows": 6,
        "imported": 3,
        "matched": 1,
        "refused": 2,
    }
    assert desk.people() == 0
    problem = next(each for each in document["problems"] if each["code"] == "roster.no_name")
    assert problem["row"] == 5
    assert problem["column"] == "Ному насаб"
    assert "майор" in problem["message"]
    assert problem["severity"] == "refused"
    assert all({"row", "column", "value", "code", "message"} <= each.keys() for each in document["problems"])


def test_an_import_says_the_same_and_writes_it(desk: Desk, tmp_path: Path) -> None:
    path = str(write_list(tmp_path))
    _, checked = desk.document("roster", "check", path)
    code, document = desk.document("roster", "import", path, "--course", "dsh1")
    assert code == DONE
    assert document == checked
    assert desk.people() == 3
    code, again = desk.document("roster", "import", path, "--course", "DSH1")
    assert code == DONE
    assert (again["imported"], again["matched"], again["refused"]) == (0, 4, 2)
    assert desk.people() == 3


def test_what_stands_below_a_list_without_a_number_is_summed_up_and_can_be_taken(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [("1", "Азизов Фаррух", "", "", "М"), ("2", "Холова Раъно", "", "", "З")]
    path = str(write_list(tmp_path, [*rows, ("",) * 5, ("", "Умаров Али", "", "", "")]))
    _, checked = desk.document("roster", "check", path)
    assert (checked["imported"], checked["refused"]) == (2, 1)
    told = [each["message"] for each in checked["problems"] if "below_list" in each["code"]]
    assert told == [
        "Below the list, without a number: 1 row (5). Not taken unless you say so.",
        "Below the list, without a number: “Умаров Али”. It is not taken unless you say so.",
    ]
    _, taken = desk.document("roster", "import", path, "--course", "DSH1", "--take", "5")
    assert (taken["imported"], taken["refused"]) == (3, 0)


@pytest.mark.parametrize("command", [("check",), ("import", "--course", "DSH1")])
def test_a_list_of_nobody_is_refused(desk: Desk, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = str(write_list(tmp_path, LIST[3:4]))
    code, document = desk.document("roster", command[0], path, *command[1:])
    assert code == REFUSED
    assert document["error"]["code"] == "roster_action.nothing"
    assert (document["rows"], document["imported"], document["matched"], document["refused"]) == (1, 0, 0, 1)
    assert [each["code"] for each in document["problems"]] == ["roster.no_name"]
    assert desk.people() == 0


def test_what_cannot_be_read_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    code, document = desk.document("roster", "import", str(tmp_path / "gone.xlsx"), "--course", "DSH1")
    assert (code, document["error"]["code"]) == (REFUSED, "table.missing")
    code, document = desk.document("roster", "import", str(write_list(tmp_path)), "--course", "XYZ")
    assert (code, document["error"]["code"]) == (REFUSED, "course.unknown_code")
    code, *_ = desk.run("roster", "import", str(write_list(tmp_path)))
    assert code == WRONG_USAGE


def test_people_read_the_sum_and_the_problems(desk: Desk, tmp_path: Path) -> None:
    code, out, _ = desk.run("roster", "check", str(write_list(tmp_path)), "--lang", "ru", json_wanted=False)
    assert code == DONE
    lines = out.splitlines()
    assert lines[0] == "строк 6 = новых 3 + совпавших 1 + отклонённых 2"
    assert any(line.startswith("7: ") and "Ҳамагӣ" in line for line in lines)
    code, out, err = desk.run(
        "roster", "import", str(write_list(tmp_path, LIST[3:4])), "--course", "DSH1", json_wanted=False
    )
    assert code == REFUSED
    assert "Nothing was saved" in err


TWINS = (
    ("1", "Раҳимов Алишер Каримович", "майор", "ШКД н. Сино", "М"),
    ("2", "Раҳимов Алишер Каримович", "капитан", "ШКД н. Варзоб", "М"),
    ("3", "Азизов Фаррух Саидович", "капитан", "ШКД н. Сино", "М"),
    ("4", "Азизов Фарух Саидович", "капитан", "ШКД н. Сино", "М"),
)


def test_what_is_asked_is_listed_and_answered_by_row(desk: Desk, tmp_path: Path) -> None:
    path = str(write_list(tmp_path, TWINS))
    code, document = desk.document("roster", "check", path)
    assert code == DONE
    assert [(each["row"], each["ask"], each["same_as"]) for each in document["questions"]] == [
        (3, "row", 2),
        (5, "row", 4),
    ]
    assert (document["imported"], document["matched"]) == (4, 0)
    answers = ["--separate", "3", "--same", "5"]
    code, document = desk.document("roster", "check", path, *answers)
    assert (code, document["questions"], document["imported"], document["matched"]) == (DONE, [], 3, 1)
    assert desk.people() == 0
    code, document = desk.document("roster", "import", path, "--course", "DSH1", *answers, "--leave-out", "2")
    assert (code, document["imported"], document["matched"], document["refused"]) == (DONE, 2, 1, 1)
    assert desk.people() == 2
    assert any(each["code"] == "roster.left_out" and each["row"] == 2 for each in document["problems"])


def test_an_unanswered_question_keeps_both_and_says_how_to_answer(desk: Desk, tmp_path: Path) -> None:
    path = str(write_list(tmp_path, TWINS))
    code, out, _ = desk.run("roster", "import", path, "--course", "DSH1", "--lang", "ru", json_wanted=False)
    assert code == DONE
    assert desk.people() == 4
    lines = out.splitlines()
    assert lines[1] == (
        "Строка 3: Раҳимов Алишер Каримович. Тот же человек, что в строке 2, Раҳимов Алишер Каримович?"
    )
    assert "Вопросов без ответа: 2" in lines[3]
    assert "--separate" in lines[3]


def test_somebody_known_with_other_data_is_a_question_with_an_id(desk: Desk, tmp_path: Path) -> None:
    assert (
        desk.document("roster", "import", str(write_list(tmp_path, TWINS[:1])), "--course", "DSH1")[0] == DONE
    )
    path = str(write_list(tmp_path, TWINS[1:2], name="later.csv"))
    _, document = desk.document("roster", "check", path)
    (asked,) = document["questions"]
    assert (asked["row"], asked["ask"]) == (2, "person")
    (person,) = asked["people"]
    assert person["name"] == "Раҳимов Алишер Каримович"
    assert person["id"] in asked["message"]
    arguments = ("roster", "import", path, "--course", "DSH1", "--same", f"2={person['id']}")
    _, document = desk.document(*arguments)
    assert (document["imported"], document["matched"], document["questions"]) == (0, 1, [])
    assert desk.people() == 1


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (("--same", "99"), "roster_action.row_unknown"),
        (("--same", "2"), "roster_action.not_asked"),
        (("--same", "3", "--leave-out", "3"), "roster_action.row_twice"),
    ],
)
def test_impossible_answers_are_refused_and_nothing_is_written(
    desk: Desk, tmp_path: Path, answers: tuple[str, ...], code: str
) -> None:
    path = str(write_list(tmp_path, TWINS))
    result, document = desk.document("roster", "import", path, "--course", "DSH1", *answers)
    assert (result, document["error"]["code"]) == (REFUSED, code)
    assert desk.people() == 0
    assert desk.run("roster", "check", path, "--same", "two")[0] == WRONG_USAGE


def test_names_can_be_taken_as_they_are_typed(desk: Desk, tmp_path: Path) -> None:
    path = str(write_list(tmp_path, [("1", "РАҲИМОВ АЛИШЕР", "", "", "М")]))
    assert desk.document("roster", "import", path, "--course", "DSH1", "--as-typed")[0] == DONE
    _, document = desk.document("people", "search", "раҳимов")
    assert [each["name"] for each in document["people"]] == ["РАҲИМОВ АЛИШЕР"]


def test_two_who_are_not_one_are_not_proposed_again(desk: Desk, tmp_path: Path) -> None:
    desk.document("roster", "import", str(write_list(tmp_path, TWINS[2:])), "--course", "DSH1")
    (pair,) = desk.document("people", "candidates")[1]["candidates"]
    assert desk.document("people", "not-same", pair["a"], pair["b"])[0] == DONE
    assert desk.document("people", "candidates")[1]["candidates"] == []
    code, document = desk.document("people", "not-same", pair["a"], "nobody")
    assert (code, document["error"]["code"]) == (REFUSED, "person.unknown")
    assert desk.document("people", "not-same", pair["a"], pair["a"])[0] == REFUSED


def test_people_are_listed_all_or_of_one_course(desk: Desk, tmp_path: Path) -> None:
    assert desk.document("people", "list")[1] == {"people": []}
    desk.document("roster", "import", str(write_list(tmp_path, LIST[:3])), "--course", "DSH1")
    found = desk.document("people", "list")[1]["people"]
    assert len(found) == 3
    assert desk.document("people", "list", "--course", "DSH1")[1]["people"] == found
    code, document = desk.document("people", "list", "--course", "NONE")
    assert (code, document["error"]["code"]) == (REFUSED, "course.unknown_code")
    lines = desk.run("people", "list")[1]
    assert [found[0]["name"] in lines, found[2]["name"] in lines] == [True, True]
