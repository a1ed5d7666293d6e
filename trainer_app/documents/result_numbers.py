"""Exact results on paper: rounded once, in the language's signs; a dash where nothing can be told."""

from collections.abc import Iterable
from fractions import Fraction

from trainer_app.documents.wording import decimal
from trainer_app.domain.amounts import places_beside, round_half_away

DASH = "–"


def percent_text(value: Fraction | int | None, language: str) -> str:
    """Return hundredths of a per cent as "46,3 %"."""
    if value is None:
        return DASH
    return f"{decimal(round_half_away(Fraction(value, 10)), 1, language)}\u00a0%"


def change_text(value: Fraction | None, language: str) -> str:
    """Return a change in hundredths of a percentage point with its sign: "+27,5", "−3", "0"."""
    if value is None:
        return DASH
    tenths = round_half_away(value / 10)
    return f"{'+' if tenths > 0 else ''}{decimal(tenths, 1, language)}"


def ratio_text(value: Fraction | None, language: str, limits: Iterable[Fraction] = ()) -> str:
    """Return a number about 1 with two decimals: "0,46"; with more, where rounding would pass a limit."""
    if value is None:
        return DASH
    places = places_beside(value, limits, 2)
    return decimal(round_half_away(value * 10**places), places, language, keep=True)


def step_text(value: Fraction | None, language: str, places: int = 1) -> str:
    """Return a step of a scale or another number without needless zeros: "4,5"."""
    if value is None:
        return DASH
    return decimal(round_half_away(value * 10**places), places, language)


def rounded_ratio(hundredths: int | None, language: str) -> str:
    """Return what was rounded to hundredths already: "0,17"."""
    return DASH if hundredths is None else decimal(hundredths, 2, language, keep=True)
