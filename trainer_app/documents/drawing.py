"""Drawing the elements of a template onto paper."""

from collections.abc import Mapping

from trainer_app.documents import ornaments
from trainer_app.documents.elements import AnyElement, Frame, Image, Ornament, QrCode, Rule, Signatures
from trainer_app.documents.paper import POINTS, WHITE, Paper
from trainer_app.documents.placing import set_element, signature_places
from trainer_app.documents.template import Template
from trainer_app.domain.certificates import Facts

_QUIET = 4 / 73
"""White round a code, in shares of its side: four modules of the smallest code a credential gives."""


def draw_element(
    paper: Paper, element: AnyElement, facts: Facts, template: Template, values: Mapping[str, str]
) -> None:
    """Draw one element other than the code."""
    colour = template.colour(getattr(element, "colour", ""))
    if isinstance(element, Frame):
        _draw_frame(paper, element, template)
    elif isinstance(element, Ornament):
        _draw_ornament(paper, element, colour, template.colour(element.gold))
    elif isinstance(element, Rule):
        paper.line(element.x, element.y, element.to_x, element.to_y, element.weight, colour, element.dash)
    elif isinstance(element, Image):
        path = template.folder / element.file
        paper.image(element.x, element.y, element.width, element.height, path)
    elif isinstance(element, Signatures):
        for middle, width in signature_places(element, len(facts.signatories)):
            left, right = middle - width / 2, middle + width / 2
            paper.line(left, element.y, right, element.y, element.weight, colour)
    for run in set_element(element, facts, template, values)[1]:
        paper.text(run.x, run.y, run.text, run.font, run.size, run.colour, run.align, run.tracking)


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
    limited = element.bilingual is not None or element.needs or len(element.languages) < 3
    return isinstance(element, Frame | Ornament | Image) and not limited
