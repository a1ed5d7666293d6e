"""The pictures of the help, cut from the window over the demo: `python -m tests.help_pictures`.

Each shows the part of a screen that a page speaks of, drawn finer than it stands on the screen, in few
colours: `resources/help/<language>/pictures/<name>.png`. They are drawn in the light theme alone, for the
booklet too. What the program says in each of them is kept in `tests/data/help_pictures.json`: a test finds
there which picture is older than a word that has changed.
"""

import argparse
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from PIL import Image, ImageDraw
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget

from tests.pictures import COURSE, DemoWindow, settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.office import office
from trainer_app.actions.today import demo
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.catalogues import read_catalogue
from trainer_app.domain.base.help_pages import picture_file
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, SOURCE, resource
from trainer_app.system.folders import DataFolder
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.courses.participants.tab import ParticipantsTab
from trainer_app.ui.exchange.screen import SendScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import Drive
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.laptops import LaptopsCard
from trainer_app.ui.shell import window
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.overlays import ConfirmDialog

WORDS = Path(__file__).parent / "data" / "help_pictures.json"
"""What each picture says, by its language and name."""
WIDTH = 700
"""Of a picture, in its own pixels."""
_COLOURS = 96
_ROUNDS = 4
"""How often Qt is let go on: each text that is wrapped into another width asks for another height."""
_EDGE = "#b9c3d0"
_GIGABYTE = 2**30


class Cut(Struct, frozen=True):
    """A picture: what the window's parts of these names take together, at most of a size from their corner.

    `show` goes there; `window` is the size that the window has meanwhile; `room` is left around what is
    shown. All in pixels of the screen.
    """

    name: str
    show: Callable[[AppContext, Workspace], None]
    parts: tuple[str, ...]
    most: tuple[int, int]
    window: tuple[int, int] = (1100, 700)
    room: int = 6


def _course(context: AppContext) -> str:
    return courses.find_course(context.work, COURSE)


def _grid(context: AppContext, workspace: Workspace) -> None:
    context.go("courses", course=_course(context), tab="attendance", view="course")
    page = workspace.findChild(AttendancePage)
    assert page is not None
    page.view.go_to(1, 4)


def _session(context: AppContext, workspace: Workspace) -> None:
    course = _course(context)
    session = courses.get_course(context.work, course).sessions[4].key
    context.go("courses", course=course, tab="attendance", view="session", session=session)
    page = workspace.findChild(SessionPage)
    assert page is not None
    page.view.go_to(1)


def _import(context: AppContext, workspace: Workspace) -> None:
    context.go("courses", course=_course(context), tab="participants")
    tab = workspace.findChild(ParticipantsTab)
    assert tab is not None
    tab.open_import()
    tab.importing.read(resource("demo", "khujand.xlsx"))


def _board(context: AppContext, _workspace: Workspace) -> None:
    context.go("courses", course=_course(context), tab="certificates")


def _send(context: AppContext, workspace: Workspace) -> None:
    stick = Drive(Path("E:/"), "KINGSTON (E:)", 13 * _GIGABYTE, 15 * _GIGABYTE, writable=True)
    context.go("sending")
    screen = workspace.findChild(SendScreen)
    assert screen is not None
    screen.where._look = lambda: [stick]
    screen.where.look()


def _review(context: AppContext, _workspace: Workspace) -> None:
    context.go("review")


def _enrol(context: AppContext, workspace: Workspace) -> None:
    context.go("office", tab="laptops")
    card = workspace.findChild(LaptopsCard)
    assert card is not None
    panel = card.enrol_panel
    panel.open()
    panel.read_request(_request(context))


def _request(context: AppContext) -> Path:
    """Return the request of a laptop, called as the program calls it."""
    return next(context.work.folder.root.parent.glob("*-request.json"))


TRAINER = (
    Cut("grid", _grid, ("attendance_card",), (580, 186)),
    Cut("session", _session, ("room_people",), (580, 168), (1180, 700)),
    Cut("import", _import, ("import_table",), (640, 200)),
    Cut("board", _board, ("board_table",), (700, 222), (975, 700)),
    Cut("send", _send, ("sending_band",), (830, 120), (911, 1000)),
)
OFFICE = (
    Cut("review", _review, ("review_item",), (780, 259), (1190, 760)),
    Cut("enrol", _enrol, ("enrol_digits_label", "enrol_digits"), (460, 120), room=8),
)
"""Low and wide: a page of the help is to be read without scrolling, with its pictures."""


def area(shown: QWidget, cut: Cut) -> QRect:
    """Return what a cut takes of a window. Raises SystemExit for a part that is not shown."""
    taken = QRect()
    for name in cut.parts:
        part = next((each for each in shown.findChildren(QWidget, name) if each.isVisible()), None)
        if part is None:
            raise SystemExit(f"{cut.name}: {name} is not shown")
        taken |= QRect(part.mapTo(shown, QPoint()), part.size())
    taken.setSize(taken.size().boundedTo(QSize(*cut.most)))
    return taken.adjusted(-cut.room, -cut.room, cut.room, cut.room) & shown.rect()


