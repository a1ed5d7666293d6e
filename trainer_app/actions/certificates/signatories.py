"""Who signs the certificates of a project, or of one course; and which designs have their file here.

By default the head of the programme and the lead trainer sign, two at most.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import projects
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.courses.projects import get_project, read_logo
from trainer_app.domain.attendance.sheets import Attachment, AttachmentKind
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.structs import value_onto
from trainer_app.domain.base.texts import LANGUAGES, Texts, words
from trainer_app.domain.certificates.certificates import (
    FEWEST_BY_RULE,
    MOST_SIGNATORIES,
    Design,
    Signatory,
    SignatoryLine,
    SignatoryRole,
    check_signatories,
)
from trainer_app.domain.courses.courses import CourseView, Project, Teacher, TeachingRole
from trainer_app.domain.people.latin import to_latin
from trainer_app.domain.people.persons import head_of
from trainer_app.store.attendance.marks import get_attachment, put_blob, read_blob
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates.certificates import list_certificates, list_signatories, list_templates
from trainer_app.store.people import people


class SignatureSet(Struct, frozen=True):
    """Who signs, as frozen into a certificate; `signatures` are the SHA-256 of pictures, "" for none."""

    signatories: tuple[Signatory, ...]
    signatures: tuple[str, ...]


def lines_of(
    work: Workplace, *, project: str | None = None, course: str | None = None
) -> list[SignatoryLine]:
    """Return who was set to sign for a project, or for a course alone; empty where nobody was."""
    return list_signatories(work.database, project=project, course=course)


def proposed(
    work: Workplace, *, project: str | None = None, course: str | None = None
) -> list[SignatoryLine]:
    """Return the lines to begin with: those that are set, the project's for a course, or the rule's."""
    if course is not None:
        own = lines_of(work, course=course)
        project = get_course(work, course).course.project
        if own or project is None:
            return own or _by_rule(None)
        # For the course they become lines of their own, the project's stay as they are.
        return [_copied(line) for line in proposed(work, project=project)]
    return lines_of(work, project=project) or _by_rule(get_project(work, project or ""))


@guarded
def set_signatories(
    work: Workplace,
    lines: Sequence[SignatoryLine],
    *,
    project: str | None = None,
    course: str | None = None,
    opened: Sequence[SignatoryLine] | None = None,
) -> Changes:
    """Set who signs for a project or a course, in this order, as one step; none brings the rule back.

    `opened` are the lines that the form was opened with; raises ChangedMeanwhile for "order" where there are
    others now. Raises template.too_many_signatories, template.signatory_without_name, attachments.*.
    """
    with work.journal.transaction():
        if opened is not None:
            now = tuple(proposed(work, project=project, course=course))
            lines = value_onto("order", now, tuple(lines), tuple(opened))
        return _set_signatories(work, lines, project=project, course=course)


def _set_signatories(
    work: Workplace, lines: Sequence[SignatoryLine], *, project: str | None, course: str | None
) -> Changes:
    check_signatories(tuple(lines))
    _check_owner(work, project, course)
    old = {line.key for line in lines_of(work, project=project, course=course)}
    contents: list[bytes] = []
    writes: list[Write] = []
    for number, line in enumerate(lines, start=1):
        signature = line.signature
        if line.picture is not None:
            content = read_logo(work, line.picture)
            made = projects.attachment_write(
                work, line.picture, content, kind=AttachmentKind.SIGNATURE, project=project, course=course
            )
            contents.append(content)
            writes.append(made)
            signature = made.key
        fields: dict[str, Value] = {
            "project": project,
            "course": course,
            "role": line.role.value,
            "number": number,
            **line.name.fields("name"),
            **line.title.fields("title"),
            "signature": signature or None,
        }
        writes.append(
            Write("signatory", line.key or work.journal.make_key(project or "", course or ""), fields)
        )
    kept = {line.key for line in lines}
    writes += [Write("signatory", key, delete=True) for key in sorted(old - kept)]
    for content in contents:
        put_blob(work.database, content)
    return work.journal.record(Label("template.step.signatories"), writes)


def signed(work: Workplace, view: CourseView, language: str, second: str) -> SignatureSet:
    """Return who signs the certificates of a course, in a language and a second one."""
    set_lines = _set_for(work, view)
    lines = set_lines or _by_rule(view.project)
    most = MOST_SIGNATORIES if set_lines else FEWEST_BY_RULE
    found: list[tuple[Signatory, str]] = []
    # Who leads is written as whoever signs beside: in full, unless that name was given with initials.
    beside = [line.name.best(language) for line in lines if line.role is SignatoryRole.PERSON]
    short = any("." in name for name in beside)
    for line in lines:
        names = _names(work, view, line, language, short=short)
        # A signature is one person's: where several lead the course, none of them signs with it.
        picture = _picture(work, line) if len(names) == 1 else ""
        title_ru = line.title["ru"] if second == "ru" else ""
        title = line.title.best(language)
        found += [(Signatory(name, title, line.title["en"], title_ru), picture) for name in names]
    found = found[:most]
    pictures = tuple(picture for _, picture in found)
    return SignatureSet(tuple(each for each, _ in found), pictures if any(pictures) else ())


def lines_without_lead(work: Workplace, course: str) -> int:
    """Return how many lines certificates should have where one is a lead trainer's and nobody leads; else 0.

    That line is left out; where it is the only one, nobody signs.
    """
    view = get_course(work, course)
    if any(teacher.role is TeachingRole.LEAD_TRAINER for teacher in view.teachers):
        return 0
    lines = _set_for(work, view) or _by_rule(view.project)
    return len(lines) if any(line.role is SignatoryRole.LEAD_TRAINER for line in lines) else 0


def elsewhere(work: Workplace, course: str) -> list[Texts]:
    """Return whose scanned signature was set for a course and is not on this computer: they sign by hand."""
    project = get_course(work, course).course.project
    lines = lines_of(work, course=course) or (lines_of(work, project=project) if project else [])
    return [line.name for line in lines if line.signature and not _picture(work, line)]


def signature_files(
    work: Workplace, *, project: str | None = None, course: str | None = None
) -> list[Attachment]:
    """Return the scanned signatures of those who sign for a project or course, without their content."""
    keys = [line.signature for line in lines_of(work, project=project, course=course) if line.signature]
    found = (get_attachment(work.database, key) for key in keys)
    return [one for one in found if one is not None]


def signature_picture(work: Workplace, line: SignatoryLine) -> bytes | None:
    """Return the scanned signature of a line, None if it has none or it is not here."""
    found = _picture(work, line)
    return read_blob(work.database, found) if found else None


def _check_owner(work: Workplace, project: str | None, course: str | None) -> None:
    if course is not None:
        get_course(work, course)
    else:
        get_project(work, project or "")


def _set_for(work: Workplace, view: CourseView) -> list[SignatoryLine]:
    """Return who was set to sign for a course, or else for its project; empty where the rule holds."""
    own = lines_of(work, course=view.course.key)
    return own if own or view.project is None else lines_of(work, project=view.project.key)


def _by_rule(project: Project | None) -> list[SignatoryLine]:
    lead = SignatoryLine(SignatoryRole.LEAD_TRAINER, title=words("signatory.lead"))
    if project is None or not project.head:
        return [lead]
    name = Texts.by_script(project.head, to_latin(project.head))
    return [SignatoryLine(SignatoryRole.PERSON, name, words("signatory.head")), lead]


def _copied(line: SignatoryLine) -> SignatoryLine:
    return SignatoryLine(line.role, line.name, line.title, line.signature)


def _names(
    work: Workplace, view: CourseView, line: SignatoryLine, language: str, *, short: bool
) -> list[str]:
    if line.role is SignatoryRole.PERSON:
        return [line.name.best(language)]
    leading = [teacher for teacher in view.teachers if teacher.role is TeachingRole.LEAD_TRAINER]
    names = [_initialled(work, teacher) if short else teacher.name for teacher in leading]
    return [to_latin(name) for name in names] if LANGUAGES[language].latin else names


def _initialled(work: Workplace, teacher: Teacher) -> str:
    """Return a name with an initial: "Д. Назарова"."""
    person = head_of(people.find_people(work.database), teacher.person)
    if not person.given or not person.family:
        return teacher.name
    return f"{person.given[0]}. {person.family}"


def _picture(work: Workplace, line: SignatoryLine) -> str:
    """Return the SHA-256 of a line's signature if it is here; "" else, and the paper is signed by hand."""
    found = get_attachment(work.database, line.signature) if line.signature else None
    return found.sha256 if found is not None and found.here else ""


def waiting_to_send(work: Workplace, confirmed: frozenset[str]) -> list[Design]:
    """Return the designs whose file did not arrive at the office yet, as far as is known here."""
    found = [each for each in list_templates(work.database) if each.here]
    return list({each.ref: each for each in found if each.ref not in confirmed}.values())


def held(work: Workplace) -> list[Design]:
    """Return the designs whose file is here."""
    return [each for each in list_templates(work.database) if each.here]


def issued_with(work: Workplace, courses: Iterable[str]) -> list[Design]:
    """Return the designs whose file is here and with which certificates of courses were issued."""
    refs = {found.facts.design for course in courses for found in list_certificates(work.database, course)}
    return [design for design in held(work) if design.ref in refs]
