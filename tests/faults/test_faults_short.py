"""A few of each fault with every test run; `python -m tests.faults` injects the stated numbers."""

import sys

import pytest

from tests.faults import __main__ as faults
from tests.faults import damaging, filling, issuing, keying_in, killing, paper_power, power, room, room_power
from tests.faults.__main__ import losses_without_sync
from tests.faults.results import Result
from trainer_app.actions import attendance
from trainer_app.domain.attendance import Mark
from trainer_app.domain.errors import TrainerError


def check(result: Result) -> None:
    """Fail with what went wrong."""
    assert result.problems == []
    assert result.ok, result.line()


@pytest.mark.parametrize("work", [power.edit, power.take_in, power.migrate], ids=lambda work: work.__name__)
def test_a_power_cut_loses_nothing_acknowledged(work: power.Work) -> None:
    check(power.power_cuts(25, work, seed=2))


def test_a_power_cut_in_the_room_leaves_whole_steps() -> None:
    check(room_power.room_cuts(40, seed=2))


@pytest.mark.parametrize("work", ["key", "fill"])
def test_a_power_cut_leaves_every_answer_that_was_kept(work: str) -> None:
    check(paper_power.paper_cuts(12, work))


def test_less_syncing_loses_answers() -> None:
    found = paper_power.paper_cuts(15, "fill", synchronous="NORMAL")
    assert any("answers differ" in problem for problem in found.problems)


def test_half_a_step_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def in_two_transactions(turn: room.Turn) -> None:
        session = turn.session()
        for row in turn.table.rows[:4]:
            attendance.mark(turn.work, row.enrolment, session, turn.chance.choice(tuple(Mark)))

    monkeypatch.setattr(room, "ACTS", {"rest": in_two_transactions})
    found = room_power.room_cuts(30, seed=2)
    assert any("half a step" in problem for problem in found.problems)
    assert not found.ok


def test_less_syncing_loses_marks_in_the_room() -> None:
    found = room_power.room_cuts(30, synchronous="NORMAL", seed=2)
    assert any("acknowledged entry is lost" in problem for problem in found.problems)


def test_a_kind_of_step_that_was_never_tried_fails_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(turn: room.Turn) -> None:
        raise TrainerError("attendance.locked", session=1)

    monkeypatch.setattr(room, "ENOUGH", 5)
    monkeypatch.setitem(room.ACTS, "never", refused)
    assert any("never tried: never" in problem for problem in room_power.room_cuts(5).problems)


def test_the_cuts_can_hurt() -> None:
    check(losses_without_sync(30))


@pytest.mark.parametrize("work", ["mark", "room", "key", "fill", "import", "create"])
def test_a_killed_program_loses_nothing_acknowledged(work: str) -> None:
    check(killing.kills(5, work))


@pytest.mark.skipif(sys.platform == "win32", reason="the harness forks")
@pytest.mark.parametrize("how", ["kill", "refuse"])
def test_a_batch_of_certificates_is_whole_and_explained_after_a_crash(how: str) -> None:
    check(issuing.crashes(8, how, seed=3))


def test_the_steps_at_which_it_crashes_are_spread_over_all_kinds() -> None:
    steps = [*[issuing.Step("issue", "read")] * 90, *[issuing.Step("void", "read")] * 9]
    steps += [issuing.Step("issue", "write"), issuing.Step("void", "write"), issuing.Step("issue", "sync")]
    chosen = [steps[at - 1] for at in issuing.spread(steps, 5, seed=1)]
    assert sorted(chosen) == sorted({*steps})
    assert issuing.spread(steps, len(steps), seed=1) == list(range(1, len(steps) + 1))


@pytest.mark.skipif(sys.platform == "win32", reason="the harness forks")
def test_a_paper_before_its_entry_in_the_register_would_be_seen() -> None:
    found = issuing.crashes(10, "early")
    assert any("not in the register" in problem for problem in found.problems), found.problems


def test_an_answer_that_is_missing_would_be_seen() -> None:
    before = {("first", "1", 0): "2"}
    told = ["? first 1 1 3", "first 1 1 3", "? sheet 101 0 4", "sheet 101 0 4", "? first 2 0 1"]
    whole = {**before, ("first", "1", 1): "3", ("sheet", "101", 0): "4"}
    assert keying_in.what_is_missing(told, before, whole) == ""
    # The last one may have reached the disk before it was acknowledged; no other may be there, or be gone.
    assert keying_in.what_is_missing(told, before, {**whole, ("first", "2", 0): "1"}) == ""
    assert keying_in.what_is_missing(told, before, {**whole, ("first", "3", 0): "1"}) == "1 answers differ"
    assert keying_in.what_is_missing(told, before, {**whole, ("first", "1", 1): "2"}) == "1 answers differ"
    assert keying_in.what_is_missing(told, before, before) == "2 answers differ"


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


def test_a_run_that_did_fewer_than_its_number_fails_as_a_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lazy(count: int) -> Result:
        return Result("lazy work", count, executed=count - 1, struck=1)

    monkeypatch.setattr(faults, "WORKS", ((10, 20, lazy),))
    assert faults.main([]) == 1
    assert "failed: lazy work" in capsys.readouterr().out
    monkeypatch.setattr(faults, "WORKS", ((10, 20, lambda count: Result("work", 10, count, 1)),))
    assert faults.main([]) == 0
