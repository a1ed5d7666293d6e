"""The registration form, three to a page: what the list of participants wants to know, by hand."""

from trainer_app.documents import fonts
from trainer_app.documents.dates import format_days
from trainer_app.documents.fitting import fit
from trainer_app.documents.form_parts import (
    THICK,
    Slot,
    comb,
    field,
    slots,
    small_print,
    tick_box,
    to_write_on,
)
from trainer_app.documents.form_words import FORM_WORDS
from trainer_app.documents.paper import Paper, text_width
from trainer_app.documents.speech import Speech, joined
from trainer_app.domain.blanks import FORMS_A_PAGE, RegistrationForm
from trainer_app.domain.people import Sex

_GAP, _ROW, _LETTERS = 4.0, 12.4, 30


def registration_pdf(form: RegistrationForm, language: str) -> bytes:
    """Return one page of registration forms."""
    speech = Speech(language, FORM_WORDS)
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
