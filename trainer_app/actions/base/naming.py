"""Names rows of the journal, and what stands on papers, in words: for Review and for histories."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from msgspec import Struct

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.schema import DELETED, field_label
from trainer_app.domain.base.structs import ChangedMeanwhile
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import Course
from trainer_app.domain.evaluations.forms import FullForm, Occasion, gather_questions
from trainer_app.domain.evaluations.questions import (
    BLANK,
    LETTERS,
    Question,
    chosen_options,
    option_marks,
    order_seed,
    read_printed,
)
from trainer_app.domain.people.persons import Person, head_of
from trainer_app.store.base import entry_history
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import forms
from trainer_app.store.evaluations.forms import get_questions
from trainer_app.store.people import people


@contextmanager
def told_by_whom(work: Workplace, entity: str, key: str) -> Iterator[None]:
    """Let what finds that a row was changed meanwhile say by whom: who wrote what stands in its fields."""
    try:
        yield
    except ChangedMeanwhile as changed:
        state = work.journal.projector.load([(entity, key)])[entity, key]
        wanted = tuple(field.name for field in changed.fields)
        heads = {
            name: head.id
            for name in state.registers
            for head in state.heads(name)
            if name in wanted or name.startswith(tuple(f"{each}_" for each in wanted))
        }
        found = heads or {name: head.id for name in state.registers for head in state.heads(name)}
        entries = [state.numbers[own].entry for own in found.values()]
        if not heads and entries:
            entries = [max(entries, key=lambda entry: entry.t)]
        changed.by = tuple(dict.fromkeys(entry.u for entry in entries if entry.u))
        raise


class PrintedQuestion(Struct, frozen=True):
    """A question as a paper asks it: its place from 1, and the options' own numbers in the order printed."""

    question: Question
    place: int
    order: tuple[int, ...]


class AnswerWords:
    """Looks up papers and forms once for a whole list."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self._forms: dict[str, FullForm | None] = {}

    def paper_of(self, answer: str) -> Mapping[str, Any]:
        """Return the row of the paper on which an answer stands, also a deleted one; nothing if unknown."""
        key = str(self._row("answer", answer).get("paper") or "")
        return self._row("paper", key) or (
            entry_history.last_row(self._work.journal, "paper", key) if key else {}
        )

    def asked(self, answer: str) -> PrintedQuestion | None:
        """Return the question of an answer as its paper asks it; None if form or question are not here."""
        paper, question = self.paper_of(answer), self._row("answer", answer).get("question")
        full = self.form(str(paper.get("form") or ""))
        if full is None:
            return None
        parts = (str(paper.get("course")), full.form.key, str(paper.get("occasion")))
        # Here and not above: names of rows are wanted everywhere, and hardly ever the order of options.
        from trainer_app.domain.papers.course_papers import orders_of

        orders = orders_of(full, order_seed(*parts, int(paper.get("number") or 0)))
        return next(
            (
                PrintedQuestion(each, number, orders.get(each.key, ()))
                for number, each in enumerate(full.questions, 1)
                if each.key == question
            ),
            None,
        )

    def form(self, key: str) -> FullForm | None:
        """Return a form, if it is here."""
        if key not in self._forms:
            found = forms.get_form(self._work.database, key) if key else None
            questions = get_questions(self._work.database, found.questions) if found else {}
            self._forms[key] = gather_questions(found, questions) if found else None
        return self._forms[key]

    def title(self, entity: str, key: str) -> Texts | None:
        """Return what a form, a sitting's form, a sheet's form or a question is called."""
        if entity == "question":
            row = self._row("question", key)
            return Texts.made(lambda language: str(row.get(f"text_{language}") or ""))
        full = self.form(key if entity == "form" else str(self._row(entity, key).get("form") or ""))
        return full.form.title if full is not None else None

    def say_answer(self, answer: str, value: str | None) -> Label:
        """Return one answer of somebody's paper in words."""
        asked = self.asked(answer)
        if asked is None and value and chosen_options(value):
            return Label("review.value.no_question", {"options": value})
        return say_value(asked, value) if asked is not None else _plain(value)

    def choices(self, answer: str) -> tuple[tuple[str, Label], ...]:
        """Return the options from which another answer is chosen, by their marks; none where it is typed."""
        asked = self.asked(answer)
        # Only where one option is the answer can it be chosen from a list.
        if asked is None or not asked.question.handler.has_options or asked.question.handler.several:
            return ()
        marks = option_marks(asked.question)
        found = [(mark, say_value(asked, str(own))) for mark, own in zip(marks, asked.order, strict=True)]
        return (*found, ("-", say_value(asked, BLANK)))

    def read_answer(self, answer: str, text: str) -> str:
        """Return as an answer what was typed as on the paper. Raises what `read_printed` raises."""
        asked = self.asked(answer)
        return read_printed(asked.question, text, asked.order) if asked is not None else text

    def say_sheet(self, key: str, values: Sequence[object], places: Sequence[int] = ()) -> Label:
        """Return what stands on an anonymous sheet at some places (from 0), else everywhere, in words."""
        full = self.form(str(self._row("feedback_paper", key).get("form") or ""))
        parts = []
        for place in places or range(len(values)):
            value = values[place] if place < len(values) else None
            given = value if isinstance(value, str) else None
            if full is None or place >= len(full.questions):
                parts.append(Label("review.value.at_place", {"place": place + 1, "answer": _plain(given)}))
                continue
            question = full.questions[place]
            asked = PrintedQuestion(question, place + 1, tuple(range(1, len(question.options) + 1)))
            told = {"place": place + 1, "question": question.text, "answer": say_value(asked, given)}
            parts.append(Label("review.value.at_question", told))
        return one_by_one(parts[:_MOST_ANSWERS])

    @cached_property
    def occasions(self) -> Mapping[str, Label]:
        """The occasions in words."""
        return {each.value: Label(f"evaluation.occasion.{each.value}") for each in Occasion}

    def _row(self, entity: str, key: str) -> dict[str, Any]:
        return entry_history.shown_row(self._work.journal, entity, key) if key else {}


