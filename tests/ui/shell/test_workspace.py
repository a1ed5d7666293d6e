"""The open program: screens by table, keys without collisions, one band for messages, undo, the rail."""

from collections import Counter
from itertools import chain
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.driving import find, press, press_button, settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.courses import courses
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.history_panel import Page
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.screens import (
    ACTIONS,
    MOST_SCREENS,
    KeyHint,
    Screen,
    ScreenSpec,
    open_keys,
    screens_for,
)
from trainer_app.ui.shell.help import HelpOverlay
from trainer_app.ui.shell.navigation import SCREENS
from trainer_app.ui.shell.sidebar import Sidebar, SidebarItem
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import NARROW_BELOW, RAIL_ITEM, SMALLEST
from trainer_app.ui.widgets.overlays import Mood

CONTROL = Qt.KeyboardModifier.ControlModifier
AT_150 = 464
"""How high a window is at 150 % on a screen of 1366x768, without what the system keeps of it."""


class Probe(Screen):
    """A screen that counts what is asked of it."""

    def __init__(self, context: AppContext, name: str = "probe") -> None:
        super().__init__(name, context)
        self.refreshed = 0
        self.places: list[dict[str, Any]] = []
        self.line = QLineEdit()
        self.column.addWidget(self.line)

    def refresh(self) -> None:
        self.refreshed += 1

    def concerns(self, changes: Changes) -> bool:
        return changes.touches("attendance", "nothing")

    def show_place(self, **place: Any) -> None:
        self.places.append(place)

    def in_sight(self) -> None:
        """Own no step and all of them: this is not about undo."""

    def first_focus(self) -> QWidget:
        return self.line

    def keys(self) -> list[KeyHint]:
        return [KeyHint("P", "present")]


def spec(name: str, icon: str = "today", group: str = "work") -> ScreenSpec:
    """Return an entry that makes a probe."""
    return ScreenSpec(name, lambda: name.capitalize(), icon, lambda context: Probe(context, name), group)


@pytest.fixture
def probes(context: AppContext, window: MainWindow) -> Workspace:
    """Open a program of three probes."""
    specs = spec("first"), spec("second"), spec("review", "review", "office")
    made = context.make_in(window.frame, lambda within: Workspace(within, specs))
    window.show_page(made)
    made.open("first")
    show(window)
    settle()
    return made


def probe(workspace: Workspace, name: str) -> Probe:
    """Return a probe that was opened."""
    found = workspace.opened_screen(name)
    assert isinstance(found, Probe)
    return found


def test_screens_are_made_when_they_are_opened(probes: Workspace) -> None:
    assert probes.current() == "first"
    assert probes.opened_screen("second") is None
    probes.open("second", course="k1")
    assert probes.current() == "second"
    assert probe(probes, "second").places == [{"course": "k1"}]
    assert probes.rail.items["second"].isChecked()
    assert probes.open("nobody") is None
    assert probes.current() == "second"


def test_the_desk_leads_to_screens(probes: Workspace, context: AppContext) -> None:
    context.go("second", tab="attendance")
    assert probes.current() == "second"
    assert probe(probes, "second").places == [{"tab": "attendance"}]


def test_a_badge_leaves_the_icon_in_the_narrow_rail_whole(probes: Workspace) -> None:
    item = probes.rail.items["second"]
    probes.rail.set_narrow(True)
    for number in (2, 12, 100):
        probes.rail.set_badge("second", number)
        assert not item.icon_place().intersects(QRectF(item.badge.geometry()))
        assert item.rect().contains(item.badge.geometry())
    probes.rail.set_badge("second", 0)
    assert item.icon_place().center().x() == item.width() / 2


def test_the_rail_opens_the_screen_that_is_pressed(probes: Workspace) -> None:
    press_button(probes, "rail_second")
    assert probes.current() == "second"


