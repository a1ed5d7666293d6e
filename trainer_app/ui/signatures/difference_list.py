"""What does not fit between paper and marks, one a line; the keys answer the current one."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer_app.domain.reconciliation import Difference
from trainer_app.ui.attendance.keys import mark_of
from trainer_app.ui.shell import icons
from trainer_app.ui.shell.tokens import CAPTION, SMALL
from trainer_app.ui.signatures.drawing import draw_current, draw_line
from trainer_app.ui.signatures.keys import is_tick_key
from trainer_app.ui.signatures.wording import SheetWording
from trainer_app.ui.widgets.naming import FocusRing

type Index = QModelIndex | QPersistentModelIndex

FOUND_ROLE = Qt.ItemDataRole.UserRole
_ROW, _EDGE, _ICON = 48, 16, 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DifferenceModel(QAbstractListModel):
    """Rows are differences: those that wait first, each group in the order of the paper."""

    def __init__(self, words: SheetWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_differences_model")
        self.words = words
        self.found: list[Difference] = []

    def set_found(self, found: Sequence[Difference]) -> None:
        """Show these differences."""
        ordered = sorted(found, key=lambda each: not each.open)
        if ordered != self.found:
            self.beginResetModel()
            self.found = ordered
            self.endResetModel()

    def place(self, key: str) -> int:
        """Return where a difference stands; -1 if it is gone."""
        return next((at for at, each in enumerate(self.found) if each.key == key), -1)

    def retranslate(self) -> None:
        """Say everything anew."""
        if self.found:
            self.dataChanged.emit(self.index(0), self.index(len(self.found) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of differences."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the person, what is said of the difference, or the difference."""
        if not index.isValid():
            return None
        found = self.found[index.row()]
        if role == FOUND_ROLE:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.title(found)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (self.words.title(found), *self.words.lines(found)) if part)
        return None


class DifferenceDelegate(QStyledItemDelegate):
    """Paints a difference: amber while it waits, quiet with its reason when it is settled."""

    def __init__(self, view: "DifferenceList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one difference."""
        found, model = index.data(FOUND_ROLE), index.model()
        if not isinstance(found, Difference) or not isinstance(model, DifferenceModel):
            return
        rect: QRect = option.rect
        box = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_current(painter, box, ring=self._view.ring_shown)
        place = QRectF(box.left() + _EDGE, box.top() + 8, _ICON, _ICON)
        icons.draw(painter, "alert" if found.open else "okcircle", place, "late" if found.open else "present")
        room = QRectF(place.right() + 9, box.top() + 6, box.right() - _EDGE - place.right() - 9, 18)
        first, second = model.words.title(found), model.words.lines(found)
        ink = "text" if found.open else "text2"
        draw_line(painter, room, first, ink, SMALL, 600 if found.open else 500)
        draw_line(painter, room.translated(0, 18), second[-1], "text2", CAPTION)
        painter.restore()


class DifferenceList(FocusRing, QListView):
    """Digits choose a reason (* before it: for all alike), letters a mark, S the other tick, Enter words."""

    chosen = Signal()
    reason_key = Signal(int)
    mark_key = Signal(object)
    tick_key = Signal()
    alike_key = Signal()
    words_key = Signal()
    open_key = Signal()
    left = Signal()

    def __init__(self, model: DifferenceModel) -> None:
        super().__init__()
        self.setObjectName("signatures_differences")
        self.setProperty("role", "in_card")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(2 * _ROW)
        self.setItemDelegate(DifferenceDelegate(self))
        self._differences = model
        self.setModel(model)
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.chosen.emit())

    def current(self) -> Difference | None:
        """Return the difference that keys are about."""
        index = self.currentIndex()
        return self._differences.found[index.row()] if index.isValid() else None

    def choose(self, at: int) -> None:
        """Make a difference the current one, by its place."""
        if 0 <= at < self._differences.rowCount():
            self.setCurrentIndex(self._differences.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the current difference, or move."""
        text, mark = event.text(), mark_of(event.text(), event.nativeScanCode())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif text.isascii() and text.isdigit():
            self.reason_key.emit(int(text))
        elif text == "*":
            self.alike_key.emit()
        elif is_tick_key(text):
            self.tick_key.emit()
        elif mark is not None:
            self.mark_key.emit(mark)
        elif event.key() in _ENTER:
            self.words_key.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.open_key.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
