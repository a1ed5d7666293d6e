"""The empty forms of a course, filled in by hand in the room: registration, plain answer sheets of a test.

Registration forms stand three to a page. An answer sheet has a large number that points to a participant, and
boxes A to E to cross.
"""

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import (
    THICK,
    THIN,
    Slot,
    comb,
    field,
    heading,
    slots,
    small_print,
    tick_box,
    to_write_on,
)
from trainer_app.documents.base.fitting import fit
from trainer_app.documents.base.paper import Paper, text_width
from trainer_app.documents.base.wording import Speech, format_days, joined
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.papers.question_papers import (
    FORMS_A_PAGE,
    MOST_ON_HALF,
    OPTIONS,
    AnswerSheet,
    AnswerSheets,
    RegistrationForm,
    cut_order,
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
        field(self.paper, slot.left, y, self.half, both("registration.rank"))
        field(self.paper, self.second, y, self.half, both("registration.unit"))
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
        self.paper.text(x, y + 2.6, self.speech.both("registration.sex"), fonts.SANS, 7.5)
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
        to_write_on(self.paper, self.slot.left, base, middle - 6, self.speech.both("registration.signature"))
        to_write_on(self.paper, middle, base, self.slot.right, self.speech.both("registration.date"))


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
