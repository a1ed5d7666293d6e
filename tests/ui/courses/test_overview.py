"""The overview: what it counts, what is due, what was learnt, who teaches; copying and closing a course."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.actions.sheets import enter_alone, feed_back
from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.courses_parts import add_garm, add_scores, courses_of, pick_day, tab_of, view_of, write_in
from tests.ui.driving import click, find, press, settle
from tests.ui.result_parts import fill
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import agendas, course_life, courses, enrolments, sessions, teachers
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.evaluations import feedback, scores
from trainer_app.actions.office import approval
from trainer_app.actions.office.reports import gather_report
from trainer_app.actions.people import joining, people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses.courses import CompletionRule, CourseState, SessionState, TeachingRole
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations import forms
from trainer_app.domain.office.approvals import OpenMatter
from trainer_app.domain.today.overview import Due, DueKind
from trainer_app.ui.attendance.tab import AttendanceTab
from trainer_app.ui.courses.overview.tab import OverviewTab, Stat
from trainer_app.ui.courses.participants.list_card import ParticipantFilter
from trainer_app.ui.courses.participants.tab import ParticipantsTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.screens import destination_of_due
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import ButtonKind, Tabs
from trainer_app.ui.widgets.overlays import ConfirmDialog


def overview(workspace: Workspace, course: str) -> OverviewTab:
    return tab_of(workspace, OverviewTab, course, "overview")


def said(stat: Stat) -> tuple[str, str, str]:
    return stat.number.text(), stat.words.text(), stat.second.text()


def test_the_counts_are_those_of_the_course(workspace: Workspace, story: Story) -> None:
    sessions.cancel_session(story.work, view_of(story.work, story.course).sessions[11].key, "нет света")
    tab = overview(workspace, story.course)
    assert said(tab.stats["people"]) == ("25", "on the list", "women: 9")
    assert said(tab.stats["sessions"]) == ("8 / 11", "sessions held", "cancelled: 1")
    assert said(tab.stats["marks"]) == ("11", "marks missing", "in the sessions held")
    assert said(tab.stats["certificates"]) == ("0", "certificates", "issued")
    assert tab.stats["marks"].number.property("role") == "counter_due"


def test_a_session_marked_ahead_counts_as_in_the_report_and_is_told(
    workspace: Workspace, story: Story
) -> None:
    last = view_of(story.work, story.course).sessions[11].key
    attendance.mark(story.work, story.enrolments[0], last, Mark.EXCUSED)
    tab = overview(workspace, story.course)
    assert said(tab.stats["sessions"]) == ("9 / 12", "sessions held", "marked before they begin: 1")
    assert said(tab.stats["marks"])[0] == "11", "the other 24 are not missed yet"
    left = {each.matter: each.count for each in approval.open_items(story.work, story.course)}
    assert left[OpenMatter.AHEAD] == 1, "who closes the course is told"
    report = gather_report(story.work, story.course)
    held = [each for each in report.sessions if each.held]
    assert len(held) == 9, "as in the report"


def test_marks_missing_in_past_sessions_that_nobody_held_are_told_apart(
    workspace: Workspace, story: Story
) -> None:
    # The last session of the third day has no mark, so nobody has said that it was held.
    story.clock.advance(minutes=24 * 60)
    tab = overview(workspace, story.course)
    assert said(tab.stats["marks"])[2] == (
        "with 1 past session that nobody marked; besides, 1 session of today without any mark"
    )


def test_none_is_missing_is_not_said_of_sessions_without_any_mark(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    tab = overview(workspace, story.course)
    assert said(tab.stats["marks"]) == ("11", "marks missing", "in the sessions held")
    # The ninth session, of this afternoon, is over, and nobody was marked.
    story.clock.advance(minutes=7 * 60)
    tab.refresh()
    assert said(tab.stats["marks"])[2] == (
        "in the sessions held; besides, 1 session of today without any mark"
    )
    attendance.mark_rest(story.work, view_of(story.work, story.course).sessions[7].key)
    tab.refresh()
    assert said(tab.stats["marks"]) == ("1", "session without any mark", "over today; nobody was marked")
    assert tab.stats["marks"].number.property("role") == "counter_due"
    for code in LANGUAGES:
        language.choose(code)
        settle()
        assert all(said(tab.stats["marks"]))
    known = view_of(story.work, story.course).sessions
    planned = [replace(each, state=SessionState.PLANNED) for each in known]
    before = datetime(2018, 10, 1, 8, tzinfo=UTC)
    line = courses.get_line(story.work, story.course)
    assert line is not None
    none = replace(line, unmarked=0)
    assert tab.wording.missing_marks(none, planned, before)[0] == "–", "nothing has been held yet"


def test_missing_marks_say_which_of_them_other_places_leave_out(workspace: Workspace, story: Story) -> None:
    first, second, *_ = view_of(story.work, story.course).sessions
    attendance.mark(story.work, story.enrolments[0], first.key, None)
    attendance.mark(story.work, story.enrolments[0], second.key, None)
    tab = overview(workspace, story.course)
    assert said(tab.stats["marks"]) == ("13", "marks missing", "in the sessions held; of today: 11")
    assert {each.kind: each.count for each in tab.due._shown}[DueKind.UNMARKED] == 2, "of earlier days"
    workspace.context.changes.announce(sessions.lock_session(story.work, first.key))
    assert said(tab.stats["marks"])[2] == "in the sessions held; of today: 11; in locked sessions: 1"
    assert {each.kind: each.count for each in tab.due._shown}[DueKind.UNMARKED] == 1


def test_issued_certificates_are_counted(workspace: Workspace, story: Story) -> None:
    add_scores(story.work, story.enrolments)
    tab = overview(workspace, story.course)
    issued = certificates.issue(story.work, story.course)
    workspace.context.changes.announce(issued.changes)
    assert tab.stats["certificates"].number.text() == str(len(issued.certificates))
    assert len(issued.certificates) > 0


def test_a_count_leads_to_its_tab(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    assert tab.stats["people"].row.hasFocus()
    found = courses_of(workspace).workspace
    press(tab.stats["sessions"].row, Qt.Key.Key_Return)
    assert found.tab_name() == "schedule"
    found.open_tab("overview")
    click(tab.stats["marks"].row)
    assert found.tab_name() == "attendance"


def test_what_is_due_leads_to_where_it_is_done(workspace: Workspace, story: Story) -> None:
    first = attendance.grid(story.work, story.course).sessions[2].key
    attendance.mark(story.work, story.enrolments[4], first, None)
    tab = overview(workspace, story.course)
    assert not tab.due.isHidden()
    assert tab.due.rows[0].title.text() == "1 mark missing from earlier days"
    click(tab.due.rows[0].button)
    opened = courses_of(workspace).workspace.tab()
    assert isinstance(opened, AttendanceTab)
    assert opened.page is not None
    assert opened.page.view.place == (4, 2)


def test_the_gain_of_matched_tests_is_shown_once_there_is_one(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    assert tab.learning.isHidden()
    add_scores(story.work, story.enrolments[:20])
    scores.set_score(story.work, story.enrolments[20], forms.Occasion.PRE, 800, 2000)
    tab.refresh()
    values = [row.value.text().replace("\N{NO-BREAK SPACE}", " ") for row in tab.learning.values]
    # From 8 to 14 of 20: (70 - 40) / (100 - 40).
    assert values == ["40 %", "70 %", "+30", "0.50 · medium"]
    said = [row.name.text() for row in tab.learning.values[:2]]
    assert said == ["Pre-test, mean of those with both", "Post-test, mean of those with both"]
    assert tab.learning.pairs.text() == "20 participants with both tests · with one test only: 1"


def test_feedback_is_shown_from_five_answers_on(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    sheet = feed_back(story.work, story.course, *[("5", "")] * 4)
    tab.refresh()
    assert tab.learning.isHidden()
    feedback.key_paper(story.work, sheet.sitting, ("1", "2"))
    enter_alone(story.work, story.course)
    tab.refresh()
    assert not tab.learning.isHidden()
    row = tab.learning.questions[0]
    assert row.words.text() == "Statement scale 1"
    assert row.value.text().replace("\N{NO-BREAK SPACE}", " ") == "80 %"
    assert tab.learning.questions[1].isHidden()


def test_sheets_of_feedback_are_shown_scale_by_scale(workspace: Workspace, story: Story) -> None:
    fill(story)
    tab = overview(workspace, story.course)
    row = tab.learning.questions[0]
    assert row.words.text() == "Фаҳмо буд"
    assert row.value.text().replace("\N{NO-BREAK SPACE}", " ") == "71.4 %"
    assert tab.learning.questions[1].isHidden(), "an open question has no share"


def test_a_known_person_is_assigned_by_keyboard(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    click(tab.teachers.assign)
    form = tab.assign_form
    assert form.rows["name"].field.hasFocus()
    write_in(form.rows["name"].field, "qayum")
    press(form.rows["name"].field, Qt.Key.Key_Return)
    assert form.isHidden()
    teachers = view_of(story.work, story.course).teachers
    assert [(each.name, each.role) for each in teachers] == [("Қаюмов Рустам", TeachingRole.LEAD_TRAINER)]
    click(tab.teachers.assign)
    assert form.value("role") is TeachingRole.TRAINER, "the next one does not lead by itself"
    assert tab.teachers.rows[0].words.title.text() == "Қаюмов Рустам"


def test_somebody_new_is_added_and_assigned_in_one_step(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    before = len(people.search(story.work, ""))
    click(tab.teachers.assign)
    form = tab.assign_form
    form.rows["role"].field.setCurrentIndex(
        form.rows["role"].field.findData(TeachingRole.INTERNATIONAL_EXPERT.value)
    )
    write_in(form.rows["name"].field, "Lindqvist James")
    press(form.rows["name"].field, Qt.Key.Key_Down)
    assert form.table.hasFocus()
    form._search(form.rows["name"].field.text())
    assert form.model.row(form.model.rowCount() - 1).key == ""
    press(form.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(form.table, Qt.Key.Key_Return)
    teachers = view_of(story.work, story.course).teachers
    assert [(each.name, each.role) for each in teachers] == [
        ("Lindqvist James", TeachingRole.INTERNATIONAL_EXPERT)
    ]
    assert len(people.search(story.work, "")) == before + 1
    workspace.undo()
    assert view_of(story.work, story.course).teachers == ()
    assert len(people.search(story.work, "")) == before


def test_a_role_is_changed_and_taken_away_and_given_back(workspace: Workspace, story: Story) -> None:
    teachers.assign_new(story.work, story.course, "Каримова Ситора", TeachingRole.TRAINER)
    tab = overview(workspace, story.course)
    click(tab.teachers.rows[0].change)
    form = tab.assign_form
    assert form.title.text() == "Каримова Ситора"
    assert form.rows["name"].isHidden()
    form.rows["role"].field.setCurrentIndex(form.rows["role"].field.findData(TeachingRole.LEAD_TRAINER.value))
    click(form.accept_button)
    assert tab.teachers.rows[0].words.second.text() == "lead trainer"
    click(tab.teachers.rows[0].remove)
    assert view_of(story.work, story.course).teachers == ()
    assert tab.teachers.rows[0].isHidden()
    assert not tab.teachers.nobody.isHidden()
    click(workspace.rail.steps.undo)
    assert [each.role for each in view_of(story.work, story.course).teachers] == [TeachingRole.LEAD_TRAINER]


def test_oneself_stands_first_and_no_participant_is_offered(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    click(tab.teachers.assign)
    form = tab.assign_form
    assert [form.model.row(row).second for row in range(form.model.rowCount())] == [
        "you: will be added to People"
    ]
    press(form.rows["name"].field, Qt.Key.Key_Return)
    assert not form.isHidden(), "nobody was chosen"
    press(form.rows["name"].field, Qt.Key.Key_Down)
    press(form.table, Qt.Key.Key_Down)
    press(form.table, Qt.Key.Key_Return)
    (teacher,) = view_of(story.work, story.course).teachers
    assert (teacher.name, teacher.role) == ("Назарова Д.", TeachingRole.LEAD_TRAINER)
    click(tab.teachers.assign)
    assert form.model.row(0).key == teacher.person
    assert form.model.row(0).second == "you"


def test_assigning_nobody_is_refused_at_the_name(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    click(tab.teachers.assign)
    form = tab.assign_form
    form.model.set_rows([])
    click(form.accept_button)
    assert not form.isHidden()
    assert form.rows["name"].error.text() != ""


def test_the_facts_say_what_the_course_is(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    assert tab.facts.values["code"].text() == "DSH-1"
    rule = tab.facts.values["rule"]
    assert (
        rule.text().replace("\N{NO-BREAK SPACE}", " ")
        == "80 % of the time of the sessions and 60 % in the post-test"
    )
    assert tab.facts.values["project"].isHidden()
    draft = courses.draft_of(view_of(story.work, story.course).course)
    off = replace(draft, rule=CompletionRule(None, None), town="Душанбе", district="Душанбе", venue="Мактаб")
    workspace.context.do(courses.change_course, story.course, off)
    assert rule.text() == "everybody who came"
    assert tab.facts.values["venue"].text() == "Душанбе, Мактаб", "the town is its own district"


def test_a_copy_is_made_and_opened(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    click(tab.copy_button)
    form = tab.copy_form
    write_in(form.rows["code"].field, "dsh-1")
    click(form.accept_button)
    assert "already" in form.rows["code"].error.text()
    write_in(form.rows["code"].field, "KHJ-1")
    pick_day(form.rows["first_day"].field, date(2018, 11, 5))
    press(form.rows["code"].field, Qt.Key.Key_Return)
    found = courses_of(workspace).workspace
    assert found.course != story.course
    copy = view_of(story.work, found.course)
    assert (copy.course.code, copy.course.first_day) == ("KHJ-1", date(2018, 11, 5))
    assert len(copy.sessions) == 12
    assert said(tab.stats["people"])[0] == "0"


@pytest.mark.parametrize("ahead", [0, 1])
def test_a_course_is_closed_from_its_last_day_on(workspace: Workspace, story: Story, ahead: int) -> None:
    story.clock.advance(days=ahead)
    tab = overview(workspace, story.course)
    click(tab.close_button)
    if ahead == 1:
        assert view_of(story.work, story.course).course.state is CourseState.RUNNING or tab.reason.isVisible()
        assert "marks missing in all sessions so far: " in tab.reason.rows["reason_about"].text()
        click(tab.reason.accept_button)
        assert view_of(story.work, story.course).course.state is not CourseState.CLOSED, "it needs a reason"
        reason = tab.reason.rows["reason"]
        assert reason.field.hasFocus(), "one types it there"
        assert reason.error.text() == "Say why it may stay so; the reason is kept."
        tab.reason.rows["reason"].field.setText("варақа дар бойгонӣ")
        click(tab.reason.accept_button)
    closed = view_of(story.work, story.course).course.state is CourseState.CLOSED
    assert closed == (ahead == 1)
    if closed:
        left, _, why = tab.approval.open.text().partition("\n")
        assert left.startswith("Left open: ")
        assert why == "Reason: варақа дар бойгонӣ", "apart from what is open"
        assert tab.close_button.text() == "Open again"
        assert tab.facts.chip.text() == "closed"
        click(tab.close_button)
        asked = find(tab.window(), ConfirmDialog, "reopen_question")
        assert view_of(story.work, story.course).course.state is CourseState.CLOSED, "it asks first"
        assert asked.text.text() == tab.close_button.toolTip() != ""
        click(asked.yes)
        assert view_of(story.work, story.course).course.state is CourseState.RUNNING
    else:
        assert not workspace.banner.isHidden()


@in_turn("code", ["tg", "ru", "en"])
def test_closing_and_opening_again_keep_their_words_where_room_is_short(
    workspace: Workspace, story: Story, language: LanguageSwitch, code: str
) -> None:
    tab = overview(workspace, story.course)
    language.choose(code)
    workspace.window().resize(683, 390)
    settle()
    for closed in (False, True):
        if closed and view_of(story.work, story.course).course.state is not CourseState.CLOSED:
            story.clock.advance(days=1)
            assert workspace.context.do(approval.close, story.course, "варақа дар бойгонӣ") is not None
            settle()
        button = tab.close_button
        assert not button.folded
        assert button.isVisible()
        assert button.width() == button.full_width()
        assert button.icon_name in ("check", "unlock"), "that of undo is another command's"


def test_a_course_to_come_cannot_be_closed(workspace: Workspace, story: Story) -> None:
    made = course_life.copy_course(story.work, story.course, CourseCopy("KHJ-1", date(2018, 11, 5)))
    tab = overview(workspace, made.key or "")
    assert not tab.close_button.isEnabled()
    assert tab.facts.chip.text() == "planned"


def test_marks_made_elsewhere_are_counted_when_the_tab_is_seen_again(
    workspace: Workspace, story: Story
) -> None:
    tab = overview(workspace, story.course)
    found = courses_of(workspace).workspace
    found.open_tab("attendance")
    session = view_of(story.work, story.course).sessions[7].key
    workspace.context.do(attendance.mark_rest, session, Mark.PRESENT)
    assert tab.stats["marks"].number.text() == "11"
    found.open_tab("overview")
    assert tab.stats["marks"].number.text() == "0"


def test_the_course_is_changed_from_its_overview(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    garm = add_garm(story.work, plan=DayPlan(per_day=2))
    tab = overview(workspace, garm)
    language.choose("ru")
    settle()
    click(tab.edit_button)
    write_in(tab.course_form.rows["town"].field, "Рашт")
    click(tab.course_form.accept_button)
    assert courses_of(workspace).workspace.head.title.text() == "Рашт, 3–5 октября 2018"


def test_a_new_course_says_what_comes_next(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    tab = overview(workspace, garm)
    assert not tab.next.isHidden()
    assert tab.next.text.text().startswith("Plan the sessions")
    kinds = [button.kind for button in tab.next.buttons.values()]
    assert kinds == [ButtonKind.PRIMARY, ButtonKind.PLAIN, ButtonKind.PLAIN]
    click(tab.next.buttons["schedule"])
    assert courses_of(workspace).workspace.tab_name() == "schedule"
    workspace.context.do(agendas.plan_sessions, garm, DayPlan(per_day=1))
    tab = overview(workspace, garm)
    assert tab.next.buttons["schedule"].isHidden()
    assert tab.next.buttons["participants"].kind is ButtonKind.PRIMARY
    click(tab.next.buttons["teachers"])
    assert not tab.assign_form.isHidden()
    story.clock.advance(days=90)
    tab.refresh()
    assert said(tab.stats["marks"]) == ("–", "marks missing", "nobody is on the list yet")


def test_a_course_that_has_everything_needs_nothing(workspace: Workspace, story: Story) -> None:
    teachers.assign_new(story.work, story.course, "Назарова Дилбар", TeachingRole.TRAINER)
    assert overview(workspace, story.course).next.isHidden()


def test_a_closed_course_needs_nothing_any_more(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    assert not tab.next.isHidden()
    story.clock.advance(minutes=3 * 24 * 60)
    workspace.context.do(courses.close_course, story.course)
    assert tab.next.isHidden()


@in_turn("code", ["tg", "ru", "en"])
@in_turn("size", [(1366, 697), (1093, 530)])
def test_no_word_of_the_counts_is_cut_at_125_per_cent_either(
    workspace: Workspace,
    story: Story,
    window: MainWindow,
    language: LanguageSwitch,
    code: str,
    size: tuple[int, int],
) -> None:
    tab = tab_of(workspace, OverviewTab, story.course, "overview")
    window.resize(*size)
    language.choose(code)
    settle()
    for stat in tab.stats.values():
        for part in (stat.words, stat.second):
            assert part.heightForWidth(part.width()) <= part.height(), part.text()
    heights = {stat.height() for stat in tab.stats.values()}
    assert len(heights) == 1, "they stand level"
    tabs = workspace.findChild(Tabs, "course_tabs")
    assert isinstance(tabs, Tabs)
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width(), "every tab is in sight"


@pytest.fixture
def changed_later(story: Story) -> str:
    """Change an approved course in all ways; return the number of the certificate that was made anew."""
    work, course = story.work, story.course
    story.clock.advance(days=5)
    for session in view_of(work, course).sessions:
        attendance.mark_rest(work, session.key)
    people_of = enrolments.list_enrolments(work, course)
    for row in people_of[:2]:
        scores.set_score(work, row.enrolment.key, forms.Occasion.POST, 1600, 2000)
    certificates.issue(work, course)
    approval.close(work, course, "варақаҳо дар бойгонӣ")
    approval.approve(work, course, "варақаҳо дар бойгонӣ")
    first, second = (row.enrolment for row in people_of[:2])
    session = view_of(work, course).sessions[0].key
    sessions.unlock_session(work, session, "хато")
    attendance.mark(work, second.key, session, Mark.ABSENT)
    people.change_person(work, first.person, {"family": "Қодирзода"})
    (made,) = certificates.renew(work, course, "ном ислоҳ шуд").certificates
    joining.join(work, first.person, second.person)
    return made.serial


@in_turn("code", ["en", "ru", "tg"])
def test_later_changes_are_told_in_words_and_nothing_of_the_card_is_cut(
    changed_later: str, workspace: Workspace, story: Story, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    card = overview(workspace, story.course).approval
    settle()
    assert changed_later in card.changes.text()
    assert len(card.changes.text()) < 1000
    assert "TRC1:" not in card.changes.text()
    assert "варақаҳо дар бойгонӣ" in card.reason.text()
    for part in (card.closed, card.open, card.approved, card.reason, card.print_, card.since, card.changes):
        assert part.height() >= part.heightForWidth(part.width()), part.objectName()
        assert part.width() >= part.minimumSizeHint().width(), part.objectName()


@in_turn("kind", list(DueKind))
def test_each_thing_that_is_due_leads_to_its_place(workspace: Workspace, story: Story, kind: DueKind) -> None:
    tab = overview(workspace, story.course)
    went: list[tuple[str, dict[str, object]]] = []
    workspace.context.place_requested.disconnect()
    workspace.context.place_requested.connect(lambda screen, place: went.append((screen, place)))
    due = Due(kind, story.course, 2)
    tab.due.show_due((due,))
    click(tab.due.rows[0].button)
    assert went == [destination_of_due(due)]


def test_what_an_approval_keeps_is_shown_before_it_is_given(workspace: Workspace, story: Story) -> None:
    story.clock.advance(days=5)
    approval.close(story.work, story.course, "варақаҳо дар бойгонӣ")
    tab = overview(workspace, story.course)
    click(tab.approval.button)
    about = find(tab.reason, QLabel, "reason_about").text()
    assert "Still open:" in about
    reason = tab.reason.rows["reason"]
    assert reason.field.text() == "варақаҳо дар бойгонӣ", "it was asked at closing"
    assert reason.description.text() == "As it was given when the course was closed. It can be changed."
    about = find(tab.reason, QLabel, "reason_after").text()
    assert "These figures are kept as approved:" in about
    for name, value in approval.before_approving(story.work, story.course, "en").figures:
        assert f"– {name}: {value}" in about


def test_who_is_off_the_list_but_marked_present_can_be_settled(workspace: Workspace, story: Story) -> None:
    """One laptop withdraws somebody whom another one marks present: the overview leads there."""
    story.clock.advance(days=5)
    gone, last = story.enrolments[3], view_of(story.work, story.course).sessions[0].key
    attendance.mark(story.work, gone, last, Mark.PRESENT)
    enrolments.withdraw(story.work, gone, last)
    tab = overview(workspace, story.course)
    click(tab.due.more)
    place = next(at for at, row in enumerate(tab.due.rows) if row.objectName() == "due_gone")
    assert tab.due.rows[place].title.text() == "Off the list, but marked present: 1"
    click(tab.due.rows[place].button)
    settle()
    listed = tab_of(workspace, ParticipantsTab, story.course, "participants")
    assert listed.list.strip.part is ParticipantFilter.LEFT
    chosen = listed.list.table.currentIndex()
    assert listed.list.model.row(chosen.row()).enrolment.key == gone
    approval.close(story.work, story.course, "варақаҳо дар бойгонӣ")
    back = overview(workspace, story.course)
    back.refresh()
    click(back.approval.button)
    assert (
        "people off the list, though marked present to the end or afterwards: 1"
        in find(back.reason, QLabel, "reason_about").text()
    )
    after = find(back.reason, QLabel, "reason_after").text()
    assert "1 of the participations is of people who came and are not on the list any more" in after


def test_digits_in_the_name_of_a_new_trainer_are_told(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    click(tab.teachers.assign)
    form = tab.assign_form
    for name, told in (("Зокиров 7", True), ("Зокиров Али", False)):
        field = form.rows["name"].field
        field.setText(name)
        field.search_now()
        second = form.model.row(form.model.rowCount() - 1).second
        assert second.startswith("somebody new: will be added to People")
        assert ("digits in the name" in second) is told
