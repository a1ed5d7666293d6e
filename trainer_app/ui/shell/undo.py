"""Undo in its one place, at the foot of the sidebar, where it covers nothing; and the question before more.

The question comes where the newest step belongs to another page: it names the step and the page. What
certifies, decides or approves is not taken back from there at all; the question leads to its page instead.
"""

from collections.abc import Callable
from functools import cached_property
from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.ui.kit.screens import shown_keys
from trainer_app.ui.style import icons
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, RADIUS_CONTROL, RAIL_NARROW, SMALL
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.labels import Retranslated, is_shown, label
from trainer_app.ui.widgets.overlays import ModalOverlay
from trainer_app.ui.widgets.painting import baseline, draw_text, elided, visual, width_of

_HEIGHT, _NARROW, _PAD, _ICON, _GAP, _LINE, _REDO = 58, 38, 8, 18, 7, 17, 32
_SIDES = 10
_FRESH_FOR = 12_000  # milliseconds


def two_lines(words: str, room: int) -> tuple[str, str]:
    """Break words after what fits into a line of so many pixels; the second line is shortened if need be."""
    if width_of(words, CAPTION) <= room:
        return words, ""
    parts = words.split(" ")
    fitting = (at for at in range(len(parts) - 1, 0, -1) if width_of(" ".join(parts[:at]), CAPTION) <= room)
    at = next(fitting, 1)
    return elided(" ".join(parts[:at]), room, CAPTION), elided(" ".join(parts[at:]), room, CAPTION)


class UndoButton(QAbstractButton):
    """Says what it would take back, in two lines under its word; grey while there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail_undo")
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A click leaves the keyboard where it was: in the list whose step is taken back.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.step = ""
        self._narrow = False
        self._key = shown_keys("Ctrl+Z")
        self.fresh = QTimer(self)
        self.fresh.setObjectName("rail_undo_fresh")
        self.fresh.setSingleShot(True)
        self.fresh.setInterval(_FRESH_FOR)
        self.fresh.timeout.connect(self.update)
        self.set_step("")

    def set_step(self, step: str) -> None:
        """Show what undo would take back, "" for nothing."""
        self.step = step
        words = self.tr("Undo")
        said = f"{words}: {step}" if step else words
        self.setEnabled(bool(step))
        self.setAccessibleName(said)
        self.setAccessibleDescription(self._key)
        self.setToolTip(f"{said} ({self._key})")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or icon and words."""
        self._narrow = narrow
        self.setFixedHeight(_NARROW if narrow else _HEIGHT)
        self.update()

    def offer(self, words: str) -> None:
        """Stand out for a while, and tell a screen reader what was just done."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.fresh.start()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Take what the sidebar gives."""
        return QSize(RAIL_NARROW, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the word with its key, and under them the step."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isEnabled():
            hover = self.isDown() or self.underMouse()
            fresh = self.fresh.isActive()
            painter.setPen(QPen(QColor(scheme.accent if self.hasFocus() or fresh else scheme.line2), 1))
            fill = scheme.sunken if hover else scheme.accent_soft if fresh else scheme.surface
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        left = (self.width() - _ICON) / 2 if self._narrow else _PAD
        top = (self.height() - _ICON) / 2 if self._narrow else (self.height() - 3 * _LINE) / 2
        icon = visual(painter, QRectF(self.rect()), QRectF(left, top, _ICON, _ICON))
        icons.draw(painter, "undo", icon, "text3")
        if not self._narrow:
            self._draw_words(painter, top)

    def _draw_words(self, painter: QPainter, top: float) -> None:
        scheme, whole, left = tokens(), QRectF(self.rect()), _PAD + _ICON + _GAP
        room, word = int(whole.width()) - left - _PAD, self.tr("Undo")
        ink = scheme.accent_text if self.isEnabled() else scheme.text3
        lines = [(word, SMALL, 600, ink)]
        lines += [(each, CAPTION, 400, scheme.text2) for each in two_lines(self.step, room)]
        for at, (text, size, weight, colour) in enumerate(lines):
            place = visual(painter, whole, QRectF(left, 0, width_of(text, size, weight), 1))
            base = baseline(top + at * _LINE, _LINE, size)
            draw_text(painter, QPointF(place.left(), base), text, colour, size, weight)
        key = width_of(self._key, CAPTION)
        if width_of(word, SMALL, 600) + _GAP + key <= room:
            place = visual(painter, whole, QRectF(whole.width() - _PAD - key, 0, key, 1))
            at_key = QPointF(place.left(), baseline(top, _LINE, CAPTION))
            draw_text(painter, at_key, self._key, scheme.text3, CAPTION)


class UndoRow(Retranslated, QWidget):
    """Undo, and beside it redo as long as there is something to do again."""

    redo_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail_steps")
        self.undo = UndoButton()
        self._redone = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDES, 0, _SIDES, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self.undo, 1)

    @cached_property
    def redo(self) -> IconButton:
        """The way forward again, made when there first is one."""
        button = IconButton("rail_redo", "redo", size=_REDO)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.redo_clicked)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def set_steps(self, undo: str, redo: str) -> None:
        """Show what could be taken back and what could be done again, "" for nothing."""
        self.undo.set_step(undo)
        self._redone = redo
        if redo or is_shown(self, "redo"):
            self.redo.setVisible(bool(redo))
            self.retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """Show icons below each other, or words and redo beside them."""
        self.undo.set_narrow(narrow)
        ways = QHBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    @override
    def retranslate(self) -> None:
        self.undo.set_step(self.undo.step)
        if is_shown(self, "redo"):
            self.redo.set_words(self.tr("Redo: {step}").format(step=self._redone), "Ctrl+Y")


