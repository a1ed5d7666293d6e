"""Whose place somebody takes: chosen from those who are expected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trainer_app.actions import enrolments
from trainer_app.domain.changes import Changes
from trainer_app.domain.enrolments import EnrolmentState, Participant
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.courses.two_lines import show_two_lines
from trainer_app.ui.participants.wording import ParticipantWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.models import Column, RowsModel
from trainer_app.ui.widgets.table import TableView

_ROW = 44


class ReplaceForm(FormPanel):
    """Says that one participant came in another's place; the other one is marked as replaced."""

    def __init__(self, desk: Desk, host: QWidget, wording: ParticipantWording) -> None:
        super().__init__("replace_form", desk, host, 460)
        self._wording = wording
        self._comes: Participant | None = None
        self._gone: Participant | None = None
        columns: tuple[Column[Participant], ...] = (
            Column("number", lambda: self.tr("No"), lambda item: str(item.enrolment.number), 60, right=True),
            Column("name", lambda: self.tr("Instead of"), lambda item: item.person.name),
        )
        self.model: RowsModel[Participant] = RowsModel(
            "replace_model", columns, lambda item: item.enrolment.key, self
        )
        self.table = TableView("replace_people")
        self.table.show_model(self.model)
        show_two_lines(self.table, {"name": self._second}, _ROW)
        self.table.setMinimumHeight(6 * _ROW)
        self.table.opened.connect(lambda _place: self.save())
        self.note = label("second", "replace_note", wrap=True)
        self.now = label("body_strong", "replace_now", wrap=True)
        self.nobody = Button("replace_nobody", Kind.PLAIN, "undo")
        self.nobody.clicked.connect(self._stop)
        self.body.addWidget(self.now)
        self.body.addWidget(self.nobody, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.note)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.trouble)
        self.retranslate()

    def open_participant(self, comes: Participant, everybody: Sequence[Participant]) -> None:
        """Ask whose place a participant takes. Those who withdrew or have no mark stand first."""
        self._comes = comes
        self._gone = next(
            (each for each in everybody if each.enrolment.key == comes.enrolment.replaces), None
        )
        self.clear_errors()
        others = [each for each in everybody if _may_be_replaced(each) and each is not comes]
        self.model.set_rows(
            sorted(others, key=lambda each: (each.expected and each.marks > 0, each.enrolment.number))
        )
        if others:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.accept_button.setEnabled(bool(others))
        self.retranslate()
        self.reveal(self.table if others else self.cancel_button)

    def save(self) -> None:
        """Record the replacement."""
        changes = self.submit(self._replace)
        if changes is not None:
            self.desk.offer_undo(changes)

    def _stop(self) -> None:
        """Say that somebody stands in for nobody."""
        comes = self._comes
        if comes is None:
            return
        changes = self.submit(lambda: enrolments.stop_replacing(self.desk.work, comes.enrolment.key))
        if changes is not None:
            self.desk.offer_undo(changes)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        gone = self._gone
        self.now.setVisible(gone is not None)
        self.nobody.setVisible(gone is not None)
        self.nobody.setText(self.tr("Replaces nobody"))
        if gone is not None:
            words = self.tr("Now: replaces No {number} {name}")
            self.now.setText(words.format(number=gone.enrolment.number, name=gone.person.name))
        name = self._comes.person.name if self._comes else ""
        self.set_words(self.tr("{name} replaces…").format(name=name), self.tr("Replaces this one"))
        self.note.setText(
            self.tr("Whoever is replaced is not expected any more; marks and number stay on record.")
        )
        self.table.setAccessibleName(self.tr("Who is replaced"))

    def _second(self, item: Participant) -> str:
        marks = self.tr("%n mark(s)", "", item.marks) if item.marks else self.tr("no mark yet")
        left = "" if item.expected else self._wording.people.standing(item.standing)[1]
        parts = (self._wording.people.rank(item.person.rank), item.person.unit, marks, left)
        return " · ".join(part for part in parts if part)

    def _replace(self) -> Changes:
        index = self.table.currentIndex()
        if self._comes is None or not index.isValid():
            raise TrainerError("enrolment.cannot_replace")
        gone = self.table.currentIndex().data(Qt.ItemDataRole.UserRole + 1)
        return enrolments.replace(self.desk.work, str(gone), self._comes.enrolment.key)


def _may_be_replaced(item: Participant) -> bool:
    """Tell whether a place is free to be taken: nobody has taken it yet."""
    return item.enrolment.state is not EnrolmentState.REPLACED
