"""Spellings of one town, district or unit that were typed as several: brought together from the report."""

from collections.abc import Sequence
from enum import StrEnum
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import spellings
from trainer_app.actions.courses.spellings import UNIT, SpellingOffer, SpellingUse, UnitQuestion
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
from trainer_app.ui.widgets.pickers import ComboBox


class Spelled(StrEnum):
    """What is spelled: towns and districts of courses, or units of people."""

    PLACES = "places"
    UNITS = "units"

    @property
    def one(self) -> str:
        """What the widgets of one of them are called."""
        return f"report_{self.removesuffix('s')}"


_PLACES = frozenset((SplitBy.TOWN, SplitBy.DISTRICT))
_UNITS = frozenset((SplitBy.UNIT, SplitBy.UNIT_NOW))
_NAMED = 4
"""Codes of courses that are named; the others are counted."""
_INDENT = 28


class _OfferRow(QWidget):
    """A place or a unit to tick, and below it which of its spellings stays."""

    def __init__(self, name: str, offer: SpellingOffer) -> None:
        super().__init__()
        self._offer = offer
        self.tick = Tick(name)
        self.tick.setChecked(True)
        self.spellings = [
            ChoiceRow(f"{name}_spelling_{each}", Shape.RADIO) for each in range(len(offer.uses))
        ]
        self.stay = ChoiceRow(f"{name}_stay", Shape.RADIO)
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
    if offer.field == UNIT:
        return ()
    known = [use.spelling for use in offer.uses if find_place(use.spelling) is not None]
    return known if len(known) > 1 else ()


