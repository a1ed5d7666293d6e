"""The grid before a reader: it is looked at, and nothing opens that would then be refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.attendance_course import Keyboard, Room, open_room
from tests.ui.driving import settle
from tests.ui.reader_parts import every_writing_key, unwritten
from trainer_app.actions.base.rights import ENTITY
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.ui.widgets.labels import is_made

WHY = "Your role does not allow this: it takes an officer of the office, or more."


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    made = open_room(5, tmp_path)
    made.page._why_barred = lambda: WHY
    made.page.refresh()
    settle()
    yield made
    made.close()


def test_a_reader_is_told_why_before_anything_is_typed(room: Room) -> None:
    page = room.page
    assert page.barred_note.isVisible()
    assert page.barred_note.words.text() == WHY
    assert page.view.accessibleDescription() == WHY
    assert page.legend.hint.text() == "", "no letter marks here"
    lower = page.barred_note.geometry().bottom()
    assert page.foot.geometry().bottom() < page.barred_note.geometry().top() < lower <= page.height()


@every_writing_key
def test_no_key_of_a_reader_opens_a_field_or_writes(
    room: Room, keys: Keyboard, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    with unwritten(room.work):
        keys.press(key, held)
        assert room.page.notice.text.text() == WHY
        assert room.page.foot.currentWidget() is room.page.legend
        assert room.window.focusWidget() is room.page.view
        room.page.mark(Mark.PRESENT)
    assert not is_made(room.page, "banner"), "no failure is told"


def test_letters_of_a_reader_look_a_name_up(room: Room, keys: Keyboard) -> None:
    who = room.page.marking.model.rows[3]
    with unwritten(room.work):
        keys.type((who.full_name or who.name)[:4].lower())
    assert room.page.view.place[0] == 3


def test_whoever_gets_the_right_marks_at_once(room: Room, keys: Keyboard) -> None:
    room.agree_ahead()
    room.page._why_barred = lambda: ""
    room.changes.announce(Changes(Label("users.step.role"), touched=frozenset({(ENTITY, "x")})))
    assert not room.page.barred_note.isVisible()
    assert room.page.legend.hint.text()
    room.page.view.go_to(0, 0)
    keys.type("p")
    assert room.marks[0][0] == ("present", 0)
