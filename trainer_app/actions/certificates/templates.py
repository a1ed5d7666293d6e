"""Designs of certificates: choosing, importing, exporting, saving, archiving; pictures that are missing.

A saved design is never changed: saving it again makes a new one, and whatever was issued keeps its own. Last
comes what gathers all that a certificate says in its design, once, when it is issued: from then on only the
frozen text counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import signatories
from trainer_app.actions.courses import projects
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.courses.projects import get_project, list_projects
from trainer_app.documents.base import fonts
from trainer_app.documents.certificates.template import (
    DesignFile,
    Template,
    file_of,
    load_template,
    read_template,
    read_template_file,
    take_design,
    write_template_file,
)
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts, resource
from trainer_app.domain.certificates.certificates import (
    Certificate,
    CertificateFacts,
    CertificateKind,
    CertificateSession,
    Design,
    DesignKind,
    check_name,
    design_kind,
    design_of,
)
from trainer_app.domain.courses.courses import CourseView, LogoOwner, Session, SessionState, as_listed
from trainer_app.domain.courses.ranks import RankForm, rank_name
from trainer_app.domain.people.persons import Sex
from trainer_app.domain.people.places import place_texts
from trainer_app.store.attendance import marks
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.people import people
from trainer_app.system.files import write_checked


def list_designs(work: Workplace, *, archived: bool = False) -> list[Design]:
    """Return the designs that ship, then those of this database; archived ones only if wanted."""
    own = [design for design in certificates.list_templates(work.database) if archived or not design.archived]
    return [*(shipped(kind) for kind in DesignKind), *own]


def shipped(kind: DesignKind) -> Design:
    """Return the design that ships for a kind."""
    return Design(kind.value, kind.value, kind)


def find_design(work: Workplace, ref: str) -> Design:
    """Return a design by its ref, its key, or its name (of several the newest). Raises template.unknown."""
    designs = list_designs(work, archived=True)
    for test in (lambda each: ref in (each.ref, each.key), lambda each: each.name == ref.strip()):
        found = [each for each in designs if test(each)]
        if found:
            return min(found, key=lambda each: each.archived)
    raise TrainerError("template.unknown", template=ref)


def chosen(work: Workplace, project: str | None) -> Mapping[DesignKind, Design]:
    """Return the design of each kind for a project's certificates; those that ship where none is chosen."""
    own = certificates.chosen_templates(work.database, project) if project is not None else {}
    return {kind: own.get(kind) or shipped(kind) for kind in DesignKind}


def load(work: Workplace, ref: str) -> Template:
    """Return a design ready to be drawn, by its ref. Raises template.not_here, template.wrong."""
    fonts.use(resource("fonts"))
    if ref in tuple(DesignKind):
        return load_template(resource("certificates", ref))
    data = marks.read_blob(work.database, ref)
    if data is None:
        raise TrainerError("template.not_here")
    return read_template_file(_name_of(work, ref), data)


def load_for(work: Workplace, issued: Iterable[Certificate]) -> Mapping[str, Template]:
    """Return the designs that certificates were issued with, by `design_of`; each is read once.

    Raises as `load`.
    """
    refs = {design_of(found.facts): None for found in issued}
    return {ref: load(work, ref) for ref in refs}


def pictures_for(work: Workplace, issued: Iterable[Certificate]) -> Mapping[str, bytes]:
    """Return the pictures that are frozen into certificates and are here, by their SHA-256."""
    return pictures_of(work, *(found.facts for found in issued))


def pictures_of(work: Workplace, *facts: CertificateFacts) -> Mapping[str, bytes]:
    """Return the pictures that facts name and that are here, by their SHA-256."""
    names = dict.fromkeys(name for each in facts for name in (*each.logos, *each.signatures) if name)
    found = {name: marks.read_blob(work.database, name) for name in names}
    return {name: content for name, content in found.items() if content is not None}


@guarded
def choose(work: Workplace, project: str, kind: DesignKind, ref: str) -> Changes:
    """Let a project have a design for its certificates of a kind. Raises project.unknown and template.*."""
    code = get_project(work, project).code
    design = find_design(work, ref)
    if design.kind is not kind:
        raise TrainerError("template.other_kind", template=design.name)
    load(work, design.ref)
    label = Label("template.step.choose", {"code": code})
    return work.journal.record(label, [Write("project", project, {f"{kind}_template": design.key or None})])


@guarded
def import_design(work: Workplace, path: Path, *, progress: Progress = no_progress) -> Changes:
    """Take in a design from its file, or from a folder with a template.json; its key is in the result.

    The same file twice is one design. Raises template.*, strange_file.*.
    """
    found = work.child.run(progress, take_design, path, resource("fonts"))
    return _keep(work, found, check_name(found.name), "template.step.import")


@guarded
def save_design(
    work: Workplace, data: bytes, pictures: Mapping[str, bytes], name: str, instead: str = ""
) -> Changes:
    """Save a design as it was edited, as a new one; its key is in the result.

    `instead` is the key of a design that steps back: it is archived, and projects that used it use the new
    one. Raises template.*.
    """
    fonts.use(resource("fonts"))
    tidy = check_name(name)
    return _keep(work, file_of(read_template(tidy, data, pictures)), tidy, "template.step.save", instead)


def export_design(work: Workplace, ref: str, path: Path) -> Path:
    """Write a design as one file. Raises template.unknown, template.not_here, files.*."""
    template = load(work, find_design(work, ref).ref)
    return write_checked(path, write_template_file(template))


