"""The laptops of the office: their keys, files and requests, revoking a lost one.

The same list is the office's Send screen.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import override

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.actions.base import identity
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import requests
from trainer_app.actions.exchange.all_packs import WrittenPack
from trainer_app.actions.office import office
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import Course
from trainer_app.domain.exchange.laptops import OfficeRequest, OfficeRequestKind, OfficeRequestState
from trainer_app.domain.exchange.sending import DeviceLine, EnrolledLaptop, ImportLine, SentBundle
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.devices import Drive, removable_drives
from trainer_app.ui.kit.form_fields import Choice, Layout, Lines, Note
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.list_page import Command, CommandButtons
from trainer_app.ui.kit.screens import Screen
from trainer_app.ui.office.enrol_form import EnrolPanel
from trainer_app.ui.office.laptop_forms import AllPacksPanel, PackPanel
from trainer_app.ui.office.report_rows import let_shrink
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.overlays import Mood, confirm
from trainer_app.ui.widgets.pages import EmptyState, PageHeader, ScrollPage
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import NAME_LEAST, Selection, TableView


class RequestPanel(FieldsForm):
    """`requested` is emitted when a request is written down."""

    needs = "exchange/requests/ask"

    requested = Signal()

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("ask_panel", context, host, 420, prefix="ask_")
        self._devices: list[DeviceLine] = []
        self._courses: list[Course] = []
        self.build()
        self.fill(kind=OfficeRequestKind.OTHER)

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "It goes with the next file for the laptop and stays on its first screen until it is done."
        )
        devices = [(line.code, f"{line.code} · {line.name}") for line in self._devices]
        devices = devices or [("", self.tr("no laptop yet"))]
        kinds = [(kind, self._kind_words(kind)) for kind in OfficeRequestKind]
        courses = [(course.key, f"{course.code} · {course.town}") for course in self._courses]
        return (
            Note("about", about, role="second"),
            Choice("device", self.tr("Laptop"), options=devices),
            Choice("kind", self.tr("What for"), options=kinds),
            Choice("course", self.tr("About the course"), options=[(None, self.tr("no course")), *courses]),
            Lines(
                "text",
                self.tr("In a few words"),
                self.tr("Only this laptop gets to read it."),
                refused=("errand.empty", "errand.too_long", "office.unknown_device", "office.revoked_device"),
            ),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Ask a laptop for something"), self.tr("Ask")

    def open(self, device: str = "") -> None:
        """Ask for something; a laptop may be proposed."""
        lines = self.context.ask(office.devices) or []
        self._devices = [line for line in lines if not line.office and not line.revoked_on]
        self._courses = self.context.ask(courses.search_courses) or []
        self.accept_button.setEnabled(bool(self._devices))
        self.open_filled(device=device, kind=self.value("kind"), focus=self.entry("kind"))

    @override
    def save(self) -> None:
        typed = self.values()
        typed["device"] = typed["device"] or ""
        changes = self.submit(lambda: requests.ask(self.context.work, **typed))
        if changes is not None:
            self.requested.emit()
            self.context.offer_undo(changes)

    def _kind_words(self, kind: OfficeRequestKind) -> str:
        if kind is OfficeRequestKind.OTHER:
            return self.tr("Something else")
        return label_text(Label(f"errand.kind.{kind.value}"), self.context.language.code)


class TrustPanel(FieldsForm):
    """Asks up to which file a revoked laptop is believed. `changed` is emitted when that is written down."""

    needs = "office/office/trust_until"

    changed = Signal()

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("trust_panel", context, host, 420, prefix="trust_")
        self._code = ""
        self._files: list[ImportLine] = []
        self.build()

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "What came after it changes nothing any more. It waits in Review, where you look at it and agree "
            "or leave it, one by one or all at once."
        )
        when = self.context.when
        files = [(line.number, f"{Path(line.file).stem} · {when(line.at)}") for line in self._files]
        all_of_it, nothing = self.tr("everything that came"), self.tr("nothing at all")
        return (
            Note("about", about, role="second"),
            Choice(
                "number",
                self.tr("{code} is believed up to").format(code=self._code),
                options=[(None, all_of_it), *files, (0, nothing)],
                refused=("office.unknown_device", "import.unknown"),
            ),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("What a revoked laptop wrote"), self.tr("Save")

    def open(self, device: str) -> None:
        """Ask for one laptop."""
        self._code = device
        self._files = self.context.ask(office.files_of, device) or []
        self.open_filled(number=None, focus=self.entry("number"))

    @override
    def save(self) -> None:
        number = self.values()["number"]
        if self.submit(lambda: office.trust_until(self.context.work, self._code, number)) is not None:
            self.changed.emit()


_EMPTY, _ANY = 240, 16777215
"""Pixels of height: at least, while it is empty, and as much as Qt allows."""


class RequestsCard(Retranslated, Card):
    """A table, the newest first; what is open can be withdrawn."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("office_errands")
        self._context, self._host = context, host
        self.device = ""
        """The laptop that is proposed when something is asked."""
        self.grow()
        self.head.setContentsMargins(18, 0, 12, 0)
        self.model = ListTableModel("office_errands_model", self._columns(), lambda one: one.key, self)
        self.table = TableView("office_errands_table")
        self.selection = Selection(self.table, self.model)
        self.table.allow_sorting()
        let_shrink(self.table)
        self.buttons = CommandButtons("office", self._commands)
        for button in self.buttons.all():
            self.add_to_head(button)
        self.empty = EmptyState("office_errands_empty", "mail")
        self.empty.compact()
        self.add_row(self.table, 1)
        self.add_row(self.empty, 1)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.buttons.refresh())
        self.retranslate()

    @cached_property
    def panel(self) -> RequestPanel:
        """Ask what a laptop is to do."""
        made = RequestPanel(self._context, self._host)
        made.requested.connect(self.show_errands)
        return made

    def _commands(self) -> Sequence[Command]:
        chosen, ask = self.selection.row(), self.tr("Ask for something…")
        usable = chosen is not None and chosen.state is OfficeRequestState.OPEN
        return (
            Command(
                "withdraw",
                self.tr("Withdraw the request", "to a laptop"),
                self._withdraw,
                enabled=usable,
                needs="exchange/requests/withdraw",
            ),
            Command(
                "ask",
                ask,
                lambda: self.panel.open(self.device),
                ButtonKind.PLAIN,
                "plus",
                needs="exchange/requests/ask",
            ),
        )

    def show_errands(self) -> None:
        """Read the list anew."""
        lines = self._context.ask(requests.list_requests) or []
        self.model.set_rows(lines)
        self.show_row(self.table, shown=bool(lines))
        self.show_row(self.empty, shown=not lines)
        self._leave_room()
        self.buttons.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bound the height anew: in a narrow window the head takes two lines."""
        super().resizeEvent(event)
        self._leave_room()

    def _leave_room(self) -> None:
        """While nothing was asked for, the room is for the laptops, but for what the words need."""
        needed = max(_EMPTY, self.heightForWidth(self.width()))
        self.setMaximumHeight(_ANY if self.model.rowCount() else needed)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Requests to laptops"))
        self.table.setAccessibleName(self.tr("Requests to laptops"))
        self.empty.set_words(
            self.tr("Nothing was asked for yet"),
            self.tr(
                "A request goes with the next file for a laptop and stays on its first screen until done."
            ),
        )
        self.show_errands()

    def _columns(self) -> tuple[Column[OfficeRequest], ...]:
        return (
            Column("device", lambda: self.tr("Laptop"), lambda one: one.device, 90, look=TextStyle.STRONG),
            Column("what", lambda: self.tr("What for"), self._said),
            Column(
                "asked",
                lambda: self.tr("Asked"),
                self._asked,
                120,
                look=TextStyle.QUIET,
                order=lambda one: one.asked_on or date.min,
            ),
            Column("answer", lambda: self.tr("Answer"), lambda one: one.answer, 220, look=TextStyle.QUIET),
            Column("state", lambda: self.tr("State"), lambda one: self._state(one)[1], 150, chip=self._state),
        )

    def _said(self, one: OfficeRequest) -> str:
        return label_text(requests.words(one), self._context.language.code)

    def _asked(self, one: OfficeRequest) -> str:
        return self._context.formats.day_said(one.asked_on, self._context.today()) if one.asked_on else "–"

    def _state(self, one: OfficeRequest) -> tuple[Tone, str, str]:
        tone, icon = {
            OfficeRequestState.OPEN: (Tone.NOW, "clock"),
            OfficeRequestState.DONE: (Tone.GOOD, "check"),
            OfficeRequestState.WITHDRAWN: (Tone.QUIET, ""),
        }[one.state]
        return tone, self._context.words(f"errand.state.{one.state.value}"), icon

    def _withdraw(self) -> None:
        chosen = self.selection.row()
        if chosen is not None:
            changes = self._context.do(requests.withdraw, chosen.key)
            self.show_errands()
            self._context.offer_undo(changes)


class LaptopsCard(Retranslated, Card):
    """A table; the buttons below act on the laptop that is chosen in it. `changed` tells of a new list.

    Where it `sends`, writing all files is what is done first, and it is as high as its rows need.
    """

    changed = Signal()
    _sends = False

    def __init__(
        self,
        context: AppContext,
        host: QWidget,
        look: Callable[[], list[Drive]] = removable_drives,
        *,
        sends: bool = False,
    ) -> None:
        super().__init__("office_laptops")
        self._sends = sends
        self._context, self._host, self._look = context, host, look
        self.grow()
        self.head.setContentsMargins(18, 0, 12, 0)
        self.model = ListTableModel("office_laptops_model", self._columns(), lambda line: line.code, self)
        self.table = TableView("office_laptops_table")
        self.table.least_free = NAME_LEAST  # trainers are listed by their short names
        self.selection = Selection(self.table, self.model)
        self.table.allow_sorting()
        let_shrink(self.table)
        self.buttons = CommandButtons("office", self._commands)
        self.add_to_head(self.buttons["enrol"])
        self.add_row(self.table, 1)
        foot = self.add_foot()
        if sends:
            self.add_to_head(self.buttons["write_all"])
        else:
            foot.addWidget(self.buttons["write_all"])
        foot.addWidget(self.buttons["write"])
        foot.addWidget(self.buttons["revoke"])
        foot.addWidget(self.buttons["trust"])
        foot.addStretch(1)
        self._connect()
        self.retranslate()

    @cached_property
    def enrol_panel(self) -> EnrolPanel:
        """Ask for the file and the digits of a laptop."""
        made = EnrolPanel(self._context, self._host, self._look)
        made.enrolled.connect(self._enrolled)
        return made

    @cached_property
    def pack_panel(self) -> PackPanel:
        """Ask what a laptop is given, and where to."""
        made = PackPanel(self._context, self._host, self._look)
        made.written.connect(self._written)
        return made

    @cached_property
    def all_packs_panel(self) -> AllPacksPanel:
        """Ask for which laptops files are written, and where to."""
        made = AllPacksPanel(self._context, self._host, self._look)
        made.written.connect(self._all_written)
        return made

    @cached_property
    def trust_panel(self) -> TrustPanel:
        """Ask up to which file a revoked laptop is believed."""
        made = TrustPanel(self._context, self._host)
        made.changed.connect(self.changed)
        return made

    def _commands(self) -> Sequence[Command]:
        chosen = self.selection.row()
        usable = chosen is not None and not chosen.office and not chosen.revoked_on
        revoked = chosen is not None and bool(chosen.revoked_on)
        write = self.tr("Write a file for this laptop")
        if chosen is not None and usable:
            write = self.tr("Write a file for {code}").format(code=chosen.code)
        revoke, danger = self.tr("Revoke…"), ButtonKind.DANGER
        every = self.tr("Write all files…")
        return (
            Command(
                "enrol",
                self.tr("Enrol a laptop"),
                self._enrol,
                ButtonKind.PRIMARY,
                "plus",
                needs="office/office/enrol",
            ),
            Command(
                "write_all",
                every,
                self._open_all,
                ButtonKind.PLAIN,
                "send",
                enabled=self._any(),
                needs="exchange/all_packs/export_all",
            ),
            Command(
                "write",
                write,
                self._open_pack,
                ButtonKind.PLAIN,
                "send",
                enabled=usable,
                needs="exchange/packs/export_pack",
            ),
            Command(
                "revoke",
                revoke,
                self._ask_to_revoke,
                danger,
                "lock",
                enabled=usable,
                needs="office/office/revoke",
            ),
            Command(
                "trust",
                self.tr("What counts…"),
                self._ask_to_trust,
                ButtonKind.PLAIN,
                enabled=revoked,
                needs="office/office/trust_until",
            ),
        )

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(lambda *_: self.buttons.refresh())
        self.table.opened.connect(lambda _row: self._open_pack())

    def show_laptops(self) -> None:
        """Read the list anew; the laptop chosen stays chosen."""
        chosen = self.selection.key()
        lines = sorted(self._context.ask(office.devices) or [], key=lambda line: (line.office, line.code))
        self.model.set_rows(lines)
        self.selection.choose(chosen)
        self.buttons.refresh()
        first = "write_all" if self._sends and self._any() else "enrol"
        for name in ("enrol", "write_all"):
            self.buttons[name].set_kind(ButtonKind.PRIMARY if name == first else ButtonKind.PLAIN)

    @override
    def event(self, event: QEvent) -> bool:
        """Where it sends, be no higher than the rows need: what is done stands right below them."""
        handled = super().event(event)
        if self._sends and event.type() is QEvent.Type.LayoutRequest:
            rows, kept = self.model.rowCount(), self.table.minimumSizeHint().height()
            self.setMaximumHeight(self.minimumSizeHint().height() - kept + self.table.height_of(rows))
        return handled

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Laptops"))
        self.table.setAccessibleName(self.tr("Laptops of this office"))
        self.buttons.refresh()

    def _columns(self) -> tuple[Column[DeviceLine], ...]:
        return (
            Column("code", lambda: self.tr("Code"), lambda line: line.code, 64, look=TextStyle.STRONG),
            Column("name", lambda: self.tr("Name"), lambda line: line.owner or line.name or "–"),
            Column(
                "digits",
                lambda: self.tr("Digits"),
                lambda line: line.fingerprint,
                276,
                look=TextStyle.QUIET,
            ),
            Column(
                "changes",
                lambda: self.tr("Changes"),
                lambda line: self._context.formats.number(line.entries),
                96,
                right=True,
                yields=4,
                hint=lambda: self.tr(
                    "Everything of this laptop that is here, also what it wrote under another number "
                    "after its folder was copied. A file tells only what was new in it."
                ),
                order=lambda line: line.entries,
            ),
            Column(
                "came",
                lambda: self.tr("Last file"),
                self._came,
                130,
                look=TextStyle.QUIET,
                yields=3,
                order=lambda line: line.last_at or 0,
            ),
            Column(
                "program",
                lambda: self.tr("Version"),
                lambda line: line.program or "–",
                84,
                look=TextStyle.QUIET,
                yields=1,
            ),
            Column(
                "pack",
                lambda: self.tr("File for it"),
                self._pack,
                130,
                look=TextStyle.QUIET,
                yields=2,
                order=lambda line: line.pack_at or 0,
            ),
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
        moment = self._context.moment(at)
        if moment.year == self._context.today().year:
            return self._context.when(at)
        return f"{moment:%d.%m.%Y, %H:%M}"

    def _state(self, line: DeviceLine) -> tuple[Tone, str, str]:
        if line.revoked_on:
            return Tone.BAD, self.tr("revoked"), "lock"
        if line.office:
            return Tone.QUIET, self.tr("this computer"), "office"
        if line.erasures:
            return Tone.DUE, self.tr("erasure: file due"), "send"
        if line.clock_days > 0:
            return Tone.DUE, self.tr("clock %n day(s) ahead", "", line.clock_days), "clock"
        if line.clock_days < 0:
            return Tone.DUE, self.tr("clock %n day(s) behind", "", -line.clock_days), "clock"
        if line.last_at > line.pack_at:
            return Tone.DUE, self.tr("receipt to send"), "send"
        if line.travels:
            return Tone.GOOD, self.tr("office, travels"), "office"
        return Tone.GOOD, self.tr("enrolled"), "check"

    def enrol(self, request: Path) -> None:
        """Enrol the laptop that asks with a file."""
        self.enrol_panel.begin(request, lambda: self._enrol_from(request))

    def _enrol_from(self, request: Path) -> None:
        self.enrol_panel.open()
        self.enrol_panel.read_request(request)

    def _enrol(self) -> None:
        self.enrol_panel.open()

    def _any(self) -> bool:
        """Tell whether there is a laptop that a file can be written for."""
        lines = map(self.model.row, range(self.model.rowCount()))
        return any(not line.office and not line.revoked_on for line in lines)

    def _open_all(self) -> None:
        self.all_packs_panel.open()

    def _open_pack(self) -> None:
        chosen = self.selection.row()
        if chosen is not None and self.buttons["write"].isEnabled():
            self.pack_panel.open(chosen)

    def _enrolled(self, result: EnrolledLaptop) -> None:
        self._announce(result.pack.bundle)
        # The next file is written for it: another one, chosen before, may take none at all.
        self.show_laptops()
        self.selection.choose(result.device)
        trust = self._context.ask(identity.trust_list)
        digits = trust.office.fingerprint if trust else ""

        def said() -> Notice | None:
            if not self.isVisible():
                return None
            title = self.tr("{code} is enrolled").format(code=result.device)
            text = self.tr(
                "Its first file is saved and checked: {file}. The laptop asks for two groups of the office's "
                "digits, counted from the left. Read them to the trainer when you are called: {digits}."
            )
            if result.again:
                text = self.tr(
                    "Its file is saved and checked: {file}. While it belongs to this office it imports it "
                    "like any other and asks for nothing. If it has left, it asks for two groups of the "
                    "office's digits: {digits}."
                )
            text = text.format(file=result.pack.file, digits=digits)
            return Notice(Mood.NOW, title, self._with_hint(text, result.pack))

        # They are needed when the telephone rings, and stand under Keys: elsewhere they come back no more.
        self._context.be_quiet()
        self._context.stand(said)

    def _written(self, pack: SentBundle) -> None:
        self._announce(pack.bundle)
        text = self.tr("{file}, {size}.")
        if self.pack_panel.place.field.on_stick:
            text = self.tr("{file}, {size}. Eject the USB stick before you pull it out.")
        size = self._context.formats.size(pack.size)
        said = self._with_hint(text.format(file=pack.file, size=size), pack)
        self._context.tell_saved(pack.file, said)

    def _all_written(self, done: list[WrittenPack]) -> None:
        """Say which files were written, and by name which were not."""
        written = [one.pack for one in done if one.pack is not None]
        for pack in written:
            self._announce(pack.bundle)
        names = ", ".join(pack.file.name for pack in written)
        said = f"{names}."
        if self.all_packs_panel.place.field.on_stick:
            said = self.tr("{files}. Eject the USB stick before you pull it out.").format(files=names)
        refused = [
            f"{one.device}: {self._context.words(one.error.code, **one.error.values)}"
            for one in done
            if one.error is not None
        ]
        title = self.tr("%n file(s) saved and checked", "", len(written))
        if refused:
            missing = self.tr("not written: %n", "", len(refused))
            title = f"{title}; {missing}"
        self._context.tell_saved(written[0].file, "\n".join((said, *refused)), title=title)

    def _with_hint(self, said: str, pack: SentBundle) -> str:
        """Say also which courses are not in a file, though their trainer has the name of the owner."""
        hint = pack.hint
        return f"{said}\n{self._context.words(hint.code, **hint.values)}" if hint else said

    def _announce(self, bundle: str) -> None:
        self.show_laptops()
        changes = Changes(Label("sending.step.sent"), None, frozenset({("departure", bundle)}))
        self._context.changes.announce(changes, self)
        self.changed.emit()

    def _ask_to_revoke(self) -> None:
        chosen = self.selection.row()
        if chosen is None:
            return
        confirm(
            self._host,
            self.tr("Revoke {code}?").format(code=chosen.code),
            self.tr(
                "For a laptop that was lost or stolen. What was imported from it until now stays, and the "
                "certificates in that stay good. What is not imported yet is set aside, whatever day it is "
                "from, and its certificates show as not valid: first import what you have of this laptop. "
                "It gets no answer to a forgotten passphrase. This cannot be undone; a laptop that is found "
                "again is enrolled anew."
            ),
            self.tr("Revoke"),
            lambda: self._revoke(chosen.code),
            name="office_revoke_question",
        )

    def _ask_to_trust(self) -> None:
        chosen = self.selection.row()
        if chosen is not None:
            self.trust_panel.open(chosen.code)

    def _revoke(self, code: str) -> None:
        try:
            office.revoke(self._context.work, code)
        except TrainerError as error:
            self._context.tell_error(error)
            return
        self.show_laptops()
        text = self.tr("Write new files for the other laptops, so that they learn of it too.")
        self._context.tell_good(self.tr("{code} is revoked").format(code=code), text)
        self.changed.emit()


class OfficeSendScreen(Screen):
    """An office sends packs to its laptops."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("sending", context)
        self.header = PageHeader("sending_header")
        self.incoming = Button("sending_to_office", ButtonKind.PLAIN, "office")
        self.incoming.clicked.connect(lambda: context.go("office", tab="incoming"))
        self.header.add_action(self.incoming)
        self.laptops = LaptopsCard(context, self, sends=True)
        self.page = ScrollPage("sending_page")
        self.page.column.addWidget(self.header)
        # The list grows as far as it has rows; what is left stays empty below it.
        self.page.column.addWidget(self.laptops, 1000)
        self.page.column.addStretch(1)
        self.column.addWidget(self.page)
        self.retranslate()

    def refresh(self) -> None:
        """Read the laptops anew."""
        self.laptops.show_laptops()

    @override
    def retranslate(self) -> None:
        self.header.set_words(
            self.tr("Send to the laptops"),
            self.tr("Each file is encrypted. Only the laptop it is for can open it."),
        )
        self.incoming.setText(self.tr("Import files"))

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.laptops.table
