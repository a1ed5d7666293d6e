"""The strict ZIP: one plain shape is read, everything else is refused without unpacking it."""

import io
import os
import struct
import subprocess
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bundle.parts import code_of
from trainer_app.bundle.layout import MAX_MEMBERS, MAX_TOTAL, is_plain_name
from trainer_app.bundle.packing import Archive, pack
from trainer_app.domain.errors import TrainerError

MEMBERS = {
    "bagit.txt": b"BagIt-Version: 1.0\n",
    "data/entries.ndjson": b"line\n" * 500,
    "data/blobs/" + "0" * 64: bytes(range(256)),
    "empty.txt": b"",
}


def built(fill: Callable[[zipfile.ZipFile], object], comment: bytes = b"") -> bytes:
    """Return an archive made by the standard library, with whatever oddity `fill` puts in."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        fill(archive)
        archive.comment = comment
    return target.getvalue()


def info(name: str = "a.txt", **attributes: object) -> zipfile.ZipInfo:
    """Return a member's description with some attributes set."""
    made = zipfile.ZipInfo(name)
    for attribute, value in attributes.items():
        setattr(made, attribute, value)
    return made


def read_all(data: bytes) -> dict[str, bytes]:
    """Read every member, as the reader of bundles does in the end."""
    archive = Archive(data)
    return {name: archive.read(name) for name in archive.names}


def test_what_is_packed_is_read_back_in_order() -> None:
    assert list(read_all(pack(MEMBERS)).items()) == list(MEMBERS.items())


def test_the_same_members_give_the_same_bytes() -> None:
    assert pack(MEMBERS) == pack(dict(MEMBERS))


@given(st.dictionaries(st.from_regex(r"data/[a-z0-9]{1,9}", fullmatch=True), st.binary(), max_size=9))
def test_any_members_survive(members: dict[str, bytes]) -> None:
    assert read_all(pack(members)) == members


def test_other_programs_read_it(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(pack(MEMBERS))
    subprocess.run(["unzip", "-t", "a.zip"], cwd=tmp_path, check=True, capture_output=True)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == MEMBERS


def test_a_plain_archive_of_another_writer_is_read() -> None:
    assert read_all(built(lambda archive: archive.writestr(info(), b"x" * 999))) == {"a.txt": b"x" * 999}


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "data/../../a.txt",
        "/etc/passwd",
        "C:/a.txt",
        "data\\a.txt",
        "A.TXT",
        "a b.txt",
        "data/",
        "data/blobs/x/y",
        "deep/a.txt",
        ".hidden",
        "a..b",
        "a.",
        "",
        "имя.txt",
        "a\x00b",
        "a" * 121,
        "con\u202etxt",
    ],
)
def test_odd_names_are_refused(name: str) -> None:
    assert not is_plain_name(name)
    raw = name.encode()
    crooked = built(lambda archive: archive.writestr(info("x" * max(1, len(raw))), b"x"))
    renamed = crooked.replace(b"x" * max(1, len(raw)), raw) if raw else crooked.replace(b"x", b"\xff")
    assert code_of(Archive, renamed) == "bundle.not_a_bundle"


def streamed() -> bytes:
    """Return an archive written to a pipe: its sizes follow the data."""

    class Pipe(io.RawIOBase):
        written = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            piece = bytes(data)  # type: ignore[call-overload]
            self.written += piece
            return len(piece)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:
        archive.writestr(info(), b"x" * 100)
    return pipe.written


def zip64() -> bytes:
    """Return an archive whose member announces 64-bit sizes."""

    def fill(archive: zipfile.ZipFile) -> None:
        with archive.open(info(), "w", force_zip64=True) as member:
            member.write(b"x")

    return built(fill)


def with_duplicate() -> bytes:
    """Return an archive that names one member twice."""
    return pack({"a.txt": b"x", "b.txt": b"x"}).replace(b"b.txt", b"a.txt")


ODD: dict[str, Callable[[], bytes]] = {
    "comment": lambda: built(lambda archive: archive.writestr(info(), b"x"), comment=b"hello"),
    "comment of a member": lambda: built(lambda archive: archive.writestr(info(comment=b"hi"), b"x")),
    "extra field": lambda: built(
        lambda archive: archive.writestr(info(extra=struct.pack("<HHB", 0x7075, 1, 1)), b"x")
    ),
    "bzip2": lambda: built(lambda archive: archive.writestr(info(compress_type=zipfile.ZIP_BZIP2), b"x")),
    "lzma": lambda: built(lambda archive: archive.writestr(info(compress_type=zipfile.ZIP_LZMA), b"x")),
    "symbolic link": lambda: built(
        lambda archive: archive.writestr(info(create_system=3, external_attr=0o120777 << 16), b"/etc")
    ),
    "directory": lambda: built(
        lambda archive: archive.writestr(info(create_system=3, external_attr=0o040755 << 16), b"")
    ),
    "data descriptor": streamed,
    "zip64": zip64,
    "duplicate": with_duplicate,
    "prefix": lambda: b"MZ" + pack(MEMBERS),
    "suffix": lambda: pack(MEMBERS) + b"\x00",
    "two archives": lambda: pack(MEMBERS) + pack(MEMBERS),
    "nothing": lambda: b"",
    "text": lambda: b"hello " * 100,
    "end record only, lying": lambda: struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 3, 3, 0, 0, 0),
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_shapes_are_refused(kind: str) -> None:
    assert code_of(read_all, ODD[kind]()) == "bundle.not_a_bundle"


