"""Templates of certificates: data and pictures, checked when they are loaded.

`template.json` holds the page, the palette and the elements (`elements.py` names their kinds and
fields); pictures lie beside it. Whatever is wrong is told by template, element and field.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import msgspec

from trainer_app.documents import phrases
from trainer_app.documents.elements import (
    DOCUMENTS,
    PICTURE_NAME,
    AnyElement,
    Date,
    Frame,
    Head,
    Image,
    Line,
    Logos,
    Paragraph,
    Rule,
    SessionList,
    Signatures,
    Tongues,
    Words,
    lines_of,
)
from trainer_app.documents.facts import CONDITIONS, DAY, PLACEHOLDERS, SIGNATORY
from trainer_app.documents.fonts import FACES
from trainer_app.documents.pictures import check_picture
from trainer_app.domain.certificates import Facts
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.texts import Texts

FILE = "template.json"

_HEX = re.compile(r"[0-9A-F]{6}")
_PATH = re.compile(r" - at (?:`key` in )?`\$\.?(?P<path>[^`]*)`$")
_FIELD = re.compile(r"field `(?P<field>\w+)`")
PICTURE = re.compile(PICTURE_NAME)


@dataclass(frozen=True, eq=False)
class Template:
    """A design ready to be drawn. `width` and `height` are the page in millimetres.

    `data` is the text of its template.json; `pictures` are its PNG and JPEG files by name.
    """

    name: str
    title: Texts
    kind: str
    width: float
    height: float
    elements: tuple[AnyElement, ...]
    palette: dict[str, str]
    data: bytes = field(repr=False)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @cached_property
    def lists_sessions(self) -> bool:
        """Tell whether the sessions stand on the front, so that there is no back."""
        return any(isinstance(element, SessionList) and not element.hidden for element in self.elements)

    @cached_property
    def shows_logos(self) -> bool:
        """Tell whether the project's logos have a place."""
        return any(isinstance(element, Logos) and not element.hidden for element in self.elements)

    @cached_property
    def shows_signatures(self) -> bool:
        """Tell whether scanned signatures have a place."""
        return any(
            isinstance(element, Signatures) and element.picture and not element.hidden
            for element in self.elements
        )

    def colour(self, name: str) -> str:
        """Return a colour "RRGGBB" by its name in the palette, or as it is."""
        return self.palette.get(name, name)

    @cached_property
    def _phrases(self) -> dict[str, phrases.Phrase]:
        """Every text of the template, read once."""
        texts = (text for element in self.elements for line in lines_of(element) for text in _texts_of(line))
        return {text: phrases.read(text) for text in texts}

    def phrase(self, line: Line, facts: Facts) -> phrases.Phrase:
        """Return a line's text in the languages of a certificate."""
        return self._phrases[text_of(line, facts)]


def load_template(folder: Path) -> Template:
    """Read and check a template; its name is the folder's. Raises `TrainerError("template.…")`."""
    try:
        data = (folder / FILE).read_bytes()
        pictures = {
            path.name: path.read_bytes()
            for path in sorted(folder.iterdir())
            if PICTURE.fullmatch(path.name) and path.is_file()
        }
    except OSError as error:
        raise TrainerError("template.unreadable", template=folder.name) from error
    return read_template(folder.name, data, pictures)


def read_template(name: str, data: bytes, pictures: Mapping[str, bytes]) -> Template:
    """Check a template.json with its pictures. Raises template.wrong, which names element and field."""
    try:
        head = msgspec.json.decode(data, type=Head)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _wrong(name, "", error) from error
    except RecursionError as error:
        raise _refuse(name, "-", "?", "is nested too deeply") from error
    elements = tuple(_element(name, raw, index) for index, raw in enumerate(head.elements, start=1))
    template = Template(
        name, head.title, head.kind, head.page.width, head.page.height, elements, head.colours, data, pictures
    )
    _check_names(template)
    for element in elements:
        _check(template, element)
    return template


def tongue_of(words: Words, facts: Facts) -> str:
    """Return the languages that a certificate's text is under: "tg", "tg+en", "+en"; "" if it has but one."""
    return "" if isinstance(words, str) else _tongue(words, facts.language, facts.second_language)


def text_of(line: Line, facts: Facts) -> str:
    """Return a line's text with its placeholders, in the languages of a certificate."""
    return _text_in(line.text, facts.language, facts.second_language) or ""


def _tongue(words: Mapping[Tongues, str], language: str, second: str) -> str:
    wanted = (f"{language}+{second}", f"+{second}", language) if second else (language,)
    return next((name for name in wanted if name in words), "")


def _text_in(words: Words, language: str, second: str) -> str | None:
    """Return the text for the languages of a document; None if there is none."""
    if isinstance(words, str):
        return words
    name = _tongue(words, language, second)
    return next((text for key, text in words.items() if key == name), None)


