"""The board: who gets which certificate and why, what other limits would do, and deciding by hand."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.courses import courses
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import BoardRow, CertificateKind
from trainer_app.domain.certificates.eligibility import count_results
from trainer_app.domain.courses.courses import CompletionRule, ResitRule
from trainer_app.domain.people.persons import SignOff
from trainer_app.system import messages
from trainer_app.ui.certificates.boards import (
    BoardColumns,
    BoardLine,
    MismatchBanner,
    WhatIfBanner,
    WhatIfFields,
    choose_next_mismatch,
)
from trainer_app.ui.certificates.wording import erased_words
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import numbered, shown_name
from trainer_app.ui.kit.list_page import Command, ListCard
from trainer_app.ui.kit.wording import rule_words
from trainer_app.ui.widgets.controls import ButtonKind
from trainer_app.ui.widgets.drawn_tables import InkTable
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.table_models import ListTableModel
from trainer_app.ui.widgets.tables import Selection

_ROW = 30
_WHY = 330
"""What the reasons keep: two lines of them."""


class BoardPage(Retranslated, QWidget):
    """A row for each participant; below it what is known about the chosen one and what can be done."""

    decide_requested = Signal(object)
    """A `BoardRow` that somebody wants to decide by hand."""
    read_anew = Signal()
    """The lines, or whether other limits are tried, may be others."""
    void_requested = Signal(str)
    replace_requested = Signal(str)
    print_requested = Signal(list)
    """Serials; a list of them."""
    issue_requested = Signal(object)
    """Enrolments (a frozenset of keys) whose certificates shall be issued."""
    history_requested = Signal(object)
    """A `Certificate`."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("board")
        self.context = context
        self.course = ""
        self.rule = CompletionRule()
        self.lines: tuple[BoardLine, ...] = ()
        self.what_if = WhatIfFields()
        self.band = WhatIfBanner()
        self.unfit = MismatchBanner("board_unfit", context, renews=True)
        self.columns = BoardColumns(context)
        self.view = InkTable("board_table", _ROW, several=True)
        self.view.least_free = _WHY
        self.model = ListTableModel[BoardLine](
            "board_model", self.columns.columns(name_width=252), lambda line: line.row.enrolment, self
        )
        self.selection = Selection(self.view, self.model)
        self.card = ListCard("board", self.selection, self._commands, self._describe)
        self.buttons = self.card.buttons
        self.counts = label("caption", "board_counts")
        self.counts.setContentsMargins(18, 7, 18, 7)
        self.card.insert_row(1, self.counts)
        self.days = label("due_text", "board_days", wrap=True)
        self.days.hide()
        self._resit_rule = ResitRule.BEST
        self._names = SignOff(0, 0)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.band)
        column.addWidget(self.days)
        column.addWidget(self.unfit)
        column.addWidget(self.card, 1)

    def _connect(self) -> None:
        self.view.cells.ink, self.view.cells.brief = self.columns.ink, "why"
        self.view.opened.connect(lambda _row: self._ask_to_decide())
        self.what_if.requested.connect(lambda _rule: self.read())
        self.band.closed.connect(self.leave_what_if)
        self.unfit.next.clicked.connect(lambda: choose_next_mismatch(self.view, self.model))
        self.band.kept.connect(self._keep_limits)

    def _commands(self, rows: Sequence[BoardLine]) -> Sequence[Command]:
        line = rows[0] if len(rows) == 1 else None
        certificate = line.row.certificate if line is not None else None
        serial = certificate.serial if certificate is not None else ""
        undecided = line is not None and _to_decide(line)
        by_hand = undecided and line is not None and line.row.override
        held = [each.row.certificate for each in rows if each.row.certificate is not None]
        serials = [each.serial for each in held if not each.erased]
        erased = erased_words() if held and not serials else ""
        due = frozenset(each.row.enrolment for each in rows if each.row.entitled)
        again, issue = self.tr("Print"), self.tr("Issue this one")
        if len(rows) > 1:
            again = self.tr("Print %n certificate(s)", "", len(serials))
            issue = self.tr("Issue %n chosen", "", len(due))
        rule, decide = self.tr("Use the course rule"), self.tr("Decide by hand")
        return (
            Command(
                "history",
                self.tr("History"),
                lambda: self.history_requested.emit(certificate),
                shown=bool(serial),
            ),
            Command(
                "print",
                again,
                lambda: self.print_requested.emit([each.serial for each in held]),
                icon="print",
                shown=bool(held),
                enabled=not erased,
                withheld=erased,
                needs=("certificates/printing/print_certificates", "certificates/printing/note_printed"),
            ),
            Command(
                "void",
                self.tr("Declare void"),
                lambda: self.void_requested.emit(serial),
                shown=bool(serial),
                needs="certificates/certificates/void_many",
            ),
            Command(
                #: A button: issue a certificate in place of this one
                "replace",
                self.tr("Replace"),
                lambda: self.replace_requested.emit(serial),
                shown=bool(serial),
                enabled=not erased,
                withheld=erased,
                needs="certificates/certificates/correct",
            ),
            Command(
                "by_rule",
                rule,
                self._let_rule_decide,
                icon="undo",
                shown=by_hand,
                needs="certificates/eligibility/clear_override",
            ),
            Command(
                "issue",
                issue,
                lambda: self.issue_requested.emit(due),
                icon="certificates",
                shown=bool(due) and not self.asking,
                needs="certificates/certificates/issue_batches",
            ),
            Command(
                "decide",
                decide,
                self._ask_to_decide,
                ButtonKind.PLAIN,
                "pen",
                shown=undecided,
                needs="certificates/eligibility/override",
            ),
        )

    def _describe(self, rows: Sequence[BoardLine]) -> tuple[str, str]:
        if len(rows) == 1:
            return f"{numbered(rows[0].row.number)} {shown_name(rows[0].row.called)}", self.columns.why(
                rows[0]
            )
        return self.tr("%n participant(s) chosen", "", len(rows)) if rows else "", ""

    def show_course(self, course: str) -> None:
        """Show another course's board, by its own rule."""
        self.course = course
        view = self.context.ask(courses.get_course, course)
        if view is not None:
            self.rule = view.course.rule
            self.what_if.show_rule(self.rule, self.context.formats)
        self.read()

    def read(self) -> None:
        """Read the board anew, by the rule of the course and by the one that is asked about."""
        view = self.context.ask(courses.get_course, self.course)
        rows = self.context.ask(eligibility.board, self.course)
        if view is None or rows is None:
            return
        if view.course.rule != self.rule:
            self.rule = view.course.rule
            self.what_if.show_rule(self.rule, self.context.formats)
        self._resit_rule = view.course.resit_rule
        self._names = self.context.ask(eligibility.sign_off, self.course, rows) or SignOff(0, 0)
        self._say_counts()
        self._say_days()
        asked: Sequence[BoardRow] | None = rows
        if self.asking:
            asked = self.context.ask(eligibility.board, self.course, self.what_if.rule(), what_if=True)
        self.lines = tuple(BoardLine(row, other) for row, other in zip(rows, asked or rows, strict=True))
        kept = self.selection.key()
        self.model.set_rows(self.lines)
        self.view.make_room_anew()
        # Before the first one is issued, the reasons get its room.
        issued = any(line.row.certificate is not None or line.row.voided for line in self.lines)
        self.view.setColumnHidden(len(self.model.columns) - 1, not issued)
        self.selection.choose(kept)
        self.card.show_chosen()
        if self.asking:
            self.band.show_flips(self.lines)
        else:
            self.band.hide()
        self.unfit.show_lines(() if self.asking else self.lines)
        self.read_anew.emit()

    @property
    def asking(self) -> bool:
        """Tell whether other limits than the course's are asked about."""
        return self.what_if.rule() != self.rule

    def leave_what_if(self) -> None:
        """Go back to the course's own limits."""
        self.what_if.show_rule(self.rule, self.context.formats)
        self.read()
        self.view.setFocus()

    @override
    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Who gets a certificate, and why"))
        self._say_counts()
        self._say_days()
        self.card.show_chosen()

    def _say_days(self) -> None:
        """Warn where the papers would print other days than those on which the course was taught."""
        batch = [Batch(self.course)] if self.course else []
        told = self.context.ask(eligibility.other_days_told, batch) or []
        self.days.setText("\n".join(messages.label_text(each, self.context.language.code) for each in told))
        self.days.setVisible(bool(told))

    def _say_counts(self) -> None:
        """Say how many names are checked, and which of several tests counts."""
        parts = []
        if self._names.names:
            checked = self.tr("{checked} of {names} names for certificates checked")
            parts.append(checked.format(checked=self._names.checked, names=self._names.names))
        if self.rule.post_test is not None:
            parts.append(rule_words(self._resit_rule))
        self.counts.setText(" · ".join(parts))
        self.card.show_row(self.counts, shown=bool(parts))

    def _keep_limits(self) -> None:
        rule = self.what_if.rule()

        def change(work: Workplace) -> Changes:
            draft = courses.draft_of(courses.get_course(work, self.course).course)
            typed, opened = replace(draft, rule=rule), replace(draft, rule=self.rule)
            return courses.change_course(work, self.course, typed, opened=opened)

        self.context.offer_undo(self.context.do(change))

    def _ask_to_decide(self) -> None:
        line = self.selection.row()
        if line is not None and _to_decide(line):
            self.decide_requested.emit(line.row)

    def _let_rule_decide(self) -> None:
        line = self.selection.row()
        if line is not None:
            self.context.offer_undo(self.context.do(eligibility.clear_override, line.row.enrolment))


def _to_decide(line: BoardLine) -> bool:
    """Tell whether somebody may be decided by hand: without a certificate, or with one of another kind."""
    return line.row.certificate is None or line.row.other_kind is not None


def counts_of(lines: Sequence[BoardLine]) -> dict[CertificateKind, int]:
    """Return how many people get what, by the rule of the course."""
    return count_results(line.row for line in lines)


def due_of(lines: Sequence[BoardLine]) -> int:
    """Return how many get a certificate and have none yet."""
    return sum(line.row.due for line in lines)
