"""Open data: which tables leave the office for those who reckon themselves, and what stands in them.

Described as a Data Package (version 2.0, https://datapackage.org): tables, fields, keys, what they refer to.
Files of it are made of the same descriptions, so that a descriptor never says what is not there.

Without names a person is a key that a secret of this office makes: the same person has the same key in
the next export of the same scope, and another one in every other scope and in exports with names, so that two
recipients cannot join what they were given. What could name somebody is not there: names, numbers on the list
and on papers, serials, remarks, free words of an answer; nothing stands in the order of a list. Sex, rank,
district and unit are told where at least `MIN_ANSWERS` of the course have the same of all that is told.
Such data are pseudonymous, not anonymous: who knows somebody's marks finds them. The description says so.
"""

import hashlib
import hmac
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.base.settings import Setting
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import CourseKind, CourseState, EnrolmentState, SessionState
from trainer_app.domain.evaluations.forms import MIN_ANSWERS, FormKind, Occasion
from trainer_app.domain.evaluations.questions import QuestionKind
from trainer_app.domain.people.persons import Sex

type Value = str | int | float | bool | date | None
"""A cell; None for blank."""
type Row = Sequence[Value]

SECRET = Setting("open_data_secret", "", str)
"""What the keys of people are made with, in hex; "" before the first export. It never travels."""
PROFILES = "https://datapackage.org/profiles/2.0"


class OpenType(StrEnum):
    """Types of fields, by their names in a table schema."""

    TEXT = "string"
    WHOLE = "integer"
    NUMBER = "number"
    FLAG = "boolean"
    DAY = "date"


class OpenField(Struct, frozen=True):
    """A field. `typed` texts are what people typed; `named` ones are there only in exports with names.

    `refers` is (table, field); `codes` are all values that there are; `blank` says that it may be empty.
    """

    name: str
    about: str
    type: OpenType = OpenType.TEXT
    typed: bool = False
    named: bool = False
    blank: bool = True
    refers: tuple[str, str] | None = None
    codes: tuple[str, ...] = ()

    def document(self) -> dict[str, object]:
        """Return it as a field of a table schema."""
        limits: dict[str, object] = {} if self.blank else {"required": True}
        if self.codes:
            limits["enum"] = list(self.codes)
        about = {"name": self.name, "type": self.type.value, "description": self.about}
        return {**about, "constraints": limits} if limits else {**about}


class OpenTable(Struct, frozen=True):
    """A table: its name, what a row is, its fields in their order, and the fields that tell rows apart."""

    name: str
    about: str
    fields: tuple[OpenField, ...]
    key: tuple[str, ...]

    def shown(self, *, names: bool) -> tuple[OpenField, ...]:
        """Return its fields in an export with or without names."""
        return tuple(field for field in self.fields if names or not field.named)

    def document(self, *, names: bool) -> dict[str, object]:
        """Return its table schema."""
        shown = self.shown(names=names)
        keys = [
            {"fields": [field.name], "reference": {"resource": field.refers[0], "fields": [field.refers[1]]}}
            for field in shown
            if field.refers is not None
        ]
        return {
            "$schema": f"{PROFILES}/tableschema.json",
            "fields": [field.document() for field in shown],
            "primaryKey": list(self.key),
            "missingValues": [""],
            **({"foreignKeys": keys} if keys else {}),
        }


def _key(name: str, about: str) -> OpenField:
    return OpenField(name, about, blank=False)


def _to(table: str, about: str, *, blank: bool = False, name: str = "") -> OpenField:
    target = table.removesuffix("s") if table != "people" else "person"
    return OpenField(name or target, about, blank=blank, refers=(table, target))


def _whole(name: str, about: str, *, blank: bool = True, named: bool = False) -> OpenField:
    return OpenField(name, about, OpenType.WHOLE, blank=blank, named=named)


def _number(name: str, about: str) -> OpenField:
    return OpenField(name, about, OpenType.NUMBER)


def _typed(name: str, about: str, *, named: bool = False) -> OpenField:
    return OpenField(name, about, typed=True, named=named)


def _codes(name: str, about: str, codes: Iterable[str], *, blank: bool = False) -> OpenField:
    return OpenField(name, about, blank=blank, codes=tuple(code for code in codes if code))


def _day(name: str, about: str) -> OpenField:
    return OpenField(name, about, OpenType.DAY)


