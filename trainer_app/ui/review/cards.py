"""Below the sides of a decision: the evidence for it, and its answers at the edge of what is in sight."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import override

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Attendance, SignatureState
from trainer_app.domain.review.contradictions import ReviewItem, ReviewSide
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card, IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import scrolled_around
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.labels import SUBJECT, FittingLabel, Retranslated, clear_layout, label, rule
from trainer_app.ui.widgets.overlays import Mood
from trainer_app.ui.widgets.pages import ScrollPage, seen_of

_ROW = 43
_SIGNED = {SignatureState.YES: "pen", SignatureState.NO: "alert"}
_CHANGES = 100  # of one row, in the list of all changes


class SpellingsLead(Retranslated, Button):
    """Leads to where the office brings spellings together: they are looked for here, too."""

    def __init__(self, name: str, context: AppContext, kind: ButtonKind) -> None:
        super().__init__(name, kind, "pen")
        self.choices = QMenu(self)
        self.choices.setObjectName(f"{name}_menu")
        self.units, self.places = self.choices.addAction(""), self.choices.addAction("")
        self.units.setObjectName(f"{name}_units")
        self.places.setObjectName(f"{name}_places")
        for action, spelled in ((self.units, "units"), (self.places, "places")):
            shown = {"tab": "reports", spelled: True, "back": True}
            action.triggered.connect(lambda _on=False, shown=shown: context.go("office", **shown))
        self.clicked.connect(lambda: self.choices.popup(self.mapToGlobal(self.rect().bottomLeft())))
        withhold("courses/spellings/unify", self)
        self.here = context.work.role is Role.OFFICE and not context.work.travels
        """Whether this computer brings them together."""
        if not self.here:
            self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setText(self.tr("Spellings of units and places…"))
        self.units.setText(self.tr("Units"))
        self.places.setText(self.tr("Towns and districts"))


class EvidenceRow(QWidget):
    """A drawing, a short sentence, a quiet one beside it; a button can be added."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        stand_at_least(self, _ROW)
        self.mark = IconMark(f"{name}_icon", icon, size=18)
        self.title = label("body", f"{name}_title")
        self.second = FittingLabel("second", f"{name}_second")
        self._line = FlowRow(self)
        self._line.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        self._line.setSpacing(10)
        self._line.addWidget(self.mark)
        self._line.addWidget(self.title)
        self._line.addWidget(self.second, 1)

    def add_button(self, button: Button) -> None:
        """Offer something to press at the end of the row."""
        self._line.addWidget(button)

    def set_row(self, title: str, second: str) -> None:
        """Set both texts."""
        self.title.setText(title)
        self.second.setText(second)


class EvidenceCard(Retranslated, Card):
    """The whole history is read when it is asked for: it means reading the journal."""

    opened = Signal()
    """The place where the value stands was asked for."""

    def __init__(self, context: AppContext, wording: ReviewWording) -> None:
        super().__init__("review_evidence", titled=False)
        self._context, self._wording = context, wording
        self._item: ReviewItem | None = None
        self.signed = EvidenceRow("review_signed", "pen")
        self.unseen = EvidenceRow("review_unseen", "history")
        self.open_course = Button("review_signed_button", ButtonKind.GHOST)
        self.all_changes = Button("review_unseen_button", ButtonKind.GHOST)
        self.open_course.clicked.connect(self.opened)
        self.all_changes.clicked.connect(self.show_history)
        self.signed.add_button(self.open_course)
        self.unseen.add_button(self.all_changes)
        self.history: list[EvidenceRow] = []
        self._past = QWidget()
        self._past.setObjectName("review_history")
        self._lines = QVBoxLayout(self._past)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        for row in (self.signed, self.unseen, self._past):
            self.add_row(row)
        self.retranslate()

    def show_item(self, item: ReviewItem) -> None:
        """Show what is known about an item."""
        self._item = item
        self._clear()
        self.show_row(self.signed, shown=self._show_signed(item))
        self.unseen.set_row(self._wording.note(item), "")
        self.all_changes.show()

    def show_history(self) -> None:
        """Read and show what was written there, the newest first; of very many changes not the oldest."""
        if self._item is None or self.history:
            return
        found = self._context.ask(review.earlier, self._item, _CHANGES + 1) or []
        for index, side in enumerate(found):
            row = EvidenceRow(f"review_change_{index}", "pen")
            if index < _CHANGES:
                row.set_row(self._wording.as_written(side.words), self._line(side))
            else:
                row.set_row(self.tr("Older changes are not shown here"), "")
            if index:
                self._lines.addWidget(rule("review_history_rule"))
            self._lines.addWidget(row)
            self.history.append(row)
        self.show_row(self._past, shown=bool(found))
        self.all_changes.hide()

    @override
    def retranslate(self) -> None:
        self.all_changes.setText(self.tr("All changes"))
        self.open_course.setText(self.tr("Open the course"))
        if self._item is not None:
            self.show_item(self._item)

    def _line(self, side: ReviewSide) -> str:
        parts = (side.user, self._wording.moment(side.at), side.device, self._wording.came(side, ""))
        told = (*parts, self._saw(side), self._wording.reason(side))
        return " · ".join(part for part in told if part)

    def _saw(self, side: ReviewSide) -> str:
        """Say what whoever wrote it had before their eyes."""
        if side.saw is None:
            return ""
        if not side.saw:
            return self.tr("had seen nothing there before")
        said = [(user, self._wording.say(words)) for user, words in side.saw]
        seen = ", ".join(f"{words} ({user})" if user else words for user, words in said)
        return self.tr("had seen: {values}").format(values=seen)

    def _show_signed(self, item: ReviewItem) -> bool:
        """Say whether the person signed the paper; tell whether there is anything to say."""
        cell = self._cell(item)
        if cell is None or cell.signed is SignatureState.NOT_CHECKED:
            return False
        yes = cell.signed is SignatureState.YES
        self.signed.mark.set_icon(_SIGNED[cell.signed], "text3" if yes else "late")
        title = self.tr("Signed on paper: yes") if yes else self.tr("Signed on paper: no")
        self.signed.set_row(title, cell.remark)
        return True

    def _cell(self, item: ReviewItem) -> Attendance | None:
        if item.entity != "attendance" or not item.course:
            return None
        grid = self._context.ask(attendance.grid, item.course)
        if grid is None:
            return None
        place = next((at for at, one in enumerate(grid.sessions) if one.key == item.session), None)
        row = next((one for one in grid.rows if one.person == item.person and not one.same_as), None)
        return row.cells[place] if row is not None and place is not None else None

    def _clear(self) -> None:
        self.history = []
        self.show_row(self._past, shown=False)
        clear_layout(self._lines)


