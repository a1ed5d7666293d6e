"""Turns text that was made for web pages or in Markdown into plain text, and says what gets lost by it."""

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.evaluations.question_files import FilePosition, QuestionProblem, excerpt

_LONGEST = 40_000
"""A text that is longer is refused anyway; it need not be taken apart first."""
_BLOCKS = regex(
    "address|article|blockquote|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|ol|p|pre"
    "|section|table|tbody|tfoot|thead|tr|ul"
)
_EMPHASIS = regex("b|strong|i|em|u|s|del|strike|mark|big")
_PLAIN = regex(
    "a|abbr|body|br|center|cite|code|font|html|kbd|nobr|param|q|small|source|span|sub|sup|td|th|tt|var|wbr"
)
_MEDIA = {
    "img": "image",
    "svg": "image",
    "canvas": "image",
    "map": "image",
    "audio": "sound",
} | dict.fromkeys(("video", "iframe", "embed", "object"), "video")
_SILENT = frozenset(("script", "style", "head", "title", "svg", "object"))
_TAG = regex(r"</?([A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]*)?>")
_ENTITY = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|nbsp|amp|lt|gt|quot|laquo|raquo|mdash|ndash);")
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

_STRONG = regex(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_ITALIC = regex(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)")
_IMAGE = regex(r"!\[([^\]\n]*)\]\(([^()\s]*)[^()\n]*\)")
_LINK = regex(r"\[([^\]\n]+)\]\(([^()\s]+)[^()\n]*\)")
_CODE = regex(r"`([^`\n]+)`")
_HEADING = regex(r"^#{1,6} +", re.MULTILINE)


def has_markup(text: str) -> bool:
    """Tell whether a text holds tags of web pages or their names for characters."""
    return any(_is_known(found.lower()) for found in _TAG.findall(text)) or _ENTITY.search(text) is not None


def plain_html(text: str, place: FilePosition, *, wrapped: bool = True) -> tuple[str, list[QuestionProblem]]:
    """Return the text of a piece of a web page, and what is lost.

    With `wrapped` the ends of its lines mean nothing, as in web pages; otherwise they stay.
    """
    if len(text) > _LONGEST:
        return text, []
    reader = _Reader(place, wrapped=wrapped)
    reader.feed(text)
    reader.close()
    return reader.finish(), reader.lost


def plain_markdown(text: str, place: FilePosition) -> tuple[str, list[QuestionProblem]]:
    """Return the text of a piece of Markdown, and what is lost."""
    if len(text) > _LONGEST:
        return text, []
    lost = [_lost(place, "image", found[2]) for found in _IMAGE.finditer(text)]
    bare = _IMAGE.sub(lambda found: f"[{found[1]}]" if found[1] else "", text)
    lost += [_lost(place, "link", found[2]) for found in _LINK.finditer(bare)]
    bare = _LINK.sub(r"\1", bare)
    marked = [found[0] for pattern in (_STRONG, _ITALIC) for found in pattern.finditer(bare)]
    bare = _STRONG.sub(r"\2", bare)
    bare = _ITALIC.sub(lambda found: found[1] or found[2], bare)
    bare = _HEADING.sub("", _CODE.sub(r"\1", bare))
    if marked:
        lost.append(_lost(place, "emphasis", marked[0]))
    return bare, lost


def _is_known(tag: str) -> bool:
    """Tell whether web pages have such a tag."""
    patterns = (_BLOCKS, _EMPHASIS, _PLAIN)
    return tag in _MEDIA or tag in _SILENT or any(each.fullmatch(tag) for each in patterns)


def _lost(place: FilePosition, what: str, value: str) -> QuestionProblem:
    return QuestionProblem(place, f"question_file.lost.{what}", excerpt(value))


class _Reader(HTMLParser):
    """Gathers the words of a piece of a web page."""

    def __init__(self, place: FilePosition, *, wrapped: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.lost: list[QuestionProblem] = []
        self._place, self._wrapped = place, wrapped
        self._pieces: list[str] = []
        self._silent: list[str] = []
        self._muted: list[str] = []
        self._shifted: list[int] = []
        self._numbers: list[int] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Take in the beginning of an element."""
        values = {name: value or "" for name, value in attrs}
        if not _is_known(tag):
            # Not a tag of a web page: somebody wrote <name> and meant it.
            self._pieces.append(self.get_starttag_text() or "")
            return
        if tag in _MEDIA:
            self._lose(_MEDIA[tag], values.get("src") or values.get("data") or tag)
            if values.get("alt"):
                self._pieces.append(f"[{values['alt']}]")
        if tag in _SILENT:
            self._silent.append(tag)
        elif _EMPHASIS.fullmatch(tag):
            self._lose("emphasis", tag)
        elif tag == "a" and values.get("href"):
            self._lose("link", values["href"])
        self._break(tag, values)

    def _break(self, tag: str, values: Mapping[str, str]) -> None:
        """Begin a new line or cell where an element does."""
        if tag == "table":
            self._lose("table", tag)
        if tag in ("sub", "sup"):
            self._shifted.append(len(self._pieces))
        elif tag in ("ol", "ul"):
            self._numbers.append(0 if tag == "ol" else -1)
        if _BLOCKS.fullmatch(tag) or tag == "br":
            self._pieces.append("\n")
        if tag in ("td", "th") and self._pieces and not self._pieces[-1].endswith("\n"):
            self._pieces.append(" | ")
        if tag == "li":
            ordered = bool(self._numbers) and self._numbers[-1] >= 0
            if ordered:
                self._numbers[-1] += 1
            self._pieces.append(f"{self._numbers[-1]}. " if ordered else "• ")

    def handle_endtag(self, tag: str) -> None:
        """Take in the end of an element."""
        if not _is_known(tag):
            self._pieces.append(f"</{tag}>")
            return
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()
            self._muted.clear()
        if tag in ("ol", "ul") and self._numbers:
            self._numbers.pop()
        if _BLOCKS.fullmatch(tag):
            self._pieces.append("\n")
        if tag in ("sub", "sup") and self._shifted:
            start = self._shifted.pop()
            inside = "".join(self._pieces[start:])
            self._pieces[start:] = [_shift(inside, raised=tag == "sup")]

    def handle_data(self, data: str) -> None:
        """Take in words."""
        pieces = self._muted if self._silent else self._pieces
        pieces.append(re.sub(r"\s+", " ", data) if self._wrapped else data)

    def handle_decl(self, decl: str) -> None:
        """Keep what only looks like a declaration."""
        if not decl.lower().startswith("doctype"):
            self._pieces.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        """Keep what only looks like an instruction."""
        self._pieces.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        """Keep what only looks like a section."""
        self._pieces.append(f"<![{data}]>")

    def finish(self) -> str:
        """Return the words that were gathered."""
        # What an element hides that never ends is not hidden on purpose.
        text = "".join([*self._pieces, *self._muted]).replace("\u00a0", " ")
        return re.sub(r"[ ]*\n[\s]*", "\n", text).strip() if self._wrapped else text.strip()

    def _lose(self, what: str, value: str) -> None:
        if not any(each.code.endswith(what) for each in self.lost):
            self.lost.append(_lost(self._place, what, value))


def _shift(text: str, *, raised: bool) -> str:
    """Return raised or lowered signs: with letters of that kind, or marked by ^ and _."""
    table = _RAISED if raised else _LOWERED
    stripped = text.strip()
    if stripped and all(ord(sign) in table for sign in stripped):
        return stripped.translate(table)
    return f"{'^' if raised else '_'}{stripped}" if stripped else ""
