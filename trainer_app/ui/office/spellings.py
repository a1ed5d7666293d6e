"""Spellings of one town or district that were typed as several: brought together from the report."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses import spellings
from trainer_app.actions.courses.spellings import SpellingOffer, SpellingUse
from trainer_app.domain.base.rights import Right
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.people.places import (
    find_place,
    is_former_name,
    is_right_spelling,
    place_texts,
    region_of,
)
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.controls import Button, ButtonKind, ChoiceRow, Shape, Tick
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import SidePanel

_PLACES = frozenset((SplitBy.TOWN, SplitBy.DISTRICT))
_NAMED = 4
"""Codes of courses that are named; the others are counted."""
_INDENT = 28


class _OfferRow(QWidget):
    """A place to tick, and below it which of its spellings stays."""

    def __init__(self, place: int, offer: SpellingOffer) -> None:
        super().__init__()
        self._offer = offer
        self.tick = Tick(f"report_place_{place}")
        self.tick.setChecked(True)
        self.spellings = [
            ChoiceRow(f"report_place_{place}_spelling_{each}", Shape.RADIO) for each in range(len(offer.uses))
        ]
        self.stay = ChoiceRow(f"report_place_{place}_stay", Shape.RADIO)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tick)
        below = QVBoxLayout()
        below.setContentsMargins(_INDENT, 0, 0, 0)
        below.setSpacing(8)
        for each in (*self.spellings, self.stay):
            below.addWidget(each)
            self.tick.toggled.connect(each.setEnabled)
        column.addLayout(below)
        self.spellings[0].setChecked(True)

    def chosen(self) -> SpellingOffer:
        """Return what would be done: with the spelling that was chosen, or as they are."""
        if self.stay.isChecked():
            return self._offer.staying()
        place = next(place for place, each in enumerate(self.spellings) if each.isChecked())
        return self._offer.keeping(self._offer.uses[place].spelling)


def _written_apart(offer: SpellingOffer) -> Sequence[str]:
    """Return the spellings of an offer that the list of places knows as one, where there are several."""
    known = [use.spelling for use in offer.uses if find_place(use.spelling) is not None]
    return known if len(known) > 1 else ()


class SpellingsPanel(SidePanel):
    """A tick for each place with several spellings; whoever shows a report reads it anew after the change."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("report_places_panel", host, 560)
        self._context = context
        self.about = label("body", "report_places_about", wrap=True)
        self.rows: list[_OfferRow] = []
        self._written: frozenset[str] = frozenset()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.body.addWidget(self.about)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.accepted.connect(self._write)
        withhold("courses/spellings/unify", self.accept_button)
        self.retranslate()

    def open(self, offers: Sequence[SpellingOffer]) -> None:
        """Show what could be brought together, all of it ticked."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_OfferRow(place, offer) for place, offer in enumerate(offers)]
        self._written = frozenset(text for offer in offers for text in _written_apart(offer))
        for row in self.rows:
            row.tick.toggled.connect(self._check)
            for each in (*row.spellings, row.stay):
                each.toggled.connect(self.retranslate)
            # It is the office's word, for everybody.
            decides = self._context.work.decides and self._context.role.may(Right.DECIDE)
            row.stay.setVisible(decides and not row.chosen().together)
            self._rows.addWidget(row)
        self._check()
        self.reveal(self.rows[0].tick if self.rows else self.accept_button)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        wanted = [row.chosen() for row in self.rows if row.tick.isChecked()]
        stay = bool(wanted) and not any(each.courses for each in wanted)
        press = self.tr("Keep as they are") if stay else self.tr("Write one spelling")
        self.set_words(self.tr("Spellings of places"), press)
        about = self.tr(
            "These seem to be one place, and count as several. Choose which spelling stays: courses with "
            "the others get it. “Undo” takes it back."
        )
        if any(row.chosen().together for row in self.rows):
            about = self.tr(
                "Each of these seems to be one place, written in several ways. Choose which spelling stays: "
                "courses with the others get it. “Undo” takes it back."
            )
        self.about.setText(about)
        for row in self.rows:
            chosen = row.chosen()
            row.tick.setText(self._said(chosen))
            row.stay.set_words(self.tr("Keep all as they are, and do not ask again"))
            for each, use in zip(row.spellings, chosen.uses, strict=True):
                each.set_words(self._named(use.spelling), self._told(use))

    def _said(self, offer: SpellingOffer) -> str:
        """Say what a place will be called, and in which courses that changes."""
        if offer.apart:
            words = (
                self.tr("Town: {spellings}") if offer.field == "town" else self.tr("District: {spellings}")
            )
            return words.format(spellings=", ".join(self._named(use.spelling) for use in offer.uses))
        more = f" +{len(offer.courses) - _NAMED}" if len(offer.courses) > _NAMED else ""
        words = self.tr("Town: {kept} in all its courses. To be changed: {courses}")
        if offer.field == "district":
            words = self.tr("District: {kept} in all its courses. To be changed: {courses}")
        codes = ", ".join(offer.courses[:_NAMED]) + more
        return words.format(kept=self._named(offer.kept), courses=codes or "–")

    def _told(self, use: SpellingUse) -> str:
        """Say where a spelling lies and how often it stands, so that no two rows look equal."""
        place = find_place(use.spelling)
        region = region_of(place) if place is not None else None
        code = self._context.language.code
        around = [region.name[code]] if region is not None else [place_texts(near)[code] for near in use.near]
        counted = [
            self.tr("%n course(s)", "", len(use.courses)),
            self.tr("%n participant(s)", "", use.people),
        ]
        listed = []
        if place is not None:
            right = is_right_spelling(use.spelling)
            counts = self.tr("counts as {place}").format(place=place.name[code])
            listed = [self.tr("in the list of places") if right else counts]
        listed += [self.tr("former name")] if is_former_name(use.spelling) else []
        codes = ", ".join(use.courses[:_NAMED]) + ("…" if len(use.courses) > _NAMED else "")
        if codes:
            counted[0] += f" ({codes})"
        return " · ".join((*around, *listed, *counted))

    def _named(self, spelling: str) -> str:
        """Return a place of the list in the language of the window, any other one as it was typed.

        Of one that is written in several ways each is shown as it was typed: no two look equal.
        """
        place = find_place(spelling)
        if place is not None and spelling not in self._written:
            return place.name[self._context.language.code]
        return self.tr("“{typed}”").format(typed=spelling)

    def _check(self) -> None:
        self.retranslate()
        self.accept_button.setEnabled(any(row.tick.isChecked() for row in self.rows))

    def _write(self) -> None:
        chosen = [row.chosen() for row in self.rows if row.tick.isChecked()]
        if self._context.do(spellings.unify, chosen) is not None:
            self.dismiss()


class SpellingsButton(Retranslated, Button):
    """Shown beside a report that is split by places while some of them have several spellings."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("report_places", ButtonKind.GHOST, "pen")
        self._context, self._host = context, host
        self._offers: Sequence[SpellingOffer] = ()
        self._panel: SpellingsPanel | None = None
        withhold("courses/spellings/unify", self)
        self.clicked.connect(lambda: self.panel.open(self._offers))
        self.retranslate()
        self.hide()

    @property
    def panel(self) -> SpellingsPanel:
        """The panel, made when it is needed."""
        if self._panel is None:
            self._panel = SpellingsPanel(self._context, self._host)
        return self._panel

    def open_all(self) -> None:
        """Open the panel whatever the report is split by; say so where nothing is to be brought together."""
        offers = self._context.ask(spellings.all_offers)
        if offers:
            self.panel.open(offers)
        elif offers is not None:
            self._context.tell_good(
                self.tr("No place has several spellings"),
                self.tr("Every town and district of the courses is written in one way."),
            )

    def offer(self, splits: Sequence[SplitBy]) -> None:
        """Look whether a report that is split so has places that seem to be one."""
        asked = not _PLACES.isdisjoint(splits)
        self._offers = (self._context.ask(spellings.place_offers) or ()) if asked else ()
        self.retranslate()
        self.setVisible(bool(self._offers))

    @override
    def retranslate(self) -> None:
        self.setText(self.tr("Places with several spellings: %n…", "", len(self._offers)))
