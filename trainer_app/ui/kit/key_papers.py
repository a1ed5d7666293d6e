"""The office's recovery papers as a form: shown, printed or saved twice, and typed back or scanned."""

from collections.abc import Callable
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.backups import CHECKED, KeyPapers, grouped_key
from trainer_app.system import messages
from trainer_app.system.files import write_checked
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import FormRow, offered, text_field
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated
from trainer_app.ui.widgets.printing import print_bytes

type DrawKeyPapers = Callable[[KeyPapers, str], bytes]
"""Makes the PDF of papers in a language."""
type ConfirmKeys = Callable[[str, str], None]
"""Takes both keys as they were typed back; raises papers.wrong_recovery, papers.wrong_standby."""

_LONGEST = 120


class KeyPapersForm(Retranslated, QWidget):
    """Emits `kept` once both keys were typed back correctly. `narrow` puts both fields below one another."""

    kept = Signal()

    def __init__(
        self, language: LanguageSwitch, draw: DrawKeyPapers, confirm: ConfirmKeys, *, narrow: bool = False
    ) -> None:
        super().__init__()
        self._narrow = narrow
        self.setObjectName("papers_form")
        self._language, self._draw, self._confirm = language, draw, confirm
        self._papers: KeyPapers | None = None
        self.recovery = FormRow("recovery_key", _read_only())
        self.standby = FormRow("standby_key", _read_only())
        self.fingerprint = FormRow("office_fingerprint", _read_only())
        self.print_button = Button("recovery_print", ButtonKind.PLAIN, "print")
        self.save_button = Button("recovery_save", ButtonKind.PLAIN, "save")
        self.told = AnnouncedLabel("caption", "recovery_told")
        self.typed = FormRow("recovery_typed", text_field("recovery_typed", most=_LONGEST))
        self.typed_standby = FormRow("standby_typed", text_field("standby_typed", most=_LONGEST))
        self.go_on = Button("recovery_continue", ButtonKind.PRIMARY)
        self.print_button.clicked.connect(self._ask_printer)
        self.save_button.clicked.connect(self._ask_where)
        self.go_on.clicked.connect(self._check)
        self.typed.field.returnPressed.connect(self._go_to_second)
        self.typed_standby.field.returnPressed.connect(self.go_on.click)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for row in (self.recovery, self.standby, self.fingerprint):
            column.addWidget(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.told, 1)
        column.addLayout(buttons)
        typed = QVBoxLayout() if self._narrow else QHBoxLayout()
        typed.setSpacing(16)
        typed.addWidget(self.typed, 1, Qt.AlignmentFlag.AlignTop)
        typed.addWidget(self.typed_standby, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(typed)
        foot = QHBoxLayout()
        foot.addWidget(self.go_on)
        foot.addStretch(1)
        column.addLayout(foot)

    def show_papers(self, papers: KeyPapers) -> None:
        """Show the keys that are to be put on paper."""
        self._papers = papers
        keys = (papers.recovery_key, papers.standby_key, papers.fingerprint)
        for row, text in zip((self.recovery, self.standby, self.fingerprint), keys, strict=True):
            row.field.setText(text)
            row.field.setCursorPosition(0)
        for part in (self.recovery, self.typed):
            part.setVisible(bool(papers.recovery_key))
        for typed in (self.typed, self.typed_standby):
            typed.field.clear()
            typed.clear_error()
        self.told.say(None)

    @override
    def retranslate(self) -> None:
        self.recovery.set_words(self.tr("Recovery key"))
        self.standby.set_words(
            self.tr("Stand-by key"), self.tr("It takes over if the office's own key is stolen.")
        )
        self.fingerprint.set_words(
            self.tr("The office's digits"), self.tr("Trainers compare them by telephone. Not secret.")
        )
        self.print_button.setText(self.tr("Print two copies"))
        self.save_button.setText(self.tr("Save to a stick"))
        self.typed.set_words(
            self.tr("Last %n letters of the recovery key, from the paper", "", CHECKED),
            self.tr("or scan its code"),
        )
        self.typed_standby.set_words(
            self.tr("Last %n letters of the stand-by key", "", CHECKED), self.tr("or scan its code")
        )
        self.go_on.setText(self.tr("I have kept it"))

    def text(self) -> str:
        """Return the paper as plain text, for whoever cannot print: keys in groups, as they are typed."""
        papers = self._papers
        if papers is None:
            return ""
        parts = [
            self.tr("The office's recovery key"),
            self.tr("Office code: {code}").format(code=papers.code),
        ]
        for name, key in (
            (self.tr("Recovery key"), papers.recovery_key),
            (self.tr("Stand-by key"), papers.standby_key),
        ):
            if key:
                parts += [name, " ".join(grouped_key(key))]
        parts += [self.tr("The office's digits"), papers.fingerprint]
        return "\n\n".join(parts) + "\n"

    def print_to(self, printer: QPrinter) -> None:
        """Print both copies."""
        if self._papers is None:
            return
        try:
            print_bytes(self._draw(self._papers, self._language.code), lambda: printer)
        except TrainerError as error:
            self._tell(error)
            return
        self.told.say(lambda: self.tr("Sent to the printer"))

    def save_to(self, target: Path) -> None:
        """Write the paper as a PDF, or as a text file where its name says so, and read it back."""
        if self._papers is None:
            return
        try:
            plain = target.suffix.lower() == ".txt"
            data = self.text().encode() if plain else self._draw(self._papers, self._language.code)
            path = write_checked(target, data)
        except TrainerError as error:
            self._tell(error)
            return
        self.told.say(lambda: self.tr("Saved and checked: {file}").format(file=path.name))

    def _tell(self, error: TrainerError) -> None:
        self.told.say(self._explained(error))

    def _explained(self, error: TrainerError) -> Callable[[], str]:
        return lambda: messages.text(error.code, self._language.code, **error.values)

    def _go_to_second(self) -> None:
        """Let a scanner's Enter lead to the other key."""
        if self.typed_standby.field.text():
            self.go_on.click()
        else:
            self.typed_standby.field.setFocus()

    def _check(self) -> None:
        for row in (self.typed, self.typed_standby):
            row.clear_error()
        try:
            self._confirm(self.typed.field.text(), self.typed_standby.field.text())
        except TrainerError as error:
            row = self.typed if error.code == "papers.wrong_recovery" else self.typed_standby
            row.show_error(self._explained(error))
            row.field.selectAll()
            return
        self.kept.emit()

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)

    def _ask_where(self) -> None:
        code = self._papers.code if self._papers else ""
        start = offered(f"{code}-recovery-key.pdf")
        kinds = self.tr("PDF (*.pdf);;Text (*.txt)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.save_button.text(), start, kinds)
        if chosen:
            self.save_to(Path(chosen))


def _read_only() -> QLineEdit:
    field = QLineEdit()
    field.setProperty("role", "recovery_key")
    field.setReadOnly(True)
    return field
