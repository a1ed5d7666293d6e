"""Participants of a course: list, walk-ins, replacements, withdrawals; namesakes."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from datetime import date

from msgspec import Struct

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.one_person import listed_twice, rows_of_person, stays_beside
from trainer_app.actions.people.directory import Directory
from trainer_app.domain.attendance.marks import IN_THE_ROOM
from trainer_app.domain.attendance.same_person import counted_marks, rows_in_turn
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.text_search import searcher
from trainer_app.domain.courses.courses import (
    FACTS,
    OFF_THE_LIST,
    ON_THE_LIST,
    Enrolment,
    EnrolmentState,
    Leaving,
    Participant,
    SessionState,
    as_listed,
    expected_from,
    leaving_of,
)
from trainer_app.domain.courses.ranks import split_rank
from trainer_app.domain.people.latin import split_spelling
from trainer_app.domain.people.names import clean_name, split_name
from trainer_app.domain.people.persons import Person, Sex, names_apart
from trainer_app.store.attendance import marks
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import record_fields
from trainer_app.store.courses import courses
from trainer_app.store.people import people


def names_on_list(work: Workplace, course: str) -> dict[str, str]:
    """Return enrolment -> name, of everybody who is or was on a course's list, namesakes told apart."""
    persons, items = people.find_people(work.database), courses.list_enrolments(work.database, course)
    names = names_apart([as_listed(persons, item.enrolment) for item in items])
    return {item.enrolment.key: name for item, name in zip(items, names, strict=True)}


def list_enrolments(work: Workplace, course: str) -> list[Participant]:
    """Return a course's participants by number on the list, replaced and withdrawn ones too."""
    persons = people.find_people(work.database)
    sessions = courses.list_sessions(work.database, course)
    by_key = {session.key: session for session in sessions}
    cancelled = {session.key for session in sessions if session.state is SessionState.CANCELLED}
    held = courses.get_course(work.database, course)
    came: dict[str, set[str]] = defaultdict(set)
    written = marks.marks_of_course(work.database, course)
    marked = Counter(enrolment for (enrolment, _), cell in written.items() if cell.mark is not None)
    enrolled = [item.enrolment for item in courses.list_enrolments(work.database, course)]
    head, found = people.joins(work.database).head, []
    for (enrolment, session), cell in counted_marks(written, rows_in_turn(enrolled, head).values()).items():
        if cell.mark in IN_THE_ROOM and session not in cancelled:
            came[enrolment].add(session)
    here = {head(own.person) for own in enrolled if not own.gone}  # in any row of theirs
    for own in enrolled:
        left = own.span(sessions)[1] if own.gone else len(sessions)
        first = expected_from(sessions, own.from_day, own.from_session)
        found.append(
            Participant(
                own,
                as_listed(persons, own),
                marked[own.key],
                len(came[own.key]),
                0 if head(own.person) in here else sum(each.key in came[own.key] for each in sessions[left:]),
                sessions[first] if 0 < first < len(sessions) else None,
                by_key.get(own.gone_from or "") if own.gone else None,
                prints_latin=held is None or held.prints_latin,
            )
        )
    return found


@guarded
def keep_one_row(work: Workplace, enrolment: str, reason: str = "") -> Changes:
    """Keep one of the rows of a person who is on a list more than once: the others are withdrawn.

    No mark is moved; what counts is said in `same_person`. Raises enrolment.not_twice.
    """
    kept = get_enrolment(work, enrolment)
    if not (rows := next((rows for rows in listed_twice(work, kept.course) if kept in rows), ())):
        raise TrainerError("enrolment.not_twice", number=kept.number)
    others = [own for own in rows if own != kept]
    gone = ", ".join(str(own.number) for own in others)
    label = Label("enrolment.step.keep_row", {"number": kept.number, "gone": gone})
    writes = []
    for own in others:
        # The row ends with its own marks; the person goes on under the number that is kept.
        since = _leaving(work, own.course, {own.key}).since
        fields: dict[str, Value] = {"state": EnrolmentState.WITHDRAWN.value, "gone_from": since}
        writes.append(Write("enrolment", own.key, fields, reason=reason.strip()))
    return work.journal.record(label, writes, key=enrolment)


