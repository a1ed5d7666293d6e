"""What is held about one person, on paper: an outline with headings, facts and tables, as PDF."""

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import write_fact
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.paper import Paper
from trainer_app.domain.base.texts import capital
from trainer_app.domain.office.outline import Outline, OutlineSection, OutlineTable, Speak, words_of
from trainer_app.domain.papers.course_papers import SECOND

_MARGIN = 18.0
_NARROW, _WIDE = 6, 46
"""Letters by which a column is at least, and at most, as wide as others."""


def held_pdf(outline: Outline, language: str, speak: Speak) -> bytes:
    """Return an outline as PDF, in upright A4."""
    title = speak(outline.title)
    paper = Paper(210, 297, language, title, "")
    flow = Flow(paper, _MARGIN, title)
    flow.paragraph(title, fonts.SANS_BOLD, 17)
    flow.paragraph(speak(outline.second), fonts.SANS, 10, SECOND)
    for section in outline.sections:
        _write(flow, section, speak)
    return flow.finish()


def _write(flow: Flow, section: OutlineSection, speak: Speak) -> None:
    flow.heading(capital(speak(section.title)))
    for each in section.words:
        flow.paragraph(speak(each))
    if section.words:
        flow.space(1.5)
    for name, value in section.facts:
        write_fact(flow, capital(speak(name)), Cell(speak(words_of(value))))
    if section.table is not None and section.table.rows:
        _write_table(flow, section.table, speak)


def _write_table(flow: Flow, table: OutlineTable, speak: Speak) -> None:
    """Write a table; a column is as wide as what stands in it asks for, within bounds."""
    heads = [capital(speak(head)) for head in table.heads]
    rows = [[speak(words_of(cell)) for cell in row] for row in table.rows]
    widths = [
        max(_NARROW, min(_WIDE, max(_longest(texts), _longest_word(head))))
        for head, texts in zip(heads, zip(*rows, strict=True), strict=True)
    ]
    columns = [
        Column(head, width, place in table.right)
        for place, (head, width) in enumerate(zip(heads, widths, strict=True))
    ]
    flow.table(columns, [[Cell(text) for text in row] for row in rows], size=8)


def _longest(texts: tuple[str, ...]) -> int:
    return max(map(len, texts), default=0)


def _longest_word(text: str) -> int:
    return max((len(word) + 2 for word in text.split()), default=0)
