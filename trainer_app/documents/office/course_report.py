"""The course report on paper: facts, participation, sessions, completion, learning, feedback, annex."""

from collections.abc import Callable, Sequence
from fractions import Fraction

import msgspec

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import open_paper, write_head
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.graphics import FILLINGS, fill, plain_bar, scale_bar, stacked_bar
from trainer_app.documents.base.paper import text_width
from trainer_app.documents.base.wording import ReportSpeech, clock, joined, sex_letter, short_day
from trainer_app.documents.evaluations.result_sections import step_text
from trainer_app.documents.office.report_words import figure_text
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import WHOLE, limit_label, round_half_up
from trainer_app.domain.base.texts import said_name
from trainer_app.domain.courses.courses import SessionState
from trainer_app.domain.courses.ranks import RankForm, rank_name
from trainer_app.domain.office.reports import (
    CourseReport,
    FeedbackLine,
    Figure,
    ReportPerson,
    ReportSession,
    Unit,
)
from trainer_app.domain.papers.course_papers import ACCENT, INK, LINE, SECOND
from trainer_app.domain.people.persons import Sex

_SHARES = {
    "list.number": 9.0,
    "list.name": 47.0,
    "list.unit": 34.0,
    "list.sex": 10.0,
    "course_report.share": 16.0,
    "course_report.result": 27.0,
    "course_report.serial": 38.0,
}
_NAMELESS = ("list.name", "list.unit")
_RIGHT = ("list.number", "course_report.share")


def write_annex(flow: Flow, report: CourseReport, speech: ReportSpeech) -> None:
    """Write the list on pages of its own; nothing where nobody is on it."""
    if not report.persons:
        return
    flow.turn_page()
    title = speech.word("course_report.annex")
    flow.heading(title.text, second=title.below)
    notes = [] if report.names else ["course_report.no_names"]
    if any(person.voided for person in report.persons):
        notes.append("course_report.voided_counts")
    for code in notes:
        words = speech.word(code)
        flow.paragraph(words.text, fonts.SANS, 8.5, SECOND)
        flow.paragraph(words.below, fonts.SANS, 8, SECOND)
    flow.y += 2 if notes else 0
    shown = [code for code in _SHARES if report.names or code not in _NAMELESS]
    columns = []
    for code in shown:
        words = speech.word(code)
        columns.append(Column(words.text, _SHARES[code], code in _RIGHT, words.below))
    rows = [[_cells(person, speech)[code] for code in shown] for person in report.persons]
    flow.table(columns, rows, size=8, again=title.text)


def _cells(person: ReportPerson, speech: ReportSpeech) -> dict[str, Cell]:
    """Return the cells of one person by their columns."""
    letter = speech.made(lambda language: sex_letter(person.sex, language))
    rank = speech.made(lambda language: rank_name(person.rank, language, RankForm.SHORT))
    result = speech.word(f"course_report.result.{person.result.value}")
    if person.repeats:
        number = Label("list.one", {"number": person.repeats})
        result = speech.label(Label("eligibility.repeats", {"number": number}))
    return {
        "list.number": Cell(str(person.number)),
        "list.name": Cell(
            said_name(person.name, speech.main), " / ".join(part for part in (rank.text, rank.below) if part)
        ),
        "list.unit": Cell(person.unit),
        "list.sex": Cell(letter.text or "–", letter.below),
        "course_report.share": Cell(figure_text(Figure("", person.share, Unit.PERCENT), speech.main)),
        "course_report.result": result,
        "course_report.serial": speech.word("course_report.voided")
        if person.voided
        else Cell(person.serial or "–"),
    }


_TO_SIGN = 24.0
"""What the lines to sign on take, with the room above them: no page holds them alone."""
_CARDS = ("participations", "women_by_head", "completions", "person_hours")
_MARKS = ("present", "late", "excused", "absent", "unmarked")
_LEARNING = ("pre_mean", "post_mean", "gain_points", "hake_g", "mean_individual_g", "losses")


