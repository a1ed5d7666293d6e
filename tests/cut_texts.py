"""What is cut on the screens: `python -m tests.cut_texts [--languages ru] [--sizes 1366x768@150]`.

Each screen is drawn in a window of each size, and whatever a person cannot read whole is named: texts that
end in an ellipsis, words wider than their label or button, and pages that have to be scrolled sideways. A
size is what the window has on a screen, "@150" that everything is shown at 150 %. `--stretch` makes all texts
40 % longer. A short form of it belongs to the tests of the window, `tests/ui/shell/test_cut_texts.py`.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from tests.pictures import COURSE, settle
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.courses import courses
from trainer_app.actions.today import demo
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.screens import screens_for
from trainer_app.ui.office.screen import TABS as OFFICE_PARTS
from trainer_app.ui.shell import window
from trainer_app.ui.shell.navigation import SCREENS, TABS
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.start_steps import StartOptions
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.labels import ElidedLabel, Painted

SIZES = tuple(f"{room}@{scale}" for room in ("1024x700", "1366x768", "1920x1080") for scale in (100, 150))
_SLACK = 1


class Cut(Struct, frozen=True, order=True):
    """A text that cannot be read whole: on which place, in which part of the window, how."""

    place: str
    part: str
    how: str
    text: str


def logical(size: str) -> QSize:
    """Return what a window has at "1366x768@150": the pixels that are left at that scale."""
    room, _, scale = size.partition("@")
    width, height = (int(each) * 100 // int(scale or 100) for each in room.split("x"))
    return QSize(width, height)


@contextmanager
def watching(found: list[tuple[str, str]]) -> Iterator[None]:
    """Note each text that is drawn with an ellipsis, with the part of the window that draws it."""
    usual = QFontMetrics.elidedText

    def elided(self: QFontMetrics, text: str, mode: Qt.TextElideMode, width: int, *more: Any) -> str:
        shown: str = usual(self, text, mode, width, *more)
        if shown != text:
            found.append((_drawing(sys._getframe(1)), text))
        return shown

    QFontMetrics.elidedText = elided  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        QFontMetrics.elidedText = usual  # type: ignore[method-assign]


def _drawing(frame: Any) -> str:
    """Return the object name of the widget that draws, or of the table whose cells are drawn."""
    while frame is not None:
        owner = frame.f_locals.get("self")
        if isinstance(owner, QWidget):
            return owner.objectName()
        option = frame.f_locals.get("option")
        of = getattr(option, "widget", None)
        if isinstance(of, QWidget):
            return of.objectName()
        frame = frame.f_back
    return ""


def cut_texts(shown: QWidget, place: str, draw: Callable[[QWidget], object] = QWidget.grab) -> list[Cut]:
    """Draw what is shown, and return what is cut of it."""
    elided: list[tuple[str, str]] = []
    with watching(elided):
        draw(shown)
    cuts = {Cut(place, part, "…", text) for part, text in elided}
    for label in shown.findChildren(QLabel):
        if label.isVisible() and not isinstance(label, ElidedLabel | Painted) and not label.wordWrap():
            wide = label.fontMetrics().horizontalAdvance(label.text())
            if wide > label.contentsRect().width() + _SLACK and label.text() and label.pixmap().isNull():
                cuts.add(Cut(place, label.objectName(), "narrow", label.text()))
    for button in shown.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.sizeHint().width() > button.width() + _SLACK:
            cuts.add(Cut(place, button.objectName(), "narrow", button.text()))
    for area in shown.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            cuts.add(Cut(place, area.objectName(), "sideways", ""))
    return sorted(cuts)


def places(context: AppContext, workspace: Workspace, course: str) -> Iterator[str]:
    """Go to every screen, every tab of a course and every part of the office; return what each is called."""
    for spec in screens_for(context.work.role, SCREENS):
        workspace.open(spec.name)
        yield spec.name
    for page in ("forms", "questions"):
        context.go("evaluations", page=page)
        yield f"evaluations_{page}"
    for tab in TABS:
        context.go("courses", course=course, tab=tab.name)
        yield f"course_{tab.name}"
    for view in ("session", "signatures"):
        context.go("courses", course=course, tab="attendance", view=view)
        yield f"course_attendance_{view}"
    context.go("courses", course=course, tab="attendance", view="course")
    for view in ("names", "receipt", "register"):
        context.go("courses", course=course, tab="certificates", view=view)
        yield f"course_certificates_{view}"
    if context.work.role is Role.OFFICE:
        for part in OFFICE_PARTS:
            context.go("office", tab=part)
            yield f"office_{part}"


def measure(
    main_window: MainWindow, gate: StartController, sizes: tuple[str, ...]
) -> Iterator[tuple[str, Cut]]:
    """Return what is cut at each size."""
    context, workspace = gate.context, gate.workspace
    if context is None or workspace is None:
        raise SystemExit("the demo folder did not open")
    for place in places(context, workspace, courses.find_course(context.work, COURSE)):
        for size in sizes:
            main_window.resize(logical(size))
            settle()
            yield from ((size, cut) for cut in cut_texts(main_window, place))


def main(arguments: list[str]) -> int:
    """Measure and name what is cut; return 1 if there is anything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--data", type=Path, help="A folder of the demo, to be made if it is not there.")
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--stretch", action="store_true")
    options = parser.parse_args(arguments)
    data = options.data or Path(tempfile.mkdtemp()) / "demo"
    if not data.exists():
        demo.fill(data, office=True, trainers=3, exchange=True)
    folder = data / ("office" if options.office else "trainer-3")
    application = window.make_application(["trainer-app"])
    switch, look = LanguageSwitch(application, "en", stretch=options.stretch), Theme(application, "light")
    count = 0
    for language in options.languages.split(","):
        switch.choose(language)
        for size, cut in _of_folder(folder, switch, look, tuple(options.sizes.split(","))):
            count += 1
            line = (language, size, cut.place, cut.part, cut.how, cut.text.replace("\n", " "))
            sys.stdout.write("\t".join(line) + "\n")
    return 1 if count else 0


def _of_folder(
    folder: Path, switch: LanguageSwitch, look: Theme, sizes: tuple[str, ...]
) -> Iterator[tuple[str, Cut]]:
    preferences = PreferenceStore(folder / "measured.json")
    main_window = MainWindow(preferences)
    clock = demo.clock_of_pictures()
    entry = StartOptions(DataFolder(folder), demo.PASSPHRASE, clock=clock, synchronous=True)
    gate = StartController(entry, main_window, look, switch, preferences)
    gate.begin()
    main_window.show()
    yield from measure(main_window, gate, sizes)
    main_window.close()
    QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
