"""The ledger of what is erased: upheld against every file that comes, and against older copies put back.

What a laptop that did not know yet wrote meanwhile about an erased person falls silent when it comes. What
must leave the files here is `clearing`'s.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from trainer_app.actions.base import identity, rights
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import ledger
from trainer_app.actions.exchange.clearing import (
    drop_carried,
    is_pending,
    note_pending,
    removed_unread,
    try_clear_files,
)
from trainer_app.bundle.credential import read_credential
from trainer_app.bundle.erasing import ErasedRows, LedgerLine
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.changes import Label, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry, decode_entry, entry_id, erase_line
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.rights import Right
from trainer_app.domain.evaluations.questions import Question
from trainer_app.domain.exchange.laptops import (
    ERASED_ENTRIES,
    ERASED_PEOPLE,
    LEDGER_EDITION,
    LEDGER_LINES,
    LEDGER_SEEN,
    PURGED_COURSES,
)
from trainer_app.domain.office.backups import LedgerTrouble, LeftOut
from trainer_app.domain.office.erasing import Blurring, Erasure
from trainer_app.domain.people.persons import ErasureKind
from trainer_app.store.base.database import Database
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.store import Store
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import forms
from trainer_app.store.office import erasing
from trainer_app.store.office.erasing import rows_of_courses, rows_of_people, silent_ids
from trainer_app.store.people import people
from trainer_app.system.clock import Clock
from trainer_app.system.files import sidecar_of
from trainer_app.system.folders import DataFolder

UNDO_ENDS = Label("erasing.step.undo_ends")
AGAIN = Label("erasing.step.again")


def uphold(work: Workplace, touched: Collection[RowKey]) -> int:
    """Let fall silent what came about people who were erased, or whose courses were; return how many lines.

    Use inside the transaction that took it in.
    """
    if not touched:
        return 0
    erased_rows = _erased_rows(work, touched)
    rows = erased_rows.intersection(touched)
    if not rows:
        return 0
    # Also what came before the row by which it is known whose it is.
    rows |= erasing.rows_below(work.database, rows) & erased_rows
    planned = erasing.plan_erasing(work.database, rows, blurring(work).rest_of)
    erasing.silence_planned(work.journal, planned, UNDO_ENDS, work.clock.millis())
    if planned.gone and may_erase(work):
        _restate(work, ())
    return len(planned.gone)


def may_erase(work: Workplace) -> bool:
    """Tell whether this computer decides what is erased: the office, or a laptop without one."""
    return work.role is Role.OFFICE or not identity.has_office(work)


def may_ask_to_erase(work: Workplace) -> bool:
    """Tell whether it is erased here, or another head at the office is asked to, from the road."""
    return may_erase(work) or (work.travels and rights.takes_two(work))


def resume(work: Workplace) -> int:
    """Finish what a power cut left undone, and erase again what an older copy brought back.

    It comes before anything is shown or sent, by whichever way the data folder was opened; `work.left_out`
    tells what it was. Return how many files set aside were removed unread with that.
    """
    if work.on_server and not rights.may(work, Right.RECORD):
        return 0  # a server lets a reader write nothing: whoever unlocks next and may does it
    if work.took_new_replica or ledger.has_changed(work):
        work.left_out = joined_left_out(work.left_out, erase_again(work))
        ledger.publish(work)
    if erasing.is_retyped(work.database):
        with work.journal.transaction():
            silence_retyped(work)
    drop_carried(work)
    if not is_pending(work):
        return 0
    before = removed_unread(work)
    try_clear_files(work, no_progress)
    return removed_unread(work) - before


def silence_retyped(work: Workplace) -> bool:
    """Let fall silent what was typed here again of people who were erased; return whether anything was.

    Use inside a transaction. The files are cleared with it, see `try_clear_files`.
    """
    if not erasing.is_retyped(work.database):
        return False
    found = bool(_silence_named(work))
    if found:
        note_pending(work)
    return found


def erase_again(work: Workplace, others: Sequence[bytes] = (), identities: Sequence[str] = ()) -> LeftOut:
    """Erase again whatever the ledgers name and this database shows; return what that was.

    `others` are ledgers from elsewhere, `identities` what opens the key of one of another database.
    """
    with work.journal.transaction():
        troubles = ledger.unite(work, others, identities)
        lines = ledger.lines(work)
        rows = _silence_named(work)
        if may_erase(work):
            rows |= _restate(work, [line.rows.record for line in lines if line.rows.record is not None])
        if rows:
            note_pending(work)
        return _left_out(rows, lines, troubles)


def erase_in_copy(
    folder: DataFolder,
    database: Database,
    key: DataKey,
    clock: Clock,
    others: Sequence[bytes] = (),
    *,
    elsewhere: bool = False,
) -> LeftOut:
    """Erase again, in a database that is about to be put in place, what the ledgers name.

    One from `elsewhere` cannot say what became of the ledger of this folder.
    """
    store = Store(database, key.key, clock.millis, lambda replica, number: None)
    fresh = Workplace(folder, store, clock, sidecar_of(folder), key)
    store.forget_setting(LEDGER_SEEN)
    if elsewhere:
        store.forget_setting(LEDGER_EDITION)
    if not (any(others) or store.setting(LEDGER_LINES) or ledger.has_changed(fresh)):
        return LeftOut()
    # To what its own numbers were given since is not known here.
    store.journal.take_new_replica()
    return erase_again(fresh, others)


def learn(work: Workplace) -> None:
    """Name on a laptop what a file of its office erased here, so that no older copy brings it back."""
    if may_erase(work):
        return
    people = {key for key, gone in erasing.shown_people(work.database).items() if gone}
    entries = {own.hex() for own in silent_ids(work.database, dropped=False)}
    named, silent = work.store.setting(ERASED_PEOPLE), work.store.setting(ERASED_ENTRIES)
    rows = ErasedRows(people=tuple(sorted(people - named)), entries=tuple(sorted(entries - silent)))
    if rows:
        with work.journal.transaction():
            ledger.add(work, rows)
        ledger.publish(work)


def not_erased(
    work: Workplace, pairs: Iterable[tuple[bytes, Entry]], met: list[bytes]
) -> Iterable[tuple[bytes, Entry]]:
    """Give lines that come in a file, those that are erased on this laptop as what is left of them.

    `met` takes the ids of those, once all are given.
    """
    gone = {bytes.fromhex(own) for own in work.store.setting(ERASED_ENTRIES)}
    return _without(gone, pairs, met) if gone else pairs


def _without(
    gone: Collection[bytes], pairs: Iterable[tuple[bytes, Entry]], met: list[bytes]
) -> Iterator[tuple[bytes, Entry]]:
    for line, entry in pairs:
        own = entry_id(line) if not entry.erased else b""
        if own in gone:
            met.append(own)
            silent = erase_line(line)
            yield silent, decode_entry(silent)
        else:
            yield line, entry


def _silence_named(work: Workplace) -> frozenset[RowKey]:
    """Let fall silent what stands here of people, courses and entries that were erased; return its rows."""
    at = work.clock.millis()
    ids = {bytes.fromhex(own) for own in work.store.setting(ERASED_ENTRIES)}
    touched = frozenset[RowKey]()
    if ids:
        touched = erasing.silence_entries(work.journal, ids, UNDO_ENDS, at)
    rows = _erased_rows(work)
    if rows:
        planned = erasing.plan_erasing(work.database, rows, blurring(work).rest_of)
        erasing.silence_planned(work.journal, planned, UNDO_ENDS, at)
        touched |= planned.rows
    return touched


def _restate(work: Workplace, records: Sequence[Erasure]) -> frozenset[RowKey]:
    """Say again, where an older copy does not, who was erased, and bring back the records of it."""
    persons = work.store.setting(ERASED_PEOPLE)
    shown = erasing.shown_people(work.database)
    here = {each.key for each in erasing.list_erasures(work.database)}
    writes = [Write("person", key, {"erased": True}) for key in sorted(persons) if shown.get(key) is False]
    for record in {each.key: each for each in records if each.key not in here}.values():
        writes.append(Write("erasure", record.key, erasing.erasure_fields(record)))
    if not writes:
        return frozenset()
    return work.journal.record(AGAIN, writes, note=True).touched


def _left_out(
    rows: Collection[RowKey], lines: Sequence[LedgerLine], troubles: frozenset[LedgerTrouble]
) -> LeftOut:
    """Tell what was erased again, with the day of the newest of those erasings."""
    persons = {key for entity, key in rows if entity == "person"}
    people, courses, days = set[str](), set[str](), [""]
    for line in lines:
        found = persons.intersection(line.rows.people)
        if found:
            alone = line.rows.record is not None and line.rows.record.kind == ErasureKind.PERSON
            people |= {line.rows.people[0]} if alone else found
        record = line.rows.record
        back = record is not None and record.courses and ("erasure", record.key) in rows
        courses |= set(line.rows.courses) if back else set()
        if found or back:
            days.append(line.day)
    day = max(days)
    return LeftOut(len(people), len(courses), len(rows), date.fromisoformat(day) if day else None, troubles)


def joined_left_out(first: LeftOut, second: LeftOut) -> LeftOut:
    """Return what two lookings, one after the other, left out."""
    days = [each.day for each in (first, second) if each.day]
    return LeftOut(
        max(first.people, second.people),
        max(first.courses, second.courses),
        first.entries + second.entries,
        max(days, default=None),
        first.troubles | second.troubles,
    )


def purged_courses(work: Workplace) -> frozenset[str]:
    """Return the keys of the courses whose data were erased here."""
    return work.store.setting(PURGED_COURSES)


def blurring(work: Workplace) -> Blurring:
    """Return how values are blurred, with this database's questions."""

    @cache
    def question(key: str) -> Question | None:
        return forms.get_question(work.database, key)

    return Blurring(question, _credential_id)


def _credential_id(text: str) -> str:
    try:
        return read_credential(text).id
    except TrainerError:
        return ""


def _erased_rows(work: Workplace, within: Collection[RowKey] | None = None) -> frozenset[RowKey]:
    persons, purged = work.store.setting(ERASED_PEOPLE), work.store.setting(PURGED_COURSES)
    rows: frozenset[RowKey] = frozenset()
    if persons:
        rows |= rows_of_people(work.database, persons, within)
    if purged:
        rows |= rows_of_courses(work.database, purged, within)
    return rows


def people_of_courses(work: Workplace, chosen: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of people who go, and of those who stay because something else holds them."""
    free = frozenset(chosen) | purged_courses(work)
    inside: set[str] = set()
    held = {found.person for found in courses.list_assignments(work.database)}
    for item in courses.list_enrolments(work.database):
        own = item.enrolment
        if own.course in chosen:
            inside.add(own.person)
        if own.course not in free:
            held.add(own.person)
    joins = people.joins(work.database)
    gone: set[str] = set()
    kept: set[str] = set()
    for person in inside:
        if person not in gone and person not in kept:
            group = joins.group(person)
            (kept if held.intersection(group) else gone).update(group)
    return frozenset(gone), frozenset(kept)
