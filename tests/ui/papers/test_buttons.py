"""Buttons of the Print tab that no other test presses: papers of every form, for everybody and for some."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.kit import worlds
from tests.kit.world import Story
from tests.ui.courses_parts import courses_of, write_in
from tests.ui.driving import find, press, press_button, settle
from tests.ui.papers.test_forms import choose_practical, choose_test, told_pages
from tests.ui.papers_parts import page_count, papers, print_tab, text_of
from trainer_app.actions.certificates import certificates
from trainer_app.actions.evaluations import keying
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.papers.print_tab import PrintTab
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import Tick


def show_paper(workspace: Workspace, tab: PrintTab, name: str) -> None:
    """Press what shows a paper, and come back from it."""
    press_button(tab, name)
    assert workspace.stack.currentWidget() is workspace.paper
    press(workspace.paper, Qt.Key.Key_Escape)
    settle()


BLOCKS = {Occasion.PRE: "pre", Occasion.POST: "post", Occasion.MONTH3: "other"}


@pytest.mark.parametrize("occasion", BLOCKS)
def test_every_paper_of_a_test_is_shown_by_its_button(
    workspace: Workspace, story: Story, occasion: Occasion
) -> None:
    choose_test(story, occasion)
    name = f"print_{BLOCKS[occasion]}_0"
    tab = print_tab(workspace, story.course)
    shown = papers(workspace)
    press_button(tab, f"{name}_fold")
    for paper in ("", "_sheets", "_booklet", "_key"):
        show_paper(workspace, tab, f"{name}{paper}_button")
    stems = ("tests", "answers", "booklet", "key")
    assert [paper.file for paper in shown] == [f"DSH-1-{stem}-{occasion.value}-en.pdf" for stem in stems]
    assert all(page_count(paper.data) for paper in shown)
    assert "tear off" in text_of(shown[0].data)
    assert "CONFIDENTIAL" in text_of(shown[3].data)


@pytest.mark.parametrize("occasion", BLOCKS)
def test_every_option_of_a_test_changes_its_papers(
    workspace: Workspace, story: Story, occasion: Occasion
) -> None:
    sitting = choose_test(story, occasion)
    view = keying.open_paper(story.work, sitting, 7)
    keying.key_answer(story.work, view, view.form.questions[0].key, "1")
    name = f"print_{BLOCKS[occasion]}_0"
    tab = print_tab(workspace, story.course)
    sections = {**tab.forms.tests, Occasion.MONTH3: tab.forms.others}
    block = sections[occasion].blocks[0]
    shown = papers(workspace)
    press_button(tab, f"{name}_fold")
    press_button(tab, f"{name}_names")
    press_button(tab, f"{name}_duplex")
    assert not find(tab, Tick, f"{name}_duplex").isChecked()
    show_paper(workspace, tab, f"{name}_button")
    assert "tear off" not in text_of(shown[0].data)
    write_in(block.chosen_fields.numbers, "7, 9")
    show_paper(workspace, tab, f"{name}_chosen_button")
    press_button(tab, f"{name}_resit")
    show_paper(workspace, tab, f"{name}_chosen_button")
    assert [page_count(paper.data) for paper in shown[1:]] == [2, 2]
    # Who has begun one sits it again: a paper with a number of its own.
    assert ["2007" in text_of(paper.data) for paper in shown[1:]] == [False, True]


def test_the_sheets_of_ratings_are_shown(workspace: Workspace, story: Story) -> None:
    choose_practical(story)
    tab = print_tab(workspace, story.course)
    shown = papers(workspace)
    press_button(tab, "print_other_0_fold")
    show_paper(workspace, tab, "print_other_0_button")
    show_paper(workspace, tab, "print_other_0_grid_button")
    assert page_count(shown[0].data) == told_pages(tab.forms.others.blocks[0])
    assert page_count(shown[1].data) == 1


@pytest.mark.parametrize("occasion", [Occasion.PRE, Occasion.POST])
def test_where_no_test_is_chosen_one_is(workspace: Workspace, story: Story, occasion: Occasion) -> None:
    press_button(print_tab(workspace, story.course), f"print_{occasion.value}_none_button")
    assert courses_of(workspace).workspace.tab_name() == "tests"


def test_badges_of_chosen_numbers_are_shown(workspace: Workspace, story: Story) -> None:
    tab = print_tab(workspace, story.course)
    shown = papers(workspace)
    press_button(tab, "print_badges_fold")
    write_in(tab.before.badges.numbers, "1, 4")
    show_paper(workspace, tab, "print_badges_chosen_button")
    (paper,) = shown
    assert page_count(paper.data) == 1
    assert paper.file.startswith("DSH-1-badges-some")


class TestFinished:
    """The papers of a course whose certificates are issued."""

    @pytest.fixture
    def story(self, tmp_path: Path) -> Iterator[Story]:
        with worlds.finished(tmp_path).open() as made:
            yield made

    @pytest.mark.parametrize("paper", ["proof", "receipts"])
    def test_lists_of_certificates_are_shown(self, workspace: Workspace, story: Story, paper: str) -> None:
        issued = certificates.issue(story.work, story.course).certificates
        tab = print_tab(workspace, story.course)
        shown = papers(workspace)
        show_paper(workspace, tab, f"print_{paper}_button")
        text = text_of(shown[0].data)
        assert issued[0].facts.name.split()[0] in text
        assert (issued[0].serial in text) is (paper == "receipts")
