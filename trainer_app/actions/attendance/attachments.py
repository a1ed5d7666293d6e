"""Attachments, mostly scans of signed sheets: attaching, finding their sheets, reading, sending, removing."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.courses.projects import get_project
from trainer_app.domain.attendance.sheets import (
    GOES_ALONG,
    AttachedSheets,
    Attachment,
    AttachmentKind,
    PagePicture,
    SheetCode,
    SheetFile,
    copy_name,
    lies_on,
    media_of,
    parse_sheet_code,
    sheets_of,
)
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress, part_of
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.store.attendance import marks
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses.courses import list_courses
from trainer_app.system.files import write_stream


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


def find_sheets(
    work: Workplace, path: Path, course: str, *, progress: Progress = no_progress
) -> tuple[SheetCode | None, ...]:
    """Return for each page of a file which sheet's page it is, by its QR code; None where there is none.

    Raises attachments.other_course, codes.unreadable, codes.too_big, strange_file.*.
    """
    own = _code_of(work, course)
    others = (found.key for found in list_courses(work.database) if found.key != course)
    days = (*days_of(work, course), *(day for other in others for day in days_of(work, other)))
    from trainer_app.intake import pictures

    read = work.child.run(progress, pictures.read_pages, path)
    pages = tuple(_sheet_on(page.qr, days) for page in read)
    found = [code.course for code in pages if code is not None]
    strange = next((code for code in found if code.casefold() != own.casefold()), None)
    if strange is not None:
        raise TrainerError("attachments.other_course", file=path.name, course=strange)
    return tuple(replace(code, course=own) if code else None for code in pages)


def _code_of(work: Workplace, course: str) -> str:
    return courses.get_course(work, course).course.code


def _sheet_on(texts: Sequence[str], days: tuple[date, ...]) -> SheetCode | None:
    return next((code for text in texts if (code := parse_sheet_code(text, days))), None)


@guarded
def attach(
    work: Workplace,
    path: Path,
    *,
    kind: AttachmentKind,
    course: str | None = None,
    project: str | None = None,
    sheet: str = "",
    page: int = 0,
    travels: bool = False,
    progress: Progress = no_progress,
) -> Changes:
    """Take in a file; its key is in the result. The same file for the same thing is one attachment.

    Raises attachments.no_owner, .too_big, .empty, .unreadable, .wrong_kind, .bad_sheet,
    codes.unreadable, codes.too_big, strange_file.*, course.unknown, project.unknown.
    """
    if course is not None:
        sheet, page = read_sheet_code(work, course, sheet, page)
    elif project is not None:
        get_project(work, project)
    else:
        raise TrainerError("attachments.no_owner")
    found = projects.read_file(work, path, progress=progress)
    write = projects.attachment_write(
        work,
        path,
        found,
        kind=kind,
        course=course,
        project=project,
        sheet=sheet,
        page=page,
        travels=travels,
    )
    with work.journal.transaction():
        marks.put_blob(work.database, found)
        return work.journal.record(Label("attachments.step.add", {"n": 1}), [write], key=write.key)


def goes_along(work: Workplace, size: int) -> bool:
    """Tell whether a scan of so many bytes goes to the office without being asked for: a small one does.

    The office itself has it already, and a laptop that belongs to none has nobody to send it to.
    """
    return work.role is not Role.OFFICE and identity.has_office(work) and size <= GOES_ALONG


@guarded
def attach_sheets(
    work: Workplace,
    paths: Sequence[Path],
    course: str,
    *,
    otherwise: str = "",
    travels: bool | None = False,
    progress: Progress = no_progress,
) -> AttachedSheets:
    """Take in scans of signed sheets, each where the QR codes on its pages say, as one step.

    A file without a code goes to the sheet `otherwise`. Without that, and with the code of another course, it
    is not taken in: what was found says so, and `attach` takes it for the sheet that a person names. A file
    that is refused keeps no other one out. `travels` tells whether they go to the office; None: those go by
    themselves that `goes_along` finds. Raises course.unknown, attachments.bad_sheet.
    """
    get_course(work, course)
    otherwise, _ = read_sheet_code(work, course, otherwise, 0)
    # All are read before anything is written: whatever else is written meanwhile need not wait for it.
    found = [
        _read_sheets(work, path, course, otherwise, _part(progress, index, len(paths)))
        for index, path in enumerate(paths)
    ]
    files: list[SheetFile] = []
    writes: dict[str, Write] = {}
    with work.journal.transaction():
        for each in found:
            taken, made = _take_sheets(work, each, course, otherwise, travels=travels)
            files.append(taken)
            writes |= {write.key: write for write in made}
        count = sum(1 for one in files if one.keys)
        changes = work.journal.record(Label("attachments.step.add", {"n": count}), list(writes.values()))
    return AttachedSheets(changes, tuple(files))


def list_attachments(
    work: Workplace, course: str | None = None, sheet: str | None = None, *, project: str | None = None
) -> list[Attachment]:
    """Return attachments without their content: all, or those of a course, a sheet, a project.

    Within a course a sheet (its code) has the files that `lies_on` finds; else those with this very code.
    """
    found = marks.list_attachments(work.database, course=course, project=project)
    if sheet is None:
        return found
    days = days_of(work, course) if course is not None else ()
    wanted = parse_sheet_code(sheet, days)
    return [one for one in found if one.sheet == sheet or (wanted and lies_on(one.sheet, wanted, days))]


def get_attachment(work: Workplace, key: str) -> Attachment:
    """Return one attachment without its content. Raises attachments.unknown."""
    found = marks.get_attachment(work.database, key)
    if found is None:
        raise TrainerError("attachments.unknown")
    return found


def content(work: Workplace, key: str) -> bytes:
    """Return an attachment's content. Raises attachments.unknown, .not_here, .damaged."""
    return read_content(work, get_attachment(work, key).sha256)


