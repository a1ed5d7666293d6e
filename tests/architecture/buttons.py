"""Which buttons the window declares, and which of them the tests press: read from the source of both.

A first net, not a proof: a button counts as pressed where a test names it, or presses an attribute that is
called as the one that holds it.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.architecture.tree import Module

QT = frozenset(("QAbstractButton", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton"))
PRESSING = frozenset(("click", "toggle", "setChecked", "animateClick", "toggled", "clicked"))
"""Methods and signals of a button that a test uses to press it."""
DRIVING = frozenset(("click", "press", "find", "tap", "press_button", "_hit", "mouseClick"))
"""Functions that a test gives a button or its name to."""
COMMAND = "Command"
"""The declaration of a button in a page with a list: its first argument ends the object name."""


@dataclass(frozen=True)
class Declared:
    """One button: the end of its object name ("" where that is composed elsewhere), and its attribute."""

    place: str
    name: str
    whole: bool
    attribute: str

    def __str__(self) -> str:
        return f"{self.place}: {'' if self.whole else '*'}{self.name} {self.attribute}".rstrip()


def button_classes(modules: Iterable[Module]) -> frozenset[str]:
    """Return the names of all classes that are buttons."""
    bases: dict[str, set[str]] = {}
    for module in modules:
        for node in module.nodes:
            if isinstance(node, ast.ClassDef):
                bases.setdefault(node.name, set()).update(_name(base) for base in node.bases)
    found = set(QT)
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return frozenset(found)


def declared(modules: Iterable[Module], classes: frozenset[str]) -> Iterator[Declared]:
    """Yield every button that is made with an object name of its own."""
    for module in modules:
        held = {
            id(node.value): _name(node.targets[0])
            for node in module.nodes
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute)
        }
        for node in module.nodes:
            if isinstance(node, ast.Call) and _name(node.func) == COMMAND and node.args:
                name, whole = _text(node.args[0])
                if whole:
                    yield Declared(module.place, f"_{name}", whole=False, attribute=name)
            elif isinstance(node, ast.Call) and _name(node.func) in classes and node.args:
                name, whole = _text(node.args[0])
                attribute = held.get(id(node), "")
                if name or attribute:
                    yield Declared(module.place, name, whole, attribute)


@dataclass(frozen=True)
class Pressed:
    """What the tests press: words that stand in them, and attributes that they press."""

    words: frozenset[str]
    attributes: frozenset[str]

    def presses(self, button: Declared) -> bool:
        """Tell whether a button is among them."""
        if button.attribute in self.attributes:
            return True
        if button.whole:
            return button.name in self.words
        return bool(button.name) and any(word.endswith(button.name) for word in self.words)


def pressed(tests: Iterable[Module]) -> Pressed:
    """Return what the tests press."""
    words: set[str] = set()
    attributes: set[str] = set()
    for module in tests:
        for node in module.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
            elif isinstance(node, ast.Attribute) and node.attr in PRESSING:
                attributes |= {_name(node.value), _key(node.value)}
            elif isinstance(node, ast.Call) and _name(node.func) in DRIVING:
                given = [each for part in node.args for each in ast.walk(part)]
                attributes |= {each.attr for each in given if isinstance(each, ast.Attribute)}
                attributes |= {_key(each) for each in given}
    return Pressed(frozenset(words), frozenset(attributes))


def _name(node: ast.AST) -> str:
    """Return the last name of an expression: "save" of `page.head.save` and of `save[T]`."""
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _key(node: ast.AST) -> str:
    """Return "save" of `page.buttons["save"]`."""
    key = node.slice if isinstance(node, ast.Subscript) else node
    return str(key.value) if key is not node and isinstance(key, ast.Constant) else ""


def _text(node: ast.AST) -> tuple[str, bool]:
    """Return a text and whether it is all of it: of a composed one only what stands at its end."""
    if isinstance(node, ast.Constant):
        return str(node.value), True
    if isinstance(node, ast.JoinedStr) and isinstance(node.values[-1], ast.Constant):
        return str(node.values[-1].value), False
    return "", False
