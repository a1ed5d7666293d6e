"""Files that were made to harm, given to a real office: bombs, names that lead elsewhere, JSON without end.

Each is refused with its own code, with little memory, and the database is as it was.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from time import process_time

from tests.bundle import odd_archives as odd
from tests.bundle.parts import forge
from tests.faults.changing import Forger, make_forger
from tests.faults.desk import apart, furnish_desk, opened, state_of, unsound
from tests.faults.results import Result
from trainer_app.actions.exchange import importing
from trainer_app.bundle import layout
from trainer_app.bundle.packing import pack
from trainer_app.domain.base.journal import MAX_LINE
from trainer_app.system.child import Child

LITTLE, MUCH = 90, 1000
"""Megabytes by which a file may make the program grow. Much only where a signed laptop sends that much."""
_SECONDS = 30
TOO_BIG, BAD_ENTRY = "bundle.too_big", "bundle.bad_entry"
BAD_SHAPE = "bundle.not_a_bundle"
type Make = Callable[[Forger, Path], None]


@dataclass(frozen=True)
class Case:
    """A hostile file: how it is made, its code, and how much memory it may cost."""

    name: str
    make: Make
    code: str
    memory: int = LITTLE
    passphrase: str = ""


def _raw(data: Callable[[Forger], bytes]) -> Make:
    return lambda forger, path: path.write_bytes(data(forger)) and None


def _zip(archive: Callable[[], bytes]) -> Make:
    """Seal an archive that nobody signed."""
    return _raw(lambda forger: forger.seal(archive()))


def _header(change: Callable[[bytes], bytes]) -> Make:
    """Sign another header rightly."""

    def make(forger: Forger) -> bytes:
        return forger.seal(forge(forger.laptop, change(forger.members[layout.HEADER]), _payload(forger)))

    return _raw(make)


def _line(change: Callable[[bytes], bytes]) -> Make:
    """Sign rightly, with one more line among the entries."""

    def make(forger: Forger) -> bytes:
        lines = forger.members[layout.ENTRIES]
        first = lines[: lines.index(b"\n")]
        payload = {**_payload(forger), layout.ENTRIES: lines + change(first) + b"\n"}
        return forger.seal(forge(forger.laptop, forger.members[layout.HEADER], payload))

    return _raw(make)


def _member(name: str, data: bytes) -> Make:
    """Sign rightly, with one more member."""

    def make(forger: Forger) -> bytes:
        payload = {**_payload(forger), name: data}
        return forger.seal(forge(forger.laptop, forger.members[layout.HEADER], payload))

    return _raw(make)


def _payload(forger: Forger) -> dict[str, bytes]:
    return {name: data for name, data in forger.members.items() if name.startswith("data/")}


def _sparse(size: int) -> Make:
    """Make a file without content that says it is as large as this."""

    def make(forger: Forger, path: Path) -> None:
        with path.open("wb") as file:
            file.write(forger.file[:100])
            file.truncate(size)

    return make


def _with(**members: object) -> Callable[[bytes], bytes]:
    return lambda header: json.dumps({**json.loads(header), **members}).encode()


def _field(value: bytes) -> Callable[[bytes], bytes]:
    """Return a change that puts raw bytes of JSON where the first field's value is."""

    def change(line: bytes) -> bytes:
        entry = json.loads(line)
        name = next(iter(entry["s"]))
        entry["s"] = {name: "PLACE"}
        return json.dumps(entry, separators=(",", ":")).encode().replace(b'"PLACE"', value)

    return change


def _many_stanzas(forger: Forger) -> bytes:
    """Return an age file whose header goes on for megabytes."""
    first, rest = forger.file.split(b"\n", 1)
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"B" * 43 + b"\n"
    return first + b"\n" + stanza * 60_000 + rest


_SLOW = (
    b"age-encryption.org/v1\n-> scrypt " + b"A" * 22 + b" 40\n" + b"B" * 43 + b"\n--- " + b"C" * 43 + b"\n"
)
_DEEP = b"[" * 50_000
_HUGE = b"9" * 50_000


