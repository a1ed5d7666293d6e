"""Files that belong to something: scans of signed sheets and logos; attaching, reading, sending, removing."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from trainer_app.actions import attaching, receipts
from trainer_app.actions.courses import get_course
from trainer_app.actions.projects import get_project
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attachments import (
    Attachment,
    AttachmentKind,
    SheetFile,
    SheetsFound,
    media_of,
    safe_name,
    sheets_of,
)
from trainer_app.domain.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.courses import Logo
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.sheets import lies_on, parse_sheet_code
from trainer_app.store import attachments as stored
from trainer_app.store.journal import Write
from trainer_app.system.files import write_checked


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
) -> Changes:
    """Take in a file; its key is in the result. The same file for the same thing is one attachment.

    Raises attachments.no_owner, .too_big, .empty, .unreadable, .wrong_kind, .bad_sheet,
    codes.unreadable, codes.too_big, course.unknown, project.unknown.
    """
    if course is not None:
        sheet, page = attaching.read_sheet_code(work, course, sheet, page)
    elif project is not None:
        get_project(work, project)
    else:
        raise TrainerError("attachments.no_owner")
    found = attaching.read_file(path)
    write = attaching.row_write(
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
        stored.put_blob(work.database, found)
        return work.journal.record(Label("attachments.step.add", {"n": 1}), [write], key=write.key)


def attach_sheets(
    work: Workplace,
    paths: Sequence[Path],
    course: str,
    *,
    otherwise: str = "",
    travels: bool = False,
    progress: Progress = no_progress,
) -> SheetsFound:
    """Take in scans of signed sheets, each where the QR codes on its pages say, as one step.

    A file without a code goes to the sheet `otherwise`. Without that, and with the code of another course, it
    is not taken in: what was found says so, and `attach` takes it for the sheet that a person names. A file
    that is refused keeps no other one out. Raises course.unknown, attachments.bad_sheet.
    """
    get_course(work, course)
    otherwise, _ = attaching.read_sheet_code(work, course, otherwise, 0)
    files: list[SheetFile] = []
    writes: dict[str, Write] = {}
    with work.journal.transaction():
        for place, path in enumerate(paths):
            progress("attachments.reading", place / len(paths))
            try:
                found, made = _take_sheets(work, path, course, otherwise, travels=travels)
            except TrainerError as refusal:
                files.append(SheetFile(path, code=refusal.code, values=refusal.values))
            else:
                files.append(found)
                writes |= {write.key: write for write in made}
        count = sum(1 for one in files if one.keys)
        changes = work.journal.record(Label("attachments.step.add", {"n": count}), list(writes.values()))
    return SheetsFound(changes, tuple(files))


def list_attachments(
    work: Workplace, course: str | None = None, sheet: str | None = None, *, project: str | None = None
) -> list[Attachment]:
    """Return attachments without their content: all, or those of a course, a sheet, a project.

    Within a course a sheet (its code) has the files that `lies_on` finds; else those with this very code.
    """
    found = stored.list_attachments(work.database, course=course, project=project)
    if sheet is None:
        return found
    days = attaching.days_of(work, course) if course is not None else ()
    wanted = parse_sheet_code(sheet, days)
    return [one for one in found if one.sheet == sheet or (wanted and lies_on(one.sheet, wanted, days))]


def get_attachment(work: Workplace, key: str) -> Attachment:
    """Return one attachment without its content. Raises attachments.unknown."""
    found = stored.get_attachment(work.database, key)
    if found is None:
        raise TrainerError("attachments.unknown")
    return found


def content(work: Workplace, key: str) -> bytes:
    """Return an attachment's content. Raises attachments.unknown, .not_here, .damaged."""
    return read_content(work, get_attachment(work, key).sha256)


def read_content(work: Workplace, sha256: str) -> bytes:
    """Return a content by its name. Raises attachments.not_here, .damaged."""
    found = stored.read_blob(work.database, sha256)
    if found is None:
        raise TrainerError("attachments.not_here")
    return found


def detach(work: Workplace, key: str) -> Changes:
    """Take an attachment away. Its content stays, so that this can be undone. Raises attachments.unknown."""
    found = get_attachment(work, key)
    writes = [Write("attachment", key, delete=True)]
    if found.project is not None:
        used = get_project(work, found.project).logos
        cleared = {f"{logo}_logo": None for logo, each in used.items() if each == key}
        writes = [Write("project", found.project, cleared), *writes]
    return work.journal.record(Label("attachments.step.remove", {"n": 1}), writes)


def set_travels(work: Workplace, keys: Sequence[str], travels: bool) -> Changes:
    """Say whether attachments go into the next file to the office. Raises attachments.unknown."""
    for key in keys:
        get_attachment(work, key)
    code = "attachments.step.send" if travels else "attachments.step.keep"
    writes = [Write("attachment", key, {"travels": travels}) for key in keys]
    return work.journal.record(Label(code, {"n": len(keys)}), writes)


