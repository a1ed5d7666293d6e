"""A new key for the data from the window: asked for in Settings, shown, and finished at the next start."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.kit import worlds
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import click, find, press, settle, type_text
from trainer_app.actions.base import data_key, key_renewal, workplace, workplace_key
from trainer_app.bundle import vault
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.exchange.integrity import digest_of
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.unlock import NewKeyPage, UnlockPage

NEW = "панҷ калимаи нави дигар барои ёд"


@pytest.fixture
def gate(enter: MakeGate, window: MainWindow, tmp_path: Path) -> StartController:
    """Open a copy of the course in the window, unlocked."""
    window.resize(1366, 900)
    return enter(worlds.at_noon(tmp_path).lay())


def settings(gate: StartController) -> SettingsScreen:
    assert gate.workspace is not None
    found = gate.workspace.open("settings")
    settle()
    assert isinstance(found, SettingsScreen)
    return found


def key_of(gate: StartController) -> DataKey:
    assert gate.context is not None
    return gate.context.work.key


def banner(gate: StartController) -> str:
    assert gate.workspace is not None
    return gate.workspace.banner.title.text()


def test_the_key_is_made_new_for_who_knows_the_passphrase(gate: StartController, window: MainWindow) -> None:
    screen, before = settings(gate), key_of(gate)
    workspace, digest = gate.workspace, digest_of(screen.context.work.journal)
    screen.person.new_key.setFocus()
    press(screen.person.new_key, Qt.Key.Key_Space)
    panel = screen.new_key
    assert panel.isVisible()
    assert panel.passphrase.line.hasFocus()
    type_text(panel.passphrase.line, "чор калимаи хато")
    click(panel.accept_button)
    assert "does not open your data" in panel.row.error.text()
    assert key_of(gate) == before
    panel.passphrase.line.setText(PASSPHRASE)
    press(panel.passphrase.line, Qt.Key.Key_Return)
    settle()
    assert key_of(gate) != before
    assert not key_renewal.opens(screen.context.work.folder.database, before)
    assert window.page() is gate.workspace is workspace, "it goes on where it was"
    assert banner(gate) == "The data has a new key"
    assert digest_of(screen.context.work.journal) == digest
    click(screen.person.new_key)
    assert panel.passphrase.text() == "", "no passphrase is kept in the panel"


def test_with_the_passphrase_the_key_is_new_only_where_that_is_ticked(gate: StartController) -> None:
    """M1: the dialogue says what changing the passphrase alone does not do, and offers the rest."""
    screen, before = settings(gate), key_of(gate)
    work, old = screen.context.work, data_key.read_vault(screen.context.work.folder)
    click(screen.person.passphrase)
    panel = screen.passphrase
    assert "still opens the data of today" in panel.note.text()
    click(panel.new_key)
    assert "opens nothing newer" in panel.note.text()
    type_text(panel.old.line, "чор калимаи хато")
    for line in panel.phrase.lines:
        type_text(line, NEW)
    click(panel.accept_button)
    assert "does not open your data" in panel.old_row.error.text()
    assert key_of(gate) == before
    panel.old.line.setText(PASSPHRASE)
    click(panel.accept_button)
    settle()
    assert key_of(gate) != before
    assert vault.unlock(data_key.read_vault(work.folder), NEW) == key_of(gate)
    work.release()
    assert not key_renewal.opens(work.folder.database, vault.unlock(old, PASSPHRASE))
    click(screen.person.passphrase)
    assert not panel.new_key.isChecked()


def test_what_is_in_the_way_is_told_and_work_goes_on_under_the_key_of_before(gate: StartController) -> None:
    screen, before = settings(gate), key_of(gate)
    other = workplace.open_workplace(screen.context.work.folder, PASSPHRASE)
    screen.context.key_requested.emit(PASSPHRASE)
    settle()
    assert key_of(gate) == before
    assert "open in another window" in banner(gate)
    other.close()


def test_a_key_that_is_due_is_made_at_the_next_unlocking(
    gate: StartController, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gate.context is not None
    before, work = key_of(gate), gate.context.work
    workplace_key.ask_for_new_key(work)
    screen = settings(gate)
    screen.person.retranslate()
    assert "A new one is due" in find(screen, QWidget, "settings_new_key_second").text()  # type: ignore[attr-defined]
    gate.lock()
    page = window.page()
    assert isinstance(page, UnlockPage)
    shown: list[tuple[str, str]] = []
    step = NewKeyPage.show_step

    def note(self: NewKeyPage, code: str, fraction: float) -> None:
        step(self, code, fraction)
        shown.append((self.progress.text(), self.subtitle.text()))

    monkeypatch.setattr(NewKeyPage, "show_step", note)
    type_text(find(page, QLineEdit, "unlock_passphrase"), PASSPHRASE)
    press(find(page, QLineEdit, "unlock_passphrase"), Qt.Key.Key_Return)
    settle()
    assert gate.context is not None
    assert key_of(gate) != before
    assert not workplace_key.is_key_due(gate.context.work)
    assert any("The data gets a new key" in words and "goes on" in why for words, why in shown)


def test_one_that_was_begun_is_finished_at_the_next_unlocking(
    gate: StartController, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gate.context is not None
    before = key_of(gate)

    def full(*_: object) -> None:
        raise TrainerError("files.full")

    with monkeypatch.context() as patch:
        patch.setattr(key_renewal, "write_over", full)
        gate.context.key_requested.emit(PASSPHRASE)
        settle()
    assert "The new key is begun" in banner(gate)
    assert key_of(gate) == before
    gate.lock()
    page = window.page()
    assert isinstance(page, UnlockPage)
    type_text(find(page, QLineEdit, "unlock_passphrase"), PASSPHRASE)
    press(find(page, QLineEdit, "unlock_passphrase"), Qt.Key.Key_Return)
    settle()
    assert key_of(gate) != before
    assert gate.context is not None
    assert gate.context.work.renewal is None


def test_locking_starts_a_new_program_unless_something_is_typed(gate: StartController) -> None:
    asked: list[str] = []
    again: Callable[[str, str], bool] = lambda user, _place: not asked.append(user)  # noqa: E731
    gate._entry.again = again
    assert gate.context is not None
    assert gate.workspace is not None
    user = gate.context.work.user
    gate.workspace.holds_work = lambda: True  # type: ignore[method-assign]
    gate.lock()
    assert asked == []
    gate._unlock(PASSPHRASE)
    assert gate.workspace is not None
    gate.workspace.holds_work = lambda: False  # type: ignore[method-assign]
    gate.lock()
    assert asked == [user]
    assert gate.context is None
