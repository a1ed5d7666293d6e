"""A form says why it did not save where whoever sits there sees it, however long the form is."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.driving import click, find, settle
from trainer_app.actions.courses import enrolments
from trainer_app.actions.office import approval
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.person_form import PersonForm
from trainer_app.ui.kit.wording import PeopleWording

PLACES = 500
"""Pixels of a low screen that are left for a form."""


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """Stand for a page on a low screen, beside which a form opens."""
    made = QWidget()
    made.setObjectName("host")
    made.resize(1100, PLACES)
    qtbot.addWidget(made)
    made.show()
    return made


def whole_in_view(form: QWidget, part: QWidget) -> bool:
    """Tell whether all of a part of a form stands in the visible part of it."""
    viewport = find(form, QScrollArea, f"{form.objectName()}_scroll").viewport()
    return viewport.rect().contains(QRect(part.mapTo(viewport, QPoint()), part.size()))


@pytest.fixture
def form(context: AppContext, host: QWidget, story: Story) -> PersonForm:
    """Open somebody of a course that is approved."""
    story.clock.advance(days=5)
    approval.close(story.work, story.course, "варақаҳо")
    approval.approve(story.work, story.course, "варақаҳо")
    first = enrolments.list_enrolments(story.work, story.course)[0]
    made = PersonForm(context, host, PeopleWording(context))
    made.open_participant(first)
    settle()
    return made


def test_a_refusal_below_a_long_form_is_scrolled_into_view(
    qtbot: QtBot, form: PersonForm, story: Story
) -> None:
    area = find(form, QScrollArea, f"{form.objectName()}_scroll").verticalScrollBar()
    assert area.maximum() > 0, "longer than what is seen of it"
    assert area.value() == 0
    form.rows["rank"].field.set_rank("major", "en")
    click(form.accept_button)
    qtbot.waitUntil(lambda: whole_in_view(form, form.trouble))
    said = form.trouble.text()
    assert "Take the approval back" in said
    assert "the person's own page" in said
    assert "nothing was saved" in said


def test_a_refusal_at_a_field_above_is_scrolled_into_view(qtbot: QtBot, form: PersonForm) -> None:
    bar = find(form, QScrollArea, f"{form.objectName()}_scroll").verticalScrollBar()
    form.rows["family"].field.setText("")
    bar.setValue(bar.maximum())
    assert not whole_in_view(form, form.rows["family"])
    click(form.accept_button)
    qtbot.waitUntil(lambda: whole_in_view(form, form.rows["family"]))


def test_that_something_is_still_being_done_is_taken_back_once_it_is_done(
    context: AppContext, host: QWidget, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A logo that is being read holds the form up for a moment: the complaint must not outlive it."""
    form = PersonForm(context, host, PeopleWording(context))
    first = enrolments.list_enrolments(story.work, story.course)[0]
    form.open_participant(first)
    settle()
    form.rows["rank"].field.set_rank("major", "en")
    busy = [True]
    monkeypatch.setattr(type(context.jobs), "writing", property(lambda _jobs: busy[0]))
    click(form.accept_button)
    assert "still being done" in form.trouble.text()
    assert form.trouble.isVisible()
    busy[0] = False
    context.jobs.ended.emit()
    settle()
    assert not form.trouble.isVisible()
    assert form.isVisible(), "what is typed is not saved yet"
    click(form.accept_button)
    assert enrolments.list_enrolments(story.work, story.course)[0].person.rank == "major"


def test_a_complaint_goes_as_soon_as_the_field_is_mended(form: PersonForm) -> None:
    """S3: "needs a short code" stayed in red below the code that was typed."""
    row = form.rows["family"]
    row.field.setText("")
    click(form.accept_button)
    assert row.error.isVisible()
    row.field.setText("Азизов")
    assert not row.error.isVisible()
