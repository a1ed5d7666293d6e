"""The register of certificates, as stored."""

from datetime import date

import msgspec

from trainer_app.domain.certificates import Certificate, CertificateKind, CertificateState, Facts, Received
from trainer_app.store.courses import choice_of, day_of
from trainer_app.store.database import Database
from trainer_app.store.journal import Journal
from trainer_app.store.registry import key_text
from trainer_app.store.rows import Fields, object_number, select_row, select_rows


def list_certificates(database: Database, course: str | None = None) -> list[Certificate]:
    """Return a course's certificates (or all), by serial, void and replaced ones too."""
    if course is None:
        rows = select_rows(database, "certificate", "ORDER BY t.serial, own.key")
    else:
        rows = select_rows(
            database,
            "certificate",
            'WHERE "p_enrolment".course = ? ORDER BY t.serial, own.key',
            object_number(database, "course", course),
        )
    return [_certificate(fields) for fields in rows]


def get_certificate(database: Database, key: str) -> Certificate | None:
    """Return one certificate by its key."""
    fields = select_row(database, "certificate", key)
    return _certificate(fields) if fields else None


def find_certificates(database: Database, serial: str) -> list[Certificate]:
    """Return the certificates with a serial: one, or more where a cloned laptop gave it twice."""
    return [
        _certificate(fields) for fields in select_rows(database, "certificate", "WHERE t.serial = ?", serial)
    ]


def encode_facts(facts: Facts) -> str:
    """Write facts as the JSON text that is frozen in the journal."""
    return msgspec.json.encode(facts).decode()


def _certificate(fields: Fields) -> Certificate:
    state = CertificateState.ISSUED
    if fields["replaced_by"]:
        state = CertificateState.REPLACED
    elif fields["void"]:
        state = CertificateState.VOID
    return Certificate(
        key=fields["key"],
        enrolment=fields["enrolment"],
        kind=choice_of(CertificateKind, fields["kind"], CertificateKind.ATTENDANCE),
        serial=fields["serial"] or "",
        facts=_facts(fields),
        credential=fields["credential"] or "",
        issued_on=day_of(fields["issued_on"]) or date(1970, 1, 1),
        state=state,
        reason=fields["reason"] or "",
        replaced_by=fields["replaced_by"],
        badge=fields["badge"] or "",
        received=choice_of(Received, fields["received"] or "", Received.OPEN),
        received_on=day_of(fields["received_on"]),
        credential_id=fields["credential_id"] or "",
    )


def _facts(fields: Fields) -> Facts:
    """Return what was frozen; blank facts where it was erased and what stays of it has not come yet."""
    if fields["facts"]:
        return msgspec.json.decode(fields["facts"], type=Facts)
    kind = choice_of(CertificateKind, fields["kind"], CertificateKind.ATTENDANCE)
    issued = fields["issued_on"] or ""
    serial, day = fields["serial"] or "", issued
    # Positions as in `Facts`: names, titles, code and towns are blank, the day of issue stands for all days.
    return Facts(serial, kind, "en", "", "", "", "", "", "", "", "", day, day, 0, "", "", "", "", day)


def list_taken_back(database: Database, journal: Journal) -> list[str]:
    """Return the serials of certificates whose issue was undone: the rows are gone, the journal knows."""
    rows = database.rows(
        "SELECT key FROM object WHERE entity = 'certificate' AND id NOT IN (SELECT id FROM certificate)"
    )
    places = [("certificate", key_text(bytes(raw))) for (raw,) in rows if isinstance(raw, bytes)]
    serials = []
    for state in journal.projector.load(places).values():
        heads = state.registers["serial"].heads.values() if "serial" in state.registers else ()
        serials += [head.value for head in heads if isinstance(head.value, str)]
    return sorted(serials)


def writers_of(journal: Journal, key: str) -> list[tuple[str, int]]:
    """Return (replica, number) of the entries that a certificate's row rests on."""
    state = journal.projector.load([("certificate", key)])["certificate", key]
    heads = {head for register in state.registers.values() for head in register.heads}
    return sorted((state.numbers[head].entry.r, state.numbers[head].entry.n) for head in heads)
