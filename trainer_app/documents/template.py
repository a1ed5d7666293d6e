"""Templates of certificates: a folder of data, checked when it is loaded.

`template.json` holds the page, the palette and the elements (`elements.py` names their kinds and
fields); pictures lie beside it. Whatever is wrong is told by template, element and field.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

from trainer_app.documents import phrases
from trainer_app.documents.elements import (
    AnyElement,
    Date,
    Frame,
    Head,
    Image,
    Line,
    Paragraph,
    Rule,
    Signatures,
    Words,
    lines_of,
)
from trainer_app.documents.facts import DAY, PLACEHOLDERS, SIGNATORY
from trainer_app.documents.fonts import FACES
from trainer_app.domain.certificates import Facts
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.texts import Texts

FILE = "template.json"

_HEX = re.compile(r"[0-9A-F]{6}")
_PATH = re.compile(r" - at (?:`key` in )?`\$\.?(?P<path>[^`]*)`$")
_FIELD = re.compile(r"field `(?P<field>\w+)`")


@dataclass(frozen=True, eq=False)
class Template:
    """A design ready to be drawn. `width` and `height` are the page in millimetres."""

    name: str
    title: Texts
    folder: Path
    width: float
    height: float
    elements: tuple[AnyElement, ...]
    bilingual: tuple[str, ...]
    palette: dict[str, str]

    def is_bilingual(self, facts: Facts) -> bool:
        """Tell whether a certificate gets the English second text: if asked for and if there is one."""
        return facts.language in self.bilingual and bool(facts.course_title_en)

    def colour(self, name: str) -> str:
        """Return a colour "RRGGBB" by its name in the palette, or as it is."""
        return self.palette.get(name, name)

    @cached_property
    def _phrases(self) -> dict[str, phrases.Phrase]:
        """Every text of the template, read once."""
        texts = (text for element in self.elements for line in lines_of(element) for text in _texts_of(line))
        return {text: phrases.read(text) for text in texts}

    def phrase(self, line: Line, language: str) -> phrases.Phrase:
        """Return a line's text in a language."""
        return self._phrases[_text_in(line.text, language)]


def load_template(folder: Path) -> Template:
    """Read and check a template; its name is the folder's. Raises `TrainerError("template.…")`."""
    name = folder.name
    try:
        head = msgspec.json.decode((folder / FILE).read_bytes(), type=Head)
    except OSError as error:
        raise TrainerError("template.unreadable", template=name) from error
    except msgspec.DecodeError as error:
        raise _wrong(name, "", error) from error
    elements = tuple(_element(name, raw, index) for index, raw in enumerate(head.elements, start=1))
    template = Template(
        name, head.title, folder, head.page.width, head.page.height, elements, head.bilingual, head.colours
    )
    _check_names(template)
    for element in elements:
        _check(template, element)
    return template


def _text_in(words: Words, language: str) -> str:
    """Return the text for a document's language."""
    return words if isinstance(words, str) else words[language]  # type: ignore[index]


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
    field = ".".join(part for part in parts if part) or "?"
    return _refuse(template, element or "-", field, _PATH.sub("", reason))


def _refuse(template: str, element: str, field: str, reason: str) -> TrainerError:
    """Return the error that names template, element and field; the reason is for the template's author."""
    return TrainerError("template.wrong", template=template, element=element, field=field, reason=reason)


def _check_names(template: Template) -> None:
    """Every element has a name of its own."""
    seen: set[str] = set()
    for element in template.elements:
        if element.id in seen:
            raise _refuse(template.name, element.id, "id", "is used twice")
        seen.add(element.id)


def _check(template: Template, element: AnyElement) -> None:
    """Check what types alone cannot: that it stands on the page, colours, fonts, texts, files."""
    for field in _off_page(template, element):
        raise _refuse(template.name, element.id, field, "lies outside the page")
    for field in ("colour", "gold", "thread"):
        colour = template.colour(getattr(element, field, "000000"))
        if not _HEX.fullmatch(colour):
            raise _refuse(template.name, element.id, field, f"{colour!r} is no colour")
    for unknown in sorted(set(element.needs) - PLACEHOLDERS):
        raise _refuse(template.name, element.id, "needs", f"{unknown!r} is no placeholder")
    if isinstance(element, Image) and not (template.folder / element.file).is_file():
        raise _refuse(template.name, element.id, "file", f"{element.file!r} is not there")
    for line in lines_of(element):
        _check_line(template, element, line)


def _off_page(template: Template, element: AnyElement) -> list[str]:
    """Return the fields by which an element lies outside the page."""
    reach = {"x": element.x, "y": element.y}
    if isinstance(element, Rule):
        reach |= {"to_x": element.to_x, "to_y": element.to_y}
    if isinstance(element, Paragraph | Image | Frame):
        reach |= {"width": element.x + element.width, "height": element.y + element.height}
    limits = {"x": template.width, "to_x": template.width, "width": template.width}
    return [field for field, end in reach.items() if end > limits.get(field, template.height)]


def _check_line(template: Template, element: AnyElement, line: Line) -> None:
    """Check a line's font, colour, sizes, languages and placeholders."""

    def wrong(field: str, reason: str) -> TrainerError:
        return _refuse(template.name, element.id, field, reason)

    if line.font not in FACES:
        raise wrong("font", f"{line.font!r} is no font of this program")
    if not _HEX.fullmatch(template.colour(line.colour)):
        raise wrong("colour", f"{line.colour!r} is no colour")
    if line.min_size is not None and line.min_size > line.size:
        raise wrong("min_size", "is larger than size")
    if not isinstance(line.text, str):
        for language in sorted(set(element.languages) & set(line.languages) - set(line.text)):
            raise wrong("text", f"there is no text in {language!r}")
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
