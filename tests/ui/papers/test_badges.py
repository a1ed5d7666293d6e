"""Badges in the Print tab: everybody's, those of people who came later, those of chosen numbers."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.kit.world import Story
from tests.ui.courses_parts import write_in
from tests.ui.driving import click, press, settle
from tests.ui.papers_parts import papers, print_tab, text_of
from trainer_app.actions.courses import enrolments
from trainer_app.actions.papers import course_papers
from trainer_app.ui.papers.print_tab import PrintTab
from trainer_app.ui.shell.workspace import Workspace


def save_all(workspace: Workspace, tab: PrintTab, folder: Path) -> None:
    click(tab.before.badges.row.button)
    workspace.paper.preview.save_to(folder / "badges.pdf")
    press(workspace.paper, Qt.Key.Key_Escape)
    settle()


def test_only_a_badge_that_was_printed_or_saved_counts_as_printed(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    tab = print_tab(workspace, story.course)
    click(tab.before.badges.row.button)
    press(workspace.paper, Qt.Key.Key_Escape)
    assert not course_papers.any_printed(story.work, story.course), "looking is not printing"
    save_all(workspace, tab, tmp_path)
    assert course_papers.new_badges(story.work, story.course) == []


def test_who_came_after_the_last_print_is_printed_alone(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    tab = print_tab(workspace, story.course)
    assert not tab.before.badges.new_badges.button.isEnabled()
    save_all(workspace, tab, tmp_path)
    workspace.context.do(enrolments.add_walk_in, story.course, "Юсупова Нигора")
    settle()
    assert tab.before.badges.new_badges.words.second.text() == "1 person · 1 page"
    press(tab.before.badges.row.fold, Qt.Key.Key_Space)
    shown = papers(workspace)
    click(tab.before.badges.new_badges.button)
    text = text_of(shown[0].data)
    assert "Yusupova" in text
    assert "Abdulloeva" not in text
    workspace.paper.preview.save_to(tmp_path / "new.pdf")
    assert course_papers.new_badges(story.work, story.course) == []


def test_chosen_numbers_are_typed(workspace: Workspace, story: Story) -> None:
    tab = print_tab(workspace, story.course)
    shown = papers(workspace)
    press(tab.before.badges.row.fold, Qt.Key.Key_Space)
    settle()
    write_in(tab.before.badges.numbers, "2, 4-5")
    press(tab.before.badges.numbers, Qt.Key.Key_Return)
    text = text_of(shown[0].data)
    assert [name in text for name in ("Azizov", "Vosiyev", "Gulmurodova", "Abdulloeva")] == [
        True,
        True,
        True,
        False,
    ]


def test_what_is_no_number_on_the_list_is_told_and_stays_in_the_field(
    workspace: Workspace, story: Story
) -> None:
    tab = print_tab(workspace, story.course)
    shown = papers(workspace)
    press(tab.before.badges.row.fold, Qt.Key.Key_Space)
    settle()
    told: list[str] = []
    workspace.context.noticed.connect(lambda notice: told.append(notice.title))
    for typed in ("two", "99", ""):
        write_in(tab.before.badges.numbers, typed)
        press(tab.before.badges.numbers, Qt.Key.Key_Return)
        assert tab.before.badges.numbers.text() == typed
        assert tab.before.badges.numbers.hasFocus()
    assert not shown
    assert len(told) == 3
