"""Papers of a course, ordered by a card or made at once, and named for the preview."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from trainer_app.actions import courses
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.paper_languages import PAPER_LANGUAGES
from trainer_app.system.messages import label_text
from trainer_app.ui.shell.desk import Desk, Paper
from trainer_app.ui.widgets.banner import Mood


@dataclass(frozen=True)
class PaperOrder:
    """A paper that is asked for: its words, the name of its file, and how it is made in a language.

    `kept` is called when it was printed or saved; `warn` says what to know before that.
    """

    words: str
    stem: str
    make: Callable[[Workplace, str], bytes]
    kept: Callable[[], object] | None = None
    warn: Callable[[Workplace, str], Sequence[Label]] | None = None


def paper_language(desk: Desk) -> str:
    """Return the language that papers were asked for last; at first that of the window."""
    chosen = desk.preferences.now.paper_language
    return chosen if chosen in PAPER_LANGUAGES else desk.language.code


def show_order(desk: Desk, order: PaperOrder, code: str) -> None:
    """Make a paper of the course with a code in the background, then show it."""
    language = paper_language(desk)

    def make(work: Workplace) -> tuple[bytes, Sequence[Label]]:
        return order.make(work, language), order.warn(work, language) if order.warn else ()

    kept = order.kept
    told = None if kept is None else lambda _how: kept()

    def show(made: tuple[bytes, Sequence[Label]]) -> None:
        data, warnings = made
        file = f"{code}-{order.stem}-{language}.pdf"
        desk.show_paper(Paper(data, f"{order.words} · {code}", file, told))
        if warnings:
            title = QCoreApplication.translate("CoursePapers", "Look at this before you print")
            said = (label_text(each, desk.language.code) for each in warnings)
            desk.tell(Mood.DUE, title, " ".join(said))

    desk.run(order.words, lambda work, _progress: make(work), done=show, writes=False)


def sign_in_paper(desk: Desk, course: str, day: date | None, language: str) -> Paper | None:
    """Make the sign-in sheet of a day (None: today or the first day); tell the error and return None."""
    # Here: the attendance grid knows this module, and must not wait for what makes papers.
    from trainer_app.actions import papers

    view = desk.ask(courses.get_course, course)
    data = desk.ask(papers.sign_in, course, day, language)
    if view is None or data is None:
        return None
    words = QCoreApplication.translate("CoursePapers", "Sign-in sheet")
    named = f"{words} · {desk.formats.weekday_short(day)}" if day else words
    stem = f"{view.course.code}-sign-in" + (f"-{day:%Y-%m-%d}" if day else "")
    return Paper(data, f"{named} · {view.course.code}", f"{stem}-{language}.pdf")