_MOST_ANSWERS = 100
"""Answers that are said of one sheet; no form of ours asks for more."""


THEN, LINES = "review.value.then", "review.value.lines"
"""How phrases follow each other: within a line, or each on a line of its own."""


def one_by_one(parts: Sequence[Label], between: str = THEN) -> Label:
    """Return several phrases parted so that none runs into the next, whatever stands in them."""
    if len(parts) < 2:
        return parts[0] if parts else Label("review.value.blank")
    # By halves: sentences lie within each other, and many of them would lie too deep.
    half = len(parts) // 2
    first, rest = one_by_one(parts[:half], between), one_by_one(parts[half:], between)
    return Label(between, {"first": first, "rest": rest})


def say_value(asked: PrintedQuestion, value: str | None) -> Label:
    """Return an answer as whoever holds the paper reads it: "B: Make everybody safe", "left blank"."""
    if not value:
        return _plain(value)
    chosen = chosen_options(value) if asked.order else ()
    if not chosen:
        return _plain(value)
    marks = option_marks(asked.question) or LETTERS
    places = sorted(asked.order.index(own) for own in chosen if own in asked.order)
    parts = [
        Label(
            "review.value.option",
            {"mark": marks[place], "text": asked.question.options[asked.order[place] - 1].text},
        )
        for place in places
    ]
    return parts[0] if len(parts) == 1 else Label("review.value.list", {"parts": parts})


def differing(sides: Sequence[Sequence[object]]) -> list[int]:
    """Return the places (from 0) at which lists of answers differ."""
    longest = max(map(len, sides), default=0)
    return [place for place in range(longest) if len({_at(each, place) for each in sides}) > 1]


def _at(values: Sequence[object], place: int) -> str | None:
    value = values[place] if place < len(values) else None
    return value if isinstance(value, str) else None


def _plain(value: str | None) -> Label:
    if value is None:
        return Label("review.value.not_keyed")
    return Label("review.value.text", {"text": value}) if value else Label("review.value.left_blank")


_DIGITS = 6
_TITLED = ("form", "question", "sitting")
"""What is called by its own text."""
_ON_PAPER = ("paper", "answer", "feedback_paper")


