"""Which buttons the window has, read from its source, and which of them a run of the tests left alone."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.architecture.tree import SOURCE, Module, modules

QT = frozenset(("QAbstractButton", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton"))
SWITCH = "Switch"
"""The class of which any part counts for the whole: a row of words of which one is chosen."""
COMMAND = "Command"
"""The declaration of a button in a page with a list: its first argument ends the object name."""
_WIDGETS = "trainer_app/ui/widgets"
PARTS = {
    f"{_WIDGETS}/overlays.py": ("close", "cancel", "no", "more", "offer"),
    f"{_WIDGETS}/passphrase.py": ("show",),
    "trainer_app/ui/kit/history_panel.py": ("review",),
    "trainer_app/ui/kit/meanwhile.py": ("theirs", "yours"),
    "trainer_app/ui/kit/person_form.py": ("more",),
    f"{_WIDGETS}/pages.py": ("help",),
}
"""Buttons of parts of the window that do the same wherever a part stands, without the screen: to close it, to
unfold its details, to show what is typed, to open Review, to say whose value counts. Once pressed is
enough for all of a kind."""
_TO_READ = r"(attendance|room|keying|certificate)_history|licences|numbers_panel|standard_forms"
WITHOUT_A_PRESS = {
    rf"({_TO_READ})_accept": "a panel to read: there is nothing to accept",
    r"attendance_legend_unknown": "counts marks of a newer version; none can be made with it",
    r"course_register_open_course": "the register of a course is in that course",
    r"project_board_band_keep": "limits asked about for a project belong to no course",
    r"feedback_form_both": "only a test is written twice",
    r"preview_N_N_box": "shows what a form will look like",
    r"print_feedback_N_(fold|names|duplex|resit|(chosen|sheets|booklet|key|grid)_button)": "one paper",
    r"print_(pre|post)_N_grid_button": "only ratings have a grid",
    r"print_other_days_button": "days are unfolded, not printed together",
    r"(from_office_newer|office_newer|office_archive_files|office_gap_N)_button": "a row that only tells",
    r"(decided|settled_before)_N_button": "a row that only tells",
}
"""Buttons that a part of the window makes, and hides or switches off for good where it stands, by their name
as a regular expression, and why."""

type Record = tuple[str, int, str]
"""The file and the line in which a button was made, and its name without numbers."""


@dataclass(frozen=True)
class Site:
    """An expression that makes a button or lets the kit make one, and the lines that it takes."""

    place: str
    first: int
    last: int
    name: str
    """Its name, as a regular expression: parts that are composed elsewhere can be anything."""
    text: str
    declared: bool = False
    """Whether the button is made elsewhere."""

    def holds(self, record: Record) -> bool:
        """Tell whether a button was made here."""
        place, line, name = record
        here = place == self.place and self.first <= line <= self.last
        return (here or self.declared) and re.fullmatch(self.name, name) is not None

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
            if not isinstance(node, ast.Call):
                continue
            name = _name(node.func)
            if name not in classes and name != COMMAND:
                continue
            lines, text = (node.lineno, node.end_lineno or node.lineno), ast.unparse(node)
            if name in classes:
                yield Site(module.place, *lines, _pattern(node.args), text)
            else:
                yield Site(module.place, *lines, f".*_{_pattern(node.args)}", text, declared=True)


def left_alone(
    made: Iterable[Record], pressed: Iterable[Record], known: Iterable[Site] | None = None
) -> list[str]:
    """Return what of the window's buttons no test made, and what was made and not pressed.

    `known` are the expressions of the source. A button is told by the file that makes it and by its name.
    """
    if known is None:
        window = modules(SOURCE / "ui")
        known = sites(window, button_classes(window))
    reached, clicked = set(made), {_told_apart(record) for record in pressed}
    by_place = defaultdict(list)
    for record in reached:
        by_place[record[0]].append(record)
    unmade = [
        f"{site}: never made"
        for site in known
        if not any(map(site.holds, reached if site.declared else by_place[site.place]))
    ]
    # A switch makes its parts itself.
    there = {_told_apart(record) for record in reached if record[0] != f"{_WIDGETS}/controls.py"}
    left = {each for each in there - clicked if each[0].startswith("trainer_app/")}
    return [
        *(f"{place}: {name} is never pressed" for place, name in sorted(left) if not _is_dead(name)),
        *(f"{place}: {name} can be pressed after all" for place, name in sorted(clicked) if _is_dead(name)),
        *unmade,
    ]


def _is_dead(name: str) -> bool:
    return any(re.fullmatch(each, name) for each in WITHOUT_A_PRESS)


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
