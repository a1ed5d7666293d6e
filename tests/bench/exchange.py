"""How long writing and reading a bundle takes, against CSV in a ZIP and a bare import of the same rows."""

import csv
import io
import os
import zipfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.actions.insider import Insider
from tests.bench.row import BenchRow, cpu_seconds
from tests.bench.store import bare_import
from tests.kit import worlds, writing
from tests.kit.running import WORLDS
from tests.kit.worlds import Exchange
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import office
from trainer_app.actions.review import review
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.folders import DataFolder

SESSIONS = 40
SEALED = 4.0
"""Three times the bare import is stated for the entries: `store` measures that. Opening, verifying, what the
office is told and its archive come on top of them here."""


def measure(marks: int, turns: int = 3) -> tuple[BenchRow, ...]:
    """Measure the export of `marks` marks, and the import of the file at a new office, and once more.

    Everything `turns` times, in turn with the baselines; the shortest counts, in time of the processor.
    """
    runs = [_run(marks) for _ in range(turns)]
    best = {name: min(run.seconds[name] for run in runs) for name in runs[0].seconds}
    count, plain, bare = f"{marks} marks", "CSV in a ZIP", "bare msgspec + sha256 + executemany, encrypted"
    return (
        BenchRow(f"export {count}, saved and read back", best["export"], "s CPU", plain, best["csv"], 4.0),
        BenchRow(f"export {count}, size", runs[0].file, "bytes", plain, runs[0].csv, 1.6),
        BenchRow(
            f"import {count}, a file sealed and signed", best["first"], "s CPU", bare, best["bare"], SEALED
        ),
        BenchRow(f"import {count}, the same file again", best["again"], "s CPU", bare, best["bare"], 1.0),
    )


@dataclass(frozen=True)
class _Run:
    """What one turn took, in seconds of the processor, and the bytes of the file and of the CSV file."""

    seconds: dict[str, float]
    file: int
    csv: int


def _run(marks: int) -> _Run:
    with TemporaryDirectory() as name:
        root = Path(name)
        laptop = workplace.create(
            DataFolder(root / "laptop"), "a laptop that is only measured", cost=KdfCost()
        )
        context = workplace.create(
            DataFolder(root / "desk"), "a laptop that is only measured", role=Role.OFFICE, cost=KdfCost()
        )
        try:
            office.init(context, Texts(en="Bench"), "BN")
            asked, _ = office.request(laptop, root / "laptop.treq")
            writing.join(laptop, writing.enrolled(context, asked, "K1", root).pack.file)
            return _measure(root, laptop, context, fill(laptop, marks))
        finally:
            laptop.close()
            context.close()


def fill(work: Workplace, marks: int) -> list[tuple[str, str, str, str, int]]:
    """Write so many marks, and return them as rows of a table."""
    course = work.journal.make_key()
    sessions = [work.journal.make_key(course) for _ in range(SESSIONS)]
    people = [work.journal.make_key() for _ in range(max(1, marks // SESSIONS))]
    enrolments = [derive_key("enrolment", course, key) for key in people]
    writes = [
        Write("course", course, {"code": "B"}),
        *(Write("person", key, {"family": "B"}) for key in people),
    ]
    writes += [Write("session", key, {"course": course, "start": 540, "end": 630}) for key in sessions]
    writes += [
        Write("enrolment", key, {"course": course, "person": person})
        for key, person in zip(enrolments, people, strict=True)
    ]
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
    root: Path, laptop: Workplace, context: Workplace, rows: list[tuple[str, str, str, str, int]]
) -> _Run:
    took = {
        "csv": cpu_seconds(lambda: zip_csv(rows)),
        "export": cpu_seconds(lambda: sending.export(laptop, root)),
    }
    file = max(root.glob("*K1*.tsync"))
    # Its marks alone, already opened: what anybody's import of them costs at least.
    lines = [line for _, line in all_lines(laptop.database) if b'"e":"attendance"' in line]
    took["bare"] = cpu_seconds(lambda: bare_import(root / "bare.db", lines))
    took["first"] = cpu_seconds(lambda: importing.import_files(context, [file]))
    took["again"] = cpu_seconds(lambda: importing.import_files(context, [file]))
    return _Run(took, file.stat().st_size, len(zip_csv(rows)))


def measure_flood(entries: int) -> tuple[BenchRow, ...]:
    """Measure opening Review after one laptop asked for so much, by the same after a hundredth of it.

    Another row tells it in seconds. Everything is asked of the database anew, as after any change.
    """
    with TemporaryDirectory() as folder, ExitStack() as stack:
        if WORLDS not in os.environ:
            os.environ[WORLDS] = folder
            stack.callback(os.environ.pop, WORLDS)
        exchange = Exchange.of(stack.enter_context(worlds.exchanged(Path(folder) / "world").open()))
        insider = Insider(exchange)
        few = _ask_and_open(exchange, insider, entries // 100)
        many = _ask_and_open(exchange, insider, entries)
    asked = f"open Review, {entries:,} asked for by one laptop, CPU"
    return (
        BenchRow(asked, many, "s", f"{entries // 100:,} asked for", few, 6.0),
        BenchRow(asked, many, "s", "1 s", 1.0, 1.0),
    )


def _ask_and_open(exchange: Exchange, insider: Insider, entries: int) -> float:
    """Let a laptop ask for what is the office's, and return the CPU seconds of looking at Review."""
    days = (f"2030-01-{number % 28 + 1:02}" for number in range(entries))
    lines = [insider.line("course", exchange.course, {"retention_day": day}) for day in days]
    importing.import_files(exchange.office, [insider.file(*lines)])
    work = exchange.office

    def open_review() -> None:
        review.count(work)
        first = review.list_items(work, 100)[0]
        review.count_alike(work, first)
        review.count_until(work, first)

    return min(cpu_seconds(open_review) for _ in range(3))
