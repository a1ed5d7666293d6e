"""Commands of the schedule and their menus: on one session, on its place, on the agenda as a whole."""

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.actions.courses import agendas, course_life, sessions
from trainer_app.actions.papers.course_papers import AGENDA
from trainer_app.domain.courses.courses import CourseView, Session, SessionState
from trainer_app.domain.courses.planning import sessions_of_day
from trainer_app.ui.courses.plan.session_forms import SessionForm, ShortenForm, SplitForm
from trainer_app.ui.courses.plan.table import ScheduleLine
from trainer_app.ui.courses.plan_form import AgendaCopyForm, PlanForm
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import ReasonForm
from trainer_app.ui.kit.papers import order_of, show_order
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.overlays import confirm, make_way


class ScheduleCommands(QObject):
    """`line` gives the current row, `view` the course. The forms open over the right part of the host."""

    added = Signal(str)
    """A session was added: its key."""
    rename_requested = Signal()
    import_requested = Signal()

    def __init__(
        self,
        context: AppContext,
        host: QWidget,
        wording: CourseWording,
        line: Callable[[], ScheduleLine | None],
        view: Callable[[], CourseView | None],
    ) -> None:
        super().__init__(host)
        self.setObjectName("schedule_acts")
        self._context, self._host, self._wording = context, host, wording
        self._line, self._view = line, view

    @cached_property
    def session_form(self) -> SessionForm:
        """Ask for a session, or change one."""
        made = SessionForm(self._context, self._host, self._wording)
        made.added.connect(self.added)
        return made

    @cached_property
    def plan_form(self) -> PlanForm:
        """Ask how a day looks."""
        return PlanForm(self._context, self._host)

    @cached_property
    def reason_form(self) -> ReasonForm:
        """Ask for the reason of a decision."""
        return ReasonForm(self._context, self._host)

    @cached_property
    def shorten_form(self) -> ShortenForm:
        """Ask when a session ends earlier."""
        return ShortenForm(self._context, self._host, self._wording)

    @cached_property
    def split_form(self) -> SplitForm:
        """Ask where a session is divided."""
        return SplitForm(self._context, self._host, self._wording)

    @cached_property
    def copy_form(self) -> AgendaCopyForm:
        """Ask whose agenda the course takes."""
        return AgendaCopyForm(self._context, self._host, self._wording)

    def session(self) -> Session | None:
        """Return the session of the current row; None on a day without any."""
        line = self._line()
        return line.session if line is not None else None

    # What can be done now

    def can_change(self) -> bool:
        """Tell whether the current row is a session that is not locked."""
        session = self.session()
        return session is not None and not session.locked

    def can_move(self) -> bool:
        """Tell whether it also takes place."""
        session = self.session()
        return session is not None and not session.locked and session.state is not SessionState.CANCELLED

    def can_hold(self) -> bool:
        """Tell whether it is planned only."""
        session = self.session()
        return session is not None and not session.locked and session.state is SessionState.PLANNED

    def can_print(self) -> bool:
        """Tell whether there is an agenda to print."""
        view = self._view()
        return view is not None and bool(view.sessions)

    def can_copy(self) -> bool:
        """Tell whether another agenda, or another plan, may take the place of this one."""
        view = self._view()
        if view is None:
            return False
        return not view.sessions or bool(self._context.ask(agendas.can_replace, view.course.key))

    # Adding

    def add(self) -> None:
        """Ask for a new session, proposed after the last one of the current day; nothing is stored before."""
        view, line = self._view(), self._line()
        if view is not None:
            day = line.day if line is not None else None
            make_way(self._host, lambda: self.session_form.open_new(view, day))

    def plan(self) -> None:
        """Ask how a day looks."""
        view = self._view()
        if view is not None:
            self.plan_form.open_course(view)

    def copy(self) -> None:
        """Ask whose agenda the course takes."""
        view = self._view()
        if view is not None:
            self.copy_form.open_course(view)

    def print_agenda(self) -> None:
        """Show the agenda as it is printed, in the language of the papers."""
        view = self._view()
        if view is not None:
            order = order_of(self._context, AGENDA, view.course.key)
            show_order(self._context, order, view.course.code)

    def import_file(self) -> None:
        """Go to the import of an agenda."""
        self.import_requested.emit()

    def save_calendar(self) -> None:
        """Ask where to save the course as a calendar, and save it."""
        view = self._view()
        if view is None:
            return
        title, kinds = self.tr("Save as a calendar"), self.tr("Calendar (*.ics)")
        name = f"{view.course.code}.ics"
        path = FileDialog.ask_where(self._host, title, name, kinds, purpose=Purpose.TABLES)
        if path is None:
            return
        key, code = view.course.key, self._context.language.code
        saved = self._context.ask(course_life.save_calendar, key, code, path)
        if saved is not None:
            self._context.tell_saved(
                saved,
                self.tr("{file}: open it on a telephone or in a mail program.").format(file=saved.name),
                title=self.tr("The calendar is saved"),
            )

    def save_template(self) -> None:
        """Ask where to save a table to fill in, and save it."""
        view = self._view()
        if view is None:
            return
        title, kinds = self.tr("Save a table to fill in"), self.tr("Excel table (*.xlsx)")
        word = self.tr("agenda", "in the name of a file")
        name = f"{view.course.code}-{word}.xlsx"
        path = FileDialog.ask_where(self._host, title, name, kinds, purpose=Purpose.TABLES)
        if path is None:
            return
        key, code = view.course.key, self._context.language.code
        saved = self._context.ask(agendas.save_template, key, code, path)
        if saved is not None:
            self._context.tell_saved(
                saved,
                self.tr("{file}: fill it in, then import it here.").format(file=saved.name),
                title=self.tr("The table is saved"),
            )

    # One session

    def change(self) -> None:
        """Show the current session to be changed; a locked one is opened first, a free day gets one."""
        session, view = self.session(), self._view()
        if view is None:
            return
        if session is None:
            self.add()
        elif session.locked:
            self.lock_or_unlock()
        else:
            self.session_form.open_session(view, session)

    def rename(self) -> None:
        """Let the topic be typed in the table; a locked session is opened first."""
        if self.can_change():
            self.rename_requested.emit()
        else:
            self.lock_or_unlock()

    def hold(self) -> None:
        """Say that the current session took place."""
        session = self.session()
        if session is not None:
            self._context.offer_undo(self._context.do(sessions.hold_session, session.key))

    def shorten(self) -> None:
        """Ask when the current session ended."""
        session = self.session()
        if session is not None:
            self.shorten_form.open_session(session)

    def split(self) -> None:
        """Ask where to split the current session."""
        session = self.session()
        if session is not None:
            self.split_form.open_session(session)

    def cancel_or_restore(self) -> None:
        """Cancel the current session with a reason, or take that back."""
        session, work = self.session(), self._context.work
        if session is None or session.locked:
            return
        if session.state is SessionState.CANCELLED:
            self._context.do(sessions.restore_session, session.key)
            return
        self.reason_form.ask(
            self.tr("Cancel the session"),
            self._wording.session(session) + ". " + self.tr("It will count for nobody; its marks are kept."),
            self.tr("Cancel the session"),
            lambda reason: sessions.cancel_session(work, session.key, reason),
        )

    def lock_or_unlock(self) -> None:
        """Lock the current session, or open it with a reason."""
        session, work = self.session(), self._context.work
        if session is None:
            return
        if not session.locked:
            self._context.do(sessions.lock_session, session.key)
            return
        self.reason_form.ask(
            self.tr("Open the session again"),
            self._wording.session(session) + ". " + self.tr("Its marks can then be changed."),
            self.tr("Open again"),
            lambda reason: sessions.unlock_session(work, session.key, reason),
        )

    def remove(self) -> None:
        """Remove the current session, and offer the way back."""
        session = self.session()
        if session is not None:
            self._context.offer_undo(self._context.do(sessions.remove_session, session.key))

    # Where it stands

    def shift(self, by: int) -> None:
        """Let the current session change places with its neighbour of the day."""
        session = self.session()
        if session is not None:
            self._context.offer_undo(self._context.do(sessions.shift_session, session.key, by))

    def shift_day(self, by: int) -> None:
        """Move the current session to the day before or after; ask before the course becomes longer."""
        session, view = self.session(), self._view()
        if session is None or view is None:
            return
        day = session.day + timedelta(days=by)
        if view.course.first_day <= day <= view.course.last_day:
            self._move_day(session, by, extend=False)
            return
        long = self._context.formats.day_long(day)
        if by > 0:
            text = self.tr("The course will then last until {day}. This can be undone.").format(day=long)
        else:
            text = self.tr("The course will then begin on {day}. This can be undone.").format(day=long)
        unfit = self._wording.unfit(view.course, day, session.key)
        text = f"{text} {unfit}" if unfit else text
        confirm(
            self._host,
            self.tr("This day is not in the course yet"),
            text,
            self.tr("Make the course longer"),
            lambda: self._move_day(session, by, extend=True),
            danger=False,
            name="schedule_extend",
        )

    def drop(self, dragged: ScheduleLine, target: ScheduleLine, *, behind: bool) -> None:
        """Put a session before or behind another one, or on a day without any."""
        view = self._view()
        if view is None or dragged.session is None:
            return
        there = sessions_of_day(view.sessions, target.day, but=dragged.session.key)
        place = _place(there, target.session, behind=behind)
        changes = self._context.do(sessions.put_session, dragged.session.key, target.day, place)
        self._context.offer_undo(changes)

    def _move_day(self, session: Session, by: int, *, extend: bool) -> None:
        self._context.offer_undo(self._context.do(sessions.move_by_days, session.key, by, extend=extend))