@cache
def _big() -> bytes:
    """Return 60 MB that take 60 kB. Whoever only asks which cases there are need not wait for them."""
    return pack({"a.txt": bytes(60_000_000)})


def _zips() -> list[Case]:
    cases = [Case(f"name {name[:12]!r}", _zip(partial(odd.named, name)), BAD_SHAPE) for name in odd.ODD_NAMES]
    cases += [Case(kind, _zip(make), BAD_SHAPE) for kind, make in odd.ODD.items()]
    many = dict.fromkeys([f"a{number}" for number in range(layout.MAX_MEMBERS + 1)], b"")
    return [
        *cases,
        Case("65 members", _zip(lambda: pack(many)), TOO_BIG),
        Case("members overlap", _zip(odd.overlapping), BAD_SHAPE),
        Case("hidden bytes", _zip(odd.with_hidden_bytes), BAD_SHAPE),
        Case("a bomb that says so", _zip(lambda: odd.forged_size(layout.MAX_TOTAL + 1, b"x")), TOO_BIG),
        Case("4 GiB declared", _zip(lambda: odd.forged_size(0xFFFFFFFF, b"x")), TOO_BIG),
        Case("two halves too much", _zip(odd.two_halves), TOO_BIG),
        Case("a bomb that lies", _zip(lambda: odd.forged_size(10, bytes(60_000_000))), BAD_SHAPE),
        Case("a bomb without signature", _zip(_big), BAD_SHAPE),
        Case(
            "a bomb as tag manifest",
            _zip(lambda: pack({layout.TAG_MANIFEST: bytes(60_000_000)})),
            TOO_BIG,
        ),
        Case("a ZIP of a ZIP", _zip(lambda: pack({"a.txt": pack({"a.txt": _big()})})), BAD_SHAPE),
    ]


