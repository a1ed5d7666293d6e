"""The list of a course: numbers, names, states; what can be done with the row that is chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from trainer_app.domain.completing import missing
from trainer_app.domain.enrolments import Participant
from trainer_app.domain.ranks import RankForm
from trainer_app.ui.participants.filter_strip import FilterStrip, Part
from trainer_app.ui.participants.wording import ParticipantWording
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.table import TableView

_ROW, _FOOT, _MISSING = 34, 52, 8
_KEYS = {Qt.Key.Key_Delete: "withdraw", Qt.Key.Key_Backspace: "reinstate", Qt.Key.Key_F4: "replaces"}
ACTS = ("edit", "replaces", "withdraw", "reinstate", "person")
"""What can be done with one participant; `edit` is also Enter and a double click."""


class ParticipantTable(TableView):
    """The table, with a menu on the right button and on the menu key, and keys for what the menu offers."""

    menu_asked = Signal(QPoint)
    act_asked = Signal(str)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Choose the row under the pointer and ask for its menu."""
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if event.reason() is QContextMenuEvent.Reason.Mouse and index.isValid():
            self.setCurrentIndex(index)
        if self.currentIndex().isValid():
            self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Withdraw on Delete, take back on Backspace, choose whom somebody replaces on F4."""
        act = _KEYS.get(Qt.Key(event.key()))
        if act and self.currentIndex().isValid():
            self.act_asked.emit(act)
        else:
            super().keyPressEvent(event)


class ListCard(Retranslated, Card):
    """`asked` gives what is to be done (one of `ACTS`) and the enrolment's key."""

    asked = Signal(str, str)

    def __init__(self, wording: ParticipantWording) -> None:
        super().__init__("participants_list", titled=False)
        self._wording = wording
        self._items: dict[str, Participant] = {}
        self.strip = FilterStrip()
        self.model: RowsModel[Participant] = RowsModel(
            "participants_model", self._columns(), lambda item: item.enrolment.key, self
        )
        self.table = ParticipantTable("participants_table")
        self.table.show_model(self.model)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.who = ElidedLabel("body_strong", "participants_who")
        self.buttons = {act: Button(f"participants_{act}", Kind.GHOST) for act in ACTS}
        self.acts = {act: QAction(self) for act in ACTS}
        self.menu = QMenu(self)
        self.menu.setObjectName("participants_menu")
        self.grow()
        self.add_row(self.strip)
        self.add_row(self.table, 1)
        self._add_foot()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[Participant], ...]:
        words = self._wording
        return (
            Column("number", lambda: self.tr("No"), lambda item: str(item.enrolment.number), 56, right=True),
            Column("name", lambda: self.tr("Participant"), lambda item: item.person.name, look=Look.STRONG),
            Column("latin", lambda: self.tr("Latin spelling"), lambda item: item.person.latin, 150, yields=1),
            Column(
                "rank",
                lambda: self.tr("Rank"),
                lambda item: words.people.rank(item.person.rank, RankForm.SHORT),
                108,
            ),
            Column("unit", lambda: self.tr("Unit"), lambda item: item.person.unit, 140),
            Column(
                "sex", lambda: self.tr("Sex"), lambda item: words.people.sex(item.person.sex), 92, yields=3
            ),
            Column(
                "state",
                lambda: self.tr("State"),
                lambda item: words.state(item, self._items)[1],
                206,
                chip=lambda item: words.state(item, self._items),
            ),
            Column("from_day", lambda: self.tr("From"), words.from_day, 76, look=Look.QUIET, yields=2),
            Column(
                "missing",
                lambda: self.tr("To complete"),
                words.missing,
                96,
                chip=lambda item: (
                    (Tone.QUIET, str(len(missing(item.person))), "pen")
                    if Part.TO_COMPLETE.holds(item)
                    else None
                ),
            ),
        )

    def _add_foot(self) -> None:
        foot = self.add_foot(_FOOT)
        foot.setContentsMargins(CARD_PADDING - 2, 0, CARD_PADDING - 12, 0)
        foot.setSpacing(2)
        foot.addWidget(self.who, 1)
        icons = {
            "edit": "pen",
            "replaces": "users2",
            "withdraw": "minus",
            "reinstate": "undo",
            "person": "user",
        }
        for act in ACTS:
            self.buttons[act].set_icon(icons[act])
            foot.addWidget(self.buttons[act])

    def _connect(self) -> None:
        self.table.opened.connect(lambda _place: self._ask("edit"))
        self.table.act_asked.connect(self._ask_by_key)
        self.strip.chosen.connect(self._show_part)
        self.table.menu_asked.connect(self.menu.popup)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_current())
        self.model.modelReset.connect(self._show_current)
        for act in ACTS:
            self.acts[act].setObjectName(f"participants_act_{act}")
            self.menu.addAction(self.acts[act])
            self.buttons[act].clicked.connect(lambda _on=False, act=act: self._ask(act))
            self.acts[act].triggered.connect(lambda _on=False, act=act: self._ask(act))

    def show_people(self, items: Sequence[Participant]) -> None:
        """Show a course's people by number, keeping the row that is chosen."""
        self._items = {item.enrolment.key: item for item in items}
        self.strip.show_counts(items)
        self._show_part()

    def choose(self, key: str) -> None:
        """Make one row the current one; the first, if it is not there. Who is hidden is shown."""
        if key in self._items and self.model.place(key) is None:
            self.show_part(Part.ALL)
        place = self.model.place(key)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(place or 0, 0))
            if place is not None:
                self.table.scrollTo(self.table.currentIndex())

    def show_part(self, part: Part) -> None:
        """Show everybody, those to complete, or those who left."""
        self.strip.choose(part)
        self._show_part()

    def to_complete(self) -> list[Participant]:
        """Return who is to be completed, by number."""
        return [item for item in self._items.values() if Part.TO_COMPLETE.holds(item)]

    def _show_part(self) -> None:
        """Show a part of the list. The row that is chosen stays; where it went, the one in its place."""
        current, place = self.current(), max(0, self.table.currentIndex().row())
        if self.strip.part is not Part.ALL and not self.strip.count(self.strip.part):
            self.strip.choose(Part.ALL)
        part = self.strip.part
        self.model.set_rows([item for item in self._items.values() if part.holds(item)])
        self.table.setColumnHidden(_MISSING, not self.strip.count(Part.TO_COMPLETE))
        key = current.enrolment.key if current else ""
        if self.model.place(key) is None and self.model.rowCount():
            key = self.model.key(min(place, self.model.rowCount() - 1))
        self.choose(key)
        self.strip.retranslate()
        self._show_current()

    def current(self) -> Participant | None:
        """Return who is chosen."""
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= self.model.rowCount():
            return None
        return self._items.get(self.model.key(index.row()))

    def everybody(self) -> Mapping[str, Participant]:
        """Return all who are shown, by the key of the enrolment."""
        return self._items

    def retranslate(self) -> None:
        """Set every word."""
        self.table.setAccessibleName(self.tr("Participants of the course"))
        words = {
            "edit": self.tr("Edit"),
            "replaces": self.tr("Replaces…"),
            "withdraw": self.tr("Withdraw"),
            "reinstate": self.tr("Back on the list"),
            "person": self.tr("All about the person"),
        }
        for act, text in words.items():
            self.buttons[act].setText(text)
            self.buttons[act].updateGeometry()
            self.acts[act].setText(text)
        self._show_current()

    def _show_current(self) -> None:
        item = self.current()
        shown = {
            "edit": True,
            "person": True,
            "replaces": item is not None and item.expected,
            "withdraw": item is not None and item.expected,
            "reinstate": item is not None and not item.expected,
        }
        for act, button in self.buttons.items():
            button.setVisible(item is not None and shown[act])
            self.acts[act].setVisible(shown[act])
            if item is not None:
                button.setAccessibleName(f"{button.text()}: {item.person.name}")
        self.who.setText(self._say_current(item) if item else "")

    def _ask(self, act: str) -> None:
        item = self.current()
        if item is not None:
            self.asked.emit(act, item.enrolment.key)

    def _say_current(self, item: Participant) -> str:
        """Say who is chosen, who stands in for whom, and what is still to be typed."""
        words = self._wording
        lacking = words.missing(item)
        parts = [
            f"{item.enrolment.number}  {item.person.name}",
            words.link(item, self._items),
            self.tr("to complete: {fields}").format(fields=lacking) if lacking else "",
        ]
        return " · ".join(part for part in parts if part)

    def _ask_by_key(self, act: str) -> None:
        """Do what a key stands for, where its button is offered too."""
        if not self.buttons[act].isHidden():
            self._ask(act)