def course_report_pdf(report: CourseReport, language: str, say: Callable[[Label, str], str]) -> bytes:
    """Return the report of a course as PDF. `say` gives figures, notes and exclusions their words."""
    speech = ReportSpeech(language, say)
    flow = open_paper(report.facts, speech, "course_report.title")
    write_head(flow, report.facts, speech, "course_report.title")
    if report.names and report.persons:
        words = speech.word("report.with_names")
        said = " / ".join(part for part in (words.text, words.below) if part)
        flow.paragraph(said, fonts.SANS_SEMIBOLD, 8.5)
    writing = _Writing(flow, report, speech)
    writing.cards()
    writing.participation()
    writing.by_unit()
    writing.sessions()
    writing.completion()
    writing.learning()
    writing.feedback()
    writing.notes()
    writing.signatures()
    write_annex(flow, report, speech)
    return flow.finish()


class _Writing:
    """A report being written, one section after the other."""

    def __init__(self, flow: Flow, report: CourseReport, speech: ReportSpeech) -> None:
        self.flow, self.report, self.speech = flow, report, speech

    def cards(self) -> None:
        """Show the figures asked for first, large."""
        flow, gap, height = self.flow, 4.0, 21.0
        flow.space(4)
        width = (flow.width - gap * (len(_CARDS) - 1)) / len(_CARDS)
        for index, code in enumerate(_CARDS):
            left = flow.margin + index * (width + gap)
            flow.paper.box(left, flow.y, width, height, 0.6, LINE)
            value = self._value(self.report.figure(code))
            flow.paper.text(left + 4, flow.y + 9.4, value, fonts.SANS_SEMIBOLD, 19, ACCENT)
            name = self._figure_word(code)
            flow.paper.text(left + 4, flow.y + 14.6, name.text, fonts.SANS, 8, INK)
            flow.paper.text(left + 4, flow.y + 18.4, name.below, fonts.SANS, 7, SECOND)
        flow.y += height

    def participation(self) -> None:
        """Write who took part, women and men apart, and how the list came about."""
        self._heading("participation", 50)
        columns = [Column("", 54), self._column("course_report.everybody", 30)]
        columns += [self._column(f"line.{sex.value}", 30) for sex in Sex]
        rows = []
        for code in ("participations", "completions", "certificates", "person_hours", "person_days"):
            figures = [self.report.figure(code), *(self.report.of_sex(sex, code) for sex in Sex)]
            rows.append([self._figure_word(code), *(Cell(self._value(each)) for each in figures)])
        self.flow.table(columns, rows, size=9)
        listed = self.report.listed
        counts = {name: str(count) for name, count in msgspec.structs.asdict(listed).items()}
        self._paragraph(self.speech.word("course_report.listed", **counts))
        self._paragraph(self.speech.word("course_report.participant_is"))
        self._paragraph(self.speech.word("course_report.person_day_is"))
        for label in self.report.figure("participations").exclusions:
            self._bullet(label)

    def by_unit(self) -> None:
        """Write the same figures for each unit."""
        split = self.report.split("unit")
        if not split.lines:
            return
        self._heading("by_unit", 34)
        codes = ("participations", "women", "completions", "person_hours")
        columns = [Column(*self._head("list.unit", 76))]
        columns += [self._figure_column(code) for code in codes]
        lines = [(line.name, line.figures) for line in split.lines]
        rows = [[self._unit(name), *self._chosen(figures, codes)] for name, figures in lines]
        total = [self.speech.word("report.total"), *self._chosen(split.total, codes)]
        self.flow.table(columns, [*rows, total], size=8.5, total=True)

    def sessions(self) -> None:
        """Write every session with the marks in it, as numbers and as a bar."""
        self._heading("sessions", 44)
        report = self.report
        if not report.sessions:
            self._paragraph(self.speech.word("course_report.no_sessions"))
            return
        states = {state.value: str(len(report.in_state(state))) for state in SessionState}
        held = Figure("", report.minutes_held, Unit.MINUTES)
        hours = self.speech.made(lambda language: figure_text(held, language))
        self._paragraph(self.speech.word("course_report.sessions_are", hours=hours, **states))
        number = self.speech.plain("list.number")
        columns = [Column(number, 9, right=True), Column(*self._head("course_report.session", 64))]
        columns.append(self._column("course_report.minutes", 13))
        columns += [self._column(f"course_report.{mark}", 14) for mark in _MARKS]
        columns.append(Column("", 18))
        most = max((session.heads.expected for session in report.sessions), default=0)
        self.flow.table(columns, [self._session(session, most) for session in report.sessions], size=8.5)
        self._legend()
        unknown = sum(session.heads.unknown for session in report.sessions if session.held)
        if unknown:
            self._paragraph(self.speech.word("course_report.marks_unknown", count=str(unknown)))

    def _session(self, session: ReportSession, most: int) -> list[Cell]:
        gone = session.state is SessionState.CANCELLED
        topic = self.speech.texts(session.topic)
        if not topic.text:
            topic = self.speech.word("programme.no_topic", number=str(session.number))
        when = f"{short_day(session.day)} {clock(session.start)}–{clock(session.end)}"
        below = " · ".join(part for part in (when, topic.below) if part)
        cells = [Cell(str(session.number), quiet=gone), Cell(topic.text, below, struck=gone, quiet=gone)]
        cells.append(Cell(str(session.minutes), struck=gone, quiet=gone))
        if not session.held:
            words = self.speech.both("programme.cancelled" if gone else "course_report.none_yet")
            why = f"{words}: {session.reason}" if session.reason else words
            return [*cells, Cell(why, quiet=True, wide=len(_MARKS) + 1), *[Cell("")] * len(_MARKS)]
        counts = [getattr(session.heads, mark) for mark in _MARKS]
        numbers = [Cell(str(count), strong=count > 0, quiet=count == 0) for count in counts]
        return [*cells, *numbers, Cell("", drawing=stacked_bar(counts, most))]

    def _legend(self) -> None:
        """Say what the fillings of the bars stand for, in words: the heads of the columns are cut short."""
        flow = self.flow
        lines: list[list[tuple[float, str, str]]] = [[]]
        x = right = flow.margin
        right += flow.width
        for filling, mark in zip(FILLINGS, _MARKS, strict=True):
            words = self.speech.both(f"attendance.mark.{'none' if mark == 'unmarked' else mark}")
            wide = 7.5 + text_width(words, fonts.SANS, 7.5)
            if x + wide > right and lines[-1]:
                lines.append([])
                x = flow.margin
            lines[-1].append((x, filling, words))
            x += wide + 5
        flow.need(1.5 + 4.5 * len(lines))
        for line in lines:
            for left, filling, words in line:
                fill(flow.paper, left, flow.y + 1.2, 6, 3, filling)
                flow.paper.text(left + 7.5, flow.y + 3.7, words, fonts.SANS, 7.5, SECOND)
            flow.y += 4.5
        flow.y += 1.5

    def completion(self) -> None:
        """Write the rule, who completed, and which certificates were issued."""
        self._heading("completion", 44)
        rule = self.report.rule
        kind = {(True, True): "both", (True, False): "share", (False, True): "test"}
        code = kind.get((rule.share is not None, rule.post_test is not None), "none")
        limits = {"share": limit_label(rule.share or 0), "test": limit_label(rule.post_test or 0)}
        values = {name: self.speech.label(label) for name, label in limits.items()}
        self._paragraph(self.speech.word(f"course_report.rule.{code}", **values))
        self._figures(("completions", "certificates", "certificates_void"))

    def learning(self) -> None:
        """Write what the tests say of those who took both."""
        self._heading("learning", 34)
        codes = ("tests_matched", "tests_only_pre", "tests_only_post")
        matched, pre, post = (self._value(self.report.figure(code)) for code in codes)
        self._paragraph(self.speech.word("course_report.pairs", matched=matched, pre=pre, post=post))
        if not self.report.figure("tests_matched").value:
            self._paragraph(self.speech.word("course_report.no_pairs"))
            return
        self._figures(_LEARNING, bars=("pre_mean", "post_mean"))

    def feedback(self) -> None:
        """Write what each statement of the feedback form got."""
        self._heading("feedback", 34)
        if not any(line.answers for line in self.report.feedback):
            self._paragraph(self.speech.word("course_report.no_feedback"))
            return
        self._paragraph(self.speech.word("course_report.scale"))
        columns = [Column(*self._head("course_report.statement", 72))]
        columns += [
            self._column(f"course_report.{name}", 18) for name in ("answers", "median", "top", "bottom")
        ]
        columns.append(Column("", 30))
        forms = list(dict.fromkeys(line.form for line in self.report.feedback))
        for form in forms:
            if len(forms) > 1:
                self.flow.need(30)
                self._paragraph(self.speech.texts(form))
            lines = [line for line in self.report.feedback if line.form == form]
            self.flow.table(columns, [self._statement(line) for line in lines], size=8.5)

    def _statement(self, line: FeedbackLine) -> list[Cell]:
        said, found = self.speech.texts(line.statement), line.scale
        cells = [said, Cell(str(line.answers))]
        if found is None or not found.answers:
            return [*cells, *[Cell("–", quiet=True)] * 3, Cell("")]
        median = Cell(step_text(found.median, self.speech.main), strong=True)
        shares = [self._percent(found.top), self._percent(found.bottom)]
        return [*cells, median, *shares, Cell("", drawing=scale_bar(found.counts))]

    def notes(self) -> None:
        """Write what a reader must know before quoting the report."""
        told = [self.speech.label(label) for label in self.report.notes]
        if told:
            words = self.speech.word("course_report.notes")
            bullets = [(each.text, each.below) for each in told]
            self.flow.last_bullets(bullets, words.text, words.below, _TO_SIGN)
        else:
            self._heading("notes", 24 + _TO_SIGN)
            self._paragraph(self.speech.word("course_report.no_notes"))

    def signatures(self) -> None:
        """Leave two lines to sign on."""
        flow, half = self.flow, self.flow.width / 2
        flow.need(_TO_SIGN)
        flow.y += 16
        for index, code in enumerate(("signed", "received")):
            left = flow.margin + index * (half + 4)
            flow.paper.line(left, flow.y, left + half - 8, flow.y, 0.5)
            words = self.speech.both(f"course_report.{code}")
            flow.paper.text(left, flow.y + 4, words, fonts.SANS, 8, SECOND)
        flow.y += 6

    def _figures(self, codes: Sequence[str], bars: Sequence[str] = ()) -> None:
        """Write figures as a table: name with what it leaves out, value, and a bar where asked for."""
        columns = [Column("", 104), Column("", 26, right=True), Column("", 44)]
        rows = []
        for code in codes:
            figure = self.report.figure(code)
            name = self.speech.label(Label(f"counting.{code}"))
            left_out = "; ".join(joined(self.speech.label(label)) for label in figure.exclusions)
            below = " · ".join(part for part in (name.below, left_out) if part)
            bar = plain_bar(round_half_up(figure.value or 0), WHOLE) if code in bars else None
            first = f"{name.text[:1].upper()}{name.text[1:]}"
            rows.append([Cell(first, below), Cell(self._value(figure), strong=True), Cell("", drawing=bar)])
        self.flow.table(columns, rows, size=9)

    def _heading(self, name: str, below: float) -> None:
        words = self.speech.word(f"course_report.{name}")
        self.flow.heading(words.text, below=below, second=words.below)

    def _paragraph(self, words: Cell) -> None:
        self.flow.paragraph(words.text, fonts.SANS, 9)
        self.flow.paragraph(words.below, fonts.SANS, 8, SECOND)
        self.flow.y += 1

    def _bullet(self, label: Label) -> None:
        words = self.speech.label(label)
        self.flow.bullet(words.text, words.below)

    def _head(self, code: str, share: float) -> tuple[str, float, bool, str]:
        words = self.speech.word(code)
        return words.text, share, False, words.below

    def _column(self, code: str, share: float) -> Column:
        words = self.speech.word(code)
        return Column(words.text, share, right=True, below=words.below)

    def _figure_word(self, code: str) -> Cell:
        """Return a figure's name; in one course a participation is a participant."""
        return self.speech.word("course_report.participants" if code == _CARDS[0] else f"figure.{code}")

    def _unit(self, name: str) -> Cell:
        return Cell(name) if name else self.speech.word("report.not_stated")

    def _figure_column(self, code: str) -> Column:
        words = self._figure_word(code)
        return Column(words.text, 25, right=True, below=words.below)

    def _chosen(self, figures: Sequence[Figure], codes: Sequence[str]) -> list[Cell]:
        by_code = {figure.code: figure for figure in figures}
        return [Cell(self._value(by_code[code])) if code in by_code else Cell("") for code in codes]

    def _value(self, figure: Figure) -> str:
        return figure_text(figure, self.speech.main)

    def _percent(self, value: Fraction | None) -> Cell:
        return Cell(self._value(Figure("", value, Unit.PERCENT)))
