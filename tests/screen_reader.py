"""The program under a real screen reader: `python -m tests.screen_reader [--language ru]` on Debian.

A session is marked and undone by keys alone, deciding by what Orca says; all of its words are printed. Then
every screen is walked through as AT-SPI has it: names, roles, what has the keyboard. What a reader of Windows
makes of it is seen there only; `tests/journeys/test_window_unseen.py` is such a journey without Orca.
"""

import argparse
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tty
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread

from msgspec import Struct

from tests.kit import worlds
from tests.kit.running import WORLDS
from tests.kit.samples import PASSPHRASE
from trainer_app.actions.base.workplace_key import change_passphrase

PACKAGES = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus-daemon",
    "orca": "orca gir1.2-atspi-2.0",
}
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
TREE = Path(__file__).with_name("atspi_tree.py")
PATIENCE, SILENT, QUIET, LOOK = 600.0, 50, 20, 0.1
"""Seconds after which it hangs; at how many looks at which all slept no first word, and no next one, follows;
seconds between two looks. What sleeps has nothing to do, on however busy a machine: what only waits for its
turn there does not sleep."""
RUNNING: list[tuple[str, subprocess.Popen[bytes]]] = []
"""What was started here and has to stay until everything is over."""
_SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*)' \{", re.DOTALL)
TYPED = "five plain words from this keyboard"
_ECHO = {"tab", "return", "left shift", "left control", "down", "right", "space"}
"""Keys that Orca calls by name as they are pressed: that is no answer."""
_HOLDERS = {"filler", "panel", "unknown", "layered pane"}


class Heard(Struct, frozen=True):
    """Words of one language by which the journey finds its way."""

    attendance: str
    unmarked: str
    present: str
    absent: str
    undone: str


LANGUAGES = {
    "en": Heard("Attendance", "not marked", "present", "absent", "Undone"),
    "ru": Heard("Посещаемость", "без отметки", "присутствие", "отсутствие", "Отменено"),
    "tg": Heard("Давомот", "бе қайд", "ҳозир", "ғоиб", "Ботил шуд"),
}


class Orca:
    """Presses keys on a screen, and returns what Orca says then, as its log has it.

    `log` is a terminal: into a file Orca writes only when 8 KB are full, which may be many keys later.
    """

    def __init__(self) -> None:
        self._told: list[str] = []
        self._read = 0
        self._ours, self._its = pty.openpty()
        tty.setraw(self._its)
        self.log = os.ttyname(self._its)
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with os.fdopen(self._ours, encoding="utf-8", errors="replace") as lines:
            self._told.extend(iter(lines.readline, ""))

    def press(self, *keys: str) -> str:
        """Press keys one after the other; return all that is said then."""
        self.said()
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)
        words, slept = "", 0
        sys.stdout.write(f"    {' '.join(keys)}: ")
        until = time.monotonic() + PATIENCE
        while slept < (QUIET if words else SILENT):
            if time.monotonic() > until:
                raise SystemExit(f"After {' '.join(keys)} it did not come to rest; said was {words!r}")
            ended = [command for command, each in RUNNING if each.poll() is not None]
            if ended:
                raise SystemExit(f"After {' '.join(keys)} ended: {', '.join(ended)}")
            time.sleep(LOOK)
            slept += all_asleep()
            more = self.said()
            if more and f"{words} | ".endswith(f"{more} | {more} | {more} | "):
                raise SystemExit(f"After {' '.join(keys)} it says over and over: {more!r}")
            if more:
                sys.stdout.write(f"{more} | ")
                sys.stdout.flush()
                words, slept = f"{words} | {more}".strip(" |"), 0
        sys.stdout.write("\n")
        return words

    def until(self, words: str, key: str, most: int = 40) -> str:
        """Press one key until some words are said. Raises `SystemExit`."""
        for _ in range(most):
            said = self.press(key)
            if words in said:
                return said
        raise SystemExit(f"{words!r} was never said after {key}")

    def expect(self, words: str, *keys: str) -> str:
        """Press keys; some words must be said. Raises `SystemExit`."""
        said = self.press(*keys)
        if words not in said:
            raise SystemExit(f"{words!r} was not said after {' '.join(keys)}, but {said!r}")
        return said

    def said(self) -> str:
        """Return what was said since it was asked last."""
        new = self._told[self._read :]
        self._read += len(new)
        words = (found[1] for line in new if (found := _SPOKEN.search(line)))
        return " | ".join(each for each in words if each not in _ECHO)


