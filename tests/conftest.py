"""For every test: no screen needed, nothing outside a scratch folder touched, no log warning unseen."""

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import passphrases
from tests.kit.running import WORLDS, Here
from trainer_app.system.child import Child

# Before Qt is loaded by anyone: tests run without a screen and without a variable set by the caller.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test is timed: on a machine that is busy with others, one example may wait for its turn.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

_YOUNG = 50_000
"""Objects that are made before garbage is looked for among them, as in the program (`ui/shell/window`)."""

pytest_plugins = ["tests.warnings_in_logs", "tests.pressed_buttons"]


def pytest_collection() -> None:
    """Search for no garbage while the tests are found: nearly all that comes stays."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Leave out of every later search for garbage what is there now: a million objects that all stay.

    Search as seldom as the program itself does.
    """
    gc.enable()
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let them go with the others, or libraries tell at the end what was never given back to them.

    Where tests were only found, nothing was taken: to look through a million objects would be for nothing.
    """
    if not session.config.option.collectonly:
        gc.unfreeze()


@pytest.fixture(autouse=True, scope="session")
def _scratch_places() -> Iterator[None]:
    """Keep the data and state folders of the person who runs the tests out of it."""
    with tempfile.TemporaryDirectory(prefix="trainer-tests-") as folder:
        for name in ("TRAINER_DATA", "TRAINER_STATE"):
            os.environ[name] = str(Path(folder) / name.lower())
        os.environ.pop("TRAINER_PASSPHRASE", None)
        passphrases.remember()
        passphrases.cheapen_files()
        yield


@pytest.fixture(autouse=True, scope="session")
def _worlds(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let all processes of this run share the worlds that they make."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    worlds = shared / "worlds"
    worlds.mkdir(exist_ok=True)
    os.environ[WORLDS] = str(worlds)


@pytest.fixture(autouse=True)
def _strange_files_read_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read strange files in this process, but for tests that say that they want real children."""
    if request.node.get_closest_marker("child") is None:
        monkeypatch.setattr(Child, "run", Here.run)


@pytest.fixture(autouse=True)
def _no_key_held() -> Iterator[None]:
    """Let go of Ctrl or Shift after a test that pressed it last: Qt believes it held until the next key.

    The next test to choose a row would then add to the choice instead of replacing it.
    """
    yield
    widgets, testing = (sys.modules.get(f"PySide6.{name}") for name in ("QtWidgets", "QtTest"))
    if widgets and testing and widgets.QApplication.instance() and widgets.QApplication.keyboardModifiers():
        nobody = widgets.QWidget()
        testing.QTest.keyClick(nobody, "x")
