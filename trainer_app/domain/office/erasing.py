"""Erasing: what an erased entry leaves behind, the plan of it in words, and which entries are rewritten.

A person's rows stay as they are counted: that somebody of this sex took part, their marks, minutes and
points, the numbers of certificates. Names, rank, unit, duty district, telephone, remarks, the text on
certificates, and free words on tests go. The row keeps its key, which says nothing of anybody. Of what only a
newer version of the program understands all words and numbers go: nobody can tell here whom they are about.
The reason for a decision (`Entry.y`) is free text about a person, and never stays.

Taking an entry away undoes what it did: what it replaced would be shown again. So whatever may stay of it is
written anew, at the same time, and replaces all that it replaced. Every field that stays keeps its value and
its contradictions, and a deleted row stays deleted.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct

from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.fields import MergePolicy
from trainer_app.domain.base.journal import Entry, Time, in_portions, is_key
from trainer_app.domain.base.merging import Register, RowKey, RowValues
from trainer_app.domain.base.schema import DELETED, field_label, typed_fields
from trainer_app.domain.base.settings import Setting
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateFacts, written_facts
from trainer_app.domain.evaluations.questions import Question, credit_of
from trainer_app.domain.people.persons import NAME_FIELDS

JOINED_BY = Setting("joined_by", "", str)
"""The bundle by which this laptop joined its first office."""
REBUILT_BESIDE = Setting("rebuilt_beside", 0, int)
"""In a database that was made of the archive: how many entries the one in use had then."""


class WaitingKeys(msgspec.Struct, frozen=True):
    """Keys that wait. `signer` is the seed of the old root that hands over; `root` that of a new one."""

    step: str
    day: str
    recovery: str = ""
    standby: str = ""
    root: bytes = b""
    signer: bytes = b""


PAPER_KEYS = Setting[WaitingKeys | None]("paper_keys", None, WaitingKeys)
"""Keys whose papers nobody has confirmed yet."""


class HeldPapers(msgspec.Struct, frozen=True):
    """Which papers hold: the step that made them, and the day that stands on them."""

    step: str
    day: str


PAPERS_HELD = Setting[HeldPapers | None]("papers_held", None, HeldPapers)
"""The papers that hold; none where an older version made them."""


BLURRED = "–"
"""Takes the place of free words that earned nothing: answered, and nobody can say what."""

_STAYS = frozenset({(entity, "sex") for entity in ("person", "enrolment", "participation")})
"""Personal fields that reports count by and that name nobody."""

type FieldValues = dict[str, Any]


class Blurring(Struct, frozen=True):
    """How values are blurred whose rule lies outside this module.

    `question` returns the question with a key, or None; `credential_id` the id of a credential's text.
    """

    question: Callable[[str], Question | None]
    credential_id: Callable[[str], str]

    def rest_of(self, entity: str, fields: Mapping[str, Any], row: Mapping[str, Any]) -> FieldValues:
        """Return what may stay of the fields that one entry set; `row` is all that is shown of its row.

        An entry of which everything may stay is returned as it is, so that equality tells whether it must go.
        What is returned, given again, comes back unchanged.
        """
        if entity == "attachment":
            # Asked about only where all of a course goes; a scan shows names and signatures of many.
            return {}
        if entity == "answer":
            question = self.question(str(fields.get("question") or row.get("question") or ""))
            return {name: _answer(question, name, value) for name, value in fields.items()}
        rest: FieldValues = {}
        for name, value in fields.items():
            described = schema.field_of(entity, name)
            if described is None:
                personal = not _says_nothing(value)
            else:
                personal = described.personal and (entity, name) not in _STAYS
            if not personal or value is None or name == DELETED:
                rest[name] = value
            elif (entity, name) == ("certificate", "facts"):
                rest[name] = blur_facts(str(value))
            elif (entity, name) == ("certificate", "credential"):
                rest["credential_id"] = self.credential_id(str(value))
        return rest


def _says_nothing(value: Any) -> bool:
    """Tell whether a value that only a newer version understands can name nobody: yes, no, and keys."""
    values = value if isinstance(value, list) else [value]
    return all(isinstance(each, bool) or (isinstance(each, str) and is_key(each)) for each in values)


def blur_facts(text: str) -> str:
    """Return the frozen text of a certificate without whom it was for and who signed."""
    try:
        facts = msgspec.json.decode(text, type=CertificateFacts)
    except msgspec.DecodeError:
        return ""
    blurred = replace(
        facts, name="", latin="", rank="", rank_en="", rank_ru="", signatories=(), signatures=(), gender=""
    )
    return msgspec.json.encode(written_facts(blurred)).decode()


def blur_answer(question: Question | None, answer: str) -> str:
    """Return an answer that is worth the same and holds no free words. Choices and numbers stay."""
    if not answer or (question is not None and not question.handler.free_text):
        return answer
    worth = credit_of(question, answer) if question is not None else None
    if question is None or not worth:
        return BLURRED
    # What the key accepts stands in the question already; letters under a * are the person's own.
    candidates = (each.value.replace("*", "") for each in question.accepted)
    return next((each for each in candidates if each and credit_of(question, each) == worth), BLURRED)


def _answer(question: Question | None, name: str, value: Any) -> Any:
    if name in ("value", "second") and isinstance(value, str):
        return blur_answer(question, value)
    return value


class Erasure(Struct, frozen=True):
    """The record of one erasing: who decided, when, why, and what it took. It names nobody.

    `kind` is one of `ErasureKind`; `courses` are keys. `kept` are people who stay because other courses
    hold them.
    """

    key: str
    kind: str
    day: date | None
    by: str
    reason: str
    reference: str = ""
    person: str | None = None
    courses: tuple[str, ...] = ()
    people: int = 0
    kept: int = 0
    entries: int = 0
    certificates: int = 0
    scans: int = 0


class ErasedParticipations(Struct, frozen=True):
    """What stays of one course as anonymous figures: marks, tests, numbers of certificates."""

    course: str
    marks: int = 0
    papers: int = 0
    serials: tuple[str, ...] = ()


class NameMention(Struct, frozen=True):
    """Other rows of one kind in which the same family and given name stand, each in words."""

    entity: str
    places: tuple[Label, ...]


class ErasurePlan(Struct, frozen=True):
    """What erasing a person takes and what it leaves, before anything is done.

    `names` are all names that are one person here. `entries` counts lines of the journal that lose their
    content. `sheets` maps a course's code to its scanned sheets, on which others signed too; `papers` are
    files that somebody kept in the folder of papers; `snapshots` copies that are made anew; `archived`
    all files of the archive, the office's own among them: only those that hold the person are made anew;
    `aside` files set aside; `copied`: a copy of the archive lies on another disk; `laptops` hold the person
    until their next pack, `lost` ones were revoked and get none; `taught` are codes of courses where the
    person taught; `taken_back` counts people under this very name who are shown no more, and go too;
    `namesakes` are names of others with the same family and given name; `past` counts rows of which only the
    history says the name; `wrote` entries under this very name, which stay; `approved` are codes of approved
    courses where the person took part.
    """

    person: str
    names: tuple[str, ...]
    entries: int
    participations: tuple[ErasedParticipations, ...] = ()
    sheets: Mapping[str, int] = MappingProxyType({})
    papers: int = 0
    snapshots: int = 0
    archived: int = 0
    aside: int = 0
    copied: bool = False
    laptops: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    taught: tuple[str, ...] = ()
    taken_back: int = 0
    mentions: tuple[NameMention, ...] = ()
    namesakes: tuple[str, ...] = ()
    past: int = 0
    wrote: int = 0
    approved: tuple[str, ...] = ()

    @property
    def serials(self) -> tuple[str, ...]:
        """Numbers of all certificates, which stay in the register without a name."""
        return tuple(serial for each in self.participations for serial in each.serials)


_MOST_NAMED = 6


class PlanWords(Struct, frozen=True):
    """Three lists of sentences."""

    goes: tuple[Label, ...]
    stays: tuple[Label, ...]
    elsewhere: tuple[Label, ...]

    @property
    def all(self) -> tuple[Label, ...]:
        """All sentences, each list under its heading."""
        return (
            Label("erasing.heading.goes"),
            *self.goes,
            Label("erasing.heading.stays"),
            *self.stays,
            Label("erasing.heading.elsewhere"),
            *self.elsewhere,
        )


def plan_words(plan: ErasurePlan) -> PlanWords:
    """Return what erasing a person does, sentence by sentence."""
    return PlanWords(tuple(_goes(plan)), tuple(_stays(plan)), tuple(_elsewhere(plan)))


def purge_words(plan: "PurgePlan") -> PlanWords:
    """Return what erasing the names of courses does, sentence by sentence."""
    totals = {"people": plan.people, "kept": plan.kept}
    goes = [Label("retention.plan.course", each.values) for each in plan.courses]
    stays = (Label("retention.plan.stays"), Label("retention.plan.feedback"))
    elsewhere = (Label("erasing.elsewhere.outside"),)
    return PlanWords((*goes, Label("retention.plan.sum", totals)), stays, elsewhere)


def _first_of(named: Sequence[str | Label]) -> list[str | Label]:
    """Return the first few of what is named one by one, with how many more there are."""
    more = len(named) - _MOST_NAMED
    return [*named[:_MOST_NAMED], *([f"+ {more}"] if more > 0 else [])]


def _goes(plan: ErasurePlan) -> Iterable[Label]:
    fields = [
        field_label("person", name)
        for name, field in typed_fields("person").items()
        if field.personal and name not in NAME_FIELDS and ("person", name) not in _STAYS
    ]
    yield Label("erasing.goes.person", {"fields": fields})
    yield Label("erasing.goes.remarks")
    if plan.serials:
        yield Label("erasing.goes.certificates", {"count": len(plan.serials)})
    if plan.taken_back:
        yield Label("erasing.goes.taken_back", {"count": plan.taken_back})
    yield Label("erasing.goes.entries", {"count": plan.entries})
    if plan.snapshots:
        yield Label("erasing.goes.snapshots", {"count": plan.snapshots})
    if plan.archived:
        yield Label("erasing.goes.archived", {"count": plan.archived})


def _stays(plan: ErasurePlan) -> Iterable[Label]:
    yield Label("erasing.stays.sex")
    for each in plan.participations:
        values = {"course": each.course, "marks": each.marks, "papers": each.papers}
        yield Label("erasing.stays.course", values)
    if plan.participations:
        yield Label("erasing.stays.totals")
    if plan.approved:
        yield Label("erasing.stays.approved", {"courses": plan.approved})
    if plan.serials:
        values = {"count": len(plan.serials), "serials": _first_of(plan.serials)}
        yield Label("erasing.stays.serials", values)
    if plan.taught:
        yield Label("erasing.stays.taught", {"courses": ", ".join(dict.fromkeys(plan.taught))})
    if plan.wrote:
        yield Label("erasing.stays.wrote", {"count": plan.wrote})
    if plan.past:
        yield Label("erasing.stays.past", {"count": plan.past})


def _elsewhere(plan: ErasurePlan) -> Iterable[Label]:
    if plan.laptops:
        yield Label("erasing.elsewhere.laptops", {"laptops": ", ".join(plan.laptops)})
    if plan.lost:
        yield Label("erasing.elsewhere.lost", {"laptops": ", ".join(plan.lost)})
    for course, count in plan.sheets.items():
        yield Label("erasing.elsewhere.sheets", {"course": course, "count": count})
    for each in plan.mentions:
        what = Label(f"review.entity.{each.entity}")
        yield Label("erasing.elsewhere.mentions", {"what": what, "where": _first_of(each.places)})
    if plan.namesakes:
        values = {"count": len(plan.namesakes), "names": _first_of(plan.namesakes)}
        yield Label("erasing.elsewhere.namesakes", values)
    if plan.papers:
        yield Label("erasing.elsewhere.papers", {"count": plan.papers})
    if plan.aside:
        yield Label("erasing.elsewhere.aside", {"count": plan.aside})
    if plan.copied:
        yield Label("erasing.elsewhere.copied")
    yield Label("erasing.elsewhere.outside")


type RestOf = Callable[[str, Mapping[str, Any], Mapping[str, Any]], RowValues]
"""(entity, fields of an entry, row shown) -> what may stay of the fields; see `erasing.Blurring.rest_of`."""
type Entries = Mapping[bytes, Entry]
type Registers = Mapping[str, Register]


class Rewritten(Struct, frozen=True):
    """`silenced` are ids of entries that must go; `made` are new ones, still without replica and number."""

    silenced: frozenset[bytes] = frozenset()
    made: tuple[Entry, ...] = ()


def rewrite_entries(place: RowKey, entries: Entries, rest: RestOf) -> Rewritten:
    """Return what must happen to the entries of one row (id -> entry, erased ones left out)."""
    entity, _ = place
    # Most rows hold nothing personal. Knowing nothing of a row, `rest` lets no more of it stay.
    if all(not entry.y and rest(entity, entry.s, {}) == entry.s for entry in entries.values()):
        return Rewritten()
    registers = _fold(entries)
    outcome = merging.resolve(entity, registers)
    shown = outcome.row or {}
    silenced = frozenset(
        own for own, entry in entries.items() if entry.y or rest(entity, entry.s, shown) != entry.s
    )
    if not silenced:
        return Rewritten()
    staying = {own: entry for own, entry in entries.items() if own not in silenced}
    if outcome.row is None:
        again = _deleted_again(place, registers, entries)
        return Rewritten(silenced, tuple(part for entry in again for part in in_portions(entry)))
    lost = _LostSight(entries, silenced, registers)
    made = [
        _entry(place, entries[own], own, kept, lost)
        for own in sorted(silenced, key=lambda own: (entries[own].t, own))
        if (kept := rest(entity, _headed(entries[own], own, registers), shown))
    ]
    covered = {(name, old) for entry in made for name, olds in entry.w.items() for old in olds}
    made += _restated(place, registers, staying, lost, covered)
    if DELETED in outcome.contradictions:
        made += _unseen(place, registers, staying, made)
    return Rewritten(silenced, tuple(part for entry in made for part in in_portions(entry)))


def _fold(entries: Entries) -> dict[str, Register]:
    registers: dict[str, Register] = {}
    for own, entry in entries.items():
        for name, head, replaces in merging.heads_of(entry, own):
            merging.take(registers.setdefault(name, Register()), head, replaces)
    return registers


def _headed(entry: Entry, own: bytes, registers: Registers) -> RowValues:
    """Return the fields of an entry that are still shown or contradict what is shown."""
    return {name: value for name, value in entry.s.items() if own in registers[name].heads}


class _LostSight:
    """Entries that stay, or may still come, and were replaced only by some that go.

    Without help they would be shown again.
    """

    def __init__(self, entries: Entries, silenced: frozenset[bytes], registers: Registers) -> None:
        self._registers = registers
        self._old: dict[str, set[bytes]] = {}
        self._replaced: dict[str, set[bytes]] = {}
        for own, entry in entries.items():
            for name, _, replaces in merging.heads_of(entry, own):
                if own in silenced:
                    self._old.setdefault(name, set()).update(set(replaces) - silenced)
                else:
                    self._old.setdefault(name, set()).add(own)
                    self._replaced.setdefault(name, set()).update(replaces)

    @property
    def fields(self) -> Iterable[str]:
        """The fields of which anything stays."""
        return self._old.keys()

    def of(self, name: str) -> list[bytes]:
        """Return those of one field."""
        heads = self._registers[name].heads.keys() if name in self._registers else ()
        return sorted(self._old.get(name, set()) - self._replaced.get(name, set()) - set(heads))


def _entry(place: RowKey, entry: Entry, own: bytes, kept: RowValues, lost: _LostSight) -> Entry:
    """Return what takes the place of one entry. A decision stays one: it goes on naming what it decided."""
    replaces: dict[str, list[str]] = {}
    for name in kept:
        settled = sorted(set(entry.w.get(name, ())))
        immutable = schema.policy_of(place[0], name) is MergePolicy.IMMUTABLE
        if name not in entry.s or (immutable and len(settled) < 2):
            continue
        olds = [old.hex() for old in lost.of(name)]
        replaces[name] = sorted({own.hex(), *olds, *settled})
    if kept.get(DELETED) is True:
        replaces = {**{name: list(olds) for name, olds in entry.w.items()}, **replaces}
    return _new(place, entry.t, kept, replaces)


def _restated(
    place: RowKey,
    registers: Registers,
    staying: Entries,
    lost: _LostSight,
    covered: set[tuple[str, str]],
) -> Iterable[Entry]:
    """Yield values that stay anyway, said again where they must replace what has lost its replacement."""
    for name in sorted(lost.fields):
        heads = registers[name].heads
        mine = [head for own, head in heads.items() if own in staying]
        olds = [old for old in lost.of(name) if (name, old.hex()) not in covered]
        if mine and olds:
            head = merging.winner(mine, schema.policy_of(place[0], name))
            seen = {other: list(olds) for other, olds in staying[head.id].w.items()} if head.seen else {}
            own = sorted(each.hex() for each in (head.id, *olds))
            yield _new(place, head.time, {name: head.value}, {**seen, name: own})


def _unseen(place: RowKey, registers: Registers, staying: Entries, made: list[Entry]) -> Iterable[Entry]:
    """Yield a value again that no delete has seen, where only what goes kept the row from being deleted."""
    stand_ins = {bytes([number >> 8, number & 255]): entry for number, entry in enumerate(made)}
    if merging.resolve(place[0], _fold({**staying, **stand_ins})).row is not None:
        return
    for name, register in sorted(registers.items()):
        mine = [head for own, head in register.heads.items() if own in staying and head.value is not None]
        if name != DELETED and mine:
            head = merging.winner(mine, schema.policy_of(place[0], name))
            yield _new(place, head.time, {name: head.value}, {name: [head.id.hex()]})
            return


def _deleted_again(place: RowKey, registers: Registers, entries: Entries) -> Iterable[Entry]:
    """Yield the delete of a row again, which now has seen all that stays of it or may still come."""
    replaces: dict[str, set[str]] = {}
    for own, entry in entries.items():
        for name in entry.s:
            replaces.setdefault(name, set()).update((own.hex(), *entry.w.get(name, ())))
    time = max(head.time for head in registers[DELETED].heads.values())
    named = {name: sorted(found) for name, found in replaces.items()}
    yield _new(place, time, {DELETED: True}, named)


def _new(place: RowKey, time: Time, fields: RowValues, replaces: dict[str, list[str]]) -> Entry:
    return Entry(r="", n=0, t=time, v=schema.VERSION, e=place[0], k=place[1], s=fields, w=replaces)


MOST_MONTHS = 600
MOST_DAYS = 3650
NOTICE_DAYS = 7
"""A laptop says that it will let go of names so many days before, and never sooner than it has said so."""
POSTPONED_DAYS = 30
"""How much longer a laptop keeps them when somebody says "not yet"."""


class RetentionSource(StrEnum):
    """What sets a course's day."""

    COURSE = "course"
    PROJECT = "project"
    OFFICE = "office"
    NONE = "none"


