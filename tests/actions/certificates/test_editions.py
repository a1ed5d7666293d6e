"""The office's list of certificates: an edition never goes back, and what of withdrawn keys is believed."""

from datetime import date
from pathlib import Path

import pytest

from tests.actions.exchange.conftest import other, together
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, workplace
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.certificates import certificates, verifying
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, packs, sending, trust
from trainer_app.actions.office import office
from trainer_app.bundle.trust import RevocationList
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import Value, new_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import Certificate, CheckResult
from trainer_app.domain.certificates.serials import parse_serial
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates.certificates import encode_facts
from trainer_app.system.clock import FixedClock, fixed_at

__all__ = ["other", "together"]


@pytest.fixture
def issued(joined: Workplace, room: Room, bureau: Workplace, stick: Path) -> tuple[Certificate, ...]:
    """Issue three certificates at K7; the office has the first two."""
    for session in room.sessions:
        attendance.mark_rest(joined, session)
    for enrolment in room.enrolments:
        scores.set_score(joined, enrolment, Occasion.POST, 1500, 2000)
    first = certificates.issue(joined, room.course, only=frozenset(room.enrolments[:2])).certificates
    importing.import_files(bureau, [sending.export(joined, stick).file])
    return (*first, *certificates.issue(joined, room.course).certificates)


def said(work: Workplace, found: Certificate) -> CheckResult:
    """Return what is said of the code; of the badge the same is said."""
    results = {verifying.verify(work, text).result for text in (found.credential, found.badge)}
    (result,) = results
    return result


def take(work: Workplace, *files: Path) -> None:
    importing.import_files(work, files)


def listed(work: Workplace) -> RevocationList:
    found = identity.revocations(work)
    assert found is not None
    return found


def test_an_older_pack_of_the_same_day_takes_nothing_off_the_list(
    joined: Workplace, bureau: Workplace, issued: tuple[Certificate, ...], stick: Path
) -> None:
    """M6: an older pack of the same day rolled the list of void certificates back."""
    before = packs.export_pack(bureau, "K7", stick).file
    certificates.void(bureau, issued[0].serial, "spoiled")
    after = packs.export_pack(bureau, "K7", stick).file
    for files in ((after, before), (before, after, before)):
        take(joined, *files)
        assert [one.serial for one in listed(joined).certificates] == [issued[0].serial]
        assert said(joined, issued[0]) is CheckResult.REVOKED


def test_an_edition_is_counted_once_for_each_list_that_differs(
    bureau: Workplace, issued: tuple[Certificate, ...], clock: FixedClock
) -> None:
    first = trust.make_revocations(bureau)
    assert trust.make_revocations(bureau) == first
    certificates.void(bureau, issued[0].serial, "spoiled")
    second = trust.make_revocations(bureau)
    assert (second.edition, len(second.certificates)) == (first.edition + 1, 1)
    clock.now = fixed_at(date(2018, 10, 18), 12, ZONE).now
    third = trust.make_revocations(bureau)
    assert (third.edition, third.day) == (first.edition + 2, "2018-10-18")
    workplace.keep_serials_apart(bureau)
    certificates.void(bureau, issued[1].serial, "spoiled")
    assert trust.make_revocations(bureau).edition == third.edition + trust.LISTS_MISSED


def test_no_other_office_s_list_and_no_lower_number_is_taken(
    joined: Workplace, bureau: Workplace, issued: tuple[Certificate, ...], stick: Path
) -> None:
    """M6: a list may not come from another office either."""
    take(joined, packs.export_pack(bureau, "K7", stick).file)
    known = listed(joined)
    for offered in (
        replace(known, office="KHJ", edition=known.edition + 5),
        replace(known, edition=known.edition - 1, day="2019-01-01"),
        replace(known, day="2019-01-01"),
    ):
        trust.take_revocations(joined, offered)
        assert listed(joined) == known
    newer = replace(known, edition=known.edition + 1)
    trust.take_revocations(joined, newer)
    assert listed(joined) == newer


def test_a_row_of_rubbish_stops_neither_the_list_nor_the_page_nor_issuing(
    joined: Workplace, bureau: Workplace, issued: tuple[Certificate, ...], room: Room, stick: Path
) -> None:
    """An insider writes rows that no program of ours writes."""
    for serial, credential, void in (("x", "y", True), ("", "TRC1:", False), ("DSH-2018-K7-1", "", True)):
        fields: dict[str, Value] = {
            "enrolment": room.enrolments[0],
            "kind": "completion",
            "serial": serial,
            "facts": encode_facts(issued[0].facts),
            "credential": credential,
            "void": void,
            "issued_on": "2018-10-17",
        }
        bureau.journal.record(
            Label("certificate.step.issue", {"count": 1}), [Write("certificate", new_key(), fields)]
        )
    take(joined, packs.export_pack(bureau, "K7", stick).file)
    assert {one.serial for one in listed(joined).certificates} == {"x", "DSH-2018-K7-1"}
    trust.export_verifier(bureau, stick / "page.html")
    assert said(bureau, issued[0]) is said(joined, issued[0]) is CheckResult.VALID_CONFIRMED
    certificates.void(joined, issued[2].serial, "spoiled")
    again = certificates.issue(joined, room.course, only=frozenset([issued[2].enrolment])).certificates
    assert [parse_serial(found.serial).counter for found in again] == [4]


def test_of_a_revoked_key_only_what_the_register_held_is_believed_everywhere(
    joined: Workplace, other: Workplace, bureau: Workplace, issued: tuple[Certificate, ...], stick: Path
) -> None:
    """H8: of a revoked key, whatever had a day before the revocation was valid."""
    assert [said(bureau, found) for found in issued] == [
        CheckResult.VALID_CONFIRMED,
        CheckResult.VALID_CONFIRMED,
        CheckResult.NOT_REGISTERED,
    ]
    office.revoke(bureau, "K7")
    take(other, packs.export_pack(bureau, "K9", stick, courses=()).file)
    assert certificates.register(other) == []
    for work in (bureau, other):
        assert [said(work, found) for found in issued] == [
            CheckResult.VALID_CONFIRMED,
            CheckResult.VALID_CONFIRMED,
            CheckResult.KEY_REVOKED,
        ]
    take(bureau, sending.export(joined, stick).file)
    assert said(bureau, issued[2]) is CheckResult.KEY_REVOKED
    certificates.void(bureau, issued[1].serial, "spoiled")
    take(other, packs.export_pack(bureau, "K9", stick, courses=()).file)
    assert said(other, issued[1]) is CheckResult.REVOKED


def test_what_a_co_trainer_brought_is_not_confirmed_by_the_office(
    joined: Workplace,
    other: Workplace,
    bureau: Workplace,
    together: Room,
    issued: tuple[Certificate, ...],
    stick: Path,
) -> None:
    take(other, sending.export(joined, stick, co_trainers=["K9"]).file)
    assert {said(other, found) for found in issued} == {CheckResult.VALID_UNCONFIRMED}
    take(joined, packs.export_pack(bureau, "K7", stick).file)
    assert [said(joined, found).good for found in issued] == [True] * 3
    assert said(joined, issued[0]) is CheckResult.VALID_CONFIRMED
    assert said(joined, issued[2]) is CheckResult.VALID_UNCONFIRMED


def test_a_certificate_that_was_given_out_here_stays_confirmed(
    joined: Workplace, bureau: Workplace, issued: tuple[Certificate, ...], stick: Path
) -> None:
    take(joined, packs.export_pack(bureau, "K7", stick).file)
    certificates.receive(joined, [issued[0].serial])
    assert said(joined, issued[0]) is CheckResult.VALID_CONFIRMED
