"""What the tab looks like: what fits, languages and colours switched live, pictures of cells, speech."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.ui.attendance_course import Room, disk, newest_step, open_room, show_in_window
from trainer_app.actions.courses import sessions
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import SessionState
from trainer_app.store.base.drafts import Write
from trainer_app.ui.attendance.grid import headers
from trainer_app.ui.attendance.grid.cells import CellPictures, PictureContext, Tint
from trainer_app.ui.attendance.grid.headers import SessionHeader
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.marks import CELL_LEAST, CONFLICT, DASH, DAY_START, PLANNED, UNKNOWN, UNMARKED
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import CAPTION, DARK, LIGHT
from trainer_app.ui.widgets.painting import Line, Strips, width_of

LANGUAGES = ("tg", "ru", "en")


def whole_rows(page: AttendancePage) -> float:
    return page.view.viewport().height() / page.view.rowHeight(0)


@in_turn("code", LANGUAGES)
@in_turn(("height", "rows"), [(768, 25), (697, 21)])
def test_so_many_people_fit_the_screen(
    room: Room, language: LanguageSwitch, code: str, height: int, rows: int
) -> None:
    language.choose(code)
    QApplication.processEvents()
    # 92 pixels are the head and the tabs of the workspace, 196 the rail.
    room.page.resize(1366 - 196, height - 92)
    QApplication.processEvents()
    assert whole_rows(room.page) >= rows
    assert room.page.minimumSizeHint().width() <= 1366 - 196
    assert room.page.card.geometry().right() < room.page.width()


@in_turn("height", range(300, 700, 37))
def test_only_whole_rows_are_shown_at_any_height(room: Room, height: int) -> None:
    room.page.resize(1170, height)
    QApplication.processEvents()
    assert whole_rows(room.page).is_integer()
    assert room.page.card.geometry().bottom() < room.page.foot.geometry().top()


def test_the_walk_ins_row_leaves_whole_rows(room: Room) -> None:
    room.page.asking.walk_in()
    QApplication.processEvents()
    assert whole_rows(room.page).is_integer()
    assert room.page.card.geometry().bottom() < room.page.height()


def test_a_small_window_scrolls_and_leaves_the_words_of_the_legend_away(room: Room) -> None:
    page = room.page
    page.resize(640, 400)
    QApplication.processEvents()
    assert page.card.down.isVisible()
    assert all(button.brief for button in page.legend.buttons)
    page.view.go_to(24, 5)
    assert page.view.visualRect(page.marking.model.index(24, 5)).bottom() <= page.view.viewport().height()
    assert page.card.down.value() == page.view.verticalScrollBar().value() > 0
    page.card.down.setValue(0)
    assert page.view.rowAt(0) == 0
    page.resize(1170, 676)
    QApplication.processEvents()
    assert not page.card.down.isVisible()
    assert not any(button.brief for button in page.legend.buttons)
    page.resize(1400, 676)
    QApplication.processEvents()
    assert page.legend.hint.isVisible()
    assert page.legend.hint.text().startswith("A letter marks and stays here")
    page.resize(640, 400)
    QApplication.processEvents()
    assert not page.legend.hint.isVisible(), "the first thing to give way"


@pytest.mark.parametrize("width", [600, 571, 540, 503])
def test_the_current_session_stays_whole_in_sight_when_there_is_less_room(
    room: Room, qtbot: QtBot, width: int
) -> None:
    page = room.page
    view, across = page.view, page.view.horizontalScrollBar()
    view.go_to(0, page.marking.model.columnCount() - 1)
    page.resize(width, 500)

    def ends_with_the_table() -> bool:
        right = view.visualRect(view.currentIndex()).right() + 1
        return across.value() == across.maximum() > 0 and right == view.viewport().width()

    qtbot.waitUntil(ends_with_the_table)
    assert page.card.across.pageStep() == across.pageStep(), "the bar is as long as what is in sight"
    view.go_to(0, 0)
    page.resize(width - 60, 500)
    qtbot.waitUntil(lambda: across.maximum() > 1)
    assert view.visualRect(view.currentIndex()).left() == 0


@pytest.fixture
def few(tmp_path: Path, qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> Iterator[Room]:
    """Open a course of so few people that all of them have room."""
    made = open_room(13, tmp_path, language=lambda: language.code)
    yield made
    made.close()


def test_a_size_that_comes_while_the_bar_changes_is_not_passed_over(few: Room) -> None:
    """The help that closes beside the grid takes the bar away and gives room in one."""
    page, view = few.page, few.page.view
    across = view.horizontalScrollBar()
    page.resize(560, 500)
    view.go_to(0, page.marking.model.columnCount() - 1)
    QApplication.processEvents()
    assert view.head.offset() > 0
    widths = [900]
    across.rangeChanged.connect(lambda: view.resize(widths.pop(), view.height()) if widths else None)
    view.resize(view.width() + 59, view.height())
    assert not widths
    assert across.maximum() == view.head.offset() == 0, "all of it fits, from the first session on"
    assert view.head.width() == view.viewport().width()


@pytest.mark.parametrize(
    ("code", "letters", "word", "session"),
    [("tg", "ҲДУҒ", "ҳозир", "Машғулияти 1"), ("ru", "ПОУН", "присутствие", "Занятие 1"),
     ("en", "PLEA", "present", "Session 1")],
)  # fmt: skip
def test_the_language_is_switched_live(
    room: Room, language: LanguageSwitch, code: str, letters: str, word: str, session: str
) -> None:
    page = room.page
    page.mark(Mark.PRESENT)
    language.choose("en" if code != "en" else "ru")
    QApplication.processEvents()
    language.choose(code)
    QApplication.processEvents()
    assert "".join(page.words.letters()) == letters
    assert page.words.word(Mark.PRESENT) == word
    assert page.legend.title.text() == session
    said = newest_step(room)
    assert word in said, said
    assert word in page.marking.model.spoken(0, 0)


def test_dark_and_light_are_switched_live(room: Room, theme: Theme) -> None:
    view = room.page.view
    corner = view.visualRect(room.page.marking.model.index(9, 3)).topLeft() + QPoint(3, 3)

    def colour() -> str:
        return view.viewport().grab(QRect(corner, corner)).toImage().pixelColor(0, 0).name().upper()

    assert colour() == LIGHT.surface
    theme.choose("dark")
    QApplication.processEvents()
    assert colour() == DARK.surface
    theme.choose("light")
    QApplication.processEvents()
    assert colour() == LIGHT.surface


def picture(
    kind: str, minutes: int = 0, bits: int = 0, tint: int = 0, scheme: object = LIGHT, early: int = 0
) -> QImage:
    pictures = CellPictures()
    pictures.enter(PictureContext(scheme, ("P", "L", "E", "A"), 59, 22, 1.0))  # type: ignore[arg-type]
    return pictures.get((kind, minutes, bits, early), tint).toImage()


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_every_mark_differs_from_every_other_also_in_greys(qapp: QApplication, scheme: object) -> None:
    kinds = ("present", "late", "excused", "absent", UNMARKED, UNKNOWN, PLANNED, DASH)
    greys = [picture(kind, scheme=scheme).convertToFormat(QImage.Format.Format_Grayscale8) for kind in kinds]
    for first, second in itertools.combinations(greys, 2):
        differing = sum(
            abs(first.pixelColor(x, y).value() - second.pixelColor(x, y).value()) > 25
            for x in range(59)
            for y in range(22)
        )
        assert differing >= 6


def test_a_mark_of_a_newer_version_has_a_look_a_word_and_a_count_of_its_own(
    room: Room, language: LanguageSwitch
) -> None:
    page, model = room.page, room.page.marking.model
    page.view.go_to(0, 0)
    page.mark(Mark.PRESENT)
    assert not page.legend.unknown.isVisible(), "nobody is told of what is not there"
    mark_newly(room, 1)
    page.refresh()
    QApplication.processEvents()
    index = model.index(1, 0)
    assert model.data(index) == "?"
    assert "newer version" in model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert model.faces[1][0] != model.faces[2][0]
    assert page.legend.unknown.isVisible()
    assert page.legend.unknown.accessibleName().startswith("1 marked in a way")
    assert page.legend.words.text() == "1 of 25 came, 1 walk-in, 23 not marked, 1 from a newer version"
    assert page.legend.buttons[-1].accessibleName() == "23 not marked"
    for code in LANGUAGES:
        language.choose(code)
        QApplication.processEvents()
        assert page.legend.unknown.geometry().right() <= page.legend.width()
    page.view.go_to(1, 0)
    page.mark(Mark.ABSENT)
    QApplication.processEvents()
    assert not page.legend.unknown.isVisible()
    assert not model.cells[1][0].unknown


def mark_newly(room: Room, row: int) -> None:
    """Give a mark that this version does not know, in the first session."""
    grid = disk(room.work, room.course)
    place = grid.rows[row].enrolment, grid.sessions[0].key
    key = derive_key("attendance", *place)
    write = Write("attendance", key, {"enrolment": place[0], "session": place[1], "mark": "by_telephone"})
    room.work.journal.record(Label("merging.step.import"), [write])


def test_minutes_contradiction_and_place_are_seen(qapp: QApplication) -> None:
    plain = picture("late", 10)
    assert picture("late", 20) != plain
    assert picture("late", 10, CONFLICT) != plain
    tinted = [picture("late", 10, tint=tint) for tint in Tint]
    assert all(first != second for first, second in itertools.combinations(tinted, 2))
    assert picture("late", 10, CONFLICT).pixelColor(56, 2).name().upper() == LIGHT.late


def test_a_picture_is_painted_once_and_anew_for_another_scene(qapp: QApplication) -> None:
    pictures = CellPictures()
    scene = PictureContext(LIGHT, ("P", "L", "E", "A"), 59, 22, 1.0)
    pictures.enter(scene)
    first = pictures.get(("present", 0, 0, 0), Tint.PLAIN)
    pictures.enter(PictureContext(LIGHT, ("P", "L", "E", "A"), 59, 22, 1.0))
    assert pictures.get(("present", 0, 0, 0), Tint.PLAIN) is first
    pictures.enter(PictureContext(LIGHT, ("П", "О", "У", "Н"), 59, 22, 1.0))
    assert pictures.get(("present", 0, 0, 0), Tint.PLAIN) is not first
    pictures.enter(PictureContext(LIGHT, ("P", "L", "E", "A"), 60, 24, 1.25))
    sharp = pictures.get(("present", 0, 0, 0), Tint.PLAIN)
    assert (sharp.width(), sharp.height(), sharp.devicePixelRatio()) == (75, 30, 1.25)


def test_what_is_on_the_screen_is_the_picture_of_each_cell(room: Room) -> None:
    page, model = room.page, room.page.marking.model
    for column, mark in enumerate(Mark):
        page.view.go_to(2, column)
        page.mark(mark)
    page.view.go_to(4, 5)
    shot = page.view.viewport().grab().toImage()
    pictures = CellPictures()
    box = page.view.visualRect(model.index(0, 0))
    pictures.enter(PictureContext(LIGHT, page.words.letters(), box.width(), box.height(), 1.0))
    for row in range(10):
        for column in range(5):
            tint = Tint.SELECTED if row == 4 else Tint.PLAIN
            cell = shot.copy(page.view.visualRect(model.index(row, column)))
            expected = pictures.get(model.faces[row][column], tint).toImage()
            assert cell.convertToFormat(QImage.Format.Format_RGB32) == expected.convertToFormat(
                QImage.Format.Format_RGB32
            ), (row, column)


@pytest.mark.parametrize("count", [1, 3, 4, 32, 71])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_many_equal_cells_look_like_so_many_single_ones(qapp: QApplication, count: int, ratio: float) -> None:
    pictures = CellPictures()
    pictures.enter(PictureContext(LIGHT, ("P", "L", "E", "A"), 60, 24, ratio))
    face = (Mark.PRESENT.value, 0, DAY_START, 0)
    together, singly = (_paper(60, 24 * (count + 1), ratio) for _ in range(2))
    with painting(together) as painter:
        pictures.copy(painter, 0, 24, face, Tint.PLAIN, count)
    with painting(singly) as painter:
        for at in range(count):
            painter.drawPixmap(0, 24 * (at + 1), pictures.get(face, Tint.PLAIN))
    assert together == singly


def test_strips_are_painted_once_and_copied_in_any_order(qapp: QApplication) -> None:
    strips, painted = Strips(most=6), list[str]()

    def shown(keys: str) -> list[str]:
        def paint(painter: QPainter, places: list[int]) -> None:
            for at, place in enumerate(places):
                painted.append(keys[place])
                painter.fillRect(0, at * 20, 50, 20, QColor(0, 0, ord(keys[place])))

        paper = _paper(50, 20 * len(keys), 1.25)
        with painting(paper) as painter:
            strips.draw(painter, 0, keys, QSize(50, 20), 1.25, paint)
        return [chr(paper.pixelColor(30, 25 * at + 12).blue()) for at in range(len(keys))]

    assert shown("abbc") == list("abbc")
    assert shown("cbaad") == list("cbaad")
    assert painted == list("abcd")
    assert shown("efg") == list("efg"), "more than are kept"
    assert shown("a") == ["a"]
    assert painted == list("abcdefga")


def _paper(width: int, height: int, ratio: float) -> QImage:
    """Return a white picture of so many device-independent pixels."""
    paper = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    paper.setDevicePixelRatio(ratio)
    paper.fill(0xFFFFFFFF)
    return paper


@contextmanager
def painting(paper: QImage) -> Iterator[QPainter]:
    """Paint on a picture."""
    painter = QPainter(paper)
    yield painter
    painter.end()


def test_a_cancelled_session_is_hatched_and_says_why_on_a_plate(room: Room) -> None:
    page = room.page
    sessions.cancel_session(room.work, page.marking.model.sessions[3].key, "no light")
    page.refresh()
    assert page.marking.model.sessions[3].state is SessionState.CANCELLED
    page.view.go_to(0, 0)
    box = page.view.visualRect(page.marking.model.index(12, 3))
    shot = page.view.viewport().grab(box).toImage()
    colours = {shot.pixelColor(x, 11).name().upper() for x in range(shot.width())}
    assert LIGHT.hatch in colours
    assert LIGHT.line2 in colours, "the edge of the plate"
    assert page.marking.model.spoken(0, 3).endswith("cancelled: no light")


def test_a_share_below_the_limit_is_red(room: Room) -> None:
    page = room.page
    page.mark(Mark.ABSENT)
    page.view.go_to(1, 0)
    page.mark(Mark.PRESENT)
    shot = page.card.shares.grab().toImage()
    height = page.view.rowHeight(0)

    def colours(row: int) -> set[str]:
        top = 48 + row * height
        return {
            shot.pixelColor(x, y).name().upper() for x in range(10, 90) for y in range(top, top + height - 1)
        }

    assert LIGHT.absent_text in colours(0)
    assert not {LIGHT.absent_text, LIGHT.absent} & colours(1)


def test_small_figures_go_from_all_rows_with_the_mark_that_brought_them(room: Room) -> None:
    """S3: the head lost its word by Ctrl+Z, and every row but one kept a figure that nothing explained."""
    page, shares = room.page, room.page.card.shares
    page.view.go_to(0, 0)
    for row in range(3):
        page.view.go_to(row, 0)
        page.mark(Mark.PRESENT)
    room.work.clock.advance(days=1)
    page.marking.load()
    painted: list[QRect] = []

    def taken(act: Callable[[], object]) -> QRect:
        painted.clear()
        act()
        QApplication.processEvents()
        return max(painted, key=lambda box: box.height(), default=QRect())

    paint = shares.paintEvent
    shares.paintEvent = lambda event: (painted.append(event.rect()), paint(event))[1]  # type: ignore[method-assign]
    page.view.go_to(0, 2)
    QApplication.processEvents()
    assert [shares.second(row) for row in range(2)] == ["", ""]
    assert taken(lambda: page.mark(Mark.PRESENT)) == shares.rect()
    assert [shares.second(row) for row in (0, 1, 3)] == ["", "50", ""]
    assert taken(page.marking.undo) == shares.rect()
    assert [shares.second(row) for row in range(2)] == ["", ""]
    assert taken(page.marking.redo) == shares.rect()


def test_everything_that_takes_the_keyboard_has_a_name_and_everything_an_id(room: Room) -> None:
    page = room.page
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
            assert widget.accessibleName(), widget
        own = type(widget).__module__.startswith("trainer_app")
        if own:
            assert widget.objectName().isascii(), widget
            assert widget.objectName(), widget


def test_a_screen_reader_meets_a_table_of_people_and_sessions(room: Room) -> None:
    page = room.page
    page.mark(Mark.LATE)
    interface = QAccessible.queryAccessibleInterface(page.view)
    assert interface.role() == QAccessible.Role.Table
    # One row and one column more than the grid: the heads are cells too.
    assert interface.childCount() == 26 * 7
    name = QAccessible.Text.Name
    assert interface.child(1).text(name) == page.words.spoken_session(page.marking.model.sessions[0])
    assert interface.child(7).text(name).startswith("1 Абдуллоева")
    assert interface.child(8).text(name) == page.marking.model.spoken(0, 0)
    assert ", late" in interface.child(8).text(name)


def test_the_keys_of_the_grid_are_listed_for_help_and_collide_with_nothing(room: Room) -> None:
    page = room.page
    listed = page.keys()
    assert [each.keys for each in listed[:4]] == ["P П Ҳ Х З", "L О Д", "E У", "A Н Ғ Г Ф"]
    assert all(each.words for each in listed)
    keys = [each.keys for each in listed]
    assert len(keys) == len(set(keys))
    assert page.findChildren(QShortcut) == []
    assert [action for action in page.actions() if not action.shortcut().isEmpty()] == []


def test_without_people_or_sessions_the_tab_says_what_to_do(
    tmp_path: Path, qtbot: QtBot, theme: Theme, language: LanguageSwitch
) -> None:
    room = open_room(0, tmp_path)
    page = room.page
    wanted: list[str] = []
    page.tab_requested.connect(wanted.append)
    assert page.card.isHidden()
    assert page.empty.title.text() == "Nobody is on the list yet"
    page.empty.button.click()
    page.add_button.click()
    assert not page.card.isHidden(), "a walk-in can be added to an empty list"
    page.asking.close_walk_in()
    for session in page.marking.model.sessions:
        sessions.remove_session(room.work, session.key)
    page.refresh()
    page.empty.button.click()
    assert wanted == ["participants", "schedule"]
    assert not page.rest_button.isEnabled()
    room.close()


def test_the_head_of_the_workspace_gets_buttons_and_a_summary(room: Room) -> None:
    page = room.page
    holder = show_in_window(page.summary, 400, 30)
    assert page.summary.accessibleName() == "25 participants"
    page.summary.set_people(25, 9)
    page.summary.set_counts(1, 25)
    assert page.summary.accessibleName() == "1 conflict · 25 participants · women: 9"
    assert [button.text() for button in page.head_buttons] == ["Add participant", "Mark the rest present"]
    assert all(button.toolTip() for button in page.head_buttons)
    page.summary.setParent(None)
    holder.close()


def test_today_opens_a_session_at_the_first_person_to_mark(room: Room) -> None:
    room.agree_ahead()
    page = room.page
    for row in range(3):
        page.view.go_to(row, 4)
        page.mark(Mark.PRESENT)
    page.view.go_to(0, 0)
    page.show_session(page.marking.model.sessions[4].key)
    assert page.view.place == (3, 4)
    assert page.first_focus() is page.view
    page.show_session("no such session")
    assert page.view.place == (3, 4)


def test_the_title_of_a_day_keeps_clear_of_the_lock_of_one_session(room: Room) -> None:
    second = disk(room.work, room.course).sessions[1]
    sessions.lock_session(room.work, second.key)
    room.page.refresh()
    head = room.page.view.horizontalHeader()
    assert isinstance(head, SessionHeader)
    for column in range(head.count()):
        head.resizeSection(column, 56)
    left, width = head.title_room(0)
    lock = head.lock_above(1)
    assert width >= 56, "the title has the wider side"
    assert left >= lock.right() or left + width <= lock.left()
    assert head.title_room(3) == (3 * 56, 3 * 56), "a day without locks has all of its room"


def test_number_and_time_stay_inside_the_narrowest_column(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = room.page.view.horizontalHeader()
    assert isinstance(head, SessionHeader)
    for column in range(head.count()):
        head.resizeSection(column, CELL_LEAST)
    model, ends = room.page.marking.model, list[float]()
    late = [replace(session, number=session.number + 9) for session in model.sessions]
    monkeypatch.setattr(model, "sessions", late)

    def note(_painter: object, lines: Iterable[Line], _ink: str, size: int, *_: int, **look: bool) -> None:
        if size == CAPTION:
            ends.extend(at + width_of(words, CAPTION, **look) for at, _base, words in lines)

    monkeypatch.setattr(headers, "draw_lines", note)
    head.viewport().grab()
    assert len(ends) == head.count()
    for column, end in enumerate(sorted(ends)):
        assert end <= (column + 1) * CELL_LEAST - 3, f"session {column + 1} is written over its edge"
