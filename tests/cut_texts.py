"""What is cut on the screens: `python -m tests.cut_texts [--languages ru,qps] [--sizes 1366x768@150]`.

Each screen, each form over it and each page of the start is drawn in a window of each
size, and whatever a person cannot read whole is named: texts that end in an ellipsis, words wider than their
label or button, pages that have to be scrolled sideways, and lists of which a few rows cannot be seen at once
or whose names go out of sight. A size is what the window has on a screen,
"@150" that everything is shown at 150 %, by the system or by the text size of the settings. "qps" is English
with words that are 40 % longer. A short form belongs to the tests, `tests/ui/shell/test_cut_texts.py`.
"""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from inspect import signature
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableView,
    QWidget,
)

from tests.kit.desks import GIVEN, TwoHeads, moved_office, two_heads
from tests.kit.postgres import start_server
from tests.kit.pseudo import longer_messages
from tests.kit.running import WORLDS
from tests.kit.samples import CHEAP
from tests.pictures import COURSE
from tests.ui.driving import in_sight
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.office import key_papers, recovery
from trainer_app.actions.office.recovery import Attempt
from trainer_app.actions.review import joint_decisions
from trainer_app.actions.today import demo
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.office.backups import KeyPapers, PaperStep
from trainer_app.system.folders import DataFolder
from trainer_app.ui.evaluations.results.page import PARTS
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import PSEUDO, LanguageSwitch
from trainer_app.ui.kit.screens import screens_for
from trainer_app.ui.office.screen import TABS as OFFICE_PARTS
from trainer_app.ui.review.screen import ReviewScreen
from trainer_app.ui.shell import window
from trainer_app.ui.shell.navigation import SCREENS, TABS
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.start_steps import StartOptions
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.start.first_start import FirstStartPage, RecoveryPapersPage
from trainer_app.ui.start.forgotten import ForgottenPassphrasePage
from trainer_app.ui.start.office_again import RestoreOfficePage
from trainer_app.ui.start.recovery_pages import BackupPage, SalvagePage
from trainer_app.ui.start.server import MovingPage, NewDeskPage, ServerAwayPage
from trainer_app.ui.start.unlock import ON_A_SERVER, NewKeyPage, OpeningFailedPage, UnlockPage
from trainer_app.ui.start.who import WhoPage
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import LEAST_WINDOW
from trainer_app.ui.widgets.labels import ElidedLabel, FittingLabel, Painted
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.pages import FEWEST_ROWS, StartPage
from trainer_app.ui.widgets.passphrase import PassphraseGuesses

ROOMS, SCALES = ("1024x700", "1366x768", "1920x1080"), (100, 125, 150, 200)
_SLACK = 1
MAY_BE_CUT = re.compile(r"rail_undo|rail_redo|line_|recent")
"""Parts whose text may end in an ellipsis: it is said in full elsewhere, or tells no more than a number."""


MAY_BE_LOW = re.compile(r"signatures_sheets")
"""Lists of which three rows are enough: the people of the row that is chosen have a list of their own."""


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


def all_sizes() -> tuple[str, ...]:
    """Return every promised size in which the window can be, the smallest first."""
    sizes = [f"{room}@{scale}" for room in ROOMS for scale in SCALES]
    there = [
        size
        for size in sizes
        if logical(size).width() >= LEAST_WINDOW[0] and logical(size).height() >= LEAST_WINDOW[1]
    ]
    return tuple(sorted(there, key=lambda size: logical(size).width()))


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


def draw_nowhere(shown: QWidget) -> None:
    """Draw all of it, nearly all of it outside of the picture: that takes a third of the time."""
    shown.render(QImage(1, 1, QImage.Format.Format_RGB32))


def cut_texts(shown: QWidget, place: str, draw: Callable[[QWidget], object] = draw_nowhere) -> list[Cut]:
    """Draw what is shown, and return what is cut of it."""
    elided: list[tuple[str, str]] = []
    with watching(elided):
        draw(shown)
    cuts = {Cut(place, part, "…", text) for part, text in elided}
    parts = list(in_sight(shown))
    for part in parts:
        how = _how_cut(part)
        if how:
            cuts.add(Cut(place, part.objectName(), how, text_of(part)))
    return sorted(cuts | low_lists(parts, place))


