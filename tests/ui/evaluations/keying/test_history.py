"""The history of an answer: opened by key and button while a paper is keyed in, for named papers only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.driving import click, press
from tests.ui.keying_parts import feedback_form, keys, knowledge_form, open_page
from trainer_app.ui.evaluations.keying.telling import AnswerHistoryPanel
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.widgets.labels import is_shown

CTRL = Qt.KeyboardModifier.ControlModifier


def said(panel: AnswerHistoryPanel) -> list[str]:
    found = (row.findChild(QLabel, f"{row.objectName()}_said_0") for row in panel.rows)
    return [label.text() for label in found if label is not None]


def test_a_key_shows_what_was_keyed_in_and_who_did(qtbot: QtBot, context: AppContext, story: Story) -> None:
    page = open_page(qtbot, context, knowledge_form(story))
    keys(page, "7", "Enter", "2", "-", "3", "-")
    assert page.run.place == 0
    assert not is_shown(page, "history"), "nothing of it is made before it is asked for"
    press(page.paper.question, Qt.Key.Key_I, CTRL)
    panel = page.history
    assert panel.isVisible()
    assert panel.about.text() == "7  Давлатов Комрон"
    assert panel.place.text() == "Question 1: Question q1"
    assert said(panel) == ["C: q1 3", "B: q1 2"]
    assert story.work.user in panel.rows[0].accessibleDescription()
    assert "not sent yet" in panel.rows[0].accessibleDescription()
    page.run.go(1)
    qtbot.waitUntil(lambda: panel.place.text().startswith("Question 2"))
    assert said(panel) == []
    assert panel.nothing.text() == "Nothing was ever entered here."
    press(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()
    click(page.paper.top.history)
    assert panel.isVisible()


def test_sheets_of_nobody_have_none(qtbot: QtBot, context: AppContext, story: Story) -> None:
    page = open_page(qtbot, context, feedback_form(story))
    assert page.paper.top.history.isHidden()
    page.open_new()
    assert page.run.paper is not None
    assert page.paper.top.history.isHidden()
    press(page.paper.question, Qt.Key.Key_I, CTRL)
    assert not is_shown(page, "history")
