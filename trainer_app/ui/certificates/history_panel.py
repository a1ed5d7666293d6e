"""What happened to one certificate: each thing with its time, who did it and on which laptop."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions import certificate_history
from trainer_app.actions.certificate_history import Event
from trainer_app.domain.certificates import Certificate
from trainer_app.system import messages
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.labels import label


class HistoryPanel(FormPanel):
    """Shows it beside the table; there is nothing to save."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("certificate_history", desk, host, 420)
        self._certificate: Certificate | None = None
        self.events: Sequence[Event] = ()
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
        events = self.desk.ask(certificate_history.certificate_history, certificate.key)
        if events is None:
            return
        self._certificate, self.events = certificate, events
        self._show()
        self.reveal(self.cancel_button)

    def save(self) -> None:
        """Close: nothing is typed here."""
        self.dismiss()

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("History of the certificate"), "")
        self.cancel_button.setText(self.tr("Close"))
        self._show()

    def _show(self) -> None:
        while (taken := self.lines.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._certificate is None:
            return
        facts = self._certificate.facts
        self.about.setText(f"{facts.serial}\n{facts.name}")
        for place, event in enumerate(self.events):
            self.lines.addWidget(self._line(place, event))

    def _line(self, place: int, event: Event) -> QWidget:
        name = f"certificate_history_{place}"
        line = QWidget()
        line.setObjectName(name)
        said = messages.label_text(event.label, self.desk.language.code)
        by = " · ".join(
            part for part in (self.desk.when(event.at), event.user, event.device, event.file) if part
        )
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(label("body", f"{name}_what", said[:1].upper() + said[1:], wrap=True))
        column.addWidget(label("caption", f"{name}_by", by, wrap=True))
        return line
