"""Pages of the help, one for each task, and the words that a trainer may not know.

A page lies in `resources/help/<language>/<name>.md`: a title, an introduction, numbered steps, points and
tips. `{participants_import}` is a button, tab or entry of the window by its object name: `labels.json` tells
which of the window's texts it bears, so that a page always says what the window says. `[words](name)` leads
to another page, `[words](?term)` to the meaning of a term, `` `Ctrl+F` `` is a key. Terms stand in
`terms.json`. `![what it shows](name)` is a picture, `resources/help/<language>/pictures/<name>.png`, which
`dev.py pictures --help-pages` draws. Lines that begin with four blanks are typed as they stand: commands.
A line that begins with `%` is not shown: other words by which the page is found. `synonyms.json` has groups
of everyday words that mean the same: a page that has one of them is found by the others.

`resources/help/pages.json` has the pages in their order, and for which screens and tabs each is shown.
"""

import functools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer_app.domain.base.catalogues import window_text
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.base.texts import LANGUAGES, SOURCE, resource, word

GLOSSARY = "glossary"
"""Name of the page that lists all terms; it is made of their table."""


class BlockKind(StrEnum):
    """What a paragraph of a page is."""

    TEXT = "text"
    STEP = "step"
    POINT = "point"
    TIP = "tip"
    PICTURE = "picture"
    COMMAND = "command"


class Span(Struct, frozen=True):
    """Some words alike: `label` quotes the window, `key` is pressed, `link` leads to a page or a "?term"."""

    text: str
    label: bool = False
    strong: bool = False
    key: bool = False
    link: str = ""


class HelpBlock(Struct, frozen=True):
    """A paragraph. A step has its number in the list; a picture has its file's name and what it shows."""

    kind: BlockKind
    spans: tuple[Span, ...]
    number: int = 0
    picture: str = ""

    @property
    def plain(self) -> str:
        """The words without their looks."""
        return "".join(span.text for span in self.spans)


class HelpEntry(Struct, frozen=True):
    """Where a page stands: its name, the places of the window that it is for, and who needs it.

    A place is a screen ("sending"), a tab of a course ("course/tests"), or a page of the start. Of roles a
    computer of the office that is on the road has its own.
    """

    name: str
    places: tuple[str, ...] = ()
    roles: tuple[str, ...] = ("trainer", "office", "travels")


class HelpPage(Struct, frozen=True):
    """One page in one language. `sought` are words that do not stand on it and find it all the same."""

    name: str
    title: str
    blocks: tuple[HelpBlock, ...]
    sought: str = ""

    @property
    def plain(self) -> str:
        """All words of the page, the title first."""
        return "\n".join((self.title, *(block.plain for block in self.blocks)))


class Term(Struct, frozen=True):
    """A word of the program and what it means, in one language."""

    name: str
    word: str
    meaning: str


@functools.cache
def entries() -> tuple[HelpEntry, ...]:
    """Return all pages in their order."""
    return msgspec.json.decode(resource("help", "pages.json").read_bytes(), type=tuple[HelpEntry, ...])


@functools.cache
def labels() -> Mapping[str, tuple[str, str]]:
    """Return context and source of the window's texts, by the object names of what bears them."""
    return msgspec.json.decode(resource("help", "labels.json").read_bytes(), type=dict[str, tuple[str, str]])


@functools.cache
def terms(language: str) -> tuple[Term, ...]:
    """Return all terms of the glossary in the order of their words."""
    kept = msgspec.json.decode(
        resource("help", "terms.json").read_bytes(), type=dict[str, dict[str, tuple[str, str]]]
    )
    found = [
        Term(name, said[language][0], _plain(said[language][1], language)) for name, said in kept.items()
    ]
    return tuple(sorted(found, key=lambda term: term.word.casefold()))


def term(name: str, language: str) -> Term | None:
    """Return a term by its name, None for one that is not explained."""
    return next((each for each in terms(language) if each.name == name), None)


