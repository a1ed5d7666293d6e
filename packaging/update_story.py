"""What happens to a person's program by updates: taken, refused, gone back from. The data stay."""

import json
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import override

import linux
import updates
from acceptance import PATIENCE, Failed, bare_environment
from environment import ROOT
from minisign import KeyPair
from publisher import secret_key

from trainer_app.actions.today import demo

_LOOK = 0.2
_BROKEN = b"raise SystemExit(1)\n"
"""A program that ends before it has a window."""
_SHOWN = "    window.show()\n"
_ENDS = "    if not only_try:\n        os._exit(1)\n"
"""What makes a program pass its self-test and show nobody a window."""
_MARK = ("attendance", "mark", "--course", "DUSHANBE", "--session", "12", "--number", "1", "--mark", "absent")
"""What a trainer does in the midst of a course."""


class Story(ABC):
    """A program that was installed, a person who has data in it, and updates on a stick.

    `place` is where its versions lie, `stick` where updates are written.
    """

    def __init__(self, place: Path, stick: Path) -> None:
        self.place, self.stick = place, stick
        stick.mkdir(exist_ok=True)

    @abstractmethod
    def run(self, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Run `trainer-cli` with these words, and return what it said."""

    @abstractmethod
    def window(self) -> subprocess.Popen[bytes]:
        """Start the window and leave it running."""

    @abstractmethod
    def kill(self, running: subprocess.Popen[bytes]) -> None:
        """End a window as a power cut does, and wait until it has."""

    def spelled(self, path: Path) -> str:
        """Return how the program names a file of the stick."""
        return str(path)

    def update(self, number: str, changed: Mapping[str, bytes] | None = None, **other: object) -> Path:
        """Build an update of this machine's trial key."""
        return updates.build(self.stick, secret_key(None), number, changed, **other)

    def call(self, *words: str | Path) -> tuple[int, dict[str, object]]:
        """Run `trainer-cli --json`; return its exit code and document."""
        said = [self.spelled(each) if isinstance(each, Path) else each for each in words]
        done = self.run(["--json", *said])
        try:
            return done.returncode, json.loads(done.stdout or "{}")
        except ValueError:
            raise Failed(f"{words} said:\n{done.stdout}{done.stderr}") from None

    def must(self, *words: str | Path, **wanted: object) -> None:
        """Run a command that must be done and say what is wanted. Raises `Failed`."""
        code, found = self.call(*words)
        if code or any(found.get(name) != value for name, value in wanted.items()):
            raise Failed(f"{words} ended with {code} and said {found}; wanted {wanted}.")

    def refuses(self, update: Path, reason: str) -> None:
        """Show and take an update that must be refused, with nothing changed by it. Raises `Failed`."""
        before = self.call("update", "status")
        code, said = self.call("update", "install", update)
        if code != 1 or reason not in str(said) or self.call("update", "status") != before:
            raise Failed(f"{update.name} was to be refused for {reason}: {code}, {said}.")
        print(f"refused: {reason}", flush=True)

    def unsent(self) -> int:
        """Return how many changes wait to be sent. Raises `Failed` where none does."""
        found = self.call("device", "standing")[1].get("unsent")
        if not isinstance(found, int) or not found:
            raise Failed(f"There is no unsent work that an update could lose: {found}")
        return found

    def digest(self) -> object:
        """Return what `check` says of the data. Raises `Failed` if they are not whole."""
        code, found = self.call("check")
        if code or found["ok"] is not True:
            raise Failed(f"The data are not whole: {found}")
        return found["digest"]

    def open_window(self) -> None:
        """Start the window, until it has shown or ended, and end it again, as a power cut does."""
        running = self.window()
        until = time.monotonic() + PATIENCE
        while running.poll() is None and (self.place / "unseen.txt").exists() and time.monotonic() < until:
            time.sleep(_LOOK)
        if running.poll() is None:
            self.kill(running)


class StoryOnLinux(Story):
    """The tree for Linux, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__(linux.build(folder / "program", stripped=False), folder / "флешка")
        self._folder = folder
        person = folder / "person"
        person.mkdir()
        self._environment = bare_environment(person) | {"TRAINER_PASSPHRASE": demo.PASSPHRASE}

    @override
    def run(self, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.place / "trainer-cli", *words],
            env=self._environment,
            cwd=self._folder,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    @override
    def window(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen([self.place / "trainer-app"], env=self._environment, cwd=self._folder)

    @override
    def kill(self, running: subprocess.Popen[bytes]) -> None:
        running.kill()
        running.wait()


def try_updates(folder: Path) -> None:
    """Tell the story with the tree for Linux. Raises `Failed`."""
    story = StoryOnLinux(folder)
    story.must("demo")
    tell(story)


def tell(story: Story) -> None:
    """Tell the story, of data that are there. Raises `Failed`."""
    before, unsent = story.digest(), story.unsent()
    good = story.update("0.1.1")
    story.must("update", "show", good, number="0.1.1", refused=None)
    _refuse(story, good)
    story.must("update", "install", good, next="0.1.1")
    story.must("update", "status", number="0.1.1")
    _same(story, before, "0.1.1 taken")
    story.must(*_MARK)
    if story.unsent() <= unsent:
        raise Failed("What was marked after the update does not wait to be sent with the rest.")
    before = story.digest()
    print(f"{unsent} unsent changes went over the update, and marking goes on")
    story.open_window()
    if (story.place / "unseen.txt").exists():
        raise Failed("The new version does not say that it has shown its window.")
    story.refuses(good, "update.not_newer")
    story.must("update", "back")
    story.must("update", "status", number="0.1.0")
    _same(story, before, "back at 0.1.0")
    _give_way(story, before)


def _refuse(story: Story, good: Path) -> None:
    """Try what must be refused before anything is taken."""
    stranger = updates.build(story.stick, KeyPair.generate().secret_key, "0.1.2")
    story.refuses(stranger, "update.other_publisher")
    spoiled = story.stick / "spoiled.tupdate"
    data = bytearray(good.read_bytes())
    data[len(data) // 2] ^= 1
    spoiled.write_bytes(data)
    story.refuses(spoiled, "update.damaged")
    story.refuses(story.update("0.0.9"), "update.not_newer")
    story.refuses(story.update("0.1.3", needs_runtime="py3.99-1"), "update.other_runtime")
    story.refuses(story.update("0.1.4", {"trainer_app/app.py": _BROKEN}), "update.does_not_run")


def _give_way(story: Story, before: object) -> None:
    """Take a version whose window never shows: the launcher goes back by itself."""
    source = (ROOT / "trainer_app" / "app.py").read_text(encoding="utf-8")
    changed = {"trainer_app/app.py": source.replace(_SHOWN, _ENDS + _SHOWN).encode()}
    story.must("update", "install", story.update("0.1.5", changed), next="0.1.5")
    for _ in range(3):
        story.open_window()
    story.must("update", "status", number="0.1.0", failed="0.1.5")
    _same(story, before, "0.1.5 gave way by itself")


def _same(story: Story, before: object, what: str) -> None:
    if story.digest() != before:
        raise Failed(f"{what}: the data are others.")
    print(f"{what}: the data are the same")
