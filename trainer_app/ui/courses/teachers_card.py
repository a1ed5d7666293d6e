"""Who teaches and observes: names with their roles, to be changed and taken away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.courses import Teacher
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.shell.tokens import CARD_PADDING, LIST_ROW
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.card import Card, TwoLines
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

_BUTTON = 32


class TeacherRow(QWidget):
    """One person and role."""

    def __init__(self, place: int) -> None:
        name = f"teacher_{place}"
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(LIST_ROW)
        self.words = TwoLines(f"{name}_words")
        self.change = IconButton(f"{name}_change", "pen", size=_BUTTON)
        self.remove = IconButton(f"{name}_remove", "close", size=_BUTTON)
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 8, 0)
        row.setSpacing(4)
        row.addWidget(IconMark(f"{name}_icon", "user"))
        row.addSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.change)
        row.addWidget(self.remove)


class TeachersCard(Retranslated, Card):
    """Emits what a person wants; the tab does it."""

    assign_asked = Signal()
    change_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, wording: CourseWording) -> None:
        super().__init__("teachers")
        self._wording = wording
        self._teachers: tuple[Teacher, ...] = ()
        self.rows: list[TeacherRow] = []
        self.assign = Button("teachers_assign", Kind.GHOST, "adduser")
        self.assign.clicked.connect(self.assign_asked)
        self.nobody = label("second", "teachers_nobody", wrap=True)
        self.add_to_head(self.assign)
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        self.add_body().addWidget(self.nobody)
        self.retranslate()

    def show_teachers(self, teachers: tuple[Teacher, ...]) -> None:
        """Show who works at the course."""
        self._teachers = teachers
        while len(self.rows) < len(teachers):
            place = len(self.rows)
            row = TeacherRow(place)
            row.change.clicked.connect(lambda _on=False, at=place: self._emit_change(at))
            row.remove.clicked.connect(lambda _on=False, at=place: self._emit_remove(at))
            self.rows.append(row)
            self.add_row(row)
        for place, row in enumerate(self.rows):
            self.show_row(row, shown=place < len(teachers))
        body = self.nobody.parentWidget()
        if body is not None:
            self.show_row(body, shown=not teachers)
        for row, teacher in zip(self.rows, teachers, strict=False):
            row.words.set_lines(teacher.name, self._wording.role(teacher.role))
            row.change.set_words(self.tr("Change the role: {name}").format(name=teacher.name))
            row.remove.set_words(self.tr("Take off the course: {name}").format(name=teacher.name))

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Trainers"))
        self.assign.setText(self.tr("Assign"))
        self.nobody.setText(self.tr("Nobody is assigned yet. Their names stand on papers and certificates."))
        self.show_teachers(self._teachers)

    def _emit_change(self, place: int) -> None:
        self.change_asked.emit(self._teachers[place])

    def _emit_remove(self, place: int) -> None:
        self.remove_asked.emit(self._teachers[place])
