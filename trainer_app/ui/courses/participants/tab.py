"""The participants tab of a course: the list, adding, editing, completing, replacing, and the import."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, override

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.courses.enrolments import Namesakes, namesakes
from trainer_app.actions.people import people
from trainer_app.actions.people.directory import Directory
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import MissingDetail, Participant
from trainer_app.domain.people.names import cut_part
from trainer_app.domain.people.persons import Sex
from trainer_app.ui.courses.participants.add_bar import AddBar, SuggestionsCard
from trainer_app.ui.courses.participants.import_page import RosterImportPage
from trainer_app.ui.courses.participants.import_state import ParticipantWording
from trainer_app.ui.courses.participants.list_card import ParticipantFilter, ParticipantListCard
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.person_form import PersonForm, ReplacementForm, WithdrawForm
from trainer_app.ui.kit.picked_fields import TABLE_EXTENSIONS, dragged_file
from trainer_app.ui.kit.screens import CourseTab, KeyHint, withhold
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import PageStack
from trainer_app.ui.widgets.labels import FittingLabel
from trainer_app.ui.widgets.pages import EmptyState


class CompletionRun(QObject):
    """Whoever is passed over without typing stays to be completed; Esc stops."""

    moved = Signal(str)
    """The enrolment whose form is open now."""
    ended = Signal()
    """The last one was saved."""

    def __init__(self, form: PersonForm, units: Callable[[], Sequence[str]]) -> None:
        super().__init__(form)
        self.setObjectName("participants_completing")
        self._form, self._units = form, units
        self._number: int | None = None

    @property
    def under_way(self) -> bool:
        """Tell whether the form belongs to a series."""
        return self._number is not None

    def stop(self) -> None:
        """Let the form be of one person only."""
        self._number = None

    def open(self, item: Participant) -> None:
        """Open the form of one person at what is missing, as a part of a series."""
        self._form.begin(("series", item), lambda: self._open(item))

    def _open(self, item: Participant) -> None:
        self._number = item.enrolment.number
        self.moved.emit(item.enrolment.key)
        self._form.open_participant(item, self._units())
        self._form.accept_button.setText(self.tr("Save, next person"))
        self._first(item).setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self, left: Sequence[Participant]) -> None:
        """Open the next one of those who are left, by number."""
        if self._number is None:
            return
        after = [item for item in left if item.enrolment.number > self._number]
        if after:
            self.open(after[0])
        else:
            self.stop()
            self.ended.emit()

    def _first(self, item: Participant) -> QWidget:
        """Return the first field that is blank; the family name where nothing is."""
        rows = self._form.rows
        fields: dict[MissingDetail, QWidget] = {
            MissingDetail.NAME: self._form.entry(cut_part(item.person) or "family"),
            MissingDetail.LATIN: rows["latin"].field.line,
            MissingDetail.SEX: rows["sex"].field.button(Sex.UNKNOWN.value),
            MissingDetail.SERVICE: rows["rank"].field,
        }
        blank = (fields[each] for each in item.missing)
        return next(blank, self._form.entry("family"))


class ParticipantsTab(CourseTab):
    """Who is on the list of one course."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("participants", context)
        self.wording = ParticipantWording(context)
        self._directory: Directory | None = None
        self._shown = ""
        self._part_wanted: ParticipantFilter | None = None
        self._wanted = ""
        self._imported = ""
        self.import_button = Button("participants_import", ButtonKind.PLAIN, "file")
        self.add_button = Button("participants_add", ButtonKind.PRIMARY, "adduser")
        self.counts = FittingLabel("second", "participants_counts")
        self.counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.add_bar = AddBar(self.wording.people, self._find)
        self.offers = SuggestionsCard(self.wording)
        self.list = ParticipantListCard(self.wording)
        self.empty = EmptyState("participants_empty", "people")
        self.import_first = Button("participants_import_first", ButtonKind.PRIMARY, "file")
        self.add_first = Button("participants_add_first", ButtonKind.PLAIN, "adduser")
        self.about_lists = Button("participants_about_lists", ButtonKind.GHOST)
        withhold("courses/roster/apply", self.import_button, self.import_first, self.about_lists)
        withhold(
            ("courses/enrolments/add_by_name", "courses/enrolments/add_known"),
            self.add_button,
            self.add_first,
        )
        self.empty.add_button(self.import_first)
        self.empty.add_button(self.add_first)
        self.empty.add_button(self.about_lists)
        self.setAcceptDrops(True)
        self.pages = PageStack()
        self.body = PageStack()
        self._lay_out()
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
        self.column.addWidget(self.pages)

    def _connect(self) -> None:
        for button in (self.add_button, self.add_first):
            button.clicked.connect(self.add_bar.open_bar)
        for button in (self.import_button, self.import_first):
            button.clicked.connect(self.ask_list)
        self.about_lists.clicked.connect(self.open_import)
        self.add_bar.typed.connect(self._add_new)
        self.add_bar.chosen.connect(self._add_known)
        self.add_bar.closed.connect(self._close_bar)
        self.offers.accepted.connect(self._put_right)
        self.list.requested.connect(self._act)
        self.list.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._follow())
        self.list.strip.requested.connect(self.complete_first)
        self.list.strip.chosen.connect(self._show_offers)

    @cached_property
    def form(self) -> PersonForm:
        """Change what is known of somebody on the list."""
        made = PersonForm(self.context, self, self.wording.people, "participant_form")
        made.saved.connect(lambda _changes: self.completing.go_on(self.list.to_complete()))
        return made

    @cached_property
    def replace_form(self) -> ReplacementForm:
        """Ask who takes whose place, and since when."""
        return ReplacementForm(self.context, self)

    @cached_property
    def withdraw_form(self) -> WithdrawForm:
        """Ask from when on somebody is off the list, and why."""
        return WithdrawForm(self.context, self)

    @cached_property
    def completing(self) -> CompletionRun:
        """Go through those of whom something is missing, one after another."""
        made = CompletionRun(self.form, self._units)
        made.moved.connect(self.list.choose)
        made.ended.connect(lambda: self.list.table.setFocus(Qt.FocusReason.OtherFocusReason))
        return made

    @cached_property
    def importing(self) -> RosterImportPage:
        """The import of a list, made when it is first opened."""
        made = RosterImportPage(self.context, self.wording)
        made.closed.connect(self.close_import)
        made.applied.connect(self._note_import)
        self.pages.addWidget(made)
        return made

    # The tab of the workspace

    def show_course(self, key: str) -> None:
        """Show another course; an unfinished import stays with the one before, and is there on return."""
        if key != self.course:
            unfinished = self.pages.count() > 1 and self.importing.turn_to(key)
            self.add_bar.hide()
            self.pages.setCurrentIndex(1 if unfinished else 0)
        super().show_course(key)

    def show_place(self, **place: Any) -> None:
        """Open the import (`importing=True`), adding (`adding=True`), or one participant (`enrolment`).

        `to_complete=True` shows those about whom something is missing, `left=True` those who left the list.
        """
        if place.get("importing"):
            self.open_import()
        elif place.get("adding"):
            self.add_bar.open_bar()
        elif place.get("to_complete") or place.get("left"):
            part = ParticipantFilter.LEFT if place.get("left") else ParticipantFilter.TO_COMPLETE
            self._part_wanted = part
            if self._shown == self.course:
                self._show_wanted()
        elif place.get("enrolment"):
            self._wanted = str(place["enrolment"])
            if self._shown == self.course:
                self._show_wanted()

    @override
    def new_button(self) -> Button:
        return self.add_button if self.add_button.isVisible() else self.add_first

    def head_buttons(self) -> Sequence[QWidget]:
        """Offer import and adding beside a list; an empty list offers them in its middle."""
        if self.pages.currentIndex() or self.body.currentWidget() is self.empty:
            return ()
        return (self.import_button, self.add_button)

    def summary(self) -> QWidget:
        """Return who is expected, counted."""
        return self.counts

    def hideEvent(self, event: QHideEvent) -> None:
        """Show the list to whoever comes back after an import: what was told of it may hold no more."""
        super().hideEvent(event)
        if not event.spontaneous() and self.pages.count() > 1 and self.importing.is_done:
            self.importing.reset()
            self.pages.setCurrentIndex(0)
            self.head_changed.emit()

    def refresh(self) -> None:
        """Read the list anew."""
        items = self.context.ask(enrolments.list_enrolments, self.course)
        if items is None:
            return
        self._directory = None
        if self._shown != self.course:
            self._shown = self.course
            self.list.strip.choose(ParticipantFilter.ALL)
        held = self.context.ask(courses.get_course, self.course)
        self.list.show_people(items, untitled=held is not None and held.course.lacks_latin_title)
        self._show_wanted()
        self.body.setCurrentWidget(self.list if items else self.empty)
        self._show_offers()
        self.counts.setText(self.wording.counts(items) if items else "")
        if self.add_bar.isVisible():
            self.add_bar.show_found()
        self.head_changed.emit()

    def _show_offers(self) -> None:
        """Offer what is put right at one press; Latin spellings to who completes or has imported the list."""
        found = self.context.ask(people.offered_corrections, self.course) or []
        if self.list.strip.part is ParticipantFilter.TO_COMPLETE or self._imported == self.course:
            found = [*found, *(self.context.ask(people.offered_spellings, self.course) or [])]
        self.offers.show_offers(self.course, found)

    def concerns(self, changes: Changes) -> bool:
        """Tell whether the list may look different: marks matter too, they say who has come."""
        return changes.touches("person", "enrolment", "course", "session", "attendance", "pair")

    def first_focus(self) -> QWidget:
        """Start in the list, or at what an empty one offers."""
        if self.pages.currentIndex():
            return self.importing.first_focus()
        if self.add_bar.isVisible():
            return self.add_bar.name
        return self.import_first if self.body.currentWidget() is self.empty else self.list.table

    def keys(self) -> list[KeyHint]:
        """Return the keys of the list."""
        return [
            KeyHint("Insert", self.tr("Add a participant")),
            KeyHint("Enter", self.tr("Edit the person")),
            KeyHint("Delete", self.tr("Withdraw from the list")),
            KeyHint("Backspace", self.tr("Back on the list")),
            KeyHint("F4", self.tr("Say whom the person replaces")),
            KeyHint("Shift+F4", self.tr("Say who came in the person's place")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open adding on Insert."""
        if event.key() == Qt.Key.Key_Insert and not self.pages.currentIndex():
            self.add_bar.open_bar()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.import_button.setText(self.tr("Import a list"))
        self.add_button.setText(self.tr("Add participant"))
        self.add_button.set_hint("Insert")
        self.import_first.setText(self.tr("Import a list"))
        self.add_first.setText(self.tr("Add participant"))
        self.about_lists.setText(self.tr("What a list may hold"))
        self.empty.set_words(
            self.tr("Nobody is on the list yet"),
            self.tr(
                "Import the nomination list as it came, or drop it here: Excel, LibreOffice or CSV. "
                "You see every row before anything is saved."
            ),
        )

    # Doing

    def ask_list(self) -> None:
        """Ask which list to import; whoever chooses none stays where they are."""
        path = self.importing.choose.asked_file()
        if path is not None:
            self._import_list(path)

    def _import_list(self, path: Path) -> None:
        self.open_import()
        self.importing.read(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a table that is dropped on the list; other files are for the window."""
        if self._dragged_list(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the table that was dropped."""
        path = self._dragged_list(event)
        if path is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self._import_list(path)

    def _dragged_list(self, event: QDropEvent) -> Path | None:
        path = dragged_file(event.mimeData())
        is_table = path is not None and path.suffix.lower().removeprefix(".") in TABLE_EXTENSIONS
        may = self.import_button.isEnabled() and not self.pages.currentIndex()
        return path if is_table and may else None

    def open_import(self) -> None:
        """Show the import in the place of the list: what a list may hold, and where one is dropped."""
        self.add_bar.hide()
        self.importing.open_for(self.course)
        self.pages.setCurrentWidget(self.importing)
        self.head_changed.emit()
        self.importing.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_import(self) -> None:
        self._imported = self.course

    def close_import(self) -> None:
        """Go back to the list; after an import it offers what may be completed at one press."""
        self._show_offers()
        self.pages.setCurrentIndex(0)
        self.head_changed.emit()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def complete_first(self) -> None:
        """Show those to complete and open the form of the first one."""
        left = self._show_those_to_complete()
        if left:
            self.completing.open(left[0])

    def _show_those_to_complete(self) -> list[Participant]:
        self.list.show_part(ParticipantFilter.TO_COMPLETE)
        self._show_offers()
        return self.list.to_complete()

    def _show_wanted(self) -> None:
        """Show whom somebody asked for: one, or those to complete, ready for Enter on the first."""
        if self._wanted in self.list.everybody():
            self.list.choose(self._wanted)
            self._wanted = ""
        part, self._part_wanted = self._part_wanted, None
        if part is None:
            return
        if part is ParticipantFilter.LEFT:
            self.list.show_part(part)
            left = [each for each in self.listed() if each.came_after]
        else:
            left = self._show_those_to_complete()
        if left:
            self.list.choose(left[0].enrolment.key)

    def _find(self, text: str) -> Namesakes:
        """Return who is known already under what is typed."""
        if self._directory is None:
            self._directory = self.context.ask(Directory)
        found = self.context.ask(namesakes, self.course, text, self._directory)
        return found or Namesakes()

    def _add_new(self, name: str) -> None:
        self._added(self.context.do(enrolments.add_by_name, self.course, name))

    def _add_known(self, person: str) -> None:
        self._added(self.context.do(enrolments.add_known, self.course, person))

    def _added(self, changes: Changes | None) -> None:
        if changes is None:
            self.add_bar.focus_name()
            return
        self.list.choose(changes.key or "")
        self.add_bar.begin_next()

    def _close_bar(self) -> None:
        self.add_bar.hide()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, item: Participant) -> None:
        self.completing.stop()
        self.form.open_participant(item, self._units())

    def _follow(self) -> None:
        """Show in an open form whose row was chosen now; one in which anything was typed keeps its person.

        The keyboard stays in the list.
        """
        form: PersonForm | None = self.__dict__.get("form")
        item, table = self.list.selection.row(), self.list.table
        if form is None or form.isHidden() or form.is_begun() or item is None or not table.hasFocus():
            return
        if item.person.key != form.person.key and not item.person.erased:
            if self.completing.under_way:
                self.completing.open(item)
            else:
                form.begin(item, lambda: self._edit(item))
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_right(self, found: list[people.Correction]) -> None:
        self.context.offer_undo(self.context.do(people.apply_corrections, found))

    def _act(self, act: str, key: str) -> None:
        item = self.list.everybody()[key]
        if act == "edit" and item.person.erased:
            self.context.tell_error(TrainerError("person.erased"))
        elif act == "edit" and self.list.strip.part is ParticipantFilter.TO_COMPLETE:
            self.completing.open(item)
        elif act == "edit":
            self.form.begin(item, lambda: self._edit(item))
        elif act == "replaces":
            self.replace_form.open_newcomer(self.course, key)
        elif act == "replaced_by":
            self.replace_form.open_absent(self.course, key)
        elif act == "person":
            self.context.go("people", person=item.person.key)
        elif act == "withdraw":
            self.withdraw_form.open_for(self.course, key)
        else:
            self.context.offer_undo(self.context.do(enrolments.reinstate, key))

    def _units(self) -> Sequence[str]:
        if self._directory is None:
            self._directory = self.context.ask(Directory)
        return self._directory.units if self._directory else ()

    def listed(self) -> list[Participant]:
        """Return who is shown, by number."""
        return list(self.list.everybody().values())
