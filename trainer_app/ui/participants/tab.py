"""The tab of the participants: the list, adding, changing, and the way to the import."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions import corrections, enrolments
from trainer_app.actions.directory import Directory
from trainer_app.actions.namesakes import Namesakes, namesakes
from trainer_app.domain.changes import Changes
from trainer_app.domain.enrolments import Participant
from trainer_app.ui.courses.tab import CourseTab
from trainer_app.ui.participants.add_bar import AddBar
from trainer_app.ui.participants.completing import Completing
from trainer_app.ui.participants.filter_strip import Part
from trainer_app.ui.participants.importing import ImportPage
from trainer_app.ui.participants.list_card import ListCard
from trainer_app.ui.participants.offers import OffersCard
from trainer_app.ui.participants.replace_form import ReplaceForm
from trainer_app.ui.participants.wording import ParticipantWording
from trainer_app.ui.people.person_form import PersonForm
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Keys
from trainer_app.ui.shell.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.labels import ElidedLabel


class ParticipantsTab(CourseTab):
    """Who is on the list of one course."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("participants", desk)
        self.wording = ParticipantWording(desk)
        self._directory: Directory | None = None
        self._shown, self._part_wanted = "", False
        self.import_button = Button("participants_import", Kind.PLAIN, "file")
        self.add_button = Button("participants_add", Kind.PRIMARY, "adduser")
        self.counts = ElidedLabel("second", "participants_counts")
        self.counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.add_bar = AddBar(self.wording.people, self._find)
        self.offers = OffersCard(self.wording)
        self.list = ListCard(self.wording)
        self.empty = EmptyState("participants_empty", "people")
        self.import_first = Button("participants_import_first", Kind.PRIMARY, "file")
        self.add_first = Button("participants_add_first", Kind.PLAIN, "adduser")
        self.empty.add_button(self.import_first)
        self.empty.add_button(self.add_first)
        self.importing = ImportPage(desk, self.wording)
        self.pages = QStackedWidget()
        self.body = QStackedWidget()
        self._lay_out()
        self.form = PersonForm(desk, self, self.wording.people, "participant_form")
        self.replace_form = ReplaceForm(desk, self, self.wording)
        self.completing = Completing(self.form, self._units)
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.pages.setObjectName("participants_pages")
        self.body.setObjectName("participants_body")
        for part in (self.list, self.empty):
            self.body.addWidget(part)
        page = QWidget()
        page.setObjectName("participants_page")
        column = QVBoxLayout(page)
        column.setContentsMargins(WORKSPACE_MARGIN, 12, WORKSPACE_MARGIN, 12)
        column.setSpacing(12)
        column.addWidget(self.add_bar)
        column.addWidget(self.offers)
        column.addWidget(self.body, 1)
        self.pages.addWidget(page)
        self.pages.addWidget(self.importing)
        self.column.addWidget(self.pages)

    def _connect(self) -> None:
        for button in (self.add_button, self.add_first):
            button.clicked.connect(self.add_bar.open_bar)
        for button in (self.import_button, self.import_first):
            button.clicked.connect(self.open_import)
        self.add_bar.typed.connect(self._add_new)
        self.add_bar.chosen.connect(self._add_known)
        self.add_bar.left.connect(self._close_bar)
        self.offers.accepted.connect(self._put_right)
        self.list.asked.connect(self._act)
        self.list.strip.asked.connect(self.complete_first)
        self.form.saved.connect(lambda _changes: self.completing.go_on(self.list.to_complete()))
        self.completing.moved.connect(self.list.choose)
        self.completing.ended.connect(lambda: self.list.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.importing.left.connect(self.close_import)

    # The tab of the workspace

    def show_course(self, key: str) -> None:
        """Show another course; an import of the one before is left."""
        if key != self.course:
            self.importing.reset()
            self.add_bar.hide()
            self.pages.setCurrentIndex(0)
        super().show_course(key)

    def show_place(self, **place: Any) -> None:
        """Open the import (`importing=True`), adding (`adding=True`), or one participant (`enrolment`).

        `to_complete=True` shows those about whom something is missing.
        """
        if place.get("importing"):
            self.open_import()
        elif place.get("adding"):
            self.add_bar.open_bar()
        elif place.get("to_complete"):
            self._part_wanted = True
            if self._shown == self.course:
                self._show_wanted()
        elif place.get("enrolment"):
            self.list.choose(str(place["enrolment"]))

    def head_buttons(self) -> Sequence[QWidget]:
        """Offer import and adding beside a list; an empty list offers them in its middle."""
        if self.pages.currentIndex() or self.body.currentWidget() is self.empty:
            return ()
        return (self.import_button, self.add_button)

    def summary(self) -> QWidget:
        """Return who is expected, counted."""
        return self.counts

    def refresh(self) -> None:
        """Read the list anew."""
        items = self.desk.ask(enrolments.list_enrolments, self.course)
        if items is None:
            return
        self._directory = None
        if self._shown != self.course:
            self._shown = self.course
            self.list.strip.choose(Part.ALL)
        self.list.show_people(items)
        self._show_wanted()
        self.body.setCurrentWidget(self.list if items else self.empty)
        self.offers.show_offers(self.course, self.desk.ask(corrections.offered, self.course) or [])
        self.counts.setText(self.wording.counts(items) if items else "")
        if self.add_bar.isVisible():
            self.add_bar.show_found()
        self.head_changed.emit()

    def concerns(self, changes: Changes) -> bool:
        """Tell whether the list may look different: marks matter too, they say who has come."""
        return changes.touches("person", "enrolment", "course", "session", "attendance", "distinct")

    def first_focus(self) -> QWidget:
        """Start in the list, or at what an empty one offers."""
        if self.pages.currentIndex():
            return self.importing.first_focus()
        if self.add_bar.isVisible():
            return self.add_bar.name
        return self.import_first if self.body.currentWidget() is self.empty else self.list.table

    def keys(self) -> list[Keys]:
        """Return the keys of the list."""
        return [
            Keys("Insert", self.tr("Add a participant")),
            Keys("Enter", self.tr("Edit the person")),
            Keys("Delete", self.tr("Withdraw from the list")),
            Keys("Backspace", self.tr("Back on the list")),
            Keys("F4", self.tr("Say whom the person replaces")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open adding on Insert."""
        if event.key() == Qt.Key.Key_Insert and not self.pages.currentIndex():
            self.add_bar.open_bar()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.import_button.setText(self.tr("Import a list"))
        self.add_button.setText(self.tr("Add participant"))
        self.add_button.set_hint("Insert")
        self.import_first.setText(self.tr("Import a list"))
        self.add_first.setText(self.tr("Add participant"))
        self.empty.set_words(
            self.tr("Nobody is on the list yet"),
            self.tr(
                "Take in the nomination list as it came: Excel, LibreOffice or CSV, in any order of columns. "
                "You see every row before anything is saved. Or add people by name."
            ),
        )

    # Doing

    def open_import(self) -> None:
        """Show the import in the place of the list."""
        self.add_bar.hide()
        self.importing.open_for(self.course)
        self.pages.setCurrentWidget(self.importing)
        self.head_changed.emit()
        self.importing.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def close_import(self) -> None:
        """Go back to the list."""
        self.pages.setCurrentIndex(0)
        self.head_changed.emit()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def complete_first(self) -> None:
        """Show those to complete and open the form of the first one."""
        self.list.show_part(Part.TO_COMPLETE)
        left = self.list.to_complete()
        if left:
            self.completing.open(left[0])

    def _show_wanted(self) -> None:
        """Show those to complete where somebody asked for them, and be ready for Enter on the first."""
        if not self._part_wanted:
            return
        self._part_wanted = False
        self.list.show_part(Part.TO_COMPLETE)
        left = self.list.to_complete()
        if left:
            self.list.choose(left[0].enrolment.key)

    def _find(self, text: str) -> Namesakes:
        """Return who is known already under what is typed."""
        if self._directory is None:
            self._directory = self.desk.ask(Directory)
        found = self.desk.ask(namesakes, self.course, text, self._directory)
        return found or Namesakes()

    def _add_new(self, name: str) -> None:
        self._added(self.desk.do(enrolments.add_by_name, self.course, name))

    def _add_known(self, person: str) -> None:
        self._added(self.desk.do(enrolments.add_known, self.course, person))

    def _added(self, changes: Changes | None) -> None:
        if changes is None:
            self.add_bar.focus_name()
            return
        self.list.choose(changes.key or "")
        self.add_bar.begin_next()

    def _close_bar(self) -> None:
        self.add_bar.hide()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_right(self, found: list[corrections.Correction]) -> None:
        self._offer(self.desk.do(corrections.correct, found))

    def _act(self, act: str, key: str) -> None:
        item = self.list.everybody()[key]
        if act == "edit" and self.list.strip.part is Part.TO_COMPLETE:
            self.completing.open(item)
        elif act == "edit":
            self.completing.stop()
            self.form.open_person(item.person, self._units())
        elif act == "replaces":
            self.replace_form.open_participant(item, list(self.list.everybody().values()))
        elif act == "person":
            self.desk.go("people", person=item.person.key)
        elif act == "withdraw":
            self._offer(self.desk.do(enrolments.withdraw, key))
        else:
            self._offer(self.desk.do(enrolments.reinstate, key))

    def _units(self) -> Sequence[str]:
        if self._directory is None:
            self._directory = self.desk.ask(Directory)
        return self._directory.units if self._directory else ()

    def _offer(self, changes: Changes | None) -> None:
        if changes is not None:
            self.desk.offer_undo(changes)

    def listed(self) -> list[Participant]:
        """Return who is shown, by number."""
        return list(self.list.everybody().values())
