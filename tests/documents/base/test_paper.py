"""Pages and fonts: sound files, settings put back, nothing but our own faces."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab import rl_config

from tests.documents.reading import faces, pages, picture
from tests.documents.samples import RESOURCES, TAJIK
from trainer_app.documents.base import fonts
from trainer_app.documents.base.paper import POINTS, Paper, paint, text_width
from trainer_app.documents.certificates import ornaments
from trainer_app.domain.base.errors import TrainerError


def _paper() -> Paper:
    return Paper(100, 50, "tg", "Намуна", "Ташкилкунанда")


def test_a_paper_says_its_title_and_language() -> None:
    paper = _paper()
    paper.text(10, 10, "а", fonts.SANS, 10)
    reader = PdfReader(io.BytesIO(paper.finish()), strict=True)
    assert reader.metadata is not None
    assert reader.metadata.title == "Намуна"
    assert reader.metadata.author == "Ташкилкунанда"
    assert reader.trailer["/Root"]["/Lang"] == "tg"
    assert float(reader.pages[0].mediabox.width) == pytest.approx(100 * POINTS, abs=0.01)


@pytest.mark.parametrize("name", fonts.FACES)
def test_every_face_has_every_letter_and_gives_it_back(name: str) -> None:
    letters = TAJIK + "ЁёЪъЭэ«»“”‘’–·№абвABCxyz0123456789().,"
    assert fonts.missing_letters(letters, name) == ""
    paper = _paper()
    paper.text(5, 20, letters, name, 8)
    pdf = paper.finish()
    assert letters in pages(pdf)[0]
    assert list(faces(pdf).values()) == [True]


def test_more_letters_than_one_subset_holds_come_back(qapp: object) -> None:
    glyphs = sorted(fonts.face(fonts.SANS).face.charToGlyph)
    letters = [chr(code) for code in glyphs if chr(code).isalpha() and code < 0x2000][:400]
    paper = _paper()
    for at in range(0, len(letters), 50):
        paper.text(5, 10, "".join(letters[at : at + 50]), fonts.SANS, 8)
        paper.end_page()
    read = pages(paper.finish())
    assert len(letters) > 300
    assert "".join(read) == "".join(letters)


def test_text_stands_where_it_should(qapp: object) -> None:
    paper = _paper()
    paper.box(40, 20, 20, 10, fill="000000")
    paper.text(90, 40, "Ш", fonts.SANS_BOLD, 20, align="right")
    seen = picture(paper.finish(), 254)
    assert seen.getpixel((500, 250)) == 0
    assert seen.getpixel((390, 250)) == 255
    assert seen.getpixel((610, 250)) == 255
    width = text_width("Ш", fonts.SANS_BOLD, 20)
    ink = seen.crop((round((90 - width) * 10), 330, 900, 402)).point(lambda level: 255 - level).getbbox()
    assert ink is not None
    assert ink[3] >= 68


def test_upright_text_runs_upwards_from_its_point(qapp: object) -> None:
    paper = _paper()
    with paper.upright(30, 40):
        paper.text(30, 40, "ШШШШ", fonts.SANS_BOLD, 20)
        paper.text(30, 50, "Ш", fonts.SANS_BOLD, 20)
    ink = picture(paper.finish(), 254).point(lambda level: 255 - level).getbbox()
    assert ink is not None
    left, top, right, bottom = (side / 10 for side in ink)
    width = text_width("ШШШШ", fonts.SANS_BOLD, 20)
    assert bottom == pytest.approx(40, abs=1)
    assert top == pytest.approx(40 - width, abs=1)
    assert left == pytest.approx(25, abs=1), "capitals stand left of the base line"
    assert right == pytest.approx(40, abs=1), "the next line stands to the right"


def test_settings_of_the_process_are_put_back() -> None:
    before = rl_config.invariant, rl_config.useA85
    _paper().finish()
    assert (rl_config.invariant, rl_config.useA85) == before
    with fonts.settings():
        assert (rl_config.invariant, rl_config.useA85) == (1, 0)
    assert (rl_config.invariant, rl_config.useA85) == before
    with pytest.raises(TrainerError), fonts.settings():
        fonts.face("nobody")
    assert (rl_config.invariant, rl_config.useA85) == before


def test_two_papers_can_be_drawn_side_by_side() -> None:
    one, two = _paper(), _paper()
    for letter in "абвгд":
        one.text(10, 10, letter, fonts.SANS, 10)
        two.text(10, 10, letter.upper(), fonts.SANS, 10)
    assert "".join(pages(one.finish())[0].split()) == "абвгд"
    assert "".join(pages(two.finish())[0].split()) == "АБВГД"


def test_a_missing_font_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as caught:
        fonts.use(tmp_path)
    assert caught.value.code == "documents.font_missing"
    (tmp_path / f"{fonts.SANS}.ttf").write_bytes(b"no font")
    with pytest.raises(TrainerError):
        fonts.use(tmp_path)
    with pytest.raises(TrainerError):
        fonts.face("Helvetica-of-nobody")
    fonts.use(RESOURCES / "fonts")


def test_colours() -> None:
    assert paint("000000") == "0 0 0"
    assert paint("FF8000") == "1 0.502 0"


def test_a_woven_band_keeps_inside_its_height_and_ends_in_points() -> None:
    numbers = [
        [float(part) for part in line.split()[:-1]]
        for line in ornaments.band(700.0, 7.0, 30).splitlines()
        if line.endswith(("m", "c"))
    ]
    ends = [line[-2:] for line in numbers]
    assert max(abs(y) for _, y in ends) <= 7.0 * 25
    assert max(abs(y) for _, y in ends) > 0.9 * 7.0 * 25
    starts = [line for line in numbers if len(line) == 2]
    assert [start[1] for start in starts] == [0] * 5
    assert min(x for x, _ in ends) == 0
    assert max(x for x, _ in ends) == 700 * 25
