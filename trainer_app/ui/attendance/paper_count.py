"""How many signatures the paper has, as somebody typed it, and whether the marks agree with it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from trainer_app.domain.attendance import Headcount
from trainer_app.ui.attendance.painting import baseline, draw_text, width_of
from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.shell import icons
from trainer_app.ui.shell.actions import shown_keys
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, RADIUS_CONTROL, SMALL

KEY = "Ctrl+H"
_HEIGHT, _PAD, _LINE, _ICON, _GAP = 38, 8, 18, 14, 4


class PaperCount(QAbstractButton):
    """Two lines: "On paper 24", "agrees with the paper". A click or its key asks for the number."""

    def __init__(self, words: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_paper_count")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = words
        self._counted: int | None = None
        self._heads = Headcount()

    def show_count(self, counted: int | None, heads: Headcount) -> None:
        """Show a session's count from the paper beside its marks."""
        self._counted, self._heads = counted, heads
        said = ", ".join(self.lines())
        self.setAccessibleName(said)
        self.setAccessibleDescription(shown_keys(KEY))
        self.setToolTip(
            f"{said} ({shown_keys(KEY)})"
            if counted is not None
            else self.tr("Type how many signatures the paper has; the program compares ({key})").format(
                key=shown_keys(KEY)
            )
        )
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[str, str]:
        """Return both lines."""
        if self._counted is None:
            return self.tr("Count on paper"), shown_keys(KEY)
        first = self.tr("On paper {count}").format(count=self._counted)
        return first, self._words.compared(self._heads, self._counted)

    @property
    def agrees(self) -> bool | None:
        """Whether paper and marks agree; None while nothing was counted."""
        return None if self._counted is None else self._counted == self._heads.in_room

    def sizeHint(self) -> QSize:
        """Both lines, the lower one with its drawing."""
        first, second = self.lines()
        from_icon = _ICON + _GAP if self.agrees is not None else 0
        width = max(width_of(first, SMALL, 600), width_of(second, CAPTION, 500) + from_icon)
        return QSize(width + 2 * _PAD, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut: a number that is cut reads as another number."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the quiet box, then the lines."""
        scheme, agrees = tokens(), self.agrees
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        hover = self.isDown() or self.underMouse()
        fill = scheme.accent_soft if hover else scheme.late_soft if agrees is False else scheme.surface
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
        first, second = self.lines()
        top = (self.height() - 2 * _LINE) / 2
        draw_text(painter, QPointF(_PAD, baseline(top, _LINE, SMALL)), first, scheme.text, SMALL, 600)
        at, token = float(_PAD), "text3" if agrees is None else "present" if agrees else "late"
        if agrees is not None:
            box = QRectF(at, top + _LINE + (_LINE - _ICON) / 2, _ICON, _ICON)
            icons.draw(painter, "check" if agrees else "alert", box, token)
            at += _ICON + _GAP
        below = QPointF(at, baseline(top + _LINE, _LINE, CAPTION))
        draw_text(painter, below, second, getattr(scheme, token), CAPTION, 500)
