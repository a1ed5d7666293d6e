"""The session generator, numbers, clashes and copies, against naive recounts."""

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import Session, SessionState
from trainer_app.domain.courses.planning import (
    ClashKind,
    DayPlan,
    SessionDraft,
    copy_sessions,
    find_clashes,
    is_weekend,
    number_sessions,
    plan_day,
    plan_sessions,
    refill,
    without_place,
)

MONDAY = date(2018, 10, 15)
THURSDAY = date(2018, 10, 18)
DAYS = st.dates(date(2018, 9, 1), date(2018, 12, 31))

plans = st.builds(
    DayPlan,
    per_day=st.integers(1, 6),
    first_start=st.integers(0, 700),
    minutes=st.integers(1, 240),
    break_minutes=st.integers(0, 60),
    lunch=st.none() | st.tuples(st.integers(0, 720), st.integers(720, 900)),
    skip_weekends=st.booleans(),
)


@st.composite
def timetables(draw: st.DrawFn) -> list[Session]:
    count = draw(st.integers(0, 9))
    sessions = []
    for number in range(count):
        start = draw(st.integers(0, 8)) * 30
        sessions.append(
            Session(
                key=f"session {number}",
                course=draw(st.sampled_from(["garm", "khujand", "online"])),
                number=0,
                day=MONDAY + timedelta(draw(st.integers(0, 9))),
                start=start,
                end=start + draw(st.integers(1, 4)) * 30,
                topic=Texts(en=f"topic {number}"),
                trainers=tuple(draw(st.sets(st.sampled_from("abc"), max_size=2))),
                state=draw(st.sampled_from(SessionState)),
            )
        )
    return sessions


def refusal(first: date, last: date, plan: DayPlan) -> str | None:
    """Return the code with which a plan is refused, None if it gives sessions."""
    try:
        plan_sessions(first, last, plan)
    except TrainerError as refused:
        return refused.code
    return None


