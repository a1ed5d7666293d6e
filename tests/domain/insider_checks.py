"""What must hold of authority for every world; each check raises AssertionError where it does not.

They call `merging` and `authority` through their modules, so that a wrong version put in its place is what
they check.
"""

import json
import random
from collections.abc import Callable, Iterable

from tests.domain import oracle
from tests.domain.insider_oracle import Oracle, comparable
from tests.domain.insiders import FIELDS, Insiders, signed_rightly
from tests.domain.worlds import encode
from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.authority import Authority

type Check = Callable[[Insiders, random.Random], None]


def known(lines: Iterable[bytes], authority: Authority | None) -> merging.World:
    """Return a world that took in some lines in their order under a list."""
    world = merging.World(authority, signed_rightly)
    for line in lines:
        world.add(line)
    return world


def shown(world: merging.World) -> oracle.State:
    """Return a world's state as the oracle has it."""
    return {place: (found.row, found.contradictions) for place, found in world.state().items()}


def digest_of_state(state: oracle.State) -> str:
    """Return the digest that a store computes of what this program shows."""
    return merging.digest(
        (entity, key, schema.project(entity, row or {}), waiting)
        for (entity, key), (row, waiting) in state.items()
        if entity in schema.ENTITIES
    )


def check_against_oracle(world: Insiders, chance: random.Random) -> None:
    """Check that what counts and what is shown are what the rules say."""
    lines = world.everything()
    chance.shuffle(lines)
    for authority in (world.newest, world.lists[0]):
        expected = Oracle(lines, authority)
        found = known(lines, authority)
        assert {own.hex() for own in found.counting()} == expected.counts
        assert comparable(shown(found)) == comparable(expected.state())


def check_any_order(world: Insiders, chance: random.Random) -> None:
    """Check that lines and lists in any order, and half of the lines twice, give the same."""
    lines = world.everything()
    expected = comparable(shown(known(lines, world.newest)))
    shuffled = lines + [line for line in lines if chance.random() < 0.5]
    chance.shuffle(shuffled)
    found = known((), world.lists[0])
    for place, line in enumerate(shuffled):
        found.add(line)
        if place % 7 == 0:
            found.authority = chance.choice(world.lists)
            found.state()
    found.authority = world.newest
    assert comparable(shown(found)) == expected


def check_proposals_change_nothing(world: Insiders, chance: random.Random) -> None:
    """Check that it is all the same what somebody says who has no say: other values there change no row."""
    lines = world.everything()
    everything = known(lines, world.newest)
    # What was erased says nothing; with other values it would be another line that nobody erased.
    kept = {own.hex() for own in everything.counting()} | (
        {oracle.id_of(line) for line in lines if b'"x":"' in line}
    )
    others = [line if oracle.id_of(line) in kept else _otherwise(line) for line in lines]
    chance.shuffle(others)
    assert comparable(shown(known(others, world.newest))) == comparable(shown(everything))


def _otherwise(line: bytes) -> bytes:
    """Return a line that says something else of the same row, at another time."""
    raw = json.loads(line)
    for name in raw["s"].keys() & FIELDS[raw["e"]].keys():
        raw["s"][name] = not raw["s"][name] if isinstance(raw["s"][name], bool) else "something else"
    return encode(**{**raw, "t": [raw["t"][0] // 2, 0]})


def check_more_lets_more_count(world: Insiders, chance: random.Random) -> None:
    """Check that neither more lines nor a list that gives more takes anything away, but for a revocation."""
    lines = [line for line in world.everything() if b'"x":"' not in line]
    some = [line for line in lines if chance.random() < 0.6]
    before = set(known(some, world.newest).counting())
    assert before <= set(known(lines, world.newest).counting())
    for older, newer in zip(world.lists, world.lists[1:], strict=False):
        kept = {
            own
            for own, entry in known(lines, older).counting().items()
            if (rights := newer.authors.get(entry.r[:16])) is None or rights.holds(entry.r, entry.n)
        }
        if all(_gives_no_less(newer, older, author) for author in older.authors):
            assert kept <= set(known(lines, newer).counting())


def check_strangers_say_nothing(world: Insiders, chance: random.Random) -> None:
    """Check that nothing of somebody who is not in the list, or beyond a revocation, counts."""
    del chance
    for entry in known(world.everything(), world.newest).counting().values():
        rights = world.newest.authors.get(entry.r[:16])
        if entry.e in schema.ENTITIES:
            assert rights is not None
            assert rights.ends is None or entry.n <= rights.ends.get(entry.r, 0)


def _gives_no_less(newer: Authority, older: Authority, author: str) -> bool:
    """Tell whether nobody was revoked: then what rests on them counts too."""
    return newer.authors[author].ends == older.authors[author].ends


CHECKS: tuple[Check, ...] = (
    check_against_oracle,
    check_any_order,
    check_proposals_change_nothing,
    check_more_lets_more_count,
    check_strangers_say_nothing,
)
