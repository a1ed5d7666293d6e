"""Where courses are held and people serve: regions, cities and districts of Tajikistan in every language.

The outline of countries around them is data too, made at set-up: there may be none.

The list is data, `resources/places/tajikistan.json`, with its sources. A place is stored as the text that
somebody typed or picked. Whatever shows it asks here: one of the list has one spelling in each language, and
one line in a report, in whatever script and language it was typed. Any other text stays as it was typed.
"""

import functools
import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import Annotated

import msgspec
from msgspec import Meta, Struct, field

from trainer_app.domain.base.text_search import fold, searcher
from trainer_app.domain.base.texts import DEFAULT, Texts, resource
from trainer_app.domain.people.latin import to_latin

type Point = tuple[float, float]
"""Latitude and longitude in degrees."""

_log = logging.getLogger(__name__)


class PlaceKind(StrEnum):
    """What a place is."""

    REGION = "region"
    CITY = "city"
    DISTRICT = "district"
    CITY_DISTRICT = "city_district"
    TOWN = "town"
    """The seat of a district, where it is called otherwise."""


class ListedPlace(Struct, frozen=True):
    """One place of the list.

    `code`: of a region ISO 3166-2, of what lies in it the list's own. `also` are other spellings of its name;
    under those of `formerly` it is found and is not the same, since papers of then said so. `point` is
    (latitude, longitude) in degrees of the city or of the district's seat, None where no source has it.
    """

    code: str
    kind: PlaceKind
    name: Texts
    region: str = ""
    also: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    osm: int | None = None
    geonames: int | None = None
    point: Point | None = None

    @property
    def one_spelling(self) -> str:
        """What stands for the place where lines are put together: its name in the first language."""
        return self.name[DEFAULT]

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write its name, each once."""
        return tuple(dict.fromkeys((*self.name.values(), *self.also)))


class PlaceSource(Struct, frozen=True):
    """Where a part of the list comes from."""

    of: str
    source: str = field(name="from")
    licence: str = ""


class PlaceList(Struct, frozen=True):
    """The list as the file holds it. `codes` and `points` say what these are, `as_of` the year."""

    about: str
    as_of: str
    codes: str
    points: str
    sources: tuple[PlaceSource, ...]
    places: tuple[ListedPlace, ...]


class Borders(Struct, frozen=True):
    """The outline of countries around the list of places, and whose work it is.

    `land` are the rings of the country that most of the places lie in, `lines` all borders near them.
    """

    source: str
    version: str
    licence: str
    land: tuple[tuple[Point, ...], ...]
    lines: tuple[tuple[Point, ...], ...]


class _BorderFile(Struct, frozen=True):
    """`Borders` as `packaging/borders.py` writes them.

    A way is longitude and latitude in turn, in parts of a degree (`unit`), each pair from the one before.
    """

    source: str
    version: str
    licence: str
    unit: Annotated[int, Meta(gt=0)]
    land: list[list[int]]
    lines: list[list[int]]


# Of a district that became a city nobody can tell which of the two is meant: its kind must be the same.
_KIND_WORDS = {
    PlaceKind.REGION: "вилояти вилоят область обл region oblast province",
    PlaceKind.CITY: "шаҳри шаҳр ш город города г гор city town",
    PlaceKind.TOWN: "шаҳраки деҳаи ш посёлок пгт г town village",
    PlaceKind.DISTRICT: "ноҳияи ноҳия н район района р-н district rayon raion",
    PlaceKind.CITY_DISTRICT: "ноҳияи ноҳия н район района р-н district rayon raion",
}


def _texts_of(kind: type, read: object) -> Texts:
    if kind is not Texts:
        raise TypeError(kind)
    return Texts.read(read)


@functools.cache
def place_list() -> PlaceList:
    """Return the list, read once."""
    raw = resource("places", "tajikistan.json").read_bytes()
    return msgspec.json.decode(raw, type=PlaceList, dec_hook=_texts_of)


@functools.cache
def borders() -> Borders | None:
    """Return the outline, read once; None where set-up made none, or it is spoiled: maps go without."""
    try:
        raw = resource("places", "borders.json").read_bytes()
        found = msgspec.json.decode(raw, type=_BorderFile)
        land, lines = (tuple(_way(each, found.unit) for each in ways) for ways in (found.land, found.lines))
    except (OSError, ValueError) as problem:
        # Its words could hold the path, and that the name of who uses this computer.
        _log.warning("no outline for maps: %s", type(problem).__name__)
        return None
    return Borders(found.source, found.version, found.licence, land, lines)


def _way(steps: Sequence[int], unit: int) -> tuple[Point, ...]:
    """Return the points that steps lead to. Raises ValueError where one of a pair is missing."""
    across, up = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((y / unit, x / unit) for x, y in zip(across, up, strict=True))


def places() -> tuple[ListedPlace, ...]:
    """Return every place, the regions first."""
    return place_list().places


@functools.cache
def _by_code() -> dict[str, ListedPlace]:
    return {place.code: place for place in places()}


def region_of(place: ListedPlace) -> ListedPlace | None:
    """Return the region that a place lies in; None for a region."""
    return _by_code().get(place.region)


@functools.cache
def _by_name() -> dict[str, ListedPlace]:
    """Return every place by its folded names, alone and with the words of its kind."""
    found: dict[str, ListedPlace] = {}
    for place in places():
        names = {fold(name) for name in place.spellings}
        words = {fold(word) for word in _KIND_WORDS[place.kind].split()}
        found |= dict.fromkeys(names, place)
        found |= {f"{word} {name}": place for word in words for name in names}
        found |= {f"{name} {word}": place for word in words for name in names}
    return found


@functools.lru_cache(maxsize=4096)
def find_place(text: str) -> ListedPlace | None:
    """Return the place that a text names in any script and language: "г. Худжанд", "Khujand", "Хуҷанд".

    None for what is not in the list of places, and for its former names.
    """
    return _by_name().get(fold(text)) if text.strip() else None


def one_spelling(text: str) -> str:
    """Return the spelling under which a place stands in one line with its other spellings."""
    place = find_place(text)
    return text if place is None else place.one_spelling


def counted_together(typed: Mapping[str, int]) -> list["Spellings"]:
    """Return which texts name one place of the list and are written in several ways, wrongly too.

    Figures take them together. `kept` is the spelling of the list that stands most often, or that of its
    first language: "Bokhtarr" is found as "Bokhtar", and is no spelling of it.
    """
    found: dict[str, list[str]] = {}
    for text in sorted(typed, key=lambda text: (-typed[text], text)):
        if find_place(text) is not None:
            found.setdefault(one_spelling(text), []).append(text)
    told = []
    for place, texts in sorted(found.items()):
        kept = next(filter(is_right_spelling, texts), place)
        others = tuple(text for text in texts if text != kept)
        if others:
            told.append(Spellings(kept, others))
    return told


def is_right_spelling(text: str) -> bool:
    """Tell whether a text is, to the letter, a spelling that the list of places has."""
    place = find_place(text)
    return place is not None and text in place.spellings


class Spellings(Struct, frozen=True):
    """Texts that seem to name one place: `kept` is the spelling to keep, `others` how else it was typed."""

    kept: str
    others: tuple[str, ...]


def spellings_of_one(typed: Mapping[str, int], settled: Collection[str] = ()) -> list[Spellings]:
    """Return which texts seem to name one place; `typed` says how often each stands. A person decides.

    What the list of places knows stands in one line anyway. Any other text is compared with places of the
    list and with texts that stand more often: without words such as "city", with ч for ҷ, with a letter or
    two wrong or exchanged. A former name goes with the name of now where courses have that too: one town
    would count as two. Else two former names of one place are one, as papers of then said so.
    Of what is `settled` a person decided that it stays: others may be like it, it is like none.
    """
    strange = [text for text in typed if text.strip() and find_place(text) is None]
    strange.sort(key=lambda text: (text not in settled, -typed[text], text))
    listed = {fold(name): place.one_spelling for place in places() for name in place.spellings}
    former = {fold(name): place.code for place in places() for name in place.formerly}
    today = {place.code: place.one_spelling for text in typed if (place := find_place(text)) is not None}
    for text in settled:
        today.pop(former.get(_core(text), ""), None)
    listed = {name: today[code] for name, code in former.items() if code in today} | listed
    kept: dict[str, str] = {}
    before: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for text in strange:
        core, same = _core(text), None
        code = former.get(core, "")
        if text not in settled:
            right = listed.get(core) or kept.get(core) or listed.get(_core(text.lower().replace("ч", "ҷ")))
            same = right or before.get(code) or _nearest(core, {**listed, **kept})
        if same is None:
            kept.setdefault(core, text)
            before |= {code: text} if code else {}
        else:
            found.setdefault(same, []).append(text)
    return [Spellings(to, tuple(others)) for to, others in sorted(found.items())]


def is_former_name(text: str) -> bool:
    """Tell whether a text names a place of the list as it was called before."""
    return find_place(text) is None and _core(text) in _former_names()


@functools.cache
def _former_names() -> frozenset[str]:
    return frozenset(fold(name) for place in places() for name in place.formerly)


def _core(text: str) -> str:
    """Return the folded name of a place without the words that say what it is."""
    words = fold(text).split()
    return " ".join(word for word in words if word not in _kinds()) or " ".join(words)


@functools.cache
def _kinds() -> frozenset[str]:
    return frozenset(fold(word) for words in _KIND_WORDS.values() for word in words.split())


_LONG_ENOUGH, _LONG = 5, 9
"""Letters of a name in which one may be wrong, and two."""


def _nearest(core: str, known: Mapping[str, str]) -> str | None:
    """Return what a name is called that differs from this one by hardly anything; None where none does."""
    # A start does without it.
    from rapidfuzz.distance import OSA

    if len(core) < _LONG_ENOUGH:
        return None
    most = 2 if len(core) >= _LONG else 1
    near = [(OSA.distance(core, name, score_cutoff=most), name) for name in known if name[:1] == core[:1]]
    edits, name = min(near, default=(most + 1, ""))
    return known[name] if edits <= most else None


def district_of(town: str) -> str:
    """Return the district that a town of the list lies in, spelled in the town's language; "" if unknown.

    A city is its own: it lies in no district, the bulletin that the list follows numbers both in one row, and
    a report by district would put its courses under none, a target of districts would count none of them.
    """
    found = find_place(town)
    if found is None:
        return ""
    place = _by_code()[found.code.rpartition("-")[0]] if found.kind is PlaceKind.TOWN else found
    if place.kind is PlaceKind.REGION:
        return ""
    written = town.strip()
    same = (place.name[code] for code, name in found.name.items() if name == written)
    return next(same, place.one_spelling)


def place_texts(text: str) -> Texts:
    """Return how a place is written in each language; what the list lacks as typed, or in Latin letters."""
    place = find_place(text)
    return Texts.by_script(text, to_latin(text)) if place is None else place.name


def point_of(text: str) -> Point | None:
    """Return where a place lies, (latitude, longitude) in degrees; a district of a city at its city.

    None for what is not in the list, and for what has no point there.
    """
    place = find_place(text)
    if place is not None and place.point is None and place.kind is PlaceKind.CITY_DISTRICT:
        place = region_of(place)
    return place.point if place is not None else None


def joined_texts(parts: Iterable[Texts]) -> Texts:
    """Return texts in a line, parted by commas, without empty ones: town and hall."""
    listed = tuple(parts)
    return Texts.made(lambda code: ", ".join(part[code] for part in listed if part[code]))


@functools.cache
def _searched() -> tuple[tuple[ListedPlace, str], ...]:
    return tuple((place, " ".join((*place.spellings, *place.formerly))) for place in places())


def search_places(query: str, language: str = "") -> list[ListedPlace]:
    """Return the places that what is typed may become, in any script or layout, by former names too.

    Those whose own name begins so stand first, each part by letter in a language; as the list has them
    without one. Nothing typed: all of them.
    """
    found = searcher(query)
    hits = [(place, text) for place, text in _searched() if found(text)]
    begins = fold(query)
    if language:
        hits.sort(key=lambda hit: hit[0].name[language].casefold())
    hits.sort(key=lambda hit: not any(fold(name).startswith(begins) for name in hit[0].spellings))
    return [place for place, _ in hits]
