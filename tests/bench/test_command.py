"""`dev.py bench`: its options, its document, and that the installed program has nothing of it."""

import io
import json
from pathlib import Path

import pytest

from tests.architecture.tree import SOURCE, parse
from tests.bench import __main__ as command
from tests.bench import growth, rows
from tests.bench.row import BenchRow
from trainer_app.cli.context import WRONG_USAGE, CliContext
from trainer_app.cli.program import run

ROWS = [
    BenchRow("work", 10.0, "ms", "base", 5.0, 3.0),
    BenchRow("other", 2.0, "pages/s", "Нест", 0.0, 1.0, higher=True, skipped="Нест is not installed"),
]
FIELDS = {"name", "value", "unit", "baseline", "ratio", "target", "ok"}


def test_the_growing_office_is_measured_by_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(growth, "ENTRIES", 200)
    assert command.main(["--json", "--growth", "--files", "4"]) == 0
    found = json.loads(capsys.readouterr().out)["rows"]
    assert [row["name"] for row in found[:2]] == ["file 2 of 4, CPU", "file 2 of 4, clock"]
    assert found[5]["name"] == "database of 800, a new one's apart"
    assert all(row.keys() == FIELDS for row in found)


def test_the_rest_is_measured_by_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[bool, bool]] = []
    monkeypatch.setattr(rows, "measure", lambda *, full, brief: asked.append((full, brief)) or ROWS)
    assert command.main(["--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert all(row.keys() >= FIELDS for row in document["rows"])
    assert [row["ok"] for row in document["rows"]] == [True, None]
    assert command.main(["--full"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in said] == ["ok", "--"]
    assert command.main(["--brief"]) == 0
    assert asked == [(False, False), (True, False), (False, True)]


@pytest.mark.parametrize(
    "wrong", [("--files", "3", "--growth"), ("--full", "--growth"), ("--full", "--brief"), ("--slow",)]
)
def test_wrong_usage_is_refused(wrong: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(wrong)
    assert ended.value.code == 2
    assert "usage: dev.py bench" in capsys.readouterr().err


def test_the_program_that_is_installed_knows_nothing_of_it() -> None:
    assert run(["bench"], CliContext(out=io.StringIO(), err=io.StringIO())) == WRONG_USAGE
    program = [parse(path) for path in sorted(SOURCE.rglob("*.py"))]
    assert program
    for module in program:
        assert "tests.bench" not in module.text, module.place
        # Whoever imports them says so: all others need no look at their trees.
        if "tests" in module.text:
            assert not [name for _, name in module.imports() if name.split(".")[0] == "tests"], module.place


def test_it_is_a_command_of_the_one_tool() -> None:
    tool = Path(__file__).parents[2] / "packaging" / "dev.py"
    assert '"-m", "tests.bench", *arguments' in tool.read_text("utf-8")
