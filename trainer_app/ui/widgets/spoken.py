"""Groups of digits that are read aloud: shown in numbered rows, and typed with a word after each group."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_LONGEST = 200


class SpokenGroups(QFrame):
    """Numbered groups to read out. A screen reader says them in one."""

    def __init__(self, name: str, in_a_row: int = 6) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "quiet")
        self._in_a_row = in_a_row
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        self._shown = ""

    def show_groups(self, spoken: str) -> None:
        """Show groups that are separated by spaces."""
        if spoken == self._shown:
            return
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, group in enumerate(spoken.split()):
            row, column = divmod(place, self._in_a_row)
            self._grid.addWidget(self._cell(place + 1, group), row, column, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(self._in_a_row, 1)
        self._shown = spoken
        self.setAccessibleName(spoken)

    def text(self) -> str:
        """Return what is shown."""
        return self._shown

    def _cell(self, number: int, group: str) -> QWidget:
        name = f"{self.objectName()}_{number}"
        shown = label("digits", name, group)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return _numbered(label("caption", f"{name}_number", str(number)), shown)


class SpokenField(Retranslated, QWidget):
    """A line for groups that somebody reads out. `changed` after each key; `whole` if none is missing."""

    changed = Signal()

    def __init__(self, name: str, groups: int) -> None:
        super().__init__()
        self.setObjectName(f"{name}_holder")
        self._groups, self._found, self._wrong = groups, 0, 0
        self.row = FormRow(name, text_field(name, most=_LONGEST))
        self.said = label("caption", f"{name}_said", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.row)
        column.addWidget(self.said)
        self.row.field.textChanged.connect(self.changed)
        self.setFocusProxy(self.row.field)
        self.retranslate()

    def text(self) -> str:
        """Return what was typed."""
        return self.row.field.text()

    @property
    def whole(self) -> bool:
        """Tell whether all groups are there and each adds up."""
        return not self._wrong and self._found == self._groups

    def judge(self, found: int, wrong: int) -> None:
        """Show how many whole groups are there, and which does not add up (0: none)."""
        self._found, self._wrong = found, wrong
        self.retranslate()

    def retranslate(self) -> None:
        """Say how far it is."""
        if self._wrong:
            words = self.tr("Group {number} does not add up: have it read again.")
            self.said.setText(words.format(number=self._wrong))
        elif self._found:
            words = self.tr("{found} of {all} groups, all right so far")
            self.said.setText(words.format(found=self._found, all=self._groups))
        else:
            words = self.tr("{all} groups of six digits; spaces do not matter")
            self.said.setText(words.format(all=self._groups))


def _numbered(number: QLabel, group: QLabel) -> QWidget:
    cell = QWidget()
    cell.setObjectName(f"{group.objectName()}_cell")
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(number)
    column.addWidget(group)
    return cell
