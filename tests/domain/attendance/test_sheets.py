"""Sheet codes: what is printed is read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance.sheets import SheetCode, lies_on, parse_sheet_code

DAY = date(2018, 10, 17)


@given(
    st.sampled_from(["DSH", "", "TJ"]),
    st.sampled_from(["GARM", "DV-GARM-2", "Ҳисор", "17"]),
    st.none() | st.integers(1, 60),
    st.integers(0, 40),
)
def test_what_is_printed_is_read_back(office: str, course: str, session: int | None, page: int) -> None:
    code = SheetCode(office, DAY, course, session, page)
    assert parse_sheet_code(str(code), (date(2018, 10, 16), DAY)) == code


def test_the_forms() -> None:
    assert str(SheetCode("DSH", DAY, "GARM")) == "DSH-1017-GARM"
    assert str(SheetCode("DSH", DAY, "GARM", 2, 3)) == "DSH-1017.2-GARM/3"
    assert SheetCode("DSH", DAY, "GARM", 2, 3).whole == SheetCode("DSH", DAY, "GARM", 2)


@pytest.mark.parametrize("text", ["", "DSH", "DSH-1017", "DSH-1018-GARM", "TRC1:ABC", "4129037756"])
def test_what_is_no_code_of_these_days_is_none(text: str) -> None:
    assert parse_sheet_code(text, (DAY,)) is None


def test_a_file_lies_with_the_sheet_of_its_day_and_session_whatever_the_codes_were_called() -> None:
    days = (date(2018, 10, 16), DAY)
    first, second, session = SheetCode("DSH", days[0], "C"), SheetCode("DSH", DAY, "C"), 8
    alone = SheetCode("DSH", DAY, "C", session)
    cases = {
        "DSH-1017-C": (False, True, False),
        "OWN-1017-OLD": (False, True, False),
        "OWN-1017.8-C": (False, True, True),
        "OWN-1017.9-C": (False, True, False),
        "DSH-1016-C": (True, False, False),
        "DSH-1020-C": (True, False, False),
        "": (False, False, False),
    }
    found = {text: tuple(lies_on(text, sheet, days) for sheet in (first, second, alone)) for text in cases}
    assert found == cases
    assert not lies_on("DSH-1017-C", second, ())
