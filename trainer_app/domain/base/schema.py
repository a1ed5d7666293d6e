"""What is recorded: entities, their fields, and what a merge does with each field.

This is the one place where a field is declared. The projection into database tables, the check of bundles,
the merge, the records' columns, forms, cards, JSON, the columns of lists that others send, and the words of
history and of Review follow from it. Its words are `entity.<entity>.<field>` in `messages/entity.json`.
An entity or field that is not here (from a newer program) is kept in the journal and not projected.
"""

from collections.abc import Callable, Mapping

import msgspec

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.fields import Entity, Field, FieldKind, MergePolicy, ValueFormat, Writers
from trainer_app.domain.base.joint import ANSWER, REQUEST
from trainer_app.domain.base.journal import (
    ATTACHMENT_PARTS,
    PAPER_PARTS,
    Entry,
    decode_entry,
    parts_of,
    told_apart,
)
from trainer_app.domain.base.texts import LANGUAGES

VERSION = 1
"""Version of the entries (`v`)."""

DELETED = "_deleted"
"""The field whose true value deletes a row."""


def _text(*, personal: bool = False) -> Field:
    return Field(FieldKind.TEXT, personal=personal)


def _typed(longest: int = 300, kind: FieldKind = FieldKind.TEXT) -> Field:
    return Field(kind, longest=longest, typed=True)


def _about(longest: int = 300, headings: str = "", *, rare: bool = False) -> Field:
    """Return a text that is typed about a person."""
    return Field(FieldKind.TEXT, personal=True, longest=longest, headings=headings, typed=True, rare=rare)


def _texts(stem: str, *, typed: bool = False) -> dict[str, Field]:
    return {
        f"{stem}_{language}": Field(FieldKind.TEXT, language=language, typed=typed) for language in LANGUAGES
    }


def _lists(stem: str) -> dict[str, Field]:
    return {f"{stem}_{language}": Field(FieldKind.LIST, language=language) for language in LANGUAGES}


def _key(target: str, policy: MergePolicy = MergePolicy.PLAIN) -> Field:
    return Field(FieldKind.KEY, policy, target)


def _shown(shown: ValueFormat, kind: FieldKind = FieldKind.NUMBER) -> Field:
    return Field(kind, shown=shown)


def _frozen(
    kind: FieldKind, target: str = "", shown: ValueFormat = ValueFormat.AS_IS, *, personal: bool = False
) -> Field:
    return Field(kind, MergePolicy.IMMUTABLE, target or None, personal, shown=shown, most=2**53 - 1)


def _team(kind: FieldKind, *, target: str | None = None) -> Field:
    return Field(kind, target=target, writers=Writers.TEAM)


def _office(kind: FieldKind, target: str | None = None) -> Field:
    return Field(kind, target=target, writers=Writers.OFFICE)


_NUMBER, _FLAG = Field(FieldKind.NUMBER), Field(FieldKind.FLAG)
_DAY, _LIST = Field(FieldKind.DAY), Field(FieldKind.LIST)
DAY_LENGTH = 24 * 60
"""Minutes of a day: no session begins or ends beyond them."""
_MOMENT = Field(FieldKind.NUMBER, shown=ValueFormat.MOMENT, most=2**53 - 1)
_KEPT = Field(FieldKind.LIST, shown=ValueFormat.KEPT)
_CLOCK = Field(FieldKind.NUMBER, shown=ValueFormat.CLOCK, most=DAY_LENGTH, typed=True)
_LIMIT = Field(FieldKind.NUMBER, shown=ValueFormat.LIMIT, typed=True)

PLANNED = ("planned_participants", "planned_women", "planned_courses", "planned_districts")
"""Fields of a project that say how much of a figure it plans."""

