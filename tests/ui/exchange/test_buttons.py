"""Buttons of Send that no other test presses."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.kit.worlds import Exchange
from tests.ui.driving import click, press_button, settle
from tests.ui.exchange.test_sending import Sticks, context, screen, show, sticks
from trainer_app.actions.exchange import importing
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.system.preferences import Preferences
from trainer_app.ui.exchange.screen import SendScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import Drive

__all__ = ["context", "screen", "sticks"]


def test_what_was_sent_is_copied_for_the_mail(
    screen: SendScreen, exchange: Exchange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(screen.band.button)
    settle()
    folder = tmp_path / "mail"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    press_button(screen, "sending_copy")
    (copy,) = folder.iterdir()
    (told,) = importing.import_files(exchange.office, [copy]).files
    assert told.result is FileOutcome.IMPORTED


def test_another_stick_is_chosen_by_its_row(screen: SendScreen, sticks: Sticks, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    sticks.append(Drive(second, "SANDISK (G:)", 4_000_000_000, 8_000_000_000, True))
    screen.where.look()
    settle()
    assert screen.where.place == sticks[0].path
    press_button(screen, "sending_drive_2")
    assert screen.where.place == second
    click(screen.band.button)
    settle()
    assert [each.suffix for each in second.iterdir()] == [".tsync"]


def test_a_chosen_folder_stays_chosen_when_the_program_is_locked_before_it_is_used(
    qtbot: QtBot, context: AppContext, sticks: Sticks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sticks.clear()
    used, chosen = tmp_path / "used", tmp_path / "chosen"
    for each in (used, chosen):
        each.mkdir()
    context.preferences.change(Preferences.export_folder, str(used))
    before = show(qtbot, context, sticks)
    assert before.where.place == used
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(chosen))
    click(before.where.other)
    assert before.where.place == chosen
    # Locked and opened again the screen is another one.
    assert show(qtbot, context, sticks).where.place == chosen
    assert [*chosen.iterdir()] == []
