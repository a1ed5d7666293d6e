"""The sign-in sheet: everybody on it, room for more, any number of sessions."""

from dataclasses import replace

import pytest

from tests.documents.reading import check_golden, codes, faces, pages, picture
from tests.documents.samples import NAMES, sheet
from trainer_app.documents.signin import signin_pdf
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.texts import LANGUAGES

LONGEST = "Абдураҳмонова-Шамсиддинзода Гулчеҳра Ҳакимовна Мирзоҷӯраевна"


def test_golden_text() -> None:
    texts = [text for language in LANGUAGES for text in pages(signin_pdf(sheet(20), language))]
    check_golden("signin", "\n\n--- page ---\n\n".join(texts) + "\n")


@pytest.mark.parametrize("people", [0, 1, 8, 9, 25, 26, 27, 500])
def test_everybody_is_on_it_once_with_ten_rows_to_spare(people: int) -> None:
    texts = pages(signin_pdf(sheet(people), "tg"))
    assert len(texts) == -(-(people + 10) // 18)
    whole = "\n".join(texts)
    assert sum(whole.count(name) for name in NAMES) == people
    assert len(texts) * 18 - people >= 10
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in text
        assert "3 / 4" in text


def test_names_of_sixty_letters_stay_whole() -> None:
    assert len(LONGEST) == 60
    for sessions in range(1, 7):
        text = pages(signin_pdf(sheet(3, sessions, LONGEST), "ru"))[0]
        joined = text.replace("\n", " ")
        assert joined.count("Шамсиддинзода") == 3
        for word in LONGEST.replace("-", " ").split():
            assert word in joined


@pytest.mark.parametrize("sessions", range(7))
def test_each_session_has_its_column_and_its_box(sessions: int) -> None:
    texts = pages(signin_pdf(sheet(25, sessions), "tg"))
    assert len(texts) == 2
    for number in range(7, 7 + sessions):
        assert f"Имзо {number}" in texts[0]
        start = 540 + (number - 7) * 100
        assert f"{start // 60:02}:{start % 60:02}–" in texts[0]


def test_more_than_six_sessions_go_on_pages_of_their_own() -> None:
    texts = pages(signin_pdf(sheet(25, 8), "en"))
    assert len(texts) == 4
    assert ["Signature 12" in text for text in texts] == [True, True, False, False]
    assert ["Signature 13" in text for text in texts] == [False, False, True, True]
    assert "4 / 4" in texts[3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_tajik_and_russian_sheets_have_english_second_lines(language: str) -> None:
    text = pages(signin_pdf(sheet(), language))[0]
    assert "Participants’ sign-in sheet" in text
    assert "Police Response to Domestic Violence" in text
    assert "DSH-1017-1" in text
    assert text.count("Signature") == 3
    titles = {"tg": "Варақаи имзои иштирокчиён", "ru": "Лист регистрации участников"}
    assert [title in text for title in titles.values()] == [language == key for key in titles]


def test_several_sheets_in_one_file() -> None:
    days = [replace(sheet(5), code=f"DSH-1017-{number}") for number in (1, 2, 3)]
    texts = pages(signin_pdf(days, "tg"))
    assert [f"DSH-1017-{number}" in text for number, text in enumerate(texts, start=1)] == [True] * 3
    with pytest.raises(TrainerError):
        signin_pdf([], "tg")


def test_same_bytes_embedded_fonts_and_a_code_that_is_read(qapp: object) -> None:
    pdf = signin_pdf(sheet(), "tg")
    assert pdf == signin_pdf(sheet(), "tg")
    assert len(faces(pdf)) == 4
    assert all(faces(pdf).values())
    for dpi in (300, 100):
        assert codes(picture(pdf, dpi)) == ["DSH-1017-1"]


def test_a_copier_without_grey_keeps_it_all(qapp: object) -> None:
    page = picture(signin_pdf(sheet(), "tg"), 300)
    black_and_white = page.point(lambda level: 255 if level > 127 else 0)
    assert codes(black_and_white) == ["DSH-1017-1"]
    dark = sum(black_and_white.histogram()[:128])
    assert dark > 0.9 * sum(page.histogram()[:128])
