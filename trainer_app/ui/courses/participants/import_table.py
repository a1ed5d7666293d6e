"""A nomination list as in the file: what each column holds, what happens with each row."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import override

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip, QWidget

from trainer_app.domain.base.numbers import Severity, column_letter
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.courses.roster_columns import HEADINGS, LEFT_OUT, NAME_COLUMNS, RosterColumn
from trainer_app.domain.courses.roster_plan import RosterLine
from trainer_app.domain.courses.roster_reader import RowRepair
from trainer_app.ui.courses.participants.import_state import (
    ImportRowOutcome,
    ParticipantWording,
    RosterImportState,
)
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, CAPTION, SMALL
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.painting import height_for, width_of, write_fitting
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.table_models import ROW_ROLE, Column, ListTableModel
from trainer_app.ui.widgets.tables import CellDelegate, HeadView, TableView, cell_room

_ROW, _COMBO, _POPUP = 42, 46, 230
_TOLD, _TOLD_END, _LINE = 21, 4, 17
"""Where the trouble of a row begins below its top, what is left below it, and a line of it."""
_WIDTH, _FATE_WIDTH, _NUMBER_WIDTH = 148, 148, 66
_WIDTHS: Mapping[str, int] = {
    RosterColumn.NAME: 270,
    RosterColumn.FAMILY: 190,
    RosterColumn.UNIT: 170,
    RosterColumn.NUMBER: 126,
    RosterColumn.SEX: 116,
}
_AROUND_CHOICE = 68
"""What a box takes beside the words that are chosen in it, with the way to its neighbours."""
_BEFORE = 2
"""Columns before those of the file: the row's number and what happens with it."""

COLUMN_CHOICES = (*(column for column in HEADINGS if column not in LEFT_OUT), RosterColumn.NOTHING.value)
"""What may be chosen for a column, `NOTHING` last."""


class MappingHead(HeadView):
    """Heads with a choice below each column of the file. `chosen` gives the place and what it holds now."""

    chosen = Signal(int, str)
    below = _COMBO

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.fields: list[ComboBox] = []
        self.sectionResized.connect(lambda *_sizes: self._place())
        self.geometriesChanged.connect(self._place)

    def offer(self, columns: Sequence[str], headings: Sequence[str], words: Callable[[str], str]) -> None:
        """Show what each column holds."""
        for field in self.fields:
            field.hide()
            field.deleteLater()
        self.fields = []
        for place, column in enumerate(columns):
            field = ComboBox(f"import_column_{place}")
            field.setParent(self)
            for each in COLUMN_CHOICES:
                field.addItem(words(each), each)
            field.setCurrentIndex(
                COLUMN_CHOICES.index(column if column in COLUMN_CHOICES else RosterColumn.NOTHING)
            )
            field.setAccessibleName(headings[place] or column_letter(place))
            field.view().setMinimumWidth(_POPUP)
            field.activated.connect(
                lambda at, place=place, field=field: self.chosen.emit(place, field.itemData(at))
            )
            field.show()
            self.fields.append(field)
        self._place()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the words in the upper part and the line below all."""
        # No line between the words and the choice below them: they belong together.
        words = QRect(rect.left(), rect.top(), rect.width(), rect.height() - _COMBO)
        self.paint_words(painter, words, section)
        painter.save()
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the choices below their columns."""
        super().resizeEvent(event)
        self._place()

    def follow(self) -> None:
        """Move the choices along when the table is scrolled sideways."""
        self._place()

    def _place(self) -> None:
        for index, field in enumerate(self.fields):
            section = index + _BEFORE
            if section < self.count():
                left = self.sectionViewportPosition(section)
                top = self.height() - _COMBO - 2
                field.setGeometry(left + 6, top, self.sectionSize(section) - 12, 36)