type Answers = Callable[[], Sequence[tuple[str, Button]]]


class AnswerBar(Retranslated, QFrame):
    """The answers once more at the lower edge of what is in sight, where their own buttons are not in it.

    `answers` gives words and buttons; it lies on `screen`, in which `page` scrolls. `placed`: it moved.
    """

    placed = Signal()
    _PLACE = QEvent.Type(QEvent.registerEventType())

    def __init__(self, screen: QWidget, page: ScrollPage, answers: Answers) -> None:
        super().__init__(screen)
        self.setObjectName("review_answers")
        self.setProperty("role", "card")
        self._screen, self._page = screen, page
        self._answers: Answers = lambda: [each for each in answers() if each[1].isVisible()]
        self.buttons: list[Button] = []
        self._outer: QScrollArea | None = None
        self._row = FlowRow(self)
        self._row.setContentsMargins(10, 8, 10, 8)
        self._row.setSpacing(8)
        self.hide()
        for part in (screen, page.content):
            part.installEventFilter(self)
        self._follow(page)

    def offer(self, subject: str) -> None:
        """Be about something else; another one than before is shown from its beginning."""
        if self.property(SUBJECT) != subject:
            self._page.verticalScrollBar().setValue(0)
        self.setProperty(SUBJECT, subject)
        self._page.column.setContentsMargins(0, 0, 0, 0)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        # When all is laid out: where the buttons are is not known before.
        QCoreApplication.postEvent(self, QEvent(self._PLACE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the bar lies upon."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self.retranslate()
        return super().eventFilter(watched, event)

    def customEvent(self, event: QEvent) -> None:
        """Stand in the place of buttons that are out of sight."""
        if event.type() is self._PLACE and self._screen.isVisible():
            self._place()

    def _follow(self, area: QScrollArea) -> None:
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self.retranslate)
        bar.rangeChanged.connect(self.retranslate)

    def _find_outer(self) -> None:
        """Find what scrolls the whole screen in a low window, once the screen lies in it."""
        for outer in scrolled_around(self._screen)[:1]:
            self._outer = outer
            self._follow(outer)

    def _place(self) -> None:
        if self._outer is None:
            self._find_outer()
        told = self._answers()
        if hidden := any(seen_of(button) != button.rect() for _, button in told):
            self._show_answers(told)
        self.setVisible(hidden)
        self.placed.emit()
        before = self._page.column.contentsMargins().bottom()
        inner = self._page.verticalScrollBar().maximum() - before
        outer = self._outer.verticalScrollBar().maximum() if self._outer is not None else 0
        high = self.height() + 8 if told and (hidden or inner > 0 or outer > 0) else 0
        if before != high:
            self._page.column.setContentsMargins(0, 0, 0, high)

    def _show_answers(self, told: Sequence[tuple[str, Button]]) -> None:
        while (place := len(self.buttons)) < len(told):
            made = Button(f"review_answer_{place + 1}")
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            # The keyboard has the numbers, and the buttons of the sides.
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(lambda _on=False, place=place: self._answers()[place][1].click())
            self._row.addWidget(made, 1)
            self.buttons.append(made)
        self.resize(self._page.width(), self.height())
        inner = self.contentsRect()
        most = inner.marginsRemoved(self._row.contentsMargins()).width()
        for made, (words, own) in zip(self.buttons, told, strict=False):
            made.set_kind(ButtonKind.GHOST if own.kind is ButtonKind.GHOST else ButtonKind.CHOICE)
            made.setText(words)
            made.set_icon(own.icon_name)
            made.keep_within(most)
            made.setAccessibleDescription(own.accessibleDescription())
            made.setEnabled(own.isEnabled())
        for place, made in enumerate(self.buttons):
            made.setVisible(place < len(told))
        # Now: a bar that is not shown yet would learn only later on how many lines the answers stand.
        self._row.setGeometry(inner)
        high = self._row.sizeHint().height() + self.height() - inner.height()
        left, end = self._page.mapTo(self._screen, QPoint()).x(), seen_of(self._screen).bottom() + 1
        self.setGeometry(left, end - high, self._page.width(), high)
        self.raise_()


_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
"""Keys that press the button that has the keyboard."""


_GLANCE, _REST, _TURN = 100, 300, 1000
"""Milliseconds for which a card stands there, keys rest before one decides (less is a double tap), and rest
where a question about people follows another kind: the same key says there that two are one."""


def _millis() -> int:
    return time.monotonic_ns() // 1_000_000


class AnswerKeys(QObject):
    """Lets a press decide only about what stood there before it was made, long enough for a reader's glance.

    A double tap, a key that is held, and taps while a slow computer still draws the next card are about what
    nobody has seen. They are refused, which is said, but for what a held key repeats. Enter and Space lead to
    the buttons and press them, so they rest between both. `subject` tells what is shown, `parts` draw it.
    """

    def __init__(
        self, screen: QWidget, context: AppContext, subject: Callable[[], str], *parts: QWidget
    ) -> None:
        super().__init__(screen)
        self.setObjectName("review_answer_keys")
        self._context = context
        self._subject, self._drawn, self._drawn_at, self._pressed = subject, "", 0, 0
        self.now, self._read, self._of_people = _millis, 0, False
        self._ahead = deque[int](maxlen=8)
        """By how much this clock was ahead of that of the system when the newest keys were read here."""
        for part in parts:
            part.installEventFilter(self)

    def guard(self, page: QWidget | None) -> None:
        """Look at what presses the buttons of a page; those that it has already are not looked at twice."""
        for part in page.findChildren(QWidget) if page is not None else ():
            if isinstance(part, Button | QLineEdit):
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know what is drawn, and since when. Hold back what presses a button too soon."""
        button = isinstance(watched, Button)
        if event.type() is QEvent.Type.Paint and not button and self._drawn != self._subject():
            self._drawn, self._drawn_at = self._subject(), self.now()
        if isinstance(event, QKeyEvent) and event.timestamp() not in (0, self._read):
            self._read = event.timestamp()
            self._ahead.append(self.now() - self._read)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _PRESSING:
            return not (self.accepts(event) if button else self._leads_on(event))
        return super().eventFilter(watched, event)

    def _leads_on(self, event: QKeyEvent) -> bool:
        """Note a press that leads to the buttons or ends a field; what a held key repeats does neither."""
        self._pressed = event.timestamp()
        return not event.isAutoRepeat()

    def accepts(self, event: QKeyEvent) -> bool:
        """Tell whether a press is about what is in sight. One that is decides."""
        told, before, self._pressed = event.timestamp(), self._pressed, event.timestamp()
        if event.isAutoRepeat():
            return False
        of_people = self._subject().startswith("people/")
        rest = _REST if of_people is self._of_people else _TURN
        if not (told and before and abs(told - before) < rest) and self._was_seen(told):
            self._of_people = of_people
            return True
        self._context.tell_how_it_is(Mood.NOW, "review.pressed_too_soon")
        return False

    def _was_seen(self, told: int) -> bool:
        """Tell whether what is shown stood there at a moment of the system's clock; 0 is not told, thus now.

        Keys wait while the computer is busy, so the one that was read soonest tells how both clocks differ.
        """
        if not told or self._drawn != self._subject():
            return self._drawn in ("", self._subject())
        return told + min(self._ahead, default=0) - self._drawn_at >= _GLANCE
