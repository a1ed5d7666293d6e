"""Numbers of evaluations as this screen writes them, and words that several of its parts share."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from trainer_app.domain.evaluations import TestScore
from trainer_app.domain.learning import Band
from trainer_app.ui.shell.language import Formats
from trainer_app.ui.widgets.chips import Tone

MINUS, DASH = "\N{MINUS SIGN}", "\N{EN DASH}"


def points(score: TestScore | None, formats: Formats) -> str:
    """Return a score's points without needless zeros: "14", "14,5"; "" for none."""
    return "" if score is None else plain(score.points, formats)


def plain(hundredths: int, formats: Formats) -> str:
    """Return a number kept in hundredths as it is typed, without needless zeros."""
    whole, part = divmod(hundredths, 100)
    return f"{whole}{formats.decimal}{part:02}".rstrip("0") if part else str(whole)


def percent(score: TestScore | None, formats: Formats) -> str:
    """Return a score as "70 %"; a dash for none."""
    return DASH if score is None else formats.percent(score.percent)


def difference(change: int | Fraction | None, formats: Formats, places: int = 0) -> str:
    """Return a change in hundredths of a percentage point with its sign: "+28", a dash for none."""
    if change is None:
        return DASH
    shown = formats.decimal_number(change, places)
    return f"+{shown}" if change > 0 and shown.strip(f"0{formats.decimal}") else shown


def gain(value: Fraction | None, formats: Formats) -> str:
    """Return a normalised gain, a share of 1, as "0,49", rounded here and nowhere before; a dash for none."""
    return DASH if value is None else formats.decimal_number(value * 100)


def band_word(band: Band) -> str:
    """Return what a band of the gain is called."""
    if band is Band.LOSS:
        return QCoreApplication.translate("Evaluations", "loss")
    if band is Band.LOW:
        return QCoreApplication.translate("Evaluations", "low")
    if band is Band.MEDIUM:
        return QCoreApplication.translate("Evaluations", "medium")
    return QCoreApplication.translate("Evaluations", "high")


def band_tone(band: Band) -> Tone:
    """Return a band's colour: a loss stands out, a high gain is good, the rest is quiet."""
    return {Band.LOSS: Tone.BAD, Band.HIGH: Tone.GOOD}.get(band, Tone.QUIET)


def pre_test() -> str:
    """Return what the test before the course is called."""
    return QCoreApplication.translate("Evaluations", "Pre-test")


def pre_short() -> str:
    """Return the same for the head of a column."""
    return QCoreApplication.translate("Evaluations", "Pre-test", "short, in the head of a column")


def post_short() -> str:
    """Return the same for the head of a column."""
    return QCoreApplication.translate("Evaluations", "Post-test", "short, in the head of a column")


def post_test() -> str:
    """Return what the test after the course is called."""
    return QCoreApplication.translate("Evaluations", "Post-test")
