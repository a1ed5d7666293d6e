"""Reports as plain data: figures with the rows behind them, splits, notes, participations; course reports.

`counting` computes figures and splits, `documents` prints them; shares and results of a course report come
from the board, gains and feedback from `evaluations`. Nothing here is text in one language only: names of
figures are codes, notes are labels; only what people typed (names, ranks, units) is plain text.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Self

from msgspec import Struct, ValidationError, convert, field

from trainer_app.domain.attendance.marks import Headcount
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import Percent
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.courses.courses import CompletionRule, CourseFacts, Emblem, SessionState
from trainer_app.domain.evaluations.forms import Learning
from trainer_app.domain.evaluations.statistics import ScaleSummary, gain_of
from trainer_app.domain.people.persons import Sex


class Unit(StrEnum):
    """What a figure's integer counts. There are no floats: the unit says where the point stands."""

    COUNT = "count"
    """Whole things: people, courses, certificates."""
    MINUTES = "minutes"
    """Shown as hours."""
    HALF_DAYS = "half_days"
    """Halves of a person-day; 3 is shown as 1.5."""
    PERCENT = "percent"
    """Hundredths of a per cent; 6543 is shown as 65.4 %."""
    POINTS = "points"
    """Hundredths of a percentage point, of a change; 2930 is shown as +29.3."""
    GAIN = "gain"
    """Ten-thousandths, for normalised gains; 4567 is shown as 0.46."""

    @property
    def parts(self) -> int:
        """How many of what is stored make one of what is shown: 60 minutes are an hour."""
        return _PARTS[self]


_PARTS = {
    Unit.COUNT: 1,
    Unit.MINUTES: 60,
    Unit.HALF_DAYS: 2,
    Unit.PERCENT: 100,
    Unit.POINTS: 100,
    Unit.GAIN: 10_000,
}


class Figure(Struct, frozen=True, gc=False):
    """One figure. `code` names it ("participations"); `value` is None where it cannot be said.

    A `Fraction` was not rounded yet: that is done once, where the figure is shown.

    `rows` are the keys of the rows behind it, `exclusions` say what was left out and why, `beside` what must
    be known before it is quoted. `amounts` are what each row gives to it, in `each`, in the order of `rows`;
    nothing where each row counts as one. `n` is of how many a mean or a share is; None for what is no such
    thing.
    """

    code: str
    value: int | Fraction | None
    unit: Unit = Unit.COUNT
    rows: tuple[str, ...] = ()
    exclusions: tuple[Label, ...] = ()
    beside: tuple[Label, ...] = ()
    amounts: tuple[int | Fraction | None, ...] = ()
    each: Unit = Unit.COUNT
    n: int | None = None

    @property
    def shown(self) -> Fraction | None:
        """Its exact value in what people read: hours, days, per cent; None where it cannot be said."""
        return None if self.value is None else Fraction(self.value) / self.unit.parts

    @property
    def remarks(self) -> tuple[Label, ...]:
        """Everything that is said under it."""
        return (*self.beside, *self.exclusions)


class SplitLine(Struct, frozen=True):
    """One part of a split. `name` is a code ("female") or typed text; "" means it was not stated.

    Of very many parts the figures may be made one by one, each when it is looked at.
    """

    name: str
    figures: Sequence[Figure]


class Split(Struct, frozen=True):
    """The same figures cut by something ("sex", "rank", "course").

    `total` holds the same figures uncut, in the same order as those of each line. `note` says why the
    parts do not add up to it, where they do not (one person may stand in two lines).
    """

    by: str
    lines: tuple[SplitLine, ...]
    total: tuple[Figure, ...] = ()
    note: Label | None = None


class CrossLine(Struct, frozen=True):
    """One line of a table of two dimensions: figures for each column, and for the whole line last."""

    name: str
    parts: tuple[tuple[Figure, ...], ...]


class CrossTable(Struct, frozen=True):
    """The same figures by what stands in the rows and what stands in the columns.

    `rows` and `columns` name splits; "" is for no such split. `columns_named` are the names of the parts, as
    in a `SplitLine`; the last part of each line is all of them, without a name. `total` is the line of
    everything. `notes` say what cannot be said in it, and where its parts do not add up.
    """

    rows: str
    columns: str
    codes: tuple[str, ...]
    columns_named: tuple[str, ...]
    lines: tuple[CrossLine, ...]
    total: CrossLine
    notes: tuple[Label, ...] = ()

    @property
    def all_lines(self) -> tuple[CrossLine, ...]:
        """The lines with that of everything last."""
        return (*self.lines, self.total)


