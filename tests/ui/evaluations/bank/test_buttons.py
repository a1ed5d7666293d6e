"""Buttons of the bank, of question files and of the viewer that no other test presses."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.actions import scans
from tests.kit.world import Story
from tests.ui.bank_parts import SINGLE, add, number_question, open_screen
from tests.ui.driving import click, find, press, press_button, settle, type_text
from trainer_app.actions.attendance import attachments
from trainer_app.actions.evaluations import forms, question_files, questions
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import Form, FormKind
from trainer_app.ui.attendance.sheets.attachment_viewer import open_attachment
from trainer_app.ui.evaluations.bank.export_page import QuestionExportPage
from trainer_app.ui.evaluations.bank.form_page import FormPage
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
    assert not page.form.rows["fixed_order"].isChecked()
    click(page.form.rows["fixed_order"])
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


@pytest.fixture
def opened(workspace: Workspace, form: str) -> FormPage:
    """Open the form of two questions."""
    screen = open_screen(workspace, "forms")
    screen.open_form(form)
    settle()
    return screen.form_page


def test_a_question_of_a_form_is_changed_by_its_button(opened: FormPage, story: Story, form: str) -> None:
    opened.table.selectRow(0)
    key = opened.selection.key()
    press_button(opened, "form_edit")
    panel = opened.question_form
    assert panel.isVisible()
    panel.rows["text"].field.areas["en"].setPlainText("Another text?")
    press_button(opened.window(), "question_form_accept")
    assert questions.get_question(story.work, key).text["en"] == "Another text?"


def test_title_and_introduction_are_changed_by_their_button(
    opened: FormPage, story: Story, form: str
) -> None:
    press_button(opened, "form_details_open")
    line = opened.details.rows["title"].lines["en"]
    line.selectAll()
    type_text(line, "Calls at night")
    press_button(opened.window(), "form_details_accept")
    assert forms.get_form(story.work, form).form.title["en"] == "Calls at night"


@pytest.mark.parametrize("kind", list(FormKind))
def test_a_new_form_of_every_kind_is_begun(
    workspace: Workspace, form: str, story: Story, kind: FormKind
) -> None:
    screen = open_screen(workspace, "forms")
    press_button(screen, "forms_add")
    other = FormKind.FEEDBACK if kind is FormKind.TEST else FormKind.TEST
    screen.forms.details.rows[other.value].setChecked(True)
    press_button(screen.window(), f"form_kind_{kind.value}")
    for line in screen.forms.details.rows["title"].lines.values():
        type_text(line, "Нав")
    press_button(screen.window(), "form_details_accept")
    assert screen.form_page.isVisible(), "the new form is open"
    made = forms.get_form(story.work, screen.form_page.key).form
    assert (made.kind, made.title["ru"]) == (kind, "Нав")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_missing_language_leads_to_what_is_missing(workspace: Workspace, story: Story, code: str) -> None:
    whole = dict.fromkeys(LANGUAGES, "All about it")
    key = (
        forms.save_form(
            story.work, Form("", FormKind.TEST, Texts(**{**whole, code: ""}), (add(story.work),))
        ).key
        or ""
    )
    screen = open_screen(workspace, "forms")
    screen.open_form(key)
    settle()
    press_button(screen, f"form_language_{code}_button")
    details = screen.form_page.details
    assert details.isVisible()
    type_text(details.rows["title"].lines[code], "Нав")
    press_button(screen.window(), "form_details_accept")
    assert forms.get_form(story.work, key).form.title[code] == "Нав"


def test_another_version_is_opened_by_its_button(
    opened: FormPage, workspace: Workspace, story: Story, form: str
) -> None:
    writes = forms.freeze(story.work, forms.get_form(story.work, form))
    workspace.context.changes.announce(story.work.journal.record(Label("form.step.freeze"), writes))
    settle()
    press_button(opened, "form_new_version")
    assert opened.key != form
    press_button(opened, "form_version_1_button")
    assert opened.key == form
    press_button(opened, "form_version_0_button")
    assert opened.key != form


@pytest.mark.parametrize("name", forms.STANDARD_FORM_NAMES)
def test_every_standard_form_is_added_by_its_button(
    workspace: Workspace, form: str, story: Story, name: str
) -> None:
    screen = open_screen(workspace, "forms")
    press_button(screen, "forms_standard")
    press_button(screen.window(), f"standard_form_{name}_button")
    added = forms.standard_form(name).form
    assert added.title in [each.title for each in forms.list_forms(story.work)]


def test_filters_that_show_nothing_are_taken_away(qtbot: QtBot, workspace: Workspace, form: str) -> None:
    page = open_screen(workspace, "questions").questions
    there = page.model.rowCount()
    type_text(find(page, QLineEdit, "questions_filters_search"), "нетакого")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    press_button(page, "questions_filters_reset")
    assert page.model.rowCount() == there > 0


def test_filters_of_the_picker_are_taken_away(qtbot: QtBot, opened: FormPage) -> None:
    add(opened.context.work, number_question(), text=Texts(en="A third?"))
    press_button(opened, "form_pick")
    panel = opened.picker
    there = panel.model.rowCount()
    type_text(find(panel, QLineEdit, "picker_filters_search"), "нетакого")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    press_button(opened.window(), "picker_filters_reset")
    assert panel.model.rowCount() == there > 0


def test_a_question_of_the_bank_is_put_into_the_form(opened: FormPage, story: Story, form: str) -> None:
    key = add(opened.context.work, text=Texts(en="A third?"))
    press_button(opened, "form_pick")
    panel = opened.picker
    assert not panel.is_begun()
    panel.table.ticked.emit(panel.model.row_of(key))
    press(panel, Qt.Key.Key_Escape)
    settle()
    assert panel.isVisible(), "ticks are not thrown away without a question"
    press_button(opened.window(), "panel_question_no")
    press_button(opened.window(), "question_picker_accept")
    assert forms.get_form(story.work, form).form.questions[-1] == key
