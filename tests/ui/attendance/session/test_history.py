"""Where a mark of the session under way came from, beside the list."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.attendance.session.test_page import menu_of
from tests.ui.attendance_course import Keyboard
from trainer_app.ui.attendance.session.page import SessionPage


def test_the_history_of_a_mark_opens_by_key_and_menu_and_follows_the_list(
    page: SessionPage, keys: Keyboard, qtbot: QtBot
) -> None:
    keys.type("l")
    # Right after "late" a letter is of the next person.
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Down)
    keys.type("a")
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    panel = page.history
    assert panel.isVisible()
    assert panel.about.text().startswith("15  Назаров Исфандиёр")
    assert panel.place.text().startswith("Day 3")
    said = [row.accessibleName() for row in panel.rows]
    assert said == ["Absent", "Late"]
    page.view.go_to(0)
    qtbot.waitUntil(lambda: panel.about.text().startswith("1  "))
    keys.press(Qt.Key.Key_Escape)
    assert panel.isHidden()
    actions = {each.objectName(): each for each in menu_of(page).actions()}
    actions["room_menu_history"].trigger()
    assert panel.isVisible()
