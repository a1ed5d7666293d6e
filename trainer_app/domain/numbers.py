"""Numbers as people type them in answers and keys: exact, with a point or a comma, never a float."""

import re
from fractions import Fraction

_NUMBER = re.compile(r"[-+]?[0-9]{1,12}(?:\.[0-9]{1,9})?")
_PLACES = 2


def is_number(text: str) -> bool:
    """Tell whether a text is a number with a point: "12", "-0.5"."""
    return _NUMBER.fullmatch(text) is not None


def as_fraction(text: str) -> Fraction:
    """Return the exact value of a number for which `is_number` is true."""
    return Fraction(text)


def read_hundredths(text: str) -> int | None:
    """Return a number with at most two decimals in hundredths: "33,5" -> 3350, "−50" -> -5000; else None."""
    plain = text.strip().replace(",", ".").replace("\N{MINUS SIGN}", "-")
    if not is_number(plain) or len(plain.partition(".")[2]) > _PLACES:
        return None
    return int(as_fraction(plain) * 100)
