"""Drawing the elements of a template: texts fitted and stacked in their places, pictures, sessions."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from PIL import Image

from trainer_app.documents.base.fitting import Fitted, fit, wrap
from trainer_app.documents.base.graphics import emblem_file, plain_file, signature_file
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.base.wording import decimal, short_day
from trainer_app.documents.certificates import ornaments
from trainer_app.documents.certificates.elements import (
    Align,
    AnyElement,
    Date,
    Frame,
    ImageElement,
    Logos,
    Ornament,
    Paragraph,
    QrCode,
    Rule,
    SerialText,
    SessionBox,
    Signatures,
    Text,
    TextLine,
    day_values,
    signatory_values,
)
from trainer_app.documents.certificates.template import Template, suits
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateFacts
from trainer_app.domain.courses.courses import LogoOwner
from trainer_app.domain.papers.course_papers import WHITE, Area

_ASCENT, _DESCENT, _LEADING = 0.68, 0.22, 1.18
"""Height of capitals, depth of tails, and the way from line to line of a broken text, in sizes of type."""

_GAP = 1.45
"""The way to the next text of a stack where the template names none, in sizes of type."""


class TypeRun(Struct, frozen=True):
    """One line of type on a baseline, in millimetres; `size` and `tracking` in points."""

    x: float
    y: float
    text: str
    font: str
    size: float
    colour: str
    align: Align
    tracking: float


class LineSetting(Struct, frozen=True):
    """A line of a template with its text for one certificate, fitted; `gap` (mm) parts it from the last."""

    line: TextLine
    text: str
    fitted: Fitted
    gap: float


def applies(element: AnyElement | TextLine, facts: CertificateFacts, values: Mapping[str, str]) -> bool:
    """Tell whether an element or line appears on a certificate."""
    if not suits(element, facts.language, facts.second_language):
        return False
    if isinstance(element, TextLine):
        return True
    there = all(values[name] for name in element.needs) and not any(values[name] for name in element.lacks)
    return there and not element.hidden


def set_element(
    element: AnyElement, facts: CertificateFacts, template: Template, values: Mapping[str, str]
) -> tuple[tuple[LineSetting, ...], tuple[TypeRun, ...]]:
    """Return how the texts of an element are set and where their lines stand; nothing for pictures."""
    if isinstance(element, Paragraph):
        settings = _settings(element.lines, element.width, facts, template, values)
        return settings, _stack(element, settings, template)
    if isinstance(element, Date):
        day = getattr(facts, element.day)
        values = {**values, **day_values(day, facts.language, facts.second_language)}
    if isinstance(element, Text | Date | SerialText):
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
    lines: Sequence[TextLine],
    width: float,
    facts: CertificateFacts,
    template: Template,
    values: Mapping[str, str],
) -> tuple[LineSetting, ...]:
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
            settings.append(LineSetting(line, text, fitted, gap))
            gap = 0.0
    return tuple(settings)


def _stack(element: Paragraph, settings: tuple[LineSetting, ...], template: Template) -> tuple[TypeRun, ...]:
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
    settings: Iterable[LineSetting], x: float, y: float, align: Align, template: Template
) -> Iterable[TypeRun]:
    """Yield lines one below the other, the first with its baseline at y."""
    for index, setting in enumerate(settings):
        line, fitted = setting.line, setting.fitted
        if index:
            y += setting.gap
        for number, text in enumerate(fitted.lines):
            if number:
                y += fitted.size * _LEADING / POINTS
            colour = template.colour(line.colour)
            yield TypeRun(x, y, text, line.font, fitted.size, colour, align, line.tracking)


def _signatures(
    element: Signatures, facts: CertificateFacts, template: Template
) -> tuple[tuple[LineSetting, ...], tuple[TypeRun, ...]]:
    """Set names and titles below the lines to sign on."""
    every: list[LineSetting] = []
    runs: list[TypeRun] = []
    places = signature_places(element, len(facts.signatories))
    for signatory, (middle, width) in zip(facts.signatories, places, strict=True):
        own = signatory_values(signatory, facts.second_language)
        settings = _settings(element.lines, width, facts, template, own)
        if settings:
            below = element.y + settings[0].gap
            runs.extend(_column(settings, middle, below, "centre", template))
        every.extend(settings)
    return tuple(every), tuple(runs)


_SESSION_LEADING = 1.2
_ROW = 1.5
"""Height of a row of one line, in sizes of type."""

_SESSION_GAP = 0.9
"""The way between columns of a row, in sizes of type."""

_BETWEEN = 7.0
"""Millimetres between two lists side by side."""

_MOST = 3
_SMALLEST = 2.0
_STEP = 0.5


class _Row(Struct, frozen=True):
    """A session in words; `again`: the row above has the same day."""

    day: str
    again: bool
    topic: tuple[str, ...]
    hours: str


def draw_session_list(
    paper: Paper, element: SessionBox, facts: CertificateFacts, colour: str, line_colour: str
) -> None:
    """Draw the sessions of a certificate; nothing where none were frozen."""
    if not facts.sessions:
        return
    columns, size = _fit(element, facts)
    width = _width(element, columns)
    rows = _rows(element, facts, width, size)
    x = element.x
    for part in _divide(rows, columns):
        _draw_column(paper, element, part, (x, width, size), (colour, line_colour))
        x += width + _BETWEEN


def _fit(element: SessionBox, facts: CertificateFacts) -> tuple[int, float]:
    """Return in how many columns the list stands, and the size of type."""
    for columns in range(1, _MOST + 1):
        size = element.size
        while size >= element.min_size:
            if _fits(element, facts, columns, size):
                return columns, size
            size -= _STEP
    size = element.min_size
    while size > _SMALLEST and not _fits(element, facts, _MOST, size):
        size -= _STEP
    return _MOST, size


def _fits(element: SessionBox, facts: CertificateFacts, columns: int, size: float) -> bool:
    rows = _rows(element, facts, _width(element, columns), size)
    return all(sum(_height(row, size) for row in part) <= element.height for part in _divide(rows, columns))


def _width(element: SessionBox, columns: int) -> float:
    return (element.width - _BETWEEN * (columns - 1)) / columns


def _rows(element: SessionBox, facts: CertificateFacts, width: float, size: float) -> list[_Row]:
    """Return the sessions in words, topics broken over lines."""
    room = width - _side(element, size)
    rows = []
    before = ""
    for each in facts.sessions:
        day = short_day(date.fromisoformat(each.day))
        topic = wrap(each.topic or "\N{EN DASH}", element.font, size, max(room, 5.0))
        hours = decimal(each.hours, 2, facts.language)
        rows.append(_Row(day, day == before, topic, hours))
        before = day
    return rows


def _side(element: SessionBox, size: float) -> float:
    """Return the room that days and hours take, in millimetres."""
    gaps = 2 * _SESSION_GAP * size / POINTS
    return text_width("00.00.0000", element.font, size) + text_width("00,00", element.font, size) + gaps


def _height(row: _Row, size: float) -> float:
    return (_ROW + (len(row.topic) - 1) * _SESSION_LEADING) * size / POINTS


def _divide(rows: Sequence[_Row], columns: int) -> list[Sequence[_Row]]:
    """Return which rows stand in which column, as even as they can be."""
    each = -(-len(rows) // columns)
    return [rows[at : at + each] for at in range(0, len(rows), each)]


def _draw_column(
    paper: Paper,
    element: SessionBox,
    rows: Sequence[_Row],
    place: tuple[float, float, float],
    colours: tuple[str, str],
) -> None:
    """Draw rows below each other; `place` is left edge, width (mm) and size of type."""
    x, width, size = place
    colour, line_colour = colours
    day = text_width("00.00.0000", element.font, size) + _SESSION_GAP * size / POINTS
    y = element.y
    for number, row in enumerate(rows):
        if number and not row.again:
            paper.line(x, y, x + width, y, 0.3, line_colour)
        base = y + size / POINTS
        if not (number and row.again):
            paper.text(x, base, row.day, element.font, size, colour)
        paper.text(x + width, base, row.hours, element.font, size, colour, align="right")
        for text in row.topic:
            paper.text(x + day, base, text, element.font, size, colour)
            base += size * _SESSION_LEADING / POINTS
        y += _height(row, size)


Frozen = Mapping[str, bytes]
"""The pictures that facts name, by their SHA-256."""

_QUIET = 4 / 73
"""White round a code, in shares of its side: four modules of the smallest code a credential gives."""


_LOGO_GAP = 3.0
"""Millimetres between two logos."""


def draw_element(
    paper: Paper,
    element: AnyElement,
    facts: CertificateFacts,
    template: Template,
    values: Mapping[str, str],
    frozen: Frozen,
) -> None:
    """Draw one element other than the code. Raises documents.picture_missing."""
    colour = template.colour(getattr(element, "colour", ""))
    if isinstance(element, Frame):
        _draw_frame(paper, element, template)
    elif isinstance(element, Ornament):
        _draw_ornament(paper, element, colour, template.colour(element.gold))
    elif isinstance(element, Rule):
        paper.line(element.x, element.y, element.to_x, element.to_y, element.weight, colour, element.dash)
    elif isinstance(element, ImageElement):
        area = (element.x, element.y, element.width, element.height)
        paper.image(area, plain_file(template.pictures[element.file]))
    elif isinstance(element, Logos):
        _draw_logos(paper, element, facts, frozen)
    elif isinstance(element, SessionBox):
        draw_session_list(paper, element, facts, colour, template.colour(element.line_colour))
    elif isinstance(element, Signatures):
        _draw_signatures(paper, element, facts, colour, frozen)
    for run in set_element(element, facts, template, values)[1]:
        paper.text(run.x, run.y, run.text, run.font, run.size, run.colour, run.align, run.tracking)


def _draw_signatures(
    paper: Paper, element: Signatures, facts: CertificateFacts, colour: str, frozen: Frozen
) -> None:
    """Draw the lines to sign on, and scanned signatures with their feet a little below them."""
    for number, (middle, width) in enumerate(signature_places(element, len(facts.signatories))):
        left, right = middle - width / 2, middle + width / 2
        paper.line(left, element.y, right, element.y, element.weight, colour)
        name = facts.signatures[number] if number < len(facts.signatures) else ""
        if name and element.picture:
            file = signature_file(_picture(frozen, name))
            if file is not None:
                below = element.picture * 0.12
                area = (left, element.y + below - element.picture, width, element.picture)
                paper.image(area, file, (0.5, 1.0))


def _draw_logos(paper: Paper, element: Logos, facts: CertificateFacts, frozen: Frozen) -> None:
    """Draw the logos that there are: in a row or a column, whichever lets them be larger."""
    named = dict(zip(LogoOwner, facts.logos, strict=False))
    wanted = [named.get(LogoOwner(role), "") for role in element.roles]
    files = [file for name in wanted if name if (file := emblem_file(_picture(frozen, name)))]
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[element.align]
    for file, area in zip(files, _logo_places(element, [_proportion(file) for file in files]), strict=True):
        paper.image(area, file, (share, 0.5))


def _logo_places(element: Logos, proportions: Sequence[float]) -> list[Area]:
    """Return a box for each logo, given how many times as wide as high each is."""
    if not proportions:
        return []
    spare = _LOGO_GAP * (len(proportions) - 1)
    height = min(element.height, (element.width - spare) / sum(proportions))
    each = (element.height - spare) / len(proportions)
    area_in_row = sum(height * height * proportion for proportion in proportions)
    stacked = [min(each, element.width / proportion) for proportion in proportions]
    area_stacked = sum(high * high * wide for high, wide in zip(stacked, proportions, strict=True))
    if area_stacked > area_in_row:
        return [
            (element.x, element.y + number * (each + _LOGO_GAP), element.width, each)
            for number in range(len(proportions))
        ]
    total = height * sum(proportions) + spare
    x = element.x + (element.width - total) * {"left": 0.0, "centre": 0.5, "right": 1.0}[element.align]
    places: list[Area] = []
    for proportion in proportions:
        places.append((x, element.y, height * proportion, element.height))
        x += height * proportion + _LOGO_GAP
    return places


def _proportion(file: bytes) -> float:
    """Return how many times as wide as high a picture is."""
    with Image.open(io.BytesIO(file)) as opened:
        return opened.width / opened.height


def _picture(frozen: Frozen, name: str) -> bytes:
    """Return a picture that was frozen into a certificate. Raises documents.picture_missing."""
    found = frozen.get(name)
    if found is None:
        raise TrainerError("documents.picture_missing")
    return found


def _draw_frame(paper: Paper, frame: Frame, template: Template) -> None:
    """Draw a frame."""
    left, bottom = paper.place(frame.x, frame.y + frame.height)
    width, height = frame.width * POINTS, frame.height * POINTS
    colour = template.colour(frame.colour)
    if frame.style == "plain":
        paper.raw(ornaments.outline(left, bottom, width, height, frame.weight, colour))
        return
    gold, thread = template.colour(frame.gold), template.colour(frame.thread)
    paper.raw(ornaments.woven_frame(left, bottom, width, height, colour, gold, thread))


def _draw_ornament(paper: Paper, ornament: Ornament, colour: str, gold: str) -> None:
    """Draw an ornament; `size` is a radius, for the rule its whole width."""
    centre, size = paper.place(ornament.x, ornament.y), ornament.size * POINTS
    match ornament.design:
        case "rings":
            paper.raw(ornaments.rings(centre, size, colour))
        case "seal":
            paper.raw(ornaments.seal(centre, size, colour, gold))
        case "shield":
            paper.raw(ornaments.shield(centre, size, colour, gold))
        case "rule":
            paper.raw(ornaments.rule(centre, size, gold))
        case "stamp":
            paper.raw(ornaments.stamp(centre, size, colour))


def clear_behind(paper: Paper, element: QrCode) -> None:
    """Leave white behind and round a code, whatever the design has there."""
    quiet = element.size * _QUIET
    side = element.size + 2 * quiet
    paper.box(element.x - quiet, element.y - quiet, side, side, fill=WHITE)


def is_backdrop(element: AnyElement) -> bool:
    """Tell whether an element looks the same on every certificate of a design, whatever its facts."""
    limited = element.needs or element.lacks or len(element.languages) < 3 or len(element.second) < 3
    return isinstance(element, Frame | Ornament | ImageElement) and not limited