@guarded
def add_walk_in(
    work: Workplace,
    course: str,
    name: str,
    *,
    sex: Sex = Sex.UNKNOWN,
    rank: str = "",
    unit: str = "",
    replaces: str | None = None,
    first_day: date | None = None,
    since: str | None = None,
) -> Changes:
    """Enrol somebody who just came, by name alone; the rest can be typed later.

    A rank in the name ("капитан Азизов Фаррух") is taken out of it. `first_day` is the first day of taking
    part: by default today, when the course is under way; `since` the key of the first session, to which they
    came, and from which whom they replace is no longer expected: it goes before the day.
    Raises person.no_name, attendance.unknown_session.
    """
    fields = fields_of_name(name)
    fields |= {"sex": sex.value, "rank": rank or fields["rank"], "unit": unit or None}
    key = work.journal.make_key()
    day = None if since and first_day is None else _first_day(work, course, first_day)
    enrolment, writes = _enrol(work, course, key, EnrolmentState.WALK_IN, day, replaces, since, fields)
    label = _coming(work, "enrolment.step.walk_in", writes[0].fields["number"], replaces)
    return work.journal.record(label, [Write("person", key, fields), *writes], key=enrolment)


@guarded
def add_by_name(work: Workplace, course: str, name: str) -> Changes:
    """Enrol somebody new by a typed name: a walk-in while the course is under way, on the list before it.

    Raises person.no_name, course.unknown.
    """
    if _is_under_way(work, course):
        return add_walk_in(work, course, name)
    fields = {**fields_of_name(name), "sex": Sex.UNKNOWN.value}
    person = work.journal.make_key()
    enrolment, writes = _enrol(work, course, person, EnrolmentState.CONFIRMED, None, None, facts=fields)
    label = Label("enrolment.step.enrol", {"number": writes[0].fields["number"]})
    return work.journal.record(label, [Write("person", person, fields), *writes], key=enrolment)


@guarded
def add_known(
    work: Workplace, course: str, person: str, *, first_day: date | None = None, since: str | None = None
) -> Changes:
    """Enrol somebody who is known already: a walk-in from today while the course is under way.

    `first_day` and `since` (then it is one) as for `add_walk_in`. Raises what `enrol` does, course.unknown.
    """
    walks_in = since is not None or _is_under_way(work, course)
    state = EnrolmentState.WALK_IN if walks_in else EnrolmentState.CONFIRMED
    day = _first_day(work, course, first_day) if walks_in and (first_day or not since) else None
    return enrol(work, course, person, state=state, first_day=day, since=since)


@guarded
def enrol(
    work: Workplace,
    course: str,
    person: str,
    *,
    replaces: str | None = None,
    state: EnrolmentState = EnrolmentState.CONFIRMED,
    first_day: date | None = None,
    since: str | None = None,
) -> Changes:
    """Enrol somebody who is known already; whoever left the list comes back under the old number.

    `since` as for `add_walk_in`. Raises enrolment.already, attendance.unknown_session, person.erased.
    """
    for item in courses.list_enrolments(work.database, course):
        if item.enrolment.person != person:
            continue
        if item.enrolment.state in ON_THE_LIST:
            raise TrainerError("enrolment.already", number=item.enrolment.number)
        return reinstate(work, item.enrolment.key)
    enrolment, writes = _enrol(work, course, person, state, first_day, replaces, since)
    label = _coming(work, "enrolment.step.enrol", writes[0].fields["number"], replaces)
    return work.journal.record(label, writes, key=enrolment)


def _coming(work: Workplace, code: str, number: Value, replaces: str | None) -> Label:
    """Return the words for who comes onto the list: a replacement where somebody's place is taken."""
    if replaces is None:
        return Label(code, {"number": number})
    gone = get_enrolment(work, replaces)
    return Label("enrolment.step.replace", {"number": gone.number, "by": number})


