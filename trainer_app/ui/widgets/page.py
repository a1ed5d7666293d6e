"""A page: content with the margins of the design, which scrolls when the window is smaller than it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from trainer_app.ui.shell.tokens import CARD_GAP, PAGE_MARGIN

_TOP, _BOTTOM = 18, 16


class Page(QScrollArea):
    """Fill `column` from the top. What gets the keyboard focus is scrolled into view."""

    def __init__(self, name: str = "page") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.content.setObjectName(f"{name}_content")
        self.content.setProperty("role", "page")
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(PAGE_MARGIN, _TOP, PAGE_MARGIN, _BOTTOM)
        self.column.setSpacing(CARD_GAP)
        self.setWidget(self.content)
        self.viewport().setObjectName(f"{name}_viewport")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def minimumSizeHint(self) -> QSize:
        """Shrink as far as anybody wants: the rest scrolls."""
        return QSize(240, 160)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 24, 24)
