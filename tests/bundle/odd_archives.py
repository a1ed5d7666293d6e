"""Archives that are not what a bundle holds: odd shapes, names that lead elsewhere, bombs."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from trainer_app.bundle.layout import MAX_TOTAL
from trainer_app.bundle.packing import pack

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


ODD_NAMES = (
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
)


def named(name: str) -> bytes:
    """Return an archive with a member under a name that the writer would never give."""
    raw = name.encode()
    crooked = built(lambda archive: archive.writestr(info("x" * max(1, len(raw))), b"x"))
    return crooked.replace(b"x" * max(1, len(raw)), raw) if raw else crooked.replace(b"x", b"\xff")


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


def directory_at(data: bytes | bytearray) -> int:
    """Return where the central directory begins."""
    found: int = struct.unpack_from("<I", data, len(data) - 6)[0]
    return found


def forged_size(declared: int, content: bytes) -> bytes:
    """Return an archive whose one member declares a size that is not its own, in both places."""
    data = bytearray(pack({"a.txt": content}))
    for place in (22, directory_at(data) + 24):
        struct.pack_into("<I", data, place, declared)
    return bytes(data)


def overlapping() -> bytes:
    """Return an archive whose second member is the first one once more: how flat bombs are made."""
    data = bytearray(pack({"a.txt": b"1", "b.txt": b"2"}))
    second = data.index(b"PK\x01\x02", directory_at(data) + 4)
    struct.pack_into("<I", data, second + 42, 0)
    return bytes(data)


def two_halves() -> bytes:
    """Return an archive whose two members together declare more than there may be."""
    half = MAX_TOTAL // 2 + 1
    data = bytearray(pack({"a.txt": b"1", "b.txt": b"2"}))
    first = directory_at(data)
    second = data.index(b"PK\x01\x02", first + 4)
    for place in (22, data.index(b"PK\x03\x04", 4) + 22, first + 24, second + 24):
        struct.pack_into("<I", data, place, half)
    return bytes(data)


def with_hidden_bytes() -> bytes:
    """Return an archive with bytes after the end of a member's deflated data."""
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
    return bytes(data)
