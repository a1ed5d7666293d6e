"""Contradictions and heads of the course in one line, for the end of the row of tabs."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.ui.attendance.painting import baseline, draw_text, width_of
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import SMALL
from trainer_app.ui.widgets.naming import Retranslated

_TRIANGLE, _GAP, _BETWEEN, _HEIGHT = 8, 6, 17, 20


class AttendanceSummary(Retranslated, QWidget):
    """The triangle that marks the cells with "1 расхождение", then "25 участников"."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attendance_summary")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._conflicts, self._people, self._women = 0, 0, -1

    def set_counts(self, conflicts: int, people: int) -> None:
        """Show how many cells contradict themselves, and how many take part."""
        self._conflicts, self._people = conflicts, people
        self.retranslate()

    def set_women(self, women: int) -> None:
        """Show how many of the people are women; -1 where that is not known."""
        self._women = women
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(" · ".join(part for part in self._parts() if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        conflicts, people = self._parts()
        width = width_of(people, SMALL)
        if conflicts:
            width += _TRIANGLE + _GAP + width_of(conflicts, SMALL) + _BETWEEN
        return QSize(width, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the triangle and the words."""
        scheme = tokens()
        conflicts, people = self._parts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at, base = 0.0, baseline(0, self.height(), SMALL)
        if conflicts:
            top = base - 10
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.late))
            corners = (QPointF(0, top), QPointF(_TRIANGLE, top), QPointF(_TRIANGLE, top + _TRIANGLE))
            painter.drawPolygon(QPolygonF(corners))
            at += _TRIANGLE + _GAP
            at += draw_text(painter, QPointF(at, base), conflicts, scheme.text2, SMALL) + _BETWEEN
        draw_text(painter, QPointF(at, base), people, scheme.text2, SMALL)

    def _parts(self) -> tuple[str, str]:
        conflicts = self.tr("%n contradiction(s)", "", self._conflicts) if self._conflicts else ""
        people = self.tr("%n participant(s)", "", self._people)
        if self._women >= 0:
            women = self.tr("women: %n", "", self._women)
            people = f"{people} · {women}"
        return conflicts, people
