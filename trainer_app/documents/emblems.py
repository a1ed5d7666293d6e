"""The organisations behind a course at the head of its papers: their emblems, or their names.

Emblems keep their colours, which donors ask for; a printer without colours makes greys of them. What is
transparent becomes white, and nothing is kept finer than a printer shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from trainer_app.documents import fonts
from trainer_app.documents.paper import Paper, text_width
from trainer_app.documents.pictures import open_emblem
from trainer_app.documents.stacking import Box, Piece, stack
from trainer_app.documents.wording import word
from trainer_app.domain.changes import Label
from trainer_app.domain.courses import Logo
from trainer_app.domain.paper_languages import Tongue
from trainer_app.domain.papers import Emblem
from trainer_app.domain.texts import Texts

_PALE = 170
"""Lighter than this, out of 255, nothing of an emblem is seen on a copy without colours."""

_GAP = 6.0
_NAME = 8.0


@dataclass(frozen=True)
class Shown:
    """An organisation as it will stand on paper: by its picture, or by its name."""

    role: Logo
    name: Texts
    picture: Image.Image | None = None


def open_emblems(emblems: Sequence[Emblem]) -> tuple[Shown, ...]:
    """Open the pictures; whoever has none that can be read is shown by name, and without one not at all."""
    found = (Shown(each.role, each.name, open_emblem(each.picture)) for each in emblems)
    return tuple(each for each in found if each.picture or each.name != Texts())


def emblem_warnings(emblems: Sequence[Emblem]) -> list[Label]:
    """Return which pictures cannot be read, hence are left out, and which are too pale for copies."""
    found = []
    for each in emblems:
        picture = open_emblem(each.picture)
        who = {"who": Label(f"paper.emblem.{each.role.value}")}
        if picture is not None and _is_pale(picture):
            found.append(Label("paper.emblem_pale", who))
        elif each.picture and picture is None:
            found.append(Label("paper.emblem_unreadable", who))
    return found


def has_pictures(shown: Sequence[Shown]) -> bool:
    """Tell whether there is any picture to draw."""
    return any(each.picture for each in shown)


def draw_emblems(
    paper: Paper,
    shown: Sequence[Shown],
    tongue: Tongue,
    box: Box,
    size: float = _NAME,
    *,
    spread: bool = True,
) -> None:
    """Draw emblems and names in a row over a box; `size` is that of names, in points.

    `spread`: the first stands at its left edge, the last at its right one; else close up from the left.
    """
    if not shown:
        return
    room = (box.width - _GAP * (len(shown) - 1)) / len(shown)
    left = box.x
    for place, each in enumerate(shown):
        share = place / (len(shown) - 1) if spread and len(shown) > 1 else 0.0
        slot = Box(left, box.y, room, box.height, _align(share), 0.5)
        if each.picture is None:
            used = _draw_name(paper, each.name, tongue, slot, size)
        else:
            used = _draw_picture(paper, each.picture, slot, share)
        left += (room if spread else used) + _GAP


def name_line(shown: Sequence[Shown], language: str) -> str:
    """Return the names in one line, each with what it is: "Donor: …"."""
    return "   ·   ".join(
        f"{word(f'emblem.{each.role.value}', language)}: {each.name.best(language)}" for each in shown
    )


def _align(share: float) -> str:
    if share in (0.0, 1.0):
        return "right" if share else "left"
    return "centre"


def _draw_picture(paper: Paper, picture: Image.Image, slot: Box, share: float) -> float:
    """Draw a picture, as large as its place allows, and return its width."""
    scale = min(slot.width / picture.width, slot.height / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    left, top = slot.x + (slot.width - wide) * share, slot.y + (slot.height - high) / 2
    paper.bitmap(left, top, wide, high, picture)
    return wide


def _draw_name(paper: Paper, name: Texts, tongue: Tongue, slot: Box, size: float) -> float:
    """Draw a name on up to three lines, its second language below, and return how wide it may be."""
    pieces = [
        Piece(tongue.first(name), fonts.SANS_SEMIBOLD, size, size * 0.85, 3),
        Piece(tongue.below(name), fonts.SANS, size * 0.85, size * 0.7, 1, 0.6),
    ]
    stack(paper, slot, pieces)
    return max(min(text_width(piece.text, piece.font, piece.size), slot.width) for piece in pieces)


def _is_pale(picture: Image.Image) -> bool:
    """Tell whether even the darkest part of a picture is hardly seen without colours."""
    darkest, _ = picture.convert("L").getextrema()
    return isinstance(darkest, int | float) and darkest > _PALE
