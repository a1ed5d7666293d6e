"""The board: who completes and why; issuing, voiding and replacing certificates; the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trainer_app.actions import identity, workplace
from trainer_app.actions.attendance import grid
from trainer_app.actions.courses import get_course
from trainer_app.actions.facts import gatherer
from trainer_app.actions.scores import scores
from trainer_app.actions.workplace import Workplace
from trainer_app.bundle.badge import issue_badge
from trainer_app.bundle.credential import issue_credential, read_credential
from trainer_app.domain.amounts import exact_percent
from trainer_app.domain.attendance import AttendanceGrid, GridRow, attendance_share, attended_minutes
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
from trainer_app.domain.folding import searcher
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import new_key
from trainer_app.domain.letters import sort_key
from trainer_app.domain.serials import make_serial, parse_serial, tidy_code
from trainer_app.store import certificates as stored
from trainer_app.store import enrolments
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
    tests = {score.enrolment: score for score in scores(work, course) if score.occasion is Occasion.POST}
    overrides = {
        item.enrolment.key: read_override(item.override, item.override_reason)
        for item in enrolments.list_enrolments(work.database, course)
    }
    valid = _valid_by_enrolment(work, course)
    rows = []
    for row in table.rows:
        attended, planned, unmarked = held_minutes(table, row)
        override = overrides.get(row.enrolment)
        test = tests.get(row.enrolment)
        # Unrounded: 59.996 % is not 60 %.
        exact = exact_percent(test.points, test.out_of) if test else None
        decision = decide(used, attended, planned, exact, override, unmarked)
        rows.append(
            BoardRow(
                enrolment=row.enrolment,
                number=row.number,
                name=row.full_name,
                share=attendance_share(attended, planned),
                post_test=test.percent if test else None,
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
    rows = _due(board(work, course), only)
    if not rows:
        raise TrainerError("certificate.nothing_to_issue")
    issued_on = work.clock.today(get_course(work, course).course.zone)
    gather = gatherer(work, course, language, issued_on)
    serials = _Serials(work, issued_on.year)
    certificates, writes = [], []
    for place, row in enumerate(rows):
        facts = gather(row.enrolment, row.result, serials.take())
        certificate, write = _certificate(work, row.enrolment, facts, issued_on)
        certificates.append(certificate)
        writes.append(write)
        progress("certificate.progress.issue", (place + 1) / len(rows))
    label = Label("certificate.step.issue", {"count": len(writes)})
    changes = _record(work, label, writes, serials)
    return IssueResult(tuple(certificates), changes)


def draft(
    work: Workplace, course: str, language: str = "tg", *, only: frozenset[str] | None = None
) -> list[Certificate]:
    """Return what `issue` would issue, in the order of names, unwritten and without a credential.

    In the place of the serial stands the number on the list, so that warnings can say whom they are about.
    """
    issued_on = work.clock.today(get_course(work, course).course.zone)
    gather = gatherer(work, course, language, issued_on)
    drafts = []
    for row in _due(board(work, course), only):
        facts = gather(row.enrolment, row.result, place_of(row.number))
        drafts.append(Certificate(row.enrolment, row.enrolment, row.result, "", facts, "", issued_on))
    return drafts


def place_of(number: int) -> str:
    """Return how a draft names a participant where the serial will stand: "№ 14"."""
    return f"№ {number}"


def void(work: Workplace, serial: str, reason: str) -> Changes:
    """Declare a certificate void; its number is never used again.

    Raises as `find`, certificate.no_reason, certificate.not_valid.
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
    serials = _Serials(work, issued_on.year)
    gather = gatherer(work, course, language or old.facts.language, issued_on)
    facts = gather(old.enrolment, old.kind, serials.take(), replaces=old.serial)
    certificate, write = _certificate(work, old.enrolment, facts, issued_on)
    fields: dict[str, Value] = {
        "void": True,
        "reason": reason.strip(),
        "replaced_by": certificate.key,
    }
    label = Label("certificate.step.replace", {"serial": old.serial, "by": certificate.serial})
    changes = _record(work, label, [write, Write("certificate", old.key, fields)], serials)
    return IssueResult((certificate,), changes)


