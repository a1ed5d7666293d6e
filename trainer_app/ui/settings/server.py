"""The office's server, in Settings: where the data lie, whether a server is fit for them, and moving them.

A server is checked before anything is moved there: a form takes its address and password, and says in words
what is good and what is not. The findings can be copied, for whoever keeps the server. The move itself is the
shell's: nothing may be open while it runs.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base import moving, server_people
from trainer_app.actions.base.moving import Home, Move
from trainer_app.actions.base.server_people import OwnerPassword
from trainer_app.actions.exchange import desks
from trainer_app.actions.office import servers
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.server_address import ServerFinding, Weight, read_address, verdict_of
from trainer_app.ui.kit.context import AppContext, first_sentence
from trainer_app.ui.kit.form_fields import Layout, Note, Own, Text
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.settings.cards import SettingRow
from trainer_app.ui.widgets.cards import Card, NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import bring_into_sight, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import Retranslated, SentenceList, clear_layout, label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.passphrase import PassphraseField

_WIDTH, _NARROW = 560, 500
_LONGEST = 500
_SIGNS = {Weight.GOOD: ("check", "present"), Weight.HINT: ("info", "late"), Weight.WRONG: ("alert", "absent")}
"""Icon and colour of a finding."""
_ADDRESS = ("server.bad_address", "server.unsafe", "server.no_database", "server.certificate", "server.gone")


class ServerCard(Retranslated, Card):
    """Says where the data lie and what analysts see of them; `to_server` and `to_file` ask to move them."""

    to_server = Signal()
    to_file = Signal()

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("server")
        self._context, self._host = context, host
        self.move_there = Button("server_move_there", ButtonKind.PLAIN, "send")
        self.move_back = Button("server_move_back", ButtonKind.PLAIN, "undo")
        self.another = Button("server_another_desk", ButtonKind.PLAIN, "laptop")
        self.check = Button("office_server_check", ButtonKind.PLAIN, "search")
        self.certificate = Button("office_server_certificate", ButtonKind.PLAIN, "key")
        self.analysts = Button("office_server_analysts", ButtonKind.PLAIN, "evaluations")
        self.renew = Button("server_owner_password", ButtonKind.PLAIN, "shield")
        self.place = SettingRow("server_place", self.move_there, self.move_back)
        self.desks = SettingRow("server_desks", self.another)
        self.fitness = SettingRow("server_fitness", self.check)
        self.proof = SettingRow("server_proof", self.certificate)
        self.views = SettingRow("server_views", self.analysts)
        self.owner = SettingRow("server_owner", self.renew)
        for row in (self.place, self.desks, self.owner, self.fitness, self.proof, self.views):
            self.add_row(row)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.move_there.clicked.connect(self.to_server)
        self.move_back.clicked.connect(self.to_file)
        self.another.clicked.connect(self._ask_where)
        self.check.clicked.connect(lambda: self.form.open())
        self.certificate.clicked.connect(lambda: self.certificate_form.open_filled())
        self.analysts.clicked.connect(self._count)
        self.renew.clicked.connect(lambda: self.password_panel.open())
        withhold("base/moving/prepare_server", self.move_there)
        withhold("base/moving/prepare_file", self.move_back)
        withhold("exchange/desks/save_for_another", self.another)
        withhold("office/servers/count_tests", self.analysts)
        withhold("base/server_people/renew_password", self.renew)

    @cached_property
    def form(self) -> "ServerForm":
        """Check a server."""
        return ServerForm(self._context, self._host)

    @cached_property
    def certificate_form(self) -> "CertificateForm":
        """Make a certificate."""
        return CertificateForm(self._context, self._host)

    @cached_property
    def password_panel(self) -> "PasswordPanel":
        """Give whoever set the server up a new password."""
        return PasswordPanel(self._context, self._host)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("The office's server"))
        self.move_there.setText(self.tr("Move to a server…"))
        self.move_back.setText(self.tr("Move back into the file…"))
        self.another.setText(self.tr("File for a new desk…"))
        self.check.setText(self.tr("Check a server…"))
        self.certificate.setText(self.tr("Make a certificate…"))
        self.analysts.setText(self.tr("Count tests anew"))
        self.renew.setText(self.tr("New password…"))
        about = self.tr("Nothing is left on it, and the office's data stay where they are.")
        self.fitness.set_words(self.tr("What a server lacks"), about)
        self.proof.set_words(
            self.tr("What a server proves itself with"),
            self.tr("Needed where other computers connect to it over the office's network."),
        )
        self.views.set_words(
            self.tr("For analysts: views without names"),
            self.tr("They show what is there now; only points of tests are those of the last count."),
        )
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
        for row in (self.desks, self.views):
            self.show_row(row, shown=on_server)
        owner = self._context.ask(server_people.owner_of) or ""
        self.show_row(self.owner, shown=bool(owner))
        self.owner.set_words(
            #: {user}: a name on the server
            self.tr("Password of {user} on the server").format(user=owner),
            self.tr(
                "Change it when somebody has left who knew it: whoever set the server up, or an earlier head."
            ),
        )
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
            title, text = first_sentence(words)
            self._context.tell_saved(saved, text, title=title)

    def _ask_where(self) -> None:
        name = f"{self._context.work.office_code}-desk{desks.EXTENSION}"
        path = FileDialog.ask_where(self, self.another.text(), name, purpose=Purpose.SERVER)
        if path is not None:
            self.save_for_another(path)

    def _count(self) -> None:
        self._context.run(
            self.analysts.text(), servers.count_tests, done=self._counted, failed=self._context.tell_error
        )

    def _counted(self, tests: int) -> None:
        said = self.tr("%n test(s) counted.", "", tests)
        self._context.tell_good(self.tr("Analysts see the newest figures"), said)


class Findings(QWidget):
    """What was found, the wrong first; each with a sign, and its weight in words for who does not see it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.summary = label("body_strong", f"{name}_summary", wrap=True)
        self.copy = Button(f"{name}_copy", ButtonKind.GHOST)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.summary)
        column.addLayout(self._rows)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.text = ""
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))

    def show_findings(self, context: AppContext, found: Sequence[ServerFinding], address: str) -> None:
        """Show what was found of a server; nothing hides it all."""
        clear_layout(self._rows)
        weights = (Weight.WRONG, Weight.HINT, Weight.GOOD)
        lines = []
        for number, finding in enumerate(sorted(found, key=lambda each: weights.index(each.weight))):
            words = context.words(finding.code, **finding.values)
            said = context.words(f"server_check.{finding.weight.value}", message=words)
            row = NoteRow(f"{self.objectName()}_{number}", *_SIGNS[finding.weight], text=words)
            row.words.setAccessibleName(said)
            self._rows.addWidget(row)
            lines.append(said)
        verdict = verdict_of(found)
        self.summary.setText(context.words(verdict.code, **verdict.values))
        self.text = "\n".join((address, *lines, self.summary.text()))
        self.setVisible(bool(found))


