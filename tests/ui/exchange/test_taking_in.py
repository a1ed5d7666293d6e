"""Files that come in through the window: a first pack, a trainer's bundle, again, and a wrong one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.kit import writing
from tests.kit.seat import MakeContext
from tests.kit.world import Story, World
from tests.ui.driving import click, settle, show, type_text
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import sending
from trainer_app.actions.office import office
from trainer_app.domain.exchange.sending import FileOutcome, FileResult, ImportReport
from trainer_app.ui.exchange.screen import SendScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.file_import import FileImporter
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import Mood


@pytest.fixture
def at_office(tmp_path: Path) -> Iterator[Story]:
    """Set up an office."""
    with World(tmp_path, hour=11, minute=42).office().open() as made:
        yield made


def pack_for(at_office: Story, story: Story, folder: Path) -> Path:
    """Enrol the trainer's laptop and return its first pack."""
    asked, _ = office.request(story.work, folder / "request.json")
    return writing.enrolled(at_office.work, asked, "K7", folder).pack.file


@pytest.fixture
def office_workspace(
    qtbot: QtBot, at_office: Story, window: MainWindow, make_context: MakeContext
) -> Workspace:
    """Open the office's program."""
    context = make_context(at_office.work)
    made = context.make_in(window.frame, Workspace)
    window.show_page(made)
    made.open("today")
    show(window)
    settle()
    return made


def looked_at(workspace: Workspace, paths: list[Path]) -> OfficeScreen:
    """Take files in at the office, as a drop or the start does: they are rehearsed under Incoming files."""
    FileImporter(workspace.context).take(paths)
    settle()
    screen = workspace.opened_screen("office")
    assert isinstance(screen, OfficeScreen)
    assert screen.tabs.currentIndex() == 0
    return screen


def test_what_was_chosen_beside_an_office_s_first_file_is_told(
    workspace: Workspace, context: AppContext, at_office: Story, story: Story, tmp_path: Path
) -> None:
    (tmp_path / "list.xlsx").write_text("No. Name")
    FileImporter(context).take([tmp_path / "list.xlsx", pack_for(at_office, story, tmp_path)])
    settle()
    assert office.waiting(story.work) is not None
    assert workspace.banner.title.text() == "1 file not imported; they stay where they are"
    assert workspace.banner.text.text().endswith("\nlist.xlsx")


def test_every_file_that_is_refused_is_named_with_its_own_reason(
    workspace: Workspace, context: AppContext, language: LanguageSwitch, tmp_path: Path
) -> None:
    (tmp_path / "empty.tsync").touch()
    (tmp_path / "letter.docx").write_text("Dear office")
    names = ("empty.tsync", "letter.docx", "gone.tsync")
    FileImporter(context).take([tmp_path / name for name in names])
    assert workspace.banner.mood is Mood.BAD
    assert workspace.banner.title.text() == "3 files not imported; they stay where they are"
    lines = workspace.banner.text.text().split("\n")
    assert [name for name, line in zip(names, lines, strict=True) if name in line] == list(names)
    assert lines[0].split(":", 1)[1] != lines[2].split(":", 1)[-1]
    language.choose("ru")
    assert "letter.docx" in workspace.banner.text.text()
    language.choose("en")
    FileImporter(context).take([tmp_path / "empty.tsync"])
    assert workspace.banner.title.text() == "The file empty.tsync is empty: copying it was not finished"
    assert "Copy it again" in workspace.banner.text.text()
    FileImporter(context).take([tmp_path / "letter.docx"])
    assert workspace.banner.title.text().startswith("letter.docx: this is not a file of this program")


@pytest.mark.parametrize(
    ("codes", "said", "russian"),
    [
        (["bundle.revoked_device"], "the office has revoked: K9.", "офис отозвал: K9."),
        (["bundle.unknown_device"], "is not known here.", "неизвестн"),
        (["bundle.unknown_device", "bundle.revoked_device"], "others from one that the office", "K9"),
    ],
)
def test_a_file_set_aside_says_whether_its_laptop_was_revoked(
    workspace: Workspace,
    context: AppContext,
    language: LanguageSwitch,
    codes: list[str],
    said: str,
    russian: str,
) -> None:
    values = {"device": "K9", "day": "2018-10-16"}
    aside = [FileResult(f"{code}.tsync", FileOutcome.QUARANTINED, code, values) for code in codes]
    FileImporter(context)._tell_report(ImportReport(tuple(aside)))
    assert workspace.banner.mood is Mood.DUE
    text = workspace.banner.text.text()
    assert said in text
    assert ("not known" in text) == ("bundle.unknown_device" in codes)
    language.choose("ru")
    settle()
    assert russian in workspace.banner.text.text()
    language.choose("tg")
    settle()
    assert text != workspace.banner.text.text()


@pytest.mark.parametrize("name", ["today", "courses", "review", "sending"])
def test_files_dropped_anywhere_on_a_screen_are_taken(
    workspace: Workspace, window: MainWindow, tmp_path: Path, name: str
) -> None:
    (tmp_path / "letter.docx").write_text("Dear office")
    (tmp_path / "empty.tsync").touch()
    # As the way in does it for the whole window.
    window.dropped.connect(FileImporter(workspace.context).take)
    workspace.open(name)
    settle()
    parts = [part for part in window.findChildren(QWidget) if part.isVisible() and part.isEnabled()]
    assert len(parts) > 20
    for part in parts:
        assert is_accepted(part, [tmp_path / "empty.tsync"]), part.objectName()
    screen = workspace.opened_screen(name)
    assert screen is not None
    drop_on(screen, [tmp_path / "letter.docx", tmp_path / "empty.tsync"])
    assert workspace.banner.mood is Mood.BAD
    assert "letter.docx" in workspace.banner.text.text()
    assert "empty.tsync" in workspace.banner.text.text()


