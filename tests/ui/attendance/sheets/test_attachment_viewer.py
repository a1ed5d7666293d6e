"""The viewer: pages, zoom, turning, the keyboard, a copy, and what cannot be shown."""

import threading
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.actions import scans
from tests.actions.base.test_strange_files import nested_pdf
from tests.kit.running import MILLISECONDS
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.system.test_child import children
from tests.ui.driving import find, press, settle, type_text
from trainer_app.actions.attendance import attachments
from trainer_app.actions.courses import courses
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.errors import TrainerError
from trainer_app.intake.pictures import draw_page
from trainer_app.ui.attendance.sheets.attachment_viewer import (
    AttachmentViewer,
    as_image,
    open_attachment,
)
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.picked_fields import read_picture
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace


@pytest.fixture
def pdf(context: AppContext, workspace: Workspace, tmp_path: Path) -> str:
    return attach(context, scans.pdf(tmp_path / "three.pdf", "a", "b", "c"))


def attach(context: AppContext, path: Path) -> str:
    course = courses.list_courses(context.work)[0].course.key
    return attachments.attach(context.work, path, kind=AttachmentKind.SHEET, course=course).key or ""


def opened(context: AppContext, window: MainWindow, key: str) -> AttachmentViewer:
    viewer = open_attachment(context, window, key)
    assert viewer is not None
    settle()
    return viewer


def test_pages_are_turned_by_button_and_key(context: AppContext, window: MainWindow, pdf: str) -> None:
    viewer = opened(context, window, pdf)
    assert viewer.title.text() == "three.pdf"
    assert viewer.place.text().startswith("Page 1 of 3")
    assert not viewer.back.isEnabled()
    press(viewer.view, Qt.Key.Key_PageDown)
    press(viewer.view, Qt.Key.Key_Right)
    assert viewer.place.text().startswith("Page 3 of 3")
    assert not viewer.forward.isEnabled()
    press(viewer.view, Qt.Key.Key_PageDown)
    assert viewer.place.text().startswith("Page 3 of 3")
    press(viewer.view, Qt.Key.Key_Home)
    assert viewer.place.text().startswith("Page 1 of 3")
    press(viewer.view, Qt.Key.Key_End)
    viewer.back.click()
    assert viewer.place.text().startswith("Page 2 of 3")
    assert viewer.view.accessibleName() == "three.pdf: Page 2 of 3"


def test_it_zooms_and_fits(context: AppContext, window: MainWindow, pdf: str) -> None:
    viewer = opened(context, window, pdf)
    whole = viewer.view.share
    press(viewer.view, Qt.Key.Key_Plus)
    press(viewer.view, Qt.Key.Key_Plus)
    assert viewer.view.share == pytest.approx(whole * 1.25**2)
    press(viewer.view, Qt.Key.Key_Minus)
    assert viewer.view.share == pytest.approx(whole * 1.25)
    for _ in range(30):
        viewer.larger.click()
    assert viewer.view.share == pytest.approx(8)
    viewer.fit.click()
    assert viewer.view.share == pytest.approx(whole)
    for _ in range(40):
        viewer.smaller.click()
    assert viewer.view.share == pytest.approx(0.05)
    press(viewer.view, Qt.Key.Key_0)
    assert viewer.view.share == pytest.approx(whole)


