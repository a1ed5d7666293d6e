"""Enrolling a laptop by its request file: a trainer's, or a computer of the office that travels.

Two groups of the laptop's digits are typed first, which its owner reads from its screen.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.exchange import all_packs, packs, travelling
from trainer_app.actions.office import office
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import OfficeUser
from trainer_app.domain.exchange.sending import EnrolledLaptop, JoinRequest
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import DestinationField, Drive, removable_drives
from trainer_app.ui.office.laptop_forms import CourseChooser
from trainer_app.ui.widgets.controls import Button, ChoiceRow, Shape, Tick
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.passphrase import TypedGroups
from trainer_app.ui.widgets.pickers import ComboBox

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
        self._owners: list[OfficeUser] = []
        self._known = False
        self.about = label("second", "enrol_about", wrap=True)
        self.file = FormRow("enrol_request", Button("enrol_request", icon="file"))
        self.who = label("row_title", "enrol_who", wrap=True)
        self.digits = FormRow("enrol_digits", TypedGroups("enrol_digits"))
        self.trainer = ChoiceRow("enrol_trainer", Shape.RADIO, "laptop")
        self.travels = ChoiceRow("enrol_travels", Shape.RADIO, "office")
        self.owner = FormRow("enrol_owner", ComboBox("enrol_owner"))
        self.code = FormRow("enrol_code", text_field("enrol_code", width=120, most=_MOST))
        self.courses = FormRow("enrol_courses", CourseChooser("enrol_courses"))
        self.teaches = Tick("enrol_teaches")
        self.place = FormRow("enrol_place", DestinationField("enrol_place", context, look))
        self._found = QWidget()
        self._found.setObjectName("enrol_found")
        self._lay_out()
        self.file.field.clicked.connect(self._ask_file)
        self.digits.field.changed.connect(self._check)
        self.code.field.textChanged.connect(self._check)
        self.place.field.changed.connect(self._check)
        self.courses.field.changed.connect(self._say_courses)
        self.travels.toggled.connect(lambda _on: self._show())
        self.owner.field.currentIndexChanged.connect(lambda _place: self.owner.clear_error())
        self.accepted.connect(self._enrol)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.who, self.digits):
            column.addWidget(part)
        column.addSpacing(8)
        for choice in (self.trainer, self.travels):
            column.addWidget(choice)
        column.addWidget(self.owner)
        column.addSpacing(4)
        column.addWidget(self.code)
        column.addWidget(self.courses)
        column.addWidget(self.teaches)
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
            self._show_role(self._asking)
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
        self.trainer.set_words(
            self.tr("A trainer's laptop"), self.tr("It gets the courses that are ticked, and no others.")
        )
        self.travels.set_words(
            self.tr("A computer of the office that travels"),
            self.tr("It gets everything that the office has, and its person decides there as here."),
        )
        self.owner.set_words(
            self.tr("Whose computer it is"),
            self.tr("Yours, or that of a data officer. Another head enrols their own."),
        )
        self._say_courses()
        self.file.set_words(self.tr("Request file"))
        self.code.set_words(
            self.tr("Code of the laptop"),
            self.tr("A letter and a number. It is part of certificate numbers and names of files."),
        )
        self.place.set_words(self.tr("Where to write its first file"))
        self._show()

    def _say_digits(self) -> None:
        """Say where the laptop shows its digits: one that has an office shows them in Settings alone."""
        where = self.tr(
            "Call the trainer at a number you know. The laptop shows six groups under “Join an "
            "office…”: type these two."
        )
        if self._asking is not None and self._asking.code:
            where = self.tr(
                "Call the trainer at a number you know. The laptop shows six groups under Settings, “My "
                "office”: type these two."
            )
        self.digits.set_words(self.tr("Digits of the laptop"), where)

    def _say_courses(self) -> None:
        some = bool(self.courses.field.chosen())
        said = self.tr("Only these go to the laptop, with the people in them. More can be sent later.")
        none = self.tr("None is ticked: its first file would bring no course. More can be sent later.")
        self.courses.set_words(self.tr("Courses for this laptop"), said if some else none)
        # What stands below stays where it is when the first course is ticked: the next press is for it.
        self.courses.keep_room((said, none))
        name = self._asking.name if self._asking is not None else ""
        self.teaches.setText(self.tr("{name} teaches the ticked courses").format(name=name))
        self.teaches.setVisible(bool(name and self._known) and not self._travelling)
        self.teaches.setEnabled(some)

    def _show_courses(self, asking: JoinRequest) -> None:
        work = self._context.work
        if asking.code:
            known = packs.pack_courses(work, asking.code)
        else:
            known = all_packs.first_courses(work, asking.name)
        self.courses.field.show_courses(known)
        self.teaches.setChecked(True)
        self._known = bool(known)
        self._say_courses()

    def _show_role(self, asking: JoinRequest) -> None:
        """Offer both roles, and of a laptop that is known the one it has: it never gets the other."""
        devices = self._context.ask(office.devices) or []
        known = next((line for line in devices if asking.code and line.code == asking.code), None)
        self._owners = self._context.ask(travelling.may_own) or []
        self.owner.field.clear()
        self.owner.field.addItems([each.name for each in self._owners])
        (self.travels if known is not None and known.travels else self.trainer).setChecked(True)
        self.trainer.setEnabled(known is None or not known.travels)
        self.travels.setEnabled(known is None or known.travels)

    @property
    def _travelling(self) -> bool:
        return self._asking is not None and self.travels.isChecked()

    def _whose(self) -> str | None:
        """Return whose computer of the office it is, by short name; None for a trainer's laptop."""
        if not self._travelling:
            return None
        place = self.owner.field.currentIndex()
        return self._owners[place].short if 0 <= place < len(self._owners) else travelling.OWN

    def _show(self) -> None:
        chosen = self._path.name if self._path else self.tr("Choose the file…")
        self.file.field.setText(chosen)
        self._found.setVisible(self._asking is not None)
        if self._asking is not None:
            known = self.tr("{name} (enrolled as {code} before)")
            name = self._asking.name or self.tr("A laptop without a name")
            code = self._asking.code
            self.who.setText(known.format(name=name, code=code) if code else name)
        self._say_digits()
        self.owner.setVisible(self._travelling and bool(self._owners))
        self.courses.setVisible(self._known and not self._travelling)
        self._say_courses()
        self._check()

    def _check(self) -> None:
        """Take complaints back that hold no more; what is missing is said when the button is pressed."""
        self.accept_button.setEnabled(self._asking is not None)
        missing = dict(self._missing())
        for row in (self.digits, self.code, self.place):
            if row not in missing:
                row.clear_error()

    def _missing(self) -> Iterator[tuple[FormRow[Any], Callable[[], str]]]:
        """Return what is not filled in yet, the last one first."""
        if self.place.field.place is None:
            yield self.place, self.place.field.missing
        if not self.code.field.text().strip():
            yield self.code, lambda: self.tr("Give the laptop a code.")
        if not self.digits.field.whole:
            yield self.digits, lambda: self.tr("Type both groups of five digits.")

    def _ask_file(self) -> None:
        kinds = self.tr("Requests (*.json *.treq);;All files (*)")
        chosen, _ = FileDialog.getOpenFileName(
            self, self.tr("Request file"), kinds=kinds, purpose=Purpose.RECEIVING
        )
        if chosen:
            self.read(Path(chosen))

    def _enrol(self) -> None:
        for row, words in self._missing():
            # Part of the form is below what is seen: a button that is off would not say why.
            row.show_error(words)
        path, folder, code = self._path, self.place.field.place, self.code.field.text()
        chosen, typed = self.courses.field.chosen(), self.digits.field.text()
        if self._asking and self.digits.field.whole and not office.are_digits(self._asking, typed):
            # Whatever else is missing, as a stick: what was just typed is put right first.
            self._refuse(TrainerError("office.other_laptop"))
            return
        teaches = bool(chosen) and self.teaches.isChecked() and not self.teaches.isHidden()
        whose = self._whose()
        if path is None or folder is None or any(self._missing()):
            return
        self._context.run(
            self.tr("Enrolling the laptop"),
            lambda work, progress: office.enrol(
                work, path, code, folder, chosen, typed=typed, teaches=teaches, whose=whose, progress=progress
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
            self.digits.show_error(said)
        elif error.code == "office.copied_folder":
            self.file.show_error(said)
        elif error.code.startswith(("travelling.", "joint.")):
            (self.owner if self._owners else self.file).show_error(said)
        else:
            self.code.show_error(said)
