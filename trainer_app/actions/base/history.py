"""Undo and redo, each step in words; and the history of one row.

A row's history tells each thing that it said, who wrote it where, and how far it has come to the office.
`say` and its like tell in words what a field of the journal holds, and which values may be chosen.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, get_type_hints

from trainer_app.actions.base import heads, rights, sync_status
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import reason_label
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import FieldKind, ValueFormat
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.numbers import limit_label
from trainer_app.domain.base.schema import DELETED, field_label, field_of
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateReceipt
from trainer_app.domain.courses.courses import Assignment, Course, Enrolment, Session
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.evaluations.forms import Form, NamedPaper, Sitting
from trainer_app.domain.evaluations.questions import LETTERS, Question
from trainer_app.domain.exchange.laptops import PACK_COURSES, fits, knows_field
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.people.persons import Person
from trainer_app.domain.review.contradictions import RowChange, RowHistory
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import Step
from trainer_app.store.base.entry_history import WrittenEntry
from trainer_app.store.base.journal import Others
from trainer_app.store.evaluations import papers
from trainer_app.store.exchange import transfers

ENTER_FEEDBACK = "feedback_paper.step.enter"


def others_of(work: Workplace) -> Others:
    """Return what tells what other programs write into this data folder from now on."""
    return Others(work.journal)


def undo_feedback_entry(work: Workplace, undo: Callable[[], Changes]) -> Changes:
    """Run an undo or redo of `enter_papers`: what leaves the journal waits as a draft again, and back.

    So nothing is lost by taking back the step in which papers of nobody entered together.
    """
    with work.journal.transaction():
        drafts = {draft.key: draft for draft in papers.list_drafts(work.database)}
        before = papers.all_feedback_papers(work.database)
        changes = undo()
        touched = {key for entity, key in changes.touched if entity == "feedback_paper"}
        after = papers.all_feedback_papers(work.database)
        for key in sorted(touched & before.keys() - after.keys()):
            papers.put_draft(work.database, replace(before[key], finished=True, waiting=True))
        papers.drop_drafts(work.database, sorted(touched & drafts.keys() & after.keys()))
    return changes


_CERTIFYING = frozenset(("serial", "void", "replaced_by"))
"""Fields of a certificate on which others rely once a file has carried them away, in whichever step."""


@guarded
def undo(work: Workplace) -> Changes:
    """Take back the newest step, passing over those that were refused for good before.

    Raises history.nothing_to_undo, history.changed_since, history.waits, history.used_since,
    history.certificates_sent, history.certificates_printed.
    """
    found = pending(work, 1)
    if not found:
        raise TrainerError("history.nothing_to_undo")
    return undo_step(work, found[0].number)


@guarded
def redo(work: Workplace) -> Changes:
    """Do again what was undone last. Raises history.nothing_to_redo, history.changed_since."""
    return _inverted(work, next_redo(work), work.store.history.redo)


@guarded
def undo_step(work: Workplace, step: int, *, for_good: bool = False) -> Changes:
    """Take back one step as a whole; `for_good`: no redo. Raises as `undo`, and history.undone_already."""
    found = work.store.history.find(step)
    if found is not None:
        _check_not_sent(work, found)
    try:
        return _inverted(work, found, lambda: work.store.history.undo_step(step, for_good=for_good))
    except TrainerError as error:
        if error.code in ("history.changed_since", "history.waits", "joint.decided"):
            work.overruled_steps.add(step)
        raise


def pending(work: Workplace, limit: int) -> list[Step]:
    """Return the steps that can be taken back, newest first, without those refused for good before."""
    refused = work.overruled_steps
    found = work.store.history.pending(limit + len(refused))
    return [step for step in found if step.number not in refused][:limit]


def next_redo(work: Workplace) -> Step | None:
    """Return the step that redo would do again."""
    return work.store.history.next_redo()


def courses_of(work: Workplace, step: int) -> frozenset[str]:
    """Return the courses in which a step was done; none of one that belongs to no course."""
    return work.store.history.courses_of(step)


def recent(work: Workplace, limit: int = 50) -> list[Step]:
    """Return the newest steps, newest first."""
    return work.store.history.recent(limit)


def last_written(work: Workplace) -> int | None:
    """Return when something was written to the database last, by a person or from a file, in wall ms."""
    steps = recent(work, 1)
    moments = [step.at for step in steps] + [transfers.last_arrival(work.database)]
    return max((moment for moment in moments if moment), default=None)


def _inverted(work: Workplace, step: Step | None, invert: Callable[[], Changes]) -> Changes:
    """Take a step back or do it again; papers of nobody that leave the journal wait as drafts again."""
    if step is not None:
        rights.check_step(work, step.label.code)
        if any(entry.e == heads.ENTITY for entry in work.store.history.entries(step.number)):
            raise TrainerError("joint.decided")
    if step is not None and step.label.code == ENTER_FEEDBACK:
        return undo_feedback_entry(work, invert)
    try:
        return invert()
    except TrainerError as error:
        if error.code == "history.used_since" and step is not None and _certifying(work, step):
            # What rests on a certificate is the count of its prints: its number is in people's hands.
            raise TrainerError("history.certificates_printed") from error
        raise


def _certifying(work: Workplace, step: Step) -> list[Entry]:
    """Return what a step wrote that issued, voided or replaced certificates."""
    return [
        entry
        for entry in work.store.history.entries(step.number)
        if entry.e == "certificate" and not _CERTIFYING.isdisjoint(entry.s)
    ]


def _check_not_sent(work: Workplace, step: Step) -> None:
    """Refuse to undo on certificates what a file has carried away: a new step with a reason puts it right."""
    written = _certifying(work, step)
    if not written:
        return
    # The first copy of a file is as old as what is in it; later copies of it bring nothing newer.
    kinds = (sync_status.WHOLE_FILE, sync_status.PART_FILE)
    sent = [copies[0].at for copies in sync_status.departures_by_bundle(work, *kinds)]
    if _given_to_others(work, step):
        sent += [copies[0].at for copies in sync_status.departures_by_bundle(work, "pack")]
    last = max(written, key=lambda entry: entry.n)
    # Not by the clock alone: it may have been set back between the step and the file.
    state = sync_status.state_of(work, last.r, last.n)
    if state not in (None, ChangeState.UNSENT) or (sent and max(sent) >= step.at):
        raise TrainerError("history.certificates_sent")


def _given_to_others(work: Workplace, step: Step) -> bool:
    """Tell whether packs carry to laptops what a step wrote: those of the office, with the step's course."""
    given = {key for keys in work.store.setting(PACK_COURSES).values() for key in keys}
    return not given.isdisjoint(courses_of(work, step.number))


