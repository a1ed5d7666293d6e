"""Projects, the series that courses belong to: list, create, change."""

from dataclasses import replace

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, new_key
from trainer_app.domain.courses.courses import Project, ProjectDraft, as_draft
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.records import record_fields
from trainer_app.store.courses import courses as stored


def list_projects(work: Workplace) -> list[Project]:
    """Return all projects."""
    return stored.list_projects(work.database)


def get_project(work: Workplace, key: str) -> Project:
    """Return one project. Raises project.unknown."""
    found = stored.get_project(work.database, key)
    if found is None:
        raise TrainerError("project.unknown")
    return found


def find_project(work: Workplace, code: str) -> Project:
    """Return the project with a code. Raises project.unknown."""
    for project in list_projects(work):
        if project.code.casefold() == code.strip().casefold():
            return project
    raise TrainerError("project.unknown")


def create_project(work: Workplace, draft: ProjectDraft) -> Changes:
    """Create a project. Raises project.no_code, project.code_taken."""
    draft = _checked_project(work, draft)
    key = new_key()
    label = Label("course.step.create_project", {"code": draft.code})
    return work.journal.record(label, [Write("project", key, project_fields(draft))], key=key)


def change_project(work: Workplace, key: str, draft: ProjectDraft) -> Changes:
    """Change a project to what was typed; what is the same is not written. Raises as `create_project`."""
    get_project(work, key)
    draft = _checked_project(work, draft, own=key)
    label = Label("course.step.change_project", {"code": draft.code})
    return work.journal.record(label, [Write("project", key, project_fields(draft))])


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
    return replace(draft, code=code)
