"""The conformance cases: our command line and the second reader pass them; the runner finds who does not."""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conformance import keys, runner, trainer_cli
from tests.conformance.making import READ_ON
from tests.conformance.reading import second_reader
from tests.conformance.runner import SECTIONS, Case, Unanswered, read_cases
from tests.recount.figures import Scope, recount
from tests.recount.folding import fold
from trainer_app.bundle.reader import read_bundle
from trainer_app.bundle.sealing import recipient_of
from trainer_app.bundle.trust import SignedTrust, TrustedKeys, introduce_trust

HERE = Path(__file__).parent
CASES = read_cases()
FORMAT = HERE.parents[1] / "trainer_app" / "bundle" / "FORMAT.md"
SMALL = 70 * 1024


def ours(arguments: Sequence[str]) -> Mapping[str, Any]:
    return trainer_cli.answer(arguments, READ_ON)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_our_command_line_passes(case: Case) -> None:
    (outcome,) = runner.run(ours, [case], runner.claimed(ours))
    assert outcome.problems == []
    assert {*outcome.compared} == {*case.expected}


def test_the_second_reader_passes_what_it_claims() -> None:
    ask = runner.program(second_reader())
    outcomes = runner.run(ask, CASES, runner.claimed(ask))
    assert [str(each) for each in outcomes if each.problems] == []
    assert [each.case.name for each in outcomes if not each.compared] == []


def test_a_recount_finds_the_same_figures() -> None:
    """A third count: in Python, of the lines of both laptops."""
    (case,) = read_cases(only=["good-two-laptops"])
    document = json.loads(case.keys.read_text("utf-8"))
    signed = SignedTrust(document["trust"].encode(), document["trust_minisig"].encode())
    trust = TrustedKeys.of(introduce_trust(signed))
    read = [read_bundle(path.read_bytes(), [document["working"]], trust) for path in case.files]
    lines = [line for bundle in read for part in bundle.parts for line in part.lines]
    found = recount(fold(lines), Scope()).figures.numbers
    expected = case.expected["figures"]["*"] | case.expected["learning"]["*"]
    assert found == expected


def test_it_runs_against_any_program(capsys: pytest.CaptureFixture[str]) -> None:
    """Our program too, as one that is started anew: a file is really read in a child of it."""
    command = [sys.executable, "-m", "tests.conformance.trainer_cli"]
    assert runner.main(["--only", "hostile-seal", "--", *command]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "ok      hostile-seal  files",
        "1 right, 0 wrong, 0 not claimed",
    ]


# A runner that finds nothing proves nothing.


def script(tmp_path: Path, text: str) -> list[str]:
    """Return the command of a program in Python."""
    path = tmp_path / "program.py"
    path.write_text(f"import json, sys\n{text}\n", encoding="utf-8")
    return [sys.executable, str(path)]


CLAIMS = """
if sys.argv[1] == "capabilities":
    print(json.dumps({"name": "x", "answers": ["files", "conflicts"]}))
    sys.exit()
"""


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ('print(json.dumps({"files": [], "conflicts": []}))', "expected"),
        ('print(json.dumps({"conflicts": []}))', "got null"),
        ('print("taken")', "no JSON on standard output"),
        ("print([])", "no JSON object"),
        ("sys.exit(3)", "exit code 3"),
    ],
)
def test_who_answers_wrongly_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answers: str, told: str
) -> None:
    command = script(tmp_path, CLAIMS + answers)
    assert runner.main(["--only", "good-one-laptop", "--", *command]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "FAILED  good-one-laptop  files conflicts"
    assert told in lines[1]
    assert lines[-1] == "0 right, 1 wrong, 0 not claimed"


def test_who_claims_nothing_is_asked_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = script(tmp_path, 'print(json.dumps({"name": "x", "answers": []}))')
    assert runner.main(["--only", "odd-insider", "--", *command]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "skipped odd-insider"


@pytest.mark.parametrize("answer", ["[]", '{"answers": ["guesses"]}', "{}", ""])
def test_who_does_not_say_what_it_can_is_not_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answer: str
) -> None:
    assert runner.main(["--only", "odd-insider", "--", *script(tmp_path, f"print({answer!r})")]) == 2
    assert "not run" in capsys.readouterr().err
    assert runner.main(["--", str(tmp_path / "nothing")]) == 2
    assert runner.main(["--only", "nothing", "--", *script(tmp_path, CLAIMS)]) == 2


def test_differences_are_told_by_their_place() -> None:
    wanted = {"a": [1, {"b": None}], "c": True, "d": 2.0}
    assert runner.differences("x", wanted, {"a": [1, {"b": None, "more": 1}], "c": True, "d": 2}) == []
    assert runner.differences("x", wanted, {"a": [1, {"b": 0}], "c": 1, "d": 2}) == [
        "x.a[1].b: expected null, got 0",
        "x.c: expected true, got 1",
    ]
    assert runner.differences("x", [1], [1, 2]) == ["x: expected [1], got [1, 2]"]


def test_a_program_that_never_ends_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "SECONDS", 0.2)
    with pytest.raises(Unanswered):
        runner.program(script(tmp_path, "sys.stdin.read() or __import__('signal').pause()"))(["capabilities"])


