"""The form of a person: name, Latin spelling, sex, rank, unit, district.

People and the participants of a course open the same form; certificates use its field for the Latin spelling.
"""

from collections.abc import Mapping, Sequence
from typing import Any, override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from trainer_app.actions.people import people
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.fields import Field, FieldKind
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.schema import typed_fields
from trainer_app.domain.courses.ranks import RANKS, RankForm, rank_name, read_rank
from trainer_app.domain.people.names import suggest_latin
from trainer_app.domain.people.persons import NAME_FIELDS, Person, Sex
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import FormField, Layout, Own, Segments, Text, Whole
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import ComboBox, text_field
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

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text().strip()

    def set_text(self, text: str | None) -> None:
        """Show a spelling."""
        self.line.setText(text or "")

    def set_suggestion(self, suggestion: str) -> None:
        """Offer a spelling; "" offers none."""
        self._suggestion = suggestion
        self._show_suggestion()

    @override
    def retranslate(self) -> None:
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
        index = self.findData(rank)
        if index >= 0:
            self.setCurrentIndex(index)
        else:
            self.setCurrentIndex(0)
            self.setEditText(rank_name(rank, language, RankForm.FULL))

    def rank(self) -> str:
        """Return what was chosen or typed, as it is stored."""
        text = self.currentText().strip()
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if index >= 0:
            return str(self.itemData(index) or "")
        return read_rank(text) or text


_SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
_PRINTED = (*NAME_FIELDS, "unit")
"""Lines of which it is said what papers cannot show."""


class PersonForm(FieldsForm):
    """Changes a person, or adds one. Only what was changed is written; `saved` gives the `Changes`.

    Its fields are those of the table, in its order: one that is added there is a line of text here. Latin
    spelling, sex and rank have fields of their own.
    """

    saved = Signal(object)

    def __init__(
        self, context: AppContext, host: QWidget, wording: PeopleWording, name: str = "person_form"
    ) -> None:
        super().__init__(name, context, host, 460, prefix=f"{name}_")
        self._wording = wording
        self._person = Person("", "")
        self._enrolment: str | None = None
        self._suggested = False
        """The Latin spelling is the program's own: it still has to be compared with the passport."""
        self.build()
        latin = self.rows["latin"].field
        latin.line.textChanged.connect(lambda _text: self._say_latin(suggested=False))
        latin.taken.connect(lambda: self._say_latin(suggested=True))

    def fields(self) -> Layout:
        """Ask for what the table of fields says is typed."""
        rows = {name: self._field(name, each) for name, each in typed_fields("person").items()}
        family, given, patronymic = (rows.pop(name) for name in NAME_FIELDS)
        return (family, (given, patronymic), *rows.values())

    def words(self) -> tuple[str, str]:
        """Say whether somebody is added or changed."""
        if not self._person.key:
            return self.tr("Add a person"), self.tr("Add")
        return self.tr("Data of the person"), self.tr("Save")

    def open_person(self, person: Person, units: Sequence[str] = (), *, enrolment: str | None = None) -> None:
        """Show a person's data, or with `enrolment` those of a participation.

        `units` are offered while the unit is typed.
        """
        self._person, self._suggested, self._enrolment = person, False, enrolment
        _offer(self.rows["unit"].field, units)
        self.open_filled(person)

    def open_new(self, name: str = "", units: Sequence[str] = ()) -> None:
        """Show an empty form for somebody new."""
        self.open_person(Person("", name), units)

    def save(self) -> None:
        """Write what was changed."""
        changes = self.submit(self._write)
        if changes is not None:
            self.saved.emit(changes)

    def say_fields(self) -> None:
        """Set every word, and offer a spelling for the name that is typed."""
        super().say_fields()
        spelling = suggest_latin(self.typed("family"), self.typed("given"))
        self.rows["latin"].field.set_suggestion(spelling)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        rank = self.rows["rank"].field
        rank.set_rank(rank.rank(), self.context.language.code)

    def _field(self, name: str, described: Field) -> FormField[Any]:
        words = self._wording.field(name)
        if name == "latin":
            about = self._about_latin()
            return Own(name, words, about, widget=LatinField, read=LatinField.text, fill=LatinField.set_text)
        if name == "sex":
            return Segments(name, words, options=[(each, self._wording.sex(each)) for each in _SEXES])
        if name == "rank":
            about = self.tr("Choose or type")
            return Own(
                name,
                words,
                about,
                widget=RankField,
                read=RankField.rank,
                fill=self._show_rank,
                said=lambda rank: rank_name(rank or "", self.context.language.code),
            )
        # Off by default: shown only where somebody has taken them.
        shown = not described.rare or bool(getattr(self._person, name))
        if described.kind is FieldKind.NUMBER:
            return Whole(name, words, digits=described.longest, shown=shown)
        printed = name in _PRINTED
        return Text(
            name,
            words,
            self._wording.strange(self.typed(name)) if printed else "",
            most=described.longest,
            shown=shown,
            changed=self.say_fields if printed else None,
            refused=("person.no_name",) if name == "family" else (),
            ending="district" if name == "duty_district" else "",
        )

    def _write(self) -> Changes:
        if not self._person.key:
            return people.create_person(self.context.work, stored_values(self.values()))
        changed = stored_values(self.changed_values())
        if not changed:
            return Changes(Label("person.step.change"))
        opened = stored_values(self.opened_values())
        return people.change_person(
            self.context.work, self._person.key, changed, opened=opened, enrolment=self._enrolment
        )

    def _show_rank(self, field: RankField, rank: str | None) -> None:
        field.set_rank(rank or "", self.context.language.code)

    def _about_latin(self) -> str:
        if self._suggested:
            return self.tr("Suggested by the program: compare it with the passport")
        return self._wording.strange(self.typed("latin")) or self.tr("As in the passport")

    def _say_latin(self, *, suggested: bool) -> None:
        self._suggested = suggested
        self.say_fields()


def stored_values(values: Mapping[str, Any]) -> dict[str, Value]:
    """Return what fields of a person hold as the action takes it."""
    return {name: _stored(value) for name, value in values.items()}


def _stored(value: Any) -> Value:
    """Return a value as the action takes it: texts with single spaces, None where there is nothing."""
    if isinstance(value, Sex):
        return value.value
    return (" ".join(value.split()) or None) if isinstance(value, str) else value


def _offer(field: QLineEdit, texts: Sequence[str]) -> None:
    """Offer known texts while something is typed."""
    completer = QCompleter(list(texts), field)
    completer.setObjectName(f"{field.objectName()}_found")
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
