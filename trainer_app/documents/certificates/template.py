"""Templates of certificates: data and pictures, checked when they are loaded, also from a single file.

`template.json` holds the page, the palette and the elements (`elements.py` names their kinds and fields);
pictures lie beside it. Whatever is wrong is told by template, element and field.

As one file it is a ZIP of template.json and the pictures it shows. Files come from anybody, so they are read
in memory, within limits, and only under plain names; whatever else lies in one is refused. Written, the
same template gives the same bytes.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer_app.documents.base import fonts
from trainer_app.documents.base.fonts import FACES
from trainer_app.documents.base.graphics import check_picture
from trainer_app.documents.certificates import elements
from trainer_app.documents.certificates.elements import (
    CONDITIONS,
    DAY,
    DOCUMENTS,
    PICTURE_NAME,
    PLACEHOLDERS,
    SIGNATORY,
    AnyElement,
    Date,
    Frame,
    ImageElement,
    LanguageKey,
    Logos,
    Paragraph,
    Phrase,
    PhraseError,
    Rule,
    SessionBox,
    Signatures,
    TemplateHead,
    TextLine,
    Words,
    lines_of,
)
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import ALWAYS_LISTED, LANGUAGES, Texts
from trainer_app.domain.certificates.certificates import CertificateFacts

FILE = "template.json"

_HEX = regex(r"[0-9A-F]{6}")
_PATH = regex(r" - at (?:`key` in )?`\$\.?(?P<path>[^`]*)`$")
_FIELD = regex(r"field `(?P<field>\w+)`")
PICTURE = regex(PICTURE_NAME)
_RANKS = frozenset(("rank", "rank_en", "rank_ru", "rank_second"))


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
        return any(isinstance(element, SessionBox) and not element.hidden for element in self.elements)

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

    @cached_property
    def spoken(self) -> set[str]:
        """The languages that every text must be there in: those of old, and any that one of them is in."""
        texts = [line.text for element in self.elements for line in lines_of(element)]
        keys = {key for text in texts if not isinstance(text, str) for key in text}
        return {*list(LANGUAGES)[:ALWAYS_LISTED], *(key.partition("+")[0] for key in keys)}

    def words_by_gender(self, language: str, second: str) -> bool:
        """Tell whether words in these languages differ by whom a certificate is for."""
        return any(phrase.by_gender for phrase in self._phrases_in(language, second))

    def prints_rank(self, language: str, second: str) -> bool:
        """Tell whether the rank of whom a certificate is for has a place in these languages."""
        return any(not _RANKS.isdisjoint(each.placeholders) for each in self._phrases_in(language, second))

    def prints_latin(self, language: str, second: str) -> bool:
        """Tell whether the name in Latin letters has a place, and one of these languages has such letters."""
        if not any(LANGUAGES[each].latin for each in (language, second) if each):
            return False
        return any("latin" in each.placeholders for each in self._phrases_in(language, second))

    def _phrases_in(self, language: str, second: str) -> list[Phrase]:
        """Return every text that is shown in these languages, looked for once: each certificate asks."""
        if (language, second) not in self._shown:
            self._shown[language, second] = self._look_for_phrases(language, second)
        return self._shown[language, second]

    def _look_for_phrases(self, language: str, second: str) -> list[Phrase]:
        lines = (
            line
            for element in self.elements
            if not element.hidden and suits(element, language, second)
            for line in lines_of(element)
            if suits(line, language, second)
        )
        texts = (_text_in(line.text, language, second) or "" for line in lines)
        return [self._phrases[text] for text in texts]

    def colour(self, name: str) -> str:
        """Return a colour "RRGGBB" by its name in the palette, or as it is."""
        return self.palette.get(name, name)

    @cached_property
    def _shown(self) -> dict[tuple[str, str], list[Phrase]]:
        """What was found of `_phrases_in`."""
        return {}

    @cached_property
    def _phrases(self) -> dict[str, Phrase]:
        """Every text of the template, read once."""
        texts = (text for element in self.elements for line in lines_of(element) for text in _texts_of(line))
        return {text: elements.read_phrase(text) for text in ("", *texts)}

    def phrase(self, line: TextLine, facts: CertificateFacts) -> Phrase:
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
    """Check a template.json with its pictures. Raises template.wrong, which names element and field.

    Read once as long as it is the same: the proof list asks for its designs at each name that is checked.
    """
    return _checked(name, data, tuple(pictures.items()))


@lru_cache(maxsize=8)
def _checked(name: str, data: bytes, pictures: tuple[tuple[str, bytes], ...]) -> Template:
    try:
        head = msgspec.json.decode(data, type=TemplateHead, dec_hook=_read_value)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _wrong(name, "", error) from error
    except RecursionError as error:
        raise _refuse(name, "-", "?", "is nested too deeply") from error
    elements = tuple(_element(name, raw, index) for index, raw in enumerate(head.elements, start=1))
    template = Template(
        name,
        head.title,
        head.kind,
        head.page.width,
        head.page.height,
        elements,
        head.colours,
        data,
        dict(pictures),
    )
    _check_names(template)
    for element in elements:
        _check(template, element)
    return template


def _read_value(kind: type, raw: object) -> object:
    """Read what is of no type that msgspec knows: the title; elements are read later, one by one."""
    return Texts.read(raw) if kind is Texts else raw


def language_key_of(words: Words, facts: CertificateFacts) -> str:
    """Return the languages that a certificate's text is under: "tg", "tg+en", "+en"; "" if it has but one."""
    return "" if isinstance(words, str) else _language_key(words, facts.language, facts.second_language)


