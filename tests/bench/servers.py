"""An office's data on a PostgreSQL server against the same data in its file: screens, importing, moving.

Times are what the processor was busy, with this program and with the server together: whoever waits for a
screen waits for both, one after the other. Server and file lie on one computer; a network adds its own way to
each question.
"""

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.bench.million import MARKS_A_COURSE, TODAY, fill
from tests.bench.row import BenchRow, cpu_seconds
from tests.bench.start import looks
from tests.bench.store import Source, take_in
from tests.kit.postgres import PostgresServer, start_server
from trainer_app.actions.base import moving, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.server_address import read_address
from trainer_app.store.base.copies import content_digest
from trainer_app.store.base.server import create_on_server, load_driver, open_connection
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme

SCREENS = ("today", "courses", "people", "certificates", "review")
PAINT_TARGET, IMPORT_TARGET, MOVE_TARGET = 1.3, 3.0, 4.0
_ZONE = "Asia/Dushanbe"
type _Times = dict[str, float]


def busy(server: PostgresServer, work: Callable[[], object]) -> float:
    """Return how long the processor was busy with one call, here and in the server."""
    before = server.busy()
    return cpu_seconds(work) + server.busy() - before


def measure(marks: int, entries: int, turns: int = 3) -> Iterator[BenchRow]:
    """Measure with so many marks, and the import of so many entries; skipped where no server can be had."""
    server = start_server()
    if isinstance(server, str):
        yield BenchRow("an office on its server", 0, "s", "its file", 0, PAINT_TARGET, skipped=server)
        return
    yield import_row(server, entries, turns)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        there, here = (DataFolder(Path(name) / each) for each in ("there", "here"))
        own, other = fill(there, marks // MARKS_A_COURSE), fill(here, marks // MARKS_A_COURSE)
        yield move_row(server, there, own, marks)
        yield from screen_rows(server, (there, own), (here, other), marks, turns)


def import_row(server: PostgresServer, entries: int, turns: int) -> BenchRow:
    """Measure taking in entries on a server against a bare copy of the same ones into bare tables."""
    ours, bare = [], []
    for _ in range(turns):
        lines = Source().lines(entries)
        store = create_on_server(
            server.create(), lambda: 1_764_000_000_000, lambda replica, number: None, "a" * 16
        )
        with closing(store):
            ours.append(busy(server, lambda: take_in(store, lines)))  # noqa: B023 - called at once
        with closing(open_connection(load_driver(), server.create())) as made:
            bare.append(busy(server, lambda: bare_copy(made, lines)))  # noqa: B023 - called at once
    name = f"import {entries:,} entries on a server, CPU"
    return BenchRow(name, min(ours), "s", "bare msgspec + sha256 + COPY", min(bare), IMPORT_TARGET)


def bare_copy(connection: Any, lines: Sequence[bytes]) -> None:
    """Read, hash and copy the same lines with nothing but the libraries, into a database of the server."""
    decoder = msgspec.json.Decoder(dict[str, Any])
    people: dict[str, int] = {}
    sessions: dict[str, int] = {}
    entries, marks = [], []
    for line in lines:
        entry = decoder.decode(line)
        fields = entry["s"]
        person = people.setdefault(fields["enrolment"], len(people))
        session = sessions.setdefault(fields["session"], len(sessions))
        entries.append((entry["n"], hashlib.sha256(line).digest()[:16], line))
        marks.append((person, session, entry["n"], fields["mark"], fields["missed"]))
    tables: dict[str, Sequence[Sequence[object]]] = {
        "entry (id bigint PRIMARY KEY, hash bytea, line bytea)": entries,
        "person (id integer PRIMARY KEY, key text)": [(number, key) for key, number in people.items()],
        "session (id integer PRIMARY KEY, key text)": [(number, key) for key, number in sessions.items()],
        "mark (person integer, session integer, entry bigint, mark text, missed integer, "
        "PRIMARY KEY (person, session))": marks,
    }
    with connection.transaction():
        for table, rows in tables.items():
            connection.execute(f"CREATE TABLE {table}")
            with connection.cursor() as cursor, cursor.copy(f"COPY {table.split()[0]} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)


def move_row(server: PostgresServer, folder: DataFolder, key: DataKey, marks: int) -> BenchRow:
    """Measure moving all of an office's data, compared too, against reading the file for a check of it."""
    clock = fixed_at(TODAY, 11, _ZONE)
    address = read_address(server.create().text())
    ours = busy(server, lambda: moving.carry_out(moving.Move(folder, key, clock, address)))
    with closing(workplace.open_with_key(folder, key, clock)) as work:
        assert work.on_server
        copied = busy(server, lambda: content_digest(work.database))
    name = f"move {marks:,} marks to a server, CPU"
    return BenchRow(name, ours, "s", "reading them once from there", copied, MOVE_TARGET)


def screen_rows(
    server: PostgresServer,
    there: tuple[DataFolder, DataKey],
    here: tuple[DataFolder, DataKey],
    marks: int,
    turns: int,
) -> Iterator[BenchRow]:
    """Measure the first paint of the main screens on the server and in a file, by turns."""
    on_server: list[_Times] = []
    in_file: list[_Times] = []
    # The first of each only brings the modules.
    for turn in range(turns + 1):
        for place, found in ((here, in_file), (there, on_server)):
            times = paint_times(server, *place)
            found += [times] if turn else []
    for screen in SCREENS:
        ours, theirs = (min(times[screen] for times in found) for found in (on_server, in_file))
        name = f"first paint of {screen} on a server, {marks:,} marks, CPU"
        yield BenchRow(name, ours * 1000, "ms", "the same in a file", theirs * 1000, PAINT_TARGET)


def paint_times(server: PostgresServer, folder: DataFolder, key: DataKey) -> _Times:
    """Return how long each main screen took from being asked for until it was painted, in seconds."""
    with looks() as (switch, theme):
        return _times_in(server, folder, key, switch, theme)


def _times_in(
    server: PostgresServer, folder: DataFolder, key: DataKey, switch: LanguageSwitch, theme: Theme
) -> _Times:
    work = workplace.open_with_key(folder, key, fixed_at(TODAY, 11, _ZONE))
    frame = MainWindow(PreferenceStore(folder.preferences))
    workspace = Workspace(
        AppContext(work, theme, switch, PreferenceStore(folder.preferences), synchronous=True)
    )
    frame.show_page(workspace)
    frame.resize(1366, 697)
    frame.show()
    try:
        return {screen: busy(server, _painted(frame, workspace, screen)) for screen in SCREENS}
    finally:
        _throw_away(frame, work)


def _painted(frame: MainWindow, workspace: Workspace, screen: str) -> Callable[[], None]:
    def paint() -> None:
        workspace.open(screen)
        QApplication.processEvents()
        frame.grab()

    return paint


def _throw_away(frame: MainWindow, work: Workplace) -> None:
    frame.close()
    frame.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    work.close()
