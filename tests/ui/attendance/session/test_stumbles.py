"""What a trainer stumbled over in the session view: marks far ahead, who came after the count, Esc."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from tests.kit.world import Story
from tests.ui.attendance.session.test_page import field_of
from tests.ui.attendance_course import EIGHT, Keyboard, cell
from tests.ui.courses_parts import courses_of, tab_of
from tests.ui.driving import click, find, press, settle, show, type_text
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses, enrolments
from trainer_app.domain.attendance.marks import Attendance, GridRow, Mark
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.today.overview import Due, DueKind
from trainer_app.ui.attendance.grid.legend import GridSummary
from trainer_app.ui.attendance.session import view as session_view
from trainer_app.ui.attendance.session.cards import PersonMenu
from trainer_app.ui.attendance.session.model import SessionColumn
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.attendance.session.view import NUMBER, PAD
from trainer_app.ui.attendance.tab import AttendanceTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.marks import mark_boxes
from trainer_app.ui.kit.screens import destination_of_due
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.today.screen import TodayScreen
from trainer_app.ui.widgets.overlays import ConfirmDialog
from trainer_app.ui.widgets.painting import height_for, write_fitting


def test_what_leads_to_marking_never_opens_where_one_cannot_mark(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    tab = tab_of(workspace, AttendanceTab, story.course, "attendance", view="signatures")
    show(window)
    workspace.open("today")
    settle()
    today = find(workspace, TodayScreen, "screen_today")
    due = Due(DueKind.UNMARKED, story.course, 11, session=story.sessions[EIGHT])
    for lead in (
        lambda: press(today.next_step.button, Qt.Key.Key_Return),
        lambda: press(today.sessions.rows[1].open_button, Qt.Key.Key_Space),
        lambda: workspace.context.go(destination_of_due(due)[0], **destination_of_due(due)[1]),
    ):
        tab_of(workspace, AttendanceTab, story.course, "attendance", view="signatures")
        assert tab.view == "signatures"
        workspace.open("today")
        settle()
        lead()
        settle()
        page = find(workspace, SessionPage, "session_page")
        assert (tab.view, page.isVisible()) == ("session", True)
        assert page.rows.session is not None
        assert page.rows.session.key == story.sessions[EIGHT]


def test_somebody_added_after_the_count_is_why_it_does_not_agree(
    page: SessionPage, keys: Keyboard, story: Story, language: LanguageSwitch, workspace: Workspace
) -> None:
    attendance.mark_rest(story.work, story.sessions[EIGHT])
    page.refresh()
    page.heads.field.setFocus()
    keys.type("24")
    keys.enter()
    assert page.heads.compared.text() == "agrees with the paper"
    for count, name in enumerate(("Саидов Карим", "Холов Амир"), 1):
        page.ask_name()
        type_text(page.card.name.field, name)
        keys.enter()
        keys.type("P")
        settle()
        assert page.heads.number.text() == str(24 + count)
        assert page.heads.expected.text() == f"of {25 + count} are here"
        assert page.heads.compared.text() == f"{count} added after this count: count again"
        head = find(workspace, GridSummary, "attendance_summary")
        assert head.isVisible()
        assert head.accessibleName().startswith(f"{25 + count} participants"), "over the tabs too"
    assert page.heads.compared.property("role") == "due_text"
    assert later(workspace, story) == "2 added after this count: count again", "it is known after a new start"
    done = workspace.context.do(
        enrolments.add_walk_in, story.course, "Бахромов Давлат", replaces=story.enrolments[20]
    )
    assert done is not None
    assert done.key is not None
    workspace.context.do(attendance.mark, done.key, story.sessions[EIGHT], Mark.PRESENT)
    assert later(workspace, story) == "3 added after this count: count again", "also in somebody's place"
    assert page.heads.compared.text() == "3 added after this count: count again", "wherever it was written"
    workspace.context.do(attendance.mark, done.key, story.sessions[EIGHT], Mark.ABSENT)
    for code in LANGUAGES:
        language.choose(code)
        settle()
        assert "2" in page.heads.compared.text()
    language.choose("en")
    page.heads.field.setFocus()
    page.heads.field.clear()
    keys.type("25")
    keys.enter()
    assert page.heads.compared.text() == "1 more than on paper", "a new count begins anew"
    assert later(workspace, story) == "1 more than on paper"


def later(workspace: Workspace, story: Story) -> str:
    """Return what a window that was only now opened says of the count."""
    fresh = SessionPage(workspace.context)
    fresh.show_course(story.course)
    fresh.show_session(story.sessions[EIGHT])
    said = fresh.heads.compared.text()
    fresh.deleteLater()
    return said


def test_a_walk_in_is_expected_from_the_session_to_which_they_came(
    page: SessionPage, keys: Keyboard, story: Story, workspace: Workspace
) -> None:
    line = courses.get_line(story.work, story.course)
    page.add_walk_in("Мамадов Зафар")
    keys.type("P")
    settle()
    row = attendance.grid(story.work, story.course).rows[-1]
    assert [cell is not None for cell in row.cells[: EIGHT + 1]] == [False] * EIGHT + [True]
    assert (row.from_session, row.share) == (8, 1_250), "nobody completes by coming late"
    assert courses.get_line(story.work, story.course).unmarked == line.unmarked, (
        "no mark of before is missing"
    )
    assert page.rows.second_line(page.rows.place_of(row.enrolment)).startswith("walk-in · from session 8")
    assert "session 8" in page.notice.text.text()
    # They were there before all the same: a letter or the menu says so.
    page.step(-1)
    page.view.go_to(page.rows.place_of(row.enrolment))
    menu = page.acts.make_menu(page.view)
    find(menu, QAction, "room_menu_was_here").trigger()
    settle()
    assert cell(story, 25, EIGHT - 1).mark is Mark.PRESENT
    menu = page.acts.make_menu(page.view)
    assert "room_menu_was_here" not in {each.objectName() for each in menu.actions()}
    menu.close()


def test_each_walk_in_is_typed_into_an_empty_field(page: SessionPage, keys: Keyboard, story: Story) -> None:
    for name in ("Мамадов Зафар", "Ганиев Олим"):
        click(page.add_button)
        keys.type(name)
        keys.enter()
    click(page.add_button)
    keys.type("Неъматов")
    click(page.add_button)
    assert page.card.name.field.text() == "Неъматов", "what is being typed stays"
    keys.press(Qt.Key.Key_Escape)
    click(page.add_button)
    assert page.card.name.field.text() == "", "what was left does not come back"
    rows = attendance.grid(story.work, story.course).rows
    assert [row.full_name for row in rows[25:]] == ["Мамадов Зафар", "Ганиев Олим"]


def test_esc_after_a_walk_in_was_added_stays_in_the_session(
    page: SessionPage, keys: Keyboard, workspace: Workspace
) -> None:
    for name in ("Мамадов Зафар", "Ганиев Олим"):
        keys.press(Qt.Key.Key_Insert)
        keys.type(name)
        keys.enter()
        assert page.notice.text.text().startswith("On the list")
        page.notice.hide()  # as it does by itself after a while
    keys.press(Qt.Key.Key_Escape)
    settle()
    assert page.isVisible()
    assert page.view.hasFocus()
    keys.press(Qt.Key.Key_Escape)
    settle()
    assert page.isVisible(), "one too many leaves nothing"
    assert workspace.current() == "courses"


def test_who_has_the_name_of_somebody_on_the_list_is_asked_about(
    page: SessionPage, keys: Keyboard, story: Story, workspace: Workspace, language: LanguageSwitch
) -> None:
    known = attendance.grid(story.work, story.course).rows[14]
    click(page.add_button)
    keys.type(f"капитан {known.full_name}")
    keys.enter()
    asked = find(workspace.window(), ConfirmDialog, "namesake_question")
    assert asked.title.text() == f"No.\u00a015 {known.full_name} is on the list already"
    assert asked.no.hasFocus(), "a second Enter adds nobody"
    click(asked.no)
    assert len(attendance.grid(story.work, story.course).rows) == 25
    assert page.card.name.isVisible(), "the name stands there to be corrected"
    page.card.name.field.setFocus()
    keys.enter()
    click(find(workspace.window(), ConfirmDialog, "namesake_question").yes)
    rows = attendance.grid(story.work, story.course).rows
    assert [row.full_name for row in rows[25:]] == [known.full_name]
    assert rows[25].cells[EIGHT] is not None, "of the same name, and a row of their own"


def test_each_undo_takes_back_one_step_after_minutes_and_a_walk_in(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    def standing() -> tuple[int, int, int]:
        rows = attendance.grid(story.work, story.course).rows
        marked = sum(
            each is not None and each.mark is not None for each in (row.cells[EIGHT] for row in rows)
        )
        return len(rows), marked, cell(story, 14).missed

    page.view.go_to(14)
    keys.type("P")
    page.view.go_to(14)
    keys.type("-25")
    keys.enter()
    click(page.rest_button)
    page.ask_name()
    keys.type("Мамадов Зафар")
    keys.enter()
    assert standing() == (26, 25, 25)
    seen = []
    for _ in range(4):
        keys.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        seen.append(standing())
    assert seen == [(25, 25, 25), (25, 15, 25), (25, 15, 0), (25, 14, 0)]


def test_who_came_in_anothers_place_is_no_walk_in_here(
    page: SessionPage, story: Story, workspace: Workspace, language: LanguageSwitch
) -> None:
    context = workspace.context
    done = context.do(enrolments.add_walk_in, story.course, "Бахромов Давлат", replaces=story.enrolments[20])
    settle()
    assert done is not None
    place = page.rows.place_of(done.key or "")
    assert page.rows.second_line(place).startswith("in place of No.\u00a021")
    assert "in place of No.\u00a021" in page.words.spoken_row(page.rows.row(place), None)
    for code, said in (("ru", "вместо №\u00a021"), ("tg", "ба ҷойи №\u00a021")):
        language.choose(code)
        settle()
        assert page.rows.second_line(place).startswith(said)


def test_esc_ends_what_was_begun_and_in_the_head_leads_where_one_came_from(
    page: SessionPage, keys: Keyboard, story: Story, workspace: Workspace
) -> None:
    workspace.open("today")
    workspace.context.go("courses", course=story.course, tab="attendance", view="session")
    settle()
    page.view.setFocus()
    keys.type("L1")
    keys.press(Qt.Key.Key_Escape)
    assert page.marking.now is not None
    assert not page.marking.now.typing
    assert cell(story, 14).missed == 1
    click(page.card.only)
    assert page.rows.only_unmarked
    keys.press(Qt.Key.Key_Escape)
    assert not page.rows.only_unmarked
    assert page.view.hasFocus()
    assert page.isVisible()
    assert workspace.current() == "courses"
    keys.press(Qt.Key.Key_Escape)
    settle()
    assert page.isVisible(), "one too many leaves nothing"
    tabs = courses_of(workspace).workspace.tabs
    tabs.setFocus()
    press(tabs, Qt.Key.Key_Escape)
    settle()
    assert workspace.current() == "today", "it was opened from there"
    workspace.open("courses")
    settle()
    tabs.setFocus()
    press(tabs, Qt.Key.Key_Escape)
    assert workspace.current() == "courses"
    assert not page.isVisible(), "opened from the list, it leads to the list"


def asked_ahead(page: SessionPage) -> ConfirmDialog | None:
    """Return the question about a session that begins much later, as far as it stands there."""
    settle()
    return page.window().findChild(ConfirmDialog, "mark_ahead_question")


def test_the_first_mark_long_before_its_session_is_asked_about_once(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    page.step(1)
    keys.type("A")
    question = asked_ahead(page)
    assert question is not None
    assert question.title.text() == "Session 9 has not begun"
    assert page.rows.text(0, SessionColumn.PERSON).split()[0] in question.text.text()
    assert cell(story, 0, EIGHT + 1).mark is None
    keys.press(Qt.Key.Key_Escape)
    assert asked_ahead(page) is None
    assert page.view.hasFocus()
    assert page.view.place == 0
    keys.type("L")
    keys.enter()
    assert asked_ahead(page) is None
    keys.type("15")
    keys.enter()
    keys.type("P")
    keys.press(Qt.Key.Key_Space, text=" ")
    found = [cell(story, place, EIGHT + 1) for place in range(3)]
    assert [(each.mark, each.missed) for each in found] == [
        (Mark.LATE, 15),
        (Mark.PRESENT, 0),
        (Mark.PRESENT, 0),
    ], "after the answer the keys go on as ever, without another question"
    for _ in range(3):
        page.undo()
    assert cell(story, 0, EIGHT + 1).mark is None
    keys.type("P")
    assert asked_ahead(page) is None, "once for each session"


@pytest.mark.parametrize("way", ["press", "space", "field"])
def test_every_way_to_mark_long_before_a_session_asks(
    page: SessionPage, keys: Keyboard, story: Story, way: str
) -> None:
    page.step(1)
    if way == "press":
        index = page.rows.index(0, SessionColumn.MARK)
        at = mark_boxes(page.view.visualRect(index))[1].center()
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    elif way == "space":
        keys.press(Qt.Key.Key_Space, text=" ")
    else:
        field_of(page, 0, SessionColumn.LATE)
        keys.type("12")
        keys.enter()
    question = asked_ahead(page)
    assert question is not None
    assert cell(story, 0, EIGHT + 1).mark is None
    click(question.yes)
    wanted = {"press": (Mark.LATE, 0), "space": (Mark.PRESENT, 0), "field": (Mark.LATE, 12)}[way]
    found = cell(story, 0, EIGHT + 1)
    assert (found.mark, found.missed) == wanted
    assert page.view.hasFocus()


SMALL_WINDOW = 683, 467
"""1024x700 with texts of 150 %."""
LONG = "Вызвали на дежурство в РОВД, вернётся завтра к обеду, предупредил заранее; заменить некому"


@pytest.mark.parametrize("size", [SMALL_WINDOW, (1366, 697)])
@pytest.mark.parametrize("helped", [False, True])
def test_what_was_said_of_somebody_is_read_whole_in_every_window(
    page: SessionPage,
    keys: Keyboard,
    story: Story,
    window: MainWindow,
    workspace: Workspace,
    language: LanguageSwitch,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    helped: bool,
) -> None:
    drawn: dict[str, bool] = {}

    def draw(painter: QPainter, room: QRectF, text: str, points: int, weight: int = 400, **how: bool) -> None:
        drawn[text] = height_for(text, int(room.width()), points, room.height(), weight) <= room.height()
        write_fitting(painter, room, text, points, weight, **how)

    monkeypatch.setattr(session_view, "write_fitting", draw)
    page.view.go_to(0)
    keys.type("p-20")
    for place, remark in ((1, "Болен"), (2, LONG)):
        page.context.do(attendance.set_remark, story.enrolments[place], story.sessions[EIGHT], remark)
    page.refresh()
    if helped:
        workspace.toggle_help()
    for code in LANGUAGES:
        language.choose(code)
        window.resize(*size)
        settle()
        page.view.go_to(0)
        drawn.clear()
        seen = None
        for place in range(25):
            page.view.scrollTo(page.rows.index(place, 0))
            if seen != (seen := page.view.verticalScrollBar().value()):
                page.view.viewport().grab()  # all rows that are in sight now
        said = "\n".join(drawn)
        assert {row.called for row in attendance.grid(story.work, story.course).rows} <= drawn.keys(), "names"
        assert [text for text, whole in drawn.items() if not whole] == [], "and nothing is cut"
        assert page.words.early(20) in said or not page.view.isColumnHidden(SessionColumn.EARLY)
        assert "Болен" in said
        assert LONG in said


def test_a_field_without_a_column_lies_beside_its_name(
    page: SessionPage, keys: Keyboard, story: Story, window: MainWindow
) -> None:
    window.resize(*SMALL_WINDOW)
    settle()
    assert page.view.isColumnHidden(SessionColumn.REMARK)
    page.view.go_to(0)
    keys.press(Qt.Key.Key_F2)
    settle()
    field = find(page.view, QLineEdit, "room_cell_field")
    assert field.isVisible()
    assert field.width() > 180
    assert field.x() >= page.view.columnWidth(SessionColumn.PERSON), "the name stays in sight"
    keys.type("Болен")
    keys.enter()
    settle()
    assert cell(story, 0).remark == "Болен"
    menu = page.acts.make_menu(page.view)
    assert isinstance(menu, PersonMenu)
    next(each for each in menu.actions() if each.objectName() == "room_menu_early").trigger()
    settle()
    field = find(page.view, QLineEdit, "room_cell_field")
    assert field.isVisible()
    keys.type("20")
    keys.enter()
    settle()
    assert cell(story, 0).early == 20


def test_undo_leads_to_a_session_that_only_this_mark_had_begun(
    page: SessionPage, keys: Keyboard, workspace: Workspace
) -> None:
    page.step(1)
    keys.type("p")
    click(find(workspace.window(), ConfirmDialog, "mark_ahead_question").yes)
    for _ in range(4):
        page.step(-1)
    assert page.facts.number.text() == "Session 5"
    page.view.setFocus()
    keys.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.facts.number.text() == "Session 9", "where the mark was taken away"
    assert page.view.place == 0


def test_the_keyboard_stays_in_the_list_when_who_was_added_goes_again(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    click(page.add_button)
    keys.type("Мамадов Зафар")
    keys.enter()
    assert page.view.place == 25
    keys.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.rows.rowCount() == 25
    assert page.view.place == 24
    keys.type("e")
    assert cell(story, 24).mark is Mark.EXCUSED


def find_replacement(page: SessionPage, keys: Keyboard, place: int) -> None:
    """Have somebody come in the place of the person of a row, by name alone."""
    page.view.go_to(place)
    menu = page.acts.make_menu(page.view)
    next(each for each in menu.actions() if each.objectName() == "room_menu_replaced_by").trigger()
    keys.type("Саидов Далер")
    settle()
    (form := page.acts.replacement).marks.field.setCurrentIndex(1)
    keys.enter()
    keys.enter()
    assert form.isHidden()


def test_the_key_after_a_replacement_marks_who_came(page: SessionPage, keys: Keyboard, story: Story) -> None:
    find_replacement(page, keys, 15)
    assert page.rows.row(page.view.place).full_name == "Саидов Далер"
    keys.type("p")
    rows = attendance.grid(story.work, story.course).rows
    assert rows[25].cells[EIGHT] == Attendance(Mark.PRESENT)
    assert rows[15].cells[EIGHT] is None


@pytest.mark.parametrize("way", ["keys", "button", "elsewhere"])
def test_undo_of_a_replacement_leads_back_to_who_was_replaced(
    page: SessionPage, keys: Keyboard, story: Story, workspace: Workspace, way: str
) -> None:
    last = len(story.sessions) - 1
    for column, place in ((EIGHT, 15), (EIGHT, 2), (last, 2)):
        page.show_session(story.sessions[column])
        find_replacement(page, keys, place)
        gone = page.rows.row(place)
        page.view.go_to(25)
        assert gone.replaced_by == page.rows.row(25).number
        if way == "keys":
            keys.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        elif way == "button":
            click(find(workspace, QAbstractButton, "rail_undo"))
        else:
            workspace.context.undo_last()
        settle()
        assert page.view.place == place
        assert page.rows.column == column, "in the session where one was"
        assert page.rows.row(place).replaced_by == 0
        if way == "keys":
            keys.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
            assert page.rows.row(page.view.place).full_name == "Саидов Далер"
            keys.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("size", [(1366, 697), SMALL_WINDOW])
@pytest.mark.parametrize("way", ["keys", "button"])
def test_who_is_replaced_from_the_first_session_on_is_led_to_as_well(
    page: SessionPage,
    keys: Keyboard,
    story: Story,
    workspace: Workspace,
    window: MainWindow,
    way: str,
    size: tuple[int, int],
) -> None:
    """S2: that row leaves the list, and the keyboard was on the next person, whom a letter marked."""
    window.resize(*size)
    settle()
    for session in story.sessions:
        attendance.mark(story.work, story.enrolments[3], session, None)
    page.refresh()
    page.show_session(story.sessions[0])

    def travel(key: Qt.Key, button: str) -> GridRow:
        if way == "keys":
            keys.press(key, Qt.KeyboardModifier.ControlModifier)
        else:
            click(find(workspace, QAbstractButton, button))
        settle()
        assert in_sight(page)
        assert page.rows.column == 0
        return page.rows.row(page.view.place)

    find_replacement(page, keys, 3)
    settle()
    came = page.rows.row(page.view.place)
    assert (came.full_name, page.view.place) == ("Саидов Далер", 24), "at the end of the list"
    assert in_sight(page)
    assert page.rows.place_of(story.enrolments[3]) == -1
    assert travel(Qt.Key.Key_Z, "rail_undo").enrolment == story.enrolments[3]
    assert page.rows.place_of(came.enrolment) == -1
    assert travel(Qt.Key.Key_Y, "rail_redo").enrolment == came.enrolment
    page.view.go_to(10)
    assert travel(Qt.Key.Key_Z, "rail_undo").enrolment == story.enrolments[3], "wherever one was in between"
    page.view.go_to(10)
    assert travel(Qt.Key.Key_Y, "rail_redo").enrolment == came.enrolment
    keys.type("a")
    rows = {row.enrolment: row.cells[0] for row in attendance.grid(story.work, story.course).rows}
    assert rows[came.enrolment] == Attendance(Mark.ABSENT)


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize(("size", "code"), [(SMALL_WINDOW, "ru"), ((683, 440), "ru"), ((640, 340), "en")])
def test_whoever_a_replacement_leads_to_stands_wholly_in_sight_in_a_low_window(
    page: SessionPage,
    keys: Keyboard,
    window: MainWindow,
    language: LanguageSwitch,
    size: tuple[int, int],
    code: str,
    at_once: bool,
) -> None:
    """S3: the list became lower after it had scrolled, and the page around it cut the row off too."""
    language.choose(code)
    window.resize(*size)
    settle()
    for place in (4, 15, 24):
        find_replacement(page, keys, place)
        for key, wanted in ((None, 25), (Qt.Key.Key_Z, place), (Qt.Key.Key_Y, 25), (Qt.Key.Key_Z, place)):
            if key is not None:
                keys.press(key, Qt.KeyboardModifier.ControlModifier)
            if not at_once:
                settle()
                assert in_sight(page)
            assert page.view.place == wanted
        settle()
        assert in_sight(page)


def test_after_the_arrow_of_the_session_card_letters_and_undo_reach_the_list(
    page: SessionPage, keys: Keyboard, story: Story, workspace: Workspace
) -> None:
    before = page.facts.before
    before.setFocus()
    keys.press(Qt.Key.Key_Space, text=" ")
    keys.press(Qt.Key.Key_Space, text=" ")
    assert page.rows.column == EIGHT - 2, "Space goes on"
    assert before.hasFocus()
    place = page.view.place
    keys.type("a")
    assert cell(story, place, EIGHT - 2).mark is Mark.ABSENT
    assert page.view.hasFocus()
    before.setFocus()
    workspace.context.undo.refresh()
    page.undo()
    assert page.view.hasFocus()
    assert page.view.place == place
    before.setFocus()
    page.redo()
    assert page.view.hasFocus()


def test_after_a_remark_without_a_column_arrows_stay_in_the_marks(
    page: SessionPage, keys: Keyboard, window: MainWindow
) -> None:
    window.resize(*SMALL_WINDOW)
    settle()
    for end in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        page.view.go_to(0, SessionColumn.MARK)
        keys.press(Qt.Key.Key_F2)
        settle()
        keys.type("x")
        keys.press(end)
        settle()
        assert page.view.currentIndex().column() == SessionColumn.MARK
        keys.press(Qt.Key.Key_Down)
        assert (page.view.place, page.view.currentIndex().column()) == (1, SessionColumn.MARK)


def test_the_frame_of_a_field_stands_around_every_line_of_a_remark(
    page: SessionPage, story: Story, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    remark = " ".join([LONG] * 2)
    page.context.do(attendance.set_remark, story.enrolments[2], story.sessions[EIGHT], remark)
    page.refresh()
    settle()
    view = page.view
    assert not view.isColumnHidden(SessionColumn.REMARK)
    view.go_to(2)
    frames: list[QRectF] = []
    lines: list[float] = []
    monkeypatch.setattr(
        QPainter, "drawRoundedRect", lambda _self, box, *_how: frames.append(QRectF(box)), raising=True
    )

    def measure(_painter: QPainter, room: QRectF, text: str, points: int, *_how: int, **_more: bool) -> None:
        if text == remark:
            lines.append(height_for(text, int(room.width()), points, 0))

    monkeypatch.setattr(session_view, "write_fitting", measure)
    row = view.visualRect(view.model().index(2, SessionColumn.REMARK))
    view.viewport().grab(row)
    inside = [box for box in frames if box.left() >= row.left()]
    assert inside
    assert lines
    assert max(lines) > 3 * 14
    assert min(box.height() for box in inside) >= max(lines)


def test_what_is_known_of_somebody_stands_before_a_remark_of_several_lines(
    page: SessionPage, keys: Keyboard, story: Story, window: MainWindow
) -> None:
    window.resize(*SMALL_WINDOW)
    page.add_walk_in("Мамадов Зафар")
    settle()
    view, place = page.view, page.view.place
    width, unseen = view.columnWidth(SessionColumn.PERSON) - NUMBER - PAD, (SessionColumn.REMARK,)
    enrolment = page.rows.row(place).enrolment
    said = {}
    for remark in (LONG, "Болен"):
        page.context.do(attendance.set_remark, enrolment, story.sessions[EIGHT], remark)
        page.refresh()
        said[remark] = page.rows.below(place, width, unseen)
    assert said == {
        LONG: f"walk-in · from session 8 · {LONG}",
        "Болен": "Болен · walk-in · from session 8",
    }


def in_sight(page: SessionPage) -> bool:
    """Tell whether the current row is wholly in sight."""
    row = page.view.visualRect(page.view.currentIndex())
    return page.view.viewport().visibleRegion().boundingRect().contains(row)


@pytest.mark.parametrize("size", [(1024, 700), (1024, 660), SMALL_WINDOW, (1366, 697)])
def test_a_new_walk_in_stands_wholly_in_sight(
    page: SessionPage, keys: Keyboard, story: Story, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    settle()
    page.context.do(attendance.set_remark, story.enrolments[20], story.sessions[EIGHT], LONG * 2)
    settle()
    for name in ("Мамадов Зафар", "Ганиев Олим"):
        click(page.add_button)
        settle()
        keys.type(name)
        keys.enter()
        QApplication.processEvents()
        settle()
        view = page.view
        assert in_sight(page)
        row = view.visualRect(view.currentIndex())
        place = QRect(view.viewport().mapToGlobal(QPoint(0, row.y())), QSize(view.width(), row.height()))
        assert page.notice.isVisible()
        told = QRect(page.notice.mapToGlobal(QPoint()), page.notice.size())
        assert not told.intersects(place), "what is told does not lie upon the one it is told of"
        page.context.do(
            attendance.set_remark, page.rows.row(view.place).enrolment, story.sessions[EIGHT], LONG
        )
        settle()
        assert in_sight(page), "also when the row grows"
