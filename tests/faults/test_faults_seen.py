"""That wrong ways of keeping things would be seen; `python -m tests.faults` injects the faults themselves."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults import __main__ as faults
from tests.faults import (
    cut_files,
    desk_day,
    issuing,
    keying_in,
    paper_power,
    rekeying,
    room,
    room_power,
    sticks,
    table,
)
from tests.faults.results import Result
from tests.faults.running import in_order, inject_all
from tests.kit.running import WORLDS
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import data_key, key_renewal
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.folders import DataFolder


def check(result: Result) -> None:
    """Fail with what went wrong."""
    assert result.problems == []
    assert result.ok, result.line()


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


def test_a_spoiled_stick_is_told_and_the_next_one_gets_everything_where_nothing_can_be_mounted() -> None:
    check(sticks.spoiled_sticks(6, mount=False))


@pytest.mark.parametrize("what", ["vault", "stick"])
def test_files_would_not_survive_a_power_cut_without_syncs(what: str) -> None:
    assert cut_files.cut_files(12, what, syncs=False).problems


@pytest.mark.skipif(sys.platform == "win32", reason="the harness forks")
@pytest.mark.parametrize(
    ("wrong", "found"), [("forgets", "is lost"), ("hurries", "does not open"), ("sloppy", "")]
)
def test_a_new_key_made_the_wrong_way_would_be_seen(
    monkeypatch: pytest.MonkeyPatch, wrong: str, found: str
) -> None:
    if wrong == "forgets":
        monkeypatch.setattr(key_renewal, "_copies", lambda _folder: [])
        result = rekeying.power_cuts(4)
    elif wrong == "hurries":
        # The former key is dropped before the database has gone over.
        begin = key_renewal.begin_renewal

        def without_former(folder: DataFolder, *key_and_passphrase: Any) -> Any:
            begun = begin(folder, *key_and_passphrase)
            data_key.end_renewal(folder)
            return begun

        monkeypatch.setattr(key_renewal, "begin_renewal", without_former)
        result = rekeying.power_cuts(16)
    else:
        result = rekeying.power_cuts(10, syncs=False)
    assert any(found in problem for problem in result.problems), result.problems


def test_what_a_window_showed_and_is_not_there_would_be_seen() -> None:
    told = desk_day.DayTold()
    for line in ("trying e s absent", "wrote r 1 mark e s absent", "trying e s late", "refused mark"):
        told.take(line)
    # What was tried last may have been written by a desk that died before it could show it.
    assert told.marks == {("e", "s"): {"absent", "late"}}
    shown = {("e", "s"): "absent"}
    assert desk_day.lost_marks(told, shown) == []
    assert len(desk_day.lost_marks(told, {("e", "s"): "present"})) == 1
    told.take("trying f s absent")
    assert desk_day.lost_marks(told, {**shown, ("f", "s"): "late"}) == [], "nobody was told of it"
    one, other = {"today": {"list": [["a"], ["b"]]}}, {"today": {"list": [["a"], ["c"]], "more": []}}
    assert desk_day.differences(one, one) == []
    assert desk_day.differences(one, other)[0] == "today list: ['b'] and not ['c']"
    assert len(desk_day.differences(one, other)) == 2


def test_a_result_fails_when_too_little_was_done() -> None:
    assert not Result("x", 10, executed=9, struck=9).ok
    assert not Result("x", 10, executed=10, struck=0).ok
    assert not Result("x", 10, executed=10, struck=1, problems=["lost"]).ok
    assert Result("x", 10, executed=10, struck=1).ok
    assert "FAILED" in Result("x", 10).line()


def lazy(count: int) -> Result:
    return Result("lazy work", count, executed=count - 1, struck=1)


def diligent(count: int) -> Result:
    return Result("work", count, count, 1)


def broken(count: int) -> Result:
    raise OSError(count)


def test_a_run_that_did_fewer_than_its_number_fails_as_a_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(faults, "losses_without_sync", diligent)
    monkeypatch.setattr(table, "STATED", {"row": (10, 20)})
    for few, work, expected in (
        (10, lazy, "failed: lazy work"),
        (10, broken, "the work failed: OSError(10)"),
        (5, diligent, "failed: row"),
        (10, diligent, "nothing was lost"),
    ):
        monkeypatch.setattr(faults, "LINES", (table.Line("row", few, 20, work),))
        assert faults.main(["--jobs", "1"]) == (expected != "nothing was lost")
        assert expected in capsys.readouterr().out
        assert Path(os.environ[WORLDS]).is_dir(), "the tests go on with their own worlds"


def test_several_works_at_once_come_back_in_the_table_s_order() -> None:
    lines = [table.Line("row", number, 20, diligent, number % 3) for number in (3, 1, 2)]
    told: list[Result] = []
    found = inject_all(lines, full=False, jobs=2, tell=lambda result, seconds: told.append(result))
    assert [result.executed for result in found] == [3, 1, 2]
    assert sorted(result.executed for result in told) == [1, 2, 3]


def test_who_needs_what_another_work_makes_does_not_begin_with_it() -> None:
    sharing = [table.Line("row", 1, 1, diligent, seconds, shared="world") for seconds in (30, 50, 40)]
    alone = [table.Line("row", 1, 1, diligent, seconds) for seconds in (1, 9, 5)]
    order = in_order([*sharing, *alone], full=False, jobs=2)
    assert [line.seconds for line in order] == [50, 9, 40, 30, 5, 1]
    assert in_order(alone, full=True, jobs=2) == alone, "as long as each other: as they stand"


def test_the_table_states_what_the_lines_inject() -> None:
    for row, numbers in table.STATED.items():
        lines = [line for line in table.LINES if line.row == row]
        assert sum(line.few for line in lines) >= numbers[0], row
        assert sum(line.many for line in lines) >= numbers[1], row


def test_in_brief_every_kind_is_injected_and_no_case_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = [line.brief() for line in table.LINES]
    assert all(0 < each.few <= line.few for each, line in zip(brief, table.LINES, strict=True))
    assert [each.few for each in brief if each.few == each.many] == [
        line.few for line in table.LINES if line.few == line.many
    ]
    assert sum(each.seconds for each in brief) < 0.6 * sum(line.seconds for line in table.LINES)
    assert min(table.stated(brief=True).values()) > 0
    monkeypatch.setattr(faults, "losses_without_sync", diligent)
    monkeypatch.setattr(table, "STATED", {"row": (20, 80)})
    for work, expected in ((diligent, "nothing was lost"), (lazy, "failed: lazy work, row")):
        line = table.Line("row", 20, 80, work, seconds=9)
        for module in (faults, table):
            monkeypatch.setattr(module, "LINES", (line,))
        assert faults.main(["--jobs", "1", "--brief"]) == (work is lazy)
        said = capsys.readouterr().out
        assert expected in said
        assert re.search(rf"^row +{5 if work is diligent else 4} +5 ", said, re.MULTILINE)