class ServerForm(FieldsForm):
    """Asks for an address and a password, and shows what the server is like. Nothing is kept of either."""

    def __init__(
        self, context: AppContext, host: QWidget, name: str = "server_check_form", prefix: str = "server_"
    ) -> None:
        self._found: list[ServerFinding] = []
        self._address = ""
        self._able = True
        super().__init__(name, context, host, _WIDTH, prefix=prefix)
        self.build()

    @override
    def fields(self) -> Layout:
        hint = self.tr("Over a network: {example}").format(
            example="postgresql://user@host/database?sslrootcert=C:/office/root.crt"
        )
        return (
            Note("about", self.about(), role="second"),
            Text(
                "address",
                self.tr("Address of the database"),
                hint,
                longest=_LONGEST,
                refused=_ADDRESS,
                changed=self._forget_found,
            ),
            Own(
                "password",
                self.tr("Password of this user"),
                widget=PassphraseField,
                refused=("server.refused",),
            ),
            Own("found", widget=Findings),
        )

    def about(self) -> str:
        """Return what is done with the address."""
        return self.tr(
            "The check makes all tables in the empty database and takes them back: nothing is left there, "
            "and the office's data stay where they are."
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Check a server"), self.tr("Check", "a server")

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(self.tr("Close"))
        self.findings.copy.setText(self.tr("Copy the list, for whoever keeps the server"))
        self._show()
        self.show_buttons()

    @property
    def findings(self) -> Findings:
        """What the last check found."""
        found = self.rows["found"]
        assert isinstance(found, Findings)
        return found

    @override
    def is_begun(self) -> bool:
        """Close without a question: nothing is saved here, and no password is kept."""
        return False

    def open(self) -> None:
        """Ask for a server; where this computer cannot connect to any, say what to install."""
        self.clear_errors()
        self._found, self._able = [], True
        self.rows["password"].field.forget()
        self.open_filled()
        try:
            moving.check_driver()
        except TrainerError as missing:
            self._able = False
            self.show_refusal(missing)
        self._show()
        self.show_buttons()

    def show_buttons(self) -> None:
        """Let nobody check an address that is not there."""
        self.accept_button.setEnabled(self._able and bool(self.typed("address").strip()))

    def _forget_found(self) -> None:
        """Take away what was found and refused: it is of another address."""
        self._found = []
        if "found" in self.__dict__.get("rows", {}):
            self._show()
            if self._able:
                self.trouble.hide()
                self.trouble.say(None)
        self.show_buttons()

    def typed_address(self) -> tuple[str, str]:
        """Return address and password."""
        return self.typed("address").strip(), self.rows["password"].field.text()

    @override
    def save(self) -> None:
        self.look()

    def look(self) -> None:
        """Look at the server and tell all that was found; nothing is left behind in it."""
        self.clear_errors()
        self._found = []
        self._show()
        address, password = self.typed_address()
        self.context.run(
            self.tr("Checking the server"),
            lambda work, _progress: servers.check_server(address, password, work.clock),
            done=self._checked,
            failed=self.show_refusal,
            writes=False,
        )

    def _checked(self, found: list[ServerFinding]) -> None:
        self._found, self._address = found, read_address(self.typed("address")).shown()
        self._show()
        bring_into_sight(self.findings.summary)

    def _show(self) -> None:
        self.findings.show_findings(self.context, self._found, self._address)


class ToServerPanel(ServerForm):
    """The same before a move; `ready(move)` is emitted when the server was looked at and is fit for it."""

    ready = Signal(object)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__(context, host, "to_server_panel", "to_server_")
        self.rows["check"].clicked.connect(self.look)

    @override
    def about(self) -> str:
        return self.tr(
            "All data of the office are copied into an empty database of the server and compared; the file "
            "on this computer is kept and takes no more changes. Make a backup first, and close the "
            "program's other windows. The password is kept under the data's key, and shown nowhere. Where "
            "this office works there already, as after a computer was lost, this one becomes its desk again."
        )

    @override
    def fields(self) -> Layout:
        *asked, found = super().fields()
        return (*asked, Own("check", widget=lambda name: Button(name, icon="search")), found)

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Move to a server"), self.tr("Move the data")

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.rows["check"].setText(self.tr("Check the server"))

    @override
    def show_buttons(self) -> None:
        super().show_buttons()
        self.rows["check"].setEnabled(self.accept_button.isEnabled())

    @override
    def save(self) -> None:
        self.clear_errors()
        address, password = self.typed_address()
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


class CertificateForm(FieldsForm):
    """Asks for the server's name, then for a folder, and makes what the server proves itself with."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("server_certificate_form", context, host, 420)
        self.build()

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "Over a network the program speaks only to a server that proves who it is. Two files are made: "
            "server.key for the server alone, server.crt for the server and every computer of the office."
        )
        hint = self.tr("As in the address: for example office-server, or 192.168.1.10")
        name = self.tr("Name of the server in your network")
        return (
            Note("about", about, role="second"),
            Text("name", name, hint, longest=_LONGEST, refused=("server.bad_name",)),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("The server's certificate"), self.tr("Choose a folder…")

    @override
    def save(self) -> None:
        self.clear_errors()
        chosen = FileDialog.getExistingDirectory(
            self, self.tr("Where to write the certificate"), purpose=Purpose.SERVER
        )
        if not chosen:
            return
        name, out = self.typed("name"), Path(chosen) / "server-certificate"
        self.context.run(
            self.title.text(),
            lambda work, _progress: servers.make_server_certificate(name, out, work.clock),
            done=self._made,
            failed=self.show_refusal,
        )

    def _made(self, folder: Path) -> None:
        self.dismiss()
        said = self.context.words("server.certificate_made", folder=folder.name)
        self.context.tell_good(self.tr("The certificate is made"), said)


class ToFilePanel(SidePanel):
    """Tells what moving back means; `ready(move)` is emitted when it is wished for."""

    ready = Signal(object)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("to_file_panel", host, _NARROW)
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


class PasswordPanel(SidePanel):
    """Tells what a new password of the server's owner means, changes it, and shows it until it is closed."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("server_password_panel", host, _NARROW)
        self._context = context
        self._made: OwnerPassword | None = None
        self.about = SentenceList("server_password_about")
        self.result = label("body_strong", "server_password_result", wrap=True)
        self.password = text_field("server_password_made")
        self.password.setReadOnly(True)
        self.copy = Button("server_password_copy", ButtonKind.GHOST)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.password.text()))
        for part in (self.about, self.result, self.password):
            self.body.addWidget(part)
        self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.accepted.connect(self._change)
        self.dismissed.connect(self._forget)
        withhold("base/server_people/renew_password", self.accept_button)
        self.retranslate()

    def open(self) -> None:
        """Show it, with no password of before."""
        self._made = None
        self.retranslate()
        self.reveal(self.accept_button)

    def holds_work(self) -> bool:
        """No password is kept while the program is locked."""
        return False

    def _forget(self) -> None:
        self._made = None
        self.password.clear()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        made = self._made
        self.set_words(self.tr("A new password on the server"), self.tr("Change the password"))
        if made is not None:
            self.cancel_button.setText(self.tr("Close"))
        self.accept_button.setVisible(made is None)
        self.copy.setText(self.tr("Copy the password"))
        for part in (self.result, self.password, self.copy):
            part.setVisible(made is not None)
        self.about.setVisible(made is None)
        user = self._context.ask(server_people.owner_of) or ""
        told = (
            self.tr(
                "The other desks learn of it by themselves: people connect there under roles of their own."
            )
            if self._context.ask(server_people.enter_by_roles)
            else self.tr(
                "Every desk connects with it: close the program there first, and type the new one there."
            )
        )
        self.about.show_lines(
            self.tr("What follows"),
            [
                #: {user}: a name on the server
                self.tr("{user} gets a password that the program makes.").format(user=user),
                self.tr("Whoever knew the one of before connects no more with it."),
                told,
                self.tr("It is kept under the keys of the heads and the recovery key, and shown once, here."),
                self.tr("It is noted in the journal that it was changed, and by whom."),
            ],
        )
        if made is not None:
            code = "server.password_changed" if made.shared else "server.password_to_tell"
            self.result.setText(self._context.words(code, user=made.user))
            self.password.setText(made.password)
            self.password.setAccessibleName(self.tr("The new password"))

    def _change(self) -> None:
        def failed(error: TrainerError) -> None:
            self.dismiss()
            self._context.tell_error(error)

        self._context.run(
            self.title.text(),
            lambda work, _progress: server_people.renew_password(work),
            done=self._changed,
            failed=failed,
        )

    def _changed(self, made: OwnerPassword) -> None:
        self._made = made
        self.retranslate()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)


class ServerParts:
    """The card of Settings with its panels, for an office alone."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        self._context, self._host = context, host
        self.card = ServerCard(context, host)
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
