"""What the people must be told about the laptop itself: a copied folder, a clock that cannot be right."""

import sys
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from trainer_app.actions import clocks, workplace
from trainer_app.domain.clocks import ClockDoubt, Oddity
from trainer_app.ui.shell.desk import Desk, Notice, Offer, first_sentence
from trainer_app.ui.widgets.banner import Mood

_EVERY = 60_000
SET_BACK = 10 * 60_000
"""Milliseconds by which the clock must have gone back while the program ran, to be told."""


def tell_of_opening(desk: Desk) -> None:
    """Tell once that the computer took a new id or mended its key file, and ask about a clock that is odd.

    All in one notice, the question first: behind a notice that nobody closes, another would not be seen.
    """
    work = desk.work
    told: list[Callable[[Desk], Notice]] = []
    found = desk.ask(clocks.doubt)
    if found is not None:
        told.append(lambda desk: _odd(desk, found))
    if work.mended_vault:
        work.mended_vault = False
        told.append(_mended)
    if work.took_new_replica:
        work.took_new_replica = False
        told.append(_copied)
    if told:
        desk.stand(lambda: _together([one(desk) for one in told]))


def _together(notices: list[Notice]) -> Notice:
    """Return the first notice, with what the others say below its text."""
    first, *others = notices
    lines = [first.text, *(f"{one.title}. {one.text}" for one in others)]
    return replace(first, text="\n".join(line for line in lines if line))


def _copied(desk: Desk) -> Notice:
    title, text = first_sentence(desk.words(workplace.code_of_copy(desk.work)))
    return Notice(Mood.NOW, title, text)


def _mended(desk: Desk) -> Notice:
    title, text = first_sentence(desk.words("workplace.mended_vault"))
    return Notice(Mood.DUE, title, text)


def _odd(desk: Desk, found: ClockDoubt) -> Notice:
    translate = QCoreApplication.translate
    now, last = (desk.formats.day_long(desk.moment(at).date()) for at in (found.now, found.last))
    if found.oddity is Oddity.AHEAD:
        title = translate("Clock", "The clock says {now}. Is that right?")
        text = translate("Clock", "The last change here was on {last}. {how} Everything is kept either way.")
    else:
        title = translate("Clock", "The clock says {now}, which is before the last change")
        text = translate(
            "Clock", "The last change here is dated {last}. {how} Nothing is lost, whichever is wrong."
        )
    offer = Offer("clock_is_right", translate("Clock", "The date is right"), lambda: _believe(desk))
    return Notice(Mood.DUE, title.format(now=now), text.format(last=last, how=how_to_set()), offer=offer)


def how_to_set() -> str:
    """Return how to correct the clock of this computer."""
    translate = QCoreApplication.translate
    if sys.platform == "win32":
        return translate(
            "Clock", "To correct it: right-click the clock at the bottom right, “Adjust date and time”."
        )
    return translate("Clock", "To correct it: the system's settings, “Date and time”.")


def _believe(desk: Desk) -> None:
    desk.ask(clocks.believe)


class ClockWatch(QObject):
    """Notices while the program runs that somebody set the clock back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("clock_watch")
        self._desk: Desk | None = None
        self._latest = 0
        self._timer = QTimer(self)
        self._timer.setObjectName("clock_timer")
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self, desk: Desk) -> None:
        """Watch from now on."""
        self._desk = desk
        self._latest = desk.work.clock.millis()
        self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        self._desk = None
        self._timer.stop()

    def look(self) -> None:
        """Compare the clock with the latest time it ever told."""
        desk = self._desk
        if desk is None or desk.work.locked:
            return
        now, latest = desk.work.clock.millis(), self._latest
        if now < latest - SET_BACK:
            self._latest = now
            desk.stand(lambda: _set_back(desk, now, latest))
        else:
            self._latest = max(now, latest)


def _set_back(desk: Desk, now: int, before: int) -> Notice:
    translate = QCoreApplication.translate
    title = translate("Clock", "The clock was set back")
    text = translate(
        "Clock",
        "It said {before} and now says {now}. If that was a correction, nothing needs to be done; otherwise: "
        "{how} Everything recorded is kept in its order.",
    )
    words = {
        name: f"{desk.formats.day(desk.moment(at).date())}, {desk.moment(at):%H:%M}"
        for name, at in (("before", before), ("now", now))
    }
    return Notice(Mood.DUE, title, text.format(how=how_to_set(), **words))
