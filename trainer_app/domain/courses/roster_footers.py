"""Tells what in a list of participants is nobody: signatures, totals, headings within it, telephones.

Each answers with the words by which it knows, "" where a row may be a person; who imports may say otherwise.
"""

import re

from trainer_app.domain.base.numbers import RawRow
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.courses.ranks import split_rank
from trainer_app.domain.courses.roster_columns import NAME_COLUMNS, RosterColumn, RosterMapping, mentions_unit
from trainer_app.domain.people.names import holds_several

# What stands alone where somebody signs or stamps: "Имзо", "Ҷ.М.", "Масъул:".
_ALONE = regex(
    r"\W*(?:имзо|подпись|роспись|signature|м ?[.] ?п|[ҷч] ?[.] ?м|мп|ҷм|l ?[.] ?s|stamp|муҳр|мӯҳр|печать|"
    r"роҳбар|масъул|руководитель|ответственный)[\W\d_]*",
    re.IGNORECASE,
)


def alone_word(raw: RawRow) -> str:
    """Return the only text of a row if it is where somebody signs or stamps; no name is such a word."""
    # Its number says nothing: some count the line to sign on too.
    text = _only_text(raw, " _.…-0123456789")
    return text if _ALONE.fullmatch(text) else ""


# Over a part of a list: "Женщины:", "Вилояти Хатлон:".
_GROUP = regex(r".*\w\W*:\s*|\W*(?:женщины|мужчины|занҳо|занон|мардҳо|мардон|women|men)\W*", re.IGNORECASE)


def group_word(raw: RawRow) -> str:
    """Return the only text of a row, which has no number either, if it heads a part of the list."""
    text = _only_text(raw, " ")
    return text if _GROUP.fullmatch(text) else ""


def _only_text(raw: RawRow, nothing: str) -> str:
    """Return the only text of a row that is more than signs which say nothing; empty if there are several."""
    found = ""
    for text in map(clean_text, raw.cells):
        if text.strip(nothing):
            if found:
                return ""
            found = text
    return found


# Who signs below the list: "Сардори раёсат", "Исполнитель".
OFFICIAL = regex(
    r"(?:(?:сардор|мудир|роҳбар|муовин|ҷонишин)и\b|тартибдиҳанда|иҷрокунанда|тасдиқ|мувофиқ|начальник|руководител|"
    r"заместител|исполнител|утвержда|согласован|директор|head\b|director\b|prepared\b|approved\b)",
    re.IGNORECASE,
)
# A line to sign on.
_TO_SIGN = regex(r"_{3,}|\.{5,}|…{2,}")


def signature_word(raw: RawRow) -> str:
    """Return what in a row speaks of somebody who signs a list: an office, or a line to sign on."""
    for cell in raw.cells:
        text = clean_text(cell)
        for pattern in (OFFICIAL, _TO_SIGN):
            for found in pattern.finditer(text):
                if pattern is _TO_SIGN or not found.start() or not text[found.start() - 1].isalpha():
                    return text[found.start() :].split()[0]
    return ""


# "Итого: 25 чел.", "Всего участников — 25": a word for a sum with a figure or a colon, or a figure of people.
_SUM = regex(
    r"\W*(?:(?:итого|всего|[ҳхњ]амаг[ӣиї]|ҷамъ(?:ан)?|total|in all|altogether)\b"
    r"(?:.*[\d:]|\W*$|\s+(?:чел|участник|слушател|нафар|иштирокч|people|persons|participants))"
    r"|\d+\s*(?:чел\b|человек|участник|слушател|нафар|иштирокчӣ|people\b|persons\b|participants\b))",
    re.IGNORECASE,
)
# "Составил: Холов Р.", "Исп. Саидова Н., тел. 2-33-44", "Prepared by": what somebody did with the list.
_DID = regex(
    r"\W*(?:(?:составил|подготовил|утвердил|проверил|согласовал|разработал|исполнил)(?:[аи]|\(а\))?\b"
    r"|исп\s*\.|иҷр\s*\.|исполнител[ьи]\b|иҷрокунанда(?:гон)?\b|согласован[оаы]?\b|утвержд(?:аю|ено?)\b|(?:тартиб|таҳия|тасди[қк]|мувофи[қк]а|санҷида?)\s*(?:кард|дод|баромад)"
    r"|(?:prepared|approved|compiled|checked|agreed|signed)\s+by\b|(?:prepared|approved|compiled|checked)\s*:)",
    re.IGNORECASE,
)
_SHORT_OFFICE = regex(r"\W*(?:нач|зам|рук|сард|муов|исп|отв)\w*\s*\.", re.IGNORECASE)
# "____", "/Шарифов/": a line to sign on, and the name of whoever signs.
_SIGNED = regex(r"_{2,}|\.{5,}|…{2,}|/[^/]+/")


def footer_word(raw: RawRow, mapping: RosterMapping) -> str:
    """Return the cell of a row, its first one or a name, that is a total or a signature below a list."""
    first = next((place for place, cell in enumerate(raw.cells) if cell.strip()), 0)
    for place, column in enumerate(mapping.columns):
        if place != first and column not in NAME_COLUMNS:
            continue
        text = clean_text(raw.cells[place])
        if text.isdigit():
            continue
        office = OFFICIAL.match(text) or _SHORT_OFFICE.match(text)
        if _SUM.match(text) or _DID.match(text) or (office and _SIGNED.search(text)):
            return text
    return ""


def several_people(raw: RawRow, mapping: RosterMapping) -> str:
    """Return the cell of a row in which the names of several people stand, it seems."""
    columns = (RosterColumn.NAME, RosterColumn.FAMILY, RosterColumn.GIVEN)
    places = [place for place in map(mapping.place_of, columns) if place is not None]
    filled = [raw.cells[place] for place in places if raw.cells[place].strip()]
    return clean_text(filled[0]) if len(filled) == 1 and holds_several(filled[0], _only_name) else ""


def _only_name(text: str) -> str:
    rest = split_rank(text)[1]
    return "" if mentions_unit(rest) or OFFICIAL.match(rest) else rest


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
_WORDS = 2
"""A name has so many words; beside a telephone one alone is none."""


def contact_word(raw: RawRow, mapping: RosterMapping) -> str:
    """Return the cell of a row that holds a telephone or another contact where a name would stand."""
    places = {place for place in map(mapping.place_of, NAME_COLUMNS) if place is not None}
    filled = [clean_text(raw.cells[place]) for place in sorted(places) if raw.cells[place].strip()]
    text = " ".join(filled)
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
    return text if found and len(words) < _WORDS else ""
