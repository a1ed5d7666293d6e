"""A few of each fault with every test run; `python -m tests.faults` injects the stated numbers."""

import pytest

from tests.faults import damaging, filling, killing, power
from tests.faults.__main__ import losses_without_sync
from tests.faults.results import Result


def check(result: Result) -> None:
    """Fail with what went wrong."""
    assert result.problems == []
    assert result.ok, result.line()


@pytest.mark.parametrize("work", [power.edit, power.take_in, power.migrate], ids=lambda work: work.__name__)
def test_a_power_cut_loses_nothing_acknowledged(work: power.Work) -> None:
    check(power.power_cuts(25, work, seed=2))


def test_the_cuts_can_hurt() -> None:
    check(losses_without_sync(30))


@pytest.mark.parametrize("work", ["mark", "import", "create"])
def test_a_killed_program_loses_nothing_acknowledged(work: str) -> None:
    check(killing.kills(5, work))


def test_a_full_disk_refuses_the_step_and_no_more() -> None:
    check(filling.full_at_each_page(8))


@pytest.mark.parametrize("fault", ["full", "error"])
def test_a_failing_write_refuses_the_step_and_no_more(fault: str) -> None:
    check(filling.failing_writes(20, fault))


def test_wrong_files_are_refused_with_their_codes_untouched() -> None:
    check(damaging.wrong_files())


def test_a_changed_byte_is_never_unnoticed() -> None:
    check(damaging.changed_bytes(15))


def test_a_result_fails_when_too_little_was_done() -> None:
    assert not Result("x", 10, executed=9, struck=9).ok
    assert not Result("x", 10, executed=10, struck=0).ok
    assert not Result("x", 10, executed=10, struck=1, problems=["lost"]).ok
    assert Result("x", 10, executed=10, struck=1).ok
    assert "FAILED" in Result("x", 10).line()
