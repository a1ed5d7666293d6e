"""Drawing the elements of a template onto paper."""

import io
from collections.abc import Mapping, Sequence

from PIL import Image as Pictures

from trainer_app.documents import ornaments
from trainer_app.documents.elements import (
    AnyElement,
    Frame,
    Image,
    Logos,
    Ornament,
    QrCode,
    Rule,
    SessionList,
    Signatures,
)
from trainer_app.documents.paper import POINTS, WHITE, Area, Paper
from trainer_app.documents.pictures import emblem_file, plain_file, signature_file
from trainer_app.documents.placing import set_element, signature_places
from trainer_app.documents.session_list import draw_session_list
from trainer_app.documents.template import Template
from trainer_app.domain.certificates import Facts
from trainer_app.domain.courses import Logo
from trainer_app.domain.errors import TrainerError

Frozen = Mapping[str, bytes]
"""The pictures that facts name, by their SHA-256."""

_QUIET = 4 / 73
"""White round a code, in shares of its side: four modules of the smallest code a credential gives."""


_LOGO_GAP = 3.0
"""Millimetres between two logos."""


def draw_element(
    paper: Paper,
    element: AnyElement,
    facts: Facts,
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
    elif isinstance(element, Image):
        area = (element.x, element.y, element.width, element.height)
        paper.image(area, plain_file(template.pictures[element.file]))
    elif isinstance(element, Logos):
        _draw_logos(paper, element, facts, frozen)
    elif isinstance(element, SessionList):
        draw_session_list(paper, element, facts, colour, template.colour(element.line_colour))
    elif isinstance(element, Signatures):
        _draw_signatures(paper, element, facts, colour, frozen)
    for run in set_element(element, facts, template, values)[1]:
        paper.text(run.x, run.y, run.text, run.font, run.size, run.colour, run.align, run.tracking)


def _draw_signatures(paper: Paper, element: Signatures, facts: Facts, colour: str, frozen: Frozen) -> None:
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


def _draw_logos(paper: Paper, element: Logos, facts: Facts, frozen: Frozen) -> None:
    """Draw the logos that there are: in a row or a column, whichever lets them be larger."""
    named = dict(zip(Logo, facts.logos, strict=False))
    wanted = [named.get(Logo(role), "") for role in element.roles]
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
    with Pictures.open(io.BytesIO(file)) as opened:
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
    return isinstance(element, Frame | Ornament | Image) and not limited