def _flag(name: str, about: str) -> OpenField:
    return OpenField(name, about, OpenType.FLAG, blank=False)


def _texts(stem: str, about: str) -> tuple[OpenField, ...]:
    return tuple(_typed(f"{stem}_{code}", f"{about}, in {of.english}") for code, of in LANGUAGES.items())


EXPECTED_ABOUT = (
    "At how many sessions the person is expected, cancelled ones too; 0 in a row that does not lead"
)
_LEADING = "Key of the participation that counts for the person here: its own, but for who stands there twice"
_WHERE_FIVE = f"told where at least {MIN_ANSWERS} of the course share it, always in exports with names"

TABLES: tuple[OpenTable, ...] = (
    OpenTable(
        "places",
        "A town with its district where courses take place, spelt as it was typed.",
        (
            _key("place", "Key, made of both texts"),
            _typed("town", "Town"),
            _typed("district", "District"),
            _typed("town_latin", "The town in Latin letters"),
            _typed("district_latin", "The district in Latin letters"),
            OpenField(
                "code", "Of the town, else the district, in the program's own list of places; no P-code"
            ),
            _number("latitude", "Of the town, else of the district's seat, in degrees (WGS 84)"),
            _number("longitude", "The same"),
        ),
        ("place",),
    ),
    OpenTable(
        "courses",
        "A course.",
        (
            _key("course", "Key"),
            _typed("code", "The course's code"),
            _typed("project", "Code of its project"),
            _typed("donor", "Donor of its project"),
            *_texts("title", "Title"),
            _codes("kind", "What sort of event it is", CourseKind),
            _to("places", "Where it takes place", blank=True),
            _typed("venue", "Venue"),
            _day("first_day", "First day"),
            _day("last_day", "Last day"),
            _whole("capacity", "Places for participants"),
            _number("share_limit", "Per cent of the held minutes that completion takes; blank: not asked"),
            _number("test_limit", "Per cent of the post-test that completion takes; blank: not asked"),
            _codes("state", "How far it has come", CourseState),
        ),
        ("course",),
    ),
    OpenTable(
        "sessions",
        "A session of a course. A cancelled one counts for nobody.",
        (
            _key("session", "Key"),
            _to("courses", "Its course"),
            _whole("number", "Its place in the course, from 1", blank=False),
            _day("day", "Day"),
            OpenField("start", "Begin, HH:MM at the place of the course"),
            OpenField("end", "End, HH:MM"),
            _whole("minutes", "Planned minutes", blank=False),
            *_texts("topic", "Topic"),
            _typed("room", "Room, if not the venue"),
            _codes("state", "Whether it was held", SessionState),
            _whole("trainers", "How many trainers are named in it", blank=False),
        ),
        ("session",),
    ),
    OpenTable(
        "people",
        "A participant. People who were joined are one.",
        (
            _key("person", "Pseudonymous key"),
            _whole("courses", "On the lists of how many of these courses", blank=False),
            _typed("family", "Family name", named=True),
            _typed("given", "Given name", named=True),
            _typed("patronymic", "Patronymic", named=True),
            _typed("latin", "The name in the passport's spelling", named=True),
        ),
        ("person",),
    ),
    OpenTable(
        "enrolments",
        "A person in a course, with what the person was at that course.",
        (
            _key("enrolment", "Pseudonymous key"),
            _to("courses", "The course"),
            _to("people", "The person"),
            _whole("number", "Number on the list", named=True),
            _codes("state", "How the person came onto the list, or left it", EnrolmentState),
            _codes("sex", f"Sex; {_WHERE_FIVE}", Sex, blank=True),
            _typed("rank", f"Rank, a code where it is known; {_WHERE_FIVE}"),
            _typed("duty_district", f"District of duty; {_WHERE_FIVE}"),
            _typed("unit", f"Unit; {_WHERE_FIVE}"),
            _typed("position", "Position", named=True),
            _whole("expected", EXPECTED_ABOUT, blank=False),
            _key("leading", _LEADING),
        ),
        ("enrolment",),
    ),
    OpenTable(
        "marks",
        "A person's mark in a session. No row: nobody has given one, which is not absent.",
        (
            _to("enrolments", "The participation"),
            _to("sessions", "The session"),
            _codes("mark", "Mark", Mark),
            _whole("missed", "Minutes missed, late and leaving early together", blank=False),
            _whole("early", "Of these, missed at the end", blank=False),
            _codes("signed", "Whether the person signed the sheet on paper", SignatureState),
            _flag("counts", "Whether it counts for the person: of one who stands there twice one row's does"),
        ),
        ("enrolment", "session"),
    ),
    OpenTable(
        "forms",
        "A version of a test, a practical rating, or a form of feedback.",
        (
            _key("form", "Key"),
            _codes("kind", "What it is for", FormKind),
            _whole("version", "Version", blank=False),
            *_texts("title", "Title"),
        ),
        ("form",),
    ),
    OpenTable(
        "questions",
        "A question of the bank. Which answer is right is not told: tests are used again.",
        (
            _key("question", "Key"),
            _codes("kind", "How it is answered", QuestionKind),
            _typed("topic", "Topic in the bank"),
            *_texts("text", "What is asked"),
            _number("points", "Points that it can give"),
        ),
        ("question",),
    ),
    OpenTable(
        "tests",
        "A person's test or practical rating.",
        (
            _key("test", "Pseudonymous key"),
            _to("enrolments", "The participation"),
            _to("forms", "The form; blank where only points were typed in", blank=True),
            _codes("occasion", "When it was taken", Occasion),
            _whole("attempt", "1, or the number of a re-sit", blank=False),
            _number("points", "Points; blank while it is not whole, and for ratings"),
            _number("out_of", "Points that could be had"),
            _flag("counts", "Whether learning is counted from it: the one of its occasion, of who came"),
        ),
        ("test",),
    ),
    OpenTable(
        "answers",
        "An answer to a question of a test or rating.",
        (
            _to("tests", "The test"),
            _to("questions", "The question", blank=False),
            _typed("answer", "Numbers of the chosen options from 1, a number, or words"),
            _number("credit", "What it is worth, 0 to 1; blank where nothing is right or wrong"),
            _flag("withheld", "Words that are not told without names: they may name somebody"),
        ),
        ("test", "question"),
    ),
    OpenTable(
        "feedback",
        f"Counts of anonymous sheets of a course, as they are in the journal; fewer than {MIN_ANSWERS} "
        "answers are not told. Option 0 is the question itself. Words are never told.",
        (
            _to("courses", "The course"),
            _to("forms", "The form"),
            _codes("occasion", "When it was filled in", Occasion),
            _whole("place", "Place of the question on the sheet, from 1", blank=False),
            _whole("option", "Number of the option from 1; 0 for the question itself", blank=False),
            _to("questions", "The question"),
            *_texts("option", "The option"),
            _flag("hidden", "Whether there are too few answers to be told"),
            _whole("answers", "Answers to the question"),
            _whole("blank", "Sheets on which it was left blank"),
            _whole("count", "How often the option was chosen"),
            _number("mean", "Mean step of a scale, or mean number"),
        ),
        ("course", "form", "occasion", "place", "option"),
    ),
    OpenTable(
        "certificates",
        "A certificate, void and replaced ones too.",
        (
            _key("certificate", "Pseudonymous key"),
            _to("enrolments", "The participation"),
            OpenField("serial", "Its number, which certificates carry", named=True),
            _codes("kind", "What it certifies", CertificateKind),
            _codes("state", "Where it stands", CertificateState),
            _day("issued_on", "Day of issue"),
            OpenField("language", "Language in which it was printed"),
            _flag("received", "Whether its receipt was noted"),
        ),
        ("certificate",),
    ),
)