class ReportRow(Struct, frozen=True, gc=False):
    """One participation: a person in a course. `key` is the enrolment's.

    `minutes` are those attended; `share`, `pre` and `post` are hundredths of a per cent, None where
    there is nothing to say.
    """

    key: str
    name: str
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    unit: str = ""
    course: str = ""
    minutes: int = 0
    share: Percent | None = None
    pre: Percent | None = None
    post: Percent | None = None
    result: CertificateKind = CertificateKind.NONE
    serial: str = ""


SILENT_DAYS = 21
"""A laptop of which nothing came for more days than these is named."""

type Pair = tuple[str, str]
"""Keys of two people who may be one."""


class Completeness(Struct, frozen=True):
    """How whole the data behind a report are.

    `ended` counts its courses whose last day is past, `unmarked` are the codes of those without any mark.
    `one_course`: there is no other course in the report, so that no share of them is told.
    `pairs` may be one person each, of the people counted: the persons may be up to `fewer` fewer.
    `contradictions` and `proposals` are open in its courses; files `set_aside` and `silent` laptops, by
    code, concern the whole office.
    """

    ended: int = 0
    unmarked: tuple[str, ...] = ()
    pairs: int = 0
    fewer: int = 0
    contradictions: int = 0
    proposals: int = 0
    set_aside: int = 0
    silent: tuple[str, ...] = ()
    one_course: bool = False

    @property
    def marked(self) -> int:
        """Courses that ended and have marks."""
        return self.ended - len(self.unmarked)

    @property
    def labels(self) -> tuple[Label, ...]:
        """Say how complete the data are, then what is open, each only where there is any."""
        whole = Label("completeness.line", {"marked": self.marked, "ended": self.ended})
        unmarked = {"count": len(self.unmarked), "courses": self.unmarked}
        silent = {"count": len(self.silent), "laptops": self.silent, "days": SILENT_DAYS}
        of = "completeness.course_" if self.one_course else "completeness."
        said = (
            (0 if self.one_course else self.ended, whole),
            (len(self.unmarked), Label(f"{of}unmarked", unmarked)),
            (self.pairs, Label("completeness.pairs", {"count": self.pairs, "fewer": self.fewer})),
            (self.contradictions, Label(f"{of}contradictions", {"count": self.contradictions})),
            (self.proposals, Label(f"{of}proposals", {"count": self.proposals})),
            (self.set_aside, Label("completeness.set_aside", {"count": self.set_aside})),
            (len(self.silent), Label("completeness.silent", silent)),
        )
        return tuple(label for count, label in said if count)

    @property
    def document(self) -> dict[str, object]:
        """The same as plain numbers, for programs."""
        return {
            "courses_ended": self.ended,
            "courses_with_marks": self.marked,
            "courses_without_marks": list(self.unmarked),
            "pairs": self.pairs,
            "persons_fewer_at_most": self.fewer,
            "contradictions": self.contradictions,
            "proposals": self.proposals,
            "files_set_aside": self.set_aside,
            "laptops_silent": list(self.silent),
        }


def fewer_at_most(pairs: Iterable[Pair]) -> int:
    """Return how many people fewer there would be if each pair were one: three in a ring are two fewer."""
    head: dict[str, str] = {}

    def root(key: str) -> str:
        while head.setdefault(key, key) != key:
            # Whoever is asked for again is nearer then: thousands may be in one chain.
            head[key] = head.setdefault(head[key], head[key])
            key = head[key]
        return key

    joined = 0
    for first, second in pairs:
        one, other = root(first), root(second)
        if one != other:
            head[other] = one
            joined += 1
    return joined


def within(pairs: Iterable[Pair], people: Collection[str]) -> list[Pair]:
    """Return the pairs of which both are among some people."""
    known = frozenset(people)
    return [pair for pair in pairs if pair[0] in known and pair[1] in known]


_EACH = 4
"""Approved courses of which each has a sentence; of more only those are named that were changed since."""


class Basis(StrEnum):
    """Of what a report is counted; it says so, and never of both."""

    TODAY = "today"
    """The data as they are now, of approved courses too."""
    APPROVED = "approved"
    """What the office approved, of approved courses alone: it does not move."""


