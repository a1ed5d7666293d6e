"""What may stand in a template: the kinds of element and their fields, checked as they are read.

Positions and lengths are millimetres from the top left of the page; sizes of type, tracking and weights of
lines are points. Colours are "RRGGBB" or a name from the template's palette.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import zip_longest
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from trainer_app.documents.base.wording import format_day, format_days, training_hours, with_article
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import LANGUAGES, Texts, inside_quotes
from trainer_app.domain.certificates.certificates import CertificateFacts, Signatory
from trainer_app.domain.courses.courses import LogoOwner

PICTURE_NAME = r"^[A-Za-z0-9_-]{1,60}\.(png|jpg|jpeg)$"
"""How a picture of a template may be called: no folder, nothing that a file system reads in its own way."""

MOST_ELEMENTS = 200

Millimetres = Annotated[float, Meta(ge=0, le=2000)]
TypeSize = Annotated[float, Meta(ge=4, le=200)]
Weight = Annotated[float, Meta(gt=0, le=20)]
Align = Literal["left", "centre", "right"]
_BELOW = tuple(dict.fromkeys(second for language in LANGUAGES.values() for second in language.below))
_PAIRS = tuple(f"{code}+{second}" for code, language in LANGUAGES.items() for second in language.below)


def _one_of(*codes: str) -> str:
    return f"^({'|'.join(map(re.escape, codes))})$"


Language = Annotated[str, Meta(pattern=_one_of(*LANGUAGES))]
Second = Annotated[str, Meta(pattern=_one_of("none", *_BELOW))]
LanguageKey = Annotated[str, Meta(pattern=_one_of(*LANGUAGES, *_PAIRS, *(f"+{second}" for second in _BELOW)))]
_Text = Annotated[str, Meta(max_length=2000)]
Words = _Text | dict[LanguageKey, _Text]
"""One text for all languages, or one for each in which the element appears.

The text of a certificate in Tajik with English below is the first there is of "tg+en", "+en" and "tg".
"""
Colour = Annotated[str, Meta(min_length=1, max_length=40)]

DOCUMENTS: tuple[tuple[str, str], ...] = tuple(
    (code, second) for code, language in LANGUAGES.items() for second in ("", *language.below)
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
    languages: tuple[Language, ...] = tuple(LANGUAGES)
    second: tuple[Second, ...] = ("none", *_BELOW)
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    hidden: bool = False


class TextLine(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
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
    second: tuple[Second, ...] = ("none", *_BELOW)
    languages: tuple[Language, ...] = tuple(LANGUAGES)


class Text(Element, frozen=True, kw_only=True, tag="text"):
    """One text on a baseline at y; lines after the first go down from it."""

    width: Millimetres
    line: TextLine
    align: Align = "centre"


class Date(Element, frozen=True, kw_only=True, tag="date"):
    """A text about one day: `{date}` and `{date_en}` in it are the day of `day`."""

    width: Millimetres
    line: TextLine
    day: Literal["issued_on", "first_day", "last_day"]
    align: Align = "centre"


class SerialText(Element, frozen=True, kw_only=True, tag="serial"):
    """The serial, on a baseline at y. `line.text` is normally "{serial}"."""

    width: Millimetres
    line: TextLine
    align: Align = "centre"


class Paragraph(Element, frozen=True, kw_only=True, tag="paragraph"):
    """Lines stacked in a box by its top left corner; lines without a text close up."""

    width: Millimetres
    height: Millimetres
    lines: Annotated[tuple[TextLine, ...], Meta(min_length=1)]
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
    lines: Annotated[tuple[TextLine, ...], Meta(min_length=1)]


class ImageElement(Element, frozen=True, kw_only=True, tag="image"):
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


class SessionBox(Element, frozen=True, kw_only=True, tag="sessions"):
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
    | SerialText
    | Paragraph
    | Signatures
    | ImageElement
    | Logos
    | SessionBox
    | Rule
    | Frame
    | Ornament
    | QrCode
)


class TemplatePage(Struct, frozen=True, forbid_unknown_fields=True):
    """Size of the page in millimetres."""

    width: Annotated[float, Meta(ge=50, le=2000)] = 297.0
    height: Annotated[float, Meta(ge=50, le=2000)] = 210.0


class TemplateHead(Struct, frozen=True, forbid_unknown_fields=True):
    """A template's file, its elements not yet read one by one. `kind` says for which certificates it is."""

    title: Texts
    elements: Annotated[list[dict[str, object]], Meta(max_length=MOST_ELEMENTS)]
    kind: Literal["completion", "attendance", "trainer"] = "completion"
    page: TemplatePage = field(default_factory=TemplatePage)
    colours: Annotated[dict[Colour, Annotated[str, Meta(pattern="^[0-9A-F]{6}$")]], Meta(max_length=40)] = (
        field(default_factory=dict)
    )


