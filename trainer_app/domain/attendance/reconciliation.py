"""Compares the signed paper with the marks: what must be checked, what differs, what is reconciled.

A sheet is one day with all its sessions, or one session of it. Each person and session of it is a place to
sign: signed, not signed, or not checked yet. A place is different from its mark when somebody who came did
not sign, when somebody who did not come (or whom nobody marked) did, and when anybody signed in a session
that was cancelled. A difference is open until the mark or the tick is put right, or a reason is kept with
it. The reason goes as soon as the mark or the tick changes (`actions`), so that what was settled is what
still stands there.

The number of signatures (or heads) that a trainer counted is compared as well, once a session is checked:
it must lie between those ticked and those marked as in the room. More than both is a name on the paper that
is on no list; fewer than both is a tick or a mark too many.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import batched

from msgspec import Struct

from trainer_app.domain.attendance.marks import Attendance, GridSession, Mark, SignatureState, has_begun
from trainer_app.domain.attendance.sheets import ROWS, SheetCode
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import SessionState

_CAME = (Mark.PRESENT, Mark.LATE)


class DifferenceKind(StrEnum):
    """In which way paper and marks differ."""

    UNSIGNED = "unsigned"
    """Present or late, and the place on the paper is empty."""
    SIGNED_ABSENT = "signed_absent"
    """Absent or excused, and there is a signature."""
    SIGNED_UNMARKED = "signed_unmarked"
    """There is a signature and no mark."""
    SIGNED_CANCELLED = "signed_cancelled"
    """There is a signature in a session that was cancelled."""
    COUNT = "count"
    """The number that was counted is neither that of the ticks nor that of the marks, nor between them."""


class DifferenceReason(StrEnum):
    """Why a difference may stay as it is: the usual ones, kept by their code so that everybody reads them."""

    LEFT_WITHOUT_SIGNING = "left_without_signing"
    SEEN_BY_TRAINER = "seen_by_trainer"
    ON_ANOTHER_SHEET = "on_another_sheet"
    SIGNED_LATER = "signed_later"
    SIGNED_BY_ANOTHER = "signed_by_another"
    WRONG_PLACE = "wrong_place"
    SIGNED_BEFOREHAND = "signed_beforehand"
    LEFT_AT_ONCE = "left_at_once"


_SIGNED_REASONS = (
    DifferenceReason.SIGNED_BY_ANOTHER,
    DifferenceReason.WRONG_PLACE,
    DifferenceReason.SIGNED_BEFOREHAND,
    DifferenceReason.LEFT_AT_ONCE,
)
REASONS: Mapping[DifferenceKind, tuple[DifferenceReason, ...]] = {
    DifferenceKind.UNSIGNED: (
        DifferenceReason.LEFT_WITHOUT_SIGNING,
        DifferenceReason.SEEN_BY_TRAINER,
        DifferenceReason.ON_ANOTHER_SHEET,
        DifferenceReason.SIGNED_LATER,
    ),
    DifferenceKind.SIGNED_ABSENT: _SIGNED_REASONS,
    DifferenceKind.SIGNED_UNMARKED: _SIGNED_REASONS,
    DifferenceKind.SIGNED_CANCELLED: _SIGNED_REASONS[:3],
    DifferenceKind.COUNT: (),
}
"""The reasons offered for each kind of difference, in the order of their keys 1, 2, 3 ..."""


class SheetStage(StrEnum):
    """How far a sheet has come."""

    NOT_BEGUN = "not_begun"
    IN_WORK = "in_work"
    DIFFERENCES = "differences"
    RECONCILED = "reconciled"


class SignatureRow(Struct, frozen=True):
    """A person on a sheet; `cells` run along its sessions. `walk_in`: possibly written in by hand."""

    enrolment: str
    number: int
    name: str
    full_name: str
    cells: tuple[Attendance, ...]
    rank: str = ""
    walk_in: bool = False


class SheetDifference(Struct, frozen=True):
    """One thing that does not fit. Of a person, or of a session's count (`enrolment` is empty then).

    `settled` is a `Reason` or the words that somebody typed. `counted`, `signed` and `came` are numbers of a
    count: typed by the trainer, ticked, marked as in the room.
    """

    kind: DifferenceKind
    session: str
    session_number: int
    enrolment: str = ""
    number: int = 0
    name: str = ""
    mark: Mark | None = None
    settled: str = ""
    counted: int = 0
    signed: int = 0
    came: int = 0

    @property
    def key(self) -> str:
        """What tells it from the others of its sheet."""
        return f"{self.session}/{self.enrolment}"

    @property
    def open(self) -> bool:
        """Tell whether it still waits."""
        return not self.settled


class SheetState(Struct, frozen=True):
    """A sheet in a list. `session` is a session's key, None for a whole day.

    `checked` of `whole` places were looked at; cancelled sessions have no places. `taking_place`: not all of
    its sessions are cancelled; `over`: its last session has ended; `held`: at least one of its sessions was
    held. `files` are scans and photos of it.
    """

    code: SheetCode
    course: str
    day: date
    day_number: int
    numbers: tuple[int, ...]
    session: str | None = None
    checked: int = 0
    whole: int = 0
    differences: int = 0
    settled: int = 0
    files: int = 0
    taking_place: bool = True
    over: bool = False
    held: bool = False

    @property
    def key(self) -> str:
        """What tells it from the other sheets of its course."""
        return f"{self.day.isoformat()}/{self.session or ''}"

    @property
    def stage(self) -> SheetStage:
        """How far it has come."""
        if self.whole == 0 or self.checked == 0:
            # Signatures in cancelled sessions alone still want an answer.
            return SheetStage.DIFFERENCES if self.differences and self.whole == 0 else SheetStage.NOT_BEGUN
        if self.checked < self.whole:
            return SheetStage.IN_WORK
        return SheetStage.DIFFERENCES if self.differences else SheetStage.RECONCILED

    @property
    def waits(self) -> bool:
        """Tell whether the paper should be back by now and is not reconciled."""
        return self.over and self.held and self.stage is not SheetStage.RECONCILED


class SheetView(Struct, frozen=True):
    """A sheet as it is worked on: rows in the order of the paper, page by page, and what does not fit."""

    state: SheetState
    sessions: tuple[GridSession, ...]
    rows: tuple[SignatureRow, ...]
    differences: tuple[SheetDifference, ...]

    @property
    def pages(self) -> tuple[tuple[SignatureRow, ...], ...]:
        """The rows of each page that has any."""
        return tuple(batched(self.rows, ROWS))

    @property
    def next_open(self) -> SheetDifference | None:
        """The first difference that waits."""
        return next((each for each in self.differences if each.open), None)

    def alike(self, found: SheetDifference) -> list[SheetDifference]:
        """Return the open differences of the same kind in the same session, the given one among them."""
        return [
            each
            for each in self.differences
            if each.open and each.enrolment and (each.kind, each.session) == (found.kind, found.session)
        ]

    def not_begun(self, today: date, minute: int) -> tuple[GridSession, ...]:
        """Return the sessions that nobody can have signed for yet, by a day and a minute after midnight.

        One with marks has begun, whatever the clock of this computer says.
        """
        return tuple(
            session
            for at, session in enumerate(self.sessions)
            if not session.cancelled
            and not has_begun(session, today, minute)
            and all(row.cells[at].mark is None for row in self.rows)
        )

    def unchecked(self, rows: Sequence[SignatureRow] | None = None) -> list[tuple[str, str]]:
        """Return (enrolment, session) of the places that nobody looked at, of all rows or of some."""
        return [
            (row.enrolment, session.key)
            for row in (self.rows if rows is None else rows)
            for session, cell in zip(self.sessions, row.cells, strict=True)
            if not session.cancelled and cell.signed is SignatureState.NOT_CHECKED
        ]


def is_on_paper(*, expected: bool, cells: Sequence[Attendance]) -> bool:
    """Tell whether a person has a line on a day's sheet; `cells` are those of its sessions.

    Everybody who is expected at one of them; and whoever is not, if a mark or a tick is left of them.
    """
    return expected or any(not cell.bare or cell.signed is not SignatureState.NOT_CHECKED for cell in cells)


def difference_kind(cell: Attendance, *, cancelled: bool) -> DifferenceKind | None:
    """Return in which way one place differs from its mark; None if it fits or was not looked at."""
    if cell.signed is SignatureState.YES:
        if cancelled:
            return DifferenceKind.SIGNED_CANCELLED
        if cell.bare:
            return DifferenceKind.SIGNED_UNMARKED
        # What only a newer version can show may well say that somebody came.
        return None if cell.unknown or cell.mark in _CAME else DifferenceKind.SIGNED_ABSENT
    unsigned = cell.signed is SignatureState.NO and cell.mark in _CAME and not cancelled
    return DifferenceKind.UNSIGNED if unsigned else None


def reason_label(settled: str) -> Label:
    """Return a kept reason in words: those of a ready one, or what somebody typed."""
    if settled in tuple(DifferenceReason):
        return Label(f"reconciliation.reason.{settled}")
    return Label("review.value.text", {"text": settled})


def view_sheet(
    state: SheetState, sessions: tuple[GridSession, ...], rows: tuple[SignatureRow, ...]
) -> SheetView:
    """Return a sheet with its differences and counts worked out. Only what `state` says of place is kept."""
    places = [
        cell
        for row in rows
        for session, cell in zip(sessions, row.cells, strict=True)
        if not session.cancelled
    ]
    differences = (*_of_people(sessions, rows), *_of_counts(sessions, rows))
    waiting = sum(1 for each in differences if each.open)
    counted = replace(
        state,
        checked=sum(1 for cell in places if cell.signed is not SignatureState.NOT_CHECKED),
        whole=len(places),
        differences=waiting,
        settled=len(differences) - waiting,
        held=any(session.state is SessionState.HELD for session in sessions),
    )
    return SheetView(counted, sessions, rows, differences)


def with_cell(view: SheetView, enrolment: str, session: str, cell: Attendance) -> SheetView:
    """Return a sheet in which one place is another one, counted anew."""
    at = next(index for index, each in enumerate(view.sessions) if each.key == session)
    rows = tuple(
        replace(row, cells=(*row.cells[:at], cell, *row.cells[at + 1 :]))
        if row.enrolment == enrolment
        else row
        for row in view.rows
    )
    return view_sheet(view.state, view.sessions, rows)


def _of_people(sessions: Sequence[GridSession], rows: Sequence[SignatureRow]) -> list[SheetDifference]:
    return [
        SheetDifference(
            kind=kind,
            session=session.key,
            session_number=session.number,
            enrolment=row.enrolment,
            number=row.number,
            name=row.name,
            mark=cell.mark,
            settled=cell.settled,
        )
        for row in rows
        for session, cell in zip(sessions, row.cells, strict=True)
        if (kind := difference_kind(cell, cancelled=session.cancelled)) is not None
    ]


def _of_counts(sessions: Sequence[GridSession], rows: Sequence[SignatureRow]) -> list[SheetDifference]:
    found = []
    for at, session in enumerate(sessions):
        cells = [row.cells[at] for row in rows]
        done = all(cell.signed is not SignatureState.NOT_CHECKED for cell in cells)
        if session.counted is None or session.cancelled or not done:
            continue
        signed = sum(1 for cell in cells if cell.signed is SignatureState.YES)
        came = sum(1 for cell in cells if cell.mark in _CAME)
        if not min(signed, came) <= session.counted <= max(signed, came):
            found.append(
                SheetDifference(
                    kind=DifferenceKind.COUNT,
                    session=session.key,
                    session_number=session.number,
                    counted=session.counted,
                    signed=signed,
                    came=came,
                )
            )
    return found
