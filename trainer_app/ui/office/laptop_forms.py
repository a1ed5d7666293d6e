"""Forms for laptops: the next pack of one with its courses, packs for all.

A pack holds the laptop's own courses by default; others can be added, each with its people. Those whose
trainer has the name of the laptop's owner come next and say so. They are ticked where the office alone wrote
who teaches there; else a person ticks them. One of the office that travels gets what it has not confirmed.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from trainer_app.actions.exchange import all_packs, packs
from trainer_app.actions.exchange.all_packs import PlannedPack, WrittenPack
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.sending import (
    DeviceLine,
    PackCourse,
    SentBundle,
)
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import DestinationField, Drive, removable_drives
from trainer_app.ui.widgets.controls import ChoiceRow, Shape, Tick
from trainer_app.ui.widgets.fields import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import SidePanel

_ROW, _MOST_COURSES = 30, 7


class _Chooser(QScrollArea):
    """Ticks below each other, which scroll where there are many."""

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


class CourseChooser(_Chooser):
    """A tick for each course, those of the laptop first. Arrow keys and Tab go from one to the next."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
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


class PackPanel(SidePanel):
    """`written(pack)` is emitted when the file lies there, read back and equal."""

    written = Signal(object)

    def __init__(
        self, context: AppContext, host: QWidget, look: Callable[[], list[Drive]] = removable_drives
    ) -> None:
        super().__init__("pack_panel", host)
        self._context = context
        self._device: DeviceLine | None = None
        self._offered: tuple[object, ...] = ()
        self.about = label("second", "pack_about", wrap=True)
        self.courses = FormRow("pack_courses", CourseChooser("pack_courses"))
        self.everything = Tick("pack_everything")
        self.place = FormRow("pack_place", DestinationField("pack_place", context, look))
        self.body.addWidget(self.about)
        self.body.addWidget(self.everything)
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
        self.courses.setVisible(bool(found) and not device.travels)
        self.everything.setVisible(device.travels)
        self.everything.setChecked(False)
        self._offered = self._choices()
        self.retranslate()
        self.place.clear_error()
        self.place.field.look()
        self.reveal(self.place.field)

    @override
    def is_begun(self) -> bool:
        return not self.isHidden() and self._choices() != self._offered

    def _choices(self) -> tuple[object, ...]:
        """Return what is ticked: another choice than was offered is not thrown away without a question."""
        return self.courses.field.chosen(), self.everything.isChecked()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        code = self._device.code if self._device else ""
        self.set_words(self.tr("A file for {code}").format(code=code), self.tr("Write the file"))
        about = self.tr(
            "It holds the courses below with their people and logos, your corrections, the receipt for "
            "what came from this laptop, and the lists of laptops and of void certificates. Only this "
            "laptop can open it."
        )
        everything = self.tr(
            "It holds what the office has and this computer has not confirmed yet with a file of its own: of "
            "all courses with their people, of the register of certificates, of what waits in Review. Only "
            "this computer can open it."
        )
        travels = self._device is not None and self._device.travels
        self.about.setText(everything if travels else about)
        self.everything.setText(self.tr("Everything again, from the beginning"))
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
        chosen, everything = self.courses.field.chosen(), self.everything.isChecked()
        if device is None or folder is None:
            return
        self._context.run(
            self.tr("Writing the file for {code}").format(code=device.code),
            lambda work, progress: packs.export_pack(
                work, device.code, folder, courses=chosen, everything=everything, progress=progress
            ),
            done=self._done,
            failed=lambda error: self.place.show_error(self._context.explained(error)),
        )

    def _done(self, pack: SentBundle) -> None:
        self.place.field.remember()
        self.dismiss()
        self.written.emit(pack)


_ROW, _MOST_ROWS = 54, 4


