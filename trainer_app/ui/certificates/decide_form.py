"""Deciding by hand, against the rule, with a reason that is kept."""

from PySide6.QtWidgets import QWidget

from trainer_app.actions import certificates
from trainer_app.domain.certificates import BoardRow, CertificateKind
from trainer_app.ui.certificates.wording import kind_title
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import ChoiceRow, Shape
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label

_ICONS = {
    CertificateKind.COMPLETION: "certificates",
    CertificateKind.ATTENDANCE: "badge",
    CertificateKind.NONE: "close",
}


class DecideForm(FormPanel):
    """Three answers of equal weight, and why."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("decide_form", desk, host, 440)
        self._row: BoardRow | None = None
        self.person = label("row_title", "decide_person", wrap=True)
        self.rule = label("subtitle", "decide_rule", wrap=True)
        self.choices = {
            kind: ChoiceRow(f"decide_{kind.value}", Shape.RADIO, _ICONS[kind]) for kind in CertificateKind
        }
        self.reason = FormRow("decide_reason", text_field("decide_reason", most=200))
        self.places = {"eligibility.override_needs_reason": self.reason}
        self.body.addWidget(self.person)
        self.body.addWidget(self.rule)
        for choice in self.choices.values():
            self.body.addWidget(choice)
        self.body.addWidget(self.reason)
        self.end_body()
        self.retranslate()

    def open_row(self, row: BoardRow, why: str) -> None:
        """Ask about a participant; `why` is what the rule says."""
        self._row = row
        self.clear_errors()
        self.person.setText(f"№ {row.number} {row.name}")
        self.rule.setText(why)
        self.choices[row.result].setChecked(True)
        self.reason.field.clear()
        self.reveal(self.choices[row.result])

    def chosen(self) -> CertificateKind:
        """Return what is chosen."""
        return next(kind for kind, choice in self.choices.items() if choice.isChecked())

    def save(self) -> None:
        """Keep the decision."""
        row, kind, reason = self._row, self.chosen(), self.reason.field.text()
        if row is not None:
            changes = self.submit(lambda: certificates.override(self.desk.work, row.enrolment, kind, reason))
            if changes is not None:
                self.desk.offer_undo(changes)

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        super().retranslate()
        self.set_words(self.tr("Decide by hand"), self.tr("Decide so"))
        for kind, choice in self.choices.items():
            choice.set_words(kind_title(kind))
        self.reason.set_words(
            self.tr("Reason"), self.tr("It is kept with the decision, and the office can read it.")
        )
