"""Views for analysts: on a server in a schema of their own, and in the plain SQLite file that leaves.

What the columns mean stands in `domain.office.analyst_views`. On a server each view follows from the
projected tables as `actions.office.open_data` makes the rows of the same table, by the same rules: who is one
person, at which sessions somebody is expected, what is told where enough people share it. A test compares the
two, row by row. What counts answers is not said again in SQL: the program keeps the points of such tests in a
table.

Beneath the views lies a schema that nobody but the owner may use. Its views carry, beside what is shown, the
numbers of rows (`n_...`) by which they are joined: to join by the keys of people would make each first.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from trainer_app.domain.attendance.marks import IN_THE_ROOM, SPEAKING, Mark, SignatureState
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateReceipt, CertificateState
from trainer_app.domain.courses.courses import (
    OFF_THE_LIST,
    CourseKind,
    CourseState,
    EnrolmentState,
    SessionState,
)
from trainer_app.domain.evaluations.forms import MIN_ANSWERS, Occasion
from trainer_app.domain.office.analyst_views import ABOUT, SCHEMA, SHARED, VIEWS
from trainer_app.domain.office.open_data import OpenTable
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base.database import Database
from trainer_app.store.base.rows import fingerprint
from trainer_app.store.courses.courses import NO_DAY

INNER = "analysis_inner"
"""Where what the views are made of lies: nobody but the owner looks into it."""
_FACTS = ("sex", "rank", "duty_district", "unit")
"""What is told of somebody where enough people share it, in the order in which it is told."""


# --- pieces


def _among(choices: Iterable[str]) -> str:
    return f"({', '.join(f"'{each}'" for each in choices)})"


def _choice(column: str, choices: type[StrEnum], default: StrEnum) -> str:
    """Return a column, or the default for a value that this program does not know."""
    return f"CASE WHEN {column} IN {_among(choices)} THEN {column} ELSE '{default}' END"


def _key(row: str) -> str:
    """Return the key of a row of the registry as it is written elsewhere."""
    return f"(encode({row}.key, 'hex')::uuid)::text"


def _pseudonym(kind: str, row: str) -> str:
    """Return the key under which somebody's row is shown: nobody without the secret can tell whose it is."""
    words = f"(SELECT secret FROM {INNER}.secret) || '/{kind}/' || encode({row}.key, 'hex')"
    return f"substr(encode(sha256(convert_to({words}, 'UTF8')), 'hex'), 1, 20)"


def _day(column: str) -> str:
    """Return a text as a day; blank where it is none, which would make all of a view unreadable."""
    year, leap = "(19|20|21)[0-9]{2}", "([02468][048]|[13579][26])"
    ends = (
        "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])",
        "(0[13-9]|1[0-2])-(29|30)",
        "(0[13578]|1[02])-31",
    )
    whole = f"^({year}-({'|'.join(ends)})|(19|20|21){leap}-02-29)$"
    no_leap = "('1900-02-29', '2100-02-29')"
    return f"CASE WHEN {column} ~ '{whole}' AND {column} NOT IN {no_leap} THEN {column}::date END"


def _stated_day(column: str) -> str:
    """Return a text as a day, with what stands for none wherever a day must be."""
    return f"coalesce({_day(column)}, '{NO_DAY.isoformat()}')"


def _clock(column: str) -> str:
    minutes = f"coalesce({column}, 0)"
    return f"lpad(({minutes} / 60)::text, 2, '0') || ':' || lpad(({minutes} % 60)::text, 2, '0')"


def _text(column: str) -> str:
    return f"coalesce({column}, '')"


def _texts(row: str, stem: str) -> str:
    return ", ".join(f"{_text(f'{row}.{stem}_{code}')} AS {stem}_{code}" for code in LANGUAGES)


# --- what the views of a server are made of


