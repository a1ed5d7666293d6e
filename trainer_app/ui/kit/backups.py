"""What is kept for the day that a computer is lost: the office's recovery papers, and backups.

The papers are a form: shown, printed or saved twice, and typed back or scanned. A backup is compared with
the present data, in words, and verified as soon as it is made.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import backups
from trainer_app.domain.base.changes import Progress, no_progress, part_of
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.office.backups import (
    CHECKED,
    BackupPreview,
    CopyFacts,
    KeyPapers,
    Snapshot,
    grouped_key,
    is_key_ending,
)
from trainer_app.system import messages
from trainer_app.system.files import remove_file, write_checked
from trainer_app.ui.kit.language import Formats, LanguageSwitch
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tick
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated, clear_layout, label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from trainer_app.ui.kit.context import AppContext

translate = QCoreApplication.translate

_KINDS = {
    "attendance": "marks",
    "person": "people",
    "enrolment": "people",
    "paper": "tests",
    "answer": "tests",
    "feedback_paper": "tests",
    "certificate": "certificates",
}
type Line = tuple[str, str, str]
"""Icon, colour token, words."""


class BackupComparison(Retranslated, QWidget):
    """Two columns of numbers and lines below. Hidden until `show_look`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name = name
        self._look: BackupPreview | None = None
        self._formats: Formats | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._grid)
        column.addLayout(self._lines)
        self.hide()

    def show_look(self, look: BackupPreview, formats: Formats) -> None:
        """Show what was found."""
        self._look, self._formats = look, formats
        self.retranslate()
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        self._look = None
        self.hide()

    def texts(self) -> list[str]:
        """Return the lines that are shown."""
        return [words for _, _, words in self._findings()]

    @override
    def retranslate(self) -> None:
        if self._look is None or self._formats is None:
            return
        clear_layout(self._grid)
        clear_layout(self._lines)
        if self._look.ok:
            self._show_numbers(self._look, self._formats)
        for index, (icon, token, words) in enumerate(self._findings()):
            row = FlowRow()
            row.setSpacing(10)
            mark = IconMark(f"{self._name}_mark_{index}", icon, token)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label("body", f"{self._name}_line_{index}", words, wrap=True), 1)
            self._lines.addLayout(row)

    def _show_numbers(self, look: BackupPreview, formats: Formats) -> None:
        columns = [(self.tr("In the copy"), look.facts)]
        if look.now is not None:
            columns.append((self.tr("Here now"), look.now))
        for column, (head, _) in enumerate(columns, 1):
            text = label("caption", f"{self._name}_head_{column}", head)
            self._grid.addWidget(text, 0, column, Qt.AlignmentFlag.AlignRight)
        for row, (words, field) in enumerate(self._rows(), 1):
            self._grid.addWidget(label("body", f"{self._name}_{field}_name", words), row, 0)
            for column, (_, facts) in enumerate(columns, 1):
                number = label("number", f"{self._name}_{field}_{column}", _shown(facts, field, formats))
                self._grid.addWidget(number, row, column, Qt.AlignmentFlag.AlignRight)

    def _rows(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Courses"), "courses"),
            (self.tr("Participants"), "participants"),
            (self.tr("Certificates"), "certificates"),
            (self.tr("Changes in all"), "entries"),
        )

    def _findings(self) -> list[Line]:
        look, formats = self._look, self._formats
        if look is None or formats is None:
            return []
        if not look.ok:
            return [("alert", "absent_text", self.tr("This copy is damaged and cannot be put back."))]
        lines: list[Line] = [
            ("okcircle", "present", self.tr("Checked: every row of the copy agrees with its journal."))
        ]
        if look.sheets:
            lines.append(("alert", "late", self._sheets_words(look)))
        if look.now is None:
            return lines
        lost = sum(look.lost.values())
        if not lost:
            lines.append(("okcircle", "present", self.tr("Nothing that is here now is missing in the copy.")))
        else:
            lines.append(("alert", "late", self._lost_words(look, formats)))
            lines += self._lost_where(look)
        if look.gained:
            words = self.tr("Would come back: %n change(s) that only the copy has.", "", look.gained)
            lines.append(("info", "accent_text", words))
        return lines

    def _sheets_words(self, look: BackupPreview) -> str:
        head = self.tr("Not in the copy: %n anonymous sheet(s) that waited then.", "", look.sheets)
        now = self.tr("The sheets that wait on this computer now stay.")
        again = self.tr("Enter them again from paper, or have them filled in again.")
        return f"{head} {again if look.now is None else now}"

    def _lost_words(self, look: BackupPreview, formats: Formats) -> str:
        counts: dict[str, int] = {}
        for entity, count in look.lost.items():
            kind = _KINDS.get(entity, "other")
            counts[kind] = counts.get(kind, 0) + count
        words = {
            "marks": self.tr("attendance marks"),
            "people": self.tr("participants"),
            "tests": self.tr("tests and feedback"),
            "certificates": self.tr("certificates"),
            "other": self.tr("other"),
        }
        parts = [f"{words[kind]} {formats.number(counts[kind])}" for kind in words if kind in counts]
        head = self.tr("Not in the copy: %n change(s) made since then", "", sum(counts.values()))
        return f"{head} ({', '.join(parts)})."

    def _lost_where(self, look: BackupPreview) -> list[Line]:
        lines: list[Line] = []
        if look.lost_safe:
            words = self.tr(
                "Safe at the office: %n change(s). They come back with its next file.", "", look.lost_safe
            )
            lines.append(("shield", "present", words))
        if look.lost.get("certificate"):
            words = self.tr(
                "Certificates printed since then stay valid on paper, but this computer forgets them. "
                "Their numbers are not given a second time."
            )
            lines.append(("alert", "late", words))
        return lines