class ApprovedCourse(Struct, frozen=True):
    """That a course is approved: when (wall milliseconds, and that day), by whom; changes since then.

    `erased` are keys of its participants whose data were erased since: what splits go by went with them.
    """

    code: str
    at: int
    day: date
    by: str
    fingerprint: str
    changes: int = 0
    erased: frozenset[str] = frozenset()

    @property
    def label(self) -> Label:
        """Say it, with the changes where there are any."""
        told = {"course": self.code, "day": self.day, "by": self.by or "–", "count": self.changes}
        return Label("report.approved.changed" if self.changes else "report.approved.course", told)

    @property
    def document(self) -> dict[str, object]:
        """The same for programs."""
        return {
            "course": self.code,
            "by": self.by,
            "at": self.at,
            "fingerprint": self.fingerprint,
            "changes_since": self.changes,
            "erased_since": len(self.erased),
        }


class ReportExtent(Struct, frozen=True):
    """What a report was asked for. Nothing chosen of a kind is no limit.

    `projects` and `courses` are keys: courses of the projects, and these courses besides; of them only those
    whose project has one of the `donors`, and one of the `fields` of work.
    """

    projects: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    donors: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def everything(self) -> bool:
        """Tell whether it is of all courses, whatever the period."""
        return not (self.projects or self.courses or self.donors or self.fields)

    def takes(self, course: str, project: str | None, donor: str, field_of_work: str) -> bool:
        """Tell whether a course is inside, given with its project."""
        named = not (self.projects or self.courses) or course in self.courses or project in self.projects
        paid = not self.donors or donor in self.donors
        return named and paid and (not self.fields or field_of_work in self.fields)

    @classmethod
    def read(cls, told: object) -> Self:
        """Return what a report saved as JSON was asked for. Raises msgspec.ValidationError.

        Reports of earlier versions name one project or one course.
        """
        if not isinstance(told, dict):
            raise ValidationError("Expected an object")
        chosen = dict(told)
        for one, several in (("project", "projects"), ("course", "courses")):
            if chosen.get(one) is not None:
                chosen[several] = [chosen[one]]
        return convert(chosen, cls)


class ScopeNames(Struct, frozen=True):
    """What a report was asked for as its readers know it: codes of projects and courses, names."""

    projects: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    donors: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[Label, ...]:
        """Say each thing that was chosen; that it is everything where nothing was."""
        chosen = (
            ("projects", self.projects),
            ("courses", self.courses),
            ("donors", self.donors),
            ("fields", self.fields),
        )
        said = tuple(Label(f"report.scope.{kind}", {"which": which}) for kind, which in chosen if which)
        return said or (Label("report.all_courses"),)


class ReportAbout(Struct, frozen=True):
    """What is told of the courses counted, beside their figures.

    `towns`, `titles` and organisations are those of courses with a session held, each once, in the order of
    their days; `first` and `last` are the first and the last day on which one was held. `officers` counts the
    persons who had a rank, `rank_erased` those of whom erasing left nothing that tells. `emblems` are those
    of the only project there is; `office` says whose report it is, `version` which program counted it.
    """

    towns: tuple[str, ...] = ()
    titles: tuple[Texts, ...] = ()
    organisers: tuple[Texts, ...] = ()
    donors: tuple[Texts, ...] = ()
    partners: tuple[Texts, ...] = ()
    officers: int = 0
    rank_erased: int = 0
    first: date | None = None
    last: date | None = None
    emblems: tuple[Emblem, ...] = ()
    office: Texts = Texts()
    version: str = ""


class Target(Struct, frozen=True):
    """What a project planned of a figure, and what was reached of it in the report.

    `unsaid` are codes of courses of which it is not stated what the figure counts.
    """

    project: str
    code: str
    planned: int
    reached: int
    unsaid: tuple[str, ...] = ()


def courses_unsaid(targets: Sequence[Target]) -> tuple[str, ...]:
    """Return the codes of courses that no target could count, each once."""
    return tuple(sorted({code for each in targets for code in each.unsaid}))


