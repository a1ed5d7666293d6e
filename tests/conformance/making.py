"""Makes the files of the conformance cases, once: `python -m tests.conformance.making`.

What a small story's laptops sent is kept with their keys. Odd and hostile files are made of it with the keys
of laptop K7: what a damaged stick, a forger or a faulty program could send. A folder that is there is never
touched: what a version wrote stays. What is expected of the state was written by the program, and is
compared with a second reader and with a recount by the tests; what is refused, and why, stands here.
"""

import json
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests import passphrases
from tests.bundle import odd_archives
from tests.bundle.parts import forge
from tests.conformance import keys, trainer_cli
from tests.conformance.runner import CASES
from tests.conformance.story import Story, live
from trainer_app.actions.base import identity, workplace
from trainer_app.actions.office import office
from trainer_app.bundle import layout, packing, sealing
from trainer_app.bundle.erasing import ErasedContent, redact
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.packing import pack
from trainer_app.bundle.reader import unseal_archive
from trainer_app.domain.base.journal import Entry, derive_key, encode_entry, entry_id, erase_line, made_key
from trainer_app.domain.base.merging import Time
from trainer_app.system.clock import fixed_at

READ_ON = fixed_at(date(2018, 11, 1), 12, workplace.ZONE, step=7)
GOLDEN = "../../bundle/data/v1"
NEWER = "../../data/newer"
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
    odd = (
        "comment",
        "extra field",
        "bzip2",
        "symbolic link",
        "data descriptor",
        "zip64",
        "duplicate",
        "suffix",
    )
    found |= {
        f"zip-{name.replace(' ', '-')}": (made.seal(odd_archives.ODD[name]()), "NOT_A_BUNDLE") for name in odd
    }
    found["zip-overlapping"] = made.seal(odd_archives.overlapping()), "NOT_A_BUNDLE"
    found["zip-hidden-bytes"] = made.seal(odd_archives.with_hidden_bytes()), "NOT_A_BUNDLE"
    found["zip-name-leads-out"] = made.seal(odd_archives.named("../a.txt")), "NOT_A_BUNDLE"
    return found


HOSTILE: dict[str, tuple[str, tuple[str, ...]]] = {
    "hostile-seal": ("What is wrong with the seal", ("age-", "not-sealed", "plain-zip")),
    "hostile-archive": ("What is wrong with the ZIP inside", ("zip-",)),
    "hostile-signer": (
        "Signature, hashes, members and header that do not fit",
        (
            *("unknown-", "entries-", "member-", "signature-", "other-", "pack-", "code-", "header-"),
            *("line-of-another", "version-", "requires-", "too-", "note-"),
        ),
    ),
    "hostile-lines": ("Lines that are no entries, in files rightly signed", ("line-",)),
}
"""Cases of hostile files: what they are about, and how the names of their files begin."""


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


def silent(made: Forge) -> bytes:
    """Return a file in which K7 itself sends an entry without its content: it erases nothing."""
    number = next(at for at, line in enumerate(made.lines) if b'"mark"' in line)
    lines = [erase_line(made.lines[number])]
    replica = made.header["replica"]
    own = json.loads(made.lines[number])["n"]
    more = {"from": own, "to": own, "seen": {replica: own}, "counts": {"_erased": 1}}
    return made.forged(lines=lines, header={**more, "bundle": "019a0000-0000-7000-8000-00000000511e"})


def good(made: Forge) -> dict[str, bytes]:
    """Return the files that are taken in, by name."""
    sent = made.story.sent
    return {
        **{name: sent[name] for name in ("k7", "k8", "k7-parted", "pack-k8")},
        # Whoever seals it for another one makes it no pack for that one.
        "pack-k7": sealing.seal(
            sealing.unseal(sent["pack-k7"], [made.signer.identity]),
            [identity.device_keys(made.story.k8).recipient],
        ),
        "k7-written-again": written_again(made),
        "k7-redacted": redacted(made, identity.device_keys(made.story.office)),
        "carrying-badly": carrying_badly(made),
        "k7-silent": silent(made),
        "odd-values": odd_values(made),
        "deleted": deleted(made),
        "unchanging": unchanging(made),
        "insider": insider(made),
        "cloned": cloned(made),
    }


