"""Erasing a person in the window: what goes and stays is told first; then the name must be typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.documents.reading import pages
from tests.kit.world import Story
from tests.kit.writing import newest_label
from tests.ui.driving import click, find, press, settle, show, type_text
from tests.ui.people_parts import people_of, unnamed
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import enrolments
from trainer_app.actions.office import erasing
from trainer_app.actions.papers.sign_in import sign_in
from trainer_app.actions.people import people
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.certificates.board_page import BoardPage
from trainer_app.ui.kit.context import Notice
from trainer_app.ui.people.screen import PeopleScreen
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.pages import seen_of


def open_form(workspace: Workspace, story: Story, name: str) -> PeopleScreen:
    screen = people_of(workspace)
    screen.open_person(people.search(story.work, name)[0].key)
    settle()
    click(screen.person_page.data.erase)
    return screen


def test_what_goes_and_what_stays_is_told_before_anything(workspace: Workspace, story: Story) -> None:
    for session in attendance.grid(story.work, story.course).sessions[:2]:
        attendance.mark_rest(story.work, session.key)
    form = open_form(workspace, story, "Азизов").erase_form
    assert form.isVisible()
    assert "Азизов" in form.rows["about"].text()
    assert "cannot be undone" in form.rows["about"].text()
    assert form.rows["goes"].lines[0].startswith("Names, Latin spelling")
    assert any("mark" in line for line in form.rows["stays"].lines), form.rows["stays"].lines
    assert form.rows["elsewhere"].lines[-1].startswith("Backups on USB sticks")
    assert unnamed(form) == []
    press(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert people.search(story.work, "Азизов")


def test_only_the_typed_name_and_a_reason_let_it_happen(workspace: Workspace, story: Story) -> None:
    screen = open_form(workspace, story, "Азизов")
    form = screen.erase_form
    assert form.rows["reason"].field.hasFocus()
    type_text(form.rows["reason"].field, "asked in writing")
    assert not form.accept_button.isEnabled()
    type_text(form.rows["confirm"].field, "Азиз")
    assert not form.accept_button.isEnabled()
    type_text(form.rows["confirm"].field, "ов")
    assert form.accept_button.isEnabled()
    click(form.accept_button)
    settle()
    assert not form.isVisible()
    assert people.search(story.work, "Азизов") == []
    assert screen.pages.currentWidget() is screen.list_page
    (record,) = erasing.list_erasures(story.work)
    assert (record.reason, record.people) == ("asked in writing", 1)
    assert newest_label(story.work) is None


def test_what_has_changed_since_it_was_shown_is_shown_before_anything_is_erased(
    workspace: Workspace, story: Story
) -> None:
    form = open_form(workspace, story, "Азизов").erase_form
    type_text(form.rows["reason"].field, "asked in writing")
    type_text(form.rows["confirm"].field, "Азизов")
    before = form.rows["goes"].lines
    key = people.search(story.work, "Азизов")[0].key
    people.change_person(story.work, key, {"phone": "+992 93 111 22 33"})
    click(form.accept_button)
    settle()
    assert form.isVisible()
    assert form.trouble.isVisible()
    assert form.rows["goes"].lines != before, "what is new stands there"
    assert people.search(story.work, "Азизов")
    click(form.accept_button)
    settle()
    assert people.search(story.work, "Азизов") == []


def test_what_is_typed_below_the_lists_is_seen(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    """In large text the field that has the keyboard lies below what can be seen of the form."""
    window.resize(910, 512)
    show(window)
    form = open_form(workspace, story, "Азизов").erase_form
    QApplication.processEvents()
    field = form.rows["reason"].field
    assert seen_of(field) != field.rect(), "what goes and stays is read first"
    assert "below" in form.rows["below"].text().casefold()
    type_text(field, "asked")
    QApplication.processEvents()
    assert seen_of(field) == field.rect()


def test_files_that_were_removed_unread_are_told(workspace: Workspace, story: Story) -> None:
    aside = story.work.folder.archive / "quarantine" / "odd.tsync"
    aside.parent.mkdir(parents=True, exist_ok=True)
    aside.write_bytes(b"nobody knows what")
    heard: list[Notice] = []
    workspace.context.noticed.connect(heard.append)
    form = open_form(workspace, story, "Азизов").erase_form
    type_text(form.rows["reason"].field, "asked in writing")
    type_text(form.rows["confirm"].field, "Азизов")
    click(form.accept_button)
    settle()
    assert "could not be looked into: 1." in heard[-1].text
    assert not aside.exists()


@pytest.mark.parametrize(("laptops", "reached"), [(("K7",), True), ((), False)])
def test_what_is_said_afterwards_promises_nothing_of_a_revoked_laptop(
    workspace: Workspace,
    story: Story,
    monkeypatch: pytest.MonkeyPatch,
    laptops: tuple[str, ...],
    reached: bool,
) -> None:
    true_plan = erasing.preview
    monkeypatch.setattr(
        erasing,
        "preview",
        lambda work, person: replace(true_plan(work, person), laptops=laptops, lost=("K1",)),
    )
    heard: list[Notice] = []
    workspace.context.noticed.connect(heard.append)
    form = open_form(workspace, story, "Азизов").erase_form
    assert any(line.endswith("K1") for line in form.rows["elsewhere"].lines)
    type_text(form.rows["reason"].field, "asked in writing")
    type_text(form.rows["confirm"].field, "Азизов")
    click(form.accept_button)
    settle()
    assert heard[-1].text.endswith("On revoked laptops they stay, encrypted: K1.")
    assert ("remove the data from the laptops" in heard[-1].text) is reached


def test_a_reason_that_tells_who_it_was_is_refused_in_the_form(workspace: Workspace, story: Story) -> None:
    form = open_form(workspace, story, "Азизов").erase_form
    type_text(form.rows["reason"].field, "Азизов asked")
    type_text(form.rows["confirm"].field, "Азизов")
    click(form.accept_button)
    settle()
    assert form.isVisible()
    assert form.trouble.objectName() == "erase_error"
    assert form.trouble.isVisible()
    assert form.accept_button.isEnabled(), "it can be tried again with another reason"
    assert people.search(story.work, "Азизов")
    form.rows["reason"].field.setText("asked in writing")
    click(form.accept_button)
    settle()
    assert people.search(story.work, "Азизов") == []


SHORT = {"en": "Erased {}", "ru": "Стёрто: {}", "tg": "Нест шуд: {}"}
WHOLE = {
    "en": "Erased person {}",
    "ru": "Человек {}, данные стёрты",
    "tg": "Шахси {}, маълумот нест карда шуд",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_said_in_one_way_on_every_page_and_paper(workspace: Workspace, story: Story, code: str) -> None:
    found = enrolments.list_enrolments(story.work, story.course)[1]
    key, number = found.person.key, found.enrolment.number
    erasing.erase_person(story.work, key, "asked")
    workspace.context.language.choose(code)
    short, whole = SHORT[code].format(key[-4:]), WHOLE[code].format(key[-4:])
    workspace.open("courses", course=story.course, tab="attendance")
    settle()
    grid = find(workspace, AttendancePage, "attendance_page").marking.model
    row = next(place for place, each in enumerate(grid.rows) if each.number == number)
    vertical, spoken = Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole
    assert grid.headerData(row, vertical) == whole
    assert whole in grid.headerData(row, vertical, spoken)
    workspace.open("courses", course=story.course, tab="certificates")
    settle()
    board = find(workspace, BoardPage, "board")
    at = next(place for place, line in enumerate(board.lines) if line.row.number == number)
    columns = [column.name for column in board.model.columns]
    assert board.model.index(at, columns.index("name")).data() == short
    assert (words := workspace.findChildren(QLabel))
    assert not [each.text() for each in words if "••••" in each.text()]
    # Where it is too long for a line, the paper has it in two.
    paper = " ".join(pages(sign_in(story.work, story.course, language=code))[0].split())
    assert whole in paper
    assert "••••" not in paper


def test_who_was_erased_stays_in_the_course_without_a_name(workspace: Workspace, story: Story) -> None:
    key = people.search(story.work, "Азизов")[0].key
    before = len(enrolments.list_enrolments(story.work, story.course))
    erasing.erase_person(story.work, key, "asked")
    assert len(enrolments.list_enrolments(story.work, story.course)) == before
    names = [row.name for row in attendance.grid(story.work, story.course).rows]
    assert f"•••• {key[-4:]}" in names
    screen = people_of(workspace)
    screen.open_person(key)
    settle()
    assert screen.pages.currentWidget() is screen.list_page
