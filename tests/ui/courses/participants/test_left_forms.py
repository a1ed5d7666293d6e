"""A form that somebody left half filled in: it is in sight before it is asked whether it may go."""

from tests.kit.world import Story
from tests.ui.driving import click, find, settle, show, type_text
from tests.ui.people_parts import open_list
from trainer_app.ui.courses.screen import CoursesScreen
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog


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
    assert asked.text.text() == f"Data of the person, {name}: what is typed there would be lost."
    click(asked.no)
    settle()
    assert form.isVisible()
    assert form.typed("latin") == "Juraev"
