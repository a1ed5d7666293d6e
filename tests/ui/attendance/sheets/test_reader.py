"""The sheet of signatures before a reader: no tick is tried that would then be refused."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.signatures_parts import Pass, open_pass
from trainer_app.actions.base.rights import KnownRole
from trainer_app.domain.base.rights import Right
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import why_withheld

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def evening(qtbot: QtBot, context: AppContext, story: Story, monkeypatch: pytest.MonkeyPatch) -> Pass:
    monkeypatch.setattr(KnownRole, "may", lambda _known, right: right is Right.LOOK)
    return open_pass(qtbot, context, story)


def test_a_reader_ticks_nothing_and_is_told_why(evening: Pass, story: Story, context: AppContext) -> None:
    why, paper = why_withheld(context, "attendance/reconciliation/set_signed"), evening.page.paper
    assert paper.barred.isVisible()
    assert paper.barred.words.text() == why
    failed, before = list[object](), story.work.journal.number
    context.failed.connect(failed.append)
    evening.press(Qt.Key.Key_Space, text=" ")
    evening.type("sn")
    evening.press(Qt.Key.Key_S, SHIFT, "S")
    evening.press(Qt.Key.Key_Delete)
    evening.rest()
    assert (story.work.journal.number, failed) == (before, [])
    shown = [field for field in paper.counts.fields if field.isVisible()]
    assert shown
    assert not any(field.isEnabled() for field in shown)
    assert shown[0].toolTip() == why_withheld(context, "courses/sessions/count_heads")


def test_whoever_gets_the_right_ticks_at_once(
    evening: Pass, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KnownRole, "may", lambda _known, _right: True)
    evening.page.refresh()
    assert not evening.page.paper.barred.isVisible()
    before = story.work.journal.number
    evening.type("s")
    assert story.work.journal.number > before
