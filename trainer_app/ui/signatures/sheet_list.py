"""The sheets of a course, one a line: which day, its code, how far it is."""

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
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer_app.domain.reconciliation import SheetState, Stage
from trainer_app.ui.shell import icons
from trainer_app.ui.shell.tokens import CAPTION, SMALL
from trainer_app.ui.signatures.drawing import draw_current, draw_line
from trainer_app.ui.signatures.wording import SheetWording
from trainer_app.ui.widgets.naming import FocusRing

type Index = QModelIndex | QPersistentModelIndex

STATE_ROLE = Qt.ItemDataRole.UserRole
_ROW, _EDGE, _ICON = 50, 16, 18
_LOOKS = {
    Stage.NOT_BEGUN: ("file", "text3"),
    Stage.IN_WORK: ("pen", "accent_text"),
    Stage.DIFFERENCES: ("alert", "late"),
    Stage.RECONCILED: ("okcircle", "present"),
}


class SheetModel(QAbstractListModel):
    """Rows are sheets in the order of time."""

    def __init__(self, words: SheetWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_sheets_model")
        self.words = words
        self.states: list[SheetState] = []

    def set_states(self, states: Sequence[SheetState]) -> None:
        """Show these sheets; where they are the same ones, only what changed is painted anew."""
        if [state.key for state in states] != [state.key for state in self.states]:
            self.beginResetModel()
            self.states = list(states)
            self.endResetModel()
            return
        for at, state in enumerate(states):
            self.put(at, state)

    def put(self, at: int, state: SheetState) -> None:
        """Show one sheet as it now is."""
        if self.states[at] != state:
            self.states[at] = state
            self.dataChanged.emit(self.index(at), self.index(at))

    def place(self, key: str) -> int:
        """Return where a sheet stands; -1 if it is not there."""
        return next((at for at, state in enumerate(self.states) if state.key == key), -1)

    def retranslate(self) -> None:
        """Say everything anew."""
        if self.states:
            self.dataChanged.emit(self.index(0), self.index(len(self.states) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of sheets."""
        return 0 if parent.isValid() else len(self.states)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a sheet's name, what is said of it, or the sheet."""
        if not index.isValid():
            return None
        state = self.states[index.row()]
        if role == STATE_ROLE:
            return state
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.sheet(state)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            parts = (self.words.sheet(state), str(state.code), self.words.stage(state))
            return ", ".join((*parts, self.words.progress(state)))
        return None


class SheetDelegate(QStyledItemDelegate):
    """Paints a sheet: its drawing tells how far it is, and so do the words."""

    def __init__(self, view: "SheetList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one sheet."""
        state, model = index.data(STATE_ROLE), index.model()
        if not isinstance(state, SheetState) or not isinstance(model, SheetModel):
            return
        rect: QRect = option.rect
        box = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_current(painter, box, ring=self._view.ring_shown)
        icon, ink = _LOOKS[state.stage]
        place = QRectF(box.left() + _EDGE, box.center().y() - _ICON / 2, _ICON, _ICON)
        icons.draw(painter, icon, place, ink)
        room = QRectF(place.right() + 10, box.top() + 7, box.right() - _EDGE - place.right() - 10, 18)
        draw_line(painter, room, model.words.sheet(state), "text", SMALL, 600)
        draw_line(painter, room.translated(0, 18), _second(model.words, state), "text2", CAPTION)
        painter.restore()


class SheetList(FocusRing, QListView):
    """`chosen` is emitted with a sheet's key; Enter goes to the paper."""

    chosen = Signal(str)
    entered_sheet = Signal()

    def __init__(self, model: SheetModel) -> None:
        super().__init__()
        self.setObjectName("signatures_sheets")
        self.setProperty("role", "in_card")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setItemDelegate(SheetDelegate(self))
        self._sheets = model
        self.setModel(model)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(lambda _index: self.entered_sheet.emit())

    def choose(self, key: str) -> None:
        """Make a sheet the current one without announcing it."""
        at = self._sheets.place(key)
        self._quiet = True
        self.setCurrentIndex(self._sheets.index(at) if at >= 0 else QModelIndex())
        self._quiet = False

    def _current_changed(self, new: QModelIndex, _old: QModelIndex) -> None:
        if new.isValid() and not self._quiet:
            self.chosen.emit(self._sheets.states[new.row()].key)


def _second(words: SheetWording, state: SheetState) -> str:
    """Return the quiet line: the code, and how far the sheet is where there is room for both."""
    if state.stage is Stage.NOT_BEGUN:
        return str(state.code)
    if state.stage is Stage.DIFFERENCES:
        return words.open_differences(state)
    told = {
        Stage.IN_WORK: f"{state.checked}/{state.whole}",
        Stage.RECONCILED: words.stage(state),
    }
    return f"{told[state.stage]} · {state.code}"
