"""What the keys do while papers are keyed in, without a widget: one paper after the other, answer by answer.

controller.begin(source); controller.open(7); controller.choose(2); controller.blank(); controller.back() ...

An answer is shown only after it is on the disk; one that could not be kept is reported and not shown.

Keys work whatever keyboard layout is switched on. Digits are the positions of the options on the paper, 0 the
tenth; the numeric keypad alone is enough. Letters are those of the boxes, A to J. With a Cyrillic layout
switched on three habits are common:

- the position of the key: Ф lies on A, И on B, С on C, В on D, У on E, А on F, П on G, Р on H, Ш on I, О on
  J;
- the order of the alphabet: А Б В Г Д for the first five;
- the looks: А, В, С, Е, Н are drawn as the letters of the boxes are.

В means three things, and А two where there are six options: such a key is not taken but asked about, because
a wrong answer would look like a right one. The digit pressed then settles the habit, and nothing else does: a
slip to another key is no word of whoever types. What was settled is shown, and can be asked about again.
"""

import sys
from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.evaluations.questions import BLANK, LETTERS, Question
from trainer_app.ui.evaluations.keying.sources import OpenPaper, PaperSource
from trainer_app.ui.kit.context import AppContext

_PLACES = dict(zip("ФИСВУАПРШО", range(1, 11), strict=True))
_ALPHABET = dict(zip("АБВГД", range(1, 6), strict=True))
_LOOKS = dict(zip("АВСЕН", (1, 2, 3, 5, 8), strict=True))
_LATIN = {letter: number for number, letter in enumerate(LETTERS, 1)}
# Places of the keys A to J: X11 keycodes (evdev + 8), and the set-1 scan codes that Windows reports.
_X11 = dict(zip((38, 56, 54, 40, 26, 41, 42, 43, 31, 44), range(1, 11), strict=True))
_WINDOWS = dict(zip((0x1E, 0x30, 0x2E, 0x20, 0x12, 0x21, 0x22, 0x23, 0x17, 0x24), range(1, 11), strict=True))


class LetterHabit(StrEnum):
    """How somebody types letters while a Cyrillic layout is switched on."""

    PLACES = "places"
    ALPHABET = "alphabet"
    LOOKS = "looks"


_CYRILLIC = {LetterHabit.PLACES: _PLACES, LetterHabit.ALPHABET: _ALPHABET, LetterHabit.LOOKS: _LOOKS}


class KeypadCommand(StrEnum):
    """What a key does that is no answer."""

    BLANK = "blank"
    """The question was left blank on the paper."""
    BACK = "back"
    NEXT = "next"
    REST = "rest"
    """Nothing more is on the paper: finish it."""


_ACTS = {
    **dict.fromkeys("/., \N{DIVISION SIGN}", KeypadCommand.BLANK),
    **dict.fromkeys("-\N{MINUS SIGN}", KeypadCommand.BACK),
    "+": KeypadCommand.NEXT,
    "*": KeypadCommand.REST,
}


class AmbiguousKey(Struct, frozen=True):
    """A letter that can mean several options, by the habits of whoever types: their places."""

    letter: str
    meanings: tuple[tuple[LetterHabit, int], ...]

    @property
    def places(self) -> tuple[int, ...]:
        """The options, each once, in their order."""
        return tuple(sorted({place for _, place in self.meanings}))


def keypad_command(text: str) -> KeypadCommand | None:
    """Return what a sign of the keypad does."""
    return _ACTS.get(text)


def signs_of(question: Question) -> str:
    """Return the signs that are commands where nothing is typed: none that may begin the answer."""
    if not question.handler.numeric:
        return "/*"
    below = any(each.value.lstrip().startswith("-") for each in question.accepted)
    return "/*+" if below else "/*+-"


