"""The register of certificates, what was printed of them, their designs and who signs, as stored."""

from collections.abc import Sequence
from datetime import date

import msgspec

from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, SOURCE
from trainer_app.domain.certificates.certificates import (
    Certificate,
    CertificateFacts,
    CertificateKind,
    CertificateState,
    Design,
    DesignKind,
    Printing,
    PrintingKind,
    SignatoryLine,
    SignatoryRole,
    written_facts,
)
from trainer_app.store.attendance.marks import stored_hashes
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import MODELS, ObjectRow
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.rows import (
    Fields,
    RecordReader,
    Rows,
    choice_of,
    day_of,
    object_number,
    read_rows_ahead,
    select_row,
    select_rows,
)

_NO_DAY = date(1970, 1, 1)
_certificate = RecordReader(
    Certificate, "certificate", kind=CertificateKind.ATTENDANCE, issued_on=_NO_DAY, own=("facts",)
)
_printing = RecordReader(Printing, "printing", kind=PrintingKind.PRINT, own=("copies",))
_design = RecordReader(Design, "template", kind=DesignKind.COMPLETION)
_signatory = RecordReader(SignatoryLine, "signatory", role=SignatoryRole.PERSON)

_CERTIFICATES = Rows("certificate", order=lambda rows: (rows.t.serial, rows.own.key))
_OF_COURSE = Rows(
    "certificate",
    order=lambda rows: (rows.t.serial, rows.own.key),
    of=lambda rows: rows.parent("enrolment").course,
)
_WITH_SERIAL = Rows("certificate", lambda rows: rows.t.serial == VALUE)
_PRINTINGS = Rows("printing", order=lambda rows: (rows.t.id,))
_PRINTINGS_OF = Rows("printing", lambda rows: rows.t.certificate == VALUE, lambda rows: (rows.t.id,))
_TEMPLATES = Rows("template", order=lambda rows: (rows.t.kind, rows.t.name, rows.t.id.desc()))


def _signatories_of(owner: str) -> Rows:
    return Rows(
        "signatory",
        lambda rows: getattr(rows.t, owner) == VALUE,
        lambda rows: (rows.t.number, rows.own.key),
    )


_SIGNATORIES = {owner: _signatories_of(owner) for owner in ("project", "course")}


def list_certificates(database: Database, course: str | None = None) -> list[Certificate]:
    """Return a course's certificates (or all), by serial, void and replaced ones too."""
    if course is None:
        rows = select_rows(database, _CERTIFICATES)
    else:
        rows = select_rows(database, _OF_COURSE, object_number(database, "course", course))
    return [_read_certificate(fields) for fields in rows]


def read_ahead(database: Database, courses: Sequence[int]) -> None:
    """Within `Database.still`, read the certificates of several courses, which are given by their numbers."""
    read_rows_ahead(database, _OF_COURSE, courses)


def get_certificate(database: Database, key: str) -> Certificate | None:
    """Return one certificate by its key."""
    fields = select_row(database, "certificate", key)
    return _read_certificate(fields) if fields else None


def find_certificates(database: Database, serial: str) -> list[Certificate]:
    """Return the certificates with a serial: one, or more where a cloned laptop gave it twice."""
    return [_read_certificate(fields) for fields in select_rows(database, _WITH_SERIAL, serial)]


def encode_facts(facts: CertificateFacts) -> str:
    """Write facts as the JSON text that is frozen in the journal."""
    return msgspec.json.encode(written_facts(facts)).decode()


def _read_certificate(fields: Fields) -> Certificate:
    state = CertificateState.ISSUED
    if fields["replaced_by"]:
        state = CertificateState.REPLACED
    elif fields["void"]:
        state = CertificateState.VOID
    return _certificate(fields, facts=_facts(fields), state=state)


def _facts(fields: Fields) -> CertificateFacts:
    """Decode the frozen text of a certificate.

    Where the text was erased and its impersonal remainder has not been imported yet, the facts are blank.
    """
    if fields["facts"]:
        facts = msgspec.json.decode(fields["facts"], type=CertificateFacts)
        # A paper in a language that this program does not know is printed in its own.
        return facts if facts.language in LANGUAGES else replace(facts, language=SOURCE)
    kind = choice_of(CertificateKind, fields["kind"], CertificateKind.ATTENDANCE)
    issued = fields["issued_on"] or ""
    serial, day = fields["serial"] or "", issued
    # Positions as in `Facts`: names, titles, code and towns are blank, the day of issue stands for all days.
    return CertificateFacts(
        serial, kind, "en", "", "", "", "", "", "", "", "", day, day, 0, "", "", "", "", day
    )


def list_taken_back(database: Database, journal: Journal) -> list[str]:
    """Return the serials of certificates whose issue was undone: the rows are gone, the journal knows."""
    certificate = MODELS["certificate"]
    rows = database.rows(
        ObjectRow.select(ObjectRow.key).where(
            ObjectRow.entity == "certificate", ObjectRow.id.not_in(certificate.select(certificate.id))
        )
    )
    places = [("certificate", key_text(bytes(raw))) for (raw,) in rows if isinstance(raw, bytes)]
    serials = []
    for state in journal.projector.load(places).values():
        heads = state.registers["serial"].heads.values() if "serial" in state.registers else ()
        serials += [head.value for head in heads if isinstance(head.value, str)]
    return sorted(serials)


def list_printings(database: Database, certificate: str | None = None) -> list[Printing]:
    """Return each time that a certificate (or any) was printed or saved, in the order it came here."""
    if certificate is None:
        rows = select_rows(database, _PRINTINGS)
    else:
        number = object_number(database, "certificate", certificate)
        rows = select_rows(database, _PRINTINGS_OF, number)
    return [_read_printing(fields) for fields in rows]


def _read_printing(fields: Fields) -> Printing:
    return _printing(fields, day=day_of(fields["on"]) or _NO_DAY, copies=max(0, fields["copies"] or 0))


def list_templates(database: Database) -> list[Design]:
    """Return the templates by kind and name, the newest of a name first; archived ones too."""
    here = stored_hashes(database)
    return [_read_design(fields, here) for fields in select_rows(database, _TEMPLATES)]


def get_template(database: Database, key: str) -> Design | None:
    """Return one template."""
    fields = select_row(database, "template", key)
    return _read_design(fields, stored_hashes(database)) if fields else None


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
    return [_signatory(fields) for fields in select_rows(database, _SIGNATORIES[owner], number)]


def _read_design(fields: Fields, here: frozenset[str]) -> Design:
    sha256 = fields["sha256"] or ""
    return _design(fields, ref=sha256, here=sha256 in here)
