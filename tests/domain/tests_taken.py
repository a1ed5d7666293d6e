"""Tests that people took, as a table of 0 and 1, and numbers as they are printed."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from trainer_app.domain.base.numbers import WHOLE
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind

LAW_SCHOOL = """
00000 3 00001 6 00010 2 00011 11 00100 1 00101 1 00110 3 00111 4 01000 1 01001 8 01011 16 01101 3 01110 2
01111 15 10000 10 10001 29 10010 14 10011 81 10100 3 10101 28 10110 15 10111 80 11000 16 11001 56 11010 21
11011 173 11100 11 11101 61 11110 28 11111 298
"""
"""Section 6 of the Law School Admission Test: patterns of 1,000 candidates and how often each occurred.

R. D. Bock and M. Lieberman (1970), "Fitting a response model for n dichotomously scored items",
Psychometrika 35, 179-197; the data set LSAT of the R package ltm (Rizopoulos 2006, Journal of Statistical
Software 17(5)), whose `descript(LSAT)` prints the figures that the tests expect.
"""

QUIZ = (
    "1111110110",
    "1011011101",
    "1111011001",
    "0010001000",
    "0000010010",
    "1110111111",
    "1101110111",
    "1111111101",
    "0101111101",
    "1101101110",
)
"""A quiz of ten items taken by ten students, A to J.

K. L. Wuensch, East Carolina University, StatHelp, "The Kuder-Richardson 20" (KR20.txt), where p, pq and the
variance 5.84 of the totals are printed.
"""


def right_or_wrong(place: int, points: int = 100) -> Question:
    """Return an item whose option 1 is right."""
    options = (Option(Texts(en="right"), WHOLE), Option(Texts(en="wrong")), Option(Texts(en="wrong too")))
    return Question(f"q{place}", QuestionKind.SINGLE, Texts(en=f"Item {place}"), options, points=points)


def form_of(items: int) -> list[Question]:
    """Return items that are right or wrong."""
    return [right_or_wrong(place) for place in range(1, items + 1)]


def papers_of(rows: Sequence[str]) -> list[dict[str, str]]:
    """Return papers of rows of 1 (right) and 0 (wrong)."""
    return [{f"q{place}": "1" if mark == "1" else "2" for place, mark in enumerate(row, 1)} for row in rows]


def law_school() -> list[str]:
    """Return the 1,000 rows."""
    words = LAW_SCHOOL.split()
    return [row for row, count in zip(words[::2], words[1::2], strict=True) for _ in range(int(count))]


def printed(value: Fraction | None, places: int) -> str:
    """Return an exact value with so many decimals, halves away from zero, computed apart from the program."""
    assert value is not None
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
