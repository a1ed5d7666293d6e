"""Pages that recover data: restoring a backup file, and saving what can be read of a damaged database."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import backups, rebuilding
from trainer_app.actions.office.backups import Opening
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.passphrases import kept_spelling
from trainer_app.domain.office.backups import BACKUP_EXTENSION, BackupPreview, Salvaged, Snapshot
from trainer_app.system import messages
from trainer_app.system.clock import Clock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.backups import BackupComparison
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.start.unlock import step_words
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import StartPage
from trainer_app.ui.widgets.passphrase import OfferButton, PassphraseField, StrengthHint
from trainer_app.ui.widgets.presses import walk

_WIDTH = 640
_PASSPHRASE, _PAPER = "passphrase", "paper"


class RecoveryPage(Retranslated, StartPage):
    """Data are recovered on it, and how far that is stands in `progress`. Emits `closed()` when given up."""

    closed = Signal()

    def __init__(self, name: str, width: int, language: LanguageSwitch) -> None:
        super().__init__(name, width)
        self._language = language
        self._error: TrainerError | None = None
        self._resting: Sequence[QWidget] = ()  # fields and buttons, while it is at work
        self.progress = label("caption", f"{name.removesuffix('_page')}_progress", wrap=True)

    def set_busy(self, *, busy: bool) -> None:
        """Show that it is at work."""
        for part in self._resting:
            part.setEnabled(not busy)
        self.progress.setVisible(busy)

    def show_step(self, code: str, fraction: float) -> None:
        """Show how far the work is."""
        self.progress.setText(step_words(code, fraction, self._language.code))

    def _words(self, error: TrainerError) -> str:
        return messages.text(error.code, self._language.code, **error.values)

    def _add_foot(self, *buttons: Button) -> None:
        """Put buttons in a row below everything."""
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        self.column.addLayout(foot)


class BackupPage(RecoveryPage):
    """Emits `look_requested(path, opening)`, then `restore_requested(path, opening)`, or `closed()`."""

    takes_backups = True
    look_requested = Signal(object, object)
    restore_requested = Signal(object, object)

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__("backup_page", _WIDTH, language)
        self._ready: tuple[Path, Opening] | None = None
        self._office = False
        self.file = FormRow("backup_file", text_field("backup_file"))
        self.choose = Button("backup_choose", ButtonKind.PLAIN, "folder")
        self.by = Switch("backup_by", (_PASSPHRASE, _PAPER))
        self.by.set_value(_PASSPHRASE)
        self.secret = PassphraseField("backup_secret", walked_whole=False)
        self.secret_row = FormRow("backup_secret_holder", self.secret, self.secret.line)
        self.new = PassphraseField("backup_new", walked_whole=False)
        self.new_row = FormRow("backup_new_holder", self.new, self.new.line)
        self.again = PassphraseField("backup_again", walked_whole=False)
        self.again_row = FormRow("backup_again_holder", self.again, self.again.line)
        self.strength = StrengthHint("backup_new_strength")
        self.offer = OfferButton("backup_new_offer")
        self.view = BackupComparison("backup_view")
        self.follows = label("caption", "backup_follows", wrap=True)
        self.look = Button("backup_look", ButtonKind.PRIMARY, "search")
        self.restore = Button("backup_restore", ButtonKind.PRIMARY)
        self.back = Button("backup_back", ButtonKind.GHOST)
        self._rows = (self.file, self.secret_row, self.new_row, self.again_row)
        buttons = (self.choose, self.offer, self.look, self.restore, self.back)
        self._resting = (*self._rows, self.by, *buttons)
        self._lay_out()
        self._connect()
        self._show_way()
        self._forget()
        self.retranslate()

    def _lay_out(self) -> None:
        self.file.put_beside(self.choose)
        self.column.addWidget(self.file)
        by = QHBoxLayout()
        by.addWidget(self.by)
        by.addStretch(1)
        self.column.addLayout(by)
        self.column.addWidget(self.secret_row)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.new_row, 1, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.again_row, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(both)
        hint = QHBoxLayout()
        hint.addWidget(self.strength, 1)
        hint.addWidget(self.offer)
        self.column.addLayout(hint)
        eyes = (self.secret.eye, self.new.eye, self.again.eye)
        walk(self.secret.line, self.new.line, self.again.line, *eyes, self.offer)
        for part in (self.view, self.follows, self.progress):
            self.column.addWidget(part)
        self._add_foot(self.look, self.restore, self.back)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_file)
        self.by.chosen.connect(self._show_way)
        self.look.clicked.connect(self._ask_look)
        self.restore.clicked.connect(self._ask_restore)
        self.back.clicked.connect(self.closed)
        self.new.line.textChanged.connect(self.strength.judge)
        self.offer.offered.connect(self._show_offer)
        for line in (self.file.field, self.secret.line, self.new.line, self.again.line):
            line.textChanged.connect(self._forget)
            line.returnPressed.connect(self._press)

    def show_look(self, look: BackupPreview) -> None:
        """Show what the file holds; from here it can be put on this computer."""
        self.set_busy(busy=False)
        self._office = look.facts.office
        self.view.show_look(look, self._language.formats)
        self._say_follows()
        self.follows.setVisible(look.ok)
        self.look.setVisible(not look.ok)
        self.restore.setVisible(look.ok)
        if look.ok:
            for row in self._rows:
                row.hold_error_room(0)
            self.strength.hide()
            self.offer.hide()
            self.restore.setFocus()
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.restore, 0, 26))

    def refuse(self, error: TrainerError) -> None:
        """Say why it did not open."""
        self._error = error
        self.set_busy(busy=False)
        row = self.secret_row if error.code.startswith("vault.") else self.file
        row.show_error(self._words(error))

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Restore a backup"))
        self.subtitle.setText(
            self.tr("From the file that “Backup for a USB stick” wrote, on this or another computer.")
        )
        self.file.set_words(self.tr("Backup file"))
        self.choose.setText(self.tr("Choose…"))
        self.by.set_words(self.tr("With its passphrase"), self.tr("With the recovery key"))
        self.by.setAccessibleName(self.tr("How to open it"))
        if self.by.value() == _PAPER:
            self.secret_row.set_words(
                self.tr("The office's recovery key"),
                self.tr("It begins with AGE-SECRET-KEY-1. It is not kept."),
            )
        else:
            self.secret_row.set_words(
                self.tr("The passphrase of the day when the backup was made"),
                self.tr("At an office anybody's of that day; all of them still open it afterwards."),
            )
        self.new_row.set_words(self.tr("New passphrase"))
        self.again_row.set_words(self.tr("The same again"))
        self.look.setText(self.tr("Look at it"))
        self.restore.setText(self.tr("Put it on this computer"))
        self.back.setText(self.tr("Back"))
        self._say_follows()
        if self._error is not None:
            self.refuse(self._error)

    def _say_follows(self) -> None:
        words = self.tr(
            "What follows: the data of the backup is opened here. What lies in the data folder now is "
            "set aside, not deleted. The laptop goes on under a new id, and numbers its certificates in "
            "a block of its own."
        )
        if self._office:
            words = self.tr(
                "What follows: the data of the backup is opened here. What lies in the data folder now is "
                "set aside, not deleted. The office goes on under a new id, and numbers its certificates in "
                "a block of its own."
            )
            if self.by.value() == _PAPER:
                then = self.tr(
                    "Then you are asked who you are: the new passphrase becomes yours. Everybody else "
                    "unlocks with their passphrase of that day."
                )
                words = f"{words} {then}"
        self.follows.setText(words)

    def _show_offer(self, words: str) -> None:
        self.new.show_offer(words)
        self.strength.judge(words, offered=words)
        self.again.line.clear()
        self.again.line.setFocus()

    def choose_file(self, path: Path) -> None:
        """Name the file."""
        self.file.field.setText(str(path))

    def _show_way(self, _value: str = "") -> None:
        for part in (self.new_row, self.again_row):
            part.setVisible(self.by.value() == _PAPER)
        self._forget()
        self.retranslate()

    def _forget(self) -> None:
        """Something was changed: it must be looked at again."""
        self._ready, self._error = None, None
        for row in self._rows:
            row.clear_error()
            row.hold_error_room(2)
        self.strength.setVisible(self.by.value() == _PAPER)
        self.offer.setVisible(self.by.value() == _PAPER)
        self.view.clear()
        for part in (self.follows, self.restore, self.progress):
            part.hide()
        self.look.show()

    def _opening(self) -> tuple[Path, Opening] | None:
        path = Path(self.file.field.text().strip())
        if not self.file.field.text().strip() or not path.is_file():
            self.file.show_error(lambda: self.tr("Choose a file"))
            return None
        if self.by.value() == _PASSPHRASE:
            return path, Opening(self.secret.text())
        fault = self.strength.verdict.fault
        if fault is not None:
            self.new_row.show_error(lambda: self.strength.explain(fault))
            return None
        if kept_spelling(self.again.text()) != kept_spelling(self.new.text()):
            self.again_row.show_error(lambda: self.tr("The two are not the same"))
            return None
        return path, Opening(paper_key=self.secret.text(), new_passphrase=self.new.text())

    def _press(self) -> None:
        (self.restore if self.restore.isVisible() else self.look).click()

    def _ask_look(self) -> None:
        self._forget()
        self._ready = self._opening()
        if self._ready is not None:
            self.set_busy(busy=True)
            self.show_step("", 0.0)
            self.look_requested.emit(*self._ready)

    def _ask_restore(self) -> None:
        if self._ready is not None:
            self.set_busy(busy=True)
            self.restore_requested.emit(*self._ready)

    def _ask_file(self) -> None:
        kinds = self.tr("Backups of this program (*{ending})").format(ending=BACKUP_EXTENSION)
        chosen, _ = FileDialog.getOpenFileName(
            self, self.file.caption.text(), kinds=kinds, purpose=Purpose.BACKUPS
        )
        if chosen:
            self.choose_file(Path(chosen))


_SALVAGE_WIDTH = 680
_MOST = 5  # gaps that are spelled out


class SalvagePage(RecoveryPage):
    """Emits `requested(passphrase)`, `file_requested()`, `closed()`; after `show_result` `went_on()`."""

    requested = Signal(str)
    file_requested = Signal()
    went_on = Signal()

    def __init__(self, language: LanguageSwitch, copies: list[Snapshot]) -> None:
        super().__init__("salvage", _SALVAGE_WIDTH, language)
        self._copies = copies
        self._told: Salvaged | None = None
        self.sources = label("body", "salvage_sources", wrap=True)
        self.keeps = label("body", "salvage_keeps", wrap=True)
        self.field = PassphraseField("salvage_passphrase")
        self.row = FormRow("salvage_holder", self.field)
        self.progress.hide()
        self.lines = [label("body", f"salvage_line_{place}", wrap=True) for place in range(4)]
        self.start = Button("salvage_start", ButtonKind.PRIMARY, "shield")
        self.file = Button("salvage_file", ButtonKind.PLAIN, "usb")
        self.back = Button("salvage_back", ButtonKind.GHOST)
        self.go_on = Button("salvage_go_on", ButtonKind.PRIMARY)
        self._resting = (self.field, self.start, self.file, self.back)
        self.start.clicked.connect(self._ask)
        self.field.line.returnPressed.connect(self.start.click)
        self.file.clicked.connect(self.file_requested)
        self.back.clicked.connect(self.closed)
        self.go_on.clicked.connect(self.went_on)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.column.addWidget(self.sources)
        kept = QHBoxLayout()
        kept.setSpacing(10)
        kept.addWidget(IconMark("salvage_keeps_icon", "shield", "present"))
        kept.addWidget(self.keeps, 1)
        self.column.addLayout(kept)
        self.column.addWidget(self.row)
        self.column.addWidget(self.progress)
        told = QVBoxLayout()
        told.setSpacing(8)
        for line in self.lines:
            line.hide()
            told.addWidget(line)
        self.column.addLayout(told)
        self.go_on.hide()
        self._add_foot(self.start, self.go_on, self.file, self.back)

    def refuse(self, error: TrainerError) -> None:
        """Say why nothing came of it."""
        self._error = error
        self.set_busy(busy=False)
        self.row.show_error(self._words(error))
        self.field.line.setFocus()

    def show_result(self, told: Salvaged) -> None:
        """Tell what was saved and what is missing; from here it goes on to the work."""
        self._told = told
        for part in (self.row, self.progress, self.start, self.file, self.back):
            part.hide()
        self.go_on.show()
        self.retranslate()
        self.go_on.setFocus()

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Save what can be read"))
        self.subtitle.setText(self.tr("A new database is made of everything that is still whole."))
        copies = self.tr("copies on this laptop: %n", "", len(self._copies))
        sources = self.tr(
            "Read are: the damaged database page by page, {copies}, the files that were imported."
        )
        self.sources.setText(sources.format(copies=copies))
        self.keeps.setText(self.tr("The damaged file is kept as it is. Nothing is invented."))
        self.row.set_words(self.tr("Passphrase"))
        self.start.setText(self.tr("Save it"))
        self.file.setText(self.tr("Use a backup from a USB stick…"))
        self.back.setText(self.tr("Back"))
        self.go_on.setText(self.tr("Go on to the work"))
        if self._error is not None:
            self.row.show_error(self._words(self._error))
        if self._told is not None:
            self._show_told(self._told)

    def _show_told(self, told: Salvaged) -> None:
        whole = not told.missing_count and not told.unknown
        self.title.setText(self.tr("Everything is back") if whole else self.tr("Saved, with gaps"))
        self.subtitle.setText(self.tr("The new database is checked: every row agrees with its journal."))
        self.sources.setText(
            self.tr(
                "Changes from the damaged database: {pages}; from copies: {copies}; from files: {files}."
            ).format(pages=told.entries, copies=told.from_copies, files=told.from_files)
        )
        self.keeps.setText(self.tr("The damaged file lies in {folder}.").format(folder=told.aside or "–"))
        texts = []
        if whole:
            texts.append(self.tr("Nothing is known to be missing."))
        if told.missing_count:
            gaps = ", ".join(f"{one.who} {one.first}–{one.last}" for one in told.missing[:_MOST])
            more = " …" if len(told.missing) > _MOST else ""
            head = self.tr("Missing: %n change(s)", "", told.missing_count)
            texts.append(f"{head} ({gaps}{more}).")
            texts.append(
                self.tr(
                    "What was sent before comes back with the office's next file. Compare the rest with the "
                    "signed sheets."
                )
            )
        if told.unknown:
            texts.append(
                self.tr("Left out: %n change(s) whose laptop cannot be told any more.", "", told.unknown)
            )
        for index, line in enumerate(self.lines):
            line.setText(texts[index] if index < len(texts) else "")
            line.setVisible(index < len(texts))

    def _ask(self) -> None:
        if not self.field.text():
            self.field.line.setFocus()
            return
        self._error = None
        self.row.clear_error()
        self.set_busy(busy=True)
        self.show_step("", 0.0)
        self.requested.emit(self.field.text())


class RecoveryController(QObject):
    """Shows its pages in the window. `opened(work, passphrase)` with data again, `closed()` when given up."""

    opened = Signal(object, str)
    closed = Signal()

    def __init__(
        self,
        folder: DataFolder,
        clock: Clock,
        window: QWidget,
        show_page: Callable[[QWidget], None],
        language: LanguageSwitch,
        jobs: Jobs,
    ) -> None:
        super().__init__(window)
        self.setObjectName("ways_back")
        self._folder, self._clock = folder, clock
        self._show_page, self._language, self._jobs = show_page, language, jobs
        self._page: RecoveryPage | None = None
        jobs.progressed.connect(self._show_step)

    def show_salvage(self) -> None:
        """Offer to save what can be read."""
        page = SalvagePage(self._language, backups.list_backups(self._folder))
        page.requested.connect(lambda passphrase: self._salvage(page, passphrase))
        page.file_requested.connect(self.show_backup)
        self._show(page)
        page.field.line.setFocus()

    def show_backup(self, file: Path | None = None) -> None:
        """Offer to restore a backup file, the one that was opened if there is one."""
        page = BackupPage(self._language)
        page.look_requested.connect(lambda path, opening: self._look(page, path, opening))
        page.restore_requested.connect(lambda path, opening: self._restore(page, path, opening))
        self._show(page)
        if file is None:
            page.choose.setFocus()
        else:
            page.choose_file(file)
            page.secret.line.setFocus()

    def _show(self, page: RecoveryPage) -> None:
        page.closed.connect(self.closed)
        self._page = page
        self._show_page(page)

    def _salvage(self, page: SalvagePage, passphrase: str) -> None:
        def save(progress: Progress) -> tuple[Workplace, Salvaged]:
            self._folder.make()
            key = rebuilding.key_of(self._folder, passphrase)
            work, told = rebuilding.salvage(self._folder, key, clock=self._clock, progress=progress)
            work.release()
            return work, told

        def saved(outcome: tuple[Workplace, Salvaged]) -> None:
            work, told = outcome
            page.went_on.connect(lambda: self.opened.emit(work, passphrase))
            page.show_result(told)

        self._jobs.run("", save, done=saved, failed=page.refuse)

    def _look(self, page: BackupPage, path: Path, opening: Opening) -> None:
        def look(progress: Progress) -> BackupPreview:
            return backups.look_into(self._folder, path, opening, progress=progress)

        self._jobs.run("", look, done=page.show_look, failed=page.refuse)

    def _restore(self, page: BackupPage, path: Path, opening: Opening) -> None:
        def restore(progress: Progress) -> Workplace:
            work = backups.restore_file(self._folder, path, opening, clock=self._clock, progress=progress)
            work.release()
            return work

        typed, opened = opening.new_passphrase or opening.passphrase, self.opened
        self._jobs.run("", restore, done=lambda work: opened.emit(work, typed), failed=page.refuse)

    def _show_step(self, code: str, fraction: float) -> None:
        if self._page is not None and isValid(self._page):
            self._page.show_step(code, fraction)
