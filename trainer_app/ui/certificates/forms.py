"""Forms and panels beside the tables of certificates.

Names, replacing, deciding, voiding, history, numbers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.certificates.printing import ProofRow
from trainer_app.actions.certificates.verifying import CertificateEvent, certificate_history
from trainer_app.actions.people import people
from trainer_app.actions.review import joint_decisions
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.structs import Meanwhile
from trainer_app.domain.certificates.certificates import BoardRow, Certificate, CertificateKind
from trainer_app.domain.certificates.serials import SerialAccount, series_words
from trainer_app.domain.people.latin import LatinOrder, suggest_latin
from trainer_app.domain.people.names import cut_part
from trainer_app.domain.people.persons import Person
from trainer_app.system import messages
from trainer_app.ui.certificates.wording import kind_title
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Flag, Layout, Note, Own, Radio, Text, latin_spelling
from trainer_app.ui.kit.forms import FieldSet, FieldsForm, FormPanel, ReasonForm
from trainer_app.ui.kit.language import numbered, shown_name
from trainer_app.ui.kit.meanwhile import ValuesInDoubt
from trainer_app.ui.kit.person_form import stored_values
from trainer_app.ui.widgets.controls import ChoiceRow, Shape
from trainer_app.ui.widgets.labels import Retranslated, clear_layout, label
from trainer_app.ui.widgets.overlays import SidePanel, confirm


class NameFields(FieldSet, Retranslated, QWidget):
    """A person's name in both scripts; `changed_values` tells only what was typed differently."""

    entity = "person"

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.order = LatinOrder.GIVEN_FIRST
        """The order that the suggestion shall have: that of the course's other names."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.build_fields(f"{name}_", column)

    def fields(self) -> Layout:
        """Ask for the parts of the name."""
        return (
            Text("family", changed=self.say_fields, refused=("person.no_name",)),
            (Text("given", changed=self.say_fields), Text("patronymic")),
            latin_spelling(self.tr("As in the passport")),
        )

    def say_fields(self) -> None:
        """Set every word, and offer a spelling for the name that is typed."""
        super().say_fields()
        spelling = suggest_latin(self.value("family"), self.value("given"), self.order)
        self.rows["latin"].field.set_suggestion(spelling)

    @override
    def retranslate(self) -> None:
        self.say_fields()


class NameCorrectionForm(FieldsForm):
    """A small form beside the list."""

    needs = "people/people/change_person"

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("name_form", context, host, 440, prefix="name_form_")
        self._person: Person | None = None
        self.build()

    def fields(self) -> Layout:
        """Ask for the name."""
        return (Own("fields", widget=NameFields, read=NameFields.changed_values, fill=NameFields.fill),)

    def words(self) -> tuple[str, str]:
        """Return the words of the panel."""
        return self.tr("Name on the certificate"), self.tr("Save")

    def open_person(self, person: Person, row: ProofRow) -> None:
        """Show a person's name; start at what of it is missing and printed."""
        self._person = person
        names, doubts = self.rows["fields"], {each.code for each in row.doubts}
        names.order = row.order
        start = "latin" if row.lacks_latin and row.prints_latin and not doubts else "family"
        if "certificate.name_initials" in doubts:
            start = "given"
        elif cut_part(person):
            start = cut_part(person)
        elif "certificate.latin_initials" in doubts:
            start = "latin"
        self.open_filled(fields=person, focus=names.entry(start))

    def save(self) -> None:
        """Write what was changed."""
        person, names = self._person, self.rows["fields"]
        changed, opened = stored_values(names.changed_values()), stored_values(names.opened_values())
        if person is None or not changed:
            self.dismiss()
            return
        self.submit(lambda: people.change_person(self.context.work, person.key, changed, opened=opened))