def text_of(line: TextLine, facts: CertificateFacts) -> str:
    """Return a line's text with its placeholders, in the languages of a certificate."""
    found = _text_in(line.text, facts.language, facts.second_language)
    return found if found is not None else _text_instead(line.text)


def _language_key(words: Mapping[LanguageKey, str], language: str, second: str) -> str:
    wanted = (f"{language}+{second}", f"+{second}", language) if second else (language,)
    return next((name for name in wanted if name in words), "")


def _text_in(words: Words, language: str, second: str) -> str | None:
    """Return the text for the languages of a document; None if there is none."""
    if isinstance(words, str):
        return words
    name = _language_key(words, language, second)
    return next((text for key, text in words.items() if key == name), None)


def _text_instead(words: Words) -> str:
    """Return the text for a language that came after the design was made: that of the first one it has."""
    if isinstance(words, str):
        return words
    return next((words[code] for code in LANGUAGES if code in words), "")


def suits(part: AnyElement | TextLine, language: str, second: str) -> bool:
    """Tell whether an element or line belongs on certificates in a language and a second one ("": none)."""
    return language in part.languages and (second or "none") in part.second


def _texts_of(line: TextLine) -> tuple[str, ...]:
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
    if isinstance(element, ImageElement) and element.file not in template.pictures:
        raise _refuse(template.name, element.id, "file", f"{element.file!r} is not there")
    if isinstance(element, ImageElement) and (trouble := check_picture(template.pictures[element.file])):
        raise _refuse(template.name, element.id, "file", f"{element.file!r} {trouble}")
    if isinstance(element, SessionBox) and element.font not in FACES:
        raise _refuse(template.name, element.id, "font", f"{element.font!r} is no font of this program")
    for line in lines_of(element):
        _check_line(template, element, line)


def _off_page(template: Template, element: AnyElement) -> list[str]:
    """Return the fields by which an element lies outside the page."""
    reach = {"x": element.x, "y": element.y}
    if isinstance(element, Rule):
        reach |= {"to_x": element.to_x, "to_y": element.to_y}
    if isinstance(element, Paragraph | ImageElement | Logos | SessionBox | Frame):
        reach |= {"width": element.x + element.width, "height": element.y + element.height}
    limits = {"x": template.width, "to_x": template.width, "width": template.width}
    return [name for name, end in reach.items() if end > limits.get(name, template.height)]