class RetentionRules(Struct, frozen=True):
    """The office's rule: months after the last day, and days after which laptops let go; None: never."""

    months: int | None = None
    drop_days: int | None = None


class RetentionLine(Struct, frozen=True):
    """One course: until when its names are kept and by whose rule. `people` stand on its list."""

    key: str
    code: str
    town: str
    last_day: date
    until: date | None
    source: RetentionSource
    people: int = 0
    purged_on: date | None = None
    over: bool = False
    """Its last day has passed, so that its data can be erased at all."""

    @property
    def own_day(self) -> date | None:
        """The day that was set for this course; None where a rule gives it."""
        return self.until if self.source is RetentionSource.COURSE else None

    def is_due(self, today: date) -> bool:
        """Tell whether the day has come and nothing was erased yet."""
        return self.over and self.purged_on is None and self.until is not None and self.until <= today


class CoursePurge(Struct, frozen=True):
    """What erasing takes of one course. `people` goes for good, `kept` have other courses."""

    code: str
    people: int
    kept: int
    certificates: int
    scans: int

    @property
    def values(self) -> dict[str, object]:
        """What is said of it in words."""
        names = ("people", "kept", "certificates", "scans")
        return {"course": self.code, **{name: getattr(self, name) for name in names}}


class PurgePlan(Struct, frozen=True):
    """What erasing some courses would do; people who took part in several count once in the sums."""

    courses: tuple[CoursePurge, ...]
    people: int
    kept: int
    entries: int

    @property
    def certificates(self) -> int:
        """Certificates whose name goes."""
        return sum(each.certificates for each in self.courses)

    @property
    def scans(self) -> int:
        """Scanned sheets that go."""
        return sum(each.scans for each in self.courses)


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a month that is shorter."""
    # Here and not above: no first screen asks for it.
    from calendar import monthrange

    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def kept_until(
    last_day: date, own: date | None, project: int | None, office: int | None
) -> tuple[date | None, RetentionSource]:
    """Return until when a course's names are kept, and what says so: its own day, its project, the office."""
    if own is not None:
        return own, RetentionSource.COURSE
    if project is not None:
        return add_months(last_day, project), RetentionSource.PROJECT
    if office is not None:
        return add_months(last_day, office), RetentionSource.OFFICE
    return None, RetentionSource.NONE
