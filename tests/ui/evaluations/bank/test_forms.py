"""Forms in the window: the standard ones, a new one, its questions in order, versions, and its preview."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.bank_parts import SINGLE, add, number_question, open_screen
from tests.ui.driving import click, find, press, settle, type_text
from tests.ui.evaluation_parts import chip_room, cut_heads
from tests.ui.papers_parts import papers, text_of
from trainer_app.actions.evaluations import forms, questions
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion
from trainer_app.store.base.drafts import Write
from trainer_app.ui.evaluations.bank.form_page import FormPage
from trainer_app.ui.evaluations.bank.forms_page import FormsPage
from trainer_app.ui.evaluations.screen import EvaluationsScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import SMALLEST
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.indicators import chip_width

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(workspace: Workspace) -> EvaluationsScreen:
    return open_screen(workspace, "forms")


@pytest.fixture
def page(screen: EvaluationsScreen) -> FormsPage:
    return screen.forms


@pytest.fixture
def opened(screen: EvaluationsScreen, story: Story) -> FormPage:
    """Open a test of three questions."""
    keys = [add(story.work), add(story.work, number_question()), add(story.work, text=Texts(en="Third?"))]
    key = forms.save_form(story.work, Form("", FormKind.TEST, Texts(en="Calls"), tuple(keys))).key or ""
    screen.open_form(key)
    settle()
    return screen.form_page


def titles(page: FormsPage) -> list[str]:
    return [page.model.row(place).full.form.title["en"] for place in range(page.model.rowCount())]


def asked(page: FormPage) -> list[str]:
    return [page.model.row(place).text["en"] for place in range(page.model.rowCount())]


def freeze(context: AppContext, key: str) -> None:
    work = context.work
    writes = forms.freeze(work, forms.get_form(work, key))
    context.changes.announce(work.journal.record(Label("form.step.freeze"), writes))
    settle()


def test_the_empty_page_offers_the_standard_forms_and_each_is_added_by_one_press(
    page: FormsPage, story: Story
) -> None:
    assert page.body.currentWidget() is page.empty
    assert page.buttons["add"].isHidden()
    click(page.buttons["first_standard"])
    panel = page.standard
    assert [not row.button.isHidden() for row in panel.rows.values()] == [True] * 5
    row = panel.rows["knowledge_test"]
    assert row.words.second.text() == "test · 20 questions"
    assert row.button.hasFocus()
    click(row.button)
    settle()
    assert row.button.isHidden()
    assert row.words.second.text() == "test · 20 questions · in the bank"
    assert panel.rows["feedback_short"].button.hasFocus()
    press(panel.rows["feedback_short"].button, Qt.Key.Key_Return)
    press(panel, Qt.Key.Key_Escape)
    settle()
    assert panel.isHidden()
    assert titles(page) == ["Responding to domestic violence: knowledge test", "Short feedback on the course"]
    cells = {column.name: column.text(page.model.row(0)) for column in page.model.columns}
    assert (cells["questions"], cells["points"], cells["languages"]) == ("20", "20", "all three")
    assert (cells["courses"], cells["state"]) == ("–", "can be changed")
    assert len(questions.list_questions(story.work)) == 28


def test_kinds_titles_and_what_was_put_away_are_found(
    page: FormsPage, qtbot: QtBot, context: AppContext
) -> None:
    for name in forms.STANDARD_FORM_NAMES:
        context.do(forms.add_standard_form, name)
    settle()
    click(page.bar.parts["kinds"].button("practical"))
    assert titles(page) == [
        "Role play: responding to a domestic-violence call",
        "Interviewing a victim: rating sheet",
    ]
    type_text(page.bar.search(), "беседа")
    qtbot.waitUntil(lambda: titles(page) == ["Interviewing a victim: rating sheet"])
    assert page.bar.parts["away"].isHidden()
    click(page.buttons["put_away"])
    settle()
    assert page.body.currentWidget() is page.none_found
    assert page.bar.parts["away"].isVisible()
    click(page.buttons["everything"])
    assert len(titles(page)) == 4
    page.bar.parts["away"].click()
    assert titles(page) == ["Interviewing a victim: rating sheet"]
    click(page.buttons["put_away"])
    settle()
    assert page.none_found.isVisible()


def test_a_new_form_is_named_and_opens_and_takes_questions_of_the_bank(
    screen: EvaluationsScreen, page: FormsPage, story: Story
) -> None:
    first, second = add(story.work), add(story.work, number_question())
    add(story.work, text=Texts(en="Left out"), topic="Later")
    click(page.buttons["add_first"])
    details = page.details
    click(details.accept_button)
    assert not details.isHidden()
    assert "no title" in details.trouble.text()
    click(details.rows["practical"])
    details.rows["title"].lines["en"].setText("Ratings")
    details.rows["intro"].field.areas["ru"].setPlainText("Как заполнять")
    click(details.accept_button)
    settle()
    own = screen.form_page
    assert own.isVisible()
    assert own.header.title.text() == "Ratings"
    assert own.empty.isVisible()
    assert own.details_card.intro.text() == "Как заполнять"
    click(own.pick)
    picker = own.picker
    assert picker.model.rowCount() == 3
    assert not picker.accept_button.isEnabled()
    press(picker.filters.search(), Qt.Key.Key_Down)
    assert picker.table.hasFocus()
    press(picker.table, Qt.Key.Key_Space)
    press(picker.table, Qt.Key.Key_Down)
    press(picker.table, Qt.Key.Key_Space)
    assert picker.accept_button.text() == "Add 2 questions"
    press(picker.table, Qt.Key.Key_Return)
    settle()
    assert picker.isHidden()
    form = forms.list_forms(story.work)[0]
    assert form.kind is FormKind.PRACTICAL
    assert set(form.questions) <= {first, second, *form.questions}
    assert len(form.questions) == 2
    click(own.pick)
    assert picker.model.rowCount() == 1, "what is in the form already is not offered again"
    type_text(picker.filters.search(), "qwerty")
    picker.filters.search().search_now()
    assert picker.empty.isVisible()
    assert not picker.table.isVisible()
    press(picker, Qt.Key.Key_Escape)


def test_an_empty_bank_says_so_and_a_new_question_is_offered_first(
    screen: EvaluationsScreen, story: Story
) -> None:
    for each in questions.list_questions(story.work):
        questions.archive_question(story.work, each.key, archived=True)
    made = forms.save_form(story.work, Form("", FormKind.PRACTICAL, Texts(en="Empty")))
    screen.open_form(made.key or "")
    settle()
    own = screen.form_page
    assert (own.new_question.kind, own.pick.kind) == (ButtonKind.PRIMARY, ButtonKind.PLAIN)
    assert own.first_focus() is own.new_question
    click(own.pick)
    assert own.picker.empty.isVisible()
    assert "The bank is empty" in [each.text() for each in own.picker.empty.findChildren(QLabel)]


def test_a_question_written_in_a_form_goes_into_the_form_and_the_bank(opened: FormPage, story: Story) -> None:
    click(opened.new_question)
    editor = opened.question_form
    assert editor.rows["kind"].field.value() == "single"
    editor.rows["text"].field.areas["en"].setPlainText("Fourth?")
    for row, words in zip(editor.rows["options"].field.rows, ("Yes", "No"), strict=False):
        row.lines["en"].setPlainText(words)
    click(editor.accept_button)
    settle()
    assert asked(opened)[-1] == "Fourth?"
    assert opened.table.hasFocus()
    assert len(questions.list_questions(story.work)) == 4
    press(opened.table, Qt.Key.Key_Return)
    assert editor.title.text() == "Change the question"
    editor.rows["text"].field.areas["en"].setPlainText("The fourth?")
    click(editor.accept_button)
    settle()
    assert asked(opened)[-1] == "The fourth?"
    assert len(asked(opened)) == 4


def test_a_question_written_in_the_bank_while_a_form_is_open_stays_out_of_it(
    screen: EvaluationsScreen, opened: FormPage, story: Story
) -> None:
    click(opened.new_question)
    press(opened.question_form, Qt.Key.Key_Escape)
    screen.show_place(page="questions")
    settle()
    click(screen.questions.buttons["add"])
    opened.question_form.rows["text"].field.areas["en"].setPlainText("Elsewhere?")
    click(opened.question_form.rows["kind"].field.button("text"))
    click(opened.question_form.accept_button)
    settle()
    assert all(len(form.questions) == 3 for form in forms.list_forms(story.work))


def test_questions_are_moved_by_keys_buttons_and_dragging_and_taken_out(
    opened: FormPage, story: Story, context: AppContext
) -> None:
    first, second, third = asked(opened)
    opened.table.setFocus()
    opened.table.selectRow(0)
    press(opened.table, Qt.Key.Key_Down, ALT)
    assert asked(opened) == [second, first, third]
    assert opened.model.row(opened.table.currentIndex().row()).text["en"] == first
    press(opened.table, Qt.Key.Key_Up, ALT)
    press(opened.table, Qt.Key.Key_Up, ALT)
    assert asked(opened) == [first, second, third]
    click(opened.down)
    assert asked(opened) == [second, first, third]
    drop(opened, 2, 0, below=False)
    assert asked(opened) == [third, second, first]
    drop(opened, 0, 2, below=True)
    assert asked(opened) == [second, first, third]
    press(opened.table, Qt.Key.Key_Delete)
    settle()
    assert asked(opened) == [second, first]
    context.undo_last()
    settle()
    assert asked(opened) == [second, first, third]
    assert len(questions.list_questions(story.work)) == 3


def drop(page: FormPage, row: int, target: int, *, below: bool) -> None:
    """Drop the row on the upper or lower half of another, as Qt does at the end of a drag."""
    table = page.table
    table.selectRow(row)
    box = table.visualRect(page.model.index(target, 1))
    place = QPointF(box.center().x(), box.bottom() - 2 if below else box.top() + 2)
    event = _Drop(table, place)
    table.dropEvent(event)
    action = event.dropAction()
    assert action is Qt.DropAction.IgnoreAction, "Qt would take the row away after a move"
    settle()


class _Drop(QDropEvent):
    """A drop whose source is a table: Qt sets it only during a real drag."""

    def __init__(self, table: object, place: QPointF) -> None:
        super().__init__(
            place,
            Qt.DropAction.MoveAction,
            QMimeData(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self._table = table

    def source(self) -> object:
        return self._table


def test_shuffling_is_set_by_one_click_and_undone(
    opened: FormPage, story: Story, context: AppContext
) -> None:
    opened.details_card.shuffled.click()
    settle()
    assert forms.list_forms(story.work)[0].shuffled
    context.undo_last()
    settle()
    assert not opened.details_card.shuffled.isChecked()


def test_a_missing_language_is_said_and_leads_to_what_is_missing(opened: FormPage) -> None:
    tajik = opened.languages.rows["tg"]
    assert tajik.words.second.text() == "3 texts missing"
    click(tajik.button)
    assert not opened.details.isHidden(), "the title is missing too"
    opened.details.rows["title"].lines["tg"].setText("Даъватҳо")
    click(opened.details.accept_button)
    settle()
    assert tajik.words.second.text() == "2 texts missing"
    click(tajik.button)
    editor = opened.question_form
    assert editor.rows["text"].field.texts()["en"] == "How many hours?"
    editor.rows["text"].field.areas["tg"].setPlainText("Чанд соат?")
    click(editor.accept_button)
    settle()
    assert tajik.words.second.text() == "1 text missing"
    assert opened.languages.rows["en"].button.isHidden()


def test_a_form_in_use_is_locked_and_changed_by_a_new_version(
    screen: EvaluationsScreen,
    opened: FormPage,
    context: AppContext,
    story: Story,
    qtbot: QtBot,
    workspace: Workspace,
) -> None:
    old = opened.key
    forms.choose_form(story.work, story.course, old, Occasion.PRE)
    freeze(context, old)
    assert opened.notice.title.text() == "This form is in use"
    assert not opened.pick.isEnabled()
    assert not opened.details_card.shuffled.isEnabled()
    before = asked(opened)
    press(opened.table, Qt.Key.Key_Down, ALT)
    press(opened.table, Qt.Key.Key_Delete)
    assert asked(opened) == before
    assert not opened.model.flags(opened.model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    click(opened.new_version)
    settle()
    assert opened.key != old
    assert opened.notice.isHidden()
    assert opened.header.subtitle.text().startswith("test · version 2 · 3 questions")
    press(opened.table, Qt.Key.Key_Down, ALT)
    assert asked(opened) != before
    opened.use.opened.emit(old)
    settle()
    with qtbot.waitSignal(context.place_requested) as went:
        click(find(opened.use, Button, "form_course_0_button"))
    assert went.args == ["courses", {"course": story.course, "tab": "tests"}]
    workspace.open("evaluations")
    assert asked(opened) == before
    assert opened.new_version.isHidden(), "only the newest version is carried on"
    click(opened.back)
    settle()
    line = screen.forms.model.row(0)
    assert (line.full.form.version, line.versions) == (2, 2)
    assert [course.code for course in line.courses] == ["DSH-1"]


def test_a_used_form_that_another_laptop_changed_warns_until_it_is_put_right(
    opened: FormPage, context: AppContext, story: Story
) -> None:
    freeze(context, opened.key)
    work, own = story.work, opened.model.row(0)
    wrong = [0, 10_000, 0]
    write = Write("question", own.key, {"credits": wrong})
    context.changes.announce(work.journal.record(Label("question.step.change", {"name": "x"}), [write]))
    settle()
    assert opened.notice.title.text() == "Another laptop changed this form after it was used"
    assert opened.new_version.isVisible()
    questions_now = [opened.model.row(0).options[1].credit]
    assert questions_now == [10_000]
    press(opened.table, Qt.Key.Key_Return)
    assert opened.question_form.rows["used"].isHidden()
    click(opened.question_form.rows["options"].field.rows[0].single)
    click(opened.question_form.accept_button)
    settle()
    assert opened.notice.title.text() == "This form is in use"
    assert forms.get_form(work, opened.key).questions[0].key == own.key


def test_a_question_that_did_not_come_yet_is_said(
    opened: FormPage, context: AppContext, story: Story
) -> None:
    write = Write("question", opened.model.key(1), delete=True)
    context.changes.announce(story.work.journal.record(Label("question.step.delete", {"name": "x"}), [write]))
    settle()
    assert opened.notice.title.text() == "Not on this laptop yet: 1 question of this form"
    assert opened.new_version.isHidden()


def test_a_form_is_copied_put_away_and_deleted(
    screen: EvaluationsScreen, opened: FormPage, story: Story
) -> None:
    click(opened.use.copy)
    opened.details.rows["title"].lines["en"].setText("Calls, shorter")
    click(opened.details.accept_button)
    settle()
    assert opened.header.title.text() == "Calls, shorter"
    assert len(asked(opened)) == 3
    click(opened.use.delete)
    settle()
    assert screen.forms.isVisible()
    assert titles(screen.forms) == ["Calls"]
    screen.open_form(forms.list_forms(story.work)[0].key)
    settle()
    click(opened.use.put_away)
    settle()
    assert screen.forms.isVisible()
    assert forms.list_forms(story.work) == []


def test_a_form_that_is_undone_away_leads_back_to_the_list(
    screen: EvaluationsScreen, opened: FormPage, context: AppContext
) -> None:
    context.undo_last()
    settle()
    assert screen.forms.isVisible()
    assert opened.key == ""


def test_the_preview_shows_every_question_in_the_language_chosen(
    screen: EvaluationsScreen, opened: FormPage, story: Story
) -> None:
    own = replace(SINGLE, text=Texts(tg="Савол?", ru="Вопрос?", en="Question?"))
    key = add(story.work, own)
    forms.set_questions(story.work, opened.key, [*forms.get_form(story.work, opened.key).form.questions, key])
    click(opened.preview)
    settle()
    preview = screen.preview
    assert preview.isVisible()
    assert find(preview, QLabel, "preview_4_text").text() == "4. Question?"
    assert find(preview, QLabel, "preview_4_0_text").text() == "A) Safety"
    click(preview.language.button("tg"))
    settle()
    assert find(preview, QLabel, "preview_4_text").text() == "4. Савол?"
    assert "missing in this language" in preview.header.subtitle.text()
    assert preview.card.height() == preview.card.heightForWidth(preview.card.width())
    press(preview, Qt.Key.Key_Escape)
    assert opened.isVisible()
    press(opened, Qt.Key.Key_Escape)
    assert screen.forms.isVisible()


def test_the_preview_leads_to_a_sample_on_paper(
    workspace: Workspace, screen: EvaluationsScreen, opened: FormPage
) -> None:
    click(opened.preview)
    settle()
    shown = papers(workspace)
    click(screen.preview.language.button("tg"))
    click(screen.preview.paper)
    assert shown[0].file == "sample-tg.pdf"
    assert "Намуна" in text_of(shown[0].data)
    press(workspace.paper, Qt.Key.Key_Escape)
    settle()
    assert screen.preview.isVisible()


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_fits_in_every_language(
    screen: EvaluationsScreen, opened: FormPage, context: AppContext, language: LanguageSwitch, code: str
) -> None:
    freeze(context, opened.key)
    language.choose(code)
    settle()
    assert screen.minimumSizeHint().width() <= SMALLEST[0] - 196
    assert cut_heads(opened.table) == []
    assert opened.table.horizontalScrollBar().maximum() == 0
    assert opened.page.content.minimumSizeHint().width() <= opened.page.viewport().width()
    chips = [opened.model.row(row) for row in range(3)]
    for row in chips:
        chip = opened.model.columns[4].chip
        words = chip(row) if chip else None
        if words:
            assert chip_width(words[1], with_icon=True) <= chip_room(opened.table, "missing")
    click(opened.back)
    settle()
    page = screen.forms
    assert cut_heads(page.table) == []
    assert page.bar.minimumSizeHint().width() <= page.width()
    for full in (page.model.row(0),):
        assert chip_width(page.model.columns[5].text(full), with_icon=True) <= chip_room(page.table, "state")
