"""The journal's entry: one line of NDJSON, and its identity.

Format (one object a line, UTF-8, LF not included, at most 64 KiB, bytes kept as written):

    {"r":"<replica, 32 hex>","n":812,"t":[1764000123456,0],"v":1,"u":"<user>","e":"attendance",
     "k":"<uuid>","s":{"mark":"present"},"w":{"mark":["<entry id, 32 hex>"]},"z":"<salt>","y":"<why>"}

`r` is the replica that wrote it; `n` counts 1, 2, 3 ... per replica; `t` holds wall milliseconds and a
counter; `v` is the schema version; `s` holds the fields set; `w` holds for each field the heads it replaces,
at most 100 in all;
`z` is a salt, present where the entry is personal; `y` is the reason for a decision in the user's own words:
it takes no part in the merge, is personal like a remark, and is erased together with the row. Programs that
do not know a member pass the line on unchanged.
An erased entry is exactly `{"r":...,"n":...,"x":"<SHA-256 of the line, 64 hex>"}`; its id stays the same.
Entries are checked by the same rules when written and when read, so that no laptop writes what another
would refuse.
"""

import hashlib
import os
import struct
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from trainer_app.domain.base.patterns import regex


class Integrity(Struct, frozen=True):
    """Result of a check. `problems` are short codes with ids, never names; at most a hundred of them."""

    digest: str
    entries: int
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Tell whether everything agrees."""
        return not self.problems


# A namespace of this program's own; it must never change, or laptops stop meeting in one row.
_NAMESPACE = uuid.UUID("5b1f4e0c-6c7e-5d7a-9f0e-7a11d9a8c001")


def new_key() -> str:
    """Return a new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random bits.

    For what is no row of the journal, such as a bundle; a row's key tells who made it, see `made_key`.
    """
    millis = time.time_ns() // 1_000_000
    value = (millis & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return str(uuid.UUID(int=value))


class _Counter:
    """Gives each key of one millisecond another number; keys made one after the other rise."""

    def __init__(self) -> None:
        self._last = (0, 0)
        self._lock = threading.Lock()

    def next(self) -> tuple[int, int]:
        """Return milliseconds and a number below 4096."""
        with self._lock:
            millis, number = self._last
            now = time.time_ns() // 1_000_000
            if now > millis:
                # Random, so that two programs of one laptop hardly meet; low, so that many fit in.
                self._last = (now, int.from_bytes(os.urandom(2)) & 0x3FF)
            else:
                self._last = (millis, number + 1) if number < 0xFFF else (millis + 1, 0)
            return self._last


_counter = _Counter()
_MAKER_BITS = 46
_PARENT_BITS = 16


def made_key(author: str, *parents: str) -> str:
    """Return the key of a new row, which tells who made it and what it belongs to.

    A UUIDv8 (RFC 9562): 48 bits of Unix milliseconds, 12 that count, then 46 bits of a hash over these and
    `author` (`author_of`), and 16 of a hash over all that and the keys in `parents`. So nobody else can say
    of a row that it is theirs, or that it belongs elsewhere.
    """
    millis, number = _counter.next()
    return _made(millis & (1 << 48) - 1, number, author, parents)


def made_anonymously(author: str, *parents: str) -> str:
    """Return such a key with random bits in place of time and count: its order among others says nothing."""
    bits = int.from_bytes(os.urandom(8))
    return _made(bits & (1 << 48) - 1, bits >> 48 & 0xFFF, author, parents)


def _made(first: int, number: int, author: str, parents: Sequence[str]) -> str:
    head = first << 16 | 8 << 12 | number
    maker = _maker(head, author)
    tail = 0b10 << 62 | maker << _PARENT_BITS | _belonging(head, maker, parents)
    return str(uuid.UUID(int=head << 64 | tail))


def is_made_by(key: str, author: str) -> bool:
    """Tell whether a row's key was made by `made_key` for this author."""
    number = int(key.replace("-", ""), 16)
    return _version(number) == 8 and (number >> _PARENT_BITS) & (1 << _MAKER_BITS) - 1 == _maker(
        number >> 64, author
    )


def is_made(key: str) -> bool:
    """Tell whether somebody made a key, so that it tells who."""
    return key[14] == "8"


