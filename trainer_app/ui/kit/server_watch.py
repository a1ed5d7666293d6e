"""Hears what other desks of an office write on its server, and stands by while that cannot be reached.

The server tells of each write and of imports over a connection of its own, on which the window's loop waits:
nobody asks again and again. Reaching it, at first and after it was gone, is work of a thread beside the
window. `lost` and `returned` follow each other; between them nothing is read or written, so what is typed
stays on the screen as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from trainer_app.domain.base.changes import ImportElsewhere
from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.kit.jobs import Jobs, OtherPrograms

if TYPE_CHECKING:
    from trainer_app.actions.base.history import Listener
    from trainer_app.actions.base.workplace import Workplace

_AGAIN = 2_000  # milliseconds between two tries to reach a server that is gone
_STILL = 3_000  # milliseconds without news of an import after which it is asked whether it goes on
GONE = "server.gone"
"""The code of whatever is asked of a server that cannot be reached."""


class ServerWatch(QObject):
    """Of one open workplace; does nothing where the data lies in a file.

    `importing` gives an `ImportElsewhere`, or None when it is over.
    """

    lost = Signal()
    returned = Signal()
    importing = Signal(object)

    def __init__(
        self, work: Workplace, others: OtherPrograms, parent: QObject, *, synchronous: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("server_watch")
        self._work, self._others = work, others
        self.away = False
        """Whether the server is gone, as far as is known."""
        self.elsewhere: ImportElsewhere | None = None
        """The import of another desk that is at work."""
        self._listener: Listener | None = None
        self._notifier: QSocketNotifier | None = None
        self._jobs = Jobs(self, release=work.release, synchronous=synchronous)
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
        if self._work.database.shared and self._listener is None:
            self.reach()

    def reach(self) -> None:
        """Try to reach the server, beside the window; again later if it does not answer."""
        from trainer_app.actions.base.history import listen

        self._again.stop()
        if self._work.locked or self._jobs.busy or self._listener is not None:
            return
        self._jobs.run(
            "", lambda _progress: listen(self._work), done=self._reached, failed=self._not_reached, writes=False
        )

    def note(self, error: TrainerError) -> None:
        """Hear of an error that somebody met: it may be the first sign that the server is gone."""
        if error.code == GONE and self._work.database.shared:
            self._lose()

    def end(self) -> None:
        """Listen no more: the workplace is locked or closed."""
        self._again.stop()
        self._still.stop()
        self._drop()
        self._jobs.wait()
        self._drop()

    def _reached(self, listener: Listener) -> None:
        if self._work.locked:
            listener.close()
            return
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
        self.returned.emit()
        self._others.tell_everything()

    def _not_reached(self, _error: TrainerError) -> None:
        self._lose()
        self._again.start()

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
        self.importing.emit(elsewhere)

    def _ask_still(self) -> None:
        """Ask whether an import that says nothing is still at work: its desk may have died."""
        from trainer_app.actions.base.history import is_importing

        self._jobs.run(
            "",
            lambda _progress: is_importing(self._work),
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
            self.lost.emit()
        if not self._jobs.busy:
            self._again.start()

    def _drop(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
        if self._listener is not None:
            self._listener.close()
        self._notifier = self._listener = None
