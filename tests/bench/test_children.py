"""The benchmark of children measures real files of every kind, read here and in children. No times."""

import pytest

from tests.bench import children


@pytest.mark.child
def test_every_kind_of_file_is_read_here_and_by_a_child() -> None:
    rows = list(children.measure(runs=1))
    assert [row.name.partition(" read by")[0] for row in rows] == [
        "a list of 500 rows",
        "a certificate as PDF",
        "questions in GIFT",
        "a design",
        "a stranger's bundle of 20 MB",
    ]
    for row in rows:
        assert (row.base, row.target, row.unit) == (300.0, 1.0, "ms")
        assert row.value > 0, "a process more is never free"
