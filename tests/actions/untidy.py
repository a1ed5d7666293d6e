"""Data as merges may leave it: rows of several courses, some without parents, some in contradiction."""

from datetime import timedelta
from random import Random

from tests.bundle.test_credential import FACTS
from tests.kit.samples import FIRST
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import Entry, Value, derive_key, encode_entry
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates.certificates import encode_facts
from trainer_app.store.courses import courses
from trainer_app.store.exchange.receiving import Receiver

COURSES = tuple(derive_key("untidy", "course", name) for name in "abc")
PEOPLE = tuple(derive_key("untidy", "person", name) for name in "abcde")
TIMES = (540, 600, 640)
type Fields = dict[str, Value]


class Untidy:
    """Writes random rows into a workplace, by this laptop and by one that knows nothing of it."""

    def __init__(self, work: Workplace, seed: int) -> None:
        self.work, self.chance = work, Random(seed)
        self._number = 0
        self._sessions = [derive_key("untidy", "session", str(at)) for at in range(8)]

    def write(self, count: int) -> None:
        """Write so many times; at the beginning what most rows hang on."""
        for course in COURSES:
            self._put("course", course, self._course())
        for person in PEOPLE[:4]:
            self._put("person", person, self._person())
        for at, session in enumerate(self._sessions):
            self._put("session", session, self._session(COURSES[at % 2]))
        for _ in range(count):
            self._step()

    def complete(self) -> None:
        """Give nearly everybody a mark in every session of their course, most of them present."""
        writes = []
        for course in courses.list_courses(self.work.database):
            sessions = courses.list_sessions(self.work.database, course.key)
            for item in courses.list_enrolments(self.work.database, course.key):
                for session in sessions if self.chance.random() < 0.9 else sessions[1:]:
                    fields: Fields = {
                        "enrolment": item.enrolment.key,
                        "session": session.key,
                        "mark": self._one(*("present",) * 5, "late", "absent"),
                        "missed": self._one(0, 0, 0, 15, 500),
                    }
                    key = derive_key("attendance", item.enrolment.key, session.key)
                    writes.append(Write("attendance", key, fields))
        self.work.journal.record(Label("test.step"), writes)

    def join_project(self, project: str) -> None:
        """Make one or two of the courses a project's."""
        for course in COURSES[: self.chance.randrange(1, 3)]:
            self._put("course", course, {"project": project})

    def _step(self) -> None:
        entity = self.chance.choice(("attendance",) * 8 + ("enrolment",) * 3 + ("session",) * 2 + OTHERS)
        key, fields = getattr(self, f"_any_{entity}")()
        if self.chance.random() < 0.04 and entity != "attendance":
            self.work.journal.record(Label("test.step"), [Write(entity, key, delete=self._coin())])
        elif self.chance.random() < 0.3:
            self._receive(entity, key, fields)
        else:
            self._put(entity, key, fields)

    def _put(self, entity: str, key: str, fields: Fields) -> None:
        self.work.journal.record(Label("test.step"), [Write(entity, key, fields)])

    def _receive(self, entity: str, key: str, fields: Fields) -> None:
        self._number += 1
        time = (self.work.clock.millis() + self.chance.randrange(-500, 500), 0)
        entry = Entry(r="e" * 32, n=self._number, t=time, u="t", e=entity, k=key, s=fields)
        with self.work.journal.transaction():
            Receiver(self.work.journal).receive([(encode_entry(entry), entry)], arrival=1)

    def _coin(self) -> bool:
        return self.chance.random() < 0.5

    def _one[Item](self, *items: Item) -> Item:
        return self.chance.choice(items)

    def _any_course(self) -> tuple[str, Fields]:
        return self._one(*COURSES), self._course()

    def _course(self) -> Fields:
        return {
            "code": self._one("K1", "K2"),
            "town": self._one("Душанбе", "Хуҷанд", None),
            "zone": self._one("Asia/Dushanbe", "America/New_York", None),
            "state": self._one("running", "closed", "approved", None),
            "share_limit": self._one(8000, 5000, -1, None),
            "test_limit": self._one(6000, -1, -1, None),
            "first_day": FIRST.isoformat(),
            "last_day": (FIRST + timedelta(self.chance.randrange(4))).isoformat(),
        }

    def _any_person(self) -> tuple[str, Fields]:
        return self._one(*PEOPLE), self._person()

    def _person(self) -> Fields:
        return {
            "family": self._one("Азизов", "Раҳимов"),
            "given": self._one("Фаррух", "Зарина"),
            "sex": self._one("male", "female", "female", None, "other"),
            "rank": self._one("капитан", "майор", None),
        }

    def _any_pair(self) -> tuple[str, Fields]:
        first, second = self._one(*PEOPLE), self._one(*PEOPLE)
        said: Fields = {"one": self._one(True, True, False, None), "shown": self._one(first, second, None)}
        return derive_key("pair", first, second), {"first": first, "second": second, **said}

    def _any_session(self) -> tuple[str, Fields]:
        return self._one(*self._sessions), self._session(self._one(*COURSES))

    def _session(self, course: str) -> Fields:
        return {
            "course": self._one(course, course, None) if self._coin() else course,
            "day": self._one("2018-10-32", *[(FIRST + timedelta(at)).isoformat() for at in range(5)]),
            "start": self._one(*TIMES, None),
            "end": self._one(*TIMES, 700, 700, None),
            "state": self._one("planned", "held", "held", "held", "cancelled", "dreamt", None),
        }

    def _any_enrolment(self) -> tuple[str, Fields]:
        course, person = self._one(*COURSES), self._one(*PEOPLE)
        fields: Fields = {
            "course": course,
            "person": person,
            "number": self.chance.randrange(1, 6),
            "state": self._one("nominated", "confirmed", "walk_in", "replaced", "withdrawn", "asleep", None),
            "from_day": self._one(None, None, None, (FIRST + timedelta(2)).isoformat(), "someday"),
            "from_session": self._one(None, None, None, *self._sessions),
            "gone_from": self._one(None, *self._sessions),
            "override": self._one(None, None, None, "completion", "attendance"),
            "override_reason": self._one(None, "сабаб"),
        }
        return derive_key("enrolment", course, person), fields

    def _any_attendance(self) -> tuple[str, Fields]:
        enrolment = derive_key("enrolment", self._one(*COURSES), self._one(*PEOPLE))
        session = self._one(*self._sessions)
        fields: Fields = {
            "enrolment": enrolment,
            "session": session,
            "mark": self._one("present", "present", "late", "excused", "absent", "asleep", None),
            "missed": self._one(0, 0, 15, 500, -5, None),
        }
        if self._coin():
            fields["remark"] = self._one("дер", None)
        return derive_key("attendance", enrolment, session), fields

    def _any_paper(self) -> tuple[str, Fields]:
        course = self._one(*COURSES)
        enrolment = derive_key("enrolment", course, self._one(*PEOPLE))
        occasion = self._one("pre", "post")
        fields: Fields = {
            "course": course,
            "enrolment": enrolment,
            "occasion": occasion,
            "points": self._one(0, 1000, 1500, None),
            "out_of": self._one(2000, 2000, 0),
        }
        return derive_key("paper", enrolment, occasion), fields

    def _any_certificate(self) -> tuple[str, Fields]:
        enrolment = derive_key("enrolment", self._one(*COURSES), self._one(*PEOPLE))
        fields: Fields = {
            "enrolment": enrolment,
            "kind": self._one("completion", "attendance"),
            "serial": f"KD-{self.chance.randrange(9)}",
            "facts": encode_facts(FACTS),
            "issued_on": (FIRST + timedelta(self.chance.randrange(5))).isoformat(),
            "void": self._one(None, True),
        }
        return derive_key("untidy", "certificate", enrolment, str(self.chance.randrange(2))), fields

    def _any_assignment(self) -> tuple[str, Fields]:
        course, person = self._one(*COURSES), self._one(*PEOPLE)
        fields: Fields = {
            "course": course,
            "person": person,
            "role": self._one("lead", "trainer", "observer"),
        }
        return derive_key("assignment", course, person), fields


OTHERS = ("course", "person", "paper", "certificate", "assignment", "pair")
