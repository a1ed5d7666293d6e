"""The map of a report: every place is on it or told in words, no name covers another, the same each time."""

from itertools import combinations, pairwise

import pytest
from reportlab.graphics import shapes
from reportlab.graphics.shapes import Drawing, String

from tests.documents.reading import faces, pages, picture
from tests.documents.samples import report, speak
from trainer_app.documents.base import fonts
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.office import place_map as module
from trainer_app.documents.office.place_map import (
    KILOMETRES,
    Layout,
    _drawing,
    frame_of,
    lay_out,
    map_pdf,
    spot_text,
    told_beside,
)
from trainer_app.documents.office.report import report_pdf
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.office.place_maps import MapSpot, PlaceMap, place_map
from trainer_app.domain.office.reports import CrossLine, CrossTable, Figure, Unit
from trainer_app.domain.papers.course_papers import ChartColours
from trainer_app.domain.people.places import places, point_of

WIDE, HIGH = 174 * POINTS, 104 * POINTS


def a_map(**values: int) -> PlaceMap:
    spots = [MapSpot(name, Figure("women", value), point_of(name)) for name, value in values.items()]
    return PlaceMap("district", "women", tuple(sorted(spots, key=lambda spot: -(spot.figure.value or 0))))


EVERYWHERE = a_map(**{place.name["tg"]: 3 + number * 7 % 40 for number, place in enumerate(places())})


def laid(found: PlaceMap, language: str = "en", width: float = WIDE, height: float = HIGH) -> Layout:
    return lay_out(
        found.drawn,
        width,
        height,
        lambda spot: spot_text(spot, found, language, speak(language)),
        lambda text: text_width(text, fonts.SANS_SEMIBOLD, 7.5) * POINTS,
        8.6,
        (0.0, 0.0, 62.0, 20.0),
    )


def drawn(found: PlaceMap, language: str = "en") -> str:
    made = map_pdf(found, language, speak(language), ChartColours(), 174, 104)
    assert made is not None
    (text,) = pages(made)
    return " ".join(text.split())


def test_every_place_has_its_name_and_number() -> None:
    text = drawn(a_map(Рашт=25, Душанбе=140, Хуҷанд=0))
    for part in ("Rasht 25", "Dushanbe 140", "Khujand 0", "km", "39°", "70°"):
        assert part in text
    assert "Рашт 25" in drawn(a_map(Рашт=25), "tg")
    assert "Худжанд 3" in drawn(a_map(Хуҷанд=3), "ru")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(WIDE, HIGH), (900.0, 300.0), (360.0, 260.0)])
def test_no_name_covers_another_or_leaves_the_map(language: str, size: tuple[float, float]) -> None:
    found = laid(EVERYWHERE, language, *size)
    boxes = []
    for name in found.names:
        width = text_width(name.text, fonts.SANS_SEMIBOLD, 7.5) * POINTS
        box = (*name.area[:2], name.area[0] + width, name.area[1] + 8.6)
        assert min(box) >= 0
        assert box[2] <= size[0]
        assert box[3] <= size[1]
        boxes.append(box)
    for one, other in combinations(boxes, 2):
        apart = one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
        assert apart, f"{one} covers {other}"
    assert len(boxes) > 25, "most of a crowded map is named all the same"


@pytest.mark.parametrize("width", range(200, 900, 23))
def test_numbers_of_degrees_stay_inside(width: int) -> None:
    found = laid(a_map(Хуҷанд=3, Рашт=2, Душанбе=1), "en", width, 300.0)
    drawing = _drawing(found, width, 300.0, ChartColours(), "en")
    texts = [each for each in drawing.contents if isinstance(each, String)]
    assert any(each.text.endswith("°") for each in texts)
    for each in texts:
        assert each.x >= 0
        assert each.x + text_width(each.text, each.fontName, each.fontSize) * POINTS <= width, each.text


def test_nothing_is_dropped_in_silence() -> None:
    found = laid(EVERYWHERE)
    assert found.unnamed, "so many names do not find room"
    told = " ".join(told_beside(EVERYWHERE, "en", speak("en"), found.unnamed))
    named = {name.circle.spot.name for name in found.names}
    assert len(found.circles) == len(EVERYWHERE.drawn)
    for spot in EVERYWHERE.spots:
        said = spot_text(spot, EVERYWHERE, "en", speak("en"))
        assert (spot.name in named) != (said in told), spot.name


