"""The first screen while time passes: a session comes near, begins, ends; midnight; a laptop that slept."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.actions.sheets import feed_back
from tests.kit.world import Story
from tests.ui.driving import press, settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import agendas, courses, enrolments
from trainer_app.actions.people import people
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.today.overview import DueKind, NextKind
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.due_items import FEW, FEWEST, initial_line_count
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.screens import TO_MARK
from trainer_app.ui.shell.navigation import SCREENS
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import SMALLEST
from trainer_app.ui.today.screen import TodayScreen
from trainer_app.ui.widgets.labels import is_made


@pytest.fixture
def workspace(context: AppContext, window: MainWindow) -> Workspace:
    """Open a program of this screen alone: where it leads is looked at, not followed."""
    specs = tuple(spec for spec in SCREENS if spec.name in ("today", "settings"))
    made = context.make_in(window.frame, lambda within: Workspace(within, specs))
    window.show_page(made)
    made.open("today")
    settle()
    return made


@pytest.fixture
def screen(workspace: Workspace, window: MainWindow) -> TodayScreen:
    """Show Today at 11:42 of the third day, session 8 under way until 12:30."""
    show(window)
    found = workspace.opened_screen("today")
    assert isinstance(found, TodayScreen)
    return found


def now_shown(screen: TodayScreen) -> list[bool]:
    return [session.now for session in screen.view.sessions]


def test_it_sleeps_until_the_session_ends_and_no_shorter(screen: TodayScreen) -> None:
    assert 47 * 60_000 < screen.clock.waiting <= 48 * 60_000


def test_a_session_comes_near_begins_and_ends(screen: TodayScreen, story: Story, context: AppContext) -> None:
    context.do(attendance.mark_rest, screen.view.sessions[1].key)
    assert now_shown(screen) == [False, True, False]
    story.clock.advance(minutes=48)
    screen.clock.tick()
    assert now_shown(screen) == [False, False, False]
    assert screen.next_step.title.text() == "Session 9 begins at 14:00"
    story.clock.advance(minutes=90)
    screen.clock.tick()
    assert now_shown(screen) == [False, False, True]
    assert screen.next_step.title.text() == "Mark session 9"
    assert screen.sessions.rows[2].chip.text() == "Now"


def test_a_tick_before_its_time_reads_nothing_and_waits_on(screen: TodayScreen, story: Story) -> None:
    seen = screen.view
    story.clock.advance(minutes=20)
    screen.clock.tick()
    assert screen.view is seen
    assert 27 * 60_000 < screen.clock.waiting <= 28 * 60_000


def test_midnight_turns_the_page(screen: TodayScreen, story: Story) -> None:
    story.clock.advance(hours=12, minutes=17)
    screen.clock.tick()
    assert screen.header.title.text() == "Wednesday, 17 October 2018"
    story.clock.advance(minutes=1)
    screen.clock.tick()
    assert screen.header.title.text() == "Thursday, 18 October 2018"
    assert [session.number for session in screen.view.sessions] == [10, 11, 12]
    assert screen.next_step.title.text() == "36 marks missing from earlier days"


def test_a_laptop_that_slept_looks_when_the_window_comes_to_the_front(
    screen: TodayScreen, story: Story
) -> None:
    story.clock.advance(days=1)
    QApplication.sendEvent(screen, QEvent(QEvent.Type.WindowActivate))
    assert screen.view.day == date(2018, 10, 18)


def test_nobody_looking_nothing_ticks_and_coming_back_reads_anew(
    screen: TodayScreen, story: Story, workspace: Workspace
) -> None:
    workspace.open("settings")
    settle()
    assert screen.clock.waiting == 0
    story.clock.advance(days=1)
    screen.clock.tick()
    assert screen.view.day == date(2018, 10, 17)
    workspace.open("today")
    settle()
    assert screen.view.day == date(2018, 10, 18)
    assert screen.clock.waiting > 0


# What else the day shows


def test_enter_opens_the_session_that_comes(screen: TodayScreen, story: Story, context: AppContext) -> None:
    context.do(attendance.mark_rest, screen.view.sessions[1].key)
    story.clock.advance(minutes=110)
    screen.refresh()
    assert screen.view.next_step.kind is NextKind.COMING
    assert screen.next_step.caption.text() == "Next step · At the scene: a practical"
    places: list[tuple[str, dict[str, object]]] = []
    context.place_requested.connect(lambda name, place: places.append((name, place)))
    target = screen.first_focus()
    press(target, Qt.Key.Key_Return)
    session = screen.view.sessions[2].key
    assert places == [("courses", {"course": story.course, **TO_MARK, "session": session})]


def test_a_session_to_be_marked_opens_beside_its_large_button(
    screen: TodayScreen, context: AppContext
) -> None:
    places: list[dict[str, object]] = []
    context.place_requested.connect(lambda _name, place: places.append(place))
    full, rest, coming = screen.sessions.rows
    assert not is_made(full, "open_button"), "its large button opens it"
    for row in (rest, coming):
        assert row.open_button.accessibleName().startswith("Open and mark one by one: Session ")
        press(row.open_button, Qt.Key.Key_Space)
    assert [place["session"] for place in places] == [each.key for each in screen.view.sessions[1:]]
    assert screen.view.sessions[2].heads.unmarked == 25, "nothing was marked by opening"


def test_more_lines_than_a_few_are_shown_on_request(
    screen: TodayScreen, story: Story, context: AppContext
) -> None:
    story.clock.advance(days=1)
    enrolments.add_by_name(story.work, story.course, "Юсуфов Алишер")
    screen.refresh()
    rows = screen.due.rows
    few = initial_line_count(3)
    assert len(screen.view.due) > few
    assert [row.isVisible() for row in rows] == [True] * few
    assert screen.due.more.text() == f"{len(screen.view.due) - few} more"
    press(screen.due.more, Qt.Key.Key_Space)
    assert [row.isVisible() for row in rows] == [True] * len(screen.view.due)
    buttons = [row.button for row in rows]
    assert [next_by_tab(button) for button in buttons[:-1]] == buttons[1:]
    assert not screen.due.more.isVisible()
    assert rows[few].button.hasFocus()
    kinds = [each.kind for each in screen.view.due]
    assert kinds[:3] == [DueKind.UNMARKED, DueKind.SHEETS, DueKind.NAME_ONLY]


def next_by_tab(widget: QWidget) -> QWidget:
    """Return what Tab leads to from a widget."""
    found = widget.nextInFocusChain()
    while found.isHidden() or not found.focusPolicy() & Qt.FocusPolicy.TabFocus:
        found = found.nextInFocusChain()
    return found


def test_a_full_day_of_sessions_leaves_room_for_fewer_lines(screen: TodayScreen) -> None:
    assert [initial_line_count(sessions) for sessions in (0, 2, 3, 6)] == [FEW, FEW, FEWEST, FEWEST]
    assert len(screen.view.sessions) == 3
    assert sum(row.isVisible() for row in screen.due.rows) == FEWEST


def test_a_high_window_hides_no_line_beside_empty_room(screen: TodayScreen, story: Story) -> None:
    story.clock.advance(days=1)
    enrolments.add_by_name(story.work, story.course, "Юсуфов Алишер")
    screen.refresh()
    assert screen.due.more.isVisible()
    screen.window().resize(1920, 1020)
    settle()
    shown = sum(row.isVisible() for row in screen.due.rows)
    assert shown == min(initial_line_count(3, screen.height()), len(screen.view.due))
    assert shown >= initial_line_count(3) + 4
    screen.window().resize(1366, 697)
    settle()
    assert screen.due.more.isVisible()
    assert sum(row.isVisible() for row in screen.due.rows) == initial_line_count(3)


def test_a_due_line_keeps_the_keyboard_when_its_count_changes(
    screen: TodayScreen, story: Story, context: AppContext
) -> None:
    screen.due.more.click()
    line = screen.due.rows[-1]
    assert screen.view.due[-1].kind is DueKind.NO_LATIN_NAME
    line.button.setFocus()
    person = enrolments.list_enrolments(story.work, story.course)[0].person.key
    context.do(people.change_person, person, {"latin": "Abdulloeva"})
    assert screen.due.rows[-1] is line
    assert line.title.text() == "24 names without Latin spelling"
    assert line.button.hasFocus()


def test_feedback_tells_only_its_day(screen: TodayScreen, story: Story) -> None:
    story.clock.advance(days=-10)
    feed_back(story.work, story.course, *[("5",)] * 5)
    screen.refresh()
    shown = [line.second.text() for line in screen.recent._lines]
    assert shown[0] == "today"
    assert ":" in shown[1]


def test_courses_that_run_at_once_are_named_everywhere(screen: TodayScreen, story: Story) -> None:
    second = CourseDraft("KHJ-1", Texts(en="Other"), date(2018, 10, 17), date(2018, 10, 18), town="Хуҷанд")
    key = courses.create_course(story.work, second).key or ""
    agendas.plan_sessions(story.work, key, DayPlan(per_day=1, first_start=600))
    enrolments.add_walk_in(story.work, key, "Юсуфов Алишер")
    screen.refresh()
    assert (
        screen.header.subtitle.text()
        == "2 courses today: DSH-1, Душанбе, day 3 of 4 · KHJ-1, Хуҷанд, day 1 of 2"
    )
    assert screen.next_step.caption.text().endswith(" · DSH-1")
    screen.due.more.click()
    assert all(row.title.text().endswith(("DSH-1", "KHJ-1")) for row in screen.due.rows)
    assert len({row.objectName() for row in screen.due.rows}) == len(screen.due.rows)


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_it_fits_the_smallest_window(screen: TodayScreen, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    screen.due.more.click()
    settle()
    assert screen.minimumSizeHint().width() <= SMALLEST[0]
    assert screen.sessions.minimumSizeHint().width() <= 770
    for row in screen.due.rows:
        assert row.minimumSizeHint().width() <= 770
