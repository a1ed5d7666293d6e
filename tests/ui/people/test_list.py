"""Everyone in one list: counts, search in any script, filters, opening by keyboard, adding."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.running import in_turn
from tests.kit.samples import NAMES
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.ui.driving import click, find, press, settle, type_text
from tests.ui.people_parts import people_of, texts, unnamed
from trainer_app.actions.courses import teachers
from trainer_app.actions.people import people
from trainer_app.domain.courses.courses import TeachingRole
from trainer_app.domain.people.persons import Sex
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.people.screen import PeopleScreen
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import SMALLEST
from trainer_app.ui.widgets.overlays import ConfirmDialog


def search(screen: PeopleScreen, text: str) -> list[str]:
    field = screen.list_page.search
    field.clear()
    type_text(field, text)
    press(field, Qt.Key.Key_Return)
    return texts(screen.list_page.model, 0)


def test_everybody_is_there_and_counted(workspace: Workspace) -> None:
    page = people_of(workspace).list_page
    assert texts(page.model, 0) == list(NAMES)
    assert page.header.subtitle.text() == "25 in all · women: 9"
    assert texts(page.model, 2)[:2] == ["woman", "man"]
    assert texts(page.model, 5)[0] == "DSH-1"
    assert page.body.currentWidget() is page.card


def test_who_is_being_added_stays_when_the_key_is_pressed_again(workspace: Workspace) -> None:
    screen = people_of(workspace)
    control = Qt.KeyboardModifier.ControlModifier
    press(screen.list_page.table, Qt.Key.Key_N, control)
    family, given = (screen.form.rows[name].field for name in ("family", "given"))
    type_text(family, "Сафарова")
    press(screen.list_page.table, Qt.Key.Key_N, control)
    assert (family.text(), family.hasFocus()) == ("Сафарова", True)
    type_text(given, "Нигора")
    workspace.context.go("people", search="рах")
    assert (family.text(), given.text(), screen.form.isHidden()) == ("Сафарова", "Нигора", False)
    click(find(workspace.window(), ConfirmDialog, "panel_question").yes)
    assert (screen.form.isHidden(), screen.list_page.search.text()) == (True, "рах")


def test_the_model_keeps_the_rules_of_qt(workspace: Workspace) -> None:
    page = people_of(workspace).list_page
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.search.setText("рах")
    page.refresh_found()
    assert page.model.rowCount() == 1
    page.show_everybody()
    assert page.model.rowCount() == 25


@in_turn("typed", ["рахимов", "Раҳ", "rahim", "hf[bvjd", "некр рах"])
def test_people_are_found_while_typing_in_any_script(workspace: Workspace, typed: str) -> None:
    assert search(people_of(workspace), typed) == ["Раҳимов Некрӯз"]


def test_typing_alone_finds_after_a_pause(workspace: Workspace, qtbot: QtBot) -> None:
    page = people_of(workspace).list_page
    type_text(page.search, "ғафу")
    qtbot.waitUntil(lambda: texts(page.model, 0) == ["Ғафуров Сӯҳроб"])
    assert page.found.text() == "1 of 25 are shown. Enter or a double click opens one."


def test_filters_narrow_and_are_taken_back_together(workspace: Workspace, story: Story) -> None:
    key = people.search(story.work, "Азизов")[0].key
    people.change_person(story.work, key, {"unit": "ШКД н. Сино"})
    page = people_of(workspace).list_page
    filters = page.bar
    filters.parts["sex"].setCurrentIndex(filters.parts["sex"].findData(Sex.MALE.value))
    filters.parts["sex"].activated.emit(filters.parts["sex"].currentIndex())
    assert page.model.rowCount() == 16
    filters.parts["unit"].setCurrentIndex(filters.parts["unit"].findData("ШКД н. Сино"))
    filters.parts["unit"].activated.emit(1)
    assert texts(page.model, 0) == ["Азизов Фаррух"]
    filters.parts["course"].setCurrentIndex(filters.parts["course"].findData(story.course))
    filters.parts["course"].activated.emit(1)
    assert texts(page.model, 0) == ["Азизов Фаррух"]
    assert filters.parts["reset"].isVisible()
    click(filters.parts["reset"])
    assert page.model.rowCount() == 25
    assert not filters.parts["reset"].isVisible()


def test_people_are_sorted_by_each_head_over_all_of_them(workspace: Workspace, story: Story) -> None:
    for name, fields in (
        ("Азизов", {"rank": "major:militia", "unit": "ШКД-2"}),
        ("Раҳимов", {"rank": "sergeant", "unit": "ШКД-10"}),
        ("Ғафуров", {"rank": "солдат", "unit": "Ғарм"}),
    ):
        people.change_person(story.work, people.search(story.work, name)[0].key, fields)
    page = people_of(workspace).list_page
    assert page.table.sortable

    def sorted_by(column: int) -> list[str]:
        page.table.sort_by(column)
        return texts(page.model, 0)

    assert sorted_by(3)[:3] == ["Раҳимов Некрӯз", "Азизов Фаррух", "Ғафуров Сӯҳроб"], "ranks from the lowest"
    assert sorted_by(4)[:3] == ["Ғафуров Сӯҳроб", "Азизов Фаррух", "Раҳимов Некрӯз"], "2 stands before 10"
    page.table.sort_by(0)
    assert sorted_by(0) == list(reversed(NAMES))
    page.search.setText("ов")
    page.refresh_found()
    found = texts(page.model, 0)
    assert 1 < len(found) < 25
    assert found == [name for name in reversed(NAMES) if name in found], "what is found is sorted too"
    page.show_everybody()
    who = people.search(story.work, "Азизов")[0].key
    workspace.context.changes.announce(people.change_person(story.work, who, {"family": "Ятимов"}))
    assert texts(page.model, 0)[0] == "Ятимов Фаррух", "and whoever has another name now stands there"
    assert sorted_by(0)[-1] == "Ятимов Фаррух", "the third press brings back the alphabet"


def test_nobody_found_offers_the_way_back(workspace: Workspace) -> None:
    screen = people_of(workspace)
    assert search(screen, "777") == []
    page = screen.list_page
    assert page.body.currentWidget() is page.none_found
    click(page.buttons["everybody"])
    assert page.model.rowCount() == 25
    assert QApplication.focusWidget() is page.search


def test_a_person_is_opened_and_left_by_keyboard(workspace: Workspace) -> None:
    screen = people_of(workspace)
    page = screen.list_page
    search(screen, "каримова")
    assert QApplication.focusWidget() is page.table
    press(page.table, Qt.Key.Key_Return)
    assert screen.pages.currentWidget() is screen.person_page
    assert screen.person_page.header.title.text() == "Каримова Ситора"
    press(screen.person_page.back, Qt.Key.Key_Escape)
    assert screen.pages.currentWidget() is page
    assert page.search.text() == "каримова"
    assert texts(page.model, 0) == ["Каримова Ситора"]


def test_today_can_ask_for_somebody(workspace: Workspace, story: Story) -> None:
    screen = people_of(workspace)
    workspace.context.go("people", search="Восиев")
    assert texts(screen.list_page.model, 0) == ["Восиев Умед"]
    key = people.search(story.work, "Пирова")[0].key
    workspace.context.go("people", person=key)
    assert screen.person_page.header.title.text() == "Пирова Шаҳноза"
    workspace.context.go("people", search=True)
    assert screen.pages.currentWidget() is screen.list_page


def test_somebody_is_added_by_hand(workspace: Workspace, story: Story) -> None:
    screen = people_of(workspace)
    click(screen.list_page.buttons["add"])
    form = screen.form
    assert form.isVisible()
    press(form.rows["family"].field, Qt.Key.Key_Return)
    assert form.rows["family"].error.text() == "A name is needed. Nothing was saved."
    type_text(form.rows["family"].field, "Ҷабборова")
    type_text(form.rows["given"].field, "Мунира")
    click(form.rows["sex"].field.button(Sex.FEMALE.value))
    click(form.accept_button)
    assert not form.isVisible()
    added = people.search(story.work, "Ҷабборова")[0]
    assert (added.given, added.sex) == ("Мунира", Sex.FEMALE)
    assert screen.person_page.header.title.text() == "Ҷабборова Мунира"
    assert screen.list_page.header.subtitle.text() == "26 in all · women: 10 · on no list of participants: 1"


def test_who_teaches_is_called_a_trainer_and_of_which_course(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    page = people_of(workspace).list_page
    key = workspace.context.do(people.create_person, {"family": "Каримова", "given": "Мадина"}).key or ""
    assert "on no list of participants: 1" in page.header.subtitle.text()
    workspace.context.do(teachers.assign, story.course, key, TeachingRole.OBSERVER)
    assert "on no list of participants: 1" in page.header.subtitle.text(), "who looks on teaches nothing"
    both = workspace.context.do(teachers.assign, story.course, key, TeachingRole.LEAD_TRAINER)
    assert both is not None
    words = page.header.subtitle.text()
    assert "trainers: 1" in words
    assert "on no list" not in words
    type_text(page.search, "каримова мадина")
    press(page.search, Qt.Key.Key_Return)
    assert texts(page.model, 5) == ["trainer: DSH-1"]
    press(page.table, Qt.Key.Key_Return)
    settle()
    person = people_of(workspace).person_page
    assert find(person, QLabel, "person_teaches").text() == "Trainer: DSH-1"
    assert not person.findChildren(QLabel, "person_no_course")
    language.choose("ru")
    settle()
    assert find(person, QLabel, "person_teaches").text() == "Тренер: DSH-1"


def test_a_change_elsewhere_is_shown_and_the_place_is_kept(workspace: Workspace, story: Story) -> None:
    page = people_of(workspace).list_page
    page.table.setCurrentIndex(page.model.index(10, 0))
    key = page.model.key(10)
    workspace.context.do(people.create_person, {"family": "Абдуллоев"})
    assert page.model.rowCount() == 26
    assert page.model.key(page.table.currentIndex().row()) == key


def test_nobody_at_all_says_what_to_do(
    qtbot: QtBot, tmp_path: Path, window: MainWindow, make_context: MakeContext
) -> None:
    empty = worlds.empty(tmp_path / "empty").open()
    context = make_context(empty.work)
    made = Workspace(context)
    window.show_page(made)
    page = people_of(made).list_page
    assert page.body.currentWidget() is page.empty
    assert not page.search.isVisible()
    assert page.empty.title.text() == "Nobody is known yet"
    click(page.buttons["add_first"])
    assert people_of(made).form.isVisible()
    empty.work.close()


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_the_screen_fits_the_smallest_window(
    workspace: Workspace, language: LanguageSwitch, story: Story, code: str
) -> None:
    screen = people_of(workspace)
    language.choose(code)
    settle()
    screen.list_page.bar.parts["sex"].setCurrentIndex(1)
    screen.list_page.bar.parts["sex"].activated.emit(1)
    settle()
    for _ in range(2):
        wanted = screen.minimumSizeHint()
        assert wanted.width() + workspace.rail.minimumSizeHint().width() <= SMALLEST[0]
        assert wanted.height() <= SMALLEST[1]
        assert unnamed(screen) == []
        screen.open_person(people.search(story.work, "Раҳимов")[0].key)
        settle()
