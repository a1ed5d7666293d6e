"""Completing people one after another: the form of the first, Enter, the form of the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.completing import Missing, missing
from trainer_app.domain.enrolments import Participant
from trainer_app.domain.people import Sex
from trainer_app.ui.people.person_form import PersonForm


class Completing(QObject):
    """Whoever is passed over without typing stays to be completed; Esc stops."""

    moved = Signal(str)
    """The enrolment whose form is open now."""
    ended = Signal()
    """The last one was saved."""

    def __init__(self, form: PersonForm, units: Callable[[], Sequence[str]]) -> None:
        super().__init__(form)
        self.setObjectName("participants_completing")
        self._form, self._units = form, units
        self._number: int | None = None

    @property
    def under_way(self) -> bool:
        """Tell whether the form belongs to a series."""
        return self._number is not None

    def stop(self) -> None:
        """Let the form be of one person only."""
        self._number = None

    def open(self, item: Participant) -> None:
        """Open the form of one person at what is missing, as a part of a series."""
        self._number = item.enrolment.number
        self.moved.emit(item.enrolment.key)
        self._form.open_person(item.person, self._units())
        self._form.accept_button.setText(self.tr("Save, next person"))
        self._first(item).setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self, left: Sequence[Participant]) -> None:
        """Open the next one of those who are left, by number."""
        if self._number is None:
            return
        after = [item for item in left if item.enrolment.number > self._number]
        if after:
            self.open(after[0])
        else:
            self.stop()
            self.ended.emit()

    def _first(self, item: Participant) -> QWidget:
        """Return the first field that is blank; the family name where nothing is."""
        form = self._form
        fields: dict[Missing, QWidget] = {
            Missing.LATIN: form.latin.field.line,
            Missing.SEX: form.sex.field.button(Sex.UNKNOWN.value),
            Missing.SERVICE: form.rank.field,
        }
        return next((fields[each] for each in missing(item.person)), form.family.field)
