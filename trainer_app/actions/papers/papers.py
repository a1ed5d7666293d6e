"""What a paper is: one entry from which its row, its command, its number of pages and its file's name follow.

The entries stand beside what makes the papers: `course_papers.COURSE_PAPERS`, `question_papers.FORM_PAPERS`,
and those of certificates and reports in their own areas. `form_warnings` name what would not be printed as
wanted: texts missing in a language, unprintable characters.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from msgspec import Struct, field

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations import forms
from trainer_app.actions.evaluations.forms import SittingView
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.text_cleaning import unprintable_signs
from trainer_app.domain.base.texts import DEFAULT, Texts, resource
from trainer_app.domain.courses.courses import CourseView, Participant
from trainer_app.domain.evaluations.forms import FormKind, FullForm, Occasion
from trainer_app.domain.papers.course_papers import (
    LAYOUT_CHOSEN,
    Leaf,
    PaperLayout,
    is_shuffled,
    read_layout,
    read_paper_language,
)


class Stage(Enum):
    """When a paper of a course is needed."""

    BEFORE = "before the course"
    ROOM = "in the room"
    AFTER = "after the course"


class PaperOption[T](Struct, frozen=True, eq=False):
    """Something to choose about a paper. `usual` is what it is where nobody says otherwise.

    `kind` is the type of its value: of bool the `flag` of the command line turns round what is usual, of list
    it may be repeated. `words` and `hint` (message codes) are those of its tick in the window. `file` is what
    a chosen value adds to the name of the file. Without `flag` it is no option of the command, whose `help`
    is in English only.
    """

    name: str
    usual: T
    kind: object = bool
    flag: str = ""
    help: str = ""
    words: str = ""
    hint: str = ""
    file: str = ""


class Chosen(Struct, frozen=True):
    """What is chosen about a paper; every other option is as usual."""

    values: Mapping[PaperOption[Any], Any] = field(default_factory=dict)

    def __getitem__[T](self, option: PaperOption[T]) -> T:
        value: T = self.values.get(option, option.usual)
        return value

    def changed[T](self, option: PaperOption[T], value: T) -> "Chosen":
        """Return the same with another value of an option."""
        return Chosen({**self.values, option: value})


USUAL = Chosen()


class PaperLine(Struct, frozen=True):
    """What is said of a paper: its pages, None where they are not counted before it is made.

    With 0 pages there is nothing to print, and `words` say why.
    """

    pages: int | None
    words: Label


class Paper[Printed](Struct, frozen=True, eq=False, kw_only=True):
    """A paper. `title` is a message code.

    `name` is that of its row, and begins its file's name unless `file` does. `make` returns the PDF of a
    course or a sitting (key) in one of `PAPER_LANGUAGES`; `line` counts its pages without making it, and
    `leaves` says which of them belong to one person, where there are several. `help` is what the command line
    says of it, in English. `noted` is called when it leaves the program, printed or as a file.

    `names` says whether it holds names of people: always, never, or where an option is chosen. Who may not
    take names along gets none of it: call `make_paper`, not `make`.
    """

    name: str
    title: str
    make: Callable[[Workplace, str, str, Chosen], bytes]
    line: Callable[[Workplace, Printed, Chosen], PaperLine]
    icon: str = "file"
    file: str = ""
    help: str = ""
    options: tuple[PaperOption[Any], ...] = ()
    noted: Callable[[Workplace, str, Chosen], object] | None = None
    leaves: Callable[[Workplace, str, str, Chosen], tuple[Leaf, ...]] | None = None
    names: "bool | PaperOption[bool]" = True

    def named(self, chosen: Chosen = USUAL) -> bool:
        """Tell whether it names people, with what is chosen about it."""
        return self.names if isinstance(self.names, bool) else chosen[self.names]

    def file_name(self, chosen: Chosen = USUAL) -> str:
        """Return what names a file with this paper, between the course's code and the language."""
        parts = (option.file.format(chosen[option]) for option in self.options if option in chosen.values)
        return (self.file or self.name) + "".join(parts)


class PrintedCourse(Struct, frozen=True):
    """What is read of a course once, for the lines of all its papers. `language`: of the papers."""

    view: CourseView
    everybody: tuple[Participant, ...]
    language: str

    @property
    def expected(self) -> tuple[Participant, ...]:
        """Who is on the list."""
        return tuple(each for each in self.everybody if each.expected)

    @property
    def people(self) -> int:
        """How many are expected in the room."""
        return len(self.expected)

    @property
    def erased(self) -> int:
        """How many of them were erased: no badge or card can bear their name."""
        return sum(not each.named for each in self.expected)


class CoursePaper(Paper[PrintedCourse], frozen=True, eq=False, kw_only=True):
    """A paper of a course: its row stands in the card of a stage, its command has its name."""

    stage: Stage


class PrintedForm(Struct, frozen=True):
    """What is read of a form of a course once, for the lines of all papers made of it.

    `people` are those expected in the room; `shuffled`: every paper has its own order of options;
    `warnings` are those of `form_warnings`, in the language of the papers; `layout` is that of the papers.
    """

    view: SittingView
    people: int
    language: str
    shuffled: bool
    warnings: tuple[Label, ...]
    layout: PaperLayout = PaperLayout.USUAL

    @property
    def kind(self) -> FormKind:
        """The kind of the form."""
        return self.view.form.form.kind

    @property
    def sitting(self) -> str:
        """The key of the sitting."""
        return self.view.sitting.key

    @property
    def occasion(self) -> Occasion:
        """When the form is filled in."""
        return self.view.sitting.occasion


