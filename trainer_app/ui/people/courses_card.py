"""One person's courses: when and where, the share attended, the certificates given."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from trainer_app.actions.person_courses import PersonCourse
from trainer_app.ui.people.wording import PeopleWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.bars import ShareBar
from trainer_app.ui.widgets.card import Card, TwoLines
from trainer_app.ui.widgets.chips import Chip
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ClickableRow

_HEIGHT = 64


class CourseRow(ClickableRow):
    """One course; it opens the course's list of participants."""

    def __init__(self, place: int, item: PersonCourse, desk: Desk, wording: PeopleWording) -> None:
        name = f"person_course_{place}"
        super().__init__(name, _HEIGHT)
        self.course = item.course.key
        words = TwoLines(f"{name}_words", strong=True)
        words.set_lines(wording.course_title(item), wording.course_line(item))
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        row.setSpacing(12)
        row.addWidget(words, 1)
        chips = QVBoxLayout()
        chips.setSpacing(2)
        chips.addStretch(1)
        for at, given in enumerate(item.certificates):
            tone, text, icon = wording.certificate(given)
            chips.addWidget(Chip(f"{name}_certificate_{at}", tone, icon, text))
        if not item.certificates:
            tone, text, icon = wording.standing(item.standing)
            chips.addWidget(Chip(f"{name}_state", tone, icon, text))
        chips.addStretch(1)
        row.addLayout(chips)
        spoken = self._add_share(row, name, item, desk)
        self.setAccessibleName(words.title.text())
        self.setAccessibleDescription(", ".join(part for part in (words.second.text(), spoken) if part))

    def _add_share(self, row: QHBoxLayout, name: str, item: PersonCourse, desk: Desk) -> str:
        column = QVBoxLayout()
        column.setSpacing(3)
        shown = "–" if item.share is None else desk.formats.percent(item.share)
        number = label("number", f"{name}_share", shown)
        bar = ShareBar(f"{name}_bar")
        spoken = self.tr("attended: {share}").format(share=shown)
        bar.set_share(item.share or 0, item.limit if item.share is not None else None, spoken)
        column.addStretch(1)
        column.addWidget(number)
        column.addWidget(bar)
        column.addStretch(1)
        row.addLayout(column)
        return spoken


class CoursesCard(Retranslated, Card):
    """`opened` names the course that was chosen."""

    opened = Signal(str)

    def __init__(self, desk: Desk, wording: PeopleWording) -> None:
        super().__init__("person_courses")
        self._desk, self._wording = desk, wording
        self._items: list[PersonCourse] = []
        self.rows: list[CourseRow] = []
        self.retranslate()

    def show_courses(self, items: list[PersonCourse]) -> None:
        """Show the courses, the newest first."""
        self._items = items
        self.clear_rows()
        self.rows = [CourseRow(place, item, self._desk, self._wording) for place, item in enumerate(items)]
        for row in self.rows:
            row.clicked.connect(lambda _on=False, key=row.course: self.opened.emit(key))
            self.add_row(row)
        if not items:
            self.add_body().addWidget(
                label("second", "person_no_course", self.tr("On no course's list yet."))
            )

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Courses"))
        self.show_courses(self._items)
