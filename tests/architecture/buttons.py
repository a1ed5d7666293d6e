"""Which buttons the window has, read from its source, and which of them a run of the tests left alone."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.architecture.tree import Module, modules

QT = frozenset(("QAbstractButton", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton"))
SWITCH = "Switch"
"""The class of which any part counts for the whole: a row of words of which one is chosen."""
_WIDGETS = "trainer_app/ui/widgets"
PARTS = {f"{_WIDGETS}/overlays.py": ("close", "cancel", "no", "more"), f"{_WIDGETS}/passphrase.py": ("show",)}
"""Buttons of parts of the window that do the same wherever a part stands, without the screen: to close it, to
unfold its details, to show what is typed. Once pressed is enough for all of a kind."""
WITHOUT_A_PRESS = {
    "attendance_history_accept": "a panel to read",
    "attendance_legend_unknown": "counts marks of a newer version; none can be made with it",
    "certificate_history_accept": "a panel to read",
    "keying_history_accept": "a panel to read",
    "licences_accept": "a panel to read",
    "room_history_accept": "a panel to read",
}
"""Buttons that no person sees, or that do nothing, and why."""

type Record = tuple[str, int, str]
"""The file and the line in which a button was made, and its name without numbers."""


@dataclass(frozen=True)
class Site:
    """An expression that makes a button, and the lines that it takes."""

    place: str
    first: int
    last: int
    name: str
    """Its name, as a regular expression: parts that are composed elsewhere can be anything."""
    text: str

    def holds(self, record: Record) -> bool:
        """Tell whether a button was made here."""
        place, line, name = record
        return (
            place == self.place
            and self.first <= line <= self.last
            and re.fullmatch(self.name, name) is not None
        )

    def __str__(self) -> str:
        return f"{self.place}:{self.first} {self.text}"


def button_classes(found: Iterable[Module]) -> frozenset[str]:
    """Return the names of all classes that are buttons."""
    bases: dict[str, set[str]] = defaultdict(set)
    for module in found:
        for node in module.nodes:
            if isinstance(node, ast.ClassDef):
                bases[node.name].update(_name(base) for base in node.bases)
    known = {*QT, SWITCH}
    while more := {name for name, above in bases.items() if above & known} - known:
        known |= more
    return frozenset(known)


def sites(found: Iterable[Module], classes: frozenset[str]) -> Iterator[Site]:
    """Yield every expression that makes a button."""
    for module in found:
        for node in module.nodes:
            if isinstance(node, ast.Call) and _name(node.func) in classes:
                last = node.end_lineno or node.lineno
                yield Site(module.place, node.lineno, last, _pattern(node.args), ast.unparse(node))


def left_alone(
    made: Iterable[Record], pressed: Iterable[Record], known: Iterable[Site] | None = None
) -> list[str]:
    """Return what of the window's buttons no test made, and what was made and not pressed.

    `known` are the expressions of the source. A button is told by the file that makes it and by its name.
    """
    if known is None:
        window = [module for module in modules() if module.layer == "ui"]
        known = sites(window, button_classes(window))
    reached, clicked = set(made), {_told_apart(record) for record in pressed}
    by_place = defaultdict(list)
    for record in reached:
        by_place[record[0]].append(record)
    unmade = [f"{site}: never made" for site in known if not any(map(site.holds, by_place[site.place]))]
    # A switch makes its parts itself.
    there = {_told_apart(record) for record in reached if record[0] != f"{_WIDGETS}/controls.py"}
    left = {each for each in there - clicked if each[0].startswith("trainer_app/")}
    wrong = {each for each in clicked if each[1] in WITHOUT_A_PRESS}
    return [
        *(f"{place}: {name} is never pressed" for place, name in sorted(left) if name not in WITHOUT_A_PRESS),
        *(f"{place}: {name} can be pressed after all" for place, name in sorted(wrong)),
        *unmade,
    ]


def _told_apart(record: Record) -> tuple[str, str]:
    place, _, name = record
    end = name.rpartition("_")[2]
    return place, f"*_{end}" if end in PARTS.get(place, ()) else name


def _pattern(arguments: Sequence[ast.AST]) -> str:
    """Return what matches the object name that is passed first."""
    first = arguments[0] if arguments else None
    parts = first.values if isinstance(first, ast.JoinedStr) else [first]
    known = [part.value if isinstance(part, ast.Constant) else None for part in parts]
    return "".join(re.escape(family(part)) if isinstance(part, str) else ".*" for part in known)


def family(name: str) -> str:
    """Return a name without the keys and numbers that tell rows apart."""
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+", "N", name)


def _name(node: ast.AST) -> str:
    """Return the last name of an expression: "Tick" of `controls.Tick` and of `Tick[T]`."""
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
