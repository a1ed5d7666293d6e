"""The page of a folder that does not open: its words for every trouble, and the ways out of it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from trainer_app.domain.base.errors import TrainerError
from trainer_app.system import messages
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.start.unlock import ERRORS_WITH_OWN_PAGE, OpeningFailedPage
from trainer_app.ui.style.theme import Theme


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
@pytest.mark.parametrize("trouble", sorted(ERRORS_WITH_OWN_PAGE))
def test_every_trouble_has_words(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, tmp_path: Path, trouble: str, code: str
) -> None:
    """A missing text would be a warning in the log, which fails the test."""
    language.choose(code)
    values = {"found": 9, "known": 3, "version": 2}
    page = OpeningFailedPage(language, DataFolder(tmp_path), TrainerError(trouble, **values))
    qtbot.addWidget(page)
    assert len(page.title.text()) > 10
    assert len(page.subtitle.text()) > 20


@pytest.mark.parametrize("code", ["disk.full", "disk.error", "disk.read_only"])
def test_a_disk_that_refuses_at_the_start_is_not_told_as_a_step_not_saved(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, tmp_path: Path, code: str
) -> None:
    page = OpeningFailedPage(language, DataFolder(tmp_path), TrainerError(code))
    qtbot.addWidget(page)
    for name, step in (("en", "this step"), ("ru", "этот шаг"), ("tg", "ин қадам")):
        language.choose(name)
        assert step in messages.text(code, name)
        assert step not in f"{page.title.text()} {page.subtitle.text()}"
    assert page.error.code == code, "the details name what happened"


def test_the_way_out_of_trouble(qtbot: QtBot, theme: Theme, language: LanguageSwitch, tmp_path: Path) -> None:
    page = OpeningFailedPage(language, DataFolder(tmp_path), TrainerError("disk.full"))
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.closed):
        page.leave.click()
    with qtbot.waitSignal(page.again):
        page.retry.click()
