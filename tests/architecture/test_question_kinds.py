"""A kind of question is told from another in few modules, and whatever is said of one is said of all."""

import ast
from collections.abc import Mapping

import pytest

from tests.architecture.tree import Module, modules, sample
from trainer_app.documents.evaluations.question_layout import DRAWINGS
from trainer_app.domain.base.texts import find_words
from trainer_app.domain.evaluations.questions import HANDLERS, QuestionKind
from trainer_app.ui.evaluations.question_kinds import VIEWS

MOST = 6
"""Modules of the program that a new kind may touch."""
TOLD_APART = {
    "trainer_app/domain/evaluations/questions.py": "its handler: what may be answered and what it is worth",
    "trainer_app/documents/evaluations/question_layout.py": "how it is printed",
    "trainer_app/ui/evaluations/question_kinds.py": "how it is shown",
    "trainer_app/intake/question_files.py": "Aiken knows one kind only",
}
"""The modules that name a kind of question, each with what it says of it."""


def named_kinds(module: Module) -> list[str]:
    """Return the kinds of questions that a module names, by the member or by its value beside `.kind`."""
    found = [
        node.attr
        for node in module.nodes
        if isinstance(node, ast.Attribute)
        and node.attr in QuestionKind.__members__
        and ast.unparse(node.value).rpartition(".")[2] == "QuestionKind"
    ]
    values = {kind.value for kind in QuestionKind}
    for node in module.nodes:
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            told = [each.value for each in sides if isinstance(each, ast.Constant) and each.value in values]
            if any(isinstance(each, ast.Attribute) and each.attr == "kind" for each in sides):
                found += map(str, told)
    return found


def test_few_modules_tell_kinds_of_questions_apart() -> None:
    assert {module.place for module in modules() if named_kinds(module)} == set(TOLD_APART)
    assert len(TOLD_APART) <= MOST


@pytest.mark.parametrize(
    "line",
    [
        "single = question.kind is QuestionKind.SINGLE",
        "single = kind == questions.QuestionKind.SINGLE",
        'single = question.kind == "single"',
    ],
)
def test_a_module_that_tells_them_apart_is_found(line: str) -> None:
    assert named_kinds(sample(f"{line}\n")) in (["SINGLE"], ["single"])
    assert named_kinds(sample("kinds = list(QuestionKind)\nhandler = HANDLERS[question.kind]\n")) == []


@pytest.mark.parametrize("registry", [HANDLERS, DRAWINGS, VIEWS], ids=["handlers", "drawings", "views"])
def test_every_registry_has_every_kind(registry: Mapping[QuestionKind, object]) -> None:
    assert list(registry) == list(QuestionKind)


@pytest.mark.parametrize("kind", QuestionKind)
def test_every_kind_has_its_words(kind: QuestionKind) -> None:
    codes = [f"question.{what}.{kind.value}" for what in ("kind", "editing", "keying")]
    codes += [f"question_table.example.{kind.value}"] if HANDLERS[kind].example else []
    codes += [f"filling.word.{VIEWS[kind].hint}"] if VIEWS[kind].hint else []
    assert [code for code in codes if find_words(code) is None] == []
