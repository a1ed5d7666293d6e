"""The points of tests before a reader: they are looked at, and nothing can be typed that is then refused."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.actions.sheets import choose, single
from tests.kit.world import Story
from tests.ui.driving import press, settle, type_text
from tests.ui.evaluation_parts import open_tab, score
from trainer_app.actions.base.rights import KnownRole
from trainer_app.actions.evaluations import scores
from trainer_app.domain.base.rights import Right
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.evaluations.tests_tab import TestsTab
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.screens import why_withheld

PRE = 2


@pytest.fixture
def tab(qtbot: QtBot, context: AppContext, story: Story, monkeypatch: pytest.MonkeyPatch) -> TestsTab:
    score(story, 0, Occasion.PRE, 9)
    monkeypatch.setattr(KnownRole, "may", lambda _known, right: right is Right.LOOK)
    made = TestsTab(context)
    open_tab(qtbot, made, story.course)
    return made


def test_a_reader_opens_no_cell_and_is_told_why(tab: TestsTab, context: AppContext, story: Story) -> None:
    why = why_withheld(context, "evaluations/scores/set_score")
    assert tab.foot.words.text() == why
    tab.view.setCurrentIndex(tab.model.index(0, PRE))
    for sign in "7":
        type_text(tab.view, sign)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        press(tab.view, key)
        settle()
        assert tab.view.editor() is None
    assert tab.foot.words.text() == why
    assert scores.evaluation(story.work, story.course).rows[0].pre is not None
    assert tab.keys() == []
    for field in tab.out_of.fields.values():
        assert not field.isEnabled()
        assert field.toolTip() == why


def test_whoever_gets_the_right_types_at_once(
    tab: TestsTab, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KnownRole, "may", lambda _known, _right: True)
    tab.refresh()
    tab.view.setCurrentIndex(tab.model.index(0, PRE))
    type_text(tab.view, "7")
    assert tab.view.editor() is not None
    assert tab.foot.words.text() != why_withheld(context, "evaluations/scores/set_score")


def test_a_double_click_leads_a_reader_to_no_paper_and_a_link_says_why(
    tab: TestsTab, context: AppContext, story: Story
) -> None:
    told: list[Notice] = []
    context.noticed.connect(told.append)
    sheet = choose(story.work, story.course, [single(0)])
    tab.refresh()
    tab.acts.open_paper(sheet.form, Occasion.PRE, tab.model.row(0).enrolment, 1)
    told.clear()
    tab.show_place(sitting=sheet.sitting, view="first")
    assert not tab.acts.open
    (said,) = told
    assert why_withheld(context, "evaluations/scores/set_score").startswith(said.title)
