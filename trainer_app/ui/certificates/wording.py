"""Words for kinds, results and states of certificates, for designs and the parts of their page.

With them go the colour and the drawing of a kind, a result or a state.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from trainer_app.domain.base.changes import Label
from trainer_app.domain.certificates.certificates import (
    Certificate,
    CertificateKind,
    CertificateReceipt,
    CertificateState,
    Design,
    DesignKind,
    PrintCount,
)
from trainer_app.domain.certificates.designs import DesignPart
from trainer_app.domain.papers.course_papers import Leaf
from trainer_app.system.messages import label_text, text
from trainer_app.ui.kit.language import Formats, formats
from trainer_app.ui.widgets.indicators import Tone

translate = QCoreApplication.translate


def erased_words() -> str:
    """Return why a certificate whose name was erased is neither printed nor replaced."""
    return translate(
        "Certificates",
        "The name on it was erased, so it is not printed or replaced any more. Its number stays in the "
        "register.",
    )


def left_out_words(count: int) -> tuple[str, str]:
    """Return in a title and a sentence how many certificates are left out as their names were erased."""
    return (
        translate("Certificates", "Left out: %n certificate(s) whose name was erased", "", count),
        translate("Certificates", "They are not printed any more. Their numbers stay in the register."),
    )


def kind_word(kind: CertificateKind) -> str:
    """Return a kind in a word or two: "Completion"."""
    if kind is CertificateKind.COMPLETION:
        return translate("Certificates", "Completion")
    if kind is CertificateKind.ATTENDANCE:
        return translate("Certificates", "Attendance", "kind of certificate")
    return translate("Certificates", "None", "kind of certificate")


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
    return Tone.QUIET, translate("Certificates", "Not recorded"), "clock"


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


def reason_words(reasons: Iterable[Label], language: str) -> str:
    """Return in words why somebody gets a certificate or none, or why one no longer fits."""
    return "; ".join(label_text(reason, language) for reason in reasons)


def design_kind_word(kind: DesignKind, language: str) -> str:
    """Return for which certificates a design is."""
    return text(f"template.kind.{kind.value}", language)


def design_word(design: Design, language: str) -> str:
    """Return what a design is called; those that ship by what they are for."""
    return design_kind_word(design.kind, language) if design.ships else design.name


def origin_word(design: Design) -> str:
    """Return where a design comes from, or what is the matter with it."""
    if design.ships:
        return translate("Designs", "comes with the program")
    if design.archived:
        return translate("Designs", "archived")
    return translate("Designs", "own") if design.here else translate("Designs", "not on this computer")


def languages_word(tongue: str) -> str:
    """Return the languages of a paper or text: "тоҷикӣ + English"."""
    parts = [formats(code).name for code in tongue.split("+") if code]
    return " + ".join(parts) if parts else translate("Designs", "all languages")


def part_word(part: DesignPart) -> str:
    """Return what a part of the page is called; one that somebody made by its own name."""
    stem = part.id.removesuffix("-single").removesuffix("-second")
    known = _part_words()
    if stem in known:
        second = part.id.endswith("-second")
        return (
            translate("Designs", "{part}, second language").format(part=known[stem])
            if second
            else known[stem]
        )
    if part.kind == "image":
        return translate("Designs", "Picture {name}").format(name=part.id.rpartition("-")[2])
    return part.id


def _part_words() -> dict[str, str]:
    return {
        "watermark": translate("Designs", "Rings behind the text"),
        "frame": translate("Designs", "Frame"),
        "seal": translate("Designs", "Emblem on the left"),
        "shield": translate("Designs", "Emblem on the right"),
        "logo-left": translate("Designs", "Logo of the organiser"),
        "logo-right": translate("Designs", "Logos of partner and donor"),
        "organiser": translate("Designs", "Organiser and partner"),
        "title": translate("Designs", "Title", "on the paper"),
        "subtitle": translate("Designs", "Second title"),
        "rule": translate("Designs", "Golden line"),
        "certify": translate("Designs", "Opening words"),
        "name": translate("Designs", "Name"),
        "course": translate("Designs", "Course"),
        "between": translate("Designs", "Line between the languages"),
        "issued": translate("Designs", "Date of issue"),
        "replaces": translate("Designs", "Which one it replaces"),
        "stamp": translate("Designs", "Circle for the stamp"),
        "stamp-text": translate("Designs", "Words in the circle"),
        "signatures": translate("Designs", "Signatures"),
        "code": translate("Designs", "QR code"),
        "serial": translate("Designs", "Number"),
    }


_NAMED = 4
"""People whose new spellings are said before the others are only counted."""


def spellings_taken(spellings: Sequence[tuple[str, str]]) -> str:
    """Return names with the Latin spellings that they have now: "Азизов Фаррух → Farrukh Azizov"."""
    said = [f"{name} → {spelling}" for name, spelling in spellings]
    more = len(said) - _NAMED
    return ", ".join((*said[:_NAMED], f"… +{more}") if more > 0 else said)


def pages_of_each(batch: Sequence[Certificate]) -> tuple[Leaf, ...]:
    """Return the pages of each certificate of a batch: its front, and its back if it has one."""
    leaves, page = [], 0
    for each in batch:
        sides = 2 if each.facts.sessions else 1
        leaves.append(Leaf(each.facts.name, tuple(range(page, page + sides))))
        page += sides
    return tuple(leaves)