def save_copy(work: Workplace, key: str, folder: Path) -> Path:
    """Write a copy into a folder, as it was attached: from then on anybody can read it there.

    Raises what `content` raises, and codes of the topic "files".
    """
    found = get_attachment(work, key)
    name = safe_name(found.name, found.media, found.sheet.replace("/", "-") or found.kind.value)
    return write_checked(folder / name, content(work, key))


def prune(work: Workplace) -> int:
    """Drop contents that nothing refers to any more, also nothing of the past; return how many."""
    with work.journal.transaction():
        return stored.prune(work.database)


def set_logo(work: Workplace, project: str, logo: Logo, path: Path | None) -> Changes:
    """Give a project one of its logos, or with None take it away; see `set_logos`."""
    return set_logos(work, project, {logo: path})


def set_logos(work: Workplace, project: str, chosen: Mapping[Logo, Path | None]) -> Changes:
    """Give a project logos, or with None take them away, as one step.

    Raises as `attach`; attachments.not_picture for a PDF.
    """
    now: dict[Logo, str | None] = {**get_project(work, project).logos}
    before = {key for key in now.values() if key is not None}
    contents: list[bytes] = []
    writes: list[Write] = []
    for logo, path in chosen.items():
        now[logo] = None
        if path is not None:
            found = read_logo(path)
            made = attaching.row_write(
                work, path, found, kind=AttachmentKind.LOGO, project=project, travels=True
            )
            contents.append(found)
            writes.append(made)
            now[logo] = made.key
    writes.append(Write("project", project, {f"{logo}_logo": now[logo] for logo in chosen}))
    writes += [Write("attachment", key, delete=True) for key in sorted(before - set(now.values()))]
    code = "attachments.step.set_logo" if contents else "attachments.step.remove_logo"
    with work.journal.transaction():
        for found in contents:
            stored.put_blob(work.database, found)
        return work.journal.record(Label(code), writes)


def read_logo(path: Path) -> bytes:
    """Return a picture that can be a logo. Raises as `attach`; attachments.not_picture for a PDF."""
    found = attaching.read_file(path)
    if media_of(found) == "application/pdf":
        raise TrainerError("attachments.not_picture", file=path.name)
    return found


def logos(work: Workplace, project: str | None) -> dict[Logo, bytes]:
    """Return the logos of a project whose content is here, as PNG or JPEG."""
    if project is None:
        return {}
    found = {
        logo: stored.read_blob(work.database, one.sha256) for logo, one in logo_files(work, project).items()
    }
    return {logo: picture for logo, picture in found.items() if picture is not None}


def logo_files(work: Workplace, project: str) -> dict[Logo, Attachment]:
    """Return the logos of a project without their content, also those whose content is not here."""
    keys = get_project(work, project).logos
    found = {logo: stored.get_attachment(work.database, key) for logo, key in keys.items()}
    return {logo: one for logo, one in found.items() if one is not None}


def waiting_to_send(work: Workplace, course: str | None = None) -> list[Attachment]:
    """Return what shall go to the office and did not arrive there yet, as far as is known here.

    Each content once, the oldest first; with `course` those of one course and of its project.
    """
    confirmed = receipts.known_blobs(work)
    owners = {course, get_course(work, course).course.project if course else None} - {None}
    wanted = {
        one.sha256: one
        for one in list_attachments(work)
        if one.travels and one.here and one.sha256 not in confirmed
        if not course or {one.course, one.project} & owners
    }
    return [wanted[sha256] for sha256 in stored.blob_sizes(work.database) if sha256 in wanted]


def missing(work: Workplace) -> list[Attachment]:
    """Return the attachments whose content is not here: it was not sent, or is still on its way."""
    return [one for one in list_attachments(work) if not one.here]


def _take_sheets(
    work: Workplace, path: Path, course: str, otherwise: str, *, travels: bool
) -> tuple[SheetFile, list[Write]]:
    """Keep a scan's content, and return what was found with a row for each sheet on its pages."""
    found = attaching.read_file(path)
    pages = attaching.find_sheets(work, path, course)
    if not any(pages) and not otherwise:
        raise TrainerError("attachments.no_code", file=path.name)
    writes = [
        attaching.row_write(
            work,
            path,
            found,
            kind=AttachmentKind.SHEET,
            course=course,
            sheet=sheet,
            page=page,
            travels=travels,
        )
        for sheet, page in (sheets_of(pages) or {otherwise: 0}).items()
    ]
    stored.put_blob(work.database, found)
    return SheetFile(path, pages, tuple(write.key for write in writes)), writes
