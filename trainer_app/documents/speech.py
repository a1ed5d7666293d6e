"""What a paper says, in its language and, where it has two, in second lines of the other."""

from collections.abc import Callable, Mapping

from trainer_app.documents.flow import Cell
from trainer_app.documents.wording import WORDS, say_plainly
from trainer_app.domain.changes import Label
from trainer_app.domain.paper_languages import Tongue, read_paper_language
from trainer_app.domain.texts import Texts

type SayIn = Callable[[Label, str], str]
"""Gives a label its words in a language."""


class Speech:
    """The voice of one paper. A `Cell` carries the text and, below it, the second line.

    `words` are the paper's own; those it does not have are looked up among the words of all papers.
    """

    def __init__(self, language: str, words: Mapping[str, Texts], say: SayIn = say_plainly) -> None:
        self.tongue: Tongue = read_paper_language(language)
        self.main = self.tongue.main
        self._words, self._say = words, say

    def texts(self, texts: Texts) -> Cell:
        """Return a text that people typed."""
        return Cell(self.tongue.first(texts), self.tongue.below(texts))

    def word(self, code: str, **values: str | Cell) -> Cell:
        """Return a word of the paper, with values put in; a cell gives each line the value of its language.

        Raises KeyError for a word that nobody wrote.
        """
        found = self.texts(self._texts_of(code))
        first = {name: value.text if isinstance(value, Cell) else value for name, value in values.items()}
        below = {
            name: (value.below or value.text) if isinstance(value, Cell) else value
            for name, value in values.items()
        }
        return Cell(found.text.format(**first), found.below.format(**below))

    def plain(self, code: str) -> str:
        """Return a word in the main language alone."""
        return self.tongue.first(self._texts_of(code))

    def label(self, label: Label) -> Cell:
        """Return the words of a label."""
        return self.made(lambda language: self._say(label, language))

    def made(self, make: Callable[[str], str]) -> Cell:
        """Return what is made for each language: days, numbers, ranks."""
        return self.texts(Texts(**{language: make(language) for language in self._languages()}))

    def both(self, code: str) -> str:
        """Return a word and its second one on one line, parted by a stroke."""
        return joined(self.word(code))

    def listed(self, names: tuple[Texts, ...]) -> Cell:
        """Return names parted by commas."""
        return self.made(lambda language: ", ".join(name.best(language) for name in names))

    def _languages(self) -> tuple[str, ...]:
        return (self.main, self.tongue.second) if self.tongue.second else (self.main,)

    def _texts_of(self, code: str) -> Texts:
        return self._words[code] if code in self._words else WORDS[code]


def joined(cell: Cell) -> str:
    """Return both lines of a cell as one, parted by a stroke."""
    return f"{cell.text} / {cell.below}" if cell.below else cell.text
