"""Closed courses whose names leave this laptop soon, or have left it: said before, and it can wait."""

from collections.abc import Sequence

from trainer_app.actions import dropping
from trainer_app.actions.dropping import Leaving
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ActionRow

_MOST = 3
"""Courses that are seen at once; the next one takes the place of one that has gone."""


class LeavingCard(Retranslated, Card):
    """One row for each course; "Not yet" keeps its names a month longer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("leaving")
        self._desk = desk
        self.shown: Sequence[Leaving] = ()
        self.rows: list[ActionRow] = []
        for place in range(_MOST):
            row = ActionRow(f"leaving_{place + 1}", "office")
            row.button.clicked.connect(lambda _on=False, place=place: self._press(place))
            self.add_row(row)
            self.rows.append(row)
        self.retranslate()

    def show_leaving(self) -> None:
        """Read what leaves; nothing at all hides the card. Who is shown it has been told."""
        self.shown = (self._desk.ask(dropping.notices) or [])[:_MOST]
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Safe at the office"))
        formats, today = self._desk.formats, self._desk.today()
        for place, row in enumerate(self.rows):
            there = place < len(self.shown)
            if there:
                one = self.shown[place]
                day = formats.day_said(one.day, today)
                if one.done:
                    row.set_row(
                        self.tr("{code}: names have left this laptop").format(code=one.code),
                        self.tr("The office has all of it, and brings it back with its next file."),
                        self.tr("See"),
                    )
                else:
                    row.set_row(
                        self.tr("{code}: names leave this laptop {day}").format(code=one.code, day=day),
                        self.tr("The office has all of it, and its rule says so. It can wait a month."),
                        self.tr("Not yet"),
                    )
            self.show_row(row, shown=there)
        self.setVisible(bool(self.shown))

    def _press(self, place: int) -> None:
        one = self.shown[place]
        if one.done:
            self._desk.go("courses", course=one.course)
            return
        self._desk.do(dropping.postpone, one.course)
