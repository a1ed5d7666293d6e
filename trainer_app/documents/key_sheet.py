"""The key to a test: right answers for the trainer alone, by paper number where papers are shuffled."""

from collections.abc import Sequence

from trainer_app.documents import fonts
from trainer_app.documents.course_head import MARGIN
from trainer_app.documents.dates import format_days
from trainer_app.documents.flow import Cell, Column, Flow
from trainer_app.documents.paper import BLACK, Paper
from trainer_app.documents.question_heads import kind_words
from trainer_app.documents.question_words import QUESTION_WORDS
from trainer_app.documents.speech import Speech, joined
from trainer_app.documents.wording import decimal
from trainer_app.domain.amounts import WHOLE
from trainer_app.domain.answers import moves_options, option_marks
from trainer_app.domain.question_papers import KeySheet, QuestionPaper
from trainer_app.domain.questions import Question, QuestionKind

_LETTER, _WHITE, _NUMBERS = 2.1, 3.4, 13.0
"""Width of a letter, of the white beside the letters of a column, and of the numbers of papers (mm)."""
_LONGEST = 160
"""Letters of a question or an answer that are shown; the whole stands on the paper."""

type _Item = tuple[int, Question]


def key_sheet_pdf(key: KeySheet, language: str) -> bytes:
    """Return the key: a list of right answers; where papers are shuffled, a row of letters for each of them.

    Raises paper.unknown_language.
    """
    speech = Speech(language, QUESTION_WORDS)
    flow = _open(key, speech)
    items = list(enumerate(key.form.questions, start=1))
    moved = [item for item in items if key.papers and _scored_choice(item[1]) and moves_options(item[1])]
    if moved:
        flow.paragraph(joined(speech.word("key.shuffled")), fonts.SANS, 9, BLACK)
        for group in _side_by_side(moved, flow.width - _NUMBERS):
            _by_paper(flow, speech, key.papers, group)
    same = [item for item in items if item not in moved]
    if same:
        if moved:
            flow.heading(joined(speech.word("key.all")))
        _listed(flow, speech, same)
    return flow.finish()


def _open(key: KeySheet, speech: Speech) -> Flow:
    """Begin the paper with a head that says who may see it."""
    facts, form = key.facts, key.form.form
    name = joined(speech.word("key.title"))
    kind, title = joined(kind_words(form.kind, key.occasion, speech)), joined(speech.texts(form.title))
    paper = Paper(210, 297, speech.main, f"{speech.plain('key.title')} – {facts.code}")
    secret = joined(speech.word("key.secret"))
    flow = Flow(paper, MARGIN, f"{secret} · {facts.code} · {kind} · {title}")
    paper.box(flow.margin, flow.y, flow.width, 9, 1.2)
    paper.text(flow.margin + flow.width / 2, flow.y + 6, secret, fonts.SANS_BOLD, 11, align="centre")
    flow.y += 13
    flow.paragraph(f"{name} · {kind}", fonts.SANS_SEMIBOLD, 10, BLACK)
    flow.paragraph(title, fonts.SANS_BOLD, 14, BLACK)
    days = format_days(facts.first_day, facts.last_day, speech.main)
    course = joined(speech.texts(facts.title))
    flow.paragraph(f"{course} · {facts.code} · {days}", fonts.SANS, 8.5, BLACK)
    flow.y += 3
    return flow


def _by_paper(flow: Flow, speech: Speech, papers: Sequence[QuestionPaper], items: Sequence[_Item]) -> None:
    """Write a table with a row for each paper and a column for each question."""
    first, last = str(items[0][0]), str(items[-1][0])
    flow.heading(joined(speech.word("key.questions", first=first, last=last)), 30)
    widths = [_column(question) for _, question in items]
    rest = flow.width - _NUMBERS - sum(widths)
    columns = [Column(speech.plain("leaf.number"), _NUMBERS, right=True)]
    columns += [Column(str(number), width) for (number, _), width in zip(items, widths, strict=True)]
    columns.append(Column("", max(rest, 0.1)))
    rows = []
    for paper in papers:
        cells = [Cell(str(paper.number or ""), strong=True)]
        cells += [Cell(right_letters(question, paper.order_of(question))) for _, question in items]
        rows.append([*cells, Cell("")])
    flow.table(columns, rows, 8.5)


def _column(question: Question) -> float:
    """Return the width (mm) of a question's column, so that its letters stand on one line."""
    letters = right_letters(question, range(1, len(question.options) + 1))
    return _WHITE + max(2, len(letters)) * _LETTER


def _side_by_side(items: Sequence[_Item], width: float) -> list[list[_Item]]:
    """Return the questions in groups whose columns fit beside one another."""
    groups: list[list[_Item]] = [[]]
    for item in items:
        if sum(_column(question) for _, question in [*groups[-1], item]) > width:
            groups.append([])
        groups[-1].append(item)
    return groups


def _listed(flow: Flow, speech: Speech, items: Sequence[_Item]) -> None:
    """Write a table of what is right whatever the paper."""
    plain = speech.plain
    columns = [
        Column(plain("leaf.number"), 1.0, right=True),
        Column(plain("key.answer"), 2.6),
        Column(plain("key.points"), 1.4, right=True),
        Column(plain("key.question"), 11.0),
    ]
    rows = []
    for number, question in items:
        rows.append(
            [
                Cell(str(number)),
                Cell(_answer(question, speech), strong=True),
                Cell(decimal(question.points, 2, speech.main) if question.scored else "–"),
                Cell(_short(speech.texts(question.text).text), _right_words(question, speech)),
            ]
        )
    flow.table(columns, rows, 9)


def right_letters(question: Question, order: Sequence[int]) -> str:
    """Return what is right on a paper that prints the options in an order: "B", "ACD", "B (D)".

    An option of a single choice that gives a part of the points stands in brackets.
    """
    marks = option_marks(question)
    best = max((option.credit for option in question.options), default=0)
    right: list[str] = []
    partly: list[str] = []
    for mark, own in zip(marks, order, strict=True):
        credit = question.options[own - 1].credit
        if credit > 0:
            whole = question.kind is QuestionKind.MULTIPLE or credit == best
            (right if whole else partly).append(mark)
    brackets = f" ({''.join(partly)})" if partly else ""
    return f"{''.join(right)}{brackets}"


def _scored_choice(question: Question) -> bool:
    return bool(question.options) and question.scored


def _answer(question: Question, speech: Speech) -> str:
    """Return what is right as it is keyed in."""
    if not question.scored:
        return speech.plain("key.open")
    if question.options:
        return right_letters(question, range(1, len(question.options) + 1))
    best = max(each.credit for each in question.accepted)
    said = []
    for each in question.accepted:
        part = "" if each.credit == best else f" ({decimal(each.credit * 100 // WHOLE, 0, speech.main)} %)"
        if each.credit > 0:
            said.append(f"{_short(each.value.replace('..', '–'))}{part}")
    return "; ".join(said)


def _right_words(question: Question, speech: Speech) -> str:
    """Return the words of the right options."""
    right = [question.options[number - 1] for number in sorted(question.right_options)]
    return _short("; ".join(speech.texts(option.text).text for option in right))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1].rstrip()}…"
