"""How much waits in Review, everything that its list shows: for the number beside it in the sidebar.

Decisions are counted at once. Who may be one person is known only when people are compared: where few changed
that is done here, where many did when Review is opened, off the thread of the window. Both share one finder.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import importing, losses
from trainer_app.actions.people import joining
from trainer_app.actions.people.directory import Directory
from trainer_app.actions.review import review
from trainer_app.domain.base.changes import Changes

if TYPE_CHECKING:
    from trainer_app.domain.people.matching import Candidate, CandidateFinder

AT_ONCE = 300
"""People who are compared while the window waits."""
PEOPLE = ("person", "pair", "enrolment", "course")
"""Entities whose change can alter who may be one person."""


class WaitingInReview:
    """Holds what costs more than a moment to count, from one change to the next."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self._finder: CandidateFinder | None = None
        self._pairs, self._beside = 0, 0

    @property
    def finder(self) -> "CandidateFinder":
        """Compares people, and only who changed since it was asked last."""
        if self._finder is None:
            # Here and not above: nobody is compared before the window is seen.
            from trainer_app.domain.people.matching import CandidateFinder

            self._finder = CandidateFinder()
        return self._finder

    def take(self, finder: "CandidateFinder", pairs: Sequence["Candidate"]) -> None:
        """Take over what was found elsewhere."""
        self._finder, self._pairs = finder, len(pairs)

    def count(self) -> int:
        """Return how much waits, as far as it is known."""
        return review.count(self._work) + self._pairs + self._beside

    def look(self, changes: Changes | None = None) -> int:
        """Return the same after a change; without one everything is looked at anew."""
        everything = changes is None or not changes.touched
        if everything or (changes is not None and changes.touches(*PEOPLE)):
            self._compare()
        if everything or (changes is not None and not changes.touches("attendance")):
            self._beside = losses.count(self._work) + len(importing.quarantined(self._work))
        return self.count()

    def _compare(self) -> None:
        directory = Directory(self._work)
        if self.finder.count_changed(directory.matchable) <= AT_ONCE:
            self._pairs = len(joining.candidates_of(self._work, directory, self.finder))
