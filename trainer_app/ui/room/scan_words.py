"""How the result of a scan looks, sounds and reads."""

from dataclasses import dataclass

from trainer_app.domain.badges import spaced
from trainer_app.domain.changes import Label
from trainer_app.domain.ranks import rank_name
from trainer_app.domain.scanning import ScanKind, ScanResult
from trainer_app.system.sounds import Sound
from trainer_app.ui.shell.desk import Desk


@dataclass(frozen=True)
class ScanLook:
    """Tokens of the field, its frame and its ink, an icon, and a sound: none of them alone."""

    fill: str
    ink: str
    icon: str
    sound: Sound


_GOOD = ScanLook("present_soft", "present", "okcircle", Sound.FOUND)
_LATE = ScanLook("late_soft", "late", "clock", Sound.FOUND)
_KNOWN = ScanLook("accent_soft", "accent_text", "check", Sound.ALREADY)
_DUE = ScanLook("late_soft", "late", "ask", Sound.UNKNOWN)
_BAD = ScanLook("absent_soft", "absent_text", "alert", Sound.UNKNOWN)
_LOOKS = {
    ScanKind.PRESENT: _GOOD,
    ScanKind.LATE: _LATE,
    ScanKind.ALREADY: _KNOWN,
    ScanKind.ASK: _DUE,
}
_NOTES = {
    ScanKind.PRESENT: "scan.note.marked",
    ScanKind.LATE: "scan.note.marked",
    ScanKind.ALREADY: "scan.note.already",
    ScanKind.ASK: "scan.note.ask",
    ScanKind.UNKNOWN: "scan.note.unknown",
    ScanKind.OTHER_COURSE: "scan.note.other_course",
    ScanKind.WITHDRAWN: "scan.note.gone",
    ScanKind.REPLACED: "scan.note.gone",
    ScanKind.LOCKED: "scan.note.locked",
    ScanKind.CANCELLED: "scan.note.cancelled",
    ScanKind.OVER: "scan.note.over",
    ScanKind.NOT_YET: "scan.note.not_yet",
    ScanKind.NO_SESSION: "scan.note.no_session",
}


def look_of(result: ScanResult) -> ScanLook:
    """Return how a result looks and sounds."""
    return _LOOKS.get(result.kind, _BAD)


def word_of(desk: Desk, result: ScanResult) -> str:
    """Return the result in a word or two: "Late by 12 minutes"."""
    mark = Label(f"attendance.mark.{result.mark.value if result.mark else 'none'}")
    session = result.session_number or ""
    return desk.words(f"scan.word.{result.kind.value}", mark=mark, missed=result.missed, session=session)


def note_of(desk: Desk, result: ScanResult) -> str:
    """Return what was done or kept, and what to do."""
    code, minute = _NOTES[result.kind], result.minute
    if result.kind is ScanKind.ALREADY and result.arrived is not None:
        code, minute = "scan.note.already_since", result.arrived
    elif result.kind is ScanKind.OVER and result.ends is not None:
        minute = result.ends
    elif result.kind is ScanKind.NO_SESSION and result.starts is not None:
        code, minute = "scan.note.next_session", result.starts
    return desk.words(
        code,
        session=result.session_number or "",
        time=desk.formats.clock(minute),
        course=result.course,
        code=spaced(result.code),
    )


def who_of(desk: Desk, result: ScanResult) -> tuple[str, str]:
    """Return the name, or the code of a badge that is nobody's, and the line under it."""
    if not result.name:
        return spaced(result.code), ""
    number = f"№ {result.number}" if result.number is not None else ""
    parts = (number, rank_name(result.rank, desk.language.code), result.unit)
    return result.name, " · ".join(part for part in parts if part)