class FormPaper(Paper[PrintedForm], frozen=True, eq=False, kw_only=True):
    """A paper made of forms of a kind: the first of a kind stands in the form's row, the others below it.

    With `help` it has a command, called `command` or `name`; several of one command differ by their kind.
    `plain` is printed where no such form is chosen. `beside_booklets` is what everybody gets instead of it
    where the questions stand in booklets.
    """

    kind: FormKind
    command: str = ""
    plain: Paper[PrintedCourse] | None = None
    beside_booklets: "FormPaper | None" = None

    def laid_out(self, layout: PaperLayout, *, shuffled: bool) -> "FormPaper":
        """Return what is printed for it in a layout: of a test that is shuffled there is no booklet."""
        apart = layout is PaperLayout.BOOKLET and not shuffled
        return self.beside_booklets if apart and self.beside_booklets else self


LAYOUT = PaperOption[PaperLayout | None](
    name="layout",
    kind=PaperLayout,
    usual=None,
    flag="--layout",
    help="How the questions lie on pages; by default as chosen last in the window.",
    file="{.in_file}",
)
"""None: the layout that was chosen last."""


def layout_of(work: Workplace, chosen: Chosen = USUAL) -> PaperLayout:
    """Return the layout of papers made of questions: what is chosen for them, else what was chosen last."""
    return chosen[LAYOUT] or read_layout(work.store.setting(LAYOUT_CHOSEN))


def is_layout_chosen(work: Workplace) -> bool:
    """Tell whether somebody chose a layout on this computer: else papers have the usual one, the longest."""
    return bool(work.store.setting(LAYOUT_CHOSEN))


@guarded
def make_named(work: Workplace, paper: Paper[Any], key: str, language: str, chosen: Chosen = USUAL) -> bytes:
    """Return a paper that names people. Raises rights.no_names."""
    return paper.make(work, key, language, chosen)


def make_paper(work: Workplace, paper: Paper[Any], key: str, language: str, chosen: Chosen = USUAL) -> bytes:
    """Return a paper as PDF: the one way by which window and command line make them.

    `key` is that of the course or the sitting. Raises rights.no_names where it names people and who is here
    takes none along.
    """
    if paper.named(chosen):
        return make_named(work, paper, key, language, chosen)
    return paper.make(work, key, language, chosen)


@guarded
def choose_layout(work: Workplace, layout: PaperLayout) -> Changes:
    """Keep a layout for all papers made of questions, on this computer."""
    work.store.change_setting(LAYOUT_CHOSEN, layout.value)
    return Changes(Label("paper.step.layout"))


def printed_course(work: Workplace, course: str, language: str = DEFAULT) -> PrintedCourse:
    """Read a course for the lines of its papers. Raises course.unknown."""
    view = get_course(work, course)
    return PrintedCourse(view, tuple(list_enrolments(work, course)), language)


def with_numbers(work: Workplace, course: str, numbers: Sequence[int]) -> list[str]:
    """Return the enrolments (keys) that have some numbers on the list. Raises paper.unknown_numbers."""
    by_number = {found.enrolment.number: found.enrolment.key for found in list_enrolments(work, course)}
    unknown = [number for number in numbers if number not in by_number]
    if unknown:
        listed = ", ".join(map(str, unknown[:5])) + (", …" if len(unknown) > 5 else "")
        raise TrainerError("paper.unknown_numbers", numbers=listed, count=len(unknown))
    return [by_number[number] for number in numbers]


_MOST_PLACES = 8


def form_warnings(
    work: Workplace, form: str, language: str = DEFAULT, layout: PaperLayout = PaperLayout.USUAL
) -> list[Label]:
    """Return what to know before a form is printed in a language; nothing if all is well.

    Of a test that is to be laid out in booklets it is told that it has none. Raises form.unknown,
    paper.unknown_language.
    """
    full = forms.get_form(work, form)
    tongue = read_paper_language(language)
    found = []
    if layout is PaperLayout.BOOKLET and is_shuffled(full):
        found.append(Label("paper.shuffled_compact"))
    if full.changed:
        found.append(Label("paper.form_changed", {"name": full.form.title}))
    for code, spoken in (("paper.texts_missing", tongue.main), ("paper.second_missing", tongue.second)):
        places = _missing(full, spoken) if spoken else []
        if places:
            name = Label(f"language.{spoken}")
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
    # Here: the attendance grid knows this module, and must not wait for what makes papers.
    from trainer_app.documents.base import fonts

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


class StrangeNames(Struct, frozen=True):
    """Numbers on the list of those concerned, and the signs that print as empty boxes, each once."""

    numbers: tuple[int, ...] = ()
    signs: str = ""


def strange_names(work: Workplace, course: str) -> StrangeNames:
    """Return whose name, Latin spelling, rank or unit holds such signs, of those expected in a course."""
    found = {
        item.enrolment.number: signs
        for item in list_enrolments(work, course)
        if item.expected and (signs := _signs_of(item))
    }
    return StrangeNames(tuple(sorted(found)), "".join(dict.fromkeys("".join(found.values()))))


def _signs_of(item: Participant) -> str:
    person = item.person
    return unprintable_signs("".join((person.name, person.latin, person.rank, person.unit)))
