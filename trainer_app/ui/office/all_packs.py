"""The files for all laptops by one press: which laptops, with which courses, and where to."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from trainer_app.actions.exchange import all_packs
from trainer_app.actions.exchange.all_packs import PlannedPack, WrittenPack
from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import DestinationField, Drive, removable_drives
from trainer_app.ui.widgets.controls import ChoiceRow, Shape, Tick
from trainer_app.ui.widgets.fields import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import SidePanel

_ROW, _MOST_ROWS = 54, 4


class LaptopChooser(QScrollArea):
    """A tick for each laptop, with the courses that its file would hold."""

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
        self._show()
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
        self.laptops.set_words(self.tr("Laptops"))
        self.planned.setText(self.tr("Also the courses planned here for their trainers"))
        self.place.set_words(self.tr("Where to"))
        self._show()

    def _show(self) -> None:
        planned = self.planned.isChecked()
        self.laptops.field.show_packs(self._packs, planned=planned)
        self.planned.setVisible(any(one.planned for one in self._packs))
        self._check()

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
