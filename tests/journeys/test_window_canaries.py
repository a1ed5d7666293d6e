"""200 strings go through every screen, export, crash and log: none of them lies on the disk in the clear."""

import base64
import logging
import sys
import threading
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.faults import canaries as birds
from tests.faults.canaries import STATED, Canaries
from tests.journeys.conftest import MakeSeat
from tests.journeys.window_walk import visit
from tests.kit.seat import Seat
from tests.kit.world import computer
from tests.ui.driving import settle
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import sending
from trainer_app.actions.office import backups, building, office, rebuilding, reports
from trainer_app.actions.office.open_data import export_open
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system import logs
from trainer_app.system.clock import Clock
from trainer_app.system.files import write_checked
from trainer_app.system.folders import DataFolder
from trainer_app.ui.settings.screen import collect_diagnostics
from trainer_app.ui.shell.window import CrashGuard

PASSPHRASE = "зиёвуддини канорӣ чор калима"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let everything that asks for a home or a temporary folder get one that is searched."""
    home = tmp_path / "home"
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TMPDIR"):
        folder = home / name.lower()
        folder.mkdir(parents=True)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("TRAINER_STATE", str(home / "state"))
    monkeypatch.setattr("tempfile.tempdir", None)
    return home


def prepare(root: Path, clock: Clock, canaries: Canaries) -> None:
    work = computer(
        root, f"{canaries.word('user')} {canaries.word('user')}", clock=clock, passphrase=PASSPHRASE
    )
    canaries.secret(PASSPHRASE, "passphrase")
    birds.plant(work, canaries)
    work.close()


def crash(folder: Path, window: object, texts: list[str]) -> int:
    """Fail in every way with names in the message; return how often."""
    guard = CrashGuard(folder, window)  # type: ignore[arg-type]
    log = logging.getLogger("trainer_app.canaries")
    try:
        for text in texts:
            try:
                raise ValueError(f"no such person: {text}")
            except ValueError as problem:
                log.warning("refused %s for %s", problem, text, exc_info=True)
                sys.excepthook(type(problem), problem, problem.__traceback__)
        one = threading.Thread(target=lambda: {}[texts[0]])
        one.start()
        one.join()
    finally:
        guard.release()
    return len(texts) + 1


def export_all(work: Workplace, sealed: Path, clear: Path, passphrase: str) -> None:
    """Write what leaves a laptop: sealed files, and papers that a person makes knowingly."""
    sending.export(work, sealed, passphrase=passphrase)
    backups.save_backup(work, sealed)
    clear.mkdir()
    found = building.report(work, course=courses.find_course(work, birds.CODE), names=True)
    for name, write in (
        ("report.csv", reports.write_report_csv),
        ("report.xlsx", reports.write_report_xlsx),
        ("report.pdf", reports.print_report),
    ):
        write_checked(clear / name, write(found, "tg"))
    export_open(work, clear.with_name("open"), sqlite=True)


@pytest.mark.logs(r"trainer_app\.canaries")
@pytest.mark.logs("unexpected failure")
def test_nothing_of_200_strings_is_on_the_disk_in_the_clear(
    make_seat: MakeSeat, tmp_path: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The platform without a screen does not tell whose the clipboard is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    canaries = Canaries()
    seat: Seat = make_seat("data")
    prepare(seat.root, seat.clock, canaries)
    log = logs.start_log(seat.root / "logs", logging.DEBUG)
    titles: set[str] = set()
    try:
        seat.start(PASSPHRASE)
        visited = walk(seat, titles)
        QGuiApplication.clipboard().setText(next(iter(canaries.planted)))
        failed = crash(seat.root / "logs", seat.window, list(canaries.planted)[::8])
        for sheet in seat.window.findChildren(object, "crash"):
            sheet.dismiss()
        assert seat.gate.context is not None
        (tmp_path / "diagnostics.txt").write_text(collect_diagnostics(seat.gate.context), encoding="utf-8")
        (tmp_path / "stick").mkdir()
        export_all(seat.work, tmp_path / "stick", tmp_path / "clear", "a passphrase for this file")
        backups.create_backup(seat.work)
        seat.gate.lock()
        assert QGuiApplication.clipboard().text() == ""
        titles |= {window.windowTitle() for window in QApplication.topLevelWidgets()}
        seat.leave()
    finally:
        logs.stop_log(log)
    salvage(seat.root)
    assert len(visited) >= 25
    assert failed >= 25
    assert len(canaries.planted) >= STATED
    assert {text for text in canaries.planted for title in titles if text in title} == set()
    places = [seat.root, elsewhere, tmp_path / "stick"]
    searched = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert any(path.name.startswith("crash-") for path in searched)
    assert any(path.suffix == ".tbackup" for path in searched)
    assert birds.search(places, canaries) == []
    assert birds.search([tmp_path / "clear"], canaries), "the search finds what was exported in the clear"
    told = {found.rpartition(": ")[2] for found in birds.search([tmp_path / "open"], canaries)}
    assert told == {"donor", "title", "topic", "town"}, "of courses, and nothing of people"
    (tmp_path / "told").mkdir()
    (tmp_path / "diagnostics.txt").rename(tmp_path / "told" / "diagnostics.txt")
    assert birds.search([tmp_path / "told"], canaries) == []


def walk(seat: Seat, titles: set[str]) -> list[str]:
    """Go everywhere, in the language that was written last; keep every window's title."""
    visited = []
    for name in visit(seat):
        visited.append(name)
        titles |= {window.windowTitle() for window in QApplication.topLevelWidgets()}
    for code in LANGUAGES:
        seat.desktop.language.choose(code)
        settle()
    seat.desktop.language.choose("en")
    return visited


def salvage(root: Path) -> None:
    """Damage the database and save it: what is set aside and what is new are searched too."""
    folder = DataFolder(root)
    data = bytearray(folder.database.read_bytes())
    data[40:90] = bytes(50)
    folder.database.write_bytes(data)
    work, _ = rebuilding.salvage(folder, rebuilding.key_of(folder, PASSPHRASE))
    work.close()


def test_the_office_s_keys_are_on_paper_and_nowhere_else(tmp_path: Path, elsewhere: Path) -> None:
    canaries = Canaries()
    folder = DataFolder(tmp_path / "office")
    work = workplace.create(folder, PASSPHRASE, role=Role.OFFICE, cost=KdfCost())
    made = office.init(work, Texts(en=canaries.word("office")), "DSH")
    canaries.secret(made.recovery_key, "paper key")
    canaries.secret(made.standby_key, "standby key")
    canaries.secret(PASSPHRASE, "passphrase")
    backups.save_backup(work, tmp_path)
    work.close()
    assert birds.search([tmp_path, elsewhere], canaries) == []


DISGUISES: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: b"..." + text.encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "base64": lambda text: base64.b64encode(b"xy" + text.encode() + b"z"),
    "deflated": lambda text: zlib.compress(text.encode()),
    "escaped": lambda text: text.encode("unicode-escape"),
}


@pytest.mark.parametrize("disguise", [*DISGUISES, "zip", "name"])
def test_the_search_finds_each_disguise(tmp_path: Path, disguise: str) -> None:
    canaries = Canaries()
    text = canaries.word("name")
    if disguise == "zip":
        with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", text * 3)
    elif disguise == "name":
        (tmp_path / f"{text}.pdf").touch()
    else:
        (tmp_path / "a.bin").write_bytes(DISGUISES[disguise](text))
    assert len(birds.search([tmp_path], canaries)) == 1
