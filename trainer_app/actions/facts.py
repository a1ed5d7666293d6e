"""Gathers what a certificate says, once, when it is issued: from then on only the frozen text counts."""

from datetime import date

from trainer_app.actions.attendance import grid
from trainer_app.actions.courses import get_course
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import CertificateKind, Facts, Signatory
from trainer_app.domain.courses import CourseView, Role, SessionState
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.latin import to_latin
from trainer_app.domain.ranks import RankForm, rank_name
from trainer_app.domain.texts import Texts
from trainer_app.store import enrolments, people

_HEAD = Texts(tg="Роҳбари барнома", ru="Руководитель программы", en="Head of Programme")
_LEAD = Texts(tg="Тренери пешбар", ru="Ведущий тренер", en="Lead Trainer")
_ENGLISH = "en"


def certificate_facts(
    work: Workplace,
    course: str,
    enrolment: str,
    kind: CertificateKind,
    language: str,
    issued_on: date,
    serial: str,
    *,
    replaces: str = "",
) -> Facts:
    """Return everything that one certificate prints. Raises certificate.no_participant."""
    view = get_course(work, course)
    item = enrolments.get_enrolment(work.database, enrolment)
    person = people.get_person(work.database, item.enrolment.person) if item else None
    if person is None:
        raise TrainerError("certificate.no_participant")
    organiser = view.project.organiser if view.project else Texts()
    partner = view.project.partner if view.project else Texts()
    return Facts(
        serial=serial,
        kind=kind,
        language=language,
        name=person.name,
        latin=person.latin,
        rank=rank_name(person.rank, language, RankForm.CERTIFICATE),
        rank_en=rank_name(person.rank, _ENGLISH, RankForm.CERTIFICATE),
        course_title=view.course.title.best(language),
        course_title_en=view.course.title.en,
        course_code=view.course.code,
        course_kind=view.course.kind.value,
        town=view.course.town,
        town_en=to_latin(view.course.town),
        first_day=view.course.first_day.isoformat(),
        last_day=view.course.last_day.isoformat(),
        hours=_held_hours(work, course),
        organiser=organiser.best(language),
        organiser_en=organiser.en,
        partner=partner.best(language),
        partner_en=partner.en,
        issued_on=issued_on.isoformat(),
        signatories=_signatories(view, language),
        replaces=replaces,
    )


def _held_hours(work: Workplace, course: str) -> int:
    """Return the held hours of a course in hundredths of an hour, rounded half up."""
    minutes = sum(
        session.minutes for session in grid(work, course).sessions if session.state is SessionState.HELD
    )
    return (minutes * 200 + 60) // 120


def _signatories(view: CourseView, language: str) -> tuple[Signatory, ...]:
    """Return who signs: the head of the programme, then the lead trainers, two at most."""
    signatories = []
    if view.project and view.project.head:
        signatories.append(Signatory(view.project.head, _HEAD.best(language), _HEAD.en))
    signatories += [
        Signatory(teacher.name, _LEAD.best(language), _LEAD.en)
        for teacher in view.teachers
        if teacher.role is Role.LEAD_TRAINER
    ]
    return tuple(signatories[:2])
