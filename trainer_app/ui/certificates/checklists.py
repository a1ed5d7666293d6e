"""Two lists gone through by keyboard: names proof-read before print, and certificates handed out.

The names stand exactly as they will be printed, in both scripts. Receipts are ticked from the signed list.
"""

from collections.abc import Mapping, Sequence
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.certificates import certificates, eligibility, printing
from trainer_app.actions.certificates.printing import ProofRow
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import DEFAULT
from trainer_app.domain.certificates.certificates import Certificate, CertificateReceipt, CertificateState
from trainer_app.domain.people.latin import LatinOrder
from trainer_app.system import messages
from trainer_app.ui.certificates.wording import kind_word, received_chip, spellings_taken
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import field_title, number_sign, numbered, shown_name
from trainer_app.ui.kit.list_page import Command, ListCard
from trainer_app.ui.kit.papers import order_of
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.drawn_tables import SERIAL_WIDTH, InkTable
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import confirm
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import Selection


class ViewTools(QWidget):
    """A count in words, then buttons."""

    def __init__(self, name: str, *buttons: Button) -> None:
        super().__init__()
        self.setObjectName(f"{name}_tools")
        self.count = label("body_strong", f"{name}_count")
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addSpacing(4)
        for button in buttons:
            row.addWidget(button)


