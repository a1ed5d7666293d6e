"""The schedule: sessions planned, added, moved, cancelled, locked and removed by key and by mouse."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester

from tests.kit.world import Story
from tests.ui.courses_parts import add_garm, tab_of, view_of, write_in
from tests.ui.driving import click, find, press, settle, type_text
from trainer_app.actions.courses import sessions, teachers
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import Session, SessionState, TeachingRole
from trainer_app.ui.courses.plan.tab import ScheduleTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.overlays import ConfirmDialog

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def schedule(workspace: Workspace, story: Story) -> ScheduleTab:
    return tab_of(workspace, ScheduleTab, story.course, "schedule")


def choose(tab: ScheduleTab, number: int) -> Session:
    tab.table.setCurrentIndex(tab.model.index(number - 1, 0))
    session = tab.current()
    assert session is not None
    return session


def cells(tab: ScheduleTab, number: int) -> list[str]:
    return [str(tab.model.index(number - 1, column).data()) for column in range(tab.model.columnCount())]


def reload(story: Story, session: Session) -> Session:
    return sessions.get_session(story.work, session.key)


def test_each_day_stands_once_before_its_first_session(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    days = [cells(tab, number)[0].replace("\N{NO-BREAK SPACE}", " ") for number in range(1, 13)]
    assert days == ["Mon 15 Oct", "", "", "Tue 16 Oct", "", "", "Wed 17 Oct", "", "", "Thu 18 Oct", "", ""]
    assert cells(tab, 7)[1:4] == ["09:00–10:30", "7", "Interviewing the victim"]
    assert [cells(tab, number)[5] for number in (7, 8, 9)] == ["held", "held", "planned"]
    assert tab.count.text() == "12 sessions · 18 h"


def test_the_topic_is_changed_in_three_languages(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 9)
    press(tab.table, Qt.Key.Key_Return)
    form = tab.acts.session_form
    assert form.rows["topic"].lines["en"].hasFocus()
    for code, text in (("tg", "Мавзӯъ"), ("ru", "Тема"), ("en", "Topic")):
        write_in(form.rows["topic"].lines[code], text)
    press(form.rows["topic"].lines["en"], Qt.Key.Key_Return)
    assert form.isHidden()
    assert tab.table.hasFocus()
    assert reload(story, session).topic == Texts(tg="Мавзӯъ", ru="Тема", en="Topic")
    assert cells(tab, 9)[3] == "Topic"
    language.choose("tg")
    settle()
    assert cells(tab, 9)[3] == "Мавзӯъ"


def test_moving_a_session_keeps_its_length_and_its_marks(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 9)
    click(tab.buttons["change"])
    form = tab.acts.session_form
    form.rows["day"].field.setCurrentIndex(form.rows["day"].field.findData("2018-10-18"))
    form.rows["start"].field.set_minutes(16 * 60)
    assert form.rows["end"].field.minutes() == 17 * 60 + 30
    click(form.accept_button)
    moved = reload(story, session)
    assert (moved.day, moved.start, moved.end, moved.number) == (date(2018, 10, 18), 960, 1050, 12)
    current = tab.current()
    assert current is not None
    assert current.key == session.key


def test_times_that_cannot_be_are_told_at_the_field(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 9)
    tab.change()
    tab.acts.session_form.rows["end"].field.set_minutes(13 * 60)
    click(tab.acts.session_form.accept_button)
    assert "end after it begins" in tab.acts.session_form.rows["end"].error.text()
    assert reload(story, session) == session


def by_key(workspace: Workspace, tab: ScheduleTab) -> None:
    press(tab.table, Qt.Key.Key_Insert)


def by_button(workspace: Workspace, tab: ScheduleTab) -> None:
    click(tab.buttons["add"])


def by_ctrl_n(workspace: Workspace, tab: ScheduleTab) -> None:
    find(workspace, QAction, "action_new").trigger()


def by_search(workspace: Workspace, tab: ScheduleTab) -> None:
    sheet = workspace.anywhere.find()
    type_text(sheet.field, "add session")
    press(sheet.field, Qt.Key.Key_Return)


@pytest.mark.parametrize("ask", [by_key, by_button, by_ctrl_n, by_search])
def test_a_session_is_asked_for_with_its_place_proposed_and_nothing_is_stored_before(
    workspace: Workspace, story: Story, ask: Callable[[Workspace, ScheduleTab], None]
) -> None:
    """S2: a slip of the hand on Ctrl+N made a session at once; what Ctrl+K found led to the button alone."""
    tab = schedule(workspace, story)
    choose(tab, 8)
    ask(workspace, tab)
    settle()
    form = tab.acts.session_form
    assert form.isVisible()
    assert len(view_of(story.work, story.course).sessions) == 12
    assert form.value("day") == date(2018, 10, 17)
    assert (form.value("start"), form.value("end")) == (16 * 60, 17 * 60 + 30)
    line = form.rows["topic"].lines["en"]
    assert line.hasFocus()
    press(line, Qt.Key.Key_Escape)
    assert form.isHidden(), "nothing was typed, so nothing is asked"
    assert len(view_of(story.work, story.course).sessions) == 12
    ask(workspace, tab)
    settle()
    type_text(line, "Саволҳо")
    press(line, Qt.Key.Key_Return)
    added = view_of(story.work, story.course).sessions[9]
    assert (added.day.day, added.start, added.end) == (17, 16 * 60, 17 * 60 + 30)
    assert cells(tab, 10)[3] == "Саволҳо"
    current = tab.current()
    assert current is not None
    assert current.key == added.key, "the next one follows it"
    workspace.undo()
    assert len(view_of(story.work, story.course).sessions) == 12


def test_esc_leaves_the_topic_and_keeps_the_session(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 7)
    press(tab.table, Qt.Key.Key_F2)
    type_text(tab.table.topic_line, "abc")
    press(tab.table.topic_line, Qt.Key.Key_Escape)
    assert reload(story, session).topic == session.topic
    assert tab.table.hasFocus()
    assert tab.isVisible()


def test_a_session_is_added_with_all_details(workspace: Workspace, story: Story) -> None:
    lead = (
        teachers.assign_new(story.work, story.course, "Каримова Ситора", TeachingRole.LEAD_TRAINER).key or ""
    )
    second = teachers.assign_new(story.work, story.course, "Назарова Дилбар", TeachingRole.TRAINER).key or ""
    tab = schedule(workspace, story)
    choose(tab, 8)
    press(tab.table, Qt.Key.Key_Insert)
    form = tab.acts.session_form
    write_in(form.rows["topic"].lines["en"], "Questions")
    click(form.trainers.ticks[lead])
    click(form.trainers.ticks[second])
    write_in(form.rows["room"].field, "Толори 2")
    click(form.accept_button)
    added = view_of(story.work, story.course).sessions[9]
    assert (added.topic["en"], added.trainers, added.room) == ("Questions", (lead, second), "Толори 2")
    assert cells(tab, 10)[4] == "Каримова С., Назарова Д."


def test_cancelling_needs_a_reason_and_can_be_taken_back(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 8)
    press(tab.table, Qt.Key.Key_X, CTRL_SHIFT)
    form = tab.acts.reason_form
    assert "Session 8" in form.rows["reason_about"].text()
    click(form.accept_button)
    assert "reason is needed" in form.rows["reason"].error.text()
    write_in(form.rows["reason"].field, "нет света")
    press(form.rows["reason"].field, Qt.Key.Key_Return)
    cancelled = reload(story, session)
    assert (cancelled.state, cancelled.cancel_reason) == (SessionState.CANCELLED, "нет света")
    assert cells(tab, 8)[5] == "cancelled"
    assert tab.count.text().startswith("11 sessions")
    assert tab.buttons["cancel"].text() == "Restore the session"
    click(tab.buttons["cancel"])
    assert reload(story, session).state is SessionState.HELD
    tab.buttons["cancel"].setFocus()
    click(tab.buttons["cancel"])
    write_in(form.rows["reason"].field, "нет света")
    click(form.accept_button)
    settle()
    assert tab.window().focusWidget() is tab.buttons["cancel"], "Enter takes it back"


def test_a_locked_session_only_opens_with_a_reason(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 1)
    press(tab.table, Qt.Key.Key_L, CTRL_SHIFT)
    assert reload(story, session).locked
    assert [
        button.isEnabled() for button in (tab.buttons["change"], tab.buttons["cancel"], tab.buttons["remove"])
    ] == [
        False,
        False,
        False,
    ]
    press(tab.table, Qt.Key.Key_Return)
    assert tab.acts.session_form.isHidden()
    write_in(tab.acts.reason_form.rows["reason"].field, "опечатка")
    click(tab.acts.reason_form.accept_button)
    opened = reload(story, session)
    assert (opened.locked, opened.lock_reason) == (False, "опечатка")


def test_removing_is_refused_where_there_are_marks_and_undone_where_not(
    workspace: Workspace, story: Story
) -> None:
    tab = schedule(workspace, story)
    marked = choose(tab, 1)
    press(tab.table, Qt.Key.Key_Delete)
    assert not workspace.banner.isHidden()
    assert reload(story, marked) == marked
    empty = choose(tab, 12)
    press(tab.table, Qt.Key.Key_Delete)
    assert len(view_of(story.work, story.course).sessions) == 11
    assert tab.table.currentIndex().row() == 10
    assert workspace.rail.steps.undo.fresh.isActive()
    workspace.undo()
    assert reload(story, empty) == empty


def test_an_empty_schedule_is_planned_in_one_step(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    tab = tab_of(workspace, ScheduleTab, garm, "schedule")
    assert tab.card.isHidden()
    assert tab.buttons["plan"].hasFocus()
    assert list(tab.head_buttons()) == []
    press(tab.buttons["plan"], Qt.Key.Key_Return)
    form = tab.acts.plan_form
    assert form.plan.result.small.text().startswith("9 sessions · 3 days")
    form.plan.rows["per_day"].field.setValue(2)
    click(form.accept_button)
    assert len(view_of(story.work, garm).sessions) == 6
    assert not tab.card.isHidden()
    assert list(tab.head_buttons()) == [tab.buttons["add"]]
    workspace.undo()
    assert view_of(story.work, garm).sessions == ()
    assert tab.card.isHidden()


def test_sessions_at_the_same_time_are_pointed_out(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 12)
    workspace.context.do(sessions.move_session, session.key, date(2018, 10, 18), 9 * 60 + 30)
    chip = tab.model.columns[5].chip
    assert chip is not None
    tones = [found[0] for place in range(12) if (found := chip(tab.model.row(place)))]
    assert tones.count(Tone.DUE) == 2


def test_the_mouse_has_the_same_choices(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 12)
    menu = tab.menu()
    texts = [action.text() for action in menu.actions()]
    buttons = (tab.buttons["change"], tab.buttons["cancel"], tab.buttons["lock"], tab.buttons["remove"])
    assert texts[:4] == [button.text() for button in buttons]
    assert [text.partition("\t")[0] for text in texts[5:]] == [
        "Type the topic",
        "It took place",
        "It ended earlier…",
        "Split into two…",
        "Earlier in the day",
        "Later in the day",
        "To the day before",
        "To the next day",
    ]
    menu.actions()[2].trigger()
    assert reload(story, session).locked
    assert not any(action.isEnabled() for action in tab.menu().actions()[5:])


def test_the_form_of_one_course_does_not_stay_for_another(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    tab = schedule(workspace, story)
    choose(tab, 12)
    tab.change()
    assert not tab.acts.session_form.isHidden()
    tab_of(workspace, ScheduleTab, garm, "schedule")
    assert tab.acts.session_form.isHidden()


def test_a_session_that_is_over_without_marks_is_told_as_not_marked(
    workspace: Workspace, story: Story
) -> None:
    tab = schedule(workspace, story)
    assert cells(tab, 12)[5] == "planned"
    written = story.work.journal.number
    story.clock.advance(days=2)
    tab.refresh()
    states = [cells(tab, number)[5] for number in (7, 8, 9, 12)]
    assert states == ["held", "held", "not marked", "not marked"]
    assert story.work.journal.number == written, "nothing is written"
    assert reload(story, choose(tab, 12)).state is SessionState.PLANNED


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_answers_with_long_words_stand_in_one_line(
    workspace: Workspace, story: Story, language: LanguageSwitch, code: str
) -> None:
    """S3: "Add session" is so long in Tajik that it stood alone below the other two."""
    language.choose(code)
    workspace.window().resize(1024, 700)
    tab = schedule(workspace, story)
    tab.acts.add()
    form = tab.acts.session_form
    for line in form.rows["topic"].lines.values():
        write_in(line, "Рашт")
    form.leave_for(lambda: None)
    settle()
    asked = find(workspace.window(), ConfirmDialog, "panel_question")
    answers = [asked.no, asked.yes, find(asked, Button, "panel_question_offer")]
    assert len({each.y() for each in answers}) == 1
    assert asked.rect().contains(asked.frame.geometry())