class _TwoUnits(Retranslated, QWidget):
    """Two units to choose that are one, though their spellings are not alike; `chosen` gives both."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.about = label("body", "report_units_two", wrap=True)
        self.fields = (ComboBox("report_units_one"), ComboBox("report_units_other"))
        self.add = Button("report_units_add", ButtonKind.GHOST, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.about, *self.fields):
            column.addWidget(each)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        for field in self.fields:
            field.currentIndexChanged.connect(lambda _place: self._check())
        self.add.clicked.connect(self._choose)
        self.retranslate()

    def offer(self, names: Sequence[str]) -> None:
        """Let two of these be chosen; there is nothing to choose of fewer."""
        self.setVisible(len(names) > 1)
        for field in self.fields:
            field.clear()
            field.addItem("–", "")
            for name in names:
                field.addItem(name, name)
        self._check()

    def _check(self) -> None:
        one, other = (field.currentData() for field in self.fields)
        self.add.setEnabled(bool(one and other and one != other))

    def _choose(self) -> None:
        one, other = (str(field.currentData()) for field in self.fields)
        for field in self.fields:
            field.setCurrentIndex(0)
        self.chosen.emit(one, other)

    @override
    def retranslate(self) -> None:
        self.about.setText(self.tr("Two others that are one unit:"))
        self.add.setText(self.tr("Add to the list above"))
        self.fields[0].setAccessibleName(self.tr("One unit"))
        self.fields[1].setAccessibleName(self.tr("The other unit"))


class SpellingsPanel(SidePanel):
    """A tick for each place or unit with several spellings; a report that is shown is read anew after it."""

    def __init__(self, context: AppContext, host: QWidget, spelled: Spelled = Spelled.PLACES) -> None:
        super().__init__(f"report_{spelled}_panel", host, 560)
        self._context = context
        self._spelled = spelled
        self.about = label("body", f"report_{spelled}_about", wrap=True)
        self.rows: list[_OfferRow] = []
        self._written: frozenset[str] = frozenset()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.two = _TwoUnits()
        self.two.chosen.connect(self._add_two)
        self.body.addWidget(self.about)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.two)
        self.body.addStretch(1)
        self.accepted.connect(self._write)
        withhold("courses/spellings/unify", self.accept_button)
        self.retranslate()

    def open(self, offers: Sequence[SpellingOffer], names: Sequence[str] = ()) -> None:
        """Show what could be brought together, all of it ticked; any two of `names` can be chosen besides."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        self._written = frozenset(text for offer in offers for text in _written_apart(offer))
        for offer in offers:
            self._add(offer)
        self.two.offer(names)
        self._check()
        first = self.rows[0].tick if self.rows else self.two.fields[0]
        self.reveal(first if self.rows or names else self.accept_button)

    @override
    def choices_now(self) -> object:
        return [(row.tick.isChecked(), row.chosen()) for row in self.rows]

    def _add(self, offer: SpellingOffer) -> _OfferRow:
        row = _OfferRow(f"{self._spelled.one}_{len(self.rows)}", offer)
        self.rows.append(row)
        row.tick.toggled.connect(self._check)
        for each in (*row.spellings, row.stay):
            each.toggled.connect(self.retranslate)
        # It is the office's word, for everybody.
        decides = self._context.work.decides and self._context.role.may(Right.DECIDE)
        row.stay.setVisible(decides and not row.chosen().together)
        self._rows.addWidget(row)
        return row

    def _add_two(self, one: str, other: str) -> None:
        offer = self._context.ask(lambda work: spellings.unit_offer(work, one, (other,)))
        if offer is not None:
            # Nobody asked whether they are one: there is nothing to be answered with "stay".
            row = self._add(offer)
            row.stay.hide()
            # First of all: there it is in sight, however many there are.
            self._rows.insertWidget(0, row)
            self._check()
            row.tick.setFocus()
            self._scroll.verticalScrollBar().setValue(0)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        wanted = [row.chosen() for row in self.rows if row.tick.isChecked()]
        stay = bool(wanted) and not any(each.changes for each in wanted)
        press = self.tr("Keep as they are") if stay else self.tr("Write one spelling")
        units = self._spelled is Spelled.UNITS
        self.set_words(self.tr("Spellings of units") if units else self.tr("Spellings of places"), press)
        self.about.setText(self._about_units() if units else self._about_places())
        for row in self.rows:
            chosen = row.chosen()
            row.tick.setText(self._said(chosen))
            row.stay.set_words(self.tr("Keep all as they are, and do not ask again"))
            for each, use in zip(row.spellings, chosen.uses, strict=True):
                each.set_words(self._named(use.spelling), self._told(use))

    def _about_places(self) -> str:
        if any(row.chosen().together for row in self.rows):
            return self.tr(
                "Each of these seems to be one place, written in several ways. Choose which spelling stays: "
                "courses with the others get it. “Undo” takes it back."
            )
        return self.tr(
            "These seem to be one place, and count as several. Choose which spelling stays: courses with "
            "the others get it. “Undo” takes it back."
        )

    def _about_units(self) -> str:
        if not self.rows:
            return self.tr("No two units are written so that they seem to be one.")
        return self.tr(
            "These seem to be one unit, and count as several. Choose which spelling stays: people with the "
            "others get it, at every course. Figures as approved stay as they are. “Undo” takes it back."
        )

    def _said(self, offer: SpellingOffer) -> str:
        """Say what a place or a unit will be called, and where that changes."""
        if offer.apart:
            words = {
                "town": self.tr("Town: {spellings}"),
                "district": self.tr("District: {spellings}"),
                UNIT: self.tr("Unit: {spellings}"),
            }[offer.field]
            return words.format(spellings=", ".join(self._named(use.spelling) for use in offer.uses))
        if offer.field == UNIT:
            said = self.tr("Unit: {kept}. To be changed: %n person(s)", "", offer.people)
            return said.format(kept=self._named(offer.kept))
        more = f" +{len(offer.courses) - _NAMED}" if len(offer.courses) > _NAMED else ""
        words = self.tr("Town: {kept} in all its courses. To be changed: {courses}")
        if offer.field == "district":
            words = self.tr("District: {kept} in all its courses. To be changed: {courses}")
        codes = ", ".join(offer.courses[:_NAMED]) + more
        return words.format(kept=self._named(offer.kept), courses=codes or "–")

    def _told(self, use: SpellingUse) -> str:
        """Say where a spelling lies and how often it stands, so that no two rows look equal."""
        units = self._spelled is Spelled.UNITS
        place = None if units else find_place(use.spelling)
        region = region_of(place) if place is not None else None
        code = self._context.language.code
        around = [region.name[code]] if region is not None else [place_texts(near)[code] for near in use.near]
        counted = [
            self.tr("%n course(s)", "", len(use.courses)),
            self.tr("%n person(s)", "", use.people)
            if units
            else self.tr("%n participant(s)", "", use.people),
        ]
        listed = []
        if place is not None:
            right = is_right_spelling(use.spelling)
            counts = self.tr("counts as {place}").format(place=place.name[code])
            listed = [self.tr("in the list of places") if right else counts]
        former = not units and is_former_name(use.spelling)
        listed += [self.tr("former name")] if former else []
        codes = ", ".join(use.courses[:_NAMED]) + ("…" if len(use.courses) > _NAMED else "")
        if codes:
            counted[0] += f" ({codes})"
        return " · ".join((*around, *listed, *counted))

    def _named(self, spelling: str) -> str:
        """Return a place of the list in the language of the window, any other one as it was typed.

        Of one that is written in several ways each is shown as it was typed: no two look equal.
        """
        place = find_place(spelling) if self._spelled is Spelled.PLACES else None
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


