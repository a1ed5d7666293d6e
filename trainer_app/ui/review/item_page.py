"""A contradiction or a double at the right: both sides, a third value, the reason, what else is known."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions import courses, identity, people, review
from trainer_app.domain.courses import CourseView
from trainer_app.domain.people import Person
from trainer_app.domain.review import ReviewItem, Side
from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.review.evidence_card import EvidenceCard
from trainer_app.ui.review.other_value import OtherValue
from trainer_app.ui.review.side_card import SideCard
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.forms import text_field
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated


class ItemPage(Retranslated, QWidget):
    """`decided(take, reason)` carries what `review.settle` wants; `later` leaves the item as it is."""

    decided = Signal(str, str)
    later = Signal()

    def __init__(self, desk: Desk, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_item")
        self._desk, self._wording = desk, wording
        self._marks = Wording(self)
        self.item: ReviewItem | None = None
        self.title = label("card_title", "review_headline", wrap=True)
        self.about = ElidedLabel("small", "review_about")
        self.context = ElidedLabel("second", "review_context")
        self.sides: list[SideCard] = []
        self.reason = text_field("review_reason")
        self.alike = Tick("review_alike")
        self._alike = 0
        self.other_button = Button("review_other_button")
        self.later_button = Button("review_later", Kind.GHOST)
        self.other = OtherValue(wording)
        self.evidence = EvidenceCard(desk, wording)
        self._grid = QGridLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        about = QHBoxLayout()
        about.setSpacing(10)
        about.addWidget(self.about)
        about.addWidget(self.context, 1)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addLayout(about)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.reason, 1)
        line.addWidget(self.other_button)
        line.addWidget(self.later_button)
        self.about.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addLayout(line)
        column.addWidget(self.alike)
        column.addWidget(self.other)
        column.addWidget(self.evidence)
        column.addStretch(1)

    def _connect(self) -> None:
        self.other_button.clicked.connect(self._open_other)
        self.other.given.connect(self._decide)
        self.other.left.connect(self._close_other)
        self.later_button.clicked.connect(self.later)
        self.alike.toggled.connect(self._show_alike)
        self.evidence.opened.connect(self._open_place)

    def show_item(self, item: ReviewItem) -> None:
        """Show an item; what was typed for another one is gone, for the same one it stays."""
        if self.item is None or self.item.id != item.id:
            self.reason.clear()
            self.other.hide()
            self.alike.setChecked(False)
        self.item = item
        wording = self._wording
        self.title.setText(wording.headline(item))
        self.about.setText(self._about(item))
        self.context.setText(self._context(item))
        self._show_sides(item)
        self.other_button.setText(wording.other_value(item))
        self.other_button.setVisible(review.takes_other_value(item))
        self._alike = len(self._desk.ask(review.alike, item) or ())
        self._show_alike()
        self.evidence.show_item(item)
        self.setAccessibleName(f"{self.title.text()}: {self.about.text()}")

    def take(self, place: int) -> None:
        """Decide for a side by its place, as its button does."""
        if place < len(self.sides):
            self._decide(f"#{place}")

    def first(self) -> QWidget:
        """Return what gets the keyboard when the details are entered."""
        return self.sides[0].button if self.sides else self.reason

    def retranslate(self) -> None:
        """Set every word."""
        self._marks.refresh()
        self.reason.setPlaceholderText(self.tr("Reason, kept with your decision (optional)"))
        self.reason.setAccessibleName(self.tr("Reason of the decision"))
        self.later_button.setText(self.tr("Decide later"))
        if self.item is not None:
            self.show_item(self.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a side by its number, unless something is being typed; Esc goes back to the list."""
        if event.text() in ("1", "2"):
            self.take(int(event.text()) - 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.later.emit()
        else:
            super().keyPressEvent(event)

    def _show_alike(self) -> None:
        self.alike.setText(
            self.tr("The same for %n other(s) of this kind: the value of the same laptop", "", self._alike)
        )
        self.alike.setVisible(self._alike > 0)
        self.other_button.setEnabled(not self.alike.isChecked())

    def _show_sides(self, item: ReviewItem) -> None:
        while len(self.sides) < len(item.sides):
            place = len(self.sides)
            card = SideCard(f"review_side_{place + 1}", self._wording, self._marks)
            card.taken.connect(lambda place=place: self._decide(f"#{place}"))
            self.sides.append(card)
            self._grid.addWidget(card, place // 2, place % 2)
        while len(self.sides) > len(item.sides):
            card = self.sides.pop()
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        own = identity.device_code(self._desk.work)
        for place, card in enumerate(self.sides):
            others: list[Side] = [side for side in item.sides if side is not item.sides[place]]
            decision = self._desk.ask(review.effect, item, item.sides[place])
            card.show_side(item, place, decision, own, others)
        self._order_tabs()
        columns = 2 if len(self.sides) > 1 else 1
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _order_tabs(self) -> None:
        """Let Tab go as one reads: the sides, made later than what stands below them, come before it."""
        sides = [card.button for card in self.sides]
        line = (self.reason, self.other_button, self.later_button, self.alike)
        chain = [*sides, *line, *self.other.parts(), *self.evidence.findChildren(Button)]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _about(self, item: ReviewItem) -> str:
        """Return who or what it is about, with the passport's spelling."""
        title = self._wording.sentence(item.title)
        person: Person | None = self._desk.ask(people.get_person, item.person) if item.person else None
        return f"{title} · {person.latin}" if person is not None and person.latin else title

    def _context(self, item: ReviewItem) -> str:
        """Return where it stands: the field, the course with its days, the session with its time."""
        place = self._wording.sentence(item.place)
        view: CourseView | None = self._desk.ask(courses.get_course, item.course) if item.course else None
        if view is None:
            return place
        formats, course = self._desk.formats, view.course
        days = f"{course.town or course.code}, {formats.days(course.first_day, course.last_day)}"
        session = next((one for one in view.sessions if one.key == item.session), None)
        if session is None:
            return f"{place} · {days}"
        when = f"{formats.weekday_short(session.day)}, {formats.times(session.start, session.end)}"
        number = self.tr("session {number}").format(number=session.number)
        return f"{days} · {number}, {when}"

    def _open_other(self) -> None:
        if self.item is not None:
            self.other.open(self.item, review.choices(self.item))

    def _close_other(self) -> None:
        self.other.hide()
        self.other_button.setFocus()

    def _decide(self, take: str) -> None:
        self.decided.emit(take, self.reason.text())

    def _open_place(self) -> None:
        if self.item is not None and self.item.course:
            place = {"session": self.item.session} if self.item.session else {}
            self._desk.go("courses", course=self.item.course, tab="attendance", **place)