def suits(part: AnyElement | Line, language: str, second: str) -> bool:
    """Tell whether an element or line belongs on certificates in a language and a second one ("": none)."""
    return language in part.languages and (second or "none") in part.second


def _texts_of(line: Line) -> tuple[str, ...]:
    """Return a line's text in every language it has."""
    return (line.text,) if isinstance(line.text, str) else tuple(line.text.values())


def _element(template: str, raw: dict[str, object], index: int) -> AnyElement:
    """Read one element; in an error it goes by its id, or by its place when it has none."""
    try:
        return msgspec.convert(raw, type=AnyElement)  # type: ignore[no-any-return]
    except msgspec.ValidationError as error:
        raise _wrong(template, str(raw.get("id") or f"#{index}"), error) from error


def _wrong(template: str, element: str, error: Exception) -> TrainerError:
    """Turn a complaint of msgspec into ours: its path and the field it names tell where."""
    reason = str(error)
    path, named = _PATH.search(reason), _FIELD.search(reason)
    parts = [path["path"] if path else "", named["field"] if named else ""]
    name = ".".join(part for part in parts if part) or "?"
    return _refuse(template, element or "-", name, _PATH.sub("", reason))


def _refuse(template: str, element: str, name: str, reason: str) -> TrainerError:
    """Return the error that names template, element and field; the reason is for the template's author."""
    return TrainerError("template.wrong", template=template, element=element, field=name, reason=reason)


def _check_names(template: Template) -> None:
    """Every element has a name of its own."""
    seen: set[str] = set()
    for element in template.elements:
        if element.id in seen:
            raise _refuse(template.name, element.id, "id", "is used twice")
        seen.add(element.id)


def _check(template: Template, element: AnyElement) -> None:
    """Check what types alone cannot: that it stands on the page, colours, fonts, texts, files."""
    for name in _off_page(template, element):
        raise _refuse(template.name, element.id, name, "lies outside the page")
    for name in ("colour", "gold", "thread", "line_colour"):
        colour = template.colour(getattr(element, name, "000000"))
        if not _HEX.fullmatch(colour):
            raise _refuse(template.name, element.id, name, f"{colour!r} is no colour")
    for name in ("needs", "lacks"):
        for unknown in sorted(set(getattr(element, name)) - PLACEHOLDERS - CONDITIONS.keys()):
            raise _refuse(template.name, element.id, name, f"{unknown!r} is no placeholder")
    if isinstance(element, Image) and element.file not in template.pictures:
        raise _refuse(template.name, element.id, "file", f"{element.file!r} is not there")
    if isinstance(element, Image) and (trouble := check_picture(template.pictures[element.file])):
        raise _refuse(template.name, element.id, "file", f"{element.file!r} {trouble}")
    if isinstance(element, SessionList) and element.font not in FACES:
        raise _refuse(template.name, element.id, "font", f"{element.font!r} is no font of this program")
    for line in lines_of(element):
        _check_line(template, element, line)


def _off_page(template: Template, element: AnyElement) -> list[str]:
    """Return the fields by which an element lies outside the page."""
    reach = {"x": element.x, "y": element.y}
    if isinstance(element, Rule):
        reach |= {"to_x": element.to_x, "to_y": element.to_y}
    if isinstance(element, Paragraph | Image | Logos | SessionList | Frame):
        reach |= {"width": element.x + element.width, "height": element.y + element.height}
    limits = {"x": template.width, "to_x": template.width, "width": template.width}
    return [name for name, end in reach.items() if end > limits.get(name, template.height)]


def _check_line(template: Template, element: AnyElement, line: Line) -> None:
    """Check a line's font, colour, sizes, languages and placeholders."""

    def wrong(name: str, reason: str) -> TrainerError:
        return _refuse(template.name, element.id, name, reason)

    if line.font not in FACES:
        raise wrong("font", f"{line.font!r} is no font of this program")
    if not _HEX.fullmatch(template.colour(line.colour)):
        raise wrong("colour", f"{line.colour!r} is no colour")
    if line.min_size is not None and line.min_size > line.size:
        raise wrong("min_size", "is larger than size")
    if not isinstance(line.text, str):
        for language, second in DOCUMENTS:
            shown = all(suits(part, language, second) for part in (element, line))
            if shown and _text_in(line.text, language, second) is None:
                raise wrong("text", f"there is no text in {language!r}" + f" with {second!r}" * bool(second))
    allowed = PLACEHOLDERS
    allowed |= SIGNATORY if isinstance(element, Signatures) else frozenset()
    allowed |= DAY if isinstance(element, Date) else frozenset()
    for text in _texts_of(line):
        try:
            names = phrases.read(text).names
        except phrases.PhraseError as error:
            raise wrong("text", str(error)) from error
        for unknown in sorted(names - allowed):
            raise wrong("text", f"{unknown!r} is no placeholder")
