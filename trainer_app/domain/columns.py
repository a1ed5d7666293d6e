"""What columns are by what stands in them: where headings are missing, doubled or say too little."""

import re
from collections.abc import Callable, Sequence

from trainer_app.domain.folding import fold
from trainer_app.domain.heading_words import Column
from trainer_app.domain.letters import is_cyrillic, is_latin
from trainer_app.domain.names import clean_name
from trainer_app.domain.people import Sex
from trainer_app.domain.ranks import read_rank, split_rank
from trainer_app.domain.tables import RawRow

_SAMPLE = 60
_MOST = 0.6
_SEX_WORDS = {
    Sex.MALE: "м муж мужской мужчина мард мардона m male man",
    Sex.FEMALE: "ж жен женский женщина з зан занона f female w woman",
}
_SEX = {fold(word): sex for sex, words in _SEX_WORDS.items() for word in words.split()}
_UNIT_WORDS = frozenset(
    map(fold, ("шкд", "ркд", "вкд", "овд", "ровд", "увд", "умвд", "мвд", "раёсат", "раёсати", "шуъба"))
)
_NAME = re.compile(r"[^\W\d_]{2,}[.']?(?:[ -][^\W\d_]+\.?(?:[^\W\d_]\.)?){1,3}")


def read_sex(text: str) -> Sex | None:
    """Return the sex that a cell names in Tajik, Russian or English; None when it names none."""
    return _SEX.get(fold(text))


def looks_like_name(text: str) -> bool:
    """Tell whether a cell may hold a person's name: two to four words of letters, a rank apart."""
    _, name = split_rank(text)
    return _NAME.fullmatch(clean_name(name)) is not None and not mentions_unit(text)


def mentions_unit(text: str) -> bool:
    """Tell whether a cell names a unit of the police."""
    return not _UNIT_WORDS.isdisjoint(fold(text).split())


def settle_columns(columns: Sequence[Column], rows: Sequence[RawRow]) -> tuple[Column, ...]:
    """Make sense of recognised headings together.

    "Name" beside "Surname" is the given name, alone the whole name; of two columns of one kind the fuller
    one is taken; of two columns of names the one in Latin letters is the passport's spelling.
    """
    settled = list(columns)
    for place, column in enumerate(settled):
        if column is Column.NAME and Column.FAMILY in settled and Column.GIVEN not in settled:
            settled[place] = Column.GIVEN
        elif column is Column.GIVEN and Column.FAMILY not in settled and Column.NAME not in settled:
            settled[place] = Column.NAME
    names = [place for place, column in enumerate(settled) if column in (Column.NAME, Column.GIVEN)]
    if len(names) == 2 and Column.FAMILY not in settled and Column.LATIN not in settled:
        latin = [place for place in names if _share(rows, place, _only_latin) >= _MOST]
        if len(latin) == 1:
            settled[latin[0]] = Column.LATIN
    for column in set(settled) - {Column.NOTHING}:
        places = [place for place, each in enumerate(settled) if each is column]
        if len(places) < 2:
            continue
        fullest = max(places, key=lambda place: (_filled(rows, place), -place))
        for place in places:
            if place != fullest:
                settled[place] = Column.NOTHING
    return tuple(settled)


def guess_columns(rows: Sequence[RawRow], width: int) -> tuple[Column, ...]:
    """Guess the columns of a list without a heading; a column of names must be among them."""
    tests: list[tuple[Column, Callable[[str], bool]]] = [
        (Column.SEX, lambda text: read_sex(text) is not None),
        (Column.RANK, lambda text: bool(read_rank(text))),
        (Column.UNIT, mentions_unit),
        (Column.NAME, looks_like_name),
    ]
    found = [Column.NOTHING] * width
    for column, test in tests:
        shares = [
            _share(rows, place, test) if found[place] is Column.NOTHING else 0.0 for place in range(width)
        ]
        best = max(range(width), key=lambda place: shares[place], default=None)
        if best is not None and shares[best] >= _MOST:
            found[best] = column
    if Column.NAME not in found:
        return (Column.NOTHING,) * width
    if width and found[0] is Column.NOTHING and _share(rows, 0, str.isdigit) >= _MOST:
        found[0] = Column.NUMBER
    return tuple(found)


def _only_latin(text: str) -> bool:
    return is_latin(text) and not is_cyrillic(text)


def _filled(rows: Sequence[RawRow], place: int) -> int:
    return sum(map(bool, map(str.strip, [row.cells[place] for row in rows])))


def _share(rows: Sequence[RawRow], place: int, test: Callable[[str], bool]) -> float:
    """Return the share of a column's filled cells that pass a test."""
    cells = [row.cells[place].strip() for row in rows[:_SAMPLE] if row.cells[place].strip()]
    return sum(map(test, cells)) / len(cells) if cells else 0.0
