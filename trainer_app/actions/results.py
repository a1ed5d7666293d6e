"""What tests, ratings and feedback say: of a course, of a project's courses, of all, or of one form."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from trainer_app.actions import feedback_papers, forms, scores
from trainer_app.actions.courses import get_course, list_courses
from trainer_app.actions.projects import get_project
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.courses import Course
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.evaluations import Occasion, TestScore
from trainer_app.domain.feedback_results import FeedbackResult, feedback_result
from trainer_app.domain.forms import FormKind, FullForm
from trainer_app.domain.practical_results import PracticalResult, Rating, practical_result
from trainer_app.domain.results import Results, Scored, learnt, mixed_pairs, on_occasions, results_by_form
from trainer_app.domain.sittings import AnonymousPaper, NamedPaper
from trainer_app.domain.texts import LANGUAGES, Texts
from trainer_app.store import enrolments, papers, people
from trainer_app.store import forms as stored_forms

ALL_COURSES = Texts(tg="Ҳамаи курсҳо", ru="Все курсы", en="All courses")


def results(
    work: Workplace, *, course: str | None = None, project: str | None = None, form: str | None = None
) -> Results:
    """Return the results of a course, of a project's courses, or of all; with `form`, of its versions alone.

    Of several papers of a person for one occasion the one counts that counts for the certificate too
    (`scores.scores`). Raises course.unknown, project.unknown, form.unknown.
    """
    chosen = _courses(work, course, project)
    chain = [version.key for version in forms.versions(work, form)] if form is not None else None
    gathered = _Gathered(work, chain)
    for each in chosen:
        gathered.add(each)
    title = _title(work, course, project, form)
    return gathered.results(title, chosen if chain is None else gathered.used_in)


def used_forms(work: Workplace) -> list[FullForm]:
    """Return the newest version of every form that some course uses, by kind and title."""
    used = {sitting.form for sitting in stored_forms.list_sittings(work.database)}
    found = [forms.get_form(work, form.key) for form in forms.list_forms(work)]
    return [full for full in found if used & {version.key for version in forms.versions(work, full.form.key)}]


def find_form(work: Workplace, text: str) -> str:
    """Return the key of the form with a key or a title, the newest version. Raises form.unknown."""
    found = stored_forms.list_forms(work.database)
    if any(form.key == text for form in found):
        return text
    wanted = text.strip().casefold()
    named = [
        form
        for form in found
        if wanted and wanted in {getattr(form.title, each).strip().casefold() for each in LANGUAGES}
    ]
    if not named:
        raise TrainerError("form.unknown")
    return max(named, key=lambda form: form.version).key


@dataclass
class _Gathered:
    """Papers of one course after the other."""

    work: Workplace
    chain: Sequence[str] | None
    used_in: list[Course] = field(default_factory=list)
    scored: list[Scored] = field(default_factory=list)
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
        counting = [each for each in scores.scores(self.work, course.key) if self._wanted(each.form)]
        before = len(self.scored) + sum(map(len, self.ratings.values()))
        self._people(course, named, counting)
        self._unfinished(course, named, counting)
        if self._anonymous(course) or len(self.scored) + sum(map(len, self.ratings.values())) > before:
            self.used_in.append(course)

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
        )

    def _people(self, course: Course, named: Sequence[NamedPaper], counting: Sequence[TestScore]) -> None:
        by_key = {paper.key: paper for paper in named}
        persons = people.people_by_key(self.work.database)
        by_enrolment: dict[str, dict[Occasion, TestScore]] = defaultdict(dict)
        for score in counting:
            by_enrolment[score.enrolment][score.occasion] = score
        rated: dict[str, list[NamedPaper]] = defaultdict(list)
        for paper in named:
            if paper.form is not None and paper.answers and self._is(paper.form, FormKind.PRACTICAL):
                rated[paper.enrolment].append(paper)
        for item in enrolments.list_enrolments(self.work.database, course.key):
            own, name = item.enrolment, persons[item.enrolment.person].short_name
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
        for sitting in stored_forms.list_sittings(self.work.database, course.key):
            if not self._wanted(sitting.form) or not self._is(sitting.form, *_ANONYMOUS):
                continue
            found = feedback_papers.collection(self.work, sitting.key)
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
        for (key, occasion), courses in self._by_form(self.sheets):
            full = self._form(key)
            if full is not None:
                yield feedback_result(full, occasion, courses)

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
        if key not in self.known and stored_forms.get_form(self.work.database, key) is not None:
            self.known[key] = forms.get_form(self.work, key)
        return self.known.get(key)


_ANONYMOUS = (FormKind.FEEDBACK, FormKind.FOLLOW_UP)


def _courses(work: Workplace, course: str | None, project: str | None) -> list[Course]:
    if course is not None:
        return [get_course(work, course).course]
    return [line.course for line in list_courses(work, project)]


def _title(work: Workplace, course: str | None, project: str | None, form: str | None) -> Texts:
    if form is not None:
        return forms.get_form(work, form).form.title
    if course is not None:
        return get_course(work, course).course.title
    return get_project(work, project).title if project is not None else ALL_COURSES


def _in_order(found: Mapping[str, FullForm]) -> dict[str, FullForm]:
    """Return forms by title, the oldest version first."""
    ordered = sorted(
        found.items(),
        key=lambda item: (item[1].form.title.best("").casefold(), item[1].form.version, item[0]),
    )
    return dict(ordered)
