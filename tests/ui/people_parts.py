"""What the tests of people and participants share: getting there, and lists to take in."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView, QWidget

from tests.kit.world import Story
from tests.ui.courses_parts import tab_of
from tests.ui.driving import settle
from trainer_app.ui.courses.participants.tab import ParticipantsTab
from trainer_app.ui.people.screen import PeopleScreen
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.table_models import KeyedTableModel

FOCUSABLE = (QAbstractButton, QLineEdit, QComboBox, QTableView)


def people_of(workspace: Workspace) -> PeopleScreen:
    """Open the screen of all people."""
    screen = workspace.open("people")
    settle()
    assert isinstance(screen, PeopleScreen)
    return screen


def participants_of(workspace: Workspace, course: str) -> ParticipantsTab:
    """Open the tab of a course's participants."""
    return tab_of(workspace, ParticipantsTab, course, "participants")


def open_list(workspace: Workspace, story: Story) -> ParticipantsTab:
    """Open the participants of the story's course."""
    return participants_of(workspace, story.course)


def texts(model: KeyedTableModel[object] | None, column: int) -> list[str]:
    """Return what stands in a column."""
    assert model is not None
    return [str(model.index(place, column).data()) for place in range(model.rowCount())]


def unnamed(page: QWidget) -> list[str]:
    """Return visible widgets without an object name, and controls without words for a screen reader."""
    return [*_without_name(page), *_without_words(page)]


def _without_name(page: QWidget) -> Iterator[str]:
    for child in page.findChildren(QWidget):
        if child.isVisible() and not child.objectName() and type(child).__module__.startswith("trainer_app"):
            yield f"{type(child).__name__} in {getattr(child.parent(), 'objectName', str)()}"


def _without_words(page: QWidget) -> Iterator[str]:
    for child in page.findChildren(QWidget):
        if not child.isVisible() or not isinstance(child, FOCUSABLE):
            continue
        if child.objectName().startswith("qt_"):
            continue
        said = child.accessibleName() or (child.text() if isinstance(child, QAbstractButton) else "")
        if not said and child.objectName():
            yield child.objectName()
