"""Makes the golden files of a newer version: `python -m tests.newer.golden FOLDER`, which overwrites them.

The newer version really works: an office and two laptops in scratch folders, enrolled, with a course; what is
kept is what they write. The keys beside the files are made for this, are public, and belong to nobody.
"""

# ruff: noqa: E402 - the rest must be imported by the newer version.

import json
import sys
import tempfile
from pathlib import Path

from tests.newer import program

program.become()

import msgspec

from tests.kit.samples import FIRST
from tests.kit.world import computer
from tests.kit.writing import enrol, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import office
from trainer_app.bundle import packing
from trainer_app.bundle.layout import BundleContent, Header
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.settings import Setting
from trainer_app.domain.base.texts import Texts
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.clock import fixed_at

SETTINGS = ("device_keys", "office_keys", "trust", "roots", "office_code", "device_code", "authority")
"""What makes a computer the one that files are sealed for."""
STRANGE = ("plate", "plate_side", "tint")
README = """# Golden files of a newer version of the program

Written by `python -m tests.newer.golden`, a pretended version 2.0.0, and kept: this version must take them
in. With `TRAINER_REWRITE_GOLDEN=1` the tests write them anew.

**The keys here are for tests only and are public. Never use them for anything else.**

| file | what |
|---|---|
| `sync.tsync` | laptop K7 to its office: a course, people, marks, and fields and rows unknown to version 1 |
| `more.tsync` | the same laptop later: all of that again, and one change more |
| `pack.tsync` | the office, as new as K7, to laptop K8: the course; lists with unknown members |
| `requires.tsync` | K7, with a feature that a reader must know |
| `version-2.tsync` | K7, in version 2 of the format, with an unknown file inside |
| `lines.ndjson` | the lines of K7 that version 1 cannot show, all of them or a part |
| `keys.json` | settings of the office and of K8: keys, trust list, codes |
"""


def write_strange(work: Workplace, course: str, enrolment: str, session: str) -> None:
    """Write what only this version knows, beside what all know."""
    person = enrolments.list_enrolments(work, course)[0].person.key
    plate, side, tint = (derive_key(name, "golden") for name in STRANGE)
    writes = [
        Write("course", course, {"hologram": "кабуд"}),
        Write("person", person, {"callsign": "Шаҳбоз"}),
        Write(
            "attendance",
            derive_key("attendance", enrolment, session),
            {"enrolment": enrolment, "session": session, "mark": "by_telephone"},
        ),
        Write("tint", tint, {"name": "кабуди осмонӣ"}),
        Write("plate", plate, {"course": course, "sides": 6, "sure": True, "tint": tint}),
        Write("plate_side", side, {"plate": plate, "words": ["Ғ", "Ӣ", "Қ", "Ӯ", "Ҳ", "Ҷ"]}),
    ]
    for write in writes:
        work.journal.record(Label("test.step"), [write])


def change_header(**changes: object) -> None:
    """Let the next files be of a version, or require something."""
    made = packing.write_archive

    def write(content: BundleContent, *rest: object, **named: object) -> bytes:
        header: Header = msgspec.structs.replace(content.header, **changes)
        replaced = BundleContent(header, content.lines, content.blobs)
        return made(replaced, *rest, **named)  # type: ignore[arg-type]

    packing.write_archive = write  # type: ignore[assignment]


def add_member() -> None:
    """Let the next files hold one member more."""
    made = packing._write_payload
    packing._write_payload = lambda content: {**made(content), "data/plates.json": b"{}\n"}


def main(folder: Path) -> None:
    """Write all files into a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        files = make(Path(scratch))
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def make(root: Path) -> dict[str, bytes]:
    """Let an office and two laptops work in `root`; return what they wrote, by file name."""
    clock = fixed_at(FIRST, 11, workplace.ZONE, step=1)
    stick = root / "stick"
    stick.mkdir()
    bureau = computer(root / "office", "M. Saidova", Role.OFFICE, clock)
    office.init(bureau, Texts(tg="Дафтари барнома", ru="Офис программы", en="Programme office"), "DSH")
    laptops = []
    for code, user in (("K7", "D. Nazarova"), ("K8", "F. Saidzoda")):
        work = computer(root / code, user, clock=clock)
        enrol(bureau, work, code, stick)
        laptops.append(work)
    first, second = laptops
    room = write_course(first)
    for enrolment in room.enrolments:
        attendance.mark(first, enrolment, room.sessions[0], Mark.PRESENT)
    write_strange(first, room.course, room.enrolments[0], room.sessions[1])
    files = {"sync.tsync": sending.export(first, stick).file.read_bytes()}
    first.journal.record(Label("test.step"), [Write("course", room.course, {"hologram": "сабз"})])
    more = sending.export(first, stick).file
    files["more.tsync"] = more.read_bytes()
    importing.import_files(bureau, [more])
    files["pack.tsync"] = packs.export_pack(bureau, "K8", stick, courses=[room.course]).file.read_bytes()
    files["lines.ndjson"] = b"".join(line + b"\n" for line in strange_lines(first))
    keys = {work.device_code: settings(work) for work in (bureau, second)}
    files["keys.json"] = json.dumps({"warning": "for tests only", **keys}, indent=1).encode() + b"\n"
    files["README.md"] = README.encode()
    change_header(requires=("plates",))
    files["requires.tsync"] = sending.export(first, stick).file.read_bytes()
    change_header(version=2, requires=())
    add_member()
    files["version-2.tsync"] = sending.export(first, stick).file.read_bytes()
    for work in (bureau, *laptops):
        work.close()
    return files


def strange_lines(work: Workplace) -> list[bytes]:
    """Return the lines that version 1 cannot show, all of them or a part."""
    words = [f'"e":"{name}"'.encode() for name in STRANGE]
    words += [b'"hologram":', b'"callsign":', b'"by_telephone"']
    return [line for _, line in all_lines(work.database) if any(word in line for word in words)]


def settings(work: Workplace) -> dict[str, str]:
    """Return what makes a computer the one that files are sealed for."""
    return {name: text for name in SETTINGS if (text := work.store.setting(Setting(name, "", str)))}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
