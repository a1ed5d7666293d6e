"""Open data leaves the office: a Data Package of CSV files in a new folder, and one plain SQLite file too.

Rows are read course by course and written at once, of one state of the data whatever is written meanwhile: an
office of a million marks needs no more memory than its people do.
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter
from pathlib import Path

from msgspec import Struct

from trainer_app import VERSION
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import scores
from trainer_app.actions.evaluations.forms import get_form
from trainer_app.actions.office.building import EVERYTHING, courses_of
from trainer_app.actions.office.reports import note_release
from trainer_app.actions.people.directory import root_of
from trainer_app.documents.office.open_files import csv_blocks
from trainer_app.domain.attendance.same_person import JoinedRows, rows_in_turn
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Percent
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, SOURCE
from trainer_app.domain.certificates.certificates import CertificateReceipt
from trainer_app.domain.courses.courses import Course, Enrolment, Project, Session, as_enrolled
from trainer_app.domain.evaluations.feedback import QuestionResult, feedback_result
from trainer_app.domain.evaluations.forms import AnonymousPaper, FullForm, NamedPaper, Occasion
from trainer_app.domain.evaluations.questions import Question, credit_of
from trainer_app.domain.office.open_data import (
    SECRET,
    TABLES,
    PackageFacts,
    Pseudonyms,
    Row,
    Value,
    WrittenTable,
    about_text,
    descriptor,
    place_key,
    table,
    told_together,
)
from trainer_app.domain.office.reports import ReportExtent
from trainer_app.domain.people.latin import to_latin
from trainer_app.domain.people.persons import Person
from trainer_app.domain.people.places import find_place, point_of
from trainer_app.store.attendance.marks import marks_of_course
from trainer_app.store.certificates.certificates import list_certificates
from trainer_app.store.courses.courses import list_enrolments, list_projects, list_sessions
from trainer_app.store.evaluations import forms, papers
from trainer_app.store.office.analyst_views import views_of_file
from trainer_app.store.office.open_file import write_sqlite
from trainer_app.store.people.people import people_by_key
from trainer_app.system.files import NewFolder, write_checked, write_stream

SQLITE = "open-data.sqlite"
DESCRIPTOR = "datapackage.json"
_LAST = ("forms", "questions")
"""Tables that hold what others turned out to refer to."""
_DECIMALS = 6


class OpenExport(Struct, frozen=True):
    """What was written: where the folder lies, rows by table, and how many people are named in it."""

    folder: Path
    rows: Mapping[str, int]
    named: int = 0
    sqlite: Path | None = None


def export_open(
    work: Workplace,
    out: Path,
    *,
    extent: ReportExtent = EVERYTHING,
    names: bool = False,
    sqlite: bool = False,
    progress: Progress = no_progress,
) -> OpenExport:
    """Write the courses of an extent, whole, into the new folder `out`, and read it back.

    A name that is taken gets a number. That names left is noted with it: neither is there without the other.
    When anything fails, or `progress` raises, nothing is left. Raises open_data.nothing, course.unknown and
    codes of the topic "files".
    """
    secret = _secret(work)
    with NewFolder(out) as folder:
        with work.database.still():
            scope = _scope(work, extent)
            facts = _facts(work, scope, names=names)
            pseudonyms = Pseudonyms(secret, _salt(extent), names=names)
            steps = _Steps(progress, len(scope) * (2 if sqlite else 1))
            source = _Source(work, scope, pseudonyms, names=names, step=steps)
            written = [_write_table(folder.path, name, source) for name in _in_turn()]
            if sqlite:
                steps.begin()
                tables = [(table(name), source.rows(name)) for name in _in_turn()]
                about = {"description": about_text(facts), "created": facts.made_at, "program": facts.program}
                write_sqlite(folder.path / SQLITE, tables, about, names=names, views=views_of_file())
        order = {each.name: place for place, each in enumerate(TABLES)}
        written.sort(key=lambda each: order[each.table.name])
        document = json.dumps(descriptor(facts, written), ensure_ascii=False, indent=1)
        write_checked(folder.path / DESCRIPTOR, f"{document}\n".encode())
        named = sum(person.family != "" for person in source.heads) if names else 0
        if not names:
            path = folder.place()
        else:
            with work.journal.transaction():
                form = "csv, sqlite" if sqlite else "csv"
                codes = [each.code for each in scope]
                days = min(each.first_day for each in scope), max(each.last_day for each in scope)
                note_release(work, "open_data", form, codes, days, named)
                path = folder.place()
    rows = {each.table.name: each.rows for each in written}
    return OpenExport(path, rows, named, path / SQLITE if sqlite else None)


def open_folder_name(work: Workplace, *, names: bool) -> str:
    """Return the name proposed for a folder: it says the day, and that people are named."""
    return f"open-data-{'with-names-' if names else ''}{work.today().isoformat()}"


def _secret(work: Workplace) -> bytes:
    """Return what keys of people are made with, made at the first export."""
    kept = work.store.setting(SECRET)
    if not kept:
        kept = secrets.token_hex(32)
        work.store.change_setting(SECRET, kept)
    return bytes.fromhex(kept)


def _salt(extent: ReportExtent) -> str:
    """Return what tells the keys of people of one extent from those of another; "" for everything."""
    return ",".join((*extent.courses, *extent.projects, *extent.donors, *extent.fields))


def _scope(work: Workplace, extent: ReportExtent) -> list[Course]:
    found = courses_of(work, replace(extent, first=None, last=None))
    if not found:
        raise TrainerError("open_data.nothing")
    return found


def _facts(work: Workplace, scope: Sequence[Course], *, names: bool) -> PackageFacts:
    trust = identity.trust_list(work)
    publisher = trust.office.name.best(SOURCE) or trust.office.code if trust else "–"
    said = f"course {scope[0].code}" if len(scope) == 1 else f"{len(scope)} courses"
    made_at = work.moment(work.clock.millis()).isoformat(timespec="seconds")
    return PackageFacts(publisher, made_at, f"Trainer App {VERSION}", said, names)


def _in_turn() -> list[str]:
    """Return the tables in the order in which they are read."""
    known = [each.name for each in TABLES]
    return [*(name for name in known if name not in _LAST), *_LAST]


def _write_table(folder: Path, name: str, source: "_Source") -> WrittenTable:
    described = table(name)
    digest, size, count = hashlib.sha256(), 0, 0

    def counted() -> Iterator[Row]:
        nonlocal count
        for row in source.rows(name):
            count += 1
            yield row

    def measured() -> Iterator[bytes]:
        nonlocal size
        for block in csv_blocks(described.shown(names=source.names), counted()):
            digest.update(block)
            size += len(block)
            yield block

    write_stream(folder / f"{name}.csv", measured(), 0)
    return WrittenTable(described, count, size, digest.hexdigest())


class _Steps:
    """Tells how far the export is: each table goes once over all courses."""

    def __init__(self, progress: Progress, courses: int) -> None:
        self._progress, self._all, self._done = progress, max(1, courses * len(_BY_COURSE)), 0

    def begin(self) -> None:
        """Tell of a part in which nothing is counted."""
        self._progress("open_data.progress", min(1.0, self._done / self._all))

    def step(self) -> None:
        """Tell of one course of one table. Raises what the listener raises."""
        self._done += 1
        self.begin()


_BY_COURSE = ("sessions", "enrolments", "marks", "tests", "answers", "feedback", "certificates")


class _Source:
    """Gives the rows of each table, without names what could name somebody left out, in the order of keys."""

    def __init__(
        self, work: Workplace, scope: Sequence[Course], pseudonyms: Pseudonyms, *, names: bool, step: _Steps
    ) -> None:
        self.names = names
        self._work, self._scope, self._key, self._steps = work, scope, pseudonyms.of, step
        self._projects: dict[str, Project] = {each.key: each for each in list_projects(work.database)}
        self._everybody: Mapping[str, Person] = people_by_key(work.database)
        self._forms: dict[str, FullForm] = {}
        self._asked: dict[str, Question | None] = {}
        self._tables: Mapping[str, Callable[[], Iterator[Row]]] = {
            "places": self._places,
            "courses": self._courses,
            "people": self._people,
            "forms": self._form_rows,
            "questions": self._questions,
        }
        self._of_course: Mapping[str, Callable[[Course], Iterable[Row]]] = {
            "sessions": self._sessions,
            "enrolments": self._enrolments,
            "marks": self._marks,
            "tests": self._tests,
            "answers": self._answers,
            "feedback": self._feedback,
            "certificates": self._certificates,
        }

    def rows(self, name: str) -> Iterator[Row]:
        """Yield the rows of a table, without the fields that are there with names alone."""
        fields = table(name).fields
        shown = [place for place, field in enumerate(fields) if self.names or not field.named]
        rows = self._tables[name]() if name in self._tables else self._course_by_course(name)
        if len(shown) == len(fields):
            return rows
        pick = itemgetter(*shown)
        return (pick(row) for row in rows)

    def _course_by_course(self, name: str) -> Iterator[Row]:
        for course in self._scope:
            yield from self._of_course[name](course)
            self._steps.step()

    # --- courses and people

    def _places(self) -> Iterator[Row]:
        pairs = sorted({(course.town, course.district) for course in self._scope})
        for town, district in pairs:
            if key := place_key(town, district):
                listed = find_place(town) or find_place(district)
                point = point_of(town) or point_of(district) or (None, None)
                code = listed.code if listed else None
                yield key, town, district, to_latin(town), to_latin(district), code, *point

    def _courses(self) -> Iterator[Row]:
        for course in self._scope:
            project = self._projects.get(course.project or "")
            yield (
                course.key,
                course.code,
                project.code if project else "",
                project.donor if project else "",
                *course.title.values(),
                course.kind.value,
                place_key(course.town, course.district) or None,
                course.venue,
                course.first_day,
                course.last_day,
                course.capacity,
                _hundredths(course.rule.share),
                _hundredths(course.rule.post_test),
                course.state.value,
            )

    def _sessions(self, course: Course) -> Iterator[Row]:
        for session in list_sessions(self._work.database, course.key):
            yield (
                session.key,
                course.key,
                session.number,
                session.day,
                _clock(session.start),
                _clock(session.end),
                session.minutes,
                *session.topic.values(),
                session.room,
                session.state.value,
                len(session.trainers),
            )

    @cached_property
    def _taken(self) -> dict[str, int]:
        """By the key of a person, in how many courses of the scope they are."""
        taken: dict[str, set[str]] = {}
        for course in self._scope:
            for stored in list_enrolments(self._work.database, course.key):
                taken.setdefault(self._head(stored.enrolment.person), set()).add(course.key)
        return {person: len(courses) for person, courses in taken.items()}

    @property
    def heads(self) -> Iterator[Person]:
        """The people of the scope."""
        return (self._everybody[key] for key in self._taken)

    def _head(self, person: str) -> str:
        return root_of(self._everybody, person)

    def _people(self) -> Iterator[Row]:
        keys = sorted((self._key("people", person), person) for person in self._taken)
        for key, person in keys:
            found = self._everybody[person]
            yield key, self._taken[person], found.family, found.given, found.patronymic, found.latin

    def _enrolments(self, course: Course) -> Iterable[Row]:
        sessions = list_sessions(self._work.database, course.key)
        listed = [each.enrolment for each in list_enrolments(self._work.database, course.key)]
        facts = [self._facts_of(each) for each in listed]
        told = facts if self.names else told_together(facts)
        leading = {row.key: rows for rows in rows_in_turn(listed, self._head).values() for row in rows}
        rows = (
            self._enrolment(each, some, leading[each.key], sessions)
            for each, some in zip(listed, told, strict=True)
        )
        return sorted(rows, key=itemgetter(0))

    def _facts_of(self, enrolment: Enrolment) -> tuple[str, ...]:
        person = as_enrolled(self._everybody[self._head(enrolment.person)], enrolment)
        return person.sex.value, person.rank, person.duty_district, person.unit

    def _enrolment(
        self, own: Enrolment, facts: Sequence[str], rows: Sequence[Enrolment], sessions: Sequence[Session]
    ) -> Row:
        """Return a participation; `rows` are those of its person in the course, the leading one first."""
        person, lead = self._head(own.person), rows[0]
        spans = [range(*each.span(sessions)) for each in rows] if own is lead else []
        position = as_enrolled(self._everybody[person], own).position
        return (
            self._key("enrolments", own.key),
            own.course,
            self._key("people", person),
            own.number,
            own.state.value,
            *facts,
            position,
            len(set(chain.from_iterable(spans))),
            self._key("enrolments", lead.key),
        )

    def _marks(self, course: Course) -> Iterable[Row]:
        sessions = {each.key for each in list_sessions(self._work.database, course.key)}
        listed = (each.enrolment for each in list_enrolments(self._work.database, course.key))
        joined = JoinedRows(rows_in_turn(listed, self._head).values())
        marks = marks_of_course(self._work.database, course.key)
        keys: dict[str, str] = {}
        rows = []
        for (enrolment, session), cell in marks.items():
            # What a newer version wrote is no mark that this one knows.
            if cell.mark is None or session not in sessions:
                continue
            key = keys.get(enrolment) or keys.setdefault(enrolment, self._key("enrolments", enrolment))
            counts = joined.counts(marks, enrolment, session)
            rows.append((key, session, cell.mark.value, cell.missed, cell.early, cell.signed.value, counts))
        rows.sort()
        return rows

    # --- tests and feedback

    def _form(self, key: str | None) -> FullForm | None:
        """Return a form that is here, and note that it is referred to."""
        if key and key not in self._forms and forms.get_form(self._work.database, key) is not None:
            self._forms[key] = full = get_form(self._work, key)
            self._asked.update({question.key: question for question in full.questions})
        return self._forms.get(key or "")

    def _papers(self, course: Course) -> list[tuple[str, NamedPaper]]:
        found = papers.list_papers(self._work.database, course.key)
        return sorted(((self._key("tests", paper.key), paper) for paper in found), key=itemgetter(0))

    def _tests(self, course: Course) -> Iterable[Row]:
        named = self._papers(course)
        if not named:
            return
        whole = {each.paper: each for each in scores.all_scores(self._work, course.key)}
        counted = {each.paper for each in scores.counted_tests(self._work, course.key).counted}
        for key, paper in named:
            full, score = self._form(paper.form), whole.get(paper.key)
            yield (
                key,
                self._key("enrolments", paper.enrolment),
                full.form.key if full else None,
                paper.occasion.value,
                paper.attempt,
                _hundredths(score.earned) if score else None,
                _hundredths(score.out_of) if score else None,
                paper.key in counted,
            )

    def _answers(self, course: Course) -> Iterator[Row]:
        for test, paper in self._papers(course):
            self._form(paper.form)
            for question, answer in paper.answers.items():
                yield (test, question, *self._answer(question, answer))

    def _answer(self, key: str, answer: str) -> tuple[Value, Value, bool]:
        """Return an answer as it is told, what it is worth, and whether its words are withheld."""
        if key not in self._asked:
            self._asked[key] = forms.get_question(self._work.database, key)
        question = self._asked[key]
        withheld = not self.names and bool(answer) and (question is None or question.handler.free_text)
        credit = None if question is None else credit_of(question, answer)
        worth = None if credit is None else round(float(credit), _DECIMALS)
        return None if withheld else answer, worth, withheld

    def _feedback(self, course: Course) -> Iterator[Row]:
        sheets: dict[tuple[str, Occasion], list[AnonymousPaper]] = {}
        for paper in papers.list_feedback_papers(self._work.database, course.key):
            sheets.setdefault((paper.form, paper.occasion), []).append(paper)
        for (key, occasion), found in sorted(sheets.items()):
            full = self._form(key)
            if full is None:
                continue
            for result in feedback_result(full, occasion, {course.code: found}).questions:
                yield from _feedback_rows((course.key, key, occasion.value), result)

    def _form_rows(self) -> Iterator[Row]:
        for full in self._forms.values():
            form = full.form
            yield form.key, form.kind.value, form.version, *form.title.values()

    def _questions(self) -> Iterator[Row]:
        for key, question in sorted(self._asked.items()):
            if question is None:
                # It has not come to this computer yet: its key stands for it.
                yield key, None, *[None] * 5
                continue
            yield (
                key,
                question.kind.value,
                question.topic,
                *question.text.values(),
                _hundredths(question.points),
            )

    def _certificates(self, course: Course) -> Iterable[Row]:
        return sorted(
            (
                self._key("certificates", each.key),
                self._key("enrolments", each.enrolment),
                each.serial,
                each.kind.value,
                each.state.value,
                each.issued_on,
                each.facts.language,
                each.received is CertificateReceipt.YES,
            )
            for each in list_certificates(self._work.database, course.key)
        )


def _feedback_rows(of: tuple[str, str, str], found: QuestionResult) -> Iterator[Row]:
    """Yield the question itself, then its options where there are enough answers."""
    question, blank = found.question, (None,) * len(LANGUAGES)
    counts = (None, None) if found.hidden else (found.answers, found.blank)
    mean = found.scale.mean if found.scale else found.numbers.mean if found.numbers else None
    shown = None if found.hidden or mean is None else round(float(mean), _DECIMALS)
    yield (*of, found.place, 0, question.key, *blank, found.hidden, *counts, None, shown)
    for number, (option, count) in enumerate(zip(question.options, found.counts, strict=False), 1):
        yield (
            *of,
            found.place,
            number,
            question.key,
            *option.text.values(),
            False,
            *counts,
            count,
            None,
        )


def _hundredths(value: Percent | None) -> float | None:
    return None if value is None else float(value / 100)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