def belongs_to(key: str, *parents: str) -> bool:
    """Tell whether a row's key was made by `made_key` for these parents."""
    number = int(key.replace("-", ""), 16)
    maker = (number >> _PARENT_BITS) & (1 << _MAKER_BITS) - 1
    told = number & (1 << _PARENT_BITS) - 1
    return _version(number) == 8 and told == _belonging(number >> 64, maker, parents)


def is_derived(key: str) -> bool:
    """Tell whether a key follows from what the row is, as `derive_key` gives it: nobody made it."""
    return key[14] == "5"


def _version(number: int) -> int:
    return number >> 76 & 0xF


def _maker(head: int, author: str) -> int:
    return _hash_bits(f"maker/{head:016x}/{author}", _MAKER_BITS)


def _belonging(head: int, maker: int, parents: Sequence[str]) -> int:
    return _hash_bits("/".join(("parents", f"{head:016x}", f"{maker:x}", *parents)), _PARENT_BITS)


def _hash_bits(text: str, bits: int) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 64 - bits


def derive_key(entity: str, *parents: str) -> str:
    """Return the UUIDv5 of an entity's name and its parents' keys.

    Two laptops that create the same row (the same person's mark in the same session) so create one row.
    """
    hashed = _begun(entity).copy()
    hashed.update("/".join(("", *parents)).encode())
    digest = hashed.hexdigest()
    # Written out: `uuid` takes three times as long, and each mark that comes is checked so.
    variant = _VARIANTS[digest[16]]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"


def are_derived(entity: str, keys: Sequence[str], parents: Iterable[tuple[str, str]]) -> list[bool]:
    """Tell of each key whether `derive_key` gives it from its two parents' keys: of many in half the time."""
    begun = _begun(entity)
    digests = []
    for first, second in parents:
        hashed = begun.copy()
        hashed.update(f"/{first}/{second}".encode())
        digests.append(hashed.digest())
    told = _HALVES.iter_unpack(bytes.fromhex("".join(keys).replace("-", "")))
    made = _HALVES_OF_SHA1.iter_unpack(b"".join(digests))
    return [
        low == (head & _BESIDE_VERSION | _VERSION_5) and high == (tail & _BESIDE_VARIANT | _VARIANT)
        for (low, high), (head, tail) in zip(told, made, strict=True)
    ]


_HALVES, _HALVES_OF_SHA1 = struct.Struct(">QQ"), struct.Struct(">QQ4x")
_BESIDE_VERSION, _VERSION_5 = (1 << 64) - 1 & ~(0xF << 12), 5 << 12
_BESIDE_VARIANT, _VARIANT = (1 << 62) - 1, 0b10 << 62


@lru_cache(128)
def _begun(entity: str) -> "hashlib._Hash":
    # To go on with a copy is quicker than to begin: each mark of an import asks for it.
    return hashlib.sha1(_NAMESPACE.bytes + entity.encode(), usedforsecurity=False)


_VARIANTS = {digit: f"{int(digit, 16) & 3 | 8:x}" for digit in "0123456789abcdef"}


type KeyParts = Callable[[Mapping[str, Any]], Sequence[Sequence[str]]]
"""From a row's values to what its key may have been derived from (`derive_key`)."""


class PartsOf(Struct, frozen=True):
    """Derives a key from these fields; nothing where one is blank. `ways` tells of more ways than one."""

    names: tuple[str, ...]
    ways: KeyParts | None = None

    def __call__(self, values: Mapping[str, Any]) -> Sequence[Sequence[str]]:
        """Return what the key is derived from."""
        if self.ways is not None:
            return self.ways(values)
        found = [str(values.get(name) or "") for name in self.names]
        return (found,) if all(found) else ()


def parts_of(*names: str) -> PartsOf:
    """Return what derives a key from these fields."""
    return PartsOf(names)


def _paper_parts(values: Mapping[str, Any]) -> Sequence[Sequence[str]]:
    """Return what derives a paper's key: see `actions.evaluations.keying.paper_key`."""
    given = [str(values.get(name) or "") for name in ("enrolment", "occasion", "form", "attempt")]
    enrolment, occasion, form, attempt = given
    starts = [(enrolment, occasion), (enrolment, occasion, form)]
    return [*starts, *((*start, attempt) for start in starts)]


def _attachment_parts(values: Mapping[str, Any]) -> Sequence[Sequence[str]]:
    """Return what derives an attachment's key: see `actions.courses.projects`. It has one owner."""
    course, project, *others = (str(values.get(name) or "") for name in ATTACHMENT_PARTS.names)
    return () if course and project else [(course or project, *others)]


