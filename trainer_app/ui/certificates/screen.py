"""Certificates: the register of all courses, the board of a project, the check of one, their designs."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, override

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates import certificates, eligibility, printing, verifying
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import trust
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import DEFAULT
from trainer_app.domain.certificates.certificates import Certificate, CertificateState
from trainer_app.ui.certificates.designs.list_page import DesignsPage
from trainer_app.ui.certificates.forms import (
    CertificateHistoryPanel,
    ReplaceCertificateForm,
    SerialNumbersPanel,
    ask_to_void,
)
from trainer_app.ui.certificates.issuing import IssueForm
from trainer_app.ui.certificates.printer import CertificatePrinter
from trainer_app.ui.certificates.project_page import ProjectPage
from trainer_app.ui.certificates.register_page import RegisterPage
from trainer_app.ui.certificates.result_card import ResultCard
from trainer_app.ui.certificates.wording import state_word
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.evidence import EvidenceCheckButton, EvidenceDesk
from trainer_app.ui.kit.forms import ReasonForm
from trainer_app.ui.kit.screens import Screen
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card, NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.fields import FormRow, SearchField
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import PageHeader

_SIDE = 396
_FILES = "*.pdf *.png *.jpg *.jpeg *.bmp *.tif *.tiff *.gif *.webp *.jwt"


class CheckLine(QLineEdit):
    """The field of a scanner: whoever comes to it finds what stands there selected, for the next code."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what was checked before: typing takes its place, however one came here."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.selectAll()
            # A click would put the cursor between its signs with the release that follows.
            self._came = event.reason() is Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep all selected after the click that came here; the next one chooses a place in the text."""
        super().mouseReleaseEvent(event)
        if self._came and not self.hasSelectedText():
            self.selectAll()
        self._came = False

    _came = False


class CheckPage(Retranslated, QWidget):
    """A field that a USB scanner can type into, and the answer beside it. Files are read as long work."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("check")
        self.setAcceptDrops(True)
        self.context = context
        self.source = Card("check_source")
        self.text = FormRow("check_text", CheckLine())
        self.check = Button("check_now", ButtonKind.PRIMARY, "check")
        self.choose = Button("check_choose", ButtonKind.PLAIN, "file")
        self.notes = [
            NoteRow("check_note_scanner", "badge", "text3"),
            NoteRow("check_note_file", "file", "text3"),
            NoteRow("check_note_number", "certificates", "text3"),
        ]
        self.others = Card("check_others")
        self.others_about = label("second", "check_others_about", wrap=True)
        self.save = Button("check_save_page", ButtonKind.PLAIN, "shield")
        self.digest = label("caption", "check_page_digest", wrap=True)
        self.digest_about = label("second", "check_page_digest_about", wrap=True)
        self.result = ResultCard(context)
        self.folders = Card("check_folders")
        self.folders_about = label("second", "check_folders_about", wrap=True)
        self.evidence = EvidenceCheckButton("auditor_check_evidence", EvidenceDesk(context, self))
        self.evidence.set_kind(ButtonKind.PLAIN)
        self._lay_out()
        # A file that is dropped on the field belongs to the page: the field would only show its address.
        self.text.field.setAcceptDrops(False)
        self.text.field.setMaxLength(verifying.LONGEST_TEXT)
        self.text.field.returnPressed.connect(self.check_text)
        self.check.clicked.connect(self.check_text)
        self.choose.clicked.connect(self._ask_file)
        self.save.clicked.connect(self._ask_where)
        self.retranslate()

    def _lay_out(self) -> None:
        body = self.source.add_body()
        body.setSpacing(12)
        body.addWidget(self.text)
        buttons = FlowRow()
        buttons.setSpacing(8)
        buttons.addWidget(self.check)
        buttons.addWidget(self.choose)
        buttons.addStretch(1)
        body.addLayout(buttons)
        more = self.source.add_body()
        more.setSpacing(12)
        for note in self.notes:
            more.addWidget(note)
        page = self.others.add_body()
        page.setSpacing(12)
        page.addWidget(self.others_about)
        page.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for part in (self.digest, self.digest_about):
            part.hide()
            page.addWidget(part)
        self.others.setVisible(self.context.work.role is Role.OFFICE)
        evidence = self.folders.add_body()
        evidence.setSpacing(12)
        evidence.addWidget(self.folders_about)
        evidence.addWidget(self.evidence, 0, Qt.AlignmentFlag.AlignLeft)
        parts = QWidget()
        parts.setObjectName("check_side_parts")
        left = QVBoxLayout(parts)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(16)
        left.addWidget(self.source)
        left.addWidget(self.folders)
        left.addWidget(self.others)
        left.addStretch(1)
        side = _scrolling(parts)
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(side)
        row.addWidget(self.result, 1)

    def check_text(self) -> None:
        """Check what stands in the field: a code, a serial number, or the path of a file."""
        text = self.text.field.text().strip()
        if not text:
            return
        path = Path(QUrl(text).toLocalFile() if text.startswith("file:") else text)
        if verifying.is_file(path):
            self.check_file(path)
        else:
            try:
                self.result.show_checks(verifying.verify_all(self.context.work, text))
            except TrainerError as error:
                self.result.show_error(error)
        # The next scan takes the place of this one.
        self.text.field.selectAll()
        self.text.field.setFocus()

    def check_file(self, path: Path) -> None:
        """Read the codes of a picture or PDF, or a badge, and check them all."""
        self.check_files([path])

    def check_files(self, paths: Sequence[Path]) -> None:
        """Check all that some files hold: they are good if each is."""
        self.text.field.setText(str(paths[0]))
        self.context.run(
            self.tr("Reading {file}").format(file=", ".join(path.name for path in paths)),
            lambda work, progress: [
                check for path in paths for check in verifying.verify_all(work, str(path), progress=progress)
            ],
            done=self.result.show_checks,
            failed=self.result.show_error,
            writes=False,
        )

    def save_page(self, target: Path) -> None:
        """Write the page that checks certificates without this program, and read it back."""
        self.context.run(
            self.tr("Writing the check page"),
            lambda work, _progress: _saved_page(work, target),
            done=self._show_saved,
        )

    def _show_saved(self, saved: tuple[Path, str]) -> None:
        """Show where the page lies and the number by which others know it."""
        path, digest = saved
        self.context.tell_saved(path)
        self.digest.setText(f"SHA-256: {digest}")
        self.digest.show()
        self.digest_about.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and texts."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped."""
        found = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in found.urls() if url.isLocalFile()]
        if paths:
            self.check_files(paths)
        elif found.hasText():
            self.text.field.setText(found.text().strip())
            self.check_text()
        event.acceptProposedAction()

    @override
    def retranslate(self) -> None:
        self.source.set_title(self.tr("Code of the certificate"))
        self.text.set_words(self.tr("Code, number or file"))
        self.text.field.setPlaceholderText(self.tr("Scan or paste it here"))
        #: A button: checks whether a certificate is valid
        self.check.setText(self.tr("Check"))
        self.choose.setText(self.tr("Choose a file"))
        self.folders.set_title(self.tr("Evidence of an office"))
        self.folders_about.setText(
            self.tr("The signed folder, or the encrypted file, that an office gave to an auditor.")
        )
        self.others.set_title(self.tr("For those who do not have this program"))
        self.others_about.setText(
            self.tr(
                "One page that checks certificates in any browser, also on a phone, without internet. It "
                "holds today's lists and no names. Hand it out on a USB stick, or put it on a web site."
            )
        )
        self.save.setText(self.tr("Save the check page"))
        self.digest_about.setText(
            self.tr(
                "Publish this number and the office's digits in a letter of the office, not only beside the "
                "page: a forged page can show the digits, but never has this number. Whoever has the page "
                "compares it, in Windows with “certutil -hashfile FILE SHA256”, elsewhere with "
                "“sha256sum FILE”."
            )
        )
        for note, words in zip(
            self.notes,
            (
                self.tr("A USB scanner types the code by itself, in any keyboard layout."),
                self.tr(
                    "Or drop a picture, a PDF or an Open Badge (.jwt) here: a photograph of the paper will "
                    "do."
                ),
                self.tr("Or type the number under the code: then the register of this computer answers."),
            ),
            strict=True,
        ):
            note.words.setText(words)

    def _ask_where(self) -> None:
        name = trust.verifier_page_name(self.context.work)
        path = FileDialog.ask_where(self, self.save.text(), name, purpose=Purpose.PAPERS)
        if path is not None:
            self.save_page(path)

    def _ask_file(self) -> None:
        kinds = self.tr("Pictures, PDF and Open Badges ({kinds})").format(kinds=_FILES)
        chosen, _ = FileDialog.getOpenFileName(
            self, self.tr("Choose a file"), kinds=kinds, purpose=Purpose.RECEIVING
        )
        if chosen:
            self.check_file(Path(chosen))


