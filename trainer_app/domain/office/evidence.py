"""Evidence for an auditor: what is asked for, how a sample is drawn, and what a check of the folder finds.

A folder is held together by `SHA256SUMS`, which lists every other file and is signed. A sample is drawn so
that anybody can draw it again: the keys of all participations are put in the order of the SHA-256 of
"<seed>/<key>", and the first ones are taken. No chance is in it but the seed.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.office.reports import ReportExtent

SUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.minisig"
SIGNER, PUBLIC_KEY = "signer.json", "minisign.pub"
INDEX, POPULATION = "index.html", "data/population.csv"
MOST_SAMPLED = 5_000
SEALED = ".zip.age"
"""How the name of a sealed folder ends: a ZIP in an age file."""
_LINE = regex(r"([0-9a-f]{64}) [ *](.+)")
_OUTSIDE = frozenset((SUMS, SIGNATURE))


class EvidenceAsked(Struct, frozen=True):
    """What evidence is asked for: courses by their extent; of their participations all, or `sample` of them.

    With a sample `seed` is any text; the same seed draws the same ones from the same data.
    """

    extent: ReportExtent = ReportExtent()
    sample: int = 0
    seed: str = ""


class Drawn(Struct, frozen=True):
    """One participation (the key of its enrolment) in the order of the draw."""

    key: str
    hash: str
    taken: bool


def draw_sample(keys: Collection[str], seed: str, count: int) -> tuple[Drawn, ...]:
    """Put all keys in the order of the draw; the first `count` are taken.

    Raises evidence.no_seed, evidence.sample_size.
    """
    if not seed.strip():
        raise TrainerError("evidence.no_seed")
    if not 0 < count <= min(len(keys), MOST_SAMPLED):
        raise TrainerError("evidence.sample_size", count=count, most=min(len(keys), MOST_SAMPLED))
    hashed = sorted((hashlib.sha256(f"{seed}/{key}".encode()).hexdigest(), key) for key in set(keys))
    return tuple(Drawn(key, found, place < count) for place, (found, key) in enumerate(hashed))


class Sealing(Struct, frozen=True):
    """For whom a folder is sealed: age recipients, or a passphrase; plain without either."""

    recipients: tuple[str, ...] = ()
    passphrase: str = ""

    @property
    def plain(self) -> bool:
        """Tell whether it is not sealed."""
        return not self.recipients and not self.passphrase


class OnScans(Struct, frozen=True):
    """Scans of signed sheets among the evidence of a sample: a page is held whole, or is no evidence.

    `others` are people on the lists of these courses who were not drawn.
    """

    scans: int = 0
    others: int = 0

    @property
    def labels(self) -> tuple[Label, ...]:
        """Say it, where there is anything to say."""
        told = {"scans": self.scans, "others": self.others}
        return (Label("evidence.others_on_scans", told),) if self.scans and self.others else ()


class MadeEvidence(Struct, frozen=True):
    """What was written, and where: `people` participations with their names, `files` in it.

    `sample`: they were drawn, and others stand `on_scans` alone. `left_out` says what could not be put in.
    """

    path: Path
    people: int
    files: int
    digits: str
    sample: bool = False
    on_scans: OnScans = OnScans()
    left_out: tuple[Label, ...] = ()

    @property
    def labels(self) -> tuple[Label, ...]:
        """Say it: what was written, who else can be read, what could not be put in."""
        told = {"path": str(self.path), "files": self.files, "people": self.people, "digits": self.digits}
        saved = Label("evidence.saved_sample" if self.sample else "evidence.saved", told)
        return (saved, *self.on_scans.labels, *self.left_out)


def write_sums(hashes: Mapping[str, str]) -> bytes:
    """Return the list of files as `sha256sum` writes and reads it, by name."""
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes)).encode()


def read_sums(data: bytes) -> dict[str, str]:
    """Return file -> SHA-256. Raises evidence.bad_sums."""
    try:
        lines = data.decode().splitlines()
    except UnicodeDecodeError as problem:
        raise TrainerError("evidence.bad_sums") from problem
    matched = [_LINE.fullmatch(line) for line in lines]
    found = {each[2]: each[1] for each in matched if each is not None}
    if not lines or len(found) != len(lines):
        raise TrainerError("evidence.bad_sums")
    return found


class EvidenceFault(StrEnum):
    """What is wrong with a folder."""

    BAD_SUMS = "bad_sums"
    NO_SIGNATURE = "no_signature"
    NO_SIGNER = "no_signer"
    OTHER_KEY = "other_key"
    """Another key signed than the one that the folder names."""
    SUMS_CHANGED = "sums_changed"
    """The right key signed another list of files."""
    OTHER_PUBLIC_KEY = "other_public_key"
    OTHER_DIGITS = "other_digits"
    """Not the digits that the office gave."""
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    RENAMED = "renamed"
    LINKED = "linked"
    """A link to somewhere else, which is not followed."""
    UNREADABLE = "unreadable"


class EvidenceFinding(Struct, frozen=True):
    """One thing that is wrong. `file` is its path in the folder, `now` the name that it has now."""

    fault: EvidenceFault
    file: str = ""
    now: str = ""

    @property
    def label(self) -> Label:
        """Say it."""
        return Label(f"evidence.fault.{self.fault.value}", {"file": self.file, "now": self.now})


class KnownSigner(StrEnum):
    """What is known here of the key that signed."""

    OWN = "own"
    """A key of the office of this computer."""
    OTHER = "other"
    """Of no office that is known here: its digits are to be compared."""
    GIVEN = "given"
    """Of the office whose digits were given."""


class EvidenceCheck(Struct, frozen=True):
    """What a check found. `digits` are the office's, `signed`: the list of files bears its signature.

    `office` and `code` are what the signer calls itself: nothing but the digits proves it.
    """

    files: int
    findings: tuple[EvidenceFinding, ...] = ()
    signed: bool = False
    digits: str = ""
    office: Texts = field(default_factory=Texts)
    code: str = ""
    signer: KnownSigner = KnownSigner.OTHER

    @property
    def holds(self) -> bool:
        """Tell whether every file is the one that was signed, and none is missing or added."""
        return self.signed and not self.findings

    @property
    def labels(self) -> tuple[Label, ...]:
        """Say what was found: the answer first, what is wrong, and who signed."""
        answer = "holds" if self.holds else "broken"
        said = [Label(f"evidence.{answer}", {"count": self.files, "faults": len(self.findings)})]
        said += [finding.label for finding in self.findings]
        if self.signed:
            named = {"office": self.office, "code": self.code}
            who = (
                Label("evidence.who", named)
                if self.code
                else Label("review.value.text", {"text": self.office})
            )
            told = {"who": who, "digits": self.digits}
            said.append(Label(f"evidence.signer.{self.signer.value}", told))
        return tuple(said)


def compare_files(signed: Mapping[str, str], found: Mapping[str, str]) -> list[EvidenceFinding]:
    """Compare the files that were signed with those that are there, both name -> SHA-256.

    A file that is there under another name and nothing else of it is missing was renamed.
    """
    there = {name: digest for name, digest in found.items() if name not in _OUTSIDE}
    missing = [name for name in sorted(signed) if name not in there]
    added = [name for name in sorted(there) if name not in signed]
    findings = [
        EvidenceFinding(EvidenceFault.CHANGED, name)
        for name in sorted(signed)
        if name in there and there[name] != signed[name]
    ]
    for name in missing:
        again = next((each for each in added if there[each] == signed[name]), "")
        if again:
            added.remove(again)
        fault = EvidenceFault.RENAMED if again else EvidenceFault.MISSING
        findings.append(EvidenceFinding(fault, name, again))
    return findings + [EvidenceFinding(EvidenceFault.ADDED, name) for name in added]


def scope_name(codes: Sequence[str], asked: EvidenceAsked) -> str:
    """Return what names a folder: the course's code, or that it is a sample, and of how many."""
    if asked.sample:
        return f"sample-{asked.sample}"
    return codes[0] if len(codes) == 1 else "courses"


_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_")


def plain_name(name: str) -> str:
    """Return a name for every disk and every program: letters that are not plain become "_"."""
    return "".join(sign if sign in _PLAIN else "_" for sign in name).strip(".") or "_"
