"""The forms that a course uses, each with its papers and the next step; sheets that wait; that it is over.

Anonymous sheets wait for each other, so that nobody can be recognised by the time of an import.
"""

from collections.abc import Mapping, Sequence
from typing import override

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from trainer_app.actions.evaluations.progress import SittingState, SittingStep
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.evaluations.forms import (
    MIN_ANSWERS,
    FormKind,
)
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.kit.wording import form_title, occasion_word
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card, IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.overlays import confirm

ACTS = ("first", "unfinished", "second", "differences", "fill", "print", "results", "settings", "drop")
_ACT_OF = {
    SittingStep.KEY_IN: "first",
    SittingStep.SECOND: "second",
    SittingStep.DIFFERENCES: "differences",
    SittingStep.ENTER: "enter",
    SittingStep.RESULTS: "results",
}


KEYING = (
    "evaluations/keying/key_answer",
    "evaluations/keying/leave_rest_blank",
    "evaluations/keying/settle_difference",
    "evaluations/feedback/answer_paper",
    "evaluations/feedback/finish_paper",
    "evaluations/feedback/settle_difference",
)
_NEEDS: Mapping[str, str | Sequence[str]] = {
    "fill": (
        "evaluations/filling/begin_named",
        "evaluations/filling/begin_anonymous",
        "evaluations/filling/answer",
        "evaluations/filling/hand_in",
        "evaluations/filling/throw_away",
        "evaluations/filling/end_filling",
    ),
    "first": KEYING,
    "unfinished": KEYING,
    "second": KEYING,
    "differences": KEYING,
    "enter": "evaluations/feedback/enter_papers",
    "print": "papers/question_papers/mark_printed",
    "settings": "evaluations/forms/change_sitting",
    "drop": "evaluations/forms/drop_sitting",
}
"""What is done with a form and the action behind it; the others look."""


