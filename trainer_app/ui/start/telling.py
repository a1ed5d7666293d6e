"""What the people must be told about the laptop itself: a copied folder, a clock that cannot be right."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from trainer_app.actions import clocks
from trainer_app.domain.clocks import ClockDoubt, Oddity
from trainer_app.ui.shell.desk import Desk, Notice, Offer, first_sentence
from trainer_app.ui.widgets.banner import Mood

_EVERY = 60_000
SET_BACK = 10 * 60_000
"""Milliseconds by which the clock must have gone back while the program ran, to be told."""


def tell_of_opening(desk: Desk) -> None:
    """Tell once that the laptop took a new id, and ask about a clock that is odd."""
    if desk.work.took_new_replica:
        desk.work.took_new_replica = False
        desk.stand(lambda: _copied(desk))
    if desk.work.mended_vault:
        desk.work.mended_vault = False
        desk.stand(lambda: _mended(desk))
    found = desk.ask(clocks.doubt)
    if found is not None:
        desk.stand(lambda: _odd(desk, found))


def _copied(desk: Desk) -> Notice:
    title, text = first_sentence(desk.words("workplace.took_new_replica"))
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
