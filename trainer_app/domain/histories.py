"""What was written into one row, one change after the other, in words and with how far each has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer_app.domain.changes import Label
from trainer_app.domain.sending import ChangeState


@dataclass(frozen=True)
class RowChange:
    """One entry about a row: who wrote it, when (wall milliseconds), on which laptop, which file brought it.

    `said` is what it says, the most important first; `values` are the fields behind it. `state` is how far it
    has come to the office; None for what others wrote, and at the office itself.
    """

    said: tuple[Label, ...]
    values: Mapping[str, Any]
    user: str
    at: int
    device: str
    file: str = ""
    state: ChangeState | None = None
    stands: bool = False
    """Whether anything of it still holds."""
    contradicts: bool = False
    """Whether another change says otherwise, and nobody has decided between them yet."""
    decided: tuple[tuple[str, Label], ...] = ()
    """The values between which this change decided, each with who had written it."""
    reason: str = ""
    """Why, in the words of whoever decided."""


@dataclass(frozen=True)
class RowHistory:
    """Everything that was written about one mark or answer, the newest first."""

    changes: tuple[RowChange, ...] = ()

    @property
    def contradicts(self) -> bool:
        """Tell whether a decision is open."""
        return any(change.contradicts for change in self.changes)
