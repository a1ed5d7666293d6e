"""Digests of courses, computed from the journal and the tables; see `domain.digests`."""

from collections.abc import Collection, Mapping

import msgspec

from trainer_app.domain import merging
from trainer_app.domain.digests import CourseDigest, CoursePart, digest_of_ids
from trainer_app.domain.journal import entry_id, is_silent
from trainer_app.store.exchange import all_lines
from trainer_app.store.integrity import Shown, shown_rows
from trainer_app.store.journal import Journal
from trainer_app.store.replicas import NUMBER_BITS
from trainer_app.store.scopes import Scopes
from trainer_app.store.tables import fingerprint


class _RowOf(msgspec.Struct, frozen=True):
    """The two members of an entry that name its row."""

    e: str = ""
    k: str = ""


_rows = msgspec.json.Decoder(_RowOf)


class CourseDigests:
    """Goes through the journal once for several courses. `limits`: replica -> up to which number."""

    def __init__(
        self,
        journal: Journal,
        courses: Collection[str],
        limits: Mapping[str, int],
        scopes: Scopes | None = None,
    ) -> None:
        self._journal = journal
        self._limits = limits
        rows = (scopes or Scopes(journal.database)).rows_by_course(courses)
        self._courses = {row: course for course, found in rows.items() for row in found}
        self._ids: dict[tuple[str, str], list[bytes]] = {
            (course, replica): [] for course in courses for replica in limits
        }
        self._beyond: set[str] = set()
        self.silent: dict[str, int] = dict.fromkeys(limits, 0)
        self._read()

    def _read(self) -> None:
        names = {
            int(str(number)): str(name)
            for number, name in self._journal.database.rows("SELECT id, name FROM replica")
        }
        for place, line in all_lines(self._journal.database):
            replica, number = names[place >> NUMBER_BITS], place & ((1 << NUMBER_BITS) - 1)
            within = number <= self._limits.get(replica, 0)
            if is_silent(line):
                if within:
                    self.silent[replica] += 1
                continue
            # Each line was checked when it came: of its many members only the row is needed here.
            entry = _rows.decode(line)
            course = self._courses.get((entry.e, entry.k))
            if course is None:
                continue
            if within:
                self._ids[course, replica].append(entry_id(line))
            else:
                self._beyond.add(course)

    def parts(self, course: str) -> tuple[CoursePart, ...]:
        """Return a course in parts, one for each replica that counts."""
        return tuple(
            CoursePart(replica, to, len(ids), digest_of_ids(ids), self.silent[replica])
            for replica, to in sorted(self._limits.items())
            for ids in (self._ids[course, replica],)
        )

    def complete(self, course: str) -> bool:
        """Tell whether nothing about the course lies beyond what is counted."""
        return course not in self._beyond

    def shown(self, courses: Collection[str]) -> dict[str, str]:
        """Return the digest of the rows of courses as the tables show them."""
        rows: dict[str, list[Shown]] = {course: [] for course in courses}
        for one in shown_rows(self._journal):
            course = self._courses.get((one[0], one[1]))
            if course in rows:
                rows[course].append(one)
        return {course: merging.digest(found) for course, found in rows.items()}


def vocabulary() -> str:
    """Return the name of the vocabulary by which this program shows rows."""
    return fingerprint().split()[0]


def digests_of(
    journal: Journal, courses: Collection[str], limits: Mapping[str, int], scopes: Scopes | None = None
) -> tuple[CourseDigest, ...]:
    """Return the digests of courses as this database holds them."""
    found = CourseDigests(journal, courses, limits, scopes)
    shown = found.shown([course for course in courses if found.complete(course)]) if courses else {}
    return tuple(
        CourseDigest(course, found.parts(course), shown.get(course, ""), vocabulary()) for course in courses
    )
