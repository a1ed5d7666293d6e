"""What was printed of certificates, as stored."""

from datetime import date

from trainer_app.domain.printings import Printing, PrintingKind
from trainer_app.store.courses import choice_of, day_of
from trainer_app.store.database import Database
from trainer_app.store.rows import Fields, object_number, select_rows


def list_printings(database: Database, certificate: str | None = None) -> list[Printing]:
    """Return each time that a certificate (or any) was printed or saved, in the order it came here."""
    if certificate is None:
        rows = select_rows(database, "printing", "ORDER BY t.id")
    else:
        number = object_number(database, "certificate", certificate)
        rows = select_rows(database, "printing", "WHERE t.certificate = ? ORDER BY t.id", number)
    return [_printing(fields) for fields in rows]


def _printing(fields: Fields) -> Printing:
    return Printing(
        key=fields["key"],
        certificate=fields["certificate"],
        day=day_of(fields["on"]) or date(1970, 1, 1),
        copies=max(0, fields["copies"] or 0),
        kind=choice_of(PrintingKind, fields["kind"], PrintingKind.PRINT),
    )
