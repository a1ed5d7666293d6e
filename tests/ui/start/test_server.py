"""An office on its server in the window: moved there and back, and waited for where it does not answer."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.postgres import PostgresServer, postgres, start_another, trusted
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import click, press, settle, type_text
from trainer_app.actions.base import users
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import projects
from trainer_app.actions.office import backups
from trainer_app.actions.office.backups import Opening
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import ProjectDraft
from trainer_app.store.exchange.integrity import digest_of
from trainer_app.system.clock import SystemClock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.settings.server import ServerParts
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.server import WAIT, MovingPage, NewDeskPage, ServerAwayPage
from trainer_app.ui.style.theme import Theme

FIT = "The server is fit for the office's data."


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> PostgresServer:
    trusted(monkeypatch)
    return postgres()


@pytest.fixture
def gate(window: MainWindow, enter: MakeGate, tmp_path: Path) -> StartController:
    """Open an office that has a course, in the window."""
    worlds.exchanged(tmp_path / "world").lay_own()
    window.resize(1366, 768)
    return enter(tmp_path / "world" / "office")


def settings(gate: StartController) -> SettingsScreen:
    assert gate.workspace is not None
    found = gate.workspace.open("settings")
    settle()
    assert isinstance(found, SettingsScreen)
    return found


def parts(gate: StartController) -> ServerParts:
    found = settings(gate).server
    assert found is not None
    return found


def work_of(gate: StartController) -> Workplace:
    assert gate.context is not None
    return gate.context.work


def banner(gate: StartController) -> str:
    assert gate.workspace is not None
    return gate.workspace.banner.title.text()


def move_there(gate: StartController, address: ServerAddress) -> None:
    found = parts(gate)
    click(found.card.move_there)
    panel = found.to_server
    type_text(panel.rows["address"].field, address.text())
    click(panel.accept_button)
    settle()


def test_the_office_moves_to_its_server_and_back_by_presses(
    gate: StartController, server: PostgresServer
) -> None:
    address = server.create()
    card = parts(gate).card
    assert card.move_there.accessibleName() == "In the file on this computer"
    click(card.move_there)
    panel = parts(gate).to_server
    assert not panel.accept_button.isEnabled()
    type_text(panel.rows["address"].field, "db.example")
    click(panel.accept_button)
    assert "no address of a database" in panel.rows["address"].error.text()
    panel.rows["address"].field.setText(address.text())
    click(panel.rows["check"])
    settle()
    assert panel.rows["found"].isVisible()
    assert panel.findings.summary.text() == FIT
    click(panel.accept_button)
    settle()
    assert work_of(gate).on_server
    assert address.shown() in banner(gate)
    card = parts(gate).card
    assert not card.move_there.isVisible()
    assert address.shown() in card.place.second.text()
    click(card.move_back)
    click(parts(gate).to_file.accept_button)
    settle()
    assert not work_of(gate).on_server
    assert "in its file on this computer again" in banner(gate)


def test_a_computer_without_the_driver_is_told_at_once_that_it_becomes_no_desk(
    gate: StartController, language: LanguageSwitch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "psycopg", None)
    page = NewDeskPage(language, gate._jobs, DataFolder(tmp_path / "desk"), SystemClock())
    page.show()
    assert "For an office with a server" in page.problem.text()
    page.take(tmp_path / "office.tdesk")
    assert page.problem.isVisible()
    assert not page.begin.isEnabled()
    language.choose("tg")
    assert "Барои идорае, ки сервер дорад" in page.problem.text()
    page.deleteLater()


def test_what_a_server_lacks_is_told_before_anything_moves(
    gate: StartController, server: PostgresServer
) -> None:
    address = server.create()
    server.ask("CREATE TABLE theirs (id integer)", address.database)
    found = parts(gate)
    click(found.card.move_there)
    panel = found.to_server
    type_text(panel.rows["address"].field, address.text())
    click(panel.rows["check"])
    settle()
    assert "tables of something else" in panel.findings.text
    assert panel.findings.summary.text() != FIT
    click(panel.findings.copy)
    assert QGuiApplication.clipboard().text() == panel.findings.text
    click(panel.accept_button)
    settle()
    assert "tables of something else" in panel.trouble.text()
    assert not work_of(gate).on_server
    type_text(panel.rows["address"].field, "2")
    assert not any(part.isVisible() for part in (panel.rows["found"], panel.trouble)), "of another one"


def test_a_server_that_is_away_is_waited_for_and_the_passphrase_is_typed_once(
    gate: StartController, server: PostgresServer, window: MainWindow, language: LanguageSwitch
) -> None:
    address = server.create()
    move_there(gate, address)
    gate._close_context()
    server.ask(f'ALTER DATABASE "{address.database}" RENAME TO away_ui')
    gate.begin()
    settle()
    page = window.page()
    assert isinstance(page, ServerAwayPage)
    assert address.shown() in page.subtitle.text()
    assert not page.waits, "who asks again does not find a database that is not there"
    assert "Nothing was changed" in page.subtitle.text()
    for code in ("ru", "tg", "en"):
        language.choose(code)
        # What is said to be pressed is what stands on the button.
        assert page.other.text() in page.subtitle.text()
        assert "{" not in page.subtitle.text()
    click(page.retry)
    settle()
    assert window.page() is page
    click(page.other)
    assert not page.retry.isVisible()
    type_text(page.address, "nonsense")
    click(page.connect_button)
    assert "no address of a database" in page.address_row.error.text()
    page.address.setText(server.address("away_ui").text())
    press(page.address, Qt.Key.Key_Return)
    click(page.connect_button)
    settle()
    assert window.page() is gate.workspace
    assert work_of(gate).on_server
    gate._close_context()
    server.ask(f'ALTER DATABASE away_ui RENAME TO "{address.database}"')


def test_a_backup_of_a_lost_computer_becomes_a_desk_of_the_server_again_by_a_press(
    gate: StartController, server: PostgresServer, tmp_path: Path
) -> None:
    address = server.create()
    move_there(gate, address)
    work = work_of(gate)
    (tmp_path / "stick").mkdir()
    saved = backups.save_backup(work, tmp_path / "stick")
    projects.create_project(work, ProjectDraft("AFTER", Texts(en="Of after the backup")))
    digest, folder, clock = digest_of(work.journal), work.folder, work.clock
    gate._close_context()
    shutil.rmtree(folder.root)
    backups.restore_file(folder, saved.file, Opening(PASSPHRASE), clock=clock, cost=CHEAP).close()
    gate.begin()
    settle()
    assert not work_of(gate).on_server
    move_there(gate, address)
    work = work_of(gate)
    assert work.on_server
    assert digest_of(work.journal) == digest
    assert address.shown() in banner(gate)


@pytest.mark.parametrize("rights", ["CREATEROLE", "NOCREATEROLE"])
def test_the_owner_of_the_database_gets_a_new_password_by_a_press(
    gate: StartController, server: PostgresServer, language: LanguageSwitch, rights: str
) -> None:
    asking = start_another()
    asking.ask(f"CREATE ROLE keeper LOGIN {rights} PASSWORD 'of the keeper'")
    asking.ask("CREATE DATABASE office_data OWNER keeper TEMPLATE template0")
    port = asking.listen("scram-sha-256", None)
    card = parts(gate).card
    assert not card.owner.isVisible(), "in a file there is none"
    move_there(gate, ServerAddress("127.0.0.1", port, "office_data", "keeper", "of the keeper"))
    if rights == "CREATEROLE":
        phrase = "пять слов для Зарины и её данных"
        users.add(work_of(gate), "З. Каримова", "Зарина", UserRole.OFFICER, phrase, PASSPHRASE, cost=CHEAP)
    card = parts(gate).card
    assert "keeper" in card.owner.title.text()
    click(card.renew)
    panel = card.password_panel
    assert not any(each.isVisible() for each in (panel.result, panel.password, panel.copy))
    assert ("roles of their own" in panel.about.lines[2]) is (rights == "CREATEROLE")
    click(panel.accept_button)
    settle()
    made = panel.password.text()
    where = f"host=127.0.0.1 port={port} dbname=office_data user=keeper"
    assert asking.ask_by(f"{where} password={made}", "SELECT 1") == "1"
    with pytest.raises(subprocess.CalledProcessError):
        asking.ask_by(f"{where} password='of the keeper'", "SELECT 1")
    assert not panel.accept_button.isVisible()
    for code in ("ru", "tg", "en"):
        language.choose(code)
        assert "keeper" in panel.result.text()
        assert panel.password.text() == made
    click(panel.copy)
    assert QGuiApplication.clipboard().text() == made
    click(panel.cancel_button)
    assert panel.password.text() == ""
    click(card.renew)
    assert panel.accept_button.isVisible()
    click(panel.cancel_button)
    # It goes on working, also over a connection that is made now.
    work = work_of(gate)
    work.release()
    assert work.on_server
    assert parts(gate).card.owner.isVisible()
    gate._close_context()
    asking.stop()


GONE = TrainerError(
    "server.not_reached", server="postgresql://office@db.example/office", why=Label("server.no_answer")
)


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_it_counts_down_and_tries_again_by_itself(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    page = ServerAwayPage(language, GONE)
    qtbot.addWidget(page)
    tries: list[None] = []
    page.again.connect(lambda: tries.append(None))
    assert str(WAIT) in page.waiting.text()
    for _ in range(WAIT - 1):
        page.count_down()
    assert tries == []
    page.count_down()
    page.count_down()
    assert len(tries) == 1, "while a try is under way none is begun"
    page.refuse(GONE)
    assert str(WAIT) in page.waiting.text()
    page.ask_other(shown=True)
    assert not page.waits


def test_a_file_of_before_the_move_says_where_the_office_works(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch
) -> None:
    page = ServerAwayPage(
        language, TrainerError("workplace.moved", server="postgresql://office@db.example/o")
    )
    qtbot.addWidget(page)
    assert page.title.text() == "The office works on its server"
    assert "db.example" in page.subtitle.text()
    with qtbot.waitSignal(page.closed):
        page.leave.click()
    moving = MovingPage(language)
    qtbot.addWidget(moving)
    moving.show_step("moving.copying", 0.5)
    assert "50" in moving.progress.text()
