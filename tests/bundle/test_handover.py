"""A root key is lost: another root hands over to new ones, and a laptop that missed a list follows."""

import pytest

from trainer_app.bundle import sealing, trust
from trainer_app.bundle.keys import OfficeKeys, read_standby
from trainer_app.bundle.trust import Office, SignedTrust, TrustList
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts

FIRST, PAPER = OfficeKeys.generate()
SECOND, SECOND_PAPER = OfficeKeys.generate()
THIRD, _ = OfficeKeys.generate()
STANDBY = read_standby(PAPER.standby)
SECOND_STANDBY = read_standby(SECOND_PAPER.standby)


def first_list(serial: int = 1) -> TrustList:
    office = Office("DSH", Texts(en="Office"), FIRST.recipient, FIRST.recovery_recipient, FIRST.roots)
    return TrustList(office, serial, "2018-10-01")


def refuses(current: SignedTrust, offered: SignedTrust) -> bool:
    with pytest.raises(TrainerError, match=r"bundle\.bad_trust"):
        trust.renew_trust(current, offered)
    return True


OLD = trust.sign_trust(first_list(), FIRST.root_seed)
HANDED = trust.hand_over(first_list(), SECOND.roots, STANDBY, 2)
NEW = trust.sign_trust(HANDED, SECOND.root_seed)


def test_the_new_root_signs_and_whoever_knows_the_standby_follows() -> None:
    now = trust.renew_trust(OLD, NEW)
    assert (now.serial, now.office.roots) == (2, SECOND.roots)


def test_the_lost_root_is_out_from_then_on() -> None:
    stolen = trust.sign_trust(first_list(serial=9), FIRST.root_seed)
    assert refuses(NEW, stolen)


def test_a_laptop_that_missed_two_lists_follows_both_handovers() -> None:
    again = trust.sign_trust(trust.hand_over(HANDED, THIRD.roots, SECOND_STANDBY, 5), THIRD.root_seed)
    for current in (OLD, NEW):
        assert trust.renew_trust(current, again).office.roots == THIRD.roots


def test_nobody_hands_over_without_a_root_key() -> None:
    with pytest.raises(TrainerError, match=r"bundle\.bad_trust"):
        trust.hand_over(first_list(), SECOND.roots, SECOND.root_seed, 2)
    forged = trust.hand_over(
        TrustList(
            Office("DSH", Texts(), FIRST.recipient, FIRST.recovery_recipient, THIRD.roots), 1, "2018-10-01"
        ),
        SECOND.roots,
        THIRD.root_seed,
        2,
    )
    assert refuses(OLD, trust.sign_trust(forged, SECOND.root_seed))


def test_an_old_handover_brings_no_replaced_root_back() -> None:
    """The standby stayed the same twice: whoever has the second root must not come in by its handover."""
    second = (SECOND.roots[0], FIRST.roots[1])
    third = (THIRD.roots[0], FIRST.roots[1])
    one = trust.hand_over(first_list(), second, STANDBY, 2)
    two = trust.sign_trust(trust.hand_over(one, third, STANDBY, 3), THIRD.root_seed)
    assert trust.renew_trust(OLD, two).office.roots == third
    stolen = trust.sign_trust(
        TrustList(one.office, 9, "2018-10-01", handovers=one.handovers), SECOND.root_seed
    )
    assert refuses(two, stolen)


def test_a_handover_of_another_office_or_of_later_than_its_list_does_not_count() -> None:
    other = TrustList(
        Office("KHJ", Texts(), FIRST.recipient, FIRST.recovery_recipient, FIRST.roots), 1, "2018-10-01"
    )
    for handovers in (
        trust.hand_over(other, SECOND.roots, STANDBY, 2).handovers,
        trust.hand_over(first_list(), SECOND.roots, STANDBY, 4).handovers,
    ):
        mixed = TrustList(HANDED.office, 3, "2018-10-01", handovers=handovers)
        assert refuses(OLD, trust.sign_trust(mixed, SECOND.root_seed))


def test_a_handover_is_no_list_and_a_list_no_handover() -> None:
    document = HANDED.handovers[0]
    wrong = sealing.sign(document.roots.encode(), STANDBY, sealing.Purpose.TRUST).decode()
    changed = TrustList(HANDED.office, 2, "2018-10-01", handovers=(trust.Handover(document.roots, wrong),))
    assert refuses(OLD, trust.sign_trust(changed, SECOND.root_seed))


def test_the_kept_list_is_believed_by_its_own_roots_alone() -> None:
    with pytest.raises(TrainerError, match=r"bundle\.bad_trust"):
        trust.verify_trust(NEW, FIRST.roots)
    assert trust.verify_trust(NEW, SECOND.roots) == HANDED
