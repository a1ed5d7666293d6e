"""The second entry: by somebody else, blind; its differences and settling them; for sheets of nobody too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.driving import click, press, settle
from tests.ui.evaluation_parts import TAB_SIZE, cut_heads
from tests.ui.keying_parts import answers, feedback_form, keys, knowledge_form, mixed_form, open_page
from trainer_app.actions.evaluations import feedback
from trainer_app.ui.evaluations.keying.page import KeyingPage
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch


def rows(page: KeyingPage) -> list[tuple[str, ...]]:
    """Return the lines of the differences as they are read."""
    model = page.differences.model
    return [
        tuple(str(model.data(model.index(row, column))) for column in range(5))
        for row in range(model.rowCount())
    ]


def begin(page: KeyingPage, name: str) -> None:
    """Begin the second entry under a name."""
    page.show_mode("second")
    page.paper.keyer.row.field.setText(name)
    click(page.paper.keyer.begin)
    settle()


def test_the_second_entry_is_blind_and_its_slips_are_settled(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1234", "2", "Enter", "1111")
    begin(page, "Ф. Азизов")
    assert QApplication.focusWidget() is page.paper.top.number
    assert page.papers.sum.text() == "0 of 23 papers entered"
    keys(page, "1", "Enter")
    assert page.paper.strip.cells.paper is not None
    assert page.paper.strip.cells.paper.answers == (None,) * 4
    assert "Second entry: Ф. Азизов" in page.paper.top.second.text()
    keys(page, "1244", "2", "Enter", "1111")
    assert answers(story, sheet, 1) == ["1", "2", "3", "4"]
    assert answers(story, sheet, 1, second=True) == ["1", "2", "4", "4"]
    assert page.switch.button("differences").text() == "Differences (1)"
    page.show_mode("differences")
    assert rows(page) == [("1", "Абдуллоева Мавҷуда", "3", "C", "D")]
    assert page.differences.take_first.text() == "C (Д. Назарова)"
    assert page.differences.take_second.text() == "D (Ф. Азизов)"
    page.first_focus().setFocus()
    keys(page, "2")
    assert rows(page) == []
    assert answers(story, sheet, 1) == ["1", "2", "4", "4"] == answers(story, sheet, 1, second=True)
    context.undo_last()
    assert answers(story, sheet, 1)[2] == "3"


@pytest.mark.parametrize("name", ["", "  ", "Д. Назарова", "д.  назарова"])
def test_the_second_keyer_has_another_name(
    qtbot: QtBot, context: AppContext, story: Story, name: str
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1234")
    begin(page, name)
    if page.paper.stack.currentWidget() is not page.paper.keyer:
        # The name is compared with that of each paper, since several people may have keyed in.
        keys(page, "1", "Enter")
        assert "entered this paper the first time" in page.paper.foot.words.text()
        assert page.run.paper is None
    assert answers(story, sheet, 1, second=True) == [None] * 4


def test_another_answer_is_typed_with_the_letters_of_the_paper(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = mixed_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1", "1", "Enter", "12", "Enter", "a", "Enter", "3")
    begin(page, "Ф. Азизов")
    keys(page, "1", "Enter", "2", "13", "Enter", "13", "Enter", "b", "Enter", "3")
    page.show_mode("differences")
    assert [row[2:] for row in rows(page)] == [
        ("1", "A", "B"),
        ("2", "A", "AC"),
        ("3", "12", "13"),
        ("4", "a", "b"),
    ]
    page.first_focus().setFocus()
    for typed in ("C", "bd", "14.5", "бале"):
        press(page.differences.table, Qt.Key.Key_Return)
        keys(page, typed, "Return")
    assert rows(page) == []
    assert answers(story, sheet, 1)[:4] == ["3", "2,4", "14.5", "бале"]
    assert page.differences.body.currentWidget() is page.differences.empty


def test_an_answer_that_cannot_be_is_refused_and_the_difference_stays(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1234")
    begin(page, "Ф. Азизов")
    keys(page, "1", "Enter", "2234")
    page.show_mode("differences")
    page.differences.field.setFocus()
    keys(page, "9", "Return")
    assert len(rows(page)) == 1
    assert page.differences.hint.text() == "9 is no answer to this question."
    assert answers(story, sheet, 1)[0] == "1"


def test_sheets_of_nobody_are_keyed_in_twice_by_their_number(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = feedback_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "204", "Enter", "543")
    assert "The next sheet." in page.paper.foot.words.text()
    hinted = page.keys()
    said = {hint.words for hint in hinted}
    assert {"Open the sheet; the next question", "Leave the sheet as it is"} < said
    assert not any("paper" in words for words in said), "a paper is what somebody wrote in a test"
    page.show_mode("second")
    assert page.paper.keyer.text.text().startswith("The same sheets")
    begin(page, "Ф. Азизов")
    keys(page, "204", "Enter", "533")
    (found,) = feedback.differences(story.work, sheet.sitting)
    assert (found.number, found.first, found.second) == (204, "4", "3")
    page.show_mode("differences")
    assert rows(page) == [("204", "Anonymous sheet", "2", "4", "3")]
    assert page.differences.model.headerData(1, Qt.Orientation.Horizontal) == "Sheet"
    assert page.differences.take_first.text() == "4", "nobody's name stands beside an anonymous answer"
    click(page.differences.take_second)
    (paper,) = feedback.collection(story.work, sheet.sitting).papers
    assert paper.answers == ("5", "3", "3") == paper.second
    assert page.differences.empty.text.text().startswith("What was entered twice")


def test_a_sheet_without_a_number_has_no_second_entry(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    page = open_page(qtbot, context, feedback_form(story))
    begin(page, "Ф. Азизов")
    keys(page, "Enter")
    assert page.run.paper is None
    assert "without a number cannot be found" in page.paper.foot.words.text()


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_the_differences_fit_in_every_language(
    qtbot: QtBot, context: AppContext, story: Story, language: LanguageSwitch, code: str
) -> None:
    page = open_page(qtbot, context, knowledge_form(story))
    keys(page, "1", "Enter", "1234")
    begin(page, "Ф. Азизов")
    keys(page, "1", "Enter", "2/34")
    language.choose(code)
    page.show_mode("differences")
    settle()
    assert len(rows(page)) == 2
    least = page.minimumSizeHint()
    assert least.width() <= TAB_SIZE[0]
    assert least.height() <= TAB_SIZE[1]
    assert cut_heads(page.differences.table) == []
