"""Tells what in a list of participants is nobody: who signs, totals, days, places, titles, telephones, notes.

One list of words says who signs and what was done with a list, in Russian, Tajik and English; below it stand
the rules, from the surest. Each answers with the words by which it knows. What is left out is told, and who
imports may say otherwise: a row with a number, a rank, a unit or the like is a person, however the name
looks, unless no person can be called so.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from trainer_app.domain.base.numbers import RawRow
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.courses.ranks import read_rank, split_rank
from trainer_app.domain.courses.roster_columns import (
    NAME_COLUMNS,
    RosterColumn,
    RosterMapping,
    mentions_unit,
    recognise_exactly,
)
from trainer_app.domain.people.names import clean_name, holds_several, is_initial, is_small_word, split_name
from trainer_app.domain.people.places import find_place

# Whose office it is to sign: also as a position beside a name, where a row stands below the list.
_CHIEFS = (
    r"начальник(?:а|у|и|ом)?|заместител(?:[ьяюи]|ем)|заведующ(?:ий|ая|его|ей)|директор(?:а|у|ом)?|"
    r"руководител(?:[ьяюи]|ем)|исполнител(?:[ьяюи]|ем)|(?:сардор|мудир|роҳбар|муовин|[ҷч]онишин)и|"
    r"и[ҷч]рокунанда(?:гон)?|тартибди[ҳх]анда(?:гон)?|head|director"
)
# Who else may sign. Nobody is called so; "Тренеров" is a name.
_OTHERS = (
    r"тренер(?:ы|\(ы\)|[ҳх]о)?|преподавател[ьи]|лектор(?:ы|[ҳх]о)?|инструктор(?:ы|[ҳх]о)?|ведущ(?:ий|ая|ие)|"
    r"ответственн(?:ый|ая|ые|ого)|составител[ьи]|секретарь|председатель|организатор(?:ы|[ҳх]о)?|куратор|"
    r"координатор|представител[ьи]|наставник(?:и|[ҳх]о)?|эксперт(?:ы|[ҳх]о)?|консультант(?:ы|[ҳх]о)?|"
    r"ом[ӯу]згор(?:он)?|масъул(?:он|и)?|ташкилкунанда(?:гон)?|намояндаи?|"
    r"trainers?|facilitators?|lecturers?|instructors?|responsible|organi[sz]ers?|coordinator|secretary|"
    r"experts?|chair(?:man|woman|person)"
)
_SHORT = r"(?:нач|зам|рук|сард|муов|исп|отв|и[ҷч]р)\w{0,4}\s*\."
# What somebody did with the list.
_ACTS = (
    r"(?:список\s+)?(?:(?:составил|подготовил|утвердил|проверил|согласовал|разработал|исполнил|подписал)"
    r"(?:[аи]|\([аи]\))?|составлен[оаы]?|утвержд(?:аю|ено?)|согласован[оаы]?)\b|"
    r"(?:тартиб|таҳия|тасди[қк]|мувофи[қк]а|сан[ҷч]ида?)\s*(?:кард|дод|баромад|мекунам|шуд)|сан[ҷч]ид(?:а|анд)?\b|"
    r"(?:prepared|approved|compiled|checked|agreed|signed)(?:\s+by\b|\s*:)"
)
# Where somebody signs or stamps, and what is written there.
_TO_SIGN = r"подпис[ьи]|роспись|имзо(?:и|[ҳх]о)?|signatures?|печать|м[ӯу]ҳр|stamp"
_NOTES = r"место|venue|примечани[ея]|[эи]зоҳ(?:[ҳх]о)?|notes?|remarks?"
# Some are called so: "Раис Каримов", "Каримова Сана". Alone, or with what no name has, it is nobody.
_ALSO_NAMES = r"раис|котиб|ро[ҳх]бар|мудир|муаллим|[ҷч]ой|дата|сана|place|date"
_BELONGS = (
    r"(?:раис|котиб|ро[ҳх]бар|мудир|муаллим)и\s+(?:комисс|курс|гур[ӯу][ҳх]|[ҷч]аласа|ом[ӯу]зиш|марказ|раёсат|"
    r"шуъба|тренинг)\w*.*|"
    r"(?:[ҷч]о[йи]и?|макони|ма[ҳх]алли|санаи|р[ӯу]зи|вақти)\s+(?:баргузор|гузаронидан|ом[ӯу]зиш|имзо|тартиб)\w*.*|"
    r"дата\s+(?:проведени|составлени|подписани|обучени|начал|окончани|курс|заняти)\w*.*|(?:place|date)\s+of\b.*"
)

_FIRST = r"\W*(?:(?:старший|главный|senior|lead|head)\s+)?"
_ACT = regex(rf"\W*(?:{_ACTS})", re.IGNORECASE)
_OFFICE = regex(rf"{_FIRST}(?:{_CHIEFS}|{_OTHERS})\b\W*", re.IGNORECASE)
_ANY_OFFICE = regex(rf"(?:{_CHIEFS}|{_OTHERS})\b", re.IGNORECASE)
_OFFICE_SHORT = regex(rf"\W*{_SHORT}", re.IGNORECASE)
_CHIEF = regex(rf"(?<![^\W\d_])(?:(?:{_CHIEFS})\b|{_ACTS})", re.IGNORECASE)
_SIGNS = regex(
    rf"(?:{_FIRST}(?:{_CHIEFS}|{_OTHERS}|{_TO_SIGN}|{_NOTES})\b|\W*(?:{_SHORT}|{_ACTS})).*", re.IGNORECASE
)
_ALONE_ONLY = regex(
    rf"\W*(?:(?:{_ALSO_NAMES})(?:\W*|\W*(?:_{{2,}}|\.{{5,}}|…{{2,}}|\d|/).*)|{_BELONGS})", re.IGNORECASE
)
_PLACE_TO_SIGN = regex(
    rf"\W*(?:{_TO_SIGN}|{_CHIEFS}|{_OTHERS}|роҳбар|м ?[.] ?п|[ҷч] ?[.] ?м|мп|ҷм|l ?[.] ?s)[\W\d_]*",
    re.IGNORECASE,
)
# "____", "/Шарифов/": a line to sign on, and the name of whoever signs.
_LINE = regex(r"_{3,}|\.{5,}|…{2,}")
_LINE_OR_NAME = regex(r"_{2,}|\.{5,}|…{2,}|/[^/]+/")
# "Итого: 25 чел.", "Всего участников — 25", "25 чел.", "Присутствовало — 25", "из них женщин: 5".
_CAME = r"(?:отсутств|присутств)(?:овал[аио]?|ует|уют|ующ\w+)|явил(?:ся|ась|ись|ось)"
_PEOPLE = r"чел\b|человек|участник|слушател|нафар|иштирокч|people\b|persons\b|participants\b"
_SUM = regex(
    r"\W*(?:(?:итого|всего|[ҳхњ]амаг[ӣиї]|ҷамъ(?:ан)?|total|in all|altogether)\b"
    rf"(?:.*[\d:]|\W*$|\s+(?:{_PEOPLE}))"
    rf"|\d+\s*(?:{_PEOPLE})|(?:из них|в том числе|аз онҳо|аз [ҷч]умла|of (?:them|which|whom))\b"
    rf"|(?:{_CAME})\W.*\d|(?:мужчин|женщин|мардон|занон|women|men)\W+\d{{1,3}}\b)",
    re.IGNORECASE,
)
# "* отсутствовал", "П - присутствовал, О - отсутствовал", "н/я — не явился": "Ҳозир" alone may be a name.
_MEANS = (
    rf"{_CAME}|был[аио]?|болен|больна|болел[аи]?|опоздал[аи]?|уважительн\w+|[ҳх]озир|[ғг]оиб|бемор|"
    r"absent|present|late|sick|excused"
)
_KEY = r"(?:[^\W_]{1,3}(?:/[^\W_]{1,2})?\s*[-–—=:]+|[*+-])\s*"
_LEGEND = regex(rf"\W*(?:{_KEY}(?:(?:не|на|по)\s+)?(?:{_MEANS})\b|(?:не\s+)?(?:{_CAME})\b).*", re.IGNORECASE)
_SIGN_OF_NOTE = regex(r"[*†•]")
# Over a part of a list: "Женщины:", "Вилояти Хатлон:", "Резерв".
_PART = (
    r"женщины|мужчины|занҳо|занон|мардҳо|мардон|women|men|"
    r"резерв(?:ный список|исты)?|запас(?:ные|ной список)?|эҳтиётӣ|reserves?"
)
_GROUP = regex(rf".*\w\W*:\s*|\W*(?:{_PART})\W*", re.IGNORECASE)
# "Учебный центр: Душанбе"; what only heads a part of the list has nothing after it, and is told as such.
_LABELLED = regex(r"\W*([^\W\d_][\w .,«»\"'/№-]{0,60}?) ?[:：]\W*\w")

_EMPTY = r"(?:_+|\.{3,}|…+)"
_MONTH = (
    r"(?:янв(?:ар[ьяи]?)?|фев(?:рал[ьяи]?)?|март[аи]?|апр(?:ел[ьяи]?)?|ма[йя]|майи|июн[ьяи]?|июл[ьяи]?|авг(?:уст[аи]?)?|"
    r"сен(?:т(?:ябр[ьяи]?)?)?|окт(?:ябр[ьяи]?)?|ноя(?:б(?:р[ьяи]?)?)?|дек(?:абр[ьяи]?)?|"
    r"jan(?:uary)?|feb(?:ruary)?|march|mar|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_QUOTE = "[«»\"“”„‟'‘’<>]*"
# "27", "«__»", "27-30".
_DAY = rf"{_QUOTE} ?(?:\d{{1,2}}(?: ?[-–—] ?\d{{1,2}})?(?:st|nd|rd|th|-?у?ми)?|{_EMPTY}) ?{_QUOTE}"
_YEAR = rf"(?:соли )?(?:\d{{4}}|\d{{2}} ?{_EMPTY}|{_EMPTY})(?: ?-? ?(?:года?|г|сол|с|year|y))?"
_NUMBERS = rf"{_DAY} ?[./-] ?(?:\d{{1,2}}|{_EMPTY}) ?[./-] ?{_YEAR}"
# Without its year "5. Мая" may be a number and a given name.
_WORDS = rf"{_DAY}[ .,-]*(?:{_MONTH}|{_EMPTY})[ .,-]*{_YEAR}|{_MONTH} {_DAY}[ .,]*{_YEAR}|{_MONTH} {_YEAR}"
_DATE = regex(rf"(?:(?:дата|сана|санаи|date)\b[ .:]*)?(?:{_NUMBERS}|{_WORDS}|{_YEAR})[ .,;]*", re.IGNORECASE)
# "Участники прибывают 24 ноября", "список уточняется до 30.11.2026".
_ENDS_WITH_DAY = regex(
    rf"(.*\w)\W+(?:{_NUMBERS}|{_DAY} ?{_MONTH}(?:[ .,-]*{_YEAR})?)[ .,;!)]*", re.IGNORECASE
)
# "Инспектор отдела кадров Холова Г. С.": of what somebody has the office, in small letters after it.
_OF_UNIT = (
    r"отдел|отделени|управлени|кадр|центр|академи|департамент|служб|министерств|комисси|факультет|кафедр|"
    r"шуъба|раёсат|марказ|академия|кумита|вазорат"
)
_OFFICE_OF = regex(rf"[^\W\d_]+\.?(?: [а-яёғӣқӯҳҷ-]+)*? (?:{_OF_UNIT})[а-яёғӣқӯҳҷ]*\b.*")
# A capital letter is an initial: "Ш. Турсунзода". The capital's own name is nobody's.
_PLACE = regex(
    r"(?:(?:г|ш)\b|(?:[гГшШ]\b\W*)(?=душанбе|ДУШАНБЕ|Душанбе)|"
    r"(?:[Гг](?:ор|ород)|ГОРОД|[Шш]аҳри|ШАҲРИ)\b)\W*.+"
)
_ANY_WORD = regex(r"город[ .]+[^\W\d_]+(?:[ -][^\W\d_]+)?", re.IGNORECASE)
_PARTED = regex(r"[ ,;–—-]+(?=[«\"“„<]?\d|_|\.{3}|…)")
_ANYTHING = regex(r"[^\W_]")
_DAY_OR_PLACE = regex(r"[\d_…]|\.{3}|[гшГШ]\b|[Гг]ор|ГОР|[Шш]аҳри|ШАҲРИ")

# "24 ноября", "24–27 ноября 2026 г.", "24.11", "24.11.2026": a day anywhere in a text.
_DAY_WITHIN = regex(
    rf"(?<![\w.])(?:{_DAY} ?{_MONTH}\b(?:[ .,-]*\d{{4}}\b(?: ?г\b\.?)?)?"
    r"|\d{1,2}\.(?:0?[1-9]|1[0-2])\b(?:\.\d{4})?(?![\w.]))",
    re.IGNORECASE,
)
_BORN = regex(r"(?:19\d\d|20(?:0\d|1[0-2]))(?!\d)")
"""A year in which a participant may be born: beside a name such a day is a date of birth."""

_COMMONLY_DASHED = {
    *("phone", "email", "service_number"),
    *(RosterColumn.REMARK, RosterColumn.BIRTH_YEAR, RosterColumn.LATIN),
}
"""Columns in which a line may say of somebody that nothing is known."""
_SHORTEST_WORD = 3
_UNIT_LETTERS = regex(r"(?<![^\W\d_])[^\W\d_a-zа-яёғӣқӯҳҷ]{2,6}(?![^\W\d_])")
"""ОВД, УМВД, ШКД: capitals that stand for a unit."""
_UNIT_WORD = regex(rf"\b(?:{_OF_UNIT})", re.IGNORECASE)

_SAYS_NOTHING = NAME_COLUMNS | {RosterColumn.NOTHING, RosterColumn.SIGNATURE, RosterColumn.REMARK}
"""Columns that may hold something in a closing line too; what fills any other belongs to a person."""


class Nobody(Struct, frozen=True):
    """Why a row is nobody: the end of a message's code, and the words by which it is known."""

    code: str
    words: str


