"""What is told stands in a line of its own: nothing moves or is covered, successes go by themselves."""

import os
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.driving import click, find, press, settle, show
from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.kit.context import Notice
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.background import warn_after_opening
from trainer_app.ui.shell.status_line import HEIGHT
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.overlays import Mood
from trainer_app.ui.widgets.tables import TableView

LONG = "what was kept, what was not and what to do about it; " * 8


@pytest.fixture
def opened(workspace: Workspace, window: MainWindow) -> Workspace:
    """Show the window at Today, as large as on a cheap laptop."""
    window.resize(1366, 697)
    show(window)
    workspace.open("today")
    settle()
    return workspace


def test_nothing_moves_and_nothing_is_covered_when_something_is_told(opened: Workspace) -> None:
    place, size = opened.stack.mapTo(opened, QPoint()), opened.stack.size()
    for mood in Mood:
        opened.context.tell(mood, "The file was read", "Nothing was changed")
        settle()
        assert opened.banner.isVisible()
        assert (opened.stack.mapTo(opened, QPoint()), opened.stack.size()) == (place, size)
        assert not opened.banner.box.isVisible(), "it fits"
    opened.progress.begin("Printing")
    settle()
    assert (opened.stack.mapTo(opened, QPoint()), opened.stack.size()) == (place, size)
    opened.progress.hide()
    opened.context.be_quiet()
    settle()
    assert opened.line.height() == HEIGHT
    assert opened.line.recent.isVisible()


def test_after_a_start_the_way_leads_back_to_where_something_was_done_last(
    opened: Workspace, story: Story, language: LanguageSwitch
) -> None:
    first = opened.line.recent.buttons[0]
    assert first.isVisible()
    assert first.text() == "Attendance, DSH-1"
    language.choose("ru")
    settle()
    assert first.text() == "Посещаемость, DSH-1"
    language.choose("en")
    click(first)
    settle()
    assert opened.current() == "courses"
    here = opened.in_sight()
    assert here is not None
    assert (here.course, here.tab) == (story.course, "attendance")
    opened.open("today")
    settle()
    assert first.text() == "DSH-1", "now it is a place where somebody was"


