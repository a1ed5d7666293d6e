"""Certificates: the register of all courses, the board of a project, the check of one, their designs."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions import certificates, courses, enrolments, people, printings, signoff
from trainer_app.actions.certificates import Batch
from trainer_app.domain.certificates import Certificate, CertificateState
from trainer_app.domain.changes import Changes
from trainer_app.ui.certificates.check_page import CheckPage
from trainer_app.ui.certificates.history_panel import HistoryPanel
from trainer_app.ui.certificates.issue_form import IssueForm
from trainer_app.ui.certificates.numbers_panel import NumbersPanel
from trainer_app.ui.certificates.printing import Press
from trainer_app.ui.certificates.project_page import ProjectPage
from trainer_app.ui.certificates.register_page import RegisterPage
from trainer_app.ui.certificates.replace_form import ReplaceForm
from trainer_app.ui.certificates.voiding import ask_to_void
from trainer_app.ui.certificates.wording import state_word
from trainer_app.ui.courses.reason_form import ReasonForm
from trainer_app.ui.designs.list_page import DesignsPage
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Screen
from trainer_app.ui.shell.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.header import PageHeader
from trainer_app.ui.widgets.search import SearchField

_REGISTER, _PROJECT, _CHECK, _DESIGNS = VIEWS = ("register", "project", "check", "designs")
_BOARD = ("attendance", "paper", "answer", "enrolment", "person", "session", "project")
"""What a board rests on beside the certificates."""
_ALL = "all"


class CertificatesScreen(Screen):
    """Four views; the register is searched while typing, in any script or by number."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("certificates", desk)
        self.found: list[Certificate] = []
        self.header = PageHeader("certificates_header")
        self.switch = Switch("certificates_screen_view", VIEWS)
        self.search = SearchField("certificates_search")
        self.states = Switch("certificates_states", (_ALL, *(state.value for state in CertificateState)))
        self.register = RegisterPage(desk, "register", with_course=True)
        self.project = ProjectPage(desk)
        self.check = CheckPage(desk)
        self.designs = DesignsPage(desk, self)
        self.press = Press(desk, self)
        self.replace_form = ReplaceForm(desk, self, lambda new: self.press.print([new]))
        self.reason_form = ReasonForm(desk, self)
        self.numbers_panel = NumbersPanel(desk, self)
        self.numbers = Button("certificates_numbers", Kind.GHOST)
        self.history = HistoryPanel(desk, self)
        self.issue_form = IssueForm(
            desk, self, self.press.issue, self._go_to_names, self.designs.signatory_form
        )
        self.to_courses = Button("certificates_to_courses", Kind.PRIMARY, "courses")
        self.register.empty.add_button(self.to_courses)
        self.views = QStackedWidget()
        self._lay_out()
        self._connect()
        self.states.set_value(_ALL)
        self.show_view(_REGISTER)
        self.retranslate()

    def _lay_out(self) -> None:
        self.header.add_action(self.switch)
        self.filters = QWidget()
        self.filters.setObjectName("certificates_filters")
        line = QHBoxLayout(self.filters)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self.search.setMinimumWidth(340)
        line.addWidget(self.search)
        line.addWidget(self.states)
        line.addStretch(1)
        line.addWidget(self.numbers)
        listed = QWidget()
        listed.setObjectName("certificates_listed")
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.filters)
        column.addWidget(self.register, 1)
        self.views.setObjectName("certificates_screen_views")
        self.views.addWidget(listed)
        self.views.addWidget(self.project)
        self.views.addWidget(self.check)
        self.views.addWidget(self.designs)
        page = QVBoxLayout()
        page.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        page.setSpacing(14)
        page.addWidget(self.header)
        page.addWidget(self.views, 1)
        self.column.addLayout(page)

    def _connect(self) -> None:
        self.switch.chosen.connect(self.show_view)
        self.search.searched.connect(lambda _text: self._read())
        self.states.chosen.connect(lambda _state: self._read())
        self.register.course_asked.connect(self._open_course)
        self.register.print_asked.connect(self.press.print_serials)
        self.project.issue_asked.connect(self._ask_to_issue)
        self.project.print_asked.connect(self.press.print_serials)
        self.project.course_asked.connect(
            lambda key: self.desk.go("courses", course=key, tab="certificates", view="board")
        )
        self.register.save_asked.connect(self.press.save_serials)
        self.register.history_asked.connect(self.history.open_certificate)
        self.register.void_asked.connect(lambda serials: ask_to_void(self.desk, self.reason_form, serials))
        self.register.replace_asked.connect(self._replace)
        self.designs.busy.connect(lambda busy: self.header.setVisible(not busy))
        self.numbers.clicked.connect(self.numbers_panel.open)
        self.to_courses.clicked.connect(lambda: self.desk.go("courses"))

    def refresh(self) -> None:
        """Read the register anew, and the board if it is shown."""
        self._read()
        if self.switch.value() == _PROJECT:
            self.project.refresh()
        if self.switch.value() == _DESIGNS:
            self.designs.refresh()

    def concerns(self, changes: Changes) -> bool:
        """Listen to certificates, which follow no later changes; for a board to all that it rests on."""
        if self.switch.value() == _PROJECT and changes.touches(*_BOARD):
            return True
        if self.switch.value() == _DESIGNS and changes.touches("template", "project", "signatory"):
            return True
        return changes.touches("certificate", "printing", "course")

    def show_place(self, **place: Any) -> None:
        """Open a view by name; `check` is a text to be checked at once, `search` one to be searched."""
        if "check" in place:
            self.show_view(_CHECK)
            if isinstance(place["check"], str):
                self.check.text.field.setText(place["check"])
                self.check.check_text()
        if "designs" in place:
            self.show_view(_DESIGNS)
        if "project" in place:
            self.show_view(_PROJECT)
            self.project.show_project(str(place["project"]))
        if "search" in place:
            self.show_view(_REGISTER)
            self.search.setText(str(place["search"]))

    def show_view(self, name: str) -> None:
        """Show the register, the board of a project, the check or the designs."""
        self.switch.set_value(name)
        self.views.setCurrentIndex(VIEWS.index(name))
        if name == _PROJECT:
            self.project.refresh()
        if name == _DESIGNS:
            self.designs.refresh()
        self.first_focus().setFocus()

    def first_focus(self) -> QWidget:
        """Start at the field of the view."""
        fields = (self.search, self.project.view, self.check.text.field, self.designs.table)
        return fields[self.views.currentIndex()]

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.switch.set_words(
            self.tr("Register"),
            self.tr("Board of a project"),
            self.tr("Check a certificate"),
            self.tr("Designs"),
        )
        self.search.set_hint(self.tr("Name in any letters, or number"))
        self.numbers.setText(self.tr("Numbers"))
        self.to_courses.setText(self.tr("Go to the courses"))
        self._say()

    def _read(self) -> None:
        everything = self.desk.ask(certificates.register)
        found = self.desk.ask(certificates.search, self.search.text())
        if everything is None or found is None:
            return
        self.found = found
        state = self.states.value()
        shown = [each for each in found if state in (_ALL, each.state.value)]
        self.filters.setVisible(bool(everything))
        self.register.show_certificates(shown, everything, self.desk.ask(printings.printed) or {})
        self._say()

    def _say(self) -> None:
        self.header.set_words(
            self.tr("Certificates"), self.tr("What was issued, and whether a paper is genuine")
        )
        counts = {state: sum(each.state is state for each in self.found) for state in CertificateState}
        words = [f"{state_word(state)} {count}" for state, count in counts.items()]
        self.states.set_words(self.tr("All {count}").format(count=len(self.found)), *words)
        searching = bool(self.search.text().strip()) or self.states.value() != _ALL
        self.to_courses.setVisible(not searching)
        if searching:
            self.register.empty.set_words(
                self.tr("No such certificate"),
                self.tr("Look for another part of the name or number, or show all states."),
            )
        else:
            self.register.empty.set_words(
                self.tr("No certificate was issued yet"),
                self.tr("They are issued in a course, on its tab “Certificates”."),
            )

    def _open_course(self, key: str) -> None:
        places = certificates.courses_of(self.desk.work, self.found)
        if places.get(key):
            self.desk.go("courses", course=places[key], tab="certificates", view="register")

    def _ask_to_issue(self, batches: list[Batch], unmarked: int) -> None:
        view = self.desk.ask(courses.get_course, batches[0].course) if batches else None
        if view is not None:
            languages = view.course.languages
            self.issue_form.open_batches(batches, languages[0] if languages else "tg", unmarked)

    def _go_to_names(self) -> None:
        """Open the names of the first course of the board that has any nobody has checked."""
        for board in self.project.boards:
            names = self.desk.ask(signoff.sign_off, board.course.key, board.rows)
            if names is not None and names.open:
                self.desk.go("courses", course=board.course.key, tab="certificates", view="names")
                return

    def _replace(self, serial: str) -> None:
        found = self.desk.ask(certificates.find, serial)
        enrolled = self.desk.ask(enrolments.get_enrolment, found.enrolment) if found is not None else None
        person = self.desk.ask(people.get_person, enrolled.person) if enrolled is not None else None
        if found is not None and person is not None:
            self.replace_form.open_certificate(found, person)
