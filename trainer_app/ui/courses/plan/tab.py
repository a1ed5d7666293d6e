"""The schedule tab of a course: sessions day by day, planned, moved, split, cancelled, locked."""

from collections.abc import Callable, Sequence
from typing import Any, override

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from trainer_app.actions.courses import courses, sessions, teachers
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.courses.courses import CourseView, Session, SessionState
from trainer_app.system.messages import label_text
from trainer_app.ui.courses.plan.agenda_import import AgendaPage
from trainer_app.ui.courses.plan.commands import ScheduleCommands, ScheduleMenus
from trainer_app.ui.courses.plan.table import ScheduleLine, ScheduleModel, SessionTable, schedule_lines
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import FormPanel
from trainer_app.ui.kit.list_page import Command, CommandButtons
from trainer_app.ui.kit.screens import NEEDS, CourseTab, KeyHint, withhold
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import PageStack
from trainer_app.ui.widgets.labels import FittingLabel, label
from trainer_app.ui.widgets.pages import EmptyState

_ADD, _LOCK, _CANCEL = "Ins", "Ctrl+Shift+L", "Ctrl+Shift+X"

_SESSION = ("change", "cancel", "lock", "remove")
"""Commands on the current session, which also stand in its menu."""
_CLASHES = 2
"""Clashes that are told below the table, a line each; the others stand in the tip."""


