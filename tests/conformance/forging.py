"""Makes odd and hostile files of what laptop K7 sent: by its keys, or by whoever only has its file."""

import json
import random
import struct
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from tests.bundle import odd_archives
from tests.bundle.parts import forge
from tests.conformance.story import Story
from trainer_app.actions.base import identity
from trainer_app.bundle import layout, packing, sealing
from trainer_app.bundle.erasing import ErasedContent, redact
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.packing import pack
from trainer_app.bundle.reader import unseal_archive
from trainer_app.domain.base.journal import Entry, derive_key, encode_entry, entry_id, erase_line, made_key
from trainer_app.domain.base.merging import Time

_CHUNK = 64 * 1024
_LATE = 1_539_900_000_000
"""Wall milliseconds after all of the story."""


class Forge:
    """Makes files of laptop K7 that are whole, or not: from what it sent once."""

    def __init__(self, story: Story) -> None:
        self.story = story
        office = identity.office_keys(story.office)
        self._identities = [office.identity]
        self._recipients = [office.recipient]
        self.signer = identity.device_keys(story.k7)
        self.sent = story.sent["k7"]
        self.archive = unseal_archive(self.sent, self._identities)
        self.members = {name: self.archive.read(name) for name in self.archive.names}
        self.header: dict[str, Any] = json.loads(self.members[layout.HEADER])
        self.lines = self.members[layout.ENTRIES].splitlines()
        # Another copy of this laptop: its author, a number of its own.
        self.replica = self.signer.key_id.hex() + "f" * 16

    def seal(self, plain: bytes) -> bytes:
        """Seal anything for the office."""
        return sealing.seal(plain, self._recipients)

    def forged(
        self,
        *,
        lines: Sequence[bytes] | None = None,
        header: dict[str, Any] | None = None,
        payload: dict[str, bytes] | None = None,
        signer: DeviceKeys | None = None,
    ) -> bytes:
        """Return a file that is rightly signed, whatever it says."""
        entries = b"".join(line + b"\n" for line in (self.lines if lines is None else lines))
        document = {**self.header, **(header or {})}
        made = forge(
            signer or self.signer,
            json.dumps(document, ensure_ascii=False).encode(),
            {layout.ENTRIES: entries, **(payload or {})},
        )
        return self.seal(made)

    def written(self, entries: Sequence[tuple[str, str, dict[str, Any], dict[str, list[bytes]]]]) -> bytes:
        """Return a file of entries (kind, key, fields, what each replaces) of the laptop's other copy."""
        return self.of_copy([self.entry(number, *each) for number, each in enumerate(entries, 1)])

    def entry(
        self, number: int, entity: str, key: str, fields: dict[str, Any], replaced: dict[str, list[bytes]]
    ) -> bytes:
        """Return a line of the other copy."""
        return encode_entry(
            Entry(
                r=self.replica,
                n=number,
                t=(_LATE + number, 0),
                u="D. Nazarova",
                e=entity,
                k=key,
                s=fields,
                w={name: [each.hex() for each in gone] for name, gone in replaced.items()},
            )
        )

    def of_copy(self, lines: Sequence[bytes], payload: dict[str, bytes] | None = None) -> bytes:
        """Return a file of such lines, with whatever else lies below `data/`."""
        more = {"replica": self.replica, "from": 1, "to": len(lines), "seen": {self.replica: len(lines)}}
        bundle = f"019a0000-0000-7000-8000-{hash_of(lines)}"
        return self.forged(lines=lines, header={**more, "counts": {}, "bundle": bundle}, payload=payload)

    def changed(self, change: Callable[[dict[str, bytes]], object]) -> bytes:
        """Return the file with its members changed, and not signed again."""
        members = dict(self.members)
        change(members)
        return self.seal(pack(members))

    def line(self, **members: Any) -> bytes:
        """Return a line that may be none: an entry of the other copy with members changed."""
        whole = {
            "r": self.replica, "n": 1, "t": [_LATE, 0],
            "e": "office", "k": "019a0000-0000-7000-8000-00000000000a", "s": {"country": "TJ"},
        }  # fmt: skip
        told = {name: value for name, value in {**whole, **members}.items() if value is not None}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


