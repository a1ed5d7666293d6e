"""The languages of the program, a text in each of them, and the one catalogue of all words.

`LANGUAGES` is the only list of them. A new language is one line of it, its sentences in
`resources/i18n/messages/*.json`, its texts of the window in `resources/i18n/*_<code>.ts`; the columns that
hold its texts follow from the schema. Months, days and the words of a date stand in `messages/calendar.json`.

What the core, the papers, the command line and the check page say lies in
`resources/i18n/messages/<topic>.json`, as {"topic.code": {"en": ..., "ru": ..., "tg": ...}}; a topic is read
when it is first asked for. A sentence holds placeholders `{name}`. A number may choose between forms:
`{count} {count:day|days}` in English, three forms in Russian (`{count:день|дня|дней}`). `{field!c}` begins
with a capital.
"""

import functools
import logging
import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Self, override

import msgspec
from msgspec import Struct

from trainer_app.domain.base.patterns import regex

type PluralRule = Callable[[int], int]
"""Gives the place of the form that a number takes."""


def one_other(number: int) -> int:
    """Return 0 for one, 1 for every other number."""
    return 0 if number == 1 else 1


def one_few_many(number: int) -> int:
    """Return 0 for 1, 21, 31 …, 1 for 2-4, 22-24 …, 2 for all others (Unicode CLDR's rule of Russian)."""
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2


PLURAL_FORMS: Mapping[PluralRule, int] = MappingProxyType({one_other: 2, one_few_many: 3})
"""How many forms each rule chooses from."""


class Language(Struct, frozen=True):
    """What the program has to know of a language; its words lie in the catalogues.

    `locale` is what Qt calls it; `latin` tells that it is written in Latin letters. `thousands` is what sets
    thousands apart: a space is made non-breaking where it is written. `below` are the languages that may
    stand under it as a certificate's second one; `replaced_by` is the language of those texts of Qt itself
    that are not translated; `also` are other names by which files call it.
    """

    code: str
    name: str
    english: str
    locale: str
    latin: bool = False
    plural: PluralRule = one_other
    decimal: str = ","
    thousands: str = " "
    below: tuple[str, ...] = ()
    replaced_by: str = ""
    also: str = ""


def _by_code(*listed: Language) -> Mapping[str, Language]:
    return MappingProxyType({each.code: each for each in listed})


LANGUAGES: Mapping[str, Language] = _by_code(
    Language(
        "tg",
        "Тоҷикӣ",
        "Tajik",
        "tg_TJ",
        below=("en", "ru"),
        replaced_by="ru",
        also="tgk taj tojiki tojik точики тоҷики тоҷ таджикский таджикском тадж",
    ),
    Language(
        "ru",
        "Русский",
        "Russian",
        "ru_RU",
        plural=one_few_many,
        below=("en",),
        also="rus русӣ руси русском рус",
    ),
    Language(
        "en",
        "English",
        "English",
        "en_GB",
        latin=True,
        decimal=".",
        thousands=",",
        also="eng английский английском англ англисӣ инглисӣ",
    ),
)
"""Every language by its code, in the order in which they are shown and looked up."""

DEFAULT = next(iter(LANGUAGES))
"""The language of a paper or a program for which nobody chose another."""

SOURCE = "en"
"""The language in which the texts of the window stand in the code."""

ALWAYS_LISTED = 3
"""So many languages stand in every list of texts that was ever written; later ones only where they say
something, so that what was written before they came is written as it was."""


def plural_form(language: str, number: int, forms: int) -> int:
    """Return which of `forms` forms a number takes in a language."""
    return min(LANGUAGES[language].plural(number), forms - 1)


_BLANK = dict.fromkeys(LANGUAGES, "")


