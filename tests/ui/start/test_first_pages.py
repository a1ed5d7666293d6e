"""Before the workspace: first start, the office's paper key, unlocking, and folders that do not open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import (
    click,
    find,
    let_pause_pass,
    press,
    press_button,
    read_messages,
    settle,
    show,
    type_text,
)
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.office import key_papers
from trainer_app.domain.base.passphrases import PassphraseStrength, judge_passphrase, offered_words
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.office.backups import CHECKED, KeyPapers, PaperStep
from trainer_app.system import messages
from trainer_app.system.clock import SystemClock
from trainer_app.system.folders import DataFolder, WorkplaceState, state_of
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.help_panel import HelpSheet
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.first_start import (
    FirstStartAnswers,
    FirstStartPage,
    RecoveryPapersPage,
)
from trainer_app.ui.start.office_again import RestoreOfficePage
from trainer_app.ui.start.server import NewDeskPage
from trainer_app.ui.start.unlock import OpeningFailedPage, UnlockPage
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.overlays import ConfirmDialog, Mood
from trainer_app.ui.widgets.pages import StartPage
from trainer_app.ui.widgets.passphrase import PassphraseField, StrengthHint

KEY = "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0S3NDQ7Q"
DIGITS = "20142 69405 39697 90384 43261 12154"
PAPERS = KeyPapers(PaperStep.INIT, "DSH", Texts(en="Office"), "2018-10-15", DIGITS, KEY, KEY[::-1])


@pytest.fixture
def closed_folder(tmp_path: Path) -> Path:
    """Copy the course's folder, locked."""
    return worlds.at_noon(tmp_path).lay()


