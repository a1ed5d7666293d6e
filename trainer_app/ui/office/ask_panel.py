"""A form at the right: ask a laptop for something."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import courses, errands, office
from trainer_app.domain.changes import Label
from trainer_app.domain.errands import ErrandKind
from trainer_app.domain.errors import TrainerError
from trainer_app.system.messages import label_text
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.forms import ComboBox, FormRow, TextArea
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel


class AskPanel(SidePanel):
    """`asked` is emitted when a request is written down."""

    asked = Signal()

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("ask_panel", host)
        self._desk = desk
        self.about = label("second", "ask_about", wrap=True)
        self.device = FormRow("ask_device", ComboBox("ask_device"))
        self.kind = FormRow("ask_kind", ComboBox("ask_kind"))
        self.course = FormRow("ask_course", ComboBox("ask_course"))
        self.text = FormRow("ask_text", TextArea("ask_text", 4))
        for part in (self.about, self.device, self.kind, self.course, self.text):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.accepted.connect(self._ask)
        self.retranslate()

    def open(self, device: str = "") -> None:
        """Ask for something; a laptop may be proposed."""
        self._fill_devices(device)
        self._fill_courses()
        self.text.field.clear()
        self.text.clear_error()
        self.accept_button.setEnabled(self.device.field.count() > 0)
        self.reveal(self.kind.field)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Ask a laptop for something"), self.tr("Ask"))
        self.about.setText(
            self.tr(
                "It goes with the next file for the laptop and stays on its first screen until it is done."
            )
        )
        self.device.set_words(self.tr("Laptop"))
        self.kind.set_words(self.tr("What for"))
        self.course.set_words(self.tr("About the course"))
        self.text.set_words(self.tr("In a few words"), self.tr("Only this laptop gets to read it."))
        self._fill_kinds()
        if self.course.field.count():
            # Only its first line is words; what was chosen stays.
            self.course.field.setItemText(0, self.tr("no course"))

    def _fill_kinds(self) -> None:
        chosen = self.kind.field.currentData() or ErrandKind.OTHER.value
        self.kind.field.clear()
        for kind in ErrandKind:
            words = self.tr("Something else")
            if kind is not ErrandKind.OTHER:
                words = label_text(Label(f"errand.kind.{kind.value}"), self._desk.language.code)
            self.kind.field.addItem(words, kind.value)
        self.kind.field.setCurrentIndex(self.kind.field.findData(chosen))

    def _fill_devices(self, chosen: str) -> None:
        self.device.field.clear()
        for line in self._desk.ask(office.devices) or []:
            if not line.office and not line.revoked_on:
                self.device.field.addItem(f"{line.code} · {line.name}", line.code)
        self.device.field.setCurrentIndex(max(0, self.device.field.findData(chosen)))

    def _fill_courses(self) -> None:
        self.course.field.clear()
        self.course.field.addItem(self.tr("no course"), "")
        for line in self._desk.ask(courses.list_courses) or []:
            self.course.field.addItem(f"{line.course.code} · {line.course.town}", line.course.key)

    def _ask(self) -> None:
        kind = ErrandKind(self.kind.field.currentData())
        device, course = str(self.device.field.currentData() or ""), self.course.field.currentData() or None
        try:
            changes = errands.ask(self._desk.work, device, kind, self.text.field.toPlainText(), course)
        except TrainerError as error:
            self.text.show_error(self._desk.explained(error))
            return
        self._desk.changes.announce(changes, self)
        self.dismiss()
        self.asked.emit()
        self._desk.offer_undo(changes)
