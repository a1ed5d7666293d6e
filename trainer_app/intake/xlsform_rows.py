"""Reads the rows of an XLSForm's survey with the choices that they name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import msgspec

from trainer_app.domain.question_drafts import (
    Found,
    Place,
    Trouble,
    judge,
    leave_out,
    line_of,
    refuse,
    shown,
    tidy,
)
from trainer_app.domain.questions import MOST_OPTIONS, POINT, Accepted, Option, Question, QuestionKind
from trainer_app.domain.tables import RawRow
from trainer_app.domain.texts import Texts
from trainer_app.intake.markup import has_markup, plain_html, plain_markdown
from trainer_app.intake.xlsform_columns import OWN, SheetReader, as_texts
from trainer_app.intake.xlsform_types import RowType, Sort, read_type

_REFERENCE = re.compile(r"\$\{[^}]*\}")
_INTEGER = re.compile(r"-?[0-9]{1,9}")
_MOST_KEPT = MOST_OPTIONS + 1
"""Choices of a list that are kept: one more than a question may have."""


@dataclass(frozen=True)
class Choice:
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
        self._frames: list[tuple[Sort, str]] = []
        self._troubles: list[Trouble] = []

    def read(self) -> Iterator[Found]:
        """Yield what becomes of each row."""
        for row in self._sheet.rows:
            self._troubles = []
            yield self._read(row)

    def _read(self, row: RawRow) -> Found:
        sheet, said = self._sheet, self._sheet.cell(row, "type")
        place = Place(row.number, sheet.sheet, sheet.heading("type"))
        words = next(iter(sheet.texts(row, "label").values()), "") or sheet.cell(row, "name") or said
        if not said:
            first = words or next(cell for cell in row.cells if cell.strip())
            return leave_out(place, first, "question_file.no_type")
        if sheet.cell(row, "disabled").lower() in ("yes", "true", "true()"):
            return leave_out(place, words, "question_file.disabled")
        kind = read_type(said)
        if kind.sort in (Sort.BEGIN, Sort.REPEAT, Sort.END):
            return self._frame(row, place, kind.sort, words)
        if kind.sort in (Sort.NOTE, Sort.SILENT):
            return leave_out(place, words, f"question_file.{kind.sort.value}", type=said)
        if kind.sort in (Sort.FOREIGN, Sort.OTHER_FILE, Sort.UNKNOWN):
            return refuse(place, words, f"question_file.{kind.sort.value}", value=said)
        self._look_around(row)
        if kind.sort in (Sort.SINGLE, Sort.MULTIPLE):
            return self._select(row, place, kind, words)
        if kind.sort is Sort.RANGE:
            return self._range(row, place, words)
        return self._taken(row, place, QuestionKind(kind.sort.value))

    def _frame(self, row: RawRow, place: Place, sort: Sort, words: str) -> Found:
        """Follow the groups: the words of one are the topic of its questions."""
        if sort is Sort.END:
            if self._frames:
                self._frames.pop()
            return leave_out(place, words, "question_file.end")
        self._frames.append((sort, line_of(next(iter(self._sheet.texts(row, "label").values()), ""))))
        code = "question_file.repeat" if sort is Sort.REPEAT else "question_file.group"
        left = leave_out(place, words, code)
        self._look_around(row)
        return Found(left.place, left.fate, left.words, None, (*left.troubles, *self._troubles))

    def _look_around(self, row: RawRow) -> None:
        """Tell of conditions, bounds and pictures of a row, which have no place here."""
        for name in ("relevant", "constraint"):
            text = self._sheet.cell(row, name)
            if text:
                self._note(row, name, f"question_file.{name}", text)
        if any(sort is Sort.REPEAT for sort, _ in self._frames):
            self._note(row, "type", "question_file.in_repeat", "")
        for column in self._sheet.columns:
            if column.name == "media" and row.cells[column.place].strip():
                self._note(row, "media", "question_file.lost.image", row.cells[column.place])

    def _select(self, row: RawRow, place: Place, kind: RowType, words: str) -> Found:
        if self._sheet.cell(row, "choice_filter"):
            filtered = Place(row.number, self._sheet.sheet, self._sheet.heading("choice_filter"))
            value = self._sheet.cell(row, "choice_filter")
            return refuse(filtered, words, "question_file.choice_filter", self._troubles, value)
        found = self._choices.get(kind.choices, []) if kind.choices else []
        if not found:
            return refuse(place, words, "question_file.no_list", self._troubles, kind.choices)
        if kind.other:
            self._note(row, "type", "question_file.or_other", kind.choices)
        options = self._keyed(row, [self._option(choice) for choice in found])
        chosen = QuestionKind.MULTIPLE if kind.sort is Sort.MULTIPLE else QuestionKind.SINGLE
        if chosen is QuestionKind.SINGLE and "likert" in self._sheet.cell(row, "appearance").lower():
            chosen = QuestionKind.LIKERT
        return self._taken(row, place, chosen, options)

    def _option(self, choice: Choice) -> Option:
        place = Place(choice.row, "choices")
        texts = {code: self._plain(text, place) for code, text in choice.texts.items()}
        if not any(texts.values()):
            texts = {self._sheet.language: tidy(choice.name)}
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
            told = [Texts(*map(tidy, note)) for note in notes]
            options = [replace(each, note=note) for each, note in zip(options, told, strict=True)]
        return tuple(options)

    def _range(self, row: RawRow, place: Place, words: str) -> Found:
        """Read a range of numbers: a rating becomes a scale, another one a number."""
        said = dict(part.split("=", 1) for part in self._parameters(row) if "=" in part)
        first, last, step = (
            said.get(name, usual) for name, usual in (("start", "1"), ("end", "10"), ("step", "1"))
        )
        rating = "rating" in self._sheet.cell(row, "appearance").lower()
        if rating and all(_INTEGER.fullmatch(each) for each in (first, last, step)) and int(step):
            numbers = range(int(first), int(last) + 1, int(step))[:_MOST_KEPT]
            options = tuple(Option(Texts(str(each), str(each), str(each))) for each in numbers)
            return self._taken(row, place, QuestionKind.LIKERT, options)
        self._note(row, "parameters", "question_file.constraint", f"{first}..{last}")
        return self._taken(row, place, QuestionKind.NUMBER)

    def _parameters(self, row: RawRow) -> list[str]:
        text = re.sub(r"\s*=\s*", "=", self._sheet.cell(row, "parameters").lower())
        return re.split(r"[\s;,]+", text) if text else []

    def _taken(
        self, row: RawRow, place: Place, kind: QuestionKind, options: tuple[Option, ...] = ()
    ) -> Found:
        sheet = self._sheet
        label_place = Place(row.number, sheet.sheet, sheet.heading("label"))
        texts = {code: self._plain(text, label_place) for code, text in sheet.texts(row, "label").items()}
        for code, hint in sheet.texts(row, "hint").items():
            texts[code] = tidy(f"{texts.get(code, '')}\n{self._plain(hint, label_place)}")
            self._note(row, "hint", "question_file.hint_joined", hint)
        points = sheet.cell(row, f"{OWN}points")
        topic = next((name for _, name in reversed(self._frames) if name), "")
        own_name = any(column.name == f"{OWN}name" for column in sheet.columns)
        explanation = {code: tidy(text) for code, text in sheet.texts(row, f"{OWN}explanation").items()}
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
        return tuple(Accepted(tidy(value), credit) for value, credit in found)

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

    def _plain(self, text: str, place: Place) -> str:
        if self._literal:
            return tidy(text)
        lost: list[Trouble] = []
        if has_markup(text):
            text, lost = plain_html(text, place, wrapped=False)
        else:
            text, lost = plain_markdown(text, place)
        reference = _REFERENCE.search(text)
        if reference:
            lost.append(Trouble(place, "question_file.reference", shown(reference[0])))
        known = {each.code for each in self._troubles}
        self._troubles += [each for each in lost if each.code not in known]
        return tidy(text)

    def _note(self, row: RawRow, column: str, code: str, value: str) -> None:
        place = Place(row.number, self._sheet.sheet, self._sheet.heading(column))
        if not any(each.code == code for each in self._troubles):
            self._troubles.append(Trouble(place, code, shown(value)))