def nobody_in(raw: RawRow, mapping: RosterMapping, *, below: bool) -> Nobody | None:
    """Return why a row is no person, if it is none. `below`: it stands below the list, after an empty row."""
    for code, words in _answers(raw, mapping, below):
        if words:
            return Nobody(code, words)
    return None


def states_service(raw: RawRow, mapping: RosterMapping) -> bool:
    """Tell whether a row states a rank and a unit, each in its own column, of somebody who signs nothing.

    Such a row is somebody's wherever it stands: "Каримов Фаррух | капитан | ОВД Фирдавси" below "Резерв".
    """
    name = _name(raw, mapping)
    words = split_rank(clean_name(name))[1].split()
    # Who signs is written with initials: somebody of the list with both names.
    whole = sum(not is_initial(word) for word in words) > 1
    named = whole and _is_named(name) and not names_signer(raw, mapping)
    return named and _rank(raw, mapping) and _unit(raw, mapping) and not _chief(raw, mapping)


def dashed_places(raw: RawRow, mapping: RosterMapping) -> frozenset[int]:
    """Return in which cells of a row a line is none to sign on: of somebody with a rank or a unit."""
    if names_signer(raw, mapping) or not (_rank(raw, mapping) or _unit(raw, mapping)):
        return frozenset()
    return frozenset(place for place, column in enumerate(mapping.columns) if column in _COMMONLY_DASHED)


