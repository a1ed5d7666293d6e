"""Writes samples into an open workplace, by the program's own actions: what worlds are made with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.kit.samples import SERIES, CourseSample
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import agendas, courses, enrolments, projects, sessions
from trainer_app.actions.office import office
from trainer_app.bundle.reader import open_first_pack
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.exchange.sending import EnrolledLaptop, JoinedOffice


@dataclass(frozen=True)
class Room:
    """A course with people: keys of the course, of its sessions and of its enrolments, in their order."""

    course: str
    sessions: tuple[str, ...]
    enrolments: tuple[str, ...]


def write_course(work: Workplace, sample: CourseSample = SERIES) -> Room:
    """Write a course with its project, its sessions and its people."""
    draft = sample.draft
    if sample.project is not None:
        draft = replace(draft, project=projects.create_project(work, sample.project).key)
    course = courses.create_course(work, draft).key or ""
    agendas.plan_sessions(work, course, sample.plan)
    if sample.topics:
        for place, session in enumerate(courses.get_course(work, course).sessions):
            topic = sample.topics[place % len(sample.topics)]
            sessions.change_session(work, session.key, replace(sessions.draft_of(session), topic=topic))
    first_day = draft.first_day if sample.from_first_day else None
    for guest in sample.people:
        enrolments.add_walk_in(work, course, guest.name, sex=guest.sex, first_day=first_day)
    return room_of(work, course)


def room_of(work: Workplace, course: str) -> Room:
    """Return the keys of a course as it is now."""
    table = attendance.grid(work, course)
    return Room(
        course,
        tuple(session.key for session in table.sessions),
        tuple(row.enrolment for row in table.rows),
    )


def everybody_came(work: Workplace, course: str) -> None:
    """Mark everybody present in the first session: whose tests count came at all."""
    attendance.mark_rest(work, attendance.grid(work, course).sessions[0].key)


def mark_until_noon(work: Workplace, room: Room) -> None:
    """Mark a course of four days up to the middle of its eighth session, on the third day."""
    people = room.enrolments
    for key in room.sessions[:6]:
        attendance.mark_rest(work, key)
    seventh, eighth = room.sessions[6], room.sessions[7]
    attendance.mark(work, people[23 % len(people)], seventh, Mark.LATE, 10)
    attendance.mark(work, people[16 % len(people)], seventh, Mark.EXCUSED)
    attendance.mark(work, people[11 % len(people)], seventh, Mark.ABSENT)
    attendance.mark_rest(work, seventh)
    for place, person in enumerate(people[:14]):
        late, absent = place == 6, place == 11
        mark = Mark.LATE if late else Mark.ABSENT if absent else Mark.PRESENT
        attendance.mark(work, person, eighth, mark, 15 if late else 0)


def enrol(
    bureau: Workplace,
    trainer: Workplace,
    code: str,
    stick: Path,
    courses: Sequence[str] | None = None,
    whose: str | None = None,
) -> None:
    """Let a laptop join an office under a code, by files on a stick; with `whose` one that travels for it."""
    asked, _ = office.request(trainer, stick / f"{code}.treq")
    join(trainer, enrolled(bureau, asked, code, stick, courses, whose).pack.file)


def enrolled(
    bureau: Workplace,
    asked: Path,
    code: str,
    folder: Path,
    courses: Sequence[str] | None = None,
    whose: str | None = None,
) -> EnrolledLaptop:
    """Enrol a laptop by its request, with the digits that its owner would read aloud."""
    digits = office.read_asking(bureau, asked).fingerprint
    return office.enrol(bureau, asked, code, folder, courses, typed=digits, whose=whose)


def join(laptop: Workplace, pack: Path) -> JoinedOffice:
    """Take in an office's first file, with the digits that whoever wrote it would read aloud."""
    met = office.meet(laptop, pack)
    return met if isinstance(met, JoinedOffice) else office.join(laptop, digits_of_writer(laptop, pack))


def newest_label(work: Workplace) -> Label | None:
    """Return what undo would take back; None for nothing."""
    found = history.pending(work, 1)
    return found[0].label if found else None


def groups_at(digits: str, places: Sequence[int]) -> list[str]:
    """Return the groups of somebody's digits that are asked for, by their places from 1."""
    return [digits.split()[place - 1] for place in places]


def digits_of_writer(laptop: Workplace, pack: Path) -> str:
    """Return the digits of the office that wrote a pack: a stand-in for its voice."""
    keys = identity.device_keys(laptop)
    first = open_first_pack(pack.read_bytes(), [keys.identity], keys.signing_key)
    return first.trust.office.fingerprint