ODD_MEMBERS: dict[str, dict[str, Any]] = {
    "comment-of-a-member": {"comment": b"hi"},
    "extra-field": {"extra": struct.pack("<HHB", 0x7075, 1, 1)},
    "bzip2": {"compress_type": zipfile.ZIP_BZIP2},
    "symbolic-link": {"create_system": 3, "external_attr": 0o120777 << 16},
    "directory": {"create_system": 3, "external_attr": 0o040755 << 16},
}
"""What the members of a ZIP could have about them, beside being whole."""


def odd_zips(made: Forge) -> dict[str, bytes]:
    """Return whole bundles in a ZIP of another shape: whoever reads them leniently finds nothing wrong."""
    whole = pack(made.members)

    def built(attributes: dict[str, Any], comment: bytes = b"") -> bytes:
        def fill(archive: zipfile.ZipFile) -> None:
            for name, data in made.members.items():
                archive.writestr(odd_archives.info(name, **attributes), data)

        return odd_archives.built(fill, comment)

    def big(archive: zipfile.ZipFile) -> None:
        for name, data in made.members.items():
            with archive.open(odd_archives.info(name), "w", force_zip64=True) as target:
                target.write(data)

    twice = {**made.members, "data/entries.ndjsom": b"more"}
    return {
        **{name: built(attributes) for name, attributes in ODD_MEMBERS.items()},
        "comment": built({}, b"hello"),
        "prefix": b"MZ" + whole,
        "suffix": whole + b"\x00",
        "zip64": odd_archives.built(big),
        "member-twice": pack(twice).replace(b"data/entries.ndjsom", b"data/entries.ndjson"),
        "data-descriptor": odd_archives.streamed(),
        "overlapping": odd_archives.overlapping(),
        "hidden-bytes": odd_archives.with_hidden_bytes(),
        "name-leads-out": odd_archives.named("../a.txt"),
    }


def hash_of(lines: Sequence[bytes]) -> str:
    """Return 12 hexadecimal digits that lines have for themselves."""
    return packing.sha256_hex(b"\n".join(lines))[:12]


