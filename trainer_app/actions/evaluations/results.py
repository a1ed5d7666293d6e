"""Results of tests, ratings and feedback: of a course, of a project's courses, of all, or of one form."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct, field

from trainer_app import VERSION
from trainer_app.actions.base import rights
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import course_facts, get_course, search_courses
from trainer_app.actions.courses.enrolments import names_on_list
from trainer_app.actions.courses.projects import get_project
from trainer_app.actions.evaluations import feedback, forms, scores
from trainer_app.documents.base import fonts, graphics
from trainer_app.documents.base.flow import Drawing
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.base.wording import ReportSpeech
from trainer_app.documents.evaluations.result_sections import (
    form_title,
    histogram_series,
    option_counts,
    ratio_text,
    reliability,
    rounded_ratio,
    step_text,
    why_hidden,
)
from trainer_app.documents.evaluations.results_report import ResultsPaper, figure_lines, results_pdf, sentence
from trainer_app.documents.evaluations.results_tables import results_csv, results_xlsx
from trainer_app.domain.base.changes import Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import percent_text, points_text
from trainer_app.domain.base.rights import Right
from trainer_app.domain.base.texts import LANGUAGES, PaperName, Texts, resource, words
from trainer_app.domain.courses.courses import Course
from trainer_app.domain.evaluations.feedback import (
    FeedbackResult,
    PracticalResult,
    QuestionResult,
    Rating,
    Results,
    Scored,
    TestResult,
    feedback_result,
    learnt,
    mixed_pairs,
    on_occasions,
    practical_result,
    results_by_form,
)
from trainer_app.domain.evaluations.forms import (
    AnonymousPaper,
    Form,
    FormKind,
    FullForm,
    NamedPaper,
    NeverCame,
    Occasion,
    TestScore,
)
from trainer_app.domain.evaluations.questions import Question
from trainer_app.domain.evaluations.statistics import EASY, HARD, WEAK, ItemFlag, ItemResult, Reliability
from trainer_app.domain.papers.course_papers import ChartColours, read_paper_language
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import papers
from trainer_app.store.evaluations.forms import get_form, list_forms, list_sittings
from trainer_app.system.messages import label_text


def gather(
    work: Workplace,
    *,
    course: str | None = None,
    project: str | None = None,
    form: str | None = None,
    progress: Progress = no_progress,
) -> Results:
    """Return the results of a course, of a project's courses, or of all; with `form`, of its versions alone.

    Of several papers of a person for one occasion the one counts that counts for the certificate too
    (`scores.scores`). Raises course.unknown, project.unknown, form.unknown.
    """
    chosen = _courses(work, course, project)
    chain = [version.key for version in forms.versions(work, form)] if form is not None else None
    gathered = _Gathered(work, chain)
    for place, each in enumerate(chosen):
        progress("counting.progress", place / len(chosen))
        gathered.add(each)
    title = _title(work, course, project, form)
    return gathered.results(title, chosen if chain is None else gathered.used_in)


def used_forms(work: Workplace) -> list[FullForm]:
    """Return the newest version of every form that some course uses, by kind and title."""
    used = {sitting.form for sitting in list_sittings(work.database)}
    found = [forms.get_form(work, form.key) for form in forms.list_forms(work)]
    return [full for full in found if used & {version.key for version in forms.versions(work, full.form.key)}]


def find_form(work: Workplace, text: str) -> str:
    """Return the key of the form with a key or a title, the newest version. Raises form.unknown."""
    found = list_forms(work.database)
    if any(form.key == text for form in found):
        return text
    wanted = text.strip().casefold()
    named = [
        form
        for form in found
        if wanted and wanted in {form.title[each].strip().casefold() for each in LANGUAGES}
    ]
    if not named:
        raise TrainerError("form.unknown")
    return max(named, key=lambda form: form.version).key


class _Gathered(Struct):
    """Papers of one course after the other."""

    work: Workplace
    chain: Sequence[str] | None
    used_in: list[Course] = field(default_factory=list)
    scored: list[Scored] = field(default_factory=list)
    left_out: list[NeverCame] = field(default_factory=list)
    ratings: dict[tuple[str, Occasion], list[Rating]] = field(default_factory=lambda: defaultdict(list))
    sheets: dict[tuple[str, Occasion], dict[str, list[AnonymousPaper]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    rules: set[str] = field(default_factory=set)
    known: dict[str, FullForm] = field(default_factory=dict)

    def add(self, course: Course) -> None:
        """Take in the papers of a course."""
        named = [
            each for each in papers.list_papers(self.work.database, course.key) if self._wanted(each.form)
        ]
        counting = [each for each in scores.course_scores(self.work, course.key) if self._wanted(each.form)]
        before = self._taken()
        self._people(course, named, counting)
        self._unfinished(course, named, counting)
        if self._anonymous(course) or self._taken() > before:
            self.used_in.append(course)

    def _taken(self) -> int:
        return len(self.scored) + len(self.left_out) + sum(map(len, self.ratings.values()))

    def results(self, title: Texts, courses: Sequence[Course]) -> Results:
        """Return what came of it."""
        tests = {
            key: full
            for key in sorted({score.form for person in self.scored for score in person.scores.values()})
            if key and (full := self._form(key)) is not None
        }
        limits = {course.rule.post_test for course in courses}
        people = tuple(self.scored)
        return Results(
            title=title,
            courses=tuple(course.code for course in courses),
            people=people,
            learning=learnt(people),
            occasions=on_occasions(people),
            mixed=mixed_pairs(people),
            limit=limits.pop() if len(limits) == 1 else None,
            tests=results_by_form(people, _in_order(tests)),
            practical=tuple(self._practical()),
            feedback=tuple(self._feedback()),
            notes=tuple(self._notes(people)),
            left_out=tuple(self.left_out),
        )

    def _people(self, course: Course, named: Sequence[NamedPaper], counting: Sequence[TestScore]) -> None:
        by_key = {paper.key: paper for paper in named}
        names = names_on_list(self.work, course.key)
        by_enrolment: dict[str, dict[Occasion, TestScore]] = defaultdict(dict)
        tests = scores.counted_tests(self.work, course.key, counting)
        for score in tests.counted:
            by_enrolment[score.enrolment][score.occasion] = score
        self.left_out += tests.left_out
        rated: dict[str, list[NamedPaper]] = defaultdict(list)
        for paper in named:
            if paper.form is not None and paper.answers and self._is(paper.form, FormKind.PRACTICAL):
                rated[paper.enrolment].append(paper)
        for item in courses.list_enrolments(self.work.database, course.key):
            own, name = item.enrolment, names[item.enrolment.key]
            found = by_enrolment.get(own.key)
            if found:
                answers = {
                    occasion: by_key[score.paper].answers
                    for occasion, score in found.items()
                    if score.form and score.paper in by_key
                }
                self.scored.append(Scored(own.key, course.code, own.number, name, found, answers))
            for paper in rated.get(own.key, ()):
                rating = Rating(own.key, course.code, own.number, name, paper.answers)
                self.ratings[paper.form or "", paper.occasion].append(rating)

    def _unfinished(self, course: Course, named: Sequence[NamedPaper], counting: Sequence[TestScore]) -> None:
        whole = {
            score.paper for score in scores.all_scores(self.work, course.key) if self._wanted(score.form)
        }
        begun = [
            paper
            for paper in named
            if paper.form and paper.answers and self._is(paper.form, FormKind.TEST) and paper.key not in whole
        ]
        self.counts["unfinished"] += len(begun)
        self.counts["conflicts"] += sum(paper.conflict for paper in named)
        again = len(whole) - len(counting)
        if again > 0:
            self.counts["again"] += again
            self.rules.add(course.resit_rule.value)

    def _anonymous(self, course: Course) -> bool:
        """Take in the anonymous papers that are whole; tell whether there are any."""
        any_there = False
        for sitting in list_sittings(self.work.database, course.key):
            if not self._wanted(sitting.form) or not self._is(sitting.form, *_ANONYMOUS):
                continue
            found = feedback.collection(self.work, sitting.key)
            self.counts["waiting"] += found.waiting
            self.counts["begun"] += found.begun
            if found.shown:
                self.sheets[sitting.form, sitting.occasion][course.code] = list(found.shown)
                any_there = True
        return any_there

    def _practical(self) -> Iterable[PracticalResult]:
        for (key, occasion), ratings in self._by_form(self.ratings):
            full = self._form(key)
            if full is not None:
                yield practical_result(full, occasion, ratings)

    def _feedback(self) -> Iterable[FeedbackResult]:
        for (key, occasion), sheets in self._by_form(self.sheets):
            full = self._form(key)
            if full is not None:
                yield feedback_result(full, occasion, sheets)

    def _by_form[T](self, found: Mapping[tuple[str, Occasion], T]) -> list[tuple[tuple[str, Occasion], T]]:
        order = list(Occasion)

        def place(item: tuple[tuple[str, Occasion], T]) -> tuple[str, int, int, str]:
            (key, occasion), _ = item
            full = self._form(key)
            title = full.form.title.best("").casefold() if full else ""
            return title, full.form.version if full else 0, order.index(occasion), key

        return sorted(found.items(), key=place)

    def _notes(self, people: Sequence[Scored]) -> Iterable[Label]:
        counts = {"mixed": mixed_pairs(people), **self.counts}
        for name in ("mixed", "conflicts", "unfinished", "waiting", "begun"):
            if counts.get(name):
                yield Label(f"result_note.{name}", {"count": counts[name]})
        if self.counts["again"]:
            for rule in sorted(self.rules):
                values = {"count": self.counts["again"], "rule": Label(f"sitting.resit.{rule}")}
                yield Label("result_note.again", values)
        for full in self.known.values():
            if full.lost:
                yield Label("result_note.lost", {"form": full.form.title, "count": len(full.lost)})
            elif full.changed:
                yield Label("result_note.changed", {"form": full.form.title})

    def _wanted(self, form: str | None) -> bool:
        return self.chain is None or form in self.chain

    def _is(self, form: str, *kinds: FormKind) -> bool:
        full = self._form(form)
        return full is not None and full.form.kind in kinds

    def _form(self, key: str) -> FullForm | None:
        """Return a form, read once; None where it has not come to this laptop."""
        if key not in self.known and get_form(self.work.database, key) is not None:
            self.known[key] = forms.get_form(self.work, key)
        return self.known.get(key)


_ANONYMOUS = (FormKind.FEEDBACK, FormKind.FOLLOW_UP)


def _courses(work: Workplace, course: str | None, project: str | None) -> list[Course]:
    if course is not None:
        return [get_course(work, course).course]
    return search_courses(work, project)


def _title(work: Workplace, course: str | None, project: str | None, form: str | None) -> Texts:
    if form is not None:
        return forms.get_form(work, form).form.title
    if course is not None:
        return get_course(work, course).course.title
    return get_project(work, project).title if project is not None else words("report.all_courses")


def _in_order(found: Mapping[str, FullForm]) -> dict[str, FullForm]:
    """Return forms by title, the oldest version first."""
    ordered = sorted(
        found.items(),
        key=lambda item: (item[1].form.title.best("").casefold(), item[1].form.version, item[0]),
    )
    return dict(ordered)


class FigureLine(Struct, frozen=True):
    """One figure of learning: its code, name and value, and the band of a gain in words."""

    code: str
    name: str
    value: str
    band: str = ""


class ResultText:
    """Asked anew whenever something is shown, so that a change of language needs nothing else."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._speech = ReportSpeech(language, label_text)

    def word(self, code: str, **values: str) -> str:
        """Return a word of the results by its code after "results."."""
        return self._speech.word(f"results.{code}", **values).text

    def sentence(self, results: Results) -> str:
        """Return the answer to "did they learn?"."""
        return sentence(results.learning, self._speech).text

    def figures(self, results: Results) -> list[FigureLine]:
        """Return the figures of learning."""
        return [
            FigureLine(code, name.text, value, band)
            for code, name, value, band in figure_lines(results, self._speech)
        ]

    def notes(self, results: Results) -> list[str]:
        """Return what a reader must know before quoting the results."""
        return [label_text(label, self.language) for label in results.told()]

    def title(self, form: Form, occasion: Occasion | None = None) -> str:
        """Return what a form is called, with its version and the occasion."""
        return form_title(form, occasion, self._speech).text

    def question(self, question: Question) -> str:
        """Return a question's words on one line."""
        return " ".join(question.text.best(self.language).split())

    def percent(self, value: Fraction | None) -> str:
        """Return hundredths of a per cent with one decimal."""
        return percent_text(value, self.language)

    def change(self, value: Fraction | None) -> str:
        """Return a change in hundredths of a percentage point, with its sign."""
        return points_text(value, self.language)

    def gain(self, value: Fraction | None) -> str:
        """Return a gain with two decimals."""
        return ratio_text(value, self.language)

    def difficulty(self, value: Fraction | None) -> str:
        """Return p, with more decimals where a limit is near."""
        return ratio_text(value, self.language, (HARD, EASY))

    def discrimination(self, value: Fraction | None) -> str:
        """Return D, with more decimals where a limit is near."""
        return ratio_text(value, self.language, (Fraction(0), WEAK))

    def correlation(self, item: ItemResult) -> str:
        """Return r with two decimals."""
        return rounded_ratio(item.correlation(100), self.language)

    def step(self, value: Fraction | None, places: int = 1) -> str:
        """Return a step of a scale or another number without needless zeros."""
        return step_text(value, self.language, places)

    def flag(self, flag: ItemFlag) -> str:
        """Return what to look at in an item."""
        return self.word(f"flag.{flag.value}")

    def options(self, item: ItemResult) -> str:
        """Return who chose what, on one line."""
        return option_counts(item, self._speech)

    def reliability(self, found: Reliability | None, occasion: Occasion) -> str:
        """Return how far a test can be trusted, with its caution."""
        return reliability(found, occasion, self._speech).text

    def hidden(self, found: QuestionResult) -> str:
        """Return why nothing is shown, or what is not in a sum; "" where all is told."""
        return why_hidden(found, self._speech).text


