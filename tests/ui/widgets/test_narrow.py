"""Where it is narrow: the narrow face, texts on two lines, columns that give way, cards below the list."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.cut_texts import watching
from tests.ui.driving import settle
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import CAPTION, SMALL
from trainer_app.ui.widgets.cards import BesideOrBelow, Card
from trainer_app.ui.widgets.flow import LowPage, PageStack
from trainer_app.ui.widgets.labels import FittingLabel
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.painting import font_of, least_width, narrow_lines, width_of, write_fitting
from trainer_app.ui.widgets.table_models import Column, ListTableModel
from trainer_app.ui.widgets.tables import NAME_LEAST, TableView

NAME = "Абдуллоева Мавҷуда Сафаровна"


def written(width: int, height: int) -> tuple[list[tuple[str, str]], int]:
    """Return what was cut of a name in a room of a size, and how many rows of it have ink."""
    picture = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    cut: list[tuple[str, str]] = []
    painter = QPainter(picture)
    with watching(cut):
        write_fitting(painter, QRectF(0, 0, width, height), NAME, SMALL)
    painter.end()
    inked = [any(picture.pixelColor(x, y).value() < 128 for x in range(width)) for y in range(height)]
    return cut, sum(inked)


def test_a_text_is_written_whole_as_long_as_there_is_a_way(theme: Theme) -> None:
    wide, narrow = width_of(NAME, SMALL), width_of(NAME, SMALL, narrow=True)
    assert narrow < wide
    _, one_line = written(wide, 30)
    for width in (wide, narrow, least_width(NAME, 30)):
        assert written(width, 30)[0] == []
    assert written(least_width(NAME, 30), 30)[1] > one_line, "it stands on two lines"
    assert written(narrow - 30, 20)[0] != [], "in a low row there is one line only"
    assert written(20, 30)[0] != []


def rows_of_ink(draw: Callable[[QPainter], object]) -> int:
    """Return how many rows of a picture have ink when something is drawn into it."""
    picture = QImage(QSize(60, 60), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    draw(painter)
    painter.end()
    return sum(any(picture.pixelColor(x, y).value() < 160 for x in range(60)) for y in range(60))


def test_letters_keep_their_feet_where_lines_are_tight(theme: Theme) -> None:
    def alone(painter: QPainter) -> None:
        painter.setFont(font_of(CAPTION, narrow=True))
        painter.drawText(QPointF(2, 30), "gу")

    room = QRectF(2, 16, width_of("gу", CAPTION, narrow=True) + 1, 28)
    two = rows_of_ink(lambda painter: write_fitting(painter, room, "gу gу", CAPTION))
    assert two == 2 * rows_of_ink(alone)


def test_a_number_and_its_sign_of_per_cent_stand_on_one_line_while_they_fit(theme: Theme) -> None:
    text = "давомот 98,5\xa0% (лозим аст 80\xa0%); санҷиши ниҳоӣ 61,7\xa0% (лозим аст 60\xa0%)"
    one = width_of(text, CAPTION, narrow=True)
    for width in range(one // 6, one, 3):
        lines = narrow_lines(text, width)
        assert " ".join(lines) == text
        assert not [line for line in lines if line.startswith("%")]
    number = "1\xa0234\xa0567"
    assert narrow_lines(number, width_of(number, CAPTION, narrow=True) - 1) == ["1 234", "567"]


def test_the_foot_of_a_form_is_in_sight_where_the_page_below_it_is_scrolled(qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    page.setMinimumHeight(900)
    area.setWidgetResizable(True)
    area.setWidget(page)
    panel = SidePanel("narrow_panel", page)
    qtbot.addWidget(area)
    area.resize(800, 500)
    area.show()
    settle()
    panel.reveal(panel.accept_button)
    for height, scrolled in ((500, 0), (500, 300), (420, 300), (1000, 0)):
        area.resize(800, height)
        settle()
        area.verticalScrollBar().setValue(scrolled)
        settle()
        for part in (panel.close_button, panel.accept_button):
            assert part.visibleRegion().boundingRect() == part.rect(), (height, scrolled)
        assert panel.height() == area.viewport().height()


def test_columns_give_way_to_the_one_of_names(theme: Theme, window: MainWindow) -> None:
    columns = (
        Column[str]("name", lambda: "Name", lambda row: row),
        Column[str]("unit", lambda: "Unit", lambda _row: "ШКД", 300),
        Column[str]("rank", lambda: "Rank", lambda _row: "капитан", 300),
    )
    table, model = TableView("probe"), ListTableModel[str]("probe_model", columns, lambda row: row)
    model.set_rows([NAME])
    table.show_model(model)
    window.show_page(table)
    for width, least in ((1000, 380), (700, 200), (640, NAME_LEAST)):
        window.resize(width, 400)
        settle()
        assert table.columnWidth(0) >= least
    assert table.columnWidth(1) < 300
    window.resize(1000, 400)
    settle()
    assert table.columnWidth(1) == 300, "they come back"
    assert table.widths == {}, "nobody has drawn them"


def test_a_wide_window_tears_no_row_apart(theme: Theme, window: MainWindow) -> None:
    """Names stood at one edge of a large screen and all that is said of them at the other."""
    columns = (
        Column[str]("number", lambda: "No.", lambda _row: "1", 48, right=True),
        Column[str]("name", lambda: "Name", lambda row: row),
        Column[str]("unit", lambda: "Unit", lambda _row: "ШКД н. Исмоили Сомонӣ", 180),
        Column[str]("rank", lambda: "Rank", lambda _row: "капитан", 110),
        Column[str]("sex", lambda: "Sex", lambda _row: "женщина", 88),
    )
    table, model = TableView("probe"), ListTableModel[str]("probe_model", columns, lambda row: row)
    model.set_rows([NAME])
    table.show_model(model)
    window.show_page(table)
    window.resize(1900, 500)
    settle()
    name, rest = table.columnWidth(1), sum(map(table.columnWidth, (2, 3, 4)))
    assert name < rest, "most of the room is not between a name and what is said of it"
    assert table.columnWidth(0) < 60, "a number has no use for it"
    assert table.columnWidth(3) > table.columnWidth(4) > 88, "each as much as it is wide"
    assert sum(map(table.columnWidth, range(5))) == table.viewport().width()
    table.take_widths({"rank": 110})
    settle()
    assert table.columnWidth(3) == 110, "what somebody has drawn stays so"
    window.resize(640, 500)
    settle()
    assert table.columnWidth(4) <= 88, "with less room it gives it back"


def test_a_column_that_gives_way_leaves_no_blank_band(theme: Theme, window: MainWindow) -> None:
    columns = (
        Column[str]("name", lambda: "Name", lambda row: row),
        Column[str]("unit", lambda: "Unit", lambda _row: "ШКД", 180),
        Column[str]("sex", lambda: "Sex", lambda _row: "женщина", 88, yields=1),
        Column[str]("rank", lambda: "Rank", lambda _row: "капитан", 176),
    )
    table, model = TableView("probe"), ListTableModel[str]("probe_model", columns, lambda row: row)
    table.show_model(model)
    model.set_rows([NAME * 3])
    table.take_widths({"unit": 300, "rank": 300})  # none gives anything of its width
    window.show_page(table)
    for width in (1000, 640, 1000, 660):
        window.resize(width, 400)
        settle()
        assert table.isColumnHidden(2) == (width < 1000)
        assert table.horizontalHeader().length() == sum(map(table.columnWidth, range(4)))


def test_cards_stand_below_a_list_where_both_do_not_fit(theme: Theme, window: MainWindow) -> None:
    people = QWidget()
    people.setMinimumHeight(240)
    both, turns = BesideOrBelow("probe", people, 300, 400, margin=16), []
    both.turned.connect(lambda: turns.append(both.below))
    card = Card("probe_card")
    card.setFixedHeight(500)
    both.side.column.addWidget(card)
    stack = PageStack()
    stack.addWidget(both)
    window.show_page(LowPage("probe_page", stack))
    window.resize(1000, 600)
    settle()
    assert not both.below
    assert (both.side.width(), card.width()) == (316, 300)
    window.resize(660, 400)
    settle()
    assert both.below
    assert both.side.width() == people.width() == both.width() - 16
    assert both.side.height() == card.height(), "the page scrolls, the cards do not"
    assert people.height() >= 240
    card.setFixedHeight(200)
    settle()
    assert both.side.height() == 200
    both.show_side(shown=False)
    settle()
    assert people.height() == both.height() >= 340, "all of it"
    window.resize(1000, 600)
    both.show_side(shown=True)
    settle()
    assert (both.side.width(), card.width()) == (316, 300)
    assert turns == [True, False]


def test_every_entry_of_the_rail_is_in_sight_at_150_per_cent(at_today: Workspace, window: MainWindow) -> None:
    window.resize(911, 490)
    settle()
    rail = at_today.rail
    for item in (*rail.items.values(), rail.help):
        assert not item.visibleRegion().isEmpty(), item.objectName()
        assert item.visibleRegion().boundingRect().height() == item.height(), item.objectName()
    window.resize(1366, 700)
    settle()
    assert rail.brand.isVisible()


def test_a_card_out_of_sight_is_known_as_high_as_it_became(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    card, row = Card("figures"), QWidget()
    row.setFixedHeight(40)
    card.add_row(row)
    column.addWidget(card)
    column.addStretch(1)
    page.resize(400, 600)
    page.show()
    settle()
    place = column.itemAt(0)
    assert place is not None
    before = place.sizeHint().height()
    page.hide()
    row.setFixedHeight(300)
    settle()
    assert place.sizeHint().height() == before + 260, "or it would be laid over what stands below it"


def test_only_a_word_that_is_too_long_is_broken(qtbot: QtBot, theme: Theme) -> None:
    """An address broke all the words around it: "nothing leaves th / is computer"."""
    address = "postgresql://office_of_the_programme@database.office.example/office_of_the_programme"
    shown = FittingLabel("second", "probe", f"The data lie at {address} and nothing leaves this computer")
    qtbot.addWidget(shown)
    parts = shown.breakable(200).split()
    assert [part for part in parts if "\u200b" in part] == ["\u200b".join(address)]
    assert "".join(parts).replace("\u200b", "") == shown.text().replace(" ", "")
    shown.resize(200, 400)
    room, wrap = QRect(0, 0, 200, 400), Qt.TextFlag.TextWordWrap
    box = QFontMetrics(font_of(SMALL, narrow=True)).boundingRect(room, wrap, "\u200b".join(address))
    assert box.width() <= 200
    assert box.height() > 2 * shown.fontMetrics().height()
    shown.resize(2000, 40)
    assert shown.breakable(2000) == shown.text()
