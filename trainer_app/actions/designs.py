"""Which designs of certificates there are, and which a project uses; drawing them is in `templates`.

Apart from it, so that the program starts without what draws.
"""

from collections.abc import Iterable, Mapping

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.templates import Design, DesignKind
from trainer_app.store import certificates
from trainer_app.store import templates as stored


def list_designs(work: Workplace, *, archived: bool = False) -> list[Design]:
    """Return the designs that ship, then those of this database; archived ones only if wanted."""
    own = [design for design in stored.list_templates(work.database) if archived or not design.archived]
    return [*(shipped(kind) for kind in DesignKind), *own]


def shipped(kind: DesignKind) -> Design:
    """Return the design that ships for a kind."""
    return Design(kind.value, kind.value, kind)


def find_design(work: Workplace, ref: str) -> Design:
    """Return a design by its ref, its key, or its name (of several the newest). Raises template.unknown."""
    designs = list_designs(work, archived=True)
    for test in (lambda each: ref in (each.ref, each.key), lambda each: each.name == ref.strip()):
        found = [each for each in designs if test(each)]
        if found:
            return min(found, key=lambda each: each.archived)
    raise TrainerError("template.unknown", template=ref)


def chosen(work: Workplace, project: str | None) -> Mapping[DesignKind, Design]:
    """Return the design of each kind for a project's certificates; those that ship where none is chosen."""
    own = stored.chosen_templates(work.database, project) if project is not None else {}
    return {kind: own.get(kind) or shipped(kind) for kind in DesignKind}


def waiting_to_send(work: Workplace, confirmed: frozenset[str]) -> list[Design]:
    """Return the designs whose file did not arrive at the office yet, as far as is known here."""
    found = [each for each in stored.list_templates(work.database) if each.here]
    return list({each.ref: each for each in found if each.ref not in confirmed}.values())


def held(work: Workplace) -> list[Design]:
    """Return the designs whose file is here."""
    return [each for each in stored.list_templates(work.database) if each.here]


def issued_with(work: Workplace, courses: Iterable[str]) -> list[Design]:
    """Return the designs whose file is here and with which certificates of courses were issued."""
    refs = {
        found.facts.design
        for course in courses
        for found in certificates.list_certificates(work.database, course)
    }
    return [design for design in held(work) if design.ref in refs]