type SayEntry = Callable[[Names, Mapping[str, Any], Mapping[str, Any]], tuple[Label, ...]]
"""(names, the fields of an entry, what had been written before) -> what the entry says; nothing: left out."""


def row_history(work: Workplace, entity: str, key: str, told: Collection[str], say: SayEntry) -> RowHistory:
    """Return what was ever written into some fields of a row, here and on other laptops, the newest first.

    Reads the whole journal: for one row, on request.
    """
    standing = entry_history.standing_entries(work.journal, entity, key, told)
    written = entry_history.written_entries(work.database, entity, key)

    def state(each: WrittenEntry) -> ChangeState | None:
        return sync_status.state_of(work, each.replica, each.number)

    return _told_history(Names(work), written, standing, told, say, state)


def row_histories(
    work: Workplace,
    names: Names,
    written: Mapping[RowKey, Sequence[WrittenEntry]],
    told: Collection[str],
    say: SayEntry,
) -> dict[RowKey, RowHistory]:
    """Return the same of many rows, of what `written_of_rows` found of them, without how far it has come."""
    standing = entry_history.standing_of_rows(work.journal, written, told)
    return {
        row: _told_history(names, entries, standing[row], told, say, lambda _each: None)
        for row, entries in written.items()
    }


def _told_history(
    names: Names,
    entries: Sequence[WrittenEntry],
    standing: tuple[Collection[bytes], Collection[bytes]],
    told: Collection[str],
    say: SayEntry,
    state: Callable[[WrittenEntry], ChangeState | None],
) -> RowHistory:
    stands, contradicts = standing
    known: dict[str, Any] = {}
    changes = []
    for written in entries:
        said = say(names, written.values, known)
        known.update(written.values)
        if not said:
            continue
        sides = ((user, say(names, values, {})[:1]) for user, values in written.settled)
        changes.append(
            RowChange(
                said=said,
                values={name: value for name, value in written.values.items() if name in told},
                user=written.user,
                at=written.at,
                device=names.device(written.replica),
                file=written.file,
                state=state(written),
                stands=written.id in stands,
                contradicts=written.id in contradicts,
                decided=tuple((user, words) for user, side in sides for words in side),
                reason=written.reason,
            )
        )
    return RowHistory(tuple(reversed(changes)))


def say_beside(
    names: Names, entity: str, name: str, values: Mapping[str, Any], known: Mapping[str, Any]
) -> tuple[Label, ...]:
    """Return "remark: came on foot" for a field that an entry changed; nothing where it did not."""
    if name not in values or values[name] == known.get(name):
        return ()
    value = values[name]
    words = say_field(names, entity, name, value) if value else Label("review.value.blank")
    field = field_label(entity, name)
    return (Label("review.value.field", {"field": field, "value": words}),)


