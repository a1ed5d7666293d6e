"""The board: who gets which certificate and why, what other limits would do, and deciding by hand."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions import certificates, courses
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import BoardRow, CertificateKind
from trainer_app.domain.changes import Changes
from trainer_app.domain.courses import CompletionRule
from trainer_app.domain.sittings import ResitRule
from trainer_app.system import messages
from trainer_app.ui.certificates.cells import SERIAL_WIDTH, InkTable
from trainer_app.ui.certificates.what_if import BoardLine, WhatIfBand, WhatIfFields
from trainer_app.ui.certificates.wording import kind_chip, kind_word
from trainer_app.ui.keying.words import rule_words
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import TABLE_HEAD
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card, TwoLines
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated

_ROW, _DASH = 30, "\N{EN DASH}"
_MISSED = {
    "share": frozenset({"eligibility.share_below", "eligibility.nothing_held"}),
    "test": frozenset({"eligibility.test_below", "eligibility.test_missing"}),
}
"""Reasons that say that a column's limit was missed."""


class BoardPage(Retranslated, QWidget):
    """A row for each participant; below it what is known about the chosen one and what can be done."""

    decide_asked = Signal(object)
    """A `BoardRow` that somebody wants to decide by hand."""
    void_asked = Signal(str)
    replace_asked = Signal(str)
    print_asked = Signal(list)
    """Serials; a list of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("board")
        self.desk = desk
        self.course = ""
        self.rule = CompletionRule()
        self.lines: tuple[BoardLine, ...] = ()
        self.what_if = WhatIfFields()
        self.band = WhatIfBand()
        self.card = Card("board_card", titled=False)
        self.view = InkTable("board_table", _ROW)
        self.model = RowsModel[BoardLine](
            "board_model", self._columns(), lambda line: line.row.enrolment, self
        )
        self.counts = label("caption", "board_counts")
        self.counts.setContentsMargins(18, 7, 18, 7)
        self._resit_rule = ResitRule.BEST
        self.about = TwoLines("board_about")
        self.decide = Button("board_decide", Kind.PLAIN, "pen")
        self.by_rule = Button("board_by_rule", Kind.GHOST, "undo")
        self.print = Button("board_print", Kind.GHOST, "print")
        self.void = Button("board_void", Kind.GHOST)
        self.replace = Button("board_replace", Kind.GHOST)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[BoardLine], ...]:
        return (
            Column("number", lambda: "№", lambda line: str(line.row.number), 56, True, Look.QUIET),
            Column("name", lambda: self.tr("Participant"), lambda line: line.row.name, 252),
            Column(
                "share", lambda: self.tr("Attendance"), lambda line: self._percent(line.row.share), 112, True
            ),
            Column(
                "test",
                lambda: self.tr("Post-test", "short, in the head of a column"),
                lambda line: self._percent(line.row.post_test),
                88,
                True,
            ),
            Column("result", lambda: self.tr("Result"), self._result, 164, chip=self._chip),
            Column("why", lambda: self.tr("Why"), self._why, look=Look.QUIET),
            Column(
                "certificate",
                lambda: self.tr("Certificate"),
                lambda line: line.row.certificate.serial if line.row.certificate else _DASH,
                SERIAL_WIDTH,
            ),
        )

    def _lay_out(self) -> None:
        foot = QWidget()
        foot.setObjectName("board_foot")
        foot.setFixedHeight(54)
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(self.about, 1)
        for button in (self.print, self.void, self.replace, self.by_rule, self.decide):
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
        column.addWidget(self.card, 1)

    def _connect(self) -> None:
        self.view.show_model(self.model)
        self.view.cells.ink = self._ink
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.view.opened.connect(lambda _row: self._ask_to_decide())
        self.what_if.asked.connect(lambda _rule: self.read())
        self.band.left.connect(self.leave_what_if)
        self.band.kept.connect(self._keep_limits)
        self.decide.clicked.connect(self._ask_to_decide)
        self.by_rule.clicked.connect(self._let_rule_decide)
        self.print.clicked.connect(lambda: self.print_asked.emit([self._serial()]))
        self.void.clicked.connect(lambda: self.void_asked.emit(self._serial()))
        self.replace.clicked.connect(lambda: self.replace_asked.emit(self._serial()))

    def show_course(self, course: str) -> None:
        """Show another course's board, by its own rule."""
        self.course = course
        view = self.desk.ask(courses.get_course, course)
        if view is not None:
            self.rule = view.course.rule
            self.what_if.show_rule(self.rule, self.desk.formats)
        self.read()

    def read(self) -> None:
        """Read the board anew, by the rule of the course and by the one that is asked about."""
        view = self.desk.ask(courses.get_course, self.course)
        rows = self.desk.ask(certificates.board, self.course)
        if view is None or rows is None:
            return
        if view.course.rule != self.rule:
            self.rule = view.course.rule
            self.what_if.show_rule(self.rule, self.desk.formats)
        self._resit_rule = view.course.resit_rule
        self.counts.setText(rule_words(self._resit_rule))
        self.card.show_row(self.counts, shown=self.rule.post_test is not None)
        asked: Sequence[BoardRow] | None = rows
        if self.asking:
            asked = self.desk.ask(certificates.board, self.course, self.what_if.rule(), what_if=True)
        self.lines = tuple(BoardLine(row, other) for row, other in zip(rows, asked or rows, strict=True))
        kept = self.chosen()
        self.model.set_rows(self.lines)
        # Before the first one is issued, the reasons get its room.
        issued = any(line.row.certificate is not None for line in self.lines)
        self.view.setColumnHidden(len(self.model.columns) - 1, not issued)
        place = self.model.place(kept.row.enrolment) if kept else None
        if self.lines:
            self.view.selectRow(place or 0)
        self._show_chosen()
        if self.asking:
            self.band.show_flips(self.lines)
        else:
            self.band.hide()

    @property
    def asking(self) -> bool:
        """Tell whether other limits than the course's are asked about."""
        return self.what_if.rule() != self.rule

    def leave_what_if(self) -> None:
        """Go back to the course's own limits."""
        self.what_if.show_rule(self.rule, self.desk.formats)
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
        self.counts.setText(rule_words(self._resit_rule))
        self._show_chosen()

    def _keep_limits(self) -> None:
        rule = self.what_if.rule()

        def change(work: Workplace) -> Changes:
            course = courses.get_course(work, self.course).course
            return courses.change_course(work, self.course, replace(courses.draft_of(course), rule=rule))

        changes = self.desk.do(change)
        if changes is not None:
            self.desk.offer_undo(changes)

    def _ask_to_decide(self) -> None:
        line = self.chosen()
        if line is not None and line.row.certificate is None:
            self.decide_asked.emit(line.row)

    def _let_rule_decide(self) -> None:
        line = self.chosen()
        if line is not None:
            changes = self.desk.do(certificates.clear_override, line.row.enrolment)
            if changes is not None:
                self.desk.offer_undo(changes)

    def _serial(self) -> str:
        line = self.chosen()
        return line.row.certificate.serial if line and line.row.certificate else ""

    def _show_chosen(self) -> None:
        line = self.chosen()
        issued = line is not None and line.row.certificate is not None
        for button in (self.print, self.void, self.replace):
            button.setVisible(issued)
        self.decide.setVisible(line is not None and not issued)
        self.by_rule.setVisible(line is not None and line.row.override and not issued)
        if line is None:
            self.about.set_lines("", "")
        else:
            self.about.set_lines(f"№ {line.row.number} {line.row.name}", self._why(line))

    def _percent(self, share: int | None) -> str:
        """Return a share with one decimal, unless it is whole."""
        if share is None:
            return _DASH
        return self.desk.formats.percent(share, 1 if share % 100 else 0)

    def _result(self, line: BoardLine) -> str:
        if line.flips:
            return f"{kind_word(line.row.result)} → {kind_word(line.asked.result)}"
        return kind_word(line.row.result)

    def _chip(self, line: BoardLine) -> tuple[Tone, str, str]:
        if line.flips:
            return Tone.DUE, kind_word(line.asked.result), "arrow"
        return kind_chip(line.row.result, by_hand=line.row.override)

    def _why(self, line: BoardLine) -> str:
        code = self.desk.language.code
        reasons = [messages.label_text(reason, code) for reason in line.asked.reasons]
        return "; ".join(reasons)

    def _ink(self, found: object, column: str) -> str:
        """Red only where a limit was missed: the rule compares unrounded, so it is asked, not the number."""
        if not isinstance(found, BoardLine):
            return ""
        missed = {reason.code for reason in found.asked.reasons} & _MISSED.get(column, frozenset())
        return "absent_text" if missed else ""


def counts_of(lines: Sequence[BoardLine]) -> dict[CertificateKind, int]:
    """Return how many get what, by the rule of the course."""
    return {kind: sum(line.row.result is kind for line in lines) for kind in CertificateKind}


def due_of(lines: Sequence[BoardLine]) -> int:
    """Return how many get a certificate and have none yet."""
    return sum(line.row.result is not CertificateKind.NONE and line.row.certificate is None for line in lines)
