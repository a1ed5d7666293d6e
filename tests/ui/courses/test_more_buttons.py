"""The rest of the buttons of courses, their sessions and their lists, each found by its name."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.actions import scans
from tests.actions.lists import write_list
from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.courses_parts import PROJECT, add_garm, courses_of, pick_day, tab_of, view_of, write_in
from tests.ui.driving import find, press, press_button, settle
from trainer_app.actions.courses import courses, enrolments, projects
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses.courses import LogoOwner
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.ui.courses.overview.tab import OverviewTab
from trainer_app.ui.courses.participants.tab import ParticipantsTab
from trainer_app.ui.courses.plan.tab import ScheduleTab
from trainer_app.ui.courses.plan_form import AgendaCopyForm
from trainer_app.ui.kit.picked_fields import LogoPicture
from trainer_app.ui.shell.workspace import Workspace

CHOOSERS = ("getOpenFileName", "getSaveFileName")


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Answer every chooser of files with the path that stands first."""
    paths: list[Path] = []
    for name in CHOOSERS:
        monkeypatch.setattr(QFileDialog, name, lambda *_args: (str(paths[0]) if paths else "", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path) for path in paths], ""))
    return paths


def schedule(workspace: Workspace, course: str) -> ScheduleTab:
    return tab_of(workspace, ScheduleTab, course, "schedule")


@pytest.mark.parametrize(("plan", "button"), [(1, "schedule_add"), (0, "schedule_add_first")])
def test_a_session_is_added_and_removed_by_button(
    workspace: Workspace, story: Story, plan: int, button: str
) -> None:
    course = add_garm(story.work, plan=DayPlan(per_day=plan) if plan else None)
    tab = schedule(workspace, course)
    before = len(view_of(story.work, course).sessions)
    press_button(workspace, button)
    assert len(view_of(story.work, course).sessions) == before
    press_button(workspace, "session_form_accept")
    assert len(view_of(story.work, course).sessions) == before + 1
    tab.table.selectRow(0)
    press_button(workspace, "schedule_remove")
    assert len(view_of(story.work, course).sessions) == before


def test_an_agenda_is_written_as_a_table_read_and_given_up(
    workspace: Workspace, story: Story, chosen: list[Path], tmp_path: Path
) -> None:
    tab = schedule(workspace, story.course)
    chosen.append(tmp_path / "agenda.xlsx")
    tab.open_import()
    settle()
    press_button(tab, "agenda_template")
    assert chosen[0].stat().st_size > 1000
    press_button(tab, "agenda_choose")
    assert find(tab, QWidget, "agenda_accept").isVisible()
    press_button(tab, "agenda_other_file")
    press_button(tab, "agenda_cancel")
    assert tab.table.isVisible()


def test_an_agenda_is_copied_with_trainers_and_weekends_as_they_are_ticked(
    workspace: Workspace, story: Story
) -> None:
    tab = schedule(workspace, add_garm(story.work))
    press_button(tab, "schedule_copy_first")
    form = next(each for each in workspace.findChildren(AgendaCopyForm) if each.isVisible())
    trainers, weekends = form.rows["trainers"].isChecked(), form.rows["skip_weekends"].isChecked()
    press_button(form, "agenda_copy_trainers")
    press_button(form, "agenda_copy_skip_weekends")
    assert (form.rows["trainers"].isChecked(), form.rows["skip_weekends"].isChecked()) == (
        not trainers,
        not weekends,
    )


def test_files_are_taken_in_from_the_list_of_courses(workspace: Workspace, chosen: list[Path]) -> None:
    asked: list[object] = []
    workspace.context.noticed.connect(asked.append)
    screen = courses_of(workspace)
    screen.course_list.buttons["take_in"].click()
    assert asked == [], "nothing was chosen"


@pytest.fixture
def participants(workspace: Workspace, story: Story) -> ParticipantsTab:
    return tab_of(workspace, ParticipantsTab, story.course, "participants")


