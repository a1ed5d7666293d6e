"""What the journal holds, in words: a field, an entry, a row; and which values of a field may be chosen.

How a field is told follows from its declaration in the schema and from its type. Screens, histories, Review,
evidence and what somebody is told of their own data all ask here, so that one value reads alike everywhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, get_type_hints

import msgspec

from trainer_app.actions.base.naming import THEN, Names, one_by_one
from trainer_app.actions.base.workplace import ZONE
from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import reason_label
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.fields import Field, FieldKind, ValueFormat
from trainer_app.domain.base.numbers import duration_label, hundredths_texts, limit_label, percent_label
from trainer_app.domain.base.schema import DELETED, field_label, field_of
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.certificates.certificates import (
    CertificateFacts,
    CertificateKind,
    CertificateReceipt,
    Printing,
)
from trainer_app.domain.courses.courses import Assignment, Course, Enrolment, EnrolmentState, Session
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.evaluations.forms import Form, NamedPaper, Sitting
from trainer_app.domain.evaluations.questions import LETTERS, Question
from trainer_app.domain.exchange.laptops import fits, knows_field
from trainer_app.domain.people.persons import ErasureKind, Person, Sex
from trainer_app.system.clock import civil_moment


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
    "printing": Printing,
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
    ("erasure", "kind"): tuple(ErasureKind),
    ("participation", "result"): tuple(CertificateKind),
    ("participation", "sex"): tuple(Sex),
    ("participation", "state"): tuple(EnrolmentState),
}
_WORDS: Mapping[tuple[str, str], str] = {
    ("attendance", "mark"): "attendance.mark.",
    ("certificate", "kind"): "certificate.kind.",
    ("course", "resit_rule"): "sitting.resit.",
    ("enrolment", "override"): "eligibility.kind.",
    ("enrolment", "sex"): "review.option.person.sex.",
    ("form", "kind"): "form.kind.",
    ("paper", "occasion"): "evaluation.occasion.",
    ("participation", "result"): "eligibility.kind.",
    ("participation", "sex"): "review.option.person.sex.",
    ("participation", "state"): "review.option.enrolment.state.",
    ("question", "kind"): "question.kind.",
    ("sitting", "occasion"): "evaluation.occasion.",
}
"""Where the words of a field's values stand, if not in `review.option`."""
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
        told = {"points": hundredths_texts(points), "out_of": hundredths_texts(out_of)}
        return Label("review.value.points", told)
    shown = {name: value for name, value in values.items() if name != DELETED and value is not None}
    known = {name: value for name, value in shown.items() if knows_field(entity, name)}
    if not known:
        return Label("newer.value" if shown else "review.value.blank")
    shown = known
    if len(values) == 1:
        name, value = next(iter(shown.items()))
        return say_field(names, entity, name, value, key)
    parts = [
        _named(entity, name, say_field(names, entity, name, value, key)) for name, value in shown.items()
    ]
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
    "feedback_paper": ({"answers"}, {"second"}),
    "paper": ({"points", "out_of"},),
    "pair": ({"one", "shown"}, {"first", "second", "one", "shown"}),
}
"""Fields that `say` puts into one phrase which leaves none of them out."""


def say_each(names: Names, entity: str, values: Mapping[str, Any], key: str = "") -> Label:
    """Return all that an entry says, field by field, for whoever has to agree to it: nothing is left out.

    What is blanked is said to be blank, and what this version does not know to be beyond it. A mark is one
    phrase, in which minutes that nobody missed and an arrival that nobody noted are no news.
    """
    values = _without_silent(entity, values)
    if entity == "attendance" and "mark" in values and values.get(DELETED) is not True:
        return _say_mark(names, values, key)
    whole = set(values) in _TOGETHER.get(entity, ()) and None not in values.values()
    if values.get(DELETED) is True or whole:
        return say(names, entity, values, key)
    told = {
        name: _say_any(names, entity, name, value, key) for name, value in values.items() if name != DELETED
    }
    if len(values) == 1 and told:
        return next(iter(told.values()))
    parts = [
        _named(entity, name, value) if knows_field(entity, name) else value for name, value in told.items()
    ]
    if DELETED in values:
        parts.append(Label("review.value.bring_back"))
    return Label("review.value.list", {"parts": parts})


