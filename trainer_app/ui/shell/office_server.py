"""The server of an office with several desks, as a window sees it: what others write, and that it is gone.

The server tells of each write and of imports over a connection of its own, on which the window's loop waits:
nobody asks again and again. Reaching it, at first and after it was gone, is work of a thread beside the
window. While it is gone nothing is read or written: the page rests, what is typed stays on it, a band above
says so, and everything goes on where it was once the server answers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.base import rights, server_home, server_people
from trainer_app.domain.base.changes import Changes, ImportElsewhere
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import progress_text
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated, label, set_role

if TYPE_CHECKING:
    from PySide6.QtCore import QSocketNotifier

_AGAIN = 2_000  # milliseconds between two tries to reach a server that is gone
_STILL = 3_000  # milliseconds without news of an import after which it is asked whether it goes on
_GONE, _ANSWERED = "server.gone", frozenset({"server.refused", "server.no_database"})
_PEOPLE = (rights.ENTITY, "setting")
"""What a change of the list of people, or of a passphrase, touches."""
_STAYS = tuple(f"action_{name}" for name in ("lock", "quit", "help", "keys", "next_area"))
"""Actions of the window that need no data."""


class ServerWatch(QObject):
    """Of one open workplace and its window; does nothing where the data lies in a file.

    `resting` are the parts of the window, and the actions, that rest while the server is gone. `lock` is
    called when a head removed whoever is here, or gave them a new passphrase, at another desk.
    """

    returned = Signal()
    """The server answers again; everything was told as changed."""

    def __init__(self, context: AppContext, host: QWidget, lock: Callable[[], object]) -> None:
        super().__init__(host)
        self.setObjectName("server_watch")
        self._lock = lock
        work = context.work
        self._work, self._others = work, context.others
        self._host = host
        self.band = ServerBand()
        self.band.again.connect(self.reach)
        self.resting: list[QWidget | QAction | QShortcut] = []
        self._keyboard: QWidget | None = None
        self.away = False
        """Whether the server is gone, as far as is known."""
        self.elsewhere: ImportElsewhere | None = None
        """The import of another desk that is at work."""
        self._listener: server_home.Listening | None = None
        self._notifier: QSocketNotifier | None = None
        self._jobs = Jobs(self, release=work.release, synchronous=context.jobs.synchronous)
        for signal in (context.failed, context.others.failed):
            signal.connect(self.note)
        context.changes.announced.connect(self._follow_people)
        self._again, self._still = QTimer(self), QTimer(self)
        for timer, name, every, act in (
            (self._again, "again", _AGAIN, self.reach),
            (self._still, "still", _STILL, self._ask_still),
        ):
            timer.setObjectName(f"server_watch_{name}")
            timer.setInterval(every)
            timer.setSingleShot(True)
            timer.timeout.connect(act)

    @property
    def listening(self) -> bool:
        """Tell whether it hears the other desks."""
        return self._listener is not None

    def begin(self) -> None:
        """Listen from now on, where several desks share the data."""
        if self._work.database.on_server and self._listener is None:
            self.reach()

    def reach(self) -> None:
        """Try to reach the server, beside the window; again later if it does not answer."""
        self._again.stop()
        if self._work.locked or self._jobs.busy or self._listener is not None:
            return
        self._jobs.run(
            "",
            lambda _progress: server_home.listen(self._work),
            done=self._reached,
            failed=self._not_reached,
            writes=False,
        )

    def note(self, error: TrainerError) -> None:
        """Hear of an error that somebody met: it may be the first sign that the server is gone."""
        if error.code == _GONE and self._work.database.on_server:
            self._lose()

    def end(self) -> None:
        """Listen no more: the workplace is locked or closed."""
        self._again.stop()
        self._still.stop()
        self._drop()
        self._jobs.wait()
        self._drop()

    def _reached(self, listener: server_home.Listening) -> None:
        if self._work.locked:
            listener.close()
            return
        from PySide6.QtCore import QSocketNotifier

        self._listener = listener
        self._notifier = QSocketNotifier(listener.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.setObjectName("server_watch_notifier")
        self._notifier.activated.connect(self._hear)
        if not self.away:
            # What came before it listened.
            self._others.look()
            return
        # The connection of before is broken, whatever it looks like.
        self._work.release()
        self.away = False
        self._rest(rest=False)
        self._others.tell_everything()
        self.returned.emit()

    def _not_reached(self, error: TrainerError) -> None:
        if error.code in _ANSWERED:
            # It answers, and nothing comes back by itself: whoever unlocks is asked how it is reached.
            self._lock()
            return
        self._lose()
        self._again.start()

    def _follow_people(self, changes: Changes, source: object) -> None:
        """Take over what another desk changed in the list of people, and who is let in there."""
        work = self._work
        if source is not self._others or not work.database.on_server or not changes.touches(*_PEOPLE):
            return
        try:
            server_people.keep_up(work)
            closed = rights.is_closed(work)
        except TrainerError as error:
            self.note(error)
            return
        if closed:
            self._lock()

    def _hear(self) -> None:
        listener = self._listener
        if listener is None:
            return
        try:
            news = listener.heard()
        except TrainerError as error:
            self.note(error)
            return
        if news.importing is not None:
            self._show(None if news.importing.share >= 1.0 else news.importing)
        if news.written:
            self._others.look()

    def _show(self, elsewhere: ImportElsewhere | None) -> None:
        self.elsewhere = elsewhere
        if elsewhere is None:
            self._still.stop()
        else:
            self._still.start()
        self.band.show_import(elsewhere)

    def _ask_still(self) -> None:
        """Ask whether an import that says nothing is still at work: its desk may have died."""
        self._jobs.run(
            "",
            lambda _progress: server_home.is_importing(self._work),
            done=self._heard_still,
            failed=self.note,
            writes=False,
        )

    def _heard_still(self, at_work: bool) -> None:
        if self.elsewhere is not None:
            self._show(self.elsewhere if at_work else None)

    def _lose(self) -> None:
        self._drop()
        if self.elsewhere is not None:
            self._show(None)
        if not self.away:
            self.away = True
            self._work.database.away = True
            self._rest(rest=True)
        if not self._jobs.busy:
            self._again.start()

    def _rest(self, *, rest: bool) -> None:
        """Let the page rest or go on, and give the keyboard back to where it was."""
        if rest:
            focus = QApplication.focusWidget()
            self._keyboard = focus if focus is not None and self._host.isAncestorOf(focus) else None
            found: list[QAction | QShortcut] = [*self._host.actions(), *self._host.findChildren(QShortcut)]
            self.resting = [each for each in self.resting if isinstance(each, QWidget)]
            self.resting += [each for each in found if each.isEnabled() and each.objectName() not in _STAYS]
        for part in self.resting:
            part.setEnabled(not rest)
        self.band.set_gone(gone=rest)
        if not rest and self._keyboard is not None and self._keyboard.isVisible():
            self._keyboard.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
        if self._listener is not None:
            self._listener.close()
        self._notifier = self._listener = None


class ServerBand(Retranslated, QFrame):
    """Hidden while there is nothing to be said. `again` asks to try at once."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("server_band")
        self._gone = False
        self._elsewhere: ImportElsewhere | None = None
        self.gone_mark = IconMark("server_band_gone", "alert", "absent_text", 22)
        self.import_mark = IconMark("server_band_import", "info", "accent_text", 22)
        self.title = AnnouncedLabel("row_title", "server_band_title")
        self.title.setWordWrap(True)
        self.about = label("second", "server_band_about", wrap=True)
        self.button = Button("server_band_again", ButtonKind.CHOICE)
        self.button.clicked.connect(self.again)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.gone_mark)
        row.addWidget(self.import_mark)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self._show()

    def set_gone(self, *, gone: bool) -> None:
        """Say that the server cannot be reached, or no more so."""
        self._gone = gone
        self._show()

    def show_import(self, elsewhere: ImportElsewhere | None) -> None:
        """Say how far the import of another desk is; None: none is at work."""
        self._elsewhere = elsewhere
        self._show()

    def _show(self) -> None:
        self.setVisible(self._gone or self._elsewhere is not None)
        set_role(self, "banner_bad" if self._gone else "banner_now")
        self.gone_mark.setVisible(self._gone)
        self.import_mark.setVisible(not self._gone)
        self.button.setVisible(self._gone)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.button.setText(self.tr("Try now"))
        if self._gone:
            self.title.say(lambda: self.tr("The office's server cannot be reached"))
            self.about.setText(
                self.tr(
                    "All that was shown as saved is safe there. What is typed and not saved stays on the "
                    "screen. The program tries again by itself; you can go on as soon as it answers."
                )
            )
        elif self._elsewhere is not None:
            found = self._elsewhere
            desk, share = found.desk, progress_text(found.share)
            self.title.setText(self.tr("{desk} imports a file: {share}").format(desk=desk, share=share))
            self.about.setText(
                self.tr(
                    "{file}. You can go on; only rows that it brings can be changed when it is done."
                ).format(file=found.file)
            )
