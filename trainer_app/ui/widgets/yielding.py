"""Content that is as high as it likes where there is room, and scrolls where there is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Yielding(QScrollArea):
    """Holds one widget and is shown and hidden with it. `least` is the height, in pixels, that it keeps."""

    def __init__(self, name: str, content: QWidget, least: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self.viewport().setProperty("role", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._content, self._least = content, least
        self.setWidget(content)
        content.installEventFilter(self)
        self.setVisible(not content.isHidden())

    def sizeHint(self) -> QSize:
        """Be as high as the content."""
        width = self._content.sizeHint().width()
        room = self.viewport().width() or width
        height = self._content.heightForWidth(room)
        return QSize(width, height if height >= 0 else self._content.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Give way down to the least height."""
        return QSize(0, min(self._least, self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content: shown, hidden, higher or lower."""
        if watched is self._content:
            if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                self.setVisible(not self._content.isHidden())
            if event.type() == QEvent.Type.LayoutRequest:
                self.updateGeometry()
        return super().eventFilter(watched, event)
