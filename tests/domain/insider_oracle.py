"""Whose entries count, once more, as plainly as the design says it: what the real judge must equal.

It shares no code with `trainer_app.domain.base.authority`: it goes over all entries again and again until
nothing changes, and keeps nothing but sets of facts.
"""

import hashlib
import json
import uuid
from collections.abc import Iterable
from typing import Any

from tests.domain import oracle
from tests.domain.insiders import derived
from trainer_app.domain.base.authority import Authority, AuthorRights

type Raw = dict[str, Any]
type Place = tuple[str, str]

# Entity -> the kinds of rows that its fields say it belongs to, and what its key is derived from, if it is.
_HOMES: dict[str, dict[str, str]] = {
    "team": {"course": "course"},
    "session": {"course": "course"},
    "enrolment": {"course": "course"},
    "attendance": {"enrolment": "enrolment", "session": "session"},
    "certificate": {"enrolment": "enrolment"},
    "paper": {"enrolment": "enrolment"},
    "answer": {"paper": "paper"},
    "printing": {"certificate": "certificate"},
    "pair": {"first": "person", "second": "person"},
}
_DERIVED: dict[str, tuple[tuple[str, ...], ...]] = {
    "team": (("course", "device"),),
    "enrolment": (("course", "person"),),
    "attendance": (("enrolment", "session"),),
    "paper": (("enrolment", "occasion"), ("enrolment", "occasion", "form")),
    "answer": (("paper", "question"),),
    "pair": (("first", "second"),),
}
_IMMUTABLE = ("enrolment", "kind", "serial", "language", "facts", "credential", "badge", "credential_id")
_SIGNED = (*_IMMUTABLE, "issued_on")
_OFFICE_ONLY = {
    "course": ("retention_day",),
    "person": ("erased",),
    "project": ("retention_months",),
    "errand": ("text", "_deleted"),
}


_HEADS_ONLY = {
    "course": ("approved", "retention_day"),
    "project": ("retention_months",),
}


def _is_decided(entry: Raw) -> bool:
    """Tell whether it is what only a head of the office may write."""
    kind = entry["e"]
    if kind in ("approval", "participation", "erasure", "office", "office_user"):
        return True
    return any(name in _HEADS_ONLY.get(kind, ()) for name in entry["s"])


def _is_key(value: object) -> bool:
    try:
        return isinstance(value, str) and str(uuid.UUID(value)) == value
    except ValueError:
        return False


def _bits(text: str, count: int) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 64 - count


def _was_made_by(key: str, author: str) -> bool:
    number = uuid.UUID(key).int
    head = number >> 64
    maker = (number >> 16) & (1 << 46) - 1
    return uuid.UUID(key).version == 8 and maker == _bits(f"maker/{head:016x}/{author}", 46)


def _was_made_for(key: str, *parents: str) -> bool:
    number = uuid.UUID(key).int
    head, maker = number >> 64, (number >> 16) & (1 << 46) - 1
    told = _bits("/".join(("parents", f"{head:016x}", f"{maker:x}", *parents)), 16)
    return uuid.UUID(key).version == 8 and told == number & 0xFFFF


