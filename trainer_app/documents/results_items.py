"""Items of a test and ratings of participants on paper, with what should be looked at."""

from fractions import Fraction

from trainer_app.documents.charts import item_bar, scale_bar
from trainer_app.documents.flow import Cell, Flow
from trainer_app.documents.result_numbers import DASH, ratio_text, rounded_ratio, step_text
from trainer_app.documents.result_parts import columns_of, form_title, write_heading, write_words
from trainer_app.documents.speech import Speech, joined
from trainer_app.domain.answers import LETTERS
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.item_analysis import (
    EASY,
    FEW_PAPERS,
    HARD,
    WEAK,
    ItemResult,
    Reliability,
    ReliabilityKind,
)
from trainer_app.domain.practical_results import ItemRating, PracticalResult, RatedPerson
from trainer_app.domain.questions import CHOICES, Question
from trainer_app.domain.results import OccasionResult, TestResult

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


def looked_at(test: TestResult) -> OccasionResult | None:
    """Return the occasion whose items are told in full: the post-test, or the last that was keyed in."""
    keyed = [each for each in test.occasions if each.items is not None]
    after = [each for each in keyed if each.occasion is Occasion.POST]
    return next(iter(after or keyed[::-1]), None)


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
    below = option_counts(item, speech) if item.question.kind in CHOICES else ""
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
        below = " · ".join(f"№ {number}: {text}" for number, text in item.remarks)
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
