"""Who is here, where the office was opened with its key from paper, or restored with it: one of its people.

Until that is said what is written bears nobody's name, and the passphrase that was chosen belongs to nobody.
Where that passphrase opened it without the key from paper, the page says who is not to be chosen, and why.
"""

from functools import partial
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions.base import users, who_is_here
from trainer_app.actions.base.users import UserLine
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import LONGEST_NAME, UserRole, short_of
from trainer_app.system import messages
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.controls import Button, ButtonKind, ChoiceRow, Shape
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import StartPage

_WIDTH = 640
_ERROR_LINES = 2
_OF_NAME = ("users.known", "users.removed", "users.name_missing", "users.name_long", "users.short_taken")


class WhoPage(Retranslated, StartPage):
    """Emits `said` once somebody is here under their name, or `later`: nobody is, as before.

    Emits `paper` where the office is to be opened with its key from paper instead.
    """

    said = Signal()
    later = Signal()
    paper = Signal()

    def __init__(self, language: LanguageSwitch, jobs: Jobs, work: Workplace, passphrase: str) -> None:
        super().__init__("who", _WIDTH)
        self._language, self._jobs, self._work = language, jobs, work
        self._passphrase, self._busy = passphrase, False
        self._error: TrainerError | None = None
        self.lines = users.list_users(work)
        own = users.own_name(work)
        self._barred = [who_is_here.needs_paper(work, line.user) for line in self.lines]
        self._no_new = who_is_here.needs_paper(work, None)
        self.rows = [ChoiceRow(f"who_{at}", Shape.RADIO, "user") for at in range(len(self.lines))]
        self.new = ChoiceRow("who_new", Shape.RADIO, "adduser")
        self.name = FormRow("who_name", text_field("who_name", most=LONGEST_NAME))
        self.name.hold_error_room(_ERROR_LINES)
        self.follows = label("second", "who_follows", wrap=True)
        self.others = label("second", "who_others", wrap=True)
        self.barred = label("second", "who_barred", wrap=True)
        self.problem = label("error", "who_problem", wrap=True)
        self.go_on = Button("who_go", ButtonKind.PRIMARY)
        self.by_paper = Button("who_paper", ButtonKind.PLAIN, "key")
        self.skip = Button("who_later", ButtonKind.GHOST)
        self._lay_out()
        self._connect()
        self._choose_known(own)
        work.release()
        self.retranslate()

    def _lay_out(self) -> None:
        self.column.setSpacing(8)
        for part in (*self.rows, self.new, self.name, self.barred, self.follows, self.others):
            self.column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.by_paper.setVisible(self._no_new)
        for button in (self.go_on, self.by_paper, self.skip):
            foot.addWidget(button)
        # Beside the buttons: above them it would move what is pressed next.
        foot.addWidget(self.problem, 1)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        for row in (*self.rows, self.new):
            row.toggled.connect(lambda _on: self._changed())
        self.name.field.textChanged.connect(lambda _typed: self._changed())
        self.name.field.returnPressed.connect(self.go_on.click)
        self.go_on.clicked.connect(self._go)
        self.by_paper.clicked.connect(self.paper)
        self.skip.clicked.connect(self.later)

    def _choose_known(self, name: str) -> None:
        """Begin with the name that was typed before, on the page of the papers."""
        both = zip(self.rows, self.lines, strict=True)
        known = next((row for row, line in both if line.user.name == name), None)
        if known is not None and not self._barred[self.rows.index(known)]:
            known.setChecked(True)
        elif name and known is None and not self._no_new:
            self.new.setChecked(True)
            self.name.field.setText(name)

    def first_focus(self) -> QWidget:
        """Start with the one who is chosen, else with the first."""
        free = [row for row in (*self.rows, self.new) if row.isEnabled()]
        chosen = (row for row in free if row.isChecked())
        return next(chosen, free[0] if free else self.by_paper)

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Who are you?"))
        self.subtitle.setText(
            self.tr(
                "The office is open, but nobody has said who is here. What you write from now on bears your "
                "name, and the passphrase that you typed becomes yours alone."
            )
        )
        for row, line in zip(self.rows, self.lines, strict=True):
            row.set_words(line.user.name, self._about(line))
        self.new.set_words(
            self.tr("Somebody else", "who is here"), self.tr("a new name; becomes a head of the office")
        )
        alone = self.tr(
            "After “Not now” you are asked at the next unlocking, and need the key from paper again."
        )
        barred = self.tr(
            "This passphrase is nobody's, and others may know it. Alone it makes nobody a head, and "
            "takes the place of nobody with a passphrase of their own. If you forgot yours, or are new, "
            "type the recovery key from paper; then you are asked again. “Not now” changes nothing: you "
            "are asked at each unlocking."
        )
        self.barred.setText(barred if self._no_new else alone)
        #: A button: leads to the page where the office's recovery key is typed
        self.by_paper.setText(self.tr("Type the key from paper"))
        self.name.set_words(self.tr("Your name, family name first"))
        #: A button: leaves the page and goes on without a name
        self.skip.setText(self.tr("Not now"))
        self._show()

    def _about(self, line: UserLine) -> str:
        words = self.tr("short name: {short} · {role}")
        if who_is_here.becomes_head(line.user):
            words = self.tr("short name: {short} · becomes a head of the office")
        role = self._words(f"users.role.{line.user.role.value if line.user.role else 'none'}")
        return words.format(short=line.user.short, role=role)

    def _show(self) -> None:
        chosen = self._chosen()
        self.name.setVisible(self.new.isChecked())
        self.follows.setText(self._follows(chosen))
        self.follows.setVisible(bool(self.follows.text()))
        self.others.setText(self._others(chosen))
        self.others.setVisible(bool(self.others.text()))
        for row, barred in zip((*self.rows, self.new), (*self._barred, self._no_new), strict=True):
            row.setEnabled(not self._busy and not barred)
        for part in (self.name, self.by_paper, self.skip):
            part.setEnabled(not self._busy)
        self.go_on.setEnabled(not self._busy and not (self._no_new and all(self._barred)))
        self.go_on.setText(self.tr("One moment…") if self._busy else self.tr("Go on"))
        if self._error is not None:
            self._refuse(self._error)

    def _chosen(self) -> UserLine | None:
        return next((line for row, line in zip(self.rows, self.lines, strict=True) if row.isChecked()), None)

    def _follows(self, chosen: UserLine | None) -> str:
        """Say with what whoever is chosen unlocks from now on."""
        short = chosen.user.short if chosen is not None else ""
        if self.new.isChecked():
            short = short_of(self.name.field.text(), [line.user.short for line in self.lines])
        if not short:
            return ""
        words = self.tr("From now on you unlock with the short name “{short}” and this passphrase.")
        said = [words.format(short=short)]
        if chosen is not None and chosen.opens:
            said.append(self.tr("Your earlier one opens nothing any more."))
        heads = (line for line in self.lines if line is not chosen and line.user.role is UserRole.HEAD)
        if chosen is not None and chosen.user.role is UserRole.HEAD and any(heads):
            said.append(self.tr("Before you decide anything as a head, choose another one in Settings."))
        return " ".join(said)

    def _others(self, chosen: UserLine | None) -> str:
        """Say whether the passphrases of the others still work."""
        others = [line for line in self.lines if line is not chosen]
        without = ", ".join(line.user.name for line in others if not line.opens)
        if without:
            words = self.tr(
                "No passphrase opens this office for {names}. A head gives each of them one, and a role: "
                "Office, Keys, “People of the office”."
            )
            return words.format(names=without)
        return self.tr("Everybody else unlocks with their own passphrase, as before.") if others else ""

    def _changed(self) -> None:
        self._error = None
        self.name.clear_error()
        self.problem.setText("")
        self._show()

    def _go(self) -> None:
        chosen, name = self._chosen(), self.name.field.text()
        if chosen is None and not self.new.isChecked():
            self.problem.setText(self.tr("Choose who you are"))
            return
        if chosen is None and not name.strip():
            self.name.show_error(lambda: self.tr("Please write your name"))
            return
        work, phrase = self._work, self._passphrase
        if chosen is not None:
            become = partial(who_is_here.become, work, chosen.user.key, phrase)
        else:
            become = partial(who_is_here.become_new, work, name, phrase)

        def act(_progress: Progress) -> None:
            try:
                become()
            finally:
                work.release()

        self._set_busy(busy=True)
        self._jobs.run("", act, done=lambda _done: self._become(), failed=self._refused)

    def _become(self) -> None:
        self._passphrase = ""
        self.said.emit()

    def _refused(self, error: TrainerError) -> None:
        self._error = error
        self._set_busy(busy=False)

    def _refuse(self, error: TrainerError) -> None:
        words = self._words(error.code, **error.values)
        if error.code in _OF_NAME and self.new.isChecked():
            self.name.show_error(words)
            return
        self.problem.setText(words)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._show()

    def _words(self, code: str, **values: object) -> str:
        return messages.text(code, self._language.code, **values)
