"""Issuing, replacing, voiding and handing out certificates; the register and its series."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct, structs

from trainer_app.actions.base import identity, joint, workplace
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.shown import MOVED, stamp_of
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates.eligibility import (
    Batch,
    board,
    check_names,
    checked_names,
    due_of,
    due_rows,
    person_in_print,
)
from trainer_app.actions.certificates.templates import gatherer, seconds
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.people import people
from trainer_app.bundle.badge import issue_badge
from trainer_app.bundle.credential import issue_credential
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.text_search import searcher
from trainer_app.domain.base.texts import DEFAULT
from trainer_app.domain.certificates.certificates import (
    Certificate,
    CertificateFacts,
    CertificateKind,
    CertificateReceipt,
    CertificateState,
)
from trainer_app.domain.certificates.serials import (
    LAST_SERIAL,
    SerialAccount,
    count_series,
    is_serial,
    last_given,
    make_serial,
    parse_serial,
    place_of,
    readings,
    tidy_code,
)
from trainer_app.domain.people.persons import nameless
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses


def list_series(work: Workplace) -> list[SerialAccount]:
    """Return every row of numbers, by laptop and year."""
    known = [(found.serial, found.state) for found in certificates.list_certificates(work.database)]
    return count_series(known, certificates.list_taken_back(work.database, work.journal))


class IssueResult(Struct, frozen=True):
    """What issuing did: the new certificates in the order of names, and the step that undoes it."""

    certificates: tuple[Certificate, ...]
    changes: Changes


@guarded
def issue(
    work: Workplace,
    course: str,
    language: str = DEFAULT,
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


@guarded
def issue_batches(
    work: Workplace,
    batches: Sequence[Batch],
    language: str = DEFAULT,
    *,
    back: bool = False,
    second: str | None = None,
    shown: str = "",
    progress: Progress = no_progress,
) -> IssueResult:
    """Issue the certificates of several courses: all of them or none, course by course in the order of names.

    Everything that is printed is frozen; each takes a serial and a signed credential. `back` freezes the
    sessions too, which then stand on the back. `second` is the second language, "" for none, by default
    English where there is an English title. `shown` is the stamp of what was shown before (`stamp_drafts`).
    Raises certificate.nothing_to_issue, certificate.no_second, serials.no_number_left, shown.moved,
    certificate.twice_on_list for a joined person on a list twice.
    """
    # Read inside: another program on this database would else give the same numbers, or issue twice.
    with work.journal.transaction():
        due = due_of(work, batches)
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
        if shown not in ("", stamp_drafts(certificates)):
            raise TrainerError(MOVED)
        label = Label("certificate.step.issue", {"count": count})
        changes = _record(work, label, writes, every)
        return IssueResult(tuple(certificates), changes)


@guarded
def draft(
    work: Workplace,
    course: str,
    language: str = DEFAULT,
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
        facts = gather(row.enrolment, row.result, place_of(row.number, language))
        drafts.append(Certificate(row.enrolment, row.enrolment, row.result, "", facts, "", issued_on))
    return drafts


def stamp_drafts(drafts: Iterable[Certificate]) -> str:
    """Return the stamp (see `base.shown`) of drafts; of what they become it is the same."""
    # All but the number, and the sessions on the back.
    return stamp_of({each.enrolment: structs.replace(each.facts, serial="", sessions=()) for each in drafts})


@guarded
def void(work: Workplace, serial: str, reason: str) -> Changes:
    """Declare a certificate void; its number is never used again.

    Raises as `find`, joint.needed, certificate.no_reason, certificate.not_valid.
    """
    certificate = find(work, serial)
    _check_reason(certificate, reason)
    fields: dict[str, Value] = {"void": True, "reason": reason.strip()}
    label = Label("certificate.step.void", {"serial": certificate.serial})
    both = joint.require(work, JointMatter.VOID, [certificate.serial])
    writes = [Write("certificate", certificate.key, fields), *both]
    return work.journal.record(label, writes, note=bool(both))


@guarded
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
        serials = _AllSerials(work)
        kind = old.kind if keep_kind else kind_now(work, old)
        certificate, writes = _issue_instead(work, old, kind, reason, serials, language)
        label = Label("certificate.step.replace", {"serial": old.serial, "by": certificate.serial})
        return IssueResult((certificate,), _record(work, label, writes, serials))


@guarded
def renew(work: Workplace, course: str, reason: str) -> IssueResult:
    """Issue anew all certificates of a course that no longer fit, as one step, in the order of names.

    Where the figures give none any more nothing is issued: somebody declares that one void. Raises
    course.unknown, certificate.all_fit, certificate.no_reason.
    """
    with work.journal.transaction():
        due = sorted(
            (row for row in board(work, course) if row.renewable), key=lambda row: sort_key(row.name)
        )
        if not due:
            raise TrainerError("certificate.all_fit", code=get_course(work, course).course.code)
        serials, issued, writes = _AllSerials(work), [], []
        for row in due:
            assert row.certificate is not None
            _check_reason(row.certificate, reason)
            new, written = _issue_instead(work, row.certificate, row.result, reason, serials)
            issued.append(new)
            writes += written
        label = Label("certificate.step.renew", {"count": len(issued)})
        return IssueResult(tuple(issued), _record(work, label, writes, serials))


def _issue_instead(
    work: Workplace,
    old: Certificate,
    kind: CertificateKind,
    reason: str,
    serials: "_AllSerials",
    language: str | None = None,
) -> tuple[Certificate, list[Write]]:
    """Return a certificate that replaces another one, in its language, and what is to be written."""
    item = courses.get_enrolment(work.database, old.enrolment)
    if item is None:
        raise TrainerError("certificate.unknown", serial=old.serial)
    if old.erased:
        raise TrainerError("certificate.erased", serial=old.serial)
    course = item.enrolment.course
    view = get_course(work, course)
    issued_on = work.clock.today(view.course.zone)
    tongue, before = language or old.facts.language, old.facts.second_language
    again = tongue == old.facts.language and before in seconds(view.course.title, tongue)
    second = before if again else None
    gather = gatherer(work, course, tongue, issued_on, back=bool(old.facts.sessions), second=second)
    facts = gather(old.enrolment, kind, serials.of(issued_on.year).take(), replaces=old.serial)
    certificate, write = _certificate(work, old.enrolment, facts, issued_on)
    fields: dict[str, Value] = {"void": True, "reason": reason.strip(), "replaced_by": certificate.key}
    return certificate, [write, Write("certificate", old.key, fields)]


def kind_now(work: Workplace, certificate: Certificate) -> CertificateKind:
    """Return the kind that the figures give now whose certificate it is; where they give none, its own.

    What nobody is entitled to is declared void, not replaced: a letter can be put right all the same.
    """
    item = courses.get_enrolment(work.database, certificate.enrolment)
    rows = board(work, item.enrolment.course) if item is not None else []
    found = next((row.result for row in rows if row.enrolment == certificate.enrolment), CertificateKind.NONE)
    return certificate.kind if found is CertificateKind.NONE else found


@guarded
def correct(
    work: Workplace, serial: str, person: dict[str, Value], reason: str, *, keep_kind: bool = False
) -> IssueResult:
    """Correct a person (fields as of `people.change_person`) and issue the certificate anew: both or neither.

    It is one step: undo gives back the old name with the old certificate. A name that was checked before is
    checked by whoever corrects it. Raises as `replace` and `people.change_person`.
    """
    with work.journal.transaction():
        old = find(work, serial)
        _check_reason(old, reason)
        item = courses.get_enrolment(work.database, old.enrolment)
        done = []
        if item is not None and person:
            key, course = item.enrolment.key, item.enrolment.course
            was_checked = key in checked_names(work, course)
            done.append(people.change_person(work, person_in_print(work, key).key, person, enrolment=key))
            if was_checked:
                # Whoever corrects a name for a new certificate has just looked at it.
                done.append(check_names(work, course, [key]))
        issued = replace(work, old.serial, reason, keep_kind=keep_kind)
        joined = work.journal.join(issued.changes.label, [*done, issued.changes])
        return IssueResult(issued.certificates, joined)


def find(work: Workplace, serial: str) -> Certificate:
    """Return the certificate with a serial, as people type it; of two, the one that holds.

    Raises certificate.unknown; certificate.serial_twice while two hold that a laptop and its copy gave.
    """
    found = certificates.find_certificates(work.database, parse_serial(serial).text)
    if not found:
        raise TrainerError("certificate.unknown", serial=serial)
    valid = [each for each in found if each.state is CertificateState.ISSUED]
    if len(valid) > 1:
        raise TrainerError("certificate.serial_twice", serial=valid[0].serial)
    return (valid or found)[0]


def with_names(work: Workplace, serials: Sequence[str]) -> list[str]:
    """Return serials with the names on the papers behind them: a number alone is easily the wrong one."""
    told = []
    for serial in serials:
        found = certificates.find_certificates(work.database, serial)
        names = dict.fromkeys(each.facts.name for each in found if each.facts.name)
        told.append(f"{serial} ({', '.join(names)})" if names else serial)
    return told


def register(work: Workplace, course: str | None = None) -> list[Certificate]:
    """Return all certificates of a course (or of everything) by serial, void ones too."""
    return certificates.list_certificates(work.database, course)


def erased_names(work: Workplace, rows: Iterable[Certificate]) -> dict[str, str]:
    """Return what stands for the name on certificates whose name was erased, by their keys."""
    return {
        row.key: nameless(enrolled.enrolment.person)
        for row in rows
        if not row.facts.name
        and (enrolled := courses.get_enrolment(work.database, row.enrolment)) is not None
    }


def search(work: Workplace, text: str) -> list[Certificate]:
    """Return the certificates whose name (any script or layout) or serial a text is a part of; all for "".

    Those with the text in one part of their serial come first.
    """
    wanted = text.strip()
    everything = certificates.list_certificates(work.database)
    if not wanted:
        return everything
    named = searcher(wanted)
    typed = [tidy_code(each).replace("-", "") for each in readings(wanted)]
    hits = [
        found
        for found in everything
        if any(signs and signs in found.serial.replace("-", "") for signs in typed)
        or named(found.facts.name)
        or named(found.facts.latin)
    ]
    # "00012" is a number before it is the end of one with the beginning of the digits that check it.
    return sorted(hits, key=lambda found: all(typed[0] not in part for part in found.serial.split("-")))


def courses_of(work: Workplace, certificates: Sequence[Certificate]) -> dict[str, str]:
    """Return which course each certificate was issued for: certificate's key -> course's key."""
    taken = {item.enrolment.key: item.enrolment.course for item in courses.list_enrolments(work.database)}
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
        after = workplace.serials_after(work)
        self.setting = LAST_SERIAL.of(self._office, year, self._device, *([after] if after else []))
        self._taken = set()
        for certificate in certificates.list_certificates(work.database):
            # What another laptop wrote for a number may be none.
            serial = parse_serial(certificate.serial) if is_serial(certificate.serial) else None
            if serial and (serial.office, serial.year, serial.device) == (self._office, year, self._device):
                self._taken.add(serial.counter)
        self.last = last_given({*self._taken, work.store.setting(self.setting)}, after)

    def take(self) -> str:
        """Return the next serial."""
        self.last += 1
        while self.last in self._taken:
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
            self._work.store.change_setting(serials.setting, serials.last)


def _record(work: Workplace, label: Label, writes: Sequence[Write], serials: _AllSerials) -> Changes:
    """Write new certificates and the last numbers given, in one transaction."""
    with work.journal.transaction():
        serials.keep()
        return work.journal.record(label, writes)


def _certificate(
    work: Workplace, enrolment: str, facts: CertificateFacts, issued_on: date
) -> tuple[Certificate, Write]:
    keys, office = identity.device_keys(work), identity.office_code(work)
    credential = issue_credential(facts, keys, office)
    badge = issue_badge(facts, keys, office, credential)
    key = work.journal.make_key(enrolment)
    fields: dict[str, Value] = {
        "enrolment": enrolment,
        "kind": facts.kind.value,
        "serial": facts.serial,
        "language": facts.language,
        "facts": certificates.encode_facts(facts),
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


_STEPS = {
    CertificateReceipt.YES: "certificate.step.received",
    CertificateReceipt.NO: "certificate.step.not_received",
    CertificateReceipt.OPEN: "certificate.step.receipt_open",
}


@guarded
def receive(
    work: Workplace, serials: Sequence[str], received: CertificateReceipt = CertificateReceipt.YES
) -> Changes:
    """Say for some certificates whether they were received, as one step.

    Raises as `certificates.find`, certificate.nothing_chosen, certificate.not_valid: what is void or replaced
    was taken back.
    """
    found = valid(work, serials)
    day = None if received is CertificateReceipt.OPEN else work.today().isoformat()
    fields: dict[str, Value] = {"received": received.value or None, "received_on": day}
    # Said once more on a later day, it keeps the day on which it was.
    writes = [Write("certificate", each.key, fields) for each in found if each.received is not received]
    return work.journal.record(Label(_STEPS[received], {"count": len(writes)}), writes)


@guarded
def void_many(work: Workplace, serials: Sequence[str], reason: str) -> Changes:
    """Declare certificates void for one reason, in one step: those of everybody who did not come.

    Raises as `receive`, and joint.needed, certificate.no_reason.
    """
    if not reason.strip():
        raise TrainerError("certificate.no_reason")
    found = valid(work, serials)
    fields: dict[str, Value] = {"void": True, "reason": reason.strip()}
    label = Label("certificate.step.void_many", {"count": len(found)})
    if len(found) == 1:
        label = Label("certificate.step.void", {"serial": found[0].serial})
    both = joint.require(work, JointMatter.VOID, serials)
    writes = [*(Write("certificate", each.key, fields) for each in found), *both]
    return work.journal.record(label, writes, note=bool(both))


def valid(work: Workplace, serials: Sequence[str]) -> list[Certificate]:
    """Return the valid certificates with some serials, each once.

    Raises as `certificates.find`, certificate.nothing_chosen, certificate.not_valid.
    """
    if not serials:
        raise TrainerError("certificate.nothing_chosen")
    found = {each.key: each for each in (find(work, serial) for serial in serials)}
    for each in found.values():
        if each.state is not CertificateState.ISSUED:
            raise TrainerError("certificate.not_valid", serial=each.serial)
    return list(found.values())