class LaptopChooser(_Chooser):
    """A tick for each laptop, with the courses that its file would hold."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.rows: list[ChoiceRow] = []
        self._packs: Sequence[PlannedPack] = ()

    def show_packs(self, packs: Sequence[PlannedPack], *, planned: bool) -> None:
        """Show the laptops; new ones are ticked."""
        while len(self.rows) < len(packs):
            row = ChoiceRow(f"{self.objectName()}_{len(self.rows) + 1}", Shape.TICK)
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        fresh = [one.device for one in packs] != [one.device for one in self._packs]
        self._packs = packs
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(packs))
            if place < len(packs):
                one = packs[place]
                named = " · ".join(part for part in (one.device, one.name) if part)
                row.set_words(named, self._said(one, planned=planned))
                if fresh:
                    row.setChecked(True)
        self.setFixedHeight(_ROW * min(max(len(packs), 1), _MOST_ROWS))

    def _said(self, one: PlannedPack, *, planned: bool) -> str:
        own = ", ".join(line.code for line in one.own)
        new = ", ".join(line.code for line in one.planned) if planned else ""
        parts = [own, self.tr("new: {courses}").format(courses=new) if new else ""]
        return "; ".join(part for part in parts if part) or self.tr(
            "no course, only corrections and receipts"
        )

    def begin_anew(self) -> None:
        """Tick all laptops when they are shown next: what was chosen another time holds no more."""
        self._packs = ()

    def chosen(self) -> tuple[str, ...]:
        """Return the codes of the laptops that are ticked."""
        pairs = zip(self._packs, self.rows, strict=False)
        return tuple(one.device for one, row in pairs if row.isChecked())


class AllPacksPanel(SidePanel):
    """`written(done)` is emitted with what became of each laptop's file."""

    written = Signal(object)

    def __init__(
        self, context: AppContext, host: QWidget, look: Callable[[], list[Drive]] = removable_drives
    ) -> None:
        super().__init__("all_packs_panel", host)
        self._context = context
        self._packs: Sequence[PlannedPack] = ()
        self._offered: tuple[object, ...] = ()
        self.about = label("second", "all_packs_about", wrap=True)
        self.laptops = FormRow("all_packs_laptops", LaptopChooser("all_packs_laptops"))
        self.planned = Tick("all_packs_planned")
        self.planned.setChecked(True)
        self.place = FormRow("all_packs_place", DestinationField("all_packs_place", context, look))
        for part in (self.about, self.laptops, self.planned, self.place):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.accepted.connect(self._write)
        self.place.field.changed.connect(self._check)
        self.planned.toggled.connect(lambda _on: self._show())
        self.retranslate()

    def open(self) -> None:
        """Ask for which laptops files are written, and where to."""
        self._packs = self._context.ask(all_packs.planned_packs) or ()
        self.planned.setChecked(True)
        self.laptops.field.begin_anew()
        self._show()
        self._offered = self._choices()
        self.place.clear_error()
        self.place.field.look()
        self._check()
        self.reveal(self.place.field)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Files for all laptops"), self.tr("Write the files"))
        self.about.setText(
            self.tr(
                "A file for each laptop that is ticked: its courses with their people, your corrections, "
                "receipts and lists. Only that laptop can open it, and its name says for whom it is."
            )
        )
        self.planned.setText(self.tr("Also the courses planned here for their trainers"))
        self.place.set_words(self.tr("Where to"))
        self._show()

    @override
    def is_begun(self) -> bool:
        return not self.isHidden() and self._choices() != self._offered

    def _choices(self) -> tuple[object, ...]:
        """Return what is ticked: another choice than was offered is not thrown away without a question."""
        return self.laptops.field.chosen(), self.planned.isChecked()

    def _show(self) -> None:
        planned = self.planned.isChecked()
        self.laptops.field.show_packs(self._packs, planned=planned)
        self.laptops.set_words(self.tr("Laptops"), self._where_given(planned=planned))
        self.planned.setVisible(any(one.planned for one in self._packs))
        self._check()

    def _where_given(self, *, planned: bool) -> str:
        """Say where a laptop is given a course, for one that would get none here."""
        without = (one.device for one in self._packs if not one.own and not (planned and one.planned))
        code = next(without, "")
        if not code:
            return ""
        return self.tr(
            "Only what each laptop was given so far goes. A course is ticked for it in “Write a file for "
            "{code}”."
        ).format(code=code)

    def _check(self) -> None:
        self.accept_button.setEnabled(self.place.field.place is not None and bool(self._packs))

    def _write(self) -> None:
        folder, chosen = self.place.field.place, self.laptops.field.chosen()
        planned = self.planned.isChecked()
        if folder is None:
            return
        place: Path = folder
        self._context.run(
            self.tr("Writing the files for the laptops"),
            lambda work, progress: all_packs.export_all(
                work, place, chosen, planned=planned, progress=progress
            ),
            done=self._done,
            failed=self._refuse,
        )

    def _refuse(self, error: TrainerError) -> None:
        self.place.show_error(self._context.explained(error))

    def _done(self, done: list[WrittenPack]) -> None:
        self.place.field.remember()
        self.dismiss()
        self.written.emit(done)
