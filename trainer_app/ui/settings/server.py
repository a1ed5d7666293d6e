"""Where an office's data lie, in Settings: in its file or on its server, and moving them there and back.

The move itself is the shell's: nothing may be open while it runs.
"""

from functools import cached_property
from pathlib import Path
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.base import moving
from trainer_app.actions.base.moving import Home, Move
from trainer_app.actions.exchange import desks
from trainer_app.actions.office import servers
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.server_address import ServerFinding, Weight
from trainer_app.ui.kit.context import AppContext, first_sentence
from trainer_app.ui.kit.form_fields import Layout, Note, Own, Text
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.settings.cards import SettingRow
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.file_dialogs import FileDialog, offered
from trainer_app.ui.widgets.labels import Retranslated, SentenceList
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.passphrase import PassphraseField

_WIDTH = 500
_LONGEST = 500


class ServerPlaceCard(Retranslated, Card):
    """Says where the data lie; `to_server` and `to_file` ask to move them."""

    to_server = Signal()
    to_file = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("server")
        self._context = context
        self.move_there = Button("server_move_there", ButtonKind.PLAIN, "send")
        self.move_back = Button("server_move_back", ButtonKind.PLAIN, "undo")
        self.another = Button("server_another_desk", ButtonKind.PLAIN, "laptop")
        self.another.clicked.connect(self._ask_where)
        self.move_there.clicked.connect(self.to_server)
        self.move_back.clicked.connect(self.to_file)
        withhold("base/moving/prepare_server", self.move_there)
        withhold("base/moving/prepare_file", self.move_back)
        withhold("exchange/desks/save_for_another", self.another)
        self.place = SettingRow("server_place", self.move_there, self.move_back)
        self.desks = SettingRow("server_desks", self.another)
        self.add_row(self.place)
        self.add_row(self.desks)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("The office's server"))
        self.move_there.setText(self.tr("Move to a server…"))
        self.move_back.setText(self.tr("Move back into the file…"))
        self.another.setText(self.tr("File for a new desk…"))
        self.show_home()

    def show_home(self) -> None:
        """Show where the data lie, and what protects the way there."""
        on_server = self._context.work.on_server
        self.move_there.setVisible(not on_server)
        self.move_back.setVisible(on_server)
        found = self._context.ask(moving.home) or Home()
        about = self.tr(
            "An office of several people can work on a PostgreSQL server of its own, each at a computer with "
            "this program."
        )
        words = self._context.words(found.words.code, **found.words.values)
        title = self.tr("On the server") if on_server else self.tr("In the file on this computer")
        self.place.set_words(title, words if on_server else about)
        self.desks.setVisible(on_server)
        if on_server:
            self._show_desks()

    def _show_desks(self) -> None:
        named = self._context.ask(desks.desks_of) or []
        said = ", ".join(f"{one.code} {one.name}".strip() for one in named)
        #: {desks}: codes and names of people, with commas between them
        title = self.tr("Desks: {desks}").format(desks=said)
        about = self.tr(
            "Another computer becomes a desk by a file that opens with a passphrase of the office. Delete it "
            "when it was used."
        )
        self.desks.set_words(title, about)

    def save_for_another(self, path: Path) -> None:
        """Write the file for a new desk, and say where it lies."""
        saved = self._context.ask(desks.save_for_another, path)
        if saved is not None:
            words = self._context.words("desks.saved", file=saved.name)
            self._context.tell_saved(saved, *first_sentence(words))

    def _ask_where(self) -> None:
        start = offered(f"{self._context.work.office_code}-desk{desks.EXTENSION}")
        chosen, _ = FileDialog.getSaveFileName(self, self.another.text(), start)
        if chosen:
            self.save_for_another(Path(chosen))


