"""Minutes being typed in one cell: late after L, left early after the minus."""

from dataclasses import dataclass


@dataclass
class Minutes:
    """A run of digits in one cell, late ones first, then those at the end.

    `saved` tells whether this run has a step of its own yet. A run whose mark was `refused` only swallows
    its digits: somebody typing without looking must not be taken to another person by them.
    """

    row: int
    column: int
    late: str = ""
    early: str = ""
    at_end: bool = False
    """Whether the next digit is one of those left early."""
    saved: bool = False
    refused: bool = False

    @property
    def typed(self) -> str:
        """The digits that the next one follows."""
        return self.early if self.at_end else self.late

    def with_digits(self, typed: str) -> tuple[int, int]:
        """Return minutes late and left early if the digits being typed were these."""
        late, early = (self.late, typed) if self.at_end else (typed, self.early)
        return int(late or 0), int(early or 0)

    def keep(self, typed: str) -> None:
        """Take over digits that were saved."""
        if self.at_end:
            self.early = typed
        else:
            self.late = typed
        self.saved = True
