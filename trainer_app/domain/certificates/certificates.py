"""Certificates: the board, the frozen facts, the register, checks, and how often each was printed.

Printings are counted so that laptops never contradict each other: each is a row of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

import msgspec
from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CompletionRule, CourseKind
from trainer_app.domain.courses.ranks import RankForm, rank_name
from trainer_app.domain.people.persons import Person, name_apart


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


class CertificateReceipt(StrEnum):
    """Whether somebody has taken the paper home."""

    OPEN = ""
    YES = "yes"
    NO = "no"


class Signatory(Struct, frozen=True):
    """Who signs on paper: name and title as printed; `title_ru` only where Russian is the second language."""

    name: str
    title: str
    title_en: str = ""
    title_ru: str = ""


class CertificateSession(Struct, frozen=True):
    """A held session as the back of a certificate lists it: ISO day, topic, hundredths of an hour."""

    day: str
    topic: str
    hours: int


class CertificateFacts(Struct, frozen=True):
    """Everything that is printed on a certificate, frozen as text when it is issued.

    Days are ISO dates. `hours` are hundredths of an hour. Texts are in `language`, those that end in
    `_en` in English; those in `_ru` are there where Russian is the `second` language ("", "en", "ru").
    `sessions` stand on the back; without them there is none. `design` is the name of a design that ships or
    the SHA-256 of a template; certificates from before there were templates have "". `logos` are the SHA-256
    of pictures in the order of `domain.courses.Logo`, `signatures` those of the signatories, "" for none.
    `gender` is the grammatical one of the wording: "m", "f", or "" for a neutral one; it is frozen only where
    the design words by it, and stands neither in the credential nor in the badge.
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
    sessions: tuple[CertificateSession, ...] = ()
    second: str = ""
    design: str = ""
    logos: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    course_title_ru: str = ""
    town_ru: str = ""
    organiser_ru: str = ""
    partner_ru: str = ""
    rank_ru: str = ""
    gender: str = ""

    @property
    def second_language(self) -> str:
        """The second language on the paper, "" for none.

        Before there were templates it was English wherever the course had an English title.
        """
        if self.design:
            return self.second
        return "en" if self.language != "en" and self.course_title_en else ""


def written_facts(facts: CertificateFacts) -> dict[str, object]:
    """Return facts as they are written; without a gender as they were before there was one."""
    members: dict[str, object] = msgspec.to_builtins(facts)
    if not facts.gender:
        del members["gender"]
    return members


class Certificate(Struct, frozen=True):
    """One certificate of the register. `badge` is its Open Badge; older ones have "" there."""

    key: str
    enrolment: str
    kind: CertificateKind
    serial: str
    facts: CertificateFacts
    credential: str
    issued_on: date
    state: CertificateState = CertificateState.ISSUED
    reason: str = ""
    replaced_by: str | None = None
    badge: str = ""
    received: CertificateReceipt = CertificateReceipt.OPEN
    received_on: date | None = None
    credential_id: str = ""
    """Names the credential where that itself was erased."""

    @property
    def erased(self) -> bool:
        """Tell whether name and credential were erased; number, day and state stay."""
        return bool(self.credential_id) or not self.facts.name


class BoardRow(Struct, frozen=True):
    """One participant on the board. `share` and `post_test` are hundredths of a per cent, not rounded.

    `limits` are those of the rule by which it was judged.
    `voided`: there is no valid certificate, and one that was declared void. Nobody came for it, or it was
    spoiled: another one is issued only to whoever is chosen for it.
    """

    enrolment: str
    number: int
    name: str
    share: Fraction | None
    post_test: Fraction | None
    result: CertificateKind
    reasons: tuple[Label, ...]
    certificate: Certificate | None = None
    override: bool = False
    voided: bool = False
    limits: CompletionRule = CompletionRule(None, None)
    erased: bool = False
    """Nobody is left whose name could be printed."""
    corrected: tuple[Label, ...] = ()
    """What the valid certificate shows and was corrected since: name, rank, days."""
    apart: str = ""
    """What tells somebody from a namesake of the course."""
    twice: tuple[int, ...] = ()
    """Numbers of the other rows of the same, joined person that stand on the list or hold a certificate."""
    repeats: int = 0
    """The number of the row in which the same, joined person is counted; 0 where this is the one."""

    @property
    def called(self) -> str:
        """The name, with what tells namesakes apart."""
        return name_apart(self.name, self.apart)

    @property
    def entitled(self) -> bool:
        """Tell whether a certificate can be issued."""
        return self._earned and not self.twice

    @property
    def held_back(self) -> bool:
        """Tell whether one is earned and must wait: the same person would get two for one course."""
        return self._earned and bool(self.twice)

    @property
    def _earned(self) -> bool:
        found = self.certificate is None and self.result is not CertificateKind.NONE
        return found and not self.erased

    @property
    def due(self) -> bool:
        """Tell whether a certificate is issued with everybody's."""
        return self.entitled and not self.voided

    @property
    def misfits(self) -> tuple[Label, ...]:
        """Say why the valid certificate no longer fits: its kind first, then what was corrected since."""
        if self.certificate is None or self.erased:
            return ()
        kind = self.other_kind
        return (*([kind] if kind is not None else []), *self.corrected)

    @property
    def unfit(self) -> Label | None:
        """Say the first reason why the valid certificate no longer fits; None where it fits."""
        return next(iter(self.misfits), None)

    @property
    def renewable(self) -> bool:
        """Tell whether a certificate that no longer fits is to be issued anew: not where none is due."""
        return self.unfit is not None and self.result is not CertificateKind.NONE

    @property
    def other_kind(self) -> Label | None:
        """Say that the valid certificate is of another kind than the figures give now; None where it is not.

        Marks came later, a contradiction was settled, the limits were changed. A decision by hand counts as
        the figures do. Whose name was erased gets no other certificate: there is nothing to say.
        """
        if self.certificate is None or self.erased or self.certificate.kind is self.result:
            return None
        said = {"certificate": short_kind(self.certificate.kind), "figures": short_kind(self.result)}
        return Label("certificate.unfit", said)


