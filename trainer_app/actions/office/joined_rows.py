"""What reports count of a joined person in several rows of one course, as `same_person` rules it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from trainer_app.domain.attendance.marks import Attendance
from trainer_app.domain.attendance.same_person import counted_marks
from trainer_app.domain.evaluations.forms import Occasion, TestScore
from trainer_app.store.office.reports import CountedEnrolment

type Cells = Mapping[tuple[str, str], Attendance]


class JoinedRows:
    """The rows of those who stand on the list of a course more than once; `everybody` is in their order."""

    def __init__(self, everybody: Iterable[CountedEnrolment], person: Callable[[str], str]) -> None:
        places: dict[tuple[int, str], list[CountedEnrolment]] = {}
        for item in everybody:
            places.setdefault((item.course, person(item.person)), []).append(item)
        # Each course's are by number on the list, and stay so among those that are on it.
        groups = (sorted(rows, key=lambda item: item.gone) for rows in places.values() if len(rows) > 1)
        self._groups = {rows[0].key: rows for rows in groups}
        self._led = {item.key for rows in self._groups.values() for item in rows[1:]}

    def __contains__(self, enrolment: object) -> bool:
        return enrolment in self._groups or enrolment in self._led

    def is_led(self, enrolment: str) -> bool:
        """Tell whether a row counts for nothing itself."""
        return enrolment in self._led

    def rows_of(self, item: CountedEnrolment) -> Sequence[CountedEnrolment]:
        """Return the rows that a leading one stands for, itself first; of anybody else the row alone."""
        return self._groups.get(item.key, [item])

    def cells(self, found: Cells) -> Cells:
        """Return cells as they count: all of a person in the leading row."""
        return counted_marks(found, self._groups.values())

    def tests(
        self, item: CountedEnrolment, found: Mapping[tuple[str, Occasion], TestScore], which: Occasion
    ) -> TestScore | None:
        """Return a test of a person: that under the leading row, or else under another."""
        own = (found.get((row.key, which)) for row in self.rows_of(item))
        return next((test for test in own if test is not None), None)

    def override(self, item: CountedEnrolment) -> tuple[str, str]:
        """Return what was decided by hand, and why: in the leading row, or else in another."""
        own = ((row.override, row.override_reason) for row in self.rows_of(item) if row.override)
        return next(own, ("", ""))

    def expected(
        self, item: CountedEnrolment, of_row: Callable[[CountedEnrolment], Collection[str]]
    ) -> frozenset[str]:
        """Return at which sessions a person is expected under any of the rows."""
        return frozenset(key for row in self.rows_of(item) for key in of_row(row))
