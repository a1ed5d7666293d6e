"""The form of a person: name, Latin spelling, sex, rank, unit, district.

People and the participants of a course open the same form; certificates use its field for the Latin spelling.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from trainer_app.actions.people import people
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.schema import Field, FieldKind, typed_fields
from trainer_app.domain.courses.ranks import RANKS, RankForm, rank_name, read_rank
from trainer_app.domain.people.names import suggest_latin
from trainer_app.domain.people.persons import NAME_FIELDS, Person, Sex
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import FormPanel, side_by_side
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.fields import ComboBox, FormRow, text_field
from trainer_app.ui.widgets.labels import Retranslated


class LatinField(Retranslated, QWidget):
    """A line of text and, below it, a button with what the name may be in Latin letters."""

    taken = Signal()
    """The suggestion was taken over: it still has to be compared with the passport."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._suggestion = ""
        self.line: QLineEdit = text_field(f"{name}_text", most=120)
        self.suggest = Button(f"{name}_suggest", ButtonKind.GHOST, "pen")
        self.suggest.clicked.connect(self._take)
        self.line.textChanged.connect(self._show_suggestion)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.suggest)
        self.retranslate()

    def set_suggestion(self, suggestion: str) -> None:
        """Offer a spelling; "" offers none."""
        self._suggestion = suggestion
        self._show_suggestion()

    def retranslate(self) -> None:
        """Set the words."""
        self.line.setAccessibleName(self.tr("Latin spelling, as in the passport"))
        self._show_suggestion()

    def _show_suggestion(self) -> None:
        # What somebody typed from a passport is not to be doubted.
        offered = bool(self._suggestion) and not self.line.text().strip()
        self.suggest.setVisible(offered)
        self.suggest.setText(self.tr("Suggestion: {spelling}").format(spelling=self._suggestion))
        self.suggest.setToolTip(self.tr("Made from the Cyrillic letters, not read from a passport"))
        self.suggest.updateGeometry()

    def _take(self) -> None:
        self.line.setText(self._suggestion)
        self.line.setFocus()
        self.taken.emit()


