"""The three steps of sending: what the next file will hold, who can open it, and where it is written."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.exchange import sending
from trainer_app.actions.office.office import can_leave, waiting
from trainer_app.domain.exchange.sending import CoTrainer, PendingChanges, Recipient
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import LOOK_EVERY, Asking, Drive, Places, places, removable_drives
from trainer_app.ui.kit.list_page import TickList
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import SMALL
from trainer_app.ui.widgets.cards import ValueRow
from trainer_app.ui.widgets.controls import Button, ButtonKind, ChoiceRow, Shape, Tick
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose, begin_in
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, clear_layout, label, rule, set_role
from trainer_app.ui.widgets.passphrase import OfferButton, PassphraseField, StrengthHint

_DISC, _PADDING = 24, 18


class StepNumber(QWidget):
    """A number in a circle. The title beside it is what a screen reader says."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedSize(_DISC, _DISC)
        self._number = number

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent_soft))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(tokens().accent_text))
        painter.setFont(theme.font(SMALL, 600))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._number))


class StepCard(QFrame):
    """Fill `body`. All three take the same width."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.title = FittingLabel("card_title", f"{name}_title")
        head = FlowRow()
        head.setSpacing(10)
        head.addWidget(StepNumber(f"{name}_number", number))
        head.addWidget(self.title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 14, _PADDING, _PADDING)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self.body, 1)

    def set_title(self, text: str) -> None:
        """Set the head's words; they also name the card for a screen reader."""
        self.title.setText(text)
        self.setAccessibleName(text)


KINDS: Mapping[str, tuple[str, ...]] = {
    "marks": ("attendance",),
    "people": ("person", "enrolment", "pair"),
    "tests": ("paper", "answer"),
    "feedback": ("feedback_paper",),
    "forms": ("question", "form", "sitting"),
    "certificates": ("certificate", "printing", "template", "signatory"),
    "courses": ("project", "course", "session", "assignment"),
    "other": (),
}
"""Which entities stand in which line; what is in none is counted under "other"."""


def counts_by_kind(pending: PendingChanges) -> dict[str, int]:
    """Return how many changes stand in each line; they add up to the total."""
    known = {entity: kind for kind, entities in KINDS.items() for entity in entities}
    counts = dict.fromkeys(KINDS, 0)
    for entity, count in pending.counts.items():
        counts[known.get(entity, "other")] += count
    return counts