def draw_page(work: Workplace, key: str, number: int, *, progress: Progress = no_progress) -> PagePicture:
    """Return a page of an attached file, counted from 0: whoever attached it, a child draws it.

    Raises attachments.unknown, .not_here, .damaged, .not_shown, codes.too_big, strange_file.*.
    """
    from trainer_app.intake import pictures

    found = content(work, key)
    media = media_of(found)
    if media is None:
        raise TrainerError("attachments.not_shown")
    return work.child.run(progress, pictures.draw_page, found, media, number)


def read_content(work: Workplace, sha256: str) -> bytes:
    """Return a content by its name. Raises attachments.not_here, .damaged."""
    found = marks.read_blob(work.database, sha256)
    if found is None:
        raise TrainerError("attachments.not_here")
    return found


@guarded
def detach(work: Workplace, key: str) -> Changes:
    """Take an attachment away. Its content stays, so that this can be undone. Raises attachments.unknown."""
    found = get_attachment(work, key)
    writes = [Write("attachment", key, delete=True)]
    if found.project is not None:
        used = get_project(work, found.project).logos
        cleared = {f"{logo}_logo": None for logo, each in used.items() if each == key}
        writes = [Write("project", found.project, cleared), *writes]
    return work.journal.record(Label("attachments.step.remove", {"n": 1}), writes)


@guarded
def set_travels(work: Workplace, keys: Sequence[str], travels: bool) -> Changes:
    """Say whether attachments go into the next file to the office. Raises attachments.unknown."""
    for key in keys:
        get_attachment(work, key)
    code = "attachments.step.send" if travels else "attachments.step.keep"
    writes = [Write("attachment", key, {"travels": travels}) for key in keys]
    return work.journal.record(Label(code, {"n": len(keys)}), writes)


@guarded
def save_copy(work: Workplace, key: str, folder: Path) -> Path:
    """Write a copy into a folder, in the clear, as it was attached; only its owner can read it there.

    Its name ends as its content begins, whatever the laptop that attached it says. Raises what `content`
    raises, attachments.strange_kind, and codes of the topic "files".
    """
    found, data = get_attachment(work, key), content(work, key)
    media = media_of(data)
    if media is None:
        raise TrainerError("attachments.strange_kind", file=found.name)
    name = copy_name(found.name, media, found.sheet.replace("/", "-") or found.kind.value)
    return write_stream(folder / name, [data], len(data), private=True)


def prune(work: Workplace) -> int:
    """Drop contents that nothing refers to any more, also nothing of the past; return how many."""
    with work.journal.transaction():
        return marks.prune(work.database)


def waiting_to_send(work: Workplace, course: str | None = None) -> list[Attachment]:
    """Return what shall go to the office and did not arrive there yet, as far as is known here.

    Each content once, the oldest first; with `course` those of one course and of its project.
    """
    confirmed = sync_status.known_blobs(work)
    owners = {course, get_course(work, course).course.project if course else None} - {None}
    wanted = {
        one.sha256: one
        for one in list_attachments(work)
        if one.travels and one.here and one.sha256 not in confirmed
        if not course or {one.course, one.project} & owners
    }
    return [wanted[sha256] for sha256 in marks.blob_sizes(work.database) if sha256 in wanted]


def missing(work: Workplace) -> list[Attachment]:
    """Return the attachments whose content is not here: it was not sent, or is still on its way."""
    return [one for one in list_attachments(work) if not one.here]


def _part(progress: Progress, index: int, count: int) -> Progress:
    """Return a listener for one file of several."""
    return part_of(progress, index / count, (index + 1) / count)


def _read_sheets(work: Workplace, path: Path, course: str, otherwise: str, progress: Progress) -> SheetFile:
    """Return what is on the pages of a scan, or why it is refused."""
    progress("attachments.reading", 0.0)
    try:
        projects.read_file(work, path, progress=part_of(progress, 0.0, 0.1))
        pages = find_sheets(work, path, course, progress=part_of(progress, 0.1, 1.0))
        if not any(pages) and not otherwise:
            raise TrainerError("attachments.no_code", file=path.name)
    except Cancelled:
        raise
    except TrainerError as refusal:
        return SheetFile(path, code=refusal.code, values=refusal.values)
    return SheetFile(path, pages)


def _take_sheets(
    work: Workplace, found: SheetFile, course: str, otherwise: str, *, travels: bool | None
) -> tuple[SheetFile, list[Write]]:
    """Keep a scan's content, and return it with a row for each sheet on its pages; a refused one as it is."""
    if found.code:
        return found, []
    try:
        content = projects.read_file(work, found.path)
    except TrainerError as refusal:
        return SheetFile(found.path, code=refusal.code, values=refusal.values), []
    writes = [
        projects.attachment_write(
            work,
            found.path,
            content,
            kind=AttachmentKind.SHEET,
            course=course,
            sheet=sheet,
            page=page,
            travels=goes_along(work, len(content)) if travels is None else travels,
        )
        for sheet, page in (sheets_of(found.pages) or {otherwise: 0}).items()
    ]
    marks.put_blob(work.database, content)
    return replace(found, keys=tuple(write.key for write in writes)), writes
