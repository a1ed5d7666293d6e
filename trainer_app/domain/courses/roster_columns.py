"""Finds out what the columns of a list of participants hold, by their headings and their content.

Headings are known in Tajik, Russian and English, also abbreviated. A list from a ministry begins with a
title over merged cells, sometimes has its heading in two rows and below it a row that numbers the columns.
Where headings are missing, doubled or say too little, the content decides. A mapping found (or corrected by
the user) is recognised again by the fingerprint of its headings.
"""

import hashlib
import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property, lru_cache, partial

from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import RawRow, RawTable, column_letter
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.schema import ENTITIES, field_label
from trainer_app.domain.base.settings import Setting
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import clean_text, is_all_latin
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.courses.ranks import read_rank, split_rank
from trainer_app.domain.people.names import clean_name
from trainer_app.domain.people.persons import Sex


class RosterColumn(StrEnum):
    """Columns that rules speak of. Any other is called as the field of a person that it fills."""

    NUMBER = "number"
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    LATIN = "latin"
    SEX = "sex"
    RANK = "rank"
    UNIT = "unit"
    DISTRICT = "duty_district"
    BIRTH_YEAR = "birth_year"
    REMARK = "remark"
    SIGNATURE = "signature"
    IDENTITY = "identity"
    NOTHING = "nothing"


ROSTER_COLUMNS = Setting("roster_columns", {}, dict[str, tuple[str, ...]])
"""Fingerprint of headings -> what the columns below them were corrected to; the newest last."""

FIELD_COLUMNS = {
    name: (entity, field)
    for entity in ("person", "enrolment")
    for name, field in ENTITIES[entity].fields.items()
    if field.headings
}
"""Columns that fill a field of the same name: its entity and its description."""

_WHOLE_NAME = (
    "ному насаб|насабу ном|ном ва насаб|насаб ва ном|насаб ном|насаб ном номи падар|"
    "ному насаби падар|ннп|н н п|ному насаби иштирокчӣ|насаб ному номи падар|"
    "ному насаб ва номи падар|иштирокчӣ|иштирокчиён|корманд|фио|ф и о|фамилия имя отчество|"
    "фамилия имя|фамилия и имя|имя и фамилия|имя фамилия|участник|слушатель|сотрудник|"
    "full name|name and surname|surname and name|name surname|first and last name|participant|"
    "participant name|name of participant|officer|номгӯи иштирокчиён|ф и ш"
)
_NOT_TAKEN = {
    RosterColumn.SIGNATURE.value: "имзо|подпись|роспись|signature",
    RosterColumn.IDENTITY.value: (
        "шиноснома|рақами шиноснома|рмса|рма|рақами мушаххас|паспорт|номер паспорта|серия паспорта|"
        "инн|снилс|удостоверение|номер удостоверения|passport|passport number|passport no|id|"
        "id number|tax number"
    ),
}
LEFT_OUT = frozenset((*_NOT_TAKEN, RosterColumn.NOTHING.value))
"""Columns that are recognised and whose values are not taken; numbers of identity papers least of all."""

NAME_COLUMNS = frozenset((RosterColumn.NAME, RosterColumn.FAMILY, RosterColumn.GIVEN))

HEADINGS = {
    RosterColumn.NUMBER.value: FIELD_COLUMNS["number"][1].headings,
    RosterColumn.NAME.value: _WHOLE_NAME,
    **{name: field.headings for name, (_, field) in FIELD_COLUMNS.items()},
    **_NOT_TAKEN,
}
"""Headings in small letters, without punctuation, parted by bars, in the order in which they are offered."""

COLUMNS = (*HEADINGS, RosterColumn.NOTHING.value)
"""All that a column may be."""


def column_label(column: str) -> Label:
    """Return what a column holds: the words of its field, or its own."""
    if column in FIELD_COLUMNS:
        return field_label(FIELD_COLUMNS[column][0], column)
    return Label(f"entity.column.{column}")


