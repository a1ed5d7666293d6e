"""Replacing a certificate: the name is corrected, a new one issued, the old one becomes invalid."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from trainer_app.actions import certificates
from trainer_app.domain.certificates import Certificate, CertificateKind
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.people import Person
from trainer_app.ui.certificates.name_fields import NameFields
from trainer_app.ui.certificates.wording import kind_title
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label


class ReplaceForm(FormPanel):
    """The name as it shall be, and the reason. `then` is called with the new certificate.

    Where the figures give another kind now, the new one is of that kind unless the tick is taken away.
    """

    def __init__(self, desk: Desk, host: QWidget, then: Callable[[Certificate], None]) -> None:
        super().__init__("replace_form", desk, host, 460)
        self._then = then
        self._old: Certificate | None = None
        self._person: Person | None = None
        self.about = label("subtitle", "replace_about", wrap=True)
        self.fields = NameFields("replace_fields")
        self.kind = Tick("replace_kind")
        self._kind: CertificateKind | None = None
        self.reason = FormRow("replace_reason", text_field("replace_reason", most=200))
        self.places = {"person.no_name": self.fields.family, "certificate.no_reason": self.reason}
        for part in (self.about, self.kind, self.fields, self.reason):
            self.body.addWidget(part)
        self.end_body()
        self.retranslate()

    def open_certificate(self, old: Certificate, person: Person) -> None:
        """Show whose certificate it is, and of which kind the figures give one now if it is another."""
        self._old, self._person = old, person
        kind = self.desk.ask(certificates.kind_now, old)
        self._kind = kind if kind is not old.kind else None
        self.kind.setVisible(self._kind is not None)
        self.kind.setChecked(True)
        self.clear_errors()
        self.fields.show_person(person)
        self.reason.field.clear()
        self.retranslate()
        self.reveal(self.fields.family.field)

    def save(self) -> None:
        """Correct the name and issue anew: both or neither."""
        old, person = self._old, self._person
        if old is None or person is None:
            return
        self.clear_errors()
        reason, changed = self.reason.field.text(), self.fields.changed_fields()
        if not reason.strip():
            self.show_refusal(TrainerError("certificate.no_reason"))
            return
        try:
            if self.desk.jobs.writing:
                raise TrainerError("job.wait")
            keep = self._kind is not None and not self.kind.isChecked()
            issued = certificates.correct(self.desk.work, old.serial, changed, reason, keep_kind=keep)
        except TrainerError as error:
            self.show_refusal(error)
            return
        self.dismiss()
        self.desk.changes.announce(issued.changes)
        self._then(issued.certificates[0])

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Replace the certificate"), self.tr("Issue the new one"))
        self.reason.set_words(self.tr("Reason"), self.tr("For example: a letter of the name was wrong."))
        if self._kind is not None:
            self.kind.setText(self.tr("As the figures say now: {kind}").format(kind=kind_title(self._kind)))
        if self._old is not None:
            self.about.setText(
                self.tr(
                    "{serial} shows “{name}”. It becomes invalid; the new one gets its own number and "
                    "names the old one."
                ).format(serial=self._old.serial, name=self._old.facts.name)
            )
