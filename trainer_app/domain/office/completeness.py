"""What is open behind the totals of a report: pairs that may be one person, what waits, what is missing.

It stands beside the totals, and above the notes, wherever a report is shown. It changes no figure.
"""

from collections.abc import Collection, Iterable

from msgspec import Struct

from trainer_app.domain.base.changes import Label

SILENT_DAYS = 21
"""A laptop of which nothing came for more days than these is named."""

type Pair = tuple[str, str]
"""Keys of two people who may be one."""


class Completeness(Struct, frozen=True):
    """How whole the data behind a report are.

    `ended` counts its courses whose last day is past, `unmarked` are the codes of those without any mark.
    `pairs` may be one person each, of the people counted: the persons may be up to `fewer` fewer.
    `contradictions` and `proposals` are open in its courses; files `set_aside` and `silent` laptops, by
    code, concern the whole office.
    """

    ended: int = 0
    unmarked: tuple[str, ...] = ()
    pairs: int = 0
    fewer: int = 0
    contradictions: int = 0
    proposals: int = 0
    set_aside: int = 0
    silent: tuple[str, ...] = ()

    @property
    def marked(self) -> int:
        """Courses that ended and have marks."""
        return self.ended - len(self.unmarked)

    @property
    def labels(self) -> tuple[Label, ...]:
        """Say how complete the data are, then what is open, each only where there is any."""
        whole = Label("completeness.line", {"marked": self.marked, "ended": self.ended})
        unmarked = {"count": len(self.unmarked), "courses": self.unmarked}
        silent = {"count": len(self.silent), "laptops": self.silent, "days": SILENT_DAYS}
        said = (
            (self.ended, whole),
            (len(self.unmarked), Label("completeness.unmarked", unmarked)),
            (self.pairs, Label("completeness.pairs", {"count": self.pairs, "fewer": self.fewer})),
            (self.contradictions, Label("completeness.contradictions", {"count": self.contradictions})),
            (self.proposals, Label("completeness.proposals", {"count": self.proposals})),
            (self.set_aside, Label("completeness.set_aside", {"count": self.set_aside})),
            (len(self.silent), Label("completeness.silent", silent)),
        )
        return tuple(label for count, label in said if count)

    @property
    def document(self) -> dict[str, object]:
        """The same as plain numbers, for programs."""
        return {
            "courses_ended": self.ended,
            "courses_with_marks": self.marked,
            "courses_without_marks": list(self.unmarked),
            "pairs": self.pairs,
            "persons_fewer_at_most": self.fewer,
            "contradictions": self.contradictions,
            "proposals": self.proposals,
            "files_set_aside": self.set_aside,
            "laptops_silent": list(self.silent),
        }


def fewer_at_most(pairs: Iterable[Pair]) -> int:
    """Return how many people fewer there would be if each pair were one: three in a ring are two fewer."""
    head: dict[str, str] = {}

    def root(key: str) -> str:
        while head.setdefault(key, key) != key:
            key = head[key]
        return key

    joined = 0
    for first, second in pairs:
        one, other = root(first), root(second)
        if one != other:
            head[other] = one
            joined += 1
    return joined


def within(pairs: Iterable[Pair], people: Collection[str]) -> list[Pair]:
    """Return the pairs of which both are among some people."""
    known = frozenset(people)
    return [pair for pair in pairs if pair[0] in known and pair[1] in known]