def test_the_largest_is_named_first() -> None:
    found = laid(EVERYWHERE)
    values = [name.circle.spot.figure.value or 0 for name in found.names]
    assert all(before >= after for before, after in pairwise(values))


def test_circles_are_as_large_as_their_figures_by_area() -> None:
    found = laid(a_map(Рашт=100, Хуҷанд=25, Хоруғ=0))
    large, half, none = found.circles
    assert large.radius == pytest.approx(2 * half.radius)
    assert 0 < none.radius < half.radius


def test_places_of_one_point_stand_beside_each_other() -> None:
    found = laid(a_map(Сино=9, Фирдавсӣ=9, Шоҳмансур=4, Душанбе=30))
    for one, other in combinations(found.circles, 2):
        apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
        assert apart >= max(one.radius, other.radius)


def test_the_frame_shows_all_points_as_far_apart_as_they_are() -> None:
    khujand, khorugh = (40.2826, 69.6222), (37.4897, 71.553)
    frame = frame_of([khujand, khorugh], WIDE, HIGH, 20)
    (x1, y1), (x2, y2) = frame.place(khujand), frame.place(khorugh)
    for x, y in ((x1, y1), (x2, y2)):
        assert 20 <= x <= WIDE - 20
        assert 20 - 1e-6 <= y <= HIGH - 20 + 1e-6
    kilometres = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 / frame.degree * KILOMETRES
    assert 340 < kilometres < 360, "about 351 km by the great circle"
    assert y1 > y2, "north is above"
    south, west, north, east = frame.bounds
    assert south < khorugh[0] < khujand[0] < north
    assert west < khujand[1] < khorugh[1] < east
    alone = frame_of([khujand], WIDE, HIGH, 20)
    assert alone.place(khujand) == (WIDE / 2, HIGH / 2)
    assert alone.bounds[2] - alone.bounds[0] > 1


def path_of(drawing: Drawing, *, filled: bool) -> shapes.Path:
    """Return the path of the land, or that of the borders."""
    (path,) = (
        each for each in drawing.contents if isinstance(each, shapes.Path) and bool(each.fillColor) == filled
    )
    return path


def corners(path: shapes.Path) -> list[tuple[float, float]]:
    return list(zip(path.points[::2], path.points[1::2], strict=True))


@pytest.mark.parametrize("size", [(WIDE, HIGH), (900.0, 300.0), (360.0, 260.0)])
def test_the_outline_lies_below_all_else_and_ends_at_the_frame(size: tuple[float, float]) -> None:
    found = laid(EVERYWHERE, "en", *size)
    drawing = _drawing(found, *size, ChartColours(), "en")
    land, borders = path_of(drawing, filled=True), path_of(drawing, filled=False)
    kinds = [type(each) for each in drawing.contents]
    assert kinds.index(shapes.Path) < kinds.index(shapes.Circle)
    assert drawing.contents.index(borders) < kinds.index(shapes.Circle) < len(kinds)
    assert land.strokeColor is None, "where the frame cuts it, it has no line"
    for path in (land, borders):
        assert len(corners(path)) > 200
        for x, y in corners(path):
            assert -1e-6 <= x <= size[0] + 1e-6
            assert -1e-6 <= y <= size[1] + 1e-6


def test_no_border_runs_through_what_is_written() -> None:
    found = laid(EVERYWHERE)
    drawing = _drawing(found, WIDE, HIGH, ChartColours(), "en")
    path = path_of(drawing, filled=False)
    texts = [each for each in drawing.contents if isinstance(each, String)]
    assert len(texts) > len(found.names) + 10, "names, numbers of degrees, a scale"
    areas = [
        (each.x, each.y, each.x + text_width(each.text, each.fontName, each.fontSize) * POINTS, each.y + 5)
        for each in texts
        if "km" not in each.text
    ]
    starts = iter(corners(path))
    before, gaps = (0.0, 0.0), 0
    for operator in path.operators:
        point = next(starts)
        if operator == 1:
            middle = (before[0] + point[0]) / 2, (before[1] + point[1]) / 2
            inside = [
                area
                for area in areas
                if area[0] + 0.1 < middle[0] < area[2] - 0.1 and area[1] + 0.1 < middle[1] < area[3] - 0.1
            ]
            assert inside == []
        else:
            gaps += 1
        before = point
    assert gaps > 30, "they are broken at many names"


