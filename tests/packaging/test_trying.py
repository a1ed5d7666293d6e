"""Building and trying: what is told when two builds differ, or what was built does not do what it must."""

import argparse
import contextlib
import json
import re
import signal
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.packaging import tools  # noqa: F401

import acceptance  # isort: skip
import build  # isort: skip
import environment  # isort: skip
import installing  # isort: skip
import layers  # isort: skip
import trying  # isort: skip
import wine  # isort: skip
import wine_story  # isort: skip

STEPS = ["database", "certificate", "bundle", "window"]


def cli(folder: Path, says: object, code: int = 0) -> Path:
    """Make a program that says something, whatever it is asked, and ends with a code."""
    path = folder / "trainer-cli"
    path.write_text(f"#!/bin/sh\necho '{json.dumps(says)}'\nexit {code}\n", encoding="ascii")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_a_self_test_must_go_through_every_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    variables = acceptance.bare_environment(tmp_path)
    assert not {"TRAINER_DATA", "DISPLAY", "PYTHONPATH"} & variables.keys()
    acceptance.self_test([cli(tmp_path, {"steps": STEPS})], variables, tmp_path)
    assert "self-test: database, certificate, bundle, window" in capsys.readouterr().out
    for says, code in (({"steps": STEPS[:3]}, 0), ({"steps": STEPS}, 1), ("", 0), (None, 0)):
        with pytest.raises(acceptance.Failed, match="self-test ended"):
            acceptance.self_test([cli(tmp_path, says, code)], variables, tmp_path)


def test_what_a_program_leaves_behind_is_found_but_not_what_fonts_keep(tmp_path: Path) -> None:
    for place in (".cache/fontconfig/a-le64.cache-9", ".local/state/trainer-app/x.log", "fontconfig"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).touch()
    assert acceptance.left_behind(tmp_path) == [".local/state/trainer-app/x.log", "fontconfig"]


