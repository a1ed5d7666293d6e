"""The kinds of fields that a form is declared of, and the widgets that only they use.

A kind knows how its part is made, filled, read and named. What a form asks for is a list of them: see
`FieldSet` in `kit.forms`.
"""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from datetime import date
from typing import Any, Self, override

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.base.schema import field_of, typed_fields
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, Texts
from trainer_app.domain.people.names import lacks_letters
from trainer_app.ui.kit.language import field_caption, formats
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind, ChoiceRow, Shape, Switch, Tick
from trainer_app.ui.widgets.fields import DigitsRow, FormRow, TextArea, text_field
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pickers import ComboBox, DateField, TimeField

_MOST = 300  # letters of a title
_INDENT = 9  # pixels before the digits of a field, as far as in a line of text


class TextsRow(QWidget):
    """A text in Tajik, Russian and English: one line each, with the language's own name before it."""

    def __init__(self, name: str, most: int = _MOST) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.caption = label("body_strong", f"{name}_label")
        self.description = label("caption", f"{name}_description", wrap=True)
        self.description.hide()
        self.lines: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, code in enumerate(LANGUAGES):
            line = text_field(f"{name}_{code}", most=most)
            grid.addWidget(label("caption_strong", f"{name}_{code}_label", formats(code).name), row, 0)
            grid.addWidget(line, row, 1)
            self.lines[code] = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addLayout(grid)
        column.addWidget(self.description)

    def set_words(self, caption: str, description: str = "") -> None:
        """Set the label and the explanation."""
        self.caption.setText(caption)
        self.description.setText(description)
        self.description.setVisible(bool(description))
        for code, line in self.lines.items():
            line.setAccessibleName(f"{caption}: {formats(code).name}")

    def texts(self) -> Texts:
        """Return what is typed."""
        return Texts(**{code: line.text().strip() for code, line in self.lines.items()})

    def set_texts(self, texts: Texts) -> None:
        """Show a text."""
        for code, line in self.lines.items():
            line.setText(texts[code])
            line.setCursorPosition(0)


