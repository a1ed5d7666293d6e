"""A register of certificates with what became of each: print again, declare void, replace."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base import joint
from trainer_app.actions.certificates import eligibility, printing
from trainer_app.actions.certificates.certificates import erased_names
from trainer_app.domain.certificates import certificates
from trainer_app.domain.certificates.certificates import Certificate, CertificateState, PrintCount
from trainer_app.ui.certificates.wording import (
    erased_words,
    history_words,
    kind_word,
    print_words,
    reason_words,
    receipt_words,
    state_chip,
    state_word,
)
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.kit.list_page import Command, Listing
from trainer_app.ui.widgets.controls import ButtonKind
from trainer_app.ui.widgets.drawn_tables import SERIAL_WIDTH, InkTable
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle

_ROW = 32


class RegisterPage(Listing[Certificate], Retranslated, QWidget):
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
        self._erased: dict[str, str] = {}
        self._printed: Mapping[str, PrintCount] = {}
        self._asked: set[str] = set()
        self._misfits = eligibility.Misfits(context.work)
        self.table = InkTable(f"{name}_table", _ROW, several=True)
        self.table.cells.ink, self.table.cells.brief = _ink, "history"
        self.model: ListTableModel[Certificate] = ListTableModel(
            f"{name}_model", self._columns(), lambda row: row.key, self
        )
        self.empty = self.none_found = EmptyState(f"{name}_empty", "certificates")
        self.make_body(name)
        self.table.opened.connect(lambda _row: self._open())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body, 1)
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
                self._name,
                270 if self._with_course else 244,
            ),
            *([course] if self._with_course else []),
            Column("kind", lambda: self.tr("Kind"), lambda row: kind_word(row.kind), 106),
            Column(
                "day",
                lambda: self.tr("Issued"),
                self._day,
                100,
                look=TextStyle.QUIET,
                order=lambda row: row.issued_on,
            ),
            Column(
                "state",
                lambda: self.tr("State"),
                lambda row: self._state(row)[1],
                160,
                chip=self._state,
                chips=self._states,
                order=lambda row: (row.state, row.serial in self._asked),
            ),
            Column("history", lambda: self.tr("History"), self._history, look=TextStyle.QUIET),
        )

    def _states(self) -> Sequence[str]:
        return (*map(state_word, CertificateState), self.tr("void asked"), self.tr("no longer fits"))

    def _state(self, row: Certificate) -> tuple[Tone, str, str]:
        if row.serial in self._asked:
            return Tone.DUE, self.tr("void asked"), "clock"
        if self._misfits.of(row):
            return Tone.DUE, self.tr("no longer fits"), "alert"
        return state_chip(row.state)

    @override
    def row_commands(self, rows: Sequence[Certificate]) -> Sequence[Command]:
        one = rows[0] if len(rows) == 1 else None
        valid, named = _valid(rows), _named(rows)
        only = one is not None and bool(named)
        erased = erased_words() if valid and not named else ""
        void, again = self.tr("Declare void"), self.tr("Print")
        if len(valid) > 1:
            void = self.tr("Declare %n void", "", len(valid))
        if len(named) > 1:
            again = self.tr("Print %n certificate(s)", "", len(named))
        badge = self.tr("Save as an Open Badge, a file for registers and wallets; it holds the name")
        open_course = self.tr("Open the course")
        return (
            Command("open_course", open_course, self._open, shown=one is not None and self._with_course),
            Command(
                "history",
                self.tr("History"),
                lambda: self.history_requested.emit(one),
                icon="history",
                shown=one is not None,
            ),
            Command(
                "badge",
                "",
                self._ask_where,
                icon="badge",
                shown=only,
                spoken=badge,
                needs="certificates/printing/export_badge",
            ),
            Command(
                "void",
                void,
                lambda: self.void_requested.emit(valid),
                shown=bool(valid),
                needs="certificates/certificates/void_many",
            ),
            #: A button: issue a certificate in place of this one
            Command(
                "replace",
                self.tr("Replace"),
                lambda: self.replace_requested.emit(named[0]),
                shown=only or (one is not None and bool(erased)),
                enabled=only,
                withheld=erased,
                needs="certificates/certificates/correct",
            ),
            Command(
                "save",
                self.tr("One file each"),
                lambda: self.save_requested.emit(valid),
                icon="save",
                shown=len(named) > 1,
                needs=("certificates/printing/save_certificates", "certificates/printing/note_saved"),
            ),
            Command(
                "print",
                again,
                lambda: self.print_requested.emit(valid),
                ButtonKind.PLAIN,
                "print",
                enabled=bool(named),
                withheld=erased,
                needs=("certificates/printing/print_certificates", "certificates/printing/note_printed"),
            ),
        )

    @override
    def describe_rows(self, rows: Sequence[Certificate]) -> tuple[str, str]:
        if len(rows) == 1:
            (one,) = rows
            return self._name(one) or one.serial, self._history(one) or one.facts.course_title
        return self.tr("%n certificate(s) chosen", "", len(rows)) if rows else "", ""

    def show_certificates(
        self,
        rows: Sequence[Certificate],
        everything: Sequence[Certificate],
        printed: Mapping[str, PrintCount],
    ) -> None:
        """Show some certificates; `everything` tells the serials of those that replaced others."""
        self._printed = printed
        waiting = self.context.ask(joint.list_waiting) or ()
        self._asked = {serial for each in waiting for serial in each.subjects}
        self._serials = {found.key: found.serial for found in everything}
        self._erased = self.context.ask(erased_names, rows) or {}
        self._misfits = eligibility.Misfits(self.context.work)
        now = {found.key: found for found in everything}
        # Whoever has just replaced one goes on with the new one: prints it, hands it over.
        before = [_heir(row, now.get(row.key, row)) for row in self.selection.rows()]
        self.model.set_rows(rows)
        self.table.make_room_anew()
        self.show_body(anything=bool(rows))
        self.selection.choose(*before)
        self.table.scrollTo(self.table.currentIndex())

    def save_badge(self, serial: str, target: Path) -> None:
        """Write the Open Badge of a certificate and read it back."""
        path = self.context.ask(printing.export_badge, serial, target)
        if path is not None:
            self.context.tell_saved(path)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.table.setAccessibleName(self.tr("Register of certificates"))

    def _ask_where(self) -> None:
        (one,) = self.selection.rows()
        title, name = self.buttons["badge"].accessibleName(), certificates.badge_name(one.serial)
        path = FileDialog.ask_where(self, title, name, purpose=Purpose.PAPERS)
        if path is not None:
            self.save_badge(one.serial, path)

    def _name(self, row: Certificate) -> str:
        return shown_name(row.facts.name or self._erased.get(row.key, ""), short=True)

    def _day(self, row: Certificate) -> str:
        return f"{row.issued_on:%d.%m.%Y}"

    def _history(self, row: Certificate) -> str:
        """Return what became of a certificate, then how often it was printed and whether it was received."""
        parts = [history_words(row, self._serials), self.tr("name erased") if row.erased else ""]
        if misfits := self._misfits.of(row):
            why = reason_words(misfits, self.context.language.code)
            parts.insert(0, self.tr("still valid, but {why}").format(why=why))
        printed = self._printed.get(row.key, PrintCount())
        if row.state is CertificateState.ISSUED or printed.out:
            parts.append(print_words(printed, self.context.formats))
        parts.append(receipt_words(row, self.context.formats))
        return " · ".join(filter(None, parts))

    def _open(self) -> None:
        chosen = self.selection.rows()
        if len(chosen) == 1 and self._with_course:
            self.course_requested.emit(chosen[0].key)
        elif _named(chosen):
            self.print_requested.emit(_valid(chosen))


def _heir(before: Certificate, now: Certificate) -> str:
    """Return the key of a chosen certificate, or of the one that took its place since it was shown."""
    return now.replaced_by if now.replaced_by and not before.replaced_by else now.key


def _valid(rows: Sequence[Certificate]) -> list[str]:
    """Return the serials of what is valid."""
    return [row.serial for row in rows if row.state is CertificateState.ISSUED]


def _named(rows: Sequence[Certificate]) -> list[str]:
    """Return the serials of what can be printed: valid, and the name not erased."""
    return [row.serial for row in rows if row.state is CertificateState.ISSUED and not row.erased]


def _ink(row: object, column: str) -> str:
    """Write quietly what is no longer valid."""
    gone = isinstance(row, Certificate) and (row.state is not CertificateState.ISSUED or row.erased)
    return "text3" if gone and column in ("serial", "name", "kind") else ""
