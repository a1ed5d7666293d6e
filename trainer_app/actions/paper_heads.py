"""What stands at the head of every paper of a course: title, days, place, and who is behind it."""

from trainer_app.actions.attachments import logos
from trainer_app.actions.courses import get_course
from trainer_app.actions.workplace import Workplace
from trainer_app.documents.emblems import emblem_warnings
from trainer_app.domain.changes import Label
from trainer_app.domain.courses import CourseView, Logo, Project
from trainer_app.domain.latin import to_latin
from trainer_app.domain.papers import CourseHead, Emblem
from trainer_app.domain.texts import Texts


def course_head(work: Workplace, view: CourseView) -> CourseHead:
    """Return what papers say of a course."""
    course = view.course
    return CourseHead(
        title=course.title,
        first_day=course.first_day,
        last_day=course.last_day,
        town=in_both_scripts(course.town),
        emblems=emblems(work, view.project),
    )


def emblems(work: Workplace, project: Project | None) -> tuple[Emblem, ...]:
    """Return the organisations behind a project: organiser, donor, partner; those with a name or picture."""
    if project is None:
        return ()
    names = {
        Logo.ORGANISER: project.organiser,
        Logo.DONOR: in_both_scripts(project.donor),
        Logo.PARTNER: project.partner,
    }
    pictures = logos(work, project.key)
    found = (Emblem(role, names[role], pictures.get(role, b"")) for role in Logo)
    return tuple(each for each in found if each.picture or each.name != Texts())


def in_both_scripts(text: str) -> Texts:
    """Return a text as typed for Tajik and Russian readers, in Latin letters for English ones."""
    return Texts(tg=text, ru=text, en=to_latin(text))


def emblem_problems(work: Workplace, course: str) -> list[Label]:
    """Return which logos of a course's project cannot be read; papers then show the names instead."""
    return emblem_warnings(emblems(work, get_course(work, course).project))
