"""Counts of the feedback sheets: typed by the numeric keypad alone, summarized from five on, anonymous."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.driving import press, settle, type_text
from tests.ui.evaluation_parts import TAB_SIZE, cut_heads, from_the_disk, open_tab
from tests.ui.story import Story
from trainer_app.actions import evaluations
from trainer_app.domain.evaluations import FEEDBACK_QUESTIONS
from trainer_app.ui.evaluations.answer_bar import draw_answers
from trainer_app.ui.evaluations.feedback_tab import FeedbackTab
from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import LIGHT, SMALL
from trainer_app.ui.shell.translator import LanguageSwitch

NBSP = "\N{NO-BREAK SPACE}"
N, PICTURE, MEDIAN, TOP, BOTTOM = 6, 7, 8, 9, 10


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, story: Story) -> FeedbackTab:
    made = FeedbackTab(desk)
    open_tab(qtbot, made, story.course)
    return made


def enter(tab: FeedbackTab, *counts: int) -> None:
    """Type counts one after the other, Enter after each."""
    for count in counts:
        for sign in str(count):
            type_text(tab.view.editor() or tab.view, sign)
        press(tab.view.editor() or tab.view, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
        settle()


def shown(tab: FeedbackTab, row: int, column: int) -> str:
    return str(tab.model.data(tab.model.index(row, column)))


def counts(story: Story, row: int) -> tuple[int, ...]:
    return evaluations.evaluation(story.work, story.course).feedback[row].counts


def test_the_whole_pile_goes_in_by_digits_and_enter_alone(
    tab: FeedbackTab, story: Story, tmp_path: Path
) -> None:
    table = [
        [0, 1, 2, 5, 11],
        [1, 0, 0, 6, 12],
        [0, 0, 3, 7, 9],
        [0, 2, 2, 8, 7],
        [1, 1, 1, 8, 8],
        [0, 0, 0, 4, 15],
    ]
    enter(tab, *(table[row][option] for option in range(5) for row in range(6)))
    assert [list(counts(story, row)) for row in range(6)] == table
    with from_the_disk(story, tmp_path) as beside:
        found = evaluations.evaluation(beside, story.course).feedback
    assert [list(count.counts) for count in found] == table
    assert [found[row].question for row in range(6)] == list(FEEDBACK_QUESTIONS)
    assert shown(tab, 0, N) == "19"
    assert shown(tab, 0, MEDIAN) == "5"
    assert shown(tab, 0, TOP) == f"84{NBSP}%"
    assert shown(tab, 0, BOTTOM) == f"5{NBSP}%"


def test_a_middle_between_two_answers_is_told_as_a_half(tab: FeedbackTab, story: Story) -> None:
    for option in (4, 5):
        evaluations.set_feedback(story.work, story.course, "clear", option, 3)
    tab.refresh()
    assert shown(tab, 1, MEDIAN) == "4.5"


def test_under_five_answers_no_result_is_shown_and_the_reason_is(tab: FeedbackTab, story: Story) -> None:
    evaluations.set_feedback(story.work, story.course, "useful", 5, 4)
    tab.refresh()
    assert shown(tab, 0, N) == "4"
    assert [shown(tab, 0, column) for column in (MEDIAN, TOP, BOTTOM)] == ["from 5"] * 3
    assert shown(tab, 0, PICTURE) == ""
    assert tab.standing_out.few.isVisible()
    assert "5 answers" in tab.standing_out.few.words.text()
    evaluations.set_feedback(story.work, story.course, "useful", 4, 1)
    tab.refresh()
    assert shown(tab, 0, MEDIAN) == "5"
    assert tab.standing_out.few.isHidden()


def test_best_and_weakest_are_named(tab: FeedbackTab, story: Story) -> None:
    assert tab.standing_out.best.isHidden()
    for question, count in (("useful", 6), ("practice", 1)):
        evaluations.set_feedback(story.work, story.course, question, 5, count)
        evaluations.set_feedback(story.work, story.course, question, 1, 7 - count)
    tab.refresh()
    assert "useful for my work" in tab.standing_out.best.words.text()
    assert f"86{NBSP}%" in tab.standing_out.best.words.text()
    assert "enough practice" in tab.standing_out.weakest.words.text()
    assert f"14{NBSP}%" in tab.standing_out.weakest.words.text()


def test_more_answers_than_people_are_doubted(tab: FeedbackTab, story: Story) -> None:
    evaluations.set_feedback(story.work, story.course, "clear", 5, 25)
    tab.refresh()
    assert tab.standing_out.surplus.isHidden()
    evaluations.set_feedback(story.work, story.course, "clear", 4, 1)
    tab.refresh()
    assert tab.standing_out.surplus.isVisible()
    assert "26" in tab.standing_out.surplus.words.text()


@pytest.mark.parametrize(("typed", "said"), [("12345", "between 0 and 9999"), ("1.5", "not a count")])
def test_a_refused_count_stays_open(tab: FeedbackTab, story: Story, typed: str, said: str) -> None:
    for sign in typed:
        type_text(tab.view.editor() or tab.view, sign)
    press(tab.view.editor() or tab.view, Qt.Key.Key_Return)
    assert tab.view.editor() is not None
    assert said in tab.foot.words.text()
    assert counts(story, 0) == (0, 0, 0, 0, 0)


def test_delete_clears_and_undo_brings_back(tab: FeedbackTab, story: Story) -> None:
    enter(tab, 7)
    tab.view.setCurrentIndex(tab.model.index(0, 1))
    press(tab.view, Qt.Key.Key_Delete)
    assert counts(story, 0)[0] == 0
    tab.desk.undo_last()
    assert counts(story, 0)[0] == 7
    assert shown(tab, 0, 1) == "7"


def test_what_is_written_names_nobody_and_no_hour(tab: FeedbackTab, story: Story) -> None:
    enter(tab, 7)
    lines = [
        bytes(row[0]) for row in story.work.database.rows("SELECT line FROM entry ORDER BY id DESC LIMIT 1")
    ]
    assert b'"e":"feedback"' in lines[0]
    assert "Назарова".encode() not in lines[0]
    assert "without your name or the hour" in tab.standing_out.anonymous.words.text()


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_every_statement_is_readable_in_every_language(
    tab: FeedbackTab, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle()
    assert tab.minimumSizeHint().width() <= TAB_SIZE[0]
    for row in range(6):
        assert fonts.metrics(SMALL).horizontalAdvance(shown(tab, row, 0)) <= tab.view.columnWidth(0) - 30
    assert tab.view.horizontalScrollBar().maximum() == 0
    assert cut_heads(tab.view) == []
    assert ("sheet" in tab.sheets.text()) is (code == "en")
    assert "{" not in tab.sheets.text() + tab.standing_out.few.words.text()


def test_the_bar_shows_five_pieces_in_their_shares(qtbot: QtBot) -> None:
    picture = QImage(200, 20, QImage.Format.Format_ARGB32)
    picture.fill(QColor(LIGHT.surface))
    painter = QPainter(picture)
    draw_answers(painter, picture.rect().toRectF(), (0, 0, 0, 5, 15))
    painter.end()
    line = [picture.pixelColor(x, 10).name().upper() for x in range(200)]
    assert 140 <= line.count(LIGHT.accent) <= 155
    assert 44 <= line.count(LIGHT.edge) <= 52


def test_the_model_keeps_qts_rules(tab: FeedbackTab) -> None:
    tester = QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    enter(tab, 3, 4)
    tester.deleteLater()
