"""Papers made of the forms of a course: tests, answer sheets, anonymous forms, rating sheets, keys.

`FORM_PAPERS` are their entries. Looking at one writes nothing; `mark_printed` freezes what was printed.
Warnings name what would not be printed as wanted: texts missing in a language, unprintable characters.
"""

from collections.abc import Iterator, Sequence

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import course_facts, get_course
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.actions.evaluations.forms import get_sitting
from trainer_app.actions.papers.course_papers import PLAIN_SHEETS, QUESTIONS
from trainer_app.actions.papers.papers import (
    USUAL,
    Chosen,
    FormPaper,
    PaperLine,
    PaperOption,
    PrintedForm,
    with_numbers,
)
from trainer_app.documents.base import fonts
from trainer_app.documents.evaluations.question_papers import (
    Extent,
    marked_extent,
    marked_sheets_pdf,
    papers_extent,
    question_papers_pdf,
)
from trainer_app.documents.evaluations.trainer_sheets import key_sheet_pdf, rating_grid_pdf
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import DEFAULT, Texts, resource
from trainer_app.domain.courses.courses import CourseFacts
from trainer_app.domain.evaluations.forms import (
    ANONYMOUS,
    OCCASIONS,
    FormKind,
    FullForm,
    Sitting,
    printed_number,
)
from trainer_app.domain.evaluations.questions import order_seed
from trainer_app.domain.papers.course_papers import (
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
    read_paper_language,
    spare_numbers,
)
from trainer_app.store.evaluations.papers import list_papers

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


def papers_of_test(work: Workplace, sitting: str, language: str = DEFAULT, chosen: Chosen = USUAL) -> bytes:
    """Return a numbered paper for everybody on the list, and some to spare.

    `language` is one of `PAPER_LANGUAGES`. Raises sitting.unknown, paper.unknown_language,
    paper.unknown_numbers, paper.wrong_kind, paper.spare_out_of_range, paper.nobody, form.no_questions,
    form.incomplete.
    """
    found, full = _ready(work, sitting, FormKind.TEST)
    papers = _listed(work, found, full, chosen[SPARE_PAPERS], chosen)
    return question_papers_pdf(_pile(work, found, full, papers, chosen), language)


def booklet(work: Workplace, sitting: str, language: str = DEFAULT) -> bytes:
    """Return the questions of a test without a number, to be read and used again beside answer sheets.

    Raises paper.shuffled where every paper has its own order, and what `papers_of_test` raises.
    """
    found, full = _ready(work, sitting, FormKind.TEST)
    if is_shuffled(full):
        raise TrainerError("paper.shuffled")
    papers = QuestionPapers(full, (QuestionPaper(),), _facts(work, found), found.occasion, booklet=True)
    return question_papers_pdf(papers, language)


def answer_sheets(work: Workplace, sitting: str, language: str = DEFAULT, chosen: Chosen = USUAL) -> bytes:
    """Return an answer sheet to a test for everybody on the list. Raises what `papers_of_test` raises."""
    found, full = _ready(work, sitting, FormKind.TEST)
    papers = _listed(work, found, full, chosen[SPARE_PAPERS])
    return marked_sheets_pdf(MarkedSheets(_facts(work, found), found.occasion, full, papers), language)


def key_sheet(work: Workplace, sitting: str, language: str = DEFAULT, chosen: Chosen = USUAL) -> bytes:
    """Return the right answers of a test; where papers are shuffled, for each paper number.

    Raises what `papers_of_test` raises.
    """
    found, full = _ready(work, sitting, FormKind.TEST)
    papers = _listed(work, found, full, chosen[SPARE_PAPERS], chosen)
    shown = papers if is_shuffled(full) else ()
    return key_sheet_pdf(KeySheet(_facts(work, found), found.occasion, full, shown), language)


def plan_numbers(work: Workplace, sitting: str, chosen: Chosen = USUAL) -> Chosen:
    """Choose the numbers that stand on anonymous sheets, one for each; they are taken by `mark_printed`.

    Papers that belong to somebody take none. Raises sitting.unknown, paper.spare_out_of_range.
    """
    found = get_sitting(work, sitting)
    if forms.get_form(work, found.form).form.kind not in ANONYMOUS:
        return chosen
    _check_spare(chosen[MORE_SHEETS])
    count = max(1, len(_expected(work, found)) + chosen[MORE_SHEETS])
    return chosen.changed(SHEET_NUMBERS, tuple(feedback.plan_numbers(work, sitting, count)))


def anonymous_sheets(work: Workplace, sitting: str, language: str, chosen: Chosen) -> bytes:
    """Return anonymous forms with planned numbers. Raises what `papers_of_test` raises."""
    found, full = _ready(work, sitting, FormKind.FEEDBACK, FormKind.FOLLOW_UP)
    papers = tuple(QuestionPaper(number) for number in chosen[SHEET_NUMBERS])
    return question_papers_pdf(_pile(work, found, full, papers, chosen), language)


