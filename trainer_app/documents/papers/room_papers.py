"""Papers for the room: forms that are filled in by hand, badges to wear, cards for the table.

Registration forms stand three to a page. An answer sheet has a large number that points to a participant, and
boxes A to E to cross.

Badges: eight on A4, 90 by 65 mm, to be cut out along the marks. The code is wide enough for a cheap scanner
at arm's length: each module is 0.423 mm, five dots of a printer of 300 dpi and ten of one of 600, so that no
bar is rounded. It is drawn as bars, not as a picture.

Table cards: two on A4, each folded in the middle, so that the name stands on both sides. A face is 210 by
74 mm: a family name of thirteen letters has capitals of 15.7 mm, which are read from five metres. The upper
half stands upside down and comes right when the card is folded.
"""

from itertools import batched

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import (
    THICK,
    THIN,
    OpenedEmblem,
    Slot,
    comb,
    draw_emblems,
    field,
    heading,
    open_emblems,
    slots,
    small_print,
    tick_box,
    to_write_on,
)
from trainer_app.documents.base.fitting import Box, Piece, fit, stack
from trainer_app.documents.base.graphics import BARCODE_QUIET, code128
from trainer_app.documents.base.paper import Paper, text_width
from trainer_app.documents.base.wording import Speech, format_days, joined
from trainer_app.domain.attendance.sheets import spaced_code
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts, word, words
from trainer_app.domain.courses.courses import CourseHead
from trainer_app.domain.papers.course_papers import (
    FORMS_A_PAGE,
    MOST_ON_HALF,
    OPTIONS,
    AnswerSheet,
    AnswerSheets,
    NameCard,
    NameCards,
    PaperLanguage,
    RegistrationForm,
    cut_order,
    read_paper_language,
)
from trainer_app.domain.people.persons import Sex

_GAP, _ROW, _LETTERS = 4.0, 12.4, 30


def registration_pdf(form: RegistrationForm, language: str) -> bytes:
    """Return one page of registration forms."""
    speech = Speech(language)
    name = speech.plain("registration.title")
    paper = Paper(210, 297, speech.main, f"{name} – {form.facts.title.best(speech.main)} – {form.facts.code}")
    for slot in slots(paper, FORMS_A_PAGE):
        _Form(slot, form, speech).draw()
    return paper.finish()


class _Form:
    """One form being drawn."""

    def __init__(self, slot: Slot, form: RegistrationForm, speech: Speech) -> None:
        self.slot, self.form, self.speech = slot, form, speech
        self.paper = slot.paper
        self.half = (slot.width - _GAP) / 2
        self.second = slot.left + self.half + _GAP

    def draw(self) -> None:
        """Draw everything."""
        slot, both = self.slot, self.speech.both
        self._head()
        y = slot.top + 17.6
        field(self.paper, slot.left, y, self.half, both("registration.family"))
        field(self.paper, self.second, y, self.half, both("registration.given"))
        y += _ROW
        field(self.paper, slot.left, y, self.half, both("registration.patronymic"))
        self._sex(self.second, y)
        y += _ROW
        comb(self.paper, slot.left, y, slot.width, both("registration.latin"), _LETTERS)
        y += _ROW
        field(self.paper, slot.left, y, self.half, both("list.rank"))
        field(self.paper, self.second, y, self.half, both("list.unit"))
        y += _ROW
        wide = self.half if self.form.phone else slot.width
        field(self.paper, slot.left, y, wide, both("registration.district"))
        if self.form.phone:
            field(self.paper, self.second, y, self.half, both("registration.phone"))
        self._sign(y + _ROW)

    def _head(self) -> None:
        """Name the form and the course; leave a box for the number that the list gives."""
        slot, speech, facts = self.slot, self.speech, self.form.facts
        box = 18.0
        label = speech.both("registration.number")
        room = slot.width - box - text_width(label, fonts.SANS, 7.5) - 8
        title = joined(speech.word("registration.title"))
        self.paper.text(slot.left, slot.top + 10, title, fonts.SANS_BOLD, 12.5)
        days = format_days(facts.first_day, facts.last_day, speech.main)
        course = f"{speech.texts(facts.title).text} · {facts.code} · {days}"
        fitted = fit(course, fonts.SANS, 8.5, room, 6.5, max_lines=2)
        top = slot.top + (14.0 if fitted.broken else 14.6)
        for number, line in enumerate(fitted.lines):
            self.paper.text(slot.left, top + number * 2.9, line, fonts.SANS, fitted.size)
        self.paper.box(slot.right - box, slot.top + 6, box, 9.5, THICK)
        self.paper.text(slot.right - box - 2, slot.top + 12.5, label, fonts.SANS, 7.5, align="right")

    def _sex(self, x: float, y: float) -> None:
        """Leave boxes to cross; somebody who crosses none stays "not stated"."""
        self.paper.text(x, y + 2.6, self.speech.both("list.sex"), fonts.SANS, 7.5)
        for sex in (Sex.FEMALE, Sex.MALE):
            tick_box(self.paper, x, y + 4.6, 5.6)
            words = self.speech.both(f"sex.{sex.value}")
            self.paper.text(x + 8, y + 8.7, words, fonts.SANS, 9)
            x += max(36.0, text_width(words, fonts.SANS, 9) + 14)

    def _sign(self, y: float) -> None:
        """Write what is agreed to, and leave room to sign."""
        agree = self.speech.word("registration.agree")
        y = small_print(self.paper, self.slot.left, y, self.slot.width, agree.text, 7)
        y = small_print(self.paper, self.slot.left, y, self.slot.width, agree.below, 6)
        base = max(y + 5.0, self.slot.top + self.slot.height - 7.5)
        middle = self.slot.left + self.slot.width * 0.62
        to_write_on(self.paper, self.slot.left, base, middle - 6, self.speech.both("list.signature"))
        to_write_on(self.paper, middle, base, self.slot.right, self.speech.both("list.date"))