STATE: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...]]] = {
    "good-one-laptop": ("What one laptop sent", "story-office", ("k7",), ()),
    "good-two-laptops": (
        "Two laptops, one of which carries a file of the other; they contradict each other once. Two records "
        "of one person are joined",
        "story-office",
        ("k7", "k8"),
        (),
    ),
    "good-any-order": (
        "The same in another order, twice, and under another writing of the ZIP: the same state",
        "story-office",
        ("k8", "k7-written-again", "k8", "k7"),
        (),
    ),
    "good-parted": ("The join was taken back later", "story-office", ("k7", "k7-parted", "k8"), ()),
    "good-pack": ("The office's pack, as laptop K8 reads it", "story-k8", ("pack-k8",), ()),
    "good-golden-sync": ("The golden file of version 1", "golden-office", (f"{GOLDEN}/sync",), ()),
    "good-golden-pack": ("The golden pack of version 1", "golden-k7", (f"{GOLDEN}/pack",), ()),
    "odd-newer": (
        "A newer version wrote it: unknown kinds, fields, members and words are kept, not shown",
        "newer-office",
        (f"{NEWER}/sync", f"{NEWER}/more"),
        (),
    ),
    "odd-newer-pack": ("A newer office wrote it", "newer-k8", (f"{NEWER}/pack",), ()),
    "odd-too-new": (
        "A newer version wrote it and says that this one must not read it",
        "newer-office",
        (f"{NEWER}/requires", f"{NEWER}/version-2"),
        (),
    ),
    "odd-values": (
        "Unknown words, values of another kind, marks taken away, more minutes missed than there are",
        "story-office",
        ("k7", "k8", "odd-values"),
        (),
    ),
    "odd-deleted": (
        "One mark deleted by somebody who knew all of it, one by somebody who did not",
        "story-office",
        ("k7", "k8", "deleted"),
        (),
    ),
    "odd-cloned": ("One number given twice: two entries", "story-office", ("k7", "k8", "cloned"), ()),
    "odd-unchanging": (
        "What never changes was written over: a conflict",
        "story-office",
        ("k7", "k8", "unchanging"),
        (),
    ),
    "odd-redacted": (
        "The office erased somebody after it came; the rest counts as before",
        "story-office",
        ("k7-redacted", "k8"),
        (),
    ),
    "odd-silent": (
        "A laptop sends an entry without its content: it erases nothing, before or after the full one",
        "story-office",
        ("k7-silent", "k7", "k8", "k7-silent"),
        (),
    ),
    "odd-carried": (
        "What a file carries of others is no file, or of nobody known: passed over, and the rest is taken",
        "story-office",
        ("k7", "k8", "carrying-badly"),
        (),
    ),
    "odd-revoked": (
        "K7 was revoked: its own file is set aside; what K8 carries of it counts as far as the list says",
        "story-revoked",
        ("k7-parted", "k8"),
        ("proposals",),
    ),
    "hostile-for-another": (
        "The office's pack for laptop K7, sealed anew for laptop K8",
        "story-k8",
        ("pack-k7",),
        (),
    ),
    "odd-insider": (
        "K7 says what only the office may, and of a mark what does not fit its key: both change nothing",
        "story-office",
        ("k7", "k8", "insider"),
        ("proposals",),
    ),
}
"""Cases of files that are read: what they are about, keys, files, what a reader must be able to do."""


def main() -> None:
    """Write all files into a folder that must not exist."""
    CASES.mkdir()
    passphrases.remember()
    with tempfile.TemporaryDirectory() as scratch:
        story = live(Path(scratch))
        made = Forge(story)
        others = {"K7": story.k7, "K8": story.k8}
        documents = {
            "story-office": keys.keys_of(story.office, others),
            "story-k8": keys.keys_of(story.k8, {}),
            **keys.golden_keys(),
            **keys.newer_keys(),
        }
        office.revoke(story.office, "K7")
        documents["story-revoked"] = keys.keys_of(story.office, {})
        hostile = refused(made)
        files = {**good(made), **{name: data for name, (data, _) in hostile.items()}}
        story.close()
    (CASES / "keys").mkdir()
    for name, document in documents.items():
        (CASES / "keys" / f"{name}.json").write_bytes(keys.written(document))
    for name, data in files.items():
        (CASES / f"{name}.tsync").write_bytes(data)
    told = set[str]()
    for name, (says, begin) in HOSTILE.items():
        own = [each for each in hostile if each.startswith(begin) and each not in told]
        told.update(own)
        results = [{"result": "refused", "code": hostile[each][1]} for each in own]
        _write(name, says, "story-office", own, (), {"files": results})
    for name, (says, key, own_files, needs) in STATE.items():
        _write(name, says, key, own_files, needs, None)


def _write(
    name: str,
    says: str,
    key: str,
    files: Sequence[str],
    needs: Sequence[str],
    expected: dict[str, Any] | None,
) -> None:
    document: dict[str, Any] = {
        "says": says,
        "keys": f"keys/{key}.json",
        "files": [f"{each}.tsync" for each in files],
    }
    if needs:
        document["needs"] = [*needs]
    if expected is None:
        asked = ["read", str(CASES / document["keys"]), *(str(CASES / each) for each in document["files"])]
        expected = dict(trainer_cli.answer(asked, READ_ON))
    document["expected"] = expected
    (CASES / f"{name}.json").write_text(
        json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main()
