"""Inconsistencies: what does not fit together although no two entries contradict each other.

What must be there once and is there twice (numbers on a list, serials, certificates), rows whose parent is
missing or deleted, pairs of people who are kept apart but are one person by way of others, and joined people
who stand on a list more than once.
"""

from collections.abc import Sequence
from itertools import islice

from trainer_app.actions.base import naming
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.saying import say
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.courses.courses import rows_of_one_number
from trainer_app.actions.courses.one_person import listed_twice
from trainer_app.actions.people import joining
from trainer_app.domain.attendance.marks import IN_THE_ROOM, Attendance
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.numbers import row_ranges
from trainer_app.domain.base.schema import DELETED, ENTITIES
from trainer_app.domain.courses.courses import Enrolment, SessionState
from trainer_app.domain.people.persons import Pair
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind, ReviewSide
from trainer_app.store.attendance.marks import marks_of_course
from trainer_app.store.base import entry_history
from trainer_app.store.base.database import Database
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.entry_history import WrittenEntry
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import forms


def count_doubles(work: Workplace) -> tuple[int, int]:
    """Return how many rows must get another number, and how many certificates another serial."""
    return sum(len(keys) - 1 for keys in rows_of_one_number(work)), len(_certificates(work))


def list_doubles(work: Workplace, names: Names, limit: int | None = None) -> list[ReviewItem]:
    """Return each row whose number or serial another, older row has; the sides are the two rows.

    With a limit so many of both.
    """
    pairs = ((keys[0], key) for keys in rows_of_one_number(work) for key in keys[1:])
    numbers = [_number_item(work, names, *pair) for pair in islice(pairs, limit)]
    shared = islice(_certificates(work).items(), limit)
    return [*numbers, *(_certificate_item(work, names, first, key) for key, first in shared)]


def find_double(work: Workplace, names: Names, item: str) -> ReviewItem | None:
    """Return a double by its id."""
    entity, key, name = (*item.split("/"), "", "", "")[:3]
    if (entity, name) == ("enrolment", "number"):
        first = next((keys[0] for keys in rows_of_one_number(work) if key in keys[1:]), None)
        return _number_item(work, names, first, key) if first is not None else None
    if (entity, name) == ("certificate", "void") and key in (shared := _certificates(work)):
        return _certificate_item(work, names, shared[key], key)
    return None


def count_twice(work: Workplace) -> int:
    """Return how often a joined person is on a course's list more than once."""
    return len(listed_twice(work))


def list_twice(work: Workplace, names: Names, limit: int | None = None) -> list[ReviewItem]:
    """Return each joined person on a course's list more than once; the sides are the rows, by number."""
    return [_twice_item(work, names, rows) for rows in listed_twice(work)[:limit]]


def find_twice(work: Workplace, names: Names, item: str) -> ReviewItem | None:
    """Return one of `list_twice` by its id."""
    found = (rows for rows in listed_twice(work) if item == _twice_id(rows))
    rows = next(found, None)
    return _twice_item(work, names, rows) if rows is not None else None


@guarded
def settle_twice(work: Workplace, item: ReviewItem, place: int, reason: str) -> Changes:
    """Keep the row at index `place`; the others leave the list, with their marks."""
    return enrolments.keep_one_row(work, str(item.sides[place].values["row"]), reason)


def _twice_id(rows: Sequence[Enrolment]) -> str:
    return f"enrolment/{rows[0].key}/person"


def _twice_item(work: Workplace, names: Names, rows: Sequence[Enrolment]) -> ReviewItem:
    course = rows[0].course
    listed = {each.enrolment.key: each for each in enrolments.list_enrolments(work, course)}
    said = _marks_of_rows(work, rows)
    sides = []
    for own in rows:
        marked = [cells[own.key] for _, cells in said if own.key in cells]
        came = sum(cell.mark in IN_THE_ROOM for cell in marked)
        name = listed[own.key].person.name
        values = {"number": own.number, "name": name, "came": came, "marks": len(marked)}
        sides.append(_side(work, names, "enrolment", own.key, Label("review.value.row", values), shown=False))
    place = Label("review.place.twice_on_list", {"course": names.course(course)})
    differing = _differing(names, rows, said)
    if differing:
        place = Label("review.place.twice_differing", {"place": place, "marks": differing})
    return ReviewItem(
        id=_twice_id(rows),
        kind=ReviewKind.TWICE_ON_LIST,
        entity="enrolment",
        key=rows[0].key,
        fields=("person",),
        title=names.person_of_enrolment(rows[0].key),
        place=place,
        sides=tuple(sides),
    )


