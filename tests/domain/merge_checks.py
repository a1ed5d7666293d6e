"""What must hold of the merge for every history; each check raises AssertionError where it does not.

They call `merging` through its module, so that a wrong version put in its place is what they check.
"""

import json
import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from tests.domain import oracle
from tests.domain.worlds import History
from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.fields import MergePolicy
from trainer_app.domain.base.journal import Entry, decode_entry, entry_id

type Check = Callable[[History, random.Random], None]


def world_of(lines: Iterable[bytes]) -> merging.World:
    """Return a world that took in some lines in their order."""
    world = merging.World()
    for line in lines:
        world.add(line)
    return world


def digest_of(world: merging.World) -> str:
    """Return a world's digest as the store computes it: of what this program shows."""
    return merging.digest(
        (entity, key, schema.project(entity, outcome.row or {}), outcome.contradictions)
        for (entity, key), outcome in world.state().items()
    )


@contextmanager
def heads_found_once() -> Iterator[None]:
    """Find the heads of each entry once, for many merges of the same: an id stands for one content."""
    right = merging.heads_of
    found: dict[bytes, list[tuple[str, merging.RegisterHead, list[bytes]]]] = {}

    def heads_of(
        entry: Entry, own_id: bytes, *_more: object
    ) -> list[tuple[str, merging.RegisterHead, list[bytes]]]:
        heads = found.get(own_id)
        if heads is None:
            heads = found[own_id] = right(entry, own_id)
        return heads

    merging.heads_of = heads_of
    try:
        yield
    finally:
        merging.heads_of = right


def check_against_oracle(history: History, chance: random.Random) -> None:
    """Check that the state is what the rules say, entry by entry."""
    del chance
    lines = history.everything()
    found = {
        place: (outcome.row, outcome.contradictions) for place, outcome in world_of(lines).state().items()
    }
    expected = oracle.state_of(lines)
    assert _comparable(found) == _comparable(expected)


def check_any_order(history: History, chance: random.Random) -> None:
    """Check that lines permuted, and half of them twice, give the same digest."""
    lines = history.everything()
    expected = digest_of(world_of(lines))
    shuffled = lines + [line for line in lines if chance.random() < 0.5]
    chance.shuffle(shuffled)
    assert digest_of(world_of(shuffled)) == expected
    assert digest_of(world_of(reversed(lines))) == expected


def check_subset_then_rest(history: History, chance: random.Random) -> None:
    """Check that a bundle, another one, and the first again are the same as all at once."""
    lines = history.everything()
    subset = [line for line in lines if chance.random() < 0.5]
    world = world_of(subset)
    world.state()
    for line in [*lines, *subset]:
        world.add(line)
    assert digest_of(world) == digest_of(world_of(lines))
    assert not any(world.add(line) for line in lines)


def check_nothing_lost(history: History, chance: random.Random) -> None:
    """Check that every value that nobody replaced is shown, undecided, or was knowingly deleted."""
    del chance
    lines = history.everything()
    state = world_of(lines).state()
    entries = oracle.entries_of(lines)
    for own, entry in entries.items():
        place = (entry["e"], entry["k"])
        for name, value in entry["s"].items():
            if name == "_deleted" or own not in oracle.heads_of(entries, *place, name):
                continue
            outcome = state.get(place)
            if outcome is None or outcome.row is None:
                assert _somebody_deleted(entries, place, own), (place, name)
                continue
            assert name in outcome.row
            if name not in outcome.contradictions:
                same = json.dumps(outcome.row[name]) == json.dumps(value)
                policy = oracle.policy_of(place[0], name)
                overruled = policy is MergePolicy.STICKY and outcome.row[name] is True
                overruled = overruled or policy is MergePolicy.NEWEST or place[0] == "joint_decision"
                assert same or overruled, (place, name)


