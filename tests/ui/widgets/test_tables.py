"""Lists: keys first, rows when they are seen, quiet painted cells, Enter opens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.driving import press, settle
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import CAPTION, LIGHT, SMALL, TABLE_HEAD, TABLE_ROW
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.painting import width_of
from trainer_app.ui.widgets.table_models import (
    KEY_ROLE,
    ROW_ROLE,
    Column,
    KeyedTableModel,
    ListTableModel,
    TextStyle,
)
from trainer_app.ui.widgets.tables import LEAST_FREE, OUTER, PADDING, TableView, cell_room


@dataclass(frozen=True)
class File:
    """A row of the test."""

    key: str
    name: str
    changes: int
    confirmed: bool = False


def columns() -> list[Column[File]]:
    """Return a column of each sort."""
    return [
        Column("file", lambda: "File", lambda row: row.name, width=160, look=TextStyle.STRONG),
        Column("changes", lambda: "Changes", lambda row: str(row.changes), width=110, right=True),
        Column(
            "answer",
            lambda: "Answer",
            lambda row: "confirmed" if row.confirmed else "",
            chip=lambda row: (Tone.GOOD, "confirmed", "check") if row.confirmed else None,
        ),
        Column("note", lambda: "Note", lambda _row: "", width=120, look=TextStyle.QUIET),
    ]


def some(count: int) -> list[File]:
    """Return rows."""
    return [File(f"k{i}", f"DSH-K7-{i:04}", i * 7, i % 3 == 0) for i in range(count)]


@pytest.fixture
def files(qtbot: QtBot, theme: Theme) -> tuple[TableView, ListTableModel[File]]:
    """Show four files in a table that can be sorted."""
    model = ListTableModel("files", columns(), lambda row: row.key)
    rows = [File("a", "Ғафуров", 7), File("b", "Азизов", 10), File("c", "Ёров", 2), File("d", "=1+1", 300)]
    table = TableView("files_table")
    qtbot.addWidget(table)
    table.resize(800, 300)
    table.show_model(model)
    table.allow_sorting()
    table.show()
    model.set_rows(rows)
    return table, model


def keys_of(model: ListTableModel[File]) -> str:
    return "".join(model.key(row) for row in range(model.rowCount()))


def press_head(qtbot: QtBot, table: TableView, column: int) -> None:
    head = table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(column) + head.sectionSize(column) // 2, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_press_on_a_head_sorts_and_the_current_row_stays_current(
    qtbot: QtBot, files: tuple[TableView, ListTableModel[File]]
) -> None:
    table, model = files
    table.selectRow(2)
    press_head(qtbot, table, 1)
    assert keys_of(model) == "cabd", "2 stands before 10"
    assert model.key(table.currentIndex().row()) == "c"
    press_head(qtbot, table, 1)
    assert keys_of(model) == "dbac"
    model.set_rows([File("e", "Юсупов", 8), *(model.row(row) for row in range(4))])
    assert keys_of(model) == "dbeac", "what comes later is sorted too"
    press_head(qtbot, table, 1)
    assert keys_of(model)[0] == "e", "as it was given"
    press_head(qtbot, table, 0)
    assert keys_of(model) == "dbace", "ё and ғ stand where the Tajik alphabet has them"


def test_a_list_is_sorted_by_keys_alone(files: tuple[TableView, ListTableModel[File]]) -> None:
    table, model = files
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    def choose(name: str) -> list[str]:
        press(table, Qt.Key.Key_O, both)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.objectName() == "files_table_sorting"
        offered = [action.text() for action in menu.actions()]
        while (
            menu.activeAction() is None or menu.activeAction().objectName() != f"files_table_sorting_{name}"
        ):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        settle()
        return offered

    assert choose("changes") == ["File", "Changes", "Answer", "Note"]
    assert keys_of(model) == "cabd"
    assert choose("changes") == ["File", "Changes ▲", "Answer", "Note"]
    assert keys_of(model) == "dbac"
    assert choose("file")[1] == "Changes ▼"
    assert keys_of(model) == "dbac"
    table.horizontalHeader().setSectionsClickable(False)
    press(table, Qt.Key.Key_O, both)
    assert QApplication.activePopupWidget() is None, "a list in its own order offers no other"


def test_home_and_end_go_to_the_first_and_last_row(files: tuple[TableView, ListTableModel[File]]) -> None:
    """S3: they did nothing that one saw; Ctrl had to be held."""
    table, model = files
    table.selectRow(1)
    press(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == model.rowCount() - 1
    assert [index.row() for index in table.selectionModel().selectedRows()] == [model.rowCount() - 1]
    press(table, Qt.Key.Key_Home)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    press(table, Qt.Key.Key_End, Qt.KeyboardModifier.KeypadModifier)
    assert table.currentIndex().row() == model.rowCount() - 1, "by the keypad too"


def test_a_list_that_is_read_by_pages_is_sorted_over_all_of_it(qtbot: QtBot, theme: Theme) -> None:
    files = {each.key: each for each in some(500)}
    asked: list[str] = []

    def fetch(keys: Sequence[str]) -> Mapping[str, File]:
        asked.extend(keys)
        return {key: files[key] for key in keys if key in files}

    model: KeyedTableModel[File] = KeyedTableModel("files", columns(), fetch)
    table = TableView("files_table")
    qtbot.addWidget(table)
    table.resize(800, 300)
    table.show_model(model)
    table.allow_sorting()
    table.show()
    model.set_keys([*files, "gone"])
    press_head(qtbot, table, 1)
    press_head(qtbot, table, 1)
    assert [model.key(row) for row in (0, 1, 499, 500)] == ["k499", "k498", "k0", "gone"]
    asked.clear()
    model.set_keys([f"k{number}" for number in range(400)], anew=False)
    assert [model.key(row) for row in (0, 1, 399)] == ["k399", "k398", "k0"]
    assert len({*asked}) < 400, (
        "what was read for sorting is known while one types: the rows in sight are read"
    )
    files["k3"] = File("k3", "other", 9000)
    model.set_keys(["k3", "k20", "k7"])
    assert model.key(0) == "k3"
    files["k7"] = File("k7", "other", 99_000)
    model.forget(["k7"])
    model.set_keys(["k3", "k20", "k7"], anew=False)
    assert model.key(0) == "k7"
    press_head(qtbot, table, 1)
    assert [model.key(row) for row in range(3)] == ["k3", "k20", "k7"], "as it was given"


def test_how_heads_are_reached_without_a_mouse_is_told_where_one_looks(
    qtbot: QtBot, files: tuple[TableView, ListTableModel[File]], language: LanguageSwitch
) -> None:
    table, _ = files
    head = table.horizontalHeader()
    assert not TableView("unsorted").horizontalHeader().toolTip(), "what cannot be sorted says nothing of it"
    assert head.focusPolicy() is Qt.FocusPolicy.NoFocus, "Tab passes by the heads"
    place = QPoint(20, 8)
    asked = QHelpEvent(QEvent.Type.ToolTip, place, head.viewport().mapToGlobal(place))
    QApplication.sendEvent(head.viewport(), asked)
    assert QToolTip.text() == "Press to sort by a column. Without a mouse: Ctrl+Shift+O in the list"
    assert table.accessibleDescription() == "Ctrl+Shift+O sorts the list"
    language.choose("ru")
    settle()
    assert table.accessibleDescription() == "Ctrl+Shift+O: сортировать список"
    table.setCurrentIndex(table.model().index(0, 0))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(table, Qt.Key.Key_O, both)
    menu = table.findChild(QMenu, "files_table_sorting")
    assert menu is not None
    assert menu.isVisible()
    menu.close()


@pytest.mark.parametrize(
    "in_order",
    [("2", "10", "10 а", "100"), ("DSH-K7-0002", "DSH-K7-10", "DSH-K8-1"), ("5 мин", "а", "ғ", "я", "–", "")],
)
def test_texts_sort_as_people_do(qtbot: QtBot, in_order: tuple[str, ...]) -> None:
    model = ListTableModel("files", columns(), lambda row: row.key)
    model.set_rows([File(str(at), text, 0) for at, text in enumerate(reversed(in_order))])
    model.sort_by(0)
    found = [model.row(row).name for row in range(len(in_order))]
    assert [each for each in found if each.strip("–")] == [each for each in in_order if each.strip("–")]
    assert set(found[-2:]) == {"–", ""} or "–" not in in_order


def test_rows_are_copied_as_a_spreadsheet_takes_them(files: tuple[TableView, ListTableModel[File]]) -> None:
    table, _ = files
    table.selectRow(3)
    press(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "'=1+1\t300\t\t", "and never as a formula"
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(table, Qt.Key.Key_C, both)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "File\tChanges\tAnswer\tNote"
    assert len(lines) == 5
    assert lines[1].startswith("Ғафуров\t7")


def test_a_column_drawn_wider_is_kept_and_leaves_room_for_names(
    qtbot: QtBot, files: tuple[TableView, ListTableModel[File]]
) -> None:
    table, _ = files
    head = table.horizontalHeader()
    head.resizeSection(1, 700)
    with qtbot.waitSignal(table.widths_changed):
        head.let_go.emit()
    assert table.widths["changes"] == head.sectionSize(1) < 700
    assert head.sectionSize(2) >= 100, "the column that takes the rest is still to be read"
    table.take_widths({"changes": 150})
    assert head.sectionSize(1) == 150
    table.take_widths({})
    assert head.sectionSize(1) == 110


class Reader:
    """Reads rows and remembers how many it was asked for."""

    def __init__(self, count: int) -> None:
        self.rows = {row.key: row for row in some(count)}
        self.read = 0

    def __call__(self, keys: Sequence[str]) -> Mapping[str, File]:
        self.read += len(keys)
        return {key: self.rows[key] for key in keys}


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = ListTableModel("files", columns(), lambda row: row.key)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(some(5))
    model.set_rows(some(5))
    model.set_rows(some(2))
    model.set_rows([])
    model.set_rows(some(300))
    model.forget(["k1", "nobody"])
    model.retranslate()
    assert tester.model() is model


def test_only_what_is_seen_is_read(qtbot: QtBot, theme: Theme) -> None:
    reader = Reader(50_000)
    model = KeyedTableModel("files", columns(), reader)
    model.set_keys(list(reader.rows))
    view = TableView("files_view")
    view.show_model(model)
    view.resize(700, 400)
    qtbot.addWidget(view)
    view.show()
    view.grab()
    assert 0 < reader.read <= 400
    view.scrollToBottom()
    view.grab()
    assert reader.read <= 1000
    assert model.row(49_999).name == "DSH-K7-49999"
    assert model.row_of("k49999") == 49_999
    assert model.row_of("nobody") is None


def test_a_forgotten_row_is_read_again_and_repainted(qtbot: QtBot) -> None:
    reader = Reader(10)
    model = KeyedTableModel("files", columns(), reader)
    model.set_keys(list(reader.rows))
    assert model.row(3).changes == 21
    reader.rows["k3"] = File("k3", "DSH-K7-0003", 99)
    assert model.row(3).changes == 21
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.forget(["k3"])
    assert changed.args[0].row() == 3
    assert model.row(3).changes == 99


def test_same_keys_repaint_other_keys_reset(qtbot: QtBot) -> None:
    model = ListTableModel("files", columns(), lambda row: row.key)
    model.set_rows(some(3))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_rows([File("k0", "other", 1), *some(3)[1:]])
    assert model.row(0).name == "other"
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(some(4))


def test_the_roles_of_a_cell(qtbot: QtBot) -> None:
    model = ListTableModel("files", columns(), lambda row: row.key)
    model.set_rows(some(3))
    cell = model.index(2, 1)
    assert cell.data() == "14"
    assert cell.data(KEY_ROLE) == "k2"
    assert cell.data(ROW_ROLE) == some(3)[2]
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Changes: 14"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Changes"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.data(QModelIndex()) is None


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> TableView:
    """Show a table of six rows."""
    model = ListTableModel("files", columns(), lambda row: row.key)
    model.set_rows(some(6))
    made = TableView("files_view")
    model.setParent(made)
    made.show_model(model)
    made.resize(700, 300)
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_and_double_click_open_a_row(qtbot: QtBot, view: TableView) -> None:
    view.setCurrentIndex(view.model().index(2, 0))
    with qtbot.waitSignal(view.opened) as caught:
        press(view, Qt.Key.Key_Return)
    assert caught.args == [2]
    with qtbot.waitSignal(view.opened) as caught:
        view.doubleClicked.emit(view.model().index(4, 1))
    assert caught.args == [4]


def test_tab_leaves_the_table(view: TableView) -> None:
    assert not view.tabKeyNavigation()


def test_heads_stand_above_their_cells(view: TableView) -> None:
    for column in range(4):
        left = view.columnViewportPosition(column)
        box = view.visualRect(view.model().index(0, column))
        assert box.left() == left
        head = view.horizontalHeader()
        assert head.sectionViewportPosition(column) == left
        assert head.sectionSize(column) == box.width()
        room = cell_room(box, column, 4)
        assert room.left() > box.left()
        assert room.right() <= box.right()


def test_a_selected_row_is_soft_blue_and_lines_are_quiet(view: TableView) -> None:
    view.selectionModel().select(
        view.model().index(1, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    picture = view.viewport().grab().toImage()
    assert picture.pixelColor(4, TABLE_ROW + 5) == QColor(LIGHT.accent_soft)
    assert picture.pixelColor(300, 2 * TABLE_ROW + 5).alpha() == 0, "the card shines through"
    assert picture.pixelColor(300, 3 * TABLE_ROW - 1).name().upper() in (LIGHT.line, LIGHT.line.lower())


def test_a_short_table_is_as_high_as_its_rows(view: TableView) -> None:
    view.fit_to_rows(4)
    assert view.height() == TABLE_HEAD + 4 * TABLE_ROW
    model = view.model()
    assert isinstance(model, ListTableModel)
    model.set_rows(some(2))
    assert view.height() == TABLE_HEAD + 2 * TABLE_ROW


def test_heads_follow_the_language(qtbot: QtBot, view: TableView, language: LanguageSwitch) -> None:
    model = view.model()
    with qtbot.waitSignal(model.headerDataChanged):
        language.choose("ru")
        settle()


def test_columns_give_way_in_their_order_and_come_back(qtbot: QtBot, theme: Theme) -> None:
    shown = [
        Column[File]("name", lambda: "File", lambda row: row.name),
        Column[File]("changes", lambda: "Changes", lambda row: str(row.changes), 110, yields=2),
        Column[File]("note", lambda: "Note", lambda _row: "", 120, yields=1),
        Column[File]("answer", lambda: "Answer", lambda _row: "", 100),
    ]
    model = ListTableModel[File]("files", shown, lambda row: row.key)
    table = TableView("files_table")
    qtbot.addWidget(table)
    table.show_model(model)
    table.show()
    for width, hidden in ((600, []), (569, ["note"]), (449, ["note", "changes"]), (200, ["note", "changes"])):
        table.resize(width, 300)
        settle()
        gone = {shown[place].name for place in range(4) if table.isColumnHidden(place)}
        assert gone == set(hidden), width
    table.resize(600, 300)
    settle()
    assert not any(table.isColumnHidden(place) for place in range(4))
    assert table.columnWidth(0) >= LEAST_FREE


NAMES = (
    ("Абдуллоева Мавҷуда Сафаровна", "ба ҳамаи ҳаддҳои ақал расид"),
    ("Азизов Фаррух", "санҷиши ниҳоӣ 26,7 %, ҳадди ақал 60 %"),
)


def people_table(qtbot: QtBot, room: int) -> TableView:
    """Show names in a column that is too narrow for one of them, beside others that have room."""
    shown = [
        Column[tuple[str, str]]("name", lambda: "Participant", lambda row: row[0], 150),
        Column[tuple[str, str]]("why", lambda: "Why", lambda row: row[1]),
        Column[tuple[str, str]]("days", lambda: "Days", lambda _row: "4", 180, right=True),
        Column[tuple[str, str]]("picture", lambda: "", lambda _row: "", 90),
    ]
    model = ListTableModel[tuple[str, str]]("people", shown, lambda row: row[0])
    table = TableView("people_table")
    qtbot.addWidget(table)
    table.show_model(model)
    table.resize(room, 300)
    table.show()
    model.set_rows(NAMES)
    settle()
    return table


@pytest.mark.parametrize("room", [680, 760, 1000])
def test_no_name_is_written_small_while_another_column_has_room(
    qtbot: QtBot, theme: Theme, room: int
) -> None:
    table = people_table(qtbot, room)
    name, why, days, picture = (table.columnWidth(place) for place in range(4))
    assert name >= width_of(NAMES[0][0], SMALL) + OUTER + PADDING > 150
    assert why >= width_of(NAMES[1][1], SMALL) + 2 * PADDING
    assert days >= width_of("Days", CAPTION, 500) + 2 * PADDING
    assert picture == 90, "nobody sees what a picture lacks from its words"
    assert name + why + days + picture <= table.viewport().width()


def test_what_somebody_has_drawn_narrow_stays_so(qtbot: QtBot, theme: Theme) -> None:
    table = people_table(qtbot, 1000)
    table.take_widths({"name": 120})
    assert table.columnWidth(0) == 120
    table.take_widths({})
    assert table.columnWidth(0) > 150