def refused(made: Forge) -> dict[str, tuple[bytes, str]]:
    """Return hostile files by name, each with the code with which it is refused."""
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"B" * 43 + b"\n"
    dear = b"-> scrypt " + b"A" * 22 + b" 22\n" + b"B" * 43 + b"\n"
    end = b"--- " + b"C" * 43 + b"\n" + bytes(200)
    stranger = DeviceKeys(b"\x07" * 32, sealing.identity_of(b"\x09" * 32))
    broken = bytearray(made.sent)
    broken[-1] ^= 1
    late = made.line(t=[-1, 0])
    found: dict[str, tuple[bytes, str]] = {
        "age-damaged": (bytes(broken), "DAMAGED"),
        "age-cut": (made.sent[:-1], "DAMAGED"),
        "age-cut-at-a-chunk": (cut_at_a_chunk(large(made)), "DAMAGED"),
        "age-for-others": (sealing.seal(b"x", [stranger.recipient]), "NOT_FOR_US"),
        "age-17-stanzas": (sealing.MAGIC + stanza * 17 + end, "LONG_HEADER"),
        "age-passphrase": (sealing.seal_with_passphrase(b"x", "чойники кабуд"), "NEEDS_PASSPHRASE"),
        "age-dear-passphrase": (sealing.MAGIC + dear + end, "DEAR_PASSPHRASE"),
        "not-sealed": (made.seal(b"")[:21], "NOT_A_BUNDLE"),
        "plain-zip": (pack(made.members)[:2000], "NOT_A_BUNDLE"),
        "zip-none": (made.seal(b"hello"), "NOT_A_BUNDLE"),
        "zip-other-content": (made.seal(pack({"a.txt": b"x"})), "NOT_A_BUNDLE"),
        "zip-bomb": (made.seal(odd_archives.two_halves()), "TOO_BIG"),
        "unknown-signer": (made.forged(signer=stranger), "UNKNOWN_DEVICE"),
        "entries-exchanged": (
            made.changed(
                lambda members: members.update({layout.ENTRIES: members[layout.ENTRIES][:-1] + b" \n"})
            ),
            "BAD_SIGNATURE",
        ),
        "member-added": (made.changed(lambda members: members.update({"data/more": b"x"})), "BAD_SIGNATURE"),
        "member-gone": (made.changed(lambda members: members.pop(layout.ENTRIES)), "BAD_SIGNATURE"),
        "signature-gone": (made.changed(lambda members: members.pop(layout.SIGNATURE)), "NOT_A_BUNDLE"),
        "other-purpose": (
            made.changed(
                lambda members: members.update(
                    {
                        layout.SIGNATURE: made.signer.sign(
                            members[layout.TAG_MANIFEST], sealing.Purpose.REQUEST
                        )
                    }
                )
            ),
            "BAD_SIGNATURE",
        ),
        "pack-of-a-laptop": (made.forged(header={"kind": "pack"}), "BAD_SIGNATURE"),
        "code-of-another": (made.forged(header={"device": "K8"}), "BAD_SIGNATURE"),
        "header-of-another": (made.forged(header={"replica": "0" * 32}), "FOREIGN_AUTHOR"),
        "line-of-another": (made.forged(lines=[made.line(r="0" * 32)]), "FOREIGN_AUTHOR"),
        "version-2": (made.forged(header={"version": 2}), "TOO_NEW"),
        "requires-more": (made.forged(header={"requires": ["holograms"]}), "TOO_NEW"),
        "note-of-a-laptop": (redacted(made, made.signer), "BAD_SIGNATURE"),
        "too-many-named": (
            made.forged(header={"counts": {f"kind{number}": 1 for number in range(1001)}}),
            "TOO_MANY_NAMED",
        ),
    }
    lines = {
        "float": made.line(s={"country": 1.5}),
        "list-in-list": made.line(s={"country": [["TJ"]]}),
        "object": made.line(s={"country": {"code": "TJ"}}),
        "nul": made.line(s={"country": "T\x00J"}),
        "too-large": made.line(s={"country": 2**53}),
        "no-fields": made.line(s={}),
        "key-in-capitals": made.line(k="019A0000-0000-7000-8000-00000000000A"),
        "field-name": made.line(s={"the country": "TJ"}),
        "number-0": made.line(n=0),
        "time-below-0": late,
        "101-replaced": made.line(w={"country": [f"{number:032x}" for number in range(101)]}),
        "replaced-no-id": made.line(w={"country": ["abc"]}),
        "erased-with-a-space": b'{"r":"%s","n":1, "x":"%s"}' % (made.replica.encode(), b"0" * 64),
        "carriage-return": made.line() + b"\r",
        "no-json": b"{",
        "no-utf-8": made.line().replace(b"TJ", b"\xff\xfe"),
        "lone-surrogate": made.line().replace(b'"TJ"', b'"\\ud800"'),
    }
    found |= {f"line-{name}": (made.of_copy([line]), "BAD_ENTRY") for name, line in lines.items()}
    found["line-2000-empty"] = made.of_copy([b""] * 2000), "TOO_BIG"
    found |= {f"zip-{name}": (made.seal(data), "NOT_A_BUNDLE") for name, data in odd_zips(made).items()}
    return found


