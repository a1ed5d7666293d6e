"""Designs of certificates: those that ship, and those that an office or a trainer made; who signs."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from trainer_app.domain.certificates import CertificateKind, Facts
from trainer_app.domain.courses import CourseKind
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.texts import Texts

MOST_NAME = 80
"""Letters in the name of a design."""


class DesignKind(StrEnum):
    """For which certificates a design is meant; the designs that ship are called the same."""

    COMPLETION = "completion"
    ATTENDANCE = "attendance"
    TRAINER = "trainer"


@dataclass(frozen=True)
class Design:
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


def design_of(facts: Facts) -> str:
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


@dataclass(frozen=True)
class SignatoryLine:
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
