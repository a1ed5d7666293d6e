"""What the head of a course's papers says, as plain data: the agenda, the forms and the report share it."""

from dataclasses import dataclass, field
from datetime import date

from trainer_app.domain.courses import Role
from trainer_app.domain.papers import Emblem
from trainer_app.domain.texts import Texts


@dataclass(frozen=True)
class FactsTeacher:
    """Somebody who works at the course; in English the name stands in Latin letters."""

    name: Texts
    role: Role


@dataclass(frozen=True)
class CourseFacts:
    """A course as its papers name it; `made_on` is the day of printing, `version` that of the program."""

    code: str
    title: Texts
    first_day: date
    last_day: date
    venue: Texts = field(default_factory=Texts)
    project: Texts = field(default_factory=Texts)
    organiser: Texts = field(default_factory=Texts)
    donor: Texts = field(default_factory=Texts)
    partner: Texts = field(default_factory=Texts)
    teachers: tuple[FactsTeacher, ...] = ()
    emblems: tuple[Emblem, ...] = ()
    made_on: date | None = None
    version: str = ""