def _marks_of_rows(work: Workplace, rows: Sequence[Enrolment]) -> list[tuple[int, dict[str, Attendance]]]:
    """Return what each row says itself: (number of the session, mark by row); nothing of cancelled ones."""
    found = marks_of_course(work.database, rows[0].course)
    told = []
    for session in courses.list_sessions(work.database, rows[0].course):
        cells = {own.key: found[own.key, session.key] for own in rows if (own.key, session.key) in found}
        cells = {key: cell for key, cell in cells.items() if not cell.bare}
        if cells and session.state is not SessionState.CANCELLED:
            told.append((session.number, cells))
    return told


_MOST_TOLD = 3
"""Of more sessions in which the marks differ only the numbers are told besides."""


def _differing(
    names: Names, rows: Sequence[Enrolment], said: Sequence[tuple[int, dict[str, Attendance]]]
) -> tuple[Label, ...]:
    """Return in which sessions the rows of one person have different marks, and which."""
    apart = [
        (number, cells)
        for number, cells in said
        if len({(cell.mark, cell.missed, cell.early) for cell in cells.values()}) > 1
    ]
    found = []
    for number, cells in apart[:_MOST_TOLD]:
        each = tuple(
            Label("review.twice.mark", {"number": own.number, "mark": _say_mark(names, cells[own.key])})
            for own in rows
            if own.key in cells
        )
        found.append(Label("review.twice.session", {"session": number, "marks": each}))
    more = row_ranges([number for number, _ in apart[_MOST_TOLD:]])
    return (*found, *([Label("review.twice.more", {"sessions": more})] if more else []))


def _say_mark(names: Names, cell: Attendance) -> Label:
    values = {"mark": cell.mark.value if cell.mark else None, "missed": cell.missed, "early": cell.early}
    return say(names, "attendance", values)


@guarded
def settle_double(work: Workplace, item: ReviewItem, place: int, reason: str, label: Label) -> Changes:
    """Settle one number given twice: the side at index `place` keeps it.

    Other participants get a new number; other certificates are declared void with `reason`.
    """
    keys = [str(side.values["row"]) for side in item.sides]
    others = [key for at, key in enumerate(keys) if at != place]
    if len(others) == len(keys):
        raise TrainerError("review.bad_choice")
    if item.kind is ReviewKind.DOUBLE_NUMBER:
        return _renumber(work, others, reason)
    fields: dict[str, Value] = {"void": True, "reason": reason or None}
    return work.journal.record(label, [Write("certificate", key, fields) for key in others])


def _certificates(work: Workplace) -> dict[str, str]:
    """Return each certificate that must go -> the older one that has its serial or its participant."""
    database = work.database
    return database.remembered(
        "double certificates", lambda: _read_certificates(database), ("certificate", "enrolment")
    )


def _read_certificates(database: Database) -> dict[str, str]:
    """Read the same: what shares a serial is decided first.

    Only what holds then can be one too many for a participant.
    """
    serials = entry_history.find_equal_rows(database, "certificate", ("serial",))
    shared = {key for keys in serials for key in keys}
    groups = [
        [key for key in keys if key not in shared]
        for keys in entry_history.find_equal_rows(database, "certificate", ("enrolment",))
    ]
    return {key: keys[0] for keys in (*serials, *groups) for key in keys[1:]}


def _number_item(work: Workplace, names: Names, first: str, second: str) -> ReviewItem:
    found = courses.get_enrolment(work.database, second)
    number, course = (found.enrolment.number, found.enrolment.course) if found else (0, "")
    return ReviewItem(
        id=f"enrolment/{second}/number",
        kind=ReviewKind.DOUBLE_NUMBER,
        entity="enrolment",
        key=second,
        fields=("number",),
        title=names.person_of_enrolment(second),
        place=Label("review.place.double_number", {"number": number, "course": names.course(course)}),
        sides=tuple(
            _side(work, names, "enrolment", key, names.person_of_enrolment(key), shown=key == first)
            for key in (first, second)
        ),
    )


