"""Reads questions from a file, whatever its format: GIFT, Aiken, XLSForm, or our own table.

In the table (xlsx, xls, ods or csv) a row that names a kind begins a question; rows below it that name an
option or a right answer, or nothing, belong to it. What cannot be understood is refused with its sheet, row
and column.

Aiken is a line with the question, lines "A) option", a line "ANSWER: A". Labels may be Latin or Cyrillic
letters, with ) or a full stop. Every option line, answer line and beginning of a question is accounted for;
what stands in the wrong order is refused with its line.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from msgspec import Struct, field

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import WHOLE, RawRow, RawTable, Severity, round_half_up
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.domain.evaluations.question_files import (
    MOST_FOUND,
    FilePosition,
    FormDraft,
    FormTableRow,
    QuestionDraft,
    QuestionFile,
    QuestionFormat,
    QuestionOutcome,
    QuestionProblem,
    TableColumn,
    TableRow,
    TableSheet,
    clean_lines,
    excerpt,
    guess_language,
    in_language,
    is_yes,
    judge,
    line_of,
    names_sheet,
    read_form_kind,
    read_form_row,
    read_heading,
    read_kind,
)
from trainer_app.domain.evaluations.questions import (
    HANDLERS,
    LETTERS,
    MOST_OPTIONS,
    POINT,
    Accepted,
    Option,
    Question,
    QuestionKind,
)
from trainer_app.intake.gift import read_gift
from trainer_app.intake.tables import read_lines, read_sheets
from trainer_app.intake.xlsform import is_survey, read_form_sheets, read_xlsform

_NUMBER = regex(r"([-+−]?[0-9]{1,6}(?:[.,][0-9]{1,15})?)\s*(%?)")
_DEEPEST = 30
"""Rows in which a heading is looked for."""
_TRIPLE = (TableColumn.TEXT, TableColumn.REMARK)


class _Heading(Struct, frozen=True):
    """Where the columns of a sheet are: place by (what, language), and the words above them."""

    row: int
    places: dict[tuple[TableColumn, str], int]
    words: tuple[str, ...]


class _Draft(Struct):
    """A question while its rows are read."""

    row: int
    kind: QuestionKind | None
    texts: Texts
    remark: Texts
    values: dict[TableColumn, str]
    options: list[Option] = field(default_factory=list)
    ticked: set[int] = field(default_factory=set)
    accepted: list[Accepted] = field(default_factory=list)
    troubles: list[QuestionProblem] = field(default_factory=list)


def is_question_table(table: RawTable) -> bool:
    """Tell whether a sheet has our heading."""
    return _find_heading(table) is not None


def read_question_table(path: Path, language: str = "") -> QuestionFile:
    """Read our table. A column of texts that names no language is taken to be in `language`, or guessed.

    Raises table.*, question_file.no_heading, too_many, nothing_found.
    """
    tables = read_sheets(path, lambda name: not _is_passed_over(name))
    sheet = next((table for table in tables if is_question_table(table)), None)
    heading = _find_heading(sheet) if sheet else None
    if sheet is None or heading is None:
        raise TrainerError("question_file.no_heading")
    unsaid = [place for (column, of), place in heading.places.items() if not of and column in _TRIPLE]
    words = [row.cells[place] for row in sheet.rows for place in unsaid if row.number > heading.row]
    used = language or guess_language(words)
    reader = _Reader(sheet, heading, used)
    lines = tuple(reader.read())
    form, others = FormDraft(), list[str]()
    for table in tables:
        if table is not sheet and names_sheet(table.sheet, TableSheet.FORM):
            form = _read_form(table)
        elif table is not sheet and table.rows:
            others.append(table.sheet)
    troubles = [
        QuestionProblem(FilePosition(sheet=sheet.sheet), each.code, each.value, each.values)
        for each in sheet.warnings
        if each.code != "table.empty_rows"
    ]
    if others:
        troubles.append(QuestionProblem(FilePosition(), "question_file.sheets_not_read", ", ".join(others)))
    troubles += reader.unread_columns()
    file = QuestionFile(path.name, QuestionFormat.TABLE, lines, tuple(troubles), used if unsaid else "", form)
    if file.found > MOST_FOUND:
        raise TrainerError("question_file.too_many", count=file.found, most=MOST_FOUND)
    if not lines:
        raise TrainerError("question_file.nothing_found")
    return file


def _is_passed_over(name: str) -> bool:
    return names_sheet(name, TableSheet.EXAMPLE) or names_sheet(name, TableSheet.HELP)


def _find_heading(table: RawTable) -> _Heading | None:
    """Return the first row that names a column of texts and the one that says what a row is."""
    for row in table.rows[:_DEEPEST]:
        places: dict[tuple[TableColumn, str], int] = {}
        for index, cell in enumerate(row.cells):
            found = read_heading(cell) if cell.strip() else None
            if found:
                places.setdefault(found, index)
        kinds = {column for column, _ in places}
        if {TableColumn.WHAT, TableColumn.TEXT} <= kinds:
            return _Heading(row.number, places, tuple(map(line_of, row.cells)))
    return None


def _read_form(table: RawTable) -> FormDraft:
    """Read the sheet about the form: what, then the three languages."""
    texts: dict[FormTableRow, Texts] = {}
    kind: FormKind | None = None
    shuffled = False
    for row in table.rows:
        what = read_form_row(row.cells[0]) if row.cells else None
        cells = [clean_lines(cell) for cell in (*row.cells[1:4], "", "", "")][:3]
        if what is FormTableRow.KIND:
            kind = next(filter(None, map(read_form_kind, cells)), None)
        elif what is FormTableRow.SHUFFLED:
            shuffled = any(map(is_yes, filter(None, cells)))
        elif what is not None:
            texts[what] = Texts.of_list(cells)
    return FormDraft(
        texts.get(FormTableRow.TITLE, Texts()), texts.get(FormTableRow.INTRO, Texts()), kind, shuffled
    )


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, table: RawTable, heading: _Heading, language: str) -> None:
        self._table, self._heading, self._language = table, heading, language

    def read(self) -> Iterator[QuestionDraft]:
        """Yield what becomes of each question."""
        current: _Draft | None = None
        for row in self._table.rows:
            if row.number <= self._heading.row:
                continue
            said = self._cell(row, TableColumn.WHAT)
            kind = read_kind(said) if said else None
            if isinstance(kind, QuestionKind) or (said and kind is None) or (not said and current is None):
                if current is not None:
                    yield self._finish(current)
                current = self._begin(row, kind if isinstance(kind, QuestionKind) else None, said)
            else:
                if current is None:
                    current = self._begin(row, None, said)
                self._add(current, row, kind if isinstance(kind, TableRow) else None)
        if current is not None:
            yield self._finish(current)

    def unread_columns(self) -> list[QuestionProblem]:
        """Return the columns in which something stands and that mean nothing here."""
        taken = set(self._heading.places.values())
        found = []
        for index, words in enumerate(self._heading.words):
            rows = [
                row for row in self._table.rows if row.number > self._heading.row and row.cells[index].strip()
            ]
            if index not in taken and rows:
                at = FilePosition(rows[0].number, self._table.sheet, words)
                values = {"column": words, "rows": str(rows[0].number)}
                found.append(QuestionProblem(at, "question_file.column_not_kept", words, values))
        return found

    def _begin(self, row: RawRow, kind: QuestionKind | None, said: str) -> _Draft:
        texts, remark = self._texts(row, TableColumn.TEXT), self._texts(row, TableColumn.REMARK)
        values = {column: self._cell(row, column) for column in TableColumn if column not in _TRIPLE}
        draft = _Draft(row.number, kind, texts, remark, values)
        if kind is None:
            code = "unknown_row" if said and read_kind(said) is None else "no_question"
            self._refuse(draft, row, TableColumn.WHAT, code, said)
        return draft

    def _add(self, draft: _Draft, row: RawRow, kind: TableRow | None) -> None:
        """Add a row to the question above it: an option of a choice, an accepted answer of the others."""
        if draft.kind is None:
            return
        handler = HANDLERS[draft.kind]
        choice = handler.has_options
        if kind is not None and (kind is TableRow.OPTION) is not choice:
            self._refuse(draft, row, TableColumn.WHAT, "row_does_not_fit", self._cell(row, TableColumn.WHAT))
            return
        texts, said = self._texts(row, TableColumn.TEXT), self._cell(row, TableColumn.WORTH)
        worth = self._worth(draft, row, said, usual=0 if choice else WHOLE)
        if not choice:
            # The answers of a row: the same in all languages, or one in each.
            values = dict.fromkeys(filter(None, (texts[language] for language in LANGUAGES)))
            draft.accepted += [Accepted(handler.read_accepted(value), worth) for value in values]
        elif len(draft.options) <= MOST_OPTIONS:
            if _is_tick(said):
                draft.ticked.add(len(draft.options))
            draft.options.append(Option(texts, worth, self._texts(row, TableColumn.REMARK)))

    def _worth(self, draft: _Draft, row: RawRow, said: str, *, usual: int) -> int:
        """Return what an answer is worth: a tick and 1 are all of it, as is 100 %."""
        if not said:
            return usual
        if _is_tick(said):
            return WHOLE
        found = _NUMBER.fullmatch(said)
        if found is None:
            self._refuse(draft, row, TableColumn.WORTH, "not_worth", said)
            return usual
        number = Fraction(found[1].replace(",", ".").replace("−", "-"))
        # A cell that a spreadsheet shows as 50 % holds 0.5.
        return round_half_up(number * (WHOLE if abs(number) <= 1 and not found[2] else 100))

    def _finish(self, draft: _Draft) -> QuestionDraft:
        place = FilePosition(draft.row, self._table.sheet, self._words(TableColumn.WHAT))
        words = draft.texts.best(self._language)
        points = self._points(draft)
        if draft.troubles or draft.kind is None:
            troubles = tuple(draft.troubles)
            return QuestionDraft(place, QuestionOutcome.REFUSED, excerpt(words), None, troubles)
        options = tuple(draft.options)
        if HANDLERS[draft.kind].several and len(draft.ticked) > 1:
            shares = {number: WHOLE // len(draft.ticked) for number in draft.ticked}
            options = tuple(
                Option(each.text, shares.get(number, each.credit), each.note)
                for number, each in enumerate(options)
            )
        question = Question(
            key="",
            kind=draft.kind,
            text=draft.texts,
            options=options,
            accepted=tuple(draft.accepted),
            points=points,
            name=line_of(draft.values[TableColumn.NAME]),
            topic=line_of(draft.values[TableColumn.TOPIC]),
            explanation=draft.remark,
            fixed_order=is_yes(draft.values[TableColumn.FIXED]),
        )
        return judge(place, words, question)

    def _points(self, draft: _Draft) -> int:
        said = draft.values[TableColumn.POINTS]
        found = _NUMBER.fullmatch(said) if said else None
        if said and (found is None or found[2]):
            place = FilePosition(draft.row, self._table.sheet, self._words(TableColumn.POINTS))
            draft.troubles.append(
                QuestionProblem(place, "question_file.not_points", excerpt(said), severity=Severity.REFUSED)
            )
        return (
            round_half_up(Fraction(found[1].replace(",", ".").replace("−", "-")) * POINT) if found else POINT
        )

    def _refuse(self, draft: _Draft, row: RawRow, column: TableColumn, code: str, value: str) -> None:
        if len(draft.troubles) < MOST_OPTIONS:
            place = FilePosition(row.number, self._table.sheet, self._words(column))
            draft.troubles.append(
                QuestionProblem(place, f"question_file.{code}", excerpt(value), severity=Severity.REFUSED)
            )

    def _cell(self, row: RawRow, column: TableColumn) -> str:
        place = self._heading.places.get((column, ""))
        return row.cells[place].strip() if place is not None else ""

    def _texts(self, row: RawRow, column: TableColumn) -> Texts:
        found = {
            of or self._language: clean_lines(row.cells[place])
            for of in ("", *LANGUAGES)
            if (place := self._heading.places.get((column, of))) is not None and row.cells[place].strip()
        }
        return Texts(**found)

    def _words(self, column: TableColumn) -> str:
        places = [place for (each, _), place in self._heading.places.items() if each is column]
        return self._heading.words[places[0]] if places else column.value


ENDINGS = ("txt", "gift", "xlsx", "xls", "ods", "csv")
"""Endings of files that are offered; what a file is, its contents say."""
_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".ods")
_ARCHIVE, _OLE = b"PK", bytes.fromhex("d0cf11e0a1b11ae1")


def _is_tick(said: str) -> bool:
    """Tell whether a cell says that an answer is right: 1 does, "1 %" and "-1" are numbers."""
    return bool(said) and is_yes(said) and (said == "1" or _NUMBER.fullmatch(said) is None)


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
    """Return the format of a file. Raises what reading it raises, question_file.moodle_xml, .xml."""
    if not _is_table(path):
        lines, _ = read_lines(path)
        _refuse_xml(lines)
        return QuestionFormat.AIKEN if looks_like_aiken(lines) else QuestionFormat.GIFT
    tables = read_form_sheets(path)
    if any(map(is_question_table, tables)):
        return QuestionFormat.TABLE
    return QuestionFormat.XLSFORM if any(map(is_survey, tables)) else QuestionFormat.TABLE


def _refuse_xml(lines: Sequence[str]) -> None:
    """Raise for exports of other programs in XML, in which every line would be a question without answers."""
    beginning = "\n".join(lines[:_DEEPEST]).lstrip("\ufeff \t\n")[:4000].lower()
    if not beginning.startswith(("<?xml", "<quiz", "<examview", "<!doctype", "<html")):
        return
    raise TrainerError("question_file.moodle_xml" if "<quiz" in beginning else "question_file.xml")


def _is_table(path: Path) -> bool:
    if path.suffix.lower() in _TABLES:
        return True
    try:
        with path.open("rb") as file:
            return file.read(8).startswith((_ARCHIVE, _OLE))
    except OSError:
        return False  # reading it says why


_OPTION = regex(r"([A-ZА-ЯҒӢҚӮҲҶ])[).](.*)")
_ANSWER = regex(r"(?:ANSWER|ОТВЕТ|ҶАВОБ)\s*:(.*)", re.IGNORECASE)
_LETTER = regex(r"\s*([A-ZА-Я])\s*[).]?\s*", re.IGNORECASE)
_CYRILLIC = "АБВГДЕЖЗИК"
_ALIKE = dict(zip("АВСЕН", "ABCEH", strict=True))
"""Cyrillic letters that cannot be told from Latin ones on paper."""


class _AikenDraft(Struct):
    """A question while its lines are read."""

    row: int
    text: str = ""
    labels: list[str] = []
    options: list[str] = []
    right: int | None = None
    troubles: list[QuestionProblem] = []

    def refuse(self, row: int, code: str, line: str) -> None:
        """Say why the question cannot be taken."""
        self.troubles.append(
            QuestionProblem(FilePosition(row), code, excerpt(line), severity=Severity.REFUSED)
        )


def looks_like_aiken(lines: list[str]) -> bool:
    """Tell whether a text has options and answers as Aiken writes them."""
    bare = [line.strip() for line in lines]
    return any(map(_ANSWER.match, bare)) and any(map(_OPTION.match, bare))


def read_aiken(path: Path, language: str = "") -> QuestionFile:
    """Read a file in Aiken. Texts are taken to be in `language`, or in that of their letters.

    Raises table.missing, unreadable, empty_file, too_large, question_file.too_large, not_text, too_many,
    nothing_found.
    """
    lines, troubles = read_lines(path)
    drafts = _read_aiken_lines(lines)
    if not drafts:
        raise TrainerError("question_file.nothing_found")
    if len(drafts) > MOST_FOUND:
        raise TrainerError("question_file.too_many", count=len(drafts), most=MOST_FOUND)
    language = language or guess_language(" ".join((draft.text, *draft.options)) for draft in drafts)
    found = tuple(_judge_aiken(draft, language) for draft in drafts)
    return QuestionFile(path.name, QuestionFormat.AIKEN, found, troubles, language)


def _read_aiken_lines(lines: list[str]) -> list[_AikenDraft]:
    drafts: list[_AikenDraft] = []
    current: _AikenDraft | None = None
    after_blank = False
    for row, line in enumerate(lines, 1):
        bare = line.strip()
        if not bare:
            after_blank = True
            continue
        option, answer = _OPTION.fullmatch(bare), _ANSWER.fullmatch(bare)
        starts = option is None or (current is None and not _fits(option[1], 0))
        if current is None or (answer is None and starts and (current.options or after_blank)):
            if current is not None:
                code = "question_file.no_answer" if current.options else "question_file.no_options"
                current.refuse(row, code, current.text)
            current = _AikenDraft(row)
            drafts.append(current)
        after_blank = False
        if answer:
            _take_answer(current, row, bare, answer[1])
            current = None
        elif option and not starts:
            _take_option(current, row, bare, option)
        else:
            current.text = f"{current.text}\n{bare}" if current.text else bare
    if current is not None:
        code = "question_file.no_answer" if current.options else "question_file.no_options"
        current.refuse(len(lines), code, current.text)
    return drafts


def _take_option(draft: _AikenDraft, row: int, line: str, found: re.Match[str]) -> None:
    if not draft.text and not draft.options:
        draft.refuse(row, "question_file.not_started", line)
    if len(draft.options) < MOST_OPTIONS and not _fits(found[1], len(draft.options)):
        draft.refuse(row, "question_file.letters", line)
    if len(draft.options) <= MOST_OPTIONS:
        draft.labels.append(found[1])
        draft.options.append(clean_lines(found[2]))


def _take_answer(draft: _AikenDraft, row: int, line: str, text: str) -> None:
    if not draft.text:
        draft.refuse(row, "question_file.not_started", line)
    letter = _LETTER.fullmatch(text)
    wanted = letter[1].upper() if letter else ""
    if wanted in draft.labels:
        draft.right = draft.labels.index(wanted)
    elif letter:
        alike = [_ALIKE.get(label, label) for label in draft.labels]
        if _ALIKE.get(wanted, wanted) in alike:
            draft.right = alike.index(_ALIKE.get(wanted, wanted))
    if draft.right is None:
        draft.refuse(row, "question_file.bad_answer", line)


def _fits(label: str, place: int) -> bool:
    """Tell whether a letter may stand before the option at a place, from 0."""
    return _ALIKE.get(label, label) == LETTERS[place] or label == _CYRILLIC[place]


def _judge_aiken(draft: _AikenDraft, language: str) -> QuestionDraft:
    place = FilePosition(draft.row)
    words = draft.text or (draft.options[0] if draft.options else "")
    if draft.troubles:
        return QuestionDraft(place, QuestionOutcome.REFUSED, excerpt(words), None, tuple(draft.troubles))
    options = tuple(
        Option(in_language(text, language), WHOLE if number == draft.right else 0)
        for number, text in enumerate(draft.options)
    )
    question = Question(
        key="", kind=QuestionKind.SINGLE, text=in_language(clean_lines(draft.text), language), options=options
    )
    return judge(place, words, question)
