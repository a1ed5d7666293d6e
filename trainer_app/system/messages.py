"""What the core says, with its values: a code and values become a sentence of `domain.base.texts`."""

import logging
from collections.abc import Mapping
from datetime import date
from enum import Enum

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import ERASED, Texts, capital, fill, find_words, readable, said_name, word

_log = logging.getLogger(__name__)
_ISO_DAY = regex(r"\d{4}-\d{2}-\d{2}")


def text(code: str, language: str, /, **values: object) -> str:
    """Return the sentence for a code.

    Values may be labels (rendered too), dates, also as ISO text (dd.MM.yyyy), enums, `Texts`, and sequences
    of these. An unknown code or a missing value gives a readable text and a warning in the log: a person who
    has met an error must not meet another one because of its wording.
    """
    if find_words(code) is None:
        _log.warning("no message for %s", code)
        return _fallback(code, language, values)
    said = fill(code, language, {name: _shown(value, language) for name, value in values.items()})
    # An erased name is words, of which the first one may begin the sentence.
    named = any(isinstance(value, str) and value.startswith(ERASED) for value in values.values())
    return capital(said) if named and word(code, language).startswith("{") else said


def label_text(label: Label, language: str) -> str:
    """Return the sentence of a label."""
    return text(label.code, language, **label.values)


def caption(label: Label, language: str) -> str:
    """Return a label's words as they stand over a field, over a column or before a value."""
    return capital(label_text(label, language))


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
        case str():
            return said_name(value, language, alone=False)
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
    words = readable(code)
    details = ", ".join(f"{name}: {_shown(value, language)}" for name, value in values.items())
    return f"{words} ({details})" if details else words