@guarded
def rename_design(work: Workplace, key: str, name: str) -> Changes:
    """Call a design something else. Raises template.unknown, template.no_name."""
    _own(work, key)
    tidy = check_name(name)
    return work.journal.record(Label("template.step.rename"), [Write("template", key, {"name": tidy})])


@guarded
def archive_design(work: Workplace, key: str, archived: bool) -> Changes:
    """Take a design off the list, or put it back. What was issued or chosen keeps it."""
    _own(work, key)
    code = "template.step.archive" if archived else "template.step.unarchive"
    return work.journal.record(Label(code), [Write("template", key, {"archived": archived})])


def _keep(work: Workplace, design: DesignFile, name: str, code: str, instead: str = "") -> Changes:
    sha256 = marks.digest_of_content(design.data)
    there = certificates.list_templates(work.database)
    # Taken in once more it is the same row.
    known = (one.key for one in there if (one.ref, one.name) == (sha256, name))
    key = next(known, "") or work.journal.make_key()
    fields: dict[str, Value] = {
        "name": name,
        "kind": design.kind,
        "sha256": sha256,
        "size": len(design.data),
        "archived": False,
    }
    writes = [Write("template", key, fields)]
    if instead and instead != key:
        writes += _stand_in(work, instead, key)
    with work.journal.transaction():
        marks.put_blob(work.database, design.data)
        return work.journal.record(Label(code, {"name": name}), writes, key=key)


def _stand_in(work: Workplace, old: str, new: str) -> list[Write]:
    """Return the writes that put one design in the place of another wherever that is used."""
    kind = _own(work, old).kind
    writes = [Write("template", old, {"archived": True})]
    for project in list_projects(work):
        used = certificates.chosen_templates(work.database, project.key).get(kind)
        if used is not None and used.key == old:
            writes.append(Write("project", project.key, {f"{kind}_template": new}))
    return writes


def _own(work: Workplace, key: str) -> Design:
    found = certificates.get_template(work.database, key)
    if found is None:
        raise TrainerError("template.unknown", template=key)
    return found


def _name_of(work: Workplace, ref: str) -> str:
    names = [each.name for each in certificates.list_templates(work.database) if each.ref == ref]
    return names[0] if names else ref[:12]


class LostPictures(Struct, frozen=True):
    """What some certificates show that is not here: whose signatures (names as printed), if logos."""

    signers: tuple[str, ...] = ()
    logos: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything is not here."""
        return bool(self.signers) or self.logos


def find_lost_pictures(work: Workplace, issued: Sequence[Certificate]) -> LostPictures:
    """Return what is frozen into certificates and is not on this computer."""
    here = pictures_for(work, issued)
    signers = dict.fromkeys(
        signatory.name
        for found in issued
        for signatory, picture in zip(found.facts.signatories, found.facts.signatures, strict=False)
        if picture and picture not in here
    )
    logos = any(name and name not in here for found in issued for name in found.facts.logos)
    return LostPictures(tuple(signers), logos)


def leave_out_lost_pictures(work: Workplace, issued: Sequence[Certificate]) -> list[Certificate]:
    """Return the same certificates as they can be printed here: no logo, and an empty line to sign on.

    What is kept does not change: where the pictures are, the whole certificate is printed.
    """
    here = pictures_for(work, issued)

    def known(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name if name in here else "" for name in names)

    return [
        replace(
            found,
            facts=replace(
                found.facts, logos=known(found.facts.logos), signatures=known(found.facts.signatures)
            ),
        )
        for found in issued
    ]


_ENGLISH, _RUSSIAN = "en", "ru"
SECONDS = {code: ("", *language.below) for code, language in LANGUAGES.items()}
"""Which second languages a certificate in each language may have; "" is none."""


_GENDERS = {Sex.MALE: "m", Sex.FEMALE: "f"}


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
        self._designs = chosen(work, project)
        self._logos = _logos(work, project)
        self._loaded: dict[DesignKind, Template] = {}
        signed = signatories.signed(work, view, language, second)
        organiser = view.project.organiser if view.project else Texts()
        partner = view.project.partner if view.project else Texts()
        town = place_texts(view.course.town)
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
            town=town[language],
            town_en=town["en"],
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
                town_ru=town["ru"],
                organiser_ru=organiser["ru"],
                partner_ru=partner["ru"],
            )

    def __call__(
        self, enrolment: str, kind: CertificateKind, serial: str, *, replaces: str = ""
    ) -> CertificateFacts:
        """Return everything that one certificate prints. Raises certificate.no_participant."""
        item = courses.get_enrolment(self._work.database, enrolment)
        if item is None:
            raise TrainerError("certificate.no_participant")
        person = as_listed(people.find_people(self._work.database), item.enrolment)
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
            **self._designed(kind, person.sex),
        )

    def _designed(self, kind: CertificateKind, sex: Sex) -> dict[str, Any]:
        """Return what depends on the design: which it is, and what of the course and the person it shows.

        Pictures and sessions that a design does not show, and a gender that its words do not depend on, are
        not frozen into its certificates.
        """
        sort = design_kind(kind, self._shared.course_kind)
        design = self._designs[sort]
        if sort not in self._loaded:
            self._loaded[sort] = load(self._work, design.ref)
        template = self._loaded[sort]
        listed = self._back or template.lists_sessions
        by_gender = template.words_by_gender(self._language, self._shared.second)
        return {
            "design": design.ref,
            "gender": _GENDERS.get(sex, "") if by_gender else "",
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