def test_a_list_is_looked_at_changed_for_another_and_given_up(
    participants: ParticipantsTab, story: Story, chosen: list[Path], tmp_path: Path
) -> None:
    before = len(enrolments.list_enrolments(story.work, story.course))
    participants.context.go("courses", course=story.course, tab="participants", importing=True)
    settle()
    press_button(participants, "import_choose_cancel")
    participants.context.go("courses", course=story.course, tab="participants", importing=True)
    settle()
    chosen.append(write_list(tmp_path))
    press_button(participants, "import_choose")
    chosen[0] = write_list(tmp_path, name="other.csv")
    press_button(participants, "import_other_file")
    press_button(participants, "import_cancel")
    assert len(enrolments.list_enrolments(story.work, story.course)) == before
    assert courses.list_courses(story.work)


def test_the_button_asks_for_the_list_at_once_and_giving_it_up_leaves_one_there(
    participants: ParticipantsTab, story: Story, chosen: list[Path], tmp_path: Path
) -> None:
    """S3: it led to a page with one button, which asked."""
    window = participants.window()
    press_button(window, "participants_import")
    assert participants.pages.currentIndex() == 0, "nothing was chosen"
    assert participants.import_button.isVisible()
    chosen.append(write_list(tmp_path))
    press_button(window, "participants_import")
    assert participants.importing.preview.isVisible()
    assert participants.importing.preview.table.hasFocus()
    press_button(participants, "import_cancel")
    assert participants.pages.currentIndex() == 0


