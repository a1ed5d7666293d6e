"""Rows of a list that is taken in: who is left out, who is known, what is repaired and decided."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStyleOptionViewItem, QToolTip

from tests.actions.lists import HEADING, LIST, write_list
from tests.cut_texts import lay_out, logical
from tests.kit.world import Story
from tests.ui.driving import click, find, press, settle, show, type_text
from tests.ui.import_parts import SUM, TWINS, course, fates, importing, mean, problems, read, take
from tests.ui.people_parts import participants_of, texts
from trainer_app.actions.courses import enrolments
from trainer_app.actions.people import joining, people
from trainer_app.domain.courses.roster_plan import NEW
from trainer_app.domain.courses.roster_reader import RowRepair
from trainer_app.domain.people.persons import Sex
from trainer_app.ui.courses.participants.import_page import RosterImportPage
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog
from trainer_app.ui.widgets.painting import narrow_lines
from trainer_app.ui.widgets.table_models import ROW_ROLE
from trainer_app.ui.widgets.tables import cell_room

__all__ = ["course", "importing"]


def test_only_rows_with_a_problem_can_be_shown(importing: RosterImportPage, tmp_path: Path) -> None:
    page = read(importing, write_list(tmp_path))
    assert page.strip.only_problems.text() == "Only rows with a problem: 5"
    click(page.strip.only_problems)
    assert texts(page.table.model_, 0) == ["2", "4", "5", "6", "7"]
    assert page.sum.text() == SUM
    click(page.strip.only_problems)
    assert len(texts(page.table.model_, 0)) == 6


def test_trouble_stands_below_the_name(importing: RosterImportPage, tmp_path: Path) -> None:
    page = read(importing, write_list(tmp_path))
    model = page.table.model_
    assert model is not None
    assert page.table.delegate.told_in == 3
    words, refused = page.table.delegate.trouble(model.index(3, 3).data(ROW_ROLE))
    assert words.startswith("There is no name in this row")
    assert refused
    assert page.table.delegate.trouble(model.index(1, 3).data(ROW_ROLE)) == ("", False)


def test_more_remarks_than_the_one_in_sight_are_said_in_words(
    importing: RosterImportPage, workspace: Workspace, tmp_path: Path
) -> None:
    """S3: "(+1)" before a remark told nobody what it counts."""
    rows = [("1", "Шоева Гулноз Давлат....", "майор", "ШКД", ""), ("2", "Қодиров Умед", "майор", "ШКД", "М")]
    table = read(importing, write_list(tmp_path, rows)).table
    said = {
        "en": "Remark 1 of 2: The name is cut off in the cell: “Шоева Гулноз Давлат....”. ",
        "ru": "Замечание 1 из 2: Имя в ячейке обрезано: «Шоева Гулноз Давлат....». ",
        "tg": "Эзоҳи 1 аз 2: Ном дар катак бурида шудааст: «Шоева Гулноз Давлат....». ",
    }
    for language, words in said.items():
        workspace.context.language.choose(language)
        assert table.model_ is not None
        assert table.delegate.trouble(table.model_.row(0))[0].startswith(words)


def test_what_is_wrong_with_a_row_is_whole_in_the_table(
    importing: RosterImportPage, workspace: Workspace, tmp_path: Path
) -> None:
    """S3: the remarks ended in "…", and what they ask stood nowhere in the table."""
    workspace.context.language.choose("tg")
    rows = [
        ("1", "Қосимов Шӯҳрат Раҳмонови", "майор", "", ""),
        ("2", "Қодиров Умед Саидович", "майор", "ШКД", "М"),
    ]
    table = read(importing, write_list(tmp_path, rows)).table
    assert table.model_ is not None
    told = table.delegate.told_in
    words = table.delegate.trouble(table.model_.row(0))[0]

    def room() -> int:
        return int(
            cell_room(table.visualRect(table.model_.index(0, told)), told, table.model_.columnCount()).width()
        )

    def lines() -> int:
        return len(narrow_lines(words, room(), 500))

    assert lines() > 1, "it is longer than the column"
    high, whole = table.rowHeight(0), table.rowHeight(1)
    assert high >= 21 + lines() * 14
    assert whole == 42, "nothing is said of it"
    table.horizontalHeader().resizeSection(told, 170)
    assert table.rowHeight(0) > high
    assert table.rowHeight(0) >= 21 + lines() * 14
    table.horizontalHeader().resizeSection(told, 900)
    assert table.rowHeight(0) == 42


def test_a_row_can_be_left_out_by_keyboard(importing: RosterImportPage, tmp_path: Path) -> None:
    page = read(importing, write_list(tmp_path))
    page.table.choose(2)
    tick = page.row_card.leave_out
    assert tick is not None
    tick.setFocus()
    press(tick, Qt.Key.Key_Space)
    settle()
    assert fates(page)[0] == "not taken"
    assert page.sum.text() == "rows 6 = new 2 + known or double 1 + not taken 3"
    again = page.row_card.leave_out
    assert again is not None
    assert QApplication.focusWidget() is again
    press(again, Qt.Key.Key_Space)
    assert page.sum.text() == SUM


def test_a_double_can_be_another_person(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path))
    page.table.choose(6)
    assert page.row_card.choices["same"].isChecked()
    click(page.row_card.choices["other"])
    assert fates(page)[4] == "new"
    assert page.accept.text() == "Import 4 people (unanswered as new: 1)"
    take(page)
    assert len(enrolments.list_enrolments(story.work, course)) == 4


def test_namesakes_are_kept_apart_for_good_and_told_apart(
    importing: RosterImportPage, workspace: Workspace, course: str, story: Story, tmp_path: Path
) -> None:
    heading = ("№", "Ному насаб", "Рутба", "Шуъба", "Соли таваллуд")
    rows = [
        (number, "Бобоев Фаррух", "майор", "ШВКД Рӯдакӣ", year)
        for number, year in (("1", "1985"), ("2", "1991"))
    ]
    page = read(importing, write_list(tmp_path, rows, heading))
    page.table.choose(3)
    assert "1985" in page.row_card.choices["same"].accessibleDescription()
    click(page.row_card.choices["other"])
    take(page)
    settle()
    (pair,) = joining.joins_of(story.work).apart
    assert {people.get_person(story.work, key).birth_year for key in pair.people} == {1985, 1991}
    model = participants_of(workspace, course).list.model
    assert [model.index(row, 1).data() for row in range(2)] == ["Бобоев Фаррух, 1985", "Бобоев Фаррух, 1991"]


def test_a_missing_sex_is_decided_for_one_row_or_for_all(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    rows = [*LIST[:3], ("6", "Эмомова Ҷамила Саидовна", "майор", "ШКД н. Сино", "")]
    page = read(importing, write_list(tmp_path, rows))
    page.table.choose(4)
    switch = page.row_card.sex
    assert switch is not None
    assert switch.value() == Sex.UNKNOWN.value
    click(switch.button(Sex.FEMALE.value))
    for_all = page.strip.for_all[RowRepair.SEX]
    assert for_all.text().endswith(": 2")
    click(for_all)
    take(page)
    sexes = {each.person.given: each.person.sex for each in enrolments.list_enrolments(story.work, course)}
    # What was decided for the row itself counts.
    assert (sexes["Алишер"], sexes["Ҷамила"]) == (Sex.FEMALE, Sex.FEMALE)


def test_what_differs_of_a_namesake_is_named(
    importing: RosterImportPage, story: Story, tmp_path: Path
) -> None:
    """S2: "nothing differs" stood beside a lieutenant of Varzob for a captain of Khujand."""
    known = people.search(story.work, "Азизов")[0].key
    told = {"patronymic": "Бахтиёрович", "rank": "lieutenant", "unit": "", "duty_district": "Варзоб"}
    people.change_person(story.work, known, told)
    heading = ("Ному насаб", "Рутба", "Ноҳия")

    def why(rank: str, district: str) -> str:
        page = read(importing, write_list(tmp_path, [("Азизов Фаррух Бахтиёрович", rank, district)], heading))
        assert page.row_card.choices[known].isChecked()
        return find(page.row_card, QLabel, "import_row_why_0").text()

    assert why("капитан", "Хуҷанд") == "Same name. Different: Rank, Duty district"
    assert why("лейтенант", "н. Варзоб") == "Same name, and nothing known of both differs"
    assert why("лейтенант", "Хуҷанд") == "Same name. Different: Duty district"
    people.change_person(story.work, known, {"rank": "", "duty_district": ""})
    assert why("", "Хуҷанд") == "Same name"


def test_known_people_are_proposed_with_reasons(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    known = people.search(story.work, "Раҳимов")[0].key
    people.change_person(story.work, known, {"patronymic": "Файзуллоевич", "unit": "ШКД н. Рашт"})
    rows = [("1", "Рахимов Некруз Файзуллоевич", "капитан", "ОВД р-на Рашт", "М")]
    page = read(importing, write_list(tmp_path, rows))
    assert fates(page) == ["who is it?"]
    choices = page.row_card.choices
    assert list(choices) == [known, NEW]
    assert not any(choice.isChecked() for choice in choices.values()), "nobody has said it yet"
    assert page.questions.text() == "Questions without an answer: 1"
    click(choices[NEW])
    assert fates(page) == ["new"]
    assert page.questions.isHidden()
    choices = page.row_card.choices
    why = find(page.row_card, QLabel, "import_row_why_0").text().splitlines()
    assert len(why) > 1
    assert any("Рахимов – Раҳимов" in line for line in why)
    click(choices[known])
    assert fates(page) == ["known"]
    assert page.sum.text() == "rows 1 = new 0 + known or double 1 + not taken 0"
    assert page.accept.text() == "Import one person"
    take(page)
    assert [each.person.key for each in enrolments.list_enrolments(story.work, course)] == [known]
    assert people.get_person(story.work, known).rank == "captain"


def test_a_newer_rank_is_taken_only_when_ticked(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    known = people.search(story.work, "Азизов")[0].key
    people.change_person(story.work, known, {"patronymic": "Бахтиёрович", "rank": "lieutenant"})
    page = read(importing, write_list(tmp_path, LIST[:1]))
    assert fates(page) == ["known"]
    differs = find(page.row_card, QLabel, "import_row_differs_rank")
    assert differs.text() == "Rank: “Lieutenant” stays, not “Captain”"
    assert page.strip.newer.isVisible()
    click(page.strip.newer)
    settle()
    differs = find(page.row_card, QLabel, "import_row_differs_rank")
    assert differs.text() == "Rank: “Captain” stays, not “Lieutenant”"
    take(page)
    assert people.get_person(story.work, known).rank == "captain"


def test_repairs_can_be_left(importing: RosterImportPage, course: str, story: Story, tmp_path: Path) -> None:
    rows = [("1", "Ањмадов Фирўз Љўраевич", "", "ШКД ш. Хуҷанд", "М")]
    page = read(importing, write_list(tmp_path, rows))
    assert find(page.row_card, QLabel, "import_row_name").text() == "Аҳмадов Фирӯз Ҷӯраевич"
    tick = page.row_card.repairs[RowRepair.LEGACY]
    assert tick.isChecked()
    click(tick)
    settle()
    assert find(page.row_card, QLabel, "import_row_name").text() == "Ањмадов Фирўз Љўраевич"
    # Now it is offered for all rows, since it is not taken in this one.
    click(page.row_card.repairs[RowRepair.LEGACY])
    take(page)
    assert enrolments.list_enrolments(story.work, course)[0].person.family == "Аҳмадов"


def test_the_unit_of_a_row_is_corrected(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    heading = ("Ному насаб", "Кор", "Ҷой")
    rows = [("Шокиров Алишер Валиевич", "ШКД н. Сно", "Душанбе"), ("Пирова Шаҳноза", "ШКД н. Сно", "Ваҳдат")]
    page = read(importing, write_list(tmp_path, rows, heading))
    mean(page, 1, "unit")
    page.table.choose(2)
    unit = find(page.row_card, QLineEdit, "import_row_unit")
    assert unit.text() == "ШКД н. Сно"
    unit.selectAll()
    type_text(unit, "  ШКД  н. Сино")
    press(unit, Qt.Key.Key_Return)
    settle()
    assert find(page.row_card, QLabel, "import_row_second").text() == "ШКД н. Сино"
    assert find(page.row_card, QLineEdit, "import_row_unit").hasFocus(), "the keyboard stays where it was"
    assert page.state is not None
    assert [page.state.row(number).unit for number in page.state.lines] == ["ШКД н. Сино", "ШКД н. Сно"]
    # It holds on while the column means the same; what another column says is no mistake of that kind.
    mean(page, 2, "duty_district")
    assert find(page.row_card, QLineEdit, "import_row_unit").text() == "ШКД н. Сино"
    mean(page, 1, "nothing")
    mean(page, 2, "unit")
    assert find(page.row_card, QLineEdit, "import_row_unit").text() == "Душанбе"
    find(page.row_card, QLineEdit, "import_row_unit").clear()
    type_text(find(page.row_card, QLineEdit, "import_row_unit"), "ШКД н. Сино")
    take(page)
    units = {each.person.family: each.person.unit for each in enrolments.list_enrolments(story.work, course)}
    assert units == {"Шокиров": "ШКД н. Сино", "Пирова": "Ваҳдат"}


def test_a_row_without_a_name_is_taken_once_one_is_typed(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    heading = ("Ному насаб", "Ҷойи хизмат", "Ҷинс")
    rows = [("", "ШКД Бохтар", "М"), ("Каримова Нигина", "ШКД Вахш", "З")]
    page = read(importing, write_list(tmp_path, rows, heading))
    assert fates(page) == ["not taken", "new"]
    page.table.choose(2)
    name = find(page.row_card, QLineEdit, "import_row_given_name")
    press(name, Qt.Key.Key_Return)
    assert fates(page) == ["not taken", "new"], "nothing was typed"
    type_text(name, "Саидов Рустам")
    press(name, Qt.Key.Key_Return)
    settle()
    assert fates(page) == ["new", "new"]
    assert problems(page) == []
    assert texts(page.table.model_, 2) == ["Саидов Рустам", "Каримова Нигина"]
    take(page)
    listed = {each.person.name for each in enrolments.list_enrolments(story.work, course)}
    assert {"Саидов Рустам", "Каримова Нигина"} <= listed


def test_a_name_that_was_cut_stands_whole_in_its_row_and_tells_the_sex(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    rows = [("Раҳмон…", "ШКД Кӯлоб"), ("Каримова Нигина Саидовна", "ШКД Вахш")]
    page = read(importing, write_list(tmp_path, rows, ("Ному насаб", "Ҷойи хизмат")))
    click(page.strip.for_all[RowRepair.SEX])
    page.table.choose(2)
    name = find(page.row_card, QLineEdit, "import_row_full_name")
    name.selectAll()
    type_text(name, "Раҳмонов Суҳроб Ҷамшедович")
    press(name, Qt.Key.Key_Return)
    settle()
    assert texts(page.table.model_, 2)[0] == "Раҳмонов Суҳроб Ҷамшедович"
    assert page.state is not None
    row = page.state.row(2)
    assert row is not None
    assert row.sex is Sex.MALE
    assert problems(page) == []


def test_two_people_in_one_cell_wait_and_the_name_of_a_row_is_corrected(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    heading = ("Ному насаб", "Ҷинс")
    rows = [("Юсупов Анвар, Юсупова Зарина", "М"), ("Каримова Нигина (беременна)", "З")]
    page = read(importing, write_list(tmp_path, rows, heading))
    assert fates(page) == ["not taken", "new"]
    page.table.choose(2)
    assert "More than one person seems to stand in this cell" in problems(page)[0]
    assert page.row_card.findChildren(QLineEdit, "import_row_full_name") == []
    assert page.row_card.leave_out is not None
    click(page.row_card.leave_out)
    settle()
    name = find(page.row_card, QLineEdit, "import_row_full_name")
    assert name.text() == "Юсупов Анвар Юсупова Зарина"
    name.clear()
    press(name, Qt.Key.Key_Return)
    assert name.text() == "Юсупов Анвар Юсупова Зарина", "nobody is without a name"
    name.selectAll()
    type_text(name, " Анвар Юсупов")
    press(name, Qt.Key.Key_Return)
    settle()
    assert find(page.row_card, QLabel, "import_row_name").text() == "Юсупов Анвар"
    assert find(page.row_card, QLineEdit, "import_row_full_name").text() == "Юсупов Анвар"
    assert problems(page) == []
    page.table.choose(3)
    assert problems(page) == [
        "Ному насаб: What stands in brackets is not taken into the name: (беременна). "
        "If it is part of the name, write it without brackets."
    ]
    take(page)
    people_there = enrolments.list_enrolments(story.work, course)
    assert [each.person.name for each in people_there] == ["Юсупов Анвар", "Каримова Нигина"]


def test_facts_and_letters_that_differ_are_asked_and_counted_beside_the_button(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path, TWINS))
    assert fates(page) == ["new", "who is it?", "new", "who is it?"]
    assert page.questions.text() == "Questions without an answer: 2"
    assert page.sum.text() == "rows 4 = new 2 + who is it? 2 + known or double 0 + not taken 0"
    assert page.accept.text() == "Import 4 people (unanswered as new: 2)"
    page.table.choose(2)
    click(page.questions)
    assert page.row_card.title.text() == "Row 3"
    assert any("Row 2 has the same name" in line for line in problems(page))
    assert any("“Major” here, “Lieutenant” there" in line for line in problems(page))
    choices = page.row_card.choices
    assert not choices["same"].isChecked()
    assert not choices["other"].isChecked()
    click(choices["other"])
    assert fates(page) == ["new", "new", "new", "who is it?"]
    click(page.questions)
    assert page.row_card.title.text() == "Row 5"
    click(page.row_card.choices["same"])
    assert fates(page) == ["new", "new", "new", "with row 4"]
    assert page.questions.isHidden()
    click(page.accept)
    assert len(enrolments.list_enrolments(story.work, course)) == 3
    assert importing.result.rows["open"].isHidden()
    # Every row is in what came of the list: 3 and 1 of 4.
    numbers = {
        name: find(importing.result, QLabel, f"import_result_{name}_value").text()
        for name, row in importing.result.rows.items()
        if row.isVisible()
    }
    assert numbers == {"added": "3", "joined": "1"}


def test_what_was_not_answered_is_taken_as_somebody_new_and_told(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path, TWINS))
    click(page.accept)
    asked = find(importing.window(), ConfirmDialog, "import_open_question")
    assert asked.title.text() == "2 rows without an answer: who is it?"
    assert enrolments.list_enrolments(story.work, course) == []
    click(asked.yes)
    assert len(enrolments.list_enrolments(story.work, course)) == 4
    assert importing.result.rows["open"].isVisible()
    assert find(importing.result, QLabel, "import_result_open_value").text() == "2"


def test_a_number_of_two_rows_is_asked_and_counted_beside_the_button(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    rows = [
        ("1", "Каримова Нилуфар Саидовна", "лейтенант", "ШКД н. Сино", "З", "918 00 00 01"),
        ("2", "Тоиров Лутфулло Ғиёсович", "майор", "ШКД н. Варзоб", "М", "+992918000001"),
    ]
    page = read(importing, write_list(tmp_path, rows, (*HEADING, "Телефон")))
    assert page.questions.text() == "Questions without an answer: 1"
    assert page.accept.text() == "Import 2 people (unanswered as new: 1)"
    assert page.strip.only_problems.text() == "Only rows with a problem: 2"
    page.table.choose(3)
    assert "row 2 too, “Каримова Нилуфар Саидовна”" in problems(page)[0]
    click(page.row_card.choices["other"])
    assert page.accept.text() == "Import 2 people"


def test_open_questions_are_asked_about_once_and_lead_to_the_row(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path, TWINS))
    page.table.choose(2)
    click(page.accept)
    click(find(importing.window(), ConfirmDialog, "import_open_question").no)
    assert page.row_card.title.text() == "Row 3"
    assert enrolments.list_enrolments(story.work, course) == []
    click(page.accept)
    assert len(enrolments.list_enrolments(story.work, course)) == 4, "it asks once"


def test_what_was_settled_leaves_the_rows_with_a_problem(importing: RosterImportPage, tmp_path: Path) -> None:
    names = ("Одинаев Сорбон Рустамович", "Юнусов Фаррух Далерович", "Холова Мадина Умедовна")
    rows = [(str(at), name, "майор", "ШКД н. Сино", "") for at, name in enumerate(names, start=1)]
    page = read(importing, write_list(tmp_path, rows))
    only = page.strip.only_problems
    assert only.text() == "Only rows with a problem: 3"
    click(only)
    page.table.choose(3)
    assert page.row_card.sex is not None
    click(page.row_card.sex.button("male"))
    settle()
    assert only.text() == "Only rows with a problem: 2"
    assert texts(page.table.model_, 0) == ["2", "3", "4"], "the one that is worked on stays"
    assert page.row_card.title.text() == "Row 3"
    assert problems(page) == []
    page.table.choose(4)
    click(page.strip.for_all[RowRepair.SEX])
    assert only.text() == "Only rows with a problem: 0"
    assert texts(page.table.model_, 0) == ["4"]
    assert page.row_card.title.text() == "Row 4"
    assert only.isEnabled(), "it can be taken away"
    click(page.strip.for_all[RowRepair.SEX])
    assert texts(page.table.model_, 0) == ["2", "4"]


def test_a_remark_goes_and_the_cell_follows_when_the_other_sex_is_chosen(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    """S2: "Taken from the list" went on to be said, and the cell to show what would not be stored."""
    rows = [("1", "Пулодов Сорбон Ҷӯраевич", "майор", "ШКД", "ж"), *LIST[2:3]]
    page = read(importing, write_list(tmp_path, rows))
    page.table.choose(2)
    only, count = page.strip.only_problems, "Only rows with a problem: {}"
    assert only.text() == count.format(2)
    assert "The list counts." in problems(page)[0]
    assert page.row_card.sex is not None
    below = page.row_card.sex.y()
    click(page.row_card.sex.button("male"))
    settle()
    assert problems(page) == []
    assert page.table.model_ is not None
    assert page.table.delegate.trouble(page.table.model_.row(0)) == ("", False)
    assert texts(page.table.model_, 6)[0] == "man"
    assert only.text() == count.format(1)
    assert page.row_card.sex.y() == below, "it stays below the pointer"
    take(page)
    sexes = {each.person.family: each.person.sex for each in enrolments.list_enrolments(story.work, course)}
    assert sexes["Пулодов"] is Sex.MALE


def test_corrected_cells_show_what_will_be_stored(importing: RosterImportPage, tmp_path: Path) -> None:
    heading = ("Ному насаб", "Рутба", "Кор", "Соли таваллуд", "Ҷинс")
    rows = [("Пулодов Сорбон Ҷӯраевич", "лейтинант", "93 500 12 34", "85", "")]
    page = read(importing, write_list(tmp_path, rows, heading))
    mean(page, 2, "unit")
    unit = find(page.row_card, QLineEdit, "import_row_unit")
    unit.selectAll()
    type_text(unit, "ШКД Вахш")
    press(unit, Qt.Key.Key_Return)
    click(page.strip.for_all[RowRepair.SEX])
    click(page.row_card.repairs[RowRepair.RANK])
    click(page.row_card.repairs[RowRepair.YEAR])
    settle()
    cells = [texts(page.table.model_, column)[0] for column in range(3, 7)]
    assert cells == ["Lieutenant", "ШКД Вахш", "1985", "man"]
    assert problems(page) == []
    assert page.strip.only_problems.text() == "Only rows with a problem: 0"


def test_a_list_without_a_column_for_the_sex_says_so_once(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    rows = [("Одинаев Сорбон Рустамович", "майор"), ("Холова Мадина Умедовна", "майор"), ("Сафаров", "майор")]
    page = read(importing, write_list(tmp_path, rows, ("Ному насаб", "Рутба")))
    assert page.strip.only_problems.text() == "Only rows with a problem: 1", "a name of one word"
    assert page.strip.notes.text().startswith("No column tells the sex")
    page.table.choose(2)
    assert page.row_card.sex is not None, "it can be said all the same"


def test_rows_stay_where_they_are_while_one_answers(importing: RosterImportPage, tmp_path: Path) -> None:
    """S3: an answered row went away at the press on the next one, which hit another row."""
    names = ("Одинаев Сорбон Рустамович", "Юнусов Фаррух Далерович", "Холова Мадина Умедовна")
    rows = [(str(at), name, "майор", "ШКД н. Сино", "") for at, name in enumerate(names, start=1)]
    page = read(importing, write_list(tmp_path, rows))
    click(page.strip.only_problems)
    table = page.table
    assert table.model_ is not None

    def tops() -> list[int]:
        return [table.rowViewportPosition(row) for row in range(3)]

    before = tops()
    for number in (2, 3):
        table.choose(number)
        assert page.row_card.sex is not None
        click(page.row_card.sex.button("male"))
        settle()
        assert tops() == before
    assert texts(table.model_, 0) == ["2", "3", "4"]
    click(page.strip.only_problems)
    click(page.strip.only_problems)
    assert texts(table.model_, 0) == ["4"], "they go when the filter is set anew"


def test_the_answers_of_the_row_that_is_shown_first_are_in_sight(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    window = importing.window()
    window.resize(1366, 697)
    show(window)
    page = read(importing, write_list(tmp_path, TWINS))
    settle()
    assert page.row_card.title.text() == "Row 3"
    for name in ("same", "other"):
        answer = page.row_card.choices[name]
        assert answer.visibleRegion().boundingRect() == answer.rect()
    click(page.questions)
    assert page.row_card.title.text() == "Row 3", "it does not jump over the question one is at"
    click(page.questions)
    assert page.row_card.title.text() == "Row 5"


def test_a_long_note_leaves_the_rows_low_and_is_told_whole(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    note = "Note: participants must carry their certificate with them. By Rizoev, telephone 2-22-14"
    page = read(importing, write_list(tmp_path, [*LIST, (note, "", "", "", "")]))
    assert page.table.verticalHeader().defaultSectionSize() == 42
    model = page.table.model_
    assert model is not None
    index = model.index(model.rowCount() - 1, 2)
    assert index.data() == note
    option = QStyleOptionViewItem()
    option.rect = page.table.visualRect(index)
    asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    assert page.table.delegate.helpEvent(asked, page.table, option, index)
    assert QToolTip.text() == note
    QToolTip.hideText()


def test_nothing_moves_under_the_last_answer(importing: RosterImportPage, tmp_path: Path) -> None:
    page = read(importing, write_list(tmp_path))
    window = page.window()
    window.resize(911, 520)
    settle()
    assert page.questions.isVisible()
    click(page.questions)
    before = [page.foot.height(), page.strip.height(), page.table.mapTo(window, QPoint()).y()]
    click(page.row_card.choices[NEW])
    settle()
    assert page.questions.isHidden()
    assert [page.foot.height(), page.strip.height(), page.table.mapTo(window, QPoint()).y()] == before


def test_the_answer_about_the_sex_stays_below_the_pointer(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    """S3: the question went once it was answered, and all below it came up by its height."""
    page = read(importing, write_list(tmp_path, [("1", "Беҳзод Раҳмон", "майор", "ШКД", "")]))
    assert page.row_card.sex is not None

    def places() -> list[int]:
        settle()
        parts = (page.row_card.sex, page.row_card.name, page.row_card.leave_out)
        return [each.mapTo(page.row_card, QPoint()).y() for each in parts if each is not None]

    asked, before = problems(page), places()
    click(page.row_card.sex.button("female"))
    assert (len(problems(page)), places()) == (len(asked) - 1, before)
    click(page.row_card.sex.button("male"))
    assert places() == before


def test_the_card_of_a_row_goes_below_where_names_would_be_cut(
    importing: RosterImportPage, workspace: Workspace, tmp_path: Path
) -> None:
    """S3: at 150 % the rows had 420 pixels beside the card, and no name was whole."""
    page, window = read(importing, write_list(tmp_path)), workspace.window()
    workspace.context.language.choose("ru")
    for size, below in (("1366x768@100", False), ("1366x768@125", False), ("1366x768@150", True)):
        lay_out(window, logical(size))
        rows, card = page.card.geometry(), page.row_card.geometry()
        assert (card.top() > rows.bottom()) is below, size
        assert (card.left() > rows.right()) is not below, size
        assert (card.width() == rows.width()) is below, size
        # The name of a person stands whole between the edges of the table.
        name = page.table.visualRect(page.table.model().index(1, 3))
        words = page.table.fontMetrics().horizontalAdvance("Каримова Нилуфар Саидовна")
        assert name.left() + words < page.table.viewport().width(), size
    # Whoever asks for the next question gets its answers into sight.
    click(page.questions)
    (first, *_) = page.row_card.choices.values()
    assert first.visibleRegion().boundingRect() == first.rect()
