"""Digests of courses: by them office and laptop find out that they do not hold the same.

A digest covers what both sides know: each replica's entries about the course up to the number to which the
office has them without a gap. What a laptop wrote since is left out, so that news never looks like a fault.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class CoursePart:
    """What one replica wrote about a course, up to its number `to`.

    `count` entries and the digest of their ids; `silent` counts the replica's erased entries up to there,
    which no longer say what they were about.
    """

    replica: str
    to: int
    count: int
    digest: str
    silent: int = 0


@dataclass(frozen=True)
class CourseDigest:
    """A course (its key) in parts; `shown` is the digest of its rows as the office shows them.

    `schema` names the vocabulary by which they are shown: only equal ones can be compared. `shown` is ""
    where the office itself knows entries beyond those of the parts.
    """

    course: str
    parts: tuple[CoursePart, ...] = ()
    shown: str = ""
    schema: str = ""


@dataclass(frozen=True)
class Divergence:
    """A course in which this laptop and the office differ.

    `devices` are codes of the laptops whose changes differ; none if all changes are the same and only what is
    shown differs. `here` and `there` count those changes on this laptop and at the office.
    """

    course: str
    code: str = ""
    devices: tuple[str, ...] = ()
    here: int = 0
    there: int = 0


def digest_of_ids(ids: Iterable[bytes]) -> str:
    """Return the digest of a set of entries by their ids, in any order: 32 hex digits."""
    return hashlib.sha256(b"".join(sorted(ids))).hexdigest()[:32]