def _saved_page(work: Workplace, target: Path) -> tuple[Path, str]:
    """Write the check page; return where it lies and its SHA-256, in groups."""
    path, digest = trust.export_verifier(work, target)
    return path, " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def _scrolling(parts: QWidget) -> QScrollArea:
    """Return the column at the left, which scrolls in a low window rather than be squeezed."""
    side = QScrollArea()
    side.setObjectName("check_side")
    for each in (side, side.viewport()):
        each.setProperty("role", "clear")
    side.setFrameShape(QFrame.Shape.NoFrame)
    side.setWidgetResizable(True)
    side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    side.setFixedWidth(_SIDE)
    side.setWidget(parts)
    return side


_REGISTER, _PROJECT, _CHECK, _DESIGNS = VIEWS = ("register", "project", "check", "designs")
_BOARD = ("attendance", "paper", "answer", "enrolment", "person", "pair", "session", "project")
"""What a board rests on beside the certificates."""
_ALL = "all"


class CertificatesScreen(Screen):
    """Four views; the register is searched while typing, in any script or by number."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("certificates", context)
        self.found: list[Certificate] = []
        self.header = PageHeader("certificates_header")
        self.switch = Switch("certificates_screen_view", VIEWS)
        self.search = SearchField("certificates_search")
        self.states = Switch("certificates_states", (_ALL, *(state.value for state in CertificateState)))
        self.register = RegisterPage(context, "register", with_course=True)
        self.press = CertificatePrinter(context, self)
        self.numbers = Button("certificates_numbers", ButtonKind.GHOST)
        self.to_courses = Button("certificates_to_courses", ButtonKind.PRIMARY, "courses")
        self.register.empty.add_button(self.to_courses)
        self.views = PageStack()
        self._lay_out()
        self._connect()
        self.states.set_value(_ALL)
        self.show_view(_REGISTER)
        self.retranslate()

    def _lay_out(self) -> None:
        self.header.add_action(self.switch)
        self.filters = QWidget()
        self.filters.setObjectName("certificates_filters")
        line = FlowRow(self.filters)
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
        self._columns: dict[str, QVBoxLayout] = {}
        for name in VIEWS[1:]:
            place = QWidget()
            place.setObjectName(f"certificates_place_{name}")
            self._columns[name] = QVBoxLayout(place)
            self._columns[name].setContentsMargins(0, 0, 0, 0)
            self.views.addWidget(place)
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
        self.register.course_requested.connect(self._open_course)
        self.register.print_requested.connect(self.press.print_serials)
        self.register.save_requested.connect(self.press.save_serials)
        self.register.history_requested.connect(lambda issued: self.history.open_certificate(issued))
        self.register.void_requested.connect(
            lambda serials: ask_to_void(self.context, self.reason_form, serials)
        )
        self.register.replace_requested.connect(self._replace)
        self.numbers.clicked.connect(lambda: self.numbers_panel.open())
        self.to_courses.clicked.connect(lambda: self.context.go("courses"))

    # Views and forms, made when they are first opened

    @cached_property
    def replace_form(self) -> ReplaceCertificateForm:
        """Ask why a certificate is replaced; the new one is printed."""
        return ReplaceCertificateForm(self.context, self, lambda new: self.press.print([new]))

    @cached_property
    def reason_form(self) -> ReasonForm:
        """Ask why certificates are voided."""
        return ReasonForm(self.context, self)

    @cached_property
    def numbers_panel(self) -> SerialNumbersPanel:
        """Show which numbers this computer may give."""
        return SerialNumbersPanel(self.context, self)

    @cached_property
    def history(self) -> CertificateHistoryPanel:
        """Show what became of a certificate."""
        return CertificateHistoryPanel(self.context, self)

    @cached_property
    def project(self) -> ProjectPage:
        """The board of a project."""
        made = ProjectPage(self.context)
        made.issue_requested.connect(self._ask_to_issue)
        made.print_requested.connect(self.press.print_serials)
        made.course_requested.connect(
            lambda key: self.context.go("courses", course=key, tab="certificates", view="board")
        )
        return self._lay(_PROJECT, made)

    @cached_property
    def check(self) -> CheckPage:
        """The check of a paper."""
        return self._lay(_CHECK, CheckPage(self.context))

    @cached_property
    def designs(self) -> DesignsPage:
        """The designs, and who signs."""
        made = DesignsPage(self.context, self)
        made.busy.connect(lambda busy: self.header.setVisible(not busy))
        return self._lay(_DESIGNS, made)

    @cached_property
    def issue_form(self) -> IssueForm:
        """The form that asks before certificates of a project are issued."""
        return IssueForm(
            self.context, self, self.press.issue, self._go_to_names, lambda: self.designs.signatory_form
        )

    def _lay[V: QWidget](self, name: str, view: V) -> V:
        self._columns[name].addWidget(view)
        return view

    def refresh(self) -> None:
        """Read the register anew, and the board if it is shown."""
        self._read()
        if self.switch.value() == _PROJECT:
            self.project.refresh()
        if self.switch.value() == _DESIGNS:
            self.designs.refresh()

    def concerns(self, changes: Changes) -> bool:
        """Listen to certificates; for a board, and whether they still fit, to all that these rest on."""
        if self.switch.value() in (_REGISTER, _PROJECT) and changes.touches(*_BOARD):
            return True
        if self.switch.value() == _DESIGNS and changes.touches("template", "project", "signatory"):
            return True
        return changes.touches("certificate", "printing", "course", "joint_decision")

    def show_place(self, **place: Any) -> None:
        """Open a view by name; `check` is a text to be checked at once, `search` one to be searched.

        `evidence` asks for a "folder" or a "file" of an auditor, to check it.
        """
        if "check" in place:
            self.show_view(_CHECK)
            if isinstance(place["check"], str):
                self.check.text.field.setText(place["check"])
                self.check.check_text()
        if "evidence" in place:
            self.show_view(_CHECK)
            (
                self.check.evidence.folder if place["evidence"] == "folder" else self.check.evidence.file
            ).trigger()
        if "designs" in place:
            self.show_view(_DESIGNS)
        if "project" in place:
            self.show_view(_PROJECT)
            self.project.show_project(str(place["project"]))
        if "search" in place:
            self.show_view(_REGISTER)
            self.search.setText(str(place["search"]))

    @override
    def go_home(self) -> None:
        """Go back to the register."""
        self.show_view(_REGISTER)

    def show_view(self, name: str) -> None:
        """Show the register, the board of a project, the check or the designs."""
        self.switch.set_value(name)
        getattr(self, name)  # Made before its place shows, or it could not take the keyboard yet.
        self.views.setCurrentIndex(VIEWS.index(name))
        if name == _PROJECT:
            self.project.refresh()
        if name == _DESIGNS:
            self.designs.refresh()
        self.first_focus().setFocus()

    def first_focus(self) -> QWidget:
        """Start at the field of the view; without any certificate at the way to the courses."""
        name = VIEWS[self.views.currentIndex()]
        if name == _REGISTER:
            return self.to_courses if self.filters.isHidden() else self.search
        if name == _PROJECT:
            return self.project.table
        return self.check.text.field if name == _CHECK else self.designs.table

    @override
    def retranslate(self) -> None:
        self.switch.set_words(
            #: The list of all certificates, a noun
            self.tr("Register"),
            self.tr("Results of a project"),
            self.tr("Check a certificate"),
            self.tr("Designs"),
        )
        self.search.set_hint(self.tr("Name in any alphabet, or number"))
        self.numbers.setText(self.tr("Numbers"))
        self.to_courses.setText(self.tr("Go to the courses"))
        self._say()

    def _read(self) -> None:
        everything = self.context.ask(certificates.register)
        found = self.context.ask(certificates.search, self.search.text())
        if everything is None or found is None:
            return
        self.found = found
        state = self.states.value()
        shown = [each for each in found if state in (_ALL, each.state.value)]
        self.filters.setVisible(bool(everything))
        self.register.show_certificates(shown, everything, self.context.ask(printing.printed) or {})
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
        places = certificates.courses_of(self.context.work, self.found)
        if places.get(key):
            self.context.go("courses", course=places[key], tab="certificates", view="register")

    def _ask_to_issue(self, batches: list[Batch]) -> None:
        view = self.context.ask(courses.get_course, batches[0].course) if batches else None
        if view is not None:
            languages = view.course.languages
            self.issue_form.open_batches(batches, languages[0] if languages else DEFAULT)

    def _go_to_names(self) -> None:
        """Open the names of the first course of the board that has any nobody has checked."""
        for board in self.project.boards:
            names = self.context.ask(eligibility.sign_off, board.course.key, board.rows)
            if names is not None and names.open:
                self.context.go("courses", course=board.course.key, tab="certificates", view="names")
                return

    def _replace(self, serial: str) -> None:
        found = self.context.ask(certificates.find, serial)
        person = self.context.ask(eligibility.person_in_print, found.enrolment) if found is not None else None
        if found is not None and person is not None:
            self.replace_form.open_certificate(found, person)
