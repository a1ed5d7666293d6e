"""Stores for tests: real encrypted files, with a clock that the test turns."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.parts import Bench
from trainer_app.store.base.store import Store


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let what a test says of a store be true of a file and of a server, unless it is about files alone."""
    if "on_server" in metafunc.fixturenames:
        kinds = [False] if metafunc.definition.get_closest_marker("files") else [False, True]
        names = ["server" if on_server else "file" for on_server in kinds]
        metafunc.parametrize("on_server", kinds, ids=names, indirect=True, scope="module")


@pytest.fixture(scope="module")
def on_server(request: pytest.FixtureRequest) -> bool:
    """Tell whether the stores of a test lie on a real PostgreSQL server."""
    return bool(request.param)


@pytest.fixture
def bench(tmp_path: Path, on_server: bool) -> Iterator[Bench]:
    """Return a place to make stores in; all of them are closed afterwards."""
    made = Bench(tmp_path, on_server=on_server)
    yield made
    made.close()


@pytest.fixture
def store(bench: Bench) -> Store:
    """Return one new store."""
    return bench.create("own")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, on_server: bool) -> Iterator[Callable[[], Store]]:
    """Return a store for many short histories, each of which is rolled back."""
    made = Bench(tmp_path_factory.mktemp("shared"), on_server=on_server)
    store = made.create("shared")
    yield lambda: store
    made.close()