def main(arguments: Sequence[str]) -> int:
    """Walk and listen; return 1 if something has no name, 2 where tools are missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=tuple(LANGUAGES), default="en")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    missing = sorted(package for tool, package in PACKAGES.items() if shutil.which(tool) is None)
    if missing or not LAUNCHER.exists():
        sys.stderr.write(f"Missing. Type: apt-get install {' '.join([*missing, 'at-spi2-core'])}\n")
        return 2
    if not options.inside:
        again = [sys.executable, "-m", "tests.screen_reader", *arguments, "--inside"]
        # In a session of its own: by that the processes are known that must come to rest after each key.
        bus = ["dbus-run-session", "--", *again]
        return subprocess.run(bus, check=False, start_new_session=True).returncode
    with ExitStack() as stack:
        return _listen(stack, options.language)


def _listen(stack: ExitStack, language: str) -> int:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    os.environ.setdefault(WORLDS, str(folder / "worlds"))
    with worlds.listed(folder).open() as story:
        # That of all tests is in Cyrillic letters, which no key of this screen has.
        change_passphrase(story.work, PASSPHRASE, TYPED)
    data, orca = folder / "data", Orca()
    os.environ |= {
        "DISPLAY": stack.enter_context(_screen()),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "LC_ALL": "C.UTF-8",
    }
    for command in (
        ["openbox"],
        [str(LAUNCHER), "--launch-immediately", "--a11y=1", "--screen-reader=1"],
        ["orca", f"--debug-file={orca.log}"],
    ):
        stack.enter_context(_running(command))
    _wait(lambda: bool(orca.said()), "Orca")
    program = [sys.executable, "-m", "trainer_app", "--data", str(data), "--lang", language]
    stack.enter_context(_running(program))
    _wait(lambda: _has_keys("password text"), "a place for the passphrase")
    subprocess.run(["xdotool", "type", "--delay", "60", TYPED], check=True)
    orca.press("Return")
    _wait(lambda: any("screen_today" in each["id"] for each in _tree()), "the first screen")
    _take_attendance(orca, LANGUAGES[language])
    return 1 if _walk(orca) else 0


def _take_attendance(orca: Orca, heard: Heard) -> None:
    """Open the course, find its attendance, mark two people, and take one mark back."""
    sys.stdout.write("A session, as Orca tells of it\n")
    orca.press("ctrl+2")
    orca.press("Return")
    orca.until("page tab", "shift+Tab")
    orca.until(f"{heard.attendance} page tab", "Right")
    orca.expect(heard.unmarked, "Tab")
    orca.expect(heard.present, "p")
    orca.press("Down")
    orca.expect(heard.absent, "a")
    orca.expect(heard.undone, "ctrl+z")


def _walk(orca: Orca) -> list[str]:
    """Go to each screen, and return what is wrong with any object there."""
    wrong: list[str] = []
    for number in range(1, 9):
        orca.press(f"ctrl+{number}")
        tree = _tree()
        for each in tree:
            if each["focusable"] and not each["name"].strip():
                wrong.append(f"no name: {each['role']} {each['id']}")
            if each["focusable"] and each["role"] in _HOLDERS and "viewport" not in each["id"]:
                wrong.append(f"takes the keyboard as {each['role']}: {each['id']}")
        focused = [each for each in tree if each["focused"]]
        if not focused:
            wrong.append(f"nothing has the keyboard on screen {number}")
        told = ", ".join(f"{each['role']} {each['name']!r}" for each in focused[-1:])
        sys.stdout.write(f"screen {number}: {len(tree)} objects; the keyboard is at {told}\n")
    sys.stdout.write("".join(f"{line}\n" for line in sorted(set(wrong))) or "Everything has a name.\n")
    return wrong


def all_asleep() -> bool:
    """Tell whether no thread of this session works or waits for its turn, this process left out."""
    own, session = os.getpid(), os.getsid(0)
    return not any(
        state not in "SIZ"
        for place in Path("/proc").glob("[0-9]*")
        if int(place.name) != own
        for state, of in _states(place)
        if of == session
    )


def _states(place: Path) -> list[tuple[str, int]]:
    """Return the state and the session of each thread of a process, none of one that has ended."""
    try:
        told = [
            (task / "stat").read_text("utf-8").rpartition(")")[2].split()
            for task in (place / "task").iterdir()
        ]
    except OSError:
        return []
    return [(fields[0], int(fields[3])) for fields in told]


def _has_keys(role: str) -> bool:
    return any(each["focused"] and each["role"] == role for each in _tree())


def _tree() -> list[dict[str, str]]:
    """Return the objects that AT-SPI has of the program."""
    done = subprocess.run(
        ["/usr/bin/python3", str(TREE), "trainer-app"], capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@contextmanager
def _screen() -> Iterator[str]:
    """Give the name of a fresh screen, as large as an old laptop's."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _running(command: Sequence[str]) -> Iterator[None]:
    """Let a program run until everything is over."""
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    RUNNING.append((" ".join(command), started))
    try:
        yield
    finally:
        started.terminate()
        started.wait()


def _wait(is_so: Callable[[], bool], what: str) -> None:
    """Wait for something. Raises `SystemExit` where it does not come."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > until:
            raise SystemExit(f"There was not {what} within {PATIENCE:.0f} s.")
        time.sleep(LOOK)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
