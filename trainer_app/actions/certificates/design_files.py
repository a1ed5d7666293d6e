"""Which designs of certificates have their file here: what a file for the office, or a pack, takes along."""

from collections.abc import Iterable

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.certificates.certificates import Design
from trainer_app.store.certificates import certificates


def waiting_to_send(work: Workplace, confirmed: frozenset[str]) -> list[Design]:
    """Return the designs whose file did not arrive at the office yet, as far as is known here."""
    found = [each for each in certificates.list_templates(work.database) if each.here]
    return list({each.ref: each for each in found if each.ref not in confirmed}.values())


def held(work: Workplace) -> list[Design]:
    """Return the designs whose file is here."""
    return [each for each in certificates.list_templates(work.database) if each.here]


def issued_with(work: Workplace, courses: Iterable[str]) -> list[Design]:
    """Return the designs whose file is here and with which certificates of courses were issued."""
    refs = {
        found.facts.design
        for course in courses
        for found in certificates.list_certificates(work.database, course)
    }
    return [design for design in held(work) if design.ref in refs]
