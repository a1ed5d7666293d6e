"""Forms for laptops: enrolling one by its request file, and choosing the courses of its next pack.

Two groups of the laptop's digits are typed first, which the trainer reads from its screen. A pack holds the
laptop's own courses by default; others can be added, each with its people. Those whose trainer has the name
of the laptop's owner come next and say so. They are ticked where the office alone wrote who teaches there;
else a person ticks them.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from trainer_app.actions.exchange import packs
from trainer_app.actions.office import office
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.sending import (
    DeviceLine,
    EnrolledLaptop,
    JoinRequest,
    PackCourse,
    SentBundle,
)
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import DestinationField, Drive, removable_drives
from trainer_app.ui.widgets.controls import Button, Tick
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, begin_in
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.passphrase import TypedGroups

_ROW, _MOST_COURSES = 30, 7


class CourseChooser(QScrollArea):
    """A tick for each course, those of the laptop first. Arrow keys and Tab go from one to the next."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self.viewport().setProperty("role", "clear")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setObjectName(f"{name}_list")
        holder.setProperty("role", "clear")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.setWidget(holder)
        self.ticks: list[Tick] = []
        self._courses: list[PackCourse] = []

    def show_courses(self, courses: Sequence[PackCourse]) -> None:
        """Show the courses, those that go by default first and ticked, then those that are proposed."""
        self._courses = sorted(courses, key=lambda course: (not course.own, not course.named))
        while len(self.ticks) < len(self._courses):
            tick = Tick(f"{self.objectName()}_{len(self.ticks) + 1}")
            self._column.insertWidget(len(self.ticks), tick)
            tick.toggled.connect(self.changed)
            self.ticks.append(tick)
        for index, tick in enumerate(self.ticks):
            tick.setVisible(index < len(self._courses))
            if index < len(self._courses):
                tick.setText(self._said(self._courses[index]))
                tick.setChecked(self._courses[index].own or self._courses[index].planned)
        self.setFixedHeight(_ROW * min(max(len(self._courses), 1), _MOST_COURSES))

    def _said(self, course: PackCourse) -> str:
        said = f"{course.code} · {course.town}" if course.town else course.code
        return self.tr("{course} (trainer of this name)").format(course=said) if course.named else said

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of the courses that are ticked."""
        pairs = zip(self._courses, self.ticks, strict=False)
        return tuple(course.key for course, tick in pairs if tick.isChecked())


_MOST = 4


class EnrolPanel(SidePanel):
    """`enrolled(result)` is emitted when the laptop is in the list and its first file is written."""

    enrolled = Signal(object)

    def __init__(
        self, context: AppContext, host: QWidget, look: Callable[[], list[Drive]] = removable_drives
    ) -> None:
        super().__init__("enrol_panel", host)
        self._context = context
        self._path: Path | None = None
        self._asking: JoinRequest | None = None
        self.about = label("second", "enrol_about", wrap=True)
        self.file = FormRow("enrol_request", Button("enrol_request", icon="file"))
        self.who = label("row_title", "enrol_who", wrap=True)
        self.digits = FormRow("enrol_digits", TypedGroups("enrol_digits"))
        self.code = FormRow("enrol_code", text_field("enrol_code", width=120, most=_MOST))
        self.courses = FormRow("enrol_courses", CourseChooser("enrol_courses"))
        self.place = FormRow("enrol_place", DestinationField("enrol_place", context, look))
        self._found = QWidget()
        self._found.setObjectName("enrol_found")
        self._lay_out()
        self.file.field.clicked.connect(self._ask_file)
        self.digits.field.changed.connect(self._check)
        self.code.field.textChanged.connect(self._check)
        self.place.field.changed.connect(self._check)
        self.courses.field.changed.connect(self._say_courses)
        self.accepted.connect(self._enrol)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.who, self.digits):
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
        self.digits.clear_error()
        self.digits.field.clear()
        self.place.field.look()
        self._show()
        self.reveal(self.file.field)

    def read(self, path: Path) -> None:
        """Look at a request file; nothing is decided yet."""
        self.file.clear_error()
        self.digits.clear_error()
        self.digits.field.clear()
        try:
            self._asking, self._path = office.read_asking(self._context.work, path), path
        except TrainerError as error:
            self._asking, self._path = None, None
            self.file.show_error(self._context.explained(error))
        else:
            self.code.field.setText(self._asking.code or office.next_code(self._context.work))
            self._show_courses(self._asking)
            self.digits.field.ask(self._asking.places)
            self.digits.field.lines[0].setFocus()
        self._show()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Enrol a laptop"), self.tr("Enrol and write its file"))
        self.about.setText(
            self.tr(
                "The trainer wrote a request file on the laptop. The first file from here brings it the "
                "courses."
            )
        )
        self._say_courses()
        self.file.set_words(self.tr("Request file"))
        self.digits.set_words(
            self.tr("Digits of the laptop"),
            self.tr(
                "Call the trainer at a number you know. The laptop shows six groups under “Ask an office "
                "to enrol this laptop”: type these two."
            ),
        )
        self.code.set_words(
            self.tr("Code of the laptop"),
            self.tr("A letter and a number. It is part of certificate numbers and names of files."),
        )
        self.place.set_words(self.tr("Where to write its first file"))
        self._show()

    def _say_courses(self) -> None:
        said = self.tr("Only these go to the laptop, with the people in them. More can be sent later.")
        if not self.courses.field.chosen():
            said = self.tr("None is ticked: its first file would bring no course. More can be sent later.")
        self.courses.set_words(self.tr("Courses of this trainer"), said)

    def _show_courses(self, asking: JoinRequest) -> None:
        work = self._context.work
        known = (
            packs.pack_courses(work, asking.code) if asking.code else packs.first_courses(work, asking.name)
        )
        self.courses.field.show_courses(known)
        self._say_courses()
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
        self._check()

    def _check(self) -> None:
        named = self.digits.field.whole and bool(self.code.field.text().strip())
        ready = self._asking is not None and named
        self.accept_button.setEnabled(ready and self.place.field.place is not None)

    def _ask_file(self) -> None:
        start = begin_in(self._context.preferences.now.export_folder)
        kinds = self.tr("Requests (*.json *.treq);;All files (*)")
        chosen, _ = FileDialog.getOpenFileName(self, self.tr("Request file"), start, kinds)
        if chosen:
            self.read(Path(chosen))

    def _enrol(self) -> None:
        path, folder, code = self._path, self.place.field.place, self.code.field.text()
        chosen, typed = self.courses.field.chosen(), self.digits.field.text()
        if path is None or folder is None:
            return
        self._context.run(
            self.tr("Enrolling the laptop"),
            lambda work, progress: office.enrol(
                work, path, code, folder, chosen, typed=typed, progress=progress
            ),
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, result: EnrolledLaptop) -> None:
        self.place.field.remember()
        self.dismiss()
        self.enrolled.emit(result)

    def _refuse(self, error: TrainerError) -> None:
        said = self._context.explained(error)
        if error.code.startswith("files."):
            self.place.show_error(said)
        elif error.code == "office.other_laptop":
            self.digits.field.clear()
            self.digits.show_error(said)
        elif error.code == "office.copied_folder":
            self.file.show_error(said)
        else:
            self.code.show_error(said)


class PackPanel(SidePanel):
    """`written(pack)` is emitted when the file lies there, read back and equal."""

    written = Signal(object)

    def __init__(
        self, context: AppContext, host: QWidget, look: Callable[[], list[Drive]] = removable_drives
    ) -> None:
        super().__init__("pack_panel", host)
        self._context = context
        self._device: DeviceLine | None = None
        self.about = label("second", "pack_about", wrap=True)
        self.courses = FormRow("pack_courses", CourseChooser("pack_courses"))
        self.place = FormRow("pack_place", DestinationField("pack_place", context, look))
        self.body.addWidget(self.about)
        self.body.addWidget(self.courses)
        self.body.addWidget(self.place)
        self.body.addStretch(1)
        self.accepted.connect(self._write)
        self.place.field.changed.connect(self._check)
        self.courses.field.changed.connect(self._say_courses)
        self.retranslate()

    def open(self, device: DeviceLine) -> None:
        """Ask where to write the file for a laptop."""
        self._device = device
        found = self._context.ask(packs.pack_courses, device.code) or []
        self.courses.field.show_courses(found)
        self.courses.setVisible(bool(found))
        self.retranslate()
        self.place.clear_error()
        self.place.field.look()
        self.reveal(self.place.field)

    @override
    def retranslate(self) -> None:
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
        self._say_courses()
        self.place.set_words(self.tr("Where to"))

    def _say_courses(self) -> None:
        """Say what the ticks mean, and above all that a file without any brings no course."""
        said = self.tr("Names of people in courses that are not ticked stay here.")
        if not self.courses.field.chosen():
            said = self.tr(
                "None is ticked: the file would bring this laptop no course, only corrections, receipts and "
                "lists. Tick the courses that its trainer is to work on."
            )
        self.courses.set_words(self.tr("Courses"), said)

    def _check(self) -> None:
        self.accept_button.setEnabled(self.place.field.place is not None)

    def _write(self) -> None:
        device, folder = self._device, self.place.field.place
        chosen = self.courses.field.chosen()
        if device is None or folder is None:
            return
        self._context.run(
            self.tr("Writing the file for {code}").format(code=device.code),
            lambda work, progress: packs.export_pack(
                work, device.code, folder, courses=chosen, progress=progress
            ),
            done=self._done,
            failed=lambda error: self.place.show_error(self._context.explained(error)),
        )

    def _done(self, pack: SentBundle) -> None:
        self.place.field.remember()
        self.dismiss()
        self.written.emit(pack)
