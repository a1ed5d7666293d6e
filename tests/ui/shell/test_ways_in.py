"""A database that is damaged anywhere, and a disk that refuses: going in ends in work or in a calm page."""

import gc
from pathlib import Path

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import click, settle, show
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace, open_workplace
from trainer_app.actions.office import backups
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import CrashGuard, CrashOverlay, MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.start.recovery_pages import SalvagePage
from trainer_app.ui.start.unlock import OpeningFailedPage, UnlockPage
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.overlays import Mood

_PAGE = 4096
_RUNS = 2
_STEP = 2
"""Every second page: most tables and indexes have one of their own."""


@pytest.fixture
def gate(make_gate: MakeGate, window: MainWindow, tmp_path: Path) -> StartController:
    show(window)
    return make_gate(worlds.at_noon(tmp_path).lay(), clock=worlds.noon())


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return DataFolder(tmp_path / "data").database


def _enter(gate: StartController, window: MainWindow) -> Workspace | OpeningFailedPage:
    gate.begin()
    unlock = window.page()
    assert isinstance(unlock, UnlockPage)
    unlock.field.line.setText(PASSPHRASE)
    # What is raised on the way in would else be hidden behind the page that did not change.
    with capture_exceptions() as raised:
        click(unlock.open_button)
        settle()
    page = window.page()
    assert isinstance(page, (Workspace, OpeningFailedPage)), (page, unlock.row.error.text(), raised)
    assert not raised
    return page


def test_garbage_is_looked_for_again_once_today_is_seen(
    window: MainWindow, make_gate: MakeGate, tmp_path: Path, qtbot: QtBot
) -> None:
    folder, clock = DataFolder(worlds.at_noon(tmp_path).lay()), worlds.noon()
    show(window)
    gate = make_gate(folder, clock=clock, synchronous=False)
    assert gc.isenabled()
    gate._enter(open_workplace(folder, PASSPHRASE, clock=clock))
    assert isinstance(window.page(), Workspace)
    assert not gc.isenabled(), "what was made stays"
    gate._close_context()
    qtbot.waitUntil(gc.isenabled)


@pytest.mark.logs("no copy of the day could be made|closed courses were kept")
@pytest.mark.parametrize("run", range(_RUNS))
def test_whatever_page_is_damaged_one_works_or_is_led_to_saving(
    gate: StartController, window: MainWindow, database: Path, run: int
) -> None:
    whole = database.read_bytes()
    ends = set()
    for place in range(_PAGE * _STEP * run + 200, len(whole), _PAGE * _STEP * _RUNS):
        spoiled = bytearray(whole)
        spoiled[place : place + 900] = bytes(byte ^ 0x5A for byte in whole[place : place + 900])
        for end in ("-wal", "-shm"):
            database.with_name(database.name + end).unlink(missing_ok=True)
        database.write_bytes(spoiled)
        page = _enter(gate, window)
        if isinstance(page, OpeningFailedPage):
            assert page.error.code == "database.damaged"
            assert page.salvage.isVisible()
            ends.add("saving")
        else:
            assert page.banner.isHidden() or page.banner.mood is not Mood.BAD, page.banner.title.text()
            ends.add("work")
        assert window.findChild(CrashOverlay) is None
        gate._close_context()
    assert ends == {"saving", "work"}


@pytest.mark.parametrize("code", ["disk.full", "disk.error", "disk.read_only", "database.damaged"])
def test_what_the_disk_refuses_on_the_way_in_is_a_page_to_try_again_from(
    gate: StartController, window: MainWindow, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    def refuse(_work: Workplace, _limit: int) -> None:
        raise TrainerError(code)

    with monkeypatch.context() as patched:
        patched.setattr(history, "pending", refuse)
        trouble = _enter(gate, window)
        assert isinstance(trouble, OpeningFailedPage)
        assert trouble.error.code == code
        assert gate.context is None
    click(trouble.retry)
    assert isinstance(_enter(gate, window), Workspace)


def test_damage_met_at_work_is_told_with_the_way_to_saving_in_every_language(
    gate: StartController, window: MainWindow, language: LanguageSwitch
) -> None:
    page = _enter(gate, window)
    assert isinstance(page, Workspace)
    assert gate.meet(TrainerError("database.damaged"))
    assert not gate.meet(TrainerError("job.wait"))
    button = page.banner.findChild(Button, "notice_salvage")
    assert button is not None
    assert button.text() == "Save what can be read…"
    language.choose("ru")
    settle()
    assert button.text() == "Спасти всё, что читается…"
    click(button)
    settle()
    assert isinstance(window.page(), SalvagePage)


@pytest.mark.logs("no copy of the day could be made")
def test_a_copy_that_cannot_be_made_of_a_damaged_file_leads_to_saving(
    gate: StartController, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_work: Workplace) -> None:
        raise TrainerError("database.damaged")

    page = _enter(gate, window)
    assert isinstance(page, Workspace)
    assert page.rail.saved.text() == "Everything is saved"
    monkeypatch.setattr(backups, "keep_day", refuse)
    gate._keeper.keep()
    assert page.banner.findChild(Button, "notice_salvage") is not None
    assert page.rail.saved.text() == "The data is damaged"


def test_the_guard_of_crashes_leaves_what_a_disk_does_to_the_gate(
    gate: StartController, window: MainWindow, tmp_path: Path
) -> None:
    guard = CrashGuard(tmp_path / "logs", window)
    guard.told = gate.meet
    try:
        page = _enter(gate, window)
        assert isinstance(page, Workspace)
        guard._show(TrainerError("database.damaged"), None)
        assert window.findChild(CrashOverlay) is None
        assert page.banner.isVisible()
        guard._show(ValueError(), None)
        assert window.findChild(CrashOverlay) is not None
    finally:
        guard.release()
