"""What was written here and replaced by somebody else: both values, who and when, and "I have seen it"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.losses import Loss
from trainer_app.domain.review import Side
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated


class SaidCard(Card):
    """One value with who wrote it, when and on which laptop; if it was a decision, why."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        body = self.add_body()
        self.value = label("card_title", f"{name}_value", wrap=True)
        self.who = label("body", f"{name}_who", wrap=True)
        self.when = label("caption", f"{name}_when", wrap=True)
        self.reason = label("body", f"{name}_reason", wrap=True)
        for part in (self.value, self.who, self.when, self.reason):
            body.addWidget(part)

    def show_side(self, title: str, side: Side, wording: ReviewWording, own: str) -> None:
        """Show a value."""
        self.set_title(title)
        self.value.setText(wording.sentence(side.words) or "–")
        self.who.setText(" · ".join(part for part in (side.user, side.device) if part))
        came = wording.came(side, own)
        moment = wording.moment(side.at) if side.at else ""
        self.when.setText(" · ".join(part for part in (moment, came) if part))
        self.reason.setVisible(bool(side.reason))
        self.reason.setText(wording.reason(side))
        shown = (self.value.text(), self.who.text(), self.when.text(), self.reason.text())
        self.setAccessibleDescription(". ".join(part for part in shown if part))


class LossPage(Retranslated, QWidget):
    """`seen`, `all_seen` and `place_asked` carry nothing: they are about the loss shown."""

    seen = Signal()
    all_seen = Signal()
    later = Signal()

    def __init__(self, desk: Desk, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_loss")
        self._desk, self._wording = desk, wording
        self.loss: Loss | None = None
        self._count = 0
        self.title = label("card_title", "review_loss_headline", wrap=True)
        self.about = label("body_strong", "review_loss_about", wrap=True)
        self.place = label("second", "review_loss_place", wrap=True)
        self.own = SaidCard("review_loss_own")
        self.new = SaidCard("review_loss_new")
        self.other = SaidCard("review_loss_other")
        self.note = label("second", "review_loss_note", wrap=True)
        self.see = Button("review_loss_seen", Kind.PRIMARY, "check")
        self.see_all = Button("review_loss_all_seen", Kind.PLAIN)
        self.open_place = Button("review_loss_open", Kind.GHOST)
        self._lay_out()
        self.see.clicked.connect(self.seen)
        self.see_all.clicked.connect(self.all_seen)
        self.open_place.clicked.connect(self._open)
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.title, self.about, self.place):
            words.addWidget(part)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in (self.own, self.new, self.other):
            cards.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.see, self.see_all, self.open_place):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(words)
        column.addLayout(cards)
        column.addWidget(self.note)
        column.addLayout(foot)
        column.addStretch(1)

    def show_loss(self, loss: Loss, count: int) -> None:
        """Show one of `count` losses."""
        self.loss, self._count = loss, count
        wording = self._wording
        settled = self.tr("A contradiction was decided, and not for your value")
        corrected = self.tr("Your value was replaced by another one")
        self.title.setText(settled if loss.settled else corrected)
        self.about.setText(wording.sentence(loss.title))
        self.place.setText(wording.sentence(loss.place))
        own = loss.own.device
        self.own.show_side(self.tr("You wrote"), loss.own, wording, own)
        self.new.show_side(self.tr("Now it says"), loss.new, wording, own)
        self.other.setVisible(loss.other is not None)
        if loss.other is not None:
            self.other.show_side(self.tr("The other laptop wrote"), loss.other, wording, own)
        self.see_all.setVisible(count > 1)
        self.see_all.setText(self.tr("All %n seen", "", count))
        self.open_place.setVisible(bool(loss.course))
        self.setAccessibleName(f"{self.title.text()}: {self.about.text()}")

    def first(self) -> QWidget:
        """Return what gets the keyboard when the details are entered."""
        return self.see

    def retranslate(self) -> None:
        """Set every word."""
        self.note.setText(
            self.tr(
                "Nothing has to be done. If the new value is wrong, correct it where it stands; the office "
                "then gets your correction."
            )
        )
        self.see.setText(self.tr("I have seen it"))
        self.open_place.setText(self.tr("Open the course"))
        if self.loss is not None:
            self.show_loss(self.loss, self._count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.later.emit()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.loss is not None and self.loss.course:
            place = {"session": self.loss.session} if self.loss.session else {}
            self._desk.go("courses", course=self.loss.course, tab="attendance", **place)
