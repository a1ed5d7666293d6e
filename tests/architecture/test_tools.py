"""The tools beside the program: what they promise for machines where nothing is prepared."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, parse, tool

environment = tool("environment")
sys.modules["environment"] = environment
dev = tool("dev")
FIRST_STEPS = ("dev.py", "environment.py")
"""They run before anything is installed, under whatever `python3` is."""


def normal(name: str) -> str:
    """Return a package's name as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", FIRST_STEPS)
def test_the_first_steps_need_only_python_3_11_and_its_library(name: str) -> None:
    module = parse(ROOT / "packaging" / name)
    ast.parse(module.text, feature_version=(3, 11))
    own = {Path(each).stem for each in FIRST_STEPS}
    taken = {imported.split(".")[0] for _, imported in module.imports()}
    assert taken <= sys.stdlib_module_names | own


def test_the_lock_holds_every_package_that_is_asked_for_with_hashes_and_names_no_host() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    blocks = lock.replace("\\\n", "").splitlines()
    locked = {normal(block.split("==")[0]) for block in blocks}
    names = {normal(re.match(r"[A-Za-z0-9._-]+", each)[0]) for each in asked}  # type: ignore[index]
    assert names - locked == set()
    form = r"[a-z0-9-]+==[0-9][^ ;]*( ; [^\\]+?)?( +--hash=sha256:[0-9a-f]{64})+"
    assert [block for block in blocks if not re.fullmatch(form, block)] == []
    assert "://" not in lock


def test_one_package_of_the_lock_can_be_taken_alone() -> None:
    lock = "a==1 +    --hash=sha256:aa|b-c==2 ; os == 'nt' +    --hash=x +    --hash=y|b==3 +    --hash=z|"
    lock = lock.replace("+", "\\\n").replace("|", "\n")
    assert environment.locked("a", lock).split() == ["a==1", "\\", "--hash=sha256:aa"]
    assert environment.locked("b-c", lock).count("--hash") == 2
    assert environment.locked("b", lock).startswith("b==3")
    with pytest.raises(environment.Unprepared, match=r"dev\.py lock"):
        environment.locked("c", lock)


def interpreter(folder: Path, name: str, version: str) -> str:
    """Make a program that answers as an interpreter of a version would."""
    path = folder / name
    path.write_text(f"#!/bin/sh\necho {version}\n", encoding="ascii")
    path.chmod(0o755)
    return str(path)


def test_the_first_interpreter_that_fits_is_taken(tmp_path: Path) -> None:
    old = interpreter(tmp_path, "old", "3 11")
    new = interpreter(tmp_path, "new", "3 15")
    broken = interpreter(tmp_path, "broken", "not a version")
    good = interpreter(tmp_path, "good", "3 13")
    other = interpreter(tmp_path, "other", "3 12")
    assert environment.find_python([old, new, broken, str(tmp_path / "none"), good, other]) == good
    with pytest.raises(environment.Unprepared, match="apt-get install python3 python3-venv"):
        environment.find_python([old, new, broken])


def test_this_interpreter_is_among_the_candidates_and_fits() -> None:
    assert environment.candidates()[0] == sys.executable
    assert environment.version_of(sys.executable) == sys.version_info[:2]
    assert environment.fits(sys.version_info[:2])


def test_without_root_it_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(environment.Unprepared) as told:
        environment.install_debian(["qpdf", "age", "qpdf"], "Testing")
    assert "sudo apt-get install -y --no-install-recommends age qpdf" in str(told.value)
    environment.install_debian([], "Testing")


def test_libraries_that_are_there_are_not_asked_for() -> None:
    assert environment.missing_libraries({"libc.so.6": "libc6", "libnothing-here.so.9": "nothing"}) == [
        "nothing"
    ]


@pytest.mark.parametrize(
    ("variables", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_machine_without_a_screen_is_recognised(
    variables: dict[str, str], platform: str, shown: bool
) -> None:
    assert dev.has_screen(variables, platform) is shown


def test_the_folders_of_a_demo_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    folders = {"office": "/d/office", "trainers": ["/d/t1", "/d/t2"]}
    told = {"folders": folders, "passphrase": "sample", "recovery_key": "AAAA-BBBB"}
    assert dev.tell_demo(told) == ["/d/t1", "/d/t2"]
    printed = capsys.readouterr().out
    assert all(each in printed for each in ("/d/office", "/d/t1", "/d/t2", "sample", "AAAA-BBBB"))


def test_asking_for_help_to_run_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(dev.COMMANDS, "run", lambda _arguments: pytest.fail("it was started"))
    for arguments in (["run", "--help"], ["run", "--demo", "-h"]):
        assert dev.main(arguments) == 0


def test_every_command_stands_in_the_help() -> None:
    script = [sys.executable, str(ROOT / "packaging" / "dev.py")]
    helped = subprocess.run([*script, "--help"], capture_output=True, text=True, check=True)
    assert all(f"\n  {name}" in helped.stdout for name in dev.COMMANDS)
    for wrong in ([], ["tset"]):
        assert subprocess.run([*script, *wrong], capture_output=True, check=False).returncode == 2


def test_a_changed_lock_is_noticed_and_other_line_ends_are_not(tmp_path: Path) -> None:
    lock, same, other = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    lock.write_bytes(b"x==1\ny==2\n")
    same.write_bytes(b"x==1\r\ny==2\r\n")
    other.write_bytes(b"x==1\ny==3\n")
    assert environment.fingerprint(lock) == environment.fingerprint(same) != environment.fingerprint(other)


def test_temporary_folders_lie_in_memory_where_there_is_plenty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", "/before")
    with dev.folders_in_memory(tmp_path / "no memory"):
        assert os.environ["TMPDIR"] == "/before"
    monkeypatch.setattr(dev, "_ROOM", 1)
    with dev.folders_in_memory(tmp_path):
        folder = Path(os.environ["TMPDIR"])
        assert folder.parent == tmp_path
        (folder / "left").touch()
    assert os.environ["TMPDIR"] == "/before"
    assert not folder.exists()
    monkeypatch.setattr(dev, "_ROOM", 2**80)
    with dev.folders_in_memory(tmp_path):
        assert os.environ["TMPDIR"] == "/before"


def test_ci_calls_the_one_command() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "python3 packaging/dev.py test" in script.read_text(encoding="utf-8")
