"""Buttons of the bank, of question files and of the viewer that no other test presses."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from tests.actions import scans
from tests.kit.world import Story
from tests.ui.bank_parts import SINGLE, add, number_question, open_screen
from tests.ui.driving import click, settle
from trainer_app.actions.attendance import attachments
from trainer_app.actions.evaluations import forms, question_files, questions
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Form, FormKind
from trainer_app.ui.attendance.sheets.attachment_viewer import open_attachment
from trainer_app.ui.evaluations.bank.export_page import QuestionExportPage
from trainer_app.ui.evaluations.bank.import_page import QuestionImportPage
from trainer_app.ui.evaluations.bank.questions_page import IMPORT
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace


@pytest.fixture
def form(story: Story) -> str:
    keys = [add(story.work), add(story.work, number_question())]
    return forms.save_form(story.work, Form("", FormKind.TEST, Texts(en="Calls"), tuple(keys))).key or ""


def test_a_form_is_opened_by_its_button_and_a_question_moved_up(
    workspace: Workspace, form: str, story: Story
) -> None:
    screen = open_screen(workspace, "forms")
    screen.forms.table.selectRow(0)
    click(screen.forms.buttons["open"])
    settle()
    page = screen.form_page
    assert page.isVisible()
    before = forms.get_form(story.work, form).form.questions
    page.table.selectRow(0)
    assert not page.up.isEnabled(), "the first stands as high as it can"
    page.table.selectRow(1)
    click(page.up)
    settle()
    assert forms.get_form(story.work, form).form.questions == before[::-1]


def test_the_standard_forms_are_offered_where_there_are_others_too(workspace: Workspace, form: str) -> None:
    page = open_screen(workspace, "forms").forms
    assert page.standard.isHidden()
    click(page.buttons["standard"])
    assert page.standard.isVisible()


def test_questions_are_exported_from_their_page(workspace: Workspace, form: str) -> None:
    screen = open_screen(workspace, "questions")
    click(screen.questions.buttons["export"])
    settle()
    assert isinstance(screen.whole.currentWidget(), QuestionExportPage)


def test_options_can_be_told_to_keep_their_order(workspace: Workspace, form: str, story: Story) -> None:
    page = open_screen(workspace, "questions").questions
    rows = [page.model.row(place).question for place in range(page.model.rowCount())]
    (place,) = [place for place, question in enumerate(rows) if question.text == SINGLE.text]
    page.table.selectRow(place)
    click(page.buttons["edit"])
    settle()
    assert not page.form.fixed.isChecked()
    click(page.form.fixed)
    click(page.form.accept_button)
    settle()
    assert questions.get_question(story.work, rows[place].key).fixed_order


def test_the_next_page_is_turned_to_by_button(
    context: AppContext, window: MainWindow, workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    path = scans.pdf(tmp_path / "two.pdf", "a", "b")
    made = attachments.attach(context.work, path, kind=AttachmentKind.SHEET, course=story.course)
    viewer = open_attachment(context, window, made.key or "")
    assert viewer is not None
    settle()
    click(viewer.forward)
    assert viewer.place.text().startswith("Page 2 of 2")
    assert not viewer.forward.isEnabled()


def test_all_notes_of_a_file_of_questions_are_shown(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = question_files.save(question_files.question_template("en"), tmp_path / "table.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for number in range(6):
        sheet.cell(1, sheet.max_column + 1, f"Column of nobody {number}")
        sheet.cell(2, sheet.max_column, "something")
    book.save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    screen = open_screen(workspace, "questions")
    screen.questions.exchange_requested.emit(IMPORT)
    settle()
    page = screen.whole.currentWidget()
    assert isinstance(page, QuestionImportPage)
    click(page.chooser.choose)
    settle()
    few = page.notes.text()
    click(page.all_notes)
    assert len(page.notes.text()) > len(few)
    click(page.all_notes)
    assert page.notes.text() == few