ENTITIES: Mapping[str, Entity] = {
    "office": Entity(
        {
            **_texts("name"),
            "code": _text(),
            "country": _text(),
            # How long names are kept after a course, and how long laptops keep what is safe at the office.
            "retention_months": _NUMBER,
            "drop_days": _NUMBER,
            "server_password_at": _MOMENT,
            # Spellings of places and units that stay beside others which seem to be the same one.
            "places_kept": _LIST,
            "units_kept": _LIST,
        },
        writers=Writers.OFFICE,
    ),
    "project": Entity(
        {
            "code": _typed(20),
            **_texts("title", typed=True),
            "donor": _typed(200),
            **_texts("partner", typed=True),
            **_texts("organiser", typed=True),
            "head": _typed(120),
            "field_of_work": _typed(200),
            "organiser_logo": _office(FieldKind.KEY, "attachment"),
            "donor_logo": _office(FieldKind.KEY, "attachment"),
            "partner_logo": _office(FieldKind.KEY, "attachment"),
            # Which design each kind of certificate gets; blank: the one that ships.
            "completion_template": _office(FieldKind.KEY, "template"),
            "attendance_template": _office(FieldKind.KEY, "template"),
            "trainer_template": _office(FieldKind.KEY, "template"),
            "first_day": _typed(kind=FieldKind.DAY),
            "last_day": _typed(kind=FieldKind.DAY),
            # What is planned of people (each once), women among them, courses, districts where they are held.
            **dict.fromkeys(PLANNED, _typed(7, FieldKind.NUMBER)),
            "retention_months": _office(FieldKind.NUMBER),
        },
        writers=Writers.MAKER,
    ),
    "course": Entity(
        {
            "code": _typed(20),
            "project": Field(FieldKind.KEY, target="project", typed=True),
            **_texts("title", typed=True),
            "kind": _typed(),
            "venue": _typed(160),
            "town": _typed(80),
            "district": _typed(80),
            "zone": _text(),
            "first_day": _typed(kind=FieldKind.DAY),
            "last_day": _typed(kind=FieldKind.DAY),
            "languages": _typed(kind=FieldKind.LIST),
            "capacity": _typed(kind=FieldKind.NUMBER),
            **dict.fromkeys(("share_limit", "test_limit"), _LIMIT),
            "late_after": _typed(kind=FieldKind.NUMBER),
            "resit_rule": _text(),
            "state": _text(),
            # Who closed it and when, what was open then ("marks 12") and why that may be.
            "closed_by": _text(personal=True),
            "closed_at": _MOMENT,
            "left_open": _LIST,
            "left_open_reason": _text(personal=True),
            # Written by earlier builds alone: putting a course away is a setting of one computer now.
            "archived": _FLAG,
            "retention_day": _office(FieldKind.DAY),
            # Whoever teaches says how far a course has come; only the office that it is approved, or no more.
            "approved": _office(FieldKind.FLAG),
            "reopened_reason": Field(FieldKind.TEXT, personal=True, writers=Writers.OFFICE),
        }
    ),
    # What the office approved: figures and fingerprint as they were, and what reports are counted from:
    # of the course here, of each participation in a row of its own. See `domain.office.approvals`.
    "approval": Entity(
        {
            "course": _key("course"),
            "at": _MOMENT,
            "by": _text(personal=True),
            "reason": _text(personal=True),
            **dict.fromkeys(("fingerprint", "figures", "seen"), _shown(ValueFormat.CODE, FieldKind.TEXT)),
            **dict.fromkeys(("code", "project_code", "donor", "field_of_work", "town", "district"), _text()),
            **dict.fromkeys(("first_day", "last_day"), _DAY),
            **dict.fromkeys(("trainers", "sessions", "left_out", "scans"), _LIST),
            "marked": _FLAG,
        },
        parents=("course",),
        home=("course",),
        writers=Writers.OFFICE,
    ),
    # The enrolment and the person may go; what was counted of them stays.
    "participation": Entity(
        {
            "approval": _key("approval"),
            "enrolment": _key("enrolment"),
            "person": _key("person"),
            "sex": _text(personal=True),
            "rank": Field(FieldKind.TEXT, personal=True, shown=ValueFormat.RANK),
            **dict.fromkeys(("unit", "duty_district"), _text(personal=True)),
            **dict.fromkeys(("state", "result", "serial"), _text()),
            **dict.fromkeys(("days", "sessions", "certificates", "tests"), _KEPT),
            **dict.fromkeys(("pre", "post"), _shown(ValueFormat.SHARE)),
        },
        parents=("approval",),
        home=("approval",),
        derived=parts_of("approval", "enrolment"),
        writers=Writers.OFFICE,
    ),
    # Another laptop that may write about a course: whoever may do so himself takes it in.
    "team": Entity(
        {"course": _key("course"), "device": _text()},
        parents=("course",),
        home=("course",),
        derived=parts_of("course", "device"),
    ),
    "session": Entity(
        {
            "course": _key("course"),
            "day": _typed(kind=FieldKind.DAY),
            **dict.fromkeys(("start", "end"), _CLOCK),
            **_texts("topic", typed=True),
            "room": _typed(80),
            "trainers": _typed(kind=FieldKind.LIST),
            "state": _text(),
            "cancel_reason": _text(),
            "locked": _FLAG,
            "lock_reason": Field(FieldKind.TEXT, MergePolicy.NEWEST),
            "locked_by": _text(),
            "locked_at": _MOMENT,
            "counted": _NUMBER,
        },
        parents=("course",),
        home=("course",),
    ),
    "person": Entity(
        {
            "family": _about(80, "насаб|фамилия|surname|last name|family name|family"),
            "given": _about(80, "ном|имя|name|first name|given name|given names|номи шахс"),
            "patronymic": _about(
                80,
                "номи падар|исми падар|насаби падар|отчество|patronymic|middle name|fathers name|father name",
            ),
            "latin": _about(
                120,
                "лотинӣ|латинӣ|бо лотинӣ|бо ҳарфҳои лотинӣ|бо ҳуруфи лотинӣ|ном бо лотинӣ|"
                "ному насаб бо лотинӣ|латиница|латиницей|на латинице|имя латиницей|фио латиницей|"
                "фио на латинице|на английском|фио на английском|фио англ|latin|in latin|name in latin|"
                "latin spelling|latin name|name in english|english name|passport spelling|"
                "name as in passport|as in passport|spelling in passport|english|инглисӣ|бо забони инглисӣ|"
                "англ|английский|in english",
            ),
            "sex": _about(headings="ҷинс|ҷинсият|мард зан|зан мард|м з|з м|пол|м ж|ж м|sex|gender|m f|f m"),
            "rank": Field(
                FieldKind.TEXT,
                personal=True,
                shown=ValueFormat.RANK,
                headings="рутба|рутбаи махсус|рутбаи ҳарбӣ|унвон|унвони махсус|звание|спецзвание|"
                "специальное звание|воинское звание|чин|rank|police rank",
                typed=True,
            ),
            "position": _about(
                headings="вазифа|вазифаи ишғолнамуда|мансаб|должность|position|job title|post|function"
            ),
            "unit": _about(
                300,
                "ҷойи хизмат|ҷои хизмат|ҷойи кор|ҷои кор|шуъба|шӯъба|раёсат|воҳид|идора|ташкилот|мақомот|"
                "подразделение|место службы|место работы|орган|отдел|отделение|организация|овд|шкд|unit|"
                "department|organisation|organization|workplace|place of work|duty station|name of unit|"
                "division|office",
            ),
            "duty_district": _about(
                300,
                "ноҳия|шаҳр|шаҳру ноҳия|шаҳр ноҳия|ноҳияи хизмат|минтақа|вилоят|район|город|город район|"
                "район службы|регион|область|district|region|city|town|duty district",
            ),
            "phone": _about(
                60,
                "телефон|тел|рақами телефон|телефони мобилӣ|номер телефона|мобильный|мобильный телефон|"
                "контакт|контакты|контактный телефон|phone|mobile|phone number|telephone|contact",
                rare=True,
            ),
            "email": _about(
                120,
                "почта|электронная почта|эл почта|почтаи электронӣ|суроғаи электронӣ|email|e mail|mail",
                rare=True,
            ),
            "service_number": _about(
                40,
                "рақами шахсӣ|рақами хизматӣ|личный номер|табельный номер|жетон|service number|badge number",
                rare=True,
            ),
            "birth_year": Field(
                FieldKind.NUMBER,
                personal=True,
                longest=4,
                headings="соли таваллуд|санаи таваллуд|рӯзи таваллуд|таваллуд|год рождения|дата рождения|"
                "г р|year of birth|date of birth|birth year|birth date|dob",
                typed=True,
                rare=True,
                apart=True,
            ),
            # The names are gone for good; what is counted of the person stays.
            "erased": Field(FieldKind.FLAG, MergePolicy.STICKY, writers=Writers.OFFICE),
        }
    ),
    # What somebody said of two people: one person, or not the same. It has no direction, so that two laptops
    # meet in it. See `domain.people.persons`.
    "pair": Entity(
        {"first": _key("person"), "second": _key("person"), "one": _FLAG, "shown": _key("person")},
        parents=("first", "second"),
        together=("one", "shown"),
        home=("first", "second"),
        derived=parts_of("first", "second"),
    ),
    "assignment": Entity(
        {"course": _key("course"), "person": _key("person"), "role": _text()},
        parents=("course", "person"),
        home=("course",),
        derived=parts_of("course", "person"),
    ),
    "enrolment": Entity(
        {
            "course": _key("course"),
            "person": _key("person"),
            "number": Field(
                FieldKind.NUMBER,
                headings="№|№№|n|no|nr|#|р/т|т/р|п/п|№ п/п|рақам|рақами тартибӣ|номер|номер по порядку|"
                "number",
            ),
            "state": _text(),
            "replaces": _key("enrolment"),
            "from_day": _DAY,
            # The sessions from which somebody takes part, or no longer does.
            "from_session": _key("session"),
            "gone_from": _key("session"),
            # What the person was at this course, whatever becomes of them later. Where `facts` is set all of
            # them are carried, blank ones too; entries from before read the person's.
            "facts": Field(FieldKind.FLAG, MergePolicy.STICKY),
            "sex": _text(personal=True),
            "rank": Field(FieldKind.TEXT, personal=True, shown=ValueFormat.RANK),
            "position": _text(personal=True),
            "unit": _text(personal=True),
            "duty_district": _text(personal=True),
            "remark": Field(
                FieldKind.TEXT,
                personal=True,
                headings="эзоҳ|эзоҳот|примечание|примечания|remark|remarks|note|notes|comment",
            ),
            "override": _text(),
            "override_reason": _text(personal=True),
            # The very text that was read: any later correction takes the check back by itself.
            "name_checked": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
            "name_checked_by": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
        },
        parents=("course", "person"),
        home=("course",),
        derived=parts_of("course", "person"),
    ),
    "attendance": Entity(
        {
            "enrolment": _key("enrolment"),
            "session": _key("session"),
            "mark": _text(),
            **dict.fromkeys(("missed", "early"), _shown(ValueFormat.MINUTES)),
            "arrived": Field(FieldKind.NUMBER, shown=ValueFormat.CLOCK, most=DAY_LENGTH),
            "remark": _text(personal=True),
            "signed": _text(),
            "settled": _text(personal=True),
        },
        parents=("enrolment", "session"),
        together=("mark", "missed", "early", "arrived"),
        home=("enrolment", "session"),
        derived=parts_of("enrolment", "session"),
    ),
    "question": Entity(
        {
            "kind": _text(),
            "name": _text(),
            "topic": _text(),
            **_texts("text"),
            **_lists("options"),
            **_lists("notes"),
            "accepted": _LIST,
            # One for each option, or for each answer that is accepted.
            "credits": _LIST,
            "points": _NUMBER,
            **_texts("explanation"),
            "fixed_order": _FLAG,
            "previous": _key("question"),
            "archived": _FLAG,
        },
        together=(*_lists("options"), "accepted", "credits"),
        writers=Writers.MAKER,
    ),
    "form": Entity(
        {
            "kind": _text(),
            **_texts("title"),
            **_texts("intro"),
            "questions": _LIST,
            "shuffled": _FLAG,
            "version": _NUMBER,
            "previous": _key("form"),
            # Whoever uses it first.
            "frozen": Field(FieldKind.TEXT, MergePolicy.IMMUTABLE, writers=Writers.ANYBODY),
            "archived": _FLAG,
        },
        writers=Writers.MAKER,
    ),
    "sitting": Entity(
        {
            "course": _key("course"),
            "form": _key("form"),
            "occasion": _text(),
            "language": _shown(ValueFormat.LANGUAGE, FieldKind.TEXT),
            "minutes": _shown(ValueFormat.MINUTES),
            "double": _FLAG,
            "paged": _FLAG,
        },
        parents=("course", "form"),
        home=("course",),
        derived=parts_of("course", "form", "occasion"),
    ),
    "paper": Entity(
        {
            "course": _key("course"),
            "enrolment": _key("enrolment"),
            "form": _key("form"),
            "occasion": _text(),
            "attempt": _NUMBER,
            "number": _NUMBER,
            **dict.fromkeys(("points", "out_of"), _shown(ValueFormat.POINTS)),
            # Who keyed in half of it here and half of it there is no question for Review.
            "language": Field(FieldKind.TEXT, MergePolicy.NEWEST, shown=ValueFormat.LANGUAGE),
            "keyed_by": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
            "checked_by": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
            "started": msgspec.structs.replace(_MOMENT, policy=MergePolicy.NEWEST),
            "finished": _FLAG,
        },
        parents=("course", "enrolment"),
        together=("points", "out_of"),
        home=("enrolment",),
        derived=PAPER_PARTS,
    ),
    # Corrected by whoever sees the older value; two that did not know of each other wait for a decision.
    "answer": Entity(
        {
            "paper": _key("paper"),
            "question": _key("question"),
            "value": _text(personal=True),
            "second": _text(personal=True),
        },
        parents=("paper",),
        home=("paper",),
        derived=parts_of("paper", "question"),
    ),
    "feedback_paper": Entity(
        {
            "course": _key("course"),
            "form": _key("form"),
            "occasion": _text(),
            "day": _DAY,
            "number": _NUMBER,
            "answers": _LIST,
            "second": _LIST,
        },
        parents=("course", "form"),
        home=("course",),
        derived=parts_of("course", "form", "occasion", "number"),
        made_too=True,
    ),
    "certificate": Entity(
        {
            "enrolment": _frozen(FieldKind.KEY, target="enrolment"),
            **dict.fromkeys(("kind", "serial"), _frozen(FieldKind.TEXT)),
            "language": _frozen(FieldKind.TEXT, shown=ValueFormat.LANGUAGE),
            "facts": _frozen(FieldKind.TEXT, shown=ValueFormat.PRINTED, personal=True),
            **dict.fromkeys(
                ("credential", "badge"), _frozen(FieldKind.TEXT, shown=ValueFormat.CODE, personal=True)
            ),
            # What lists of the void name it by, once the credential is erased.
            "credential_id": _frozen(FieldKind.TEXT, shown=ValueFormat.CODE),
            "issued_on": _frozen(FieldKind.DAY),
            "void": Field(FieldKind.FLAG, MergePolicy.STICKY),
            "reason": _text(personal=True),
            "replaced_by": _key("certificate"),
            # Whoever of the team hands the paper over.
            "received": _team(FieldKind.TEXT),
            "received_on": _team(FieldKind.DAY),
        },
        parents=("enrolment",),
        together=("received", "received_on"),
        writers=Writers.ISSUER,
        home=("enrolment",),
    ),
    # One row for each time: counted together, so that two laptops never contradict each other.
    "printing": Entity(
        {"certificate": _key("certificate"), "on": _DAY, "copies": _NUMBER, "kind": _text()},
        parents=("certificate",),
        home=("certificate",),
    ),
    "attachment": Entity(
        {
            "course": _key("course"),
            "project": _key("project"),
            "kind": _text(),
            "sheet": _text(),
            "page": _NUMBER,
            # Two trainers may attach the very same scan, under two names and on two days.
            "name": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
            "media": _text(),
            "sha256": _frozen(FieldKind.TEXT),
            "size": _NUMBER,
            "added_on": Field(FieldKind.DAY, MergePolicy.NEWEST),
            "travels": Field(FieldKind.FLAG, MergePolicy.STICKY),
        },
        home=("course", "project"),
        derived=ATTACHMENT_PARTS,
    ),
    # A design of certificates as one file. Saving it again is a new row, so what was issued keeps its own.
    "template": Entity(
        {
            "name": _text(),
            "kind": _text(),
            "sha256": _frozen(FieldKind.TEXT),
            "size": _NUMBER,
            "archived": _FLAG,
        },
        writers=Writers.MAKER,
    ),
    # Who signs, for a whole project or for one course; without a row the head and the lead trainer do.
    "signatory": Entity(
        {
            "project": _key("project"),
            "course": _key("course"),
            "role": _text(),
            "number": _NUMBER,
            **_texts("name"),
            **_texts("title"),
            "signature": _key("attachment"),
        },
        home=("project", "course"),
    ),
    # What was erased, by whom and why: it names nobody. See `domain.erasing`.
    "erasure": Entity(
        {
            "kind": _frozen(FieldKind.TEXT),
            "day": _frozen(FieldKind.DAY),
            **dict.fromkeys(("by", "reason", "reference"), _frozen(FieldKind.TEXT)),
            "person": _frozen(FieldKind.KEY, target="person"),
            "courses": _frozen(FieldKind.LIST),
            **dict.fromkeys(("people", "kept", "entries", "certificates", "scans"), _NUMBER),
        },
        writers=Writers.OFFICE,
    ),
    # That a report with names of participants left the program: by whom, when, on which courses.
    "release": Entity(
        {
            **dict.fromkeys(("kind", "form", "by", "scope"), _frozen(FieldKind.TEXT)),
            **dict.fromkeys(("at", "people"), _frozen(FieldKind.NUMBER)),
            **dict.fromkeys(("first_day", "last_day"), _frozen(FieldKind.DAY)),
        },
        writers=Writers.MAKER,
    ),
    # Somebody who opens the office's data with a passphrase of their own, and what they may do there: what
    # counts is what the office's root key signed. See `domain.base.rights`.
    "office_user": Entity(
        {
            "name": _text(personal=True),
            "short": _text(personal=True),
            **dict.fromkeys(("role", "recipient", "signer", "signature"), _text()),
            "given": Field(FieldKind.FLAG),
            "removed": Field(FieldKind.FLAG, MergePolicy.STICKY),
        },
        together=("role", "recipient", "signer", "signature", "given"),
        writers=Writers.OFFICE,
    ),
    # What takes two heads: who asked for what and why, and what another one answered, each signed by their
    # own key. See `domain.base.joint`.
    "joint_decision": Entity(
        {
            **dict.fromkeys(REQUEST, _frozen(FieldKind.TEXT)),
            "subjects": _frozen(FieldKind.LIST),
            "at": _frozen(FieldKind.NUMBER),
            **dict.fromkeys(ANSWER, _text()),
            "answered_at": _MOMENT,
        },
        together=ANSWER,
        writers=Writers.OFFICE,
    ),
    # What the office says to what a laptop proposed, by the id of its entry.
    "decision": Entity(
        {"entry": _text(), "device": _text(), "taken": _FLAG, "reason": _text(personal=True)},
        writers=Writers.OFFICE,
    ),
    # What the office asks of one laptop. Done on two of its copies is done.
    "errand": Entity(
        {
            "device": _text(),
            "kind": _text(),
            "text": _text(personal=True),
            "course": _key("course"),
            "asked_on": _DAY,
            "withdrawn": Field(FieldKind.FLAG, MergePolicy.STICKY),
            "answer": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True, writers=Writers.ADDRESSEE),
            "done_on": Field(FieldKind.DAY, MergePolicy.NEWEST, writers=Writers.ADDRESSEE),
        },
        together=("answer", "done_on"),
        writers=Writers.OFFICE,
    ),
}


