"""A laptop that holds the lists of the shared table of cases, for the program and its command line."""

from collections.abc import Iterator
from datetime import date

from tests import credential_cases
from tests.credential_cases import Case, registered, revoked, rewritten, signed, signed_trust, trust
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.bundle.trust import Receipt
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import Value, new_key
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.upgrade import change_authority
from trainer_app.store.certificates.certificates import encode_facts
from trainer_app.system.clock import FixedClock, fixed_at


def take_lists(work: Workplace, enrolment: str) -> None:
    """Take in the office's lists and a receipt for certificates of here, as a pack would bring them."""
    identity.keep_roots(work, trust())
    identity.keep_trust(work, signed_trust(), trust())
    # The folder itself stands in no list: what is written here for the table would not count.
    with work.journal.transaction():
        change_authority(work.journal, None)
    identity.keep_revocations(work, revoked())
    held = [(facts, facts) for facts in registered()]
    for facts, said in [*held, rewritten()]:
        fields: dict[str, Value] = {
            "enrolment": enrolment,
            "kind": facts.kind.value,
            "serial": facts.serial,
            "facts": encode_facts(said),
            "credential": signed(facts),
            "issued_on": facts.issued_on,
        }
        work.journal.record(Label("certificate.step.issue"), [Write("certificate", new_key(), fields)])
    sync_status.take_receipts(work, (Receipt(work.journal.replica, work.journal.number, revoked().day),))


def cases(*, lists: bool) -> Iterator[Case]:
    """Return the cases for a laptop with lists, or for one to which none ever came."""
    return (case for case in credential_cases.cases() if case.lists is lists)


def clock_of(case: Case) -> FixedClock:
    """Return a clock that stands on the day of a case."""
    return fixed_at(date.fromisoformat(case.today), 12, ZONE)
