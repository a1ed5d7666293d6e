"""An office whose data lie on its server: the page while that cannot be reached, and the one while they move.

While nobody answers it tries again by itself; where the address or the password is another one by now, it is
said here. The passphrase was typed once and is not asked for again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.base.changes import Label, Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system import messages
from trainer_app.system.clock import Clock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.start.unlock import NewKeyPage
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import StartPage
from trainer_app.ui.widgets.passphrase import PassphraseField

if TYPE_CHECKING:
    from trainer_app.actions.base.moving import Move
    from trainer_app.actions.base.workplace import Workplace
    from trainer_app.ui.kit.context import AppContext

_WIDTH = 600
_LONGEST = 500
WAIT = 15
"""Seconds between two tries: each takes the passphrase's second of work, too."""
_SECOND = 1000
_BY_ITSELF = frozenset({"server.no_answer", "server.no_room"})
"""Why it could not be opened, where a later try may find it well; a wrong password is not tried again."""


class ServerAwayPage(Retranslated, StartPage):
    """Emits `again`, `connect_requested(address, password)`, `closed`. `refuse` tells what a try met."""

    again = Signal()
    connect_requested = Signal(str, str)
    closed = Signal()

    def __init__(self, language: LanguageSwitch, error: TrainerError) -> None:
        super().__init__("server_away", _WIDTH, IconMark("server_away_icon", "alert", "absent_text", 30))
        self._language, self._error, self._left, self._busy = language, error, WAIT, False
        self.kept = label("body_strong", "server_away_kept", wrap=True)
        self.waiting = label("small", "server_away_waiting", wrap=True)
        self.retry = Button("server_away_again", ButtonKind.PRIMARY, "redo")
        self.other = Button("server_away_other", ButtonKind.PLAIN)
        self.leave = Button("server_away_close", ButtonKind.GHOST)
        self.address = text_field("server_away_address", most=_LONGEST)
        self.address_row = FormRow("server_away_address_holder", self.address)
        self.password = PassphraseField("server_away_password")
        self.password_row = FormRow("server_away_password_holder", self.password)
        self.connect_button = Button("server_away_connect", ButtonKind.PRIMARY, "check")
        self._asked = (self.address_row, self.password_row, self.connect_button)
        self._tick = QTimer(self)
        self._tick.setObjectName("server_away_tick")
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self.count_down)
        self.retry.clicked.connect(self.try_again)
        self.other.clicked.connect(lambda: self.ask_other(shown=self.address_row.isHidden()))
        self.leave.clicked.connect(self.closed)
        self.address.returnPressed.connect(self.password.line.setFocus)
        self.password.line.returnPressed.connect(self.connect_button.click)
        self.connect_button.clicked.connect(self._connect)
        self._lay_out()
        self.ask_other(shown=False)
        self.refuse(error)

    def _lay_out(self) -> None:
        safe = QHBoxLayout()
        safe.setSpacing(10)
        safe.addWidget(IconMark("server_away_kept_icon", "shield", "present"))
        safe.addWidget(self.kept, 1)
        self.column.addLayout(safe)
        self.column.addWidget(self.waiting)
        foot = FlowRow()
        foot.setSpacing(8)
        for button in (self.retry, self.other, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        self.column.addSpacing(6)
        self.column.addLayout(foot)
        self.column.addWidget(self.address_row)
        self.column.addWidget(self.password_row)
        row = QHBoxLayout()
        row.addWidget(self.connect_button)
        row.addStretch(1)
        self.column.addLayout(row)

    @override
    def retranslate(self) -> None:
        away, home = (
            self.tr("The office's server cannot be opened"),
            self.tr("The office works on its server"),
        )
        self.title.setText(away if self._error.code == "server.not_reached" else home)
        self.subtitle.setText(messages.text(self._error.code, self._language.code, **self._error.values))
        self.kept.setText(self.tr("Nothing was changed. What was saved is on the server."))
        self.retry.setText(self.tr("Trying…") if self._busy else self.tr("Try again"))
        self.other.setText(self.tr("Another address or password…"))
        self.leave.setText(self.tr("Close the program"))
        self.address_row.set_words(
            self.tr("Address of the database"),
            self.tr("Over a network: {example}").format(
                example="postgresql://user@host/database?sslrootcert=C:/office/root.crt"
            ),
        )
        self.password_row.set_words(
            self.tr("Password at the server"), self.tr("Leave it empty where it is the one of before.")
        )
        self.connect_button.setText(self.tr("Connect"))
        self._show_waiting()

    def refuse(self, error: TrainerError) -> None:
        """Show why it did not open; where waiting may help, count down to the next try."""
        self._error, self._left, self._busy = error, WAIT, False
        for part in (self.retry, self.connect_button, self.other):
            part.setEnabled(True)
        if self.waits:
            self._tick.start()
        else:
            self._tick.stop()
        self.retranslate()

    def refuse_address(self, error: TrainerError) -> None:
        """Say what is wrong with an address that was typed."""
        self._busy = False
        self.connect_button.setEnabled(True)
        self.retry.setEnabled(True)
        self.address_row.show_error(messages.text(error.code, self._language.code, **error.values))
        self.retranslate()

    @property
    def waits(self) -> bool:
        """Whether it tries again by itself: not while an address is typed."""
        why = self._error.values.get("why")
        return isinstance(why, Label) and why.code in _BY_ITSELF and self.address_row.isHidden()

    def count_down(self) -> None:
        """Let a second pass; at the end of them try again."""
        if self._busy:
            return
        self._left -= 1
        if self._left <= 0:
            self.try_again()
        self._show_waiting()

    def try_again(self) -> None:
        """Ask for another try now."""
        self._begin()
        self.again.emit()

    def ask_other(self, *, shown: bool) -> None:
        """Show or hide what another address is typed into."""
        for part in self._asked:
            part.setVisible(shown)
        self.retry.setVisible(not shown)
        if shown:
            self._tick.stop()
            self.address.setFocus()
        elif self.waits:
            self._left = WAIT
            self._tick.start()
        self._show_waiting()

    def first_focus(self) -> QWidget:
        """Return what gets the keyboard."""
        return self.retry

    def _begin(self) -> None:
        self._busy = True
        self._tick.stop()
        for part in (self.retry, self.connect_button, self.other):
            part.setEnabled(False)
        self.retranslate()

    def _connect(self) -> None:
        self.address_row.clear_error()
        if not self.address.text().strip():
            self.address.setFocus()
            return
        self._begin()
        self.connect_requested.emit(self.address.text().strip(), self.password.text())

    def _show_waiting(self) -> None:
        self.waiting.setVisible(self._tick.isActive())
        self.waiting.setText(self.tr("It tries again by itself in %n second(s).", "", max(self._left, 0)))


class MovingPage(NewKeyPage):
    """Shown while the office's data move and nobody can work in them."""

    name = "moving_page"
    step = "moving.copying"

    @override
    def say(self) -> tuple[str, str]:
        return (
            self.tr("The office's data move"),
            self.tr(
                "They are copied and compared. Should the power fail now, nothing is lost: the office is "
                "where it was, or where it goes, and the next start finds it."
            ),
        )


class ServerController(QObject):
    """Leads through opening an office on its server, and through moving its data.

    `open_requested(passphrase, short name)` asks to open the folder once more; `moved(workplace, tell)` hands
    on what was opened where the data are now, with what says in the window how it went.
    """

    open_requested = Signal(str, str)
    closed = Signal()
    moved = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        folder: DataFolder,
        owner: QObject,
        show_page: Callable[[QWidget], None],
        language: LanguageSwitch,
        jobs: Jobs,
    ) -> None:
        super().__init__(owner)
        self.setObjectName("server_ways")
        self._folder, self._show_page, self._language, self._jobs = folder, show_page, language, jobs
        self._page: ServerAwayPage | None = None
        jobs.progressed.connect(self._show_step)
        self._moving: MovingPage | None = None

    def show(self, error: TrainerError, passphrase: str, name: str) -> None:
        """Say which server cannot be opened; the passphrase that was typed is not asked for again."""
        if self._page is not None:
            self._page.refuse(error)
            return
        page = self._page = ServerAwayPage(self._language, error)
        page.destroyed.connect(self._forget)
        page.again.connect(lambda: self.open_requested.emit(passphrase, name))
        page.connect_requested.connect(
            lambda address, password: self._connect(passphrase, name, address, password)
        )
        page.closed.connect(self.closed)
        self._show_page(page)
        page.first_focus().setFocus()

    def _forget(self) -> None:
        self._page = None

    def _connect(self, passphrase: str, name: str, address: str, password: str) -> None:
        """Keep where the server is by now, and open it."""

        def connect(_progress: Progress) -> None:
            from trainer_app.actions.base import moving

            moving.connect(self._folder, passphrase, address, password, name=name)

        def failed(error: TrainerError) -> None:
            if self._page is not None:
                self._page.refuse_address(error)

        done = partial(self._open_again, passphrase, name)
        self._jobs.run("", connect, done=done, failed=failed)

    def _open_again(self, passphrase: str, name: str, _nothing: None) -> None:
        self.open_requested.emit(passphrase, name)

    def move(self, move: Move) -> None:
        """Move the office's data, of which nothing is open, and open them where they are then."""
        from trainer_app.actions.base import moving

        self._moving = MovingPage(self._language)
        self._show_page(self._moving)
        refused: list[TrainerError] = []

        def carry_out(progress: Progress) -> Workplace:
            try:
                moving.carry_out(move, progress)
            except TrainerError as error:
                refused.append(error)
            work = moving.open_moved(move)
            work.release()
            return work

        def tell(context: AppContext) -> None:
            if refused:
                context.tell_error(refused[0])
            else:
                context.tell_good(context.words(move.done, server=move.address.shown()))

        def done(work: Workplace) -> None:
            self._moving = None
            self.moved.emit(work, tell)

        self._jobs.run("", carry_out, done=done, failed=self.failed.emit)

    def _show_step(self, code: str, fraction: float) -> None:
        if self._moving is not None:
            self._moving.show_step(code, fraction)


