"""The schedule as a planner: rows dragged, moved by keys, split, shortened; agendas copied and taken in."""

from datetime import date
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.kit.world import Story
from tests.ui.courses_parts import add_garm, tab_of, view_of, write_in
from tests.ui.driving import click, press, settle
from tests.ui.papers_parts import papers, text_of
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates, effects, eligibility
from trainer_app.actions.courses import courses, sessions, teachers
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, Session, SessionState, TeachingRole
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.ui.courses.plan.tab import ScheduleTab
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog

ALT = Qt.KeyboardModifier.AltModifier


def schedule(workspace: Workspace, story: Story) -> ScheduleTab:
    return tab_of(workspace, ScheduleTab, story.course, "schedule")


def choose(tab: ScheduleTab, number: int) -> Session:
    for row in range(tab.model.rowCount()):
        session = tab.model.row(row).session
        if session is not None and session.number == number:
            tab.table.setCurrentIndex(tab.model.index(row, 0))
            return session
    raise AssertionError(number)


def reload(story: Story, session: Session) -> Session:
    return sessions.get_session(story.work, session.key)


def place_of(story: Story, session: Session) -> tuple[int, int]:
    found = reload(story, session)
    return found.day.day, found.start


def send(tab: ScheduleTab, kind: QMouseEvent.Type, at: QPoint) -> None:
    """Send one event of the left button to the rows, as the window system does."""
    viewport = tab.table.viewport()
    moving = kind is QMouseEvent.Type.MouseMove
    released = kind is QMouseEvent.Type.MouseButtonRelease
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind,
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        none if moving else left,
        none if released else left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def drag(tab: ScheduleTab, source: int, target: int, *, behind: bool, release: bool = True) -> None:
    """Drag a row onto the upper or lower half of another one."""
    tab.table.scrollTo(tab.model.index(target, 0))
    begin = tab.table.visualRect(tab.model.index(source, 3)).center()
    box = tab.table.visualRect(tab.model.index(target, 3))
    end = QPoint(begin.x(), box.bottom() - 4 if behind else box.top() + 4)
    send(tab, QMouseEvent.Type.MouseButtonPress, begin)
    send(tab, QMouseEvent.Type.MouseMove, QPoint(begin.x(), (begin.y() + end.y()) // 2))
    send(tab, QMouseEvent.Type.MouseMove, end)
    if release:
        send(tab, QMouseEvent.Type.MouseButtonRelease, end)
        settle()


def test_alt_and_the_arrows_change_places_within_the_day(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    tenth, eleventh = choose(tab, 11), choose(tab, 10)
    press(tab.table, Qt.Key.Key_Down, ALT)
    assert (place_of(story, eleventh), place_of(story, tenth)) == ((18, 660), (18, 540))
    current = tab.current()
    assert current is not None
    assert (current.key, current.number) == (eleventh.key, 11)
    press(tab.table, Qt.Key.Key_Up, ALT)
    assert (place_of(story, eleventh), place_of(story, tenth)) == ((18, 540), (18, 660))
    assert workspace.rail.steps.undo.fresh.isActive()
    workspace.undo()
    assert place_of(story, eleventh) == (18, 660)


def test_the_first_of_a_day_does_not_move_up_and_says_so(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 10)
    press(tab.table, Qt.Key.Key_Up, ALT)
    assert reload(story, session) == session
    assert not workspace.banner.isHidden()


def test_page_keys_move_to_the_day_before_with_the_marks(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 7)
    before = attendance.grid(story.work, story.course).rows[0].cells[6]
    press(tab.table, Qt.Key.Key_PageUp, ALT)
    assert place_of(story, session) == (16, 960)
    assert "with its 25 marks" in workspace.rail.steps.undo.step
    table = attendance.grid(story.work, story.course)
    at = [each.key for each in table.sessions].index(session.key)
    assert table.rows[0].cells[at] == before


def test_beyond_the_last_day_the_course_becomes_longer_if_one_agrees(
    workspace: Workspace, story: Story
) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 12)
    press(tab.table, Qt.Key.Key_PageDown, ALT)
    assert reload(story, session) == session
    asked = workspace.window().findChild(ConfirmDialog, "schedule_extend")
    assert asked is not None
    assert "19 October" in asked.text.text()
    click(asked.yes)
    assert place_of(story, session) == (19, 840)
    assert view_of(story.work, story.course).course.last_day == date(2018, 10, 19)
    workspace.undo()
    assert view_of(story.work, story.course).course.last_day == date(2018, 10, 18)


def test_a_row_is_dragged_before_another_one(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 12)
    drag(tab, 11, 9, behind=False)
    assert place_of(story, session) == (18, 540)
    workspace.undo()
    assert place_of(story, session) == (18, 840)


def test_a_row_is_dragged_to_the_end_of_another_day(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 10)
    drag(tab, 9, 8, behind=True)
    assert place_of(story, session) == (17, 960)


def test_a_drag_is_given_up_with_esc(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 10)
    drag(tab, 9, 7, behind=False, release=False)
    press(tab.table, Qt.Key.Key_Escape)
    at = tab.table.visualRect(tab.model.index(7, 3)).center()
    send(tab, QMouseEvent.Type.MouseButtonRelease, at)
    assert reload(story, session) == session


def test_a_click_only_chooses(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    before = view_of(story.work, story.course)
    at = tab.table.visualRect(tab.model.index(4, 3)).center()
    send(tab, QMouseEvent.Type.MouseButtonPress, at)
    send(tab, QMouseEvent.Type.MouseButtonRelease, at)
    assert tab.table.currentIndex().row() == 4
    assert view_of(story.work, story.course) == before


def test_days_without_sessions_stand_in_the_table_and_take_one(workspace: Workspace, story: Story) -> None:
    draft = courses.draft_of(view_of(story.work, story.course).course)
    courses.change_course(story.work, story.course, replace(draft, last_day=date(2018, 10, 20)))
    tab = schedule(workspace, story)
    assert tab.model.rowCount() == 13
    free = tab.model.row(12)
    assert (free.session, free.day, free.last) == (None, date(2018, 10, 19), date(2018, 10, 20))
    assert str(tab.model.index(12, 3).data()) == "no sessions"
    tab.table.setCurrentIndex(tab.model.index(12, 0))
    assert not tab.buttons["change"].isEnabled()
    session = choose(tab, 12)
    drag(tab, 11, 12, behind=True)
    assert place_of(story, session) == (19, 840)
    tab.table.setCurrentIndex(tab.model.index(tab.model.rowCount() - 1, 0))
    press(tab.table, Qt.Key.Key_Insert)
    press(tab.acts.session_form, Qt.Key.Key_Return)
    added = view_of(story.work, story.course).sessions[-1]
    assert (added.day, added.start) == (date(2018, 10, 20), 840)


def test_a_session_ended_earlier(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 7)
    tab.acts.shorten()
    form = tab.acts.shorten_form
    assert form.rows["end"].field.hasFocus()
    form.rows["end"].field.set_minutes(9 * 60)
    click(form.accept_button)
    assert "between 09:00 and 10:30" in form.rows["end"].error.text()
    form.rows["end"].field.set_minutes(10 * 60)
    assert form.rows["result"].text().startswith("60 of 90 minutes remain.")
    press(form.rows["end"].field, Qt.Key.Key_Return)
    assert form.isHidden()
    assert reload(story, session).minutes == 60


def test_a_session_is_split_with_a_break(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 7)
    tab.acts.split()
    form = tab.acts.split_form
    assert form.rows["parts"].text() == "09:00–09:45   09:45–10:30"
    form.rows["break"].field.setValue(15)
    assert form.rows["parts"].text() == "09:00–09:45   10:00–10:30"
    click(form.accept_button)
    found = view_of(story.work, story.course).sessions
    assert [(each.start, each.end) for each in found[6:8]] == [(540, 585), (600, 630)]
    assert found[6].key == session.key
    late = attendance.grid(story.work, story.course).rows[23]
    assert [cell.missed for cell in late.cells[6:8] if cell] == [10, 0]
    assert [cell.mark for cell in late.cells[6:8] if cell] == [Mark.LATE, Mark.PRESENT]


def test_a_planned_session_took_place(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 12)
    assert tab.acts.can_hold()
    tab.acts.hold()
    assert reload(story, session).state is SessionState.HELD
    assert not tab.acts.can_hold()


def test_who_locked_and_why_it_was_opened_stands_in_the_row(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    choose(tab, 1)
    click(tab.buttons["lock"])
    assert tab.model._below_state(tab.model.row(0)).replace("\N{NO-BREAK SPACE}", " ") == (
        "locked by Д. Назарова, 17 Oct 11:42"
    )
    click(tab.buttons["lock"])
    write_in(tab.acts.reason_form.rows["reason"].field, "опечатка")
    click(tab.acts.reason_form.accept_button)
    assert tab.model._below_state(tab.model.row(0)) == "opened again: опечатка"


def test_clashes_stand_in_words_in_their_row(workspace: Workspace, story: Story) -> None:
    work = story.work
    person = teachers.assign_new(work, story.course, "Назарова Дилбар", TeachingRole.TRAINER).key or ""
    draft = CourseDraft("GARM", Texts(en="Garm"), date(2018, 10, 18), date(2018, 10, 18), town="Ғарм")
    garm = sessions.create_course_with_sessions(work, draft, DayPlan(per_day=1)).key or ""
    teachers.assign(work, garm, person, TeachingRole.TRAINER)
    for key in (
        view_of(work, story.course).sessions[9].key,
        view_of(work, garm).sessions[0].key,
    ):
        typed = sessions.draft_of(sessions.get_session(work, key))
        sessions.change_session(work, key, replace(typed, trainers=(person,)))
    tab = schedule(workspace, story)
    line = tab.model.row(9)
    assert line.clashes == ("Назарова Д. also teaches GARM, session 1, at 09:00",)
    index = tab.model.index(9, 3)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == line.clashes[0]
    assert line.clashes[0] in index.data(Qt.ItemDataRole.AccessibleTextRole)
    choose(tab, 10)
    assert tab.clashes.isVisible()
    assert tab.clashes.text() == line.clashes[0]
    choose(tab, 11)
    assert not tab.clashes.isVisible()


def test_the_form_offers_a_day_beyond_the_course_and_says_what_that_means(
    workspace: Workspace, story: Story
) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 12)
    tab.change()
    form = tab.acts.session_form
    assert form.rows["marked"].isHidden()
    place = form.rows["day"].field.findData("2018-10-19")
    assert "not yet in the course" in form.rows["day"].field.itemText(place)
    form.rows["day"].field.setCurrentIndex(place)
    assert "will last until 19 October" in form.rows["day"].description.text()
    click(form.accept_button)
    assert place_of(story, session)[0] == 19
    choose(tab, 1)
    tab.change()
    assert form.rows["marked"].text().startswith("25 person")


def test_a_later_day_names_the_certificates_that_will_no_longer_fit(
    workspace: Workspace, story: Story
) -> None:
    certificates.issue(story.work, story.course)
    tab = schedule(workspace, story)
    session = choose(tab, 12)
    tab.change()
    form = tab.acts.session_form
    assert "no longer fit" not in form.rows["day"].description.text()
    form.rows["day"].field.setCurrentIndex(form.rows["day"].field.findData("2018-10-19"))
    told = form.rows["day"].description.text()
    assert " certificates issued for 15\N{EN DASH}18 October 2018 will no longer fit." in told, told
    click(form.cancel_button)
    press(tab.table, Qt.Key.Key_PageDown, ALT)
    asked = workspace.window().findChild(ConfirmDialog, "schedule_extend")
    assert asked is not None
    count = int(told.split(" certificates")[0].split()[-1])
    assert f"{count} certificates issued" in asked.text.text()
    click(asked.yes)
    board = eligibility.board(story.work, story.course)
    assert count == sum(bool(row.corrected) for row in board) > 0
    assert effects.unfit_on_day(story.work, story.course, date(2018, 10, 20)) == 0, "they do not fit yet"
    assert place_of(story, session)[0] == 19


def test_the_agenda_of_another_course(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    tab = tab_of(workspace, ScheduleTab, garm, "schedule")
    click(tab.buttons["copy_first"])
    form = tab.acts.copy_form
    assert form.rows["source"].field.hasFocus()
    assert "DSH-1" in form.rows["source"].field.currentText()
    assert form.result.strong.text() == "12 sessions · 4 days · 18 h"
    assert "will last until 8 October" in form.result.small.text()
    click(form.rows["skip_weekends"])
    assert "will last until 6 October" in form.result.small.text()
    click(form.accept_button)
    assert len(view_of(story.work, garm).sessions) == 12
    assert tab.acts.can_copy()
    workspace.undo()
    assert view_of(story.work, garm).sessions == ()


def test_an_agenda_of_a_course_with_marks_cannot_be_replaced(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    more = tab.more()
    entries = {action.objectName(): action.isEnabled() for action in more.actions()}
    assert not entries["menu_schedule_copy"]
    assert entries["menu_schedule_import"]
    more.close()


def test_a_course_with_planned_sessions_is_planned_anew(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work, plan=DayPlan(per_day=3))
    for number, session in enumerate(view_of(story.work, garm).sessions, start=1):
        sessions.set_topic(story.work, session.key, "en", f"Topic {number}")
    tab = tab_of(workspace, ScheduleTab, garm, "schedule")
    entry = next(each for each in tab.more().actions() if each.objectName() == "menu_schedule_plan_anew")
    entry.trigger()
    settle()
    form = tab.acts.plan_form
    assert form.rows["consequences"].text() == (
        "In place of 9 planned sessions. Topics, trainers and rooms go along in their order."
    )
    form.plan.rows["per_day"].field.setValue(2)
    assert form.rows["consequences"].text().endswith("3 topics will have no place and be lost.")
    click(form.accept_button)
    assert [each.topic["en"] for each in view_of(story.work, garm).sessions] == [
        f"Topic {number}" for number in range(1, 7)
    ]
    workspace.undo()
    assert len(view_of(story.work, garm).sessions) == 9


def test_the_agenda_is_printed_from_where_it_is_planned(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    entries = {each.objectName(): each for each in tab.more().actions()}
    assert not entries["menu_schedule_plan_anew"].isEnabled(), "people are marked"
    shown = papers(workspace)
    entries["menu_schedule_print"].trigger()
    settle()
    assert [paper.file for paper in shown] == ["DSH-1-agenda-en.pdf"]
    assert "The protection order in practice" in text_of(shown[0].data)
    assert workspace.stack.currentWidget() is workspace.paper
    press(workspace.paper, Qt.Key.Key_Escape)
    assert tab.isVisible()


def test_an_agenda_is_looked_at_then_taken_in(workspace: Workspace, story: Story, tmp_path: Path) -> None:
    garm = add_garm(story.work)
    path = tmp_path / "agenda.csv"
    rows = ("Day;Time;Topic", "1;9-10;Law", "1;10:00-10:15;Coffee", "7;9-10;Far", "2;soon;Lost")
    path.write_text("\n".join(rows), encoding="utf-8")
    tab = tab_of(workspace, ScheduleTab, garm, "schedule")
    click(tab.buttons["import_first"])
    page = tab.agenda
    assert page.first.choose.hasFocus()
    page.read(path)
    settle()
    assert page.sum.text() == "4 rows: 1 taken, 1 left out, 2 refused"
    assert page.accept.text() == "Import 1 session"
    assert [str(page.model.index(row, 1).data()) for row in range(4)] == [
        "session",
        "skipped",
        "refused",
        "refused",
    ]
    assert "no time in this row" in str(page.model.index(3, 4).data(Qt.ItemDataRole.ToolTipRole))
    page.table.setCurrentIndex(page.model.index(3, 0))
    assert page.trouble.text() == "There is no time in this row that can be read: soon"
    page.table.setCurrentIndex(page.model.index(0, 0))
    assert page.trouble.isHidden()
    click(page.only_problems)
    assert page.model.rowCount() == 3
    click(page.extend)
    assert page.accept.text() == "Import 2 sessions"
    click(page.accept)
    settle()
    assert not tab.importing()
    view = view_of(story.work, garm)
    assert [each.topic["en"] for each in view.sessions] == ["Law", "Far"]
    assert view.course.last_day == date(2018, 10, 9)
    assert tab.table.hasFocus()
    workspace.undo()
    assert view_of(story.work, garm).sessions == ()


def test_esc_leaves_the_import_and_not_the_course(workspace: Workspace, story: Story) -> None:
    tab = schedule(workspace, story)
    tab.acts.import_file()
    settle()
    assert list(tab.head_buttons()) == []
    press(tab.agenda.first.choose, Qt.Key.Key_Escape)
    assert not tab.importing()
    assert tab.isVisible()
    assert tab.table.hasFocus()


def test_in_place_of_planned_sessions_only_where_nobody_is_marked(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    garm = add_garm(story.work, plan=DayPlan(per_day=2))
    path = tmp_path / "agenda.csv"
    path.write_text("Day;Time;Topic\n1;9-10;Law\n", encoding="utf-8")
    marked = schedule(workspace, story)
    marked.open_import()
    marked.agenda.read(path)
    settle()
    assert marked.agenda.in_place.isHidden()
    tab = tab_of(workspace, ScheduleTab, garm, "schedule")
    assert not tab.importing()
    tab.open_import()
    tab.agenda.read(path)
    settle()
    click(tab.agenda.in_place)
    click(tab.agenda.accept)
    settle()
    assert [each.topic["en"] for each in view_of(story.work, garm).sessions] == ["Law"]


def test_a_file_that_is_no_table_is_told_and_leaves_the_page(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    tab = schedule(workspace, story)
    tab.open_import()
    path = tmp_path / "agenda.xlsx"
    path.write_bytes(b"PK nothing")
    tab.agenda.read(path)
    settle()
    assert not workspace.banner.isHidden()
    assert tab.agenda.preview is None


def test_a_course_is_saved_as_a_calendar_from_where_it_is_planned(
    workspace: Workspace, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = schedule(workspace, story)
    entry = next(each for each in tab.more().actions() if each.objectName() == "menu_schedule_calendar")
    offered: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(start).name)
        return (str(tmp_path / "course.ics") if len(offered) > 1 else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    entry.trigger()
    assert not (tmp_path / "course.ics").exists()
    entry.trigger()
    assert offered == ["DSH-1.ics"] * 2
    found = icalendar.Calendar.from_ical((tmp_path / "course.ics").read_bytes())
    assert len(found.events) == len(view_of(story.work, story.course).sessions)
    assert workspace.banner.title.text() == "The calendar is saved"
    assert "course.ics" in workspace.banner.text.text()


def test_what_has_no_sessions_is_no_calendar_yet(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    tab = tab_of(workspace, ScheduleTab, garm, "schedule")
    entry = next(each for each in tab.more().actions() if each.objectName() == "menu_schedule_calendar")
    assert not entry.isEnabled()


@pytest.mark.parametrize("name", ["schedule_more_menu", "schedule_menu"])
def test_every_entry_of_the_menus_has_a_name(workspace: Workspace, story: Story, name: str) -> None:
    tab = schedule(workspace, story)
    choose(tab, 12)
    menu = tab.more() if name == "schedule_more_menu" else tab.menu()
    assert menu.objectName() == name
    actions = [action for action in menu.actions() if not action.isSeparator()]
    names = [action.objectName() for action in actions]
    assert all(each.startswith("menu_schedule_") for each in names)
    assert len(set(names)) == len(names)
    menu.close()


def test_the_line_of_a_topic_stays_over_its_cell_when_the_rows_are_scrolled(
    workspace: Workspace, story: Story
) -> None:
    tab = schedule(workspace, story)
    choose(tab, 6)
    press(tab.table, Qt.Key.Key_F2)
    before = tab.table.topic_line.y()
    bar = tab.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    assert tab.table.topic_line.y() == before - bar.value()
    press(tab.table.topic_line, Qt.Key.Key_Escape)


def test_a_locked_session_asks_to_be_opened_before_its_topic_is_typed(
    workspace: Workspace, story: Story
) -> None:
    tab = schedule(workspace, story)
    session = choose(tab, 1)
    sessions.lock_session(story.work, session.key)
    tab.refresh()
    press(tab.table, Qt.Key.Key_F2)
    assert tab.table.topic_line.isHidden()
    assert tab.acts.reason_form.rows["reason"].field.hasFocus()
