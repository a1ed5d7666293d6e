"""Table cards: two on a page, the name on both sides, readable across a room."""

import pytest

from tests.documents.boxes import Spot, collisions, letters
from tests.documents.reading import check_golden, faces, pages, picture
from tests.documents.samples import LONGEST, TITLE, name_cards
from trainer_app.documents.papers.room_papers import FACE, table_cards_pdf
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES


def test_golden_text() -> None:
    shown = name_cards(2, pictures=False)
    texts = [text for language in PAPER_LANGUAGES for text in pages(table_cards_pdf(shown, language))]
    check_golden("table_cards", "\n\n--- page ---\n\n".join(texts) + "\n")


@pytest.mark.parametrize(("people", "count"), [(0, 1), (1, 1), (2, 1), (3, 2), (25, 13), (500, 250)])
def test_two_stand_on_a_page(people: int, count: int) -> None:
    pdf = table_cards_pdf(name_cards(people), "tg")
    assert len(pages(pdf)) == count
    assert len(pdf) < 60_000 + people * 400


def test_the_name_stands_on_both_sides(qapp: object) -> None:
    text = pages(table_cards_pdf(name_cards(2), "ru"))[0]
    assert text.count("Абдуллоева") == 2
    assert text.count("Фаррух Бахтиёрович") == 2
    page = picture(table_cards_pdf(name_cards(2), "ru"), 100)
    face, right = round(page.height / 4), page.width - 80
    upper, lower = page.crop((80, 0, right, face)), page.crop((80, face, right, 2 * face))
    turned = upper.rotate(180)
    apart = sum(1 for a, b in zip(turned.tobytes(), lower.tobytes(), strict=True) if abs(a - b) > 128)
    dark = sum(lower.histogram()[:128])
    assert dark > 10_000
    assert apart < dark / 5


def test_a_family_name_is_read_from_five_metres() -> None:
    shown = name_cards(1)
    card = replace(shown.cards[0], family=Texts(tg="Абдураҳмонова"), given=Texts(tg="Гулчеҳра"))
    inked = letters(table_cards_pdf(replace(shown, cards=(card,)), "tg"))[0]
    capitals = [each for each in inked if each.text == "А"]
    assert max(each.bottom - each.top for each in capitals) > 15.5


def test_a_place_that_is_left_is_for_a_pen() -> None:
    text = pages(table_cards_pdf(name_cards(1, pictures=False), "en"))[0]
    assert text.count("Police Response to Domestic Violence") == 4
    assert text.count("Abdulloyeva") == 2
    one = replace(name_cards(1, pictures=False), spare=False)
    assert pages(table_cards_pdf(one, "en"))[0].count("Police Response to Domestic Violence") == 2
    with pytest.raises(TrainerError, match="documents.nothing_to_print"):
        table_cards_pdf(replace(one, cards=()), "en")


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_it_says_where_to_fold_and_where_to_cut(language: str) -> None:
    text = pages(table_cards_pdf(name_cards(2), language))[0]
    fold, cut = {"tg": ("қат кунед", "буред"), "ru": ("сгиб", "разрез"), "en": ("fold", "cut")}[
        language.partition("+")[0]
    ]
    assert text.count(fold) == 2
    assert text.count(cut) == 1


@pytest.mark.parametrize("pictures", [True, False])
@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_no_letter_leaves_its_face_whatever_the_names(language: str, pictures: bool) -> None:
    long = Texts(tg=f"{LONGEST} {TITLE['tg']}", ru=f"{LONGEST} {TITLE['ru']}", en=f"{LONGEST} {TITLE['en']}")
    shown = name_cards(3, longest=True, pictures=pictures)
    organisations = tuple(replace(each, name=long) for each in shown.head.emblems)
    head = replace(
        shown.head, title=long, town=Texts(tg=LONGEST, ru=LONGEST, en=LONGEST), emblems=organisations
    )
    for inked in letters(table_cards_pdf(replace(shown, head=head), language)):
        assert collisions(inked) == []
        for letter in inked:
            faces_of_page = [Spot(3, at * FACE + 0.2, 210 - 3, (at + 1) * FACE - 0.2) for at in range(4)]
            assert any(letter.within(face) for face in faces_of_page), letter
        assert min(letter.top for letter in inked) > 5


def test_same_bytes_and_embedded_fonts() -> None:
    pdf = table_cards_pdf(name_cards(), "tg+en")
    assert pdf == table_cards_pdf(name_cards(), "tg+en")
    assert len(faces(pdf)) == 4
    assert all(faces(pdf).values())
