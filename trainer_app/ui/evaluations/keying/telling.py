"""What is said while papers or numbers are entered: the line at the foot, and the history of an answer."""

from collections.abc import Callable
from functools import partial
from typing import override

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from trainer_app.actions.evaluations import keying, progress
from trainer_app.actions.evaluations.keying import PaperView
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.evaluations.forms import AnonymousPaper
from trainer_app.domain.evaluations.questions import BLANK
from trainer_app.system import messages
from trainer_app.ui.evaluations.keying.controller import AmbiguousKey, ChangedAnswer, KeyingController
from trainer_app.ui.evaluations.keying.sources import OpenPaper
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.history_panel import HistorySource, RowHistoryPanel, ShownHistory, Undo
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, set_role

_HEIGHT = 44
"""Two lines: what to do stands at the end of a message, and is not cut off."""


type Said = Callable[[], str]
"""Words that are asked for anew when the language changes."""


def _nothing() -> str:
    return ""


class EntryStatus(Retranslated, QWidget):
    """Says in words what became of the last key or number, below the papers or the table that take it.

    `undo` names the button; `idle` is said where there is nothing else. Whoever has the papers tells what the
    button takes back.
    """

    def __init__(self, name: str, undo: str, idle: Said) -> None:
        super().__init__()
        self.setObjectName(name)
        stand_at_least(self, _HEIGHT)
        self._idle = idle
        self._step: int | None = None
        self._of_step = False
        self._problem: Said = _nothing
        self._undone: Said = _nothing
        self._saved: Said = _nothing
        self._hint: Said = _nothing
        self._undoes = ""
        self.mark = IconMark(f"{name}_icon", "info", size=18)
        self.words = FittingLabel("second", f"{name}_words")
        self.undo = Button(undo, ButtonKind.GHOST, "undo")
        self.row = row = FlowRow(self)
        row.setContentsMargins(18, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)
        self.retranslate()

    def tell_saved(self, what: Said) -> None:
        """Say that something is on the disk; `what` names it."""
        self._say(saved=what, of_step=True)

    def tell_undone(self, what: Said) -> None:
        """Say what was taken back, and what the next undo would take back, as long as that is so."""
        self._say(undone=what, of_step=True)

    def tell_problem(self, words: Said) -> None:
        """Say why a key was not taken or an answer not kept."""
        self._problem = words
        self.retranslate()

    def calm(self) -> None:
        """Take a complaint away."""
        self.tell_problem(_nothing)

    def tell_hint(self, words: Said = _nothing, *, of_step: bool = False) -> None:
        """Say what to do next; it stands until something is kept, `of_step` as long as the newest step."""
        self._say(hint=words, of_step=of_step)

    def _say(
        self, *, undone: Said = _nothing, saved: Said = _nothing, hint: Said | None = None, of_step: bool
    ) -> None:
        self._problem, self._undone, self._saved, self._of_step = _nothing, undone, saved, of_step
        self._hint = self._hint if hint is None else hint
        self.retranslate()

    def follow(self, undo: Undo, newest: int | None) -> None:
        """Tell of `newest`, the newest step of what is entered here, where that is another one than before.

        The one before was taken back, another one was given again, or others came after it.
        """
        before, self._step = self._step, newest
        found, undone = undo.newest, undo.newest_redo
        if newest == before:
            return
        back = before is not None and (newest is None or newest < before)
        if back and undone is not None:
            self.tell_undone(lambda: undo.words(undone))
        elif newest is not None:
            self.tell_saved(lambda: undo.words(found))
        else:
            if self._of_step:
                self._undone = self._saved = self._hint = _nothing
            self.retranslate()

    def show_undo(self, step: str) -> None:
        """Offer to take a step back; "" for none."""
        if step != self._undoes:
            self._undoes = step
            self.retranslate()

    @override
    def retranslate(self) -> None:
        if text := self._problem():
            icon, token, role = "alert", "absent_text", "error"
        elif undone := self._undone():
            icon, token, role = "undo", "text3", "second"
            text = self.tr("Undone: {what}").format(what=undone)
            if self._undoes:
                text += ". " + self.tr("The next undo takes back: {what}").format(what=self._undoes)
        elif saved := self._saved():
            icon, token, role = "okcircle", "present", "second"
            text = self.tr("Saved: {what}").format(what=saved)
        else:
            icon, token, role = "info", "text3", "second"
            text = self._hint() or self._idle()
        self.mark.set_icon(icon, token)
        set_role(self.words, role)
        self.words.setText(text)
        self.undo.setText(self.tr("Undo"))
        self.undo.set_hint("Ctrl+Z")
        self.undo.setEnabled(bool(self._undoes))
        self.undo.setToolTip(self._undoes)