def test_the_land_is_where_it_lies() -> None:
    """What lies in its neighbours is not on it; Vorukh, an island of it in another country, is."""
    found = laid(EVERYWHERE)
    drawing = _drawing(found, WIDE, HIGH, ChartColours(), "en")
    drawing.contents = [path_of(drawing, filled=True)]
    paper = Paper(WIDE / POINTS, HIGH / POINTS, "en", "")
    paper.drawing(0, HIGH / POINTS, drawing)
    seen = picture(paper.finish(), 100).convert("L")

    def toned(latitude: float, longitude: float) -> bool:
        x, y = found.frame.place((latitude, longitude))
        return seen.getpixel((int(x / WIDE * seen.width), int((1 - y / HIGH) * seen.height))) < 250

    for within in ((38.54, 68.78), (39.1, 70.9), (38.17, 73.0), (37.49, 71.9), (39.85, 70.57)):
        assert toned(*within), within
    for beyond in (
        (39.65, 66.97),
        (38.86, 65.79),
        (36.73, 69.5),
        (39.93, 72.0),
        (39.5, 74.8),
        (39.97, 71.13),
    ):
        assert not toned(*beyond), beyond


@pytest.mark.parametrize("language", LANGUAGES)
def test_whose_the_outline_is_stands_below_the_map(language: str) -> None:
    (told,) = told_beside(a_map(Рашт=25), language, speak(language))
    assert told.endswith(": Natural Earth")
    with_others = told_beside(a_map(Рашт=25, Берлин=2), language, speak(language))
    assert with_others[1:] == (told,)


def test_without_an_outline_the_map_is_drawn_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "borders", lambda: None)
    found = laid(EVERYWHERE)
    drawing = _drawing(found, WIDE, HIGH, ChartColours(), "en")
    assert not any(isinstance(each, shapes.Path) for each in drawing.contents)
    assert "Rasht 25" in drawn(a_map(Рашт=25))
    assert told_beside(a_map(Рашт=25), "en", speak("en")) == ()


def test_where_nothing_has_a_point_there_is_no_map_and_it_is_told() -> None:
    found = a_map(Берлин=4)
    assert map_pdf(found, "en", speak("en"), ChartColours(), 100, 80) is None
    assert told_beside(found, "en", speak("en")) == (
        "Not on the map, since the list of places has no point for them: Berlin\xa04",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_is_set_in_the_papers_own_fonts_and_the_same_each_time(language: str) -> None:
    made = [map_pdf(EVERYWHERE, language, speak(language), ChartColours(), 174, 104) for _ in range(2)]
    assert made[0] == made[1]
    assert made[0] is not None
    assert all(faces(made[0]).values()), "every font is embedded"


def test_the_paper_of_a_report_has_the_map_of_the_figure_that_was_looked_at() -> None:
    def line(name: str, women: int, gain: int) -> CrossLine:
        return CrossLine(name, ((Figure("women", women), Figure("gain_points", gain, Unit.POINTS, n=3)),))

    table = CrossTable(
        "town",
        "",
        ("women", "gain_points"),
        (),
        (line("Рашт", 4, 1050), line("Хуҷанд", 3, -220), line("Берлин", 2, 100)),
        line("", 9, 500),
    )
    for mapped, parts in (
        ("", ("Map: Women, town", "Rasht 4", "Berlin 2")),
        ("gain_points", ("Map: Gain in percentage points, town", "Rasht +10.5", "Khujand −2.2")),
    ):
        made = report_pdf(replace(report(0), table=table, mapped=mapped), "en", speak("en"))
        text = " ".join("\n".join(pages(made)).split())
        for part in parts:
            assert part in text, part
    nowhere = replace(table, lines=(line("Берлин", 2, 100),))
    text = " ".join(
        "\n".join(pages(report_pdf(replace(report(0), table=nowhere), "en", speak("en")))).split()
    )
    assert "has no point for them: Berlin 2" in text
    assert place_map(table) is not None
