"""A register of certificates with what became of each: print again, declare void, replace."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions.certificates import printing
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates import certificates
from trainer_app.domain.certificates.certificates import Certificate, CertificateState, PrintCount
from trainer_app.ui.certificates.wording import (
    history_words,
    kind_word,
    print_words,
    receipt_words,
    state_chip,
    state_word,
)
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.widgets.cards import Card, TwoLines
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.tables import SERIAL_WIDTH, Column, InkTable, ListTableModel, TextStyle

_ROW = 32


class RegisterPage(Retranslated, QWidget):
    """The table and what can be done with the chosen rows. `with_course` shows where each was issued."""

    void_requested = Signal(list)
    """Serials of valid certificates."""
    replace_requested = Signal(str)
    print_requested = Signal(list)
    """Serials of valid certificates."""
    save_requested = Signal(list)
    """Serials of valid certificates, of which each shall be a file of its own."""
    history_requested = Signal(object)
    """A `Certificate`."""
    course_requested = Signal(str)
    """The key of a certificate whose course shall be opened."""

    def __init__(self, context: AppContext, name: str, *, with_course: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.context = context
        self._with_course = with_course
        self._serials: dict[str, str] = {}
        self._printed: Mapping[str, PrintCount] = {}
        self.card = Card(f"{name}_card", titled=False)
        self.view = InkTable(f"{name}_table", _ROW, several=True)
        self.model = ListTableModel[Certificate](f"{name}_model", self._columns(), lambda row: row.key, self)
        self.about = TwoLines(f"{name}_about")
        self.print = Button(f"{name}_print", ButtonKind.PLAIN, "print")
        self.void = Button(f"{name}_void", ButtonKind.GHOST)
        self.replace = Button(f"{name}_replace", ButtonKind.GHOST)
        self.open_course = Button(f"{name}_open_course", ButtonKind.GHOST)
        self.history = Button(f"{name}_history", ButtonKind.GHOST, "history")
        self.save = Button(f"{name}_save", ButtonKind.GHOST, "save")
        self.badge = IconButton(f"{name}_badge", "badge")
        self.empty = EmptyState(f"{name}_empty", "certificates")
        self.body = QStackedWidget()
        self._lay_out(name)
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[Certificate], ...]:
        course = Column[Certificate](
            "course", lambda: self.tr("Course"), lambda row: row.facts.course_code, 96, look=TextStyle.QUIET
        )
        return (
            Column("serial", lambda: self.tr("Number"), lambda row: row.serial, SERIAL_WIDTH),
            Column(
                "name",
                lambda: self.tr("Name"),
                lambda row: row.facts.name or "••••",
                270 if self._with_course else 244,
            ),
            *([course] if self._with_course else []),
            Column("kind", lambda: self.tr("Kind"), lambda row: kind_word(row.kind), 106),
            Column("day", lambda: self.tr("Issued"), self._day, 100, look=TextStyle.QUIET),
            Column(
                "state",
                lambda: self.tr("State"),
                lambda row: state_word(row.state),
                152,
                chip=lambda row: state_chip(row.state),
            ),
            Column("history", lambda: self.tr("What became of it"), self._history, look=TextStyle.QUIET),
        )

    def _lay_out(self, name: str) -> None:
        foot = QWidget()
        foot.setObjectName(f"{name}_foot")
        foot.setFixedHeight(54)
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(self.about, 1)
        for button in (
            self.open_course,
            self.history,
            self.badge,
            self.void,
            self.replace,
            self.save,
            self.print,
        ):
            row.addWidget(button)
        self.card.add_row(self.view, 1)
        self.card.add_row(foot)
        self.card.grow()
        self.body.setObjectName(f"{name}_body")
        self.body.addWidget(self.card)
        self.body.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.view.show_model(self.model)
        self.view.cells.ink = _ink
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.view.opened.connect(lambda _row: self._open())
        self.print.clicked.connect(self._print)
        self.void.clicked.connect(lambda: self._emit_valid(self.void_requested))
        self.save.clicked.connect(lambda: self._emit_valid(self.save_requested, named=True))
        self.replace.clicked.connect(self._replace)
        self.history.clicked.connect(self._ask_history)
        self.open_course.clicked.connect(self._open)
        self.badge.clicked.connect(self._ask_where)

    def show_certificates(
        self,
        rows: Sequence[Certificate],
        everything: Sequence[Certificate],
        printed: Mapping[str, PrintCount],
        *,
        kept: Sequence[str] = (),
    ) -> None:
        """Show some certificates; `everything` tells the serials of those that replaced others."""
        self._printed = printed
        self._serials = {found.key: found.serial for found in everything}
        before = [row.key for row in self.chosen()]
        self.model.set_rows(rows)
        self.body.setCurrentIndex(0 if rows else 1)
        places = [self.model.place(key) for key in (kept or before)]
        wanted = [place for place in places if place is not None] or ([0] if rows else [])
        if wanted:
            self.view.selectRow(wanted[0])
        self._show_chosen()

    def chosen(self) -> list[Certificate]:
        """Return the certificates that are chosen, from the top."""
        return [self.model.row(place) for place in self.view.chosen_rows()]

    def save_badge(self, serial: str, target: Path) -> None:
        """Write the Open Badge of a certificate and read it back."""
        try:
            path = printing.export_badge(self.context.work, serial, target)
        except TrainerError as error:
            self.context.tell_error(error)
            return
        self.context.tell_good(self.tr("Saved and checked"), str(path))

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.view.setAccessibleName(self.tr("Register of certificates"))
        self.void.setText(self.tr("Declare void"))
        self.replace.setText(self.tr("Replace"))
        self.open_course.setText(self.tr("Open the course"))
        self.history.setText(self.tr("History"))
        self.save.setText(self.tr("One file each"))
        self.badge.set_words(
            self.tr("Save as an Open Badge, a file for registers and wallets; it holds the name")
        )
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        valid = [row for row in chosen if row.state is CertificateState.ISSUED]
        one = chosen[0] if len(chosen) == 1 else None
        named = [row for row in valid if not row.erased]
        for button in (self.badge, self.replace):
            button.setVisible(one is not None and bool(named))
        self.history.setVisible(one is not None)
        self.void.setVisible(bool(valid))
        self.void.setText(
            self.tr("Declare %n void", "", len(valid)) if len(valid) > 1 else self.tr("Declare void")
        )
        self.save.setVisible(len(named) > 1)
        self.open_course.setVisible(one is not None and self._with_course)
        self.print.setEnabled(bool(named))
        self.print.setText(self.tr("Print"))
        if len(named) > 1:
            self.print.setText(self.tr("Print %n certificate(s)", "", len(named)))
        if one is not None:
            self.about.set_lines(one.facts.name or one.serial, self._history(one) or one.facts.course_title)
        elif chosen:
            self.about.set_lines(self.tr("%n certificate(s) chosen", "", len(chosen)), "")
        else:
            self.about.set_lines("", "")

    def _ask_where(self) -> None:
        (one,) = self.chosen()
        start = str(Path.home() / certificates.badge_name(one.serial))
        chosen, _ = QFileDialog.getSaveFileName(self, self.badge.accessibleName(), start)
        if chosen:
            self.save_badge(one.serial, Path(chosen))

    def _day(self, row: Certificate) -> str:
        return f"{row.issued_on:%d.%m.%Y}"

    def _history(self, row: Certificate) -> str:
        """Return what became of a certificate, then how often it was printed and whether it was received."""
        parts = [history_words(row, self._serials), self.tr("name erased") if row.erased else ""]
        printed = self._printed.get(row.key, PrintCount())
        if row.state is CertificateState.ISSUED or printed.out:
            parts.append(print_words(printed, self.context.formats))
        parts.append(receipt_words(row, self.context.formats))
        return " · ".join(filter(None, parts))

    def _print(self) -> None:
        self._emit_valid(self.print_requested, named=True)

    def _emit_valid(self, signal: SignalInstance, *, named: bool = False) -> None:
        valid = [row for row in self.chosen() if row.state is CertificateState.ISSUED]
        serials = [row.serial for row in valid if not (named and row.erased)]
        if serials:
            signal.emit(serials)

    def _replace(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self.replace_requested.emit(chosen[0].serial)

    def _ask_history(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self.history_requested.emit(chosen[0])

    def _open(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1 and self._with_course:
            self.course_requested.emit(chosen[0].key)
        elif chosen:
            self._print()


def _ink(row: object, column: str) -> str:
    """Write quietly what is no longer valid."""
    gone = isinstance(row, Certificate) and (row.state is not CertificateState.ISSUED or row.erased)
    return "text3" if gone and column in ("serial", "name", "kind") else ""
