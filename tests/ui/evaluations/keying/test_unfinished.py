"""Papers that are not whole hold their form: they are opened from where that is told, finished or deleted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.actions.sheets import Sheet
from tests.kit.world import Story
from tests.ui.driving import click, find, hold, press, settle, show, type_text
from tests.ui.keying_parts import answers, feedback_form, keys, knowledge_form, mixed_form
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.domain.evaluations.forms import AnonymousPaper, Occasion
from trainer_app.ui.evaluations.feedback_tab import FeedbackTab
from trainer_app.ui.evaluations.keying.page import KeyingPage
from trainer_app.ui.evaluations.tests_tab import TestsTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import Mood

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(story: Story) -> Sheet:
    """Give the course a feedback form."""
    return feedback_form(story)


def begin(story: Story, sheet: Sheet, number: int) -> AnonymousPaper:
    """Enter the first answer of a sheet."""
    paper = feedback.begin_paper(story.work, sheet.sitting, number)
    return feedback.answer_paper(story.work, paper, 0, "4")


def feedback_tab(workspace: Workspace, window: MainWindow, story: Story) -> FeedbackTab:
    show(window)
    workspace.open("courses", course=story.course, tab="feedback")
    settle()
    return find(workspace, FeedbackTab, "screen_course_feedback")


def tab_of_tests(workspace: Workspace, window: MainWindow, story: Story) -> TestsTab:
    show(window)
    workspace.open("courses", course=story.course, tab="tests")
    settle()
    return find(workspace, TestsTab, "screen_course_tests")


def first_entry(tab: FeedbackTab | TestsTab, sheet: Sheet) -> KeyingPage:
    """Begin to key in."""
    tab.acts.act("first", sheet.sitting)
    settle()
    return tab.acts.page


def two_sheets(workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet) -> KeyingPage:
    """Key in two whole sheets, 301 and 302, and go on."""
    for number in (301, 302):
        feedback.key_paper(story.work, sheet.sitting, ["5", "4", "5"], number)
    return first_entry(feedback_tab(workspace, window, story), sheet)


def said(page: KeyingPage) -> str:
    return page.paper.foot.words.text()


def test_a_sheet_that_holds_its_form_is_opened_from_the_message_and_deleted(
    workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet, language: LanguageSwitch
) -> None:
    paper = begin(story, sheet, 301)
    tab = feedback_tab(workspace, window, story)
    tab.acts.act("drop", sheet.sitting)
    assert workspace.banner.title.text() == "The form stays with the course: 1 sheet of it is not finished"
    offer = find(workspace, QPushButton, "notice_unfinished")
    for code, words in (("ru", "Открыть листы"), ("tg", "Кушодани варақаҳо"), ("en", "Open the sheets")):
        language.choose(code)
        settle()
        assert offer.text() == words
    click(offer)
    settle()
    page = tab.acts.page
    assert tab.acts.open
    assert page.run.paper is not None
    assert page.run.paper.number == 301
    click(page.paper.discard)
    assert feedback.begun_papers(story.work, sheet.sitting) == []
    assert page.papers.model.rowCount() == 0
    assert said(page) == "Deleted. “Undo” brings it back as long as this page is open."
    assert QApplication.focusWidget() is page.paper.top.number
    assert page.paper.own_step() == "The deleted sheet"
    click(page.paper.foot.undo)
    assert feedback.begun_papers(story.work, sheet.sitting) == [paper], "with its answer"
    assert page.run.paper is not None
    assert page.run.place == 1, "it goes on at the first answer that is missing"
    press(QApplication.focusWidget() or page, Qt.Key.Key_Y, CTRL)
    assert feedback.begun_papers(story.work, sheet.sitting) == []
    click(page.back)
    tab.acts.act("drop", sheet.sitting)
    assert forms.list_sittings(story.work, story.course) == []


def test_a_sheet_that_was_begun_is_opened_from_its_card_and_finished(
    workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet
) -> None:
    for number in (301, 302):
        feedback.key_paper(story.work, sheet.sitting, ["5", "5", "5"], number)
    begin(story, sheet, 303)
    tab = feedback_tab(workspace, window, story)
    assert tab.waiting.begun.isVisible()
    click(tab.waiting.begun)
    page = tab.acts.page
    assert page.run.paper is not None
    assert page.run.paper.number == 303
    keys(page, "*")
    assert feedback.begun_papers(story.work, sheet.sitting) == []
    click(page.back)
    assert not tab.waiting.begun.isVisible()
    row = tab.sittings.rows[0]
    row.fill_menu()
    assert f"{row.objectName()}_unfinished" not in [each.objectName() for each in row.menu.actions()]


def test_a_whole_sheet_that_was_entered_twice_is_deleted_and_brought_back(
    workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet
) -> None:
    page = two_sheets(workspace, window, story, sheet)
    keys(page, "302", "Enter")
    assert page.paper.doubt.title.text() == "Sheet 302 is entered already"
    assert not page.paper.doubt.resit.isVisible()
    keys(page, "Enter")
    click(page.paper.discard)
    assert feedback.waiting(story.work, story.course) == 1
    click(page.paper.foot.undo)
    assert feedback.waiting(story.work, story.course) == 2
    assert feedback.begun_papers(story.work, sheet.sitting) == [], "it is whole again"


@pytest.mark.parametrize("way", ["back", "screen", "other sheet"])
def test_a_corrected_sheet_is_whole_however_it_is_left(
    workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet, way: str
) -> None:
    page = two_sheets(workspace, window, story, sheet)
    keys(page, "302", "Enter", "Enter", "Del")
    assert len(feedback.begun_papers(story.work, sheet.sitting)) == 1
    keys(page, "2")
    if way == "back":
        click(page.back)
    elif way == "screen":
        workspace.open("today")
    else:
        page.open_number("301")
    settle()
    assert feedback.begun_papers(story.work, sheet.sitting) == []
    assert feedback.begin_paper(story.work, sheet.sitting, 302).answers == ("2", "4", "5")


def test_a_participants_paper_that_was_begun_is_deleted_and_brought_back(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    test = knowledge_form(story)
    tab = tab_of_tests(workspace, window, story)
    page = first_entry(tab, test)
    keys(page, "7", "Enter")
    assert not page.paper.discard.isVisible(), "nothing is kept yet"
    keys(page, "2", "1")
    assert page.paper.discard.isVisible()
    click(page.back)
    row = tab.sittings.rows[0]
    row.fill_menu()
    next(
        each for each in row.menu.actions() if each.objectName() == f"{row.objectName()}_unfinished"
    ).trigger()
    assert page.run.paper is not None
    assert page.run.paper.number == 7
    click(page.paper.discard)
    assert not keying.is_begun(story.work, keying.open_paper(story.work, test.sitting, 7))
    assert said(page) == "Deleted. “Undo” brings it back."
    assert page.papers.sum.text().startswith("0 of ")
    assert "not finished" not in page.papers.sum.text()
    press(page.paper.top.number, Qt.Key.Key_Z, CTRL)
    assert answers(story, test, 7) == ["2", "1", None, None]
    keys(page, "7", "Enter", "3", "4")
    assert answers(story, test, 7) == ["2", "1", "3", "4"]
    keys(page, "7", "Enter")
    assert not page.paper.discard.isVisible(), "it is asked about first"
    keys(page, "Enter")
    assert page.paper.discard.isVisible(), "a whole paper, opened again"
    assert page.paper.discard.text() == "Delete the paper"
    click(page.paper.discard)
    assert not keying.is_begun(story.work, keying.open_paper(story.work, test.sitting, 7))
    press(page.paper.top.number, Qt.Key.Key_Z, CTRL)
    assert answers(story, test, 7) == ["2", "1", "3", "4"]
    tab.acts.act("second", test.sitting)
    page.begin_second("Ф. Азизов")
    keys(page, "7", "Enter")
    assert not page.paper.discard.isVisible(), "the second entry deletes nothing of the first"


def keyed_and_deleted(workspace: Workspace, window: MainWindow, story: Story, test: Sheet) -> KeyingPage:
    """Key in the whole paper 7 of a test and delete it."""
    page = first_entry(tab_of_tests(workspace, window, story), test)
    keys(page, "7", "Enter", "2134", "7", "Enter", "Enter")
    click(page.paper.discard)
    assert said(page) == "Deleted. “Undo” brings it back."
    assert page.paper.foot.undo.isEnabled()
    return page


def test_the_line_and_its_button_go_when_its_step_is_taken_back_by_the_key(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    test = knowledge_form(story)
    page = keyed_and_deleted(workspace, window, story, test)
    press(page.paper.top.number, Qt.Key.Key_Z, CTRL)
    assert answers(story, test, 7) == ["2", "1", "3", "4"]
    deleted = "No.\u00a07, post-test: paper deleted, with its answers"
    before = "The next undo takes back: No.\u00a07, post-test: question 4, D"
    assert said(page) == f"Undone: {deleted}. {before}", "not as if that was undone"
    assert page.paper.foot.undo.toolTip() == page.context.undo.undo_words, "as the rail offers it"
    click(page.paper.foot.undo)
    assert answers(story, test, 7) == ["2", "1", "3", None]
    assert said(page).startswith("Undone: No.\u00a07, post-test: question 4, D. The next undo")
    for _ in range(3):
        click(page.paper.foot.undo)
    assert said(page) == "Undone: No.\u00a07, post-test: question 1, B", "nothing more is theirs"
    assert not page.paper.foot.undo.isEnabled(), "what was there before these papers is not theirs"


def test_the_line_and_its_button_go_when_something_else_is_written(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    test, other = knowledge_form(story), knowledge_form(story, occasion=Occasion.PRE)
    page = keyed_and_deleted(workspace, window, story, test)
    view = keying.open_paper(story.work, other.sitting, 5)
    changes = keying.key_answer(story.work, view, other.questions[0], "3")
    page.context.changes.announce(changes)
    assert said(page).startswith("Each answer is on the disk")
    assert not page.paper.foot.undo.isEnabled()
    page.paper.undo()
    assert answers(story, other, 5)[0] == "3", "what another screen wrote stays"
    page.context.undo_last()
    settle()
    assert answers(story, other, 5)[0] is None
    assert page.paper.foot.undo.isEnabled(), "the deletion is the newest step again"


def test_a_step_that_nobody_announced_is_not_taken_back_by_the_button(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    test, other = knowledge_form(story), knowledge_form(story, occasion=Occasion.PRE)
    page = keyed_and_deleted(workspace, window, story, test)
    view = keying.open_paper(story.work, other.sitting, 5)
    keying.key_answer(story.work, view, other.questions[0], "3")
    click(page.paper.foot.undo)
    assert answers(story, other, 5)[0] == "3"
    assert not keying.is_begun(story.work, keying.open_paper(story.work, test.sitting, 7))
    assert not page.paper.foot.undo.isEnabled()
    assert QApplication.focusWidget() is page.paper.top.number


def test_the_keyboard_goes_back_to_the_number_after_the_button(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    test = knowledge_form(story)
    page = keyed_and_deleted(workspace, window, story, test)
    page.paper.foot.undo.setFocus()
    click(page.paper.foot.undo)
    settle()
    assert answers(story, test, 7) == ["2", "1", "3", "4"]
    assert QApplication.focusWidget() is page.paper.top.number
    keys(page, "1", "Enter")
    assert page.run.paper is not None
    assert page.run.paper.number == 1
    assert answers(story, test, 7) == ["2", "1", "3", "4"], "Enter took nothing more back"


def test_what_was_entered_is_not_told_any_more_once_undo_brought_back_the_paper_before(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    test = knowledge_form(story)
    page = keyed_and_deleted(workspace, window, story, test)
    keys(page, "7", "Enter", "1*")
    assert "entered whole: 1 answer, left blank: 3" in said(page)
    assert page.paper.foot.undo.isEnabled()
    for _ in range(3):
        press(QApplication.focusWidget() or page, Qt.Key.Key_Z, CTRL)
        settle()
        assert "entered whole" not in said(page)
    assert answers(story, test, 7) == ["2", "1", "3", "4"]


def test_what_is_missing_is_not_told_any_more_once_undo_brought_it_back(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    test = knowledge_form(story, 3)
    page = first_entry(tab_of_tests(workspace, window, story), test)
    keys(page, "7", "Enter", "213")
    keys(page, "7", "Enter", "Enter")
    keys(page, "Del", "Right", "Del", "Right", "Right")
    assert "Missing: 2 answers" in said(page)
    page.context.undo_last()
    settle()
    assert "Missing" not in said(page)
    keys(page, "Right", "Right")
    assert "Missing: 1 answer" in said(page)
    page.context.undo_last()
    settle()
    assert answers(story, test, 7) == ["2", "1", "3"]
    assert "Missing" not in said(page)
    page.context.redo_last()
    settle()
    assert said(page) == "Saved: No.\u00a07, post-test: question 1 cleared"
    assert page.paper.foot.undo.toolTip() == page.context.undo.undo_words


def test_an_answer_of_a_sheet_that_was_taken_back_is_named_with_the_one_before(
    workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet
) -> None:
    """S3: "Saved: question 2: –" stood there, as if something was saved."""
    page = first_entry(feedback_tab(workspace, window, story), sheet)
    keys(page, "301", "Enter", "54")
    assert page.paper.foot.undo.toolTip() == "question 2: 4"
    press(QApplication.focusWidget() or page, Qt.Key.Key_Z, CTRL)
    assert said(page) == "Undone: question 2: 4. The next undo takes back: question 1: 5"
    press(QApplication.focusWidget() or page, Qt.Key.Key_Z, CTRL)
    assert said(page) == "Undone: question 1: 5"
    press(QApplication.focusWidget() or page, Qt.Key.Key_Y, CTRL)
    assert said(page) == "Saved: question 1: 5"
    keys(page, "Esc", "302", "Enter", "3")
    for _ in range(2):
        press(QApplication.focusWidget() or page, Qt.Key.Key_Z, CTRL)
    assert said(page) == "Undone: question 1: 5", "the page is at that sheet again"


@pytest.mark.parametrize(
    ("code", "nothing"),
    [
        ("en", "Closed; nothing was entered."),
        ("ru", "Закрыто; ничего не введено."),
        ("tg", "Пӯшида шуд; чизе ворид нашуд."),
    ],
)
def test_a_paper_of_which_nothing_was_entered_is_not_put_off(
    workspace: Workspace,
    window: MainWindow,
    story: Story,
    language: LanguageSwitch,
    code: str,
    nothing: str,
) -> None:
    """S3: after + and Esc it said that a paper was put off, with all its answers missing."""
    test = knowledge_form(story)
    page = first_entry(tab_of_tests(workspace, window, story), test)
    language.choose(code)
    keys(page, "7", "Enter", "+", "Esc")
    assert said(page) == nothing
    assert not keying.is_begun(story.work, keying.open_paper(story.work, test.sitting, 7))
    keys(page, "7", "Enter", "1", "Esc")
    assert said(page) != nothing
    assert "3" in said(page)


@pytest.mark.parametrize("size", [(911, 465), (683, 465), (1050, 540)])
def test_no_line_of_a_question_is_crushed_with_large_text(
    workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet, size: tuple[int, int]
) -> None:
    """What 150 and 130 % leave of 1366x697, and 150 % of 1024x700."""
    tab = feedback_tab(workspace, window, story)
    window.resize(*size)
    page = first_entry(tab, sheet)
    page.open_number("301")
    question = page.paper.question

    def is_whole() -> bool:
        parts = (question.title, question.hint)
        lines = all(part.height() >= part.heightForWidth(part.width()) for part in parts)
        options = question.options.height() >= question.options.minimumSizeHint().height()
        return lines and options and question.visibleRegion().boundingRect().height() == question.height()

    for _ in range(2):
        for _ in range(4):
            settle()
            QApplication.processEvents()
        assert is_whole()
        keys(page, "4")


@pytest.mark.parametrize("size", [(683, 467), (911, 512)])
def test_one_scroll_bar_is_enough_for_a_paper_in_a_low_window(
    workspace: Workspace, window: MainWindow, story: Story, size: tuple[int, int]
) -> None:
    """S3: at 150 % the page, the list beside and the answers of a long test scrolled, one in the other."""
    test = knowledge_form(story, 60)
    tab = tab_of_tests(workspace, window, story)
    window.resize(*size)
    page = first_entry(tab, test)
    keys(page, "7", "Enter", "21")
    settle()
    shown = [bar for bar in workspace.findChildren(QScrollBar) if bar.isVisible()]
    assert shown == [workspace.scrolled.verticalScrollBar()]
    keys(page, "Esc")
    settle()
    assert page.papers.isVisible(), "the next paper can be chosen there"
    window.resize(1366, 697)
    keys(page, "7", "Enter")
    settle()
    assert page.papers.isVisible(), "with room it stands beside"


# Second presses and help


def double_click(window: MainWindow, on: QWidget, place: QPoint) -> None:
    handle = window.windowHandle()
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, none, on.mapTo(window, place))
    settle()


@pytest.mark.parametrize("told", [True, False])
def test_a_double_click_answers_one_question_and_a_held_key_too(
    workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet, qtbot: QtBot, told: bool
) -> None:
    page = first_entry(feedback_tab(workspace, window, story), sheet)
    page.open_number("301")
    settle()
    options = page.paper.question.options
    double_click(window, options, QPoint(60, options.height() // 5 // 2))
    assert page.run.paper is not None
    assert page.run.paper.answers == ("1", None, None)
    hold(window, Qt.Key.Key_4, "4", 3, told=told)
    # Digits are given back once they are known to be no scanner's, all at once.
    qtbot.waitUntil(lambda: page.run.place == 2)
    assert page.run.paper.answers == ("1", "4", None), "nobody looked at the next question"
    page.run.go(0)
    hold(window, Qt.Key.Key_Return, "\r", 3, told=told)
    assert page.run.place == 1


def test_enter_held_in_a_field_goes_on_once(workspace: Workspace, window: MainWindow, story: Story) -> None:
    test = mixed_form(story)
    page = first_entry(tab_of_tests(workspace, window, story), test)
    keys(page, "7", "Enter")
    for place in (2, 3):
        page.run.go(place)
        page.paper.question.target().setFocus()
        type_text(page.paper.question.field, "12")
        hold(window, Qt.Key.Key_Return, "\r", 4)
        assert page.run.place == place + 1
    assert page.run.paper is not None
    assert page.run.paper.answers[4] is None


def test_a_double_click_settles_the_difference_that_was_looked_at_alone(
    workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet
) -> None:
    paper = feedback.key_paper(story.work, sheet.sitting, ["5", "5", "5"], 301)
    for place in range(3):
        paper = feedback.answer_paper(story.work, paper, place, "4", second=True)
    tab = feedback_tab(workspace, window, story)
    tab.acts.act("differences", sheet.sitting)
    settle()
    take = tab.acts.page.differences.take_first
    double_click(window, take, take.rect().center())
    assert len(feedback.differences(story.work, sheet.sitting)) == 2


def test_f1_opens_the_page_about_what_is_keyed_in(
    workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet
) -> None:
    test = knowledge_form(story)
    show(window)
    for name, sitting, number in (("feedback", sheet.sitting, "301"), ("tests", test.sitting, "7")):
        workspace.open("courses", course=story.course, tab=name, sitting=sitting)
        settle()
        (page,) = (each for each in workspace.findChildren(KeyingPage) if each.isVisible())
        page.open_number(number)
        press(window, Qt.Key.Key_F1)
        assert workspace.help.view.page_name == name
        press(window, Qt.Key.Key_F1)
        assert not workspace.help.isVisible()


def test_how_many_waited_before_is_not_said_any_more_once_another_sheet_is_keyed_in(
    workspace: Workspace, window: MainWindow, story: Story, sheet: Sheet
) -> None:
    """The band went on to say "1 sheet waits" while six did: no step of the journal tells of a sheet."""
    page = first_entry(feedback_tab(workspace, window, story), sheet)
    workspace.context.tell_how_it_is(Mood.NOW, "filling.ended.waiting", count=1)
    assert workspace.banner.isVisible()
    keys(page, "301", "Enter", "454", "Enter")
    assert feedback.waiting(story.work) == 1
    assert workspace.banner.isHidden()
