"""A whole session marked by keyboard alone, in the real window: every key counts, at 4 keys a second."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.kit.samples import DAY, FAMILIES, GIVEN
from tests.kit.world import Story
from tests.ui.attendance_course import Keyboard
from tests.ui.courses_parts import tab_of
from tests.ui.driving import settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import ZONE
from trainer_app.actions.courses import agendas, courses, enrolments
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.ui.attendance.tab import AttendanceTab
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace

RATE = 4
"""Keys a second of somebody who does not type for a living."""
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
P, A, E = (Mark.PRESENT, 0, 0), (Mark.ABSENT, 0, 0), (Mark.EXCUSED, 0, 0)


class CountingKeyboard(Keyboard):
    """Counts held keys too: Ctrl+Shift+P is three."""

    def press(
        self,
        key: Qt.Key | int,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        text: str = "",
        scan_code: int = 0,
    ) -> None:
        super().press(key, held, text, scan_code)
        self.pressed += sum(bool(held & each) for each in (CTRL, SHIFT, Qt.KeyboardModifier.AltModifier))

    @property
    def seconds(self) -> float:
        """How long it took at the rate of a person."""
        return self.pressed / RATE


@dataclass
class Marked:
    """A course whose attendance tab was just opened, and the keyboard."""

    story: Story
    course: str
    keys: CountingKeyboard

    def on_disk(self) -> list[tuple[Mark | None, int, int]]:
        """Return the marks of the first session: mark, minutes missed, of these at the end."""
        cells = [row.cells[0] for row in attendance.grid(self.story.work, self.course).rows]
        return [(cell.mark, cell.missed, cell.early) for cell in cells if cell is not None]


@pytest.fixture
def opened(workspace: Workspace, window: MainWindow, story: Story, request: pytest.FixtureRequest) -> Marked:
    """Open the tab of a course of so many people, five minutes into its first session: nothing is marked."""
    story.clock.set(datetime(DAY.year, DAY.month, DAY.day, 9, 5, tzinfo=ZoneInfo(ZONE)))
    draft = CourseDraft("ROOM-1", Texts(tg="Курс", ru="Курс", en="Course"), DAY, DAY)
    course = courses.create_course(story.work, draft).key or ""
    agendas.plan_sessions(story.work, course, DayPlan(per_day=3))
    for at in range(request.param):
        name = f"{FAMILIES[at % 25]} {GIVEN[(at + at // 25) % 5]}"
        enrolments.add_walk_in(story.work, course, name)
    tab = tab_of(workspace, AttendanceTab, course, "attendance")
    show(window)
    settle()
    assert tab.page is not None
    assert QApplication.focusWidget() is tab.page.view, "the grid has the keyboard at once"
    return Marked(story, course, CountingKeyboard(window))


@pytest.mark.parametrize("opened", [25], indirect=True)
def test_25_people_with_3_exceptions_found_by_name_take_less_than_a_minute(opened: Marked) -> None:
    keys = opened.keys
    for name, mark in (("hf[", "l15"), ("qay", "a"), ("файз", "e")):
        keys.type(f"/{name}")
        keys.enter()
        keys.type(mark)
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    expected = [P] * 25
    expected[17], expected[11], expected[21] = (Mark.LATE, 15, 0), A, E
    assert opened.on_disk() == expected
    assert keys.pressed == 24
    assert keys.seconds < 60


@pytest.mark.parametrize("opened", [25], indirect=True)
def test_names_typed_as_they_are_take_four_keys_less(opened: Marked) -> None:
    keys = opened.keys
    for name, mark in (("рах", "l15"), ("qay", "a"), ("саф", "e")):
        keys.type(name)
        keys.enter()
        keys.type(mark)
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    expected = [P] * 25
    expected[17], expected[11], expected[18] = (Mark.LATE, 15, 0), A, E
    assert opened.on_disk() == expected
    assert keys.pressed == 20
    assert keys.seconds < 60


@pytest.mark.parametrize("opened", [25], indirect=True)
def test_25_people_called_one_by_one_take_less_than_a_minute(opened: Marked) -> None:
    keys = opened.keys
    for at in range(25):
        keys.type({5: "e", 11: "a", 14: "l15-20"}.get(at, "p"))
        keys.enter()
    expected = [P] * 25
    expected[5], expected[11], expected[14] = E, A, (Mark.LATE, 35, 20)
    assert opened.on_disk() == expected
    assert keys.pressed == 55
    assert keys.seconds < 60


@pytest.mark.parametrize("letters", ["ҳғуд", "пнуо", "зфуд"], ids=["tajik", "russian", "places"])
@pytest.mark.parametrize("opened", [40], indirect=True)
def test_40_people_called_one_by_one_on_a_cyrillic_layout_take_less_than_two_minutes(
    opened: Marked, letters: str
) -> None:
    present, absent, excused, late = letters
    keys = opened.keys
    for at in range(40):
        # Р is the key H, where the minus has a letter on it.
        keys.type({3: absent, 9: excused, 20: f"{late}10", 31: f"{present}р45"}.get(at, present))
        keys.enter()
    expected = [P] * 40
    expected[3], expected[9], expected[20], expected[31] = A, E, (Mark.LATE, 10, 0), (Mark.PRESENT, 45, 45)
    assert opened.on_disk() == expected
    assert keys.seconds < 120


@pytest.mark.parametrize("opened", [40], indirect=True)
def test_40_people_by_number_take_less_than_half_a_minute(opened: Marked) -> None:
    keys = opened.keys
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    keys.type("33a7e12l20")
    expected = [P] * 40
    expected[32], expected[6], expected[11] = A, E, (Mark.LATE, 20, 0)
    assert opened.on_disk() == expected
    assert keys.seconds < 30


@pytest.mark.parametrize("opened", [25], indirect=True)
def test_a_walk_in_by_name_only_takes_less_than_15_seconds_and_all_can_be_undone(opened: Marked) -> None:
    keys = opened.keys
    before = len([step for step in history.recent(opened.story.work, 999) if not step.undone])
    keys.press(Qt.Key.Key_Insert)
    keys.type("Раҳмонзода Исфандиёр")
    keys.enter()
    keys.type("ҳ")
    assert keys.seconds < 15
    rows = attendance.grid(opened.story.work, opened.course).rows
    assert (rows[-1].full_name, rows[-1].walk_in) == ("Раҳмонзода Исфандиёр", True)
    assert opened.on_disk() == [(None, 0, 0)] * 25 + [P]
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    keys.type("3l15-20")
    undone = 0
    while len([step for step in history.recent(opened.story.work, 999) if not step.undone]) > before:
        keys.press(Qt.Key.Key_Z, CTRL)
        undone += 1
    assert undone == 4, "late with all its minutes, the rest, the mark, the walk-in: four steps of a person"
    assert opened.on_disk() == [(None, 0, 0)] * 25
    for _ in range(4):
        keys.press(Qt.Key.Key_Y, CTRL)
    done = [P] * 26
    done[2] = (Mark.LATE, 35, 20)
    assert opened.on_disk() == done
