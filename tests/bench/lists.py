"""How long a nomination list and a search take, against the bare libraries."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from tests.bench.row import BenchRow, seconds
from trainer_app.actions import people, roster, workplace
from trainer_app.actions.directory import Directory
from trainer_app.actions.workplace import Cost, Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.keys import new_key
from trainer_app.store.journal import Write
from trainer_app.system.folders import Folder

_FAMILIES = ("Раҳимов", "Азизов", "Ғафуров", "Қаюмов", "Ҷӯраев", "Ҳасанов", "Назаров", "Олимов")
_GIVEN = ("Некрӯз", "Фаррух", "Сӯҳроб", "Рустам", "Шӯҳрат", "Мадина", "Зарина", "Умед", "Далер")

LETTER = 0.050
"""Seconds after which a search must be there while somebody types: the limit of the quality page."""


def measure(rows: int, population: int) -> tuple[BenchRow, ...]:
    """Measure the check of a list of `rows` rows, and a search among `population` people."""
    with TemporaryDirectory() as name:
        root = Path(name)
        work = workplace.create(Folder(root / "data"), "only measured", cost=Cost())
        try:
            return (_roster(work, root, rows), *_search(work, population))
        finally:
            work.close()


def _roster(work: Workplace, root: Path, rows: int) -> BenchRow:
    book = Workbook(write_only=True)
    page = book.create_sheet("List")
    heads = ["№", "Ному насаб", "Рутба", "Ҷойи хизмат", "Ҷинс"]
    page.append([*heads, *(f"Эзоҳ {place}" for place in range(1, 11))])
    for place in range(rows):
        page.append([place + 1, _name(place), "капитан", f"ШКД {place % 60}", "мард", *["—"] * 10])
    path = root / "list.xlsx"
    book.save(path)
    bare = seconds(lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
    ours = seconds(lambda: roster.check(work, path))
    return BenchRow(f"roster of {rows} rows, checked", ours, "s", "python-calamine alone", bare, 6.0)


def _search(work: Workplace, population: int) -> Iterator[BenchRow]:
    writes = [
        Write("person", new_key(), {"family": _name(place).split()[0], "given": _name(place).split()[1]})
        for place in range(population)
    ]
    work.journal.record(Label("bench.fill"), writes)
    people.search(work, "рах")
    directory = Directory(work)
    bare = _median(
        lambda: work.database.rows("SELECT id FROM person WHERE family LIKE 'Раҳ%' ORDER BY family LIMIT 200")
    )
    note = f"{LETTER * 1000:.0f} ms (bare SQL prefix query: {bare * 1000:.1f} ms)"
    for name, ask in (
        ("search among", lambda: people.search(work, "rah")),
        ("a letter typed in the list of", lambda: directory.keys("rah")),
    ):
        yield BenchRow(f"{name} {population} people, any script", _median(ask), "s", note, LETTER, 1.0)


def _median(ask: Callable[[], object]) -> float:
    return sorted(seconds(ask) for _ in range(5))[2]


def _name(place: int) -> str:
    family = _FAMILIES[place % len(_FAMILIES)]
    given = _GIVEN[place // len(_FAMILIES) % len(_GIVEN)]
    return f"{family}{'абвгдежзик'[place // 72 % 10]} {given}{place // 720}ович"
