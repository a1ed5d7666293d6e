"""The office's paper key: shown once, printed or saved, and typed back so that it is known to be kept."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.sending import OfficeSetUp
from trainer_app.system import messages
from trainer_app.system.files import write_checked
from trainer_app.ui.shell.translator import LanguageSwitch
from trainer_app.ui.shell.window import Doubt
from trainer_app.ui.start.frame import StartFrame
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_WIDTH = 720
CHECKED = 6
"""How many of the key's last letters are typed back."""


class RecoveryPage(Retranslated, StartFrame):
    """Emits `kept` when the end of the key was typed back correctly."""

    kept = Signal()

    def __init__(self, language: LanguageSwitch, set_up: OfficeSetUp) -> None:
        super().__init__("recovery", _WIDTH)
        self._language = language
        self._set_up = set_up
        self.recovery = FormRow("recovery_key", _read_only(set_up.recovery_key))
        self.standby = FormRow("standby_key", _read_only(set_up.standby_key))
        self.fingerprint = FormRow("office_fingerprint", _read_only(set_up.fingerprint))
        self.print_button = Button("recovery_print", Kind.PLAIN, "print")
        self.save_button = Button("recovery_save", Kind.PLAIN, "save")
        self.told = label("caption", "recovery_told", wrap=True)
        self.typed = FormRow("recovery_typed", text_field("recovery_typed", width=220, most=CHECKED + 4))
        self.go_on = Button("recovery_continue", Kind.PRIMARY)
        self.print_button.clicked.connect(self._ask_printer)
        self.save_button.clicked.connect(self._ask_where)
        self.go_on.clicked.connect(self._check)
        self.typed.field.returnPressed.connect(self.go_on.click)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        for row in (self.recovery, self.standby, self.fingerprint):
            self.column.addWidget(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.told, 1)
        self.column.addLayout(buttons)
        foot = QHBoxLayout()
        foot.addWidget(self.typed, 1)
        foot.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(foot)

    def retranslate(self) -> None:
        """Set every word."""
        self.title.setText(self.tr("The office's paper key"))
        self.subtitle.setText(
            self.tr(
                "It opens everything if this computer or the passphrase is lost. It is shown only now: "
                "print it, put it into an envelope and lock it away, not beside the computer."
            )
        )
        self.recovery.set_words(self.tr("Recovery key"))
        self.standby.set_words(
            self.tr("Stand-by key"), self.tr("It takes over if the office's own key is stolen.")
        )
        self.fingerprint.set_words(
            self.tr("The office's digits"), self.tr("Trainers compare them by telephone. Not secret.")
        )
        self.print_button.setText(self.tr("Print"))
        self.save_button.setText(self.tr("Save to a stick"))
        self.typed.set_words(
            self.tr("Type the last %n letters of the recovery key from the paper", "", CHECKED)
        )
        self.go_on.setText(self.tr("I have kept it"))

    def sheet(self) -> QTextDocument:
        """Return the paper: what it is for, the keys in large letters, the digits."""
        parts = (
            ("h2", self.title.text()),
            ("p", self.subtitle.text()),
            ("h4", self.tr("Recovery key")),
            ("pre", _grouped(self._set_up.recovery_key)),
            ("h4", self.tr("Stand-by key")),
            ("pre", _grouped(self._set_up.standby_key)),
            ("h4", self.tr("The office's digits")),
            ("pre", self._set_up.fingerprint),
            ("p", self.tr("Office code: {code}").format(code=self._set_up.code)),
        )
        document = QTextDocument()
        document.setHtml("".join(f"<{tag}>{text}</{tag}>" for tag, text in parts))
        return document

    def print_to(self, printer: QPrinter) -> None:
        """Print the paper."""
        self.sheet().print_(printer)
        self.told.setText(self.tr("Sent to the printer"))

    def save_to(self, target: Path) -> None:
        """Write the paper as a text file and read it back."""
        try:
            path = write_checked(target, self.sheet().toPlainText().encode("utf-8"))
        except TrainerError as error:
            self.told.setText(messages.text(error.code, self._language.code, **error.values))
            return
        self.told.setText(self.tr("Saved and checked: {file}").format(file=path.name))

    def doubt(self) -> Doubt | None:
        """Ask before the key is lost for good."""
        return Doubt(
            self.tr("Close before the key is kept?"),
            self.tr("It will not be shown again. If the passphrase is lost later, nothing opens the data."),
            self.tr("Close all the same"),
        )

    def _check(self) -> None:
        typed = "".join(self.typed.field.text().split()).upper()
        if typed == self._set_up.recovery_key[-CHECKED:].upper():
            self.kept.emit()
        else:
            self.typed.show_error(self.tr("That is not the end of the key. Look at the paper again."))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)

    def _ask_where(self) -> None:
        start = str(Path.home() / f"{self._set_up.code}-recovery-key.txt")
        chosen, _ = QFileDialog.getSaveFileName(self, self.save_button.text(), start)
        if chosen:
            self.save_to(Path(chosen))


def _read_only(text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setProperty("role", "recovery_key")
    field.setReadOnly(True)
    field.setCursorPosition(0)
    return field


def _grouped(key: str) -> str:
    """Return a long key in lines of four groups, as it can be typed from paper."""
    groups = [key[at : at + 8] for at in range(0, len(key), 8)]
    return "\n".join("  ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))