def table(name: str) -> OpenTable:
    """Return the table of a name."""
    return next(each for each in TABLES if each.name == name)


class Pseudonyms:
    """Makes keys of people and of what belongs to them. `scope` is what is exported, a project's key or "".

    Nobody without the secret can tell whose a key is, and keys of another scope, or of an export
    with names, are others.
    """

    def __init__(self, secret: bytes, scope: str, *, names: bool) -> None:
        context = f"{'names' if names else 'plain'}/{scope}".encode()
        self._key = hmac.digest(secret, context, "sha256")

    def of(self, table: str, key: str) -> str:
        """Return the key under which a row is exported: 20 hex digits."""
        return hmac.digest(self._key, f"{table}/{key}".encode(), "sha256").hex()[:20]


def place_key(town: str, district: str) -> str:
    """Return the key of a place; blank where nothing was typed."""
    if not (town or district):
        return ""
    return hashlib.sha256(f"{town}\n{district}".encode()).hexdigest()[:12]


def told_together(rows: Sequence[Sequence[str]], least: int = MIN_ANSWERS) -> list[tuple[str, ...]]:
    """Return the same rows with values left blank until every row is one of `least` alike, or of a blank one.

    Columns are told from the left: within those who are alike so far a value is told where enough share it.
    The others are blank, and of these there are never 1 to `least` - 1 beside told ones: to whoever knows the
    list they would be as good as told.
    """
    told: list[tuple[str, ...]] = [() for _ in rows]
    for column in range(max(map(len, rows), default=0)):
        groups: dict[tuple[str, ...], list[int]] = {}
        for place, already in enumerate(told):
            groups.setdefault(already, []).append(place)
        for places in groups.values():
            shared = _shared(Counter(rows[place][column] for place in places), least)
            for place in places:
                value = rows[place][column]
                told[place] = (*told[place], value if value in shared else "")
    return told


