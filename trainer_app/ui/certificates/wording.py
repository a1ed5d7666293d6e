"""Words for kinds, results and states of certificates, with the colour and the drawing that go with them."""

from PySide6.QtCore import QCoreApplication

from trainer_app.domain.certificates import Certificate, CertificateKind, CertificateState
from trainer_app.ui.widgets.chips import Tone

translate = QCoreApplication.translate


def kind_word(kind: CertificateKind) -> str:
    """Return a kind in a word or two: "Completion"."""
    if kind is CertificateKind.COMPLETION:
        return translate("Certificates", "Completion")
    if kind is CertificateKind.ATTENDANCE:
        return translate("Certificates", "Attendance")
    return translate("Certificates", "None")


def kind_title(kind: CertificateKind) -> str:
    """Return a kind as the paper is called."""
    if kind is CertificateKind.COMPLETION:
        return translate("Certificates", "Certificate of completion")
    if kind is CertificateKind.ATTENDANCE:
        return translate("Certificates", "Certificate of attendance")
    return translate("Certificates", "No certificate")


def kind_chip(kind: CertificateKind, *, by_hand: bool = False) -> tuple[Tone, str, str]:
    """Return how a result looks: green for completion, red for none; a pen where somebody decided."""
    tone, icon = {
        CertificateKind.COMPLETION: (Tone.GOOD, "check"),
        CertificateKind.ATTENDANCE: (Tone.NOW, "badge"),
        CertificateKind.NONE: (Tone.BAD, "close"),
    }[kind]
    return tone, kind_word(kind), "pen" if by_hand else icon


def state_word(state: CertificateState) -> str:
    """Return where a certificate stands in its life."""
    if state is CertificateState.ISSUED:
        return translate("Certificates", "Valid")
    if state is CertificateState.VOID:
        return translate("Certificates", "Void")
    return translate("Certificates", "Replaced")


def state_chip(state: CertificateState) -> tuple[Tone, str, str]:
    """Return how a state looks."""
    tone, icon = {
        CertificateState.ISSUED: (Tone.GOOD, "check"),
        CertificateState.VOID: (Tone.BAD, "close"),
        CertificateState.REPLACED: (Tone.DUE, "history"),
    }[state]
    return tone, state_word(state), icon


def history(certificate: Certificate, serials: dict[str, str]) -> str:
    """Return what became of a certificate. `serials` maps keys to serials, for "replaced by"."""
    parts = []
    if certificate.facts.replaces:
        parts.append(
            translate("Certificates", "instead of {serial}").format(serial=certificate.facts.replaces)
        )
    if certificate.state is CertificateState.REPLACED:
        parts.append(
            translate("Certificates", "replaced by {serial}").format(
                serial=serials.get(certificate.replaced_by or "", "?")
            )
        )
    if certificate.reason:
        parts.append(certificate.reason)
    return " · ".join(parts)
