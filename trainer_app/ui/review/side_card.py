"""One side of a decision: what it says, who wrote it when and where, what it means, and its button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.certificates import CertificateKind
from trainer_app.domain.changes import Label
from trainer_app.domain.eligibility import Decision
from trainer_app.domain.review import ReviewItem, ReviewKind, Side
from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.review.entries import marks_of
from trainer_app.ui.review.marks import LargeMark
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.chips import Chip, Tone
from trainer_app.ui.widgets.labels import ElidedLabel, label, rule
from trainer_app.ui.widgets.naming import Retranslated, set_role
from trainer_app.ui.widgets.rows import IconMark

_CAPTIONS = 86


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
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)

    def show_decision(self, decision: Decision, wording: ReviewWording) -> None:
        """Show what the rule says."""
        good = decision.result is CertificateKind.COMPLETION
        self.mark.set_icon("certificates", "present" if good else "text3")
        set_role(self.title, "good_text" if good else "body_strong")
        self.title.setText(wording.sentence(Label(f"eligibility.kind.{decision.result.value}")))
        reasons = [wording.say(reason) for reason in decision.reasons]
        text = "; ".join(reasons)
        self.reason.setText(text[:1].upper() + text[1:])


class SideCard(Retranslated, QFrame):
    """`taken` is emitted by its button. All sides look alike: the program does not push."""

    taken = Signal()

    def __init__(self, name: str, wording: ReviewWording, marks: Wording) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._wording, self._marks = wording, marks
        self.mark = LargeMark(f"{name}_mark")
        self.value = label("card_title", f"{name}_value", wrap=True)
        self.chip = Chip(f"{name}_shown")
        self.captions = {key: label("caption", f"{name}_{key}") for key in ("who", "when", "where")}
        self.lines = {key: ElidedLabel("body", f"{name}_{key}_value") for key in self.captions}
        self.seconds = {key: ElidedLabel("caption", f"{name}_{key}_second") for key in self.captions}
        self.effect = EffectField(f"{name}_effect")
        self.button = Button(f"{name}_take", Kind.CHOICE, "check")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.taken)
        self._facts = QWidget()
        self._lay_out(name)
        self.retranslate()

    def _lay_out(self, name: str) -> None:
        head = QHBoxLayout()
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
        for place, key in enumerate(self.captions):
            grid.addWidget(self.captions[key], 3 * place, 0, Qt.AlignmentFlag.AlignBaseline)
            grid.addWidget(self.lines[key], 3 * place, 1, Qt.AlignmentFlag.AlignBaseline)
            grid.addWidget(self.seconds[key], 3 * place + 1, 1)
            grid.setRowMinimumHeight(3 * place + 2, 9 if place < 2 else 0)
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
        self, item: ReviewItem, place: int, decision: Decision | None, own_device: str, others: list[Side]
    ) -> None:
        """Show one of the sides of an item."""
        side, wording = item.sides[place], self._wording
        marks = marks_of(item)
        self.mark.setVisible(bool(marks))
        if marks:
            self.mark.set_mark(*marks[place], self._marks.letters())
        self.value.setText(wording.value(item, side))
        self.chip.setVisible(side.shown and item.kind in (ReviewKind.CONTRADICTION, ReviewKind.IMMUTABLE))
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

    def retranslate(self) -> None:
        """Set every word that does not depend on the side."""
        self.chip.set_chip(self.tr("shown now"), Tone.QUIET)
        words = (self.tr("Written by"), self.tr("When"), self.tr("Laptop"))
        for caption, text in zip(self.captions.values(), words, strict=True):
            _set(caption, text)


def _set(caption: QLabel, text: str) -> None:
    caption.setText(text)
