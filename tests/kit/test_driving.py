"""What is put off while a window settles is made up for: nothing that a test leaves is never painted."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import click, settle, show


class Counting(QWidget):
    """Counts how often it is painted whole."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Count."""
        self.painted += event.rect() == self.rect()


def counting(qtbot: QtBot) -> Counting:
    made = Counting()
    made.resize(200, 80)
    qtbot.addWidget(made)
    QPushButton(made)
    show(made)
    settle()
    return made


def test_what_settles_is_painted_once_at_the_next_click(qtbot: QtBot) -> None:
    window = counting(qtbot)
    click(window.findChildren(QPushButton)[0])
    before = window.painted
    for _ in range(3):
        window.update()
        settle()
    assert window.painted == before
    assert window.updatesEnabled()
    click(window.findChildren(QPushButton)[0])
    assert window.painted == before + 1


def test_it_is_painted_when_qt_goes_through_its_events(qtbot: QtBot) -> None:
    window = counting(qtbot)
    qtbot.wait_until(lambda: window.painted > 0)
    before = window.painted
    settle()
    qtbot.wait_until(lambda: window.painted > before)


def test_a_window_that_goes_while_others_settle_is_no_trouble(qtbot: QtBot) -> None:
    window = counting(qtbot)
    going = Counting()
    going.show()
    going.deleteLater()
    settle()
    assert window.updatesEnabled()
