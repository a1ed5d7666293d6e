"""Percentages as people read them: the only place where a share, a limit or a change becomes words.

Screens, papers, the command line and the sentences of messages all ask here, so that one share is rounded
once, from its exact value, and reads alike everywhere. Values are hundredths of a per cent (7880 = 78.8 %),
exact ones `Fraction` of the same unit: a value that was rounded to hundredths before would be rounded twice.
"""

from fractions import Fraction

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import Percent
from trainer_app.domain.base.texts import LANGUAGES

DASH = "–"
"""What stands where there is no value."""
_SIGN = "\N{NO-BREAK SPACE}%"
_MINUS = "\N{MINUS SIGN}"


def percent_text(value: Percent | None, language: str, limit: Percent | None = None) -> str:
    """Return a share as every screen and paper shows it: "85.9 %", "80 %"; a dash for none.

    One decimal, none where it is 0. Beside a `limit` that the rounded share would reach and the share itself
    does not, as many as it takes: 79.96 % never shows as 80 % beside the remark that 80 % was not reached.
    """
    return DASH if value is None else _text(value, _places(value, limit), language)


def percent_label(value: Percent, limit: Percent | None = None) -> Label:
    """Return a share as `percent_text` says it, for a sentence whose language is not known yet."""
    return _label(value, _places(value, limit))


def limit_text(limit: Percent, language: str) -> str:
    """Return what somebody typed, a limit or what an answer is worth, with its hundredths if it has any.

    8000 gives "80 %", 6667 "66.67 %", -3333 "−33.33 %".
    """
    return _text(limit, _EXACT, language)


def limit_label(limit: int) -> Label:
    """Return a limit as `limit_text` says it, for a sentence whose language is not known yet."""
    return _label(limit, _EXACT)


def points_text(change: Percent | None, language: str) -> str:
    """Return a change in percentage points, rounded as shares are: "+27.5", "−3"; a dash for none."""
    if change is None:
        return DASH
    whole, decimals = _digits(change, 1)
    sign = "+" if change > 0 and (whole, decimals) != ("0", "") else ""
    return f"{sign}{_joined(whole, decimals, language)}"


def progress_text(done: float) -> str:
    """Return in whole per cent how much of something is done or how large it is shown: 0.4 gives "40 %".

    What is not done never shows as 100 %.
    """
    percent = round(100 * done)
    return f"{99 if done < 1 <= percent / 100 else percent}{_SIGN}"


_EXACT = 2
"""Decimals of what is kept in hundredths of a per cent."""


def _places(value: Percent, limit: Percent | None) -> int:
    places = 1
    if limit is not None:
        while (_scale(value, places) >= limit * Fraction(10**places, 100)) != (value >= limit):
            places += 1
    return places


def _scale(value: Percent, places: int) -> int:
    """Return hundredths of a per cent as units of the last decimal shown."""
    # Half away from 0, in integers: the board of a course asks this for each of its people.
    part: int = abs(value.numerator) * 10**places
    whole = 100 * value.denominator
    scaled = (2 * part + whole) // (2 * whole)
    return -scaled if value < 0 else scaled


def _digits(value: Percent, places: int) -> tuple[str, str]:
    """Return what stands before and after the decimal sign, without zeros at the end."""
    scaled = _scale(value, places)
    whole, part = divmod(abs(scaled), 10**places)
    return f"{_MINUS if scaled < 0 else ''}{whole}", f"{part:0{places}d}".rstrip("0")


def _joined(whole: str, decimals: str, language: str) -> str:
    return f"{whole}{LANGUAGES[language].decimal}{decimals}" if decimals else whole


def _text(value: Percent, places: int, language: str) -> str:
    return f"{_joined(*_digits(value, places), language)}{_SIGN}"


def _label(value: Percent, places: int) -> Label:
    whole, decimals = _digits(value, places)
    if not decimals:
        return Label("amounts.percent", {"whole": whole})
    return Label("amounts.percent_decimal", {"whole": whole, "part": decimals})