class ContentCard(Retranslated, StepCard):
    """One line for each kind that there is anything of, and the total. `changed` tells of the tick."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("sending_what", 1)
        self._context = context
        self._pending = PendingChanges({}, 0, 0)
        self.rows = {kind: ValueRow(f"sending_{kind}") for kind in KINDS}
        self.total = ValueRow("sending_total", 30)
        set_role(self.total.name, "body_strong")
        set_role(self.total.value, "number")
        self.scans = ValueRow("sending_scans", 30)
        self.later = label("caption", "sending_scans_later", wrap=True)
        self.carried = label("caption", "sending_carried", wrap=True)
        self.everything = Tick("sending_everything")
        self.everything.toggled.connect(self.changed)
        self.waits = label("caption", "sending_feedback_waits", wrap=True)
        self.nothing = label("second", "sending_nothing", wrap=True)
        self.body.setSpacing(0)
        for row in self.rows.values():
            self.body.addWidget(row)
        self._rule = rule("sending_total_rule")
        self.body.addSpacing(4)
        self.body.addWidget(self._rule)
        self.body.addSpacing(2)
        self.body.addWidget(self.total)
        self.body.addWidget(self.scans)
        self.body.addWidget(self.later)
        self.body.addWidget(self.carried)
        self.body.addWidget(self.waits)
        self.body.addWidget(self.nothing)
        self.body.addStretch(1)
        self.body.addWidget(self.everything)
        self.retranslate()

    def show_pending(self, pending: PendingChanges) -> None:
        """Show what would go now."""
        self._pending = pending
        words = self._words()
        for kind, count in counts_by_kind(pending).items():
            self.rows[kind].set_value(words[kind], self.tr("%n change(s)", "", count))
            self.rows[kind].setVisible(count > 0)
        self.total.set_value(self.tr("Changes in all"), self._context.formats.number(pending.total))
        for part in (self._rule, self.total):
            part.setVisible(pending.total > 0)
        self._show_scans(pending)
        self._show_feedback(pending)
        self.everything.setVisible(pending.first > 1 or self.everything.isChecked())
        self.nothing.setVisible(pending.empty)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("What will go"))
        self.everything.setText(self.tr("Everything again, from the beginning"))
        self.nothing.setText(self.tr("Nothing yet. What you record on this laptop will be counted here."))
        self.show_pending(self._pending)

    def _show_feedback(self, pending: PendingChanges) -> None:
        """Say which sheets of nobody enter the results with the file, and which stay here and why."""
        enter = self.tr(
            "With this file %n feedback sheet(s) enter the results, together and in no order.",
            "",
            pending.feedback_enters,
        )
        held = self.tr(
            "Staying here: %n feedback sheet(s), because another sheet of the same form is not finished. "
            "Finish it in the Feedback tab (* leaves the rest blank), or add these alone to the results "
            "there: what comes later enters only with four others.",
            "",
            pending.feedback_held,
        )
        few = self.tr(
            "Staying here: %n feedback sheet(s). They go when five or more enter together, so that "
            "nobody can tell which is whose. The Feedback tab of the course says what to do.",
            "",
            pending.feedback_waits,
        )
        counts = (pending.feedback_enters, pending.feedback_held, pending.feedback_waits)
        told = [words for words, count in zip((enter, held, few), counts, strict=True) if count]
        self.waits.setText(" ".join(told))
        self.waits.setVisible(bool(told))

    def _show_scans(self, pending: PendingChanges) -> None:
        """Show how many scans, logos and files of others go along, and how many find no room."""
        words = self._context.formats
        self.scans.set_value(
            self.tr("Scans and logos"), f"{words.number(pending.scans)} · {words.size(pending.scan_bytes)}"
        )
        self.scans.setVisible(pending.scans > 0)
        self.later.setText(self.tr("%n scan(s) go with the next file.", "", pending.scans_later))
        self.later.setVisible(pending.scans_later > 0)
        along = self.tr(
            "Going along: %n file(s) of others, with changes that the office does not have yet.",
            "",
            pending.carried,
        )
        wait = self.tr("Going with the next file: %n file(s) of others.", "", pending.carried_later)
        told = [words for words, count in ((along, pending.carried), (wait, pending.carried_later)) if count]
        self.carried.setText(" ".join(told))
        self.carried.setVisible(bool(told))

    def _words(self) -> dict[str, str]:
        return {
            "marks": self.tr("Attendance marks"),
            "people": self.tr("List of participants"),
            "tests": self.tr("Test papers"),
            "feedback": self.tr("Feedback"),
            "forms": self.tr("Forms and questions"),
            "certificates": self.tr("Certificates"),
            "courses": self.tr("Courses and sessions"),
            "other": self.tr("Other changes"),
        }


_SHOWN = 3
"""Co-trainers that are seen at once; the others are scrolled to."""


class AlwaysRow(ChoiceRow):
    """Somebody who can always open the file: shown with a tick that nobody can take away."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__(name, Shape.TICK, icon)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay ticked."""