class Names:
    """Looks up names once for a whole list. The labels hold people's names: for screens, not for logs."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self._enrolments: dict[str, tuple[str, str]] = {}
        self.papers = AnswerWords(work)

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return people.people_by_key(self._work.database)

    @cached_property
    def _courses(self) -> dict[str, Course]:
        return {course.key: course for course in courses.list_courses(self._work.database)}

    def _enrolled(self, key: str) -> tuple[str, str]:
        """Return an enrolment's person and course, "" for both where it is not there.

        One by one: an office has tens of thousands, and mostly a few are asked for.
        """
        known = self._enrolments.get(key)
        if known is None:
            found = courses.get_enrolment(self._work.database, key) if key else None
            known = (found.enrolment.person, found.enrolment.course) if found else ("", "")
            self._enrolments[key] = known
        return known

    @cached_property
    def _devices(self) -> dict[str, str]:
        own = dict.fromkeys(self._work.journal.replicas_of_desk(), identity.device_code(self._work))
        return {**identity.known_replicas(self._work), **own}

    def device(self, replica: str) -> str:
        """Return the code of the laptop behind a replica id, or the first digits of the id."""
        return self._devices.get(replica, replica[:_DIGITS])

    def course(self, key: str) -> str:
        """Return a course's code."""
        found = self._courses.get(key)
        return found.code if found else ""

    def person(self, key: str, *, short: bool = False) -> Label:
        """Return a person's name; `short` leaves the patronymic out."""
        found = self._people.get(key)
        if found is None:
            return Label("review.entity.person")
        return Label("review.value.text", {"text": found.short_name if short else found.name})

    def pair(self, row: Mapping[str, Any]) -> Label:
        """Return the names of the two people of whom a row, or an entry, says something."""
        if not (row.get("first") and row.get("second")):
            return Label("review.entity.pair")
        both = {name: self.person(str(row[name])) for name in ("first", "second")}
        return Label("review.value.pair", both)

    def person_of_enrolment(self, key: str, *, short: bool = False) -> Label:
        """Return the name of an enrolment's person; `short` leaves the patronymic out."""
        person, _ = self._enrolled(key)
        if person in self._people:
            person = head_of(self._people, person).key
        return self.person(person, short=short) if person else Label("review.entity.enrolment")

    def row(self, entity: str, key: str) -> Label:
        """Return what a row of any entity is called, where it is named by another one."""
        if entity == "person":
            return self.person(key)
        if entity == "enrolment":
            return self.person_of_enrolment(key)
        if entity == "session":
            session = courses.get_session(self._work.database, key)
            if session is not None:
                values = {"course": self.course(session.course), "session": session.number}
                return Label("review.value.session", values)
        if entity in _TITLED and (title := self.papers.title(entity, key)) is not None:
            return Label("review.value.text", {"text": title})
        row = entry_history.shown_row(self._work.journal, entity, key)
        name = row.get("code") or row.get("serial")
        return Label("review.value.text", {"text": name}) if name else Label(f"review.entity.{entity}")

    def places(self, entity: str, key: str) -> tuple[str, str, str]:
        """Return the keys of the person, the course and the session to which a row belongs, "" for none."""
        row = entry_history.shown_row(self._work.journal, entity, key)
        if entity == "answer":
            row = dict(self.papers.paper_of(key))
        enrolment = key if entity == "enrolment" else str(row.get("enrolment") or "")
        enrolled = self._enrolled(enrolment)
        session = key if entity == "session" else str(row.get("session") or "")
        person = key if entity == "person" else str(row.get("person") or "") or enrolled[0]
        course = key if entity == "course" else str(row.get("course") or "") or enrolled[1]
        return person, course, session

    def describe(self, entity: str, key: str, field: str) -> tuple[Label, Label]:
        """Return (what it is about, which field and where) of one row's field."""
        row = entry_history.shown_row(self._work.journal, entity, key)
        if entity == "attendance" and not row:
            # A mark that was deleted is still somebody's, in a session.
            said = entry_history.creating_entry(self._work.journal, entity, key)
            row = dict(said.values) if said is not None else row
        what = field_label(entity, field)
        if entity in _ON_PAPER:
            return self._describe_paper(entity, key, field, row)
        if entity == "person":
            return self.person(key, short=True), Label("review.place.field", {"field": what})
        if entity == "pair":
            return self.pair(row), Label("review.place.field", {"field": field_label("pair", "one")})
        if entity == "attendance" and row.get("session"):
            session = courses.get_session(self._work.database, row["session"])
            values = {
                "field": what,
                "course": self.course(session.course) if session else "",
                "session": session.number if session else 0,
            }
            if session is None:
                return self.person_of_enrolment(row["enrolment"], short=True), Label(
                    "review.place.field", {"field": what}
                )
            return self.person_of_enrolment(row["enrolment"], short=True), Label(
                "review.place.session", values
            )
        course = str(row.get("course") or "")
        if entity in _TITLED:
            code = "review.place.course" if course else "review.place.field"
            return self.row(entity, key), Label(code, {"field": what, "course": self.course(course)})
        if row.get("enrolment") or entity == "enrolment":
            enrolment = key if entity == "enrolment" else str(row["enrolment"])
            course = course or self._enrolled(enrolment)[1]
            place = Label("review.place.course", {"field": what, "course": self.course(course)})
            return self.person_of_enrolment(enrolment, short=True), place
        code = str(row.get("code") or self.course(course) or "")
        title = Label("review.value.text", {"text": code}) if code else Label(f"review.entity.{entity}")
        return title, Label("review.place.field", {"field": what})

    def _describe_paper(
        self, entity: str, key: str, field: str, row: Mapping[str, Any]
    ) -> tuple[Label, Label]:
        """Return whose paper it is, or which sheet, and where on it: the question with its text."""
        paper = self.papers.paper_of(key) if entity == "answer" else row
        occasion = self.papers.occasions.get(str(paper.get("occasion")), field_label("paper", "occasion"))
        values: dict[str, object] = {
            "field": field_label(entity, field),
            "occasion": occasion,
            "number": paper.get("number") or 0,
            "course": self.course(str(paper.get("course") or "")),
        }
        if entity == "feedback_paper":
            code = "review.value.sheet" if row.get("number") else "review.entity.feedback_paper"
            title = Label(code, {"number": row.get("number")} if row.get("number") else {})
            values["form"] = self.papers.title(entity, key) or Label("review.entity.form")
            return title, Label("review.place.sheet", values)
        title = self.person_of_enrolment(str(paper.get("enrolment") or ""), short=True)
        asked = self.papers.asked(key) if entity == "answer" and field != DELETED else None
        if asked is None:
            return title, Label("review.place.paper", values)
        code = "review.place.second_answer" if field == "second" else "review.place.answer"
        return title, Label(code, {**values, "place": asked.place, "question": asked.question.text})
