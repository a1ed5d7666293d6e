"""A command's document as lines for people: fields by their names in a language, moments as days and times.

`--json` gives the document itself; its names and units stay as they are.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from trainer_app.actions.workplace import ZONE
from trainer_app.system.clock import civil_moment
from trainer_app.system.messages import catalogue, text

_MOMENTS = frozenset(("at", "copied_at", "last"))
"""Fields that hold wall milliseconds; a number of an entry is never so large."""
_LEAST = 10**11
_BY_ENTITY = frozenset(("counts", "lost"))
"""Fields that count something for each kind of entry."""
_WORDS = {"kind": "cli.kind_", "safe": "archive.safe."}
"""Fields whose values are words of the program, and how the codes of their sentences begin."""
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MEGABYTE = 1_000_000


def moment_text(millis: int) -> str:
    """Return wall milliseconds as a day and a time where the courses are: "14.05.2027 09:30"."""
    return civil_moment(millis, ZONE).strftime("%d.%m.%Y %H:%M")


def day_text(day: date | None) -> str:
    """Return a day as "14.05.2027"; a dash for none."""
    return day.strftime("%d.%m.%Y") if day else "–"


def number_text(value: object, language: str) -> str:
    """Return a number with the decimal sign of a language: "16,5"; a dash for none."""
    if value is None:
        return "–"
    shown = f"{value:.10g}" if isinstance(value, float) else str(value)
    return shown if language == "en" else shown.replace(".", ",")


def size_text(size: int, language: str) -> str:
    """Return bytes as "148 КБ" or "3,1 МБ", 1 KB = 1,000 bytes."""
    if size < _MEGABYTE:
        return text("amounts.kilobytes", language, size=(size + 500) // 1000)
    tenths = (size * 10 + _MEGABYTE // 2) // _MEGABYTE
    return text("amounts.megabytes", language, size=number_text(tenths / 10, language))


def capital(words: str) -> str:
    """Return words as a title: their first letter is a capital."""
    return words[:1].upper() + words[1:]


def field_lines(document: Mapping[str, Any], language: str, indent: str = "") -> list[str]:
    """Return one line for each field; those of a field that has fields itself stand below it, indented."""
    return list(_lines(document, language, indent, "field."))


def _lines(document: Mapping[str, Any], language: str, indent: str, names: str) -> Iterator[str]:
    for name, value in document.items():
        shown = f"{names}{name}"
        title = capital(text(shown, language) if shown in catalogue() else name)
        if isinstance(value, Mapping) and value:
            yield f"{indent}{title}:"
            below = "review.entity." if name in _BY_ENTITY else "field."
            yield from _lines(value, language, f"{indent}  ", below)
        else:
            yield f"{indent}{title}: {_words(name, value, language)}"


def _words(name: str, value: object, language: str) -> str:
    if value is None or value == [] or value == {}:
        return "–"
    if isinstance(value, bool):
        return text("field.yes" if value else "field.no", language)
    if isinstance(value, int) and name in _MOMENTS and value > _LEAST:
        return moment_text(value)
    if isinstance(value, list):
        return ", ".join(_words(name, each, language) for each in value)
    code = f"{_WORDS.get(name, '')}{value}"
    if name in _WORDS and code in catalogue():
        return text(code, language)
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        return day_text(date.fromisoformat(value))
    return str(value)
