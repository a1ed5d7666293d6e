"""Outlines as HTML and as PDF.

The pages are shown by any browser from a folder, without a network and without a script.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import quote

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import write_fact
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.paper import Paper, text_width
from trainer_app.domain.base.texts import LANGUAGES, capital
from trainer_app.domain.office.outline import (
    Link,
    Outline,
    OutlineCell,
    OutlineSection,
    OutlineTable,
    Speak,
    words_of,
)
from trainer_app.domain.papers.course_papers import SECOND

_STYLE = """
:root { color-scheme: light; font: 15px/1.45 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: #17212b; }
body { margin: 0 auto; max-width: 1180px; padding: 20px 28px 60px; background: #fff; }
header { border-bottom: 1px solid #cfd7df; padding-bottom: 10px; margin-bottom: 18px; }
h1 { font-size: 24px; margin: 8px 0 2px; }
h2 { font-size: 17px; margin: 30px 0 8px; }
nav a, nav b { margin-right: 14px; }
a { color: #0b5394; }
.second { color: #55636f; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 13px; }
th, td { border: 1px solid #d5dce2; padding: 3px 7px; text-align: left; vertical-align: top; }
th { background: #eef2f5; }
td.right, th.right { text-align: right; }
td { overflow-wrap: anywhere; min-width: 2.5em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 3px 18px; margin: 8px 0; }
dt { color: #55636f; }
dd { margin: 0; overflow-wrap: anywhere; }
.digits { font-family: ui-monospace, Consolas, monospace; font-size: 18px; }
@media print { body { max-width: none; padding: 0; } .scroll { overflow: visible; } nav { display: none; } }
"""


_NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'"


def outline_html(
    outline: Outline,
    language: str,
    speak: Speak,
    *,
    elsewhere: Mapping[str, str],
    up: str = "",
    top: str = "../",
) -> bytes:
    """Return one page. `elsewhere` maps the other languages to the same page there, by a path from this one.

    `up` are the words that lead to the index; `top` is the way from this page to the top of the folder.
    """
    title = speak(outline.title)
    parts = [
        *_head(language, title),
        "<header>",
        _languages(language, elsewhere),
        f'<nav><a href="index.html">{escape(up)}</a></nav>' if up else "",
        f"<h1>{escape(title)}</h1>",
        f'<p class="second">{escape(speak(outline.second))}</p>' if outline.second else "",
        "</header>",
        "<main>",
        _contents(outline, speak),
        *(line for section in outline.sections for line in _section(section, speak, top)),
        "</main></body></html>",
    ]
    return ("\n".join(part for part in parts if part) + "\n").encode()


def entry_html(
    titles: Mapping[str, str], words: Mapping[str, Sequence[str]], files: Mapping[str, str]
) -> bytes:
    """Return the page on which a language is chosen: for each its title, some sentences, and a link."""
    parts = [*_head("en", " · ".join(titles.values())), "<main>"]
    for language, title in titles.items():
        parts.append(f'<section lang="{language}"><h1>{escape(title)}</h1>')
        parts += [f"<p>{escape(each)}</p>" for each in words[language]]
        name = LANGUAGES[language].name
        parts.append(f'<p><a href="{quote(files[language])}">{escape(name)}</a></p></section>')
    parts.append("</main></body></html>")
    return ("\n".join(parts) + "\n").encode()


def _head(language: str, title: str) -> list[str]:
    return [
        f'<!DOCTYPE html>\n<html lang="{language}">',
        '<head><meta charset="utf-8">',
        # Nothing is loaded from anywhere, and nothing runs, whatever somebody typed as a name.
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_RUNS}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style></head><body>",
    ]


def _languages(language: str, elsewhere: Mapping[str, str]) -> str:
    links = [
        f"<b>{escape(each.name)}</b>"
        if code == language
        else f'<a lang="{code}" href="{quote(elsewhere[code])}">{escape(each.name)}</a>'
        for code, each in LANGUAGES.items()
        if code == language or code in elsewhere
    ]
    return f"<nav>{''.join(links)}</nav>"


def _contents(outline: Outline, speak: Speak) -> str:
    if len(outline.sections) < 3:
        return ""
    links = (f'<a href="#{section.name}">{escape(speak(section.title))}</a>' for section in outline.sections)
    return f"<nav>{' '.join(links)}</nav>"


def _section(section: OutlineSection, speak: Speak, top: str) -> Iterable[str]:
    yield f'<section id="{section.name}"><h2>{escape(speak(section.title))}</h2>'
    for each in section.words:
        yield f"<p>{escape(speak(each))}</p>"
    if section.facts:
        yield "<dl>"
        for name, value in section.facts:
            yield f"<dt>{escape(capital(speak(name)))}</dt><dd>{_cell(value, speak, top)}</dd>"
        yield "</dl>"
    if section.table is not None and section.table.rows:
        yield from _table(section.table, speak, top)
    yield "</section>"


def _table(table: OutlineTable, speak: Speak, top: str) -> Iterable[str]:
    sides = [' class="right"' if place in table.right else "" for place in range(len(table.columns))]
    yield '<div class="scroll"><table><thead><tr>'
    yield "".join(
        f'<th scope="col"{side}>{escape(capital(speak(head)))}</th>'
        for side, head in zip(sides, table.heads, strict=True)
    )
    yield "</tr></thead><tbody>"
    for row in table.rows:
        cells = (f"<td{side}>{_cell(cell, speak, top)}</td>" for side, cell in zip(sides, row, strict=True))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table></div>"


def _cell(cell: OutlineCell, speak: Speak, top: str) -> str:
    text = escape(speak(words_of(cell)))
    if not isinstance(cell, Link):
        return text
    # Pages lie beside each other, in the folder of their language; files in the folder above.
    way = "" if cell.file.endswith(".html") else top
    return f'<a href="{way}{quote(cell.file)}">{text}</a>'


_MARGIN = 18.0
_SIZE = 8.0
_NARROW, _WIDE = 6, 80
"""Letters by which a column gets at least, and at most, its part of what is left over."""
_LONGEST_WORD = 44.0
"""How wide the longest word may make its column: what is longer is a code or a file's name."""
_BESIDE = 3.2
"""What a column is wider than its text."""


def outline_pdf(outline: Outline, language: str, speak: Speak) -> bytes:
    """Return an outline as PDF, in upright A4."""
    title = speak(outline.title)
    paper = Paper(210, 297, language, title, "")
    flow = Flow(paper, _MARGIN, title)
    flow.paragraph(title, fonts.SANS_BOLD, 17)
    flow.paragraph(speak(outline.second), fonts.SANS, 10, SECOND)
    for section in outline.sections:
        _write_pdf(flow, section, speak)
    return flow.finish()


def _write_pdf(flow: Flow, section: OutlineSection, speak: Speak) -> None:
    flow.heading(capital(speak(section.title)))
    for each in section.words:
        flow.paragraph(speak(each))
    if section.words:
        flow.space(1.5)
    for name, value in section.facts:
        write_fact(flow, capital(speak(name)), Cell(speak(words_of(value))))
    if section.table is not None and section.table.rows:
        _write_pdf_table(flow, section.table, speak)


def _write_pdf_table(flow: Flow, table: OutlineTable, speak: Speak) -> None:
    """Write a table: no column cuts a word, and what is left is theirs who have the longest texts."""
    heads = [capital(speak(head)) for head in table.heads]
    rows = [[speak(words_of(cell)) for cell in row] for row in table.rows]
    listed = [(head, *texts) for head, texts in zip(heads, zip(*rows, strict=True), strict=True)]
    least = [min(_LONGEST_WORD, max(_word_width(text) for text in texts)) for texts in listed]
    asked = [max(_NARROW, min(_WIDE, max(map(len, texts)))) for texts in listed]
    room = max(flow.width - sum(least), 0.0)
    columns = [
        Column(head, width + room * share / sum(asked), place in table.right)
        for place, (head, width, share) in enumerate(zip(heads, least, asked, strict=True))
    ]
    flow.table(columns, [[Cell(text) for text in row] for row in rows], size=_SIZE)


def _word_width(text: str) -> float:
    """Return how wide a column is that cuts no word of a text; lines end after hyphens too."""
    words = text.replace("-", "- ").split()
    return max((text_width(word, fonts.SANS_SEMIBOLD, _SIZE) for word in words), default=0.0) + _BESIDE
