"""The annex of the course report: everybody who took part, with share, result and certificate."""

from trainer_app.documents import fonts
from trainer_app.documents.flow import SECOND, Cell, Column, Flow
from trainer_app.documents.report import figure_text
from trainer_app.documents.speech import Speech
from trainer_app.domain.course_reports import CourseReport, ReportPerson
from trainer_app.domain.ranks import RankForm, rank_name
from trainer_app.domain.reports import Figure, Unit

_SHARES = {
    "signin.number": 9.0,
    "signin.name": 50.0,
    "signin.unit": 34.0,
    "signin.sex": 10.0,
    "course_report.share": 16.0,
    "course_report.result": 24.0,
    "course_report.serial": 38.0,
}
_NAMELESS = ("signin.name", "signin.unit")
_RIGHT = ("signin.number", "course_report.share")


def write_annex(flow: Flow, report: CourseReport, speech: Speech) -> None:
    """Write the list on pages of its own; nothing where nobody is on it."""
    if not report.persons:
        return
    flow.turn_page()
    title = speech.word("course_report.annex")
    flow.heading(title.text, second=title.below)
    if not report.names:
        words = speech.word("course_report.no_names")
        flow.paragraph(words.text, fonts.SANS, 8.5, SECOND)
        flow.paragraph(words.below, fonts.SANS, 8, SECOND)
        flow.y += 2
    shown = [code for code in _SHARES if report.names or code not in _NAMELESS]
    columns = []
    for code in shown:
        words = speech.word(code)
        columns.append(Column(words.text, _SHARES[code], code in _RIGHT, words.below))
    rows = [[_cells(person, speech)[code] for code in shown] for person in report.persons]
    flow.table(columns, rows, size=8, again=title.text)


def _cells(person: ReportPerson, speech: Speech) -> dict[str, Cell]:
    """Return the cells of one person by their columns."""
    letter = speech.word(f"sex.{person.sex.value}.letter")
    rank = speech.made(lambda language: rank_name(person.rank, language, RankForm.SHORT))
    result = speech.word(f"course_report.result.{person.result.value}")
    return {
        "signin.number": Cell(str(person.number)),
        "signin.name": Cell(person.name, " / ".join(part for part in (rank.text, rank.below) if part)),
        "signin.unit": Cell(person.unit),
        "signin.sex": Cell(letter.text or "–", letter.below),
        "course_report.share": Cell(figure_text(Figure("", person.share, Unit.PERCENT), speech.main)),
        "course_report.result": result,
        "course_report.serial": Cell(person.serial or "–"),
    }
