"""A side panel with the history of the current item: each value, its author, time, laptop and sync state.

It follows the current item while it is open, so that one after the other can be looked through.
"""

from collections.abc import Callable
from datetime import date
from typing import override

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import ZONE
from trainer_app.domain.base.changes import Label
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.review.contradictions import RowChange, RowHistory
from trainer_app.system.clock import civil_moment
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.language import formats
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import SidePanel

STATE_CHIPS = {
    ChangeState.UNSENT: (Tone.DUE, "pen"),
    ChangeState.SENT: (Tone.NOW, "send"),
    ChangeState.RECEIVED: (Tone.NOW, "office"),
    ChangeState.SAFE: (Tone.GOOD, "shield"),
}


_ICON = 18
_PAUSE = 80
"""Milliseconds on one place before the journal is read for it: held-down arrows do not wait for that."""


class ShownHistory(Struct, frozen=True):
    """What the panel tells: whose it is, where it stands, and what was written there."""

    about: str
    place: str
    history: RowHistory


class HistorySource(Struct, frozen=True):
    """What the panel asks of its surroundings.

    `read` returns what is known of what is current, or None where nothing is; `language` and `today` are
    those by which moments are told; `review` opens the screen where contradictions are decided.
    """

    read: Callable[[], ShownHistory | None]
    language: Callable[[], str]
    today: Callable[[], date]
    review: Callable[[], object]


class RowHistoryPanel(SidePanel):
    """Read-only. A kind of it says what it is called; its parts are named "<stem>_history_..."."""

    def __init__(self, stem: str, host: QWidget, around: HistorySource) -> None:
        super().__init__(f"{stem}_history", host)
        name, self._stem, self._around = f"{stem}_history", stem, around
        self._shown: ShownHistory | None = None
        self._pause = QTimer(self)
        self._pause.setObjectName(f"{name}_pause")
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._follow)
        self.about = label("row_title", f"{name}_about", wrap=True)
        self.place = label("second", f"{name}_place", wrap=True)
        self.warning = label("body", f"{name}_warning", wrap=True)
        self.review = Button(f"{name}_review", ButtonKind.PLAIN, "alert")
        self.review.clicked.connect(around.review)
        self.nothing = label("second", f"{name}_nothing", wrap=True)
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

    def title_words(self) -> str:
        """Return what the panel is called."""
        raise NotImplementedError

    def nothing_words(self) -> str:
        """Say that nothing was ever written here."""
        raise NotImplementedError

    def open(self) -> None:
        """Read and show the history of what is current."""
        self._take()
        if self._shown is not None:
            self.reveal(self.cancel_button)

    def follow(self, *_where: object) -> None:
        """Know that something else is current, or that something was written."""
        if self.isVisible():
            self._pause.start()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.title_words(), "")
        self.cancel_button.setText(self.tr("Close"))
        self.warning.setText(
            self.tr(
                "Different values were recorded without knowing of each other. The later one counts until "
                "somebody decides."
            )
        )
        self.review.setText(self.tr("Open Review"))
        self.nothing.setText(self.nothing_words())
        if self._shown is not None:
            # Whose it is and where it stands are told in a language, too.
            self._take()
        else:
            self._show()

    def _follow(self) -> None:
        if self.isVisible():
            self._take()

    def _take(self) -> None:
        self._shown = self._around.read()
        self._show()

    def _show(self) -> None:
        for row in self.rows:
            self.lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        if self._shown is None:
            return
        history = self._shown.history
        self.about.setText(self._shown.about)
        self.place.setText(self._shown.place)
        self.warning.setVisible(history.contradicts)
        self.review.setVisible(history.contradicts)
        self.nothing.setVisible(not history.changes)
        for index, change in enumerate(history.changes):
            row = self._row(index, change)
            self.rows.append(row)
            self.lines.addWidget(row)

    def _row(self, index: int, change: RowChange) -> QWidget:
        name = f"{self._stem}_change_{index}"
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
            tone, icon = STATE_CHIPS[change.state]
            words = self._said(Label(f"sending.state.{change.state.value}"))
            chips.append(Chip(f"{name}_state", tone, icon, words))
        if change.contradicts:
            chips.append(Chip(f"{name}_contradicts", Tone.DUE, "alert", self.tr("contradicts another entry")))
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
        return formats(self._around.language()).moment(civil_moment(at, ZONE), self._around.today())

    def _said(self, words: Label) -> str:
        return label_text(words, self._around.language())


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
