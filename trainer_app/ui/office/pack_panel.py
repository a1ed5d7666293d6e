"""A form at the right: which courses go to a laptop, its own by default, and where to write the file."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import office, packs
from trainer_app.domain.sending import DeviceLine, SentBundle
from trainer_app.ui.office.course_choice import CourseChoice
from trainer_app.ui.sending.drives import Drive, removable_drives
from trainer_app.ui.sending.place_field import PlaceField
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel


class PackPanel(SidePanel):
    """`written(pack)` is emitted when the file lies there, read back and equal."""

    written = Signal(object)

    def __init__(self, desk: Desk, host: QWidget, look: Callable[[], list[Drive]] = removable_drives) -> None:
        super().__init__("pack_panel", host)
        self._desk = desk
        self._device: DeviceLine | None = None
        self.about = label("second", "pack_about", wrap=True)
        self.courses = FormRow("pack_courses", CourseChoice("pack_courses"))
        self.place = FormRow("pack_place", PlaceField("pack_place", desk, look))
        self.body.addWidget(self.about)
        self.body.addWidget(self.courses)
        self.body.addWidget(self.place)
        self.body.addStretch(1)
        self.accepted.connect(self._write)
        self.place.field.changed.connect(self._check)
        self.retranslate()

    def open(self, device: DeviceLine) -> None:
        """Ask where to write the file for a laptop."""
        self._device = device
        found = self._desk.ask(packs.pack_courses, device.code) or []
        self.courses.field.show_courses(found)
        self.courses.setVisible(bool(found))
        self.retranslate()
        self.place.clear_error()
        self.place.field.look()
        self.reveal(self.place.field)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        code = self._device.code if self._device else ""
        self.set_words(self.tr("A file for {code}").format(code=code), self.tr("Write the file"))
        self.about.setText(
            self.tr(
                "It holds the courses below with their people and logos, your corrections, the receipt for "
                "what came from this laptop, and the lists of laptops and of void certificates. Only this "
                "laptop can open it."
            )
        )
        self.courses.set_words(
            self.tr("Courses"),
            self.tr("Its own are ticked. Names of people in other courses stay here unless you tick them."),
        )
        self.place.set_words(self.tr("Where to"))

    def _check(self) -> None:
        self.accept_button.setEnabled(self.place.field.place is not None)

    def _write(self) -> None:
        device, folder = self._device, self.place.field.place
        chosen = self.courses.field.chosen()
        if device is None or folder is None:
            return
        self._desk.run(
            self.tr("Writing the file for {code}").format(code=device.code),
            lambda work, progress: office.export_pack(
                work, device.code, folder, courses=chosen, progress=progress
            ),
            done=self._done,
            failed=lambda error: self.place.show_error(self._desk.explained(error)),
        )

    def _done(self, pack: SentBundle) -> None:
        self.place.field.remember()
        self.dismiss()
        self.written.emit(pack)
