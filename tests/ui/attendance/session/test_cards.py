"""The cards beside the people of a session: they scroll, go below, are put away; names stay whole."""

from contextlib import nullcontext
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.cut_texts import cut_texts, lay_out, logical, rows_in_sight
from tests.kit.pseudo import longer_messages
from tests.ui.attendance_course import Keyboard
from tests.ui.driving import click, find, settle, turn_wheel
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.ui.attendance.session.cards import WIDTH
from trainer_app.ui.attendance.session.model import SessionColumn
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.attendance.session.view import LOW_ROW, NAMES_LEAST
from trainer_app.ui.kit.language import PSEUDO, LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.fields import bring_into_sight
from trainer_app.ui.widgets.pages import FEWEST_ROWS, ScrollPage


@pytest.mark.parametrize("code", LANGUAGES)
def test_in_a_small_window_the_cards_scroll_and_none_covers_another(
    code: str, page: SessionPage, window: MainWindow, language: LanguageSwitch
) -> None:
    language.choose(code)
    settle()
    side = find(page, ScrollPage, "room_side")
    cards = (page.heads, page.facts, page.scan)
    wide = [card.width() for card in cards]
    if code != "tg":  # there the buttons of the session stand below each other
        assert side.verticalScrollBar().maximum() == 0, "there is room for all"
    for size in ("1366x768@125", "1024x600@100"):
        window.resize(logical(size))
        settle()
        boxes = [QRect(card.mapTo(side.content, QPoint()), card.size()) for card in cards]
        for above, below in pairwise(boxes):
            assert above.bottom() < below.top(), (size, boxes)
        for card in cards:
            least = max(card.minimumSizeHint().height(), card.heightForWidth(card.width()))
            assert card.height() >= least, (size, card.objectName())
        assert [card.width() for card in cards] == wide, "the bar takes nothing of them"
        side.ensureWidgetVisible(page.scan.files, 0, 0)
        shown = side.viewport().rect()
        assert shown.contains(QRect(page.scan.files.mapTo(side.viewport(), QPoint()), page.scan.files.size()))
    assert side.verticalScrollBar().maximum() > 0
    side.verticalScrollBar().setValue(0)
    page.scan.field.setFocus()
    settle()
    field = QRect(page.scan.field.mapTo(side.viewport(), QPoint()), page.scan.field.size())
    assert side.viewport().rect().contains(field), "what has the keyboard is in sight"


@pytest.mark.parametrize("code", [*LANGUAGES, PSEUDO])
def test_names_have_the_room_where_the_cards_do_not_fit_beside_them(
    code: str, page: SessionPage, window: MainWindow, language: LanguageSwitch
) -> None:
    view, side = page.view, page.both.side
    with longer_messages() if code == PSEUDO else nullcontext():
        language.choose(code)
        for size in ("1024x700@150", "1024x700@130", "1366x768@150", "1366x768@200"):
            lay_out(window, logical(size))
            view.go_to(0, SessionColumn.MARK)
            assert side.isHidden(), size
            assert view.horizontalScrollBar().maximum() == 0, (size, "names never leave to the side")
            assert view.columnWidth(SessionColumn.PERSON) >= NAMES_LEAST, size
            assert rows_in_sight(view) >= FEWEST_ROWS or size.endswith("@200") or code == PSEUDO, size
            bring_into_sight(view)
            assert rows_in_sight(view) >= FEWEST_ROWS, size
            assert cut_texts(window, size) == []
    words = "13" if code == PSEUDO else page.words.session(page.rows.session)  # type: ignore[arg-type]
    assert words in page.card.title.text(), "what the cards tell first is said over the list"


def test_the_cards_are_shown_below_the_list_and_put_away_again(page: SessionPage, window: MainWindow) -> None:
    fold, side = page.card.fold, page.both.side
    assert side.isVisible()
    assert page.card.title.text() == "25 participants"
    lay_out(window, logical("1024x700@150"))
    assert page.card.title.text() == "Session 8: 13 of 25"
    assert fold.accessibleName() == "Show headcount, session and badges"
    page.card.more.setFocus()
    QTest.keyClick(page.card.more, Qt.Key.Key_Tab)
    assert fold.hasFocus()
    assert not fold.visibleRegion().isEmpty()
    high = page.view.height()
    QTest.keyClick(fold, Qt.Key.Key_Space)
    settle()
    assert page.both.below
    assert fold.accessibleName() == "Hide headcount, session and badges"
    assert not page.heads.field.visibleRegion().isEmpty(), "the page goes there"
    assert page.view.height() >= min(high, FEWEST_ROWS * LOW_ROW), "the list keeps its height"
    for card in (page.heads, page.facts, page.scan):
        assert card.height() >= card.heightForWidth(card.width())
    assert side.verticalScrollBar().maximum() == 0, "one bar for all"
    QTest.keyClick(fold, Qt.Key.Key_Space)
    settle()
    assert side.isHidden()
    assert fold.hasFocus()
    window.resize(1366, 697)
    settle()
    assert side.isVisible(), "there is room again"
    assert not page.context.preferences.now.cards_folded


def test_cards_put_away_beside_the_list_stay_so(page: SessionPage, window: MainWindow) -> None:
    wide = page.view.width()
    click(page.card.fold)
    assert page.both.side.isHidden()
    assert page.view.width() > wide + WIDTH
    assert page.context.preferences.now.cards_folded
    again = page.context.make_in(page, SessionPage)
    assert again.both.side.isHidden()
    click(page.card.fold)
    assert page.both.side.isVisible()
    assert not page.context.preferences.now.cards_folded


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_H, "room_count"), (Qt.Key.Key_B, "room_scan_code")])
def test_keys_reach_the_fields_of_cards_that_are_put_away(
    key: Qt.Key, name: str, page: SessionPage, keys: Keyboard, window: MainWindow
) -> None:
    lay_out(window, logical("1024x700@150"))
    page.view.setFocus()
    keys.press(key, Qt.KeyboardModifier.ControlModifier)
    settle()
    field = find(page, QLineEdit, name)
    assert field.hasFocus()
    assert field.visibleRegion().boundingRect().height() == field.height(), "the page goes there"
    keys.press(Qt.Key.Key_Escape)
    settle()
    assert page.view.hasFocus()
    assert page.both.side.isHidden()


def test_the_wheel_brings_the_list_into_sight_before_it_turns_it(
    page: SessionPage, window: MainWindow, workspace: Workspace
) -> None:
    lay_out(window, logical("1366x768@200"))
    around, rows = workspace.scrolled.verticalScrollBar(), page.view.verticalScrollBar()
    around.setValue(0)
    rows.setValue(0)
    for _ in range(4):
        turn_wheel(page.view.viewport(), -120)
        assert around.value() > 0
    assert page.view.visibleRegion().boundingRect().height() == page.view.height()
    assert rows.value() > 0
    kept = around.value()
    while rows.value():
        turn_wheel(page.view.viewport(), 120)
    assert around.value() == kept, "its rows first"