class AnswerKeys:
    """Turns keys into places of options. Remembers the habit of whoever types."""

    def __init__(self, platform: str = sys.platform) -> None:
        self.habit: LetterHabit | None = None
        self._asked: AmbiguousKey | None = None
        self._codes = _WINDOWS if platform == "win32" else _X11 if platform.startswith("linux") else {}

    def place_of(self, text: str, scan_code: int, count: int) -> int | AmbiguousKey | None:
        """Return the place (from 1) of the option that a key means, of `count`; 0 for one that is not there.

        None for a key that means no option at all. `scan_code` is `QKeyEvent.nativeScanCode`, 0 if unknown.
        """
        sign = text.upper()
        if len(sign) != 1:
            return None
        asked, self._asked = self._asked, None
        if sign in "0123456789":
            place = int(sign) or 10
            self._learn(asked, place)
            return _within(place, count)
        if sign in _LATIN:
            return _within(_LATIN[sign], count)
        if any(sign in table for table in _CYRILLIC.values()):
            return self._cyrillic(sign, count)
        if sign.isascii() or not sign.isalpha() or "Ѐ" <= sign <= "ӿ":
            return None
        by_code = self._codes.get(scan_code)
        return None if by_code is None else _within(by_code, count)

    def _cyrillic(self, sign: str, count: int) -> int | AmbiguousKey:
        told = {habit: table[sign] for habit, table in _CYRILLIC.items() if sign in table}
        known = {habit: place for habit, place in told.items() if place <= count}
        if not known:
            return 0
        if self.habit in known:
            return known[self.habit]
        if len(set(known.values())) == 1 and self.habit not in told:
            return next(iter(known.values()))
        self._asked = AmbiguousKey(sign, tuple(known.items()))
        return self._asked

    def _learn(self, asked: AmbiguousKey | None, place: int) -> None:
        """Take the digit that answers an unclear letter for the habit of whoever typed it."""
        if asked is None or place not in asked.places:
            return
        habits = [habit for habit, meant in asked.meanings if meant == place]
        # Two habits that mean the same refute the one that was taken for theirs, and settle none.
        self.habit = habits[0] if len(habits) == 1 else None

    @property
    def taken_for(self) -> str:
        """Return the letter that В is taken for since it was asked about, "" while it is not settled."""
        return LETTERS[_CYRILLIC[self.habit]["В"] - 1] if self.habit is not None else ""


def _within(place: int, count: int) -> int:
    return place if place <= count else 0


class ChangedAnswer(Struct, frozen=True):
    """An answer to a paper of nobody that was changed here: what it was and what it became."""

    paper: OpenPaper
    place: int
    before: str | None
    after: str | None


