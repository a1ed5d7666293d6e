"""The session before a reader: it is looked at, and nothing opens that would then be refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.driving import press, settle, type_text
from tests.ui.reader_parts import PLAIN, every_writing_key, unwritten
from trainer_app.actions.base.rights import KnownRole
from trainer_app.domain.base.rights import Right
from trainer_app.ui.attendance.session.model import SessionColumn
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.marks import mark_boxes
from trainer_app.ui.kit.screens import why_withheld


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, story: Story, monkeypatch: pytest.MonkeyPatch) -> SessionPage:
    monkeypatch.setattr(KnownRole, "may", lambda _known, right: right is Right.LOOK)
    made = SessionPage(context)
    qtbot.addWidget(made)
    made.resize(1170, 640)
    made.show_course(story.course)
    made.show()
    settle()
    made.view.setFocus()
    return made


@pytest.fixture
def why(context: AppContext, page: SessionPage) -> str:
    return why_withheld(context, "attendance/attendance/mark")


@every_writing_key
def test_no_key_of_a_reader_opens_a_field_or_writes(
    page: SessionPage, why: str, story: Story, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    assert page.card.barred.isVisible()
    assert page.card.barred.words.text() == why
    with unwritten(story.work):
        QTest.keyClick(page.view, key, held)
    assert page.notice.text.text() == why
    assert page.view.findChildren(QLineEdit) == []
    assert not page.card.name.isVisible()


def test_no_click_of_a_reader_marks_or_opens_a_field(page: SessionPage, why: str, story: Story) -> None:
    rows = page.rows
    marks = page.view.visualRect(rows.index(0, SessionColumn.MARK))
    mark = mark_boxes(marks)[0].center()
    late = page.view.visualRect(rows.index(0, SessionColumn.LATE)).center()
    with unwritten(story.work):
        for place in (mark, late):
            page.notice.hide()
            QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, PLAIN, place)
            assert page.notice.text.text() == why
            assert page.notice.isVisible()
    assert page.view.findChildren(QLineEdit) == []


def test_letters_of_a_reader_look_a_name_up(page: SessionPage, story: Story) -> None:
    name = page.rows.text(3, SessionColumn.PERSON)
    with unwritten(story.work):
        type_text(page.view, name[0].lower())
        assert page.window().focusWidget() is not page.view
        press(page.window().focusWidget() or page, Qt.Key.Key_Escape)


def test_whoever_gets_the_right_marks_at_once(
    page: SessionPage, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KnownRole, "may", lambda _known, _right: True)
    page.refresh()
    assert not page.card.barred.isVisible()
    before = story.work.journal.number
    page.view.go_to(20, SessionColumn.MARK)
    type_text(page.view, "p")
    assert story.work.journal.number > before
