"""Reads questions in Aiken: a line with the question, lines "A) option", a line "ANSWER: A".

Labels may be Latin or Cyrillic letters, with ) or a full stop. Every option line, answer line and beginning
of a question is accounted for; what stands in the wrong order is refused with its line.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import WHOLE, Severity
from trainer_app.domain.evaluations.question_files import (
    MOST_FOUND,
    FilePosition,
    QuestionDraft,
    QuestionFile,
    QuestionFormat,
    QuestionOutcome,
    QuestionProblem,
    clean_lines,
    excerpt,
    guess_language,
    in_language,
    judge,
)
from trainer_app.domain.evaluations.questions import LETTERS, MOST_OPTIONS, Option, Question, QuestionKind
from trainer_app.intake.tables import read_lines

_OPTION = re.compile(r"([A-ZА-ЯҒӢҚӮҲҶ])[).](.*)")
_ANSWER = re.compile(r"(?:ANSWER|ОТВЕТ|ҶАВОБ)\s*:(.*)", re.IGNORECASE)
_LETTER = re.compile(r"\s*([A-ZА-Я])\s*[).]?\s*", re.IGNORECASE)
_CYRILLIC = "АБВГДЕЖЗИК"
_ALIKE = dict(zip("АВСЕН", "ABCEH", strict=True))
"""Cyrillic letters that cannot be told from Latin ones on paper."""


@dataclass
class _Draft:
    """A question while its lines are read."""

    row: int
    text: str = ""
    labels: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    right: int | None = None
    troubles: list[QuestionProblem] = field(default_factory=list)

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
    drafts = _read(lines)
    if not drafts:
        raise TrainerError("question_file.nothing_found")
    if len(drafts) > MOST_FOUND:
        raise TrainerError("question_file.too_many", count=len(drafts), most=MOST_FOUND)
    language = language or guess_language(" ".join((draft.text, *draft.options)) for draft in drafts)
    found = tuple(_judge(draft, language) for draft in drafts)
    return QuestionFile(path.name, QuestionFormat.AIKEN, found, troubles, language)


def _read(lines: list[str]) -> list[_Draft]:
    drafts: list[_Draft] = []
    current: _Draft | None = None
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
            current = _Draft(row)
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


def _take_option(draft: _Draft, row: int, line: str, found: re.Match[str]) -> None:
    if not draft.text and not draft.options:
        draft.refuse(row, "question_file.not_started", line)
    if len(draft.options) < MOST_OPTIONS and not _fits(found[1], len(draft.options)):
        draft.refuse(row, "question_file.letters", line)
    if len(draft.options) <= MOST_OPTIONS:
        draft.labels.append(found[1])
        draft.options.append(clean_lines(found[2]))


def _take_answer(draft: _Draft, row: int, line: str, text: str) -> None:
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


def _judge(draft: _Draft, language: str) -> QuestionDraft:
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