def _certificate_item(work: Workplace, names: Names, first: str, second: str) -> ReviewItem:
    both = [certificates.get_certificate(work.database, key) for key in (first, second)]
    same = both[0] is not None and both[1] is not None and both[0].serial == both[1].serial
    place = Label("review.place.double_serial", {"serial": both[1].serial if both[1] else ""})
    words = [Label("review.value.text", {"text": one.facts.name if one else ""}) for one in both]
    if not same:
        # Two laptops issued for one participant: the names say nothing, the serials do.
        serials = [one.serial if one else "" for one in both]
        place = Label("review.place.double_certificate", {"first": serials[0], "second": serials[1]})
        words = [
            Label("review.value.text", {"text": f"{said.values['text']}, {serial}"})
            for said, serial in zip(words, serials, strict=True)
        ]
    return ReviewItem(
        id=f"certificate/{second}/void",
        kind=ReviewKind.DOUBLE_SERIAL,
        entity="certificate",
        key=second,
        fields=("void",),
        title=Label("review.value.text", {"text": both[1].facts.name if both[1] else ""}),
        place=place,
        sides=tuple(
            _side(work, names, "certificate", key, said, shown=key == first)
            for key, said in zip((first, second), words, strict=True)
        ),
    )


def _side(work: Workplace, names: Names, entity: str, key: str, words: Label, *, shown: bool) -> ReviewSide:
    """Return a row as a side, with who made it."""
    made = entry_history.creating_entry(work.journal, entity, key)
    if made is None:
        return ReviewSide({"row": key}, words=words, shown=shown)
    device = names.device(made.replica)
    return ReviewSide({"row": key}, made.user, made.at, device, made.file, shown=shown, words=words)


def _renumber(work: Workplace, keys: list[str], reason: str) -> Changes:
    every = [found.enrolment for found in courses.list_enrolments(work.database)]
    writes, number = [], 0
    for key in keys:
        course = next(found.course for found in every if found.key == key)
        number = max(number, *(found.number for found in every if found.course == course)) + 1
        writes.append(Write("enrolment", key, {"number": number}, reason=reason))
    return work.journal.record(Label("review.step.renumber", {"number": number}), writes)


def waiting_item(work: Workplace, names: naming.Names, entity: str, key: str) -> ReviewItem:
    """Return a row that is shown nowhere, with a way to bring back what it belongs to if that was deleted."""
    parent, gone = next(iter(_parents(work, entity, key)), ("", False))
    row = Label(f"review.entity.{entity}")
    # What says where it belongs may have gone with an import that was undone, while that itself is here.
    place = Label("review.place.parent_unsaid", {"row": row})
    if parent:
        code = "review.place.parent_deleted" if gone else "review.place.parent_missing"
        place = Label(code, {"row": row, "parent": Label(f"review.entity.{parent}")})
    title, about = names.describe(entity, key, DELETED)
    if entity == "answer" and gone:
        # Whose paper it is, and which: "Bring it back" brings back the whole of it.
        place = Label("review.place.paper_deleted", about.values)
    made = entry_history.creating_entry(work.journal, entity, key)
    delete = ReviewSide({DELETED: True}, words=Label("review.value.deleted"))
    if entity == "pair":
        # No record of a person goes with it, as "Delete" beside a name would say.
        place = Label("review.place.pair_waiting")
        delete = ReviewSide({DELETED: True}, words=Label("review.value.pair_forgotten"))
    back = ReviewSide(
        {DELETED: False},
        user=made.user if made else "",
        at=made.at if made else 0,
        device=names.device(made.replica) if made else "",
        file=made.file if made else "",
        words=Label("review.value.bring_back"),
    )
    return ReviewItem(
        id=f"{entity}/{key}/{DELETED}",
        kind=ReviewKind.WAITING,
        entity=entity,
        key=key,
        fields=(DELETED,),
        title=title,
        place=place,
        sides=(back, delete) if gone else (delete,),
    )


