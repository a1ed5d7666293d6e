"""Who may be one person, found the plain way: what the program keeps up to date is checked against it."""

from collections.abc import Collection, Iterator, Sequence

from trainer_app.domain.people import matching
from trainer_app.domain.people.matching import Candidate, compare_people
from trainer_app.domain.people.name_similarity import MatchPerson, NameProfile, profile_of


def find_candidates(
    people: Sequence[MatchPerson], distinct: Collection[frozenset[str]] = ()
) -> list[Candidate]:
    """Return the pairs who may be one person, the most probable first.

    `distinct` holds pairs of keys of whom somebody said that they are not the same person.
    """
    found = []
    for left, right in _pairs([profile_of(person) for person in people]):
        candidate = compare_people(left.person, right.person)
        if candidate and frozenset((candidate.a, candidate.b)) not in distinct:
            found.append(candidate)
    return sorted(found, key=lambda each: (-each.score, each.a, each.b))


def _pairs(profiles: list[NameProfile]) -> Iterator[tuple[NameProfile, NameProfile]]:
    """Yield every pair that shares a block, once."""
    blocks: dict[tuple[str, str, str], list[int]] = {}
    for index, profile in enumerate(profiles):
        for key in matching._block_keys(profile):
            blocks.setdefault(key, []).append(index)
    seen = {pair for block in blocks.values() for pair in _pairs_of_block(block, profiles)}
    return ((profiles[left], profiles[right]) for left, right in sorted(seen))


def _pairs_of_block(block: list[int], profiles: list[NameProfile]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a block; of a very large one only near neighbours in the order of full names."""
    reach = len(block)
    if len(block) > matching._LARGE_BLOCK:
        reach = matching._NEIGHBOURS
        block = sorted(block, key=lambda place: matching._sorting(profiles[place]))
    for at, left in enumerate(block):
        for right in block[at + 1 : at + 1 + reach]:
            yield (left, right) if left < right else (right, left)
