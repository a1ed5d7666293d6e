"""What is typed into the tables of marks and signatures: which letter means which mark on any layout.

Also when letters are a name instead (`is_name`), digits that become a participant's number or a badge's, and
how a step is told by whom it is about (`StepDescriber`).
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from trainer_app.domain.attendance.marks import GridRow, Mark, SignatureState
from trainer_app.domain.attendance.sheets import DIGITS, find_badge, is_badge_code
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.text_search import searcher
from trainer_app.ui.attendance.model import GridData
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.kit.wording import AttendanceWording

_LETTERS = {
    Mark.PRESENT: "PПҲХЗ",
    Mark.LATE: "LОД",
    Mark.EXCUSED: "EУ",
    Mark.ABSENT: "AНҒГФ",
}
_BY_LETTER = {letter: mark for mark, letters in _LETTERS.items() for letter in letters}

_ORDER = (Mark.PRESENT, Mark.LATE, Mark.EXCUSED, Mark.ABSENT)
# Places of the keys P L E A: X11 keycodes (evdev + 8) and the set-1 scan codes that Windows reports.
_X11 = dict(zip((33, 46, 26, 38), _ORDER, strict=True))
_WINDOWS = dict(zip((0x19, 0x26, 0x12, 0x1E), _ORDER, strict=True))

_SIGNS_OF_LETTERS = frozenset("[];',`=.{}:\"<>~_+")
"""What the Latin layout types on keys that have letters of the Cyrillic ones."""

_EARLY = frozenset("-\u2212HР")
# The key H, Р in both Cyrillic layouts (рафт, раньше): the minus has a letter on it in the Tajik one.
_EARLY_X11, _EARLY_WINDOWS = 43, 0x23

FIND = "/"
"""What opens the search for a name. The stop on its key on Cyrillic layouts begins a name, so it does too."""


def letters_of(mark: Mark) -> str:
    """Return every letter that means a mark, upper case."""
    return _LETTERS[mark]


def mark_of(text: str, scan_code: int, platform: str = sys.platform) -> Mark | None:
    """Return the mark that a key means; None for any other key.

    `text` is what the key types, `scan_code` its place (`QKeyEvent.nativeScanCode`), 0 if unknown.
    """
    letter = text.upper()
    if letter in _BY_LETTER:
        return _BY_LETTER[letter]
    if not _strange(letter):
        return None
    places = _WINDOWS if platform == "win32" else _X11 if platform.startswith("linux") else {}
    return places.get(scan_code)


def is_early(text: str, scan_code: int, platform: str = sys.platform) -> bool:
    """Tell whether a key begins the minutes left early: the minus, or H by letter or by place."""
    letter = text.upper()
    if letter in _EARLY:
        return True
    windows, linux = platform == "win32", platform.startswith("linux")
    place = _EARLY_WINDOWS if windows else _EARLY_X11 if linux else -1
    return _strange(letter) and letter not in _BY_LETTER and scan_code == place


def begins_name(text: str) -> bool:
    """Tell whether a key that means nothing else types a letter, or a sign on the key of one ("[" for х)."""
    return len(text) == 1 and (text.isalpha() or text in _SIGNS_OF_LETTERS)


def _strange(letter: str) -> bool:
    """Tell whether a key typed one letter of a script in which nothing else is known about it."""
    return len(letter) == 1 and letter.isalpha() and not letter.isascii()


_SIGNED = frozenset("SЫПИ+=")
_NOT_SIGNED = frozenset("NТН-−–")


def signed_of(text: str) -> SignatureState | None:
    """Return the tick that a key means; None for any other key."""
    sign = text.upper()
    if len(sign) != 1:
        return None
    if sign in _SIGNED:
        return SignatureState.YES
    return SignatureState.NO if sign in _NOT_SIGNED else None


def is_tick_key(text: str) -> bool:
    """Tell whether a key puts a wrong tick right in the list of differences: the letters of "signed"."""
    return text.upper() in ("S", "Ы")


def toggled(signed: SignatureState) -> SignatureState:
    """Return what Space makes of a tick: the first press says that there is a signature."""
    return SignatureState.NO if signed is SignatureState.YES else SignatureState.YES


class TypedLetter(Struct, frozen=True):
    """A key that types a letter, and what it means in a table of marks. `at` is when, in milliseconds."""

    text: str
    at: int = 0
    mark: Mark | None = None
    early: bool = False
    """Whether it begins the minutes left early."""


class TakenLetter(Struct, frozen=True):
    """What became of a letter: all letters once they are a `name`, or whether it `marked` somebody."""

    name: str = ""
    marked: bool = False


class TypedDigit(Struct, frozen=True):
    """A key that types a digit. `at` is when, in milliseconds."""

    digit: int
    at: int = 0


def letter_of(event: QKeyEvent) -> TypedLetter | None:
    """Return the letter that a key types, or the sign on the key of one; None for any other key."""
    text, code = event.text(), event.nativeScanCode()
    if is_early(text, code):
        return TypedLetter(text, event.timestamp(), early=True)
    mark = mark_of(text, code)
    signs = not event.modifiers() & Qt.KeyboardModifier.KeypadModifier
    if mark is None and not (begins_name(text) and (signs or text.isalpha())):
        return None
    return TypedLetter(text, event.timestamp(), mark)


COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
"""Held, they make a command of a key."""


def is_typed(event: QKeyEvent) -> bool:
    """Tell whether a key types a letter or a digit that means something in a table of marks."""
    plain = not event.modifiers() & COMMANDING
    return plain and (letter_of(event) is not None or event.text().isdecimal())


_HELD = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
)


def is_held(event: QKeyEvent) -> bool:
    """Tell whether a key only changes what the next one types: it comes between no two letters."""
    return event.key() in _HELD


PAUSE = 800
"""Milliseconds between two letters of one word, at the most."""
QUICK = 300
"""Milliseconds between two letters that nobody types who reads a list and marks person after person."""


MINUTES_APART = 2000
"""Milliseconds after which the next digit is no longer one of the minutes."""


def is_name(
    letters: str, names: Iterable[str], *, marks: bool, moves: bool = False, quick: bool = True
) -> bool:
    """Tell whether letters typed one after the other are a name. `marks`: the newest of them means a mark.

    Most letters mean a mark in one of the layouts, and most names begin with one of these. So each marks as
    soon as it is typed, since a mark that shows is on the disk; and what letters have marked is taken back as
    soon as they turn out to be a name, with all of which the search opens. Letters of one script belong
    together while each comes within `PAUSE` after the one before, with no other key and no click between;
    they are a name

    - as soon as one of them means no mark: Г, У marked, but "гул" is a name, on the list or not;
    - from the third on, for nobody corrects twice so fast: "зуҳ", although all three are marks;
    - from the second on, if a word of somebody's name on the list of the course begins so, as the search
      reads it in any script and layout: "пу" where there is a Пулодов.

    The same letter again is the same mark again and counts once. Else each letter is a mark, and the last one
    stays: О and П at once correct "late" to "present", unless a name on the list begins so.

    Whoever was just looked up, by name or number, was looked up to be marked: there the first letter is a
    mark, and the next ones are a name of their own unless a name on the list begins with all of them.

    Where a mark moves on to the next person (`moves`), П О П are three people and no correction, also of a
    list with a Попов: there letters that are all marks are a name only from the third on, and only if they
    came as `quick` as a word is typed.

    H, Р and the minus, where somebody came, wait for what follows: after digits they are minutes left early.
    """
    if not marks:
        return True
    different = [letter for letter, _ in groupby(letters.lower())]
    if moves:
        return quick and len(different) > 2
    return len(different) > 2 or (len(different) == 2 and any(map(searcher(letters), names)))


class TypedWord:
    """The letters that belong together by the time and keys between them, and the steps of their marks."""

    def __init__(self) -> None:
        self.letters = ""
        self.steps: list[int] = []
        self.quick = True
        """Whether each letter came within `QUICK` after the one before."""
        self._at = 0
        self._looked_up = False

    def add(self, letter: TypedLetter, names: Iterable[str], *, waits: bool) -> None:
        """Add a letter, or begin anew with it. `waits`: minutes left early were begun, and none typed yet."""
        apart = letter.at - self._at > PAUSE and not (waits and letter.mark is None)
        longer = self.letters + letter.text
        if self.letters and (
            apart
            or not _one_layout(self.letters, letter.text)
            or (self._looked_up and not waits and not any(map(searcher(longer), names)))
        ):
            self.end()
        # A key without a moment (0) was made by a program: nothing is known of how fast it was typed.
        self.quick = not self.letters or (self.quick and 0 < letter.at <= self._at + QUICK)
        self.letters += letter.text
        self._at = letter.at

    def end(self) -> None:
        """Begin a new word with the next letter."""
        self.letters = ""
        self.steps = []
        self._looked_up = False

    def expect_mark(self) -> None:
        """Know that somebody was looked up, to be marked with the next letter."""
        self.end()
        self._looked_up = True


_ON_EVERY_LAYOUT = str.maketrans("", "", "-=_+\u2212")


def _one_layout(before: str, letter: str) -> bool:
    """Tell whether letters can come from one layout: the Latin one has signs where others have letters."""
    before, letter = before.translate(_ON_EVERY_LAYOUT), letter.translate(_ON_EVERY_LAYOUT)
    return not before or not letter or before.isascii() is letter.isascii()


class MinutesState(StrEnum):
    """What the next digit of a run is."""

    LATE = "late"
    """One of the minutes late."""
    EARLY = "early"
    """One of those left early."""
    REFUSED = "refused"
    """Nothing: the mark was refused. Who types without looking must not be taken to another person."""
    NOBODYS = "nobodys"
    """Nothing, and nobody's number: minutes left early of somebody who did not come."""


