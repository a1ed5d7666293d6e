"""Papers of the office itself: its recovery papers, and its list to telephone.

The recovery papers are two A4 pages, one for each place where they are kept, in three languages. Keys stand
as text in numbered groups, to be typed, and as a code, to be scanned. What the paper is for stands in all
three languages: nobody knows who will have to read it, and when. The list names laptops with room for
answers, files that were refused, and what is left for the office.
"""

from collections.abc import Callable, Sequence
from datetime import date

from trainer_app.documents.base import fonts, graphics
from trainer_app.documents.base.fitting import fit, wrap
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.base.wording import format_days
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, word
from trainer_app.domain.office.backups import KeyPapers, grouped_key
from trainer_app.domain.papers.course_papers import BLACK, SECOND
from trainer_app.domain.today.calls import CallLine, CallList

COPIES = 2
_LEFT, _RIGHT = 20.0, 190.0
_WIDE = _RIGHT - _LEFT
_CODE = 36.0
_IN_A_LINE, _GROUP_WIDE, _LINE = 5, 24.0, 9.2
_GREY = "4C5665"


def key_papers_pdf(papers: KeyPapers, language: str) -> bytes:
    """Return the papers as PDF: the same page for two places. Raises paper.unknown_language."""
    if language not in LANGUAGES:
        raise TrainerError("paper.unknown_language", language=language, known=", ".join(LANGUAGES))
    order = (language, *(one for one in LANGUAGES if one != language))
    paper = Paper(210, 297, language, word("key_paper.title", language))
    for number in range(1, COPIES + 1):
        _Page(paper, papers, order).draw(number)
        paper.end_page()
    return paper.finish()


class _Page:
    """One copy, drawn from the top."""

    def __init__(self, paper: Paper, papers: KeyPapers, order: Sequence[str]) -> None:
        self.paper, self.papers, self.order = paper, papers, order
        self.y = 24.0

    def draw(self, number: int) -> None:
        """Draw everything."""
        self._head(number)
        self._secret()
        self._key("recovery", self.papers.recovery_key)
        self._key("standby", self.papers.standby_key)
        self._digits()
        self._explain()
        self._signatures()

    def _word(self, code: str) -> str:
        return word(code, self.order[0])

    def _in_all(self, code: str) -> str:
        return " · ".join(dict.fromkeys(word(code, one) for one in self.order))

    def _head(self, number: int) -> None:
        paper, papers = self.paper, self.papers
        copy = self._word("key_paper.copy").format(number=number, count=COPIES)
        paper.text(_LEFT, self.y, self._word("key_paper.title"), fonts.SANS_BOLD, 18)
        paper.text(_RIGHT, self.y, copy, fonts.SANS_SEMIBOLD, 11, align="right")
        others = " · ".join(word("key_paper.title", one) for one in self.order[1:])
        paper.text(_LEFT, self.y + 5.5, others, fonts.SANS, 9.5, _GREY)
        made = date.fromisoformat(papers.day)
        said = f"{self._word('key_paper.made')}: {format_days(made, made, self.order[0])}"
        paper.text(_RIGHT, self.y + 5.5, said, fonts.SANS, 9.5, align="right")
        name = f"{papers.name.best(self.order[0])} · {papers.code}"
        fitted = fit(name, fonts.SANS_SEMIBOLD, 12, _WIDE, 9)
        paper.text(_LEFT, self.y + 14, fitted.lines[0], fonts.SANS_SEMIBOLD, fitted.size)
        self.y += 19

    def _secret(self) -> None:
        """Draw the warning in a box, in all languages."""
        lines = [
            line
            for one in self.order
            for line in wrap(word("key_paper.secret", one), fonts.SANS_SEMIBOLD, 9, _WIDE - 8)
        ]
        height = 4.6 * len(lines) + 4
        self.paper.box(_LEFT, self.y, _WIDE, height, 1.2)
        for index, line in enumerate(lines):
            self.paper.text(_LEFT + 4, self.y + 5.6 + 4.6 * index, line, fonts.SANS_SEMIBOLD, 9)
        self.y += height + 9

    def _key(self, code: str, key: str) -> None:
        """Draw a key: its names, what it is for, its groups, its code."""
        paper = self.paper
        paper.text(_LEFT, self.y, self._in_all(f"key_paper.{code}"), fonts.SANS_BOLD, 11.5)
        self.y += 5
        use = f"key_paper.{code}_for" if key else f"key_paper.{code}_same"
        for one in self.order:
            paper.text(_LEFT, self.y, word(use, one), fonts.SANS, 8.5, _GREY)
            self.y += 4
        if not key:
            self.y += 7
            return
        top = self.y + 1
        drawn = graphics.encode_qr(key, "Q")
        paper.bits(_RIGHT - _CODE, top, _CODE, drawn.modules, drawn.packed)
        prefix, *groups = grouped_key(key)
        paper.text(_LEFT, top + 5, prefix, fonts.SANS_MEDIUM, 13)
        for index, group in enumerate(groups):
            line, column = divmod(index, _IN_A_LINE)
            x, y = _LEFT + column * _GROUP_WIDE, top + 14 + line * _LINE
            paper.text(x, y, f"{index + 1}", fonts.SANS, 6.5, _GREY)
            paper.text(x + 4.5, y, group, fonts.SANS_MEDIUM, 13, tracking=1.2)
        lines = -(-len(groups) // _IN_A_LINE)
        self.y = max(top + _CODE, top + 14 + (lines - 1) * _LINE) + 10

    def _digits(self) -> None:
        self.paper.text(_LEFT, self.y, self._in_all("key_paper.digits"), fonts.SANS, 8.5, _GREY)
        self.paper.text(_LEFT, self.y + 6.5, self.papers.fingerprint, fonts.SANS_MEDIUM, 13)
        self.y += 14

    def _explain(self) -> None:
        for one in self.order:
            for line in wrap(word("key_paper.what", one), fonts.SANS, 7.8, _WIDE):
                self.paper.text(_LEFT, self.y, line, fonts.SANS, 7.8)
                self.y += 3.5
            self.y += 1.2

    def _signatures(self) -> None:
        """Draw lines to write on: where it is kept, and who put it there, twice."""
        paper, y = self.paper, 262.0
        self._line(_LEFT, _RIGHT, y, self._in_all("key_paper.place"))
        for row in (1, 2):
            self._line(_LEFT, 140, y + 10 * row, self._in_all("key_paper.who"))
            self._line(146, _RIGHT, y + 10 * row, self._in_all("key_paper.when"))
        paper.text(_LEFT, 289, f"{self.papers.code} · Trainer App", fonts.SANS, 7, _GREY)

    def _line(self, left: float, right: float, y: float, words: str) -> None:
        self.paper.line(left, y, right, y, 0.4, BLACK)
        self.paper.text(left, y + 3, words, fonts.SANS, 6.5, _GREY)


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