def dragged(path: Path, tab: ParticipantsTab) -> bool:
    """Drag a file over a tab and let it go there; return whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPointF(20, 20), copy, data, left, none)
    QApplication.sendEvent(tab, entered)
    dropped = QDropEvent(QPointF(20, 20), copy, data, left, none)
    QApplication.sendEvent(tab, dropped)
    settle()
    return entered.isAccepted() and dropped.isAccepted()


def test_a_list_is_dropped_on_the_participants(participants: ParticipantsTab, tmp_path: Path) -> None:
    assert not dragged(tmp_path / "from_office.tpack", participants), "that is the window's"
    assert participants.pages.currentIndex() == 0
    assert dragged(write_list(tmp_path), participants)
    assert participants.importing.preview.isVisible()
    assert not dragged(write_list(tmp_path, name="other.csv"), participants), "one is looked at already"


def test_answers_to_a_list_are_not_thrown_away_without_asking(
    participants: ParticipantsTab, chosen: list[Path], tmp_path: Path
) -> None:
    """S3: Cancel closed the list with all that had been answered."""
    window = participants.window()
    chosen.append(write_list(tmp_path))
    press_button(window, "participants_import")
    page = participants.importing.preview
    ways = (
        lambda: press_button(participants, "import_cancel"),
        lambda: press(page.table, Qt.Key.Key_Escape),
        lambda: press_button(participants, "import_other_file"),
    )
    press_button(participants, "import_row_leave_out")
    state = page.state
    for way in ways:
        way()
        settle()
        press_button(window, "import_leave_question_no")
        settle()
        assert page.isVisible()
        assert page.state is state
    ways[0]()
    press_button(window, "import_leave_question_yes")
    settle()
    assert participants.pages.currentIndex() == 0


def test_adding_a_person_is_given_up_by_the_cross(participants: ParticipantsTab) -> None:
    window = participants.window()
    press_button(window, "participants_add")
    press_button(window, "participants_add_close")
    assert not [each for each in window.findChildren(QWidget, "participants_add_close") if each.isVisible()]


@pytest.mark.parametrize("weekends", [True, False])
def test_a_copy_leaves_weekends_out_where_it_is_ticked(
    workspace: Workspace, story: Story, weekends: bool
) -> None:
    tab = tab_of(workspace, OverviewTab, story.course, "overview")
    press_button(workspace, "overview_copy")
    form = tab.copy_form
    write_in(form.rows["code"].field, "DSH-9")
    pick_day(form.rows["first_day"].field, date(2018, 11, 2))
    if weekends:
        press_button(tab, "copy_skip_weekends")
    press_button(tab, "copy_form_accept")
    made = next(each.course for each in courses.list_courses(story.work) if each.course.code == "DSH-9")
    days = sorted({session.day.day for session in view_of(story.work, made.key).sessions})
    # The second of November 2018 is a Friday.
    assert days == ([2, 3, 4, 5] if weekends else [2, 5, 6, 7])


@in_turn(
    ("stat", "tab"),
    [
        ("people", "participants"),
        ("sessions", "schedule"),
        ("marks", "attendance"),
        ("certificates", "certificates"),
    ],
)
def test_every_count_of_the_overview_leads_to_what_it_counts(
    workspace: Workspace, story: Story, stat: str, tab: str
) -> None:
    overview = tab_of(workspace, OverviewTab, story.course, "overview")
    press_button(overview, f"stat_{stat}_open")
    assert courses_of(workspace).workspace.tab_name() == tab


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_of_a_course_is_ticked(workspace: Workspace, story: Story, code: str) -> None:
    overview = tab_of(workspace, OverviewTab, story.course, "overview")
    first = "tg" if code == "en" else "en"
    press_button(workspace, "overview_edit")
    overview.course_form.rows["languages"].field.choose((first,))
    press_button(overview, f"course_language_{code}")
    press_button(overview, "course_form_accept")
    assert set(view_of(story.work, story.course).course.languages) == {first, code}


@pytest.mark.parametrize("logo", list(LogoOwner))
def test_every_logo_of_a_project_is_chosen_and_removed(
    workspace: Workspace, story: Story, chosen: list[Path], tmp_path: Path, logo: LogoOwner
) -> None:
    project = projects.create_project(story.work, PROJECT).key or ""
    picture = scans.png(tmp_path / "logo.png")
    chosen.append(picture)
    form = courses_of(workspace).project_form
    for there in (True, False):
        form.open_project(project)
        settle()
        press_button(workspace, f"project_logo_{logo}_{'choose' if there else 'remove'}")
        press_button(workspace, "project_form_accept")
        assert (logo in projects.logos(story.work, project)) is there


def test_a_new_project_with_its_logo_is_taken_back_by_one_undo(
    workspace: Workspace, story: Story, chosen: list[Path], tmp_path: Path
) -> None:
    chosen.append(scans.png(tmp_path / "logo.png"))
    screen = courses_of(workspace)
    screen.project_form.open_new()
    settle()
    write_in(screen.project_form.rows["code"].field, "SAFE")
    press_button(workspace, f"project_logo_{LogoOwner.DONOR}_choose")
    press_button(workspace, "project_form_accept")
    (made,) = (each for each in projects.list_projects(story.work) if each.code == "SAFE")
    assert set(projects.logos(story.work, made.key)) == {LogoOwner.DONOR}
    assert "SAFE" in find(workspace, QWidget, "rail_undo").step
    workspace.actions_table["undo"].trigger()
    settle()
    assert made.key not in {each.key for each in projects.list_projects(story.work)}


def test_chosen_logos_and_ticks_alone_are_asked_about_before_they_are_thrown_away(
    workspace: Workspace, chosen: list[Path], tmp_path: Path
) -> None:
    chosen.append(scans.png(tmp_path / "logo.png"))
    screen = courses_of(workspace)
    form = screen.project_form
    form.open_new()
    settle()
    assert not form.is_begun()
    press_button(workspace, f"project_logo_{LogoOwner.DONOR}_choose")
    press(form, Qt.Key.Key_Escape)
    settle()
    assert form.isVisible()
    press_button(workspace.window(), "panel_question_yes")
    assert form.isHidden()
    form.open_new()
    settle()
    assert not form.is_begun(), "the logo went with the form"
    press(form, Qt.Key.Key_Escape)
    screen.course_form.open_new()
    settle()
    press_button(workspace, "course_language_en")
    assert screen.course_form.is_begun(), "a tick is a choice too"
    press_button(workspace, "course_language_en")
    assert not screen.course_form.is_begun(), "taken back, nothing would be lost"
    screen.course_form.dismiss()


def test_a_logo_is_shown_large_enough_to_be_told_from_another(workspace: Workspace) -> None:
    form = courses_of(workspace).project_form
    form.open_new()
    settle()
    for logo in LogoOwner:
        assert find(workspace, LogoPicture, f"project_logo_{logo}_picture").height() >= 68
