"""The help as one booklet: its pages one after another, then the meanings of its words, on A4."""

from collections.abc import Sequence

from trainer_app.documents.base import fonts
from trainer_app.documents.base.fitting import wrap
from trainer_app.documents.base.flow import Flow
from trainer_app.documents.base.paper import Paper
from trainer_app.domain.base.help_pages import BlockKind, HelpBlock, HelpPage, Term, written
from trainer_app.domain.base.texts import word
from trainer_app.domain.papers.course_papers import SECOND

_MARGIN = 20.0
_SIZE = 10.5
_INDENT = 7.0
_LEADING = 1.32
_POINTS = 72 / 25.4


def booklet_pdf(pages: Sequence[HelpPage], terms: Sequence[Term], language: str) -> bytes:
    """Return the booklet as PDF: a list of its pages, the pages, the glossary."""
    title = word("help.booklet", language)
    paper = Paper(210, 297, language, title)
    flow = Flow(paper, _MARGIN, title)
    flow.paragraph(title, fonts.SANS_SEMIBOLD, 20)
    flow.y += 6
    for number, page in enumerate(pages, start=1):
        flow.paragraph(f"{number}.  {page.title}", size=_SIZE)
        flow.y += 1
    flow.turn_page()
    for page in pages:
        # Two pages of the help stand on one sheet side, but none is parted.
        flow.need(_height(flow, page, language))
        flow.space(9)
        flow.paragraph(page.title, fonts.SANS_SEMIBOLD, 16)
        flow.y += 3
        for block in page.blocks:
            _write(flow, block, language)
    flow.turn_page()
    flow.paragraph(word("help.glossary", language), fonts.SANS_SEMIBOLD, 16)
    for term in terms:
        flow.y += 3
        flow.need(12)
        flow.paragraph(term.word, fonts.SANS_SEMIBOLD, _SIZE)
        flow.paragraph(term.meaning, size=_SIZE)
    return flow.finish()


def _height(flow: Flow, page: HelpPage, language: str) -> float:
    """Return the height of a page with its title, in millimetres."""
    line = _SIZE * _LEADING / _POINTS
    texts = [written(block, language) for block in page.blocks if block.kind is not BlockKind.PICTURE]
    lines = sum(len(wrap(text, fonts.SANS, _SIZE, flow.width - _INDENT)) for text in texts)
    return 22 + lines * line + 2.4 * len(texts)


def _write(flow: Flow, block: HelpBlock, language: str) -> None:
    """Write a paragraph of a page; its picture stands in the window only."""
    if block.kind is BlockKind.PICTURE:
        return
    said = written(block, language).removeprefix(f"{block.number}. ")
    mark = {BlockKind.STEP: f"{block.number}.", BlockKind.POINT: "•"}.get(block.kind, "")
    lines = wrap(said, fonts.SANS, _SIZE, flow.width - (_INDENT if mark else 0))
    flow.need(len(lines) * _SIZE * _LEADING / _POINTS)
    if mark:
        flow.paper.text(_MARGIN, flow.y + _SIZE * _LEADING * 0.75 / _POINTS, mark, fonts.SANS_SEMIBOLD, _SIZE)
    tip = block.kind is BlockKind.TIP
    flow.paragraph(
        said,
        size=_SIZE - 1 if tip else _SIZE,
        colour=SECOND if tip else "000000",
        indent=_INDENT if mark else 0,
    )
    flow.y += 2.4
