"""Tells what somebody wrote below a list of participants, as below any letter: a day, a place, who signs.

"«27» ноября 2026 г.", "г. Душанбе, 2026", "Место проведения: г. Худжанд", "Тренер Сафаров А.": the only words
where a name would stand. Whatever else stands there, such as a name before its day of birth, is nobody's
business here, and a row with a rank, a unit, a number or the like is a person, however the name looks.
"""

import re

from trainer_app.domain.base.numbers import RawRow
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.courses.ranks import read_rank
from trainer_app.domain.courses.roster_columns import (
    NAME_COLUMNS,
    RosterColumn,
    RosterMapping,
    recognise_exactly,
)
from trainer_app.domain.people.names import split_name
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
    """Return what stands in a row where a name would stand, if it is no more than a day, a place or both."""
    text = _only_name(raw, mapping)
    if not _DAY_OR_PLACE.search(text):
        return ""
    text = clean_text(text).strip(" ,;")
    if _DATE.fullmatch(text) or _is_place(text):
        return text
    place, *rest = _PARTED.split(text, maxsplit=1)
    return text if rest and _names_place(place) and _DATE.fullmatch(rest[0]) else ""


def _only_name(raw: RawRow, mapping: RosterMapping) -> str:
    """Return what stands where a name would; nothing if another column says that it is a person's."""
    if any(
        column not in _SAYS_NOTHING and _ANYTHING.search(raw.cells[place])
        for place, column in enumerate(mapping.columns)
    ):
        return ""
    places = [place for place, column in enumerate(mapping.columns) if column in NAME_COLUMNS]
    return " ".join(raw.cells[place] for place in places if raw.cells[place])


def _is_place(text: str) -> bool:
    """Tell whether a text is a city, said to be one: without that word it could be somebody's name."""
    return _PLACE.fullmatch(text) is not None and (
        find_place(text.rstrip(" .")) is not None or _ANY_WORD.fullmatch(text) is not None
    )


def _names_place(text: str) -> bool:
    return _is_place(text) or text.casefold() == "душанбе"


# Nobody is called so: whatever follows, it is who signs or where. "Тренеров" is a name.
_SIGNS = regex(
    r"\W*(?:(?:старший|главный|senior|lead|head)\s+)?(?:"
    r"тренер(?:ы|\(ы\)|[ҳх]о)?|преподавател[ьи]|лектор(?:ы|[ҳх]о)?|инструктор(?:ы|[ҳх]о)?|ведущ(?:ий|ая|ие)|"
    r"ответственн(?:ый|ая|ые|ого)|исполнител[ьи]|составител[ьи]|составил[аи]?|утверждаю|согласовано|подписал[аи]?|"
    r"начальник|заместитель|заведующ(?:ий|ая)|директор|(?:сардор|муовин|[ҷч]онишин)и|руководител[ьи]|секретарь|председатель|организатор(?:ы|[ҳх]о)?|куратор|координатор|"
    r"ом[ӯу]згор(?:он)?|масъул(?:он|и)?|и[ҷч]рокунанда(?:гон)?|тартибди[ҳх]анда(?:гон)?|ташкилкунанда(?:гон)?|"
    r"trainers?|facilitators?|lecturers?|instructors?|responsible|organi[sz]ers?|coordinator|secretary|"
    r"chair(?:man|woman|person)|(?:prepared|approved|signed)\s+by|"
    r"подпис[ьи]|роспись|имзо(?:и|[ҳх]о)?|signatures?|место|venue)\b.*",
    re.IGNORECASE,
)
# Some are called so: "Раис Каримов", "Каримова Сана". Alone, or with what no name has, it is nobody.
_ALSO_NAMES = regex(
    r"\W*(?:(?:раис|котиб|ро[ҳх]бар|мудир|муаллим|[ҷч]ой|дата|сана|place|date)(?:\W*|\W*(?:_{2,}|\.{5,}|…{2,}|\d|/).*)|"
    r"(?:раис|котиб|ро[ҳх]бар|мудир|муаллим)и\s+(?:комисс|курс|гур[ӯу][ҳх]|[ҷч]аласа|ом[ӯу]зиш|марказ|раёсат|шуъба|тренинг)\w*.*|"
    r"(?:[ҷч]о[йи]и?|макони|ма[ҳх]алли|санаи|р[ӯу]зи|вақти)\s+(?:баргузор|гузаронидан|ом[ӯу]зиш|имзо|тартиб)\w*.*|"
    r"дата\s+(?:проведени|составлени|подписани|обучени|начал|окончани|курс|заняти)\w*.*|(?:place|date)\s+of\b.*)",
    re.IGNORECASE,
)
# "Учебный центр: Душанбе"; what only heads a part of the list has nothing after it, and is told as such.
_LABELLED = regex(r"\W*([^\W\d_][\w .,«»\"'/№-]{0,60}?) ?[:：]\W*\w")


def signer_or_label(raw: RawRow, mapping: RosterMapping) -> str:
    """Return what stands where a name would, if it says who signs, where or when, or has a label's colon."""
    text = clean_text(_only_name(raw, mapping))
    return text if _SIGNS.fullmatch(text) or _ALSO_NAMES.fullmatch(text) or _is_labelled(text) else ""


def _is_labelled(text: str) -> bool:
    """Tell whether a text begins with a label: not "ФИО: …", "капитан: …", "Каримов Али: …" or "Ма:руф"."""
    found = _LABELLED.match(text)
    if found is None or (text[found.end() - 2] in ":：" and text[found.end() - 1].islower()):
        return False
    label = found[1]
    names = all(word[0].isupper() for word in label.split()[:2]) and split_name(label).sure
    return not names and not read_rank(label) and recognise_exactly(label) not in NAME_COLUMNS
