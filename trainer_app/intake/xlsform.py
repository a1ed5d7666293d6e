"""Reads an XLSForm, the workbook of ODK and KoboToolbox: sheets survey, choices and settings.

Rows that ask in a way that exists here become questions; rows that ask for something else are refused;
notes, groups and what a telephone fills in by itself are left out. Columns whose meaning has no equivalent
here (conditions, bounds, required) are reported with their rows.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import RawRow, RawTable, row_ranges
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.domain.evaluations.question_files import (
    MOST_FOUND,
    FilePosition,
    FormDraft,
    QuestionDraft,
    QuestionFile,
    QuestionFormat,
    QuestionOutcome,
    QuestionProblem,
    clean_lines,
    excerpt,
    guess_language,
    judge,
    leave_out,
    line_of,
    refuse,
)
from trainer_app.domain.evaluations.questions import (
    HANDLERS,
    MOST_OPTIONS,
    POINT,
    Accepted,
    Option,
    Question,
    QuestionKind,
)
from trainer_app.intake.markup import has_markup, plain_html, plain_markdown
from trainer_app.intake.tables import read_sheets
from trainer_app.intake.xlsform_sheets import (
    OWN,
    FormColumn,
    RowSort,
    RowType,
    SheetReader,
    as_texts,
    find_language,
    read_columns,
    read_type,
)

_REFERENCE = regex(r"\$\{[^}]*\}")
_INTEGER = regex(r"-?[0-9]{1,9}")
_MOST_KEPT = MOST_OPTIONS + 1
"""Choices of a list that are kept: one more than a question may have."""
_KINDS = {handler.xlsform: kind for kind, handler in HANDLERS.items()}
"""Which kind a type and an appearance mean."""


class Choice(Struct, frozen=True):
    """One row of the sheet of choices."""

    row: int
    texts: dict[str, str]
    name: str


def read_choices(sheet: SheetReader) -> dict[str, list[Choice]]:
    """Return the lists of choices by name."""
    lists: dict[str, list[Choice]] = {}
    for row in sheet.rows:
        name = sheet.cell(row, "list_name")
        kept = lists.setdefault(name, [])
        if name and len(kept) < _MOST_KEPT:
            kept.append(Choice(row.number, sheet.texts(row, "label"), sheet.cell(row, "name")))
    return lists


class SurveyReader:
    """Reads the survey row by row. With `literal` texts are taken as they stand, without markup."""

    def __init__(self, sheet: SheetReader, choices: Mapping[str, list[Choice]], *, literal: bool) -> None:
        self._sheet, self._choices, self._literal = sheet, choices, literal
        self._frames: list[tuple[RowSort, str]] = []
        self._troubles: list[QuestionProblem] = []

    def read(self) -> Iterator[QuestionDraft]:
        """Yield what becomes of each row."""
        for row in self._sheet.rows:
            self._troubles = []
            yield self._read(row)

    def _read(self, row: RawRow) -> QuestionDraft:
        sheet, said = self._sheet, self._sheet.cell(row, "type")
        place = FilePosition(row.number, sheet.sheet, sheet.heading("type"))
        words = next(iter(sheet.texts(row, "label").values()), "") or sheet.cell(row, "name") or said
        if not said:
            first = words or next(cell for cell in row.cells if cell.strip())
            return leave_out(place, first, "question_file.no_type")
        if sheet.cell(row, "disabled").lower() in ("yes", "true", "true()"):
            return leave_out(place, words, "question_file.disabled")
        kind, typed = read_type(said), self._kind(row, said.lower())
        if kind.sort in (RowSort.BEGIN, RowSort.REPEAT, RowSort.END):
            return self._frame(row, place, kind.sort, words)
        if kind.sort in (RowSort.NOTE, RowSort.SILENT):
            return leave_out(place, words, f"question_file.{kind.sort.value}", type=said)
        if typed is None and kind.sort in (RowSort.FOREIGN, RowSort.OTHER_FILE, RowSort.UNKNOWN):
            return refuse(place, words, f"question_file.{kind.sort.value}", value=said)
        self._look_around(row)
        if kind.sort in (RowSort.SINGLE, RowSort.MULTIPLE):
            return self._select(row, place, kind, words)
        if kind.sort is RowSort.RANGE:
            return self._range(row, place, words)
        return self._taken(row, place, typed or QuestionKind(kind.sort.value))

    def _frame(self, row: RawRow, place: FilePosition, sort: RowSort, words: str) -> QuestionDraft:
        """Follow the groups: the words of one are the topic of its questions."""
        if sort is RowSort.END:
            if self._frames:
                self._frames.pop()
            return leave_out(place, words, "question_file.end")
        self._frames.append((sort, line_of(next(iter(self._sheet.texts(row, "label").values()), ""))))
        code = "question_file.repeat" if sort is RowSort.REPEAT else "question_file.group"
        left = leave_out(place, words, code)
        self._look_around(row)
        return QuestionDraft(left.place, left.fate, left.words, None, (*left.troubles, *self._troubles))

    def _look_around(self, row: RawRow) -> None:
        """Tell of conditions, bounds and pictures of a row, which have no place here."""
        for name in ("relevant", "constraint"):
            text = self._sheet.cell(row, name)
            if text:
                self._note(row, name, f"question_file.{name}", text)
        if any(sort is RowSort.REPEAT for sort, _ in self._frames):
            self._note(row, "type", "question_file.in_repeat", "")
        for column in self._sheet.columns:
            if column.name == "media" and row.cells[column.place].strip():
                self._note(row, "media", "question_file.lost.image", row.cells[column.place])

    def _select(self, row: RawRow, place: FilePosition, kind: RowType, words: str) -> QuestionDraft:
        if self._sheet.cell(row, "choice_filter"):
            filtered = FilePosition(row.number, self._sheet.sheet, self._sheet.heading("choice_filter"))
            value = self._sheet.cell(row, "choice_filter")
            return refuse(filtered, words, "question_file.choice_filter", self._troubles, value)
        found = self._choices.get(kind.choices, []) if kind.choices else []
        if not found:
            return refuse(place, words, "question_file.no_list", self._troubles, kind.choices)
        if kind.other:
            self._note(row, "type", "question_file.or_other", kind.choices)
        options = self._keyed(row, [self._option(choice) for choice in found])
        plain = QuestionKind(kind.sort.value)
        return self._taken(row, place, self._kind(row, HANDLERS[plain].xlsform[0]) or plain, options)

    def _kind(self, row: RawRow, wanted: str) -> QuestionKind | None:
        """Return the kind of a type: another one than the plain one where its appearance says so."""
        said = self._sheet.cell(row, "appearance").lower()
        special = (kind for (form, look), kind in _KINDS.items() if form == wanted and look and look in said)
        return next(special, _KINDS.get((wanted, "")))

    def _option(self, choice: Choice) -> Option:
        place = FilePosition(choice.row, "choices")
        texts = {code: self._plain(text, place) for code, text in choice.texts.items()}
        if not any(texts.values()):
            texts = {self._sheet.language: clean_lines(choice.name)}
        return Option(as_texts(texts))

    def _keyed(self, row: RawRow, options: list[Option]) -> tuple[Option, ...]:
        """Return options with what our own columns say of them: what they are worth, what is told."""
        credits = self._own(row, "credits", list[int])
        notes = self._own(row, "notes", list[tuple[str, str, str]])
        for name, said in (("credits", credits), ("notes", notes)):
            if said is not None and len(said) != len(options):
                # Somebody took choices away or added some: what belongs to which is not known any more.
                self._note(row, f"{OWN}{name}", "question_file.remark_unreadable", name)
        if credits and len(credits) == len(options):
            options = [replace(each, credit=credit) for each, credit in zip(options, credits, strict=True)]
        if notes and len(notes) == len(options):
            told = [Texts.of_list(map(clean_lines, note)) for note in notes]
            options = [replace(each, note=note) for each, note in zip(options, told, strict=True)]
        return tuple(options)

    def _range(self, row: RawRow, place: FilePosition, words: str) -> QuestionDraft:
        """Read a range of numbers: a rating becomes a scale, another one a number."""
        said = dict(part.split("=", 1) for part in self._parameters(row) if "=" in part)
        first, last, step = (
            said.get(name, usual) for name, usual in (("start", "1"), ("end", "10"), ("step", "1"))
        )
        rating = "rating" in self._sheet.cell(row, "appearance").lower()
        if rating and all(_INTEGER.fullmatch(each) for each in (first, last, step)) and int(step):
            numbers = range(int(first), int(last) + 1, int(step))[:_MOST_KEPT]
            options = tuple(Option(Texts.same(str(each))) for each in numbers)
            return self._taken(row, place, _KINDS["select_one", "likert"], options)
        self._note(row, "parameters", "question_file.constraint", f"{first}..{last}")
        return self._taken(row, place, _KINDS["decimal", ""])

    def _parameters(self, row: RawRow) -> list[str]:
        text = re.sub(r"\s*=\s*", "=", self._sheet.cell(row, "parameters").lower())
        return re.split(r"[\s;,]+", text) if text else []

    def _taken(
        self, row: RawRow, place: FilePosition, kind: QuestionKind, options: tuple[Option, ...] = ()
    ) -> QuestionDraft:
        sheet = self._sheet
        label_place = FilePosition(row.number, sheet.sheet, sheet.heading("label"))
        texts = {code: self._plain(text, label_place) for code, text in sheet.texts(row, "label").items()}
        for code, hint in sheet.texts(row, "hint").items():
            texts[code] = clean_lines(f"{texts.get(code, '')}\n{self._plain(hint, label_place)}")
            self._note(row, "hint", "question_file.hint_joined", hint)
        points = sheet.cell(row, f"{OWN}points")
        topic = next((name for _, name in reversed(self._frames) if name), "")
        own_name = any(column.name == f"{OWN}name" for column in sheet.columns)
        explanation = {
            code: clean_lines(text) for code, text in sheet.texts(row, f"{OWN}explanation").items()
        }
        question = Question(
            key="",
            kind=kind,
            text=as_texts(texts),
            options=options,
            accepted=self._accepted(row),
            points=int(points) if _INTEGER.fullmatch(points) else POINT,
            name=line_of(sheet.cell(row, f"{OWN}name" if own_name else "name")),
            topic=line_of(sheet.cell(row, f"{OWN}topic")) or topic,
            explanation=as_texts(explanation),
            fixed_order=sheet.cell(row, f"{OWN}fixed") == "yes",
        )
        words = question.text.best(sheet.language) or sheet.cell(row, "name")
        return judge(label_place if not words else place, words, question, self._troubles)

    def _accepted(self, row: RawRow) -> tuple[Accepted, ...]:
        """Return the answers of our own column."""
        found = self._own(row, "accepted", list[tuple[str, int]]) or []
        return tuple(Accepted(clean_lines(value), credit) for value, credit in found)

    def _own[Value](self, row: RawRow, name: str, kind: type[Value]) -> Value | None:
        """Return what a column of our own holds as JSON."""
        text = self._sheet.cell(row, f"{OWN}{name}")
        if not text:
            return None
        try:
            return msgspec.json.decode(text, type=kind)
        except msgspec.MsgspecError:
            self._note(row, f"{OWN}{name}", "question_file.remark_unreadable", text)
            return None

    def _plain(self, text: str, place: FilePosition) -> str:
        if self._literal:
            return clean_lines(text)
        lost: list[QuestionProblem] = []
        if has_markup(text):
            text, lost = plain_html(text, place, wrapped=False)
        else:
            text, lost = plain_markdown(text, place)
        reference = _REFERENCE.search(text)
        if reference:
            lost.append(QuestionProblem(place, "question_file.reference", excerpt(reference[0])))
        known = {each.code for each in self._troubles}
        self._troubles += [each for each in lost if each.code not in known]
        return clean_lines(text)

    def _note(self, row: RawRow, column: str, code: str, value: str) -> None:
        place = FilePosition(row.number, self._sheet.sheet, self._sheet.heading(column))
        if not any(each.code == code for each in self._troubles):
            self._troubles.append(QuestionProblem(place, code, excerpt(value)))


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
        RawTable(name, tuple(rows), names, () if index else table.warnings, table.file)
        for index, (name, rows) in enumerate(found.items())
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
    if not file.found and not file.count(QuestionOutcome.LEFT_OUT):
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
    title = {code: clean_lines(text) for code, text in settings.texts(row, f"{OWN}title").items()}
    if not title and (plain := clean_lines(settings.cell(row, "form_title"))):
        title = {guess_language([plain]): plain}
    intro = {code: clean_lines(text) for code, text in settings.texts(row, f"{OWN}intro").items()}
    kind = settings.cell(row, f"{OWN}kind")
    return FormDraft(
        as_texts(title),
        as_texts(intro),
        FormKind(kind) if kind in set(FormKind) else None,
        settings.cell(row, f"{OWN}shuffled") == "yes",
    )


def _troubles(
    survey: RawTable, tables: Mapping[str, RawTable], reader: SheetReader, choices: SheetReader
) -> list[QuestionProblem]:
    """Return what is wrong with the sheets as a whole: columns and sheets that have no place here."""
    found = [
        QuestionProblem(FilePosition(sheet=table.sheet), each.code, each.value, each.values)
        for table in tables.values()
        for each in table.warnings
        if each.code not in ("table.empty_rows", "table.merged_filled")
    ]
    others = [name for name in survey.sheets if name.strip().lower() not in _SHEETS and name != survey.sheet]
    if others:
        found.append(QuestionProblem(FilePosition(), "question_file.sheets_not_read", ", ".join(others)))
    for column in reader.columns:
        found += _not_kept(reader, column, _UNDERSTOOD)
    for column in choices.columns:
        if column.name in ("label", "media"):
            found += _not_kept(choices, column, frozenset({"label"}))
    return found


def _not_kept(reader: SheetReader, column: FormColumn, understood: frozenset[str]) -> list[QuestionProblem]:
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
    place = FilePosition(rows[0], reader.sheet, column.heading)
    values = {"column": column.heading, "rows": row_ranges(rows)}
    code = {"required": "required", "media": "media"}.get(column.name, "column_not_kept")
    code = "language_not_kept" if column.language is None else code
    return [QuestionProblem(place, f"question_file.{code}", column.heading, values)]
