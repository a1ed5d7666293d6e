"""The filters above the list of people: sex, unit, course."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions.directory import Directory
from trainer_app.domain.people import Sex
from trainer_app.ui.people.wording import PeopleWording
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.forms import ComboBox
from trainer_app.ui.widgets.naming import Retranslated

_SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)


class PeopleFilters(Retranslated, QWidget):
    """Three choices and a button that takes them all back. `changed` asks for the list anew."""

    changed = Signal()

    def __init__(self, wording: PeopleWording) -> None:
        super().__init__()
        self.setObjectName("people_filters")
        self._wording = wording
        self._directory: Directory | None = None
        self.sex_field = ComboBox("people_filter_sex")
        self.unit_field = ComboBox("people_filter_unit")
        self.course_field = ComboBox("people_filter_course")
        self.reset = Button("people_filter_reset", Kind.GHOST, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, width in ((self.sex_field, 170), (self.unit_field, 240), (self.course_field, 220)):
            field.setFixedWidth(width)
            field.activated.connect(self._chosen)
            row.addWidget(field)
        row.addWidget(self.reset)
        row.addStretch(1)
        self.reset.clicked.connect(self.clear)
        self.retranslate()

    @property
    def sex(self) -> Sex | None:
        """The sex asked for."""
        return Sex(self.sex_field.currentData()) if self.sex_field.currentData() else None

    @property
    def unit(self) -> str | None:
        """The unit asked for."""
        return self.unit_field.currentData() or None

    @property
    def course(self) -> str | None:
        """The key of the course asked for."""
        return self.course_field.currentData() or None

    @property
    def active(self) -> bool:
        """Tell whether anything is asked for."""
        return any(field.currentIndex() > 0 for field in self._fields())

    def offer(self, directory: Directory) -> None:
        """Offer the units and courses that there are, keeping what is chosen."""
        self._directory = directory
        self.retranslate()

    def clear(self) -> None:
        """Ask for everybody."""
        for field in self._fields():
            field.setCurrentIndex(0)
        self._chosen()

    def retranslate(self) -> None:
        """Set every word."""
        self.reset.setText(self.tr("All people"))
        sexes = [(self._wording.sex(each), each.value) for each in _SEXES]
        _fill(self.sex_field, self.tr("Any sex"), sexes)
        units = [(unit, unit) for unit in (self._directory.units if self._directory else ())]
        _fill(self.unit_field, self.tr("Any unit"), units)
        courses = [
            (" · ".join(part for part in (course.code, course.town) if part), course.key)
            for course in (self._directory.courses if self._directory else ())
        ]
        _fill(self.course_field, self.tr("Any course"), courses)
        self.sex_field.setAccessibleName(self.tr("Only one sex"))
        self.unit_field.setAccessibleName(self.tr("Only one unit"))
        self.course_field.setAccessibleName(self.tr("Only one course"))
        self.reset.setVisible(self.active)

    def _fields(self) -> tuple[ComboBox, ...]:
        return self.sex_field, self.unit_field, self.course_field

    def _chosen(self) -> None:
        self.reset.setVisible(self.active)
        self.changed.emit()


def _fill(field: ComboBox, anything: str, items: list[tuple[str, str]]) -> None:
    chosen = field.currentData()
    field.clear()
    field.addItem(anything, "")
    for words, data in items:
        field.addItem(words, data)
    field.setCurrentIndex(max(field.findData(chosen), 0) if chosen else 0)
