"""The card with the way back covers nothing that must be seen."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import settle
from trainer_app.ui.shell.help import Toast
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import KEEP_CLEAR


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        (QRect(300, 500, 700, 100), "beside it, narrower"),
        (QRect(0, 100, 650, 500), "at the other end"),
        (QRect(0, 540, 1000, 60), "above it"),
        (QRect(0, 0, 1000, 100), "in its corner"),
    ],
)
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_what_must_be_seen_stays_clear(
    qtbot: QtBot, theme: Theme, part: QRect, wanted: str, way: Qt.LayoutDirection
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.setLayoutDirection(way)
    host.resize(1000, 600)
    kept = QWidget(host)
    mirrored = way is Qt.LayoutDirection.RightToLeft
    kept.setGeometry(
        part if not mirrored else QRect(1000 - part.right() - 1, part.top(), part.width(), part.height())
    )
    kept.setProperty(KEEP_CLEAR, True)
    toast = Toast(host)
    host.show()
    toast.offer("Session 9, the rest (25 people): present, and a few words more")
    settle()
    assert not toast.geometry().intersects(kept.geometry()), wanted
    assert host.rect().contains(toast.geometry())
    assert toast.width() >= 230
    begins = toast.geometry().right() > 900 if mirrored else toast.geometry().left() < 100
    assert begins is (wanted != "at the other end")
    kept.hide()
    toast.offer("Session 9")
    assert toast.geometry().bottom() == 600 - 16 - 1
