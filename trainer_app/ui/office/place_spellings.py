"""Spellings of one town or district that were typed as several: brought together from the report."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses import courses
from trainer_app.actions.courses.courses import PlaceOffer
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.people.places import place_texts
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tick
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import SidePanel

_PLACES = frozenset((SplitBy.TOWN, SplitBy.DISTRICT))
_NAMED = 4
"""Codes of courses that are named; the others are counted."""


class PlacesPanel(SidePanel):
    """A tick for each place with several spellings; whoever shows a report reads it anew after the change."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("report_places_panel", host, 480)
        self._context = context
        self._offers: Sequence[PlaceOffer] = ()
        self.about = label("body", "report_places_about", wrap=True)
        self.ticks: list[Tick] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.body.addWidget(self.about)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.accepted.connect(self._write)
        self.retranslate()

    def open(self, offers: Sequence[PlaceOffer]) -> None:
        """Show what could be brought together, all of it ticked."""
        self._offers = offers
        for tick in self.ticks:
            tick.hide()
            tick.deleteLater()
        self.ticks = [Tick(f"report_place_{place}") for place in range(len(offers))]
        for tick in self.ticks:
            tick.setChecked(True)
            tick.toggled.connect(self._check)
            self._rows.addWidget(tick)
        self.retranslate()
        self._check()
        self.reveal(self.ticks[0] if self.ticks else self.accept_button)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Spellings of places"), self.tr("Write one spelling"))
        self.about.setText(
            self.tr(
                "These seem to be one place, and count as several. What is ticked gets one spelling in its "
                "courses. “Undo” takes it back."
            )
        )
        for tick, offer in zip(self.ticks, self._offers, strict=True):
            tick.setText(self._said(offer))

    def _said(self, offer: PlaceOffer) -> str:
        """Say how a place was typed, how it would be written, and in which courses."""
        more = f" +{len(offer.courses) - _NAMED}" if len(offer.courses) > _NAMED else ""
        words = self.tr("Town: {others} become {kept}. Courses: {courses}")
        if offer.field == "district":
            words = self.tr("District: {others} become {kept}. Courses: {courses}")
        return words.format(
            others=", ".join(self.tr("“{typed}”").format(typed=each) for each in offer.others),
            kept=place_texts(offer.kept)[self._context.language.code],
            courses=", ".join(offer.courses[:_NAMED]) + more,
        )

    def _check(self) -> None:
        self.accept_button.setEnabled(any(tick.isChecked() for tick in self.ticks))

    def _write(self) -> None:
        chosen = [offer for tick, offer in zip(self.ticks, self._offers, strict=True) if tick.isChecked()]
        if self._context.do(courses.unify_places, chosen) is not None:
            self.dismiss()


class PlacesButton(Retranslated, Button):
    """Shown beside a report that is split by places while some of them have several spellings."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("report_places", ButtonKind.GHOST, "pen")
        self._context, self._host = context, host
        self._offers: Sequence[PlaceOffer] = ()
        self._panel: PlacesPanel | None = None
        withhold("courses/courses/unify_places", self)
        self.clicked.connect(lambda: self.panel.open(self._offers))
        self.retranslate()
        self.hide()

    @property
    def panel(self) -> PlacesPanel:
        """The panel, made when it is needed."""
        if self._panel is None:
            self._panel = PlacesPanel(self._context, self._host)
        return self._panel

    def offer(self, splits: Sequence[SplitBy]) -> None:
        """Look whether a report that is split so has places that seem to be one."""
        asked = not _PLACES.isdisjoint(splits)
        self._offers = (self._context.ask(courses.place_offers) or ()) if asked else ()
        self.retranslate()
        self.setVisible(bool(self._offers))

    @override
    def retranslate(self) -> None:
        self.setText(self.tr("Places with several spellings: %n…", "", len(self._offers)))
