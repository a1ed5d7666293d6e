"""Files that were sent, each with its outcome, and how many changes were sent, received and are safe."""

from pathlib import Path
from typing import override

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.base import identity
from trainer_app.actions.office import office
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.text_cleaning import visible_text
from trainer_app.domain.exchange.sending import (
    ChangeState,
    JoinedOffice,
    SentLine,
    SyncStatus,
    WaitingOffice,
)
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext, first_sentence
from trainer_app.ui.kit.file_import import BUNDLE_EXTENSION
from trainer_app.ui.kit.history_panel import STATE_CHIPS
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import FormRow, bring_into_sight
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.overlays import Banner, Mood, SidePanel, confirm
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.passphrase import DigitGroups, TypedGroups
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_HEIGHT = 44


class SyncStatusRow(Retranslated, QWidget):
    """One chip for each state that any change is in."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("sending_standing")
        stand_at_least(self, _HEIGHT)
        self._context = context
        self._standing = SyncStatus({})
        self.chips = {state: Chip(f"sending_standing_{state.value}") for state in ChangeState}
        row = FlowRow(self)
        row.setContentsMargins(CARD_PADDING - 2, 0, CARD_PADDING, 0)
        row.setSpacing(8)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        self.retranslate()

    def show_standing(self, standing: SyncStatus) -> None:
        """Show other counts."""
        self._standing = standing
        for state, chip in self.chips.items():
            count = standing.counts.get(state, 0)
            words = label_text(Label(f"sending.state.{state.value}"), self._context.language.code)
            tone, icon = STATE_CHIPS[state]
            chip.set_chip(f"{self._context.formats.number(count)} · {words}", tone, icon)
            chip.setVisible(count > 0)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("How far the changes have come"))
        self.show_standing(self._standing)


_EDGE = 18  # where the words of the table begin
_UNBOUND = 16_777_215  # Qt's own word for no limit


class SentFilesCard(Retranslated, Card):
    """A table; each file holds everything since the last receipt, which the head says."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("sending_history")
        self._context = context
        self._joined = True
        self.grow()
        self.head.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self.note = FittingLabel("caption", "sending_history_note")
        self.note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.add_to_head(self.note)
        self.model = ListTableModel("sending_history_model", self._columns(), lambda line: line.file, self)
        self.table = TableView("sending_history_table")
        self.table.show_model(self.model)
        self.table.allow_sorting()
        self.empty = EmptyState("sending_history_empty", "send")
        self.standing = SyncStatusRow(context)
        self.add_row(self.standing)
        self.add_row(self.table, 1)
        self.add_row(self.empty, 1)
        self.retranslate()

    def show_lines(self, lines: list[SentLine], *, joined: bool) -> None:
        """Show the history; `joined` tells whether there is an office that can answer."""
        self._joined = joined
        self.model.set_rows(lines)
        self.show_row(self.table, shown=bool(lines))
        self.show_row(self.empty, shown=not lines)

    def show_standing(self, standing: SyncStatus) -> None:
        """Show how many changes have come how far."""
        self.standing.show_standing(standing)
        self.show_row(self.standing, shown=standing.any and self._joined)

    @override
    def event(self, event: QEvent) -> bool:
        """Be no higher than the rows need, as soon as they or what stands above them change."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            rows, kept = self.model.rowCount(), self.table.minimumSizeHint().height()
            most = self.minimumSizeHint().height() - kept + self.table.height_of(rows)
            self.setMaximumHeight(most if rows else _UNBOUND)
        return handled

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Sent"))
        self.note.setText(
            self.tr(
                "Each file holds everything since the last receipt. If one is lost, its data come with the "
                "next."
            )
        )
        self.table.setAccessibleName(self.tr("Sent files"))
        self.empty.set_words(
            self.tr("Nothing was sent yet"),
            self.tr(
                "Choose where to write above. Every file that you send is listed here with the office's "
                "answer."
            ),
        )

    def _columns(self) -> tuple[Column[SentLine], ...]:
        return (
            Column("file", lambda: self.tr("File"), _short, 168, look=TextStyle.STRONG),
            Column(
                "when",
                lambda: self.tr("When"),
                lambda line: self._context.when(line.at),
                170,
                look=TextStyle.QUIET,
                order=lambda line: line.at,
            ),
            Column(
                "target", lambda: self.tr("Where to"), lambda line: line.target, 220, look=TextStyle.QUIET
            ),
            Column(
                "entries",
                lambda: self.tr("Changes"),
                lambda line: self._context.formats.number(line.entries),
                110,
                right=True,
                order=lambda line: line.entries,
            ),
            Column(
                "answer",
                lambda: self.tr("The office's answer"),
                lambda line: self._answer(line)[1],
                chip=self._answer,
            ),
        )

    def _answer(self, line: SentLine) -> tuple[Tone, str, str]:
        if line.part:
            return Tone.QUIET, self.tr("some courses only"), ""
        if line.confirmed:
            return Tone.GOOD, self.tr("confirmed by the office"), "check"
        if line.received:
            return Tone.NOW, self.tr("received, not yet safe"), "office"
        if line.superseded_by:
            number = _short_name(line.superseded_by).rpartition("-")[2]
            return Tone.QUIET, self.tr("went into {number}").format(number=number), ""
        if not self._joined:
            # Without an office nobody answers; how the file is encrypted is no answer.
            return Tone.QUIET, self.tr("not confirmed yet"), "clock"
        return Tone.NOW, self.tr("waits for the office"), "clock"


def _short(line: SentLine) -> str:
    return _short_name(line.file)


def _short_name(file: str) -> str:
    return file.removesuffix(".tsync")


class JoinPanel(SidePanel):
    """Three steps: the request, the office's first file, and, once that is here, two groups of its digits.

    `joined` is emitted when the laptop belongs to an office, `closed` when no more, `met` when a file waits
    for its digits, or does no more.
    """

    joined = Signal(object)
    closed = Signal(object)
    met = Signal()

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("join_panel", host)
        self._context = context
        self._written: Path | None = None
        self._waiting: WaitingOffice | None = None
        self.banner = Banner("join_banner")
        self.first_title = FittingLabel("row_title", "join_first_title")
        self.first_text = label("second", "join_first_text", wrap=True)
        self.write = Button("join_write", icon="file")
        self.written = label("second", "join_written", wrap=True)
        self.own_caption = label("body_strong", "join_own_caption", wrap=True)
        self.own = DigitGroups("join_own_digits")
        self.second_title = FittingLabel("row_title", "join_second_title")
        self.second_text = label("second", "join_second_text", wrap=True)
        self.take = Button("join_take", icon="office")
        self.third_title = FittingLabel("row_title", "join_third_title")
        self.third_text = label("second", "join_third_text", wrap=True)
        self.digits = FormRow("join_digits", TypedGroups("join_digits"))
        self.differ = Button("join_differ", ButtonKind.GHOST, "alert")
        self._lay_out()
        self.write.clicked.connect(self._ask_folder)
        self.take.clicked.connect(self._ask_file)
        self.differ.clicked.connect(self.ask_to_leave)
        self.digits.field.changed.connect(self._check)
        self.accepted.connect(self._accept)
        self.cancel_button.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        self.body.addWidget(self.banner)
        first = (self.first_title, self.first_text, self.write, self.written, self.own_caption, self.own)
        second = (self.second_title, self.second_text, self.take)
        self._before: tuple[QWidget, ...] = (*first, *second)
        for parts in (first, second, (self.third_title, self.third_text, self.digits, self.differ)):
            column = QVBoxLayout()
            column.setSpacing(6)
            for part in parts:
                column.addWidget(part)
            self.body.addLayout(column)
        self.body.addStretch(1)

    def open(self, *, second: bool = False) -> None:
        """Show the panel at its first or second step, or at the third one if a file waits for its digits."""
        self.banner.hide()
        self._look()
        waits = self._waiting is not None
        self.reveal(self.digits.field.lines[0] if waits else self.take if second else self.write)
        if waits:
            bring_into_sight(self.differ)

    def write_request(self, folder: Path) -> None:
        """Write the request file into a folder and show where it lies."""
        name = f"{identity.device_code(self._context.work)}-request.json"
        try:
            self._written, _ = office.request(self._context.work, folder / name)
        except TrainerError as error:
            self._refuse(error)
            return
        self.banner.hide()
        self._show()

    def take_first(self, path: Path) -> None:
        """Look at the office's first file; it waits until the office's digits are typed."""
        self._context.run(
            self.tr("Looking at the office's first file"),
            lambda work, _progress: office.meet(work, path),
            done=self._met,
            failed=self._refuse,
        )

    def _met(self, found: WaitingOffice | JoinedOffice) -> None:
        if isinstance(found, JoinedOffice):
            self._joined(found)
            return
        self.banner.hide()
        self.digits.field.clear()
        self._look()
        self.met.emit()
        bring_into_sight(self.differ)
        self.digits.field.lines[0].setFocus()

    def _accept(self) -> None:
        """Join with the digits that were typed; without a file that waits, close."""
        if self._waiting is None:
            self.dismiss()
            return
        typed = self.digits.field.text()
        self._context.run(
            self.tr("Importing the office's first file"),
            lambda work, _progress: office.join(work, typed),
            done=self._joined,
            failed=self._not_joined,
        )

    def _not_joined(self, error: TrainerError) -> None:
        """Say why not; after the last try the file is gone."""
        self.digits.field.clear()
        self._look()
        if self._waiting is None:
            self._refuse(error)
            self.met.emit()
            self.take.setFocus()
        else:
            self.digits.show_error(self._context.explained(error))
            bring_into_sight(self.differ)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.first_title.setText(self.tr("1. Ask an office to enrol this laptop"))
        self.first_text.setText(
            self.tr(
                "A small file for the office, by USB stick or e-mail. It holds no secret, and one name: "
                "yours."
            )
        )
        self.write.setText(self.tr("Write the file…"))
        self.own_caption.setText(self.tr("Read these digits to the office by telephone"))
        self.second_title.setText(self.tr("2. Import the office's first file"))
        self.second_text.setText(
            self.tr("It brings the courses, and from then on your files are encrypted for the office.")
        )
        self.take.setText(self.tr("Choose the file…"))
        self.third_title.setText(self.tr("3. Type the office's digits"))
        self.digits.set_words(
            self.tr("As the office reads them"), self.tr("The office has six groups, counted from the left.")
        )
        self._show()

    def _joined(self, joined: JoinedOffice) -> None:
        """Go away, so that what is sent to the office is seen, and say that it has become one's own."""
        self.digits.field.clear()
        self._look()
        self.dismiss()
        self.joined.emit(joined)
        text = self.tr("Its code is {code}.")
        if self._context.work.travels:
            text = self.tr(
                "It is a computer of the office that travels, {code}, and has all that the office has. The "
                "reports are under Office, in the list at the left."
            )
        title = self.tr("This laptop now belongs to {office}").format(office=joined.office)
        self._context.tell_good(title, text.format(code=joined.device_code))

    def ask_to_leave(self) -> None:
        """Ask before a file that waits here is deleted, or an office that was joined is left."""
        if self.isHidden():
            self.open()
        if self._waiting is not None:
            confirm(
                self,
                self.tr("Are the digits not the same?"),
                self.tr(
                    "Then the file is not the office's. It is deleted here; nothing of it was imported, and "
                    "nothing of yours was given out. Tell the office by telephone."
                ),
                self.tr("Delete the file"),
                self._give_up,
                name="join_differ_question",
            )
            return
        confirm(
            self,
            self.tr("Leave this office?"),
            self.tr(
                "If it is not your office: what its file brought is taken away, and this laptop belongs to "
                "no office again. Nothing of yours is lost."
            ),
            self.tr("Leave this office"),
            self.leave_office,
            name="join_differ_question",
        )

    def _give_up(self) -> None:
        """Let the file go that waits here."""
        self._context.ask(office.give_up)
        self.digits.field.clear()
        self.digits.clear_error()
        self._look()
        self.banner.say(
            Mood.DUE,
            lambda: (self.tr("The file is deleted here"), self.tr("This laptop belongs to no office.")),
        )
        self.met.emit()
        self.take.setFocus()

    def leave_office(self) -> None:
        """Take everything back that the file brought."""
        report = self._context.ask(office.leave)
        if report is None:
            return
        self.banner.say(
            Mood.DUE,
            lambda: (self.tr("This laptop belongs to no office"), self.tr("What the file brought is gone.")),
        )
        self._show()
        self.closed.emit(report)
        self._context.tell_key_due()

    def _refuse(self, error: TrainerError) -> None:
        said = self._context.explained(error)
        self.banner.say(Mood.BAD, lambda: first_sentence(said()), str(error))

    def _look(self) -> None:
        """Read whether a file waits for its digits, and show it."""
        self._waiting = self._context.ask(office.waiting)
        self._show()

    def _check(self) -> None:
        self.accept_button.setEnabled(self._waiting is None or self.digits.field.whole)

    def _show(self) -> None:
        self.own.show_digits(identity.device_keys(self._context.work).fingerprint)
        written = self._written
        words = self.tr("Saved and checked: {file}").format(file=written) if written else ""
        self.written.setText(words)
        self._show_third()
        self.written.setVisible(bool(words) and self._waiting is None)
        self._check()

    def _show_third(self) -> None:
        """Ask for the digits of the office whose file waits, or offer to leave the one just joined."""
        waits = self._waiting
        third = (self.third_title, self.third_text, self.digits)
        for asked in third:
            asked.setVisible(waits is not None)
        # Whoever has joined is not asked to ask, or to choose a file, once more.
        belongs = identity.has_office(self._context.work)
        for step in self._before:
            step.setVisible(waits is None and not belongs)
        if waits is not None:
            text = self.tr(
                "The file {file} says that it comes from {office} ({code}). Call the office at a number "
                "that you know and have it read two groups of its digits. Until you have typed them, "
                "nothing of the file is imported."
            )
            said = {"file": waits.file, "office": waits.office, "code": waits.office_code}
            self.third_text.setText(text.format(**{name: visible_text(each) for name, each in said.items()}))
            self.digits.field.ask(waits.places)
        leave = belongs and bool(self._context.ask(office.can_leave))
        self.differ.setVisible(waits is not None or leave)
        differ, other = self.tr("The digits are not the same…"), self.tr("This is not my office…")
        self.differ.setText(differ if waits is not None else other)
        act = self.tr("Close") if waits is None else self.tr("Join this office")
        self.set_words(self.tr("This laptop and its office"), act)

    def _ask_folder(self) -> None:
        title = self.tr("Where to write the request to the office? The file gets its name by itself.")
        chosen = FileDialog.getExistingDirectory(self, title, purpose=Purpose.SENDING)
        if chosen:
            self.write_request(Path(chosen))

    def _ask_file(self) -> None:
        kinds = self.tr("Files of this program (*.{ending})").format(ending=BUNDLE_EXTENSION)
        chosen, _ = FileDialog.getOpenFileName(self, self.take.text(), kinds=kinds, purpose=Purpose.RECEIVING)
        if chosen:
            self.take_first(Path(chosen))
