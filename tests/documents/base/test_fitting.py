"""Texts fit: they shrink, break, and are never clipped."""

from hypothesis import given
from hypothesis import strategies as st

from tests.documents.samples import NAMES
from trainer_app.documents.base import fonts
from trainer_app.documents.base.fitting import fit, wrap
from trainer_app.documents.base.paper import text_width

FONT = "Cormorant-Bold"
_LETTERS = st.text("абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюяАҒҚ-", min_size=1, max_size=25)
texts = st.lists(_LETTERS, min_size=1, max_size=12).map(" ".join)


def test_a_name_shrinks_then_breaks_then_shrinks_on() -> None:
    short = fit(NAMES[0], FONT, 34, 215, min_size=22, max_lines=2)
    assert (short.lines, short.size, short.crowded) == ((NAMES[0],), 34, False)
    longer = fit("Абдураҳмонова Шамсиддинзода Гулчеҳра Ҳакимовна", FONT, 34, 215, 22, 2)
    assert len(longer.lines) == 1
    assert 22 <= longer.size < 34
    broken = fit("Абдураҳмонова Шамсиддинзода Гулчеҳра Ҳакимовна Мирзоҷӯраевна", FONT, 34, 215, 22, 2)
    assert broken.broken
    assert broken.size == 22
    assert not broken.crowded
    crowded = fit("Шамсиддинзода " * 15, FONT, 34, 215, 22, 2)
    assert crowded.crowded
    assert 0 < crowded.size < 22


def test_lines_are_as_even_as_they_can_be() -> None:
    lines = fit("аааа бббб вввв гггг", FONT, 40, text_width("аааа бббб в", FONT, 40), 40, 2).lines
    assert lines == ("аааа бббб", "вввв гггг")


def test_one_word_too_long_is_cut_rather_than_made_unreadable() -> None:
    fitted = fit("Ҷ" * 60, FONT, 10, 30, 8, 2)
    assert [len(line) for line in fitted.lines] == [30, 30]


def test_a_double_name_ends_its_line_at_the_hyphen_rather_than_inside_a_word() -> None:
    double = "Абдураҳмонова-Шамсиддинзода"
    half = text_width("Абдураҳмонова-", FONT, 40)
    assert fit(double, FONT, 60, half, 40, 2).lines == ("Абдураҳмонова-", "Шамсиддинзода")
    crowded = fit(double, FONT, 60, half, 50, 2)
    assert crowded.lines == ("Абдураҳмонова-", "Шамсиддинзода")
    assert crowded.crowded


def test_a_double_name_stays_whole_where_a_space_is_enough() -> None:
    name = "Саидова-Назарова Гулчеҳра Ҳакимовна"
    width = text_width("Саидова-Назарова Г", FONT, 20)
    assert fit(name, FONT, 20, width, 20, 2).lines == ("Саидова-Назарова", "Гулчеҳра Ҳакимовна")


@given(texts, st.floats(10, 250), st.floats(6, 40), st.integers(1, 3))
def test_nothing_is_clipped_and_no_letter_is_lost(text: str, width: float, size: float, lines: int) -> None:
    fitted = fit(text, FONT, size, width, size * 0.6, lines)
    assert len(fitted.lines) <= lines
    assert fitted.size <= size
    for line in fitted.lines:
        assert text_width(line, FONT, fitted.size) <= width * 1.0001
    assert "".join(fitted.lines).replace(" ", "") == text.replace(" ", "")


@given(texts, st.floats(8, 200))
def test_wrapped_lines_fit_and_keep_every_letter(text: str, width: float) -> None:
    lines = wrap(text, fonts.SANS, 9, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert len(line) == 1 or text_width(line, fonts.SANS, 9) <= width


def test_wrapping_breaks_at_spaces_and_after_hyphens_first() -> None:
    width = text_width("Абдураҳмонова-", fonts.SANS, 9)
    assert wrap("Абдураҳмонова-Шарифова", fonts.SANS, 9, width) == ("Абдураҳмонова-", "Шарифова")
    assert wrap("а\nб", fonts.SANS, 9, 50) == ("а", "б")
    assert wrap("", fonts.SANS, 9, 50) == ("",)
