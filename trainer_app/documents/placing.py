"""Where the texts of a certificate stand: lines filled, fitted and stacked. No drawing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trainer_app.documents.elements import Align, AnyElement, Date, Line, Paragraph, Serial, Signatures, Text
from trainer_app.documents.facts import day_values, signatory_values
from trainer_app.documents.fitting import Fitted, fit
from trainer_app.documents.paper import POINTS
from trainer_app.documents.template import Template, suits
from trainer_app.domain.certificates import Facts

_ASCENT, _DESCENT, _LEADING = 0.68, 0.22, 1.18
"""Height of capitals, depth of tails, and the way from line to line of a broken text, in sizes of type."""

_GAP = 1.45
"""The way to the next text of a stack where the template names none, in sizes of type."""


@dataclass(frozen=True)
class Run:
    """One line of type on a baseline, in millimetres; `size` and `tracking` in points."""

    x: float
    y: float
    text: str
    font: str
    size: float
    colour: str
    align: Align
    tracking: float


@dataclass(frozen=True)
class Setting:
    """A line of a template with its text for one certificate, fitted; `gap` (mm) parts it from the last."""

    line: Line
    text: str
    fitted: Fitted
    gap: float


def applies(element: AnyElement | Line, facts: Facts, values: Mapping[str, str]) -> bool:
    """Tell whether an element or line appears on a certificate."""
    if not suits(element, facts.language, facts.second_language):
        return False
    if isinstance(element, Line):
        return True
    there = all(values[name] for name in element.needs) and not any(values[name] for name in element.lacks)
    return there and not element.hidden


def set_element(
    element: AnyElement, facts: Facts, template: Template, values: Mapping[str, str]
) -> tuple[tuple[Setting, ...], tuple[Run, ...]]:
    """Return how the texts of an element are set and where their lines stand; nothing for pictures."""
    if isinstance(element, Paragraph):
        settings = _settings(element.lines, element.width, facts, template, values)
        return settings, _stack(element, settings, template)
    if isinstance(element, Date):
        day = getattr(facts, element.day)
        values = {**values, **day_values(day, facts.language, facts.second_language)}
    if isinstance(element, Text | Date | Serial):
        settings = _settings((element.line,), element.width, facts, template, values)
        return settings, tuple(_column(settings, element.x, element.y, element.align, template))
    if isinstance(element, Signatures):
        return _signatures(element, facts, template)
    return (), ()


def signature_places(element: Signatures, count: int) -> tuple[tuple[float, float], ...]:
    """Return the middle and the width of each line to sign on: evenly over the room, never touching."""
    if not count:
        return ()
    step = element.room / max(2, count)
    width = min(element.width, step - 4)
    first = element.x - step * (count - 1) / 2
    return tuple((first + step * index, width) for index in range(count))


def _settings(
    lines: Sequence[Line], width: float, facts: Facts, template: Template, values: Mapping[str, str]
) -> tuple[Setting, ...]:
    """Fill and fit lines. Where some stay empty, the largest of their gaps parts their neighbours."""
    settings = []
    gap = 0.0
    for line in lines:
        if not applies(line, facts, values):
            continue
        gap = max(gap, line.gap or line.size * _GAP / POINTS)
        text = template.phrase(line, facts).fill(values)
        if text:
            text = text.upper() if line.upper else text
            least = line.min_size or line.size * 0.6
            fitted = fit(text, line.font, line.size, width, least, line.max_lines, line.tracking)
            settings.append(Setting(line, text, fitted, gap))
            gap = 0.0
    return tuple(settings)


def _stack(element: Paragraph, settings: tuple[Setting, ...], template: Template) -> tuple[Run, ...]:
    """Stack lines in a paragraph's box; what is too high is made smaller as a whole, never cut."""
    if not settings:
        return ()
    x = element.x + {"left": 0.0, "centre": element.width / 2, "right": element.width}[element.align]
    runs = list(_column(settings, x, 0.0, element.align, template))
    above = runs[0].size * _ASCENT / POINTS
    height = above + runs[-1].y + runs[-1].size * _DESCENT / POINTS
    scale = min(1.0, element.height / height)
    spare = element.height - height * scale
    top = element.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[element.valign]
    return tuple(replace(run, y=top + (above + run.y) * scale, size=run.size * scale) for run in runs)


def _column(
    settings: Iterable[Setting], x: float, y: float, align: Align, template: Template
) -> Iterable[Run]:
    """Yield lines one below the other, the first with its baseline at y."""
    for index, setting in enumerate(settings):
        line, fitted = setting.line, setting.fitted
        if index:
            y += setting.gap
        for number, text in enumerate(fitted.lines):
            if number:
                y += fitted.size * _LEADING / POINTS
            colour = template.colour(line.colour)
            yield Run(x, y, text, line.font, fitted.size, colour, align, line.tracking)


def _signatures(
    element: Signatures, facts: Facts, template: Template
) -> tuple[tuple[Setting, ...], tuple[Run, ...]]:
    """Set names and titles below the lines to sign on."""
    every: list[Setting] = []
    runs: list[Run] = []
    places = signature_places(element, len(facts.signatories))
    for signatory, (middle, width) in zip(facts.signatories, places, strict=True):
        own = signatory_values(signatory, facts.second_language)
        settings = _settings(element.lines, width, facts, template, own)
        if settings:
            below = element.y + settings[0].gap
            runs.extend(_column(settings, middle, below, "centre", template))
        every.extend(settings)
    return tuple(every), tuple(runs)
