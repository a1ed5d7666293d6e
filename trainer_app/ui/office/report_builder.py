"""The report that is put together: rows by columns, any figures; each cell opens the list behind it.

`BuilderBar` says what is asked for, `TableCard` shows it. Without columns every figure has a column of its
own; with them one figure is shown at a time, and files hold all of them.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import override

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from trainer_app.domain.office.counting import SplitBy, table_in
from trainer_app.domain.office.crossing import TABLE_FIGURES, USUAL_FIGURES, ReportLayout, TableQuery
from trainer_app.domain.office.place_maps import place_map
from trainer_app.domain.office.reports import CrossLine, CrossTable, Figure, Split
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import window_language
from trainer_app.ui.office.report_choices import ListMenu
from trainer_app.ui.office.report_views import MapPane
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.style.tokens import CONTROL
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Switch, TickMenu
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView


class ReportView(StrEnum):
    """What of a report is looked at."""

    FIGURES = "figures"
    TABLE = "table"
    CHARTS = "charts"
    TARGETS = "targets"
    WORDS = "words"


_USUAL = ((), (SplitBy.SEX,))
"""What a table has where nobody chose its rows and columns."""


def view_of(kept: ReportLayout) -> ReportView:
    """Return the view in which a report was kept; where nobody said, the table if somebody made one."""
    if kept.view in tuple(ReportView):
        return ReportView(kept.view)
    return ReportView.FIGURES if kept.table.dimensions in _USUAL else ReportView.TABLE


_LEAST, _MOST, _ARROW = 150, 300, 60
"""Pixels of a list to choose from, and of its arrow and edges."""
_TALL = 900
"""Pixels of a window in which there is room for more than figures."""
_TABLE, _MAP = "table", "map"
_FEW = 6
"""So many columns stand beside the names without being scrolled."""


class BuilderBar(Retranslated, QWidget):
    """`looked_at` tells that another view was chosen, `changed` that another table is asked for."""

    changed = Signal()
    looked_at = Signal(str)
    notes_turned = Signal()
    """What is said about the data is to be shown, or no more."""

    def __init__(self, wording: OfficeWording) -> None:
        super().__init__()
        self.setObjectName("report_builder")
        self._wording = wording
        self._rare: list[Button] = []
        self._notes_open: bool | None = None
        self.views = Switch("report_view", tuple(ReportView), narrow=True)
        self.views.set_value(ReportView.FIGURES)
        self.chooser = ComboBox("report_view_chooser")
        self.chooser.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chooser.addItems([""] * len(ReportView))
        self.chooser.hide()
        self.rows, self.columns = (ComboBox(f"report_{name}") for name in ("table_rows", "table_columns"))
        for box in (self.rows, self.columns):
            for value in ("", *SplitBy):
                box.addItem("", str(value))
            box.setMaximumWidth(_MOST)
        self.rows.setCurrentIndex(self.rows.findData(SplitBy.SEX.value))
        self.figures = Button("report_table_figures", icon="down")
        self.menu = TickMenu(self)
        self.menu.setObjectName("report_table_figures_menu")
        self.chosen = {code: self._action(code) for code in TABLE_FIGURES}
        self.row = FlowRow(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.layouts = IconButton("report_layouts", "bookmark")
        for part in (self.views, self.chooser, self.rows, self.columns, self.figures):
            self.row.addWidget(part)
        self.notes = Button("report_about_data", ButtonKind.GHOST, "info")
        self.notes.hide()
        self.row.addStretch(1)
        self.row.addWidget(self.notes)
        self.row.addWidget(self.layouts)
        self.notes.clicked.connect(self._turn_notes)
        self.views.chosen.connect(self._look)
        self.chooser.activated.connect(lambda place: self.look(tuple(ReportView)[place]))
        self.figures.clicked.connect(
            lambda: self.menu.popup(self.figures.mapToGlobal(self.figures.rect().bottomLeft()))
        )
        for box in (self.rows, self.columns):
            box.currentIndexChanged.connect(self._fit)
            box.currentIndexChanged.connect(self.changed)
        self._show_parts()
        self.retranslate()

    def offer(self, *parts: QWidget) -> None:
        """Put what is rarely done with a report at the end: drawings alone where the words have no room."""
        for part in parts:
            self.row.addWidget(part)
            self._rare += [part] if isinstance(part, Button) else part.findChildren(Button)

    def event(self, event: QEvent) -> bool:
        """Make room as soon as there is less of it, or words become longer."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        rare = [each for each in self._rare if not each.isHidden()]
        ends = [] if self.notes.isHidden() else [self.notes.full_width()]
        ends += [self.layouts.sizeHint().width()]
        drawn = [CONTROL] * len(rare)
        # By what stands there in each view: the switch does not go when the table is chosen in it.
        narrow = self._wide(self.views.sizeHint().width(), *ends, *drawn) > self.width()
        self.views.setVisible(not narrow)
        self.chooser.setVisible(narrow)
        self.notes.fold(narrow and self._wide(self.chooser.sizeHint().width(), *ends, *drawn) > self.width())
        own = (self.views, self.chooser, self.rows, self.columns, self.figures)
        shown = [each.sizeHint().width() for each in own if not each.isHidden()]
        # One after the other, the rarest first: as many keep their words as there is room for.
        widths = [each.full_width() for each in rare]
        for place in reversed(range(len(rare))):
            missing = self._wide(*shown, *ends, *widths) > self.width()
            widths[place] = CONTROL if missing else widths[place]
            rare[place].fold(missing)

    def _wide(self, *parts: int) -> int:
        return sum(parts) + self.row.spacing() * (len(parts) - 1)

    @property
    def notes_open(self) -> bool:
        """Tell whether what is said about the data is shown: in a low window only to who asks for it."""
        return self.window().height() >= _TALL if self._notes_open is None else self._notes_open

    def count_notes(self, count: int) -> None:
        """Say how much is said about the data."""
        self.notes.setVisible(count > 0)
        self.notes.setText(
            self.tr("Hide what is said about the data")
            if self.notes_open
            else self.tr("About the data: %n", "", count)
        )

    def _turn_notes(self) -> None:
        self._notes_open = not self.notes_open
        self.notes_turned.emit()

    def asked(self) -> TableQuery:
        """Return the table that is asked for."""
        rows, columns = (_split(box) for box in (self.rows, self.columns))
        figures = tuple(code for code, action in self.chosen.items() if action.isChecked())
        return TableQuery(rows, columns if columns is not rows else None, figures)

    def ask(self, query: TableQuery) -> None:
        """Show what is asked for, without asking."""
        self.blockSignals(True)
        for box, by in ((self.rows, query.rows), (self.columns, query.columns)):
            box.setCurrentIndex(box.findData(by.value if by else ""))
        for code, action in self.chosen.items():
            action.setChecked(code in query.figures)
        self.blockSignals(False)
        self._say_figures()

    def look(self, view: ReportView) -> None:
        """Look at a view."""
        self.views.set_value(view)
        self._look(view)

    @override
    def retranslate(self) -> None:
        self.views.set_words(
            self.tr("Figures"),
            self.tr("Table"),
            self.tr("Charts"),
            #: Planned and reached
            self.tr("Targets"),
            self.tr("For the donor"),
        )
        for place, view in enumerate(ReportView):
            self.chooser.setItemText(place, self.views.button(view).text())
        self.chooser.setAccessibleName(self.tr("What of the report is shown"))
        names = {by: self._wording.split_name(by.value) for by in SplitBy}
        rows, columns = self.tr("Rows: {what}"), self.tr("Columns: {what}")
        nothing = self.tr("none", "rows or columns")
        for box, form in ((self.rows, rows), (self.columns, columns)):
            box.setItemText(0, form.format(what=nothing))
            for place, by in enumerate(SplitBy, start=1):
                box.setItemText(place, form.format(what=names[by]))
                about = self._wording.split_about(by.value)
                box.setItemData(place, about, Qt.ItemDataRole.ToolTipRole)
        self.layouts.set_words(self.tr("Kept reports"))
        self._fit()
        self.rows.setAccessibleName(self.tr("What stands in the rows"))
        self.columns.setAccessibleName(self.tr("What stands in the columns"))
        for code, action in self.chosen.items():
            action.setText(self._wording.figure_name(code))
        self._say_figures()

    def _fit(self) -> None:
        """Let what is chosen be read whole: the longest choice would take the room of all the others."""
        for box in (self.rows, self.columns):
            words = box.fontMetrics().horizontalAdvance(box.currentText())
            box.setMinimumWidth(min(max(words + _ARROW, _LEAST), _MOST))
            about = str(box.currentData(Qt.ItemDataRole.ToolTipRole) or "")
            box.setToolTip(about)
            box.setAccessibleDescription(about)

    def _say_figures(self) -> None:
        self.figures.setText(self.tr("Figures: %n", "", len(self.asked().figures)))

    def _action(self, code: str) -> QAction:
        action = QAction(self.menu)
        action.setObjectName(f"report_table_figure_{code}")
        action.setCheckable(True)
        action.setChecked(code in USUAL_FIGURES)
        action.toggled.connect(self._figure_toggled)
        self.menu.addAction(action)
        return action

    def _figure_toggled(self) -> None:
        self._say_figures()
        self.changed.emit()

    def _look(self, view: str) -> None:
        self._show_parts()
        self.looked_at.emit(view)

    def _show_parts(self) -> None:
        self.chooser.setCurrentIndex(tuple(ReportView).index(ReportView(self.views.value())))
        for part in (self.rows, self.columns, self.figures):
            part.setVisible(self.views.value() == ReportView.TABLE)