def test_files_dropped_at_the_office_are_rehearsed_with_every_name(
    office_workspace: Workspace, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "letter.docx").write_text("Dear office")
    (tmp_path / "empty.tsync").touch()
    office_workspace.open("office")
    settle()
    for part in window.findChildren(QWidget):
        if part.isVisible() and part.isEnabled():
            assert is_accepted(part, [tmp_path / "empty.tsync"]), part.objectName()
    screen = office_workspace.opened_screen("office")
    assert screen is not None
    drop_on(screen, [tmp_path / "letter.docx", tmp_path / "empty.tsync"])
    rows = screen.incoming.files.rows  # type: ignore[attr-defined]
    assert [row.title.text() for row in rows] == ["letter.docx", "empty"]
    assert all(row.text.text() for row in rows), "each has its reason"


def dragged(paths: list[Path]) -> QMimeData:
    """Return what a file manager drags: the files, and their names as text beside them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    return data


def is_accepted(part: QWidget, paths: list[Path]) -> bool:
    data = dragged(paths)
    entering = QDragEnterEvent(
        QPointF(2, 2),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    QApplication.sendEvent(part, entering)
    field = part if isinstance(part, QLineEdit | QAbstractItemView) else None
    return entering.isAccepted() and not (field is not None and field.acceptDrops())


def drop_on(part: QWidget, paths: list[Path]) -> None:
    data, at = dragged(paths), QPointF(2, 2)
    copy, left, nothing = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(part, QDragEnterEvent(at, copy, data, left, nothing))
    QApplication.sendEvent(part, QDropEvent(at, copy, data, left, nothing))
    settle()


def test_a_first_pack_joins_the_laptop_to_its_office(
    workspace: Workspace, context: AppContext, story: Story, at_office: Story, tmp_path: Path
) -> None:
    pack = pack_for(at_office, story, tmp_path)
    workspace.open("settings")
    FileImporter(context).take([pack])
    settle()
    screen = workspace.opened_screen("sending")
    assert isinstance(screen, SendScreen), "the office's digits are asked for where a laptop joins"
    assert screen.panel.isVisible()
    assert not identity.has_office(story.work)
    places = office.waiting(story.work)
    assert places is not None
    groups = writing.groups_at(identity.office_keys(at_office.work).fingerprint, places.places)
    for line, group in zip(screen.panel.digits.field.lines, groups, strict=True):
        type_text(line, group)
    click(screen.panel.accept_button)
    workspace.open("settings")
    assert workspace.rail.device.text() == "Laptop K7"
    assert identity.has_office(story.work)
    settings = workspace.opened_screen("settings")
    assert settings is not None
    assert settings.office.chip.text() == "Office DSH"  # type: ignore[attr-defined]


def test_a_pack_for_another_laptop_is_refused(
    workspace: Workspace, context: AppContext, at_office: Story, story: Story, tmp_path: Path
) -> None:
    # Of another trainer: a world made of the same steps may have the same keys, being copied.
    other = World(tmp_path / "other").trainer("D. N.", name="data").open()
    pack = pack_for(at_office, other, tmp_path)
    other.work.close()
    FileImporter(context).take([pack])
    assert workspace.banner.mood is Mood.BAD
    assert not identity.has_office(story.work)


def test_what_is_no_bundle_is_refused_in_words(office_workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "letter.tsync"
    path.write_text("Dear office")
    screen = looked_at(office_workspace, [path])
    assert screen.incoming.files.take.isHidden() or not screen.incoming.files.take.isEnabled()
    assert courses.list_courses(office_workspace.context.work) == []


def test_the_office_takes_in_a_bundle_once(
    office_workspace: Workspace, at_office: Story, story: Story, tmp_path: Path
) -> None:
    writing.join(story.work, pack_for(at_office, story, tmp_path))
    sent = sending.export(story.work, tmp_path)
    screen = looked_at(office_workspace, [sent.file])
    assert courses.list_courses(at_office.work) == [], "it is rehearsed first"
    click(screen.incoming.files.take)
    assert office_workspace.banner.mood is Mood.GOOD
    assert [line.course.code for line in courses.list_courses(at_office.work)] == ["DSH-1"]
    looked_at(office_workspace, [sent.file])
    grid = attendance.grid(at_office.work, story.course)
    assert len(grid.rows) == 25


def test_a_bundle_of_an_unknown_laptop_is_set_aside(
    office_workspace: Workspace, at_office: Story, story: Story, tmp_path: Path
) -> None:
    writing.join(story.work, pack_for(at_office, story, tmp_path))
    sent = sending.export(story.work, tmp_path)
    office.revoke(at_office.work, "K7")
    screen = looked_at(office_workspace, [sent.file])
    click(screen.incoming.files.take)
    assert screen.incoming.files.rows[0].chip.text() == "set aside"
    assert screen.incoming.aside.isVisible()
    assert courses.list_courses(at_office.work) == []


def test_the_office_has_its_own_today(office_workspace: Workspace) -> None:
    screen = office_workspace.opened_screen("today")
    assert screen is not None
    card = screen.office  # type: ignore[attr-defined]
    assert card.title.text() == "At the office"
    assert card.findChild(QWidget, "unsent") is None, "the office sends nothing to itself"
    assert office_workspace.rail.device.text() == "Office computer"