CASES: tuple[Case, ...] = (
    Case("empty", _raw(lambda forger: b""), "bundle.empty"),
    Case("text", _raw(lambda forger: b"Dear office,\n" * 99), BAD_SHAPE),
    Case("a ZIP, not sealed", _raw(lambda forger: forger.archive), BAD_SHAPE),
    Case("cut in the middle", _raw(lambda forger: forger.file[: len(forger.file) // 2]), "bundle.damaged"),
    Case("over 257 MiB", _sparse(layout.MAX_SEALED + 1), TOO_BIG),
    Case("a terabyte", _sparse(2**40), TOO_BIG),
    Case("60,000 recipients", _raw(_many_stanzas), "bundle.long_header"),
    Case(
        "a passphrase for hours",
        _raw(lambda forger: _SLOW),
        "bundle.dear_passphrase",
        passphrase="some words",
    ),
    *_zips(),
    Case("deep header", _header(lambda header: _DEEP), BAD_SHAPE),
    Case("deep member of the header", _header(lambda header: header[:-1] + b',"x":' + _DEEP), BAD_SHAPE),
    Case("huge number in the header", _header(_with(to=10**400)), BAD_SHAPE),
    Case("lone surrogate", _header(lambda header: header[:-1] + b',"app":"\\ud800"}'), BAD_SHAPE),
    Case("a path as bundle's id", _header(_with(bundle="../../../x")), BAD_SHAPE),
    Case("from the far future", _header(_with(version=10**9)), "bundle.too_new"),
    Case("a feature that nobody has", _header(_with(requires=["holograms"])), "bundle.too_new"),
    Case("deep entry", _line(lambda line: _DEEP), BAD_ENTRY),
    Case("deep value", _line(_field(_DEEP)), BAD_ENTRY),
    Case("deep, closed", _line(_field(b"[" * 20_000 + b"]" * 20_000)), BAD_ENTRY),
    Case("huge number", _line(_field(_HUGE)), BAD_ENTRY),
    Case("number beyond 2**53", _line(_field(str(2**53).encode())), BAD_ENTRY),
    Case("infinite number", _line(_field(b"1e999")), BAD_ENTRY),
    Case("not a number", _line(_field(b"NaN")), BAD_ENTRY),
    Case("lone surrogate", _line(_field(b'"\\ud800"')), BAD_ENTRY),
    Case("surrogate in bytes", _line(_field(b'"\xed\xa0\x80"')), BAD_ENTRY),
    Case("NUL", _line(_field(b'"\\u0000"')), BAD_ENTRY),
    Case("bytes that are no UTF-8", _line(_field(b'"\xff\xfe"')), BAD_ENTRY),
    Case("a line over 64 KiB", _line(_field(b'"' + b"x" * MAX_LINE + b'"')), BAD_ENTRY),
    Case("a number without a place", _line(lambda line: _renumbered(line, 2**53 - 1)), BAD_ENTRY),
    Case("a negative number", _line(lambda line: _renumbered(line, -1)), BAD_ENTRY),
    Case("a member of packs", _member(layout.REVOKED, b"{}"), BAD_SHAPE),
    Case("an attachment under another hash", _member("data/blobs/" + "0" * 64, b"x"), BAD_SHAPE),
    Case("60 MB of zeros as entries", _member(layout.ENTRIES, bytes(60_000_000)), BAD_ENTRY, MUCH),
    Case("60 MB as trust list", _member(layout.TRUST, bytes(60_000_000)), TOO_BIG, MUCH),
)


def _renumbered(line: bytes, number: int) -> bytes:
    return json.dumps({**json.loads(line), "n": number}).encode()


def hostile_files(count: int) -> Result:
    """Give each of the files to an office; `count` of them at least."""
    result = Result("hostile archives", count)
    with apart() as root:
        desk = furnish_desk(root)
        forger = make_forger(desk)
        with opened(desk.office) as work:
            work.child = Child()
            importing.import_files(work, [desk.sync])
            before, names = state_of(work), _names(root)
            for number, case in enumerate(CASES):
                path = root / f"{number}{layout.EXTENSION}"
                case.make(forger, path)
                calm, began = _restart_peak(), process_time()
                (found,) = importing.import_files(work, [path], passphrase=case.passphrase).files
                # Of the processor: what others do on this computer is not counted.
                grown, took = _peak() - calm, process_time() - began
                path.unlink()
                result.executed += 1
                result.struck += found.code == case.code
                if found.code != case.code:
                    result.problems.append(f"{case.name}: told as {found.code or found.result}")
                if state_of(work) != before:
                    result.problems.append(f"{case.name}: the database was changed")
                if grown > case.memory:
                    result.problems.append(f"{case.name}: took {grown:.0f} MB")
                if took > _SECONDS:
                    result.problems.append(f"{case.name}: took {took:.0f} s")
            if _names(root) != names:
                result.problems.append("files were left behind")
            # What only a newer version can read is kept until the update, with a note of where it came from.
            newer = sum(case.code == "bundle.too_new" for case in CASES)
            if len(_set_aside(root)) != 2 * newer:
                result.problems.append(
                    f"{len(_set_aside(root))} files set aside for {newer} of a newer version"
                )
            if problem := unsound(work):
                result.problems.append(problem)
    return result


def _names(root: Path) -> list[str]:
    """Return what lies around, without what is set aside and the snapshots made before every import."""
    aside = _set_aside(root)
    return sorted(
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.is_file() and "snapshots" not in path.parts and path not in aside
    )


def _set_aside(root: Path) -> set[Path]:
    return set(root.glob("office/archive/quarantine/*"))


def _restart_peak() -> float:
    """Forget the most memory that was used so far; return what is used now, in megabytes."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _peak()


def _peak() -> float:
    """Return the most memory that was used since then, in megabytes; 0 where the system does not say."""
    if sys.platform != "linux":
        return 0.0
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
