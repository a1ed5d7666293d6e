"""Tells a day and a place that somebody wrote below a list of participants, as below any letter.

"«27» ноября 2026 г.", "г. Душанбе, 2026": the only words where a name would stand. Whatever else stands
there, such as a name before its day of birth, is nobody's business here.
"""

import re

from trainer_app.domain.base.numbers import RawRow
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.courses.roster_columns import NAME_COLUMNS, RosterColumn, RosterMapping
from trainer_app.domain.people.places import find_place

_EMPTY = r"(?:_+|\.{3,}|…+)"
_MONTH = (
    r"(?:янв(?:ар[ьяи]?)?|фев(?:рал[ьяи]?)?|март[аи]?|апр(?:ел[ьяи]?)?|ма[йя]|майи|июн[ьяи]?|июл[ьяи]?|авг(?:уст[аи]?)?|"
    r"сен(?:т(?:ябр[ьяи]?)?)?|окт(?:ябр[ьяи]?)?|ноя(?:б(?:р[ьяи]?)?)?|дек(?:абр[ьяи]?)?|"
    r"jan(?:uary)?|feb(?:ruary)?|march|mar|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_QUOTE = "[«»\"“”„‟'‘’<>]*"
_DAY = rf"{_QUOTE} ?(?:\d{{1,2}}(?:st|nd|rd|th|-?у?ми)?|{_EMPTY}) ?{_QUOTE}"
_YEAR = rf"(?:соли )?(?:\d{{4}}|\d{{2}} ?{_EMPTY}|{_EMPTY})(?: ?-? ?(?:года?|г|сол|с|year|y))?"
_NUMBERS = rf"{_DAY} ?[./-] ?(?:\d{{1,2}}|{_EMPTY}) ?[./-] ?{_YEAR}"
# Without its year "5. Мая" may be a number and a given name.
_WORDS = rf"{_DAY}[ .,-]*(?:{_MONTH}|{_EMPTY})[ .,-]*{_YEAR}|{_MONTH} {_DAY}[ .,]*{_YEAR}|{_MONTH} {_YEAR}"
_DATE = regex(rf"(?:(?:дата|сана|санаи|date)\b[ .:]*)?(?:{_NUMBERS}|{_WORDS}|{_YEAR})[ .,;]*", re.IGNORECASE)
# A capital letter is an initial: "Ш. Турсунзода". The capital's own name is nobody's.
_PLACE = regex(
    r"(?:(?:г|ш)\b|(?:[гГшШ]\b\W*)(?=душанбе|ДУШАНБЕ|Душанбе)|"
    r"(?:[Гг](?:ор|ород)|ГОРОД|[Шш]аҳри|ШАҲРИ)\b)\W*.+"
)
_ANY_WORD = regex(r"город[ .]+[^\W\d_]+(?:[ -][^\W\d_]+)?", re.IGNORECASE)
_PARTED = regex(r"[ ,;–—-]+(?=[«\"“„<]?\d|_|\.{3}|…)")
_ANYTHING = regex(r"[^\W_]")
_DAY_OR_PLACE = regex(r"[\d_…]|\.{3}|[гшГШ]\b|[Гг]ор|ГОР|[Шш]аҳри|ШАҲРИ")


_SAYS_NOTHING = NAME_COLUMNS | {RosterColumn.NOTHING, RosterColumn.SIGNATURE, RosterColumn.REMARK}
"""Columns that may hold something in a closing line too; what fills any other belongs to a person."""


def day_or_place(raw: RawRow, mapping: RosterMapping) -> str:
    """Return what stands in a row where a name would stand, if it is no more than a day, a place or both.

    A row with a rank, a unit, a number or the like is a person, however the name looks: "ш. Турсунзода".
    """
    if any(
        column not in _SAYS_NOTHING and _ANYTHING.search(raw.cells[place])
        for place, column in enumerate(mapping.columns)
    ):
        return ""
    places = [place for place, column in enumerate(mapping.columns) if column in NAME_COLUMNS]
    text = " ".join(raw.cells[place] for place in places if raw.cells[place])
    if not _DAY_OR_PLACE.search(text):
        return ""
    text = clean_text(text).strip(" ,;")
    if _DATE.fullmatch(text) or _is_place(text):
        return text
    place, *rest = _PARTED.split(text, maxsplit=1)
    return text if rest and _names_place(place) and _DATE.fullmatch(rest[0]) else ""


def _is_place(text: str) -> bool:
    """Tell whether a text is a city, said to be one: without that word it could be somebody's name."""
    return _PLACE.fullmatch(text) is not None and (
        find_place(text.rstrip(" .")) is not None or _ANY_WORD.fullmatch(text) is not None
    )


def _names_place(text: str) -> bool:
    return _is_place(text) or text.casefold() == "душанбе"
