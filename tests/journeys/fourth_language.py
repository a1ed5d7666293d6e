"""What a copy of the program does in a fourth language: a script that tells by JSON what it saw.

    python fourth_language.py FOLDER

It imports nothing of the tests, so that the program it finds is the copy.
"""

import contextlib
import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.saying import say_each
from trainer_app.actions.base.workplace import Role, Workplace, create
from trainer_app.actions.certificates import printing
from trainer_app.actions.courses import agendas, courses, enrolments
from trainer_app.actions.exchange import trust
from trainer_app.actions.office import office, open_data
from trainer_app.actions.papers.course_papers import agenda
from trainer_app.actions.papers.sign_in import sign_in
from trainer_app.cli.program import run
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.folders import DataFolder
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.start.unlock import UnlockPage
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.passphrase import PassphraseGuesses

LANGUAGE = "qq"
PASSPHRASE = "a long passphrase for one more language"
DAY = date(2018, 10, 15)
SCREENS = ("today", "courses", "people", "office", "settings")


def write_office(folder: Path) -> tuple[Workplace, str]:
    """Set up an office with a course whose title stands in the fourth language too."""
    work = create(DataFolder(folder), PASSPHRASE, user_name="M. S.", role=Role.OFFICE, cost=KdfCost())
    office.init(work, Texts(tg="Дафтар", qq="[Bureau]"), "QQQ")
    draft = CourseDraft("Q-1", Texts(tg="Курс", qq="[A course]"), DAY, DAY, languages=(LANGUAGE,))
    course = courses.create_course(work, draft).key or ""
    agendas.plan_sessions(work, course, DayPlan(per_day=2))
    for name in ("Азизов Фаррух", "Саидова Мавҷуда"):
        enrolments.add_walk_in(work, course, name)
    return work, course


def write_papers(work: Workplace, course: str, folder: Path) -> None:
    """Write papers of a course, a design of certificates, the page that checks them, and open data."""
    (folder / "sign_in.pdf").write_bytes(sign_in(work, course, DAY, LANGUAGE))
    (folder / "agenda.pdf").write_bytes(agenda(work, course, LANGUAGE))
    (folder / "trial.pdf").write_bytes(printing.trial_page(LANGUAGE))
    trust.export_verifier(work, folder / "check.html")
    open_data.export_open(work, folder / "open")


def show_window(work: Workplace, folder: Path) -> dict[str, list[str]]:
    """Show some screens; return the texts of each."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme, language = Theme(application, "light"), LanguageSwitch(application, LANGUAGE)
    context = AppContext(
        work, theme, language, PreferenceStore(folder / "preferences.json"), synchronous=True
    )
    window = MainWindow(PreferenceStore(folder / "preferences.json"))
    workspace = Workspace(context)
    window.show_page(workspace)
    window.show()
    seen = {}
    for screen in SCREENS:
        workspace.open(screen)
        settle()
        seen[screen] = texts_of(window)
    seen["unlock"] = texts_of(UnlockPage(language, "M. S.", "here", PassphraseGuesses(lambda: 0)))
    return seen


def texts_of(widget: Any) -> list[str]:
    """Return the words of labels and buttons."""
    shown = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return sorted({each.text() for each in shown if each.text()})


def settle() -> None:
    """Let the window do what it has put off."""
    for _ in range(5):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.sendPostedEvents()


def command(*arguments: str) -> str:
    """Run a command of the command line; return what it prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        run(list(arguments))
    return printed.getvalue()


def main(folder: Path) -> None:
    """Do everything, and print what was seen."""
    work, course = write_office(folder / "office")
    write_papers(work, course, folder)
    stored = courses_as_stored(work, course)
    history = label_text(say_each(Names(work), "course", {"code": "Q-1", "title_qq": "[A course]"}), LANGUAGE)
    window = show_window(work, folder)
    work.close()
    os.environ["TRAINER_PASSPHRASE"] = PASSPHRASE
    data = ("--data", str(folder / "office"), "--lang", LANGUAGE)
    seen = {
        "languages": list(LANGUAGES),
        "window": window,
        "course": stored,
        "history": history,
        "list": command("course", "list", *data),
        "refused": command("course", "show", "nothing", *data),
        "unknown": command("course", "list", "--lang", "xx"),
    }
    sys.stdout.write(json.dumps(seen, ensure_ascii=False))


def courses_as_stored(work: Workplace, course: str) -> dict[str, str]:
    """Return a course's title as it comes back from the database."""
    return dict(courses.get_course(work, course).course.title)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