def fields_of(entity: str) -> Mapping[str, Field]:
    """Return the fields of an entity; none of one that this program does not know."""
    found = ENTITIES.get(entity)
    return found.fields if found else {}


def field_of(entity: str, name: str) -> Field | None:
    """Return a field's description; None for one that this program does not know."""
    return fields_of(entity).get(name)


def typed_fields(entity: str) -> dict[str, Field]:
    """Return the fields that people type, in the order of forms."""
    return {name: field for name, field in ENTITIES[entity].fields.items() if field.typed}


def field_label(entity: str, name: str) -> Label:
    """Return what a field is called within a sentence: "telephone", "title (Russian)".

    As a caption it begins with a capital: `system.messages.caption`.
    """
    field = field_of(entity, name)
    if field is None or not field.language:
        return Label(f"entity.{entity}.{name}")
    stem = Label(f"entity.{entity}.{name.removesuffix(f'_{field.language}')}")
    return Label("entity.in_language", {"field": stem, "language": Label(f"language.{field.language}")})


def policy_of(entity: str, name: str) -> MergePolicy:
    """Return a field's merge policy; unknown fields are plain."""
    found = field_of(entity, name)
    return found.policy if found else MergePolicy.PLAIN


def project(entity: str, row: Mapping[str, object]) -> dict[str, object]:
    """Return the part of a row that this program shows: known fields, of the right type, not blank.

    A value of another type (from a damaged or hostile file) stays in the journal and is not shown.
    """
    found = ENTITIES.get(entity)
    if found is None:
        return {}
    return {name: row[name] for name, field in found.fields.items() if name in row and field.fits(row[name])}


