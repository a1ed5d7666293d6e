"""Reads an XLSForm, the workbook of ODK and KoboToolbox: sheets survey, choices and settings.

Rows that ask in a way that exists here become questions; rows that ask for something else are refused;
notes, groups and what a telephone fills in by itself are left out. Columns whose meaning has no place here
(conditions, bounds, required) are told with their rows.
"""

from collections.abc import Mapping
from pathlib import Path

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.forms import FormKind
from trainer_app.domain.question_drafts import (
    MOST_FOUND,
    Fate,
    FormDraft,
    Place,
    QuestionFile,
    QuestionFormat,
    Trouble,
    guess_language,
    tidy,
)
from trainer_app.domain.tables import RawRow, RawTable, row_ranges
from trainer_app.intake.tables import read_sheets
from trainer_app.intake.xlsform_columns import (
    OWN,
    Column,
    SheetReader,
    as_texts,
    find_language,
    read_columns,
)
from trainer_app.intake.xlsform_rows import SurveyReader, read_choices

_SHEETS = ("survey", "choices", "settings")
_UNDERSTOOD = frozenset(
    ["type", "name", "label", "hint", "appearance", "parameters", "relevant", "constraint", "choice_filter"]
) | {"media", "disabled"}
_QUIET = frozenset(["constraint_message", "required_message", "version", "style"])


def is_survey(table: RawTable) -> bool:
    """Tell whether a sheet is the survey of an XLSForm: by its name, or by its columns if it has another."""
    if table.sheet.strip().lower() == "survey":
        return True
    names = {column.name for column in read_columns(table.rows[0])} if table.rows else set[str]()
    return {"type", "label"} <= names or {"type", "name"} <= names


def read_form_sheets(path: Path) -> tuple[RawTable, ...]:
    """Read all sheets of a workbook; in a text table the first column names the sheets. Raises table.*."""
    tables = read_sheets(path, lambda _name: True)
    return _split_text(tables[0]) if len(tables) == 1 and not tables[0].sheet else tables


def _split_text(table: RawTable) -> tuple[RawTable, ...]:
    """Return the sheets of a text table: rows below a name, without the first column, belong to it."""
    if not any(row.cells[0].strip().lower() == "survey" for row in table.rows):
        return (table,)
    found: dict[str, list[RawRow]] = {}
    name = ""
    for row in table.rows:
        name = row.cells[0].strip() or name
        if any(cell.strip() for cell in row.cells[1:]):
            found.setdefault(name, []).append(RawRow(row.number, row.cells[1:]))
    names = tuple(found)
    return tuple(
        RawTable(name, tuple(rows), names, () if place else table.warnings, table.file)
        for place, (name, rows) in enumerate(found.items())
    )


def read_xlsform(path: Path, language: str = "") -> QuestionFile:
    """Read an XLSForm. Texts in no language by name are taken to be in `language`, or guessed.

    Raises table.*, question_file.no_survey, too_many, nothing_found.
    """
    read = read_form_sheets(path)
    tables = {name: table for table in read if (name := table.sheet.strip().lower()) in _SHEETS}
    survey = tables.get("survey") or next(filter(is_survey, read), None)
    if survey is None or not survey.rows:
        raise TrainerError("question_file.no_survey")
    settings = SheetReader(tables.get("settings"))
    reader, choices = SheetReader(survey), SheetReader(tables.get("choices"))
    if not any(column.name == "type" for column in reader.columns):
        raise TrainerError("question_file.no_survey")
    used = _language(reader, choices, settings, language)
    reader.language = choices.language = settings.language = used
    own = bool(settings.rows) and settings.cell(settings.rows[0], f"{OWN}app") != ""
    lines = SurveyReader(reader, read_choices(choices), literal=own).read()
    file = QuestionFile(
        path.name,
        QuestionFormat.XLSFORM,
        tuple(lines),
        tuple(_troubles(survey, tables, reader, choices)),
        used if reader.unsaid("label") or choices.unsaid("label") else "",
        _form(settings),
    )
    if file.found > MOST_FOUND:
        raise TrainerError("question_file.too_many", count=file.found, most=MOST_FOUND)
    if not file.found and not file.count(Fate.LEFT_OUT):
        raise TrainerError("question_file.nothing_found")
    return file


def _language(survey: SheetReader, choices: SheetReader, settings: SheetReader, wanted: str) -> str:
    """Return the language of texts that name none."""
    said = settings.cell(settings.rows[0], "default_language") if settings.rows else ""
    return wanted or find_language(said) or guess_language(survey.unsaid("label") + choices.unsaid("label"))


def _form(settings: SheetReader) -> FormDraft:
    """Return what the sheet of settings says of the form."""
    if not settings.rows:
        return FormDraft()
    row = settings.rows[0]
    title = {code: tidy(text) for code, text in settings.texts(row, f"{OWN}title").items()}
    if not title and (plain := tidy(settings.cell(row, "form_title"))):
        title = {guess_language([plain]): plain}
    intro = {code: tidy(text) for code, text in settings.texts(row, f"{OWN}intro").items()}
    kind = settings.cell(row, f"{OWN}kind")
    return FormDraft(
        as_texts(title),
        as_texts(intro),
        FormKind(kind) if kind in set(FormKind) else None,
        settings.cell(row, f"{OWN}shuffled") == "yes",
    )


def _troubles(
    survey: RawTable, tables: Mapping[str, RawTable], reader: SheetReader, choices: SheetReader
) -> list[Trouble]:
    """Return what is wrong with the sheets as a whole: columns and sheets that have no place here."""
    found = [
        Trouble(Place(sheet=table.sheet), each.code, each.value, each.values)
        for table in tables.values()
        for each in table.warnings
        if each.code not in ("table.empty_rows", "table.merged_filled")
    ]
    others = [name for name in survey.sheets if name.strip().lower() not in _SHEETS and name != survey.sheet]
    if others:
        found.append(Trouble(Place(), "question_file.sheets_not_read", ", ".join(others)))
    for column in reader.columns:
        found += _not_kept(reader, column, _UNDERSTOOD)
    for column in choices.columns:
        if column.name in ("label", "media"):
            found += _not_kept(choices, column, frozenset({"label"}))
    return found


def _not_kept(reader: SheetReader, column: Column, understood: frozenset[str]) -> list[Trouble]:
    """Tell of a column that has no place here, with the rows in which something stands."""
    if column.name.startswith(OWN) and column.language is not None:
        return []
    known = column.name in understood and column.language is not None
    if known or column.name in _QUIET:
        return []
    rows = [
        row.number
        for row in reader.rows
        if row.cells[column.place].strip().lower() not in ("", "no", "false", "false()")
    ]
    if not rows:
        return []
    place = Place(rows[0], reader.sheet, column.heading)
    values = {"column": column.heading, "rows": row_ranges(rows)}
    code = {"required": "required", "media": "media"}.get(column.name, "column_not_kept")
    code = "language_not_kept" if column.language is None else code
    return [Trouble(place, f"question_file.{code}", column.heading, values)]