def _answers(raw: RawRow, mapping: RosterMapping, below: bool) -> Iterator[tuple[str, str]]:
    name, number = _name(raw, mapping), _number_cell(raw, mapping)
    # What stands where a name would; nothing if another column says that it is a person's.
    alone = "" if _is_filled(raw, mapping, _SAYS_NOTHING) else clean_text(name)
    yield "footer", _total_or_act(raw, mapping) or _day_or_place(alone)
    # Its number says nothing: some count the line to sign on too.
    yield "signature_word", _only_text(raw, " _.…-0123456789", _PLACE_TO_SIGN)
    yield "contact", _contact(raw, mapping)
    yield "group_word", _only_text(raw, " ", _GROUP)
    yield "signature_line", _chief(raw, mapping) if below else ""
    yield "section", _title(name, number)
    yield "footer", _signer_or_note(alone) or _label_before(raw, mapping, number)
    yield "several_people", _several_people(raw, mapping)


def _is_filled(raw: RawRow, mapping: RosterMapping, beside: frozenset[str]) -> bool:
    """Tell whether anything stands in other columns than these."""
    return any(_ANYTHING.search(raw.cells[place]) for place in _places_beside(mapping.columns, beside))


@lru_cache(maxsize=64)
def _places_beside(columns: tuple[str, ...], beside: frozenset[str]) -> tuple[int, ...]:
    return tuple(place for place, column in enumerate(columns) if column not in beside)


