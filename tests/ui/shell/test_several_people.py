"""An office of several people: the page asks who it is, and what one has typed is not for the next one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.seat import MakeGate
from tests.kit.world import Story, World
from tests.ui.driving import click, find, let_pause_pass, press, settle, type_text
from trainer_app.actions.base import users
from trainer_app.actions.courses import projects
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import ProjectDraft
from trainer_app.ui.courses.forms import CourseForm
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.unlock import UnlockPage
from trainer_app.ui.today.screen import TodayScreen
from trainer_app.ui.widgets.cards import TwoLines

OFFICER = "пять слов для Зарины и её данных"


@pytest.fixture
def gate(enter: MakeGate, tmp_path: Path) -> StartController:
    """Open an office of a head and a data officer in the window; it asks who it is."""
    world = World(tmp_path, hour=11, minute=42, step=5).office("M. Saidova", Texts(en="Office"))
    story = world.do(_add_officer).lay_own()
    return enter(tmp_path / "office", "", clock=story.clock)


def _add_officer(story: Story) -> None:
    work = story.works["office"]
    users.add(work, "Z. Karimova", "zarina", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)


def unlock(window: MainWindow, name: str, passphrase: str) -> UnlockPage:
    """Type who it is and a passphrase, as a person does."""
    page = window.page()
    assert isinstance(page, UnlockPage)
    page.short.setText(name)
    page.field.line.setText(passphrase)
    click(page.open_button)
    return page


def test_the_page_asks_who_it_is_and_says_what_is_wrong_there(
    gate: StartController, window: MainWindow
) -> None:
    page = unlock(window, "", PASSPHRASE)
    assert page.short.hasFocus()
    assert page.field.line.text() == PASSPHRASE
    unlock(window, "nobody", PASSPHRASE)
    told = page.row.error.text()
    assert "do not open your data together" in told
    unlock(window, "zarina", PASSPHRASE)
    assert page.row.error.text() == told, "whoever guesses learns no name"
    assert gate._guesses.waiting, "and waits alike"
    let_pause_pass(gate)
    unlock(window, "Zarina", OFFICER)
    assert gate.workspace is not None
    assert gate.workspace.rail.user.text() == "Z. Karimova"


def test_what_one_has_typed_comes_back_to_them_and_not_to_another(
    gate: StartController, window: MainWindow
) -> None:
    unlock(window, "saidova", PASSPHRASE)
    form = begun(gate)
    gate.lock()
    unlock(window, "saidova", PASSPHRASE)
    assert form.isVisible()
    gate.lock()
    unlock(window, "zarina", OFFICER)
    assert gate.workspace is not None
    assert gate.workspace.rail.user.text() == "Z. Karimova"
    assert [each for each in window.findChildren(CourseForm) if each.isVisible()] == []


def begun(gate: StartController) -> CourseForm:
    """Begin to type a course."""
    assert gate.workspace is not None
    screen = gate.workspace.open("courses")
    assert screen is not None
    button = screen.new_button()
    assert button is not None
    click(button)
    form = gate.workspace.findChild(CourseForm)
    assert form is not None
    type_text(form.rows["code"].field, "K9")
    return form


def test_a_reader_makes_nothing_new_and_is_told_why(gate: StartController, window: MainWindow) -> None:
    unlock(window, "saidova", PASSPHRASE)
    assert gate.context is not None
    work = gate.context.work
    users.set_role(work, users.find_user(work, "zarina").key, UserRole.READER)
    gate.lock()
    unlock(window, "zarina", OFFICER)
    assert gate.workspace is not None
    screen = gate.workspace.open("courses")
    assert screen is not None
    button = screen.new_button()
    assert button is not None
    assert not button.isEnabled()
    assert "data officer" in button.toolTip()
    gate.workspace.open("today")
    settle()
    press(gate.workspace, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = find(gate.workspace, CourseForm, "course_form")
    assert form.isVisible()
    assert "data officer" in form.barred.words.text(), "said at the head of the form, not at its end"
    assert "Nothing was changed" not in form.barred.words.text(), "nothing was tried yet"
    assert form.barred.isVisible()


def test_the_name_that_the_heads_gave_is_not_changed_in_settings(
    gate: StartController, window: MainWindow
) -> None:
    unlock(window, "zarina", OFFICER)
    assert gate.workspace is not None
    gate.workspace.open("settings")
    field = find(gate.workspace, QLineEdit, "settings_user")
    assert (field.text(), field.isEnabled()) == ("Z. Karimova", False)


def make_project(gate: StartController, code: str) -> None:
    assert gate.context is not None
    gate.context.do(projects.create_project, ProjectDraft(code=code, title=Texts(en=code)))


def codes(gate: StartController) -> list[str]:
    assert gate.context is not None
    return [each.code for each in projects.list_projects(gate.context.work)]


def press_undo(gate: StartController, window: MainWindow) -> None:
    """Press Ctrl+Z on Today, where every step may be taken back."""
    assert gate.workspace is not None
    gate.workspace.open("today")
    press(QApplication.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_undo_does_not_take_back_what_somebody_else_did_before(
    gate: StartController, window: MainWindow
) -> None:
    unlock(window, "saidova", PASSPHRASE)
    make_project(gate, "P7")
    gate.lock()
    unlock(window, "zarina", OFFICER)
    press_undo(gate, window)
    assert codes(gate) == ["P7"]
    workspace = gate.workspace
    assert workspace is not None
    today = find(workspace, TodayScreen, "screen_today")
    assert today.recent.show_recent()
    assert find(today.recent, TwoLines, "recent_0").second.text().endswith(" · M. Saidova")
    assert workspace.banner.title.text() == "The newest step here is not yours"
    assert "M. Saidova" in workspace.banner.text.text(), "the key says why nothing happened"
    undo = workspace.rail.steps.undo
    assert (undo.step, undo.accessibleName()) == ("", "Undo: The newest step here is not yours: M. Saidova")
    assert undo.toolTip().endswith("Correct the value where it stands, under your own name.")
    assert undo.toolTip() in undo.accessibleDescription()
    workspace.banner.take_away()
    click(undo)
    assert not workspace.banner.isHidden()
    assert codes(gate) == ["P7"]
    assert gate.context is not None
    for code, words in (
        ("ru", "Последний шаг здесь не ваш"),
        ("tg", "Қадами охирин дар ин ҷо аз они шумо нест"),
    ):
        gate.context.language.choose(code)
        settle()
        assert undo.refused[0] == f"{words}: M. Saidova"
    gate.context.language.choose("en")
    settle()
    make_project(gate, "P8")
    assert undo.refused == ("", "")
    assert undo.step
    today.recent.show_recent()
    assert "Karimova" not in find(today.recent, TwoLines, "recent_0").second.text()
    press_undo(gate, window)
    assert codes(gate) == ["P7"]
    gate.lock()
    unlock(window, "saidova", PASSPHRASE)
    assert gate.workspace is not None
    assert not gate.workspace.actions_table["redo"].isEnabled()
    press_undo(gate, window)
    assert codes(gate) == []


def test_the_part_of_the_office_that_was_in_sight_is_there_after_the_lock(
    gate: StartController, window: MainWindow
) -> None:
    unlock(window, "zarina", OFFICER)
    assert gate.workspace is not None
    gate.workspace.open("office", tab="reports")
    settle()
    gate.lock()
    unlock(window, "zarina", OFFICER)
    settle()
    assert gate.workspace.place() == "office/reports"
    window.close()
