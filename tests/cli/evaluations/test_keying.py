"""Papers keyed in on the command line: tests by number, a second entry, anonymous sheets; choosing forms."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.actions.sheets import Sheet, choose, multiple, number, scale, single, words
from tests.kit.writing import Room, write_course
from trainer_app.actions.base import workplace
from trainer_app.actions.evaluations import keying
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.base.journal import decode_entry
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import LETTERS
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.store.exchange.transfers import lines_of
from trainer_app.system.clock import fixed_at, tells_day_only
from trainer_app.system.folders import DataFolder

PASSPHRASE = "a passphrase of the tests"
CLOCK = fixed_at(date(2018, 10, 17), 11, workplace.ZONE, step=1)


class Shop:
    """A data folder with a course, a shuffled test and a feedback form, and a command line over it."""

    def __init__(self, root: Path) -> None:
        self.folder = DataFolder(root / "data")
        work = workplace.create(self.folder, PASSPHRASE, user_name="D. N.", clock=CLOCK, cost=KdfCost())
        self.room: Room = write_course(work)
        asked = [single("a", right=2), multiple("b"), number("c"), words("d")]
        self.test: Sheet = choose(work, self.room.course, asked, shuffled=True, title="Knowledge")
        said = [scale("x"), scale("y"), words("z")]
        self.feedback: Sheet = choose(
            work, self.room.course, said, kind=FormKind.FEEDBACK, occasion=Occasion.END, title="Feedback"
        )
        work.close()

    def __call__(self, *arguments: object, as_json: bool = True) -> tuple[int, Any]:
        out, err = io.StringIO(), io.StringIO()
        session = CliContext(out=out, err=err, clock=CLOCK, cost=KdfCost())
        flags = ["--json"] if as_json else []
        code = run([*flags, "--data", str(self.folder.root), "evaluation", *map(str, arguments)], session)
        text = out.getvalue()
        return code, json.loads(text) if as_json and text else text

    def answer(self, paper: int, answers: str, *more: str, occasion: str = "post") -> tuple[int, Any]:
        """Key in one paper."""
        asked = ("--course", "DSH1", "--occasion", occasion, "--paper", paper, "--answers", answers)
        return self("answer", *asked, *more)

    def letters(self, paper: int, question: int, *options: int) -> str:
        """Return the letters under which a paper prints options of a question (from 0)."""
        work = workplace.open_workplace(self.folder, PASSPHRASE, clock=CLOCK)
        view = keying.open_paper(work, self.test.sitting, paper)
        work.close()
        order = view.orders[self.test.questions[question]]
        return "".join(LETTERS[order.index(own)] for own in options)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", PASSPHRASE)
    return Shop(tmp_path)


def test_a_paper_is_keyed_in_as_it_is_printed(shop: Shop) -> None:
    right, several = shop.letters(2, 0, 2), shop.letters(2, 1, 1, 3)
    code, found = shop.answer(2, f"{right}[{several}][12][open words, two]")
    assert code == 0
    assert found == {
        "paper": 2,
        "number": 2,
        "attempt": 1,
        "answered": 4,
        "questions": 4,
        "points": 3.0,
        "out_of": 3.0,
        "differences": [],
        "recorded": True,
    }
    assert shop.answer(2, f"{right}[{several}][12][open words, two]")[1]["recorded"] is False


def test_fewer_answers_leave_the_rest_and_a_re_sit_is_another_paper(shop: Shop) -> None:
    _, first = shop.answer(1, "-")
    assert (first["answered"], first["points"]) == (1, None)
    _, again = shop.answer(2001, f"{shop.letters(2001, 0, 2)}-..")
    assert (again["number"], again["attempt"], again["points"]) == (1, 2, 1.0)
    _, first = shop.answer(1, "....")
    assert (first["answered"], first["points"]) == (4, 0.0)


def test_a_second_person_finds_slips(shop: Shop) -> None:
    wrong, right = shop.letters(3, 0, 1), shop.letters(3, 0, 2)
    shop.answer(3, f"{wrong}-[12]-")
    code, refused = shop.answer(3, f"{right}-[12]-", "--second")
    assert (code, refused["error"]["code"]) == (1, "keying.same_person")
    _, found = shop.answer(3, f"{right}-[12]-", "--second", "--by", "F. S.")
    assert found["differences"] == [{"question": 1, "first": "1", "second": "2"}]


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ("ABCDE", "keying.too_many_answers"),
        ("Z", "answer.no_such_option"),
        ("A[BC", "answer.open_bracket"),
        ("A-[twelve]", "answer.not_a_number"),
    ],
)
def test_answers_that_do_not_fit_are_refused_and_nothing_is_kept(shop: Shop, answers: str, code: str) -> None:
    exit_code, found = shop.answer(1, answers)
    assert (exit_code, found["error"]["code"]) == (1, code)
    assert shop("forms", "--course", "DSH1")[1]["forms"][0]["papers"] == 0


def test_numbers_and_occasions_that_there_are_not(shop: Shop) -> None:
    assert shop.answer(77, "A")[1]["error"]["code"] == "keying.unknown_number"
    assert shop.answer(1, "A", occasion="pre")[1]["error"]["code"] == "keying.no_form"
    assert shop.answer(1, "A", occasion="end")[1]["error"]["code"] == "keying.no_form"
    assert shop("answer", "--course", "DSH1", "--occasion", "never", "--paper", 1, "--answers", "A")[0] == 2


def test_anonymous_sheets_wait_for_five(shop: Shop) -> None:
    for place in range(4):
        _, found = shop("feedback", "--course", "DSH1", "--answers", "45[more practice]")
        assert found == {"recorded": True, "waiting": place + 1}
    assert shop("close", "--course", "DSH1")[1] == {"entered": 0, "waiting": 4}
    assert shop("feedback", "--course", "DSH1", "--answers", "4-", "--paper", 301)[1]["waiting"] == 5
    # The sheet with the number is corrected, not doubled.
    assert shop("feedback", "--course", "DSH1", "--answers", "3-", "--paper", 301)[1]["waiting"] == 5
    assert shop("close", "--course", "DSH1")[1] == {"entered": 5, "waiting": 0}
    assert shop("feedback", "--course", "DSH1", "--answers", "2-", "--paper", 301)[1]["waiting"] == 0
    assert shop("feedback", "--course", "DSH1", "--answers", "11")[1]["waiting"] == 1
    assert shop("close", "--course", "DSH1", "--few")[1] == {"entered": 0, "waiting": 1}
    assert shop("close", "--course", "DSH1", "--discard")[1] == {"entered": 0, "waiting": 0}
    code, refused = shop("feedback", "--course", "DSH1", "--answers", "6")
    assert (code, refused["error"]["code"]) == (1, "answer.no_such_option")


def test_sheets_of_the_command_line_are_nobodys_too(shop: Shop) -> None:
    for place in range(5):
        shop("feedback", "--course", "DSH1", "--answers", f"45[sheet {place}]")
    shop("close", "--course", "DSH1")
    work = workplace.open_workplace(shop.folder, PASSPHRASE, clock=CLOCK)
    entries = [decode_entry(line) for _, line in lines_of(work.database, work.journal.replica, 0)]
    sheets = [entry for entry in entries if entry.e == "feedback_paper"]
    work.close()
    assert len(sheets) == 5
    assert {entry.u for entry in sheets} == {""}
    assert all(tells_day_only(entry.t[0]) for entry in sheets)
    assert [entry.k for entry in sheets] == sorted(entry.k for entry in sheets)


def test_forms_are_listed_and_chosen_by_title_and_by_name(shop: Shop) -> None:
    _, found = shop("forms")
    named = {each["id"]: each for each in found["forms"]}
    assert named[shop.test.form]["kind"] == "test"
    assert named["knowledge_test"]["questions"] == 20
    _, chosen = shop("choose", "--course", "DSH1", "--form", "knowledge_test", "--occasion", "pre")
    assert chosen["occasion"] == "pre"
    _, again = shop("choose", "--course", "DSH1", "--form", "Knowledge", "--occasion", "pre")
    assert again["form"] == shop.test.form
    _, used = shop("forms", "--course", "DSH1")
    assert sorted(each["occasion"] for each in used["forms"]) == ["end", "post", "pre", "pre"]
    assert "knowledge_test" not in {each["id"] for each in shop("forms")[1]["forms"]}
    code, refused = shop("choose", "--course", "DSH1", "--form", "Knowledge", "--occasion", "end")
    assert (code, refused["error"]["code"]) == (1, "sitting.wrong_occasion")
    # Two tests before the course: which one is meant must be said.
    assert shop.answer(1, "A", occasion="pre")[1]["error"]["code"] == "paper.several_forms"
    assert shop.answer(1, "A", "--form", "Knowledge", occasion="pre")[0] == 0


def test_lines_for_people(shop: Shop) -> None:
    _, text = shop("forms", "--course", "DSH1", as_json=False)
    assert "Knowledge  post-test  0/0" in text
    asked = ("--course", "DSH1", "--occasion", "post", "--paper", 1, "--answers", "--..")
    assert "4 answers" in shop("answer", *asked, as_json=False)[1]


def test_the_history_of_an_answer_is_told(shop: Shop) -> None:
    for letter in ("A", "B"):
        assert shop.answer(2, letter)[0] == 0
    where = ("--course", "DSH1", "--occasion", "post", "--paper", 2)
    code, found = shop("history", *where, "--question", 1)
    assert code == 0
    assert (found["paper"], found["question"], found["contradicts"]) == (2, 1, False)
    assert [change["words"][0][:2] for change in found["changes"]] == ["B:", "A:"]
    assert {(change["user"], change["state"]) for change in found["changes"]} == {("D. N.", "unsent")}
    plain = shop("history", *where, "--question", 1, as_json=False)[1].splitlines()
    assert plain[0].startswith("* B: a ")
    assert plain[0].endswith("not sent yet")
    assert shop("history", *where, "--question", 3)[1]["changes"] == []
    assert shop("history", *where, "--question", 9)[0] == 2
