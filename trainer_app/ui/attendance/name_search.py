"""Finding somebody while a name is typed: a key that opens it, or the first letter of the name itself.

A single letter that was typed into a table of marks may be a slip beside P or L. So nothing moves before
the second letter, and Enter behind a single one is the Enter of the table: nobody else gets the next mark.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from trainer_app.domain.attendance import GridRow
from trainer_app.domain.ranks import rank_name
from trainer_app.domain.texts import LANGUAGES
from trainer_app.ui.attendance.finding import find
from trainer_app.ui.attendance.strip import FieldStrip


class NameSearch(QObject):
    """Searches `people`, all of a course, and shows those found by their place among them."""

    def __init__(
        self,
        strip: FieldStrip,
        people: Callable[[], Sequence[GridRow]],
        current: Callable[[], int],
        show: Callable[[int], None],
    ) -> None:
        super().__init__(strip)
        self.setObjectName(f"{strip.objectName()}_search")
        self._strip, self._people, self._current, self._show = strip, people, current, show
        self._found: list[int] = []
        self._from = 0
        self._by_letter = False

    def begin(self, letter: str = "") -> None:
        """Ask for a name, a rank or a unit; a letter that was typed already begins it."""
        self._found, self._from = [], max(self._current(), 0)
        self._by_letter = bool(letter)
        self._strip.ask(self.tr("Find a person"), letter, self._hint())
        if letter:
            self._strip.field.deselect()
            self.follow(letter)

    def follow(self, text: str) -> None:
        """Go to whoever the text means so far; everything else says why nobody is meant."""
        self._found = []
        if self._is_slip(text):
            self._strip.note.setText(self.tr("The next letters of the name lead there · Esc goes back"))
            return
        self._found = find(text, *self._names())
        if self._found:
            self._go_to(self._found[0])
        elif text.strip():
            self._strip.note.setText(self.tr("Nobody in this course matches · Esc goes back"))
        else:
            self._strip.note.setText(self._hint())

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) one of those found."""
        if self._found:
            here = self._current()
            at = self._found.index(here) if here in self._found else -1
            self._go_to(self._found[(at + by) % len(self._found)])

    def enter(self) -> bool | None:
        """Take Enter: True to stay with who is shown, None for a slip, False where nobody was found.

        False leaves the field open, or the letters that follow would become marks.
        """
        text = self._strip.field.text()
        if self._is_slip(text):
            return None
        return bool(self._found) or not text.strip()

    def go_back(self) -> None:
        """Show whoever was current when the search began."""
        self._show(self._from)

    def _is_slip(self, text: str) -> bool:
        return self._by_letter and len(text.strip()) == 1

    def _names(self) -> tuple[list[str], list[str]]:
        people = self._people()
        names = [each.full_name or each.name for each in people]
        ranks = [[rank_name(each.rank, language) for language in LANGUAGES] for each in people]
        return names, [" ".join((*rank, each.unit)) for rank, each in zip(ranks, people, strict=True)]

    def _hint(self) -> str:
        return self.tr("Name, rank or unit, in any script or layout · Enter stays there, Esc goes back")

    def _go_to(self, person: int) -> None:
        self._show(person)
        facts = self._people()[person]
        self._strip.note.setText(
            self.tr("{place} of {count} · No. {number} {name}").format(
                place=self._found.index(person) + 1,
                count=len(self._found),
                number=facts.number,
                name=facts.full_name or facts.name,
            )
        )
