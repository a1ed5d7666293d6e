"""The records of what was erased, as stored."""

from trainer_app.domain.erasing import Erasure
from trainer_app.domain.journal import Value
from trainer_app.store.courses import day_of
from trainer_app.store.database import Database
from trainer_app.store.rows import Fields, select_rows


def list_erasures(database: Database) -> list[Erasure]:
    """Return all of them, the newest first."""
    return [
        _erasure(fields) for fields in select_rows(database, "erasure", "ORDER BY t.day DESC, own.key DESC")
    ]


def erasure_fields(erasure: Erasure) -> dict[str, Value]:
    """Return the journal fields of a record."""
    return {
        "kind": erasure.kind,
        "day": erasure.day.isoformat() if erasure.day else None,
        "by": erasure.by,
        "reason": erasure.reason,
        "reference": erasure.reference or None,
        "person": erasure.person,
        "courses": list(erasure.courses) or None,
        "people": erasure.people,
        "kept": erasure.kept,
        "entries": erasure.entries,
        "certificates": erasure.certificates,
        "scans": erasure.scans,
    }


def _erasure(fields: Fields) -> Erasure:
    return Erasure(
        key=fields["key"],
        kind=fields["kind"] or "",
        day=day_of(fields["day"]),
        by=fields["by"] or "",
        reason=fields["reason"] or "",
        reference=fields["reference"] or "",
        person=fields["person"],
        courses=tuple(fields["courses"] or ()),
        people=fields["people"] or 0,
        kept=fields["kept"] or 0,
        entries=fields["entries"] or 0,
        certificates=fields["certificates"] or 0,
        scans=fields["scans"] or 0,
    )
