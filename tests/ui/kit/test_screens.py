"""Screens: what is out of sight is said in another language when it is shown, once."""

from PySide6.QtWidgets import QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import settle
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import Screen


class Noting(Screen):
    """Notes in which languages its words are set, and with which of them its data is shown."""

    def __init__(self, name: str, context: AppContext) -> None:
        super().__init__(name, context)
        self.told: list[str] = []
        self.words = QLabel()
        self.column.addWidget(self.words)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.words.setText(self.context.language.code)
        self.told.append(f"words {self.context.language.code}")

    def refresh(self) -> None:
        """Show data beside the words."""
        self.told.append(f"data {self.words.text()}")


def test_a_screen_out_of_sight_is_said_anew_once_when_it_is_shown(qtbot: QtBot, context: AppContext) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    here, there = (context.make_in(stack, lambda context, name=name: Noting(name, context)) for name in "ab")
    for each in (here, there):
        stack.addWidget(each)
    stack.show()
    stack.setCurrentWidget(there)
    stack.setCurrentWidget(here)
    for each in (here, there):
        each.told.clear()

    for language in ("ru", "tg"):
        context.language.choose(language)
        settle()
    assert here.words.text() == "tg"
    assert [each for each in here.told if each.startswith("words")] == ["words ru", "words tg"]
    assert there.told == [], "nobody sees it"

    stack.setCurrentWidget(there)
    assert there.told == ["words tg", "data tg"], "and its data is shown beside words of the same language"
    stack.setCurrentWidget(here)
    stack.setCurrentWidget(there)
    assert there.told == ["words tg", "data tg"]