def test_what_is_larger_than_its_target_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a").write_bytes(bytes(2**20))
    (tmp_path / "b").write_bytes(bytes(2**20 + 2**19))
    acceptance.tell_size(tmp_path, files=2, megabytes=3)
    acceptance.tell_file(tmp_path / "b", 2)
    acceptance.tell_file(tmp_path / "b")
    assert capsys.readouterr().out.splitlines() == [
        "installed: 2 files (at most 2)",
        "installed: 2.5 MB (at most 3)",
        "b: 1.5 MB (at most 2)",
        "b: 1.5 MB",
    ]
    for limits in ({"files": 1, "megabytes": 3}, {"files": 2, "megabytes": 2}):
        with pytest.raises(acceptance.Failed, match="too large"):
            acceptance.tell_size(tmp_path, **limits)
    with pytest.raises(acceptance.Failed, match="b: 1.5 MB"):
        acceptance.tell_file(tmp_path / "b", 1)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let a build make one file that holds the next of these texts."""
    texts: list[str] = []

    def make(out: Path, _options: argparse.Namespace) -> list[Path]:
        (out / "program.deb").write_text(texts.pop(0), encoding="ascii")
        (out / "SHA256SUMS").write_text(str(out), encoding="utf-8")
        return [out / "program.deb", out / "SHA256SUMS"]

    monkeypatch.setitem(build.TARGETS, "deb", make)
    return texts


def test_two_builds_are_compared(
    built: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built += ["same", "same", "one", "other"]
    arguments = ["deb", "--twice", "--out", str(tmp_path / "out")]
    assert build.main(arguments) == 0
    assert "is the same, bit by bit" in capsys.readouterr().out
    assert build.main(arguments) == 1
    told = capsys.readouterr().out
    assert "A second build differs: program.deb" in told
    assert [path.name for path in (tmp_path / "out").iterdir() if path.is_dir()] == []


def test_builds_of_different_sources_are_not_compared(
    built: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    built += ["one", "other"]
    commits = ["before", "after"]
    monkeypatch.setattr(build, "has_commit", lambda: True)
    monkeypatch.setattr(build, "git", lambda *words: commits.pop(0) if words[0] == "rev-parse" else "")
    assert build.main(["deb", "--twice", "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().out
    assert "of different sources" in told
    assert "differs" not in told


def test_what_cannot_be_built_or_tried_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise environment.Unprepared("nsis is missing")

    monkeypatch.setitem(build.TARGETS, "windows", refuse)
    monkeypatch.setitem(trying.TARGETS, "windows", refuse)
    assert build.main(["windows"]) == 1
    assert trying.main(["windows"]) == 1
    assert capsys.readouterr().err.count("nsis is missing") == 2


def test_a_package_is_tried_by_root_and_over_no_installed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "is_root_on_debian", lambda: False)
    with pytest.raises(environment.Unprepared, match="by root"), installing.machine(chroot=False):
        pass
    monkeypatch.setattr(installing, "is_root_on_debian", lambda: True)
    monkeypatch.setattr(installing.Machine, "place", lambda _self, _path: tmp_path)
    with pytest.raises(environment.Unprepared, match="--chroot"), installing.machine(chroot=False):
        pass


def test_a_command_on_a_debian_that_fails_is_told() -> None:
    here = installing.Machine(Path("/"))
    assert here.call("echo", "a") == "a\n"
    with pytest.raises(installing.Failed, match="This failed: false"):
        here.call("false")
    assert here.call("false", wrong=True) == ""
    assert installing.Machine(Path("/x")).before == ["/usr/sbin/chroot", "/x"]


class FakeWindows(wine.Prefix):
    """A Windows in which an installer is a story told by a test."""

    def __init__(
        self,
        folder: Path,
        *,
        leaves: bool = False,
        careless: bool = False,
        ancient: bool = False,
        mute: bool = False,
        stubborn: bool = False,
        rough: bool = False,
        digests: list[str] | None = None,
        forgets: bool = False,
        hoards: bool = False,
    ) -> None:
        super().__init__(folder, ":0")
        (self.drive / "users" / "somebody" / "Desktop").mkdir(parents=True)
        (self.drive / "users" / "Public").mkdir()
        self.leaves, self.careless, self.digests = leaves, careless, digests or ["a"] * 5
        self.ancient, self.mute = ancient, mute
        self.stubborn, self.rough = stubborn, rough
        self.forgets, self.hoards = forgets, hoards
        self.registered = self.opened = self.serves = False
        self.old = False

    def pretend(self, version: str) -> None:
        """Be old or new."""
        self.old = version != "win10"

    def start(self, command: "list[object]", more: object = None) -> None:
        """Open the window with the data."""
        assert more
        self.opened = Path(str(command[0])).name == "trainer-app.exe"

    def stop(self, name: str) -> None:
        """Close it."""
        assert name == "trainer-app.exe"
        self.opened = False

    def settle(self) -> None:
        """Nothing goes on here."""

    def shown(self, title: str) -> None:
        """Have a window."""
        assert self.opened
        assert re.search(title, "Имрӯз – Тренер")

    def knows(self, key: str) -> bool:
        """Tell whether it was installed."""
        return self.registered and bool(key)

    def _refused(self, name: str) -> "wine.subprocess.CompletedProcess[str] | None":
        """Return what is said by whatever does not do what it usually does."""
        ends = wine.subprocess.CompletedProcess
        if self.old and name == "setup.exe" and not self.ancient:
            return ends([], wine_story.TOO_OLD, "", "")
        if self.old and name == "trainer-cli.exe":
            return ends([], 1, "", "Windows 10 (1903)" if not self.mute else "")
        if name == "setup.exe" and self.opened and not self.careless:
            return ends([], wine_story.OPEN, "", "")
        if name == "wineboot":
            self.opened = False
            if not self.rough:
                (self.local / "trainer-app" / "preferences.json").write_text('{"window": "x"}', "utf-8")
            return ends([], int(self.stubborn), "", "")
        return None

    def call(self, command: "list[object]", more: object = None) -> "wine.subprocess.CompletedProcess[str]":
        """Do what the program would do."""
        name, options = Path(str(command[0])).name, [str(each) for each in command[1:]]
        home, users = wine_story.home(self), self.drive / "users" / "somebody"
        links = (users / "Desktop" / "Trainer.lnk", users / "Trainer.lnk")
        said: dict[str, object] = {}
        refused = self._refused(name)
        if refused:
            return refused
        if name == "setup.exe":
            self.serves = (self.serves and not self.forgets) or "/SERVER" in options
            home.mkdir(parents=True, exist_ok=True)
            (home / "trainer-app.exe").touch()
            for link in links:
                link.touch()
            self.registered = True
        elif name == "uninstall.exe":
            (home / "trainer-app.exe").unlink()
            if not self.leaves:
                home.rmdir()
            for link in links:
                link.unlink()
            self.registered = False
            self.serves = self.serves and self.hoards
        elif options[-1] == "self-test":
            said = {"steps": acceptance.WITH_DRIVER if self.serves else STEPS}
        elif options[-1] == "demo":
            (self.local / "trainer-app").mkdir(parents=True)
            (self.local / "trainer-app" / "trainer.db").touch()
        elif options[-1] == "check":
            assert more
            said = {"ok": True, "digest": self.digests.pop(0)}
        return wine.subprocess.CompletedProcess([], 0, json.dumps(said), "")


def test_the_story_of_an_installation_is_told_to_its_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wine_story.try_installer(FakeWindows(tmp_path), Path("setup.exe"))
    assert capsys.readouterr().out.splitlines()[-1] == "installed again: the data are the same"


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        ({"ancient": True}, "On an old Windows the installer"),
        ({"mute": True}, "On an old Windows the program"),
        ({"careless": True}, "While the program is open"),
        ({"leaves": True}, "After uninstalling there is still"),
        ({"digests": ["a", "b"]}, "After installing over it"),
        ({"forgets": True}, "and not .*'driver'"),
        ({"hoards": True}, "'driver', .*and not"),
        ({"digests": ["a", "a", "b"]}, "After the program was killed"),
        ({"stubborn": True}, "held Windows back"),
        ({"rough": True}, "was killed"),
        ({"digests": ["a", "a", "a", "b"]}, "After Windows was switched off"),
        ({"digests": ["a", "a", "a", "a", "b"]}, "After uninstalling and installing again"),
    ],
)
def test_what_an_installer_does_wrong_is_found(tmp_path: Path, trouble: dict[str, object], told: str) -> None:
    windows = FakeWindows(tmp_path, **trouble)  # type: ignore[arg-type]
    with pytest.raises(acceptance.Failed, match=told):
        wine_story.try_installer(windows, Path("setup.exe"))


class FakeSetup(FakeWindows):
    """A Windows in which an installer goes on by one file each time somebody looks, until the power goes.

    `mixes`: it writes a file wrong after a power cut; `silent`: a half program says nothing; `hasty`: it ends
    before the power can go; `loses`: a cut changes the data; `works`: a half program runs.
    """

    def __init__(self, folder: Path, **troubles: bool) -> None:
        super().__init__(folder)
        self.troubles = {name for name, there in troubles.items() if there}
        self.cuts, self.half, self.choices = 0, False, list[list[str]]()

    @property
    def files(self) -> list[Path]:
        """The program, file by file."""
        return [
            wine_story.home(self) / name for name in ("trainer-app.exe", "trainer-cli.exe", "a", "b", "c")
        ]

    def start(self, command: "list[object]", more: object = None) -> "SimpleNamespace":
        """Begin to install: each file goes, then each is written."""
        self.choices.append([str(each) for each in command[1:]])
        self.half = True
        wine_story.home(self).mkdir(exist_ok=True)
        there = [path for path in self.files if path.exists()]
        steps = [*((path.unlink, ()) for path in there), *((path.write_text, ("x",)) for path in self.files)]
        steps = steps[:2] if "hasty" in self.troubles else steps

        def poll() -> int | None:
            if not steps:
                return 0
            step, words = steps.pop(0)
            step(*words)
            return None

        return SimpleNamespace(poll=poll, wait=lambda: -9)

    def cut(self) -> None:
        """Take the power away."""
        self.cuts += 1

    def call(self, command: "list[object]", more: object = None) -> "wine.subprocess.CompletedProcess[str]":
        """Do what the program does, whole or half."""
        name, options = Path(str(command[0])).name, [str(each) for each in command[1:]]
        if name == "setup.exe":
            self.serves, self.half = True, False
            done = super().call(command, more)
            for path in self.files:
                path.write_text("y" if self.cuts and "mixes" in self.troubles else "x")
            return done
        if name == "uninstall.exe":
            for path in self.files[1:]:
                path.unlink()
        if self.half and "works" not in self.troubles:
            said = "" if "silent" in self.troubles else "Install the program again; the data stay."
            return wine.subprocess.CompletedProcess([], 1, "", said)
        if options[-1] == "check":
            self.digests = ["b" if self.cuts and "loses" in self.troubles else "a"]
        return super().call(command, more)


@pytest.mark.parametrize("works", [False, True])
def test_power_cuts_all_along_an_installation_leave_a_program_that_is_installed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], works: bool
) -> None:
    windows = FakeSetup(tmp_path, works=works)
    wine_story.try_cuts(windows, Path("setup.exe"), 5)
    assert windows.cuts == 6
    assert windows.choices == [["/S"]] * 5 + [["/S", "/SERVER"]], "the choice is remembered"
    told = capsys.readouterr().out.splitlines()
    found = [re.findall(r"cut after (\d+) files: (.+)", line) for line in told]
    cuts = [each[0] for each in found if each]
    assert [int(at) for at, _ in cuts] == [1, 3, 5, 7, 9, 2]
    whole = "it runs" if works else "it asks to be installed again"
    assert [what for _, what in cuts] == [
        "there is none to start" if at in ("3", "5") else whole for at, _ in cuts[:5]
    ] + [whole]
    assert told[-1].startswith("6 power cuts")


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        ({"mixes": True}, "the program is another"),
        ({"silent": True}, "trainer-cli check ended with 1"),
        ({"hasty": True}, "ended after 2 files"),
        ({"loses": True}, "installing again, the data are others"),
        ({"loses": True, "works": True}, "the program runs, and the data are others"),
    ],
)
def test_what_a_power_cut_does_to_an_installation_is_found(
    tmp_path: Path, trouble: dict[str, bool], told: str
) -> None:
    with pytest.raises(acceptance.Failed, match=told):
        wine_story.try_cuts(FakeSetup(tmp_path, **trouble), Path("setup.exe"), 5)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for where Wine runs")
def test_a_power_cut_ends_what_runs_in_that_windows_and_nothing_else(tmp_path: Path) -> None:
    one, other = (wine.Prefix(tmp_path / name, ":0") for name in ("a", "ab"))
    command = [sys.executable, "-c", "input()"]
    started = [
        subprocess.Popen(command, env=where.environment(), stdin=subprocess.PIPE)
        for where in (one, one, other)
    ]
    try:
        one.cut()
        assert [each.wait() for each in started[:2]] == [-signal.SIGKILL] * 2
        assert started[2].poll() is None
        one.cut()
    finally:
        other.cut()
    assert started[2].wait() == -signal.SIGKILL
    for each in started:
        assert each.stdin
        each.stdin.close()


def test_a_windows_is_tried_whole_or_by_power_cuts_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []
    monkeypatch.setattr(trying.signing, "self_made", lambda _folder: None)
    monkeypatch.setattr(trying.signing, "is_authentic", lambda *_: True)
    monkeypatch.setattr(trying.windows, "build", lambda *_, quick, signer: [Path(f"setup-{quick}.exe")])
    monkeypatch.setattr(trying, "tell_file", lambda *told: done.append(told))
    there = FakeWindows(tmp_path)
    monkeypatch.setattr(trying.wine, "prefix", lambda: contextlib.nullcontext(there))
    for module, name in ((wine_story, "try_installer"), (trying.wine_updates, "try_updates")):
        monkeypatch.setattr(module, name, lambda _where, _installer, name=name: done.append(name))
    monkeypatch.setattr(wine_story, "try_cuts", lambda _where, _installer, count: done.append(count))
    assert trying.main(["windows", "--cuts", "3"]) == 0
    assert trying.main(["windows", "--full"]) == 0
    large, small = (Path("setup-True.exe"), 0), (Path("setup-False.exe"), acceptance.INSTALLER)
    assert done == [large, 3, small, "try_installer", "try_updates"]


@pytest.mark.skipif(sys.platform != "linux", reason="the tree for Linux")
def test_a_tree_that_writes_into_itself_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(home: Path, *, stripped: bool) -> Path:
        assert not stripped
        home.mkdir()
        cli(home, {"steps": STEPS})
        (home / "trainer-app").write_text("#!/bin/sh\nsleep 0.2\n", encoding="ascii")
        (home / "trainer-app").chmod(0o755)
        return home

    def make_driver(folder: Path, *, stripped: bool) -> Path:
        assert not stripped
        assert folder.parent.name == "runtime"
        cli(folder.parents[1], {"steps": acceptance.WITH_DRIVER})
        return folder

    asked = argparse.Namespace()
    monkeypatch.setattr(trying.linux, "build", make)
    monkeypatch.setattr(trying.linux, "build_driver", make_driver)
    trying.try_linux(asked)
    monkeypatch.setattr(trying.linux, "build_driver", lambda folder, stripped: folder)
    with pytest.raises(acceptance.Failed, match="self-test ended"):
        trying.try_linux(asked)
    monkeypatch.setattr(trying, "self_test", lambda command, *_: Path(command[0]).with_name("x.log").touch())
    with pytest.raises(acceptance.Failed, match="its own folder"):
        trying.try_linux(asked)


def test_a_build_starts_in_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "left").touch()
    assert list(layers.fresh(tmp_path / "old").iterdir()) == []
