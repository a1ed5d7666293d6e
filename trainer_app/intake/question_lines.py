"""Reads the lines of a text file with questions (GIFT, Aiken), whatever program wrote it."""

from pathlib import Path

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.question_drafts import Place, Trouble
from trainer_app.intake.limits import MAX_QUESTION_BYTES
from trainer_app.intake.tables import read_file
from trainer_app.intake.text_tables import decode


def read_lines(path: Path) -> tuple[list[str], tuple[Trouble, ...]]:
    """Return the lines of a file without their ends, and what is doubtful about its letters.

    Raises table.missing, unreadable, empty_file, too_large, question_file.too_large, question_file.not_text.
    """
    data = read_file(path)
    if len(data) > MAX_QUESTION_BYTES:
        raise TrainerError("question_file.too_large", limit=MAX_QUESTION_BYTES // 1_000_000)
    if _damaged(data):
        raise TrainerError("question_file.not_text")
    try:
        text, problems = decode(data)
    except TrainerError as problem:
        raise TrainerError("question_file.not_text") from problem
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines, tuple(Trouble(Place(), each.code, values=each.values) for each in problems)


def _damaged(data: bytes) -> bool:
    """Tell whether a file is UTF-8 but for some bytes: read as an old encoding it would be gibberish."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(letter > "\x7f" for letter in text) - bad
    return bool(bad) and good > bad
