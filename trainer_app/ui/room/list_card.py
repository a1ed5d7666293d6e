"""The card of the list: how many are shown, only those not marked, the list, a name that just came."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from trainer_app.ui.attendance.strip import KeyField
from trainer_app.ui.attendance.undo_chip import StepButtons
from trainer_app.ui.room.session_list import SessionList
from trainer_app.ui.room.session_rows import SessionRows
from trainer_app.ui.shell.toast import KEEP_CLEAR
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.naming import Retranslated


class NameStrip(Retranslated, QWidget):
    """A field for somebody who just came; Enter adds, Esc leaves."""

    entered = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room_walk_in")
        self.field = KeyField("room_walk_in_name")
        self.note = ElidedLabel("caption", "room_walk_in_note")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(12)
        row.addWidget(self.field, 3)
        row.addWidget(self.note, 3)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.left)
        self.hide()
        self.retranslate()

    def open(self) -> None:
        """Show the empty field and give it the keyboard; an open one keeps what was typed."""
        if self.isHidden():
            self.field.clear()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set the words."""
        self.field.setPlaceholderText(self.tr("Family name, given name"))
        self.field.setAccessibleName(self.tr("Name of the person who came"))
        self.note.setText(self.tr("Enter adds, Esc leaves; the rest can be typed later"))

    def _enter(self) -> None:
        if self.field.text().strip():
            self.entered.emit(self.field.text())


class ListCard(Retranslated, Card):
    """Shows the list, or what to do while it is empty."""

    filtered = Signal(bool)

    def __init__(self, rows: SessionRows) -> None:
        super().__init__("room_people")
        self.setProperty(KEEP_CLEAR, True)
        self._rows = rows
        self.steps = StepButtons("room")
        self.only = Tick("room_only_unmarked")
        self.more = IconButton("room_more", "more", size=32)
        self.view = SessionList(rows)
        self.nobody = EmptyState("room_nobody", "adduser")
        self.add = Button("room_nobody_add", Kind.PLAIN, "adduser")
        self.nobody.add_button(self.add)
        self.done = EmptyState("room_done", "okcircle")
        self.everybody = Button("room_show_all", Kind.PLAIN)
        self.done.add_button(self.everybody)
        self.none = EmptyState("room_none", "today")
        self.plan = Button("room_plan", Kind.PLAIN, "today")
        self.none.add_button(self.plan)
        self.name = NameStrip()
        self._stack = QStackedWidget()
        self._stack.setObjectName("room_list_stack")
        for part in (self.view, self.nobody, self.done, self.none):
            self._stack.addWidget(part)
        self.add_to_head(self.steps)
        self.add_to_head(self.only)
        self.add_to_head(self.more)
        self.head.setContentsMargins(16, 0, 10, 0)
        self.add_row(self._stack, 1)
        self.add_row(self.name)
        self.show_row(self.name, shown=False)
        self.grow()
        self.only.toggled.connect(self.filtered)
        self.everybody.clicked.connect(lambda: self.only.setChecked(False))
        rows.emptied.connect(self.show_state)
        self.retranslate()

    def show_state(self) -> None:
        """Show the list, or why there is none."""
        grid = self._rows.grid
        people = len(grid.rows) if grid is not None else 0
        if self._rows.session is None:
            shown: QWidget = self.none
        elif not people:
            shown = self.nobody
        else:
            shown = self.view if self._rows.rowCount() else self.done
        self._stack.setCurrentWidget(shown)
        self.only.setEnabled(bool(people))
        self.more.setEnabled(shown is self.view)
        self.set_title(self._title(people))

    def show_filter(self) -> None:
        """Tick the filter as the list has it, without another round."""
        self.only.blockSignals(True)
        self.only.setChecked(self._rows.only_unmarked)
        self.only.blockSignals(False)
        self.show_state()

    def _title(self, people: int) -> str:
        shown = self._rows.rowCount()
        if self._rows.only_unmarked and shown:
            return self.tr("%n still to be marked", "", shown)
        return self.tr("%n participant(s)", "", people) if people else self.tr("Participants")

    def retranslate(self) -> None:
        """Set every word."""
        self.only.setText(self.tr("Only not marked"))
        self.more.set_words(self.tr("More about the current person"), "Shift+F10")
        self.view.setAccessibleName(self.tr("People of the session"))
        self.nobody.set_words(
            self.tr("Nobody is on the list yet"),
            self.tr("Add who is here by name alone; the rest can be typed later."),
        )
        self.add.setText(self.tr("Add walk-in"))
        self.done.set_words(
            self.tr("Everybody is marked"), self.tr("Nobody of this session waits for a mark.")
        )
        self.everybody.setText(self.tr("Show everybody"))
        self.none.set_words(
            self.tr("No sessions yet"),
            self.tr("Plan the sessions of the course; then people are marked here."),
        )
        self.plan.setText(self.tr("Plan sessions"))
        self.show_state()
