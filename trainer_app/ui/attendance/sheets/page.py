"""Signed sheets of a course: the list of them, one as it lies on the table, and what does not fit.

page = SignaturesPage(context)
page.show_course(key); page.show_session(key)
page.head_buttons()          for the header of the workspace around
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.attendance import reconciliation
from trainer_app.actions.base.rights import ENTITY
from trainer_app.domain.attendance.marks import SignatureState
from trainer_app.domain.attendance.reconciliation import SheetStage, SheetState
from trainer_app.domain.attendance.sheets import SheetCode
from trainer_app.domain.base.changes import Changes
from trainer_app.ui.attendance.key_input import toggled
from trainer_app.ui.attendance.sheets.attached_files import dropped_scans
from trainer_app.ui.attendance.sheets.differences import DifferenceCommands, LineJump, SheetStatusCard
from trainer_app.ui.attendance.sheets.model import SheetWording, TickController
from trainer_app.ui.attendance.sheets.sheet_list import ScanDrop, SheetCard, SheetListCard
from trainer_app.ui.attendance.sheets.view import REST
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import KeyHint, why_withheld, withhold
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import PageStack, PanelRow
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.overlays import Mood
from trainer_app.ui.widgets.pages import EmptyState

_TOP, _BOTTOM, _GAP = 6, 12, 12
_SHOWN = ("attendance", "enrolment", "session", "course", "person", "pair", "attachment", ENTITY)
_TICKING = ("attendance/reconciliation/set_signed", "attendance/reconciliation/sign_line")


class SignaturesPage(Retranslated, QWidget):
    """Shows one course. What it writes itself it shows at once; `concerns` is false while it does."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("signatures_page")
        self.setAcceptDrops(True)
        self.context = context
        self.words = SheetWording(context, self)
        self.ticking = TickController(context, self)
        self.sheet_list = SheetListCard(context, self.words)
        self.paper = SheetCard(context, self.words)
        self.side = SheetStatusCard(context, self.words)
        self.empty = EmptyState("signatures_empty", "pen")
        self.empty_button = Button("signatures_empty_button", ButtonKind.PRIMARY, "right")
        self.rest_button = Button("signatures_rest", ButtonKind.PRIMARY, "check")
        self.jump = LineJump(self._numbers, self)
        self.drop = ScanDrop(context, self)
        self.answering = DifferenceCommands(context, self.ticking, self.side, self)
        self._per_session, self._files_of = False, ""
        self._barred = ""
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.empty.add_button(self.empty_button)
        self.context_part = QWidget()
        self.context_part.setObjectName("signatures_desk")
        row = PanelRow(self.context_part)
        row.setContentsMargins(WORKSPACE_MARGIN, _TOP, WORKSPACE_MARGIN, _BOTTOM)
        row.setSpacing(_GAP)
        row.addWidget(self.sheet_list)
        row.addWidget(self.paper, 1)
        row.addWidget(self.side)
        self.stack = PageStack()
        self.stack.setObjectName("signatures_stack")
        self.stack.addWidget(self.context_part)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def _connect(self) -> None:
        paper = self.paper.view
        self.ticking.changed.connect(self._show_sheet)
        self.sheet_list.list.chosen.connect(self._open_key)
        self.sheet_list.list.entered_sheet.connect(self.focus_paper)
        self.sheet_list.per_session_requested.connect(self._list_by)
        self.paper.page_requested.connect(self._turn)
        self.paper.counts.typed.connect(self.ticking.count)
        self.paper.counts.closed.connect(self.focus_paper)
        paper.page_key.connect(self._turn)
        paper.passed.connect(self._pass)
        paper.tick_key.connect(self._tick)
        paper.clear_key.connect(lambda: self._tick(SignatureState.NOT_CHECKED, False))
        paper.rest_key.connect(self.sign_rest)
        paper.digit_key.connect(self.jump.type)
        paper.differences_key.connect(self.answering.start)
        self.jump.found.connect(self.go_to_line)
        self.jump.hinted.connect(self.paper.show_hint)
        self.side.next_requested.connect(self.open_next)
        self.answering.place_requested.connect(self.go_to_line)
        self.answering.count_requested.connect(self.paper.counts.focus_session)
        self.answering.paper_requested.connect(self.focus_paper)
        self.rest_button.clicked.connect(self.sign_rest)
        withhold("attendance/reconciliation/sign_rest", self.rest_button)
        self.empty_button.clicked.connect(self._help_out)
        self.drop.sheet_found.connect(self.show_sheet)

    # What the tab around asks

    def show_course(self, key: str, session: str = "") -> None:
        """Show the sheets of a course, at the one of a session or at the one that waits longest."""
        if key != self.ticking.course:
            self.ticking.course = key
            self.ticking.open(None)
            self.refresh()
            self._begin()
        else:
            self.refresh()
        if session:
            self.show_session(session)

    def show_session(self, key: str) -> None:
        """Show the sheet of a session's day, at the first place of it that nobody looked at."""
        view = self.context.ask(reconciliation.sheet_of_session, self.ticking.course, key)
        if view is None:
            return
        self._list_by(False)
        self.ticking.open(view.state)
        self.sheet_list.list.choose(view.state.key)
        at = next((at for at, each in enumerate(view.sessions) if each.key == key), 0)
        waiting = (
            line for line, row in enumerate(view.rows) if row.cells[at].signed is SignatureState.NOT_CHECKED
        )
        self.go_to_line(next(waiting, 0), at)

    def show_sheet(self, code: SheetCode) -> None:
        """Show the sheet of the day or session that a printed code names; the office may have had another."""
        for per_session in (self._per_session, not self._per_session):
            self._list_by(per_session)
            wanted = code.day, code.session
            states = self.sheet_list.model.states
            found = next((each for each in states if (each.code.day, each.code.session) == wanted), None)
            if found is not None:
                self.sheet_list.list.choose(found.key)
                self._open_key(found.key)
                return

    def refresh(self) -> None:
        """Read list and sheet again; the place stays where it was."""
        course = self.ticking.course
        if not course:
            return
        why = self.context.ask(lambda _work: why_withheld(self.context, _TICKING))
        self._barred = self._barred if why is None else why
        self.paper.tell_barred(self._barred)
        states = self.context.ask(reconciliation.sheets, course, per_session=self._per_session) or []
        self.sheet_list.model.set_states(states)
        keys = [state.key for state in states]
        current = self.ticking.state
        chosen = current if current is not None and current.key in keys else _first(states)
        self.ticking.open(chosen)
        self.sheet_list.list.choose(chosen.key if chosen is not None else "")

    def concerns(self, changes: Changes) -> bool:
        """Tell whether somebody else changed what is shown."""
        return not self.ticking.writing and changes.touches(*_SHOWN)

    def first_focus(self) -> QWidget | None:
        """Start on the paper."""
        return self.empty_button if self.stack.currentWidget() is self.empty else self.paper.view

    def keys(self) -> list[KeyHint]:
        """Return the keys in words."""
        return [
            KeyHint(self.tr("Space"), self.tr("Signed, or not signed after all")),
            KeyHint(
                self.tr("S +", "keys: there is a signature"), self.tr("Signed; with Shift the whole line")
            ),
            KeyHint(
                self.tr("N −", "keys: there is no signature"),
                self.tr("Not signed; with Shift the whole line"),
            ),
            KeyHint("Del", self.tr("Not checked yet")),
            KeyHint("Enter", self.tr("Next person")),
            KeyHint("0–9", self.tr("Go to a number of the list")),
            KeyHint("PgUp PgDown", self.tr("Turn the page")),
            KeyHint(REST, self.tr("The rest of this page is signed")),
            KeyHint("F4", self.tr("To the differences")),
            KeyHint("1–6", self.tr("In the differences: choose a reason")),
            KeyHint("*", self.tr("In the differences: the same reason for all alike")),
            KeyHint(" ".join(self.words.marks.letters()), self.tr("In the differences: change the mark")),
        ]

    def head_buttons(self) -> Sequence[QWidget]:
        """Return the buttons for the head of the workspace, the primary one last."""
        return (self.rest_button,)

    @override
    def retranslate(self) -> None:
        self.rest_button.setText(self.tr("The rest of the page is signed"))
        self.rest_button.set_hint(REST)
        for part in (self.sheet_list, self.paper, self.side):
            part.retranslate()
        self._say_empty()

    # What a person can do

    def sign_rest(self) -> None:
        """Say of every place of the page that nobody looked at that it is signed."""
        view = self.ticking.view
        if self._barred or view is None or not view.pages:
            return
        self.jump.end()
        changes = self.ticking.rest(view.pages[self.paper.page])
        after = self.ticking.view
        if changes is None or after is None:
            return
        self.context.offer_undo(changes)
        later = {each.key: each.number for each in reconciliation.not_begun(self.context.work, after)}
        waiting = [place for place in after.unchecked() if place[1] not in later]
        if later:
            numbers = ", ".join(map(str, later.values()))
            self.context.tell(
                Mood.NOW,
                self.tr("Not begun yet, so not ticked: session {numbers}").format(numbers=numbers),
                self.tr("Come back to this sheet when it is over; single places can be ticked by hand."),
            )
        if waiting:
            self.go_to_line(next(at for at, row in enumerate(after.rows) if row.enrolment == waiting[0][0]))
            self.focus_paper()
        else:
            self.answering.go_on()

    def open_next(self) -> None:
        """Open the next sheet that waits."""
        found = self._next_waiting()
        if found is not None:
            self.sheet_list.list.choose(found.key)
            self._open_key(found.key)
            self.focus_paper()

    def _tick(self, signed: SignatureState | None, line: bool) -> None:
        self.jump.end()
        place = self.paper.model.place(self.paper.view.currentIndex())
        if self._barred or place is None:
            return
        row, session, cell = place
        wanted = toggled(cell.signed) if signed is None else signed
        if line:
            keys = [each.key for each in self.paper.model.sessions if not each.cancelled]
            self.ticking.tick_line(row.enrolment, keys, wanted)
        else:
            self.ticking.tick(row.enrolment, session.key, wanted)

    def _help_out(self) -> None:
        tab = "participants" if self.sheet_list.model.states else "schedule"
        self.context.go("courses", course=self.ticking.course, tab=tab)

    # Going

    def _list_by(self, per_session: bool) -> None:
        self.sheet_list.switch.set_value("session" if per_session else "day")
        if per_session != self._per_session:
            self._per_session = per_session
            self.refresh()

    def _open_key(self, key: str) -> None:
        state = next((each for each in self.sheet_list.model.states if each.key == key), None)
        if state is not None:
            self.jump.end()
            self.ticking.open(state)
            self._begin()

    def _begin(self) -> None:
        """Go to the first line with a place that nobody looked at."""
        view = self.ticking.view
        if view is not None and view.rows:
            waiting = next((enrolment for enrolment, _ in view.unchecked()), view.rows[0].enrolment)
            self.go_to_line(next(at for at, row in enumerate(view.rows) if row.enrolment == waiting), 0)

    def _turn(self, by: int) -> None:
        self.jump.end()
        view = self.ticking.view
        if view is not None and 0 <= self.paper.page + by < len(view.pages):
            self.paper.show_page(view, self.paper.page + by)
            self.paper.view.go_to(0, max(0, self.paper.view.place()[1]))

    def _pass(self, direction: int, enter: bool) -> None:
        """Go on where a page ends: to the next page, and by Enter to the next session."""
        view = self.ticking.view
        if view is None:
            return
        at = self.paper.view.place()[1]
        page = self.paper.page + direction
        if 0 <= page < len(view.pages):
            self.paper.show_page(view, page)
            self.paper.view.go_to(0 if direction > 0 else len(view.pages[page]) - 1, at)
        elif enter and at + 1 < len(view.sessions):
            self.go_to_line(0, at + 1)

    def go_to_line(self, line: int, session: int | None = None) -> None:
        """Go to a line of the sheet, counted from 0 over all its pages."""
        view = self.ticking.view
        if view is None:
            return
        at = max(0, self.paper.view.place()[1]) if session is None else session
        for page, rows in enumerate(view.pages):
            if line < len(rows):
                self.paper.show_page(view, page)
                self.paper.view.go_to(line, at)
                return
            line -= len(rows)

    def focus_paper(self) -> None:
        """Give the keyboard to the paper."""
        self.paper.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What follows

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what can be attached."""
        if dropped_scans(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach scans to the sheets whose codes are on them."""
        paths = dropped_scans(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.drop.take(paths)

    def _show_sheet(self) -> None:
        view = self.ticking.view
        usable = view is not None and bool(view.rows)
        self.stack.setCurrentWidget(self.context_part if usable else self.empty)
        self._say_empty()
        state = self.ticking.state
        self.rest_button.setEnabled(usable and state is not None and state.checked < state.whole)
        if view is None or state is None or not usable:
            return
        at = self.sheet_list.model.place(state.key)
        if at >= 0:
            self.sheet_list.model.put(at, state)
        self.paper.show_page(view, self.paper.page)
        self.side.show_view(view, more=self._next_waiting() is not None)
        self.answering.refresh()
        self.drop.set_sheet(state)
        if self._files_of != state.key:
            self._files_of = state.key
            self.sheet_list.files.show_sheet(state.course, str(state.code))

    def _next_waiting(self) -> SheetState | None:
        """Return the next sheet that should be back and is not reconciled, after the open one."""
        current = self.ticking.state
        others = [
            each
            for each in self.sheet_list.model.states
            if each.waits and each.stage is not SheetStage.RECONCILED
        ]
        others = [each for each in others if current is None or each.key != current.key]
        later = (each for each in others if current is not None and each.day >= current.day)
        return next(later, others[0] if others else None)

    def _numbers(self) -> list[int]:
        view = self.ticking.view
        return [row.number for row in view.rows] if view is not None else []

    def _say_empty(self) -> None:
        if self.sheet_list.model.states:
            self.empty.set_words(
                self.tr("Nobody is on this sheet yet"),
                self.tr("Add the participants; their lines appear here as on the printed sheet."),
            )
            self.empty_button.setText(self.tr("Add participants"))
        else:
            self.empty.set_words(
                self.tr("No signed sheets yet"),
                self.tr("Plan the sessions, print the sign-in sheet, and check it here when it is signed."),
            )
            self.empty_button.setText(self.tr("Plan the sessions"))


def _first(states: Sequence[SheetState]) -> SheetState | None:
    """Return the sheet to begin with: one that waits, else one that was begun or held, else the first."""
    waiting = next((each for each in states if each.waits), None)
    begun = next((each for each in states if each.held and each.stage is not SheetStage.RECONCILED), None)
    return waiting or begun or next(iter(states), None)
