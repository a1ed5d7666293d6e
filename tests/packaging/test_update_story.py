"""The story of updates that is told of what was built: what it asks, and what it does not forgive."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast, override

import pytest

from tests.packaging import tools  # noqa: F401

import acceptance  # isort: skip
import installing  # isort: skip
import update_story  # isort: skip
import updates  # isort: skip
import wine  # isort: skip
import wine_story  # isort: skip
import wine_updates  # isort: skip

Says = dict[str, object]
REFUSED = {
    "0.1.2": "update.other_publisher",
    "0.0.9": "update.not_newer",
    "0.1.3": "update.other_runtime",
    "0.1.4": "update.does_not_run",
}


class FakeProgram(update_story.Story):
    """A program that takes updates as it should; a test spoils one of its ways."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, folder / "stick")
        self.number = self.before = "0.1.0"
        self.failed = ""
        self.marks, self.starts, self.shows = 7, 0, True
        self.ways: dict[str, Callable[[Sequence[str]], tuple[int, Says]]] = {
            "update": self._update,
            "attendance": self._mark,
            "device": lambda _: (0, {"unsent": self.marks}),
            "check": lambda _: (0, {"ok": True, "digest": self.marks}),
        }

    def again(self) -> "FakeProgram":
        """Return to the first version, with the data as they are."""
        self.number, self.failed, self.starts, self.shows = "0.1.0", "", 0, True
        return self

    @override
    def update(self, number: str, changed: object = None, **_: object) -> Path:
        path = self.stick / f"trainer-app-{number}.tupdate"
        path.write_bytes(b"an update")
        return path

    @override
    def run(self, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        assert words[0] == "--json"
        code, says = self.ways[words[1]](words[1:])
        return subprocess.CompletedProcess([], code, json.dumps(says), "")

    @override
    def window(self) -> "subprocess.Popen[bytes]":
        unseen = self.place / "unseen.txt"
        if unseen.exists() and self.shows:
            unseen.unlink()
        elif unseen.exists() and self.starts == 2:
            unseen.unlink()
            self.failed, self.number = self.number, self.before
        else:
            self.starts += 1
        running = SimpleNamespace(poll=lambda: None if self.shows else 1)
        return cast("subprocess.Popen[bytes]", running)

    @override
    def kill(self, running: "subprocess.Popen[bytes]") -> None:
        assert running.poll() is None

    def _mark(self, _: Sequence[str]) -> tuple[int, Says]:
        self.marks += 1
        return 0, {}

    def _update(self, words: Sequence[str]) -> tuple[int, Says]:
        if words[1] == "status":
            return 0, {"number": self.number, "failed": self.failed}
        if words[1] == "back":
            self.number = self.before
            return 0, {}
        name = Path(words[2]).name
        number = name.removeprefix("trainer-app-").removesuffix(".tupdate")
        if words[1] == "show":
            return 0, {"number": number, "refused": None}
        reason = "update.damaged" if "spoiled" in name else REFUSED.get(number, "")
        if reason or number == self.number:
            return 1, {"error": reason or "update.not_newer"}
        self.before, self.number, self.shows = self.number, number, number != "0.1.5"
        (self.place / "unseen.txt").touch()
        return 0, {"next": number}


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeProgram:
    def stranger(stick: Path, _key: object, number: str) -> Path:
        return FakeProgram.update(cast("FakeProgram", SimpleNamespace(stick=stick)), number)

    monkeypatch.setattr(updates, "build", stranger)
    return FakeProgram(tmp_path)


def test_the_story_is_told_to_its_end(program: FakeProgram, capsys: pytest.CaptureFixture[str]) -> None:
    update_story.tell(program)
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told if line.startswith("refused")] == [
        "refused: update.other_publisher",
        "refused: update.damaged",
        "refused: update.not_newer",
        "refused: update.other_runtime",
        "refused: update.does_not_run",
        "refused: update.not_newer",
    ]
    assert told[-1] == "0.1.5 gave way by itself: the data are the same"
    assert "7 unsent changes went over the update, and marking goes on" in told


def _takes_a_stranger(program: FakeProgram) -> None:
    program.ways["update"] = lambda words: (0, {"number": "0.1.1", "refused": None, "next": "0.1.1"})


def _loses_a_mark(program: FakeProgram) -> None:
    program.ways["attendance"] = lambda _: (0, {})


def _changes_the_data(program: FakeProgram) -> None:
    program.ways["check"] = lambda _: (0, {"ok": True, "digest": program.number})


def _has_nothing_unsent(program: FakeProgram) -> None:
    program.ways["device"] = lambda _: (0, {"unsent": 0})


def _never_says_that_it_has_shown(program: FakeProgram) -> None:
    ended = SimpleNamespace(poll=lambda: 0)
    program.window = lambda: cast("Any", ended)  # type: ignore[method-assign]


