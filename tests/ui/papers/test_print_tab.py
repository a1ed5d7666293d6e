"""The Print tab: today's sheet first, each paper one click, in the language that is remembered."""

import re
from datetime import date
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.courses_parts import add_garm, add_scores, courses_of, view_of
from tests.ui.driving import click, press, settle
from tests.ui.papers_parts import page_count, papers, print_tab, text_of
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, projects, sessions
from trainer_app.actions.office.reports import COURSE_REPORT, NAMES, releases
from trainer_app.actions.papers import course_papers
from trainer_app.actions.people import people
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, LogoOwner, ProjectDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.kit.context import PreferenceStore, PrintOutcome
from trainer_app.ui.papers.print_tab import PrintTab
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import Button, ButtonKind


def titles(tab: PrintTab) -> list[str]:
    return [block.row.words.title.text() for block in tab.room.day_blocks if not block.isHidden()]


def long_course(work: Workplace, first: date, last: date) -> str:
    draft = CourseDraft("LONG", Texts(tg="Курси дароз"), first, last, town="Хуҷанд")
    return sessions.create_course_with_sessions(work, draft, DayPlan(per_day=2)).key or ""


def test_today_comes_first_and_stands_out(workspace: Workspace, story: Story) -> None:
    tab = print_tab(workspace, story.course)
    assert titles(tab) == [
        "Day 3 · Wednesday, 17 October",
        "Day 1 · Monday, 15 October",
        "Day 2 · Tuesday, 16 October",
        "Day 4 · Thursday, 18 October",
    ]
    first = tab.room.day_blocks[0].row
    assert tab.room.title.text() == "For the room today"
    assert first.words.second.text() == "sign-in sheet · today · 2 pages"
    assert first.button.hasFocus()
    filled = [button for button in tab.findChildren(Button) if button.kind is ButtonKind.PRIMARY]
    assert filled == [first.button]


def test_the_paper_is_in_the_language_that_is_chosen_and_remembered(
    workspace: Workspace, story: Story, preferences: PreferenceStore
) -> None:
    tab = print_tab(workspace, story.course)
    shown = papers(workspace)
    assert tab.language.value() == "en", "at first the language of the window"
    press(tab.room.day_blocks[1].row.button, Qt.Key.Key_Return)
    click(tab.language.button("tg+en"))
    click(tab.room.day_blocks[3].row.button)
    assert [paper.file for paper in shown] == [
        "DSH-1-sign-in-2018-10-15-en.pdf",
        "DSH-1-sign-in-2018-10-18-tg+en.pdf",
    ]
    english, both = (text_of(paper.data) for paper in shown)
    assert "Police response to domestic violence" in english
    assert "Вокуниши" not in english
    assert "Вокуниши милитсия ба зӯроварӣ дар оила" in both
    assert "Абдуллоева Мавҷуда" in both
    assert preferences.now.paper_language == "tg+en"
    workspace.open("today")
    assert print_tab(workspace, story.course).language.value() == "tg+en"


def test_esc_leads_back_from_the_paper(workspace: Workspace, story: Story) -> None:
    tab = print_tab(workspace, story.course)
    click(tab.room.day_blocks[0].row.button)
    assert workspace.stack.currentWidget() is workspace.paper
    assert workspace.paper.preview.page_count() == 2
    press(workspace.paper, Qt.Key.Key_Escape)
    assert workspace.stack.currentWidget() is courses_of(workspace)
    assert tab.isVisible()


def test_each_session_of_a_day_has_a_sheet_of_its_own_below_it(workspace: Workspace, story: Story) -> None:
    tab = print_tab(workspace, story.course)
    block, rows = tab.room.day_blocks[0], tab.room.session_rows[0]
    assert not block.more.isVisible()
    press(block.row.fold, Qt.Key.Key_Space)
    settle()
    assert [row.words.title.text() for row in rows if row.isVisible()] == [
        "Session 7 · 09:00–10:30",
        "Session 8 · 11:00–12:30",
        "Session 9 · 14:00–15:30",
    ]
    shown = papers(workspace)
    click(rows[1].button)
    assert shown[0].file == "DSH-1-sign-in-session-8-en.pdf"
    text = text_of(shown[0].data)
    assert "The protection order in practice" in text
    assert "Signature 7" not in text
    press(block.row.fold, Qt.Key.Key_Space)
    assert not block.more.isVisible()


