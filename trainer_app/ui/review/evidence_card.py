"""What else is known about a contradiction: the signature on paper, and everything ever written there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions import attendance, review
from trainer_app.domain.attendance import Attendance, Signed
from trainer_app.domain.review import ReviewItem, Side
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import ElidedLabel, label, rule
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

_ROW = 43
_SIGNED = {Signed.YES: "pen", Signed.NO: "alert"}


class EvidenceRow(QWidget):
    """A drawing, a short sentence, a quiet one beside it, and perhaps something to press."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(_ROW)
        self.mark = IconMark(f"{name}_icon", icon, size=18)
        self.title = label("body", f"{name}_title")
        self.second = ElidedLabel("second", f"{name}_second")
        self.button = Button(f"{name}_button", Kind.GHOST)
        self.button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        row.setSpacing(10)
        row.addWidget(self.mark)
        row.addWidget(self.title)
        row.addWidget(self.second, 1)
        row.addWidget(self.button)

    def set_row(self, title: str, second: str) -> None:
        """Set both texts."""
        self.title.setText(title)
        self.second.setText(second)


class EvidenceCard(Retranslated, Card):
    """The whole history is read when it is asked for: it means reading the journal."""

    opened = Signal()
    """The place where the value stands was asked for."""

    def __init__(self, desk: Desk, wording: ReviewWording) -> None:
        super().__init__("review_evidence", titled=False)
        self._desk, self._wording = desk, wording
        self._item: ReviewItem | None = None
        self.signed = EvidenceRow("review_signed", "pen")
        self.unseen = EvidenceRow("review_unseen", "history")
        self.signed.button.clicked.connect(self.opened)
        self.unseen.button.clicked.connect(self.show_history)
        self.unseen.button.show()
        self.history: list[EvidenceRow] = []
        self._past = QWidget()
        self._past.setObjectName("review_history")
        self._lines = QVBoxLayout(self._past)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        for row in (self.signed, self.unseen, self._past):
            self.add_row(row)
        self.retranslate()

    def show_item(self, item: ReviewItem) -> None:
        """Show what is known about an item."""
        self._item = item
        self._clear()
        self.show_row(self.signed, shown=self._show_signed(item))
        self.unseen.set_row(self._wording.note(item), "")
        self.unseen.button.show()

    def show_history(self) -> None:
        """Read and show everything that was ever written there, the newest first."""
        if self._item is None or self.history:
            return
        found = self._desk.ask(review.earlier, self._item) or []
        for place, side in enumerate(found):
            row = EvidenceRow(f"review_change_{place}", "pen")
            row.set_row(self._wording.sentence(side.words), self._line(side))
            if place:
                self._lines.addWidget(rule("review_history_rule"))
            self._lines.addWidget(row)
            self.history.append(row)
        self.show_row(self._past, shown=bool(found))
        self.unseen.button.hide()

    def retranslate(self) -> None:
        """Set every word."""
        self.unseen.button.setText(self.tr("All changes"))
        self.signed.button.setText(self.tr("Open the course"))
        if self._item is not None:
            self.show_item(self._item)

    def _line(self, side: Side) -> str:
        parts = (side.user, self._wording.moment(side.at), side.device, self._wording.came(side, ""))
        told = (*parts, self._saw(side), self._wording.reason(side))
        return " · ".join(part for part in told if part)

    def _saw(self, side: Side) -> str:
        """Say what whoever wrote it had before their eyes."""
        if side.saw is None:
            return ""
        if not side.saw:
            return self.tr("had seen nothing there before")
        said = [(user, self._wording.say(words)) for user, words in side.saw]
        seen = ", ".join(f"{words} ({user})" if user else words for user, words in said)
        return self.tr("had seen: {values}").format(values=seen)

    def _show_signed(self, item: ReviewItem) -> bool:
        """Say whether the person signed the paper; tell whether there is anything to say."""
        cell = self._cell(item)
        if cell is None or cell.signed is Signed.NOT_CHECKED:
            return False
        yes = cell.signed is Signed.YES
        self.signed.mark.set_icon(_SIGNED[cell.signed], "text3" if yes else "late")
        title = self.tr("Signed on paper: yes") if yes else self.tr("Signed on paper: no")
        self.signed.set_row(title, cell.remark)
        return True

    def _cell(self, item: ReviewItem) -> Attendance | None:
        if item.entity != "attendance" or not item.course:
            return None
        grid = self._desk.ask(attendance.grid, item.course)
        if grid is None:
            return None
        place = next((at for at, one in enumerate(grid.sessions) if one.key == item.session), None)
        row = next((one for one in grid.rows if one.person == item.person), None)
        return row.cells[place] if row is not None and place is not None else None

    def _clear(self) -> None:
        self.history = []
        self.show_row(self._past, shown=False)
        while (taken := self._lines.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