def page_for(place: str, role: str) -> str:
    """Return the name of the page for a place of the window: its own, or that of its screen, or the first.

    A page for one role alone comes before one for both.
    """
    for wanted in (place, place.partition("/")[0]):
        for entry in sorted(entries(), key=lambda entry: len(entry.roles)):
            if wanted in entry.places and role in entry.roles:
                return entry.name
    return entries()[0].name


@functools.cache
def page(name: str, language: str) -> HelpPage:
    """Return a page in a language, in English for one that is unknown. Raises FileNotFoundError."""
    language = language if language in LANGUAGES else SOURCE
    text = resource("help", language, f"{name}.md").read_text(encoding="utf-8")
    return read_page(name, text, language)


def pages(language: str, role: str = "") -> tuple[HelpPage, ...]:
    """Return the pages that a role needs, all of them without one, in their order."""
    return tuple(page(each.name, language) for each in entries() if not role or role in each.roles)


def picture_file(name: str, language: str) -> Path:
    """Return where a picture of a page lies, the English one for a language that is unknown."""
    return resource("help", language if language in LANGUAGES else SOURCE, "pictures", f"{name}.png")


_COMMAND = "    "
"""Begins a line that is typed as it stands."""
_NUMBERED = regex(r"(\d+)\. ")
_PICTURE = regex(r"!\[([^]]*)\]\(([\w-]+)\)")


def read_page(name: str, text: str, language: str) -> HelpPage:
    """Read a page. Paragraphs are parted by blank lines; each step, point and tip begins a line."""
    title, sought, blocks = "", "", list[HelpBlock]()
    for part in _paragraphs(text):
        if part.startswith(_COMMAND):
            lines = "\n".join(line.removeprefix(_COMMAND) for line in part.split("\n"))
            blocks.append(HelpBlock(BlockKind.COMMAND, (Span(lines),)))
        elif part.startswith("# "):
            title = _plain(part[2:], language)
        elif part.startswith("% "):
            sought = part[2:]
        elif picture := _PICTURE.fullmatch(part):
            shows = (Span(picture[1]),)
            blocks.append(HelpBlock(BlockKind.PICTURE, shows, picture=picture[2]))
        elif found := _NUMBERED.match(part):
            step = spans(part[found.end() :], language)
            blocks.append(HelpBlock(BlockKind.STEP, step, int(found[1])))
        elif part.startswith("- "):
            blocks.append(HelpBlock(BlockKind.POINT, spans(part[2:], language)))
        elif part.startswith("> "):
            blocks.append(HelpBlock(BlockKind.TIP, spans(part[2:], language)))
        else:
            blocks.append(HelpBlock(BlockKind.TEXT, spans(part, language)))
    return HelpPage(name, title, tuple(blocks), sought)


def _paragraphs(text: str) -> Iterator[str]:
    """Return paragraphs, each on one line; a line that begins a step, a point or a tip begins another.

    Commands keep their lines.
    """
    held: list[str] = []
    for line in [*text.splitlines(), ""]:
        typed = line.startswith(_COMMAND)
        begins = line.startswith(("# ", "% ", "- ", "> ", "![")) or _NUMBERED.match(line)
        if held and (begins or not line.strip() or typed != held[0].startswith(_COMMAND)):
            yield ("\n" if held[0].startswith(_COMMAND) else " ").join(held)
            held = []
        if line.strip():
            held.append(line.rstrip() if typed else line.strip())


_MARKS = regex(
    r"\{(?P<label>\w+)\}|`(?P<key>[^`]+)`|\[(?P<words>[^]]+)\]\((?P<link>[?\w-]+)\)|\*\*(?P<strong>[^*]+)\*\*"
)


def spans(text: str, language: str) -> tuple[Span, ...]:
    """Read the marks of one paragraph. Raises KeyError for a label that `labels.json` does not have."""
    found, place = list[Span](), 0
    for mark in _MARKS.finditer(text):
        if mark.start() > place:
            found.append(Span(text[place : mark.start()]))
        if mark["label"]:
            found.append(Span(label_text(mark["label"], language), label=True))
        elif mark["key"]:
            found.append(Span(mark["key"], key=True))
        elif mark["strong"]:
            found.append(Span(_plain(mark["strong"], language), strong=True))
        else:
            found.append(Span(mark["words"], link=mark["link"]))
        place = mark.end()
    if place < len(text):
        found.append(Span(text[place:]))
    return tuple(found)


