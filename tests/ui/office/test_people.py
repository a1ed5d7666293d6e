"""The card of the office's people: adding, another role, a new passphrase, removing; what others see."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.cut_texts import go_to_list, rows_in_sight
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.worlds import Exchange
from tests.ui.driving import click, press, settle, type_text
from tests.ui.office_parts import context, screen, told
from trainer_app.actions.base import users, workplace, workplace_key
from trainer_app.bundle import vault
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.people import PeopleCard
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.widgets.overlays import ConfirmDialog, Mood
from trainer_app.ui.widgets.pages import FEWEST_ROWS
from trainer_app.ui.widgets.passphrase import NewPassphrase

__all__ = ["context", "screen", "told"]

OFFICER, NEWER = "пять слов для Зарины и её данных", "совсем другие пять слов для входа"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "calibrate_cost", lambda: CHEAP)


@pytest.fixture
def card(screen: OfficeScreen) -> PeopleCard:
    screen.show_place(tab="keys")
    settle()
    return screen.key_page.people


def add(card: PeopleCard, name: str, short: str, phrase: str, own: str = PASSPHRASE) -> None:
    """Fill the form as a person does, and save it."""
    click(card.buttons["add"])
    form = card.add_form
    assert form.rows["name"].caption.text() == "Family and given name"
    type_text(form.rows["name"].field, name)
    form.rows["short"].field.selectAll()
    type_text(form.rows["short"].field, short)
    for line in form.rows["phrase"].lines:
        type_text(line, phrase)
    if form.rows["own"].isVisible():
        type_text(form.rows["own"].field.line, own)
    click(form.accept_button)


def test_choosing_a_role_moves_nothing_below_it(
    card: PeopleCard, language: LanguageSwitch, told: list[Notice]
) -> None:
    """Each role says what it may do, in one line or four: the passphrase stays where the next click goes."""
    click(card.buttons["add"])
    form = card.add_form
    for code in LANGUAGES:
        language.choose(code)
        settle()
        role, places = form.rows["role"].field, set()
        for place in range(role.count()):
            role.setCurrentIndex(place)
            settle()
            places.add(form.rows["phrase"].mapTo(form, QPoint()).y())
        assert role.count() > 1
        assert len(places) == 1, code
        about = form.rows["role"].description
        assert about.height() >= about.heightForWidth(about.width())


def shown(card: PeopleCard) -> list[tuple[str, str, str]]:
    """Return what the table says: short name, role, state."""
    rows = range(card.model.rowCount())
    return [tuple(card.model.index(row, place).data() for place in (1, 2, 3)) for row in rows]  # type: ignore[misc]


def test_one_person_alone_is_told_what_a_second_one_changes(card: PeopleCard) -> None:
    assert card.table.isHidden()
    assert "One passphrase opens the office" in card.alone.text()
    assert card.buttons["role"].isHidden()


def test_a_head_alone_is_listed_and_asked_for_no_passphrase_again(
    card: PeopleCard, told: list[Notice]
) -> None:
    users.begin(card._context.work, PASSPHRASE, cost=CHEAP)
    card.show_people()
    assert [role for _, role, _ in shown(card)] == ["head"]
    assert "One passphrase opens the office" in card.alone.text()
    click(card.buttons["add"])
    assert not card.add_form.rows["own"].isVisible()
    assert "your short name is “Саидова”" in card.add_form.rows["about"].text()
    click(card.add_form.cancel_button)
    add(card, "З. Каримова", "Зарина", OFFICER)
    assert len(shown(card)) == 2
    assert not card.alone.isVisible()


def test_a_person_is_added_and_the_owner_becomes_a_head(card: PeopleCard, told: list[Notice]) -> None:
    add(card, "З. Каримова", "Зарина", OFFICER)
    own = users.list_users(card._context.work)[-1]
    assert own.here
    assert shown(card) == [("Зарина", "data officer", "unlocks"), (own.user.short, "head", "you")]
    assert own.user.short in told[-1].text
    assert not card.alone.isVisible()
    click(card.buttons["add"])
    assert not card.add_form.rows["own"].isVisible(), "once is enough"


def test_all_people_are_listed_whole_in_a_low_window(card: PeopleCard, screen: OfficeScreen) -> None:
    work = card._context.work
    for short in ("Зарина", "Фаррух", "Шоира", "Эраҷ", "Юсуф"):
        users.add(work, f"{short} К.", short, UserRole.OFFICER, f"{short} {OFFICER}", PASSPHRASE, cost=CHEAP)
    screen.resize(714, 465)
    card.show_people()
    settle()
    go_to_list(card.table)
    assert card.model.rowCount() == 6
    assert card.table.verticalScrollBar().maximum() == 0, "the page scrolls, and not the list in it"
    assert rows_in_sight(card.table) >= FEWEST_ROWS


def test_tab_goes_from_each_passphrase_to_the_next_and_then_to_the_eyes(
    card: PeopleCard, qtbot: QtBot
) -> None:
    """S2: behind the second line came the eye of the first: spaces of one's own phrase showed the other."""
    click(card.buttons["add"])
    settle()
    form, phrase, own = card.add_form, card.add_form.rows["phrase"], card.add_form.rows["own"].field
    name, short, role = (form.rows[each].field for each in ("name", "short", "role"))
    walked = [form.window().focusWidget()]
    while len(walked) < 10:
        press(form.window().focusWidget() or form, Qt.Key.Key_Tab)
        walked.append(form.window().focusWidget())
    lines = [*phrase.lines, own.line]
    eyes = [phrase.first.eye, phrase.second.eye, phrase.offer, own.eye]
    assert walked == [name, short, role, *lines, *eyes]
    form.rows["phrase"].first.line.setFocus()
    for line in lines:
        type_text(line, OFFICER)
        press(line, Qt.Key.Key_Tab)
    assert {line.echoMode() for line in lines} == {QLineEdit.EchoMode.Password}


