"""Table cards: two on A4, each folded in the middle, so that the name stands on both sides.

A face is 210 by 74 mm: a family name of thirteen letters has capitals of 15.7 mm, which are read from five
metres. The upper half stands upside down and comes right when the card is folded.
"""

from itertools import batched

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import draw_emblems, open_emblems
from trainer_app.documents.base.fitting import Box, Piece, stack
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.base.wording import format_days
from trainer_app.domain.base.catalogue import word
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseHead
from trainer_app.domain.papers.course_papers import NameCard, NameCards, PaperLanguage, read_paper_language

PLACES = 2
"""Cards on a page."""

WIDE, FACE = 210.0, 297 / 4
"""One face of a card, in millimetres."""

_PAD = 14.0
_FOOT = 55.5
_THIN, _THICK = 0.35, 0.8
_BLANK = NameCard(Texts())


def table_cards_pdf(cards: NameCards, language: str) -> bytes:
    """Return the table cards as a PDF; a place that is left has a card to write on by hand.

    Raises documents.nothing_to_print, paper.unknown_language.
    """
    tongue = read_paper_language(language)
    printed = list(cards.cards)
    if cards.spare and (len(printed) % PLACES or not printed):
        printed += [_BLANK] * (PLACES - len(printed) % PLACES)
    if not printed:
        raise TrainerError("documents.nothing_to_print")
    title = f"{word('card.title', tongue.main)} – {tongue.first(cards.head.title)}"
    paper = Paper(WIDE, 4 * FACE, tongue.main, title)
    drawing = _Drawing(paper, cards.head, tongue)
    for page in batched(printed, PLACES):
        for index, card in enumerate(page):
            drawing.draw(card, index * 2 * FACE)
        drawing.marks(len(page))
        paper.end_page()
    return paper.finish()


class _Drawing:
    """Cards being drawn; what all have in common is kept once, as a form."""

    def __init__(self, paper: Paper, head: CourseHead, tongue: PaperLanguage) -> None:
        self.paper, self.head, self.tongue = paper, head, tongue
        paper.begin_form()
        self._draw_common()
        paper.end_form("Card")

    def draw(self, card: NameCard, top: float) -> None:
        """Draw both faces of a card; the upper one upside down."""
        with self.paper.moved(0, top), self.paper.turned(WIDE / 2, FACE / 2):
            self._draw_face(card)
        with self.paper.moved(0, top + FACE):
            self._draw_face(card)

    def marks(self, count: int) -> None:
        """Draw where to fold and where to cut, at the edges, with the word for it."""
        paper = self.paper
        for place in range(count):
            fold, cut = (2 * place + 1) * FACE, (2 * place + 2) * FACE
            for left in (3.0, WIDE - 12):
                paper.line(left, fold, left + 9, fold, _THIN, dash="3 2")
            self._mark(fold, "card.fold")
            if cut < paper.height - 1:
                paper.line(3, cut, WIDE - 3, cut, _THIN, dash="0.5 3.5")
                self._mark(cut, "card.cut")

    def _mark(self, y: float, code: str) -> None:
        self.paper.text(WIDE - 4, y - 1, word(code, self.tongue.main), fonts.SANS, 6, align="right")

    def _draw_face(self, card: NameCard) -> None:
        self.paper.show_form("Card")
        if card == _BLANK:
            self.paper.line(_PAD, 40, WIDE - _PAD, 40, _THIN)
            return
        first, below = self.tongue.first, self.tongue.below
        latin = " ".join(part for part in (below(card.given), below(card.family)) if part)
        pieces = (
            Piece(first(card.family), fonts.SANS_BOLD, 78, 44, 2),
            Piece(first(card.given), fonts.SANS_MEDIUM, 40, 24, 2, 3),
            Piece(latin, fonts.SANS, 20, 14, 1, 3),
        )
        stack(self.paper, Box(_PAD, 6, WIDE - 2 * _PAD, _FOOT - 10, align="centre", high=0.5), pieces)

    def _draw_common(self) -> None:
        """Draw what stands on every face: who is behind the course, its title, place and days."""
        paper, head, tongue = self.paper, self.head, self.tongue
        paper.line(_PAD, _FOOT, WIDE - _PAD, _FOOT, _THICK)
        shown = open_emblems(head.emblems)
        half = (WIDE - 2 * _PAD) / 2
        row = Box(_PAD, _FOOT + 2.5, half - 6, 8.5)
        draw_emblems(paper, shown, PaperLanguage(tongue.main), row, size=7.5, spread=False)
        days = format_days(head.first_day, head.last_day, tongue.main)
        place = ", ".join(filter(None, (tongue.first(head.town), days)))
        pieces = (
            Piece(tongue.first(head.title), fonts.SANS_SEMIBOLD, 8.5, 7.5, 2),
            Piece(tongue.below(head.title), fonts.SANS, 7.5, 7, 1, 0.6),
            Piece(place, fonts.SANS, 7.5, 7, 1, 0.8),
        )
        box = Box(_PAD + half + 6, _FOOT + 2.5, half - 6, 10, align="right")
        stack(paper, box, pieces)
