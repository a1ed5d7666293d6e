"""The board: who completes and why; issuing, voiding and replacing certificates; the register."""

from dataclasses import dataclass
from datetime import date

from trainer_app.actions import identity
from trainer_app.actions.attendance import grid
from trainer_app.actions.courses import get_course
from trainer_app.actions.facts import certificate_facts
from trainer_app.actions.workplace import Workplace
from trainer_app.bundle.credential import issue_credential
from trainer_app.domain.attendance import AttendanceGrid, GridRow, attended_minutes
from trainer_app.domain.certificates import (
    BoardRow,
    Certificate,
    CertificateKind,
    CertificateState,
    Facts,
)
from trainer_app.domain.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.courses import CompletionRule, SessionState
from trainer_app.domain.eligibility import decide, make_override, read_override
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import new_key
from trainer_app.domain.letters import sort_key
from trainer_app.domain.serials import make_serial, parse_serial
from trainer_app.store import certificates as stored
from trainer_app.store import enrolments, evaluations
from trainer_app.store.journal import Write


@dataclass(frozen=True)
class IssueResult:
    """What issuing did: the new certificates in the order of names, and the step that undoes it."""

    certificates: tuple[Certificate, ...]
    changes: Changes


def board(
    work: Workplace, course: str, rule: CompletionRule | None = None, *, what_if: bool = False
) -> list[BoardRow]:
    """Return who completes, by number on the list. `what_if` asks with another rule; nothing is written."""
    used = rule if what_if and rule is not None else get_course(work, course).course.rule
    table = grid(work, course)
    tests = {
        score.enrolment: score.percent
        for score in evaluations.list_scores(work.database, course)
        if score.occasion is Occasion.POST
    }
    overrides = {
        item.enrolment.key: read_override(item.override, item.override_reason)
        for item in enrolments.list_enrolments(work.database, course)
    }
    valid = _valid_by_enrolment(work, course)
    rows = []
    for row in table.rows:
        attended, planned, unmarked = held_minutes(table, row)
        override = overrides.get(row.enrolment)
        decision = decide(used, attended, planned, tests.get(row.enrolment), override, unmarked)
        rows.append(
            BoardRow(
                enrolment=row.enrolment,
                number=row.number,
                name=row.full_name,
                share=row.share,
                post_test=tests.get(row.enrolment),
                result=decision.result,
                reasons=decision.reasons,
                certificate=valid.get(row.enrolment),
                override=override is not None,
            )
        )
    return rows


def held_minutes(table: AttendanceGrid, row: GridRow) -> tuple[int, int, int]:
    """Return (attended minutes, held minutes, held sessions without a mark) of one row."""
    attended = planned = unmarked = 0
    for session, cell in zip(table.sessions, row.cells, strict=True):
        if session.state is not SessionState.HELD:
            continue
        planned += session.minutes
        attended += attended_minutes(session.minutes, cell)
        unmarked += cell is not None and cell.mark is None
    return attended, planned, unmarked


def override(work: Workplace, enrolment: str, kind: CertificateKind, reason: str) -> Changes:
    """Decide by hand against the rule. Raises eligibility.override_needs_reason."""
    found = make_override(kind.value, reason)
    fields: dict[str, Value] = {"override": found.kind.value, "override_reason": found.reason}
    return work.journal.record(Label("certificate.step.override"), [Write("enrolment", enrolment, fields)])


def clear_override(work: Workplace, enrolment: str) -> Changes:
    """Let the rule decide again."""
    fields: dict[str, Value] = {"override": None, "override_reason": None}
    return work.journal.record(
        Label("certificate.step.clear_override"), [Write("enrolment", enrolment, fields)]
    )


def issue(
    work: Workplace,
    course: str,
    language: str = "tg",
    *,
    only: frozenset[str] | None = None,
    progress: Progress = no_progress,
) -> IssueResult:
    """Issue certificates to everybody of a course who gets one and has none, in one transaction.

    Everything that is printed is frozen; each takes a serial and a signed credential. `only` limits the
    batch to some enrolments. Raises certificate.nothing_to_issue, serials.no_number_left.
    """
    rows = [
        row
        for row in board(work, course)
        if row.result is not CertificateKind.NONE
        and row.certificate is None
        and (only is None or row.enrolment in only)
    ]
    if not rows:
        raise TrainerError("certificate.nothing_to_issue")
    rows.sort(key=lambda row: sort_key(row.name))
    issued_on = work.clock.today(get_course(work, course).course.zone)
    serials = _Serials(work, issued_on.year)
    certificates, writes = [], []
    for place, row in enumerate(rows):
        facts = certificate_facts(
            work, course, row.enrolment, row.result, language, issued_on, serials.take()
        )
        certificate, write = _certificate(work, row.enrolment, facts, issued_on)
        certificates.append(certificate)
        writes.append(write)
        progress("certificate.progress.issue", (place + 1) / len(rows))
    label = Label("certificate.step.issue", {"count": len(writes)})
    changes = work.journal.record(label, writes)
    return IssueResult(tuple(certificates), changes)


