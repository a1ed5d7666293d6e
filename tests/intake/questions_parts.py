"""Short ways to read questions, for the tests of this folder."""

from pathlib import Path

from trainer_app.domain.evaluations.question_files import QuestionDraft, QuestionFile, QuestionOutcome
from trainer_app.domain.evaluations.questions import Question
from trainer_app.intake.gift import read_gift

EXAMPLES = Path(__file__).parents[1] / "data" / "questions"


def gift(folder: Path, text: str | bytes, language: str = "en") -> QuestionFile:
    """Read a text in GIFT."""
    path = folder / "questions.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_gift(path, language)


def only(file: QuestionFile) -> Question:
    """Return the one question of a file, which must be taken."""
    (line,) = file.lines
    assert line.question is not None, line.troubles
    return line.question


def codes(line: QuestionDraft) -> list[str]:
    """Return the codes of a line's troubles, without what they share."""
    return [trouble.code.removeprefix("question_file.") for trouble in line.troubles]


def refused(file: QuestionFile) -> dict[int | None, list[str]]:
    """Return the refused lines of a file: their row, and why."""
    return {line.place.row: codes(line) for line in file.lines if line.fate is QuestionOutcome.REFUSED}


def sums(file: QuestionFile) -> tuple[int, int, int]:
    """Return how many were found, taken, refused; the last two must make up the first."""
    counts = file.found, file.count(QuestionOutcome.TAKEN), file.count(QuestionOutcome.REFUSED)
    assert counts[0] == counts[1] + counts[2]
    return counts
