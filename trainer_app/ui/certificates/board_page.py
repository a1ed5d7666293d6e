"""The board: who gets which certificate and why, what other limits would do, and deciding by hand."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.courses import courses
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.certificates.certificates import BoardRow, CertificateKind
from trainer_app.domain.courses.courses import CompletionRule, ResitRule
from trainer_app.domain.people.persons import SignOff
from trainer_app.ui.certificates.boards import (
    BoardColumns,
    BoardLine,
    MismatchBanner,
    WhatIfBanner,
    WhatIfFields,
    choose_next_mismatch,
)
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.wording import rule_words
from trainer_app.ui.style.tokens import TABLE_HEAD
from trainer_app.ui.widgets.cards import Card, TwoLines
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.tables import InkTable, ListTableModel

_ROW = 30


class BoardPage(Retranslated, QWidget):
    """A row for each participant; below it what is known about the chosen one and what can be done."""

    decide_requested = Signal(object)
    """A `BoardRow` that somebody wants to decide by hand."""
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
        self.unfit = MismatchBanner("board_unfit", context)
        self.card = Card("board_card", titled=False)
        self.columns = BoardColumns(context)
        self.view = InkTable("board_table", _ROW, several=True)
        self.model = ListTableModel[BoardLine](
            "board_model", self.columns.columns(name_width=252), lambda line: line.row.enrolment, self
        )
        self.counts = label("caption", "board_counts")
        self.counts.setContentsMargins(18, 7, 18, 7)
        self._resit_rule = ResitRule.BEST
        self._names = SignOff(0, 0)
        self.about = TwoLines("board_about")
        self.decide = Button("board_decide", ButtonKind.PLAIN, "pen")
        self.by_rule = Button("board_by_rule", ButtonKind.GHOST, "undo")
        self.print = Button("board_print", ButtonKind.GHOST, "print")
        self.void = Button("board_void", ButtonKind.GHOST)
        self.replace = Button("board_replace", ButtonKind.GHOST)
        self.history = Button("board_history", ButtonKind.GHOST)
        self.issue = Button("board_issue", ButtonKind.GHOST, "certificates")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        foot = QWidget()
        foot.setObjectName("board_foot")
        foot.setFixedHeight(54)
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(self.about, 1)
        for button in (
            self.history,
            self.print,
            self.void,
            self.replace,
            self.by_rule,
            self.issue,
            self.decide,
        ):
            row.addWidget(button)
        self.card.add_row(self.view, 1)
        self.card.add_row(self.counts)
        self.card.add_row(foot)
        self.card.grow()
        self.view.setMinimumHeight(TABLE_HEAD + 4 * _ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.band)
        column.addWidget(self.unfit)
        column.addWidget(self.card, 1)

    def _connect(self) -> None:
        self.view.show_model(self.model)
        self.view.cells.ink = self.columns.ink
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.view.opened.connect(lambda _row: self._ask_to_decide())
        self.what_if.requested.connect(lambda _rule: self.read())
        self.band.closed.connect(self.leave_what_if)
        self.unfit.next.clicked.connect(lambda: choose_next_mismatch(self.view, self.lines))
        self.band.kept.connect(self._keep_limits)
        self.decide.clicked.connect(self._ask_to_decide)
        self.by_rule.clicked.connect(self._let_rule_decide)
        self.print.clicked.connect(lambda: self.print_requested.emit(self._chosen_serials()))
        self.void.clicked.connect(lambda: self.void_requested.emit(self._serial()))
        self.history.clicked.connect(self._ask_history)
        self.issue.clicked.connect(lambda: self.issue_requested.emit(frozenset(self._chosen_due())))
        self.replace.clicked.connect(lambda: self.replace_requested.emit(self._serial()))

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
        asked: Sequence[BoardRow] | None = rows
        if self.asking:
            asked = self.context.ask(eligibility.board, self.course, self.what_if.rule(), what_if=True)
        self.lines = tuple(BoardLine(row, other) for row, other in zip(rows, asked or rows, strict=True))
        kept = self.chosen()
        self.model.set_rows(self.lines)
        # Before the first one is issued, the reasons get its room.
        issued = any(line.row.certificate is not None or line.row.voided for line in self.lines)
        self.view.setColumnHidden(len(self.model.columns) - 1, not issued)
        place = self.model.place(kept.row.enrolment) if kept else None
        if self.lines:
            self.view.selectRow(place or 0)
        self._show_chosen()
        if self.asking:
            self.band.show_flips(self.lines)
        else:
            self.band.hide()
        self.unfit.show_lines(() if self.asking else self.lines)

    @property
    def asking(self) -> bool:
        """Tell whether other limits than the course's are asked about."""
        return self.what_if.rule() != self.rule

    def leave_what_if(self) -> None:
        """Go back to the course's own limits."""
        self.what_if.show_rule(self.rule, self.context.formats)
        self.read()
        self.view.setFocus()

    def chosen(self) -> BoardLine | None:
        """Return the row that is chosen."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.view.setAccessibleName(self.tr("Who gets a certificate, and why"))
        self.decide.setText(self.tr("Decide by hand"))
        self.by_rule.setText(self.tr("Let the rule decide"))
        self.print.setText(self.tr("Print"))
        self.void.setText(self.tr("Declare void"))
        self.replace.setText(self.tr("Replace"))
        self.history.setText(self.tr("History"))
        self._say_counts()
        self._show_chosen()

    def _say_counts(self) -> None:
        """Say how many names are checked, and which of several tests counts."""
        parts = []
        if self._names.names:
            checked = self.tr("{checked} of {names} names checked")
            parts.append(checked.format(checked=self._names.checked, names=self._names.names))
        if self.rule.post_test is not None:
            parts.append(rule_words(self._resit_rule))
        self.counts.setText(" · ".join(parts))
        self.card.show_row(self.counts, shown=bool(parts))

    def _keep_limits(self) -> None:
        rule = self.what_if.rule()

        def change(work: Workplace) -> Changes:
            course = courses.get_course(work, self.course).course
            return courses.change_course(work, self.course, replace(courses.draft_of(course), rule=rule))

        changes = self.context.do(change)
        if changes is not None:
            self.context.offer_undo(changes)

    def _ask_to_decide(self) -> None:
        line = self.chosen()
        if line is not None and _to_decide(line):
            self.decide_requested.emit(line.row)

    def _let_rule_decide(self) -> None:
        line = self.chosen()
        if line is not None:
            changes = self.context.do(eligibility.clear_override, line.row.enrolment)
            if changes is not None:
                self.context.offer_undo(changes)

    def _chosen_due(self) -> list[str]:
        """Return the chosen ones (enrolments) who get a certificate and have none."""
        rows = [self.model.row(place).row for place in self.view.chosen_rows()]
        return [row.enrolment for row in rows if row.entitled]

    def _chosen_serials(self) -> list[str]:
        """Return the numbers of the certificates of the chosen ones."""
        rows = [self.model.row(place).row for place in self.view.chosen_rows()]
        return [row.certificate.serial for row in rows if row.certificate is not None]

    def _ask_history(self) -> None:
        line = self.chosen()
        if line is not None and line.row.certificate is not None:
            self.history_requested.emit(line.row.certificate)

    def _serial(self) -> str:
        line = self.chosen()
        return line.row.certificate.serial if line and line.row.certificate else ""

    def _show_chosen(self) -> None:
        line = self.chosen()
        count, due = len(self.view.chosen_rows()), len(self._chosen_due())
        one = line is not None and count <= 1
        issued = line is not None and line.row.certificate is not None
        for button in (self.history, self.void, self.replace):
            button.setVisible(one and issued)
        serials = len(self._chosen_serials())
        self.print.setVisible(serials > 0)
        self.print.setText(self.tr("Print %n certificate(s)", "", serials) if count > 1 else self.tr("Print"))
        open_still = line is not None and _to_decide(line)
        self.decide.setVisible(one and open_still)
        self.by_rule.setVisible(line is not None and line.row.override and one and open_still)
        self.issue.setVisible(due > 0 and not self.asking)
        self.issue.setText(self.tr("Issue %n chosen", "", due) if count > 1 else self.tr("Issue this one"))
        if line is None:
            self.about.set_lines("", "")
        elif count > 1:
            self.about.set_lines(self.tr("%n participant(s) chosen", "", count), "")
        else:
            self.about.set_lines(f"№ {line.row.number} {line.row.name}", self.columns.why(line))


def _to_decide(line: BoardLine) -> bool:
    """Tell whether somebody may be decided by hand: without a certificate, or with one that does not fit."""
    return line.row.certificate is None or line.row.unfit is not None


def counts_of(lines: Sequence[BoardLine]) -> dict[CertificateKind, int]:
    """Return how many get what, by the rule of the course."""
    return {kind: sum(line.row.result is kind for line in lines) for kind in CertificateKind}


def due_of(lines: Sequence[BoardLine]) -> int:
    """Return how many get a certificate and have none yet."""
    return sum(line.row.due for line in lines)
