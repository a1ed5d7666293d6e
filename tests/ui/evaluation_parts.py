"""Parts for tests of evaluations and certificates: a finished course, a tab in a window, the disk."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.driving import settle, show
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import scores
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.screens import CourseTab
from trainer_app.ui.style.tokens import CAPTION
from trainer_app.ui.widgets.painting import least_width
from trainer_app.ui.widgets.table_models import KeyedTableModel
from trainer_app.ui.widgets.tables import TABLE_HEAD, TableView

TAB_SIZE = (1366 - 196, 697 - 92)
"""What rail, head and tabs leave of the smallest screen."""


def open_tab(qtbot: QtBot, tab: CourseTab, course: str) -> None:
    """Show a course in a tab: alone in a window as large as the workspace gives it, if it is in none yet."""
    tab.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if tab.parentWidget() is None:
        qtbot.addWidget(tab)
        tab.resize(*TAB_SIZE)
        show(tab)
    tab.show_course(course)
    focus = tab.first_focus()
    if focus is not None:
        focus.setFocus()
    settle()


def score(story: Story, place: int, occasion: Occasion, points: float, out_of: int = 20) -> None:
    """Record a test of the participant at a place, counted from 0."""
    scores.set_score(story.work, story.enrolments[place], occasion, round(points * 100), out_of * 100)


def cut_heads(view: TableView) -> list[str]:
    """Return the heads of a table that do not fit their column, also in the narrow face on two lines."""
    model = view.model()
    heads = []
    for at in range(model.columnCount()):
        words = str(model.headerData(at, Qt.Orientation.Horizontal))
        edges = (18 if at == 0 else 12) + (18 if at == model.columnCount() - 1 else 12)
        fits = least_width(words, TABLE_HEAD, CAPTION) <= view.columnWidth(at) - edges
        if not fits and not view.isColumnHidden(at):
            heads.append(words)
    return heads


def chip_room(view: TableView, name: str) -> int:
    """Return how wide a chip can be in a column."""
    model = view.model()
    assert isinstance(model, KeyedTableModel)
    names = [column.name for column in model.columns]
    at = names.index(name)
    edges = (18 if at == 0 else 12) + (18 if at == len(names) - 1 else 12)
    return view.columnWidth(at) - edges


@contextmanager
def from_the_disk(story: Story, folder: Path) -> Iterator[Workplace]:
    """Open what is on the disk at this moment, beside the workplace that goes on running."""
    copy = folder / "beside"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(story.work.folder.root, copy)
    work = workplace.open_with_key(DataFolder(copy), story.work.key, story.clock)
    try:
        yield work
    finally:
        work.close()
