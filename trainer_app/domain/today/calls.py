"""Whom an office telephones, and about what: plain data, drawn on paper and shown as JSON.

A laptop stands in the list when nothing came from it for long or ever, when changes of it are missing, when
its program is older than this one, when its clock was wrong, and when a course that it was given ended
without any mark. What only the office itself can do stands apart.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.exchange.sending import DeviceLine, MissingRange, QuarantinedFile

DAY = 86_400_000


class CallLine(Struct, frozen=True):
    """A laptop to telephone about: its owner's name and telephone, where they are known, and why."""

    device: str
    name: str
    phone: str
    reasons: tuple[Label, ...]


class CallList(Struct, frozen=True):
    """Everything on the list. `files` were refused and set aside; `desk` is what the office does itself."""

    day: date
    lines: tuple[CallLine, ...]
    files: tuple[QuarantinedFile, ...]
    desk: tuple[Label, ...]

    @property
    def empty(self) -> bool:
        """Tell whether nobody has to be telephoned and nothing be done."""
        return not (self.lines or self.files or self.desk)


class KnownLaptops(Struct, frozen=True):
    """What is known of the laptops: by their codes the telephones and the courses without any mark.

    `gaps` are changes that have not come; `version` is this program's, `now` Unix milliseconds.
    """

    silent: Sequence[str]
    gaps: Sequence[MissingRange]
    unmarked: Mapping[str, Sequence[str]]
    phones: Mapping[str, str]
    version: str
    outdated: Sequence[str] = ()
    now: int = 0


def call_line(line: DeviceLine, known: KnownLaptops) -> CallLine | None:
    """Return why a laptop's owner is telephoned; None where there is no reason."""
    reasons = []
    if line.code in known.silent:
        if line.last_at:
            days = (known.now - line.last_at) // DAY
            reasons.append(Label("calls.silent", {"days": days}))
        else:
            reasons.append(Label("calls.never"))
    if known.unmarked.get(line.code):
        codes = ", ".join(known.unmarked[line.code])
        reasons.append(Label("calls.unmarked", {"count": len(known.unmarked[line.code]), "codes": codes}))
    missing = sum(gap.last - gap.first + 1 for gap in known.gaps if gap.device == line.code)
    if missing:
        reasons.append(Label("calls.gaps", {"count": missing}))
    if line.code in known.outdated:
        reasons.append(Label("calls.version", {"version": line.program, "now": known.version}))
    if line.clock_days:
        reasons.append(Label("calls.clock", {"count": abs(line.clock_days)}))
    if not reasons:
        return None
    return CallLine(line.code, line.name, known.phones.get(line.code, ""), tuple(reasons))