def _name(raw: RawRow, mapping: RosterMapping) -> str:
    return " ".join([raw.cells[place] for place in mapping.name_places if raw.cells[place]])


def _only_text(raw: RawRow, nothing: str, wanted: re.Pattern[str]) -> str:
    """Return the only text of a row that is more than signs which say nothing, if it is what is wanted."""
    found = ""
    for cell in filter(None, raw.cells):
        text = clean_text(cell)
        if text.strip(nothing):
            if found:
                return ""
            found = text
    return found if found and wanted.fullmatch(found) else ""


def _total_or_act(raw: RawRow, mapping: RosterMapping) -> str:
    """Return the cell of a row, its first one or a name, that is a total or what was done with the list."""
    first = next((place for place, cell in enumerate(raw.cells) if cell.strip()), 0)
    for place in sorted({first, *mapping.name_places}):
        text = clean_text(raw.cells[place])
        if not text or text.isdigit():
            continue
        if _SUM.match(text) or _ACT.match(text) or _is_office_with_line(text):
            return text
    return ""


def _is_office_with_line(text: str) -> bool:
    # Nearly every name: letters and blanks, and no line.
    if text.replace(" ", "").isalpha() or _LINE_OR_NAME.search(text) is None:
        return False
    return (_OFFICE.match(text) or _OFFICE_SHORT.match(text)) is not None


