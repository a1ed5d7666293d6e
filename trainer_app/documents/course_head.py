"""The head that opens a course's flowing papers: whose it is, what it is, the course, and its facts."""

from trainer_app.documents import fonts
from trainer_app.documents.dates import format_days, short_day
from trainer_app.documents.emblems import draw_emblems, has_pictures, open_emblems
from trainer_app.documents.fitting import wrap
from trainer_app.documents.flow import ACCENT, INK, SECOND, STRONG_LINE, Cell, Flow
from trainer_app.documents.paper import POINTS, Paper
from trainer_app.documents.speech import Speech, joined
from trainer_app.documents.stacking import Box
from trainer_app.domain.course_facts import CourseFacts

MARGIN = 18.0
_LABEL, _EMBLEMS = 36.0, 15.0
_LEADING = 1.32


def open_paper(facts: CourseFacts, speech: Speech, kind: str) -> Flow:
    """Begin an upright A4 paper of a kind (the code of its word), with its running foot."""
    name = speech.plain(kind)
    paper = Paper(210, 297, speech.main, f"{name} – {facts.title.best(speech.main)} – {facts.code}")
    parts = [name, facts.title.best(speech.main), facts.code]
    if facts.made_on:
        parts.append(speech.word("facts.made_on", day=short_day(facts.made_on)).text)
    # The day and the program's version come first: what is cut off a long foot is the title.
    tail = [f"Trainer App {facts.version}"] if facts.version else []
    return Flow(
        paper, MARGIN, " · ".join([parts[0], *parts[2:], *tail, parts[1]]), speech.plain("facts.page")
    )


def write_head(flow: Flow, facts: CourseFacts, speech: Speech, kind: str) -> None:
    """Write the head and the facts."""
    shown = open_emblems(facts.emblems)
    if has_pictures(shown):
        draw_emblems(
            flow.paper, shown, speech.tongue, Box(flow.margin, flow.margin - 4, flow.width, _EMBLEMS)
        )
        flow.y += _EMBLEMS
    else:
        flow.paragraph(joined(speech.texts(facts.organiser)), fonts.SANS_SEMIBOLD, 8.5, SECOND)
        flow.space(1.5)
    flow.paragraph(joined(speech.word(kind)), fonts.SANS_SEMIBOLD, 11, ACCENT)
    flow.y += 1
    title = speech.texts(facts.title)
    flow.paragraph(title.text, fonts.SANS_BOLD, 18)
    flow.paragraph(title.below, fonts.SANS, 11, SECOND)
    flow.y += 2.5
    flow.paper.line(flow.margin, flow.y, flow.margin + flow.width, flow.y, 0.8, STRONG_LINE)
    flow.y += 2
    for code, value in _facts(facts, speech):
        write_fact(flow, joined(speech.word(code)), value)


def write_fact(flow: Flow, label: str, value: Cell) -> None:
    """Write a name at the left and its value beside it, as high as the higher of both."""
    if not value.text:
        return
    labels = wrap(label, fonts.SANS, 8, _LABEL - 3)
    lines = [
        (line, fonts.SANS_MEDIUM, 9.0, INK) for line in wrap(value.text, fonts.SANS_MEDIUM, 9, _room(flow))
    ]
    if value.below:
        lines += [(line, fonts.SANS, 8.0, SECOND) for line in wrap(value.below, fonts.SANS, 8, _room(flow))]
    heights = [size * _LEADING / POINTS for _, _, size, _ in lines]
    flow.need(max(sum(heights), len(labels) * 8 * _LEADING / POINTS) + 1.4)
    top = flow.y
    for number, text in enumerate(labels, start=1):
        y = top + (number * 8 * _LEADING + 0.6) / POINTS - 0.7
        flow.paper.text(flow.margin, y, text, fonts.SANS, 8, SECOND)
    y = top
    for (text, font, size, colour), height in zip(lines, heights, strict=True):
        y += height
        flow.paper.text(flow.margin + _LABEL, y - height * 0.25, text, font, size, colour)
    flow.y = max(y, top + len(labels) * 8 * _LEADING / POINTS) + 1.4


def _room(flow: Flow) -> float:
    return flow.width - _LABEL


def _facts(facts: CourseFacts, speech: Speech) -> list[tuple[str, Cell]]:
    """Return the facts in their order; those without a value are left out by `write_fact`."""
    days = speech.made(lambda language: format_days(facts.first_day, facts.last_day, language))
    return [
        ("facts.days", days),
        ("facts.venue", speech.texts(facts.venue)),
        ("facts.project", speech.texts(facts.project)),
        ("facts.donor", speech.texts(facts.donor)),
        ("facts.partner", speech.texts(facts.partner)),
        ("facts.trainers", _teachers(facts, speech)),
        ("facts.code", Cell(facts.code)),
    ]


def _teachers(facts: CourseFacts, speech: Speech) -> Cell:
    """Return everybody who works at the course, with what they do."""
    named = [(speech.texts(each.name), speech.word(f"role.{each.role.value}")) for each in facts.teachers]
    first = ", ".join(f"{name.text} ({role.text})" for name, role in named)
    below = ", ".join(f"{name.below or name.text} ({role.below or role.text})" for name, role in named)
    return Cell(first, below if speech.tongue.second else "")
