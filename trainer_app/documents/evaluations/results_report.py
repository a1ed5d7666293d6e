"""The results on paper: first what was learnt, then everybody, the items, the ratings, the feedback."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction

from msgspec import Struct

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import MARGIN, open_paper, write_head
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.graphics import draw_histogram, gain_line
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.base.wording import ReportSpeech, Speech, joined, short_day
from trainer_app.documents.evaluations.result_sections import (
    histogram_series,
    ratio_text,
    write_feedback,
    write_heading,
    write_practical,
    write_test,
    write_words,
)
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import DASH, WHOLE, limit_label, percent_text, points_text
from trainer_app.domain.base.texts import said_name
from trainer_app.domain.courses.courses import CourseFacts
from trainer_app.domain.evaluations.feedback import Results, Scored, reached
from trainer_app.domain.evaluations.forms import Learning, Occasion
from trainer_app.domain.evaluations.statistics import HIGH, MEDIUM, band_of_gain
from trainer_app.domain.papers.course_papers import ACCENT, SECOND, STRONG_LINE

_BANDS = (Fraction(0), MEDIUM, HIGH)
_HISTOGRAM = 54.0


class ResultsPaper(Struct, frozen=True):
    """What is printed. `facts` head the results of one course; without them the title stands alone."""

    results: Results
    facts: CourseFacts | None = None
    made_on: date | None = None
    version: str = ""
    names: bool = True


def results_pdf(paper: ResultsPaper, language: str, say: Callable[[Label, str], str]) -> bytes:
    """Return results as PDF. `say` gives notes their words; without names everybody is a number."""
    speech = ReportSpeech(language, say)
    flow = _open(paper, speech)
    results = paper.results
    _learning(flow, results, speech)
    _notes(flow, results.told(names=paper.names), speech)
    _people(flow, paper, speech)
    for test in results.tests:
        if any(each.items is not None for each in test.occasions):
            write_test(flow, test, speech)
    for practical in results.practical:
        write_practical(flow, practical, speech, names=paper.names)
    for feedback in results.feedback:
        write_feedback(flow, feedback, speech)
    return flow.finish()


def figure_lines(results: Results, speech: ReportSpeech) -> list[tuple[str, Cell, str, str]]:
    """Return the figures of learning: code, name, value, and the band of a gain in words."""
    found, language = results.learning, speech.main
    lines = [
        ("matched", speech.word("results.matched"), str(found.matched), ""),
        ("only_pre", speech.word("results.only_pre"), str(found.only_pre), ""),
        ("only_post", speech.word("results.only_post"), str(found.only_post), ""),
        ("pre_mean", speech.word("results.pre_mean"), percent_text(found.pre_mean, language), ""),
        ("post_mean", speech.word("results.post_mean"), percent_text(found.post_mean, language), ""),
        ("gain_points", speech.word("results.gain_points"), points_text(found.gain_points, language), ""),
        _gain_line("hake_g", found.hake_g, speech),
        _gain_line("mean_individual_g", found.mean_individual_g, speech),
        ("losses", speech.word("results.losses"), str(found.losses), ""),
        ("same", speech.word("results.same"), str(found.same), ""),
    ]
    if found.without_gain:
        lines.append(("without_gain", speech.word("results.without_gain"), str(found.without_gain), ""))
    post = results.on(Occasion.POST)
    if post is not None and results.limit is not None:
        count = str(reached(results.people, Occasion.POST, results.limit))
        value = speech.word("results.of", count=count, whole=str(post.papers)).text
        name = speech.word("results.reached", limit=speech.label(limit_label(results.limit)))
        lines.append(("reached", name, value, ""))
    return lines


def sentence(found: Learning, speech: Speech) -> Cell:
    """Return the answer to "did they learn?" as a sentence."""
    if found.pre_mean is None or found.post_mean is None or found.gain_points is None:
        return speech.word("results.no_pairs")
    code = (
        "results.even"
        if not found.gain_points
        else "results.more"
        if found.gain_points > 0
        else "results.less"
    )

    def percent(value: Fraction) -> Cell:
        return speech.made(lambda language: percent_text(value, language))

    points = speech.made(
        lambda language: points_text(abs(found.gain_points or Fraction(0)), language).lstrip("+")
    )
    return speech.word(code, points=points, pre=percent(found.pre_mean), post=percent(found.post_mean))


def _gain_line(code: str, value: Fraction | None, speech: Speech) -> tuple[str, Cell, str, str]:
    words = "" if value is None else speech.word(f"results.band.{band_of_gain(value).value}").text
    return code, speech.word(f"results.{code}"), ratio_text(value, speech.main, _BANDS), words


def _open(paper: ResultsPaper, speech: Speech) -> Flow:
    if paper.facts is not None:
        flow = open_paper(paper.facts, speech, "results.title")
        write_head(flow, paper.facts, speech, "results.title")
        return flow
    title, kind = speech.texts(paper.results.title), speech.plain("results.title")
    sheet = Paper(210, 297, speech.main, f"{kind} – {title.text}")
    made = speech.word("facts.made_on", day=short_day(paper.made_on)).text if paper.made_on else ""
    version = f"Trainer App {paper.version}" if paper.version else ""
    foot = " · ".join(part for part in (kind, made, version, title.text) if part)
    flow = Flow(sheet, MARGIN, foot, speech.plain("facts.page"))
    flow.paragraph(joined(speech.word("results.title")), fonts.SANS_SEMIBOLD, 11, ACCENT)
    flow.y += 1
    flow.paragraph(title.text, fonts.SANS_BOLD, 18)
    flow.paragraph(title.below, fonts.SANS, 11, SECOND)
    flow.paragraph(" · ".join(paper.results.courses), fonts.SANS, 9, SECOND)
    flow.y += 2
    flow.paper.line(flow.margin, flow.y, flow.margin + flow.width, flow.y, 0.8, STRONG_LINE)
    return flow


def _learning(flow: Flow, results: Results, speech: ReportSpeech) -> None:
    write_heading(flow, speech.word("results.learning"), 40)
    if results.empty:
        write_words(flow, speech.word("results.nothing"))
        return
    told = sentence(results.learning, speech)
    flow.paragraph(told.text, fonts.SANS_SEMIBOLD, 11)
    flow.paragraph(told.below, fonts.SANS, 9, SECOND)
    shown = histogram_series(results, speech)
    if shown:
        flow.y += 2
        flow.need(_HISTOGRAM + 8)
        draw_histogram(flow.paper, flow.margin, flow.y, flow.width, _HISTOGRAM, shown)
        flow.y += _HISTOGRAM + 3
    _figures(flow, figure_lines(results, speech))
    write_words(flow, speech.word("results.about_gain"), small=True)


def _figures(flow: Flow, lines: list[tuple[str, Cell, str, str]]) -> None:
    """Write the figures in two columns, so that the answer stays on one page."""
    cells = [[name, Cell(value, words, strong=True)] for _, name, value, words in lines]
    half = (len(cells) + 1) // 2
    right = [*cells[half:], *[[Cell(""), Cell("")]] * (2 * half - len(cells))]
    columns = [Column("", 58), Column("", 26, right=True), Column("", 6)]
    columns += [Column("", 58), Column("", 26, right=True)]
    rows = [[*first, Cell(""), *second] for first, second in zip(cells[:half], right, strict=True)]
    flow.table(columns, rows, size=9)


def _notes(flow: Flow, notes: Iterable[Label], speech: ReportSpeech) -> None:
    for label in notes:
        words = speech.label(label)
        flow.bullet(words.text, words.below)


def _people(flow: Flow, paper: ResultsPaper, speech: Speech) -> None:
    results = paper.results
    if not results.people:
        return
    flow.turn_page()
    heading = speech.word("results.people")
    write_heading(flow, heading, 34)
    if not paper.names:
        write_words(flow, speech.word("results.no_names"), small=True)
    shares = {"number": 10.0, "name": 56.0, "course": 20.0, "before": 20.0, "after": 20.0, "change": 18.0}
    shares |= {"own_gain": 16.0, "line": 44.0}
    left_out = set() if paper.names else {"name"}
    if len(results.courses) < 2:
        left_out.add("course")
    columns = []
    for code, share in shares.items():
        if code not in left_out:
            words = speech.word(f"results.{code}") if code != "line" else Cell("")
            right = code in ("number", "before", "after", "change", "own_gain")
            columns.append(Column(words.text, share, right, words.below))
    rows = [
        [cell for code, cell in _person(person, speech.main).items() if code not in left_out]
        for person in results.people
    ]
    flow.table(columns, rows, size=8, again=heading.text)
    write_words(flow, speech.word("results.line"), small=True)


def _person(person: Scored, language: str) -> dict[str, Cell]:
    before, after = person.percent(Occasion.PRE), person.percent(Occasion.POST)
    lost = person.change is not None and person.change < 0
    first, second = (None if each is None else each / WHOLE for each in (before, after))
    return {
        "number": Cell(str(person.number)),
        "name": Cell(said_name(person.name, language)),
        "course": Cell(person.course),
        "before": Cell(percent_text(before, language), quiet=before is None),
        "after": Cell(percent_text(after, language), quiet=after is None),
        "change": Cell(points_text(person.change, language), strong=lost),
        "own_gain": Cell(ratio_text(person.gain, language) if person.change is not None else DASH),
        "line": Cell("", drawing=gain_line(first, second)),
    }
