"""Pages for lost keys before the workspace: they fit, Tab walks them, refusals stand where they belong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.samples import CHEAP
from tests.kit.world import computer
from tests.kit.worlds import Exchange
from tests.ui.driving import click, press, settle, type_text
from trainer_app.actions.base import users, workplace
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.exchange import archiving
from trainer_app.actions.office import key_papers, office, recovery
from trainer_app.bundle import sealing, vault
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.exchange.sending import OfficeSetUp
from trainer_app.domain.office.backups import KeyPapers, OfficeFound, PaperStep
from trainer_app.system.clock import SystemClock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.start.first_start import RecoveryPapersPage
from trainer_app.ui.start.forgotten import ForgottenPassphrasePage
from trainer_app.ui.start.office_again import RestoreOfficePage
from trainer_app.ui.start.unlock import OpeningFailedPage
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.pages import StartPage

OLD, NEW = "four words nobody guesses", "four other words remembered"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(vault, "calibrate_cost", KdfCost)
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs(synchronous=True)
    yield made
    made.deleteLater()


@pytest.fixture
def paper(tmp_path: Path) -> OfficeSetUp:
    """Make an office, whose own folder is locked then, and return what is on its paper."""
    work = computer(tmp_path / "data", role=Role.OFFICE, passphrase=OLD)
    made = office.init(work, Texts(en="Office"), "DSH")
    work.close()
    return made


@pytest.fixture
def forgotten(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, jobs: Jobs, paper: OfficeSetUp, tmp_path: Path
) -> ForgottenPassphrasePage:
    """Ask as a laptop does: the very first file of its office was taken out of its folder."""
    page = ForgottenPassphrasePage(language, jobs, DataFolder(tmp_path / "data"), SystemClock(), "М. Саидова")
    shown(qtbot, page)
    click(page.laptop)
    return page


@pytest.fixture
def again(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, jobs: Jobs, paper: OfficeSetUp, tmp_path: Path
) -> RestoreOfficePage:
    return shown(qtbot, RestoreOfficePage(language, jobs, DataFolder(tmp_path / "fresh"), SystemClock()))


def shown[P: StartPage](qtbot: QtBot, page: P) -> P:
    qtbot.addWidget(page)
    page.resize(1366, 697)
    page.show()
    settle()
    return page


def walk(page: StartPage, start: QWidget) -> list[QWidget | None]:
    """Press Tab until it comes round."""
    start.setFocus()
    walked: list[QWidget | None] = []
    while len(walked) < 30:
        press(page.focusWidget() or start, Qt.Key.Key_Tab)
        walked.append(page.focusWidget())
        if walked[-1] is start:
            break
    assert walked[-1] is start, "Tab never goes to and fro between two"
    assert len(set(walked)) == len(walked)
    return walked


def choose_phrase(page: ForgottenPassphrasePage) -> None:
    for line in page.phrase.lines:
        type_text(line, NEW)


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_every_way_fits_and_is_walked_by_keyboard(
    forgotten: ForgottenPassphrasePage, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    for way in (forgotten.paper, forgotten.file, forgotten.voice):
        click(way)
        settle()
        assert forgotten.verticalScrollBar().maximum() == 0
        walked = walk(forgotten, way)
        assert forgotten.go_on in walked
        assert set(forgotten.phrase.lines) <= set(walked)
    choose_phrase(forgotten)
    click(forgotten.go_on)
    settle()
    assert forgotten.verticalScrollBar().maximum() == 0
    waiting = forgotten.waiting
    assert waiting.spoken.isVisible()
    assert waiting.answer.row.field in walk(forgotten, waiting.answer.row.field)
    language.choose("en")


def test_wrong_passphrases_and_papers_are_told_beside_their_fields(
    qtbot: QtBot, forgotten: ForgottenPassphrasePage, paper: OfficeSetUp
) -> None:
    click(forgotten.paper)
    type_text(forgotten.phrase.lines[0], "short")
    click(forgotten.go_on)
    assert not forgotten.phrase.row.error.isHidden()
    assert not forgotten.phrase.again.error.isHidden()
    forgotten.phrase.clear()
    choose_phrase(forgotten)
    type_text(forgotten.key.field, sealing.new_identity())
    click(forgotten.go_on)
    assert "another office" in forgotten.key.error.text()
    forgotten.key.field.clear()
    type_text(forgotten.key.field, paper.recovery_key)
    with qtbot.waitSignal(forgotten.opened) as caught:
        click(forgotten.go_on)
    caught.args[0].close()  # type: ignore[index]


def test_esc_leaves_a_forgotten_passphrase_as_the_button_does(
    qtbot: QtBot, forgotten: ForgottenPassphrasePage
) -> None:
    for part in (forgotten.file, forgotten.phrase.first.line):
        part.setFocus()
        with qtbot.waitSignal(forgotten.closed):
            press(part, Qt.Key.Key_Escape)


def test_no_way_is_offered_where_there_never_was_an_office(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, jobs: Jobs, tmp_path: Path
) -> None:
    folder = DataFolder(tmp_path / "alone")
    workplace.create(folder, OLD, role=Role.TRAINER, cost=CHEAP).close()
    page = ForgottenPassphrasePage(language, jobs, folder, SystemClock())
    qtbot.addWidget(page)
    page.show()
    settle()
    for part in (page.paper, page.file, page.voice, page.phrase, page.go_on, page.waiting, page.danger):
        assert not part.isVisible(), part.objectName()
    assert "never joined an office" in page.nothing.text()
    assert page.first_focus() is page.back
    with qtbot.waitSignal(page.closed):
        click(page.back)


def test_the_office_s_own_computer_begins_with_its_paper(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, jobs: Jobs, paper: OfficeSetUp, tmp_path: Path
) -> None:
    folder = DataFolder(tmp_path / "data")
    for archived in (False, True):
        if archived:
            work = workplace.open_workplace(folder, OLD)
            archiving.archive_own(work)
            work.close()
        page = shown(qtbot, ForgottenPassphrasePage(language, jobs, folder, SystemClock()))
        assert page.first_focus() is page.key.field
        assert page.key.isVisible()
        for part in (page.paper, page.file, page.voice, page.label, page.danger):
            assert not part.isVisible(), f"{part.objectName()}: an office would ask itself"
        assert "A copy that was made earlier opens" in page.else_words.text()
        assert "another head" not in page.else_words.text()
    click(page.laptop)
    assert page.file.isChecked()
    assert page.voice.isVisible()
    assert "this computer and the answer" in page.danger.text()
    assert not page.else_words.isVisible()


def test_an_office_of_several_people_or_desks_is_told_who_can_help(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, jobs: Jobs, paper: OfficeSetUp, tmp_path: Path
) -> None:
    folder = DataFolder(tmp_path / "data")
    work = workplace.open_workplace(folder, OLD)
    users.rename(work, "М. Саидова")
    users.begin(work, OLD, cost=CHEAP)
    users.add(work, "З. Каримова", "zarina", UserRole.HEAD, NEW, cost=CHEAP)
    work.close()
    page = shown(qtbot, ForgottenPassphrasePage(language, jobs, folder, SystemClock()))
    assert not page.file.isVisible()
    assert not page.laptop.isVisible(), "a laptop is one person's"
    for code, words in (("ru", "«Сотрудники офиса»"), ("tg", "«Кормандони идора»"), ("en", "another head")):
        language.choose(code)
        settle()
        assert words in page.else_words.text()
    folder.desk.touch()
    page = shown(qtbot, ForgottenPassphrasePage(language, jobs, folder, SystemClock()))
    assert page.paper.isChecked()
    assert page.file.isVisible(), "another desk of its server can answer"


def test_a_laptop_of_an_office_is_asked_how_its_office_answers(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, jobs: Jobs, tmp_path: Path
) -> None:
    with worlds.exchanged(tmp_path / "exchange").open() as made:
        laptop = Exchange.of(made).trainer.folder
        bureau = Exchange.of(made).office.folder
        assert (recovery.is_of_office(laptop), recovery.is_of_office(bureau)) == (False, True)
        page = shown(qtbot, ForgottenPassphrasePage(language, jobs, laptop, SystemClock()))
        assert page.file.isChecked()
        assert page.voice.isVisible()
        assert not page.else_words.isVisible()


def test_tab_goes_from_the_new_passphrase_to_the_groups_that_are_heard(
    qtbot: QtBot,
    theme: Theme,
    language: LanguageSwitch,
    jobs: Jobs,
    forgotten: ForgottenPassphrasePage,
    tmp_path: Path,
) -> None:
    click(forgotten.voice)
    choose_phrase(forgotten)
    click(forgotten.go_on)
    folder = DataFolder(tmp_path / "data")
    page = shown(qtbot, ForgottenPassphrasePage(language, jobs, folder, SystemClock()))
    waiting = page.waiting
    waiting.way.set_value("voice")
    waiting.keep_passphrase("")
    settle()
    assert walk(page, waiting.phrase.line)[:2] == [waiting.answer.row.field, waiting.phrase.eye]


def test_a_request_can_be_begun_anew(forgotten: ForgottenPassphrasePage) -> None:
    choose_phrase(forgotten)
    click(forgotten.go_on)
    assert forgotten.waiting.isVisible()
    first = forgotten.waiting.digits.text()
    click(forgotten.waiting.anew_button)
    assert not forgotten.waiting.isVisible()
    choose_phrase(forgotten)
    click(forgotten.go_on)
    assert forgotten.waiting.digits.text() != first, "an answer to the first one opens nothing now"


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_the_office_s_page_fits_and_is_walked(
    again: RestoreOfficePage, paper: OfficeSetUp, language: LanguageSwitch, tmp_path: Path, code: str
) -> None:
    language.choose(code)
    settle()
    walk(again, again.recovery.field)
    type_text(again.recovery.field, paper.recovery_key)
    type_text(again.standby.field, paper.standby_key)
    again.add(tmp_path / "data")
    click(again.look)
    assert again.problem.isVisible(), "nothing of an office without laptops was ever sealed and kept"
    assert again.verticalScrollBar().maximum() == 0
    language.choose("en")


def test_a_mistyped_key_is_told_beside_its_field(
    again: RestoreOfficePage, paper: OfficeSetUp, tmp_path: Path
) -> None:
    type_text(again.recovery.field, paper.recovery_key[:-1])
    type_text(again.standby.field, paper.standby_key)
    again.add(tmp_path / "data")
    click(again.look)
    assert "letter by letter" in again.recovery.error.text()
    again.recovery.field.clear()
    type_text(again.recovery.field, paper.recovery_key)
    assert again.recovery.error.isHidden(), "it goes with the next letter"
    again.standby.field.clear()
    type_text(again.standby.field, paper.standby_key[:-1])
    click(again.look)
    assert "TRAINER-STANDBY-1" in again.standby.error.text()
    assert isinstance(again.first_focus(), QLineEdit)


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_an_old_list_asks_which_laptops_had_been_revoked(
    again: RestoreOfficePage, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    again.add(Path("data"))
    found = OfficeFound("DSH", Texts(en="Office"), ("K1", "K2", "K7"), 3, 9, 0, ("K2",), unsure=True)
    again._looked(found)
    settle()
    assert again.revoked.isVisible()
    assert "K1, K2, K7" in again.found.text()
    assert again.verticalScrollBar().maximum() == 0
    type_text(again.revoked.field, "k1 K9")
    again._refused(TrainerError("office.unknown_device", code="K9"))
    assert "K9" in again.revoked.error.text()
    again._looked(replace(found, unsure=False))
    assert not again.revoked.isVisible(), "a list that is newer than all files needs no answer"
    language.choose("en")


@pytest.mark.parametrize(
    ("spoil", "title"), [(False, "Passphrase forgotten"), (True, "The key file is damaged")]
)
def test_an_office_whose_key_file_is_damaged_is_told_to_type_its_own_paper(
    language: LanguageSwitch, forgotten: ForgottenPassphrasePage, tmp_path: Path, spoil: bool, title: str
) -> None:
    folder = DataFolder(tmp_path / "data")
    if spoil:
        for path in (folder.vault, folder.vault_copy):
            path.write_bytes(b"{}")
    forgotten.retranslate()
    assert forgotten.title.text() == title
    page = OpeningFailedPage(language, folder, TrainerError("vault.damaged"))
    assert "at the office, type it from the office's paper" in page.subtitle.text()
    assert page.rescue.text() == "Open with the recovery key"
    assert page.details.isHidden(), "codes are for those who ask"
    page.deleteLater()


def test_words_are_offered_wherever_a_new_passphrase_is_chosen(
    forgotten: ForgottenPassphrasePage, again: RestoreOfficePage
) -> None:
    click(forgotten.paper)
    for phrase in (forgotten.phrase, again.phrase):
        click(phrase.offer)
        assert len(phrase.text().split()) == 5
        assert not phrase.check(), "it is typed once more by whoever has it"
        type_text(phrase.second.line, phrase.text())
        assert phrase.check()


def test_back_goes_one_step_back_and_keeps_both_keys(
    qtbot: QtBot, again: RestoreOfficePage, paper: OfficeSetUp, tmp_path: Path
) -> None:
    type_text(again.recovery.field, paper.recovery_key)
    type_text(again.standby.field, paper.standby_key)
    again.add(tmp_path / "data")
    left: list[bool] = []
    again.closed.connect(lambda: left.append(True))
    again._looked(OfficeFound("DSH", Texts(en="Office"), ("K7",), 3, 4, 0))
    assert again.go_on.isVisible()
    click(again.back)
    assert not left
    assert again.look.isVisible()
    assert not again.go_on.isVisible()
    assert again.recovery.field.text() == paper.recovery_key
    assert again.standby.field.text() == paper.standby_key
    assert again.places.text() == "data"
    click(again.back)
    assert left == [True]


def test_what_is_complained_of_moves_nothing_that_is_pressed_next(
    again: RestoreOfficePage, language: LanguageSwitch, tmp_path: Path
) -> None:
    again.add(tmp_path / "data")
    settle()
    parts = (again.standby, again.add_folder, again.look)
    for code in ("ru", "en"):
        language.choose(code)
        settle()
        before = [part.y() for part in parts]
        for problem in ("vault.bad_recovery_key", "bundle.bad_standby", "again.nothing_opens"):
            again._refused(TrainerError(problem, count=3))
            settle()
            assert [part.y() for part in parts] == before, problem
            again._changed()


def test_the_new_sheets_of_an_office_set_up_again_say_what_the_old_ones_are_worth(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch
) -> None:
    def page(step: PaperStep) -> RecoveryPapersPage:
        key = "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0S3NDQ7Q"
        papers = KeyPapers(step, "DSH", Texts(en="Office"), "2018-10-15", "20142 69405 39697", key, key)
        return shown(qtbot, RecoveryPapersPage(language, papers, key_papers.pdf, lambda *_typed: None))

    assert not page(PaperStep.INIT).old.isVisible()
    found = page(PaperStep.AGAIN)
    assert found.old.isVisible()
    assert "the recovery key is still right, the stand-by key is not" in found.old.text()
    for code in ("ru", "tg", "en"):
        language.choose(code)
        settle()
        assert found.verticalScrollBar().maximum() == 0