def _names_office(text: str) -> bool:
    """Tell whether any word of a text has an office of those who sign; none of these words has a blank."""
    return any(map(_has_office, text.split()))


@lru_cache(maxsize=65536)
def _has_office(word: str) -> bool:
    """Tell it of one word: most stand in a list often, and to look for sixty offices takes its time."""
    return _ANY_OFFICE.search(word) is not None


def _chief(raw: RawRow, mapping: RosterMapping) -> str:
    """Return what in a row speaks of somebody who signs a list: an office, or a line to sign on."""
    dashed = dashed_places(raw, mapping)
    for place, text in enumerate(map(clean_text, raw.cells)):
        if found := _CHIEF.search(text) or (_LINE.search(text) if place not in dashed else None):
            return text[found.start() :].split()[0]
    return ""


def names_signer(raw: RawRow, mapping: RosterMapping) -> bool:
    """Tell whether the name of a row, or what stands where its number would, is somebody's who signs."""
    number = _number_cell(raw, mapping)
    texts = [text for text in (number, clean_text(_name(raw, mapping))) if text]
    return bool(read_rank(number)) or any(_SIGNS.fullmatch(each) or _names_office(each) for each in texts)


def _is_named(text: str) -> bool:
    """Tell whether what stands where a name would has the words of one: not "Старший инспектор"."""
    first, *rest = split_rank(clean_name(text))[1].split() or [""]
    common = [word for word in rest if word[0].islower() and len(word) >= _SHORTEST_WORD]
    return bool(rest) and not (first[:1].isupper() and not all(map(is_small_word, common)))


