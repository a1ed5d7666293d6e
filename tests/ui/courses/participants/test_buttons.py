"""Buttons of a course's list and of the import of one that no other test presses."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.actions.lists import HEADING, LIST, write_list
from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.courses.participants.test_list import item, later
from tests.ui.driving import click, find, press, press_button, settle, show, type_text
from tests.ui.import_parts import TWINS, course, fates, importing, read, take
from tests.ui.people_parts import open_list, participants_of, texts
from trainer_app.actions.courses import enrolments
from trainer_app.actions.people import people
from trainer_app.domain.courses.courses import EnrolmentState
from trainer_app.domain.courses.roster_plan import NEW
from trainer_app.domain.courses.roster_reader import RowRepair
from trainer_app.domain.people.persons import Sex
from trainer_app.ui.courses.participants.import_page import RosterImportPage
from trainer_app.ui.courses.participants.import_preview import RosterPreviewPage
from trainer_app.ui.kit.context import Notice
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace

__all__ = ["course", "importing", "later"]


def test_one_of_the_list_is_changed_left_out_and_opened_by_button(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[4])
    settle()
    press_button(tab, "participants_edit")
    assert tab.form.isVisible()
    assert tab.form.rows["family"].field.text() == "Гулмуродова"
    press_button(tab, "participant_form_latin_suggest")
    assert tab.form.rows["latin"].field.text() == "Zarina Gulmurodova"
    press_button(tab, "participant_form_sex_unknown")
    press_button(tab, "participant_form_accept")
    assert (item(story, 4).person.latin, item(story, 4).person.sex) == ("Zarina Gulmurodova", Sex.UNKNOWN)
    tab.list.choose(story.enrolments[2])
    press_button(tab, "participants_withdraw")
    press_button(tab, "withdraw_form_accept")
    assert item(story, 2).enrolment.state is EnrolmentState.WITHDRAWN
    press_button(tab, "participants_person")
    assert workspace.current() == "people"


def test_parts_of_the_list_are_shown_by_the_switch(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    workspace.context.do(enrolments.add_by_name, story.course, "Юсуфов Алишер")
    workspace.context.do(enrolments.withdraw, story.enrolments[2])
    settle()
    press_button(tab, "participants_part_left")
    assert tab.list.model.rowCount() == 1
    press_button(tab, "participants_part_to_complete")
    assert "Юсуфов Алишер" in texts(tab.list.model, 1)
    press_button(tab, "participants_part_all")
    assert tab.list.model.rowCount() == 26


def test_every_offer_can_be_put_aside(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    workspace.context.do(enrolments.add_by_name, story.course, "Ањмадов Фирўз Љўраевич")
    shown = [row for row in tab.offers.rows.values() if row.isVisible()]
    assert {row.kind.value for row in shown} == {"letters", "sex"}
    for row in shown:
        press_button(tab, f"participants_offer_{row.kind.value}_hide")
        assert not row.isVisible()
    assert not tab.offers.isVisible()
    assert texts(tab.list.model, 1)[25] == "Ањмадов Фирўз Љўраевич"


def shown_row(page: RosterPreviewPage) -> list[str]:
    """Return what is said of the person in the row that is looked at: name, then rank and unit."""
    names = ("import_row_name", "import_row_second")
    return [find(page.row_card, QLabel, name).text() for name in names]


REPAIRS = {
    "legacy": ("Ањмадов Фирўз Љўраевич", "", "Аҳмадов Фирӯз Ҷӯраевич"),
    "mixed": ("Aзизов Фаррух Валиевич", "", "Азизов Фаррух Валиевич"),
    "case": ("АЗИЗОВ ФАРРУХ ВАЛИЕВИЧ", "", "Азизов Фаррух Валиевич"),
    "rank": ("Азизов Фаррух Валиевич", "капетан", "Captain · ШКД ш. Хуҷанд"),
}


@pytest.mark.parametrize("repair", REPAIRS)
def test_every_repair_of_a_row_is_taken_and_left(
    importing: RosterImportPage, tmp_path: Path, repair: str
) -> None:
    name, rank, repaired = REPAIRS[repair]
    page = read(importing, write_list(tmp_path, [("1", name, rank, "ШКД ш. Хуҷанд", "М")]))
    for _ in range(2):
        tick = next(each for kind, each in page.row_card.repairs.items() if kind.value == repair)
        taken = tick.isChecked()
        assert (repaired in shown_row(page)) is taken
        press_button(page, f"import_row_repair_{repair}")
        assert (repaired in shown_row(page)) is not taken


@pytest.mark.parametrize(
    ("repair", "row", "repaired"),
    [
        # Alone in a whole list this letter may well be right: nothing is repaired before somebody says so.
        ("legacy", ("1", "Азизов Фирўз Валиевич", "", "ШКД ш. Хуҷанд", "М"), "Азизов Фирӯз Валиевич"),
        ("rank", ("1", *REPAIRS["rank"][:2], "ШКД ш. Хуҷанд", "М"), REPAIRS["rank"][2]),
    ],
)
def test_a_repair_is_taken_for_all_rows(
    importing: RosterImportPage, tmp_path: Path, repair: str, row: tuple[str, ...], repaired: str
) -> None:
    page = read(importing, write_list(tmp_path, [row]))
    assert repaired not in shown_row(page)
    press_button(page, f"import_all_{repair}")
    assert repaired in shown_row(page)
    press_button(page, f"import_all_{repair}")
    assert repaired not in shown_row(page)


def test_years_of_two_digits_are_asked_about_for_all_rows(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    heading = ("№", "Ному насаб", "Рутба", "Ҷойи хизмат", "Ҷинс", "Соли таваллуд")
    row = ("1", "Азизов Фаррух Валиевич", "", "ШКД ш. Хуҷанд", "М", "1.2.88")
    page = read(importing, write_list(tmp_path, [row], heading))
    assert "1988" not in shown_row(page)[1]
    assert page.strip.for_all[RowRepair.YEAR].text().endswith(": 1")
    for taken in (True, False):
        press_button(page, "import_all_year")
        assert ("1988" in shown_row(page)[1]) is taken
    press_button(page, "import_row_repair_year")
    assert "1988" in shown_row(page)[1]


def test_a_signature_that_is_left_out_is_nobody_whose_sex_a_name_shows(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    rows = [
        (str(number), name, "", "ШКД ш. Хуҷанд", "")
        for number, name in enumerate(("Азизов Фаррух Валиевич", "Каримова Ситора Раҳимовна"), start=1)
    ]
    signed = ("", "Начальник отдела Салимов Далер Валиевич", "", "", "")
    page = read(importing, write_list(tmp_path, [*rows, ("",) * 5, signed]))
    last = max(page.state.lines) if page.state is not None else 0
    page.table.choose(last)
    assert page.state is not None
    assert page.state.leaves_out(last)
    tick = page.strip.for_all[RowRepair.SEX]
    assert tick.text().endswith(": 2")
    press_button(page, "import_row_leave_out")
    assert tick.text().endswith(": 3"), "whoever is taken after all is counted"


def test_whoever_stands_below_a_list_without_a_number_is_told_and_taken_by_one_press(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    names = ("Азизов Фаррух Валиевич", "Каримова Ситора Раҳимовна")
    rows = [(str(number), name, "", "ШКД", "") for number, name in enumerate(names, start=1)]
    added = [("", name, "", "ШКД", "") for name in ("Умаров Али Саидович", "Холова Раъно Олимовна")]
    page = read(importing, write_list(tmp_path, [*rows, ("",) * 5, *added]))
    assert page.state is not None
    told = page.strip.notes.text().splitlines()[0]
    assert told == "Below the list, without a number: 2 rows (5–6). Not taken unless you say so."
    assert page.strip.below.text() == "Take rows below the list: 2"
    assert page.accept.text().startswith("Import 2 people")
    assert page.sum.text().endswith(" + not taken 2 (below the list 2)")
    press_button(page, "import_take_below")
    assert fates(page)[2:] == ["new"] * 2
    assert page.table.current() == 5, "they are shown"
    assert page.accept.text().startswith("Import 4 people")
    assert page.sum.text().endswith(" + not taken 0")
    press_button(page, "import_row_leave_out")
    assert not page.strip.below.isChecked()
    press_button(page, "import_take_below")
    assert fates(page)[2:] == ["new"] * 2
    press_button(page, "import_take_below")
    assert fates(page)[2:] == ["not taken"] * 2


def test_a_list_with_nobody_below_it_offers_nothing_to_take_there(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    assert read(importing, write_list(tmp_path)).strip.below.isHidden()


def test_a_row_that_repeats_another_is_the_same_person_again(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path))
    page.table.choose(6)
    click(page.row_card.choices["other"])
    assert fates(page)[4] == "new"
    press_button(page, "import_row_double_same")
    assert fates(page)[4] == "with row 3"


def test_somebody_known_can_be_somebody_new_after_all(
    importing: RosterImportPage, story: Story, tmp_path: Path
) -> None:
    known = people.search(story.work, "Раҳимов")[0].key
    rows = [("1", "Рахимов Некруз Файзуллоевич", "капитан", "ОВД р-на Рашт", "М")]
    page = read(importing, write_list(tmp_path, rows))
    click(page.row_card.choices[known])
    assert fates(page) == ["known"]
    press_button(page, "import_row_person_new")
    assert page.row_card.choices[NEW].isChecked()
    assert fates(page) == ["new"]


def test_all_notes_of_a_list_are_shown(importing: RosterImportPage, tmp_path: Path) -> None:
    strange = tuple(f"Сутуни {number}" for number in range(6))
    rows = [(*row, *("чизе" for _ in strange)) for row in LIST[:3]]
    page = read(importing, write_list(tmp_path, rows, (*HEADING, *strange)))
    few = page.strip.notes.text()
    press_button(page, "import_more_notes")
    assert len(page.strip.notes.text()) > len(few)
    assert page.strip.more.text() == "Less"
    press_button(page, "import_more_notes")
    assert page.strip.notes.text() == few
    assert page.strip.more.text() == "More"


def test_a_wrong_table_is_named(importing: RosterImportPage, tmp_path: Path) -> None:
    wrong = tmp_path / "Рӯйхат.xlsx"
    wrong.write_bytes(b"no table at all, but words")
    heard: list[Notice] = []
    importing.context.noticed.connect(heard.append)
    importing.read(wrong)
    assert heard[-1].title.startswith("Рӯйхат.xlsx: This is not a table")
    assert "Nothing was changed" in heard[-1].text
    assert heard[-1].again is not None
    assert heard[-1].again()[0] == heard[-1].title


def test_people_are_added_to_an_empty_list_first_by_hand(
    workspace: Workspace, story: Story, later: str
) -> None:
    tab = participants_of(workspace, later)
    click(tab.add_first)
    type_text(tab.add_bar.name, "Юсуфов Алишер")
    assert tab.add_bar.isVisible()


@in_turn("size", [(1366, 697), (910, 460), (683, 390)])
def test_the_button_of_open_questions_leads_to_the_answers(
    importing: RosterImportPage, window: MainWindow, tmp_path: Path, size: tuple[int, int]
) -> None:
    window.resize(*size)
    show(window)
    page = read(importing, write_list(tmp_path, TWINS))
    # The first press stays at the question that one is at already.
    for name in ("Row 3", "Row 5"):
        click(page.questions)
        assert page.row_card.title.text() == name
        settle()
        answers = [page.row_card.choices[each] for each in ("same", "other")]
        assert answers[0].hasFocus()
        for answer in answers:
            assert answer.visibleRegion().boundingRect() == answer.rect(), (size, answer.objectName())


def test_a_double_click_skips_no_question_and_f1_tells_of_lists_of_people(
    importing: RosterImportPage, workspace: Workspace, window: MainWindow, tmp_path: Path
) -> None:
    window.resize(1366, 697)
    show(window)
    page = read(importing, write_list(tmp_path, TWINS))
    page.table.choose(2)
    at = page.questions.mapTo(window, page.questions.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, none, at)
    settle()
    assert page.row_card.title.text() == "Row 3"
    press(window, Qt.Key.Key_F1)
    assert workspace.help.view.page_name == "participants"


def test_what_was_taken_in_is_told_until_somebody_leaves_or_goes_on(
    importing: RosterImportPage,
    course: str,
    story: Story,
    workspace: Workspace,
    window: MainWindow,
    tmp_path: Path,
) -> None:
    show(window)
    tab = participants_of(workspace, course)
    take(read(importing, write_list(tmp_path)))
    assert importing.result.undo.isVisible()
    participants_of(workspace, story.course)
    workspace.open("today")
    settle()
    assert participants_of(workspace, course).pages.currentIndex() == 0, "another course was opened since"
    tab.open_import()
    take(read(importing, write_list(tmp_path)))
    assert importing.is_done
    workspace.open("today")
    settle()
    workspace.open("courses")
    settle()
    assert tab.isVisible()
    assert tab.pages.currentIndex() == 0, "the page was left"
    assert tab.import_button.isVisible()
    tab.open_import()
    take(read(importing, write_list(tmp_path)))
    assert importing.is_done
    key = enrolments.list_enrolments(story.work, course)[0].enrolment.key
    workspace.context.do(enrolments.withdraw, key)
    settle()
    assert tab.pages.currentIndex() == 0, "the course is another one now"
    assert workspace.window().focusWidget() is tab.list.table
