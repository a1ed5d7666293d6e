"""The bar of answers at the lower edge presses what it says."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import click, settle
from trainer_app.ui.review.cards import AnswerBar
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.pages import ScrollPage


def test_a_button_of_the_bar_presses_the_answer_that_it_shows(qtbot: QtBot) -> None:
    """An answer that is not offered has no button in the bar, and shifts none."""
    pressed: list[str] = []
    screen, page = QWidget(), ScrollPage("page")
    qtbot.addWidget(screen)
    screen.setObjectName("screen")
    QVBoxLayout(screen).addWidget(page)
    tall = QWidget()
    tall.setObjectName("tall")
    tall.setMinimumHeight(900)
    page.column.addWidget(tall)
    answers = [(name, Button(f"own_{name}", ButtonKind.CHOICE)) for name in ("first", "second", "third")]
    for name, button in answers:
        button.setText(name)
        button.clicked.connect(lambda _on=False, name=name: pressed.append(name))
        page.column.addWidget(button)
    answers[0][1].hide()
    bar = AnswerBar(screen, page, lambda: answers)
    screen.resize(500, 400)
    screen.show()
    settle()
    shown = [each for each in bar.buttons if each.isVisible()]
    assert [each.text() for each in shown] == ["second", "third"]
    for each in shown:
        click(each)
    assert pressed == ["second", "third"]