def _plain(text: str, language: str) -> str:
    return "".join(span.text for span in spans(text, language))


_VALUE = regex(r"%n|\{\w+\}")


def label_text(name: str, language: str) -> str:
    """Return what a part of the window says in a language, with "…" for a number that it counts.

    One without a context is a message: a letter of the marks.
    """
    context, source = labels()[name]
    said = window_text(context, source, language) if context else word(source, language)
    return _VALUE.sub("…", said.replace("(s)", "s").removesuffix("…")).removesuffix(": …")


_QUOTES = {"en": "“{}”"}
_OTHER_QUOTES = "«{}»"


def written(block: HelpBlock, language: str) -> str:
    """Return the words of a paragraph without looks: what quotes the window stands in quotation marks."""
    marks = _QUOTES.get(language, _OTHER_QUOTES)
    said = "".join(marks.format(span.text) if span.label else span.text for span in block.spans)
    return f"{block.number}. {said}" if block.number else said


def search(language: str, query: str, role: str = "") -> tuple[HelpPage, ...]:
    """Return the pages with all words of a query, those made for them, then with them in the title first.

    Case, script, endings, and which of several everyday words is used (`synonyms.json`) do not matter.
    """
    words = _words(query)
    if not words:
        return pages(language, role)
    return tuple(one for found, one in _ranked(language, words, role) if found == len(words))


def search_any(language: str, query: str, role: str = "") -> tuple[HelpPage, ...]:
    """Return the pages with at least one word of a query, those with the most of them first.

    Words of one or two letters stand on every page, and find nothing alone.
    """
    words = [word for word in _words(query) if len(word) > _SMALL]
    return tuple(one for found, one in _ranked(language, words, role) if found)


_WEIGHTS = (16, 12, 6, 2)
"""What a word counts among those that a page is made for, in its title, in what is bold, in its text."""


class _ReadPage(Struct, frozen=True):
    """A page with its words and how often each stands there: a table for each of the weights."""

    page: HelpPage
    words: tuple[Mapping[str, int], ...]


@functools.cache
def _read_words(language: str) -> Mapping[str, _ReadPage]:
    found = {}
    for one in pages(language):
        bold = " ".join(
            span.text for block in one.blocks for span in block.spans if span.strong or span.label
        )
        places = (one.sought, one.title, bold, one.plain)
        found[one.name] = _ReadPage(one, tuple(Counter(_words(text)) for text in places))
    return found


@functools.cache
def _synonyms(language: str) -> Mapping[str, frozenset[str]]:
    """Return for each word, without its ending, the others by which people mean the same."""
    kept = msgspec.json.decode(
        resource("help", "synonyms.json").read_bytes(), type=dict[str, list[list[str]]]
    )
    found: dict[str, frozenset[str]] = {}
    for group in kept[language if language in LANGUAGES else SOURCE]:
        words = frozenset(_words(" ".join(group)))
        for stem in map(_stem, words):
            found[stem] = found.get(stem, frozenset()) | words
    return found


def _ranked(language: str, words: Sequence[str], role: str) -> Iterator[tuple[int, HelpPage]]:
    """Return each page with how many of the words it has, those with the most and the best places first."""
    read, ranks = _read_words(language), []
    typed = [_alike(language, frozenset({word})) or _mistyped(language, word) for word in words]
    others = [_alike(language, _synonyms(language).get(_stem(word), frozenset()) - {word}) for word in words]
    for one in pages(language, role):
        places = read[one.name].words
        scores = [
            max(2 * _score(places, word), _score(places, other))
            for word, other in zip(typed, others, strict=True)
        ]
        ranks.append(((sum(score > 0 for score in scores), sum(scores)), one))
    ranks.sort(key=lambda each: each[0], reverse=True)
    return ((rank[0], one) for rank, one in ranks)