def asked_units(work: Workplace, splits: Sequence[SplitBy]) -> UnitQuestion | None:
    """Return what is asked of units beside a report that is split so; None where it is not split by them."""
    return None if _UNITS.isdisjoint(splits) else spellings.unit_question(work)


class SpellingsButton(Retranslated, Button):
    """Shown beside a report that is split by what may have several spellings, while something has them."""

    def __init__(self, context: AppContext, host: QWidget, spelled: Spelled = Spelled.PLACES) -> None:
        super().__init__(f"report_{spelled}", ButtonKind.GHOST, "pen")
        self._context, self._host, self._spelled = context, host, spelled
        self._offers: Sequence[SpellingOffer] = ()
        self._names: Sequence[str] = ()
        self._panel: SpellingsPanel | None = None
        withhold("courses/spellings/unify", self)
        self.clicked.connect(lambda: self.panel.open(self._offers, self._names))
        self.retranslate()
        self.hide()

    @property
    def panel(self) -> SpellingsPanel:
        """The panel, made when it is needed."""
        if self._panel is None:
            self._panel = SpellingsPanel(self._context, self._host, self._spelled)
        return self._panel

    def open_all(self) -> None:
        """Open the panel whatever the report is split by; say so where nothing is to be brought together."""
        if self._spelled is Spelled.UNITS:
            found = self._context.ask(spellings.unit_question)
            if found is not None and found.open:
                self.panel.open(found.offers, found.names)
            elif found is not None:
                self._context.tell_good(
                    self.tr("No unit has several spellings"),
                    self.tr("Fewer than two units are written with people."),
                )
            return
        offers = self._context.ask(spellings.all_offers)
        if offers:
            self.panel.open(offers)
        elif offers is not None:
            self._context.tell_good(
                self.tr("No place has several spellings"),
                self.tr("Every town and district of the courses is written in one way."),
            )

    def offer_places(self, splits: Sequence[SplitBy]) -> None:
        """Look whether a report that is split so has places that seem to be one."""
        asked = not _PLACES.isdisjoint(splits)
        self._offers = (self._context.ask(spellings.place_offers) or ()) if asked else ()
        self.retranslate()
        self.setVisible(bool(self._offers))

    def offer_units(self, found: UnitQuestion | None) -> None:
        """Offer what was found of units; any two can be put together, also where none seem to be one."""
        known = found or UnitQuestion()
        self._offers, self._names = known.offers, known.names
        self.retranslate()
        self.setVisible(known.open)

    @override
    def retranslate(self) -> None:
        count = len(self._offers)
        if self._spelled is Spelled.PLACES:
            self.setText(self.tr("Places with several spellings: %n…", "", count))
        elif count:
            self.setText(self.tr("Units with several spellings: %n…", "", count))
        else:
            self.setText(self.tr("Spellings of units…"))