def _parents(work: Workplace, entity: str, key: str) -> list[tuple[str, bool]]:
    """Return (entity, was it deleted) of each parent that is not there; deleted ones first."""
    return sorted(
        ((target, gone) for target, _, gone in _missing(work, entity, key)), key=lambda each: not each[1]
    )


def _missing(work: Workplace, entity: str, key: str) -> list[tuple[str, str, bool]]:
    """Return (entity, key, was it deleted) of the rows without which this one is not shown."""
    row = entry_history.shown_row(work.journal, entity, key)
    found = []
    for name in ENTITIES[entity].parents:
        target, parent = ENTITIES[entity].fields[name].target or "", str(row.get(name) or "")
        if parent and not entry_history.shown_row(work.journal, target, parent):
            found.append((target, parent, entry_history.is_deleted(work.journal, target, parent)))
    return found


def bring_back(work: Workplace, item: ReviewItem, reason: str) -> list[Write]:
    """Return what brings back the deleted rows that one waits for. Raises review.bad_choice if none is.

    A paper comes back with the answers that went with it.
    """
    rows = [(target, key) for target, key, gone in _missing(work, item.entity, item.key) if gone]
    if not rows:
        raise TrainerError("review.bad_choice")
    rows += [("answer", each) for target, key in rows if target == "paper" for each in _gone_with(work, key)]
    return [Write(target, key, delete=False, reason=reason) for target, key in rows]


def _gone_with(work: Workplace, paper: str) -> list[str]:
    """Return the answers of a deleted paper that were deleted too."""
    form = entry_history.last_row(work.journal, "paper", paper).get("form")
    found = forms.get_form(work.database, str(form)) if form else None
    asked = found.questions if found is not None else ()
    keys = [derive_key("answer", paper, question) for question in asked]
    return [key for key in keys if entry_history.is_deleted(work.journal, "answer", key)]


_ONE_PERSON = 1
"""The place of the side that says that they are one person."""


@guarded
def settle_joined_apart(work: Workplace, item: ReviewItem, place: int, reason: str) -> Changes:
    """Part two people, with what hangs on the second, or take back that they are not the same."""
    first, second = (str(item.sides[0].values[name]) for name in ("first", "second"))
    if place == _ONE_PERSON:
        return joining.keep_joined(work, first, second, reason)
    return joining.not_the_same(work, first, second, reason)


def joined_apart_item(work: Workplace, names: Names, pair: Pair) -> ReviewItem:
    """Return a pair of whom was said that they are not the same, and who are one person by way of others.

    Each of those joins counts, so that nobody is hidden. Only laptops that did not know of each other can say
    both: one who joins takes back what was said otherwise.
    """
    both = {"first": pair.first, "second": pair.second}
    joins = joining.joins_of(work)
    # The way from one to the other goes by these, of whom the last one written closed it.
    tying = [own.key for own in joins.joined if own.people & joins.group(pair.first)]
    written = [entry_history.creating_entry(work.journal, "pair", key) for key in tying]
    last = max((each for each in written if each is not None), key=lambda each: each.at, default=None)
    one = Label("review.value.one_person", {"shown": names.person(joins.head(pair.first))})
    said = entry_history.creating_entry(work.journal, "pair", pair.key)
    return ReviewItem(
        id=f"pair/{pair.key}/group",
        kind=ReviewKind.JOINED_APART,
        entity="pair",
        key=pair.key,
        fields=("one",),
        title=names.pair(both),
        place=Label("review.place.joined_apart"),
        sides=(
            _told_side(names, said, {**both, "one": False}, Label("review.value.two_people")),
            _told_side(names, last, {**both, "one": True}, one, shown=True),
        ),
    )


def _told_side(
    names: Names, made: WrittenEntry | None, values: dict[str, object], words: Label, *, shown: bool = False
) -> ReviewSide:
    if made is None:
        return ReviewSide(values, words=words, shown=shown)
    device = names.device(made.replica)
    return ReviewSide(values, made.user, made.at, device, made.file, shown=shown, words=words)
