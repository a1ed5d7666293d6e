"""Cards: white fields on the page that hold what belongs together, with a quiet head and ruled rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.ui.shell.tokens import CARD_HEAD, CARD_PADDING
from trainer_app.ui.widgets.labels import ElidedLabel, rule


class Card(QFrame):
    """A card. Fill it by `add_row` (ruled from what stands above) or through `body`.

    `head` is the line beside the title: chips and buttons go there with `add_to_head`.
    """

    def __init__(self, name: str, *, titled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.title = ElidedLabel("card_title", f"{name}_title")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 1)
        self._rows = 0
        if titled:
            holder = QWidget()
            holder.setObjectName(f"{name}_head")
            holder.setFixedHeight(CARD_HEAD)
            holder.setLayout(self.head)
            self._column.addWidget(holder)
            self._rows = 1

    def set_title(self, text: str) -> None:
        """Set the head's words; they also name the card for a screen reader."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a chip or button at the right end of the head."""
        self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_row(self, row: QWidget, stretch: int = 0) -> None:
        """Add a row, separated by a quiet line from what stands above it."""
        if self._rows:
            self._column.addWidget(rule(f"{self.objectName()}_rule"))
        self._column.addWidget(row, stretch)
        self._rows += 1

    def add_body(self) -> QVBoxLayout:
        """Add a padded row for free content and return its layout."""
        holder = QWidget()
        holder.setObjectName(f"{self.objectName()}_body")
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(CARD_PADDING, 16, CARD_PADDING, 16)
        layout.setSpacing(8)
        self.add_row(holder)
        return layout

    def add_foot(self) -> QHBoxLayout:
        """Add a row for buttons and return its layout."""
        holder = QWidget()
        holder.setObjectName(f"{self.objectName()}_foot")
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(CARD_PADDING, 11, CARD_PADDING - 10, 11)
        layout.setSpacing(8)
        self.add_row(holder)
        return layout

    def clear_rows(self) -> None:
        """Remove everything below the head."""
        keep = 1 if self._column.count() and self._rows and self._is_head(0) else 0
        while self._column.count() > keep:
            taken = self._column.takeAt(keep)
            widget = taken.widget() if taken else None
            if widget:
                widget.hide()
                widget.deleteLater()
        self._rows = keep

    def grow(self) -> None:
        """Let the card take the height that is left on the page."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _is_head(self, at: int) -> bool:
        item = self._column.itemAt(at)
        widget = item.widget() if item else None
        return widget is not None and widget.objectName() == f"{self.objectName()}_head"


class TwoLines(QWidget):
    """A title and a quiet second line; a stretch above and below keeps them together in any height."""

    def __init__(self, name: str, title: str = "", second: str = "", *, strong: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.title = ElidedLabel("row_title" if strong else "body", f"{name}_title", title)
        self.second = ElidedLabel("caption", f"{name}_second", second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.second)
        column.addStretch(1)
        self.second.setVisible(bool(second))

    def set_lines(self, title: str, second: str) -> None:
        """Set both lines; an empty second one takes no room."""
        self.title.setText(title)
        self.second.setText(second)
        self.second.setVisible(bool(second))


def spacer() -> QWidget:
    """Return a widget that takes the width that is left in a row."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made
