"""A design that is being drawn: its parts with their boxes, what will not come out well, sample pictures."""

import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import sin

from PIL import Image, ImageDraw

from trainer_app.documents.base import fonts
from trainer_app.documents.base.paper import POINTS
from trainer_app.documents.certificates.certificate import element_warnings
from trainer_app.documents.certificates.drawing import TypeRun, applies, set_element
from trainer_app.documents.certificates.elements import (
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
    lines_of,
    values_of,
)
from trainer_app.documents.certificates.template import Template, language_key_of, text_of
from trainer_app.domain.base.changes import Label
from trainer_app.domain.certificates.certificates import CertificateFacts
from trainer_app.domain.certificates.designs import _WIDTHS, DesignPart, PartText
from trainer_app.domain.courses.courses import LogoOwner
from trainer_app.domain.papers.course_papers import Area

_GREY, _LIGHT = (120, 132, 150), (226, 231, 238)
_DESIGN_DRAFT_SIZES = {
    LogoOwner.ORGANISER: (400, 400),
    LogoOwner.DONOR: (600, 300),
    LogoOwner.PARTNER: (340, 400),
}
_STROKE = 6


@cache
def sample_logo(role: LogoOwner) -> bytes:
    """Return a quiet box of the proportions that such a logo often has, as PNG."""
    width, height = _DESIGN_DRAFT_SIZES[role]
    picture = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((4, 4, width - 5, height - 5), 40, fill=_LIGHT, outline=_GREY, width=_STROKE)
    middle, size = (width / 2, height / 2), min(width, height) / 5
    box = (middle[0] - size, middle[1] - size, middle[0] + size, middle[1] + size)
    pen.ellipse(box, outline=_GREY, width=_STROKE)
    return _png(picture)


@cache
def sample_signature() -> bytes:
    """Return a scrawl on white, as PNG."""
    picture = Image.new("L", (700, 260), 255)
    points = [(40 + 6.2 * t, 130 - 90 * sin(t / 4.5) * (1 - t / 130) - t * 0.3) for t in range(100)]
    ImageDraw.Draw(picture).line(points, fill=40, width=9, joint="curve")
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


SAFE = 5.0
"""Millimetres from the edge that many printers leave white."""
READABLE = 37.0
"""Millimetres: a smaller code is not read from every copy."""
_RULE_HEIGHT = 5.0


def parts_of(template: Template, facts: CertificateFacts) -> tuple[DesignPart, ...]:
    """Return the elements of a design in the order in which they are drawn."""
    values = values_of(facts)
    return tuple(_part(element, facts, values) for element in template.elements)


def problems(template: Template, facts: CertificateFacts) -> tuple[Label, ...]:
    """Name what will not come out well, by the element's id: texts, letters, edges, a small code."""
    found: list[Label] = []
    values = values_of(facts)
    for part, element in zip(parts_of(template, facts), template.elements, strict=True):
        if not part.shown:
            continue
        found += element_warnings(element, facts, template, values, part.id)
        if isinstance(element, QrCode) and element.size < READABLE:
            found.append(
                Label("documents.code_small", {"size": f"{element.size:g}", "least": f"{READABLE:g}"})
            )
        left, top, width, height = part.box
        outside = min(left, top, template.width - left - width, template.height - top - height)
        covers = width >= template.width - SAFE and height >= template.height - SAFE
        if outside < SAFE and not covers and not isinstance(element, Frame):
            found.append(Label("documents.near_edge", {"element": part.id, "least": f"{SAFE:g}"}))
    found += _overlaps(template, facts, values)
    if not any(isinstance(element, QrCode) and not element.hidden for element in template.elements):
        found.append(Label("documents.no_code"))
    return tuple(found)


_TOUCHING = 0.5
"""Millimetres by which picture and letters may lie over each other and still look apart."""
_SIDES = {"left": 0.0, "centre": 0.5, "right": 1.0}


def _overlaps(template: Template, facts: CertificateFacts, values: Mapping[str, str]) -> Iterator[Label]:
    """Name pictures that touch letters; one below a whole text is a background and meant."""
    shown = [element for element in template.elements if applies(element, facts, values)]
    inked = {each.id: _ink(set_element(each, facts, template, values)[1]) for each in shown}
    for picture in shown:
        if not isinstance(picture, ImageElement | Logos):
            continue
        box = (picture.x, picture.y, picture.width, picture.height)
        for name, ink in inked.items():
            touched = [area for area in ink if _is_over(box, area)]
            if touched and not all(_holds(box, area) for area in ink):
                yield Label("documents.picture_on_text", {"element": picture.id, "other": name})


def _ink(runs: Iterable[TypeRun]) -> list[Area]:
    """Return where letters stand, a rectangle for each line."""
    areas = []
    for run in runs:
        wide = (fonts.line_width(run.text, run.font, run.size) + len(run.text) * run.tracking) / POINTS
        high = run.size / POINTS
        areas.append((run.x - wide * _SIDES[run.align], run.y - high * 0.75, wide, high * 0.75))
    return areas


def _is_over(one: Area, other: Area) -> bool:
    """Tell whether two rectangles lie over each other by more than a touch."""
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across > _TOUCHING and down > _TOUCHING


def _holds(one: Area, other: Area) -> bool:
    """Tell whether a rectangle holds another."""
    return (
        one[0] <= other[0]
        and one[1] <= other[1]
        and other[0] + other[2] <= one[0] + one[2]
        and other[1] + other[3] <= one[1] + one[3]
    )


def _part(element: AnyElement, facts: CertificateFacts, values: Mapping[str, str]) -> DesignPart:
    shown = applies(element, facts, values)
    texts = tuple(
        PartText(number, language_key_of(line.text, facts), text_of(line, facts))
        for number, line in enumerate(lines_of(element))
        if shown and applies(line, facts, values)
    )
    width = next((float(getattr(element, name)) for name in _WIDTHS if hasattr(element, name)), None)
    kind = str(type(element).__struct_config__.tag)
    return DesignPart(
        element.id, kind, _box(element), element.x, element.y, width, element.hidden, shown, texts
    )


def _box(element: AnyElement) -> Area:
    """Return the rectangle that stands for an element on the page."""
    x, y = element.x, element.y
    if isinstance(element, Text | Date | SerialText):
        high = element.line.size / POINTS
        left = {"left": x, "centre": x - element.width / 2, "right": x - element.width}[element.align]
        return left, y - high * 0.8, element.width, high * (1.1 + 1.18 * (element.line.max_lines - 1))
    if isinstance(element, Paragraph | ImageElement | Logos | SessionBox | Frame):
        return x, y, element.width, element.height
    if isinstance(element, QrCode):
        return x, y, element.size, element.size
    if isinstance(element, Signatures):
        above = max(element.picture, 4.0)
        return x - element.room / 2, y - above, element.room, above + 20
    if isinstance(element, Ornament):
        if element.design == "rule":
            return x - element.size / 2, y - _RULE_HEIGHT / 2, element.size, _RULE_HEIGHT
        return x - element.size, y - element.size, 2 * element.size, 2 * element.size
    return _rule_box(element)


def _rule_box(rule: Rule) -> Area:
    left, right = sorted((rule.x, rule.to_x))
    top, bottom = sorted((rule.y, rule.to_y))
    return left - 1, top - 1, right - left + 2, bottom - top + 2
