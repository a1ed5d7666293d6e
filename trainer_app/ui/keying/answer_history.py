"""The history of the answer that is being keyed in: both entries, who, when, on which laptop."""

from PySide6.QtWidgets import QWidget

from trainer_app.actions import answer_history
from trainer_app.actions.keying import PaperView
from trainer_app.ui.keying.run import Run
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.history_panel import Around, RowHistoryPanel, Shown


class AnswerHistoryPanel(RowHistoryPanel):
    """Lies over the list of papers. Sheets of nobody have no history: nothing is shown of them."""

    def __init__(self, host: QWidget, desk: Desk, run: Run) -> None:
        self._desk, self._run = desk, run
        around = Around(self._read, lambda: desk.language.code, desk.today, lambda: desk.go("review"))
        super().__init__("keying", host, around)

    def title_words(self) -> str:
        """Return what the panel is called."""
        return self.tr("History of the answer")

    def nothing_words(self) -> str:
        """Say that nothing was ever written here."""
        return self.tr("Nothing was ever keyed in here.")

    def _read(self) -> Shown | None:
        paper = self._run.paper
        if paper is None or not isinstance(paper.held, PaperView):
            return None
        question = paper.questions[self._run.place]
        found = self._desk.ask(answer_history.answer_history, paper.key, question.key)
        if found is None:
            return None
        text = question.text.best(self._desk.language.code)
        place = self.tr("Question {number}: {text}").format(number=self._run.place + 1, text=text)
        return Shown(f"{paper.number}  {paper.name}", place, found)