def everything(root: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a folder except the log."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def page_of_help(window: MainWindow) -> str:
    """Ask for help, close it, and return which page it was."""
    page = window.page()
    assert isinstance(page, StartPage)
    click(page.help)
    sheet = find(window, HelpSheet, "help_sheet")
    shown = sheet.view.page_name
    click(sheet.close_button)
    settle()
    return shown


def test_a_trainer_begins_by_keyboard_alone(
    make_gate: MakeGate, window: MainWindow, tmp_path: Path, language: LanguageSwitch
) -> None:
    gate = make_gate(tmp_path / "data")
    gate.begin()
    show(window)
    page = window.page()
    assert isinstance(page, FirstStartPage)
    press(page.language.button("tg"), Qt.Key.Key_Space)
    settle()
    assert page.title.text() == "Хуш омадед"
    type_text(page.user.field, "Д. Назарова")
    type_text(page.phrase.first.line, PASSPHRASE)
    type_text(page.phrase.second.line, PASSPHRASE)
    press(page.phrase.second.line, Qt.Key.Key_Return)
    settle()
    assert gate.context is not None
    assert gate.workspace is not None
    assert gate.workspace.current() == "today"
    assert gate.context.work.role is Role.TRAINER
    assert gate.context.work.user == "Д. Назарова"
    assert gate.workspace.rail.items["today"].text() == "Имрӯз"
    window.close()
    kept = PreferenceStore(tmp_path / "preferences.json").now
    assert kept.language == "tg"
    assert state_of(DataFolder(tmp_path / "data")) is WorkplaceState.LOCKED


def test_the_office_keeps_its_paper_key_first(
    make_gate: MakeGate, window: MainWindow, tmp_path: Path, language: LanguageSwitch
) -> None:
    gate = make_gate(tmp_path / "data")
    gate.begin()
    show(window)
    page = window.page()
    assert isinstance(page, FirstStartPage)
    assert page_of_help(window) == "first-start"
    click(page.office)
    assert page_of_help(window) == "office-start"
    type_text(page.user.field, "М. Саидова")
    type_text(page.office_name.field, "Дафтари барнома")
    type_text(page.office_code.field, "dsh")
    type_text(page.phrase.first.line, PASSPHRASE)
    type_text(page.phrase.second.line, PASSPHRASE)
    click(page.begin)
    settle()
    paper = window.page()
    assert isinstance(paper, RecoveryPapersPage)
    assert gate.context is None, "not before the key is kept"
    assert page_of_help(window) == "office-start"
    form = paper.form
    key, standby = form.recovery.field.text(), form.standby.field.text()
    assert key.startswith("AGE-SECRET-KEY-1")
    at = form.go_on.mapTo(window, QPoint(0, 0))
    click(form.go_on)
    settle()
    assert form.go_on.mapTo(window, QPoint(0, 0)) == at, "what is pressed next stays where it is"
    assert form.unlocked.text() == "Lock both copies away first, then tick this."
    assert form.locked.hasFocus()
    assert form.typed.error.isHidden(), "not typed yet"
    type_text(form.typed.field, "WRONG7")
    click(form.go_on)
    assert form.unlocked.text(), "the tick and the letters are told at once"
    assert not form.typed.error.isHidden()
    assert form.typed.field.hasFocus()
    assert form.typed_standby.error.isHidden(), "not typed yet"
    form.typed.field.clear()
    type_text(form.typed.field, key[-CHECKED:])
    type_text(form.typed_standby.field, standby[-CHECKED:])
    click(form.go_on)
    assert gate.context is None, "nothing is kept without the tick, though both keys are right"
    assert form.locked.hasFocus()
    form.typed_standby.field.clear()
    form.typed.field.setText("WRONG7")
    click(form.locked)
    assert not form.unlocked.text()
    click(form.go_on)
    assert gate.context is None
    assert not form.typed.error.isHidden()
    assert not form.typed_standby.error.isHidden()
    form.typed.field.clear()
    type_text(form.typed.field, key[-CHECKED:].lower())
    press(form.typed.field, Qt.Key.Key_Return)
    assert gate.context is None, "the second key is still to come"
    type_text(form.typed_standby.field, standby)
    press(form.typed_standby.field, Qt.Key.Key_Return)
    settle()
    assert gate.context is not None
    assert gate.context.work.role is Role.OFFICE
    assert gate.context.work.office_code == "DSH"
    assert identity.has_office(gate.context.work)
    window.close()


def test_the_paper_key_is_not_lost_by_closing(
    qtbot: QtBot, window: MainWindow, language: LanguageSwitch
) -> None:
    page = RecoveryPapersPage(language, PAPERS, key_papers.pdf, lambda *_typed: None)
    window.show_page(page)
    show(window)
    with qtbot.assertNotEmitted(window.closing):
        window.close()
        window.close()
    asked = find(window, ConfirmDialog, "leave_question")
    press(asked.no, Qt.Key.Key_Escape)
    settle()
    assert window.isVisible()
    window.close()
    with qtbot.waitSignal(window.closing):
        click(find(window, ConfirmDialog, "leave_question").yes)
    assert not window.isVisible()


def test_a_file_given_at_start_is_named_and_taken_in_once_somebody_says_so(
    make_gate: MakeGate, window: MainWindow, closed_folder: Path, tmp_path: Path
) -> None:
    """H3: what anybody opened on the locked program went to the same import at the next unlocking."""
    letters = [tmp_path / f"letter-{number}\u202egpj.tsync" for number in range(6)]
    for letter in letters:
        letter.write_text("Dear trainer")
    gate = make_gate(closed_folder, passphrase=PASSPHRASE, files=tuple(letters))
    gate.begin()
    show(window)
    assert gate.workspace is not None
    assert gate.workspace.banner.mood is not Mood.BAD, "nobody has looked into them"
    asked = find(window, ConfirmDialog, "locked_files_question")
    assert asked.title.text() == "Import 6 files?"
    assert "letter-3[U+202E]gpj.tsync\n… +2" in asked.text.text()
    assert asked.no.hasFocus(), "Enter takes nothing in"
    press(asked.no, Qt.Key.Key_Space)
    settle()
    assert gate.workspace.banner.mood is not Mood.BAD
    gate.lock()
    gate.begin()
    settle()
    assert not [one for one in window.findChildren(ConfirmDialog) if one.isVisible()], "it asks once"
    window.close()


@pytest.mark.parametrize("language_code", ["en", "ru", "tg"])
def test_a_file_given_at_start_that_is_wanted_is_taken_in(
    make_gate: MakeGate, window: MainWindow, closed_folder: Path, tmp_path: Path, language_code: str
) -> None:
    letter = tmp_path / "letter.tsync"
    letter.write_text("Dear trainer")
    gate = make_gate(closed_folder, passphrase=PASSPHRASE, files=(letter,))
    gate._language.choose(language_code)
    gate.begin()
    show(window)
    assert gate.workspace is not None
    assert "letter.tsync" in find(window, ConfirmDialog, "locked_files_question").text.text()
    press_button(window, "locked_files_question_yes")
    assert gate.workspace.banner.mood is Mood.BAD
    assert gate.workspace.banner.details.text().startswith("bundle.")
    gate.lock()
    settle()
    assert gate.workspace is None
    window.close()


def test_answers_that_are_missing_are_asked_for(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> None:
    page = FirstStartPage(language)
    qtbot.addWidget(page)
    page.resize(1366, 900)
    show(page)
    with qtbot.assertNotEmitted(page.answered):
        click(page.begin)
        assert not page.user.error.isHidden()
        assert page.user.field.hasFocus(), "the focus is at the first wrong answer"
        type_text(page.user.field, "Д. Назарова")
        assert page.user.error.isHidden(), "it goes with what is typed"
        type_text(page.phrase.first.line, "кӯтоҳ")
        click(page.begin)
        assert page.user.error.isHidden()
        assert not page.phrase.row.error.isHidden()
        page.phrase.first.line.setText("чор калимаи осон")
        type_text(page.phrase.second.line, "чор калимаи дигар")
        click(page.begin)
        assert page.phrase.row.error.isHidden()
        assert not page.phrase.again.error.isHidden()
        page.phrase.second.line.setText("чор калимаи осон")
        click(page.office)
        click(page.begin)
        assert not page.office_name.error.isHidden()
        assert not page.office_code.error.isHidden()
        page.office_name.field.setText("Office")
        page.office_code.field.setText("1")
        click(page.begin)
        assert not page.office_code.error.isHidden()
    page.office_code.field.setText("dsh")
    with qtbot.waitSignal(page.answered) as caught:
        click(page.begin)
    expected = FirstStartAnswers(Role.OFFICE, "Д. Назарова", "чор калимаи осон", "Office", "DSH")
    assert caught.args == [expected]
    click(page.trainer)
    with qtbot.waitSignal(page.answered) as caught:
        click(page.begin)
    assert caught.args == [FirstStartAnswers(Role.TRAINER, "Д. Назарова", "чор калимаи осон")]


def test_tab_reaches_everything_once_and_comes_round(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch
) -> None:
    page = FirstStartPage(language)
    qtbot.addWidget(page)
    show(page)
    start = page.user.field
    start.setFocus()
    walked = []
    while len(walked) < 20:
        press(page.focusWidget() or start, Qt.Key.Key_Tab)
        walked.append(page.focusWidget())
        if walked[-1] is start:
            break
    phrase = page.phrase
    ends = [phrase.first.line, phrase.second.line, phrase.first.eye, phrase.second.eye, phrase.offer]
    assert walked[:6] == [*ends, page.begin], "from one phrase to the other, the eyes, the buttons"
    assert walked[-1] is start, "Tab never goes to and fro between two"
    assert len(set(walked)) == len(walked)


def test_unlocking_wrong_then_right_then_locking(
    make_gate: MakeGate, window: MainWindow, closed_folder: Path, language: LanguageSwitch
) -> None:
    gate = make_gate(closed_folder)
    gate.begin()
    show(window)
    page = window.page()
    assert isinstance(page, UnlockPage)
    press(page.field.line, Qt.Key.Key_Return)
    assert page.row.error.isHidden(), "nothing was typed yet"
    before = everything(closed_folder)
    type_text(page.field.line, "дарёи калимаи хато")
    press(page.field.line, Qt.Key.Key_Return)
    assert window.page() is page
    assert "does not open your data" in page.row.error.text()
    assert page.field.line.property("wrong") == "true"
    assert page.field.line.selectedText() == "дарёи калимаи хато"
    assert page.open_button.isEnabled(), "a slip costs nothing, nor is one with ё two"
    press(page.field.line, Qt.Key.Key_Return)
    assert not page.open_button.isEnabled()
    assert page.pause.text() == "Next try in 1 second"
    let_pause_pass(gate)
    assert page.open_button.isEnabled()
    assert page.pause.isHidden()
    assert everything(closed_folder) == before, "nothing was overwritten"
    language.choose("ru")
    settle()
    assert "не подходит" in page.row.error.text()
    page.field.line.setText(PASSPHRASE)
    press(page.field.line, Qt.Key.Key_Return)
    settle()
    assert gate.workspace is not None
    assert gate.workspace.current() == "today"
    assert any("заблокирована, введены 2 неверные" in each for each in read_messages(gate.workspace.banner))
    gate.workspace.rail.lock.click()
    settle()
    assert gate.context is None
    assert isinstance(window.page(), UnlockPage)
    assert window.page().title.text() == "Здравствуйте, Д. Назарова"  # type: ignore[union-attr]
    window.close()


def test_a_passphrase_given_at_start_opens_at_once(
    make_gate: MakeGate, window: MainWindow, closed_folder: Path
) -> None:
    gate = make_gate(closed_folder, passphrase=PASSPHRASE)
    gate.begin()
    assert gate.context is not None
    gate.lock()
    assert gate.context is None
    gate.lock()
    window.close()


def test_the_program_locks_itself_when_asked_to(
    make_gate: MakeGate, window: MainWindow, closed_folder: Path, preferences: PreferenceStore
) -> None:
    gate = make_gate(closed_folder, passphrase=PASSPHRASE)
    gate.begin()
    assert gate.context is not None
    preferences.change(Preferences.lock_minutes, 0)
    gate.context.lock_changed.emit()
    gate.context.work.close()
    window.close()
    assert gate.context is None


def spoil_database(root: Path) -> None:
    """Overwrite the database's first bytes."""
    path = DataFolder(root).database
    path.write_bytes(b"\x00" * 4096 + path.read_bytes()[4096:])


def spoil_vault(root: Path) -> None:
    """Overwrite the vault and its copy."""
    for path in (DataFolder(root).vault, DataFolder(root).vault_copy):
        path.write_bytes(b"{}")


def lose_vault(root: Path) -> None:
    """Take both key files away."""
    for path in (DataFolder(root).vault, DataFolder(root).vault_copy):
        path.unlink()


def lose_database(root: Path) -> None:
    """Take the database away."""
    DataFolder(root).database.unlink()


def decrypt_database(root: Path) -> None:
    """Put a plain SQLite file in the database's place."""
    DataFolder(root).database.write_bytes(b"SQLite format 3\x00" + b"\x00" * 4080)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (spoil_database, "database.damaged"),
        (spoil_vault, "vault.damaged"),
        (lose_vault, "vault.lost"),
        (lose_database, "workplace.broken"),
        (decrypt_database, "database.not_encrypted"),
    ],
)
def test_a_folder_that_does_not_open_says_so_and_stays_as_it_is(
    make_gate: MakeGate,
    window: MainWindow,
    closed_folder: Path,
    spoil: Callable[[Path], None],
    code: str,
) -> None:
    spoil(closed_folder)
    before = everything(closed_folder)
    gate = make_gate(closed_folder, passphrase=PASSPHRASE)
    gate.begin()
    page = window.page()
    assert isinstance(page, OpeningFailedPage)
    assert page.error.code == code
    assert page.title.text()
    assert code in page.details.text()
    assert page.kept.text() == "Nothing was overwritten or deleted."
    assert gate.context is None
    assert everything(closed_folder) == before


