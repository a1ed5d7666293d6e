"""Papers made of questions: tests, anonymous forms, rating sheets. Pure black, one number on every page."""

from trainer_app.documents import fonts
from trainer_app.documents.flow import Cell
from trainer_app.documents.form_parts import EDGE, THIN, to_write_on
from trainer_app.documents.paper import Paper
from trainer_app.documents.question_blocks import Setting, question_blocks
from trainer_app.documents.question_heads import Heading
from trainer_app.documents.question_piles import WIDE, Extent, Pile
from trainer_app.documents.question_rows import Block, Row, text_rows
from trainer_app.documents.question_words import QUESTION_WORDS
from trainer_app.documents.speech import Speech
from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.forms import FormKind
from trainer_app.domain.question_papers import QuestionPaper, QuestionPapers, is_shuffled
from trainer_app.domain.questions import CHOICES


def question_papers_pdf(papers: QuestionPapers, language: str, progress: Progress = no_progress) -> bytes:
    """Return a pile of papers; short anonymous forms and rating sheets stand two to a page.

    Raises documents.nothing_to_print, paper.unknown_language.
    """
    return _pile(papers, language).draw(progress)


def papers_extent(papers: QuestionPapers, language: str) -> Extent:
    """Return how many pages the papers take, without drawing them. Raises paper.unknown_language."""
    return _pile(papers, language).extent()


def _pile(papers: QuestionPapers, language: str) -> Pile:
    speech = Speech(language, QUESTION_WORDS)
    setting = Setting(papers, speech, WIDE - 2 * EDGE)

    def blocks(paper: QuestionPaper) -> list[Block]:
        opening = _opening(setting)
        found = [Block(tuple(opening), 0.0)] if opening else []
        found += question_blocks(setting, paper)
        return [*found, _closing(setting)] if papers.rating else found

    sample = "leaf.sample" if papers.facts is None else ""
    return Pile(
        Heading(papers, speech, "leaf.booklet" if papers.booklet else sample),
        papers.papers,
        blocks,
        alike=papers.booklet or not is_shuffled(papers.form),
        halves=papers.form.form.kind is not FormKind.TEST,
        duplex=papers.duplex,
        ordered=not papers.form.form.anonymous,
    )


def _opening(setting: Setting) -> list[Row]:
    """Say whose answers these are and how to give them, in the words of the form and in ours."""
    papers, speech = setting.pile, setting.speech
    form = papers.form.form
    said: list[tuple[Cell, str]] = []
    if form.anonymous:
        said.append((speech.word("leaf.anonymous"), fonts.SANS_SEMIBOLD))
    if form.intro.best(speech.main):
        said.append((speech.texts(form.intro), fonts.SANS))
    if papers.booklet:
        said.append((speech.word("leaf.booklet_how"), fonts.SANS_SEMIBOLD))
    elif any(each.kind in CHOICES for each in papers.form.questions) and not papers.rating:
        tested = form.kind is FormKind.TEST
        said.append((speech.word("leaf.how" if tested else "leaf.how_open"), fonts.SANS))
    return [row for cell, font in said for row in text_rows(cell, setting.width, font, 8.5)]


def _closing(setting: Setting) -> Block:
    """Leave room for a remark, and lines for the trainer's signature and the day."""
    width, both = setting.width, setting.speech.both

    def line(paper: Paper, x: float, y: float) -> None:
        paper.line(x, y + 7.6, x + width, y + 7.6, THIN)

    def sign(paper: Paper, x: float, y: float) -> None:
        middle = x + width * 0.62
        to_write_on(paper, x, y + 8.5, middle - 6, both("rating.signature"))
        to_write_on(paper, middle, y + 8.5, x + width, both("rating.date"))

    label = text_rows(Cell(both("rating.remark")), width, size=8.5)
    return Block((*label, Row(7.6, line), Row(8.0, line), Row(10.0, sign)), 4.0)
