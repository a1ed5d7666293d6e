"""Pictures of the program on Windows: installer, work, update, 125 and 150 percent, removal.

The installer speaks each of its languages; the work between is in Tajik.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import updates
from acceptance import Failed
from picture_story import NEWER, on_stick, tell, work
from publisher import secret_key
from screens import Photographer
from wine import Prefix
from wine_story import OLD, command_line, home, switch_off

SCALES = {"125": "120", "150": "144"}
"""Percent, and the dots per inch by which Windows tells them."""
_KINDS = (".tsync", "TrainerApp.Bundle", ".tupdate", "TrainerApp.Update")
_SETTINGS = r"HKCU\Software\TrainerApp"


@dataclass(frozen=True)
class Speech:
    """A language of the installer: the keys that choose it, and what windows are called in it."""

    code: str
    keys: tuple[str, ...]
    installing: str
    program: str
    removing: str


SPEECHES = (
    Speech("ru", ("Home", "Down"), "Установка", "Тренер", "Удаление"),
    Speech("en", ("Home",), "Setup", "Trainer", "Uninstall"),
    Speech("tg", ("End",), "Насби", "Тренер", "Нест"),
)
"""What comes last stays for the story."""


class Seat:
    """A desktop of such a Windows. `environment` is what programs are started with."""

    def __init__(self, where: Prefix) -> None:
        self.where = where
        self.environment: dict[str, str] = {}
        self.place = home(where)

    def start(self) -> None:
        """Start the program in Tajik and leave it running."""
        self.where.start([home(self.where) / "trainer-app.exe", "--lang", "tg"], self.environment)

    def close(self) -> None:
        """End it."""
        self.where.stop("trainer-app.exe")

    def fill(self) -> None:
        """Make the sample data, and lay the office's file and an update on a stick."""
        said = command_line(self.where, "demo", "--office", "--trainers", "1", "--exchange")
        folders = said["folders"]
        assert isinstance(folders, dict)
        self.environment = {
            "TRAINER_DATA": folders["trainers"][0],
            "TRAINER_PASSPHRASE": str(said["passphrase"]),
        }
        self.stick = on_stick(self.where.drive, self.where.local / "trainer-app" / "stick")
        updates.build(self.stick, secret_key(None), NEWER)
        # Wine asks the machine alone what a double click does, and never the person.
        for kind in _KINDS:
            places = [rf"{root}\Software\Classes\{kind}" for root in ("HKCU", "HKLM")]
            self.where.call(["reg", "copy", *places, "/s", "/f"])

    def open(self, name: str) -> None:
        """Do what a double click on a file of the stick does."""
        path = rf"C:\{self.stick.name}\{name}"
        self.where.call(["cmd", "/c", "start", "", path], self.environment)


def take(where: Prefix, installer: Path, taker: Photographer) -> None:
    """Install anew, tell the story, remove. Raises `Failed` where a window does not come."""
    seat = Seat(where)
    # What an earlier installation left would be taken for the end of this one.
    where.call([home(where) / "uninstall.exe", "/S"])
    where.settle()
    for folder in where.local.glob("trainer-app*"):
        shutil.rmtree(folder)
    where.call(["reg", "delete", _SETTINGS, "/f"])
    for speech in SPEECHES:
        _install(where, installer, taker, speech)
        if speech is not SPEECHES[-1]:
            _remove(where, taker, speech)
    tell(seat, taker)
    _hold_back(seat, taker)
    _open_half(seat, taker)
    for percent, dots in SCALES.items():
        _scale(where, dots)
        work(seat, taker, f"-{percent}")
        seat.close()
    _scale(where, "96")
    _remove(where, taker, SPEECHES[-1])


def _install(where: Prefix, installer: Path, taker: Photographer, speech: Speech) -> None:
    _refuse(where, installer, taker, speech)
    _choose(where, installer, taker, speech)
    _go_on(taker, speech)
    taker.shoot(f"installing-{speech.code}")
    taker.until((home(where) / "uninstall.exe").is_file, "a program that is installed whole")
    taker.shoot(f"installed-{speech.code}")
    taker.leave(speech.installing)
    taker.wait(speech.program)
    taker.shoot(f"first-start-{speech.code}")
    where.start([installer])
    taker.wait(speech.installing)
    taker.press("Return")
    taker.shoot(f"asked-to-close-{speech.code}")
    taker.press("Escape")
    where.stop("trainer-app.exe")


def _choose(where: Prefix, installer: Path, taker: Photographer, speech: Speech) -> None:
    """Start the installer and choose a language: it speaks it from then on."""
    where.start([installer])
    taker.wait("^Trainer$")
    taker.press(*speech.keys)
    taker.shoot(f"language-{speech.code}")
    taker.press("Return")
    taker.wait(speech.installing)


def _go_on(taker: Photographer, speech: Speech) -> None:
    """Leave the page of what is installed as it is: a laptop needs no more."""
    taker.shoot(f"parts-{speech.code}")
    taker.press("Return")


def _refuse(where: Prefix, installer: Path, taker: Photographer, speech: Speech) -> None:
    """Start the installer on an old Windows: it says what is needed."""
    where.pretend(OLD)
    _choose(where, installer, taker, speech)
    taker.press("Return")
    taker.shoot(f"too-old-{speech.code}")
    taker.leave(speech.installing)
    where.settle()
    where.pretend("win10")


def _hold_back(seat: Seat, taker: Photographer) -> None:
    """Switch Windows off over a form with words in it: it is held back, and the form is still there."""
    seat.start()
    taker.wait("Имрӯз")
    taker.press("ctrl+2")
    taker.wait("Курсҳо")
    taker.press("ctrl+n")
    taker.shoot("form")
    # A code alone is soon typed again: nobody is asked about it.
    taker.press("1", "2", "Tab", "Tab", "3", "Tab", "4")
    taker.shoot("form-with-words")
    if switch_off(seat.where):
        raise Failed("Windows was switched off over words that nobody had saved.")
    taker.shoot("switching-off-is-held-back")
    seat.close()


def _open_half(seat: Seat, taker: Photographer) -> None:
    """Open a program whose installation a power cut ended: it says what to do."""
    unfinished = seat.place / "unfinished.txt"
    unfinished.touch()
    seat.start()
    taker.wait("^Trainer$")
    taker.shoot("not-whole")
    taker.leave("^Trainer$")
    seat.where.settle()
    unfinished.unlink()


def _scale(where: Prefix, dots: str) -> None:
    where.settle()
    where.call(
        ["reg", "add", r"HKCU\Control Panel\Desktop", "/v", "LogPixels", "/t", "REG_DWORD", "/d", dots, "/f"]
    )
    where.settle()


def _remove(where: Prefix, taker: Photographer, speech: Speech) -> None:
    where.start([home(where) / "uninstall.exe"])
    taker.wait(speech.removing)
    taker.shoot(f"remove-{speech.code}")
    taker.press("Return")
    taker.until(lambda: not home(where).exists(), "an end of removing")
    taker.shoot(f"removed-and-data-stay-{speech.code}")
    taker.leave(speech.removing)
    where.settle()
