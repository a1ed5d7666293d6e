"""Figures as numbers and a report as one document, the JSON of the command line.

`{"figures": {code: number}, "units": {code: unit}, "by": {split: {line: {code: number}}},
"rows": {code: [keys]}, "exclusions": {code: [text]}, "notes": [text], "courses": [codes], "first": day,
"last": day}`
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from trainer_app.domain.amounts import round_half_up
from trainer_app.domain.changes import Label
from trainer_app.domain.reports import Figure, Report, Split, Unit

type Say = Callable[[Label], str]
"""Gives a label its words in one language."""

SHOWN_UNITS: Mapping[Unit, str] = {
    Unit.COUNT: "count",
    Unit.MINUTES: "hours",
    Unit.HALF_DAYS: "days",
    Unit.PERCENT: "percent",
    Unit.GAIN: "gain",
}
"""What the number of a figure counts, when it is shown."""

# How many of the stored unit make one of the shown, and to how many parts the shown is rounded.
_SCALES: Mapping[Unit, tuple[int, int]] = {
    Unit.MINUTES: (60, 100),
    Unit.HALF_DAYS: (2, 2),
    Unit.PERCENT: (100, 100),
    Unit.GAIN: (10_000, 10_000),
}


def number_of(figure: Figure) -> int | float | None:
    """Return a figure as people read it: hours with two decimals, days, per cent, gain; counts stay whole.

    The only place where a figure becomes a decimal number; nothing is computed from it.
    """
    if figure.value is None:
        return None
    if figure.unit is Unit.COUNT:
        return round_half_up(figure.value)
    stored, parts = _SCALES[figure.unit]
    return round_half_up(figure.value * Fraction(parts, stored)) / parts


def report_document(report: Report, say: Say) -> dict[str, object]:
    """Return a report as a document of texts, numbers, lists and objects."""
    notes = [*report.notes, *(split.note for split in report.splits if split.note is not None)]
    return {
        "figures": _numbers(report.figures),
        "units": {figure.code: SHOWN_UNITS[figure.unit] for figure in report.figures},
        "by": {split.by: _lines(split) for split in report.splits},
        "rows": {figure.code: list(figure.rows) for figure in report.figures},
        "exclusions": {
            figure.code: [say(label) for label in figure.exclusions]
            for figure in report.figures
            if figure.exclusions
        },
        "notes": [say(label) for label in notes],
        "courses": list(report.courses),
        "first": report.first.isoformat() if report.first else None,
        "last": report.last.isoformat() if report.last else None,
    }


def _numbers(figures: Iterable[Figure]) -> dict[str, int | float | None]:
    return {figure.code: number_of(figure) for figure in figures}


def _lines(split: Split) -> dict[str, dict[str, int | float | None]]:
    """Return the lines by name; of lines with one name the second is called "name (2)", so none is lost."""
    lines: dict[str, dict[str, int | float | None]] = {}
    for line in split.lines:
        name, number = line.name, 1
        while name in lines:
            number += 1
            name = f"{line.name} ({number})"
        lines[name] = _numbers(line.figures)
    return lines
