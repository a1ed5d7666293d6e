"""A third value that neither side wrote: chosen from a list, or typed, in one line below the sides."""

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpinBox, QWidget

from trainer_app.domain.attendance import Mark
from trainer_app.domain.changes import Label
from trainer_app.domain.review import ReviewItem
from trainer_app.domain.schema import Kind as FieldKind
from trainer_app.domain.schema import field_of
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.day_field import DateField
from trainer_app.ui.widgets.forms import ComboBox, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_WITH_MINUTES = (Mark.PRESENT.value, Mark.LATE.value)


class OtherValue(Retranslated, QFrame):
    """Hidden until it is asked for. `given(text)` is emitted with the value as `review.settle` reads it."""

    given = Signal(str)
    left = Signal()

    def __init__(self, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_other")
        self.setProperty("role", "quiet")
        self._wording = wording
        self._kind = FieldKind.TEXT
        self.choice = ComboBox("review_other_choice")
        self.minutes = QSpinBox()
        self.minutes.setObjectName("review_other_minutes")
        self.minutes.setRange(0, 600)
        self.minutes.setFixedWidth(70)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.unit = label("second", "review_other_unit")
        self.text = text_field("review_other_text")
        self.day = DateField("review_other_day")
        self.keep = Button("review_other_keep", Kind.CHOICE, "check")
        self.cancel = Button("review_other_cancel", Kind.GHOST)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 6, 8)
        row.setSpacing(8)
        for part in (self.choice, self.text, self.day):
            row.addWidget(part, 1)
        row.addWidget(self.minutes)
        row.addWidget(self.unit)
        row.addWidget(self.keep)
        row.addWidget(self.cancel)
        self.choice.currentIndexChanged.connect(self._show_minutes)
        self.text.returnPressed.connect(self._give)
        self.keep.clicked.connect(self._give)
        self.cancel.clicked.connect(self.left)
        self.retranslate()
        self.hide()

    def open(self, item: ReviewItem, choices: tuple[tuple[str, Label], ...]) -> None:
        """Offer the field that fits an item."""
        described = field_of(item.entity, item.fields[0])
        self._kind = described.kind if described else FieldKind.TEXT
        self.choice.clear()
        for value, words in choices:
            self.choice.addItem(self._wording.sentence(words), value)
        self.choice.setVisible(bool(choices))
        is_day = self._kind is FieldKind.DAY
        self.day.setVisible(is_day)
        self.text.setVisible(not choices and not is_day)
        self.text.clear()
        self._show_minutes()
        self.show()
        first = self.choice if choices else self.day if is_day else self.text
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what the keyboard reaches, from left to right."""
        return (self.choice, self.text, self.day, self.minutes, self.keep, self.cancel)

    def value(self) -> str:
        """Return the value as typed or chosen: "late 15", a day as 2018-10-16, a text."""
        if not self.choice.isHidden():
            value = str(self.choice.currentData() or "")
            return f"{value} {self.minutes.value()}" if not self.minutes.isHidden() else value
        if not self.day.isHidden():
            day: QDate = self.day.date()
            return day.toString(Qt.DateFormat.ISODate)
        return self.text.text()

    def retranslate(self) -> None:
        """Set every word."""
        self.keep.setText(self.tr("Keep this"))
        self.cancel.setText(self.tr("Cancel"))
        self.unit.setText(self.tr("minutes missed"))
        self.choice.setAccessibleName(self.tr("Value"))
        self.text.setAccessibleName(self.tr("Value"))
        self.text.setPlaceholderText(self.tr("The right value"))
        self.day.setAccessibleName(self.tr("Value"))
        self.minutes.setAccessibleName(self.tr("Minutes missed"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_minutes(self) -> None:
        shown = not self.choice.isHidden() and self.choice.currentData() in _WITH_MINUTES
        self.minutes.setVisible(shown)
        self.unit.setVisible(shown)

    def _give(self) -> None:
        self.given.emit(self.value())
