"""Answer sheets of a test: a large number that points to a participant, and boxes A to E to cross."""

from trainer_app.documents import fonts
from trainer_app.documents.fitting import fit
from trainer_app.documents.form_parts import (
    THICK,
    THIN,
    Slot,
    heading,
    slots,
    small_print,
    tick_box,
    to_write_on,
)
from trainer_app.documents.form_words import FORM_WORDS
from trainer_app.documents.paper import Paper
from trainer_app.documents.speech import Speech, joined
from trainer_app.domain.blanks import MOST_ON_HALF, OPTIONS, AnswerSheet, AnswerSheets, cut_order
from trainer_app.domain.errors import TrainerError

_ROW, _NUMBER, _GAP = 9.6, 9.0, 13.0
_BADGE = (26.0, 15.0)


def answer_sheets_pdf(test: AnswerSheets, language: str) -> bytes:
    """Return the answer sheets of a test; two to a page up to 40 questions, in the order of a cut pile."""
    if not test.sheets:
        raise TrainerError("documents.nothing_to_print")
    speech = Speech(language, FORM_WORDS)
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
        row = min(_ROW, (self.slot.top + self.slot.height - 7 - y) / self.rows)
        step = 6.9 if self.columns > 3 else 8.6
        block = _NUMBER + len(OPTIONS) * step
        gap = (self.slot.width - self.columns * block) / max(1, self.columns - 1)
        for item in range(1, self.test.items + 1):
            column, place = divmod(item - 1, self.rows)
            self._item(item, self.slot.left + column * (block + min(gap, _GAP)), y + place * row, step)

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
        for place, letter in enumerate(OPTIONS):
            tick_box(self.paper, x + _NUMBER + place * step, y, box, letter)
