"""Chances that property tests draw at once: a string of bytes, read like the numbers of a `random.Random`.

`st.randoms()` draws each number alone and makes a strategy for it: a test that shuffles spends most of its
time there. Bytes are one draw, and hypothesis shortens and lowers them as well: where they end, all is zero.
"""

from random import Random
from typing import override

from hypothesis import strategies as st


class Chances(Random):
    """Random numbers that stand in a string of bytes; zeros when it ends."""

    def __init__(self, data: bytes) -> None:
        super().__init__(0)
        self._data = data
        self._place = 0

    @override
    def getrandbits(self, k: int, /) -> int:
        """Return a number of so many bits. All whole numbers, choices and shuffles are made of these."""
        size = -(-k // 8)
        taken = self._data[self._place : self._place + size]
        self._place += size
        return int.from_bytes(taken.ljust(size, b"\0")) >> (8 * size - k)

    @override
    def random(self) -> float:
        """Return a number from 0 up to, but not, 1, in steps of 1/256."""
        return self.getrandbits(8) / 256

    def __repr__(self) -> str:
        return f"Chances({self._data!r})"


def chances(choices: int) -> st.SearchStrategy[Random]:
    """Draw chances for mostly this many choices among at most 256 things, and often for twice as many."""
    return st.binary(min_size=choices, max_size=3 * choices).map(Chances)
