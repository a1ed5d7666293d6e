"""Ctrl+K and its neighbours: finding anything, new, print, reading anew, places of before, kept keyboard."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.courses_parts import courses_of
from tests.ui.driving import click, find, press, settle, show, type_text
from tests.ui.widgets.test_printing import make_pdf
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.office import erasing
from trainer_app.actions.people import people
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, EnrolmentState
from trainer_app.ui.kit.context import Notice, PrintablePdf
from trainer_app.ui.kit.evidence import CheckPanel
from trainer_app.ui.kit.history_panel import pages_of
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.settings.data import RestorePanel
from trainer_app.ui.shell.help_panel import HelpSheet
from trainer_app.ui.shell.quick_search import QuickSearch
from trainer_app.ui.shell.undo_steps import UndoQuestion
from trainer_app.ui.shell.window import CrashOverlay, MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.overlays import ModalOverlay, Mood, SidePanel, confirm

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(workspace: Workspace, window: MainWindow) -> Workspace:
    """Show the window at Today."""
    window.resize(1366, 697)
    show(window)
    workspace.open("today")
    settle()
    return workspace


def look(workspace: Workspace, text: str) -> QuickSearch:
    """Open the search by its key and type."""
    press(workspace.window(), Qt.Key.Key_K, CTRL)
    sheet = find(workspace.window(), QuickSearch, "quick_search")
    type_text(sheet.field, text)
    sheet.field.search_now()
    return sheet


def test_a_person_stands_first_whatever_letters_begin_the_name(opened: Workspace) -> None:
    """Of "абд" was made "f,l" too: six commands with such words stood above all who are called so."""
    lines = look(opened, "абд").model
    assert str(lines.index(0, 0).data()).startswith("Абдуллоева")


def test_a_person_is_found_in_any_script_and_opened(opened: Workspace, story: Story) -> None:
    person = enrolments.list_enrolments(story.work, story.course)[3].person
    sheet = look(opened, person.family)
    assert next(each.words for each in sheet.found() if each.screen == "people") == person.name
    while sheet.found()[sheet.table.currentIndex().row()].screen != "people":
        press(sheet.field, Qt.Key.Key_Down)
    press(sheet.field, Qt.Key.Key_Return)
    settle()
    assert opened.current() == "people"
    assert opened.opened_screen("people").person == person.key  # type: ignore[union-attr]


def test_whoever_looks_for_a_name_or_number_takes_nothing_back(opened: Workspace, story: Story) -> None:
    """S1: "Undo: Certificate 7 of Nazarov" stood first and chosen where "nazarov" was looked for."""
    listed = enrolments.list_enrolments(story.work, story.course)[3]
    opened.open("courses", course=story.course, tab="participants")
    opened.context.do(enrolments.withdraw, listed.enrolment.key)
    settle()
    told = opened.actions_table["undo"].text().removeprefix("Undo: ").split()
    assert len(told) > 1
    for asked in (*told, " ".join(told), "никого такого нет", "наз", "хато", listed.person.family):
        sheet = look(opened, asked)
        assert not any(each.step for each in sheet.found()), asked
        press(sheet.field, Qt.Key.Key_Escape)
        settle()
    for asked in ("отменить", "undo", "ботил"):
        sheet = look(opened, asked)
        lines = sheet.found()
        assert [at for at, each in enumerate(lines) if each.step] == [len(lines) - 1], asked
        if len(lines) == 1:
            press(sheet.field, Qt.Key.Key_Return)
            settle()
            assert sheet.isVisible(), "nothing is undone that was not chosen"
        press(sheet.field, Qt.Key.Key_Escape)
        settle()
    sheet = look(opened, "undo")
    for _ in sheet.found():
        press(sheet.field, Qt.Key.Key_Down)
    press(sheet.field, Qt.Key.Key_Return)
    settle()
    assert enrolments.get_enrolment(story.work, listed.enrolment.key).state is listed.enrolment.state


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_undo_as_the_only_line_waits_until_it_is_chosen(
    opened: Workspace, story: Story, language: LanguageSwitch, key: Qt.Key
) -> None:
    """S2: in a Russian window "undo" had one hit, chosen by itself: Enter took back 25 certificates."""
    listed = enrolments.list_enrolments(story.work, story.course)[3]
    enrolment, name = listed.enrolment, listed.person.name
    opened.open("courses", course=story.course, tab="participants")
    opened.context.do(enrolments.withdraw, enrolment.key)
    settle()

    def state() -> EnrolmentState:
        return enrolments.get_enrolment(story.work, enrolment.key).state

    for code, asked in (("ru", "undo"), ("tg", "undo"), ("en", "отменить")):
        language.choose(code)
        settle()
        sheet = look(opened, name)
        assert [each.screen for each in sheet.found()] == ["people"]
        assert sheet.table.currentIndex().row() == 0
        sheet.field.selectAll()  # the only line before was chosen by itself
        type_text(sheet.field, asked)
        sheet.field.search_now()
        lines = sheet.found()
        assert [each.step for each in lines] == [True], (code, asked)
        assert not sheet.table.currentIndex().isValid()
        assert not sheet.table.selectedIndexes()
        press(sheet.field, Qt.Key.Key_Return)
        settle()
        assert sheet.isVisible()
        assert state() is EnrolmentState.WITHDRAWN, "nothing is undone that was not chosen"
        press(sheet.field, Qt.Key.Key_Escape)
        settle()
    language.choose("ru")
    settle()
    sheet = look(opened, "undo")
    press(sheet.field, key)
    press(sheet.field, Qt.Key.Key_Return)
    settle()
    assert state() is enrolment.state


def test_a_course_and_a_command_are_found(opened: Workspace, story: Story) -> None:
    sheet = look(opened, "dsh-1")
    assert sheet.found()[0].place == {"course": story.course}
    press(sheet.field, Qt.Key.Key_Return)
    assert courses_of(opened).workspace.course == story.course
    sheet = look(opened, "attend")
    assert sheet.found()[0].words == "Attendance"
    press(sheet.field, Qt.Key.Key_Return)
    settle()
    assert courses_of(opened).workspace.tab_name() == "attendance"
    sheet = look(opened, "никого такого нет")
    assert sheet.found() == []
    assert sheet.nothing.isVisible()
    assert sheet.nothing.geometry().bottom() < sheet.table.geometry().top(), "below the field, not a void"
    press(sheet.field, Qt.Key.Key_Escape)
    settle()
    assert opened.window().findChild(QuickSearch) is None


@pytest.mark.parametrize("typed", ["тренировочный", "учебный"])
def test_practice_is_found_by_what_its_course_is_called(opened: Workspace, typed: str) -> None:
    assert "Practise" in [each.words for each in look(opened, typed).found()]


def test_a_code_as_typed_stands_first_then_those_that_begin_so(opened: Workspace, story: Story) -> None:
    """S2: "2026-1" and Enter opened 2026-2, for "2026 … 1" is in its days too, and it begins sooner."""
    title, made = Texts(en="Community work"), dict[str, str]()
    for code, first, last in (
        ("2026-2", date(2026, 11, 1), date(2026, 11, 30)),
        ("2026-12", date(2026, 11, 27), date(2026, 11, 30)),
        ("2026-1", date(2026, 11, 29), date(2026, 12, 1)),
    ):
        made[code] = courses.create_course(story.work, CourseDraft(code, title, first, last)).key or ""
    sheet = look(opened, "2026-1")
    listed = [each.place["course"] for each in sheet.found() if each.screen == "courses"]
    assert listed == [made["2026-1"], made["2026-12"], made["2026-2"]]
    press(sheet.field, Qt.Key.Key_Return)
    settle()
    assert courses_of(opened).workspace.course == made["2026-1"]
    sheet = look(opened, "attendance")
    assert sheet.found()[0].words == "Attendance", "and so do the words of a command"
    press(sheet.field, Qt.Key.Key_Escape)


def test_where_everybody_is_marked_at_once_is_found_by_everyday_words(
    opened: Workspace, story: Story
) -> None:
    sheet = look(opened, "mark everybody")
    assert (sheet.found()[0].words, sheet.found()[0].screen) == ("Mark the rest present", "today")
    press(sheet.field, Qt.Key.Key_Escape)
    opened.open("courses", course=story.course)
    settle()
    sheet = look(opened, "all at once")
    assert sheet.found()[0].words == "Mark the rest present"
    press(sheet.field, Qt.Key.Key_Return)
    settle()
    assert (opened.current(), courses_of(opened).workspace.tab_name()) == ("courses", "attendance")


def test_what_is_checked_is_found_by_its_words(
    opened: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(opened, "check a backup")
    press(find(opened.window(), QuickSearch, "quick_search").field, Qt.Key.Key_Return)
    settle()
    panel = find(opened.window(), RestorePanel, "restore_panel")
    assert (panel.isVisible(), panel.title.text()) == (True, "Check a backup")
    assert panel.accept_button.isHidden(), "nothing is put back there"
    empty = panel.copies.field.count() == 0
    assert (panel.copies.field.placeholderText() == "no backup yet: choose a file") is empty
    panel.dismiss()
    (tmp_path / "given" / "inner").mkdir(parents=True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "given"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    for asked in ("evidence folder", "evidence file"):
        sheet = look(opened, asked)
        press(sheet.field, Qt.Key.Key_Return)
        settle()
        assert opened.current() == "certificates"
    trouble = find(opened.window(), CheckPanel, "evidence_check_panel").trouble
    assert "no evidence of this program" in trouble.text()


@pytest.mark.parametrize(
    ("asked", "title"), [("donor", "Projects, donors and logos"), ("replace a cert", "Certificates")]
)
def test_how_something_is_done_is_found_in_the_help(opened: Workspace, asked: str, title: str) -> None:
    sheet = look(opened, asked)
    helps = [each.words for each in sheet.found() if each.kind.startswith("Help")]
    (wanted,) = [words for words in helps if words.startswith(title)][:1]
    while sheet.found()[sheet.table.currentIndex().row()].words != wanted:
        press(sheet.field, Qt.Key.Key_Down)
    press(sheet.field, Qt.Key.Key_Return)
    settle()
    assert opened.help.isVisible()
    assert wanted in opened.help.view.text.toPlainText()
    opened.open("courses")
    settle()
    assert wanted in opened.help.view.text.toPlainText(), "it stays while one goes to do it"


def test_a_certificate_is_found_by_its_number(opened: Workspace, story: Story) -> None:
    issued = certificates.issue(story.work, story.course).certificates
    sheet = look(opened, issued[0].serial)
    (found,) = [each for each in sheet.found() if each.screen == "certificates"]
    assert found.words.startswith(issued[0].serial)
    press(sheet.field, Qt.Key.Key_Return)
    settle()
    assert opened.current() == "certificates"


def test_where_one_was_is_one_press_away(opened: Workspace, story: Story) -> None:
    person = enrolments.list_enrolments(story.work, story.course)[0].person
    opened.open("courses", course=story.course, tab="schedule")
    opened.open("people", person=person.key)
    settle()
    opened.open("today")
    settle()
    offered = [each.text() for each in opened.line.recent.buttons if each.isVisible()]
    assert offered[:2] == [person.short_name, "DSH-1"]
    click(find(opened, Button, "recent_1"))
    assert courses_of(opened).workspace.tab_name() == "schedule"
    click(find(opened, Button, "recent_find"))
    sheet = find(opened.window(), QuickSearch, "quick_search")
    assert person.short_name in [each.words for each in sheet.found()]
    sheet.dismiss()


def test_where_one_was_is_found_though_a_paper_lay_over_it(opened: Workspace, story: Story) -> None:
    opened.open("courses", course=story.course, tab="print")
    settle()
    opened.context.paper_requested.emit(PrintablePdf(make_pdf(["#ff0000"]), "Paper", "paper.pdf", None))
    settle()
    opened.context.undo.refresh()
    settle()
    assert [each.screen for each in opened.anywhere._places] == ["courses"]
    opened.open("today")
    settle()
    click(find(opened, Button, "recent_0"))
    assert courses_of(opened).workspace.tab_name() == "print"
    assert opened.current() == "courses"


def test_who_is_erased_is_no_place_of_before_any_more(opened: Workspace, story: Story) -> None:
    gone, renamed = (enrolments.list_enrolments(story.work, story.course)[place].person for place in (0, 1))
    opened.open("people", person=renamed.key)
    opened.open("people", person=gone.key)
    opened.open("today")
    settle()
    offered = [each.text() for each in opened.line.recent.buttons if each.isVisible()]
    assert offered[:2] == [gone.short_name, renamed.short_name]
    opened.context.do(people.change_person, renamed.key, {"given": "Нигора"})
    opened.context.do(erasing.erase_person, gone.key, "asked in writing")
    settle()
    offered = [each.text() for each in opened.line.recent.buttons if each.isVisible()]
    assert offered == [f"{renamed.family} Нигора"]
    click(find(opened, Button, "recent_find"))
    sheet = find(opened.window(), QuickSearch, "quick_search")
    assert not any(gone.short_name in each.words for each in sheet.found())
    sheet.dismiss()


def test_who_is_erased_from_their_own_page_leaves_the_bar(opened: Workspace, story: Story) -> None:
    gone = enrolments.list_enrolments(story.work, story.course)[0].person
    opened.open("people", person=gone.key)
    settle()
    opened.context.do(erasing.erase_person, gone.key, "asked in writing")
    settle()
    opened.open("today")
    settle()
    assert not [each.text() for each in opened.line.recent.buttons if each.text() == gone.short_name]


def test_new_print_and_reading_anew_have_their_keys(opened: Workspace, story: Story) -> None:
    press(opened, Qt.Key.Key_N, CTRL)
    screen = courses_of(opened)
    assert screen.course_form.isVisible(), "from anywhere a course"
    screen.course_form.dismiss()
    opened.open("people")
    press(opened, Qt.Key.Key_N, CTRL)
    people = opened.opened_screen("people")
    assert people.form.isVisible()  # type: ignore[union-attr]
    people.form.dismiss()  # type: ignore[union-attr]
    opened.open("courses", course=story.course)
    press(opened, Qt.Key.Key_P, CTRL)
    assert screen.workspace.tab_name() == "print"
    screen.workspace.head.title.setText("старое")
    press(opened, Qt.Key.Key_F5)
    assert screen.workspace.head.title.text() != "старое"


def test_the_keyboard_stays_in_the_page_when_its_button_is_switched_off(
    opened: Workspace, story: Story, qtbot: QtBot
) -> None:
    opened.open("courses", course=story.course, tab="attendance", view="session")
    settle()
    page = courses_of(opened).workspace.tab()
    assert page is not None
    rest = find(opened, Button, "room_all_present")
    rest.setFocus()
    click(rest)
    settle()
    assert not rest.isEnabled()
    focus = opened.window().focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus)
    assert not opened.rail.isAncestorOf(focus)


OPENING: dict[str, Callable[[Workspace], object]] = {
    "palette": lambda workspace: workspace.anywhere.find(),
    "keys": lambda workspace: workspace.show_keys(),
    "question": lambda workspace: confirm(workspace, "Void it?", "", "Void", lambda: None),
    "undo_question": lambda workspace: sheet_of(
        UndoQuestion(workspace, lambda: ("a step", "Courses", ""), act=lambda: None)
    ),
    "crash": lambda workspace: sheet_of(CrashOverlay(workspace.window(), "ValueError", None)),
    "help": lambda workspace: sheet_of(HelpSheet(workspace.window(), "today")),
}


def sheet_of(sheet: ModalOverlay) -> ModalOverlay:
    sheet.reveal(sheet.frame.findChildren(QAbstractButton)[-1])
    return sheet


@in_turn("kind", sorted(OPENING))
def test_no_key_reaches_the_page_below_a_sheet(
    opened: Workspace, story: Story, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """S2: with the palette open, F1 and Esc gave the keyboard to the page below, where Enter fired Redo."""
    asked: list[str] = []
    monkeypatch.setattr(opened.context, "undo_last", lambda: asked.append("undo"))
    opened.open("today")
    OPENING[kind](opened)
    settle()
    (sheet,) = [each for each in opened.window().findChildren(ModalOverlay) if each.isVisible()]
    for key, modifier in (
        (Qt.Key.Key_2, CTRL),
        (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_N, CTRL),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
    ):
        press(opened.window(), key, modifier)
        press(QApplication.focusWidget() or sheet, key, modifier)
        assert (opened.current(), asked) == ("today", []), f"{key} over {kind}"
    assert [each for each in opened.window().findChildren(ModalOverlay) if each.isVisible()] == [sheet]
    opened.focus_page()
    opened.rail.items["people"].setFocus()
    held = QApplication.focusWidget()
    assert held is not None
    assert sheet.isAncestorOf(held), "what lies below takes the keyboard from no sheet"
    press(held, Qt.Key.Key_Escape)
    settle()
    assert not any(each.isVisible() for each in opened.window().findChildren(ModalOverlay))
    press(opened.window(), Qt.Key.Key_2, CTRL)
    assert opened.current() != "today", "closed, the page has its keys again"


def test_f1_closes_the_palette_and_opens_the_help(opened: Workspace) -> None:
    sheet = look(opened, "a")
    press(sheet.field, Qt.Key.Key_F1)
    settle()
    assert opened.window().findChild(QuickSearch) is None
    assert opened.help.isVisible()


def test_a_letter_in_a_drawer_is_no_mark_of_the_page_beside(opened: Workspace) -> None:
    """S2: keys that a drawer has no use for went on to the page, where a letter is a mark."""
    seen: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            seen.append(event.key())

    page = Page(opened)
    page.setObjectName("page_below")
    panel = SidePanel("drawer", page)
    page.show()
    panel.reveal(panel.cancel_button)
    press(panel.cancel_button, Qt.Key.Key_P)
    assert seen == []
    accepted: list[bool] = []
    panel.accepted.connect(lambda: accepted.append(True))
    panel.accept_button.click()
    assert accepted == [True]
    press(panel.cancel_button, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_a_course_whose_making_is_undone_is_no_place_and_no_error(opened: Workspace, story: Story) -> None:
    """S4: Courses said in red that it is no longer there, and "Recent" still led to it."""
    draft = CourseDraft("NEW-1", Texts(en="New"), date(2018, 10, 22), date(2018, 10, 23))
    opened.open("courses", course=story.course)
    settle()
    done = opened.context.do(courses.create_course, draft)
    assert done is not None
    opened.open("courses", course=done.key)
    settle()
    told: list[Notice] = []
    opened.context.noticed.connect(told.append)
    opened.context.undo.undo()
    settle()
    assert not courses_of(opened).in_course()
    assert [each.title for each in told if each.mood is Mood.BAD] == []
    places = [place.shown.get("course") for place in opened.anywhere._places]
    assert done.key not in places
    assert story.course in places


def test_a_form_of_feedback_is_chosen_on_the_page_of_feedback() -> None:
    """S4: Undo called it "Tests"."""
    for name, tab in (("pre", "tests"), ("post", "tests"), ("end", "feedback"), ("month6", "feedback")):
        about = Label(f"evaluation.occasion.{name}")
        assert pages_of("sitting.step.choose", about)[0].tab == tab


def test_a_new_project_is_asked_for_at_once(opened: Workspace) -> None:
    sheet = look(opened, "new project")
    press(sheet.field, Qt.Key.Key_Return)
    settle()
    form = courses_of(opened).project_form
    assert form.isVisible()
    assert form.rows["code"].field.hasFocus()


@pytest.mark.parametrize("asked", ["Nazarov", "Назаров"])
def test_a_name_that_begins_like_another_word_leads_to_nobody_but_people(
    opened: Workspace, asked: str
) -> None:
    lines = look(opened, asked).found()
    assert lines
    assert {each.screen for each in lines if not each.step} <= {"people", "certificates"}
