"""A form that somebody left half filled in: it is in sight before it is asked whether it may go."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.kit.world import Story
from tests.ui.driving import click, find, settle, show, type_text
from tests.ui.people_parts import open_list
from trainer_app.ui.courses.screen import CoursesScreen
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog


def test_the_form_is_of_the_row_that_is_chosen_until_something_is_typed(
    workspace: Workspace, story: Story
) -> None:
    """S3: another row was lit, and the form was still of the one before, whom it did not name."""
    show(workspace.window())
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[0])
    click(tab.list.buttons["edit"])
    form, table = tab.form, tab.list.table
    names = [tab.list.model.row(row).person.name for row in range(3)]
    assert form.title.text() == f"Data of the person: {names[0]}"

    def press_row(row: int) -> None:
        place = table.visualRect(tab.list.model.index(row, 1)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        settle()

    press_row(1)
    assert form.isVisible()
    assert form.title.text() == f"Data of the person: {names[1]}"
    assert form.typed("family") == tab.list.model.row(1).person.family
    assert table.hasFocus(), "keys are still for the list"
    type_text(form.rows["latin"].field.line, "Juraev")
    press_row(2)
    assert form.title.text() == f"Data of the person: {names[1]}"
    assert form.typed("latin") == "Juraev"


def test_a_form_on_another_tab_comes_in_sight_before_the_question(workspace: Workspace, story: Story) -> None:
    """S2: "Close without saving?" stood over Overview, and nobody saw what was meant."""
    show(workspace.window())
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[0])
    click(tab.list.buttons["edit"])
    form = tab.form
    name = form.person.name
    type_text(form.rows["latin"].field.line, "Juraev")
    screen = workspace.open("courses")
    assert isinstance(screen, CoursesScreen)
    screen.workspace.open_tab("overview")
    workspace.open("today")
    settle()
    workspace.context.go("courses", course=story.course)
    settle()
    asked = find(workspace.window(), ConfirmDialog, "panel_question")
    assert (form.isVisible(), screen.workspace.tab()) == (True, tab)
    assert screen.workspace.tabs.currentIndex() == [spec.name for spec in screen.workspace.specs].index(
        "participants"
    )
    assert asked.text.text() == f"Data of the person, {name}: what is typed or chosen there would be lost."
    click(asked.no)
    settle()
    assert form.isVisible()
    assert form.typed("latin") == "Juraev"
