"""Whose entries count: who may write which field, by the office's signed list.

An entry is written under a replica id, which begins with the id of its author's key, so that nobody writes as
somebody else. What an author may write stands beside the field's type in the schema (`Writers`): it follows
from the office's list, from the row's key, which tells who made the row and what it belongs to, and from the
course that the row belongs to: its team are the laptop that made it and those that a row of `team` takes in.
An entry whose author may not write all of its fields is a proposal: it stays in the journal, changes nothing,
and waits for the office. So the state is a function of the set of entries and of the list, in whatever order
they come: what is learnt of a row follows from single entries, and what is learnt lets more count, never
less.

Without an office everything counts.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from msgspec import Struct

from trainer_app.domain.base.fields import Entity, Writers
from trainer_app.domain.base.journal import (
    Entry,
    are_derived,
    author_of,
    belongs_to,
    derive_key,
    is_derived,
    is_key,
    is_made,
    is_made_by,
)
from trainer_app.domain.base.rights import DECIDED_ENTITIES, DECIDED_FIELDS, UserRole
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.settings import Setting

type RowKey = tuple[str, str]
type SignatureCheck = Callable[[Entry, "AuthorRights", str], bool]
"""Tells whether an entry about a certificate says what its author signed, for the office of this code."""


class AuthorRights(Struct, frozen=True):
    """What one laptop (or computer of the office) may write, by its place in the office's list.

    `ends` maps, once it was revoked, each replica id to the last number that still counts; a replica that is
    not in it counts no more at all. Which courses it was given say rows of `team`, in these courses.
    """

    code: str
    signing_key: bytes
    office: bool = False
    may_issue: bool = False
    ends: dict[str, int] | None = None
    user: str | None = None
    """Of a computer of the office that travels: whose it is, by key; "" where one works alone."""
    role: UserRole | None = None
    """What that person may do there: who is no head decides nothing, whatever their program lets them do."""

    @property
    def decides(self) -> bool:
        """Whether what only a head may write counts from here."""
        return self.office and self.role in (None, UserRole.HEAD)

    def holds(self, replica: str, number: int) -> bool:
        """Tell whether an entry was written before the author was revoked."""
        return self.ends is None or number <= self.ends.get(replica, 0)


class Authority(Struct, frozen=True):
    """The rights of all authors, by the id of their signing keys (16 hex digits); `office` is its code."""

    authors: dict[str, AuthorRights]
    office: str = ""

    def rights(self, entry: Entry) -> AuthorRights | None:
        """Return the rights under which an entry was written; None where its author has none."""
        found = self.authors.get(author_of(entry.r))
        return found if found is not None and found.holds(entry.r, entry.n) else None

    def may_settle(self, entry: Entry) -> bool:
        """Tell whether an entry may decide between values that never change."""
        rights = self.rights(entry)
        return rights is not None and rights.office


AUTHORITY = Setting[Authority | None]("authority", None, Authority)
"""What the office's list that is kept here says of who may write what; None without an office."""


_ROOTS = frozenset(("course", "project"))
_SIGNED = frozenset(
    ("enrolment", "kind", "serial", "language", "facts", "credential", "badge", "credential_id", "issued_on")
)
"""Fields of a certificate that the issuer's signature covers."""
_PLACING = ("enrolment", "assignment")
"""By these people are in courses."""
_PEOPLE = ("person", "pair")
"""Rows that are within a team by the courses that people are in."""
_CARRYING = frozenset(
    str(described.fields[name].target) for described in ENTITIES.values() for name in described.home
)
_LEAVES = frozenset(
    entity
    for entity, described in ENTITIES.items()
    if described.derived is not None and entity not in (*_CARRYING, *_PLACING, "team")
)


def is_leaf(entity: str) -> bool:
    """Tell whether nothing belongs to such rows, and their keys follow from what they belong to.

    What they belong to stands in any of their entries that states it, the only one that can be true: nobody
    has to keep it beside them.
    """
    return entity in _LEAVES


