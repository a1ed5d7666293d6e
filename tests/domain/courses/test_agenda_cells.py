"""The agenda of a course: days in their order, breaks between sessions, lunch in the middle of the day."""

from datetime import date

import pytest

from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.agenda_cells import Agenda, AgendaBreak, AgendaSession, BreakKind, agenda_of
from trainer_app.domain.courses.courses import CourseFacts, Session, SessionState

DAY = date(2018, 10, 15)
FACTS = CourseFacts("C", Texts(en="Course"), DAY, DAY)


def session(number: int, start: int, end: int, day: date = DAY) -> Session:
    return Session(f"s{number}", "c", number, day, start, end)


def lines(*sessions: Session) -> list[str]:
    """Return the first day in short: numbers of sessions, kinds of breaks with their minutes."""
    found = agenda_of(FACTS, sessions, {}, {})
    return [
        f"{line.kind.value} {line.start}-{line.end}" if isinstance(line, AgendaBreak) else str(line.number)
        for line in found.days[0].lines
    ]


@pytest.mark.parametrize(
    ("end", "start", "expected"),
    [
        (630, 634, None),
        (630, 635, "break 630-635"),
        (630, 660, "break 630-660"),
        (720, 759, "break 720-759"),
        (720, 760, "lunch 720-760"),
        (750, 840, "lunch 750-840"),
        (540, 645, "break 540-645"),
        (900, 960, "break 900-960"),
        (840, 920, "break 840-920"),
        (820, 900, "lunch 820-900"),
        (660, 730, "lunch 660-730"),
    ],
)
def test_time_between_sessions_is_a_break_and_lunch_at_noon(
    end: int, start: int, expected: str | None
) -> None:
    shown = lines(session(1, end - 30, end), session(2, start, start + 30))
    assert shown == ["1", *([expected] if expected else []), "2"]


def test_sessions_side_by_side_leave_no_break() -> None:
    assert lines(session(1, 540, 720), session(2, 540, 600), session(3, 720, 780)) == ["1", "2", "3"]


def test_a_merge_that_turned_a_session_round_breaks_nothing() -> None:
    assert lines(session(1, 600, 540), session(2, 660, 720)) == ["1", "break 600-660", "2"]


def test_days_are_numbered_among_those_with_sessions() -> None:
    found = agenda_of(
        FACTS, [session(2, 540, 600, date(2018, 10, 18)), session(1, 540, 600), session(3, 660, 700)], {}, {}
    )
    assert [(day.number, day.day.day) for day in found.days] == [(1, 15), (2, 18)]
    assert [each.number for each in found.sessions] == [1, 3, 2]
    assert Agenda(FACTS, ()).sessions == ()


def test_names_rooms_and_reasons_reach_the_lines() -> None:
    told = replace(
        session(1, 540, 600),
        trainers=("a", "gone"),
        room="2",
        state=SessionState.CANCELLED,
        cancel_reason="no light",
    )
    found = agenda_of(FACTS, [told], {"a": Texts(tg="А")}, {"2": Texts(tg="2")})
    line = found.sessions[0]
    assert isinstance(line, AgendaSession)
    assert (line.trainers, line.room, line.cancelled, line.reason) == (
        (Texts(tg="А"),),
        Texts(tg="2"),
        True,
        "no light",
    )
    assert BreakKind("lunch") is BreakKind.LUNCH
