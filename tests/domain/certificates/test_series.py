"""Rows of numbers: what was given, what became of it, what is missing; copies in blocks of their own."""

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.certificates.certificates import CertificateState
from trainer_app.domain.certificates.serials import (
    MAX_COUNTER,
    SerialAccount,
    SerialRange,
    block_of,
    count_series,
    make_serial,
)

ISSUED, VOID, REPLACED = CertificateState.ISSUED, CertificateState.VOID, CertificateState.REPLACED


def serial(number: int, device: str = "K7", year: int = 2018) -> str:
    return make_serial("DSH", year, device, number)


def test_every_number_is_told_once() -> None:
    states = {1: ISSUED, 2: VOID, 3: ISSUED, 4: REPLACED, 5: ISSUED, 9: ISSUED}
    (series,) = count_series([(serial(n), state) for n, state in states.items()], [serial(6)])
    assert series == SerialAccount(
        "DSH",
        2018,
        "K7",
        6,
        (SerialRange(1, 9),),
        void=(2,),
        replaced=(4,),
        taken_back=(6,),
        missing=(SerialRange(7, 8),),
    )
    assert series.name == "DSH-2018-K7"


def test_laptops_and_years_are_apart_and_numbers_begin_at_one() -> None:
    known = [(serial(3), ISSUED), (serial(1, "K8"), ISSUED), (serial(1, year=2019), VOID), ("7", ISSUED)]
    found = count_series(known, [])
    assert [each.name for each in found] == ["DSH-2018-K7", "DSH-2018-K8", "DSH-2019-K7"]
    assert found[0].missing == (SerialRange(1, 2),)
    assert (found[2].given, found[2].void) == (1, (1,))


def test_a_number_taken_back_on_one_side_and_kept_on_the_other_stands_in_the_register() -> None:
    (series,) = count_series([(serial(1), ISSUED)], [serial(1)])
    assert (series.given, series.taken_back) == (1, ())


def test_copies_count_in_blocks_and_leave_no_gap_between() -> None:
    start = block_of("0badcafe" + "0" * 24)
    numbers = [1, 2, 3, start + 1, start + 2, start + 4]
    (series,) = count_series([(serial(number), ISSUED) for number in numbers], [])
    assert series.runs == (SerialRange(1, 3), SerialRange(start + 1, start + 4))
    assert series.missing == (SerialRange(start + 3, start + 3),)


@given(
    st.dictionaries(
        st.integers(1, 400) | st.integers(1, MAX_COUNTER), st.sampled_from([ISSUED, VOID, REPLACED])
    ),
    st.sets(st.integers(1, 400)),
)
def test_nothing_in_a_run_stays_unexplained(states: dict[int, CertificateState], gone: set[int]) -> None:
    found = count_series([(serial(n), state) for n, state in states.items()], [serial(n) for n in gone])
    for series in found:
        explained = set(states) | set(series.taken_back)
        explained |= {number for gap in series.missing for number in range(gap.first, gap.last + 1)}
        assert explained == {number for run in series.runs for number in range(run.first, run.last + 1)}
        assert series.given == len(states)
        assert set(series.taken_back) == gone - set(states)
