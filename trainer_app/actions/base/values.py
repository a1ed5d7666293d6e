"""Says in words what a field of the journal holds, and which values may be chosen for it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, get_type_hints

from trainer_app.actions.base.naming import Names
from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import reason_label
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.fields import FieldKind, ValueFormat
from trainer_app.domain.base.numbers import limit_label
from trainer_app.domain.base.schema import DELETED, field_label, field_of
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateReceipt
from trainer_app.domain.courses.courses import Assignment, Course, Enrolment, Session
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.evaluations.forms import Form, NamedPaper, Sitting
from trainer_app.domain.evaluations.questions import LETTERS, Question
from trainer_app.domain.exchange.forward_compat import fits, knows_field
from trainer_app.domain.people.persons import Person

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
