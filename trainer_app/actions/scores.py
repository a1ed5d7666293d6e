"""What each participant scored: from keyed answers, or from points that were typed in; which paper counts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from trainer_app.actions import forms
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.amounts import exact_percent, round_half_up
from trainer_app.domain.answers import points_of
from trainer_app.domain.evaluations import Occasion, TestScore
from trainer_app.domain.forms import FormKind, FullForm
from trainer_app.domain.sittings import NamedPaper, ResitRule
from trainer_app.store import courses, papers
from trainer_app.store import forms as stored_forms


def scores(work: Workplace, course: str, instead: NamedPaper | None = None) -> list[TestScore]:
    """Return the tests of a course that count: one for each participant and occasion, by number.

    `instead` stands in the place of the paper with its key: what if that were on it?

    A paper counts when every question of it was keyed in (a blank one too) or it was handed in; of several
    papers for one occasion the course's rule says which.
    """
    found = courses.get_course(work.database, course)
    if found is None:
        return []
    everything = all_scores(work, course, instead)
    return [_counting(group, found.resit_rule) for group in _by_place(everything)]


def all_scores(work: Workplace, course: str, instead: NamedPaper | None = None) -> list[TestScore]:
    """Return every finished test of a course, re-sits and all, by number and attempt."""
    known: dict[str, FullForm | None] = {}
    found = []
    for stored in papers.list_papers(work.database, course):
        paper = instead if instead is not None and instead.key == stored.key else stored
        if paper.form is not None and paper.form not in known:
            known[paper.form] = _test(work, paper.form)
        score = score_of(paper, known.get(paper.form) if paper.form else None)
        if score is not None:
            found.append(score)
    return sorted(found, key=lambda score: (score.paper_number or 0, score.attempt))


def typed_scores(work: Workplace, course: str) -> list[TestScore]:
    """Return the tests of which only the points were typed in."""
    return [
        score
        for paper in papers.list_papers(work.database, course)
        if not paper.answers and not paper.finished and (score := score_of(paper, None)) is not None
    ]


def score_of(paper: NamedPaper, full: FullForm | None) -> TestScore | None:
    """Return a paper's score; None while it is not whole. Points that were typed in count without answers."""
    if full is not None and (paper.answers or paper.finished):
        if not is_whole(paper, full):
            return None
        points, out_of = round_half_up(points_of(full.questions, paper.answers)), full.points
    elif paper.points is not None:
        points, out_of = paper.points, paper.out_of
    else:
        return None
    return TestScore(
        paper.enrolment,
        paper.occasion,
        points,
        out_of,
        paper.number,
        paper.conflict,
        paper=paper.key,
        attempt=paper.attempt,
        form=paper.form or "",
    )


def is_whole(paper: NamedPaper, full: FullForm) -> bool:
    """Tell whether nothing of a paper is missing any more."""
    return paper.finished or all(question.key in paper.answers for question in full.questions)


def _test(work: Workplace, key: str) -> FullForm | None:
    """Return a form if it is a test that is here; practical ratings are no tests."""
    if stored_forms.get_form(work.database, key) is None:
        return None
    full = forms.get_form(work, key)
    return full if full.form.kind is FormKind.TEST else None


def _by_place(found: Iterable[TestScore]) -> Iterable[Sequence[TestScore]]:
    groups: dict[tuple[str, Occasion], list[TestScore]] = defaultdict(list)
    for score in found:
        groups[score.enrolment, score.occasion].append(score)
    return groups.values()


def _counting(group: Sequence[TestScore], rule: ResitRule) -> TestScore:
    """Return the one that counts of a person's papers for one occasion; of equal ones the latest."""
    in_order = sorted(group, key=lambda score: score.attempt)
    if rule is ResitRule.FIRST:
        return in_order[0]
    if rule is ResitRule.LAST:
        return in_order[-1]
    return max(in_order, key=lambda score: (exact_percent(score.points, score.out_of) or 0, score.attempt))