class Oracle:
    """All entries of a world under one list."""

    def __init__(self, lines: Iterable[bytes], authority: Authority) -> None:
        self.entries = oracle.entries_of(lines)
        self.authority = authority
        self.counts: set[str] = set()
        self.links: set[tuple[Place, Place]] = set()
        self.team: set[tuple[str, str]] = set()
        for entry in self.entries.values():
            self._link(entry)
        while True:
            more = {own for own, entry in self.entries.items() if self._counting(entry)} - self.counts
            if not more:
                break
            self.counts |= more
            for own in more:
                self._take(self.entries[own])

    # What single entries say

    def _author(self, entry: Raw) -> AuthorRights | None:
        rights = self.authority.authors.get(entry["r"][:16])
        if rights is None or (rights.ends is not None and entry["n"] > rights.ends.get(entry["r"], 0)):
            return None
        return rights

    def _told(self, entry: Raw) -> dict[str, Any]:
        """Return what an entry says that its row belongs to."""
        return {name: entry["s"][name] for name in _HOMES.get(entry["e"], {}) if name in entry["s"]}

    def _fits(self, entry: Raw) -> bool:
        """Tell whether the row's key is the one that what is told leads to."""
        told, fields, kind = self._told(entry), entry["s"], entry["e"]
        if not told:
            return not any(name in fields for names in _DERIVED.get(kind, ())[:1] for name in names)
        if not all(_is_key(value) for value in told.values()):
            return False
        if kind in _DERIVED:
            return any(
                all(fields.get(name) for name in names)
                and entry["k"] == derived(kind, *(str(fields[name]) for name in names))
                for names in _DERIVED[kind]
            )
        return _was_made_for(entry["k"], *told.values())

    def _link(self, entry: Raw) -> None:
        """Note what the row belongs to, if its key proves it: of made keys from its maker or the office."""
        told, kind = self._told(entry), entry["e"]
        if not told or kind == "team" or not self._fits(entry):
            return
        author = self._author(entry)
        believed = kind in _DERIVED or _was_made_by(entry["k"], entry["r"][:16])
        if believed or (author is not None and author.office):
            for name, value in told.items():
                self.links.add(((kind, entry["k"]), (_HOMES[kind][name], value)))

    def _take(self, entry: Raw) -> None:
        fields = entry["s"]
        if entry["e"] == "team" and "course" in fields and self._fits(entry):
            self.team.add((fields["course"], entry["k"]))
        if entry["e"] in ("enrolment", "assignment") and _is_key(fields.get("person")):
            self.links.add((("person", fields["person"]), (entry["e"], entry["k"])))

    # What follows from the list

    def _within(self, place: Place, author: str, rights: AuthorRights) -> bool:
        """Tell whether somebody is of the team of the course that a row belongs to."""
        kind, key = place
        if kind in ("course", "project"):
            return _was_made_by(key, author) or (key, derived("team", key, rights.code)) in self.team
        if kind == "team":
            return any(own == key and self._within(("course", c), author, rights) for c, own in self.team)
        homes = [home for row, home in self.links if row == place]
        inside = [self._within(home, author, rights) for home in homes]
        if kind == "person":
            return _was_made_by(key, author) or any(inside)
        return bool(inside) and (all(inside) if kind in _DERIVED else any(inside))

    def _counting(self, entry: Raw) -> bool:
        kind, author = entry["e"], entry["r"][:16]
        if kind == "someday":
            return True
        rights = self._author(entry)
        if rights is None:
            return False
        part_alone = rights.office and not self._told(entry)
        if not self._fits(entry) and not part_alone and (kind in _DERIVED or not rights.office):
            return False
        if rights.office:
            return rights.role != "officer" or not _is_decided(entry)
        named = [(_HOMES[kind][name], value) for name, value in self._told(entry).items()]
        if kind == "paper" and entry["s"].get("course") is not None:
            named.append(("course", str(entry["s"]["course"])))
        if not all(_is_key(row[1]) and self._within(row, author, rights) for row in named):
            return False
        return all(self._may(entry, name, author, rights) for name in entry["s"])

    def _may(self, entry: Raw, name: str, author: str, rights: AuthorRights) -> bool:
        """Tell whether somebody who is no office may write one field of a row."""
        kind, key = entry["e"], entry["k"]
        if kind == "office" or name in _OFFICE_ONLY.get(kind, ()):
            return False
        if kind in ("project", "form"):
            return name == "frozen" or _was_made_by(key, author)
        if kind == "errand":
            offices = [each for each, found in self.authority.authors.items() if found.office]
            asked = any(_was_made_by(key, office) for office in offices)
            return asked and _was_made_for(key, rights.code)
        if kind == "certificate" and not name.startswith("received"):
            if not _was_made_by(key, author):
                return False
            if name not in _SIGNED:
                return True
            fields = entry["s"]
            signature = f"{rights.code}:{fields.get('serial')}:{fields.get('facts')}"
            signed = rights.may_issue and fields.get("credential") == signature
            return signed and self._within((kind, key), author, rights)
        if self._told(entry) and kind in _DERIVED:
            return True
        return self._within((kind, key), author, rights)

    # What it means

    def state(self) -> oracle.State:
        """Return every row that is shown."""
        counted: oracle.Entries = {}
        for own in self.counts:
            entry = self.entries[own]
            author = self._author(entry)
            counted[own] = {
                **entry,
                "settles": author is not None and author.office,
                "foreign": not _was_made_by(entry["k"], entry["r"][:16]),
            }
        return oracle.state_of_entries(counted)


def comparable(state: oracle.State) -> dict[Place, tuple[str, list[str]]]:
    """Return a state in which 1 is told from true."""
    return {
        place: (json.dumps(row, sort_keys=True), sorted(waiting)) for place, (row, waiting) in state.items()
    }
