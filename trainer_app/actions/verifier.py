"""Writes the page that checks certificates outside this program, with the lists as they stand here today."""

from pathlib import Path

from trainer_app.actions import identity
from trainer_app.actions.packs import credential_id, make_revocations, trust_of_office
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.bundle.revocations import RevocationList
from trainer_app.bundle.trust import TrustList
from trainer_app.documents.verifier_page import Gone, Issuer, Lists, verifier_page
from trainer_app.domain.certificates import CertificateState
from trainer_app.domain.errors import TrainerError
from trainer_app.store import certificates
from trainer_app.system.files import write_checked
from trainer_app.system.resources import resource


def page_name(work: Workplace) -> str:
    """Return the name that the file gets by default: "check-DSH-2018-10-17.html"."""
    return f"check-{identity.office_code(work)}-{work.today().isoformat()}.html"


def export_verifier(work: Workplace, path: Path) -> Path:
    """Write the page with the office's lists of today; returns where it lies.

    It holds no names, only public keys, serials and hashes. Raises office.not_an_office at a trainer,
    office.not_set_up, and as `write_checked`.
    """
    if work.role is not Role.OFFICE:
        raise TrainerError("office.not_an_office")
    trust = trust_of_office(work)
    confirmed = [
        known
        for found in certificates.list_certificates(work.database)
        if found.state is CertificateState.ISSUED and (known := credential_id(found))
    ]
    return write_checked(path, make_page(trust, make_revocations(work), confirmed))


def make_page(trust: TrustList, revoked: RevocationList, confirmed: list[str]) -> bytes:
    """Return the page for lists; `confirmed` are the ids of the credentials that the register holds."""
    issuers = [
        Issuer(device.key_id, device.signing_key, device.revoked_on)
        for device in trust.devices
        if device.may_issue
    ]
    gone = [Gone(one.serial, one.state, one.credential) for one in revoked.certificates]
    lists = Lists(trust.office.code, trust.office.name, revoked.day, issuers, gone, confirmed)
    return verifier_page(resource("verifier"), lists)
