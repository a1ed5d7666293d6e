"""What can be put right about the people of a list at once; offered, never done by itself."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions.corrections import Correction, CorrectionKind
from trainer_app.domain.people import Sex
from trainer_app.ui.participants.wording import ParticipantWording
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, IconButton
from trainer_app.ui.widgets.card import Card, TwoLines
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

_HEIGHT, _EXAMPLES, _ALL = 54, 3, 40


class OfferRow(QWidget):
    """One kind of correction with examples, the button that does it and the one that hides it."""

    def __init__(self, kind: CorrectionKind) -> None:
        name = f"participants_offer_{kind.value}"
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(_HEIGHT)
        self.kind = kind
        self.words = TwoLines(f"{name}_words")
        self.accept = Button(f"{name}_accept")
        self.hide_button = IconButton(f"{name}_hide", "close", size=32)
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        row.setSpacing(12)
        row.addWidget(IconMark(f"{name}_icon", "alert", "late"))
        row.addWidget(self.words, 1)
        row.addWidget(self.accept)
        row.addWidget(self.hide_button)


class OffersCard(Retranslated, Card):
    """Hidden while there is nothing to offer. `accepted` gives the corrections of one kind."""

    accepted = Signal(list)

    def __init__(self, wording: ParticipantWording) -> None:
        super().__init__("participants_offers", titled=False)
        self._wording = wording
        self._found: dict[CorrectionKind, list[Correction]] = {}
        self._hidden: set[tuple[str, CorrectionKind]] = set()
        self._course = ""
        self.rows = {kind: OfferRow(kind) for kind in CorrectionKind}
        for kind, row in self.rows.items():
            self.add_row(row)
            row.accept.clicked.connect(lambda _on=False, kind=kind: self.accepted.emit(self._found[kind]))
            row.hide_button.clicked.connect(lambda _on=False, kind=kind: self._hide(kind))
        self.retranslate()

    def show_offers(self, course: str, found: Sequence[Correction]) -> None:
        """Show what is offered for a course, but for what somebody has put aside."""
        self._course = course
        self._found = {kind: [each for each in found if each.kind is kind] for kind in CorrectionKind}
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        for kind, row in self.rows.items():
            found = self._found.get(kind, [])
            self.show_row(row, shown=bool(found) and (self._course, kind) not in self._hidden)
            row.words.set_lines(self._title(kind, len(found)), self._examples(found[:_EXAMPLES]))
            row.words.setToolTip("\n".join(map(self._example, found[:_ALL])))
            row.accept.setText(
                self.tr("Put right") if kind is CorrectionKind.LETTERS else self.tr("Take from the names")
            )
            row.accept.setAccessibleName(f"{row.accept.text()}: {row.words.title.text()}")
            row.accept.updateGeometry()
            row.hide_button.set_words(self.tr("Not now"))
        self.setVisible(any(not row.isHidden() for row in self.rows.values()))

    def _title(self, kind: CorrectionKind, count: int) -> str:
        if kind is CorrectionKind.LETTERS:
            return self.tr("Names with letters of an old font or of another alphabet: %n", "", count)
        return self.tr("Sex is not stated, but the name shows it: %n", "", count)

    def _examples(self, found: Sequence[Correction]) -> str:
        return "; ".join(map(self._example, found))

    def _example(self, each: Correction) -> str:
        after = each.after
        if each.kind is CorrectionKind.SEX:
            after = self._wording.people.sex(Sex(each.after))
        return f"{each.before} → {after}"

    def _hide(self, kind: CorrectionKind) -> None:
        self._hidden.add((self._course, kind))
        self.retranslate()