class SittingRow(Retranslated, QWidget):
    """`requested(act, sitting)` is emitted with one of `ACTS`, or "enter"."""

    requested = Signal(str, str)

    def __init__(self, context: AppContext, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.context = context
        self.state: SittingState | None = None
        self._over = self._begun = False
        self.title = FittingLabel("row_title", f"{name}_title")
        self.form = label("second", f"{name}_form", wrap=True)
        self.text = label("small", f"{name}_text", wrap=True)
        self.next = Button(f"{name}_next", ButtonKind.PLAIN)
        self.paper = Button(f"{name}_paper", ButtonKind.PLAIN, "print")
        self.fill = Button(f"{name}_fill", ButtonKind.PLAIN)
        self.more = IconButton(f"{name}_more", "more")
        self.menu = QMenu(self)
        self.menu.setObjectName(f"{name}_menu")
        self._lay_out()
        self.next.clicked.connect(lambda: self._ask(self._act()))
        self.paper.clicked.connect(lambda: self._ask("print"))
        self.fill.clicked.connect(lambda: self._ask("fill"))
        self.more.clicked.connect(self._open_menu)
        withhold(_NEEDS["fill"], self.fill)
        withhold(_NEEDS["print"], self.paper)
        self.retranslate()

    def _lay_out(self) -> None:
        head = FlowRow()
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.form)
        head.addLayout(names, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        buttons = self._buttons = FlowRow()
        buttons.setSpacing(8)
        buttons.addWidget(self.paper)
        buttons.addWidget(self.next)
        buttons.addWidget(self.fill)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 10, CARD_PADDING - 8, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(buttons)

    def show_state(self, state: SittingState, *, primary: bool, closed: bool = False) -> None:
        """Show how far a sitting is; `primary`: its next step is that of the whole tab.

        Once the course is `closed` papers may come late, but nobody is there to fill in another one, unless
        months later.
        """
        self.state, self._over = state, closed and state.form.form.kind is not FormKind.FOLLOW_UP
        # Before anybody has come there is nothing to enter, but papers to print.
        first = self.paper if state.by_list and not state.entered and not self._over else self.next
        for button in (self.paper, self.next):
            button.set_kind(ButtonKind.PRIMARY if primary and button is first else ButtonKind.PLAIN)
        self._begun = bool(state.entered or state.waiting)
        if self._begun:  # who comes late needs one more
            self.paper.set_kind(ButtonKind.GHOST)
        self._buttons.removeWidget(self.paper)
        self._buttons.insertWidget(2 if self._begun else 0, self.paper)
        self.setTabOrder(self.next, self.fill)
        self.setTabOrder(*((self.fill, self.paper) if self._begun else (self.paper, self.next)))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.more.set_words(self.tr("More about this form"))
        self.fill.setText(self.tr("On the laptop"))
        self.paper.setText(self.tr("Print"))
        state = self.state
        if state is None:
            return
        self.title.setText(occasion_word(state.sitting, state.form.form.kind))
        self.form.setText(form_title(state.form, self.context.language.code))
        self.text.setText(self._counts(state))
        act = self._act()
        self.next.setText(self._act_words(act))
        withhold(_NEEDS.get(act, ()), self.next)
        self.next.setAccessibleName(f"{self.next.text()}: {self.title.text()}")
        for button, at_length in ((self.fill, "fill"), (self.paper, "print")):
            button.setToolTip(self._act_words(at_length))
            button.setAccessibleName(f"{button.toolTip()}: {self.title.text()}")
        by_hand = state.form.form.kind is FormKind.PRACTICAL
        wanted = act == "first" or state.left > 0
        self.fill.setVisible(wanted and not state.sitting.double and not by_hand and not self._over)
        self.paper.setVisible((wanted or not self._begun) and not self._over)
        self.setAccessibleName(f"{self.title.text()}: {self.text.text()}")

    def _counts(self, state: SittingState) -> str:
        if not state.begun and not state.waiting:
            if state.form.form.anonymous and state.by_list:
                return self.tr("No sheet is entered yet; on the list: %n.", "", state.expected)
            if state.form.form.anonymous:
                return self.tr(
                    "No sheet is entered yet; of those who came, %n should have one.", "", state.expected
                )
            if state.by_list:
                return self.tr("No paper is entered yet; on the list: %n.", "", state.expected)
            return self.tr(
                "No paper is entered yet; of those who came, %n should have one.", "", state.expected
            )
        parts = self._of_named(state)
        if state.form.form.anonymous:
            counted = state.keyed - state.waiting
            parts = [self.tr("%n sheet(s) collected", "", counted)] if counted else []
        if state.waiting:
            parts.append(self.tr("%n waiting to be added", "", state.waiting))
        if state.unfinished:
            parts.append(self.tr("%n not finished", "", state.unfinished))
        if state.sitting.double and state.keyed:
            parts.append(self.tr("%n entered twice", "", state.twice))
        if state.differences:
            parts.append(self.tr("%n difference(s)", "", state.differences))
        return " · ".join(parts)

    def _of_named(self, state: SittingState) -> list[str]:
        """Say how many papers are there, and of how many people only the points."""
        if state.typed and not state.keyed + state.unfinished:
            whole = self.tr("Points typed: {typed} of {expected}")
            return [whole.format(typed=state.typed, expected=state.expected)]
        whole = self.tr("{keyed} of {expected} papers entered")
        parts = [whole.format(keyed=state.keyed, expected=state.expected)]
        return [*parts, self.tr("points typed: %n", "", state.typed)] if state.typed else parts

    def _act(self) -> str:
        return _ACT_OF[self.state.step] if self.state is not None else "first"

    def _act_words(self, act: str) -> str:
        # Only who writes a test hands in a paper of it; feedback, ratings and follow-ups have sheets.
        of_test = self.state is None or self.state.form.form.kind is FormKind.TEST
        return {
            "first": self.tr("Enter"),
            "unfinished": self.tr("Finish or delete what was begun"),
            "second": self.tr("Second entry"),
            "differences": self.tr("Settle the differences"),
            "enter": self.tr("Add the sheets to the results"),
            "fill": self.tr("Fill in on this laptop"),
            "print": self.tr("Print the papers") if of_test else self.tr("Print the sheets"),
            "results": self.tr("Results"),
            "settings": self.tr("Settings…"),
            "drop": self.tr("Remove the form from the course"),
        }[act]

    def fill_menu(self) -> None:
        """Offer what can be done now."""
        self.menu.clear()
        for act in ACTS:
            by_hand = self.state is not None and self.state.form.form.kind is FormKind.PRACTICAL
            if act == "fill" and by_hand:
                continue
            if act == "unfinished" and not (self.state is not None and self.state.unfinished):
                continue
            if act in ("print", "settings") and self.menu.actions():
                self.menu.addSeparator()
            action = self.menu.addAction(self._act_words(act))
            action.setObjectName(f"{self.objectName()}_{act}")
            action.triggered.connect(lambda _checked=False, act=act: self._ask(act))
            if needs := _NEEDS.get(act):
                withhold(needs, action)

    def _open_menu(self) -> None:
        self.fill_menu()
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _ask(self, act: str) -> None:
        if self.state is not None:
            self.requested.emit(act, self.state.sitting.key)


class SittingsCard(Retranslated, Card):
    """`requested(act, sitting)` as of a row; `form_requested` when another form is to be chosen."""

    requested = Signal(str, str)
    form_requested = Signal()

    def __init__(self, context: AppContext, name: str) -> None:
        super().__init__(name)
        self.context = context
        self.rows: list[SittingRow] = []
        self.add = Button(f"{name}_add", ButtonKind.GHOST, "plus")
        self.nothing = label("second", f"{name}_nothing", wrap=True)
        self.add_to_head(self.add)
        body = self.add_body()
        body.addWidget(self.nothing)
        holder = self.nothing.parentWidget()
        assert holder is not None
        self._nothing_row: QWidget = holder
        self.add.clicked.connect(self.form_requested)
        withhold("evaluations/forms/choose_form", self.add)

    def set_words(self, title: str, add: str, nothing: str) -> None:
        """Set the head, the button, and what is said while no form is chosen."""
        self.set_title(title)
        self.add.setText(add)
        self.nothing.setText(nothing)

    def show_states(self, states: Sequence[SittingState], *, closed: bool = False) -> None:
        """Show the sittings; the first one of which something is to be done has the filled button.

        `closed` is the course: no button is filled there.
        """
        while len(self.rows) < len(states):
            row = SittingRow(self.context, f"{self.objectName()}_{len(self.rows) + 1}")
            row.requested.connect(self.requested)
            self.rows.append(row)
            self.insert_row(len(self.rows) - 1, row)
        waiting = [index for index, state in enumerate(states) if state.step is not SittingStep.RESULTS]
        for index, row in enumerate(self.rows):
            if index < len(states):
                first = bool(waiting) and index == waiting[0]
                row.show_state(states[index], primary=first and not closed, closed=closed)
            self.show_row(row, shown=index < len(states))
        self.show_row(self._nothing_row, shown=not states)
        self.add.set_kind(ButtonKind.GHOST if states or closed else ButtonKind.PRIMARY)


class WaitingSheetsCard(Retranslated, Card):
    """Hidden while nothing waits. `entered` gives the sitting, and whether it has fewer than five sheets.

    Where they may not enter yet, it says why; `discard_requested` gives the sitting if no more will come.
    """

    entered = Signal(str, bool)
    discard_requested = Signal(str)
    begun_requested = Signal(str)
    """Those of a sitting that are not finished shall be opened."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._state: SittingState | None = None
        self._office = False
        self.text = label("second", f"{name}_text", wrap=True)
        self.enter = Button(f"{name}_enter", ButtonKind.PLAIN, "check")
        self.discard = Button(f"{name}_discard", ButtonKind.GHOST, "trash")
        self.begun = Button(f"{name}_begun", ButtonKind.PLAIN, "pen")
        body = self.add_body()
        body.addWidget(self.text)
        line = FlowRow()
        for button in (self.begun, self.enter, self.discard):
            line.addWidget(button)
        line.addStretch(1)
        body.addLayout(line)
        self.enter.clicked.connect(self._enter)
        self.discard.clicked.connect(self._ask_to_discard)
        self.begun.clicked.connect(lambda: self._state and self.begun_requested.emit(self._state.sitting.key))
        withhold(KEYING, self.begun)
        withhold("evaluations/feedback/enter_papers", self.enter)
        withhold("evaluations/feedback/discard_waiting", self.discard)
        self.retranslate()
        self.hide()

    def show_state(self, state: SittingState | None, *, office: bool = False) -> None:
        """Show the sitting of which something waits; None for none. `office`: this computer is its."""
        self._state, self._office = state, office
        self.setVisible(state is not None and state.waiting > 0)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        state = self._state
        self.set_title(self.tr("Waiting to be added"))
        if state is None:
            return
        may_enter = state.ready or state.closable
        self.enter.setVisible(may_enter)
        self.discard.setVisible(not may_enter)
        self.begun.setVisible(state.unfinished > 0)
        self.begun.setText(self.tr("Finish or delete what was begun"))
        self.enter.setText(self.tr("Add %n sheet(s) to the results", "", state.waiting))
        self.discard.setText(self.tr("No more will come: delete…"))
        self.text.setText(self._why(state))

    def _why(self, state: SittingState) -> str:
        count = state.waiting
        late = self.tr(
            "Not finished: %n sheet(s). Finish them first: what comes later enters only with four others.",
            "",
            state.unfinished,
        )
        if state.ready and state.unfinished:
            waits = self.tr("Waiting: %n sheet(s).", "", count)
            return f"{waits} {late}"
        if state.ready:
            return self.tr(
                "On this laptop only, in no file yet: %n sheet(s). Those with a number are counted here "
                "already. When all are entered, add them to the results: all together and in no order, so "
                "that nobody can tell which is whose.",
                "",
                count,
            )
        if state.closable:
            return self.tr(
                "Waiting: %n sheet(s). Everybody on the list has handed one in: they enter together, in no "
                "order, so that nobody can tell which is whose.",
                "",
                count,
            )
        if state.small and state.late:
            waits = self.tr(
                "Waiting here: %n sheet(s). The others of this small course entered together already, and "
                "one by itself would tell whose it is.",
                "",
                count,
            )
            return f"{waits} {self._counted(state)}".rstrip()
        if state.small:
            return self.tr(
                "Waiting: %n sheet(s). Fewer than five people are on the list: their sheets enter together, "
                "once, when everybody has handed one in. One by itself would tell whose it is.",
                "",
                count,
            )
        return self._waits_for_five(state)

    def _waits_for_five(self, state: SittingState) -> str:
        """Say how many are missing and why; what to do if no more will come is told when it is asked."""
        waits = self.tr(
            "Waiting here: %n sheet(s); {missing} more needed. Five or more enter together, so that nobody "
            "can tell which is whose. Until then no file carries them.",
            "",
            state.waiting,
        )
        late = self.tr("Those before are in the results already.") if state.late else ""
        told = (waits.format(missing=MIN_ANSWERS - state.waiting), self._counted(state), late)
        return " ".join(each for each in told if each)

    def _counted(self, state: SittingState) -> str:
        """Say how many of those that wait stand among the answers here: why there are more there."""
        counted = state.waiting - state.unseen
        return self.tr("With a number, so counted here already: %n.", "", counted) if counted > 0 else ""

    def _ends(self, state: SittingState) -> list[str]:
        """Say what to do first if no more will come: with those on paper, and with those that are on none."""
        keeps, said = self._office or (state.small and state.late), []
        if state.paperless < state.waiting:
            said.append(
                self.tr("Keep the paper.")
                if keeps
                else self.tr(
                    "First give the paper to the office: it can enter late sheets of several laptops "
                    "together."
                )
            )
        if state.paperless and keeps:
            said.append(self.tr("What was filled in on this computer is on no paper."))
        elif state.paperless:
            said.append(
                self.tr(
                    "What was filled in on this laptop is on no paper: first ask everybody whose it may be "
                    "to fill in a sheet on paper for the office."
                )
            )
        return said

    def _ask_to_discard(self) -> None:
        if self._state is None:
            return
        key = self._state.sitting.key
        told = self.tr("What was answered on them counts nowhere and cannot be brought back.")
        confirm(
            self.window(),
            self.tr("Delete %n waiting sheet(s)?", "", self._state.waiting),
            " ".join((*self._ends(self._state), told)),
            self.tr("Delete"),
            lambda: self.discard_requested.emit(key),
            name="discard_waiting",
        )

    def _enter(self) -> None:
        if self._state is not None:
            self.entered.emit(self._state.sitting.key, not self._state.ready)


class TableNote(QWidget):
    """A drawing and a sentence."""

    def __init__(self, name: str, icon: str, token: str = "text3") -> None:
        super().__init__()
        self.setObjectName(name)
        self.mark = IconMark(f"{name}_icon", icon, token)
        self.words = label("body", f"{name}_words", wrap=True)
        row = FlowRow(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(14)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)


class FinishedNote(Retranslated, TableNote):
    """Names the state of a finished course. What a closed one still takes is said by its owner."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "lock")
        self._state, self._closed = CourseState.PLANNED, ""

    def set_closed_words(self, words: str) -> None:
        """Take what is said of a course that is closed and not approved."""
        self._closed = words
        self.retranslate()

    def show_state(self, state: CourseState) -> None:
        """Show how far the course has come."""
        self._state = state
        self.retranslate()

    @override
    def retranslate(self) -> None:
        approved = self.tr(
            "The course is approved. What is changed here is listed in its Overview "
            "as changed since the approval."
        )
        self.words.setText(approved if self._state is CourseState.APPROVED else self._closed)
