"""Cards: white fields on the page that hold what belongs together, with a quiet head and ruled rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.ui.shell.tokens import CARD_HEAD, CARD_PADDING
from trainer_app.ui.widgets.labels import ElidedLabel, rule


class Card(QFrame):
    """A card. Fill it by `add_row` (ruled from what stands above), `add_body` or `add_foot`.

    `head` is the line beside the title: chips and buttons go there with `add_to_head`. Rows are hidden by
    `show_row`, which takes their line along.
    """

    def __init__(self, name: str, *, titled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._titled = titled
        self._ruled: list[tuple[QFrame, QWidget]] = []
        self.title = ElidedLabel("card_title", f"{name}_title")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 1)
        if titled:
            holder = QWidget()
            holder.setObjectName(f"{name}_head")
            holder.setFixedHeight(CARD_HEAD)
            holder.setLayout(self.head)
            self._column.addWidget(holder)

    def set_title(self, text: str) -> None:
        """Set the head's words; they also name the card for a screen reader."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a chip or button at the right end of the head."""
        self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_row(self, row: QWidget, stretch: int = 0) -> None:
        """Add a row, separated by a quiet line from what stands above it."""
        self.insert_row(len(self._ruled), row, stretch)

    def insert_row(self, place: int, row: QWidget, stretch: int = 0) -> None:
        """Put a row before another one."""
        line = rule(f"{self.objectName()}_rule")
        at = 2 * place + (1 if self._titled else 0)
        self._column.insertWidget(at, line)
        self._column.insertWidget(at + 1, row, stretch)
        self._ruled.insert(place, (line, row))
        self._draw_lines()

    def show_row(self, row: QWidget, *, shown: bool) -> None:
        """Show or hide a row and its line."""
        row.setVisible(shown)
        self._draw_lines()

    def add_body(self) -> QVBoxLayout:
        """Add a padded row for free content and return its layout."""
        holder = QWidget()
        holder.setObjectName(f"{self.objectName()}_body")
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(CARD_PADDING, 16, CARD_PADDING, 16)
        layout.setSpacing(8)
        self.add_row(holder)
        return layout

    def add_foot(self, height: int = 58) -> QHBoxLayout:
        """Add a row for buttons and return its layout. A ghost button last stands on the card's edge."""
        holder = QWidget()
        holder.setObjectName(f"{self.objectName()}_foot")
        layout = QHBoxLayout(holder)
        holder.setFixedHeight(height)
        layout.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        layout.setSpacing(8)
        self.add_row(holder)
        return layout

    def clear_rows(self) -> None:
        """Remove everything below the head."""
        for line, row in self._ruled:
            for widget in (line, row):
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._ruled.clear()

    def grow(self) -> None:
        """Let the card take the height that is left on the page."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _draw_lines(self) -> None:
        """Draw a line above every visible row but, without a head, the first."""
        above = self._titled
        for line, row in self._ruled:
            # A row that was just added to a card in view is hidden until Qt lays it out: it counts as shown.
            asked = row.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
            shown = not (asked and row.isHidden())
            line.setVisible(above and shown)
            above = above or shown


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