def test_the_form_of_a_person_goes_on_when_it_is_asked_for_again(card: PeopleCard) -> None:
    click(card.buttons["add"])
    name, phrase = card.add_form.rows["name"].field, card.add_form.rows["phrase"]
    type_text(name, "Зарина Саидова")
    type_text(phrase.first.line, OFFICER)
    click(card.buttons["add"])
    assert (name.text(), phrase.text(), phrase.first.line.hasFocus()) == ("Зарина Саидова", OFFICER, True)


def test_a_short_name_is_proposed_until_one_is_typed(card: PeopleCard) -> None:
    add(card, "З. Каримова", "Зарина", OFFICER)
    click(card.buttons["add"])
    name, short = (card.add_form.rows[each].field for each in ("name", "short"))
    type_text(name, "Фаррух Азизов")
    assert short.text() == "Фаррух"
    name.clear()
    type_text(name, "Зарина Азизова")
    assert short.text() == "Зарина А", "the other one is somebody's"
    short.clear()
    type_text(short, "Азизова")
    type_text(name, " Рустамовна")
    assert short.text() == "Азизова"
    click(card.add_form.cancel_button)
    click(card.buttons["add"])
    assert short.text() == ""


def test_what_is_wrong_is_said_beside_its_field(card: PeopleCard) -> None:
    add(card, "З. Каримова", "Зарина", OFFICER, own=NEWER)
    own = card.add_form.rows["own"]
    assert "passphrase" in own.error.text()
    assert users.list_users(card._context.work) == []
    type_text(own.field.line, PASSPHRASE)
    card.add_form.rows["name"].field.clear()
    click(card.add_form.accept_button)
    assert card.add_form.rows["name"].error.isVisible()
    assert not card.add_form.holds_work()


def test_role_passphrase_and_removal(card: PeopleCard, screen: OfficeScreen, told: list[Notice]) -> None:
    add(card, "З. Каримова", "Зарина", OFFICER)
    card.table.selectRow(0)
    click(card.buttons["role"])
    card.role_form.rows["role"].field.setCurrentIndex(0)
    assert "approves" in card.role_form.rows["role"].description.text()
    click(card.role_form.accept_button)
    assert shown(card)[0][1] == "head"
    assert (told[-1].mood, told[-1].text) == (Mood.GOOD, "З. Каримова: head")
    click(card.buttons["phrase"])
    for line in card.phrase_form.rows["phrase"].lines:
        type_text(line, NEWER)
    click(card.phrase_form.accept_button)
    assert told[-1].text == "a new passphrase for З. Каримова"
    work = card._context.work
    assert workplace.open_workplace(work.folder, NEWER, name="зарина", clock=work.clock).close() is None
    click(card.buttons["remove"])
    question = screen.window().findChild(ConfirmDialog, "office_people_question")
    assert isinstance(question, ConfirmDialog)
    click(question.yes)
    assert [short for short, _, _ in shown(card)] == [users.list_users(work)[0].user.short]
    assert workplace_key.is_key_due(work)
    assert told[-1].offers, "a new key is due, and the way to it is shown"


def test_words_on_offer_are_taken_for_a_new_person_and_for_a_forgotten_passphrase(card: PeopleCard) -> None:
    work = card._context.work
    click(card.buttons["add"])
    form = card.add_form
    type_text(form.rows["name"].field, "Зарина Каримова")
    type_text(form.rows["own"].field.line, PASSPHRASE)
    first = offered(form.rows["phrase"])
    click(form.accept_button)
    assert workplace.open_workplace(work.folder, first, name="Зарина", clock=work.clock).close() is None
    card.table.selectRow(0)
    click(card.buttons["phrase"])
    second = offered(card.phrase_form.rows["phrase"])
    click(card.phrase_form.accept_button)
    assert second != first
    assert workplace.open_workplace(work.folder, second, name="Зарина", clock=work.clock).close() is None


