"""The texts of the window as Qt Linguist's files hold them, read without Qt.

`resources/i18n/*_<language>.ts` are written by `dev.py translate`. The window asks for them text by text;
pages of the help and the booklet name buttons by them, so that a page says what the window says.
"""

import functools
import re
from collections.abc import Iterable
from pathlib import Path

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import SOURCE, resource

type Key = tuple[str, str, str]
"""Context, English source, disambiguation."""
type Catalogue = dict[Key, tuple[str, ...]]
"""The forms of each text: one, or one for each plural of the language."""

# What `dev.py translate` writes is read here, and nothing else: as XML it would take three times as long.
_MESSAGE = regex(
    r"<source>([^<]*)</source>\s*(?:<comment>([^<]*)</comment>\s*)?"
    # What is told to whoever translates.
    r"(?:<(?:extra|translator)comment>[^<]*</(?:extra|translator)comment>\s*)*"
    r'<translation(?: type="(\w+)")?>(.*?)</translation>',
    re.DOTALL,
)
_FORM = regex(r"<numerusform>([^<]*)</numerusform>")


def contexts(paths: Iterable[Path]) -> dict[str, list[bytes]]:
    """Return what stands in each context, unread: a first screen needs a tenth of 600 KB."""
    found: dict[str, list[bytes]] = {}
    for path in paths:
        for part in path.read_bytes().split(b"<context>")[1:]:
            name, _, messages = part.partition(b"</name>")
            found.setdefault(name.rpartition(b"<name>")[2].decode(), []).append(messages)
    return found


# A no-break space comes as a number from Qt's own tools, the others by their names.
_ENTITIES = (
    ("&#xa0;", "\N{NO-BREAK SPACE}"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", '"'),
    ("&apos;", "'"),
    ("&amp;", "&"),
)


def _plain(text: str) -> str:
    if "&" in text:
        for entity, sign in _ENTITIES:
            text = text.replace(entity, sign)
    return text


def read_messages(context: str, messages: bytes) -> Catalogue:
    """Read one context of a Qt Linguist file. A text without a finished translation is left out."""
    found: Catalogue = {}
    for source, comment, unfinished, text in _MESSAGE.findall(messages.decode()):
        forms = tuple(map(_plain, _FORM.findall(text) or (text,)))
        if not unfinished and all(forms):
            found[context, _plain(source), _plain(comment)] = forms
    return found


def read_catalogue(paths: Iterable[Path]) -> Catalogue:
    """Read whole Qt Linguist files."""
    found: Catalogue = {}
    for context, parts in contexts(paths).items():
        for part in parts:
            found |= read_messages(context, part)
    return found


@functools.cache
def _unread(language: str) -> dict[str, list[bytes]]:
    return contexts(sorted(resource("i18n").glob(f"*_{language}.ts")))


@functools.cache
def _read(language: str, context: str) -> Catalogue:
    found: Catalogue = {}
    for part in _unread(language).get(context, ()):
        found |= read_messages(context, part)
    return found


def window_text(context: str, source: str, language: str, sense: str = "") -> str:
    """Return a text of the window in a language, as it is for many; its source where it is not translated."""
    texts = {} if language == SOURCE else _read(language, context)
    forms = texts.get((context, source, sense)) or texts.get((context, source, ""), ())
    return forms[-1] if forms else source


def window_sources(context: str, shown: str, language: str) -> list[tuple[str, str]]:
    """Return which texts of a context, each with its sense, are shown so in a language."""
    if language == SOURCE:
        return [(shown, "")]
    return [
        (source, sense) for (_, source, sense), forms in _read(language, context).items() if shown in forms
    ]