def directory_at(data: bytes | bytearray) -> int:
    """Return where the central directory begins."""
    found: int = struct.unpack_from("<I", data, len(data) - 6)[0]
    return found


@pytest.mark.parametrize("offset", [6, 8, 10, 12, 14, 18, 22, 26, 28, 30])
def test_a_local_header_that_says_something_else_is_refused(offset: int) -> None:
    data = bytearray(pack(MEMBERS))
    data[offset] ^= 1
    assert code_of(Archive, bytes(data)) == "bundle.not_a_bundle"


def test_members_may_not_overlap() -> None:
    data = bytearray(pack({"a.txt": b"1", "b.txt": b"2"}))
    second = data.index(b"PK\x01\x02", directory_at(data) + 4)
    struct.pack_into("<I", data, second + 42, 0)
    assert code_of(Archive, bytes(data)) == "bundle.not_a_bundle"


def forged_size(declared: int, content: bytes) -> bytes:
    """Return an archive whose one member declares a size that is not its own, in both places."""
    data = bytearray(pack({"a.txt": content}))
    for place in (22, directory_at(data) + 24):
        struct.pack_into("<I", data, place, declared)
    return bytes(data)


def test_a_member_that_inflates_beyond_its_word_is_refused() -> None:
    bomb = forged_size(10, b"\x00" * 50_000_000)
    assert len(bomb) < 60_000
    assert code_of(read_all, bomb) == "bundle.not_a_bundle"
    assert code_of(read_all, forged_size(60, b"x" * 50)) == "bundle.not_a_bundle"


def test_a_bomb_takes_no_more_memory_than_its_word() -> None:
    archive = Archive(forged_size(10, b"\x00" * 50_000_000))
    tracemalloc.start()
    try:
        assert code_of(archive.read, "a.txt") == "bundle.not_a_bundle"
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000


def test_a_bomb_is_refused_by_its_word_before_it_is_inflated() -> None:
    assert code_of(Archive, forged_size(MAX_TOTAL + 1, b"x")) == "bundle.too_big"
    assert code_of(Archive, forged_size(0xFFFFFFFF, b"x")) == "bundle.too_big"
    half = MAX_TOTAL // 2 + 1
    data = bytearray(pack({"a.txt": b"1", "b.txt": b"2"}))
    first = directory_at(data)
    second = data.index(b"PK\x01\x02", first + 4)
    for place in (22, data.index(b"PK\x03\x04", 4) + 22, first + 24, second + 24):
        struct.pack_into("<I", data, place, half)
    assert code_of(Archive, bytes(data)) == "bundle.too_big"


def test_a_member_over_its_own_limit_is_refused() -> None:
    archive = Archive(pack({"a.txt": b"x" * 1000}))
    assert archive.read("a.txt", 1000) == b"x" * 1000
    assert code_of(archive.read, "a.txt", 999) == "bundle.too_big"
    assert code_of(archive.read, "b.txt") == "bundle.not_a_bundle"


def test_too_many_members_are_refused() -> None:
    names = [f"a{number}" for number in range(MAX_MEMBERS + 1)]
    assert len(Archive(pack(dict.fromkeys(names[1:], b""))).names) == MAX_MEMBERS
    assert code_of(Archive, pack(dict.fromkeys(names, b""))) == "bundle.too_big"


def test_bytes_after_the_deflated_data_are_refused() -> None:
    content = b"x" * 100
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = deflater.compress(content) + deflater.flush()
    good = pack({"a.txt": content})
    hidden = packed + b"hidden"
    data = bytearray(good[: 30 + 5] + hidden + good[directory_at(good) :])
    directory = 30 + 5 + len(hidden)
    for place in (18, directory + 20):
        struct.pack_into("<I", data, place, len(hidden))
    struct.pack_into("<I", data, len(data) - 6, directory)
    assert code_of(read_all, bytes(data)) == "bundle.not_a_bundle"


def test_every_cut_and_every_changed_byte_is_refused_or_harmless() -> None:
    data = pack(MEMBERS)
    for length in range(len(data)):
        assert code_of(read_all, data[:length]) in ("bundle.not_a_bundle", "bundle.too_big")
    for position in range(len(data)):
        changed = bytearray(data)
        changed[position] ^= 0xFF
        assert outcome(bytes(changed)) in ("same", "refused"), position


def outcome(data: bytes) -> str:
    """Tell whether an archive is refused, the same, or something else."""
    try:
        return "same" if read_all(data) == MEMBERS else "different"
    except TrainerError:
        return "refused"


def test_random_archives_never_crash_the_reader() -> None:
    for _ in range(300):
        assert outcome(os.urandom(200)) == "refused"
        assert outcome(os.urandom(200) + pack({})) == "refused"
