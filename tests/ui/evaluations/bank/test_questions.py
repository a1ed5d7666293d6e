"""The bank in the window: found while typing, filtered, written, copied, put away, deleted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.writing import newest_label
from tests.ui.bank_parts import SINGLE, add, number_question, open_screen
from tests.ui.driving import click, find, press, settle, show, type_text
from tests.ui.evaluation_parts import chip_room, cut_heads
from trainer_app.actions.evaluations import forms, questions
from trainer_app.domain.base import changes
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Form, FormKind
from trainer_app.domain.evaluations.questions import QuestionKind
from trainer_app.ui.evaluations.bank.questions_page import QuestionsPage
from trainer_app.ui.evaluations.screen import EvaluationsScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style import theme
from trainer_app.ui.style.tokens import SMALL, SMALLEST
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.indicators import chip_width
from trainer_app.ui.widgets.overlays import ModalOverlay


@pytest.fixture
def page(workspace: Workspace, story: Story) -> QuestionsPage:
    """Open a bank of three: two of them whole, one in English alone, one in a form."""
    first = add(story.work, name="safety")
    add(
        story.work,
        text=Texts(tg="Мусоҳиба дар куҷо?", ru="Где беседа?", en="Where is the interview?"),
        topic="Talks",
    )
    add(story.work, number_question())
    forms.save_form(story.work, Form("", FormKind.TEST, Texts(en="Test"), (first,)))
    return open_screen(workspace, "questions").questions


def texts(page: QuestionsPage) -> list[str]:
    return [page.model.row(place).question.text["en"] for place in range(page.model.rowCount())]


def row_of(page: QuestionsPage, place: int) -> dict[str, str]:
    return {column.name: column.text(page.model.row(place)) for column in page.model.columns}


def choose(page: QuestionsPage, text: str) -> None:
    page.table.selectRow(texts(page).index(text))


def test_the_bank_is_sorted_by_its_heads(page: QuestionsPage) -> None:
    names = [column.name for column in page.model.columns]
    for head, first in (
        ("text", "How many hours?"),
        ("topic", "What comes first?"),
        ("kind", "How many hours?"),
    ):
        page.table.sort_by(names.index(head))
        assert texts(page)[0] == first, head
    page.table.sort_by(names.index("languages"))
    assert texts(page)[-1] == "How many hours?", "what lacks a language stands last"
    page.table.sort_by(names.index("languages"))
    assert texts(page)[0] == "How many hours?"
    choose(page, "Where is the interview?")
    page.table.sort_by(names.index("forms"))
    assert texts(page)[0] == "What comes first?"
    chosen = page.selection.row()
    assert chosen is not None
    assert chosen.question.text["en"] == "Where is the interview?"


def test_a_row_says_what_it_is_and_which_language_is_missing(page: QuestionsPage) -> None:
    assert texts(page) == ["What comes first?", "How many hours?", "Where is the interview?"]
    first, second = row_of(page, 0), row_of(page, 1)
    assert first["text"] == "safety: What comes first?"
    assert (first["kind"], first["topic"], first["points"]) == ("one answer", "Calls", "1")
    assert (first["languages"], first["forms"]) == ("all three", "1")
    assert (second["languages"], second["forms"]) == ("missing: Тоҷикӣ, Русский", "–")
    assert page.model.columns[4].chip is not None
    assert page.model.columns[4].chip(page.model.row(0)) is None
    assert page.model.columns[4].chip(page.model.row(1)) is not None
    assert page.summary() == "3 questions in the bank"


@in_turn("typed", ["мусоҳ", "musoh", "bese", "vecj[", "protokol where"])
def test_it_is_found_while_typing_in_any_script(page: QuestionsPage, qtbot: QtBot, typed: str) -> None:
    type_text(page.bar.search(), typed)
    qtbot.waitUntil(lambda: texts(page) == ["Where is the interview?"])
    assert page.summary() == "1 of 3 questions are shown"
    press(page.bar.search(), Qt.Key.Key_Escape)
    assert len(texts(page)) == 3


def test_topic_and_kind_filter_and_one_press_takes_them_back(page: QuestionsPage) -> None:
    field = page.bar.parts["kind"]
    field.setCurrentIndex(field.findData(QuestionKind.NUMBER.value))
    field.activated.emit(field.currentIndex())
    assert texts(page) == ["How many hours?"]
    topic = page.bar.parts["topic"]
    assert [topic.itemText(at) for at in range(topic.count())][:4] == [
        "Any topic",
        "Calls",
        "Numbers",
        "Talks",
    ]
    topic.setCurrentIndex(topic.findData("Calls"))
    topic.activated.emit(topic.currentIndex())
    assert texts(page) == []
    assert page.body.currentWidget() is page.none_found
    click(page.buttons["everything"])
    assert len(texts(page)) == 3
    assert page.bar.search().hasFocus()


def test_down_and_enter_lead_from_the_search_to_the_editor(page: QuestionsPage) -> None:
    press(page.bar.search(), Qt.Key.Key_Down)
    assert page.table.hasFocus()
    press(page.table, Qt.Key.Key_Down)
    press(page.table, Qt.Key.Key_Return)
    assert not page.form.isHidden()
    assert page.form.rows["text"].field.texts()["en"] == "How many hours?"
    press(page.form, Qt.Key.Key_Escape)
    assert page.form.isHidden()
    assert page.table.hasFocus()


def test_a_new_question_takes_the_topic_that_is_shown_and_is_the_current_one(page: QuestionsPage) -> None:
    topic = page.bar.parts["topic"]
    topic.setCurrentIndex(topic.findData("Talks"))
    topic.activated.emit(topic.currentIndex())
    click(page.buttons["add"])
    assert page.form.rows["topic"].field.text() == "Talks"
    page.form.rows["text"].field.areas["en"].setPlainText("Is it quiet?")
    row = page.form.rows["options"].field.rows
    row[0].lines["en"].setPlainText("Yes")
    row[1].lines["en"].setPlainText("No")
    click(row[0].single)
    click(page.form.accept_button)
    settle()
    assert page.form.isHidden()
    assert page.model.row(page.table.currentIndex().row()).question.text["en"] == "Is it quiet?"


def test_what_was_typed_is_not_lost_by_turning_the_page(page: QuestionsPage, workspace: Workspace) -> None:
    screen = workspace.open("evaluations")
    assert isinstance(screen, EvaluationsScreen)
    press(page.table, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert screen.page() is screen.courses
    press(screen.courses.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier)
    assert screen.page() is page
    click(page.buttons["add"])
    type_text(page.form.rows["text"].field.areas["ru"], "Долго набирали")
    screen.tabs.setCurrentIndex(1)
    assert screen.page() is page
    asked = find(workspace.window(), ModalOverlay, "panel_question")
    press(asked, Qt.Key.Key_Escape)
    assert page.form.rows["text"].field.texts()["ru"] == "Долго набирали"
    screen.show_place(page="forms")
    find(workspace.window(), Button, "panel_question_yes").click()
    settle()
    screen.tabs.setCurrentIndex(1)
    assert screen.page() is screen.forms
    assert page.form.isHidden()


def test_a_question_in_a_form_is_put_away_and_not_deleted(page: QuestionsPage, story: Story) -> None:
    choose(page, "What comes first?")
    assert page.buttons["delete"].isHidden()
    click(page.buttons["put_away"])
    settle()
    assert texts(page) == ["How many hours?", "Where is the interview?"]
    place = page.bar.parts["place"]
    assert place.isVisible()
    place.setCurrentIndex(1)
    place.activated.emit(1)
    assert texts(page) == ["What comes first?"]
    assert page.buttons["put_away"].text() == "Bring back"
    click(page.buttons["put_away"])
    settle()
    place.setCurrentIndex(0)
    place.activated.emit(0)
    assert "What comes first?" in texts(page)
    assert not questions.list_questions(story.work, archived=True)


def test_an_unused_question_is_deleted_and_comes_back_by_undo(
    page: QuestionsPage, context: AppContext, story: Story
) -> None:
    choose(page, "How many hours?")
    with_undo: list[str] = []
    context.undo_offered.connect(with_undo.append)
    click(page.buttons["delete"])
    settle()
    assert "How many hours?" not in texts(page)
    assert with_undo == ["question deleted: How many hours?"]
    context.undo_last()
    settle()
    assert "How many hours?" in texts(page)
    assert newest_label(story.work) is not None


def test_a_copy_is_another_question(page: QuestionsPage, story: Story) -> None:
    choose(page, "Where is the interview?")
    click(page.buttons["copy"])
    assert page.form.title.text() == "New question"
    page.form.rows["text"].field.areas["en"].setPlainText("Where is the second interview?")
    click(page.form.accept_button)
    settle()
    assert len(questions.list_questions(story.work)) == 4
    assert {"Where is the interview?", "Where is the second interview?"} <= set(texts(page))


def test_a_used_question_says_so_before_it_is_changed(
    page: QuestionsPage, context: AppContext, story: Story
) -> None:
    form = forms.list_forms(story.work)[0]
    writes = forms.freeze(story.work, forms.get_form(story.work, form.key))
    context.changes.announce(story.work.journal.record(changes.Label("form.step.freeze"), writes))
    settle()
    choose(page, "What comes first?")
    assert page.card.about.second.text().endswith("was used: a change makes a new version")
    assert row_of(page, 0)["forms"] == "1, used"
    click(page.buttons["edit"])
    assert page.form.rows["used"].isVisible()
    page.form.rows["text"].field.areas["en"].setPlainText("What comes first of all?")
    click(page.form.accept_button)
    settle()
    assert "What comes first?" not in texts(page)
    assert page.model.row(page.table.currentIndex().row()).question.text["en"] == "What comes first of all?"
    assert forms.get_form(story.work, form.key).questions[0].text["en"] == "What comes first?"


def test_a_change_that_comes_from_elsewhere_is_shown_and_the_choice_stays(
    page: QuestionsPage, context: AppContext
) -> None:
    choose(page, "How many hours?")
    context.do(questions.save_question, SINGLE)
    settle()
    assert len(texts(page)) == 4
    assert page.model.row(page.table.currentIndex().row()).question.text["en"] == "How many hours?"


def test_without_files_pages_there_is_no_button_for_them(page: QuestionsPage) -> None:
    assert page.buttons["import"].isVisible()
    assert page.buttons["export"].isVisible()


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language(
    workspace: Workspace, page: QuestionsPage, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle()
    screen = workspace.open("evaluations")
    assert screen.minimumSizeHint().width() <= SMALLEST[0] - 196
    assert page.table.horizontalScrollBar().maximum() == 0
    assert cut_heads(page.table) == []
    fonts_of = theme.metrics(SMALL)
    used = page.tr("{count}, used").format(count=12)
    assert fonts_of.horizontalAdvance(used) <= chip_room(page.table, "forms")
    longest = row_of(page, 1)["languages"]
    assert chip_width(longest, with_icon=True) <= chip_room(page.table, "languages")
    for kind in QuestionKind:
        page.form.open_new(kind=kind)
        settle()
        assert page.form.rows["kind"].minimumSizeHint().width() + 140 <= page.form.width() - 48
        page.form.dismiss()


def test_an_empty_bank_offers_the_first_question_and_the_standard_forms(
    qtbot: QtBot, tmp_path: Path, make_context: MakeContext
) -> None:
    empty = worlds.empty(tmp_path / "empty").open()
    context = make_context(empty.work)
    screen = EvaluationsScreen(context)
    qtbot.addWidget(screen)
    show(screen)
    screen.show_place(page="questions")
    settle()
    page = screen.questions
    assert page.body.currentWidget() is page.empty
    assert page.buttons["add"].isHidden()
    with qtbot.waitSignal(context.place_requested) as asked:
        click(page.buttons["to_forms"])
    assert asked.args == ["evaluations", {"page": "forms", "standard": True}]
    click(page.buttons["add_first"])
    assert not page.form.isHidden()
    empty.work.close()
