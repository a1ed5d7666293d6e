"""How long a nomination list and a search take, against the bare libraries."""

from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from tests.bench.row import BenchRow, seconds
from trainer_app.actions import people, roster, workplace
from trainer_app.actions.workplace import Cost, Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.keys import new_key
from trainer_app.store.journal import Write
from trainer_app.system.folders import Folder

_FAMILIES = ("Раҳимов", "Азизов", "Ғафуров", "Қаюмов", "Ҷӯраев", "Ҳасанов", "Назаров", "Олимов")
_GIVEN = ("Некрӯз", "Фаррух", "Сӯҳроб", "Рустам", "Шӯҳрат", "Мадина", "Зарина", "Умед", "Далер")


def measure(rows: int, population: int) -> tuple[BenchRow, ...]:
    """Measure the check of a list of `rows` rows, and a search among `population` people."""
    with TemporaryDirectory() as name:
        root = Path(name)
        work = workplace.create(Folder(root / "data"), "only measured", cost=Cost())
        try:
            return (_roster(work, root, rows), _search(work, population))
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


def _search(work: Workplace, population: int) -> BenchRow:
    writes = [
        Write("person", new_key(), {"family": _name(place).split()[0], "given": _name(place).split()[1]})
        for place in range(population)
    ]
    work.journal.record(Label("bench.fill"), writes)
    people.search(work, "рах")
    bare = seconds(
        lambda: work.database.rows("SELECT id FROM person WHERE family LIKE 'Раҳ%' ORDER BY family LIMIT 200")
    )
    ours = seconds(lambda: people.search(work, "rah"))
    return BenchRow(
        f"search among {population} people, any script", ours, "s", "bare SQL prefix query", bare, 50.0
    )


def _name(place: int) -> str:
    family = _FAMILIES[place % len(_FAMILIES)]
    given = _GIVEN[place // len(_FAMILIES) % len(_GIVEN)]
    return f"{family}{'абвгдежзик'[place // 72 % 10]} {given}{place // 720}ович"
