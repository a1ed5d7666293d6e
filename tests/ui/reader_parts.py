"""What the grid and the session share before a reader: keys that would write, and that nothing is written."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt

from trainer_app.actions.base.workplace import Workplace

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier

every_writing_key = pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Space, PLAIN),
        (Qt.Key.Key_Delete, PLAIN),
        (Qt.Key.Key_Backspace, PLAIN),
        (Qt.Key.Key_Insert, PLAIN),
        (Qt.Key.Key_F2, PLAIN),
        (Qt.Key.Key_B, CTRL),
        (Qt.Key.Key_H, CTRL),
        (Qt.Key.Key_K, CTRL | SHIFT),
        (Qt.Key.Key_P, CTRL | SHIFT),
    ],
)


@contextmanager
def unwritten(work: Workplace) -> Iterator[None]:
    """Hold that nothing is written meanwhile."""
    before = work.journal.number
    yield
    assert work.journal.number == before