class KeyingController(QObject):
    """Keys in the papers of one source. `paper` is the open one, `place` its current question, from 0."""

    changed = Signal()
    """Another paper, another place, another answer."""
    kept = Signal(object)
    """A step is on the disk (`Changes`), or an answer of a draft (None)."""
    refused = Signal(object)
    """A `TrainerError`: nothing was kept."""
    missing = Signal()
    """The end was reached and something is not keyed in."""
    closed = Signal(object)
    """A paper is done with; None if it was left in the middle."""
    deleted = Signal(object)
    """A paper that was not whole was taken away, or brought back: what was open."""
    taken_back = Signal(object)
    """A `ChangedAnswer` to a paper of nobody is what it was before."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keying_run")
        self._context = context
        self.source: PaperSource | None = None
        self.paper: OpenPaper | None = None
        self.last: OpenPaper | None = None
        self.place = 0
        self.writing = False
        self._steps: set[int] = set()
        self._touched: frozenset[tuple[str, str]] = frozenset()
        self._was_whole = False
        self._arrived = False
        """The question was just come to: nothing of it was typed since."""
        self._slips: list[ChangedAnswer | OpenPaper] = []
        self._undone: list[ChangedAnswer | OpenPaper] = []
        context.changes.announced.connect(self._take_up)

    def _take_up(self, changes: Changes, _source: object) -> None:
        """Count a step as done here that was given again: all that it touched was touched here before."""
        if self.writing or changes.step is None or not changes.touched:
            return
        if changes.touched <= self._touched:
            self._steps.add(changes.step)
            self.changed.emit()

    # Papers

    def begin(self, source: PaperSource) -> None:
        """Key in other papers."""
        if self.source is None or self.source.sitting.key != source.sitting.key:
            self._steps, self._touched = set(), frozenset()
        self.source, self.paper, self.last, self.place = source, None, None, 0
        self._slips, self._undone = [], []
        self.changed.emit()

    def show(self, find: Callable[[], OpenPaper | None], place: int | None = None) -> bool:
        """Open the paper that `find` returns; tell why not if it is refused."""
        try:
            found = find()
        except TrainerError as error:
            self.refused.emit(error)
            return False
        if found is None:
            return False
        self.paper, self._was_whole, self._arrived = found, found.whole, True
        self.place = found.first_missing if place is None else place
        self.changed.emit()
        return True

    def leave(self) -> None:
        """Put the paper away as it is."""
        if self.paper is not None:
            self._close(self.paper if self.paper.whole else None)

    def put_away(self) -> None:
        """Close the paper without a word: another one was asked for."""
        if self.paper is not None:
            self.last, self.paper, self.place = self.paper, None, 0
            self.changed.emit()

    @property
    def deletable(self) -> bool:
        """Tell whether the open paper can be taken away: one of nobody until it is accepted with others."""
        paper, source = self.paper, self.source
        return paper is not None and source is not None and not source.second and source.may_delete(paper)

    def delete(self) -> None:
        """Take the open paper away with all that was entered on it; undo brings it back."""
        paper, source = self.paper, self.source
        if paper is None or source is None or not self._wrote(source.delete, paper):
            return
        if source.anonymous:
            self._slips.append(paper)
            self._undone = []
        self._without(paper)

    def _without(self, paper: OpenPaper) -> None:
        self.last, self.paper, self.place = None, None, 0
        self.changed.emit()
        self.deleted.emit(paper)

    # Answers

    @property
    def question(self) -> Question | None:
        """The question that is being keyed in."""
        return None if self.paper is None else self.paper.questions[self.place]

    @property
    def takes_words(self) -> bool:
        """Tell whether the current question is answered in a field."""
        return self.question is not None and not self.question.handler.has_options

    def choose(self, option: int) -> None:
        """Tick the option at a place (from 1) of the paper by its key: a single choice goes on by itself.

        Of several the first key starts anew: the same paper typed again ends as it was.
        """
        self._tick(option, anew=self.starts_anew)

    def tick(self, option: int) -> None:
        """Tick an option that was pointed at; of several a tick is taken away, whenever."""
        self._tick(option, anew=False)

    @property
    def starts_anew(self) -> bool:
        """Tell whether the next key starts an answer of several anew that is there already."""
        question = self.question
        ticked = self.paper is not None and bool(self.paper.answers[self.place])
        return self._arrived and ticked and question is not None and question.handler.several

    def _tick(self, option: int, *, anew: bool) -> None:
        paper, question = self.paper, self.question
        if paper is None or question is None or not 1 <= option <= len(question.options):
            return
        if question.handler.several:
            ticked = {option} if anew else paper.ticked(self.place) ^ {option}
            self._arrived = False
            self._keep(paper.answer_of(self.place, sorted(ticked)))
        elif self._keep(paper.answer_of(self.place, [option])):
            self._advance()

    def write(self, text: str) -> bool:
        """Keep a number or words and go on; nothing written is a blank."""
        if not self._keep(text.strip() or BLANK):
            return False
        self._advance()
        return True

    def blank(self) -> None:
        """Keep that the question was left blank, and go on."""
        if self._keep(BLANK):
            self._advance()

    def clear(self) -> None:
        """Take the answer away: it is not keyed in any more."""
        if self.paper is not None and self.paper.answers[self.place] is not None:
            self._keep(None)

    def rest(self) -> None:
        """Keep that nothing more is on the paper, and put it away."""
        if self.paper is None or self.source is None:
            return
        if not self.paper.whole and not self._wrote(self.source.rest, self.paper):
            return
        self._close(self.paper)

    # Going

    def next(self) -> None:
        """Go to the next question; from the last one to the first that is missing, or out of the paper."""
        if self.paper is not None:
            self._advance()

    def back(self) -> None:
        """Go to the question before."""
        if self.paper is not None and self.place > 0:
            self.go(self.place - 1)

    def go(self, place: int) -> None:
        """Go to a question."""
        if self.paper is not None and 0 <= place < len(self.paper.questions):
            self.place, self._arrived = place, True
            self.changed.emit()

    # Taking back

    def reread(self) -> None:
        """Show what was changed elsewhere: an undo brings its question up, also of the last paper."""
        paper = self.paper or self.last
        if paper is None or self.source is None or self.writing:
            return
        found = self.source.reread(paper)
        if found is None:
            self.paper = self.last = None
            self.changed.emit()
            return
        differ = [at for at, answer in enumerate(found.answers) if answer != paper.answers[at]]
        if self.paper is not None or differ:
            self.paper, self.place, self._arrived = found, (differ or [self.place])[0], False
            self._was_whole = self._was_whole and found.whole
            self.changed.emit()

    @property
    def of_sheets(self) -> bool:
        """Tell whether what is keyed in are sheets of nobody, not papers of participants."""
        return self.source is not None and self.source.anonymous

    @property
    def newest_step(self) -> int | None:
        """The newest step of all, if it is one of the papers of this sitting that was written here."""
        newest = self._context.undo.newest
        return newest.number if newest is not None and newest.number in self._steps else None

    @property
    def own_undo(self) -> bool:
        """Tell whether answers are taken back here: those of drafts are in no journal."""
        return self.of_sheets

    @property
    def newest_slip(self) -> ChangedAnswer | OpenPaper | None:
        """What undo would take back of sheets of nobody: an answer, or that a sheet was deleted."""
        return self._slips[-1] if self._slips else None

    def undo(self) -> None:
        """Take the last answer to a paper of nobody back, and go there; or bring back what was deleted."""
        self._swap(self._slips, self._undone, back=True)

    def redo(self) -> None:
        """Give it again."""
        self._swap(self._undone, self._slips, back=False)

    def _swap(
        self,
        taken: list[ChangedAnswer | OpenPaper],
        given: list[ChangedAnswer | OpenPaper],
        *,
        back: bool,
    ) -> None:
        if not taken or self.source is None:
            return
        slip = taken[-1]
        if isinstance(slip, OpenPaper):
            if self._wrote(self.source.put_back if back else self.source.delete, slip):
                given.append(taken.pop())
                if back:
                    self.place = slip.first_missing
                    self.changed.emit()
                    self.deleted.emit(None)
                else:
                    self._without(slip)
            return
        paper = self.source.reread(slip.paper) or slip.paper
        self.paper, self.place, self._arrived = paper, slip.place, False
        if self._wrote(self.source.key, paper, slip.place, slip.before if back else slip.after):
            given.append(taken.pop())
            self._was_whole = False
            if back:
                self.taken_back.emit(slip)
        self.changed.emit()

    def _keep(self, answer: str | None) -> bool:
        paper, source = self.paper, self.source
        if paper is None or source is None:
            return False
        before, place = paper.answers[self.place], self.place
        if not self._wrote(source.key, paper, place, answer):
            return False
        if source.anonymous and self.paper is not None and before != answer:
            self._slips.append(ChangedAnswer(self.paper, place, before, self.paper.answers[place]))
            self._undone = []
        self.changed.emit()
        return True

    def _wrote(
        self, act: Callable[..., tuple[OpenPaper, Changes | None]], paper: OpenPaper, *values: object
    ) -> bool:
        """Write something of a paper; tell why it was not kept."""
        self.writing = True
        try:
            if self._context.jobs.writing:
                raise TrainerError("job.wait")
            self.paper, changes = act(paper, *values)
            if changes is not None:
                if changes.step is not None:
                    self._steps.add(changes.step)
                    self._touched |= changes.touched
                # Whoever shows this paper has the answer already, and need not read it again.
                self._context.changes.announce(changes, self)
        except TrainerError as error:
            self.refused.emit(error)
            return False
        finally:
            self.writing = False
        self.kept.emit(changes)
        return True

    def _advance(self) -> None:
        paper = self.paper
        if paper is None:
            return
        last = self.place == len(paper.questions) - 1
        if paper.whole and (last or not self._was_whole):
            self._close(paper)
        elif last:
            self.go(paper.first_missing)
            self.missing.emit()
        else:
            self.go(self.place + 1)

    def _close(self, paper: OpenPaper | None) -> None:
        if paper is not None and self.source is not None:
            try:
                self.source.close(paper)
            except TrainerError as error:
                self.refused.emit(error)
                return
        if self.source is not None and self.source.anonymous:
            # No step of the journal says so: the band would go on to tell how many waited before.
            self._context.be_quiet()
        self.last, self.paper, self.place = self.paper, None, 0
        self.changed.emit()
        self.closed.emit(paper)
