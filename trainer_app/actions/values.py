"""Says in words what a field of the journal holds, and which values may be chosen for it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from trainer_app.actions.naming import Names
from trainer_app.domain.amounts import limit_label
from trainer_app.domain.attendance import Mark, Signed
from trainer_app.domain.certificates import CertificateKind
from trainer_app.domain.changes import Label
from trainer_app.domain.courses import CourseKind, CourseState, Role, SessionState
from trainer_app.domain.enrolments import EnrolmentState
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.people import Sex
from trainer_app.domain.ranks import rank_name
from trainer_app.domain.reconciliation import reason_label
from trainer_app.domain.schema import DELETED, Kind, field_of
from trainer_app.domain.texts import LANGUAGES, Texts

_OPTIONS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("attendance", "mark"): tuple(Mark),
    ("attendance", "signed"): tuple(Signed),
    ("assignment", "role"): tuple(Role),
    ("course", "kind"): tuple(CourseKind),
    ("course", "state"): tuple(CourseState),
    ("enrolment", "override"): tuple(CertificateKind),
    ("enrolment", "state"): tuple(EnrolmentState),
    ("paper", "occasion"): tuple(Occasion),
    ("person", "sex"): tuple(Sex),
    ("session", "state"): tuple(SessionState),
}
_TIMES = (("session", "start"), ("session", "end"), ("attendance", "arrived"))
_LIMITS = (("course", "share_limit"), ("course", "test_limit"))


def options(entity: str, field: str) -> tuple[tuple[str, Label], ...]:
    """Return the values of a field that are words from a list, each with its words; none for free ones."""
    return tuple((value, _option(entity, field, value)) for value in _OPTIONS.get((entity, field), ()))


def say(names: Names, entity: str, values: Mapping[str, Any]) -> Label:
    """Return values that stand together in words: "late, 20 min", or the value itself."""
    if values.get(DELETED) is True:
        return Label("review.value.deleted")
    if entity == "attendance" and "mark" in values:
        missed = int(values.get("missed") or 0)
        mark = _option("attendance", "mark", values["mark"] or "none")
        early = min(int(values.get("early") or 0), missed)
        if early:
            told = {"mark": mark, "late": missed - early, "early": early}
            return Label("review.value.minutes_early", told)
        return Label("review.value.minutes", {"mark": mark, "missed": missed}) if missed else mark
    if entity == "paper" and "points" in values:
        points, out_of = values["points"], values.get("out_of") or 0
        if points is None:
            return Label("review.value.blank")
        return Label("review.value.points", {"points": _hundredths(points), "out_of": _hundredths(out_of)})
    shown = {name: value for name, value in values.items() if name != DELETED and value is not None}
    if not shown:
        return Label("review.value.blank")
    if len(values) == 1:
        name, value = next(iter(shown.items()))
        return say_field(names, entity, name, value)
    parts = [_named(entity, name, say_field(names, entity, name, value)) for name, value in shown.items()]
    return Label("review.value.list", {"parts": parts})


def say_field(names: Names, entity: str, name: str, value: Any) -> Label:
    """Return one field's value in words: a day, a time, yes or no, somebody's name, or the text typed."""
    described = field_of(entity, name)
    if value in _OPTIONS.get((entity, name), ()):
        return _option(entity, name, value)
    if (entity, name) == ("attendance", "settled"):
        return reason_label(str(value))
    if (entity, name) in _TIMES and isinstance(value, int):
        return _text(f"{value // 60:02}:{value % 60:02}")
    if (entity, name) in _LIMITS and isinstance(value, int):
        return limit_label(value)
    if (entity, name) == ("person", "rank"):
        return _text(Texts(**{language: rank_name(str(value), language) for language in LANGUAGES}))
    if described is None:
        return _text(str(value))
    match described.kind:
        case Kind.FLAG:
            return Label("review.value.yes" if value else "review.value.no")
        case Kind.DAY:
            return _text(_day(str(value)))
        case Kind.KEY:
            return names.row(described.target or "", str(value))
        case Kind.LIST:
            return _text(_listed(names, name, value))
    return _text(str(value))


def _named(entity: str, name: str, value: Label) -> Label:
    return Label("review.value.field", {"field": Label(f"review.field.{entity}.{name}"), "value": value})


def _option(entity: str, field: str, value: str) -> Label:
    if (entity, field) == ("attendance", "mark"):
        return Label(f"attendance.mark.{value}")
    if (entity, field) == ("enrolment", "override"):
        return Label(f"eligibility.kind.{value}")
    if (entity, field) == ("paper", "occasion"):
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
    whole, part = divmod(value, 100)
    return f"{whole}.{part:02d}".rstrip("0").rstrip(".") if part else str(whole)
