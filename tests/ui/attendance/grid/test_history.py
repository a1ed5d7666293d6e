"""The history of one mark: opened by key and menu, follows the current cell, tells contradictions."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.attendance_course import Keyboard, Room, open_room
from tests.ui.driving import settle
from trainer_app.actions.attendance import attendance
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.review.contradictions import RowHistory
from trainer_app.ui.attendance.marking import MarkHistoryPanel
from trainer_app.ui.kit.history_panel import HistorySource
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.indicators import Chip
from trainer_app.ui.widgets.labels import is_shown

CTRL = Qt.KeyboardModifier.ControlModifier


def said(panel: MarkHistoryPanel) -> list[str]:
    """Return the first line of each change shown."""
    return [row.findChild(QLabel, f"{row.objectName()}_said_0").text() for row in panel.rows]


def chips(row: QWidget) -> list[str]:
    return [chip.text() for chip in row.findChildren(Chip)]


def test_nothing_of_it_is_made_before_it_is_asked_for(room: Room, keys: Keyboard) -> None:
    keys.type("l20")
    assert not is_shown(room.page, "history")
    assert room.page.findChildren(MarkHistoryPanel) == []


def test_a_key_shows_each_value_with_who_when_and_how_far_it_came(room: Room, keys: Keyboard) -> None:
    keys.type("l20")
    keys.type("a")
    keys.press(Qt.Key.Key_I, CTRL)
    panel = room.page.history
    assert panel.isVisible()
    assert panel.about.text().startswith("1  Абдуллоева")
    assert said(panel) == ["Absent", "Late, 20 min"], "each digit was kept, but is no change of its own"
    keys.press(Qt.Key.Key_Escape)
    keys.type("l20-15")
    keys.press(Qt.Key.Key_I, CTRL)
    assert said(panel) == ["Late, 20 min late, left 15 min early", "Absent", "Late, 20 min"]
    newest = panel.rows[0]
    assert "D. N. · today, 09:0" in newest.findChild(QLabel, "attendance_change_0_by_0").text()
    assert chips(newest) == ["not sent yet"]
    assert "not sent yet" in newest.accessibleDescription()
    assert panel.warning.isHidden()
    assert panel.review.isHidden()
    keys.press(Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert room.window.focusWidget() is room.page.view, "marking goes on where it was"


def test_it_follows_the_current_cell_and_what_is_written(room: Room, keys: Keyboard, qtbot: QtBot) -> None:
    keys.type("p")
    keys.press(Qt.Key.Key_I, CTRL)
    panel = room.page.history
    room.page.view.go_to(1, 0)
    qtbot.waitUntil(lambda: panel.about.text().startswith("2  Азизов"))
    assert said(panel) == []
    assert panel.nothing.isVisible()
    room.page.mark(Mark.EXCUSED)
    qtbot.waitUntil(lambda: said(panel) == ["Excused"])
    assert panel.nothing.isHidden()
    panel.dismiss()
    room.page.view.go_to(0, 0)
    pause = panel.findChild(QTimer, "attendance_history_pause")
    assert pause is not None
    assert not pause.isActive()
    assert panel.about.text().startswith("2  Азизов"), "nothing is read while nobody looks"


def test_all_of_it_is_told_anew_in_another_language(
    tmp_path: Path, qtbot: QtBot, theme: Theme, language: LanguageSwitch
) -> None:
    room = open_room(25, tmp_path, lambda: language.code)
    room.page.mark(Mark.LATE)
    room.page.history.open()
    panel = room.page.history
    told = {}
    for code in ("en", "tg", "ru"):
        language.choose(code)
        settle()
        row = panel.rows[0]
        told[code] = (panel.title.text(), panel.place.text(), *said(panel), *chips(row))
    assert told["ru"][0] == "История отметки"
    assert told["ru"][1].startswith("День 1")
    assert told["ru"][2:] == ("Опоздание", "ещё не отправлено")
    assert told["tg"][0] == "Таърихи қайд"
    assert told["tg"][1].startswith("Рӯзи 1")
    room.close()


def test_the_menu_of_a_cell_offers_it(room: Room) -> None:
    room.page.mark(Mark.PRESENT)
    room.page.acts.open_menu(QPoint(5, 5))
    menu = room.page.findChild(QMenu, "attendance_menu")
    action = next(each for each in menu.actions() if each.objectName() == "attendance_menu_history")
    assert action.text().startswith("History of the mark…")
    action.trigger()
    menu.close()
    assert said(room.page.history) == ["Present"]


def test_a_contradiction_is_told_with_both_sides_and_leads_to_review(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.page.mark(Mark.PRESENT)
    room.page.mark(Mark.ABSENT)
    found = room.page.marking.history(0, 0)
    assert found is not None
    own, other = found.history.changes
    sides = (
        replace(own, contradicts=True, state=ChangeState.SAFE),
        replace(other, contradicts=True, stands=True, state=None, device="K9", user="F. S."),
    )
    asked: list[str] = []
    open_sides = replace(found, history=RowHistory(sides))
    around = HistorySource(
        lambda: open_sides,
        lambda: "en",
        lambda: room.page.marking.model.whole.today,
        lambda: asked.append("review"),
    )
    panel = MarkHistoryPanel("attendance", room.page, around)
    panel.open()
    assert panel.warning.isVisible()
    assert chips(panel.rows[0]) == ["safe at the office", "conflicts with another entry"]
    assert chips(panel.rows[1]) == ["conflicts with another entry"], (
        "how far others' changes came is not known"
    )
    assert "laptop K9" in panel.rows[1].accessibleDescription()
    panel.review.click()
    assert asked == ["review"]


def test_the_tip_of_a_cell_tells_how_far_its_mark_came(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    model = room.page.marking.model
    tip = Qt.ItemDataRole.ToolTipRole
    assert model.index(0, 0).data(tip) == model.spoken(0, 0), "nothing is told of what was never marked"
    room.page.mark(Mark.PRESENT)
    assert model.index(0, 0).data(tip) == f"{model.spoken(0, 0)} · not sent yet"
    asked: list[str] = []
    monkeypatch.setattr(attendance, "grid", lambda *_: asked.append("grid"))
    assert model.index(0, 0).data(tip).endswith("not sent yet")
    assert asked == [], "a tip costs no reading of the grid"
