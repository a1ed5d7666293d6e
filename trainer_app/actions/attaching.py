"""Takes a file up as an attachment: reads it, looks whether it can be opened, finds its sheets."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from trainer_app.actions import courses
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attachments import MAX_BYTES, AttachmentKind, media_of
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.keys import derive_key
from trainer_app.domain.sheets import SheetCode, parse_sheet_code
from trainer_app.store import attachments as stored
from trainer_app.store import courses as stored_courses
from trainer_app.store.journal import Write


def read_file(path: Path) -> bytes:
    """Return a file's content if it can be attached, and opened as what it is.

    Raises attachments.unreadable, .empty, .too_big, .wrong_kind, codes.unreadable, codes.too_big.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TrainerError("attachments.too_big", file=path.name, most=MAX_BYTES // 1024 // 1024)
        found = path.read_bytes()
    except OSError as problem:
        raise TrainerError("attachments.unreadable", file=path.name) from problem
    if not found:
        raise TrainerError("attachments.empty", file=path.name)
    media = media_of(found)
    if media is None:
        raise TrainerError("attachments.wrong_kind", file=path.name)
    # Here, so that starting the program does not wait for readers of pictures.
    from trainer_app.intake import pictures

    pictures.count_pages(found, media, path.name)
    return found


def row_write(
    work: Workplace,
    path: Path,
    content: bytes,
    *,
    kind: AttachmentKind,
    course: str | None = None,
    project: str | None = None,
    sheet: str = "",
    page: int = 0,
    travels: bool = False,
) -> Write:
    """Return the write of an attachment's row. Two laptops that attach the same file write one row.

    Attaching it once more changes neither its day nor that it travels.
    """
    sha256 = stored.digest_of_content(content)
    key = derive_key("attachment", course or project or "", kind.value, sheet, sha256)
    known = stored.get_attachment(work.database, key)
    day = known.added_on if known and known.added_on else work.today()
    fields = {
        "course": course,
        "project": project,
        "kind": kind.value,
        "sheet": sheet or None,
        "page": page or None,
        "name": path.name,
        "media": media_of(content),
        "sha256": sha256,
        "size": len(content),
        "added_on": day.isoformat(),
    }
    return Write("attachment", key, {**fields, "travels": True} if travels else fields)


def days_of(work: Workplace, course: str) -> tuple[date, ...]:
    """Return the days that a code on a sheet of a course may mean. Raises course.unknown."""
    return tuple(dict.fromkeys(session.day for session in courses.get_course(work, course).sessions))


def read_sheet_code(work: Workplace, course: str, sheet: str, page: int) -> tuple[str, int]:
    """Return a typed sheet's code and page apart. Raises attachments.bad_sheet."""
    if not sheet.strip():
        return "", page
    found = parse_sheet_code(sheet, days_of(work, course))
    own = _code_of(work, course)
    if found is None or found.course.casefold() != own.casefold():
        raise TrainerError("attachments.bad_sheet", sheet=sheet)
    tidy = replace(found.whole, office=found.office.upper(), course=own)
    return str(tidy), page or found.page


def find_sheets(work: Workplace, path: Path, course: str) -> tuple[SheetCode | None, ...]:
    """Return for each page of a file which sheet's page it is, by its QR code; None where there is none.

    Raises attachments.other_course, codes.unreadable, codes.too_big.
    """
    own = _code_of(work, course)
    others = (found.key for found in stored_courses.list_courses(work.database) if found.key != course)
    days = (*days_of(work, course), *(day for other in others for day in days_of(work, other)))
    from trainer_app.intake import codes

    pages = tuple(_sheet_on(page.qr, days) for page in codes.read(path))
    found = [code.course for code in pages if code is not None]
    strange = next((code for code in found if code.casefold() != own.casefold()), None)
    if strange is not None:
        raise TrainerError("attachments.other_course", file=path.name, course=strange)
    return tuple(replace(code, course=own) if code else None for code in pages)


def _code_of(work: Workplace, course: str) -> str:
    return courses.get_course(work, course).course.code


def _sheet_on(texts: Sequence[str], days: tuple[date, ...]) -> SheetCode | None:
    return next((code for text in texts if (code := parse_sheet_code(text, days))), None)
