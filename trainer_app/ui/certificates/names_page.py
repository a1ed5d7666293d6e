"""The proof list: every name exactly as it will be printed, in both scripts, to be read and checked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions import papers, proofs, signoff
from trainer_app.actions.proofs import ProofRow
from trainer_app.system import messages
from trainer_app.ui.certificates.tick_table import TickTable
from trainer_app.ui.certificates.tools import Tools
from trainer_app.ui.papers.papers import PaperOrder
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card, TwoLines
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated

_ROW = 32


class NamesPage(Retranslated, QWidget):
    """Enter corrects a name, Space says that it is right and goes on to the next one."""

    edit_asked = Signal(object)
    """A `ProofRow` whose name shall be corrected."""
    replace_asked = Signal(str)
    """The serial of a certificate that shows another name."""
    paper_asked = Signal(object)
    """A `PaperOrder` for the list on paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("names")
        self.desk = desk
        self.course = ""
        self.language = "tg"
        self.rows: list[ProofRow] = []
        self.card = Card("names_card", titled=False)
        self.view = TickTable("names_table", _ROW)
        self.model = RowsModel[ProofRow]("names_model", self._columns(), lambda row: row.enrolment, self)
        self.about = TwoLines("names_about")
        self.edit = Button("names_edit", Kind.PLAIN, "pen")
        self.replace = Button("names_replace", Kind.GHOST)
        self.check = Button("names_check", Kind.PLAIN, "check")
        self.check_all = Button("names_check_all", Kind.GHOST, "okcircle")
        self.paper = Button("names_paper", Kind.PLAIN, "print")
        self.tools = Tools("names", self.check_all, self.paper)
        self._lay_out()
        self.view.show_model(self.model)
        self.view.cells.ink = lambda row, column: _ink(row, column)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.view.opened.connect(lambda _row: self._ask_to_edit())
        self.edit.clicked.connect(self._ask_to_edit)
        self.replace.clicked.connect(self._ask_to_replace)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.view.said_yes.connect(self._turn)
        self.view.said_no.connect(lambda: self._say(checked=False))
        self.view.cleared.connect(lambda: self._say(checked=False))
        self.check.clicked.connect(self._turn)
        self.check_all.clicked.connect(self._check_all)
        self.paper.clicked.connect(self._order)
        self.retranslate()

    def _columns(self) -> tuple[Column[ProofRow], ...]:
        return (
            Column("number", lambda: "№", lambda row: str(row.number), 56, True, Look.QUIET),
            Column("name", lambda: self.tr("Name as printed"), lambda row: row.name, look=Look.STRONG),
            Column("latin", lambda: self.tr("In Latin letters"), self._latin, 216),
            Column("rank", lambda: self.tr("Rank as printed"), lambda row: row.rank, 190, look=Look.QUIET),
            Column("checked", lambda: self.tr("Sign-off"), self._checked, 156, chip=self._checked_chip),
            Column("state", lambda: self.tr("In print"), self._state, 198, chip=self._chip),
        )

    def _lay_out(self) -> None:
        foot = QWidget()
        foot.setObjectName("names_foot")
        foot.setFixedHeight(54)
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(self.about, 1)
        row.addWidget(self.replace)
        row.addWidget(self.edit)
        row.addWidget(self.check)
        self.card.add_row(self.view, 1)
        self.card.add_row(foot)
        self.card.grow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card, 1)

    def read(self) -> None:
        """Read the names anew."""
        rows = self.desk.ask(proofs.proof_list, self.course, self.language)
        if rows is None:
            return
        kept = self.chosen()
        self.rows = rows
        self.model.set_rows(rows)
        place = self.model.place(kept.enrolment) if kept else None
        if rows:
            self.view.selectRow(place or 0)
        self._show_chosen()

    def chosen(self) -> ProofRow | None:
        """Return the row that is chosen."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.view.setAccessibleName(self.tr("Names as they will be printed"))
        self.edit.setText(self.tr("Correct the name"))
        self.check_all.setText(self.tr("All checked"))
        self.paper.setText(self.tr("Proof list"))
        self.check.setToolTip(self.tr("Space"))
        self.edit.setToolTip(self.tr("Enter"))
        self.replace.setText(self.tr("Replace the certificate"))
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.chosen()
        self.edit.setEnabled(row is not None)
        self.check.setEnabled(row is not None)
        chosen = self.chosen_rows()
        done = bool(chosen) and all(each.checked for each in chosen)
        self.check.setText(self.tr("Not checked") if done else self.tr("Checked"))
        self.check.set_icon("undo" if done else "check")
        self._count()
        self.replace.setVisible(row is not None and row.outdated)
        if row is None:
            self.about.set_lines("", "")
            return
        code = self.desk.language.code
        told = [messages.label_text(each, code) for each in row.warnings]
        if row.outdated and row.certificate is not None:
            told = [
                self.tr("{serial} shows “{name}”").format(
                    serial=row.certificate.serial, name=row.certificate.facts.name
                )
            ]
        elif row.checked and not told:
            by = self.tr("checked by {who}").format(who=row.checked_by) if row.checked_by else ""
            told = [by]
        self.about.set_lines(f"№ {row.number} {row.name}", "; ".join(told))

    def chosen_rows(self) -> list[ProofRow]:
        """Return the rows that are chosen, from the top."""
        return [self.model.row(place) for place in self.view.chosen_rows()]

    def _count(self) -> None:
        """Say how many of the names that will be printed are checked."""
        printed = [row for row in self.rows if row.printed]
        checked = sum(row.checked for row in printed)
        self.tools.count.setText(
            self.tr("{checked} of {names} names checked").format(checked=checked, names=len(printed))
            if printed
            else ""
        )
        self.check_all.setEnabled(any(not row.checked for row in self.rows))
        self.paper.setEnabled(bool(self.rows))

    def _turn(self) -> None:
        """Check what is chosen and go on; take it back where all of it is checked."""
        chosen = self.chosen_rows()
        self._say(checked=not (chosen and all(row.checked for row in chosen)))

    def _say(self, *, checked: bool) -> None:
        places = self.view.chosen_rows()
        only = [self.model.row(place).enrolment for place in places]
        if not only:
            return
        done = self.desk.do(lambda work: signoff.check_names(work, self.course, only, checked=checked))
        if done is not None and checked:
            self.view.go_on(places)

    def _check_all(self) -> None:
        only = [row.enrolment for row in self.rows]
        done = self.desk.do(lambda work: signoff.check_names(work, self.course, only))
        if done is not None:
            self.desk.offer_undo(done)

    def _order(self) -> None:
        course = self.course
        self.paper_asked.emit(
            PaperOrder(
                self.tr("Name proof list"),
                "proof",
                lambda work, language: papers.proof(work, course, language),
            )
        )

    def _checked(self, row: ProofRow) -> str:
        return self._checked_chip(row)[1]

    def _checked_chip(self, row: ProofRow) -> tuple[Tone, str, str]:
        if row.checked:
            return Tone.GOOD, self.tr("Checked"), "check"
        return Tone.QUIET, self.tr("Not checked"), "pen"

    def _latin(self, row: ProofRow) -> str:
        return row.latin or self.tr("not typed yet")

    def _state(self, row: ProofRow) -> str:
        return self._chip(row)[1]

    def _chip(self, row: ProofRow) -> tuple[Tone, str, str]:
        if row.outdated:
            return Tone.DUE, self.tr("Certificate differs"), "alert"
        if row.warnings:
            worst = {warning.code for warning in row.warnings}
            if "documents.letters_missing" in worst:
                return Tone.BAD, self.tr("Unknown letters"), "alert"
            if "documents.text_too_small" in worst:
                return Tone.BAD, self.tr("Too small"), "alert"
            return Tone.DUE, self.tr("On two lines"), "alert"
        if not row.latin:
            return Tone.QUIET, self.tr("No Latin spelling"), "pen"
        return Tone.GOOD, self.tr("Fits"), "check"

    def _ask_to_edit(self) -> None:
        row = self.chosen()
        if row is not None:
            self.edit_asked.emit(row)

    def _ask_to_replace(self) -> None:
        row = self.chosen()
        if row is not None and row.certificate is not None:
            self.replace_asked.emit(row.certificate.serial)


def _ink(row: object, column: str) -> str:
    """Write quietly what is not there."""
    missing = isinstance(row, ProofRow) and not row.latin
    return "text3" if missing and column == "latin" else ""
