"""How often certificates were printed or saved, counted so that laptops never contradict each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trainer_app.domain.errors import TrainerError

MOST_COPIES = 99
"""Copies that can be counted at once; more is a slip of the finger."""


class PrintingKind(StrEnum):
    """How a certificate left the program."""

    PRINT = "print"
    REPRINT = "reprint"
    SAVE = "save"


@dataclass(frozen=True)
class Printing:
    """One time that a certificate was printed or saved as PDF. `certificate` is its key."""

    key: str
    certificate: str
    day: date
    copies: int
    kind: PrintingKind


@dataclass(frozen=True)
class Printed:
    """All of one certificate: copies on paper and the last day of one, how often it was saved."""

    copies: int = 0
    last: date | None = None
    saved: int = 0
    last_saved: date | None = None

    @property
    def out(self) -> bool:
        """Tell whether a copy may be in somebody's hands."""
        return self.copies > 0 or self.saved > 0


def total(printings: Iterable[Printing]) -> Mapping[str, Printed]:
    """Return what was printed of each certificate, by its key; those that never were are not in it."""
    found: dict[str, Printed] = {}
    for each in printings:
        before = found.get(each.certificate, Printed())
        if each.kind is PrintingKind.SAVE:
            day = max(each.day, before.last_saved or each.day)
            now = Printed(before.copies, before.last, before.saved + each.copies, day)
        else:
            day = max(each.day, before.last or each.day)
            now = Printed(before.copies + each.copies, day, before.saved, before.last_saved)
        found[each.certificate] = now
    return found


def check_copies(copies: int) -> None:
    """Raise certificate.bad_copies for a number of copies that nobody prints."""
    if not 1 <= copies <= MOST_COPIES:
        raise TrainerError("certificate.bad_copies", copies=copies, most=MOST_COPIES)
