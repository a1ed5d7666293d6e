"""Counting what was printed of certificates, and saved: a reprint is seen, not forbidden."""

from collections.abc import Mapping, Sequence

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import Certificate
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import new_key
from trainer_app.domain.printings import MOST_COPIES as MOST_COPIES
from trainer_app.domain.printings import Printed, PrintingKind, check_copies, total
from trainer_app.store import printings as stored
from trainer_app.store.journal import Write


def note_printed(work: Workplace, certificates: Sequence[Certificate], copies: int = 1) -> Changes:
    """Count copies that went to a printer today; what was on paper before is a reprint.

    Raises certificate.nothing_chosen, certificate.bad_copies.
    """
    before = printed(work)
    kinds = [
        PrintingKind.REPRINT if before.get(each.key, Printed()).copies else PrintingKind.PRINT
        for each in certificates
    ]
    return _note(work, "certificate.step.print", certificates, kinds, copies)


def note_saved(work: Workplace, certificates: Sequence[Certificate]) -> Changes:
    """Count that certificates were saved as PDF. Raises certificate.nothing_chosen."""
    kinds = [PrintingKind.SAVE] * len(certificates)
    return _note(work, "certificate.step.save", certificates, kinds, 1)


def printed(work: Workplace) -> Mapping[str, Printed]:
    """Return what was printed of each certificate, by its key; those that never were are not in it."""
    return total(stored.list_printings(work.database))


def _note(
    work: Workplace,
    code: str,
    certificates: Sequence[Certificate],
    kinds: Sequence[PrintingKind],
    copies: int,
) -> Changes:
    if not certificates:
        raise TrainerError("certificate.nothing_chosen")
    check_copies(copies)
    day = work.today().isoformat()
    writes = []
    for certificate, kind in zip(certificates, kinds, strict=True):
        fields: dict[str, Value] = {
            "certificate": certificate.key,
            "on": day,
            "copies": copies,
            "kind": kind.value,
        }
        writes.append(Write("printing", new_key(), fields))
    # The paper is in the world: undo passes over the count, and then refuses to take its numbers back.
    return work.journal.record(Label(code, {"count": len(writes)}), writes, note=True)
