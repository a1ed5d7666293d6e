"""Which courses a file for a laptop holds: its own are ticked, others can be added, each with its people."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from trainer_app.domain.sending import PackCourse
from trainer_app.ui.widgets.choices import Tick

_ROW, _MOST = 30, 7


class CourseChoice(QScrollArea):
    """A tick for each course, those of the laptop first. Arrow keys and Tab go from one to the next."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self.viewport().setProperty("role", "clear")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setObjectName(f"{name}_list")
        holder.setProperty("role", "clear")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.setWidget(holder)
        self.ticks: list[Tick] = []
        self._courses: list[PackCourse] = []

    def show_courses(self, courses: Sequence[PackCourse]) -> None:
        """Show the courses, those that go by default first and ticked."""
        self._courses = sorted(courses, key=lambda course: not course.own)
        while len(self.ticks) < len(self._courses):
            tick = Tick(f"{self.objectName()}_{len(self.ticks) + 1}")
            self._column.insertWidget(len(self.ticks), tick)
            self.ticks.append(tick)
        for place, tick in enumerate(self.ticks):
            tick.setVisible(place < len(self._courses))
            if place < len(self._courses):
                course = self._courses[place]
                tick.setText(f"{course.code} · {course.town}" if course.town else course.code)
                tick.setChecked(course.own)
        self.setFixedHeight(_ROW * min(max(len(self._courses), 1), _MOST))

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of the courses that are ticked."""
        pairs = zip(self._courses, self.ticks, strict=False)
        return tuple(course.key for course, tick in pairs if tick.isChecked())
