"""A data folder on a network share: the window says why it opens nothing there, and what to do."""

from pathlib import Path

import pytest

from tests.ui.driving import press_button
from trainer_app.app import Options, start_in
from trainer_app.system import folders
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.first_start import FirstStartPage
from trainer_app.ui.start.unlock import OpeningFailedPage
from trainer_app.ui.style.theme import Theme


def test_a_share_is_refused_in_words_and_can_be_tried_again(
    window: MainWindow,
    theme: Theme,
    language: LanguageSwitch,
    preferences: PreferenceStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(folders, "is_on_share", lambda _folder: True)
    folder = DataFolder(tmp_path / "data")
    program = start_in(Options(), folder, window, theme, language, preferences)
    page = window.page()
    assert isinstance(page, OpeningFailedPage)
    assert page.title.text() == "This data folder lies on a share that other computers reach too"
    assert "whole folder" in page.subtitle.text()
    assert not page.salvage.isVisibleTo(page)
    assert not folder.root.exists()
    assert not program.began
    language.choose("ru")
    assert page.title.text().startswith("Эта папка данных лежит на сетевом ресурсе")
    monkeypatch.setattr(folders, "is_on_share", lambda _folder: False)
    press_button(page, "trouble_again")
    assert isinstance(window.page(), FirstStartPage)
    program.end()
