"""The first page stays where it is when something is complained about: a click lands where it was meant."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.driving import click, settle, show
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.start.first_start import FirstStartPage
from trainer_app.ui.style.theme import Theme


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
@pytest.mark.parametrize("height", [697, 900])
@pytest.mark.parametrize("office", [False, True])
def test_a_complaint_moves_no_field(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, code: str, height: int, *, office: bool
) -> None:
    language.choose(code)
    page = FirstStartPage(language)
    qtbot.addWidget(page)
    page.office.setChecked(office)
    page.resize(1366, height)
    show(page)
    settle()

    def places() -> dict[str, int]:
        fields = [*page.findChildren(QLineEdit), page.begin]
        return {each.objectName(): each.mapTo(page, each.rect().topLeft()).y() for each in fields}

    page.phrase.first.line.setText("a b")
    page.phrase.second.line.setText("c")
    settle()
    before = places()
    click(page.begin)
    settle()
    assert not page.user.error.isHidden()
    assert not page.phrase.again.error.isHidden()
    assert places() == before


def test_digits_in_ones_own_name_are_told(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> None:
    page = FirstStartPage(language)
    qtbot.addWidget(page)
    usual = page.user.description.text()
    page.user.field.setText("Назарова 7")
    assert page.user.description.text() == "There are digits in the name: is it right?"
    page.user.field.setText("Назарова Д.")
    assert page.user.description.text() == usual
