"""Strings that must never lie on the disk in the clear: planting them, and finding them in any disguise.

Planted are names, remarks, reasons, answers, titles, the passphrase and the keys. Each is looked for in
UTF-8, UTF-16, Windows-1251 and Base64, in every file, in members of ZIP files and in deflated streams.
"""

import base64
import contextlib
import io
import random
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import agendas, courses, enrolments, projects, sessions
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import derive_key, new_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import AnonymousPaper, Occasion
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base.drafts import Write
from trainer_app.store.evaluations.papers import put_draft

STATED = 200
CODE = "DUSHANBE"
FIRST, LAST = date(2018, 10, 15), date(2018, 10, 18)
_LETTERS = "абвгғдезиӣйкқлмнопрстуӯфхҳҷш"
_STREAM = re.compile(rb"stream\r?\n")


@dataclass
class Canaries:
    """What was planted: the string, and where."""

    chance: random.Random = field(default_factory=lambda: random.Random(200))
    planted: dict[str, str] = field(default_factory=dict)

    def word(self, where: str) -> str:
        """Make a word that stands nowhere else, as a name is written."""
        text = "".join(self.chance.choice(_LETTERS) for _ in range(14)).capitalize()
        self.planted[text] = where
        return text

    def secret(self, text: str, where: str) -> None:
        """Remember something that is there already: a passphrase, a key."""
        self.planted[text] = where


def plant(work: Workplace, canaries: Canaries) -> str:
    """Fill a laptop with a course whose every text is a canary; return the course's key."""
    word = canaries.word
    project = projects.create_project(
        work,
        ProjectDraft(
            "DV18",
            Texts(tg=word("project"), ru=word("project"), en=word("project")),
            donor=word("donor"),
            partner=Texts(tg=word("partner"), ru=word("partner"), en=word("partner")),
            organiser=Texts(tg=word("organiser"), ru=word("organiser"), en=word("organiser")),
            head=word("head"),
        ),
    ).key
    titles = Texts(tg=word("title"), ru=word("title"), en=word("title"))
    draft = CourseDraft(CODE, titles, FIRST, LAST, project=project, town=word("town"))
    course = courses.create_course(work, draft).key or ""
    agendas.plan_sessions(work, course, DayPlan(per_day=3))
    found = courses.get_course(work, course).sessions
    for session in found:
        for language in ("tg", "ru", "en"):
            sessions.set_topic(work, session.key, language, word("topic"))
    for place in range(36):
        name = f"{word('family')} {word('given')} {word('patronymic')}"
        sex = (Sex.MALE, Sex.FEMALE)[place % 2]
        key = enrolments.add_walk_in(work, course, name, sex=sex, first_day=FIRST).key or ""
        attendance.mark(work, key, found[0].key, Mark.EXCUSED)
        attendance.set_remark(work, key, found[0].key, word("remark"))
        person = enrolments.get_enrolment(work, key).person
        people.change_person(work, person, {"unit": word("unit"), "duty_district": word("district")})
    sessions.cancel_session(work, found[-1].key, word("reason"))
    _decide(work, key, found[1].key, word("reason of a decision"))
    for _ in range(4):
        answers = (word("answer"), word("answer"))
        day = FIRST.isoformat()
        paper = AnonymousPaper(new_key(), course, "form", Occasion.END, day, answers)
        put_draft(work.database, paper)
    keys = identity.device_keys(work)
    canaries.secret(keys.identity, "receiving key")
    canaries.secret(work.key.key.hex(), "data key")
    canaries.secret(keys.seed.hex(), "signing key")
    return course


def _decide(work: Workplace, enrolment: str, session: str, reason: str) -> None:
    """Write a decision of Review with its reason, in the journal and in the list of steps."""
    attendance.mark(work, enrolment, session, Mark.EXCUSED)
    mark = {"mark": Mark.PRESENT.value, "missed": 0, "early": 0, "arrived": None}
    write = Write("attendance", derive_key("attendance", enrolment, session), mark, reason=reason)
    told = {"count": 1, "device": "K7", "reason": reason}
    work.journal.record(Label("review.step.settle_alike_because", told), [write])


def search(roots: list[Path], canaries: Canaries) -> list[str]:
    """Return what was found in the clear, by file and kind; the strings themselves are not repeated."""
    needles = [(needle, where) for text, where in canaries.planted.items() for needle in _disguises(text)]
    found = []
    for root in roots:
        for path in sorted(path for path in root.rglob("*") if path.is_file()):
            name = path.name
            if any(text in name for text in canaries.planted):
                found.append(f"a file's name beside {path.parent.name}")
            for place, data in contents(path.read_bytes()):
                hits = {where for needle, where in needles if needle in data}
                found += [f"{path.relative_to(root)}{place}: {where}" for where in sorted(hits)]
    return found


def contents(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file's bytes, those of its members if it is a ZIP, and of its deflated streams if a PDF."""
    yield "", data
    if data[:2] == b"PK":
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield f"!{name}", archive.read(name)
        except zipfile.BadZipFile:
            return
    elif data[:4] == b"%PDF":
        for match in _STREAM.finditer(data):
            try:
                yield "!stream", zlib.decompressobj().decompress(data[match.end() :])
            except zlib.error:
                continue
    elif data[:2] in (b"\x1f\x8b", b"\x78\x9c", b"\x78\x01", b"\x78\xda"):
        try:
            yield "!deflated", zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data)
        except zlib.error:
            return


def _disguises(text: str) -> set[bytes]:
    """Return how a text may look: encodings, and Base64 of them at each of three offsets."""
    plain = {text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")}
    plain.add(text.encode("unicode-escape"))
    with contextlib.suppress(UnicodeEncodeError):
        plain.add(text.encode("cp1251"))
    coded = set()
    for raw in (text.encode(), text.encode("utf-16-le")):
        for offset in range(3):
            whole = base64.b64encode(bytes(offset) + raw)
            # Without what depends on the neighbours: the first and the last letters.
            coded.add(whole[4 if offset else 0 : len(whole) - len(whole) % 4 - 4])
    if re.fullmatch(r"[0-9a-f]{64}", text):
        coded |= {bytes.fromhex(text), base64.b64encode(bytes.fromhex(text))[:40]}
    return plain | coded
