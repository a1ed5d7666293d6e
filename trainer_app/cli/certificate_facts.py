"""What a certificate's code says, as lines for people, to be compared with the paper."""

from collections.abc import Mapping
from datetime import date

from trainer_app.cli.fields import day_text, number_text
from trainer_app.domain.certificates import CertificateKind
from trainer_app.system.messages import text


def fact_lines(facts: Mapping[str, object], language: str) -> list[str]:
    """Return one line for each fact, in the order of the paper; what is empty is left out.

    Hours travel in the code as hundredths, days as ISO texts; a person reads hours and dates.
    """
    lines = {
        "name": _text(facts, "name"),
        "latin": _text(facts, "latin"),
        "rank": _text(facts, "rank"),
        "kind": _kind(_text(facts, "kind"), language),
        "course": _text(facts, "course_title"),
        "days": _days(facts, language),
        "hours": _hours(facts.get("hours"), language),
        "town": _text(facts, "town"),
        "organiser": _text(facts, "organiser"),
        "partner": _text(facts, "partner"),
        "issued": _day(facts, "issued_on"),
        "serial": _text(facts, "serial"),
        "replaces": _text(facts, "replaces"),
    }
    return [
        f"{text(f'certificate.fact.{name}', language)}: {value}" for name, value in lines.items() if value
    ]


def _text(facts: Mapping[str, object], name: str) -> str:
    return str(facts.get(name) or "")


def _kind(found: str, language: str) -> str:
    return text(f"eligibility.kind.{found}", language) if found in tuple(CertificateKind) else found


def _hours(hundredths: object, language: str) -> str:
    return number_text(hundredths / 100, language) if isinstance(hundredths, int) else ""


def _day(facts: Mapping[str, object], name: str) -> str:
    found = _text(facts, name)
    return day_text(date.fromisoformat(found)) if found else ""


def _days(facts: Mapping[str, object], language: str) -> str:
    first, last = _day(facts, "first_day"), _day(facts, "last_day")
    if not first or last in ("", first):
        return first
    return text("behind.days", language, first=first, last=last)
