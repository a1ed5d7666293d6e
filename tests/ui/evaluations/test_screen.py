"""All courses at a glance: how many tests, what was gained, how much feedback; and the way to each tab."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.actions.sheets import feed_back
from tests.kit import worlds
from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.writing import everybody_came
from tests.ui.driving import click, find, press, settle, show
from tests.ui.evaluation_parts import cut_heads, score
from trainer_app.actions.courses import agendas, courses, enrolments
from trainer_app.actions.evaluations import scores
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.evaluations.screen import EvaluationsScreen
from trainer_app.ui.evaluations.tests_tab import TestsTab
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import SMALLEST


@pytest.fixture
def screen(workspace: Workspace, story: Story) -> EvaluationsScreen:
    """Open the screen: DSH-1 with three pairs, and an earlier course with one pair below it."""
    work = story.work
    for row, (before, after) in enumerate(((8, 14), (10, 16), (12, 11))):
        score(story, row, Occasion.PRE, before)
        score(story, row, Occasion.POST, after)
    score(story, 3, Occasion.PRE, 5)
    feed_back(work, story.course, *[("5",)] * 9, *[("4",)] * 3)
    draft = CourseDraft("GRM-1", Texts(en="In Garm"), date(2018, 10, 3), date(2018, 10, 5), town="Ғарм")
    garm = courses.create_course(work, draft).key or ""
    person = enrolments.add_walk_in(work, garm, "Юсуфов Алишер").key or ""
    agendas.plan_sessions(work, garm, DayPlan(per_day=1))
    everybody_came(work, garm)
    scores.set_score(work, person, Occasion.PRE, 500, 1000)
    scores.set_score(work, person, Occasion.POST, 1000, 1000)
    feed_back(work, garm, ("5",))
    made = workspace.open("evaluations")
    assert isinstance(made, EvaluationsScreen)
    settle()
    return made


def row_of(screen: EvaluationsScreen, place: int) -> dict[str, str]:
    return {
        column.name: column.text(screen.courses.model.row(place)) for column in screen.courses.model.columns
    }


@in_turn("width", [640, 1024, 1366])
def test_the_tabs_stay_in_their_place(
    screen: EvaluationsScreen, language: LanguageSwitch, width: int
) -> None:
    language.choose("ru")
    places = set()
    screen.window().resize(width, 460)
    for place in range(screen.tabs.count()):
        screen.tabs.setCurrentIndex(place)
        settle()
        places.add(screen.tabs.mapTo(screen, QPoint(0, 0)).toTuple())
    assert len(places) == 1


def test_each_course_shows_its_figures(screen: EvaluationsScreen) -> None:
    assert row_of(screen, 1)["code"] == "GRM-1"
    own = row_of(screen, 0)
    assert own["code"] == "DSH-1"
    assert (own["pre"], own["post"], own["pairs"]) == ("4", "3", "3")
    assert (own["gain"], own["g"], own["sheets"]) == ("+18.3", "0.37 medium", "12")


def test_few_answers_are_not_counted_out_and_none_is_a_dash(screen: EvaluationsScreen) -> None:
    assert row_of(screen, 1)["sheets"] == "under 5"
    assert row_of(screen, 1)["g"] == "1.00 high"


def test_all_pairs_together_stand_in_the_head(screen: EvaluationsScreen) -> None:
    # Pairs 40-70, 50-80, 60-55 and 50-100: means 50 and 76.25, g = 26.25 / 50.
    words = screen.header.subtitle.text()
    assert "4 with both tests" in words
    assert "+26.3" in words
    assert "0.53" in words


def test_enter_opens_the_tests_and_the_button_the_feedback(
    screen: EvaluationsScreen, context: AppContext, story: Story, qtbot: QtBot
) -> None:
    screen.courses.view.selectRow(0)
    with qtbot.waitSignal(context.place_requested) as asked:
        press(screen.courses.view, Qt.Key.Key_Return)
    assert asked.args == ["courses", {"course": story.course, "tab": "tests"}]
    with qtbot.waitSignal(context.place_requested) as asked:
        click(screen.courses.buttons["open_feedback"])
    assert asked.args[1]["tab"] == "feedback"


def test_the_way_leads_to_the_tab_in_the_real_window(
    screen: EvaluationsScreen, workspace: Workspace, story: Story
) -> None:
    screen.courses.view.selectRow(0)
    click(screen.courses.buttons["open_tests"])
    settle()
    assert workspace.current() == "courses"
    tab = find(workspace, TestsTab, "screen_course_tests")
    assert tab.isVisible()
    assert tab.course == story.course


def test_a_change_elsewhere_is_seen_and_the_choice_stays(
    screen: EvaluationsScreen, context: AppContext, story: Story
) -> None:
    screen.courses.view.selectRow(0)
    context.do(scores.set_score, story.enrolments[3], Occasion.POST, 2000, 2000)
    settle()
    assert row_of(screen, 0)["pairs"] == "4"
    assert screen.courses.view.currentIndex().row() == 0


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language(screen: EvaluationsScreen, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    assert screen.minimumSizeHint().width() <= SMALLEST[0] - 196
    assert screen.courses.view.horizontalScrollBar().maximum() == 0
    assert cut_heads(screen.courses.view) == []
    assert "{" not in screen.header.subtitle.text()


def test_without_a_course_the_way_to_the_courses_is_offered(
    qtbot: QtBot, tmp_path: Path, make_context: MakeContext
) -> None:
    empty = worlds.empty(tmp_path / "empty").open()
    context = make_context(empty.work)
    screen = EvaluationsScreen(context)
    qtbot.addWidget(screen)
    show(screen)
    settle()
    assert screen.courses.body.currentWidget() is screen.courses.empty
    assert screen.courses.buttons["open_tests"].isHidden()
    with qtbot.waitSignal(context.place_requested) as asked:
        click(screen.courses.buttons["to_courses"])
    assert asked.args == ["courses", {}]
    empty.work.close()
