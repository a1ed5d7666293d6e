"""Setting up the office again on a new computer, from its recovery papers and sealed files."""

from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import setting_up_again
from trainer_app.actions.office.setting_up_again import NewOfficeComputer
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.backups import OfficeFound
from trainer_app.system import messages
from trainer_app.system.clock import Clock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import StartPage
from trainer_app.ui.widgets.passphrase import NewPassphrase

_WIDTH = 760
_LONGEST = 120
_ERROR_LINES = 2
_KEY_CODES = {"vault.bad_recovery_key": "recovery", "bundle.bad_standby": "standby"}


class RestoreOfficePage(Retranslated, StartPage):
    """First looks at the files with both keys, then sets up.

    Emits `opened(workplace, passphrase)`, or `closed`.
    """

    opened = Signal(object, str)
    closed = Signal()

    def __init__(self, language: LanguageSwitch, jobs: Jobs, folder: DataFolder, clock: Clock) -> None:
        super().__init__("again", _WIDTH)
        self._language, self._jobs = language, jobs
        self._folder, self._clock = folder, clock
        self._places: list[Path] = []
        self._found: OfficeFound | None = None
        self._busy = False
        self.recovery = FormRow("again_recovery", text_field("again_recovery", most=_LONGEST))
        self.standby = FormRow("again_standby", text_field("again_standby", most=_LONGEST))
        self.places_label = label("body_strong", "again_places_label")
        self.places = label("second", "again_places", wrap=True)
        self.add_folder = Button("again_add_folder", ButtonKind.PLAIN, "folder")
        self.add_files = Button("again_add_files", ButtonKind.PLAIN, "file")
        self.found = label("body_strong", "again_found", wrap=True)
        self.problem = label("error", "again_problem", wrap=True)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.revoked = FormRow("again_revoked", text_field("again_revoked", most=_LONGEST))
        self.user = FormRow("again_user", text_field("again_user", most=80))
        self.phrase = NewPassphrase("again")
        self.look = Button("again_look", ButtonKind.PRIMARY)
        self.go_on = Button("again_go", ButtonKind.PRIMARY)
        self.back = Button("again_back", ButtonKind.GHOST)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.column.setSpacing(8)
        self.problem.ensurePolished()
        self.problem.setMinimumHeight(_ERROR_LINES * self.problem.fontMetrics().lineSpacing())
        for row in (self.recovery, self.standby):
            self.column.addWidget(row)
        files = QHBoxLayout()
        files.setSpacing(8)
        for button in (self.add_folder, self.add_files):
            files.addWidget(button)
        files.addWidget(self.places, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addWidget(self.places_label)
        self.column.addLayout(files)
        for part in (self.problem, self.found, self.revoked, self.user, self.phrase):
            self.column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.look, self.go_on, self.back):
            foot.addWidget(button)
        foot.addStretch(1)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        for row in (self.recovery, self.standby):
            row.field.textChanged.connect(self._changed)
        self.recovery.field.returnPressed.connect(self.standby.field.setFocus)
        self.standby.field.returnPressed.connect(self.add_folder.setFocus)
        self.add_folder.clicked.connect(self._ask_folder)
        self.add_files.clicked.connect(self._ask_files)
        self.look.clicked.connect(self._look)
        self.go_on.clicked.connect(self._set_up)
        self.back.clicked.connect(self._go_back)
        self.revoked.field.textChanged.connect(self.revoked.clear_error)
        for line in (self.revoked.field, self.user.field, *self.phrase.lines):
            line.returnPressed.connect(self.go_on.click)

    def first_focus(self) -> QWidget:
        """Start with the paper."""
        return self.recovery.field

    def add(self, *places: Path) -> None:
        """Read these folders or files too."""
        self._places += [place for place in places if place not in self._places]
        self._changed()

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Set up the office from its papers"))
        self.subtitle.setText(
            self.tr(
                "Type or scan both keys, and choose the office's archive or whatever is left: USB sticks "
                "with its files, the archive folder of a laptop. First it is looked what is there."
            )
        )
        self.recovery.set_words(self.tr("Recovery key from the paper"))
        self.standby.set_words(self.tr("Stand-by key from the paper"))
        self.places_label.setText(self.tr("Where files of the office are"))
        self.add_folder.setText(self.tr("Add a folder…"))
        self.add_files.setText(self.tr("Add files…"))
        self.user.set_words(self.tr("Your name, family name first"))
        self.look.setText(self.tr("Look at the files"))
        self.go_on.setText(self.tr("One moment…") if self._busy else self.tr("Set up the office"))
        self.back.setText(self.tr("Back"))
        self._show()

    def _show(self) -> None:
        names = ", ".join(place.name or str(place) for place in self._places)
        self.places.setText(names or self.tr("Nothing is chosen yet"))
        found = self._found
        # Room for what may be complained of: of the search as long as nothing is found.
        self.problem.setVisible(found is None or bool(self.problem.text()))
        for row in (self.recovery, self.standby):
            row.hold_error_room(0 if found else _ERROR_LINES)
        # A question before them needs that room more.
        lines = 0 if found is not None and found.doubtful else 1
        self.user.hold_error_room(lines)
        self.phrase.row.hold_error_room(lines)
        self.phrase.again.hold_error_room(lines)
        for part in (self.found, self.user, self.phrase, self.go_on):
            part.setVisible(found is not None)
        self.revoked.setVisible(found is not None and bool(found.doubtful))
        # What it explains is done by then, and what follows needs its room.
        self.subtitle.setVisible(found is None)
        self.look.setVisible(found is None)
        self.look.setEnabled(bool(self._places) and not self._busy)
        self.go_on.setEnabled(not self._busy)
        if found is not None:
            words = self.tr(
                "Found: {office} ({code}), list of laptops number {serial}: {laptops}. {files} files open, "
                "{closed} do not."
            )
            name = found.name.best(self._language.code) or found.code
            laptops = ", ".join(found.laptops) or "–"
            self.revoked.set_words(
                self.tr("Which of these laptops had been revoked? The list may be older"),
                self.tr("Codes of lost and stolen laptops, such as K1, K4. Leave empty if there were none."),
            )
            self.found.setText(
                words.format(
                    office=name,
                    code=found.code,
                    serial=found.serial,
                    laptops=laptops,
                    files=found.files,
                    closed=found.closed,
                )
            )

    def _go_back(self) -> None:
        """Go one step back: from what was found to keys and files, which stay; from there to the start."""
        if self._found is None:
            self.closed.emit()
            return
        self.revoked.clear_error()
        self._changed()
        self.look.setFocus()

    def _changed(self) -> None:
        self._found = None
        self.problem.setText("")
        for row in (self.recovery, self.standby):
            row.clear_error()
        self._show()

    def _look(self) -> None:
        recovery, standby = self.recovery.field.text(), self.standby.field.text()
        places = tuple(self._places)
        self._set_busy(busy=True)

        def act(progress: Progress) -> OfficeFound:
            return setting_up_again.look(places, recovery, standby, progress=progress)

        self._jobs.run("", act, done=self._looked, failed=self._refused)

    def _looked(self, found: OfficeFound) -> None:
        self._set_busy(busy=False)
        self._found = found
        self._show()
        (self.revoked if found.doubtful else self.user).field.setFocus()

    def _set_up(self) -> None:
        self.user.clear_error()
        whole = self.phrase.check()
        if not self.user.field.text().strip():
            self.user.show_error(lambda: self.tr("Please write your name"))
            whole = False
        if not whole:
            return
        beginning = NewOfficeComputer(
            self._folder,
            self.phrase.text(),
            self.user.field.text().strip(),
            self.recovery.field.text(),
            self.standby.field.text(),
            tuple(self._places),
            self._clock,
            revoked=tuple(self.revoked.field.text().replace(",", " ").split()),
        )
        self._set_busy(busy=True)

        def act(progress: Progress) -> Workplace:
            beginning.folder.make()
            work, _ = setting_up_again.set_up_again(beginning, progress=progress)
            work.release()
            return work

        opened, phrase = self.opened, beginning.passphrase
        self._jobs.run("", act, done=lambda work: opened.emit(work, phrase), failed=self._refused)

    def _refused(self, error: TrainerError) -> None:
        self._set_busy(busy=False)
        words = messages.text(error.code, self._language.code, **error.values)
        where = _KEY_CODES.get(error.code, "")
        if error.code == "office.unknown_device":
            self.revoked.show_error(words)
        elif where:
            (self.recovery if where == "recovery" else self.standby).show_error(words)
        else:
            self.problem.setText(words)
            self.problem.show()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.retranslate()

    def _ask_folder(self) -> None:
        chosen = FileDialog.getExistingDirectory(self, self.add_folder.text(), purpose=Purpose.BACKUPS)
        if chosen:
            self.add(Path(chosen))

    def _ask_files(self) -> None:
        title, kinds = self.add_files.text(), self.tr("Files of this program (*.tsync);;All files (*)")
        chosen, _ = FileDialog.getOpenFileNames(self, title, kinds=kinds, purpose=Purpose.BACKUPS)
        if chosen:
            self.add(*map(Path, chosen))