_SAMPLE = 60
_MOST = 0.6
_SEX_WORDS = {
    Sex.MALE: "м муж мужской мужчина мард мардона m male man",
    Sex.FEMALE: "ж жен женский женщина з зан занона f female w woman",
}
_SEX = {fold(word): sex for sex, words in _SEX_WORDS.items() for word in words.split()}
_UNIT_WORDS = frozenset(
    map(
        fold,
        (
            "шкд",
            "ркд",
            "вкд",
            "овд",
            "ровд",
            "говд",
            "увд",
            "гувд",
            "умвд",
            "мвд",
            "раёсат",
            "раёсати",
            "шуъба",
        ),
    )
)
_NAME = regex(r"[^\W\d_]{2,}[.']?(?:[ -][^\W\d_]+\.?(?:[^\W\d_]\.)?){1,3}")


def read_sex(text: str) -> Sex | None:
    """Return the sex that a cell names in Tajik, Russian or English; None when it names none."""
    return _SEX.get(fold(text))


_YEAR = regex(r"(?<!\d)(19[2-9]\d|20[0-2]\d)(?!\d)")
# "31.02.1991", "31/2/91", "1991-02-31", with or without an hour.
_BIRTH_DAY = regex(
    r"(?<!\d)(?:(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<end>\d{4}|\d\d)"
    r"|(?P<start>\d{4})[./-](?P<c>\d{1,2})[./-](?P<d>\d{1,2}))(?!\d)"
)
_SHORT_YEAR = regex(r"['’]?(\d\d)\s*(?:г\.?|г\. ?р\.?|с\.?)?", re.IGNORECASE)
_THIS_CENTURY = 15
"""Two digits of a year up to this one are of this century: whoever was born in 1915 is on no course."""


class ReadBirth(Struct, frozen=True):
    """What a cell says of a birth. `short`: the year has two digits. `possible`: the calendar has the day."""

    year: int
    short: bool = False
    possible: bool = True


def read_birth(text: str) -> ReadBirth | None:
    """Return the year of a birth, from a year or a date; None where there is none."""
    day, found = _BIRTH_DAY.search(text), _YEAR.search(text)
    alone = _SHORT_YEAR.fullmatch(text)
    short = alone[1] if alone else day["end"] if day and len(day["end"] or "") == 2 else ""
    if not short and not found:
        return None
    century = 2000 if short and int(short) <= _THIS_CENTURY else 1900
    year = century + int(short) if short else int(found.group() if found else 0)
    return ReadBirth(year, bool(short), day is None or _is_a_day(day, year))


def _is_a_day(found: re.Match[str], year: int) -> bool:
    """Tell whether the calendar has a day, in one of the two orders of day and month."""
    first, second = int(found["a"] or found["d"]), int(found["b"] or found["c"])
    return any(
        1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
        for day, month in ((first, second), (second, first))
    )


def looks_like_name(text: str) -> bool:
    """Tell whether a cell may hold a person's name: two to four words of letters, a rank apart."""
    _, name = split_rank(text)
    return _NAME.fullmatch(clean_name(name)) is not None and not mentions_unit(text)


def mentions_unit(text: str) -> bool:
    """Tell whether a cell names a unit of the police."""
    return any(map(_is_of_unit, text.split()))


@lru_cache(maxsize=65536)
def _is_of_unit(word: str) -> bool:
    """Tell whether a word, and whatever signs are glued to it, has one by which a unit is known.

    Most words of a list stand in it often: it is asked of each once.
    """
    return not _UNIT_WORDS.isdisjoint(fold(word).split())