class ReplaceCertificateForm(FieldsForm):
    """The name as it shall be, and the reason. `then` is called with the new certificate.

    Where the figures give another kind now, the new one is of that kind unless the tick is taken away.
    """

    needs = "certificates/certificates/correct"

    def __init__(self, context: AppContext, host: QWidget, then: Callable[[Certificate], None]) -> None:
        super().__init__("replace_form", context, host, 460)
        self._then = then
        self._old: Certificate | None = None
        self._person: Person | None = None
        self._kind: CertificateKind | None = None
        self.build()

    def fields(self) -> Layout:
        """Ask for the reason, which must be given and so stands in sight, the kind and the name."""
        kind = kind_title(self._kind) if self._kind is not None else ""
        return (
            Note("about", self._about(), role="subtitle"),
            Text(
                "reason",
                self.tr("Reason"),
                self.tr("For example: a letter of the name was wrong."),
                longest=200,
                refused=("certificate.no_reason",),
            ),
            Flag(
                "kind",
                self.tr("As the figures say now: {kind}").format(kind=kind),
                usual=True,
                shown=self._kind is not None,
            ),
            Own("fields", widget=NameFields, read=NameFields.changed_values, fill=NameFields.fill),
        )

    def words(self) -> tuple[str, str]:
        """Return the words of the panel."""
        return self.tr("Replace the certificate"), self.tr("Issue the new one")

    def open_certificate(self, old: Certificate, person: Person) -> None:
        """Show whose certificate it is, and of which kind the figures give one now if it is another."""
        self._old, self._person = old, person
        kind = self.context.ask(certificates.kind_now, old)
        self._kind = kind if kind is not old.kind else None
        order = self.context.ask(eligibility.latin_order, old.enrolment)
        self.rows["fields"].order = order or LatinOrder.GIVEN_FIRST
        self.open_filled(fields=person, focus=self.rows["reason"].field)

    def save(self) -> None:
        """Correct the name and issue anew; a Latin spelling of another name only after a question."""
        self.clear_errors()
        if not self.value("reason"):
            self.show_refusal(TrainerError("certificate.no_reason"))
            return
        names = self.rows["fields"]
        latin = names.rows["latin"].field
        if not latin.is_unlike():
            self._issue()
            return
        words = self.tr("“{latin}” does not fit “{name}” any more. It would be printed below the name.")
        confirm(
            self.window(),
            self.tr("Issue with this Latin spelling?"),
            words.format(latin=latin.text(), name=f"{names.typed('family')} {names.typed('given')}".strip()),
            self.tr("Issue all the same"),
            self._issue,
            name="replace_unlike",
        )

    def _issue(self) -> None:
        """Do both or neither."""
        old, person = self._old, self._person
        if old is None or person is None:
            return
        reason, changed = self.value("reason"), self.value("fields")
        try:
            if self.context.jobs.writing:
                raise TrainerError("job.wait")
            keep = self._kind is not None and not self.value("kind")
            issued = certificates.correct(self.context.work, old.serial, changed, reason, keep_kind=keep)
        except TrainerError as error:
            self.show_refusal(error)
            return
        self.dismiss()
        self.context.changes.announce(issued.changes)
        self._then(issued.certificates[0])

    def _about(self) -> str:
        if self._old is None:
            return ""
        return self.tr(
            "{serial} shows “{name}”. It becomes replaced and is no longer valid; the new one gets its "
            "own number and names the old one."
        ).format(serial=self._old.serial, name=self._old.facts.name)


_ICONS = {
    CertificateKind.COMPLETION: "certificates",
    CertificateKind.ATTENDANCE: "badge",
    CertificateKind.NONE: "close",
}


@dataclass(frozen=True)
class KindRadio(Radio):
    """A kind of certificate to choose, with its drawing."""

    @override
    def make(self, name: str) -> QAbstractButton:
        return ChoiceRow(name, Shape.RADIO, _ICONS[CertificateKind(self.name)])


