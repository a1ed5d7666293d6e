"""Papers made of the forms of a course: tests, answer sheets, anonymous forms, rating sheets, keys.

`FORM_PAPERS` are their entries. Looking at one writes nothing; `mark_printed` freezes what was printed.
"""

from collections.abc import Callable, Sequence

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import course_facts, get_course
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.actions.evaluations.forms import get_sitting
from trainer_app.actions.papers.course_papers import PLAIN_SHEETS, QUESTIONS
from trainer_app.actions.papers.papers import (
    LAYOUT,
    USUAL,
    Chosen,
    FormPaper,
    PaperLine,
    PaperOption,
    PrintedForm,
    form_warnings,
    layout_of,
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
from trainer_app.domain.base.texts import DEFAULT, PaperName, resource, word
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
    Leaf,
    MarkedSheets,
    NamePlacement,
    PaperLayout,
    QuestionPaper,
    QuestionPapers,
    RatingGrid,
    is_shuffled,
    orders_of,
    spare_numbers,
)
from trainer_app.store.evaluations.papers import list_papers

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


def booklet(work: Workplace, sitting: str, language: str = DEFAULT, chosen: Chosen = USUAL) -> bytes:
    """Return the questions of a test without a number, to be read and used again beside answer sheets.

    Raises paper.shuffled where every paper has its own order, and what `papers_of_test` raises.
    """
    found, full = _ready(work, sitting, FormKind.TEST)
    if is_shuffled(full):
        raise TrainerError("paper.shuffled")
    return question_papers_pdf(_booklet(work, found, full, chosen), language)


def _booklet(work: Workplace, sitting: Sitting, full: FullForm, chosen: Chosen) -> QuestionPapers:
    """Return a booklet. One that is used again says neither for which course it is nor for which occasion."""
    layout, only = layout_of(work, chosen), (QuestionPaper(),)
    if layout is PaperLayout.BOOKLET:
        return QuestionPapers(full, only, booklet=True, compact=True)
    facts = _facts(work, sitting)
    return QuestionPapers(full, only, facts, sitting.occasion, booklet=True, compact=layout.small)


def answer_sheets(work: Workplace, sitting: str, language: str = DEFAULT, chosen: Chosen = USUAL) -> bytes:
    """Return an answer sheet to a test for everybody on the list. Raises what `papers_of_test` raises."""
    found, full = _ready(work, sitting, FormKind.TEST)
    papers = _listed(work, found, full, chosen[SPARE_PAPERS], chosen)
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
    people = sum(each.expected for each in list_enrolments(work, found.course))
    numbers = feedback.plan_numbers(work, sitting, max(1, people + chosen[MORE_SHEETS]))
    return chosen.changed(SHEET_NUMBERS, tuple(numbers))


def anonymous_sheets(work: Workplace, sitting: str, language: str, chosen: Chosen) -> bytes:
    """Return anonymous forms with planned numbers. Raises what `papers_of_test` raises."""
    found, full = _ready(work, sitting, FormKind.FEEDBACK, FormKind.FOLLOW_UP)
    papers = tuple(QuestionPaper(number) for number in chosen[SHEET_NUMBERS])
    return question_papers_pdf(_pile(work, found, full, papers, chosen), language)


def rating_sheets(work: Workplace, sitting: str, language: str = DEFAULT, chosen: Chosen = USUAL) -> bytes:
    """Return a rating sheet for everybody on the list. Raises what `papers_of_test` raises."""
    found, full = _ready(work, sitting, FormKind.PRACTICAL)
    papers = _listed(work, found, full) or (QuestionPaper(),) * 2
    return question_papers_pdf(_pile(work, found, full, papers, chosen), language)


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


def preview_name(language: str, spoken: str) -> PaperName:
    """Return what that paper, in a language, is called in the one that is `spoken`."""
    return PaperName(word("paper.title.sample", spoken), f"sample-{language}.pdf")