@guarded
def replace(work: Workplace, enrolment: str, by: str, since: str | None = None) -> Changes:
    """Say that an enrolment takes another one's place: the first one is marked as replaced.

    `since` is the key of the first session at which the one is no longer expected and the other is; where
    nobody says it, the one after the last mark of who left. Whoever `by` stood in for until now is back on
    the list. Raises enrolment.cannot_replace, attendance.unknown_session.
    """
    gone, comes = get_enrolment(work, enrolment), get_enrolment(work, by)
    if gone.course != comes.course or gone.key == comes.key or gone.replaces == comes.key:
        raise TrainerError("enrolment.cannot_replace")
    leaves = _leaves(work, gone, EnrolmentState.REPLACED, since)
    takes = {"replaces": gone.key, **(_begins(work, comes, since) if since else {})}
    label = Label("enrolment.step.replace", {"number": gone.number, "by": comes.number})
    before = _back_in_place(work, comes) if comes.replaces != gone.key else []
    return work.journal.record(
        label,
        [
            *before,
            Write("enrolment", gone.key, leaves),
            Write("enrolment", comes.key, takes),
        ],
    )


def leaving(work: Workplace, enrolment: Enrolment) -> Leaving[str]:
    """Return from which session on somebody who leaves now is out of their course, by all their marks.

    A row beside another one of theirs that stays on the list ends with its own marks.
    """
    beside = stays_beside(work, enrolment.key)
    rows = [enrolment] if beside else rows_of_person(work, enrolment.key)
    return _leaving(work, enrolment.course, {row.key for row in rows})


def _leaving(work: Workplace, course: str, rows: Container[str]) -> Leaving[str]:
    sessions = courses.list_sessions(work.database, course)
    return leaving_of(sessions, _marked_in(work, course, rows))


def _marked_in(work: Workplace, course: str, rows: Container[str]) -> set[str]:
    """Return the sessions in which somebody is marked in any of some rows."""
    cells = marks.marks_of_course(work.database, course)
    return {session for (own, session), cell in cells.items() if own in rows and not cell.bare}


def _leaves(
    work: Workplace, enrolment: Enrolment, state: EnrolmentState, since: str | None
) -> dict[str, Value]:
    """Return the fields of who leaves the list from a session on. Raises attendance.unknown_session."""
    _check_session(work, enrolment.course, since)
    return {"state": state.value, "gone_from": since or leaving(work, enrolment).since}


def _check_session(work: Workplace, course: str, session: str | None) -> None:
    """Refuse a session that is not, or no longer, one of the course. Raises attendance.unknown_session."""
    if session is not None and session not in {
        each.key for each in courses.list_sessions(work.database, course)
    }:
        raise TrainerError("attendance.unknown_session")


def _begins(work: Workplace, enrolment: Enrolment, since: str) -> dict[str, Value]:
    """Return the field that says from which session somebody takes part; blank for who came before it."""
    sessions = courses.list_sessions(work.database, enrolment.course)
    theirs = {row.key for row in rows_of_person(work, enrolment.key)}
    marked = _marked_in(work, enrolment.course, theirs)
    place = next(place for place, session in enumerate(sessions) if session.key == since)
    came = any(session.key in marked for session in sessions[:place])
    return {} if came else {"from_session": since}


@guarded
def stop_replacing(work: Workplace, by: str) -> Changes:
    """Say that somebody stands in for nobody: whoever was replaced is back on the list, as before.

    Raises enrolment.replaces_nobody.
    """
    comes = get_enrolment(work, by)
    if comes.replaces is None:
        raise TrainerError("enrolment.replaces_nobody")
    gone = courses.get_enrolment(work.database, comes.replaces)
    number = gone.enrolment.number if gone else 0
    label = Label("enrolment.step.stop_replacing", {"number": number, "by": comes.number})
    free = Write("enrolment", by, {"replaces": None})
    return work.journal.record(label, [*_back_in_place(work, comes), free], key=by)