class DecideForm(FieldsForm):
    """Three answers of equal weight, and why."""

    needs = "certificates/eligibility/override"

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("decide_form", context, host, 440)
        self._row: BoardRow | None = None
        self._why, self._held = "", ""
        self._leave = False
        self.build()

    @override
    def fields(self) -> Layout:
        row, kept = self._row, self.tr("It is kept with the decision, and the office can read it.")
        refused = ("eligibility.override_needs_reason",)
        return (
            Note("person", f"{numbered(row.number)} {shown_name(row.name)}" if row else "", role="row_title"),
            Note("rule", self._why, role="subtitle"),
            *(KindRadio(kind.value, kind_title(kind)) for kind in CertificateKind),
            Text("reason", self.tr("Reason"), kept, longest=200, refused=refused),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Decide by hand"), self.tr("Decide so")

    def open_row(self, row: BoardRow, why: str) -> None:
        """Ask about a participant; `why` is what the rule says."""
        self._row, self._why, self._leave = row, why, False
        self._held = row.result.value if row.override else ""
        self.open_filled(focus=self.entry(row.result.value), **{row.result.value: True})

    @override
    def save(self) -> None:
        row, reason, held = self._row, self.value("reason"), self._held
        if self._leave:
            self.dismiss()
            return
        kind = next(each for each in CertificateKind if self.value(each.value))
        if row is not None:
            changes = self.submit(
                lambda: eligibility.override(self.context.work, row.enrolment, kind, reason, opened=held)
            )
            self.context.offer_undo(changes)

    @override
    def doubt_of(self, field: Meanwhile) -> ValuesInDoubt:
        by_rule = self.tr("as the rule says")
        return ValuesInDoubt(
            field,
            lambda: self.words()[0],
            lambda value: kind_title(CertificateKind(value)) if value else by_rule,
        )

    @override
    def settle_meanwhile(self, field: Meanwhile, *, theirs: bool) -> None:
        self._held, self._leave = field.now, theirs


translate = QCoreApplication.translate


def ask_to_void(context: AppContext, form: ReasonForm, serials: Sequence[str]) -> None:
    """Open the form; the reason is kept with each certificate, and all are declared void in one step."""
    title, accept = translate("Voiding", "Declare the certificate void"), translate("Voiding", "Declare void")
    if len(serials) > 1:
        title = translate("Voiding", "Declare certificates void")
        accept = translate("Voiding", "Declare %n void", "", len(serials))
    form.ask(
        title,
        messages.label_text(joint_decisions.void_words(context.work, serials), context.language.code),
        accept,
        lambda reason: joint_decisions.decide(context.work, JointMatter.VOID, serials, reason),
        danger=True,
        joint=True,
    )


class CertificateHistoryPanel(FormPanel):
    """Shows it beside the table; there is nothing to save."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("certificate_history", context, host, 420)
        self._certificate: Certificate | None = None
        self.events: Sequence[CertificateEvent] = ()
        self.about = label("row_title", "certificate_history_about", wrap=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(12)
        self.body.addWidget(self.about)
        self.body.addLayout(self.lines)
        self.end_body()
        self.accept_button.hide()
        self.retranslate()

    def open_certificate(self, certificate: Certificate) -> None:
        """Read and show a certificate's history."""
        events = self.context.ask(certificate_history, certificate.key)
        if events is None:
            return
        self._certificate, self.events = certificate, events
        self._show()
        self.reveal(self.cancel_button)

    def save(self) -> None:
        """Close: nothing is typed here."""
        self.dismiss()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("History of the certificate"), "")
        self.cancel_button.setText(self.tr("Close"))
        self._show()

    def _show(self) -> None:
        clear_layout(self.lines)
        if self._certificate is None:
            return
        facts = self._certificate.facts
        self.about.setText(f"{facts.serial}\n{facts.name}")
        for index, event in enumerate(self.events):
            self.lines.addWidget(self._line(index, event))

    def _line(self, place: int, event: CertificateEvent) -> QWidget:
        name = f"certificate_history_{place}"
        line = QWidget()
        line.setObjectName(name)
        said = messages.label_text(event.label, self.context.language.code)
        by = " · ".join(
            part for part in (self.context.when(event.at), event.user, event.device, event.file) if part
        )
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(label("body", f"{name}_what", said[:1].upper() + said[1:], wrap=True))
        column.addWidget(label("caption", f"{name}_by", by, wrap=True))
        return line


_BETWEEN = 14
"""Pixels by which the numbers of one laptop stand apart from those of another."""


class SerialNumbersPanel(SidePanel):
    """Read only: numbers are given by issuing and never again."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("numbers_panel", host)
        self._context = context
        self._series: Sequence[SerialAccount] = ()
        self.about = label("second", "numbers_about", wrap=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.body.addWidget(self.about)
        self.body.addLayout(self.lines)
        self.body.addStretch(1)
        self.accept_button.hide()
        self.retranslate()

    def open(self) -> None:
        """Read the numbers and show them."""
        self._series = self._context.ask(certificates.list_series) or []
        self._show()
        self.reveal(self.cancel_button)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Numbers"), "")
        self.cancel_button.setText(self.tr("Close"))
        self.about.setText(
            self.tr("Each laptop counts its certificates from 1 every year. No number is ever given again.")
        )
        self._show()

    def texts(self) -> list[str]:
        """Return what is shown below the head, line by line."""
        shown = (self.lines.itemAt(place) for place in range(self.lines.count()))
        return [item.widget().text() for item in shown if item is not None]  # type: ignore[union-attr]

    def _show(self) -> None:
        clear_layout(self.lines)
        for index, series in enumerate(self._series):
            name = label("card_title", f"numbers_{index}_name", series.name)
            name.setContentsMargins(0, _BETWEEN if index else 0, 0, 0)
            self.lines.addWidget(name)
            for line, text in enumerate(self._lines_of(series)):
                self.lines.addWidget(label("body", f"numbers_{index}_line_{line}", text, wrap=True))
        if not self._series:
            self.lines.addWidget(
                label("body", "numbers_none", self.tr("No number was given yet."), wrap=True)
            )

    def _lines_of(self, series: SerialAccount) -> list[str]:
        return [messages.label_text(line, self._context.language.code) for line in series_words(series)]
