"""The bars of the grid look like every other scroll bar of the program, and are taken where they are seen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from trainer_app.ui.style.theme import Theme, tokens
from trainer_app.ui.widgets.indicators import SlimBar


@pytest.fixture(params=["light", "dark"])
def theme(theme: Theme, request: pytest.FixtureRequest) -> Theme:
    theme.choose(request.param)
    return theme


def _bars(qtbot: QtBot, way: Qt.Orientation) -> tuple[QWidget, SlimBar, QScrollBar]:
    """Show the bar beside one drawn by the style sheet, both half-way down a long list."""
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(300, 300)
    bars = SlimBar(way, holder), QScrollBar(way, holder)
    for at, bar in enumerate(bars):
        upright = way is Qt.Orientation.Vertical
        bar.setGeometry(*((60 + 40 * at, 50, 12, 240) if upright else (50, 60 + 40 * at, 240, 12)))
        bar.setRange(0, 100)
        bar.setPageStep(30)
        bar.setValue(50)
    with qtbot.waitExposed(holder):
        holder.show()
    return holder, *bars


@pytest.mark.parametrize("way", list(Qt.Orientation))
def test_it_looks_like_the_bars_of_the_style_sheet(theme: Theme, qtbot: QtBot, way: Qt.Orientation) -> None:
    _holder, ours, styled = _bars(qtbot, way)
    assert ours.grab().toImage() == styled.grab().toImage()
    middle = ours.rect().center()
    assert QColor(ours.grab().toImage().pixel(middle)).name() == QColor(tokens().edge).name()


def test_the_handle_darkens_while_it_is_held_and_scrolls(theme: Theme, qtbot: QtBot) -> None:
    _holder, bar, _styled = _bars(qtbot, Qt.Orientation.Vertical)
    middle = bar.rect().center()
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=middle)
    assert bar.isSliderDown()
    assert QColor(bar.grab().toImage().pixel(middle)).name() == QColor(tokens().text3).name()
    qtbot.mouseMove(bar, middle + QPoint(0, 50))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, 50))
    assert bar.value() > 60
