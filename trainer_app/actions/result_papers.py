"""Results as PDF, workbook and CSV, and their charts for the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from trainer_app.actions.course_facts import course_facts
from trainer_app.actions.courses import get_course
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import charts, fonts
from trainer_app.documents.charts import Inks
from trainer_app.documents.flow import Drawing
from trainer_app.documents.paper import Paper
from trainer_app.documents.result_lanes import lanes
from trainer_app.documents.results_report import WORDS, ResultsPaper, results_pdf
from trainer_app.documents.results_tables import results_csv, results_xlsx
from trainer_app.documents.speech import Speech
from trainer_app.domain.paper_languages import read_paper_language
from trainer_app.domain.results import Results, TestResult
from trainer_app.system.messages import label_text
from trainer_app.system.resources import resource
from trainer_app.system.version import VERSION

_PAD = 1.4


class RowChart(StrEnum):
    """What stands in a row of a table."""

    GAIN = "gain"
    """A share before and one after."""
    ITEM = "item"
    """The same of an item, with the limits of hard and easy."""
    SCALE = "scale"
    """Counts of the steps of a scale."""
    SHARE = "share"
    """A share."""


@dataclass(frozen=True)
class RowPicture:
    """The picture of one row: shares from 0 to 1 before and after, or counts."""

    before: Fraction | None = None
    after: Fraction | None = None
    counts: tuple[int, ...] = ()


def print_results(
    work: Workplace, results: Results, language: str, *, course: str | None = None, names: bool = True
) -> bytes:
    """Return results as PDF, headed by the facts of `course` where they are of one alone.

    `language` is one of `PAPER_LANGUAGES`. Raises paper.unknown_language, course.unknown.
    """
    read_paper_language(language)
    fonts.use(resource("fonts"))
    facts = course_facts(work, get_course(work, course)) if course is not None else None
    return results_pdf(ResultsPaper(results, facts, work.today(), VERSION, names=names), language, label_text)


def write_results_csv(results: Results, language: str) -> bytes:
    """Return results as CSV, one figure a line."""
    return results_csv(results, language)


def write_results_xlsx(results: Results, language: str) -> bytes:
    """Return results as a workbook."""
    return results_xlsx(results, language)


def histogram(
    results: Results | TestResult, language: str, inks: Inks, width: float, height: float, size: float
) -> bytes | None:
    """Return the scores before and after as a PDF of the size asked for, in millimetres; None without a test.

    `size` is that of the type, in points.
    """
    fonts.use(resource("fonts"))
    shown = lanes(results, Speech(language, WORDS, label_text))
    if not shown:
        return None
    paper = Paper(width, height, language, "")
    charts.draw_histogram(paper, _PAD, 0.5, width - 2 * _PAD, height - 1, shown, inks, size)
    return paper.finish()


def row_pictures(
    chart: RowChart, rows: Sequence[RowPicture], inks: Inks, width: float, height: float
) -> bytes | None:
    """Return the pictures of rows as a PDF with one page, a strip for each row; None for no row."""
    if not rows:
        return None
    fonts.use(resource("fonts"))
    paper = Paper(width, height * len(rows), "en", "")
    for place, row in enumerate(rows):
        drawing = _drawing(chart, row, inks)
        if drawing is not None:
            drawing(paper, _PAD, (place + 0.5) * height, width - 2 * _PAD)
    paper.end_page()
    return paper.finish()


def _drawing(chart: RowChart, row: RowPicture, inks: Inks) -> Drawing | None:
    if chart is RowChart.SCALE:
        return charts.scale_bar(row.counts, inks) if sum(row.counts) else None
    if chart is RowChart.SHARE:
        return charts.share_bar(row.after, inks)
    draw = charts.gain_line if chart is RowChart.GAIN else charts.item_bar
    return draw(row.before, row.after, inks)


__all__ = ["Inks", "RowChart", "RowPicture", "histogram", "print_results", "row_pictures"]
