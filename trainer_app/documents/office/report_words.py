"""Words and values of a report's figures, splits and lines, as its papers and files have them."""

from collections.abc import Callable

from trainer_app.documents.base.wording import decimal
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import DASH, percent_text, points_text, round_half_away
from trainer_app.domain.base.texts import capital, find_words, word
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.office.counting import written_name
from trainer_app.domain.office.reports import Basis, CrossTable, Figure, ReportRow, Split, Unit

type Say = Callable[[Label], str]
"""Turns a label into words in the report's language."""


def basis_name(basis: Basis, language: str) -> str:
    """Return of what a report is counted, in a few words."""
    return word("report.as_approved" if basis is Basis.APPROVED else "report.as_of_today", language)


def figure_text(figure: Figure, language: str) -> str:
    """Return a figure's value as it is read: "16,5", "65,4 %", "–" where there is none."""
    if figure.shown is None:
        return DASH
    match figure.unit:
        case Unit.PERCENT:
            return percent_text(figure.value, language)
        case Unit.POINTS:
            return points_text(figure.value, language)
        case Unit.COUNT:
            return decimal(round_half_away(figure.shown), 0, language)
    return decimal(round_half_away(figure.shown * 100), 2, language, keep=figure.unit is Unit.GAIN)


def figure_name(code: str, language: str, speak: Say) -> str:
    """Return a figure's name: the short one of papers, or else that of its message."""
    known = find_words(f"figure.{code}")
    return known.best(language) if known else capital(speak(Label(f"counting.{code}")))


def line_name(split: Split, name: str, language: str, speak: Say) -> str:
    """Return the name of a line of a split: words for codes, typed text as it is."""
    if split.by == "sex" and find_words(f"line.{name}"):
        return word(f"line.{name}", language)
    if split.by == "rank" and name:
        return rank_name(name, language)
    return written_name(split.by, name, language) or word("report.not_stated", language)


def split_name(split: Split, language: str, speak: Say) -> str:
    """Return what a split is by."""
    known = find_words(f"by.{split.by}")
    return known.best(language) if known else capital(speak(Label(f"counting.by.{split.by}")))


def chart_title(table: CrossTable, language: str, speak: Say) -> str:
    """Return what a chart shows: "Participations: Month"."""
    figure = figure_name(table.codes[0], language, speak)
    return f"{figure}: {split_name(Split(table.rows, ()), language, speak).lower()}"


def result_text(row: ReportRow, language: str) -> str:
    """Return what came out for a participant: the serial, or the kind of certificate due."""
    if row.serial:
        return row.serial
    return "" if row.result is CertificateKind.NONE else word(f"result.{row.result.value}", language)
