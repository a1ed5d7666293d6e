"""Every placeholder of a message has its value at each place that raises it."""

import ast
import re
from collections.abc import Iterable, Iterator

from tests.architecture.tree import modules
from trainer_app.domain.base.texts import find_words

_PLACE = re.compile(r"\{(\w+)")


def _raised(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, set[str], int]]:
    """Yield code, names of values and line of each error that is made with all its values in sight."""
    for node in nodes:
        if not isinstance(node, ast.Call) or not node.args or not _makes_error(node.func):
            continue
        code = node.args[0]
        if not isinstance(code, ast.Constant) or not isinstance(code.value, str):
            continue
        names = [keyword.arg for keyword in node.keywords]
        if None not in names:
            yield code.value, {name for name in names if name}, node.lineno


def _makes_error(func: ast.expr) -> bool:
    if isinstance(func, ast.Name):
        return func.id.endswith("Error")
    return isinstance(func, ast.Attribute) and func.attr == "__init__"


def test_every_raised_message_gets_its_values() -> None:
    seen, wrong = 0, []
    for module in modules():
        for code, given, line in _raised(module.nodes):
            found = find_words(code)
            if found is None:
                continue
            seen += 1
            for language, words in found.items():
                missing = set(_PLACE.findall(words)) - given
                if missing:
                    wrong.append(f"{module.place}:{line}: {code} ({language}) lacks {missing}")
    assert seen > 300
    assert not wrong, "\n".join(wrong)
