"""What must be there once and is there twice: numbers on a list, serials, certificates."""

from trainer_app.actions.naming import Names
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import Value
from trainer_app.domain.review import ReviewItem, ReviewKind, Side
from trainer_app.store import certificates, chronicle, enrolments
from trainer_app.store.database import Database
from trainer_app.store.journal import Write

_IN_SIGHT = "t.course IN (SELECT id FROM course) AND t.person IN (SELECT id FROM person)"
_VALID = "coalesce(t.void, 0) = 0 AND t.replaced_by IS NULL AND t.enrolment IN (SELECT id FROM enrolment)"


def count_doubles(work: Workplace) -> int:
    """Return how many rows must get another number or serial."""
    return sum(len(keys) - 1 for keys in _numbers(work)) + len(_certificates(work))


def list_doubles(work: Workplace, names: Names) -> list[ReviewItem]:
    """Return each row whose number or serial another, older row has; the sides are the two rows."""
    numbers = [_number_item(work, names, keys[0], key) for keys in _numbers(work) for key in keys[1:]]
    certificates_ = [_certificate_item(work, names, first, key) for key, first in _certificates(work).items()]
    return [*numbers, *certificates_]


def settle_double(work: Workplace, item: ReviewItem, place: int, reason: str, label: Label) -> Changes:
    """Let the side at `place` keep what it has: the other one gets a new number, or is declared void."""
    keys = [str(side.values["row"]) for side in item.sides]
    others = [key for at, key in enumerate(keys) if at != place]
    if len(others) == len(keys):
        raise TrainerError("review.bad_choice")
    if item.kind is ReviewKind.DOUBLE_NUMBER:
        return _renumber(work, others, reason)
    fields: dict[str, Value] = {"void": True, "reason": reason or None}
    return work.journal.record(label, [Write("certificate", key, fields) for key in others])


def _numbers(work: Workplace) -> list[list[str]]:
    database = work.database
    return database.remembered(
        "double numbers",
        lambda: chronicle.doubled(database, "enrolment", ("course", "number"), _IN_SIGHT),
        ("enrolment", "course", "person"),
    )


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
    serials = chronicle.doubled(database, "certificate", ("serial",), _VALID)
    shared = {key for keys in serials for key in keys}
    groups = [
        [key for key in keys if key not in shared]
        for keys in chronicle.doubled(database, "certificate", ("enrolment",), _VALID)
    ]
    return {key: keys[0] for keys in (*serials, *groups) for key in keys[1:]}


def _number_item(work: Workplace, names: Names, first: str, second: str) -> ReviewItem:
    found = enrolments.get_enrolment(work.database, second)
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


def _side(work: Workplace, names: Names, entity: str, key: str, words: Label, *, shown: bool) -> Side:
    """Return a row as a side, with who made it."""
    made = chronicle.made(work.journal, entity, key)
    if made is None:
        return Side({"row": key}, words=words, shown=shown)
    device = names.device(made.replica)
    return Side({"row": key}, made.user, made.at, device, made.file, shown=shown, words=words)


def _renumber(work: Workplace, keys: list[str], reason: str) -> Changes:
    every = [found.enrolment for found in enrolments.list_enrolments(work.database)]
    writes, number = [], 0
    for key in keys:
        course = next(found.course for found in every if found.key == key)
        number = max(number, *(found.number for found in every if found.course == course)) + 1
        writes.append(Write("enrolment", key, {"number": number}, reason=reason))
    return work.journal.record(Label("review.step.renumber", {"number": number}), writes)
