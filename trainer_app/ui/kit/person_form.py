"""Forms about people: their data, and who came in whose place from which session on."""

from collections.abc import Mapping, Sequence
from typing import Any, override

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from trainer_app.actions.attendance import many_marks
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.people import people
from trainer_app.actions.people.directory import Directory
from trainer_app.domain.attendance.marks import MarkedFrom
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import Field, FieldKind
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.numbers import row_ranges
from trainer_app.domain.base.schema import typed_fields
from trainer_app.domain.base.text_search import searcher
from trainer_app.domain.courses.courses import EnrolmentState, Leaving, Participant, Session, SessionState
from trainer_app.domain.courses.ranks import RANKS, RankForm, rank_name, read_rank
from trainer_app.domain.people.latin import LatinOrder, suggest_latin
from trainer_app.domain.people.persons import NAME_FIELDS, Person, Sex, is_doubtful_phone
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import (
    Choice,
    FormField,
    Layout,
    Note,
    Own,
    Segments,
    Text,
    Whole,
    latin_spelling,
)
from trainer_app.ui.kit.forms import FieldsForm, FormPanel
from trainer_app.ui.kit.list_page import SearchedName
from trainer_app.ui.kit.picked_fields import PlaceText
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.fields import FormRow, bring_into_sight, suggest
from trainer_app.ui.widgets.labels import announce, label
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.table_models import Column, ListTableModel
from trainer_app.ui.widgets.tables import Selection, TableView