def find(work: Workplace, serial: str) -> Certificate:
    """Return the certificate with a serial, as people type it; of two, the one that holds.

    Raises certificate.unknown; certificate.serial_twice while two hold that a laptop and its copy gave.
    """
    found = stored.find_certificates(work.database, parse_serial(serial).text)
    if not found:
        raise TrainerError("certificate.unknown", serial=serial)
    valid = [each for each in found if each.state is CertificateState.ISSUED]
    if len(valid) > 1:
        raise TrainerError("certificate.serial_twice", serial=valid[0].serial)
    return (valid or found)[0]


def register(work: Workplace, course: str | None = None) -> list[Certificate]:
    """Return all certificates of a course (or of everything) by serial, void ones too."""
    return stored.list_certificates(work.database, course)


def search(work: Workplace, text: str) -> list[Certificate]:
    """Return the certificates whose name (any script or layout) or serial a text is a part of; all for ""."""
    wanted = text.strip()
    everything = stored.list_certificates(work.database)
    if not wanted:
        return everything
    named, signs = searcher(wanted), tidy_code(wanted).replace("-", "")
    return [
        found
        for found in everything
        if (signs and signs in found.serial.replace("-", ""))
        or named(found.facts.name)
        or named(found.facts.latin)
    ]


def courses_of(work: Workplace, certificates: Sequence[Certificate]) -> dict[str, str]:
    """Return which course each certificate was issued for: certificate's key -> course's key."""
    taken = {item.enrolment.key: item.enrolment.course for item in enrolments.list_enrolments(work.database)}
    return {found.key: taken.get(found.enrolment, "") for found in certificates}


def in_name_order(certificates: list[Certificate]) -> list[Certificate]:
    """Return certificates in the order of the Tajik alphabet, as they are printed."""
    return sorted(certificates, key=lambda found: sort_key(found.facts.name))


class _Serials:
    """Gives the next free numbers of this laptop for a year.

    Numbers are never used again, also not those of certificates whose issue was undone: they may be on
    paper already. So the last one is kept beside the register. A copy of a laptop goes on in a block of its
    own, far from where the laptop itself goes on.
    """

    def __init__(self, work: Workplace, year: int) -> None:
        self._office, self._device = identity.office_code(work), identity.device_code(work)
        self._year = year
        self.setting = f"last_serial.{self._office}.{year}.{self._device}"
        self.last = max(int(work.store.setting(self.setting, "0")), workplace.serials_after(work))
        for certificate in stored.list_certificates(work.database):
            serial = parse_serial(certificate.serial)
            if (serial.office, serial.year, serial.device) == (self._office, year, self._device):
                self.last = max(self.last, serial.counter)

    def take(self) -> str:
        """Return the next serial."""
        self.last += 1
        return make_serial(self._office, self._year, self._device, self.last)


def _due(rows: Sequence[BoardRow], only: frozenset[str] | None) -> list[BoardRow]:
    """Return who gets a certificate and has none yet, in the order of names."""
    due = [
        row
        for row in rows
        if row.result is not CertificateKind.NONE
        and row.certificate is None
        and (only is None or row.enrolment in only)
    ]
    return sorted(due, key=lambda row: sort_key(row.name))


def _record(work: Workplace, label: Label, writes: Sequence[Write], serials: _Serials) -> Changes:
    """Write new certificates and the last number given, in one transaction."""
    with work.journal.transaction():
        work.store.change_setting(serials.setting, str(serials.last))
        return work.journal.record(label, writes)


def _certificate(work: Workplace, enrolment: str, facts: Facts, issued_on: date) -> tuple[Certificate, Write]:
    keys, office = identity.device_keys(work), identity.office_code(work)
    credential = issue_credential(facts, keys, office)
    badge = issue_badge(facts, keys, office, read_credential(credential).id)
    key = new_key()
    fields: dict[str, Value] = {
        "enrolment": enrolment,
        "kind": facts.kind.value,
        "serial": facts.serial,
        "language": facts.language,
        "facts": stored.encode_facts(facts),
        "credential": credential,
        "badge": badge,
        "issued_on": issued_on.isoformat(),
    }
    certificate = Certificate(
        key, enrolment, facts.kind, facts.serial, facts, credential, issued_on, badge=badge
    )
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
