"""An office and a laptop with real folders, and the files that go between them: what the faults strike."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.actions import scans
from tests.kit.running import Here
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attachments, attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import packs, sending
from trainer_app.actions.office import office
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.texts import Texts
from trainer_app.store.exchange.integrity import check_integrity, digest_of
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.clock import FixedClock, fixed_at
from trainer_app.system.folders import DataFolder

DAY = date(2018, 10, 17)


@contextmanager
def apart(prefix: str = "faults-") -> Iterator[Path]:
    """Give a folder in which notes beside data folders lie too; all of it goes away."""
    before = os.environ.get("TRAINER_STATE")
    with tempfile.TemporaryDirectory(prefix=prefix) as name:
        os.environ["TRAINER_STATE"] = str(Path(name) / "state")
        try:
            yield Path(name)
        finally:
            if before is None:
                del os.environ["TRAINER_STATE"]
            else:
                os.environ["TRAINER_STATE"] = before


def clock() -> FixedClock:
    """Return the clock of the third day of the course."""
    return fixed_at(DAY, 11, workplace.ZONE, step=1)


@dataclass
class Desk:
    """An office's and a laptop's folders, closed, with a file of each for the other that waits."""

    root: Path
    room: Room
    sync: Path
    pack: Path

    @property
    def office(self) -> DataFolder:
        """The office's folder."""
        return DataFolder(self.root / "office")

    @property
    def laptop(self) -> DataFolder:
        """The laptop's folder."""
        return DataFolder(self.root / "laptop")


def furnish_desk(root: Path, *, marks: int = 12, scan: bool = False) -> Desk:
    """Make office and laptop, enrolled, with a course of three people, and a file each way.

    With `scan` a picture of a sheet goes along.
    """
    stick = root / "stick"
    stick.mkdir(parents=True)
    desk = workplace.create(
        DataFolder(root / "office"), PASSPHRASE, role=Role.OFFICE, clock=clock(), cost=CHEAP
    )
    laptop = workplace.create(
        DataFolder(root / "laptop"), PASSPHRASE, user_name="D. Nazarova", clock=clock(), cost=CHEAP
    )
    try:
        office.init(desk, Texts(tg="Дафтари барнома", en="Programme office"), "DSH")
        enrol(desk, laptop, "K7", stick)
        room = write_course(laptop)
        places = [(one, session) for one in room.enrolments for session in room.sessions]
        for enrolment, session in places[:marks]:
            attendance.mark(laptop, enrolment, session, Mark.PRESENT)
        if scan:
            picture = scans.png(root / "sheet.png")
            kind = AttachmentKind.SHEET
            attachments.attach(laptop, picture, kind=kind, course=room.course, travels=True)
        sync = sending.export(laptop, stick).file
        pack = packs.export_pack(desk, "K7", stick, courses=None).file
    finally:
        desk.close()
        laptop.close()
    return Desk(root, room, sync, pack)


@contextmanager
def opened(folder: DataFolder) -> Iterator[Workplace]:
    """Open a folder as the program does at its start.

    Strange files are read without a child: some kinds of faults strike twenty thousand files.
    """
    work = workplace.open_workplace(folder, PASSPHRASE, clock=clock())
    work.child = Here()
    try:
        yield work
    finally:
        work.close()


def state_of(work: Workplace) -> tuple[str, int]:
    """Return what tells whether anything of a database was changed: digest, and number of entries."""
    return digest_of(work.journal), len(all_lines(work.database))


def unsound(work: Workplace) -> str:
    """Return the first thing that is wrong with a database; "" if nothing is."""
    problems = check_integrity(work.journal).problems
    return problems[0] if problems else ""


def copy_folder(source: DataFolder, target: Path) -> DataFolder:
    """Copy a data folder with its note, as a new start of the same computer finds it."""
    shutil.copytree(source.root, target)
    copied = DataFolder(target)
    if source.sidecar.exists():
        copied.sidecar.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source.sidecar, copied.sidecar)
    return copied
