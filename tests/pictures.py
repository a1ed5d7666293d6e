"""Every screen and every paper as PNG, from the demo: `python -m tests.pictures --out DIR`.

In Tajik, Russian and English, light and dark, at 1366x768, the size of a cheap laptop's screen.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QPushButton

from trainer_app.actions.base.workplace import Role, Workplace, open_workplace
from trainer_app.actions.certificates import certificates, printing
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import forms, results
from trainer_app.actions.office import building, reports
from trainer_app.actions.papers import course_papers, question_papers
from trainer_app.actions.papers.sign_in import sign_in
from trainer_app.actions.today import demo
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES
from trainer_app.system.folders import DataFolder
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.evaluations.filling.page import start_filling
from trainer_app.ui.evaluations.results.page import PARTS
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.screens import screens_for
from trainer_app.ui.office.screen import TABS as PLACES
from trainer_app.ui.shell import window
from trainer_app.ui.shell.navigation import SCREENS, TABS
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.start_steps import StartOptions
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme

SIZE = (1366, 768)
COURSE = "DUSHANBE"
_PAPER_DPI = 110


def main(arguments: list[str]) -> int:
    """Make the pictures; return the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--themes", default="light,dark")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    folders = demo.fill(options.out / "data", office=True, trainers=3, exchange=True)
    application = window.make_application(["trainer-app"])
    # One for all: a second translator on the first would show the first one's words where it has none.
    switch, look = LanguageSwitch(application, DEFAULT), Theme(application, "light")
    count = 0
    for name, folder in (("trainer", folders.trainers[-1]), ("office", folders.office)):
        if folder is None:
            continue
        for language in options.languages.split(","):
            for theme in options.themes.split(","):
                switch.choose(language)
                look.choose(theme)
                shots = _Shots(switch, look, folder, f"{name}_%s_{language}_{theme}.png", options.out)
                count += shots.take()
    work = open_workplace(DataFolder(folders.trainers[-1]), demo.PASSPHRASE, clock=demo.clock_of_pictures())
    for language in options.languages.split(","):
        count += _papers(work, language, options.out)
    work.close()
    sys.stdout.write(f"{count} pictures in {options.out}\n")
    return 0


class DemoWindow:
    """The window over one data folder of the demo, in the language and theme that are chosen."""

    def __init__(self, switch: LanguageSwitch, look: Theme, folder: Path) -> None:
        preferences = PreferenceStore(folder / "pictures.json")
        self.window = MainWindow(preferences)
        self.window.resize(*SIZE)
        entry = StartOptions(
            DataFolder(folder), demo.PASSPHRASE, clock=demo.clock_of_pictures(), synchronous=True
        )
        self._gate = StartController(entry, self.window, look, switch, preferences)

    def open(self) -> tuple[AppContext, Workspace]:
        """Open the folder and show the window; return what goes to its places."""
        self._gate.begin()
        self.window.show()
        self.window.resize(*SIZE)
        context, workspace = self._gate.context, self._gate.workspace
        if context is None or workspace is None:
            raise SystemExit("the demo folder did not open")
        return context, workspace

    def close(self) -> None:
        """Close the window and delete it; left to the collector it would go amid what the next one does."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Shots(DemoWindow):
    """Every place of a window, saved under names that begin alike."""

    def __init__(self, switch: LanguageSwitch, look: Theme, folder: Path, stem: str, out: Path) -> None:
        super().__init__(switch, look, folder)
        self._stem = stem
        self._out = out

    def take(self) -> int:
        """Save the pictures; return how many."""
        count = 0
        for place in self._places(*self.open()):
            settle()
            self.window.grab().save(str(self._out / (self._stem % place)))
            count += 1
        self.close()
        return count

    def _places(self, context: AppContext, workspace: Workspace) -> Iterator[str]:
        for spec in screens_for(context.work.role, SCREENS):
            workspace.open(spec.name)
            yield spec.name
        for page in ("forms", "questions"):
            context.go("evaluations", page=page)
            yield f"evaluations_{page}"
        course = courses.find_course(context.work, COURSE)
        for tab in TABS:
            context.go("courses", course=course, tab=tab.name)
            yield f"course_{tab.name}"
        context.go("courses", course=course, tab="attendance")
        page = workspace.findChild(AttendancePage)
        if page is not None:
            page.view.go_to(0, 0)
            page.history.open()
            yield "course_attendance_history"
            page.history.leave()
        context.go("courses", course=course, tab="attendance", view="signatures")
        yield "course_attendance_signatures"
        yield from self._evaluation_places(context, course)
        if context.work.role is Role.OFFICE:
            for part in PLACES:
                context.go("office", tab=part)
                yield f"office_{part}"

    def _evaluation_places(self, context: AppContext, course: str) -> Iterator[str]:
        """Go through what is learnt: results, keying in, sheets in the hands of a participant."""
        for part in PARTS:
            context.go("evaluations", page="results", course=course, part=part)
            yield f"results_{part}"
        for view in forms.list_sittings(context.work, course):
            kind, occasion = view.form.form.kind, view.sitting.occasion.value
            tab = "feedback" if view.form.form.anonymous else "tests"
            context.go("courses", course=course, tab=tab, sitting=view.sitting.key, view="first")
            yield f"keying_{kind.value}_{occasion}"
        for view in forms.list_sittings(context.work, course):
            if view.form.form.anonymous:
                page = start_filling(context, self.window, view.sitting.key)
                if page is not None:
                    yield "filling_welcome"
                    sheet = page.findChild(QPushButton, "filling_forward")
                    if sheet is not None:
                        sheet.click()
                        yield "filling_question"
                    page.closed.emit()


def settle() -> None:
    """Let Qt deliver what is queued: layouts, refreshes, paint events."""
    loop = QEventLoop()
    QTimer.singleShot(60, loop.quit)
    loop.exec()


def _papers(work: Workplace, language: str, out: Path) -> int:
    key = courses.find_course(work, COURSE)
    register = certificates.in_name_order(certificates.register(work, key))
    documents = {
        f"report_{language}": reports.print_report(building.report(work, course=key), language),
        f"certificate_{language}": printing.print_certificates(work, register[:1]),
    }
    session = courses.get_course(work, key).sessions[0].key
    for spoken in PAPER_LANGUAGES:
        if spoken.partition("+")[0] == language:
            documents |= {
                f"signin_{spoken}": sign_in(work, key, None, spoken),
                f"signin_session_{spoken}": sign_in(work, key, None, spoken, session=session),
                f"badges_{spoken}": course_papers.badges(work, key, spoken),
                f"cards_{spoken}": course_papers.table_cards(work, key, spoken),
                f"agenda_{spoken}": course_papers.agenda(work, key, spoken),
                f"registration_{spoken}": course_papers.registration_form(work, key, spoken),
                f"answers_{spoken}": course_papers.answer_sheets(work, key, spoken),
                f"course_report_{spoken}": reports.course_report(work, key, spoken),
                f"results_{spoken}": results.print_results(
                    work, results.gather(work, course=key), spoken, course=key
                ),
            }
            for name in forms.STANDARD_FORM_NAMES:
                form = forms.ensure_standard_form(work, name)
                documents[f"{name}_{spoken}"] = question_papers.preview(work, form, spoken)
    for name, data in documents.items():
        document = pypdfium2.PdfDocument(data)
        page = document[0].render(scale=_PAPER_DPI / 72)
        page.to_pil().save(out / f"paper_{name}.png")
        document.close()
    return len(documents)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