def test_keys_open_screens_and_move_between_rail_and_page(probes: Workspace, window: MainWindow) -> None:
    press(window, Qt.Key.Key_2, CONTROL)
    assert probes.current() == "second"
    assert QApplication.focusWidget() is probe(probes, "second").line
    press(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is probes.rail.items["second"]
    press(probes.rail.items["second"], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is probes.rail.items["first"]
    press(probes.rail.items["first"], Qt.Key.Key_Return)
    assert probes.current() == "first"
    probes.rail.items["first"].setFocus()
    press(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is probe(probes, "first").line


def test_a_screen_reads_again_only_when_it_matters_and_is_seen(
    probes: Workspace, context: AppContext
) -> None:
    probes.open("second")
    first, second = probe(probes, "first"), probe(probes, "second")
    before = first.refreshed, second.refreshed
    context.changes.announce(Changes(Label("x"), 1, frozenset({("course", "k")})))
    assert (first.refreshed, second.refreshed) == before, "it concerns neither"
    context.changes.announce(Changes(Label("x"), 1, frozenset({("attendance", "k")})))
    assert (first.refreshed, second.refreshed) == (before[0], before[1] + 1)
    context.changes.announce(Changes(Label("x"), 2, frozenset({("attendance", "k")})), second)
    assert second.refreshed == before[1] + 1, "its own change"
    probes.open("first")
    assert first.refreshed == before[0] + 1, "it was stale"
    probes.open("second")
    probes.open("first")
    assert first.refreshed == before[0] + 1, "nothing changed meanwhile"


def test_what_wrote_nothing_is_not_announced(qtbot: QtBot, context: AppContext) -> None:
    with qtbot.assertNotEmitted(context.changes.announced):
        context.changes.announce(Changes(Label("x")))


def test_no_two_keys_collide(workspace: Workspace, window: MainWindow) -> None:
    """Screens may use the same key, because only one is shown; the window's own keys work in all of them."""
    keys = [key for action in ACTIONS for key in action.keys]
    keys += [open_keys(place) for place in range(MOST_SCREENS)]
    made = [QKeySequence(key).toString() for key in keys]
    assert "" not in made
    assert len(set(made)) == len(made)
    screens = [workspace.open(name) for name in workspace.specs]
    settle()
    own = {id(screen): keys_within(screen) for screen in screens if screen is not None}
    assert len(own) == len(workspace.specs)
    window_wide = list((Counter(keys_within(window)) - Counter(chain.from_iterable(own.values()))).elements())
    assert set(made[: len(made) - MOST_SCREENS]) <= set(window_wide)
    for found in own.values():
        live = window_wide + found
        assert len(set(live)) == len(live)


def keys_within(part: QWidget) -> list[str]:
    """Return every key that actions and shortcuts of a part of the window listen to."""
    live = [key for action in part.findChildren(QAction) for key in action.shortcuts()]
    live += [shortcut.key() for shortcut in part.findChildren(QShortcut)]
    return [key.toString() for key in live if not key.isEmpty()]


def test_screens_fit_the_keys_there_are() -> None:
    assert len(SCREENS) <= MOST_SCREENS
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)


def test_the_office_has_an_entry_of_its_own() -> None:
    table = tuple(ScreenSpec(s.name, s.words, s.icon, Probe, s.group, s.roles) for s in SCREENS)
    assert "office" in {screen.name for screen in screens_for(Role.OFFICE, table)}
    assert "office" not in {screen.name for screen in screens_for(Role.TRAINER, table)}
    assert {"today", "settings"} <= {screen.name for screen in screens_for(Role.TRAINER, SCREENS)}


def test_help_lists_the_keys_of_this_screen(probes: Workspace, window: MainWindow) -> None:
    press(window, Qt.Key.Key_F1, CONTROL)
    sheet = find(window, HelpOverlay, "help")
    words = {child.property("text") for child in sheet.findChildren(QWidget)}
    assert {"P", "present", "Ctrl+Z", "Undo", "Ctrl+2", "Second", "F6"} <= words
    press(sheet, Qt.Key.Key_Escape)
    settle()
    assert window.findChild(HelpOverlay) is None


def test_undo_and_redo_by_key_and_in_words(probes: Workspace, window: MainWindow, story: Story) -> None:
    table = probes.actions_table
    assert table["undo"].isEnabled()
    assert not table["redo"].isEnabled()
    context = probes.context
    session = courses.get_course(story.work, story.course).sessions[8].key
    context.do(attendance.mark_rest, session)
    assert table["undo"].text() == "Undo: Session 9, the rest (25 people): present"
    press(window, Qt.Key.Key_Z, CONTROL)
    assert attendance.grid(story.work, story.course).rows[0].cells[8].mark is None  # type: ignore[union-attr]
    assert table["redo"].text() == "Redo: Session 9, the rest (25 people): present"
    press(window, Qt.Key.Key_Y, CONTROL)
    assert attendance.grid(story.work, story.course).rows[0].cells[8].mark is not None  # type: ignore[union-attr]


def test_a_slip_can_be_taken_back_in_the_one_place(
    probes: Workspace, window: MainWindow, story: Story
) -> None:
    context, undo = probes.context, probes.rail.steps.undo
    assert not undo.fresh.isActive()
    session = courses.get_course(story.work, story.course).sessions[8].key
    changes = context.do(attendance.mark_rest, session)
    assert changes is not None
    context.offer_undo(changes)
    assert undo.fresh.isActive()
    assert undo.step == "Session 9, the rest (25 people): present"
    for name in ("second", "first"):
        probes.open(name)
        settle()
        assert undo.isVisible()
        assert not probes.stack.isAncestorOf(undo), "it covers nothing of any page"
    probe(probes, "first").line.setFocus()
    undo.click()
    assert attendance.grid(story.work, story.course).rows[0].cells[8].mark is None  # type: ignore[union-attr]
    assert probe(probes, "first").line.hasFocus()
    undo.fresh.stop()
    context.offer_undo(Changes(Label("x")))
    assert not undo.fresh.isActive(), "nothing was written"


def test_an_error_stands_in_the_band_until_something_works(probes: Workspace, story: Story) -> None:
    context = probes.context
    assert context.do(attendance.mark_rest, "no such session") is None
    assert probes.banner.mood is Mood.BAD
    assert not probes.banner.isHidden()
    assert "attendance.unknown_session" in probes.banner.details.text()
    session = courses.get_course(story.work, story.course).sessions[8].key
    context.do(attendance.mark_rest, session)
    assert probes.banner.isHidden()


def test_the_place_of_a_step_is_said_without_its_course_where_the_data_do_not_answer(
    workspace: Workspace, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_asked: object) -> str:
        raise TrainerError("server.gone")

    place = Page("courses", "attendance", story.course)
    assert workspace.steps.page_words(place) == "Attendance, DSH-1"
    monkeypatch.setattr(courses, "code_of", gone)
    assert workspace.steps.page_words(place) == "Attendance"
    assert "server.gone" in workspace.banner.details.text()


def test_a_stop_on_request_is_no_error(probes: Workspace, context: AppContext) -> None:
    context.tell_error(Cancelled())
    assert probes.banner.mood is Mood.NOW
    context.be_quiet()
    assert probes.banner.isHidden()
    context.tell_good("Saved and checked", "DSH-K7-0007")
    assert probes.banner.mood is Mood.GOOD


def test_reading_that_fails_is_told(probes: Workspace, context: AppContext) -> None:
    assert context.ask(courses.get_course, "nobody") is None
    assert not probes.banner.isHidden()


def test_long_work_shows_its_progress(probes: Workspace, context: AppContext) -> None:
    seen: list[tuple[bool, str, str]] = []

    def work(_work: workplace.Workplace, progress: Any) -> int:
        progress("print.page", 0.5)
        seen.append(
            (not probes.progress.isHidden(), probes.progress.title.text(), probes.progress.step.text())
        )
        return 7

    values: list[int] = []
    context.run("Printing", work, done=values.append)
    assert seen == [(True, "Printing", "Printing the pages")]
    assert values == [7]
    assert probes.progress.isHidden()


def test_an_error_of_long_work_is_told(probes: Workspace, context: AppContext) -> None:
    def work(_work: workplace.Workplace, _progress: Any) -> None:
        raise TrainerError("disk.full")

    context.run("Printing", work, done=lambda _nothing: None)
    assert probes.progress.isHidden()
    assert probes.banner.mood is Mood.BAD


def test_nothing_is_written_beside_long_work_that_writes(
    probes: Workspace, context: AppContext, story: Story
) -> None:
    session = courses.get_course(story.work, story.course).sessions[8].key
    refused: list[object] = []

    def work(_work: workplace.Workplace, _progress: Any) -> None:
        refused.append(context.do(attendance.mark_rest, session))
        context.undo_last()
        context.redo_last()

    before = context.undo.undo_words
    context.run("Import", work, done=lambda _nothing: None)
    assert refused == [None]
    assert context.undo.undo_words == before
    assert attendance.grid(story.work, story.course).rows[0].cells[8].mark is None  # type: ignore[union-attr]


def test_the_rail_says_who_where_and_that_all_is_saved(
    workspace: Workspace, context: AppContext, language: LanguageSwitch
) -> None:
    rail = workspace.rail
    assert rail.saved.text() == "Everything is saved"
    assert rail.saved_at.text() == "today, 11:42"
    assert rail.user.text() == "Д. Назарова"
    assert rail.device.text() == "This laptop"
    workplace.change_user(context.work, "М. Саидова")
    context.user_changed.emit()
    assert rail.user.text() == "М. Саидова"
    rail.set_user("М. Саидова", "K7")
    assert rail.device.text() == "Laptop K7"
    rail.set_user("М. Саидова", "", office=True)
    assert rail.device.text() == "Office computer"
    assert rail.who.toolTip() == "М. Саидова · Office computer"
    language.choose("tg")
    settle()
    assert rail.saved.text() == "Ҳама чиз сабт шуд"
    assert rail.saved_at.text() == "имрӯз, 11:42"
    assert rail.items["today"].text() == "Имрӯз"


def test_who_is_here_leads_to_where_name_and_computer_stand(workspace: Workspace, window: MainWindow) -> None:
    show(window)
    workspace.rail.who.setFocus()
    press(workspace.rail.who, Qt.Key.Key_Space)
    assert workspace.current() == "settings"


def test_the_badge_counts_what_waits(probes: Workspace) -> None:
    item = probes.rail.items["review"]
    assert item.badge.isHidden()
    probes.rail.set_badge("review", 2)
    assert not item.badge.isHidden()
    assert item.accessibleName() == "Review, 2 waiting"
    probes.rail.set_badge("review", 0)
    assert item.accessibleName() == "Review"
    probes.rail.set_badge("nobody", 3)


def test_a_narrow_window_keeps_icons_only(probes: Workspace, window: MainWindow) -> None:
    window.resize(NARROW_BELOW, 697)
    settle()
    wide = probes.rail.width()
    window.resize(NARROW_BELOW - 1, 697)
    settle()
    assert probes.rail.width() < wide
    assert probes.rail.brand.isHidden()
    assert probes.rail.items["first"].toolTip().startswith("First")
    window.resize(1366, 697)
    settle()
    assert probes.rail.width() == wide
    assert not probes.rail.brand.isHidden()


def test_no_bar_stands_beside_the_entries_for_a_few_pixels(qtbot: QtBot, theme: Theme) -> None:
    """S3: at 1366x768 the entries of an office lacked some pixels, and a thick bar stood beside them."""
    rail = Sidebar(screens_for(Role.OFFICE, SCREENS))
    qtbot.addWidget(rail)
    rail.set_user("Дилбар Назарова", "", office=True)
    rail.steps.set_steps("Attendance, DSH-1: Назаров, session 8, late 15 −20, instead of absent", "")
    bar = find(rail, QScrollArea, "rail_scroll").verticalScrollBar()
    high = []
    for height in (1000, 720, 700, 680, 660, 1000):
        rail.resize(rail.width(), height)
        show(rail)
        settle()
        assert not bar.isVisible(), height
        high.append(rail.items["courses"].height())
    assert high[0] == high[-1] > high[-2], "they are as high as before where there is room again"


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_every_entry_of_an_office_is_in_sight_with_large_text(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, code: str, narrow: bool
) -> None:
    language.choose(code)
    rail = Sidebar(screens_for(Role.OFFICE, SCREENS))
    qtbot.addWidget(rail)
    rail.set_user("Дилбар Саидовна Назарова-Раҳматуллозода", "", office=True)
    rail.steps.set_steps("Attendance, DSH-1: Назаров, session 8, late 15 −20, instead of absent", "")
    rail.set_narrow(narrow)
    rail.set_saved("today, 18:42")
    rail.resize(rail.width(), AT_150)
    show(rail)
    settle()
    bar = find(rail, QScrollArea, "rail_scroll").verticalScrollBar()
    assert [name for name, item in rail.items.items() if not whole(item)] == []
    assert whole(rail.help)
    assert not bar.isVisible()
    # What the rail has no words for is said by a button that Tab meets before the lock.
    assert whole(rail.who)
    assert whole(rail.lock)
    sign = find(rail, QWidget, "rail_saved_icon")
    assert whole(sign) == narrow, "that all is saved is told in the narrow rail of a low window too"
    assert sign.toolTip() == sign.accessibleName() == f"{rail.saved.text()} · today, 18:42"
    assert not rail.device.isVisible()
    assert rail.who.accessibleName() == f"{rail.user.text()} · {rail.device.text()}" == rail.who.toolTip()
    rail.who.setFocus()
    press(rail.who, Qt.Key.Key_Tab)
    assert rail.lock.hasFocus()
    rail.resize(rail.width(), AT_150 - 150)
    settle()
    assert not whole(rail.items["settings"])
    assert whole(bar), "it says that there is more"
    rail.resize(rail.width(), 768)
    settle()
    assert not bar.isVisible()
    assert {item.height() for item in rail.items.values()} == {RAIL_ITEM}


def whole(part: QWidget) -> bool:
    """Tell whether nothing of a part is out of sight."""
    return part.visibleRegion().boundingRect() == part.rect()


def test_lock_is_asked_for_by_button_and_key(qtbot: QtBot, probes: Workspace, window: MainWindow) -> None:
    with qtbot.waitSignal(probes.lock_requested):
        probes.rail.lock.click()
    with qtbot.waitSignal(probes.lock_requested):
        press(window, Qt.Key.Key_L, CONTROL)


@in_turn("code", ["tg", "ru", "en"])
def test_every_screen_fits_the_smallest_window(
    workspace: Workspace, window: MainWindow, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    window.resize(*SMALLEST)
    settle()
    least = workspace.minimumSizeHint()
    assert least.width() <= SMALLEST[0]
    assert least.height() <= SMALLEST[1]
    page = workspace.rail.width()
    for name in ("today", "settings"):
        screen = workspace.open(name)
        settle()
        assert screen is not None
        content = screen.page.content.minimumSizeHint()  # type: ignore[attr-defined]
        assert content.width() + page <= SMALLEST[0], name
        if name == "today":
            assert content.height() <= SMALLEST[1]


def test_everything_has_a_stable_name_and_words(workspace: Workspace) -> None:
    for name in ("today", "settings"):
        workspace.open(name)
    settle()
    buttons = workspace.findChildren(QAbstractButton)
    assert len(buttons) > 30
    nameless = [button for button in buttons if not button.objectName()]
    assert [button for button in nameless if not button.objectName().startswith("qt_")] == []
    silent = [
        button.objectName()
        for button in buttons
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert silent == []
    for field in workspace.findChildren(QLineEdit):
        assert field.accessibleName() or field.objectName().startswith("qt_"), field.objectName()
    items = workspace.findChildren(SidebarItem)
    assert all(item.objectName() == f"rail_{item.spec.name}" for item in items)


def test_a_long_name_of_the_user_stands_on_two_lines(workspace: Workspace, window: MainWindow) -> None:
    rail = workspace.rail
    window.resize(*SMALLEST)
    before = rail.user.height()
    rail.set_user("Дилбар Назарова", "K7")
    settle()
    assert rail.user.text() == "Дилбар Назарова"
    assert rail.user.height() > before
    assert rail.user.heightForWidth(rail.user.width()) <= rail.user.height()
    rail.set_user("Каримов Сорбон Ҳакимович", "K7")
    settle()
    assert rail.user.heightForWidth(rail.user.width()) <= rail.user.height(), "of three words, none is cut"
    rail.set_user("Дилбар Саидовна Назарова-Раҳматуллозода", "K7")
    settle()
    assert rail.user.heightForWidth(rail.user.width()) <= rail.user.height()
    assert rail.user.toolTip() == "Дилбар Саидовна Назарова-Раҳматуллозода"
    assert rail.user.height() <= 3 * before


def test_a_screen_that_fails_while_it_is_made_leaves_nothing_behind(
    context: AppContext, window: MainWindow
) -> None:
    class Unready(Probe):
        def __init__(self, context: AppContext) -> None:
            super().__init__(context, "people")
            raise TrainerError("database.damaged")

    unready = ScreenSpec("people", lambda: "Unready", "today", Unready)
    workspace = Workspace(context, (spec("first"), unready))
    window.show_page(workspace)
    assert workspace.open("first").parentWidget() is workspace.stack  # type: ignore[union-attr]
    with pytest.raises(TrainerError):
        workspace.open("people")
    assert [part.objectName() for part in workspace.stack.findChildren(Probe)] == ["screen_first"]
    second = Probe(context, "second")
    assert second.parentWidget() is None, "what is made elsewhere is not shown there"
    second.deleteLater()
