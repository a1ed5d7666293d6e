"""Head, foot and strip of a paper of questions, and its words: what it is, whose number, which page."""

from msgspec import Struct

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import EDGE, THICK, THIN, Slot, to_write_on
from trainer_app.documents.base.fitting import CAPITAL, Box, Piece, fit, shorten, stack
from trainer_app.documents.base.flow import Cell
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.base.wording import Speech, format_days, joined
from trainer_app.domain.base.texts import Texts, find_words, words
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.papers.course_papers import QuestionPaper, QuestionPapers

STRIP = 14.0
"""Height of the strip with a name that is torn off, at the foot of the first page."""
RUNNING = 21.0
"""Where what follows may stand on a page that is not the first."""
FOOT = 12.0
"""White and foot at the lower edge of a page."""
_BADGE, _SMALL_BADGE = (30.0, 17.0), (20.0, 9.5)
_TOP = 9.0


class Heading(Struct, frozen=True):
    """What every paper of a pile says of itself. `prefix` is the code of a word before its kind."""

    pile: QuestionPapers
    speech: Speech
    prefix: str = ""

    @property
    def kind(self) -> Cell:
        """What is printed: a pre-test, a feedback form, the answer sheet of a pre-test."""
        kind = kind_words(self.pile.form.form.kind, self.pile.occasion, self.speech)
        if not self.prefix:
            return kind
        first = self.speech.word(self.prefix)
        return Cell(f"{first.text} · {kind.text}", f"{first.below} · {kind.below}" if first.below else "")

    @property
    def title(self) -> Cell:
        """The title of the form."""
        return self.speech.texts(self.pile.form.form.title)

    @property
    def anonymous(self) -> bool:
        """Tell whether the papers point to nobody."""
        return self.pile.form.form.anonymous

    def height(self, *, half: bool) -> float:
        """Return the height of the head on the first page, down to where what follows may stand."""
        second = 7.0 if self.speech.tongue.second else 0.0
        named = 7.5 if self.shows_name else 0.0
        plain = 20.0 if half or self.pile.facts is None else 23.0
        return _TOP + max(plain + second, 27.0 if self._scored else 0.0) + named

    @property
    def _scored(self) -> bool:
        """Tell whether there is a box for the points."""
        return not (self.anonymous or self.pile.booklet or self.pile.rating)

    @property
    def shows_name(self) -> bool:
        """Tell whether the head names whose paper it is."""
        return (
            not self.anonymous and not self.pile.booklet and (self.pile.rating or self.pile.names == "kept")
        )

    @property
    def has_strip(self) -> bool:
        """Tell whether the first page has a strip with a name."""
        return not self.anonymous and not self.pile.booklet and not self.shows_name

    def draw(self, slot: Slot, paper: QuestionPaper, *, half: bool) -> None:
        """Draw the head of a first page."""
        numbered = not self.pile.booklet
        width = slot.width - (_BADGE[0] + 12 if numbered else 0)
        named = 7.5 if self.shows_name else 0.0
        height = self.height(half=half) - _TOP - named - 2
        stack(slot.paper, Box(slot.left, slot.top + _TOP, width, height), self._pieces())
        if numbered and not self.anonymous:
            self._badge(slot, slot.top + _TOP, paper.number, _BADGE, 34)
            if self._scored:
                self._points(slot, slot.top + _TOP + _BADGE[1] + 2)
        elif self.anonymous:
            self._sheet_number(slot, paper.number)
        if self.shows_name:
            self._name(slot, slot.top + self.height(half=half) - 3.2, paper.name)

    def draw_running(self, slot: Slot, paper: QuestionPaper) -> None:
        """Draw the head of a page that is not the first; the number is large there too."""
        right = slot.right
        if not self.pile.booklet and not self.anonymous:
            self._badge(slot, slot.top + 7, paper.number, _SMALL_BADGE, 20)
            right -= _SMALL_BADGE[0] + 9
        elif self.anonymous:
            self._sheet_number(slot, paper.number)
            right -= 34
        words = f"{self.title.text} · {self.kind.text}"
        shown = shorten(words, fonts.SANS_SEMIBOLD, 9, right - slot.left)
        slot.paper.text(slot.left, slot.top + 13, shown, fonts.SANS_SEMIBOLD, 9)
        slot.paper.line(slot.left, slot.top + 18.2, slot.right, slot.top + 18.2, THIN)

    def draw_foot(self, slot: Slot, paper: QuestionPaper, page: int, count: int, above: float) -> None:
        """Draw the foot of a page `above` millimetres over the lower edge."""
        y = slot.top + slot.height - 6 - above
        said = self.speech.word("leaf.page", page=str(page), count=str(count)).text
        if paper.number is not None and not self.anonymous:
            said = f"{self.speech.plain('leaf.number')} {paper.number} · {said}"
        facts = self.pile.facts
        left = f"{facts.code} · {self.kind.text}" if facts else self.kind.text
        room = slot.width - text_width(said, fonts.SANS, 8) - 6
        slot.paper.text(slot.left, y, shorten(left, fonts.SANS, 7.5, room), fonts.SANS, 7.5)
        slot.paper.text(slot.right, y, said, fonts.SANS, 8, align="right")

    def draw_strip(self, on: Paper, paper: QuestionPaper) -> None:
        """Draw the strip that tells whom a paper is for until it is torn off."""
        top, right = on.height - STRIP, on.width - EDGE
        on.line(6, top, on.width - 6, top, THIN, dash="1.5 2.5")
        base, tear = top + 7.4, self.speech.plain("leaf.tear")
        small = fit(tear, fonts.SANS, 7, 60, 5.0, 2)
        room = max(text_width(line, fonts.SANS, small.size) for line in small.lines)
        for index, line in enumerate(small.lines):
            at = base + (index - (len(small.lines) - 1) / 2) * 3.0
            on.text(right, at, line, fonts.SANS, small.size, align="right")
        number = "" if paper.number is None else f"{self.speech.plain('leaf.number')} {paper.number}"
        on.text(EDGE, base, number, fonts.SANS_BOLD, 13)
        left = EDGE + max(24.0, text_width(number, fonts.SANS_BOLD, 13) + 6)
        if not paper.name:
            to_write_on(on, left, base, right - room - 6, self.speech.both("leaf.name"))
            return
        fitted = fit(paper.name, fonts.SANS_SEMIBOLD, 11, right - room - 6 - left, 6)
        on.text(left, base, fitted.lines[0], fonts.SANS_SEMIBOLD, fitted.size)

    def _pieces(self) -> list[Piece]:
        kind, title, facts = self.kind, self.title, self.pile.facts
        pieces = [
            Piece(joined(kind), fonts.SANS_SEMIBOLD, 9, 6.5),
            Piece(title.text, fonts.SANS_BOLD, 14, 9, 2, gap=1.2),
            Piece(title.below, fonts.SANS, 9, 7, 2, gap=0.8),
        ]
        if facts is not None:
            course = self.speech.texts(facts.title)
            days = format_days(facts.first_day, facts.last_day, self.speech.main)
            pieces += [
                Piece(course.text, fonts.SANS_MEDIUM, 9, 7, 2, gap=1.4),
                Piece(course.below, fonts.SANS, 8, 6.5, gap=0.5),
                Piece(f"{facts.code} · {days}", fonts.SANS, 8, 6, gap=0.8),
            ]
        return pieces

    def _badge(
        self, slot: Slot, top: float, number: int | None, box: tuple[float, float], size: float
    ) -> None:
        """Print the number large; a paper without one has an empty box."""
        width, height = box
        left = slot.right - width
        slot.paper.box(left, top, width, height, THICK)
        label = self.speech.plain("leaf.number")
        slot.paper.text(left - 2, top + height / 2 + 1.5, label, fonts.SANS, 11, align="right")
        if number is not None:
            fitted = fit(str(number), fonts.SANS_BOLD, size, width - 3, 8)
            base = top + height / 2 + fitted.size * CAPITAL / 2 / POINTS
            slot.paper.text(left + width / 2, base, str(number), fonts.SANS_BOLD, fitted.size, align="centre")

    def _points(self, slot: Slot, top: float) -> None:
        """Leave a box for the points."""
        left, words = slot.right - _BADGE[0], self.speech.word("leaf.points").text
        slot.paper.box(left, top, _BADGE[0], 7, THIN)
        slot.paper.text(left - 2, top + 4.5, words, fonts.SANS, 8, align="right")

    def _sheet_number(self, slot: Slot, number: int | None) -> None:
        """Print the number of an anonymous sheet, small: it only tells one from the next."""
        if number is not None:
            said = self.speech.word("leaf.sheet", number=str(number)).text
            slot.paper.text(slot.right, slot.top + 12, said, fonts.SANS_SEMIBOLD, 10, align="right")

    def _name(self, slot: Slot, y: float, name: str) -> None:
        label = self.speech.both("leaf.name")
        if not name:
            to_write_on(slot.paper, slot.left, y, slot.right, label)
            return
        slot.paper.text(slot.left, y, label, fonts.SANS, 8)
        at = slot.left + text_width(label, fonts.SANS, 8) + 3
        fitted = fit(name, fonts.SANS_SEMIBOLD, 11, slot.right - at, 6)
        slot.paper.text(at, y, fitted.lines[0], fonts.SANS_SEMIBOLD, fitted.size)


def kind_words(kind: FormKind, occasion: Occasion | None, speech: Speech) -> Cell:
    """Return what a form is on an occasion: a pre-test, a test after three months, a rating sheet."""
    code = f"kind.{kind.value}"
    if kind is FormKind.TEST and occasion in (Occasion.PRE, Occasion.POST):
        return speech.word(f"kind.{occasion.value}")
    later = find_words(f"occasion.{occasion.value}") if occasion else None
    if later is None:
        return speech.word(code)
    name = words(code)
    return speech.texts(Texts.made(lambda language: f"{name.best(language)} {later.best(language)}"))
