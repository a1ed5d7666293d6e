"""Badges: eight on a page, whole names, and a code that every reader gets from any print."""

import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from tests.documents.boxes import Spot, collisions, letters, shapes
from tests.documents.reading import check_golden, faces, pages, picture
from tests.documents.samples import LONGEST, NAMES, TITLE, name_cards
from trainer_app.documents.base.graphics import BARCODE_QUIET, code128
from trainer_app.documents.papers.room_papers import BARS, HIGH, MODULE, WIDE, badges_pdf
from trainer_app.domain.attendance.sheets import badge_code, is_badge_code, spaced_code
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES, NameCards

WANTED = [badge_code(f"enrolment-{number}") for number in range(6)]


def test_golden_text() -> None:
    shown = name_cards(2, pictures=False)
    texts = [text for language in PAPER_LANGUAGES for text in pages(badges_pdf(shown, language))]
    check_golden("badges", "\n\n--- page ---\n\n".join(texts) + "\n")


@pytest.mark.parametrize(
    ("people", "count", "spare"),
    [(0, 1, 8), (1, 1, 7), (6, 1, 2), (7, 2, 9), (8, 2, 8), (25, 4, 7), (500, 63, 4)],
)
def test_everybody_has_one_and_some_are_left_without_a_name(people: int, count: int, spare: int) -> None:
    texts = pages(badges_pdf(name_cards(people), "en"))
    assert len(texts) == count
    whole = "\n".join(texts)
    for number in range(people):
        assert whole.count(spaced_code(badge_code(f"enrolment-{number}"))) == 1
    assert whole.count("Rank, unit") == spare


def test_only_these_leaves_nothing_over() -> None:
    one = replace(name_cards(1), spare=False)
    text = pages(badges_pdf(one, "en"))[0]
    assert text.count("Police Response to") == 1
    assert "Rank, unit" not in text
    with pytest.raises(TrainerError, match="documents.nothing_to_print"):
        badges_pdf(replace(one, cards=()), "en")


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_a_badge_says_who_what_where_and_when(language: str) -> None:
    text = pages(badges_pdf(name_cards(7), language))[0].replace("\n", " ")
    tajik, english = language.startswith("tg"), language.endswith("en")
    assert ("15–18 октябри соли 2018" in text) == tajik
    assert ("Dushanbe, 15–18 October 2018" in text) == english
    assert ("лейтенанти калон · ШКД н. Исмоили Сомонӣ" in text) == tajik
    assert ("Senior Lieutenant" in text) == english
    assert ("старший лейтенант" in text) == language.endswith("ru")
    assert ("Ғафуров Сӯҳроб Ноилович" in text) == (language != "en")
    assert ("Police Response to Domestic Violence" in text) == english
    assert ("Suhrob Ghafurov" in text) == (language == "tg+en")


@pytest.mark.parametrize("pictures", [True, False])
@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_no_letter_leaves_its_badge_whatever_the_names(language: str, pictures: bool) -> None:
    found = _stuffed(name_cards(7, longest=True, pictures=pictures))
    for inked in letters(badges_pdf(found, language)):
        assert collisions(inked) == []
        for letter in inked:
            assert any(letter.within(place) for place in _places()), letter


def test_nothing_stands_in_the_quiet_zones_of_a_code() -> None:
    pdf = badges_pdf(_stuffed(name_cards(7, longest=True)), "tg+en")
    inked, codes = letters(pdf)[0], shapes(pdf)[0]
    assert len(codes) == 7
    quiet = BARCODE_QUIET * MODULE
    for code in codes:
        assert code.right - code.left == pytest.approx(90 * MODULE, abs=0.1)
        assert code.bottom - code.top == pytest.approx(BARS, abs=0.1)
        clear = Spot(code.left - quiet, code.top, code.right + quiet, code.bottom)
        assert not [each.text for each in inked if each.meets(clear)]
        assert any(clear.within(replace(place, right=place.right + 2)) for place in _places())


