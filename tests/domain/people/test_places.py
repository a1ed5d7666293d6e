"""The list of places: one spelling in each language, found in any script, and nothing guessed."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from trainer_app.domain.base.text_search import fold
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.people import places as module
from trainer_app.domain.people.places import (
    Borders,
    PlaceKind,
    borders,
    counted_together,
    district_of,
    find_place,
    is_former_name,
    is_right_spelling,
    joined_texts,
    one_spelling,
    place_list,
    place_texts,
    places,
    point_of,
    region_of,
    search_places,
    spellings_of_one,
)

REGIONS = {"TJ-DU", "TJ-GB", "TJ-KT", "TJ-RA", "TJ-SU"}


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("Хуҷанд", "Khujand"),
        ("Худжанд", "Khujand"),
        ("khujand", "Khujand"),
        ("г. Худжанд", "Khujand"),
        ("шаҳри Хуҷанд", "Khujand"),
        ("Ноҳияи Рашт", "Rasht"),
        ("Раштский район", "Rasht"),
        ("Rasht district", "Rasht"),
        ("ВМКБ", "Gorno-Badakhshan"),
        ("Согдийская область", "Sughd"),
        ("вилояти Хатлон", "Khatlon"),
        ("Ғарм", "Gharm"),
        ("Турсунзаде", "Tursunzoda"),
    ],
)
def test_any_script_and_language_names_one_place(typed: str, english: str) -> None:
    assert place_texts(typed)["en"] == english


@pytest.mark.parametrize("typed", ["", "Берлин", "ноҳияи Бохтар", "Курган-Тюбе", "Хуҷанд, толори 3"])
def test_what_is_not_in_the_list_stays_as_typed(typed: str) -> None:
    """A district that became a city, and a former name, are not taken for the place of today."""
    assert find_place(typed) is None
    assert one_spelling(typed) == typed
    assert place_texts(typed)["tg"] == typed
    assert place_texts(typed)["ru"] == typed


def test_every_place_is_written_in_each_language_in_its_own_letters() -> None:
    for place in places():
        assert all(place.name[code] for code in LANGUAGES)
        assert place.name["en"].isascii()
        assert not re.search("[A-Za-z]", place.name["tg"] + place.name["ru"])
        assert not re.search("[ғӣқӯҳҷ]", place.name["ru"].lower())


def test_no_spelling_means_two_places() -> None:
    folded = Counter(name for place in places() for name in {fold(each) for each in place.spellings})
    assert [name for name, count in folded.items() if count > 1] == []
    assert len({place.code for place in places()}) == len(places())


def test_places_lie_in_regions_and_in_the_country() -> None:
    regions = {place.code for place in places() if not place.region}
    assert regions == REGIONS
    assert all(place.kind is PlaceKind.REGION for place in places() if place.code in REGIONS - {"TJ-DU"})
    for place in places():
        region = region_of(place)
        assert (region is None) == (place.code in REGIONS)
        assert region is None or place.code.startswith(f"{region.code}-")
        if place.point is not None:
            latitude, longitude = place.point
            assert 36.6 < latitude < 41.1
            assert 67.3 < longitude < 75.2


def test_nearly_every_place_has_a_point() -> None:
    without = {place.code for place in places() if place.point is None}
    assert without == REGIONS - {"TJ-DU"} | {"TJ-DU-1", "TJ-DU-2", "TJ-DU-3", "TJ-DU-4", "TJ-GB-08"}


def test_a_district_of_a_city_stands_at_its_city() -> None:
    assert point_of("Сино") == point_of("Душанбе") == (38.5358, 68.7791)
    assert point_of("ноҳияи Рашт") == point_of("Rasht") == (39.0287, 70.3745)
    assert [point_of(name) for name in ("Шуғнон", "Суғд", "Берлин", "")] == [None] * 4


def test_the_list_says_where_it_comes_from() -> None:
    told = place_list()
    assert all(source.of and source.source and source.licence for source in told.sources)
    assert "CC BY 4.0" in " ".join(source.licence for source in told.sources)


def test_it_is_searched_in_any_script_layout_and_by_former_names() -> None:
    for query in ("хуҷ", "худж", "khuj", "[el;"):
        assert search_places(query)[0].name["en"] == "Khujand"
    assert [place.name["en"] for place in search_places("Курган")] == ["Bokhtar"]
    assert len(search_places("")) == len(places())
    assert search_places("Берлин") == []


def test_what_is_found_stands_by_letter_in_the_language_of_who_reads() -> None:
    for code in ("tg", "ru", "en"):
        named = [place.name[code].casefold() for place in search_places("", code)]
        assert named == sorted(named)
    begun = [place.name["en"] for place in search_places("sh", "en")]
    first = [name for name in begun if name.startswith("Sh")]
    assert len(first) > 3
    assert first == sorted(first), "those that begin so stand by letter too"


def test_town_and_hall_stand_in_a_line() -> None:
    hall = Texts(tg="Толор", ru="Зал", en="Hall")
    assert joined_texts((place_texts("Khujand"), hall))["ru"] == "Худжанд, Зал"
    assert joined_texts((place_texts(""), hall))["tg"] == "Толор"


OUTLINE = {"source": "Natural Earth", "version": "1", "licence": "ISC", "unit": 100, "made_of": "x"}


def outline_in(folder: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None) -> Borders | None:
    """Return the outline as the program reads it from a file of these bytes, or without a file."""
    (folder / "places").mkdir(exist_ok=True)
    if data is not None:
        (folder / "places" / "borders.json").write_bytes(data)
    monkeypatch.setattr(module, "resource", folder.joinpath)
    return borders.__wrapped__()


def test_the_outline_lies_around_the_places() -> None:
    found = borders()
    assert found is not None
    assert "Natural Earth" in found.source
    points = [place.point for place in places() if place.point]
    corners = [point for line in found.lines for point in line]
    for number in (0, 1):
        values, listed = [point[number] for point in corners], [point[number] for point in points]
        assert min(values) < min(listed) < max(listed) < max(values)
    edges = [point for ring in found.land for point in ring]
    assert set(edges) < set(corners), "what is filled has a border everywhere"


def test_ways_are_steps_of_longitude_and_latitude(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = {**OUTLINE, "land": [[7000, 3900, 50, 0, -50, 25]], "lines": [[1, 2], []]}
    found = outline_in(tmp_path, monkeypatch, json.dumps(raw).encode())
    land = (((39.0, 70.0), (39.0, 70.5), (39.25, 70.0)),)
    assert found == Borders("Natural Earth", "1", "ISC", land, (((0.02, 0.01),), ()))


@pytest.mark.logs("no outline for maps")
@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"[]",
        b"\xff\xfe",
        json.dumps(OUTLINE).encode(),
        json.dumps({**OUTLINE, "land": [[1, 2, 3]], "lines": []}).encode(),
        json.dumps({**OUTLINE, "land": [], "lines": [["x", 1]]}).encode(),
        json.dumps({**OUTLINE, "land": [], "lines": [], "unit": 0}).encode(),
        json.dumps({**OUTLINE, "land": [[1, 2]], "lines": []}).encode()[:-9],
    ],
)
def test_without_a_whole_outline_there_is_none_and_the_log_names_no_path(
    data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert outline_in(tmp_path, monkeypatch, data) is None
    (told,) = caplog.messages
    assert told.startswith("no outline for maps: ")
    assert str(tmp_path) not in told


def test_spellings_of_one_place_are_told_and_different_places_are_not() -> None:
    typed = {"Душанбе": 3, "Dushanbe city": 1, "Hudjant": 1, "Кӯлоби": 2, "Гарм": 1, "Рашт": 1}
    typed |= {"Чорбоғ": 3, "Чорбог": 1, "Шаҳри Чорбоғ": 1, "Навобод": 1, "": 4, "Ок": 1, "Ол": 1}
    found = {each.kept: each.others for each in spellings_of_one(typed)}
    assert found == {"Кӯлоб": ("Кӯлоби",), "Хуҷанд": ("Hudjant",), "Чорбоғ": ("Чорбог", "Шаҳри Чорбоғ")}


def test_two_letters_that_changed_places_are_one_slip() -> None:
    """S2: "Khujnad" stood beside "Khujand", and no button came."""
    typed = {"Khujand": 3, "Khujnad": 1, "Душнабе": 1, "Чорбоғ": 3, "Чоброғ": 1, "Навобод": 1}
    found = {each.kept: each.others for each in spellings_of_one(typed)}
    assert found == {"Душанбе": ("Душнабе",), "Хуҷанд": ("Khujnad",), "Чорбоғ": ("Чоброғ",)}


@pytest.mark.parametrize(
    ("town", "district"),
    [
        ("Рашт", "Рашт"),
        ("Gharm", "Rasht"),
        ("Garm", "Рашт"),
        ("Vose", "Vose"),
        ("Sino", "Sino"),
        ("Куляб", "Куляб"),
        ("ш. Кулоб", "Кӯлоб"),
        ("Душанбе", "Душанбе"),
        ("Хатлон", ""),
        ("Навобод", ""),
        ("", ""),
    ],
)
def test_a_town_lies_in_a_district_and_a_city_is_its_own_where_the_list_says_so(
    town: str, district: str
) -> None:
    assert district_of(town) == district


def test_what_counts_as_one_and_is_written_in_several_ways_is_told() -> None:
    """S2: "Bokhtarr" counted as Bokhtar, and "Every town is written in one way" was said of it."""
    typed = {"Bokhtar": 2, "Bokhtarr": 5, "Хуҷанд": 1, "г. Худжанд": 2, "Душанбе": 9, "Чорбоғ": 1, "": 3}
    found = {each.kept: each.others for each in counted_together(typed)}
    assert found == {"Bokhtar": ("Bokhtarr",), "Хуҷанд": ("г. Худжанд",)}
    (alone,) = counted_together({"Bokhtarr": 1})
    assert (alone.kept, alone.others) == ("Бохтар", ("Bokhtarr",)), "it is no spelling of the list"
    right = ("Bokhtar", "Бохтар", "Bokhtarr", "Чорбоғ", "")
    assert [is_right_spelling(text) for text in right] == [True, True, False, False, False]


def test_a_letter_that_the_keyboard_lacks_and_former_names_are_told_too() -> None:
    """S3: "Хучанд" was not offered, two letters from "Хуҷанд" by its Latin form."""
    typed = {"Хуҷанд": 3, "Хучанд": 1, "Панчакент": 1, "Ҷайҳун": 1, "Чайҳун": 1}
    found = {each.kept: each.others for each in spellings_of_one(typed)}
    assert found == {"Хуҷанд": ("Хучанд",), "Панҷакент": ("Панчакент",), "Ҷайҳун": ("Чайҳун",)}
    typed = {"Курган-Тюбе": 2, "Қурғонтеппа": 1, "Кургантюбе": 1}
    found = {each.kept: each.others for each in spellings_of_one(typed)}
    assert found == {"Курган-Тюбе": ("Кургантюбе", "Қурғонтеппа")}, "papers of then said so"
    typed = {"Бохтар": 4, **typed}
    (found_all,) = spellings_of_one(typed)
    assert (found_all.kept, set(found_all.others)) == ("Бохтар", {"Курган-Тюбе", "Кургантюбе", "Қурғонтеппа"})
    (left,) = spellings_of_one(typed, {"Курган-Тюбе", "Қурғонтеппа"})
    assert (left.kept, left.others) == ("Курган-Тюбе", ("Кургантюбе",)), "it was decided that they stay"


def test_a_former_name_is_offered_with_the_name_of_now() -> None:
    """S2: of "Хуҷанд", "Хучанд" and "Ленинобод" the last one was not offered."""
    (found,) = spellings_of_one({"Хуҷанд": 3, "Хучанд": 1, "Ленинобод": 1, "г. Ленинабад": 1, "Нова": 1})
    assert (found.kept, set(found.others)) == ("Хуҷанд", {"Хучанд", "Ленинобод", "г. Ленинабад"})
    assert spellings_of_one({"Хуҷанд": 3, "Ленинобод": 1}, {"Ленинобод"}) == []
    assert spellings_of_one({"Душанбе": 3, "Ленинобод": 1}) == []
    told = [is_former_name(text) for text in ("Ленинобод", "шаҳри Ленинобод", "Хуҷанд", "Хучанд", "")]
    assert told == [True, True, False, False, False]


def test_no_place_of_the_list_is_taken_for_another_one() -> None:
    names = {name: 1 for place in places() for name in place.spellings}
    assert spellings_of_one(names) == []
