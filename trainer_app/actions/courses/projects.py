"""Projects, the series that courses belong to: list, create, change."""

from collections.abc import Mapping
from pathlib import Path

from trainer_app.actions.base.naming import told_by_whom
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.attendance.sheets import MAX_BYTES, Attachment, AttachmentKind, media_of
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.structs import replace, typed_onto, value_onto
from trainer_app.domain.courses.courses import LogoOwner, Project, ProjectDraft, as_draft
from trainer_app.store.attendance import marks
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import changed_fields, record_fields
from trainer_app.store.courses import courses


def list_projects(work: Workplace) -> list[Project]:
    """Return all projects."""
    return courses.list_projects(work.database)


def get_project(work: Workplace, key: str) -> Project:
    """Return one project. Raises project.unknown."""
    found = courses.get_project(work.database, key)
    if found is None:
        raise TrainerError("project.unknown")
    return found


def find_project(work: Workplace, code: str) -> Project:
    """Return the project with a code. Raises project.unknown."""
    for project in list_projects(work):
        if project.code.casefold() == code.strip().casefold():
            return project
    raise TrainerError("project.unknown")


def find_said(work: Workplace, field: str, text: str) -> str:
    """Return a donor or a field of work as projects have it, in whatever case. Raises project.none_with."""
    known = {str(getattr(project, field)) for project in list_projects(work)} - {""}
    for each in sorted(known):
        if each.casefold() == text.strip().casefold():
            return each
    raise TrainerError("project.none_with", text=text.strip(), known=", ".join(sorted(known)) or "–")


@guarded
def create_project(
    work: Workplace, draft: ProjectDraft, logos: Mapping[LogoOwner, Path | None] | None = None
) -> Changes:
    """Create a project with its logos, as one step.

    Raises project.no_code, project.code_taken, project.days_reversed, project.more_women; for logos as
    `set_logos`.
    """
    with work.journal.transaction():
        draft = _checked_project(work, draft)
        key = work.journal.make_key()
        label = Label("course.step.create_project", {"code": draft.code})
        fields, others = _logo_writes(work, key, {}, logos or {})
        return work.journal.record(
            label, [Write("project", key, {**project_fields(draft), **fields}), *others], key=key
        )


@guarded
def change_project(
    work: Workplace,
    key: str,
    draft: ProjectDraft,
    *,
    opened: ProjectDraft | None = None,
    logos: Mapping[LogoOwner, Path | None] | None = None,
    logos_opened: Mapping[LogoOwner, str | None] | None = None,
) -> Changes:
    """Change a project and its logos to what was typed and chosen, as one step; what is the same stays.

    Raises as `create_project`. `opened` and `logos_opened` are what the form was opened with; raises
    ChangedMeanwhile, see `domain.base.structs`.
    """
    with work.journal.transaction():
        held = get_project(work, key)
        now = draft_of_project(held)
        with told_by_whom(work, "project", key):
            draft = _checked_project(work, typed_onto(now, draft, opened), own=key)
        fields = changed_fields("project", project_fields(draft), project_fields(now))
        if not fields and logos:
            return set_logos(work, key, logos, opened=logos_opened)
        _check_logos(held, logos or {}, logos_opened)
        drawn, others = _logo_writes(work, key, held.logos, logos or {})
        label = Label("course.step.change_project", {"code": draft.code})
        return work.journal.record(label, [Write("project", key, {**fields, **drawn}), *others])


def draft_of_project(project: Project) -> ProjectDraft:
    """Return a project as it would be typed."""
    return as_draft(ProjectDraft, project)


def project_fields(draft: ProjectDraft) -> dict[str, Value]:
    """Return the journal fields of a project."""
    return record_fields("project", draft)


def _checked_project(work: Workplace, draft: ProjectDraft, own: str | None = None) -> ProjectDraft:
    code = draft.code.strip()
    if not code:
        raise TrainerError("project.no_code")
    for project in list_projects(work):
        if project.key != own and project.code.casefold() == code.casefold():
            raise TrainerError("project.code_taken", code=code)
    if draft.first_day and draft.last_day and draft.last_day < draft.first_day:
        raise TrainerError("project.days_reversed")
    women, everybody = draft.planned_women, draft.planned_participants
    if women and everybody and women > everybody:
        raise TrainerError("project.more_women", women=women, participants=everybody)
    return replace(draft, code=code)


