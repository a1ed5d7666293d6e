"""Values are frozen structs; a frozen dataclass has a reason that a struct does not fit."""

import ast

from tests.architecture.tree import Module, modules, sample

REASONS = ("repr=False", "KW_ONLY", "cached_property")
"""It keeps a secret out of its `repr`, has fields by name after others, or works something out once."""


def frozen(module: Module) -> list[ast.ClassDef]:
    """Return the frozen dataclasses of a module."""
    return [
        node
        for node in module.nodes
        if isinstance(node, ast.ClassDef)
        and any(
            ast.unparse(each).startswith("dataclass(") and "frozen=True" in ast.unparse(each)
            for each in node.decorator_list
        )
    ]


def without_reason(found: list[Module]) -> list[str]:
    """Return the frozen dataclasses that could be structs: they and what they inherit from have no reason."""
    classes = {node.name: (module, node) for module in found for node in frozen(module)}

    def has_reason(name: str) -> bool:
        if name not in classes:
            return False
        _, node = classes[name]
        bases = (ast.unparse(base).partition("[")[0] for base in node.bases)
        return any(each in ast.unparse(node) for each in REASONS) or any(map(has_reason, bases))

    return [
        f"{module.place}:{node.lineno} {name}"
        for name, (module, node) in classes.items()
        if not has_reason(name)
    ]


def test_a_frozen_dataclass_has_a_reason() -> None:
    assert without_reason(list(modules())) == []


def test_the_rule_can_be_broken() -> None:
    plain = sample("@dataclass(frozen=True)\nclass A:\n    x: int\n")
    secret = sample("@dataclass(frozen=True)\nclass B:\n    key: bytes = field(repr=False)\n")
    heir = sample("@dataclass(frozen=True)\nclass C(B):\n    y: int\n", "domain/other.py")
    assert without_reason([plain]) != []
    assert without_reason([secret, heir]) == []
    assert without_reason([sample("@dataclass\nclass D:\n    x: int\n")]) == []
