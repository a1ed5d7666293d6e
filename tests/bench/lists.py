"""How long a nomination list and a search take, against the bare libraries."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from tests.bench.row import BenchRow, cpu_seconds
from tests.kit.running import Here
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import roster
from trainer_app.actions.people import joining, people
from trainer_app.actions.people.directory import Directory
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import new_key
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.people.matching import CandidateFinder
from trainer_app.store.base.drafts import Write
from trainer_app.system.folders import DataFolder

_FAMILIES = ("Раҳимов", "Азизов", "Ғафуров", "Қаюмов", "Ҷӯраев", "Ҳасанов", "Назаров", "Олимов")
_GIVEN = ("Некрӯз", "Фаррух", "Сӯҳроб", "Рустам", "Шӯҳрат", "Мадина", "Зарина", "Умед", "Далер")

_NAMES = """
Раҳим Азиз Ғафур Қаюм Ҷӯра Ҳасан Назар Олим Юсуф Шариф Карим Саид Мирзо Файз Давлат Эмом Сафар Ҳаким
Бобо Латиф Маҳмуд Усмон Ёр Зокир Раҷаб Салим Ҷалил Ҳамид Тоҳир Қодир Собир Наим Амин Валӣ Нур Шукур
Раҳмон Самад Вафо Ҳоҷӣ

Некрӯз Фаррух Сӯҳроб Рустам Шӯҳрат Умед Далер Баҳром Ҷамшед Комрон Парвиз Исмоил Мурод Сироҷиддин
Алишер Анвар Беҳрӯз Диловар Зафар Фирдавс Ҳусейн Қурбон Ғолиб Нодир Шерзод Акмал Бахтиёр Ҷовид
Манучеҳр Сафар Тимур Фарҳод Хуршед Шамсиддин Эраҷ Ёсин Ислом Мадад Раҳмат Саидҷон

Файзулло Бахтиёр Ҳаким Раҳмат Абдулло Сайфиддин Мирзо Иброҳим Ҷалол Шариф Қосим Ғайрат Нозим Одил
Тоҷиддин Восеъ Лутфулло Низом Искандар Маҳмад Амон Бобоҷон Гадо Давлат Ёдгор Зиё Исо Камол Латиф
Мансур Неъмат Олим Пӯлод Раҷаб Сангин Темур Усто Фозил Холмурод Шоҳмурод
"""
_STEMS, _MEN, _FATHERS = (part.split() for part in _NAMES.split("\n\n"))
_SLIPS: tuple[Callable[[str], str], ...] = (
    str.upper,
    lambda name: name.replace("о", "o", 1),
    lambda name: name.replace("ҳ", "њ").replace("ӯ", "ў").replace("қ", "ќ"),
    lambda name: name.rpartition(" ")[0],
    lambda name: f"капитан {name}",
)
"""Capitals, a Latin letter, an old font, no father's name, the rank before the name."""
_LISTS = 5

LETTER = 0.050
"""Seconds after which a search must be there while somebody types: the limit of the quality page."""


def measure(rows: int, population: int) -> tuple[BenchRow, ...]:
    """Measure the check of a list of `rows` rows, and a search among `population` people."""
    with TemporaryDirectory() as name:
        root = Path(name)
        work = workplace.create(DataFolder(root / "data"), "a laptop that is only measured", cost=KdfCost())
        # What a child costs stands in a row of its own.
        work.child = Here()
        try:
            return (_roster(work, root, rows), *_search(work, population), _settle(work, population))
        finally:
            work.close()


def _roster(work: Workplace, root: Path, rows: int) -> BenchRow:
    """Check lists of other people each time: no name is known from the list before. The median counts.

    A small list goes first on both sides: what a process loads once is no work on a list.
    """
    _both(work, root, 20, 0)
    runs = sorted(
        (_both(work, root, rows, attempt) for attempt in range(1, _LISTS + 1)),
        key=lambda run: run[0] / run[1],
    )
    ours, bare = runs[_LISTS // 2]
    return BenchRow(f"roster of {rows} rows, checked", ours, "s", "python-calamine alone", bare, 6.0)


def _both(work: Workplace, root: Path, rows: int, attempt: int) -> tuple[float, float]:
    """Write a list and return how long the processor is busy with its check, and with the bare reader."""
    path = root / f"list-{rows}-{attempt}.xlsx"
    _write_list(path, rows, attempt)
    bare = cpu_seconds(lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
    return cpu_seconds(lambda: roster.check(work, path)), bare


def _write_list(path: Path, rows: int, attempt: int) -> None:
    """Write a nomination list as offices send it: one row in thirty has a slip."""
    book = Workbook(write_only=True)
    page = book.create_sheet("List")
    heads = ["№", "Ному насаб", "Рутба", "Ҷойи хизмат", "Ҷинс"]
    page.append([*heads, *(f"Эзоҳ {place}" for place in range(1, 11))])
    for place in range(rows):
        name = full_name(attempt * rows + place)
        slip = _SLIPS[place // 30 % len(_SLIPS)](name) if place % 30 == 7 else name
        page.append([place + 1, slip, "капитан", f"ШКД {place % 60}", "мард", *["—"] * 10])
    book.save(path)


def full_name(place: int) -> str:
    """Return one of 64,000 names, neighbours far apart; places that differ by less differ in name."""
    mixed = place * 7919 % (len(_STEMS) * len(_MEN) * len(_FATHERS))
    family, rest = _STEMS[mixed % len(_STEMS)], mixed // len(_STEMS)
    return f"{family}ов {_MEN[rest % len(_MEN)]} {_FATHERS[rest // len(_MEN)]}ович"


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


def _settle(work: Workplace, population: int) -> BenchRow:
    """Measure what one decision about two people costs in Review, once everybody was compared.

    Limit: 0.3 seconds of processor among 20,000 people, where comparing everybody anew took 3.3.
    """
    doubles = [
        Write("person", new_key(), {"family": _name(place).split()[0], "given": _name(place).split()[1]})
        for place in range(8)
    ]
    work.journal.record(Label("bench.fill"), doubles)
    finder = CandidateFinder()
    bare = cpu_seconds(lambda: joining.candidates(work, finder))
    pairs = iter([(each.a, each.b) for each in joining.candidates(work, finder)])

    def settle() -> None:
        joining.not_the_same(work, *next(pairs))
        joining.candidates(work, finder)

    name = f"one pair settled among {population} people"
    return BenchRow(name, _median(settle), "s", "everybody compared anew", bare, 0.25)


def _median(ask: Callable[[], object]) -> float:
    return sorted(cpu_seconds(ask) for _ in range(5))[2]


def _name(place: int) -> str:
    family = _FAMILIES[place % len(_FAMILIES)]
    given = _GIVEN[place // len(_FAMILIES) % len(_GIVEN)]
    return f"{family}{'абвгдежзик'[place // 72 % 10]} {given}{place // 720}ович"