def check_shown_was_written(history: History, chance: random.Random) -> None:
    """Check that nothing is shown that nobody wrote, and that a sticky truth stays."""
    del chance
    lines = history.everything()
    entries = oracle.entries_of(lines)
    for place, outcome in world_of(lines).state().items():
        for name, value in (outcome.row or {}).items():
            heads = oracle.heads_of(entries, *place, name)
            values = [json.dumps(head["s"][name]) for head in heads.values()]
            assert json.dumps(value) in values
            if oracle.policy_of(place[0], name) is MergePolicy.STICKY and "true" in values:
                assert value is True


def check_forks_are_seen(history: History, chance: random.Random) -> None:
    """Check that a number given twice is told, whatever came first."""
    lines = history.everything()
    ids: dict[tuple[str, int], set[str]] = {}
    for line in lines:
        raw = json.loads(line)
        ids.setdefault((raw["r"], raw["n"]), set()).add(oracle.id_of(line))
    chance.shuffle(lines)
    assert world_of(lines).forks == {number for number, found in ids.items() if len(found) > 1}


def check_fast_path(history: History, chance: random.Random) -> None:
    """Check that the short way for a row's only entry gives what registers would have given."""
    del chance
    for line in history.everything():
        entry = decode_entry(line)
        if entry.erased:
            continue
        quick = merging.alone(entry)
        registers: dict[str, merging.Register] = {}
        for name, head, replaces in merging.heads_of(entry, entry_id(line)):
            merging.take(registers.setdefault(name, merging.Register()), head, replaces)
        slow = merging.resolve(entry.e, registers)
        if quick is not None:
            assert slow == merging.MergedRow(quick, frozenset())
            assert not any(register.awaited for register in registers.values())


def check_local_clock(history: History, chance: random.Random) -> None:
    """Check that own times grow, lie above what is replaced, and follow the own clock alone."""
    del history
    clock = merging.LocalClock()
    wall, last = 1000, (0, 0)
    for _ in range(20):
        wall += chance.choice((-500, 0, 0, 1, 7))
        replaced = [
            (wall + chance.choice((-9999, 0, 3, 9_999_999)), chance.randrange(3))
            for _ in range(chance.randrange(3))
        ]
        time = clock.tick(wall, replaced)
        own = (wall, 0) if wall > last[0] else (last[0], last[1] + 1)
        assert time >= own
        assert all(time > other for other in replaced)
        if not replaced or max(replaced) < own:
            assert time == own
        last = own


def check_digest_tells(history: History, chance: random.Random) -> None:
    """Check that an open decision, or another value, gives another digest, and another order does not."""
    rows = [
        (entity, key, outcome.row or {}, outcome.contradictions)
        for (entity, key), outcome in world_of(history.everything()).state().items()
    ]
    expected = merging.digest(rows)
    for place, (entity, key, row, waiting) in enumerate(rows):
        others = [(entity, key, row, waiting | {"other"}), (entity, key, {**row, "other": 1}, waiting)]
        others += [(entity, key, row, frozenset[str]())] if waiting else []
        for other in others:
            assert merging.digest([*rows[:place], other, *rows[place + 1 :]]) != expected
    chance.shuffle(rows)
    assert merging.digest(rows) == expected


CHECKS: tuple[Check, ...] = (
    check_against_oracle,
    check_any_order,
    check_subset_then_rest,
    check_nothing_lost,
    check_shown_was_written,
    check_forks_are_seen,
    check_fast_path,
    check_digest_tells,
    check_local_clock,
)


def _somebody_deleted(entries: oracle.Entries, place: tuple[str, str], own: str) -> bool:
    deletes = oracle.heads_of(entries, *place, "_deleted")
    return any(
        own == other or any(own in named for named in entry.get("w", {}).values())
        for other, entry in deletes.items()
        if entry["s"]["_deleted"] is True
    )


def _comparable(state: oracle.State) -> dict[tuple[str, str], tuple[str, list[str]]]:
    """JSON tells 1 from true, which Python does not."""
    return {
        place: (json.dumps(row, sort_keys=True), sorted(waiting)) for place, (row, waiting) in state.items()
    }
