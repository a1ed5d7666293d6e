"""Test scores, keyed or typed, before and after a course; what was learnt; all courses side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import compress
from typing import NamedTuple

from msgspec import Struct

from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import list_courses
from trainer_app.actions.courses.enrolments import names_on_list
from trainer_app.actions.evaluations.forms import get_form, list_sittings
from trainer_app.actions.people.directory import root_of
from trainer_app.domain.attendance.marks import is_in_room
from trainer_app.domain.attendance.same_person import rows_in_turn
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.numbers import round_half_up
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import CourseLine, Enrolment, ResitRule, SessionState
from trainer_app.domain.evaluations.forms import (
    OUT_OF,
    TEST_OCCASIONS,
    USUAL_OUT_OF,
    Evaluation,
    FormKind,
    FullForm,
    Learning,
    NamedPaper,
    NeverCame,
    Occasion,
    ScoreRow,
    TestScore,
    TotalDoubt,
)
from trainer_app.domain.evaluations.questions import points_of
from trainer_app.domain.people.persons import head_of
from trainer_app.store.attendance.marks import who_came
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import forms, papers
from trainer_app.store.people import people


def course_scores(work: Workplace, course: str, instead: NamedPaper | None = None) -> list[TestScore]:
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


_TABLES = ("course", "enrolment", "paper", "answer", "form", "question", "contradiction")
type _Scored = tuple[tuple[str, TestScore | None], ...]
"""The key of each paper of a course, with its score if it has one."""


def all_scores(work: Workplace, course: str, instead: NamedPaper | None = None) -> list[TestScore]:
    """Return every finished test of a course, re-sits and all, by number and attempt."""
    scored = work.database.remembered(_name(course), lambda: _score_papers(work, course), _TABLES)
    found = (
        _score(work, instead, {}) if instead is not None and instead.key == key else score
        for key, score in scored
    )
    counted = (score for score in found if score is not None)
    return sorted(counted, key=lambda score: (score.paper_number or 0, score.attempt))


def are_known(work: Workplace, course: str) -> bool:
    """Tell whether `all_scores` would read nothing: nothing of them was written since it did."""
    return work.database.remembers(_name(course), _TABLES)


def _name(course: str) -> str:
    return f"scores {course}"


def _score_papers(work: Workplace, course: str) -> _Scored:
    known: dict[str, FullForm | None] = {}
    return tuple(
        (paper.key, _score(work, paper, known)) for paper in papers.list_papers(work.database, course)
    )


def _score(work: Workplace, paper: NamedPaper, known: dict[str, FullForm | None]) -> TestScore | None:
    """Return a paper's score; `known` are the forms that were looked at, each asked for once."""
    if paper.form is not None and paper.form not in known:
        known[paper.form] = _test(work, paper.form)
    return score_of(paper, known.get(paper.form) if paper.form else None)


class CountedTests(NamedTuple):
    """The tests of a course that learning is counted from, and whose tests it leaves out."""

    counted: tuple[TestScore, ...]
    left_out: tuple[NeverCame, ...]


def counted_tests(work: Workplace, course: str, found: Sequence[TestScore] | None = None) -> CountedTests:
    """Return the tests of participants, who came at all: what learning means everywhere asks this.

    Two enrolments of people who were joined are one participant: each test is of the leading row, or else of
    the other (`same_person`). `found` are the course's tests where they are known.
    """
    scores = course_scores(work, course) if found is None else found
    taken = {(score.enrolment, score.occasion): score for score in scores}
    if not taken:
        return CountedTests((), ())
    here, persons = who_came(work.database, course), people.people_by_key(work.database)
    listed = (item.enrolment for item in courses.list_enrolments(work.database, course))
    counted: list[TestScore] = []
    left_out = []
    code = ""
    for own in rows_in_turn(listed, lambda key: root_of(persons, key)).values():
        tests = {score.occasion: score for each in own[::-1] for score in _of(taken, each.key)}
        came = here if len(own) == 1 else _joined_here(work, course)
        if any(each.key in came for each in own):
            counted += [replace(score, enrolment=own[0].key) for score in tests.values()]
        elif tests:
            code = code or _code_of(work, course)
            name = head_of(persons, own[0].person).short_name
            left_out.append(NeverCame(own[0].key, code, own[0].number, name))
    return CountedTests(tuple(counted), tuple(left_out))


def _joined_here(work: Workplace, course: str) -> set[str]:
    """Return who came at all, by what counts of those who stand in several rows."""
    table = grid(work, course)
    held = [session.state is SessionState.HELD for session in table.sessions]
    return {row.enrolment for row in table.rows if any(map(is_in_room, compress(row.cells, held)))}


def _of(taken: Mapping[tuple[str, Occasion], TestScore], enrolment: str) -> list[TestScore]:
    places = ((enrolment, occasion) for occasion in Occasion)
    return [taken[place] for place in places if place in taken]


def _code_of(work: Workplace, course: str) -> str:
    found = courses.get_course(work.database, course)
    return found.code if found else ""


