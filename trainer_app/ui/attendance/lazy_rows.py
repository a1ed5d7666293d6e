"""What is known of each row, worked out when the row is looked at first.

Of 500 people some 25 are seen at once: a grid that is opened need not think about the others.
"""

from collections.abc import Callable, Sequence
from typing import overload


class LazyRows[T](Sequence[T]):
    """One value for each of `count` rows; `make` returns that of a row."""

    def __init__(self, count: int = 0, make: Callable[[int], T] | None = None) -> None:
        self._count, self._make = count, make
        self._made: dict[int, T] = {}

    @overload
    def __getitem__(self, row: int) -> T: ...
    @overload
    def __getitem__(self, row: slice) -> list[T]: ...
    def __getitem__(self, row: int | slice) -> T | list[T]:
        """Return the value of one row, from 0 on, or those of several."""
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(self._count))]
        if row not in self._made:
            if self._make is None or not 0 <= row < self._count:
                raise IndexError(row)
            self._made[row] = self._make(row)
        return self._made[row]

    def __len__(self) -> int:
        """Return how many rows there are, looked at or not."""
        return self._count

    def forget(self, row: int = -1) -> None:
        """Know that a row has another value now; without a row, that all have."""
        if row < 0:
            self._made.clear()
        else:
            self._made.pop(row, None)
