"""Every button of the window is pressed by some test: what a whole run is judged by, and that it can fail."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.architecture.buttons import button_classes, family, left_alone, sites
from tests.architecture.test_strictness import run
from tests.architecture.tree import ROOT, modules, sample
from tests.pressed_buttons import _is_whole

EMITTED = re.compile(r"\.(chosen|clicked|idClicked)\.emit\(")
PAGE = (
    "class Round(Flat): pass\n"
    "class Flat(QPushButton): pass\n"
    "class Page:\n"
    "    def __init__(self, name):\n"
    "        self.go = Round('page_go')\n"
    "        self.stop = Flat(f'{name}_stop',\n"
    "            'red')\n"
    "        self.text = Label('page_text')\n"
    "    def commands(self):\n"
    "        return (Command('print', 'Print', self.show),)\n"
)
SAMPLE = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from trainer_app.ui.widgets.controls import Switch, Tick
from trainer_app.ui.widgets.indicators import ProgressPanel
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.passphrase import PassphraseField


def test_some_are_pressed(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    panel = SidePanel("sample", host)
    panel.show()
    QTest.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    panel.show()
    QTest.keyClick(panel.cancel_button, Qt.Key.Key_Space)
    panel.accept_button.setEnabled(False)
    panel.accept_button.click()
    shown = PassphraseField("sample")
    qtbot.addWidget(shown)
    shown.eye.click()
    band = ProgressPanel("band")
    qtbot.addWidget(band)
"""


def test_no_test_pretends_to_press() -> None:
    """Whoever emits the signal of a button presses one that may be hidden, switched off or not there."""
    tests = [path for path in sorted((ROOT / "tests").rglob("*.py")) if path.name != "test_buttons.py"]
    assert [str(path) for path in tests if EMITTED.search(path.read_text(encoding="utf-8"))] == []
    assert EMITTED.search("page.go.clicked.emit()")


def test_every_expression_that_makes_a_button_is_found() -> None:
    window = [module for module in modules() if module.layer == "ui"]
    assert len(list(sites(window, button_classes(window)))) > 450
    source = sample(PAGE)
    classes = button_classes([source])
    assert {"Round", "Flat"} <= classes
    go, stop, printed = sites([source], classes)
    place = source.place
    assert go.holds((place, 5, "page_go"))
    assert not go.holds((place, 5, "page_stop"))
    assert not go.holds((place, 6, "page_go"))
    assert stop.holds((place, 6, "other_stop"))
    assert stop.holds((place, 7, "other_stop"))
    assert not stop.holds((place, 6, "other_stopped"))
    assert printed.holds(("trainer_app/ui/kit/list_page.py", 300, "forms_print"))
    assert not printed.holds(("trainer_app/ui/kit/list_page.py", 300, "forms_printed"))


def test_what_no_test_made_or_pressed_is_named() -> None:
    source = sample(PAGE)
    known = list(sites([source], button_classes([source])))
    overlays, place = "trainer_app/ui/widgets/overlays.py", source.place
    go, first, second = (place, 5, "page_go"), (overlays, 9, "one_close"), (overlays, 9, "other_close")
    stop, printed = (place, 6, "page_stop"), ("tests/kit.py", 3, "forms_print")
    assert left_alone([go, first, second, stop, printed], [go, second, stop], known) == []
    assert left_alone([go, first, stop, printed], [go, stop], known) == [
        f"{overlays}: *_close is never pressed"
    ]
    assert left_alone([go, stop, printed], [go], known) == [f"{place}: page_stop is never pressed"]
    assert left_alone([go], [go], known) == [f"{known[1]}: never made", f"{known[2]}: never made"]
    assert left_alone([("tests/ui/test_x.py", 4, "own")], [], []) == []
    read = (overlays, 3, "licences_accept")
    assert left_alone([read], [], []) == []
    assert left_alone([read], [read], []) == [f"{overlays}: licences_accept can be pressed after all"]


def test_rows_are_one_button() -> None:
    assert family("pack_courses_12") == family("pack_courses_3")
    one, other = (
        "joined_0d1f4a22-77aa-4c1e-9d11-8a0b7c6d5e4f_yes",
        "joined_5e4f0000-0000-4000-8000-00000000000a_yes",
    )
    assert family(one) == family(other) != family("joined_yes")


def test_a_run_that_leaves_buttons_alone_fails(tmp_path: Path) -> None:
    (tmp_path / "test_sample.py").write_text(SAMPLE, encoding="utf-8")
    done = run(tmp_path, "-n", "1", "--every-button")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout + done.stderr
    assert "1 failed, 1 passed" in done.stdout
    # Where CI is set, pytest says the whole failure once more in its summary.
    failure, _, _ = done.stdout.partition("short test summary info")
    said = [line for line in failure.splitlines() if line.endswith("is never pressed")]
    assert said == [
        "trainer_app/ui/widgets/indicators.py: band_stop is never pressed",
        "trainer_app/ui/widgets/overlays.py: sample_accept is never pressed",
    ]
    assert "help_close" in done.stdout, "lines that no test reached are named too"


@pytest.mark.parametrize(
    ("changed", "whole"),
    [({}, True), ({"keyword": "x"}, False), ({"lf": True}, False), ({"deselect": ["a"]}, False)],
)
def test_a_run_of_some_tests_is_not_judged(changed: dict[str, object], whole: bool) -> None:
    sources = pytest.Config.ArgsSource
    config = SimpleNamespace(
        ArgsSource=sources, args_source=sources.TESTPATHS, option=SimpleNamespace(**changed)
    )
    assert _is_whole(config) is whole
    config.args_source = sources.ARGS
    assert not _is_whole(config)
