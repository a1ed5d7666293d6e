"""What was said before the language was switched is said in the new one: bands, errors, results."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import settle
from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import Mood


def speaks(language: LanguageSwitch, code: str, words: str) -> bool:
    """Tell whether words are in the language chosen: latin letters only in English."""
    assert language.code == code
    return bool(words) and words.isascii() == (code == "en")


@pytest.fixture
def office(qtbot: QtBot, exchange: Exchange, make_context: MakeContext) -> OfficeScreen:
    screen = OfficeScreen(make_context(exchange.office))
    qtbot.addWidget(screen)
    screen.resize(1170, 697)
    screen.show()
    settle()
    return screen


def test_the_panel_that_enrols(office: OfficeScreen, language: LanguageSwitch, tmp_path: Path) -> None:
    panel = office.laptops.enrol_panel
    office.show_place(tab="laptops")
    panel.open()
    (tmp_path / "letter.json").write_text("Dear office", encoding="utf-8")
    panel.read_request(tmp_path / "letter.json")
    row = panel.rows["request"]
    assert not row.error.isHidden()
    for code in ("en", "ru", "tg", "en"):
        language.choose(code)
        settle()
        assert speaks(language, code, row.error.text()), row.error.text()
        assert row.field.accessibleDescription().startswith(row.error.text())


def test_an_error_in_the_band_follows_and_other_news_goes(
    workspace: Workspace, context: AppContext, language: LanguageSwitch
) -> None:
    context.tell_error(TrainerError("job.wait"))
    for code in ("ru", "tg", "en"):
        language.choose(code)
        settle()
        assert workspace.banner.isVisible()
        assert speaks(language, code, workspace.banner.title.text())
    context.tell(Mood.GOOD, "Saved and checked")
    language.choose("tg")
    settle()
    assert not workspace.banner.isVisible(), "it would stay in a language that nobody reads here any more"


def test_why_a_copy_cannot_be_put_back(
    workspace: Workspace, language: LanguageSwitch, tmp_path: Path
) -> None:
    screen = workspace.open("settings")
    assert isinstance(screen, SettingsScreen)
    (tmp_path / "broken.tbackup").write_bytes(b"no backup")
    screen.show_place(restore=tmp_path / "broken.tbackup")
    for code in ("en", "ru", "tg"):
        language.choose(code)
        settle()
        assert speaks(language, code, screen.restore.error.text())
