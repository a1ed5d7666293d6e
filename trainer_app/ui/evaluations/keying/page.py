"""Keying in the papers of one sitting: first entry, second entry, their differences, and the list beside.

page = KeyingPage(context)
page.show_sitting(key)          "first", "second" or "differences" as `mode`
"""

from functools import cached_property
from typing import override

from PySide6.QtCore import QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import feedback, forms, keying, progress
from trainer_app.actions.evaluations.keying import PaperView
from trainer_app.actions.evaluations.progress import PaperDoubts, PaperList, PaperState
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import FormKind, FullForm, Sitting
from trainer_app.system import messages
from trainer_app.ui.evaluations.keying.asking import AskedPaper
from trainer_app.ui.evaluations.keying.cards import DifferencesCard, PaperListCard
from trainer_app.ui.evaluations.keying.controller import KeyingController
from trainer_app.ui.evaluations.keying.paper_card import KeyingCard
from trainer_app.ui.evaluations.keying.sources import (
    AnonymousPapers,
    DifferenceRow,
    NamedPapers,
    OpenPaper,
    difference_rows,
    paper_source,
    settle,
)
from trainer_app.ui.evaluations.keying.telling import AnswerHistoryPanel, KeyingMessages
from trainer_app.ui.evaluations.wording import waits_here
from trainer_app.ui.kit import wording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import KeyHint
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.controls import IconButton, Switch
from trainer_app.ui.widgets.fields import scrolled_around
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated

_FOR_BOTH = QSize(820, 560)
"""Room for a paper beside the list: with less its answers would lie on each other, or all would scroll."""

MODES = ("first", "second", "differences")
_BACK = 32
_HISTORY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_I)