class Report(Struct, frozen=True):
    """Everything a course's or a project's report says.

    `courses` are the codes it covers; `first` and `last` bound the days counted, both inclusive; `open` says
    how whole the data behind it are. `persons` are always there, for the rows behind the figures; what leaves
    the program lists them only with `names`. `extent` is what it was asked for, `scope` says it in names,
    `table` is the one that was built, `mapped` the code of its figure that a map shows where it has places
    (its first without one), `about` what is told beside figures. `approved` are those of its
    courses that are, `unapproved` codes of the others: on the basis of what was approved these are not
    counted.
    """

    title: Texts
    figures: tuple[Figure, ...]
    splits: tuple[Split, ...] = ()
    notes: tuple[Label, ...] = ()
    persons: tuple[ReportRow, ...] = ()
    organiser: Texts = field(default_factory=Texts)
    courses: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    made_on: date | None = None
    names: bool = False
    open: Completeness = field(default_factory=Completeness)
    extent: ReportExtent = ReportExtent()
    scope: ScopeNames = ScopeNames()
    about: ReportAbout = ReportAbout()
    targets: tuple[Target, ...] = ()
    charts: tuple[CrossTable, ...] = ()
    table: CrossTable | None = None
    mapped: str = ""
    basis: Basis = Basis.TODAY
    approved: tuple[ApprovedCourse, ...] = ()
    unapproved: tuple[str, ...] = ()

    @property
    def listed(self) -> tuple[ReportRow, ...]:
        """Those who are named in what leaves the program."""
        return self.persons if self.names else ()

    @property
    def told(self) -> tuple[Label, ...]:
        """Everything that a reader must know, how complete the data are first."""
        return (*self.basis_told, *self.open.labels, *self.notes)

    @property
    def basis_told(self) -> tuple[Label, ...]:
        """Say of what it is counted, and of each course that is approved by whom; nothing where none is."""
        if not self.approved:
            return ()
        count = {"approved": len(self.approved), "all": len(self.approved) + len(self.unapproved)}
        left = {"count": len(self.unapproved), "courses": self.unapproved}
        others = (Label(f"report.unapproved.{self.basis.value}", left),) if self.unapproved else ()
        each = tuple(course.label for course in self.approved)
        gone = len(frozenset().union(*(course.erased for course in self.approved)))
        if gone and self.basis is Basis.APPROVED:
            others = (Label("report.erased_since", {"count": gone}), *others)
        if len(each) > _EACH:
            changed = tuple(f"{course.code} ({course.changes})" for course in self.approved if course.changes)
            each = (Label("report.approved.several", {"courses": changed}),) if changed else ()
        return (Label(f"report.basis.{self.basis.value}", count), *others, *each)

    @property
    def left_out(self) -> Label | None:
        """Say how many courses are not counted since the office has not approved them; None where none is."""
        if self.basis is not Basis.APPROVED or not self.unapproved:
            return None
        return Label("report.left_out", {"count": len(self.unapproved)})

    def figure(self, code: str) -> Figure | None:
        """Return the figure of a code, or None."""
        return next((figure for figure in self.figures if figure.code == code), None)


class Release(Struct, frozen=True):
    """That a report with names of participants left the program. It names none of them itself.

    `kind` is "report", "course_report" or "open_data", `form` what was written ("pdf", "xlsx"), `at` wall
    milliseconds, `by` the name of whoever sat here, `scope` the codes of its courses, `people` how many lines
    name somebody: two people of one name are two.
    """

    key: str
    kind: str = "report"
    form: str = ""
    at: int = 0
    by: str = ""
    scope: str = ""
    first_day: date | None = None
    last_day: date | None = None
    people: int = 0


class ReportSession(Struct, frozen=True):
    """One session and how many people have which mark in it. `minutes` are planned ones."""

    number: int
    day: date
    start: int
    end: int
    minutes: int
    topic: Texts
    state: SessionState
    reason: str = ""
    heads: Headcount = field(default_factory=Headcount)

    @property
    def held(self) -> bool:
        """Tell whether the session counts."""
        return self.state is SessionState.HELD


class ListCounts(Struct, frozen=True):
    """How the list of participants came about. `expected` are those on it now.

    Among them are `walk_ins`, who came unlisted, and apart from these `in_place`, who took the place of one
    of the `replaced`: such a person is no one more.
    """

    expected: int = 0
    walk_ins: int = 0
    replaced: int = 0
    withdrawn: int = 0
    in_place: int = 0


class ReportPerson(Struct, frozen=True):
    """One line of the annex. `share` is of all held minutes, in hundredths of a per cent, as on the board.

    `voided`: a certificate was declared void, and none holds. `repeats` is the number of the line in which
    the same, joined person is counted, 0 for nearly all.
    """

    number: int
    name: str
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    unit: str = ""
    share: Percent | None = None
    result: CertificateKind = CertificateKind.NONE
    serial: str = ""
    voided: bool = False
    repeats: int = 0


class FeedbackLine(Struct, frozen=True):
    """A scale of a feedback form and what its answers say; without `scale` there are too few to be shown.

    `form` says which version of which form asked, where a course used several.
    """

    statement: Texts
    answers: int
    scale: ScaleSummary | None = None
    form: Texts = field(default_factory=Texts)

    @property
    def hidden(self) -> bool:
        """Tell whether there are answers that are not shown."""
        return self.scale is None and self.answers > 0


