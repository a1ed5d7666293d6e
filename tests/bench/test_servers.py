"""The benchmark of an office on its server measures what it says, with little data. No times."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import servers
from tests.bench.million import MARKS_A_COURSE
from tests.kit.postgres import postgres
from trainer_app.ui.style.theme import Theme


@pytest.mark.usefixtures("qapp")
def test_every_row_is_measured_on_a_real_server(qapp: QApplication) -> None:
    postgres()
    before = qapp.findChildren(Theme)
    rows = list(servers.measure(2 * MARKS_A_COURSE, 100, turns=1))
    assert [row.skipped for row in rows] == [""] * len(rows)
    assert len(rows) == 2 + len(servers.SCREENS)
    assert qapp.findChildren(Theme) == before, "what runs next has colours of its own"
    assert all(row.value > 0 and row.base > 0 for row in rows)