def _rank(raw: RawRow, mapping: RosterMapping) -> bool:
    place = mapping.place_of(RosterColumn.RANK)
    return place is not None and bool(read_rank(raw.cells[place]))


def _unit(raw: RawRow, mapping: RosterMapping) -> bool:
    """Tell whether a unit is stated in its own column: no office, nobody's name and no line to sign on."""
    place = mapping.place_of(RosterColumn.UNIT)
    text = clean_text(raw.cells[place]) if place is not None else ""
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    if not words or _LINE.search(text) or _SIGNS.fullmatch(text) or _names_office(text):
        return False
    if any(map(is_initial, words)) and _UNIT_LETTERS.search(text) is None:
        return False
    named = _UNIT_LETTERS.search(text) or _UNIT_WORD.search(text)
    return len(words) == 1 or named is not None or any(word[0].islower() for word in words)


def _title(typed: str, number: str) -> str:
    """Return what stands where a name would and is a unit, an office without a name, or another heading."""
    numbered = number.rstrip(".)").isdigit()
    heads = not numbered and ":" not in typed and recognise_exactly(typed) in NAME_COLUMNS
    if heads or (typed and number in ("№", "№№", "No", "No.")):
        return clean_text(typed)
    # Nearly every name: no office and no unit.
    if not (_names_office(typed) or mentions_unit(typed)):
        return ""
    text = clean_name(split_rank(clean_name(typed))[1])
    office = _OFFICE.match(text)
    rest = text[office.end() :] if office else text
    if office and not rest:
        return text
    if split_name(text).sure and split_name(_without_units(text)).sure:
        return ""
    names = sum(word[0].isupper() and not mentions_unit(word) for word in rest.split())
    if names > 1 and not text.isupper() and numbered:
        return ""
    # "Начальник отдела", "САРДОРИ РАЁСАТ"; "Тренер Али" is somebody.
    return text if mentions_unit(text) or (office and (rest[0].islower() or text.isupper())) else ""


def _without_units(text: str) -> str:
    return " ".join(word for word in text.split() if not mentions_unit(word))


def _signer_or_note(text: str) -> str:
    """Return what stands alone where a name would, if it says who signs, where, when, or what signs mean."""
    if not text:
        return ""
    small = _SIGN_OF_NOTE.match(text) is not None and text == text.lower()
    known = _SIGNS.fullmatch(text) or _ALONE_ONLY.fullmatch(text) or _LEGEND.fullmatch(text)
    return text if known or small or _is_labelled(text) or _is_sentence(text) else ""


def _is_sentence(text: str) -> bool:
    """Tell whether a text is an office or a remark: one with a star before it, or a day at its end."""
    if _OFFICE_OF.fullmatch(text) or _tells_day(text):
        return True
    dated = _ENDS_WITH_DAY.fullmatch(text)
    if not (dated or _SIGN_OF_NOTE.match(text)):
        return False
    # "Каримов Али 27.11.1985", "каримов али 27.11.1985": when somebody was born.
    first, *rest = (dated[1] if dated else text).strip(" *†•").split() or [""]
    common = [word for word in rest if word[0].islower() and not is_small_word(word)]
    return bool(common) and (first[0].isupper() or not split_name(" ".join((first, *rest))).sure)


def _tells_day(text: str) -> bool:
    """Tell whether a text says what is on a day: "Заезд 24 ноября", not "Каримов Али, с 24 ноября"."""
    found = _DAY_WITHIN.search(text)
    if found is None or _BORN.search(text):
        return False
    words = _words(text[: found.start()]) or _words(text[found.end() :])
    return bool(words) and sum(word[0].isupper() for word in words) < _NAME_WORDS


def _words(text: str) -> list[str]:
    return [word for word in text.split() if word[0].isalpha()]


