"""The words of one certificate: what a template's placeholders stand for. Only from the frozen facts."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache

from trainer_app.documents.dates import format_day, format_days
from trainer_app.documents.wording import training_hours, with_article
from trainer_app.domain.certificates import Facts, Signatory

_OWN = frozenset(field.name for field in fields(Facts)) - {"kind", "language", "signatories"}

DERIVED: Mapping[str, tuple[str, ...]] = {
    "days": ("first_day", "last_day"),
    "days_en": ("first_day", "last_day"),
    "hours": ("hours",),
    "hours_en": ("hours",),
    "latin": ("latin", "name"),
    "partner_the": ("partner",),
    "partner_en_the": ("partner_en",),
}
"""Placeholders that are not simply a field's text, and the fields they are made from."""

SIGNATORY = frozenset({"signatory", "signatory_title", "signatory_title_en"})
"""Placeholders inside a block of signatures."""

DAY = frozenset({"date", "date_en"})
"""Placeholders inside a date."""

PLACEHOLDERS = _OWN | frozenset(DERIVED)
"""Placeholders that may stand anywhere."""


def values_of(facts: Facts) -> dict[str, str]:
    """Return every placeholder's text; days and hours in words, in the document's language and English.

    `latin` is empty where it only repeats the name.
    """
    values = {name: getattr(facts, name) for name in _OWN if name != "hours"}
    language = facts.language
    values["days"] = _days(facts.first_day, facts.last_day, language)
    values["days_en"] = _days(facts.first_day, facts.last_day, "en")
    values["hours"] = training_hours(facts.hours, language)
    values["hours_en"] = training_hours(facts.hours, "en")
    values["partner_the"] = with_article(facts.partner)
    values["partner_en_the"] = with_article(facts.partner_en)
    if facts.latin == facts.name:
        values["latin"] = ""
    return values


def signatory_values(signatory: Signatory) -> dict[str, str]:
    """Return the placeholders of one signatory."""
    return {
        "signatory": signatory.name,
        "signatory_title": signatory.title,
        "signatory_title_en": signatory.title_en,
    }


def day_values(day: str, language: str) -> dict[str, str]:
    """Return the placeholders of one ISO date; empty for no date."""
    return {"date": _days(day, day, language), "date_en": _days(day, day, "en")}


@lru_cache(maxsize=256)
def _days(first: str, last: str, language: str) -> str:
    if not first:
        return ""
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return format_day(start, language) if start == end else format_days(start, end, language)