@guarded
def withdraw(work: Workplace, enrolment: str, since: str | None = None, reason: str = "") -> Changes:
    """Take somebody off the list from a session on, by default the one after their last mark.

    Marks stay, and the number is not given again; the history tells the reason. Raises
    attendance.unknown_session.
    """
    found = get_enrolment(work, enrolment)
    label = Label("enrolment.step.withdraw", {"number": found.number})
    fields = _leaves(work, found, EnrolmentState.WITHDRAWN, since)
    return work.journal.record(label, [Write("enrolment", enrolment, fields, reason=reason.strip())])


@guarded
def reinstate(work: Workplace, enrolment: str) -> Changes:
    """Put somebody back on the list as before: a walk-in stays one.

    Whoever stood in for them stays on the list too, but replaces nobody any more.
    """
    found = get_enrolment(work, enrolment)
    label = Label("enrolment.step.reinstate", {"number": found.number})
    freed = [
        Write("enrolment", item.enrolment.key, {"replaces": None})
        for item in courses.list_enrolments(work.database, found.course)
        if item.enrolment.replaces == enrolment
    ]
    back = Write("enrolment", enrolment, _back(_state_before(work, enrolment), found.gone_from))
    return work.journal.record(label, [back, *freed], key=enrolment)


def _back_in_place(work: Workplace, comes: Enrolment) -> list[Write]:
    """Return the write that puts back whom somebody replaced, unless a third one stands in for them too."""
    if comes.replaces is None:
        return []
    others = [
        item
        for item in courses.list_enrolments(work.database, comes.course)
        if item.enrolment.replaces == comes.replaces and item.enrolment.key != comes.key
    ]
    gone = courses.get_enrolment(work.database, comes.replaces)
    if others or gone is None or gone.enrolment.state is not EnrolmentState.REPLACED:
        return []
    before = _state_before(work, comes.replaces, (*ON_THE_LIST, EnrolmentState.WITHDRAWN))
    return [Write("enrolment", comes.replaces, _back(before, gone.enrolment.gone_from))]


def _back(state: EnrolmentState, gone_from: str | None) -> dict[str, Value]:
    """Return the fields of who is on the list as before; who had withdrawn stays gone since then."""
    fields: dict[str, Value] = {"state": state.value}
    return fields if state in OFF_THE_LIST or gone_from is None else {**fields, "gone_from": None}


def _state_before(
    work: Workplace, enrolment: str, states: Container[EnrolmentState] = ON_THE_LIST
) -> EnrolmentState:
    """Return which of some states somebody was in last."""
    written = entry_history.written_entries(work.database, "enrolment", enrolment, ("state",))
    said = [each.values["state"] for each in reversed(written)]
    return next((EnrolmentState(each) for each in said if each in states), EnrolmentState.CONFIRMED)


def get_enrolment(work: Workplace, key: str) -> Enrolment:
    """Return one enrolment. Raises enrolment.unknown."""
    found = courses.get_enrolment(work.database, key)
    if found is None:
        raise TrainerError("enrolment.unknown")
    return found.enrolment


def next_number(work: Workplace, course: str) -> int:
    """Return the next free number on a course's list; numbers are never given twice."""
    return (
        max((item.enrolment.number for item in courses.list_enrolments(work.database, course)), default=0) + 1
    )


def fields_of_name(name: str) -> dict[str, Value]:
    """Return what a typed name says of a person, a rank and a Latin spelling in it taken apart.

    Raises person.no_name.
    """
    cyrillic, latin = split_spelling(clean_name(name))
    rank, rest = split_rank(clean_name(cyrillic))
    parts = split_name(rest)
    if not any(map(str.isalpha, parts.family)):
        raise TrainerError("person.no_name")
    return {
        "family": parts.family,
        "given": parts.given or None,
        "patronymic": parts.patronymic or None,
        "latin": latin or None,
        "rank": rank or None,
    }


