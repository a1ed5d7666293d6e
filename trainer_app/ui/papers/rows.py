"""Rows of the Print tab: a paper with its pages, an option and its button; the options of a test's papers.

Also the row of plain answer sheets, for a test that is not in the program.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.actions.papers import papers
from trainer_app.actions.papers.question_papers import PaperChoice
from trainer_app.domain.courses.courses import read_numbers
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.papers.question_papers import MOST_ITEMS, MOST_SPARE, SPARE, NamePlacement
from trainer_app.ui.kit.form_fields import NumberField
from trainer_app.ui.kit.papers import PaperOrder
from trainer_app.ui.style.tokens import CARD_PADDING, ICON_RAIL
from trainer_app.ui.widgets.cards import ActionRow
from trainer_app.ui.widgets.controls import ButtonKind, IconButton, Tick
from trainer_app.ui.widgets.labels import Retranslated, label

_BUTTON, _GAP, _SUB_ROW, _FOLD = 116, 14, 46, 32


class PaperRow(ActionRow):
    """`shown` asks for the paper. `options` stand before the button."""

    def __init__(self, name: str, icon: str, *options: QWidget) -> None:
        super().__init__(name, icon, ButtonKind.PLAIN)
        self.button.set_icon("print")
        self.button.setMinimumWidth(_BUTTON)
        self.shown = self.button.clicked
        line = self.layout()
        assert isinstance(line, QHBoxLayout)
        place = line.indexOf(self.button)
        for option in reversed(options):
            line.insertWidget(place, option)


class FoldingRow(PaperRow):
    """A row below which more can be unfolded."""

    def __init__(self, name: str, icon: str) -> None:
        self.fold = IconButton(f"{name}_fold", "right", size=_FOLD)
        super().__init__(name, icon, self.fold)
        self.fold.setCheckable(True)


class SubRow(ActionRow):
    """A row below another one, indented to its words; without an icon of its own."""

    def __init__(self, name: str, field: QWidget | None = None) -> None:
        super().__init__(name, "file", ButtonKind.GHOST)
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

    def __init__(self, row: FoldingRow) -> None:
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


_INDENT, _SPARE, _NUMBERS = CARD_PADDING + ICON_RAIL + 14, 64, 110


class TestPaperOptions(Retranslated, QWidget):
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
        names = NamePlacement.KEPT if self.names.isChecked() else NamePlacement.STRIP
        return PaperChoice(names, self.spare.value(), self.duplex.isChecked())


class ChosenNumbersRow(Retranslated, QWidget):
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


_FIELD = 64


class AnswerSheetsRow(Retranslated, SubRow):
    """`requested` asks for the sheets with the number of questions that stands in `items`."""

    requested = Signal(object)

    def __init__(self, name: str, occasion: Occasion) -> None:
        self.items = NumberField(f"{name}_items", 1, MOST_ITEMS, 20, step=5)
        super().__init__(name, self.items)
        self.occasion = occasion
        self.course = ""
        self._usual = self._people = 0
        self.items.setFixedWidth(_FIELD)
        self.items.valueChanged.connect(self._say)
        self.button.clicked.connect(self._order)
        self.retranslate()

    def show_papers(self, course: str, usual: int, people: int) -> None:
        """Show how many sheets there are; another course brings its usual number of questions."""
        if course != self.course or usual != self._usual:
            self.items.setValue(usual)
        self.course, self._usual, self._people = course, usual, people
        self._say()

    def retranslate(self) -> None:
        """Set every word."""
        words = self.tr("Number of questions")
        self.items.setAccessibleName(words)
        self.items.setToolTip(words)
        self._say()

    def _say(self) -> None:
        """Say how many pages that number of questions takes."""
        second = self.tr("%n question(s), numbered", "", self.items.value())
        if self.course:
            pages = papers.answer_sheet_pages(self._people, self.items.value())
            count = self.tr("%n page(s)", "", pages)
            second = f"{second} · {count}"
        self.set_row(self._title(), second, self.tr("Show"))

    def _title(self) -> str:
        if self.occasion is Occasion.PRE:
            return self.tr("Plain answer sheets, pre-test")
        return self.tr("Plain answer sheets, post-test")

    def _order(self) -> None:
        course, occasion, items = self.course, self.occasion, self.items.value()
        self.requested.emit(
            PaperOrder(
                self._title(),
                f"answers-{occasion.value}",
                lambda work, language: papers.answer_sheets(
                    work, course, language, occasion=occasion, items=items
                ),
            )
        )
