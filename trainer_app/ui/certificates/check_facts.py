"""All that a certificate's code says, line by line, to be compared with the paper."""

from collections.abc import Mapping
from datetime import date

from trainer_app.domain.certificates import CertificateKind
from trainer_app.system.messages import text
from trainer_app.ui.certificates.wording import kind_title
from trainer_app.ui.shell.language import Formats


def fact_lines(facts: Mapping[str, object], formats: Formats) -> list[tuple[str, str, str]]:
    """Return (fact's name, its words, its value) in the order of the paper; what is empty is left out."""
    days = _days(facts, formats)
    hours = facts.get("hours")
    lines = [
        ("name", _text(facts, "name")),
        ("latin", _text(facts, "latin")),
        ("rank", _text(facts, "rank")),
        ("kind", _kind(facts)),
        ("course", _text(facts, "course_title")),
        ("days", days),
        ("hours", _number(hours, formats)),
        ("town", _text(facts, "town")),
        ("organiser", _text(facts, "organiser")),
        ("partner", _text(facts, "partner")),
        ("issued", _day(facts, "issued_on", formats)),
        ("serial", _text(facts, "serial")),
        ("replaces", _text(facts, "replaces")),
    ]
    return [(name, text(f"certificate.fact.{name}", formats.code), value) for name, value in lines if value]


def _text(facts: Mapping[str, object], name: str) -> str:
    return str(facts.get(name) or "")


def _kind(facts: Mapping[str, object]) -> str:
    found = _text(facts, "kind")
    return kind_title(CertificateKind(found)) if found in tuple(CertificateKind) else found


def _number(hundredths: object, formats: Formats) -> str:
    if not isinstance(hundredths, int):
        return ""
    places = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
    return formats.decimal_number(hundredths, places)


def _day(facts: Mapping[str, object], name: str, formats: Formats) -> str:
    found = _text(facts, name)
    return formats.day_long(date.fromisoformat(found)) if found else ""


def _days(facts: Mapping[str, object], formats: Formats) -> str:
    first, last = _text(facts, "first_day"), _text(facts, "last_day")
    if not first:
        return ""
    begun = date.fromisoformat(first)
    return formats.days(begun, date.fromisoformat(last) if last else begun)