class RankField(ComboBox):
    """Offers the ranks of the militia in the window's language; any other text is kept as it is typed."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        suggest(self, self.model())
        self._rank = ""

    def set_rank(self, rank: str, language: str) -> None:
        """Show a stored rank, and the list in a language."""
        self.clear()
        self.addItem("", "")
        for each in RANKS:
            self.addItem(rank_name(each, language), each)
        self._rank = rank
        index = self.findData(rank)
        if index >= 0:
            self.setCurrentIndex(index)
        else:
            self.setCurrentIndex(0)
            self.setEditText(rank_name(rank, language, RankForm.FULL))

    def rank(self) -> str:
        """Return what was chosen or typed, as it is stored."""
        text = self.currentText().strip()
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if index >= 0:
            return str(self.itemData(index) or "")
        return read_rank(text) or text


_SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
_PRINTED = (*NAME_FIELDS, "unit")
"""Lines of which it is said what papers cannot show."""


class PersonForm(FieldsForm):
    """Changes a person, or adds one. Only what was changed is written; `saved` gives the `Changes`.

    Its fields are those of the table, in its order: one that is added there is a line of text here. Latin
    spelling, sex and rank have fields of their own. What is rarely taken (telephone, service number) is shown
    where somebody has it, and after "More" was pressed.
    """

    entity = "person"
    needs = ("people/people/create_person", "people/people/change_person")

    saved = Signal(object)

    def __init__(
        self, context: AppContext, host: QWidget, wording: PeopleWording, name: str = "person_form"
    ) -> None:
        super().__init__(name, context, host, 460, prefix=f"{name}_")
        self._wording, self._order = wording, LatinOrder.GIVEN_FIRST
        self.person = Person("", "")
        """Whose data are changed; without a key somebody new."""
        self._enrolment: str | None = None
        self._latin_printed = True
        """The papers of the course have a line in Latin letters."""
        self._suggested = False
        """The Latin spelling is the program's own: it still has to be compared with the passport."""
        self._rarely = [each for each, field in typed_fields("person").items() if field.rare]
        self._all = False  # whether what is rarely taken is shown too
        self.more = Button(f"{name}_more", ButtonKind.GHOST, "plus")
        self.more.clicked.connect(self._show_all)
        self.build()
        latin = self.rows["latin"].field
        latin.line.textChanged.connect(lambda _text: self._say_latin(suggested=False))
        latin.taken.connect(lambda: self._say_latin(suggested=True))

    def fields(self) -> Layout:
        """Ask for what the table of fields says is typed."""
        rows = {name: self._field(name, each) for name, each in typed_fields("person").items()}
        family, given, patronymic = (rows.pop(name) for name in NAME_FIELDS)
        hidden = [self._wording.field(each) for each in self._rarely if not self._shows(each)]
        more = Own("more", widget=lambda _name: self.more, shown=bool(hidden))
        about = Note("more_about", ", ".join(hidden).capitalize(), shown=bool(hidden))
        return (family, (given, patronymic), *rows.values(), [more, about])

    def words(self) -> tuple[str, str]:
        """Say whether somebody is added or changed, and who: beside the form another row may be chosen."""
        if not self.person.key:
            return self.tr("Add a person"), self.tr("Add")
        return self._named(": "), self.tr("Save")

    @override
    def form_name(self) -> str:
        return self._named(", ") if self.person.key else self.title.text()

    def _named(self, between: str) -> str:
        return between.join(
            part for part in (self.tr("Data of the person"), self.person.name.strip()) if part
        )

    def open_participant(self, item: Participant, units: Sequence[str] = ()) -> None:
        """Show the data of a participation; `units` as for `open_person`."""
        self._latin_printed = item.prints_latin
        self._open(item.person, units, item.enrolment.key)

    def open_person(self, person: Person, units: Sequence[str] = ()) -> None:
        """Show a person's data, or an empty form for somebody new. `units` are offered in the field of it."""
        self._latin_printed = True
        self._open(person, units)

    def _open(self, person: Person, units: Sequence[str], enrolment: str | None = None) -> None:
        self.person, self._suggested, self._enrolment, self._all = person, False, enrolment, False
        order = self.context.ask(eligibility.latin_order, enrolment) if enrolment is not None else None
        self._order = order or LatinOrder.GIVEN_FIRST
        suggest(self.rows["unit"].field, units)
        self.open_filled(person)

    def save(self) -> None:
        """Write what was changed."""
        changes = self.submit(self._write)
        if changes is not None:
            self.saved.emit(changes)

    def say_fields(self) -> None:
        """Set every word, and offer a spelling for the name that is typed."""
        super().say_fields()
        spelling = suggest_latin(self.typed("family"), self.typed("given"), self._order)
        self.rows["latin"].field.set_suggestion(spelling)
        self.more.setText(self.tr("More fields"))
        self.more.setAccessibleDescription(self.rows["more_about"].text())

    def _shows(self, name: str) -> bool:
        """Tell whether a field of what is rarely taken is shown."""
        return self._all or bool(getattr(self.person, name))

    def _show_all(self) -> None:
        first = next(name for name in self._rarely if not self._shows(name))
        self._all = True
        self.say_fields()
        self.entry(first).setFocus()
        bring_into_sight(self.rows[first])

    @override
    def retranslate(self) -> None:
        super().retranslate()
        rank = self.rows["rank"].field
        rank.set_rank(rank.rank(), self.context.language.code)

    def _field(self, name: str, described: Field) -> FormField[Any]:
        if name == "latin":
            return latin_spelling(self._about_latin())
        if name == "sex":
            return Segments(name, options=[(each, self._wording.sex(each)) for each in _SEXES])
        if name == "rank":
            return Own(
                name,
                about=self.tr("Choose or type"),
                widget=RankField,
                read=RankField.rank,
                fill=lambda field, rank: field.set_rank(rank or "", self.context.language.code),
                said=lambda rank: rank_name(rank or "", self.context.language.code),
            )
        if name == "duty_district":
            return PlaceText(name, ending="district")
        shown = not described.rare or self._shows(name)
        if described.kind is FieldKind.NUMBER:
            return Whole(name, shown=shown)
        if name == "phone":
            doubt = self.tr("Nobody can be called by this. It is kept as typed.")
            about = doubt if is_doubtful_phone(self.typed(name)) else ""
            return Text(name, about=about, shown=shown, changed=self.say_fields)
        printed = name in _PRINTED
        return Text(
            name,
            about=self._wording.strange(self.typed(name)) if printed else "",
            shown=shown,
            changed=self.say_fields if printed else None,
            refused=("person.no_name",) if name == "family" else (),
        )

    def _write(self) -> Changes:
        if not self.person.key:
            return people.create_person(self.context.work, stored_values(self.values()))
        changed = stored_values(self.changed_values())
        if not changed:
            return Changes(Label("person.step.change"))
        opened = stored_values(self.opened_values())
        return people.change_person(
            self.context.work, self.person.key, changed, opened=opened, enrolment=self._enrolment
        )

    def _about_latin(self) -> str:
        if self._suggested:
            return self.tr("Suggested by the program: compare it with the passport")
        strange = self._wording.strange(self.typed("latin"))
        if strange or self._latin_printed:
            return strange or self.tr("As in the passport")
        return self.tr("Optional: the certificates of this course are in Cyrillic")

    def _say_latin(self, *, suggested: bool) -> None:
        self._suggested = suggested
        self.say_fields()


def stored_values(values: Mapping[str, Any]) -> dict[str, Value]:
    """Return what fields of a person hold as the action takes it."""
    return {name: _stored(value) for name, value in values.items()}


