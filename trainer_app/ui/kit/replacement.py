"""The form that says who came in whose place, and from which session on."""

from collections.abc import Sequence
from typing import override

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from trainer_app.actions.courses import enrolments
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.courses.enrolments import list_enrolments, namesakes
from trainer_app.actions.people.people import Directory
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import EnrolmentState, Participant, Session, SessionState
from trainer_app.domain.people.persons import Person
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import FormPanel
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import ComboBox, FormRow, SearchField
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.tables import Column, ListTableModel, Selection, TableView, show_two_lines

_ROW = 44


class _Candidate(Struct, frozen=True):
    """Somebody who may be chosen: on the list, known from elsewhere, or new under the name that is typed."""

    key: str
    name: str
    second: str
    listed: Participant | None = None
    known: Person | None = None

    @property
    def number(self) -> str:
        """The number on the list."""
        return str(self.listed.enrolment.number) if self.listed is not None else ""


class ReplacementForm(FormPanel):
    """Says that somebody came in another's place; it opens from either of the two.

    Neither the other one nor the session is chosen beforehand: a wrong replacement costs a person the course.
    """

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("replace_form", context, host, 460)
        self._wording = PeopleWording(context)
        self._course = ""
        self._who: Participant | None = None
        self._absent = False
        self._everybody: list[Participant] = []
        self._sessions: list[Session] = []
        self._directory: Directory | None = None
        columns: tuple[Column[_Candidate], ...] = (
            Column("number", lambda: self.tr("No"), lambda item: item.number, 60, right=True),
            Column("name", self._head, lambda item: item.name),
        )
        self.model: ListTableModel[_Candidate] = ListTableModel(
            "replace_model", columns, lambda item: item.key, self
        )
        self.now = label("body_strong", "replace_now", wrap=True)
        self.nobody = Button("replace_nobody", ButtonKind.PLAIN, "undo")
        self.search = SearchField("replace_search")
        self.table = TableView("replace_people")
        self.selection = Selection(self.table, self.model)
        self.session = FormRow("replace_session", ComboBox("replace_session"))
        self.note = label("second", "replace_note", wrap=True)
        self.error_rows = {"enrolment.no_session_chosen": self.session}
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        show_two_lines(self.table, {"name": lambda item: item.second}, _ROW)
        self.table.setMinimumHeight(5 * _ROW)
        self.body.addWidget(self.now)
        self.body.addWidget(self.nobody, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.session)
        self.body.addWidget(self.note)
        self.body.addWidget(self.trouble)
        self.nobody.clicked.connect(self._stop)
        self.search.textChanged.connect(lambda _text: self._offer())
        self.table.opened.connect(self._take)

    def open_newcomer(self, course: str, enrolment: str, session: str = "") -> None:
        """Ask whose place a participant takes. Those who withdrew or have no mark stand first."""
        self._open(course, enrolment, absent=False, session=session)

    def open_absent(self, course: str, enrolment: str, session: str = "") -> None:
        """Ask who came in a participant's place: somebody on the list, known, or new."""
        self._open(course, enrolment, absent=True, session=session)

    def _open(self, course: str, enrolment: str, *, absent: bool, session: str) -> None:
        people, view = self.context.ask(list_enrolments, course), self.context.ask(get_course, course)
        who = next((each for each in people or () if each.enrolment.key == enrolment), None)
        if people is None or view is None or who is None:
            return
        self._course, self._who, self._absent = course, who, absent
        self._everybody, self._directory = people, None
        self._sessions = [each for each in view.sessions if each.state is not SessionState.CANCELLED]
        self.clear_errors()
        self.search.clear()
        self.search.setVisible(absent)
        self._fill_sessions(session)
        self._offer()
        self.retranslate()
        self.reveal(self.search if absent else self.table)

    def _fill_sessions(self, chosen: str = "") -> None:
        field = self.session.field
        chosen = chosen or str(field.currentData() or "")
        field.clear()
        field.addItem(self.tr("Choose the session"), "")
        for each in self._sessions:
            formats = self.context.formats
            words = self.tr("Session {number} · {day}, {time}").format(
                number=each.number, day=formats.weekday_short(each.day), time=formats.clock(each.start)
            )
            field.addItem(words, each.key)
        field.setCurrentIndex(max(0, field.findData(chosen)))

    def _offer(self) -> None:
        """Show who may be chosen; nobody is."""
        if self._who is None:
            return
        self.model.set_rows(self._newcomers() if self._absent else self._places())
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())

    def _places(self) -> Sequence[_Candidate]:
        """Return whose place is free to be taken: nobody has taken it yet."""
        free = [
            each
            for each in self._everybody
            if each.enrolment.state is not EnrolmentState.REPLACED and not self._is_asked_about(each)
        ]
        free.sort(key=lambda each: (each.expected and each.marks > 0, each.enrolment.number))
        return [self._listed(each) for each in free]

    def _newcomers(self) -> Sequence[_Candidate]:
        """Return who may have come instead: people on the list who replace nobody, then whoever is typed."""
        text = self.search.text().strip()
        if not text:
            here = [
                each
                for each in self._everybody
                if each.expected and each.enrolment.replaces is None and not self._is_asked_about(each)
            ]
            here.sort(key=lambda each: (each.enrolment.state is not EnrolmentState.WALK_IN, each.marks))
            return [self._listed(each) for each in here]
        if self._directory is None:
            self._directory = self.context.ask(Directory)
        found = self.context.ask(namesakes, self._course, text, self._directory)
        listed = [each for each in found.listed if not self._is_asked_about(each)] if found else []
        known = found.known if found else ()
        return [
            *(self._listed(each) for each in listed),
            *(_Candidate(each.key, each.name, self._wording.service(each), known=each) for each in known),
            _Candidate("+", text, self.tr("a new participant")),
        ]

    def _is_asked_about(self, item: Participant) -> bool:
        return self._who is not None and item.enrolment.key == self._who.enrolment.key

    def _listed(self, item: Participant) -> _Candidate:
        marks = self.tr("%n mark(s)", "", item.marks) if item.marks else self.tr("no mark yet")
        left = "" if item.expected else self._wording.standing(item.standing)[1]
        parts = (self._wording.rank(item.person.rank), item.person.unit, marks, left)
        second = " · ".join(part for part in parts if part)
        return _Candidate(item.enrolment.key, item.person.name, second, listed=item)

    def _take(self, row: int) -> None:
        self.table.selectRow(row)
        self.save()

    def save(self) -> None:
        """Record the replacement."""
        changes = self.submit(self._replace)
        if changes is not None:
            self.context.offer_undo(changes)

    def _replace(self) -> Changes:
        chosen, session = self.selection.rows(), str(self.session.field.currentData() or "")
        if self._who is None or not chosen:
            raise TrainerError("enrolment.nobody_chosen")
        if not session:
            raise TrainerError("enrolment.no_session_chosen")
        work, who, other = self.context.work, self._who.enrolment.key, chosen[0]
        if other.listed is not None:
            gone, comes = (who, other.key) if self._absent else (other.key, who)
            return enrolments.replace(work, gone, comes, session)
        if other.known is not None:
            walk_in = EnrolmentState.WALK_IN
            return enrolments.enrol(work, self._course, other.key, replaces=who, state=walk_in, since=session)
        return enrolments.add_walk_in(work, self._course, other.name, replaces=who, since=session)

    def _stop(self) -> None:
        """Say that somebody stands in for nobody."""
        comes = self._who
        if comes is None:
            return
        changes = self.submit(lambda: enrolments.stop_replacing(self.context.work, comes.enrolment.key))
        if changes is not None:
            self.context.offer_undo(changes)

    def _head(self) -> str:
        return self.tr("Who came instead") if self._absent else self.tr("Instead of")

    @override
    def retranslate(self) -> None:
        super().retranslate()
        name = self._who.person.name if self._who else ""
        if self._absent:
            self.set_words(self.tr("{name} is replaced by…").format(name=name), self.tr("Is replaced"))
        else:
            self.set_words(self.tr("{name} replaces…").format(name=name), self.tr("Replaces this one"))
        self._say_now()
        self.search.set_hint(self.tr("Name of who came"))
        self.session.set_words(self.tr("From which session on"))
        self._fill_sessions()
        self.note.setText(
            self.tr(
                "From that session on whoever is replaced is not expected any more; marks and number stay on "
                "record."
            )
        )
        self.table.setAccessibleName(self._head())

    def _say_now(self) -> None:
        """Say whom somebody replaces already, and offer to end that."""
        who = None if self._absent else self._who
        replaced = who.enrolment.replaces if who else None
        gone = next((each for each in self._everybody if each.enrolment.key == replaced), None)
        self.now.setVisible(gone is not None)
        self.nobody.setVisible(gone is not None)
        self.nobody.setText(self.tr("Replaces nobody"))
        if gone is not None:
            words = self.tr("Now: replaces No {number} {name}")
            self.now.setText(words.format(number=gone.enrolment.number, name=gone.person.name))
