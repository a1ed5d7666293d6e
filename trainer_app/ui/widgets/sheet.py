"""A sheet over the window for the few questions that must be answered before going on."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_WIDTH = 460


class Sheet(QWidget):
    """Dims the window and shows `frame` in its middle. Tab stays inside; Esc closes."""

    def __init__(self, name: str, host: QWidget, width: int = _WIDTH) -> None:
        super().__init__(host.window())
        self.setObjectName(name)
        self._came_from = QApplication.focusWidget()
        self.frame = QFrame(self)
        self.frame.setObjectName(f"{name}_frame")
        self.frame.setProperty("role", "sheet")
        self.frame.setMaximumWidth(width)
        self.column = QVBoxLayout(self.frame)
        self.column.setContentsMargins(24, 22, 24, 20)
        self.column.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.addStretch(1)
        row.addWidget(self.frame, 1000, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setGeometry(host.window().rect())
        host.window().installEventFilter(self)

    def reveal(self, first: QWidget) -> None:
        """Show the sheet and go to its first control."""
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Take the sheet away and give the focus back."""
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name and signature
        """Keep Tab inside the sheet."""
        inside = [
            child
            for child in self.findChildren(QWidget)
            if child.isVisibleTo(self) and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not inside:
            return False
        current = QApplication.focusWidget()
        place = inside.index(current) if current in inside else (-1 if forward else 0)
        target = inside[(place + (1 if forward else -1)) % len(inside)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; no key reaches the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self.window().rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies below."""
        shade = QColor("#000000" if tokens().dark else tokens().text)
        shade.setAlphaF(0.55 if tokens().dark else 0.32)
        QPainter(self).fillRect(self.rect(), shade)


class Question(Retranslated, Sheet):
    """Asks before something that cannot be taken back. `then` is called when the person agrees."""

    def __init__(self, name: str, host: QWidget, then: Callable[[], object], *, danger: bool = True) -> None:
        super().__init__(name, host)
        self._then = then
        self.title = label("card_title", f"{name}_title", wrap=True)
        self.text = label("subtitle", f"{name}_text", wrap=True)
        self.yes = Button(f"{name}_yes", Kind.DANGER if danger else Kind.PRIMARY)
        self.no = Button(f"{name}_no")
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self.dismiss)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.column.addSpacing(12)
        self.column.addLayout(buttons)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the word of the way back."""
        self.no.setText(self.tr("Cancel"))

    def _agree(self) -> None:
        self.dismiss()
        self._then()


def confirm(
    host: QWidget,
    title: str,
    text: str,
    yes: str,
    then: Callable[[], object],
    *,
    danger: bool = True,
    name: str = "question",
) -> Question:
    """Ask, and call `then` when the person agrees. `yes` is a verb ("Void"), never "OK".

    Prefer undo to asking: only what leaves the laptop or cannot be undone needs a question.
    """
    asked = Question(name, host, then, danger=danger)
    asked.title.setText(title)
    asked.text.setText(text)
    asked.text.setVisible(bool(text))
    asked.yes.setText(yes)
    asked.setAccessibleName(title)
    asked.setAccessibleDescription(text)
    asked.reveal(asked.no if danger else asked.yes)
    return asked
