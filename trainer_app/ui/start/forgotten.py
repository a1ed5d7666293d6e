"""A lost passphrase or key file: a new passphrase, and three ways to open the data.

One way is a request to the office: see `office_request`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import recovery
from trainer_app.actions.office.recovery import Attempt
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.office.backups import PendingRecovery
from trainer_app.system import messages
from trainer_app.system.clock import Clock
from trainer_app.system.folders import DataFolder, opened_by_people, opened_by_several
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.start.office_request import OfficeRequestPart
from trainer_app.ui.start.unlock import step_words
from trainer_app.ui.widgets.controls import Button, ButtonKind, ChoiceRow, Shape
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import StartPage
from trainer_app.ui.widgets.passphrase import (
    NewPassphrase,
)
from trainer_app.ui.widgets.presses import LeftByEscape

_OF_PERSON = ("recovery.unknown_name", "passphrase.own_name")


_WIDTH = 720
_LONGEST = 120


class ForgottenPassphrasePage(LeftByEscape, Retranslated, StartPage):
    """Emits `opened(workplace, passphrase)` under the new passphrase, or `closed`."""

    opened = Signal(object, str)
    closed = Signal()

    def __init__(
        self, language: LanguageSwitch, jobs: Jobs, folder: DataFolder, clock: Clock, user: str = ""
    ) -> None:
        super().__init__("forgotten", _WIDTH)
        self._language, self._jobs = language, jobs
        self._folder, self._clock = folder, clock
        self.paper = ChoiceRow("forgotten_paper", Shape.RADIO, "key")
        self.file = ChoiceRow("forgotten_file", Shape.RADIO, "file")
        self.voice = ChoiceRow("forgotten_voice", Shape.RADIO, "user")
        self.key = FormRow("forgotten_key", text_field("forgotten_key", most=_LONGEST))
        self.label = FormRow("forgotten_label", text_field("forgotten_label", user, most=80))
        self.short = FormRow("forgotten_short", text_field("forgotten_short", most=80))
        self.phrase = NewPassphrase("forgotten")
        self.go_on = Button("forgotten_go", ButtonKind.PRIMARY)
        self.back = Button("forgotten_back", ButtonKind.GHOST)
        self.danger = label("caption", "forgotten_danger", wrap=True)
        self.waiting = OfficeRequestPart(language)
        self.progress = label("caption", "forgotten_progress", wrap=True)
        self.progress.hide()
        self.nothing = label("body", "forgotten_nothing", wrap=True)
        self.else_words = label("second", "forgotten_else", wrap=True)
        self.laptop = Button("forgotten_laptop", ButtonKind.GHOST)
        self._busy = False
        # Where the data never had a key but the passphrase, nothing is asked for that could not help.
        self._hopeless = not recovery.can_be_opened(folder)
        # At the office itself the paper lies: nobody is asked, by a file or otherwise.
        self._of_office, self._several = recovery.is_of_office(folder), opened_by_several(folder)
        self._answered = recovery.may_be_answered(folder)
        self._usual = self.paper if self._of_office else self.file
        self._asked: PendingRecovery | None = None
        self._written: Path | None = None
        self._lay_out()
        self._connect()
        self._usual.setChecked(True)
        self._show_asked(recovery.waiting(folder))
        self.retranslate()

    def _lay_out(self) -> None:
        for part in (self.paper, self.file, self.voice):
            self.column.addWidget(part)
        for row in (self.key, self.label, self.short, self.phrase, self.waiting):
            self.column.addWidget(row)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.else_words)
        self.column.addWidget(self.danger)
        self.column.addWidget(self.progress)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.go_on)
        foot.addWidget(self.back)
        foot.addWidget(self.laptop)
        foot.addStretch(1)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        for choice in (self.paper, self.file, self.voice):
            choice.toggled.connect(lambda _on: self._show_way())
        self.go_on.clicked.connect(self._go)
        self.back.clicked.connect(self.closed)
        self.laptop.clicked.connect(self._ask_the_office)
        for line in (self.key.field, self.label.field, self.short.field, *self.phrase.lines):
            line.returnPressed.connect(self.go_on.click)
        self.waiting.write_requested.connect(self._ask_folder)
        self.waiting.take_requested.connect(self._ask_answer)
        self.waiting.heard.connect(self._hear)
        self.waiting.anew.connect(self._begin_anew)
        self._jobs.progressed.connect(self._show_step)

    @override
    def leave(self) -> None:
        self.back.click()

    def first_focus(self) -> QWidget:
        """Start where something is to be chosen or typed."""
        if self._asked is not None:
            return self.waiting.first_focus()
        if self._hopeless:
            return self.back
        return self._usual if self._answered else self.key.field

    @override
    def retranslate(self) -> None:
        if not (self._folder.vault.exists() or self._folder.vault_copy.exists()):
            self.title.setText(self.tr("The key file is lost"))
        elif not recovery.has_key_file(self._folder):
            self.title.setText(self.tr("The key file is damaged"))
        else:
            self.title.setText(self.tr("Passphrase forgotten"))
        self.subtitle.setText(
            self.tr(
                "Nobody can tell the old passphrase. The office's recovery key opens the data, and a new "
                "passphrase takes its place. Nothing is changed before that."
            )
            if self._asked is None and not self._hopeless
            else self.tr("Nobody can tell the old passphrase.")
            if self._asked is None
            else self.tr("A request waits for the office's answer. The new passphrase is chosen already.")
        )
        self.paper.set_words(
            self.tr("The office's paper is here"), self.tr("type its recovery key, or scan it")
        )
        self.file.set_words(
            self.tr("By a file to the office and back"),
            self.tr("on a USB stick or by e-mail; it holds no secret"),
        )
        self.voice.set_words(self.tr("By telephone"), self.tr("digits are read aloud, both ways"))
        self.key.set_words(
            self.tr("Recovery key from the paper"), self.tr("It begins with AGE-SECRET-KEY-1.")
        )
        self.label.set_words(
            self.tr("Your name, or the laptop's code"), self.tr("By this the office knows who asks.")
        )
        self.short.set_words(
            self.tr("Whose passphrase is it? Short name", "to unlock with"),
            self.tr(
                "The short name that you type to unlock. If you leave it empty, you are asked on the next "
                "page who you are."
            ),
        )
        self.danger.setText(
            self.tr(
                "Whoever has this computer and the answer reads everything in it. The office answers only "
                "somebody whose voice it knows, and compares the digits first."
            )
        )
        self.nothing.setText(
            self.tr(
                "This laptop never joined an office, so nothing but its passphrase opens its data.\n\n"
                "Try every passphrase that you may have used, in each language of the keyboard, and look "
                "whether Caps Lock is on. A copy that was made earlier opens with the passphrase of that "
                "day; it can be put back on a computer without data."
            )
        )
        self.else_words.setText(self._otherwise())
        self.laptop.setText(self.tr("This is a trainer's laptop: ask its office"))
        self.back.setText(self.tr("Back"))
        if self._written is not None:
            self.waiting.tell(self.tr("Saved and checked: {file}").format(file=self._written))
        self._show_way()

    def _otherwise(self) -> str:
        """Return what else opens an office's own data, or was lost."""
        known = self.tr(
            "Without the paper: try every passphrase that you may have used, in each language of the "
            "keyboard, and look whether Caps Lock is on. A copy that was made earlier opens with the "
            "passphrase of that day; it can be put back on a computer without data."
        )
        others = self.tr(
            "Is there another head at the office? They unlock here with their own short name and passphrase, "
            "and give you a new one: Office, Keys, “People of the office”."
        )
        return f"{others}\n\n{known}" if self._several else known

    def _ask_the_office(self) -> None:
        """Offer the ways of a laptop too: what came from its office was taken out of its folder."""
        self._answered = True
        self.file.setChecked(True)
        self._show_way()
        self.file.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown

    def _show_asked(self, asked: PendingRecovery | None) -> None:
        """Show the way to ask, or the request that waits."""
        self._asked = asked
        if asked is not None:
            self.waiting.show_asked(asked, by_voice=self.voice.isChecked() and bool(asked.spoken))
        self._show_way()

    def _show_way(self) -> None:
        asking = self._asked is None and not self._hopeless
        self.nothing.setVisible(self._hopeless)
        ask = asking and self._answered
        for choice in (self.paper, self.file):
            choice.setVisible(ask)
        self.voice.setVisible(ask and recovery.can_ask_by_voice(self._folder))
        self.else_words.setVisible(asking and self._of_office and (self._several or not self._answered))
        self.laptop.setVisible(asking and not self._answered and not self._several)
        self.key.setVisible(asking and self.paper.isChecked())
        self.label.setVisible(asking and not self.paper.isChecked())
        self.short.setVisible(asking and self._asks_whose())
        self.phrase.setVisible(asking)
        self.go_on.setVisible(asking)
        self.danger.setVisible(not self._hopeless and (not self.paper.isChecked() or not asking))
        self.waiting.setVisible(self._asked is not None)
        self.go_on.setEnabled(not self._busy)
        if self._busy:
            self.go_on.setText(self.tr("One moment…"))
        elif self.paper.isChecked():
            #: A button: opens the data with the key
            self.go_on.setText(self.tr("Open"))
        else:
            self.go_on.setText(self.tr("Make the request"))

    def _asks_whose(self) -> bool:
        return self.paper.isChecked() and opened_by_people(self._folder)

    # Acting

    def _attempt(self) -> Attempt:
        asked = self._asked
        phrase = self.waiting.passphrase() if asked is not None else self.phrase.text()
        name = self.short.field.text() if asked is None and self._asks_whose() else ""
        return Attempt(self._folder, phrase, self._clock, name=name)

    def _go(self) -> None:
        self.key.clear_error()
        self.short.clear_error()
        if not self.phrase.check():
            return
        attempt = self._attempt()
        if self.paper.isChecked():
            typed = self.key.field.text()
            self._run(
                lambda progress: recovery.open_with_paper(replace(attempt, progress=progress), typed),
                lambda work: self.opened.emit(work, attempt.passphrase),
            )
        else:
            name = self.label.field.text()
            self._run(lambda _progress: recovery.ask(attempt, name), self._asked_now)

    def _asked_now(self, asked: PendingRecovery) -> None:
        self.waiting.keep_passphrase(self.phrase.text())
        self.phrase.clear()
        self._show_asked(asked)
        self.retranslate()
        self.waiting.first_focus().setFocus()

    def _begin_anew(self) -> None:
        recovery.forget(self._folder)
        self._written = None
        self.waiting.keep_passphrase("")
        self._show_asked(None)
        self.retranslate()
        (self.file if self._answered else self.key.field).setFocus()

    def write_request(self, folder: Path) -> None:
        """Write the request file into a folder."""
        try:
            path = recovery.write_request(self._folder, folder / "recovery-request.json")
        except TrainerError as error:
            self.waiting.tell(self._words(error))
            return
        self._written = path
        self.retranslate()

    def take_answer(self, path: Path) -> None:
        """Open the data with the office's answer."""
        attempt = self._attempt()
        self._run(
            lambda progress: recovery.take_answer(replace(attempt, progress=progress), path),
            lambda work: self.opened.emit(work, attempt.passphrase),
        )

    def _hear(self, typed: str) -> None:
        attempt = self._attempt()
        self._run(
            lambda progress: recovery.hear_answer(replace(attempt, progress=progress), typed),
            lambda work: self.opened.emit(work, attempt.passphrase),
        )

    def _run[T](self, action: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Run an action beside the window: deriving a key takes a moment."""
        self._set_busy(busy=True)

        def work(progress: Progress) -> T:
            made = action(progress)
            if isinstance(made, Workplace):
                made.release()
            return made

        def finish(made: T) -> None:
            self._set_busy(busy=False)
            done(made)

        self._jobs.run("", work, done=finish, failed=self._refused)

    def _show_step(self, code: str, fraction: float) -> None:
        """Show how far the work is: with the new passphrase the data gets a new key."""
        self.progress.setText(step_words(code, fraction, self._language.code))
        self.progress.setVisible(self._busy)

    def _refused(self, error: TrainerError) -> None:
        self._set_busy(busy=False)
        words = self._words(error)
        if self._asked is not None:
            self.waiting.refuse(error.code, words)
        elif self.paper.isChecked():
            row = self.short if error.code in _OF_PERSON else self.key
            row.show_error(words)
        else:
            self.label.show_error(words)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.progress.hide()
        self.waiting.setEnabled(not busy)
        self._show_way()

    def _words(self, error: TrainerError) -> str:
        return messages.text(error.code, self._language.code, **error.values)

    def _ask_folder(self) -> None:
        chosen = FileDialog.getExistingDirectory(self, self.waiting.write.text(), purpose=Purpose.SENDING)
        if chosen:
            self.write_request(Path(chosen))

    def _ask_answer(self) -> None:
        kinds = self.tr("Answers (*.age);;All files (*)")
        chosen, _ = FileDialog.getOpenFileName(
            self, self.waiting.take.text(), kinds=kinds, purpose=Purpose.RECEIVING
        )
        if chosen:
            self.take_answer(Path(chosen))
