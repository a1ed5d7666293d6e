"""Pictures of what was built: windows are waited for, the screen is drawn when it stands still."""

import os
import sys
from pathlib import Path

import pytest

from tests.kit.running import SECONDS
from tests.packaging import tools  # noqa: F401
from trainer_app.domain.base.texts import LANGUAGES

import acceptance  # isort: skip
import picture_story  # isort: skip
import screens  # isort: skip
import trying  # isort: skip
import wine  # isort: skip
import wine_pictures  # isort: skip

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pictures are taken on Debian")


@pytest.fixture
def taker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> screens.Photographer:
    """Give a photographer whose tools note what they are asked, of a screen that moves twice."""
    tools_of = tmp_path / "tools"
    tools_of.mkdir()
    said, drawn = tmp_path / "said.txt", tmp_path / "drawn.txt"
    scripts = {
        "xdotool": f'echo "$DISPLAY $*" >> {said}; case "$*" in *nobody*) exit 1;; esac',
        "import": f"echo x >> {drawn}; n=$(wc -l < {drawn}); [ $n -lt 4 ] || n=$((n < 8 ? 3 : 9)); echo $n",
    }
    for name, text in scripts.items():
        (tools_of / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (tools_of / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools_of}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(screens, "_LOOK", 0.0)
    return screens.Photographer(":7", tmp_path)


def test_a_picture_is_taken_when_the_screen_stands_still(taker: screens.Photographer, tmp_path: Path) -> None:
    one = taker.shoot("first")
    two = taker.shoot("second")
    assert (one.name, two.name) == ("01-first.png", "02-second.png")
    assert [each.read_text(encoding="ascii") for each in (one, two)] == ["3\n", "9\n"], "and it is another"
    assert taker.taken == [one, two]


def test_windows_are_waited_for_and_keys_pressed(taker: screens.Photographer, tmp_path: Path) -> None:
    taker.wait("Тренер")
    taker.press("ctrl+2", "Return")
    assert (tmp_path / "said.txt").read_text(encoding="utf-8").splitlines() == [
        ":7 search --onlyvisible --name Тренер",
        ":7 key --clearmodifiers ctrl+2",
        ":7 key --clearmodifiers Return",
    ]


def test_on_a_slow_machine_a_key_waits_for_what_the_one_before_shows(
    taker: screens.Photographer, tmp_path: Path
) -> None:
    """Three tabs on was one tab on in the picture, as the two other keys still waited to be read."""
    taker.step("ctrl+Tab", "Return")
    assert len((tmp_path / "drawn.txt").read_text(encoding="ascii").splitlines()) == 4, (
        "the screen stood still"
    )
    taker.step("ctrl+Tab")
    assert len((tmp_path / "drawn.txt").read_text(encoding="ascii").splitlines()) == 4
    keys = [line.split()[-1] for line in (tmp_path / "said.txt").read_text(encoding="utf-8").splitlines()]
    assert keys == ["ctrl+Tab", "Return", "ctrl+Tab"]
    assert taker.taken == []


def test_a_window_is_left_by_pressing_until_it_is_gone(taker: screens.Photographer, tmp_path: Path) -> None:
    (tmp_path / "tools" / "xdotool").write_text(
        f'#!/bin/sh\necho "$1" >> {tmp_path}/said.txt; [ $(grep -c search {tmp_path}/said.txt) -lt 3 ]\n',
        "ascii",
    )
    taker.leave("Насби")
    said = (tmp_path / "said.txt").read_text(encoding="ascii").split()
    assert said == ["search", "key", "search", "key", "search"]


def test_a_window_that_does_not_come_is_told(
    taker: screens.Photographer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screens, "PATIENCE", 0)
    with pytest.raises(acceptance.Failed, match="a window that is called nobody"):
        taker.wait("nobody")


class Noted:
    """A seat, and one who takes pictures of it: both only note what they do."""

    place = Path("nowhere")

    def __init__(self) -> None:
        self.notes: list[str] = []

    def start(self) -> None:
        self.notes.append("start")

    def close(self) -> None:
        self.notes.append("close")

    def fill(self) -> None:
        self.notes.append("fill")

    def open(self, name: str) -> None:
        self.notes.append(f"open {name}")

    def wait(self, title: str) -> None:
        self.notes.append(f"wait {title}")

    def press(self, *keys: str) -> None:
        pass

    def step(self, *keys: str) -> None:
        self.notes.append(f"step {' '.join(keys)}")

    def leave(self, title: str) -> None:
        self.notes.append(f"leave {title}")

    def until(self, is_so: object, what: str) -> None:
        assert callable(is_so)
        self.notes.append(f"until {what}")

    def shoot(self, name: str) -> None:
        self.notes.append(f"picture {name}")


def test_the_story_shows_first_start_work_and_files_that_are_opened() -> None:
    noted = Noted()
    picture_story.tell(noted, noted)
    pictures = [note.removeprefix("picture ") for note in noted.notes if note.startswith("picture")]
    assert pictures == [
        "first-start",
        "today",
        "courses",
        "course",
        "attendance",
        "certificates",
        "double-click-on-the-office-s-file",
        "the-office-s-file-was-read",
        "update",
        "update-taken",
        "new-version-and-the-same-update",
    ]
    taken = noted.notes.index("until an update that was taken by the window")
    shown = noted.notes.index("until a new version that has shown its window")
    assert noted.notes.index("picture update") < taken
    assert noted.notes[taken:shown] == [noted.notes[taken], "picture update-taken", "close", "start"]
    assert noted.notes[0] == "start"
    assert noted.notes[-1] == "close"
    tabs = noted.notes.index("picture attendance")
    assert noted.notes[tabs - 1] == noted.notes[tabs + 1] == "step ctrl+Tab ctrl+Tab ctrl+Tab"
    assert noted.notes.index("fill") < noted.notes.index("picture today")


def test_the_stick_holds_the_office_s_newest_file(tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.mkdir()
    for name in ("DSH-A1-0001-for-K7.tsync", "DSH-A1-0002-for-K7.tsync", "DSH-K7-0009.tsync"):
        (made / name).write_text(name, encoding="ascii")
    stick = picture_story.on_stick(tmp_path, made)
    assert (stick / picture_story.PACK).read_text(encoding="ascii") == "DSH-A1-0002-for-K7.tsync"
    assert not stick.name.isascii()


class FakeWindows(wine.Prefix):
    """A Windows that notes what is started in it and pretends the sample data."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, ":0")
        self.notes: list[str] = []
        self.rash = False
        (self.drive / "users" / "somebody").mkdir(parents=True)
        wine_pictures.home(self).mkdir(parents=True)
        old = self.local / "trainer-app" / "old.db"
        old.parent.mkdir(parents=True)
        old.touch()

    def start(self, command: "list[object]", more: object = None) -> None:
        name = Path(str(command[0])).name
        self.notes.append(f"start {name}{' with data' if more else ''}")
        if name == "trainer-app.exe" and not more:
            assert not (self.local / "trainer-app").exists(), "the first start finds nothing"

    def stop(self, name: str) -> None:
        self.notes.append(f"stop {name}")

    def settle(self) -> None:
        """Nothing goes on here."""

    def call(self, command: "list[object]", more: object = None) -> "wine.subprocess.CompletedProcess[str]":
        words = [str(each) for each in command]
        said = ""
        if "demo" in words:
            stick = self.local / "trainer-app" / "stick"
            stick.mkdir(parents=True)
            (stick / "A1-for-K7.tsync").touch()
            said = '{"folders": {"trainers": ["C:\\\\t1"]}, "passphrase": "p"}'
        self.notes.append(" ".join(words[-8:]))
        code = int(self.notes[-1] == "wineboot --end-session" and not self.rash)
        return wine.subprocess.CompletedProcess([], code, said, "")


def test_on_windows_it_is_installed_scaled_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wine_pictures.updates, "build", lambda *_: None)
    monkeypatch.setattr(wine_pictures, "secret_key", lambda _: None)
    windows, noted = FakeWindows(tmp_path), Noted()
    wine_pictures.take(windows, Path("setup.exe"), noted)
    pictures = [note.removeprefix("picture ") for note in noted.notes if note.startswith("picture")]
    pages = ["too-old", "language", "parts", "installing", "installed", "first-start", "asked-to-close"]
    removed = ["remove", "removed-and-data-stay"]
    for code in LANGUAGES:
        shown = [each.removesuffix(f"-{code}") for each in pictures if each.endswith(f"-{code}")]
        assert shown == ["language", *pages, *removed], "chosen twice: on an old Windows, and on this one"
    assert pictures[-2:] == [f"{each}-tg" for each in removed]
    pretended = [note.split()[-2] for note in windows.notes if "Wine /v Version" in note]
    assert pretended == ["win81", "win10"] * 3
    for percent in ("125", "150"):
        assert {
            f"today-{percent}",
            f"course-{percent}",
            f"attendance-{percent}",
            f"certificates-{percent}",
        } < set(pictures)
    dots = [note.split()[-2] for note in windows.notes if "LogPixels" in note]
    assert dots == ["120", "144", "96"]
    assert windows.notes.count("start trainer-app.exe with data") == 6
    half = noted.notes.index("picture not-whole")
    assert noted.notes[half - 1 : half + 2 : 2] == ["wait ^Trainer$", "leave ^Trainer$"]
    assert not (wine_pictures.home(windows) / "unfinished.txt").exists()
    opened = [note for note in windows.notes if "start  C:" in note]
    assert [note.rpartition(".")[2] for note in opened] == ["tsync", "tupdate", "tupdate"]
    assert windows.notes[-1] == "start uninstall.exe"


def test_a_form_that_is_lost_by_switching_off_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wine_pictures.updates, "build", lambda *_: None)
    monkeypatch.setattr(wine_pictures, "secret_key", lambda _: None)
    windows = FakeWindows(tmp_path)
    windows.rash = True
    with pytest.raises(acceptance.Failed, match="nobody had saved"):
        wine_pictures.take(windows, Path("setup.exe"), Noted())


def test_pictures_are_asked_for_by_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    monkeypatch.setitem(trying.TARGETS, "deb", lambda options: asked.append(options.pictures))
    assert trying.main(["deb", "--pictures", str(tmp_path)]) == 0
    assert trying.main(["deb"]) == 0
    assert asked == [tmp_path, None]


def test_a_call_ends_with_its_program_whoever_keeps_what_it_spoke_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wine's server is started by the first call and stays: an installer that had ended was waited for."""
    server = "(while [ ! -e over ]; do sleep 0.05; done; : > ended) &"
    (tmp_path / "wine").write_text(
        f'#!/bin/sh\n{server}\nprintf "said\\r\\n"\necho wrong >&2\nexit 4\n', "ascii"
    )
    (tmp_path / "wine").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(wine, "PATIENCE", SECONDS)
    where = wine.Prefix(tmp_path, ":0")
    where.drive.mkdir()
    try:
        done = where.call(["setup.exe", "/S"])
        assert not (where.drive / "ended").exists()
    finally:
        (where.drive / "over").touch()
    assert (done.returncode, done.stdout, done.stderr) == (4, "said\n", "wrong\n")


def test_wine_is_told_of_no_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wine 10 ends at once where TMPDIR is set."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    told = wine.Prefix(tmp_path, ":0").environment()
    assert "TMPDIR" not in told
    assert told["PATH"] == os.environ["PATH"]
