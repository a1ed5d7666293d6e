"""Which key means which answer, whatever keyboard layout is switched on.

Digits are the places of the options on the paper, 0 the tenth; the numeric keypad alone is enough. Letters
are those of the boxes, A to J. With a Cyrillic layout switched on two habits are at home:

- the place of the key: Ф lies on A, И on B, С on C, В on D, У on E, А on F, П on G, Р on H, Ш on I, О on J;
- the order of the alphabet: А Б В Г Д for the first five.

Ф, И, С, У, П, Р, Ш, О are understood as the first, Б, Г, Д as the second, and either settles the habit. В
means two things, and so does А where there are six options: until a habit is known such a key is not taken
but asked about, because a wrong answer would look like a right one. The digit pressed then settles it.
"""

import sys
from dataclasses import dataclass
from enum import StrEnum

from trainer_app.domain.answers import LETTERS

_PLACES = dict(zip("ФИСВУАПРШО", range(1, 11), strict=True))
_ALPHABET = dict(zip("АБВГД", range(1, 6), strict=True))
_LATIN = {letter: place for place, letter in enumerate(LETTERS, 1)}
# Places of the keys A to J: X11 keycodes (evdev + 8), and the set-1 scan codes that Windows reports.
_X11 = dict(zip((38, 56, 54, 40, 26, 41, 42, 43, 31, 44), range(1, 11), strict=True))
_WINDOWS = dict(zip((0x1E, 0x30, 0x2E, 0x20, 0x12, 0x21, 0x22, 0x23, 0x17, 0x24), range(1, 11), strict=True))


class Habit(StrEnum):
    """How somebody types letters while a Cyrillic layout is switched on."""

    PLACES = "places"
    ALPHABET = "alphabet"


class Act(StrEnum):
    """What a key does that is no answer."""

    BLANK = "blank"
    """The question was left blank on the paper."""
    BACK = "back"
    NEXT = "next"
    REST = "rest"
    """Nothing more is on the paper: finish it."""


_ACTS = {
    **dict.fromkeys("/., \N{DIVISION SIGN}", Act.BLANK),
    **dict.fromkeys("-\N{MINUS SIGN}", Act.BACK),
    "+": Act.NEXT,
    "*": Act.REST,
}


@dataclass(frozen=True)
class Unclear:
    """A letter that can mean two options: by its place on the keyboard, and by the alphabet."""

    letter: str
    by_place: int
    by_alphabet: int


def act_of(text: str) -> Act | None:
    """Return what a sign of the keypad does."""
    return _ACTS.get(text)


class AnswerKeys:
    """Turns keys into places of options. Remembers the habit of whoever types."""

    def __init__(self, platform: str = sys.platform) -> None:
        self.habit: Habit | None = None
        self._asked: Unclear | None = None
        self._codes = _WINDOWS if platform == "win32" else _X11 if platform.startswith("linux") else {}

    def place_of(self, text: str, scan_code: int, count: int) -> int | Unclear | None:
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
        if sign in _PLACES or sign in _ALPHABET:
            return self._cyrillic(sign, count)
        if sign.isascii() or not sign.isalpha() or "Ѐ" <= sign <= "ӿ":
            return None
        by_code = self._codes.get(scan_code)
        return None if by_code is None else _within(by_code, count)

    def _cyrillic(self, sign: str, count: int) -> int | Unclear:
        by_place, by_alphabet = _PLACES.get(sign, 0), _ALPHABET.get(sign, 0)
        if by_place and by_alphabet:
            if self.habit is Habit.PLACES:
                return _within(by_place, count)
            if self.habit is Habit.ALPHABET or by_place > count:
                return _within(by_alphabet, count)
            self._asked = Unclear(sign, by_place, by_alphabet)
            return self._asked
        if by_place:
            self.habit = self.habit or Habit.PLACES
            return _within(by_place, count)
        self.habit = self.habit or Habit.ALPHABET
        return _within(by_alphabet, count)

    def _learn(self, asked: Unclear | None, place: int) -> None:
        """Take the digit that answers an unclear letter for the habit of whoever typed it."""
        if asked is not None and place in (asked.by_place, asked.by_alphabet):
            self.habit = Habit.PLACES if place == asked.by_place else Habit.ALPHABET


def _within(place: int, count: int) -> int:
    return place if place <= count else 0
