"""Stores for tests: real encrypted files, with a clock that the test turns."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.parts import Bench
from trainer_app.store.base.store import Store


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Return a place to make stores in; all of them are closed afterwards."""
    made = Bench(tmp_path)
    yield made
    made.close()


@pytest.fixture
def store(bench: Bench) -> Store:
    """Return one new store."""
    return bench.create("own")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Store]]:
    """Return a store for many short histories, each of which is rolled back."""
    made = Bench(tmp_path_factory.mktemp("shared"))
    store = made.create("shared")
    yield lambda: store
    made.close()
