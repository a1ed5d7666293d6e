"""How long writing and reading a bundle takes, against CSV in a ZIP with the same rows."""

import csv
import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.row import BenchRow, seconds
from trainer_app.actions import merging, office, sending, workplace
from trainer_app.actions.workplace import Cost, Role, Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.keys import derive_key, new_key
from trainer_app.domain.texts import Texts
from trainer_app.store.journal import Write
from trainer_app.system.folders import Folder

SESSIONS = 40


def measure(marks: int) -> tuple[BenchRow, ...]:
    """Measure the export of `marks` marks, and its import at an office, twice."""
    with TemporaryDirectory() as name:
        root = Path(name)
        laptop = workplace.create(Folder(root / "laptop"), "only measured", cost=Cost())
        desk = workplace.create(Folder(root / "desk"), "only measured", role=Role.OFFICE, cost=Cost())
        try:
            office.init(desk, Texts(en="Bench"), "BN")
            asked, _ = office.request(laptop, root / "laptop.treq")
            office.join(laptop, office.enrol(desk, asked, "K1", root).pack.file)
            rows = fill(laptop, marks)
            return _measure(root, laptop, desk, rows)
        finally:
            laptop.close()
            desk.close()


def fill(work: Workplace, marks: int) -> list[tuple[str, str, str, str, int]]:
    """Write so many marks, and return them as rows of a table."""
    course, person = new_key(), new_key()
    sessions = [new_key() for _ in range(SESSIONS)]
    people = [new_key() for _ in range(max(1, marks // SESSIONS))]
    enrolments = [derive_key("enrolment", course, key) for key in people]
    writes = [Write("course", course, {"code": "B"}), Write("person", person, {"family": "B"})]
    writes += [Write("session", key, {"course": course, "start": 540, "end": 630}) for key in sessions]
    writes += [Write("enrolment", key, {"course": course, "person": person}) for key in enrolments]
    rows = [
        (derive_key("attendance", enrolment, session), enrolment, session, "present", 0)
        for enrolment in enrolments
        for session in sessions
    ]
    writes += [
        Write(
            "attendance",
            key,
            {"enrolment": enrolment, "session": session, "mark": mark, "missed": missed},
        )
        for key, enrolment, session, mark, missed in rows
    ]
    work.journal.record(Label("bench.fill"), writes)
    return rows


def zip_csv(rows: list[tuple[str, str, str, str, int]]) -> bytes:
    """Return the same rows as a CSV file in a ZIP: what people send today."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("marks.csv", text.getvalue())
    return packed.getvalue()


def _measure(
    root: Path, laptop: Workplace, desk: Workplace, rows: list[tuple[str, str, str, str, int]]
) -> tuple[BenchRow, ...]:
    plain = seconds(lambda: zip_csv(rows))
    written = seconds(lambda: sending.export(laptop, root))
    file = max(root.glob("*K1*.tsync"))
    first = seconds(lambda: merging.import_files(desk, [file]))
    again = seconds(lambda: merging.import_files(desk, [file]))
    count = f"{len(rows)} marks"
    size = len(zip_csv(rows))
    return (
        BenchRow(f"export {count}, saved and read back", written, "s", "CSV in a ZIP, time", plain, 4.0),
        BenchRow(f"export {count}, size", file.stat().st_size, "bytes", "CSV in a ZIP, size", size, 1.6),
        BenchRow(f"import {count} with snapshot and digest", first, "s", "CSV in a ZIP, time", plain, 20.0),
        BenchRow(f"import {count} again", again, "s", "the first import", first, 1.0),
    )
