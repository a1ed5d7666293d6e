"""The board of a whole project: all its courses in one table, what other limits would do, one batch."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.certificates import eligibility
from trainer_app.actions.certificates.eligibility import Batch, CourseBoard, ProjectLimits
from trainer_app.actions.courses import projects
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.certificates.eligibility import count_results
from trainer_app.domain.people.persons import SignOff
from trainer_app.ui.certificates.boards import (
    OWN,
    SHARES,
    TESTS,
    BoardColumns,
    BoardLine,
    LimitField,
    MismatchBanner,
    WhatIfBanner,
    choose_next_mismatch,
    rest_words,
)
from trainer_app.ui.certificates.wording import erased_words
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import numbered, shown_name
from trainer_app.ui.kit.list_page import Command, Listing
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.drawn_tables import InkTable
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle

_ROW = 30
_AT_ONCE = 40
"""Courses whose boards are read while the window waits: about a thousand people."""


class ProjectPage(Listing[BoardLine], Retranslated, QWidget):
    """Choose a project; its participants stand by course and number, and get what each course's rule says."""

    issue_requested = Signal(list)
    """A list of `Batch`."""
    print_requested = Signal(list)
    """Serials of valid certificates."""
    course_requested = Signal(str)
    """The key of a course to be opened."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("project_board")
        self.context = context
        self.boards: list[CourseBoard] = []
        self._reading = self._missed = False
        self.lines: tuple[BoardLine, ...] = ()
        self.project = ComboBox("project_board_project")
        self.caption = label("second", "project_board_caption")
        self.share_label = label("second", "project_board_share_label")
        self.share = LimitField("project_board_share", SHARES, own=True)
        self.test_label = label("second", "project_board_test_label")
        self.test = LimitField("project_board_test", TESTS, own=True)
        self.counts = label("caption", "project_board_counts")
        self.band = WhatIfBanner("project_board_band")
        self.unfit = MismatchBanner("project_board_unfit", context)
        self.table: InkTable = InkTable("project_board_table", _ROW, several=True)
        self.columns = BoardColumns(context)
        self.model: ListTableModel[BoardLine] = ListTableModel(
            "project_board_model", self._columns(), lambda line: line.row.enrolment, self
        )
        self.issue = Button("project_board_issue", ButtonKind.PRIMARY, "certificates")
        self.empty = self.none_found = EmptyState("project_board_empty", "certificates")
        self.make_body("project_board")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[BoardLine], ...]:
        course = Column[BoardLine](
            "course", lambda: self.tr("Course"), lambda line: line.course_code, 100, look=TextStyle.QUIET
        )
        return (course, *self.columns.columns(name_width=244, narrow=True))

    def _lay_out(self) -> None:
        self.project.setFixedWidth(244)
        strip = FlowRow()
        strip.setSpacing(8)
        strip.addWidget(self.project)
        strip.addStretch(1)
        for part in (self.caption, self.share_label, self.share, self.test_label, self.test):
            strip.addWidget(part)
        strip.addSpacing(8)
        strip.addWidget(self.issue)
        self.counts.setContentsMargins(18, 7, 18, 7)
        self.card.insert_row(1, self.counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(strip)
        column.addWidget(self.band)
        column.addWidget(self.unfit)
        column.addWidget(self.body, 1)
        self.band.keep.hide()

    def _connect(self) -> None:
        self.table.cells.ink, self.table.cells.brief = self.columns.ink, "why"
        self.table.opened.connect(lambda _row: self._open())
        self.project.activated.connect(lambda _index: self.read())
        for field in (self.share, self.test):
            field.show_limit(OWN, self.context.formats)
            field.requested.connect(self.read)
        self.band.closed.connect(self._leave)
        self.unfit.next.clicked.connect(lambda: choose_next_mismatch(self.table, self.model))
        self.issue.clicked.connect(lambda: self._ask_to_issue(None))
        withhold("certificates/certificates/issue_batches", self.issue)

    @override
    def row_commands(self, rows: Sequence[BoardLine]) -> Sequence[Command]:
        entitled = [line.row.enrolment for line in rows if line.row.entitled]
        held = [line.row.certificate for line in self.lines if line.row.certificate is not None]
        serials = [each.serial for each in held]
        erased = erased_words() if held and all(each.erased for each in held) else ""
        issue = self.tr("Issue this one")
        if len(rows) > 1:
            issue = self.tr("Issue %n chosen", "", len(entitled))
        return (
            Command("open_course", self.tr("Open the course"), self._open, shown=len(rows) == 1),
            Command(
                "print",
                self.tr("Print all again"),
                lambda: self.print_requested.emit(serials),
                icon="print",
                enabled=bool(serials) and not erased,
                withheld=erased,
                needs=("certificates/printing/print_certificates", "certificates/printing/note_printed"),
            ),
            Command(
                "issue_chosen",
                issue,
                lambda: self._ask_to_issue(entitled),
                ButtonKind.PLAIN,
                "certificates",
                shown=bool(entitled) and not self.asking,
                needs="certificates/certificates/issue_batches",
            ),
        )

    @override
    def describe_rows(self, rows: Sequence[BoardLine]) -> tuple[str, str]:
        if len(rows) == 1:
            (line,) = rows
            return (
                f"{line.course_code} {numbered(line.row.number)} {shown_name(line.row.name)}",
                self.columns.why(line),
            )
        return self.tr("%n participant(s) chosen", "", len(rows)) if rows else "", ""

    # What is shown

    def show_project(self, key: str) -> None:
        """Show a project's board."""
        self._read_projects()
        place = self.project.findData(key)
        if place >= 0:
            self.project.setCurrentIndex(place)
        self.read()

    def refresh(self) -> None:
        """Read projects and boards anew."""
        self._read_projects()
        self.read()

    def _read_projects(self) -> None:
        kept = self.project.currentData()
        known = self.context.ask(projects.list_projects) or []
        language = self.context.language.code
        self.project.clear()
        for each in known:
            title = each.title.best(language)
            self.project.addItem(f"{each.code} · {title}" if title else each.code, each.key)
        place = self.project.findData(kept) if kept else len(known) - 1
        self.project.setCurrentIndex(max(0, place))

    def read(self) -> None:
        """Read the boards of the project that is chosen, by the rules of the courses and the limits asked."""
        key, asked = self.project.currentData(), self.asked()
        if key and len(self.context.ask(eligibility.courses_of_project, key) or ()) > _AT_ONCE:
            self._read_beside(key, asked)
            return
        found = self.context.ask(eligibility.project_board, key, asked) if key else []
        if found is not None:
            self._show(found)

    def _read_beside(self, key: str, asked: ProjectLimits) -> None:
        """Read the boards of very many courses while the window stays alive; what stood there stays."""
        if self._reading:
            self._missed = True
            return
        self._reading, self._missed = True, False

        def show(found: list[CourseBoard]) -> None:
            self._reading = False
            if self._missed or (key, asked) != (self.project.currentData(), self.asked()):
                self.read()
            else:
                self._show(found)

        def refuse(error: TrainerError) -> None:
            self._reading = False
            self.context.tell_error(error)

        self.context.run(
            self.tr("Reading the results"),
            lambda work, progress: eligibility.project_board(work, key, asked, progress),
            done=show,
            failed=refuse,
            writes=False,
        )

    def _show(self, found: list[CourseBoard]) -> None:
        self.boards = found
        self.lines = tuple(
            BoardLine(row, other, board.course.key, board.course.code)
            for board in found
            for row, other in zip(board.rows, board.asked, strict=True)
        )
        kept = [line.row.enrolment for line in self.selection.rows()]
        self.model.set_rows(self.lines)
        self.table.make_room_anew()
        # Before the first one is issued, the reasons get its room.
        issued = any(line.row.certificate is not None or line.row.voided for line in self.lines)
        self.table.setColumnHidden(len(self.model.columns) - 1, not issued)
        self.selection.choose(*kept)
        self.issue.setVisible(bool(self.lines))
        self.show_body(anything=bool(self.lines))
        self._say_counts()
        if self.asking:
            self.band.show_flips(self.lines)
        else:
            self.band.hide()
        self.unfit.show_lines(() if self.asking else self.lines)

    def asked(self) -> ProjectLimits:
        """Return the limits that are asked about."""
        share, test = self.share.limit(), self.test.limit()
        return ProjectLimits(
            share=None if share == OWN else share,
            post_test=None if test == OWN else test,
            share_off=share is None,
            test_off=test is None,
        )

    @property
    def asking(self) -> bool:
        """Tell whether other limits than the courses' own are asked about."""
        return self.asked() != ProjectLimits()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.project.setAccessibleName(self.tr("Project"))
        self.table.setAccessibleName(self.tr("Who of the project gets a certificate, and why"))
        self.caption.setText(self.tr("What if:"))
        self.share_label.setText(self.tr("attendance from"))
        self.test_label.setText(self.tr("post-test from"))
        self.share.setAccessibleName(self.tr("What if the attendance limit were"))
        self.test.setAccessibleName(self.tr("What if the post-test limit were"))
        self.empty.set_words(
            self.tr("No participants in this project yet"),
            self.tr("This page lists the participants of all its courses, and who gets which certificate."),
        )
        self._say_counts()

    def _say_counts(self) -> None:
        rows = [line.row for line in self.lines]
        counts = count_results(rows)
        names = self._names_checked()
        self.counts.setText(
            self.tr(
                "completion {completion} · attendance {attendance} · none {none} · "
                "{checked} of {names} names checked"
            ).format(
                completion=counts[CertificateKind.COMPLETION],
                attendance=counts[CertificateKind.ATTENDANCE],
                none=counts[CertificateKind.NONE],
                checked=names.checked,
                names=names.names,
            )
        )
        due = sum(line.row.due for line in self.lines)
        issued = any(row.certificate is not None for row in rows)
        rest = rest_words(self.lines, issued=issued)
        self.issue.setText(self.tr("Issue %n certificate(s)", "", due) if due else rest)
        self.issue.setEnabled(due > 0 and not self.asking)

    def _names_checked(self) -> SignOff:
        checked = names = 0
        for board in self.boards:
            found = self.context.ask(eligibility.sign_off, board.course.key, board.rows)
            if found is not None:
                checked, names = checked + found.checked, names + found.names
        return SignOff(checked, names)

    # What is done

    def _ask_to_issue(self, only: Sequence[str] | None) -> None:
        batches: list[Batch] = eligibility.batches(self.boards, only)
        self.issue_requested.emit(batches)

    def _open(self) -> None:
        chosen = self.selection.rows()
        if len(chosen) == 1:
            self.course_requested.emit(chosen[0].course)

    def _leave(self) -> None:
        for field in (self.share, self.test):
            field.show_limit(OWN, self.context.formats)
        self.read()
        self.table.setFocus()
