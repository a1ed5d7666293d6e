"""The sheets of a course, one a line, by day or by session; the scans of the open one, and scans dropped.

A dropped scan or photo finds its sheet by the code that is printed on it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
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
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from trainer_app.actions.attendance import attachments
from trainer_app.domain.attendance.reconciliation import SheetStage, SheetState, SheetView
from trainer_app.domain.attendance.sheets import AttachedSheets
from trainer_app.ui.attendance.sheets.attached_files import SheetFiles, SignatureCountsRow
from trainer_app.ui.attendance.sheets.model import FIRST, SheetPageModel, SheetWording
from trainer_app.ui.attendance.sheets.view import SheetPageView
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.style import theme
from trainer_app.ui.style.tokens import CAPTION, SMALL
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.controls import IconButton, Switch
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.labels import FittingLabel, FocusRing, Retranslated, label, rule, set_role
from trainer_app.ui.widgets.overlays import Mood
from trainer_app.ui.widgets.painting import draw_current, draw_line

type Index = QModelIndex | QPersistentModelIndex

STATE_ROLE = Qt.ItemDataRole.UserRole
_ROW, _EDGE, _ICON = 50, 16, 18
_LOOKS = {
    SheetStage.NOT_BEGUN: ("file", "text3"),
    SheetStage.IN_WORK: ("pen", "accent_text"),
    SheetStage.DIFFERENCES: ("alert", "late"),
    SheetStage.RECONCILED: ("okcircle", "present"),
}


class SheetListModel(QAbstractListModel):
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


class SheetListDelegate(QStyledItemDelegate):
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
        if not isinstance(state, SheetState) or not isinstance(model, SheetListModel):
            return
        rect: QRect = option.rect
        box = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_current(painter, box, ring=self._view.ring_shown)
        icon, ink = _LOOKS[state.stage]
        place = QRectF(box.left() + _EDGE, box.center().y() - _ICON / 2, _ICON, _ICON)
        theme.draw(painter, icon, place, ink)
        room = QRectF(place.right() + 10, box.top() + 7, box.right() - _EDGE - place.right() - 10, 18)
        draw_line(painter, room, model.words.sheet(state), "text", SMALL, 600)
        draw_line(painter, room.translated(0, 18), _second(model.words, state), "text2", CAPTION)
        painter.restore()


class SheetList(FocusRing, QListView):
    """`chosen` is emitted with a sheet's key; Enter goes to the paper."""

    chosen = Signal(str)
    entered_sheet = Signal()

    def __init__(self, model: SheetListModel) -> None:
        super().__init__()
        self.setObjectName("signatures_sheets")
        self.setProperty("role", "in_card")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setItemDelegate(SheetListDelegate(self))
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
    if state.stage is SheetStage.NOT_BEGUN:
        return str(state.code)
    if state.stage is SheetStage.DIFFERENCES:
        return words.open_differences(state)
    told = {
        SheetStage.IN_WORK: f"{state.checked}/{state.whole}",
        SheetStage.RECONCILED: words.stage(state),
    }
    return f"{told[state.stage]} · {state.code}"


WIDTH = 244


class SheetListCard(Retranslated, QFrame):
    """`per_session_requested` wants the other list: one sheet a session, or one a day."""

    per_session_requested = Signal(bool)

    def __init__(self, context: AppContext, words: SheetWording) -> None:
        super().__init__()
        self.setObjectName("signatures_left")
        self.setProperty("role", "card")
        self.setMinimumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.model = SheetListModel(words, self)
        self.list = SheetList(self.model)
        self.switch = Switch("signatures_kind", ("day", "session"))
        self.switch.set_value("day")
        self.switch.chosen.connect(lambda value: self.per_session_requested.emit(value == "session"))
        self.files = SheetFiles(context)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = FlowRow()
        head.setContentsMargins(10, 10, 10, 8)
        head.addWidget(self.switch)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(rule("signatures_files_rule"))
        column.addWidget(self.files)

    @override
    def retranslate(self) -> None:
        self.switch.set_words(self.tr("By day"), self.tr("By session"))
        self.list.setAccessibleName(self.tr("Signed sheets of the course"))
        self.model.retranslate()

    def minimumSizeHint(self) -> QSize:
        """Give way in height, down to a few sheets: the list scrolls."""
        return QSize(WIDTH, 356)


