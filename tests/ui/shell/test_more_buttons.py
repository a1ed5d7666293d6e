"""The rest of the buttons of screens, papers and ways in, each found by its name."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.actions.questionnaires import knowledge_test
from tests.kit.running import SECONDS
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.bank_parts import add, number_question, open_screen
from tests.ui.driving import find, press_button, settle, type_text
from tests.ui.exchange.test_from_office import context as make_desk
from tests.ui.exchange.test_from_office import show, write_pack
from tests.ui.signatures_parts import open_pass
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import forms
from trainer_app.actions.exchange import importing
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion
from trainer_app.system.clock import SystemClock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.evaluations.filling.page import start_filling
from trainer_app.ui.evaluations.filling.sheet_page import AnswerSheetPage, WelcomePage
from trainer_app.ui.exchange.screen import SendScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.start.office_again import RestoreOfficePage
from trainer_app.ui.start.unlock import OpeningFailedPage
from trainer_app.ui.style.theme import Theme

__all__ = ["make_desk"]


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Answer every chooser of files with the paths that stand here."""
    paths: list[Path] = []
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args: (str(paths[0]) if paths else "", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path) for path in paths], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(paths[0]) if paths else "")
    return paths


@pytest.fixture
def form(story: Story) -> str:
    keys = [add(story.work), add(story.work, number_question())]
    return forms.save_form(story.work, Form("", FormKind.TEST, Texts(en="Calls"), tuple(keys))).key or ""


def test_a_form_is_copied_deleted_and_loses_a_question(workspace: Workspace, form: str, story: Story) -> None:
    page = open_screen(workspace, "forms").forms
    page.table.selectRow(0)
    press_button(workspace, "forms_copy")
    page.details.accept_button.click()
    settle()
    assert len(forms.list_forms(story.work)) == 2
    open_screen(workspace, "forms")
    page.table.selectRow(0)
    press_button(workspace, "forms_delete")
    assert len(forms.list_forms(story.work)) == 1
    page.table.selectRow(0)
    press_button(workspace, "forms_open")
    workspace.findChildren(QWidget, "form_table")[0].selectRow(0)  # type: ignore[attr-defined]
    press_button(workspace, "form_remove")
    left = forms.list_forms(story.work)[0]
    assert len(forms.get_form(story.work, left.key).form.questions) == 1


def test_a_form_is_seen_as_it_is_printed_and_left(workspace: Workspace, form: str) -> None:
    page = open_screen(workspace, "forms").forms
    page.table.selectRow(0)
    press_button(workspace, "forms_open")
    press_button(workspace, "form_preview")
    press_button(workspace, "preview_back")
    assert find(workspace, QWidget, "form_preview").isVisible()


def test_questions_in_and_out_of_files_are_begun_and_left(workspace: Workspace, form: str) -> None:
    open_screen(workspace, "questions")
    press_button(workspace, "questions_import")
    press_button(workspace, "question_import_choose_cancel")
    press_button(workspace, "questions_export")
    press_button(workspace, "question_export_back")
    assert find(workspace, QWidget, "questions_export").isVisible()


def test_a_file_of_questions_is_changed_for_another_and_given_up(
    workspace: Workspace, chosen: list[Path], tmp_path: Path
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"What of {name}?{{=a ~b}}\n", "utf-8")
    open_screen(workspace, "questions")
    press_button(workspace, "questions_import_first")
    chosen.append(tmp_path / "one.txt")
    press_button(workspace, "question_import_choose")
    chosen[0] = tmp_path / "two.txt"
    press_button(workspace, "question_import_other_file")
    press_button(workspace, "question_import_cancel")
    assert find(workspace, QWidget, "questions_import_first").isVisible()


