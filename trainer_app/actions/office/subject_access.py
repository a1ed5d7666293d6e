"""All that is held about one person, for that person: gathered, and written as PDF and JSON.

Every row that is about them is told, with all that was ever written into it, in which files it travelled,
who has it, and until when it is kept. Of somebody who was erased it is told what remains.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

from trainer_app.actions.attendance.attachments import list_attachments
from trainer_app.actions.base import identity, joint, rights
from trainer_app.actions.base.naming import LINES, THEN, Names, one_by_one
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.saying import say_field, say_row
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange.packs import holders
from trainer_app.actions.exchange.traces import files_archived, files_sent, takes_part, took_part
from trainer_app.actions.office import erasing
from trainer_app.actions.office.evidence import speaker
from trainer_app.actions.office.evidence_pages import section
from trainer_app.actions.office.reports import releases
from trainer_app.documents.base import fonts
from trainer_app.documents.office.outline_pages import outline_pdf
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter, JointState
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.schema import DELETED, ENTITIES, field_label
from trainer_app.domain.base.texts import resource
from trainer_app.domain.courses.courses import Course
from trainer_app.domain.exchange.laptops import knows_field
from trainer_app.domain.office.outline import (
    Outline,
    OutlineCell,
    OutlineSection,
    Said,
    document_bytes,
    outline_document,
)
from trainer_app.domain.office.reports import Release
from trainer_app.domain.people.name_similarity import is_called
from trainer_app.domain.people.persons import Person
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.entry_history import WrittenEntry, written_of_rows
from trainer_app.store.base.rows import record_fields, select_row
from trainer_app.store.courses.courses import get_course, get_enrolment, get_session
from trainer_app.store.exchange.transfers import count_entries
from trainer_app.store.office import held
from trainer_app.store.people import people
from trainer_app.system.files import PreparedFiles, make_folder

_NOT_SAID = frozenset({("enrolment", "facts")})
_WHOSE = ("person", "enrolment", "approval")
"""What leads from a row to the person; the JSON holds all keys."""
_TOLD_ALL_THE_SAME = frozenset({("pair", "shown"), ("enrolment", "replaces")})
_BLANK: tuple[Any, ...] = (None, "", 0, [])


class HeldData(Struct, frozen=True):
    """What is held about one person: as pages, and the very rows for programs. `courses` are codes."""

    outline: Outline
    rows: tuple[dict[str, Any], ...]
    history: tuple[dict[str, Any], ...]
    courses: tuple[str, ...]
    name: str


class SavedData(NamedTuple):
    """Where the two files lie, and the name of whom they are about."""

    pdf: Path
    json: Path
    name: str


def gather(work: Workplace, person: str, progress: Progress = no_progress) -> HeldData:
    """Return what is held about a person and all records that are joined with them. Raises person.unknown."""
    found = people.get_person(work.database, person)
    if found is None:
        raise TrainerError("person.unknown")
    group = people.joins(work.database).group(person)
    everybody = people.people_by_key(work.database)
    records = [everybody[key] for key in sorted(group, key=lambda key: key != person) if key in everybody]
    return _Gatherer(work, found, records, progress).data()


@guarded
def write(
    work: Workplace, person: str, folder: Path, language: str, progress: Progress = no_progress
) -> SavedData:
    """Write it as PDF, in the person's language, and as JSON into a folder, and note that it left.

    Both files or none. Their names name nobody. Raises person.unknown, files.*.
    """
    data = gather(work, person, progress)
    speak = speaker(language)
    fonts.use(resource("fonts"))
    paper = outline_pdf(data.outline, language, speak)
    document = {
        "format": "trainer-held-data",
        "version": 1,
        "made_on": work.today().isoformat(),
        **outline_document(data.outline, speak),
        "rows": list(data.rows),
        "history": list(data.history),
    }
    stem = f"held-{person[-12:]}-{work.today().isoformat()}"
    make_folder(folder)
    with PreparedFiles() as files:
        with work.journal.transaction():
            files.add(folder / f"{stem}.pdf", paper)
            files.add(folder / f"{stem}.json", document_bytes(document))
            _note(work, data)
        pdf, raw = files.place()
    return SavedData(pdf, raw, data.name)


def _note(work: Workplace, data: HeldData) -> Changes:
    """Note that it left, as of every output with a name: the note names nobody."""
    release = Release(
        key=work.journal.make_key(),
        kind="held",
        form="pdf, json",
        at=work.clock.millis(),
        by=work.user,
        scope=", ".join(data.courses),
        people=1,
    )
    write = Write("release", release.key, record_fields("release", release))
    return work.journal.record(Label("held.step"), [write], note=True)


class _Gatherer:
    """Reads the tables and the journal once for one person."""

    def __init__(self, work: Workplace, person: Person, records: list[Person], progress: Progress) -> None:
        self._work, self._person, self._records, self._names = work, person, records, Names(work)
        keys = [each.key for each in records]
        database = work.database
        self._about = held.rows_about(database, keys)
        self._rows = held.shown_rows(database, self._about)
        self._listing = held.rows_listing(database, keys)
        whole = max(count_entries(database), 1)
        beside = held.approval_rows(database)
        beside |= {("course", key) for key in self._courses()} if beside else set()
        written = written_of_rows(
            database, self._about | beside, lambda count: progress("held.progress", min(count / whole, 1) / 2)
        )
        self._written = {row: entries for row, entries in written.items() if row in self._about}
        self._approving = {row: entries for row, entries in written.items() if row in beside}
        named = [(each.family, each.given) for each in records if each.family and each.given]
        self._mentions = held.mentions_of(database, named) if not person.erased else []
        progress("held.progress", 0.6)
        self._wrote = sum(
            count
            for user, count in held.writers(database).items()
            if any(is_called(user, each) for each in records)
        )
        progress("held.progress", 1.0)

    def data(self) -> HeldData:
        """Return all of it."""
        courses = self._courses()
        name = self._person.name
        sections = [
            self._summary(courses),
            *self._by_entity(),
            self._lists(),
            self._mentioned(),
            self._scans(courses),
            self._history(),
            self._travelled(courses),
            self._kept(courses),
        ]
        title = Label("held.title", {"name": name})
        outline = Outline("held", title, Label("held.second"), tuple(each for each in sections if each))
        return HeldData(outline, self._raw(), self._raw_history(), tuple(courses.values()), name)

    def _courses(self) -> dict[str, str]:
        """Return the courses of the person, code by key."""
        keys = {str(row.get("course")) for row in self._rows.values() if row.get("course")}
        keys |= {str(row["course"]) for row in self._listing.values() if row.get("course")}
        found = ((key, get_course(self._work.database, key)) for key in keys)
        codes = {key: course.code for key, course in found if course is not None}
        return dict(sorted(codes.items(), key=lambda each: each[1]))

    def _summary(self, courses: Mapping[str, str]) -> OutlineSection:
        counts = Counter(entity for entity, _ in self._rows)
        words: list[Said] = [Label("held.about")]
        if self._person.erased:
            words.append(Label("held.erased"))
        facts: list[tuple[Said, OutlineCell]] = [
            (Label("held.head.names"), "; ".join(dict.fromkeys(each.name for each in self._records))),
            (Label("held.head.made"), self._work.today()),
            (Label("held.head.holder"), self._holder()),
            (Label("held.head.courses"), ", ".join(courses.values())),
            (Label("held.head.entries"), sum(map(len, self._written.values()))),
        ]
        facts += [
            (Label(f"review.entity.{entity}"), counts[entity]) for entity in ENTITIES if counts.get(entity)
        ]
        if self._wrote:
            facts.append((Label("held.head.wrote"), self._wrote))
        return OutlineSection("about", Label("held.section.about"), tuple(words), tuple(facts))

    def _holder(self) -> Said:
        trust = identity.trust_list(self._work)
        return trust.office.name if trust is not None else self._work.user

    def _by_entity(self) -> Iterable[OutlineSection]:
        """Yield what is shown now, a section for each kind of row."""
        for entity in ENTITIES:
            rows = [(key, row) for (kind, key), row in self._rows.items() if kind == entity]
            if not rows:
                continue
            rows.sort(key=lambda each: self._order(each[1]))
            told = [(self._where(entity, key, row), self._said(entity, key, row)) for key, row in rows]
            made = section(f"now-{entity}", ("where", "what"), told, heads=_heads("where", "what"))
            yield OutlineSection(made.name, Label(f"review.entity.{entity}"), (), (), made.table)

    def _order(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return by what rows of one kind are told: their sessions, else their days and numbers."""
        session = get_session(self._work.database, str(row.get("session") or ""))
        place = (session.day.isoformat(), session.number) if session else ("", 0)
        on = str(row.get("issued_on") or row.get("on") or row.get("day") or "")
        approved = self._approving.get(("approval", str(row.get("approval") or "")))
        on = str(approved[0].at) if approved else on
        return (*place, str(row.get("course") or ""), on, str(row.get("paper") or ""), str(row["key"]))

    def _where(self, entity: str, key: str, row: Mapping[str, Any]) -> Said:
        """Return the course, and the session or test, that a row belongs to; whose it is stands above."""
        course, session = str(row.get("course") or ""), str(row.get("session") or "")
        enrolment = key if entity == "enrolment" else str(row.get("enrolment") or "")
        paper = row if entity == "paper" else self._rows.get(("paper", str(row.get("paper") or "")), {})
        if entity == "answer":
            enrolment = str(paper.get("enrolment") or "")
        if entity == "printing":
            enrolment = str(
                self._rows.get(("certificate", str(row.get("certificate"))), {}).get("enrolment") or ""
            )
        if not course and enrolment:
            item = get_enrolment(self._work.database, enrolment)
            course = item.enrolment.course if item else ""
        found = get_course(self._work.database, course) if course else None
        approval = key if entity == "approval" else str(row.get("approval") or "")
        if found is not None and approval:
            return self._approved(found, approval)
        place = get_session(self._work.database, session) if session else None
        if entity == "pair":
            return self._names.pair(row)
        if found is None:
            return self._names.row(entity, key) if entity == "person" else ""
        occasion = self._names.papers.occasions.get(str(paper.get("occasion") or ""))
        if occasion is not None:
            return Label("held.on_paper", {"course": found.code, "occasion": occasion})
        if place is not None:
            return Label("held.session", {"course": found.code, "number": place.number, "day": place.day})
        return found.code

    def _approved(self, course: Course, key: str) -> Said:
        """Return of which approval of a course it is: when and by whom it was given, and taken back."""
        found = select_row(self._work.database, "approval", key)
        if found is None:
            return course.code
        back = held.taken_back(course.key, self._approving).get(key)
        values: dict[str, object] = {
            "course": course.code,
            "day": self._day(found["at"] or 0),
            "by": found["by"] or "–",
        }
        if back is None:
            return Label("held.approved", values)
        who = ", ".join(dict.fromkeys(filter(None, (self._asker(course.key, back.at), back.user))))
        return Label("held.approved_once", {**values, "back": self._day(back.at), "who": who or "–"})

    def _asker(self, course: str, at: int) -> str:
        """Return who asked for it where two heads took an approval back; "" where one did it alone."""
        found = [
            each
            for each, state in joint.list_decisions(self._work)
            if each.matter == JointMatter.REOPEN and course in each.subjects and state is JointState.CONFIRMED
        ]
        if not found:
            return ""
        asked = min(found, key=lambda each: abs(each.answered_at - at))
        return {user.key: user.name for user in rights.all_users(self._work)}.get(asked.by, "")

    def _said(self, entity: str, key: str, row: Mapping[str, Any]) -> Said:
        """Return what stands in a row, but for what is blank and what is told by where the row stands."""
        values = {
            name: value
            for name, value in row.items()
            if _is_told(entity, name) and value not in _BLANK and name != DELETED
        }
        part = takes_part(self._work, entity, key, values)
        return self._say(entity, key, values, LINES, part=part) if values else None

    def _say(
        self, entity: str, key: str, values: dict[str, Any], between: str = THEN, *, part: bool = False
    ) -> Label:
        """Say values of a row; `part`: their state is that of somebody who came, as the window says it."""
        own: dict[str, Label] = {}
        if entity == "enrolment" and values.get("replaces"):
            # Whose place it was is nothing about this person: the number on the list is enough.
            found = get_enrolment(self._work.database, str(values["replaces"]))
            own["replaces"] = Label("held.place_of", {"number": found.enrolment.number if found else "–"})
        if part:
            own["state"] = Label("held.taking_part")
        told = [
            Label("review.value.field", {"field": field_label(entity, name), "value": said})
            for name, said in own.items()
        ]
        others = {name: value for name, value in values.items() if name not in own}
        if others or not told:
            told.append(say_row(self._names, entity, others, key, between))
        return one_by_one(told, between) if len(told) > 1 else told[0]

    def _lists(self) -> OutlineSection | None:
        rows = [
            (
                Label(f"review.entity.{entity}"),
                self._where(entity, key, {**row, "session": key if entity == "session" else ""}),
            )
            for (entity, key), row in self._listing.items()
        ]
        columns = ("kind", "where")
        return _section("listing", columns, rows) if rows else None

    def _mentioned(self) -> OutlineSection | None:
        rows = [
            (
                Label(f"review.entity.{each.row[0]}"),
                self._where(*each.row, select_row(self._work.database, *each.row) or {})
                if each.row[0] == "approval"
                else self._names.row(*each.row),
                field_label(each.row[0], each.field),
                say_field(self._names, each.row[0], each.field, each.text),
            )
            for each in self._mentions
        ]
        columns = ("kind", "where", "field", "text")
        return _section("mentions", columns, rows) if rows else None

    def _scans(self, courses: Mapping[str, str]) -> OutlineSection | None:
        """Return the files of the courses on which the person may have signed: nobody reads them here."""
        rows = [
            (code, each.name, each.sheet, each.added_on)
            for key, code in courses.items()
            for each in list_attachments(self._work, key)
        ]
        columns = ("course", "name", "sheet", "day")
        return _section("scans", columns, rows, words=(Label("held.scans"),)) if rows else None

    def _history(self) -> OutlineSection:
        columns = ("when", "who", "device", "file", "where", "what")
        known: dict[RowKey, dict[str, Any]] = {}
        rows = []
        for (entity, key), entry in self._entries():
            before = known.setdefault((entity, key), {"key": key})
            said = self._entry_said(entity, key, entry, before)
            before.update(entry.values)
            moment = self._work.moment(entry.at).strftime("%d.%m.%Y %H:%M")
            where = self._place(entity, key, before)
            rows.append((moment, entry.user, self._names.device(entry.replica), entry.file, where, said))
        return _section("history", columns, rows)

    def _place(self, entity: str, key: str, row: Mapping[str, Any]) -> Said:
        """Return what kind of row it is and where it stands."""
        kind = Label(f"review.entity.{entity}" if entity in ENTITIES else "newer.value")
        where = self._where(entity, key, self._rows.get((entity, key), row))
        return Label("held.of_kind", {"kind": kind, "where": where}) if where else kind

    def _entries(self) -> list[tuple[RowKey, WrittenEntry]]:
        found = [(row, entry) for row, entries in self._written.items() for entry in entries]
        return sorted(found, key=lambda each: (each[1].at, each[1].replica, each[1].number))

    def _entry_said(self, entity: str, key: str, entry: WrittenEntry, before: Mapping[str, Any]) -> Said:
        """Return what an entry wrote; of what it left blank only what was not blank before."""
        deleted = entry.values.get(DELETED)
        values = {
            name: value
            for name, value in entry.values.items()
            if name != DELETED
            and (_is_told(entity, name) or not knows_field(entity, name))
            and (value not in _BLANK or before.get(name) not in _BLANK)
        }
        part = "state" in values and took_part(self._written, entity, key, entry, {**before, **entry.values})
        parts = [self._say(entity, key, values, part=part)] if values else []
        if deleted is not None:
            parts.append(Label("review.value.deleted" if deleted else "review.value.bring_back"))
        said = one_by_one(parts) if parts else None
        if entry.reason:
            return Label("held.because", {"what": said or "–", "reason": entry.reason})
        return said

    def _travelled(self, courses: Mapping[str, str]) -> OutlineSection:
        """Return in which files it came, which laptops were given it, and which outputs named people."""
        files = sorted({entry.file for entries in self._written.values() for entry in entries if entry.file})
        laptops = holders(self._work, courses)
        sent = files_sent(self._work, self._written, courses, erased=self._person.erased)
        rows: list[tuple[OutlineCell, ...]] = [(Label("held.came"), name, None, None) for name in files]
        rows += [(how, each.file, each.target, self._day(each.at)) for how, each in sent]
        rows += [
            (Label("held.output"), Label(f"evidence.release.{each.kind}"), each.by, self._day(each.at))
            for each in releases(self._work)
            if each.kind != "held" and set(each.scope.split(", ")) & set(courses.values())
        ]
        facts: tuple[tuple[Said, OutlineCell], ...] = (
            (Label("held.head.laptops"), ", ".join(laptops) or "–"),
            (Label("held.head.snapshots"), _count(self._work.folder.snapshots, "*.db")),
            (Label("held.head.archived"), files_archived(self._work, self._written)),
        )
        made = _section("travelled", ("how", "file", "to", "day"), rows)
        return OutlineSection(made.name, made.title, (Label("held.travelled"),), facts, made.table)

    def _day(self, at: int) -> date:
        return self._work.moment(at).date()

    def _kept(self, courses: Mapping[str, str]) -> OutlineSection:
        columns = ("course", "last_day", "until", "source", "erased")
        rows = [
            (
                line.code,
                line.last_day,
                line.until or Label("held.no_rule"),
                Label(f"held.rule.{line.source.value}"),
                line.purged_on,
            )
            for line in erasing.lines(self._work)
            if line.key in courses
        ]
        records = [
            Label("held.record", {"day": each.day, "by": each.by or "–", "reason": each.reason})
            for each in erasing.list_erasures(self._work)
            if each.person in {record.key for record in self._records}
        ]
        return _section("kept", columns, rows, words=(Label("held.kept"), *records))

    def _raw(self) -> tuple[dict[str, Any], ...]:
        """Return the rows as they are stored; of those that list the person among others only which."""
        own = (
            {"entity": entity, "key": key, **{name: row[name] for name in row if name != "key"}}
            for (entity, key), row in self._rows.items()
        )
        listing = (
            {"entity": entity, "key": key, "course": row.get("course")}
            for (entity, key), row in self._listing.items()
        )
        return (*own, *listing)

    def _raw_history(self) -> tuple[dict[str, Any], ...]:
        return tuple(
            {
                "entity": entity,
                "key": key,
                "at": entry.at,
                "by": entry.user,
                "laptop": self._names.device(entry.replica),
                "file": entry.file,
                "set": {name: value for name, value in entry.values.items() if name != DELETED},
                "deleted": bool(entry.values.get(DELETED)),
                "reason": entry.reason,
            }
            for (entity, key), entry in self._entries()
        )


def _section(
    name: str, columns: Sequence[str], rows: Sequence[Sequence[OutlineCell]], words: Sequence[Said] = ()
) -> OutlineSection:
    """Return a section with a table, in the words of what is held."""
    title = Label(f"held.section.{name}")
    return section(name, columns, rows, heads=_heads(*columns), words=words, title=title)


def _heads(*columns: str) -> list[Said]:
    return [Label(f"held.head.{column}") for column in columns]


def _is_told(entity: str, name: str) -> bool:
    """Tell whether a field is told in words: not what a row's place tells; the JSON holds all of them."""
    described = ENTITIES[entity].fields.get(name) if entity in ENTITIES else None
    if described is None or name in ENTITIES[entity].parents or (entity, name) in _NOT_SAID:
        return False
    return described.target not in _WHOSE or (entity, name) in _TOLD_ALL_THE_SAME


def _count(folder: Path, pattern: str) -> int:
    return sum(path.is_file() for path in folder.glob(pattern)) if folder.is_dir() else 0