def _label_before(raw: RawRow, mapping: RosterMapping, text: str) -> str:
    """Return what stands in the column of numbers and says who signs: "Тренер:", and the name beside it."""
    if text.isdigit() or not (_SIGNS.fullmatch(text) or _ALONE_ONLY.fullmatch(text.rstrip(" :"))):
        return ""
    # "тренер" before somebody with a rank or a unit tells what this person is.
    sure = text.endswith(":") or not _is_filled(raw, mapping, _SAYS_NOTHING | {RosterColumn.NUMBER})
    return text if sure else ""


def _number_cell(raw: RawRow, mapping: RosterMapping) -> str:
    place = mapping.place_of(RosterColumn.NUMBER)
    return clean_text(raw.cells[place]) if place is not None else ""


def _several_people(raw: RawRow, mapping: RosterMapping) -> str:
    """Return the cell of a row in which the names of several people stand, it seems."""
    filled = _name_cells(raw, mapping)
    return clean_text(filled[0]) if len(filled) == 1 and holds_several(filled[0], _bare_name) else ""


def _name_cells(raw: RawRow, mapping: RosterMapping) -> list[str]:
    """Return what stands in the first column of each part of a name, from left to right."""
    places = [place for place in mapping.name_places if mapping.places[mapping.columns[place]] == place]
    return [raw.cells[place] for place in places if raw.cells[place].strip()]


def _bare_name(text: str) -> str:
    rest = split_rank(text)[1]
    return "" if mentions_unit(rest) or _CHIEF.match(rest) else rest


def _day_or_place(text: str) -> str:
    """Return what stands alone where a name would, if it is no more than a day, a place or both."""
    if not _DAY_OR_PLACE.search(text):
        return ""
    text = text.strip(" ,;")
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


def _is_labelled(text: str) -> bool:
    """Tell whether a text begins with a label: not "ФИО: …", "капитан: …", "Каримов Али: …" or "Ма:руф"."""
    found = _LABELLED.match(text)
    if found is None or (text[found.end() - 2] in ":：" and text[found.end() - 1].islower()):
        return False
    label = found[1]
    names = all(word[0].isupper() for word in label.split()[:2]) and split_name(label).sure
    return not names and not read_rank(label) and recognise_exactly(label) not in NAME_COLUMNS


# "тел. 221-00-11", "E-mail:", "Рақами телефон": by what a list says how its writer can be reached.
_REACHED = regex(
    r"\W*(?:(?:рақами|номери|контактн\w+|мобильн\w+|рабоч\w+|мобилии?|раб\.|моб\.)\s*)?"
    r"(?:тел(?:ефон\w*)?|моб(?:ильн\w+)?|факс\w*|сот(?:овый)?|контакт\w*|e-?mail|почта|эл\.\s*почта|tel(?:ephone)?|phone|mobile|"
    r"cell|fax|contacts?)\b[\W\d_]*",
    re.IGNORECASE,
)
# Digits of a telephone, and an address of e-mail.
_TELEPHONE = regex(r"\+?\(?\d[\d\s()\-.\u2010-\u2015]{4,}\d")
_ADDRESS = regex(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_TELLS_REACHED = regex(r"[@\d]")
_FEWEST_DIGITS = 5
_NAME_WORDS = 2
"""A name has so many words; beside a telephone one alone is none."""


def _contact(raw: RawRow, mapping: RosterMapping) -> str:
    """Return the cell of a row that holds a telephone or another contact where a name would stand."""
    text = " ".join(map(clean_text, _name_cells(raw, mapping)))
    if not _TELLS_REACHED.search(text):
        # Nearly every name: no number, no address and no word for one.
        return text if _REACHED.fullmatch(text) else ""
    rest, found = _ADDRESS.sub(" ", text), _ADDRESS.search(text) is not None
    for digits in _TELEPHONE.findall(rest):
        if sum(map(str.isdigit, digits)) >= _FEWEST_DIGITS:
            rest, found = rest.replace(digits, " "), True
    if _REACHED.fullmatch(rest):
        return text
    words = [word for word in rest.split() if any(map(str.isalpha, word))]
    return text if found and len(words) < _NAME_WORDS else ""
