"""The page of the passphrase warns where the memory is short, as long as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import find, settle
from trainer_app.actions.base import workplace
from trainer_app.actions.base.data_key import BESIDE
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.unlock import UnlockPage

MEBI = 1 << 20


@pytest.fixture
def unlock(
    qtbot: QtBot,
    tmp_path: Path,
    window: MainWindow,
    make_gate: MakeGate,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[int | None], UnlockPage]:
    """Return what shows the page on a computer with so many bytes free."""
    folder = DataFolder(tmp_path / "data")
    workplace.create(folder, PASSPHRASE, cost=CHEAP).close()

    def shown(free: int | None) -> UnlockPage:
        monkeypatch.setattr("trainer_app.ui.start.unlock.free_memory", lambda: free)
        make_gate(folder).begin()
        page = window.page()
        assert isinstance(page, UnlockPage)
        qtbot.waitUntil(lambda: find(page, QTimer, "unlock_look").isActive())
        page.look_at_memory()
        return page

    return shown


def test_it_warns_until_other_programs_are_closed(
    unlock: Callable[[int | None], UnlockPage], language: LanguageSwitch, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = unlock(30 * MEBI)
    assert page.memory.isVisible()
    needed = CHEAP.memory // 1024 + BESIDE // MEBI
    assert f"{needed} MB of memory" in page.memory.text()
    assert "30 MB are free" in page.memory.text()
    assert page.open_button.isEnabled(), "it may be tried all the same"
    language.choose("tg")
    settle()
    assert "МБ хотира" in page.memory.text()
    monkeypatch.setattr("trainer_app.ui.start.unlock.free_memory", lambda: 2048 * MEBI)
    find(page, QTimer, "unlock_look").timeout.emit()
    assert not page.memory.isVisible()


@pytest.mark.parametrize("free", [2048 * MEBI, None])
def test_it_says_nothing_where_there_is_enough_or_nobody_knows(
    unlock: Callable[[int | None], UnlockPage], free: int | None
) -> None:
    assert not unlock(free).memory.isVisible()
