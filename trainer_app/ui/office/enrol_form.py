"""Enrolling a laptop by its request file: a trainer's, or a computer of the office that travels.

Two groups of the laptop's digits are typed first, which its owner reads from its screen.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.exchange import all_packs, packs, travelling
from trainer_app.actions.office import office
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import OfficeUser
from trainer_app.domain.exchange.sending import EnrolledLaptop, JoinRequest
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import DestinationField, Drive, removable_drives
from trainer_app.ui.kit.form_fields import Choice, Flag, FormField, Layout, Note, Own
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.office.laptop_forms import CourseChooser
from trainer_app.ui.widgets.controls import Button, ChoiceRow, Shape
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.passphrase import TypedGroups

_MOST = 4


class EnrolPanel(FieldsForm):
    """`enrolled(result)` is emitted when the laptop is in the list and its first file is written."""

    enrolled = Signal(object)

    def __init__(
        self, context: AppContext, host: QWidget, look: Callable[[], list[Drive]] = removable_drives
    ) -> None:
        super().__init__("enrol_panel", context, host, 420, prefix="enrol_")
        self._look = look
        self._path: Path | None = None
        self._asking: JoinRequest | None = None
        self._owners: list[OfficeUser] = []
        self._known = False
        self.build()
        self.rows["request"].field.clicked.connect(self._ask_file)
        self.rows["digits"].field.changed.connect(self._check)
        self.rows["code"].field.textChanged.connect(self._check)
        self.rows["place"].field.changed.connect(self._check)
        self.rows["courses"].field.changed.connect(self.say_fields)
        self.rows["travels"].toggled.connect(self.say_fields)

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "The trainer wrote a request file on the laptop. The first file from here brings it the courses."
        )
        file, refused = self.tr("Request file"), ("office.copied_folder",)
        return (
            Note("about", about, role="second"),
            Own("request", file, widget=lambda name: Button(name, icon="file"), refused=refused),
            self._laptop_fields(),
            self._role_fields(),
            self._file_fields(),
        )

    def _laptop_fields(self) -> list[FormField[Any]]:
        """Say which laptop asks, and ask for its digits."""
        asking, found = self._asking, self._asking is not None
        name = asking.name or self.tr("A laptop without a name") if asking else ""
        if asking and asking.code:
            name = self.tr("{name} (enrolled as {code} before)").format(name=name, code=asking.code)
        return [
            Note("who", name, role="row_title", shown=found),
            Own(
                "digits",
                self.tr("Digits of the laptop"),
                self._where_digits_are(),
                widget=TypedGroups,
                refused=("office.other_laptop",),
                shown=found,
            ),
        ]

    def _role_fields(self) -> list[FormField[Any]]:
        """Ask who works on it, and how."""
        found = self._asking is not None
        return [
            Own("trainer", widget=lambda name: ChoiceRow(name, Shape.RADIO, "laptop"), shown=found),
            Own("travels", widget=lambda name: ChoiceRow(name, Shape.RADIO, "office"), shown=found),
            Choice(
                "owner",
                self.tr("Whose computer it is"),
                self.tr("Yours, or that of a data officer. Another head enrols their own."),
                [(each.short, each.name) for each in self._owners],
                changed=lambda: self.rows["owner"].clear_error(),
                shown=self._travelling and bool(self._owners),
            ),
        ]

    def _where_digits_are(self) -> str:
        """Say where the laptop shows its digits: one that has an office shows them in Settings alone."""
        if self._asking is not None and self._asking.code:
            return self.tr(
                "Call the trainer at a number you know. The laptop shows six groups under Settings, “My "
                "office”: type these two."
            )
        return self.tr(
            "Call the trainer at a number you know. The laptop shows six groups under “Join an "
            "office…”: type these two."
        )

    def _file_fields(self) -> list[FormField[Any]]:
        """Ask for the laptop's code, and what its first file brings and where it goes."""
        found, goes = self._asking is not None, self._known and not self._travelling
        name = self._asking.name if self._asking is not None else ""
        return [
            Own(
                "code",
                self.tr("Code of the laptop"),
                self.tr("A letter and a number. It is part of certificate numbers and names of files."),
                widget=lambda name: text_field(name, width=120, most=_MOST),
                shown=found,
            ),
            Own(
                "courses",
                self.tr("Courses for this laptop"),
                self._what_courses_say()[not self._chosen()],
                widget=CourseChooser,
                shown=found and goes,
            ),
            Flag(
                "teaches",
                self.tr("{name} teaches the ticked courses").format(name=name),
                usual=True,
                shown=bool(name) and goes,
            ),
            Own(
                "place",
                self.tr("Where to write its first file"),
                widget=lambda name: DestinationField(name, self.context, self._look),
                shown=found,
            ),
        ]

    def _what_courses_say(self) -> tuple[str, str]:
        """Return what stands below the courses where some are ticked, and where none is."""
        return (
            self.tr("Only these go to the laptop, with the people in them. More can be sent later."),
            self.tr("None is ticked: its first file would bring no course. More can be sent later."),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Enrol a laptop"), self.tr("Enrol and write its file")

    @override
    def say_fields(self) -> None:
        super().say_fields()
        self.rows["request"].field.setText(self._path.name if self._path else self.tr("Choose the file…"))
        self.rows["trainer"].set_words(
            self.tr("A trainer's laptop"), self.tr("It gets the courses that are ticked, and no others.")
        )
        self.rows["travels"].set_words(
            self.tr("A computer of the office that travels"),
            self.tr("It gets everything that the office has, and its person decides there as here."),
        )
        # What stands below stays where it is when the first course is ticked: the next press is for it.
        self.rows["courses"].keep_room(self._what_courses_say())
        self.rows["teaches"].setEnabled(bool(self._chosen()))
        self._check()

    def open(self) -> None:
        """Begin with a new request."""
        self._path, self._asking = None, None
        self.rows["code"].clear_error()
        self.rows["digits"].field.clear()
        self.rows["place"].field.look()
        self.open_filled(focus=self.rows["request"].field)

    def read_request(self, path: Path) -> None:
        """Look at a request file; nothing is decided yet."""
        self.rows["request"].clear_error()
        self.rows["digits"].clear_error()
        self.rows["digits"].field.clear()
        try:
            self._asking, self._path = office.read_asking(self.context.work, path), path
        except TrainerError as error:
            self._asking, self._path = None, None
            self.rows["request"].show_error(self.context.explained(error))
            self.say_fields()
        else:
            self._show_request(self._asking)

    def _show_request(self, asking: JoinRequest) -> None:
        """Offer courses and both roles; of a laptop that is known the one it has: it never gets the other."""
        work, code = self.context.work, asking.code
        devices = self.context.ask(office.devices) or []
        known = next((line for line in devices if code and line.code == code), None)
        self._owners = self.context.ask(travelling.may_own) or []
        ours, first = packs.pack_courses, all_packs.first_courses
        courses = ours(work, code) if code else first(work, asking.name)
        self._known = bool(courses)
        self.rows["code"].field.setText(code or office.next_code(work))
        self.rows["courses"].field.show_courses(courses)
        self.rows["digits"].field.ask(asking.places)
        self.rows["travels" if known is not None and known.travels else "trainer"].setChecked(True)
        self.rows["trainer"].setEnabled(known is None or not known.travels)
        self.rows["travels"].setEnabled(known is None or known.travels)
        self.fill()
        self.rows["digits"].field.lines[0].setFocus()

    @property
    def _travelling(self) -> bool:
        return self._asking is not None and self.rows["travels"].isChecked()

    def _chosen(self) -> tuple[str, ...]:
        """Return the keys of the courses that are ticked."""
        return self.rows["courses"].field.chosen() if self.rows else ()

    def _check(self) -> None:
        """Take complaints back that hold no more; what is missing is said when the button is pressed."""
        self.accept_button.setEnabled(self._asking is not None)
        missing = dict(self._missing())
        for name in ("digits", "code", "place"):
            if self.rows[name] not in missing:
                self.rows[name].clear_error()

    def _missing(self) -> Iterator[tuple[FormRow[Any], Callable[[], str]]]:
        """Return what is not filled in yet, the last one first."""
        digits, code, place = (self.rows[name] for name in ("digits", "code", "place"))
        if place.field.place is None:
            yield place, place.field.missing
        if not code.field.text().strip():
            yield code, lambda: self.tr("Give the laptop a code.")
        if not digits.field.whole:
            yield digits, lambda: self.tr("Type both groups of five digits.")

    def _ask_file(self) -> None:
        kinds = self.tr("Requests (*.json *.treq);;All files (*)")
        chosen, _ = FileDialog.getOpenFileName(
            self, self.tr("Request file"), kinds=kinds, purpose=Purpose.RECEIVING
        )
        if chosen:
            self.read_request(Path(chosen))

    @override
    def save(self) -> None:
        for row, words in self._missing():
            # Part of the form is below what is seen: a button that is off would not say why.
            row.show_error(words)
        digits, code = self.rows["digits"].field, self.rows["code"].field.text()
        path, folder = self._path, self.rows["place"].field.place
        chosen, typed = self._chosen(), digits.text()
        if self._asking and digits.whole and not office.are_digits(self._asking, typed):
            # Whatever else is missing, as a stick: what was just typed is put right first.
            self._refuse(TrainerError("office.other_laptop"))
            return
        teaches = bool(chosen) and self.value("teaches") and not self.rows["teaches"].isHidden()
        # None stands for a trainer's laptop.
        whose = self.value("owner") or travelling.OWN if self._travelling else None
        if path is None or folder is None or any(self._missing()):
            return
        self.context.run(
            self.tr("Enrolling the laptop"),
            lambda work, progress: office.enrol(
                work, path, code, folder, chosen, typed=typed, teaches=teaches, whose=whose, progress=progress
            ),
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, result: EnrolledLaptop) -> None:
        self.rows["place"].field.remember()
        self.dismiss()
        self.enrolled.emit(result)

    def _refuse(self, error: TrainerError) -> None:
        row = self.error_rows.get(error.code, self.rows["code"])
        if error.code.startswith("files."):
            row = self.rows["place"]
        elif error.code.startswith(("travelling.", "joint.")):
            row = self.rows["owner" if self._owners else "request"]
        row.show_error(self.context.explained(error))
