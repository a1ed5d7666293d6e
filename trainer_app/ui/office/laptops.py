"""The laptops of the office: their keys, what came from them, their files, revoking a lost one."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import identity, office
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.sending import DeviceLine, Enrolled, SentBundle
from trainer_app.ui.office.enrol_panel import EnrolPanel
from trainer_app.ui.office.figure_card import give_way
from trainer_app.ui.office.pack_panel import PackPanel
from trainer_app.ui.sending.drives import Drive, removable_drives
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.sheet import confirm
from trainer_app.ui.widgets.table import TableView


class LaptopsCard(Retranslated, Card):
    """A table; the buttons below act on the laptop that is chosen in it. `changed` tells of a new list."""

    changed = Signal()

    def __init__(self, desk: Desk, host: QWidget, look: Callable[[], list[Drive]] = removable_drives) -> None:
        super().__init__("office_laptops")
        self._desk, self._host = desk, host
        self.grow()
        self.enrol = Button("office_enrol", Kind.PRIMARY, "plus")
        self.add_to_head(self.enrol)
        self.head.setContentsMargins(18, 0, 12, 0)
        self.model = RowsModel("office_laptops_model", self._columns(), lambda line: line.code, self)
        self.table = TableView("office_laptops_table")
        self.table.least_free = 180  # trainers are listed by their short names
        self.table.show_model(self.model)
        give_way(self.table)
        self.add_row(self.table, 1)
        foot = self.add_foot()
        self.write = Button("office_write", Kind.PLAIN, "send")
        self.revoke = Button("office_revoke", Kind.DANGER, "lock")
        foot.addWidget(self.write)
        foot.addWidget(self.revoke)
        foot.addStretch(1)
        self.enrol_panel = EnrolPanel(desk, host, look)
        self.pack_panel = PackPanel(desk, host, look)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.enrol.clicked.connect(self.enrol_panel.open)
        self.enrol_panel.enrolled.connect(self._enrolled)
        self.pack_panel.written.connect(self._written)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_actions())
        self.table.opened.connect(lambda _row: self._open_pack())
        self.write.clicked.connect(self._open_pack)
        self.revoke.clicked.connect(self._ask_to_revoke)

    def show_laptops(self) -> None:
        """Read the list anew; the laptop chosen stays chosen."""
        chosen = self.chosen()
        lines = sorted(self._desk.ask(office.devices) or [], key=lambda line: (line.office, line.code))
        self.model.set_rows(lines)
        place = self.model.place(chosen.code) if chosen else None
        if lines:
            self.table.setCurrentIndex(self.model.index(place or 0, 0))
        self._show_actions()

    def chosen(self) -> DeviceLine | None:
        """Return the laptop that is chosen."""
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Laptops"))
        self.enrol.setText(self.tr("Enrol a laptop"))
        self.table.setAccessibleName(self.tr("Laptops of this office"))
        self._show_actions()

    def _columns(self) -> tuple[Column[DeviceLine], ...]:
        return (
            Column("code", lambda: self.tr("Code"), lambda line: line.code, 76, look=Look.STRONG),
            Column("name", lambda: self.tr("Name"), lambda line: line.name or "–"),
            Column(
                "digits",
                lambda: self.tr("Digits"),
                lambda line: line.fingerprint,
                276,
                look=Look.QUIET,
                yields=1,
            ),
            Column(
                "changes",
                lambda: self.tr("Changes"),
                lambda line: self._desk.formats.number(line.entries),
                116,
                right=True,
            ),
            Column("came", lambda: self.tr("Came last"), self._came, 130, look=Look.QUIET),
            Column("pack", lambda: self.tr("File for it"), self._pack, 130, look=Look.QUIET, yields=2),
            Column(
                "state", lambda: self.tr("State"), lambda line: self._state(line)[1], 168, chip=self._state
            ),
        )

    def _came(self, line: DeviceLine) -> str:
        return self._when(line.last_at)

    def _pack(self, line: DeviceLine) -> str:
        return self._when(line.pack_at)

    def _when(self, at: int | None) -> str:
        """Return a moment that fits the column: one of another year in digits."""
        if not at:
            return "–"
        moment = self._desk.moment(at)
        if moment.year == self._desk.today().year:
            return self._desk.when(at)
        return f"{moment:%d.%m.%Y, %H:%M}"

    def _state(self, line: DeviceLine) -> tuple[Tone, str, str]:
        if line.revoked_on:
            return Tone.BAD, self.tr("revoked"), "lock"
        if line.office:
            return Tone.QUIET, self.tr("this computer"), "office"
        if line.clock_days > 0:
            return Tone.DUE, self.tr("clock %n day(s) ahead", "", line.clock_days), "clock"
        if line.clock_days < 0:
            return Tone.DUE, self.tr("clock %n day(s) behind", "", -line.clock_days), "clock"
        return Tone.GOOD, self.tr("enrolled"), "check"

    def _show_actions(self) -> None:
        chosen = self.chosen()
        usable = chosen is not None and not chosen.office and not chosen.revoked_on
        code = chosen.code if chosen is not None and usable else ""
        words = self.tr("Write a file for {code}") if code else self.tr("Write a file for this laptop")
        self.write.setText(words.format(code=code) if code else words)
        self.revoke.setText(self.tr("Revoke…"))
        self.write.setEnabled(usable)
        self.revoke.setEnabled(usable)

    def _open_pack(self) -> None:
        chosen = self.chosen()
        if chosen is not None and self.write.isEnabled():
            self.pack_panel.open(chosen)

    def _enrolled(self, result: Enrolled) -> None:
        self._announce(result.pack.bundle)
        title = self.tr("{code} is enrolled").format(code=result.device)
        text = self.tr(
            "Its first file is saved and checked: {file}. When the laptop has taken it in, it must show "
            "these digits of the office: {digits}."
        )
        trust = self._desk.ask(identity.trust_list)
        digits = trust.office.fingerprint if trust else ""
        self._desk.tell_good(title, text.format(file=result.pack.file, digits=digits))

    def _written(self, pack: SentBundle) -> None:
        self._announce(pack.bundle)
        text = self.tr("{file}, {size}. Eject the stick before you pull it out.")
        size = self._desk.formats.size(pack.size)
        self._desk.tell_good(self.tr("Saved and checked"), text.format(file=pack.file, size=size))

    def _announce(self, bundle: str) -> None:
        self.show_laptops()
        changes = Changes(Label("sending.step.sent"), None, frozenset({("departure", bundle)}))
        self._desk.changes.announce(changes, self)
        self.changed.emit()

    def _ask_to_revoke(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        confirm(
            self._host,
            self.tr("Revoke {code}?").format(code=chosen.code),
            self.tr(
                "For a laptop that was lost or stolen. Its later files are set aside and not taken in, and "
                "it gets no answer to a forgotten passphrase. What came from it before stays, and its "
                "certificates from before today stay good; later ones show as not valid. This cannot be "
                "undone; a laptop that is found again is enrolled anew."
            ),
            self.tr("Revoke"),
            lambda: self._revoke(chosen.code),
            name="office_revoke_question",
        )

    def _revoke(self, code: str) -> None:
        try:
            office.revoke(self._desk.work, code)
        except TrainerError as error:
            self._desk.tell_error(error)
            return
        self.show_laptops()
        text = self.tr("Write new files for the other laptops, so that they learn of it too.")
        self._desk.tell_good(self.tr("{code} is revoked").format(code=code), text)
        self.changed.emit()
