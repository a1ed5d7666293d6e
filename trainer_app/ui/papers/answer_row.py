"""The row of plain answer sheets, for a test that is not in the program: questions and pages."""

from PySide6.QtCore import Signal

from trainer_app.actions import papers
from trainer_app.actions.paper_pages import PaperPages
from trainer_app.domain.blanks import MOST_ITEMS
from trainer_app.domain.evaluations import Occasion
from trainer_app.ui.courses.fields import NumberField
from trainer_app.ui.papers.paper_row import SubRow
from trainer_app.ui.papers.papers import PaperOrder
from trainer_app.ui.widgets.naming import Retranslated

_FIELD = 64


class AnswerRow(Retranslated, SubRow):
    """`ordered` asks for the sheets with the number of questions that stands in `items`."""

    ordered = Signal(object)

    def __init__(self, name: str, occasion: Occasion) -> None:
        self.items = NumberField(f"{name}_items", 1, MOST_ITEMS, 20, step=5)
        super().__init__(name, self.items)
        self.occasion = occasion
        self.course = ""
        self._pages: PaperPages | None = None
        self.items.setFixedWidth(_FIELD)
        self.items.valueChanged.connect(self._say)
        self.button.clicked.connect(self._order)
        self.retranslate()

    def show_papers(self, course: str, pages: PaperPages) -> None:
        """Show how many sheets there are; another course brings its usual number of questions."""
        usual = pages.items[self.occasion]
        known = self._pages.items[self.occasion] if self._pages is not None else None
        if course != self.course or usual != known:
            self.items.setValue(usual)
        self.course, self._pages = course, pages
        self._say()

    def retranslate(self) -> None:
        """Set every word."""
        words = self.tr("Number of questions")
        self.items.setAccessibleName(words)
        self.items.setToolTip(words)
        self._say()

    def _say(self) -> None:
        """Say how many pages that number of questions takes."""
        second = self.tr("%n question(s), numbered", "", self.items.value())
        if self._pages is not None:
            count = self.tr("%n page(s)", "", self._pages.tests(self.items.value()))
            second = f"{second} · {count}"
        self.set_row(self._title(), second, self.tr("Show"))

    def _title(self) -> str:
        if self.occasion is Occasion.PRE:
            return self.tr("Plain answer sheets, pre-test")
        return self.tr("Plain answer sheets, post-test")

    def _order(self) -> None:
        course, occasion, items = self.course, self.occasion, self.items.value()
        self.ordered.emit(
            PaperOrder(
                self._title(),
                f"answers-{occasion.value}",
                lambda work, language: papers.answer_sheets(
                    work, course, language, occasion=occasion, items=items
                ),
            )
        )
