"""Pairs of people who may be one, kept up to date: after a change only who changed is compared again.

The answer is always that of `matching.find_candidates` for the same people in the same order, which compares
everybody with everybody in their blocks and takes seconds among 20,000 people. Here each block remembers its
people and what was found among them; a block in which nobody changed is not looked at again.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress

from trainer_app.domain.people.matching import (
    LARGE_BLOCK,
    NEIGHBOURS,
    Candidate,
    Key,
    PeopleIndex,
    by_score,
    compare_profiles,
    sorting_in_block,
)
from trainer_app.domain.people.name_similarity import MatchPerson


class CandidateFinder:
    """Remembers people and pairs between one question and the next. Not for two threads at once."""

    def __init__(self) -> None:
        self._index = PeopleIndex()
        self._found: dict[Key, dict[frozenset[str], Candidate]] = {}

    def count_changed(self, people: Mapping[str, MatchPerson]) -> int:
        """Return how many people `find` would have to compare with others."""
        return len(self._index.changed(people))

    def find(self, people: Mapping[str, MatchPerson]) -> list[Candidate]:
        """Return the pairs who may be one person, the most probable first. `people` are all there are."""
        changed = self._index.changed(people)
        if not _same_order(self._index.people, people, changed):
            # Who comes first in a pair follows from the order.
            self._index, self._found = PeopleIndex(), {}
            changed = set(people)
        blocks = self._index.take(people, changed)
        places = {key: place for place, key in enumerate(people)}
        for block, before in blocks.items():
            self._compare(block, before, changed, places)
        return sorted((each for found in self._found.values() for each in found.values()), key=by_score)

    def _compare(self, block: Key, before: list[str], changed: set[str], places: Mapping[str, int]) -> None:
        """Find the pairs of a block anew, as far as anybody in them changed or came near each other.

        The block is left in the order in which neighbours are compared in a large one.
        """
        index = self._index
        now = sorted(index.blocks[block], key=places.__getitem__)
        found = {pair: each for pair, each in self._found.get(block, {}).items() if changed.isdisjoint(pair)}
        if len(now) > LARGE_BLOCK:
            now.sort(key=lambda key: sorting_in_block(index.profiles[key]))
            near = set(_near(now))
            found = {pair: each for pair, each in found.items() if pair in near}
        index.blocks[block] = now
        for left, right in self._wanted(now, before, changed):
            first, second = (left, right) if places[left] < places[right] else (right, left)
            candidate = self._candidate(block, first, second)
            if candidate is not None:
                found[frozenset((first, second))] = candidate
        self._found[block] = found

    def _wanted(self, now: list[str], before: list[str], changed: set[str]) -> Iterator[tuple[str, str]]:
        """Yield the pairs that are to be compared and were not yet, or not as they are now."""
        if len(now) <= LARGE_BLOCK and len(before) <= LARGE_BLOCK:
            fresh = [key in changed for key in now]
            for place, key in enumerate(now):
                if fresh[place]:
                    yield from ((key, other) for other in now[place + 1 :])
                else:
                    yield from ((key, other) for other in compress(now[place + 1 :], fresh[place + 1 :]))
            return
        known = set(_near(before) if len(before) > LARGE_BLOCK else _all(before))
        for pair in _near(now) if len(now) > LARGE_BLOCK else _all(now):
            if pair not in known or not changed.isdisjoint(pair):
                left, right = pair
                yield left, right

    def _candidate(self, block: Key, left: str, right: str) -> Candidate | None:
        """Compare two people of a block; a pair with several common blocks belongs to the first of them."""
        keys, profiles = self._index.keys, self._index.profiles
        if next(common for common in keys[left] if common in keys[right]) != block:
            return None
        return compare_profiles(profiles[left], profiles[right])


def _near(block: list[str]) -> Iterator[frozenset[str]]:
    """Yield the pairs of a large block that are compared: neighbours in its order."""
    for place, key in enumerate(block):
        yield from (frozenset((key, other)) for other in block[place + 1 : place + 1 + NEIGHBOURS])


def _all(block: list[str]) -> Iterator[frozenset[str]]:
    for place, key in enumerate(block):
        yield from (frozenset((key, other)) for other in block[place + 1 :])


def _same_order(before: Iterable[str], after: Iterable[str], changed: set[str]) -> bool:
    return [key for key in before if key not in changed] == [key for key in after if key not in changed]