def lines_of(element: AnyElement) -> tuple[TextLine, ...]:
    """Return the lines of text in an element."""
    if isinstance(element, Paragraph | Signatures):
        return element.lines
    if isinstance(element, Text | Date | SerialText):
        return (element.line,)
    return ()


_TOKEN = regex(r"\{([a-z_]*)\}|\{([^\[\]{}]*\|[^\[\]{}]*)\}|([\[\]{}])|([^\[\]{}]+)")
GENDERS = ("m", "f", "")
"""In the order of the forms of a word that differs by them: `{принял|приняла|в числе участников}`."""


class PhraseError(ValueError):
    """A text that cannot be read; the message is for whoever writes templates."""


class _Forms(Struct, frozen=True):
    """A word of a certificate for a man, for a woman, and neutral."""

    words: tuple[str, str, str]

    def fill(self, gender: str) -> str:
        """Return the form for a gender; the neutral one for any that this version does not know."""
        return self.words[GENDERS.index(gender) if gender in GENDERS else -1]


class _Piece(Struct, frozen=True):
    """A run of literals, placeholders (with True) and words by gender that stands or falls as one."""

    parts: tuple[tuple[str | _Forms, bool], ...]

    def fill(self, values: Mapping[str, str]) -> str | None:
        """Return the text, or None when a placeholder is empty."""
        filled: list[str] = []
        for part, named in self.parts:
            text = self._text(part, values, named=named)
            filled.append(inside_quotes(text, filled[-1][-1:]) if named and filled else text)
        empty = any(named and not text for text, (_, named) in zip(filled, self.parts, strict=True))
        return None if empty else "".join(filled)

    @staticmethod
    def _text(part: str | _Forms, values: Mapping[str, str], *, named: bool) -> str:
        if isinstance(part, _Forms):
            return part.fill(values.get("gender", ""))
        return values[part] if named else part


class Phrase(Struct, frozen=True):
    """A text read once. `names` are its placeholders, with "gender" where words of it differ by that."""

    pieces: tuple[tuple[_Piece, bool], ...]
    names: frozenset[str]

    @property
    def placeholders(self) -> frozenset[str]:
        """What is filled in as a text."""
        return self.names - {"gender"} if self.by_gender else self.names

    @property
    def by_gender(self) -> bool:
        """Tell whether words differ by the gender of whom the certificate is for."""
        return any(isinstance(part, _Forms) for piece, _ in self.pieces for part, _ in piece.parts)

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the text for some values, "" when a placeholder that it cannot do without is empty."""
        texts: list[str] = []
        for piece, optional in self.pieces:
            text = piece.fill(values)
            if text is None and not optional:
                return ""
            texts.append(text or "")
        return "".join(texts).strip()


# A design is read each time something is drawn with it, and its texts stand there for many languages.
@lru_cache(512)
def read_phrase(text: str) -> Phrase:
    """Read a text. Raises `PhraseError` for brackets that do not match, and for other than three forms."""
    pieces: list[tuple[_Piece, bool]] = []
    parts: list[tuple[str | _Forms, bool]] = []
    names: set[str] = set()
    inside = False
    for match in _TOKEN.finditer(text):
        name, forms, sign, literal = match.groups()
        if name:
            names.add(name)
            parts.append((name, True))
        elif forms:
            names.add("gender")
            parts.append((_forms_of(forms), False))
        elif literal:
            parts.append((literal, False))
        elif sign in ("[", "]") and (sign == "]") == inside:
            pieces.append((_Piece(tuple(parts)), inside))
            parts, inside = [], not inside
        else:
            raise PhraseError(f"a bracket does not match in {text!r}")
    if inside:
        raise PhraseError(f"a bracket is not closed in {text!r}")
    pieces.append((_Piece(tuple(parts)), False))
    return Phrase(tuple(piece for piece in pieces if piece[0].parts), frozenset(names))


def _forms_of(text: str) -> _Forms:
    words = [each.strip() for each in text.split("|")]
    if len(words) != len(GENDERS):
        raise PhraseError(f"{text!r} is not three forms: for a man, for a woman, and neutral")
    return _Forms((words[0], words[1], words[2]))


_OWN = frozenset(CertificateFacts.__struct_fields__) - {
    "kind",
    "language",
    "signatories",
    "sessions",
    "second",
    "design",
    "logos",
    "signatures",
    "gender",
}

_TWICE = ("course_title", "town", "organiser", "partner", "rank", "days", "hours", "partner_the")
"""What stands on a certificate in its second language too."""

DERIVED: Mapping[str, tuple[str, ...]] = {
    "days": ("first_day", "last_day"),
    "days_en": ("first_day", "last_day"),
    "hours": ("hours",),
    "hours_en": ("hours",),
    "latin": ("latin", "name"),
    "partner_the": ("partner",),
    "partner_en_the": ("partner_en",),
    "days_ru": ("first_day", "last_day"),
    "hours_ru": ("hours",),
    "course_title_second": ("course_title_en", "course_title_ru"),
    "town_second": ("town_en", "town_ru"),
    "organiser_second": ("organiser_en", "organiser_ru"),
    "partner_second": ("partner_en", "partner_ru"),
    "rank_second": ("rank_en", "rank_ru"),
    "days_second": ("first_day", "last_day"),
    "hours_second": ("hours",),
    "partner_the_second": ("partner_en", "partner_ru"),
}
"""Placeholders that are not simply a field's text, and the fields they are made from."""

CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "logos": ("logos",),
    **{f"logo_{role.value}": ("logos",) for role in LogoOwner},
    "sessions": ("sessions",),
}
"""What an element may need or lack beside placeholders, and the fields that decide it."""

SIGNATORY = frozenset(
    {"signatory", "signatory_title", "signatory_title_en", "signatory_title_ru", "signatory_title_second"}
)
"""Placeholders inside a block of signatures."""

DAY = frozenset({"date", "date_en", "date_ru", "date_second"})
"""Placeholders inside a date."""

PLACEHOLDERS = _OWN | frozenset(DERIVED)
"""Placeholders that may stand anywhere."""


def values_of(facts: CertificateFacts) -> dict[str, str]:
    """Return every placeholder's text; days and hours in words, in each language that the paper may have.

    Those that end in `_second` are in the second language of this certificate, "" without one. `latin` is
    empty where it only repeats the name. Conditions are "" or a word that says they hold.
    """
    values = {name: getattr(facts, name) for name in _OWN if name != "hours"}
    language = facts.language
    values["gender"] = facts.gender
    values["days"] = _days(facts.first_day, facts.last_day, language)
    values["hours"] = training_hours(facts.hours, language)
    for other in ("en", "ru"):
        values[f"days_{other}"] = _days(facts.first_day, facts.last_day, other)
        values[f"hours_{other}"] = training_hours(facts.hours, other)
    values["partner_the"] = with_article(facts.partner)
    values["partner_en_the"] = with_article(facts.partner_en)
    second = facts.second_language
    for name in _TWICE:
        values[f"{name}_second"] = _second(values, name, second)
    values["logos"] = "".join(facts.logos)[:1]
    for role, logo in zip_longest(LogoOwner, facts.logos[: len(LogoOwner)], fillvalue=""):
        values[f"logo_{role}"] = logo
    values["sessions"] = "sessions" if facts.sessions else ""
    if facts.latin == facts.name:
        values["latin"] = ""
    return values


def signatory_values(signatory: Signatory, second: str) -> dict[str, str]:
    """Return the placeholders of one signatory."""
    values = {
        "signatory": signatory.name,
        "signatory_title": signatory.title,
        "signatory_title_en": signatory.title_en,
        "signatory_title_ru": signatory.title_ru,
    }
    return {**values, "signatory_title_second": values[f"signatory_title_{second}"] if second else ""}


def day_values(day: str, language: str, second: str) -> dict[str, str]:
    """Return the placeholders of one ISO date; empty for no date."""
    return {
        "date": _days(day, day, language),
        "date_en": _days(day, day, "en"),
        "date_ru": _days(day, day, "ru"),
        "date_second": _days(day, day, second) if second else "",
    }


def _second(values: Mapping[str, str], name: str, second: str) -> str:
    """Return a placeholder's text in the second language."""
    if not second:
        return ""
    if name == "partner_the":
        return values["partner_en_the"] if second == "en" else values[f"partner_{second}"]
    return values[f"{name}_{second}"]


@lru_cache(maxsize=256)
def _days(first: str, last: str, language: str) -> str:
    if not first:
        return ""
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return format_day(start, language) if start == end else format_days(start, end, language)
