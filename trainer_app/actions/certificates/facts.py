"""Gathers what a certificate says, once, when it is issued: from then on only the frozen text counts."""

from datetime import date
from typing import TYPE_CHECKING, Any

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import signatories, templates
from trainer_app.actions.courses import projects
from trainer_app.actions.courses.courses import get_course
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.certificates.certificates import (
    CertificateFacts,
    CertificateKind,
    CertificateSession,
    DesignKind,
    design_kind,
)
from trainer_app.domain.courses.courses import CourseView, LogoOwner, Session, SessionState
from trainer_app.domain.courses.ranks import RankForm, rank_name
from trainer_app.domain.people.names import to_latin
from trainer_app.store.courses import courses
from trainer_app.store.people import people

if TYPE_CHECKING:
    from trainer_app.documents.certificates.template import Template


_ENGLISH, _RUSSIAN = "en", "ru"
SECONDS = {code: ("", *language.below) for code, language in LANGUAGES.items()}
"""Which second languages a certificate in each language may have; "" is none."""


class FactsGatherer:
    """Gathers the facts of one course's certificates; what they all share is read once.

    gather = gatherer(work, course, "tg", day);  facts = gather(enrolment, CertificateKind.COMPLETION, serial)
    """

    def __init__(
        self,
        work: Workplace,
        view: CourseView,
        language: str,
        issued_on: date,
        *,
        back: bool = False,
        second: str = "",
    ) -> None:
        self._work = work
        self._language = language
        self._view, self._back = view, back
        self._russian = second == _RUSSIAN
        project = view.project.key if view.project else None
        self._designs = templates.chosen(work, project)
        self._logos = _logos(work, project)
        self._loaded: dict[DesignKind, Template] = {}
        signed = signatories.signed(work, view, language, second)
        organiser = view.project.organiser if view.project else Texts()
        partner = view.project.partner if view.project else Texts()
        self._shared = CertificateFacts(
            serial="",
            kind=CertificateKind.NONE,
            language=language,
            name="",
            latin="",
            rank="",
            course_title=view.course.title.best(language),
            course_title_en=view.course.title["en"],
            course_code=view.course.code,
            course_kind=view.course.kind.value,
            town=view.course.town,
            town_en=to_latin(view.course.town),
            first_day=view.course.first_day.isoformat(),
            last_day=view.course.last_day.isoformat(),
            hours=_held_hours(view),
            organiser=organiser.best(language),
            organiser_en=organiser["en"],
            partner=partner.best(language),
            partner_en=partner["en"],
            issued_on=issued_on.isoformat(),
            signatories=signed.signatories,
            second=second,
        )
        self._signatures = signed.signatures
        if self._russian:
            self._shared = replace(
                self._shared,
                course_title_ru=view.course.title["ru"],
                town_ru=view.course.town,
                organiser_ru=organiser["ru"],
                partner_ru=partner["ru"],
            )

    def __call__(
        self, enrolment: str, kind: CertificateKind, serial: str, *, replaces: str = ""
    ) -> CertificateFacts:
        """Return everything that one certificate prints. Raises certificate.no_participant."""
        item = courses.get_enrolment(self._work.database, enrolment)
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
            rank_ru=rank_name(person.rank, _RUSSIAN, RankForm.CERTIFICATE) if self._russian else "",
            replaces=replaces,
            **self._designed(kind),
        )

    def _designed(self, kind: CertificateKind) -> dict[str, Any]:
        """Return what depends on the design: which it is, and what of the course it shows.

        Pictures and sessions that a design does not show are not frozen into its certificates.
        """
        sort = design_kind(kind, self._shared.course_kind)
        design = self._designs[sort]
        if sort not in self._loaded:
            # Here, so that starting the program does not wait for what draws.
            from trainer_app.actions.certificates import templates

            self._loaded[sort] = templates.load(self._work, design.ref)
        template = self._loaded[sort]
        listed = self._back or template.lists_sessions
        return {
            "design": design.ref,
            "logos": self._logos if template.shows_logos else (),
            "signatures": self._signatures if template.shows_signatures else (),
            "sessions": _sessions(self._view, self._language) if listed else (),
        }


def gatherer(
    work: Workplace,
    course: str,
    language: str,
    issued_on: date,
    *,
    back: bool = False,
    second: str | None = None,
) -> FactsGatherer:
    """Return what gathers the facts of a course's certificates in a language.

    `back`: the sessions stand on the back of the paper. `second` is the second language, "" for none; by
    default English where the course has an English title. Raises course.unknown, certificate.no_second.
    """
    view = get_course(work, course)
    if second is None:
        second = _ENGLISH if language != _ENGLISH and view.course.title["en"] else ""
    elif second not in seconds(view.course.title, language):
        raise TrainerError("certificate.no_second", language=language, second=second)
    return FactsGatherer(work, view, language, issued_on, back=back, second=second)


def seconds(title: Texts, language: str) -> tuple[str, ...]:
    """Return the second languages that certificates of a course may have: those that it has a title in."""
    possible = SECONDS.get(language, ("",))
    return tuple(each for each in possible if not each or title[each])


def _logos(work: Workplace, project: str | None) -> tuple[str, ...]:
    """Return the SHA-256 of a project's logos that are here, in the order of `Logo`; none for none."""
    found = projects.logo_files(work, project) if project is not None else {}
    names = tuple(found[logo].sha256 if logo in found and found[logo].here else "" for logo in LogoOwner)
    return names if any(names) else ()


def _held_hours(view: CourseView) -> int:
    """Return the held hours of a course in hundredths of an hour."""
    return _hundredths(sum(session.minutes for session in _held(view)))


def _sessions(view: CourseView, language: str) -> tuple[CertificateSession, ...]:
    """Return what was held, in the order of the days, with the topics in a language."""
    return tuple(
        CertificateSession(each.day.isoformat(), each.topic.best(language), _hundredths(each.minutes))
        for each in _held(view)
    )


def _held(view: CourseView) -> list[Session]:
    return [session for session in view.sessions if session.state is SessionState.HELD]


def _hundredths(minutes: int) -> int:
    """Return minutes as hundredths of an hour, rounded half up."""
    return (minutes * 200 + 60) // 120