class WriteRule(Struct, frozen=True):
    """What entries that set the same fields of the same kind of row have in common.

    `homes` are the fields among them, with the kinds of rows they point to, that say what the row belongs
    to; `courses` those that name a course otherwise. `plain` are those of most of an import: of leaves, which
    say what they belong to, other than to people, and no more than teams may write.
    """

    entity: str
    described: Entity
    writers: frozenset[Writers]
    homes: tuple[tuple[str, str], ...]
    courses: tuple[str, ...]
    derived: bool
    leaf: bool
    plain: bool
    two: tuple[str, ...]
    """The fields that its key is derived from, if they are two."""
    proving: bool
    """Whether any of the fields says what the key was made of: all of them must stand there, and fit it."""
    decided: bool
    """Whether only a head of the office writes it."""

    def fits(self, entry: Entry) -> bool:
        """Tell whether a row's key was made for what an entry says that it belongs to.

        A key that was derived can never belong elsewhere, nor nowhere: there nothing may be left blank.
        """
        values = entry.s
        if self.derived:
            for name, _ in self.homes:
                if type(values[name]) is not str:
                    return False
            if self.described.made_too and is_made(entry.k):
                stated = [str(values.get(name) or "") for name in self.described.home]
                return is_made_by(entry.k, author_of(entry.r)) and belongs_to(entry.k, *stated)
            if self.two:
                # Marks and most else: as `described.derived` gives it, without a call for each.
                first, second = values.get(self.two[0]), values.get(self.two[1])
                if first and second:
                    return derive_key(self.entity, str(first), str(second)) == entry.k
                return False
            parts = self.described.derived
            assert parts is not None
            return any(derive_key(self.entity, *each) == entry.k for each in parts(values))
        stated = [values.get(name) or "" for name in self.described.home]
        keys = all(type(each) is str and (not each or is_key(each)) for each in stated)
        return keys and belongs_to(entry.k, *stated)

    def which_fit(self, entries: Sequence[Entry]) -> list[bool]:
        """Tell the same of many entries: of marks and most else at once."""
        if self.two and not self.described.made_too:
            firsts, seconds = ([entry.s.get(name, "") for entry in entries] for name in self.two)
            if {*map(type, firsts), *map(type, seconds)} == {str} and all(firsts) and all(seconds):
                keys = [entry.k for entry in entries]
                return are_derived(self.entity, keys, zip(firsts, seconds, strict=True))
        return [self.fits(entry) for entry in entries]

    def stated(self, entry: Entry) -> list[RowKey]:
        """Return the rows to which an entry says that its own belongs."""
        return [(target, str(entry.s[name])) for name, target in self.homes if entry.s.get(name) is not None]


@lru_cache(4096)
def write_rule_of(entity: str, names: tuple[str, ...]) -> WriteRule | None:
    """Return what entries about such a row have in common that set these fields; None for an unknown kind."""
    described = ENTITIES.get(entity)
    if described is None:
        return None
    fields = described.fields
    homes = tuple((name, str(fields[name].target)) for name in described.home if name in names)
    writers = {(fields[name].writers if name in fields else None) or described.writers for name in names}
    courses = tuple(
        name
        for name in described.parents
        if name in names and name not in described.home and fields[name].target == "course"
    )
    leaf = is_leaf(entity)
    of_people = any(target == "person" for _, target in homes)
    plain = leaf and bool(homes) and writers == {Writers.TEAM} and not courses and not of_people
    derived = described.derived
    two = derived.names if derived is not None and derived.ways is None and len(derived.names) == 2 else ()
    proving = bool(homes) or (derived is not None and not set(derived.names).isdisjoint(names))
    kept = frozenset(writers)
    decided = entity in DECIDED_ENTITIES or not DECIDED_FIELDS.get(entity, frozenset()).isdisjoint(names)
    return WriteRule(
        entity, described, kept, homes, courses, derived is not None, leaf, plain, two, proving, decided
    )