def rows_in_sight(view: QAbstractItemView) -> int:
    """Return how many rows of a list are seen whole."""
    seen, model = view.viewport().visibleRegion().boundingRect(), view.model()
    column = _first_column(view)
    boxes = [view.visualRect(model.index(row, column)) for row in range(model.rowCount())]
    return sum(seen.top() <= box.top() and box.bottom() <= seen.bottom() for box in boxes if box.height())


def _first_column(view: QAbstractItemView) -> int:
    if not isinstance(view, QTableView):
        return 0
    return next((c for c in range(view.model().columnCount()) if not view.isColumnHidden(c)), 0)


def go_to_list(view: QAbstractItemView) -> None:
    """Scroll everything around a list to it, and the list to its current cell, as keys do."""
    around = view.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            box = QRect(view.mapTo(around.widget(), QPoint()), view.size())
            around.ensureVisible(box.left(), box.bottom() + 1, 0, 0)
            around.ensureVisible(box.left(), box.top(), 0, 0)
        around = around.parentWidget()
    QApplication.processEvents()
    view.scrollTo(view.currentIndex())


def low_lists(parts: Iterable[QWidget], place: str) -> set[Cut]:
    """Return the lists of which too few rows are seen, or whose first column, the names, is out of sight.

    Where the page scrolls, it is scrolled to the list first.
    """
    found: set[Cut] = set()
    for view in parts:
        if not isinstance(view, QAbstractItemView) or isinstance(view, QHeaderView):
            continue
        go_to_list(view)
        rows = view.model().rowCount()
        least = FEWEST_ROWS - bool(MAY_BE_LOW.match(view.objectName()))
        seen, wanted = rows_in_sight(view), min(rows, least)
        if seen < wanted:
            found.add(Cut(place, view.objectName(), "few rows", f"{seen} of {rows}"))
        first = view.visualRect(view.model().index(max(0, view.currentIndex().row()), _first_column(view)))
        # Names may also stand in the heads of the rows, which never leave.
        in_heads = isinstance(view, QTableView) and view.verticalHeader().isVisible()
        if rows and first.left() < 0 and not in_heads:
            found.add(Cut(place, view.objectName(), "sideways", f"{first.left()}"))
    return found


def text_of(part: QWidget) -> str:
    """Return the words of a label or a button; "" for what has none."""
    return part.text() if isinstance(part, QLabel | QAbstractButton) else ""


def _how_cut(part: QWidget) -> str:
    """Return in which way a part does not show all that it should; "" if it does."""
    if isinstance(part, QScrollArea):
        return "sideways" if part.horizontalScrollBar().maximum() > 0 else ""
    text = text_of(part)
    if not part.visibleRegion().boundingRect().height() and _folded_away(part):
        return ""
    if isinstance(part.parentWidget(), SidePanel) and part.visibleRegion().boundingRect() != part.rect():
        # Head and foot of a form are there whatever is scrolled.
        return "outside"
    if not text or (isinstance(part, QLabel) and not part.pixmap().isNull()):
        return ""
    if isinstance(part, FittingLabel) or (isinstance(part, QLabel) and part.wordWrap()):
        longest = max((part.fontMetrics().horizontalAdvance(word) for word in text.split()), default=0)
        if isinstance(part, FittingLabel):
            longest = part.minimumSizeHint().width()
        narrow = longest > part.contentsRect().width() + _SLACK
        low = part.heightForWidth(part.width()) > part.height() + _SLACK
    elif isinstance(part, QLabel):
        wide = max(part.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))
        narrow = not isinstance(part, ElidedLabel | Painted) and wide > part.contentsRect().width() + _SLACK
        low = not isinstance(part, Painted) and part.fontMetrics().height() > part.height() + _SLACK
    else:
        narrow = part.minimumSizeHint().width() > part.width() + _SLACK
        low = part.minimumSizeHint().height() > part.height() + _SLACK
    return "narrow" if narrow else "low" if low else _hidden(part)


def _folded_away(part: QWidget) -> bool:
    """Tell whether something around a part has no height, as the line of messages in a low window."""
    holder = part.parentWidget()
    while holder is not None and holder.height():
        holder = holder.parentWidget()
    return holder is not None


