"""What an action did (returned so that open screens can refresh), labels of steps, and progress."""

from collections.abc import Callable, Mapping

from msgspec import Struct, field

Progress = Callable[[str, float], None]
"""Told about long work: a message code and the fraction done, 0.0 to 1.0. May raise `Cancelled`."""


def no_progress(code: str, fraction: float) -> None:
    """Listen to nothing: the `Progress` of whoever does not wait for one."""


def part_of(progress: Progress, first: float, last: float) -> Progress:
    """Return a listener for one stage of some work, which lies between two fractions of all of it."""

    def tell(code: str, fraction: float) -> None:
        progress(code, first + (last - first) * fraction)

    return tell


class ImportElsewhere(Struct, frozen=True):
    """An import of another desk of the office: who, which file, the fraction done; 1.0 when it is over."""

    desk: str
    file: str
    share: float


class Label(Struct, frozen=True):
    """Words for a step, as a message code and its values: "attendance.mark", name, session, mark."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class Changes(Struct, frozen=True):
    """One step: what it is called, what it touched.

    `step` is the number by which the step is undone; None when nothing was written.
    `touched` holds (entity, key) pairs. `key` is the key of what was created, if one thing was. `waiting` is
    how many of its changes count only once the office agrees.
    """

    label: Label
    step: int | None = None
    touched: frozenset[tuple[str, str]] = frozenset()
    key: str | None = None
    waiting: int = 0

    def touches(self, *entities: str) -> bool:
        """Tell whether anything of these entities changed."""
        return any(entity in entities for entity, _ in self.touched)


class Steps:
    """How much of so much is done, told by a code every now and then: each time it can be stopped."""

    def __init__(self, progress: Progress, code: str, of: int, told_every: int) -> None:
        self.done = 0
        self._progress, self._code, self._of = progress, code, of
        self._every, self._left = told_every, 0

    def step(self, by: int = 1) -> None:
        """Go on by one, or by several."""
        if self._left <= 0:
            self._progress(self._code, self.done / self._of)
            self._left += self._every
        self._left -= by
        self.done += by
