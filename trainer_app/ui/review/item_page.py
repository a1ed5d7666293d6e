"""The page of a contradiction or duplicate: both sides, a third value, the reason, further evidence."""

from itertools import pairwise
from typing import override

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from trainer_app.actions.base import identity
from trainer_app.actions.courses import courses
from trainer_app.actions.people import people
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.fields import FieldKind
from trainer_app.domain.base.schema import field_of
from trainer_app.domain.courses.courses import CourseView
from trainer_app.domain.people.persons import Person
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind, ReviewSide
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.review.cards import EvidenceCard
from trainer_app.ui.review.side_card import DecisionSideCard
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tick
from trainer_app.ui.widgets.fields import text_field
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.overlays import Mood
from trainer_app.ui.widgets.pickers import ComboBox, DateField
from trainer_app.ui.widgets.presses import LeftByEscape

_WITH_MINUTES = (Mark.PRESENT.value, Mark.LATE.value)


class OtherValue(LeftByEscape, Retranslated, QFrame):
    """Hidden until it is asked for. `given(text)` is emitted with the value as `review.settle` reads it."""

    given = Signal(str)
    closed = Signal()

    def __init__(self, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_other")
        self.setProperty("role", "quiet")
        self._wording = wording
        self._kind = FieldKind.TEXT
        self.choice = ComboBox("review_other_choice")
        self.minutes = QSpinBox()
        self.minutes.setObjectName("review_other_minutes")
        self.minutes.setRange(0, 600)
        self.minutes.setFixedWidth(70)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.unit = label("second", "review_other_unit")
        self.text = text_field("review_other_text")
        self.day = DateField("review_other_day")
        self.keep = Button("review_other_keep", ButtonKind.CHOICE, "check")
        self.cancel = Button("review_other_cancel", ButtonKind.GHOST)
        row = FlowRow(self)
        row.setContentsMargins(12, 8, 6, 8)
        row.setSpacing(8)
        for part in (self.choice, self.text, self.day):
            row.addWidget(part, 1)
        row.addWidget(self.minutes)
        row.addWidget(self.unit)
        row.addWidget(self.keep)
        row.addWidget(self.cancel)
        self.choice.currentIndexChanged.connect(self._show_minutes)
        self.text.returnPressed.connect(self._give)
        self.keep.clicked.connect(self._give)
        withhold("review/review/settle", self.keep)
        self.cancel.clicked.connect(self.closed)
        self.retranslate()
        self.hide()

    def open(self, item: ReviewItem, choices: tuple[tuple[str, Label], ...]) -> None:
        """Offer the field that fits an item."""
        described = field_of(item.entity, item.fields[0])
        self._kind = described.kind if described else FieldKind.TEXT
        self.choice.clear()
        for value, words in choices:
            self.choice.addItem(self._wording.sentence(words), value)
        self.choice.setVisible(bool(choices))
        is_day = self._kind is FieldKind.DAY
        self.day.setVisible(is_day)
        self.text.setVisible(not choices and not is_day)
        self.text.clear()
        self._show_minutes()
        self.show()
        first = self.choice if choices else self.day if is_day else self.text
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what the keyboard reaches, from left to right."""
        return (self.choice, self.text, self.day, self.minutes, self.keep, self.cancel)

    def value(self) -> str:
        """Return the value as typed or chosen: "late 15", a day as 2018-10-16, a text."""
        if not self.choice.isHidden():
            value = str(self.choice.currentData() or "")
            return f"{value} {self.minutes.value()}" if not self.minutes.isHidden() else value
        if not self.day.isHidden():
            day: QDate = self.day.date()
            return day.toString(Qt.DateFormat.ISODate)
        return self.text.text()

    @override
    def retranslate(self) -> None:
        self.keep.setText(self.tr("Keep this"))
        self.cancel.setText(self.tr("Cancel"))
        self.unit.setText(self.tr("minutes missed"))
        self.choice.setAccessibleName(self.tr("Value"))
        self.text.setAccessibleName(self.tr("Value"))
        self.text.setPlaceholderText(self.tr("The right value"))
        self.day.setAccessibleName(self.tr("Value"))
        self.minutes.setAccessibleName(self.tr("Minutes missed"))

    @override
    def leave(self) -> None:
        self.closed.emit()

    def _show_minutes(self) -> None:
        shown = not self.choice.isHidden() and self.choice.currentData() in _WITH_MINUTES
        self.minutes.setVisible(shown)
        self.unit.setVisible(shown)

    def _give(self) -> None:
        # A day that does not exist is said: what was shown before it was typed is nobody's decision.
        if self.day.isHidden() or self.day.settled():
            self.given.emit(self.value())


class ItemPage(LeftByEscape, Retranslated, QWidget):
    """`decided(take, reason)` carries what `review.settle` wants; `later` leaves the item as it is."""

    decided = Signal(str, str)
    later = Signal()

    def __init__(self, context: AppContext, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_item")
        self._context, self._wording = context, wording
        self._marks = AttendanceWording(self)
        self.item: ReviewItem | None = None
        self.title = label("card_title", "review_headline", wrap=True)
        self.about = FittingLabel("small", "review_about")
        self.about_course = FittingLabel("second", "review_context")
        self.decided_before = label("second", "review_decided_before", wrap=True)
        self.sides: list[DecisionSideCard] = []
        self.reason = text_field("review_reason")
        self.alike = Tick("review_alike")
        self.until = Tick("review_until")
        self._alike = self._before = 0
        self.other_button = Button("review_other_button")
        self.later_button = Button("review_later", ButtonKind.GHOST)
        self.other = OtherValue(wording)
        self.evidence = EvidenceCard(context, wording)
        self._pairs = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        about = FlowRow()
        about.setSpacing(10)
        about.addWidget(self.about)
        about.addWidget(self.about_course, 1)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addLayout(about)
        head.addWidget(self.decided_before)
        self._pairs.setContentsMargins(0, 0, 0, 0)
        self._pairs.setSpacing(16)
        line = FlowRow()
        line.setSpacing(8)
        line.addWidget(self.reason, 1)
        line.addWidget(self.other_button)
        line.addWidget(self.later_button)
        self.about.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(self._pairs)
        column.addLayout(line)
        column.addWidget(self.alike)
        column.addWidget(self.until)
        column.addWidget(self.other)
        column.addWidget(self.evidence)
        column.addStretch(1)

    def _connect(self) -> None:
        self.other_button.clicked.connect(self._open_other)
        withhold("review/review/settle", self.other_button)
        self.other.given.connect(self._decide)
        self.other.closed.connect(self._close_other)
        self.later_button.clicked.connect(self.later)
        self.alike.toggled.connect(self._show_alike)
        self.until.toggled.connect(self._show_alike)
        self.evidence.opened.connect(self._open_place)

    def show_item(self, item: ReviewItem) -> None:
        """Show an item; what was typed for another one is gone, for the same one it stays."""
        if self.item is None or self.item.id != item.id:
            self.reason.clear()
            self.other.hide()
            self.alike.setChecked(False)
            self.until.setChecked(False)
        self.item = item
        wording = self._wording
        self.title.setText(wording.headline(item))
        self.about.setText(self._about(item))
        self.about_course.setText(self._course_words(item))
        self._show_decided_before(item)
        self._show_sides(item)
        self.other_button.setText(wording.other_value(item))
        self.other_button.setVisible(review.takes_other_value(item))
        self._alike = self._context.ask(review.count_alike, item) or 0
        self._before = self._context.ask(review.count_until, item) or 0
        self._show_alike()
        self.evidence.show_item(item)
        self.setAccessibleName(f"{self.title.text()}: {self.about.text()}")

    def take(self, place: int) -> None:
        """Decide for a side by its place, as its button does; say which there are where it is none."""
        if 0 <= place < len(self.sides):
            self._decide(f"#{place}")
        else:
            told = {"key": place + 1, "last": len(self.sides)}
            self._context.tell_how_it_is(Mood.NOW, "review.no_such_value", **told)

    def answers(self) -> list[tuple[str, Button]]:
        """Return the words and buttons of the sides, and of "later"."""
        return [(each.text(), each) for each in (*(card.button for card in self.sides), self.later_button)]

    def first(self) -> QWidget:
        """Return what gets the keyboard when the details are entered."""
        return self.sides[0].button if self.sides else self.reason

    @override
    def retranslate(self) -> None:
        self.reason.setPlaceholderText(self.tr("Reason (optional)"))
        self.reason.setToolTip(self.tr("It is kept with your decision."))
        self.reason.setAccessibleName(self.tr("Reason of the decision"))
        self.later_button.setText(self.tr("Decide later"))
        if self.item is not None:
            self.show_item(self.item)

    @override
    def leave(self) -> None:
        self.later.emit()

    def _show_alike(self) -> None:
        proposal = self.item is not None and self.item.kind is ReviewKind.PROPOSAL
        same = self.tr("The same for %n other(s) of this kind: the value of the same laptop", "", self._alike)
        asked = self.tr("The same for %n other(s) of this kind from this laptop", "", self._alike)
        self.alike.setText(asked if proposal else same)
        self.alike.setVisible(self._alike > 0)
        self.until.setText(
            self.tr("The same for all that this laptop asked for before: %n more", "", self._before)
        )
        self.until.setVisible(self._before > 0)
        self.alike.setEnabled(not self.until.isChecked())
        self.until.setEnabled(not self.alike.isChecked())
        self.other_button.setEnabled(not self.alike.isChecked())

    def _show_sides(self, item: ReviewItem) -> None:
        while len(self.sides) < len(item.sides):
            place = len(self.sides)
            card = DecisionSideCard(f"review_side_{place + 1}", self._wording, self._marks)
            card.taken.connect(lambda place=place: self._decide(f"#{place}"))
            self.sides.append(card)
            if place // 2 == self._pairs.count():
                pair = FlowRow()
                pair.setSpacing(16)
                self._pairs.addLayout(pair)
            _pair_of(self._pairs, place).addWidget(card, 1)
            # At once: Qt shows what comes into a visible page a little later, and it would be laid out again.
            card.show()
        while len(self.sides) > len(item.sides):
            card = self.sides.pop()
            _pair_of(self._pairs, len(self.sides)).removeWidget(card)
            card.hide()
            card.deleteLater()
        own = identity.device_code(self._context.work)
        for place, card in enumerate(self.sides):
            others: list[ReviewSide] = [side for side in item.sides if side is not item.sides[place]]
            decision = self._context.ask(review.effect, item, item.sides[place])
            card.show_side(item, place, decision, own, others)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go as one reads: the sides, made later than what stands below them, come before it."""
        sides = [card.button for card in self.sides]
        line = (self.reason, self.other_button, self.later_button, self.alike, self.until)
        chain = [*sides, *line, *self.other.parts(), *self.evidence.findChildren(Button)]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _about(self, item: ReviewItem) -> str:
        """Return who or what it is about, with the passport's spelling."""
        title = self._wording.sentence(item.title)
        person: Person | None = self._context.ask(people.get_person, item.person) if item.person else None
        return f"{title} · {person.latin}" if person is not None and person.latin else title

    def _show_decided_before(self, item: ReviewItem) -> None:
        """Say what was decided of the rest of a name: its Latin spelling follows that."""
        said = self._context.ask(review.decided_beside, item)
        words = self._wording.sentence(said) if said is not None else ""
        self.decided_before.setText(self.tr("Decided of this name before: {words}").format(words=words))
        self.decided_before.setVisible(bool(words))

    def _course_words(self, item: ReviewItem) -> str:
        """Return where it stands: the field, the course with its days, the session with its time."""
        place = self._wording.sentence(item.place)
        view: CourseView | None = self._context.ask(courses.get_course, item.course) if item.course else None
        if view is None:
            return place
        formats, course = self._context.formats, view.course
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
            self._context.go("courses", course=self.item.course, tab="attendance", **place)


def _pair_of(pairs: QVBoxLayout, place: int) -> FlowRow:
    """Return the row in which the side of a place stands, two in each."""
    item = pairs.itemAt(place // 2)
    pair = item.layout() if item is not None else None
    assert isinstance(pair, FlowRow)
    return pair