class NumberField(QSpinBox):
    """A whole number; arrows up and down change it, the wheel does not."""

    def __init__(self, name: str, least: int, most: int, value: int, step: int = 1) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setValue(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        indent(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class LatinField(Retranslated, QWidget):
    """A line of text and, below it, a button with what the name may be in Latin letters.

    What the program made from the name follows it while the name is typed; what was read from a passport
    stays, and it is said that it was made for another name.
    """

    taken = Signal()
    """The suggestion was taken over: it still has to be compared with the passport."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._suggestion = ""
        self._made_for: str | None = None
        """What was suggested when the line came to say what it says; None until the name is known."""
        longest = typed_fields("person")["latin"].longest
        self.line: QLineEdit = text_field(f"{name}_text", most=longest)
        self.unlike = NoteRow(f"{name}_unlike", "alert", "late")
        self.suggest = Button(f"{name}_suggest", ButtonKind.GHOST, "pen")
        self.suggest.clicked.connect(self._press)
        self.line.textEdited.connect(lambda _text: self._settle())
        self.line.textChanged.connect(self._show_suggestion)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.unlike)
        column.addWidget(self.suggest)
        self.retranslate()

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text().strip()

    def set_text(self, text: str | None) -> None:
        """Show the spelling of the name that is filled in with it."""
        self._made_for = None
        self.line.setText(text or "")

    def set_suggestion(self, suggestion: str) -> None:
        """Offer a spelling; "" offers none. A line that says what was suggested before says this one now."""
        self._suggestion = suggestion
        if self._made_for is None:
            self._made_for = "" if lacks_letters(self.text(), suggestion) else suggestion
        if suggestion and suggestion != self._made_for and self.text() and self.text() == self._made_for:
            self._take()
        self._show_suggestion()

    def is_unlike(self) -> bool:
        """Tell whether the name was changed and its Latin spelling was not, or an initial was left there."""
        known = self._made_for is not None
        return known and bool(self.text()) and self._suggestion not in {self._made_for, self.text()}

    def _settle(self) -> None:
        """Take what the line says for the spelling of the name as it is now."""
        self._made_for = self._suggestion
        self._show_suggestion()

    @override
    def retranslate(self) -> None:
        self.line.setAccessibleName(self.tr("Latin spelling, as in the passport"))
        self._show_suggestion()

    def _show_suggestion(self) -> None:
        # What somebody typed from a passport is not to be doubted, unless the name has become another.
        unlike = self.is_unlike()
        self.suggest.setVisible(bool(self._suggestion) and (unlike or not self.text()))
        self.unlike.setVisible(unlike)
        self.unlike.words.setText(
            self.tr("This spelling does not fit the name any more: compare it with the passport.")
        )
        self.suggest.setText(self.tr("Suggestion: {spelling}").format(spelling=self._suggestion))
        self.suggest.setToolTip(self.tr("Made from the Cyrillic letters, not read from a passport"))
        self.suggest.updateGeometry()

    def _press(self) -> None:
        self._take()
        self.line.setFocus()

    def _take(self) -> None:
        self._made_for = self._suggestion
        self.line.setText(self._suggestion)
        self.taken.emit()


def indent[F: QAbstractSpinBox](field: F) -> F:
    """Give a field of digits the left margin that a line of text has: the style sheet cannot; return it."""
    field.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
    return field


def read_day(field: DateField) -> date:
    """Return the day that a field shows."""
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())


def show_day(field: DateField, day: date) -> None:
    """Show a day in a field."""
    field.setDate(QDate(day.year, day.month, day.day))


def side_by_side(widgets: Sequence[QWidget], shares: Sequence[int]) -> QHBoxLayout:
    """Return widgets in a line, each with its share of the width; their tops stand on one height.

    Where none has a share they stand at the line's beginning, further apart.
    """
    line = FlowRow()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12 if any(shares) else 24)
    for widget, share in zip(widgets, shares, strict=True):
        line.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
    if not any(shares):
        line.addStretch(1)
    return line


def close_together(widgets: Sequence[QWidget]) -> QVBoxLayout:
    """Return widgets below each other that belong together."""
    column = QVBoxLayout()
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return column


@dataclass(frozen=True)
class FormField[P: QWidget]:
    """What every field has. `part` is the widget that a kind makes and that `FieldSet.rows` keeps.

    `name` is that of the value in records and the end of the objectName, unless `ending` is. `changed` is
    called when a person changes the value, and not while the form is filled. `longest` is the most signs that
    may be typed, where the kind is typed into. In a tuple `share` is the part of the width that it takes, 0
    no more than it needs.
    """

    name: str
    words: str = ""
    about: str = ""
    _: KW_ONLY
    ending: str = ""
    shown: bool = True
    changed: Callable[[], object] | None = None
    longest: int = 0
    share: int = 1

    def of(self, entity: str) -> Self:
        """Return it with the caption and the length of an entity's field, where it says none itself."""
        described = field_of(entity, self.name) or field_of(entity, f"{self.name}_{DEFAULT}")
        if described is None:
            return self
        words = self.words or field_caption(entity, self.name)
        return replace(self, words=words, longest=self.longest or described.longest)

    def make(self, name: str) -> P:
        """Make the part under its objectName."""
        raise NotImplementedError

    def say(self, part: P) -> None:
        """Set the words of the part."""
        raise NotImplementedError

    def holds_value(self) -> bool:
        """Tell whether there is a value to be filled and read."""
        return True

    def get(self, part: P) -> Any:
        """Return the value."""
        raise NotImplementedError

    def put(self, part: P, value: Any) -> None:
        """Show a value; None shows what the field has without one."""
        raise NotImplementedError

    def signal(self, part: P) -> SignalInstance | None:
        """Return what tells that a person changed the value, if there is such a signal."""
        return None

    def entry(self, part: P) -> QWidget:
        """Return what takes the keyboard."""
        return part


@dataclass(frozen=True)
class _Row[F: QWidget](FormField[FormRow[F]]):
    """A field under its caption. `refused` lists the codes of errors that are said below it."""

    _: KW_ONLY
    refused: tuple[str, ...] = ()

    @override
    def say(self, part: FormRow[F]) -> None:
        part.set_words(self.words, self.about)

    @override
    def entry(self, part: FormRow[F]) -> QWidget:
        return part.field


@dataclass(frozen=True)
class Text(_Row[QLineEdit]):
    """A line of text."""

    @override
    def make(self, name: str) -> FormRow[QLineEdit]:
        return FormRow(name, text_field(name, most=self.longest))

    @override
    def get(self, part: FormRow[QLineEdit]) -> str:
        return part.field.text().strip()

    @override
    def put(self, part: FormRow[QLineEdit], value: str | None) -> None:
        part.field.setText(value or "")

    @override
    def signal(self, part: FormRow[QLineEdit]) -> SignalInstance:
        return part.field.textChanged


@dataclass(frozen=True)
class Whole(_Row[QLineEdit]):
    """A whole number that may be left out: typed into a narrow line. The value is None without it."""

    _: KW_ONLY
    width: int = 90

    @override
    def make(self, name: str) -> FormRow[QLineEdit]:
        return DigitsRow(name, self.longest or 4, self.width)

    @override
    def get(self, part: FormRow[QLineEdit]) -> int | None:
        typed = part.field.text().strip()
        return int(typed) if typed.isdecimal() else None

    @override
    def put(self, part: FormRow[QLineEdit], value: int | None) -> None:
        part.field.setText(str(value) if value else "")
        part.clear_error()

    @override
    def signal(self, part: FormRow[QLineEdit]) -> SignalInstance:
        return part.field.textChanged


@dataclass(frozen=True)
class Lines(_Row[TextArea]):
    """Several lines of text; `height` says how many are in sight."""

    _: KW_ONLY
    height: int = 4

    @override
    def make(self, name: str) -> FormRow[TextArea]:
        return FormRow(name, TextArea(name, self.height))

    @override
    def get(self, part: FormRow[TextArea]) -> str:
        return part.field.toPlainText()

    @override
    def put(self, part: FormRow[TextArea], value: str | None) -> None:
        part.field.setPlainText(value or "")

    @override
    def signal(self, part: FormRow[TextArea]) -> SignalInstance:
        return part.field.textChanged


@dataclass(frozen=True)
class Number(_Row[NumberField]):
    """A whole number from `least` to `most`; `usual` without a value.

    With `none` the least number stands for no value, and these words are shown in its place.
    """

    least: int = 0
    most: int = 9999
    _: KW_ONLY
    step: int = 1
    usual: int = 0
    unit: str = ""
    none: str = ""

    @override
    def make(self, name: str) -> FormRow[NumberField]:
        return FormRow(name, NumberField(name, self.least, self.most, self.usual, self.step))

    @override
    def say(self, part: FormRow[NumberField]) -> None:
        super().say(part)
        part.field.setSuffix(self.unit)
        part.field.setSpecialValueText(self.none)

    @override
    def get(self, part: FormRow[NumberField]) -> int | None:
        value = part.field.value()
        return None if self.none and value == self.least else value

    @override
    def put(self, part: FormRow[NumberField], value: int | None) -> None:
        part.field.setValue(self.usual if value is None else value)

    @override
    def signal(self, part: FormRow[NumberField]) -> SignalInstance:
        return part.field.valueChanged


@dataclass(frozen=True)
class Day(_Row[DateField]):
    """A day. Without a value the day that is shown stays."""

    @override
    def make(self, name: str) -> FormRow[DateField]:
        return FormRow(name, DateField(name))

    @override
    def get(self, part: FormRow[DateField]) -> date:
        return read_day(part.field)

    @override
    def put(self, part: FormRow[DateField], value: date | None) -> None:
        if value is not None:
            show_day(part.field, value)

    @override
    def signal(self, part: FormRow[DateField]) -> SignalInstance:
        return part.field.dateChanged


@dataclass(frozen=True)
class Time(_Row[TimeField]):
    """A time of day, in minutes after midnight; `usual` without a value."""

    _: KW_ONLY
    usual: int = 0

    @override
    def make(self, name: str) -> FormRow[TimeField]:
        return FormRow(name, indent(TimeField(name, self.usual)))

    @override
    def get(self, part: FormRow[TimeField]) -> int:
        return part.field.minutes()

    @override
    def put(self, part: FormRow[TimeField], value: int | None) -> None:
        part.field.set_minutes(self.usual if value is None else value)

    @override
    def signal(self, part: FormRow[TimeField]) -> SignalInstance:
        return part.field.timeChanged


type Options = Sequence[tuple[Any, str]]
"""Values with their words, in the order shown. Values are texts, days, members of a `StrEnum`, or None."""


def option_data(value: object) -> str:
    """Return a value as it stands in Qt's list."""
    return "" if value is None else str(value)


def chosen_option(options: Options, data: object) -> Any:
    """Return the value of the option that stands in Qt's list as `data`."""
    return next((value for value, _ in options if option_data(value) == data), None)


@dataclass(frozen=True)
class Choice(_Row[ComboBox]):
    """One of a list, the first one without a value. Other options may come; what was chosen stays chosen."""

    options: Options = ()
    abouts: tuple[str, ...] = ()  # What may stand below it: it keeps room for the longest.

    @override
    def make(self, name: str) -> FormRow[ComboBox]:
        return FormRow(name, ComboBox(name))

    @override
    def say(self, part: FormRow[ComboBox]) -> None:
        super().say(part)
        part.keep_room(self.abouts)
        show_options(part.field, self.options)

    @override
    def get(self, part: FormRow[ComboBox]) -> Any:
        return chosen_option(self.options, part.field.currentData())

    @override
    def put(self, part: FormRow[ComboBox], value: Any) -> None:
        part.field.setCurrentIndex(max(part.field.findData(option_data(value)), 0))

    @override
    def signal(self, part: FormRow[ComboBox]) -> SignalInstance:
        return part.field.currentIndexChanged


def show_options(field: ComboBox, options: Options) -> None:
    """Show options in a list and keep what is chosen; nobody is told, because nobody chose."""
    chosen = field.currentData()
    with QSignalBlocker(field):
        if [option_data(value) for value, _ in options] == [
            field.itemData(index) for index in range(field.count())
        ]:
            for index, (_, words) in enumerate(options):
                field.setItemText(index, words)
            return
        field.clear()
        for value, words in options:
            field.addItem(words, option_data(value))
        field.setCurrentIndex(max(field.findData(chosen), 0))


@dataclass(frozen=True)
class Segments(_Row[Switch]):
    """One of a few short words side by side, the first one without a value; the values stay the same."""

    options: Options = ()
    _: KW_ONLY
    narrow: bool = False

    @override
    def make(self, name: str) -> FormRow[Switch]:
        values = tuple(option_data(value) for value, _ in self.options)
        return FormRow(name, Switch(name, values, narrow=self.narrow))

    @override
    def say(self, part: FormRow[Switch]) -> None:
        super().say(part)
        part.field.set_words(*(words for _, words in self.options))

    @override
    def get(self, part: FormRow[Switch]) -> Any:
        return chosen_option(self.options, part.field.value())

    @override
    def put(self, part: FormRow[Switch], value: Any) -> None:
        part.field.set_value(option_data(self.options[0][0] if value is None else value))

    @override
    def signal(self, part: FormRow[Switch]) -> SignalInstance:
        return part.field.chosen


@dataclass(frozen=True)
class Translated(FormField[TextsRow]):
    """A text in every language."""

    @override
    def make(self, name: str) -> TextsRow:
        return TextsRow(name, self.longest or _MOST)

    @override
    def say(self, part: TextsRow) -> None:
        part.set_words(self.words, self.about)

    @override
    def get(self, part: TextsRow) -> Texts:
        return part.texts()

    @override
    def put(self, part: TextsRow, value: Texts | None) -> None:
        part.set_texts(value or Texts())

    @override
    def entry(self, part: TextsRow) -> QWidget:
        return next(iter(part.lines.values()))


@dataclass(frozen=True)
class Flag(FormField[QAbstractButton]):
    """A tick; `usual` without a value."""

    _: KW_ONLY
    usual: bool = False

    @override
    def make(self, name: str) -> QAbstractButton:
        return Tick(name)

    @override
    def say(self, part: QAbstractButton) -> None:
        part.setText(self.words)

    @override
    def get(self, part: QAbstractButton) -> bool:
        return part.isChecked()

    @override
    def put(self, part: QAbstractButton, value: bool | None) -> None:
        part.setChecked(self.usual if value is None else value)

    @override
    def signal(self, part: QAbstractButton) -> SignalInstance:
        return part.toggled


@dataclass(frozen=True)
class Radio(Flag):
    """A row with a title and a line below it; of those in a form one is chosen."""

    @override
    def make(self, name: str) -> QAbstractButton:
        return ChoiceRow(name, Shape.RADIO)

    @override
    def say(self, part: Any) -> None:
        part.set_words(self.words, self.about)


@dataclass(frozen=True)
class Note(FormField[QLabel]):
    """Words between the fields, in one of the text styles of the design."""

    _: KW_ONLY
    role: str = "caption"

    @override
    def make(self, name: str) -> QLabel:
        return label(self.role, name, wrap=True)

    @override
    def say(self, part: QLabel) -> None:
        part.setText(self.words)

    @override
    def holds_value(self) -> bool:
        return False


@dataclass(frozen=True)
class Own[W: QWidget](FormField[QWidget]):
    """A widget that is no kind of its own: how it is made, read and filled. Without words it has no caption.

    Without `read` it holds no value. `fill` gets None where the form is opened without a value. `said` gives
    a value in words; without it a text, a day or a list says itself.
    """

    _: KW_ONLY
    widget: Callable[[str], W]
    read: Callable[[W], Any] | None = None
    fill: Callable[[W, Any], object] | None = None
    said: Callable[[Any], str] | None = None
    refused: tuple[str, ...] = ()

    @override
    def make(self, name: str) -> QWidget:
        made = self.widget(name)
        return FormRow(name, made) if self.words else made

    @override
    def say(self, part: QWidget) -> None:
        if isinstance(part, FormRow):
            part.set_words(self.words, self.about)

    @override
    def holds_value(self) -> bool:
        return self.read is not None

    @override
    def get(self, part: QWidget) -> Any:
        return self.read(self.entry(part)) if self.read is not None else None

    @override
    def put(self, part: QWidget, value: Any) -> None:
        if self.fill is not None:
            self.fill(self.entry(part), value)

    @override
    def entry(self, part: QWidget) -> Any:
        return part.field if isinstance(part, FormRow) else part


def latin_spelling(about: str) -> Own[LatinField]:
    """Return the field "latin" of a form about people, below which Cyrillic letters in it are refused."""
    read, fill, refused = LatinField.text, LatinField.set_text, ("person.latin_not_latin",)
    return Own("latin", about=about, widget=LatinField, read=read, fill=fill, refused=refused)


type Layout = Sequence[FormField[Any] | tuple[FormField[Any], ...] | list[FormField[Any]]]
"""Fields from top to bottom; those of a tuple stand side by side, those of a list close together."""