def test_the_course_of_the_story() -> None:
    sessions = plan_sessions(MONDAY, THURSDAY, DayPlan(per_day=3))
    assert len(sessions) == 12
    assert [(each.start // 60, each.end) for each in sessions[:3]] == [(9, 630), (11, 750), (14, 930)]
    assert sorted({each.day for each in sessions}) == [MONDAY + timedelta(day) for day in range(4)]


def test_lunch_moves_a_session_and_never_cuts_it() -> None:
    plan = DayPlan(per_day=3, first_start=600, minutes=60, break_minutes=30, lunch=(720, 780))
    # 10:00 to 11:00; 11:30 would run into lunch, so 13:00; then 14:30.
    assert plan_day(plan) == ((600, 660), (780, 840), (870, 930))
    assert plan_day(replace(plan, lunch=None)) == ((600, 660), (690, 750), (780, 840))


def test_plans_that_are_none_are_refused() -> None:
    good = DayPlan()
    refused = [
        (replace(good, per_day=0), "planning.impossible"),
        (replace(good, minutes=0), "planning.impossible"),
        (replace(good, break_minutes=-1), "planning.impossible"),
        (replace(good, first_start=-1), "planning.impossible"),
        (replace(good, lunch=(800, 700)), "planning.impossible"),
        (replace(good, per_day=9), "planning.day_too_long"),
        (replace(good, per_day=10**9), "planning.day_too_long"),
    ]
    for plan, code in refused:
        assert refusal(MONDAY, THURSDAY, plan) == code
    assert refusal(THURSDAY, MONDAY, good) == "planning.no_day"
    saturday = date(2018, 10, 20)
    assert refusal(saturday, saturday + timedelta(1), replace(good, skip_weekends=True)) == "planning.no_day"
    assert refusal(saturday, saturday, good) is None


@given(DAYS, st.integers(0, 12), plans)
def test_every_plan_keeps_length_breaks_and_lunch(first: date, length: int, plan: DayPlan) -> None:
    last = first + timedelta(length)
    code = refusal(first, last, plan)
    if code is not None:
        assert code in ("planning.day_too_long", "planning.no_day")
        return
    sessions = plan_sessions(first, last, plan)
    days = [first + timedelta(offset) for offset in range(length + 1)]
    wanted = [day for day in days if not plan.skip_weekends or day.weekday() < 5]
    assert [session.day for session in sessions] == [day for day in wanted for _ in range(plan.per_day)]
    lunch_from, lunch_to = plan.lunch or (0, 0)
    for session in sessions:
        assert session.minutes == plan.minutes
        assert 0 <= session.start < session.end <= 1440
        assert session.end <= lunch_from or session.start >= lunch_to
    for before, after in pairwise(sessions):
        if before.day == after.day:
            assert after.start - before.end >= plan.break_minutes or after.start == lunch_to
            assert after.start >= before.end


@given(timetables())
def test_numbers_follow_time_and_lose_nothing(sessions: list[Session]) -> None:
    numbered = number_sessions(reversed(sessions))
    assert [session.number for session in numbered] == list(range(1, len(sessions) + 1))
    assert {session.key for session in numbered} == {session.key for session in sessions}
    for before, after in pairwise(numbered):
        assert (before.day, before.start, before.key) < (after.day, after.start, after.key)
    assert number_sessions(sessions) == numbered


@given(timetables())
def test_clashes_against_every_pair(sessions: list[Session]) -> None:
    rooms = {"garm": "Garm,  House of Culture", "khujand": "garm, house of culture"}
    expected = set()
    for first, second in combinations(sessions, 2):
        both = first.state is not SessionState.CANCELLED and second.state is not SessionState.CANCELLED
        minutes = range(max(first.start, second.start), min(first.end, second.end))
        if not both or first.day != second.day or not minutes:
            continue
        pair = frozenset((first.key, second.key))
        expected |= {
            (ClashKind.TRAINER, trainer, pair) for trainer in set(first.trainers) & set(second.trainers)
        }
        if first.course in rooms and second.course in rooms:
            expected.add((ClashKind.ROOM, "", pair))
    found = find_clashes(sessions, rooms)
    assert len(found) == len(expected)
    shown = {
        (
            clash.kind,
            clash.what if clash.kind is ClashKind.TRAINER else "",
            frozenset((clash.first, clash.second)),
        )
        for clash in found
    }
    assert shown == expected
    assert find_clashes(sessions[::-1], rooms) == found
    assert all(clash.kind is ClashKind.TRAINER for clash in find_clashes(sessions))


@given(timetables(), DAYS)
def test_a_copy_moves_every_day_alike(sessions: list[Session], first: date) -> None:
    copied = copy_sessions(sessions, MONDAY, first)
    originals = number_sessions(sessions)
    assert len(copied) == len(originals)
    for draft, session in zip(copied, originals, strict=True):
        assert draft.day - first == session.day - MONDAY
        assert draft == SessionDraft(draft.day, session.start, session.end, session.topic, session.trainers)


@given(timetables(), DAYS)
def test_a_copy_without_weekends_keeps_the_days_of_teaching_apart(
    sessions: list[Session], first: date
) -> None:
    copied = copy_sessions(sessions, MONDAY, first, skip_weekends=True)
    originals = number_sessions(sessions)
    pairs = {session.day: draft.day for session, draft in zip(originals, copied, strict=True)}
    assert not any(is_weekend(day) for day in pairs.values())
    assert all(day >= first for day in pairs.values())
    new_days = [pairs[day] for day in sorted(pairs)]
    assert all(before < after for before, after in pairwise(new_days))
    for session, draft in zip(originals, copied, strict=True):
        assert draft.day == pairs[session.day]


def test_a_course_over_a_weekend_becomes_one_week_of_working_days() -> None:
    days = [date(2018, 10, 18), date(2018, 10, 19), date(2018, 10, 22)]
    sessions = [Session(f"s{day}", "c", 0, day, 540, 630) for day in days]
    copied = copy_sessions(sessions, days[0], date(2018, 11, 5), skip_weekends=True)
    assert [draft.day for draft in copied] == [date(2018, 11, day) for day in (5, 6, 7)]
    from_saturday = copy_sessions(sessions, days[0], date(2018, 11, 10), skip_weekends=True)
    assert [draft.day for draft in from_saturday] == [date(2018, 11, day) for day in (12, 13, 14)]
    later = copy_sessions(sessions, date(2018, 10, 16), date(2018, 11, 8), skip_weekends=True)
    assert [draft.day for draft in later] == [date(2018, 11, day) for day in (12, 13, 14)]


@pytest.mark.parametrize("kind", list(ClashKind))
def test_one_that_begins_when_the_other_ends_is_no_clash(kind: ClashKind) -> None:
    first = Session("a", "c", 0, MONDAY, 540, 630, trainers=("t",))
    second = replace(first, key="b", start=630, end=720)
    assert find_clashes([first, second], {"c": "hall"}) == ()
    overlapping = find_clashes([first, replace(second, start=629)], {"c": "hall"})
    assert [(clash.first, clash.second) for clash in overlapping if clash.kind is kind] == [("a", "b")]


@given(timetables(), st.data())
def test_rooms_of_single_sessions_against_every_pair(sessions: list[Session], data: st.DataObject) -> None:
    rooms = st.sampled_from(["", "Hall 1", " hall  1", "Hall 2"])
    given_rooms = [replace(each, trainers=(), room=data.draw(rooms)) for each in sessions]
    places = {"garm": "Garm, House of Culture", "khujand": "garm, house  of culture"}
    expected = set()
    for first, second in combinations(given_rooms, 2):
        both = first.state is not SessionState.CANCELLED and second.state is not SessionState.CANCELLED
        minutes = range(max(first.start, second.start), min(first.end, second.end))
        if not both or first.day != second.day or not minutes:
            continue
        known = first.course in places and second.course in places
        same_place = known or first.course == second.course
        same_room = "".join(first.room.lower().split()) == "".join(second.room.lower().split())
        if same_place and same_room and (known or first.room.strip()):
            expected.add(frozenset((first.key, second.key)))
    found = find_clashes(given_rooms, places)
    assert {frozenset((each.first, each.second)) for each in found} == expected
    assert len(found) == len(expected)


@given(timetables(), plans)
def test_planning_anew_gives_each_topic_a_place_or_names_it(there: list[Session], plan: DayPlan) -> None:
    there = [replace(each, topic=Texts(tg=each.key)) for each in there]
    try:
        drafts = plan_sessions(MONDAY, MONDAY, plan)
    except TrainerError:
        return
    filled = refill(drafts, there)
    assert [(each.day, each.start, each.end) for each in filled] == [
        (each.day, each.start, each.end) for each in drafts
    ]
    kept = [each.topic["tg"] for each in filled if each.topic["tg"]]
    lost = [each.topic["tg"] for each in without_place(drafts, there)]
    assert sorted(kept + lost) == sorted(each.key for each in there)
    running = [each for each in number_sessions(there) if each.state is not SessionState.CANCELLED]
    assert kept == [each.key for each in running[: len(drafts)]]
    for draft, session in zip(filled, running, strict=False):
        assert (draft.trainers, draft.room) == (session.trainers, session.room)


def test_a_session_without_a_topic_is_not_missed() -> None:
    bare = Session("a", "c", 1, MONDAY, 540, 600)
    assert without_place((), [bare]) == ()
