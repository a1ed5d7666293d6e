"""A panel at the right edge for a form: the page beside it stays readable and usable. Esc closes it.

Where several things were typed Esc asks first: one key pressed by mistake must not cost a whole form.
"""

from typing import final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.labels import label, rule
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.sheet import Question, confirm

_WIDTH, _MARGIN = 420, 24
_MUCH = 2
"""So many lines that differ are worth a question; one alone is typed again sooner than it is answered."""


class SidePanel(Retranslated, QFrame):
    """Covers the right part of `host`. Put the form into `body`; `accepted` is emitted by the filled button.

    The panel does not close by itself on `accepted`: the caller saves first and then calls `dismiss`.
    """

    accepted = Signal()
    dismissed = Signal()

    def __init__(self, name: str, host: QWidget, width: int = _WIDTH) -> None:
        super().__init__(host)
        self.setObjectName(name)
        self.setProperty("role", "panel")
        self._host, self._wanted = host, width
        self._came_from: QWidget | None = None
        self._begun_with: list[str] = []
        self.title = label("card_title", f"{name}_title", wrap=True)
        self.close_button = IconButton(f"{name}_close", "close")
        self.accept_button = Button(f"{name}_accept", Kind.PRIMARY)
        self.cancel_button = Button(f"{name}_cancel")
        self.accept_button.clicked.connect(self.accepted)
        self.cancel_button.clicked.connect(self.dismiss)
        self.close_button.clicked.connect(self.leave)
        self.body = QVBoxLayout()
        self._build(name)
        host.installEventFilter(self)
        SidePanel.retranslate(self)
        self.hide()

    def _build(self, name: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 14, 14, 14)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        holder = QWidget()
        holder.setObjectName(f"{name}_body")
        holder.setProperty("role", "clear")
        self.body = QVBoxLayout(holder)
        self.body.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        self.body.setSpacing(16)
        scroll = QScrollArea()
        scroll.setObjectName(f"{name}_scroll")
        scroll.setProperty("role", "clear")
        scroll.viewport().setProperty("role", "clear")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        self._scroll = scroll
        foot = QHBoxLayout()
        foot.setContentsMargins(_MARGIN, 14, _MARGIN, 14)
        foot.setSpacing(8)
        foot.addWidget(self.accept_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule(f"{name}_head_rule"))
        column.addWidget(scroll, 1)
        column.addWidget(rule(f"{name}_foot_rule"))
        column.addLayout(foot)

    def set_words(self, title: str, accept: str) -> None:
        """Set the head and the filled button."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.accept_button.setText(accept)

    def retranslate(self) -> None:
        """Set the words that every panel has; a form calls this and then sets its own."""
        self.cancel_button.setText(self.tr("Cancel"))
        self.close_button.set_words(self.tr("Close"), "Esc")

    def reveal(self, first: QWidget) -> None:
        """Show the panel from its top and go to its first field."""
        self._came_from = QApplication.focusWidget()
        self._begun_with = self._lines_now()
        for area in self.findChildren(QPlainTextEdit):
            area.document().setModified(False)
        self._place()
        self._scroll.verticalScrollBar().setValue(0)
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to a part of the form."""
        self._scroll.ensureWidgetVisible(part, 0, 24)

    def holds_work(self) -> bool:
        """Tell whether anything is typed here that is not saved, be it one line."""
        return not self.isHidden() and self._differs() > 0

    def would_lose(self) -> bool:
        """Tell whether closing would throw away more than a line that was typed."""
        return not self.isHidden() and self._differs() >= _MUCH

    @final
    def leave(self) -> None:
        """Close without saving; ask first if that would throw away more than a line."""
        if not self.would_lose():
            self.dismiss()
        elif self.window().findChild(Question, "panel_question") is None:
            asked = confirm(
                self,
                self.tr("Close without saving?"),
                self.tr("What is typed here would be lost."),
                self.tr("Close without saving"),
                self.dismiss,
                name="panel_question",
            )
            asked.no.setText(self.tr("Go on typing"))

    @final
    def dismiss(self) -> None:
        """Close without saving and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; Enter in a field saves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept_button.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right edge when the host changes its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _differs(self) -> int:
        """Return how many lines differ from what the panel was opened with; a text area counts for many."""
        now = self._lines_now()
        differ = sum(a != b for a, b in zip(now, self._begun_with, strict=False))
        areas = [area for area in self.findChildren(QPlainTextEdit) if area.document().isModified()]
        return differ + abs(len(now) - len(self._begun_with)) + _MUCH * len(areas)

    def _lines_now(self) -> list[str]:
        """Return what every line says, those inside fields for days and times too.

        A number stands for itself: its unit is another word once the language is switched.
        """
        lines = []
        for line in self.findChildren(QLineEdit):
            field = line.parentWidget()
            lines.append(str(field.value()) if isinstance(field, QSpinBox) else line.text())
        return lines

    def _place(self) -> None:
        width = min(self._wanted, self._host.width())
        self.setGeometry(self._host.width() - width, 0, width, self._host.height())
