"""Forms of a course in its Tests tab: chosen, set, taken away; the next step; keyed beside typed points."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.actions.sheets import Sheet
from tests.kit.world import Story
from tests.ui.driving import click, find, press, settle, show, type_text
from tests.ui.evaluation_parts import TAB_SIZE, cut_heads, open_tab, score
from tests.ui.keying_parts import keys, knowledge_form, rating_form
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import forms, keying, scores
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import ResitRule
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.evaluations.sitting_cards import SittingRow
from trainer_app.ui.evaluations.sitting_commands import FormChooser
from trainer_app.ui.evaluations.tests_tab import TestsTab
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import ButtonKind

PRE, POST = 2, 4


@pytest.fixture
def tab(qtbot: QtBot, context: AppContext, story: Story) -> TestsTab:
    made = TestsTab(context)
    open_tab(qtbot, made, story.course)
    return made


def key_whole(story: Story, sheet: Sheet, number: int, answers: str, *, second: bool = False) -> None:
    view = keying.open_paper(story.work, sheet.sitting, number)
    for question, answer in zip(sheet.questions, answers, strict=True):
        keying.key_answer(story.work, view, question, answer, second=second)


def chooser_of(tab: TestsTab) -> FormChooser:
    click(tab.sittings.add)
    assert tab.acts.chooser is not None
    return tab.acts.chooser


def shown(tab: TestsTab, row: int, column: int) -> str:
    return str(tab.model.data(tab.model.index(row, column)))


def test_without_a_form_the_card_says_what_one_is_good_for_and_points_are_typed(
    tab: TestsTab, story: Story
) -> None:
    assert "Without one the points are typed" in tab.sittings.nothing.text()
    assert tab.sittings.add.kind is ButtonKind.PRIMARY
    assert QApplication.focusWidget() is tab.view


def test_a_form_that_comes_along_is_chosen_for_both_occasions(tab: TestsTab, story: Story) -> None:
    chooser = chooser_of(tab)
    assert chooser.rows["use"].field.currentText() == "Pre-test"
    assert chooser.rows["both"].isChecked()
    assert "comes with the program" in chooser.group.button(0).accessibleDescription()
    click(chooser.accept_button)
    settle()
    found = forms.list_sittings(story.work, story.course)
    assert [view.sitting.occasion for view in found] == [Occasion.PRE, Occasion.POST]
    assert [row.title.text() for row in tab.sittings.rows] == ["Pre-test", "Post-test"]
    assert [row.next.kind for row in tab.sittings.rows] == [ButtonKind.PRIMARY, ButtonKind.PLAIN]
    # What is left to choose is offered next time.
    again = chooser_of(tab)
    assert again.rows["use"].field.currentText() == "Test after 3 months"
    assert again.rows["both"].isHidden()


def test_a_form_of_the_bank_is_listed_with_its_questions(tab: TestsTab, story: Story) -> None:
    rating_form(story)
    tab.refresh()
    chooser = chooser_of(tab)
    chooser.rows["use"].field.setCurrentIndex(
        next(at for at, use in enumerate(chooser.uses) if use.occasion is Occasion.END)
    )
    listed = [button.accessibleName() for button in chooser.group.buttons()]
    assert listed[0] == "Role play"
    assert "3 questions" in chooser.group.button(0).accessibleDescription()
    press(chooser, Qt.Key.Key_Escape)
    assert chooser.isHidden()


def test_an_open_chooser_says_its_forms_in_the_language_of_now(
    tab: TestsTab, story: Story, language: LanguageSwitch
) -> None:
    knowledge_form(story, 2)
    tab.refresh()
    chooser = chooser_of(tab)
    chooser.rows["use"].field.setCurrentIndex(0)
    english = [button.accessibleName() for button in chooser.group.buttons()]
    chooser.group.button(len(english) - 1).setChecked(True)
    chooser.rows["both"].setChecked(False)
    language.choose("tg")
    settle()
    assert "санҷиши дониш" in chooser.group.button(len(english) - 1).accessibleName()
    assert chooser.group.checkedId() == len(english) - 1
    assert not chooser.rows["both"].isChecked()


def inside(row: SittingRow) -> bool:
    """Tell whether every button of a row is shown whole, on itself and in its window."""
    buttons = [each for each in (row.paper, row.next, row.fill, row.more) if each.isVisible()]
    window = row.window()
    return all(
        row.rect().contains(QRect(each.mapTo(row, QPoint()), each.size()))
        and window.rect().contains(QRect(each.mapTo(window, QPoint()), each.size()))
        and each.width() >= each.minimumSizeHint().width()
        for each in buttons
    )


@pytest.mark.parametrize("size", [(1366, 697), (1024, 660)])
@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_papers_are_printed_by_a_button_in_sight_that_gives_way_once_one_is_entered(
    tab: TestsTab, story: Story, language: LanguageSwitch, size: tuple[int, int], code: str
) -> None:
    sheet = knowledge_form(story, 2)
    tab.window().resize(*size)
    language.choose(code)
    tab.refresh()
    settle()
    row = tab.sittings.rows[0]
    assert row.paper.isVisible()
    assert inside(row)
    asked: list[tuple[str, str]] = []
    row.requested.connect(lambda act, key: asked.append((act, key)))
    click(row.paper)
    assert asked == [("print", sheet.sitting)]
    words = {"en": "Print the papers", "ru": "Напечатать работы", "tg": "Чопи корҳои санҷишӣ"}
    assert row.paper.toolTip() == words[code]
    key_whole(story, sheet, 1, "11")
    tab.refresh()
    settle()
    assert row.paper.isVisible(), "who comes late needs one"
    assert (row.paper.kind, row.next.kind) == (ButtonKind.GHOST, ButtonKind.PRIMARY)
    assert row.paper.x() > row.next.x() or row.paper.y() > row.next.y(), "what is next is to enter them"
    assert inside(row)


def test_printing_is_the_first_thing_to_do_before_anybody_has_come(tab: TestsTab, story: Story) -> None:
    knowledge_form(story, 2)
    tab.refresh()
    row = tab.sittings.rows[0]
    assert (row.paper.kind, row.next.kind) == (ButtonKind.PLAIN, ButtonKind.PRIMARY)
    for enrolment in story.enrolments:
        for session in story.sessions:
            attendance.mark(story.work, enrolment, session, None)
    tab.refresh()
    assert row.text.text() == "No paper is entered yet; on the list: 25."
    assert (row.paper.kind, row.next.kind) == (ButtonKind.PRIMARY, ButtonKind.PLAIN)


def test_the_card_counts_points_that_were_typed_into_the_table(tab: TestsTab, story: Story) -> None:
    sheet = knowledge_form(story, 2)
    for enrolment in story.enrolments[:2]:
        scores.set_score(story.work, enrolment, Occasion.POST, 100, 200)
    tab.refresh()
    row = tab.sittings.rows[0]
    assert (row.text.text(), row.next.text()) == ("Points typed: 2 of 23", "Enter")
    key_whole(story, sheet, 3, "11")
    tab.refresh()
    assert row.text.text() == "1 of 23 papers entered · points typed: 2"


def test_the_next_step_goes_from_keying_in_to_the_differences(tab: TestsTab, story: Story) -> None:
    sheet = knowledge_form(story, 2)
    tab.refresh()
    row = tab.sittings.rows[0]
    assert (row.next.text(), row.text.text()) == (
        "Enter",
        "No paper is entered yet; of those who came, 23 should have one.",
    )
    for number in range(1, 26):
        key_whole(story, sheet, number, "11")
    sitting = forms.get_sitting(story.work, sheet.sitting)
    forms.change_sitting(story.work, replace(sitting, double=True))
    tab.refresh()
    assert (row.next.text(), row.text.text()) == ("Second entry", "25 of 25 papers entered · 0 entered twice")
    for number in range(1, 26):
        key_whole(story, sheet, number, "12" if number == 4 else "11", second=True)
    tab.refresh()
    assert row.next.text() == "Settle the differences"
    assert row.text.text() == "25 of 25 papers entered · 25 entered twice · 1 difference"
    click(row.next)
    assert tab.acts.page.mode == "differences"
    keys(tab, "1")
    tab.acts.page.closed.emit()
    settle()
    assert row.next.text() == "Results"


def test_keyed_points_stand_among_typed_ones_and_are_not_typed_over(tab: TestsTab, story: Story) -> None:
    sheet = knowledge_form(story, 4)
    key_whole(story, sheet, 2, "1123")
    score(story, 0, Occasion.POST, 15)
    tab.refresh()
    assert [shown(tab, row, POST) for row in range(3)] == ["15", "2", ""]
    tab.view.setCurrentIndex(tab.model.index(1, POST))
    before = story.work.journal.number
    type_text(tab.view, "9")
    press(tab.view, Qt.Key.Key_Delete)
    assert tab.view.editor() is None
    assert story.work.journal.number == before
    # Enter passes over it.
    tab.view.setCurrentIndex(tab.model.index(0, POST))
    press(tab.view, Qt.Key.Key_Return)
    assert tab.view.currentIndex().row() == 2
    press(tab.view, Qt.Key.Key_Up)
    tip = tab.model.data(tab.model.index(1, POST), Qt.ItemDataRole.ToolTipRole)
    assert tip == "From the answers of paper 2: Knowledge test. A double click opens it."


def test_a_double_click_on_keyed_points_opens_their_paper(tab: TestsTab, story: Story) -> None:
    sheet = knowledge_form(story, 2)
    key_whole(story, sheet, 2, "12")
    tab.refresh()
    tab.view.doubleClicked.emit(tab.model.index(1, POST))
    assert tab.acts.open
    assert tab.acts.page.paper.top.name.text() == "Азизов Фаррух"


def test_a_number_typed_after_the_papers_were_left_is_nobodys_points(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    knowledge_form(story, 2, occasion=Occasion.PRE)
    sheet = knowledge_form(story, 2)
    show(window)
    workspace.open("courses", course=story.course, tab="tests")
    settle()
    tab = find(workspace, TestsTab, "screen_course_tests")
    tab.acts.act("first", sheet.sitting)
    settle()
    for way in ("Esc", "button"):
        if way == "Esc":
            keys(tab, "Esc")
        else:
            click(tab.acts.page.back)
        settle()
        assert not tab.acts.open
        assert QApplication.focusWidget() is tab.sittings.rows[1].next, "not the one before"
        keys(tab, "8", "Enter")
        settle()
        assert scores.typed_scores(story.work, story.course) == []
        assert tab.acts.open, "Enter leads to the papers again"
        assert QApplication.focusWidget() is tab.acts.page.paper.top.number


def test_settings_of_a_sitting_are_one_step(tab: TestsTab, story: Story) -> None:
    sheet = knowledge_form(story)
    tab.refresh()
    tab.acts.act("settings", sheet.sitting)
    form = tab.acts.settings
    assert form is not None
    form.rows["double"].setChecked(True)
    form.rows["minutes"].field.setText("300")
    click(form.accept_button)
    assert "240" in form.rows["minutes"].error.text()
    form.rows["minutes"].field.setText("45")
    form.rows["language"].field.setCurrentIndex(1)
    click(form.accept_button)
    kept = forms.get_sitting(story.work, sheet.sitting)
    assert (kept.double, kept.minutes, kept.language, kept.paged) == (True, 45, "tg", True)
    tab.context.undo_last()
    assert not forms.get_sitting(story.work, sheet.sitting).double


def test_a_form_without_papers_is_taken_away_and_one_with_papers_stays(tab: TestsTab, story: Story) -> None:
    sheet = knowledge_form(story, 2)
    tab.refresh()
    said: list[str] = []
    tab.context.noticed.connect(lambda notice: said.append(notice.title))
    key_whole(story, sheet, 1, "11")
    tab.acts.act("drop", sheet.sitting)
    assert "1 papers of this form were entered" in said[0]
    keying.delete_paper(story.work, keying.open_paper(story.work, sheet.sitting, 1))
    other = knowledge_form(story, 3, occasion=Occasion.PRE)
    tab.refresh()
    tab.acts.act("drop", other.sitting)
    settle()
    assert [row.isVisibleTo(tab) for row in tab.sittings.rows] == [True, False]


def test_the_rule_for_re_sits_is_stated_and_changed(tab: TestsTab, story: Story) -> None:
    sheet = knowledge_form(story, 2)
    key_whole(story, sheet, 1, "11")
    again = keying.next_attempt(story.work, sheet.sitting, story.enrolments[0])
    for question in sheet.questions:
        keying.key_answer(story.work, again, question, "2")
    tab.refresh()
    assert tab.rule.text() == "The best of several tests counts"
    assert shown(tab, 0, POST) == "2"
    click(tab.change_rule)
    assert tab.acts.rule is not None
    click(tab.acts.rule.rows["last"])
    click(tab.acts.rule.accept_button)
    settle()
    assert courses.get_course(story.work, story.course).course.resit_rule is ResitRule.LAST
    assert tab.rule.text() == "The last of several tests counts"
    assert shown(tab, 0, POST) == "0"
    assert scores.course_scores(story.work, story.course)[0].attempt == 2


def test_the_menu_of_a_row_offers_everything_else(tab: TestsTab, story: Story) -> None:
    knowledge_form(story)
    rating_form(story)
    tab.refresh()
    test, rating = tab.sittings.rows
    test.fill_menu()
    names = [action.objectName() for action in test.menu.actions() if action.objectName()]
    assert "tests_sittings_1_fill" in names
    assert "tests_sittings_1_settings" in names
    rating.fill_menu()
    names = [action.objectName() for action in rating.menu.actions() if action.objectName()]
    assert "tests_sittings_2_fill" not in names, "the trainer fills in ratings"
    assert rating.fill.isHidden()


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_the_tab_and_its_panels_fit_in_every_language(
    tab: TestsTab, story: Story, language: LanguageSwitch, code: str
) -> None:
    sheet = knowledge_form(story, 2)
    rating_form(story)
    key_whole(story, sheet, 1, "11")
    language.choose(code)
    tab.refresh()
    settle()
    least = tab.minimumSizeHint()
    assert least.width() <= TAB_SIZE[0]
    assert least.height() <= TAB_SIZE[1]
    assert cut_heads(tab.view) == []
    for row in tab.sittings.rows:
        assert row.minimumSizeHint().width() <= row.width() <= tab.sittings.width()
        assert "{" not in row.text.text()