def _stored(value: Any) -> Value:
    """Return a value as the action takes it: texts with single spaces, None where there is nothing."""
    if isinstance(value, Sex):
        return value.value
    return (" ".join(value.split()) or None) if isinstance(value, str) else value


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


def _said_session(session: Session, context: AppContext) -> str:
    formats = context.formats
    words = QCoreApplication.translate("ReplacementForm", "Session {number} · {day}, {time}")
    day, time = formats.weekday_short(session.day), formats.clock(session.start)
    return words.format(number=session.number, day=day, time=time)


class WithdrawForm(FieldsForm):
    """Takes somebody off the list of a course: from which session on, as the marks propose it, and why."""

    needs = "courses/enrolments/withdraw"

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("withdraw_form", context, host, 420)
        self._who: Participant | None = None
        self._sessions: list[Session] = []
        self._leaving = Leaving[str]()
        self.build()

    def fields(self) -> Layout:
        """Ask since when, and why."""
        return (
            Choice(
                "session",
                self.tr("From which session on"),
                self.tr("From that session on the person is not expected; marks and number stay on record."),
                options=(
                    *([(None, self.tr("After the last session"))] if self._leaving.at_end else []),
                    *((each.key, _said_session(each, self.context)) for each in self._sessions),
                ),
                shown=bool(self._sessions),
            ),
            Text(
                "reason", self.tr("Reason"), self.tr("It may be left out; the history tells it."), longest=200
            ),
        )

    def words(self) -> tuple[str, str]:
        """Return the title and the word of the button."""
        name = self._who.person.name if self._who else ""
        return self.tr("{name} leaves the course").format(name=name), self.tr("Withdraw")

    def open_for(self, course: str, enrolment: str, session: str = "") -> None:
        """Ask about somebody; without a session the one after their last mark is proposed."""
        people = self.context.ask(enrolments.list_enrolments, course)
        view = self.context.ask(courses.get_course, course)
        who = next((each for each in people or () if each.enrolment.key == enrolment), None)
        if view is None or who is None:
            return
        self._leaving = enrolments.leaving(self.context.work, who.enrolment)
        self._who, self._sessions = who, list(view.sessions)
        self.say_fields()
        self.open_filled(session=session or self._leaving.since, reason="")

    def save(self) -> None:
        """Take the person off the list."""
        who, since, reason = self._who, self.value("session"), self.value("reason")
        if who is None:
            return
        key, work = who.enrolment.key, self.context.work
        self.context.offer_undo(self.submit(lambda: enrolments.withdraw(work, key, since, reason)))


_LATER, _TAKE = "later", "take"
"""What becomes of marks of who is replaced: they stay, and it holds from the session after them; they go."""


