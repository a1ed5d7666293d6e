"""The Open Badge of a certificate: what travels in its PDF, and the file of its own."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from trainer_app.actions import identity
from trainer_app.actions.certificates import find
from trainer_app.actions.workplace import Workplace
from trainer_app.bundle.badge import issue_badge
from trainer_app.bundle.credential import read_credential
from trainer_app.documents.certificate import badge_name as badge_name
from trainer_app.domain.certificates import Certificate
from trainer_app.domain.errors import TrainerError
from trainer_app.system.files import write_checked


def with_badges(work: Workplace, certificates: Sequence[Certificate]) -> list[Certificate]:
    """Return certificates with the badges that can be had here.

    One issued before there were badges gets its badge when it is printed, by the laptop that signed it: the
    same each time, so that it need not be kept. Elsewhere it stays without.
    """
    if all(found.badge for found in certificates):
        return list(certificates)
    keys, office = identity.device_keys(work), identity.office_code(work)
    completed = []
    for found in certificates:
        if not found.badge and found.credential:
            signed = read_credential(found.credential)
            if (signed.kid, signed.issuer) == (keys.key_id, office):
                found = replace(found, badge=issue_badge(found.facts, keys, office, signed.id))
        completed.append(found)
    return completed


def export_badge(work: Workplace, serial: str, path: Path) -> Path:
    """Write a certificate's badge as a file for registers and wallets; returns where it lies.

    It holds a name and is not encrypted. Raises as `certificates.find` and `write_checked`,
    certificate.no_badge.
    """
    (found,) = with_badges(work, [find(work, serial)])
    if not found.badge:
        raise TrainerError("certificate.no_badge", serial=found.serial)
    return write_checked(path, found.badge.encode("ascii"))