def fits(entity: str, name: str, value: object) -> bool:
    """Tell whether a field can show a value that is no blank; one that this program does not know may."""
    field = field_of(entity, name)
    return field is None or field.fits(value)


type Upcaster = Callable[[Entry], Entry]

UPCASTERS: Mapping[int, Upcaster] = {}
"""By the version they start from. Version 1 is the first, so there is none yet."""


def upgrade(entry: Entry, upcasters: Mapping[int, Upcaster] = UPCASTERS, version: int = VERSION) -> Entry:
    """Return the entry in `version`. Newer and erased entries are returned as they are.

    Raises ValueError when an upcaster is missing or does not raise the version by one.
    """
    while entry.v < version and not entry.erased:
        upcaster = upcasters.get(entry.v)
        if upcaster is None:
            raise ValueError(f"no upcaster from version {entry.v}")
        raised = upcaster(entry)
        if raised.v != entry.v + 1 or (raised.r, raised.n, raised.t) != (entry.r, entry.n, entry.t):
            raise ValueError(f"the upcaster from version {entry.v} changed more than it may")
        entry = raised
    return entry


def read_entry(line: bytes) -> Entry:
    """Read a line as this program understands it. Raises `BadEntry` as `decode_entry` does."""
    entry = told_apart(decode_entry(line))
    return entry if entry.v >= VERSION else upgrade(entry, UPCASTERS, VERSION)


def raise_version(entry: Entry, **changes: object) -> Entry:
    """Return the entry one version higher, with some members replaced: the body of most upcasters."""
    return msgspec.structs.replace(entry, v=entry.v + 1, **changes)
