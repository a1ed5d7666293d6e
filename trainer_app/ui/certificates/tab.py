"""Certificates of a course: board, names before print, receipt, register; issue, void, replace."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.certificates import certificates, eligibility, printing
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.certificates.printing import ProofRow
from trainer_app.actions.courses import courses
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates.certificates import (
    BoardRow,
    Certificate,
    CertificateKind,
    CertificateState,
)
from trainer_app.system import messages
from trainer_app.ui.certificates.board_page import BoardPage, counts_of, due_of
from trainer_app.ui.certificates.boards import rest_words
from trainer_app.ui.certificates.checklists import NamesPage, ReceiptsPage
from trainer_app.ui.certificates.designs.forms import SignatoryForm
from trainer_app.ui.certificates.forms import (
    CertificateHistoryPanel,
    DecideForm,
    NameCorrectionForm,
    ReplaceCertificateForm,
    ask_to_void,
)
from trainer_app.ui.certificates.issuing import IssueForm
from trainer_app.ui.certificates.printer import CertificatePrinter, IssueOptions, Refused
from trainer_app.ui.certificates.register_page import RegisterPage
from trainer_app.ui.certificates.wording import erased_words
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import ReasonForm
from trainer_app.ui.kit.language import numbered
from trainer_app.ui.kit.papers import PaperOrder, show_order
from trainer_app.ui.kit.screens import CourseTab, withhold
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.pages import EmptyState

_NAMED = 6  # people who are named before their certificates are issued anew
_BOARD, _NAMES, _RECEIPTS, _REGISTER = VIEWS = ("board", "names", "receipts", "register")


class CertificatesTab(CourseTab):
    """Four views of one course, in the order of the work. Forms open beside them."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("certificates", context)
        self.issued: list[Certificate] = []
        self._wanted = ""
        self.switch = Switch("certificates_view", VIEWS, narrow=True)
        self.board = BoardPage(context)
        self.names = NamesPage(context)
        self.receipts = ReceiptsPage(context)
        self.register = RegisterPage(context, "course_register", with_course=False)
        self.press = CertificatePrinter(context, self)
        self.counts = label("second", "certificates_counts")
        self.print_again = Button("certificates_print_again", ButtonKind.PLAIN, "print")
        self.issue = Button("certificates_issue", ButtonKind.PRIMARY, "certificates")
        self.empty = EmptyState("certificates_empty", "certificates")
        self.add_people = Button("certificates_add_people", ButtonKind.PLAIN, "adduser")
        self.views = PageStack()
        self.body = PageStack()
        self._lay_out()
        self._connect()
        self.switch.set_value(_BOARD)
        self.retranslate()

    def _lay_out(self) -> None:
        self.views.setObjectName("certificates_views")
        self.body.setObjectName("certificates_body")
        for page in (self.board, self.names, self.receipts, self.register):
            self.views.addWidget(page)
        strip = FlowRow()
        strip.setSpacing(8)
        strip.addWidget(self.switch)
        strip.addStretch(1)
        for tools in (self.board.what_if, self.names.tools, self.receipts.tools):
            strip.addWidget(tools)
            # Before it is first measured: side by side all three are wider than the smallest screen.
            # Never shown here: what has no parent yet would open as a window of its own.
            if tools is not self.board.what_if:
                tools.hide()
        full = QWidget()
        full.setObjectName("certificates_full")
        column = QVBoxLayout(full)
        column.setContentsMargins(WORKSPACE_MARGIN, 12, WORKSPACE_MARGIN, 12)
        column.setSpacing(10)
        column.addLayout(strip)
        column.addWidget(self.views, 1)
        self.empty.add_button(self.add_people)
        self.body.addWidget(full)
        self.body.addWidget(self.empty)
        self.column.addWidget(self.body)

    def _connect(self) -> None:
        self.switch.chosen.connect(self.show_view)
        self.issue.clicked.connect(lambda: self._ask_to_issue())
        withhold("certificates/certificates/issue_batches", self.issue)
        self.board.issue_requested.connect(self._ask_to_issue)
        self.print_again.clicked.connect(lambda: self.press.print(self._valid()))
        withhold("certificates/printing/print_certificates", self.print_again)
        self.add_people.clicked.connect(lambda: self.tab_requested.emit("participants"))
        self.board.read_anew.connect(self._show_head)
        self.board.decide_requested.connect(self._decide)
        self.board.unfit.renewed.connect(self._ask_to_renew)
        self.names.edit_requested.connect(self._edit)
        self.names.replace_requested.connect(self._replace)
        for page in (self.board, self.register):
            page.replace_requested.connect(self._replace)
            page.history_requested.connect(lambda issued: self.history.open_certificate(issued))
            page.print_requested.connect(lambda serials: self.press.print_serials(serials, self.course))
        self.board.void_requested.connect(lambda serial: self._void([serial]))
        self.register.void_requested.connect(self._void)
        self.receipts.void_requested.connect(self._void)
        self.register.save_requested.connect(lambda serials: self.press.save_serials(serials, self.course))
        self.names.paper_requested.connect(self._show_list)
        self.receipts.paper_requested.connect(self._show_list)

    # Forms, made when they are first opened

    @cached_property
    def decide_form(self) -> DecideForm:
        """Ask for a decision against the rule."""
        return DecideForm(self.context, self)

    @cached_property
    def name_form(self) -> NameCorrectionForm:
        """Ask for the right name."""
        return NameCorrectionForm(self.context, self)

    @cached_property
    def replace_form(self) -> ReplaceCertificateForm:
        """Ask why a certificate is replaced; the new one is printed."""
        return ReplaceCertificateForm(self.context, self, lambda new: self.press.print([new]))

    @cached_property
    def signatory_form(self) -> SignatoryForm:
        """Ask who signs."""
        return SignatoryForm(self.context, self)

    @cached_property
    def issue_form(self) -> IssueForm:
        """Ask for the last word before certificates are issued."""
        return IssueForm(self.context, self, self._issue, self._go_to_names, lambda: self.signatory_form)

    @cached_property
    def reason_form(self) -> ReasonForm:
        """Ask for the reason of a decision."""
        return ReasonForm(self.context, self)

    @cached_property
    def history(self) -> CertificateHistoryPanel:
        """Show what became of a certificate."""
        return CertificateHistoryPanel(self.context, self)

    # What is shown

    def show_course(self, key: str) -> None:
        """Show another course, at its board."""
        if key != self.course:
            self.course = key
            self.board.course = self.names.course = self.receipts.course = key
            self.board.show_course(key)
            self.show_view(_BOARD)
            found = self.context.ask(courses.get_course, key)
            if found is not None and found.course.languages:
                self.names.language = found.course.languages[0]
        super().show_course(key)

    def show_place(self, **place: Any) -> None:
        """Open a view by its name: `view="register"`; or what one participant got (`enrolment`)."""
        if place.get("view") in VIEWS:
            self.show_view(str(place["view"]))
        elif place.get("enrolment"):
            self._wanted = str(place["enrolment"])
            self.refresh_now()

    def _show_wanted(self) -> None:
        """Choose a participant's certificate in the register, a valid one first; without any, the result."""
        enrolment, self._wanted = self._wanted, ""
        if not enrolment:
            return
        own = [found for found in self.issued if found.enrolment == enrolment]
        if own:
            own.sort(key=lambda found: found.state is not CertificateState.ISSUED)
            self.show_view(_REGISTER)
            self.register.selection.choose(*(found.key for found in own))
        else:
            self.show_view(_BOARD)
            self.board.selection.choose(enrolment)

    def _go_to_names(self) -> None:
        self.show_view(_NAMES)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_view(self, name: str) -> None:
        """Show the board, the names, receipt or the register."""
        self.switch.set_value(name)
        self.views.setCurrentIndex(VIEWS.index(name))
        self.board.what_if.setVisible(name == _BOARD)
        self.names.tools.setVisible(name == _NAMES)
        self.receipts.tools.setVisible(name == _RECEIPTS)
        if self.course:
            self._read_view()

    def refresh(self) -> None:
        """Read what is shown anew."""
        self.issued = self.context.ask(certificates.register, self.course) or []
        self.board.read()
        self.body.setCurrentIndex(0 if self.board.lines else 1)
        self._read_view()
        self._show_head()
        self._show_wanted()

    def concerns(self, changes: Changes) -> bool:
        """Listen to all that the rule looks at, and to names."""
        return changes.touches(
            "certificate",
            "joint_decision",
            "printing",
            "attendance",
            "paper",
            "answer",
            "enrolment",
            "person",
            "pair",
            "course",
            "session",
            "project",
        )

    def first_focus(self) -> QWidget:
        """Start in the table that is shown."""
        if not self.board.lines:
            return self.add_people
        views = (self.board.view, self.names.view, self.receipts.view, self.register.table)
        return views[self.views.currentIndex()]

    def head_buttons(self) -> Sequence[QWidget]:
        """Return what stands in the course's head."""
        return (self.print_again, self.issue) if self.board.lines else ()

    def summary(self) -> QWidget:
        """Return how many get what."""
        return self.counts

    @override
    def retranslate(self) -> None:
        #: A part of the tab: who took the certificate home
        receipt = self.tr("Receipt")
        #: A part of the tab: the list of all certificates, a noun
        register = self.tr("Register")
        self.switch.set_words(self.tr("Results"), self.tr("Names"), receipt, register)
        self.print_again.setText(self.tr("Print all again"))
        self.add_people.setText(self.tr("Go to the participants"))
        self.empty.set_words(
            self.tr("Nobody is on the list yet"),
            self.tr(
                "This page shows who gets a certificate and why, as soon as the course has participants."
            ),
        )
        self.register.empty.set_words(
            self.tr("No certificate was issued yet"),
            self.tr("Issued certificates stay in this register for good, also void and replaced ones."),
        )
        self._show_head()

    def _read_view(self) -> None:
        shown = self.views.currentWidget()
        if shown is self.names:
            self.names.read()
        elif shown is self.register:
            printed = self.context.ask(printing.printed) or {}
            self.register.show_certificates(self.issued, self.issued, printed)
        elif shown is self.receipts:
            self.receipts.show_certificates(self.issued)

    def _show_head(self) -> None:
        due, counts = due_of(self.board.lines), counts_of(self.board.lines)
        rest = rest_words(self.board.lines, issued=bool(self._valid()))
        self.issue.setText(self.tr("Issue %n certificate(s)", "", due) if due else rest)
        self.issue.setEnabled(due > 0 and not self.board.asking)
        tried = self.tr(
            "Other limits are only tried now. Go back to those of the course, or keep the new ones."
        )
        self.issue.setToolTip(tried if self.board.asking else "")
        valid = self._valid()
        erased = bool(valid) and all(each.erased for each in valid)
        self.print_again.setEnabled(bool(valid) and not erased)
        self.print_again.setToolTip(erased_words() if erased else "")
        self.counts.setText(
            self.tr("completion {completion} · attendance {attendance} · none {none}").format(
                completion=counts[CertificateKind.COMPLETION],
                attendance=counts[CertificateKind.ATTENDANCE],
                none=counts[CertificateKind.NONE],
            )
        )
        self.head_changed.emit()

    # What is done

    def _valid(self) -> list[Certificate]:
        return [found for found in self.issued if found.state is CertificateState.ISSUED]

    def _ask_to_issue(self, only: frozenset[str] | None = None) -> None:
        self.issue_form.open_batches([Batch(self.course, only)], self.names.language)

    def _issue(self, batches: Sequence[Batch], choice: IssueOptions, refused: Refused) -> None:
        self.names.language = choice.language
        self.press.issue(batches, choice, refused)

    def _void(self, serials: Sequence[str]) -> None:
        ask_to_void(self.context, self.reason_form, serials)

    def _show_list(self, order: PaperOrder) -> None:
        view = self.context.ask(courses.get_course, self.course)
        if view is not None:
            show_order(self.context, order, view.course.code)

    def _decide(self, row: BoardRow) -> None:
        code = self.context.language.code
        why = "; ".join(messages.label_text(reason, code) for reason in row.reasons)
        self.decide_form.open_row(row, why)

    def _edit(self, row: ProofRow) -> None:
        person = self.context.ask(eligibility.person_in_print, row.enrolment)
        if person is not None and person.erased:
            self.context.tell_error(TrainerError("person.erased"))
        elif person is not None:
            self.name_form.open_person(person, row)

    def _replace(self, serial: str) -> None:
        found = self.context.ask(certificates.find, serial)
        person = self.context.ask(eligibility.person_in_print, found.enrolment) if found is not None else None
        if found is not None and person is not None:
            self.replace_form.open_certificate(found, person)

    def _ask_to_renew(self) -> None:
        """Ask why whatever no longer fits is issued anew, and then print it."""
        due = [line.row for line in self.board.lines if line.row.renewable]
        about = self.tr(
            "The old certificates become replaced and are no longer valid; reports count them "
            "as replaced, not as void. The new ones get numbers of their own and name the old ones."
        )

        def renew(reason: str) -> Changes:
            issued = certificates.renew(self.context.work, self.course, reason)
            self.press.print(issued.certificates)
            return issued.changes

        self.reason_form.ask(
            self.tr("Issue anew what no longer fits"),
            "\n\n".join((self._named(due, "\n"), *self._turned(due), about)),
            self.tr("Issue the new ones"),
            renew,
        )

    def _named(self, rows: Sequence[BoardRow], between: str = ", ") -> str:
        named = between.join(f"{numbered(row.number)} {row.name}" for row in rows[:_NAMED])
        return named + (self.tr(" and %n more", "", len(rows) - _NAMED) if len(rows) > _NAMED else "")

    def _turned(self, due: Sequence[BoardRow]) -> list[str]:
        """Say who gets a certificate of the other kind than before: the rest is only written anew."""
        other = [row for row in due if row.other_kind is not None]
        down = [row for row in other if row.result is CertificateKind.ATTENDANCE]
        up = [row for row in other if row.result is CertificateKind.COMPLETION]
        return [
            words.format(who=self._named(rows))
            for words, rows in (
                (self.tr("Attendance instead of completion: {who}."), down),
                (self.tr("Completion instead of attendance: {who}."), up),
            )
            if rows
        ]
