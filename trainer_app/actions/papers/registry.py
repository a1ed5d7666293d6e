"""What a printed paper of a course is: declared once, where it is made, and printed from there everywhere.

From an entry follow its row on the Print tab, its command on the command line, what is said of its pages,
and the name of its file. `actions.office.papers` puts the entries of all areas together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import DEFAULT
from trainer_app.domain.courses.courses import CourseView, Participant


class Stage(Enum):
    """When a paper is needed."""

    BEFORE = "before the course"
    ROOM = "in the room"
    AFTER = "after the course"


@dataclass(frozen=True, eq=False)
class PaperOption:
    """Something about a paper that can be had or not: a tick beside its button, a flag of its command.

    The tick is set at first if it is `usual`; the flag turns round what is usual. `words` and `hint` are
    message codes; what the command line says of itself is in English only.
    """

    name: str
    words: str
    hint: str
    usual: bool
    flag: str
    flag_help: str


type Chosen = frozenset[PaperOption]
"""The options of a paper that are wanted."""


@dataclass(frozen=True)
class PrintedCourse:
    """What is read of a course once, for the lines of all its papers. `language`: of the papers."""

    view: CourseView
    expected: tuple[Participant, ...]
    language: str

    @property
    def people(self) -> int:
        """How many are expected in the room."""
        return len(self.expected)


@dataclass(frozen=True)
class PaperLine:
    """What is said of a paper of a course. Without pages there is nothing to print, and `words` say why."""

    pages: int
    words: Label


@dataclass(frozen=True, eq=False)
class Paper:
    """A paper of a course. `name` is that of its command and of its row; `file` begins its file's name.

    `make` returns the PDF of a course (key) in one of `PAPER_LANGUAGES`; `line` counts its pages without
    making it. `title` is a message code; `help` is what the command line says, in English.
    """

    name: str
    icon: str
    stage: Stage
    title: str
    file: str
    help: str
    make: Callable[[Workplace, str, str, Chosen], bytes]
    line: Callable[[Workplace, PrintedCourse], PaperLine]
    options: tuple[PaperOption, ...] = ()

    @property
    def usual(self) -> Chosen:
        """The options that are wanted unless somebody says otherwise."""
        return frozenset(option for option in self.options if option.usual)


def printed_course(work: Workplace, course: str, language: str = DEFAULT) -> PrintedCourse:
    """Read a course for the lines of its papers. Raises course.unknown."""
    view = get_course(work, course)
    return PrintedCourse(
        view, tuple(each for each in list_enrolments(work, course) if each.expected), language
    )
