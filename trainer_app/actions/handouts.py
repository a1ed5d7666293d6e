"""Handing certificates out: who has taken the paper home, who did not come, and voiding what was left."""

from collections.abc import Sequence

from trainer_app.actions.certificates import find
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import Certificate, CertificateState, Received
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import Value
from trainer_app.store.journal import Write

_STEPS = {
    Received.YES: "certificate.step.received",
    Received.NO: "certificate.step.not_received",
    Received.OPEN: "certificate.step.receipt_open",
}


def receive(work: Workplace, serials: Sequence[str], received: Received = Received.YES) -> Changes:
    """Say for some certificates whether they were received, as one step.

    Raises as `certificates.find`, certificate.nothing_chosen, certificate.not_valid: what is void or replaced
    was taken back.
    """
    found = valid(work, serials)
    day = None if received is Received.OPEN else work.today().isoformat()
    fields: dict[str, Value] = {"received": received.value or None, "received_on": day}
    # Said once more on a later day, it keeps the day on which it was.
    writes = [Write("certificate", each.key, fields) for each in found if each.received is not received]
    return work.journal.record(Label(_STEPS[received], {"count": len(writes)}), writes)


def void_many(work: Workplace, serials: Sequence[str], reason: str) -> Changes:
    """Declare certificates void for one reason, in one step: those of everybody who did not come.

    Raises as `receive`, and certificate.no_reason.
    """
    if not reason.strip():
        raise TrainerError("certificate.no_reason")
    found = valid(work, serials)
    fields: dict[str, Value] = {"void": True, "reason": reason.strip()}
    label = Label("certificate.step.void_many", {"count": len(found)})
    if len(found) == 1:
        label = Label("certificate.step.void", {"serial": found[0].serial})
    return work.journal.record(label, [Write("certificate", each.key, fields) for each in found])


def valid(work: Workplace, serials: Sequence[str]) -> list[Certificate]:
    """Return the valid certificates with some serials, each once.

    Raises as `certificates.find`, certificate.nothing_chosen, certificate.not_valid.
    """
    if not serials:
        raise TrainerError("certificate.nothing_chosen")
    found = {each.key: each for each in (find(work, serial) for serial in serials)}
    for each in found.values():
        if each.state is not CertificateState.ISSUED:
            raise TrainerError("certificate.not_valid", serial=each.serial)
    return list(found.values())
