"""The differences between paper and marks, one a line, in the card beside the sheet; their commands."""

from collections.abc import Callable, Sequence
from typing import override

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QProgressBar,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.attendance.reconciliation import SheetDifference, SheetStage, SheetState, SheetView
from trainer_app.ui.attendance.key_input import TypedNumber, is_tick_key, mark_of
from trainer_app.ui.attendance.sheets.answers import DifferenceAnswers, right_tick
from trainer_app.ui.attendance.sheets.model import SheetWording, TickController
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.style import theme
from trainer_app.ui.style.tokens import CAPTION, SMALL
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import PageStack
from trainer_app.ui.widgets.labels import FocusRing, Retranslated, label, rule, set_role
from trainer_app.ui.widgets.pages import Disc, ShrinkableScrollArea
from trainer_app.ui.widgets.painting import draw_current, draw_line

type Index = QModelIndex | QPersistentModelIndex

FOUND_ROLE = Qt.ItemDataRole.UserRole
_ROW, _EDGE, _ICON = 48, 16, 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DifferenceListModel(QAbstractListModel):
    """Rows are differences: those that wait first, each group in the order of the paper."""

    def __init__(self, words: SheetWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_differences_model")
        self.words = words
        self.found: list[SheetDifference] = []

    def set_found(self, found: Sequence[SheetDifference]) -> None:
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
        if not isinstance(found, SheetDifference) or not isinstance(model, DifferenceListModel):
            return
        rect: QRect = option.rect
        box = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_current(painter, box, ring=self._view.ring_shown)
        place = QRectF(box.left() + _EDGE, box.top() + 8, _ICON, _ICON)
        theme.draw(painter, "alert" if found.open else "okcircle", place, "late" if found.open else "present")
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
    closed = Signal()

    def __init__(self, model: DifferenceListModel) -> None:
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

    def current(self) -> SheetDifference | None:
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
            self.closed.emit()
        else:
            super().keyPressEvent(event)


WIDTH = 288
_ANSWERS = 150
"""Height that the answers keep in a low window; what does not fit is scrolled to."""


class SheetStatusCard(Retranslated, QFrame):
    """`next_requested` wants the next sheet that waits."""

    next_requested = Signal()

    def __init__(self, context: AppContext, words: SheetWording) -> None:
        super().__init__()
        self.setObjectName("signatures_side")
        self.setProperty("role", "card")
        self.setMinimumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._words = words
        self._view: SheetView | None = None
        self._more = False
        self.title = label("row_title", "signatures_side_title", wrap=True)
        self.progress = label("second", "signatures_progress", wrap=True)
        self.locked = label("second", "signatures_locked", wrap=True)
        self.locked.hide()
        self.bar = QProgressBar()
        self.bar.setObjectName("signatures_bar")
        self.bar.setTextVisible(False)
        self.model = DifferenceListModel(words, self)
        self.list = DifferenceList(self.model)
        self.answers = DifferenceAnswers(context, words)
        self.hint = label("second", "signatures_hint", wrap=True)
        self.done_words = label("second", "signatures_done_text", wrap=True)
        self.next_button = Button("signatures_next_sheet", ButtonKind.PLAIN, "right")
        self.next_button.clicked.connect(self.next_requested)
        self.middle = PageStack()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.middle.setObjectName("signatures_middle")
        self.middle.addWidget(self.list)
        self.middle.addWidget(self._quiet_page())
        self.middle.addWidget(self._done_page())
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(4)
        for part in (self.title, self.progress, self.bar, self.locked):
            head.addWidget(part)
        self._answer_rule = rule("signatures_answers_rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule("signatures_side_rule"))
        column.addWidget(self.middle, 1)
        column.addWidget(self._answer_rule)
        column.addWidget(ShrinkableScrollArea("signatures_answers_room", self.answers, _ANSWERS))
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignHCenter)
        foot.addSpacing(12)
        column.addLayout(foot)

    def _quiet_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("signatures_quiet")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.hint)
        column.addStretch(1)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("signatures_done")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(14)
        column.addStretch(1)
        disc = Disc("signatures_done_icon", "okcircle", "present_soft", "present")
        column.addWidget(disc, 0, Qt.AlignmentFlag.AlignHCenter)
        self.done_words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.done_words)
        column.addStretch(2)
        return page

    def show_view(self, view: SheetView, *, more: bool) -> None:
        """Show where a sheet stands. `more`: another one waits."""
        before = self.list.current()
        at = self.list.currentIndex().row()
        self._view, self._more = view, more
        self.model.set_found(view.differences)
        place = self.model.place(before.key) if before is not None else -1
        if before is not None and place >= 0 and self.model.found[place].open == before.open:
            self.list.choose(place)
        elif self.model.found:
            # What was current is settled or gone: the next one that waits has taken its place.
            waiting = sum(1 for each in self.model.found if each.open)
            self.list.choose(min(max(at, 0), max(0, waiting - 1)))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Differences between paper and marks"))
        self.hint.setText(
            self.tr(
                "Tick what the paper shows: Space for a signature, N for none, and then the rest at once. "
                "What does not fit the marks appears here."
            )
        )
        self.locked.setText(self.tr("Locked: marks stay, signatures can still be checked."))
        self.next_button.setText(self.tr("Next sheet"))
        self.answers.retranslate()
        if self._view is not None:
            held = [each for each in self._view.sessions if not each.cancelled]
            self.locked.setVisible(bool(held) and all(each.locked for each in held))
            self._show(self._view.state)

    def _show(self, state: SheetState) -> None:
        done = state.stage is SheetStage.RECONCILED
        if done:
            self.title.setText(self.tr("Sheet reconciled"))
        elif self.model.found:
            self.title.setText(self.tr("Paper and marks differ"))
        else:
            self.title.setText(self.tr("Checking the paper"))
        set_role(self.title, "good_text" if done else "row_title")
        self.progress.setText(self._words.progress(state))
        self.bar.setRange(0, max(1, state.whole))
        self.bar.setValue(state.checked)
        self.bar.setAccessibleName(self._words.progress(state))
        self.middle.setCurrentIndex(0 if self.model.found else 2 if done else 1)
        settled = self.tr("Every signature agrees with its mark.")
        self.done_words.setText(settled)
        self.next_button.setVisible(done and self._more)
        self._answer_rule.setVisible(not self.answers.isHidden())

    def minimumSizeHint(self) -> QSize:
        """Give way in height: the list scrolls."""
        return QSize(WIDTH, 300)


