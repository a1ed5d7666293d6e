"""Locking: nothing readable stays on the screen, and what somebody had begun to type comes back."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.running import SECONDS
from tests.kit.samples import NAMES, PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import click, find, let_pause_pass, press, settle, type_text
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses, enrolments
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.courses.forms import CourseForm
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.person_form import PersonForm
from trainer_app.ui.shell.help import HelpOverlay
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.surroundings import IdleLock, SessionWatch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.start.unlock import UnlockPage
from trainer_app.ui.widgets.overlays import ConfirmDialog, confirm


@pytest.fixture
def gate(enter: MakeGate, tmp_path: Path) -> StartController:
    """Open a copy of the course in the window, unlocked."""
    return enter(worlds.at_noon(tmp_path).lay())


def inside(gate: StartController) -> Workspace:
    assert gate.workspace is not None
    return gate.workspace


def open_form(gate: StartController) -> PersonForm:
    """Open the form of the first person of the list."""
    workspace, context = inside(gate), gate.context
    assert context is not None
    context.go("people", person=enrolments.list_enrolments(context.work, key_of(gate))[0].person.key)
    settle()
    screen = workspace.opened_screen("people")
    assert screen is not None
    click(screen.person_page.edit)  # type: ignore[attr-defined]
    return find(workspace, PersonForm, "person_form")


def key_of(gate: StartController) -> str:
    assert gate.context is not None
    return courses.list_courses(gate.context.work)[0].course.key


def unlock(window: MainWindow, passphrase: str = PASSPHRASE) -> None:
    page = window.page()
    assert isinstance(page, UnlockPage)
    page.field.line.setText(passphrase)
    press(page.field.line, Qt.Key.Key_Return)
    settle()


def readable(window: MainWindow) -> str:
    """Return everything that widgets of the window say, hidden ones too."""
    texts = [label.text() for label in window.findChildren(QLabel)]
    texts += [line.text() for line in window.findChildren(QLineEdit)]
    texts += [part.accessibleName() + part.accessibleDescription() for part in window.findChildren(QWidget)]
    return " ".join(texts)


def test_a_begun_form_comes_back_as_it_was(
    gate: StartController, window: MainWindow, language: LanguageSwitch
) -> None:
    form = open_form(gate)
    workspace = inside(gate)
    type_text(form.rows["unit"].field, " ШКД-9")
    typed = form.rows["unit"].field.text()
    gate.lock()
    settle()
    assert gate.context is None
    page = window.page()
    assert isinstance(page, UnlockPage)
    assert page.begun.isVisible()
    assert typed not in readable(window)
    assert not any(name in readable(window) for name in NAMES)
    assert not workspace.isVisible()
    language.choose("tg")
    settle()
    unlock(window, "another one, wrong")
    unlock(window, "another one, wrong")
    assert window.page() is page
    assert "ШКД-9" not in readable(window)
    unlock(window)
    assert window.page() is page, "the next one waits a moment"
    let_pause_pass(gate)
    unlock(window)
    assert window.page() is workspace
    assert form.isVisible()
    assert form.rows["unit"].field.text() == typed
    assert form.rows["unit"].field.hasFocus()
    assert workspace.rail.items["people"].accessibleName() == "Одамон"
    assert form.accept_button.text() == "Сабт кардан"
    click(form.accept_button)
    assert gate.context is not None
    kept = enrolments.list_enrolments(gate.context.work, key_of(gate))[0].person
    assert kept.unit == typed.strip()
    window.close()


class Copied:
    """A clipboard of X11 that holds what was copied and marked here; this screen's knows of no marking."""

    def __init__(self, *, own: bool) -> None:
        self.own = own
        self.cleared: list[QClipboard.Mode] = []

    def ownsClipboard(self) -> bool:  # noqa: N802 - Qt's name
        """Say whether it was copied here."""
        return self.own

    def ownsSelection(self) -> bool:  # noqa: N802 - Qt's name
        """Say whether it was marked here."""
        return self.own

    def clear(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        """Take down what was emptied."""
        self.cleared.append(mode)


@pytest.mark.parametrize("screen", ["people", "courses", "today"])
def test_another_language_while_locked_reads_nothing(
    gate: StartController,
    window: MainWindow,
    language: LanguageSwitch,
    monkeypatch: pytest.MonkeyPatch,
    screen: str,
) -> None:
    """Neither what was put aside nor the undo history asks the database, which would refuse."""
    type_text(open_form(gate).rows["unit"].field, " ШКД-9")
    workspace = inside(gate)
    database = workspace.context.work.database
    workspace.open(screen)
    settle()
    gate.lock()
    settle()
    asked: list[str] = []
    assert database.sealed
    with monkeypatch.context() as patched:
        for name in ("select", "stream", "run", "insert", "run_many", "connect"):
            # This one alone: a window of another test may not be gone yet, and hears of the language too.
            patched.setattr(database, name, lambda *_, name=name: asked.append(name))
        language.choose("tg")
        settle()
        language.choose("ru")
        settle()
    assert asked == []
    unlock(window)
    assert window.page() is workspace
    assert workspace.rail.items["people"].accessibleName() == "Люди"


@pytest.mark.parametrize("own", [True, False])
def test_what_was_copied_or_marked_here_is_forgotten_and_what_others_copied_stays(
    gate: StartController, window: MainWindow, monkeypatch: pytest.MonkeyPatch, own: bool
) -> None:
    clipboard = Copied(own=own)
    with monkeypatch.context() as patched:
        patched.setattr(QGuiApplication, "clipboard", lambda: clipboard)
        gate.lock()
    assert set(clipboard.cleared) == (
        {QClipboard.Mode.Clipboard, QClipboard.Mode.Selection} if own else set()
    )


def test_while_locked_nothing_can_be_read_and_marks_go_on_afterwards(
    gate: StartController, window: MainWindow
) -> None:
    form = open_form(gate)
    type_text(form.rows["unit"].field, " ШКД-9")
    context, course = gate.context, key_of(gate)
    assert context is not None
    gate.lock()
    with pytest.raises(TrainerError, match=r"workplace\.locked"):
        attendance.grid(context.work, course)
    unlock(window)
    number = context.work.journal.number
    table = attendance.grid(context.work, course)
    changes = attendance.mark(context.work, table.rows[0].enrolment, table.sessions[0].key, Mark.EXCUSED)
    assert changes.step is not None
    assert context.work.journal.number > number
    window.close()


def test_without_anything_typed_it_begins_anew_where_one_was(
    gate: StartController, window: MainWindow
) -> None:
    open_form(gate)
    before = inside(gate)
    gate.lock()
    page = window.page()
    assert isinstance(page, UnlockPage)
    assert not page.begun.isVisible()
    unlock(window)
    assert inside(gate) is not before
    assert inside(gate).current() == "people"
    window.close()


def test_a_new_program_shows_the_course_and_tab_that_were_in_sight(
    gate: StartController, window: MainWindow
) -> None:
    inside(gate).open("courses", course=key_of(gate), tab="schedule")
    settle()
    told: list[str] = []
    gate._entry.again = lambda _user, place: bool(told.append(place))
    gate.lock()
    unlock(window)
    here = inside(gate).in_sight()
    assert here is not None
    assert (here.screen, here.tab, here.course) == ("courses", "schedule", told[0].split()[1])
    inside(gate).open_place("courses no-such-course schedule")
    assert inside(gate).current() == "today"
    inside(gate).open_place("")
    assert inside(gate).current() == "today"
    window.close()


def test_a_new_course_that_was_begun_comes_back(gate: StartController, window: MainWindow) -> None:
    workspace = inside(gate)
    workspace.open("courses", create=True)
    settle()
    form = workspace.findChild(CourseForm)
    assert form is not None
    form.rows["code"].field.selectAll()
    type_text(form.rows["code"].field, "KLB-7")
    gate.lock()
    unlock(window)
    assert form.isVisible()
    assert form.rows["code"].field.text() == "KLB-7"
    press(form.rows["code"].field, Qt.Key.Key_Escape)
    click(find(window, ConfirmDialog, "panel_question").yes)
    assert not form.isVisible()
    gate.lock()
    assert not window.findChild(UnlockPage).begun.isVisible()  # type: ignore[union-attr]
    window.close()


def test_sheets_that_lie_over_the_window_do_not_stay_over_the_lock(
    gate: StartController, window: MainWindow
) -> None:
    confirm(window, NAMES[0], "Раҳимов", "Remove", lambda: pytest.fail("nobody agreed"))
    inside(gate).show_keys()
    gate.lock()
    settle()
    assert window.findChildren(ConfirmDialog) == []
    assert window.findChildren(HelpOverlay) == []
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.page().isAncestorOf(focus)  # type: ignore[union-attr]
    window.close()


def test_closing_while_locked_asks_before_what_was_typed_is_lost(
    gate: StartController, window: MainWindow
) -> None:
    form = open_form(gate)
    type_text(form.rows["unit"].field, " ШКД-9")
    gate.lock()
    window.close()
    asked = find(window, ConfirmDialog, "leave_question")
    assert window.isVisible()
    click(asked.no)
    window.close()
    click(find(window, ConfirmDialog, "leave_question").yes)
    assert not window.isVisible()


def test_an_idle_program_locks_as_soon_as_long_work_is_over(
    qtbot: QtBot, enter: MakeGate, window: MainWindow, tmp_path: Path
) -> None:
    gate = enter(worlds.at_noon(tmp_path).lay(), synchronous=False)
    qtbot.waitUntil(lambda: gate.context is not None)
    context = gate.context
    assert context is not None
    idle = gate.findChild(IdleLock)
    assert idle is not None
    go_on = threading.Event()
    try:
        context.run("", lambda _work, _progress: go_on.wait(SECONDS), done=lambda _value: None)
        idle.due.emit()
        assert gate.context is context, "long work is not interrupted"
        assert 0 < idle.waiting <= 10_000, "but it is tried again soon"
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: not context.jobs.busy)
    idle.due.emit()
    assert gate.context is None
    assert isinstance(window.page(), UnlockPage)
    window.close()


def test_a_session_that_is_locked_locks_the_program(gate: StartController, window: MainWindow) -> None:
    assert gate.context is not None
    watch = gate.findChild(SessionWatch)
    assert watch is not None
    watch.left.emit()
    assert gate.context is None
    assert isinstance(window.page(), UnlockPage)
    watch.left.emit()
    assert isinstance(window.page(), UnlockPage), "locked it stays"
