"""What fields offer below them looks alike, whether it is a window of its own or not, in both themes."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import settle
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.style.theme import Theme, ThemeMode
from trainer_app.ui.widgets.fields import suggest
from trainer_app.ui.widgets.pickers import ComboBox

TOWNS = ("Khujand", "Khujayli", "Khovaling")


@pytest.fixture
def offering(theme: Theme, window: MainWindow, qtbot: QtBot) -> tuple[QLineEdit, ComboBox]:
    """Show a field with suggestions and one with choices."""
    page, typed, chosen = QWidget(), QLineEdit(), ComboBox("offers_chosen")
    page.setObjectName("offers_page")
    typed.setObjectName("offers_typed")
    column = QVBoxLayout(page)
    for each in (typed, chosen):
        column.addWidget(each)
    suggest(typed, TOWNS)
    chosen.addItems(TOWNS)
    window.show_page(page)
    settle()
    return typed, chosen


def looks(view: QAbstractItemView, theme: Theme) -> None:
    """Look at the room of the rows, the edge of the list and the row that is chosen."""
    scheme = theme.scheme
    view.setCurrentIndex(view.model().index(0, 0))
    settle()
    first, second = (view.visualRect(view.model().index(row, 0)) for row in (0, 1))
    assert first.height() >= view.fontMetrics().height() + 10, "there is room above and below"
    inside = view.viewport().mapTo(view, QPoint(0, 0))
    assert inside.x() >= 4, "and beside"
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()

    def colour(point: QPoint) -> QColor:
        return picture.pixelColor(QPoint(point) * ratio)

    assert colour(QPoint(0, view.height() // 2)) == QColor(scheme.edge)
    assert colour(inside + first.center() + QPoint(first.width() // 2 - 6, 0)) == QColor(scheme.accent_soft)
    assert colour(inside + second.center() + QPoint(second.width() // 2 - 6, 0)) == QColor(scheme.surface)
    assert view.verticalScrollBar().maximum() == 0, "all rows are seen"


def test_suggestions_and_choices_look_alike_in_both_themes(
    offering: tuple[QLineEdit, ComboBox], theme: Theme
) -> None:
    """They were Qt's bare lists: no room around the rows, in the dark hardly an edge."""
    typed, chosen = offering
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK, ThemeMode.LIGHT):
        theme.choose(mode)
        settle()
        found = typed.completer()
        found.setCompletionPrefix("kh")
        found.complete()
        looks(found.popup(), theme)
        found.popup().hide()
        chosen.showPopup()
        looks(chosen.view(), theme)
        chosen.hidePopup()