class ReplacementForm(FormPanel):
    """Says that somebody came in another's place; it opens from either of the two.

    The other one is not chosen beforehand: a wrong replacement costs a person the course. The session is the
    one that is on, or comes next, unless another one is asked about; of a course that is over none is. Where
    whoever is replaced is marked present from that session on, it is asked what holds.
    """

    needs = (
        "attendance/many_marks/replace_unmarked",
        "courses/enrolments/replace",
        "courses/enrolments/enrol",
        "courses/enrolments/add_walk_in",
        "courses/enrolments/stop_replacing",
    )

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
            Column("number", lambda: self.tr("No."), lambda item: item.number, 60, right=True),
            Column("name", self._head, lambda item: item.name),
        )
        self.model: ListTableModel[_Candidate] = ListTableModel(
            "replace_model", columns, lambda item: item.key, self
        )
        self.now = label("body_strong", "replace_now", wrap=True)
        self.nobody = Button("replace_nobody", ButtonKind.PLAIN, "undo")
        self.table = TableView("replace_people")
        self.search = SearchedName("replace_search", self.table)
        self.selection = Selection(self.table, self.model)
        self.session = FormRow("replace_session", ComboBox("replace_session"))
        self.note = label("second", "replace_note", wrap=True)
        self.unsaved = label("caption_strong", "replace_unsaved", wrap=True)
        self.marks = FormRow("replace_marks", ComboBox("replace_marks"))
        self.error_rows = {
            "enrolment.no_session_chosen": self.session,
            "enrolment.marks_undecided": self.marks,
        }
        self._marked = MarkedFrom()
        """Where whoever is replaced has a mark, although they should be gone by then."""
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        show_two_lines(self.table, {"name": lambda item: item.second}, _ROW)
        # The title asks for the same; in a low window the row is better given to a person.
        self.table.horizontalHeader().hide()
        self.table.setMinimumHeight(5 * _ROW)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self.now)
        self.body.addWidget(self.nobody, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.search)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.table, 1)
        # Beside the choice it speaks of: below the questions it was cut off in a low window.
        self.body.addWidget(self.unsaved)
        self.body.addWidget(self.session)
        self.body.addWidget(self.marks)
        self.body.addWidget(self.note)
        self.nobody.clicked.connect(self._stop)
        self.search.textChanged.connect(lambda _text: self._offer())
        self.table.opened.connect(self._take)
        self.session.field.currentIndexChanged.connect(self._session_chosen)
        self.marks.field.currentIndexChanged.connect(self._marks_decided)
        self.table.selectionModel().selectionChanged.connect(lambda *_what: self._person_chosen())

    def _person_chosen(self) -> None:
        """Say that choosing somebody records nothing yet: it was taken for done."""
        chosen = self.selection.rows()
        words = self.tr("{name} is chosen and not recorded yet: press Enter, or “{button}”.")
        said = words.format(name=chosen[0].name, button=self.accept_button.text()) if chosen else ""
        self.unsaved.setText(said)
        self.unsaved.setVisible(bool(said))
        if said:
            announce(self, said)
        self._ask_marks()

    @override
    def choices_now(self) -> object:
        return [each.key for each in self.selection.rows()]

    def _session_chosen(self, place: int) -> None:
        """Take back that no session was chosen, once one is."""
        if self.session.field.itemData(place):
            self.session.clear_error()
        self._ask_marks()

    def _gone(self) -> str:
        """Return the enrolment of whoever is replaced, "" while that is not chosen."""
        if self._absent:
            return self._who.enrolment.key if self._who is not None else ""
        chosen = self.selection.rows()
        return chosen[0].key if chosen else ""

    def _ask_marks(self) -> None:
        """Ask what holds where whoever is replaced is marked present from the chosen session on."""
        gone, since = self._gone(), str(self.session.field.currentData() or "")
        marked = self.context.ask(many_marks.marked_from, gone, since) if gone and since else None
        before, self._marked = self._marked, marked or MarkedFrom()
        if self._marked.came != before.came:
            self._fill_marks()
        asked = bool(self._marked.came)
        # Where more is asked the list gives way to it: note and question are seen at once on a small screen.
        self.table.setMinimumHeight((3 if asked else 5) * _ROW)
        self.marks.setVisible(asked)
        self._say_note()

    def _say_note(self) -> None:
        """Say what becomes of whoever is replaced, and of marks of absence where nobody waits for them."""
        words = self.tr(
            "From that session on whoever is replaced is not expected any more; earlier marks and the number "
            "stay on record."
        )
        gone = self._marked.absence_taken
        self.note.setText(f"{words} {self.context.words(gone.code, **gone.values)}" if gone else words)

    def _fill_marks(self, chosen: str = "") -> None:
        self.marks.clear_error()
        field = self.marks.field
        with QSignalBlocker(field):
            field.clear()
            field.addItem(self.tr("Choose what holds"), "")
            # Last what leads on to the session: arrow keys reach the other one before it.
            field.addItem(self.tr("Take these marks away"), _TAKE)
            later = self._marked.later
            if later is not None:
                words = self.tr("The marks stay: replaced from session {number} on")
                field.addItem(words.format(number=later.number), _LATER)
            field.setCurrentIndex(max(0, field.findData(chosen)))
        came = [each.number for each in self._marked.came]
        words = self.tr("Marked present in session(s) {numbers}", "", len(came))
        self.marks.set_words(words.format(numbers=row_ranges(came)))

    def _marks_decided(self, place: int) -> None:
        """Go to the session after the marks where they stay."""
        later = self._marked.later
        if self.marks.field.itemData(place):
            self.marks.clear_error()
        if self.marks.field.itemData(place) == _LATER and later is not None:
            self.session.field.setCurrentIndex(self.session.field.findData(later.key))
            self.session.field.setFocus()

    def open_newcomer(self, course: str, enrolment: str) -> None:
        """Ask whose place a participant takes. Those who withdrew or have no mark stand first."""
        self._open(course, enrolment, absent=False)

    def open_absent(self, course: str, enrolment: str, session: str = "") -> None:
        """Ask who came in a participant's place: somebody on the list, known, or new."""
        self._open(course, enrolment, absent=True, session=session)

    def _open(self, course: str, enrolment: str, *, absent: bool, session: str = "") -> None:
        people = self.context.ask(enrolments.list_enrolments, course)
        view = self.context.ask(courses.get_course, course)
        who = next((each for each in people or () if each.enrolment.key == enrolment), None)
        if people is None or view is None or who is None:
            return
        self._course, self._who, self._absent = course, who, absent
        self._everybody, self._directory = people, None
        self._sessions = [each for each in view.sessions if each.state is not SessionState.CANCELLED]
        self.clear_errors()
        self.search.clear()
        self._fill_sessions(session or self._next_session())
        self._marked = MarkedFrom()
        self._offer()
        self.retranslate()
        self.reveal(self.search if absent else self.table)

    def _next_session(self) -> str:
        """Return the first session that is not over yet, "" after the last one."""
        now = self.context.now()
        moment = now.date(), now.hour * 60 + now.minute
        return next((each.key for each in self._sessions if (each.day, each.end) > moment), "")

    def _fill_sessions(self, chosen: str | None = None) -> None:
        field = self.session.field
        chosen = str(field.currentData() or "") if chosen is None else chosen
        field.clear()
        field.addItem(self.tr("Choose the session"), "")
        for each in self._sessions:
            field.addItem(_said_session(each, self.context), each.key)
        field.setCurrentIndex(max(0, field.findData(chosen)))

    def _offer(self) -> None:
        """Show who may be chosen; nobody is, unless what is typed finds one alone.

        Somebody new is that one only where nobody known is found.
        """
        if self._who is None:
            return
        rows = self._newcomers() if self._absent else self._places()
        self.model.set_rows(rows)
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())
        people = [place for place, each in enumerate(rows) if each.listed or each.known]
        found = people or list(range(len(rows)))
        if self.search.text().strip() and len(found) == 1:
            self.table.selectRow(found[0])

    def _places(self) -> Sequence[_Candidate]:
        """Return whose place is free to be taken, of those searched for: nobody has taken it yet."""
        fits = searcher(self.search.text().strip())
        free = [
            each
            for each in self._everybody
            if each.enrolment.state is not EnrolmentState.REPLACED
            and not self._is_asked_about(each)
            and (fits(each.person.name) or fits(each.person.latin))
        ]
        free.sort(key=lambda each: (each.expected and each.marks > 0, each.enrolment.number))
        return [self._listed(each) for each in free]

    def _newcomers(self) -> Sequence[_Candidate]:
        """Return who may have come instead: walk-ins who came later and replace nobody, or who is typed."""
        text = self.search.text().strip()
        if not text:
            here = [each for each in self._everybody if each.may_replace and not self._is_asked_about(each)]
            return [self._listed(each) for each in sorted(here, key=lambda each: each.marks)]
        if self._directory is None:
            self._directory = self.context.ask(Directory)
        found = self.context.ask(enrolments.namesakes, self._course, text, self._directory)
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
        """Record the replacement. Enter behind a name that nobody has goes to its row: it may be a slip."""
        chosen = self.selection.rows()
        if self.search.hasFocus() and chosen and not (chosen[0].listed or chosen[0].known):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        changes = self.submit(self._replace)
        if changes is not None:
            self.context.offer_undo(changes)
        else:
            self.unsaved.hide()  # Why it was refused says as much, and needs the room.

    def _replace(self) -> Changes:
        chosen, session = self.selection.rows(), str(self.session.field.currentData() or "")
        if self._who is None or not chosen:
            raise TrainerError("enrolment.nobody_chosen")
        if not session:
            raise TrainerError("enrolment.no_session_chosen")
        if self._marked.came and self.marks.field.currentData() != _TAKE:
            raise TrainerError("enrolment.marks_undecided")
        return many_marks.replace_unmarked(
            self.context.work, self._gone(), session, lambda: self._put(chosen[0], session)
        )

    def _put(self, other: _Candidate, session: str) -> Changes:
        """Record who comes in whose place."""
        assert self._who is not None
        work, who = self.context.work, self._who.enrolment.key
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
        key, work = comes.enrolment.key, self.context.work
        self.context.offer_undo(self.submit(lambda: enrolments.stop_replacing(work, key)))

    def _head(self) -> str:
        return self.tr("Who came instead") if self._absent else self.tr("Instead of")

    @override
    def retranslate(self) -> None:
        super().retranslate()
        name = self._who.person.name if self._who else ""
        title = self.tr("Replacement for {name}") if self._absent else self.tr("{name} takes the place of…")
        self.set_words(title.format(name=name), self.tr("Record the replacement"))
        self._say_now()
        self.search.set_hint(
            self.tr("Type the name of who came") if self._absent else self.tr("Name of who is away")
        )
        self.session.set_words(self.tr("From which session on"))
        self._fill_sessions()
        self._fill_marks(str(self.marks.field.currentData() or ""))
        self._person_chosen()
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
            words = self.tr("Now: replaces No.\u00a0{number} {name}")
            self.now.setText(words.format(number=gone.enrolment.number, name=gone.person.name))
