"""The words of one certificate: what a template's placeholders stand for. Only from the frozen facts."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache
from itertools import zip_longest

from trainer_app.documents.dates import format_day, format_days
from trainer_app.documents.wording import training_hours, with_article
from trainer_app.domain.certificates import Facts, Signatory
from trainer_app.domain.courses import Logo

_OWN = frozenset(field.name for field in fields(Facts)) - {
    "kind",
    "language",
    "signatories",
    "sessions",
    "second",
    "design",
    "logos",
    "signatures",
}

_TWICE = ("course_title", "town", "organiser", "partner", "rank", "days", "hours", "partner_the")
"""What stands on a certificate in its second language too."""

DERIVED: Mapping[str, tuple[str, ...]] = {
    "days": ("first_day", "last_day"),
    "days_en": ("first_day", "last_day"),
    "hours": ("hours",),
    "hours_en": ("hours",),
    "latin": ("latin", "name"),
    "partner_the": ("partner",),
    "partner_en_the": ("partner_en",),
    "days_ru": ("first_day", "last_day"),
    "hours_ru": ("hours",),
    "course_title_second": ("course_title_en", "course_title_ru"),
    "town_second": ("town_en", "town_ru"),
    "organiser_second": ("organiser_en", "organiser_ru"),
    "partner_second": ("partner_en", "partner_ru"),
    "rank_second": ("rank_en", "rank_ru"),
    "days_second": ("first_day", "last_day"),
    "hours_second": ("hours",),
    "partner_the_second": ("partner_en", "partner_ru"),
}
"""Placeholders that are not simply a field's text, and the fields they are made from."""

CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "logos": ("logos",),
    **{f"logo_{role.value}": ("logos",) for role in Logo},
    "sessions": ("sessions",),
}
"""What an element may need or lack beside placeholders, and the fields that decide it."""

SIGNATORY = frozenset(
    {"signatory", "signatory_title", "signatory_title_en", "signatory_title_ru", "signatory_title_second"}
)
"""Placeholders inside a block of signatures."""

DAY = frozenset({"date", "date_en", "date_ru", "date_second"})
"""Placeholders inside a date."""

PLACEHOLDERS = _OWN | frozenset(DERIVED)
"""Placeholders that may stand anywhere."""


def values_of(facts: Facts) -> dict[str, str]:
    """Return every placeholder's text; days and hours in words, in each language that the paper may have.

    Those that end in `_second` are in the second language of this certificate, "" without one. `latin` is
    empty where it only repeats the name. Conditions are "" or a word that says they hold.
    """
    values = {name: getattr(facts, name) for name in _OWN if name != "hours"}
    language = facts.language
    values["days"] = _days(facts.first_day, facts.last_day, language)
    values["hours"] = training_hours(facts.hours, language)
    for other in ("en", "ru"):
        values[f"days_{other}"] = _days(facts.first_day, facts.last_day, other)
        values[f"hours_{other}"] = training_hours(facts.hours, other)
    values["partner_the"] = with_article(facts.partner)
    values["partner_en_the"] = with_article(facts.partner_en)
    second = facts.second_language
    for name in _TWICE:
        values[f"{name}_second"] = _second(values, name, second)
    values["logos"] = "".join(facts.logos)[:1]
    for role, logo in zip_longest(Logo, facts.logos[: len(Logo)], fillvalue=""):
        values[f"logo_{role}"] = logo
    values["sessions"] = "sessions" if facts.sessions else ""
    if facts.latin == facts.name:
        values["latin"] = ""
    return values


def signatory_values(signatory: Signatory, second: str) -> dict[str, str]:
    """Return the placeholders of one signatory."""
    values = {
        "signatory": signatory.name,
        "signatory_title": signatory.title,
        "signatory_title_en": signatory.title_en,
        "signatory_title_ru": signatory.title_ru,
    }
    return {**values, "signatory_title_second": values[f"signatory_title_{second}"] if second else ""}


def day_values(day: str, language: str, second: str) -> dict[str, str]:
    """Return the placeholders of one ISO date; empty for no date."""
    return {
        "date": _days(day, day, language),
        "date_en": _days(day, day, "en"),
        "date_ru": _days(day, day, "ru"),
        "date_second": _days(day, day, second) if second else "",
    }


def _second(values: Mapping[str, str], name: str, second: str) -> str:
    """Return a placeholder's text in the second language."""
    if not second:
        return ""
    if name == "partner_the":
        return values["partner_en_the"] if second == "en" else values[f"partner_{second}"]
    return values[f"{name}_{second}"]


@lru_cache(maxsize=256)
def _days(first: str, last: str, language: str) -> str:
    if not first:
        return ""
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return format_day(start, language) if start == end else format_days(start, end, language)