class RankField(ComboBox):
    """Offers the ranks of the militia in the window's language; any other text is kept as it is typed."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        completer = QCompleter(self.model(), self)
        completer.setObjectName(f"{name}_found")
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self._rank = ""

    def set_rank(self, rank: str, language: str) -> None:
        """Show a stored rank, and the list in a language."""
        self.clear()
        self.addItem("", "")
        for each in RANKS:
            self.addItem(rank_name(each, language), each)
        self._rank = rank
        place = self.findData(rank)
        if place >= 0:
            self.setCurrentIndex(place)
        else:
            self.setCurrentIndex(0)
            self.setEditText(rank_name(rank, language, RankForm.FULL))

    def rank(self) -> str:
        """Return what was chosen or typed, as it is stored."""
        text = self.currentText().strip()
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            return str(self.itemData(place) or "")
        return read_rank(text) or text


_SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
_PRINTED = (*NAME_FIELDS, "unit")
"""Lines of which it is said what papers cannot show."""
_OBJECTS = {"duty_district": "district"}
"""Lines whose object is called otherwise than their field."""
_YEAR_WIDTH = 90


class PersonForm(FormPanel):
    """Changes a person, or adds one. Only what was changed is written; `saved` gives the `Changes`.

    `rows` are its lines by field, in the order of the table of fields: a field that is added there is a line
    of text here. Latin spelling, sex and rank have fields of their own.
    """

    saved = Signal(object)

    def __init__(
        self, desk: AppContext, host: QWidget, wording: PeopleWording, name: str = "person_form"
    ) -> None:
        super().__init__(name, desk, host, 460)
        self._wording = wording
        self._person: Person | None = None
        self.latin = FormRow(f"{name}_latin", LatinField(f"{name}_latin"))
        self.sex = FormRow(f"{name}_sex", Switch(f"{name}_sex", tuple(each.value for each in _SEXES)))
        self.rank = FormRow(f"{name}_rank", RankField(f"{name}_rank"))
        own: dict[str, FormRow[Any]] = {"latin": self.latin, "sex": self.sex, "rank": self.rank}
        self.lines = {
            field: _line(f"{name}_{_OBJECTS.get(field, field)}", described)
            for field, described in typed_fields("person").items()
            if field not in own
        }
        self.rows = {field: own.get(field) or self.lines[field] for field in typed_fields("person")}
        self.family, self.given, self.unit = (self.lines[each] for each in ("family", "given", "unit"))
        self.places = {"person.no_name": self.family}
        self._add_rows()
        for row in (self.family, self.given):
            row.field.textChanged.connect(self._suggest)
        for field in _PRINTED:
            self.lines[field].field.textChanged.connect(self._say_signs)
        self.latin.field.line.textChanged.connect(self._say_passport)
        self.latin.field.taken.connect(self._say_suggested)
        self.latin.field.line.textEdited.connect(self._say_passport)
        self.retranslate()

    def _add_rows(self) -> None:
        self.body.addWidget(self.family)
        self.body.addLayout(side_by_side(self.given, self.lines["patronymic"]))
        for field, row in self.rows.items():
            if field not in NAME_FIELDS:
                self.body.addWidget(row)
        self.end_body()

    def open_person(self, person: Person, units: Sequence[str] = ()) -> None:
        """Show a person's data. `units` are offered while the unit is typed."""
        self._person = person
        self._fill(person, units)
        self.reveal(self.family.field)

    def open_new(self, name: str = "", units: Sequence[str] = ()) -> None:
        """Show an empty form for somebody new."""
        self._person = None
        self._fill(Person("", name), units)
        self.reveal(self.family.field)

    def save(self) -> None:
        """Write what was changed."""
        changes = self.submit(self._write)
        if changes is not None:
            self.saved.emit(changes)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        new = self._person is None
        self.set_words(
            self.tr("Add a person") if new else self.tr("Data of the person"),
            self.tr("Add") if new else self.tr("Save"),
        )
        self._say_signs()
        self._say_passport()
        self.sex.set_words(self._wording.field("sex"))
        self.sex.field.set_words(*(self._wording.sex(each) for each in _SEXES))
        self.rank.set_words(self._wording.field("rank"), self.tr("Choose or type"))
        for field, row in self.lines.items():
            if field not in _PRINTED:
                row.set_words(self._wording.field(field))
        rank = self.rank.field.rank()
        self.rank.field.set_rank(rank, self.desk.language.code)

    def _fill(self, person: Person, units: Sequence[str]) -> None:
        self.clear_errors()
        for field, row in self.lines.items():
            row.field.setText(str(getattr(person, field) or ""))
        self.latin.field.line.setText(person.latin)
        self.sex.field.set_value(person.sex.value)
        self.rank.field.set_rank(person.rank, self.desk.language.code)
        for field, described in typed_fields("person").items():
            # Off by default: shown only where somebody has taken them.
            self.rows[field].setVisible(not described.rare or bool(getattr(person, field)))
        _offer(self.unit.field, units)
        self._suggest()
        self.retranslate()

    def _write(self) -> Changes:
        typed = self._typed()
        if self._person is None:
            return people.create_person(self.desk.work, typed)
        changed = {
            name: value for name, value in typed.items() if value != (getattr(self._person, name) or None)
        }
        if not changed:
            return Changes(Label("person.step.change"))
        return people.change_person(self.desk.work, self._person.key, changed)

    def _typed(self) -> dict[str, Value]:
        texts = {field: row.field.text() for field, row in self.lines.items()}
        texts |= {"latin": self.latin.field.line.text(), "rank": self.rank.field.rank()}
        found: dict[str, Value] = {"sex": self.sex.field.value() or Sex.UNKNOWN.value}
        for field, described in typed_fields("person").items():
            if field in texts:
                text = " ".join(texts[field].split())
                number = described.kind is FieldKind.NUMBER
                found[field] = (int(text) if text.isdecimal() else None) if number else text or None
        return found

    def _suggest(self) -> None:
        spelling = suggest_latin(self.family.field.text().strip(), self.given.field.text().strip())
        self.latin.field.set_suggestion(spelling)

    def _say_signs(self) -> None:
        """Say below a field what papers cannot show of it; it is kept as typed all the same."""
        for field in _PRINTED:
            row = self.lines[field]
            row.set_words(self._wording.field(field), self._wording.strange(row.field.text()))

    def _say_passport(self) -> None:
        strange = self._wording.strange(self.latin.field.line.text())
        self.latin.set_words(self._wording.field("latin"), strange or self.tr("As in the passport"))

    def _say_suggested(self) -> None:
        self.latin.set_words(
            self._wording.field("latin"), self.tr("Suggested by the program: compare it with the passport")
        )


def _line(name: str, field: Field) -> FormRow[QLineEdit]:
    """Return a line of text, or of digits."""
    if field.kind is not FieldKind.NUMBER:
        return FormRow(name, text_field(name, most=field.longest))
    line = text_field(name, width=_YEAR_WIDTH, most=field.longest)
    line.setValidator(QIntValidator(0, 10**field.longest - 1, line))
    return FormRow(name, line)


def _offer(field: QLineEdit, texts: Sequence[str]) -> None:
    """Offer known texts while something is typed."""
    completer = QCompleter(list(texts), field)
    completer.setObjectName(f"{field.objectName()}_found")
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