class KeyingPage(Retranslated, QWidget):
    """One sitting at a time. `closed` is the way back to the tab around."""

    closed = Signal()
    shown = Signal()
    """Another mode is shown."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("keying_page")
        self.context = context
        self.sitting: Sitting | None = None
        self.form: FullForm | None = None
        self.list: PaperList | None = None
        self.mode = "first"
        self.second_by = ""
        self._asked_number, self._late = 0, ""
        self.run = KeyingController(context, self)
        self.back = IconButton("keying_back", "left", size=_BACK)
        self.title = FittingLabel("card_title", "keying_title")
        self.switch = Switch("keying_mode", MODES, narrow=True)
        self.paper = KeyingCard(context, self.run)
        self.telling = KeyingMessages(context, self.run, self.paper.foot)
        self.papers = PaperListCard(context)
        self.differences = DifferencesCard(context, self.paper.keys)
        self.stack = PageStack()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        top = FlowRow()
        top.setSpacing(8)
        top.addWidget(self.back)
        top.addWidget(self.title, 1)
        top.addWidget(self.switch)
        self.stack.setObjectName("keying_pages")
        self.stack.addWidget(self.paper)
        self.stack.addWidget(self.differences)
        body = FlowRow()
        body.setSpacing(16)
        body.addWidget(self.stack, 1)
        body.addWidget(self.papers)
        column = QVBoxLayout(self)
        column.setContentsMargins(WORKSPACE_MARGIN, 10, WORKSPACE_MARGIN, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        run, card = self.run, self.paper
        card.says = lambda: self.telling.second_line(self.second_by)
        card.own_step = self.telling.own_step
        card.top.number.entered.connect(self.open_number)
        card.top.new_sheet.clicked.connect(self.open_new)
        card.top.resit.clicked.connect(self.open_again)
        card.top.history.clicked.connect(lambda: self.history.open())
        card.question.closed.connect(run.leave)
        card.question.unclear.connect(self.telling.unclear)
        card.question.no_option.connect(self.telling.no_option)
        card.question.held.connect(self.telling.held)
        card.question.released.connect(card.foot.calm)
        card.whose.chosen.connect(self._assign)
        card.whose.named.connect(self._add_person)
        card.whose.closed.connect(card.wait)
        card.doubt.closed.connect(card.wait)
        card.doubt.accepted.connect(self._answered)
        card.doubt.again.connect(lambda: self._answered(again=True))
        card.keyer.given.connect(self.begin_second)
        run.kept.connect(self.telling.kept)
        run.kept.connect(lambda _changes: self._show_list(only_if_untrue=True))
        run.refused.connect(self.telling.error)
        run.missing.connect(self.telling.missing)
        run.closed.connect(self._closed)
        run.changed.connect(self._show_beside)
        run.deleted.connect(self._deleted)
        self.papers.chosen.connect(self.open_row)
        self.differences.settled.connect(self._settle)
        self.switch.chosen.connect(self._choose_mode)
        self.back.clicked.connect(self.closed)

    @cached_property
    def history(self) -> AnswerHistoryPanel:
        """What was ever keyed in as the current answer; made when it is asked for first."""
        panel = AnswerHistoryPanel(self, self.context, self.run)
        self.run.changed.connect(panel.follow)
        self.context.changes.announced.connect(panel.follow)
        return panel

    # What the tab around asks

    def show_sitting(self, key: str, mode: str = "first") -> bool:
        """Show the papers of a sitting; False if it is gone."""
        sitting = self.context.ask(forms.get_sitting, key)
        if sitting is None:
            return False
        if self.sitting is None or self.sitting.key != key:
            self.second_by = ""
        self.sitting = sitting
        self.form = paper_source(self.context.work, sitting).form
        self.paper.top.new_sheet.setVisible(self.form.form.anonymous)
        self.retranslate()
        self.show_mode(mode)
        return True

    def show_mode(self, mode: str) -> None:
        """Begin the first entry or the second one, or list the differences."""
        if self.sitting is None:
            return
        self.mode = mode
        self.switch.set_value(mode)
        self.stack.setCurrentWidget(self.differences if mode == "differences" else self.paper)
        self._show_beside()
        if mode == "differences":
            self.refresh()
        elif mode == "second" and not self.second_by:
            self._begin(second=True)
            self.paper.stack.setCurrentWidget(self.paper.keyer)
            self.paper.top.setEnabled(False)
            self.paper.keyer.ask(sheets=self.run.of_sheets)
        else:
            self._begin(second=mode == "second")
            self._open_waiting()
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a paper that is open the place of the list where there is not enough for both."""
        super().resizeEvent(event)
        self._show_beside()

    def _show_beside(self) -> None:
        around = scrolled_around(self)
        high = around[-1].maximumViewportSize().height() if around else self.height()
        room = self.width() >= _FOR_BOTH.width() and high >= _FOR_BOTH.height()
        self.paper.strip.show_whole(whole=high < _FOR_BOTH.height())
        self.papers.setVisible(self.mode != "differences" and (room or self.run.paper is None))

    def _choose_mode(self, mode: str) -> None:
        self.show_mode(mode)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read again what is shown; the paper that is open stays open."""
        if self.sitting is None or self.form is None:
            return
        self._show_list()
        rows = self._difference_rows()
        self.differences.show_rows(rows, sheets=self.form.form.anonymous)
        self._say_modes(len(rows))
        if self.mode != "differences":
            self.run.reread()

    def concerns(self, changes: Changes) -> bool:
        """Tell whether somebody else changed what is shown."""
        touched = ("paper", "answer", "feedback_paper", "sitting", "enrolment", "person", "attendance")
        return not self.run.writing and changes.touches(*touched, "pair")

    def first_focus(self) -> QWidget:
        """Start where the next key belongs."""
        if self.mode == "differences":
            return self.differences.focus_first()
        if self.paper.stack.currentWidget() is self.paper.keyer:
            return self.paper.keyer.row.field
        if self.paper.stack.currentWidget() is self.paper.doubt:
            return self.paper.doubt
        return self.paper.question.target() if self.run.paper is not None else self.paper.top.number

    def keys(self) -> list[KeyHint]:
        """Return the keys in words."""
        if self.mode == "differences":
            return [
                KeyHint("1", self.tr("The first entry is right")),
                KeyHint("2", self.tr("The second entry is right")),
                KeyHint("Return", self.tr("Type another answer")),
            ]
        return self.paper.hints()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the tab on Esc, not out of the course; show what was keyed in before on Ctrl+I."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.keyCombination() == _HISTORY and self.paper.top.history.isVisible():
            self.history.open()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.back.set_words(self.tr("Back"), "Esc")
        #: Who types: the first or the second entry of the same papers
        self.switch.setAccessibleName(self.tr("Entry"))
        self._say_modes(self.differences.model.rowCount())
        if self.sitting is not None and self.form is not None:
            what = wording.occasion_word(self.sitting, self.form.form.kind)
            self.title.setText(f"{what}: {wording.form_title(self.form, self.context.language.code)}")
            self.paper.show_run()
            self._show_list()

    # Papers

    def open_number(self, text: str) -> None:
        """Open the paper with a number; ask whose it is, or whether it is this one, before any key counts."""
        source = self.run.source
        if not text:
            if isinstance(source, AnonymousPapers):
                self.open_new()
            return
        number = int(text)
        if not number:
            self.telling.error(TrainerError("keying.not_a_number", text=text))
            self.paper.top.number.selectAll()
            return
        if source is None:
            return
        try:
            found = source.open(number)
        except TrainerError as error:
            if error.code == "keying.unknown_number":
                self._ask_whose(number)
            else:
                self.telling.error(error)
                self.paper.top.number.selectAll()
            return
        self._show(found, entered=found.whole)

    def _show(self, found: OpenPaper, *, entered: bool = False, absent: bool = True) -> None:
        """Open a paper, or ask first: where it is `entered`, has points, or its owner was `absent`."""
        source = self.run.source
        doubts = source.doubts(found) if isinstance(source, NamedPapers) else PaperDoubts()
        if not absent:
            doubts = replace(doubts, absence=None)
        if entered or doubts.any:
            self.run.put_away()
            self.paper.stack.setCurrentWidget(self.paper.doubt)
            resit = self.paper.may_sit_again() and (entered or doubts.points is not None)
            self.paper.doubt.ask(AskedPaper(found, doubts, resit=resit))
            return
        self.run.show(lambda: found)
        self._opened()

    def _answered(self, *, again: bool = False) -> None:
        """Open the paper that was asked about, as it is now, or another one of the same person."""
        source, asked = self.run.source, self.paper.doubt.asked
        self.paper.stack.setCurrentWidget(self.paper.idle)
        if source is None or asked is None:
            return
        if again:
            self._open_again(asked.paper)
        elif self.run.show(lambda: source.reread(asked.paper) or asked.paper):
            self._opened()

    def open_new(self) -> None:
        """Begin a sheet without a number."""
        source = self.run.source
        if isinstance(source, AnonymousPapers) and self.run.show(source.open_new):
            self._opened()

    def open_row(self, key: str) -> None:
        """Open the paper of a line of the list."""
        source = self.run.source
        if isinstance(source, AnonymousPapers):
            self.run.show(lambda: source.open_key(key))
        elif isinstance(source, NamedPapers) and self.list is not None:
            line = next(each for each in self.list.lines if key in (each.paper, f"of {each.enrolment}"))
            try:
                found = source.open_of(line.enrolment, line.attempt)
            except TrainerError as error:
                self.telling.error(error)
                return
            self._show(found)
            return
        self._opened()

    def open_again(self) -> None:
        """Open a new paper of whoever's paper is open: a re-sit."""
        if self.run.paper is not None:
            self._open_again(self.run.paper)

    def _open_again(self, paper: OpenPaper) -> None:
        source = self.run.source
        if not isinstance(source, NamedPapers) or not isinstance(paper.held, PaperView):
            return
        enrolment = paper.held.paper.enrolment
        if self.run.show(lambda: source.open_again(enrolment)):
            self._opened()

    def open_paper_of(self, enrolment: str, attempt: int = 1) -> None:
        """Open a participant's paper."""
        source = self.run.source
        if isinstance(source, NamedPapers) and self.run.show(lambda: source.open_of(enrolment, attempt)):
            self._opened()

    def open_unfinished(self) -> None:
        """Open the first paper that was begun and is not whole."""
        if self.sitting is None or self.form is None:
            return
        if self.form.form.anonymous:
            begun = self.context.ask(feedback.begun_papers, self.sitting.key) or []
            keys = [paper.key for paper in begun]
        else:
            lines = self.list.lines if self.list is not None else ()
            keys = [line.paper for line in lines if line.state is PaperState.UNFINISHED]
        if keys:
            self.open_row(keys[0])

    def begin_second(self, name: str) -> None:
        """Begin the second entry under a name that is not the first keyer's."""
        try:
            first = self.context.work.user if self.form is not None and self.form.form.anonymous else ""
            keying.check_second(name, first)
        except TrainerError as error:
            text = messages.text(error.code, self.context.language.code, **error.values)
            self.paper.keyer.row.show_error(text)
            return
        self.second_by = name
        self.show_mode("second")

    def _begin(self, *, second: bool) -> None:
        if self.sitting is None:
            return
        by = self.second_by if second else self.context.work.user
        self.paper.top.setEnabled(True)
        self.paper.stack.setCurrentWidget(self.paper.idle)
        self.run.begin(paper_source(self.context.work, self.sitting, second=second, by=by))
        self.paper.foot.tell_hint()
        self.refresh()
        self.paper.wait()

    def _open_waiting(self) -> None:
        """Begin ratings with the first person who has none: their sheets lie in the order of the list."""
        if self.form is not None and self.form.form.kind is FormKind.PRACTICAL:
            self._open_next(0)

    def _open_next(self, after: int) -> None:
        line = self.list.next_missing(after) if self.list is not None else None
        source = self.run.source
        if line is not None and isinstance(source, NamedPapers) and not source.second:
            self.run.show(lambda: source.open_of(line.enrolment, line.attempt))
            self._opened()

    def _opened(self) -> None:
        """Give the keyboard to the paper, and say what is there of it."""
        paper = self.run.paper
        if paper is None:
            return
        self.paper.focus_run()
        self.telling.opened(paper)

    def _closed(self, paper: OpenPaper | None) -> None:
        self._show_list()
        self._say_modes(len(self._difference_rows()))
        self.telling.closed(paper)
        if paper is not None and self._late:
            self.paper.foot.tell_saved(lambda: self._late)
        self.paper.focus_run()
        if paper is not None and self.form is not None and self.form.form.kind is FormKind.PRACTICAL:
            held = paper.held
            self._open_next(held.list_number if isinstance(held, keying.PaperView) else 0)

    def _deleted(self, paper: OpenPaper | None) -> None:
        self._show_list()
        self._say_modes(len(self._difference_rows()))
        self.paper.foot.tell_hint(lambda: self._told_deleted(paper), of_step=paper is not None)
        self.paper.focus_run()

    def _told_deleted(self, paper: OpenPaper | None) -> str:
        if paper is None:
            return self.tr("The sheet is back, as it was.")
        if isinstance(paper.held, PaperView):
            return self.tr("Deleted. “Undo” brings it back.")
        return self.tr("Deleted. “Undo” brings it back as long as this page is open.")

    # Numbers that nobody has

    def _ask_whose(self, number: int) -> None:
        self._asked_number = number
        without = (
            []
            if self.list is None
            else [line for line in self.list.lines if line.state in (PaperState.MISSING, PaperState.ABSENT)]
        )
        self.paper.stack.setCurrentWidget(self.paper.whose)
        self.paper.whose.ask(number, without)

    def _assign(self, enrolment: str) -> None:
        if self.sitting is None:
            return
        number, key = self._asked_number, self.sitting.key
        changes = self.context.attempt(keying.assign_paper, self.run, key, number, enrolment)
        if changes is not None:
            self.paper.stack.setCurrentWidget(self.paper.idle)
            self._show_list()
            source = self.run.source
            if source is not None and (found := self.context.ask(lambda _work: source.open(number))):
                self._show(found, absent=False)

    def _add_person(self, name: str) -> None:
        if self.sitting is None:
            return
        changes = self.context.attempt(enrolments.add_by_name, self.run, self.sitting.course, name)
        if changes is not None and changes.key:
            self._assign(changes.key)

    # Differences

    def _difference_rows(self) -> list[DifferenceRow]:
        if self.sitting is None:
            return []
        return self.context.ask(difference_rows, self.sitting) or []

    def _settle(self, row: DifferenceRow, answer: str) -> None:
        if self.sitting is None:
            return
        changes = self.context.attempt(settle, self.run, self.sitting, row, answer)
        if changes is not None:
            self.refresh()
            target = self.differences.focus_first()
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is said

    def _show_list(self, *, only_if_untrue: bool = False) -> None:
        paper = self.run.paper
        if self.sitting is None or self.form is None:
            return
        if only_if_untrue and not self.papers.says_otherwise(paper):
            return
        current = paper.key if paper is not None else ""
        source = self.run.source
        if isinstance(source, AnonymousPapers):
            found = self.context.ask(feedback.collection, self.sitting.key)
            begun = self.context.ask(feedback.begun_papers, self.sitting.key)
            if found is not None:
                small = bool(self.context.ask(feedback.is_small, self.sitting.course))
                self.papers.waits, self._late = waits_here(found, small=small)
                self.papers.show_sheets(found, begun or [], source, current)
            return
        self.list = self.context.ask(progress.paper_list, self.sitting.key)
        if self.list is not None:
            self.papers.show_list(self.list, second=self.mode == "second", current=current)

    def _say_modes(self, differences: int) -> None:
        found = self.tr("Differences")
        if differences:
            found = self.tr("Differences ({count})").format(count=differences)
        self.switch.set_words(self.tr("First entry"), self.tr("Second entry"), found)
