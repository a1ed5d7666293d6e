"""The Send screen: what will go, to whom, where to; the file written, read back, and its outcome."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import override

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from trainer_app.actions.base import sync_status
from trainer_app.actions.exchange import outstanding, sending
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.sending import (
    ImportReport,
    JoinedOffice,
    PendingChanges,
    SentBundle,
    SentLine,
    SyncStatus,
)
from trainer_app.system.messages import label_text
from trainer_app.ui.exchange.sent_files import JoinPanel, SentFilesCard
from trainer_app.ui.exchange.steps import ContentCard, DestinationCard, RecipientCard
from trainer_app.ui.kit.context import AppContext, first_sentence
from trainer_app.ui.kit.devices import Drive, removable_drives
from trainer_app.ui.kit.file_import import FileImporter, dropped_files
from trainer_app.ui.kit.screens import Screen, withhold
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import bring_into_sight
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FittingLabel, announce, label, set_role
from trainer_app.ui.widgets.overlays import Banner, Mood
from trainer_app.ui.widgets.pages import PageHeader, ScrollPage

_LEAST = 72


class BandState(StrEnum):
    """What the band is about."""

    READY = "ready"
    NOT_READY = "not_ready"
    SAVED = "saved"
    FAILED = "failed"


_LOOKS = {
    BandState.READY: ("banner_now", "card_title", "send", "accent_text"),
    BandState.NOT_READY: ("banner_now", "card_title", "info", "accent_text"),
    BandState.SAVED: ("banner_good", "good_title", "okcircle", "present"),
    BandState.FAILED: ("banner_bad", "bad_title", "alert", "absent_text"),
}


class SendBand(QFrame):
    """`pressed` is emitted by the filled button, `copy_requested` by the one beside it."""

    pressed = Signal()
    copy_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sending_band")
        self.setMinimumHeight(_LEAST)
        self.state = BandState.READY
        self.mark = IconMark("sending_band_icon", "send", "accent_text", 28)
        self.title = FittingLabel("card_title", "sending_band_title")
        self.text = label("body", "sending_band_text", wrap=True)
        self.copy = Button("sending_copy", ButtonKind.PLAIN, "mail")
        self.button = Button("sending_send", ButtonKind.PRIMARY, "send")
        self.copy.clicked.connect(self.copy_requested)
        withhold("exchange/sending/copy", self.copy)
        withhold("exchange/sending/export", self.button)
        self.button.clicked.connect(self.pressed)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        row = FlowRow(self)
        row.setContentsMargins(22, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.button)

    def show_state(self, state: BandState, title: str, text: str, act: str, *, copy: str = "") -> None:
        """Show how things stand; without `act` or `copy` their buttons are not there."""
        told = state in (BandState.SAVED, BandState.FAILED) and title != self.title.text()
        self.state = state
        role, title_role, icon, token = _LOOKS[state]
        set_role(self, role)
        set_role(self.title, title_role)
        self.mark.set_icon(icon, token)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.button.setText(act)
        self.button.setVisible(bool(act))
        self.button.setEnabled(state is not BandState.NOT_READY)
        self.copy.setText(copy)
        self.copy.setVisible(bool(copy))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if told:
            announce(self, f"{title}. {text}")

    def minimumSizeHint(self) -> QSize:
        """Let the words give way."""
        return QSize(420, super().minimumSizeHint().height())


_BESIDE = 960
"""From this width on the three steps stand side by side, in pixels."""


class SendScreen(Screen):
    """A trainer's laptop: three steps, one button, and the history."""

    def __init__(self, context: AppContext, look: Callable[[], list[Drive]] = removable_drives) -> None:
        super().__init__("sending", context)
        self.header = PageHeader("sending_header")
        self.take_in = Button("sending_take_in", ButtonKind.PLAIN, "file")
        self.header.add_action(self.take_in)
        self.what = ContentCard(context)
        self.whom = RecipientCard(context)
        self.where = DestinationCard(context, look)
        self.warning = Banner("sending_warning")
        self.warning.hide()
        self.band = SendBand()
        self.words = Banner("sending_words")
        self.sent = SentFilesCard(context)
        self.page = ScrollPage("sending_page")
        self._pending = PendingChanges({}, 0, 0)
        self._lines: list[SentLine] = []
        self._standing = SyncStatus({})
        self._saved: SentBundle | None = None
        self._saved_on = ""
        self._saved_whole = False
        self._saved_for: tuple[str, ...] = ()
        self._failure: TrainerError | None = None
        self._lay_out()
        self.panel = JoinPanel(context, self)
        self._connect()
        self.setAcceptDrops(True)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top: what goes, and to whom. No announcement tells of sheets that wait: count anew."""
        self._stale = True
        super().showEvent(event)
        self.page.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        steps = self._steps = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        steps.setSpacing(16)
        for card in (self.what, self.whom, self.where):
            steps.addWidget(card, 1)
        column = self.page.column
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addWidget(self.warning)
        column.addLayout(steps)
        column.addWidget(self.band)
        column.addWidget(self.words)
        # The history grows as far as it has rows; what is left stays empty below it.
        column.addWidget(self.sent, 1000)
        column.addStretch(1)
        self.column.addWidget(self.page)

    def _connect(self) -> None:
        self.take_in.clicked.connect(lambda: FileImporter(self.context).choose(self))
        withhold("exchange/importing/import_files", self.take_in)
        self.whom.request_requested.connect(self.panel.open)
        self.whom.join_requested.connect(lambda: self.panel.open(second=True))
        self.whom.leave_requested.connect(self.panel.ask_to_leave)
        self.what.changed.connect(self.refresh_now)
        self.whom.changed.connect(self._choose_others)
        self.where.changed.connect(self._show_band)
        self.panel.joined.connect(self._joined)
        self.panel.closed.connect(self._joined)
        self.panel.met.connect(self.refresh_now)
        self.band.pressed.connect(self._send)
        self.band.copy_requested.connect(self._ask_copy)
        self.words.closed.connect(self.words.forget)
        self.context.user_changed.connect(self.refresh_now)

    # Screen

    def refresh(self) -> None:
        """Read what would go now, and what went."""
        self.whom.show_recipients()
        whole = self.what.everything.isChecked()
        self._pending = self.context.ask(outstanding.pending, everything=whole) or PendingChanges({}, 0, 0)
        self._lines = self.context.ask(sending.history) or []
        self.what.show_pending(self._pending)
        self.sent.show_lines(self._lines, joined=self.whom.joined)
        self._standing = self.context.ask(sync_status.own_changes) or SyncStatus({})
        self.sent.show_standing(self._standing)
        if self._saved is not None and (
            self._pending.last > self._saved.last or (self._pending.empty and not self._saved_whole)
        ):
            # There is something new, or the office has confirmed what was sent: that is the news then.
            self._saved = None
        self._show_band()

    def _show_warning(self) -> None:
        """Say what to do before the stick, the file or somebody's patience ends."""
        found = list(self.context.ask(outstanding.warnings) or ())
        free = self.where.free
        if free is not None and not self._pending.empty and free < self._pending.size:
            sizes = {"size": self._pending.size, "free": free}
            shown = {name: self.context.formats.size(size) for name, size in sizes.items()}
            found.insert(0, Label("sending.warn.stick", shown))
        if found:
            title, text = first_sentence(label_text(found[0], self.context.language.code))
            self.warning.stand(Mood.DUE, title, text)
        else:
            self.warning.forget()

    @override
    def retranslate(self) -> None:
        self.header.set_words(
            self.tr("Send to the office"),
            self.tr("The file is encrypted. Only those named here can open it."),
        )
        self.take_in.setText(self.tr("Import a file"))
        self._show_band()

    def show_place(self, everything: bool = False, joining: bool = False, **_place: object) -> None:
        """Propose to send everything again, if the office asked for it, or ask for an office's digits."""
        if joining:
            self.panel.open(second=True)
        if everything:
            self.what.everything.setChecked(True)
            self.refresh_now()

    def first_focus(self) -> QWidget:
        """Start at what sends, or at what is missing for it."""
        if self.band.button.isEnabled() and not self.band.button.isHidden():
            return self.band.button
        return self.whom.passphrase.line if not self.whom.ready else self.where.folder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the steps below each other where three do not stand side by side."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = event.size().width() < _BESIDE
        self._steps.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this program."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        FileImporter(self.context).take(dropped_files(event.mimeData()))

    # The band

    def _choose_others(self) -> None:
        """Offer to send again when it is for others than the file just saved: the office needs its own."""
        if self.whom.co_trainers() != self._saved_for:
            self._saved = None
        self._show_band()

    def _show_band(self) -> None:
        self._show_warning()
        if self._failure is not None:
            title, text = first_sentence(self.context.words(self._failure.code, **self._failure.values))
            self.band.show_state(BandState.FAILED, title, text, self.tr("Try again"))
        elif self._saved is not None:
            self._show_saved(self._saved)
        else:
            self._show_ready()

    def _show_saved(self, saved: SentBundle) -> None:
        text = self.tr("{name} on {place}. Read back and found equal. {size}, {moment}.").format(
            name=saved.file.name.removesuffix(".tsync"),
            place=self._saved_on,
            size=self.context.formats.size(saved.size),
            moment=self.context.when(self._lines[0].at) if self._lines else "",
        )
        if self.where.on_stick:
            eject = self.tr("Eject the USB stick before you pull it out.")
            text = f"{text} {eject}"
        self.band.show_state(
            BandState.SAVED, self.tr("Saved and checked"), text, "", copy=self.tr("Another copy…")
        )

    def _show_ready(self) -> None:
        act = self.tr("Send")
        shared = bool(self.whom.co_trainers())
        if self._pending.empty and not shared:
            title = self.tr("Everything is at the office") if self._lines else self.tr("Nothing to send yet")
            self.band.show_state(BandState.NOT_READY, title, "", "")
            return
        title, again = self._ready_words(shared=shared)
        if not self.whom.ready:
            text = self.tr("First type a passphrase for the file, or have words offered.")
        elif self.where.place is None:
            text = self.tr("Put in a USB stick, or choose a folder.")
        elif shared:
            text = self.tr("Only this goes, from the beginning. The office still needs a file of its own.")
        else:
            text = self.tr("To {whom}, on {place}.").format(whom=self.whom.name, place=self.where.name)
        ready = self.whom.ready and self.where.place is not None
        state = BandState.READY if ready else BandState.NOT_READY
        self.band.show_state(state, title, f"{again} {text}".strip(), act)

    def _ready_words(self, *, shared: bool) -> tuple[str, str]:
        """Return what is there to send, and what of it went before: that is no news, and goes again."""
        if shared:
            courses = ", ".join(self.whom.shared_courses())
            return self.tr("Ready for co-trainers: {courses}").format(courses=courses), ""
        count, scans = self._pending.total, self._pending.scans
        if self._pending.carried and not count and not scans:
            return self.tr("%n file(s) of others ready to send", "", self._pending.carried), ""
        if not count:
            return self.tr("%n scan(s) ready to send", "", scans), ""
        newest = next((line for line in self._lines if not line.part), None)
        before = self._standing.again
        if newest is None or not before or self.what.everything.isChecked():
            return self.tr("%n change(s) ready to send", "", count), ""
        again = self.tr("%n change(s) sent before will be in the next file again.", "", before)
        if self.whom.joined:
            again = self.tr(
                "%n change(s) sent before will be in the next file again, until the office confirms.",
                "",
                before,
            )
        new = max(self._standing.unsent, count - before)
        if new:
            return self.tr("%n new change(s) ready to send", "", new), again
        if scans > newest.scans:
            return self.tr("%n scan(s) ready to send", "", scans), again
        name = newest.file.removesuffix(".tsync")
        return self.tr("Nothing new since {name}").format(name=name), again

    # Sending

    def _send(self) -> None:
        place = self.where.place
        if place is None:
            return
        whole = self.what.everything.isChecked()
        name, secret, others = self.where.name, self.whom.secret(), self.whom.co_trainers()
        self._failure = None
        self.context.run(
            self.tr("Writing the file for the office"),
            lambda work, progress: sending.export(
                work,
                place,
                passphrase=secret,
                target=name,
                co_trainers=others,
                everything=whole,
                progress=progress,
            ),
            done=lambda saved: self._done(saved, name, others),
            failed=self._failed,
        )

    def _done(self, saved: SentBundle, name: str, others: tuple[str, ...]) -> None:
        self._saved_whole = self.what.everything.isChecked()
        self._saved, self._saved_on, self._failure = saved, name, None
        self._saved_for = others
        self.what.everything.setChecked(False)
        self.where.remember()
        self._show_words(saved.file.name)
        self._announce(saved)

    def _show_words(self, name: str) -> None:
        """Keep the words of the file in sight: whoever has them only here has a file that nobody can open.

        They go when they are closed, with the next file and with the lock, and are on no disk.
        """
        words, at = self.whom.take_offered(), self.context.work.clock.millis()
        if not words:
            self.words.forget()
            return
        self.words.say(
            Mood.DUE,
            lambda: (
                self.tr("Write these words down: {words}").format(words=words),
                self.tr(
                    "Without them nobody can open {name} ({moment}). They are kept nowhere: they stand here "
                    "until you close them, send again or lock the program."
                ).format(name=name.removesuffix(".tsync"), moment=self.context.when(at)),
            ),
        )
        # Below what was saved, and so below the edge of a low window: nobody may overlook them.
        bring_into_sight(self.words)

    def _failed(self, error: TrainerError) -> None:
        if error.code == "cancelled":
            self.context.tell_error(error)
        else:
            self._failure = error
        self._show_band()

    def _ask_copy(self) -> None:
        chosen = FileDialog.getExistingDirectory(
            self, self.tr("Where to write the copy"), purpose=Purpose.SENDING
        )
        if chosen:
            self.copy_to(Path(chosen))

    def copy_to(self, folder: Path) -> None:
        """Write the file just sent to another place too."""
        saved = self._saved
        if saved is None:
            return
        self.context.run(
            self.tr("Writing the copy"),
            lambda work, progress: sending.copy(work, saved, folder, progress=progress),
            done=self._copied,
            failed=self.context.tell_error,
        )

    def _copied(self, copy: SentBundle) -> None:
        self.context.tell_saved(copy.file)
        self._announce(copy)

    def _announce(self, saved: SentBundle) -> None:
        """Let Today count anew, and show it here."""
        # Sheets of nobody entered the results with the file: their tab counts anew.
        touched = {("departure", saved.bundle), ("feedback_paper", saved.bundle)}
        sent = Changes(Label("sending.step.sent"), None, frozenset(touched))
        self.refresh_now()
        self.context.changes.announce(sent, self)

    def _joined(self, joined: JoinedOffice | ImportReport) -> None:
        self.context.changes.announce(Changes(Label("merging.step.import"), None, joined.touched), self)
        self.context.user_changed.emit()