_DIGITS_APART = 1500  # milliseconds after which the next digit begins another number


class LineJump(QObject):
    """`found` gives the line of the sheet, counted from 0 over all pages; `hinted` what was typed."""

    found = Signal(int)
    hinted = Signal(str)

    def __init__(self, numbers: Callable[[], list[int]], parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_jump")
        self._numbers = numbers
        self._number = TypedNumber()
        self.pause = QTimer(self)
        self.pause.setObjectName("signatures_digits_apart")
        self.pause.setSingleShot(True)
        self.pause.setInterval(_DIGITS_APART)
        self.pause.timeout.connect(self.end)

    def type(self, digit: int) -> None:
        """Add a digit and go to the number typed so far."""
        place = self._number.type(digit, self._numbers())
        if place is None:
            self.hinted.emit(self.tr("There is no number {number}").format(number=self._number.typed))
        else:
            self.hinted.emit(self.tr("No.\u00a0{number}").format(number=self._number.typed))
            self.found.emit(place)
        self.pause.start()

    def end(self) -> None:
        """Let the next digit begin a new number."""
        if self.pause.isActive() or self._number.typed:
            self.pause.stop()
            self._number.forget()
            self.hinted.emit("")


class DifferenceCommands(QObject):
    """Stands between the list, the answers below it and the sheet of a page.

    `place_requested(line, session)` wants the page to show a place, `count_requested(session)` the count of
    a session (its key) be typed, `paper_requested` for the keyboard to go back to the paper.
    """

    place_requested = Signal(int, int)
    count_requested = Signal(str)
    paper_requested = Signal()

    def __init__(
        self, context: AppContext, ticking: TickController, side: SheetStatusCard, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_answering")
        self._context, self._ticking, self._side = context, ticking, side
        listed, answers = self._side.list, self._side.answers
        listed.chosen.connect(self._chosen)
        listed.reason_key.connect(answers.give_reason)
        listed.mark_key.connect(self._change_mark)
        listed.tick_key.connect(self._right_tick)
        listed.alike_key.connect(answers.turn_alike)
        listed.words_key.connect(answers.ask_words)
        listed.open_key.connect(self._open_again)
        listed.closed.connect(self.paper_requested)
        answers.reason_given.connect(self._settle)
        answers.mark_given.connect(self._change_mark)
        answers.tick_requested.connect(self._right_tick)
        answers.open_requested.connect(self._open_again)
        answers.closed.connect(listed.setFocus)
        answers.person_requested.connect(self._ask_person)
        answers.count_requested.connect(self._ask_count)

    def start(self, *, keep: bool = False) -> None:
        """Go to the differences: to the first one, or with `keep` to the one that is current."""
        listed, found = self._side.list, self._side.model.found
        if not found:
            return
        if not keep or listed.current() is None:
            listed.choose(0)
        listed.setFocus(Qt.FocusReason.TabFocusReason)
        self.refresh()
        current = listed.current()
        if current is not None:
            self._show_place(current)

    def refresh(self) -> None:
        """Offer the answers to the difference that is current."""
        found, view = self._side.list.current(), self._ticking.view
        if found is None or view is None:
            self._side.answers.set_difference(None)
        else:
            session = next(each for each in view.sessions if each.key == found.session)
            self._side.answers.set_difference(
                found,
                may_mark=not (session.locked or session.cancelled),
                alike=len(view.alike(found)),
            )

    def _settle(self, reason: str) -> None:
        found = self._side.list.current()
        view = self._ticking.view
        if found is None or view is None:
            return
        chosen = view.alike(found) if self._side.answers.alike.isChecked() else [found]
        if self._ticking.settle(chosen, reason):
            self.go_on()

    def _open_again(self) -> None:
        found = self._side.list.current()
        if found is not None and found.settled:
            self._ticking.unsettle(found)
            self._side.list.setFocus()

    def _change_mark(self, mark: Mark) -> None:
        found = self._side.list.current()
        if found is not None and found.open and found.enrolment and self._ticking.mark(found, mark):
            self.go_on()

    def _right_tick(self) -> None:
        found = self._side.list.current()
        if found is None or not found.open or not found.enrolment:
            return
        if self._ticking.tick(found.enrolment, found.session, right_tick(found)):
            self.go_on()

    def _ask_person(self) -> None:
        self._context.go("courses", course=self._ticking.course, tab="participants")

    def _ask_count(self) -> None:
        found = self._side.list.current()
        if found is not None:
            self.count_requested.emit(found.session)

    def go_on(self) -> None:
        """After an answer, or when all is checked: the next difference, the next sheet, or the paper."""
        state = self._ticking.state
        if state is not None and state.differences:
            self.start(keep=True)
        elif self._side.next_button.isVisibleTo(self._side):
            self._side.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.paper_requested.emit()

    def _chosen(self) -> None:
        self.refresh()
        found = self._side.list.current()
        if found is not None and self._side.list.hasFocus():
            self._show_place(found)

    def _show_place(self, found: SheetDifference) -> None:
        view = self._ticking.view
        if view is None:
            return
        at = next((at for at, each in enumerate(view.sessions) if each.key == found.session), 0)
        line = next((at for at, row in enumerate(view.rows) if row.enrolment == found.enrolment), -1)
        if line >= 0:
            self.place_requested.emit(line, at)
