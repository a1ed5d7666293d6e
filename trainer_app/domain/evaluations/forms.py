"""Forms made of questions (tests, feedback, practical rating sheets, follow-ups), each in versions.

A form is frozen when it is first used; a change then makes a new version, whose results stand apart. What it
was frozen as is kept as a digest, so that a change that another laptop made meanwhile is noticed.

Standard forms and ready-made scales come with the program, in `resources/forms`. Their keys are derived from
the form's name, its edition and the question's name, so that two laptops that add the same form have one. An
edition is never changed once it was handed out: another wording is another edition.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any

import msgspec
from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.numbers import Percent, exact_percent
from trainer_app.domain.base.settings import SettingOfEach
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.questions import (
    HANDLERS,
    POINT,
    MissingText,
    Option,
    Question,
    QuestionKind,
    missing_texts,
    most_points,
    topic_of,
)

MIN_ANSWERS = 5
"""Summaries of fewer answers are not shown: they would point at a person."""


class Occasion(StrEnum):
    """When a paper is filled in."""

    PRE = "pre"
    POST = "post"
    END = "end"
    MONTH3 = "month3"
    MONTH6 = "month6"


TEST_OCCASIONS = (Occasion.PRE, Occasion.POST)
"""The two tests whose difference is what was learnt."""


class TestScore(Struct, frozen=True):
    """One test paper of one participant. `points` and `out_of` are hundredths of a point.

    `form` is the version of the test that was keyed in; empty where only points were typed in. `exact` are
    the points where they are no whole hundredths: of 17 2/3 points the share is made, not of 17.67.
    """

    __test__ = False

    enrolment: str
    occasion: Occasion
    points: int
    out_of: int
    paper_number: int | None = None
    conflict: bool = False
    paper: str = ""
    attempt: int = 1
    form: str = ""
    exact: Fraction | None = None

    @property
    def earned(self) -> Percent:
        """Points in hundredths, not rounded."""
        return self.points if self.exact is None else self.exact

    @property
    def share(self) -> Fraction | None:
        """Hundredths of a per cent, not rounded; None of a test out of nothing."""
        return exact_percent(self.earned, self.out_of)

    @property
    def percent(self) -> Fraction:
        """Hundredths of a per cent, not rounded; 0 of a test out of nothing."""
        return self.share or Fraction(0)


class ScoreRow(Struct, frozen=True):
    """One row's two tests, of `person` as lists name them: a joined one may have several rows.

    Who is `gone` left the list: nobody waits for a test of theirs.
    """

    enrolment: str
    number: int
    name: str
    pre: TestScore | None = None
    post: TestScore | None = None
    gone: bool = False
    person: str = ""


class TotalDoubt(Struct, frozen=True):
    """A test whose typed points are not counted out of what its form can give; all in hundredths of a point.

    `forms` are the points of the forms chosen for the occasion, each once. `said` is what a person said that
    it is out of, 0 where nobody did. `typed` are the totals of typed scores that are not those of the form,
    the most frequent one first, and `count` how many scores these are.
    """

    occasion: Occasion
    forms: tuple[int, ...]
    said: int = 0
    typed: tuple[int, ...] = ()
    count: int = 0


class Learning(Struct, frozen=True):
    """What two tests say, exact: percentages in hundredths of a per cent, gains as shares of 1.

    Means and gains are of the matched pairs; None without a pair. `hake_g` is the gain of the class means
    (Hake 1998), `mean_individual_g` the mean of the single gains (Bao 2006); who had 100 % before
    (`without_gain`) has none.
    """

    matched: int
    only_pre: int
    only_post: int
    pre_mean: Fraction | None = None
    post_mean: Fraction | None = None
    gain_points: Fraction | None = None
    hake_g: Fraction | None = None
    mean_individual_g: Fraction | None = None
    losses: int = 0
    same: int = 0
    without_gain: int = 0


class NeverCame(Struct, frozen=True):
    """Somebody who has a test and never came, so that learning does not count it. `course` is the code."""

    enrolment: str
    course: str
    number: int
    name: str


def left_out_note(code: str, people: Sequence[NeverCame], *, names: bool = True) -> Label | None:
    """Return whose tests are left out, by name or by their number alone; None for nobody."""
    if not people:
        return None
    if not names:
        return Label(f"{code}.number", {"count": len(people)})
    named = tuple(
        Label("evaluation.left_out", {"name": each.name, "course": each.course, "number": each.number})
        for each in people
    )
    return Label(code, {"count": len(people), "people": named})


class Evaluation(Struct, frozen=True):
    """Everything the evaluations tab of a course shows. `result` does not count who is `left_out`."""

    course: str
    rows: tuple[ScoreRow, ...]
    result: Learning
    left_out: tuple[NeverCame, ...] = ()


MOST_QUESTIONS = 200


class FormKind(StrEnum):
    """What a form is for."""

    TEST = "test"
    """Before and after the course: what somebody knows."""
    FEEDBACK = "feedback"
    """At the end, without a name: what somebody thinks of the course."""
    PRACTICAL = "practical"
    """A rating sheet that the trainer fills in for each participant: role play, interview."""
    FOLLOW_UP = "follow_up"
    """Three and six months later, without a name: what is used at work."""


ANONYMOUS = frozenset({FormKind.FEEDBACK, FormKind.FOLLOW_UP})
"""Kinds whose papers point to nobody."""
OCCASIONS = {
    FormKind.TEST: (Occasion.PRE, Occasion.POST, Occasion.MONTH3, Occasion.MONTH6),
    FormKind.FEEDBACK: (Occasion.END,),
    FormKind.PRACTICAL: (Occasion.END,),
    FormKind.FOLLOW_UP: (Occasion.MONTH3, Occasion.MONTH6),
}
"""When forms of a kind are filled in, the usual occasion first."""


class Form(Struct, frozen=True):
    """One version of a form. `questions` are keys, in order; `frozen` is the digest, empty before use."""

    key: str
    kind: FormKind
    title: Texts
    questions: tuple[str, ...] = ()
    intro: Texts = field(default_factory=Texts)
    shuffled: bool = False
    version: int = 1
    previous: str | None = None
    frozen: str = ""
    archived: bool = False

    @property
    def anonymous(self) -> bool:
        """Tell whether its papers point to nobody."""
        return self.kind in ANONYMOUS


class FullForm(Struct, frozen=True):
    """A form with its questions, in order. `lost` are keys of questions that are not here (yet)."""

    form: Form
    questions: tuple[Question, ...]
    lost: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """What the form can give, in hundredths of a point."""
        return most_points(self.questions)

    @property
    def changed(self) -> bool:
        """Tell whether it is no longer what it was frozen as."""
        return bool(self.form.frozen) and self.form.frozen != form_digest(self)

    @property
    def locked(self) -> bool:
        """Tell whether its questions have to stay as they are.

        A frozen form that another laptop changed meanwhile is not locked: it can be put right again.
        """
        return bool(self.form.frozen) and not self.changed

    def missing(self, languages: Iterable[str] = LANGUAGES) -> list[MissingText]:
        """Return every text that is missing in some of the languages; the title counts as question ""."""
        own = [MissingText("", each) for each in languages if not self.form.title[each].strip()]
        return own + [each for question in self.questions for each in missing_texts(question, languages)]

    def languages(self) -> tuple[str, ...]:
        """Return the languages in which nothing is missing."""
        without = {each.language for each in self.missing()}
        return tuple(each for each in LANGUAGES if each not in without)


def gather_questions(form: Form, found: Mapping[str, Question]) -> FullForm:
    """Return a form with its questions among those that were found, by key."""
    return FullForm(
        form,
        tuple(found[key] for key in form.questions if key in found),
        tuple(key for key in form.questions if key not in found),
    )


def form_digest(full: FullForm) -> str:
    """Return 32 hex digits over all that decides what is asked and what is right; titles may be mended."""
    asked: list[object] = [full.form.kind.value, full.form.shuffled, list(full.form.questions)]
    asked += [_asked(question) for question in full.questions]
    return hashlib.sha256(msgspec.json.encode(asked)).hexdigest()[:32]


def _asked(question: Question) -> Sequence[object]:
    return [
        question.key,
        question.kind.value,
        question.points,
        question.fixed_order,
        [option.credit for option in question.options],
        [[accepted.value, accepted.credit] for accepted in question.accepted],
    ]


class Scale(Struct, frozen=True):
    """A ready-made scale: its steps, the lowest first."""

    name: str
    title: Texts
    steps: tuple[Texts, ...]


class StandardForm(Struct, frozen=True):
    """A form with its questions, not frozen, under the keys that every laptop gives them."""

    name: str
    form: Form
    questions: tuple[Question, ...]


def read_scales(listed: Sequence[Mapping[str, Any]]) -> dict[str, Scale]:
    """Return scales by name."""
    return {
        each["name"]: Scale(
            each["name"], Texts(**each["title"]), tuple(Texts(**step) for step in each["steps"])
        )
        for each in listed
    }


def read_standard_form(name: str, written: Mapping[str, Any], scales: Mapping[str, Scale]) -> StandardForm:
    """Return the form that a file describes."""
    edition = str(written["edition"])
    topic = topic_of(Texts(**written["topic"]))
    questions = tuple(
        _question(derive_key("question", "standard", name, edition, each["id"]), topic, each, scales)
        for each in written["questions"]
    )
    form = Form(
        key=derive_key("form", "standard", name, edition),
        kind=FormKind(written["kind"]),
        title=Texts(**written["title"]),
        intro=Texts(**written["intro"]),
        questions=tuple(question.key for question in questions),
        shuffled=bool(written.get("shuffled")),
    )
    return StandardForm(name, form, questions)


def _question(key: str, topic: str, written: Mapping[str, Any], scales: Mapping[str, Scale]) -> Question:
    kind = QuestionKind(written["kind"])
    texts = [Texts(**each) for each in written.get("options", ())]
    if "scale" in written:
        texts = list(scales[written["scale"]].steps)
    right = set(written.get("right", ()))
    credits = HANDLERS[kind].spread_credits([number in right for number in range(1, len(texts) + 1)])
    return Question(
        key=key,
        kind=kind,
        text=Texts(**written["text"]),
        options=tuple(Option(text, credit) for text, credit in zip(texts, credits, strict=True)),
        points=POINT,
        topic=topic,
        fixed_order=bool(written.get("fixed_order")),
    )


OUT_OF = SettingOfEach("out_of", 0, int)
"""What somebody said a test of a course is out of, in hundredths of a point; 0 while nobody did."""
USUAL_OUT_OF = 20_00
"""What a test without a form is out of until somebody says otherwise."""
FEEDBACK_NUMBERS = SettingOfEach("feedback_numbers", 0, int)
"""The next number of an anonymous sheet of each sitting; 0 before the first."""
FEEDBACK_BEGINS = SettingOfEach("feedback_begins", 0, int)
"""The lowest number printed of each sitting; 0 where an older version printed the first ones."""
FIRST_NUMBERS = range(1001, 10_000, 100)
"""Where the numbers of a sitting may begin."""
ATTEMPT_STEP = 1000
"""A re-sit is a new paper whose number tells the attempt in thousands: 7, then 2007, then 3007."""
MOST_MINUTES = 240


class Sitting(Struct, frozen=True):
    """A form on an occasion of a course. `minutes` limits filling in on the laptop; 0 is no limit.

    `double`: each paper is to be keyed in by two people. `paged`: on the laptop, one question a page.
    """

    key: str
    course: str
    form: str
    occasion: Occasion
    language: str = ""
    minutes: int = 0
    double: bool = False
    paged: bool = True


class NamedPaper(Struct, frozen=True):
    """A paper that points to a participant. `number` is what is printed on it.

    `answers` and `second` (what a second person keyed in) map a question's key to an answer; `points` of
    `out_of` were typed in without answers, both in hundredths of a point. `started` is in wall
    milliseconds, 0 for a paper that was not filled in on the laptop.
    """

    key: str
    enrolment: str
    form: str | None
    occasion: Occasion
    number: int
    attempt: int = 1
    answers: Mapping[str, str] = field(default_factory=dict)
    second: Mapping[str, str] = field(default_factory=dict)
    points: int | None = None
    out_of: int = 0
    keyed_by: str = ""
    checked_by: str = ""
    finished: bool = False
    started: int = 0
    language: str = ""
    conflict: bool = False


class AnonymousPaper(Struct, frozen=True):
    """A paper that points to nobody. `answers` go by the form's questions; None: not keyed in yet.

    `number` tells one sheet from the next, and nothing of who wrote it. `waiting`: not in the journal yet.
    `language` is that of a sheet that is being filled in; a whole one says none, since few may speak it.
    `typed`: whole, and entered from paper on this computer, where whoever has the paper may correct it while
    it waits. Nothing tells that any more once it is in the journal.
    """

    key: str
    course: str
    form: str
    occasion: Occasion
    day: str
    answers: tuple[str | None, ...] = ()
    second: tuple[str | None, ...] = ()
    number: int | None = None
    language: str = ""
    finished: bool = True
    waiting: bool = False
    conflict: bool = False
    typed: bool = False


class KeyingDifference(Struct, frozen=True):
    """Where two people keyed in different things. `question` is a key."""

    paper: str
    number: int
    question: str
    first: str | None
    second: str | None


def printed_number(list_number: int, attempt: int = 1) -> int:
    """Return the number on a participant's paper: the one on the list, 2007 for the second attempt of 7."""
    return list_number if attempt == 1 else list_number + attempt * ATTEMPT_STEP


def attempt_of(number: int) -> tuple[int, int]:
    """Return (number on the list, attempt) of a printed number: 2007 -> (7, 2)."""
    attempt, own = divmod(number, ATTEMPT_STEP)
    return own, max(attempt, 1)


def compare_keying(
    paper: str, number: int, first: Mapping[str, str], second: Mapping[str, str]
) -> list[KeyingDifference]:
    """Return where two entries of one paper differ; what only one of them has yet is no difference."""
    return [
        KeyingDifference(paper, number, question, first[question], second[question])
        for question in first
        if question in second and first[question] != second[question]
    ]
