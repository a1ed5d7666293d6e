"""Tables of a season and workbooks of lists, as an office makes them in a spreadsheet program."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from tests.actions.lists import HEADING

COLUMNS = ("Код", "Название (таджикский)", "Название (русский)", "Title (English)", "Город", "Первый день")
MORE = ("Образец", "Тренеры", "Список участников")
FAMILIES = (
    *("Азизов", "Каримов", "Шокиров", "Саидов", "Назаров", "Юсуфов", "Раҳимов", "Ғафуров", "Собиров"),
    *("Ҷӯраев", "Ятимов", "Холов", "Муродов"),
)
GIVEN = (
    *("Фаррух", "Алишер", "Далер", "Умед", "Рустам", "Баҳром", "Сино", "Ҷамшед", "Парвиз"),
    *("Манучеҳр", "Некрӯз", "Исфандиёр", "Зафар"),
)


def people(count: int, seed: int) -> list[tuple[str, ...]]:
    """Return rows of a list: people whose names nobody else has, of up to 13 seeds."""
    rows = []
    for place in range(count):
        family = FAMILIES[(place + seed) % len(FAMILIES)]
        given = GIVEN[(place * 2 + seed) % len(GIVEN)]
        name = f"{family} {given} {FAMILIES[(place // len(FAMILIES) + seed) % len(FAMILIES)]}ович"
        rows.append((str(place + 1), name, "капитан", f"ШКД-{seed}-{place}", "М"))
    return rows


def write_book(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write a workbook with these sheets, heading and all, and return where it lies."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def list_sheet(rows: Sequence[Sequence[object]]) -> list[Sequence[object]]:
    """Return a list with its heading."""
    return [HEADING, *rows]
