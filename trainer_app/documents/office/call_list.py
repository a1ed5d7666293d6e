"""The office's list to telephone as PDF: laptops with room for answers, files refused, what is left."""

from collections.abc import Callable

from trainer_app.documents.base import fonts
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.base.wording import format_days
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, word
from trainer_app.domain.papers.course_papers import SECOND
from trainer_app.domain.today.calls import CallLine, CallList


def call_list_pdf(calls: CallList, language: str, speak: Callable[[Label], str]) -> bytes:
    """Return the list as PDF; `speak` says the reasons. Raises paper.unknown_language."""
    if language not in LANGUAGES:
        raise TrainerError("paper.unknown_language", language=language, known=", ".join(LANGUAGES))
    title = word("calls.title", language)
    paper = Paper(210, 297, language, title)
    flow = Flow(paper, 18, title)
    flow.paragraph(title, fonts.SANS_BOLD, 18)
    flow.paragraph(format_days(calls.day, calls.day, language), fonts.SANS, 9, SECOND)
    if calls.empty:
        flow.space(4)
        flow.paragraph(word("calls.nothing", language))
        return flow.finish()
    if calls.files:
        flow.heading(word("calls.files", language))
        for file in calls.files:
            why = speak(Label(file.code, file.values)) if file.code else ""
            flow.bullet(file.file or file.path.name, why)
    if calls.lines:
        flow.heading(word("calls.laptops", language))
        flow.table(_columns(language), [_row(line, speak) for line in calls.lines], 9)
    if calls.desk:
        flow.heading(word("calls.desk", language))
        for label in calls.desk:
            flow.bullet(speak(label))
    return flow.finish()


def _columns(language: str) -> list[Column]:
    """Return the heads; the last column is left free for what was said."""
    shares = {"laptop": 12, "name": 30, "phone": 24, "why": 52, "answer": 40}
    return [Column(word(f"calls.head.{name}", language), share) for name, share in shares.items()]


def _row(line: CallLine, speak: Callable[[Label], str]) -> list[Cell]:
    said = "; ".join(map(speak, line.reasons))
    return [
        Cell(line.device, strong=True),
        Cell(line.name),
        Cell(line.phone or "__________"),
        Cell(said),
        Cell(""),
    ]