class Texts(Mapping[str, str]):
    """One text in every language, by code; any may be empty. Made by codes: `Texts(tg="соат", ru="час")`.

    Immutable and hashable; a code that is no language of the program is a TypeError.
    """

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str] = MappingProxyType({}), /, **by_code: str) -> None:
        # The blanks stand in front, so that every text has its place in the order of LANGUAGES.
        self._texts = {**_BLANK, **texts, **by_code}
        if len(self._texts) > len(_BLANK):
            raise TypeError(f"no language of the program: {', '.join(self._texts.keys() - _BLANK.keys())}")

    @classmethod
    def read(cls, raw: object) -> Self:
        """Return what a file says, by code; a language that is none of the program's is passed over.

        Raises ValueError for what is no text.
        """
        if not isinstance(raw, dict) or not all(isinstance(each, str) for each in raw.values()):
            raise ValueError("Expected texts by language")
        return cls({code: text for code, text in raw.items() if code in LANGUAGES})

    @classmethod
    def made(cls, make: Callable[[str], str]) -> Self:
        """Return what is made for each language."""
        return cls({code: make(code) for code in LANGUAGES})

    @classmethod
    def same(cls, text: str) -> Self:
        """Return one text for all languages."""
        return cls(dict.fromkeys(LANGUAGES, text))

    @classmethod
    def by_script(cls, text: str, latin: str) -> Self:
        """Return a text as it was typed, and in Latin letters for the languages that are written so."""
        return cls.made(lambda code: latin if LANGUAGES[code].latin else text)

    @classmethod
    def of_list(cls, texts: Iterable[str]) -> Self:
        """Return the texts that stand in a list in the order of LANGUAGES, empty where it ends early."""
        return cls(dict(zip(_BLANK, texts, strict=False)))

    def as_list(self) -> list[str]:
        """Return the texts in the order of LANGUAGES, as files keep them; see `ALWAYS_LISTED`."""
        texts = list(self._texts.values())
        while len(texts) > ALWAYS_LISTED and not texts[-1]:
            del texts[-1]
        return texts

    def best(self, language: str) -> str:
        """Return the text in a language, or the first one there is in the order of LANGUAGES."""
        return self._texts.get(language, "") or next(filter(None, self._texts.values()), "")

    def changed(self, **by_code: str) -> Self:
        """Return the same with other texts in some languages."""
        return type(self)(self, **by_code)

    def fields(self, stem: str) -> dict[str, str]:
        """Return journal fields: `title` gives title_tg, title_ru, title_en."""
        return {f"{stem}_{code}": text for code, text in self.items()}

    @override
    def __getitem__(self, code: str) -> str:
        return self._texts[code]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    @override
    def __len__(self) -> int:
        return len(self._texts)

    @override
    def __hash__(self) -> int:
        return hash(tuple(self._texts.values()))

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Texts) and self._texts == other._texts

    @override
    def __repr__(self) -> str:
        said = ", ".join(f"{code}={text!r}" for code, text in self.items() if text)
        return f"{type(self).__name__}({said})"


@functools.cache
def program_folder() -> Path:
    """Return the folder that the program lies in: the top of a checkout, or a version of a built program.

    A built program is one archive, `trainer_app.zip`; its folder is the one that holds the archive.
    """
    top = Path(__file__).resolve().parents[3]
    return top.parent if top.suffix == ".zip" else top


