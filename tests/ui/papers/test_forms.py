"""Tests and forms in the Print tab: each chosen form one click, what is missing leads where it is chosen."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.actions.questionnaires import knowledge_test, make_form, scale, single
from tests.kit.world import Story
from tests.ui.courses_parts import courses_of, write_in
from tests.ui.driving import click, press, settle
from tests.ui.papers_parts import page_count, papers, print_tab, text_of
from trainer_app.actions.evaluations import forms, keying
from trainer_app.actions.papers.question_papers import ANSWER_SHEETS, BOOKLET, GRID, KEY
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.papers.course_papers import is_shuffled
from trainer_app.ui.evaluations.keying.sources import paper_source
from trainer_app.ui.papers.forms_card import SittingBlock
from trainer_app.ui.shell.workspace import Workspace


def choose_test(story: Story, occasion: Occasion = Occasion.PRE, *, shuffled: bool = False) -> str:
    return knowledge_test(story.work, story.course, occasion, shuffled=shuffled)


def choose_practical(story: Story) -> str:
    form = make_form(story.work, FormKind.PRACTICAL, [scale("Listens"), scale("Asks")], "Role play")
    return forms.choose_form(story.work, story.course, form, Occasion.END).key or ""


def pre_block(workspace: Workspace, story: Story) -> SittingBlock:
    return print_tab(workspace, story.course).forms.tests[Occasion.PRE].blocks[0]


def unfold(block: SittingBlock) -> None:
    press(block.row.fold, Qt.Key.Key_Space)
    settle()


def told_pages(block: SittingBlock) -> int:
    found = re.search(r"(\d+) pages?", block.row.words.second.text())
    assert found is not None
    return int(found[1])


def test_where_no_test_is_chosen_the_row_leads_to_choosing_one(workspace: Workspace, story: Story) -> None:
    tab = print_tab(workspace, story.course)
    row = tab.forms.no_test[Occasion.POST].row
    assert row.words.title.text() == "Post-test"
    assert "no test is chosen" in row.words.second.text()
    assert not tab.forms.plain[Occasion.POST].isVisible()
    press(row.fold, Qt.Key.Key_Space)
    assert tab.forms.plain[Occasion.POST].isVisible()
    click(row.button)
    settle()
    assert courses_of(workspace).workspace.tab_name() == "tests"


def test_papers_of_a_chosen_test_are_one_click(workspace: Workspace, story: Story) -> None:
    choose_test(story)
    block = pre_block(workspace, story)
    shown = papers(workspace)
    assert block.row.words.title.text() == "Pre-test · Knowledge"
    assert block.row.words.second.text() == "29 papers, 4 of them spare · 29 pages"
    assert not block.options.isVisible()
    click(block.row.button)
    assert shown[0].file == "DSH-1-tests-pre-en.pdf"
    assert page_count(shown[0].data) == told_pages(block)
    text = text_of(shown[0].data)
    assert "Гулмуродова Зарина" in text
    assert "Question 5" in text
    assert "tear off" in text


def test_names_both_sides_and_spare_papers_can_be_chosen(workspace: Workspace, story: Story) -> None:
    form = make_form(story.work, FormKind.TEST, [single(f"Question {number}") for number in range(40)])
    forms.choose_form(story.work, story.course, form, Occasion.PRE)
    block = pre_block(workspace, story)
    unfold(block)
    shown = papers(workspace)
    assert told_pages(block) == 29 * 4, "three pages and a white one"
    click(block.options.duplex)
    assert told_pages(block) == 29 * 3
    block.options.spare.setValue(0)
    assert told_pages(block) == 25 * 3
    click(block.options.names)
    click(block.row.button)
    assert page_count(shown[0].data) == told_pages(block) == 75
    assert "tear off" not in text_of(shown[0].data)


def test_the_form_is_frozen_once_a_paper_was_printed_or_saved(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    sitting = choose_test(story)
    form = forms.get_sitting(story.work, sitting).form
    block = pre_block(workspace, story)
    click(block.row.button)
    press(workspace.paper, Qt.Key.Key_Escape)
    assert not forms.get_form(story.work, form).form.frozen, "looking is not printing"
    click(block.row.button)
    workspace.paper.preview.save_to(tmp_path / "tests.pdf")
    assert forms.get_form(story.work, form).form.frozen


def test_chosen_numbers_and_re_sits_are_printed_alone(workspace: Workspace, story: Story) -> None:
    sitting = choose_test(story)
    view = keying.open_paper(story.work, sitting, 7)
    keying.key_answer(story.work, view, view.form.questions[0].key, "1")
    block = pre_block(workspace, story)
    unfold(block)
    shown = papers(workspace)
    told: list[str] = []
    workspace.context.noticed.connect(lambda notice: told.append(notice.title))
    write_in(block.chosen_fields.numbers, "seven")
    press(block.chosen_fields.numbers, Qt.Key.Key_Return)
    assert len(told) == 1
    assert not shown
    write_in(block.chosen_fields.numbers, "7, 9")
    press(block.chosen_fields.numbers, Qt.Key.Key_Return)
    click(block.chosen_fields.resit)
    click(block.chosen.button)
    assert [page_count(paper.data) for paper in shown] == [2, 2]
    assert ["2007" in text_of(paper.data) for paper in shown] == [False, True]


def test_answer_sheets_booklet_and_key_lie_below(workspace: Workspace, story: Story) -> None:
    choose_test(story)
    block = pre_block(workspace, story)
    unfold(block)
    shown = papers(workspace)
    for paper in (ANSWER_SHEETS, BOOKLET, KEY):
        click(block.below[paper].button)
    files = [paper.file for paper in shown]
    assert files == ["DSH-1-answers-pre-en.pdf", "DSH-1-booklet-pre-en.pdf", "DSH-1-key-pre-en.pdf"]
    texts = [text_of(paper.data) for paper in shown]
    for text, words in zip(texts, ("Answer sheet", "Question booklet", "CONFIDENTIAL"), strict=True):
        assert words in text
    assert block.below[ANSWER_SHEETS].words.second.text().endswith(f"{page_count(shown[0].data)} pages")


def test_a_shuffled_test_has_no_booklet_and_says_why(workspace: Workspace, story: Story) -> None:
    choose_test(story, shuffled=True)
    block = pre_block(workspace, story)
    unfold(block)
    assert not block.below[BOOKLET].button.isEnabled()
    assert "shuffled" in block.below[BOOKLET].words.second.text()
    shown = papers(workspace)
    click(block.below[KEY].button)
    assert "differs from paper to paper" in " ".join(text_of(shown[0].data).split())


def test_the_standard_feedback_form_is_taken_and_printed(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    tab = print_tab(workspace, story.course)
    assert "standard form is ready" in tab.forms.no_feedback.words.second.text()
    click(tab.forms.no_feedback.button)
    settle()
    assert not tab.forms.no_feedback.isVisible()
    block = tab.forms.feedback.blocks[0]
    assert block.row.words.second.text().startswith("anonymous, 25 sheets")
    shown = papers(workspace)
    click(block.row.button)
    text = text_of(shown[0].data)
    assert text.count("Anonymous") == 25
    assert "Гулмуродова" not in text
    assert page_count(shown[0].data) == told_pages(block)
    numbers = re.findall(r"Sheet No\. (\d+)", text)
    workspace.paper.preview.save_to(tmp_path / "feedback.pdf")
    press(workspace.paper, Qt.Key.Key_Escape)
    click(block.row.button)
    again = re.findall(r"Sheet No\. (\d+)", text_of(shown[1].data))
    assert len(set(numbers) | set(again)) == 50, "no two sheets have the same number"


def test_ratings_are_printed_for_each_or_on_one_sheet(workspace: Workspace, story: Story) -> None:
    choose_practical(story)
    tab = print_tab(workspace, story.course)
    block = tab.forms.others.blocks[0]
    assert block.row.words.title.text() == "Rating sheets · Role play"
    unfold(block)
    assert not block.options.isVisible()
    shown = papers(workspace)
    click(block.row.button)
    click(block.below[GRID].button)
    assert page_count(shown[0].data) == told_pages(block)
    assert page_count(shown[1].data) == 1
    assert all("Гулмуродова Зарина" in text_of(paper.data) for paper in shown)


def test_what_is_missing_in_the_language_is_told_with_the_paper(workspace: Workspace, story: Story) -> None:
    choose_practical(story)
    tab = print_tab(workspace, story.course)
    block = tab.forms.others.blocks[0]
    assert "missing" not in block.row.words.second.text()
    click(tab.language.button("ru"))
    assert "texts are missing in this language" in block.row.words.second.text()
    click(block.row.button)
    assert workspace.banner.title.text() == "Look at this before you print"
    assert "question 1, answer 1" in workspace.banner.text.text()


def test_what_cannot_be_printed_says_why(workspace: Workspace, story: Story) -> None:
    sitting = choose_test(story)
    form = forms.get_sitting(story.work, sitting).form
    block = pre_block(workspace, story)
    workspace.context.do(forms.set_questions, form, [])
    settle()
    assert not block.row.button.isEnabled()
    assert "no questions" in block.row.words.second.text()


def test_a_form_chosen_elsewhere_appears_and_goes(workspace: Workspace, story: Story) -> None:
    tab = print_tab(workspace, story.course)
    changes = workspace.context.do(forms.choose_standard, story.course, FormKind.FOLLOW_UP)
    settle()
    assert changes is not None
    block = tab.forms.others.blocks[0]
    assert block.row.words.title.text().startswith("Follow-up, after 3 months · ")
    workspace.context.do(forms.drop_sitting, changes.key or "")
    settle()
    assert not tab.forms.others.isVisible()


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_it_fits_a_small_screen_with_everything_unfolded(
    workspace: Workspace, story: Story, code: str
) -> None:
    choose_test(story)
    choose_practical(story)
    workspace.context.language.choose(code)
    settle()
    tab = print_tab(workspace, story.course)
    for block in (tab.forms.tests[Occasion.PRE].blocks[0], tab.forms.others.blocks[0]):
        unfold(block)
    assert tab.forms.minimumSizeHint().width() <= (1366 - 196 - 48) // 2


def test_only_tests_are_shuffled_on_paper_and_when_keyed_in(workspace: Workspace, story: Story) -> None:
    asked = [single(f"Opinion {number}", options=6) for number in range(4)]
    for kind, shuffled in ((FormKind.FEEDBACK, False), (FormKind.PRACTICAL, False), (FormKind.TEST, True)):
        form = make_form(story.work, kind, asked, shuffled=True)
        occasion = Occasion.POST if kind is FormKind.TEST else Occasion.END
        key = forms.choose_form(story.work, story.course, form, occasion).key or ""
        opened = paper_source(story.work, forms.get_sitting(story.work, key)).open(5)
        moved = [order != tuple(range(1, 7)) for order in opened.orders.values()]
        assert any(moved) == shuffled
        full = forms.get_form(story.work, form)
        assert is_shuffled(full) == shuffled
