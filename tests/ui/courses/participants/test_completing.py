"""People in the room: to complete one by one, known names, who stands in for whom, by keyboard alone."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.actions.lists import write_list
from tests.kit.world import Story
from tests.ui.driving import click, find, press, press_button, settle, type_text
from tests.ui.import_parts import read, take
from tests.ui.people_parts import open_list, participants_of, texts, unnamed
from trainer_app.actions.attendance import attendance
from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.base.workplace import ZONE
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.office import erasing
from trainer_app.actions.people import people
from trainer_app.actions.people.people import CorrectionKind
from trainer_app.actions.today import today
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, EnrolmentState, Participant
from trainer_app.domain.people.persons import Sex
from trainer_app.domain.today.overview import DueKind
from trainer_app.ui.courses.participants.list_card import ParticipantFilter
from trainer_app.ui.courses.participants.tab import ParticipantsTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.person_form import ReplacementForm
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import SMALLEST
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.overlays import ConfirmDialog

_LATIN, _STATE, _MISSING = 2, 6, 8


def complete(story: Story, but: int) -> None:
    """Type everything about everybody but the last few."""
    for item in enrolments.list_enrolments(story.work, story.course)[: -but or None]:
        fields = {"latin": "As In Passport", "unit": "ШКД"}
        people.change_person(story.work, item.person.key, dict(fields))


def of(story: Story, number: int) -> Participant:
    return enrolments.list_enrolments(story.work, story.course)[number - 1]


def focus() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


# To complete


def test_what_is_missing_is_said_quietly_beside_each(workspace: Workspace, story: Story) -> None:
    complete(story, 2)
    tab = open_list(workspace, story)
    assert texts(tab.list.model, _MISSING)[-3:] == ["", "Latin spelling, unit", "Latin spelling, unit"]
    workspace.context.do(enrolments.add_walk_in, story.course, "Юсуфов Алишер")
    assert texts(tab.list.model, _MISSING)[-1] == "Latin spelling, sex, unit"
    chip = tab.list.model.columns[_MISSING].chip
    assert chip is not None
    assert chip(tab.list.model.row(25)) == (Tone.QUIET, "3", "pen")
    assert chip(tab.list.model.row(0)) is None
    tab.list.choose(of(story, 26).enrolment.key)
    assert tab.list.who.text() == "26  Юсуфов Алишер · to complete: Latin spelling, sex, unit"
    workspace.context.do(enrolments.withdraw, of(story, 26).enrolment.key)
    assert texts(tab.list.model, _MISSING)[-1] == "", "who left need not be completed"


def test_nothing_is_to_be_completed_about_who_was_erased(workspace: Workspace, story: Story) -> None:
    complete(story, 1)
    tab = open_list(workspace, story)
    assert [item.enrolment.number for item in tab.list.to_complete()] == [25]
    told: list[TrainerError] = []
    workspace.context.failed.connect(told.append)
    workspace.context.do(erasing.erase_person, of(story, 25).person.key, "asked in writing")
    assert tab.list.to_complete() == []
    tab.list.choose(of(story, 25).enrolment.key)
    mark = of(story, 25).person.key[-4:]
    assert tab.list.who.text() == f"25  Erased person {mark}"
    for act in ("edit", "person"):
        assert not tab.list.buttons[act].isVisible(), "there is nothing of them"
        assert not tab.list.acts[act].isVisible()
    assert tab.list.buttons["withdraw"].isVisible()
    workspace.context.language.choose("ru")
    assert tab.list.who.text() == f"25  Человек {mark}, данные стёрты"
    press(tab.list.table, Qt.Key.Key_Return)
    assert [problem.code for problem in told] == ["person.erased"]
    assert not tab.form.isVisible()


def test_a_name_that_was_cut_off_in_its_list_is_completed_first(workspace: Workspace, story: Story) -> None:
    complete(story, 0)
    people.change_person(story.work, of(story, 2).person.key, {"patronymic": "Давлат..."})
    tab = open_list(workspace, story)
    assert [item.enrolment.number for item in tab.list.to_complete()] == [2]
    assert texts(tab.list.model, _MISSING)[1] == "whole name"
    tab.complete_first()
    assert focus().endswith("patronymic")


def test_no_latin_spelling_is_missing_where_no_paper_prints_it(workspace: Workspace, story: Story) -> None:
    course = courses.get_course(story.work, story.course).course
    draft = courses.draft_of(course)
    title = Texts(tg=course.title["tg"], ru=course.title["ru"])
    workspace.context.do(
        courses.change_course, story.course, replace(draft, title=title, languages=("tg", "ru"))
    )
    tab = open_list(workspace, story)
    assert "Latin" not in " ".join(texts(tab.list.model, _MISSING))
    assert texts(tab.list.model, _MISSING)[-1] == "unit"
    tab.list.choose(of(story, 2).enrolment.key)
    tab.complete_first()
    about = tab.form.rows["latin"].description
    assert about.text() == "Optional: the certificates of this course are in Cyrillic"
    kinds = [each.kind for each in today.due(story.work, story.course)]
    assert DueKind.PRE_TEST in kinds
    assert DueKind.NO_LATIN_NAME not in kinds


def test_all_latin_spellings_are_taken_at_one_press_where_the_list_is_completed(
    workspace: Workspace, story: Story
) -> None:
    """S3: they could be taken at once in the certificates alone, and the list asked for them one by one."""
    tab = open_list(workspace, story)
    row = tab.offers.rows[CorrectionKind.LATIN]
    assert row.isHidden(), "nobody completes anything yet"
    press_button(tab, "participants_part_to_complete")
    assert row.isVisible()
    assert row.words.title.text() == "No Latin spelling, but the letters show how it may be: 25"
    press_button(tab, "participants_offer_latin_accept")
    assert "Latin" not in " ".join(texts(tab.list.model, _MISSING))
    assert of(story, 5).person.latin == "Zarina Gulmurodova"
    assert row.isHidden()
    workspace.context.undo.undo()
    settle()
    assert of(story, 5).person.latin == ""
    press_button(tab, "participants_part_all")
    assert row.isHidden()
    workspace.context.go("courses", course=story.course, tab="participants", to_complete=True)
    settle()
    assert row.isVisible(), "where a missing spelling of Today leads"
    press_button(tab, "participants_offer_latin_hide")
    assert row.isHidden()


@pytest.mark.parametrize("titled", [False, True])
def test_whoever_was_just_imported_is_to_be_completed(
    workspace: Workspace, story: Story, tmp_path: Path, titled: bool
) -> None:
    """S3: a course in Tajik and English counted 0 without a word, and offered nothing after the import."""
    title = Texts(tg="Курси дуюм", en="Second course" if titled else "")
    draft = CourseDraft("NEW-2", title, date(2018, 11, 5), date(2018, 11, 8), languages=("tg", "en"))
    course = courses.create_course(story.work, draft).key or ""
    tab = participants_of(workspace, course)
    tab.open_import()
    rows = [("1", "Қодиров Умед Саидович", "майор", "ШКД", "М"), ("2", "Салимова Зебо", "", "", "З")]
    take(read(tab.importing, write_list(tmp_path, rows)))
    settle()
    press_button(tab, "import_result_list")
    told = "Latin spellings are asked for once the course has an English title"
    assert (told in tab.list.strip.note.text()) is not titled
    assert tab.list.strip.count(ParticipantFilter.TO_COMPLETE) == (2 if titled else 1)
    row = tab.offers.rows[CorrectionKind.LATIN]
    assert row.isVisible() is titled, "it is offered where it is used"
    if titled:
        press_button(tab, "participants_offer_latin_accept")
        assert tab.list.strip.count(ParticipantFilter.TO_COMPLETE) == 1, "one has neither rank nor unit"
        return
    listed = courses.get_course(story.work, course).course
    title = Texts(tg="Курси дуюм", en="Second course")
    workspace.context.do(courses.change_course, course, replace(courses.draft_of(listed), title=title))
    settle()
    assert told not in tab.list.strip.note.text()
    assert tab.list.strip.count(ParticipantFilter.TO_COMPLETE) == 2


def test_names_get_their_room_back_when_the_spellings_are_taken_back(
    workspace: Workspace, story: Story
) -> None:
    """S3: after Undo the names stood small in two lines beside an empty column."""
    for each in enrolments.list_enrolments(story.work, story.course):
        people.change_person(story.work, each.person.key, {"unit": "ШКД"})
    enrolments.withdraw(story.work, of(story, 25).enrolment.key)
    workspace.window().resize(1366, 768)
    tab = open_list(workspace, story)
    head = tab.list.table.horizontalHeader()
    before = [head.sectionSize(at) for at in range(head.count())]
    assert before[_MISSING]
    press_button(tab, "participants_part_to_complete")
    press_button(tab, "participants_offer_latin_accept")
    assert tab.list.strip.part is ParticipantFilter.ALL, "nobody is left to complete"
    assert head.sectionSize(_LATIN) > before[_LATIN], "there is room for the spellings"
    workspace.context.undo.undo()
    settle()
    assert [head.sectionSize(at) for at in range(head.count())] == before


def test_the_column_goes_when_nobody_is_left_to_complete(workspace: Workspace, story: Story) -> None:
    complete(story, 1)
    tab = open_list(workspace, story)
    assert not tab.list.table.isColumnHidden(_MISSING)
    assert tab.list.strip.complete.isVisible()
    workspace.context.do(people.change_person, of(story, 25).person.key, {"latin": "A", "unit": "B"})
    assert tab.list.table.isColumnHidden(_MISSING)
    assert not tab.list.strip.complete.isVisible()


def test_people_are_completed_one_after_another_by_keyboard(workspace: Workspace, story: Story) -> None:
    complete(story, 2)
    workspace.context.do(enrolments.add_walk_in, story.course, "Юсуфов Алишер")
    tab = open_list(workspace, story)
    workspace.context.go("courses", course=story.course, tab="participants", to_complete=True)
    settle()
    assert tab.list.strip.part is ParticipantFilter.TO_COMPLETE
    assert texts(tab.list.model, 0) == ["24", "25", "26"]
    assert focus() == "participants_table"
    press(tab.list.table, Qt.Key.Key_Return)
    assert (tab.form.rows["family"].field.text(), focus()) == ("Ҷӯраев", "participant_form_latin_text")
    type_text(tab.form.rows["latin"].field.line, "Juraev Shuhrat")
    tab.form.rows["unit"].field.setText("ШКД Сино")
    press(tab.form.rows["unit"].field, Qt.Key.Key_Return)
    # Saved, and the next one's form is open at what is missing.
    assert of(story, 24).person.latin == "Juraev Shuhrat"
    assert (tab.form.rows["family"].field.text(), focus()) == ("Шарифова", "participant_form_latin_text")
    assert tab.form.accept_button.text() == "Save, next person"
    assert "Sharifova Takhmina" in tab.form.rows["latin"].field.suggest.text(), "in the order of before"
    # Nothing typed: passed over, and still to be completed.
    press(tab.form.rows["latin"].field.line, Qt.Key.Key_Return)
    assert tab.form.rows["family"].field.text() == "Юсуфов"
    type_text(tab.form.rows["latin"].field.line, "Yusufov Alisher")
    press(tab.form.rows["sex"].field.button("male"), Qt.Key.Key_Space)
    tab.form.rows["rank"].field.setEditText("майор")
    press(tab.form.rows["rank"].field.lineEdit(), Qt.Key.Key_Return)
    found = of(story, 26).person
    assert (found.latin, found.sex, found.rank) == ("Yusufov Alisher", Sex.MALE, "major")
    assert not tab.form.isVisible()
    assert (texts(tab.list.model, 0), focus()) == (["25"], "participants_table")


def test_the_series_starts_at_the_first_by_its_button_and_esc_ends_it(
    workspace: Workspace, story: Story
) -> None:
    complete(story, 3)
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[5])
    press(tab.list.strip.complete, Qt.Key.Key_Space)
    assert tab.form.rows["family"].field.text() == "Ҳасанова"
    press(tab.form.rows["latin"].field.line, Qt.Key.Key_Escape)
    assert not tab.form.isVisible()
    # The form of somebody else, opened from the whole list, is of that one alone.
    tab.list.show_part(ParticipantFilter.ALL)
    tab.list.choose(story.enrolments[5])
    press(tab.list.table, Qt.Key.Key_Return)
    assert tab.form.accept_button.text() == "Save"
    press(tab.form.rows["family"].field, Qt.Key.Key_Return)
    assert not tab.form.isVisible()


def test_the_last_one_completed_brings_everybody_back(workspace: Workspace, story: Story) -> None:
    complete(story, 1)
    tab = open_list(workspace, story)
    tab.complete_first()
    type_text(tab.form.rows["latin"].field.line, "Sharifova Tahmina")
    tab.form.rows["unit"].field.setText("ШКД")
    press(tab.form.rows["unit"].field, Qt.Key.Key_Return)
    assert (tab.list.strip.part, tab.list.model.rowCount()) == (ParticipantFilter.ALL, 25)
    assert not tab.completing.under_way


def test_another_course_shows_its_whole_list(workspace: Workspace, story: Story) -> None:
    draft = CourseDraft("NEW-1", Texts(en="Later"), date(2018, 11, 5), date(2018, 11, 8))
    later = courses.create_course(story.work, draft).key or ""
    enrolments.add_by_name(story.work, later, "Юсуфов Алишер")
    tab = open_list(workspace, story)
    tab.complete_first()
    participants_of(workspace, later)
    assert (tab.list.strip.part, texts(tab.list.model, 1)) == (ParticipantFilter.ALL, ["Юсуфов Алишер"])


def test_who_left_can_be_looked_at_alone(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    assert not tab.list.strip.parts.button("left").isEnabled()
    workspace.context.do(enrolments.withdraw, story.enrolments[2])
    click(tab.list.strip.parts.button("left"))
    assert texts(tab.list.model, 0) == ["3"]
    assert tab.list.strip.parts.button("left").text() == "Left the list 1"
    press(tab.list.table, Qt.Key.Key_Backspace)
    assert tab.list.strip.part is ParticipantFilter.ALL, "nobody is left there"
    workspace.context.do(enrolments.withdraw, story.enrolments[2])
    click(tab.list.strip.parts.button("left"))
    # Whoever is added is shown, whatever part of the list was.
    click(tab.add_button)
    type_text(tab.add_bar.name, "Юсуфов Алишер")
    press(tab.add_bar.name, Qt.Key.Key_Return)
    assert tab.list.strip.part is ParticipantFilter.ALL
    current = tab.list.selection.row()
    assert current is not None
    assert current.enrolment.number == 26


# Known names


def open_bar(workspace: Workspace, story: Story) -> ParticipantsTab:
    tab = open_list(workspace, story)
    press(tab.list.table, Qt.Key.Key_Insert)
    return tab


def test_a_listed_name_is_never_added_twice_in_silence(workspace: Workspace, story: Story) -> None:
    tab = open_bar(workspace, story)
    type_text(tab.add_bar.name, "Rahimov Nekruz")
    assert tab.add_bar.note.text() == "On the list already: No.\u00a018 Раҳимов Некрӯз."
    press(tab.add_bar.name, Qt.Key.Key_Return)
    assert len(tab.listed()) == 25
    assert tab.add_bar.note.text().endswith("Somebody else of this name? Press Enter once more.")
    press(tab.add_bar.name, Qt.Key.Key_Return)
    assert len(tab.listed()) == 26, "two people may have one name"


def test_another_letter_asks_again(workspace: Workspace, story: Story) -> None:
    tab = open_bar(workspace, story)
    type_text(tab.add_bar.name, "Раҳимов")
    press(tab.add_bar.name, Qt.Key.Key_Return)
    type_text(tab.add_bar.name, " Некрӯз")
    press(tab.add_bar.name, Qt.Key.Key_Return)
    assert len(tab.listed()) == 25
    press(tab.add_bar.name, Qt.Key.Key_Return)
    assert len(tab.listed()) == 26


def test_a_known_person_is_asked_for_even_after_a_rank(workspace: Workspace, story: Story) -> None:
    known = people.create_person(story.work, {"family": "Юсуфов", "given": "Алишер"}).key
    tab = open_bar(workspace, story)
    type_text(tab.add_bar.name, "капитан Юсуфов Алишер")
    press(tab.add_bar.name, Qt.Key.Key_Return)
    assert len(tab.listed()) == 25
    assert texts(tab.add_bar.model, 0) == ["Юсуфов Алишер"]
    press(tab.add_bar.name, Qt.Key.Key_Down)
    press(tab.add_bar.table, Qt.Key.Key_Return)
    assert of(story, 26).person.key == known


def test_the_button_adds_what_it_says_at_once(workspace: Workspace, story: Story) -> None:
    tab = open_bar(workspace, story)
    type_text(tab.add_bar.name, "Раҳимов Некрӯз")
    click(tab.add_bar.add)
    assert len(tab.listed()) == 26


# Who stands in for whom


def test_replacing_and_its_end_by_keyboard(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[22])
    press(tab.list.table, Qt.Key.Key_F4)
    form = tab.replace_form
    assert not form.nobody.isVisible()
    assert form.table.hasFocus()
    place = texts(form.model, 0).index("7")
    form.table.selectRow(0)
    assert form.session.field.currentText().startswith("Session 8 "), "the one that is on"
    form.session.field.setCurrentIndex(0)
    press(form.table, Qt.Key.Key_Return)
    assert form.session.error.text() == "Choose the session from which the replacement holds."
    form.table.selectRow(0)
    for _ in range(place):
        press(form.table, Qt.Key.Key_Down)
    choose_session(form, 3)
    assert not form.session.error.text(), "one is chosen"
    press(form.table, Qt.Key.Key_Return)
    assert texts(tab.list.model, _STATE)[22] == "replaces No.\u00a07 Давлатов"
    assert texts(tab.list.model, _STATE)[6] == "replaced by No.\u00a023 from session 3"
    assert tab.list.who.text().startswith(
        "23  Ҳасанова Мадина · replaces No.\u00a07 Давлатов Комрон · from session 3 on · to complete"
    )
    assert tab.list.strip.note.text() == "expected: 24 · of them walk-ins: 23 · in somebody's place: 1"
    assert workspace.rail.steps.undo.fresh.isActive()
    tab.list.choose(story.enrolments[6])
    said = "replaced by No.\u00a023 Ҳасанова Мадина · from session 3 on"
    assert tab.list.who.text() == f"7  Давлатов Комрон · {said}"
    press(tab.list.table, Qt.Key.Key_F4)
    assert not form.isVisible(), "who is not expected replaces nobody"
    tab.list.choose(story.enrolments[22])
    press(tab.list.table, Qt.Key.Key_F4)
    assert form.now.text() == "Now: replaces No.\u00a07 Давлатов Комрон"
    assert "7" not in texts(form.model, 0), "this place is taken"
    press(form.nobody, Qt.Key.Key_Space)
    assert not form.isVisible()
    assert texts(tab.list.model, _STATE)[22] == texts(tab.list.model, _STATE)[6] == "walk-in"
    assert of(story, 7).enrolment.state is EnrolmentState.WALK_IN
    press(tab.list.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(tab.list.model, _STATE)[6] == "replaced by No.\u00a023 from session 3"


def test_who_is_absent_is_replaced_by_somebody_new(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[6])
    press(tab.list.table, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    form = tab.replace_form
    assert form.title.text() == "Replacement for Давлатов Комрон"
    assert form.search.hasFocus()
    assert not form.selection.rows(), "nobody is chosen beforehand"
    assert "7" not in texts(form.model, 0)
    click(form.accept_button)
    assert form.trouble.text() == "Choose a person in the list."
    type_text(form.search, "Юсуфов Алишер")
    assert texts(form.model, 1) == ["Юсуфов Алишер"]
    assert form.selection.rows() == [form.model.row(0)], "what a search finds alone is chosen"
    press(form.search, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.unsaved.isVisible(), "Enter behind a new name only goes to its row"
    assert form.unsaved.text().startswith("Юсуфов Алишер is chosen and not recorded yet")
    press(form.table, Qt.Key.Key_Escape)
    click(find(workspace.window(), ConfirmDialog, "panel_question").no)
    settle()
    assert form.search.text() == "Юсуфов Алишер", "a name that was typed is not thrown away unasked"
    choose_session(form, 2)
    click(form.accept_button)
    assert not form.isVisible()
    assert texts(tab.list.model, _STATE)[6] == "replaced by No.\u00a026 from session 2"
    assert texts(tab.list.model, _STATE)[25] == "replaces No.\u00a07 Давлатов"
    row = {each.number: each for each in grid(story.work, story.course).rows}
    assert [cell is None for cell in row[26].cells][:3] == [True, False, False]
    assert (row[7].gone, row[7].gone_from, row[7].replaced_by) == (True, 2, 26)


def test_who_is_known_or_listed_takes_a_place(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[6])
    click(tab.list.buttons["replaced_by"])
    form = tab.replace_form
    type_text(form.search, "Ҳасанова")
    assert texts(form.model, 0)[0] == "23"
    assert form.selection.rows() == [form.model.row(0)], "one person alone is found"
    choose_session(form, 4)
    click(form.accept_button)
    assert texts(tab.list.model, _STATE)[6] == "replaced by No.\u00a023 from session 4"


@pytest.mark.parametrize("way", ["click", "key"])
def test_work_goes_on_in_the_list_after_a_replacement_by_the_button(
    workspace: Workspace, story: Story, way: str
) -> None:
    """S3: the button goes with its row, and the keyboard was on "Import", which a space pressed."""
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[6])
    button, form = tab.list.buttons["replaced_by"], tab.replace_form
    if way == "click":
        click(button)
    else:
        button.setFocus()
        press(button, Qt.Key.Key_Space)
    type_text(form.search, "Юсуфов Алишер")
    choose_session(form, 2)
    click(form.accept_button)
    settle()
    assert form.isHidden()
    assert button.isHidden(), "who was replaced is not replaced again"
    assert QApplication.focusWidget() is tab.list.table
    assert tab.list.table.currentIndex().row() == 6


def test_whose_place_is_taken_is_searched_for_too(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[22])
    click(tab.list.buttons["replaces"])
    form = tab.replace_form
    type_text(form.search, "davlat")
    assert texts(form.model, 0) == ["7"]
    assert form.selection.rows() == [form.model.row(0)]
    type_text(form.search, "zzz")
    assert not texts(form.model, 0), "nobody new has a place here"
    form.search.clear()
    assert len(texts(form.model, 0)) == 24
    assert not form.selection.rows()
    type_text(form.search, "Давлатов")
    choose_session(form, 3)
    click(form.accept_button)
    assert texts(tab.list.model, _STATE)[6] == "replaced by No.\u00a023 from session 3"


@pytest.mark.parametrize(
    ("day", "hour", "proposed"),
    [(14, 9, "Session 1 "), (17, 13, "Session 9 "), (17, 18, "Session 10 "), (18, 18, "Choose the session")],
)
def test_the_session_that_is_on_or_comes_next_is_proposed(
    workspace: Workspace, story: Story, day: int, hour: int, proposed: str
) -> None:
    tab = open_list(workspace, story)
    form = tab.replace_form
    tab.list.choose(story.enrolments[22])
    press(tab.list.table, Qt.Key.Key_F4)
    press(form.table, Qt.Key.Key_Escape)
    story.clock.set(datetime(2018, 10, day, hour, tzinfo=ZoneInfo(ZONE)))
    press(tab.list.table, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert form.session.field.currentText().startswith(proposed)


def test_whoever_is_marked_present_is_not_replaced_before_it_is_said_what_holds(
    workspace: Workspace, story: Story
) -> None:
    """S2: nothing was asked, the marks stayed, and both counted in the same session."""
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[6])
    click(tab.list.buttons["replaced_by"])
    form = tab.replace_form
    type_text(form.search, "Юсуфов Алишер")
    choose_session(form, 2)
    form.marks.field.setCurrentIndex(0)
    assert form.marks.isVisible()
    assert form.marks.caption.text().startswith("Marked present in sessions 2")
    settle()
    assert form.unsaved.geometry().bottom() < form.session.geometry().top(), (
        "beside the choice, never cut off"
    )
    click(form.accept_button)
    assert form.marks.error.text() == "Say what holds: the marks of whoever is replaced, or the session."
    row = {each.number: each for each in grid(story.work, story.course).rows}[7]
    came = [at for at, cell in enumerate(row.cells) if cell and cell.mark in (Mark.PRESENT, Mark.LATE)]
    assert form.marks.field.itemText(2) == f"The marks stay: replaced from session {came[-1] + 2} on"
    form.marks.field.setCurrentIndex(2)
    assert form.session.field.currentText().startswith(f"Session {came[-1] + 2} "), "the session moves"
    assert not form.marks.isVisible()
    choose_session(form, 2)
    click(form.accept_button)
    assert not form.isVisible()
    row = {each.number: each for each in grid(story.work, story.course).rows}[7]
    assert [at for at in came if at >= 1 and row.cells[at] is not None] == []
    press(tab.list.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    row = {each.number: each for each in grid(story.work, story.course).rows}[7]
    assert [at for at, cell in enumerate(row.cells) if cell and cell.mark] == came
    assert not row.gone


@pytest.mark.parametrize("code", ["tg", "ru"])
def test_question_answer_and_note_of_a_replacement_stand_on_a_small_screen(
    workspace: Workspace, story: Story, language: LanguageSwitch, code: str
) -> None:
    """The note on absence was cut by the buttons, while the list of two people kept room for five."""
    language.choose(code)
    workspace.window().resize(1366, 768)
    tab = open_list(workspace, story)
    sessions = grid(story.work, story.course).sessions
    for at, mark in ((1, Mark.ABSENT), (3, Mark.ABSENT), (5, Mark.ABSENT), (6, Mark.PRESENT)):
        workspace.context.do(attendance.mark, story.enrolments[6], sessions[at].key, mark)
    tab.list.choose(story.enrolments[6])
    click(tab.list.buttons["replaced_by"])
    form = tab.replace_form
    type_text(form.search, "Юсуфов Алишер")
    form.session.field.setCurrentIndex(1)
    click(form.accept_button)
    settle()
    assert form.marks.error.isVisible()
    assert "2, 4, 6" in form.note.text()
    assert find(form, QScrollArea, "replace_form_scroll").verticalScrollBar().maximum() == 0
    assert form.table.height() >= 3 * form.table.rowHeight(0)


def choose_session(form: ReplacementForm, number: int) -> None:
    """Choose from when on, and that marks of whoever is replaced go, if that is asked."""
    field = form.session.field
    field.setCurrentIndex(
        next(at for at in range(field.count()) if f"Session {number} " in field.itemText(at))
    )
    form.marks.field.setCurrentIndex(1)


def test_who_withdrew_stands_first_among_those_to_be_replaced(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    workspace.context.do(enrolments.withdraw, story.enrolments[8])
    tab.list.choose(story.enrolments[22])
    press(tab.list.table, Qt.Key.Key_F4)
    form = tab.replace_form
    assert texts(form.model, 0)[0] == "9"
    form.table.selectRow(0)
    choose_session(form, 1)
    press(form.table, Qt.Key.Key_Return)
    assert texts(tab.list.model, _STATE)[8] == "replaced by No.\u00a023 from session 1"


def test_every_key_is_listed(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    listed = list(tab.keys())
    assert [each.keys for each in listed] == ["Insert", "Enter", "Delete", "Backspace", "F4", "Shift+F4"]
    assert all(each.words for each in listed)


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_the_whole_fits_the_smallest_window_with_names_for_all(
    workspace: Workspace, story: Story, language: LanguageSwitch, code: str
) -> None:
    tab = open_list(workspace, story)
    language.choose(code)
    workspace.context.do(enrolments.withdraw, story.enrolments[2])
    workspace.context.do(enrolments.replace, story.enrolments[6], story.enrolments[22])
    tab.list.choose(story.enrolments[22])
    press(tab.list.table, Qt.Key.Key_F4)
    settle()
    head = sum(button.sizeHint().width() for button in tab.head_buttons())
    rail = workspace.rail.minimumSizeHint().width()
    assert max(head, tab.minimumSizeHint().width()) + rail <= SMALLEST[0]
    assert tab.minimumSizeHint().height() <= SMALLEST[1] - 92
    assert unnamed(tab) == []


def test_before_anything_is_typed_only_who_just_came_is_offered_as_a_replacement(
    workspace: Workspace, story: Story
) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[6])
    press(tab.list.table, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    form = tab.replace_form
    assert texts(form.model, 1) == [], "all others have been there from the first session on"
    assert form.search.placeholderText() == "Type the name of who came"
    press(form.search, Qt.Key.Key_Escape)
    enrolments.add_walk_in(story.work, story.course, "Собиров Наим")
    tab.refresh()
    tab.list.choose(story.enrolments[6])
    press(tab.list.table, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert texts(form.model, 1) == ["Собиров Наим"]
    type_text(form.search, "Абдуллоева")
    assert "Абдуллоева Мавҷуда" in texts(form.model, 1), "whoever is typed can be chosen"
