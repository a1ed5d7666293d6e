"""Paper beside marks: every difference is listed once, counts add up, a sheet is reconciled when it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance.marks import Attendance, GridSession, Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import (
    REASONS,
    DifferenceKind,
    DifferenceReason,
    SheetDifference,
    SheetStage,
    SheetState,
    SheetView,
    SignatureRow,
    difference_kind,
    is_on_paper,
    reason_label,
    view_sheet,
    with_cell,
)
from trainer_app.domain.attendance.sheets import ROWS, SheetCode, count_pages
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import SessionState

DAY = date(2018, 10, 17)
STATE = SheetState(SheetCode("DSH", DAY, "GARM"), "course", DAY, 3, (7, 8))

CELLS = st.builds(
    Attendance,
    mark=st.sampled_from([None, *Mark]),
    signed=st.sampled_from(SignatureState),
    settled=st.sampled_from(["", "left_without_signing", "seen in the yard"]),
)


def session(number: int, state: SessionState = SessionState.HELD, counted: int | None = None) -> GridSession:
    """Return a session of the day."""
    start = 540 + 100 * number
    return GridSession(f"s{number}", number, DAY, 3, start, start + 90, Texts(), state, counted=counted)


def row(number: int, *cells: Attendance) -> SignatureRow:
    """Return a line of the sheet."""
    return SignatureRow(f"e{number}", number, f"P{number}", f"Person {number}", cells)


def one(mark: Mark | None, signed: SignatureState, *, state: SessionState = SessionState.HELD) -> SheetView:
    """Return a sheet with a single place."""
    return view_sheet(STATE, (session(7, state),), (row(1, Attendance(mark, signed=signed)),))


@st.composite
def sheets(draw: st.DrawFn) -> SheetView:
    """Draw any sheet of up to four sessions and six people."""
    states = draw(st.lists(st.sampled_from(SessionState), min_size=1, max_size=4))
    counts = st.none() | st.integers(0, 8)
    columns = tuple(session(at, state, draw(counts)) for at, state in enumerate(states, 1))
    people = draw(st.integers(0, 6))
    rows = tuple(row(at, *(draw(CELLS) for _ in columns)) for at in range(1, people + 1))
    return view_sheet(STATE, columns, rows)


def naive(view: SheetView) -> list[tuple[str, str, bool]]:
    """Compare place by place, the way somebody with paper and pencil does: (session, person, settled)."""
    found = []
    for line in view.rows:
        for at, column in enumerate(view.sessions):
            cell = line.cells[at]
            off = column.state is SessionState.CANCELLED
            here = cell.mark in (Mark.PRESENT, Mark.LATE)
            wrong = (
                (cell.signed is SignatureState.YES and off)
                or (cell.signed is SignatureState.YES and not here)
                or (cell.signed is SignatureState.NO and here and not off)
            )
            if wrong:
                found.append((column.key, line.enrolment, bool(cell.settled)))
    return found


@given(sheets())
def test_every_difference_of_a_naive_comparison_is_listed_once(view: SheetView) -> None:
    listed = [
        (each.session, each.enrolment, not each.open)
        for each in view.differences
        if each.kind is not DifferenceKind.COUNT
    ]
    assert sorted(listed) == sorted(naive(view))
    assert len({each.key for each in view.differences}) == len(view.differences)


@given(sheets())
def test_the_state_adds_up(view: SheetView) -> None:
    state = view.state
    places = sum(1 for each in view.sessions if not each.cancelled) * len(view.rows)
    assert state.whole == places
    assert state.checked + len(view.unchecked()) == places
    assert state.differences + state.settled == len(view.differences)
    assert (state.stage is SheetStage.RECONCILED) == (
        places > 0 and state.checked == places and all(not each.open for each in view.differences)
    )
    assert sum(len(page) for page in view.pages) == len(view.rows)
    assert (view.next_open is None) == (state.differences == 0)


@given(sheets(), st.data())
def test_a_changed_place_is_counted_as_if_it_had_always_been_so(view: SheetView, data: st.DataObject) -> None:
    if not view.rows:
        return
    line = data.draw(st.sampled_from(view.rows))
    column = data.draw(st.sampled_from(view.sessions))
    cell = data.draw(CELLS)
    changed = with_cell(view, line.enrolment, column.key, cell)
    at = view.sessions.index(column)
    rows = tuple(
        replace(each, cells=tuple(cell if place == at else old for place, old in enumerate(each.cells)))
        if each is line
        else each
        for each in view.rows
    )
    assert changed == view_sheet(view.state, view.sessions, rows)


@given(sheets())
def test_whoever_fills_every_place_and_settles_every_difference_is_done(view: SheetView) -> None:
    for enrolment, key in view.unchecked():
        at = next(place for place, each in enumerate(view.sessions) if each.key == key)
        cell = next(each for each in view.rows if each.enrolment == enrolment).cells[at]
        view = with_cell(view, enrolment, key, replace(cell, signed=SignatureState.NO))
    for each in view.differences:
        if each.kind is not DifferenceKind.COUNT:
            at = next(place for place, found in enumerate(view.sessions) if found.key == each.session)
            cell = next(found for found in view.rows if found.enrolment == each.enrolment).cells[at]
            view = with_cell(view, each.enrolment, each.session, replace(cell, settled="seen"))
    left = [each.kind for each in view.differences if each.open]
    assert set(left) <= {DifferenceKind.COUNT}
    if view.state.whole and not left:
        assert view.state.stage is SheetStage.RECONCILED


@pytest.mark.parametrize(
    ("mark", "signed", "kind"),
    [
        (Mark.PRESENT, SignatureState.NO, DifferenceKind.UNSIGNED),
        (Mark.LATE, SignatureState.NO, DifferenceKind.UNSIGNED),
        (Mark.ABSENT, SignatureState.YES, DifferenceKind.SIGNED_ABSENT),
        (Mark.EXCUSED, SignatureState.YES, DifferenceKind.SIGNED_ABSENT),
        (None, SignatureState.YES, DifferenceKind.SIGNED_UNMARKED),
        (Mark.PRESENT, SignatureState.YES, None),
        (Mark.ABSENT, SignatureState.NO, None),
        (None, SignatureState.NO, None),
        (Mark.PRESENT, SignatureState.NOT_CHECKED, None),
        (Mark.ABSENT, SignatureState.NOT_CHECKED, None),
    ],
)
def test_kinds(mark: Mark | None, signed: SignatureState, kind: DifferenceKind | None) -> None:
    assert difference_kind(Attendance(mark, signed=signed), cancelled=False) is kind
    off = DifferenceKind.SIGNED_CANCELLED if signed is SignatureState.YES else None
    assert difference_kind(Attendance(mark, signed=signed), cancelled=True) is off


@pytest.mark.parametrize(
    ("signed", "stage"),
    [
        (SignatureState.NOT_CHECKED, SheetStage.NOT_BEGUN),
        (SignatureState.YES, SheetStage.RECONCILED),
        (SignatureState.NO, SheetStage.DIFFERENCES),
    ],
)
def test_stages_of_one_place(signed: SignatureState, stage: SheetStage) -> None:
    assert one(Mark.PRESENT, signed).state.stage is stage


def test_half_a_sheet_is_in_work_and_an_empty_one_not_begun() -> None:
    half = view_sheet(
        STATE,
        (session(7),),
        (row(1, Attendance(Mark.PRESENT, signed=SignatureState.YES)), row(2, Attendance(Mark.PRESENT))),
    )
    assert (half.state.stage, half.state.checked, half.state.whole) == (SheetStage.IN_WORK, 1, 2)
    assert view_sheet(STATE, (session(7),), ()).state.stage is SheetStage.NOT_BEGUN


def test_a_cancelled_session_asks_for_nothing_but_a_signature_in_it_wants_an_answer() -> None:
    off = one(Mark.PRESENT, SignatureState.NOT_CHECKED, state=SessionState.CANCELLED)
    assert (off.state.whole, off.state.stage) == (0, SheetStage.NOT_BEGUN)
    signed = one(Mark.PRESENT, SignatureState.YES, state=SessionState.CANCELLED)
    assert (signed.state.differences, signed.state.stage) == (1, SheetStage.DIFFERENCES)


@pytest.mark.parametrize(
    ("counted", "wrong"), [(None, False), (0, True), (1, False), (2, False), (3, False), (4, True)]
)
def test_a_count_must_lie_between_ticks_and_marks(counted: int | None, wrong: bool) -> None:
    rows = (
        row(1, Attendance(Mark.PRESENT, signed=SignatureState.YES)),
        row(2, Attendance(Mark.PRESENT, signed=SignatureState.NO)),
        row(3, Attendance(Mark.LATE, signed=SignatureState.NO)),
    )
    view = view_sheet(STATE, (session(7, counted=counted),), rows)
    found = [each for each in view.differences if each.kind is DifferenceKind.COUNT]
    assert bool(found) is wrong
    for each in found:
        assert (each.counted, each.signed, each.came, each.enrolment) == (counted, 1, 3, "")
        assert each.open


def test_a_count_is_not_compared_before_the_session_is_checked() -> None:
    rows = (row(1, Attendance(Mark.PRESENT)),)
    assert view_sheet(STATE, (session(7, counted=9),), rows).differences == ()


@pytest.mark.parametrize("people", [0, 1, 8, 9, 18, 19, 36, 60])
def test_pages_are_those_of_the_printed_sheet(people: int) -> None:
    view = view_sheet(STATE, (session(7),), tuple(row(at, Attendance()) for at in range(people)))
    assert [len(page) for page in view.pages] == [
        min(ROWS, people - first) for first in range(0, people, ROWS)
    ]
    assert len(view.pages) <= count_pages(people)


def test_who_has_a_line() -> None:
    blank, marked, ticked = Attendance(), Attendance(Mark.ABSENT), Attendance(signed=SignatureState.YES)
    assert is_on_paper(expected=True, cells=[blank])
    assert not is_on_paper(expected=False, cells=[blank])
    assert is_on_paper(expected=False, cells=[blank, marked])
    assert is_on_paper(expected=False, cells=[ticked])


def test_a_sheet_waits_from_its_end_on_if_anything_of_it_was_held() -> None:
    done = one(Mark.PRESENT, SignatureState.YES).state
    begun = one(Mark.PRESENT, SignatureState.NO).state
    assert begun.held
    assert not begun.waits
    assert replace(begun, over=True).waits
    assert not replace(done, over=True).waits
    assert not replace(one(None, SignatureState.NO, state=SessionState.PLANNED).state, over=True).waits


def test_every_kind_of_a_person_has_reasons_for_single_keys() -> None:
    for kind in DifferenceKind:
        offered = REASONS[kind]
        assert len(set(offered)) == len(offered) <= 6
        assert bool(offered) is (kind is not DifferenceKind.COUNT)
    assert {reason for offered in REASONS.values() for reason in offered} == set(DifferenceReason)


def test_reasons_in_words() -> None:
    assert reason_label("seen_by_trainer").code == "reconciliation.reason.seen_by_trainer"
    assert reason_label("сам видел").values == {"text": "сам видел"}


def test_a_difference_knows_whether_it_waits() -> None:
    found = SheetDifference(DifferenceKind.UNSIGNED, "s", 1, "e")
    assert found.open
    assert not replace(found, settled="seen").open
