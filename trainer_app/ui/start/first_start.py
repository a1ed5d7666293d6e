"""The first start: language, role, user and passphrase, and printing the office's recovery papers.

Or setting up the office again on a new computer, from its recovery papers and sealed files.
"""

from functools import partial
from pathlib import Path
from typing import Any, override

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.office import setting_up_again
from trainer_app.actions.office.setting_up_again import NewOfficeComputer
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import progress_text
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.certificates.serials import is_office_code, tidy_code
from trainer_app.domain.office.backups import KeyPapers, OfficeFound
from trainer_app.system import messages
from trainer_app.system.clock import Clock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.backups import ConfirmKeys, DrawKeyPapers, KeyPapersForm
from trainer_app.ui.kit.context import CloseQuestion
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.controls import Button, ButtonKind, ChoiceRow, Shape, Switch
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import StartPage
from trainer_app.ui.widgets.passphrase import NewPassphrase

_WIDTH = 680


class FirstStartAnswers(Struct, frozen=True):
    """What was answered. Office name and code are empty on a trainer's laptop."""

    role: Role
    user: str
    passphrase: str
    office_name: str = ""
    office_code: str = ""


class FirstStartPage(Retranslated, StartPage):
    """Emits `answered(Beginning)`; `backup_requested`: from a copy; `again_requested`: from papers.

    `desk_requested`: as one more desk of a server's office. `practice_requested`: with invented people first.
    """

    takes_backups = True
    answered = Signal(object)
    backup_requested = Signal()
    again_requested = Signal()
    desk_requested = Signal()
    practice_requested = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__("first_start", _WIDTH)
        self._language = language
        self.language = Switch("start_language", tuple(LANGUAGES))
        self.language.set_words(*(each.name for each in LANGUAGES.values()))
        self.language.set_value(language.code)
        self.language.chosen.connect(self._choose_language)
        self.role_words = label("body_strong", "start_role_label")
        self.trainer = ChoiceRow("start_trainer", Shape.RADIO, "laptop")
        self.office = ChoiceRow("start_office", Shape.RADIO, "office")
        self.trainer.setChecked(True)
        self.user = FormRow("start_user", text_field("start_user", most=80))
        self.office_name = FormRow("start_office_name", text_field("start_office_name", most=120))
        self.office_code = FormRow("start_office_code", text_field("start_office_code", most=4))
        self.phrase = NewPassphrase("start", again="start_again")
        self.phrase.owner = self.user.field.text
        self.phrase.again.hold_error_room()
        self.note = label("caption", "start_note", wrap=True)
        self.begin = Button("start_begin", ButtonKind.PRIMARY)
        self.backup = Button("start_backup", ButtonKind.GHOST)
        self.practice = Button("start_practice", ButtonKind.PLAIN, "courses")
        self.again_button = Button("start_office_again", ButtonKind.GHOST, "key")
        self.again_button.clicked.connect(self.again_requested)
        self.desk_button = Button("start_new_desk", ButtonKind.GHOST)
        self.desk_button.clicked.connect(self.desk_requested)
        self._lay_out()
        self._connect()
        self._show_role()
        self.retranslate()

    def _lay_out(self) -> None:
        self.column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.language)
        top.addStretch(1)
        top.addWidget(self.desk_button)
        top.addWidget(self.backup)
        self.column.addLayout(top)
        self.column.addWidget(self.role_words)
        self.column.addLayout(_side_by_side(self.trainer, self.office))
        self.column.addSpacing(2)
        self.column.addWidget(self.user)
        self._office_row = QWidget()
        self._office_row.setObjectName("start_office_row")
        inside = QHBoxLayout(self._office_row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addWidget(self.office_name, 3, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.office_code, 2, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self._office_row)
        self.column.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.phrase)
        foot = QHBoxLayout()
        foot.setSpacing(24)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(foot)
        self.column.addWidget(self.practice, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.trainer.toggled.connect(self._show_role)
        self.user.field.textChanged.connect(lambda _typed: self._say_name())
        self.begin.clicked.connect(self._answer)
        self.practice.clicked.connect(self.practice_requested)
        self.backup.clicked.connect(self.backup_requested)
        for line in (*self.phrase.lines, self.user.field, self.office_code.field):
            line.returnPressed.connect(self.begin.click)
        for row in (self.user, self.office_name, self.office_code):
            row.field.textChanged.connect(partial(self._forgive, row))

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Welcome"))
        self.subtitle.setText(self.tr("Three questions, then you can begin. No internet is needed."))
        self.language.setAccessibleName(self.tr("Language"))
        self.role_words.setText(self.tr("This computer is for"))
        self.trainer.set_words(self.tr("A trainer"), self.tr("marks, tests and certificates"))
        self.office.set_words(self.tr("The office"), self.tr("prepares courses, collects the files"))
        self._say_name()
        self.office_name.set_words(self.tr("Name of the office"))
        self.office_code.set_words(self.tr("Code"), self.tr("2 to 4 Latin letters, e.g. DSH"))
        self._show_note()
        self.begin.setText(self.tr("Begin"))
        self.practice.setText(self.tr("Practise first"))
        self.practice.setToolTip(self.tr("A practice course with invented people; your own data come later."))
        self.backup.setText(self.tr("Restore a backup…"))
        self.again_button.setText(
            self.tr("The office had a computer that is lost: set it up from its papers")
        )
        self.desk_button.setText(self.tr("Join the office's server…"))
        self.desk_button.setToolTip(
            self.tr("The office works on a server: make this computer one of its desks, with a head's file")
        )

    def _say_name(self) -> None:
        usual = self.tr("Family name first. It is shown next to everything you record.")
        digits = any(map(str.isdigit, self.user.field.text()))
        told = self.tr("There are digits in the name: is it right?") if digits else usual
        self.user.set_words(self.tr("Your name"), told)

    def _choose_language(self, code: str) -> None:
        """Speak it, and go on to the first question: the next key is for that, not for the backup."""
        self._language.choose(code)
        self.user.field.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the answers are being worked on."""
        self.begin.setEnabled(not busy)
        self.practice.setEnabled(not busy)
        self.begin.setText(self.tr("One moment…") if busy else self.tr("Begin"))

    def show_practice(self, fraction: float) -> None:
        """Show how far the practice course is."""
        done = self.tr("Making the practice course: {share}").format(share=progress_text(fraction))
        self.practice.setText(done)

    def _show_note(self) -> None:
        """Say what helps when the passphrase is forgotten, and what happens without that."""
        if self.office.isChecked():
            words = self.tr(
                "Names of police officers are kept encrypted. If the passphrase is forgotten, the recovery "
                "key that you print next opens everything. Without both the data cannot be read any more."
            )
        else:
            words = self.tr(
                "Names of police officers are kept encrypted. If you forget the passphrase, the office opens "
                "the data with its recovery key. Until this laptop has joined an office nothing else helps: "
                "write the passphrase down and lock it away."
            )
        self.note.setText(words)

    def _show_role(self) -> None:
        self.help_place = "first_office" if self.office.isChecked() else "first_start"
        self._show_note()
        self._office_row.setVisible(self.office.isChecked())
        self.again_button.setVisible(self.office.isChecked())
        self.desk_button.setVisible(self.office.isChecked())
        self.practice.setVisible(self.trainer.isChecked())

    def _answer(self) -> None:
        """Check the answers from the last to the first, so that the focus ends on the first wrong one."""
        whole = self.phrase.check()
        wrong = [row for row in (self.office_code, self.office_name, self.user) if self._refuse(row)]
        if wrong or not whole:
            return
        at_office = self.office.isChecked()
        self.answered.emit(
            FirstStartAnswers(
                role=Role.OFFICE if at_office else Role.TRAINER,
                user=self.user.field.text().strip(),
                passphrase=self.phrase.text(),
                office_name=self.office_name.field.text().strip() if at_office else "",
                office_code=tidy_code(self.office_code.field.text()) if at_office else "",
            )
        )

    def _forgive(self, row: FormRow[Any], _typed: str = "") -> None:
        """Take a complaint back as soon as the answer does."""
        if not row.error.isHidden() and not self._problem(row):
            row.clear_error()

    def _refuse(self, row: FormRow[Any]) -> bool:
        """Complain about a row if its answer does not do; tell whether it did."""
        row.clear_error()
        if not self._problem(row):
            return False
        row.show_error(lambda: self._problem(row))
        return True

    def _problem(self, row: FormRow[Any]) -> str:
        """Say what is wrong with a row's answer; "" if it does."""
        at_office = self.office.isChecked()
        if row is self.user and not self.user.field.text().strip():
            return self.tr("Please write your name")
        if row is self.office_name and at_office and not self.office_name.field.text().strip():
            return self.tr("Please name the office")
        if (
            row is self.office_code
            and at_office
            and not is_office_code(tidy_code(self.office_code.field.text()))
        ):
            return self.tr("2 to 4 Latin letters")
        return ""


def _side_by_side(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
    return row


_PAPERS_WIDTH = 760


class RecoveryPapersPage(Retranslated, StartPage):
    """Holds `form`, whose `kept` says that both keys were typed back."""

    def __init__(
        self, language: LanguageSwitch, papers: KeyPapers, draw: DrawKeyPapers, confirm: ConfirmKeys
    ) -> None:
        super().__init__("recovery", _PAPERS_WIDTH)
        self.form = KeyPapersForm(language, draw, confirm)
        self.form.show_papers(papers)
        self.column.addWidget(self.form)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("The office's recovery key"))
        self.subtitle.setText(
            self.tr(
                "It opens everything if this computer or the passphrase is lost. Print it twice, lock both "
                "copies away in two places, not beside the computer. It is shown until it is typed back."
            )
        )

    def doubt(self) -> CloseQuestion | None:
        """Say before closing that the keys are on no paper yet."""
        return CloseQuestion(
            self.tr("Close before the key is kept?"),
            self.tr("Until it is on paper, a broken disk loses it. It is shown again at the next start."),
            self.tr("Close all the same"),
        )


_AGAIN_WIDTH = 760
_LONGEST = 120
_KEY_CODES = {"vault.bad_recovery_key": "recovery", "bundle.bad_standby": "standby"}


class RestoreOfficePage(Retranslated, StartPage):
    """First looks at the files with both keys, then sets up. Emits `opened(workplace)`, or `closed`."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, language: LanguageSwitch, jobs: Jobs, folder: DataFolder, clock: Clock) -> None:
        super().__init__("again", _AGAIN_WIDTH)
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
        self.back.clicked.connect(self.closed)
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
        for part in (self.found, self.user, self.phrase, self.go_on):
            part.setVisible(found is not None)
        self.revoked.setVisible(found is not None and bool(found.doubtful))
        # What it explains is done by then, and a question needs its room.
        self.subtitle.setVisible(not self.revoked.isVisibleTo(self))
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

    def _changed(self) -> None:
        self._found = None
        self.problem.setText("")
        self.problem.hide()
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

        self._jobs.run("", act, done=self.opened.emit, failed=self._refused)

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
