"""The newest step and the way back from it: "№ 14: П  Отменить  Ctrl+Z"."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from trainer_app.ui.attendance.painting import baseline, draw_text, elided, width_of
from trainer_app.ui.shell import icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, RADIUS_CONTROL, SMALL

_HEIGHT, _PAD, _ICON, _GAP, _KEY_HEIGHT, _KEY_PAD, _LONGEST = 34, 8, 16, 8, 19, 10, 200


class UndoChip(QAbstractButton):
    """A button that says what it would take back. Hidden while there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attendance_undo")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._step = ""
        self._key = QKeySequence(QKeySequence.StandardKey.Undo).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self.hide()

    def set_step(self, step: str) -> None:
        """Show what undo would take back; hide for nothing."""
        self._step = step
        words = self.tr("Undo")
        self.setAccessibleName(f"{words}: {step}")
        self.setAccessibleDescription(self._key)
        self.setToolTip(f"{words}: {step} ({self._key})")
        self.setVisible(bool(step))
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

    def sizeHint(self) -> QSize:
        """Drawing, step, word, key."""
        step = min(width_of(self._step, SMALL), _LONGEST)
        width = 2 * _PAD - 2 + _ICON + step + width_of(self.tr("Undo"), SMALL, 600) + self._key_width()
        return QSize(width + 3 * _GAP, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, then its four parts."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        down = self.isDown() or self.underMouse()
        painter.setPen(QPen(QColor(scheme.accent if self.hasFocus() else scheme.line2), 1))
        painter.setBrush(QColor(scheme.sunken if down else scheme.surface))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        at, base = float(_PAD), baseline(0, self.height(), SMALL)
        icons.draw(painter, "undo", QRectF(at, (self.height() - _ICON) / 2, _ICON, _ICON), "text3")
        at += _ICON + _GAP - 1
        step = elided(self._step, _LONGEST, SMALL)
        at += draw_text(painter, QPointF(at, base), step, scheme.text2, SMALL) + _GAP
        word = self.tr("Undo")
        at += draw_text(painter, QPointF(at, base), word, scheme.accent_text, SMALL, 600) + _GAP
        key = QRectF(at + 0.5, (self.height() - _KEY_HEIGHT) // 2 - 0.5, self._key_width() - 1, _KEY_HEIGHT)
        painter.setPen(QPen(QColor(scheme.line2), 1))
        painter.setBrush(QColor(scheme.surface))
        painter.drawRoundedRect(key.adjusted(0, 0, 0, 1), 4, 4)
        painter.drawRoundedRect(key, 4, 4)
        at += (self._key_width() - width_of(self._key, CAPTION, 500)) / 2
        key_base = baseline(key.top(), key.height(), CAPTION)
        draw_text(painter, QPointF(round(at), key_base), self._key, scheme.text2, CAPTION, 500)

    def _key_width(self) -> int:
        return width_of(self._key, CAPTION, 500) + 2 * _KEY_PAD
