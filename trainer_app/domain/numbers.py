"""Numbers as people type them in answers and keys: exact, with a point or a comma, never a float."""

import re
from fractions import Fraction

_NUMBER = re.compile(r"[-+]?[0-9]{1,12}(?:\.[0-9]{1,9})?")


def is_number(text: str) -> bool:
    """Tell whether a text is a number with a point: "12", "-0.5"."""
    return _NUMBER.fullmatch(text) is not None


def as_fraction(text: str) -> Fraction:
    """Return the exact value of a number for which `is_number` is true."""
    return Fraction(text)
