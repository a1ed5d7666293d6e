"""How a cell looks, as a small hashable value: the key under which its picture is kept."""

from functools import cache

from trainer_app.domain.attendance import Attendance, GridSession, Mark

type Face = tuple[str, int, int, int]
"""Kind, minutes late, bits, minutes left early. The kind is a mark's value or one of the words below."""

UNMARKED, PLANNED, DASH, CANCELLED = "unmarked", "planned", "dash", "cancelled"
UNKNOWN = "unknown"
"""A mark that only a newer version of the program can show."""
CONFLICT, REMARK, DAY_START, LOCKED = 1, 2, 4, 8


def face_of(session: GridSession, cell: Attendance | None, *, begun: bool, starts_day: bool) -> Face:
    """Return the look of one cell. `begun` tells whether the session is past, or marked by anybody."""
    bits = DAY_START if starts_day else 0
    if session.cancelled:
        return CANCELLED, 0, bits, 0
    bits |= LOCKED if session.locked else 0
    if cell is None:
        return DASH, 0, bits, 0
    bits |= (CONFLICT if cell.conflict else 0) | (REMARK if cell.remark else 0)
    if cell.unknown:
        return UNKNOWN, 0, bits, 0
    if cell.mark is None:
        return UNMARKED if begun else PLANNED, 0, bits, 0
    # Not `value`: that is a lookup in Python, for each of a thousand cells that are seen.
    kind = cell.mark._value_
    return (kind, cell.late, bits, min(cell.early, cell.missed)) if cell.missed else (kind, 0, bits, 0)


@cache
def bare_faces(*, cancelled: bool, locked: bool, starts_day: bool) -> dict[Mark, Face]:
    """Return the look of each mark in a session where nothing else is recorded beside it."""
    bits = DAY_START if starts_day else 0
    if cancelled:
        return dict.fromkeys(Mark, (CANCELLED, 0, bits, 0))
    bits |= LOCKED if locked else 0
    return {mark: (mark.value, 0, bits, 0) for mark in Mark}
