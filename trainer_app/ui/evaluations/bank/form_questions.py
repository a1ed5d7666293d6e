"""The questions of a form: picked from the bank while typing, moved by keys or dragging, taken out."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import override

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from trainer_app.actions.evaluations.questions import Bank, QuestionLine
from trainer_app.domain.evaluations.questions import Question
from trainer_app.ui.evaluations.bank.questions_page import QuestionFilters
from trainer_app.ui.evaluations.wording import BankWording, missing_in
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.style.tokens import LIST_ROW
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Shape, draw_indicator
from trainer_app.ui.widgets.drawn_tables import TwoLineDelegate
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.table_models import (
    Column,
    Index,
    KeyedTableModel,
    ListTableModel,
    TextStyle,
    row_at,
)
from trainer_app.ui.widgets.tables import TableView


class FormQuestionsModel(ListTableModel[Question]):
    """Rows that can be dragged, unless the form is `locked`."""

    locked = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged, and dropped between rows."""
        flags = super().flags(index)
        if self.locked:
            return flags
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Move only."""
        return Qt.DropAction.MoveAction


class FormQuestionsTable(TableView):
    """Alt with an arrow and dragging ask to move the current row; Delete asks to take it out."""

    moved = Signal(int, int)
    """From which place to which, counted from 0, after it was taken out."""
    removed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and take out by keys."""
        row = self.currentIndex().row()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if row >= 0 and alt and event.key() in steps:
            self._ask(row, row + steps[Qt.Key(event.key())])
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the row would go; only rows of this table are taken."""
        super().dragMoveEvent(event)
        if event.source() is not self:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the current row to where it was dropped; the model is set anew by whoever listens."""
        row = self.currentIndex().row()
        if event.source() is not self or row < 0:
            event.ignore()
            return
        target = self._place_at(event)
        # Qt would take the dragged row out of the model after a move.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._ask(row, target - 1 if target > row else target)

    def _place_at(self, event: QDropEvent) -> int:
        """Return before which row something was dropped."""
        index: QModelIndex = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return self.model().rowCount()
        box = self.visualRect(index)
        return index.row() + (event.position().y() > box.center().y())

    def _ask(self, row: int, target: int) -> None:
        if 0 <= target < self.model().rowCount() and target != row:
            self.moved.emit(row, target)


_WIDTH = 900
_BOX, _TICK_WIDTH = 18, 50
_HIGH = 360


class TickBoxDelegate(TwoLineDelegate):
    """Draws a tick box in the column "tick", where `ticked` says so."""

    def __init__(
        self,
        ticked: Callable[[QuestionLine], bool],
        second: Mapping[str, Callable[[QuestionLine], str]],
        parent: QObject,
    ) -> None:
        super().__init__(second, parent)
        self._ticked = ticked

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if column.name != "tick":
            super()._draw_content(painter, room, column, index)
            return
        box = QRectF(room.left(), room.center().y() - _BOX / 2, _BOX, _BOX)
        row: QuestionLine = row_at(index)
        draw_indicator(painter, box, Shape.TICK, checked=self._ticked(row), enabled=True)


