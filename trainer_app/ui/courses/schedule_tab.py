"""The schedule of a course: its sessions by day; add, change, move, cancel, lock, remove."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from trainer_app.actions import courses, sessions
from trainer_app.domain.changes import Changes
from trainer_app.domain.courses import CourseView, Session, SessionState
from trainer_app.ui.courses.plan_form import PlanForm
from trainer_app.ui.courses.reason_form import ReasonForm
from trainer_app.ui.courses.session_form import SessionForm
from trainer_app.ui.courses.session_table import SessionModel, lines_of
from trainer_app.ui.courses.tab import CourseTab
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Keys
from trainer_app.ui.shell.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.table import TableView

_ADD, _LOCK, _CANCEL = "Ins", "Ctrl+Shift+L", "Ctrl+Shift+X"


class SessionTable(TableView):
    """Delete removes the current session."""

    def __init__(self, tab: "ScheduleTab") -> None:
        super().__init__("schedule_table", tab)
        self._tab = tab

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete; the rest is the table's."""
        if event.key() == Qt.Key.Key_Delete:
            self._tab.remove()
        else:
            super().keyPressEvent(event)


class ScheduleTab(CourseTab):
    """A table and, below it, what can be done with the current session."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("schedule", desk)
        self.view: CourseView | None = None
        self.wording = CourseWording(desk)
        self.add_button = Button("schedule_add", Kind.PRIMARY, "plus")
        self.table = SessionTable(self)
        self.model = SessionModel(desk, self.wording, self)
        self.count = ElidedLabel("second", "schedule_count")
        self.change_button = Button("schedule_change", Kind.GHOST, "pen")
        self.cancel_button = Button("schedule_cancel", Kind.GHOST, "close")
        self.lock_button = Button("schedule_lock", Kind.GHOST, "lock")
        self.remove_button = Button("schedule_remove", Kind.GHOST, "trash")
        self.card = Card("schedule_card", titled=False)
        self.empty = EmptyState("schedule_empty", "today")
        self.plan_button = Button("schedule_plan", Kind.PRIMARY, "today")
        self.add_first = Button("schedule_add_first", Kind.PLAIN, "plus")
        self._lay_out()
        self.session_form = SessionForm(desk, self, self.wording)
        self.plan_form = PlanForm(desk, self)
        self.reason_form = ReasonForm(desk, self)
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.model.show_in(self.table)
        self.card.grow()
        self.card.add_row(self.table, 1)
        foot = self.card.add_foot(50)
        foot.addWidget(self.count, 1)
        for button in self._buttons():
            foot.addWidget(button)
        self.empty.add_button(self.plan_button)
        self.empty.add_button(self.add_first)
        inside = QVBoxLayout()
        inside.setContentsMargins(*[WORKSPACE_MARGIN] * 4)
        inside.addWidget(self.card, 1)
        inside.addWidget(self.empty, 1)
        self.column.addLayout(inside, 1)

    def _buttons(self) -> tuple[Button, ...]:
        return (self.change_button, self.cancel_button, self.lock_button, self.remove_button)

    def _connect(self) -> None:
        self.table.opened.connect(lambda _place: self.change())
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_buttons())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        for button, act in (
            (self.add_button, self.add),
            (self.add_first, self.add),
            (self.plan_button, self.plan),
            (self.change_button, self.change),
            (self.cancel_button, self.cancel_or_restore),
            (self.lock_button, self.lock_or_unlock),
            (self.remove_button, self.remove),
        ):
            button.clicked.connect(act)
        for keys, act in ((_ADD, self.add), (_LOCK, self.lock_or_unlock), (_CANCEL, self.cancel_or_restore)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(f"schedule_key_{keys.casefold()}")
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # What is shown

    def refresh(self) -> None:
        """Read the sessions; the current one stays current."""
        view = self.desk.ask(courses.get_course, self.course)
        if view is None:
            return
        self.view = view
        found = self.desk.ask(sessions.clashes, self.course) or ()
        clashing = {key for clash in found for key in (clash.first, clash.second)}
        current = self.current()
        place = self.table.currentIndex().row()
        self.model.set_rows(lines_of(view, clashing))
        self._choose(current.key if current else "", place)
        self.card.setVisible(bool(view.sessions))
        self.empty.setVisible(not view.sessions)
        self._show_count(view)
        self._show_buttons()
        self.head_changed.emit()

    def concerns(self, changes: Changes) -> bool:
        """Follow sessions, their first marks, and who teaches."""
        return changes.touches("session", "course", "assignment", "person", "attendance")

    def show_course(self, key: str) -> None:
        """Show another course; a form about the one before is closed."""
        for form in (self.session_form, self.plan_form, self.reason_form):
            form.dismiss()
        super().show_course(key)

    def current(self) -> Session | None:
        """Return the session of the current row."""
        index = self.table.currentIndex()
        return self.model.row(index.row()).session if index.isValid() else None

    def head_buttons(self) -> Sequence[QWidget]:
        """Return the button that adds a session, unless the page itself offers it."""
        return (self.add_button,) if self.view is not None and self.view.sessions else ()

    def first_focus(self) -> QWidget | None:
        """Start in the table, or at what fills it."""
        return self.plan_button if self.card.isHidden() else self.table

    def keys(self) -> list[Keys]:
        """Return the keys of the schedule."""
        return [
            Keys("Enter", self.tr("Change or move the session")),
            Keys(_ADD, self.tr("Add a session")),
            Keys(_CANCEL, self.tr("Cancel the session, or let it take place after all")),
            Keys(_LOCK, self.tr("Lock the session, or open it")),
            Keys("Del", self.tr("Remove the session")),
        ]

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.add_button.setText(self.tr("Add session"))
        self.add_button.set_hint(_ADD)
        self.table.setAccessibleName(self.tr("Sessions"))
        self.empty.set_words(
            self.tr("No sessions yet"),
            self.tr("Say how one day looks, and all days are planned alike. Then change what is different."),
        )
        self.plan_button.setText(self.tr("Plan the sessions"))
        self.add_first.setText(self.tr("Add one session"))
        self.change_button.setText(self.tr("Change"))
        self.remove_button.setText(self.tr("Remove"))
        self.remove_button.set_hint("Del")
        self._show_buttons()
        if self.view is not None:
            self._show_count(self.view)

    def _choose(self, key: str, place: int) -> None:
        """Make a session current; if it is gone, the one that took its place."""
        rows = self.model.rowCount()
        if rows:
            found = self.model.place(key)
            row = found if found is not None else min(max(place, 0), rows - 1)
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _show_count(self, view: CourseView) -> None:
        counted = [each for each in view.sessions if each.state is not SessionState.CANCELLED]
        taught = self.wording.hours(sum(each.minutes for each in counted))
        count = self.tr("%n session(s)", "", len(counted))
        self.count.setText(f"{count} · {taught}")

    def _show_buttons(self) -> None:
        session = self.current()
        locked = session is not None and session.locked
        cancelled = session is not None and session.state is SessionState.CANCELLED
        for button in self._buttons():
            button.setEnabled(session is not None and (not locked or button is self.lock_button))
        self.cancel_button.setText(self.tr("Takes place after all") if cancelled else self.tr("Cancel"))
        self.cancel_button.set_icon("undo" if cancelled else "close")
        self.cancel_button.set_hint(_CANCEL)
        self.lock_button.setText(self.tr("Open again") if locked else self.tr("Lock"))
        self.lock_button.set_hint(_LOCK)
        for button in self._buttons():
            button.updateGeometry()

    def menu(self) -> QMenu:
        """Return a menu that offers what the buttons below the table offer."""
        menu = QMenu(self)
        menu.setObjectName("schedule_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._buttons():
            action = menu.addAction(button.text())
            action.setObjectName(f"menu_{button.objectName()}")
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        if self.current() is not None:
            self.menu().popup(self.table.viewport().mapToGlobal(at))

    # What a person does

    def add(self) -> None:
        """Ask for a session on the day of the current one."""
        if self.view is not None:
            current = self.current()
            self.session_form.open_new(self.view, current.day if current else None)

    def plan(self) -> None:
        """Ask how a day looks."""
        if self.view is not None:
            self.plan_form.open_course(self.view.course)

    def change(self) -> None:
        """Show the current session to be changed; a locked one is opened first."""
        session = self.current()
        if session is None or self.view is None:
            return
        if session.locked:
            self.lock_or_unlock()
        else:
            self.session_form.open_session(self.view, session)

    def cancel_or_restore(self) -> None:
        """Cancel the current session with a reason, or take that back."""
        session, work = self.current(), self.desk.work
        if session is None or session.locked:
            return
        if session.state is SessionState.CANCELLED:
            self.desk.do(sessions.restore_session, session.key)
            return
        self.reason_form.ask(
            self.tr("Cancel the session"),
            self.wording.session(session) + ". " + self.tr("It will count for nobody; its marks are kept."),
            self.tr("Cancel the session"),
            lambda reason: sessions.cancel_session(work, session.key, reason),
        )

    def lock_or_unlock(self) -> None:
        """Lock the current session, or open it with a reason."""
        session, work = self.current(), self.desk.work
        if session is None:
            return
        if not session.locked:
            self.desk.do(sessions.lock_session, session.key)
            return
        self.reason_form.ask(
            self.tr("Open the session again"),
            self.wording.session(session) + ". " + self.tr("Its marks can then be changed."),
            self.tr("Open again"),
            lambda reason: sessions.unlock_session(work, session.key, reason),
        )

    def remove(self) -> None:
        """Remove the current session, and offer the way back."""
        session = self.current()
        if session is None:
            return
        changes = self.desk.do(sessions.remove_session, session.key)
        if changes is not None:
            self.desk.offer_undo(changes)


def create(desk: Desk) -> CourseTab:
    """Make the tab."""
    return ScheduleTab(desk)