def test_trouble_that_does_not_fit_shows_itself_whole_until_the_next_press(
    opened: Workspace, qtbot: QtBot
) -> None:
    opened.context.tell(Mood.BAD, "The disk refused", LONG, "disk.error")
    box = opened.banner.box
    qtbot.waitUntil(box.isVisible)
    assert box.text.text() == LONG
    assert box.geometry().bottom() < opened.line.geometry().top() + 4
    assert not opened.banner.details.isVisible(), "codes are for who asks"
    page = opened.stack.currentWidget()
    assert page is not None
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not box.isVisible()
    assert opened.banner.isVisible(), "that it happened is still told"
    click(opened.banner.more)
    assert box.isVisible()
    assert opened.banner.details.text() == "disk.error"
    assert opened.banner.details.isVisible()
    press(opened, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_the_row_that_has_the_keyboard_stays_in_sight(opened: Workspace, qtbot: QtBot) -> None:
    """S3: what was told of a new walk-in lay upon the row, the last one in its list."""
    opened.open("people")
    settle()
    (table,) = [each for each in opened.findChildren(TableView) if each.isVisible()]
    last = table.indexAt(QPoint(4, table.viewport().height() - 4))
    table.setCurrentIndex(last)
    table.setFocus()
    settle()
    row = table.visualRect(table.currentIndex())
    place = QRect(table.viewport().mapToGlobal(row.topLeft()), row.size())
    opened.context.tell(Mood.DUE, "One of this name is known", LONG * 2)
    box = opened.banner.box
    qtbot.waitUntil(box.isVisible)
    line = opened.banner.mapToGlobal(QPoint())
    assert line.y() - place.bottom() < box.height(), "in its usual place it would lie upon the row"
    assert not QRect(box.mapToGlobal(QPoint()), box.size()).intersects(place)
    table.setCurrentIndex(table.model().index(0, 0))
    table.scrollToTop()
    opened.context.tell(Mood.DUE, "Another one is known", LONG * 2)
    qtbot.waitUntil(box.isVisible)
    assert line.y() - box.mapToGlobal(QPoint(0, box.height())).y() < 10, "just above the line otherwise"


def test_what_the_keyboard_goes_to_is_not_covered(opened: Workspace, qtbot: QtBot) -> None:
    opened.open("people")
    settle()
    (table,) = [each for each in opened.findChildren(TableView) if each.isVisible()]
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus()
    settle()
    opened.context.tell(Mood.DUE, "One of this name is known", LONG * 2)
    box = opened.banner.box
    qtbot.waitUntil(box.isVisible)
    press(table, Qt.Key.Key_Down)
    assert box.isVisible(), "the second row is far above it"
    while table.viewport().mapToGlobal(table.visualRect(table.currentIndex()).bottomLeft()).y() < (
        box.mapToGlobal(QPoint()).y()
    ):
        press(table, Qt.Key.Key_Down)
    assert not box.isVisible()
    assert opened.banner.isVisible(), "that it happened is still told"
    assert opened.banner.more.isVisible()
    table.setFocus()
    opened.context.tell(Mood.DUE, "Another one is known", LONG * 2)
    qtbot.waitUntil(box.isVisible)
    field = QLineEdit(opened, objectName="below")  # type: ignore[call-overload]
    field.setGeometry(box.geometry().adjusted(10, 10, -10, -30))
    field.setFixedHeight(30)
    field.show()
    field.setFocus()
    assert not box.isVisible()


def test_the_last_row_is_read_and_pressed_while_trouble_stands(
    opened: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    opened.open("people")
    settle()
    (table,) = [each for each in opened.findChildren(TableView) if each.isVisible()]
    table.setCurrentIndex(table.model().index(0, 0))
    opened.context.tell(Mood.BAD, "The disk refused", LONG)
    box, handle, port = opened.banner.box, window.windowHandle(), table.viewport()
    qtbot.waitUntil(box.isVisible)
    usual = box.geometry()
    last = table.visualRect(table.indexAt(QPoint(4, port.height() - 4)))
    row = QRect(port.mapTo(window, last.topLeft()), last.size())
    at = QPoint(box.mapTo(window, box.rect().center()).x(), row.center().y())
    here = lambda: box.rect().translated(box.mapTo(window, QPoint()))  # noqa: E731 - a place
    assert here().contains(at), "in its usual place it lies upon the row"
    QTest.mouseMove(handle, at)
    settle()
    assert box.isVisible(), "it is read on"
    assert not here().intersects(row)
    assert window.childAt(at) is port, "a press reaches the row"
    QTest.mouseMove(handle, here().center())
    settle()
    assert box.geometry() == usual
    click(opened.banner.more)
    click(opened.banner.more)
    QTest.mouseMove(handle, here().center())
    assert box.geometry() == usual, "what was asked for stays: its words are copied"


def test_two_matters_at_a_start_have_a_title_each(opened: Workspace) -> None:
    opened.context.work.took_new_replica = True
    warn_after_opening(opened.context, [opened.context.work.clock.millis()])
    banner = opened.banner
    assert banner.title.text() == "1 wrong passphrase typed while it was locked · 1 more message"
    assert "copied" not in banner.text.text()
    click(banner.close_button)
    assert "copied" in banner.title.text() + banner.text.text()
    assert "wrong" not in banner.title.text() + banner.text.text()
    click(banner.close_button)
    assert banner.isHidden()


def test_a_success_with_more_to_say_says_all_of_it(opened: Workspace, qtbot: QtBot) -> None:
    banner, lines = opened.banner, "DSH-A1-0002-for-K7.tsync\nNot in this file: KHJ"
    opened.context.tell_good("Saved")
    usual = banner._passing.interval()
    opened.context.tell_good("Saved and checked", lines)
    settle()
    assert not banner.box.isVisible(), "there is room for all of it: nothing is covered"
    assert banner.text.one_line == "DSH-A1-0002-for-K7.tsync · Not in this file: KHJ"  # type: ignore[attr-defined]
    assert banner._passing.interval() > usual
    opened.context.tell_good("Saved and checked", f"{lines}\n{LONG}")
    qtbot.waitUntil(banner.box.isVisible)
    assert banner.box.text.text().splitlines()[1] == "Not in this file: KHJ"
    banner._passing.timeout.emit()
    assert banner.isVisible(), "it stays while it is read"


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
@pytest.mark.parametrize("size", [(1024, 700), (683, 467)], ids=["1024x700", "1024x700 at 150 %"])
def test_a_notice_of_three_lines_neither_pushes_nor_covers(
    opened: Workspace, window: MainWindow, language: LanguageSwitch, code: str, size: tuple[int, int]
) -> None:
    language.choose(code)
    window.resize(*size)
    opened.context.be_quiet()
    settle()
    context, line, banner = opened.context, opened.line, opened.banner
    page, room = opened.stack.mapTo(opened, QPoint()), opened.stack.size()
    error, lacking = context.words("users.choose_own"), context.words("joint.given")
    for mood, text in product(Mood, (f"{lacking}\n{lacking}\n{lacking}", "K7\nK8\nK9")):
        context.tell(mood, error, text)
        settle()
        assert banner.text.height() < 2 * banner.text.fontMetrics().height(), "it has one line there"
        assert banner.text.sizeHint().height() < 2 * banner.text.fontMetrics().height(), (
            "they lie on each other"
        )
        assert (opened.stack.mapTo(opened, QPoint()), opened.stack.size()) == (page, room), "it pushes"
        assert line.rect().contains(banner.geometry()), "it covers"
        parts = [banner.title.geometry(), banner.text.geometry()]
        assert all(banner.rect().contains(part) for part in parts), "it is cut"
        assert not parts[0].intersects(parts[1]), "one line lies on another"
        assert banner.box.isHidden() or banner.box.geometry().bottom() < line.geometry().top() + 4
        assert window.geometry().size() == QSize(*size), "it makes the window larger"
        if folder := os.environ.get("NOTICE_PICTURES"):
            window.grab().save(f"{folder}/notice_{code}_{size[0]}_{mood.value}.png")


def test_a_success_goes_by_itself_and_trouble_stays(opened: Workspace) -> None:
    opened.context.tell_good("Saved")
    assert opened.banner._passing.isActive()
    opened.banner._passing.timeout.emit()
    assert opened.banner.isHidden()
    opened.context.tell_error(TrainerError("disk.full"))
    assert not opened.banner._passing.isActive()


def test_a_success_does_not_come_back_with_the_page_around_it(opened: Workspace) -> None:
    opened.context.tell_good("Saved")
    settle()
    opened.hide()
    opened.show()
    settle()
    assert opened.banner.isHidden(), "it was told before the program was locked"
    opened.context.tell(Mood.DUE, "The date is doubtful")
    opened.hide()
    opened.show()
    assert opened.banner.isVisible()


def test_what_stays_says_when_it_was_told_once_something_else_was(opened: Workspace) -> None:
    """Coming back after another message it looked like the answer to what was done last."""
    banner, context = opened.banner, opened.context
    for name in ("K5", "K7"):
        context.stand(lambda name=name: Notice(Mood.NOW, f"{name} is enrolled", again=None))  # type: ignore[misc]
    assert banner.title.text() == "K7 is enrolled · 1 more message"
    context.tell_good("Saved")
    assert banner.title.text() == "Saved"
    banner._passing.timeout.emit()
    told = context.when(context.work.clock.millis())
    assert banner.title.text() == f"K7 is enrolled · {told} · 1 more message"
    click(banner.close_button)
    assert banner.title.text() == f"K5 is enrolled · {told}", "a newer one had taken its place"
    click(banner.close_button)
    assert banner.isHidden()


def test_a_saved_file_and_its_folder_are_opened_from_where_it_is_told(
    opened: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, story: Story
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(QUrl(url).toLocalFile()))
    paper = tmp_path / "sheet.pdf"
    for name, target in (("notice_open", paper), ("notice_open_folder", tmp_path)):
        opened.context.tell_saved(paper)
        settle()
        assert opened.banner.text.text() == str(paper)
        click(find(opened.banner, Button, name))
        assert Path(asked[-1]) == target
        assert opened.banner.isHidden()
    opened.context.tell_saved(tmp_path / "DSH-K1-0001.tbundle")
    settle()
    assert opened.banner.findChild(Button, "notice_open") is None, "no other program can read it"


def test_a_low_window_gives_its_room_to_the_page(opened: Workspace, window: MainWindow) -> None:
    window.resize(700, 400)
    settle()
    assert opened.line.height() == 0
    opened.context.noticed.emit(Notice(Mood.NOW, "Something new"))
    settle()
    assert opened.line.height() == HEIGHT
