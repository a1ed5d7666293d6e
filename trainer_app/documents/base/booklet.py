"""The help as one booklet: its pages one after another, then the meanings of its words, on A4."""

from collections.abc import Sequence

from PIL import Image

from trainer_app.documents.base import fonts
from trainer_app.documents.base.fitting import wrap
from trainer_app.documents.base.flow import Flow
from trainer_app.documents.base.paper import Paper
from trainer_app.domain.base.help_pages import BlockKind, HelpBlock, HelpPage, Term, picture_file, written
from trainer_app.domain.base.texts import word
from trainer_app.domain.papers.course_papers import SECOND

_MARGIN = 20.0
_SIZE = 10.5
_INDENT = 7.0
_PICTURE = 95.0
"""How wide a picture is, in millimetres."""
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
    texts = [written(block, language) for block in page.blocks]
    lines = sum(len(wrap(text, fonts.SANS, _SIZE, flow.width - _INDENT)) for text in texts)
    pictures = [block for block in page.blocks if block.kind is BlockKind.PICTURE]
    shown = sum(_picture_height(block, language) + 1 for block in pictures)
    return 22 + lines * line + 2.4 * len(texts) + shown


def _picture_height(block: HelpBlock, language: str) -> float:
    with Image.open(picture_file(block.picture, language)) as picture:
        return _PICTURE * picture.height / picture.width


def _write(flow: Flow, block: HelpBlock, language: str) -> None:
    """Write a paragraph of a page, or its picture with what it shows."""
    if block.kind is BlockKind.PICTURE:
        height = _picture_height(block, language)
        flow.need(height + 8)
        file = picture_file(block.picture, language).read_bytes()
        flow.paper.image((_MARGIN + _INDENT, flow.y, _PICTURE, height), file)
        flow.y += height + 1
        flow.paragraph(written(block, language), size=_SIZE - 2, colour=SECOND, indent=_INDENT)
        flow.y += 2.4
        return
    said = written(block, language).removeprefix(f"{block.number}. ")
    mark = {BlockKind.STEP: f"{block.number}.", BlockKind.POINT: "•"}.get(block.kind, "")
    command = block.kind is BlockKind.COMMAND
    indent = _INDENT if mark or command else 0
    lines = wrap(said, fonts.SANS, _SIZE, flow.width - indent)
    flow.need(len(lines) * _SIZE * _LEADING / _POINTS)
    if mark:
        flow.paper.text(_MARGIN, flow.y + _SIZE * _LEADING * 0.75 / _POINTS, mark, fonts.SANS_SEMIBOLD, _SIZE)
    tip = block.kind is BlockKind.TIP
    flow.paragraph(
        said,
        size=_SIZE - 1 if tip or command else _SIZE,
        colour=SECOND if tip else "000000",
        indent=indent,
    )
    flow.y += 2.4