class KeyingMessages(QObject):
    """Puts what a run does into words."""

    def __init__(self, context: AppContext, run: KeyingController, foot: EntryStatus) -> None:
        super().__init__(run)
        self.setObjectName("keying_telling")
        self._context, self._run, self._foot = context, run, foot
        context.undo.refreshed.connect(self._follow_steps)
        run.changed.connect(self._follow_steps)
        run.changed.connect(foot.retranslate)
        run.taken_back.connect(self._undone)

    def _follow_steps(self) -> None:
        """Tell of the step that is the newest now; sheets of nobody tell their own."""
        if not self._run.own_undo:
            self._foot.follow(self._context.undo, self._run.newest_step)

    def _undone(self, slip: ChangedAnswer) -> None:
        """Say which answer to a sheet of nobody was taken back."""
        self._foot.tell_undone(partial(self._answer, slip.paper, slip.place))

    def own_step(self) -> str:
        """Return what undo takes back of sheets of nobody, "" for nothing."""
        slip = self._run.newest_slip
        if isinstance(slip, ChangedAnswer):
            return self._answer(slip.paper, slip.place)
        return self.tr("The deleted sheet") if slip is not None else ""

    def _answer(self, paper: OpenPaper, place: int) -> str:
        """Return an answer in words, with its sheet where that is not the open one."""
        answer = paper.shown(place) or "\N{EN DASH}"
        words = self.tr("question {number}: {answer}").format(number=place + 1, answer=answer)
        opened = self._run.paper
        if opened is not None and opened.key == paper.key:
            return words
        return f"{self._sheet(paper.number)}, {words}"

    def _sheet(self, number: int | None) -> str:
        if number is None:
            return self.tr("A sheet without a number")
        return self.tr("Sheet {number}").format(number=number)

    def second_line(self, second_by: str) -> str:
        """Return what stands below the name of the open paper."""
        paper, source = self._run.paper, self._run.source
        entry = self.tr("Second entry: {name}").format(name=second_by)
        second = source is not None and source.second
        if paper is None:
            return entry if second and second_by else ""
        parts = []
        if isinstance(paper.held, keying.PaperView):
            parts.append(self.tr("No.\u00a0{number} on the list").format(number=paper.held.list_number))
        else:
            parts.append(self.tr("Nothing tells whose it is"))
        if paper.attempt > 1:
            parts.append(self.tr("Attempt {number}").format(number=paper.attempt))
        if second:
            parts.append(entry)
        return " · ".join(parts)

    def opened(self, paper: OpenPaper) -> None:
        """Say of a paper that is keyed in already that it may be corrected."""
        held = paper.held
        if isinstance(held, AnonymousPaper) and not held.waiting:
            self._foot.tell_hint(
                lambda: self.tr(
                    "In the results already: a key press corrects the highlighted answer, but the sheet "
                    "stays. * or Esc closes it."
                )
            )
        elif paper.whole:
            self._foot.tell_hint(
                lambda: self.tr(
                    "Already entered. A key press corrects the highlighted answer; * or Esc closes it."
                )
            )
        elif paper.answered:
            self._foot.tell_hint(lambda: self.tr("Goes on at the first answer that is missing."))
        elif isinstance(held, AnonymousPaper) and self._is_strange(paper.number):
            self._foot.tell_hint(
                lambda: self.tr(
                    "No sheet with the number {number} was printed here: is it right? Esc closes it."
                ).format(number=paper.number)
            )
        else:
            self._foot.tell_hint()

    def _is_strange(self, number: int | None) -> bool:
        source = self._run.source
        if source is None or number is None:
            return False
        return bool(self._context.ask(progress.is_strange_number, source.sitting.key, number))

    def closed(self, paper: OpenPaper | None) -> None:
        """Say that a paper is done with, or how much of it is missing."""
        last = self._run.last
        if paper is not None:
            blank = sum(answer == BLANK for answer in paper.answers)
            self._foot.tell_saved(partial(self._done_with, paper.number, paper.name, paper.answered, blank))
        elif last is not None:
            given, left = last.answered, len(last.questions) - last.answered
            self._foot.tell_hint(lambda: self._put_away(given, left), of_step=bool(given))

    def _put_away(self, given: int, left: int) -> str:
        if not given:
            return self.tr("Closed; nothing was entered.")
        return self.tr("Closed; missing: %n answer(s).", "", left)

    def _done_with(self, number: int | None, name: str, answered: int, blank: int) -> str:
        name = name or self._sheet(number)
        # Not "20 of 20": that would read as full marks.
        given = self.tr("%n answer(s)", "", answered - blank)
        given += ", " + self.tr("left blank: %n", "", blank) if blank else ""
        following = self.tr("{name}, entered whole: {given}. The next paper.")
        if self._run.of_sheets:
            following = self.tr("{name}, entered whole: {given}. The next sheet.")
        return following.format(name=name, given=given)

    def kept(self, changes: Changes | None) -> None:
        """Say what is on the disk."""
        paper, place = self._run.paper, self._run.place
        if changes is not None:
            self._foot.tell_saved(lambda: messages.label_text(changes.label, self._context.language.code))
        elif paper is not None:
            self._foot.tell_saved(partial(self._answer, paper, place))

    def error(self, error: TrainerError) -> None:
        """Say why something was not kept."""
        self._foot.tell_problem(
            lambda: messages.text(error.code, self._context.language.code, **error.values)
        )

    def missing(self) -> None:
        """Say at the end of a paper that it is not whole, as long as that is so."""
        self._foot.tell_problem(self._missing)

    def _missing(self) -> str:
        paper = self._run.paper
        if paper is None or paper.whole:
            return ""
        count = len(paper.questions) - paper.answered
        return self.tr("Missing: %n answer(s). * says that the rest is blank.", "", count)

    def unclear(self, found: AmbiguousKey) -> None:
        """Say why a letter was not taken."""
        paper, place = self._run.paper, self._run.place
        if paper is not None:
            marks = " / ".join(f"{paper.mark(place, each)} ({each})" for each in found.places)
            self._foot.tell_problem(partial(self._unclear, found, marks))

    def _unclear(self, found: AmbiguousKey, marks: str) -> str:
        said = self.tr("“{letter}” can mean {marks} on this keyboard. Press the digit: it is remembered.")
        if len(found.places) == 1:
            said = self.tr(
                "By the place of its key “{letter}” is no answer here. If {marks} is meant, press the digit."
            )
        return said.format(letter=found.letter, marks=marks)

    def no_option(self, text: str) -> None:
        """Say that a key means an option that there is not."""
        paper, place, question = self._run.paper, self._run.place, self._run.question
        if paper is not None and question is not None:
            first, last = paper.mark(place, 1), paper.mark(place, len(question.options))
            self._foot.tell_problem(
                lambda: self.tr(
                    "“{key}” is no answer here: the question has {first} to {last}. "
                    "Press − or Backspace, then the right key."
                ).format(key=text.upper(), first=first, last=last)
            )

    def held(self, text: str) -> None:
        """Say that whatever was typed after a refused key was not taken, and from where to go on."""
        number = self._run.place + 1
        self._foot.tell_problem(
            lambda: self.tr(
                "Nothing after “{key}” was taken. Press − or Backspace, then type on from question {number}."
            ).format(key=text.upper(), number=number)
        )


class AnswerHistoryPanel(RowHistoryPanel):
    """Lies over the list of papers. Sheets of nobody have no history: nothing is shown of them."""

    def __init__(self, host: QWidget, context: AppContext, run: KeyingController) -> None:
        self._context, self._run = context, run
        around = HistorySource(
            self._read, lambda: context.language.code, context.today, lambda: context.go("review")
        )
        super().__init__("keying", host, around)

    def title_words(self) -> str:
        """Return what the panel is called."""
        return self.tr("History of the answer")

    def nothing_words(self) -> str:
        """Say that nothing was ever written here."""
        return self.tr("Nothing was ever entered here.")

    def _read(self) -> ShownHistory | None:
        paper = self._run.paper
        if paper is None or not isinstance(paper.held, PaperView):
            return None
        question = paper.questions[self._run.place]
        found = self._context.ask(keying.answer_history, paper.key, question.key)
        if found is None:
            return None
        text = question.text.best(self._context.language.code)
        place = self.tr("Question {number}: {text}").format(number=self._run.place + 1, text=text)
        return ShownHistory(f"{paper.number}  {shown_name(paper.name)}", place, found)
