"""What stands in a file of questions: what becomes of each line, and what is wrong with it."""

from PySide6.QtCore import QObject, Qt

from trainer_app.domain.answers import LETTERS
from trainer_app.domain.question_drafts import Fate, Found, QuestionFile
from trainer_app.domain.questions import Option
from trainer_app.domain.tables import Severity
from trainer_app.system.messages import label_text
from trainer_app.ui.bank.wording import BankWording, ChipWords
from trainer_app.ui.courses.two_lines import show_two_lines
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.models import Column, Index, Look, RowsModel
from trainer_app.ui.widgets.table import TableView

_ROW = 46


class FoundModel(RowsModel[Found]):
    """Columns: line, what happens, question with what is wrong below it, kind, what is right, topic."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        self._desk, self.wording = desk, BankWording(desk)
        columns: tuple[Column[Found], ...] = (
            Column("row", lambda: self.tr("Line"), lambda line: str(line.place.row or ""), 80, right=True),
            Column(
                "fate",
                lambda: self.tr("What happens"),
                lambda line: self._chip(line)[1],
                170,
                chip=self._chip,
            ),
            Column("question", lambda: self.tr("Question"), self._question, look=Look.STRONG),
            Column("kind", lambda: self.tr("Kind"), self._kind, 160, yields=2),
            Column("right", lambda: self.tr("Right"), self._right, 130, yields=1),
            Column("topic", lambda: self.tr("Topic"), self._topic, 150, look=Look.QUIET, yields=3),
        )
        super().__init__("question_import_model", columns, lambda line: str(line.place.row), parent)

    def show_in(self, table: TableView) -> None:
        """Show the model in a table."""
        table.show_model(self)
        show_two_lines(table, {"question": self.trouble}, _ROW, _due)

    def show_file(self, file: QuestionFile, *, only_problems: bool) -> None:
        """Show all lines of a file, or only questions with something to look at."""
        self.set_rows([line for line in file.lines if _due(line) or not only_problems])

    def trouble(self, line: Found) -> str:
        """Return what is wrong with a line, the gravest first, with the column where there is one."""
        order = sorted(line.troubles, key=lambda each: each.severity is not Severity.REFUSED)
        return " ".join(label_text(each.label, self._desk.language.code) for each in order)

    def answers(self, line: Found) -> str:
        """Return the options of a question in one line, with what each is worth, or the right answers."""
        question = line.question
        if question is None:
            return ""
        if question.options:
            return "   ".join(
                self._option(each, letter) for each, letter in zip(question.options, LETTERS, strict=False)
            )
        return "; ".join(each.value for each in question.accepted)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Say what is wrong in the tool tip and to a screen reader too."""
        if index.isValid() and self.columns[index.column()].name == "question":
            line = self.row(index.row())
            if role == Qt.ItemDataRole.ToolTipRole:
                return self.trouble(line) or None
            if role == Qt.ItemDataRole.AccessibleTextRole and line.troubles:
                return f"{super().data(index, role)}. {self.trouble(line)}"
        return super().data(index, role)

    def _chip(self, line: Found) -> ChipWords:
        return {
            Fate.TAKEN: (
                Tone.DUE if line.troubles else Tone.GOOD,
                self.tr("new question"),
                "alert" if line.troubles else "check",
            ),
            Fate.KNOWN: (Tone.QUIET, self.tr("there already"), "check"),
            Fate.LEFT_OUT: (Tone.QUIET, self.tr("no question"), "minus"),
            Fate.REFUSED: (Tone.BAD, self.tr("refused"), "close"),
        }[line.fate]

    def _question(self, line: Found) -> str:
        return self.wording.question(line.question) if line.question else line.words

    def _kind(self, line: Found) -> str:
        return self.wording.kind(line.question.kind) if line.question else ""

    def _right(self, line: Found) -> str:
        question = line.question
        if question is None:
            return ""
        if question.options and question.scored:
            return ", ".join(LETTERS[number - 1] for number in sorted(question.right_options))
        return "; ".join(each.value for each in question.accepted) if question.scored else "–"

    def _topic(self, line: Found) -> str:
        return self.wording.topic(line.question.topic) if line.question else ""

    def _option(self, option: Option, letter: str) -> str:
        words = " ".join(option.text.best(self._desk.language.code).split())
        worth = f" ({self.wording.plain(option.credit)} %)" if option.credit else ""
        return f"{letter}) {words}{worth}"


def _due(line: Found) -> tuple[str, ...]:
    """Say that what is wrong stands out; that a note is left out, or a question known, does not."""
    return ("question",) if line.troubles and line.fate in (Fate.TAKEN, Fate.REFUSED) else ()