def _without_silent(entity: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing beside a mark: that no time of arrival was noted."""
    silent = entity == "attendance" and "mark" in values and values.get("arrived", "") is None
    return {name: value for name, value in values.items() if not (silent and name == "arrived")}


def _say_mark(names: Names, values: Mapping[str, Any], key: str) -> Label:
    """Return "late, 20 min", and what else an entry says beside its mark."""
    together = _PHRASES["attendance"]
    said = say(names, "attendance", {name: values[name] for name in together if name in values}, key)
    others = {name: value for name, value in values.items() if name not in together}
    if not others:
        return said
    rest = say_each(names, "attendance", others, key)
    if len(others) == 1 and knows_field("attendance", name := next(iter(others))) and name != DELETED:
        rest = _named("attendance", name, rest)
    return Label("review.value.list", {"parts": [said, rest]})


_PHRASES: Mapping[str, Sequence[str]] = {
    "attendance": ("mark", "missed", "early"),
    "pair": ("one", "shown"),
    "paper": ("points", "out_of"),
}
"""Fields that `say_row` puts into one phrase, the first of them with its name."""


def say_row(
    names: Names, entity: str, values: Mapping[str, Any], key: str = "", between: str = THEN
) -> Label:
    """Return what stands in a row, or what was written into it, for whoever it is about: each field named."""
    values = _without_silent(entity, values)
    together = {name: values[name] for name in _PHRASES.get(entity, ()) if name in values}
    parts = []
    for name, value in values.items():
        if name in together and value is not None and (name == next(iter(together)) or len(together) > 1):
            if name == next(iter(together)):
                parts.append(_named(entity, name, say(names, entity, together, key)))
            continue
        said = _say_any(names, entity, name, value, key)
        parts.append(_named(entity, name, said) if knows_field(entity, name) else said)
    return one_by_one(parts, between)


def _say_any(names: Names, entity: str, name: str, value: Any, key: str = "") -> Label:
    if value is None:
        return Label("review.value.blank")
    if not fits(entity, name, value):
        return Label("newer.value")
    return say_field(names, entity, name, value, key)


def say_field(names: Names, entity: str, name: str, value: Any, key: str = "") -> Label:
    """Return one field's value in words: a day, a time, yes or no, somebody's name, or the text typed.

    `key` is the row's, for an answer, which is told by its question.
    """
    described = field_of(entity, name)
    if value in _OPTIONS.get((entity, name), ()):
        return _option(entity, name, value)
    if described is None:
        return _text(str(value))
    if (entity, name) == ("attendance", "settled"):
        return reason_label(str(value))
    if entity == "answer" and name in ("value", "second"):
        return names.papers.say_answer(key, str(value))
    own = (
        _say_of_form(names, name, value)
        if entity in ("form", "question")
        else _say_as_shown(names, described, name, value)
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


def _say_as_shown(names: Names, field: Field, name: str, value: Any) -> Label | None:
    """Return a value whose type does not tell how it is shown; None for any other."""
    match field.shown:
        case ValueFormat.CLOCK if isinstance(value, int):
            return _text(f"{value // 60:02}:{value % 60:02}")
        case ValueFormat.LIMIT if isinstance(value, int):
            return limit_label(value)
        case ValueFormat.RANK:
            return _text(Texts.made(lambda language: rank_name(str(value), language)))
        case ValueFormat.LANGUAGE if value in LANGUAGES:
            return Label(f"language.{value}")
        case ValueFormat.POINTS if isinstance(value, int):
            return _text(hundredths_texts(value))
        case ValueFormat.SHARE if isinstance(value, int):
            return percent_label(value)
        case ValueFormat.MINUTES if isinstance(value, int):
            return duration_label(value)
        case ValueFormat.MOMENT if isinstance(value, int):
            return _text(civil_moment(value, ZONE).strftime("%d.%m.%Y %H:%M"))
        case ValueFormat.KEPT if isinstance(value, list):
            # Here and not above: the window opens without anything of reports.
            from trainer_app.domain.office.approvals import say_kept

            return one_by_one(say_kept(name, map(str, value), names.row))
        case ValueFormat.PRINTED:
            return _say_printed(str(value))
        case ValueFormat.CODE:
            return Label("review.value.code", {"count": len(str(value))})
    return None


def _say_printed(text: str) -> Label:
    """Return what is printed on a certificate about whom it is given to."""
    try:
        facts = msgspec.json.decode(text, type=CertificateFacts)
    except msgspec.MsgspecError:
        return Label("review.value.code", {"count": len(text)})
    told = (facts.name, facts.latin, facts.rank, facts.course_title, facts.town, facts.issued_on)
    return one_by_one([_text(each) for each in told if each])


def _say_of_form(names: Names, name: str, value: Any) -> Label | None:
    """Return what makes a form or a question in words; None for what is plain text."""
    if name == "frozen":
        return Label("review.value.as_used", {"mark": str(value)[:_MARK]})
    if name == "points" and isinstance(value, int):
        return _text(hundredths_texts(value))
    if name == "credits" and isinstance(value, list):
        return _text(_lettered([limit_label(each) for each in value if isinstance(each, int)]))
    if name in _OF_OPTIONS and isinstance(value, list):
        return _text(_lettered([_text(str(each)) for each in value]))
    if name == "questions" and isinstance(value, list):
        return _text([names.row("question", str(each)) for each in value])
    return None


def _lettered(parts: Sequence[Label]) -> list[Label]:
    """Return what options hold, each behind its letter, so that words and worth are found together."""
    pairs = zip(LETTERS, parts, strict=False)
    return [Label("review.value.option", {"mark": mark, "text": part}) for mark, part in pairs]


def _named(entity: str, name: str, value: Label) -> Label:
    return Label("review.value.field", {"field": field_label(entity, name), "value": value})


def _option(entity: str, field: str, value: str) -> Label:
    stem = _WORDS.get((entity, field))
    return Label(stem + value) if stem else Label(f"review.option.{entity}.{field}.{value}")


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
    if name == "courses":
        return [names.row("course", str(each)) for each in value]
    return [str(each) for each in value]
