"""A form at the right: taking a laptop in by its request file, with the digits to compare first."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from trainer_app.actions import office, packs
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.sending import Asking, Enrolled
from trainer_app.ui.office.course_choice import CourseChoice
from trainer_app.ui.sending.digits import Digits
from trainer_app.ui.sending.drives import Drive, removable_drives
from trainer_app.ui.sending.place_field import PlaceField
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel

_MOST = 4


class EnrolPanel(SidePanel):
    """`enrolled(result)` is emitted when the laptop is in the list and its first file is written."""

    enrolled = Signal(object)

    def __init__(self, desk: Desk, host: QWidget, look: Callable[[], list[Drive]] = removable_drives) -> None:
        super().__init__("enrol_panel", host)
        self._desk = desk
        self._path: Path | None = None
        self._asking: Asking | None = None
        self.about = label("second", "enrol_about", wrap=True)
        self.file = FormRow("enrol_request", Button("enrol_request", icon="file"))
        self.who = label("row_title", "enrol_who", wrap=True)
        self.digits = Digits("enrol_digits")
        self.compare = label("second", "enrol_compare", wrap=True)
        self.code = FormRow("enrol_code", text_field("enrol_code", width=120, most=_MOST))
        self.courses = FormRow("enrol_courses", CourseChoice("enrol_courses"))
        self.place = FormRow("enrol_place", PlaceField("enrol_place", desk, look))
        self._found = QWidget()
        self._found.setObjectName("enrol_found")
        self._lay_out()
        self.file.field.clicked.connect(self._ask_file)
        self.code.field.textChanged.connect(self._check)
        self.place.field.changed.connect(self._check)
        self.accepted.connect(self._enrol)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.who, self.digits, self.compare):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.code)
        column.addWidget(self.courses)
        column.addWidget(self.place)
        for row in (self.about, self.file, self._found):
            self.body.addWidget(row)
        self.body.addStretch(1)

    def open(self) -> None:
        """Begin with a new request."""
        self._path, self._asking = None, None
        self.file.clear_error()
        self.code.clear_error()
        self.place.field.look()
        self._show()
        self.reveal(self.file.field)

    def read(self, path: Path) -> None:
        """Look at a request file; nothing is decided yet."""
        self.file.clear_error()
        try:
            self._asking, self._path = office.read_asking(self._desk.work, path), path
        except TrainerError as error:
            self._asking, self._path = None, None
            self.file.show_error(self._desk.explained(error))
        else:
            self.code.field.setText(self._asking.code or office.next_code(self._desk.work))
            self._show_courses(self._asking)
            self.code.field.setFocus()
        self._show()

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Enrol a laptop"), self.tr("Enrol and write its file"))
        self.about.setText(
            self.tr(
                "The trainer wrote a request file on the laptop. The first file from here brings it the "
                "courses."
            )
        )
        self.courses.set_words(
            self.tr("Courses of this trainer"),
            self.tr("Only these go to the laptop, with the people in them. More can be sent later."),
        )
        self.file.set_words(self.tr("Request file"))
        self.compare.setText(
            self.tr(
                "Have the trainer read the digits by telephone. Enrol the laptop only if all of them are "
                "the same."
            )
        )
        self.code.set_words(
            self.tr("Code of the laptop"),
            self.tr("A letter and a number. It stands in serials and names of files."),
        )
        self.place.set_words(self.tr("Where to write its first file"))
        self._show()

    def _show_courses(self, asking: Asking) -> None:
        work = self._desk.work
        known = (
            packs.pack_courses(work, asking.code) if asking.code else packs.first_courses(work, asking.name)
        )
        self.courses.field.show_courses(known)
        self.courses.setVisible(bool(known))

    def _show(self) -> None:
        chosen = self._path.name if self._path else self.tr("Choose the file…")
        self.file.field.setText(chosen)
        self._found.setVisible(self._asking is not None)
        if self._asking is not None:
            known = self.tr("{name} (enrolled as {code} before)")
            name = self._asking.name or self.tr("A laptop without a name")
            code = self._asking.code
            self.who.setText(known.format(name=name, code=code) if code else name)
            self.digits.show_digits(self._asking.fingerprint)
        self._check()

    def _check(self) -> None:
        ready = self._asking is not None and bool(self.code.field.text().strip())
        self.accept_button.setEnabled(ready and self.place.field.place is not None)

    def _ask_file(self) -> None:
        start = self._desk.preferences.now.export_folder or str(Path.home())
        kinds = self.tr("Requests (*.json *.treq);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Request file"), start, kinds)
        if chosen:
            self.read(Path(chosen))

    def _enrol(self) -> None:
        path, folder, code = self._path, self.place.field.place, self.code.field.text()
        chosen = self.courses.field.chosen()
        if path is None or folder is None:
            return
        self._desk.run(
            self.tr("Enrolling the laptop"),
            lambda work, progress: office.enrol(work, path, code, folder, chosen, progress=progress),
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, result: Enrolled) -> None:
        self.place.field.remember()
        self.dismiss()
        self.enrolled.emit(result)

    def _refuse(self, error: TrainerError) -> None:
        row = self.place if error.code.startswith("files.") else self.code
        row.show_error(self._desk.explained(error))
