"""What may stand in a template: the kinds of element and their fields, checked as they are read.

Positions and lengths are millimetres from the top left of the page; sizes of type, tracking and weights
of lines are points. Colours are "RRGGBB" or a name from the template's palette.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from trainer_app.domain.texts import Texts

PICTURE_NAME = r"^[A-Za-z0-9_-]{1,60}\.(png|jpg|jpeg)$"
"""How a picture of a template may be called: no folder, nothing that a file system reads in its own way."""

MOST_ELEMENTS = 200

Millimetres = Annotated[float, Meta(ge=0, le=2000)]
TypeSize = Annotated[float, Meta(ge=4, le=200)]
Weight = Annotated[float, Meta(gt=0, le=20)]
Language = Literal["tg", "ru", "en"]
Align = Literal["left", "centre", "right"]
Second = Literal["none", "en", "ru"]
Tongues = Literal["tg", "ru", "en", "tg+en", "tg+ru", "ru+en", "+en", "+ru"]
_Text = Annotated[str, Meta(max_length=2000)]
Words = _Text | dict[Tongues, _Text]
"""One text for all languages, or one for each in which the element appears.

The text of a certificate in Tajik with English below is the first there is of "tg+en", "+en" and "tg".
"""
Colour = Annotated[str, Meta(min_length=1, max_length=40)]

DOCUMENTS: tuple[tuple[Language, str], ...] = (
    ("tg", ""),
    ("tg", "en"),
    ("tg", "ru"),
    ("ru", ""),
    ("ru", "en"),
    ("en", ""),
)
"""Every language of a certificate with every second language ("" for none) that it may have."""


class Element(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", kw_only=True):
    """What every element has.

    `languages` limits it to documents in these; `second` to those with one of these second languages
    ("none": without one); `needs` to those where these placeholders are not empty, `lacks` to those where
    they are. One that is `hidden` is kept, and not drawn.
    """

    id: Annotated[str, Meta(min_length=1, max_length=60)]
    x: Millimetres
    y: Millimetres
    languages: tuple[Language, ...] = ("tg", "ru", "en")
    second: tuple[Second, ...] = ("none", "en", "ru")
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    hidden: bool = False


class Line(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text and how it is set.

    It shrinks from `size` to `min_size`, then breaks over `max_lines`. `gap` is the way down from the
    baseline before it, in a stack of lines.
    """

    text: Words
    font: str
    size: TypeSize
    colour: str
    min_size: TypeSize | None = None
    max_lines: Annotated[int, Meta(ge=1, le=6)] = 1
    tracking: Annotated[float, Meta(ge=0, le=50)] = 0.0
    upper: bool = False
    gap: Millimetres | None = None
    second: tuple[Second, ...] = ("none", "en", "ru")
    languages: tuple[Language, ...] = ("tg", "ru", "en")


class Text(Element, frozen=True, kw_only=True, tag="text"):
    """One text on a baseline at y; lines after the first go down from it."""

    width: Millimetres
    line: Line
    align: Align = "centre"


class Date(Element, frozen=True, kw_only=True, tag="date"):
    """A text about one day: `{date}` and `{date_en}` in it are the day of `day`."""

    width: Millimetres
    line: Line
    day: Literal["issued_on", "first_day", "last_day"]
    align: Align = "centre"


class Serial(Element, frozen=True, kw_only=True, tag="serial"):
    """The serial, on a baseline at y. `line.text` is normally "{serial}"."""

    width: Millimetres
    line: Line
    align: Align = "centre"


class Paragraph(Element, frozen=True, kw_only=True, tag="paragraph"):
    """Lines stacked in a box by its top left corner; lines without a text close up."""

    width: Millimetres
    height: Millimetres
    lines: Annotated[tuple[Line, ...], Meta(min_length=1)]
    align: Align = "centre"
    valign: Literal["top", "middle", "bottom"] = "middle"