class Homes:
    """What rows belong to: a mark to an enrolment and a session, these to a course. It only ever grows.

    People belong to the enrolments and assignments that count and name them, a row of `team` to its course
    once it counts. `load` gives, of some rows, what is kept elsewhere.
    """

    def __init__(
        self, load: Callable[[Collection[RowKey]], Iterable[tuple[RowKey, RowKey]]] | None = None
    ) -> None:
        self._known: dict[RowKey, set[RowKey]] = {}
        self._load = load
        self.leaves: set[RowKey] = set()
        """Leaves that were looked for: what they belong to may be said yet."""
        self.learnt: list[tuple[RowKey, RowKey]] = []
        """What was added, for whoever keeps it."""
        self.grown = 0
        """How often something was learnt of rows that are no leaves."""

    def of(self, row: RowKey) -> Collection[RowKey]:
        """Return what a row belongs to; nothing while that is not known."""
        found = self._known.get(row)
        if found is None:
            if self._load is None:
                return ()
            self.look_up([row])
            found = self._known[row]
        return found

    def look_up(self, rows: Iterable[RowKey]) -> None:
        """Look up many rows at once, with all that they belong to in turn."""
        if self._load is None:
            return
        known = self._known
        wanted = {row for row in rows if row not in known and row[0] not in _ROOTS and is_key(row[1])}
        while wanted:
            known.update((row, set()) for row in wanted)
            self.leaves.update(row for row in wanted if row[0] in _LEAVES)
            for row, home in self._load(wanted):
                known[row].add(home)
            wanted = {
                home for row in wanted for home in known[row] if home not in known and home[0] not in _ROOTS
            }

    def learn(self, row: RowKey, homes: Iterable[RowKey]) -> None:
        """Note what a row belongs to."""
        if self._load is not None:
            self.of(row)
        there = self._known.setdefault(row, set())
        for home in homes:
            if home not in there:
                there.add(home)
                self.learnt.append((row, home))
                self.grown += 1

    def note(self, row: RowKey, homes: Iterable[RowKey]) -> None:
        """Note what a leaf belongs to, or what is kept already: nobody has to keep it."""
        self._known.setdefault(row, set()).update(homes)

    def __len__(self) -> int:
        return len(self._known)


class _Author:
    """What one laptop reaches: the rows that it may write about, as far as that follows from the courses."""

    def __init__(self, name: str, rights: AuthorRights, homes: Homes) -> None:
        self.name = name
        self.rights = rights
        self._homes = homes
        self._found: dict[str, dict[str, bool]] = defaultdict(dict)

    def forget(self) -> None:
        """Look again: more was learnt."""
        self._found.clear()

    def forget_leaves(self) -> None:
        """Look again at leaves: what they belong to is told by the way."""
        for entity in _LEAVES & self._found.keys():
            del self._found[entity]

    def reaches(self, entity: str, key: str) -> bool:
        """Tell whether a row is within what this author may write about."""
        found = self._found[entity]
        answer = found.get(key)
        if answer is None:
            answer = found[key] = is_key(key) and self._look(entity, key)
        return answer

    def _look(self, entity: str, key: str) -> bool:
        if entity in _ROOTS:
            team = ("team", derive_key("team", key, self.rights.code))
            return is_made_by(key, self.name) or ("course", key) in self._homes.of(team)
        homes = self._homes.of((entity, key))
        if entity == "person":
            return is_made_by(key, self.name) or any(self.reaches(*home) for home in homes)
        # Of a key that is not derived several things may be true, by its maker's doing alone.
        every = all if ENTITIES[entity].derived is not None and is_derived(key) else any
        return bool(homes) and every(self.reaches(*home) for home in homes)


