"""The wording of what the core says: a code and values become a sentence in Tajik, Russian or English.

They lie in `resources/i18n/messages/<topic>.json`, as {"topic.code": {"en": ..., "ru": ..., "tg": ...}}.
A sentence holds placeholders `{name}`. A number may choose between forms: `{count} {count:day|days}` in
English, three forms in Russian (`{count:день|дня|дней}`), one or two in Tajik. `{field!c}` begins with a
capital.
"""

import functools
import json
import logging
import re
import string
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.system.folders import resource

Catalogue = Mapping[str, Mapping[str, str]]
"""Message code to language to sentence."""

_log = logging.getLogger(__name__)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def text(code: str, language: str, /, **values: object) -> str:
    """Return the sentence for a code.

    Values may be labels (rendered too), dates, also as ISO text (dd.MM.yyyy), enums, `Texts`, and sequences
    of these. An unknown code or a missing value gives a readable text and a warning in the log: a person who
    has met an error must not meet another one because of its wording.
    """
    sentences = catalogue().get(code)
    if sentences is None:
        _log.warning("no message for %s", code)
        return _fallback(code, language, values)
    wanted = (language, *LANGUAGES)
    sentence = next(filter(None, (sentences.get(each, "") for each in wanted)), "")
    shown = {name: _shown(value, language) for name, value in values.items()}
    return _Formatter(code, language).vformat(sentence, (), shown)


def label_text(label: Label, language: str) -> str:
    """Return the sentence of a label."""
    return text(label.code, language, **label.values)


def capital(words: str) -> str:
    """Return words as they stand alone: their first letter is a capital."""
    return words[:1].upper() + words[1:]


def caption(label: Label, language: str) -> str:
    """Return a label's words as they stand over a field, over a column or before a value."""
    return capital(label_text(label, language))


@functools.cache
def catalogue() -> Catalogue:
    """Return all sentences of the program, read once."""
    return read_catalogue(resource("i18n", "messages"))


def read_catalogue(folder: Path) -> dict[str, dict[str, str]]:
    """Read every topic of a folder. That each code stands once, in its topic, is checked beforehand."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.json")):
        found.update(json.loads(path.read_text(encoding="utf-8")))
    return found


def plural_form(language: str, number: int, forms: int) -> int:
    """Return which of `forms` forms a number takes (rules of Unicode CLDR for tg, ru and en)."""
    if language == "ru":
        if number % 10 == 1 and number % 100 != 11:
            form = 0
        elif number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
            form = 1
        else:
            form = 2
    else:
        form = 0 if number == 1 else 1
    return min(form, forms - 1)


def _shown(value: object, language: str) -> object:
    """Return a value as it stands in a sentence; numbers stay numbers so that they can choose a form."""
    match value:
        case Label():
            return label_text(value, language)
        case Texts():
            return value.best(language)
        case Enum():
            return value.value
        case date():
            return value.strftime("%d.%m.%Y")
        case str() if _ISO_DAY.fullmatch(value):
            return _day(value)
        case list() | tuple() | set() | frozenset():
            return ", ".join(str(_shown(each, language)) for each in value)
    return value


def _day(iso: str) -> str:
    """Return a day that came as text, as notes beside files keep it, in the form of a date."""
    try:
        return date.fromisoformat(iso).strftime("%d.%m.%Y")
    except ValueError:
        return iso


def _fallback(code: str, language: str, values: Mapping[str, object]) -> str:
    words = code.rpartition(".")[2].replace("_", " ")
    details = ", ".join(f"{name}: {_shown(value, language)}" for name, value in values.items())
    return f"{words} ({details})" if details else words


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