PAPER_PARTS = PartsOf(("enrolment", "occasion"), _paper_parts)
"""Form and attempt may be parts of it too; those of a paper whose key is older may change."""
ATTACHMENT_PARTS = PartsOf(("course", "project", "kind", "sheet", "sha256"), _attachment_parts)


_KEY_FORM = regex(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def is_key(text: str) -> bool:
    """Tell whether a text has the canonical form of a key."""
    return _KEY_FORM.fullmatch(text) is not None


_AUTHOR = 16


def author_of(replica: str) -> str:
    """Return who writes under a replica id: the id of the signing key, 16 hex digits, which it begins with.

    Where the id of a key is the first half of every id that it writes under, no list has to say whose it is,
    and no file can move it to somebody else.
    """
    return replica[:_AUTHOR]


MAX_LINE = 64 * 1024
MAX_REPLACED = 100
"""So many entries one entry replaces at most; of more somebody decides by several, see `Writer`."""
MAX_NUMBER = 2**53 - 1
type Value = str | int | bool | None | list[Any]
type Time = tuple[int, int]


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=False, gc=False):
    """One change of one row: `s` maps field to value, `w` maps field to the ids it replaces."""

    r: str
    n: int
    t: tuple[int, int] = (0, 0)
    v: int = 1
    u: str = ""
    e: str = ""
    k: str = ""
    s: dict[str, Any] = {}
    w: dict[str, list[str]] = {}
    z: str = ""
    y: str = ""
    x: str = ""

    @property
    def erased(self) -> bool:
        """Tell whether the content was erased and only its hash is left."""
        return bool(self.x)


