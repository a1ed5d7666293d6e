"""Editing a design of certificates as plain data: moving, writing and colouring its parts.

A draft holds the template's JSON as it is; nothing here draws, so that the editor can be tested without a
PDF.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct

from trainer_app.domain.base.structs import replace
from trainer_app.domain.papers.course_papers import Area

_WIDTHS = ("room", "width", "size")
_STEP_PLACES = 2


class DesignDraft(Struct, frozen=True):
    """A design that is being edited. `data` is its template.json, `pictures` its PNG and JPEG files."""

    name: str
    data: bytes
    pictures: Mapping[str, bytes]


class PartText(Struct, frozen=True):
    """A text of a part as it is for one certificate: which line, and in which language it is written."""

    line: int
    tongue: str
    text: str


class DesignPart(Struct, frozen=True):
    """An element as an editor shows it. `shown`: this certificate has it. Lengths in millimetres.

    `width` is None where it has none; `texts` are those that this certificate shows.
    """

    id: str
    kind: str
    box: Area
    x: float
    y: float
    width: float | None
    hidden: bool
    shown: bool
    texts: tuple[PartText, ...] = ()


def part_at(parts: tuple[DesignPart, ...], x: float, y: float) -> str:
    """Return the id of the smallest part that is shown at a place; "" for none."""
    found = [
        part
        for part in parts
        if part.shown
        and part.box[0] <= x <= part.box[0] + part.box[2]
        and part.box[1] <= y <= part.box[1] + part.box[3]
    ]
    return min(found, key=lambda part: part.box[2] * part.box[3]).id if found else ""


def move(draft: DesignDraft, part: str, right: float, down: float) -> DesignDraft:
    """Move an element by millimetres, never over the left or upper edge."""
    raw, element = _open(draft, part)
    right, down = max(right, -_least(element, "x")), max(down, -_least(element, "y"))
    for name, by in (("x", right), ("to_x", right), ("y", down), ("to_y", down)):
        if name in element:
            element[name] = round(element[name] + by, _STEP_PLACES)
    return _close(draft, raw)


def place(
    draft: DesignDraft, part: str, x: float | None = None, y: float | None = None, width: float | None = None
) -> DesignDraft:
    """Put an element somewhere, or make it wider; None leaves as it is."""
    _, element = _open(draft, part)
    right = 0.0 if x is None else x - element["x"]
    down = 0.0 if y is None else y - element["y"]
    moved = move(draft, part, right, down)
    raw, element = _open(moved, part)
    if width is not None:
        name = next((name for name in _WIDTHS if name in element), "size")
        element[name] = round(width, _STEP_PLACES)
    return _close(moved, raw)


def show(draft: DesignDraft, part: str, *, shown: bool) -> DesignDraft:
    """Let an element appear, or keep it out of sight."""
    raw, element = _open(draft, part)
    element.pop("hidden", None)
    if not shown:
        element["hidden"] = True
    return _close(draft, raw)


def write(draft: DesignDraft, part: str, text: PartText) -> DesignDraft:
    """Put a text into one line of an element, in the language that it is written in."""
    raw, element = _open(draft, part)
    line = element["lines"][text.line] if "lines" in element else element["line"]
    if isinstance(line["text"], dict) and text.tongue:
        line["text"][text.tongue] = text.text
    else:
        line["text"] = text.text
    return _close(draft, raw)


def palette(draft: DesignDraft) -> Mapping[str, str]:
    """Return the colours of a design by name, "RRGGBB"."""
    return dict(msgspec.json.decode(draft.data).get("colours", {}))


def paint(draft: DesignDraft, name: str, colour: str) -> DesignDraft:
    """Change a colour of the palette."""
    raw = msgspec.json.decode(draft.data)
    raw.setdefault("colours", {})[name] = colour.upper()
    return _close(draft, raw)


def add_picture(draft: DesignDraft, content: bytes, ending: str) -> tuple[DesignDraft, str]:
    """Put a picture onto the page, behind all texts; return its id too. `ending` is png or jpg."""
    raw = msgspec.json.decode(draft.data)
    taken = {element["id"] for element in raw["elements"]}
    number = next(number for number in range(1, len(taken) + 2) if f"picture-{number}" not in taken)
    file = f"{sha256(content).hexdigest()[:16]}.{ending}"
    page = {"width": 297, "height": 210, **raw.get("page", {})}
    element = {
        "id": f"picture-{number}",
        "kind": "image",
        "x": page["width"] / 2 - 20,
        "y": page["height"] / 2 - 20,
        "width": 40,
        "height": 40,
        "file": file,
    }
    texts = ("text", "paragraph", "date", "serial", "signatures", "qr")
    first = next((at for at, each in enumerate(raw["elements"]) if each["kind"] in texts), 0)
    raw["elements"].insert(first, element)
    grown = replace(draft, pictures={**draft.pictures, file: content})
    return _close(grown, raw), f"picture-{number}"


def remove(draft: DesignDraft, part: str) -> DesignDraft:
    """Take an element away for good."""
    raw, element = _open(draft, part)
    raw["elements"].remove(element)
    return _close(draft, raw)


def _least(element: Mapping[str, Any], axis: str) -> float:
    return min(float(element[name]) for name in (axis, f"to_{axis}") if name in element)


def _open(draft: DesignDraft, part: str) -> tuple[dict[str, Any], dict[str, Any]]:
    raw = msgspec.json.decode(draft.data)
    return raw, next(element for element in raw["elements"] if element["id"] == part)


def _close(draft: DesignDraft, raw: Mapping[str, Any]) -> DesignDraft:
    return replace(draft, data=msgspec.json.format(msgspec.json.encode(raw), indent=2) + b"\n")


DESIGN_ENDING = ".tcert"
