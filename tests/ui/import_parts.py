"""Reading a nomination list through the window, and what its rows say."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.kit.world import Story
from tests.ui.driving import click, settle
from tests.ui.people_parts import participants_of, texts
from trainer_app.actions.courses import courses
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.ui.courses.participants.import_page import RosterImportPage
from trainer_app.ui.courses.participants.import_preview import RosterPreviewPage
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog

SUM = "rows 6 = new 2 + who is it? 1 + known or double 1 + not taken 2"


TWINS = [
    ("1", "Каримова Нилуфар Саидовна", "лейтенант", "ШКД н. Сино", "З"),
    ("2", "Каримова Нилуфар Саидовна", "майор", "ШКД н. Варзоб", "З"),
    ("3", "Тоиров Лутфулло Ғиёсович", "майор", "ШКД н. Варзоб", "М"),
    ("4", "Тоиров Лутфуло Ғиёсович", "майор", "ШКД н. Варзоб", "М"),
]


@pytest.fixture
def course(story: Story) -> str:
    """Make a course that has not begun and has nobody."""
    draft = CourseDraft("NEW-1", Texts(en="Later"), date(2018, 11, 5), date(2018, 11, 8), town="Хоруғ")
    return courses.create_course(story.work, draft).key or ""


@pytest.fixture
def importing(workspace: Workspace, course: str) -> RosterImportPage:
    """Open the import of that course."""
    tab = participants_of(workspace, course)
    tab.open_import()
    return tab.importing


def read(importing: RosterImportPage, path: Path) -> RosterPreviewPage:
    importing.choose.file_chosen.emit(path)
    settle()
    assert importing.steps.currentWidget() is importing.preview
    return importing.preview


def take(page: RosterPreviewPage) -> None:
    """Take the list, and what has no answer as somebody new."""
    click(page.accept)
    for asked in page.window().findChildren(ConfirmDialog, "import_open_question"):
        if asked.isVisible():
            click(asked.yes)


def fates(page: RosterPreviewPage) -> list[str]:
    return texts(page.table.model_, 1)


def problems(page: RosterPreviewPage) -> list[str]:
    labels = [child for child in page.row_card.findChildren(QLabel) if "_problem_" in child.objectName()]
    return [each.text() for each in labels if not each.isHidden()]


def mean(page: RosterPreviewPage, column: int, what: str) -> None:
    """Say what a column holds."""
    field = page.table.head.fields[column]
    field.setCurrentIndex(field.findData(what))
    field.activated.emit(field.currentIndex())
    settle()
