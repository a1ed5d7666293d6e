"""Papers that are printed before they are filled in, as plain data: the sign-in sheet."""

from dataclasses import dataclass, field
from datetime import date

from trainer_app.domain.people import Sex
from trainer_app.domain.texts import Texts


@dataclass(frozen=True)
class SheetSession:
    """A signature column. `start` and `end` are minutes after midnight."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class SheetRow:
    """A line with a name on it. `number` is the person's number on the list."""

    number: int
    name: str
    rank: str = ""
    unit: str = ""
    sex: Sex = Sex.UNKNOWN


@dataclass(frozen=True)
class SignInSheet:
    """The sign-in sheet of one day of a course.

    `code` is printed and stands in the QR ("DSH-1017-1"); `day_number` of `day_count` counts the course's
    days from 1. Cancelled sessions are left out by whoever fills this in.
    """

    code: str
    title: Texts
    day: date
    day_number: int
    day_count: int
    sessions: tuple[SheetSession, ...]
    rows: tuple[SheetRow, ...]
    venue: Texts = field(default_factory=Texts)
    trainers: tuple[Texts, ...] = ()
