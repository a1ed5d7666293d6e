"""Checking a server in the window: what is told, in each language; what analysts see of data on one."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.actions.on_server import moved
from tests.kit.postgres import PostgresServer, postgres, start_another
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.ui.driving import click, settle, type_text
from tests.ui.office_parts import context, screen, told
from trainer_app.actions.base import server_people, users
from trainer_app.bundle import vault
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.store.office import server_roles
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.settings.server import ServerCard, ServerForm
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.file_dialogs import FileDialog
from trainer_app.ui.widgets.overlays import ConfirmDialog

OFFICER = "пять слов для Зарины и её данных"
__all__ = ["context", "screen", "told"]


@pytest.fixture
def settings(qtbot: QtBot, context: AppContext) -> SettingsScreen:
    made = SettingsScreen(context)
    qtbot.addWidget(made)
    made.resize(1170, 697)
    made.show()
    settle()
    return made


@pytest.fixture
def card(settings: SettingsScreen) -> ServerCard:
    assert settings.server is not None
    return settings.server.card


def ask(card: ServerCard, address: str, password: str = "") -> ServerForm:
    """Fill the form as a person does, and check."""
    click(card.check)
    form = card.form
    type_text(form.rows["address"].field, address)
    if password:
        type_text(form.rows["password"].field.line, password)
    click(form.accept_button)
    return form


def rows(form: ServerForm) -> list[str]:
    """Return what a person reads, from top to bottom."""
    return [row.words.text() for row in form.findings.findChildren(NoteRow)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_a_server_lacks_is_said_first_and_in_words(
    card: ServerCard, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    form = ask(card, postgres().create().text())
    found = rows(form)
    # The world of the tests has a clock of its own.
    assert "fsync" in "".join(found[:2])
    assert len(found) >= 10
    assert not any("{" in line or "server_check" in line for line in found)
    assert form.findings.isVisible()
    assert "2" in form.findings.summary.text()


def test_the_list_is_copied_for_who_keeps_the_server_without_the_password(card: ServerCard) -> None:
    server = start_another(safe=True)
    server.ask("CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'from outside'")
    server.ask("CREATE DATABASE data OWNER keeper TEMPLATE template0")
    port = server.listen("scram-sha-256", None)
    form = ask(card, f"postgresql://keeper@127.0.0.1:{port}/data", "wrong")
    assert form.rows["password"].error.isVisible()
    form.cancel_button.click()
    form = ask(card, f"postgresql://keeper@127.0.0.1:{port}/data", "from outside")
    assert not form.rows["password"].error.isVisible()
    click(form.findings.copy)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"postgresql://keeper@127.0.0.1:{port}/data\n")
    assert "from outside" not in copied
    assert len(copied.splitlines()) == len(rows(form)) + 2
    assert copied.count("WRONG") == 1
    form.cancel_button.click()
    click(card.check)
    assert not form.findings.isVisible()
    assert form.rows["password"].field.text() == ""
    server.stop()


def test_a_computer_without_the_driver_is_told_what_to_install_before_anything_is_typed(
    settings: SettingsScreen, card: ServerCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.server is not None
    with monkeypatch.context() as laptop:
        laptop.setitem(sys.modules, "psycopg", None)
        for system, words in (("linux", "trainer-app-office"), ("win32", "For an office with a server")):
            laptop.setattr(sys, "platform", system)
            for button, form in ((card.check, card.form), (card.move_there, settings.server.to_server)):
                click(button)
                assert words in form.trouble.text()
                type_text(form.rows["address"].field, "postgresql://o@localhost/data")
                assert not form.accept_button.isEnabled()
                form.cancel_button.click()
    click(card.check)
    assert not card.form.trouble.isVisible()
    type_text(card.form.rows["address"].field, "postgresql://o@localhost/data")
    assert card.form.accept_button.isEnabled()


def test_the_office_shows_the_way_to_its_server_in_settings(
    screen: OfficeScreen, settings: SettingsScreen, card: ServerCard, context: AppContext
) -> None:
    wanted: list[tuple[str, dict[str, object]]] = []
    context.place_requested.connect(lambda name, place: wanted.append((name, place)))
    screen.show_place(tab="keys")
    click(screen.key_page.server.button)
    assert wanted == [("settings", {"server": True})]
    settings.activateWindow()
    settings.show_place(**wanted[0][1])
    settle()
    assert settings.focusWidget() is card.check
    assert not card.check.visibleRegion().isEmpty()


@pytest.mark.parametrize("address", ["nonsense", "postgresql://o@db.example/db?sslmode=disable"])
def test_a_wrong_address_is_told_at_its_field(card: ServerCard, address: str) -> None:
    form = ask(card, address)
    assert form.rows["address"].error.isVisible()
    assert not form.findings.isVisible()


def test_analysts_are_spoken_of_only_where_the_data_lie_on_a_server(
    card: ServerCard, context: AppContext, told: list[Notice], server: PostgresServer
) -> None:
    assert not card.analysts.isVisible()
    with moved(context.work, server):
        server_roles.arrange(context.work.database)
        card.show_home()
        assert card.analysts.isVisible()
        click(card.analysts)
        assert len(told) == 1
    card.show_home()
    assert not card.analysts.isVisible()


@pytest.fixture
def server() -> PostgresServer:
    return postgres()


def test_a_certificate_is_made_for_a_name_and_refused_for_what_is_none(
    card: ServerCard, told: list[Notice], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    chosen = [str(tmp_path / "stick")]
    monkeypatch.setattr(FileDialog, "getExistingDirectory", lambda *_given, **_how: chosen[0])
    click(card.certificate)
    form = card.certificate_form
    type_text(form.rows["name"].field, "no name")
    click(form.accept_button)
    assert form.rows["name"].error.isVisible()
    assert list((tmp_path / "stick").iterdir()) == []
    form.rows["name"].field.clear()
    type_text(form.rows["name"].field, "office-server")
    chosen[0] = ""
    click(form.accept_button)
    assert told == []
    chosen[0] = str(tmp_path / "stick")
    click(form.accept_button)
    made = {path.name for path in (tmp_path / "stick" / "server-certificate").iterdir()}
    assert made == {"server.crt", "server.key"}
    assert len(told) == 1
    assert not form.isVisible()


def test_a_server_follows_what_a_head_changes_in_the_list_of_people(
    screen: OfficeScreen, context: AppContext, server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "calibrate_cost", lambda: CHEAP)
    people = screen.key_page.people
    users.add(context.work, "Зарина Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    with moved(context.work, server):
        server_roles.arrange(context.work.database)
        server_people.keep_up(context.work)
        people.show_people()
        key, own = users.find_user(context.work, "Зарина").key, users.find_user(context.work, "Саидова").key
        name, head = (server_roles.role_of(context.work.database, each) for each in (key, own))
        people.selection.choose(key)
        click(people.buttons["role"])
        people.role_form.rows["role"].field.setCurrentIndex(2)
        click(people.role_form.accept_button)
        assert server_roles.roles_of_people(context.work.database) == {
            name: UserRole.READER,
            head: UserRole.HEAD,
        }
        click(people.buttons["remove"])
        question = screen.window().findChild(ConfirmDialog, "office_people_question")
        assert isinstance(question, ConfirmDialog)
        click(question.yes)
        assert server_roles.roles_of_people(context.work.database) == {head: UserRole.HEAD}


def test_a_server_that_makes_no_users_is_told_with_what_to_type(
    screen: OfficeScreen, context: AppContext, server: PostgresServer
) -> None:
    people = screen.key_page.people
    users.begin(context.work, PASSPHRASE, cost=CHEAP)
    name = server.create().database
    server.ask(f"CREATE ROLE {name}_owner LOGIN")
    server.ask(f"ALTER DATABASE {name} OWNER TO {name}_owner")
    with moved(context.work, server, server.address(name, f"{name}_owner")):
        people.show_people()
        assert f"ALTER ROLE {name}_owner CREATEROLE" in people.alone.text()
    people.show_people()
    assert "ALTER ROLE" not in people.alone.text()
