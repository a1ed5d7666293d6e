"""What a file that was taken in changed for whoever works on this laptop, in a few words."""

from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.actions import divergence, errands, identity, losses, receipts
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.domain.changes import Label
from trainer_app.store import courses


@dataclass(frozen=True)
class Stock:
    """How things stood: courses (key -> code), open requests, own values lost, what the office has."""

    courses: Mapping[str, str]
    errands: frozenset[str]
    losses: int
    received: int
    safe: int
    revoked: int
    differing: frozenset[str]


def take_stock(work: Workplace) -> Stock | None:
    """Look how things stand; None at the office, which is told file by file."""
    if work.role is Role.OFFICE:
        return None
    revoked = identity.revocations(work)
    return Stock(
        {course.key: course.code for course in courses.list_courses(work.database)},
        frozenset(found.key for found in errands.open_errands(work)),
        losses.count(work),
        receipts.own_received(work),
        receipts.own_receipts(work),
        len(revoked.certificates) if revoked else 0,
        frozenset(found.code for found in divergence.divergences(work)),
    )


def tell(before: Stock | None, after: Stock | None) -> tuple[Label, ...]:
    """Return what is new, the most important first."""
    if before is None or after is None:
        return ()
    found = []
    new = [code for key, code in after.courses.items() if key not in before.courses]
    if new:
        found.append(Label("news.courses", {"count": len(new), "codes": ", ".join(new)}))
    counts = {
        "news.errands": len(after.errands - before.errands),
        "news.losses": after.losses - before.losses,
        "news.safe": after.safe - before.safe,
        "news.received": max(after.received, after.safe) - max(before.received, after.safe),
        "news.revoked": after.revoked - before.revoked,
        "news.lost": before.safe - after.safe,
    }
    found += [Label(code, {"count": count}) for code, count in counts.items() if count > 0]
    if new := sorted(after.differing - before.differing):
        found.insert(0, Label("news.differs", {"codes": ", ".join(new)}))
    return tuple(found)