@dataclass
class MinutesInput:
    """A run of digits in one cell, late ones first, then those at the end."""

    row: int
    column: int
    late: str = ""
    early: str = ""
    state: MinutesState = MinutesState.LATE
    at: int = 0
    """When its newest digit was typed, in milliseconds; 0 if that is not known."""
    unfit: bool = False
    """Whether the digit typed last made more minutes than there are, and is not taken."""

    @property
    def taken(self) -> bool:
        """Whether digits are minutes; else they are only swallowed."""
        return self.state in (MinutesState.LATE, MinutesState.EARLY)

    @property
    def typed(self) -> str:
        """The digits that the next one follows."""
        typed = {MinutesState.LATE: self.late, MinutesState.EARLY: self.early}
        return typed.get(self.state, "")

    @property
    def early_state(self) -> MinutesState:
        """The state once the minutes left early are begun."""
        return MinutesState.EARLY if self.taken else MinutesState.NOBODYS

    def is_over(self, at: int) -> bool:
        """Tell whether a digit typed then comes so late that it is somebody's number."""
        return bool(self.typed and self.at) and at > self.at + MINUTES_APART

    def with_digits(self, typed: str) -> tuple[int, int]:
        """Return minutes late and left early if the digits being typed were these."""
        late, early = (self.late, typed) if self.state is MinutesState.EARLY else (typed, self.early)
        return int(late or 0), int(early or 0)

    def keep(self, typed: str) -> None:
        """Take over digits that were saved."""
        if self.state is MinutesState.EARLY:
            self.early = typed
        else:
            self.late = typed
        self.unfit = False


