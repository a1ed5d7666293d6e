"""One person's page: data, courses, who may be the same, joining and parting, history, the form."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.kit.world import Story
from tests.ui.driving import click, find, press, settle, type_text
from tests.ui.people_parts import people_of
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.people import joining, people
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.people.persons import Sex
from trainer_app.ui.courses.participants.tab import ParticipantsTab
from trainer_app.ui.courses.screen import CoursesScreen
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.person_form import PersonForm
from trainer_app.ui.people.screen import PeopleScreen
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.indicators import Chip
from trainer_app.ui.widgets.overlays import ConfirmDialog


def key_of(story: Story, name: str) -> str:
    return people.search(story.work, name)[0].key


def open_person(workspace: Workspace, story: Story, key: str) -> PeopleScreen:
    """Open a person by key, or by the beginning of a name that only one has."""
    screen = people_of(workspace)
    screen.open_person(key if "-" in key else key_of(story, key))
    settle()
    return screen


def open_form(workspace: Workspace, story: Story, name: str) -> PersonForm:
    screen = open_person(workspace, story, name)
    click(screen.person_page.edit)
    return screen.form


@pytest.fixture
def twins(story: Story) -> tuple[str, str]:
    """Make the same officer known under two spellings, on two courses."""
    kept = key_of(story, "Раҳимов Некрӯз")
    other = people.create_person(
        story.work, {"family": "Рахимов", "given": "Некруз", "rank": "captain", "unit": "ОВД р-на Рашт"}
    ).key
    draft = CourseDraft("GRM-1", Texts(en="Earlier"), date(2018, 10, 3), date(2018, 10, 5), town="Ғарм")
    course = courses.create_course(story.work, draft).key
    enrolments.enrol(story.work, course or "", other or "")
    return kept, other or ""


def test_the_page_shows_what_is_known_and_what_is_missing(workspace: Workspace, story: Story) -> None:
    key = key_of(story, "Азизов")
    people.change_person(story.work, key, {"rank": "captain", "unit": "ШКД н. Сино", "phone": "918 00"})
    page = open_person(workspace, story, "Азизов").person_page
    assert page.header.subtitle.text() == "Captain · ШКД н. Сино"
    values = {name: each.text() for name, each in page.data.values.items()}
    assert (values["sex"], values["unit"], values["latin"], values["phone"]) == (
        "man",
        "ШКД н. Сино",
        "–",
        "918 00",
    )
    assert page.data.values["latin"].isVisible()
    assert page.data.values["phone"].isVisible()
    assert not page.data.values["email"].isVisible()


def test_courses_show_share_and_certificate(workspace: Workspace, story: Story) -> None:
    for session in attendance.grid(story.work, story.course).sessions:
        attendance.mark_rest(story.work, session.key)
    certificates.issue(story.work, story.course, "tg")
    page = open_person(workspace, story, "Азизов").person_page
    row = page.courses.rows[0]
    assert row.accessibleName() == "Police response to domestic violence"
    assert row.accessibleDescription() == (
        "Душанбе, 15–18 October 2018 · No.\u00a02 on the list, attended: 100\N{NO-BREAK SPACE}%"
    )
    serial = certificates.register(story.work, story.course)[1].serial
    assert find(row, Chip, "person_course_0_certificate_0").text() == serial
    people.change_person(story.work, key_of(story, "Азизов"), {"given": "Ҷамшедшоҳ"})
    row = open_person(workspace, story, "Азизов").person_page.courses.rows[0]
    chip = find(row, Chip, "person_course_0_certificate_0")
    assert chip.text() == f"{serial}, no longer fits", "as the register says"
    click(row)
    assert workspace.current() == "courses"
    settle()
    opened = workspace.opened_screen("courses")
    assert isinstance(opened, CoursesScreen)
    tab = opened.workspace.tab()
    assert isinstance(tab, ParticipantsTab)
    current = tab.list.selection.row()
    assert current is not None
    assert current.person.family == "Азизов"


def test_a_likely_double_is_joined_and_parted_again(
    workspace: Workspace, story: Story, twins: tuple[str, str]
) -> None:
    kept, other = twins
    screen = open_person(workspace, story, twins[0])
    page = screen.person_page
    assert page.same.isVisible()
    candidate = page.same.rows[0]
    assert candidate.person.key == other
    words = [child.text() for child in candidate.findChildren(QLabel)]
    assert "Captain · ОВД р-на Рашт · GRM-1" in words
    assert any("Раҳимов – Рахимов" in text for text in words)
    click(candidate.same_button)
    settle()
    assert people.get_person(story.work, other).shown_as == kept
    assert not page.same.isVisible()
    assert page.joined.isVisible()
    assert [row.accessibleDescription().split(" · ")[0] for row in page.courses.rows] == [
        "Душанбе, 15–18 October 2018",
        "Ғарм, 3–5 October 2018",
    ]
    assert "record Рахимов Некруз" in page.courses.rows[1].accessibleDescription()
    click(page.joined.buttons[0])
    settle()
    assert people.get_person(story.work, other).shown_as is None
    assert not page.joined.isVisible()
    assert page.same.isVisible()


def test_people_who_are_not_the_same_are_not_proposed_again(
    workspace: Workspace, story: Story, twins: tuple[str, str]
) -> None:
    page = open_person(workspace, story, twins[0]).person_page
    click(page.same.rows[0].different_button)
    settle()
    assert not page.same.isVisible()
    workspace.context.undo_last()
    settle()
    assert page.same.isVisible()
    assert people.get_person(story.work, twins[1]).shown_as is None


def test_a_candidate_can_be_looked_at_first(
    workspace: Workspace, story: Story, twins: tuple[str, str]
) -> None:
    screen = open_person(workspace, story, twins[0])
    click(screen.person_page.same.rows[0].open_button)
    assert screen.person == twins[1]
    assert screen.person_page.header.title.text() == "Рахимов Некруз"


def test_somebody_joined_is_opened_as_whom_they_are(
    workspace: Workspace, story: Story, twins: tuple[str, str]
) -> None:
    joining.join(story.work, *twins)
    screen = people_of(workspace)
    workspace.context.go("people", person=twins[1])
    assert screen.person == twins[0]


def test_history_tells_who_changed_what(workspace: Workspace, story: Story, language: LanguageSwitch) -> None:
    key = key_of(story, "Пирова")
    people.change_person(story.work, key, {"rank": "major", "latin": "Shahnoza Pirova"})
    people.change_person(story.work, key, {"rank": "lieutenant_colonel"})
    page = open_person(workspace, story, "Пирова").person_page
    newest = find(page.history, QLabel, "person_change_0_field_0")
    assert newest.text() == "Rank: Major → Lieutenant Colonel"
    by = find(page.history, QLabel, "person_change_0_by").text()
    assert by.startswith("Д. Назарова · ")
    assert "laptop" in by
    assert find(page.history, QLabel, "person_change_2_field_0").text().startswith("Recorded: family name: ")
    language.choose("ru")
    settle()
    newest = find(page.history, QLabel, "person_change_0_field_0")
    assert newest.text() == "Звание: майор → подполковник"


def test_older_changes_are_shown_on_request(workspace: Workspace, story: Story) -> None:
    key = key_of(story, "Пирова")
    for place in range(7):
        people.change_person(story.work, key, {"unit": f"ШКД {place}"})
    page = open_person(workspace, story, "Пирова").person_page
    assert page.history.more.text() == "3 older"
    click(page.history.more)
    settle()
    assert not page.history.more.isVisible()
    assert find(page.history, QLabel, "person_change_7_field_0").text().startswith("Recorded")


def test_the_form_writes_only_what_was_changed(workspace: Workspace, story: Story) -> None:
    key = key_of(story, "Латифов")
    form = open_form(workspace, story, "Латифов")
    assert form.rows["family"].field.text() == "Латифов"
    before = story.work.journal.number
    click(form.accept_button)
    assert story.work.journal.number == before
    click(people_of(workspace).person_page.edit)
    type_text(form.rows["unit"].field, "ШКД н. Рӯдакӣ")
    press(form.rows["unit"].field, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert people.get_person(story.work, key).unit == "ШКД н. Рӯдакӣ"
    assert len(people.person_history(story.work, key)[0].fields) == 1
    assert people_of(workspace).person_page.header.subtitle.text() == "ШКД н. Рӯдакӣ"


def test_esc_leaves_the_form_without_saving(workspace: Workspace, story: Story) -> None:
    form = open_form(workspace, story, "Латифов")
    type_text(form.rows["family"].field, "!!")
    press(form.rows["family"].field, Qt.Key.Key_Escape)
    click(find(workspace.window(), ConfirmDialog, "panel_question").yes)
    assert not form.isVisible()
    assert people.search(story.work, "Латифов")[0].family == "Латифов"
    click(people_of(workspace).person_page.edit)
    assert form.rows["family"].field.text() == "Латифов"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Senior Lieutenant", "senior_lieutenant"),
        ("ст. лейтенант милиции", "senior_lieutenant"),
        ("инспектор", "инспектор"),
        ("", ""),
    ],
)
def test_a_rank_is_chosen_or_typed(workspace: Workspace, story: Story, typed: str, stored: str) -> None:
    key = key_of(story, "Латифов")
    people.change_person(story.work, key, {"rank": "captain"})
    form = open_form(workspace, story, "Латифов")
    assert form.rows["rank"].field.currentText() == "Captain"
    form.rows["rank"].field.setEditText(typed)
    click(form.accept_button)
    assert people.get_person(story.work, key).rank == stored


def test_a_latin_spelling_is_suggested_and_marked_as_such(workspace: Workspace, story: Story) -> None:
    key = key_of(story, "Раҳимов")
    form = open_form(workspace, story, "Раҳимов")
    latin = form.rows["latin"]
    assert latin.field.suggest.text() == "Suggestion: Nekruz Rahimov"
    assert latin.description.text() == "As in the passport"
    click(latin.field.suggest)
    assert latin.field.line.text() == "Nekruz Rahimov"
    assert latin.description.text() == "Suggested by the program: compare it with the passport"
    assert not latin.field.suggest.isVisible()
    latin.field.line.clear()
    assert latin.field.suggest.isVisible()
    type_text(latin.field.line, "Некруз")
    click(form.accept_button)
    assert "Cyrillic" in latin.error.text(), "it is said at the field"
    assert form.trouble.isHidden()
    latin.field.line.clear()
    type_text(latin.field.line, "Nekruz Rakhimov")
    assert latin.description.text() == "As in the passport"
    click(form.accept_button)
    assert people.get_person(story.work, key).latin == "Nekruz Rakhimov"


def test_the_latin_spelling_goes_with_the_name_or_is_said_to_be_of_another(
    workspace: Workspace, story: Story
) -> None:
    people.change_person(story.work, key_of(story, "Раҳимов"), {"latin": "Nekruz Rahimov"})
    people.change_person(story.work, key_of(story, "Латифов"), {"latin": "As In Passport"})
    form = open_form(workspace, story, "Раҳимов")
    latin, family = form.rows["latin"], form.rows["family"].field
    assert latin.description.text() == "As in the passport"
    type_text(family, "а")
    assert latin.field.text() == "Nekruz Rahimova"
    assert latin.description.text() == "Suggested by the program: compare it with the passport"
    assert not latin.field.unlike.isVisible()
    click(form.cancel_button)
    form = open_form(workspace, story, "Латифов")
    assert not latin.field.unlike.isVisible(), "it is another person's name now"
    type_text(family, "а")
    assert (latin.field.text(), latin.field.unlike.isVisible()) == ("As In Passport", True)
    click(latin.field.suggest)
    assert latin.field.text().endswith("Latifova")
    assert not latin.field.unlike.isVisible()


def test_sex_is_chosen_by_keyboard_and_unknown_is_said(workspace: Workspace, story: Story) -> None:
    key = key_of(story, "Латифов")
    form = open_form(workspace, story, "Латифов")
    unknown = form.rows["sex"].field.button(Sex.UNKNOWN.value)
    unknown.setFocus()
    press(unknown, Qt.Key.Key_Space)
    click(form.accept_button)
    assert people.get_person(story.work, key).sex is Sex.UNKNOWN
    assert people_of(workspace).list_page.header.subtitle.text().endswith("sex not stated: 1")


def test_private_data_is_edited_only_where_somebody_took_it(workspace: Workspace, story: Story) -> None:
    key = key_of(story, "Латифов")
    form = open_form(workspace, story, "Латифов")
    assert not form.rows["phone"].isVisible()
    press(form.rows["family"].field, Qt.Key.Key_Escape)
    workspace.context.do(people.change_person, key, {"phone": "918", "birth_year": 1980})
    form = open_form(workspace, story, "Латифов")
    assert form.rows["phone"].isVisible()
    form.rows["birth_year"].field.setText("1981")
    click(form.accept_button)
    assert people.get_person(story.work, key).birth_year == 1981


def test_what_is_rarely_taken_can_be_typed_after_more_was_pressed(workspace: Workspace, story: Story) -> None:
    key = key_of(story, "Латифов")
    form = open_form(workspace, story, "Латифов")
    assert form.rows["more_about"].text() == "Telephone, e-mail, service number, year of birth"
    assert form.more.accessibleDescription() == form.rows["more_about"].text()
    form.more.setFocus()
    press(form.more, Qt.Key.Key_Space)
    assert form.entry("phone").hasFocus()
    type_text(form.rows["phone"].field, "12ab")
    assert form.rows["phone"].description.text() == "Nobody can be called by this. It is kept as typed."
    form.rows["phone"].field.clear()
    assert form.rows["phone"].description.text() == ""
    assert not form.more.isVisible()
    form.rows["service_number"].field.setText("А-1142")
    click(form.accept_button)
    assert people.get_person(story.work, key).service_number == "А-1142"
    form = open_form(workspace, story, "Латифов")
    assert form.rows["service_number"].isVisible(), "it is known now"
    assert not form.rows["phone"].isVisible()
    assert form.rows["more_about"].text() == "Telephone, e-mail, year of birth"


def test_a_language_change_keeps_what_was_typed(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    key = key_of(story, "Латифов")
    form = open_form(workspace, story, "Латифов")
    form.rows["rank"].field.setCurrentIndex(form.rows["rank"].field.findData("major"))
    type_text(form.rows["unit"].field, "ШКД")
    language.choose("tg")
    settle()
    assert form.title.text() == "Маълумоти шахс: Латифов Баҳром"
    assert form.rows["rank"].field.currentText() == "майор"
    assert form.rows["unit"].field.text() == "ШКД"
    click(form.accept_button)
    found = people.get_person(story.work, key)
    assert (found.rank, found.unit) == ("major", "ШКД")


def test_signs_that_papers_cannot_show_are_told_while_typing_and_kept(
    workspace: Workspace, story: Story
) -> None:
    screen = open_person(workspace, story, "Раҳимов")
    click(screen.person_page.edit)
    form = screen.form
    form.rows["given"].field.setText("Некрӯз 🌸")
    assert (
        form.rows["given"].description.text()
        == "Papers cannot show 🌸 and print empty boxes. It is kept as typed."
    )
    assert form.rows["given"].description.isVisible()
    assert not form.rows["family"].description.isVisible()
    form.rows["latin"].field.line.setText("رحيمي")
    assert form.rows["latin"].description.text().startswith("Papers cannot show ر ح ي م ")
    form.rows["latin"].field.line.setText("Rahimov")
    assert form.rows["latin"].description.text() == "As in the passport"
    form.save()
    assert not form.isVisible()
    assert any(person.given == "Некрӯз 🌸" for person in people.search(story.work, "Раҳимов", 9))


def test_invisible_signs_in_a_typed_name_are_left_out_and_told(workspace: Workspace, story: Story) -> None:
    screen = open_person(workspace, story, "Раҳимов")
    click(screen.person_page.edit)
    form = screen.form
    form.rows["given"].field.setText("Нек\u202eрӯзҷон")
    assert form.rows["given"].description.text() == "Invisible signs (U+202E) are left out."
    form.save()
    assert any(person.given == "Некрӯзҷон" for person in people.search(story.work, "Раҳимов", 9))


def test_undoing_the_creation_of_the_open_person_goes_back_to_the_list_calmly(
    workspace: Workspace, story: Story
) -> None:
    changes = people.create_person(story.work, {"family": "Юсуфов", "given": "Алишер"})
    workspace.context.changes.announce(changes)
    screen = open_person(workspace, story, "Юсуфов")
    page = screen.person_page
    assert screen.pages.currentWidget() is page
    workspace.undo()
    settle()
    assert screen.pages.currentWidget() is screen.list_page
    assert workspace.banner.isHidden(), "nothing went wrong"
    workspace.context.redo_last()
    screen = open_person(workspace, story, "Юсуфов")
    told = [label.text() for label in page.history.findChildren(QLabel)]
    assert told.index("Put back") < told.index("Taken out again")
    assert not any("kept" in line for line in told)
