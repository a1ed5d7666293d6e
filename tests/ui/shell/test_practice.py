"""Practising with invented people: from the first start, in a folder of its own, and back to one's own."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from tests.kit import samples
from tests.kit.seat import MakeGate
from tests.kit.world import World
from tests.ui.driving import click, find, press_button, settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import outstanding
from trainer_app.actions.today import demo
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.clock import Clock, SystemClock
from trainer_app.system.folders import DataFolder
from trainer_app.system.handover import mark_practice, own_folder, practice_of, remove_practice
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.shell.help import PracticeBand
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.start.first_start import FirstStartPage
from trainer_app.ui.start.unlock import OpeningFailedPage, UnlockPage
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.labels import is_made


@pytest.fixture
def started() -> list[tuple[Path, str]]:
    """Return what programs were started instead of this one: data folder and passphrase."""
    return []


@pytest.fixture
def make_gate(make_gate: MakeGate, window: MainWindow, started: list[tuple[Path, str]]) -> MakeGate:
    """Return a way in to a folder that notes what it would start; everything runs at once."""

    def make(root: Path, *, starts: bool = True, passphrase: str = "") -> StartController:
        def elsewhere(folder: Path, words: str) -> bool:
            started.append((folder, words))
            return starts

        show(window)
        return make_gate(root, passphrase, elsewhere=elsewhere)

    return make


def first_page(gate: StartController, window: MainWindow) -> FirstStartPage:
    gate.begin()
    page = window.page()
    assert isinstance(page, FirstStartPage)
    return page


def test_the_first_start_leads_to_invented_people_and_back(
    make_gate: MakeGate, window: MainWindow, tmp_path: Path, started: list[tuple[Path, str]]
) -> None:
    own = tmp_path / "trainer-app"
    page = first_page(make_gate(own), window)
    assert page.practice.isVisible()
    click(page.practice)
    folder = tmp_path / "trainer-app-practice"
    assert started == [(folder, demo.PASSPHRASE)]
    assert not DataFolder(own).vault.exists(), "nothing of it is in the real folder"

    gate = make_gate(folder, passphrase=demo.PASSPHRASE)
    gate.begin()
    workspace = window.page()
    assert isinstance(workspace, Workspace)
    assert workspace.practice.isVisible()
    assert workspace.current() == "today"
    assert workspace.tour.start_button.isVisible(), "the tour is offered on the first screen"
    gate.lock()
    page_locked = window.page()
    assert isinstance(page_locked, UnlockPage)
    assert demo.PASSPHRASE in page_locked.practice.text()
    page_locked.field.line.setText(demo.PASSPHRASE)
    click(page_locked.open_button)
    settle()
    workspace = window.page()
    assert isinstance(workspace, Workspace)
    assert workspace.tour.start_button.isVisible(), "nothing was answered yet"
    click(workspace.tour.not_now)
    assert not workspace.tour.isVisible()
    again = Workspace(workspace.context)
    assert not is_made(again, "tour"), "it is asked once"
    again.deleteLater()
    click(workspace.practice.end_button)
    settle()
    assert started[-1] == (own, "")


def test_a_program_that_does_not_start_leaves_the_first_page(
    make_gate: MakeGate, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "prepare_practice", lambda root, _progress: practice_of(root))
    page = first_page(make_gate(tmp_path / "own", starts=False), window)
    click(page.practice)
    again = window.page()
    assert isinstance(again, FirstStartPage)
    assert again is not page
    assert again.begin.isEnabled()


def test_a_folder_that_cannot_be_made_says_why(
    make_gate: MakeGate, window: MainWindow, tmp_path: Path, started: list[tuple[Path, str]]
) -> None:
    somebody = practice_of(tmp_path / "own")
    somebody.mkdir()
    (somebody / "diary.txt").write_text("mine", encoding="utf-8")
    click(first_page(make_gate(tmp_path / "own"), window).practice)
    assert isinstance(window.page(), OpeningFailedPage)
    assert started == []
    assert [path.name for path in somebody.iterdir()] == ["diary.txt"]


def fill_quickly(root: Path, *, now: Clock, progress: Progress) -> None:
    assert isinstance(now, SystemClock)
    progress("demo.course", 0.5)
    folder = DataFolder(root)
    for path in (folder.database, folder.vault):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_it_is_made_once_and_anew_where_it_is_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shares: list[float] = []
    monkeypatch.setattr(demo, "fill", fill_quickly)
    root = tmp_path / "own"
    folder = demo.prepare_practice(root, lambda _code, share: shares.append(share))
    (folder / "worked on").touch()
    assert demo.prepare_practice(root) == folder
    assert (folder / "worked on").exists()
    assert shares == [0.5]
    mark_practice(folder)
    demo.prepare_practice(root)
    assert not (folder / "worked on").exists()


def test_it_looks_as_ones_own_data_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S3: it opened with small letters for who had chosen large ones."""
    monkeypatch.setattr(demo, "fill", fill_quickly)
    own = PreferenceStore(DataFolder(tmp_path / "own").preferences)
    (tmp_path / "own").mkdir()
    for size, theme, language in ((150, "dark", "tg"), (115, "light", "ru")):
        own.change(Preferences.text_size, size)
        own.change(Preferences.theme, theme)
        own.change(Preferences.language, language)
        folder = DataFolder(demo.prepare_practice(tmp_path / "own"))
        kept = PreferenceStore(folder.preferences)
        assert (kept.now.text_size, kept.now.theme, kept.now.language) == (size, theme, language)
        # What was chosen there of other things stays.
        assert kept.now.sounds is (size == 150)
        kept.change(Preferences.sounds, False)


