"""Issuing, voiding and replacing certificates by their board; the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trainer_app.actions import identity, people, workplace
from trainer_app.actions.boards import board as board
from trainer_app.actions.boards import clear_override as clear_override
from trainer_app.actions.boards import held_minutes as held_minutes
from trainer_app.actions.boards import override as override
from trainer_app.actions.courses import get_course
from trainer_app.actions.facts import gatherer
from trainer_app.actions.facts import seconds as seconds
from trainer_app.actions.workplace import Workplace
from trainer_app.bundle.badge import issue_badge
from trainer_app.bundle.credential import issue_credential, read_credential
from trainer_app.domain.certificates import (
    BoardRow,
    Certificate,
    CertificateKind,
    CertificateState,
    Facts,
)
from trainer_app.domain.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.errors import TrainerError
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


@dataclass(frozen=True)
class Batch:
    """Whose certificates are meant: a course's, or of it only some enrolments'."""

    course: str
    only: frozenset[str] | None = None


def issue(
    work: Workplace,
    course: str,
    language: str = "tg",
    *,
    only: frozenset[str] | None = None,
    back: bool = False,
    second: str | None = None,
    progress: Progress = no_progress,
) -> IssueResult:
    """Issue certificates to everybody of a course who gets one and has none, in one transaction.

    `only` limits the batch to some enrolments. Raises as `issue_batches`.
    """
    return issue_batches(work, [Batch(course, only)], language, back=back, second=second, progress=progress)


def issue_batches(
    work: Workplace,
    batches: Sequence[Batch],
    language: str = "tg",
    *,
    back: bool = False,
    second: str | None = None,
    progress: Progress = no_progress,
) -> IssueResult:
    """Issue the certificates of several courses: all of them or none, course by course in the order of names.

    Everything that is printed is frozen; each takes a serial and a signed credential. `back` freezes the
    sessions too, which then stand on the back. `second` is the second language, "" for none, by default
    English where there is an English title. Raises certificate.nothing_to_issue, certificate.no_second,
    serials.no_number_left.
    """
    # Read inside: another program on this database would else give the same numbers, or issue twice.
    with work.journal.transaction():
        due = [(batch.course, due_rows(board(work, batch.course), batch.only)) for batch in batches]
        count = sum(len(rows) for _, rows in due)
        if not count:
            raise TrainerError("certificate.nothing_to_issue")
        every = _AllSerials(work)
        certificates, writes = [], []
        for course, rows in due:
            issued_on = work.clock.today(get_course(work, course).course.zone)
            gather = gatherer(work, course, language, issued_on, back=back, second=second)
            serials = every.of(issued_on.year)
            for row in rows:
                facts = gather(row.enrolment, row.result, serials.take())
                certificate, write = _certificate(work, row.enrolment, facts, issued_on)
                certificates.append(certificate)
                writes.append(write)
                progress("certificate.progress.issue", len(writes) / count)
        label = Label("certificate.step.issue", {"count": count})
        changes = _record(work, label, writes, every)
        return IssueResult(tuple(certificates), changes)


def draft(
    work: Workplace,
    course: str,
    language: str = "tg",
    *,
    only: frozenset[str] | None = None,
    back: bool = False,
    second: str | None = None,
) -> list[Certificate]:
    """Return what `issue` would issue, in the order of names, unwritten and without a credential.

    In the place of the serial stands the number on the list, so that warnings can say whom they are about.
    """
    issued_on = work.clock.today(get_course(work, course).course.zone)
    gather = gatherer(work, course, language, issued_on, back=back, second=second)
    drafts = []
    for row in due_rows(board(work, course), only):
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


def replace(
    work: Workplace, serial: str, reason: str, language: str | None = None, *, keep_kind: bool = False
) -> IssueResult:
    """Issue a certificate anew, after a misspelling or other marks: new serial and text, linked to the old.

    It is of the kind of `kind_now`, or with `keep_kind` of the old one's. Raises as `void`, and
    certificate.erased where nobody's name is left to print.
    """
    with work.journal.transaction():
        old = find(work, serial)
        _check_reason(old, reason)
        item = enrolments.get_enrolment(work.database, old.enrolment)
        if item is None:
            raise TrainerError("certificate.unknown", serial=serial)
        if old.erased:
            raise TrainerError("certificate.erased", serial=old.serial)
        course = item.enrolment.course
        view = get_course(work, course)
        issued_on = work.clock.today(view.course.zone)
        serials = _AllSerials(work)
        back = bool(old.facts.sessions)
        tongue, before = language or old.facts.language, old.facts.second_language
        again = tongue == old.facts.language and before in seconds(view.course.title, tongue)
        second = before if again else None
        gather = gatherer(work, course, tongue, issued_on, back=back, second=second)
        number = serials.of(issued_on.year).take()
        kind = old.kind if keep_kind else kind_now(work, old)
        facts = gather(old.enrolment, kind, number, replaces=old.serial)
        certificate, write = _certificate(work, old.enrolment, facts, issued_on)
        fields: dict[str, Value] = {
            "void": True,
            "reason": reason.strip(),
            "replaced_by": certificate.key,
        }
        label = Label("certificate.step.replace", {"serial": old.serial, "by": certificate.serial})
        changes = _record(work, label, [write, Write("certificate", old.key, fields)], serials)
        return IssueResult((certificate,), changes)


def kind_now(work: Workplace, certificate: Certificate) -> CertificateKind:
    """Return the kind that the figures give now whose certificate it is; where they give none, its own.

    What nobody is entitled to is declared void, not replaced: a letter can be put right all the same.
    """
    item = enrolments.get_enrolment(work.database, certificate.enrolment)
    rows = board(work, item.enrolment.course) if item is not None else []
    found = next((row.result for row in rows if row.enrolment == certificate.enrolment), CertificateKind.NONE)
    return certificate.kind if found is CertificateKind.NONE else found


def correct(
    work: Workplace, serial: str, person: dict[str, Value], reason: str, *, keep_kind: bool = False
) -> IssueResult:
    """Correct a person (fields as of `people.change_person`) and issue the certificate anew: both or neither.

    Raises as `replace` and `people.change_person`.
    """
    with work.journal.transaction():
        old = find(work, serial)
        _check_reason(old, reason)
        item = enrolments.get_enrolment(work.database, old.enrolment)
        if item is not None and person:
            people.change_person(work, item.enrolment.person, person)
        return replace(work, old.serial, reason, keep_kind=keep_kind)


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


def in_name_order(certificates: Sequence[Certificate]) -> list[Certificate]:
    """Return certificates as they are printed: course by course, each in the order of the Tajik alphabet."""
    return sorted(
        certificates,
        key=lambda found: (found.facts.first_day, found.facts.course_code, sort_key(found.facts.name)),
    )


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


class _AllSerials:
    """The numbers of every year that a batch needs: over New Year two courses may lie in two zones."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self._years: dict[int, _Serials] = {}

    def of(self, year: int) -> _Serials:
        """Return the numbers of a year."""
        if year not in self._years:
            self._years[year] = _Serials(self._work, year)
        return self._years[year]

    def keep(self) -> None:
        """Remember the last numbers given. Use inside the transaction that gives them."""
        for serials in self._years.values():
            self._work.store.change_setting(serials.setting, str(serials.last))


def due_rows(rows: Sequence[BoardRow], only: frozenset[str] | None) -> list[BoardRow]:
    """Return who gets a certificate and has none yet, in the order of names.

    Whose certificate was declared void gets another one only among those who are chosen.
    """
    due = [row for row in rows if (row.due if only is None else row.entitled and row.enrolment in only)]
    return sorted(due, key=lambda row: sort_key(row.name))


def _record(work: Workplace, label: Label, writes: Sequence[Write], serials: _AllSerials) -> Changes:
    """Write new certificates and the last numbers given, in one transaction."""
    with work.journal.transaction():
        serials.keep()
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


def _check_reason(certificate: Certificate, reason: str) -> None:
    if not reason.strip():
        raise TrainerError("certificate.no_reason")
    if certificate.state is not CertificateState.ISSUED:
        raise TrainerError("certificate.not_valid", serial=certificate.serial)
