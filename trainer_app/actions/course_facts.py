"""Gathers what the head of a course's papers says."""

from trainer_app.actions.paper_heads import emblems, in_both_scripts
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.course_facts import CourseFacts, FactsTeacher
from trainer_app.domain.courses import CourseView
from trainer_app.domain.texts import Texts
from trainer_app.system.version import VERSION


def course_facts(work: Workplace, view: CourseView) -> CourseFacts:
    """Return a course as its papers name it."""
    course, project = view.course, view.project
    return CourseFacts(
        code=course.code,
        title=course.title,
        first_day=course.first_day,
        last_day=course.last_day,
        venue=in_both_scripts(", ".join(part for part in (course.town, course.venue) if part)),
        project=project.title if project else Texts(),
        organiser=project.organiser if project else Texts(),
        donor=in_both_scripts(project.donor) if project else Texts(),
        partner=project.partner if project else Texts(),
        teachers=tuple(FactsTeacher(in_both_scripts(each.name), each.role) for each in view.teachers),
        emblems=emblems(work, project),
        made_on=work.clock.today(course.zone),
        version=VERSION,
    )
