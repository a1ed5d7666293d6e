"""The sign-in sheet: everybody on it, room for more, any number of sessions, nothing over anything else."""

import pypdfium2
import pytest

from tests.documents.boxes import collisions, crossings, letters, rules, see
from tests.documents.reading import check_golden, codes, faces, pages, picture
from tests.documents.samples import LONGEST, NAMES, emblems, sheet
from trainer_app.documents.papers.sign_in import signin_pdf
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES, SignInSheet

TITLES = {
    "tg": "Варақаи имзои иштирокчиён",
    "ru": "Лист подписей участников",
    "en": "Participants’ sign-in sheet",
}
TOPIC = Texts(tg="Арзёбии хатар", ru="Оценка риска", en="Risk assessment")


def of_session(people: int = 20, topic: Texts = TOPIC) -> SignInSheet:
    """Return the sheet of one session."""
    day = sheet(people, 1)
    return replace(day, code=replace(day.code, session=7), sessions=(replace(day.sessions[0], topic=topic),))


def test_golden_text() -> None:
    shown = [replace(sheet(20), emblems=emblems(False)), replace(of_session(), emblems=emblems())]
    texts = [text for language in PAPER_LANGUAGES for text in pages(signin_pdf(shown, language))]
    check_golden("signin", "\n\n--- page ---\n\n".join(texts) + "\n")


@pytest.mark.parametrize(
    ("people", "count"),
    [(0, 1), (1, 1), (13, 1), (15, 1), (16, 2), (18, 2), (25, 2), (33, 2), (34, 3), (500, 28)],
)
def test_everybody_is_on_it_once_with_three_rows_to_spare(people: int, count: int) -> None:
    """A page on which nobody stands is printed only where the one before has no such room left."""
    texts = pages(signin_pdf(sheet(people), "tg"))
    assert len(texts) == count
    whole = "\n".join(texts)
    assert sum(whole.count(name) for name in NAMES) == people
    assert len(texts) * 18 - people >= 3
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in text
        assert f"DSH-1017-1/{number}" in text
        assert "3 / 4" in text


@pytest.mark.parametrize("sessions", range(1, 9))
def test_names_of_sixty_letters_stay_whole(sessions: int) -> None:
    text = pages(signin_pdf(sheet(3, sessions, LONGEST), "ru"))[0]
    joined = text.replace("\n", " ")
    assert joined.count("Шамсиддинзода") == 3
    for word in LONGEST.replace("-", " ").split():
        assert word in joined


