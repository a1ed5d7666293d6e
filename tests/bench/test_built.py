"""The rows of the built program fail above the limits, and claim nothing where it cannot be built."""

import pytest

from tests.bench import built
from tests.packaging import tools  # noqa: F401

import first_window  # isort: skip


@pytest.mark.parametrize(
    ("files", "memory", "ok"),
    [(100, 104.0, [True, True]), (151, 109.9, [False, True]), (1, 111, [True, False])],
)
def test_each_figure_has_its_limit(files: int, memory: float, ok: list[bool]) -> None:
    found = first_window.FirstWindow(frozenset(map(str, range(files))), memory)
    assert [row.ok for row in built.rows(found)] == ok


def test_where_nothing_is_built_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built.dev, "can_build", lambda _: False)
    assert [row.document()["ok"] for row in built.measure()] == [None, None]
