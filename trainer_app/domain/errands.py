"""What the office asks of one laptop: a small thing to do, shown there until it is done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ErrandKind(StrEnum):
    """What is asked for. All but OTHER say it in words of their own; a text may stand beside."""

    AGAIN = "again"
    """Send everything again, from the first change on."""
    SCAN = "scan"
    """The scan of a sign-in sheet is missing."""
    CALL = "call"
    """Call the office."""
    OTHER = "other"
    """What the text says."""


class ErrandState(StrEnum):
    """How it stands with one."""

    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Errand:
    """One request: for which laptop (its code), about which course (key, or None).

    `text` is what the office wrote, `answer` what the laptop wrote back.
    """

    key: str
    device: str
    kind: ErrandKind
    text: str
    asked_on: date | None
    course: str | None = None
    course_code: str = ""
    done_on: date | None = None
    answer: str = ""
    withdrawn: bool = False

    @property
    def state(self) -> ErrandState:
        """How it stands: what was done stays done, even if it was withdrawn meanwhile."""
        if self.done_on is not None:
            return ErrandState.DONE
        return ErrandState.WITHDRAWN if self.withdrawn else ErrandState.OPEN