# What lies in the folder.


def test_every_file_is_small_and_of_some_case() -> None:
    files = {path for path in runner.CASES.rglob("*") if path.is_file()}
    assert [path.name for path in files if path.stat().st_size > SMALL] == []
    named = {path.resolve() for case in CASES for path in (*case.files, case.keys)}
    own = {path for path in files if path.suffix == ".tsync" or path.parent.name == "keys"}
    assert own == {path for path in named if path.is_relative_to(runner.CASES)}
    assert all(path.is_file() for path in named)


def test_keys_of_files_of_other_tests_are_theirs_and_all_say_that_they_are_for_tests() -> None:
    for name, document in {**keys.golden_keys(), **keys.newer_keys()}.items():
        assert (runner.CASES / "keys" / f"{name}.json").read_bytes() == keys.written(document), name
    for case in CASES:
        document = json.loads(case.keys.read_text("utf-8"))
        assert document["warning"] == keys.WARNING
        assert recipient_of(document["receiving"]).startswith("age1")


def test_cases_hold_every_section_and_codes_of_the_document() -> None:
    text = FORMAT.read_text("utf-8")
    assert {name for case in CASES for name in case.expected} == {*SECTIONS}
    codes = {each.get("code") for case in CASES for each in case.expected["files"]} - {None}
    assert len(codes) > 14
    assert [code for code in codes if f"`{code}`" not in text] == []


def test_the_same_files_in_another_order_are_the_same_state() -> None:
    one, other = read_cases(only=["good-two-laptops", "good-any-order"])
    assert {name: value for name, value in one.expected.items() if name != "files"} == {
        name: value for name, value in other.expected.items() if name != "files"
    }


def test_the_contract_names_every_section() -> None:
    text = (HERE / "README.md").read_text("utf-8")
    assert [name for name in SECTIONS if f"| `{name}` |" not in text] == []


# Cases that find nobody prove nothing either: whoever reads wrongly is found by one of them.

