"""Editing a design: opening it, seeing it with a sample or a real person, saving it as a new one."""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, templates
from trainer_app.actions.courses import courses
from trainer_app.documents.base import fonts
from trainer_app.documents.certificates import design_draft
from trainer_app.documents.certificates.certificate import PrintItem, certificates_pdf
from trainer_app.documents.certificates.design_draft import sample_logo, sample_signature
from trainer_app.documents.certificates.elements import DOCUMENTS
from trainer_app.documents.certificates.template import Template, read_template
from trainer_app.domain.attendance.sheets import media_of
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import resource, words
from trainer_app.domain.certificates import designs
from trainer_app.domain.certificates.certificates import (
    CertificateFacts,
    CertificateKind,
    CertificateSession,
    DesignKind,
    Signatory,
)
from trainer_app.domain.certificates.designs import DesignDraft, DesignPart
from trainer_app.domain.courses.courses import CourseKind, LogoOwner
from trainer_app.store.attendance.marks import digest_of_content

LANGUAGE_KEYS = tuple(f"{language}+{second}" if second else language for language, second in DOCUMENTS)
"""The languages that a design is looked at in: "tg", "tg+en", …"""

SAMPLE, LONG = "sample", "long"
"""Whose certificate is shown: invented, or invented with everything long. Else a course's key."""

_CODE = "TRC1:" + "SAMPLE ONLY/NOT A CERTIFICATE " * 14


class Preview(Struct, frozen=True):
    """A design as it is drawn: one page as PDF, its size in millimetres, its parts, and what is not well."""

    pdf: bytes
    width: float
    height: float
    parts: tuple[DesignPart, ...]
    problems: tuple[Label, ...]


def open_draft(work: Workplace, ref: str) -> DesignDraft:
    """Return a design to be edited. Raises as `templates.load`."""
    design = templates.find_design(work, ref)
    template = templates.load(work, design.ref)
    return DesignDraft(design.name, template.data, template.pictures)


def preview(work: Workplace, draft: DesignDraft, tongue: str, whose: str = SAMPLE) -> Preview:
    """Draw a design in some languages. Raises template.wrong, which names element and field."""
    fonts.use(resource("fonts"))
    template = read_template(draft.name or "?", draft.data, draft.pictures)
    real = None if whose in (SAMPLE, LONG) else _real(work, whose, tongue)
    if real is None:
        return _invented(template, tongue, long=whose == LONG)
    return _drawn(template, replace(real, design="draft"), templates.pictures_of(work, real))


@lru_cache(maxsize=4)
def _invented(template: Template, tongue: str, *, long: bool) -> Preview:
    """Draw a design for nobody, once as long as it is the same: a list shows what is then opened."""
    facts, pictures = _sample_shown(DesignKind(template.kind), tongue)
    return _drawn(template, _lengthened(facts) if long else facts, pictures)


def _drawn(template: Template, facts: CertificateFacts, pictures: Mapping[str, bytes]) -> Preview:
    pdf = certificates_pdf([PrintItem(facts, _CODE)], template, pictures=pictures)
    parts = design_draft.parts_of(template, facts)
    return Preview(pdf, template.width, template.height, parts, design_draft.problems(template, facts))


def add_picture(draft: DesignDraft, content: bytes) -> tuple[DesignDraft, str]:
    """Put a PNG or JPEG that `read_logo` returned onto a design; return its id too."""
    return designs.add_picture(draft, content, "png" if media_of(content) == "image/png" else "jpg")


@guarded
def save(work: Workplace, draft: DesignDraft, name: str, instead: str = "") -> Changes:
    """Save what was edited as a new design; see `templates.save_design`."""
    return templates.save_design(work, draft.data, draft.pictures, name, instead)


def _sample_shown(kind: DesignKind, tongue: str) -> tuple[CertificateFacts, Mapping[str, bytes]]:
    """Return the facts to show of nobody, and the pictures in them."""
    language, _, second = tongue.partition("+")
    facts = _sample(kind, language, second)
    logos = tuple(sample_logo(role) for role in LogoOwner)
    signature = sample_signature()
    pictures = {digest_of_content(content): content for content in (*logos, signature)}
    facts = replace(
        facts,
        logos=tuple(digest_of_content(content) for content in logos),
        signatures=(digest_of_content(signature),) * len(facts.signatories),
    )
    return facts, pictures


def _real(work: Workplace, course: str, tongue: str) -> CertificateFacts | None:
    """Return what a person of a course gets or has got, in the languages wanted if that can be."""
    language, _, second = tongue.partition("+")
    view = courses.get_course(work, course)
    wanted = second if second in templates.seconds(view.course.title, language) else ""
    drafts = certificates.draft(work, course, language, second=wanted)
    if drafts:
        return drafts[0].facts
    issued = certificates.register(work, course)
    return issued[0].facts if issued else None


def _sample(kind: DesignKind, language: str, second: str) -> CertificateFacts:
    russian = second == "ru"
    title, organiser, partner, rank, town, name = (
        words(f"sample.{each}") for each in ("title", "organiser", "partner", "rank", "town", "name")
    )
    signing = [(words(f"sample.{each}"), words(f"signatory.{each}")) for each in ("head", "lead")]
    return CertificateFacts(
        serial="DSH-2018-K7-00042-98",
        kind=CertificateKind.ATTENDANCE if kind is DesignKind.ATTENDANCE else CertificateKind.COMPLETION,
        language=language,
        name=name.best(language),
        latin=name["en"],
        rank=rank.best(language),
        course_title=title.best(language),
        course_title_en=title["en"],
        course_code="DSH-1",
        town=town.best(language),
        town_en=town["en"],
        first_day="2018-10-15",
        last_day="2018-10-18",
        hours=1650,
        organiser=organiser.best(language),
        organiser_en=organiser["en"],
        partner=partner.best(language),
        partner_en=partner["en"],
        issued_on="2018-10-18",
        signatories=tuple(
            Signatory(who.best(language), role.best(language), role["en"], role["ru"] if russian else "")
            for who, role in signing
        ),
        rank_en=rank["en"],
        course_kind=CourseKind.TRAINING_OF_TRAINERS if kind is DesignKind.TRAINER else CourseKind.COURSE,
        sessions=(CertificateSession("2018-10-15", title.best(language), 150),) * 6,
        second=second,
        design="draft",
        course_title_ru=title["ru"] if russian else "",
        town_ru=town["ru"] if russian else "",
        organiser_ru=organiser["ru"] if russian else "",
        partner_ru=partner["ru"] if russian else "",
        rank_ru=rank["ru"] if russian else "",
        gender="f",
    )


def _lengthened(facts: CertificateFacts) -> CertificateFacts:
    """Return the sample with long texts and four who sign."""
    fourth = (facts.signatories * 2)[:4]
    return replace(
        facts,
        name=f"{facts.name} {facts.name.split()[0]}зода",
        latin=f"{facts.latin} {facts.latin} {facts.latin}",
        course_title=f"{facts.course_title}: {facts.course_title}",
        course_title_en=f"{facts.course_title_en}: {facts.course_title_en}",
        course_title_ru=f"{facts.course_title_ru}: {facts.course_title_ru}" if facts.course_title_ru else "",
        organiser=f"{facts.organiser}, {facts.partner}",
        signatories=fourth,
        signatures=(facts.signatures * 2)[:4],
        replaces="DSH-2018-K7-00041-11",
    )