def _place(there: list[Session], target: Session | None, *, behind: bool) -> int:
    """Return the place among the sessions of a day that a drop before or behind one of them means."""
    if target is None:
        return 0
    earlier = [each for each in there if (each.start, each.end, each.key) < _order(target)]
    found = any(each.key == target.key for each in there)
    return len(earlier) + (1 if behind and found else 0)


def _order(session: Session) -> tuple[int, int, str]:
    return session.start, session.end, session.key


class MenuItem(Struct, frozen=True):
    """One line of a menu: its name, words, key, whether it can be chosen now, and what it does."""

    name: str
    words: str
    key: str
    enabled: bool
    act: Callable[[], object]
    needs: str = ""
    """The guarded action that it does or leads to."""


class ScheduleMenus(QObject):
    """Makes the entries anew whenever a menu opens, so that they fit the current row."""

    def __init__(self, acts: ScheduleCommands) -> None:
        super().__init__(acts)
        self.setObjectName("schedule_menus")
        self._acts = acts

    def of_session(self) -> list[MenuItem]:
        """Return what can be done with the current session beyond the buttons below the table."""
        acts = self._acts
        free, moves = acts.can_change(), acts.can_move()
        return [
            MenuItem(
                "schedule_rename",
                self.tr("Type the topic"),
                "F2",
                free,
                acts.rename,
                "courses/sessions/set_topic",
            ),
            MenuItem(
                "schedule_hold",
                self.tr("It took place"),
                "",
                acts.can_hold(),
                acts.hold,
                "courses/sessions/hold_session",
            ),
            MenuItem(
                "schedule_shorten",
                self.tr("It ended earlier…"),
                "",
                moves,
                acts.shorten,
                "courses/sessions/shorten_session",
            ),
            MenuItem(
                "schedule_split",
                self.tr("Split into two…"),
                "",
                moves,
                acts.split,
                "courses/sessions/split_session",
            ),
            MenuItem(
                "schedule_earlier",
                self.tr("Earlier in the day"),
                "Alt+Up",
                moves,
                lambda: acts.shift(-1),
                "courses/sessions/shift_session",
            ),
            MenuItem(
                "schedule_later",
                self.tr("Later in the day"),
                "Alt+Down",
                moves,
                lambda: acts.shift(1),
                "courses/sessions/shift_session",
            ),
            MenuItem(
                "schedule_day_before",
                self.tr("To the day before"),
                "Alt+PgUp",
                free,
                lambda: acts.shift_day(-1),
                "courses/sessions/move_by_days",
            ),
            MenuItem(
                "schedule_day_after",
                self.tr("To the next day"),
                "Alt+PgDown",
                free,
                lambda: acts.shift_day(1),
                "courses/sessions/move_by_days",
            ),
        ]

    def of_agenda(self) -> list[MenuItem]:
        """Return what can be done with all sessions of the course."""
        acts = self._acts
        return [
            MenuItem("schedule_print", self.tr("Print the agenda"), "", acts.can_print(), acts.print_agenda),
            MenuItem(
                "schedule_calendar", self.tr("Save as a calendar…"), "", acts.can_print(), acts.save_calendar
            ),
            MenuItem(
                "schedule_plan_anew",
                self.tr("Plan all sessions anew…"),
                "",
                acts.can_copy(),
                acts.plan,
                "courses/agendas/plan_sessions",
            ),
            MenuItem(
                "schedule_copy",
                self.tr("Agenda of another course…"),
                "",
                acts.can_copy(),
                acts.copy,
                "courses/agendas/copy_agenda",
            ),
            MenuItem(
                "schedule_import",
                self.tr("Import an agenda from a file…"),
                "",
                True,
                acts.import_file,
                "courses/agendas/apply",
            ),
            MenuItem("schedule_template", self.tr("Save a table to fill in…"), "", True, acts.save_template),
        ]

    def menu(self, host: QWidget, name: str, groups: list[list[MenuItem]]) -> QMenu:
        """Return a menu of groups of entries, which deletes itself when it closes."""
        menu = QMenu(host)
        menu.setObjectName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for index, group in enumerate(groups):
            if index:
                menu.addSeparator()
            for entry in group:
                shown = QKeySequence(entry.key).toString(QKeySequence.SequenceFormat.NativeText)
                action = menu.addAction(f"{entry.words}\t{shown}" if shown else entry.words)
                action.setObjectName(f"menu_{entry.name}")
                action.setEnabled(entry.enabled)
                action.triggered.connect(lambda _on=False, act=entry.act: act())
                if entry.needs:
                    withhold(entry.needs, action)
        return menu
