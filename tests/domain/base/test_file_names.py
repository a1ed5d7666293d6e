"""Names that every disk takes, whatever somebody called a course or a design."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.text_cleaning import MOST_BYTES, is_device, is_safe, safe_name, shortened


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("DV18-sign-in-tg.pdf", "DV18-sign-in-tg.pdf"),
        ("ДВ/2026: «А»-sign-in.pdf", "ДВ-2026- «А»-sign-in.pdf"),
        ('a<b>c"d|e?f*g\\h.xlsx', "a-b-c-d-e-f-g-h.xlsx"),
        ("aux.pdf", "_aux.pdf"),
        ("NUL", "_NUL"),
        ("Com1.tar.gz", "_Com1.tar.gz"),
        ("con .txt", "_con.txt"),
        ("lpt².pdf", "_lpt².pdf"),
        ("console.pdf", "console.pdf"),
        ("Ҷадвал…", "Ҷадвал…"),
        (" name. ", "name"),
        ("two\nlines.pdf", "two-lines.pdf"),
        ("", "file"),
        ("...", "file"),
        ("///", "file"),
        (".pdf", ".pdf"),
    ],
)
def test_what_a_disk_does_not_take_is_replaced(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending_and_fits_where_bytes_are_counted() -> None:
    found = safe_name("Ғ" * 300 + ".pdf")
    assert found.endswith("Ғ.pdf")
    assert MOST_BYTES - 2 < len(found.encode()) <= MOST_BYTES
    assert shortened("Ғғ", 3) == "Ғ"
    assert len(safe_name("a." + "b" * 400).encode()) <= MOST_BYTES


@given(st.text(max_size=400))
def test_every_name_becomes_one_that_stays_as_it_is(name: str) -> None:
    safe = safe_name(name)
    assert safe_name(safe) == safe
    assert is_safe(safe)
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe == safe.rstrip(" .")
    assert not is_device(safe)
    assert 0 < len(safe.encode()) <= MOST_BYTES + 1


def test_what_is_safe_is_told() -> None:
    assert is_safe("ДВ-2026 «А».pdf")
    assert not any(map(is_safe, ("", "a:b", "aux", "name.", "x" * 300)))
