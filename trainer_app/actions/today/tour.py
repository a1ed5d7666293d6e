"""The first-day tour: eight steps, each done when the data say that a person really did it.

The tour begins at a mark: what was done before does not count. Two steps leave nothing in the data, that a
course was opened and that a sheet was printed: the window sees them and notes them beside what it finds here.
"""

from msgspec import Struct

from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import sending


class TourStep(Struct, frozen=True):
    """One step. `codes` are the labels of what is done in the journal; `screen` and `tab` lead there."""

    name: str
    codes: tuple[str, ...] = ()
    screen: str = "courses"
    tab: str = ""


COURSE, SHEET, SEND = "course", "sheet", "send"
STEPS = (
    TourStep(COURSE, ("course.step.create", "course.step.copy")),
    TourStep(
        "person",
        ("enrolment.step.enrol", "enrolment.step.walk_in", "roster_action.step.import"),
        tab="participants",
    ),
    TourStep(SHEET, tab="print"),
    TourStep(
        "mark", ("attendance.step.mark_minutes", "attendance.step.mark_minutes_early"), tab="attendance"
    ),
    TourStep("rest", ("attendance.step.rest", "attendance.step.rest_of_day"), tab="attendance"),
    TourStep(
        "test",
        ("evaluation.step.score", "keying.step.answer", "keying.step.answer_blank", "keying.step.rest_blank"),
        tab="tests",
    ),
    TourStep("certificate", ("certificate.step.issue",), tab="certificates"),
    TourStep(SEND, screen="sending"),
)
_LOOKED_AT = 40
"""How many of the newest steps are looked at: it is asked after each change."""


class TourMark(Struct, frozen=True):
    """Where a tour began: the number of the newest step then, and of the next file to be sent."""

    step: int
    file: int

    @property
    def text(self) -> str:
        """As it is kept between two starts of the program."""
        return f"{self.step}/{self.file}"


def begin(work: Workplace) -> TourMark:
    """Return the mark of now."""
    newest = history.recent(work, 1)
    return TourMark(newest[0].number if newest else 0, sending.next_file_number(work))


def read_mark(text: str) -> TourMark | None:
    """Read a mark; None for none, or for what is not one."""
    step, slash, file = text.partition("/")
    return TourMark(int(step), int(file)) if slash and step.isdigit() and file.isdigit() else None


def done_since(work: Workplace, mark: TourMark) -> frozenset[str]:
    """Return the names of the steps that were done lately, after the mark, and are not undone."""
    codes = {
        each.label.code
        for each in history.recent(work, _LOOKED_AT)
        if each.number > mark.step and not each.undone
    }
    found = {step.name for step in STEPS if codes.intersection(step.codes)}
    if sending.next_file_number(work) > mark.file:
        found.add(SEND)
    return frozenset(found)