def typed_scores(work: Workplace, course: str) -> list[TestScore]:
    """Return the tests of which only the points were typed in."""
    return [
        score
        for paper in papers.list_papers(work.database, course)
        if not paper.answers and not paper.finished and (score := score_of(paper, None)) is not None
    ]


def score_of(paper: NamedPaper, full: FullForm | None) -> TestScore | None:
    """Return a paper's score; None while it is not whole. Points that were typed in count without answers."""
    exact: Fraction | None = None
    if full is not None and (paper.answers or paper.finished):
        if not is_whole(paper, full):
            return None
        earned = points_of(full.questions, paper.answers)
        points, out_of = round_half_up(earned), full.points
        exact = None if earned == points else earned
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
        exact=exact,
    )


def is_whole(paper: NamedPaper, full: FullForm) -> bool:
    """Tell whether nothing of a paper is missing any more."""
    return paper.finished or all(question.key in paper.answers for question in full.questions)


def _test(work: Workplace, key: str) -> FullForm | None:
    """Return a form if it is a test that is here; practical ratings are no tests."""
    if forms.get_form(work.database, key) is None:
        return None
    full = get_form(work, key)
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
    return max(in_order, key=lambda score: (score.percent, score.attempt))


MAX_POINTS = 1_000_00
"""Hundredths of a point: no test has more than a thousand points."""

_POINTS = regex(r"([0-9]{1,4})(?:[.,]([0-9]{1,2}))?")


class CourseEvaluation(Struct, frozen=True):
    """One course in the list of all: tests on both occasions, what was learnt, answers of the feedback.

    `pre_tests` and `post_tests` are all that were written; `result` counts those of participants alone.
    `answers` is the number of sheets that results are made of.
    """

    line: CourseLine
    pre_tests: int
    post_tests: int
    result: Learning
    answers: int


class Overview(Struct, frozen=True):
    """All courses, the earliest first, and what was learnt in all of them together."""

    courses: tuple[CourseEvaluation, ...]
    result: Learning
    left_out: tuple[NeverCame, ...] = ()


def evaluation(work: Workplace, course: str) -> Evaluation:
    """Return the scores and the learning result of a course."""
    # Here and not above: scores alone need no statistics.
    from trainer_app.domain.evaluations.statistics import learning_of_scores

    found = {(score.enrolment, score.occasion): score for score in course_scores(work, course)}
    names, named = names_on_list(work, course), people.named_by(work.database)
    rows = []
    for own in _listed(work, course, found.values()):
        pre, post = found.get((own.key, Occasion.PRE)), found.get((own.key, Occasion.POST))
        person = named.get(own.person, own.person)
        rows.append(ScoreRow(own.key, own.number, names[own.key], pre, post, own.gone, person))
    tests = counted_tests(work, course, [*found.values()])
    return Evaluation(course, tuple(rows), learning_of_scores(tests.counted), tests.left_out)


def _listed(work: Workplace, course: str, found: Iterable[TestScore]) -> list[Enrolment]:
    """Return whom the table of points lists: whoever left the course stays if they have a test or came.

    Their paper may still be entered; nobody waits for it, here or on Today. A row that was given up for
    another one of theirs stays only with a test.
    """
    wrote = {score.enrolment for score in found if score.occasion in (Occasion.PRE, Occasion.POST)}
    came, head = who_came(work.database, course), people.joins(work.database).head
    listed = [item.enrolment for item in courses.list_enrolments(work.database, course)]
    here = {head(own.person) for own in listed if not own.gone}
    return [
        own
        for own in listed
        if not own.gone or own.key in wrote or (own.key in came and head(own.person) not in here)
    ]


def overview(work: Workplace) -> Overview:
    """Return the evaluations of all courses, and the learning of all their matched pairs together."""
    from trainer_app.domain.evaluations.statistics import learning_of_scores

    courses, everything, left_out = [], list[TestScore](), list[NeverCame]()
    for line in list_courses(work):
        found = course_scores(work, line.course.key)
        tests = counted_tests(work, line.course.key, found)
        everything += tests.counted
        left_out += tests.left_out
        held = Counter(score.occasion for score in found)
        answers = _sheets(work, line.course.key)
        result = learning_of_scores(tests.counted)
        held_pre, held_post = held[Occasion.PRE], held[Occasion.POST]
        courses.append(CourseEvaluation(line, held_pre, held_post, result, answers))
    return Overview(tuple(courses), learning_of_scores(everything), tuple(left_out))


def _sheets(work: Workplace, course: str) -> int:
    """Return how many whole sheets of nobody the feedback of a course has, waiting ones too."""
    found = list_sittings(work, course)
    return sum(view.finished for view in found if view.form.form.kind is FormKind.FEEDBACK)


def out_of(work: Workplace, course: str) -> dict[Occasion, int]:
    """Return how many points each test of a course can give, in hundredths of a point.

    Where a form is chosen it is what somebody said here, or else what the form can give. Without a form, what
    most of the recorded papers say counts; before the first one, what was said here; else 20 points.
    """
    typed = typed_scores(work, course)
    chosen = _points_of_forms(work, course)
    return {each: _out_of(work, course, each, typed, chosen[each]) for each in TEST_OCCASIONS}