def test_a_name_of_sixty_letters_is_whole_even_as_one_word() -> None:
    shown = name_cards(1)
    one = replace(shown.cards[0], family=Texts(tg=LONGEST.replace(" ", "")), given=Texts())
    pdf = badges_pdf(replace(shown, cards=(one,)), "tg")
    assert LONGEST.replace(" ", "") in pages(pdf)[0].replace("\n", "")
    inked = letters(pdf)[0]
    assert collisions(inked) == []
    assert all(any(letter.within(place) for place in _places()) for letter in inked)


def test_the_code_is_wide_and_high_enough_for_a_cheap_scanner() -> None:
    modules, bars = code128(WANTED[0])
    assert modules == 90
    assert bars[0] == (0, 2)
    assert sum(bars[-1]) == modules
    assert MODULE >= 0.33
    assert BARS >= 10
    assert 2 * BARCODE_QUIET * MODULE + modules * MODULE < WIDE


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("harm", ["clean", "copied", "turned", "aslant", "blurred"])
def test_every_code_is_read_from_a_print(qapp: object, dpi: int, harm: str) -> None:
    seen = _harmed(picture(badges_pdf(name_cards(), "tg+en"), dpi), harm, dpi)
    found = zxingcpp.read_barcodes(seen, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128]))
    assert sorted(each.text for each in found) == sorted(WANTED)
    assert all(is_badge_code(each.text) for each in found)


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="the second reader is not installed")
@pytest.mark.parametrize("dpi", [203, 300])
def test_another_reader_gets_the_same(tmp_path: Path, dpi: int, qapp: object) -> None:
    page = tmp_path / "page.png"
    _harmed(picture(badges_pdf(name_cards(), "ru"), dpi), "copied", dpi).save(page)
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Scode128.enable", str(page)]
    read = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    assert sorted(read) == sorted(WANTED)


def test_same_bytes_and_embedded_fonts() -> None:
    pdf = badges_pdf(name_cards(), "tg+en")
    assert pdf == badges_pdf(name_cards(), "tg+en")
    assert len(faces(pdf)) == 4
    assert all(faces(pdf).values())


def test_what_badges_have_in_common_is_kept_once() -> None:
    few, many = (len(badges_pdf(name_cards(people), "tg+en")) for people in (8, 504))
    assert (many - few) / 496 < 300
    assert NAMES[1].split()[0] in "".join(pages(badges_pdf(name_cards(), "tg")))


def _harmed(seen: Image.Image, harm: str, dpi: int) -> Image.Image:
    match harm:
        case "copied":
            return seen.point(lambda level: 255 if level > 127 else 0)
        case "turned":
            return seen.rotate(90, expand=True)
        case "aslant":
            return seen.rotate(3, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        case "blurred":
            return seen.filter(ImageFilter.GaussianBlur(dpi * 0.0035))
    return seen


def _places() -> list[Spot]:
    """Return the badges of a page, less what a pair of scissors may take."""
    left, top, keep = (210 - 2 * WIDE) / 2, (297 - 4 * HIGH) / 2, 2.0
    corners = [(left + across * WIDE, top + down * HIGH) for down in range(4) for across in range(2)]
    return [Spot(x + keep, y + keep, x + WIDE - keep, y + HIGH - keep) for x, y in corners]


def _stuffed(cards: NameCards) -> NameCards:
    """Return cards with a title, a place and organisations as long as anybody has seen them."""
    long = Texts(tg=f"{LONGEST} {TITLE['tg']}", ru=f"{LONGEST} {TITLE['ru']}", en=f"{LONGEST} {TITLE['en']}")
    unit = Texts(tg=LONGEST, ru=LONGEST, en=LONGEST)
    people = tuple(replace(card, unit=unit, rank=unit) for card in cards.cards)
    organisations = tuple(replace(each, name=long) for each in cards.head.emblems)
    head = replace(cards.head, title=long, town=unit, emblems=organisations)
    return NameCards(head, people)
