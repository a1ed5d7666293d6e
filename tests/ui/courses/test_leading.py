"""Who makes a course leads it, so that somebody signs its certificates; also on a laptop of an office."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.kit.world import Story, World
from tests.kit.writing import enrol
from tests.ui.courses.test_forms import fill_in, new_course
from tests.ui.courses_parts import view_of
from tests.ui.driving import click, find, press
from trainer_app.actions.certificates import signatories
from trainer_app.domain.courses.courses import TeachingRole
from trainer_app.ui.shell.workspace import Workspace


@pytest.mark.parametrize("planned", [True, False])
def test_whoever_makes_a_course_on_a_laptop_of_an_office_leads_it(
    workspace: Workspace, story: Story, tmp_path: Path, planned: bool
) -> None:
    with World(tmp_path / "office").office().open() as bureau:
        enrol(bureau.work, story.work, "T5", bureau.stick)
    screen, form = new_course(workspace)
    fill_in(form)
    if not planned:
        click(find(form, QAbstractButton, "course_plan"))
    press(form.rows["code"].field, Qt.Key.Key_Return)
    view = view_of(story.work, screen.workspace.course)
    assert bool(view.sessions) is planned
    assert [each.role for each in view.teachers] == [TeachingRole.LEAD_TRAINER]
    assert not signatories.lines_without_lead(story.work, view.course.key)
