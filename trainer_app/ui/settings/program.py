"""Settings: the program itself: its version and updates, what it is made of and under which licences.

A built program holds the text of every licence; a checkout those that the installed packages bring.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app import VERSION
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.exchange import packs
from trainer_app.actions.exchange.packs import UpdateOffer
from trainer_app.actions.today import updates
from trainer_app.actions.today.updates import ProgramStanding
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import UPDATE_EXTENSION
from trainer_app.system.notices import Notice, notices, own_notice
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.papers import show_test_page
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.settings.cards import SettingRow
from trainer_app.ui.widgets.cards import Card, ClickableRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import bring_into_sight
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import SidePanel, confirm

_WIDTH = 620
_ROW = 40
_TEXT_HEIGHT = 360


class ProgramCard(Retranslated, Card):
    """`update_requested(paths)` opens the panel with an update."""

    update_requested = Signal(object)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("program")
        self._context, self._host = context, host
        self._standing = ProgramStanding(VERSION)
        self._waiting: UpdateOffer | None = None
        self.look = Button("program_update", ButtonKind.PLAIN, "down")
        self.back = Button("program_back", ButtonKind.PLAIN, "undo")
        self.look.clicked.connect(self._look)
        self.back.clicked.connect(self._ask_back)
        self._update = SettingRow("program_version", self.look)
        self._before = SettingRow("program_before", self.back)
        self.add_row(self._update)
        self.add_row(self._before)
        self.show_standing()

    def show_standing(self) -> None:
        """Read anew what runs and what waits."""
        self._standing = self._context.ask(updates.standing) or ProgramStanding(VERSION)
        self._waiting = self._context.ask(packs.waiting_update)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        found, waiting = self._standing, self._waiting
        self.set_title(self.tr("Version and updates"))
        self._update.set_words(self._runs(), self._comes())
        self.look.setText(self.tr("Look at it…") if waiting and not found.next else self.tr("From a file…"))
        self._before.setVisible(bool(found.back))
        self._before.set_words(
            self.tr("Version {number} is kept").format(number=found.back),
            self.tr("For when something is wrong with the new one."),
        )
        self.back.setText(self.tr("Go back…"))

    def _runs(self) -> str:
        words = self.tr("Trainer {version}").format(version=self._standing.number)
        day = day_words(self._context, self._standing.built)
        trial = self.tr("trial build, no release") if self._standing.trial else ""
        return " · ".join(part for part in (words, day, trial) if part)

    def _comes(self) -> str:
        if self._standing.next:
            return self.tr("Version {number} runs from the next start.").format(number=self._standing.next)
        if self._waiting:
            return self.tr("Version {number} is here.").format(number=self._waiting.number)
        return self.tr("A new version comes on a USB stick, or with a file of the office.")

    def _look(self) -> None:
        if self._waiting and not self._standing.next:
            self.update_requested.emit((self._context.work.folder.update,))
            return
        kinds = self.tr("Updates of this program (*{ending})").format(ending=UPDATE_EXTENSION)
        chosen, _ = FileDialog.getOpenFileName(self, self.look.text(), kinds=kinds, purpose=Purpose.PROGRAM)
        if chosen:
            self.update_requested.emit((Path(chosen),))

    def _ask_back(self) -> None:
        confirm(
            self._host,
            self.tr("Go back to version {number}?").format(number=self._standing.back),
            self.tr("It runs from the next start. Your data stay as they are."),
            self.tr("Go back"),
            self._go_back,
            danger=False,
            name="program_back_question",
        )

    def _go_back(self) -> None:
        if self._context.ask(updates.step_back) is not None:
            self.show_standing()
            self._context.tell_good(self.tr("The next start runs the version of before"))


class UpdatePanel(SidePanel):
    """One update: which version, of which day, what is new. `taken` tells that the next start runs it."""

    taken = Signal()

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("update_panel", host)
        self._context = context
        self._path = Path()
        self._offer: UpdateOffer | None = None
        self.number = label("card_title", "update_number", wrap=True)
        self.day = label("caption", "update_day", wrap=True)
        self.news = label("body", "update_news", wrap=True)
        self.refused = label("body", "update_refused", wrap=True)
        self.about = label("caption", "update_about", wrap=True)
        self.hand_on = Button("update_hand_on", ButtonKind.PLAIN, "send")
        self.carried = label("caption", "update_carried", wrap=True)
        for part in (self.number, self.day, self.news, self.refused, self.about, self.hand_on, self.carried):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.accepted.connect(self._install)
        self.hand_on.clicked.connect(self._hand_on)
        withhold(("exchange/packs/hand_on", "exchange/packs/stop_handing_on"), self.hand_on)
        self.retranslate()

    def show_newest(self, paths: Sequence[Path]) -> None:
        """Check files and show what the newest one brings; what is no update is told in the band."""
        offers = []
        for path in paths:
            try:
                offers.append((packs.look_at_update(path), path))
            except TrainerError as error:
                self._context.tell_error(error)
        if not offers:
            return
        self._offer, self._path = max(offers, key=lambda each: each[0].order)
        self.retranslate()
        self.reveal(self.accept_button if self._offer.refused is None else self.cancel_button)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        offer = self._offer
        if offer is None:
            return
        self.set_words(
            self.tr("Update of the program"), self.tr("Take version {number}").format(number=offer.number)
        )
        self.number.setText(
            self.tr("Version {number} instead of {now}").format(number=offer.number, now=offer.now)
        )
        self.day.setText(day_words(self._context, offer.built))
        self.news.setText(offer.news.best(self._context.language.code))
        self.refused.setText(self._context.explained(offer.refused)() if offer.refused else "")
        self.refused.setVisible(offer.refused is not None)
        self.about.setVisible(offer.refused is None)
        self.about.setText(
            self.tr(
                "Signed by the publisher, and checked. A copy of your data is made first, and the new "
                "version is tried. Go on working: it runs when the program is started next."
            )
        )
        self.accept_button.setEnabled(offer.refused is None)
        self._show_carried()

    def _show_carried(self) -> None:
        """At an office an update goes on to the laptops inside the files that are written for them."""
        at_office = self._context.work.role is Role.OFFICE
        carried = packs.carried_update(self._context.work) if at_office else None
        here = carried is not None and self._offer is not None and carried.number == self._offer.number
        self.hand_on.setVisible(at_office)
        self.carried.setVisible(at_office)
        self.hand_on.setText(
            self.tr("Send it no more") if here else self.tr("Send it with the files for laptops")
        )
        self.carried.setText(
            self.tr("Version {number} goes to every laptop that runs an older one.").format(
                number=carried.number
            )
            if carried is not None
            else self.tr("The files for laptops carry no update now.")
        )

    def _hand_on(self) -> None:
        work, offer = self._context.work, self._offer
        if offer is None:
            return
        try:
            carried = packs.carried_update(work)
            if carried is not None and carried.number == offer.number:
                packs.stop_handing_on(work)
            else:
                packs.hand_on(work, self._path)
        except TrainerError as error:
            self._context.tell_error(error)
        self._show_carried()

    def _install(self) -> None:
        path = self._path
        self._context.run(
            self.tr("Taking the update"),
            lambda work, progress: updates.install(work, path, progress),
            done=self._installed,
        )

    def _installed(self, standing: ProgramStanding) -> None:
        self.dismiss()
        self._context.tell_good(
            self.tr("Version {number} is ready").format(number=standing.next),
            self.tr("It was tried and works here. It runs when the program is started next."),
        )
        self.taken.emit()


def day_words(context: AppContext, day: str) -> str:
    """Return an ISO day in words of the window's language; empty for none."""
    try:
        return context.formats.day_long(date.fromisoformat(day))
    except ValueError:
        return ""


