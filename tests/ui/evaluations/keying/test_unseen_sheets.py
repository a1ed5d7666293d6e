"""Sheets that participants filled in here wait unseen: no list shows whose turn it just was.

Those that were typed from paper are listed, also without a number: whoever typed one wrong finds it again.
"""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.driving import press_button, settle
from tests.ui.evaluation_parts import from_the_disk
from tests.ui.keying_parts import feedback_form, keys, knowledge_form, open_page
from trainer_app.actions.evaluations import feedback, filling
from trainer_app.ui.evaluations.keying.page import KeyingPage
from trainer_app.ui.kit.context import AppContext


def fill_in(story: Story, sitting: str) -> str:
    """Fill in and hand in one sheet on the laptop; return its key."""
    sheet = filling.begin_anonymous(story.work, sitting, "tg")
    for question in sheet.form.questions:
        sheet = filling.answer(story.work, sheet, question.key, "4")
    paper = filling.hand_in(story.work, sheet).paper
    assert paper is not None
    return paper.key


def test_a_sheet_filled_in_here_is_in_no_list_until_five_entered(
    qtbot: QtBot, story: Story, context: AppContext
) -> None:
    sheet = feedback_form(story)
    numbered = feedback.key_paper(story.work, sheet.sitting, ["5", "5", "5"], 301)
    keys = [fill_in(story, sheet.sitting) for _ in range(3)]
    page = open_page(qtbot, context, sheet)
    model = page.papers.model
    assert model.row_of(numbered.key) is not None
    assert [model.row_of(key) for key in keys] == [None] * 3
    assert "4" in page.papers.sum.text(), "how many there are is told all the same"
    keys.append(fill_in(story, sheet.sitting))
    context.do(feedback.enter_papers, story.course)
    page = open_page(qtbot, context, sheet)
    settle()
    assert None not in [page.papers.model.row_of(key) for key in keys]


# Sheets that were typed from paper


def typed_in(page: KeyingPage, *answers: str) -> None:
    """Enter sheets without a number, a digit for each statement."""
    for digits in answers:
        press_button(page, "keying_new_sheet")
        keys(page, digits)


def names(page: KeyingPage) -> list[str]:
    model = page.papers.model
    return sorted(model.row(place).name for place in range(model.rowCount()))


def test_a_whole_sheet_without_a_number_is_found_by_its_answers_corrected_and_deleted(
    qtbot: QtBot, story: Story, context: AppContext, tmp_path: Path
) -> None:
    sheet = feedback_form(story)
    page = open_page(qtbot, context, sheet)
    typed_in(page, "543", "111", "5/2")
    assert names(page) == [
        "No number: 1 1 1",
        "No number: 5 4 3",
        "No number: 5 – 2",
    ]
    with from_the_disk(story, tmp_path) as later:
        found = feedback.collection(later, sheet.sitting)
        assert sorted(paper.answers for paper in found.listed) == [
            ("1", "1", "1"),
            ("5", "", "2"),
            ("5", "4", "3"),
        ]
    model = page.papers.model
    wrong = next(at for at in range(model.rowCount()) if model.row(at).name.endswith("1 1 1"))
    page.open_row(model.key(wrong))
    keys(page, "Home", "4", "Esc")
    assert "No number: 4 1 1" in names(page)
    page.open_row(model.key(model.rowCount() - 1))
    gone = page.run.paper
    assert gone is not None
    press_button(page, "keying_discard")
    assert model.row_of(gone.key) is None
    assert feedback.waiting(story.work) == 2
    press_button(page, "keying_undo")
    assert model.row_of(gone.key) is not None


def test_what_was_filled_in_here_stays_unseen_beside_it_and_its_number_is_said(
    qtbot: QtBot, story: Story, context: AppContext
) -> None:
    sheet = feedback_form(story)
    keys_of_others = [fill_in(story, sheet.sitting) for _ in range(2)]
    page = open_page(qtbot, context, sheet)
    typed_in(page, "543")
    assert names(page) == ["No number: 5 4 3"]
    assert [page.papers.model.row_of(key) for key in keys_of_others] == [None, None]
    assert "filled in on this laptop and not listed until they enter: 2" in page.papers.sum.text()
    assert feedback.collection(story.work, sheet.sitting).shown == (), "no result is made of it yet"


def test_what_is_in_the_results_is_corrected_but_not_deleted_and_that_is_said(
    qtbot: QtBot, story: Story, context: AppContext
) -> None:
    sheet = feedback_form(story)
    page = open_page(qtbot, context, sheet)
    typed_in(page, *["543"] * 5)
    context.do(feedback.enter_papers, story.course)
    page.show_mode("first")
    assert names(page) == ["Anonymous sheet"] * 5
    page.open_row(page.papers.model.key(0))
    assert page.paper.foot.words.text().startswith("In the results already: ")
    assert page.paper.discard.isHidden()
    context.undo_last()
    page.show_mode("first")
    settle()
    assert names(page) == ["No number: 5 4 3"] * 5, "they wait again, and were read before"
    page.open_row(page.papers.model.key(0))
    assert page.paper.discard.isVisible()


def test_a_second_entry_lists_no_sheet_without_a_number(
    qtbot: QtBot, story: Story, context: AppContext
) -> None:
    sheet = feedback_form(story)
    feedback.key_paper(story.work, sheet.sitting, ["5", "5", "5"], 301)
    feedback.key_paper(story.work, sheet.sitting, ["4", "4", "4"])
    page = open_page(qtbot, context, sheet)
    assert page.papers.model.rowCount() == 2
    page.begin_second("Another Trainer")
    assert [page.papers.model.row(at).number for at in range(page.papers.model.rowCount())] == [301]


def test_enter_alone_begins_a_sheet_without_a_number_and_the_empty_page_says_so(
    qtbot: QtBot, story: Story, context: AppContext
) -> None:
    page = open_page(qtbot, context, feedback_form(story))
    said = "Enter alone begins a sheet that has no number."
    assert page.paper.idle_words.text().endswith(said)
    keys(page, "Enter", "543")
    assert names(page) == ["No number: 5 4 3"]
    page = open_page(qtbot, context, knowledge_form(story))
    assert said not in page.paper.idle_words.text()