def test_trouble_can_be_tried_again_and_left(
    qtbot: QtBot, make_gate: MakeGate, window: MainWindow, closed_folder: Path
) -> None:
    database = DataFolder(closed_folder).database
    aside = database.with_name("aside")
    database.rename(aside)
    gate = make_gate(closed_folder)
    gate.begin()
    show(window)
    page = window.page()
    assert isinstance(page, OpeningFailedPage)
    aside.rename(database)
    press(page.retry, Qt.Key.Key_Return)
    settle()
    assert isinstance(window.page(), UnlockPage)
    with qtbot.waitSignal(window.closing):
        window.close()


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("", PassphraseStrength.NONE),
        ("   ", PassphraseStrength.NONE),
        ("password", PassphraseStrength.REFUSED),
        ("1234567", PassphraseStrength.REFUSED),
        ("aaaaaaaaaaaaaaaa", PassphraseStrength.REFUSED),
        ("чор калима", PassphraseStrength.REFUSED),
        ("Dilnoza Nazarova 19", PassphraseStrength.REFUSED),
        ("старый дом у реки", PassphraseStrength.FAIR),
        ("чор калимаи осон барои ёд", PassphraseStrength.STRONG),
    ],
)
def test_strength_is_what_a_guesser_needs(text: str, strength: PassphraseStrength) -> None:
    assert judge_passphrase(text, "Dilnoza Nazarova").strength is strength


