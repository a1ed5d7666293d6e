"""Files that are not what they should be: each is refused with its own code, and not a byte is changed."""

import hashlib
import random
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults.power import base
from tests.faults.results import Result
from tests.store.parts import KEY, SALT
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.files import DatabaseFile
from trainer_app.store.base.store import open_store
from trainer_app.store.exchange.integrity import check_integrity

PAGE = 4096


@dataclass(frozen=True)
class Case:
    """One wrong file: how it is made from a good one, and the code with which it is refused."""

    name: str
    make: Callable[[Path, bytes], None]
    code: str
    key: bytes = KEY


def _plain(path: Path, good: bytes) -> None:
    del good
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE probe (value TEXT)")
    plain.execute("INSERT INTO probe VALUES ('trainer-app')")
    plain.commit()
    plain.close()


def _change(sql: str) -> Callable[[Path, bytes], None]:
    def make(path: Path, good: bytes) -> None:
        path.write_bytes(good)
        database = DatabaseFile(path, KEY, SALT)
        database.run(sql)
        database.close()

    return make


def _bytes(change: Callable[[bytes], bytes]) -> Callable[[Path, bytes], None]:
    return lambda path, good: path.write_bytes(change(good)) and None


CASES: tuple[Case, ...] = (
    Case("missing", lambda path, good: None, "database.missing"),
    Case("a folder", lambda path, good: path.mkdir(), "disk.error"),
    Case("empty", _bytes(lambda good: b""), "database.damaged"),
    Case("one byte", _bytes(lambda good: good[:1]), "database.damaged"),
    Case("the salt alone", _bytes(lambda good: good[:16]), "database.damaged"),
    Case("half a page", _bytes(lambda good: good[: PAGE // 2]), "database.damaged"),
    Case("one page", _bytes(lambda good: good[:PAGE]), "database.damaged"),
    Case("cut in half", _bytes(lambda good: good[: len(good) // 2 // PAGE * PAGE]), "database.damaged"),
    Case("zeros", _bytes(lambda good: bytes(len(good))), "database.damaged"),
    Case("zeros after the salt", _bytes(lambda good: good[:16] + bytes(len(good) - 16)), "database.damaged"),
    Case("noise", _bytes(lambda good: random.Random(1).randbytes(len(good))), "database.damaged"),
    Case("text", _bytes(lambda good: b"Dear office,\n" * 900), "database.damaged"),
    Case("plain SQLite", _plain, "database.not_encrypted"),
    Case("plain header", _bytes(lambda good: b"SQLite format 3\x00" + good[16:]), "database.not_encrypted"),
    Case("another key", _bytes(lambda good: good), "database.damaged", key=bytes(32)),
    Case("another salt", _bytes(lambda good: bytes(16) + good[16:]), "database.damaged"),
    Case("another program's", _change("PRAGMA application_id = 5"), "database.damaged"),
    Case("without a probe", _change("DELETE FROM probe"), "database.damaged"),
    Case("a wrong probe", _change("UPDATE probe SET value = 'x'"), "database.damaged"),
    Case("a newer program's", _change("PRAGMA user_version = 1000"), "database.newer"),
)


def _hash(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""


def _open(path: Path, key: bytes) -> str:
    """Open a file as the program does; return the code of the refusal, or what the check says."""
    try:
        store = open_store(path, key, SALT, lambda: 0, lambda r, n: None, path.with_suffix(".before"))
    except TrainerError as refused:
        return refused.code
    try:
        return "found by the check" if check_integrity(store.journal).problems else "unnoticed"
    finally:
        store.close()


def wrong_files(count: int) -> Result:
    """Open every case, `count` of them at least."""
    result = Result("file damaged, plain, newer, missing, foreign", count)
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "base").mkdir()
        good = base(Path(name) / "base", old=False)
        for number, case in enumerate(CASES):
            folder = Path(name) / f"{number}"
            folder.mkdir()
            path = folder / "own.db"
            case.make(path, good)
            before, names = _hash(path), sorted(found.name for found in folder.iterdir())
            found = _open(path, case.key)
            result.executed += 1
            result.struck += 1
            if found != case.code:
                result.problems.append(f"{case.name}: {found}")
            if (_hash(path), sorted(left.name for left in folder.iterdir())) != (before, names):
                result.problems.append(f"{case.name}: the folder was changed")
    return result


def changed_bytes(count: int) -> Result:
    """Change one byte anywhere: refused untouched, or found by the check, never unnoticed."""
    result = Result("one byte of the database changed", count)
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "base").mkdir()
        good = base(Path(name) / "base", old=False)
        path = Path(name) / "own.db"
        for number in range(count):
            raw = bytearray(good)
            place = (number * len(good) // count + chance.randrange(PAGE)) % len(good)
            raw[place] ^= 1 << chance.randrange(8)
            path.write_bytes(raw)
            found = _open(path, KEY)
            result.executed += 1
            result.struck += found == "database.damaged"
            if found not in ("database.damaged", "found by the check"):
                result.problems.append(f"byte {place}: {found}")
            if path.read_bytes() != raw:
                result.problems.append(f"byte {place}: the file was changed")
    return result
