"""The workspace of a course: its head, its tabs by name and key, what it remembers; marking in it."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from tests.cut_texts import lay_out, logical
from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.courses_parts import add_garm, courses_of, tab_of, view_of
from tests.ui.driving import click, find, press, settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses, enrolments
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import CourseDraft, as_draft
from trainer_app.ui.attendance.grid.view import GridView
from trainer_app.ui.attendance.tab import AttendanceTab
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.courses.overview.tab import OverviewTab
from trainer_app.ui.courses.plan.tab import ScheduleTab
from trainer_app.ui.courses.screen import CourseWorkspace
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.papers import PaperPage
from trainer_app.ui.kit.screens import CourseTab, TabSpec
from trainer_app.ui.shell.navigation import TABS
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme, style_sheet
from trainer_app.ui.style.tokens import CONTROL, DARK
from trainer_app.ui.widgets.controls import Button

SMALL_AT_150 = 1366 * 2 // 3


class PlainTab(CourseTab):
    """A tab that tells which courses it showed."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("plain", context)
        self.shown: list[str] = []
        self.column.addWidget(QLabel("plain"))

    def refresh(self) -> None:
        self.shown.append(self.course)


def inside(workspace: Workspace, course: str, tab: str = "overview") -> CourseWorkspace:
    workspace.context.go("courses", course=course, tab=tab)
    settle()
    return courses_of(workspace).workspace