def _hidden(part: QWidget) -> str:
    """Return "outside" where a part stands, in whole or in part, where what holds it does not show it."""
    box, holder = part.rect(), part.parentWidget()
    while holder is not None and not part.isWindow():
        box = QRect(part.mapTo(holder, QPoint(0, 0)), part.size())
        if isinstance(holder.parentWidget(), QAbstractScrollArea) or not holder.height():
            # It can be scrolled to; or its holder is folded away.
            return ""
        if not holder.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(box):
            return "outside"
        if holder.isWindow():
            break
        holder = holder.parentWidget()
    return ""


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
    yield from _results(context, course)
    yield from places_of_review(context, workspace)
    for name, shown in (("check", {"check": True}), ("designs", {"designs": True})):
        context.go("certificates", **shown)
        yield f"certificates_{name}"
    context.go("courses", plan=True)
    yield "courses_plan"
    person = list_enrolments(context.work, course)[0].person.key
    context.go("people", person=person)
    yield "people_person"
    for view in ("day", "week", "session", "signatures"):
        context.go("courses", course=course, tab="attendance", view=view)
        yield f"course_attendance_{view}"
    context.go("courses", course=course, tab="attendance", view="course")
    for view in ("names", "receipts", "register"):
        context.go("courses", course=course, tab="certificates", view=view)
        yield f"course_certificates_{view}"
    if context.work.role is Role.OFFICE:
        for part in OFFICE_PARTS:
            context.go("office", tab=part)
            yield f"office_{part}"


def places_of_review(context: AppContext, workspace: Workspace) -> Iterator[str]:
    """Go to one matter of each kind that waits in Review: their answers stand at the foot of a low window."""
    context.go("review")
    screen = workspace.stack.currentWidget()
    entries = screen.model.entries() if isinstance(screen, ReviewScreen) else []
    for group, entry in {entry.group: entry for entry in entries}.items():
        context.go("review", item=entry.id)
        yield f"review_{group.name.lower()}"


def _results(context: AppContext, course: str) -> Iterator[str]:
    for part in PARTS:
        context.go("evaluations", page="results", course=course, part=part)
        yield f"results_{part}"


def places_of_heads(context: AppContext, course: str) -> Iterator[str]:
    """Go to where it is told what waits for a second head, and to the people and the server of an office."""
    waiting = joint_decisions.list_lines(context.work)
    here = "other" if context.work.user.startswith("Z") else "own"
    context.go("today")
    yield f"joint_today_{here}"
    for line in waiting:
        context.go("review", item=f"joint/{line.decision.key}")
        yield f"joint_review_{line.decision.matter}_{here}"
        if line.decision.matter is JointMatter.ERASE:
            context.go("people", person=line.decision.subjects[0])
            yield f"joint_person_{here}"
    context.go("courses", course=course, tab="overview")
    yield f"joint_overview_{here}"
    where = "server" if context.work.on_server else "file"
    context.go("office", tab="keys")
    yield f"people_{where}"
    context.go("settings", server=True)
    yield f"settings_{where}"


@contextmanager
def window_of(
    work: Workplace, look: Theme, switch: LanguageSwitch, preferences: PreferenceStore
) -> Iterator[tuple[MainWindow, Workspace]]:
    """Open the window over what is unlocked already."""
    context = AppContext(work, look, switch, preferences, synchronous=True)
    main_window = MainWindow(preferences)
    workspace = context.make_in(main_window.frame, Workspace)
    main_window.show_page(workspace)
    main_window.show()
    try:
        yield main_window, workspace
    finally:
        workspace.server.end()
        main_window.close()
        for each in (main_window, context):
            each.deleteLater()
        # What lives on would hear of the next language without its window.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def first_pages(switch: LanguageSwitch, folder: DataFolder, jobs: Jobs) -> Iterator[tuple[str, StartPage]]:
    """Make every page that may stand before the screens, with as many of its parts as are shown at once."""
    clock, address = demo.clock_of_pictures(), "postgresql://office@db.office.example/office"
    for role in ("trainer", "office"):
        first = FirstStartPage(switch)
        first.office.setChecked(role == "office")
        first.begin.click()
        yield f"first_{role}", first
    guesses = PassphraseGuesses(clock.millis)
    for several in (False, True):
        locked = UnlockPage(
            switch,
            "Абдуллоева Мавҷуда Сафаровна",
            str(folder.root),
            guesses,
            begun=True,
            memory=lambda: (300, 120),
            practice=demo.PASSPHRASE,
            several=several,
            nameless=several,
        )
        locked.refuse(TrainerError("vault.wrong_passphrase"))
        locked.look_at_memory()
        yield f"unlock_{several}", locked
    for code in sorted(ON_A_SERVER):
        away = ServerAwayPage(switch, TrainerError(code, server=address, why=address, folder=folder.root))
        away.ask_other(shown=True)
        yield f"away_{code}", away
    for code in ("database.damaged", "vault.lost", "disk.full"):
        trouble = OpeningFailedPage(switch, folder, TrainerError(code, file=folder.root))
        trouble.more.click()
        yield f"trouble_{code}", trouble
    key = "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0S3NDQ7Q"
    papers = KeyPapers(PaperStep.INIT, "DSH", Texts(en="Office"), "2018-10-15", "20142 69405 39697", key, key)
    yield "recovery", RecoveryPapersPage(switch, papers, key_papers.pdf, lambda *_typed: papers)
    yield "new_key", NewKeyPage(switch)
    yield "moving", MovingPage(switch)
    yield "new_desk", NewDeskPage(switch, jobs, folder, clock)
    yield "forgotten", ForgottenPassphrasePage(switch, jobs, folder, clock)
    yield "again", RestoreOfficePage(switch, jobs, folder, clock)
    nobodys = nobodys_office(Path(tempfile.mkdtemp()) / "office")
    asked = WhoPage(switch, jobs, nobodys, GIVEN)
    asked.rows[0].setChecked(True)
    yield "who", asked
    nobodys.by_paper = False
    yield "who_barred", WhoPage(switch, jobs, nobodys, GIVEN)
    nobodys.close()
    yield "backup", BackupPage(switch)
    yield "salvage", SalvagePage(switch, [])