_RECORDS: Mapping[str, type] = {
    "assignment": Assignment,
    "course": Course,
    "enrolment": Enrolment,
    "form": Form,
    "paper": NamedPaper,
    "person": Person,
    "question": Question,
    "session": Session,
    "sitting": Sitting,
}


def _choices(record: type) -> Iterator[tuple[str, type[StrEnum]]]:
    """Yield the attributes of a record that are words from a list, each with the list."""
    for name, hint in get_type_hints(record).items():
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            yield name, hint


_OPTIONS: Mapping[tuple[str, str], tuple[str, ...]] = {
    **{(entity, name): tuple(it) for entity, record in _RECORDS.items() for name, it in _choices(record)},
    ("attendance", "mark"): tuple(Mark),
    ("attendance", "signed"): tuple(SignatureState),
    ("certificate", "kind"): tuple(CertificateKind),
    ("certificate", "received"): (CertificateReceipt.YES, CertificateReceipt.NO),
    ("enrolment", "override"): tuple(CertificateKind),
}
_OF_OPTIONS = ("accepted", *(f"{stem}_{language}" for stem in ("options", "notes") for language in LANGUAGES))
_MARK = 6
"""Digits by which two states of a form are told apart."""


def options(entity: str, field: str) -> tuple[tuple[str, Label], ...]:
    """Return the values of a field that are words from a list, each with its words; none for free ones."""
    return tuple((value, _option(entity, field, value)) for value in _OPTIONS.get((entity, field), ()))


def say(
    names: Names, entity: str, values: Mapping[str, Any], key: str = "", places: Sequence[int] = ()
) -> Label:
    """Return values that stand together in words: "late, 20 min", or the value itself.

    `key` is the row's, for what is told by the row: an answer by its question. `places` (from 0) are the
    questions of an anonymous sheet to be told, by default all.
    """
    if values.get(DELETED) is True:
        return Label("review.value.nothing_said" if entity == "pair" else "review.value.deleted")
    if not all(fits(entity, name, value) for name, value in values.items() if knows_field(entity, name)):
        return Label("newer.value")
    if entity == "attendance" and "mark" in values:
        missed = int(values.get("missed") or 0)
        mark = _option("attendance", "mark", values["mark"] or "none")
        early = min(int(values.get("early") or 0), missed)
        if early:
            told = {"mark": mark, "late": missed - early, "early": early}
            return Label("review.value.minutes_early", told)
        return Label("review.value.minutes", {"mark": mark, "missed": missed}) if missed else mark
    if entity == "pair" and "one" in values:
        return _say_of_pair(names, values)
    if entity == "answer" and len(values) == 1 and values.keys() <= {"value", "second"}:
        return names.papers.say_answer(key, next(iter(values.values())))
    if entity == "feedback_paper" and len(values) == 1 and values.keys() <= {"answers", "second"}:
        return names.papers.say_sheet(key, next(iter(values.values())) or [], places)
    if entity == "paper" and "points" in values:
        points, out_of = values["points"], values.get("out_of") or 0
        if points is None:
            return Label("review.value.blank")
        return Label("review.value.points", {"points": _hundredths(points), "out_of": _hundredths(out_of)})
    shown = {name: value for name, value in values.items() if name != DELETED and value is not None}
    known = {name: value for name, value in shown.items() if knows_field(entity, name)}
    if not known:
        return Label("newer.value" if shown else "review.value.blank")
    shown = known
    if len(values) == 1:
        name, value = next(iter(shown.items()))
        return say_field(names, entity, name, value)
    parts = [_named(entity, name, say_field(names, entity, name, value)) for name, value in shown.items()]
    return Label("review.value.list", {"parts": parts})


def _say_of_pair(names: Names, values: Mapping[str, Any]) -> Label:
    """Return whether two people are one; who they are stands in the title."""
    if values["one"] is None:
        return Label("review.value.nothing_said")
    if not values["one"]:
        return Label("review.value.two_people")
    return Label("review.value.one_person", {"shown": names.person(str(values.get("shown") or ""))})


_TOGETHER: Mapping[str, Sequence[set[str]]] = {
    "answer": ({"value"}, {"second"}),
    "attendance": ({"mark"}, {"mark", "missed"}, {"mark", "missed", "early"}),
    "feedback_paper": ({"answers"}, {"second"}),
    "paper": ({"points", "out_of"},),
    "pair": ({"one", "shown"}, {"first", "second", "one", "shown"}),
}
"""Fields that `say` puts into one phrase which leaves none of them out."""


