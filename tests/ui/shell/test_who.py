"""Whoever restored an office by its key from paper is asked who they are, and goes on under that name."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.kit import worlds
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.seat import MakeGate
from tests.kit.world import computer
from tests.ui.driving import click, press, settle, show, type_text
from trainer_app.actions.base import data_key
from trainer_app.actions.base import users as people_of_office
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.office import backups, office
from trainer_app.bundle import vault
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.first_start import FirstStartPage
from trainer_app.ui.start.forgotten import ForgottenPassphrasePage
from trainer_app.ui.start.recovery_pages import BackupPage
from trainer_app.ui.start.unlock import UnlockPage
from trainer_app.ui.start.who import WhoPage

OFFICER, NEW = "пять слов для Зарины и её данных", "совсем другие пять слов для входа"
OTHER = "ҳафт калимаи дигар барои сардори мо"
type Restore = Callable[[], WhoPage]


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "calibrate_cost", KdfCost)


@pytest.fixture
def gate(make_gate: MakeGate, tmp_path: Path) -> StartController:
    return make_gate(tmp_path / "new", clock=worlds.noon())


@pytest.fixture
def papers() -> list[str]:
    """Return the recovery keys that were printed."""
    return []


@pytest.fixture
def restore(gate: StartController, window: MainWindow, tmp_path: Path, papers: list[str]) -> Restore:
    """Lose an office of two people, and restore it in the window with its key from paper."""
    work = computer(tmp_path / "lost", "M. Saidova", Role.OFFICE, clock=worlds.noon())
    papers.append(office.init(work, Texts(en="Office"), "DSH").recovery_key)
    add = people_of_office.add
    add(work, "Z. Karimova", "zarina", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    saved = backups.save_backup(work, tmp_path).file
    work.close()

    def act() -> WhoPage:
        gate.begin()
        window.resize(1366, 768)
        show(window)
        first = window.page()
        assert isinstance(first, FirstStartPage)
        click(first.backup)
        page = window.page()
        assert isinstance(page, BackupPage)
        page.choose_file(saved)
        press(page.by.button("paper"), Qt.Key.Key_Space)
        page.secret.line.setText(papers[0])
        for line in (page.new.line, page.again.line):
            line.setText(NEW)
        click(page.look)
        assert "Then you are asked who you are" in page.follows.text()
        assert "Everybody else unlocks with their passphrase of that day" in page.follows.text()
        click(page.restore)
        settle()
        who = window.page()
        assert isinstance(who, WhoPage)
        return who

    return act


def picture(window: MainWindow, name: str) -> None:
    if folder := os.environ.get("WHO_PICTURES"):
        settle()
        window.grab().save(f"{folder}/{name}.png")


def user(gate: StartController) -> str:
    assert gate.context is not None
    return gate.context.work.user


def notices(window: MainWindow) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel, "notice_title") if each.isVisible()]


def unlock(gate: StartController, window: MainWindow, name: str, passphrase: str) -> None:
    gate.lock()
    page = window.page()
    assert isinstance(page, UnlockPage)
    page.short.setText(name)
    page.field.line.setText(passphrase)
    click(page.open_button)
    settle()


def test_one_of_its_people_goes_on_under_her_name_and_others_keep_their_passphrases(
    gate: StartController, window: MainWindow, restore: Restore, language: LanguageSwitch
) -> None:
    page = restore()
    picture(window, "who_asked")
    assert [row.text() for row in page.rows] == ["M. Saidova", "Z. Karimova"]
    click(page.go_on)
    assert page.problem.text() == "Choose who you are"
    click(page.rows[1])
    assert not page.problem.text()
    assert "short name “zarina”" in page.follows.text()
    assert page.others.text() == "Everybody else unlocks with their own passphrase, as before."
    assert page.verticalScrollBar().maximum() == 0
    picture(window, "who_chosen_en")
    for code in ("ru", "tg"):
        language.choose(code)
        picture(window, f"who_chosen_{code}")
    language.choose("en")
    click(page.go_on)
    settle()
    assert user(gate) == "Z. Karimova"
    assert not any("as nobody" in each for each in notices(window))
    unlock(gate, window, "zarina", NEW)
    assert user(gate) == "Z. Karimova"
    unlock(gate, window, "Saidova", PASSPHRASE)
    assert user(gate) == "M. Saidova"


def test_somebody_new_types_a_name(gate: StartController, window: MainWindow, restore: Restore) -> None:
    page = restore()
    press(page.rows[0], Qt.Key.Key_Tab)
    click(page.new)
    click(page.go_on)
    assert page.name.error.text() == "Please write your name"
    type_text(page.name.field, "z. karimova")
    click(page.go_on)
    assert "choose yourself in the list" in page.name.error.text()
    page.name.field.setText("Nazarov Farrukh")
    assert page.name.error.isHidden()
    assert "short name “Nazarov”" in page.follows.text()
    picture(window, "who_new")
    press(page.name.field, Qt.Key.Key_Return)
    settle()
    assert user(gate) == "Nazarov Farrukh"
    unlock(gate, window, "nazarov", NEW)
    assert user(gate) == "Nazarov Farrukh"


def test_it_may_wait_is_asked_again_and_takes_the_paper_then(
    gate: StartController,
    window: MainWindow,
    restore: Restore,
    language: LanguageSwitch,
    papers: list[str],
) -> None:
    page = restore()
    assert page.barred.text().startswith("After “Not now” you are asked at the next unlocking")
    assert page.by_paper.isHidden()
    click(page.skip)
    settle()
    assert user(gate) == "DSH"
    assert any("as nobody" in each for each in notices(window))
    unlock(gate, window, "Saidova", PASSPHRASE)
    assert user(gate) == "M. Saidova"
    unlock(gate, window, "", NEW)
    page = window.page()
    assert isinstance(page, WhoPage)
    assert not any(row.isEnabled() for row in (*page.rows, page.new, page.go_on))
    assert "Alone it makes nobody a head" in page.barred.text()
    assert page.verticalScrollBar().maximum() == 0
    for code in ("ru", "tg", "en"):
        language.choose(code)
        picture(window, f"who_barred_{code}")
    assert page.first_focus() is page.by_paper
    click(page.by_paper)
    assert gate.context is None
    forgotten = window.page()
    assert isinstance(forgotten, ForgottenPassphrasePage)
    forgotten.key.field.setText(papers[0])
    for line in forgotten.phrase.lines:
        line.setText(OTHER)
    click(forgotten.go_on)
    settle()
    page = window.page()
    assert isinstance(page, WhoPage)
    click(page.rows[0])
    click(page.go_on)
    settle()
    assert user(gate) == "M. Saidova"
    unlock(gate, window, "saidova", OTHER)


def test_the_page_says_for_whom_no_passphrase_opens(
    gate: StartController, window: MainWindow, restore: Restore
) -> None:
    page = restore()
    click(page.skip)
    settle()
    assert gate.context is not None
    work = gate.context.work
    content = data_key.read_vault(work.folder)
    for line in people_of_office.list_users(work):
        content = vault.drop_user(content, line.user.key)
    data_key.write_vault(work.folder, content)
    unlock(gate, window, "", NEW)
    page = window.page()
    assert isinstance(page, WhoPage)
    click(page.rows[1])
    assert page.others.text().startswith("No passphrase opens this office for M. Saidova.")
    assert "Your earlier one" not in page.follows.text()
    picture(window, "who_papers")
