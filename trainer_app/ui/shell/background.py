"""Services beside an opened workplace: automatic backups, and warnings about the laptop itself.

A backup is made after unlocking, every two hours of work, at locking and closing. Warnings concern a copied
data folder and a clock that cannot be right.
"""

import logging
import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from trainer_app.actions.base import sync_status, users, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.office import backups
from trainer_app.actions.today import updates
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import ClockOffset, ClockWarning
from trainer_app.domain.office.backups import Snapshot
from trainer_app.ui.kit.context import AppContext, Notice, NoticeAction, first_sentence, guesses_notice
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.widgets.overlays import Mood

_AFTER_START = 3_000
_EVERY = 2 * 60 * 60 * 1000
SMALL = 16 << 20
"""Bytes of a database that is copied while the window closes: a moment that nobody notices."""
_TOLD = frozenset({"database.damaged", "backup.not_kept"})
_log = logging.getLogger(__name__)


class BackupKeeper(QObject):
    """Nobody waits for it, and Today and Settings show when the newest copy was made.

    Told is only that no copy can be made because a file is damaged.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("backup_keeper")
        self._context: AppContext | None = None
        self._jobs: Jobs | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("backup_timer")
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.keep)

    def begin(self, context: AppContext, *, synchronous: bool = False) -> None:
        """Watch over an opened workplace; the first copy is of what the day before left."""
        self._context = context
        if self._jobs is not None:
            self._jobs.deleteLater()
        self._jobs = Jobs(self, release=context.work.release, synchronous=synchronous)
        self._timer.start()
        # The first screen does not wait for it.
        QTimer.singleShot(_AFTER_START, self, self.keep)

    def keep(self) -> None:
        """Make the copy of the day in the background, out of the way of everything."""
        context, jobs = self._context, self._jobs
        if context is None or jobs is None or jobs.busy:
            return
        jobs.run(
            "",
            lambda _progress: backups.keep_day(context.work),
            done=lambda made: self._made(context, made),
            failed=lambda error: self._failed(context, error),
            writes=False,
        )

    def _made(self, context: AppContext, made: Snapshot | None) -> None:
        """Let those who show when the newest copy was made look again, if they are still there."""
        if made is not None and context is self._context:
            context.backup_made.emit()

    def _failed(self, context: AppContext, error: TrainerError) -> None:
        _note(error)
        if context is self._context and error.code in _TOLD:
            context.tell_error(error)

    def wait(self) -> None:
        """Wait for a copy that is being made: the database is about to give way."""
        if self._jobs is not None:
            self._jobs.wait()

    def end(self) -> None:
        """Make the last copy before the workplace closes; a large database waits for the next start."""
        context, jobs, self._context = self._context, self._jobs, None
        self._timer.stop()
        if context is not None and jobs is not None and not jobs.busy:
            _keep_small(context.work)


def _keep_small(work: Workplace) -> None:
    try:
        if not work.locked and work.database.size() <= SMALL:
            backups.keep_day(work)
    except (TrainerError, OSError) as problem:
        _note(problem)


def _note(problem: Exception) -> None:
    _log.warning("no copy of the day could be made: %s", problem)


_CLOCK_INTERVAL = 60_000
SET_BACK = 10 * 60_000
"""Milliseconds by which the clock must have gone back while the program ran, to be told."""


type _Told = Callable[[AppContext], Notice | None]
"""Says something anew each time it is shown; None once it holds no more."""


def warn_after_opening(context: AppContext, wrong: Sequence[int] = ()) -> None:
    """Tell once of a new id, a mended key file, people left out of older data, and ask about an odd clock.

    Of a version of the program that did not start, too, and of one that a file of the office brought.

    `wrong` are the times at which a wrong passphrase was typed on the locked page.

    The question comes first; how many more there are stands in the title: see `NoticeLine.keep`.
    """
    work = context.work
    told: list[_Told] = []
    found = context.ask(sync_status.doubt_clock)
    if found is not None:
        told.append(lambda context: _odd(context, found))
    told += _to_choose(context) + _as_nobody(context) + _mended_keys(work) + _guessed(wrong)
    if work.took_new_replica:
        work.took_new_replica = False
        told.append(_copied)
    left_out = context.take_left_out()
    if left_out is not None:
        told.append(lambda _context: left_out())
    failed = updates.standing().failed
    if failed:
        updates.forget_failed()
        told.append(lambda context: _went_back(context, failed))
    if told:
        _stand(context, told)
    elif work.folder.update.is_file():
        _tell_update(context)
    elif work.folder.first_file.exists():
        _tell_office_waits(context)


def tell_mended(context: AppContext, wrong: Sequence[int] = ()) -> None:
    """Tell once what of the key file was mended, where the workplace was locked and not closed.

    Of wrong passphrases and of one that another head knows too, as `warn_after_opening` does.
    """
    told = _to_choose(context) + _as_nobody(context) + _mended_keys(context.work) + _guessed(wrong)
    if told:
        _stand(context, told)


def _mended_keys(work: Workplace) -> list[_Told]:
    """Return what is to be told of the key file, once."""
    told: list[_Told] = [
        words for words, mended in ((_slot, work.mended_slot), (_mended, work.mended_vault)) if mended
    ]
    work.mended_slot = work.mended_vault = False
    return told


def _to_choose(context: AppContext) -> list[_Told]:
    """Return what is to be told a head whose passphrase another one typed."""
    return [_known_to_another] if context.ask(users.is_to_choose) else []


def _known_to_another(context: AppContext) -> Notice | None:
    if not context.work.locked and not context.ask(users.is_to_choose):
        return None
    title, text = first_sentence(context.words("users.choose_own"))

    def act() -> str:
        return QCoreApplication.translate("Joint", "Choose a passphrase…")

    offer = NoticeAction("choose_own", act(), lambda: context.go("settings", passphrase=True), act)
    return Notice(Mood.DUE, title, text, offers=(offer,))


def _as_nobody(context: AppContext) -> list[_Told]:
    """Return what is to be told whoever opened the office with its paper, or a passphrase chosen with it."""
    return [_nobodys] if context.ask(users.is_nobody) else []


def _nobodys(context: AppContext) -> Notice:
    title, text = first_sentence(context.words("users.nobodys"))

    def act() -> str:
        return QCoreApplication.translate("Joint", "Give a passphrase…")

    offer = NoticeAction("give_passphrase", act(), lambda: context.go("office", tab="keys"), act)
    return Notice(Mood.DUE, title, text, offers=(offer,))


def _guessed(wrong: Sequence[int]) -> list[_Told]:
    """Return what is to be told of wrong passphrases."""
    return [lambda context: guesses_notice(context, wrong)] if wrong else []


def _stand(context: AppContext, told: Sequence[_Told]) -> None:
    """Show notices that stay, each under its own title: the first one now, the next when it is closed."""
    for one in reversed(told):
        context.stand(partial(one, context))


def _copied(context: AppContext) -> Notice:
    title, text = first_sentence(context.words(workplace.code_of_copy(context.work)))
    return Notice(Mood.NOW, title, text)


def _mended(context: AppContext) -> Notice:
    title, text = first_sentence(context.words("workplace.mended_vault"))
    return Notice(Mood.DUE, title, text)


def _slot(context: AppContext) -> Notice:
    title, text = first_sentence(context.words("workplace.mended_slot"))
    return Notice(Mood.DUE, title, text)


def _went_back(context: AppContext, number: str) -> Notice:
    title, text = first_sentence(context.words("update.went_back", number=number))
    return Notice(Mood.DUE, title, text)


def _tell_update(context: AppContext) -> None:
    """Tell of an update that a file of the office brought; at an office it lies there for the laptops."""
    from trainer_app.actions.exchange import packs

    packs.forget_taken(context.work)
    found = context.ask(packs.waiting_update)
    if found is None or updates.standing().next or context.work.role is Role.OFFICE:
        return
    translate = QCoreApplication.translate

    def words() -> tuple[str, str]:
        title = translate("Update", "Version {number} of the program is here").format(number=found.number)
        return title, translate("Update", "It came with a file of the office. Take it when there is time.")

    def act() -> str:
        return translate("Update", "Look at it…")

    path = context.work.folder.update
    offer = NoticeAction("update_waits", act(), lambda: context.go("settings", updates=(path,)), act)
    context.noticed.emit(Notice(Mood.NOW, *words(), offers=(offer,), again=words))


def _tell_office_waits(context: AppContext) -> None:
    # Here and not above: hardly any start has to do with an office's first file.
    from trainer_app.actions.office import office

    if context.ask(office.waiting) is not None:
        # It does not stay: Send says so too, and once it has joined nothing waits.
        context.noticed.emit(_office_waits(context))


def _office_waits(context: AppContext) -> Notice:
    translate = QCoreApplication.translate

    def words() -> tuple[str, str]:
        title = translate("Join", "The first file of an office waits for the office's digits")
        return title, translate("Join", "Until then nothing of it is imported.")

    def act() -> str:
        return translate("Join", "Type the digits…")

    offer = NoticeAction("join_waits", act(), lambda: context.go("sending", joining=True), act)
    return Notice(Mood.NOW, *words(), offers=(offer,), again=words)


def _odd(context: AppContext, found: ClockWarning) -> Notice:
    translate = QCoreApplication.translate
    now, last = (context.formats.day_long(context.moment(at).date()) for at in (found.now, found.last))
    if found.oddity is ClockOffset.AHEAD:
        title = translate("Clock", "The clock says {now}. Is that right?")
        text = translate("Clock", "The last change here was on {last}. {how} Everything is kept either way.")
    else:
        title = translate("Clock", "The clock says {now}, which is before the last change")
        text = translate(
            "Clock", "The last change here is dated {last}. {how} Nothing is lost, whichever is wrong."
        )
    right = translate("Clock", "The date is right")
    needs = "base/sync_status/believe_clock"
    offer = NoticeAction("clock_is_right", right, lambda: _believe(context), needs=needs)
    return Notice(Mood.DUE, title.format(now=now), text.format(last=last, how=how_to_set()), offers=(offer,))


def how_to_set() -> str:
    """Return how to correct the clock of this computer."""
    translate = QCoreApplication.translate
    if sys.platform == "win32":
        return translate(
            "Clock", "To correct it: right-click the clock at the bottom right, “Adjust date and time”."
        )
    return translate("Clock", "To correct it: the system's settings, “Date and time”.")


def _believe(context: AppContext) -> None:
    context.ask(sync_status.believe_clock)


class ClockWatch(QObject):
    """Notices while the program runs that somebody set the clock back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("clock_watch")
        self._context: AppContext | None = None
        self._latest = 0
        self._timer = QTimer(self)
        self._timer.setObjectName("clock_timer")
        self._timer.setInterval(_CLOCK_INTERVAL)
        self._timer.timeout.connect(self.look)

    def begin(self, context: AppContext) -> None:
        """Watch from now on."""
        self._context = context
        self._latest = context.work.clock.millis()
        self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        self._context = None
        self._timer.stop()

    def look(self) -> None:
        """Compare the clock with the latest time it ever told."""
        context = self._context
        if context is None or context.work.locked:
            return
        now, latest = context.work.clock.millis(), self._latest
        if now < latest - SET_BACK:
            self._latest = now
            context.stand(lambda: _set_back(context, now, latest))
        else:
            self._latest = max(now, latest)


def _set_back(context: AppContext, now: int, before: int) -> Notice:
    translate = QCoreApplication.translate
    title = translate("Clock", "The clock was set back")
    text = translate(
        "Clock",
        "It said {before} and now says {now}. If that was a correction, nothing needs to be done; otherwise: "
        "{how} Everything recorded is kept in its order.",
    )
    words = {
        name: f"{context.formats.day(context.moment(at).date())}, {context.moment(at):%H:%M}"
        for name, at in (("before", before), ("now", now))
    }
    return Notice(Mood.DUE, title, text.format(how=how_to_set(), **words))