def nobodys_office(root: Path) -> Workplace:
    """Open an office of two heads with its key from paper."""
    made = two_heads(root)
    return recovery.open_with_paper(Attempt(DataFolder(root), GIVEN, made.clock, CHEAP), made.paper)


def panels(shown: QWidget) -> Iterator[str]:
    """Open each form over the screen that is shown, of those that open without being told on what."""
    for panel in shown.findChildren(SidePanel):
        begin = getattr(panel, "open", None)
        if begin is None or any(each.default is each.empty for each in signature(begin).parameters.values()):
            continue
        begin()
        yield panel.objectName()
        panel.dismiss()


ASKED_FOR = (
    ("people", "person", ("person_edit", "person_held", "person_erase", "person_join_with")),
    (
        "courses",
        "overview",
        ("overview_close", "overview_copy", "overview_edit", "teachers_assign", "facts_evidence"),
    ),
    ("courses", "schedule", ("schedule_add", "schedule_change", "schedule_cancel")),
    (
        "courses",
        "participants",
        ("participants_edit", "participants_replaces", "participants_replaced_by", "participants_withdraw"),
    ),
    ("courses", "certificates", ("board_history", "board_void", "board_replace", "certificates_issue")),
    ("courses", "names", ("names_edit",)),
    ("courses", "", ("courses_create", "courses_create_project")),
    ("people", "", ("people_add",)),
    (
        "certificates",
        "",
        ("certificates_numbers", "register_history", "register_void", "register_replace"),
    ),
    (
        "settings",
        "",
        ("settings_passphrase", "settings_new_key", "data_stick", "data_check_backup", "about_licences"),
    ),
)
"""Forms: where they are opened, and by which buttons."""


def forms_asked_for(context: AppContext, workspace: Workspace, course: str) -> Iterator[str]:
    """Open each of those that there is for the role and the course; return what each is called."""
    person = list_enrolments(context.work, course)[0].person.key
    for screen, tab, buttons in ASKED_FOR:
        view = {"tab": "certificates", "view": tab} if tab == "names" else {"tab": tab}
        where = {"person": person} if tab == "person" else {"course": course, **view} if tab else {}
        for name in buttons:
            context.go(screen, **where)
            QApplication.processEvents()
            found = workspace.findChildren(QAbstractButton, name)
            shown = [each for each in found if each.isVisible() and each.isEnabled()]
            if not shown:
                continue
            shown[0].click()
            opened = [each for each in workspace.findChildren(SidePanel) if each.isVisible()]
            if opened:
                yield f"{screen} {tab} {name}"
            for panel in opened:
                panel.dismiss()


def lay_out(shown: QWidget, size: QSize) -> None:
    """Give a window a size, and let Qt lay it out; nothing is drawn meanwhile.

    A part that asks for another height moves those around it, and so on: a bar that comes at the foot of a
    list is the tenth.
    """
    shown.setUpdatesEnabled(False)
    shown.resize(size)
    for _ in range(12):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    shown.setUpdatesEnabled(True)


def at_sizes(shown: QWidget, sizes: tuple[str, ...]) -> Iterator[str]:
    """Lay a window out at each of the sizes, from the end where it has that size already."""
    for size in sizes if shown.size() != logical(sizes[-1]) else reversed(sizes):
        lay_out(shown, logical(size))
        yield size