def test_the_head_says_where_when_and_what(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    found = inside(workspace, story.course)
    assert found.head.title.text() == "Душанбе, 15–18 October 2018"
    assert found.head.subtitle.text() == "Police response to domestic violence"
    assert found.counts.text() == "25 participants · women: 9"
    language.choose("ru")
    settle()
    assert found.head.title.text() == "Душанбе, 15–18 октября 2018"
    assert found.head.subtitle.text() == "Реагирование милиции на насилие в семье"
    assert found.counts.text() == "25 участников · женщин: 9"
    assert [found.tabs.tabText(place) for place in range(3)][:2] == ["Обзор", "Расписание"]


@in_turn("code", ["tg", "ru", "en"])
def test_on_a_small_screen_at_150_percent_buttons_give_way_and_nothing_is_cut(
    workspace: Workspace, story: Story, language: LanguageSwitch, code: str
) -> None:
    found = inside(workspace, story.course, "attendance")
    language.choose(code)
    tab = found.tab()
    assert isinstance(tab, AttendanceTab)
    assert tab.page is not None
    add, rest = tab.page.add_button, tab.page.rest_button
    window = workspace.window()
    for width in (SMALL_AT_150, 1024, 1366):
        window.resize(width, 460)
        for _ in range(4):
            settle()
        assert found.head.width() <= width
        # Below the tabs there is room for all words; beside the title the first ones show drawings alone.
        on_one_line = not found.head.below.isVisible()
        assert found.head.height() < 2 * CONTROL
        assert all(found.head.below.isAncestorOf(each) != on_one_line for each in (add, rest, tab.switch))
        assert (add.folded, rest.folded) == (on_one_line and width < 1366, False)
        segments = [tab.switch.button(view) for view in ("course", "session", "signatures")]
        for button in (*segments, add, rest):
            assert button.width() >= button.sizeHint().width(), button.text()
        assert found.head.title.width() >= 100
    assert add.accessibleName() or add.text()


def test_a_long_title_goes_on_in_a_second_line_before_a_button_loses_its_words(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    """S3: beside a long title "Add participant" was a drawing alone."""
    found = inside(workspace, story.course, "attendance")
    language.choose("ru")
    tab = found.tab()
    assert isinstance(tab, AttendanceTab)
    assert tab.page is not None
    course = courses.get_course(story.work, story.course).course
    place = replace(as_draft(CourseDraft, course), town="Учебный центр МВД в районе Исмоили Сомони")
    workspace.context.do(courses.change_course, story.course, place)
    for width in (819, 910, 1092, 1366):
        workspace.window().resize(width, 560)
        for _ in range(4):
            settle()
        assert found.head.title.text().startswith(place.town)
        for button in (tab.page.add_button, tab.page.rest_button):
            assert not button.folded, width
            assert button.width() >= button.full_width()


@pytest.mark.parametrize("width", [SMALL_AT_150, 1024, 1366])
def test_the_tabs_of_a_course_stay_in_their_place(
    workspace: Workspace, story: Story, language: LanguageSwitch, width: int
) -> None:
    language.choose("ru")
    found = inside(workspace, story.course, "overview")
    workspace.window().resize(width, 460)
    places = set()
    for tab in (*TABS, TABS[0]):
        workspace.context.go("courses", course=story.course, tab=tab.name)
        settle()
        places.add(found.tabs.mapTo(found, QPoint(0, 0)).toTuple())
        assert found.head.below.isVisible() == (tab.name == "attendance" and width < 1366)
    assert len(places) == 1


def test_the_head_comes_to_rest_at_every_width(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    """Its height and the page's scroll bar depend on each other: they must not take turns for ever."""
    found = inside(workspace, story.course, "participants")
    language.choose("tg")
    for width in range(640, 760, 6):
        workspace.window().resize(width, 466)
        for _ in range(8):
            settle()
        seen = set()
        for _ in range(6):
            settle()
            seen.add((found.head.width(), found.head.height()))
        assert len(seen) == 1, width


@in_turn("code", ["tg", "ru", "en"])
def test_on_a_small_screen_at_150_percent_the_limits_of_certificates_are_not_cut(
    workspace: Workspace, story: Story, language: LanguageSwitch, code: str
) -> None:
    found = inside(workspace, story.course, "certificates")
    language.choose(code)
    workspace.window().resize(SMALL_AT_150, 460)
    settle()
    tab = found.tab()
    assert isinstance(tab, CertificatesTab)
    fields = tab.board.what_if
    for words in (fields.share_label, fields.test_label):
        assert words.width() >= words.minimumSizeHint().width(), words.objectName()
    assert fields.test.geometry().right() < fields.width()
    assert fields.mapTo(tab, fields.rect().bottomRight()).x() < tab.width()


def test_the_count_follows_a_walk_in(workspace: Workspace, story: Story) -> None:
    found = inside(workspace, story.course)
    workspace.context.do(enrolments.add_walk_in, story.course, "Юсупов Юсуф")
    assert found.counts.text().startswith("26 participants")


def test_tabs_stand_in_the_order_of_the_work() -> None:
    names = [spec.name for spec in TABS]
    assert names == [
        "overview",
        "schedule",
        "participants",
        "attendance",
        "tests",
        "feedback",
        "certificates",
        "print",
    ]


@pytest.mark.parametrize(
    ("asked", "opened"),
    [("sessions", "schedule"), ("attendance", "attendance"), ("nonsense", "overview"), ("", "overview")],
)
def test_a_tab_is_found_by_every_name_it_has(
    workspace: Workspace, story: Story, asked: str, opened: str
) -> None:
    assert inside(workspace, story.course, asked).tab_name() == opened


def test_each_course_remembers_its_tab(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    found = inside(workspace, story.course, "schedule")
    inside(workspace, garm, "print")
    screen = courses_of(workspace)
    press(found.tabs, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not screen.in_course()
    screen.course_list.selection.choose(story.course)
    press(screen.course_list.table, Qt.Key.Key_Return)
    assert found.tab_name() == "schedule"
    click(found.head.back)
    screen.course_list.selection.choose(garm)
    press(screen.course_list.table, Qt.Key.Key_Return)
    assert found.tab_name() == "print"


def test_keys_and_mouse_move_between_tabs(workspace: Workspace, story: Story) -> None:
    found = inside(workspace, story.course)
    press(found.tabs, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert found.tab_name() == "schedule"
    tab = found.tab()
    assert isinstance(tab, ScheduleTab)
    assert tab.table.hasFocus()
    backward = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(tab.table, Qt.Key.Key_Backtab, backward)
    assert found.tab_name() == "overview"
    found.tabs.setFocus()
    press(found.tabs, Qt.Key.Key_Right)
    assert found.tab_name() == "schedule"


def test_a_tab_is_told_of_another_course_once_it_is_seen(
    context: AppContext, story: Story, workspace: Workspace
) -> None:
    garm = add_garm(story.work)
    made: list[PlainTab] = []

    def create(context: AppContext) -> CourseTab:
        made.append(PlainTab(context))
        return made[-1]

    table = (
        TABS[0],
        TabSpec("plain", lambda: "Plain", create, ("simple",)),
    )
    screen = courses_of(workspace)
    found = CourseWorkspace(context, table)
    screen.pages.addWidget(found)
    screen.pages.setCurrentWidget(found)
    found.show_course(story.course)
    assert made == []
    found.open_tab("simple")
    assert made[0].shown == [story.course]
    found.open_tab("overview")
    found.show_course(garm)
    assert made[0].shown == [story.course]
    found.open_tab("plain")
    assert made[0].shown == [story.course, garm]
    assert len(made) == 1


def test_the_head_holds_the_buttons_of_the_open_tab_alone(workspace: Workspace, story: Story) -> None:
    found = inside(workspace, story.course)
    overview = found.tab()
    assert isinstance(overview, OverviewTab)
    assert overview.edit_button.isVisibleTo(found)
    found.open_tab("attendance")
    assert not overview.edit_button.isVisibleTo(found)
    tab = found.tab()
    assert isinstance(tab, AttendanceTab)
    assert tab.page is not None
    for button in (tab.sheet_button, *tab.page.head_buttons):
        assert button.isVisibleTo(found)
    found.open_tab("print")
    assert not tab.sheet_button.isVisibleTo(found)


def test_today_opens_the_session_that_is_to_be_marked(workspace: Workspace, story: Story) -> None:
    session = view_of(story.work, story.course).sessions[7]
    tab = tab_of(workspace, AttendanceTab, story.course, "attendance", session=session.key)
    assert tab.page is not None
    assert tab.page.view.place == (14, 7)
    assert tab.page.view.hasFocus()


def test_marking_in_the_tab_writes_marks_and_undo_takes_them_back(workspace: Workspace, story: Story) -> None:
    session = view_of(story.work, story.course).sessions[7]
    tab = tab_of(workspace, AttendanceTab, story.course, "attendance", session=session.key)
    assert tab.page is not None
    press(tab.page.view, Qt.Key.Key_P)
    cell = attendance.grid(story.work, story.course).rows[14].cells[7]
    assert cell is not None
    assert cell.mark is Mark.PRESENT
    workspace.undo()
    undone = attendance.grid(story.work, story.course).rows[14].cells[7]
    assert undone is not None
    assert undone.mark is None


def test_the_summary_counts_women_and_follows_the_course(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    tab = tab_of(workspace, AttendanceTab, story.course, "attendance")
    first = tab.page
    assert first is not None
    assert "25 participants" in first.summary.accessibleName()
    assert "9" in first.summary.accessibleName()
    found = courses_of(workspace).workspace
    assert found.summaries.currentWidget() is first.summary
    inside(workspace, garm, "attendance")
    second = tab.page
    assert second is not None
    assert second is not first
    assert not second.empty.isHidden()
    assert not tab.sheet_button.isEnabled()
    settle()
    assert [each for each in found.head.findChildren(Button) if not each.isHidden()] == [
        found.head.back,
        tab.sheet_button,
        *second.head_buttons,
    ]


def test_the_summary_makes_room_when_its_text_grows(workspace: Workspace, story: Story) -> None:
    found = inside(workspace, story.course, "tests")
    shown = found.summaries.currentWidget()
    assert isinstance(shown, QLabel)
    shown.setText("Pre 10 of 27 · post 14 of 27, and more words")
    settle()
    assert shown.width() >= shown.sizeHint().width()
    shown.setText("Pre 1")
    settle()
    assert found.summaries.width() == shown.sizeHint().width()


def whole_tabs(found: CourseWorkspace) -> list[str]:
    """Return the tabs that are seen whole, with their words in the face in which they are drawn."""
    tabs = found.tabs
    boxes = [tabs.tabRect(index) for index in range(tabs.count())]
    return [tabs.tabText(place) for place, box in enumerate(boxes) if tabs.rect().contains(box)]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("size", "with_help"), [("1366x768@100", True), ("1366x768@150", False), ("1024x700@150", False)]
)
def test_every_tab_is_seen_and_the_count_yields(
    code: str,
    size: str,
    with_help: bool,
    workspace: Workspace,
    window: MainWindow,
    story: Story,
    language: LanguageSwitch,
) -> None:
    language.choose(code)
    show(window)
    if with_help:
        workspace.toggle_help()
    for name in ("participants", "tests", "certificates"):
        found = inside(workspace, story.course, name)
        lay_out(window, logical(size))
        assert found.isVisible()
        assert whole_tabs(found) == [spec.title for spec in found.specs]
        assert not find(found.tabs, QToolButton, "ScrollRightButton").isVisible()
        last = found.tabs.tabRect(found.tabs.count() - 1)
        count = found.summaries
        assert not count.isVisible() or count.x() - found.tabs.x() - last.right() >= 12


def test_the_count_comes_back_with_the_room(workspace: Workspace, window: MainWindow, story: Story) -> None:
    show(window)
    found = inside(workspace, story.course, "certificates")
    lay_out(window, logical("1920x1080@100"))
    assert found.summaries.isVisible()
    lay_out(window, logical("1024x700@150"))
    assert not found.summaries.isVisible()
    lay_out(window, logical("1920x1080@100"))
    assert found.summaries.isVisible()
    label = found.summaries.currentWidget()
    assert isinstance(label, QLabel)
    words = label.text()
    label.setText(words * 12)
    settle()
    assert not found.summaries.isVisible()
    label.setText(words)
    settle()
    assert found.summaries.isVisible()


def test_a_course_without_sessions_sends_to_the_schedule(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    tab = tab_of(workspace, AttendanceTab, garm, "attendance")
    assert tab.page is not None
    click(tab.page.empty.button)
    found = courses_of(workspace).workspace
    assert found.tab_name() == "schedule"
    schedule = found.tab()
    assert isinstance(schedule, ScheduleTab)
    assert schedule.buttons["plan"].hasFocus()


def test_the_sheet_of_the_day_that_is_marked_is_shown(workspace: Workspace, story: Story) -> None:
    session = view_of(story.work, story.course).sessions[3]
    tab = tab_of(workspace, AttendanceTab, story.course, "attendance", session=session.key)
    click(tab.sheet_button)
    shown = workspace.stack.currentWidget()
    assert isinstance(shown, PaperPage)
    assert "16 Oct" in shown.preview.title.text().replace("\N{NO-BREAK SPACE}", " ")
    assert shown.preview.page_count() >= 1


def test_every_key_of_the_workspace_is_told_on_f1(workspace: Workspace, story: Story) -> None:
    inside(workspace, story.course, "schedule")
    listed = courses_of(workspace).keys()
    keys = [each.keys for each in listed]
    assert {"Alt+←", "Ctrl+Tab", "Ins", "Del"} <= set(keys)
    assert len(keys) == len(set(keys))


def test_every_tab_fits_the_smallest_window_in_every_language(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    screen = courses_of(workspace)
    for code in ("tg", "ru", "en"):
        language.choose(code)
        for name in ("overview", "schedule", "attendance", "print"):
            inside(workspace, story.course, name)
            settle()
            least = screen.minimumSizeHint()
            assert least.width() <= 1366 - 196, (code, name, least)
            assert least.height() <= 697, (code, name, least)


def test_undoing_the_creation_of_the_open_course_goes_back_to_the_list_calmly(
    workspace: Workspace, story: Story
) -> None:
    draft = CourseDraft("NEW-1", Texts(en="Later"), date(2018, 11, 5), date(2018, 11, 8))
    changes = courses.create_course(story.work, draft)
    workspace.context.changes.announce(changes)
    screen = courses_of(workspace)
    screen.show_place(course=changes.key)
    for tab in ("schedule", "participants", "overview"):
        screen.workspace.open_tab(tab)
        settle()
    head = screen.workspace.head
    assert head.title.text() == "Later", "days alone are no title"
    assert head.subtitle.text() == "5–8 November 2018"
    workspace.undo()
    settle()
    assert not screen.in_course()
    assert workspace.banner.isHidden(), "nothing went wrong"


def test_a_theme_reaches_a_tab_when_it_is_seen(workspace: Workspace, story: Story, theme: Theme) -> None:
    found = inside(workspace, story.course)
    overview = tab_of(workspace, OverviewTab, story.course, "overview")
    schedule = tab_of(workspace, ScheduleTab, story.course, "schedule")
    theme.choose("dark")
    dark = style_sheet(DARK)
    assert (schedule.styleSheet(), found.head.styleSheet()) == (dark, dark)
    assert dark not in (overview.styleSheet(), found.styleSheet())
    found.open_tab("overview")
    assert overview.styleSheet() == dark


def stands_in_the_head(found: CourseWorkspace, button: QWidget) -> bool:
    """Tell whether a button is in sight, whole, in one of the two rows of the head."""
    rows = [row for row in (found.head, found.head.below) if row.isAncestorOf(button)]
    inside = [row.rect().contains(QRect(button.mapTo(row, QPoint()), button.size())) for row in rows]
    return button.isVisible() and inside == [True]


@in_turn("code", ["tg", "ru", "en"])
@pytest.mark.parametrize("helped", [True, False], ids=["help", "alone"])
def test_every_button_of_the_head_is_in_sight_on_whatever_way_one_came(
    workspace: Workspace, story: Story, language: LanguageSwitch, code: str, helped: bool
) -> None:
    found = inside(workspace, story.course, "attendance")
    language.choose(code)
    show(workspace.window())
    if helped:
        workspace.toggle_help()
    names = [spec.name for spec in found.specs]
    lost = []
    # In a narrower window the help covers the page.
    sizes = ((1366, 697),) if helped else ((SMALL_AT_150, 440), (1024, 620), (1024 * 2 // 3, 390))
    # Where the buttons stand is known before anything is drawn.
    workspace.window().setUpdatesEnabled(False)
    for width, height in sizes:
        workspace.window().resize(width, height)
        settle()
        for name in names:
            for each in (name, "attendance"):
                found.open_tab(each)
                settle()
                tab = found.tab()
                assert tab is not None
                lost += [
                    (width, name, each, button.objectName())
                    for button in tab.head_buttons()
                    if not stands_in_the_head(found, button)
                ]
    workspace.window().setUpdatesEnabled(True)
    assert lost == []


@in_turn("size", [(1366, 697), (SMALL_AT_150, 440), (1024 * 2 // 3, 390)])
def test_the_session_to_be_marked_is_in_sight_as_soon_as_the_grid_opens(
    workspace: Workspace, story: Story, size: tuple[int, int]
) -> None:
    workspace.window().resize(*size)
    show(workspace.window())
    # Another course between: then the grid is made anew.
    draft = CourseDraft(f"OTHER-{size[0]}", Texts(en="Other"), date(2018, 10, 1), date(2018, 10, 3))
    inside(workspace, courses.create_course(story.work, draft).key or "", "attendance")
    found = inside(workspace, story.course, "attendance")
    view = find(found, GridView, "attendance_grid")
    index = view.currentIndex()
    assert index.column() == 7
    assert view.viewport().rect().contains(view.visualRect(index)), size
    # Nor is it where one had scrolled to when one left.
    for smaller in (0, 60):
        view.horizontalScrollBar().setValue(0)
        found.open_tab("participants")
        workspace.window().resize(size[0] - smaller, size[1])
        settle()
        found.open_tab("attendance")
        settle()
        assert view.viewport().rect().contains(view.visualRect(index)), (size, smaller)
