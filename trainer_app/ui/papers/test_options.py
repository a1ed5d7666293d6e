"""What can be chosen for the papers of a test: where names stand, both sides, how many are spare."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer_app.actions.question_papers import PaperChoice
from trainer_app.domain.number_lists import read_numbers
from trainer_app.domain.question_papers import MOST_SPARE, SPARE, Names
from trainer_app.ui.courses.fields import NumberField
from trainer_app.ui.shell.tokens import CARD_PADDING, ICON_RAIL
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_INDENT, _SPARE, _NUMBERS = CARD_PADDING + ICON_RAIL + 14, 64, 110


class TestOptions(Retranslated, QWidget):
    """The line of options below the row of a test. `changed` tells that pages have to be counted anew."""

    __test__ = False
    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_options")
        self.names = Tick(f"{name}_names")
        self.duplex = Tick(f"{name}_duplex")
        self.duplex.setChecked(True)
        self.spare_label = label("caption", f"{name}_spare_label")
        self.spare = NumberField(f"{name}_spare", 0, MOST_SPARE, SPARE)
        self.spare.setFixedWidth(_SPARE)
        line = QHBoxLayout(self)
        line.setContentsMargins(_INDENT, 2, CARD_PADDING, 6)
        line.setSpacing(14)
        for part in (self.names, self.duplex):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.spare_label)
        line.addWidget(self.spare)
        self.names.toggled.connect(self.changed)
        self.duplex.toggled.connect(self.changed)
        self.spare.valueChanged.connect(self.changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.names.setText(self.tr("Names stay"))
        self.names.setToolTip(self.tr("Names stay on the papers; else they are on a strip to tear off"))
        self.duplex.setText(self.tr("Both sides"))
        self.duplex.setToolTip(self.tr("For printing on both sides: every paper begins on a new sheet"))
        self.spare_label.setText(self.tr("Spare"))
        self.spare.setAccessibleName(self.tr("Spare papers"))
        self.spare.setToolTip(self.tr("Papers beyond the list, for people who come unasked"))
        for part in (self.names, self.duplex):
            part.setAccessibleDescription(part.toolTip())

    def choice(self) -> PaperChoice:
        """Return what is chosen, for everybody on the list."""
        names = Names.KEPT if self.names.isChecked() else Names.STRIP
        return PaperChoice(names, self.spare.value(), self.duplex.isChecked())


class ChosenNumbers(Retranslated, QWidget):
    """Numbers on the list, and whether these people sit the test again. `entered`: Enter in the field."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_chosen_fields")
        self.resit = Tick(f"{name}_resit")
        self.numbers = QLineEdit()
        self.numbers.setObjectName(f"{name}_numbers")
        self.numbers.setFixedWidth(_NUMBERS)
        self.numbers.returnPressed.connect(self.entered)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.resit)
        line.addWidget(self.numbers)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.resit.setText(self.tr("Again"))
        self.resit.setToolTip(self.tr("A re-sit: the paper of the next attempt, with a number of its own"))
        self.resit.setAccessibleDescription(self.resit.toolTip())
        self.numbers.setPlaceholderText(self.tr("1, 4, 7–9"))
        self.numbers.setAccessibleName(self.tr("Numbers on the list"))

    def read(self) -> tuple[int, ...]:
        """Return the numbers that were typed. Raises paper.numbers_unreadable."""
        return tuple(read_numbers(self.numbers.text()))
