"""The attendance tab of a course: the grid by course, week or day; one session; the signed sheets.

The session view and the sheets are imported when they are opened for the first time, so that opening the grid
does not wait for them.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, cast, override, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trainer_app.actions.courses import courses
from trainer_app.actions.papers.sign_in import sign_in_days
from trainer_app.domain.attendance.arranging import GridSpan
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.courses.courses import CourseState
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.attendance.session.scanner import scan_controller_of
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.papers import sign_in_paper
from trainer_app.ui.kit.screens import TO_MARK, CourseTab, KeyHint, shown_keys, why_withheld, withhold
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.controls import Button, IconButton, Switch
from trainer_app.ui.widgets.flow import PageStack

if TYPE_CHECKING:
    from trainer_app.ui.kit.person_form import ReplacementForm, WithdrawForm

_GRID = tuple(span.value for span in GridSpan)
VIEWS = (*_GRID, "session", "signatures")
"""The names of all views, in their order."""


_LOOKING = ("Ctrl+I", "Ctrl+PgUp", "Ctrl+PgDown", "PgUp PgDown", "F4", "F5", "Esc")
"""Keys of the views that write nothing."""


class AttendanceView(Protocol):
    """What a view from another folder has to be, beside a widget."""

    def show_course(self, key: str, session: str = "") -> None:
        """Show a course, at a session of it if one is named."""
        ...

    def show_session(self, key: str) -> None:
        """Show a session of it."""
        ...

    def refresh(self) -> None:
        """Read again what is shown."""
        ...

    def concerns(self, changes: Changes) -> bool:
        """Tell whether a change can alter what is shown."""
        ...

    def first_focus(self) -> QWidget | None:
        """Return what has the keyboard at first."""
        ...

    def keys(self) -> list[KeyHint]:
        """Return the keys that it listens to."""
        ...

    def head_buttons(self) -> Sequence[QWidget]:
        """Return what stands in the head of the workspace."""
        ...

    def retranslate(self) -> None:
        """Set every word anew."""
        ...


@runtime_checkable
class MarkingView(Protocol):
    """A view in which marks are made: it knows which steps belong together, and where they were."""

    def undo(self) -> None:
        """Take back the newest step."""
        ...

    def redo(self) -> None:
        """Do again what was taken back."""
        ...


def _create_view(name: str, context: AppContext) -> AttendanceView:
    """Import and make a view; a trainer who marks in the grid alone never pays for the others."""
    if name == "session":
        from trainer_app.ui.attendance.session.page import SessionPage

        return SessionPage(context)
    from trainer_app.ui.attendance.sheets.page import SignaturesPage

    return SignaturesPage(context)


class AttendanceTab(CourseTab):
    """Holds one grid at a time: another course gets another. Remembers each course's view while it runs."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("attendance", context)
        self.page: AttendancePage | None = None
        self._shown = ""
        self._wanted_session = self._wanted_person = ""
        self._view_of: dict[str, str] = {}
        self._others: dict[str, AttendanceView] = {}
        self.view = GridSpan.COURSE.value
        self.stack = PageStack()
        self.stack.setObjectName("attendance_views")
        self.approved = NoteRow("attendance_approved", "lock", "text3")
        self.approved.setContentsMargins(WORKSPACE_MARGIN, 8, WORKSPACE_MARGIN, 0)
        self.approved.hide()
        self.column.addWidget(self.approved)
        self.column.addWidget(self.stack, 1)
        self.switch = Switch("attendance_view", VIEWS, narrow=True)
        self.switch.chosen.connect(self._choose)
        self.sheet_button = IconButton("attendance_sheet", "print")
        self.sheet_button.clicked.connect(self._show_sheet)
        withhold("papers/sign_in/sign_in", self.sheet_button)
        self._listen()
        self.retranslate()

    def _listen(self) -> None:
        for number, name in enumerate(VIEWS, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setObjectName(f"attendance_view_key_{name}")
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda name=name: self._choose(name))

    # What the workspace asks

    def refresh(self) -> None:
        """Show the course in its view; the grid itself follows changes."""
        opens = self._shown != self.course
        if opens:
            self._make_page()
            view = self._view_of.get(self.course, GridSpan.COURSE.value)
            if self.page is not None and view not in _GRID and not self._wanted_person:
                # Another view begins at the session of the grid: told first, it is shown once.
                self.page.show_session(self._wanted_session)
                self._wanted_session = ""
            self._open(view)
        self._show_around()
        other = self._others.get(self.view)
        if other is not None and not opens:
            other.refresh()
        self.head_changed.emit()
        self._go_to_session()

    def _show_around(self) -> None:
        """Show what is told of the course beside the view."""
        line = self.context.ask(courses.get_line, self.course)
        if self.page is not None and line is not None:
            self.page.summary.set_people(line.participants, line.women if line.participants else -1)
            self.sheet_button.setEnabled(line.sessions > 0)
        self.approved.setVisible(line is not None and line.course.state is CourseState.APPROVED)

    def _hear(self, changes: Changes, source: object) -> None:
        """Read again around the session view, which listens itself: it is not read twice."""
        listens = isinstance(self._others.get(self.view), MarkingView)
        if not listens or self._shown != self.course or not self.isVisible():
            super()._hear(changes, source)
        elif source is not self and self.concerns(changes):
            self._show_around()
            self.head_changed.emit()

    def concerns(self, changes: Changes) -> bool:
        """Follow the counts of the head, and what the view of another folder shows; the grid reads itself."""
        other = self._others.get(self.view)
        if other is not None and other.concerns(changes):
            return True
        return changes.touches("enrolment", "person", "pair", "session", "course")

    def show_place(self, **place: Any) -> None:
        """Make a session the current one, in a view if one is named; or somebody (`enrolment`) in it."""
        self._wanted_session = str(place.get("session") or "")
        self._wanted_person = str(place.get("enrolment") or "")
        wanted = str(place.get("view") or (GridSpan.COURSE.value if self._wanted_person else ""))
        if wanted == TO_MARK["view"]:
            wanted = self._view_of.get(self.course, GridSpan.COURSE.value)
            wanted = wanted if wanted != VIEWS[-1] else "session"
        if wanted in VIEWS:
            self._view_of[self.course] = wanted
        if self._shown == self.course:
            if wanted in VIEWS:
                self._open(wanted)
            self._go_to_session()

    def take_back(self) -> bool:
        """Undo in the grid and in the session view, which go to the mark; elsewhere it is done as usual."""
        shown = self._marking_view()
        if shown is not None:
            shown.undo()
        return shown is not None

    def do_again(self) -> bool:
        """Redo likewise."""
        shown = self._marking_view()
        if shown is not None:
            shown.redo()
        return shown is not None

    def step_words(self, label: Label) -> str:
        """Name the person whose mark it is."""
        return self.page.namer.words_of(label) if self.page is not None else ""

    def _marking_view(self) -> MarkingView | None:
        other = self._others.get(self.view)
        if other is None:
            return self.page
        return other if isinstance(other, MarkingView) else None

    def head_buttons(self) -> Sequence[QWidget]:
        """Return the sign-in sheet, what the view offers, and the switch.

        It stands last: so it stays in its place whatever the views offer.
        """
        other = self._others.get(self.view)
        if other is not None:
            return (*other.head_buttons(), self.switch)
        own = self.page.head_buttons if self.page is not None else ()
        return (self.sheet_button, *own, self.switch)

    @override
    def help_place(self) -> str:
        return "course/signatures" if self.view == VIEWS[-1] else ""

    @override
    def new_button(self) -> Button | None:
        own = (each for each in self.head_buttons() if isinstance(each, Button))
        return next((each for each in own if each.icon_name == "adduser"), None)

    def summary(self) -> QWidget | None:
        """Contradictions and participants, as the grid counts them."""
        return self.page.summary if self.page is not None else None

    def first_focus(self) -> QWidget | None:
        """Start in the view."""
        other = self._others.get(self.view)
        if other is not None:
            return other.first_focus()
        return self.page.first_focus() if self.page is not None else None

    def keys(self) -> list[KeyHint]:
        """Return the keys of the view, and those that lead to the others."""
        other = self._others.get(self.view)
        found = other.keys() if other is not None else self.page.keys() if self.page is not None else []
        if why_withheld(self.context, "attendance/attendance/mark"):
            found = self._looking(found)
        return [*found, KeyHint(f"{shown_keys('Alt+1')}–{len(VIEWS)}", self.tr("Another view"))]

    def _looking(self, found: Sequence[KeyHint]) -> list[KeyHint]:
        """Return of some keys those of who marks nobody: digits and letters look somebody up there."""
        kept = [
            KeyHint("0–9", self.tr("The person with this number")),
            KeyHint("A–Z  А–Я", self.tr("The name that begins so")),
        ]
        looking = {shown_keys(keys) for keys in _LOOKING} | {f"/  {shown_keys('Ctrl+F')}"}
        return [*kept, *(hint for hint in found if hint.keys in looking)]

    def retranslate(self) -> None:
        """Set the words of the head."""
        words = {
            "course": self.tr("Course"),
            "week": self.tr("Week"),
            "day": self.tr("Day"),
            "session": self.tr("Session"),
            "signatures": self.tr("Signatures"),
        }
        self.switch.set_words(*(words[name] for name in VIEWS))
        #: What is shown: the grid or a session
        self.switch.setAccessibleName(self.tr("View"))
        for number, name in enumerate(VIEWS, 1):
            button, key = self.switch.button(name), shown_keys(f"Alt+{number}")
            button.setToolTip(f"{words[name]} ({key})")
            button.setAccessibleDescription(key)
        self.sheet_button.set_words(self.tr("Sign-in sheet"))
        self.approved.words.setText(
            self.tr(
                "The course is approved. What is changed here is listed in its Overview "
                "as changed since the approval."
            )
        )

    # Views

    def _choose(self, name: str) -> None:
        """Show another view of the same session and give it the keyboard."""
        self._open(name)
        target = self.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, name: str) -> None:
        session = self._current_session()
        self.view = self._view_of[self.course] = name
        self.switch.set_value(name)
        if name in _GRID:
            if self.page is not None:
                self.stack.setCurrentWidget(self.page)
                self.page.arranger.show_span(GridSpan(name))
                if session:
                    self.page.go_to_session(session)
        else:
            self._open_other(name, session)
        self.head_changed.emit()

    def _open_other(self, name: str, session: str) -> None:
        other = self._others.get(name)
        if other is None:
            other = self._others[name] = _create_view(name, self.context)
            self.stack.addWidget(cast(QWidget, other))
        other.show_course(self.course, session)
        self.stack.setCurrentWidget(cast(QWidget, other))

    def _current_session(self) -> str:
        """Return the session that is current in the grid."""
        if self.page is None:
            return ""
        sessions, column = self.page.marking.model.sessions, self.page.view.place[1]
        return sessions[column].key if 0 <= column < len(sessions) else ""

    def _make_page(self) -> None:
        context = self.context
        page = AttendancePage(
            context.work,
            self.course,
            context.changes,
            language=lambda: context.language.code,
            busy=lambda: context.jobs.writing,
            jobs=context.jobs,
            review=lambda: context.go("review"),
            may_undo=context.may_undo,
            may_redo=context.may_redo,
            barred=lambda: why_withheld(context, "attendance/attendance/mark"),
        )
        page.tab_requested.connect(self.tab_requested)
        page.badge_typed.connect(self._scan)
        page.schedule_requested.connect(self._open_schedule)
        page.acts.replaced.connect(self._ask_who_came)
        page.acts.left.connect(lambda *who: self.withdrawal.open_for(self.course, *who))
        old, self.page, self._shown = self.page, page, self.course
        self.stack.addWidget(page)
        if old is not None:
            self.stack.removeWidget(old)
            self.head_changed.emit()
            for part in (*old.head_buttons, old.summary, old):
                part.hide()
                part.deleteLater()

    def _go_to_session(self) -> None:
        wanted, self._wanted_session = self._wanted_session, ""
        person, self._wanted_person = self._wanted_person, ""
        if person and self.page is not None:
            self.page.show_person(person)
        if not wanted or self.page is None:
            return
        self.page.show_session(wanted)
        other = self._others.get(self.view)
        if other is not None:
            other.show_session(wanted)

    def _ask_who_came(self, enrolment: str, session: str) -> None:
        """Ask who came in somebody's place from a session on."""
        self.replacement.open_absent(self.course, enrolment, session)

    @cached_property
    def replacement(self) -> "ReplacementForm":
        """The form that asks; made when it is wanted."""
        from trainer_app.ui.kit.person_form import ReplacementForm

        return ReplacementForm(self.context, self)

    @cached_property
    def withdrawal(self) -> "WithdrawForm":
        """The form that asks from when on somebody is off the list, and why."""
        from trainer_app.ui.kit.person_form import WithdrawForm

        return WithdrawForm(self.context, self)

    def _open_schedule(self, session: str) -> None:
        self.context.go("courses", course=self.course, tab="schedule", session=session)

    def _scan(self, digits: str) -> None:
        """Mark by the digits of a badge, as if they had been scanned."""
        scan_controller_of(self.context, self).scan(digits)

    def _show_sheet(self) -> None:
        """Show the sheet of the day that is being marked, in the language of the window."""
        if self.page is None:
            return
        sessions = self.page.marking.model.sessions
        column = self.page.view.place[1]
        day = sessions[column].day if 0 <= column < len(sessions) else None
        days = self.context.ask(sign_in_days, self.course) or []
        chosen = day if day in days else None
        paper = sign_in_paper(self.context, self.course, chosen, self.context.language.code)
        if paper is not None:
            self.context.show_paper(paper)