class _Marks(NamedTuple):
    """Places of plain entries of one author that set the same fields, and fit their rows' keys.

    `named` are the rows that they belong to, by the fields of `rule.homes`.
    """

    rule: WriteRule
    replica: str
    places: list[int]
    named: list[tuple[str, set[str]]]


class Judge:
    """Tells which entries count under an authority; what it learns of rows stands in `homes`."""

    def __init__(
        self, authority: Authority, check_signature: SignatureCheck, homes: Homes | None = None
    ) -> None:
        self._authority = authority
        self._check_signature = check_signature
        self.homes = Homes() if homes is None else homes
        self._authors: dict[str, _Author | None] = {}
        self._grown = 0

    def judges_by(self, authority: Authority, check_signature: SignatureCheck, homes: Homes) -> bool:
        """Tell whether it judges by these: then it is worth keeping, as it remembers what authors reach."""
        same = authority is self._authority and homes is self.homes
        return same and check_signature is self._check_signature

    def count(self, entries: Sequence[Entry]) -> list[bool]:
        """Tell of each entry whether it counts. Those of one batch may rest on each other, in any order."""
        self._look_again()
        counted = [True] * len(entries)
        fitting: dict[int, bool] = {}
        plain, others = self._read(entries, counted, fitting)
        parts: dict[str, list[tuple[int, WriteRule]]] = {"team": [], **{each: [] for each in _PEOPLE}, "": []}
        for place, rule in others:
            parts.get(rule.entity, parts[""]).append((place, rule))
        team = parts["team"]
        while team:
            # Whoever is taken into a team may take others in.
            waiting = team
            team = []
            for place, rule in waiting:
                counted[place] = self._counts(entries[place], rule, fitting[place])
                if not counted[place]:
                    team.append((place, rule))
            for author in self._authors.values():
                if author is not None:
                    author.forget()
            if len(team) == len(waiting):
                break
        for marks in plain:
            self._count_plain(entries, marks, counted)
        # People are in courses by enrolments that count.
        for place, rule in (*parts[""], *(one for each in _PEOPLE for one in parts[each])):
            counted[place] = self._counts(entries[place], rule, fitting[place])
        return counted

    def _look_again(self) -> None:
        """Let authors forget what may be another by now: after anything was learnt all, else their leaves."""
        for author in self._authors.values():
            if author is None:
                continue
            if self.homes.grown == self._grown:
                author.forget_leaves()
            else:
                author.forget()
        self._grown = self.homes.grown

    def _read(
        self, entries: Sequence[Entry], counted: list[bool], fitting: dict[int, bool]
    ) -> tuple[list[_Marks], list[tuple[int, WriteRule]]]:
        """Learn what single entries prove, whether they count or not.

        Returns those that are plain and fit their rows' keys, and those that need a closer look, with what is
        known of that.
        """
        known: dict[tuple[str, ...], WriteRule | None] = {}
        plain: dict[tuple[str, tuple[str, ...], str], tuple[WriteRule, str, list[int]]] = {}
        others: list[tuple[int, WriteRule]] = []
        last: tuple[WriteRule, str, list[int]] | None = None
        for place, entry in enumerate(entries):
            if entry.x:
                continue
            names = tuple(entry.s)
            rule = known.get(names)
            if rule is None or rule.entity != entry.e:
                rule = known[names] = write_rule_of(entry.e, names)
                if rule is None:
                    continue
            if not rule.plain:
                others.append((place, rule))
                continue
            if last is None or last[0] is not rule or last[1] != entry.r:
                last = plain.setdefault((entry.e, names, entry.r), (rule, entry.r, []))
            last[2].append(place)
        found = [_fitting(entries, *each, counted) for each in plain.values()]
        named = {(target, key) for one in found for target, keys in one.named for key in keys}
        self._learn(entries, others, fitting, named)
        self._note_leaves(entries, found, others)
        return found, others

    def _note_leaves(
        self, entries: Sequence[Entry], found: Sequence[_Marks], others: Sequence[tuple[int, WriteRule]]
    ) -> None:
        """Note what leaves belong to of which others say nothing, or that were looked for before."""
        asked = self.homes.leaves.union(
            (rule.entity, entries[place].k) for place, rule in others if not rule.homes
        )
        for rule, _, places, _ in found if asked else ():
            for place in places:
                if (row := (rule.entity, entries[place].k)) in asked:
                    self.homes.note(row, rule.stated(entries[place]))

    def _count_plain(self, entries: Sequence[Entry], marks: _Marks, counted: list[bool]) -> None:
        """Tell of entries of one author that say the same of such rows whether they count."""
        author = self._author(marks.replica)
        if author is None:
            for place in marks.places:
                counted[place] = False
            return
        rights = author.rights
        if rights.ends is not None:
            for place in marks.places:
                counted[place] = rights.holds(marks.replica, entries[place].n)
        if rights.office:
            return
        for (name, _), (target, keys) in zip(marks.rule.homes, marks.named, strict=True):
            beyond = {key for key in keys if not author.reaches(target, key)}
            for place in marks.places if beyond else ():
                if entries[place].s[name] in beyond:
                    counted[place] = False

    def _author(self, replica: str) -> "_Author | None":
        """Return who writes under a replica id; None for somebody who is not in the list."""
        if replica not in self._authors:
            name = author_of(replica)
            rights = self._authority.authors.get(name)
            self._authors[replica] = None if rights is None else _Author(name, rights, self.homes)
        return self._authors[replica]

    def _learn(
        self,
        entries: Sequence[Entry],
        found: Sequence[tuple[int, WriteRule]],
        fitting: dict[int, bool],
        wanted: set[RowKey],
    ) -> None:
        """Look up what entries are about and name, with `wanted`, and learn what they prove themselves."""
        proofs: list[tuple[Entry, WriteRule]] = []
        for place, rule in found:
            entry = entries[place]
            fitting[place] = fits = not rule.proving or rule.fits(entry)
            if rule.homes and fits:
                proofs.append((entry, rule))
                wanted.update(rule.stated(entry))
            placed = bool(rule.described.home) and not (rule.leaf and rule.homes)
            if placed or entry.e == "person":
                wanted.add((entry.e, entry.k))
            if entry.e in _PLACING:
                wanted.add(("person", str(entry.s.get("person"))))
        self.homes.look_up(wanted)
        for entry, rule in proofs:
            self._prove(entry, rule)

    def _prove(self, entry: Entry, rule: WriteRule) -> None:
        """Learn where a row belongs. Of a key that somebody made that one says so, or the office.

        A few bits of it tell what it belongs to: enough for its maker, whom nobody else can follow, too few
        against others, who could try until they fit.
        """
        row = (entry.e, entry.k)
        if rule.derived:
            if rule.leaf:
                self.homes.note(row, rule.stated(entry))
            elif entry.e != "team":
                self.homes.learn(row, rule.stated(entry))
            return
        author = self._author(entry.r)
        by_office = author is not None and author.rights.office and author.rights.holds(entry.r, entry.n)
        if by_office or is_made_by(entry.k, author_of(entry.r)):
            self.homes.learn(row, rule.stated(entry))

    def _counts(self, entry: Entry, rule: WriteRule, fits: bool) -> bool:
        author = self._author(entry.r)
        if author is None or (author.rights.ends is not None and not author.rights.holds(entry.r, entry.n)):
            return False
        # The office may say a part of a derived key alone, as of rows that an older program wrote.
        if not fits and not (author.rights.office and not (rule.derived and rule.homes)):
            return False
        if not author.rights.office and not self._may_write(entry, rule, author):
            return False
        if rule.decided and author.rights.office and not author.rights.decides:
            return False
        if entry.e == "team" and rule.homes:
            self.homes.learn(("team", entry.k), rule.stated(entry))
        elif entry.e in _PLACING and is_key(str(entry.s.get("person"))):
            self.homes.learn(("person", str(entry.s["person"])), [(entry.e, entry.k)])
        return True

    def _may_write(self, entry: Entry, rule: WriteRule, author: "_Author") -> bool:
        """Tell whether an author who is no office may write all that an entry says."""
        values = entry.s
        # Whoever moves a row, or names a course beside it, must be of the course that it goes to.
        for name, target in rule.homes:
            value = values[name]
            if value is not None and not author.reaches(target, value):
                return False
        for name in rule.courses:
            if values[name] is not None and not author.reaches("course", str(values[name])):
                return False
        return all(self._is_of(writers, entry, rule, author) for writers in rule.writers)

    def _is_of(self, writers: Writers, entry: Entry, rule: WriteRule, author: "_Author") -> bool:
        match writers:
            case Writers.TEAM:
                # A derived key has been found to be of what was stated.
                return bool(rule.derived and rule.homes) or author.reaches(entry.e, entry.k)
            case Writers.OFFICE:
                return False
            case Writers.ANYBODY:
                return True
            case Writers.MAKER:
                # What follows from its content nobody made: whoever has it writes it, and changes nothing.
                if is_derived(entry.k):
                    return not any(entry.w.values())
                return is_made_by(entry.k, author.name)
            case Writers.ADDRESSEE:
                offices = (name for name, each in self._authority.authors.items() if each.office)
                return belongs_to(entry.k, author.rights.code) and any(
                    is_made_by(entry.k, one) for one in offices
                )
            case Writers.ISSUER:
                return self._is_issued(entry, author)

    def _is_issued(self, entry: Entry, author: "_Author") -> bool:
        if not is_made_by(entry.k, author.name):
            return False
        if _SIGNED.isdisjoint(entry.s):
            return True
        return author.reaches(entry.e, entry.k) and self._check_signature(
            entry, author.rights, self._authority.office
        )


