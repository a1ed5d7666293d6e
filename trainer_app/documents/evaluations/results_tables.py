"""Results as files for spreadsheets: a workbook with a sheet for each part, and one long table as CSV.

Numbers stay numbers, exact as far as the file can hold them; what people wrote is text and never a formula.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from trainer_app.documents.base.tables import (
    GAIN_FORM,
    PERCENT_FORM,
    POINTS_FORM,
    Table,
    Typed,
    Value,
    write_csv,
    write_xlsx,
)
from trainer_app.domain.base.texts import word
from trainer_app.domain.evaluations.feedback import QuestionResult, Results, Scored, step_of
from trainer_app.domain.evaluations.forms import MIN_ANSWERS, Form, Occasion
from trainer_app.domain.evaluations.questions import LETTERS
from trainer_app.domain.evaluations.statistics import ItemAnalysis, ItemResult

HEADS = ("part", "form", "version", "occasion", "course", "row", "code", "value", "text")
"""Heads of the CSV file. They are codes, the same in every language, as are the values of `code`."""


def results_csv(results: Results, language: str) -> bytes:
    """Return every figure of the results, one a line, as CSV."""
    lines = (
        *_learning_lines(results),
        *(line for person in results.people for line in _person_lines(person)),
        *_left_out_lines(results),
        *_item_lines(results, language),
        *_practical_lines(results, language),
        *_feedback_lines(results, language),
    )
    return write_csv(HEADS, lines)


def results_xlsx(results: Results, language: str) -> bytes:
    """Return the results as a workbook."""
    tables = [_learning(results, language), _people(results, language)]
    items, options = _items(results, language), _options(results, language)
    ratings, questions = _ratings(results, language), _feedback(results, language)
    left_out = _left_out(results, language)
    tables += [
        each for each in (left_out, items, options, ratings, questions, _open(results, language)) if each
    ]
    return write_xlsx(tables, results.title.best(language))


def _word(code: str, language: str) -> str:
    return word(f"results.{code}", language)


def _heads(codes: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple(_word(code, language) for code in codes)


def _number(value: Fraction | int | None) -> Value:
    return None if value is None else Typed(value, GAIN_FORM)


def _percent(value: Fraction | None, form: str = PERCENT_FORM) -> Value:
    """Return hundredths of a per cent in per cent."""
    return None if value is None else Typed(value / 100, form)


def _correlation(item: ItemResult) -> Value:
    r = item.correlation(10_000)
    return None if r is None else _number(Fraction(r, 10_000))


def _figures(results: Results) -> list[tuple[str, Value]]:
    found = results.learning
    return [
        ("matched", found.matched),
        ("only_pre", found.only_pre),
        ("only_post", found.only_post),
        ("pre_mean", _percent(found.pre_mean)),
        ("post_mean", _percent(found.post_mean)),
        ("gain_points", _percent(found.gain_points, POINTS_FORM)),
        ("hake_g", _number(found.hake_g)),
        ("mean_individual_g", _number(found.mean_individual_g)),
        ("losses", found.losses),
        ("same", found.same),
        ("without_gain", found.without_gain),
    ]


def _learning(results: Results, language: str) -> Table:
    rows = [(_word(code, language), value) for code, value in _figures(results)]
    return Table(_word("learning", language), _heads(("figure", "value"), language), rows, (44, 14))


def _people(results: Results, language: str) -> Table:
    rows = [
        (
            person.course,
            person.number,
            person.name,
            _percent(person.percent(Occasion.PRE)),
            _percent(person.percent(Occasion.POST)),
            _percent(person.change, POINTS_FORM),
            _number(person.gain),
            *(_percent(person.percent(each)) for each in (Occasion.MONTH3, Occasion.MONTH6)),
        )
        for person in results.people
    ]
    codes = ("course", "number", "name", "before", "after", "change", "own_gain")
    later = ("occasion.month3", "occasion.month6")
    widths = (12, 7, 36, 12, 12, 12, 10, 14, 14)
    return Table(_word("people", language), _heads((*codes, *later), language), rows, widths)


def _left_out(results: Results, language: str) -> Table | None:
    """Return the sheet of those whose tests count nowhere."""
    rows = [(each.course, each.number, each.name) for each in results.left_out]
    heads = _heads(("course", "number", "name"), language)
    return Table(_word("never_came", language), heads, rows, (12, 7, 36)) if rows else None


def _left_out_lines(results: Results) -> Iterable[Sequence[Value]]:
    for each in results.left_out:
        yield "left_out", "", None, "", each.course, each.number, "never_came", None, each.name


def _items(results: Results, language: str) -> Table | None:
    rows = [
        (
            *_named(form, occasion, language),
            item.place,
            item.question.text.best(language),
            item.papers,
            _number(item.difficulty),
            _number(item.discrimination),
            _correlation(item),
            ", ".join(_word(f"flag.{flag.value}", language) for flag in item.flags),
            item.blank,
        )
        for form, occasion, analysis in _analyses(results)
        for item in analysis.items
    ]
    codes = ("form", "version", "when", "number", "question", "papers", "p", "d", "r", "remark", "blank")
    widths = (30, 9, 18, 6, 60, 9, 9, 9, 9, 24, 9)
    return Table(_word("items", language), _version_heads(codes, language), rows, widths) if rows else None


def _options(results: Results, language: str) -> Table | None:
    rows = [
        (
            *_named(form, occasion, language),
            item.place,
            letter,
            option.text.best(language),
            count,
            _word("right", language) if number in item.question.right_options else "",
        )
        for form, occasion, analysis in _analyses(results)
        for item in analysis.items
        for number, (letter, option, count) in enumerate(
            zip(LETTERS, item.question.options, item.choices, strict=False), 1
        )
    ]
    codes = ("form", "version", "when", "number", "option", "text", "answers", "right")
    widths = (30, 9, 18, 6, 9, 60, 10, 10)
    return Table(_word("option", language), _version_heads(codes, language), rows, widths) if rows else None


def _ratings(results: Results, language: str) -> Table | None:
    """Return one row for each participant and item: the step, the number or the words."""
    rows = [
        (
            *_named(found.form, found.occasion, language),
            person.rating.course,
            person.rating.number,
            person.rating.name,
            item.place,
            item.question.text.best(language),
            step_of(item.question, person.rating) if item.question.handler.is_scale else None,
            "" if item.question.handler.is_scale else person.rating.answers.get(item.question.key, ""),
        )
        for found in results.practical
        for person in found.people
        for item in found.items
    ]
    codes = ("form", "version", "when", "course", "number", "name", "number", "question", "steps", "text")
    widths = (30, 9, 18, 12, 7, 36, 6, 60, 9, 40)
    heads = _version_heads(codes, language)
    return Table(_word("practical", language), heads, rows, widths) if rows else None


def _feedback(results: Results, language: str) -> Table | None:
    """Return one row for each question and, where courses are added up, for each course beside."""
    rows = [
        (*_named(found.form, found.occasion, language), code, *_told(each, language))
        for found in results.feedback
        for code, part in (("", found), *found.parts)
        for each in part.questions
        if not each.question.handler.free_text
    ]
    codes = ("form", "version", "when", "course", "number", "question", "answers", "blank", "counts")
    figures = ("median", "top", "bottom", "mean", "remark")
    widths = (30, 9, 18, 12, 6, 60, 10, 9, 24, 10, 14, 14, 10, 40)
    heads = _version_heads((*codes, *figures), language)
    return Table(_word("feedback", language), heads, rows, widths) if rows else None


def _told(found: QuestionResult, language: str) -> list[Value]:
    scale, numbers = found.scale, found.numbers
    median = scale.median if scale else numbers.median if numbers else None
    mean = scale.mean if scale else numbers.mean if numbers else None
    hidden = _word("hidden", language).format(count=found.answers, least=MIN_ANSWERS) if found.hidden else ""
    left_out = _word("never_came", language).format(count=found.left_out) if found.left_out else ""
    return [
        found.place,
        found.question.text.best(language),
        found.answers,
        found.blank,
        " ".join(map(str, found.counts)),
        _number(median),
        _percent(scale.top) if scale else None,
        _percent(scale.bottom) if scale else None,
        _number(mean),
        hidden or left_out,
    ]


def _open(results: Results, language: str) -> Table | None:
    rows = [
        (*_named(found.form, found.occasion, language), each.place, each.question.text.best(language), text)
        for found in results.feedback
        for each in found.questions
        for text in each.texts
    ]
    heads = _version_heads(("form", "version", "when", "number", "question", "text"), language)
    return Table(_word("open", language), heads, rows, (30, 9, 18, 6, 50, 90)) if rows else None


def _analyses(results: Results) -> Iterable[tuple[Form, Occasion, ItemAnalysis]]:
    for test in results.tests:
        for each in test.occasions:
            if test.form is not None and each.items is not None:
                yield test.form.form, each.occasion, each.items


def _named(form: Form, occasion: Occasion, language: str) -> tuple[Value, ...]:
    return form.title.best(language), form.version, _word(f"occasion.{occasion.value}", language)


def _version_heads(codes: Sequence[str], language: str) -> tuple[str, ...]:
    """Return heads; that of the version is its word without a number."""
    version = _word("version", language).format(number="").strip()
    return tuple(version if code == "version" else _word(code, language) for code in codes)


# The lines of the CSV file: part, form, version, occasion, course, row, code, value, text.


def _learning_lines(results: Results) -> Iterable[Sequence[Value]]:
    for code, value in _figures(results):
        yield "learning", "", None, "", "", None, code, value, ""
    for found in results.occasions:
        spread = found.distribution.spread
        pairs = [(code, _percent(getattr(spread, code))) for code in ("mean", "median", "lowest", "highest")]
        for code, value in [("papers", found.papers), *pairs]:
            yield "scores", "", None, found.occasion.value, "", None, code, value, ""
        for index, count in enumerate(found.distribution.bins):
            yield "scores", "", None, found.occasion.value, "", None, f"from_{index * 10}", count, ""


def _person_lines(person: Scored) -> Iterable[Sequence[Value]]:
    for occasion in person.scores:
        value = _percent(person.percent(occasion))
        yield "person", "", None, occasion.value, person.course, person.number, "percent", value, person.name
    for code, value in (("change", _percent(person.change, POINTS_FORM)), ("gain", _number(person.gain))):
        if value is not None:
            yield "person", "", None, "", person.course, person.number, code, value, person.name


def _item_lines(results: Results, language: str) -> Iterable[Sequence[Value]]:
    for form, occasion, analysis in _analyses(results):
        start: tuple[Value, ...] = ("item", form.title.best(language), form.version, occasion.value, "")
        reliable = analysis.reliability
        if reliable is not None:
            yield *start, None, reliable.kind.value, _number(reliable.value), ""
        for item in analysis.items:
            text = item.question.text.best(language)
            figures: list[tuple[str, Value]] = [
                ("p", _number(item.difficulty)),
                ("d", _number(item.discrimination)),
                ("r", _correlation(item)),
                ("blank", item.blank),
            ]
            figures += [
                (f"option_{letter}", count) for letter, count in zip(LETTERS, item.choices, strict=False)
            ]
            for code, value in figures:
                yield *start, item.place, code, value, text
            for flag in item.flags:
                yield *start, item.place, f"flag_{flag.value}", 1, text


def _practical_lines(results: Results, language: str) -> Iterable[Sequence[Value]]:
    for found in results.practical:
        title, version = found.form.title.best(language), found.form.version
        for person in found.people:
            rating = person.rating
            start = ("rating", title, version, found.occasion.value, rating.course, rating.number)
            yield *start, "mean", _number(person.mean), rating.name
            for item in found.items:
                step = step_of(item.question, rating) if item.question.handler.is_scale else None
                answer = "" if item.question.handler.is_scale else rating.answers.get(item.question.key, "")
                yield *start, f"item_{item.place}", step, answer


def _feedback_lines(results: Results, language: str) -> Iterable[Sequence[Value]]:
    for found in results.feedback:
        title, version = found.form.title.best(language), found.form.version
        for course, part in (("", found), *found.parts):
            start = ("feedback", title, version, found.occasion.value, course)
            yield *start, None, "papers", part.papers, ""
            for each in part.questions:
                text = each.question.text.best(language)
                for code, value in _feedback_figures(each):
                    yield *start, each.place, code, value, text
                if not course:
                    for answer in each.texts:
                        yield *start, each.place, "open", None, answer


def _feedback_figures(found: QuestionResult) -> Iterable[tuple[str, Value]]:
    yield "answers", found.answers
    yield "blank", found.blank
    yield "hidden", int(found.hidden)
    if found.left_out:
        yield "left_out", found.left_out
    yield from ((f"option_{number}", count) for number, count in enumerate(found.counts, 1))
    if found.scale is not None and found.scale.answers:
        yield "median", _number(found.scale.median)
        yield "top", _percent(found.scale.top)
        yield "bottom", _percent(found.scale.bottom)
        yield "mean", _number(found.scale.mean)
    if found.numbers is not None:
        for code in ("mean", "median", "lowest", "highest"):
            yield code, _number(getattr(found.numbers, code))
