"""A command's document as lines for people: fields by their names in a language, moments as days and times.

`--json` gives the document itself; its names and units stay as they are.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from trainer_app.actions.workplace import ZONE
from trainer_app.system.clock import civil_moment
from trainer_app.system.messages import catalogue, text

_MOMENTS = frozenset(("at", "copied_at", "last"))
"""Fields that hold wall milliseconds; a number of an entry is never so large."""
_LEAST = 10**11


def moment_text(millis: int) -> str:
    """Return wall milliseconds as a day and a time where the courses are: "14.05.2027 09:30"."""
    return civil_moment(millis, ZONE).strftime("%d.%m.%Y %H:%M")


def field_lines(document: Mapping[str, Any], language: str, indent: str = "") -> list[str]:
    """Return one line for each field; those of a field that has fields itself stand below it, indented."""
    return list(_lines(document, language, indent))


def _lines(document: Mapping[str, Any], language: str, indent: str) -> Iterator[str]:
    for name, value in document.items():
        shown = f"field.{name}"
        title = text(shown, language) if shown in catalogue() else name
        if isinstance(value, Mapping):
            yield f"{indent}{title}:"
            yield from _lines(value, language, f"{indent}  ")
        else:
            yield f"{indent}{title}: {_words(name, value, language)}"


def _words(name: str, value: object, language: str) -> str:
    if value is None or value == []:
        return "–"
    if isinstance(value, bool):
        return text("field.yes" if value else "field.no", language)
    if isinstance(value, int) and name in _MOMENTS and value > _LEAST:
        return moment_text(value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