class PartRow(ClickableRow):
    """One part: its name with the version, and its licence; pressing it opens the text."""

    def __init__(self, index: int, part: Notice) -> None:
        super().__init__(f"licence_{index}", _ROW)
        self.part = part
        title = f"{part.name} {part.version}".strip()
        self.setAccessibleName(f"{title}, {part.licence}")
        row = FlowRow(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(label("small", f"licence_{index}_name", title))
        row.addStretch(1)
        row.addWidget(label("caption", f"licence_{index}_text", part.licence))


class LicenceText(Retranslated, QWidget):
    """The text of one licence, and the way back to the list."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("licence_page")
        self.setProperty("role", "clear")
        self.back = Button("licence_back", ButtonKind.PLAIN, "left")
        self.back.clicked.connect(self.left)
        self.name = label("body_strong", "licence_name", wrap=True)
        self.licence = label("caption", "licence_kind", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setObjectName("licence_text")
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(_TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.name)
        column.addWidget(self.licence)
        column.addWidget(self.text, 1)
        self._part = Notice("", "", "")
        self.retranslate()

    def show_part(self, part: Notice) -> None:
        """Show a part from the beginning of its text."""
        self._part = part
        self.name.setText(f"{part.name} {part.version}".strip())
        self.licence.setText(part.licence)
        self.retranslate()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        self.back.setText(self.tr("All parts"))
        self.text.setAccessibleName(self.tr("Text of the licence"))
        missing = self.tr("The text of this licence comes with the installed program.")
        self.text.setPlainText(self._part.text or missing)


class LicencesPanel(SidePanel):
    """The program, its libraries and typefaces, each with version and licence."""

    def __init__(self, host: QWidget) -> None:
        super().__init__("licences", host, _WIDTH)
        self._read = own_notice()
        self.rows = [PartRow(index, part) for index, part in enumerate(notices())]
        self.list = QWidget()
        self.list.setObjectName("licences_list")
        self.list.setProperty("role", "clear")
        column = QVBoxLayout(self.list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
            row.clicked.connect(self._open)
        column.addStretch(1)
        self.page = LicenceText()
        self.page.left.connect(self.show_list)
        self.body.addWidget(self.list)
        self.body.addWidget(self.page, 1)
        self.page.hide()
        self.accept_button.hide()
        self.retranslate()

    def show_list(self) -> None:
        """Show all parts again, and go to the one that was read."""
        self.page.hide()
        self.list.show()
        read = next((row for row in self.rows if row.part == self._read), self.rows[0])
        read.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(read)

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, PartRow):
            self._read = row.part
            self.list.hide()
            self.page.show()
            self.page.show_part(row.part)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Libraries and licences"), "")
        self.cancel_button.setText(self.tr("Close"))


class PrintingCard(Retranslated, Card):
    """One row: the test page."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("printing")
        self._context = context
        self.test = Button("printing_test", ButtonKind.PLAIN, "print")
        self.test.clicked.connect(lambda: show_test_page(context))
        self._row = SettingRow("printing_test", self.test)
        self.add_row(self._row)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Printing"))
        self._row.set_words(
            self.tr("Test page of the printer"),
            self.tr("Shows where it stops at the edges, whether sizes are kept, letters and codes."),
        )
        self.test.setText(self.tr("Show"))
