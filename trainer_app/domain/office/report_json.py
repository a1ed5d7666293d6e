"""Reports and results of tests as JSON documents, as the command line prints them.

Report: `{"figures": {code: number}, "units": {code: unit}, "by": {split: {line: {code: number}}},
"rows": {code: [keys]}, "exclusions": {code: [text]}, "beside": {code: [text]}, "notes": [text],
"open": {what: number or [codes]}, "courses": [codes], "first": day, "last": day, "basis": "today" or
"approved", "scope": [text], "table": see `table_document`,
"approved": [{"course", "by", "at", "fingerprint", "changes_since"}], "not_approved": [codes]}`:
`open` is how whole the data behind it are, `basis` of what it is counted.

Results: `{"matched", "only_pre", "only_post", "pre_mean", "post_mean", "gain_points", "hake_g",
"mean_individual_g", "items": [...], "reliability": [...], "kr20", "practical": [...], "feedback_forms":
[...], "notes": [text]}`: means in per cent with two decimals, gains, p, D and r with four. Hidden results are
not in it.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

import msgspec

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import round_half_up
from trainer_app.domain.evaluations.feedback import QuestionResult, Results
from trainer_app.domain.evaluations.forms import Form, Occasion
from trainer_app.domain.evaluations.statistics import ItemAnalysis, ItemResult, ReliabilityKind
from trainer_app.domain.office.reports import CrossLine, CrossTable, Figure, Report, Split, Unit

type LabelText = Callable[[Label], str]
"""Gives a label its words in one language."""

SHOWN_UNITS: Mapping[Unit, str] = {
    Unit.COUNT: "count",
    Unit.MINUTES: "hours",
    Unit.HALF_DAYS: "days",
    Unit.PERCENT: "percent",
    Unit.POINTS: "points",
    Unit.GAIN: "gain",
}
"""What the number of a figure counts, when it is shown."""

# Into how many parts what is shown is rounded; nothing else is finer than what is stored.
_ROUNDED_TO = {Unit.MINUTES: 100}


def number_of(figure: Figure) -> int | float | None:
    """Return a figure as people read it: hours with two decimals, days, per cent, gain; counts stay whole.

    The only place where a figure becomes a decimal number; nothing is computed from it.
    """
    if figure.shown is None:
        return None
    parts = _ROUNDED_TO.get(figure.unit, figure.unit.parts)
    rounded = round_half_up(figure.shown * parts)
    return rounded if parts == 1 else rounded / parts


def report_document(report: Report, say: LabelText) -> dict[str, object]:
    """Return a report as a document of texts, numbers, lists and objects."""
    notes = [*report.told, *(split.note for split in report.splits if split.note is not None)]
    return {
        "figures": _numbers(report.figures),
        "units": {figure.code: SHOWN_UNITS[figure.unit] for figure in report.figures},
        "by": {split.by: _lines(split) for split in report.splits},
        "rows": {figure.code: list(figure.rows) for figure in report.figures},
        "exclusions": {
            figure.code: [say(label) for label in figure.exclusions]
            for figure in report.figures
            if figure.exclusions
        },
        "beside": {
            figure.code: [say(label) for label in figure.beside] for figure in report.figures if figure.beside
        },
        "notes": [say(label) for label in notes],
        "open": report.open.document,
        "courses": list(report.courses),
        "first": report.first.isoformat() if report.first else None,
        "last": report.last.isoformat() if report.last else None,
        "extent": msgspec.to_builtins(report.extent),
        "scope": [say(label) for label in report.scope.labels],
        "table": table_document(report.table, say) if report.table else None,
        "basis": report.basis.value,
        "approved": [each.document for each in report.approved],
        "not_approved": list(report.unapproved),
    }


def table_document(table: CrossTable, say: LabelText) -> dict[str, object]:
    """Return a table as a document.

    `{"rows", "columns", "figures", "lines": [{"name", "parts"}], "total", "notes"}`; each part is `{"name",
    "figures", "n", "rows"}`, the last one of all columns, its name None.
    """
    names: tuple[str | None, ...] = (*table.columns_named, None)

    def line(found: CrossLine) -> list[dict[str, object]]:
        return [
            {
                "name": name,
                "figures": _numbers(part),
                "n": {figure.code: figure.n for figure in part if figure.n is not None},
                "rows": {figure.code: list(figure.rows) for figure in part},
            }
            for name, part in zip(names, found.parts, strict=True)
        ]

    return {
        "rows": table.rows,
        "columns": table.columns,
        "figures": list(table.codes),
        "lines": [{"name": each.name, "parts": line(each)} for each in table.lines],
        "total": line(table.total),
        "notes": [say(note) for note in table.notes],
    }


def _numbers(figures: Iterable[Figure]) -> dict[str, int | float | None]:
    return {figure.code: number_of(figure) for figure in figures}


def _lines(split: Split) -> dict[str, dict[str, int | float | None]]:
    """Return the lines by name; of lines with one name the second is called "name (2)", so none is lost."""
    lines: dict[str, dict[str, int | float | None]] = {}
    for line in split.lines:
        name, number = line.name, 1
        while name in lines:
            number += 1
            name = f"{line.name} ({number})"
        lines[name] = _numbers(line.figures)
    return lines


type Document = dict[str, object]


def results_document(results: Results, say: LabelText, language: str, *, names: bool = True) -> Document:
    """Return results as a document of texts, numbers, lists and objects; questions in one language.

    `names` tells whether the note on tests that are left out says whose they are.
    """
    learning = results.learning
    analyses = list(_analyses(results))
    post = [
        analysis.reliability
        for _, occasion, analysis in analyses
        if occasion is Occasion.POST and analysis.reliability is not None
    ]
    kr20 = [found.value for found in post if found.kind is ReliabilityKind.KR20]
    return {
        "matched": learning.matched,
        "only_pre": learning.only_pre,
        "only_post": learning.only_post,
        "pre_mean": percent_number(learning.pre_mean),
        "post_mean": percent_number(learning.post_mean),
        "gain_points": percent_number(learning.gain_points),
        "hake_g": ratio_number(learning.hake_g),
        "mean_individual_g": ratio_number(learning.mean_individual_g),
        "losses": learning.losses,
        "same": learning.same,
        "without_gain": learning.without_gain,
        "mixed": results.mixed,
        "courses": list(results.courses),
        "occasions": [
            {"occasion": found.occasion.value, "papers": found.papers, "bins": list(found.distribution.bins)}
            for found in results.occasions
        ],
        "items": [
            {**_version(form, occasion, language), **_item(item, language)}
            for form, occasion, analysis in analyses
            for item in analysis.items
        ],
        "reliability": list(_reliability(results, language)),
        "kr20": ratio_number(kr20[0]) if len(kr20) == 1 else None,
        "practical": list(_practical(results, language)),
        "feedback_forms": list(_feedback(results, language)),
        "notes": [say(label) for label in results.told(names=names)],
    }


def percent_number(value: Fraction | None) -> float | None:
    """Return hundredths of a per cent in per cent, with two decimals."""
    return None if value is None else round_half_up(value) / 100


def ratio_number(value: Fraction | None) -> float | None:
    """Return a number about 1 with four decimals."""
    return None if value is None else round_half_up(value * 10_000) / 10_000


def _analyses(results: Results) -> Iterable[tuple[Form, Occasion, ItemAnalysis]]:
    for test in results.tests:
        for each in test.occasions:
            if test.form is not None and each.items is not None:
                yield test.form.form, each.occasion, each.items


def _version(form: Form, occasion: Occasion, language: str) -> Document:
    title = form.title.best(language)
    return {"form": title, "form_id": form.key, "version": form.version, "occasion": occasion.value}


def _item(item: ItemResult, language: str) -> Document:
    r = item.correlation(10_000)
    return {
        "number": item.place,
        "question": item.question.text.best(language),
        "papers": item.papers,
        "p": ratio_number(item.difficulty),
        "d": ratio_number(item.discrimination),
        "r": None if r is None else r / 10_000,
        "flags": [flag.value for flag in item.flags],
        "options": list(item.choices),
        "right": sorted(item.question.right_options),
        "blank": item.blank,
        "several": item.several,
    }


def _reliability(results: Results, language: str) -> Iterable[Document]:
    for form, occasion, analysis in _analyses(results):
        found = analysis.reliability
        if found is not None:
            yield {
                **_version(form, occasion, language),
                "kind": found.kind.value,
                "value": ratio_number(found.value),
                "items": found.items,
                "papers": found.papers,
                "caution": found.caution,
            }


def _practical(results: Results, language: str) -> Iterable[Document]:
    for found in results.practical:
        yield {
            **_version(found.form, found.occasion, language),
            "people": [
                {
                    "course": person.rating.course,
                    "number": person.rating.number,
                    "name": person.rating.name,
                    "points": person.steps,
                    "out_of": person.most,
                    "mean": ratio_number(person.mean),
                }
                for person in found.people
            ],
            "items": [
                {
                    "number": item.place,
                    "question": item.question.text.best(language),
                    "rated": item.rated,
                    "counts": list(item.counts),
                    "mean": ratio_number(item.scale.mean) if item.scale else None,
                }
                for item in found.items
            ],
        }


def _feedback(results: Results, language: str) -> Iterable[Document]:
    for found in results.feedback:
        yield {
            **_version(found.form, found.occasion, language),
            "papers": found.papers,
            "questions": [_question(each, language) for each in found.questions],
            "by_course": {
                code: [_question(each, language) for each in part.questions] for code, part in found.parts
            },
        }


def _question(found: QuestionResult, language: str) -> Document:
    scale, numbers = found.scale, found.numbers
    median = scale.median if scale else numbers.median if numbers else None
    mean = scale.mean if scale else numbers.mean if numbers else None
    return {
        "number": found.place,
        "question": found.question.text.best(language),
        "kind": found.question.kind.value,
        "answers": found.answers,
        "blank": found.blank,
        "hidden": found.hidden,
        "left_out": found.left_out,
        "counts": list(found.counts),
        "median": ratio_number(median),
        "top": percent_number(scale.top) if scale else None,
        "bottom": percent_number(scale.bottom) if scale else None,
        "mean": ratio_number(mean),
        "texts": list(found.texts),
    }