def _heads() -> str:
    """Return who stands for whom, as `domain.people.persons.Joins.heads` says it."""
    return f"""CREATE VIEW {INNER}.heads AS
WITH RECURSIVE pairs AS (SELECT first, second, shown FROM public.pair WHERE one AND first <> second),
ties (one, other) AS (SELECT first, second FROM pairs UNION SELECT second, first FROM pairs),
reach (person, member) AS (
    SELECT one, one FROM ties UNION SELECT reach.person, ties.other FROM reach JOIN ties ON ties.one = member
),
given_up (person) AS (
    SELECT second FROM pairs WHERE shown = first UNION SELECT first FROM pairs WHERE shown = second
)
SELECT DISTINCT ON (reach.person) reach.person, reach.member AS head FROM reach
JOIN public.registry r ON r.id = reach.member
LEFT JOIN public.person p ON p.id = reach.member
LEFT JOIN given_up ON given_up.person = reach.member
ORDER BY reach.person, coalesce(p.erased, false), given_up.person IS NOT NULL, r.key"""


def _says(table: str, name: str) -> str:
    """Return the condition that a column says something of somebody, as `persons.is_blank` has it."""
    if name == "sex":
        return f"coalesce({table}.sex, '') IN {_among((Sex.FEMALE, Sex.MALE))}"
    return f"coalesce({table}.{name}, '') <> ''"


def _as_one() -> str:
    """Return what all records of a joined person say of them, as `domain.people.persons.as_one` says it."""
    facts = ", ".join(
        f"(array_agg(p.{name} ORDER BY p.id <> h.head, r.key) FILTER (WHERE {_says('p', name)} "
        f"AND (p.id = h.head OR NOT coalesce(p.erased, false))))[1] AS {name}"
        for name in _FACTS
    )
    return f"""CREATE VIEW {INNER}.as_one AS SELECT h.head, {facts} FROM {INNER}.heads h
JOIN public.person p ON p.id = h.person JOIN public.registry r ON r.id = p.id GROUP BY h.head"""


def _courses() -> str:
    state = _choice("c.state", CourseState, CourseState.PLANNED)
    said = (
        f"CASE WHEN c.approved THEN '{CourseState.APPROVED}' WHEN c.state = '{CourseState.APPROVED}' "
        f"THEN '{CourseState.CLOSED}' ELSE {state} END"
    )
    return f"""CREATE VIEW {INNER}.courses AS
SELECT c.id AS n_course, {_key("r")} AS course, {_text("c.code")} AS code, {_text("p.code")} AS project,
{_text("p.donor")} AS donor, {_texts("c", "title")},
{_choice("c.kind", CourseKind, CourseKind.COURSE)} AS kind, {_text("c.town")} AS town,
{_text("c.district")} AS district, {_stated_day("c.first_day")} AS first_day,
{_stated_day("c.last_day")} AS last_day,
{said} AS state
FROM public.course c JOIN public.registry r ON r.id = c.id LEFT JOIN public.project p ON p.id = c.project"""


def _sessions() -> str:
    trainers = "CASE WHEN s.trainers LIKE '[%' THEN json_array_length(s.trainers::json) ELSE 0 END"
    return f"""CREATE VIEW {INNER}.sessions AS
SELECT s.id AS n_session, s.course AS n_course, {_key("r")} AS session, {_key("c")} AS course,
row_number() OVER (PARTITION BY s.course ORDER BY s.day NULLS FIRST, s.start NULLS FIRST, r.key)::integer
AS number, {_stated_day("s.day")} AS day, {_clock("s.start")} AS start, {_clock('s."end"')} AS "end",
greatest(0, coalesce(s."end", 0) - coalesce(s.start, 0)) AS minutes, {_texts("s", "topic")},
{_text("s.room")} AS room, {_choice("s.state", SessionState, SessionState.PLANNED)} AS state,
{trainers} AS trainers
FROM public.session s JOIN public.registry r ON r.id = s.id JOIN public.registry c ON c.id = s.course"""


def _leads() -> str:
    """Return which row counts for each, as `domain.attendance.same_person.rows_in_turn` says it."""
    one = "PARTITION BY e.course, coalesce(h.head, e.person)"
    gone = f"coalesce(e.state IN {_among(OFF_THE_LIST)}, false)"
    return f"""CREATE VIEW {INNER}.leads AS
SELECT e.id AS n_enrolment, first_value(e.id) OVER turns AS n_leading, row_number() OVER turns AS turn,
count(*) OVER ({one}) AS beside
FROM public.enrolment e JOIN public.registry r ON r.id = e.id
LEFT JOIN {INNER}.heads h ON h.person = e.person
WINDOW turns AS ({one} ORDER BY {gone}, coalesce(e.number, 0), r.key)"""