_PAD = 1.4


class RowChart(StrEnum):
    """What stands in a row of a table."""

    GAIN = "gain"
    """A share before and one after."""
    ITEM = "item"
    """The same of an item, with the limits of hard and easy."""
    SCALE = "scale"
    """Counts of the steps of a scale."""
    SHARE = "share"
    """A share."""


class RowPicture(Struct, frozen=True):
    """The picture of one row: shares from 0 to 1 before and after, or counts."""

    before: Fraction | None = None
    after: Fraction | None = None
    counts: tuple[int, ...] = ()


def print_results(
    work: Workplace, results: Results, language: str, *, course: str | None = None, names: bool = True
) -> bytes:
    """Return results as PDF, headed by the facts of `course` where they are of one alone.

    `language` is one of `PAPER_LANGUAGES`. Raises paper.unknown_language, course.unknown; with `names`
    rights.no_names.
    """
    if names:
        rights.check(work, Right.NAMES)
    read_paper_language(language)
    fonts.use(resource("fonts"))
    facts = course_facts(work, get_course(work, course)) if course is not None else None
    return results_pdf(ResultsPaper(results, facts, work.today(), VERSION, names=names), language, label_text)


def results_name(results: Results, language: str, ending: str = "pdf") -> PaperName:
    """Return what results are called, as PDF or as another file: by the course, if it is one, and nobody."""
    what = results.courses[0] if len(results.courses) == 1 else "courses"
    tail = f"-{language}" if language else ""
    return PaperName(results.title.best(language), f"results-{what}{tail}.{ending}")