def in_portions(entry: Entry) -> list[Entry]:
    """Return entries that say the same as one and replace together what it replaces, each within bounds."""
    named = [(name, one) for name, found in entry.w.items() for one in found]
    if len(named) <= MAX_REPLACED:
        return [entry]
    count = -(-len(named) // MAX_REPLACED)
    portions = []
    for place in range(count):
        replaces: dict[str, list[str]] = {}
        for name, one in named[place * len(named) // count : (place + 1) * len(named) // count]:
            replaces.setdefault(name, []).append(one)
        portions.append(msgspec.structs.replace(entry, w=replaces))
    return portions


class BadEntry(ValueError):
    """A line is not an entry; the text says why, without the line's content."""


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Entry)
_HEX = frozenset("0123456789abcdef")
# As numbers: bytes are looked through for one twice as fast as for a piece of one byte.
_LINE_FEED, _RETURN, _BACKSLASH = b"\n\r\\"
_ID_FORM = regex("[0-9a-f]{32}")
# The one form of an erased entry: a second spelling of it would have a second id.
_ERASED = regex(rb'\{"r":"[0-9a-f]{32}","n":[0-9]+,"x":"([0-9a-f]{64})"\}')
_LONGEST_ERASED = len('{"r":"","n":,"x":""}') + 32 + len(str(MAX_NUMBER)) + 64
"""Bytes. Nearly all lines are longer, and are told from erased ones so."""


def encode_entry(entry: Entry) -> bytes:
    """Write an entry as a line, without the line feed. Raises `BadEntry` for one that could not be read."""
    _check_identity(entry)
    if not entry.erased:
        _check_content(entry)
    try:
        line = _encoder.encode(entry)
    except (UnicodeEncodeError, OverflowError) as problem:
        raise BadEntry("a text has a lone surrogate, or a number is too large") from problem
    if len(line) > MAX_LINE:
        raise BadEntry("longer than 64 KiB")
    if _BACKSLASH in line:
        _check_nul(entry)
    return line


def decode_entry(line: bytes) -> Entry:
    """Read a line. Raises `BadEntry` for anything that is not a well-formed entry."""
    if len(line) > MAX_LINE:
        raise BadEntry("longer than 64 KiB")
    if _LINE_FEED in line or _RETURN in line:
        raise BadEntry("longer than one line")
    try:
        entry = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise BadEntry("not an entry") from problem
    _check_identity(entry)
    if not entry.x:
        _check_content(entry)
        # A NUL can only stand escaped in a line: few need a look at each of their texts.
        if _BACKSLASH in line:
            _check_nul(entry)
    elif _ERASED.fullmatch(line) is None:
        raise BadEntry("an erased entry is written in another form")
    return entry


def told_apart(entry: Entry) -> Entry:
    """Return an entry with why an approval was taken back in its own field.

    Earlier builds wrote it as why the course was left open, in the entry that says "approved no more", which
    nothing else does; what had stood there is blank then, as those builds had it.
    """
    if entry.e != "course" or entry.s.get("approved") is not False:
        return entry
    reason = entry.s.get("left_open_reason")
    if not isinstance(reason, str):
        return entry
    said = {**entry.s, "left_open_reason": None, "reopened_reason": reason}
    return msgspec.structs.replace(entry, s=said)


def entry_id(line: bytes) -> bytes:
    """Return the id of a line: the first 16 bytes of SHA-256 of it, or of what it was before erasing."""
    if len(line) <= _LONGEST_ERASED and (erased := _ERASED.fullmatch(line)) is not None:
        return bytes.fromhex(erased.group(1).decode())[:16]
    return hashlib.sha256(line).digest()[:16]


def is_silent(line: bytes) -> bool:
    """Tell whether a line is what is left of an erased entry, without decoding it."""
    return _ERASED.fullmatch(line) is not None


def erase_line(line: bytes) -> bytes:
    """Return the line that takes an erased entry's place; the id does not change."""
    entry = decode_entry(line)
    if entry.erased:
        return line
    return _encoder.encode(Entry(r=entry.r, n=entry.n, x=hashlib.sha256(line).hexdigest()))


def _is_hex(text: str, length: int) -> bool:
    return len(text) == length and _HEX.issuperset(text)


# A file of a hundred thousand lines names few replicas, entities and fields again and again.
_is_replica = lru_cache(1024)(lambda text: _is_hex(text, 32))


def _check_identity(entry: Entry) -> None:
    if not _is_replica(entry.r) or not 0 < entry.n <= MAX_NUMBER:
        raise BadEntry("replica or number is wrong")
    if entry.x and (entry != Entry(r=entry.r, n=entry.n, x=entry.x) or not _is_hex(entry.x, 64)):
        raise BadEntry("an erased entry has content")


def _check_content(entry: Entry) -> None:
    wall, counter = entry.t
    if not 0 <= wall <= MAX_NUMBER or not 0 <= counter <= MAX_NUMBER:
        raise BadEntry("time is out of range")
    if not _is_name(entry.e) or not is_key(entry.k) or not entry.s or not 1 <= entry.v <= MAX_NUMBER:
        raise BadEntry("entity, key or fields are missing")
    if not _are_names(tuple(entry.s)):
        raise BadEntry("a field's name is wrong")
    for value in entry.s.values():
        # Most are texts, or numbers that are not large: then without another call.
        if type(value) is not str and (type(value) is not int or not -MAX_NUMBER <= value <= MAX_NUMBER):
            _check_value(value)
    if entry.w:
        _check_replaced(entry)


def _check_replaced(entry: Entry) -> None:
    if sum(map(len, entry.w.values())) > MAX_REPLACED:
        raise BadEntry("it replaces too many entries")
    for name, heads in entry.w.items():
        if not _is_name(name) or not all(map(_ID_FORM.fullmatch, heads)):
            raise BadEntry("a replaced entry's id is wrong")


@lru_cache(1024)
def _is_name(text: str) -> bool:
    return text.isidentifier() and len(text) <= 64


@lru_cache(1024)
def _are_names(texts: tuple[str, ...]) -> bool:
    return all(map(_is_name, texts))


def _check_nul(entry: Entry) -> None:
    texts = [entry.u, entry.z, entry.y]
    for value in entry.s.values():
        texts += value if isinstance(value, list) else [value]
    if any(isinstance(text, str) and "\x00" in text for text in texts):
        raise BadEntry("a text has a NUL")


def _check_value(value: object) -> None:
    """No floats, no nested objects, no integers beyond 2**53."""
    if isinstance(value, list):
        for item in value:
            if isinstance(item, list):
                raise BadEntry("a list lies in a list")
            _check_value(item)
    elif isinstance(value, int):
        if abs(value) > MAX_NUMBER:
            raise BadEntry("a number is too large")
    elif value is not None and not isinstance(value, str):
        raise BadEntry("a value is neither text, number, yes/no nor list")