def odd_values(made: Forge) -> bytes:
    """Return a file with what a newer or a faulty program could write in good faith."""
    room = made.story.room
    enrolment, held = room.enrolments[3], room.sessions

    def place(number: int) -> tuple[str, dict[str, Any]]:
        key = derive_key("attendance", enrolment, held[number])
        return key, {"enrolment": enrolment, "session": held[number]}

    (first, one), (second, two), (third, three), (fifth, five) = map(place, (0, 1, 2, 4))
    return made.written(
        [
            # A word of a newer version, a value of another kind, a mark that was taken away, a wild clock.
            (
                "attendance",
                first,
                {**one, "mark": "by_telephone", "missed": 0},
                {"mark": _heads(made, first, "mark")},
            ),
            ("attendance", second, {**two, "mark": 5}, {"mark": _heads(made, second, "mark")}),
            ("attendance", third, {**three, "mark": None}, {"mark": _heads(made, third, "mark")}),
            ("attendance", fifth, {**five, "mark": "late", "missed": 500, "early": 7}, {}),
            ("course", room.course, {"hologram": "кабуд", "capacity": 2**40}, {}),
            ("plate", "019a0000-0000-7000-8000-00000000000f", {"course": room.course, "sides": 6}, {}),
            # Whose course has not come: kept, shown nowhere.
            (
                "enrolment",
                derive_key(
                    "enrolment",
                    "019a0000-0000-8000-8000-00000000000c",
                    "019a0000-0000-8000-8000-00000000000d",
                ),
                {
                    "course": "019a0000-0000-8000-8000-00000000000c",
                    "person": "019a0000-0000-8000-8000-00000000000d",
                    "number": 1,
                },
                {},
            ),
        ]
    )


def deleted(made: Forge) -> bytes:
    """Return a file that deletes two rows: one mark as it is, one whose writer did not know all of it."""
    room = made.story.room
    known, partly = (derive_key("attendance", room.enrolments[4], room.sessions[at]) for at in (1, 2))
    names = ("enrolment", "session", "mark", "missed", "early", "arrived")
    whole = {name: found for name in names if (found := _heads(made, known, name))}
    return made.written(
        [
            ("attendance", known, {"_deleted": True}, whole),
            ("attendance", partly, {"_deleted": True}, {"mark": _heads(made, partly, "mark")}),
            ("attendance", partly, {"remark": "дер омад"}, {}),
        ]
    )


def unchanging(made: Forge) -> bytes:
    """Return a file in which K7 writes over a value that never changes: both stay, and somebody must look."""
    key = made_key(made.signer.key_id.hex())
    fields = {
        "kind": "report",
        "form": "pdf",
        "by": "D. Nazarova",
        "scope": "DSH-1",
        "at": _LATE,
        "people": 7,
    }
    first = made.entry(1, "release", key, fields, {})
    second = made.entry(2, "release", key, {"by": "somebody"}, {"by": [entry_id(first)]})
    return made.of_copy([first, second])


def insider(made: Forge) -> bytes:
    """Return a file in which K7 says what only the office may, and what does not fit a row's key."""
    room = made.story.room
    other = derive_key("attendance", room.enrolments[0], room.sessions[0])
    return made.written(
        [
            ("course", room.course, {"approved": True, "share_limit": 100}, {}),
            (
                "attendance",
                other,
                {"enrolment": room.enrolments[1], "session": room.sessions[0], "mark": "absent"},
                {},
            ),
        ]
    )


def cloned(made: Forge) -> bytes:
    """Return a file whose numbers K7 gave before, to other entries."""
    key = derive_key("attendance", made.story.room.enrolments[6], made.story.room.sessions[4])
    fields = {
        "enrolment": made.story.room.enrolments[6],
        "session": made.story.room.sessions[4],
        "mark": "present",
    }
    entry = Entry(
        r=made.header["replica"],
        n=made.header["from"],
        t=(_LATE, 0),
        u="D. Nazarova",
        e="attendance",
        k=key,
        s=fields,
    )
    return made.forged(
        lines=[encode_entry(entry)],
        header={
            "bundle": "019a0000-0000-7000-8000-00000000c107",
            "to": made.header["from"],
            "counts": {"attendance": 1},
        },
    )


