"""Nomination lists for tests, written as text tables."""

from collections.abc import Sequence
from pathlib import Path

HEADING = ("№", "Ному насаб", "Рутба", "Ҷойи хизмат", "Ҷинс")
LIST = (
    ("1", "капитан Азизов Фаррух Бахтиёрович", "", "ШКД н. Сино", "М"),
    ("2", "Каримова Нилуфар Саидовна", "лейтенант", "ШКД н. Фирдавсӣ", "З"),
    ("3", "Шокиров Алишер Валиевич", "сержант", "ШКД н. Сино", ""),
    ("4", "", "майор", "ШКД н. Варзоб", "М"),
    ("5", "Каримова Нилуфар Саидовна", "лейтенант", "ШКД н. Фирдавсӣ", "З"),
    ("", "Ҳамагӣ: 25 нафар", "", "", ""),
)


def write_list(
    folder: Path,
    rows: Sequence[Sequence[str]] = LIST,
    heading: Sequence[str] = HEADING,
    name: str = "list.csv",
) -> Path:
    """Write a list as CSV with semicolons and return where it lies."""
    path = folder / name
    lines = [";".join(row) for row in (heading, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path
