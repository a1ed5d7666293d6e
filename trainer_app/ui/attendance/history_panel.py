"""The history of the current mark at the right edge: each value, who, when, which laptop, how far it came.

It follows the current cell while it is open, so that marks are looked through with mouse or arrows.
"""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.workplace import ZONE
from trainer_app.domain.attendance import GridRow, GridSession
from trainer_app.domain.changes import Label
from trainer_app.domain.histories import MarkHistory, RowChange
from trainer_app.system.messages import label_text
from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.sending.standing_row import LOOKS
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.chips import Chip, Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel
from trainer_app.ui.widgets.rows import IconMark

type Found = tuple[GridRow, GridSession, MarkHistory]
_ICON = 18
_PAUSE = 80
"""Milliseconds on one cell before the journal is read for it: held-down arrows do not wait for that."""


class MarkHistoryPanel(SidePanel):
    """Read-only. `read` returns what is known of the current cell, or None where there is none.

    `today` is the day by which moments are told, `review` opens the screen where contradictions are decided.
    """

    def __init__(
        self,
        host: QWidget,
        words: Wording,
        read: Callable[[], Found | None],
        today: Callable[[], date],
        review: Callable[[], object],
    ) -> None:
        super().__init__("attendance_history", host)
        self._words, self._read, self._today = words, read, today
        self._shown: Found | None = None
        self._pause = QTimer(self)
        self._pause.setObjectName("attendance_history_pause")
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._follow)
        self.about = label("row_title", "attendance_history_about", wrap=True)
        self.place = label("second", "attendance_history_place", wrap=True)
        self.warning = label("body", "attendance_history_warning", wrap=True)
        self.review = Button("attendance_history_review", Kind.PLAIN, "alert")
        self.review.clicked.connect(review)
        self.nothing = label("second", "attendance_history_nothing", wrap=True)
        self.rows: list[QWidget] = []
        self.lines = QVBoxLayout()
        self.lines.setSpacing(16)
        about = QVBoxLayout()
        about.setSpacing(2)
        about.addWidget(self.about)
        about.addWidget(self.place)
        self.body.addLayout(about)
        self.body.addWidget(self.warning)
        self.body.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.nothing)
        self.body.addLayout(self.lines)
        self.body.addStretch(1)
        self.accept_button.hide()
        self.retranslate()

    def open(self) -> None:
        """Read and show the history of the current cell."""
        self._take()
        if self._shown is not None:
            self.reveal(self.cancel_button)

    def follow(self, *_where: object) -> None:
        """Know that another cell is the current one, or that something was written."""
        if self.isVisible():
            self._pause.start()

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("History of the mark"), "")
        self.cancel_button.setText(self.tr("Close"))
        self.warning.setText(
            self.tr(
                "Different marks were recorded without knowing of each other. The later one counts until "
                "somebody decides."
            )
        )
        self.review.setText(self.tr("Open Review"))
        self.nothing.setText(self.tr("Nothing was ever marked here."))
        self._show()

    def _follow(self) -> None:
        if self.isVisible():
            self._take()

    def _take(self) -> None:
        self._shown = self._read()
        self._show()

    def _show(self) -> None:
        for row in self.rows:
            self.lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        if self._shown is None:
            return
        person, session, found = self._shown
        self.about.setText(f"{person.number}  {person.full_name or person.name}")
        self.place.setText(self._words.spoken_session(session))
        self.warning.setVisible(found.contradicts)
        self.review.setVisible(found.contradicts)
        self.nothing.setVisible(not found.changes)
        for place, change in enumerate(found.changes):
            row = self._row(place, change)
            self.rows.append(row)
            self.lines.addWidget(row)

    def _row(self, place: int, change: RowChange) -> QWidget:
        name = f"attendance_change_{place}"
        row = QWidget()
        row.setObjectName(name)
        said = [_upper(self._said(words)) for words in change.said]
        words = QVBoxLayout()
        words.setSpacing(2)
        for at, text in enumerate(said):
            role = "second" if at else "row_title" if change.stands else "body"
            words.addWidget(label(role, f"{name}_said_{at}", text, wrap=True))
        by = self._by(change)
        for at, text in enumerate(by):
            because = bool(change.reason) and at == len(by) - 1
            words.addWidget(label("small" if because else "caption", f"{name}_by_{at}", text, wrap=True))
        chips = self._chips(name, change)
        if chips:
            words.addSpacing(4)
        for chip in chips:
            words.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        icon = "alert" if change.contradicts else "check" if change.stands else "pen"
        tone = "late" if change.contradicts else "accent" if change.stands else "text3"
        mark = IconMark(f"{name}_icon", icon, tone, size=_ICON)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        row.setAccessibleName(". ".join(said))
        row.setAccessibleDescription(". ".join([*by, *(chip.text() for chip in chips)]))
        return row

    def _chips(self, name: str, change: RowChange) -> list[Chip]:
        """Return the state of a change, and that it waits for a decision."""
        chips = []
        if change.state is not None:
            tone, icon = LOOKS[change.state]
            chips.append(Chip(f"{name}_state", tone, icon, self._words.state(change.state)))
        if change.contradicts:
            chips.append(Chip(f"{name}_contradicts", Tone.DUE, "alert", self.tr("contradicts another mark")))
        return chips

    def _by(self, change: RowChange) -> list[str]:
        """Say who wrote it, when and where; between what it decided."""
        parts = [change.user, self._when(change.at)]
        if change.device:
            parts.append(self.tr("laptop {code}").format(code=change.device))
        if change.file:
            parts.append(self.tr("came with {file}").format(file=change.file.removesuffix(".tsync")))
        lines = [" · ".join(part for part in parts if part)]
        if change.decided:
            sides = [
                f"{self._said(words)} ({user})" if user else self._said(words)
                for user, words in change.decided
            ]
            lines.append(self.tr("Decided between: {values}").format(values="; ".join(sides)))
        if change.reason:
            lines.append(self.tr("Reason: {text}").format(text=change.reason))
        return lines

    def _when(self, at: int) -> str:
        moment = datetime.fromtimestamp(at / 1000, ZoneInfo(ZONE))
        return self._words.formats.moment(moment, self._today())

    def _said(self, words: Label) -> str:
        return label_text(words, self._words.language)


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