def test_the_hint_says_it_in_words(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> None:
    hint = StrengthHint("strength")
    qtbot.addWidget(hint)
    words = set()
    typed = ("", "1234567", "password", "a" * 20, "qwertyuiop asdf", "Nazarova 1985 K7", "старый дом у реки")
    for text in (*typed, PASSPHRASE):
        hint.judge(text, "D. Nazarova")
        words.add(hint.words.text())
        hint.grab()
    assert len(words) == 8
    assert "Strong" in words


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Four words that have nothing to do with each other, or 14 characters"),
        ("ru", "Четыре не связанных друг с другом слова или 14 знаков"),
        ("tg", "Чор калимаи ба ҳам вобастанабуда ё 14 аломат"),
    ],
)
def test_the_hint_tells_the_rule_before_anything_is_typed(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, code: str, said: str
) -> None:
    language.choose(code)
    hint = StrengthHint("strength")
    qtbot.addWidget(hint)
    assert hint.words.text() == said


def test_what_is_asked_for_is_called_enough(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> None:
    """S3: it asked for four words, and called four words fair and one too few."""
    hint = StrengthHint("strength")
    qtbot.addWidget(hint)
    hint.judge("старый дом у реки")
    assert hint.words.text() == "Good enough; one more word makes it stronger"


def test_a_passphrase_is_hidden_until_asked_for(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> None:
    field = PassphraseField("secret")
    qtbot.addWidget(field)
    field.setAccessibleName("Passphrase")
    assert field.line.accessibleName() == "Passphrase"
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    field.eye.click()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    field.eye.click()
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


@pytest.fixture
def recovery(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> RecoveryPapersPage:
    """Show a paper key."""
    made = RecoveryPapersPage(language, PAPERS, key_papers.pdf, lambda *_typed: None)
    qtbot.addWidget(made)
    return made


def test_the_paper_key_is_printed_whole(recovery: RecoveryPapersPage, tmp_path: Path) -> None:
    text = recovery.form.text()
    squeezed = "".join(text.split())
    assert KEY in squeezed
    assert KEY[::-1] in squeezed
    assert "DSH" in squeezed
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "key.pdf"))
    recovery.form.print_to(printer)
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    assert recovery.form.told.text() == "Sent to the printer"


def test_the_paper_key_is_saved_and_read_back(recovery: RecoveryPapersPage, tmp_path: Path) -> None:
    recovery.form.save_to(tmp_path / "key.txt")
    assert KEY in "".join((tmp_path / "key.txt").read_text(encoding="utf-8").split())
    assert recovery.form.told.text() == "Saved and checked: key.txt"
    recovery.form.save_to(tmp_path / "nowhere" / "key.txt")
    assert "key.txt" in recovery.form.told.text()
    assert not recovery.form.told.text().startswith("Saved")


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_nothing_of_the_paper_key_jumps_when_something_is_said(
    recovery: RecoveryPapersPage,
    language: LanguageSwitch,
    qtbot: QtBot,
    tmp_path: Path,
    code: str,
    size: tuple[int, int],
) -> None:
    language.choose(code)
    recovery.resize(*size)
    show(recovery)
    form = recovery.form
    parts = (recovery.title, form.print_button, form.typed.field, form.locked, form.go_on)

    def places() -> list[QPoint]:
        settle()
        return [part.mapTo(recovery, QPoint()) for part in parts]

    before = places()
    assert before[0].y() > 0
    form.save_to(tmp_path / "key.txt")
    assert places() == before, "saved"
    form.go_on.click()
    assert places() == before, "not locked away yet"
    for row in (form.typed, form.typed_standby):
        row.show_error(messages.text("papers.wrong_recovery", code))
    # Wrapped words find their heights in several rounds.
    qtbot.waitUntil(lambda: places()[:3] == before[:3])
    form.typed.clear_error()
    form.typed_standby.clear_error()
    form.locked.click()
    qtbot.waitUntil(lambda: places() == before)


def test_the_keys_cannot_be_typed_over(recovery: RecoveryPapersPage) -> None:
    for name in ("recovery_key", "standby_key", "office_fingerprint"):
        assert find(recovery, QLineEdit, name).isReadOnly()


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_the_first_page_fits_the_smallest_window(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    page = FirstStartPage(language)
    qtbot.addWidget(page)
    page.office.setChecked(True)
    page.resize(1366, 697)
    show(page)
    settle()
    assert page.verticalScrollBar().maximum() == 0
    assert page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("code", "order"), [("en", "Family name first"), ("ru", "Сначала фамилия"), ("tg", "Аввал насаб")]
)
def test_each_page_that_asks_for_ones_name_says_in_which_order(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, tmp_path: Path, code: str, order: str
) -> None:
    """Papers shorten the name to "T. Trainer": which of its words is the family name nobody else knows."""
    jobs, folder, clock = Jobs(synchronous=True), DataFolder(tmp_path / "elsewhere"), SystemClock()
    language.choose(code)
    for page in (
        FirstStartPage(language),
        RestoreOfficePage(language, jobs, folder, clock),
        NewDeskPage(language, jobs, folder, clock),
    ):
        qtbot.addWidget(page)
        said = f"{page.user.caption.text()} {page.user.description.text()}"
        assert order.casefold() in said.casefold(), page.objectName()
    jobs.deleteLater()


@pytest.mark.parametrize(
    ("code", "helps"), [("en", "recovery key"), ("ru", "ключ"), ("tg", "калиди барқарорсоз")]
)
def test_the_first_page_says_what_helps_when_the_passphrase_is_forgotten(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, code: str, helps: str
) -> None:
    page = FirstStartPage(language)
    qtbot.addWidget(page)
    page.resize(1366, 697)
    page.show()
    language.choose(code)
    settle()
    laptop = page.note.text()
    page.office.setChecked(True)
    settle()
    assert helps in laptop
    assert helps in page.note.text() != laptop, "each computer has its own way back"
    assert page.note.height() >= page.note.heightForWidth(page.note.width()), "nothing of it is cut"


def test_words_are_offered_shown_and_typed_again(
    make_gate: MakeGate, window: MainWindow, tmp_path: Path, language: LanguageSwitch
) -> None:
    make_gate(tmp_path / "data").begin()
    show(window)
    page = window.page()
    assert isinstance(page, FirstStartPage)
    phrase, texts = page.phrase, []
    phrase.first.line.setText("кӯтоҳ")
    click(page.begin)
    assert not phrase.row.error.isHidden()
    for code in ("tg", "ru", "en"):
        language.choose(code)
        click(phrase.offer)
        texts.append(phrase.text())
        assert len(texts[-1].split()) == 5
        assert set(texts[-1].split()) <= set(offered_words(code))
        assert phrase.first.line.echoMode() is QLineEdit.EchoMode.Normal, "it can be written down"
        assert phrase.row.error.isHidden(), "what was too short is not there any more"
        assert phrase.second.text() == "", "typed once more by whoever has it"
        assert phrase.second.line.hasFocus()
    assert len(set(texts)) == 3
    assert phrase.strength.words.text() == f"Write down: {texts[-1]}"
    type_text(page.user.field, "D. Nazarova")
    click(page.begin)
    assert not phrase.again.error.isHidden()
    type_text(phrase.second.line, texts[-1])
    assert phrase.check()
    phrase.first.line.setText("D. Nazarova 1985 K7")
    assert phrase.strength.words.text() == "Your own name is tried first: use other words"
    assert not phrase.check()