def test_it_turns_in_either_layout_of_the_keyboard(context: AppContext, window: MainWindow, pdf: str) -> None:
    viewer = opened(context, window, pdf)
    viewer.turn.click()
    type_text(viewer.view, "к")
    assert viewer.view.turned == 180
    type_text(viewer.view, "r")
    press(viewer.view, Qt.Key.Key_PageDown)
    assert viewer.view.turned == 270, "the next page of the pile lies alike"
    press(viewer.view, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.view.turned == 180


def test_arrows_move_a_page_that_is_larger_than_the_view(
    context: AppContext, window: MainWindow, pdf: str
) -> None:
    viewer = opened(context, window, pdf)
    for _ in range(6):
        viewer.larger.click()
    before = viewer.view.verticalScrollBar().value()
    press(viewer.view, Qt.Key.Key_Down)
    assert viewer.view.verticalScrollBar().value() > before
    press(viewer.view, Qt.Key.Key_Right)
    assert viewer.place.text().startswith("Page 1 of 3")


def test_escape_closes_and_gives_the_keyboard_back(context: AppContext, window: MainWindow, pdf: str) -> None:
    before = window.focusWidget()
    viewer = opened(context, window, pdf)
    press(viewer.view, Qt.Key.Key_Escape)
    settle()
    assert window.findChildren(AttachmentViewer) == []
    assert window.focusWidget() is before


def test_it_fills_the_window_and_follows_its_size(context: AppContext, window: MainWindow, pdf: str) -> None:
    viewer = opened(context, window, pdf)
    assert viewer.size() == window.size()
    window.resize(1500, 800)
    settle()
    assert viewer.frame.width() == 1500 - 56
    assert viewer.frame.height() == 800 - 56


def test_a_copy_is_saved_with_words_of_what_that_means(
    context: AppContext, window: MainWindow, pdf: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice] = []
    context.noticed.connect(told.append)
    target = tmp_path / "copies"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    viewer = opened(context, window, pdf)
    assert viewer.copy.toolTip() == "The copy is not encrypted: anybody can read it."
    viewer.copy.click()
    assert (target / "three.pdf").read_bytes() == (tmp_path / "three.pdf").read_bytes()
    assert told[0].title == "Saved and checked"
    assert "anybody can read it" in told[0].text


def test_a_copy_that_is_not_wanted_after_all(
    context: AppContext, window: MainWindow, pdf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    viewer = opened(context, window, pdf)
    viewer.copy.click()
    assert viewer.isVisible()


def test_a_picture_has_one_page(
    context: AppContext, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    viewer = opened(context, window, attach(context, scans.jpeg(tmp_path / "photo.jpg", "a")))
    assert viewer.place.text().startswith("Page 1 of 1")
    assert not viewer.forward.isEnabled()


def test_what_is_not_here_is_said(context: AppContext, window: MainWindow, pdf: str) -> None:
    told: list[Notice] = []
    context.noticed.connect(told.append)
    with context.work.database.write():
        context.work.database.run("DELETE FROM blob")
    assert open_attachment(context, window, pdf) is None
    assert told[0].title.startswith("The content of this file is not on this computer")


def test_what_cannot_be_painted_is_said(
    context: AppContext, window: MainWindow, pdf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice] = []
    context.noticed.connect(told.append)
    for content in (b"%PDF-nothing", b"\x89PNG\r\n\x1a\nnothing", b"nothing"):
        monkeypatch.setattr(attachments, "content", lambda _work, _key, found=content: found)
        assert open_attachment(context, window, pdf) is None
    settle()
    assert len(told) == 3
    assert len({each.title for each in told}) == 1
    assert window.findChildren(AttachmentViewer) == []


@pytest.mark.child
def test_a_page_that_never_ends_closes_with_the_viewer(
    qtbot: QtBot,
    window: MainWindow,
    story: Story,
    context: AppContext,
    tmp_path: Path,
    make_context: MakeContext,
) -> None:
    """M4: the scan of a colleague is drawn by a child too, and the window goes on."""
    key = attach(context, nested_pdf(tmp_path / "scan.pdf", 90, 3))
    threaded = make_context(story.work, synchronous=False)
    viewer = open_attachment(threaded, window, key)
    assert viewer is not None
    qtbot.waitUntil(lambda: bool(children()), timeout=MILLISECONDS)
    press(viewer.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not threaded.jobs.busy, timeout=MILLISECONDS)
    assert children() == []


def test_a_page_that_fails_after_its_window_has_gone_is_told_to_nobody(
    qtbot: QtBot,
    window: MainWindow,
    story: Story,
    pdf: str,
    monkeypatch: pytest.MonkeyPatch,
    make_context: MakeContext,
) -> None:
    let = threading.Event()

    def fail(*_: object, **__: object) -> None:
        let.wait()
        raise TrainerError("attachments.not_shown")

    monkeypatch.setattr(attachments, "draw_page", fail)
    threaded = make_context(story.work, synchronous=False)
    told: list[Notice] = []
    threaded.noticed.connect(told.append)
    viewer = open_attachment(threaded, window, pdf)
    assert viewer is not None
    viewer.deleteLater()
    settle()
    let.set()
    qtbot.waitUntil(lambda: not threaded.jobs.busy, timeout=MILLISECONDS)
    assert told == []


def test_a_photo_lies_as_the_camera_says(qtbot: QtBot, tmp_path: Path) -> None:
    upright = scans.page("a")
    exif = upright.getexif()
    exif[0x0112] = 6
    upright.save(tmp_path / "turned.jpg", "JPEG", exif=exif)
    content = (tmp_path / "turned.jpg").read_bytes()
    shown = read_picture(content)
    assert (shown.width(), shown.height()) == (upright.height, upright.width)
    page = draw_page(content, "image/jpeg", 0)
    assert (page.width, page.height) == (upright.height, upright.width)


def test_a_clear_picture_lies_on_white_and_a_large_one_is_made_small(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (5_000, 5_000), (0, 0, 0, 0))
    clear.save(tmp_path / "clear.png")
    page = draw_page((tmp_path / "clear.png").read_bytes(), "image/png", 0)
    assert (page.width, page.height) == (4_000, 4_000)
    assert set(page.dots[:30]) == {255}


def test_pdf_pages_lie_on_white(qtbot: QtBot, tmp_path: Path) -> None:
    content = scans.pdf(tmp_path / "one.pdf", "").read_bytes()
    page = draw_page(content, "application/pdf", 0)
    drawn: QImage = as_image(page)
    assert (page.pages, drawn.width(), drawn.height()) == (1, page.width, page.height)
    assert drawn.pixelColor(drawn.width() - 3, 3) == QColor("white")


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_every_control_has_a_name_and_fits(
    context: AppContext, window: MainWindow, pdf: str, code: str
) -> None:
    context.language.choose(code)
    window.resize(1366, 697)
    viewer = opened(context, window, pdf)
    for button in viewer._buttons():
        assert button.accessibleName() or button.text()
        assert button.width() >= button.sizeHint().width()
        inside = viewer.frame.rect().contains(button.geometry())
        assert inside, button.objectName()
    assert find(viewer, QWidget, "viewer_page").height() > 500