def test_every_button_shows_its_paper_with_the_pages_that_were_told(
    workspace: Workspace, story: Story
) -> None:
    add_scores(story.work, story.enrolments)
    tab = print_tab(workspace, story.course)
    shown = papers(workspace)
    rows = [
        tab.room.rows[course_papers.REGISTRATION],
        tab.forms.plain[Occasion.PRE],
        tab.forms.plain[Occasion.POST],
        tab.before.rows[course_papers.AGENDA],
        tab.before.badges.row,
        tab.before.rows[course_papers.TABLE_CARDS],
        tab.after.rows[COURSE_REPORT],
    ]
    for block in tab.forms.no_test.values():
        press(block.row.fold, Qt.Key.Key_Space)
    settle()
    for row in rows:
        click(row.button)
    assert [paper.file.removeprefix("DSH-1-").removesuffix("-en.pdf") for paper in shown] == [
        "registration",
        "answers-pre",
        "answers-post",
        "agenda",
        "badges",
        "table-cards",
        "report",
    ]
    for row, paper in zip(rows[:-1], shown[:-1], strict=True):
        told = re.search(r"(\d+) pages?", row.words.second.text())
        assert told is not None
        assert int(told[1]) == page_count(paper.data), paper.file
    assert "Police response to domestic violence" in text_of(shown[-1].data)


def test_the_number_of_questions_and_the_telephone_and_the_names_are_options(
    workspace: Workspace, story: Story
) -> None:
    tab = print_tab(workspace, story.course)
    shown = papers(workspace)
    plain = tab.forms.plain[Occasion.POST]
    press(tab.forms.no_test[Occasion.POST].row.fold, Qt.Key.Key_Space)
    assert plain.items.value() == 20
    plain.items.setValue(50)
    assert plain.words.second.text() == "50 questions, numbered · 29 pages"
    click(plain.button)
    click(tab.room.rows[course_papers.REGISTRATION].button)
    click(tab.room.ticks[course_papers.PHONE])
    click(tab.room.rows[course_papers.REGISTRATION].button)
    click(tab.after.rows[COURSE_REPORT].button)
    click(tab.after.ticks[NAMES])
    click(tab.after.rows[COURSE_REPORT].button)
    assert "50" in text_of(shown[0].data)
    assert page_count(shown[0].data) == 29
    assert ["Telephone" in text_of(paper.data) for paper in shown[1:3]] == [False, True]
    assert ["Абдуллоева" in text_of(paper.data) for paper in shown[3:5]] == [False, True]
    for paper, count in zip(shown[3:5], (0, 1), strict=True):
        assert paper.kept is not None
        paper.kept(PrintOutcome(saved=True))
        assert len(releases(story.work)) == count


def test_a_cancelled_day_has_no_sheet(workspace: Workspace, story: Story) -> None:
    tab = print_tab(workspace, story.course)
    for session in view_of(story.work, story.course).sessions:
        if session.day == date(2018, 10, 18):
            workspace.context.do(sessions.cancel_session, session.key, "нет света")
    assert [title[:5] for title in titles(tab)] == ["Day 3", "Day 1", "Day 2"]


def test_of_many_days_all_but_the_next_one_fold_away(workspace: Workspace, story: Story) -> None:
    course = long_course(story.work, date(2018, 10, 8), date(2018, 10, 31))
    tab = print_tab(workspace, course)
    assert tab.room.others.row.isVisible()
    assert titles(tab)[0].endswith("Wednesday, 17 October")
    assert [block.isVisible() for block in tab.room.day_blocks[:3]] == [True, False, False]
    press(tab.room.others.row.fold, Qt.Key.Key_Space)
    assert [block.isVisible() for block in tab.room.day_blocks[:3]] == [True, True, True]
    tab = print_tab(workspace, story.course)
    assert not tab.room.others.row.isVisible()
    assert len(titles(tab)) == 4


def test_when_the_course_is_over_the_report_stands_out(workspace: Workspace, story: Story) -> None:
    course = long_course(story.work, date(2018, 10, 1), date(2018, 10, 2))
    tab = print_tab(workspace, course)
    assert tab.room.title.text() == "For the room on the day of a session", "today there is none"
    assert tab.after.rows[COURSE_REPORT].button.kind is ButtonKind.PRIMARY
    assert tab.room.day_blocks[0].row.button.kind is ButtonKind.PLAIN
    assert tab.after.rows[COURSE_REPORT].button.hasFocus()


