"""Questions in and out of files in the window: looked at, taken in, undone, saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.bank_parts import add, open_screen
from tests.ui.driving import click, press, settle
from trainer_app.actions.evaluations import forms, question_files
from trainer_app.actions.evaluations.question_files import bank_questions
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.domain.evaluations.question_files import QuestionFormat
from trainer_app.ui.evaluations.bank.export_page import QuestionExportPage
from trainer_app.ui.evaluations.bank.import_page import QuestionImportPage
from trainer_app.ui.evaluations.bank.questions_page import EXPORT, IMPORT
from trainer_app.ui.evaluations.screen import EvaluationsScreen
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace

EXAMPLES = Path(__file__).parents[3] / "data" / "questions"
GIFT = "::Имя::Что это?{=да ~нет}\n\nСколько?{#3..4#так}\n\nMatch{=a -> b =c -> d}\n"


@pytest.fixture
def screen(workspace: Workspace) -> EvaluationsScreen:
    return open_screen(workspace, "questions")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Закон.txt"
    path.write_text(GIFT, encoding="utf-8")
    return path


def import_page(screen: EvaluationsScreen) -> QuestionImportPage:
    screen.questions.exchange_requested.emit(IMPORT)
    settle()
    page = screen.whole.currentWidget()
    assert isinstance(page, QuestionImportPage)
    return page


def export_page(screen: EvaluationsScreen) -> QuestionExportPage:
    screen.questions.exchange_requested.emit(EXPORT)
    settle()
    page = screen.whole.currentWidget()
    assert isinstance(page, QuestionExportPage)
    return page


def rows(page: QuestionImportPage) -> list[dict[str, str]]:
    return [
        {column.name: column.text(page.model.row(place)) for column in page.model.columns}
        for place in range(page.model.rowCount())
    ]


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))


def test_every_question_is_shown_before_anything_is_saved(
    screen: EvaluationsScreen, file: Path, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = import_page(screen)
    assert page.chooser.choose.hasFocus()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    press(page.chooser.choose, Qt.Key.Key_Space)
    assert page.table.hasFocus()
    assert [tuple(row.values()) for row in rows(page)] == [
        ("1", "new question", "Имя: Что это?", "one answer", "A", ""),
        ("3", "new question", "Сколько?", "number", "3..4", ""),
        ("5", "refused", "Match", "", "", ""),
    ]
    assert page.detail.text() == "A) да (100\xa0%)   B) нет"
    page.table.selectRow(2)
    assert "match pairs" in page.detail.text()
    assert page.sum.text() == "3 questions found: 2 new, 0 in the bank already, 1 refused."
    assert page.accept.text() == "Import 2 questions"
    assert bank_questions(story.work) == []
    click(page.only_problems)
    assert [row["row"] for row in rows(page)] == ["3", "5"]


def test_taking_in_makes_a_form_and_one_undo_takes_both_back(
    screen: EvaluationsScreen, file: Path, story: Story, context: AppContext
) -> None:
    page = import_page(screen)
    page.read(file)
    place = page.choice.kind_field.findData(FormKind.TEST.value)
    page.choice.kind_field.setCurrentIndex(place)
    page.choice.kind_field.activated.emit(place)
    assert page.choice.title_field.text() == "Закон"
    page.choice.title_field.setText("Тест о законе")
    offered: list[str] = []
    context.undo_offered.connect(offered.append)
    press(page.accept, Qt.Key.Key_Space)
    settle()
    assert screen.whole.currentIndex() == 0
    assert len(offered) == 1
    (form,) = forms.list_forms(story.work)
    assert (form.kind, form.title, len(form.questions)) == (FormKind.TEST, Texts(ru="Тест о законе"), 2)
    assert len(screen.questions.bank or ()) == 2
    context.undo_last()
    assert bank_questions(story.work) == []
    assert forms.list_forms(story.work) == []


def test_the_language_is_chosen_where_the_file_does_not_say_it(
    screen: EvaluationsScreen, file: Path, story: Story
) -> None:
    page = import_page(screen)
    page.read(file)
    assert page.language.value() == "ru"
    click(page.language.button("tg"))
    click(page.accept)
    settle()
    assert {question.text["tg"] for question in bank_questions(story.work)} == {"Что это?", "Сколько?"}


def test_what_is_there_already_is_not_taken_twice(
    screen: EvaluationsScreen, file: Path, story: Story, context: AppContext
) -> None:
    question_files.take_in(story.work, question_files.check(story.work, file))
    page = import_page(screen)
    page.read(file)
    assert [row["fate"] for row in rows(page)] == ["there already", "there already", "refused"]
    assert not page.accept.isEnabled()
    page.choice.kind_field.setCurrentIndex(1)
    page.choice.kind_field.activated.emit(1)
    assert page.accept.isEnabled()
    assert page.accept.text() == "Make the form"
    click(page.accept)
    settle()
    assert len(bank_questions(story.work)) == 2
    assert len(forms.list_forms(story.work)) == 1
    told: list[Notice] = []
    context.noticed.connect(told.append)
    page = import_page(screen)
    page.read(file)
    page.choice.kind_field.setCurrentIndex(1)
    page.choice.kind_field.activated.emit(1)
    click(page.accept)
    assert [notice.title for notice in told] == ["Nothing had to be added"]


def test_escape_leaves_and_forgets_the_file(screen: EvaluationsScreen, file: Path, story: Story) -> None:
    page = import_page(screen)
    page.read(file)
    press(page.table, Qt.Key.Key_Escape)
    assert screen.whole.currentIndex() == 0
    assert page.file is None
    assert import_page(screen).steps.currentIndex() == 0
    assert bank_questions(story.work) == []


def test_a_file_that_cannot_be_read_is_told(
    screen: EvaluationsScreen, context: AppContext, tmp_path: Path
) -> None:
    told: list[Notice] = []
    context.noticed.connect(told.append)
    page = import_page(screen)
    bad = tmp_path / "a.txt"
    bad.write_bytes(b"\x00\x01\x02")
    page.read(bad)
    assert page.steps.currentIndex() == 0
    assert len(told) == 1


def test_an_empty_table_is_saved(
    screen: EvaluationsScreen, context: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice] = []
    context.noticed.connect(told.append)
    save_as(monkeypatch, tmp_path / "empty.xlsx")
    page = import_page(screen)
    click(page.chooser.template)
    assert (tmp_path / "empty.xlsx").is_file()
    assert told[-1].title == "The table is saved"


@pytest.mark.parametrize("kind", question_files.FORMATS)
def test_a_form_is_saved_and_read_back(
    screen: EvaluationsScreen,
    story: Story,
    context: AppContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: QuestionFormat,
) -> None:
    key = forms.ensure_standard_form(story.work, "knowledge_test")
    out = tmp_path / ("a.txt" if kind is QuestionFormat.GIFT else "a.xlsx")
    save_as(monkeypatch, out)
    told: list[Notice] = []
    context.noticed.connect(told.append)
    page = export_page(screen)
    assert page.what.field.hasFocus()
    page.choose_form(key)
    click(page.formats[kind])
    click(page.language.field.button("ru"))
    press(page.save, Qt.Key.Key_Space)
    assert screen.whole.currentIndex() == 0
    assert told[-1].title == "The questions are saved"
    again = question_files.check(story.work, out)
    assert again.format is kind
    assert [line.known for line in again.lines] == list(forms.get_form(story.work, key).form.questions)


def test_a_language_says_how_many_questions_it_holds(
    screen: EvaluationsScreen,
    story: Story,
    context: AppContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add(story.work)
    add(story.work, text=Texts(tg="Танҳо тоҷикӣ"))
    save_as(monkeypatch, tmp_path / "a.txt")
    told: list[Notice] = []
    context.noticed.connect(told.append)
    page = export_page(screen)
    click(page.formats[QuestionFormat.GIFT])
    click(page.language.field.button("ru"))
    assert page.language.description.text().startswith("Complete in this language: 1 question.")
    click(page.save)
    assert "Танҳо тоҷикӣ" in told[-1].text
    press(export_page(screen).save, Qt.Key.Key_Escape)
    assert screen.whole.currentIndex() == 0


@in_turn("code", LANGUAGES)
def test_the_pages_speak_every_language(
    screen: EvaluationsScreen, language: LanguageSwitch, file: Path, code: str
) -> None:
    page = import_page(screen)
    page.read(EXAMPLES / "all_kinds.gift.txt")
    kept = page.choice.kind_field.count()
    language.choose(code)
    settle()
    assert page.choice.kind_field.count() == kept
    assert (
        page.accept.text()
        == {
            "en": "Import 14 questions",
            "ru": "Принять 14 вопросов",
            "tg": "Қабули 14 савол",
        }[code]
    )
    assert page.model.trouble(page.model.row(14))
