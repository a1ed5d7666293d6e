"""The life of one certificate from the journal: issued, printed, received, void, replaced; by whom, when."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer_app.actions.naming import Names
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import Received
from trainer_app.domain.changes import Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.printings import PrintingKind
from trainer_app.store import certificates, chronicle, printings
from trainer_app.store.chronicle import Written

_RECEIPTS = {
    Received.YES.value: "certificate.event.received",
    Received.NO.value: "certificate.event.not_received",
    None: "certificate.event.receipt_open",
}


@dataclass(frozen=True)
class Event:
    """One thing that happened to a certificate. `at` is in wall milliseconds; `file` brought it, if any."""

    label: Label
    at: int
    user: str
    device: str
    file: str = ""


def certificate_history(work: Workplace, key: str) -> list[Event]:
    """Return what happened to a certificate, the oldest first; also on other laptops.

    Raises certificate.unknown.
    """
    found = certificates.get_certificate(work.database, key)
    if found is None:
        raise TrainerError("certificate.unknown", serial="")
    names = Names(work)
    events = []
    for written in chronicle.written(work.database, "certificate", key):
        label = _label(work, written.values, found.facts.replaces)
        if label is not None:
            events.append(_event(names, label, written))
    for printing in printings.list_printings(work.database, key):
        made = chronicle.made(work.journal, "printing", printing.key)
        if made is not None:
            code = "saved" if printing.kind is PrintingKind.SAVE else printing.kind.value
            events.append(
                _event(names, Label(f"certificate.event.{code}", {"copies": printing.copies}), made)
            )
    return sorted(events, key=lambda event: event.at)


def _label(work: Workplace, values: Mapping[str, Any], replaces: str) -> Label | None:
    """Return in words what an entry says of a certificate; None for what no person did."""
    if "serial" in values:
        told = {"serial": values["serial"], "old": replaces}
        return Label("certificate.event.issued_instead" if replaces else "certificate.event.issued", told)
    if values.get("replaced_by"):
        new = certificates.get_certificate(work.database, str(values["replaced_by"]))
        told = {"serial": new.serial if new else "?", "reason": values.get("reason") or ""}
        return Label("certificate.event.replaced", told)
    if "void" in values:
        if values["void"]:
            return Label("certificate.event.void", {"reason": values.get("reason") or ""})
        return Label("certificate.event.valid_again")
    if "received" in values:
        code = _RECEIPTS.get(values["received"], _RECEIPTS[None])
        return Label(code)
    return None


def _event(names: Names, label: Label, written: Written) -> Event:
    return Event(label, written.at, written.user, names.device(written.replica), written.file)
