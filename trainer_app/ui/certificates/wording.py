"""Words for kinds, results and states of certificates, with the colour and the drawing that go with them."""

from PySide6.QtCore import QCoreApplication

from trainer_app.domain.certificates.certificates import (
    Certificate,
    CertificateKind,
    CertificateReceipt,
    CertificateState,
    PrintCount,
)
from trainer_app.ui.kit.language import Formats
from trainer_app.ui.widgets.indicators import Tone

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


def received_chip(received: CertificateReceipt) -> tuple[Tone, str, str]:
    """Return how it looks whether a certificate was taken home."""
    if received is CertificateReceipt.YES:
        return Tone.GOOD, translate("Certificates", "Received"), "check"
    if received is CertificateReceipt.NO:
        return Tone.BAD, translate("Certificates", "Not received"), "close"
    return Tone.QUIET, translate("Certificates", "Open"), "clock"


def print_words(printed: PrintCount, formats: Formats) -> str:
    """Return how often a certificate was printed: "printed 2 times, last 18 Oct"."""
    if printed.copies and printed.last is not None:
        return translate("Certificates", "printed %n time(s), last {day}", "", printed.copies).format(
            day=formats.day_short(printed.last)
        )
    if printed.saved and printed.last_saved is not None:
        return translate("Certificates", "saved as PDF {day}").format(
            day=formats.day_short(printed.last_saved)
        )
    return translate("Certificates", "not printed yet")


def receipt_words(certificate: Certificate, formats: Formats) -> str:
    """Return whether a certificate was received: "received 18 Oct"; "" while nobody knows."""
    if certificate.received is CertificateReceipt.NO:
        return translate("Certificates", "not received")
    if certificate.received is CertificateReceipt.YES and certificate.received_on is not None:
        day = formats.day_short(certificate.received_on)
        return translate("Certificates", "received {day}").format(day=day)
    return ""


def history_words(certificate: Certificate, serials: dict[str, str]) -> str:
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