def measure(
    main_window: MainWindow, gate: StartController, sizes: tuple[str, ...]
) -> Iterator[tuple[str, Cut]]:
    """Return what is cut at each size."""
    context, workspace = gate.context, gate.workspace
    if context is None or workspace is None:
        raise SystemExit("the demo folder did not open")
    yield from _through(
        main_window, workspace, places(context, workspace, courses.find_course(context.work, COURSE)), sizes
    )
    course = courses.find_course(context.work, COURSE)
    for form in forms_asked_for(context, workspace, course):
        yield from _at_each(main_window, form, sizes)


def measure_heads(
    made: TwoHeads, look: Theme, switch: LanguageSwitch, sizes: tuple[str, ...]
) -> Iterator[tuple[str, Cut]]:
    """Return what is cut where something waits for a second head, as each of both sees it."""
    preferences = PreferenceStore(made.root / "measured.json")
    for second in (False, True):
        work = made.open(second=second)
        with window_of(work, look, switch, preferences) as (main_window, workspace):
            shown = places_of_heads(workspace.context, made.course)
            yield from _through(main_window, workspace, shown, sizes)
        work.close()


def _through(
    main_window: MainWindow, workspace: Workspace, shown: Iterator[str], sizes: tuple[str, ...]
) -> Iterator[tuple[str, Cut]]:
    for place in shown:
        yield from _at_each(main_window, place, sizes)
        for panel in panels(workspace.stack.currentWidget()):
            yield from _at_each(main_window, f"{place} {panel}", sizes)


def _at_each(shown: QWidget, place: str, sizes: tuple[str, ...]) -> Iterator[tuple[str, Cut]]:
    for size in at_sizes(shown, sizes):
        yield from ((size, cut) for cut in cut_texts(shown, place))


def main(arguments: list[str]) -> int:
    """Measure and name what is cut; return 1 if there is anything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault(WORLDS, tempfile.mkdtemp())
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", default=",".join((*LANGUAGES, PSEUDO)))
    parser.add_argument("--sizes", default=",".join(all_sizes()))
    parser.add_argument("--data", type=Path, help="A folder of the demo, to be made if it is not there.")
    parser.add_argument("--office", action="store_true", help="The office's folder instead of a laptop's.")
    parser.add_argument("--heads", action="store_true", help="Only what an office of two heads has.")
    options = parser.parse_args(arguments)
    data = options.data or Path(tempfile.mkdtemp()) / "demo"
    if not data.exists() and not options.heads:
        demo.fill(data, office=True, trainers=3, exchange=True)
    folder = data / ("office" if options.office else "trainer-3")
    application = window.make_application(["trainer-app"])
    switch, look = LanguageSwitch(application, "en"), Theme(application, "light")
    count = 0
    heads = _heads(Path(tempfile.mkdtemp())) if options.office or options.heads else []
    for language in options.languages.split(","):
        with longer_messages() if language == PSEUDO else nullcontext():
            switch.choose(language)
            sizes = tuple(options.sizes.split(","))
            found = [] if options.heads else [_of_folder(folder, switch, look, sizes)]
            found += [measure_heads(each, look, switch, sizes) for each in heads]
            for size, cut in chain.from_iterable(found):
                if cut.how == "…" and MAY_BE_CUT.match(cut.part):
                    continue
                count += 1
                line = (language, size, cut.place, cut.part, cut.how, cut.text.replace("\n", " "))
                sys.stdout.write("\t".join(line) + "\n")
    return 1 if count else 0


def _heads(root: Path) -> list[TwoHeads]:
    """Return an office of two heads in a file, and another one on a server where one can be had."""
    found = [two_heads(root / "file")]
    server = start_server()
    if isinstance(server, str):
        sys.stderr.write(f"Nothing is measured on a server: {server}\n")
    else:
        found.append(two_heads(root / "server"))
        moved_office(root / "server", found[-1].clock, server.create(), "Saidova")
    for made in found:
        made.ask()
    return found


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
    # In a window of their own: screens that make room for a page would hear of the next language as they go.
    before = MainWindow(preferences)
    before.show()
    for name, page in first_pages(switch, DataFolder(folder), Jobs(before, synchronous=True)):
        before.show_page(page)
        yield from _at_each(before, name, sizes)
    before.close()
    # What lives on would hear of the next language without its window.
    for each in (before, main_window, gate):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
