"""The page that restores a backup: with passphrase or paper, what it holds and what follows."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.driving import click, press, settle, show, type_text
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.passphrases import judge_passphrase, offered_words
from trainer_app.domain.office.backups import BackupPreview, CopyFacts
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.start.recovery_pages import BackupPage
from trainer_app.ui.style.theme import Theme


def test_words_for_a_backup_from_paper_are_offered_too(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch
) -> None:
    page = BackupPage(language)
    qtbot.addWidget(page)
    page.resize(1366, 697)
    show(page)
    assert not page.offer.isVisible(), "whoever knows the passphrase needs no new one"
    press(page.by.button("paper"), Qt.Key.Key_Space)
    click(page.offer)
    assert set(page.new.text().split()) <= set(offered_words(language.code))
    assert judge_passphrase(page.new.text()).fault is None
    assert page.again.line.hasFocus(), "typed once more by whoever has it"


def test_the_new_passphrase_of_a_backup_is_typed_twice(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, tmp_path: Path
) -> None:
    """Typed once, a slip would lock the data that the recovery key has just brought back."""
    page = BackupPage(language)
    qtbot.addWidget(page)
    page.resize(1366, 697)
    show(page)
    asked: list[object] = []
    page.look_requested.connect(lambda *opening: asked.append(opening))
    (tmp_path / "copy").touch()
    page.choose_file(tmp_path / "copy")
    press(page.by.button("paper"), Qt.Key.Key_Space)
    type_text(page.new.line, "seven green rivers run")
    type_text(page.again.line, "seven green rivers ran")
    click(page.look)
    assert page.again_row.error.text() == "The two are not the same"
    assert not asked
    page.again.line.setText("seven green rivers run")
    assert page.again_row.error.isHidden()
    click(page.look)
    assert len(asked) == 1


@pytest.mark.parametrize("code", ["tg", "ru"])
def test_what_a_backup_holds_leaves_the_next_step_in_sight(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    page = BackupPage(language)
    qtbot.addWidget(page)
    page.resize(1366, 697)
    show(page)
    press(page.by.button("paper"), Qt.Key.Key_Space)
    page.show_look(BackupPreview(Path("copy"), 0, 1, CopyFacts(office=True), CopyFacts()))
    settle()
    button = page.restore
    assert button.visibleRegion().boundingRect() == button.rect()


@pytest.mark.parametrize("office", [False, True])
def test_what_follows_a_backup_names_whose_it_is(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, *, office: bool
) -> None:
    page = BackupPage(language)
    qtbot.addWidget(page)
    page.show_look(BackupPreview(Path("copy"), 0, 1, CopyFacts(office=office)))
    assert (" The office goes on " in page.follows.text()) is office
    assert (" The laptop goes on " in page.follows.text()) is not office


def test_what_is_complained_of_moves_nothing_that_is_pressed_next(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch
) -> None:
    page = BackupPage(language)
    qtbot.addWidget(page)
    page.resize(1366, 697)
    show(page)
    press(page.by.button("paper"), Qt.Key.Key_Space)
    settle()
    parts = (page.by, page.secret_row, page.new_row, page.look)
    for code in ("ru", "en"):
        language.choose(code)
        settle()
        before = [part.y() for part in parts]
        for problem in ("vault.wrong_recovery_key", "backup.not_a_backup"):
            page.refuse(TrainerError(problem, file="DSH.tbackup"))
            settle()
            assert [part.y() for part in parts] == before, problem
            page._forget()
