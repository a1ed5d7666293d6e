"""The feedback form, two to a page. It carries nothing that could tell one sheet from another."""

from trainer_app.documents import fonts
from trainer_app.documents.form_parts import THICK, THIN, Slot, heading, slots, small_print, tick_box
from trainer_app.documents.form_words import FORM_WORDS
from trainer_app.documents.paper import Paper, text_width
from trainer_app.documents.speech import Speech, joined
from trainer_app.documents.stacking import Box, Piece, stack
from trainer_app.domain.blanks import HALVES, FeedbackForm, pages_for
from trainer_app.domain.texts import Texts

_STEP, _BOX = 11.0, 7.2


def feedback_pdf(form: FeedbackForm, language: str) -> bytes:
    """Return feedback forms, two on each page, enough for everybody."""
    speech = Speech(language, FORM_WORDS)
    name = speech.plain("feedback.title")
    paper = Paper(210, 297, speech.main, f"{name} – {form.facts.title.best(speech.main)} – {form.facts.code}")
    for _ in range(pages_for(form.copies, HALVES)):
        for slot in slots(paper, HALVES):
            _Form(slot, form, speech).draw()
        paper.end_page()
    return paper.finish()


class _Form:
    """One form being drawn."""

    def __init__(self, slot: Slot, form: FeedbackForm, speech: Speech) -> None:
        self.slot, self.form, self.speech = slot, form, speech
        self.paper = slot.paper
        self.first = slot.right - form.options * _STEP

    def draw(self) -> None:
        """Draw everything."""
        y = heading(self.slot, self.speech, "feedback.title", self.form.facts, self.slot.width)
        y = self._how(y + 1.5)
        y = self._scale(y + 1)
        bottom = self.slot.top + self.slot.height - 9
        row = min(13.0, (bottom - y) / max(1, len(self.form.statements)))
        for number, statement in enumerate(self.form.statements, start=1):
            self._statement(number, statement, y, row)
            y += row
        self.paper.line(self.slot.left, y, self.slot.right, y, THIN)

    def _how(self, y: float) -> float:
        """Say that nobody is named, and how to answer, with a crossed box as it should look."""
        quiet = joined(self.speech.word("feedback.anonymous"))
        y = small_print(self.paper, self.slot.left, y, self.slot.width, quiet, 8)
        how = self.speech.both("feedback.how")
        self.paper.text(self.slot.left, y + 5.2, how, fonts.SANS_SEMIBOLD, 8.5)
        at = self.slot.left + text_width(how, fonts.SANS_SEMIBOLD, 8.5) + 3
        tick_box(self.paper, at, y + 1.8, 4.4, crossed=True)
        return y + 6

    def _scale(self, y: float) -> float:
        """Write the numbers of the options, and what the first and the last stand for."""
        least, most = self.speech.word("feedback.least"), self.speech.word("feedback.most")
        half = _STEP * self.form.options / 2
        stack(
            self.paper,
            Box(self.first + (_STEP - _BOX) / 2, y, half - 1, 7, high=1),
            [Piece(least.text, fonts.SANS, 8, 5), Piece(least.below, fonts.SANS, 6.5, 5, gap=0.3)],
        )
        end = self.slot.right - (_STEP - _BOX) / 2
        below = y + 6.4
        if most.below:
            self.paper.text(end, below, most.below, fonts.SANS, 6.5, align="right")
            below -= 3.0
        self.paper.text(end, below, most.text, fonts.SANS, 8, align="right")
        for option in range(1, self.form.options + 1):
            middle = self.first + (option - 0.5) * _STEP
            self.paper.text(middle, y + 11.4, str(option), fonts.SANS_BOLD, 11, align="centre")
        self.paper.line(self.slot.left, y + 13.4, self.slot.right, y + 13.4, THICK)
        return y + 13.4

    def _statement(self, number: int, statement: Texts, y: float, row: float) -> None:
        """Write a statement and the boxes of its options."""
        if number > 1:
            self.paper.line(self.slot.left, y, self.slot.right, y, THIN)
        said = self.speech.texts(statement)
        self.paper.text(self.slot.left + 5, y + row / 2 + 1.3, str(number), fonts.SANS, 9, align="right")
        pieces = [
            Piece(said.text, fonts.SANS_MEDIUM, 10, 8, 2),
            Piece(said.below, fonts.SANS, 8, 6.5, 1, 0.6),
        ]
        width = self.first - self.slot.left - 12
        stack(self.paper, Box(self.slot.left + 9, y + 0.8, width, row - 1.6, high=0.5), pieces)
        for option in range(self.form.options):
            left = self.first + option * _STEP + (_STEP - _BOX) / 2
            tick_box(self.paper, left, y + (row - _BOX) / 2, _BOX)