class Signatures(Element, frozen=True, kw_only=True, tag="signatures"):
    """Lines to sign on at y, round x, with what stands below. `room` is the width for all of them.

    A scanned signature stands on its line, up to `picture` high; 0 leaves all of them out.
    """

    room: Millimetres
    width: Millimetres
    weight: Weight
    colour: str
    picture: Millimetres = 0.0
    lines: Annotated[tuple[Line, ...], Meta(min_length=1)]


class Image(Element, frozen=True, kw_only=True, tag="image"):
    """A PNG or JPEG of the template's folder, as large as its box allows."""

    width: Millimetres
    height: Millimetres
    file: Annotated[str, Meta(pattern=PICTURE_NAME)]


class Logos(Element, frozen=True, kw_only=True, tag="logos"):
    """The project's logos that there are, in a box: in a row or a column, whichever is larger."""

    width: Millimetres
    height: Millimetres
    roles: Annotated[tuple[Literal["organiser", "donor", "partner"], ...], Meta(min_length=1)]
    align: Align = "centre"


class SessionList(Element, frozen=True, kw_only=True, tag="sessions"):
    """The sessions that were held, with day, topic and hours, in a box by its top left corner.

    Type shrinks from `size` to `min_size`; what then is still too much stands in two or three columns. A
    design that has this element prints no back.
    """

    width: Millimetres
    height: Millimetres
    font: str
    size: TypeSize
    colour: str
    min_size: TypeSize = 5.0
    line_colour: str = "A98B4B"


class Rule(Element, frozen=True, kw_only=True, tag="line"):
    """A straight line from (x, y) to (to_x, to_y)."""

    to_x: Millimetres
    to_y: Millimetres
    weight: Weight
    colour: str
    dash: Annotated[str, Meta(pattern=r"^[\d. ]*$")] = ""


class Frame(Element, frozen=True, kw_only=True, tag="frame"):
    """A frame by its outer rectangle: a plain line, or the woven band with golden hairlines."""

    width: Millimetres
    height: Millimetres
    colour: str
    style: Literal["plain", "woven"] = "plain"
    weight: Weight = 1.0
    gold: str = "A98B4B"
    thread: str = "7C91B8"


class Ornament(Element, frozen=True, kw_only=True, tag="ornament"):
    """Something drawn round (x, y): emblem, rule, rings of the watermark, place for a stamp."""

    design: Literal["seal", "shield", "rule", "rings", "stamp"]
    size: Millimetres
    colour: str
    gold: str = "A98B4B"


class QrCode(Element, frozen=True, kw_only=True, tag="qr"):
    """The credential's code by its top left corner; 37 mm or more, so that paper copies can be read."""

    size: Annotated[float, Meta(ge=20, le=200)] = 37.0


AnyElement = (
    Text
    | Date
    | Serial
    | Paragraph
    | Signatures
    | Image
    | Logos
    | SessionList
    | Rule
    | Frame
    | Ornament
    | QrCode
)


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """Size of the page in millimetres."""

    width: Annotated[float, Meta(ge=50, le=2000)] = 297.0
    height: Annotated[float, Meta(ge=50, le=2000)] = 210.0


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """A template's file, its elements not yet read one by one. `kind` says for which certificates it is."""

    title: Texts
    elements: Annotated[list[dict[str, object]], Meta(max_length=MOST_ELEMENTS)]
    kind: Literal["completion", "attendance", "trainer"] = "completion"
    page: Page = field(default_factory=Page)
    colours: Annotated[dict[Colour, Annotated[str, Meta(pattern="^[0-9A-F]{6}$")]], Meta(max_length=40)] = (
        field(default_factory=dict)
    )


def lines_of(element: AnyElement) -> tuple[Line, ...]:
    """Return the lines of text in an element."""
    if isinstance(element, Paragraph | Signatures):
        return element.lines
    if isinstance(element, Text | Date | Serial):
        return (element.line,)
    return ()