def void(work: Workplace, serial: str, reason: str) -> Changes:
    """Declare a certificate void; its number is never used again.

    Raises certificate.unknown, certificate.no_reason, certificate.not_valid.
    """
    certificate = find(work, serial)
    _check_reason(certificate, reason)
    fields: dict[str, Value] = {"void": True, "reason": reason.strip()}
    label = Label("certificate.step.void", {"serial": certificate.serial})
    return work.journal.record(label, [Write("certificate", certificate.key, fields)])


def replace(work: Workplace, serial: str, reason: str, language: str | None = None) -> IssueResult:
    """Issue a certificate anew, after a misspelling: new serial and text, linked to the old one.

    Raises as `void`.
    """
    old = find(work, serial)
    _check_reason(old, reason)
    item = enrolments.get_enrolment(work.database, old.enrolment)
    if item is None:
        raise TrainerError("certificate.unknown")
    course = item.enrolment.course
    issued_on = work.clock.today(get_course(work, course).course.zone)
    number = _Serials(work, issued_on.year).take()
    facts = certificate_facts(
        work,
        course,
        old.enrolment,
        old.kind,
        language or old.facts.language,
        issued_on,
        number,
        replaces=old.serial,
    )
    certificate, write = _certificate(work, old.enrolment, facts, issued_on)
    fields: dict[str, Value] = {
        "void": True,
        "reason": reason.strip(),
        "replaced_by": certificate.key,
    }
    label = Label("certificate.step.replace", {"serial": old.serial, "by": certificate.serial})
    changes = work.journal.record(label, [write, Write("certificate", old.key, fields)])
    return IssueResult((certificate,), changes)


def find(work: Workplace, serial: str) -> Certificate:
    """Return the certificate with a serial, as people type it. Raises certificate.unknown."""
    found = stored.find_certificates(work.database, parse_serial(serial).text)
    if not found:
        raise TrainerError("certificate.unknown", serial=serial)
    return found[0]


def register(work: Workplace, course: str | None = None) -> list[Certificate]:
    """Return all certificates of a course (or of everything) by serial, void ones too."""
    return stored.list_certificates(work.database, course)


def in_name_order(certificates: list[Certificate]) -> list[Certificate]:
    """Return certificates in the order of the Tajik alphabet, as they are printed."""
    return sorted(certificates, key=lambda found: sort_key(found.facts.name))


class _Serials:
    """Gives the next free numbers of this laptop for a year; numbers are never used again."""

    def __init__(self, work: Workplace, year: int) -> None:
        self._office, self._device = identity.office_code(work), identity.device_code(work)
        self._year = year
        self._last = 0
        for certificate in stored.list_certificates(work.database):
            serial = parse_serial(certificate.serial)
            if (serial.office, serial.year, serial.device) == (self._office, year, self._device):
                self._last = max(self._last, serial.counter)

    def take(self) -> str:
        """Return the next serial."""
        self._last += 1
        return make_serial(self._office, self._year, self._device, self._last)


def _certificate(work: Workplace, enrolment: str, facts: Facts, issued_on: date) -> tuple[Certificate, Write]:
    credential = issue_credential(facts, identity.device_keys(work), identity.office_code(work))
    key = new_key()
    fields: dict[str, Value] = {
        "enrolment": enrolment,
        "kind": facts.kind.value,
        "serial": facts.serial,
        "language": facts.language,
        "facts": stored.encode_facts(facts),
        "credential": credential,
        "issued_on": issued_on.isoformat(),
    }
    certificate = Certificate(key, enrolment, facts.kind, facts.serial, facts, credential, issued_on)
    return certificate, Write("certificate", key, fields)


def _valid_by_enrolment(work: Workplace, course: str) -> dict[str, Certificate]:
    return {
        certificate.enrolment: certificate
        for certificate in stored.list_certificates(work.database, course)
        if certificate.state is CertificateState.ISSUED
    }


def _check_reason(certificate: Certificate, reason: str) -> None:
    if not reason.strip():
        raise TrainerError("certificate.no_reason")
    if certificate.state is not CertificateState.ISSUED:
        raise TrainerError("certificate.not_valid", serial=certificate.serial)