def settle_columns(columns: Sequence[str], rows: Sequence[RawRow]) -> tuple[str, ...]:
    """Make sense of recognised headings together.

    "Name" beside "Surname" is the given name, alone the whole name; of two columns of one kind the fuller
    one is taken; of two columns of names the one in Latin letters is the passport's spelling.
    """
    settled = list(columns)
    for place, column in enumerate(settled):
        if (
            column == RosterColumn.NAME
            and RosterColumn.FAMILY in settled
            and RosterColumn.GIVEN not in settled
        ):
            settled[place] = RosterColumn.GIVEN
        elif (
            column == RosterColumn.GIVEN
            and RosterColumn.FAMILY not in settled
            and RosterColumn.NAME not in settled
        ):
            settled[place] = RosterColumn.NAME
    names = [
        index for index, column in enumerate(settled) if column in (RosterColumn.NAME, RosterColumn.GIVEN)
    ]
    if len(names) == 2 and RosterColumn.FAMILY not in settled and RosterColumn.LATIN not in settled:
        latin = [place for place in names if _share(rows, place, is_all_latin) >= _MOST]
        if len(latin) == 1:
            settled[latin[0]] = RosterColumn.LATIN
            other = next(place for place in names if place != latin[0])
            settled[other] = RosterColumn.NAME
    for column in set(settled) - {RosterColumn.NOTHING}:
        places = [index for index, each in enumerate(settled) if each is column]
        if len(places) < 2:
            continue
        fullest = max(places, key=lambda place: (_filled(rows, place), -place))
        for place in places:
            if place != fullest:
                settled[place] = RosterColumn.NOTHING
    return tuple(settled)


def guess_columns(rows: Sequence[RawRow], width: int, known: Sequence[str] = ()) -> tuple[str, ...]:
    """Guess the columns of a list; names must be among them. `known` is what headings say, and stays."""
    tests: list[tuple[str, Callable[[str], bool]]] = [
        (RosterColumn.SEX, lambda text: read_sex(text) is not None),
        (RosterColumn.RANK, lambda text: bool(read_rank(text))),
        (RosterColumn.UNIT, mentions_unit),
        (RosterColumn.NAME, looks_like_name),
    ]
    found: list[str] = list(known) or [RosterColumn.NOTHING] * width
    for column, test in tests:
        if column in found or (column == RosterColumn.NAME and not NAME_COLUMNS.isdisjoint(found)):
            continue
        shares = [
            _share(rows, place, test) if found[place] == RosterColumn.NOTHING else 0.0
            for place in range(width)
        ]
        best = max(range(width), key=lambda place: shares[place], default=None)
        if best is not None and shares[best] >= _MOST:
            found[best] = column
    if NAME_COLUMNS.isdisjoint(found):
        return tuple(known) or (RosterColumn.NOTHING,) * width
    unnumbered = width and found[0] == RosterColumn.NOTHING and RosterColumn.NUMBER not in found
    if unnumbered and _share(rows, 0, str.isdigit) >= _MOST:
        found[0] = RosterColumn.NUMBER
    return tuple(found)


def _with_unit(recognised: Sequence[str], headings: Sequence[str], rows: Sequence[RawRow]) -> list[str]:
    """Return the columns with a unit where one heads units and districts at once: "Орган / Район".

    What stands below decides; where units have a column of their own it stays a district.
    """
    columns = list(recognised)
    for place, heading in enumerate(headings):
        if RosterColumn.UNIT in columns or columns[place] != RosterColumn.DISTRICT:
            continue
        named = RosterColumn.UNIT in map(recognise_exactly, _PARTS.split(heading))
        share = _share(rows, place, mentions_unit)
        if share >= _MOST or (named and share > 0):
            columns[place] = RosterColumn.UNIT
    return columns


def _filled(rows: Sequence[RawRow], place: int) -> int:
    return sum(map(bool, map(str.strip, [row.cells[place] for row in rows])))


def _share(rows: Sequence[RawRow], place: int, test: Callable[[str], bool]) -> float:
    """Return the share of a column's filled cells that pass a test."""
    cells = [row.cells[place].strip() for row in rows[:_SAMPLE] if row.cells[place].strip()]
    return sum(map(test, cells)) / len(cells) if cells else 0.0


