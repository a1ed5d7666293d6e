"""Whether this laptop holds what the office holds: compared course by course with every newer pack."""

from collections.abc import Sequence

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.exchange.laptops import CourseDigest, DigestPart, Divergence
from trainer_app.domain.exchange.settings import DIVERGENCES, NEWEST_PACK
from trainer_app.store.courses import courses
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.course_scope import Scopes
from trainer_app.store.exchange.integrity import CourseDigests, digests_of, vocabulary


def is_newest(work: Workplace, wall: int) -> bool:
    """Tell whether a pack was written after all that came here before; then it is the one to compare with."""
    if wall <= work.store.setting(NEWEST_PACK):
        return False
    work.store.change_setting(NEWEST_PACK, wall)
    return True


def write_digests(
    work: Workplace, courses_given: Sequence[str], scopes: Scopes | None = None
) -> tuple[CourseDigest, ...]:
    """Return the digests of courses for a pack, up to what this office holds without a gap."""
    if not courses_given:
        return ()
    limits = {
        found.replica: transfers.last_contiguous(work.database, found.replica)
        for found in transfers.replica_ranges(work.database)
    }
    known = {replica: to for replica, to in limits.items() if to}
    return digests_of(work.journal, courses_given, known, scopes)


def compare(work: Workplace, digests: Sequence[CourseDigest], clones: frozenset[str]) -> list[Divergence]:
    """Compare what a pack says of its courses with what is here, and remember where it differs.

    `clones` are replicas of which the office holds other entries than the ones here: that is told elsewhere.
    """
    if not digests:
        return divergences(work)
    limits: dict[str, int] = {}
    for digest in digests:
        limits |= {part.replica: part.to for part in digest.parts}
    keys = [digest.course for digest in digests]
    here = CourseDigests(work.journal, keys, limits)
    found = [one for one in divergences(work) if one.course not in keys and _is_here(work, one.course)]
    for digest in digests:
        differing = _differing(here.parts(digest.course), digest.parts, clones)
        if differing:
            found.append(_divergence(work, digest.course, differing))
        elif _shown_differs(here, digest) and not clones:
            found.append(Divergence(digest.course))
    work.store.change_setting(DIVERGENCES, found)
    return divergences(work)


def divergences(work: Workplace) -> list[Divergence]:
    """Return the courses in which the newest packs found a difference, each with its code."""
    found = work.store.setting(DIVERGENCES)
    codes = {course.key: course.code for course in courses.list_courses(work.database)}
    return [
        Divergence(one.course, codes.get(one.course, ""), one.devices, one.here, one.there) for one in found
    ]


def _differing(
    here: Sequence[DigestPart], there: Sequence[DigestPart], clones: frozenset[str]
) -> list[tuple[DigestPart, DigestPart]]:
    """Return the parts that differ, ours and theirs.

    Where more was erased here than there, this laptop let go of names by itself: then nothing can be said.
    """
    ours = {part.replica: part for part in here}
    return [
        (ours[part.replica], part)
        for part in there
        if part.replica not in clones
        and ours[part.replica].silent == part.silent
        and ours[part.replica].digest != part.digest
    ]


def _shown_differs(here: CourseDigests, digest: CourseDigest) -> bool:
    """Tell whether the very same changes show something else here: then one of the two programs is wrong."""
    comparable = digest.shown and digest.schema == vocabulary() and here.complete(digest.course)
    silent = {part.replica: part.silent for part in digest.parts}
    if not comparable or any(here.silent[replica] != count for replica, count in silent.items()):
        return False
    return here.shown([digest.course])[digest.course] != digest.shown


def _divergence(work: Workplace, course: str, parts: list[tuple[DigestPart, DigestPart]]) -> Divergence:
    codes = identity.known_replicas(work)
    own = dict.fromkeys(work.journal.own_replicas(), identity.device_code(work))
    names = {**codes, **own}
    devices = dict.fromkeys(names.get(ours.replica, ours.replica[:6]) for ours, _ in parts)
    return Divergence(
        course,
        "",
        tuple(devices),
        sum(ours.count for ours, _ in parts),
        sum(theirs.count for _, theirs in parts),
    )


def _is_here(work: Workplace, course: str) -> bool:
    return courses.get_course(work.database, course) is not None
