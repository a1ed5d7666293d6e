"""A pytest plugin: every button that the tests of a run made must be pressed by one of them.

Each button tells in which line of the program it was made, under which name, and that it was clicked: by the
mouse, a key or `click()`. After a run of all tests, or of others with --every-button, one more failure names
those that nobody pressed, and the lines that make a button and were never reached. Which names are one button
stands in `tests/architecture/buttons.py`.
"""

import importlib
import re
import sys
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

import pytest

from tests.architecture.buttons import Record, family, left_alone
from tests.architecture.tree import ROOT, SOURCE

OF_THEIR_OWN = (
    "tests/ui/widgets/",
    "tests/ui/kit/test_field_sets.py",
    "tests/ui/kit/test_meanwhile.py",
    "tests/ui/kit/test_panels.py",
    "tests/ui/kit/test_places_offered.py",
)
"""Tests that give names of their own to what they make."""
_RAN = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
_DEFINES_A_BUTTON = re.compile(
    r"^class .*\bQ(AbstractButton|PushButton|ToolButton|CheckBox|RadioButton)\b", re.M
)
_HERE = f"{ROOT}/"


@dataclass
class Heard:
    """What the buttons of this process told."""

    made: set[Record] = field(default_factory=set)
    pressed: set[Record] = field(default_factory=set)
    ear: Any = None
    """Hears that a button was clicked; none before the first test that has the window at hand."""
    counts: bool = True
    """Whether what is made now has the names that the program gives it."""
    _nameless: list[tuple["weakref.ref[Any]", tuple[str, int]]] = field(default_factory=list)

    def note_made(self, button: Any, frame: FrameType | None) -> None:
        """Keep that a button was made, and listen to it."""
        vars(button)["made_at"] = at = _made_at(button, frame)
        # A switch tells which of its parts was clicked.
        told = button.clicked if hasattr(button, "clicked") else button.chosen
        told.connect(self.ear.hear)
        if not self.counts:
            return
        if name := button.objectName():
            self.made.add((*at, family(name)))
        else:
            self._nameless.append((weakref.ref(button), at))

    def note_pressed(self, button: Any) -> None:
        """Keep that a button was clicked."""
        self.pressed.add((*vars(button)["made_at"], family(button.objectName())))

    def name_the_rest(self) -> None:
        """Note those that got their names after they were made."""
        import shiboken6

        for ref, at in self._nameless:
            button = ref()
            if button is not None and shiboken6.isValid(button):
                self.made.add((*at, family(button.objectName())))
        self._nameless.clear()


HEARD = Heard()


def _made_at(button: object, frame: FrameType | None) -> tuple[str, int]:
    """Return the file and the line that made a button: the first that is not in a constructor of its own."""
    while frame is not None and frame.f_code.co_name == "__init__" and frame.f_locals.get("self") is button:
        frame = frame.f_back
    assert frame is not None
    return frame.f_code.co_filename.removeprefix(_HERE), frame.f_lineno


def listen() -> None:
    """Let every button that is made from now on be heard."""
    from PySide6.QtCore import QObject, Slot
    from PySide6.QtWidgets import QAbstractButton

    from trainer_app.ui.widgets.controls import Switch

    class Ear(QObject):
        @Slot()
        def hear(self) -> None:
            HEARD.note_pressed(self.sender())

    HEARD.ear = Ear()
    for path in sorted((SOURCE / "ui").rglob("*.py")):
        if _DEFINES_A_BUTTON.search(path.read_text(encoding="utf-8")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            for kind in vars(importlib.import_module(name)).values():
                # The first class of the program above Qt's: all others come through its constructor.
                if isinstance(kind, type) and kind.__module__ == name and _stands_on(kind, QAbstractButton):
                    _tell_when_made(kind)
    _tell_when_made(Switch)


def _stands_on(kind: type, button: type) -> bool:
    return any(base.__module__.startswith("PySide6") and issubclass(base, button) for base in kind.__bases__)


def _tell_when_made(kind: Any) -> None:
    construct = kind.__init__

    def init(self: Any, *args: Any, **more: Any) -> None:
        construct(self, *args, **more)
        HEARD.note_made(self, sys._getframe(1))

    kind.__init__ = init


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the check for a run that is not of all tests, such as of those of the window."""
    parser.addoption(
        "--every-button",
        action="store_true",
        help="fail where a button was never pressed; for tests/ui and tests/journeys together",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin to listen once tests that have the window at hand begin."""
    if HEARD.ear is None and "trainer_app.ui.widgets.controls" in sys.modules:
        listen()
    HEARD.counts = not item.nodeid.startswith(OF_THEIR_OWN)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Look for names while what the test made is still there."""
    HEARD.name_the_rest()
    return (yield)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what the buttons of another process told."""
    told = getattr(node, "workeroutput", {}).get("buttons", ((), ()))
    for mine, theirs in zip((HEARD.made, HEARD.pressed), told, strict=True):
        mine.update((place, line, name) for place, line, name in theirs)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand on what was heard, or judge it where all of it is together.

    Also where tests failed: their buttons may be named in vain, but one run tells everything.
    """
    config: Any = session.config
    if hasattr(config, "workerinput"):
        config.workeroutput["buttons"] = (sorted(HEARD.made), sorted(HEARD.pressed))
    elif session.exitstatus in _RAN and (config.option.every_button or _is_whole(config)):
        left = left_alone(HEARD.made, HEARD.pressed)
        if left:
            _fail(session, left)


def _is_whole(config: Any) -> bool:
    """Tell whether a run is of all tests."""
    chosen = ("keyword", "markexpr", "deselect", "lf", "collectonly", "maxfail")
    return config.args_source is config.ArgsSource.TESTPATHS and not any(
        getattr(config.option, name, None) for name in chosen
    )


def _fail(session: pytest.Session, left: list[str]) -> None:
    """Let the run end as with a test that failed."""
    told = "\n".join((f"{len(left)} buttons that no test pressed:", *left))
    place = "tests/pressed_buttons.py", None, "every button is pressed"
    report = pytest.TestReport("::".join((place[0], place[2])), place, {}, "failed", told, "call")
    session.config.hook.pytest_runtest_logreport(report=report)
    session.exitstatus = pytest.ExitCode.TESTS_FAILED