def offered(field: NewPassphrase) -> str:
    """Press what offers words, type them once more as they are read there, and return them."""
    click(field.offer)
    words = field.first.line.text()
    type_text(field.second.line, words)
    return words


def test_the_last_head_is_told_beside_the_role(card: PeopleCard) -> None:
    add(card, "З. Каримова", "Зарина", OFFICER)
    card.table.selectRow(1)
    assert not card.buttons["remove"].isEnabled()
    click(card.buttons["role"])
    card.role_form.rows["role"].field.setCurrentIndex(2)
    click(card.role_form.accept_button)
    assert "only head" in card.role_form.rows["role"].error.text()


def test_who_is_no_head_sees_the_list_and_why_it_stays(
    card: PeopleCard, screen: OfficeScreen, exchange: Exchange
) -> None:
    add(card, "З. Каримова", "Зарина", OFFICER)
    workplace.lock(exchange.office)
    workplace.unlock(exchange.office, OFFICER, "Зарина")
    card.show_people()
    card.table.selectRow(1)
    assert "Only a head" in card.alone.text()
    assert [name for name in ("add", "role", "phrase", "remove") if card.buttons[name].isEnabled()] == []


def test_it_is_walked_by_keyboard(card: PeopleCard, qtbot: QtBot) -> None:
    add(card, "З. Каримова", "Зарина", OFFICER)
    card.table.setFocus()
    qtbot.keyClick(card.table, Qt.Key.Key_Home)
    card.buttons["role"].setFocus()
    qtbot.keyClick(card.buttons["role"], Qt.Key.Key_Space)
    assert card.role_form.isVisible()
    qtbot.keyClick(card.role_form, Qt.Key.Key_Escape)
    assert not card.role_form.isVisible()


def test_what_only_a_head_may_do_is_disabled_for_others_and_says_why(
    card: PeopleCard, context: AppContext, exchange: Exchange, qtbot: QtBot
) -> None:
    add(card, "З. Каримова", "Зарина", OFFICER)
    workplace.lock(exchange.office)
    workplace.unlock(exchange.office, OFFICER, "Зарина")
    made = OfficeScreen(context)
    qtbot.addWidget(made)
    made.show()
    for tab in ("laptops", "retention", "keys"):
        made.show_place(tab=tab)
    settle()
    made.laptops.table.selectRow(0)
    made.retention.table.selectRow(0)
    kept = [made.laptops.buttons[name] for name in ("enrol", "revoke", "trust")]
    kept += made.retention.buttons.all()
    kept += [made.key_page.rescue.button, made.key_page.papers.button, made.key_page.root.button]
    for button in kept:
        button.setEnabled(True)
        assert not button.isEnabled(), button.objectName()
        assert "head" in button.toolTip()
    assert made.laptops.buttons["write_all"].isEnabled()


def test_a_head_whose_passphrase_another_one_typed_is_marked_until_they_chose_their_own(
    card: PeopleCard, told: list[Notice]
) -> None:
    add(card, "З. Каримова", "Зарина", OFFICER)
    work = card._context.work
    key = users.find_user(work, "Зарина").key
    card.selection.choose(key)
    click(card.buttons["role"])
    card.role_form.rows["role"].field.setCurrentIndex(0)
    click(card.role_form.accept_button)
    assert shown(card)[0] == ("Зарина", "head", "passphrase from a head")
    card.selection.choose(key)
    click(card.buttons["phrase"])
    assert "second head" in card.phrase_form.rows["about"].text()
    click(card.phrase_form.cancel_button)
    workplace.lock(work)
    workplace.unlock(work, OFFICER, "Зарина")
    card.show_people()
    assert shown(card)[0][2] == "passphrase from a head"
    users.change_passphrase(work, OFFICER, NEWER, cost=CHEAP)
    card.show_people()
    assert shown(card)[0][2] == "you"


def test_the_list_is_sorted_copied_and_saved(
    card: PeopleCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(card, "З. Каримова", "Зарина", OFFICER)
    names = [line[0] for line in shown(card)]
    card.table.sort_by(1)
    assert [line[0] for line in shown(card)] == sorted(names, key=sort_key)
    card.table.sort_by(1)
    falling = shown(card)
    assert [line[0] for line in falling] == sorted(names, key=sort_key, reverse=True)
    card.table.customContextMenuRequested.emit(card.table.viewport().rect().center())
    assert card.menu.isVisible()
    card.menu.copy_all.trigger()
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert [tuple(line[1:]) for line in copied[1:]] == falling
    path = tmp_path / "people.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    card.menu.files["csv"].trigger()
    card.menu.close()
    with path.open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream)) == copied
    QGuiApplication.clipboard().clear()