def test_a_participant_goes_back_and_forth_and_stays_at_the_sheet(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    filling = start_filling(
        context, workspace, knowledge_test(story.work, story.course, Occasion.POST, count=4)
    )
    assert filling is not None
    settle()
    welcome = filling.stack.currentWidget()
    assert isinstance(welcome, WelcomePage)
    type_text(welcome.number, "4")
    for _ in range(2):
        welcome.forward.click()
        settle()
    sheet = filling.stack.currentWidget()
    assert isinstance(sheet, AnswerSheetPage)
    press_button(sheet, "filling_next")
    assert sheet.at == 1
    press_button(sheet, "filling_back")
    assert sheet.at == 0
    press_button(window, "filling_exit")
    press_button(window, "filling_leave_no")
    assert window.page() is filling


def test_a_page_of_the_signed_sheet_is_turned_back(qtbot: QtBot, context: AppContext, story: Story) -> None:
    evening = open_pass(qtbot, context, story)
    press_button(evening.page, "signatures_page_after")
    press_button(evening.page, "signatures_page_before")
    assert evening.place() == (1, 1)


def test_everything_goes_again_into_a_folder_of_ones_own(
    qtbot: QtBot, exchange: Exchange, make_desk: MakeContext, chosen: list[Path], tmp_path: Path
) -> None:
    importing.import_files(exchange.office, [exchange.waiting])
    importing.import_files(exchange.trainer, [write_pack(exchange)])
    screen = show(qtbot, SendScreen(make_desk(exchange.trainer), list))
    before = screen.what.everything.isChecked()
    press_button(screen, "sending_everything")
    assert screen.what.everything.isChecked() is not before
    chosen.append(tmp_path)
    screen.findChildren(QAbstractButton, "sending_other_folder")[0].click()
    assert screen.where.place == tmp_path


def test_people_without_courses_lead_to_the_courses(workspace: Workspace, story: Story) -> None:
    screen = workspace.open("people")
    settle()
    assert screen is not None
    button = screen.findChildren(QWidget, "people_to_courses")[0]
    button.click()  # type: ignore[attr-defined]
    assert workspace.current() == "courses"


def test_a_person_is_left_by_the_arrow(workspace: Workspace, story: Story) -> None:
    screen = workspace.open("people")
    settle()
    assert screen is not None
    screen.show_place(person=enrolments.list_enrolments(story.work, story.course)[0].person.key)
    settle()
    press_button(screen, "person_back")
    assert not find(screen, QWidget, "person_back").isVisible()


def test_a_paper_is_left_by_its_button(workspace: Workspace, context: AppContext) -> None:
    workspace.open("today")
    press_button(workspace, "print_table_cards")
    assert workspace.current() == ""
    press_button(workspace, "paper_back")
    assert workspace.current() == "today"


def test_details_and_backups_of_a_trouble_are_asked_for(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    page = OpeningFailedPage(language, DataFolder(tmp_path), TrainerError("database.damaged"))
    qtbot.addWidget(page)
    page.show()
    page.more.click()
    assert page.details.isVisible()
    with qtbot.waitSignal(page.backup_requested):
        page.backup.click()


def test_setting_an_office_up_again_can_be_left(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, tmp_path: Path
) -> None:
    page = RestoreOfficePage(language, Jobs(synchronous=True), DataFolder(tmp_path / "new"), SystemClock())
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.closed):
        page.back.click()


def test_long_work_is_stopped_by_the_button_of_its_band(
    qtbot: QtBot, story: Story, window: MainWindow, make_context: MakeContext
) -> None:
    context = make_context(story.work, synchronous=False)
    workspace = Workspace(context)
    window.show_page(workspace)
    begun, go_on = threading.Event(), threading.Event()
    told: list[str] = []
    context.noticed.connect(lambda notice: told.append(notice.title))

    def work(_work: Workplace, progress: Progress) -> None:
        progress("print.page", 0.5)
        begun.set()
        assert go_on.wait(SECONDS)
        progress("print.page", 0.6)
        raise AssertionError("it was not stopped")

    context.run("Counting", work, done=lambda _value: told.append("done"))
    qtbot.waitUntil(begun.is_set)
    settle()
    qtbot.waitUntil(lambda: workspace.cursor().shape() is Qt.CursorShape.BusyCursor)
    press_button(workspace, "job_stop")
    go_on.set()
    qtbot.waitUntil(lambda: not context.jobs.busy)
    qtbot.waitUntil(lambda: workspace.cursor().shape() is Qt.CursorShape.ArrowCursor)
    assert "done" not in told