class ScheduleTab(CourseTab):
    """A table and, below it, what can be done with the current session; or the import of an agenda."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("schedule", context)
        self.view: CourseView | None = None
        self._renaming, self._renamed_from = "", ""
        self.wording = CourseWording(context)
        self.table = SessionTable(self)
        self.model = ScheduleModel(context, self.wording, self)
        self.clashes = label("caption", "schedule_clashes", wrap=True)
        self.count = FittingLabel("second", "schedule_count")
        self.buttons = CommandButtons("schedule", self._commands)
        self.card = Card("schedule_card", titled=False)
        self.empty = EmptyState("schedule_empty", "today")
        self.agenda = AgendaPage(context)
        self.pages = PageStack()
        self._lay_out()
        self.acts = ScheduleCommands(context, self, self.wording, self.current_line, lambda: self.view)
        self.menus = ScheduleMenus(self.acts)
        self._connect()
        self._connect_table()
        self.retranslate()

    def _lay_out(self) -> None:
        self.model.show_in(self.table)
        self.card.grow()
        self.card.add_row(self.table, 1)
        foot = self.card.add_foot(50)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.clashes, 1)
        for name in (*_SESSION, "more"):
            foot.addWidget(self.buttons[name])
        for name in ("plan", "copy_first", "import_first", "add_first"):
            self.empty.add_button(self.buttons[name])
        listed = QWidget()
        listed.setObjectName("schedule_listed")
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(*[WORKSPACE_MARGIN] * 4)
        inside.addWidget(self.card, 1)
        inside.addWidget(self.empty, 1)
        self.pages.setObjectName("schedule_pages")
        self.pages.addWidget(listed)
        self.pages.addWidget(self.agenda)
        self.column.addWidget(self.pages, 1)

    def _commands(self) -> Sequence[Command]:
        session = self.current()
        there, locked = session is not None, session is not None and session.locked
        free = there and not locked
        cancel, icon = self.tr("Cancel", "a session"), "close"
        if session is not None and session.state is SessionState.CANCELLED:
            cancel, icon = self.tr("Restore the session"), "undo"
        #: A button: nobody changes the marks of the session any more
        lock = self.tr("Lock")
        lock, remove = self.tr("Open again") if locked else lock, self.tr("Remove")
        more, copy = self.tr("More: move, split, shorten, agenda"), self.tr("From another course")
        primary, plain = ButtonKind.PRIMARY, ButtonKind.PLAIN
        # The commands are made after the buttons.
        return (
            Command(
                "add",
                self.tr("Add session"),
                lambda: self.acts.add(),
                primary,
                "plus",
                keys=_ADD,
                needs="courses/sessions/add_session",
            ),
            Command(
                "change",
                self.tr("Change"),
                lambda: self.acts.change(),
                icon="pen",
                enabled=free,
                needs="courses/sessions/change_session",
            ),
            Command(
                "cancel",
                cancel,
                lambda: self.acts.cancel_or_restore(),
                icon=icon,
                enabled=free,
                keys=_CANCEL,
                needs=("courses/sessions/cancel_session", "courses/sessions/restore_session"),
            ),
            Command(
                "lock",
                lock,
                lambda: self.acts.lock_or_unlock(),
                icon="lock",
                enabled=there,
                keys=_LOCK,
                needs=("courses/sessions/lock_session", "courses/sessions/unlock_session"),
            ),
            Command(
                "remove",
                remove,
                lambda: self.acts.remove(),
                icon="trash",
                enabled=free,
                keys="Del",
                needs="courses/sessions/remove_session",
            ),
            Command("more", self.tr("More"), self._open_more, icon="more", spoken=more),
            Command(
                "plan",
                self.tr("Plan the sessions"),
                lambda: self.acts.plan(),
                primary,
                "today",
                needs="courses/agendas/plan_sessions",
            ),
            Command(
                "copy_first",
                copy,
                lambda: self.acts.copy(),
                plain,
                "courses",
                needs="courses/agendas/copy_agenda",
            ),
            Command(
                "import_first",
                self.tr("From a file"),
                lambda: self.acts.import_file(),
                plain,
                "file",
                needs="courses/agendas/apply",
            ),
            Command(
                "add_first",
                self.tr("Add one session"),
                lambda: self.acts.add(),
                plain,
                "plus",
                needs="courses/sessions/add_session",
            ),
        )

    def _connect(self) -> None:
        acts = self.acts
        keyed: tuple[tuple[str, Callable[[], object]], ...] = (
            (_ADD, acts.add),
            (_LOCK, acts.lock_or_unlock),
            (_CANCEL, acts.cancel_or_restore),
        )
        for keys, act in keyed:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(f"schedule_key_{keys.casefold()}")
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        acts.added.connect(lambda key: self._choose(key, self.table.currentIndex().row()))
        acts.rename_requested.connect(self.rename)
        acts.import_requested.connect(self.open_import)
        self.agenda.closed.connect(self._close_import)
        self.agenda.template_requested.connect(acts.save_template)

    def _connect_table(self) -> None:
        acts, table = self.acts, self.table
        table.opened.connect(lambda _row: acts.change())
        table.removed.connect(acts.remove)
        table.rename_requested.connect(acts.rename)
        table.shifted.connect(acts.shift)
        table.day_shifted.connect(acts.shift_day)
        table.dropped.connect(self._drop)
        table.topic_line.typed.connect(self._renamed)
        table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_buttons())
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)

    # What is shown

    def refresh(self) -> None:
        """Read the sessions; the current one stays current."""
        view = self.context.ask(courses.get_course, self.course)
        if view is None:
            return
        self.view = view
        code = self.context.language.code
        notes = self.context.ask(teachers.clash_notes, self.course) or {}
        told = {key: [label_text(label, code) for label in labels] for key, labels in notes.items()}
        line = self.current_line()
        row = self.table.currentIndex().row()
        self.model.set_rows(schedule_lines(view, told))
        self._choose(line.key if line else "", row)
        self.card.setVisible(bool(view.sessions))
        self.empty.setVisible(not view.sessions)
        self.agenda.set_course(view)
        self._show_count(view)
        self._show_buttons()
        self.head_changed.emit()

    def concerns(self, changes: Changes) -> bool:
        """Follow sessions, their first marks, and who teaches."""
        return changes.touches("session", "course", "assignment", "person", "pair", "attendance")

    def show_course(self, key: str) -> None:
        """Show another course; a form about the one before is closed."""
        for form in self.findChildren(FormPanel):
            form.dismiss()
        if key != self.course:
            self._close_import()
        super().show_course(key)

    def show_place(self, **place: Any) -> None:
        """Make a session current, as the attendance asks."""
        session = str(place.get("session") or "")
        if session:
            self._choose(session, self.table.currentIndex().row())

    def current_line(self) -> ScheduleLine | None:
        """Return the current row."""
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def current(self) -> Session | None:
        """Return the session of the current row."""
        line = self.current_line()
        return line.session if line is not None else None

    def importing(self) -> bool:
        """Tell whether an agenda is being taken in."""
        return self.pages.currentWidget() is self.agenda

    def head_buttons(self) -> Sequence[QWidget]:
        """Return the button that adds a session, unless the page itself offers it."""
        there = self.view is not None and self.view.sessions and not self.importing()
        return (self.buttons["add"],) if there else ()

    @override
    def new_button(self) -> Button:
        shown = (self.buttons[name] for name in ("add", "add_first") if self.buttons[name].isVisible())
        return next(shown, self.buttons["add"])

    def first_focus(self) -> QWidget | None:
        """Start in the table, or at what fills it."""
        if self.importing():
            return self.agenda.first_focus()
        return self.buttons["plan"] if self.card.isHidden() else self.table

    def keys(self) -> list[KeyHint]:
        """Return the keys of the schedule."""
        return [
            KeyHint("Enter", self.tr("Change or move the session")),
            KeyHint("F2", self.tr("Type the topic")),
            KeyHint(_ADD, self.tr("Add a session after the last of the day")),
            KeyHint("Alt+↑ Alt+↓", self.tr("Earlier or later in the day")),
            KeyHint("Alt+PgUp Alt+PgDn", self.tr("To the day before or the next day")),
            KeyHint(_CANCEL, self.tr("Cancel the session, or let it take place after all")),
            KeyHint(_LOCK, self.tr("Lock the session, or open it")),
            KeyHint("Del", self.tr("Remove the session")),
        ]

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Sessions"))
        self.table.setAccessibleDescription(
            self.tr("Drag a session to another place, or move it with Alt and the arrow keys.")
        )
        self.empty.set_words(
            self.tr("No sessions yet"),
            self.tr(
                "Say how one day looks, and all days are planned alike. Or take the agenda of an earlier "
                "course, or a table that you have."
            ),
        )
        self._show_buttons()
        if self.view is not None:
            self._show_count(self.view)

    def _choose(self, key: str, instead: int) -> None:
        """Make a row current; if it is gone, the one that stands there now."""
        rows = self.model.rowCount()
        if rows:
            found = self.model.row_of(key)
            row = found if found is not None else min(max(instead, 0), rows - 1)
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _show_count(self, view: CourseView) -> None:
        counted = [each for each in view.sessions if each.state is not SessionState.CANCELLED]
        taught = self.wording.hours(sum(each.minutes for each in counted))
        count = self.tr("%n session(s)", "", len(counted))
        self.count.setText(f"{count} · {taught}")

    def _show_buttons(self) -> None:
        self.buttons.refresh()
        self._show_clashes()

    def _show_clashes(self) -> None:
        """Say what the current session clashes with, in place of the count: its row has little room."""
        line = self.current_line()
        told = line.clashes if line is not None else ()
        more = f" · +{len(told) - _CLASHES}" if len(told) > _CLASHES else ""
        self.clashes.setText("\n".join(told[:_CLASHES]) + more)
        self.clashes.setToolTip("\n".join(told))
        self.clashes.setVisible(bool(told))
        self.count.setVisible(not told)

    # Menus

    def menu(self) -> QMenu:
        """Return a menu that offers what the buttons below the table offer, and what can be done beyond."""
        menu = self.menus.menu(self, "schedule_menu", [self.menus.of_session()])
        first = menu.actions()[0]
        for button in (self.buttons[name] for name in _SESSION):
            action = menu.addAction(button.text())
            menu.insertAction(first, action)
            action.setObjectName(f"menu_{button.objectName()}")
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
            withhold(tuple(str(button.property(NEEDS)).split()), action)
        menu.insertSeparator(first)
        return menu

    def more(self) -> QMenu:
        """Return the menu of the button "More"."""
        groups = [self.menus.of_session(), self.menus.of_agenda()]
        return self.menus.menu(self, "schedule_more_menu", groups)

    def _open_menu(self, at: QPoint) -> None:
        if self.current() is not None:
            self.menu().popup(self.table.viewport().mapToGlobal(at))

    def _open_more(self) -> None:
        menu = self.more()
        height = menu.sizeHint().height()
        menu.popup(self.buttons["more"].mapToGlobal(QPoint(0, -height)))

    # What a person does

    def change(self) -> None:
        """Show the current session to be changed."""
        self.acts.change()

    def rename(self) -> None:
        """Let the topic of the current session be typed where it stands."""
        session = self.current()
        if session is not None:
            self._renaming = session.key
            text = self._renamed_from = session.topic[self.context.language.code]
            self.table.rename(text, self.tr("Topic of session {number}").format(number=session.number))

    def open_import(self) -> None:
        """Show the import of an agenda in the place of the table."""
        self.agenda.reset()
        self.pages.setCurrentWidget(self.agenda)
        self.head_changed.emit()
        self.agenda.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_import(self) -> None:
        if not self.importing():
            return
        self.pages.setCurrentIndex(0)
        self.head_changed.emit()
        target = self.first_focus()
        if target is not None and self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _renamed(self, text: str) -> None:
        language = self.context.language.code
        self.context.do(sessions.set_topic, self._renaming, language, text, opened=self._renamed_from)

    def _drop(self, dragged: int, target: int, behind: bool) -> None:
        self.acts.drop(self.model.row(dragged), self.model.row(target), behind=behind)