def doubtful_totals(work: Workplace, course: str) -> list[TotalDoubt]:
    """Return the tests of a course whose typed points are counted out of something else than their form."""
    typed, chosen = typed_scores(work, course), _points_of_forms(work, course)
    found = []
    for occasion in TEST_OCCASIONS:
        points = chosen[occasion]
        single = points[0] if len(points) == 1 else 0
        said = work.store.setting(OUT_OF.of(course, occasion.value))
        own = [score.out_of for score in typed if score.occasion is occasion]
        others = Counter(each for each in own if each != single)
        if points and (others or (said and said != single)):
            totals = tuple(total for total, _ in others.most_common())
            told = said if said != single else 0
            found.append(TotalDoubt(occasion, points, told, totals, others.total()))
    return found


def _points_of_forms(work: Workplace, course: str) -> dict[Occasion, tuple[int, ...]]:
    """Return the points of the tests that a course has chosen for each occasion, each total once."""
    found: dict[Occasion, dict[int, None]] = {occasion: {} for occasion in TEST_OCCASIONS}
    for sitting in forms.list_sittings(work.database, course):
        full = _test(work, sitting.form) if sitting.occasion in found else None
        if full is not None and full.points:
            found[sitting.occasion][full.points] = None
    return {occasion: tuple(points) for occasion, points in found.items()}


@guarded
def set_out_of(work: Workplace, course: str, occasion: Occasion, points: int) -> Changes:
    """Say how many points a test can give, in hundredths of a point; papers recorded already follow.

    What its form gives anyway is not kept as said, so that it follows when the form changes.
    Raises evaluation.out_of_out_of_range, evaluation.out_of_too_small.
    """
    if not 0 < points <= MAX_POINTS:
        raise TrainerError("evaluation.out_of_out_of_range", most=MAX_POINTS // 100)
    numbers = {
        item.enrolment.key: item.enrolment.number for item in courses.list_enrolments(work.database, course)
    }
    papers = [score for score in typed_scores(work, course) if score.occasion is occasion]
    better = [numbers.get(score.enrolment, 0) for score in papers if score.points > points]
    if better:
        raise TrainerError("evaluation.out_of_too_small", number=min(better), count=len(better))
    usual = _points_of_forms(work, course).get(occasion) == (points,)
    work.store.change_setting(OUT_OF.of(course, occasion.value), 0 if usual else points)
    label = Label(
        "evaluation.step.out_of",
        {"occasion": Label(f"evaluation.occasion.{occasion.value}"), "points": _shown(points)},
    )
    writes = [
        Write(
            "paper",
            derive_key("paper", score.enrolment, occasion.value),
            {"points": score.points, "out_of": points},
        )
        for score in papers
    ]
    return work.journal.record(label, writes)


def read_points(text: str) -> int:
    """Return points as typed, with point or comma, in hundredths. Raises evaluation.not_a_number."""
    found = _POINTS.fullmatch(text.strip())
    if found is None:
        raise TrainerError("evaluation.not_a_number", text=text)
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


@guarded
def set_score(
    work: Workplace, enrolment: str, occasion: Occasion, points: int | None, out_of: int
) -> Changes:
    """Record one test: `points` of `out_of`, both in hundredths of a point; None takes it away.

    Raises evaluation.points_out_of_range, evaluation.unknown_participant, and evaluation.paper_begun where
    answers are being keyed in, from which the points follow.
    """
    item = courses.get_enrolment(work.database, enrolment)
    if item is None:
        raise TrainerError("evaluation.unknown_participant")
    if not 0 < out_of <= MAX_POINTS or (points is not None and not 0 <= points <= out_of):
        raise TrainerError("evaluation.points_out_of_range", most=out_of // 100)
    own = item.enrolment
    fields: dict[str, Value] = {
        "course": own.course,
        "enrolment": enrolment,
        "occasion": occasion.value,
        "number": own.number,
        "points": points,
        "out_of": out_of,
    }
    key = derive_key("paper", enrolment, occasion.value)
    held = papers.get_paper(work.database, key)
    if held is not None and held.form is not None and (held.answers or held.finished):
        raise TrainerError("evaluation.paper_begun", number=held.number)
    label = Label(
        "evaluation.step.score" if points is not None else "evaluation.step.clear",
        {"number": own.number, "occasion": Label(f"evaluation.occasion.{occasion.value}")},
    )
    return work.journal.record(label, [Write("paper", key, fields)])


def _out_of(
    work: Workplace, course: str, occasion: Occasion, scores: Iterable[TestScore], chosen: Sequence[int]
) -> int:
    said = work.store.setting(OUT_OF.of(course, occasion.value))
    if len(chosen) == 1:
        # Not what older scores say: they may have been typed before there was a form.
        return said or chosen[0]
    used = Counter(score.out_of for score in scores if score.occasion is occasion and score.out_of > 0)
    if used:
        return used.most_common(1)[0][0]
    return said or (chosen[0] if chosen else USUAL_OUT_OF)


def _shown(points: int) -> str:
    """Return points in words without needless zeros: 1450 -> "14.5"."""
    whole, part = divmod(points, 100)
    return f"{whole}.{part:02}".rstrip("0") if part else str(whole)
