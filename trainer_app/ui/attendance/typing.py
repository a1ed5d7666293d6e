"""What is typed into the tables of marks and signatures: which letter means which mark on any layout.

Also digits that become a participant's number, or a badge's.
"""

import sys
from collections.abc import Sequence

from trainer_app.domain.attendance.marks import GridRow, Mark, SignatureState
from trainer_app.domain.attendance.scanning import DIGITS, find_badge, is_badge_code

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

_SIGNS_OF_LETTERS = frozenset("[];',`{}:\"<>~")
"""What the Latin layout types on keys that have letters of the Cyrillic ones."""

_EARLY = frozenset("-\u2212HР")
# The key H, Р in both Cyrillic layouts (рафт, раньше): the minus has a letter on it in the Tajik one.
_EARLY_X11, _EARLY_WINDOWS = 43, 0x23

FIND = frozenset("/.")
"""What opens the search for a name: the slash, and the stop that lies on its key on Cyrillic layouts."""


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