@guarded
def mark_printed(work: Workplace, sitting: str, numbers: Sequence[int] = ()) -> Changes:
    """Say that papers of a sitting were printed or saved: its form is in use from now on, and frozen.

    `numbers` are those of anonymous sheets: no other sheets printed here get them.
    """
    full = forms.get_form(work, get_sitting(work, sitting).form)
    if numbers:
        feedback.keep_numbers(work, sitting, numbers)
    writes = forms.freeze(work, full)
    label = Label("form.step.freeze_test" if full.form.kind is FormKind.TEST else "form.step.freeze")
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
    pile = QuestionPapers(full, papers, facts, sitting.occasion, names, duplex=chosen[BOTH_SIDES])
    return replace(pile, compact=layout_of(work, chosen).small)


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
            layout=layout_of(work),
        )
        for view in forms.list_sittings(work, course)
    ]


def form_line(work: Workplace, printed: PrintedForm, paper: FormPaper, chosen: Chosen = USUAL) -> PaperLine:
    """Return what is said of a paper made of a form, or why it cannot be made."""
    try:
        return paper.line(work, printed, chosen)
    except TrainerError as error:
        return PaperLine(0, Label(error.code, error.values))


type _Count = Callable[[Workplace, str, str, Chosen, int], Extent]
"""Counts the pages of so many papers of a sitting (key) in a language: the order of options changes none."""


def _tests_extent(work: Workplace, sitting: str, language: str, chosen: Chosen, count: int) -> Extent:
    found, full = _ready(work, sitting)
    return papers_extent(_pile(work, found, full, (QuestionPaper(),) * count, chosen), language)


def _sheets_extent(work: Workplace, sitting: str, language: str, _chosen: Chosen, count: int) -> Extent:
    found, full = _ready(work, sitting)
    papers = MarkedSheets(_facts(work, found), found.occasion, full, (QuestionPaper(),) * count)
    return marked_extent(papers, language)


def _leaves_by(
    extent: _Count, count: Callable[[int, Chosen], int]
) -> Callable[[Workplace, str, str, Chosen], tuple[Leaf, ...]]:
    """Return what tells which pages belong to one paper; `count` is how many papers some people have."""

    def leaves(work: Workplace, sitting: str, language: str, chosen: Chosen) -> tuple[Leaf, ...]:
        people = sum(each.expected for each in list_enrolments(work, get_sitting(work, sitting).course))
        found = extent(work, sitting, language, chosen, count(people, chosen))
        return found.leaves if chosen[BOTH_SIDES] else ()

    return leaves


def _listed_count(people: int, chosen: Chosen) -> int:
    """Return how many papers `_listed` makes."""
    return len(chosen[ONLY_NUMBERS]) or people + chosen[SPARE_PAPERS]


def _tests_line(work: Workplace, printed: PrintedForm, chosen: Chosen) -> PaperLine:
    spare = chosen[SPARE_PAPERS]
    count = _listed_count(printed.people, chosen)
    extent = _tests_extent(work, printed.sitting, printed.language, chosen, count)
    code = "paper.line.tests_spare" if spare else "paper.line.tests"
    if printed.shuffled and printed.layout is PaperLayout.BOOKLET:
        code = "paper.line.tests_shuffled"
    return _counted(code, extent, chosen[BOTH_SIDES], papers=count, spare=spare)


def _sheets_line(work: Workplace, printed: PrintedForm, chosen: Chosen) -> PaperLine:
    count = _listed_count(printed.people, chosen)
    extent = _sheets_extent(work, printed.sitting, printed.language, chosen, count)
    own = TESTS.laid_out(printed.layout, shuffled=printed.shuffled) is ANSWER_SHEETS
    return _counted("paper.line.sheets_own" if own else "paper.line.sheets", extent, papers=count)


def booklets_wanted(printed: PrintedForm, chosen: Chosen = USUAL) -> int:
    """Return how many booklets a room needs; one to look at where everybody has the questions anyway."""
    apart = printed.layout is PaperLayout.BOOKLET
    return max(1, printed.people + chosen[SPARE_PAPERS]) if apart else 1