@pytest.mark.parametrize(
    ("people", "sessions"), [(1, 1), (25, 1), (25, 2), (25, 3), (25, 4), (25, 6), (25, 8), (500, 8)]
)
def test_no_letter_leaves_its_cell_whatever_the_names(people: int, sessions: int) -> None:
    shown = _stuffed(sheet(people, sessions), pictures=sessions % 2 == 0)
    pdf = signin_pdf(shown, "tg+en")
    found = [(page.letters, page.rules) for page in see(pdf)]
    assert len(found) == (28 if people == 500 else -(-(people + 3) // 18)) * (2 if sessions > 6 else 1)
    for inked, lines in found:
        assert len(lines) > 18
        assert crossings(inked, lines) == []
        assert collisions(inked) == []
        assert min(each.left for each in inked) >= 14.9
        assert max(each.right for each in inked) <= 287.1
        assert min(each.top for each in inked) >= 5
        assert max(each.bottom for each in inked) <= 205


def test_a_sheet_of_one_session_holds_too() -> None:
    topic = Texts(tg=f"{LONGEST} {LONGEST}", ru="", en=f"{LONGEST} {LONGEST}")
    pdf = signin_pdf(_stuffed(of_session(25, topic), pictures=True), "tg+en")
    for inked, lines in zip(letters(pdf), rules(pdf), strict=True):
        assert crossings(inked, lines) == []
        assert collisions(inked) == []


def test_a_session_has_one_wide_column_its_topic_and_a_code_of_its_own() -> None:
    text = pages(signin_pdf(of_session(), "tg+en"))[0]
    assert "DSH-1017.7-1/1" in text
    assert "Имзо / Signature 7" in text
    assert "Арзёбии хатар" in text
    assert "Risk assessment" in text
    upright = [each.left for each in rules(signin_pdf(of_session(), "tg"))[0] if each.bottom > 190]
    assert 287 - max(upright) > 80


@pytest.mark.parametrize("sessions", range(7))
def test_each_session_has_its_column_and_its_box(sessions: int) -> None:
    texts = pages(signin_pdf(sheet(25, sessions), "tg"))
    assert len(texts) == 2
    assert "Шумораи имзоҳо" in texts[0]
    for number in range(7, 7 + sessions):
        assert f"Имзо {number}" in texts[0]
        start = 540 + (number - 7) * 100
        assert f"{start // 60:02}:{start % 60:02}–" in texts[0]


def test_more_than_six_sessions_go_on_pages_of_their_own_evenly() -> None:
    texts = pages(signin_pdf(sheet(25, 8), "en"))
    assert len(texts) == 4
    assert ["Signature 10" in text for text in texts] == [True, True, False, False]
    assert ["Signature 11" in text for text in texts] == [False, False, True, True]
    assert "4 / 4" in texts[3]
    assert "DSH-1017-1/4" in texts[3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_language_stands_alone(language: str) -> None:
    text = pages(signin_pdf(sheet(), language))[0]
    assert [title in text for title in TITLES.values()] == [language == code for code in TITLES]
    assert ("Police Response to Domestic Violence" in text) == (language == "en")


def test_tajik_with_english_second_lines() -> None:
    text = pages(signin_pdf(sheet(), "tg+en"))[0]
    assert [title in text for title in TITLES.values()] == [True, False, True]
    assert "Police Response to Domestic Violence" in text
    assert text.count("Signature") == 3
    assert "Wednesday, 17 October 2018" in text


def test_many_trainers_take_both_lines_rather_than_tiny_letters() -> None:
    trainers = tuple(
        Texts(tg=f"Д. Абдураҳмонова{number}", ru="", en=f"D. Abdurahmonova{number}") for number in range(4)
    )
    pdf = signin_pdf(replace(sheet(), trainers=trainers), "tg+en")
    text = pages(pdf)[0].replace("\n", " ")
    assert all(each["tg"] in text for each in trainers)
    assert "Abdurahmonova" not in text
    inked = [each for each in letters(pdf)[0] if each.text == "Д" and 30 < each.top < 40]
    assert len(inked) >= 4
    assert min(each.bottom - each.top for each in inked) > 1.8


def test_a_long_title_takes_two_lines_in_both_languages_rather_than_tiny_letters() -> None:
    long = Texts(
        tg="Такмили ихтисоси кормандони милитсия дар соҳаи пешгирии зӯроварӣ ва кор бо ҷабрдидагон",
        ru="",
        en="Advanced training of militia officers in preventing domestic violence "
        "and working with its victims",
    )
    pdf = signin_pdf(replace(sheet(), title=long, emblems=emblems()), "tg+en")
    assert long["tg"] in pages(pdf)[0].replace("\n", " ")
    assert long["en"] in pages(pdf)[0].replace("\n", " ")
    inked, lines = letters(pdf)[0], rules(pdf)[0]
    title = [each for each in inked if each.left < 125 and 34 < each.top < 40 and each.text.islower()]
    assert len(title) > 60
    assert max(each.bottom - each.top for each in title) > 2.0
    assert crossings(inked, lines) == []
    assert collisions(inked) == []


def test_a_language_that_papers_do_not_have_is_refused() -> None:
    with pytest.raises(TrainerError, match="paper.unknown_language"):
        signin_pdf(sheet(), "ru+en")


def test_organisations_stand_at_the_top_by_name_or_by_emblem(qapp: object) -> None:
    named = replace(sheet(), emblems=emblems(False))
    first = pages(signin_pdf(named, "ru"))[0].splitlines()[0]
    assert first.startswith("Организатор: Программа обучения сотрудников милиции")
    assert "Донор: Фонд помощи" in first
    seen = signin_pdf(replace(sheet(), emblems=emblems()), "ru")
    assert "Фонд помощи" not in pages(seen)[0]
    assert "Министерство внутренних дел" in pages(seen)[0]
    top = picture(seen, 100).crop((60, 20, 1130, 66))
    assert sum(top.histogram()[:200]) > 2000
    assert sum(picture(signin_pdf(sheet(), "ru"), 100).crop((60, 20, 1130, 40)).histogram()[:200]) == 0


def test_several_sheets_in_one_file() -> None:
    days = [replace(sheet(5), code=replace(sheet().code, course=f"C{number}")) for number in (1, 2, 3)]
    texts = pages(signin_pdf(days, "tg"))
    assert [f"DSH-1017-C{number}/1" in text for number, text in enumerate(texts, start=1)] == [True] * 3
    with pytest.raises(TrainerError):
        signin_pdf([], "tg")


def test_same_bytes_embedded_fonts_and_a_code_that_is_read(qapp: object) -> None:
    shown = replace(sheet(), emblems=emblems())
    pdf = signin_pdf(shown, "tg")
    assert pdf == signin_pdf(shown, "tg")
    assert len(faces(pdf)) == 4
    assert all(faces(pdf).values())
    for dpi in (300, 100):
        assert codes(picture(pdf, dpi)) == ["DSH-1017-1/1"]
        assert codes(picture(pdf, dpi, page=1)) == ["DSH-1017-1/2"]


def test_a_copier_without_grey_keeps_it_all(qapp: object) -> None:
    page = picture(signin_pdf(sheet(), "tg"), 300)
    black_and_white = page.point(lambda level: 255 if level > 127 else 0)
    assert codes(black_and_white) == ["DSH-1017-1/1"]
    dark = sum(black_and_white.histogram()[:128])
    assert dark > 0.9 * sum(page.histogram()[:128])


def test_all_tajik_letters_come_back_from_another_reader() -> None:
    rows = tuple(replace(row, name=f"Ғӣ Қӯ Ҳҷ Ӣӯ {row.number}") for row in sheet().rows)
    document = pypdfium2.PdfDocument(signin_pdf(replace(sheet(), rows=rows), "tg+en"))
    read = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert read.count("Ғӣ Қӯ Ҳҷ Ӣӯ") == 25


def _stuffed(shown: SignInSheet, pictures: bool) -> SignInSheet:
    """Return a sheet in which every text is as long as anybody has seen one."""
    long = Texts(tg=f"{LONGEST} {LONGEST}", ru="", en=f"{LONGEST} {LONGEST}")
    return replace(
        shown,
        code=replace(shown.code, course="TAJIKISTAN-POLICE-DOMESTIC-VIOLENCE-2018"),
        title=long,
        venue=long,
        trainers=(Texts(tg=LONGEST, ru="", en=LONGEST),) * 4,
        rows=tuple(replace(row, name=LONGEST, rank=LONGEST, unit=LONGEST) for row in shown.rows),
        emblems=tuple(replace(each, name=long) for each in emblems(pictures)),
    )
