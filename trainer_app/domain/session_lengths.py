"""What happens to a mark when its session becomes shorter or two sessions.

A mark stands for one stretch of time: from when the person came until when the person left. Both
moments stay where they are on the clock; whatever of the stretch lies in a session is attended there.
"""

from dataclasses import dataclass, replace

from trainer_app.domain.attendance import Attendance, Mark


@dataclass(frozen=True)
class Stretch:
    """A piece of a day, in minutes after midnight."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return max(0, self.end - self.start)


def shortened(cell: Attendance, old: Stretch, new_minutes: int) -> Attendance:
    """Return a mark after its session lost minutes at the end; a longer session changes no mark.

    Whoever left before the new end left at the same moment as before, and minutes late stay as far as
    the session still has them.
    """
    if new_minutes >= old.minutes:
        return cell
    return _within(cell, old, Stretch(old.start, old.start + new_minutes))


def parted(cell: Attendance, old: Stretch, at: int, break_minutes: int) -> tuple[Attendance, Attendance]:
    """Return what a mark becomes in the two parts of a session that was split.

    The first part ends at `at`, the second begins after the break and ends when the session ended. The
    remark stays with the first. Whoever was late only in the first is present in the second.
    """
    first = _within(cell, old, Stretch(old.start, at))
    start = at + break_minutes
    second = replace(_within(cell, old, Stretch(start, old.end)), remark="", conflict=False)
    if second.mark is Mark.LATE and second.late == 0:
        second = replace(second, mark=Mark.PRESENT)
    if second.arrived is not None and second.arrived < start:
        second = replace(second, arrived=None)
    return first, second


def _within(cell: Attendance, old: Stretch, new: Stretch) -> Attendance:
    """Return a mark of the old stretch as seen from a part of it."""
    if cell.mark not in (Mark.PRESENT, Mark.LATE):
        return cell
    came = old.start + min(cell.late, old.minutes)
    left = max(came, old.end - max(0, cell.early))
    late = min(max(0, came - new.start), new.minutes)
    early = min(max(0, new.end - left), new.minutes - late)
    return replace(cell, missed=late + early, early=early)
