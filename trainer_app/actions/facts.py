"""Gathers what a certificate says, once, when it is issued: from then on only the frozen text counts."""

from dataclasses import replace
from datetime import date

from trainer_app.actions.courses import get_course
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import CertificateKind, Facts, Signatory, TaughtSession
from trainer_app.domain.courses import CourseView, Role, Session, SessionState, Teacher
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.latin import to_latin
from trainer_app.domain.ranks import RankForm, rank_name
from trainer_app.domain.texts import Texts
from trainer_app.store import enrolments, people

_HEAD = Texts(tg="Роҳбари барнома", ru="Руководитель программы", en="Head of Programme")
_LEAD = Texts(tg="Тренери пешбар", ru="Ведущий тренер", en="Lead Trainer")
_ENGLISH = "en"


class Gatherer:
    """Gathers the facts of one course's certificates; what they all share is read once.

    gather = gatherer(work, course, "tg", day);  facts = gather(enrolment, CertificateKind.COMPLETION, serial)
    """

    def __init__(
        self, work: Workplace, view: CourseView, language: str, issued_on: date, *, back: bool = False
    ) -> None:
        self._work = work
        self._language = language
        organiser = view.project.organiser if view.project else Texts()
        partner = view.project.partner if view.project else Texts()
        self._shared = Facts(
            serial="",
            kind=CertificateKind.NONE,
            language=language,
            name="",
            latin="",
            rank="",
            course_title=view.course.title.best(language),
            course_title_en=view.course.title.en,
            course_code=view.course.code,
            course_kind=view.course.kind.value,
            town=view.course.town,
            town_en=to_latin(view.course.town),
            first_day=view.course.first_day.isoformat(),
            last_day=view.course.last_day.isoformat(),
            hours=_held_hours(view),
            organiser=organiser.best(language),
            organiser_en=organiser.en,
            partner=partner.best(language),
            partner_en=partner.en,
            issued_on=issued_on.isoformat(),
            signatories=_signatories(work, view, language),
            sessions=_sessions(view, language) if back else (),
        )

    def __call__(self, enrolment: str, kind: CertificateKind, serial: str, *, replaces: str = "") -> Facts:
        """Return everything that one certificate prints. Raises certificate.no_participant."""
        item = enrolments.get_enrolment(self._work.database, enrolment)
        person = people.get_person(self._work.database, item.enrolment.person) if item else None
        if person is None:
            raise TrainerError("certificate.no_participant")
        return replace(
            self._shared,
            serial=serial,
            kind=kind,
            name=person.name,
            latin=person.latin,
            rank=rank_name(person.rank, self._language, RankForm.CERTIFICATE),
            rank_en=rank_name(person.rank, _ENGLISH, RankForm.CERTIFICATE),
            replaces=replaces,
        )


def gatherer(work: Workplace, course: str, language: str, issued_on: date, *, back: bool = False) -> Gatherer:
    """Return what gathers the facts of a course's certificates in a language. Raises course.unknown.

    `back`: the sessions stand on the back of the paper.
    """
    return Gatherer(work, get_course(work, course), language, issued_on, back=back)


def _held_hours(view: CourseView) -> int:
    """Return the held hours of a course in hundredths of an hour."""
    return _hundredths(sum(session.minutes for session in _held(view)))


def _sessions(view: CourseView, language: str) -> tuple[TaughtSession, ...]:
    """Return what was held, in the order of the days, with the topics in a language."""
    return tuple(
        TaughtSession(each.day.isoformat(), each.topic.best(language), _hundredths(each.minutes))
        for each in _held(view)
    )


def _held(view: CourseView) -> list[Session]:
    return [session for session in view.sessions if session.state is SessionState.HELD]


def _hundredths(minutes: int) -> int:
    """Return minutes as hundredths of an hour, rounded half up."""
    return (minutes * 200 + 60) // 120


def _signatories(work: Workplace, view: CourseView, language: str) -> tuple[Signatory, ...]:
    """Return who signs: the head of the programme, then the lead trainers, two at most."""
    signatories = []
    if view.project and view.project.head:
        signatories.append(Signatory(view.project.head, _HEAD.best(language), _HEAD.en))
    signatories += [
        Signatory(_as_signed(work, teacher), _LEAD.best(language), _LEAD.en)
        for teacher in view.teachers
        if teacher.role is Role.LEAD_TRAINER
    ]
    return tuple(signatories[:2])


def _as_signed(work: Workplace, teacher: Teacher) -> str:
    """Return a name as it stands under a signature: "Д. Назарова"."""
    person = people.get_person(work.database, teacher.person)
    if person is None or not person.given or not person.family:
        return teacher.name
    return f"{person.given[0]}. {person.family}"