def _is_damaged(program: FakeProgram) -> None:
    program.ways["check"] = lambda _: (0, {"ok": False})


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_takes_a_stranger, "was to be refused for update.other_publisher"),
        (_loses_a_mark, "does not wait to be sent"),
        (_changes_the_data, "0.1.1 taken: the data are others"),
        (_has_nothing_unsent, "no unsent work"),
        (_never_says_that_it_has_shown, "does not say that it has shown its window"),
        (_is_damaged, "The data are not whole"),
    ],
)
def test_what_goes_wrong_is_told(
    program: FakeProgram, spoil: Callable[[FakeProgram], None], told: str
) -> None:
    spoil(program)
    with pytest.raises(acceptance.Failed, match=told):
        update_story.tell(program)


class FakeWindows(wine.Prefix):
    """A Windows that notes what is called in it; its program has one version."""

    def __init__(self, folder: Path, digests: Sequence[str]) -> None:
        super().__init__(folder, ":0")
        (self.drive / "users" / "somebody").mkdir(parents=True)
        (wine_story.home(self) / "versions" / "0.1.0").mkdir(parents=True)
        self.called: list[list[str]] = []
        self.digests = list(digests)

    @override
    def call(self, command: Any, more: Any = None) -> subprocess.CompletedProcess[str]:
        words = [str(each) for each in command]
        self.called.append(words)
        says = {"ok": True, "digest": self.digests.pop(0)} if "check" in words else {}
        return subprocess.CompletedProcess(words, 0, json.dumps(says), "")

    @override
    def start(self, command: Any, more: Any = None) -> "subprocess.Popen[bytes]":
        self.called.append([str(each) for each in command])
        running = SimpleNamespace(poll=lambda: None, wait=lambda: 0)
        return cast("subprocess.Popen[bytes]", running)

    @override
    def stop(self, name: str) -> None:
        self.called.append(["stop", name])


def test_on_windows_files_are_named_as_windows_names_them(tmp_path: Path) -> None:
    windows = FakeWindows(tmp_path, [])
    story = wine_updates.StoryOnWindows(windows)
    assert story.call("update", "show", story.stick / "a.tupdate") == (0, {})
    assert windows.called[-1][1:] == [
        "--json",
        "update",
        "show",
        rf"C:\{wine_updates.STICK}\a.tupdate",
    ]
    story.open_window()
    assert [Path(words[0]).name for words in windows.called[-2:]] == ["trainer-app.exe", "stop"]


def test_after_updates_the_program_is_removed_and_installed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done: list[str] = []
    monkeypatch.setattr(wine_updates, "tell", lambda _story: done.append("told"))
    monkeypatch.setattr(wine_story, "uninstall", lambda _where: done.append("uninstalled"))
    monkeypatch.setattr(wine_story, "install", lambda _where, _installer: done.append("installed"))
    wine_updates.try_updates(FakeWindows(tmp_path / "good", ["a", "a"]), Path("setup.exe"))
    assert done == ["told", "uninstalled", "installed"]
    assert "the data are the same" in capsys.readouterr().out
    with pytest.raises(acceptance.Failed, match="the data or the versions are others"):
        wine_updates.try_updates(FakeWindows(tmp_path / "bad", ["a", "b"]), Path("setup.exe"))


@pytest.mark.skipif(sys.platform != "linux", reason="packages are tried on Debian")
def test_on_debian_it_is_somebody_who_may_not_write_to_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing.os, "chown", lambda *_: None)
    inside = tmp_path / "echo"
    inside.write_text('#!/bin/sh\nprintf \'{"said": "%s", "home": "%s"}\' "$*" "$HOME"\n', encoding="ascii")
    inside.chmod(0o755)
    where = installing.Machine(tmp_path)
    where.before = [str(inside)]
    person = tmp_path / "tmp" / "person"
    person.mkdir(parents=True)
    story = installing.StoryOnDebian(where, person)
    assert story.place == person / "updates" / ".local" / "share" / "trainer-app-program"
    code, told = story.call("update", "show", story.stick / "a.tupdate")
    assert code == 0
    assert told["home"] == "/tmp/person/updates"
    assert str(told["said"]).startswith("setpriv --reuid=65534")
    assert str(told["said"]).endswith("trainer-cli --json update show /tmp/person/флешка/a.tupdate")
    story.open_window()
    running = story.window()
    story.kill(running)
    assert running.poll() is not None


def test_after_updates_the_package_is_removed_and_installed_again(
    program: FakeProgram, capsys: pytest.CaptureFixture[str]
) -> None:
    program.ways["demo"] = lambda _: (0, {})
    called: list[tuple[str, ...]] = []
    where = SimpleNamespace(call=lambda *words: called.append(words))
    installing._update(program, where, "/tmp/a.deb")
    assert [words[1] for words in called] == ["purge", "install"]
    assert "installed again: the data are the same" in capsys.readouterr().out
    where.call = lambda *_words: setattr(program, "marks", program.marks + 1)
    with pytest.raises(acceptance.Failed, match="the data are others"):
        installing._update(program.again(), where, "/tmp/a.deb")
