"""Buttons of keying in and of filling in on the laptop that no other test presses."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.actions.questionnaires import knowledge_test
from tests.kit.world import Story
from tests.ui.driving import click, find, press_button, settle, type_text
from tests.ui.evaluation_parts import open_tab
from tests.ui.keying_parts import answers, feedback_form, keys, knowledge_form, open_page
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.domain.courses.courses import ResitRule
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.evaluations.feedback_tab import FeedbackTab
from trainer_app.ui.evaluations.filling.page import LeaveOverlay, start_filling
from trainer_app.ui.evaluations.filling.sheet_page import AnswerSheetPage, DonePage, WelcomePage
from trainer_app.ui.evaluations.tests_tab import TestsTab
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.papers.print_tab import PrintTab
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.overlays import ConfirmDialog
from trainer_app.ui.widgets.pages import ScrollPage


def test_the_first_entry_is_taken_by_its_button(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1234")
    page.show_mode("second")
    page.paper.keyer.row.field.setText("Ф. Азизов")
    click(page.paper.keyer.begin)
    settle()
    keys(page, "1", "Enter", "1244")
    page.show_mode("differences")
    settle()
    click(page.differences.take_first)
    settle()
    assert answers(story, sheet, 1) == ["1", "2", "3", "4"] == answers(story, sheet, 1, second=True)


def test_a_new_sheet_of_nobody_is_begun_by_its_button(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    page = open_page(qtbot, context, feedback_form(story))
    click(page.paper.top.new_sheet)
    settle()
    keys(page, "543", "Enter")
    settle()
    assert feedback.waiting(story.work) == 1


def test_a_number_that_was_not_printed_is_told(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sitting = feedback_form(story)
    page = open_page(qtbot, context, sitting)
    keys(page, "77", "Enter")
    settle()
    assert "was printed here" not in page.paper.foot.words.text(), "nothing was printed, nothing is known"
    keys(page, "Esc")
    printed = feedback.take_numbers(story.work, sitting.sitting, 25)
    for number, strange in ((max(printed) + 1, True), (printed[0], False), (7, True)):
        keys(page, str(number), "Enter")
        settle()
        told = f"No sheet with the number {number} was printed here" in page.paper.foot.words.text()
        assert told is strange, number
        keys(page, "Esc")
        settle()


def test_a_participant_goes_back_hands_in_and_gives_way_to_the_next(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    sitting = knowledge_test(story.work, story.course, Occasion.POST, count=4)
    filling = start_filling(context, workspace, sitting)
    assert filling is not None
    settle()
    welcome = filling.stack.currentWidget()
    assert isinstance(welcome, WelcomePage)
    type_text(welcome.number, "3")
    click(welcome.forward)
    settle()
    click(welcome.again)
    assert welcome.number.text() == ""
    type_text(welcome.number, "4")
    click(welcome.forward)
    click(welcome.forward)
    settle()
    sheet = filling.stack.currentWidget()
    assert isinstance(sheet, AnswerSheetPage)
    click(sheet.hand)
    find(filling.window(), ConfirmDialog, "filling_ask").yes.click()
    settle()
    assert keying.open_paper(story.work, sitting, 4).paper.finished
    done = filling.stack.currentWidget()
    assert isinstance(done, DonePage)
    click(done.next_sheet)
    settle()
    assert isinstance(filling.stack.currentWidget(), WelcomePage)


def test_leaving_asks_for_the_passphrase(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    sitting = knowledge_test(story.work, story.course, Occasion.POST, count=4)
    filling = start_filling(context, workspace, sitting)
    assert filling is not None
    settle()
    click(filling.exit)
    assert find(window, LeaveOverlay, "filling_leave").isVisible()
    assert window.page() is filling


@pytest.fixture
def tab(qtbot: QtBot, context: AppContext, story: Story) -> TestsTab:
    made = TestsTab(context)
    open_tab(qtbot, made, story.course)
    return made


def test_one_question_a_page_is_ticked_in_the_settings_of_a_sitting(tab: TestsTab, story: Story) -> None:
    sheet = knowledge_form(story)
    tab.refresh()
    before = forms.get_sitting(story.work, sheet.sitting).paged
    tab.acts.act("settings", sheet.sitting)
    form = tab.acts.settings
    form.rows["paged"].click()
    form.accept_button.click()
    settle()
    assert forms.get_sitting(story.work, sheet.sitting).paged is not before


def test_the_bank_is_opened_from_the_choice_of_a_form(tab: TestsTab, context: AppContext) -> None:
    places: list[str] = []
    context.place_requested.connect(lambda name, _place: places.append(name))
    click(tab.sittings.add)
    chooser = tab.acts.chooser
    assert chooser is not None
    click(chooser.bank)
    assert places == ["evaluations"]


def test_a_number_that_was_mistyped_is_typed_again(qtbot: QtBot, context: AppContext, story: Story) -> None:
    page = open_page(qtbot, context, knowledge_form(story))
    before = story.work.journal.number
    keys(page, "31", "Enter")
    assert page.paper.stack.currentWidget() is page.paper.whose
    press_button(page, "keying_whose_back")
    assert page.paper.stack.currentWidget() is not page.paper.whose
    assert story.work.journal.number == before, "nothing was saved"
    keys(page, "1", "Enter", "1234")
    assert keying.open_paper(story.work, knowledge_sitting(story), 1).paper.answers


def knowledge_sitting(story: Story) -> str:
    (view,) = forms.list_sittings(story.work, story.course)
    return view.sitting.key


@pytest.fixture
def feedback_tab(qtbot: QtBot, context: AppContext, story: Story) -> FeedbackTab:
    feedback_form(story)
    made = FeedbackTab(context)
    open_tab(qtbot, made, story.course)
    return made


def test_more_of_a_form_is_a_menu(tab: TestsTab, feedback_tab: FeedbackTab, story: Story) -> None:
    knowledge_form(story)
    tab.refresh()
    for shown in (tab, feedback_tab):
        card = "tests" if shown is tab else "feedback"
        rows = [row for row in shown.sittings.rows if not row.isHidden()]
        press_button(shown, f"{card}_sittings_{len(rows)}_more")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert f"{card}_sittings_{len(rows)}_settings" in {each.objectName() for each in menu.actions()}
        menu.close()


@pytest.mark.parametrize("card", ["tests", "feedback"])
def test_a_form_is_filled_in_on_the_laptop_by_its_button(
    workspace: Workspace, window: MainWindow, story: Story, card: str
) -> None:
    knowledge_form(story) if card == "tests" else feedback_form(story)
    workspace.context.go("courses", course=story.course, tab=card)
    settle()
    press_button(workspace, f"{card}_sittings_1_fill")
    assert find(window, WelcomePage, "filling_welcome").isVisible()


@pytest.mark.parametrize("card", ["tests", "feedback"])
def test_print_leads_to_the_papers_of_that_form(
    workspace: Workspace, window: MainWindow, story: Story, card: str
) -> None:
    window.resize(1024, 600)
    knowledge_form(story) if card == "tests" else feedback_form(story)
    workspace.context.go("courses", course=story.course, tab=card)
    settle()
    press_button(workspace, f"{card}_sittings_1_paper")
    settle()
    name = "print_post_0" if card == "tests" else "print_feedback_0"
    button = find(workspace, Button, f"{name}_button")
    page = find(workspace, ScrollPage, "print_page")
    assert page.viewport().rect().contains(QRect(button.mapTo(page.viewport(), QPoint()), button.size()))
    assert QApplication.focusWidget() is button
    tab = find(workspace, PrintTab, "screen_course_print")
    assert [each for each in tab.findChildren(Button) if each.kind is ButtonKind.PRIMARY] == [button]
    # The next time the tab is opened by itself, it starts where it always does.
    for name in (card, "print"):
        tab.tab_requested.emit(name)
        settle()
    first = tab.room.day_blocks[0].row.button
    assert first.hasFocus()
    assert [each for each in tab.findChildren(Button) if each.kind is ButtonKind.PRIMARY] == [first]


def test_the_bank_is_opened_from_the_choice_of_feedback_too(
    feedback_tab: FeedbackTab, context: AppContext
) -> None:
    places: list[str] = []
    context.place_requested.connect(lambda name, _place: places.append(name))
    click(feedback_tab.sittings.add)
    press_button(feedback_tab.window(), "feedback_form_bank")
    assert places == ["evaluations"]


@pytest.mark.parametrize("card", ["tests", "feedback"])
def test_the_form_whose_row_is_clicked_is_chosen(
    tab: TestsTab, feedback_tab: FeedbackTab, story: Story, card: str
) -> None:
    shown = tab if card == "tests" else feedback_tab
    before = {view.sitting.key for view in forms.list_sittings(story.work, story.course)}
    click(shown.sittings.add)
    chooser = shown.acts.chooser
    assert chooser is not None
    last = len(chooser.group.buttons())
    assert not chooser.group.button(last - 1).isChecked() or last == 1
    wanted = chooser.group.button(last - 1).accessibleName()
    press_button(shown.window(), f"{card}_form_form_{last}")
    press_button(shown.window(), f"{card}_form_accept")
    new = [view for view in forms.list_sittings(story.work, story.course) if view.sitting.key not in before]
    assert new
    assert {view.form.form.title["en"] for view in new} == {wanted}


def test_a_form_is_used_on_one_occasion_alone(tab: TestsTab, story: Story) -> None:
    click(tab.sittings.add)
    press_button(tab.window(), "tests_form_both")
    press_button(tab.window(), "tests_form_accept")
    found = forms.list_sittings(story.work, story.course)
    assert [view.sitting.occasion for view in found] == [Occasion.PRE]


@pytest.mark.parametrize("rule", list(ResitRule))
def test_every_rule_of_a_re_sit_is_chosen(tab: TestsTab, story: Story, rule: ResitRule) -> None:
    other = ResitRule.BEST if rule is not ResitRule.BEST else ResitRule.FIRST
    forms.set_resit_rule(story.work, story.course, other)
    tab.refresh()
    press_button(tab, "tests_change_rule")
    press_button(tab.window(), f"tests_resit_{rule.value}")
    press_button(tab.window(), "tests_resit_accept")
    assert courses.get_course(story.work, story.course).course.resit_rule is rule


def test_entry_by_two_people_is_ticked_in_the_settings_of_a_sitting(tab: TestsTab, story: Story) -> None:
    sheet = knowledge_form(story)
    tab.refresh()
    before = forms.get_sitting(story.work, sheet.sitting).double
    tab.acts.act("settings", sheet.sitting)
    press_button(tab.window(), "tests_settings_double")
    press_button(tab.window(), "tests_settings_accept")
    assert forms.get_sitting(story.work, sheet.sitting).double is not before
