"""Templates of certificates, and who signs, as stored."""

from trainer_app.domain.templates import Design, DesignKind, SignatoryLine, SignatoryRole
from trainer_app.store.attachments import stored_hashes
from trainer_app.store.courses import choice_of, texts_of
from trainer_app.store.database import Database
from trainer_app.store.rows import Fields, object_number, select_row, select_rows


def list_templates(database: Database) -> list[Design]:
    """Return the templates by kind and name, the newest of a name first; archived ones too."""
    here = stored_hashes(database)
    rows = select_rows(database, "template", "ORDER BY t.kind, t.name, t.id DESC")
    return [_design(fields, here) for fields in rows]


def get_template(database: Database, key: str) -> Design | None:
    """Return one template."""
    fields = select_row(database, "template", key)
    return _design(fields, stored_hashes(database)) if fields else None


def chosen_templates(database: Database, project: str) -> dict[DesignKind, Design]:
    """Return which template a project's certificates get, for each kind that has one chosen."""
    fields = select_row(database, "project", project)
    if fields is None:
        return {}
    found = {kind: get_template(database, key) for kind in DesignKind if (key := fields[f"{kind}_template"])}
    return {kind: design for kind, design in found.items() if design is not None}


def list_signatories(
    database: Database, *, project: str | None = None, course: str | None = None
) -> list[SignatoryLine]:
    """Return who signs for a project, or for a course alone, in their order."""
    owner, key = ("project", project) if project is not None else ("course", course or "")
    number = object_number(database, owner, key or "")
    rows = select_rows(database, "signatory", f"WHERE t.{owner} = ? ORDER BY t.number, own.key", number)
    return [_signatory(fields) for fields in rows]


def _design(fields: Fields, here: frozenset[str]) -> Design:
    sha256 = fields["sha256"] or ""
    return Design(
        ref=sha256,
        name=fields["name"] or "",
        kind=choice_of(DesignKind, fields["kind"], DesignKind.COMPLETION),
        key=fields["key"],
        size=fields["size"] or 0,
        archived=bool(fields["archived"]),
        here=sha256 in here,
    )


def _signatory(fields: Fields) -> SignatoryLine:
    return SignatoryLine(
        role=choice_of(SignatoryRole, fields["role"], SignatoryRole.PERSON),
        name=texts_of(fields, "name"),
        title=texts_of(fields, "title"),
        signature=fields["signature"] or "",
        key=fields["key"],
    )