def read_file(work: Workplace, path: Path, *, progress: Progress = no_progress) -> bytes:
    """Return a file's content if it can be attached, and a child could open it as what it is.

    Raises attachments.unreadable, .empty, .too_big, .wrong_kind, codes.unreadable, codes.too_big,
    strange_file.*.
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

    sha256 = marks.digest_of_content(found)
    if sha256 not in work.sound_files:
        work.child.run(progress, pictures.count_pages, found, media, path.name)
        work.sound_files.add(sha256)
    return found


def attachment_write(
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
    sha256 = marks.digest_of_content(content)
    key = derive_key("attachment", course or project or "", kind.value, sheet, sha256)
    known = marks.get_attachment(work.database, key)
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


@guarded
def set_logo(work: Workplace, project: str, logo: LogoOwner, path: Path | None) -> Changes:
    """Give a project one of its logos, or with None take it away; see `set_logos`."""
    return set_logos(work, project, {logo: path})


@guarded
def set_logos(
    work: Workplace,
    project: str,
    chosen: Mapping[LogoOwner, Path | None],
    *,
    opened: Mapping[LogoOwner, str | None] | None = None,
) -> Changes:
    """Give a project logos, or with None take them away, as one step.

    `opened` are the keys of those that the form was opened with; raises ChangedMeanwhile. Raises as `attach`;
    attachments.not_picture for a PDF.
    """
    with work.journal.transaction():
        held = get_project(work, project)
        _check_logos(held, chosen, opened)
        fields, writes = _logo_writes(work, project, held.logos, chosen)
        code = "attachments.step.set_logo" if any(chosen.values()) else "attachments.step.remove_logo"
        return work.journal.record(Label(code), [*writes, Write("project", project, fields)])


def _check_logos(
    held: Project, chosen: Mapping[LogoOwner, Path | None], opened: Mapping[LogoOwner, str | None] | None
) -> None:
    """Raise ChangedMeanwhile if the logos are not those that the form was opened with."""
    if opened is not None:
        now, begun = ([each.get(logo) for logo in chosen] for each in (held.logos, opened))
        value_onto("logos", now, [], begun)


def _logo_writes(
    work: Workplace,
    project: str,
    held: Mapping[LogoOwner, str | None],
    chosen: Mapping[LogoOwner, Path | None],
) -> tuple[dict[str, Value], list[Write]]:
    """Keep the pictures; return the fields of the project, and the writes of its attachments."""
    now = dict(held)
    before = {key for key in now.values() if key is not None}
    writes: list[Write] = []
    for logo, path in chosen.items():
        now[logo] = None
        if path is not None:
            found = read_logo(work, path)
            made = attachment_write(
                work, path, found, kind=AttachmentKind.LOGO, project=project, travels=True
            )
            marks.put_blob(work.database, found)
            writes.append(made)
            now[logo] = made.key
    writes += [Write("attachment", key, delete=True) for key in sorted(before - set(now.values()))]
    return {f"{logo}_logo": now[logo] for logo in chosen}, writes


def read_logo(work: Workplace, path: Path, *, progress: Progress = no_progress) -> bytes:
    """Return a picture that can be a logo. Raises as `attach`; attachments.not_picture, .no_logo."""
    try:
        found = read_file(work, path, progress=progress)
    except TrainerError as problem:
        if problem.code != "attachments.wrong_kind":
            raise
        raise TrainerError("attachments.no_logo", file=path.name) from problem
    if media_of(found) == "application/pdf":
        raise TrainerError("attachments.not_picture", file=path.name)
    return found


def logos(work: Workplace, project: str | None) -> dict[LogoOwner, bytes]:
    """Return the logos of a project whose content is here, as PNG or JPEG."""
    if project is None:
        return {}
    found = {
        logo: marks.read_blob(work.database, one.sha256) for logo, one in logo_files(work, project).items()
    }
    return {logo: picture for logo, picture in found.items() if picture is not None}


def logo_files(work: Workplace, project: str) -> dict[LogoOwner, Attachment]:
    """Return the logos of a project without their content, also those whose content is not here."""
    keys = get_project(work, project).logos
    found = {logo: marks.get_attachment(work.database, key) for logo, key in keys.items()}
    return {logo: one for logo, one in found.items() if one is not None}
