"""The newest step and the way back from it, and forward again: "Отменить Ctrl+Z", "Раҳимов, занятие 3: …"."""

from functools import cached_property

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from trainer_app.ui.attendance.painting import baseline, draw_text, elided, width_of
from trainer_app.ui.attendance.step_words import NOTHING, StepWords
from trainer_app.ui.shell import icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, RADIUS_CONTROL, SMALL
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.naming import Retranslated, is_shown

_HEIGHT, _PAD, _ICON, _GAP, _LINE, _LONGEST, _REDO, _BETWEEN = 40, 8, 16, 7, 18, 340, 34, 2
_LEAST_NAME = 24


class UndoChip(QAbstractButton):
    """A button that says what it would take back. Hidden while there is nothing."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._step = NOTHING
        self._longest = _LONGEST
        self._key = QKeySequence(QKeySequence.StandardKey.Undo).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self.hide()

    def set_step(self, step: StepWords) -> None:
        """Show what undo would take back; hide for nothing."""
        self._step = step
        words = self.tr("Undo")
        self.setAccessibleName(f"{words}: {step.text}")
        self.setAccessibleDescription(self._key)
        self.setToolTip(f"{words}: {step.text} ({self._key})")
        self.setVisible(bool(step.text))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_step(self._step)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_longest(self, longest: int) -> None:
        """Give the step so many pixels at most."""
        if longest != self._longest:
            self._longest = longest
            self.updateGeometry()
            self.update()

    def shown_step(self, longest: int = 0) -> str:
        """Return the step as it is shown: a long name is shortened before what was marked is."""
        longest = longest or self._longest
        who, what = self._step.who, self._step.what
        rest = f", {what}" if who else what
        room = longest - width_of(rest, CAPTION)
        if who and room >= _LEAST_NAME:
            return f"{elided(who, room, CAPTION)}{rest}"
        return elided(self._step.text, longest, CAPTION)

    def width_with(self, longest: int) -> int:
        """Return the width with a step of so many pixels at most."""
        first = width_of(self.tr("Undo"), SMALL, 600) + _GAP + width_of(self._key, CAPTION)
        width = max(first, width_of(self.shown_step(longest), CAPTION))
        return 2 * _PAD + _ICON + _GAP + width + 1

    def sizeHint(self) -> QSize:
        """Drawing beside the wider one of the two lines."""
        return QSize(self.width_with(self._longest), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the word with its key, and under them the step."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        down = self.isDown() or self.underMouse()
        painter.setPen(QPen(QColor(scheme.accent if self.hasFocus() else scheme.line2), 1))
        painter.setBrush(QColor(scheme.sunken if down else scheme.surface))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        icons.draw(painter, "undo", QRectF(_PAD, (self.height() - _ICON) / 2, _ICON, _ICON), "text3")
        left, top = float(_PAD + _ICON + _GAP), (self.height() - 2 * _LINE) / 2
        word = self.tr("Undo")
        base = baseline(top, _LINE, SMALL)
        after = left + draw_text(painter, QPointF(left, base), word, scheme.accent_text, SMALL, 600) + _GAP
        draw_text(painter, QPointF(after, base), self._key, scheme.text3, CAPTION)
        below = QPointF(left, baseline(top + _LINE, _LINE, CAPTION))
        draw_text(painter, below, self.shown_step(), scheme.text2, CAPTION)


class StepButtons(Retranslated, QWidget):
    """Undo, and beside it redo as long as there is something to do again.

    `page` begins the names of the parts: "attendance", "room".
    """

    redo_clicked = Signal()

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{page}_steps")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.undo = UndoChip(f"{page}_undo", self)
        self._redone = NOTHING
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        self._row.addWidget(self.undo)

    @cached_property
    def redo(self) -> IconButton:
        """The way forward again, made when there first is one."""
        button = IconButton(self.objectName().replace("_steps", "_redo"), "redo", size=_REDO)
        button.clicked.connect(self.redo_clicked)
        self._row.addWidget(button)
        return button

    def set_steps(self, undo: StepWords, redo: StepWords) -> None:
        """Show what could be taken back and what could be done again."""
        self.undo.set_step(undo)
        self._redone = redo
        if redo.text or is_shown(self, "redo"):
            self.redo.setVisible(bool(redo.text))
            self.retranslate()
        self.updateGeometry()

    def set_longest(self, longest: int) -> None:
        """Give the newest step so many pixels at most."""
        self.undo.set_longest(longest)

    def width_with(self, longest: int) -> int:
        """Return the width with a step of so many pixels at most."""
        undo = 0 if self.undo.isHidden() else self.undo.width_with(longest)
        return undo + (_REDO + _BETWEEN if is_shown(self, "redo") else 0)

    def retranslate(self) -> None:
        """Take the words anew."""
        if is_shown(self, "redo"):
            self.redo.set_words(self.tr("Redo: {step}").format(step=self._redone.text), "Ctrl+Y")
