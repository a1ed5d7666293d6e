"""Parts for tests of keying in: forms on the course of the story, a page, keys as a person presses them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.actions.sheets import Sheet, choose, multiple, number, scale, single, words
from tests.kit.world import Story
from tests.ui.driving import settle, show
from tests.ui.evaluation_parts import TAB_SIZE
from trainer_app.actions.evaluations import keying
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.ui.evaluations.keying.page import KeyingPage
from trainer_app.ui.kit.context import AppContext

NAMED = {
    "Enter": Qt.Key.Key_Enter,
    "Return": Qt.Key.Key_Return,
    "Back": Qt.Key.Key_Backspace,
    "Del": Qt.Key.Key_Delete,
    "Esc": Qt.Key.Key_Escape,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Home": Qt.Key.Key_Home,
}
KEYPAD = frozenset("0123456789/*-+.")


def knowledge_form(story: Story, questions: int = 4, *, occasion: Occasion = Occasion.POST) -> Sheet:
    """Let the course use a test of single choices with four options, of which the first is right."""
    asked = [single(f"q{place}") for place in range(1, questions + 1)]
    return choose(story.work, story.course, asked, occasion=occasion, title="Knowledge test")


def mixed_form(story: Story) -> Sheet:
    """Let the course use a test with a question of every kind."""
    asked = [single("one"), multiple(), number(), words(), scale()]
    return choose(story.work, story.course, asked, title="Mixed test")


def feedback_form(story: Story, statements: int = 3) -> Sheet:
    """Let the course use an anonymous form."""
    asked = [scale(f"s{place}") for place in range(1, statements + 1)]
    return choose(
        story.work, story.course, asked, kind=FormKind.FEEDBACK, occasion=Occasion.END, title="Feedback"
    )


def rating_form(story: Story) -> Sheet:
    """Let the course use a rating sheet with two criteria and a remark."""
    asked = [scale("calm", 4), scale("clear", 4), words("remark")]
    return choose(
        story.work, story.course, asked, kind=FormKind.PRACTICAL, occasion=Occasion.END, title="Role play"
    )


def open_page(qtbot: QtBot, context: AppContext, sheet: Sheet, mode: str = "first") -> KeyingPage:
    """Show the papers of a sitting alone in a window as large as the workspace gives a tab."""
    page = KeyingPage(context)
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    qtbot.addWidget(page)
    page.resize(*TAB_SIZE)
    show(page)
    assert page.show_sitting(sheet.sitting, mode)
    page.first_focus().setFocus()
    settle()
    return page


def keys(widget: QWidget, *typed: str) -> int:
    """Press keys where the keyboard is; return how many. A word is a named key, else each letter is one."""
    count = 0
    for each in typed:
        for sign in [each] if each in NAMED else each:
            hit(widget, sign)
            count += 1
    return count


def hit(widget: QWidget, sign: str) -> None:
    """Press and release one key, of the keypad where it has it."""
    target = QApplication.focusWidget() or widget
    held = Qt.KeyboardModifier.KeypadModifier if sign in KEYPAD or sign == "Enter" else Qt.KeyboardModifier(0)
    key = int(NAMED[sign]) if sign in NAMED else ord(sign) if sign.isascii() else 0
    text = {"Enter": "\r", "Return": "\r", "Back": "\b"}.get(sign, "" if sign in NAMED else sign)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, held, text))


def answers(story: Story, sheet: Sheet, printed: int, *, second: bool = False) -> list[str | None]:
    """Return what is on the disk of a paper, in the order of its questions."""
    paper = keying.open_paper(story.work, sheet.sitting, printed).paper
    held = paper.second if second else paper.answers
    return [held.get(question) for question in sheet.questions]
