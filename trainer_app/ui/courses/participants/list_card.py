"""The list of participants with its filter bar: numbers, names, states, and commands on the selected row."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import override

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import Participant, count_people
from trainer_app.domain.courses.ranks import RankForm
from trainer_app.domain.people.persons import name_apart, namesake_details
from trainer_app.ui.courses.participants.import_state import ParticipantWording
from trainer_app.ui.kit.language import field_title, numbered
from trainer_app.ui.kit.list_page import Command, CommandButtons
from trainer_app.ui.kit.screens import NEEDS, withhold
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import Selection, TableView

_HEIGHT = 52


class ParticipantFilter(StrEnum):
    """Which part of the list is shown."""

    ALL = "all"
    TO_COMPLETE = "to_complete"
    LEFT = "left"

    def holds(self, item: Participant) -> bool:
        """Tell whether a row belongs to this part, but for whom it names: see `ParticipantFilterBar.rows`."""
        if self is ParticipantFilter.TO_COMPLETE:
            return bool(item.missing)
        return self is ParticipantFilter.ALL or not item.expected


class ParticipantFilterBar(Retranslated, QWidget):
    """`chosen` tells that another part was picked; `requested` that the first one is to be completed."""

    chosen = Signal()
    requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("participants_strip")
        stand_at_least(self, _HEIGHT)
        self.parts = Switch("participants_part", tuple(part.value for part in ParticipantFilter))
        self.parts.set_value(ParticipantFilter.ALL.value)
        self.note = FittingLabel("caption", "participants_part_note")
        self.complete = Button("participants_complete", ButtonKind.GHOST, "pen")
        row = FlowRow(self)
        row.setContentsMargins(CARD_PADDING - 4, 0, CARD_PADDING - 12, 0)
        row.setSpacing(12)
        row.addWidget(self.parts)
        row.addWidget(self.note, 1)
        row.addWidget(self.complete)
        self._counts = dict.fromkeys(ParticipantFilter, 0)
        self._expected = self._walked = self._stand_in = 0
        self._here: Collection[str] = ()
        self._untitled = False
        self.parts.chosen.connect(lambda _value: self.chosen.emit())
        self.complete.clicked.connect(self.requested)
        withhold("people/people/change_person", self.complete)
        self.retranslate()

    @property
    def part(self) -> ParticipantFilter:
        """The part that is shown."""
        return ParticipantFilter(self.parts.value())

    def choose(self, part: ParticipantFilter) -> None:
        """Show another part, without announcing it."""
        self.parts.set_value(part.value)
        self.retranslate()

    def show_counts(self, items: Sequence[Participant], *, untitled: bool = False) -> None:
        """Count the people of each part, joined ones once. `untitled`: see `Course.lacks_latin_title`."""
        self._here = {item.person.key for item in items if item.expected}
        self._counts = {part: count_people(self.rows(part, items)) for part in ParticipantFilter}
        expected = [item for item in items if item.expected]
        self._expected = count_people(expected)
        self._untitled = untitled and any(item.person.lacks_latin for item in items if item.expected)
        self._walked = count_people(expected, lambda item: item.enrolment.walked_in)
        came_themselves = count_people(expected, lambda item: item.enrolment.replaces is None)
        self._stand_in = self._expected - came_themselves
        self.retranslate()

    def rows(self, part: ParticipantFilter, items: Iterable[Participant]) -> list[Participant]:
        """Return the rows of a part; nobody left who stands on the list in another row, as counts say it."""
        found = filter(part.holds, items)
        if part is ParticipantFilter.LEFT:
            return [item for item in found if item.person.key not in self._here]
        return list(found)

    def count(self, part: ParticipantFilter) -> int:
        """Return how many people belong to a part."""
        return self._counts[part]

    @override
    def retranslate(self) -> None:
        counts = self._counts
        # The course's number of participants stands beside it, which counts nobody who left.
        left = counts[ParticipantFilter.LEFT]
        everybody = self.tr("Everybody, also who left: {count}") if left else self.tr("Everybody {count}")
        self.parts.set_words(
            everybody.format(count=counts[ParticipantFilter.ALL]),
            self.tr("To complete {count}").format(count=counts[ParticipantFilter.TO_COMPLETE]),
            self.tr("Left the list {count}").format(count=left),
        )
        self.parts.setAccessibleName(self.tr("Part of the list"))
        for part in ParticipantFilter:
            self.parts.button(part.value).setEnabled(
                part is self.part or part is ParticipantFilter.ALL or counts[part] > 0
            )
        self.complete.setText(self.tr("Complete one by one"))
        self.complete.setVisible(counts[ParticipantFilter.TO_COMPLETE] > 0)
        self.note.setText(self._note())

    def _note(self) -> str:
        """Say how to complete people, or how those who are expected came onto the list."""
        if self.part is ParticipantFilter.TO_COMPLETE and self._counts[ParticipantFilter.TO_COMPLETE]:
            return self.tr("Enter completes the first; Enter in the form saves and goes to the next person.")
        parts = [self.tr("expected: %n", "", self._expected)]
        if self._walked:
            parts.append(self.tr("of them walk-ins: %n", "", self._walked))
        if self._stand_in:
            parts.append(self.tr("in somebody's place: %n", "", self._stand_in))
        if self._untitled:
            parts.append(self.tr("Latin spellings are asked for once the course has an English title"))
        return " · ".join(parts)


_ROW, _FOOT, _MISSING = 34, 52, 8
_KEYS = {Qt.Key.Key_Delete: "withdraw", Qt.Key.Key_Backspace: "reinstate", Qt.Key.Key_F4: "replaces"}
_SHIFTED = {Qt.Key.Key_F4: "replaced_by"}


class ParticipantTable(TableView):
    """The table, with a menu on the right button and on the menu key, and keys for what the menu offers."""

    menu_requested = Signal(QPoint)
    act_requested = Signal(str)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Choose the row under the pointer and ask for its menu."""
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if event.reason() is QContextMenuEvent.Reason.Mouse and index.isValid():
            self.setCurrentIndex(index)
        if self.currentIndex().isValid():
            self.menu_requested.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Withdraw on Delete, take back on Backspace, say who replaces whom on F4 and Shift+F4."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        act = (_SHIFTED if shifted else _KEYS).get(Qt.Key(event.key()))
        if act and self.currentIndex().isValid():
            self.act_requested.emit(act)
        else:
            super().keyPressEvent(event)