class TypedNumber:
    """Collects digits as long as some number begins with them; then a new number begins."""

    def __init__(self) -> None:
        self.typed = ""

    def type(self, digit: int, numbers: Sequence[int]) -> int | None:
        """Add a digit; return the place of the number typed so far, None where there is no such number."""
        longer = f"{self.typed}{digit}"
        known = any(str(number).startswith(longer) for number in numbers)
        self.typed = longer if known else str(digit)
        return next((at for at, number in enumerate(numbers) if str(number) == self.typed), None)

    def forget(self) -> None:
        """Begin a new number with the next digit."""
        self.typed = ""


class TypedBadge:
    """Knows when the digits typed last are a badge's, for whoever types them without a field for it."""

    def __init__(self) -> None:
        self.digits = ""

    def type(self, digit: int, people: Sequence[GridRow]) -> str:
        """Add a digit; return the code once it is one of these people's, else ""."""
        self.digits = f"{self.digits}{digit}"[-DIGITS:]
        known = is_badge_code(self.digits) and find_badge(self.digits, [each.enrolment for each in people])
        return self.digits if known else ""

    def forget(self) -> None:
        """Begin anew with the next digit."""
        self.digits = ""


class StepDescriber(QObject):
    """Knows the people of the course: a step holds only a number, the window says the family name."""

    def __init__(self, words: AttendanceWording, data: GridData) -> None:
        super().__init__(words)
        self.setObjectName("attendance_step_namer")
        self._words, self._data = words, data

    def words_of(self, label: Label) -> str:
        """Return a step in words; "" for one that can say itself who is meant."""
        mark, row = label.values.get("mark"), self._data.row_of(str(label.values.get("enrolment")))
        if not label.code.startswith("attendance.step.mark") or not isinstance(mark, Label) or row < 0:
            # Also a mark of another course: its numbers are other people here.
            return ""
        who = self._data.rows[row]
        short = shown_name(who.full_name, short=True)
        family = short if short != who.full_name else who.full_name.partition(" ")[0] or who.name
        return self.tr("{who}, session {session}, {mark}").format(
            who=family, session=label.values.get("session"), mark=self._mark(mark, label)
        )

    def _mark(self, mark: Label, label: Label) -> str:
        """Return "late 15 −20"."""
        value = mark.code.rpartition(".")[2]
        said = [self._words.word(Mark(value) if value in tuple(Mark) else None)]
        if label.values.get("missed"):
            said.append(str(label.values["missed"]))
        if label.values.get("early"):
            said.append(f"−{label.values['early']}")
        return " ".join(said)