class QuestionPickerTable(TableView):
    """Space and a click tick the row."""

    ticked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.clicked.connect(lambda index: self.ticked.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class QuestionPicker(SidePanel):
    """`picked` gives the keys that were ticked, in the order of the list. Enter in the list adds them."""

    picked = Signal(list)

    def __init__(self, context: AppContext, host: QWidget, wording: BankWording) -> None:
        super().__init__("question_picker", host, _WIDTH)
        self._context, self._wording = context, wording
        self._bank: Bank | None = None
        self._there: frozenset[str] = frozenset()
        self._ticked: dict[str, None] = {}
        self.filters = QuestionFilters("picker_filters", wording, put_away=False)
        self.model: KeyedTableModel[QuestionLine] = KeyedTableModel(
            "picker_model", self._columns(), self._fetch, self
        )
        self.table = QuestionPickerTable("picker_table")
        self.table.show_model(self.model)
        self.table.setItemDelegate(TickBoxDelegate(self._is_ticked, {"text": self._second}, self.table))
        self.table.verticalHeader().setDefaultSectionSize(LIST_ROW)
        self.table.setMinimumHeight(_HIGH)
        card = Card("picker_card", titled=False)
        card.grow()
        card.add_row(self.table, 1)
        self.empty = EmptyState("picker_empty", "evaluations")
        card.add_row(self.empty, 1)
        self.card = card
        self.found = label("caption", "picker_found", wrap=True)
        self.body.addWidget(self.filters)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.found)
        self.filters.changed.connect(self._show_found)
        self.filters.down.connect(self._into_list)
        self.table.ticked.connect(self._toggle)
        self.table.opened.connect(self._entered)
        self.accepted.connect(self._add)
        self.retranslate()

    def _columns(self) -> tuple[Column[QuestionLine], ...]:
        words = self._wording
        return (
            Column("tick", lambda: "", self._tick_words, _TICK_WIDTH),
            Column("text", lambda: self.tr("Question"), lambda line: words.question(line.question)),
            Column("points", lambda: self.tr("Points"), lambda line: words.points(line.question), 78, True),
            Column(
                "languages",
                lambda: self.tr("Languages"),
                lambda line: words.languages(missing_in(line.question)),
                216,
                look=TextStyle.QUIET,
                chip=lambda line: words.language_chip(missing_in(line.question)),
            ),
        )

    def open_bank(self, there: Collection[str]) -> None:
        """Offer the questions that are not in the form yet."""
        self._bank = self._context.ask(Bank)
        if self._bank is None:
            return
        self._there = frozenset(there)
        self._ticked = {}
        self.filters.offer(self._bank.topics, 0)
        self._show_found()
        self.reveal(self.filters.search())

    def is_begun(self) -> bool:
        """Tell whether any question is ticked; what is only searched for is nothing to be lost."""
        return not self.isHidden() and bool(self._ticked)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        count = len(self._ticked)
        self.set_words(self.tr("Questions of the bank"), self.tr("Add %n question(s)", "", count))
        self.accept_button.setEnabled(count > 0)
        self.table.setAccessibleName(self.tr("Questions that can be added"))
        shown = self.tr("%n question(s) that are not in the form yet.", "", self.model.rowCount())
        how = self.tr("Space ticks, Enter adds what is ticked.")
        self.found.setText(f"{shown} {how}")
        self._say_nothing()

    def _say_nothing(self) -> None:
        """Say why the list is empty, and what to do."""
        nothing = not self.model.rowCount()
        self.card.show_row(self.table, shown=not nothing)
        self.card.show_row(self.empty, shown=nothing)
        self.found.setVisible(not nothing)
        if self._bank is not None and set(self._bank.keys()) - self._there:
            title = self.tr("No question is found")
            text = self.tr("Type fewer letters or clear the filters.")
        elif self._there:
            title = self.tr("The bank has no other questions")
            text = self.tr("Close this and press “New question”: what you write goes into the bank too.")
        else:
            title = self.tr("The bank is empty")
            text = self.tr(
                "Close this and press “New question”, or import questions from a file under “Questions”."
            )
        self.empty.set_words(title, text)

    def _show_found(self) -> None:
        if self._bank is None:
            return
        keys = self.filters.keys(self._bank)
        self.model.set_keys([key for key in keys if key not in self._there])
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.retranslate()

    def _toggle(self, place: int) -> None:
        key = self.model.key(place)
        if key in self._ticked:
            del self._ticked[key]
        else:
            self._ticked[key] = None
        self.model.forget([key])
        self.retranslate()

    def _entered(self, place: int) -> None:
        if not self._ticked:
            self._toggle(place)
        self._add()

    def _add(self) -> None:
        if not self._ticked or self._bank is None:
            return
        in_order = self._bank.keys()
        keys = [key for key in in_order if key in self._ticked]
        self.dismiss()
        self.picked.emit(keys)

    def _into_list(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fetch(self, keys: Sequence[str]) -> Mapping[str, QuestionLine]:
        return self._bank.lines(keys) if self._bank else {}

    def _is_ticked(self, line: QuestionLine) -> bool:
        return line.question.key in self._ticked

    def _tick_words(self, line: QuestionLine) -> str:
        return self.tr("ticked") if self._is_ticked(line) else self.tr("not ticked")

    def _second(self, line: QuestionLine) -> str:
        own = line.question
        return " · ".join(
            part for part in (self._wording.kind(own.kind), self._wording.topic(own.topic)) if part
        )
