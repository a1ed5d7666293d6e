"""Sections of the results on paper: items of a test, ratings, feedback; exact figures rounded once.

A dash stands where nothing can be told.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from trainer_app.documents.base import fonts
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.graphics import HistogramSeries, item_bar, scale_bar, share_bar
from trainer_app.documents.base.wording import Speech, decimal, joined
from trainer_app.domain.base.numbers import DASH, WHOLE, percent_text, places_beside, round_half_away
from trainer_app.domain.evaluations.feedback import (
    FeedbackResult,
    ItemRating,
    OccasionResult,
    PracticalResult,
    QuestionResult,
    RatedPerson,
    Results,
    TestResult,
    looked_at,
)
from trainer_app.domain.evaluations.forms import MIN_ANSWERS, TEST_OCCASIONS, Form, Occasion
from trainer_app.domain.evaluations.questions import LETTERS, Question
from trainer_app.domain.evaluations.statistics import (
    BOTH_ENDS,
    EASY,
    FEW_PAPERS,
    HARD,
    WEAK,
    ItemResult,
    Reliability,
    ReliabilityKind,
)
from trainer_app.domain.papers.course_papers import INK, SECOND


def ratio_text(value: Fraction | None, language: str, limits: Iterable[Fraction] = ()) -> str:
    """Return a number about 1 with two decimals: "0,46"; with more, where rounding would pass a limit."""
    if value is None:
        return DASH
    places = places_beside(value, limits, 2)
    return decimal(round_half_away(value * 10**places), places, language, keep=True)


def step_text(value: Fraction | None, language: str, places: int = 1) -> str:
    """Return a step of a scale or another number without needless zeros: "4,5"."""
    if value is None:
        return DASH
    return decimal(round_half_away(value * 10**places), places, language)


def rounded_ratio(hundredths: int | None, language: str) -> str:
    """Return what was rounded to hundredths already: "0,17"."""
    return DASH if hundredths is None else decimal(hundredths, 2, language, keep=True)


def histogram_series(results: Results | TestResult, speech: Speech) -> list[HistogramSeries]:
    """Return the tests before and after; what came later only where neither of them is there."""
    first = [found for each in TEST_OCCASIONS if (found := results.on(each)) is not None]
    return [_lane(found, speech) for found in first or results.occasions]


def _lane(found: OccasionResult, speech: Speech) -> HistogramSeries:
    codes = {Occasion.PRE: "results.before", Occasion.POST: "results.after"}
    when = speech.word(codes.get(found.occasion, f"results.occasion.{found.occasion.value}")).text
    spread = found.distribution.spread
    mean = percent_text(spread.mean, speech.main)
    words = speech.word("results.lane", when=when, count=str(spread.count), mean=mean)
    return HistogramSeries(words.text, found.distribution.bins)


type ColumnHead = tuple[str, float, bool]
"""A column: the code of its word after "results." ("" for none), its share of the width, right-aligned?"""


def write_heading(flow: Flow, words: Cell, below: float) -> None:
    """Write a heading that keeps so many millimetres of what follows on its page."""
    flow.heading(words.text, below=below, second=words.below)


def write_words(flow: Flow, words: Cell, *, small: bool = False) -> None:
    """Write a paragraph in one or two languages."""
    flow.paragraph(words.text, fonts.SANS, 8 if small else 9, SECOND if small else INK)
    flow.paragraph(words.below, fonts.SANS, 7.5 if small else 8, SECOND)
    flow.y += 1


def columns_of(speech: Speech, heads: Sequence[ColumnHead]) -> list[Column]:
    """Return the columns of a table."""
    found = []
    for code, share, right in heads:
        words = speech.word(f"results.{code}") if code else Cell("")
        found.append(Column(words.text, share, right, words.below))
    return found


def form_title(form: Form, occasion: Occasion | None, speech: Speech) -> Cell:
    """Return what a form is called, with its version, and when it was filled in."""
    title, version = speech.texts(form.title), speech.word("results.version", number=str(form.version))
    when = speech.word(f"results.occasion.{occasion.value}") if occasion else Cell("")
    first = [title.text, version.text, when.text]
    below = [title.below or title.text, version.below, when.below] if version.below else []
    return Cell(" · ".join(filter(None, first)), " · ".join(filter(None, below)))


_LONGEST = 220
"""Letters of a question in a table; the whole of it stands on the test itself."""
_HEADS = (
    ("number", 9.0, True),
    ("question", 62.0, False),
    ("p_before", 15.0, True),
    ("p_after", 15.0, True),
    ("", 34.0, False),
    ("d", 13.0, True),
    ("r", 13.0, True),
    ("remark", 25.0, False),
)


def write_test(flow: Flow, test: TestResult, speech: Speech) -> None:
    """Write the items of one version of a test: difficulty before and after, and the rest of the last one."""
    last = looked_at(test)
    if test.form is None or last is None or last.items is None:
        return
    heading = speech.word("results.items")
    title = form_title(test.form.form, None, speech)
    write_heading(
        flow, Cell(f"{heading.text}: {title.text}", title.below and f"{heading.below}: {title.below}"), 40
    )
    before = test.on(Occasion.PRE)
    hard = {item.place: item.difficulty for item in before.items.items} if before and before.items else {}
    rows = [_item(item, hard.get(item.place), last, speech) for item in last.items.items]
    flow.table(columns_of(speech, _HEADS), rows, size=8, again=heading.text)
    when = speech.word(f"results.occasion.{last.occasion.value}")
    for each in test.occasions:
        if each.items is not None:
            write_words(flow, reliability(each.items.reliability, each.occasion, speech), small=True)
    write_words(flow, speech.word("results.about_items", when=lower(when)), small=True)


def reliability(found: Reliability | None, occasion: Occasion, speech: Speech) -> Cell:
    """Return how far the test can be trusted, with the caution that belongs to it."""
    if found is None:
        when = speech.word(f"results.occasion.{occasion.value}")
        words = speech.word("results.no_reliability")
        return Cell(f"{when.text}: {words.text}", f"{when.below}: {words.below}" if words.below else "")
    value = speech.made(lambda language: ratio_text(found.value, language))
    parts = [
        speech.word(
            "results.reliability",
            when=lower(speech.word(f"results.occasion.{occasion.value}")),
            kind=speech.word(f"results.{found.kind.value}"),
            value=value,
            items=str(found.items),
            papers=str(found.papers),
        )
    ]
    if found.kind is ReliabilityKind.ALPHA:
        parts.append(speech.word("results.why_alpha"))
    if found.caution:
        parts.append(speech.word("results.caution", least=str(FEW_PAPERS)))
    return Cell(" ".join(part.text for part in parts), " ".join(part.below for part in parts).strip())


def option_counts(item: ItemResult, speech: Speech) -> str:
    """Return who chose what: "A 10 (right) · B 1 · C 0 · blank 2"."""
    right = speech.word("results.right").text
    parts = [
        f"{letter} {count}{f' ({right})' if number in item.question.right_options else ''}"
        for number, (letter, count) in enumerate(zip(LETTERS, item.choices, strict=False), 1)
    ]
    for code, count in (("several", item.several), ("blank", item.blank)):
        if count:
            parts.append(f"{speech.word(f'results.{code}').text} {count}")
    return " · ".join(parts)


def question_text(question: Question, speech: Speech) -> str:
    """Return a question's words in the paper's language, shortened for a table."""
    text = " ".join(speech.texts(question.text).text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def lower(words: Cell) -> Cell:
    """Return words as they stand within a sentence."""
    return Cell(words.text[:1].lower() + words.text[1:], words.below[:1].lower() + words.below[1:])


def write_practical(flow: Flow, found: PracticalResult, speech: Speech, *, names: bool = True) -> None:
    """Write the ratings of one form: every participant, then every item."""
    heading, title = speech.word("results.practical"), form_title(found.form, found.occasion, speech)
    write_heading(
        flow, Cell(f"{heading.text}: {title.text}", title.below and f"{heading.below}: {title.below}"), 34
    )
    heads = [("number", 10.0, True), ("name", 76.0, False), ("course", 26.0, False), ("steps", 24.0, True)]
    heads += [("mean", 20.0, True)]
    shown = [head for head in heads if names or head[0] != "name"]
    people = [_rated(person, speech.main, names=names) for person in found.people]
    flow.table(columns_of(speech, shown), people, size=8.5)
    flow.y += 2
    items = (
        ("number", 9.0, True),
        ("question", 78.0, False),
        ("rated", 18.0, True),
        ("", 40.0, False),
        ("median", 16.0, True),
        ("mean", 16.0, True),
    )
    rows = [_rating(item, speech) for item in found.items]
    flow.table(columns_of(speech, items), rows, size=8.5)


def _item(item: ItemResult, before: Fraction | None, last: OccasionResult, speech: Speech) -> list[Cell]:
    after = None if last.occasion is Occasion.PRE else item.difficulty
    flags = ", ".join(joined(speech.word(f"results.flag.{flag.value}")) for flag in item.flags)
    text = question_text(item.question, speech)
    below = option_counts(item, speech) if item.question.handler.has_options else ""
    return [
        Cell(str(item.place)),
        Cell(text, below),
        Cell(ratio_text(before, speech.main, (HARD, EASY)), quiet=before is None),
        Cell(ratio_text(after, speech.main, (HARD, EASY)), quiet=after is None, strong=True),
        Cell("", drawing=item_bar(before, after)),
        Cell(ratio_text(item.discrimination, speech.main, (Fraction(0), WEAK))),
        Cell(rounded_ratio(item.correlation(100), speech.main)),
        Cell(flags, strong=bool(flags)),
    ]


def _rated(person: RatedPerson, language: str, *, names: bool) -> list[Cell]:
    rating = person.rating
    steps = f"{person.steps} / {person.most}" if person.rated else DASH
    name = [Cell(rating.name)] if names else []
    mean = Cell(step_text(person.mean, language, 2), strong=True)
    return [Cell(str(rating.number)), *name, Cell(rating.course), Cell(steps), mean]


def _rating(item: ItemRating, speech: Speech) -> list[Cell]:
    language, scale = speech.main, item.scale
    below = ""
    if item.remarks:
        below = " · ".join(
            f"{speech.plain('list.number')}\u00a0{number}: {text}" for number, text in item.remarks
        )
    elif item.counts and scale is None:
        below = " · ".join(f"{letter} {count}" for letter, count in zip(LETTERS, item.counts, strict=False))
    median = scale.median if scale else item.numbers.median if item.numbers else None
    mean = scale.mean if scale else item.numbers.mean if item.numbers else None
    return [
        Cell(str(item.place)),
        Cell(question_text(item.question, speech), below),
        Cell(str(item.rated)),
        Cell("", drawing=scale_bar(item.counts)) if scale and scale.answers else Cell(""),
        Cell(step_text(median, language)),
        Cell(step_text(mean, language, 2), strong=True),
    ]


_SCALES = (
    ("number", 8.0, True),
    ("question", 58.0, False),
    ("answers", 15.0, True),
    ("counts", 24.0, False),
    ("", 30.0, False),
    ("median", 14.0, True),
    ("top", 15.0, True),
    ("bottom", 15.0, True),
    ("mean", 13.0, True),
)
_OPTIONS = (("option", 92.0, False), ("answers", 20.0, True), ("share", 20.0, True), ("", 42.0, False))
_PARTS = (
    ("course", 26.0, False),
    ("answers", 18.0, True),
    ("counts", 34.0, False),
    ("", 40.0, False),
    ("median", 16.0, True),
    ("top", 18.0, True),
    ("bottom", 18.0, True),
)


def write_feedback(flow: Flow, found: FeedbackResult, speech: Speech) -> None:
    """Write the anonymous papers of one version of a form."""
    heading, title = speech.word("results.feedback"), form_title(found.form, found.occasion, speech)
    write_heading(
        flow, Cell(f"{heading.text}: {title.text}", title.below and f"{heading.below}: {title.below}"), 34
    )
    write_words(flow, speech.word("results.anonymous", count=str(found.papers)))
    scales = [each for each in found.questions if each.question.handler.is_scale]
    if scales:
        flow.table(columns_of(speech, _SCALES), [_scale(each, speech) for each in scales], size=8)
        if any(each.scale and len(each.scale.counts) < BOTH_ENDS for each in scales):
            write_words(flow, speech.word("results.one_end"), small=True)
    for each in found.questions:
        if not each.question.handler.is_scale:
            _question(flow, each, speech)
    if len(found.parts) > 1:
        for each in scales:
            _parts(flow, found, each, speech)


def why_hidden(found: QuestionResult, speech: Speech) -> Cell:
    """Return why nothing is shown, or what is not in a sum; "" where all is told."""
    if found.hidden:
        return speech.word("results.hidden", count=str(found.answers), least=str(MIN_ANSWERS))
    if found.left_out:
        return speech.word("results.left_out", count=str(found.left_out))
    return Cell("")


def _scale(found: QuestionResult, speech: Speech) -> list[Cell]:
    text, why = question_text(found.question, speech), why_hidden(found, speech)
    return [Cell(str(found.place)), Cell(text, why.text), *_told(found, speech, mean=True)]


def _told(found: QuestionResult, speech: Speech, *, mean: bool = False) -> list[Cell]:
    scale, language = found.scale, speech.main
    if scale is None or not scale.answers:
        return [Cell(str(found.answers)), *[Cell("–", quiet=True) for _ in range(6 if mean else 5)]]
    cells = [
        Cell(str(found.answers)),
        Cell(" ".join(map(str, found.counts))),
        Cell("", drawing=scale_bar(found.counts)),
        Cell(step_text(scale.median, language), strong=True),
        Cell(percent_text(scale.top, language)),
        Cell(percent_text(scale.bottom, language)),
    ]
    return [*cells, Cell(step_text(scale.mean, language, 2), quiet=True)] if mean else cells


def _question(flow: Flow, found: QuestionResult, speech: Speech) -> None:
    """Write a question that is no scale."""
    flow.space(3)
    flow.need(24)
    text = question_text(found.question, speech)
    flow.paragraph(f"{found.place}. {text}", fonts.SANS_SEMIBOLD, 9)
    why = why_hidden(found, speech)
    if why.text:
        write_words(flow, why, small=True)
    if found.hidden:
        return
    if found.question.handler.free_text:
        for answer in found.texts:
            flow.bullet(" ".join(answer.split()))
        if not found.texts:
            write_words(flow, speech.word("results.no_text"), small=True)
    elif found.numbers is not None:
        spread = found.numbers
        parts = [(code, getattr(spread, code)) for code in ("mean", "median", "lowest", "highest")]
        words = [
            f"{speech.word(f'results.{code}').text} {step_text(value, speech.main, 2)}"
            for code, value in parts
        ]
        flow.paragraph(" · ".join([f"{speech.word('results.answers').text} {found.answers}", *words]))
    elif found.answers:
        flow.table(columns_of(speech, _OPTIONS), _options(found, speech), size=8.5)


def _options(found: QuestionResult, speech: Speech) -> list[list[Cell]]:
    rows = []
    for option, count in zip(found.question.options, found.counts, strict=True):
        share = Fraction(count, found.answers)
        cells = [Cell(str(count)), Cell(percent_text(share * WHOLE, speech.main))]
        rows.append([speech.texts(option.text), *cells, Cell("", drawing=share_bar(share))])
    return rows


def _parts(flow: Flow, found: FeedbackResult, whole: QuestionResult, speech: Speech) -> None:
    """Write one scale course by course; those with too few answers say only that."""
    flow.space(3)
    flow.need(24)
    flow.paragraph(f"{whole.place}. {question_text(whole.question, speech)}", fonts.SANS_SEMIBOLD, 9)
    rows = []
    for code, part in found.parts:
        own = part.questions[whole.place - 1]
        rows.append([Cell(code, why_hidden(own, speech).text), *_told(own, speech)])
    flow.table(columns_of(speech, _PARTS), rows, size=8.5)
