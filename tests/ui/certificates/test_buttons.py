"""Buttons of boards, registers, receipts and of the check of certificates that no other test presses."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.kit.world import Story
from tests.ui.certificate_parts import Shown, ended, issued, shown, story, tab
from tests.ui.certificates.test_check import page as check_page
from tests.ui.certificates.test_project import screen, second
from tests.ui.certificates.test_receipts import page
from tests.ui.courses_parts import courses_of
from tests.ui.driving import click, press_button, settle, type_text
from tests.ui.evaluation_parts import score
from tests.ui.today.test_screen import asked
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.courses import courses
from trainer_app.actions.people import people
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates import certificates as certificate
from trainer_app.domain.certificates.certificates import (
    Certificate,
    CertificateKind,
    CertificateReceipt,
    CertificateState,
    CheckResult,
)
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.people.latin import to_latin
from trainer_app.ui.certificates.checklists import ReceiptsPage
from trainer_app.ui.certificates.screen import CertificatesScreen, CheckPage
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace

__all__ = ["Shown", "check_page", "ended", "issued", "page", "screen", "second", "shown", "story", "tab"]


def test_a_course_is_opened_from_the_board_of_its_project(screen: CertificatesScreen, ended: Story) -> None:
    places = asked(screen.context)
    screen.project.table.selectRow(0)
    settle()
    click(screen.project.buttons["open_course"])
    ((name, place),) = places
    assert (name, place["course"]) == ("courses", ended.course)


def test_all_of_a_project_are_printed_again(
    screen: CertificatesScreen, ended: Story, second: str, shown: Shown
) -> None:
    assert not screen.project.buttons["print"].isEnabled(), "nothing is issued yet"
    for course in (ended.course, second):
        certificates.issue(ended.work, course)
    screen.project.read()
    press_button(screen, "project_board_print")
    pages = shown.pages()
    assert len(pages) == 26
    assert all(each.serial in "\n".join(pages) for each in certificates.register(ended.work, second))


def test_what_was_said_of_a_receipt_is_taken_back_by_its_button(page: ReceiptsPage) -> None:
    page.view.selectRow(2)
    click(page.buttons["yes"])
    page.view.selectRow(2)
    assert page.rows[2].received is CertificateReceipt.YES
    click(page.buttons["clear"])
    assert page.rows[2].received is CertificateReceipt.OPEN


def test_who_did_not_receive_it_is_told_by_button(page: ReceiptsPage) -> None:
    page.view.selectRow(3)
    press_button(page, "receipts_no")
    assert page.rows[3].received is CertificateReceipt.NO
    assert page.rows[2].received is CertificateReceipt.OPEN


def test_the_history_of_a_certificate_is_shown_from_the_board(tab: CertificatesTab, ended: Story) -> None:
    certificates.issue(ended.work, ended.course)
    tab.refresh()
    tab.board.view.selectRow(0)
    settle()
    press_button(tab, "board_history")
    assert tab.history.isVisible()
    assert tab.history.events
    assert tab.board.lines[0].row.name in tab.history.about.text()


@pytest.mark.parametrize("kind", list(CertificateKind))
def test_every_decision_is_chosen_by_its_row(
    tab: CertificatesTab, ended: Story, kind: CertificateKind
) -> None:
    # № 1 completes by the rule, № 4 attends.
    row = 0 if kind is not CertificateKind.COMPLETION else 3
    assert tab.board.lines[row].row.result is not kind
    tab.board.view.selectRow(row)
    click(tab.board.buttons["decide"])
    press_button(tab, f"decide_{kind.value}")
    type_text(tab.decide_form.rows["reason"].field, "a word of the director")
    press_button(tab, "decide_form_accept")
    assert tab.board.lines[row].row.result is kind
    assert eligibility.board(ended.work, ended.course)[row].result is kind


def test_a_course_without_people_leads_to_its_participants(workspace: Workspace, story: Story) -> None:
    draft = CourseDraft("NEW", Texts(tg="Нав"), first_day=story.work.today(), last_day=story.work.today())
    course = courses.create_course(story.work, draft).key or ""
    workspace.context.go("courses", course=course, tab="certificates")
    settle()
    press_button(workspace, "certificates_add_people")
    opened = courses_of(workspace).workspace.tab()
    assert opened is not None
    assert (opened.objectName(), opened.course) == ("screen_course_participants", course)


def test_a_badge_is_saved_from_the_register_of_a_course(
    tab: CertificatesTab, ended: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = certificates.issue(ended.work, ended.course).certificates
    tab.refresh()
    click(tab.switch.button("register"))
    settle()
    tab.register.table.selectRow(1)
    target = tmp_path / certificate.badge_name(issued[1].serial)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    press_button(tab, "course_register_badge")
    assert target.read_text() == issued[1].badge


@pytest.fixture
def register(workspace: Workspace, issued: list[Certificate], shown: Shown) -> CertificatesScreen:
    """Open the register of all courses."""
    made = workspace.open("certificates")
    assert isinstance(made, CertificatesScreen)
    settle()
    return made


def test_a_badge_is_saved_from_the_register_of_all(
    register: CertificatesScreen, issued: list[Certificate], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.register.table.selectRow(2)
    (chosen,) = register.register.selection.rows()
    target = tmp_path / "one.jwt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    press_button(register, "register_badge")
    assert target.read_text() == next(each.badge for each in issued if each.serial == chosen.serial)


def test_the_course_of_a_certificate_is_opened_from_the_register(
    register: CertificatesScreen, workspace: Workspace, ended: Story
) -> None:
    register.register.table.selectRow(0)
    press_button(register, "register_open_course")
    assert workspace.current() == "courses"
    opened = workspace.findChild(CertificatesTab)
    assert opened is not None
    assert opened.course == ended.course
    assert opened.views.currentWidget() is opened.register


def test_one_is_printed_and_several_are_saved_from_the_register(
    register: CertificatesScreen, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.register.table.selectRow(0)
    (chosen,) = register.register.selection.rows()
    press_button(register, "register_print")
    assert chosen.serial in shown.pages()[0]
    register.context.go("certificates")
    settle()
    register.register.table.selectAll()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    before = set(tmp_path.rglob("*.pdf"))
    press_button(register, "register_save")
    assert len(set(tmp_path.rglob("*.pdf")) - before) == 24


@pytest.mark.parametrize("state", ["all", *CertificateState])
def test_the_register_is_filtered_by_state(
    register: CertificatesScreen, issued: list[Certificate], state: str
) -> None:
    register.context.do(certificates.void, issued[4].serial, "spoiled")
    settle()
    click(register.states.button("void" if state == "all" else "all"))
    press_button(register, f"certificates_states_{state}")
    rows = {"all": 24, "issued": 23, "void": 1, "replaced": 0}[state]
    assert register.register.model.rowCount() == rows


def test_the_new_certificate_is_chosen_where_the_old_one_was(
    register: CertificatesScreen, issued: list[Certificate]
) -> None:
    table = register.register
    table.selection.choose(issued[4].key)
    press_button(register, "register_replace")
    type_text(register.replace_form.rows["reason"].field, "хато")
    press_button(register, "replace_form_accept")
    settle()
    (chosen,) = table.selection.rows()
    assert chosen.facts.replaces
    assert chosen.key == certificates.find(register.context.work, issued[4].serial).replaced_by
    # One that was replaced long ago can be chosen all the same, and stays so.
    table.selection.choose(issued[4].key)
    register.refresh_now()
    assert [row.key for row in table.selection.rows()] == [issued[4].key]


def test_the_text_that_stands_in_the_field_is_checked_by_button(check_page: CheckPage, ended: Story) -> None:
    serial = certificates.register(ended.work, ended.course)[0].serial
    type_text(check_page.text.field, serial)
    press_button(check_page, "check_now")
    (checked,) = check_page.result.checks
    assert (checked.result, checked.facts["serial"]) == (CheckResult.VALID_UNCONFIRMED, serial)


@pytest.mark.parametrize("as_figures", [True, False])
def test_a_new_certificate_keeps_its_kind_where_the_tick_is_taken_away(
    tab: CertificatesTab, ended: Story, as_figures: bool
) -> None:
    first = certificates.issue(ended.work, ended.course).certificates[0]
    assert first.kind is CertificateKind.COMPLETION
    place = ended.enrolments.index(first.enrolment)
    score(ended, place, Occasion.POST, 2)
    tab.refresh()
    tab.board.view.selectRow(place)
    click(tab.board.buttons["replace"])
    if not as_figures:
        press_button(tab, "replace_kind")
    type_text(tab.replace_form.rows["reason"].field, "хато")
    press_button(tab, "replace_form_accept")
    old = certificates.find(ended.work, first.serial)
    assert old.state is CertificateState.REPLACED
    (new,) = [each for each in certificates.register(ended.work, ended.course) if each.key == old.replaced_by]
    assert new.kind is (CertificateKind.ATTENDANCE if as_figures else CertificateKind.COMPLETION)


@pytest.mark.parametrize("files", ["one", "each"])
def test_a_batch_becomes_one_file_or_a_file_for_each(
    tab: CertificatesTab,
    ended: Story,
    shown: Shown,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: str,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    click(tab.issue)
    tab.issue_form.rows["files"].field.set_value("one" if files == "each" else "each")
    press_button(tab, f"issue_files_{files}")
    press_button(tab, "issue_form_accept")
    assert len(certificates.register(ended.work, ended.course)) == 24
    assert len(list(tmp_path.glob("**/*.pdf"))) == (24 if files == "each" else 0)
    assert bool(shown.papers) is (files == "one")


@pytest.mark.parametrize("second", ["none", "en"])
def test_a_second_language_is_chosen_for_a_batch(tab: CertificatesTab, second: str) -> None:
    click(tab.issue)
    tab.issue_form.rows["second"].field.set_value("en" if second == "none" else "none")
    press_button(tab, f"issue_second_{second}")
    assert tab.issue_form.rows["second"].field.value() == second


def test_a_spelling_is_suggested_for_the_certificate_that_replaces_one(
    tab: CertificatesTab, ended: Story
) -> None:
    certificates.issue(ended.work, ended.course)
    tab.refresh()
    # № 2 has no Latin spelling yet.
    tab.board.view.selectRow(1)
    click(tab.board.buttons["replace"])
    press_button(tab, "replace_fields_latin_suggest")
    type_text(tab.replace_form.rows["reason"].field, "хато")
    press_button(tab, "replace_form_accept")
    (new,) = [
        each
        for each in certificates.register(ended.work, ended.course)
        if each.enrolment == ended.enrolments[1] and each.state is CertificateState.ISSUED
    ]
    assert new.facts.latin


@pytest.mark.parametrize("code", ["ru", "tg", "en"])
def test_why_a_certificate_is_replaced_is_asked_for_in_sight(
    tab: CertificatesTab, ended: Story, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    certificates.issue(ended.work, ended.course)
    tab.window().resize(1366 - 196, 768 - 168)
    tab.refresh()
    tab.board.view.selectRow(3)
    click(tab.board.buttons["replace"])
    settle()
    row = tab.replace_form.rows["reason"]
    assert row.field.hasFocus(), "it must be given"
    seen = row.field.visibleRegion().boundingRect()
    assert seen.height() == row.field.height(), "none of it is below the edge"


@pytest.mark.parametrize(
    ("latin", "follows"), [("D. Qurbonov", True), ("Daler Kurbanov", False), ("D. Kurbanov", False)]
)
def test_the_latin_spelling_follows_the_name_or_is_asked_about(
    tab: CertificatesTab, ended: Story, latin: str, follows: bool
) -> None:
    name = {"family": "Қурбонов", "given": "Д.", "patronymic": None, "latin": latin}
    people.change_person(ended.work, printed_person(tab, 3), name)
    certificates.issue(ended.work, ended.course)
    tab.refresh()
    tab.board.view.selectRow(3)
    click(tab.board.buttons["replace"])
    rows = tab.replace_form.rows["fields"].rows
    field = rows["latin"].field
    assert not field.unlike.isVisible(), "nothing was changed yet"
    rows["given"].field.clear()
    type_text(rows["given"].field, "Далер")
    assert field.text() == ("Daler Qurbonov" if follows else latin)
    assert field.unlike.isVisible() is not follows
    type_text(tab.replace_form.rows["reason"].field, "номи пурра")
    press_button(tab, "replace_form_accept")
    if not follows:
        assert certificates.register(ended.work, ended.course)[3].state is CertificateState.ISSUED
        press_button(tab.window(), "replace_unlike_no")
        press_button(tab, "replace_fields_latin_suggest")
        assert not field.unlike.isVisible()
        press_button(tab, "replace_form_accept")
    (new,) = [each for each in certificates.register(ended.work, ended.course) if each.facts.replaces]
    assert (new.facts.name, new.facts.latin) == ("Қурбонов Далер", "Daler Qurbonov")
    row = tab.board.model.row(3).row
    assert (row.name, row.certificate) == ("Қурбонов Далер", new), "both are read anew at once"


def test_a_new_certificate_is_offered_the_order_of_the_others(tab: CertificatesTab, ended: Story) -> None:
    for row, latin in ((0, "Abdulloeva Mavjuda"), (1, "Azizov Farrukh"), (3, "")):
        people.change_person(ended.work, printed_person(tab, row), {"latin": latin or None})
    certificates.issue(ended.work, ended.course)
    tab.refresh()
    tab.board.view.selectRow(3)
    click(tab.board.buttons["replace"])
    rows = tab.replace_form.rows["fields"].rows
    press_button(tab, "replace_fields_latin_suggest")
    family, given = rows["family"].field.text(), rows["given"].field.text()
    assert rows["latin"].field.text() == f"{to_latin(family)} {to_latin(given)}"
    type_text(tab.replace_form.rows["reason"].field, "лотинӣ")
    press_button(tab, "replace_form_accept")
    (new,) = [each for each in certificates.register(ended.work, ended.course) if each.facts.replaces]
    assert new.facts.latin == f"{to_latin(family)} {to_latin(given)}"


def test_an_unlike_latin_spelling_is_printed_only_after_a_yes(tab: CertificatesTab, ended: Story) -> None:
    """The initial was left in the Latin spelling when the name was typed in full elsewhere."""
    name = {"family": "Қурбонов", "given": "Далер", "patronymic": None, "latin": "D. Qurbonov"}
    people.change_person(ended.work, printed_person(tab, 3), name)
    certificates.issue(ended.work, ended.course)
    tab.refresh()
    tab.board.view.selectRow(3)
    click(tab.board.buttons["replace"])
    assert tab.replace_form.rows["fields"].rows["latin"].field.unlike.isVisible()
    type_text(tab.replace_form.rows["reason"].field, "хато")
    press_button(tab, "replace_form_accept")
    assert not [each for each in certificates.register(ended.work, ended.course) if each.facts.replaces]
    press_button(tab.window(), "replace_unlike_yes")
    (new,) = [each for each in certificates.register(ended.work, ended.course) if each.facts.replaces]
    assert new.facts.latin == "D. Qurbonov"


def printed_person(tab: CertificatesTab, place: int) -> str:
    """Return whom a row of the names is about."""
    click(tab.switch.button("names"))
    person = tab.names.model.row(place).person
    click(tab.switch.button("board"))
    return person
