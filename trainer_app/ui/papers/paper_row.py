"""A row for one paper: what it is, how many pages, an option, the button that shows it, and what unfolds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.shell.tokens import CARD_PADDING, ICON_RAIL
from trainer_app.ui.widgets.buttons import IconButton, Kind
from trainer_app.ui.widgets.rows import ActionRow

_BUTTON, _GAP, _SUB_ROW, _FOLD = 116, 14, 46, 32


class PaperRow(ActionRow):
    """`shown` asks for the paper. `option` stands before the button; with `fold` more can be unfolded."""

    def __init__(self, name: str, icon: str, *, option: QWidget | None = None, fold: bool = False) -> None:
        super().__init__(name, icon, Kind.PLAIN)
        self.button.set_icon("print")
        self.button.setMinimumWidth(_BUTTON)
        self.shown = self.button.clicked
        self.fold = IconButton(f"{name}_fold", "right", size=_FOLD)
        self.fold.setCheckable(True)
        self.fold.setVisible(fold)
        line = self.layout()
        assert isinstance(line, QHBoxLayout)
        place = line.indexOf(self.button)
        line.insertWidget(place, self.fold)
        if option is not None:
            line.insertWidget(place, option)


class SubRow(ActionRow):
    """A row below another one, indented to its words; without an icon of its own."""

    def __init__(self, name: str, field: QWidget | None = None) -> None:
        super().__init__(name, "file", Kind.GHOST)
        self.setFixedHeight(_SUB_ROW)
        self.mark.hide()
        line = self.layout()
        assert isinstance(line, QHBoxLayout)
        line.setContentsMargins(CARD_PADDING + ICON_RAIL + _GAP, 0, CARD_PADDING - 10, 0)
        if field is not None:
            line.insertWidget(line.indexOf(self.button), field)


class PaperBlock(QWidget):
    """A row and what unfolds below it. `unfolded(open)` tells that a person asked for more or less."""

    unfolded = Signal(bool)

    def __init__(self, row: PaperRow) -> None:
        super().__init__()
        self.setObjectName(f"{row.objectName()}_block")
        self.row = row
        self.more = QWidget()
        self.more.setObjectName(f"{row.objectName()}_more")
        self.rows = QVBoxLayout(self.more)
        self.rows.setContentsMargins(0, 0, 0, 6)
        self.rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(self.more)
        row.fold.clicked.connect(self._clicked)
        self.set_open(open_=False)

    @property
    def is_open(self) -> bool:
        """Tell whether what belongs to the row is shown."""
        return self.row.fold.isChecked()

    def set_open(self, *, open_: bool) -> None:
        """Unfold or fold away."""
        self.row.fold.setChecked(open_)
        self.row.fold.set_icon("down" if open_ else "right")
        self.more.setVisible(open_)

    def _clicked(self, checked: bool) -> None:
        self.set_open(open_=checked)
        self.unfolded.emit(checked)
