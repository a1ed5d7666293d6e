"""The launcher for Linux: which version runs, and when it gives way to the one before."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Windows has a launcher of its own")
_PYTHON = '#!/bin/sh\nprintf "%s\\n" "$TRAINER_APP_PROGRAM" "$@"\n'


class Tree:
    """A built tree whose Python only tells what it was asked, and a person's own place for updates."""

    def __init__(self, folder: Path, *, writable: bool) -> None:
        self.home, self.data = folder / "program", folder / "data"
        (self.home / "runtime" / "bin").mkdir(parents=True)
        (self.home / "runtime" / "ID").write_text("py3.13-1-a\n", encoding="ascii")
        python = self.home / "runtime" / "bin" / "python3.13"
        python.write_text(_PYTHON, encoding="ascii")
        python.chmod(0o755)
        shutil.copy(ROOT / "packaging" / "linux" / "launcher.sh", self.home / "trainer-app")
        if not writable:
            # Root may write anywhere: what the launcher asks is answered as for anybody else.
            text = (self.home / "trainer-app").read_text(encoding="utf-8")
            (self.home / "trainer-app").write_text(text.replace('[ -w "$home" ]', "false"), encoding="utf-8")
        (self.home / "trainer-app").chmod(0o755)
        (self.home / "trainer-cli").symlink_to("trainer-app")
        self.place = self.home if writable else self.data / "trainer-app-program"
        self.place.mkdir(parents=True, exist_ok=True)

    def add(self, place: Path, number: str, runtime: str = "py3.13-1-a") -> None:
        """Lay a version into a place and make it current."""
        folder = place / "versions" / number
        folder.mkdir(parents=True)
        (folder / "trainer_app.zip").touch()
        (folder / "release.json").write_text(f'{{\n "needs_runtime": "{runtime}"\n}}', encoding="ascii")
        self.write("current", number, place)

    def write(self, name: str, text: str, place: Path | None = None) -> None:
        """Write one of the small files."""
        ((place or self.place) / f"{name}.txt").write_text(f"{text}\n" if text else "", encoding="ascii")

    def read(self, name: str) -> str | None:
        """Return what a small file says; None if it is not there."""
        path = self.place / f"{name}.txt"
        return path.read_text(encoding="ascii").strip() if path.exists() else None

    def start(self, *arguments: str, name: str = "trainer-app", chosen: str = "") -> list[str]:
        """Start it; return which version ran, and the rest of what Python was asked."""
        environment = {"PATH": os.environ["PATH"], "XDG_DATA_HOME": str(self.data)}
        if chosen:
            environment["TRAINER_APP_PROGRAM"] = chosen
        command = [str(self.home / name), *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert done.stderr == ""
        version, *rest = done.stdout.splitlines()
        return [Path(version).name, *rest]


@pytest.fixture(params=["a stick", "a package"])
def tree(request: pytest.FixtureRequest, tmp_path: Path) -> Tree:
    """Return a tree of version 0.1.0; that of a package cannot be written to."""
    made = Tree(tmp_path, writable=request.param == "a stick")
    made.add(made.home, "0.1.0")
    return made


def test_both_names_start_their_module_with_all_arguments(tree: Tree, tmp_path: Path) -> None:
    options = ["-I", "-B", "-X", "utf8", "-m"]
    file = "Файли Ҷамшед.tsync"
    assert tree.start(file, "a b") == ["0.1.0", *options, "trainer_app", file, "a b"]
    assert tree.start("check", name="trainer-cli") == ["0.1.0", *options, "trainer_app.cli.program", "check"]
    (tmp_path / "trainer-cli").symlink_to(tree.home / "trainer-cli")
    done = subprocess.run([tmp_path / "trainer-cli"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "trainer_app.cli.program"


def test_the_newest_whole_version_runs_where_the_file_is_damaged(tree: Tree) -> None:
    tree.add(tree.home, "0.10.0")
    tree.add(tree.home, "0.9.0")
    (tree.home / "versions" / "0.11.0.part").mkdir()
    assert tree.start()[0] == "0.9.0"
    for wrong in ("", "../../etc", "0.12.0", ".", "a"):
        tree.write("current", wrong, tree.home)
        assert tree.start()[0] == "0.10.0"


def test_an_update_runs_and_is_counted_until_it_showed_its_window(tree: Tree) -> None:
    tree.add(tree.place, "0.2.0")
    tree.write("before", "0.1.0")
    tree.write("unseen", "")
    assert tree.start()[0] == "0.2.0"
    assert tree.read("unseen") == "."
    (tree.place / "unseen.txt").unlink()  # as the program does that shows its window
    assert tree.start()[0] == "0.2.0"
    assert tree.read("unseen") is None


def test_a_version_that_did_not_show_its_window_twice_gives_way(tree: Tree) -> None:
    tree.add(tree.place, "0.2.0")
    if tree.place == tree.home:
        tree.write("before", "0.1.0")
    tree.write("unseen", "")
    assert [tree.start()[0] for _ in range(2)] == ["0.2.0", "0.2.0"]
    assert tree.start("check", name="trainer-cli")[0] == "0.2.0", "only windows count"
    assert tree.start()[0] == "0.1.0"
    assert (tree.read("failed"), tree.read("unseen")) == ("0.2.0", None)
    assert tree.start()[0] == "0.1.0"
    assert not list(tree.place.glob("*.part"))


def test_the_first_version_of_a_place_has_none_to_give_way_to(tmp_path: Path) -> None:
    tree = Tree(tmp_path, writable=True)
    tree.add(tree.home, "0.1.0")
    tree.write("unseen", "")
    assert {tree.start()[0] for _ in range(4)} == {"0.1.0"}
    assert tree.read("failed") is None


def test_a_child_runs_the_version_of_its_parent_and_counts_nothing(tree: Tree) -> None:
    tree.add(tree.place, "0.2.0")
    tree.write("unseen", "")
    for _ in range(4):
        assert tree.start(chosen=str(tree.home / "versions" / "0.1.0"))[0] == "0.1.0"
    assert tree.read("unseen") == ""
    assert tree.start(chosen=str(tree.home / "nothing"))[0] == "0.2.0"


def test_the_package_is_the_floor(tmp_path: Path) -> None:
    tree = Tree(tmp_path, writable=False)
    tree.add(tree.home, "0.3.0")
    tree.add(tree.place, "0.2.9")
    assert tree.start()[0] == "0.3.0"
    tree.add(tree.place, "0.3.1", runtime="py3.13-1-b")
    assert tree.start()[0] == "0.3.0", "it needs another runtime"
    tree.add(tree.place, "0.10.0")
    assert tree.start()[0] == "0.10.0"