# Where the letter is missing, ҷ is typed as ч.
_EXACT = {
    fold(words): column
    for column, headings in HEADINGS.items()
    for words in (*headings.split("|"), *headings.replace("ҷ", "ч").split("|"))
}
_ONLY_HEADINGS = frozenset(
    map(
        fold,
        ("ном", "насаб", "ному насаб", "насабу ном", "фио", "ф и о", "имя", "фамилия", "name", "full name"),
    )
)
"""What no cell below a heading ever holds: one such cell makes a heading."""
_PARTS = regex(r"[/\n|()\[\]:;]+")
# "nameEn", "jobTitle": headings that a program wrote.
_GLUED = regex(r"(?<=[a-z])(?=[A-Z][a-z])")
_LONGEST_HEADING = 80
_LOOKED_AT = 40


class RosterMapping(Struct, frozen=True, dict=True):
    """What each column of a table is. `heading_rows` are row numbers in the sheet; none: no heading."""

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    heading_rows: tuple[int, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Tell lists with the same headings, however they are spelled; empty without a heading."""
        if not self.heading_rows:
            return ""
        text = "\n".join(map(fold, self.headings))
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each column stands first."""
        return {column: place for place, column in reversed([*enumerate(self.columns)])}

    @cached_property
    def name_places(self) -> tuple[int, ...]:
        """Where a name stands, or a part of it."""
        return tuple(place for place, column in enumerate(self.columns) if column in NAME_COLUMNS)

    def place_of(self, column: str) -> int | None:
        """Return where a column stands."""
        return self.places.get(column)

    def heading_of(self, column: str) -> str:
        """Return the heading of a column, as the list has it."""
        place = self.place_of(column)
        return "" if place is None else self.headings[place] or column_letter(place)

    @cached_property
    def name_heading(self) -> str:
        """The heading of the column from which a name is read first."""
        parts = (RosterColumn.NAME, RosterColumn.FAMILY, RosterColumn.GIVEN)
        return self.heading_of(next(filter(self.places.__contains__, parts), RosterColumn.NAME))

    def remap(self, columns: Sequence[str], heading_rows: Sequence[int] | None = None) -> "RosterMapping":
        """Return the mapping with other columns (as plain text, as remembered) and heading rows."""
        if len(columns) != len(self.columns):
            return self
        rows = self.heading_rows if heading_rows is None else tuple(heading_rows)
        return replace(self, columns=tuple(map(_known, columns)), heading_rows=rows)

    @property
    def has_name(self) -> bool:
        """Tell whether there is a column from which a name can be read."""
        return not NAME_COLUMNS.isdisjoint(self.columns)


def _known(column: str) -> str:
    """Return what a column is, as it was remembered; nothing where this program has no such column."""
    return column if column in COLUMNS else RosterColumn.NOTHING


def find_mapping(table: RawTable, remembered: Mapping[str, Sequence[str]] | None = None) -> RosterMapping:
    """Find the heading and say what the columns are.

    `remembered` holds corrections of earlier lists by fingerprint (see `RosterMapping.remap`).
    """
    rows = table.rows[:_LOOKED_AT]
    place = _find_heading(rows)
    if place is None:
        return RosterMapping(guess_columns(table.rows, table.width), ("",) * table.width)
    heading = [rows[place]]
    if place + 1 < len(rows) and _is_second_heading(rows[place + 1]):
        heading.append(rows[place + 1])
    after = place + len(heading)
    if after < len(rows) and _numbers_the_columns(rows[after]):
        heading.append(rows[after])
    names = [row for row in heading if not _numbers_the_columns(row)]
    headings = tuple(
        clean_text(next((row.cells[at] for row in reversed(names) if row.cells[at].strip()), ""))
        for at in range(table.width)
    )
    recognised = [recognise_heading(text) or RosterColumn.NOTHING for text in headings]
    below = table.rows[place + len(heading) :]
    columns = guess_columns(
        below, table.width, settle_columns(_with_unit(recognised, headings, below), below)
    )
    mapping = RosterMapping(columns, headings, tuple(row.number for row in heading))
    known = (remembered or {}).get(mapping.fingerprint)
    return mapping.remap(known) if known else mapping


@lru_cache(maxsize=4096)
def recognise_heading(heading: str) -> str | None:
    """Return what a heading means: "Ному насаб / Full name", "Ф.И.О. участника", "Специальное звание"."""
    return recognise_exactly(heading) or _recognise_inside(heading)


@lru_cache(maxsize=4096)
def recognise_exactly(heading: str) -> str | None:
    """Return what a heading means if it, or its part in one of two languages, is a known one."""
    if len(heading) > _LONGEST_HEADING:
        return None
    if heading.strip() in ("№", "#", "№№"):
        return RosterColumn.NUMBER
    heading = _GLUED.sub(" ", heading)
    texts = (heading, *_PARTS.split(heading))
    found = [_EXACT[folded] for folded in map(fold, texts) if folded and folded in _EXACT]
    # "Full name (Latin)": the part that says how it is spelled decides.
    return RosterColumn.LATIN if RosterColumn.LATIN in found else next(iter(found), None)


def _recognise_inside(heading: str) -> str | None:
    """Return what the longest known heading inside a longer one means."""
    words = fold(_GLUED.sub(" ", heading)).split()
    if len(heading) > _LONGEST_HEADING or not words:
        return None
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            found = _EXACT.get(" ".join(words[start : start + length]))
            # A "street number" is no number on the list: one word of a heading says too little of it.
            if found and (length > 1 or (len(words[start]) > 2 and found != RosterColumn.NUMBER)):
                return found
    return None


def _find_heading(rows: Sequence[RawRow]) -> int | None:
    """Return the place of the first row that is a heading.

    Not of the one most like a heading: that may be its repetition on the next page, and everybody above it
    would be taken for a title.
    """
    found = next((index for index, row in enumerate(rows) if _looks_like_heading(row)), None)
    return next(filter(partial(_heads_numbers, rows), range(len(rows) - 1)), None) if found is None else found


def _heads_numbers(rows: Sequence[RawRow], index: int) -> bool:
    """Tell whether a row heads numbers and more: "№ | Кого направляют", and below it "1 | ..."."""
    kinds = [recognise_exactly(cell) for cell in rows[index].cells]
    at = kinds.index(RosterColumn.NUMBER) if RosterColumn.NUMBER in kinds else None
    filled = sum(bool(cell.strip()) for cell in rows[index].cells)
    return at is not None and filled > 1 and rows[index + 1].cells[at].strip(" .)").isdigit()


def _looks_like_heading(row: RawRow) -> bool:
    exact = {recognise_exactly(cell) for cell in row.cells} - {None}
    found = {recognise_heading(cell) for cell in row.cells} - {None}
    sure = len(found) > 1 or any(fold(cell) in _ONLY_HEADINGS for cell in row.cells)
    return bool(exact) and sure and not found.isdisjoint((*NAME_COLUMNS, RosterColumn.LATIN))


def _is_second_heading(row: RawRow) -> bool:
    """Tell whether a row only parts the columns of the one above: "Насаб | Ном | Номи падар".

    Each cell must say what it heads, most of them in known words alone: "Звание, Ф.И.О. | Должность | Район".
    """
    filled = [cell for cell in row.cells if cell.strip()]
    exact = sum(recognise_exactly(cell) is not None for cell in filled)
    return len(filled) > 1 and exact * 2 > len(filled) and all(map(recognise_heading, filled))


def _numbers_the_columns(row: RawRow) -> bool:
    """Tell whether a row holds 1, 2, 3, ... below the headings, as official forms do."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    return len(filled) > 2 and filled == [str(number) for number in range(1, len(filled) + 1)]