def draw(shown: QWidget, taken: QRect) -> bytes:
    """Return a part of a window as PNG, `WIDTH` wide."""
    scale = WIDTH / taken.width()
    picture = QPixmap(WIDTH, round(taken.height() * scale))
    picture.setDevicePixelRatio(scale)
    shown.render(picture, QPoint(), QRegion(taken))
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(kept, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a text
    whole = Image.open(io.BytesIO(kept.data().data())).convert("RGB")
    ImageDraw.Draw(whole).rectangle((0, 0, whole.width - 1, whole.height - 1), outline=_EDGE)
    written = io.BytesIO()
    few = whole.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


def texts_of(language: str) -> frozenset[str]:
    """Return all that the program itself says in a language, in its window and its messages."""
    i18n = resource("i18n")
    found = set[str]()
    for file in (i18n / "messages").glob("*.json"):
        found.update(each.get(language, "") for each in json.loads(file.read_bytes()).values())
    # English has no file but those of its plurals: it is what all others are translated from.
    known = read_catalogue(sorted(i18n.glob(f"*_{DEFAULT if language == SOURCE else language}.ts")))
    for (_context, source, _sense), forms in known.items():
        found.update((source,) if language == SOURCE else forms)
    return frozenset(each for each in found if len(each) > 1)


def words_in(shown: QWidget, taken: QRect, known: frozenset[str]) -> list[str]:
    """Return what of a part of a window are words of the program, not names, numbers or topics."""
    found = set[str]()
    for part in shown.findChildren(QWidget):
        box = QRect(part.mapTo(shown, QPoint()), part.size())
        if not part.isVisible() or not taken.intersects(box):
            continue
        if (
            isinstance(part, QLabel | QAbstractButton)
            and taken.contains(box)
            and _uncovered(part, box, shown)
        ):
            found.add(part.text())
        elif isinstance(part, QTableView) and _uncovered(part, taken & box, shown):
            found.update(_words_of_table(part, taken.translated(-part.viewport().mapTo(shown, QPoint()))))
    return sorted(found & known)


def _uncovered(part: QWidget, box: QRect, shown: QWidget) -> bool:
    """Tell whether no form lies over the middle of a part."""
    there = shown.childAt(box.center())
    return there is not None and (there is part or part.isAncestorOf(there) or there.isAncestorOf(part))


def _words_of_table(table: QTableView, taken: QRect) -> Iterator[str]:
    model, across = table.model(), Qt.Orientation.Horizontal
    seen = taken & table.viewport().rect()
    for column in range(model.columnCount()):
        boxes = [table.visualRect(model.index(row, column)) for row in range(model.rowCount())]
        rows = [row for row, box in enumerate(boxes) if not box.isEmpty() and seen.contains(box)]
        yield from (str(model.index(row, column).data()) for row in rows)
        if rows and table.horizontalHeader().isVisible():
            yield str(model.headerData(column, across))


def pictures(
    shown: DemoWindow, cuts: tuple[Cut, ...], language: str
) -> Iterator[tuple[str, bytes, list[str]]]:
    """Open a window and return its pictures, each with its name and what the program says in it."""
    known = texts_of(language)
    context, workspace = shown.open()
    for cut in cuts:
        shown.window.resize(*cut.window)
        settle()
        cut.show(context, workspace)
        for _ in range(_ROUNDS):
            settle()
        taken = area(shown.window, cut)
        yield cut.name, draw(shown.window, taken), words_in(shown.window, taken, known)
    shown.window.close()
    asked = shown.window.findChild(ConfirmDialog, "leave_question")
    if asked is not None:
        # A list that was read is not in the course yet, and closing asks about it.
        asked.yes.click()
    shown.close()


def prepare(root: Path) -> tuple[Path, Path]:
    """Fill folders with the demo, something new to send and a laptop that asks; return trainer and office."""
    folders = demo.fill(root, office=True, trainers=3, exchange=True)
    assert folders.office is not None
    clock = demo.clock_of_pictures()
    work = workplace.open_workplace(DataFolder(folders.trainers[-1]), demo.PASSPHRASE, clock=clock)
    table = attendance.grid(work, courses.find_course(work, COURSE))
    attendance.mark(work, table.rows[7].enrolment, table.sessions[1].key, Mark.LATE, 10)
    work.close()
    new = workplace.create(DataFolder(root / "new"), demo.PASSPHRASE, user_name="С. Раҳимова", clock=clock)
    office.request(new, folders.office.parent / f"{identity.device_code(new)}-request.json")
    new.close()
    return folders.trainers[-1], folders.office


def main(arguments: list[str]) -> int:
    """Draw the pictures anew; return the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    languages = parser.parse_args(arguments).languages.split(",")
    application = QApplication.instance() or window.make_application(["trainer-app"])
    assert isinstance(application, QApplication)
    switch, look = LanguageSwitch(application, DEFAULT), Theme(application, "light")
    size = count = 0
    said: dict[str, dict[str, list[str]]] = json.loads(WORDS.read_bytes()) if WORDS.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        trainer, desk = prepare(Path(folder))
        for language in languages:
            switch.choose(language)
            for place, cuts in ((trainer, TRAINER), (desk, OFFICE)):
                for name, data, words in pictures(DemoWindow(switch, look, place), cuts, language):
                    said.setdefault(language, {})[name] = words
                    file = picture_file(name, language)
                    file.parent.mkdir(exist_ok=True)
                    file.write_bytes(data)
                    size, count = size + len(data), count + 1
    WORDS.write_text(json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    sys.stdout.write(f"{count} pictures, {size // 1024} KiB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