def _booklet_line(work: Workplace, printed: PrintedForm, chosen: Chosen) -> PaperLine:
    if printed.shuffled:
        return PaperLine(0, Label("paper.line.no_booklet"))
    count = booklets_wanted(printed, chosen)
    if count == 1:
        return PaperLine(None, Label("paper.line.booklet"))
    found, full = _ready(work, printed.sitting)
    each = papers_extent(_booklet(work, found, full, chosen), printed.language).all
    return _counted("paper.line.booklets", Extent(each, count * each, step=each), booklets=count)


def _anonymous_line(work: Workplace, printed: PrintedForm, chosen: Chosen) -> PaperLine:
    count = max(1, printed.people + chosen[MORE_SHEETS])
    extent = _tests_extent(work, printed.sitting, printed.language, chosen, count)
    return _counted("paper.line.anonymous", extent, sheets=count)


def _ratings_line(work: Workplace, printed: PrintedForm, chosen: Chosen) -> PaperLine:
    extent = _tests_extent(work, printed.sitting, printed.language, chosen, printed.people or 2)
    return _counted("paper.line.ratings", extent)


def _counted(code: str, extent: Extent, both: bool = True, **values: int) -> PaperLine:
    """Say how many pages there are, and how many sheets of paper where these are fewer."""
    fewer = both and extent.sheets < extent.all
    counts = {"pages": extent.all, "leaves": extent.sheets}
    words = Label("paper.extent.both" if fewer else "paper.extent.one", counts)
    return PaperLine(extent.all, Label(code, {**values, "extent": words}))


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

ANSWER_SHEETS = FormPaper(
    name="sheets",
    icon="evaluations",
    kind=FormKind.TEST,
    title="paper.title.sheets",
    file="answers",
    command="answer-sheets",
    help="Write numbered answer sheets to a test; without a form, plain ones.",
    make=answer_sheets,
    line=_sheets_line,
    leaves=_leaves_by(_sheets_extent, _listed_count),
    options=(QUESTIONS, SPARE_PAPERS, ONLY_NUMBERS, RESIT),
    plain=PLAIN_SHEETS,
)
TESTS = FormPaper(
    name="tests",
    icon="evaluations",
    kind=FormKind.TEST,
    title="paper.title.tests",
    help="Write the numbered papers of a test; without a form, plain answer sheets.",
    make=papers_of_test,
    line=_tests_line,
    leaves=_leaves_by(_tests_extent, _listed_count),
    options=(QUESTIONS, SPARE_PAPERS, ONLY_NUMBERS, RESIT, NAMES_STAY, BOTH_SIDES, LAYOUT),
    plain=PLAIN_SHEETS,
    beside_booklets=ANSWER_SHEETS,
)
BOOKLET = FormPaper(
    name="booklet",
    kind=FormKind.TEST,
    title="paper.title.booklet",
    help="Write the questions of a test, to be used again beside answer sheets.",
    make=booklet,
    line=_booklet_line,
    options=(LAYOUT,),
    names=False,
)
KEY = FormPaper(
    name="key",
    kind=FormKind.TEST,
    title="paper.title.key",
    help="Write the right answers of a test, for the trainer alone.",
    make=key_sheet,
    line=lambda _work, _printed, _chosen: PaperLine(None, Label("paper.line.key")),
    options=(SPARE_PAPERS,),
    names=False,
)
FEEDBACK = FormPaper(
    name="feedback",
    icon="pen",
    kind=FormKind.FEEDBACK,
    title="paper.title.feedback",
    help="Write anonymous forms for everybody on the list; the standard one where none was chosen.",
    make=anonymous_sheets,
    line=_anonymous_line,
    leaves=_leaves_by(_tests_extent, lambda _people, chosen: len(chosen[SHEET_NUMBERS])),
    options=(MORE_SHEETS, LAYOUT),
    names=False,
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
    make=lambda work, sitting, language, chosen: (
        rating_grid(work, sitting, language)
        if chosen[ON_ONE_SHEET]
        else rating_sheets(work, sitting, language, chosen)
    ),
    line=_ratings_line,
    leaves=_leaves_by(_tests_extent, lambda people, _chosen: people or 2),
    options=(ON_ONE_SHEET, LAYOUT),
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