class RecipientCard(Retranslated, StepCard):
    """`request_requested`, `join_requested`: the two steps to an office; `changed`: typing and ticking.

    `leave_requested`: the office that was just joined is somebody else's.
    """

    request_requested = Signal()
    join_requested = Signal()
    leave_requested = Signal()
    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("sending_whom", 2)
        self._context = context
        self._recipients: list[Recipient] = []
        self.office = AlwaysRow("sending_office", "office")
        self.recovery = AlwaysRow("sending_recovery", "key")
        self._others: list[CoTrainer] = []
        self.others_caption = label("body_strong", "sending_co_trainers_label")
        self.others = TickList("sending_co_trainers", _SHOWN)
        self.others_hint = label("caption", "sending_co_trainers_hint", wrap=True)
        self.passphrase = PassphraseField("sending_passphrase")
        self.caption = label("body_strong", "sending_passphrase_label")
        self.strength = StrengthHint("sending_strength")
        self.offer = OfferButton("sending_passphrase_offer")
        self.hint = label("caption", "sending_passphrase_hint", wrap=True)
        self.request = Button("sending_request", ButtonKind.GHOST, "file")
        self.join = Button("sending_join", ButtonKind.GHOST, "office")
        self.not_mine = Button("sending_not_mine", ButtonKind.GHOST, "alert")
        self._offered = ""
        self._alone = QWidget()
        self._alone.setObjectName("sending_alone")
        self._lay_out()
        self.passphrase.line.textChanged.connect(self._judge)
        self.offer.offered.connect(self._show_offer)
        self.others.lines.ticked.connect(lambda _place: self.changed.emit())
        self.request.clicked.connect(self.request_requested)
        self.join.clicked.connect(self.join_requested)
        self.not_mine.clicked.connect(self.leave_requested)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._alone)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addWidget(self.passphrase)
        column.addWidget(self.strength)
        column.addWidget(self.hint)
        column.addSpacing(6)
        for button in (self.offer, self.request, self.join):
            column.addWidget(button)
        for part in (self.office, self.recovery, self._alone):
            self.body.addWidget(part)
        for part in (self.others_caption, self.others, self.others_hint):
            self.body.addWidget(part)
        self.body.addWidget(self.not_mine, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_recipients(self) -> None:
        """Show who can open the file now."""
        self._recipients = self._context.ask(sending.recipients, self._context.language.code) or []
        office = next((one for one in self._recipients if one.kind == "office"), None)
        waits = office is None and self._context.ask(waiting) is not None
        first, digits = self.tr("Import the office's first file"), self.tr("Type the office's digits…")
        self.join.setText(digits if waits else first)
        self.office.setVisible(office is not None)
        self.recovery.setVisible(office is not None)
        self._alone.setVisible(office is None)
        self.not_mine.setText(self.tr("This is not my office…"))
        self.not_mine.setVisible(office is not None and bool(self._context.ask(can_leave)))
        if office is not None:
            second = office.fingerprint  # whole, as it is compared by telephone
            self.office.set_words(office.name, second)
            self.recovery.set_words(
                self.tr("The office's recovery key"), self.tr("lies on paper, always needed")
            )
        self._show_others()

    def co_trainers(self) -> tuple[str, ...]:
        """Return the codes of the other laptops that shall be able to open the file too."""
        return tuple(self._others[place].code for place in self.others.lines.on())

    def shared_courses(self) -> list[str]:
        """Return the codes of the courses that all who are ticked teach."""
        taught = [set(self._others[place].courses) for place in self.others.lines.on()]
        return sorted(set.intersection(*taught)) if taught else []

    def _judge(self, typed: str) -> None:
        self.strength.judge(typed, self._context.work.user)
        self.changed.emit()

    def _show_offer(self, words: str) -> None:
        self._offered = words
        self.passphrase.show_offer(words)
        self.strength.judge(words, offered=words)

    def take_offered(self) -> str:
        """Empty the field; return the words in it if they were offered, "" if somebody made them up."""
        words = self._offered if self._offered == self.secret() else ""
        self._offered = ""
        self.passphrase.forget()
        return words

    def _show_others(self) -> None:
        """Show the other trainers of the courses here; who is ticked stays ticked."""
        found = [one for one in self._context.ask(sending.list_co_trainers) or [] if one.courses]
        if found != self._others:
            ticked = self.co_trainers()
            self._others = found
            self.others.lines.set_words([_words_of(one) for one in found])
            self.others.show_at_most(min(len(found), _SHOWN))
            self.others.lines.set_on(index for index, one in enumerate(found) if one.code in ticked)
        for part in (self.others_caption, self.others, self.others_hint):
            part.setVisible(bool(found))

    @property
    def joined(self) -> bool:
        """Tell whether there is an office."""
        return any(one.kind == "office" for one in self._recipients)

    @property
    def ready(self) -> bool:
        """Tell whether somebody will be able to open the file."""
        return self.joined or self.strength.verdict.fault is None

    @property
    def name(self) -> str:
        """Whom the file is for, in words."""
        found = next((one.name for one in self._recipients if one.kind == "office"), "")
        return found or self.tr("whoever knows the passphrase")

    def secret(self) -> str:
        """Return the passphrase, "" where there is an office."""
        return "" if self.joined else self.passphrase.text().strip()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("To whom"))
        self.others_caption.setText(self.tr("Also for co-trainers"))
        self.others.setAccessibleName(self.others_caption.text())
        self.others_hint.setText(
            self.tr("A file for co-trainers holds only the courses that all who are ticked teach.")
        )
        self.caption.setText(self.tr("Passphrase for this file"))
        self.passphrase.setAccessibleName(self.caption.text())
        self.hint.setText(
            self.tr(
                "No office is known yet. Whoever opens the file must know these words: tell them by "
                "telephone."
            )
        )
        self.request.setText(self.tr("Join an office…"))
        self.show_recipients()


