"""Papers of a course, made and named for the preview."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from trainer_app.actions import courses, papers
from trainer_app.ui.shell.desk import Desk, Paper


def sign_in_paper(desk: Desk, course: str, day: date | None, language: str) -> Paper | None:
    """Make the sign-in sheet of a day (None: today or the first day); tell the error and return None."""
    view = desk.ask(courses.get_course, course)
    data = desk.ask(papers.sign_in, course, day, language)
    if view is None or data is None:
        return None
    words = QCoreApplication.translate("CoursePapers", "Sign-in sheet")
    named = f"{words} · {desk.formats.weekday_short(day)}" if day else words
    stem = f"{view.course.code}-sign-in" + (f"-{day:%Y-%m-%d}" if day else "")
    return Paper(data, f"{named} · {view.course.code}", f"{stem}-{language}.pdf")