def _led_marks() -> str:
    """Return the marks of rows that do not lead, where the leading one has none, in turn by what they say.

    As `domain.attendance.same_person.counting_place` says it: the first of them counts. The order is that of
    `marks.weight_of`.
    """
    came = f"m.mark IN {_among(IN_THE_ROOM)}"
    says = [f"WHEN '{mark}' THEN {place}" for place, mark in enumerate(reversed(SPEAKING)) if mark]
    return f"""CREATE VIEW {INNER}.led_marks AS
SELECT m.enrolment, m.session, row_number() OVER (PARTITION BY l.n_leading, m.session ORDER BY
CASE WHEN {came} THEN coalesce(m.missed, 0) END NULLS LAST, CASE m.mark {" ".join(says)} END NULLS LAST,
l.turn) AS turn
FROM {INNER}.leads l JOIN public.attendance m ON m.enrolment = l.n_enrolment AND coalesce(m.mark, '') <> ''
WHERE l.turn > 1 AND NOT EXISTS (SELECT 1 FROM public.attendance o WHERE o.enrolment = l.n_leading
AND o.session = m.session AND coalesce(o.mark, '') <> '')"""


def _spans() -> str:
    """Return at which sessions each is expected, as `domain.courses.courses.expected_span` says it."""
    return f"""CREATE VIEW {INNER}.spans AS
WITH placed AS (
    SELECT s.id, s.course, {_stated_day("s.day")} AS day, row_number() OVER (
        PARTITION BY s.course ORDER BY s.day NULLS FIRST, s.start NULLS FIRST, r.key) - 1 AS place
    FROM public.session s JOIN public.registry r ON r.id = s.id
),
counted AS (SELECT course, count(*) AS sessions FROM public.session GROUP BY course),
spanned AS (
    SELECT e.id, coalesce(a.place, CASE WHEN {_day("e.from_day")} IS NULL THEN 0 ELSE coalesce((
        SELECT min(p.place) FROM placed p WHERE p.course = e.course
        AND p.day >= {_day("e.from_day")}), c.sessions, 0) END) AS first,
    CASE WHEN e.state IN {_among(OFF_THE_LIST)} THEN coalesce(z.place, 0) ELSE coalesce(c.sessions, 0) END
    AS last
    FROM public.enrolment e LEFT JOIN counted c ON c.course = e.course
    LEFT JOIN placed a ON a.id = e.from_session AND a.course = e.course
    LEFT JOIN placed z ON z.id = e.gone_from AND z.course = e.course
)
SELECT id, first, last FROM spanned"""


def _expected() -> str:
    """Return at how many sessions each is expected; the leading row has those of all rows of a person."""
    return f"""CREATE VIEW {INNER}.expected AS
SELECT l.n_enrolment, l.n_leading, CASE WHEN l.n_leading <> l.n_enrolment THEN 0 WHEN l.beside > 1
THEN coalesce(d.sessions, 0) ELSE greatest(0, s.last - s.first) END::integer AS expected
FROM {INNER}.leads l JOIN {INNER}.spans s ON s.id = l.n_enrolment LEFT JOIN (
    SELECT g.n_leading, count(DISTINCT place) AS sessions FROM {INNER}.leads g
    JOIN {INNER}.spans z ON z.id = g.n_enrolment, generate_series(z.first, z.last - 1) place
    WHERE g.beside > 1 GROUP BY g.n_leading
) d ON d.n_leading = l.n_enrolment"""


