"""Bytes that are read aloud over the telephone: groups of six digits, each with its own check.

Digits are read the same way in every language and typed on every keyboard. Two bytes make five digits; the
sixth is the check of the five and of the group's place, after Damm (2004): it finds every wrong digit, every
two neighbours that changed places, and nearly every group at another's place. The last group is the
beginning of SHA-256 of all, so that a mistake that slipped through is found before anything is tried.
"""

import hashlib

from trainer_app.domain.errors import TrainerError

KEY_LENGTH = 32
"""Bytes of the keys that are read aloud."""
_PAIR = 2
_GROUP = 6
_MOST = 0xFFFF
# Damm's own quasigroup of order 10 (dissertation, Marburg 2004, page 111).
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def groups_of(length: int) -> int:
    """Return how many groups are read aloud for so many bytes (an even number)."""
    return length // _PAIR + 1


def speak(data: bytes) -> str:
    """Return an even number of bytes as groups of six digits, with spaces between."""
    whole = data + _ending(data)
    pairs = (int.from_bytes(whole[at : at + _PAIR]) for at in range(0, len(whole), _PAIR))
    return " ".join(_group(place, value) for place, value in enumerate(pairs, start=1))


def wrong_group(typed: str) -> int:
    """Return the number, from 1, of the first whole group that does not add up; 0 if all do so far."""
    digits = _digits(typed)
    for place, at in enumerate(range(0, len(digits) - _GROUP + 1, _GROUP), start=1):
        value = int(digits[at : at + _GROUP - 1])
        if value > _MOST or _group(place, value) != digits[at : at + _GROUP]:
            return place
    return 0


def whole_groups(typed: str) -> int:
    """Return how many whole groups are there."""
    return len(_digits(typed)) // _GROUP


def hear(typed: str, length: int) -> bytes:
    """Return the bytes of digits that were typed, spaces or not.

    Raises spoken.wrong_group (which one), spoken.incomplete, spoken.does_not_fit for a whole that is none.
    """
    wrong = wrong_group(typed)
    if wrong:
        raise TrainerError("spoken.wrong_group", group=wrong)
    digits = _digits(typed)
    if len(digits) != groups_of(length) * _GROUP:
        raise TrainerError("spoken.incomplete", groups=groups_of(length), found=whole_groups(typed))
    values = (int(digits[at : at + _GROUP - 1]) for at in range(0, len(digits), _GROUP))
    whole = b"".join(value.to_bytes(_PAIR) for value in values)
    if _ending(whole[:length]) != whole[length:]:
        raise TrainerError("spoken.does_not_fit")
    return whole[:length]


def _group(place: int, value: int) -> str:
    """Return five digits and the check of them and of the group's place."""
    digits = f"{value:05}"
    check = 0
    for digit in f"{place:02}{digits}":
        check = int(_DAMM[check][int(digit)])
    return f"{digits}{check}"


def _ending(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:_PAIR]


def _digits(typed: str) -> str:
    """Keep the digits, whatever stands between them; digits of other scripts are not read aloud here."""
    return "".join(letter for letter in typed if letter in "0123456789")
