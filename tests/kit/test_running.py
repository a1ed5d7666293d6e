"""A test of many cases in one world tries each of them, and says in which one it failed."""

import inspect
from pathlib import Path

import pytest

from tests.kit.running import in_turn

SEEN: list[tuple[str, int]] = []


@pytest.fixture
def counted() -> list[int]:
    """Count in how many worlds the cases run."""
    return [0]


@in_turn("word", ["one", "two"])
@in_turn(("number", "half"), [(2, 1), (4, 2), (6, 3)])
def test_every_case_of_all_lists_runs_in_one_world(
    counted: list[int], tmp_path: Path, word: str, number: int, half: int
) -> None:
    assert tmp_path.is_dir()
    assert number == 2 * half
    counted[0] += 1
    SEEN.append((word, number))
    assert len(SEEN) == counted[0]
    assert len(set(SEEN)) == len(SEEN)
    assert (len(SEEN) == 6) == ((word, number) == ("two", 6))


def test_a_failure_names_its_case_and_fixtures_are_what_is_left() -> None:
    tried: list[int] = []

    @in_turn("number", [1, 2, 3])
    def holds(limit: int, number: int) -> None:
        tried.append(number)
        assert number < limit

    assert list(inspect.signature(holds).parameters) == ["limit"]
    holds(limit=4)
    assert tried == [1, 2, 3]
    with pytest.raises(AssertionError) as failed:
        holds(limit=2)
    assert failed.value.__notes__ == ["In the case {'number': 2}"]


def test_what_tries_nothing_or_asks_for_nothing_is_refused() -> None:
    with pytest.raises(AssertionError, match="without a case"):
        in_turn("number", [])
    with pytest.raises(AssertionError, match="number"):
        in_turn("number", [1])(lambda: None)