def _fitting(
    entries: Sequence[Entry], rule: WriteRule, replica: str, places: list[int], counted: list[bool]
) -> _Marks:
    """Return those of the entries at some places that fit their rows' keys; the others do not count."""
    chosen = [entries[place] for place in places]
    fits = rule.which_fit(chosen)
    if not all(fits):
        for place, fit in zip(places, fits, strict=True):
            counted[place] = fit
        places, chosen = [*compress(places, fits)], [*compress(chosen, fits)]
    named = [(target, {entry.s[name] for entry in chosen}) for name, target in rule.homes]
    return _Marks(rule, replica, places, named)


def rows_named(entry: Entry) -> list[RowKey]:
    """Return the row of an entry and the rows that it names."""
    rule = write_rule_of(entry.e, tuple(entry.s))
    if rule is None:
        return [(entry.e, entry.k)]
    named = [*rule.stated(entry), *(("course", str(entry.s[name])) for name in rule.courses)]
    return [(entry.e, entry.k), *(row for row in named if is_key(row[1]))]


def grounds_of(entry: Entry, authority: Authority, homes: Homes, most: int) -> set[RowKey]:
    """Return the rows by which it is told whether an entry counts: learning of no other one alters that.

    They are its own row and those that it names, what these belong to in turn, and the rows that would take
    its author into a team. Stops soon after there are more than `most`.
    """
    found: set[RowKey] = set()
    rights = authority.authors.get(author_of(entry.r))
    if rights is None or write_rule_of(entry.e, tuple(entry.s)) is None:
        return {(entry.e, entry.k)}
    waiting = rows_named(entry)
    while waiting and len(found) <= most:
        row = waiting.pop()
        if row not in found:
            found.add(row)
            if row[0] in _ROOTS:
                found.add(("team", derive_key("team", row[1], rights.code)))
            else:
                waiting += homes.of(row)
    return found


def all_fit(_entry: Entry, _rights: AuthorRights, _office: str) -> bool:
    """Check no signature: for worlds without certificates."""
    return True