def desks_several(path: Path) -> bool:
    """Tell whether an office whose file this is has several people, each with a short name."""
    from trainer_app.actions.exchange import desks

    try:
        return desks.has_several(path)
    except TrainerError:
        return False


class NewDeskPage(Retranslated, StartPage):
    """Makes this computer a desk of an office on a server. Emits `opened(Workplace)` or `closed`."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, language: LanguageSwitch, jobs: Jobs, folder: DataFolder, clock: Clock) -> None:
        super().__init__("new_desk", _WIDTH, IconMark("new_desk_icon", "office", "accent_text", 30))
        self._language, self._jobs, self._folder, self._clock = language, jobs, folder, clock
        self._file: Path | None = None
        self._error: TrainerError | None = None
        self._busy = self._several = False
        self._able = True
        self.file_label = label("caption", "new_desk_file_label")
        self.choose = Button("new_desk_choose", ButtonKind.PLAIN, "file")
        self.file = label("second", "new_desk_file", wrap=True)
        self.user = FormRow("new_desk_user", text_field("new_desk_user", most=80))
        self.short = FormRow("new_desk_short", text_field("new_desk_short", most=20))
        self.field = PassphraseField("new_desk_passphrase")
        self.row = FormRow("new_desk_passphrase_holder", self.field)
        self.problem = label("error", "new_desk_problem", wrap=True)
        self.begin = Button("new_desk_begin", ButtonKind.PRIMARY)
        self.back = Button("new_desk_back", ButtonKind.GHOST)
        self._lay_out()
        self.choose.clicked.connect(self._ask_file)
        self.begin.clicked.connect(self._begin)
        self.back.clicked.connect(self.closed)
        for line in (self.user.field, self.short.field, self.field.line):
            line.returnPressed.connect(self.begin.click)
        self.problem.hide()
        self._look_for_driver()
        self.retranslate()

    def _look_for_driver(self) -> None:
        """Say at once what to install where this computer cannot connect to any server."""
        from trainer_app.actions.base import moving

        try:
            moving.check_driver()
        except TrainerError as missing:
            self._error, self._able = missing, False
            self.problem.show()

    def _lay_out(self) -> None:
        self.column.setSpacing(8)
        self.column.addWidget(self.file_label)
        chosen = QHBoxLayout()
        chosen.setSpacing(8)
        chosen.addWidget(self.choose)
        chosen.addWidget(self.file, 1)
        self.column.addLayout(chosen)
        for part in (self.user, self.short, self.row, self.problem):
            self.column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.begin, self.back):
            foot.addWidget(button)
        foot.addStretch(1)
        self.column.addLayout(foot)

    def first_focus(self) -> QWidget:
        """Start with the file."""
        return self.choose

    def take(self, path: Path) -> None:
        """Begin with this file; whether the office has several people it tells."""
        self._file = path
        self._several = desks_several(path)
        self.problem.setVisible(not self._able)
        self.retranslate()
        (self.short if self._several else self.user).field.setFocus()

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("A new desk of the office"))
        self.subtitle.setText(
            self.tr(
                "For an office whose data are on its server. At a desk that is there, under Settings, the "
                "file for a new desk is saved; it opens with a passphrase of the office."
            )
        )
        self.file_label.setText(self.tr("The file for a new desk"))
        self.choose.setText(self.tr("Choose the file…"))
        self.file.setText(self._file.name if self._file else self.tr("Nothing is chosen yet"))
        self.user.set_words(self.tr("Your name"), self.tr("Family name first."))
        self.short.set_words(self.tr("Short name", "to unlock with"))
        self.row.set_words(self.tr("Passphrase of the office"))
        self.begin.setText(self.tr("One moment…") if self._busy else self.tr("Make it a desk"))
        self.back.setText(self.tr("Back"))
        if self._error is not None:
            words = messages.text(self._error.code, self._language.code, **self._error.values)
            self.problem.setText(words)
        self.short.setVisible(self._several)
        self.user.setVisible(not self._several)
        self.begin.setEnabled(self._file is not None and self._able and not self._busy)

    def _ask_file(self) -> None:
        chosen, _ = FileDialog.getOpenFileName(
            self, self.choose.text(), kinds="*.tdesk", purpose=Purpose.SERVER
        )
        if chosen:
            self.take(Path(chosen))

    def _begin(self) -> None:
        path = self._file
        if path is None:
            return
        user, short, passphrase = self.user.field.text(), self.short.field.text(), self.field.line.text()
        if not self._several and not user.strip():
            self.user.show_error(lambda: self.tr("Please write your name"))
            return
        self.problem.hide()
        self._set_busy(busy=True)

        def act(_progress: Progress) -> Workplace:
            from trainer_app.actions.exchange import desks

            who = {"name": short} if self._several else {"user_name": user}
            work = desks.begin_desk(self._folder, path, passphrase, clock=self._clock, **who)
            work.release()
            return work

        self._jobs.run("", act, done=self._done, failed=self._refused)

    def _done(self, work: Workplace) -> None:
        self.field.forget()
        self.opened.emit(work)

    def _refused(self, error: TrainerError) -> None:
        self._error = error
        self._set_busy(busy=False)
        self.problem.show()
        self.field.line.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.retranslate()
