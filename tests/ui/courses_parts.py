"""Parts for tests of the course screens: the screen in the real window, its tabs, its forms."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.ui.driving import press, settle, type_text
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, sessions
from trainer_app.actions.evaluations import scores
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, CourseView, ProjectDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.courses.screen import CoursesScreen
from trainer_app.ui.kit.screens import CourseTab
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.pickers import DateField

PROJECT = ProjectDraft("DV18", Texts(tg="Лоиҳа", ru="Проект", en="Project"), donor="Donor", head="М. Саидова")
GARM = CourseDraft(
    "GRM-1",
    Texts(tg="Курси Ғарм", ru="Курс в Гарме", en="Garm course"),
    date(2018, 10, 3),
    date(2018, 10, 5),
    town="Ғарм",
)


def courses_of(workspace: Workspace) -> CoursesScreen:
    """Open the courses screen."""
    screen = workspace.open("courses")
    assert isinstance(screen, CoursesScreen)
    settle()
    return screen


def tab_of[T: CourseTab](workspace: Workspace, kind: type[T], course: str, name: str, **place: str) -> T:
    """Open a tab of a course as another screen would."""
    workspace.context.go("courses", course=course, tab=name, **place)
    settle()
    screen = workspace.opened_screen("courses")
    assert isinstance(screen, CoursesScreen)
    opened = screen.workspace.tab()
    assert isinstance(opened, kind)
    return opened


def view_of(work: Workplace, course: str) -> CourseView:
    """Read a course anew."""
    return courses.get_course(work, course)


def add_garm(work: Workplace, project: str | None = None, plan: DayPlan | None = None) -> str:
    """Write a second course, with sessions if there is a plan."""
    draft = replace(GARM, project=project)
    if plan is None:
        return courses.create_course(work, draft).key or ""
    return sessions.create_course_with_sessions(work, draft, plan).key or ""


def add_scores(work: Workplace, enrolments: tuple[str, ...]) -> None:
    """Give everybody a pre-test of 8 and a post-test of 14 of 20 points."""
    for enrolment in enrolments:
        scores.set_score(work, enrolment, Occasion.PRE, 800, 2000)
        scores.set_score(work, enrolment, Occasion.POST, 1400, 2000)


def write_in(field: QWidget, text: str) -> None:
    """Replace what a line says by typing."""
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    if text:
        type_text(field, text)
    else:
        press(field, Qt.Key.Key_Delete)


def pick_day(field: DateField, day: date) -> None:
    """Choose a day."""
    field.setDate(QDate(day.year, day.month, day.day))
