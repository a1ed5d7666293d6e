"""Sheets that participants filled in here wait unseen: no list shows whose turn it just was."""

from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.driving import settle
from tests.ui.keying_parts import feedback_form, open_page
from trainer_app.actions.evaluations import feedback, filling
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
