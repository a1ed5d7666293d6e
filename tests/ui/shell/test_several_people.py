"""An office of several people: the page asks who it is, and what one has typed is not for the next one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.kit import worlds
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.ui.driving import click, find, show, type_text
from trainer_app.actions.base import users, workplace
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.office import office
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.texts import Texts
from trainer_app.system.folders import DataFolder
from trainer_app.ui.courses.forms import CourseForm
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.start_steps import StartOptions
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.unlock import UnlockPage
from trainer_app.ui.style.theme import Theme

OFFICER = "пять слов для Зарины и её данных"


@pytest.fixture
def gate(
    window: MainWindow, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore, tmp_path: Path
) -> StartController:
    """Open an office of a head and a data officer in the window; it asks who it is."""
    folder = DataFolder(tmp_path / "office")
    clock = worlds.noon()
    work = workplace.create(
        folder, PASSPHRASE, role=Role.OFFICE, user_name="M. Saidova", clock=clock, cost=CHEAP
    )
    office.init(work, Texts(en="Office"), "DSH")
    users.add(work, "Z. Karimova", "zarina", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    work.close()
    made = StartController(
        StartOptions(folder, clock=clock, synchronous=True), window, theme, language, preferences
    )
    made.begin()
    show(window)
    return made


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
    assert "nobody" in page.short_row.error.text()
    unlock(window, "zarina", PASSPHRASE)
    assert page.short_row.error.text() == ""
    assert page.row.error.isVisible()
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


def test_the_name_that_the_heads_gave_is_not_changed_in_settings(
    gate: StartController, window: MainWindow
) -> None:
    unlock(window, "zarina", OFFICER)
    assert gate.workspace is not None
    gate.workspace.open("settings")
    field = find(gate.workspace, QLineEdit, "settings_user")
    assert (field.text(), field.isEnabled()) == ("Z. Karimova", False)
