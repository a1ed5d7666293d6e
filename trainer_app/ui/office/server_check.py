"""The server for an office of several people: where the data lie, and whether a server is fit for them.

A server is checked before anything is moved there: a form takes its address and password, and says in words
what is good and what is not. The findings can be copied, for whoever keeps the server.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import servers
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.server_address import ServerFinding, Weight, read_address
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Layout, Note, Own, Text
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.cards import ActionRow, Card, NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.file_dialogs import FileDialog, begin_in
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.passphrase import PassphraseField

_WIDTH = 560
_LONGEST = 300
_SIGNS = {Weight.GOOD: ("check", "present"), Weight.HINT: ("info", "late"), Weight.WRONG: ("alert", "absent")}
"""Icon and colour of a finding."""
_ADDRESS = ("server.bad_address", "server.unsafe", "server.no_database", "server.certificate", "server.gone")


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
        while (item := self._rows.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        weights = (Weight.WRONG, Weight.HINT, Weight.GOOD)
        lines = []
        for number, finding in enumerate(sorted(found, key=lambda each: weights.index(each.weight))):
            words = context.words(finding.code, **finding.values)
            said = context.words(f"server_check.{finding.weight.value}", message=words)
            row = NoteRow(f"{self.objectName()}_{number}", *_SIGNS[finding.weight], text=words)
            row.words.setAccessibleName(said)
            self._rows.addWidget(row)
            lines.append(said)
        wrong = sum(finding.weight is Weight.WRONG for finding in found)
        self.summary.setText(context.words("server_check.done", wrong=wrong))
        self.text = "\n".join((address, *lines, self.summary.text()))
        self.setVisible(bool(found))


class ServerCheckForm(FieldsForm):
    """Asks for an address and a password, and shows what the server is like. Nothing is kept of either."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        self._found: list[ServerFinding] = []
        self._address = ""
        super().__init__("server_check_form", context, host, _WIDTH, prefix="server_")
        self.build()

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "The check makes all tables in the empty database and takes them back: nothing is left there, "
            "and the office's data stay where they are."
        )
        hint = self.tr(
            "For example postgresql://office@server/trainer?sslrootcert=C:/office/root.crt, or for a server "
            "on this computer postgresql://office@localhost/trainer"
        )
        return (
            Note("about", about, role="second"),
            Text("address", self.tr("Address of the database"), hint, most=_LONGEST, refused=_ADDRESS),
            Own(
                "password",
                self.tr("Password of this user"),
                widget=PassphraseField,
                refused=("server.refused",),
            ),
            Own("found", widget=Findings),
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

    @property
    def findings(self) -> Findings:
        """What the last check found."""
        found = self.rows["found"]
        assert isinstance(found, Findings)
        return found

    @override
    def holds_work(self) -> bool:
        # No password is kept while the program is locked.
        return False

    @override
    def would_lose(self) -> bool:
        """Close without a question: nothing is saved here."""
        return False

    def open(self) -> None:
        """Ask for a server."""
        self._found = []
        self.rows["password"].field.forget()
        self.open_filled()

    @override
    def save(self) -> None:
        address, password = self.typed("address"), self.rows["password"].field.text()
        self.clear_errors()
        self._found = []
        self._show()
        self.context.run(
            self.title.text(),
            lambda work, _progress: servers.check_server(address, password, work.clock),
            done=self._checked,
            failed=self.show_refusal,
        )

    def _checked(self, found: list[ServerFinding]) -> None:
        self._found, self._address = found, read_address(self.typed("address")).shown()
        self._show()
        self.bring_into_view(self.findings.summary)

    def _show(self) -> None:
        self.findings.show_findings(self.context, self._found, self._address)


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
            Text("name", name, hint, most=_LONGEST, refused=("server.bad_name",)),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("The server's certificate"), self.tr("Choose a folder…")

    @override
    def save(self) -> None:
        self.clear_errors()
        chosen = FileDialog.getExistingDirectory(self, self.tr("Where to write the certificate"), begin_in())
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


class ServerCard(Retranslated, Card):
    """Where the office's data lie; the way to a server, and what analysts see of one."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("office_server")
        self._context, self._host = context, host
        self.check = ActionRow("office_server_check", "search", ButtonKind.PLAIN)
        self.certificate = ActionRow("office_server_certificate", "key", ButtonKind.PLAIN)
        self.analysts = ActionRow("office_server_analysts", "evaluations", ButtonKind.PLAIN)
        for row in (self.check, self.certificate, self.analysts):
            self.add_row(row)
        withhold("office/servers/count_tests", self.analysts.button)
        self.check.button.clicked.connect(lambda: self.form.open())
        self.certificate.button.clicked.connect(lambda: self.certificate_form.open_filled())
        self.analysts.button.clicked.connect(self._count)
        self.retranslate()

    @cached_property
    def form(self) -> ServerCheckForm:
        """Check a server."""
        return ServerCheckForm(self._context, self._host)

    @cached_property
    def certificate_form(self) -> CertificateForm:
        """Make a certificate."""
        return CertificateForm(self._context, self._host)

    def show_server(self) -> None:
        """Read where the data lie, and show it."""
        here = not self._context.work.on_server
        in_file = self.tr(
            "The office's data lie in a file on this computer. For several people at once they can lie on a "
            "PostgreSQL server of the office; a check says what such a server lacks."
        )
        on_server = self.tr("The office's data lie on a server; a check says what it lacks.")
        self.check.set_row(
            self.tr("A server for several people"),
            in_file if here else on_server,
            self.tr("Check a server…"),
        )
        self.show_row(self.analysts, shown=not here)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Server"))
        self.certificate.set_row(
            self.tr("What a server proves itself with"),
            self.tr("Needed where other computers connect to it over the office's network."),
            self.tr("Make a certificate…"),
        )
        self.analysts.set_row(
            self.tr("For analysts: views without names"),
            self.tr("They show what is there now; only points of tests are those of the last count."),
            self.tr("Count tests anew"),
        )
        self.show_server()

    def _count(self) -> None:
        self._context.run(
            self.analysts.button.text(), _count_tests, done=self._counted, failed=self._context.tell_error
        )

    def _counted(self, tests: int) -> None:
        said = self.tr("%n test(s) counted.", "", tests)
        self._context.tell_good(self.tr("Analysts see the newest figures"), said)


def _count_tests(work: Workplace, progress: Progress) -> int:
    return servers.count_tests(work, progress)