def test_a_real_folder_is_never_taken_for_one_to_practise_in(tmp_path: Path) -> None:
    real = tmp_path / "our-practice"
    real.mkdir()
    assert own_folder(real) is None
    (real / "practice.txt").write_text("our plan", encoding="utf-8")
    assert own_folder(real) is None
    with pytest.raises(TrainerError, match=r"workplace\.exists"):
        demo.prepare_practice(tmp_path / "our")
    elsewhere = tmp_path / "copy"
    elsewhere.mkdir()
    mark_practice(elsewhere)
    assert own_folder(elsewhere) is None


def test_the_band_is_hidden_where_somebody_works(window: MainWindow, tmp_path: Path) -> None:
    band = PracticeBand(tmp_path)
    band.setParent(window)
    assert band.isHidden()
    assert find(band, type(band.end_button), "practice_end") is band.end_button


def test_what_was_practised_is_thrown_away_by_one_press(
    make_gate: MakeGate, window: MainWindow, tmp_path: Path, started: list[tuple[Path, str]]
) -> None:
    own = tmp_path / "trainer-app"
    folder = demo.prepare_practice(own)
    gate = make_gate(folder, passphrase=demo.PASSPHRASE)
    gate.begin()
    workspace = window.page()
    assert isinstance(workspace, Workspace)
    work = workspace.context.work
    assert find(workspace, Button, "session_1_button").isVisible(), "there is something to mark"
    assert outstanding.warnings(work) == (), "what is practised waits for no office"
    undo = workspace.rail.steps.undo
    assert not undo.isEnabled(), "what the story wrote is nobody's step"
    assert undo.step == ""
    table = attendance.grid(work, courses.find_course(work, "TODAY"))
    workspace.context.do(attendance.mark, table.rows[0].enrolment, table.sessions[0].key, Mark.PRESENT)
    assert undo.isEnabled()
    click(undo)
    settle()
    assert attendance.grid(work, courses.find_course(work, "TODAY")).rows[0].cells[0] == Attendance()
    assert not undo.isEnabled(), "undo ends where the person began"
    click(workspace.practice.throw_button)
    settle()
    assert started == [(own, "")]
    assert not folder.exists()


def test_what_another_program_holds_open_goes_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "fill", fill_quickly)
    folder = demo.prepare_practice(tmp_path / "own")
    (folder / "logs").mkdir()
    (folder / "logs" / "open.log").touch()
    gone = shutil.rmtree

    def refuse(path: Path, *, ignore_errors: bool = False) -> None:
        if Path(path).name != "logs":
            gone(path, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", refuse)
    remove_practice(folder)
    assert {part.name for part in folder.iterdir()} == {"logs", "practice.txt"}
    monkeypatch.setattr(shutil, "rmtree", gone)
    assert demo.prepare_practice(tmp_path / "own") == folder
    assert not (folder / "logs" / "open.log").exists()
    real = tmp_path / "real"
    real.mkdir()
    remove_practice(real)
    assert real.exists()


def test_the_help_leads_from_ones_own_data_to_the_practice(
    make_gate: MakeGate,
    window: MainWindow,
    tmp_path: Path,
    started: list[tuple[Path, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(demo, "fill", fill_quickly)
    own = tmp_path / "own"
    with World(own.parent).trainer(name="own").open():
        pass
    gate = make_gate(own, passphrase=samples.PASSPHRASE)
    gate.begin()
    workspace = window.page()
    assert isinstance(workspace, Workspace)
    click(workspace.rail.help)
    click(workspace.help.view.contents)
    assert workspace.help.view.practice.isVisible()
    click(workspace.help.view.practice)
    press_button(window, "practice_question_no")
    settle()
    assert started == []
    click(workspace.help.view.practice)
    press_button(window, "practice_question_yes")
    settle()
    assert started == [(practice_of(own), demo.PASSPHRASE)]
    assert gate.context is None, "one's own data are closed"


def test_the_band_has_a_colour_of_its_own(window: MainWindow, tmp_path: Path, theme: Theme) -> None:
    folder = practice_of(tmp_path / "own")
    folder.mkdir()
    mark_practice(folder, demo.PASSPHRASE)
    band = PracticeBand(folder)
    window.show_page(band)
    settle()
    for mode in ("light", "dark"):
        theme.choose(mode)
        settle()
        assert band.grab().toImage().pixelColor(4, 4) == QColor(theme.scheme.late_soft)
