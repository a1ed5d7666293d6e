"""The card of one side of a decision: its author and time, what it means for the certificate, its button."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.base.changes import Label
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.certificates.eligibility import CompletionDecision
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind, ReviewSide
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.review.item_list import LargeMark, marks_of
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label, rule, set_role

_CAPTIONS = 86
_TELLING = ReviewKind.CONTRADICTION, ReviewKind.IMMUTABLE, ReviewKind.JOINED_APART, ReviewKind.PROPOSAL
"""Kinds whose sides say which of them is shown now."""


class EffectField(QFrame):
    """What a side means for the certificate: its kind, and why."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "quiet")
        self.mark = IconMark(f"{name}_icon", "certificates")
        self.title = label("body_strong", f"{name}_title", wrap=True)
        self.reason = label("second", f"{name}_reason", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.reason)
        row = FlowRow(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)

    def show_decision(self, decision: CompletionDecision, wording: ReviewWording) -> None:
        """Show what the rule says."""
        good = decision.result is CertificateKind.COMPLETION
        self.mark.set_icon("certificates", "present" if good else "text3")
        set_role(self.title, "good_text" if good else "body_strong")
        self.title.setText(wording.sentence(Label(f"eligibility.kind.{decision.result.value}")))
        reasons = [wording.say(reason) for reason in decision.reasons]
        text = "; ".join(reasons)
        self.reason.setText(text[:1].upper() + text[1:])
        # Room for two lines: the buttons below stay where they are from one conflict to the next.
        parts = (self.title, self.reason, self.reason)
        stand_at_least(self, 18 + sum(part.fontMetrics().lineSpacing() for part in parts))


class DecisionSideCard(Retranslated, QFrame):
    """`taken` is emitted by its button. All sides look alike: the program does not push."""

    taken = Signal()

    def __init__(self, name: str, wording: ReviewWording, marks: AttendanceWording) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._wording, self._marks = wording, marks
        self.mark = LargeMark(f"{name}_mark")
        self.value = label("card_title", f"{name}_value", wrap=True)
        self.chip = Chip(f"{name}_shown")
        self.captions = {key: label("caption", f"{name}_{key}") for key in ("who", "when", "where")}
        self.lines = {key: FittingLabel("body", f"{name}_{key}_value") for key in self.captions}
        self.seconds = {key: FittingLabel("caption", f"{name}_{key}_second") for key in self.captions}
        for key in ("when", "where"):
            kept = self.seconds[key].sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            self.seconds[key].setSizePolicy(kept)
        self.effect = EffectField(f"{name}_effect")
        self.button = Button(f"{name}_take", ButtonKind.CHOICE, "check")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.taken)
        withhold(
            ("review/review/settle", "review/review/settle_alike", "review/review/settle_until"), self.button
        )
        self._facts = QWidget()
        self._lay_out(name)
        self.retranslate()

    def _lay_out(self, name: str) -> None:
        head = FlowRow()
        head.setSpacing(12)
        head.addWidget(self.mark)
        head.addWidget(self.value, 1)
        head.addWidget(self.chip)
        grid = QGridLayout(self._facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _CAPTIONS)
        grid.setColumnStretch(1, 1)
        for index, key in enumerate(self.captions):
            grid.addWidget(self.captions[key], 3 * index, 0, Qt.AlignmentFlag.AlignBaseline)
            grid.addWidget(self.lines[key], 3 * index, 1, Qt.AlignmentFlag.AlignBaseline)
            grid.addWidget(self.seconds[key], 3 * index + 1, 1)
            grid.setRowMinimumHeight(3 * index + 2, 9 if index < 2 else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING - 2, 17, CARD_PADDING - 2, CARD_PADDING - 4)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(rule(f"{name}_rule"))
        column.addWidget(self._facts)
        column.addWidget(self.effect)
        column.addStretch(1)
        column.addWidget(self.button)

    def show_side(
        self,
        item: ReviewItem,
        place: int,
        decision: CompletionDecision | None,
        own_device: str,
        others: list[ReviewSide],
    ) -> None:
        """Show one of the sides of an item."""
        side, wording = item.sides[place], self._wording
        marks = marks_of(item)
        self.mark.setVisible(bool(marks))
        if marks:
            self.mark.set_mark(*marks[place], self._marks.letters())
        self.value.setText(wording.value(item, side))
        self.chip.setVisible(side.shown and item.kind in _TELLING)
        self._line("who", side.user or (self.tr("not recorded") if side.at else ""), "")
        self._line(
            "when",
            wording.moment(side.at) if side.at else "",
            wording.distance(side, others) if others else "",
        )
        self._line("where", side.device, wording.came(side, own_device))
        self._facts.setVisible(bool(side.at or side.user))
        self.effect.setVisible(decision is not None)
        if decision is not None:
            self.effect.show_decision(decision, wording)
        self.button.setText(wording.act(item, side))
        self.button.setAccessibleDescription(f"{self.value.text()}, {side.user}, {side.device}")
        self.setAccessibleName(self.value.text())

    def _line(self, key: str, text: str, second: str) -> None:
        for part in (self.captions[key], self.lines[key]):
            part.setVisible(bool(text))
        self.lines[key].setText(text)
        self.seconds[key].setText(second)
        self.seconds[key].setVisible(bool(text and second))

    @override
    def retranslate(self) -> None:
        self.chip.set_chip(self.tr("shown now"), Tone.QUIET)
        words = (self.tr("Written by"), self.tr("When"), self.tr("Laptop"))
        for caption, text in zip(self.captions.values(), words, strict=True):
            caption.setText(text)
