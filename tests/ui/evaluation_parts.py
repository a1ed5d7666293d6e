"""Parts for tests of evaluations and certificates: a finished course, a tab in a window, the disk."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.driving import settle, show
from tests.ui.story import Story
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, projects
from trainer_app.actions.evaluations import scores
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import ProjectDraft, TeachingRole
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.screens import CourseTab
from trainer_app.ui.style import theme
from trainer_app.ui.style.tokens import CAPTION
from trainer_app.ui.widgets.tables import KeyedTableModel, TableView

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
    """Return the heads of a table that do not fit their column."""
    model = view.model()
    heads = []
    for at in range(model.columnCount()):
        words = str(model.headerData(at, Qt.Orientation.Horizontal))
        edges = (18 if at == 0 else 12) + (18 if at == model.columnCount() - 1 else 12)
        fits = theme.metrics(CAPTION, 500).horizontalAdvance(words) <= view.columnWidth(at) - edges
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


def finish(story: Story) -> Story:
    """End the course: every session held, tests taken, a project that issues in two languages.

    № 4 and 6 fail the test, № 12 missed five sessions of twelve, № 13 has no post-test, № 25 never came.
    """
    work = story.work
    organiser = Texts(tg="Барномаи омӯзиши милитсия", ru="Программа обучения", en="Police Training Programme")
    project = projects.create_project(
        work, ProjectDraft("DV18", Texts(en="Series"), organiser=organiser, head="М. Саидова")
    ).key
    course = courses.get_course(work, story.course).course
    courses.change_course(work, story.course, replace(courses.draft_of(course), project=project))
    trainer = people.create_person(work, {"family": "Назарова", "given": "Дилором"}).key or ""
    courses.assign(work, story.course, trainer, TeachingRole.LEAD_TRAINER)
    sessions = attendance.grid(work, story.course).sessions
    for session in sessions:
        attendance.mark_rest(work, session.key)
    for session in sessions[:5]:
        attendance.mark(work, story.enrolments[11], session.key, Mark.ABSENT)
    for session in sessions[5:]:
        attendance.mark(work, story.enrolments[11], session.key, Mark.PRESENT)
    for session in sessions:
        attendance.mark(work, story.enrolments[24], session.key, Mark.ABSENT)
    for place in range(24):
        score(story, place, Occasion.PRE, 8)
        if place != 12:
            score(story, place, Occasion.POST, 9 if place in (3, 5) else 16)
    for item in enrolments.list_enrolments(work, story.course):
        if item.enrolment.number != 2:
            people.change_person(work, item.person.key, {"latin": f"Latin {item.enrolment.number}"})
    return story