def _check_line(template: Template, element: AnyElement, line: TextLine) -> None:
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
            if language not in template.spoken:
                continue
            shown = all(suits(part, language, second) for part in (element, line))
            if shown and _text_in(line.text, language, second) is None:
                raise wrong("text", f"there is no text in {language!r}" + f" with {second!r}" * bool(second))
    allowed = PLACEHOLDERS
    allowed |= SIGNATORY if isinstance(element, Signatures) else frozenset()
    allowed |= DAY if isinstance(element, Date) else frozenset()
    for text in _texts_of(line):
        try:
            names = elements.read_phrase(text).placeholders
        except PhraseError as error:
            raise wrong("text", str(error)) from error
        for unknown in sorted(names - allowed):
            raise wrong("text", f"{unknown!r} is no placeholder")


MOST_BYTES = 12 * 1024 * 1024
"""The file itself, and each of its pictures."""
MOST_IN_ALL = 32 * 1024 * 1024
"""All members together, unpacked."""
MOST_TEXT = 1024 * 1024
"""template.json, unpacked."""
MOST_MEMBERS = 33

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX_FILE = 0o100644
_ENCRYPTED = 1
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def write_template_file(template: Template) -> bytes:
    """Return a template as one file, with those pictures only that it shows."""
    shown = {element.file for element in template.elements if isinstance(element, ImageElement)}
    members = {FILE: template.data, **{name: template.pictures[name] for name in sorted(shown)}}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", allowZip64=False) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            info.external_attr = _UNIX_FILE << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=6)
    return target.getvalue()


def read_template_file(name: str, data: bytes) -> Template:
    """Read a template from the bytes of its file.

    Raises template.file_too_big, template.no_file (no ZIP, or not of this shape), template.strange_member,
    template.wrong.
    """
    if len(data) > MOST_BYTES:
        raise _too_big(name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_members(name, archive.infolist())
            members = {info.filename: _read(name, archive, info) for info in archive.infolist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        raise TrainerError("template.no_file", template=name) from error
    return read_template(name, members.pop(FILE), members)


class DesignFile(Struct, frozen=True):
    """A design that somebody else made, checked and written anew as one file."""

    name: str
    kind: str
    data: bytes


def take_design(path: Path, faces: Path) -> DesignFile:
    """Return a design from its file, or from a folder with a template.json; `faces` is the folder of fonts.

    Raises as `read_template_file`; template.unreadable.
    """
    fonts.use(faces)
    template = load_template(path) if path.is_dir() else read_template_file(path.stem, _read_path(path))
    return file_of(template)


def file_of(template: Template) -> DesignFile:
    """Return a design as one file, read back as it will be printed: what cannot be read must not be kept."""
    data = write_template_file(template)
    read_template_file(template.name, data)
    return DesignFile(template.name, template.kind, data)


def _read_path(path: Path) -> bytes:
    """Return what lies in a file. Raises template.file_too_big, template.unreadable."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_big(path.name)
        return path.read_bytes()
    except OSError as error:
        raise TrainerError("template.unreadable", template=path.name) from error


def _check_members(name: str, members: list[zipfile.ZipInfo]) -> None:
    """Refuse a file by what its directory says, before anything is unpacked."""
    if len(members) > MOST_MEMBERS or sum(info.file_size for info in members) > MOST_IN_ALL:
        raise _too_big(name)
    seen: set[str] = set()
    for info in members:
        # Capitals count as the same: on Windows one would else lie over the other.
        known = info.filename.casefold() in seen
        plain = info.filename == FILE or PICTURE.fullmatch(info.filename) is not None
        if known or not plain or info.flag_bits & _ENCRYPTED or info.compress_type not in _WAYS:
            raise TrainerError("template.strange_member", template=name, member=info.filename[:60])
        seen.add(info.filename.casefold())
    if FILE not in seen:
        raise TrainerError("template.no_file", template=name)


def _read(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Unpack a member, and never more of it than is allowed, whatever the directory said."""
    most = MOST_TEXT if info.filename == FILE else MOST_BYTES
    with archive.open(info) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise _too_big(name)
    return content


def _too_big(name: str) -> TrainerError:
    return TrainerError("template.file_too_big", template=name, most=MOST_BYTES // 1024 // 1024)
