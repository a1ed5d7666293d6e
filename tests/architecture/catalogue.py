"""Every text that people read, in each language with where it stands; and the words that were agreed on."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from tests.architecture.tree import ROOT, tool

RESOURCES = ROOT / "resources"
I18N = RESOURCES / "i18n"
LANGUAGES = ("en", "ru", "tg")
_SHIPPED = ("forms/*.json", "certificates/*/template.json", "demo/story.json", "news.json", "help/terms.json")

checks = tool("checks")


@dataclass(frozen=True)
class Said:
    """One text of a language. `context`: its class or code; `source`: the English; `comment`: its sense."""

    language: str
    place: str
    context: str
    source: str
    text: str
    comment: str = ""


@dataclass(frozen=True)
class Term:
    """One row of the glossary: the words for one thing, and patterns of words that are not used for it."""

    english: str
    words: Mapping[str, tuple[str, ...]]
    source: str
    state: str
    given_up: Mapping[str, str]


def window() -> Iterator[Said]:
    """Return the texts of the window: of each plural form one."""
    for path in sorted(I18N.glob("*.ts")):
        language = path.stem[-2:]
        for text in checks.read_ts(path):
            for form in dict.fromkeys(text.forms):
                yield Said(language, path.name, text.context, text.source, form, text.comment)
            if language == "ru":
                yield Said("en", path.name, text.context, text.source, text.source, text.comment)


def short_texts_without_a_note(path: Path, words: frozenset[str]) -> list[str]:
    """Return which of some short texts of a translation file tell the translator nothing of their sense."""
    return [
        f"{path.name}: {message.findtext('source')!r} ({context.findtext('name')})"
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if message.findtext("source") in words
        and not (message.findtext("comment") or message.findtext("extracomment"))
    ]


def dialogs() -> Iterator[Said]:
    """Return the texts of the dialogs that come with Qt, where this program translates them."""
    for path in sorted((I18N / "qt").glob("*_tg.ts")):
        for text in checks.read_ts(path):
            for form in text.forms:
                yield Said("tg", path.name, text.context, text.source, form, text.comment)


def messages() -> Iterator[Said]:
    """Return the sentences and words of the core and of papers."""
    for path in sorted((I18N / "messages").glob("*.json")):
        yield from _in_json(path)


def shipped() -> Iterator[Said]:
    """Return what forms, scales, certificates, the sample and the news say."""
    for pattern in _SHIPPED:
        for path in sorted(RESOURCES.glob(pattern)):
            yield from _in_json(path)


def in_two_languages() -> Iterator[Said]:
    """Return the lines of certificates in two languages, which stand on both sides of a dot."""
    for path in sorted((RESOURCES / "certificates").glob("*/template.json")):
        for key, tongue, line in _lines(json.loads(path.read_text(encoding="utf-8"))):
            for language, text in zip(tongue.split("+"), line.split("  ·  "), strict=False):
                if language:
                    yield Said(language, f"{path.parent.name}/{path.name}", key, "", text)


def help_pages() -> Iterator[Said]:
    """Return the pages of the help, line by line, but for what one may type to find them: it is not read."""
    for path in sorted((RESOURCES / "help").glob("??/*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.startswith("%"):
                yield Said(path.parent.name, f"{path.name}:{number}", path.stem, "", line)


@cache
def everything(language: str) -> tuple[Said, ...]:
    """Return all texts of a language."""
    parts = (window(), dialogs(), messages(), shipped(), in_two_languages(), help_pages())
    return tuple(each for part in parts for each in part if each.language == language)


def glossary(path: Path = I18N / "glossary.tsv") -> list[Term]:
    """Read the agreed words: tab-separated, with a heading; several words for one thing stand with `;`."""
    heading, *lines = path.read_text(encoding="utf-8").splitlines()
    names = heading.split("\t")
    rows = [dict(zip(names, line.split("\t"), strict=True)) for line in lines]
    return [
        Term(
            row["english"],
            {code: _words(row[name]) for code, name in (("ru", "russian"), ("tg", "tajik"))},
            row["source"],
            row["state"],
            {code: row[name] for code, name in zip(LANGUAGES, names[-3:], strict=True)},
        )
        for row in rows
    ]


def _words(cell: str) -> tuple[str, ...]:
    return tuple(re.sub(r" \(.*?\)|, pl\..*", "", each).strip() for each in cell.split(";"))


def _in_json(path: Path) -> Iterator[Said]:
    place = f"{path.parent.name}/{path.name}"
    for key, said in _translated(json.loads(path.read_text(encoding="utf-8"))):
        for language in LANGUAGES:
            text = said[language]
            for each in text if isinstance(text, list) else [text]:
                yield Said(language, place, key, str(said["en"]), str(each))


def _lines(node: object, key: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield the texts of a design that are not in all languages: where, in which ("tg+en", "+ru"), what."""
    if isinstance(node, dict):
        tongues = {
            name for name in node if isinstance(name, str) and set(name.split("+")) <= {*LANGUAGES, ""}
        }
        if tongues == node.keys() and not tongues >= set(LANGUAGES):
            for tongue in sorted(tongues):
                # A line of the second language alone ("+ru") is on no side of a dot.
                yield key, tongue.removeprefix("+"), str(node[tongue])
        for name, each in node.items():
            yield from _lines(each, f"{key}/{name}".lstrip("/"))
    elif isinstance(node, list):
        for place, each in enumerate(node):
            yield from _lines(each, f"{key}/{place}")


def _translated(node: object, key: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    if isinstance(node, dict):
        if node.keys() >= set(LANGUAGES):
            yield key, node
        for name, each in node.items():
            yield from _translated(each, f"{key}/{name}".lstrip("/"))
    elif isinstance(node, list):
        for place, each in enumerate(node):
            yield from _translated(each, f"{key}/{place}")
