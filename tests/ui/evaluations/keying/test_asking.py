"""What is asked between the number of a paper and its first answer: no key counts before it is answered."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.actions.sheets import Sheet
from tests.kit.world import Story
from tests.ui.driving import click, press, settle
from tests.ui.keying_parts import answers, feedback_form, keys, knowledge_form, mixed_form, open_page
from trainer_app.actions.attendance import attendance
from trainer_app.actions.evaluations import feedback, scores
from trainer_app.actions.evaluations.progress import PaperState
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.evaluations.keying.page import KeyingPage
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch


def asks(page: KeyingPage) -> bool:
    """Tell whether the question stands there and has the keyboard."""
    doubt = page.paper.doubt
    return page.paper.stack.currentWidget() is doubt and QApplication.focusWidget() is doubt


def counted(story: Story) -> list[tuple[int | None, int]]:
    return [(each.paper_number, each.points) for each in scores.course_scores(story.work, story.course)]


def point(page: KeyingPage, option: int) -> None:
    """Click an option."""
    options = page.paper.question.options
    row = options.height() / options.count
    QTest.mouseClick(options, Qt.MouseButton.LeftButton, pos=QPoint(12, int(row * (option - 0.5))))


def typed_points(story: Story, number: int, points: int) -> None:
    scores.set_score(story.work, story.enrolments[number - 1], Occasion.POST, points, 400)


def test_points_given_by_hand_are_asked_about_before_the_first_answer(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    typed_points(story, 8, 400)
    page = open_page(qtbot, context, sheet)
    context.changes.announced.connect(lambda _changes, _source: page.run.reread())
    keys(page, "8", "Enter")
    assert asks(page)
    assert page.paper.doubt.title.text().startswith("Paper 8: ")
    assert page.paper.doubt.title.text().endswith(" has points already")
    assert "Points given by hand: 4 of 4." in page.paper.doubt.text.text()
    keys(page, "2", "2", "2", "2")
    assert answers(story, sheet, 8) == [None] * 4
    assert "was not taken" in page.paper.doubt.note.text()
    keys(page, "Esc")
    assert QApplication.focusWidget() is page.paper.top.number
    assert page.paper.top.number.text() == ""
    assert counted(story) == [(8, 400)]
    keys(page, "8", "Enter", "Enter", "2222")
    assert answers(story, sheet, 8) == ["2"] * 4
    assert counted(story) == [(8, 0)]
    for _ in range(4):
        context.undo_last()
        settle()
    assert counted(story) == [(8, 400)], "undo brings the points back"


def test_a_re_sit_leaves_points_given_by_hand_and_the_rule_counts_the_best(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    typed_points(story, 8, 300)
    page = open_page(qtbot, context, sheet)
    keys(page, "8", "Enter", "+")
    assert "Attempt 2" in page.paper.top.second.text()
    keys(page, "1112")
    assert answers(story, sheet, 2008) == ["1", "1", "1", "2"]
    assert answers(story, sheet, 8) == [None] * 4
    assert [each.points for each in scores.all_scores(story.work, story.course)] == [300, 300]


def test_a_paper_with_points_alone_is_asked_about_from_the_list_too_and_not_deleted(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    typed_points(story, 8, 300)
    page = open_page(qtbot, context, sheet)
    place = next(at for at in range(page.papers.model.rowCount()) if page.papers.model.row(at).number == 8)
    keys(page, "1", "Enter", "2")
    page.papers.table.selectRow(place)
    press(page.papers.table, Qt.Key.Key_Return)
    assert asks(page)
    click(page.paper.doubt.accept)
    assert page.run.paper is not None
    assert page.run.paper.number == 8
    assert page.paper.discard.isHidden(), "the points are no paper"


def test_whoever_types_on_without_looking_up_changes_nothing_of_an_entered_paper(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "7", "Enter", "1234")
    keys(page, "7", "Enter", "4321", "9", "Enter", "4321", "1", "Enter")
    assert answers(story, sheet, 7) == list("1234")
    assert answers(story, sheet, 9) == [None] * 4
    assert asks(page)
    assert page.paper.doubt.note.isVisible()
    keys(page, "Enter")
    assert page.run.paper is not None, "the second Enter goes on"
    assert page.run.paper.number == 7
    keys(page, "Esc", "7", "Enter")
    assert page.paper.doubt.note.isHidden()
    click(page.paper.doubt.back)
    assert QApplication.focusWidget() is page.paper.top.number


def test_an_entered_paper_is_sat_again_by_plus_and_by_the_button(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story, 2)
    page = open_page(qtbot, context, sheet)
    keys(page, "3", "Enter", "11", "3", "Enter", "+", "22")
    assert answers(story, sheet, 2003) == ["2", "2"]
    keys(page, "3", "Enter")
    click(page.paper.doubt.resit)
    keys(page, "12")
    assert answers(story, sheet, 3003) == ["1", "2"]
    assert answers(story, sheet, 3) == ["1", "1"]


def test_a_second_entry_is_asked_about_too_and_offers_no_re_sit(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story, 2)
    page = open_page(qtbot, context, sheet)
    keys(page, "3", "Enter", "11")
    page.begin_second("Ф. Азизов")
    keys(page, "3", "Enter", "12")
    assert answers(story, sheet, 3, second=True) == ["1", "2"]
    keys(page, "3", "Enter", "+", "2")
    assert asks(page)
    assert page.paper.doubt.resit.isHidden()
    assert answers(story, sheet, 3, second=True) == ["1", "2"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((Mark.ABSENT, Mark.ABSENT), "was absent in all sessions."),
        ((Mark.PRESENT, Mark.ABSENT), "was absent on "),
    ],
)
def test_the_paper_of_somebody_who_was_absent_is_asked_about(
    qtbot: QtBot, context: AppContext, story: Story, days: tuple[Mark, Mark], said: str
) -> None:
    for each in attendance.grid(story.work, story.course).sessions:
        for enrolment in story.enrolments:
            attendance.mark(story.work, enrolment, each.key, None)
    own = story.enrolments[3]
    for session, mark in zip((story.sessions[0], story.sessions[-1]), days, strict=True):
        attendance.mark(story.work, own, session, mark)
        attendance.mark(story.work, story.enrolments[4], session, Mark.PRESENT)
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "4", "Enter")
    assert asks(page)
    assert ": is it that of " in page.paper.doubt.title.text()
    assert f"No.\u00a04 {said}" in page.paper.doubt.text.text()
    assert page.paper.doubt.resit.isHidden()
    keys(page, "Enter", "2", "Esc", "4", "Enter")
    assert not asks(page), "it is begun: nothing more to ask"
    assert page.run.place == 1
    keys(page, "Esc", "5", "Enter")
    assert not asks(page)


def test_the_list_says_entered_of_no_paper_that_became_incomplete(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1234", "1", "Enter", "Enter", "Del")

    def state() -> PaperState:
        place = next(
            at for at in range(page.papers.model.rowCount()) if page.papers.model.row(at).number == 1
        )
        return page.papers.model.row(place).state

    assert state() is PaperState.UNFINISHED
    keys(page, "1")
    assert state() is PaperState.KEYED


def test_the_same_paper_typed_again_ends_as_it_was(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = mixed_form(story)
    page = open_page(qtbot, context, sheet)
    paper = ("3", "1", "3", "Enter", "12.5", "Enter", "хуб", "Enter", "5")
    keys(page, "2", "Enter", *paper)
    before = answers(story, sheet, 2)
    assert before[1] == "1,3"
    keys(page, "2", "Enter", "Enter", "Right")
    assert "The first key starts the answer anew." in page.paper.question.hint.text()
    keys(page, "Home", *paper)
    assert answers(story, sheet, 2) == before
    keys(page, "Esc", "2", "Enter", "Enter", "Right", "2", "3")
    assert answers(story, sheet, 2)[1] == "2,3", "another copy takes the place of the first"
    point(page, 1)
    page.run.go(0)
    page.run.go(1)
    point(page, 2)
    assert answers(story, sheet, 2)[1] == "1,3", "a click ticks and takes away, whenever"


def test_a_sheet_of_nobody_that_is_entered_is_asked_about(
    qtbot: QtBot, context: AppContext, story: Story, language: LanguageSwitch
) -> None:
    sheet: Sheet = feedback_form(story)
    feedback.key_paper(story.work, sheet.sitting, ["5", "4", "5"], 301)
    page = open_page(qtbot, context, sheet)
    keys(page, "301", "Enter", "1", "1")
    assert asks(page)
    for code, words in (
        ("ru", "Лист 301 уже введён"),
        ("tg", "Варақаи 301 аллакай ворид шудааст"),
        ("en", "Sheet 301 is entered already"),
    ):
        language.choose(code)
        settle()
        assert page.paper.doubt.title.text() == words
    hints = page.keys()
    assert [each.words for each in hints] == ["Correct it", "Type the number again"]
    assert page.first_focus() is page.paper.doubt
    assert feedback.begin_paper(story.work, sheet.sitting, 301).answers == ("5", "4", "5")
