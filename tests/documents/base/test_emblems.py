"""Emblems: in proportion, on white, no finer than printed; a broken one leaves its name and a warning."""

import io

import pytest
from PIL import Image

from tests.documents.boxes import letters
from tests.documents.reading import pages, picture
from tests.documents.samples import emblems, logo
from trainer_app.documents.base.course_head import (
    draw_emblems,
    emblem_warnings,
    has_pictures,
    name_line,
    open_emblems,
)
from trainer_app.documents.base.fitting import Box
from trainer_app.documents.base.paper import Paper
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import Emblem, LogoOwner
from trainer_app.domain.papers.course_papers import PaperLanguage

NAME = Texts(tg="Донор", ru="Донор", en="Donor")


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return a picture as a file."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"no picture", logo()[:200], logo()[:-40], saved(Image.new("L", (9, 9)), "GIF"), b"\x89PNG\r\n\x1a\n"],
)
def test_a_broken_picture_leaves_the_name_and_a_warning(content: bytes) -> None:
    broken = (Emblem(LogoOwner.DONOR, NAME, content),)
    shown = open_emblems(broken)
    assert not has_pictures(shown)
    assert name_line(shown, "en") == "Donor: Donor"
    assert emblem_warnings(broken) == [Label("paper.emblem_unreadable", {"who": Label("paper.emblem.donor")})]
    paper = Paper(100, 50, "en", "Sample")
    draw_emblems(paper, shown, PaperLanguage("en"), Box(5, 5, 90, 10))
    assert pages(paper.finish()) == ["Donor"]


def test_whoever_has_neither_name_nor_picture_is_left_out() -> None:
    assert open_emblems([Emblem(LogoOwner.PARTNER)]) == ()
    assert open_emblems([Emblem(LogoOwner.PARTNER, picture=b"broken")]) == ()
    assert emblem_warnings(emblems()) == []
    assert len(open_emblems(emblems())) == 3


def test_a_huge_picture_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    huge = saved(Image.new("1", (9000, 8000)))
    monkeypatch.setattr(Image.Image, "load", lambda *_: pytest.fail("it was unpacked"))
    assert not has_pictures(open_emblems([Emblem(LogoOwner.DONOR, NAME, huge)]))


@pytest.mark.parametrize(
    "content",
    [
        saved(Image.new("CMYK", (80, 40), (0, 0, 0, 255)), "JPEG"),
        saved(Image.new("L", (80, 40), 0), "JPEG"),
        saved(Image.new("P", (80, 40))),
        saved(Image.new("I;16", (80, 40))),
        saved(Image.new("LA", (80, 40), (0, 255))),
        saved(Image.new("1", (80, 40))),
    ],
)
def test_every_kind_of_picture_is_drawn(content: bytes, qapp: object) -> None:
    paper = Paper(100, 50, "en", "Sample")
    shown = open_emblems([Emblem(LogoOwner.DONOR, NAME, content)])
    draw_emblems(paper, shown, PaperLanguage("en"), Box(10, 10, 80, 20))
    seen = picture(paper.finish(), 254).point(lambda level: 255 if level < 128 else 0)
    assert _edges(seen) == pytest.approx((100, 100, 500, 300), abs=2)


def test_a_picture_keeps_its_proportions_and_the_first_and_last_their_edges(qapp: object) -> None:
    paper = Paper(200, 50, "en", "Sample")
    black = [Emblem(role, NAME, saved(Image.new("L", (100, 100), 0))) for role in LogoOwner]
    draw_emblems(paper, open_emblems(black), PaperLanguage("en"), Box(10, 10, 180, 20))
    seen = picture(paper.finish(), 254).point(lambda level: 255 if level < 128 else 0)
    row = [
        at for at in range(1, 2000) if (seen.getpixel((at, 200)) != 0) != (seen.getpixel((at - 1, 200)) != 0)
    ]
    assert row == pytest.approx([100, 300, 900, 1100, 1700, 1900], abs=2)


def test_they_may_stand_close_up(qapp: object) -> None:
    paper = Paper(200, 50, "en", "Sample")
    black = [Emblem(role, NAME, saved(Image.new("L", (100, 100), 0))) for role in LogoOwner]
    draw_emblems(paper, open_emblems(black), PaperLanguage("en"), Box(10, 10, 180, 20), spread=False)
    seen = picture(paper.finish(), 254).point(lambda level: 255 if level < 128 else 0)
    assert _edges(seen) == pytest.approx((100, 100, 820, 300), abs=2)


def test_names_end_at_the_edge_where_their_row_ends() -> None:
    paper = Paper(200, 50, "en", "Sample")
    named = [Emblem(role, Texts(en="Ministry of Internal Affairs of the Republic")) for role in LogoOwner]
    draw_emblems(paper, open_emblems(named), PaperLanguage("en"), Box(10, 10, 120, 20))
    inked = letters(paper.finish())[0]
    assert min(each.left for each in inked) == pytest.approx(10, abs=0.5)
    assert max(each.right for each in inked) == pytest.approx(130, abs=0.5)


def test_a_photo_turned_by_its_camera_stands_upright(qapp: object) -> None:
    wide = Image.new("L", (80, 40), 0)
    exif = Image.Exif()
    exif[0x0112] = 6
    shown = open_emblems([Emblem(LogoOwner.DONOR, NAME, saved(wide, "JPEG", exif=exif))])
    assert shown[0].picture is not None
    assert shown[0].picture.size == (40, 80)


def test_transparent_is_white_and_nothing_is_finer_than_printed() -> None:
    clear = Image.new("RGBA", (4000, 1000), (0, 0, 0, 0))
    kept = open_emblems([Emblem(LogoOwner.DONOR, NAME, saved(clear))])[0].picture
    assert kept is not None
    assert kept.getextrema() == ((255, 255),) * 3
    assert kept.size == (827, 207)


@pytest.mark.parametrize(("shade", "pale"), [(255, True), (200, True), (150, False), (0, False)])
def test_a_pale_picture_is_drawn_with_a_warning(shade: int, pale: bool) -> None:
    found = [Emblem(LogoOwner.DONOR, NAME, saved(Image.new("L", (60, 60), shade)))]
    assert has_pictures(open_emblems(found))
    assert [each.code for each in emblem_warnings(found)] == ["paper.emblem_pale"] * pale


def test_the_same_picture_is_kept_once() -> None:
    shown = open_emblems(emblems())
    sizes = []
    for count in (1, 20):
        paper = Paper(200, 50, "en", "Sample")
        for _ in range(count):
            draw_emblems(paper, shown, PaperLanguage("en"), Box(10, 10, 180, 20))
            paper.end_page()
        sizes.append(len(paper.finish()))
    assert sizes[1] - sizes[0] < 19 * 700


def _edges(seen: Image.Image) -> tuple[int, int, int, int]:
    box = seen.getbbox()
    assert box is not None
    return box