_NO_KEYS = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TickTable(InkTable):
    """Emits what a key says of the current row; several can be chosen with Shift."""

    said_yes = Signal()
    said_no = Signal()
    cleared = Signal()

    def __init__(self, name: str, row_height: int) -> None:
        super().__init__(name, row_height, several=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that say something; leave the others to the table."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if plain and event.key() == Qt.Key.Key_Space:
            self.said_yes.emit()
        elif plain and event.key() in _NO_KEYS:
            self.said_no.emit()
        elif plain and event.key() in _CLEAR:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def go_on(self, rows: list[int]) -> None:
        """Choose the row below some rows; the last one stays."""
        if rows and self.model().rowCount():
            self.selectRow(min(max(rows) + 1, self.model().rowCount() - 1))


_ROW = 32


class NamesPage(Retranslated, QWidget):
    """Enter corrects a name, Space says that it is right and goes on to the next one."""

    edit_requested = Signal(object)
    """A `ProofRow` whose name shall be corrected."""
    replace_requested = Signal(str)
    """The serial of a certificate that shows another name."""
    paper_requested = Signal(object)
    """A `PaperOrder` for the list on paper."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("names")
        self.context = context
        self.course = ""
        self.language = DEFAULT
        self.rows: list[ProofRow] = []
        self._suggested: Mapping[str, str] = {}
        self.view = TickTable("names_table", _ROW)
        self.view.cells.ink = _ink
        self.model = ListTableModel[ProofRow]("names_model", self._columns(), lambda row: row.enrolment, self)
        self.selection = Selection(self.view, self.model)
        self.card = ListCard("names", self.selection, self._commands, self._describe)
        self.buttons = self.card.buttons
        self.check_all = Button("names_check_all", ButtonKind.GHOST, "okcircle")
        self.paper = Button("names_paper", ButtonKind.PLAIN, "print")
        self.tools = ViewTools("names", self.check_all, self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card, 1)
        # With several rows chosen, the one that the keyboard is on is described.
        self.view.selectionModel().currentChanged.connect(lambda *_: self.card.show_chosen())
        self.view.opened.connect(lambda _row: self._ask_to_edit())
        self.view.said_yes.connect(self._turn)
        self.view.said_no.connect(lambda: self._say(checked=False))
        self.view.cleared.connect(lambda: self._say(checked=False))
        self.check_all.clicked.connect(self._ask_to_check_all)
        withhold("certificates/eligibility/check_names", self.check_all)
        self.paper.clicked.connect(self._order)
        withhold("papers/papers/make_named", self.paper)
        self.retranslate()

    def _columns(self) -> tuple[Column[ProofRow], ...]:
        return (
            Column("number", number_sign, lambda row: str(row.number), 56, True, TextStyle.QUIET),
            Column("name", lambda: self.tr("Name as printed"), lambda row: row.name, look=TextStyle.STRONG),
            Column("latin", field_title("person", "latin"), self._latin, 216),
            Column(
                "rank", lambda: self.tr("Rank as printed"), lambda row: row.rank, 190, look=TextStyle.QUIET
            ),
            Column("checked", lambda: self.tr("Sign-off"), self._checked, 156, chip=self._checked_chip),
            Column("state", lambda: self.tr("In print"), self._state, 198, chip=self._chip),
        )

    def _commands(self, rows: Sequence[ProofRow]) -> Sequence[Command]:
        row = self.selection.row()
        done = bool(rows) and all(each.checked for each in rows)
        check, icon = (self.tr("Not checked"), "undo") if done else (self.tr("Checked", "a name"), "check")
        replace, edit = self.tr("Replace the certificate"), self.tr("Correct the name")
        one, suggested = row is not None, len(self._suggested)
        take = self.tr("Take %n Latin suggestion(s)", "", suggested)
        turned = [each.enrolment for each in self.rows if each.turned]
        chosen = [each.enrolment for each in rows if each.turned]
        first = self.rows[0].order if self.rows else LatinOrder.GIVEN_FIRST
        turn, turn_all = self.tr("Given name first"), self.tr("Given name first: all %n", "", len(turned))
        if first is LatinOrder.FAMILY_FIRST:
            turn, turn_all = (
                self.tr("Family name first"),
                self.tr("Family name first: all %n", "", len(turned)),
            )
        return (
            Command(
                "turn_latin_all",
                turn_all,
                lambda: self._turn_latin(turned),
                icon="pen",
                shown=len(turned) > len(chosen),
                needs="certificates/eligibility/turn_latin",
            ),
            Command(
                "turn_latin",
                turn,
                lambda: self._turn_latin(chosen),
                icon="pen",
                shown=bool(chosen),
                needs="certificates/eligibility/turn_latin",
            ),
            Command(
                "take_latin",
                take,
                self._take_latin,
                icon="pen",
                shown=suggested > 0,
                needs="certificates/eligibility/take_latin_suggestions",
            ),
            Command(
                "replace",
                replace,
                self._ask_to_replace,
                shown=row is not None and row.outdated,
                needs="certificates/certificates/correct",
            ),
            Command(
                "edit",
                edit,
                self._ask_to_edit,
                ButtonKind.PLAIN,
                "pen",
                enabled=one,
                needs="people/people/change_person",
            ),
            Command(
                "check",
                check,
                self._turn,
                ButtonKind.PLAIN,
                icon,
                enabled=one,
                needs="certificates/eligibility/check_names",
            ),
        )

    def _describe(self, _rows: Sequence[ProofRow]) -> tuple[str, str]:
        row = self.selection.row()
        if row is None:
            return "", ""
        code = self.context.language.code
        told = [messages.label_text(each, code) for each in (*row.doubts, *row.warnings)]
        second = "; ".join((*told, self._told_of_order(row)) if row.turned else told)
        if row.outdated and row.certificate is not None:
            second = self.tr("{serial} shows “{name}”").format(
                serial=row.certificate.serial, name=row.certificate.facts.name
            )
        elif row.checked and not second and row.checked_by:
            second = self.tr("checked by {who}").format(who=row.checked_by)
        return f"{numbered(row.number)} {row.name}", second

    def read(self) -> None:
        """Read the names anew."""
        rows = self.context.ask(printing.proof_list, self.course, self.language)
        if rows is None:
            return
        kept = self.selection.key()
        self.rows = rows
        asked = any(row.prints_latin for row in rows)
        latin = self.context.ask(eligibility.latin_names, self.course) if asked else None
        self._suggested = latin.suggested if latin is not None else {}
        self.model.set_rows(rows)
        self.selection.choose(kept)
        self.card.show_chosen()
        self._count()

    @override
    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Names as they will be printed"))
        self.check_all.setText(self.tr("All checked"))
        self.paper.setText(self.tr("Proof list"))
        self.buttons["take_latin"].setToolTip(
            self.tr("Made from the Cyrillic letters, not read from a passport: compare them")
        )
        turned = self.tr("In Latin letters: the parts of the name in the order of the others")
        self.buttons["turn_latin"].setToolTip(turned)
        self.buttons["turn_latin_all"].setToolTip(turned)
        self.buttons["check"].setToolTip(self.tr("Space"))
        self.buttons["edit"].setToolTip(self.tr("Enter", "key"))
        self.card.show_chosen()
        self._count()

    def _count(self) -> None:
        """Say how many of the names that will be printed are checked."""
        printed = [row for row in self.rows if row.printed]
        checked = sum(row.checked for row in printed)
        self.tools.count.setText(
            self.tr("{checked} of {names} names for certificates checked").format(
                checked=checked, names=len(printed)
            )
            if printed
            else ""
        )
        doubtful = [row for row in printed if row.doubts]
        told = self.tr("%n name(s) with a remark", "", len(doubtful)) if doubtful else ""
        if told and printed:
            self.tools.count.setText(f"{self.tools.count.text()} · {told}")
        self.check_all.setEnabled(bool(self._unchecked()))
        self.paper.setEnabled(bool(self.rows))

    def _turn(self) -> None:
        """Check what is chosen and go on; take it back where all of it is checked."""
        chosen = self.selection.rows()
        self._say(checked=not (chosen and all(row.checked for row in chosen)))

    def _say(self, *, checked: bool) -> None:
        places = self.view.chosen_rows()
        only = [self.model.row(place).enrolment for place in places]
        if not only:
            return
        done = self.context.do(lambda work: eligibility.check_names(work, self.course, only, checked=checked))
        if done is not None and checked:
            self.view.go_on(places)

    def _unchecked(self) -> list[ProofRow]:
        """Return whom "All checked" is about: those who get a certificate, or all while nobody gets one."""
        printed = [row for row in self.rows if row.printed] or self.rows
        return [row for row in printed if not row.checked]

    def _ask_to_check_all(self) -> None:
        """Ask first: it stands beside the list, and says of every name that somebody has read it."""
        rows = self._unchecked()
        doubtful = [row for row in rows if row.doubts]
        told = [self.tr("Each of them has been compared with the document or by the person.")]
        if doubtful:
            names = ", ".join(f"{numbered(row.number)} {row.name}" for row in doubtful)
            told.append(self.tr("With a remark: {names}").format(names=names))
        confirm(
            self.window(),
            self.tr("Are %n name(s) right?", "", len(rows)),
            " ".join(told),
            self.tr("All checked"),
            lambda: self._check_all([row.enrolment for row in rows]),
            danger=False,
            name="names_check_all_ask",
        )

    def _check_all(self, only: Sequence[str]) -> None:
        self.context.offer_undo(
            self.context.do(lambda work: eligibility.check_names(work, self.course, only))
        )

    def _take_latin(self) -> None:
        """Take all suggestions over; they are made from Cyrillic letters, so names have to be read after."""
        rows = [row for row in self.rows if row.enrolment in self._suggested]
        taken = [(row.name, self._suggested[row.enrolment]) for row in rows]
        done = self.context.do(eligibility.take_latin_suggestions, self.course)
        if done is not None:
            self.context.tell_undoable(done, spellings_taken(taken))
            self.view.setFocus()

    def _turn_latin(self, only: Sequence[str]) -> None:
        """Put the spellings of some rows into the order of the others: their own words, in another order."""
        done = self.context.do(lambda work: eligibility.turn_latin(work, self.course, only))
        if done is not None:
            self.context.offer_undo(done)
            self.view.setFocus()

    def _order(self) -> None:
        self.paper_requested.emit(order_of(self.context, printing.PROOF, self.course))

    def _checked(self, row: ProofRow) -> str:
        return self._checked_chip(row)[1]

    def _checked_chip(self, row: ProofRow) -> tuple[Tone, str, str]:
        if row.checked:
            return Tone.GOOD, self.tr("Checked", "a name"), "check"
        return Tone.QUIET, self.tr("Not checked"), "pen"

    def _latin(self, row: ProofRow) -> str:
        suggested = self._suggested.get(row.enrolment, "")
        if not row.latin and suggested:
            return self.tr("{spelling}?", "a suggestion").format(spelling=suggested)
        if not row.lacks_latin:
            return row.latin or row.name
        return self.tr("not typed yet") if row.prints_latin else self.tr("optional")

    def _state(self, row: ProofRow) -> str:
        return self._chip(row)[1]

    def _chip(self, row: ProofRow) -> tuple[Tone, str, str]:
        if row.outdated:
            return Tone.DUE, self.tr("Certificate differs"), "alert"
        if row.doubts:
            return Tone.DUE, self._doubt(row.doubts[0]), "alert"
        if row.warnings:
            worst = {warning.code for warning in row.warnings}
            if "documents.letters_missing" in worst:
                return Tone.BAD, self.tr("Unknown letters"), "alert"
            if "documents.text_too_small" in worst:
                return Tone.BAD, self.tr("Too small"), "alert"
            return Tone.DUE, self.tr("On two lines"), "alert"
        if row.turned:
            return Tone.QUIET, self._asked_of_order(row), "pen"
        if row.lacks_latin and row.prints_latin:
            return Tone.QUIET, self.tr("No Latin spelling"), "pen"
        #: The name has room on the certificate
        return Tone.GOOD, self.tr("Fits"), "check"

    def _doubt(self, found: Label) -> str:
        return {
            "certificate.name_initials": self.tr("Not the full name"),
            "certificate.name_cut_off": self.tr("Name cut off"),
            "certificate.name_small": self.tr("Small letter"),
            "certificate.name_latin": self.tr("Latin letters"),
            "certificate.name_one_word": self.tr("One word only"),
            "certificate.name_letters": self.tr("Foreign letter"),
            "certificate.rank_unknown": self.tr("Unknown rank"),
        }.get(found.code) or self.tr("Latin not full")

    def _asked_of_order(self, row: ProofRow) -> str:
        if row.order is LatinOrder.FAMILY_FIRST:
            return self.tr("Family name first?", "in Latin letters")
        return self.tr("Given name first?", "in Latin letters")

    def _told_of_order(self, row: ProofRow) -> str:
        if row.order is LatinOrder.FAMILY_FIRST:
            return self.tr("Family name first, as on the others: {name}?").format(name=row.turned)
        return self.tr("Given name first, as on the others: {name}?").format(name=row.turned)

    def _ask_to_edit(self) -> None:
        row = self.selection.row()
        if row is not None:
            self.edit_requested.emit(row)

    def _ask_to_replace(self) -> None:
        row = self.selection.row()
        if row is not None and row.certificate is not None:
            self.replace_requested.emit(row.certificate.serial)


def _ink(row: object, column: str) -> str:
    """Write quietly what is not there."""
    missing = isinstance(row, ProofRow) and not row.latin
    return "text3" if missing and column == "latin" else ""


_RECEIPT_ROW = 32
_ALL, _OPEN, _RECEIVED, _NOT_RECEIVED = SHOWN = ("all", "open", "received", "not_received")
_STATES = {
    _OPEN: CertificateReceipt.OPEN,
    _RECEIVED: CertificateReceipt.YES,
    _NOT_RECEIVED: CertificateReceipt.NO,
}


class ReceiptsPage(Retranslated, QWidget):
    """The valid certificates of a course in the order of printing. Space: received; minus: not received."""

    paper_requested = Signal(object)
    """A `PaperOrder` for the list to be signed."""
    void_requested = Signal(list)
    """Serials of certificates that nobody came for."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("receipts")
        self.context = context
        self.course = ""
        self.rows: list[Certificate] = []
        self._numbers: dict[str, int] = {}
        self._erased: dict[str, str] = {}
        self.shown = Switch("receipts_shown", SHOWN, narrow=True)
        self.shown.set_value(_ALL)
        self.rest = Button("receipts_rest", ButtonKind.GHOST, "okcircle")
        self.paper = Button("receipts_paper", ButtonKind.PLAIN, "print")
        self.tools = ViewTools("receipts", self.rest, self.paper)
        self.view = TickTable("receipts_table", _RECEIPT_ROW)
        self.model = ListTableModel[Certificate]("receipts_model", self._columns(), lambda row: row.key, self)
        self.selection = Selection(self.view, self.model)
        self.card = ListCard("receipts", self.selection, self._commands, self._describe)
        self.buttons = self.card.buttons
        self.empty = EmptyState("receipts_empty", "receipt")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[Certificate], ...]:
        return (
            Column("place", number_sign, self._place, 56, True, TextStyle.QUIET),
            Column("name", lambda: self.tr("Name"), self._name, look=TextStyle.STRONG),
            Column("serial", lambda: self.tr("Number"), lambda row: row.serial, SERIAL_WIDTH),
            Column(
                "kind", lambda: self.tr("Kind"), lambda row: kind_word(row.kind), 120, look=TextStyle.QUIET
            ),
            Column(
                "day",
                lambda: self.tr("Received on"),
                self._day,
                132,
                look=TextStyle.QUIET,
                order=lambda row: (row.received_on is None, row.received_on or row.issued_on),
            ),
            Column(
                "received",
                #: Heading: whether the person took the certificate home
                lambda: self.tr("Receipt"),
                lambda row: received_chip(row.received)[1],
                176,
                chip=lambda row: received_chip(row.received),
            ),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        line = FlowRow()
        line.addWidget(self.shown)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.card, 1)
        column.addWidget(self.empty, 1)
        # Never together with the card: both would ask for more height than a small screen has.
        self.empty.hide()

    def _connect(self) -> None:
        self.view.said_yes.connect(lambda: self._say(CertificateReceipt.YES))
        self.view.said_no.connect(lambda: self._say(CertificateReceipt.NO))
        self.view.cleared.connect(lambda: self._say(CertificateReceipt.OPEN))
        self.view.opened.connect(lambda _row: self._say(CertificateReceipt.YES))
        self.rest.clicked.connect(self._say_rest)
        withhold("certificates/certificates/receive", self.rest)
        self.paper.clicked.connect(self._order)
        withhold("papers/papers/make_named", self.paper)
        self.shown.chosen.connect(lambda _state: self._fill())

    def _commands(self, rows: Sequence[Certificate]) -> Sequence[Command]:
        known = any(row.received is not CertificateReceipt.OPEN for row in rows)
        refused = self.not_received()
        void = self.tr("Declare %n not received void", "", len(refused))
        states = CertificateReceipt
        return (
            Command(
                "void",
                void,
                lambda: self.void_requested.emit(refused),
                shown=bool(refused),
                needs="certificates/certificates/void_many",
            ),
            Command(
                "clear",
                self.tr("Remove the mark"),
                lambda: self._say(states.OPEN),
                shown=known,
                needs="certificates/certificates/receive",
            ),
            Command(
                "no",
                self.tr("Not received"),
                lambda: self._say(states.NO),
                ButtonKind.PLAIN,
                "close",
                enabled=bool(rows),
                needs="certificates/certificates/receive",
            ),
            Command(
                "yes",
                self.tr("Received"),
                lambda: self._say(states.YES),
                ButtonKind.PLAIN,
                "check",
                enabled=bool(rows),
                needs="certificates/certificates/receive",
            ),
        )

    def _describe(self, rows: Sequence[Certificate]) -> tuple[str, str]:
        if len(rows) == 1:
            return self._name(rows[0]), rows[0].serial
        return self.tr("%n certificate(s) chosen", "", len(rows)) if rows else "", ""

    def _name(self, row: Certificate) -> str:
        return shown_name(row.facts.name or self._erased.get(row.key, ""))

    def show_certificates(self, everything: Sequence[Certificate]) -> None:
        """Show the valid ones among a course's certificates."""
        valid = [each for each in everything if each.state is CertificateState.ISSUED]
        self._erased = self.context.ask(certificates.erased_names, valid) or {}
        self._numbers = (self.context.ask(printing.numbers_on_list, self.course) or {}) if valid else {}
        self.rows = certificates.in_name_order(valid)
        self._fill()

    def not_received(self) -> list[str]:
        """Return the serials of what was not taken home."""
        return [row.serial for row in self.rows if row.received is CertificateReceipt.NO]

    @override
    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Who has received the certificate"))
        for name, key in (
            ("yes", self.tr("Space")),
            ("no", self.tr("Minus")),
            ("clear", self.tr("Delete", "key")),
        ):
            self.buttons[name].setToolTip(key)
        self.rest.setText(self.tr("The rest received"))
        self.paper.setText(self.tr("Receipt list"))
        self.empty.set_words(
            self.tr("Nothing to hand out yet"),
            self.tr("This page lists the certificates of the course as soon as they are issued."),
        )
        self._say_counts()
        self.card.show_chosen()

    def _fill(self) -> None:
        kept = [row.key for row in self.selection.rows()]
        first = min(self.view.chosen_rows(), default=0)
        state = _STATES.get(self.shown.value())
        self.model.set_rows([row for row in self.rows if state is None or row.received is state])
        if self.model.rowCount():
            # Where the chosen row has left the list, the one that stands there now is next.
            self.selection.choose(*kept, self.model.key(min(first, self.model.rowCount() - 1)))
        self.card.setVisible(bool(self.rows))
        self.shown.setVisible(bool(self.rows))
        self.tools.setEnabled(bool(self.rows))
        self.empty.setVisible(not self.rows)
        self._say_counts()
        self.card.show_chosen()

    def _say_counts(self) -> None:
        counts = {state: sum(row.received is state for row in self.rows) for state in CertificateReceipt}
        self.tools.count.setText(
            self.tr("{count} of {all} received").format(
                count=counts[CertificateReceipt.YES], all=len(self.rows)
            )
            if self.rows
            else ""
        )
        self.rest.setEnabled(counts[CertificateReceipt.OPEN] > 0)
        self.shown.set_words(
            self.tr("All {count}").format(count=len(self.rows)),
            self.tr("Open {count}").format(count=counts[CertificateReceipt.OPEN]),
            self.tr("Received {count}").format(count=counts[CertificateReceipt.YES]),
            self.tr("Not received {count}").format(count=counts[CertificateReceipt.NO]),
        )

    def _say(self, received: CertificateReceipt) -> None:
        places = self.view.chosen_rows()
        serials = [self.model.row(place).serial for place in places]
        if not serials:
            return
        before = self.model.rowCount()
        done = self.context.do(certificates.receive, serials, received)
        if done is not None and received is not CertificateReceipt.OPEN and self.model.rowCount() == before:
            self.view.go_on(places)

    def _say_rest(self) -> None:
        serials = [row.serial for row in self.rows if row.received is CertificateReceipt.OPEN]
        self.context.offer_undo(self.context.do(certificates.receive, serials) if serials else None)

    def _order(self) -> None:
        self.paper_requested.emit(order_of(self.context, printing.RECEIPTS, self.course))

    def _place(self, row: Certificate) -> str:
        return str(self._numbers.get(row.enrolment, ""))

    def _day(self, row: Certificate) -> str:
        return f"{row.received_on:%d.%m.%Y}" if row.received_on else "\N{EN DASH}"
