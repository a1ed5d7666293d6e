"""The merge is a pure function of the set of entries, loses nothing, and decides as it is written."""

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain import directed
from tests.domain.merge_checks import CHECKS, Check, digest_of, world_of
from tests.domain.worlds import history_of
from tests.domain.wrong_merges import WRONG, Wrong
from tests.kit.chances import chances
from trainer_app.domain.base import merging
from trainer_app.domain.base.journal import MAX_NUMBER
from trainer_app.domain.base.merging import LocalClock, World

HISTORIES = 200_000 if os.environ.get("TRAINER_PROPERTIES") == "full" else 6_000
"""Generated histories in all, over the checks below; the hunt for wrong versions comes on top."""

_bounded = settings(
    max_examples=HISTORIES // len(CHECKS),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_history_passes(check: Check) -> None:
    ran = 0

    @_bounded
    @given(st.binary(min_size=8, max_size=250), chances(100))
    def run(data: bytes, chance: random.Random) -> None:
        nonlocal ran
        ran += 1
        check(history_of(data), chance)

    run()
    assert ran >= HISTORIES // len(CHECKS)


@pytest.mark.parametrize("found", directed.HISTORIES, ids=lambda found: found.name)
def test_a_directed_history_comes_out_as_it_should(found: directed.Directed) -> None:
    found.check()
    for check in CHECKS:
        check(found.history(), random.Random(7))


def test_the_generator_reaches_every_corner() -> None:
    chance = random.Random(2)
    seen = dict.fromkeys(("waiting", "deleted", "forks", "erased", "open deletes", "large"), 0)
    for _ in range(300):
        lines = history_of(chance.randbytes(chance.randrange(8, 250))).everything()
        world = world_of(lines)
        state = world.state()
        waiting = {name for outcome in state.values() for name in outcome.contradictions}
        seen["waiting"] += bool(waiting)
        seen["open deletes"] += "_deleted" in waiting
        seen["deleted"] += len(state) < len(world.registers)
        seen["forks"] += bool(world.forks)
        seen["erased"] += any(b'"x":' in line for line in lines)
        seen["large"] += len(lines) > 15
    assert all(count >= 30 for count in seen.values()), seen


def hunt(rounds: int) -> str:
    """Return the check that finds something wrong: directed histories first, then generated ones."""
    chance = random.Random(11)
    histories = [found.history() for found in directed.HISTORIES]
    histories += [history_of(chance.randbytes(chance.randrange(8, 250))) for _ in range(rounds)]
    for found in directed.HISTORIES:
        try:
            found.check()
        except AssertionError:
            return found.name
    for check in CHECKS:
        for history in histories:
            try:
                check(history, random.Random(3))
            except (AssertionError, IndexError, KeyError, ValueError):
                return check.__name__
    return ""


def hunt_at_random(rounds: int) -> str:
    """Return the check that finds something wrong in generated histories alone."""
    chance = random.Random(11)
    for _ in range(rounds):
        history = history_of(chance.randbytes(chance.randrange(8, 250)))
        for check in CHECKS:
            try:
                check(history, random.Random(3))
            except (AssertionError, IndexError, KeyError, ValueError):
                return check.__name__
    return ""


def test_the_hunt_finds_nothing_in_the_real_merge() -> None:
    assert hunt(100) == ""
    assert hunt_at_random(100) == ""


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_version_is_found(wrong: Wrong, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrong.owner, wrong.attribute, wrong.replacement)
    assert hunt_at_random(1500) != "", "generated histories alone must find it"


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_version_is_found_by_directed_histories(
    wrong: Wrong, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wrong.owner, wrong.attribute, wrong.replacement)
    assert hunt(0) != ""


def test_at_least_thirty_wrong_versions_are_tried() -> None:
    assert len({wrong.name for wrong in WRONG}) == len(WRONG) >= 30


def test_the_end_of_time_can_be_written_and_replaced() -> None:
    clock = LocalClock()
    assert clock.tick(5, [(MAX_NUMBER, MAX_NUMBER)]) == (MAX_NUMBER, MAX_NUMBER)
    assert clock.tick(5, [(7, MAX_NUMBER)]) == (8, 0)
    assert clock.tick(6, []) == (6, 0)


def test_a_remote_clock_raises_one_entry_only() -> None:
    clock = LocalClock()
    assert clock.tick(1000, [(9_000_000, 4)]) == (9_000_000, 5)
    assert clock.tick(1001, []) == (1001, 0)


def test_equal_digests_mean_equal_decisions() -> None:
    rows = [("person", "k", {"family": "Раҳимов"}, frozenset({"family"}))]
    settled = [("person", "k", {"family": "Раҳимов"}, frozenset[str]())]
    assert merging.digest(rows) != merging.digest(settled)
    assert merging.digest(iter(rows)) == merging.digest(rows)


def test_an_empty_world_has_a_digest() -> None:
    assert digest_of(World()) == digest_of(world_of([]))
