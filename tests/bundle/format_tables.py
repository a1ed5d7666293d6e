"""The tables in `FORMAT.md` that nobody writes by hand: of entities and fields, of kinds of questions.

`python -m tests.bundle.format_tables` puts them into the document anew; a test compares.
"""

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.fields import Entity, Field, FieldKind, MergePolicy, ValueFormat
from trainer_app.domain.base.journal import ATTACHMENT_PARTS, PAPER_PARTS, PartsOf
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.schema import DAY_LENGTH, ENTITIES
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.certificates.certificates import (
    CertificateKind,
    CertificateReceipt,
    DesignKind,
    PrintingKind,
    SignatoryRole,
)
from trainer_app.domain.courses.courses import (
    CourseKind,
    CourseState,
    EnrolmentState,
    ResitRule,
    SessionState,
    TeachingRole,
)
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import HANDLERS, QuestionKind
from trainer_app.domain.exchange.laptops import OfficeRequestKind
from trainer_app.domain.people.persons import ErasureKind, Sex

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "trainer_app" / "bundle" / "FORMAT.md"
BEGIN, END = "<!-- made from the schema: begin -->", "<!-- made from the schema: end -->"

WORDS: Mapping[str, type[StrEnum]] = {
    "course.kind": CourseKind,
    "course.resit_rule": ResitRule,
    "course.state": CourseState,
    "session.state": SessionState,
    "person.sex": Sex,
    "assignment.role": TeachingRole,
    "enrolment.state": EnrolmentState,
    "enrolment.sex": Sex,
    "enrolment.override": CertificateKind,
    "attendance.mark": Mark,
    "attendance.signed": SignatureState,
    "question.kind": QuestionKind,
    "form.kind": FormKind,
    "sitting.occasion": Occasion,
    "paper.occasion": Occasion,
    "feedback_paper.occasion": Occasion,
    "certificate.kind": CertificateKind,
    "certificate.received": CertificateReceipt,
    "printing.kind": PrintingKind,
    "office_user.role": UserRole,
    "attachment.kind": AttachmentKind,
    "template.kind": DesignKind,
    "signatory.role": SignatoryRole,
    "errand.kind": OfficeRequestKind,
    "participation.sex": Sex,
    "participation.state": EnrolmentState,
    "participation.result": CertificateKind,
    "erasure.kind": ErasureKind,
}
"""Texts that are words from a list."""
_USUAL_MOST = Field(FieldKind.NUMBER).most
_WAYS: Mapping[int, str] = {
    id(PAPER_PARTS): "enrolment, occasion, then form, then attempt, each of these two or not",
    id(ATTACHMENT_PARTS): "course or project, kind, sheet, sha256",
}


def tables() -> str:
    """Return the tables of all entities."""
    names = json.loads((ROOT / "resources" / "i18n" / "messages" / "entity.json").read_text("utf-8"))
    parts = [
        f"{_heading(name, entity)}\n\n{_table(name, entity, names)}" for name, entity in ENTITIES.items()
    ]
    return "\n\n".join(parts)


def question_kinds() -> str:
    """Return the table of kinds of questions."""
    rows = (f"| `{kind}` | `{handler.counted_as}` |" for kind, handler in HANDLERS.items())
    return "\n".join(("| kind | counted as |", "|---|---|", *rows))


def made_anew(document: str) -> str:
    """Return the document with its tables as they are made now."""
    for name, made in (("schema", tables()), ("kinds of questions", question_kinds())):
        before, begin, rest = document.partition(f"<!-- made from the {name}: begin -->")
        _, end, after = rest.partition(f"<!-- made from the {name}: end -->")
        document = f"{before}{begin}\n\n{made}\n\n{end}{after}"
    return document


def _heading(name: str, entity: Entity) -> str:
    told = [f"**`{name}`**: {entity.writers}"]
    if entity.parents:
        told.append(f"shown only with its {_listed(entity.parents)}")
    if entity.home:
        told.append(f"belongs to its {_listed(entity.home)}")
    if entity.derived is not None:
        also = ", or made where there is no number" if entity.made_too else ""
        told.append(f"key derived from {_way(entity.derived)}{also}")
    if entity.together:
        told.append(f"in one entry: {_listed(_stems(entity.together))}")
    return "; ".join(told)


def _way(derived: PartsOf) -> str:
    return _WAYS.get(id(derived)) or ", ".join(derived.names)


def _stems(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names with those of a text in several languages as one."""
    languages = tuple(f"_{language}" for language in LANGUAGES)
    found = (
        next((name.removesuffix(end) for end in languages if name.endswith(end)), name) for name in names
    )
    return tuple(dict.fromkeys(found))


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def _table(name: str, entity: Entity, words: Mapping[str, Mapping[str, str]]) -> str:
    lines = ["| field | holds | merge, writers | says |", "|---|---|---|---|"]
    for stem, field in _fields(entity):
        told = words[f"entity.{name}.{stem}"]["en"] if f"entity.{name}.{stem}" in words else ""
        shown = f"`{stem}_{'`, `_'.join(LANGUAGES)}`" if field.language else f"`{stem}`"
        lines.append(f"| {shown} | {_holds(name, stem, field)} | {_merge(field)} | {told} |")
    return "\n".join(lines)


def _fields(entity: Entity) -> Iterator[tuple[str, Field]]:
    """Yield the fields; those of a text in several languages once, by their stem."""
    seen = set()
    for name, field in entity.fields.items():
        stem = name.removesuffix(f"_{field.language}") if field.language else name
        if stem not in seen:
            seen.add(stem)
            yield stem, field


def _holds(entity: str, name: str, field: Field) -> str:
    parts = [f"{field.kind} of `{field.target}`" if field.target else str(field.kind)]
    if found := WORDS.get(f"{entity}.{name}"):
        parts.append("`" + "` `".join(each.value for each in found if each.value) + "`")
    if field.shown is ValueFormat.CLOCK:
        parts.append(f"minutes after midnight, 0 to {DAY_LENGTH}")
    elif field.shown is ValueFormat.LIMIT:
        parts.append("hundredths of a per cent, -1: off")
    elif field.shown is ValueFormat.RANK:
        parts.append("code of a rank, or as typed")
    elif field.kind is FieldKind.NUMBER and field.most != _USUAL_MOST:
        parts.append("up to 2^53 - 1")
    if field.personal:
        parts.append("personal")
    return ", ".join(parts)


def _merge(field: Field) -> str:
    told = [] if field.policy is MergePolicy.PLAIN else [str(field.policy)]
    if field.writers is not None:
        told.append(str(field.writers))
    return ", ".join(told)


if __name__ == "__main__":
    DOCUMENT.write_text(made_anew(DOCUMENT.read_text("utf-8")), encoding="utf-8", newline="\n")
