"""The form of one person: name, Latin spelling, sex, rank, unit, district."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from trainer_app.actions import people
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.journal import Value
from trainer_app.domain.latin import suggest_latin
from trainer_app.domain.people import Person, Sex
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.people.latin_field import LatinField
from trainer_app.ui.people.rank_field import RankField
from trainer_app.ui.people.wording import PeopleWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.forms import FormRow, text_field

_SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
_MORE = ("phone", "email", "birth_year")


class PersonForm(FormPanel):
    """Changes a person, or adds one. Only what was changed is written; `saved` gives the `Changes`."""

    saved = Signal(object)

    def __init__(self, desk: Desk, host: QWidget, wording: PeopleWording, name: str = "person_form") -> None:
        super().__init__(name, desk, host, 460)
        self._wording = wording
        self._person: Person | None = None
        line = text_field
        self.family = FormRow(f"{name}_family", line(f"{name}_family", most=80))
        self.given = FormRow(f"{name}_given", line(f"{name}_given", most=80))
        self.patronymic = FormRow(f"{name}_patronymic", line(f"{name}_patronymic", most=80))
        self.latin = FormRow(f"{name}_latin", LatinField(f"{name}_latin"))
        self.sex = FormRow(f"{name}_sex", Switch(f"{name}_sex", tuple(each.value for each in _SEXES)))
        self.rank = FormRow(f"{name}_rank", RankField(f"{name}_rank"))
        self.unit = FormRow(f"{name}_unit", line(f"{name}_unit", most=300))
        self.district = FormRow(f"{name}_district", line(f"{name}_district", most=300))
        self.phone = FormRow(f"{name}_phone", line(f"{name}_phone", most=60))
        self.email = FormRow(f"{name}_email", line(f"{name}_email", most=120))
        self.birth_year = FormRow(f"{name}_birth_year", line(f"{name}_birth_year", width=90, most=4))
        self.birth_year.field.setValidator(QIntValidator(0, 9999, self.birth_year.field))
        self.places = {"person.no_name": self.family}
        self._add_rows()
        for row in (self.family, self.given):
            row.field.textChanged.connect(self._suggest)
        for row in (self.family, self.given, self.patronymic, self.unit):
            row.field.textChanged.connect(self._say_signs)
        self.latin.field.line.textChanged.connect(self._say_passport)
        self.latin.field.taken.connect(self._say_suggested)
        self.latin.field.line.textEdited.connect(self._say_passport)
        self.retranslate()

    def _add_rows(self) -> None:
        self.body.addWidget(self.family)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self.given, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self.patronymic, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(pair)
        rows = (self.latin, self.sex, self.rank, self.unit, self.district)
        for row in (*rows, self.phone, self.email, self.birth_year):
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
        self.sex.set_words(self.tr("Sex"))
        self.sex.field.set_words(*(self._wording.sex(each) for each in _SEXES))
        self.rank.set_words(self.tr("Rank"), self.tr("Choose or type"))
        self.district.set_words(self.tr("Duty district"))
        self.phone.set_words(self.tr("Telephone"))
        self.email.set_words(self.tr("E-mail"))
        self.birth_year.set_words(self.tr("Year of birth"))
        rank = self.rank.field.rank()
        self.rank.field.set_rank(rank, self.desk.language.code)

    def _fill(self, person: Person, units: Sequence[str]) -> None:
        self.clear_errors()
        for row, text in (
            (self.family, person.family),
            (self.given, person.given),
            (self.patronymic, person.patronymic),
            (self.unit, person.unit),
            (self.district, person.duty_district),
            (self.phone, person.phone),
            (self.email, person.email),
            (self.birth_year, str(person.birth_year or "")),
        ):
            row.field.setText(text)
        self.latin.field.line.setText(person.latin)
        self.sex.field.set_value(person.sex.value)
        self.rank.field.set_rank(person.rank, self.desk.language.code)
        for name in _MORE:
            # Off by default: shown only where somebody has taken them.
            getattr(self, name).setVisible(bool(getattr(person, name)))
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
        year = self.birth_year.field.text().strip()
        texts = {
            "family": self.family.field.text(),
            "given": self.given.field.text(),
            "patronymic": self.patronymic.field.text(),
            "latin": self.latin.field.line.text(),
            "rank": self.rank.field.rank(),
            "unit": self.unit.field.text(),
            "duty_district": self.district.field.text(),
            "phone": self.phone.field.text(),
            "email": self.email.field.text(),
        }
        found: dict[str, Value] = {name: " ".join(text.split()) or None for name, text in texts.items()}
        found["sex"] = self.sex.field.value() or Sex.UNKNOWN.value
        found["birth_year"] = int(year) if year.isdecimal() else None
        return found

    def _suggest(self) -> None:
        spelling = suggest_latin(self.family.field.text().strip(), self.given.field.text().strip())
        self.latin.field.set_suggestion(spelling)

    def _say_signs(self) -> None:
        """Say below a field what papers cannot show of it; it is kept as typed all the same."""
        for row, caption in (
            (self.family, self.tr("Family name")),
            (self.given, self.tr("Given name")),
            (self.patronymic, self.tr("Patronymic")),
            (self.unit, self.tr("Unit")),
        ):
            row.set_words(caption, self._wording.strange(row.field.text()))

    def _say_passport(self) -> None:
        strange = self._wording.strange(self.latin.field.line.text())
        self.latin.set_words(self.tr("Latin spelling"), strange or self.tr("As in the passport"))

    def _say_suggested(self) -> None:
        self.latin.set_words(
            self.tr("Latin spelling"), self.tr("Suggested by the program: compare it with the passport")
        )


def _offer(field: QLineEdit, texts: Sequence[str]) -> None:
    """Offer known texts while something is typed."""
    completer = QCompleter(list(texts), field)
    completer.setObjectName(f"{field.objectName()}_found")
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
