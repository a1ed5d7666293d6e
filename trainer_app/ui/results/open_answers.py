"""Open answers as a list, each one whole."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.labels import label, rule
from trainer_app.ui.widgets.page import Page

_HEIGHT = 360


class OpenAnswers(Page):
    """A list of texts that scrolls, by keys too."""

    def __init__(self) -> None:
        super().__init__("results_open")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addStretch(1)
        self.texts: tuple[str, ...] = ()
        self._shown: list[QWidget] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)
        self.setMaximumHeight(_HEIGHT)

    def set_answers(self, texts: Sequence[str]) -> None:
        """Show other answers."""
        if tuple(texts) == self.texts:
            return
        self.texts = tuple(texts)
        for widget in self._shown:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for number, text in enumerate(self.texts, 1):
            holder = QWidget()
            holder.setObjectName(f"results_open_{number}")
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(CARD_PADDING - 2, 10, CARD_PADDING, 10)
            inner.addWidget(label("body", f"results_open_words_{number}", text, wrap=True))
            line = rule(f"results_open_rule_{number}")
            for widget in (holder, line):
                self.column.insertWidget(len(self._shown), widget)
                self._shown.append(widget)
