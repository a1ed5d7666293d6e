"""Promise P8 for the database: with its key, the plain sqlcipher program reads a laptop's file whole."""

import json
import os
import subprocess
from pathlib import Path

from tests.kit.running import SECONDS
from tests.kit.samples import PASSPHRASE
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.bundle import vault
from trainer_app.domain.attendance.marks import Mark
from trainer_app.store.exchange.transfers import all_lines


def ask(path: Path, key: str, *sql: str) -> tuple[int, str]:
    """Ask Debian's sqlcipher about a file; return its exit code and what it printed."""
    done = subprocess.run(
        ["sqlcipher", "-bail", str(path)],
        input="\n".join([f"PRAGMA key = \"x'{key}'\";", *sql]),
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
        env={"PATH": os.environ["PATH"], "HOME": str(path.parent)},
    )
    return done.returncode, done.stdout.removeprefix("ok\n")


def test_the_sqlcipher_program_reads_all_of_a_laptop_s_database(trainer: Workplace, room: Room) -> None:
    for enrolment in room.enrolments:
        attendance.mark(trainer, enrolment, room.sessions[0], Mark.PRESENT)
    lines = [json.loads(line) for _, line in all_lines(trainer.database)]
    assert sync_status.check(trainer).ok
    trainer.close()
    path = trainer.folder.database
    # The key is what the vault gives, by the passphrase alone.
    opened = vault.unlock(trainer.folder.vault.read_bytes(), PASSPHRASE)
    key = opened.key.hex() + opened.salt.hex()
    code, words = ask(path, key, "PRAGMA integrity_check;", "PRAGMA cipher_integrity_check;")
    assert (code, words) == (0, "ok\n")
    code, words = ask(path, key, "SELECT line FROM entry ORDER BY id;")
    assert code == 0
    assert [json.loads(line) for line in words.splitlines()] == lines
    code, words = ask(path, key, "SELECT count(*) FROM attendance;")
    assert (code, words) == (0, f"{len(room.enrolments)}\n")


def test_without_the_key_it_reads_nothing(trainer: Workplace, room: Room) -> None:
    trainer.close()
    code, words = ask(trainer.folder.database, "00" * 48, "SELECT count(*) FROM entry;")
    assert code != 0
    assert not words
    assert room.course.encode() not in trainer.folder.database.read_bytes()
