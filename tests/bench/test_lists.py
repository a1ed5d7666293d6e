"""The benchmark of lists measures what it says: real names, few slips, every row checked. No times."""

from pathlib import Path

from tests.bench.lists import _write_list, full_name, measure
from trainer_app.actions.base import workplace
from trainer_app.actions.courses import roster
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.folders import DataFolder


def test_every_row_has_its_baseline_and_target() -> None:
    checked, searched, typed, settled = measure(40, 50)
    assert checked.name == "roster of 40 rows, checked"
    assert (checked.target, searched.target, typed.target, settled.target) == (6.0, 1.0, 1.0, 0.25)
    for row in (checked, searched, typed, settled):
        assert row.value > 0
        assert row.base > 0


def test_the_lists_are_as_offices_send_them(tmp_path: Path) -> None:
    work = workplace.create(DataFolder(tmp_path / "data"), "a laptop that is only measured", cost=KdfCost())
    try:
        _write_list(tmp_path / "list.xlsx", 600, 1)
        preview = roster.check(work, tmp_path / "list.xlsx")
    finally:
        work.close()
    assert preview.plan.rows == 600
    assert all(line.row is not None for line in preview.plan.lines)
    wrong = {problem.row for problem in preview.problems if problem.row is not None}
    assert 5 <= len(wrong) <= 30, "about one row in thirty has a slip"
    assert len({full_name(place) for place in range(20_000)}) == 20_000