def _shown(facts: CopyFacts, field: str, formats: Formats) -> str:
    return formats.number(int(getattr(facts, field)))


def make_verified_backup(work: Workplace, progress: Progress = no_progress) -> Snapshot:
    """Make a copy (0.3 of the time), open it and check it as the database itself is checked; return it.

    Where it is stopped there is no new copy.
    """
    progress("backup.progress.copy", 0.0)
    made = backups.create_backup(work)
    try:
        whole = backups.verify_backup(work, made.path, part_of(progress, 0.3, 1.0)).ok
    except Cancelled:
        remove_file(made.path)
        raise
    if not whole:
        remove_file(made.path)
        raise TrainerError("backup.damaged", file=made.path.name)
    return made


def back_up(context: "AppContext", then: Callable[[], None]) -> None:
    """Make a copy in the background; say what was written, and lead to its folder and to another disk."""
    from trainer_app.ui.kit.context import NoticeAction

    def done(made: Snapshot) -> None:
        then()
        text = translate("BackupNotice", "{size}, encrypted, on this disk: {folder}. Another disk: Settings.")
        text = text.format(size=context.formats.size(made.size), folder=made.path.parent)
        words, again = translate("BackupNotice", "Settings"), lambda: translate("BackupNotice", "Settings")
        offer = NoticeAction("notice_other_disk", words, lambda: context.go("settings"), again)
        context.tell_saved(made.path, text, offer)

    context.run(translate("BackupNotice", "Making a copy of the database"), make_verified_backup, done=done)


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
        self.locked = Tick("recovery_locked")
        self.unlocked = AnnouncedLabel("error", "recovery_locked_error")
        self.go_on = Button("recovery_continue", ButtonKind.PRIMARY)
        self.print_button.clicked.connect(self._ask_printer)
        self.save_button.clicked.connect(self._ask_where)
        self.go_on.clicked.connect(self._check)
        self.locked.toggled.connect(lambda _on: self._ask_to_lock(asked=False))
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
        buttons = FlowRow()
        buttons.setSpacing(8)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.told, 1)
        column.addLayout(buttons)
        typed = QVBoxLayout() if self._narrow else FlowRow()
        typed.setSpacing(16)
        typed.addWidget(self.typed, 1, Qt.AlignmentFlag.AlignTop)
        typed.addWidget(self.typed_standby, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(typed)
        # What is typed can be read from the screen too: that there is paper, only a person can say.
        column.addWidget(self.locked)
        foot = FlowRow()
        foot.setSpacing(12)
        foot.addWidget(self.go_on)
        # Beside the button: above it, it would move what is pressed next.
        foot.addWidget(self.unlocked, 1)
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
        self.locked.setChecked(False)
        self._ask_to_lock(asked=False)

    @override
    def retranslate(self) -> None:
        self.recovery.set_words(self.tr("Recovery key"))
        self.standby.set_words(
            self.tr("Stand-by key"), self.tr("It takes over if the office's own key is stolen.")
        )
        self.fingerprint.set_words(
            self.tr("The office's check digits"), self.tr("Trainers compare them by telephone. Not secret.")
        )
        self.print_button.setText(self.tr("Print two copies"))
        self.save_button.setText(self.tr("Save to a USB stick"))
        self.typed.set_words(
            self.tr("Last %n letters of the recovery key, from the paper", "", CHECKED),
            self.tr("or scan its code"),
        )
        self.typed_standby.set_words(
            self.tr("Last %n letters of the stand-by key", "", CHECKED), self.tr("or scan its code")
        )
        self.locked.setText(self.tr("Two copies are on paper, locked away in two places"))
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
        parts += [self.tr("The office's check digits"), papers.fingerprint]
        return "\n\n".join(parts) + "\n"

    def print_to(self, printer: "QPrinter") -> None:
        """Print both copies."""
        if self._papers is None:
            return
        from trainer_app.ui.widgets.printing import print_bytes

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
        locked = self.locked.isChecked()
        self._ask_to_lock(asked=not locked)
        right = self._tell_wrong()
        if not locked and right:
            self.locked.setFocus()
        if not (locked and right):
            return
        try:
            self._confirm(self.typed.field.text(), self.typed_standby.field.text())
        except TrainerError as error:
            row = self.typed if error.code == "papers.wrong_recovery" else self.typed_standby
            row.show_error(self._explained(error))
            row.field.selectAll()
            return
        self.kept.emit()

    def _tell_wrong(self) -> bool:
        """Complain about each key that was typed wrong and go to the first one; True where none is.

        A key that is still to be typed is complained about only once the papers are locked away.
        """
        papers, wrong = self._papers, list[FormRow[QLineEdit]]()
        asked = (
            (self.typed, "papers.wrong_recovery", papers.recovery_key if papers else ""),
            (self.typed_standby, "papers.wrong_standby", papers.standby_key if papers else ""),
        )
        for row, code, key in asked:
            row.clear_error()
            typed = row.field.text()
            if key and (typed or self.locked.isChecked()) and not is_key_ending(typed, key):
                row.show_error(self._explained(TrainerError(code)))
                wrong.append(row)
        for row in wrong[:1]:
            row.field.setFocus()
            row.field.selectAll()
        return not wrong

    def _ask_to_lock(self, *, asked: bool) -> None:
        self.unlocked.say(
            (lambda: self.tr("Lock both copies away first, then tick this.")) if asked else None
        )

    def _ask_printer(self) -> None:
        """Offer the printers by name, and the system's own dialog behind them."""
        # The first page of all has such a form: Qt's parts for print and PDF, 5 MB, wait for its button.
        from trainer_app.ui.widgets.printing import installed

        printers = installed()
        if not printers:
            self.told.say(
                lambda: self.tr(
                    "No printer is set up on this computer: save the paper and print it elsewhere."
                )
            )
            self.save_button.setFocus()
            return
        menu = QMenu(self)
        menu.setObjectName("recovery_printers")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, printer in enumerate(printers):
            action = menu.addAction(printer.name)
            action.setObjectName(f"recovery_printer_{at}")
            action.triggered.connect(lambda _on=False, printer=printer: self.print_to(printer.open()))
        menu.addSeparator()
        more = menu.addAction(self.tr("More settings…"))
        more.setObjectName("recovery_print_more")
        more.triggered.connect(self._ask_system)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.print_button.mapToGlobal(QPoint(0, self.print_button.height() + 2)))

    def _ask_system(self) -> None:
        """Let the system's own dialog choose printer, trays and quality."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)

    def _ask_where(self) -> None:
        if self._papers is None:
            return
        title, kinds = self.save_button.text(), self.tr("PDF (*.pdf);;Text (*.txt)")
        path = FileDialog.ask_where(self, title, self._papers.file, kinds, purpose=Purpose.KEYS)
        if path is not None:
            self.save_to(path)


def _read_only() -> QLineEdit:
    field = QLineEdit()
    field.setProperty("role", "recovery_key")
    field.setReadOnly(True)
    return field