def test_names_are_chosen_for_each_course_anew_and_pages_counted_with_them(
    workspace: Workspace, story: Story
) -> None:
    course = long_course(story.work, date(2018, 10, 1), date(2018, 10, 2))
    for number in range(25):
        person = people.create_person(story.work, {"family": "Азизов", "given": f"Фаррух{number}"})
        enrolments.enrol(story.work, course, person.key or "")
    tab = print_tab(workspace, course)
    row, tick = tab.after.rows[COURSE_REPORT], tab.after.ticks[NAMES]
    assert row.words.second.text() == "about 4 pages"
    click(tick)
    assert row.words.second.text() == "about 5 pages"
    assert print_tab(workspace, course).after.ticks[NAMES].isChecked(), "it is the same course"
    other = print_tab(workspace, story.course)
    assert not other.after.ticks[NAMES].isChecked()
    assert not print_tab(workspace, course).after.ticks[NAMES].isChecked()


def test_without_sessions_the_schedule_is_offered(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    tab = print_tab(workspace, garm)
    assert not tab.room.no_days.isHidden()
    assert tab.room.no_days.button.hasFocus()
    assert not tab.before.rows[course_papers.AGENDA].button.isEnabled()
    click(tab.room.no_days.button)
    settle()
    assert courses_of(workspace).workspace.tab_name() == "schedule"


def test_the_keyboard_alone_reaches_everything(workspace: Workspace, story: Story) -> None:
    tab = print_tab(workspace, story.course)
    wanted = {
        button
        for button in tab.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and button.objectName().endswith(("_button", "_fold"))
    }
    reached = set()
    for _ in range(60):
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            reached.add(focus)
        press(focus or tab, Qt.Key.Key_Tab)
    assert wanted <= reached
    assert all(button.accessibleName() or button.text() for button in wanted)


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_a_small_screen_in_every_language(workspace: Workspace, story: Story, code: str) -> None:
    workspace.context.language.choose(code)
    settle()
    tab = print_tab(workspace, story.course)
    assert tab.minimumSizeHint().width() <= 1366 - 196
    for card in (tab.room, tab.forms, tab.before, tab.after):
        assert card.minimumSizeHint().width() <= (1366 - 196 - 48) // 2
    assert courses.get_course(story.work, story.course).course.title.best(code)


def test_names_that_would_print_as_boxes_are_told_before_printing(workspace: Workspace, story: Story) -> None:
    tab = print_tab(workspace, story.course)
    assert not tab.strange.isVisible()
    for number, changed in ((2, {"given": "محمد"}), (7, {"unit": "ШКД 🌸"})):
        person = enrolments.list_enrolments(story.work, story.course)[number - 1].person.key
        tab.context.changes.announce(people.change_person(story.work, person, changed))
    settle()
    assert tab.strange.isVisible()
    assert tab.strange.words.text() == (
        "Papers cannot show the signs م ح د 🌸 and print empty boxes: No.\u00a02, 7 on the list."
    )
    gone = enrolments.list_enrolments(story.work, story.course)[1].enrolment.key
    tab.context.changes.announce(enrolments.withdraw(story.work, gone))
    settle()
    assert tab.strange.words.text().endswith("No.\u00a07 on the list.")


def test_logos_that_copies_would_not_show_are_told_before_printing(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    key = projects.create_project(story.work, ProjectDraft("LOGOS", Texts(en="Series"))).key or ""
    course = courses.get_course(story.work, story.course).course
    courses.change_course(story.work, story.course, replace(courses.draft_of(course), project=key))
    tab = print_tab(workspace, story.course)
    assert not tab.logos.isVisible()
    path = tmp_path / "logo.png"
    for shade, shown in ((225, True), (20, False)):
        Image.new("L", (80, 40), shade).save(path)
        tab.context.changes.announce(projects.set_logo(story.work, key, LogoOwner.DONOR, path))
        settle()
        assert tab.logos.isVisible() is shown
        assert ("The logo of the donor is so pale" in tab.logos.words.text()) is shown