_BOXES_ROW, _NUMBER, _BOXES_GAP = 9.6, 9.0, 13.0
_BADGE = (26.0, 15.0)


def answer_sheets_pdf(test: AnswerSheets, language: str) -> bytes:
    """Return the answer sheets of a test; two to a page up to 40 questions, in the order of a cut pile."""
    if not test.sheets:
        raise TrainerError("documents.nothing_to_print")
    speech = Speech(language)
    name = speech.plain(f"test.title.{test.occasion.value}")
    paper = Paper(210, 297, speech.main, f"{name} – {test.facts.title.best(speech.main)} – {test.facts.code}")
    for page in cut_order(test.sheets, test.a_page):
        for slot, sheet in zip(slots(paper, test.a_page), page, strict=True):
            _Sheet(slot, test, sheet, speech).draw()
        paper.end_page()
    return paper.finish()


class _Sheet:
    """One sheet being drawn."""

    def __init__(self, slot: Slot, test: AnswerSheets, sheet: AnswerSheet, speech: Speech) -> None:
        self.slot, self.test, self.sheet, self.speech = slot, test, sheet, speech
        self.paper = slot.paper
        self.rows = 10 if test.items <= MOST_ON_HALF else 25
        self.columns = -(-test.items // self.rows)

    def draw(self) -> None:
        """Draw everything."""
        code = f"test.title.{self.test.occasion.value}"
        width = self.slot.width - _BADGE[0] - 24
        y = heading(self.slot, self.speech, code, self.test.facts, width)
        self._number()
        y = self._name(y + 5.5)
        y = self._how(y + 1.6)
        row = min(_BOXES_ROW, (self.slot.top + self.slot.height - 7 - y) / self.rows)
        step = 6.9 if self.columns > 3 else 8.6
        block = _NUMBER + len(OPTIONS) * step
        gap = (self.slot.width - self.columns * block) / max(1, self.columns - 1)
        for item in range(1, self.test.items + 1):
            column, place = divmod(item - 1, self.rows)
            self._item(item, self.slot.left + column * (block + min(gap, _BOXES_GAP)), y + place * row, step)

    def _number(self) -> None:
        """Print the number large; a spare sheet has an empty box."""
        width, height = _BADGE
        left, top = self.slot.right - width, self.slot.top + 9
        self.paper.box(left, top, width, height, THICK)
        label = self.speech.plain("test.number")
        self.paper.text(left - 2, top + height / 2 + 1.8, label, fonts.SANS, 11, align="right")
        if self.sheet.number is not None:
            shown = str(self.sheet.number)
            fitted = fit(shown, fonts.SANS_BOLD, 30, width - 4, 8)
            base = top + height / 2 + fitted.size * 0.36 * 25.4 / 72
            self.paper.text(left + width / 2, base, shown, fonts.SANS_BOLD, fitted.size, align="centre")
        points, y = self.speech.both("test.points"), top + height + 7.5
        self.paper.box(left, y - 4.5, width, 7, THIN)
        self.paper.text(left - 2, y, points, fonts.SANS, 8, align="right")

    def _name(self, y: float) -> float:
        """Name the participant, so that the sheet reaches whom it is for."""
        label = self.speech.both("test.name")
        if not self.sheet.name:
            to_write_on(self.paper, self.slot.left, y, self.slot.right, label)
            return y
        fitted = fit(self.sheet.name, fonts.SANS_SEMIBOLD, 11, self.slot.width - 48, 6)
        self.paper.text(self.slot.left, y, fitted.lines[0], fonts.SANS_SEMIBOLD, fitted.size)
        return y

    def _how(self, y: float) -> float:
        """Say how to answer."""
        words = joined(self.speech.word("test.how"))
        return small_print(self.paper, self.slot.left, y, self.slot.width, words, 7.5) + 2.6

    def _item(self, item: int, x: float, y: float, step: float) -> None:
        """Draw the boxes of one question behind its number."""
        box = step * 0.8
        self.paper.text(
            x + _NUMBER - 2.2, y + box / 2 + 1.35, str(item), fonts.SANS_SEMIBOLD, 10, align="right"
        )
        for index, letter in enumerate(OPTIONS):
            tick_box(self.paper, x + _NUMBER + index * step, y, box, letter)


WIDE, HIGH = 90.0, 65.0
COLUMNS, ROWS = 2, 4
BADGES_A_PAGE = COLUMNS * ROWS
LEAST_SPARE = 2
"""Badges without a name that are printed at the least, for who comes unasked."""

MODULE = 5 * 25.4 / 300
BARS = 11.0
"""Width of a module and height of the bars, in millimetres."""

_LEFT, _TOP = (210 - COLUMNS * WIDE) / 2, (297 - ROWS * HIGH) / 2
_PAD = 5.0
_RULE, _FOOT = 14.5, 45.0
_MARK = 4.0
_THIN, _THICK = 0.35, 0.8
_BLANK = NameCard(Texts())


def badges_pdf(cards: NameCards, language: str) -> bytes:
    """Return the badges as a PDF: those with a name, then spare ones to the end of the last page.

    Raises documents.nothing_to_print, paper.unknown_language.
    """
    tongue = read_paper_language(language)
    printed = [*cards.cards, *[_BLANK] * _spare(cards)]
    if not printed:
        raise TrainerError("documents.nothing_to_print")
    title = f"{word('badge.title', tongue.main)} – {tongue.first(cards.head.title)}"
    paper = Paper(210, 297, tongue.main, title)
    drawing = _BadgeDrawing(paper, cards.head, tongue)
    for page in batched(printed, BADGES_A_PAGE):
        for index, card in enumerate(page):
            down, across = divmod(index, COLUMNS)
            drawing.draw(card, _LEFT + across * WIDE, _TOP + down * HIGH)
        drawing.cut_marks(len(page))
        paper.end_page()
    return paper.finish()


def _spare(cards: NameCards) -> int:
    """Return how many badges without a name fill the last page."""
    if not cards.spare:
        return 0
    spare = -len(cards.cards) % BADGES_A_PAGE
    return spare if spare >= LEAST_SPARE else spare + BADGES_A_PAGE


class _BadgeDrawing:
    """Badges being drawn; what all have in common is kept once, as a form."""

    def __init__(self, paper: Paper, head: CourseHead, tongue: PaperLanguage) -> None:
        self.paper, self.head, self.tongue = paper, head, tongue
        self.emblems = open_emblems(head.emblems)
        paper.begin_form()
        self._draw_common(self.emblems)
        paper.end_form("Badge")

    def draw(self, card: NameCard, x: float, y: float) -> None:
        """Draw one badge with its top left corner at a place."""
        with self.paper.moved(x, y):
            self.paper.show_form("Badge")
            if card.code:
                self._draw_code(card.code)
            if card == _BLANK:
                self._draw_blank()
            else:
                self._draw_name(card)

    def cut_marks(self, count: int) -> None:
        """Draw where to cut: short lines outside, dots between the badges."""
        paper, rows = self.paper, -(-count // COLUMNS)
        right, bottom = _LEFT + COLUMNS * WIDE, _TOP + rows * HIGH
        for column in range(COLUMNS + 1):
            x = _LEFT + column * WIDE
            paper.line(x, _TOP - 1 - _MARK, x, _TOP - 1, _THIN)
            paper.line(x, bottom + 1, x, bottom + 1 + _MARK, _THIN)
            paper.line(x, _TOP, x, bottom, _THIN, dash="0.5 3.5")
        for row in range(rows + 1):
            y = _TOP + row * HIGH
            paper.line(_LEFT - 1 - _MARK, y, _LEFT - 1, y, _THIN)
            paper.line(right + 1, y, right + 1 + _MARK, y, _THIN)
            paper.line(_LEFT, y, right, y, _THIN, dash="0.5 3.5")

    def _draw_common(self, emblems: tuple[OpenedEmblem, ...]) -> None:
        """Draw what stands on every badge: who is behind the course, its title, place and days."""
        paper, head, tongue = self.paper, self.head, self.tongue
        inner = WIDE - 2 * _PAD
        draw_emblems(paper, emblems, PaperLanguage(tongue.main), Box(_PAD, 4, inner, 8.5), size=7)
        paper.line(_PAD, _RULE, WIDE - _PAD, _RULE, _THICK)
        paper.line(_PAD, _FOOT, WIDE - _PAD, _FOOT, _THIN)
        place = self._place(tongue.main)
        below = self._place(tongue.second) if tongue.second else ""
        pieces = (
            Piece(tongue.first(head.title), fonts.SANS_SEMIBOLD, 7.5, 6.5, 3),
            Piece(tongue.below(head.title), fonts.SANS, 6.5, 6, 2, 0.5),
            Piece(place, fonts.SANS, 6.5, 6, 2, 0.9),
            Piece("" if below == place else below, fonts.SANS, 6.5, 6, 2, 0.4),
        )
        stack(paper, Box(_PAD, _FOOT + 1.8, _bars_left() - BARCODE_QUIET * MODULE - _PAD, 14.5), pieces)

    def _place(self, language: str) -> str:
        days = format_days(self.head.first_day, self.head.last_day, language)
        town = self.head.town.best(language)
        return f"{town}, {days}" if town else days

    def _draw_code(self, code: str) -> None:
        """Draw the bars and, below them, the digits for whoever has to type them."""
        modules, bars = code128(code)
        left = _bars_left()
        self.paper.bars(left, _FOOT + 2, MODULE, BARS, bars)
        middle = left + modules * MODULE / 2
        self.paper.text(middle, _FOOT + BARS + 5.5, spaced_code(code), fonts.SANS_MEDIUM, 9, align="centre")

    def _draw_name(self, card: NameCard) -> None:
        """Set the name, as large as it can be, and what its owner is."""
        first, below = self.tongue.first, self.tongue.below
        latin = " ".join(part for part in (below(card.given), below(card.family)) if part)
        service = [" · ".join(filter(None, (pick(card.rank), pick(card.unit)))) for pick in (first, below)]
        large, less = (23, 15) if self.tongue.second else (27, 17)
        pieces = (
            Piece(first(card.family), fonts.SANS_BOLD, large, 14, 2),
            Piece(first(card.given), fonts.SANS_MEDIUM, less, 11, 2, 1.2),
            Piece(latin, fonts.SANS, 10, 8, 1, 1.2),
            Piece(service[0], fonts.SANS, 9.5, 8, 2, 1.8),
            Piece(service[1], fonts.SANS, 8, 7, 1, 0.6),
        )
        box = Box(_PAD, _RULE + 3, WIDE - 2 * _PAD, _FOOT - _RULE - 4.5, high=0.5)
        stack(self.paper, box, pieces)

    def _draw_blank(self) -> None:
        """Leave lines to write on."""
        for y, code in ((29.0, "badge.name"), (39.5, "badge.rank_unit")):
            self.paper.line(_PAD, y, WIDE - _PAD, y, _THIN)
            said = words(code)
            label = " / ".join(filter(None, (self.tongue.first(said), self.tongue.below(said))))
            self.paper.text(_PAD, y + 2.8, label, fonts.SANS, 6.5)


def _bars_left() -> float:
    """Return where the bars of a ten digit code begin: they end at the right edge, less a quiet zone."""
    return WIDE - BARCODE_QUIET * MODULE - 1 - 90 * MODULE


CARDS_A_PAGE = 2
"""Cards on a page."""

_PAGE, FACE = 210.0, 297 / 4
"""Width and height of one face of a table card, in millimetres."""

_CARD_PAD = 14.0
_CARD_FOOT = 55.5


def table_cards_pdf(cards: NameCards, language: str) -> bytes:
    """Return the table cards as a PDF; a place that is left has a card to write on by hand.

    Raises documents.nothing_to_print, paper.unknown_language.
    """
    tongue = read_paper_language(language)
    printed = list(cards.cards)
    if cards.spare and (len(printed) % CARDS_A_PAGE or not printed):
        printed += [_BLANK] * (CARDS_A_PAGE - len(printed) % CARDS_A_PAGE)
    if not printed:
        raise TrainerError("documents.nothing_to_print")
    title = f"{word('card.title', tongue.main)} – {tongue.first(cards.head.title)}"
    paper = Paper(_PAGE, 4 * FACE, tongue.main, title)
    drawing = _CardDrawing(paper, cards.head, tongue)
    for page in batched(printed, CARDS_A_PAGE):
        for index, card in enumerate(page):
            drawing.draw(card, index * 2 * FACE)
        drawing.marks(len(page))
        paper.end_page()
    return paper.finish()


class _CardDrawing:
    """Cards being drawn; what all have in common is kept once, as a form."""

    def __init__(self, paper: Paper, head: CourseHead, tongue: PaperLanguage) -> None:
        self.paper, self.head, self.tongue = paper, head, tongue
        paper.begin_form()
        self._draw_common()
        paper.end_form("Card")

    def draw(self, card: NameCard, top: float) -> None:
        """Draw both faces of a card; the upper one upside down."""
        with self.paper.moved(0, top), self.paper.turned(_PAGE / 2, FACE / 2):
            self._draw_face(card)
        with self.paper.moved(0, top + FACE):
            self._draw_face(card)

    def marks(self, count: int) -> None:
        """Draw where to fold and where to cut, at the edges, with the word for it."""
        paper = self.paper
        for place in range(count):
            fold, cut = (2 * place + 1) * FACE, (2 * place + 2) * FACE
            for left in (3.0, _PAGE - 12):
                paper.line(left, fold, left + 9, fold, _THIN, dash="3 2")
            self._mark(fold, "card.fold")
            if cut < paper.height - 1:
                paper.line(3, cut, _PAGE - 3, cut, _THIN, dash="0.5 3.5")
                self._mark(cut, "card.cut")

    def _mark(self, y: float, code: str) -> None:
        self.paper.text(_PAGE - 4, y - 1, word(code, self.tongue.main), fonts.SANS, 6, align="right")

    def _draw_face(self, card: NameCard) -> None:
        self.paper.show_form("Card")
        if card == _BLANK:
            self.paper.line(_CARD_PAD, 40, _PAGE - _CARD_PAD, 40, _THIN)
            return
        first, below = self.tongue.first, self.tongue.below
        latin = " ".join(part for part in (below(card.given), below(card.family)) if part)
        pieces = (
            Piece(first(card.family), fonts.SANS_BOLD, 78, 44, 2),
            Piece(first(card.given), fonts.SANS_MEDIUM, 40, 24, 2, 3),
            Piece(latin, fonts.SANS, 20, 14, 1, 3),
        )
        stack(
            self.paper,
            Box(_CARD_PAD, 6, _PAGE - 2 * _CARD_PAD, _CARD_FOOT - 10, align="centre", high=0.5),
            pieces,
        )

    def _draw_common(self) -> None:
        """Draw what stands on every face: who is behind the course, its title, place and days."""
        paper, head, tongue = self.paper, self.head, self.tongue
        paper.line(_CARD_PAD, _CARD_FOOT, _PAGE - _CARD_PAD, _CARD_FOOT, _THICK)
        shown = open_emblems(head.emblems)
        half = (_PAGE - 2 * _CARD_PAD) / 2
        row = Box(_CARD_PAD, _CARD_FOOT + 2.5, half - 6, 8.5)
        draw_emblems(paper, shown, PaperLanguage(tongue.main), row, size=7.5, spread=False)
        days = format_days(head.first_day, head.last_day, tongue.main)
        place = ", ".join(filter(None, (tongue.first(head.town), days)))
        pieces = (
            Piece(tongue.first(head.title), fonts.SANS_SEMIBOLD, 8.5, 7.5, 2),
            Piece(tongue.below(head.title), fonts.SANS, 7.5, 7, 1, 0.6),
            Piece(place, fonts.SANS, 7.5, 7, 1, 0.8),
        )
        box = Box(_CARD_PAD + half + 6, _CARD_FOOT + 2.5, half - 6, 10, align="right")
        stack(paper, box, pieces)