WRONG = {
    "nobody comes late or leaves early": (
        "counting.mjs",
        "minutes - Math.max(0, missed)",
        "minutes",
        "good-one-laptop",
    ),
    "of joined people the best mark of each session counts": (
        "counting.mjs",
        "isMarked(cell) ? cell : most(at)",
        "[cell, most(at)].filter(isMarked).sort(bySaying)[0]",
        "good-two-laptops",
    ),
    "the other rows of joined people are marked too": (
        "counting.mjs",
        "place.cells.map(() => undefined)",
        "[...place.cells]",
        "good-one-laptop",
    ),
    "joined people are judged by each row": (
        "counting.mjs",
        "Object.assign(place, { share,",
        "Object.assign(place, { share: null,",
        "good-one-laptop",
    ),
    "half of a day is a day": (
        "counting.mjs",
        "enough(day, 3)",
        "enough(day, 2)",
        "good-two-laptops",
    ),
    "cancelled sessions count": (
        "counting.mjs",
        'row.state === "held"',
        'row.state !== "planned"',
        "good-two-laptops",
    ),
    "it is not known how a kind of question counts": (
        "counting.mjs",
        "[kind, rule]",
        "[kind.length, rule]",
        "good-one-laptop",
    ),
    "observers teach": ("counting.mjs", 'role === "observer"', "role === undefined", "good-one-laptop"),
    "who withdrew completes": (
        "counting.mjs",
        "if (isGone(place)) return",
        "if (false) return",
        "good-one-laptop",
    ),
    "replaced certificates count": ("counting.mjs", "&& !each.replaced_by", "", "good-two-laptops"),
    "two options are worth both": (
        "counting.mjs",
        "right.every((each) => chosen.includes(each)) ? 10000 : all",
        "true ? all : 10000",
        "good-one-laptop",
    ),
    "the older value is shown": (
        "merging.mjs",
        "(sticky.length ? sticky : sorted).at(-1)",
        "(sticky.length ? sticky : sorted)[0]",
        "good-two-laptops",
    ),
    "whoever deletes has seen all": (
        "merging.mjs",
        "others.every((head) => seen.has(head.id))",
        "true",
        "odd-deleted",
    ),
    "what never changes is replaced": ("merging.mjs", "(!isImmutable(name) ||", "(true ||", "odd-unchanging"),
    "joins that were taken back stay": (
        "merging.mjs",
        "others.length && !gone",
        "others.length",
        "good-parted",
    ),
    "a laptop's silence erases": ("bundles.mjs", "if (silent && mayErase)", "if (silent)", "odd-silent"),
    "nobody carries anything": ("bundles.mjs", "return names.flatMap(", "return [].flatMap(", "odd-revoked"),
    "one file that was carried spoils all": (
        "bundles.mjs",
        "attempt(() => entries(verify(bundle.members.get(name), reader, bundle.signer)), [])",
        "entries(verify(bundle.members.get(name), reader, bundle.signer))",
        "odd-carried",
    ),
    "half of a letter is one": ("bundles.mjs", "value.isWellFormed()", "true", "hostile-lines"),
    "purposes do not matter": ("bundles.mjs", "|| found.comment !== purpose", "", "hostile-signer"),
    "an approval covers locks": ("reader.mjs", '"locked", "lock_reason",', "", "good-pack"),
    "links are files": ("sealed.mjs", "![0, 0o100000].includes(type)", "false", "hostile-archive"),
    "every chunk is the last": ("sealed.mjs", "at + chunk >= payload.length ? 1 : 0", "1", "good-large"),
    "laptops speak for the office": (
        "authority.mjs",
        "office: () => false",
        "office: () => true",
        "odd-insider",
    ),
    "keys prove nothing": ("authority.mjs", "derive(entry.e, parts) === entry.k", "true", "odd-insider"),
    "revoked laptops go on": ("authority.mjs", "!found.revoked_on ||", "true ||", "odd-revoked"),
}
"""What a reader could do wrongly: the module, what stands there, what stands in its place, and the case."""


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the second reader, with the document that it reads."""
    root = tmp_path_factory.mktemp("wrong")
    folder = root / "tests" / "conformance"
    folder.mkdir(parents=True)
    for path in HERE.glob("*.mjs"):
        shutil.copy(path, folder)
    document = root / FORMAT.relative_to(HERE.parents[1])
    document.parent.mkdir(parents=True)
    shutil.copy(FORMAT, document)
    return folder


@pytest.mark.parametrize("name", WRONG)
def test_whoever_reads_wrongly_is_found(copied: Path, name: str) -> None:
    module, right, instead, case = WRONG[name]
    path = copied / module
    text = path.read_text("utf-8")
    assert text.count(right) == 1
    path.write_text(text.replace(right, instead), encoding="utf-8")
    try:
        node, _ = second_reader()
        ask = runner.program([node, str(copied / "reader.mjs")])
        (outcome,) = runner.run(ask, read_cases(only=[case]), frozenset(SECTIONS))
    finally:
        path.write_text(text, encoding="utf-8")
    assert outcome.problems
