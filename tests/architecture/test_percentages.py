"""One share, one rounding: a percentage becomes words in `domain.base.numbers` and nowhere else."""

import ast
import json
import re
from collections.abc import Iterator

import pytest

from tests.architecture.tree import ROOT, modules

HOME = "trainer_app/domain/base/numbers.py"
"""Where shares, limits, changes and progress become words."""

OTHERS = {
    ("trainer_app/documents/base/graphics.py", "draw_histogram"): "the ends of an axis",
    ("trainer_app/documents/certificates/trial_page.py", "_greys"): "the grey steps of a test print",
    ("trainer_app/store/office/analyst_views.py", "_clock"): "the rest of a division, in SQL",
    ("trainer_app/documents/evaluations/question_files.py", "percent"): "a cell of a file of questions",
    ("trainer_app/documents/evaluations/question_files.py", "_weight"): "the weight in a GIFT file",
}
"""Every other function that writes a number before a sign of per cent: none of them a figure."""

_AFTER = re.compile(r"\A[\s\u00a0\u202f]*%(?![A-Za-z(])")
_FIELD = re.compile(r"\{[a-z_]*\}[\s\u00a0\u202f]*%")
_SIGN = re.compile(r"%|\\(x25|u0025|U00000025|45|N\{PERCENT)")
"""The sign itself, and whatever Python reads as it: a source without any of them makes no percentage."""
_ALONE = re.compile(r"[\s\u00a0\u202f]+%")


def _texts(node: ast.AST) -> Iterator[str]:
    """Yield why one node writes a percentage of its own, if it does."""
    match node:
        case ast.JoinedStr(values):
            yield from _of_format(values)
        case ast.Constant(str(text)) if _FIELD.search(text) or _ALONE.fullmatch(text):
            yield "a field before %, or % to be put behind something"
        case ast.BinOp(op=ast.Add(), right=ast.Constant("%")):
            yield "% put behind something"


def _of_format(values: list[ast.expr]) -> Iterator[str]:
    for part, after in zip(values, [*values[1:], None], strict=True):
        if not isinstance(part, ast.FormattedValue):
            continue
        if part.format_spec is not None and ast.unparse(part.format_spec).rstrip("'\"").endswith("%"):
            yield "a format of per cent"
        if isinstance(after, ast.Constant) and _AFTER.match(str(after.value)):
            yield "a value before %"


def found_in(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, int, str]]:
    """Yield (function, line, why) of each place that makes a percentage of its own."""
    for node in ast.iter_child_nodes(tree):
        named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        name = node.name if named else inside
        yield from ((name, getattr(node, "lineno", 0), why) for why in _texts(node))
        yield from found_in(node, name)


@pytest.mark.parametrize(
    "source",
    [
        'f"{share} %"',
        'f"{share}\u00a0%"',
        'f"{share}%"',
        'f"{share:.1%}"',
        'tr("at least {share} %").format(share=share)',
        'shown + " %"',
        'sign = " %" if name in percents else ""',
        'field.setSuffix(" %")',
    ],
)
def test_each_way_to_write_a_percentage_is_seen(source: str) -> None:
    assert list(found_in(ast.parse(source)))


@pytest.mark.parametrize(
    "source", ['f"{rest % 10}"', 'tr("%n session(s)", "", count)', '"100 % already before"']
)
def test_other_signs_are_left_alone(source: str) -> None:
    assert not list(found_in(ast.parse(source)))


def test_percentages_become_words_in_one_place() -> None:
    own: dict[tuple[str, str], str] = {}
    for module in filter(lambda module: _SIGN.search(module.text), modules()):
        for function, line, why in found_in(module.tree):
            own[module.place, function] = f"{module.place}:{line}: {why}"
    assert any(place == HOME for place, _ in own), "the one place is not seen"
    stray = {where: said for where, said in own.items() if where[0] != HOME and where not in OTHERS}
    assert not stray, "say it by percent_text, limit_text, points_text or progress_text:\n" + "\n".join(
        stray.values()
    )
    assert not OTHERS.keys() - own.keys(), "these write none any more"


def test_no_message_puts_the_sign_itself() -> None:
    stray = []
    for path in sorted((ROOT / "resources/i18n/messages").glob("*.json")):
        for code, texts in json.loads(path.read_text("utf-8")).items():
            if not code.startswith("amounts.percent") and _FIELD.search(
                json.dumps(texts, ensure_ascii=False)
            ):
                stray.append(code)
    assert not stray, "give them a label of `percentages`"
