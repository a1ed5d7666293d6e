"""Papers made of the forms of a course: tests, answer sheets, anonymous forms, rating sheets, keys.

Looking at a paper writes nothing; `mark_printed` tells that it was printed or saved, which freezes its form.
Warnings name what would not be printed as wanted: texts missing in a language, unprintable characters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import course_facts, get_course
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.actions.evaluations.forms import SittingView, get_sitting
from trainer_app.actions.papers.papers import with_numbers
from trainer_app.documents.base import fonts
from trainer_app.documents.evaluations.question_papers import (
    Extent,
    marked_extent,
    marked_sheets_pdf,
    papers_extent,
    question_papers_pdf,
)
from trainer_app.documents.evaluations.trainer_sheets import key_sheet_pdf, rating_grid_pdf
from trainer_app.domain.base.catalogue import resource
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import (
    OCCASIONS,
    FormKind,
    FullForm,
    Occasion,
    Sitting,
    printed_number,
)
from trainer_app.domain.evaluations.questions import order_seed
from trainer_app.domain.papers.course_papers import read_paper_language
from trainer_app.domain.papers.question_papers import (
    MOST_SPARE,
    SPARE,
    KeySheet,
    MarkedSheets,
    NamePlacement,
    QuestionPaper,
    QuestionPapers,
    RatingGrid,
    is_shuffled,
    orders_of,
    spare_numbers,
)
from trainer_app.store.evaluations import papers as stored

_MOST_PLACES = 8


def form_warnings(work: Workplace, form: str, language: str = DEFAULT) -> list[Label]:
    """Return what to know before a form is printed in a language; nothing if all is well.

    Raises form.unknown, paper.unknown_language.
    """
    full = forms.get_form(work, form)
    tongue = read_paper_language(language)
    found = []
    if full.changed:
        found.append(Label("paper.form_changed", {"name": full.form.title}))
    for code, spoken in (("paper.texts_missing", tongue.main), ("paper.second_missing", tongue.second)):
        places = _missing(full, spoken) if spoken else []
        if places:
            name = Label(f"paper.language.{spoken}")
            found.append(Label(code, {"language": name, "places": _first(places)}))
    return [*found, *_strange(full, (tongue.main, tongue.second))]


def _missing(full: FullForm, language: str) -> list[Label]:
    """Return where texts are missing in a language."""
    numbers = {question.key: number for number, question in enumerate(full.questions, 1)}
    return [
        _place(numbers.get(each.question, 0), each.option)
        for each in full.missing((language,))
        if each.question in numbers or not each.question
    ]


def _strange(full: FullForm, languages: Sequence[str]) -> list[Label]:
    """Return which signs of a form cannot be printed."""
    fonts.use(resource("fonts"))
    signs: dict[str, None] = {}
    places = []
    for place, texts in _texts(full):
        said = "".join({texts.best(language) for language in languages if language})
        strange = fonts.missing_letters("".join(said.split()), fonts.SANS)
        if strange:
            signs.update(dict.fromkeys(strange))
            places.append(place)
    return [Label("paper.signs_missing", {"letters": " ".join(signs), "places": _first(places)})] * bool(
        places
    )


def _texts(full: FullForm) -> Iterator[tuple[Label, Texts]]:
    """Yield every text that a paper prints, with its place."""
    yield _place(0, 0), full.form.title
    yield _place(0, 0), full.form.intro
    for number, question in enumerate(full.questions, 1):
        yield _place(number, 0), question.text
        for option, each in enumerate(question.options, 1):
            yield _place(number, option), each.text


def _place(number: int, option: int) -> Label:
    if not number:
        return Label("paper.place.title")
    if not option:
        return Label("paper.place.question", {"number": number})
    return Label("paper.place.option", {"number": number, "option": option})


def _first(places: Sequence[Label]) -> list[Label]:
    """Return the first places, and how many more there are."""
    rest = len(places) - _MOST_PLACES
    more = [Label("paper.place.more", {"count": rest})] if rest > 0 else []
    return [*places[:_MOST_PLACES], *more]


_SAMPLE = 7
"""The number on a paper that is looked at outside of a course."""


@dataclass(frozen=True)
class PaperChoice:
    """What is printed of a test. `numbers` on the list: only theirs, and none to spare.

    `resit`: the paper of their next attempt. `duplex`: every paper begins on an odd page.
    """

    names: NamePlacement = NamePlacement.STRIP
    spare: int = SPARE
    duplex: bool = True
    numbers: tuple[int, ...] = ()
    resit: bool = False


@dataclass(frozen=True)
class AnonymousSheets:
    """Anonymous sheets as PDF, and the numbers on them, in their order."""

    data: bytes
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Extents:
    """Pages of the papers of a sitting, and of its answer sheets where it has some."""

    papers: Extent
    sheets: Extent | None = None


USUAL = PaperChoice()


def papers_of_test(
    work: Workplace,
    sitting: str,
    language: str = DEFAULT,
    choice: PaperChoice = USUAL,
    progress: Progress = no_progress,
) -> bytes:
    """Return a numbered paper for everybody on the list, and some to spare.

    `language` is one of `PAPER_LANGUAGES`. Raises sitting.unknown, paper.unknown_language,
    paper.unknown_numbers, paper.wrong_kind, paper.spare_out_of_range, paper.nobody, form.no_questions,
    form.incomplete.
    """
    found, full = _ready(work, sitting, FormKind.TEST)
    return question_papers_pdf(_tests(work, found, full, choice), language, progress)


def booklet(work: Workplace, sitting: str, language: str = DEFAULT) -> bytes:
    """Return the questions of a test without a number, to be read and used again beside answer sheets.

    Raises paper.shuffled where every paper has its own order, and what `papers_of_test` raises.
    """
    found, full = _ready(work, sitting, FormKind.TEST)
    if is_shuffled(full):
        raise TrainerError("paper.shuffled")
    facts = course_facts(work, get_course(work, found.course))
    papers = QuestionPapers(full, (QuestionPaper(),), facts, found.occasion, booklet=True)
    return question_papers_pdf(papers, language)


def answer_sheets(
    work: Workplace,
    sitting: str,
    language: str = DEFAULT,
    *,
    spare: int = SPARE,
    progress: Progress = no_progress,
) -> bytes:
    """Return an answer sheet to a test for everybody on the list. Raises what `papers_of_test` raises."""
    found, full = _ready(work, sitting, FormKind.TEST)
    return marked_sheets_pdf(_sheets(work, found, full, spare), language, progress)


def key_sheet(work: Workplace, sitting: str, language: str = DEFAULT, choice: PaperChoice = USUAL) -> bytes:
    """Return the right answers of a test; where papers are shuffled, for each paper number.

    Raises what `papers_of_test` raises.
    """
    found, full = _ready(work, sitting, FormKind.TEST)
    pile = _tests(work, found, full, choice)
    assert pile.facts is not None
    papers = pile.papers if is_shuffled(full) else ()
    return key_sheet_pdf(KeySheet(pile.facts, found.occasion, full, papers), language)


def anonymous_sheets(
    work: Workplace,
    sitting: str,
    language: str = DEFAULT,
    *,
    spare: int = 0,
    progress: Progress = no_progress,
) -> AnonymousSheets:
    """Return anonymous forms for everybody on the list; the numbers are taken by `mark_printed`.

    Raises what `papers_of_test` raises.
    """
    found, full = _ready(work, sitting, FormKind.FEEDBACK, FormKind.FOLLOW_UP)
    count = max(1, len(_expected(work, found)) + _checked(spare))
    numbers = feedback.plan_numbers(work, sitting, count)
    data = question_papers_pdf(_anonymous(work, found, full, numbers), language, progress)
    return AnonymousSheets(data, tuple(numbers))


def rating_sheets(
    work: Workplace, sitting: str, language: str = DEFAULT, *, progress: Progress = no_progress
) -> bytes:
    """Return a rating sheet for everybody on the list. Raises what `papers_of_test` raises."""
    found, full = _ready(work, sitting, FormKind.PRACTICAL)
    return question_papers_pdf(_ratings(work, found, full), language, progress)


def rating_grid(work: Workplace, sitting: str, language: str = DEFAULT) -> bytes:
    """Return everybody and every criterion on one sheet. Raises what `papers_of_test` raises."""
    found, full = _ready(work, sitting, FormKind.PRACTICAL)
    facts = course_facts(work, get_course(work, found.course))
    return rating_grid_pdf(RatingGrid(facts, full, _listed(work, found, full)), language)


def preview(work: Workplace, form: str, language: str = DEFAULT) -> bytes:
    """Return one paper of a form as it will look, before any course uses it.

    Raises form.unknown, form.no_questions, documents.nothing_to_print, paper.unknown_language.
    """
    full = forms.get_form(work, form)
    if not full.questions:
        raise TrainerError("form.no_questions")
    fonts.use(resource("fonts"))
    number = None if full.form.anonymous else _SAMPLE
    paper = QuestionPaper(number, orders=orders_of(full, order_seed("", form, "", _SAMPLE)))
    occasion = OCCASIONS[full.form.kind][0] if full.form.kind is not FormKind.TEST else None
    return question_papers_pdf(QuestionPapers(full, (paper,), None, occasion, NamePlacement.KEPT), language)


def paper_extents(
    work: Workplace, sitting: str, language: str = DEFAULT, choice: PaperChoice = USUAL
) -> Extents:
    """Return how many pages the papers of a sitting take. Raises sitting.unknown, form.incomplete."""
    found, full = _ready(work, sitting)
    facts = course_facts(work, get_course(work, found.course))
    people = len(_expected(work, found))
    if full.form.kind is FormKind.TEST:
        count = len(choice.numbers) or people + choice.spare
        papers = _unnamed(count)
        tests = QuestionPapers(full, papers, facts, found.occasion, choice.names, duplex=choice.duplex)
        sheets = MarkedSheets(facts, found.occasion, full, _unnamed(people + choice.spare))
        return Extents(papers_extent(tests, language), marked_extent(sheets, language))
    if full.form.kind is FormKind.PRACTICAL:
        papers, names = _unnamed(people or 2), NamePlacement.KEPT
    else:
        papers, names = _unnamed(max(1, people)), NamePlacement.STRIP
    return Extents(papers_extent(QuestionPapers(full, papers, facts, found.occasion, names), language))


def mark_printed(work: Workplace, sitting: str, numbers: Sequence[int] = ()) -> Changes:
    """Say that papers of a sitting were printed or saved: its form is in use from now on, and frozen.

    `numbers` are those of anonymous sheets: no other sheets printed here get them.
    """
    found = get_sitting(work, sitting)
    if numbers:
        feedback.keep_numbers(work, sitting, numbers)
    writes = forms.freeze(work, forms.get_form(work, found.form))
    label = Label("form.step.freeze")
    return work.journal.record(label, writes) if writes else Changes(label)


def _ready(work: Workplace, sitting: str, *kinds: FormKind) -> tuple[Sitting, FullForm]:
    """Return a sitting and its form, which can be printed. Raises form.incomplete, paper.wrong_kind."""
    found = get_sitting(work, sitting)
    full = forms.get_form(work, found.form)
    if kinds and full.form.kind not in kinds:
        raise TrainerError("paper.wrong_kind", name=full.form.title)
    if full.lost:
        raise TrainerError("form.incomplete", count=len(full.lost), name=full.form.title)
    forms.freeze(work, full)
    fonts.use(resource("fonts"))
    return found, full


def _tests(work: Workplace, sitting: Sitting, full: FullForm, choice: PaperChoice) -> QuestionPapers:
    facts = course_facts(work, get_course(work, sitting.course))
    papers = _listed(work, sitting, full, _checked(choice.spare), choice)
    return QuestionPapers(full, papers, facts, sitting.occasion, choice.names, duplex=choice.duplex)


def _sheets(work: Workplace, sitting: Sitting, full: FullForm, spare: int) -> MarkedSheets:
    facts = course_facts(work, get_course(work, sitting.course))
    return MarkedSheets(facts, sitting.occasion, full, _listed(work, sitting, full, _checked(spare)))


def _anonymous(work: Workplace, sitting: Sitting, full: FullForm, numbers: Sequence[int]) -> QuestionPapers:
    facts = course_facts(work, get_course(work, sitting.course))
    papers = tuple(QuestionPaper(number) for number in numbers)
    return QuestionPapers(full, papers, facts, sitting.occasion)


def _ratings(work: Workplace, sitting: Sitting, full: FullForm) -> QuestionPapers:
    facts = course_facts(work, get_course(work, sitting.course))
    papers = _listed(work, sitting, full) or (QuestionPaper(),) * 2
    return QuestionPapers(full, papers, facts, sitting.occasion, NamePlacement.KEPT)


def _listed(
    work: Workplace, sitting: Sitting, full: FullForm, spare: int = 0, choice: PaperChoice = USUAL
) -> tuple[QuestionPaper, ...]:
    """Return the papers of everybody who is expected, or of chosen numbers; then those to spare."""
    begun = {
        paper.enrolment: paper.number
        for paper in stored.list_papers(work.database, sitting.course)
        if (paper.form, paper.occasion, paper.attempt) == (sitting.form, sitting.occasion, 1)
    }
    everybody = list_enrolments(work, sitting.course)
    chosen = set(with_numbers(work, sitting.course, choice.numbers)) if choice.numbers else None
    papers = []
    for each in everybody:
        own = each.enrolment
        if (own.key not in chosen) if chosen is not None else not each.expected:
            continue
        if choice.resit and chosen is not None:
            number = keying.next_attempt(work, sitting.key, own.key).paper.number
        else:
            number = begun.get(own.key, printed_number(own.number))
        papers.append(_paper(sitting, full, number, each.person.name))
    if chosen is None:
        taken = [*begun.values(), *(each.enrolment.number for each in everybody)]
        papers += [_paper(sitting, full, number) for number in spare_numbers(taken, spare)]
    if not papers and full.form.kind is FormKind.TEST:
        raise TrainerError("paper.nobody")
    return tuple(papers)


def _paper(sitting: Sitting, full: FullForm, number: int, name: str = "") -> QuestionPaper:
    seed = order_seed(sitting.course, sitting.form, sitting.occasion.value, number)
    return QuestionPaper(number, name, orders_of(full, seed))


def _unnamed(count: int) -> tuple[QuestionPaper, ...]:
    """Return papers to count pages with: the order of the options does not change them."""
    return (QuestionPaper(),) * count


def _expected(work: Workplace, sitting: Sitting) -> list[str]:
    return [each.enrolment.key for each in list_enrolments(work, sitting.course) if each.expected]


def _checked(spare: int) -> int:
    """Raise paper.spare_out_of_range for a number of spare papers that nobody needs."""
    if not 0 <= spare <= MOST_SPARE:
        raise TrainerError("paper.spare_out_of_range", spare=spare, most=MOST_SPARE)
    return spare


STANDARD = {FormKind.FEEDBACK: "feedback_short", FormKind.FOLLOW_UP: "follow_up"}
"""The forms that anonymous papers are made of where nothing else was chosen."""


@dataclass(frozen=True)
class SittingLine:
    """A form of a course as something to print. `extents` are None where `problem` says why it cannot be.

    `people` are those expected in the room; `shuffled`: every paper has its own order of options;
    `warnings` are those of `question_warnings`, in the language of the papers.
    """

    view: SittingView
    people: int
    extents: Extents | None = None
    problem: Label | None = None
    shuffled: bool = False
    warnings: tuple[Label, ...] = ()

    @property
    def kind(self) -> FormKind:
        """The kind of the form."""
        return self.view.form.form.kind


def sitting_lines(work: Workplace, course: str, language: str) -> list[SittingLine]:
    """Return every form of a course with the pages of its papers, the earliest occasion first."""
    people = sum(each.expected for each in list_enrolments(work, course))
    found = []
    for view in forms.list_sittings(work, course):
        line = SittingLine(view, people, shuffled=is_shuffled(view.form))
        try:
            extents = paper_extents(work, view.sitting.key, language)
        except TrainerError as error:
            found.append(replace(line, problem=Label(error.code, error.values)))
            continue
        warnings = form_warnings(work, view.form.form.key, language)
        found.append(replace(line, extents=extents, warnings=tuple(warnings)))
    return found


def find_sitting(
    work: Workplace, course: str, kind: FormKind, occasion: Occasion | None = None, title: str = ""
) -> SittingView | None:
    """Return the sitting of a kind of form, on an occasion and with words in its title where asked for.

    The whole title goes before words that stand in several.

    Without an occasion the earliest one counts. None where no form was chosen. Raises paper.several_forms.
    """
    found = [each for each in forms.list_sittings(work, course) if each.form.form.kind is kind]
    wanted = title.casefold()
    fitting = [
        each
        for each in found
        if occasion in (None, each.sitting.occasion)
        and any(wanted in each.form.form.title[spoken].casefold() for spoken in LANGUAGES)
    ]
    if occasion is None and fitting:
        fitting = [each for each in fitting if each.sitting.occasion is fitting[0].sitting.occasion]
    if wanted and len(fitting) > 1:
        titles = [{each.form.form.title[spoken].casefold() for spoken in LANGUAGES} for each in fitting]
        exact = [each for each, own in zip(fitting, titles, strict=True) if wanted in own]
        fitting = exact or fitting
    if len(fitting) > 1:
        raise TrainerError("paper.several_forms", names=[each.form.form.title for each in fitting])
    if title and not fitting:
        raise TrainerError("paper.no_form")
    return fitting[0] if fitting else None


def choose_standard(
    work: Workplace, course: str, kind: FormKind, occasion: Occasion | None = None
) -> Changes:
    """Let a course use the standard form of an anonymous kind; `key` of what is returned is the sitting's.

    Raises course.unknown, sitting.wrong_occasion.
    """
    with work.journal.transaction():
        form = forms.ensure_standard_form(work, STANDARD[kind])
        return forms.choose_form(work, course, form, occasion or OCCASIONS[kind][0])