def _told() -> str:
    """Return what is told of each participation, as `domain.office.open_data.told_together` says it.

    Column by column, within those who are alike so far: a value is told where enough share it, and where
    those who are left over would be few, the value that the fewest share is not told either.
    """
    told = {
        name: f"CASE WHEN e.facts AND (a.head IS NULL OR {_says('e', name)}) THEN e.{name} "
        f"ELSE coalesce(a.{name}, p.{name}) END"
        for name in _FACTS
    }
    facts = [f"{_choice(told['sex'], Sex, Sex.UNKNOWN)} AS sex"]
    facts += [f"coalesce({told[name]}, '') AS {name}" for name in _FACTS[1:]]
    step = f"""SELECT e.id, e.course, {", ".join(facts)} FROM public.enrolment e
LEFT JOIN {INNER}.heads h ON h.person = e.person LEFT JOIN {INNER}.as_one a ON a.head = h.head
JOIN public.person p ON p.id = coalesce(h.head, e.person)"""
    for place, name in enumerate(_FACTS):
        alike = ", ".join(("course", *(f"told_{each}" for each in _FACTS[:place])))
        step = f"""SELECT *, CASE WHEN enough AND NOT (rest BETWEEN 1 AND {MIN_ANSWERS - 1} AND turn = 1)
THEN {name} ELSE '' END AS told_{name} FROM (
SELECT *, count(*) FILTER (WHERE NOT enough) OVER (PARTITION BY {alike}) AS rest, dense_rank() OVER (
PARTITION BY {alike} ORDER BY NOT enough, sharing, {name} COLLATE "C") AS turn FROM (
SELECT *, sharing >= {MIN_ANSWERS} AND {name} <> '' AS enough FROM (
SELECT {_columns_before(place)}, count(*) OVER (PARTITION BY {alike}, {name}) AS sharing
FROM ({step}) s{place}) a{place}) b{place}) c{place}"""
    columns = ", ".join(f"told_{name} AS {name}" for name in _FACTS)
    return f"CREATE VIEW {INNER}.told AS SELECT id, {columns} FROM ({step}) told"


def _columns_before(place: int) -> str:
    return ", ".join(("id", "course", *_FACTS, *(f"told_{name}" for name in _FACTS[:place])))


def _enrolments() -> str:
    return f"""CREATE VIEW {INNER}.enrolments AS
SELECT e.id AS n_enrolment, e.course AS n_course, coalesce(h.head, e.person) AS n_person,
{_pseudonym("enrolments", "r")} AS enrolment, {_key("c")} AS course, {_pseudonym("people", "p")} AS person,
{_choice("e.state", EnrolmentState, EnrolmentState.NOMINATED)} AS state,
{", ".join(f"t.{name}" for name in _FACTS)}, s.expected, {_pseudonym("enrolments", "l")} AS leading
FROM public.enrolment e JOIN {INNER}.told t ON t.id = e.id JOIN {INNER}.expected s ON s.n_enrolment = e.id
JOIN public.registry l ON l.id = s.n_leading LEFT JOIN {INNER}.heads h ON h.person = e.person
JOIN public.registry r ON r.id = e.id JOIN public.registry c ON c.id = e.course
JOIN public.registry p ON p.id = coalesce(h.head, e.person)"""


def _marks() -> str:
    return f"""CREATE VIEW {INNER}.marks AS
SELECT a.enrolment AS n_enrolment, a.session AS n_session, {_pseudonym("enrolments", "e")} AS enrolment,
{_key("s")} AS session, a.mark, coalesce(a.missed, 0) AS missed,
least(coalesce(a.early, 0), coalesce(a.missed, 0)) AS early,
{_choice("a.signed", SignatureState, SignatureState.NOT_CHECKED)} AS signed,
l.turn = 1 OR coalesce(d.turn = 1, false) AS counts
FROM public.attendance a JOIN public.enrolment o ON o.id = a.enrolment
JOIN {INNER}.leads l ON l.n_enrolment = a.enrolment
LEFT JOIN {INNER}.led_marks d ON d.enrolment = a.enrolment AND d.session = a.session
JOIN public.session w ON w.id = a.session AND w.course = o.course
JOIN public.registry e ON e.id = a.enrolment JOIN public.registry s ON s.id = a.session
WHERE a.mark IN {_among(Mark)}"""


def _tests() -> str:
    return f"""CREATE VIEW {INNER}.tests AS
SELECT {_pseudonym("tests", "r")} AS test, {_pseudonym("enrolments", "e")} AS enrolment,
CASE WHEN f.id IS NOT NULL THEN {_key("k")} END AS form,
{_choice("p.occasion", Occasion, Occasion.PRE)} AS occasion, coalesce(nullif(p.attempt, 0), 1) AS attempt,
s.points / 100.0::double precision AS points, s.out_of / 100.0::double precision AS out_of,
coalesce(s.counts, false) AS counts
FROM public.paper p JOIN public.registry r ON r.id = p.id JOIN public.registry e ON e.id = p.enrolment
LEFT JOIN public.form f ON f.id = p.form LEFT JOIN public.registry k ON k.id = p.form
LEFT JOIN {INNER}.score s ON s.paper = p.id"""