class PreviewDelegate(CellDelegate):
    """Paints what stands in the file, and in the column of names what is wrong with the row below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.told_in = _BEFORE
        self.trouble: Callable[[RosterLine], tuple[str, bool]] = lambda _line: ("", False)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell; in the column of names, the trouble below it."""
        super().paint(painter, option, index)
        if index.column() != self.told_in:
            return
        words, refused = self.trouble(index.data(ROW_ROLE))
        if not words:
            return
        room = cell_room(option.rect, index.column(), index.model().columnCount())
        painter.save()
        painter.setFont(theme.font(CAPTION, 500))
        painter.setPen(QColor(tokens().absent_text if refused else tokens().late))
        line = QRectF(room.left(), room.top() + _TOLD, room.width(), room.height() - _TOLD - _TOLD_END)
        write_fitting(painter, line, words, CAPTION, 500)
        painter.restore()

    def height_of(self, line: RosterLine, width: int) -> int:
        """Return how high a row has to be for its trouble to stand below the name as a whole."""
        words = self.trouble(line)[0]
        if not words:
            return _ROW
        told = height_for(words, width, CAPTION, _LINE, 500)
        return max(_ROW, math.ceil(told) + _TOLD + _TOLD_END)

    def needed_height(self, row: RosterLine, column: Column[RosterLine], width: int) -> float:
        """Return room for two lines at most: one long note below a list must not push people out of sight."""
        return min(super().needed_height(row, column, width), _ROW)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell the whole text of a cell, which may be cut, and what is wrong with its row."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = self.trouble(index.data(ROW_ROLE))[0] if index.column() == self.told_in else ""
        told = "\n".join(part for part in (str(index.data() or ""), words) if part)
        QToolTip.showText(event.globalPos(), told, view, option.rect)
        return True

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        words = self.trouble(index.data(ROW_ROLE))[0] if index.column() == self.told_in else ""
        if not words:
            super()._draw_content(painter, room, column, index)
            return
        text = str(index.data() or "")
        painter.setFont(theme.font(SMALL))
        painter.setPen(QColor(tokens().text))
        shown = theme.metrics(SMALL).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        line = QRectF(room.left(), room.top() + 3, room.width(), 19)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class PreviewTable(Retranslated, TableView):
    """`chosen` is emitted with a row's number when it becomes the current one, `mapped` for a column."""

    chosen = Signal(int)
    mapped = Signal(int, str)

    def __init__(self, wording: ParticipantWording) -> None:
        super().__init__("import_table")
        self._wording = wording
        self._state: RosterImportState | None = None
        self._only_problems = False
        self._refilled = False
        self.head = MappingHead("import_table_head", self)
        self.setHorizontalHeader(self.head)
        self.delegate = PreviewDelegate(self)
        self.delegate.trouble = self._trouble
        self.setItemDelegate(self.delegate)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setHorizontalScrollMode(TableView.ScrollMode.ScrollPerPixel)
        self.head.chosen.connect(self.mapped)
        self.head.sectionResized.connect(lambda at, *_sizes: self._raise_told(at))
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.head.follow())
        self.model_: ListTableModel[RosterLine] | None = None
        self.retranslate()

    def show_state(self, state: RosterImportState, *, only_problems: bool, kept: int | None = None) -> None:
        """Show another preview, its columns and rows; the row `kept` whatever the filter says."""
        self._state, self._only_problems = state, only_problems
        across = self.horizontalScrollBar().value()
        mapping = state.preview.plan.mapping
        model: ListTableModel[RosterLine] = ListTableModel(
            "import_model", self._columns(state), lambda line: str(line.number), self
        )
        names = [index for index, column in enumerate(mapping.columns) if column in NAME_COLUMNS]
        self.delegate.told_in = _BEFORE + (names[0] if names else 0)
        old = self.model_
        self.model_ = model
        self.show_model(model)
        if old is not None:
            old.deleteLater()
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell_current())
        self.head.offer(mapping.columns, mapping.headings, self._wording.column)
        self.show_rows(only_problems=only_problems, kept=kept)
        # The columns are new ones: until they have their places there is nothing to scroll.
        self.updateGeometries()
        self.horizontalScrollBar().setValue(across)

    def show_rows(self, *, only_problems: bool, kept: int | None = None) -> None:
        """Show all rows or only those with a problem, keeping the current one if it stays."""
        self._only_problems = only_problems
        if self._state is None or self.model_ is None:
            return
        current = self.current()
        lines = self._lines(kept)
        self.model_.set_rows(lines)
        self._raise_told()
        if lines:
            self.choose(current if current is not None else self._first_trouble(lines))

    def show_decided(self, *, filtered: bool = False) -> None:
        """Paint anew what may have become of the rows, each at its place and no lower than before.

        Whoever answers may be pressing another row just now. What is settled leaves the filter once that is
        set anew, or (`filtered`) with what is decided for all rows, but for the current row.
        """
        if filtered and self._only_problems and self._state is not None and self.model_ is not None:
            current = self.current()
            self._refilled = True
            self.model_.set_rows(self._lines(current))
            if current is not None:
                self.choose(current)
            self._refilled = False
        self._raise_told(lower=filtered)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rows as high as their troubles need."""
        super().resizeEvent(event)
        self._raise_told()

    def _raise_told(self, resized: int | None = None, *, lower: bool = True) -> None:
        """Give each row the height that its trouble needs, in the column of names as wide as it is now."""
        told = self.delegate.told_in
        if self.model_ is None or resized not in (None, told):
            return
        box = QRect(0, 0, self.columnWidth(told), _ROW)
        width = int(cell_room(box, told, self.model_.columnCount()).width())
        for row in range(self.model_.rowCount()):
            height = self.delegate.height_of(self.model_.row(row), width)
            if self.rowHeight(row) < height or (lower and self.rowHeight(row) > height):
                self.setRowHeight(row, height)

    def _lines(self, kept: int | None = None) -> list[RosterLine]:
        """Return the rows that are shown, the one with the number `kept` whatever the filter says."""
        state = self._state
        if state is None:
            return []
        return [
            line
            for line in state.lines.values()
            if not self._only_problems or line.number == kept or state.has_problem(line.number)
        ]

    def current(self) -> int | None:
        """Return the number of the current row."""
        index = self.currentIndex()
        if self.model_ is None or not index.isValid():
            return None
        return int(self.model_.key(index.row()))

    def choose(self, number: int) -> None:
        """Make a row the current one; the first, if it is not shown."""
        if self.model_ is None:
            return
        place = self.model_.row_of(str(number))
        # Only up or down: whoever says what the columns hold is at one far to the right.
        across = self.horizontalScrollBar().value()
        self.setCurrentIndex(self.model_.index(place or 0, 1))
        self.horizontalScrollBar().setValue(across)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Rows of the list"))
        if self._state is None:
            return
        current = self.current()
        self.show_state(self._state, only_problems=self._only_problems, kept=current)
        if current is not None:
            self.choose(current)

    def _columns(self, state: RosterImportState) -> list[Column[RosterLine]]:
        mapping = state.preview.plan.mapping
        found: list[Column[RosterLine]] = [
            Column("row", lambda: self.tr("Row"), lambda line: str(line.number), _NUMBER_WIDTH, right=True),
            Column(
                "fate",
                lambda: self.tr("What happens"),
                lambda line: self._wording.fate(state, line.number)[1],
                _FATE_WIDTH,
                chip=lambda line: self._wording.fate(state, line.number),
            ),
        ]
        for index, column in enumerate(mapping.columns):
            heading = mapping.headings[index] or column_letter(index)
            chosen = width_of(self._wording.column(column), BODY) + _AROUND_CHOICE
            width = max(_WIDTHS.get(column, _WIDTH), chosen)
            found.append(_file_column(index, column, heading, width, state, self._wording.people))
        return found

    def _trouble(self, line: RosterLine) -> tuple[str, bool]:
        state = self._state
        if state is None or not (problems := state.problems(line.number)):
            return "", False
        words = self._wording.problem(problems[0])
        if len(problems) > 1:
            words = self.tr("Remark 1 of {count}: {words}").format(count=len(problems), words=words)
        refused = problems[0].severity is Severity.REFUSED
        return words, refused

    def _first_trouble(self, lines: Sequence[RosterLine]) -> int:
        state = self._state
        if state is not None:
            for line in lines:
                # A row that is only told of a later one is looked at there.
                own = line.problems and state.has_problem(line.number)
                if own and state.fate(line.number) is not ImportRowOutcome.REFUSED:
                    return line.number
        return lines[0].number

    def _tell_current(self) -> None:
        number = self.current()
        if number is not None and not self._refilled:
            self.chosen.emit(number)


def _file_column(
    place: int, column: str, heading: str, width: int, state: RosterImportState, words: PeopleWording
) -> Column[RosterLine]:
    """Return a column of the file; what somebody corrected stands in place of the file's."""

    def said(line: RosterLine) -> str:
        own, row = state.own(line.number), state.row(line.number)
        if row is not None:
            taken = state.repairs(line.number)
            if column == RosterColumn.NAME and "family" in own.fields:
                return row.name
            if column in own.fields:
                return str(getattr(row, column))
            if column == RosterColumn.SEX and (own.sex is not None or RowRepair.SEX in taken):
                return words.sex(row.sex)
            if column == RosterColumn.RANK and RowRepair.RANK in taken:
                return words.rank(row.rank)
            if column == RosterColumn.BIRTH_YEAR and RowRepair.YEAR in taken:
                return str(row.birth_year)
        return clean_text(line.raw.cells[place])

    return Column(f"cell_{place}", lambda: heading, said, width)