def say_each(names: Names, entity: str, values: Mapping[str, Any], key: str = "") -> Label:
    """Return all that an entry says, field by field, for whoever has to agree to it: nothing is left out.

    What is blanked is said to be blank, and what this version does not know to be beyond it.
    """
    whole = set(values) in _TOGETHER.get(entity, ()) and None not in values.values()
    if values.get(DELETED) is True or whole:
        return say(names, entity, values, key)
    told = {name: _say_any(names, entity, name, value) for name, value in values.items() if name != DELETED}
    if len(values) == 1 and told:
        return next(iter(told.values()))
    parts = [
        _named(entity, name, value) if knows_field(entity, name) else value for name, value in told.items()
    ]
    if DELETED in values:
        parts.append(Label("review.value.bring_back"))
    return Label("review.value.list", {"parts": parts})


def _say_any(names: Names, entity: str, name: str, value: Any) -> Label:
    if value is None:
        return Label("review.value.blank")
    if not fits(entity, name, value):
        return Label("newer.value")
    return say_field(names, entity, name, value)


def say_field(names: Names, entity: str, name: str, value: Any) -> Label:
    """Return one field's value in words: a day, a time, yes or no, somebody's name, or the text typed."""
    described = field_of(entity, name)
    if value in _OPTIONS.get((entity, name), ()):
        return _option(entity, name, value)
    if described is None:
        return _text(str(value))
    if (entity, name) == ("attendance", "settled"):
        return reason_label(str(value))
    own = (
        _say_of_form(names, name, value)
        if entity in ("form", "question")
        else _say_as_shown(described.shown, value)
    )
    if own is not None:
        return own
    match described.kind:
        case FieldKind.FLAG:
            return Label("review.value.yes" if value else "review.value.no")
        case FieldKind.DAY:
            return _text(_day(str(value)))
        case FieldKind.KEY:
            return names.row(described.target or "", str(value))
        case FieldKind.LIST:
            return _text(_listed(names, name, value))
    return _text(str(value))


def _say_as_shown(shown: ValueFormat, value: Any) -> Label | None:
    """Return a value whose type does not tell how it is shown; None for any other."""
    match shown:
        case ValueFormat.CLOCK if isinstance(value, int):
            return _text(f"{value // 60:02}:{value % 60:02}")
        case ValueFormat.LIMIT if isinstance(value, int):
            return limit_label(value)
        case ValueFormat.RANK:
            return _text(Texts.made(lambda language: rank_name(str(value), language)))
    return None


def _say_of_form(names: Names, name: str, value: Any) -> Label | None:
    """Return what makes a form or a question in words; None for what is plain text."""
    if name == "frozen":
        return Label("review.value.as_used", {"mark": str(value)[:_MARK]})
    if name == "points" and isinstance(value, int):
        return _text(_hundredths(value))
    if name == "credits" and isinstance(value, list):
        return _text(_lettered([f"{_hundredths(each)} %" for each in value if isinstance(each, int)]))
    if name in _OF_OPTIONS and isinstance(value, list):
        return _text(_lettered([str(each) for each in value]))
    if name == "questions" and isinstance(value, list):
        return _text([names.row("question", str(each)) for each in value])
    return None


def _lettered(parts: Sequence[str]) -> list[str]:
    """Return what options hold, each behind its letter, so that words and worth are found together."""
    return [f"{LETTERS[index]}: {part}" for index, part in enumerate(parts[: len(LETTERS)])]


def _named(entity: str, name: str, value: Label) -> Label:
    return Label("review.value.field", {"field": field_label(entity, name), "value": value})


def _option(entity: str, field: str, value: str) -> Label:
    if (entity, field) == ("attendance", "mark"):
        return Label(f"attendance.mark.{value}")
    if (entity, field) == ("certificate", "kind"):
        return Label(f"certificate.kind.{value}")
    if (entity, field) == ("enrolment", "override"):
        return Label(f"eligibility.kind.{value}")
    if (entity, field) == ("course", "resit_rule"):
        return Label(f"sitting.resit.{value}")
    if field == "kind" and entity in ("form", "question"):
        return Label(f"{entity}.kind.{value}")
    if field == "occasion":
        return Label(f"evaluation.occasion.{value}")
    return Label(f"review.option.{entity}.{field}.{value}")


def _text(text: object) -> Label:
    return Label("review.value.text", {"text": text})


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _listed(names: Names, name: str, value: object) -> object:
    if not isinstance(value, list):
        return str(value)
    if name == "trainers":
        return [names.person(str(each)) for each in value]
    return [str(each) for each in value]


def _hundredths(value: int) -> str:
    whole, part = divmod(abs(value), 100)
    text = f"{whole}.{part:02d}".rstrip("0").rstrip(".") if part else str(whole)
    return f"-{text}" if value < 0 else text
