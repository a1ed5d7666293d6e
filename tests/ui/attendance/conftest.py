"""Parts for tests of the grid: a course of two days in a page of its own, and the keyboard before it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.attendance_course import Keyboard, Room, open_room
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.theme import Theme


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> Iterator[Room]:
    """Open the course with 25 people, the first cell current."""
    made = open_room(25, tmp_path, language=lambda: language.code)
    yield made
    made.close()


@pytest.fixture
def keys(room: Room) -> Keyboard:
    """Give the keyboard of its window."""
    return Keyboard(room.window)