class ScanDrop(QObject):
    """Takes files dropped on a page. `sheet_found` gives the code of the first sheet among them."""

    sheet_found = Signal(object)

    def __init__(self, context: AppContext, page: QObject) -> None:
        super().__init__(page)
        self.setObjectName("signatures_drop")
        self._context = context
        self._open: SheetState | None = None

    def set_sheet(self, state: SheetState | None) -> None:
        """Say which sheet is open: a scan without a code belongs to it."""
        self._open = state

    def take(self, paths: list[Path]) -> None:
        """Attach scans where their codes say, those without one to the open sheet."""
        state = self._open
        if state is None or not paths:
            return
        self._context.run(
            self.tr("Reading the scans"),
            lambda work, progress: attachments.attach_sheets(
                work, paths, state.course, otherwise=str(state.code), travels=None, progress=progress
            ),
            done=self._taken,
        )

    def _taken(self, found: AttachedSheets) -> None:
        self._context.changes.announce(found.changes)
        codes = [code.whole for each in found.files if each.keys for code in each.pages if code]
        if codes:
            self.sheet_found.emit(codes[0])
        refused = [each for each in found.files if each.code]
        if refused:
            title = self.tr("%n file(s) not attached", "", len(refused))
            self._context.tell(Mood.DUE, title, self._context.words(refused[0].code, **refused[0].values))


_HEAD = 42


class SheetCard(Retranslated, QFrame):
    """Shows one page of a sheet. `page_requested` wants the next page (1) or the one before (-1)."""

    page_requested = Signal(int)

    def __init__(self, context: AppContext, words: SheetWording) -> None:
        super().__init__()
        self.setObjectName("signatures_card")
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._words = words
        self.model = SheetPageModel(words, self)
        self.view = SheetPageView(context, self.model)
        self.counts = SignatureCountsRow(words)
        self.title = FittingLabel("row_title", "signatures_title")
        self.code = label("second", "signatures_code")
        self.page_words = label("caption_strong", "signatures_page")
        self.before = IconButton("signatures_page_before", "left", size=28)
        self.after = IconButton("signatures_page_after", "right", size=28)
        self.barred = NoteRow("signatures_barred", "info", "text3")
        self.barred.setContentsMargins(14, 8, 14, 8)
        set_role(self.barred.words, "second")
        self.barred.hide()
        self._sheet: SheetView | None = None
        self._page, self._hint = 0, ""
        self._lay_out()
        self.before.clicked.connect(lambda: self.page_requested.emit(-1))
        self.after.clicked.connect(lambda: self.page_requested.emit(1))
        self.view.moved.connect(self._align)
        self.view.horizontalScrollBar().valueChanged.connect(self._align)
        self.view.viewport().installEventFilter(self)
        self.retranslate()

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setObjectName("signatures_card_head")
        stand_at_least(holder, _HEAD)
        head = FlowRow(holder)
        head.setContentsMargins(14, 0, 8, 0)
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self.code)
        head.addSpacing(6)
        for part in (self.before, self.page_words, self.after):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(holder)
        column.addWidget(rule("signatures_card_rule"))
        column.addWidget(self.view, 1)
        column.addWidget(self.counts)
        column.addWidget(self.barred)

    @property
    def page(self) -> int:
        """The page that is shown, counted from 0."""
        return self._page

    def show_page(self, sheet: SheetView, page: int) -> None:
        """Show a page of a sheet; one that is not there any more gives the last."""
        self._sheet = sheet
        self._page = min(max(page, 0), max(0, len(sheet.pages) - 1))
        row, session = self.view.place()
        self.model.show(sheet, self._page)
        if row >= 0 and self.view.place()[0] < 0:
            self.view.go_to(row, session)
        self.counts.show_view(sheet)
        self.view.fit()
        self.retranslate()

    def tell_barred(self, why: str) -> None:
        """Say below the paper why whoever is here ticks nothing; "" to who may."""
        self.barred.words.setText(why)
        self.barred.setVisible(bool(why))

    def show_hint(self, hint: str) -> None:
        """Show for a while what is being typed, where the page stands."""
        self._hint = hint
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Signed sheet"))
        self.view.setAccessibleDescription(self.tr("Space ticks, N for no signature; Ctrl+F1 lists the keys"))
        self.before.set_words(self.tr("Page before"), "PgUp")
        self.after.set_words(self.tr("Next page"), "PgDown")
        self.model.retranslate()
        self.counts.retranslate()
        if self._sheet is None:
            return
        self.title.setText(self._words.sheet(self._sheet.state))
        self.code.setText(str(self._sheet.state.code))
        count = max(1, len(self._sheet.pages))
        words = self.tr("Page {page} of {count}").format(page=self._page + 1, count=count)
        self.page_words.setText(self._hint or words)
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page + 1 < count)
        for part in (self.before, self.after):
            part.setVisible(count > 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the counts below their columns when the table gets another width."""
        if event.type() == QEvent.Type.Resize:
            self._align()
        return super().eventFilter(watched, event)

    def _align(self) -> None:
        view = self.view
        left = view.viewport().mapTo(self, view.viewport().rect().topLeft()).x()
        columns = [
            (left + view.columnViewportPosition(FIRST + at), view.columnWidth(FIRST + at))
            for at in range(len(self.model.sessions))
        ]
        self.counts.set_columns(columns)

    def minimumSizeHint(self) -> QSize:
        """Leave room for the lists at both sides."""
        return QSize(380, 300)