class CourseReport(Struct, frozen=True):
    """Everything the report of a course says. `counted` holds the figures, split by sex and by unit.

    Without `names` the annex tells people apart by their numbers on the list alone.
    """

    facts: CourseFacts
    counted: Report
    rule: CompletionRule
    listed: ListCounts
    sessions: tuple[ReportSession, ...] = ()
    feedback: tuple[FeedbackLine, ...] = ()
    persons: tuple[ReportPerson, ...] = ()
    notes: tuple[Label, ...] = ()
    names: bool = True

    def figure(self, code: str) -> Figure:
        """Return a figure; one without a value for a code that was not counted."""
        return self.counted.figure(code) or Figure(code, None)

    def split(self, by: str) -> Split:
        """Return a split, an empty one for what the report was not split by."""
        return next((each for each in self.counted.splits if each.by == by), Split(by, ()))

    def of_sex(self, sex: Sex, code: str) -> Figure:
        """Return a figure of the women, the men, or those whose sex is not stated."""
        lines = (line for line in self.split("sex").lines if line.name == sex.value)
        figures = (figure for line in lines for figure in line.figures if figure.code == code)
        return next(figures, Figure(code, None))

    def in_state(self, state: SessionState) -> tuple[ReportSession, ...]:
        """Return the sessions in a state."""
        return tuple(session for session in self.sessions if session.state is state)

    @property
    def minutes_held(self) -> int:
        """Minutes of all held sessions."""
        return sum(session.minutes for session in self.sessions if session.held)


LEARNING_FIGURES = (
    "tests_matched",
    "tests_only_pre",
    "tests_only_post",
    "pre_mean",
    "post_mean",
    "gain_points",
    "hake_g",
    "mean_individual_g",
    "losses",
)
"""What tests say, in the order of a report."""


def learning_figures(found: Learning) -> tuple[Figure, ...]:
    """Return the figures of a report: how many were matched, both means, points gained, both gains."""
    pairs = found.matched
    return (
        Figure("tests_matched", pairs),
        Figure("tests_only_pre", found.only_pre),
        Figure("tests_only_post", found.only_post),
        Figure("pre_mean", found.pre_mean, Unit.PERCENT, n=pairs),
        Figure("post_mean", found.post_mean, Unit.PERCENT, n=pairs),
        Figure("gain_points", found.gain_points, Unit.POINTS, n=pairs),
        Figure("hake_g", _in_ten_thousandths(found.hake_g), Unit.GAIN, n=pairs),
        Figure(
            "mean_individual_g",
            _in_ten_thousandths(found.mean_individual_g),
            Unit.GAIN,
            n=pairs - found.without_gain,
        ),
        Figure("losses", found.losses),
    )


def with_learners(figure: Figure, pre: Mapping[str, Percent], post: Mapping[str, Percent]) -> Figure:
    """Return a figure of learning with the enrolments behind it, and what each gives to it.

    `pre` and `post` map an enrolment to hundredths of a per cent.
    """
    paired = pre.keys() & post.keys()
    gained = {key: Fraction(post[key]) - Fraction(pre[key]) for key in paired}
    amounts: Mapping[str, int | Fraction | None]
    each = Unit.POINTS
    match figure.code:
        case "tests_only_pre":
            amounts, each = {key: pre[key] for key in pre.keys() - post.keys()}, Unit.PERCENT
        case "tests_only_post":
            amounts, each = {key: post[key] for key in post.keys() - pre.keys()}, Unit.PERCENT
        case "pre_mean" | "post_mean":
            side = pre if figure.code == "pre_mean" else post
            amounts, each = {key: side[key] for key in paired}, Unit.PERCENT
        case "hake_g" | "mean_individual_g":
            gains = {key: gain_of(Fraction(pre[key]), Fraction(post[key])) for key in paired}
            amounts, each = {key: _in_ten_thousandths(gain) for key, gain in gains.items()}, Unit.GAIN
        case "losses":
            amounts = {key: points for key, points in gained.items() if points < 0}
        case _:
            amounts = gained
    rows = tuple(sorted(amounts))
    return replace(figure, rows=rows, amounts=tuple(amounts[key] for key in rows), each=each)


def _in_ten_thousandths(gain: Fraction | None) -> Fraction | None:
    return None if gain is None else gain * 10_000