def resources_root() -> Path:
    """Return the folder `resources`: it lies beside the folder `trainer_app`, or beside its archive."""
    return program_folder() / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files: `resource("icons", "today.svg")`."""
    return resources_root().joinpath(*parts)


_log = logging.getLogger(__name__)
_TOPIC = regex(r"[a-z0-9_]+")


@functools.cache
def topic(name: str) -> Mapping[str, Texts]:
    """Return the sentences of a topic by code, read once; none for a topic that nobody wrote."""
    path = resource("i18n", "messages", f"{name}.json")
    # Codes also come from files of others, so that a name is no path before it was looked at.
    if not _TOPIC.fullmatch(name) or not path.is_file():
        return {}
    found: dict[str, dict[str, str]] = msgspec.json.decode(path.read_bytes())
    return {code: Texts.read(sentences) for code, sentences in found.items()}


def find_words(code: str) -> Texts | None:
    """Return the sentence of a code in every language; None for a code that nobody wrote."""
    return topic(code.partition(".")[0]).get(code)


def words(code: str) -> Texts:
    """Return the sentence of a code in every language; an unknown code is shown readably, and logged."""
    found = find_words(code)
    if found is None:
        _log.warning("no words for %s", code)
        return Texts.same(readable(code))
    return found


def word(code: str, language: str) -> str:
    """Return the sentence of a code as it stands, without values."""
    return words(code).best(language)


class PaperName(NamedTuple):
    """What a paper is called: its title, as it stands above its preview, and the name of its file.

    Papers that stand in no list of a course's papers (`actions.papers.papers`) have a function beside their
    maker that returns it.
    """

    title: str
    file: str


def readable(code: str) -> str:
    """Return an unknown code as a person can read it."""
    return code.rpartition(".")[2].replace("_", " ")


def capital(text: str) -> str:
    """Return words as they stand alone: their first letter is a capital."""
    return text[:1].upper() + text[1:]


def fill(code: str, language: str, values: Mapping[str, object]) -> str:
    """Return the sentence of a code with its values; a missing one leaves its placeholder and is logged."""
    words = word(code, language)
    if "{" not in words and "}" not in words:
        return words
    within = {
        name: inside_quotes(value, mark)
        for mark, name in _QUOTED.findall(words)
        if name in _NAMES and isinstance(value := values.get(name), str)
    }
    return _Formatter(code, language).vformat(words, (), {**values, **within} if within else values)


_QUOTED = regex(r"([«“])\{(\w+)\}")
_NAMES = frozenset(("title", "name", "form", "course", "project"))
"""Placeholders of titles; what somebody typed, and names of files, are shown as they are."""
_INNER = {"«": ("„", "“"), "“": ("‘", "’")}
_OPEN, _CLOSED, _EITHER = "«„", "»”", '“"'
_BEFORE_OPEN = " \N{NO-BREAK SPACE}([-–—/" + _OPEN + _EITHER


def inside_quotes(text: str, outer: str) -> str:
    """Return a text as it stands after the quotation mark `outer`: quotes within quotes get other marks.

    «Основы „семейного“ права», “Basics of ‘family’ law”; quotes around all of it go. A mark without its
    other half stays, and after any other sign the whole text.
    """
    marks = _INNER.get(outer)
    if marks is None or not any(sign in text for sign in _OPEN + _CLOSED + _EITHER):
        return text
    signs, begun, pairs = list(text), list[int](), set[tuple[int, int]]()
    for at, sign in enumerate(text):
        if sign in _OPEN or (sign in _EITHER and (at == 0 or text[at - 1] in _BEFORE_OPEN)):
            begun.append(at)
        elif sign in _CLOSED + _EITHER and begun:
            pairs.add((begun.pop(), at))
    for first, last in pairs:
        signs[first], signs[last] = marks
    return "".join(signs[1:-1] if (0, len(text) - 1) in pairs else signs)


ERASED = "•••• "
"""What a name begins with in the data once it was erased."""
_ERASED_NAME = regex(f"{ERASED}([0-9a-f]{{4}})")


def erased_name(mark: str) -> str:
    """Return what stands in the data in the place of an erased name, the same in every language."""
    return f"{ERASED}{mark}"


def said_name(name: str, language: str, *, short: bool = False, alone: bool = True) -> str:
    """Return a name as a window or a paper says it: of one whose data were erased, that they were.

    It is `short` where a column is narrow; not `alone` it stands within a sentence.
    """
    found = _ERASED_NAME.fullmatch(name)
    if found is None:
        return name
    said = fill("person.erased_short" if short else "person.erased_as", language, {"mark": found[1]})
    return capital(said) if alone else said


class _Formatter(string.Formatter):
    """`str.format` with plural forms, which leaves a placeholder without a value as it is."""

    def __init__(self, code: str, language: str) -> None:
        self._code = code
        self._language = language

    def get_field(self, field_name: str, args: object, kwargs: Mapping[str, object]) -> tuple[object, str]:
        """Look a value up by its plain name."""
        if field_name not in kwargs:
            _log.warning("message %s lacks the value %s", self._code, field_name)
            return f"{{{field_name}}}", field_name
        return kwargs[field_name], field_name

    def convert_field(self, value: object, conversion: str | None) -> object:
        """Begin with a capital where the sentence says so: `{field!c}`."""
        return capital(str(value)) if conversion == "c" else super().convert_field(value, conversion)

    def format_field(self, value: object, format_spec: str) -> str:
        """Choose a form when the specification holds forms, else format as usual."""
        if "|" in format_spec:
            forms = format_spec.split("|")
            number = value if isinstance(value, int) else 0
            return forms[plural_form(self._language, abs(number), len(forms))]
        try:
            return format(value, format_spec)
        except (TypeError, ValueError):
            return str(value)
