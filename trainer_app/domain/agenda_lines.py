"""What comes of an agenda that somebody made elsewhere: a line for each row, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from trainer_app.domain.agenda_words import AgendaColumn
from trainer_app.domain.planning import SessionDraft
from trainer_app.domain.tables import Problem


class AgendaOutcome(StrEnum):
    """What becomes of a row."""

    TAKEN = "taken"
    LEFT_OUT = "left_out"
    REFUSED = "refused"


@dataclass(frozen=True)
class AgendaCourse:
    """What must be known of a course to read its agenda. `teachers` maps person to name."""

    first_day: date
    last_day: date
    languages: tuple[str, ...] = ("tg",)
    teachers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class AgendaLine:
    """One row: its number in the sheet, what becomes of it, the session, what is wrong."""

    number: int
    outcome: AgendaOutcome
    cells: tuple[str, ...]
    draft: SessionDraft | None = None
    problems: tuple[Problem, ...] = ()
    day: date | None = None


@dataclass(frozen=True)
class AgendaPlan:
    """All rows below the heading. `columns` and `headings` run along the table."""

    columns: tuple[AgendaColumn, ...]
    headings: tuple[str, ...]
    lines: tuple[AgendaLine, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def drafts(self) -> tuple[SessionDraft, ...]:
        """The sessions, in the order of time."""
        found = [line.draft for line in self.lines if line.draft is not None]
        return tuple(sorted(found, key=lambda draft: (draft.day, draft.start, draft.end)))

    @property
    def rows(self) -> int:
        """How many rows stand below the heading."""
        return len(self.lines)

    def count(self, outcome: AgendaOutcome) -> int:
        """How many rows have one fate."""
        return sum(1 for line in self.lines if line.outcome is outcome)