def enrolment_fields(
    course: str,
    person: str,
    number: int,
    state: EnrolmentState,
    facts: Mapping[str, Value],
    from_day: date | None = None,
) -> dict[str, Value]:
    """Return the journal fields of a new enrolment; `facts` are fields of the person as they are now."""
    return {
        "course": course,
        "person": person,
        "number": number,
        "state": state.value,
        "from_day": from_day.isoformat() if from_day else None,
        "facts": True,
        **{name: facts.get(name) or None for name in FACTS},
    }


def _enrol(
    work: Workplace,
    course: str,
    person: str,
    state: EnrolmentState,
    from_day: date | None,
    replaces: str | None,
    since: str | None = None,
    facts: Mapping[str, Value] | None = None,
) -> tuple[str, list[Write]]:
    """Return the key of a new enrolment and its writes. `facts` are those of somebody who is new too."""
    if courses.get_course(work.database, course) is None:
        raise TrainerError("course.unknown")
    _check_session(work, course, since)
    key = derive_key("enrolment", course, person)
    if facts is None:
        known = people.get_person(work.database, person)
        if known is not None and known.erased:
            raise TrainerError("person.erased")
        facts = record_fields("person", known) if known is not None else {}
    fields = enrolment_fields(course, person, next_number(work, course), state, facts, from_day)
    fields |= {"replaces": replaces, "from_session": since}
    writes = [Write("enrolment", key, fields)]
    if replaces:
        leaves = _leaves(work, get_enrolment(work, replaces), EnrolmentState.REPLACED, since)
        writes.append(Write("enrolment", replaces, leaves))
    return key, writes


def _is_under_way(work: Workplace, course: str) -> bool:
    """Tell whether a course has begun: whoever is added then has come.

    Where nobody was marked yet, a trainer without a nomination list is typing the list itself.
    """
    found = courses.get_course(work.database, course)
    if found is None:
        raise TrainerError("course.unknown")
    if work.clock.today(found.zone) < found.first_day:
        return False
    return any(cell.mark for cell in marks.marks_of_course(work.database, course).values())


def _first_day(work: Workplace, course: str, wanted: date | None) -> date | None:
    """Return the day from which a walk-in takes part; None on or before the course's first day."""
    found = courses.get_course(work.database, course)
    if found is None:
        raise TrainerError("course.unknown")
    day = wanted or work.clock.today(found.zone)
    return day if found.first_day < day <= found.last_day else None


MOST_NAMESAKES = 20


class Namesakes(Struct, frozen=True):
    """`known` are people who may be added, `listed` those who are on the list already."""

    known: tuple[Person, ...] = ()
    listed: tuple[Participant, ...] = ()

    @property
    def any(self) -> bool:
        """Tell whether somebody has to be looked at before a new person is made."""
        return bool(self.known or self.listed)


def namesakes(work: Workplace, course: str, name: str, directory: Directory | None = None) -> Namesakes:
    """Return who is found by a name as it is typed, in any script or layout, a rank before it left out.

    Family and given names are found before fathers' names. Whoever left the list may be added again.
    `directory` saves reading everybody anew at every letter.
    """
    _, rest = split_rank(clean_name(name))
    text = rest.strip()
    if not text:
        return Namesakes()
    everybody = directory or Directory(work)
    own = searcher(text)
    items = [item for item in list_enrolments(work, course) if item.expected]
    on_list = {item.person.key for item in items}
    keys = [key for key in everybody.keys(text) if not on_list & _all_keys(everybody, key)]
    people = [line.person for line in everybody.lines(keys).values()]
    return Namesakes(
        tuple(sorted(people, key=lambda person: not own(person.short_name))[:MOST_NAMESAKES]),
        tuple(item for item in items if own(item.person.name) or own(item.person.latin)),
    )


def _all_keys(everybody: Directory, key: str) -> set[str]:
    """Return a person's key with those of the people who were joined into it."""
    return {key, *(person.key for person in everybody.joined(key))}
