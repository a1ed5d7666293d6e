"""Papers that are printed before they are filled in, as plain data: sign-in sheet, badges, table cards."""

from dataclasses import dataclass, field
from datetime import date

from trainer_app.domain.courses import Logo
from trainer_app.domain.people import Sex
from trainer_app.domain.sheets import SheetCode
from trainer_app.domain.texts import Texts


@dataclass(frozen=True)
class Emblem:
    """One organisation behind a course: its picture (PNG or JPEG), or its name where there is none."""

    role: Logo
    name: Texts = field(default_factory=Texts)
    picture: bytes = b""


@dataclass(frozen=True)
class CourseHead:
    """What every paper of a course says of it. `emblems` stand in the order of `Logo`."""

    title: Texts
    first_day: date
    last_day: date
    town: Texts = field(default_factory=Texts)
    emblems: tuple[Emblem, ...] = ()


@dataclass(frozen=True)
class SheetSession:
    """A signature column. `start` and `end` are minutes after midnight."""

    number: int
    start: int
    end: int
    topic: Texts = field(default_factory=Texts)


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
    """The sign-in sheet of one day of a course, or of one session where `code` names one.

    `code` is printed and stands in the QR of each page, with the page; `day_number` of `day_count` counts
    the course's days from 1. Cancelled sessions are left out by whoever fills this in.
    """

    code: SheetCode
    title: Texts
    day_number: int
    day_count: int
    sessions: tuple[SheetSession, ...]
    rows: tuple[SheetRow, ...]
    venue: Texts = field(default_factory=Texts)
    trainers: tuple[Texts, ...] = ()
    emblems: tuple[Emblem, ...] = ()


@dataclass(frozen=True)
class NameCard:
    """A name on a badge or a table card: the family name stands first. `code` is the badge's."""

    family: Texts
    given: Texts = field(default_factory=Texts)
    rank: Texts = field(default_factory=Texts)
    unit: Texts = field(default_factory=Texts)
    code: str = ""


@dataclass(frozen=True)
class NameCards:
    """The badges or table cards of a course. `spare`: leave some without a name, for who comes unasked."""

    head: CourseHead
    cards: tuple[NameCard, ...]
    spare: bool = True


@dataclass(frozen=True)
class ProofLine:
    """A name as the certificate will print it, to be read by its owner. Ranks are as printed."""

    number: int
    name: str
    latin: str = ""
    rank: Texts = field(default_factory=Texts)


@dataclass(frozen=True)
class ReceiptLine:
    """A certificate to be signed for. `kind` is what it certifies, in words."""

    name: str
    serial: str
    rank: Texts = field(default_factory=Texts)
    kind: Texts = field(default_factory=Texts)
