"""Below the paper: how many signatures each session has by the ticks, and how many somebody counted."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QRegularExpression, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from trainer_app.domain.attendance import GridSession, Signed
from trainer_app.domain.reconciliation import SheetView
from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.toast import KEEP_CLEAR
from trainer_app.ui.shell.tokens import CAPTION, SMALL
from trainer_app.ui.signatures.drawing import draw_line
from trainer_app.ui.signatures.wording import SheetWording
from trainer_app.ui.widgets.naming import Retranslated

_TOTALS, _FIELDS = 24, 34
_FIELD = 46
_STYLE = (
    "QLineEdit { font-size: 13px; padding: 0 4px; min-height: 24px; max-height: 24px; border-radius: 4px; }"
)


class CountsRow(Retranslated, QWidget):
    """`typed(session, counted)` is emitted when a count was typed; None took it away."""

    typed = Signal(str, object)
    left = Signal()

    def __init__(self, words: SheetWording) -> None:
        super().__init__()
        self.setObjectName("signatures_counts")
        self.setProperty(KEEP_CLEAR, True)
        self.setFixedHeight(_TOTALS + _FIELDS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._words = words
        self._sessions: tuple[GridSession, ...] = ()
        self._totals: list[tuple[int, int]] = []
        self._columns: list[tuple[int, int]] = []
        self.fields: list[QLineEdit] = []

    def show_view(self, view: SheetView) -> None:
        """Show the counts of a sheet, of all its pages."""
        self._sessions = view.sessions
        self._totals = [
            (sum(row.cells[at].signed is Signed.YES for row in view.rows), len(view.rows))
            for at in range(len(view.sessions))
        ]
        while len(self.fields) < len(self._sessions):
            self.fields.append(self._make_field(len(self.fields)))
        for at, field in enumerate(self.fields):
            field.setVisible(at < len(self._sessions) and not self._sessions[at].cancelled)
            if at < len(self._sessions) and not field.hasFocus():
                self._show(field, self._sessions[at])
        self.retranslate()

    def set_columns(self, columns: Sequence[tuple[int, int]]) -> None:
        """Stand below the columns of the sessions: left edge and width of each."""
        self._columns = list(columns)
        for field, (left, width) in zip(self.fields, self._columns, strict=False):
            field.setGeometry(left + (width - _FIELD) // 2, _TOTALS + 3, _FIELD, 26)
        self.update()

    def focus_session(self, session: str) -> None:
        """Let the count of a session be typed."""
        at = next((at for at, each in enumerate(self._sessions) if each.key == session), -1)
        if at >= 0:
            self.fields[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self.fields[at].selectAll()

    def retranslate(self) -> None:
        """Name the fields."""
        for field, session in zip(self.fields, self._sessions, strict=False):
            name = self.tr("Signatures counted on the paper, session {number}")
            field.setAccessibleName(name.format(number=session.number))
            field.setToolTip(self.tr("The session is locked.") if session.locked else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above, both labels, the totals."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(scheme.line2))
        head = self._columns[0][0] if self._columns else self.width()
        upper = QRectF(12, 1, head - 20, _TOTALS)
        draw_line(painter, upper, self.tr("Signed"), "text2", SMALL)
        lower = QRectF(12, _TOTALS, head - 20, _FIELDS - 2)
        draw_line(painter, lower, self.tr("Counted on the paper"), "text2", SMALL)
        for (left, width), (signed, people), session in zip(
            self._columns, self._totals, self._sessions, strict=False
        ):
            box = QRectF(left, 1, width, _TOTALS)
            if session.cancelled:
                painter.setFont(fonts.font(CAPTION))
                painter.setPen(QColor(scheme.text3))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "–")
                continue
            _draw_total(painter, box, str(signed), f"/{people}")

    def _make_field(self, at: int) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"signatures_count_{at + 1}")
        field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,4}"), field))
        field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        field.setStyleSheet(_STYLE)
        field.editingFinished.connect(lambda: self._typed(at))
        field.returnPressed.connect(lambda: self._go_on(at))
        return field

    def _show(self, field: QLineEdit, session: GridSession) -> None:
        field.setText("" if session.counted is None else str(session.counted))
        field.setEnabled(not session.locked)

    def _go_on(self, at: int) -> None:
        """Go to the next session's count; after the last one back to the paper."""
        later = [field for field in self.fields[at + 1 :] if field.isVisible() and field.isEnabled()]
        if later:
            later[0].setFocus(Qt.FocusReason.TabFocusReason)
            later[0].selectAll()
        else:
            self.left.emit()

    def _typed(self, at: int) -> None:
        session, text = self._sessions[at], self.fields[at].text().strip()
        counted = int(text) if text else None
        if counted != session.counted:
            self.typed.emit(session.key, counted)


def _draw_total(painter: QPainter, box: QRectF, strong: str, quiet: str) -> None:
    first, second = fonts.metrics(SMALL, 600), fonts.metrics(CAPTION)
    whole = first.horizontalAdvance(strong) + second.horizontalAdvance(quiet)
    left = box.left() + (box.width() - whole) / 2
    draw_line(painter, QRectF(left, box.top(), whole + 4, box.height()), strong, "text", SMALL, 600)
    left += first.horizontalAdvance(strong)
    draw_line(painter, QRectF(left, box.top(), whole + 4, box.height()), quiet, "text3", CAPTION)
