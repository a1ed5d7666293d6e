"""Certificates: the board, what is frozen, what a check says."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from trainer_app.domain.changes import Label


class CertificateKind(StrEnum):
    """What a certificate certifies; `NONE` only as a result on the board."""

    COMPLETION = "completion"
    ATTENDANCE = "attendance"
    NONE = "none"


class CertificateState(StrEnum):
    """Where a certificate stands in its life."""

    ISSUED = "issued"
    VOID = "void"
    REPLACED = "replaced"


class Received(StrEnum):
    """Whether somebody has taken the paper home."""

    OPEN = ""
    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class Signatory:
    """Who signs on paper: name and title as printed; `title_ru` only where Russian is the second language."""

    name: str
    title: str
    title_en: str = ""
    title_ru: str = ""


@dataclass(frozen=True)
class TaughtSession:
    """A held session as the back of a certificate lists it: ISO day, topic, hundredths of an hour."""

    day: str
    topic: str
    hours: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that is printed on a certificate, frozen as text when it is issued.

    Days are ISO dates. `hours` are hundredths of an hour. Texts are in `language`, those that end in
    `_en` in English; those in `_ru` are there where Russian is the `second` language ("", "en", "ru").
    `sessions` stand on the back; without them there is none. `design` is the name of a design that ships or
    the SHA-256 of a template; certificates from before there were templates have "". `logos` are the SHA-256
    of pictures in the order of `domain.courses.Logo`, `signatures` those of the signatories, "" for none.
    """

    serial: str
    kind: CertificateKind
    language: str
    name: str
    latin: str
    rank: str
    course_title: str
    course_title_en: str
    course_code: str
    town: str
    town_en: str
    first_day: str
    last_day: str
    hours: int
    organiser: str
    organiser_en: str
    partner: str
    partner_en: str
    issued_on: str
    signatories: tuple[Signatory, ...] = ()
    replaces: str = ""
    rank_en: str = ""
    course_kind: str = "course"
    sessions: tuple[TaughtSession, ...] = ()
    second: str = ""
    design: str = ""
    logos: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    course_title_ru: str = ""
    town_ru: str = ""
    organiser_ru: str = ""
    partner_ru: str = ""
    rank_ru: str = ""

    @property
    def second_language(self) -> str:
        """The second language on the paper, "" for none.

        Before there were templates it was English wherever the course had an English title.
        """
        if self.design:
            return self.second
        return "en" if self.language != "en" and self.course_title_en else ""


@dataclass(frozen=True)
class Certificate:
    """One certificate of the register. `badge` is its Open Badge; older ones have "" there."""

    key: str
    enrolment: str
    kind: CertificateKind
    serial: str
    facts: Facts
    credential: str
    issued_on: date
    state: CertificateState = CertificateState.ISSUED
    reason: str = ""
    replaced_by: str | None = None
    badge: str = ""
    received: Received = Received.OPEN
    received_on: date | None = None
    credential_id: str = ""
    """Names the credential where that itself was erased."""

    @property
    def erased(self) -> bool:
        """Tell whether name and credential were erased; number, day and state stay."""
        return bool(self.credential_id) or not self.facts.name


@dataclass(frozen=True)
class BoardRow:
    """One participant on the board. `share` and `post_test` are hundredths of a per cent, rounded.

    `exact_share` and `exact_test` are the same, not rounded: what is shown with one decimal is rounded once.
    `voided`: there is no valid certificate, and one that was declared void. Nobody came for it, or it was
    spoiled: another one is issued only to whoever is chosen for it.
    """

    enrolment: str
    number: int
    name: str
    share: int | None
    post_test: int | None
    result: CertificateKind
    reasons: tuple[Label, ...]
    certificate: Certificate | None = None
    override: bool = False
    voided: bool = False
    exact_share: Fraction | None = None
    exact_test: Fraction | None = None
    erased: bool = False
    """Nobody is left whose name could be printed."""

    @property
    def entitled(self) -> bool:
        """Tell whether a certificate can be issued."""
        found = self.certificate is None and self.result is not CertificateKind.NONE
        return found and not self.erased

    @property
    def due(self) -> bool:
        """Tell whether a certificate is issued with everybody's."""
        return self.entitled and not self.voided

    @property
    def unfit(self) -> Label | None:
        """Say that the valid certificate is of another kind than the figures give now; None where it fits.

        Marks came later, a contradiction was settled, the limits were changed. A decision by hand counts as
        the figures do. Whose name was erased gets no other certificate: there is nothing to say.
        """
        if self.certificate is None or self.erased or self.certificate.kind is self.result:
            return None
        said = {"certificate": short_kind(self.certificate.kind), "figures": short_kind(self.result)}
        return Label("certificate.unfit", said)


def short_kind(kind: CertificateKind) -> Label:
    """Return a kind in a word or two."""
    return Label(f"certificate.kind.{kind}")


LISTS_HOLD_MONTHS = 6
LISTS_HOLD = timedelta(days=183)
"""How long lists of the office are recent enough; what was declared void since then is not on them."""


class CheckResult(StrEnum):
    """What a check of a certificate says; the words of the command line."""

    VALID_CONFIRMED = "valid_confirmed"
    VALID_UNCONFIRMED = "valid_unconfirmed"
    REVOKED = "revoked"
    REPLACED = "replaced"
    UNKNOWN_ISSUER = "unknown_issuer"
    ALTERED = "altered"
    KEY_REVOKED = "key_revoked"

    @property
    def good(self) -> bool:
        """Tell whether the certificate may be believed."""
        return self in (CheckResult.VALID_CONFIRMED, CheckResult.VALID_UNCONFIRMED)


@dataclass(frozen=True)
class Check:
    """Result of a check, the facts read, and the day of the lists it rests on.

    `lists_old`: there are none, or they are too old to know what was declared void of late. `erased`: the
    register here holds the number without a name.
    """

    result: CheckResult
    facts: dict[str, object] = field(default_factory=dict)
    lists_of: date | None = None
    lists_old: bool = False
    erased: bool = False
