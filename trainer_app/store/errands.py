"""Requests of the office to its laptops, as stored."""

from trainer_app.domain.errands import Errand, ErrandKind
from trainer_app.store.courses import choice_of, day_of
from trainer_app.store.database import Database
from trainer_app.store.rows import Fields, select_rows


def list_errands(database: Database, device: str = "") -> list[Errand]:
    """Return all requests, or those to one laptop, the newest first."""
    where = "WHERE t.device = ? " if device else ""
    values = (device,) if device else ()
    rows = select_rows(database, "errand", f"{where}ORDER BY t.asked_on DESC, own.key DESC", *values)
    codes = {row["key"]: row["code"] or "" for row in select_rows(database, "course")}
    return [_errand(fields, codes) for fields in rows]


def _errand(fields: Fields, codes: dict[str, str]) -> Errand:
    return Errand(
        key=fields["key"],
        device=fields["device"] or "",
        kind=choice_of(ErrandKind, fields["kind"], ErrandKind.OTHER),
        text=fields["text"] or "",
        asked_on=day_of(fields["asked_on"]),
        course=fields["course"],
        course_code=codes.get(fields["course"] or "", ""),
        done_on=day_of(fields["done_on"]),
        answer=fields["answer"] or "",
        withdrawn=bool(fields["withdrawn"]),
    )
