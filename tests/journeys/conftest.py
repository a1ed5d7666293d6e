"""The window's journeys: one application, computers in scratch folders, choosers that are answered."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from tests.kit import worlds
from tests.kit.seat import Choosers, Desktop, Seat, october
from tests.kit.world import World
from tests.ui.driving import make_light, settle
from trainer_app.actions.today import demo
from trainer_app.bundle import vault
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import FixedClock
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.theme import Theme

type Begins = Path | Callable[[Path], World]
"""What a computer begins with: a folder to copy, or a world to be made below a folder."""
type MakeSeat = Callable[..., Seat]


@pytest.fixture(scope="module")
def _application(qapp: QApplication) -> Iterator[tuple[Theme, LanguageSwitch]]:
    """Theme and language, of which an application has one each; those that are there already are used."""
    theme, language = qapp.findChild(Theme), qapp.findChild(LanguageSwitch)
    made = [] if language else [LanguageSwitch(qapp, "en")]
    yield theme or Theme(qapp, "light"), language or made[0]
    for each in made:
        each.remove()
        shiboken6.delete(each)


@pytest.fixture
def desktop(_application: tuple[Theme, LanguageSwitch], monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """Give the light theme, English, and choosers that are answered."""
    theme, language = _application
    make_light(theme)
    language.choose("en")
    choosers = Choosers()
    choosers.put_in_place(monkeypatch)
    yield Desktop(theme, language, choosers)
    assert not choosers.answers, "a chooser that was expected did not open"
    make_light(theme)
    language.choose("en")
    settle()


@pytest.fixture
def make_seat(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeSeat]:
    """Return a way to set up computers; their windows are closed at the end. Passphrases are cheap."""
    monkeypatch.setattr(vault, "calibrate_cost", KdfCost)
    seats: list[Seat] = []

    def make(name: str = "data", begins: Begins | None = None, clock: FixedClock | None = None) -> Seat:
        if isinstance(begins, Path):
            shutil.copytree(begins, tmp_path / name)
        elif begins is not None:
            assert begins(tmp_path).lay() == tmp_path / name
        seats.append(Seat(tmp_path / name, desktop, clock or october(15, 9)))
        return seats[-1]

    yield make
    for seat in seats:
        seat.leave()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give a stick: a folder to write into."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def whole_story(tmp_path_factory: pytest.TempPathFactory) -> demo.FilledDemo:
    """Make the whole story once: an office and two laptops that have exchanged their files."""
    root = tmp_path_factory.mktemp("whole") / "data"
    return worlds.demo_in(root, office=True, trainers=2, exchange=True)
