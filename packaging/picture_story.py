"""What is looked at of a built program, on Debian as on Windows: one story in Tajik, with pictures."""

from pathlib import Path
from typing import Protocol

from screens import Photographer

PACK, UPDATE = "Файли идора.tsync", "trainer-app-0.99.0.tupdate"
"""What lies on the stick: the office's file for the trainer of the sample data, and an update."""
NEWER = "0.99.0"
STICK = "Флешкаи Ҷамшед"
_TODAY, _SETTINGS = "Имрӯз", "Танзимот"
_NEXT_TAB = ("ctrl+Tab",) * 3


class Seat(Protocol):
    """Where a person sits: a program that was installed, a desktop, a stick."""

    @property
    def place(self) -> Path:
        """The folder in which updates lie, and the note of which version runs."""

    def start(self) -> None:
        """Start the program in Tajik and leave it running."""

    def close(self) -> None:
        """Close it."""

    def fill(self) -> None:
        """Put the sample data of a trainer in its place, and `PACK` and `UPDATE` on the stick.

        From then on `start` opens them without asking.
        """

    def open(self, name: str) -> None:
        """Do what a double click on a file of the stick does."""


def tell(seat: Seat, taker: Photographer) -> None:
    """Tell the story. Raises `Failed` where a window does not come."""
    seat.start()
    taker.wait("Тренер")
    taker.shoot("first-start")
    seat.close()
    seat.fill()
    work(seat, taker)
    seat.open(PACK)
    taker.shoot("double-click-on-the-office-s-file")
    # A slow machine shows first that it reads; then what the file brought.
    taker.shoot("the-office-s-file-was-read")
    _update(seat, taker)
    seat.close()


def _update(seat: Seat, taker: Photographer) -> None:
    """Open the update, take it by Enter, and start the new version: it takes the same update no more."""
    seat.open(UPDATE)
    taker.wait(_SETTINGS)
    taker.shoot("update")
    taker.press("Return")
    current, unseen = seat.place / "current.txt", seat.place / "unseen.txt"
    taker.until(lambda: _read(current) == NEWER, "an update that was taken by the window")
    taker.shoot("update-taken")
    seat.close()
    seat.start()
    taker.until(lambda: not unseen.exists(), "a new version that has shown its window")
    taker.wait(_TODAY)
    seat.open(UPDATE)
    taker.wait(_SETTINGS)
    taker.shoot("new-version-and-the-same-update")


def _read(path: Path) -> str:
    return path.read_text(encoding="ascii").strip() if path.is_file() else ""


def work(seat: Seat, taker: Photographer, scale: str = "") -> None:
    """Open the program and go to a course: today, attendance, certificates. It stays open."""
    seat.start()
    taker.wait(_TODAY)
    taker.shoot(f"today{scale}")
    taker.press("ctrl+2")
    taker.wait("Курсҳо")
    taker.press("End")
    taker.shoot(f"courses{scale}")
    # On a slow machine it takes a while to come; only then is there a next tab.
    taker.press("Return")
    taker.shoot(f"course{scale}")
    taker.step(*_NEXT_TAB)
    taker.shoot(f"attendance{scale}")
    taker.step(*_NEXT_TAB)
    taker.shoot(f"certificates{scale}")


def on_stick(sticks: Path, made: Path) -> Path:
    """Return the folder of a stick, with the office's newest file of the sample data in `made` on it."""
    stick = sticks / STICK
    stick.mkdir(parents=True, exist_ok=True)
    (stick / PACK).write_bytes(max(made.glob("*-for-*.tsync")).read_bytes())
    return stick