def _certificates() -> str:
    state = (
        f"CASE WHEN c.replaced_by IS NOT NULL THEN '{CertificateState.REPLACED}' WHEN c.void "
        f"THEN '{CertificateState.VOID}' ELSE '{CertificateState.ISSUED}' END"
    )
    return f"""CREATE VIEW {INNER}.certificates AS
SELECT c.enrolment AS n_enrolment, {_pseudonym("certificates", "r")} AS certificate,
{_pseudonym("enrolments", "e")} AS enrolment,
{_choice("c.kind", CertificateKind, CertificateKind.ATTENDANCE)} AS kind, {state} AS state,
{_stated_day("c.issued_on")} AS issued_on, {_text("c.language")} AS language,
coalesce(c.received, '') = '{CertificateReceipt.YES}' AS received
FROM public.certificate c JOIN public.registry r ON r.id = c.id
JOIN public.registry e ON e.id = c.enrolment"""


def _inner() -> Iterator[str]:
    yield f"CREATE SCHEMA {INNER}"
    yield f"CREATE TABLE {INNER}.secret (secret TEXT NOT NULL)"
    yield f"INSERT INTO {INNER}.secret VALUES (gen_random_uuid()::text || gen_random_uuid()::text)"
    yield (
        f"CREATE TABLE {INNER}.score (paper INTEGER PRIMARY KEY, points DOUBLE PRECISION NOT NULL, "
        "out_of BIGINT NOT NULL, counts BOOLEAN NOT NULL)"
    )
    yield f"CREATE TABLE {INNER}.about (name TEXT PRIMARY KEY, value TEXT NOT NULL)"


def _views_inside() -> Iterator[str]:
    yield _heads()
    yield _courses()
    yield _sessions()
    yield _leads()
    yield _spans()
    yield _expected()
    yield _led_marks()
    yield _as_one()
    yield _told()
    yield _enrolments()
    yield _marks()
    yield _tests()
    yield _certificates()


# --- the two that are made of others, on a server and in a file


def _participations(source: Mapping[str, str], link: str) -> str:
    """Return the query of participations; `link` stands before the names of what is joined by."""
    came = f"m.mark IN {_among(IN_THE_ROOM)}"
    titles = ", ".join(f"c.{name}" for name in Texts().fields("title"))
    return f"""SELECT e.enrolment, e.course, e.person, c.code AS course_code, {titles},
c.project, c.donor, c.kind, coalesce(c.town, '') AS town, coalesce(c.district, '') AS district,
c.first_day, c.last_day, c.state AS course_state, e.state, e.sex, e.rank, e.duty_district, e.unit, e.expected,
coalesce(a.marked, 0) AS marked, coalesce(a.came, 0) AS came, coalesce(a.minutes, 0) AS minutes,
coalesce(k.certificates, 0) AS certificates
FROM {source["enrolments"]} e JOIN {source["courses"]} c ON c.{link}course = e.{link}course
LEFT JOIN (SELECT l.{link}leading, count(*) AS marked, sum(CASE WHEN {came} THEN 1 ELSE 0 END) AS came,
CAST(sum(CASE WHEN {came} AND s.minutes > m.missed THEN s.minutes - m.missed ELSE 0 END) AS BIGINT) AS minutes
FROM {source["marks"]} m JOIN {source["leads"]} l ON l.{link}enrolment = m.{link}enrolment
JOIN {source["sessions"]} s ON s.{link}session = m.{link}session
WHERE m.counts AND s.state = '{SessionState.HELD}' GROUP BY l.{link}leading) a
ON a.{link}leading = e.{link}enrolment
LEFT JOIN (SELECT k.{link}enrolment, count(*) AS certificates FROM {source["certificates"]} k
WHERE k.state = '{CertificateState.ISSUED}' GROUP BY k.{link}enrolment) k
ON k.{link}enrolment = e.{link}enrolment"""


