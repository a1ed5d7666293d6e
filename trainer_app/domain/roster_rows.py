"""What a row of a list says of a person, and the corrections that may be taken or left."""

from dataclasses import dataclass, field
from enum import StrEnum

from trainer_app.domain.people import Sex
from trainer_app.domain.tables import Problem


class Repair(StrEnum):
    """A correction that may be taken or left, for a row."""

    LEGACY = "legacy"
    """Letters of an old font become Tajik ones."""
    MIXED = "mixed"
    """Look-alike letters of another alphabet are replaced."""
    CASE = "case"
    """Names in capitals or small letters are written as names are."""
    RANK = "rank"
    """A misspelled rank becomes the one it resembles."""
    SEX = "sex"
    """A missing sex is taken from the name."""


@dataclass(frozen=True)
class RosterRow:
    """What a row says of a person. `rank` is stored form (see `ranks`), `row` its number in the sheet.

    `number` is the number on the list, None where there is none. Texts are clean, empty where nothing stands.
    """

    row: int
    family: str
    given: str = ""
    patronymic: str = ""
    latin: str = ""
    rank: str = ""
    unit: str = ""
    district: str = ""
    sex: Sex = Sex.UNKNOWN
    number: int | None = None
    phone: str = ""
    email: str = ""
    birth_year: int | None = None
    remark: str = ""

    @property
    def name(self) -> str:
        """Family name, given name, patronymic."""
        return " ".join(filter(None, (self.family, self.given, self.patronymic)))


@dataclass(frozen=True)
class RowReading:
    """A row as read with some repairs; `row` is None for a row that is refused."""

    row: RosterRow | None
    problems: tuple[Problem, ...] = ()
    offered: frozenset[Repair] = field(default_factory=frozenset)


def is_blank(value: object) -> bool:
    """Tell whether a value of a row says nothing."""
    return value in ("", None, Sex.UNKNOWN)