def corrected_since(
    facts: CertificateFacts, person: Person, span: tuple[date, date], held: Iterable[date]
) -> tuple[Label, ...]:
    """Say what a certificate shows of a person and of days and is otherwise now.

    `person` is as at the course, `span` its first and last day, `held` the days of the sessions held. Days
    of sessions are compared only where the certificate lists them.
    """
    rank = rank_name(person.rank, facts.language, RankForm.CERTIFICATE)
    compared = (
        ("name", facts.name, person.name),
        ("latin", facts.latin, person.latin),
        ("rank", facts.rank, rank),
        *_days_compared(facts, span, held),
    )
    return tuple(
        Label(f"certificate.corrected.{what}", {"shown": before or "–", "now": after or "–"})
        for what, before, after in compared
        if before != after
    )


def days_fit(facts: CertificateFacts, span: tuple[date, date], held: Iterable[date]) -> bool:
    """Tell whether a certificate shows these days of a course and of its sessions held."""
    return all(shown == now for _, shown, now in _days_compared(facts, span, held))


def _days_compared(
    facts: CertificateFacts, span: tuple[date, date], held: Iterable[date]
) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    taught = tuple(sorted({each.day for each in facts.sessions}))
    now = tuple(sorted({day.isoformat() for day in held})) if taught else taught
    course = tuple(day.isoformat() for day in span)
    return ("days", (facts.first_day, facts.last_day), course), ("sessions", taught, now)


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
    NOT_REGISTERED = "not_registered"
    """Signed by a known laptop, asked at the office itself, whose register has no such number."""
    REVOKED = "revoked"
    REPLACED = "replaced"
    UNKNOWN_ISSUER = "unknown_issuer"
    ALTERED = "altered"
    KEY_REVOKED = "key_revoked"
    WRONG_NUMBER = "wrong_number"
    """Signed by a known laptop, under a number that is not its own."""
    CONTRADICTS = "contradicts"
    """The register says something else under this number."""

    @property
    def good(self) -> bool:
        """Tell whether the certificate may be believed."""
        return self in (CheckResult.VALID_CONFIRMED, CheckResult.VALID_UNCONFIRMED)


class CertificateCheck(Struct, frozen=True):
    """Result of a check, the facts read, and the day of the lists it rests on.

    `lists_old`: there are none, or they are too old to know what was declared void of late. `erased`: the
    register here holds the number without a name. `mismatch`: a badge in a file whose paper shows others.
    `replaced_by` is the newer number, `reason` why it is void or replaced, as far as known. `misfits`: why
    one that holds fits its course no more, which has `titles`. `by_number`: the paper itself was not seen.
    """

    result: CheckResult
    facts: dict[str, object] = field(default_factory=dict)
    lists_of: date | None = None
    lists_old: bool = False
    erased: bool = False
    mismatch: bool = False
    replaced_by: str = ""
    reason: str = ""
    misfits: tuple[Label, ...] = ()
    by_number: bool = False
    titles: Texts = Texts()

    @property
    def good(self) -> bool:
        """Tell whether the certificate may be believed as it came."""
        return self.result.good and not self.mismatch


def worst_of(checks: Sequence[CertificateCheck]) -> CertificateCheck:
    """Return the first check that is not good: a file is as good as the worst that is in it."""
    return next((check for check in checks if not check.good), checks[0])


MOST_COPIES = 99
"""Copies that can be counted at once; more is a slip of the finger."""


