"""Reads questions from a file, whatever format it is in: GIFT, Aiken, XLSForm or our own table."""

from pathlib import Path

from trainer_app.domain.question_drafts import QuestionFile, QuestionFormat
from trainer_app.intake.aiken import looks_like_aiken, read_aiken
from trainer_app.intake.gift import read_gift
from trainer_app.intake.question_lines import read_lines
from trainer_app.intake.question_tables import is_question_table, read_question_table
from trainer_app.intake.xlsform import is_survey, read_form_sheets, read_xlsform

ENDINGS = ("txt", "gift", "xlsx", "xls", "ods", "csv")
"""Endings of files that are offered; what a file is, its contents say."""
_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".ods")
_ARCHIVE, _OLE = b"PK", bytes.fromhex("d0cf11e0a1b11ae1")


def read_question_file(path: Path, language: str = "") -> QuestionFile:
    """Read a file of questions; texts whose language it does not say are taken to be in `language`.

    Raises table.* and question_file.* where nothing of it can be read.
    """
    readers = {
        QuestionFormat.GIFT: read_gift,
        QuestionFormat.AIKEN: read_aiken,
        QuestionFormat.XLSFORM: read_xlsform,
        QuestionFormat.TABLE: read_question_table,
    }
    return readers[find_format(path)](path, language)


def find_format(path: Path) -> QuestionFormat:
    """Return the format of a file. Raises what reading it raises."""
    if not _is_table(path):
        lines, _ = read_lines(path)
        return QuestionFormat.AIKEN if looks_like_aiken(lines) else QuestionFormat.GIFT
    tables = read_form_sheets(path)
    if any(map(is_question_table, tables)):
        return QuestionFormat.TABLE
    return QuestionFormat.XLSFORM if any(map(is_survey, tables)) else QuestionFormat.TABLE


def _is_table(path: Path) -> bool:
    if path.suffix.lower() in _TABLES:
        return True
    try:
        with path.open("rb") as file:
            return file.read(8).startswith((_ARCHIVE, _OLE))
    except OSError:
        return False  # reading it says why
