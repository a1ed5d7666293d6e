"""A built program: one archive with its files beside it, and launchers two folders above."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from trainer_app.domain.base.texts import resource
from trainer_app.system import installed
from trainer_app.system.installed import Build, Installation

_TELL = """
import json, sys
sys.path.insert(0, sys.argv[1])
from trainer_app.__main__ import own_command
from trainer_app.domain.base.texts import program_folder, resources_root
from trainer_app.system import installed
found = installed.installation()
print(json.dumps([str(program_folder()), str(resources_root()), str(found.version), found.release.commit,
                  installed.window_program(), list(own_command()), installed.same_version()]))
"""


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the layer of a version, without its resources."""
    folder = tmp_path_factory.mktemp("home") / "versions" / "0.1.1"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "trainer_app.zip", "w") as archive:
        for path in (ROOT / "trainer_app").rglob("*.py"):
            archive.write(path, path.relative_to(ROOT))
    return folder


def told(version: Path, cwd: Path) -> list[object]:
    """Return what a program that runs from the archive says of itself."""
    command = [sys.executable, "-c", _TELL, str(version / "trainer_app.zip"), "--lang", "tg"]
    answer = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True)
    found: list[object] = json.loads(answer.stdout)
    return found


def test_a_built_program_knows_where_it_lies(version: Path, tmp_path: Path) -> None:
    name = "trainer-app.exe" if sys.platform == "win32" else "trainer-app"
    launcher = str(Path(sys.prefix).parent / name)
    (version / "release.json").write_text('{"version": "0.1.1", "commit": "abc"}', encoding="utf-8")
    assert told(version, tmp_path) == [
        str(version),
        str(version / "resources"),
        str(version),
        "abc",
        [launcher],
        [launcher],
        {"TRAINER_APP_PROGRAM": str(version)},
    ]


def test_a_checkout_is_no_installation() -> None:
    assert installed.installation() is None
    assert installed.same_version() == {}
    assert installed.window_program() == [sys.executable, "-m", "trainer_app"]
    assert resource() == ROOT / "resources"


@pytest.mark.parametrize("content", ["", "{", '{"commit": 1}', None])
def test_a_version_without_its_file_still_knows_its_number(tmp_path: Path, content: str | None) -> None:
    folder = tmp_path / "0.2.0"
    folder.mkdir()
    if content is not None:
        (folder / "release.json").write_text(content, encoding="utf-8")
    assert Installation(tmp_path, folder).release == Build("0.2.0")


@pytest.mark.parametrize(("system", "name"), [("nt", "trainer-cli.exe"), ("posix", "trainer-cli")])
def test_launchers_are_named_as_the_system_wants(
    monkeypatch: pytest.MonkeyPatch, system: str, name: str
) -> None:
    launcher = Installation(Path("home"), Path("home/versions/1"))
    monkeypatch.setattr(installed, "os", type("System", (), {"name": system}))
    assert launcher.launcher("trainer-cli") == Path("home") / name


def test_a_version_is_tried_without_a_black_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes half a minute on an old laptop, and who sees such a window closes it."""
    asked: dict[str, object] = {}

    def run(command: list[str], **named: object) -> subprocess.CompletedProcess[str]:
        asked.update(named, command=command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(installed, "NO_CONSOLE", 7)
    monkeypatch.setattr(subprocess, "run", run)
    assert installed.runs(Installation(tmp_path, tmp_path / "versions" / "0.1.0"), tmp_path / "0.2.0")
    assert asked["creationflags"] == 7
    assert Path(asked["command"][0]).stem == "trainer-cli"  # type: ignore[index]
