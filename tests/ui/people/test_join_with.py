"""Joining a person by hand with anybody whom the search finds, and taking them apart again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.driving import click, press, settle, type_text
from tests.ui.people_parts import people_of
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.people import joining, people
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.people.person_page import PersonPage
from trainer_app.ui.people.screen import JoinForm, PeopleScreen
from trainer_app.ui.shell.workspace import Workspace


@pytest.fixture
def married(story: Story) -> tuple[str, str]:
    """Make a participant known under another family name too: nobody would propose the two."""
    kept = people.search(story.work, "Гулмуродова")[0].key
    fields = {"family": "Шарифзода", "given": "Зарина", "rank": "major", "unit": "РВКД Хатлон"}
    other = people.create_person(story.work, fields).key or ""
    draft = CourseDraft("GRM-1", Texts(en="Earlier"), date(2018, 10, 3), date(2018, 10, 5), town="Ғарм")
    course = courses.create_course(story.work, draft).key or ""
    enrolments.enrol(story.work, course, other)
    return kept, other


def open_person(workspace: Workspace, key: str) -> PeopleScreen:
    screen = people_of(workspace)
    screen.open_person(key)
    settle()
    return screen


def open_join(workspace: Workspace, key: str) -> JoinForm:
    screen = open_person(workspace, key)
    click(screen.person_page.join_with)
    settle()
    return screen.join_form


def search(form: JoinForm, text: str) -> list[str]:
    """Type into the search and return the names in the list."""
    field = form.rows["search"].field
    field.clear()
    type_text(field, text)
    field.searched.emit(field.text())
    settle()
    return [form.model.row(place).name for place in range(form.model.rowCount())]


def history_of(page: PersonPage) -> list[str]:
    page.history.more.click()
    settle()
    return [child.text() for child in page.history.findChildren(QLabel)]


@in_turn("typed", ["Шарифз", "sharifz", "ifhbap", "Хатлон", "зарина хатлон"])
def test_anybody_is_found_by_name_in_any_script_and_by_unit(
    workspace: Workspace, married: tuple[str, str], typed: str
) -> None:
    form = open_join(workspace, married[0])
    assert search(form, typed) == ["Шарифзода Зарина"]
    assert "Major · РВКД Хатлон" in form._second(form.model.row(0))
    assert not form.rows["keep"].isVisible()


def test_before_anything_is_typed_the_nearest_names_stand_first(workspace: Workspace, story: Story) -> None:
    """S3: whom nobody is like was offered all people from A on."""
    names = ("Яримов Рустам Саидович", "Аббосов Зафар", "Ясинов Ростам Сайидович")
    parts = ("family", "given", "patronymic")
    keys = []
    for each in names:
        fields = dict(zip(parts, [*each.split(), ""], strict=False))
        keys.append(people.create_person(story.work, fields).key or "")
    form = open_join(workspace, keys[0])
    shown = [form.model.row(place).name for place in range(form.model.rowCount())]
    assert shown[0] == names[2]
    assert shown.index(names[1]) > 1


def test_both_are_seen_before_and_both_histories_after(
    workspace: Workspace, story: Story, married: tuple[str, str]
) -> None:
    form = open_join(workspace, married[0])
    search(form, "Шарифз")
    press(form.rows["search"].field, Qt.Key.Key_Down)
    press(form.table, Qt.Key.Key_Home)
    settle()
    assert form.compared.isVisible()
    assert [part.text() for part in form.compared.names] == ["Гулмуродова Зарина", "Шарифзода Зарина"]
    assert [part.text() for part in form.compared.values["courses"]] == ["DSH-1", "GRM-1"]
    assert form.compared.values["rank"][1].text() == "Major"
    assert "2 records are one person then" in form.rows["effect"].text()
    assert "taken back" not in form.rows["effect"].text()
    click(form.accept_button)
    settle()
    assert not form.isVisible()
    page = people_of(workspace).person_page
    assert page.header.title.text() == "Гулмуродова Зарина"
    assert [row.course for row in page.courses.rows] != []
    assert len(page.courses.rows) == 2
    words = history_of(page)
    assert any("are one person; the name Гулмуродова Зарина stays" in text for text in words)
    assert any(text.startswith("record Шарифзода Зарина") for text in words)
    assert page.joined.isVisible()
    click(page.joined.buttons[0])
    settle()
    assert joining.joins_of(story.work).joined == ()
    assert not page.joined.isVisible()
    assert len(page.courses.rows) == 1
    assert any("It is open again whether" in text for text in history_of(page))
    workspace.context.undo_last()
    settle()
    assert page.joined.isVisible()


def test_the_other_name_may_stay(workspace: Workspace, story: Story, married: tuple[str, str]) -> None:
    kept, other = married
    joining.not_the_same(story.work, kept, other)
    form = open_join(workspace, kept)
    search(form, "Шарифз")
    form.table.setCurrentIndex(form.model.index(0, 0))
    settle()
    assert "is taken back" in form.rows["effect"].text()
    form.rows["keep"].field.setCurrentIndex(1)
    click(form.accept_button)
    settle()
    assert people.get_person(story.work, kept).shown_as == other
    assert people_of(workspace).person_page.header.title.text() == "Шарифзода Зарина"
    assert joining.joins_of(story.work).apart == ()


def test_both_on_one_list_is_told(workspace: Workspace, story: Story) -> None:
    one = people.search(story.work, "Гулмуродова")[0].key
    form = open_join(workspace, one)
    search(form, "Азизов")
    form.table.setCurrentIndex(form.model.index(0, 0))
    settle()
    assert "Both are on the list of" in form.rows["effect"].text()


def test_nobody_chosen_is_told(workspace: Workspace, story: Story, married: tuple[str, str]) -> None:
    form = open_join(workspace, married[0])
    assert search(form, "Щукин") == []
    click(form.accept_button)
    settle()
    assert form.isVisible()
    assert "Choose the other record" in form.trouble.text()
    assert married[0] not in [form.model.row(place).key for place in range(form.model.rowCount())]
    click(form.cancel_button)
    assert joining.joins_of(story.work).joined == ()


@in_turn("code", ["ru", "tg", "en"])
def test_the_form_speaks_every_language(
    workspace: Workspace, married: tuple[str, str], code: str, language: LanguageSwitch
) -> None:
    form = open_join(workspace, married[0])
    search(form, "Шарифз")
    form.table.setCurrentIndex(form.model.index(0, 0))
    language.choose(code)
    settle()
    joined = {"ru": "Чьё имя остаётся", "tg": "Номи кӣ мемонад", "en": "Whose name stays"}
    assert form.rows["keep"].caption.text() == joined[code]


def test_the_telephones_are_compared_and_the_one_that_stays_is_chosen(
    workspace: Workspace, story: Story, married: tuple[str, str]
) -> None:
    """S3: the other record's telephone was compared nowhere, and then stood in the history only."""
    kept, other = married
    people.change_person(story.work, kept, {"phone": "+992 93 111 22 33"})
    people.change_person(story.work, other, {"phone": "+992 93 444 55 66"})
    form = open_join(workspace, kept)
    assert not form.rows["phone"].isVisible()
    search(form, "Шарифз")
    press(form.rows["search"].field, Qt.Key.Key_Down)
    press(form.table, Qt.Key.Key_Home)
    settle()
    compared = [part.text() for part in form.compared.values["phone"]]
    assert compared == ["+992 93 111 22 33", "+992 93 444 55 66"]
    assert form.rows["phone"].isVisible()
    form.rows["phone"].field.setCurrentIndex(1)
    click(form.accept_button)
    settle()
    assert people.get_person(story.work, kept).phone == "+992 93 444 55 66"
    page = people_of(workspace).person_page
    seen = [part.text() for part in page.joined.findChildren(QLabel)]
    assert any("+992 93 444 55 66" in text for text in seen), "the record that was given up shows its own"
    workspace.context.undo_last()
    settle()
    assert people.get_person(story.work, kept).phone == "+992 93 111 22 33", "one step, taken back as one"
    assert joining.joins_of(story.work).joined == ()