@guarded
def write_results_csv(work: Workplace, results: Results, language: str) -> bytes:
    """Return results as CSV, one figure a line; it names people. Raises rights.no_names."""
    return results_csv(results, language)


@guarded
def write_results_xlsx(work: Workplace, results: Results, language: str) -> bytes:
    """Return results as a workbook; it names people. Raises rights.no_names."""
    return results_xlsx(results, language)


def histogram(
    results: Results | TestResult, language: str, inks: ChartColours, width: float, height: float, size: float
) -> bytes | None:
    """Return the scores before and after as a PDF of the size asked for, in millimetres; None without a test.

    `size` is that of the type, in points.
    """
    fonts.use(resource("fonts"))
    shown = histogram_series(results, ReportSpeech(language, label_text))
    if not shown:
        return None
    paper = Paper(width, height, language, "")
    graphics.draw_histogram(paper, _PAD, 0.5, width - 2 * _PAD, height - 1, shown, inks, size)
    return paper.finish()


def row_pictures(
    chart: RowChart, rows: Sequence[RowPicture], inks: ChartColours, width: float, height: float
) -> bytes | None:
    """Return the pictures of rows as a PDF with one page, a strip for each row; None for no row."""
    if not rows:
        return None
    fonts.use(resource("fonts"))
    paper = Paper(width, height * len(rows), "en", "")
    for index, row in enumerate(rows):
        drawing = _drawing(chart, row, inks)
        if drawing is not None:
            drawing(paper, _PAD, (index + 0.5) * height, width - 2 * _PAD)
    paper.end_page()
    return paper.finish()


def _drawing(chart: RowChart, row: RowPicture, inks: ChartColours) -> Drawing | None:
    if chart is RowChart.SCALE:
        return graphics.scale_bar(row.counts, inks) if sum(row.counts) else None
    if chart is RowChart.SHARE:
        return graphics.share_bar(row.after, inks)
    draw = graphics.gain_line if chart is RowChart.GAIN else graphics.item_bar
    return draw(row.before, row.after, inks)
