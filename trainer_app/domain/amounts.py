"""Exact amounts: rounding half up, and percentages as words in the reader's language.

Shares are held as hundredths of a per cent (7880 = 78.8 %), exact ones as `Fraction` of the same unit.
Nothing here is a float.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import floor

from trainer_app.domain.changes import Label

type Percent = int | Fraction
"""Hundredths of a per cent; a `Fraction` where it was not rounded."""

WHOLE = 10_000
"""100 % in hundredths of a per cent."""


def round_half_up(value: Percent) -> int:
    """Return the nearest integer; halves go up (towards plus infinity): 2.5 -> 3, -2.5 -> -2."""
    return floor(value + Fraction(1, 2))


def round_half_away(value: Percent) -> int:
    """Return the nearest integer; halves go away from zero, as spreadsheets do: 2.5 -> 3, -2.5 -> -3.

    For changes, which are shown with their sign: a loss is as large as the gain that makes up for it.
    """
    return round_half_up(value) if value >= 0 else -round_half_up(-value)


def exact_percent(part: int, whole: int) -> Fraction | None:
    """Return part / whole in hundredths of a per cent, not rounded; None where there is no whole."""
    return Fraction(part * WHOLE, whole) if whole > 0 else None


def percent_label(value: Percent, limit: Percent | None = None) -> Label:
    """Return a percentage as words with one decimal: 7880 -> "78.8 %" ("78,8 %" in Tajik and Russian).

    Beside a `limit` it gets as many decimals as it takes to stand on the same side of it as the value:
    79.96 % never shows as 80 % beside the remark that 80 % was not reached.
    """
    places = 1
    if limit is not None:
        while (_scale(value, places) >= limit * Fraction(10**places, 100)) != (value >= limit):
            places += 1
    return _decimal(value, places)


def places_beside(value: Fraction, limits: Iterable[Fraction], least: int, most: int = 4) -> int:
    """Return how many decimals a value needs to stand, rounded, on the same side of each limit as it does.

    0.2996 beside a remark about what is under 0.3 is shown as 0.2996 and not as 0.30. `least` is what it gets
    anyway, `most` where it stops.
    """
    wanted = list(limits)
    for places in range(least, most):
        shown = Fraction(round_half_up(value * 10**places), 10**places)
        if all((shown < limit, shown > limit) == (value < limit, value > limit) for limit in wanted):
            return places
    return most


def limit_label(limit: int) -> Label:
    """Return a limit as words, with its hundredths only if it has any: 8000 -> "80 %"."""
    return _decimal(limit, 2)


def _scale(value: Percent, places: int) -> int:
    """Return hundredths of a per cent as units of the last decimal shown."""
    return round_half_up(value * Fraction(10**places, 100))


def _decimal(value: Percent, places: int) -> Label:
    scaled = _scale(value, places)
    whole, part = divmod(abs(scaled), 10**places)
    sign = "−" if scaled < 0 else ""
    decimals = f"{part:0{places}d}".rstrip("0")
    if not decimals:
        return Label("amounts.percent", {"whole": f"{sign}{whole}"})
    return Label("amounts.percent_decimal", {"whole": f"{sign}{whole}", "part": decimals})