class PrintingKind(StrEnum):
    """How a certificate left the program."""

    PRINT = "print"
    REPRINT = "reprint"
    SAVE = "save"


class Printing(Struct, frozen=True):
    """One time that a certificate was printed or saved as PDF. `certificate` is its key."""

    key: str
    certificate: str
    day: date
    copies: int
    kind: PrintingKind


class PrintCount(Struct, frozen=True):
    """All of one certificate: copies on paper and the last day of one, how often it was saved."""

    copies: int = 0
    last: date | None = None
    saved: int = 0
    last_saved: date | None = None

    @property
    def out(self) -> bool:
        """Tell whether a copy may be in somebody's hands."""
        return self.copies > 0 or self.saved > 0


def count_printings(printings: Iterable[Printing]) -> Mapping[str, PrintCount]:
    """Return what was printed of each certificate, by its key; those that never were are not in it."""
    found: dict[str, PrintCount] = {}
    for each in printings:
        before = found.get(each.certificate, PrintCount())
        if each.kind is PrintingKind.SAVE:
            day = max(each.day, before.last_saved or each.day)
            now = PrintCount(before.copies, before.last, before.saved + each.copies, day)
        else:
            day = max(each.day, before.last or each.day)
            now = PrintCount(before.copies + each.copies, day, before.saved, before.last_saved)
        found[each.certificate] = now
    return found


def check_copies(copies: int) -> None:
    """Raise certificate.bad_copies for a number of copies that nobody prints."""
    if not 1 <= copies <= MOST_COPIES:
        raise TrainerError("certificate.bad_copies", copies=copies, most=MOST_COPIES)


MOST_NAME = 80
"""Letters in the name of a design."""


class DesignKind(StrEnum):
    """For which certificates a design is meant; the designs that ship are called the same."""

    COMPLETION = "completion"
    ATTENDANCE = "attendance"
    TRAINER = "trainer"


class Design(Struct, frozen=True):
    """A design to choose from. `ref` is what certificates remember: a shipped name, or the file's SHA-256.

    `key` is its row, "" for those that ship; `here`: its file is on this computer.
    """

    ref: str
    name: str
    kind: DesignKind
    key: str = ""
    size: int = 0
    archived: bool = False
    here: bool = True

    @property
    def sha256(self) -> str:
        """The name of its file among the contents."""
        return self.ref

    @property
    def ships(self) -> bool:
        """Tell whether it came with the program, and so cannot be changed."""
        return not self.key


def design_kind(kind: CertificateKind, course_kind: str) -> DesignKind:
    """Return which sort of design a certificate gets."""
    if kind is CertificateKind.COMPLETION:
        trained = course_kind == CourseKind.TRAINING_OF_TRAINERS
        return DesignKind.TRAINER if trained else DesignKind.COMPLETION
    return DesignKind.ATTENDANCE


def design_of(facts: CertificateFacts) -> str:
    """Return the ref of a certificate's design; before there were templates it was one that ships."""
    return facts.design or design_kind(facts.kind, facts.course_kind).value


def check_name(name: str) -> str:
    """Return the tidy name of a design. Raises template.no_name, template.name_too_long."""
    tidy = " ".join(name.split())
    if not tidy:
        raise TrainerError("template.no_name")
    if len(tidy) > MOST_NAME:
        raise TrainerError("template.name_too_long", most=MOST_NAME)
    return tidy


MOST_SIGNATORIES = 4
"""More do not fit side by side."""

FEWEST_BY_RULE = 2
"""So many sign at most where nobody has said who does."""


class SignatoryRole(StrEnum):
    """Who signs in a place."""

    PERSON = "person"
    """Somebody by name."""
    LEAD_TRAINER = "lead_trainer"
    """Whoever leads the course; several lead trainers sign one after the other."""


class SignatoryLine(Struct, frozen=True):
    """One who signs the certificates of a project or course. `signature` is the key of an attachment.

    `key` is "" for a line that is new; `picture` a scanned signature to be taken in.
    """

    role: SignatoryRole
    name: Texts = field(default_factory=Texts)
    title: Texts = field(default_factory=Texts)
    signature: str = ""
    key: str = ""
    picture: Path | None = None


def check_signatories(lines: tuple[SignatoryLine, ...]) -> None:
    """Raise template.too_many_signatories, or template.signatory_without_name for an empty line."""
    if len(lines) > MOST_SIGNATORIES:
        raise TrainerError("template.too_many_signatories", most=MOST_SIGNATORIES)
    for number, line in enumerate(lines, start=1):
        if line.role is SignatoryRole.PERSON and line.name == Texts():
            raise TrainerError("template.signatory_without_name", number=number)


def badge_name(serial: str) -> str:
    """Return the file name of a certificate's badge."""
    return f"certificate-{serial}.jwt"
