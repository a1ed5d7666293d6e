"""A kind of question is told from another in few modules, and whatever is said of one is said of all."""

import ast
from collections.abc import Mapping

import pytest

from tests.architecture.tree import Module, modules, sample
from tests.domain.questions_made import MADE
from trainer_app.documents.evaluations.question_layout import DRAWINGS
from trainer_app.domain.base.texts import topic
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
REGISTRIES: Mapping[str, Mapping[QuestionKind, object]] = {
    "HANDLERS in trainer_app/domain/evaluations/questions.py": HANDLERS,
    "VIEWS in trainer_app/ui/evaluations/question_kinds.py": VIEWS,
    "DRAWINGS in trainer_app/documents/evaluations/question_layout.py": DRAWINGS,
    "MADE in tests/domain/questions_made.py": MADE,
}
NEEDED, WHERE_WANTED = {"kind", "editing", "keying"}, {"example", "hint", "leaf", "leaf_open", "refused"}
"""Words of a kind in `messages/question.json`: `question.kind.number`; README says what they are for."""


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


@pytest.mark.parametrize("place", REGISTRIES)
def test_every_registry_has_every_kind_in_its_order(place: str) -> None:
    found = list(REGISTRIES[place])
    missing = [kind.value for kind in QuestionKind if kind not in found]
    assert found == list(QuestionKind), f"{place} lacks {missing}" if missing else f"{place}: another order"


@pytest.mark.parametrize("kind", QuestionKind)
def test_every_kind_has_its_words(kind: QuestionKind) -> None:
    needed = NEEDED | ({"example"} if HANDLERS[kind].example else set())
    codes = {f"question.{what}.{kind.value}" for what in needed}
    assert codes - topic("question").keys() == set(), "resources/i18n/messages/question.json lacks them"


def test_no_words_are_those_of_a_kind_that_is_not_there() -> None:
    said = [code.split(".") for code in topic("question")]
    named = {parts[-1] for parts in said if parts[1] in NEEDED | WHERE_WANTED}
    assert named == {kind.value for kind in QuestionKind}


@pytest.mark.parametrize("name", ["gift", "xlsform"])
def test_no_kind_is_written_like_another_one(name: str) -> None:
    written = [(kind.value, getattr(handler, name)) for kind, handler in HANDLERS.items()]
    signs = [sign for _, sign in written if sign is not None]
    alike = [(kind, sign) for kind, sign in written if signs.count(sign) > 1]
    assert alike == [], f"{name} must differ, or be said anew in the handler that inherits it"


@pytest.mark.parametrize("kind", QuestionKind)
def test_every_kind_counts_by_a_rule_that_other_readers_have(kind: QuestionKind) -> None:
    rule = HANDLERS[kind].counted_as
    assert HANDLERS[rule].counted_as is rule
