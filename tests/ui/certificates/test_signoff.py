"""Sign-off by keyboard: names checked down the list, corrections that uncheck, and issuing all the same."""

import pytest
from PySide6.QtCore import Qt

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.certificate_parts import Shown, ended, shown, story, tab
from tests.ui.driving import click, find, press, settle, type_text
from tests.ui.evaluation_parts import TAB_SIZE, chip_room, cut_heads
from trainer_app.actions.base import history
from trainer_app.actions.certificates import certificates, printing
from trainer_app.actions.people import people
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.indicators import chip_width
from trainer_app.ui.widgets.overlays import ConfirmDialog

__all__ = ["ended", "shown", "story", "tab"]


@pytest.fixture
def names(tab: CertificatesTab) -> CertificatesTab:
    click(tab.switch.button("names"))
    settle()
    tab.names.view.setFocus()
    return tab


def checked(tab: CertificatesTab) -> list[int]:
    """Return the numbers of the checked ones."""
    return [row.number for row in tab.names.rows if row.checked]


def test_space_checks_a_name_and_goes_to_the_next(names: CertificatesTab) -> None:
    view = names.names.view
    for _ in range(3):
        press(view, Qt.Key.Key_Space)
    assert checked(names) == [1, 2, 3]
    assert view.currentIndex().row() == 3
    assert names.names.tools.count.text() == "3 of 24 names for certificates checked", "№ 25 gets none"
    press(view, Qt.Key.Key_Up)
    assert names.names.buttons["check"].text() == "Not checked"
    press(view, Qt.Key.Key_Space)
    assert checked(names) == [1, 2]
    press(view, Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Delete)
    assert checked(names) == [1]


def test_what_is_chosen_together_is_checked_together(names: CertificatesTab) -> None:
    view = names.names.view
    for _ in range(4):
        press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    click(names.names.buttons["check"])
    assert checked(names) == [1, 2, 3, 4, 5]


def check_all(names: CertificatesTab) -> None:
    """Say of all names that they are right, and that again where it is asked."""
    click(names.names.check_all)
    found = names.window().findChildren(ConfirmDialog, "names_check_all_ask")
    (asked,) = [each for each in found if each.isVisible()]
    press(asked.yes, Qt.Key.Key_Return)
    settle()


def test_the_question_names_those_with_a_remark(names: CertificatesTab, ended: Story) -> None:
    people.change_person(ended.work, names.names.model.row(1).person, {"given": "Ф.", "patronymic": None})
    names.refresh()
    row = names.names.model.row(1)
    assert row.doubts
    click(names.names.check_all)
    asked = find(names.window(), ConfirmDialog, "names_check_all_ask")
    assert asked.text.text().endswith(f"With a remark: No.\u00a02 {row.name}")


def test_all_checked_is_one_step_and_stands_on_the_board(
    names: CertificatesTab, ended: Story, shown: Shown
) -> None:
    press(names.names.view, Qt.Key.Key_Space)
    click(names.names.check_all)
    asked = find(names.window(), ConfirmDialog, "names_check_all_ask")
    assert asked.title.text() == "Are 23 names right?", "one was looked at; № 25 gets no certificate"
    press(asked.no, Qt.Key.Key_Escape)
    assert checked(names) == [1], "a slip changes nothing"
    check_all(names)
    assert len(checked(names)) == 24
    assert shown.undo == ["23 names checked"], "as many as were asked about"
    assert names.names.tools.count.text() == "24 of 24 names for certificates checked"
    assert not names.names.check_all.isEnabled()
    click(names.switch.button("board"))
    assert names.board.counts.text().startswith("24 of 24 names for certificates checked")
    history.undo(ended.work)
    names.refresh()
    assert names.board.counts.text().startswith("1 of 24 names for certificates checked")


def test_a_correction_takes_the_check_back_and_flows_to_the_person(
    names: CertificatesTab, ended: Story
) -> None:
    check_all(names)
    names.names.view.selectRow(1)
    press(names.names.view, Qt.Key.Key_Return)
    type_text(names.name_form.rows["fields"].rows["patronymic"].field, "Бахтиёрзода")
    click(names.name_form.accept_button)
    settle()
    assert 2 not in checked(names)
    person = names.names.model.row(1).person
    assert people.get_person(ended.work, person).patronymic == "Бахтиёрзода"
    assert printing.proof_list(ended.work, ended.course)[1].checked is False


def test_issuing_with_unchecked_names_names_them_and_leads_to_them(names: CertificatesTab) -> None:
    check_all(names)
    names.names.view.selectRow(2)
    press(names.names.view, Qt.Key.Key_Space)
    click(names.switch.button("board"))
    click(names.issue)
    form = names.issue_form
    assert form.accept_button.text() == "Issue 24 certificates all the same"
    assert [row.number for row in names.names.rows if not row.checked] == [3, 25]
    first = form.notes.itemAt(0).widget()
    assert isinstance(first, NoteRow)
    assert first.words.text() == "1 name nobody has checked: No.\u00a03 Бобоҷонов Далер"
    click(form.names)
    assert form.isHidden()
    assert names.switch.value() == "names"
    names.names.view.selectRow(2)
    press(names.names.view, Qt.Key.Key_Space)
    click(names.issue)
    assert form.accept_button.text() == "Issue 24 certificates"
    assert form.names.isHidden()


def test_only_the_chosen_are_issued_with_their_sessions_on_the_back(
    tab: CertificatesTab, ended: Story, shown: Shown
) -> None:
    tab.board.view.selectRow(0)
    tab.board.view.setFocus()
    press(tab.board.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert tab.board.buttons["issue"].text() == "Issue 2 chosen"
    click(tab.board.buttons["issue"])
    tab.issue_form.rows["back"].setChecked(True)
    click(tab.issue_form.accept_button)
    settle()
    issued = certificates.register(ended.work, ended.course)
    assert len(issued) == 2
    pages = shown.pages()
    assert len(pages) == 4
    assert issued[0].facts.sessions[0].topic in pages[1]
    assert tab.issue.text() == "Issue 22 certificates"


def test_the_proof_list_is_shown_on_paper(names: CertificatesTab, shown: Shown) -> None:
    click(names.names.paper)
    settle()
    assert shown.papers[-1].file.startswith("DSH-1-proof-")
    assert "Азизов Фаррух" in "".join(shown.pages())


@in_turn("code", ["tg", "ru", "en"])
def test_sign_off_fits_in_every_language(names: CertificatesTab, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    assert names.minimumSizeHint().width() <= TAB_SIZE[0]
    assert cut_heads(names.names.view) == []
    words = ("Checked", "Not checked")
    chips = [chip_width(names.names.tr(word), with_icon=True) for word in words]
    assert max(chips) <= chip_room(names.names.view, "checked")