def _people(participations: str) -> str:
    """Return the query of people: what is told of them where it is told alike in all their courses."""
    facts = ", ".join(
        f"CASE WHEN min(nullif(p.{name}, '')) = max(nullif(p.{name}, '')) THEN max(p.{name}) ELSE '' END "
        f"AS {name}"
        for name in _FACTS
    )
    sums = ", ".join(
        f"CAST(sum(p.{name}) AS BIGINT) AS {name}" for name in ("came", "minutes", "certificates")
    )
    return (
        f"SELECT p.person, count(DISTINCT p.course) AS courses, min(p.first_day) AS first_day, "
        f"max(p.last_day) AS last_day, {facts}, {sums} FROM {participations} p GROUP BY p.person"
    )


def _shown(view: OpenTable, source: str) -> str:
    columns = ", ".join(f'"{field.name}"' for field in view.fields)
    return f"SELECT {columns} FROM {source}"


_TABLES = ("courses", "enrolments", "leads", "sessions", "marks", "certificates")
_IN_FILE = {
    **{name: name for name in _TABLES},
    "leads": "enrolments",
    "courses": "(SELECT c.*, p.town, p.district FROM courses c LEFT JOIN places p ON p.place = c.place)",
}


def views_of_file() -> Iterator[str]:
    """Yield the SQL that makes the views of a file of open data, over its tables."""
    queries = (_participations(_IN_FILE, ""), _people("participations"))
    for view, query in zip(SHARED, queries, strict=True):
        yield f"CREATE VIEW {view.name} AS {_shown(view, f'({query})')}"


def _views_shown() -> Iterator[str]:
    """Yield the SQL of what analysts see on a server."""
    inside = {name: f"{INNER}.{name}" for name in _TABLES}
    queries = {
        "participations": f"({_participations(inside, 'n_')}) v",
        "people_without_names": f"({_people(f'{SCHEMA}.participations')}) v",
    }
    for view in VIEWS:
        source = queries.get(view.name, f"{INNER}.{view.name}")
        yield f"CREATE VIEW {SCHEMA}.{view.name} AS {_shown(view, source)}"
        yield f"COMMENT ON VIEW {SCHEMA}.{view.name} IS {_quoted(view.about)}"
        for field in view.fields:
            yield f'COMMENT ON COLUMN {SCHEMA}.{view.name}."{field.name}" IS {_quoted(field.about)}'
    yield f"CREATE VIEW {SCHEMA}.{ABOUT} AS SELECT name, value FROM {INNER}.about"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


# --- making them


def _mark() -> str:
    """Return what tells one edition of the views from another."""
    said = "\n".join((*_inner(), *_views_inside(), *_views_shown(), fingerprint()))
    return hashlib.sha256(said.encode()).hexdigest()[:20]


def are_current(database: Database) -> bool:
    """Tell whether the views of a server are those of this program, over tables that are there."""
    found = database.select(
        "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = ?", SCHEMA
    )
    return found == [(_mark(),)]


def make_views(database: Database) -> bool:
    """Make the views of a server, or make them anew where they are another edition's; tell whether it did.

    What makes the keys of people is made once and stays: an analyst's keys are the same after an update.
    Raises server.not_allowed for who does not own the database.
    """
    if are_current(database):
        return False
    with database.write():
        if not database.select("SELECT 1 FROM pg_namespace WHERE nspname = ?", INNER):
            for statement in _inner():
                database.run(statement)
        database.run(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        for (name,) in database.select("SELECT viewname FROM pg_views WHERE schemaname = ?", INNER):
            database.run(f'DROP VIEW IF EXISTS {INNER}."{name}" CASCADE')
        for statement in _views_inside():
            database.run(statement)
        database.run(f"CREATE SCHEMA {SCHEMA}")
        for statement in _views_shown():
            database.run(statement)
        database.run(f"COMMENT ON SCHEMA {SCHEMA} IS '{_mark()}'")
    return True


def keep_scores(
    database: Database, scores: Sequence[tuple[int, float, int, bool]], about: Mapping[str, str]
) -> None:
    """Keep the points of all tests, and what `about` tells.

    A score is (number of the paper, points and most points in hundredths, whether learning is counted from
    it).
    """
    with database.write():
        database.run(f"DELETE FROM {INNER}.score")
        database.run_many(f"INSERT INTO {INNER}.score VALUES (?, ?, ?, ?)", scores)
        database.run(f"DELETE FROM {INNER}.about")
        database.run_many(f"INSERT INTO {INNER}.about VALUES (?, ?)", list(about.items()))
