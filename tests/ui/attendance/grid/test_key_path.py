"""How far one key press goes through the program, until its mark is on the disk and shown."""

import sys
from pathlib import Path
from types import FrameType

from PySide6.QtCore import Qt

import trainer_app
from tests.ui.attendance_course import Keyboard, Room

FILES, CROSSINGS = 36, 240
"""Files that run, and calls from one of them into another: whoever follows a key press reads so many."""
PROGRAM = str(Path(trainer_app.__file__).parent)


class CallPath:
    """Counts which files of the program call which."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self.crossings: list[tuple[str, str]] = []

    def hear(self, frame: FrameType, event: str, _what: object) -> None:
        """Note a call into the program, and out of which other file of it it came."""
        file = frame.f_code.co_filename
        if event != "call" or not file.startswith(PROGRAM):
            return
        self.files.add(file)
        caller = frame.f_back
        while caller is not None and not caller.f_code.co_filename.startswith(PROGRAM):
            caller = caller.f_back
        if caller is not None and caller.f_code.co_filename != file:
            self.crossings.append((caller.f_code.co_filename, file))


def test_a_key_press_can_be_followed(room: Room, keys: Keyboard) -> None:
    # The first one makes its session a held one, and the second one reads the sessions again.
    for _ in range(2):
        keys.type("p")
        keys.enter()
    path, before = CallPath(), sys.getprofile()
    sys.setprofile(path.hear)
    try:
        keys.press(Qt.Key.Key_P, text="p")
    finally:
        sys.setprofile(before)
    assert room.column(1)[2] == ("present", 0)
    assert len(path.files) <= FILES, sorted(each.removeprefix(PROGRAM) for each in path.files)
    assert 100 < len(path.crossings) <= CROSSINGS