class ToServerPanel(FieldsForm):
    """Asks for the address; `ready(move)` is emitted when the server was looked at and is fit for it."""

    ready = Signal(object)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("to_server_panel", context, host, _WIDTH, prefix="to_server_")
        self.build()
        self.rows["check"].clicked.connect(self._check)

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "All data of the office are copied into an empty database of the server and compared; the file "
            "on this computer is kept and takes no more changes. Make a backup first, and close the "
            "program's other windows."
        )
        example = self.tr("Over a network: {example}").format(
            example="postgresql://user@host/database?sslrootcert=C:/office/root.crt"
        )
        secret = self.tr("It is kept under the data's key on this computer, and shown nowhere.")
        return (
            Note("about", about, role="second"),
            Text(
                "address",
                self.tr("Address of the database"),
                example,
                most=_LONGEST,
                refused=("server.bad_address", "server.unsafe"),
                changed=self._forget_found,
            ),
            Own(
                "password",
                self.tr("Password at the server"),
                secret,
                widget=PassphraseField,
                refused=("server.refused",),
            ),
            Own("check", widget=lambda name: Button(name, icon="search")),
            Own("found", widget=SentenceList),
            Own("hints", widget=SentenceList),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Move to a server"), self.tr("Move the data")

    @override
    def holds_work(self) -> bool:
        # No password is kept while the program is locked.
        return False

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.rows["check"].setText(self.tr("Check the server"))
        self._show_buttons()

    def open(self) -> None:
        """Ask for the server."""
        self.clear_errors()
        self.rows["password"].field.forget()
        self.open_filled()
        self._forget_found()

    def _show_buttons(self) -> None:
        named = bool(self.typed("address").strip())
        if "check" in self.__dict__.get("rows", {}):
            self.rows["check"].setEnabled(named)
            self.accept_button.setEnabled(named)

    def _typed(self) -> tuple[str, str]:
        return self.typed("address").strip(), self.rows["password"].field.text()

    def _forget_found(self) -> None:
        """Take away what was found and refused: it is of another address."""
        for name in ("found", "hints"):
            if name in self.__dict__.get("rows", {}):
                self.rows[name].hide()
        self.trouble.hide()
        self.trouble.say(None)
        self._show_buttons()

    def _check(self) -> None:
        """Look at the server and tell all that was found; nothing is left behind in it."""
        self.clear_errors()
        self._forget_found()
        address, password = self._typed()
        self.context.run(
            self.tr("Checking the server"),
            lambda work, _progress: servers.check_server(address, password, work.clock),
            done=self._show_found,
            failed=self.show_refusal,
            writes=False,
        )

    def _show_found(self, findings: list[ServerFinding]) -> None:
        wrong, hints = (self._said(findings, weight) for weight in (Weight.WRONG, Weight.HINT))
        good = self.tr("The server is fit for the office's data.")
        bad = self.tr("To be put right before the data can lie there:")
        shown: SentenceList = self.rows["found"]
        shown.show_lines(bad if wrong else good, wrong)
        shown.show()
        better: SentenceList = self.rows["hints"]
        better.show_lines(self.tr("Better so, though the data may lie there without it:"), hints)
        better.setVisible(bool(hints))
        self.bring_into_view(better if hints else shown)

    def _said(self, findings: list[ServerFinding], weight: Weight) -> list[str]:
        words = self.context.words
        return [words(each.code, **each.values) for each in findings if each.weight is weight]

    @override
    def save(self) -> None:
        self.clear_errors()
        address, password = self._typed()
        self.context.run(
            self.title.text(),
            lambda work, _progress: moving.prepare_server(work, address, password),
            done=self._go_on,
            failed=self.show_refusal,
        )

    def _go_on(self, move: Move) -> None:
        self.rows["password"].field.forget()
        self.dismiss()
        self.ready.emit(move)


class ToFilePanel(SidePanel):
    """Tells what moving back means; `ready(move)` is emitted when it is wished for."""

    ready = Signal(object)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("to_file_panel", host, _WIDTH)
        self._context = context
        self.about = SentenceList("to_file_about")
        self.body.addWidget(self.about)
        self.body.addStretch(1)
        self.accepted.connect(self._prepare)
        self.retranslate()

    def open(self) -> None:
        """Show it."""
        self.reveal(self.accept_button)

    def holds_work(self) -> bool:
        """Nothing is typed here."""
        return False

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Move back into the file"), self.tr("Move the data"))
        self.about.show_lines(
            self.tr("What follows"),
            [
                self.tr("All data are copied from the server into the file on this computer, and compared."),
                self.tr("Nobody works on the server any more: close the program on all other desks first."),
                self.tr(
                    "The database on the server is kept and takes no more changes. Remove it there later."
                ),
            ],
        )

    def _prepare(self) -> None:
        def failed(error: TrainerError) -> None:
            self.dismiss()
            self._context.tell_error(error)

        self._context.run(
            self.title.text(),
            lambda work, _progress: moving.prepare_file(work),
            done=self._go_on,
            failed=failed,
        )

    def _go_on(self, move: Move) -> None:
        self.dismiss()
        self.ready.emit(move)


class ServerParts:
    """The card of Settings with its panels, for an office alone."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        self._context, self._host = context, host
        self.card = ServerPlaceCard(context)
        self.card.to_server.connect(lambda: self.to_server.open())
        self.card.to_file.connect(lambda: self.to_file.open())

    @cached_property
    def to_server(self) -> ToServerPanel:
        """Move to a server."""
        return self._connected(ToServerPanel(self._context, self._host))

    @cached_property
    def to_file(self) -> ToFilePanel:
        """Move back into the file."""
        return self._connected(ToFilePanel(self._context, self._host))

    def _connected[P: (ToServerPanel, ToFilePanel)](self, panel: P) -> P:
        panel.ready.connect(self._context.move_ready)
        return panel