def rating_sheets(work: Workplace, sitting: str, language: str = DEFAULT) -> bytes:
    """Return a rating sheet for everybody on the list. Raises what `papers_of_test` raises."""
    found, full = _ready(work, sitting, FormKind.PRACTICAL)
    papers = _listed(work, found, full) or (QuestionPaper(),) * 2
    return question_papers_pdf(_pile(work, found, full, papers), language)


def rating_grid(work: Workplace, sitting: str, language: str = DEFAULT) -> bytes:
    """Return everybody and every criterion on one sheet. Raises what `papers_of_test` raises."""
    found, full = _ready(work, sitting, FormKind.PRACTICAL)
    return rating_grid_pdf(RatingGrid(_facts(work, found), full, _listed(work, found, full)), language)


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


def _facts(work: Workplace, sitting: Sitting) -> CourseFacts:
    return course_facts(work, get_course(work, sitting.course))


def _pile(
    work: Workplace,
    sitting: Sitting,
    full: FullForm,
    papers: tuple[QuestionPaper, ...],
    chosen: Chosen = USUAL,
) -> QuestionPapers:
    """Return papers of a sitting as they lie on pages. Who is rated is always named."""
    kept = chosen[NAMES_STAY] or full.form.kind is FormKind.PRACTICAL
    names, facts = NamePlacement.KEPT if kept else NamePlacement.STRIP, _facts(work, sitting)
    return QuestionPapers(full, papers, facts, sitting.occasion, names, duplex=chosen[BOTH_SIDES])


def _listed(
    work: Workplace, sitting: Sitting, full: FullForm, spare: int = 0, chosen: Chosen = USUAL
) -> tuple[QuestionPaper, ...]:
    """Return the papers of everybody who is expected, or of chosen numbers; then those to spare."""
    begun = {
        paper.enrolment: paper.number
        for paper in list_papers(work.database, sitting.course)
        if (paper.form, paper.occasion, paper.attempt) == (sitting.form, sitting.occasion, 1)
    }
    everybody = list_enrolments(work, sitting.course)
    _check_spare(spare)
    numbers = chosen[ONLY_NUMBERS]
    wanted = set(with_numbers(work, sitting.course, numbers)) if numbers else None
    papers = []
    for each in everybody:
        own = each.enrolment
        if (own.key not in wanted) if wanted is not None else not each.expected:
            continue
        if chosen[RESIT] and wanted is not None:
            number = keying.next_attempt(work, sitting.key, own.key).paper.number
        else:
            number = begun.get(own.key, printed_number(own.number))
        papers.append(_paper(sitting, full, number, each.person.name))
    if wanted is None:
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


def _check_spare(spare: int) -> None:
    """Raise paper.spare_out_of_range for a number of spare papers that nobody needs."""
    if not 0 <= spare <= MOST_SPARE:
        raise TrainerError("paper.spare_out_of_range", spare=spare, most=MOST_SPARE)


def printed_forms(work: Workplace, course: str, language: str) -> list[PrintedForm]:
    """Read every form of a course for the lines of its papers, the earliest occasion first."""
    people = sum(each.expected for each in list_enrolments(work, course))
    return [
        PrintedForm(
            view,
            people,
            language,
            shuffled=is_shuffled(view.form),
            warnings=tuple(form_warnings(work, view.form.form.key, language)),
        )
        for view in forms.list_sittings(work, course)
    ]


def form_line(work: Workplace, printed: PrintedForm, paper: FormPaper, chosen: Chosen = USUAL) -> PaperLine:
    """Return what is said of a paper made of a form, or why it cannot be made."""
    try:
        return paper.line(work, printed, chosen)
    except TrainerError as error:
        return PaperLine(0, Label(error.code, error.values))


def _tests_line(work: Workplace, printed: PrintedForm, chosen: Chosen) -> PaperLine:
    found, full = _ready(work, printed.sitting)
    spare = chosen[SPARE_PAPERS]
    count = len(chosen[ONLY_NUMBERS]) or printed.people + spare
    pile = _pile(work, found, full, _unnamed(count), chosen)
    code = "paper.line.tests_spare" if spare else "paper.line.tests"
    return _counted(code, papers_extent(pile, printed.language), papers=count, spare=spare)


def _sheets_line(work: Workplace, printed: PrintedForm, chosen: Chosen) -> PaperLine:
    found, full = _ready(work, printed.sitting)
    papers = _unnamed(printed.people + chosen[SPARE_PAPERS])
    sheets = MarkedSheets(_facts(work, found), found.occasion, full, papers)
    return _counted("paper.line.sheets", marked_extent(sheets, printed.language))


def _anonymous_line(work: Workplace, printed: PrintedForm, chosen: Chosen) -> PaperLine:
    found, full = _ready(work, printed.sitting)
    count = max(1, printed.people + chosen[MORE_SHEETS])
    pile = _pile(work, found, full, _unnamed(count))
    return _counted("paper.line.anonymous", papers_extent(pile, printed.language), sheets=count)


def _ratings_line(work: Workplace, printed: PrintedForm, _chosen: Chosen) -> PaperLine:
    found, full = _ready(work, printed.sitting)
    pile = _pile(work, found, full, _unnamed(printed.people or 2))
    return _counted("paper.line.ratings", papers_extent(pile, printed.language))


