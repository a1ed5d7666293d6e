"""The growing office of the benchmark takes in real files, and its rows say what was measured. No times."""

from pathlib import Path

import pytest

from tests.bench import growth
from tests.bench.growth import Sender, Times
from trainer_app.actions.base import sync_status, workplace
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing
from trainer_app.actions.office import backups, office
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.folders import DataFolder


def test_a_small_growth_has_all_its_rows() -> None:
    told: list[str] = []
    rows = growth.measure(12, 300, 2, told.append)
    assert [row.name.split(",")[0] for row in rows[:4]] == ["file 6 of 12"] * 2 + ["file 12 of 12"] * 2
    assert len({row.name for row in rows}) == 8
    assert all(row.value > 0 and row.base > 0 for row in rows)
    assert [row.target for row in rows] == [1.6] * 4 + [1.0, 400.0, 4.0, 1200.0]
    assert [int(text.replace(",", "").split()[0]) // 1800 for text in told] == [1, 2]


def test_the_files_are_what_laptops_send(tmp_path: Path) -> None:
    context = workplace.create(
        DataFolder(tmp_path / "desk"), "a laptop that is only measured", role=Role.OFFICE, cost=KdfCost()
    )
    office.init(context, Texts(en="Bench"), "BN")
    senders = [Sender(tmp_path, context, code) for code in ("K1", "K2")]
    files = [sender.send(1200) for sender in (*senders, senders[0])]
    times = Times()
    growth.take_in(context, files, times)
    assert [value is None for value in times.cpu] == [True, False, False]
    assert [found.entries for found in importing.imports(context)] == [1200] * 3
    assert [found.device for found in importing.imports(context)] == ["K1", "K2", "K1"]
    assert importing.gaps(context) == []
    # A course has 749 entries: of one laptop's 2,400 there are three whole ones and a part, of the other's
    # 1,200 one and a part.
    assert len(courses.list_courses(context)) == 6
    assert sync_status.check(context).ok
    assert [one.why for one in backups.list_backups(context.folder)] == ["before-import"]
    with pytest.raises(AssertionError, match="not imported"):
        growth.take_in(context, files, times)
    context.close()