def _split(box: ComboBox) -> SplitBy | None:
    value = str(box.currentData() or "")
    return SplitBy(value) if value else None


class CrossRow(Struct, frozen=True):
    """One line of the table: its words, and a figure for each column that is shown."""

    key: str
    words: str
    cells: tuple[Figure, ...]


class TableCard(Retranslated, Card):
    """`opened(words, figure)` tells that the list behind a cell is wanted, `looked_at` that a figure is.

    Where rows or columns are places it can be looked at as a map too.
    """

    opened = Signal(str, object)
    looked_at = Signal()

    def __init__(self, context: AppContext, wording: OfficeWording) -> None:
        super().__init__("report_table")
        self._wording = wording
        self._found: CrossTable | None = None
        self._wanted = ""
        self._shape: tuple[object, ...] = ()
        self.grow()
        self.figure = ComboBox("report_table_figure")
        self.figure.setMinimumWidth(200)
        self.shown = Switch("report_table_shown", (_TABLE, _MAP), narrow=True)
        self.shown.set_value(_TABLE)
        for part in (self.figure, self.shown):
            self.add_to_head(part)
        self.table = TableView("report_cross")
        self.menu = ListMenu(context, self.table)
        self.model = self._model(())
        self.notes = label("caption", "report_table_notes", wrap=True)
        self._below = QWidget()
        self._below.setObjectName("report_table_below")
        row = FlowRow(self._below)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.notes, 1)
        self.map = MapPane(context, wording)
        self._pages = PageStack()
        self._pages.setObjectName("report_table_pages")
        for page in (self.table, self.map):
            self._pages.addWidget(page)
        self.add_row(self._pages, 1)
        self.add_row(self._below)
        self.figure.currentIndexChanged.connect(lambda _place: self._look())
        self.shown.chosen.connect(lambda _value: self._show())
        self.table.opened.connect(lambda _row: self._open(self.table.currentIndex()))
        self.map.opened.connect(self.opened)
        self.retranslate()

    def mapped(self) -> str:
        """Return the code of the figure that is looked at; "" where there is none."""
        return self._wanted or str(self.figure.currentData() or "")

    def look_at(self, code: str) -> None:
        """Look at a figure as soon as there is a table that has it."""
        self._wanted = code

    def show_table(self, found: CrossTable | None) -> None:
        """Show a table; the figure that is looked at stays."""
        self._found = table_in(found, window_language()) if found else None
        codes = found.codes if found else ()
        kept, self._wanted = self.mapped(), ""
        self.figure.blockSignals(True)
        self.figure.clear()
        for code in codes:
            self.figure.addItem(self._wording.figure_name(code), code)
        self.figure.setCurrentIndex(max(0, self.figure.findData(kept)))
        self.figure.blockSignals(False)
        self._show()

    @override
    def retranslate(self) -> None:
        self.figure.setAccessibleName(self.tr("Figure in the cells or on the map"))
        self.shown.set_words(self.tr("Table"), self.tr("Map"))
        self.table.setAccessibleName(self.tr("Table of the report"))
        self.show_table(self._found)

    def cell_text(self, figure: Figure) -> str:
        """Return a value with its n, where it is a mean or a share."""
        value = self._wording.figure_value(figure)
        if figure.n is None or figure.value is None:
            return value
        #: n: of how many a mean or a share is
        return self.tr("{value} (n {n})").format(value=value, n=figure.n)

    def _look(self) -> None:
        self._show()
        self.looked_at.emit()

    def _show(self) -> None:
        found = self._found
        places = place_map(found, self.mapped())
        crossed, on_map = bool(found and found.columns_named), self.shown.value() == _MAP and bool(places)
        self.figure.setVisible(crossed or on_map)
        self.shown.setVisible(places is not None)
        self.map.show_map(places)
        self._pages.setCurrentWidget(self.map if on_map else self.table)
        if found is None:
            return
        at = max(0, self.figure.currentIndex())
        lines = [CrossRow(str(place), self._line(line), self._cells(line, at)) for place, line in self._all()]
        before, shape = self.model, (found.rows, found.columns, found.codes, found.columns_named)
        self.model = self._model(self._heads(at))
        if shape == self._shape:
            self.model.sort_by(before.sorted_by, falling=before.falling)
        self._shape = shape
        self.table.show_model(self.model)
        self.model.set_rows(lines, fixed=lines[-1:])
        by = [self._wording.split_name(each) for each in (found.rows, found.columns) if each]
        self.set_title(" × ".join(by) or self.tr("Total"))
        told = [self._wording.split_line(each) for each in (found.rows, found.columns) if each]
        told += [self._wording.say(note) for note in found.notes]
        self.notes.setText("\n".join(told))
        self.show_row(self._below, shown=bool(told))

    def _all(self) -> Sequence[tuple[int, CrossLine]]:
        return list(enumerate(self._found.all_lines)) if self._found else []

    def _line(self, line: CrossLine) -> str:
        if self._found is None or line is self._found.total:
            return self.tr("Total")
        return self._wording.line_name(Split(self._found.rows, ()), line.name)

    def _cells(self, line: CrossLine, at: int) -> tuple[Figure, ...]:
        if self._found is None or not self._found.codes:
            return ()
        return tuple(part[at] for part in line.parts) if self._found.columns_named else line.parts[-1]

    def _heads(self, at: int) -> tuple[str, ...]:
        found = self._found
        if found is None or not found.codes:
            return ()
        if not found.columns_named:
            return tuple(self._wording.figure_name(code) for code in found.codes)
        split = Split(found.columns, ())
        names = [self._wording.line_name(split, name) for name in found.columns_named]
        return (*names, self.tr("Total"))

    def _model(self, heads: Sequence[str]) -> ListTableModel[CrossRow]:
        def cell(place: int) -> Column[CrossRow]:
            look = TextStyle.STRONG if place == len(heads) - 1 else TextStyle.NORMAL
            return Column(
                f"cell_{place}",
                lambda: heads[place],
                lambda row: self.cell_text(row.cells[place]),
                132,
                right=True,
                look=look,
                order=lambda row: row.cells[place].shown,
                value=lambda row: row.cells[place],
            )

        # Among few columns it takes what they leave; beside many ones it must not be squeezed out.
        width = 0 if len(heads) <= _FEW else 200
        name = Column[CrossRow](
            "name", lambda: self._head(), lambda row: row.words, width, look=TextStyle.STRONG
        )
        columns = (name, *(cell(place) for place in range(len(heads))))
        return ListTableModel("report_cross_model", columns, lambda row: row.key, self)

    def _head(self) -> str:
        return self._wording.split_name(self._found.rows) if self._found and self._found.rows else ""

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid() or index.column() == 0:
            return
        row = self.model.row(index.row())
        head = self.model.columns[index.column()].title()
        self.opened.emit(f"{row.words} · {head}", row.cells[index.column() - 1])
