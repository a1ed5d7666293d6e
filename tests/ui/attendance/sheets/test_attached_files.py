"""The files of a sheet and the logos of a project, as a person adds, opens and removes them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.actions import scans
from tests.kit import worlds
from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import find, press, settle
from trainer_app.actions.attendance import attachments
from trainer_app.actions.base import history
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.papers.sign_in import sign_in
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import LogoOwner, ProjectDraft
from trainer_app.ui.attendance.sheets.attached_files import SheetFiles
from trainer_app.ui.attendance.sheets.attachment_viewer import AttachmentViewer
from trainer_app.ui.courses.forms import ProjectForm
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.picked_fields import LogoRow
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace


@pytest.fixture
def told(context: AppContext) -> list[Notice]:
    found: list[Notice] = []
    context.noticed.connect(found.append)
    return found


@pytest.fixture
def course(context: AppContext) -> str:
    return courses.list_courses(context.work)[0].course.key


@pytest.fixture
def sheets(context: AppContext, course: str) -> list[str]:
    """Return the codes of the sheets of the first two days."""
    view = courses.get_course(context.work, course)
    days = sorted({session.day for session in view.sessions})
    return [f"OWN-{day:%m%d}-{view.course.code}" for day in days[:2]]


@pytest.fixture
def files(context: AppContext, window: MainWindow, course: str, sheets: list[str]) -> SheetFiles:
    made = SheetFiles(context)
    made.setFixedWidth(244)
    window.show_page(made)
    made.show_sheet(course, sheets[0])
    settle()
    return made


def names(files: SheetFiles) -> list[str]:
    return [row.open_button.words.title.text() for row in files.rows if not row.isHidden()]


def test_an_empty_sheet_says_what_to_do(files: SheetFiles) -> None:
    assert files.title.text() == "Scans"
    assert not files.nothing.isHidden()
    assert "Drop a scan" in files.nothing.text()


def test_files_are_chosen_and_listed(
    files: SheetFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sheets: list[str]
) -> None:
    made = [scans.png(tmp_path / "b.png"), scans.pdf(tmp_path / "a.pdf", f"{sheets[0]}/2")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in made], ""))
    files.add_button.click()
    assert names(files) == ["b.png", "a.pdf"]
    assert files.title.text() == "2 scans"
    assert files.nothing.isHidden()
    assert files.rows[1].open_button.words.second.text().startswith("page 2 · ")
    assert not files.rows[0].tick.isChecked()


def test_a_file_whose_code_names_another_sheet_goes_there(
    context: AppContext, files: SheetFiles, tmp_path: Path, told: list[Notice], course: str, sheets: list[str]
) -> None:
    files.add([scans.png(tmp_path / "other.png", f"{sheets[1]}/1")])
    assert names(files) == []
    assert sheets[1] in told[0].text
    files.show_sheet(course, sheets[1])
    assert names(files) == ["other.png"]


def test_a_refused_file_is_said_and_the_others_stay(
    files: SheetFiles, tmp_path: Path, told: list[Notice]
) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"no pdf")
    files.add([tmp_path / "letter.pdf", scans.png(tmp_path / "good.png")])
    assert names(files) == ["good.png"]
    assert told[0].title == "1 file not attached"
    assert "letter.pdf" in told[0].text


def test_files_are_dropped(files: SheetFiles, tmp_path: Path) -> None:
    mime = QMimeData()
    dropped = [scans.png(tmp_path / "scan.png"), tmp_path / "list.xlsx"]
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in dropped])
    entered = QDragEnterEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    files.dragEnterEvent(entered)
    assert entered.isAccepted()
    files.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert names(files) == ["scan.png"]


def test_other_files_are_not_taken(files: SheetFiles) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/list.xlsx"), QUrl("https://example.org/a.png")])
    entered = QDragEnterEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered.ignore()
    files.dragEnterEvent(entered)
    assert not entered.isAccepted()


def test_a_file_is_opened_by_key(files: SheetFiles, window: MainWindow, tmp_path: Path) -> None:
    files.add([scans.png(tmp_path / "a.png")])
    files.rows[0].open_button.setFocus()
    press(files.rows[0].open_button, Qt.Key.Key_Return)
    assert find(window, AttachmentViewer, "viewer").title.text() == "a.png"


def test_travelling_is_ticked_and_undone(context: AppContext, files: SheetFiles, tmp_path: Path) -> None:
    files.add([scans.png(tmp_path / "a.png")])
    press(files.rows[0].tick, Qt.Key.Key_Space)
    (found,) = attachments.list_attachments(context.work)
    assert found.travels
    context.undo_last()
    assert not files.rows[0].tick.isChecked()


def test_removing_offers_the_way_back_and_keeps_the_keyboard(
    context: AppContext, files: SheetFiles, tmp_path: Path
) -> None:
    offered: list[str] = []
    context.undo_offered.connect(offered.append)
    files.add([scans.png(tmp_path / f"{n}.png", note=str(n)) for n in (1, 2, 3)])
    files.rows[2].remove_button.click()
    assert names(files) == ["1.png", "2.png"]
    assert offered == ["1 attached file removed"]
    assert files.rows[1].remove_button.hasFocus()
    context.undo_last()
    assert names(files) == ["1.png", "2.png", "3.png"]
    for _ in range(3):
        files.rows[0].remove_button.click()
    assert files.add_button.hasFocus()


def test_a_file_that_is_elsewhere_says_so(context: AppContext, files: SheetFiles, tmp_path: Path) -> None:
    files.add([scans.png(tmp_path / "a.png")])
    with context.work.database.write():
        context.work.database.run("DELETE FROM blob")
    files.refresh()
    assert files.rows[0].open_button.words.second.text() == "not on this computer"
    assert not files.rows[0].tick.isEnabled()


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_it_fits_its_narrow_place(context: AppContext, files: SheetFiles, tmp_path: Path, code: str) -> None:
    context.language.choose(code)
    files.add([scans.png(tmp_path / "a scan with a long name of its own.png")])
    settle()
    row = files.rows[0]
    assert row.tick.width() >= row.tick.sizeHint().width()
    assert files.add_button.width() >= files.add_button.sizeHint().width()
    assert row.minimumSizeHint().width() <= 244
    for part in (row.open_button, row.remove_button, row.tick, files.add_button):
        assert part.accessibleName()


def test_the_sheet_that_the_program_printed_finds_its_place(
    context: AppContext, files: SheetFiles, tmp_path: Path, course: str, sheets: list[str]
) -> None:
    day = courses.get_course(context.work, course).sessions[0].day
    printed = tmp_path / "scanned.pdf"
    printed.write_bytes(sign_in(context.work, course, day, "tg"))
    files.add([printed])
    assert names(files) == ["scanned.pdf"]
    assert [one.sheet for one in attachments.list_attachments(context.work)] == [sheets[0]]


# Logos


@pytest.fixture
def project(context: AppContext) -> str:
    return projects.create_project(context.work, ProjectDraft("LOGOS", Texts(en="Series"))).key or ""


@pytest.fixture
def form(context: AppContext, workspace: Workspace, project: str) -> ProjectForm:
    made = ProjectForm(context, workspace)
    made.open_project(project)
    return made


def test_logos_are_chosen_shown_and_saved_as_one_step(
    context: AppContext, form: ProjectForm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project: str
) -> None:
    logo = scans.png(tmp_path / "logo.png", note="donor")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(logo), ""))
    field = form.logos.fields[LogoOwner.DONOR]
    assert field.choose.text() == "Choose…"
    field.choose.click()
    assert field.choose.text() == "Replace…"
    assert field.picture.accessibleName() == "Donor: a picture is chosen"
    form.logos.take(LogoOwner.PARTNER, logo)
    assert projects.logos(context.work, project) == {}, "nothing before Save"
    form.accept_button.click()
    assert set(projects.logos(context.work, project)) == {LogoOwner.DONOR, LogoOwner.PARTNER}
    history.undo(context.work)
    assert projects.logos(context.work, project) == {}


def test_a_logo_is_removed_on_save_only(
    context: AppContext, form: ProjectForm, tmp_path: Path, project: str
) -> None:
    projects.set_logo(context.work, project, LogoOwner.DONOR, scans.png(tmp_path / "logo.png"))
    form.open_project(project)
    field = form.logos.fields[LogoOwner.DONOR]
    field.remove.click()
    assert field.picture.image.isNull()
    assert field.remove.isHidden()
    form.dismiss()
    assert set(projects.logos(context.work, project)) == {LogoOwner.DONOR}
    form.open_project(project)
    form.logos.fields[LogoOwner.DONOR].remove.click()
    form.accept_button.click()
    assert projects.logos(context.work, project) == {}


def test_what_is_no_picture_is_refused_at_the_field(form: ProjectForm, tmp_path: Path) -> None:
    form.logos.take(LogoOwner.DONOR, scans.pdf(tmp_path / "logo.pdf", ""))
    assert "logo.pdf" in form.logos.error.text()
    assert not form.logos.error.isHidden()
    assert form.logos.chosen == {}
    form.logos.take(LogoOwner.DONOR, scans.png(tmp_path / "logo.png"))
    assert form.logos.error.isHidden()


def test_a_new_project_gets_its_logos(context: AppContext, form: ProjectForm, tmp_path: Path) -> None:
    form.open_new()
    form.rows["code"].field.setText("NEW1")
    form.logos.take(LogoOwner.ORGANISER, scans.png(tmp_path / "logo.png"))
    saved: list[str] = []
    form.saved.connect(saved.append)
    form.accept_button.click()
    assert set(projects.logos(context.work, saved[0])) == {LogoOwner.ORGANISER}


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_logo_fields_fit_their_form(
    context: AppContext, form: ProjectForm, tmp_path: Path, code: str
) -> None:
    context.language.choose(code)
    row = find(form, LogoRow, "project_logos")
    for logo in LogoOwner:
        row.take(logo, scans.png(tmp_path / f"{logo}.png", note=logo))
    settle()
    for field in row.fields.values():
        assert field.choose.width() >= field.choose.sizeHint().width()
        assert field.remove.geometry().right() <= field.width()
        assert field.remove.accessibleName()


def test_what_goes_to_the_office_by_itself_is_ticked_and_what_stays_says_so(
    qtbot: QtBot, tmp_path: Path, make_context: MakeContext
) -> None:
    with worlds.all_taken_in(tmp_path / "exchange").open() as story:
        laptop = Exchange.of(story)
        context = make_context(laptop.trainer)
        made = SheetFiles(context)
        qtbot.addWidget(made)
        view = courses.get_course(laptop.trainer, laptop.course)
        made.show_sheet(laptop.course, f"DSH-{view.sessions[0].day:%m%d}-{view.course.code}")
        made.add([scans.png(tmp_path / "small.png"), scans.noise(tmp_path / "large.png", 3 * 1024 * 1024)])
        settle()
        shown = {row.open_button.words.title.text(): row for row in made.rows}
        ticked = {name: row.tick.isChecked() for name, row in shown.items()}
        assert ticked == {"small.png": True, "large.png": False}
        said = {name: row.open_button.words.second.text() for name, row in shown.items()}
        assert said["large.png"].endswith("stays here")
        assert "stays here" not in said["small.png"]