class ParticipantListCard(Retranslated, Card):
    """`requested` gives what is to be done (the name of a command) and the enrolment's key."""

    requested = Signal(str, str)

    def __init__(self, wording: ParticipantWording) -> None:
        super().__init__("participants_list", titled=False)
        self._wording = wording
        self._items: dict[str, Participant] = {}
        self._apart: dict[str, str] = {}
        self.strip = ParticipantFilterBar()
        self.model: ListTableModel[Participant] = ListTableModel(
            "participants_model", self._columns(), lambda item: item.enrolment.key, self
        )
        self.table = ParticipantTable("participants_table")
        self.selection = Selection(self.table, self.model)
        self.table.allow_sorting()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.who = label("body_strong", "participants_who", wrap=True)
        self.buttons = CommandButtons("participants", self._commands, self.table)
        self.acts = {command.name: QAction(self) for command in self._commands()}
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
            Column("number", lambda: self.tr("No."), lambda item: str(item.enrolment.number), 56, right=True),
            Column("name", lambda: self.tr("Participant"), self._name, look=TextStyle.STRONG),
            Column("latin", field_title("person", "latin"), lambda item: item.person.latin, 150, yields=1),
            Column(
                "rank",
                field_title("person", "rank"),
                lambda item: words.people.rank(item.person.rank, RankForm.SHORT),
                108,
            ),
            Column("unit", field_title("person", "unit"), lambda item: item.person.unit, 140),
            Column(
                "sex",
                field_title("person", "sex"),
                lambda item: words.people.sex(item.person.sex),
                92,
                yields=3,
            ),
            Column(
                "state",
                lambda: self.tr("State"),
                lambda item: words.state(item, self._items)[1],
                236,
                chip=lambda item: words.state(item, self._items),
            ),
            Column(
                "from_day",
                #: Heading: the day on which somebody joined the course
                lambda: self.tr("Since"),
                words.from_day,
                76,
                look=TextStyle.QUIET,
                yields=2,
                hint=lambda: self.tr("The day from which somebody takes part; empty: the whole course"),
            ),
            Column(
                "missing",
                lambda: self.tr("To complete"),
                words.missing,
                96,
                chip=lambda item: (Tone.QUIET, str(len(item.missing)), "pen") if item.missing else None,
            ),
        )

    def _name(self, item: Participant) -> str:
        """Return a name, with what tells it from the same name of somebody else on the list."""
        return name_apart(self._wording.people.name(item.person), self._apart.get(item.person.key, ""))

    def _add_foot(self) -> None:
        foot = self.add_foot(_FOOT)
        foot.setContentsMargins(CARD_PADDING - 2, 0, CARD_PADDING - 12, 0)
        foot.setSpacing(2)
        foot.addWidget(self.who, 1)
        for button in self.buttons.all():
            foot.addWidget(button)

    def _commands(self) -> Sequence[Command]:
        item = self.selection.row()
        expected = item is not None and item.expected
        left = item is not None and not item.expected
        ask = self._ask
        offered = (
            Command(
                "edit",
                self.tr("Edit"),
                partial(ask, "edit"),
                icon="pen",
                shown=item is not None and not item.person.erased,
                needs="people/people/change_person",
            ),
            Command(
                "replaced_by",
                self.tr("Find a replacement…"),
                partial(ask, "replaced_by"),
                icon="adduser",
                tip=self.tr("This person does not come: say ahead, or on the day, who comes instead."),
                shown=expected,
                needs="courses/enrolments/replace",
            ),
            Command(
                "replaces",
                self.tr("Is here for somebody else…"),
                partial(ask, "replaces"),
                icon="users2",
                tip=self.tr("This person has come already: say in whose place."),
                shown=expected,
                needs="courses/enrolments/replace",
            ),
            Command(
                "withdraw",
                self.tr("Withdraw"),
                partial(ask, "withdraw"),
                icon="minus",
                shown=expected,
                needs="courses/enrolments/withdraw",
            ),
            Command(
                "reinstate",
                self.tr("Back on the list"),
                partial(ask, "reinstate"),
                icon="undo",
                shown=left,
                needs="courses/enrolments/reinstate",
            ),
            Command(
                "person",
                self.tr("All about the person"),
                partial(ask, "person"),
                icon="user",
                shown=item is not None and not item.person.erased,
            ),
        )
        if item is None:
            return [replace(each, shown=False) for each in offered]
        return [replace(each, spoken=f"{each.words}: {self._name(item)}") for each in offered]

    def _connect(self) -> None:
        self.table.opened.connect(lambda _row: self._ask("edit"))
        self.table.act_requested.connect(self._ask_by_key)
        self.strip.chosen.connect(self._show_part)
        self.table.menu_requested.connect(self.menu.popup)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_current())
        self.model.modelReset.connect(self._show_current)
        for act, action in self.acts.items():
            action.setObjectName(f"participants_act_{act}")
            self.menu.addAction(action)
            action.triggered.connect(lambda _on=False, act=act: self._ask(act))
            if needs := self.buttons[act].property(NEEDS):
                withhold(needs, action)

    def show_people(self, items: Sequence[Participant], *, untitled: bool = False) -> None:
        """Show a course's people by number, keeping the row that is chosen. `untitled`: see the strip."""
        self._items = {item.enrolment.key: item for item in items}
        self._apart = namesake_details(item.person for item in items)
        self.strip.show_counts(items, untitled=untitled)
        self._show_part()

    def choose(self, key: str) -> None:
        """Make one row the current one; the first, if it is not there. Who is hidden is shown."""
        if key in self._items and self.model.row_of(key) is None:
            self.show_part(ParticipantFilter.ALL)
        self.selection.choose(key)
        if self.model.row_of(key) is not None:
            self.table.scrollTo(self.table.currentIndex())

    def show_part(self, part: ParticipantFilter) -> None:
        """Show everybody, those to complete, or those who left."""
        self.strip.choose(part)
        self._show_part()

    def to_complete(self) -> list[Participant]:
        """Return who is to be completed, by number."""
        return [item for item in self._items.values() if ParticipantFilter.TO_COMPLETE.holds(item)]

    def _show_part(self) -> None:
        """Show a part of the list. The row that is chosen stays; where it went, the one in its place."""
        key, row = self.selection.key(), max(0, self.table.currentIndex().row())
        if self.strip.part is not ParticipantFilter.ALL and not self.strip.count(self.strip.part):
            self.strip.choose(ParticipantFilter.ALL)
        part = self.strip.part
        self.table.setColumnHidden(_MISSING, not self.strip.count(ParticipantFilter.TO_COMPLETE))
        self.model.set_rows(self.strip.rows(part, self._items.values()))
        self.table.make_room_anew()
        if self.model.row_of(key) is None and self.model.rowCount():
            key = self.model.key(min(row, self.model.rowCount() - 1))
        self.choose(key)
        self.strip.retranslate()
        self._show_current()

    def everybody(self) -> Mapping[str, Participant]:
        """Return all who are shown, by the key of the enrolment."""
        return self._items

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Participants of the course"))
        self._show_current()

    def _show_current(self) -> None:
        for command in self._commands():
            self.acts[command.name].setText(command.words)
            self.acts[command.name].setVisible(command.shown)
        self.buttons.refresh()
        item = self.selection.row()
        self.who.setText(self._say_current(item) if item else "")

    def _ask(self, act: str) -> None:
        item = self.selection.row()
        if item is not None:
            self.requested.emit(act, item.enrolment.key)

    def _say_current(self, item: Participant) -> str:
        """Say who is chosen, who stands in for whom, and what is still to be typed."""
        words = self._wording
        lacking = words.missing(item)
        parts = [
            f"{item.enrolment.number}  {self._name(item)}",
            words.link(item, self._items),
            self._same_person(item),
            self.tr("to complete: {fields}").format(fields=lacking) if lacking else "",
        ]
        return " · ".join(part for part in parts if part)

    def _same_person(self, item: Participant) -> str:
        """Say which other rows of the list are the same, joined person, and where that is decided."""
        rows = [each for each in self._items.values() if each.expected and _head(each) == _head(item)]
        others = [numbered(each.enrolment.number) for each in rows if each is not item]
        if not others or not item.expected:
            return ""
        return self.tr("the same person as {numbers}: Review asks which row stays").format(
            numbers=", ".join(others)
        )

    def _ask_by_key(self, act: str) -> None:
        """Do what a key stands for, where its button is offered too."""
        if not self.buttons[act].isHidden():
            self._ask(act)


def _head(item: Participant) -> str:
    """Return the key of the record that stands for a participant."""
    return item.person.shown_key
