"""Buttons of keying in and of filling in on the laptop that no other test presses."""

import pytest
from pytestqt.qtbot import QtBot

from tests.actions.questionnaires import knowledge_test
from tests.kit.world import Story
from tests.ui.driving import click, find, settle, type_text
from tests.ui.evaluation_parts import open_tab
from tests.ui.keying_parts import answers, feedback_form, keys, knowledge_form, open_page
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.evaluations.filling.page import DonePage, LeaveOverlay, WelcomePage, start_filling
from trainer_app.ui.evaluations.filling.sheet_page import AnswerSheetPage
from trainer_app.ui.evaluations.tests_tab import TestsTab
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog


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
