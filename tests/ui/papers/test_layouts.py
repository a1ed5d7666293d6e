"""How tests and forms lie on paper: chosen once, seen in pages, files and sheets before printing."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtWidgets import QWidget

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.courses_parts import tab_of, write_in
from tests.ui.driving import click, find, press, press_button, settle
from tests.ui.kit.test_print_panel import edged_printer
from tests.ui.papers.test_forms import choose_practical, choose_test, told_pages
from tests.ui.papers_parts import page_count, papers, print_tab, text_of
from trainer_app.actions.evaluations import forms
from trainer_app.actions.papers.papers import layout_of
from trainer_app.actions.papers.question_papers import ANSWER_SHEETS, BOOKLET
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.papers.course_papers import PaperLayout, Sides
from trainer_app.ui.evaluations.tests_tab import TestsTab
from trainer_app.ui.kit.print_panel import PrintPanel
from trainer_app.ui.papers.print_tab import PrintTab
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.printing import PrinterChoice


def standard_test(story: Story) -> str:
    """Choose the knowledge test that comes with the program before the course, without shuffled answers."""
    form = forms.ensure_standard_form(story.work, "knowledge_test")
    asked = [each.key for each in forms.get_form(story.work, form).questions]
    own = forms.save_form(
        story.work, forms.Form("", FormKind.TEST, forms.get_form(story.work, form).form.title, tuple(asked))
    )
    return forms.choose_form(story.work, story.course, own.key or "", Occasion.PRE).key or ""


def choose_layout(tab: PrintTab, layout: PaperLayout) -> None:
    press_button(tab, f"print_layout_{layout}")
    settle()


def ask_how(workspace: Workspace, out: Path, *, turns: bool = True) -> PrintPanel:
    """Open the panel of the paper that is shown, with a printer that turns sheets or does not."""
    page = workspace.paper

    def printers() -> list[PrinterChoice]:
        return [PrinterChoice("Office", lambda: edged_printer(out, QMarginsF(0, 0, 0, 0)), lambda: turns)]

    page._panel = panel = PrintPanel(workspace.context, page, printers)
    panel.requested.connect(page.print)
    page.ask_how()
    settle()
    return panel


def test_print_at_a_test_shows_the_paper_once_it_is_chosen_how_it_lies_on_pages(
    workspace: Workspace, story: Story
) -> None:
    standard_test(story)
    shown = papers(workspace)

    def print_at_the_test() -> None:
        tests = tab_of(workspace, TestsTab, story.course, "tests")
        press_button(tests, "tests_sittings_1_paper")
        settle()

    print_at_the_test()
    tab = find(workspace, PrintTab, "screen_course_print")
    assert tab.isVisible()
    assert shown == [], "how much paper they take is chosen first, once"
    assert not tab.forms.layout_row.visibleRegion().isEmpty(), "beside the button that shows them"
    choose_layout(tab, PaperLayout.COMPACT)
    print_at_the_test()
    assert len(shown) == 1
    assert page_count(shown[0].data) < 29 * 4, "as it was chosen"
    workspace.paper.closed.emit()
    settle()
    assert tab.isVisible()
    assert len(shown) == 1, "it is shown when it is asked for"


def test_a_compact_test_is_one_sheet_for_each_and_the_panel_says_so(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    standard_test(story)
    tab = print_tab(workspace, story.course)
    block, shown = tab.forms.tests[Occasion.PRE].blocks[0], papers(workspace)
    assert block.row.words.second.text() == "29 papers, 4 of them spare · 116 pages, 58 sheets"
    choose_layout(tab, PaperLayout.COMPACT)
    assert block.row.words.second.text() == "29 papers, 4 of them spare · 58 pages, 29 sheets"
    assert "two columns" in tab.forms.layout_row.hint.text()
    click(block.row.button)
    assert shown[0].file == "DSH-1-tests-compact-pre-en.pdf"
    assert page_count(shown[0].data) == told_pages(block) == 58
    panel = ask_how(workspace, tmp_path / "out.pdf")
    assert panel.sides.field.currentData() == Sides.BOTH.value
    assert panel.summary.text() == "29 papers of 2 pages = 58 pages, 29 sheets on both sides"
    assert panel.which.button("all").text() == "All (58)"
    panel.sides.field.setCurrentIndex(panel.sides.field.findData(Sides.ONE.value))
    panel.sides.field.activated.emit(0)
    assert panel.summary.text() == "29 papers of 2 pages = 58 pages, 58 sheets"


def test_a_printer_that_turns_no_sheets_begins_with_one_side(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    standard_test(story)
    tab = print_tab(workspace, story.course)
    choose_layout(tab, PaperLayout.COMPACT)
    click(tab.forms.tests[Occasion.PRE].blocks[0].row.button)
    panel = ask_how(workspace, tmp_path / "out.pdf", turns=False)
    assert panel.sides.field.currentData() == Sides.ONE.value
    click(panel.which.button("only"))
    write_in(panel.only.field, "3-6")
    panel.only.field.textEdited.emit("3-6")
    assert panel.summary.text() == "2 papers of 2 pages = 4 pages, 4 sheets"
    assert not panel.people.isVisible()
    click(panel.accept_button)
    assert page_count((tmp_path / "out.pdf").read_bytes()) == 4


def test_the_choice_is_kept_for_all_courses_and_the_next_time(workspace: Workspace, story: Story) -> None:
    choose_test(story)
    tab = print_tab(workspace, story.course)
    assert tab.forms.layout_row.layouts.value() == PaperLayout.USUAL
    for layout in (PaperLayout.BOOKLET, PaperLayout.COMPACT, PaperLayout.USUAL, PaperLayout.COMPACT):
        choose_layout(tab, layout)
        assert layout_of(story.work) is layout
    again = PrintTab(workspace.context)
    assert again.forms.layout_row.layouts.value() == PaperLayout.COMPACT
    again.deleteLater()


def test_booklets_are_printed_once_and_everybody_gets_an_answer_sheet(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    standard_test(story)
    tab = print_tab(workspace, story.course)
    block, shown = tab.forms.tests[Occasion.PRE].blocks[0], papers(workspace)
    assert not block.is_open
    choose_layout(tab, PaperLayout.BOOKLET)
    assert block.is_open, "the booklets are in sight"
    assert block.row.words.title.text().startswith("Pre-test · ")
    assert block.row.words.second.text() == "29 numbered answer sheets · 15 pages"
    assert not block.below[ANSWER_SHEETS].isVisible()
    assert not block.options.names.isVisible()
    booklet = block.below[BOOKLET]
    assert booklet.words.second.text() == "29 copies, collected and used again · 58 pages, 29 sheets"
    click(block.row.button)
    click(booklet.button)
    assert [paper.file for paper in shown] == [
        "DSH-1-answers-pre-en.pdf",
        "DSH-1-booklet-compact-pre-en.pdf",
    ]
    assert page_count(shown[0].data) == told_pages(block) == 15
    assert page_count(shown[1].data) == 2
    assert "DSH-1" not in text_of(shown[1].data)
    panel = ask_how(workspace, tmp_path / "out.pdf")
    assert panel.copies.field.value() == 29
    panel.sides.field.setCurrentIndex(panel.sides.field.findData(Sides.BOTH.value))
    panel.sides.field.activated.emit(0)
    assert panel.summary.text() == "29 papers of 2 pages = 58 pages, 29 sheets on both sides"
    block.options.spare.setValue(0)
    assert booklet.words.second.text() == "25 copies, collected and used again · 50 pages, 25 sheets"


def test_answer_sheets_of_two_people_never_lie_back_to_back(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    standard_test(story)
    tab = print_tab(workspace, story.course)
    choose_layout(tab, PaperLayout.BOOKLET)
    click(tab.forms.tests[Occasion.PRE].blocks[0].row.button)
    panel = ask_how(workspace, tmp_path / "out.pdf")
    assert panel.sides.field.currentData() == Sides.ONE.value
    panel.sides.field.setCurrentIndex(panel.sides.field.findData(Sides.BOTH.value))
    panel.sides.field.activated.emit(0)
    assert panel.summary.text() == "15 pages, 15 sheets on both sides"
    assert panel.order().pages[1::2] == (None,) * 14


def test_answer_sheets_of_chosen_numbers_are_printed_alone(workspace: Workspace, story: Story) -> None:
    standard_test(story)
    tab = print_tab(workspace, story.course)
    choose_layout(tab, PaperLayout.BOOKLET)
    block, shown = tab.forms.tests[Occasion.PRE].blocks[0], papers(workspace)
    write_in(block.chosen_fields.numbers, "7, 9")
    press(block.chosen_fields.numbers, Qt.Key.Key_Return)
    text = text_of(shown[0].data)
    assert re.findall(r"No\. (\d+) · page", text) == ["7", "9"]
    assert "Answer sheet" in text


def test_a_shuffled_test_has_its_questions_on_the_papers_and_says_why(
    workspace: Workspace, story: Story
) -> None:
    choose_test(story, shuffled=True)
    tab = print_tab(workspace, story.course)
    choose_layout(tab, PaperLayout.BOOKLET)
    block, shown = tab.forms.tests[Occasion.PRE].blocks[0], papers(workspace)
    assert block.row.words.second.text() == "answers are shuffled: no booklet · 29 pages"
    click(block.row.button)
    assert "tear off" in text_of(shown[0].data)
    assert workspace.banner.title.text() == "Look at this before you print"
    assert "it has no booklet" in workspace.banner.text.text()


def test_feedback_and_rating_sheets_follow_too(workspace: Workspace, story: Story) -> None:
    forms.choose_standard(story.work, story.course, FormKind.FOLLOW_UP)
    choose_practical(story)
    tab, shown = print_tab(workspace, story.course), papers(workspace)
    for layout in PaperLayout:
        choose_layout(tab, layout)
        for block in tab.forms.others.blocks:
            click(block.row.button)
            assert page_count(shown[-1].data) == told_pages(block)
            assert ("-compact" in shown[-1].file) == layout.small
            press(workspace.paper, Qt.Key.Key_Escape)


_PAPERS = ("day_0", "agenda", "badges", "cards", "registration", "proof", "report", "pre_0", "feedback_0")


@pytest.mark.parametrize("layout", PaperLayout)
def test_before_printing_the_pages_and_sheets_of_every_paper_are_told(
    workspace: Workspace, story: Story, tmp_path: Path, layout: PaperLayout
) -> None:
    choose_test(story)
    forms.choose_standard(story.work, story.course, FormKind.FEEDBACK)
    tab, shown = print_tab(workspace, story.course), papers(workspace)
    choose_layout(tab, layout)
    for name in _PAPERS:
        press_button(tab, f"print_{name}_button")
        pages = page_count(shown[-1].data)
        summary = ask_how(workspace, tmp_path / "out.pdf").summary.text()
        word = "page" if pages == 1 else "pages"
        assert re.search(rf"(^|= ){pages} {word}, \d+ sheets?", summary), f"{name}: {summary}"
        workspace.paper.leave()
        settle()


@pytest.mark.parametrize(
    ("code", "few", "one"),
    [
        (
            "en",
            "2 papers of 2 pages = 4 pages, 2 sheets on both sides",
            "29 papers of 2 pages = 58 pages, 29 sheets on both sides",
        ),
        (
            "ru",
            "2 документа по 2 страницы = 4 страницы, 2 листа с двух сторон",
            "29 документов по 2 страницы = 58 страниц, 29 листов с двух сторон",
        ),
        (
            "tg",
            "2 ҳуҷҷат (ҳар кадом 2 саҳифа) = 4 саҳифа, дар ду тарафи 2 варақ",
            "29 ҳуҷҷат (ҳар кадом 2 саҳифа) = 58 саҳифа, дар ду тарафи 29 варақ",
        ),
    ],
)
def test_numbers_and_words_agree_in_each_language(
    workspace: Workspace, story: Story, tmp_path: Path, code: str, few: str, one: str
) -> None:
    standard_test(story)
    tab = print_tab(workspace, story.course)
    choose_layout(tab, PaperLayout.COMPACT)
    workspace.context.language.choose(code)
    settle()
    click(tab.forms.tests[Occasion.PRE].blocks[0].row.button)
    panel = ask_how(workspace, tmp_path / "out.pdf")
    assert panel.summary.text() == one
    click(panel.which.button("only"))
    write_in(panel.only.field, "1-4")
    panel.only.field.textEdited.emit("1-4")
    assert panel.summary.text() == few


@pytest.fixture
def tested(story: Story) -> str:
    """Return the course after the test was chosen that stands before it."""
    standard_test(story)
    return story.course


@in_turn("code", ["tg", "ru", "en"])
def test_the_choice_fits_a_small_screen(workspace: Workspace, tested: str, code: str) -> None:
    workspace.context.language.choose(code)
    tab = print_tab(workspace, tested)
    choose_layout(tab, PaperLayout.BOOKLET)
    assert tab.forms.minimumSizeHint().width() <= (1366 - 196 - 48) // 2
    row = find(tab, QWidget, "print_layout_row")
    assert row.minimumSizeHint().width() <= row.width()
