"""Which key means which mark, whatever keyboard layout is switched on.

Three ways lead to a mark, and no letter means two things:

- the letter of the legend: P L E A, Ҳ Д У Ғ, П О У Н;
- the Cyrillic letter that lies on the key of P, L, E or A (З, Д, У, Ф on the Russian and the Tajik layout
  alike): Д and У are there the Tajik letters anyway;
- the plain letter for one that the Russian layout lacks: Х for Ҳ, Г for Ғ.

The minutes left early begin with the minus, or with the key H: Р on both Cyrillic layouts, for рафт and
раньше. The minus of the main keyboard types Ғ on the Tajik layout, which means absent there.

On any other script (Persian, say) the place of the key decides.

Every other letter begins a name; so does H where nobody came who could leave early. Names that begin with the
letter of a mark are found after the slash.
"""

import sys

from trainer_app.domain.attendance import Mark

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