def _counted(code: str, extent: Extent, **values: int) -> PaperLine:
    return PaperLine(extent.all, Label(code, {**values, "pages": extent.all}))


ONLY_NUMBERS = PaperOption[Sequence[int]](
    name="number", kind=list[int], usual=(), flag="--number", help="Only this number; may be repeated."
)
SPARE_PAPERS = PaperOption(
    name="spare", kind=int, usual=SPARE, flag="--spare", help="Papers beyond the list."
)
"""None of them where only some numbers are printed."""
MORE_SHEETS = PaperOption(name="spare", kind=int, usual=0, flag="--spare", help="Papers beyond the list.")
RESIT = PaperOption(
    name="resit",
    usual=False,
    flag="--resit",
    help="The next attempt of the numbers.",
    words="paper.option.resit",
    hint="paper.option.resit_hint",
)
NAMES_STAY = PaperOption(
    name="names",
    usual=False,
    flag="--names",
    help="Names stay on the papers.",
    words="paper.option.names_stay",
    hint="paper.option.names_stay_hint",
)
"""Otherwise they stand on a strip that is torn off."""
BOTH_SIDES = PaperOption(
    name="single_sided",
    usual=True,
    flag="--single-sided",
    help="Without white backs.",
    words="paper.option.both_sides",
    hint="paper.option.both_sides_hint",
)
"""Every paper begins on an odd page."""
ON_ONE_SHEET = PaperOption(name="grid", usual=False, flag="--grid", help="Everybody on one sheet.")
SHEET_NUMBERS = PaperOption[Sequence[int]](name="sheet_numbers", kind=list[int], usual=())
"""What `plan_numbers` chooses."""

TESTS = FormPaper(
    name="tests",
    icon="evaluations",
    kind=FormKind.TEST,
    title="paper.title.tests",
    help="Write the numbered papers of a test; without a form, plain answer sheets.",
    make=papers_of_test,
    line=_tests_line,
    options=(QUESTIONS, SPARE_PAPERS, ONLY_NUMBERS, RESIT, NAMES_STAY, BOTH_SIDES),
    plain=PLAIN_SHEETS,
)
ANSWER_SHEETS = FormPaper(
    name="sheets",
    kind=FormKind.TEST,
    title="paper.title.sheets",
    file="answers",
    command="answer-sheets",
    help="Write numbered answer sheets to a test; without a form, plain ones.",
    make=answer_sheets,
    line=_sheets_line,
    options=(QUESTIONS, SPARE_PAPERS),
    plain=PLAIN_SHEETS,
)
BOOKLET = FormPaper(
    name="booklet",
    kind=FormKind.TEST,
    title="paper.title.booklet",
    help="Write the questions of a test, to be used again beside answer sheets.",
    make=lambda work, sitting, language, _chosen: booklet(work, sitting, language),
    line=lambda _work, printed, _chosen: (
        PaperLine(0, Label("paper.line.no_booklet"))
        if printed.shuffled
        else PaperLine(None, Label("paper.line.booklet"))
    ),
)
KEY = FormPaper(
    name="key",
    kind=FormKind.TEST,
    title="paper.title.key",
    help="Write the right answers of a test, for the trainer alone.",
    make=key_sheet,
    line=lambda _work, _printed, _chosen: PaperLine(None, Label("paper.line.key")),
    options=(SPARE_PAPERS,),
)
FEEDBACK = FormPaper(
    name="feedback",
    icon="pen",
    kind=FormKind.FEEDBACK,
    title="paper.title.feedback",
    help="Write anonymous forms for everybody on the list; the standard one where none was chosen.",
    make=anonymous_sheets,
    line=_anonymous_line,
    options=(MORE_SHEETS,),
)
FOLLOW_UP = replace(
    FEEDBACK,
    name="follow-up",
    kind=FormKind.FOLLOW_UP,
    title="paper.title.follow_up",
    command="feedback",
)
RATINGS = FormPaper(
    name="ratings",
    icon="check",
    kind=FormKind.PRACTICAL,
    title="paper.title.ratings",
    help="Write the rating sheets of a practical, one for each participant.",
    make=lambda work, sitting, language, chosen: (rating_grid if chosen[ON_ONE_SHEET] else rating_sheets)(
        work, sitting, language
    ),
    line=_ratings_line,
    options=(ON_ONE_SHEET,),
)
GRID = FormPaper(
    name="grid",
    kind=FormKind.PRACTICAL,
    title="paper.title.grid",
    file="rating-grid",
    make=lambda work, sitting, language, _chosen: rating_grid(work, sitting, language),
    line=lambda _work, _printed, _chosen: PaperLine(None, Label("paper.line.grid")),
)
FORM_PAPERS = (TESTS, ANSWER_SHEETS, BOOKLET, KEY, FEEDBACK, FOLLOW_UP, RATINGS, GRID)
"""The first of a kind stands in the form's own row, the others below it."""
