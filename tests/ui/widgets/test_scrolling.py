"""A page whose words take more lines beside its bar: the bar comes to rest."""

from typing import override

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import settle, show
from trainer_app.ui.widgets.scrolling import SteadyScrollArea

_ROOM, _LOW, _HIGH, _ENOUGH = QSize(300, 200), 190, 220, 60


class _Late(QWidget):
    """Tells what it needs only after it was laid out, so that it is that of the width before."""

    turns = 0
    _height = _LOW

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(50, self._height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width() or self.turns > _ENOUGH:
            return
        self.turns += 1
        # Of the other width: with the bar it seems low enough, without it too high.
        self._height = _HIGH if event.size().width() == _ROOM.width() else _LOW
        self.updateGeometry()


def test_a_bar_does_not_come_and_go_without_an_end(qtbot: QtBot) -> None:
    """S1: reports at some heights of the window hung, or ended the program with a full stack."""
    area, page = SteadyScrollArea(), _Late()
    qtbot.addWidget(area)
    area.setFrameShape(SteadyScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(_ROOM)
    show(area)
    settle()
    assert area.held
    assert page.turns < 12
    area.resize(_ROOM.width(), 2 * _HIGH)
    settle()
    assert not area.held
    assert not area.verticalScrollBar().isVisible()
    assert page.width() == _ROOM.width(), "with room the page has all of it"
