"""Pictures of the program on Windows: installer in Tajik, work, update, 125 and 150 percent, removal."""

import shutil
from pathlib import Path

import updates
from acceptance import Failed
from picture_story import NEWER, on_stick, tell, work
from publisher import secret_key
from screens import Photographer
from wine import Prefix
from wine_story import command_line, home, switch_off

SCALES = {"125": "120", "150": "144"}
"""Percent, and the dots per inch by which Windows tells them."""
_KINDS = (".tsync", "TrainerApp.Bundle", ".tupdate", "TrainerApp.Update")
_SETTINGS = r"HKCU\Software\TrainerApp"


class Seat:
    """A desktop of such a Windows. `environment` is what programs are started with."""

    def __init__(self, where: Prefix) -> None:
        self.where = where
        self.environment: dict[str, str] = {}

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
    for folder in where.local.glob("trainer-app*"):
        shutil.rmtree(folder)
    where.call(["reg", "delete", _SETTINGS, "/f"])
    _install(where, installer, taker)
    tell(seat, taker)
    _hold_back(seat, taker)
    for percent, dots in SCALES.items():
        _scale(where, dots)
        work(seat, taker, f"-{percent}")
        seat.close()
    _scale(where, "96")
    _remove(where, taker)


def _install(where: Prefix, installer: Path, taker: Photographer) -> None:
    # What an earlier installation left would be taken for the end of this one.
    where.call([home(where) / "uninstall.exe", "/S"])
    where.settle()
    where.start([installer])
    taker.wait("Trainer")
    taker.press("End")
    taker.shoot("language")
    taker.press("Return")
    taker.wait("Насби")
    taker.shoot("installing")
    taker.until((home(where) / "uninstall.exe").is_file, "a program that is installed whole")
    taker.shoot("installed")
    taker.leave("Насби")
    taker.wait("Тренер")
    where.stop("trainer-app.exe")


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


def _scale(where: Prefix, dots: str) -> None:
    where.settle()
    where.call(
        ["reg", "add", r"HKCU\Control Panel\Desktop", "/v", "LogPixels", "/t", "REG_DWORD", "/d", dots, "/f"]
    )
    where.settle()


def _remove(where: Prefix, taker: Photographer) -> None:
    where.start([home(where) / "uninstall.exe"])
    taker.wait("Нест")
    taker.shoot("remove")
    taker.press("Return")
    taker.until(lambda: not home(where).exists(), "an end of removing")
    taker.shoot("removed-and-data-stay")
    taker.leave("Нест")
    where.settle()
