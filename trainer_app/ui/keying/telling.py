"""What is said below the answers and beside the name: what was kept, what was not taken, what comes next."""

from PySide6.QtCore import QObject

from trainer_app.actions import keying
from trainer_app.domain.changes import Changes
from trainer_app.domain.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.keying.answer_keys import Unclear
from trainer_app.ui.keying.keying_foot import KeyingFoot
from trainer_app.ui.keying.run import Run
from trainer_app.ui.keying.sources import OpenPaper
from trainer_app.ui.shell.desk import Desk


class Telling(QObject):
    """Puts what a run does into words."""

    def __init__(self, desk: Desk, run: Run, foot: KeyingFoot) -> None:
        super().__init__(run)
        self.setObjectName("keying_telling")
        self._desk, self._run, self._foot = desk, run, foot

    def second_line(self, second_by: str) -> str:
        """Return what stands below the name of the open paper."""
        paper, source = self._run.paper, self._run.source
        entry = self.tr("Second entry: {name}").format(name=second_by)
        second = source is not None and source.second
        if paper is None:
            return entry if second and second_by else ""
        parts = []
        if isinstance(paper.held, keying.PaperView):
            parts.append(self.tr("No {number} on the list").format(number=paper.held.list_number))
        else:
            parts.append(self.tr("Nothing tells whose it is"))
        if paper.attempt > 1:
            parts.append(self.tr("Attempt {number}").format(number=paper.attempt))
        if second:
            parts.append(entry)
        return " · ".join(parts)

    def opened(self, paper: OpenPaper) -> None:
        """Say of a paper that is keyed in already that it may be corrected."""
        if paper.whole:
            said = self.tr(
                "Keyed in already. Each key corrects the answer in the frame; * or Esc puts it away."
            )
        elif paper.answered:
            said = self.tr("Goes on at the first answer that is missing.")
        else:
            said = ""
        self._foot.tell_hint(said)

    def closed(self, paper: OpenPaper | None) -> None:
        """Say that a paper is done with, or how much of it is missing."""
        last = self._run.last
        if paper is not None:
            sheet = self.tr("Sheet {number}").format(number=paper.number)
            unnumbered = self.tr("A sheet without a number")
            name = paper.name or (unnumbered if paper.number is None else sheet)
            count = len(paper.questions)
            self._foot.tell_saved(
                self.tr("{name}, {count} of {count}. The next paper.").format(name=name, count=count)
            )
        elif last is not None:
            left = len(last.questions) - last.answered
            self._foot.tell_hint(self.tr("Put away; missing: %n answer(s).", "", left))

    def kept(self, changes: Changes | None) -> None:
        """Say what is on the disk."""
        paper, place = self._run.paper, self._run.place
        if changes is not None:
            self._foot.tell_saved(messages.label_text(changes.label, self._desk.language.code))
        elif paper is not None:
            answer = paper.shown(place) or "\N{EN DASH}"
            self._foot.tell_saved(
                self.tr("question {number}: {answer}").format(number=place + 1, answer=answer)
            )

    def error(self, error: TrainerError) -> None:
        """Say why something was not kept."""
        self._foot.tell_problem(messages.text(error.code, self._desk.language.code, **error.values))

    def missing(self, count: int) -> None:
        """Say at the end of a paper that it is not whole."""
        self._foot.tell_problem(self.tr("Missing: %n answer(s). * says that the rest is blank.", "", count))

    def unclear(self, found: Unclear) -> None:
        """Say why a letter was not taken."""
        paper, place = self._run.paper, self._run.place
        if paper is None:
            return
        said = self.tr(
            "{letter} is {first} by its place on the keyboard, {second} by the alphabet: press the digit."
        )
        first, second = paper.mark(place, found.by_place), paper.mark(place, found.by_alphabet)
        self._foot.tell_problem(said.format(letter=found.letter, first=first, second=second))

    def no_option(self, text: str) -> None:
        """Say that a key means an option that there is not."""
        question = self._run.question
        if question is not None:
            said = self.tr("{key} is no answer here: the question has {count}.")
            self._foot.tell_problem(said.format(key=text.upper(), count=len(question.options)))