class UndoQuestion(Retranslated, ModalOverlay):
    """Names a step of another page: `said` gives its words, the page's, and the newest step of this one.

    `act` does it; without it the step is bound to its own page, and `lead` opens that. `here` takes back the
    newest step of the page that is open.
    """

    def __init__(
        self,
        host: QWidget,
        said: Callable[[], tuple[str, str, str]],
        *,
        act: Callable[[], object] | None = None,
        lead: Callable[[], object] | None = None,
        here: Callable[[], object] | None = None,
        redo: bool = False,
    ) -> None:
        super().__init__("undo_question", host, 520)
        self._said, self._bound, self._redo = said, act is None, redo
        self.title = label("card_title", "undo_question_title", wrap=True)
        self.text = label("subtitle", "undo_question_text", wrap=True)
        self.older = label("subtitle", "undo_question_older", wrap=True)
        for part in (self.title, self.text, self.older):
            self.column.addWidget(part)
        self.column.addSpacing(12)
        self.leave = Button("undo_question_leave")
        self.here = Button("undo_question_here")
        self.lead = Button("undo_question_open", ButtonKind.PRIMARY)
        self.act = Button("undo_question_undo", ButtonKind.PRIMARY)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        for button, then in ((self.act, act), (self.lead, lead if self._bound else None), (self.here, here)):
            button.setVisible(then is not None)
            if then is not None:
                button.clicked.connect(lambda _on=False, then=then: self._choose(then))
                buttons.addWidget(button)
            else:
                button.setParent(self.frame)
        self.leave.clicked.connect(self.dismiss)
        buttons.addWidget(self.leave)
        self.column.addLayout(buttons)
        self.retranslate()
        # Nothing is taken back by a second Ctrl+Z or a hasty Enter.
        self.reveal(self.leave)

    @override
    def retranslate(self) -> None:
        step, page, older = self._said()
        if self._bound:
            self.title.setText(step[:1].upper() + step[1:])
            text = self.tr("This was done last, elsewhere. It is undone and done again on its own page only.")
            self.text.setText(text)
        else:
            ask = self.tr("Redo: {step} ({page})?") if self._redo else self.tr("Undo: {step} ({page})?")
            self.title.setText(ask.format(step=step, page=page))
            self.text.setText(self.tr("This was done last, but not on the page that is open."))
        self.older.setText(self.tr("The last step of this page: {step}").format(step=older))
        self.older.setVisible(bool(older))
        self.act.setText(self.tr("Redo") if self._redo else self.tr("Undo"))
        self.lead.setText(self.tr("Open: {page}").format(page=page))
        self.here.setText(self.tr("Undo the last step of this page"))
        self.leave.setText(self.tr("Leave it"))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.text.text())

    def _choose(self, then: Callable[[], object]) -> None:
        self.dismiss()
        then()