def _shared(counts: Counter[str], least: int) -> set[str]:
    """Return the values that are told: each of enough rows, and those left over none or enough."""
    shared = {value for value, count in counts.items() if count >= least and value}
    for value in sorted(shared, key=lambda each: (counts[each], each)):
        rest = counts.total() - sum(counts[each] for each in shared)
        if rest == 0 or rest >= least:
            break
        shared.discard(value)
    return shared


class WrittenTable(Struct, frozen=True):
    """A table as a file: its rows, bytes and SHA-256."""

    table: OpenTable
    rows: int
    size: int
    sha256: str

    @property
    def path(self) -> str:
        """Its name in the package."""
        return f"{self.table.name}.csv"


class PackageFacts(Struct, frozen=True):
    """What the descriptor says of the whole: who made it, when (ISO, with its zone), and of what."""

    publisher: str
    made_at: str
    program: str
    scope: str
    names: bool


_ABOUT = (
    "Courses, participants, attendance, tests, feedback counts and certificates of {publisher}, {scope}. "
    "Data as they were when this was made. In cells of CSV that a spreadsheet would take for a formula, "
    "an apostrophe stands before the first sign (=, +, -, @); the SQLite file beside it, where there is "
    "one, has the texts as they were typed. "
)
_PLAIN = (
    "Nobody is named. Keys of people are pseudonyms that only the publisher can trace; they are the same "
    "in the next export of the same scope. These are still data about people: do not try to find out who "
    "is who, and do not publish rows of single people."
)
_NAMED = "IT NAMES PEOPLE. Give it to nobody who may not know who took part; that it was made is noted."


def about_text(facts: PackageFacts) -> str:
    """Return in English what the whole is and how it may be used."""
    said = _ABOUT.format(publisher=facts.publisher, scope=facts.scope)
    return said + (_NAMED if facts.names else _PLAIN)


def descriptor(facts: PackageFacts, written: Iterable[WrittenTable]) -> Mapping[str, object]:
    """Return `datapackage.json` as a document."""
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "training-with-names" if facts.names else "training",
        "title": f"Training courses of {facts.publisher}",
        "description": about_text(facts),
        "created": facts.made_at,
        "contributors": [{"title": facts.publisher, "roles": ["publisher"]}, {"title": facts.program}],
        "resources": [_resource(each, names=facts.names) for each in written],
    }


def _resource(found: WrittenTable, *, names: bool) -> dict[str, object]:
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": found.table.name,
        "path": found.path,
        "type": "table",
        "description": found.table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": found.size,
        "hash": f"sha256:{found.sha256}",
        "dialect": {
            "$schema": f"{PROFILES}/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": found.table.document(names=names),
    }


type Converters = list[tuple[int, Callable[[Value], Value]]]


def converters(
    fields: Sequence[OpenField], of: Callable[[OpenField], Callable[[Value], Value] | None]
) -> Converters:
    """Return by their places the columns whose values are written otherwise than they are: few, as a rule."""
    found = ((place, of(field)) for place, field in enumerate(fields))
    return [(place, convert) for place, convert in found if convert is not None]


def converted(row: Row, read: Converters) -> Row:
    """Return a row with some of its values written otherwise."""
    changed = list(row)
    for place, convert in read:
        changed[place] = convert(changed[place])
    return changed