def _words_of(one: CoTrainer) -> str:
    return " · ".join(part for part in (one.code, one.name, ", ".join(one.courses)) if part)


_MOST = 4


class DestinationCard(Retranslated, StepCard):
    """A stick appears by itself when it is put in. The last place is remembered."""

    changed = Signal()

    def __init__(self, context: AppContext, look: Callable[[], list[Drive]] = removable_drives) -> None:
        super().__init__("sending_where", 3)
        self._context, self._look = context, look
        self._drives: list[Drive] = []
        self._chosen: Path | None = None
        self._looked, self._folder_is_there = False, False
        self._asking = Asking(self, "sending_asking", self._found, at_once=context.jobs.synchronous)
        self.rows: list[ChoiceRow] = []
        self.folder = ChoiceRow("sending_folder", Shape.RADIO, "folder")
        self.folder.clicked.connect(self._folder_clicked)
        self.other = Button("sending_other_folder", ButtonKind.GHOST)
        self.other.clicked.connect(self._ask_folder)
        self.hint = label("caption", "sending_where_hint", wrap=True)
        self._sticks = QVBoxLayout()
        self._sticks.setSpacing(8)
        self.body.addLayout(self._sticks)
        self.body.addWidget(self.folder)
        self.body.addWidget(self.other)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setObjectName("sending_look")
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        kept = context.preferences.now.export_folder
        self._folder: Path | None = Path(kept) if kept else None
        self.look()
        self.retranslate()

    # What is chosen

    @property
    def place(self) -> Path | None:
        """The folder to write into; None while nothing is chosen, or the stick was pulled."""
        return self._chosen

    @property
    def name(self) -> str:
        """What people call that place."""
        drive = self._drive(self._chosen)
        if drive is not None:
            return drive.name
        return self._chosen.name or str(self._chosen) if self._chosen else ""

    @property
    def free(self) -> int | None:
        """How many bytes the stick that is chosen has room for; None for a folder."""
        drive = self._drive(self._chosen)
        return drive.free if drive is not None else None

    @property
    def on_stick(self) -> bool:
        """Tell whether a stick is chosen."""
        return self._drive(self._chosen) is not None

    def remember(self) -> None:
        """Keep the place for the next time."""
        if self._chosen is not None:
            self._context.preferences.change(Preferences.export_folder, str(self._chosen))

    def choose(self, place: Path) -> None:
        """Choose a stick or a folder; it stays so when the program is locked before it is used."""
        if self._drive(place) is None:
            self._folder = place
        self._chosen = place
        self.remember()
        self._show()
        self.changed.emit()

    # What there is

    def look(self) -> None:
        """Look at what is plugged in, and show it if it is something else than before."""
        self._asking.ask(partial(places, self._look, str(self._folder or "")))

    def _found(self, found: Places) -> None:
        drives = found.drives[:_MOST]
        if drives == self._drives and self._looked and self.rows:
            return
        self._looked, self._folder_is_there = True, found.folder is not None
        self._drives = drives
        if self._chosen is None or (self._drive(self._chosen) is None and self._chosen != self._folder):
            self._chosen = self._first_place()
        self._make_rows()
        self.retranslate()
        self.changed.emit()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Where to"))
        self.other.setText(self.tr("Another folder…"))
        none = self.tr("No USB stick found: put one in, and it appears here by itself.")
        self.hint.setText(none if self._looked else self.tr("Looking for USB sticks…"))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for sticks while the screen is seen."""
        super().showEvent(event)
        self.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking."""
        self._timer.stop()
        super().hideEvent(event)

    def _drive(self, place: Path | None) -> Drive | None:
        return next((drive for drive in self._drives if drive.path == place), None)

    def _first_place(self) -> Path | None:
        """Return the stick used last, else any that can be written, else the folder used last."""
        writable = [drive.path for drive in self._drives if drive.writable]
        if self._folder in writable:
            return self._folder
        if writable:
            return writable[0]
        return self._folder if self._folder_is_there else None

    def _make_rows(self) -> None:
        clear_layout(self._sticks)
        self.rows = []
        for index, drive in enumerate(self._drives):
            row = ChoiceRow(f"sending_drive_{index}", Shape.RADIO, "usb")
            row.setEnabled(drive.writable)
            row.clicked.connect(lambda _on=False, path=drive.path: self.choose(path))
            self._sticks.addWidget(row)
            self.rows.append(row)

    def _show(self) -> None:
        formats = self._context.formats
        for row, drive in zip(self.rows, self._drives, strict=True):
            free = self.tr("{free} of {size} free")
            words = free.format(free=formats.size(drive.free), size=formats.size(drive.size))
            row.set_words(drive.name, words if drive.writable else self.tr("write-protected"))
            _check(row, on=drive.path == self._chosen)
        folder = self._folder if self._folder is not None and self._drive(self._folder) is None else None
        second = str(folder) if folder is not None else self.tr("for e-mail or a shared folder")
        self.folder.set_words(self.tr("Folder on this computer"), second)
        self.other.setVisible(folder is not None)
        _check(self.folder, on=self._chosen is not None and self._drive(self._chosen) is None)
        self.hint.setVisible(not self._drives)

    def _folder_clicked(self) -> None:
        """Choose the folder used last, or ask for one."""
        if self._folder is not None and self._drive(self._folder) is None and self._folder.is_dir():
            self.choose(self._folder)
        else:
            self._ask_folder()

    def _ask_folder(self) -> None:
        there = self._folder is not None and self._folder.is_dir()
        start = str(self._folder) if there else begin_in(Purpose.SENDING)
        title = self.tr("Where to write the file that you send")
        chosen = FileDialog.getExistingDirectory(self, title, start, purpose=Purpose.SENDING)
        if chosen:
            self.choose(Path(chosen))
        else:
            self._show()


def _check(row: ChoiceRow, *, on: bool) -> None:
    """Check or uncheck; Qt keeps the last one of an exclusive group checked unless it is asked twice."""
    row.setAutoExclusive(on)
    row.setChecked(on)
    row.setAutoExclusive(True)
