"""Says in words what a row of the journal is about, for Review and histories."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from trainer_app.actions import identity
from trainer_app.actions.answer_words import AnswerWords
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.courses import Course
from trainer_app.domain.people import Person
from trainer_app.domain.schema import DELETED
from trainer_app.store import chronicle, courses, enrolments, people

_DIGITS = 6
_TITLED = ("form", "question", "sitting")
"""What is called by its own text."""
_ON_PAPER = ("paper", "answer", "feedback_paper")


class Names:
    """Looks up names once for a whole list. The labels hold people's names: for screens, not for logs."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self.papers = AnswerWords(work)

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return people.people_by_key(self._work.database)

    @cached_property
    def _courses(self) -> dict[str, Course]:
        return {course.key: course for course in courses.list_courses(self._work.database)}

    @cached_property
    def _enrolments(self) -> dict[str, tuple[str, str]]:
        found = enrolments.list_enrolments(self._work.database)
        return {item.enrolment.key: (item.enrolment.person, item.enrolment.course) for item in found}

    @cached_property
    def _devices(self) -> dict[str, str]:
        own = dict.fromkeys(self._work.journal.own_replicas(), identity.device_code(self._work))
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

    def person_of_enrolment(self, key: str, *, short: bool = False) -> Label:
        """Return the name of an enrolment's person; `short` leaves the patronymic out."""
        found = self._enrolments.get(key)
        return self.person(found[0], short=short) if found else Label("review.entity.enrolment")

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
        row = chronicle.row_of(self._work.journal, entity, key)
        name = row.get("code") or row.get("serial")
        return Label("review.value.text", {"text": name}) if name else Label(f"review.entity.{entity}")

    def places(self, entity: str, key: str) -> tuple[str, str, str]:
        """Return the keys of the person, the course and the session to which a row belongs, "" for none."""
        row = chronicle.row_of(self._work.journal, entity, key)
        if entity == "answer":
            row = dict(self.papers.paper_of(key))
        enrolment = key if entity == "enrolment" else str(row.get("enrolment") or "")
        enrolled = self._enrolments.get(enrolment, ("", ""))
        session = key if entity == "session" else str(row.get("session") or "")
        person = key if entity == "person" else str(row.get("person") or "") or enrolled[0]
        course = key if entity == "course" else str(row.get("course") or "") or enrolled[1]
        return person, course, session

    def describe(self, entity: str, key: str, field: str) -> tuple[Label, Label]:
        """Return (what it is about, which field and where) of one row's field."""
        row = chronicle.row_of(self._work.journal, entity, key)
        what = Label(f"review.field.{entity}.{field}")
        if entity in _ON_PAPER:
            return self._describe_paper(entity, key, field, row)
        if entity == "person":
            return self.person(key, short=True), Label("review.place.field", {"field": what})
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
            course = course or self._enrolments.get(enrolment, ("", ""))[1]
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
        occasion = self.papers.occasions.get(str(paper.get("occasion")), Label("review.field.paper.occasion"))
        values: dict[str, object] = {
            "field": Label(f"review.field.{entity}.{field}"),
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