def _score(places: Sequence[Mapping[str, int]], alike: Mapping[str, int]) -> int:
    """Return how much a page says of a word that was looked for, which is `alike` to these of all pages."""
    score = 0
    for weight, counts in zip(_WEIGHTS, places, strict=True):
        found = counts.keys() & alike.keys()
        often = sum(counts[word] for word in found)
        score += weight * max((alike[word] for word in found), default=0) + min(often, _MANY)
    return score


@functools.lru_cache(maxsize=64)
def _alike(language: str, meant: frozenset[str]) -> Mapping[str, int]:
    """Return the words of all pages that are like some words, with how much they are."""
    found: dict[str, int] = {}
    for sought in meant:
        for other in _perhaps_like(language, sought):
            how = _likeness(sought, other)
            if how > found.get(other, 0):
                found[other] = how
    return found


def _perhaps_like(language: str, sought: str) -> set[str]:
    """Return the few words of all pages that may be like one: of its stem, or with the same beginning."""
    begins = sought[:_LEAST]
    first = {each for each in _every(language) if each.startswith(begins)}
    return first.union(_by_stem(language).get(_stem(sought), ()))


@functools.cache
def _every(language: str) -> frozenset[str]:
    return frozenset(
        word for read in _read_words(language).values() for counts in read.words for word in counts
    )


@functools.cache
def _by_stem(language: str) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for each in _every(language):
        found.setdefault(_stem(each), []).append(each)
    return found


@functools.lru_cache(maxsize=64)
def _mistyped(language: str, sought: str) -> Mapping[str, int]:
    """Return the words of all pages that differ from one by a letter: for when no page has that one."""
    # A start does without it.
    from rapidfuzz.distance import OSA

    stem = _stem(sought)
    if len(stem) <= _LEAST:  # A short word is like too many others, and so are names.
        return {}

    def is_near(word: str) -> bool:
        own = _stem(word)
        pairs = ((stem, own), (sought, own), (sought, word))
        return any(OSA.distance(one, other, score_cutoff=1) <= 1 for one, other in pairs)

    return dict.fromkeys(filter(is_near, _every(language)), 1)


_SMALL, _MANY = 2, 5
_LEAST, _ENDING = 5, 3
_SHORTEST = 3
_ENDINGS = sorted(
    set(
        fold(
            "s es ed ing er ers ion ions ly "
            "а я о е ы и у ю ь й ам ям ах ях ов ев ей ой ый ий ая яя ое ее ые ие ого его ому ему ым им "
            "ыми ими ами ями ом ем ую юю их ых ия ии ию ҳо ҳои ҳоро ҳоям ро ат аш амон атон ашон ӣ"
        ).split()
    ),
    key=len,
    reverse=True,
)
"""Of nouns and adjectives; verbs are found by what they begin with."""


@functools.cache
def _stem(folded: str) -> str:
    """Return a word without the longest ending that it may have."""
    return next(
        (
            folded[: -len(each)]
            for each in _ENDINGS
            if folded.endswith(each) and len(folded) - len(each) >= _SHORTEST
        ),
        folded,
    )


def _likeness(sought: str, word: str) -> int:
    """Tell how like a word of a page is: 2 for another form of it, 1 where it begins with it, else 0."""
    if _stem(word) == _stem(sought):
        return 2
    shorter = min(len(word), len(sought))
    common = next((at for at in range(shorter) if word[at] != sought[at]), shorter)
    alike = common >= _LEAST and max(len(word), len(sought)) - common <= _ENDING
    return 2 if alike else int(word.startswith(sought))


def _words(text: str) -> list[str]:
    """Return the words of a text, folded; who types "е" for "ё" means the same."""
    return fold(text.casefold().replace("ё", "е")).split()


def search_terms(language: str, query: str) -> tuple[Term, ...]:
    """Return the terms whose word has all words of a query; where none has, those whose meaning has them."""
    wanted = _words(query)
    if not wanted:
        return ()
    named = tuple(each for each in terms(language) if all(w in " ".join(_words(each.word)) for w in wanted))
    return named or tuple(
        each
        for each in terms(language)
        if all(
            any(_likeness(word, said) for said in _words(f"{each.word} {each.meaning}")) for word in wanted
        )
    )