def _heads(made: Forge, key: str, name: str) -> list[bytes]:
    """Return the ids of the entries of K7 and K8 that set a field of a row and that none of them replaces."""
    lines = [*made.lines]
    lines += unseal_archive(made.story.sent["k8"], made._identities).read(layout.ENTRIES).splitlines()
    found: dict[bytes, Time] = {}
    gone: set[str] = set()
    for line in lines:
        entry = json.loads(line)
        if entry.get("k") == key and name in entry.get("s", {}):
            found[entry_id(line)] = entry["t"]
            gone |= {*entry.get("w", {}).get(name, ())}
    return [each for each in found if each.hex() not in gone]


def carrying_badly(made: Forge) -> bytes:
    """Return a file that carries one of nobody known, and something that is no file: both are passed over."""
    stranger = DeviceKeys(b"\x07" * 32, sealing.identity_of(b"\x09" * 32))
    replica = stranger.key_id.hex() + "0" * 16
    strange = forge(stranger, json.dumps({**made.header, "replica": replica}).encode(), {layout.ENTRIES: b""})
    payload = {packing.carried_name(each): each for each in (strange, b"no file")}
    return made.of_copy([made.line(e="course", k=made.story.room.course, s={"venue": "Толор"})], payload)


def written_again(made: Forge) -> bytes:
    """Return what K7 sent in a ZIP whose members are stored, in another order, sealed for many."""
    turned = dict(reversed(made.members.items()))
    plain = odd_archives.built(
        lambda archive: [archive.writestr(_plain(name), turned[name]) for name in turned]
    )
    others = [sealing.recipient_of(sealing.identity_of(bytes([number]) * 32)) for number in range(1, 14)]
    return sealing.seal(plain, [*others, *made._recipients])


def _plain(name: str) -> Any:
    return odd_archives.info(
        name, date_time=(1980, 1, 1, 0, 0, 0), create_system=3, external_attr=0o100644 << 16
    )


def redacted(made: Forge, signer: DeviceKeys) -> bytes:
    """Return what K7 sent after somebody, the office or not, erased what it said of one person."""
    person = next(
        json.loads(line)["k"] for line in made.lines if b'"e":"person"' in line and "Пирова".encode() in line
    )
    gone = frozenset(entry_id(line) for line in made.lines if json.loads(line).get("k") == person)
    found = redact(
        made.sent,
        made._identities,
        ErasedContent(gone, frozenset()),
        recipients=made._recipients,
        signer=signer,
        day="2019-03-01",
    )
    assert found is not None
    return found


def large(made: Forge) -> bytes:
    """Return a file of two chunks of age: with an attachment that does not get smaller."""
    scan = b"%PDF-1.7\n" + random.Random(7).randbytes(_CHUNK)
    return made.of_copy(
        [made.line(e="course", k=made.story.room.course, s={"venue": "Зал"})], {packing.blob_name(scan): scan}
    )


def cut_at_a_chunk(data: bytes) -> bytes:
    """Return a sealed file without its last chunk: what is left is whole in itself."""
    begin = data.index(b"\n", data.index(b"\n---") + 1) + 1 + 16
    return data[: begin + _CHUNK + 16]


def silent(made: Forge) -> bytes:
    """Return a file in which K7 itself sends an entry without its content: it erases nothing."""
    number = next(at for at, line in enumerate(made.lines) if b'"mark"' in line)
    lines = [erase_line(made.lines[number])]
    replica = made.header["replica"]
    own = json.loads(made.lines[number])["n"]
    more = {"from": own, "to": own, "seen": {replica: own}, "counts": {"_erased": 1}}
    return made.forged(lines=lines, header={**more, "bundle": "019a0000-0000-7000-8000-00000000511e"})
